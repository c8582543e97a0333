//! The desk: the whole case and the whole answer on one screen, for a clerk at a keyboard.
//!
//! Every input is a native one and bears the key that it sets as its name, so that one listener serves them all.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::element::{Element, On, all, bare, el};
use super::forms::{error_id, error_message, field_id, input};
use super::journey::{fact_type, facts_used, offered};
use super::state::{Action, FILING_DAY, FILING_TIME};
use super::typed::{day_text, read_time, time_text, wrong_date};
use super::{View, answer, headline, parts};
use crate::engine::case::FactValue;
use crate::engine::catalogue::{ChannelId, FactKind, FactType, PublicService};
use crate::engine::told::Names;
use crate::engine::verdict::DocumentStatus;
use crate::words::more::desk::Desk;

/// The clerk's page.
pub fn page(view: &View<'_>) -> Html {
    let (labels, stay) = (view.labels, Callback::from(|event: Event| event.prevent_default()));
    let inputs = el("form", "app-desk__inputs").attr("novalidate", "novalidate");
    let inputs = inputs.hears(On::Change, changed(view)).hears(On::Submit, stay).holds(vec![
        group(labels.filing_name, filing(view)),
        group(Desk::of(view.state.lang).facts, facts(view)),
        group(labels.documents_name, documents(view)),
    ]);
    let answer = el("div", "app-desk__answer").attr("role", "region").attr("aria-labelledby", parts::HEADING);
    let answer = answer.attr("tabindex", "0").wraps(result(view));
    parts::frame(view, header(view), el("div", "app-desk").holds(vec![inputs, answer]))
}

