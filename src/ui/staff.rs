//! The desk: the whole case and the whole answer on one screen, for a clerk at a keyboard.
//!
//! Every input is a native one and bears the key that it sets as its name, so that one listener serves them all.

use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

use super::forms::field_id;
use super::journey::{fact_type, facts_used, offered};
use super::state::{Action, FILING_DAY, FILING_TIME};
use super::typed::{day_text, read_date, read_time, time_text};
use super::{View, answer, parts};
use crate::engine::calendar::DayStatus;
use crate::engine::case::FactValue;
use crate::engine::catalogue::{ChannelId, FactKind, FactType, PublicService};
use crate::engine::verdict::{DayPart, DocumentStatus, ProofDay};
use crate::words::dates;

/// The clerk's page.
pub fn page(view: &View<'_>) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let main = html! {
        <div class="app-desk">
            <form class="app-desk__inputs" novalidate=true onchange={changed(view)} {onsubmit}>
                { group(view.labels.filing_name, filing(view)) }
                { group(view.labels.facts, facts(view)) }
                { group(view.labels.documents_name, documents(view)) }
            </form>
            <div class="app-desk__answer" role="region" aria-labelledby={parts::HEADING} tabindex="0">
                { result(view) }
            </div>
        </div>
    };
    parts::frame(view, header(view), main)
}

/// Takes over what a field says as soon as it is left, chosen or sent with Enter.
fn changed(view: &View<'_>) -> Callback<Event> {
    let (act, [day, time]) = (view.act.clone(), filing_texts(view));
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        let said = |what| js_sys::Reflect::get(&target, &JsValue::from_str(what)).ok()?.as_string();
        let (Some(key), Some(value)) = (said("name"), said("value")) else { return };
        act.emit(match key.as_str() {
            "service" => Action::Choose { service: value },
            "docs" => Action::Tick(value),
            FILING_DAY => Action::Tell { key: "at".to_owned(), value: [value.trim(), " ", &time].concat() },
            FILING_TIME => {
                Action::Tell { key: "at".to_owned(), value: [&day, " ", &value.trim().replace(' ', ":")].concat() }
            }
            _ => Action::Tell { key, value },
        });
    })
}

/// The day and the time of filing as their fields show them, also while they cannot be read.
fn filing_texts(view: &View<'_>) -> [String; 2] {
    if let Some((day, time)) = view.state.draft.get("at").and_then(|typed| typed.rsplit_once(' ')) {
        return [day.to_owned(), time.to_owned()];
    }
    let at = view.state.at.unwrap_or(view.world.now);
    [day_text(at.date()), time_text(at)]
}

fn header(view: &View<'_>) -> Html {
    let index = view.world.catalogue.index.iter();
    let services = index.map(|entry| (entry.id.as_str(), entry.title.get(view.state.lang))).collect();
    html! {
        <header class="app-header">
            <div class="app-header__inner">
                { parts::home(view) }
                <div class="app-desk__service" onchange={changed(view)}>
                    { choice("service", view.labels.service, services, view.state.service.as_deref()) }
                </div>
                { parts::languages(view) }
            </div>
        </header>
    }
}

/// Inputs that belong together; nothing where there are none.
fn group(legend: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! { <fieldset class="app-rows"><legend class="app-rows__legend">{ legend }</legend>{ rows }</fieldset> }
}

fn filing(view: &View<'_>) -> Vec<Html> {
    let (state, labels) = (view.state, view.labels);
    let channels = &view.world.catalogue.vocabulary.channels;
    let ways = ChannelId::ALL.map(|id| (id.slug(), view.words.named(channels, id.slug())));
    let mut editions = vec![("", labels.rules_by_day)];
    for edition in view.world.service(state).iter().flat_map(|service| &service.editions) {
        editions.push((edition.id.as_str(), edition.title.get(state.lang)));
    }
    let [day, time] = filing_texts(view);
    let bad_day = read_date(&day).is_none().then(|| labels.write_date.to_owned());
    let bad_time = read_time(&time).is_none().then(|| labels.write_time.to_owned());
    vec![
        choice("channel", labels.channel_name, ways.to_vec(), state.channel.map(ChannelId::slug)),
        typed(FILING_DAY, labels.day, day, labels.date_hint.to_owned(), bad_day),
        typed(FILING_TIME, labels.time, time, labels.time_hint.to_owned(), bad_time),
        choice("edition", labels.rules_chosen, editions, state.edition.as_deref()),
        date(view, "known_on", labels.known_on, state.known_on.map(day_text), ""),
    ]
}

