//! One edition of a service's rules, channel by channel.

use yew::prelude::*;

use super::super::element::{all, bare, el, text};
use super::super::parts::{self, Tone};
use super::super::{View, background};
use super::link;
use crate::engine::catalogue::{
    Channel, Edition, EvidenceRule, InForceOn, Known, NoticeKind, NoticeUse, Opening, ProcessingTime, PublicService,
    Source, Validity,
};
use crate::engine::condition::Condition;
use crate::words::is_in_minutes;

/// The edition under its own heading.
pub fn section(view: &View<'_>, service: &PublicService, edition: &Edition) -> Html {
    let mut content = vec![
        el("h2", "app-section__title").attr("id", edition.id.as_str()).says(edition.title.get(view.state.lang)),
        validity(view, edition),
        part(view.words.leaflet().right, right(view, edition)),
    ];
    for channel in &edition.channels {
        content.push(channel_section(view, service, edition, channel));
    }
    content.push(part(view.words.leaflet().grounds, grounds(view, edition)));
    let mut elsewhere = Vec::new();
    for redirect in &edition.redirects {
        elsewhere.push(said(view, redirect.text.get(view.state.lang), &redirect.source));
    }
    content.push(part(view.words.leaflet().elsewhere, elsewhere));
    content.push(part(view.labels.in_short, vec![in_short(view, edition)]));
    content.push(part(view.labels.provisions, provisions(view, edition)));
    content.push(part(view.labels.cautions, notices(view, service, &edition.notices)));
    el("section", "app-section").attr("aria-labelledby", edition.id.as_str()).holds(content)
}

/// The id of a channel's heading.
pub fn channel_id(edition: &Edition, channel: &Channel) -> String {
    [edition.id.as_str(), "-", channel.id.slug()].concat()
}

/// How the edition stands on the day of the facts.
pub fn standing(view: &View<'_>, edition: &Edition) -> Html {
    let on = edition.in_force.on(view.world.now.date());
    parts::tag(tone(on), view.words.standing(on))
}

fn tone(on: InForceOn) -> Tone {
    match on {
        InForceOn::Surely => Tone::Good,
        InForceOn::Uncertain => Tone::Care,
        InForceOn::No => Tone::Plain,
    }
}

/// A part of the edition under a heading of the third rank; nothing where there is nothing to say.
fn part(title: &'static str, content: Vec<Html>) -> Html {
    titled("h3", "app-leaflet__part", title, content)
}

/// A part of a channel.
fn lesser(title: &'static str, content: Vec<Html>) -> Html {
    titled("h4", "app-leaflet__lesser", title, content)
}

fn titled(rank: &'static str, class: &'static str, title: &'static str, mut content: Vec<Html>) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    content.insert(0, el(rank, "app-leaflet__title").says(title));
    el("div", class).holds(content)
}

/// A sentence with its source.
fn said(view: &View<'_>, sentence: impl Into<AttrValue>, source: &Source) -> Html {
    bare("div").holds(vec![bare("p").says(sentence), parts::source(view, source)])
}

/// A condition under the sentence that it belongs to.
fn under(sentence: &'static str, condition: Html) -> Html {
    bare("div").holds(vec![bare("p").says(sentence), condition])
}