/// Takes over what a field says as soon as it is left, chosen or sent with Enter.
fn changed(view: &View<'_>) -> Callback<Event> {
    let (act, [day, time]) = (view.act.clone(), filing_texts(view));
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        let said = |what| js_sys::Reflect::get(&target, &JsValue::from_str(what)).ok()?.as_string();
        let (Some(key), Some(value)) = (said("name"), said("value")) else { return };
        let at = |day: &str, time: &str| Action::Tell { key: "at".to_owned(), value: [day, " ", time].concat() };
        act.emit(match key.as_str() {
            "service" => Action::Choose { service: value },
            "docs" => Action::Tick(value),
            FILING_DAY => at(value.trim(), &time),
            FILING_TIME => at(&day, &value.trim().replace(' ', ":")),
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
    let mut services = Vec::new();
    for entry in &view.world.catalogue.index {
        services.push((entry.id.as_str(), entry.title.get(view.state.lang)));
    }
    let choice = choice(
        "service",
        Desk::of(view.state.lang).service,
        services,
        view.state.service.as_deref().unwrap_or_default(),
    );
    let service = el("div", "app-desk__service").hears(On::Change, changed(view)).wraps(choice);
    parts::bar(vec![parts::home(view), service, parts::languages(view)])
}

/// Inputs that belong together; nothing where there are none.
fn group(legend: &'static str, mut rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    rows.insert(0, el("legend", "app-rows__legend").says(legend));
    el("fieldset", "app-rows").key(legend).holds(rows)
}

fn filing(view: &View<'_>) -> Vec<Html> {
    let (state, labels) = (view.state, view.labels);
    let channels = &view.world.catalogue.vocabulary.channels;
    let ways = ChannelId::ALL.map(|id| (id.slug(), view.words.named(channels, id.slug()))).into();
    let mut editions = vec![("", labels.rules_by_day)];
    for edition in view.world.service(state).iter().flat_map(|service| &service.editions) {
        editions.push((edition.id.as_str(), edition.title.get(state.lang)));
    }
    let [day, time] = filing_texts(view);
    let bad_day = wrong_date(&day, labels);
    let bad_time = read_time(&time).is_none().then_some(labels.write_time);
    vec![
        choice("channel", labels.channel_name, ways, state.channel.map_or("", ChannelId::slug)),
        typed(FILING_DAY, labels.day, day, labels.date_hint, bad_day),
        typed(FILING_TIME, labels.time, time, labels.time_hint, bad_time),
        choice("edition", labels.rules_chosen, editions, state.edition.as_deref().unwrap_or_default()),
        date(view, "known_on", Desk::of(view.state.lang).known_on, state.known_on.map(day_text), ""),
    ]
}

/// Every fact of the edition and the channel, asked of applicants or not.
fn facts(view: &View<'_>) -> Vec<Html> {
    let (world, state) = (view.world, view.state);
    let edition = view.verdict.and_then(|verdict| verdict.edition).or_else(|| world.edition(state));
    let (Some(service), Some(edition)) = (world.service(state), edition) else { return Vec::new() };
    let mut rows = Vec::new();
    for id in facts_used(service, edition, state.channel.and_then(|channel| edition.channel(channel))) {
        rows.extend(fact_type(world.catalogue, id).map(|fact| tell(view, fact, service)));
    }
    rows
}

fn tell(view: &View<'_>, fact: &FactType, service: &PublicService) -> Html {
    let (id, name, told) = (fact.id.as_str(), fact.name.get(view.state.lang), view.state.facts.get(&fact.id));
    let mut options = vec![("", view.labels.not_known)];
    match fact.kind {
        FactKind::Boolean => options.extend([("true", view.labels.yes), ("false", view.labels.no)]),
        FactKind::Word => {
            for word in offered(fact, service) {
                options.push((&word.id, word.name.get(view.state.lang)));
            }
        }
        FactKind::Date | FactKind::Moment => {
            let hour = if fact.kind == FactKind::Moment { " 10:00" } else { "" };
            let told = told.map(|told| match told {
                FactValue::Date(day) => day_text(*day),
                FactValue::Moment(at) => [&day_text(at.date()), " ", &time_text(*at)].concat(),
                other => other.to_string(),
            });
            return date(view, id, name, told, hour);
        }
    }
    let told = told.map(FactValue::to_string).unwrap_or_default();
    // A link may tell a word that this service does not offer.
    if options.iter().all(|(id, _)| *id != told) {
        let word = fact.values.iter().find(|word| word.id == told);
        options.extend(word.map(|word| (word.id.as_str(), word.name.get(view.state.lang))));
    }
    choice(id, name, options, &told)
}

/// A row for a date, or a date and an hour: as told, or as typed while it cannot be read.
fn date(view: &View<'_>, name: &str, label: &str, told: Option<String>, hour: &str) -> Html {
    let draft = view.state.draft.get(name).cloned();
    let error = draft.as_deref().map(|draft| wrong_date(draft, view.labels).unwrap_or(view.labels.write_date));
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
    shown.extend(held.into_iter().flat_map(Names::iter));
    let mut rows = Vec::new();
    for (place, id) in shown.iter().enumerate() {
        if !shown.iter().take(place).any(|earlier| earlier == id) {
            let tick = input("app-tick__input", "checkbox").attr("name", "docs").value((*id).to_owned());
            let tick = tick.checked(held.is_some_and(|held| held.contains(id))).alone();
            let name = bare("span").says(view.words.evidence_name(id).to_owned());
            rows.push(el("label", "app-tick").key(id).holds(vec![tick, name]));
        }
    }
    rows
}

/// A row with a list to choose from.
fn choice(name: &str, label: &str, options: Vec<(&str, &str)>, chosen: &str) -> Html {
    let mut items = Vec::new();
    for (value, text) in options {
        let option = bare("option").attr("value", value.to_owned()).selected(value == chosen);
        items.push(option.says(text.to_owned()));
    }
    row(name, label, el("select", "app-row__input"), items, None)
}

/// A row with a field to type in.
fn typed(name: &str, label: &str, text: String, hint: impl Into<AttrValue>, error: Option<&'static str>) -> Html {
    let field = input("app-row__input", "text").value(text).attr("placeholder", hint).attr("autocomplete", "off");
    let field = match error {
        Some(_) => field.attr("aria-invalid", "true").attr("aria-describedby", error_id(name)),
        None => field,
    };
    row(name, label, field, Vec::new(), error)
}

fn row(name: &str, label: &str, field: Element, holds: Vec<Html>, error: Option<&'static str>) -> Html {
    let field = field.attr("id", field_id(name)).attr("name", name.to_owned());
    el("div", "app-row").key(name).holds(vec![
        el("label", "app-row__label").attr("for", field_id(name)).says(label.to_owned()),
        field.holds(holds),
        error_message(name, error),
    ])
}

/// The whole answer; none while one of the two days it rests on cannot be read.
fn result(view: &View<'_>) -> Html {
    let draft = &view.state.draft;
    let is_readable = !draft.contains("at") && !draft.contains("known_on");
    let Some(verdict) = view.verdict.filter(|_| is_readable) else {
        return bare("div").attr("role", "status").wraps(parts::heading(view.labels.please_correct));
    };
    let edition = verdict.edition.map(|edition| edition.title.get(view.state.lang)).unwrap_or_default();
    all(vec![
        bare("div")
            .attr("role", "status")
            .holds(vec![headline::summary(view, verdict), el("p", "app-caption").says(edition)]),
        el("div", "app-desk__column")
            .holds(vec![answer::standing_of_case(view, verdict), answer::what_next(view, verdict)]),
        el("div", "app-desk__column").wraps(answer::day_and_grounds(view, verdict)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::lang::Lang;
    use crate::ui::tests::rendered;

    /// Renders the desk's page.
    fn desk(address: &str) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        tokio::task::LocalSet::new().block_on(&runtime, rendered(address.to_owned()))
    }

    #[test]
    fn a_desk_shows_every_input_and_the_answer_of_every_edition_and_channel() {
        for service in &content::shipped().catalogue.services {
            for edition in &service.editions {
                for channel in &edition.channels {
                    let told = format!("?at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                    for lang in Lang::ALL {
                        let address = format!("#/staff/{}/{}{told}", lang.code(), service.id);
                        let html = desk(&address);
                        assert_eq!(html.matches("<h1").count(), 1, "{address}: {html}");
                        assert!(!html.contains('{'), "{address}: {html}");
                        let facts = facts_used(service, edition, Some(channel));
                        let keys = ["service", "channel", FILING_DAY, FILING_TIME, "edition", "known_on"];
                        for key in facts.into_iter().chain(keys) {
                            assert_eq!(html.matches(&format!(" name=\"{key}\"")).count(), 1, "{address}: {key}");
                        }
                        for part in ["acceptance", "right", "documents", "sources"] {
                            assert_eq!(html.matches(&format!(" id=\"{part}\"")).count(), 1, "{address}: {part}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_desk_has_the_facts_that_applicants_are_not_asked() {
        let used = |service: &str, edition: &str, channel| {
            let service = content::shipped().catalogue.service(service).unwrap();
            let edition = service.edition(edition).unwrap();
            facts_used(service, edition, edition.channel(channel))
        };
        let certificate = used("tve-incomplete-certificate", "order-19-2023", ChannelId::StateCorporation);
        for fact in ["pickup_at", "data_errors_found", "court_bar", "desk", "provider_in_place"] {
            assert!(certificate.contains(&fact), "{fact}: {certificate:?}");
        }
        assert!(used("he-diploma-duplicate", "order-127-2018", ChannelId::StateCorporation).contains(&"delivery"));
        let transfer = used("tve-transfer-reinstatement", "almaty-oblast-425-2019", ChannelId::ProviderOffice);
        assert!(transfer.contains(&"office_week") && transfer.contains(&"next_exam_session_start"), "{transfer:?}");
    }

    #[test]
    fn a_desk_proves_the_day_and_names_the_acts() {
        let address = "#/staff/en/tve-diploma-duplicate?at=2019-12-20T10:00&channel=provider_office\
                       &college_region=almaty_oblast&docs=application,id_copy,newspaper_extract\
                       &newspaper_published=2019-12-12&reason=lost";
        let html = desk(address);
        assert!(html.contains("value=\"20.12.2019\"") && html.contains("value=\"12.12.2019\""), "{html}");
        assert_eq!(html.matches(" checked class=").count(), 3, "{html}");
        // Day 0 and the twenty calendar days after it, each once.
        assert_eq!(html.matches("app-proof__day app-proof__day--").count(), 1 + 20, "{html}");
        assert!(html.contains("Thursday, 9 January 2020"), "{html}");
    }
}