/// Every fact of the edition and the channel, asked of applicants or not.
fn facts(view: &View<'_>) -> Vec<Html> {
    let (world, state) = (view.world, view.state);
    let edition = view.verdict.and_then(|verdict| verdict.edition).or_else(|| world.edition(state));
    let (Some(service), Some(edition)) = (world.service(state), edition) else { return Vec::new() };
    let mut rows = Vec::new();
    for id in facts_used(service, edition, state.channel.and_then(|channel| edition.channel(channel))) {
        if let Some(fact) = fact_type(world.catalogue, id) {
            rows.push(tell(view, fact, service));
        }
    }
    rows
}

fn tell(view: &View<'_>, fact: &FactType, service: &PublicService) -> Html {
    let (id, name) = (fact.id.as_str(), fact.name.get(view.state.lang));
    let told = view.state.facts.get(id);
    let mut options = vec![("", view.labels.not_known)];
    match (fact.kind, told) {
        (FactKind::Date, Some(FactValue::Date(day))) => return date(view, id, name, Some(day_text(*day)), ""),
        (FactKind::Date, _) => return date(view, id, name, None, ""),
        (FactKind::Moment, Some(FactValue::Moment(at))) => {
            return date(view, id, name, Some([&day_text(at.date()), " ", &time_text(*at)].concat()), " 10:00");
        }
        (FactKind::Moment, _) => return date(view, id, name, None, " 10:00"),
        (FactKind::Boolean, _) => options.extend([("true", view.labels.yes), ("false", view.labels.no)]),
        (FactKind::Word, _) => {
            for word in offered(fact, service) {
                options.push((&word.id, word.name.get(view.state.lang)));
            }
        }
    }
    let told = told.map(FactValue::to_string).unwrap_or_default();
    // A link may tell a word that this service does not offer.
    if let Some(word) =
        fact.values.iter().find(|word| word.id == told.as_str() && options.iter().all(|(id, _)| *id != told))
    {
        options.push((&word.id, word.name.get(view.state.lang)));
    }
    choice(id, name, options, Some(&told))
}

/// A row for a date, or a date and an hour: as told, or as typed while it cannot be read.
fn date(view: &View<'_>, name: &str, label: &str, told: Option<String>, hour: &str) -> Html {
    let draft = view.state.draft.get(name).cloned();
    let error = draft.is_some().then(|| [view.labels.write_date, hour].concat());
    let hint = [view.labels.date_hint, hour].concat();
    typed(name, label, draft.or(told).unwrap_or_default(), hint, error)
}

/// What bears on this case or is ticked already, to tick.
fn documents(view: &View<'_>) -> Vec<Html> {
    let mut shown: Vec<&str> = Vec::new();
    for line in view.verdict.iter().flat_map(|verdict| &verdict.documents.lines) {
        if line.status != DocumentStatus::NotDemanded {
            shown.push(&line.rule.evidence);
        }
    }
    let held = view.state.documents.as_ref();
    shown.extend(held.into_iter().flatten().map(String::as_str));
    let mut rows = Vec::new();
    for (place, id) in shown.iter().enumerate() {
        if !shown.iter().take(place).any(|earlier| earlier == id) {
            rows.push(html! {
                <label class="app-tick" key={*id}>
                    <input type="checkbox" name="docs" value={id.to_string()}
                        checked={held.is_some_and(|held| held.contains(*id))} />
                    <span>{ view.words.evidence_name(id).to_owned() }</span>
                </label>
            });
        }
    }
    rows
}

