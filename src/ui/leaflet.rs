//! The leaflets: a page for each service and language that needs neither scripts nor WebAssembly.
//!
//! They hold the rules themselves, edition by edition and channel by channel, and know nobody's case. A native program
//! writes them into the built app (`src/leaflets.rs`), with the same views, words and style, so that a very old browser
//! reads them and a search engine finds them. It writes the frame of the app's first page too, which stands until the
//! app takes over.

mod edition;
mod site;

use yew::prelude::*;

use super::element::{Element, all, bare, el, text};
use super::parts::{self, Tone};
use super::state::{Mode, State};
use super::{View, applicant, journey::World};
use crate::content::{self, Content};
use crate::engine::catalogue::{Edition, InForceOn, PublicService};
use crate::lang::Lang;
use crate::words::Words;
use crate::words::labels::labels;
pub use site::{File, Files, files, frame};

/// Which page to render.
#[derive(Clone, PartialEq, Properties)]
struct Which {
    lang: Lang,
    page: Page,
}

#[derive(Clone, Copy, PartialEq)]
enum Page {
    /// The list of the services.
    Start,
    Service(&'static str),
    /// The app's first page, as it stands before the app runs.
    Frame,
}

/// A page as a component, because the server's renderer takes nothing else.
struct Leaflet;

impl Component for Leaflet {
    type Message = ();
    type Properties = Which;

