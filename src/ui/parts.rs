//! Shared pieces of the modes: plain functions from data to html.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use yew::prelude::*;

use super::View;
use super::element::{Element, On, bare, button, el, text};
use super::journey::question;
use super::state::{Action, Mode, State, Step, Taken};
use super::typed::time_text;
use crate::engine::case::write_moment;
use crate::engine::catalogue::{PublicService, Report, Source, UNDERSTANDING};
use crate::lang::{Lang, Name};

/// The id of the heading that takes the focus on a new page.
pub const HEADING: &str = "heading";
/// The id of the summary that takes the focus when a form cannot be read.
pub const ERRORS: &str = "errors";
/// The id of the main part.
pub const MAIN: &str = "main";

/// The whole page: skip link, header, the one main part, footer. Out of reach while a kiosk warns.
pub fn frame(view: &View<'_>, header: Html, main: Html) -> Html {
    let skip = el("a", "app-skip").attr("href", "#main").hears(On::Click, skip_to_main());
    let page = el("div", ["app app--", view.state.mode.slug()].concat());
    page.attr_if(view.state.left.is_some(), "inert", "").holds(vec![
        skip.says(view.labels.skip_to_content),
        header,
        el("main", "app-main").attr("id", MAIN).attr("tabindex", "-1").wraps(main),
        footer(view),
    ])
}

/// The fragment is the address, so the link to the main part must not become one.
fn skip_to_main() -> Callback<Event> {
    Callback::from(|event: Event| {
        event.prevent_default();
        super::browser::focus(HEADING);
    })
}

/// The bar on top: the name, which leads to the start, and the languages.
pub fn header(view: &View<'_>) -> Html {
    bar(vec![home(view), languages(view)])
}

/// The app's name, which leads to the start.
pub fn home(view: &View<'_>) -> Html {
    let start = State { mode: view.state.mode, lang: view.state.lang, ..State::default() };
    name(start.to_fragment())
}

/// The app's name, which leads there.
pub fn name(start: String) -> Html {
    el("a", "app-header__name").attr("href", start).holds(vec![
        el("span", "app-header__mark").attr("aria-hidden", "true").alone(),
        bare("span").attr("lang", "kk").says("Мерзім"),
    ])
}

/// The bar on top with these pieces in it.
pub fn bar(pieces: Vec<Html>) -> Html {
    el("header", "app-header").wraps(el("div", "app-header__inner").holds(pieces))
}

/// The language switch: each language in its own name, leading to the same page.
pub fn languages(view: &View<'_>) -> Html {
    let mut choices = Vec::new();
    for lang in Lang::ALL {
        let is_current = lang == view.state.lang;
        let current = "app-languages__choice app-languages__choice--current";
        let class = if is_current { current } else { "app-languages__choice" };
        let choice = button(class, view, Action::Speak(lang)).attr("lang", lang.code());
        choices.push(choice.attr_if(is_current, "aria-current", "true").says(lang.own_name()));
    }
    let list = list("ul", "app-languages__list", choices);
    let failed = if view.state.speechless { view.labels.speechless } else { "" };
    let failed = el("p", "app-languages__failed").attr("role", "status").says(failed);
    el("nav", "app-languages").attr("aria-label", view.labels.languages).holds(vec![list, failed])
}

/// What this app is not, where to ask, and what this copy of it knows.
fn footer(view: &View<'_>) -> Html {
    let (labels, calendar) = (view.labels, view.world.calendar);
    let version = |name, value| bare("div").holds(vec![bare("dt").says(name), bare("dd").wraps(value)]);
    let versions = el("dl", "app-versions").holds(vec![
        version(labels.version_facts, text(view.world.version.to_owned())),
        version(labels.version_calendar, day(view, calendar.official_to())),
        version(labels.version_checked, day(view, calendar.facts().as_of)),
    ]);
    let inner = vec![bare("p").says(labels.not_official), bare("p").says(labels.private), versions];
    el("footer", "app-footer").wraps(el("div", "app-footer__inner").holds(inner))
}

