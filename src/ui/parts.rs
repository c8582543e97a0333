//! Shared pieces of the modes: plain functions from data to html.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::View;
use super::journey::question;
use super::state::{Action, Mode, State, Step};
use super::typed::time_text;
use crate::engine::case::write_moment;
use crate::engine::catalogue::{Report, Source};
use crate::lang::{Lang, Text};

/// The id of the heading that takes the focus on a new page.
pub const HEADING: &str = "heading";
/// The id of the summary that takes the focus when a form cannot be read.
pub const ERRORS: &str = "errors";
const MAIN: &str = "main";

/// The whole page: skip link, header, the one main part, footer.
pub fn frame(view: &View<'_>, header: Html, main: Html) -> Html {
    html! {
        <div class={classes!("app", format!("app--{}", view.state.mode.slug()))}>
            <a class="app-skip" href="#main" onclick={skip_to_main()}>{ view.labels.skip_to_content }</a>
            { header }
            <main id={MAIN} class="app-main" tabindex="-1">{ main }</main>
            { footer(view) }
        </div>
    }
}

/// The fragment is the address, so the link to the main part must not become one.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        super::browser::focus(HEADING, false);
    })
}

/// The bar on top: the name, which leads to the start, and the languages.
pub fn header(view: &View<'_>) -> Html {
    html! { <header class="app-header"><div class="app-header__inner">{ home(view) }{ languages(view) }</div></header> }
}

/// The app's name, which leads to the start.
pub fn home(view: &View<'_>) -> Html {
    let start = State { mode: view.state.mode, lang: view.state.lang, ..State::default() };
    html! {
        <a class="app-header__name" href={start.to_fragment()}>
            <span class="app-header__mark" aria-hidden="true"></span>
            <span lang="kk">{ "Мерзім" }</span>
        </a>
    }
}

/// The language switch: each language in its own name, leading to the same page.
pub fn languages(view: &View<'_>) -> Html {
    let item = |lang: Lang| {
        let is_current = lang == view.state.lang;
        let current = is_current.then_some("true");
        let class = classes!("app-languages__choice", is_current.then_some("app-languages__choice--current"));
        html! {
            <li>
                <button type="button" {class} lang={lang.code()} aria-current={current}
                    onclick={view.on(Action::Speak(lang))}>{ lang.own_name() }</button>
            </li>
        }
    };
    html! {
        <nav class="app-languages" aria-label={view.labels.languages}>
            <ul class="app-languages__list">{ for Lang::ALL.into_iter().map(item) }</ul>
        </nav>
    }
}

/// What this app is not, where to ask, and what this copy of it knows.
fn footer(view: &View<'_>) -> Html {
    let calendar = view.world.calendar;
    html! {
        <footer class="app-footer">
            <div class="app-footer__inner">
                <p>{ view.labels.not_official }</p>
                <p>{ view.labels.private }</p>
                <dl class="app-versions">
                    <div><dt>{ view.labels.version_facts }</dt><dd>{ view.world.version.to_owned() }</dd></div>
                    <div><dt>{ view.labels.version_calendar }</dt>
                        <dd>{ day(view, calendar.official_to()) }</dd></div>
                    <div><dt>{ view.labels.version_checked }</dt>
                        <dd>{ day(view, calendar.facts().as_of) }</dd></div>
                </dl>
            </div>
        </footer>
    }
}

/// The page's heading; it takes the focus on a new page.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id={HEADING} class="app-heading" tabindex="-1">{ text.into() }</h1> }
}