/// Whether, since when and where it binds, and which act says so.
fn validity(view: &View<'_>, edition: &Edition) -> Html {
    let (day, lang) = (view.world.now.date(), view.state.lang);
    let mut lines = vec![bare("p").says(view.words.standing_on(&edition.in_force, day))];
    lines.extend(edition.territory.as_ref().map(|territory| bare("p").says(view.words.territory(territory))));
    lines.push(bare("p").says(view.words.validity(&edition.in_force).join(" ")));
    let standard = edition.standard.as_ref().map(|standard| (view.words.leaflet().standard, &standard.value));
    for (label, id) in [(view.labels.source, &edition.act)].into_iter().chain(standard) {
        let Some(act) = view.world.catalogue.act(id) else { continue };
        let name = text(view.words.act(act));
        let name = act.link.as_deref().map_or(name.clone(), |href| parts::outside(view, href, name));
        let mut line = vec![text(label), text(if label.ends_with(':') { " " } else { ": " }), name];
        line.extend(act.note.as_ref().map(|note| all(vec![bare("br").alone(), text(note.get(lang))])));
        lines.push(el("p", "app-hint").holds(line));
    }
    let tone = if edition.in_force.on(day) == InForceOn::Surely { Tone::Plain } else { Tone::Care };
    parts::notice(tone, all(lines))
}

fn in_short(view: &View<'_>, edition: &Edition) -> Html {
    all(vec![background::in_short(view, edition), said(view, view.words.week(edition.week.week), &edition.week.source)])
}

/// Who has the right.
fn right(view: &View<'_>, edition: &Edition) -> Vec<Html> {
    let mut rules = Vec::new();
    for rule in &edition.requirements {
        rules.push(said(view, rule.text.get(view.state.lang), &rule.source));
    }
    let unknown = view.words.requirements_unknown(edition).map(|sentence| bare("p").says(sentence));
    let list = (!rules.is_empty()).then(|| parts::list("ul", "app-list", rules));
    unknown.into_iter().chain(list).collect()
}

fn grounds(view: &View<'_>, edition: &Edition) -> Vec<Html> {
    let grounds = &edition.refusal_grounds;
    if grounds.grounds.is_empty() {
        return vec![bare("p").says(view.words.leaflet().no_grounds)];
    }
    let mut items = Vec::new();
    for ground in &grounds.grounds {
        items.push(said(view, ground.text.get(view.state.lang), &ground.source));
    }
    let then = said(view, view.words.if_ground_found(&grounds.answer), grounds.answer.source());
    vec![parts::list("ul", "app-list", items), then]
}

/// What else the edition says, of whichever channel; where to complain and to ask; its forms.
fn provisions(view: &View<'_>, edition: &Edition) -> Vec<Html> {
    let mut content = background::topics(view, edition, <[_]>::is_empty);
    let mut forms = Vec::new();
    for form in &edition.forms {
        forms.push(said(view, form.title.get(view.state.lang), &form.source));
    }
    if !forms.is_empty() {
        let list = parts::list("ul", "app-list", forms);
        content.push(parts::details(view, view.words.leaflet().forms, list));
    }
    content.extend(background::complaints(view, edition));
    content.extend(background::contacts(view, edition));
    content
}

/// What to mind, openly; how the text is read, on request.
fn notices(view: &View<'_>, service: &PublicService, uses: &[NoticeUse]) -> Vec<Html> {
    let (mut cautions, mut readings) = (Vec::new(), Vec::new());
    for used in uses {
        let Some(notice) = view.world.catalogue.notice(&used.id) else { continue };
        let place = if notice.kind == NoticeKind::Reading { &mut readings } else { &mut cautions };
        let tone = if notice.kind == NoticeKind::Reading { Tone::Plain } else { Tone::Care };
        let mut lines = vec![bare("p").says(notice.text.get(view.state.lang))];
        lines.extend(in_case(view, &used.when));
        lines.push(parts::notice_source(view, Some(service), &notice.source));
        place.push(parts::notice(tone, all(lines)));
    }
    if !readings.is_empty() {
        cautions.push(parts::details(view, view.labels.readings, all(readings)));
    }
    cautions
}

