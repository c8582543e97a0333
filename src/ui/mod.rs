//! The page: the only room with a browser in it.
//!
//! An address becomes a [`State`], a state a case, a case a verdict, and a verdict html. A click is an [`Action`], which
//! makes the next state, which makes the next address. [`App`] closes this circle and holds nothing else.

mod address;
mod answer;
mod applicant;
mod background;
mod count;
mod forms;
pub mod journey;
mod kiosk;
mod parts;
mod staff;
pub mod state;
pub mod typed;

use std::rc::Rc;

use chrono::{DateTime, Duration, NaiveDateTime};
use yew::prelude::*;

use crate::content::{self, Content};
use crate::engine::assess;
use crate::engine::case::Case;
use crate::engine::verdict::Verdict;
use crate::words::Words;
use crate::words::labels::{Labels, labels};
use journey::World;
use state::{Action, Mode, State, reduce};

/// Where the app begins: everything that only a browser knows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The address fragment at the start.
    pub fragment: AttrValue,
    /// Now in Kazakhstan, whatever the device's zone.
    pub now: NaiveDateTime,
}

/// What a view may read and do.
pub struct View<'a> {
    pub state: &'a State,
    pub world: World<'static>,
    pub words: Words<'static>,
    pub labels: &'static Labels,
    /// What is told so far; none while no service is chosen.
    pub case: Option<&'a Case>,
    /// The answer to it.
    pub verdict: Option<&'a Verdict<'static>>,
    pub act: Callback<Action>,
}

impl View<'_> {
    /// A callback that does one thing.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

/// The app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let Content { catalogue, calendar, version } = content::shipped();
    let world = World { catalogue, calendar, version, now: props.now };
    html! { <Journey {world} fragment={props.fragment.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct JourneyProps {
    world: World<'static>,
    fragment: AttrValue,
}

impl PartialEq for World<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalogue, other.catalogue)
            && std::ptr::eq(self.calendar, other.calendar)
            && self.now == other.now
    }
}

/// The reducer's state: the person's, and the world it is settled against.
#[derive(Clone, PartialEq)]
struct Session {
    state: State,
    world: World<'static>,
}

/// An action, and the moment it was done.
struct Timed {
    action: Action,
    now: NaiveDateTime,
}

impl Reducible for Session {
    type Action = Timed;

    fn reduce(self: Rc<Self>, Timed { action, now }: Timed) -> Rc<Self> {
        let world = World { now, ..self.world };
        let state = world.settled(reduce(&self.state, action, world.catalogue));
        Rc::new(Session { state, world })
    }
}

#[component]
fn Journey(props: &JourneyProps) -> Html {
    let session = use_reducer_eq(|| {
        let world = props.world;
        Session { state: world.settled(State::from_fragment(&props.fragment, world.catalogue)), world }
    });
    let case = session.state.case(session.world.stand_in_channel(&session.state), session.world.now);
    let verdict = use_memo(case.clone(), |case| {
        let world = &props.world;
        case.as_ref().map(|case| assess(world.catalogue, world.calendar, case))
    });
    let act = {
        let dispatcher = session.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(Timed { action, now: now_in_kazakhstan() }))
    };
    use_address(&session.state, props.world, act.clone());
    let Session { state, world } = &*session;
    let view = View {
        state,
        world: *world,
        words: Words { lang: state.lang, catalogue: world.catalogue, calendar: world.calendar },
        labels: labels(state.lang),
        case: case.as_ref(),
        verdict: (*verdict).as_ref(),
        act,
    };
    use_title(&view);
    match state.mode {
        Mode::Kiosk => kiosk::page(&view),
        Mode::Staff => staff::page(&view),
        Mode::Applicant => applicant::page(&view),
    }
}

