//! The answer on one sheet of paper, seen in print alone: the answer, what to bring, the days, what it all rests on.
//!
//! It holds neither links nor ids: those are the page's own.

use chrono::Datelike;
use yew::prelude::*;

use super::element::{On, all, bare, el, text};
use super::headline::given;
use super::parts;
use super::qr::qr;
use super::typed::time_text;
use super::{View, answer, background, calendar, count, form, then, ways};
use crate::engine::catalogue::Demand;
use crate::engine::verdict::{DocumentLine, DocumentStatus, Milestone, Moment, Verdict};
use crate::export::dates;
use crate::words::more::paper::Paper;

/// The sheet.
pub fn sheet(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let (labels, words) = (view.labels, Paper::of(view.state.lang));
    let next = part(labels.what_next, vec![list("ol", parts::texts(next_steps(view, verdict)))]);
    let parts = if view.state.lacks_filing() {
        // Nobody was asked what they hold and when they come.
        vec![
            part(labels.right, parts::sentences(view.words.why_not(verdict))),
            next,
            part(labels.would_help, ways::changes(view)),
            part(labels.your_answers, answers(view)),
        ]
    } else {
        vec![
            part(words.checklist, checklist(view, words, verdict)),
            part(labels.do_not_bring, not_demanded(view, verdict)),
            next,
            part(labels.milestones, milestones(view, verdict)),
            part(labels.count, count(view, words, verdict)),
        ]
    };
    let columns = el("div", "app-paper__columns").holds(parts);
    el("div", "app-paper").holds(vec![head(view, verdict), columns, foot(view, verdict)])
}

/// The button that prints the sheet, and the way to the application form.
pub fn print(view: &View<'_>) -> Vec<Html> {
    let print = Callback::from(|_| super::browser::print());
    let button = el("button", "app-button app-button--quiet").attr("type", "button").hears(On::Click, print);
    let mut ways = vec![button.says(Paper::of(view.state.lang).print)];
    if !view.state.lacks_filing() {
        ways.extend(form::way(view, form::APPLICATION));
    }
    ways
}

fn list(tag: &'static str, items: Vec<Html>) -> Html {
    parts::list(tag, "app-paper__list", items)
}

/// What was answered, by which the sheet can be understood without the page.
fn answers(view: &View<'_>) -> Vec<Html> {
    let mut items = Vec::new();
    for step in view.world.done_steps(view.state) {
        items.push(all(vec![text(parts::step_title(view, &step)), text(": "), answer::told(view, &step)]));
    }
    if items.is_empty() { items } else { vec![list("ul", items)] }
}

/// A part of the sheet under its heading; nothing where there is nothing to say.
fn part(title: &'static str, mut content: Vec<Html>) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    content.insert(0, el("h3", "app-paper__heading").says(title));
    el("div", "app-paper__part").holds(content)
}

/// The service, the answer in a sentence and its day, and for which filing it holds.
fn head(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let service = verdict.service.map(|service| parts::service_title(view, &service.id)).unwrap_or_default();
    let mut sentences = view.words.short_headline(verdict).into_iter();
    let mut said = vec![
        el("p", "app-paper__service").says(service),
        el("h2", "app-paper__title").says(sentences.next().unwrap_or_default()),
    ];
    let provided: Vec<_> = sentences.collect();
    if !provided.is_empty() {
        said.push(bare("p").says(provided.join(" ")));
    }
    for caution in &verdict.cautions {
        if !caution.is_of_the_day() {
            said.push(el("p", "app-paper__caution").says(view.words.caution(caution)));
        }
    }
    said.extend(then::old_rules(view, verdict).map(|old| el("p", "app-paper__caution").says(old)));
    let told = told(view);
    if !told.is_empty() {
        said.push(el("p", "app-paper__case").holds(told));
    }
    let mut head = vec![el("div", "app-paper__said").holds(said)];
    head.extend(ready(view, verdict));
    el("div", "app-paper__head").holds(head)
}

