//! An answer as plain text, to send to somebody or to keep: the answer, the days, the documents, what to do, what it
//! rests on, the link, the versions.

use super::dates;
use crate::engine::verdict::{DocumentLine, Verdict};
use crate::words::Words;
use crate::words::labels::labels;

/// The answer in whole sentences, part by part; a part without anything to say is left out. Where the day of filing
/// `is_past`, nobody is told to come on it.
pub fn text(words: &Words, version: &str, verdict: &Verdict, link: &str, is_past: bool) -> String {
    let labels = labels(words.lang);
    let mut answer = vec![words.headline(verdict)];
    if verdict.ready.is_some() {
        answer.push(words.term(verdict));
    }
    let title = verdict.service.map_or("", |service| words.service_title(&service.id));
    let facts = words.calendar.facts();
    let versions = [
        (labels.version_facts, version.to_owned()),
        (labels.version_calendar, words.date(words.calendar.official_to())),
        (labels.version_checked, words.date(facts.as_of)),
    ];
    let mut about: Vec<_> = versions.iter().map(|(name, value)| [name, ": ", value].concat()).collect();
    about.push(labels.not_official.to_owned());
    let parts = [
        part(title, answer),
        part(labels.documents_name, documents(words, verdict)),
        part(labels.what_next, dashed(words.next_steps(verdict, is_past))),
        part(labels.milestones, dashed(days(words, version, verdict))),
        part(labels.sources, dashed(sources(words, verdict))),
        part(labels.link, vec![link.to_owned()]),
        about.join("\n"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    [&parts.join("\n\n"), "\n"].concat()
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

/// Every place that the answer rests on, each once.
fn sources(words: &Words, verdict: &Verdict) -> Vec<String> {
    let mut places = Vec::new();
    places.extend(verdict.edition.map(|edition| &edition.in_force.source));
    places.extend(verdict.deadline.as_ref().map(|deadline| &deadline.term.source));
    places.extend(verdict.documents.lines.iter().map(|line| &line.rule.source));
    let mut said = Vec::new();
    for place in places.into_iter().map(|place| words.source(place)) {
        if !said.contains(&place) {
            said.push(place);
        }
    }
    said
}