/// A row with a list to choose from.
fn choice(name: &str, label: &str, options: Vec<(&str, &str)>, chosen: Option<&str>) -> Html {
    let mut items = Vec::new();
    for (value, text) in options {
        items.push(option(value, text, chosen.unwrap_or_default() == value));
    }
    let id = field_id(name);
    row(name, label, html! { <select class="app-row__input" {id} name={name.to_owned()}>{ items }</select> }, None)
}

/// One of a list. Chosen is a property here and no attribute, which a browser heeds no more once somebody has chosen.
fn option(value: &str, text: &str, is_chosen: bool) -> Html {
    let mut option = VTag::new("option");
    let value = AttributeOrProperty::Attribute(value.to_owned().into());
    let chosen = AttributeOrProperty::Property(JsValue::from_bool(is_chosen));
    option.set_attributes(Attributes::Dynamic {
        keys: &["value", "selected"],
        values: Box::new([Some(value), Some(chosen)]),
    });
    option.add_child(VText::new(text.to_owned()).into());
    option.into()
}

/// A row with a field to type in.
fn typed(name: &str, label: &str, text: String, hint: String, error: Option<String>) -> Html {
    let field = html! {
        <input class="app-row__input" type="text" id={field_id(name)} name={name.to_owned()} value={text}
            placeholder={hint} autocomplete="off" aria-invalid={error.as_ref().map(|_| "true")}
            aria-describedby={error.as_ref().map(|_| error_id(name))} />
    };
    row(name, label, field, error)
}

fn error_id(name: &str) -> String {
    ["error-", name].concat()
}

fn row(name: &str, label: &str, input: Html, error: Option<String>) -> Html {
    html! {
        <div class="app-row" key={name}>
            <label class="app-row__label" for={field_id(name)}>{ label.to_owned() }</label>
            { input }
            if let Some(error) = error { <p id={error_id(name)} class="app-error">{ error }</p> }
        </div>
    }
}

/// The whole answer; none while one of the two days it rests on cannot be read.
fn result(view: &View<'_>) -> Html {
    let draft = &view.state.draft;
    let is_readable = !draft.contains_key("at") && !draft.contains_key("known_on");
    let Some(verdict) = view.verdict.filter(|_| is_readable) else {
        return html! { <div role="status">{ parts::heading(view.labels.please_correct) }</div> };
    };
    let [acceptance, right, documents] = answer::standing_of_case(view, verdict);
    let edition = verdict.edition.map(|edition| edition.title.get(view.state.lang));
    html! {
        <>
            <div role="status">
                { answer::summary(view, verdict) }
                <p class="app-caption">{ edition.unwrap_or_default() }</p>
            </div>
            <div class="app-desk__column">{ acceptance }{ documents }{ right }{ answer::what_next(view, verdict) }</div>
            <div class="app-desk__column">{ answer::day_and_grounds(view, verdict) }</div>
        </>
    }
}

/// The count as a table: each day with its number, or the reason why it has none and by which act.
pub fn count(view: &View<'_>, days: &[ProofDay]) -> Html {
    let mut rows = Vec::new();
    for day in days {
        // A day that is simply counted needs no act.
        let is_plain =
            matches!(day.part, DayPart::Counted { .. }) && !matches!(day.status, DayStatus::WorkedByOrder { .. });
        let act = view.words.day_act(day.status).filter(|_| !is_plain);
        let weekday = dates::weekday(view.state.lang, day.date);
        rows.push(html! {
            <tr>
                <td><time datetime={day.date.to_string()}>{ day_text(day.date) }</time>{ " " }{ weekday }</td>
                <td>
                    { view.words.proof_day(day) }
                    if let Some(act) = act { { " " }<small class="app-source">{ act }</small> }
                </td>
            </tr>
        });
    }
    html! {
        <table class="app-count">
            <thead><tr><th scope="col">{ view.labels.day }</th><th scope="col">{ view.labels.why }</th></tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}
