//! The applicant's journey: a service, the questions that still matter one at a time, the way and the moment of filing,
//! the documents, the answer.

use yew::prelude::*;

use super::View;
use super::answer;
use super::clock::ClockFault;
use super::element::{On, all, bare, button, el, text};
use super::forms::{self, Choice};
use super::journey::{is_outside, offered, question};
use super::parts::{self, Tone};
use super::state::{Action, DO_NOT_KNOW, FILING_DAY, FILING_TIME, Mode, State, Step};
use super::typed::{read_fact, read_time, wrong_date};
use super::ways;
use crate::engine::catalogue::{Channel, Edition, FactKind, FactType, IndexEntry, PublicService};
use crate::engine::verdict::{DocumentLine, DocumentStatus};
use crate::lang::Lang;

/// The applicant's page.
pub fn page(view: &View<'_>) -> Html {
    parts::frame(view, parts::header(view), main(view))
}

/// What the journey shows at this step; a kiosk shows the same in its own frame.
pub fn main(view: &View<'_>) -> Html {
    let (Some(service), Some(step)) = (view.world.service(view.state), &view.state.step) else { return start(view) };
    let content = match step {
        Step::Rules => rules(view, service),
        Step::Question(_) => ask(view, service, step),
        Step::Channel => channel(view),
        Step::Filing => filing(view),
        Step::Documents => documents(view),
        Step::Answer => answer::page(view),
        Step::Form => view.whole.map(|whole| (whole.form)(view)).unwrap_or_default(),
    };
    let class = match step {
        Step::Answer if view.state.lacks_filing() => "app-page app-page--no",
        Step::Answer if view.is_brief => "app-page app-page--brief",
        Step::Answer => "app-page app-page--answer",
        _ => "app-page app-page--step",
    };
    let caption = el("p", "app-caption").says(parts::service_title(view, &service.id));
    // A page of its own: to change one into another takes a browser longer.
    el("div", class).key(step.slug()).holds(vec![parts::back(view), caption, content])
}

/// The first page: what this is, and the services.
fn start(view: &View<'_>) -> Html {
    let found = if view.is_brief { Vec::new() } else { found(view) };
    let search = {
        let act = view.act.clone();
        Callback::from(move |event: Event| act.emit(Action::Search(forms::typed(&event).unwrap_or_default())))
    };
    let input = el("input", "app-input app-search__input").attr("id", "search").attr("type", "search");
    let input = input.attr("autocomplete", "off").value(view.state.search.typed.clone()).hears(On::Input, search);
    let label = el("label", "app-field__label").attr("for", "search").says(view.labels.search);
    let form = el("form", "app-search").attr("role", "search");
    let form = form.hears(On::Submit, Callback::from(|event: Event| event.prevent_default()));
    let count = match view.state.search.found.as_deref() {
        None => "",
        Some("") => view.labels.nothing_found,
        Some(_) => view.labels.found_below,
    };
    el("div", "app-page app-page--start").holds(vec![
        parts::heading(view.labels.start_title),
        el("p", "app-lead").says(view.labels.start_lead),
        form.holds(vec![label, input.alone()]),
        el("p", "app-search__count").attr("role", "status").says(count),
        el("ul", "app-services").holds(found),
    ])
}

/// The services that the search has found, in its order; all of them while it has found none.
fn found(view: &View<'_>) -> Vec<Html> {
    let index = &view.world.catalogue.index;
    match view.state.search.found.as_deref().filter(|found| !found.is_empty()) {
        None => index.iter().map(|entry| service_item(view, entry, "")).collect(),
        Some(found) => {
            let hits = found.lines().filter_map(|line| line.split_once('\t'));
            let entry = |id: &str| index.iter().find(|entry| entry.id == *id);
            hits.filter_map(|(id, reason)| Some(service_item(view, entry(id)?, reason))).collect()
        }
    }
}

fn service_item(view: &View<'_>, entry: &IndexEntry, reason: &str) -> Html {
    let mut content = vec![text(entry.title.get(view.state.lang))];
    if !reason.is_empty() {
        content.push(el("span", "app-services__reason").says(reason.to_owned()));
    }
    let content = el("span", "app-services__title").holds(content);
    let class = "app-services__choice";
    let choose = Action::Choose { service: entry.id.to_string() };
    let choice = if view.state.mode == Mode::Kiosk {
        button(class, view, choose)
    } else {
        let State { mode, lang, .. } = *view.state;
        let chosen = State { mode, lang, service: Some(entry.id.to_string()), ..State::default() };
        el("a", class).attr("href", chosen.to_fragment()).leads(view, choose)
    };
    el("li", "app-services__item").key(&entry.id).wraps(choice.wraps(content))
}