/// The title of the browser's tab: the page, the service, the app; an error first.
pub fn document_title(view: &View<'_>) -> String {
    let service = view.world.service(view.state).map(|service| service_title(view, &service.id));
    let page = view.state.step.as_ref().map(|step| step_title(view, step)).filter(|_| service.is_some());
    let error = (view.state.refused > 0).then(|| view.labels.error.to_owned());
    let parts = [error, page, service, Some("Мерзім".to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A step's name in the title and among the answers.
pub fn step_title(view: &View<'_>, step: &Step) -> String {
    let title = match step {
        Step::Rules => view.labels.rules_chosen,
        Step::Channel => view.labels.channel_name,
        Step::Filing => view.labels.filing_name,
        Step::Documents => view.labels.documents_name,
        Step::Answer => view.labels.answer_name,
        Step::Question(id) => {
            let fact = question(view.world.catalogue, step);
            fact.map_or(id.as_str(), |fact| fact.name.get(view.state.lang))
        }
    };
    title.to_owned()
}

/// The service in plain words.
pub fn service_title(view: &View<'_>, id: &str) -> String {
    let entry = view.world.catalogue.index.iter().find(|entry| entry.id == id);
    entry.map_or(id, |entry| entry.title.get(view.state.lang)).to_owned()
}

/// The official name in Kazakh, exact, whatever the page's language; and its translation beside it.
pub fn official_name(view: &View<'_>, name: &Text) -> Html {
    let translation = (view.state.lang != Lang::Kk).then(|| name.get(view.state.lang));
    html! {
        <p class="app-official">
            <span class="app-official__label">{ view.labels.official_name }</span>{ " " }
            <span lang="kk">{ name.get(Lang::Kk) }</span>
            if let Some(translation) = translation {
                <span class="app-official__translation">{ translation }</span>
            }
        </p>
    }
}

/// A way to another page: a link, whose address can be opened and shared; on a kiosk, which writes no address, a button.
pub fn way(view: &View<'_>, class: &'static str, step: Step, text: Html) -> Html {
    if view.state.mode == Mode::Kiosk {
        html! { <button type="button" {class} onclick={view.on(Action::Go(step))}>{ text }</button> }
    } else {
        html! { <a {class} href={view.state.at_step(step).to_fragment()}>{ text }</a> }
    }
}

/// The way one page back.
pub fn back(view: &View<'_>) -> Html {
    let text = html! { { view.labels.back } };
    match view.world.step_before(view.state) {
        Some(step) => way(view, "app-back", step, text),
        None => html! {
            <button type="button" class="app-back" onclick={view.on(Action::Leave)}>{ text }</button>
        },
    }
}

/// A link out of the app; on a kiosk the address to take home, which leads nowhere.
pub fn outside(view: &View<'_>, href: &str, text: Html) -> Html {
    if view.state.mode == Mode::Kiosk {
        html! { <span class="app-outside">{ text }{ " " }<span class="app-outside__address">{ href.to_owned() }</span></span> }
    } else {
        html! { <a class="app-link" href={href.to_owned()} rel="noreferrer">{ text }</a> }
    }
}

/// A day in words, readable by machines.
pub fn day(view: &View<'_>, date: NaiveDate) -> Html {
    html! { <time datetime={date.to_string()}>{ view.words.date(date) }</time> }
}

/// A moment in words, readable by machines.
pub fn moment(view: &View<'_>, at: NaiveDateTime) -> Html {
    html! { <time datetime={write_moment(at)}>{ view.words.moment(at) }</time> }
}

/// The big sheet of a day: number, month and year, weekday.
pub fn day_sheet(view: &View<'_>, date: NaiveDate, label: &'static str) -> Html {
    html! {
        <p class="app-sheet">
            <span class="app-sheet__label">{ label }</span>
            <time class="app-sheet__day" datetime={date.to_string()}>{ view.words.date_weekday(date) }</time>
            <span class="app-sheet__number" aria-hidden="true">{ date.day() }</span>
        </p>
    }
}

/// The big sheet of a moment: the time, then the day.
pub fn moment_sheet(view: &View<'_>, at: NaiveDateTime, label: &'static str) -> Html {
    html! {
        <p class="app-sheet">
            <span class="app-sheet__label">{ label }</span>
            <time class="app-sheet__day" datetime={write_moment(at)}>{ view.words.moment(at) }</time>
            <span class="app-sheet__number" aria-hidden="true">{ time_text(at) }</span>
        </p>
    }
}

/// Where a value stands, in short, with the act's link.
pub fn source(view: &View<'_>, source: &Source) -> Html {
    place(view, source, view.words.source_short(source))
}

/// Where a value stands, with the act's title.
pub fn source_in_full(view: &View<'_>, source: &Source) -> Html {
    place(view, source, view.words.source(source))
}

fn place(view: &View<'_>, source: &Source, text: String) -> Html {
    let act = source.0.split_whitespace().next().and_then(|act| view.world.catalogue.act(act));
    let text = html! { { text } };
    let link = act.and_then(|act| act.link.as_deref());
    let text = link.map_or_else(|| text.clone(), |link| outside(view, link, text.clone()));
    html! { <small class="app-source"><span class="app-source__label">{ view.labels.source }</span>{ " " }{ text }</small> }
}

/// How a notice looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Care,
    Bad,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Good => "good",
            Tone::Care => "care",
            Tone::Bad => "bad",
        }
    }
}

