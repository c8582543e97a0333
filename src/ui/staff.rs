//! The desk: the whole case and the whole answer on one screen, for a clerk at a keyboard.
//!
//! Every input is a native one and bears the key that it sets as its name, so that one listener serves them all.

use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

use super::forms::{error_message, field_id};
use super::journey::{fact_type, facts_used, offered};
use super::state::{Action, FILING_DAY, FILING_TIME};
use super::typed::{day_text, time_text};
use super::{View, answer, parts};
use crate::engine::case::FactValue;
use crate::engine::catalogue::{ChannelId, FactKind, FactType};
use crate::engine::verdict::{DocumentStatus, ProofDay};
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
            FILING_TIME => Action::Tell { key: "at".to_owned(), value: [&day, " ", value.trim()].concat() },
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
    let wrong = state.draft.contains_key("at");
    let known_on = view.state.draft.get("known_on").cloned();
    let is_wrong = known_on.is_some();
    let known_on = known_on.or(state.known_on.map(day_text)).unwrap_or_default();
    vec![
        choice("channel", labels.channel_name, ways.to_vec(), state.channel.map(ChannelId::slug)),
        typed(FILING_DAY, labels.day, day, labels.date_hint, wrong.then_some(labels.write_date)),
        typed(FILING_TIME, labels.time, time, labels.time_hint, wrong.then_some(labels.write_time)),
        choice("edition", labels.rules_chosen, editions, state.edition.as_deref()),
        typed("known_on", labels.known_on, known_on, labels.date_hint, is_wrong.then_some(labels.write_date)),
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
            let words = offered(fact, service).into_iter().map(|word| (word.id.as_str(), word.name.get(state.lang)));
            rows.push(tell(view, fact, words.collect()));
        }
    }
    rows
}

fn tell(view: &View<'_>, fact: &FactType, words: Vec<(&str, &str)>) -> Html {
    let (id, name, labels) = (fact.id.as_str(), fact.name.get(view.state.lang), view.labels);
    let told = view.state.facts.get(id);
    let mut options = vec![("", labels.not_known)];
    let hint = match fact.kind {
        FactKind::Date => labels.date_hint,
        FactKind::Moment => labels.moment_hint,
        FactKind::Boolean => {
            options.extend([("true", labels.yes), ("false", labels.no)]);
            return choice(id, name, options, told.map(FactValue::to_string).as_deref());
        }
        FactKind::Word => {
            options.extend(words);
            return choice(id, name, options, told.map(FactValue::to_string).as_deref());
        }
    };
    let draft = view.state.draft.get(id);
    let text = match (draft, told) {
        (Some(draft), _) => draft.clone(),
        (None, Some(FactValue::Date(day))) => day_text(*day),
        (None, Some(FactValue::Moment(at))) => [&day_text(at.date()), " ", &time_text(*at)].concat(),
        (None, _) => String::new(),
    };
    typed(id, name, text, hint, draft.map(|_| labels.write_date))
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
fn typed(name: &str, label: &str, text: String, hint: &'static str, error: Option<&'static str>) -> Html {
    let field = html! {
        <input class="app-row__input" type="text" id={field_id(name)} name={name.to_owned()} value={text}
            placeholder={hint} autocomplete="off" aria-invalid={error.map(|_| "true")}
            aria-describedby={error.map(|_| format!("error-{name}"))} />
    };
    row(name, label, field, error)
}

fn row(name: &str, label: &str, input: Html, error: Option<&'static str>) -> Html {
    html! {
        <div class="app-row" key={name}>
            <label class="app-row__label" for={field_id(name)}>{ label.to_owned() }</label>
            { input }
            { error_message(name, error) }
        </div>
    }
}

/// The whole answer; none while something typed cannot be read.
fn result(view: &View<'_>) -> Html {
    let Some(verdict) = view.verdict.filter(|_| view.state.draft.is_empty()) else {
        return html! { <div role="status">{ parts::heading(view.labels.please_correct) }</div> };
    };
    let edition = verdict.edition.map(|edition| edition.title.get(view.state.lang));
    html! {
        <>
            <div role="status">
                { answer::summary(view, verdict) }
                <p class="app-caption">{ edition.unwrap_or_default() }</p>
            </div>
            { answer::body(view, verdict) }
        </>
    }
}

/// The count as a table: each day with its number, or the reason why it has none and by which act.
pub fn count(view: &View<'_>, days: &[ProofDay]) -> Html {
    let mut rows = Vec::new();
    for day in days {
        let act = view.words.day_act(day.status);
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
