//! An answer as plain text, to send to somebody or to keep: the answer, the days, the documents, what to do, what it
//! rests on, the link, the versions.

use super::dates;
use crate::engine::case::Case;
use crate::engine::catalogue::Source;
use crate::engine::counterfactual;
use crate::engine::verdict::{DocumentLine, Verdict};
use crate::words::Words;
use crate::words::labels::labels;

/// The answer in whole sentences, part by part; a part without anything to say is left out. Where the day of filing
/// `is_past`, nobody is told to come on it.
pub fn text(words: &Words, version: &str, verdict: &Verdict, link: &str, is_past: bool) -> String {
    let labels = labels(words.lang);
    let mut answer = answer(words, verdict);
    if verdict.ready.is_some() {
        answer.push(words.term(verdict));
    }
    joined([
        part(title(words, verdict), answer),
        part(labels.documents_name, documents(words, verdict)),
        part(labels.what_next, dashed(words.next_steps(verdict, is_past))),
        part(labels.milestones, dashed(days(words, version, verdict))),
        part(labels.sources, dashed(sources(words, verdict))),
        part(labels.link, vec![link.to_owned()]),
        about(words, version),
    ])
}

/// A plain no in the same way: why, and what would turn it. Nobody was asked how, when and with which documents they
/// file, so nothing is said of that.
pub fn plain_no(words: &Words, version: &str, case: &Case, verdict: &Verdict, link: &str) -> String {
    let labels = labels(words.lang);
    let changes = counterfactual::changes(words.catalogue, words.calendar, case);
    joined([
        part(title(words, verdict), answer(words, verdict)),
        part(labels.right, dashed(words.why_not(verdict))),
        part(labels.what_next, dashed(words.next_steps(verdict, false))),
        part(labels.would_help, dashed(words.changes(&changes))),
        part(labels.sources, dashed(said(words, verdict.grounds_of_no()))),
        part(labels.link, vec![link.to_owned()]),
        about(words, version),
    ])
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    [&parts.join("\n\n"), "\n"].concat()
}

/// The headline, and what it does not say of how far it holds.
fn answer(words: &Words, verdict: &Verdict) -> Vec<String> {
    let mut answer = vec![words.headline(verdict)];
    for caution in verdict.cautions.iter().filter(|caution| !caution.is_of_the_day()) {
        let caution = words.caution(caution);
        if !answer.iter().any(|said| said.contains(&caution)) {
            answer.push(caution);
        }
    }
    answer
}

fn title<'a>(words: &Words<'a>, verdict: &Verdict<'a>) -> &'a str {
    verdict.service.map_or("", |service| words.service_title(&service.id))
}

/// What this copy knows, and that it is nobody's official word.
fn about(words: &Words, version: &str) -> String {
    let labels = labels(words.lang);
    let versions = [
        (labels.version_facts, version.to_owned()),
        (labels.version_calendar, words.date(words.calendar.official_to())),
        (labels.version_checked, words.date(words.calendar.facts().as_of)),
    ];
    let mut about: Vec<_> = versions.iter().map(|(name, value)| [name, ": ", value].concat()).collect();
    about.push(labels.not_official.to_owned());
    about.join("\n")
}

fn part(title: &str, lines: Vec<String>) -> String {
    if lines.is_empty() { String::new() } else { [title, "\n", &lines.join("\n")].concat() }
}

fn dashed(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| ["– ", &line].concat()).collect()
}

/// Whether the package is complete, and each document: what exactly, how it stands, until when it is valid.
fn documents(words: &Words, verdict: &Verdict) -> Vec<String> {
    if verdict.edition.is_none() {
        return Vec::new();
    }
    let lines = &verdict.documents.lines;
    let lines = lines.iter().map(|line| document(words, line)).collect();
    [vec![words.documents(verdict)], dashed(lines)].concat()
}

fn document(words: &Words, line: &DocumentLine) -> String {
    let mut told = vec![line.rule.text.get(words.lang).to_owned(), words.document_status(line)];
    told.extend(words.valid_until(line));
    [words.evidence_name(&line.rule.evidence), ": ", &told.join(" ")].concat()
}

/// The days to keep in mind beside the ready day, as the calendar file has them.
fn days(words: &Words, version: &str, verdict: &Verdict) -> Vec<String> {
    let events = dates::events(words, version, verdict).into_iter();
    events
        .filter(|event| !["filing", "ready"].contains(&event.id.as_str()))
        .flat_map(|event| event.told.into_iter().next())
        .collect()
}

/// Every place that the answer rests on.
fn sources(words: &Words, verdict: &Verdict) -> Vec<String> {
    let mut places = Vec::new();
    places.extend(verdict.edition.map(|edition| &edition.in_force.source));
    places.extend(verdict.deadline.as_ref().map(|deadline| &deadline.term.source));
    places.extend(verdict.documents.lines.iter().map(|line| &line.rule.source));
    said(words, places)
}

/// The places in words, each once; our own reading of a silent text is none.
fn said(words: &Words, places: Vec<&Source>) -> Vec<String> {
    let mut said = Vec::new();
    for place in places.into_iter().filter(|place| !place.is_understanding()).map(|place| words.source(place)) {
        if !said.contains(&place) {
            said.push(place);
        }
    }
    said
}