/// A short word in a frame: the standing of a document, of a right.
pub fn tag(tone: Tone, text: impl Into<AttrValue>) -> Html {
    html! { <strong class={format!("app-tag app-tag--{}", tone.class())}>{ text.into() }</strong> }
}

/// Something to know, set apart.
pub fn notice(tone: Tone, content: Html) -> Html {
    html! { <div class={format!("app-notice app-notice--{}", tone.class())}>{ content }</div> }
}

/// A part of a page under its own heading; nothing where there is nothing to say.
pub fn section(id: &'static str, title: &'static str, content: Vec<Html>) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    html! {
        <section class="app-section" aria-labelledby={id}>
            <h2 {id} class="app-section__title">{ title }</h2>
            { content }
        </section>
    }
}

/// Sentences as a list; one sentence as a paragraph.
pub fn sentences(sentences: Vec<String>) -> Vec<Html> {
    match sentences.as_slice() {
        [] => Vec::new(),
        [one] => vec![html! { <p>{ one.clone() }</p> }],
        many => {
            let items = many.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> });
            vec![html! { <ul class="app-list">{ for items }</ul> }]
        }
    }
}

/// Something that opens on request; a clerk finds it open.
pub fn details(view: &View<'_>, summary: impl Into<AttrValue>, content: Html) -> Html {
    html! {
        <details class="app-details" open={view.state.mode == Mode::Staff}>
            <summary class="app-details__summary">{ summary.into() }</summary>
            <div class="app-details__content">{ content }</div>
        </details>
    }
}

/// Reports of what came after the known editions: how sure each is, who says so, where to look it up.
pub fn reports(view: &View<'_>, reports: &[Report]) -> Html {
    let lang = view.state.lang;
    let item = |report: &Report| {
        let act = report.act.as_deref().and_then(|act| view.world.catalogue.act(act));
        let link = act.and_then(|act| act.link.as_deref().map(|link| (link, act.title.get(lang))));
        html! {
            <li class="app-report">
                <p class="app-report__about">
                    <strong>{ view.words.report_about(report.about) }</strong>{ " " }
                    { tag(Tone::Care, view.words.confidence(report.confidence)) }
                </p>
                <p>{ report.text.get(lang) }</p>
                if let Some((link, title)) = link {
                    <p class="app-report__act">{ outside(view, link, html! { { title } }) }</p>
                }
                if report.reported_by.is_some() || report.reported_on.is_some() {
                    <p class="app-report__by">
                        { report.reported_by.map_or("", |by| by.as_str()) }
                        if let Some(on) = report.reported_on { { " " }{ day(view, on) } }
                    </p>
                }
            </li>
        }
    };
    html! { <ul class="app-reports">{ for reports.iter().map(item) }</ul> }
}

/// Where a person can ask.
pub fn ask(view: &View<'_>) -> Html {
    let phone = |href: &'static str, number: &'static str| {
        if view.state.mode == Mode::Kiosk {
            html! { <strong>{ number }</strong> }
        } else {
            html! { <a class="app-link" {href}>{ number }</a> }
        }
    };
    html! {
        <p class="app-ask">
            { view.labels.ask_at }{ " " }{ phone("tel:1414", "1414") }{ ", " }
            { phone("tel:+78000807777", "8 800 080 7777") }
        </p>
    }
}

/// Several pieces one after the other.
pub fn all(pieces: impl IntoIterator<Item = Html>) -> Html {
    pieces.into_iter().collect::<VNode>()
}

#[derive(Clone, PartialEq, Properties)]
pub struct CopyLinkProps {
    pub fragment: AttrValue,
    pub label: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
}

/// The page's link to copy: a field to copy by hand, and a button where the browser can do it.
#[component]
pub fn CopyLink(props: &CopyLinkProps) -> Html {
    let link = use_state(|| props.fragment.to_string());
    let copied = use_state_eq(|| false);
    {
        let (link, copied) = (link.clone(), copied.clone());
        use_effect_with(props.fragment.clone(), move |fragment| {
            link.set(super::browser::whole_link(fragment));
            copied.set(false);
        });
    }
    let onclick = {
        let (link, copied) = (link.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| copied.set(super::browser::copy(&link)))
    };
    html! {
        <div class="app-copy">
            <label class="app-field__label" for="link">{ props.label }</label>
            <input id="link" class="app-input app-copy__link" type="text" readonly=true value={(*link).clone()} />
            <button type="button" class="app-button app-button--quiet" {onclick}>{ props.copy }</button>
            <p role="status" class="app-copy__done">if *copied { { props.copied } }</p>
        </div>
    }
}