/// One way to file.
fn channel_section(view: &View<'_>, service: &PublicService, edition: &Edition, channel: &Channel) -> Html {
    let name = view.words.named(&view.world.catalogue.vocabulary.channels, channel.id.slug());
    let (labels, say) = (view.labels, view.words.leaflet());
    let more = background::topics(view, edition, |channels| channels.contains(&channel.id));
    el("div", "app-leaflet__channel").holds(vec![
        el("h3", "app-leaflet__title").attr("id", channel_id(edition, channel)).says(name.to_owned()),
        said(view, channel.name.value.get(view.state.lang), &channel.name.source),
        lesser(labels.documents_name, documents(view, service, edition, channel)),
        lesser(say.term, terms(view, channel)),
        lesser(say.hours, hours(view, channel)),
        lesser(labels.milestones, milestones(view, channel)),
        lesser(labels.steps, steps(view, channel)),
        lesser(labels.provisions, more),
        lesser(labels.cautions, notices(view, service, &channel.notices)),
    ])
}

fn milestones(view: &View<'_>, channel: &Channel) -> Vec<Html> {
    let mut items = Vec::new();
    for rule in &channel.milestones {
        let mut lines = vec![said(view, view.words.milestone_rule(rule), &rule.source)];
        lines.extend(in_case(view, &rule.when));
        items.push(el("li", "app-milestones__item").holds(lines));
    }
    if items.is_empty() { items } else { vec![el("ul", "app-milestones").holds(items)] }
}

fn steps(view: &View<'_>, channel: &Channel) -> Vec<Html> {
    let mut items = Vec::new();
    for step in channel.steps.value().into_iter().flatten() {
        let mut lines = background::step_lines(view, step);
        lines.extend(in_case(view, &step.when));
        items.push(el("li", "app-steps__item").holds(lines));
    }
    if items.is_empty() {
        return items;
    }
    vec![parts::details(view, view.labels.steps_open, el("ol", "app-steps").holds(items))]
}

/// Which case alone it concerns, if not every one.
fn in_case(view: &View<'_>, when: &Condition) -> Option<Html> {
    condition(view, when, true).map(|case| under(view.words.leaflet().in_case, case))
}

/// When it accepts, and how long and how often one is there.
fn hours(view: &View<'_>, channel: &Channel) -> Vec<Html> {
    let sources: Vec<&Source> = match &channel.opening {
        Opening::Desks(desks) => desks.desks.iter().map(|desk| &desk.source).collect(),
        Opening::RoundTheClock(portal) => vec![&portal.source],
    };
    let mut content = parts::sentences(view.words.opening(&channel.opening));
    content.extend(sources.into_iter().map(|source| parts::source(view, source)));
    content.extend(parts::sentences(view.words.at_the_desk(channel)));
    content
}

/// The documents, and what a lack of one leads to.
fn documents(view: &View<'_>, service: &PublicService, in_edition: &Edition, channel: &Channel) -> Vec<Html> {
    let list = &channel.evidence;
    let nearest = list.nearest.as_ref();
    let edition = nearest.and_then(|nearest| service.edition(&nearest.edition));
    let mut content = Vec::new();
    if let Some(basis) = view.words.basis(list, edition) {
        let mut lines = vec![bare("p").says(basis), parts::source(view, &list.source)];
        if let Some((edition, there)) = edition.zip(nearest)
            && let Some(channel) = edition.channel(there.channel)
        {
            let way = link(["#", &channel_id(edition, channel)].concat()).says(view.words.leaflet().nearest_list);
            lines.push(bare("p").wraps(way));
        }
        content.push(parts::notice(Tone::Care, all(lines)));
    }
    let mut items = Vec::new();
    for rule in &list.rules {
        items.push(document(view, rule));
    }
    if !items.is_empty() {
        content.push(el("ul", "app-checklist").holds(items));
    }
    let incomplete = view.words.if_incomplete(channel.if_incomplete.value);
    content.push(said(view, incomplete, &channel.if_incomplete.source));
    content.extend(view.words.refusal_receipt(in_edition, channel).map(|receipt| bare("p").says(receipt)));
    content
}

