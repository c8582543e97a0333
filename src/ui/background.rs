//! What stands behind an answer: who does what, what else the edition says, and the sources.

use yew::prelude::*;

use super::View;
use super::parts;
use crate::engine::catalogue::{Contact, Edition, Known, Source, Step, Topic};
use crate::engine::situation::Situation;
use crate::engine::verdict::Verdict;
use crate::lang::Text;

/// Who does what, step by step.
pub fn steps(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let steps = applying_steps(view, verdict);
    if steps.is_empty() {
        return Vec::new();
    }
    let items = steps.into_iter().map(|step| {
        let actor = view.words.named(&view.world.catalogue.vocabulary.actors, &step.actor);
        let duration = step.duration.value().map(|duration| view.words.duration(duration));
        html! {
            <li class="app-steps__item">
                <strong class="app-steps__actor">{ actor.to_owned() }</strong>
                <span>{ step.action.get(view.state.lang) }</span>
                if let Some(duration) = duration { <span class="app-steps__duration">{ duration }</span> }
                { parts::source(view, &step.source) }
            </li>
        }
    });
    let list = html! { <ol class="app-steps">{ for items }</ol> };
    vec![parts::details(view, view.labels.steps_open, list)]
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
    let told = edition.provisions.iter().filter(|provision| here(&provision.channels));
    let mut topics: Vec<(Topic, Vec<Html>)> = Vec::new();
    for provision in told {
        let text = known_text(view, &provision.text);
        let line = html! { <p>{ text }{ " " }{ parts::source(view, provision.text.source()) }</p> };
        match topics.iter_mut().find(|(topic, _)| *topic == provision.topic) {
            Some((_, lines)) => lines.push(line),
            None => topics.push((provision.topic, vec![line])),
        }
    }
    let mut content: Vec<_> = topics
        .into_iter()
        .map(|(topic, lines)| parts::details(view, view.words.topic(topic).to_string(), parts::all(lines)))
        .collect();
    content.insert(0, parts::details(view, view.labels.in_short, in_short(view, edition)));
    content.extend(complaints(view, verdict));
    content.extend(contacts(view, edition));
    content
}

/// What the service costs and gives, and who gives it.
fn in_short(view: &View<'_>, edition: &Edition) -> Html {
    let labels = view.labels;
    let text = |known: &Known<Text>| known_text(view, known);
    let fee = match &edition.fee {
        Known::Known { value, .. } => view.words.fee(*value),
        Known::Unknown { because, .. } => view.words.because(*because),
    };
    let rows = [
        (labels.fee, fee.to_owned(), edition.fee.source()),
        (labels.result, text(&edition.result), edition.result.source()),
        (labels.result_form, text(&edition.result_form), edition.result_form.source()),
        (labels.provider, text(&edition.provider), edition.provider.source()),
        (labels.applicant, text(&edition.applicant), edition.applicant.source()),
    ];
    let row = |(key, value, source): (&'static str, String, &Source)| {
        html! { <><dt>{ key }</dt><dd>{ value }{ parts::source(view, source) }</dd></> }
    };
    html! { <dl class="app-facts">{ for rows.into_iter().map(row) }</dl> }
}

fn complaints(view: &View<'_>, verdict: &Verdict<'_>) -> Option<Html> {
    let complaints = verdict.edition.map(|edition| &edition.complaints).filter(|complaints| !complaints.is_empty())?;
    let lang = view.state.lang;
    let items = complaints.iter().map(|complaint| {
        let within = complaint.answer_within.value().map(|within| view.words.duration(within));
        html! {
            <li>
                <strong>{ complaint.to.get(lang) }</strong>{ " " }{ complaint.text.get(lang) }
                if let Some(within) = within { { " " }<span>{ view.labels.answer_within }{ " " }{ within }</span> }
                { " " }{ parts::source(view, &complaint.source) }
            </li>
        }
    });
    Some(parts::details(view, view.labels.complaints, html! { <ul class="app-list">{ for items }</ul> }))
}

/// Where to ask, as written in the edition.
fn contacts(view: &View<'_>, edition: &Edition) -> Option<Html> {
    let item = |contact: &Contact| {
        let lines = [&contact.phone, &contact.address, &contact.email, &contact.site];
        html! {
            <li>
                <strong>{ contact.name.get(view.state.lang) }</strong>
                { for lines.into_iter().flatten().map(|line| html! { <><br />{ line }</> }) }
                { parts::source(view, &contact.source) }
            </li>
        }
    };
    let items: Vec<_> = edition.contacts.iter().map(item).collect();
    let list = html! { <><p>{ view.labels.contacts_hint }</p><ul class="app-list">{ items.clone() }</ul></> };
    (!items.is_empty()).then(|| parts::details(view, view.labels.contacts, list))
}

/// The edition and every place that the answer rests on, each once.
pub fn sources(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(edition) = verdict.edition else { return Vec::new() };
    let lang = view.state.lang;
    let mut places: Vec<&Source> = vec![&edition.in_force.source];
    places.extend(verdict.channel.map(|channel| &channel.name.source));
    places.extend(verdict.documents.lines.iter().map(|line| &line.rule.source));
    places.extend(verdict.deadline.as_ref().map(|deadline| &deadline.term.source));
    let mut seen: Vec<&Source> = Vec::new();
    places.retain(|place| {
        let new = !seen.contains(place);
        seen.push(place);
        new
    });
    let act = view.world.catalogue.act(&edition.act);
    let title = act.map(|act| act.title.get(lang));
    let link = act.and_then(|act| act.link.as_deref());
    let items = places.into_iter().map(|source| html! { <li>{ parts::source_in_full(view, source) }</li> });
    let mut content = vec![html! {
        <p><strong>{ edition.title.get(lang) }</strong>
            if let Some(title) = title {
                <br />
                if let Some(link) = link { { parts::outside(view, link, html! { { title } }) } } else { { title } }
            }
        </p>
    }];
    content.extend(verdict.service.map(|service| parts::official_name(view, &service.name.value)));
    content.push(parts::details(view, view.labels.places, html! { <ul class="app-list">{ for items }</ul> }));
    content
}

/// The text, or why it is unknown.
fn known_text(view: &View<'_>, known: &Known<Text>) -> String {
    match known {
        Known::Known { value, .. } => value.get(view.state.lang).to_owned(),
        Known::Unknown { because, .. } => view.words.because(*because).to_owned(),
    }
}