/// Keeps the address and the state the same: a new page is a new history entry, anything else renews the present one.
#[hook]
fn use_address(state: &State, world: World<'static>, act: Callback<Action>) {
    use_effect_with(state.clone(), move |state| {
        let there = browser::fragment().unwrap_or_default();
        let address = state.to_fragment();
        if there != address {
            let arrived = world.settled(State::from_fragment(&there, world.catalogue));
            let renews = state.mode == Mode::Kiosk || arrived.same_page(state);
            browser::set_fragment(&address, renews);
        }
    });
    use_effect_with((), move |()| {
        browser::on_arrival(move || {
            let arrived = State::from_fragment(&browser::fragment().unwrap_or_default(), world.catalogue);
            act.emit(Action::Arrive(Box::new(arrived)));
        })
    });
}

/// Keeps the document's language and title, and puts the focus where a new page or a new error begins.
///
/// A clerk stays in the field: all is one page.
#[hook]
fn use_title(view: &View<'_>) {
    let title = parts::document_title(view);
    use_effect_with((view.state.lang, title), |(lang, title)| browser::set_title(lang.code(), title));
    let state = view.state;
    let page = (state.mode, state.service.clone(), state.step.clone(), state.kiosk_in_use, state.refused);
    let is_desk = state.mode == Mode::Staff;
    let is_first = use_mut_ref(|| true);
    use_effect_with(page, move |(.., refused)| {
        let arrived_now = std::mem::replace(&mut *is_first.borrow_mut(), false);
        if !arrived_now && !is_desk {
            browser::focus(if *refused > 0 { parts::ERRORS } else { parts::HEADING }, *refused == 0);
        }
    });
}

/// Now in Kazakhstan, from the device's clock in UTC and never from its zone: five hours ahead since 1 March 2024, six
/// before.
pub fn now_in_kazakhstan() -> NaiveDateTime {
    kazakhstan_from_utc(js_sys::Date::now())
}

/// Civil time in Kazakhstan from milliseconds since 1970 in UTC; the first second of 1970 if they name no time.
///
/// ```
/// use merzim::ui::kazakhstan_from_utc;
/// // The clocks went back at midnight: 29 February 2024 was an hour longer.
/// assert_eq!(kazakhstan_from_utc(1_709_229_599_000.0).to_string(), "2024-02-29 23:59:59");
/// assert_eq!(kazakhstan_from_utc(1_709_229_600_000.0).to_string(), "2024-02-29 23:00:00");
/// ```
pub fn kazakhstan_from_utc(milliseconds: f64) -> NaiveDateTime {
    /// 2024-03-01 00:00 at UTC+6.
    const FIVE_HOURS_FROM: i64 = 1_709_229_600;
    let utc = DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default();
    let hours = if FIVE_HOURS_FROM <= utc.timestamp() { 5 } else { 6 };
    utc.naive_utc() + Duration::hours(hours)
}

/// The browser's own doings. Each does nothing where there is no browser.
mod browser {
    use gloo::events::EventListener;
    use wasm_bindgen::{JsCast, JsValue};

    pub fn fragment() -> Option<String> {
        web_sys::window()?.location().hash().ok()
    }

    /// Writes the fragment into the present history entry, or into a new one.
    pub fn set_fragment(fragment: &str, renews: bool) {
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        // A browser that refuses leaves the old address; the page still works.
        let _written = if renews {
            history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
        };
    }