/// One document: what exactly, when it is asked for, how long it is good for, and where that stands.
fn document(view: &View<'_>, rule: &EvidenceRule) -> Html {
    // A line that is there only to say when the document is not valid asks for it in every case.
    let only_invalid = matches!(&rule.validity, Some(Validity::NotWhen { condition, .. }) if *condition == rule.when);
    let case = if only_invalid { None } else { condition(view, &rule.when, true) };
    let mut lines = vec![bare("p").says(rule.text.get(view.state.lang))];
    for sentence in view.words.demand(rule.demand, case.is_some()) {
        lines.push(bare("p").says(sentence));
    }
    lines.extend(case);
    match &rule.validity {
        None => {}
        Some(Validity::MaxAge { fact, days }) => lines.push(bare("p").says(view.words.valid_for(fact, *days))),
        Some(Validity::NotWhen { condition: never, .. }) => {
            lines.extend(condition(view, never, true).map(|case| under(view.words.leaflet().not_valid_when, case)));
        }
    }
    lines.push(parts::source(view, &rule.source));
    el("li", "app-document").holds(vec![
        el("h5", "app-document__name").says(view.words.evidence_name(&rule.evidence).to_owned()),
        el("div", "app-document__about").holds(lines),
    ])
}

/// The terms in their order, and how the day of acceptance is taken.
fn terms(view: &View<'_>, channel: &Channel) -> Vec<Html> {
    let terms = match &channel.terms {
        Known::Known { value, .. } => value,
        Known::Unknown { because, source } => return vec![said(view, view.words.term_unknown(*because), source)],
    };
    let mut content: Vec<_> = terms.iter().map(|rule| term(view, rule)).collect();
    if 1 < content.len() {
        let list = parts::list("ol", "app-list", content);
        content = vec![bare("p").says(view.words.leaflet().first_that_fits), list];
    }
    // Minutes run from the moment itself: no day is in or out.
    if !terms.iter().all(is_in_minutes) {
        content.push(said(view, view.words.acceptance_day(channel), channel.acceptance_day.source()));
    }
    content
}

fn term(view: &View<'_>, term: &ProcessingTime) -> Html {
    let say = view.words.leaflet();
    let mut sentences = view.words.term_rule(term).into_iter();
    let mut lines: Vec<_> =
        sentences.next().map(|whole| bare("p").wraps(bare("strong").says(whole))).into_iter().collect();
    lines.extend(in_case(view, &term.when));
    lines.push(bare("p").says(sentences.collect::<Vec<_>>().join(" ")));
    let legs = view.words.term_legs(term);
    if !legs.is_empty() {
        lines.push(parts::list("ol", "app-list", parts::texts(legs)));
    }
    let unsure = term.no_earliest_when.as_ref().and_then(|when| condition(view, when, true));
    lines.extend(unsure.map(|case| under(say.no_earliest_when, case)));
    lines.push(parts::source(view, &term.source));
    bare("div").holds(lines)
}

/// A condition, or its opposite, as a list; nothing where it always holds.
fn condition(view: &View<'_>, of: &Condition, holds: bool) -> Option<Html> {
    let (members, together) = match of {
        Condition::Always => return None,
        Condition::Not(part) => return condition(view, part, !holds),
        Condition::All(members) => (members, holds),
        Condition::Any(members) => (members, !holds),
        leaf => return Some(parts::list("ul", "app-list", vec![member(view, leaf, holds)])),
    };
    let say = view.words.leaflet();
    let intro = if together { say.all_of } else { say.any_of };
    let members = members.iter().map(|of| member(view, of, holds)).collect();
    Some(under(intro, parts::list("ul", "app-list", members)))
}

fn member(view: &View<'_>, of: &Condition, holds: bool) -> Html {
    match of {
        Condition::Not(part) => member(view, part, !holds),
        Condition::All(_) | Condition::Any(_) => condition(view, of, holds).unwrap_or_default(),
        leaf => text(view.words.condition(leaf, holds)),
    }
}
