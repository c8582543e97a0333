//! The applicant's journey: a service, the questions that still matter one at a time, the way and the moment of filing,
//! the documents, the answer.

use yew::prelude::*;

use super::View;
use super::answer;
use super::forms::{self, Choice};
use super::journey::{is_outside, offered, question};
use super::parts::{self, Tone};
use super::state::{Action, DO_NOT_KNOW, FILING_DAY, FILING_TIME, Mode, State, Step};
use super::typed::{read_date, read_fact, read_time};
use crate::baked::Str;
use crate::engine::catalogue::{Channel, Edition, FactKind, FactType, IndexEntry, PublicService};
use crate::engine::verdict::{DocumentLine, DocumentStatus, Verdict};
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
    };
    html! {
        <div class={format!("app-page app-page--{}", if *step == Step::Answer { "answer" } else { "step" })}>
            { parts::back(view) }
            <p class="app-caption">{ parts::service_title(view, &service.id) }</p>
            { content }
        </div>
    }
}

/// The first page: what this is, and the services.
fn start(view: &View<'_>) -> Html {
    let found: Vec<_> = view.world.catalogue.index.iter().filter(|entry| is_found(view, entry)).collect();
    let oninput = {
        let act = view.act.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            act.emit(Action::Search(input.map(|input| input.value()).unwrap_or_default()));
        })
    };
    let count = (!view.state.search.is_empty() && found.is_empty()).then_some(view.labels.nothing_found);
    html! {
        <div class="app-page app-page--start">
            { parts::heading(view.labels.start_title) }
            <p class="app-lead">{ view.labels.start_lead }</p>
            <form class="app-search" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                <label class="app-field__label" for="search">{ view.labels.search }</label>
                <input id="search" class="app-input app-search__input" type="search" autocomplete="off"
                    value={view.state.search.clone()} {oninput} />
            </form>
            <p class="app-search__count" role="status">{ count.unwrap_or_default() }</p>
            <ul class="app-services">{ for found.into_iter().map(|entry| service_item(view, entry)) }</ul>
        </div>
    }
}

/// Whether every word that is looked for begins a word of the title, in any language, or of the keywords.
fn is_found(view: &View<'_>, entry: &IndexEntry) -> bool {
    let titles = Lang::ALL.map(|lang| entry.title.get(lang));
    let words = titles.into_iter().chain(entry.keywords.iter().map(Str::as_str));
    let text = words.map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let searched = view.state.search.to_lowercase();
    searched
        .split_whitespace()
        .all(|word| text.split(|letter: char| !letter.is_alphanumeric()).any(|begun| begun.starts_with(word)))
}

fn service_item(view: &View<'_>, entry: &IndexEntry) -> Html {
    let title = entry.title.get(view.state.lang);
    let content = html! { <span class="app-services__title">{ title }</span> };
    let class = "app-services__choice";
    let choice = if view.state.mode == Mode::Kiosk {
        let onclick = view.on(Action::Choose { service: entry.id.to_string() });
        html! { <button type="button" {class} {onclick}>{ content }</button> }
    } else {
        let State { mode, lang, .. } = *view.state;
        let chosen = State { mode, lang, service: Some(entry.id.to_string()), ..State::default() };
        html! { <a {class} href={chosen.to_fragment()}>{ content }</a> }
    };
    html! { <li key={entry.id.as_str()} class="app-services__item">{ choice }</li> }
}

/// Which rules to answer by. Where no edition is known for the day: that, and what is reported since.
fn rules(view: &View<'_>, service: &PublicService) -> Html {
    let labels = view.labels;
    let by_day = State { edition: None, ..view.state.clone() };
    let is_known = view.world.edition(&by_day).is_some();
    let title = if is_known { labels.rules_chosen } else { labels.rules_title };
    let ways = if is_known { labels.rules_chosen } else { labels.rules_known };
    html! {
        <>
            { parts::heading(title) }
            if !is_known { <p class="app-lead">{ labels.rules_lead }</p> }
            { parts::official_name(view, &service.name.value) }
            if is_known {
                <button type="button" class="app-editions__choice" onclick={view.on(Action::Refer(None))}>
                    <span class="app-editions__title">{ labels.rules_by_day }</span>
                </button>
            }
            { parts::section("known", ways, editions(view, service)) }
            { parts::section("reported", labels.reported_since, reported(view, service)) }
            { parts::notice(Tone::Plain, parts::ask(view)) }
            if view.state.lang != Lang::Kk {
                <p class="app-hint">{ labels.kazakh_binds }</p>
            }
        </>
    }
}