/// Which rules to answer by. Where no edition is known for the day: that, and what is reported since.
fn rules(view: &View<'_>, service: &PublicService) -> Html {
    let labels = view.labels;
    let by_day = State { edition: None, ..view.state.clone() };
    let is_known = view.world.edition(&by_day).is_some();
    let official = parts::official_name(view, &service.name.value);
    let mut content = if is_known {
        let by_day = el("span", "app-editions__title").says(labels.rules_by_day);
        let by_day = button("app-editions__choice", view, Action::Refer(None)).wraps(by_day);
        vec![parts::heading(labels.rules_chosen), official, by_day]
    } else {
        let at = view.state.at.unwrap_or(view.world.meanwhile());
        let filing = vec![
            text(labels.filing_name),
            text(": "),
            parts::moment(view, at),
            text(" "),
            parts::way(view, "app-link", Step::Filing, text(labels.change)),
        ];
        let lead = el("p", "app-lead").says(labels.rules_lead);
        vec![parts::heading(labels.rules_title), bare("p").holds(filing), lead, official]
    };
    let ways = if is_known { labels.rules_chosen } else { labels.rules_known };
    content.extend([
        parts::section("known", ways, editions(view, service)),
        parts::section("reported", labels.reported_since, reported(view, service)),
        parts::notice(Tone::Plain, parts::ask(view)),
    ]);
    if view.state.lang != Lang::Kk {
        content.push(el("p", "app-hint").says(labels.kazakh_binds));
    }
    all(content)
}

/// The known editions that may bind where the person is, to see the answer by as a reference.
pub fn editions(view: &View<'_>, service: &PublicService) -> Vec<Html> {
    let mut items = Vec::new();
    for edition in &service.editions {
        if !is_outside(edition, view.state) {
            items.push(edition_item(view, edition));
        }
    }
    if items.is_empty() {
        return items;
    }
    vec![bare("p").says(view.labels.rules_known_hint), el("ul", "app-editions").holds(items)]
}

/// What is reported since the known editions, if anything is.
pub fn reported(view: &View<'_>, service: &PublicService) -> Vec<Html> {
    if service.reported_since.is_empty() {
        return Vec::new();
    }
    vec![bare("p").says(view.labels.reported_hint), parts::reports(view, &service.reported_since)]
}

fn edition_item(view: &View<'_>, edition: &Edition) -> Html {
    let is_chosen = view.state.edition.as_deref() == Some(edition.id.as_str());
    let choice = button("app-editions__choice", view, Action::Refer(Some(edition.id.to_string())));
    let choice = choice.attr_if(is_chosen, "aria-pressed", "true").holds(vec![
        el("span", "app-editions__title").says(edition.title.get(view.state.lang)),
        el("span", "app-editions__span").says(view.words.in_force(&edition.in_force)),
    ]);
    el("li", "app-editions__item").wraps(choice)
}

/// One question.
fn ask(view: &View<'_>, service: &PublicService, step: &Step) -> Html {
    let Some(fact) = question(view.world.catalogue, step) else { return Html::default() };
    let lang = view.state.lang;
    let draft = view.state.draft.get(fact.id.as_str()).map(String::as_str);
    let error = (view.state.refused > 0 && !is_readable(fact, draft)).then_some(match fact.kind {
        FactKind::Boolean | FactKind::Word => view.labels.choose_one,
        FactKind::Date => wrong_date(draft.unwrap_or_default(), view.labels).unwrap_or(view.labels.write_date),
        FactKind::Moment => view.labels.moment_hint,
    });
    let errors: Vec<_> = error.map(|error| (fact.id.to_string(), error)).into_iter().collect();
    let question = fact.question.get(lang);
    let hint = fact.hint.as_ref().map(|hint| hint.get(lang));
    if matches!(fact.kind, FactKind::Boolean | FactKind::Word) {
        let answers = answers(view, fact, service);
        let fields = forms::choices(view, &fact.id, question, hint, answers, draft, error);
        return forms::form(view, &errors, fields, Html::default());
    }
    let mut fields = vec![parts::heading(question)];
    fields.extend(hint.map(|hint| el("p", "app-hint").says(hint)));
    let name = text(fact.name.get(lang));
    fields.push(match fact.kind {
        FactKind::Moment => forms::clock_field(view, "datetime-local", &fact.id, name, view.labels.moment_hint, error),
        _ => forms::date_field(view, &fact.id, name, view.labels.date_hint, error),
    });
    // Among choices, "I do not know" is one of them; here it is another way on.
    let skip = button("app-button app-button--quiet", view, Action::Skip).says(view.labels.do_not_know);
    forms::form(view, &errors, all(fields), skip)
}

fn is_readable(fact: &FactType, draft: Option<&str>) -> bool {
    draft.is_some_and(|draft| draft == DO_NOT_KNOW || read_fact(fact, draft).is_some())
}

/// The answers to choose from; "I do not know" is one of them.
fn answers(view: &View<'_>, fact: &FactType, service: &PublicService) -> Vec<Choice> {
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: bare("span").says(label.to_owned()),
        hint: Html::default(),
    };
    let mut choices = match fact.kind {
        FactKind::Boolean => vec![choice("true", view.labels.yes), choice("false", view.labels.no)],
        _ => offered(fact, service).into_iter().map(|word| choice(&word.id, word.name.get(view.state.lang))).collect(),
    };
    choices.push(choice(DO_NOT_KNOW, view.labels.do_not_know));
    choices
}