/// Where and when the person files.
fn told(view: &View<'_>) -> Vec<Html> {
    let state = view.state;
    let mut told = Vec::new();
    if let Some(channel) = state.channel {
        told.push(text(view.words.named(&view.world.catalogue.vocabulary.channels, channel.slug()).to_owned()));
    }
    if let Some(at) = state.at {
        let label = [" · ", view.labels.filing_name, ": "].concat();
        told.extend([text(label), parts::moment(view, at)]);
    }
    told
}

/// The ready day in large; of a window both ends.
fn ready(view: &View<'_>, verdict: &Verdict<'_>) -> Option<Html> {
    let (ready, labels) = (verdict.ready?, view.labels);
    let earliest = ready.earliest.filter(|earliest| *earliest != ready.latest);
    let latest = if earliest.is_some() || ready.earliest.is_none() { labels.ready_to } else { given(view, verdict) };
    let mut days = Vec::new();
    days.extend(earliest.map(|earliest| day(view, labels.ready_from, earliest)));
    days.push(day(view, latest, ready.latest));
    Some(el("div", "app-paper__days").holds(days))
}

fn day(view: &View<'_>, label: &'static str, moment: Moment) -> Html {
    let (number, when) = match moment {
        Moment::Day(date) => {
            (date.day().to_string(), parts::dated("app-paper__when", date, view.words.date_weekday(date)))
        }
        Moment::Minute(at) => (time_text(at), parts::moment(view, at)),
    };
    el("p", "app-paper__day").holds(vec![
        el("span", "app-paper__label").says(label),
        el("span", "app-paper__number").attr("aria-hidden", "true").says(number),
        el("span", "app-paper__date").wraps(when),
    ])
}

/// Each document with an empty box: what exactly, and until when it is valid.
fn checklist(view: &View<'_>, words: &Paper, verdict: &Verdict<'_>) -> Vec<Html> {
    if verdict.edition.is_none() {
        return Vec::new();
    }
    let mut items = Vec::new();
    for line in asked(verdict) {
        let mut item = vec![
            el("span", "app-paper__box").attr("aria-hidden", "true").alone(),
            bare("strong").says(view.words.evidence_name(&line.rule.evidence).to_owned()),
            text(". "),
            text(line.rule.text.get(view.state.lang)),
        ];
        if line.rule.demand != Demand::Required || line.borrowed || matches!(line.status, DocumentStatus::Invalid(_)) {
            item.extend([text(" "), bare("em").says(view.words.document_status(line))]);
        }
        if let Some(valid) = view.words.valid_until(line) {
            item.extend([text(" "), text(valid)]);
        }
        items.push(el("li", "app-paper__document").holds(item));
    }
    if items.is_empty() {
        return vec![bare("p").says(words.no_list)];
    }
    vec![bare("p").says(words.tick), el("ul", "app-paper__documents").holds(items)]
}

fn asked<'v, 'a>(verdict: &'v Verdict<'a>) -> impl Iterator<Item = &'v DocumentLine<'a>> {
    verdict.documents.lines.iter().filter(|line| line.status != DocumentStatus::NotDemanded)
}

/// What the state has, by name.
fn not_demanded(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let lines = verdict.documents.lines.iter().filter(|line| line.status == DocumentStatus::NotDemanded);
    let names: Vec<_> = lines.map(|line| view.words.evidence_name(&line.rule.evidence)).collect();
    if names.is_empty() { Vec::new() } else { vec![bare("p").says(names.join("; "))] }
}

/// The term and its days, and on what condition; where there is no room for these, that.
fn count(view: &View<'_>, words: &Paper, verdict: &Verdict<'_>) -> Vec<Html> {
    if count::begun(verdict).is_none() {
        return Vec::new();
    }
    let mut said = vec![bare("p").says(view.words.term(verdict))];
    said.extend(view.words.if_accepted(verdict).map(|only| bare("p").says(only)));
    said.push(match has_room(view, verdict) {
        true => calendar::compact(view, verdict),
        false => bare("p").says(words.no_room),
    });
    said
}

/// Whether the calendar fits on the sheet beside all else. The browser alone knows for sure; this counts lines of type,
/// rather too many than too few.
fn has_room(view: &View<'_>, verdict: &Verdict<'_>) -> bool {
    const SHEET: usize = 64;
    lines_of(view, verdict) <= SHEET
}