    /// Listens for a changed address until the returned function is called.
    pub fn on_arrival(arrive: impl Fn() + 'static) -> impl FnOnce() {
        let listener = web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| arrive()));
        move || drop(listener)
    }

    pub fn set_title(lang: &str, title: &str) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _refused = root.set_attribute("lang", lang);
        }
    }

    /// Puts the focus on the element, and the page's top in sight if it is a new page.
    pub fn focus(id: &str, to_top: bool) {
        let Some(window) = web_sys::window() else { return };
        if to_top {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        let element = window.document().and_then(|document| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _refused = element.focus();
        }
    }

    /// The page's own address with this fragment.
    pub fn whole_link(fragment: &str) -> String {
        let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        let page = here.split_once('#').map_or(here.as_str(), |(page, _)| page);
        format!("{page}{fragment}")
    }

    /// Puts the text on the clipboard; false where the browser has none for this page.
    pub fn copy(text: &str) -> bool {
        let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
        let has_clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
        if !has_clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
            return false;
        }
        let _promise = navigator.clipboard().write_text(text);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::catalogue::ChannelId;
    use crate::lang::Lang;

    /// What a browser without scripts would be served for this address on 23 November 2026.
    async fn rendered(fragment: String) -> String {
        let now = typed::read_filing("2026-11-23T10:00").unwrap();
        let props = AppProps { fragment: fragment.into(), now };
        yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
    }

    /// Every page of every known edition's journey: the fragments after the language.
    fn pages() -> Vec<String> {
        let catalogue = content::shipped().catalogue;
        let mut pages = vec![String::new()];
        for service in &catalogue.services {
            pages.push(format!("/{}/rules", service.id));
            for edition in &service.editions {
                for channel in &edition.channels {
                    let told = format!("?at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                    let questions = edition.questions.iter().chain(&channel.questions).map(|fact| fact.as_str());
                    for step in questions.chain(["channel", "filing", "documents", "answer"]) {
                        pages.push(format!("/{}/{step}{told}", service.id));
                    }
                }
            }
        }
        pages
    }

    #[tokio::test(flavor = "current_thread")]
    async fn every_page_has_one_heading_and_no_slot_left_open() {
        let local = tokio::task::LocalSet::new();
        let render = async {
            for page in pages() {
                for lang in Lang::ALL {
                    let address = format!("#/applicant/{}{page}", lang.code());
                    let html = rendered(address.clone()).await;
                    assert_eq!(html.matches("<h1").count(), 1, "{address}: {html}");
                    assert!(!html.contains('{'), "{address}: {html}");
                }
            }
        };
        local.run_until(render).await;
    }

    /// Renders the desk's page.
    fn desk(address: &str) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        tokio::task::LocalSet::new().block_on(&runtime, rendered(address.to_owned()))
    }

    #[test]
    fn a_desk_shows_every_input_and_the_answer_of_every_edition_and_channel() {
        let catalogue = content::shipped().catalogue;
        for service in &catalogue.services {
            for edition in &service.editions {
                for channel in &edition.channels {
                    let told = format!("?at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                    for lang in Lang::ALL {
                        let address = format!("#/staff/{}/{}{told}", lang.code(), service.id);
                        let html = desk(&address);
                        assert_eq!(html.matches("<h1").count(), 1, "{address}: {html}");
                        assert!(!html.contains('{'), "{address}: {html}");
                        let facts = journey::facts_used(service, edition, Some(channel));
                        for key in facts.into_iter().chain(["service", "channel", "day", "time", "edition", "known_on"])
                        {
                            assert_eq!(html.matches(&format!(" name=\"{key}\"")).count(), 1, "{address}: {key}");
                        }
                        for part in ["acceptance", "right", "documents", "sources"] {
                            assert!(html.contains(&format!("<h2 id=\"{part}\"")), "{address}: {part}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_desk_has_the_facts_that_applicants_are_not_asked() {
        let catalogue = content::shipped().catalogue;
        let used = |service: &str, edition: &str, channel| {
            let service = catalogue.service(service).unwrap();
            let edition = service.edition(edition).unwrap();
            journey::facts_used(service, edition, edition.channel(channel))
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
    fn a_desk_proves_the_day_in_a_table() {
        let address = "#/staff/en/tve-diploma-duplicate?at=2019-12-20T10:00&channel=provider_office\
                       &college_region=almaty_oblast&docs=application,id_copy,newspaper_extract\
                       &newspaper_published=2019-12-12&reason=lost";
        let html = desk(address);
        assert!(html.contains("value=\"20.12.2019\"") && html.contains("value=\"12.12.2019\""), "{html}");
        assert_eq!(html.matches(" checked").count(), 3, "{html}");
        // Twenty calendar days after the 20th of December, and day 0.
        assert_eq!(html.matches("<tr>").count(), 1 + 21, "{html}");
        assert!(html.contains("Thursday, 9 January 2020"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_kiosk_begins_with_the_three_languages() {
        let local = tokio::task::LocalSet::new();
        let html = local.run_until(rendered("#/kiosk".to_owned())).await;
        for lang in Lang::ALL {
            assert!(html.contains(lang.own_name()), "{html}");
        }
    }
}