/// Where the person files.
fn channel(view: &View<'_>) -> Html {
    let Some(edition) = view.world.edition(view.state) else { return Html::default() };
    let drafted = view.state.draft.get("channel").map(String::as_str);
    let chosen = drafted.or(view.state.channel.map(|channel| channel.slug()));
    let error = (view.state.refused > 0 && chosen.is_none()).then_some(view.labels.choose_one);
    let errors: Vec<_> = error.map(|error| ("channel".to_owned(), error)).into_iter().collect();
    let mut options = Vec::new();
    for channel in &edition.channels {
        options.push(channel_choice(view, channel));
    }
    let fields = forms::choices(view, "channel", view.labels.channel_title, None, options, chosen, error);
    forms::form(view, &errors, fields, Html::default())
}

fn channel_choice(view: &View<'_>, channel: &Channel) -> Choice {
    let name = view.words.named(&view.world.catalogue.vocabulary.channels, channel.id.slug());
    let mut lines = Vec::new();
    for line in view.words.opening(&channel.opening) {
        lines.push(el("span", "app-choice__hint").says(line));
    }
    Choice { value: channel.id.slug().to_owned(), label: bare("span").says(name.to_owned()), hint: all(lines) }
}

/// When the person files.
fn filing(view: &View<'_>) -> Html {
    let draft = |field: &str| view.state.draft.get(field).map(String::as_str).unwrap_or_default();
    let refused = view.state.refused > 0;
    let bad_day = wrong_date(draft(FILING_DAY), view.labels).filter(|_| refused);
    let bad_time = (refused && read_time(draft(FILING_TIME)).is_none()).then_some(view.labels.write_time);
    let mut errors = Vec::new();
    for (field, error) in [(FILING_DAY, bad_day), (FILING_TIME, bad_time)] {
        errors.extend(error.map(|error| (field.to_owned(), error)));
    }
    let labels = view.labels;
    let fault = view.world.proposed().err().filter(|_| view.state.at.is_none()).map(|fault| match fault {
        ClockFault::BeforeBuild => labels.clock_behind,
        ClockFault::BeyondHorizon => labels.clock_beyond,
    });
    let fields = vec![
        parts::heading(labels.filing_title),
        match fault {
            Some(why) => {
                let why = vec![bare("p").says(why), bare("p").says(labels.no_day_proposed)];
                parts::notice(Tone::Care, all(why))
            }
            None => el("p", "app-hint").says(labels.filing_hint),
        },
        forms::date_field(view, FILING_DAY, text(labels.day), labels.date_hint, bad_day),
        forms::clock_field(view, "time", FILING_TIME, text(labels.time), labels.time_hint, bad_time),
    ];
    forms::form(view, &errors, all(fields), Html::default())
}

/// What to bring, to tick; and what not to bring.
fn documents(view: &View<'_>) -> Html {
    let Some(verdict) = view.verdict else { return Html::default() };
    let (mut asked, mut not_demanded) = (Vec::new(), Vec::new());
    for line in &verdict.documents.lines {
        if line.status == DocumentStatus::NotDemanded {
            not_demanded.push(answer::document(view, line));
        } else {
            asked.push(document_to_tick(view, line));
        }
    }
    let mut standing = vec![bare("p").says(view.words.documents(verdict))];
    if view.state.documents.is_some() {
        standing.extend(ways::fixes(view));
    }
    let mut fields = vec![
        parts::heading(view.labels.documents_title),
        el("p", "app-hint").says(view.labels.documents_hint),
        if asked.is_empty() {
            bare("p").says(view.labels.no_documents_to_tick)
        } else {
            el("ul", "app-checklist").holds(asked)
        },
    ];
    if !not_demanded.is_empty() {
        let list = el("ul", "app-checklist").holds(not_demanded);
        fields.push(parts::section("not-demanded", view.labels.do_not_bring, vec![list]));
    }
    // Below the boxes, so that nothing moves under the finger.
    fields.push(el("div", "app-standing").attr("role", "status").holds(standing));
    forms::form(view, &[], all(fields), Html::default())
}

/// A document with a box to tick.
pub fn document_to_tick(view: &View<'_>, line: &DocumentLine<'_>) -> Html {
    let evidence = &line.rule.evidence;
    let id = forms::field_id(evidence);
    let about = ["about-", evidence].concat();
    let tick = el("input", "app-choice__input").attr("type", "checkbox").attr("id", id.clone()).checked(line.held);
    let tick = tick.attr("aria-describedby", about.clone());
    let tick = tick.acts(On::Change, view, Action::Tick(evidence.to_string())).alone();
    let label = el("label", "app-choice__label").attr("for", id);
    let label = label.says(view.words.evidence_name(evidence).to_owned());
    el("li", "app-document").key(evidence).holds(vec![
        el("div", "app-choice").holds(vec![tick, label]),
        el("div", "app-document__about").attr("id", about).wraps(answer::about_document(view, line, true)),
    ])
}