/// The page's heading; it takes the focus on a new page.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    el("h1", "app-heading").attr("id", HEADING).attr("tabindex", "-1").says(text)
}

/// The title of the browser's tab: the page, the service, the app.
pub fn document_title(view: &View<'_>) -> String {
    let service = view.world.service(view.state).map(|service| service_title(view, &service.id));
    let page = view.state.step.as_ref().map(|step| step_title(view, step)).filter(|_| service.is_some());
    let parts = [page, service, Some("Мерзім".to_owned())];
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
        Step::Form => view.labels.form_name,
        Step::Question(id) => {
            let fact = question(view.world.catalogue, step);
            fact.map_or(id.as_str(), |fact| fact.name.get(view.state.lang))
        }
    };
    title.to_owned()
}

/// The service in plain words.
pub fn service_title(view: &View<'_>, id: &str) -> String {
    view.words.service_title(id).to_owned()
}

/// The official name in Kazakh, exact, whatever the page's language; and its translation beside it.
pub fn official_name(view: &View<'_>, name: &Name) -> Html {
    let mut content = vec![
        el("span", "app-official__label").says(view.labels.official_name),
        text(" "),
        bare("span").attr("lang", "kk").says(name.get(Lang::Kk)),
    ];
    if view.state.lang != Lang::Kk {
        content.push(el("span", "app-official__translation").says(name.get(view.state.lang)));
    }
    el("p", "app-official").holds(content)
}

/// A way to another page: a link, whose address can be opened and shared; on a kiosk, which writes no address, a button.
pub fn way(view: &View<'_>, class: &'static str, step: Step, text: Html) -> Html {
    if view.state.mode == Mode::Kiosk {
        button(class, view, Action::Go(step)).wraps(text)
    } else {
        let to = view.state.at_step(step.clone()).to_fragment();
        el("a", class).attr("href", to).leads(view, Action::Go(step)).wraps(text)
    }
}

/// The way one page back.
pub fn back(view: &View<'_>) -> Html {
    button("app-back", view, Action::Back).says(view.labels.back)
}

/// A link out of the app; on a kiosk the address to take home, which leads nowhere.
pub fn outside(view: &View<'_>, href: &str, content: Html) -> Html {
    if view.state.mode == Mode::Kiosk {
        let address = el("span", "app-outside__address").says(href.to_owned());
        el("span", "app-outside").holds(vec![content, text(" "), address])
    } else {
        el("a", "app-link").attr("href", href.to_owned()).attr("rel", "noreferrer").wraps(content)
    }
}

/// A day in words, readable by machines.
pub fn day(view: &View<'_>, date: NaiveDate) -> Html {
    time(date.to_string()).says(view.words.date(date))
}

/// A moment in words, readable by machines.
pub fn moment(view: &View<'_>, at: NaiveDateTime) -> Html {
    time(write_moment(at)).says(view.words.moment(at))
}

/// A day in these words, readable by machines.
pub fn dated(class: &'static str, date: NaiveDate, words: String) -> Html {
    time(date.to_string()).attr("class", class).says(words)
}

fn time(written: String) -> Element {
    bare("time").attr("datetime", written)
}

/// The big sheet of a day: number, month and year, weekday.
pub fn day_sheet(view: &View<'_>, date: NaiveDate, label: &'static str) -> Html {
    sheet(label, time(date.to_string()), view.words.date_weekday(date), date.day().to_string())
}

/// The big sheet of a moment: the time, then the day.
pub fn moment_sheet(view: &View<'_>, at: NaiveDateTime, label: &'static str) -> Html {
    sheet(label, time(write_moment(at)), view.words.moment(at), time_text(at))
}

fn sheet(label: &'static str, time: Element, words: String, number: String) -> Html {
    el("p", "app-sheet").holds(vec![
        el("span", "app-sheet__label").says(label),
        time.attr("class", "app-sheet__day").says(words),
        el("span", "app-sheet__number").attr("aria-hidden", "true").says(number),
    ])
}