/// How many lines of type the sheet takes with its calendar: head and foot over its whole width, half of what stands in
/// its two columns.
fn lines_of(view: &View<'_>, verdict: &Verdict<'_>) -> usize {
    let lines = |text: &str, width: usize| text.chars().count() / width + 1;
    let (words, lang) = (view.words, view.state.lang);
    let mut head = lines(&words.short_headline(verdict).join(" "), 40) + 5;
    head += verdict.cautions.iter().map(|caution| lines(&words.caution(caution), 50)).sum::<usize>();
    let foot = lines(&grounds(view, verdict), 80) + lines(&parts::link(view), 75) + 7;
    let mut columns = 8 + lines(&words.term(verdict), 46);
    for line in &verdict.documents.lines {
        columns += lines(line.rule.text.get(lang), 40) + 1;
    }
    columns += next_steps(view, verdict).iter().map(|step| lines(step, 44)).sum::<usize>();
    columns += days_to_keep(verdict).map(|milestone| lines(&words.milestone(milestone), 44)).sum::<usize>();
    let days = verdict.deadline.as_ref().map_or(0, |deadline| deadline.proof.len());
    let calendar = days / 7 * 5 / 2 + 18;
    head + foot + (columns + calendar) / 2
}

fn next_steps(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<String> {
    view.words.next_steps(verdict, then::is_past(view, verdict))
}

/// The days that a sheet may promise: none for a package that lacks a document, and what follows a result only where
/// there will be one.
fn days_to_keep<'v, 'a>(verdict: &'v Verdict<'a>) -> impl Iterator<Item = &'v Milestone<'a>> {
    background::milestones(verdict).into_iter().filter(|milestone| dates::is_kept(verdict, milestone))
}

/// The days to remember, the nearest first.
fn milestones(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let mut items = Vec::new();
    for milestone in days_to_keep(verdict) {
        items.push(text(view.words.milestone(milestone)));
    }
    if items.is_empty() { items } else { vec![list("ul", items)] }
}

/// What the answer rests on, what this copy knows, and the way back to the answer.
fn foot(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let (labels, world) = (view.labels, view.world);
    let versions = [
        (labels.version_facts, text(world.version)),
        (labels.version_calendar, parts::day(view, world.calendar.official_to())),
        (labels.version_checked, parts::day(view, world.calendar.facts().as_of)),
    ];
    let mut known = Vec::new();
    for (name, value) in versions {
        known.extend([text(if known.is_empty() { "" } else { " · " }), text(name), text(": "), value]);
    }
    let link = parts::link(view);
    let grounds = grounds(view, verdict);
    let mut said = Vec::new();
    if !grounds.is_empty() {
        said.extend([el("h3", "app-paper__heading").says(labels.sources), bare("p").says(grounds)]);
    }
    said.extend([
        bare("p").holds(known),
        bare("p").holds(vec![text(labels.not_official), text(" "), text(labels.ask_at), text(" 1414.")]),
        el("p", "app-paper__link").holds(vec![text(labels.link), text(": "), text(link.clone())]),
    ]);
    el("div", "app-paper__foot").holds(vec![el("div", "app-paper__grounds").holds(said), qr(&link, labels.link)])
}

/// The act, its places, and the acts that moved days of the count.
fn grounds(view: &View<'_>, verdict: &Verdict<'_>) -> String {
    let Some(edition) = verdict.edition else { return String::new() };
    let act = view.world.catalogue.act(&edition.act);
    let act = act.map_or_else(|| edition.title.get(view.state.lang).to_owned(), |act| view.words.act(act));
    let own = [&act, ", "].concat();
    let mut said = vec![act];
    let places = if view.state.lacks_filing() { verdict.grounds_of_no() } else { background::places(verdict) };
    for source in places.into_iter().filter(|place| !place.is_understanding()) {
        for place in view.words.source(source).split("; ") {
            // The act itself is named once.
            let place = place.strip_prefix(&own).unwrap_or(place).to_owned();
            if !said.contains(&place) {
                said.push(place);
            }
        }
    }
    for day in count::begun(verdict).iter().flat_map(|deadline| &deadline.proof) {
        said.extend(view.words.day_act(day.status).filter(|act| !said.contains(act)));
    }
    [&said.join("; "), "."].concat()
}