    fn create(_: &Context<Self>) -> Leaflet {
        Leaflet
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Which { lang, page } = *ctx.props();
        let service = if let Page::Service(id) = page { Some(id.to_owned()) } else { None };
        let state = State { mode: Mode::Applicant, lang, service, ..State::default() };
        let Content { catalogue, calendar, version } = content::shipped();
        // No leaflet asks what day it is: the facts' own day stands for it, so that two builds are the same.
        let now = calendar.facts().as_of.and_time(chrono::NaiveTime::MIN);
        let view = View {
            state: &state,
            page: "",
            world: World { catalogue, calendar, version, now },
            words: Words { lang, catalogue, calendar },
            labels: labels(lang),
            case: None,
            verdict: None,
            act: Callback::noop(),
            whole: None,
            is_brief: false,
        };
        match page {
            Page::Frame => parts::frame(&view, header(&view, page), applicant::main(&view)),
            Page::Start => parts::frame(&view, header(&view, page), start(&view)),
            Page::Service(id) => {
                let main = catalogue.service(id).map(|service| leaflet(&view, service)).unwrap_or_default();
                parts::frame(&view, header(&view, page), main)
            }
        }
    }
}

/// The name of the page's file.
fn file_name(page: Page) -> String {
    match page {
        Page::Frame | Page::Start => "index.html".to_owned(),
        Page::Service(id) => [id, ".html"].concat(),
    }
}

/// The app's bar, its language switch made of links.
fn header(view: &View<'_>, page: Page) -> Html {
    let (home, up) = match page {
        Page::Frame => (parts::home(view), ""),
        Page::Start | Page::Service(_) => (parts::name("index.html".to_owned()), "../"),
    };
    let mut choices = Vec::new();
    for lang in Lang::ALL {
        let choice = if lang == view.state.lang {
            el("span", "app-languages__choice app-languages__choice--current").attr("aria-current", "true")
        } else {
            let href = [up, lang.code(), "/", &file_name(page)].concat();
            el("a", "app-languages__choice").attr("href", href).attr("hreflang", lang.code())
        };
        choices.push(choice.attr("lang", lang.code()).says(lang.own_name()));
    }
    let list = parts::list("ul", "app-languages__list", choices);
    let nav = el("nav", "app-languages").attr("aria-label", view.labels.languages);
    parts::bar(vec![home, nav.wraps(list)])
}

/// The list of the services in a language.
fn start(view: &View<'_>) -> Html {
    let mut items = Vec::new();
    for entry in &view.world.catalogue.index {
        let title = el("span", "app-services__title").says(entry.title.get(view.state.lang));
        let choice = el("a", "app-services__choice").attr("href", file_name(Page::Service(entry.id.as_str())));
        items.push(el("li", "app-services__item").wraps(choice.wraps(title)));
    }
    el("div", "app-page app-page--start").holds(vec![
        parts::heading(view.labels.start_title),
        el("p", "app-lead").says(view.words.leaflet().start_description),
        el("ul", "app-services").holds(items),
        into_the_app(view),
        open_data(view, "index.json", view.words.leaflet().data_index),
        parts::notice(Tone::Plain, parts::ask(view)),
    ])
}

/// The rules of one service.
fn leaflet(view: &View<'_>, service: &PublicService) -> Html {
    let say = view.words.leaflet();
    let editions = by_likelihood(view, service);
    let mut content = vec![
        el("a", "app-back").attr("href", "index.html").says(say.all_services),
        parts::heading(parts::service_title(view, &service.id)),
        parts::official_name(view, &service.name.value),
        bare("p").says(say.reference),
        into_the_app(view),
        contents(view, service, &editions),
    ];
    for edition in editions {
        content.push(edition::section(view, service, edition));
    }
    content.push(parts::section("reported", view.labels.reported_since, applicant::reported(view, service)));
    content.push(open_data(view, &["services/", &service.id, ".json"].concat(), say.data_service));
    content.push(parts::notice(Tone::Plain, parts::ask(view)));
    if view.state.lang != Lang::Kk {
        content.push(el("p", "app-hint").says(view.labels.kazakh_binds));
    }
    el("div", "app-page app-page--leaflet").holds(content)
}

/// The editions, the most likely to be meant first: those that may be in force, then those of the whole country, then
/// the newest.
fn by_likelihood<'a>(view: &View<'_>, service: &'a PublicService) -> Vec<&'a Edition> {
    let mut editions: Vec<_> = service.editions.iter().collect();
    let day = view.world.now.date();
    editions.sort_by_key(|edition| (edition.in_force.on(day) == InForceOn::No, edition.territory.is_some()));
    editions
}

/// What is on the page: each edition with its standing and its channels.
fn contents(view: &View<'_>, service: &PublicService, editions: &[&Edition]) -> Html {
    let mut items = Vec::new();
    for edition in editions {
        let mut channels = Vec::new();
        for channel in &edition.channels {
            let name = view.words.named(&view.world.catalogue.vocabulary.channels, channel.id.slug());
            channels.push(link(["#", &edition::channel_id(edition, channel)].concat()).says(name.to_owned()));
        }
        items.push(all(vec![
            link(["#", &edition.id].concat()).says(edition.title.get(view.state.lang)),
            text(" "),
            edition::standing(view, edition),
            parts::list("ul", "app-list", channels),
        ]));
    }
    if !service.reported_since.is_empty() {
        items.push(link("#reported").says(view.labels.reported_since));
    }
    el("nav", "app-leaflet__contents").attr("aria-labelledby", "contents").holds(vec![
        el("h2", "app-section__title").attr("id", "contents").says(view.words.leaflet().contents),
        parts::list("ul", "app-list", items),
    ])
}

/// The way into the app, and what it takes.
fn into_the_app(view: &View<'_>) -> Html {
    let say = view.words.leaflet();
    let State { mode, lang, ref service, .. } = *view.state;
    let there = State { mode, lang, service: service.clone(), ..State::default() };
    let way = el("a", "app-button").attr("href", ["../", &there.to_fragment()].concat()).says(say.open_app);
    el("div", "app-leaflet__app").holds(vec![way, el("p", "app-hint").says(say.needs_scripts)])
}

/// The facts behind the page, to read and to reuse.
fn open_data(view: &View<'_>, own: &str, own_name: &'static str) -> Html {
    let say = view.words.leaflet();
    let link = |file: &str, name: &'static str| link(["../catalogue/", file].concat()).says(name);
    el("p", "app-leaflet__data").holds(vec![
        bare("strong").says(say.open_data),
        text(": "),
        link(own, own_name),
        text(", "),
        link("calendar.json", say.data_calendar),
        text(", "),
        link("acts.json", say.data_acts),
    ])
}

fn link(href: impl Into<AttrValue>) -> Element {
    el("a", "app-link").attr("href", href)
}