/// Where a value stands, in short, with the act's link.
pub fn source(view: &View<'_>, source: &Source) -> Html {
    place(view, source, view.words.source_short(source))
}

/// Where a value stands, with the act's title.
pub fn source_in_full(view: &View<'_>, source: &Source) -> Html {
    place(view, source, view.words.source(source))
}

/// Where a notice stands: the act of another service says nothing to the reader of this one, so there it is our
/// understanding.
pub fn notice_source(view: &View<'_>, service: Option<&PublicService>, at: &Source) -> Html {
    let catalogue = view.world.catalogue;
    match catalogue.act(UNDERSTANDING) {
        Some(ours) if !service.is_some_and(|service| catalogue.is_of(service, at)) => {
            labelled(view, text(ours.title.get(view.state.lang)))
        }
        _ => source(view, at),
    }
}

fn place(view: &View<'_>, source: &Source, words: String) -> Html {
    let act = source.0.split_whitespace().next().and_then(|act| view.world.catalogue.act(act));
    let mut place = text(words);
    if let Some(link) = act.and_then(|act| act.link.as_deref()) {
        place = outside(view, link, place);
    }
    labelled(view, place)
}

fn labelled(view: &View<'_>, place: Html) -> Html {
    let label = el("span", "app-source__label").says(view.labels.source);
    el("small", "app-source").holds(vec![label, text(" "), place])
}

/// How a notice looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Care,
    Bad,
}

/// A short word in a frame: the standing of a document, of a right.
pub fn tag(tone: Tone, text: impl Into<AttrValue>) -> Html {
    let class = match tone {
        Tone::Plain => "app-tag app-tag--plain",
        Tone::Good => "app-tag app-tag--good",
        Tone::Care => "app-tag app-tag--care",
        Tone::Bad => "app-tag app-tag--bad",
    };
    el("strong", class).says(text)
}

/// Something to know, set apart.
pub fn notice(tone: Tone, content: Html) -> Html {
    let class = match tone {
        Tone::Plain => "app-notice app-notice--plain",
        Tone::Good => "app-notice app-notice--good",
        Tone::Care => "app-notice app-notice--care",
        Tone::Bad => "app-notice app-notice--bad",
    };
    el("div", class).wraps(content)
}

/// A part of a page under its own heading; nothing where there is nothing to say.
pub fn section(id: &'static str, title: &'static str, mut content: Vec<Html>) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    content.insert(0, el("h2", "app-section__title").attr("id", id).attr("tabindex", "-1").says(title));
    el("section", "app-section").attr("aria-labelledby", id).holds(content)
}

/// A part of a page under its own heading that opens with one touch; nothing where there is nothing to say.
pub fn fold(id: &'static str, title: &'static str, content: Vec<Html>, is_open: bool) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    let title = el("h2", "app-fold__title").attr("id", id).attr("tabindex", "-1").says(title);
    el("details", "app-fold")
        .attr_if(is_open, "open", "")
        .holds(vec![el("summary", "app-fold__summary").wraps(title), el("div", "app-fold__content").holds(content)])
}

/// A list of these items.
pub fn list(tag: &'static str, class: &'static str, items: Vec<Html>) -> Html {
    let mut list = Vec::new();
    for item in items {
        list.push(bare("li").wraps(item));
    }
    el(tag, class).holds(list)
}

/// Sentences as pieces.
pub fn texts(sentences: Vec<String>) -> Vec<Html> {
    let mut pieces = Vec::new();
    for sentence in sentences {
        pieces.push(text(sentence));
    }
    pieces
}

/// Sentences as a list; one sentence as a paragraph.
pub fn sentences(sentences: Vec<String>) -> Vec<Html> {
    let mut pieces = texts(sentences);
    match pieces.pop() {
        None => pieces,
        Some(one) if pieces.is_empty() => vec![bare("p").wraps(one)],
        Some(last) => {
            pieces.push(last);
            vec![list("ul", "app-list", pieces)]
        }
    }
}