/// The known editions that may bind where the person is, to see the answer by as a reference.
pub fn editions(view: &View<'_>, service: &PublicService) -> Vec<Html> {
    let binding = service.editions.iter().filter(|edition| !is_outside(edition, view.state));
    let items: Vec<_> = binding.map(|edition| edition_item(view, edition)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![html! { <><p>{ view.labels.rules_known_hint }</p><ul class="app-editions">{ items }</ul></> }]
}

/// What is reported since the known editions, if anything is.
pub fn reported(view: &View<'_>, service: &PublicService) -> Vec<Html> {
    if service.reported_since.is_empty() {
        return Vec::new();
    }
    vec![html! { <p>{ view.labels.reported_hint }</p> }, parts::reports(view, &service.reported_since)]
}

fn edition_item(view: &View<'_>, edition: &Edition) -> Html {
    let from = edition.in_force.not_before;
    let end = edition.in_force.repeal_not_before.or(edition.in_force.surely_ended);
    let chosen = view.state.edition.as_deref() == Some(edition.id.as_str());
    html! {
        <li class="app-editions__item">
            <button type="button" class="app-editions__choice" aria-pressed={chosen.then_some("true")}
                onclick={view.on(Action::Refer(Some(edition.id.to_string())))}>
                <span class="app-editions__title">{ edition.title.get(view.state.lang) }</span>
                <span class="app-editions__span">
                    { view.labels.in_force_from }{ " " }{ parts::day(view, from) }
                    if let Some(end) = end {
                        { "; " }{ view.labels.in_force_to }{ " " }{ parts::day(view, end) }
                    }
                </span>
            </button>
        </li>
    }
}

/// One question.
fn ask(view: &View<'_>, service: &PublicService, step: &Step) -> Html {
    let Some(fact) = question(view.world.catalogue, step) else { return Html::default() };
    let lang = view.state.lang;
    let draft = view.state.draft.get(fact.id.as_str()).map(String::as_str);
    let error = (view.state.refused > 0 && !is_readable(fact, draft)).then_some(match fact.kind {
        FactKind::Boolean | FactKind::Word => view.labels.choose_one,
        FactKind::Date | FactKind::Moment => view.labels.write_date,
    });
    let errors: Vec<_> = error.map(|error| (fact.id.to_string(), error)).into_iter().collect();
    let text = fact.question.get(lang);
    let hint = fact.hint.as_ref().map(|hint| hint.get(lang));
    let label = html! { { parts::heading(text.to_owned()) } };
    let fields = match fact.kind {
        FactKind::Boolean | FactKind::Word => {
            forms::choices(view, &fact.id, text, hint, answers(view, fact, service), draft, error)
        }
        FactKind::Date => html! {
            <>
                { label }
                if let Some(hint) = hint { <p class="app-hint">{ hint }</p> }
                { forms::date_field(view, &fact.id, html! { { fact.name.get(lang) } }, view.labels.date_hint, error) }
            </>
        },
        FactKind::Moment => html! {
            <>
                { label }
                if let Some(hint) = hint { <p class="app-hint">{ hint }</p> }
                { forms::clock_field(view, "datetime-local", &fact.id, html! { { fact.name.get(lang) } }, view.labels.moment_hint, error) }
            </>
        },
    };
    forms::form(view, &errors, fields, do_not_know(view, fact))
}

fn is_readable(fact: &FactType, draft: Option<&str>) -> bool {
    draft.is_some_and(|draft| draft == DO_NOT_KNOW || read_fact(fact, draft).is_some())
}

/// The way on for who cannot fill a field in; among choices, "I do not know" is one of them.
fn do_not_know(view: &View<'_>, fact: &FactType) -> Html {
    if matches!(fact.kind, FactKind::Boolean | FactKind::Word) {
        return Html::default();
    }
    html! {
        <button type="button" class="app-button app-button--quiet" onclick={view.on(Action::Skip)}>
            { view.labels.do_not_know }
        </button>
    }
}

/// The answers to choose from; "I do not know" is one of them.
fn answers(view: &View<'_>, fact: &FactType, service: &PublicService) -> Vec<Choice> {
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: html! { <span>{ label.to_owned() }</span> },
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
    let options = edition.channels.iter().map(|channel| channel_choice(view, channel)).collect();
    let fields = forms::choices(view, "channel", view.labels.channel_title, None, options, chosen, error);
    forms::form(view, &errors, fields, Html::default())
}

fn channel_choice(view: &View<'_>, channel: &Channel) -> Choice {
    let name = view.words.named(&view.world.catalogue.vocabulary.channels, channel.id.slug());
    let hours = view.words.opening(&channel.opening);
    Choice {
        value: channel.id.slug().to_owned(),
        label: html! { <span>{ name }</span> },
        hint: html! {
            <>
                <span class="app-choice__hint">{ channel.name.value.get(view.state.lang) }</span>
                { for hours.into_iter().map(|line| html! { <span class="app-choice__hint">{ line }</span> }) }
            </>
        },
    }
}

/// When the person files.
fn filing(view: &View<'_>) -> Html {
    let draft = |field: &str| view.state.draft.get(field).map(String::as_str).unwrap_or_default();
    let refused = view.state.refused > 0;
    let bad_day = (refused && read_date(draft(FILING_DAY)).is_none()).then_some(view.labels.write_date);
    let bad_time = (refused && read_time(draft(FILING_TIME)).is_none()).then_some(view.labels.write_time);
    let errors = [(FILING_DAY, bad_day), (FILING_TIME, bad_time)];
    let errors: Vec<_> = errors.into_iter().filter_map(|(field, error)| Some((field.to_owned(), error?))).collect();
    let fields = html! {
        <>
            { parts::heading(view.labels.filing_title) }
            <p class="app-hint">{ view.labels.filing_hint }</p>
            { forms::date_field(view, FILING_DAY, html! { { view.labels.day } }, view.labels.date_hint, bad_day) }
            { forms::clock_field(view, "time", FILING_TIME, html! { { view.labels.time } }, view.labels.time_hint, bad_time) }
        </>
    };
    forms::form(view, &errors, fields, Html::default())
}

/// What to bring, to tick; and what not to bring.
fn documents(view: &View<'_>) -> Html {
    let Some(verdict) = view.verdict else { return Html::default() };
    let (not_demanded, asked): (Vec<_>, Vec<_>) =
        verdict.documents.lines.iter().partition(|line| line.status == DocumentStatus::NotDemanded);
    let fields = html! {
        <>
            { parts::heading(view.labels.documents_title) }
            <p class="app-hint">{ view.labels.documents_hint }</p>
            <div class="app-standing" role="status">{ standing(view, verdict) }</div>
            if asked.is_empty() {
                <p>{ view.labels.no_documents_to_tick }</p>
            } else {
                <ul class="app-checklist">{ for asked.into_iter().map(|line| document_to_tick(view, line)) }</ul>
            }
            if !not_demanded.is_empty() {
                <section class="app-section" aria-labelledby="not-demanded">
                    <h2 id="not-demanded" class="app-section__title">{ view.labels.do_not_bring }</h2>
                    <ul class="app-checklist">
                        { for not_demanded.into_iter().map(|line| answer::document(view, line)) }
                    </ul>
                </section>
            }
        </>
    };
    forms::form(view, &[], fields, Html::default())
}

fn standing(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    html! { <p>{ view.words.documents(verdict) }</p> }
}

/// A document with a box to tick.
fn document_to_tick(view: &View<'_>, line: &DocumentLine<'_>) -> Html {
    let evidence = &line.rule.evidence;
    let id = forms::field_id(evidence);
    let about = format!("about-{evidence}");
    html! {
        <li class="app-document" key={evidence.as_str()}>
            <div class="app-choice">
                <input class="app-choice__input" type="checkbox" id={id.clone()} checked={line.held}
                    aria-describedby={about.clone()} onchange={view.on(Action::Tick(evidence.to_string()))} />
                <label class="app-choice__label" for={id}>{ view.words.evidence_name(evidence).to_owned() }</label>
            </div>
            <div id={about} class="app-document__about">{ answer::about_document(view, line, true) }</div>
        </li>
    }
}
