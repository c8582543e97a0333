//! What stands behind an answer: who does what, what else the edition says, and the sources.

use yew::prelude::*;

use super::View;
use super::element::{all, bare, el, text};
use super::{count, parts};
use crate::engine::catalogue::{Anchor, ChannelId, Contact, Edition, Known, MilestoneKind, Source, Step, Topic};
use crate::engine::situation::Situation;
use crate::engine::verdict::{Finding, Milestone, Rule, Verdict};
use crate::lang::Text;

/// Who does what, step by step.
pub fn steps(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let items = step_items(view, verdict);
    if items.is_empty() {
        return items;
    }
    vec![parts::details(view, view.labels.steps_open, el("ol", "app-steps").holds(items))]
}

/// Each step as an item: who, what, how long.
pub fn step_items(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let mut items = Vec::new();
    for step in applying_steps(view, verdict) {
        items.push(el("li", "app-steps__item").holds(step_lines(view, step)));
    }
    items
}

/// The dated events that may come of this case, in the order of their days. Who has the right is not heard before a
/// refusal; where a ground for one is found there is no document to deliver or keep; and nothing follows from a term that
/// never starts, as the person is turned away.
pub fn milestones<'v, 'a>(verdict: &'v Verdict<'a>) -> Vec<&'v Milestone<'a>> {
    let begins = count::begun(verdict).is_some();
    let is_refused = |finding: &Finding| matches!(finding.rule, Rule::Ground(_)) && finding.truth.is_true();
    let is_refused = verdict.findings.iter().any(is_refused);
    let mut milestones = Vec::new();
    for milestone in &verdict.milestones {
        let may_come = match milestone.rule.kind {
            MilestoneKind::Limit => begins || matches!(milestone.rule.from, Anchor::Fact(_)),
            MilestoneKind::Hearing | MilestoneKind::Decision => begins && !verdict.eligible.is_true(),
            MilestoneKind::Delivery | MilestoneKind::Storage => begins && !is_refused,
            MilestoneKind::Complaint => begins,
        };
        if may_come {
            let place = milestones.partition_point(|other: &&Milestone<'_>| other.date <= milestone.date);
            milestones.insert(place, milestone);
        }
    }
    milestones
}

/// Who does what, in what time, and where it stands.
pub(super) fn step_lines(view: &View<'_>, step: &Step) -> Vec<Html> {
    let actor = view.words.named(&view.world.catalogue.vocabulary.actors, &step.actor);
    let mut lines = vec![
        el("strong", "app-steps__actor").says(actor.to_owned()),
        bare("span").says(step.action.get(view.state.lang)),
    ];
    if let Some(duration) = step.duration.value() {
        lines.push(el("span", "app-steps__duration").says(view.words.duration(duration)));
    }
    lines.push(parts::source(view, &step.source));
    lines
}

/// The steps of the channel, without those that this case surely does not have.
fn applying_steps<'a>(view: &View<'_>, verdict: &Verdict<'a>) -> Vec<&'a Step> {
    let (Some(edition), Some(channel), Some(case)) = (verdict.edition, verdict.channel, view.case) else {
        return Vec::new();
    };
    let week = view.world.calendar.week(edition.week.week);
    let (day_zero, term_end) = (verdict.intake.day_zero(), None);
    let situation = Situation { case, channel: verdict.channel, week: &week, day_zero, term_end };
    let steps = channel.steps.value().into_iter().flatten();
    steps.filter(|step| !step.when.judge(&situation).is_false()).collect()
}

/// What else the edition says, topic by topic.
pub fn provisions(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(edition) = verdict.edition else { return Vec::new() };
    let here = |channels: &[_]| channels.is_empty() || verdict.channel.is_some_and(|here| channels.contains(&here.id));
    let mut content = vec![parts::details(view, view.labels.in_short, in_short(view, edition))];
    content.extend(topics(view, edition, here));
    content.extend(complaints(view, edition));
    content.extend(contacts(view, edition));
    content
}

/// What the edition says of these channels, topic by topic.
pub(super) fn topics(view: &View<'_>, edition: &Edition, here: impl Fn(&[ChannelId]) -> bool) -> Vec<Html> {
    let mut topics: Vec<(Topic, Vec<Html>)> = Vec::new();
    for provision in edition.provisions.iter().filter(|provision| here(&provision.channels)) {
        let said = text(known_text(view, &provision.text));
        let line = bare("p").holds(vec![said, text(" "), parts::source(view, provision.text.source())]);
        match topics.iter_mut().find(|(topic, _)| *topic == provision.topic) {
            Some((_, lines)) => lines.push(line),
            None => topics.push((provision.topic, vec![line])),
        }
    }
    let mut content = Vec::new();
    for (topic, lines) in topics {
        content.push(parts::details(view, view.words.topic(topic), all(lines)));
    }
    content
}

/// What the service costs and gives, and who gives it.
pub(super) fn in_short(view: &View<'_>, edition: &Edition) -> Html {
    let labels = view.labels;
    let fee = match &edition.fee {
        Known::Known { value, .. } => view.words.fee(*value),
        Known::Unknown { because, .. } => view.words.because(*because),
    };
    let texts = [
        (labels.result, &edition.result),
        (labels.result_form, &edition.result_form),
        (labels.provider, &edition.provider),
        (labels.applicant, &edition.applicant),
    ];
    let mut rows = Vec::new();
    let mut row = |key, value: String, source| {
        let value = bare("dd").holds(vec![text(value), parts::source(view, source)]);
        rows.extend([bare("dt").says(key), value]);
    };
    row(labels.fee, fee.to_owned(), edition.fee.source());
    for (key, known) in texts {
        row(key, known_text(view, known), known.source());
    }
    el("dl", "app-facts").holds(rows)
}

/// Where to complain, and how soon there is an answer.
pub(super) fn complaints(view: &View<'_>, edition: &Edition) -> Option<Html> {
    if edition.complaints.is_empty() {
        return None;
    }
    let lang = view.state.lang;
    let mut items = Vec::new();
    for complaint in &edition.complaints {
        let mut item =
            vec![bare("strong").says(complaint.to.get(lang)), text(" "), text(complaint.text.get(lang)), text(" ")];
        if let Some(within) = complaint.answer_within.value() {
            let within = vec![text(view.labels.answer_within), text(" "), text(view.words.duration(within))];
            item.extend([bare("span").holds(within), text(" ")]);
        }
        item.push(parts::source(view, &complaint.source));
        items.push(all(item));
    }
    Some(parts::details(view, view.labels.complaints, parts::list("ul", "app-list", items)))
}

/// Where to ask, as written in the edition.
pub(super) fn contacts(view: &View<'_>, edition: &Edition) -> Option<Html> {
    if edition.contacts.is_empty() {
        return None;
    }
    let mut items = Vec::new();
    for contact in &edition.contacts {
        items.push(contact_lines(view, contact));
    }
    let list = parts::list("ul", "app-list", items);
    Some(parts::details(view, view.labels.contacts, all(vec![bare("p").says(view.labels.contacts_hint), list])))
}

fn contact_lines(view: &View<'_>, contact: &Contact) -> Html {
    let mut lines = vec![bare("strong").says(contact.name.get(view.state.lang))];
    // An address stands as its Kazakh source writes it.
    let details = [(&contact.phone, false), (&contact.address, true), (&contact.email, false), (&contact.site, false)];
    for (detail, is_kazakh) in details {
        if let Some(line) = detail {
            let line = bare("span").attr_if(is_kazakh, "lang", "kk").says(line.as_str());
            lines.extend([bare("br").alone(), line]);
        }
    }
    lines.push(parts::source(view, &contact.source));
    all(lines)
}

/// The edition and every place that the answer rests on, each once.
pub fn sources(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(edition) = verdict.edition else { return Vec::new() };
    let lang = view.state.lang;
    let (mut items, mut said) = (Vec::new(), Vec::new());
    for place in places(verdict) {
        let words = view.words.source(place);
        if !said.contains(&words) {
            said.push(words);
            items.push(parts::source_in_full(view, place));
        }
    }
    let mut title = vec![bare("strong").says(edition.title.get(lang))];
    if let Some(act) = view.world.catalogue.act(&edition.act) {
        let name = text(act.title.get(lang));
        let name = match &act.link {
            Some(link) => parts::outside(view, link, name),
            None => name,
        };
        title.extend([bare("br").alone(), name]);
    }
    let mut content = vec![bare("p").holds(title)];
    content.extend(verdict.service.map(|service| parts::official_name(view, &service.name.value)));
    content.push(parts::details(view, view.labels.places, parts::list("ul", "app-list", items)));
    content
}

/// Where the edition, the channel, the documents and the term stand.
pub fn places<'a>(verdict: &Verdict<'a>) -> Vec<&'a Source> {
    let mut places: Vec<&Source> = verdict.edition.iter().map(|edition| &edition.in_force.source).collect();
    places.extend(verdict.channel.map(|channel| &channel.name.source));
    places.extend(verdict.documents.lines.iter().map(|line| &line.rule.source));
    places.extend(verdict.deadline.as_ref().map(|deadline| &deadline.term.source));
    places
}

/// The text, or why it is unknown.
fn known_text(view: &View<'_>, known: &Known<Text>) -> String {
    match known {
        Known::Known { value, .. } => value.get(view.state.lang).to_owned(),
        Known::Unknown { because, .. } => view.words.because(*because).to_owned(),
    }
}