/// Something that opens on request; a clerk finds it open.
pub fn details(view: &View<'_>, summary: impl Into<AttrValue>, content: Html) -> Html {
    el("details", "app-details").attr_if(view.state.mode == Mode::Staff, "open", "").holds(vec![
        el("summary", "app-details__summary").says(summary),
        el("div", "app-details__content").wraps(content),
    ])
}

/// Reports of what came after the known editions: how sure each is, who says so, where to look it up. An act is named
/// once for those that follow each other.
pub fn reports(view: &View<'_>, reports: &[Report]) -> Html {
    let mut items = Vec::new();
    let mut before = None;
    for reported in reports {
        let act = reported.act.as_deref();
        items.push(report(view, reported, act != before));
        before = act;
    }
    el("ul", "app-reports").holds(items)
}

fn report(view: &View<'_>, report: &Report, names_act: bool) -> Html {
    let lang = view.state.lang;
    let about = vec![
        bare("strong").says(view.words.report_about(report.about)),
        text(" "),
        tag(Tone::Care, view.words.confidence(report.confidence)),
    ];
    let mut content = vec![el("p", "app-report__about").holds(about), bare("p").says(report.text.get(lang))];
    let act = report.act.as_deref().and_then(|act| view.world.catalogue.act(act));
    if let Some(act) = act.filter(|_| names_act)
        && let Some(link) = &act.link
    {
        content.push(el("p", "app-report__act").wraps(outside(view, link, text(act.title.get(lang)))));
    }
    if report.reported_by.is_some() || report.reported_on.is_some() {
        let mut by = vec![text(report.reported_by.map_or("", |by| by.as_str()))];
        if let Some(on) = report.reported_on {
            by.extend([text(" "), day(view, on)]);
        }
        content.push(el("p", "app-report__by").holds(by));
    }
    el("li", "app-report").holds(content)
}

/// Where a person can ask.
pub fn ask(view: &View<'_>) -> Html {
    let phone = |href: &'static str, number: &'static str| {
        let phone =
            if view.state.mode == Mode::Kiosk { bare("strong") } else { el("a", "app-link").attr("href", href) };
        phone.says(number)
    };
    el("p", "app-ask").holds(vec![
        text(view.labels.ask_at),
        text(" "),
        phone("tel:1414", "1414"),
        text(", "),
        phone("tel:+78000807777", "8 800 080 7777"),
    ])
}

/// The address that brings the answer back, for an applicant and in the short program, wherever it is shown.
pub fn link(view: &View<'_>) -> String {
    let page = view.page.strip_suffix(super::whole::ADDRESS).unwrap_or(view.page);
    let state = State { mode: Mode::Applicant, ..view.state.clone() };
    [page, &state.to_fragment()].concat()
}

/// The page's link to copy: a field to copy by hand, and a button where the browser can do it.
pub fn copy_link(view: &View<'_>) -> Html {
    let link = link(view);
    let field = el("input", "app-input app-copy__link").attr("id", "link").attr("type", "text");
    let field = field.attr("readonly", "readonly").value(link.clone());
    let act = view.act.clone();
    let copy = Callback::from(move |_| {
        let act = act.clone();
        super::browser::copy(&link, "link", move |done| act.emit(Action::Take(Taken::Link, done)));
    });
    let button = el("button", "app-button app-button--quiet").attr("type", "button").hears(On::Click, copy);
    let done = match view.state.taken {
        Some((Taken::Link, true)) => view.labels.copied,
        Some((Taken::Link, false)) => view.labels.copy_by_hand,
        _ => "",
    };
    el("div", "app-copy").holds(vec![
        el("label", "app-field__label").attr("for", "link").says(view.labels.link),
        field.alone(),
        button.says(view.labels.copy_link),
        el("p", "app-copy__done").attr("role", "status").says(done),
    ])
}
