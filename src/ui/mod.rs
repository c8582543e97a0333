//! The page: the only room with a browser in it.
//!
//! An address becomes a [`State`], a state a case, a case a verdict, and a verdict html. A click is an [`Action`], which
//! makes the next state, which makes the next address. [`App`] closes this circle and holds nothing else. It is the only
//! component in a browser: all else is a function from data to html.

mod address;
mod answer;
mod applicant;
mod background;
mod browser;
mod calendar;
pub mod clock;
mod count;
mod element;
#[cfg(test)]
mod errors;
mod form;
mod forms;
mod gallery;
mod headline;
pub mod journey;
mod kiosk;
#[cfg(not(target_arch = "wasm32"))]
pub mod leaflet;
mod paper;
mod parts;
mod qr;
pub mod search;
mod staff;
pub mod state;
mod take_home;
pub mod texts;
mod then;
mod timeline;
pub mod typed;
mod ways;
pub mod whole;

use std::cell::Cell;

use chrono::{DateTime, Duration, NaiveDateTime};
use gloo::events::EventListener;
use yew::prelude::*;

use crate::content::{self, Content};
use crate::engine::assess;
use crate::engine::case::Case;
use crate::engine::catalogue::ChannelId;
use crate::engine::verdict::Verdict;
use crate::lang::Lang;
use crate::words::Words;
use crate::words::labels::{Labels, labels};
use journey::World;
use state::{Action, Mode, State, Step, reduce};
use whole::Whole;

/// Where the app begins: everything that only a browser knows.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The address at the start; its fragment alone will do.
    pub address: String,
    /// Now in Kazakhstan, whatever the device's zone.
    pub now: NaiveDateTime,
    /// What the whole program has; none in the short one.
    pub whole: Option<&'static Whole>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        // A program is whole or it is not.
        (&self.address, self.now) == (&other.address, other.now)
    }
}

/// Reads the files of texts of the languages that are shown first, and lays out the calendar: a task of its own, so that
/// a phone may answer a touch before the next. False if a file belongs to another build.
pub fn prepare(files: Vec<String>) -> bool {
    content::shipped();
    !files.is_empty() && files.into_iter().all(texts::take)
}

/// Makes the app for this address, beside what the document shows while it loads; [`App::rendered`] puts it in its place.
///
/// An app whose address is a fragment alone stands on no page: it stays out of sight, in the element that is given back,
/// and leaves the browser alone. With it `static/start.js` rehearses.
pub fn start(address: String, whole: Option<&'static Whole>) -> Option<web_sys::Element> {
    let root = web_sys::window()?.document()?.create_element("div").ok()?;
    root.set_id("app");
    let is_rehearsal = address.starts_with('#');
    let props = AppProps { address, now: now_in_kazakhstan(), whole };
    let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
    if !is_rehearsal {
        ROOT.set(Some(root.clone()));
        RUNNING.set(Some(app));
    }
    Some(root)
}

thread_local! {
    static RUNNING: Cell<Option<AppHandle<App>>> = const { Cell::new(None) };
    /// What the app is made in, until it is shown.
    static ROOT: Cell<Option<web_sys::Element>> = const { Cell::new(None) };
}

/// Takes the app off the page.
pub fn stop() {
    if let Some(running) = RUNNING.take() {
        running.destroy();
    }
}

/// What a view may read and do.
pub struct View<'a> {
    pub state: &'a State,
    /// The address of this page without its fragment.
    pub page: &'a str,
    pub world: World<'static>,
    pub words: Words<'static>,
    pub labels: &'static Labels,
    /// What is told so far; none while no service is chosen.
    pub case: Option<&'a Case>,
    /// The answer to it.
    pub verdict: Option<&'a Verdict<'static>>,
    pub act: Callback<Action>,
    /// What the whole program has; none in the short one.
    pub whole: Option<&'static Whole>,
    /// Whether the page has just been turned: it is painted at once, and what nobody waits for follows in a moment.
    pub is_brief: bool,
}

impl View<'_> {
    /// A callback that does one thing.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

/// The app: what the person has said, and what of it the browser already shows.
pub struct App {
    state: State,
    world: World<'static>,
    page: String,
    seen: Option<Seen>,
    /// The language of the document's title.
    titled: Option<Lang>,
    /// The address when the page was made, and the page that it stood for.
    there: String,
    addressed: Page,
    is_brief: bool,
    /// Whether the browser is on its way back to the page before, where all that is said since still holds.
    returns: bool,
    arrivals: Option<EventListener>,
    watch: Option<kiosk::Watch>,
}

/// What another page is known by, whatever is said on it.
type Page = (Mode, Option<String>, Option<Step>);

#[inline(never)]
fn page_of(state: &State) -> Page {
    (state.mode, state.service.clone(), state.step.clone())
}

/// What a new page or a new error is known by, and whether the kiosk warns.
#[derive(PartialEq)]
struct Seen {
    place: (Mode, Option<String>, Option<Step>, Option<ChannelId>, bool),
    refused: u32,
    warns: bool,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> App {
        let AppProps { address, now, .. } = ctx.props();
        let Content { catalogue, calendar, version } = content::shipped();
        let world = World { catalogue, calendar, version, now: *now };
        let (page, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let mut state = world.settled(State::from_fragment(fragment, catalogue));
        state.lang = texts::nearest(state.lang);
        // The first page is made in two tasks; meanwhile the document shows the same.
        let is_brief = cfg!(target_arch = "wasm32") && state.service.is_none() && state.mode == Mode::Applicant;
        App {
            there: String::new(),
            addressed: page_of(&state),
            state,
            world,
            page: page.to_owned(),
            seen: None,
            titled: None,
            is_brief,
            returns: false,
            arrivals: None,
            watch: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        if action == Action::Painted {
            self.write_address();
            self.addressed = page_of(&self.state);
            self.write_title(ctx);
            return std::mem::take(&mut self.is_brief);
        }
        // Most touches and ticks of the clock change nothing.
        if matches!(action, Action::Warn(left) if left == self.state.left) {
            return false;
        }
        self.world.now = now_in_kazakhstan();
        let arrives = matches!(action, Action::Arrive(_));
        let Some(action) = self.meant(action) else { return false };
        let next = self.world.settled(reduce(&self.state, action.clone(), self.world.catalogue));
        if let Action::Type { field, .. } = &action
            && journey::is_choice(self.world.catalogue, field)
            && next.refused == 0
        {
            // The browser shows by itself which of several is chosen, and nothing else changes until the form is sent.
            self.state = next;
            return false;
        }
        if next.mode != Mode::Applicant && ctx.props().whole.is_none() {
            // The address says so already, and with it the whole program starts.
            browser::reload();
            return false;
        }
        if let Some(lang) = texts::wanting(&next) {
            let act = ctx.link().callback(|action| action);
            texts::fetch(lang, move |is_here| act.emit(if is_here { action } else { Action::Speechless }));
            return false;
        }
        let asks = (&next.search.typed, next.lang) != (&self.state.search.typed, self.state.lang);
        if asks && !next.search.typed.is_empty() {
            let act = ctx.link().callback(|action| action);
            let query = next.search.typed.clone();
            browser::find(&next.search.typed, next.lang.code(), move |hits| act.emit(Action::Found { query, hits }));
        }
        let turns = next.step != self.state.step && next.mode != Mode::Staff;
        if turns && !self.is_rehearsal() {
            browser::let_go();
        }
        self.is_brief = turns && self.world.has_more(&next);
        if arrives {
            self.addressed = page_of(&next);
        }
        self.state = next;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if self.is_brief && self.is_rehearsal() && self.state.service.is_none() {
            // See `prepare` in static/start.js.
            return Html::default();
        }
        let World { catalogue, calendar, .. } = self.world;
        let case = self.state.case(self.world.stand_in_channel(&self.state), self.world.meanwhile());
        let is_judged = self.state.mode == Mode::Staff
            || matches!(self.state.step, Some(Step::Documents | Step::Answer | Step::Form));
        let judged = case.as_ref().filter(|_| is_judged);
        let verdict = judged.map(|case| assess(catalogue, calendar, case));
        let view = self.seen_with(ctx, case.as_ref(), verdict.as_ref());
        let page = match (view.whole, self.state.mode) {
            (None, _) | (_, Mode::Applicant) => applicant::page,
            (Some(whole), Mode::Gallery) => whole.gallery,
            (Some(whole), Mode::Kiosk) => whole.kiosk,
            (Some(whole), Mode::Staff) => whole.desk,
        };
        page(&view)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if self.is_rehearsal() {
            return;
        }
        if !self.is_brief
            && let Some(root) = ROOT.take()
            && !browser::show(&root)
        {
            return;
        }
        if self.titled != Some(self.state.lang) {
            // The language of the page belongs to its words.
            self.write_title(ctx);
        }
        self.there = browser::fragment().unwrap_or_default();
        let begins = self.beginning();
        let act = ctx.link().callback(|action| action);
        {
            let act = act.clone();
            browser::when_painted(move || {
                if let Some(id) = begins {
                    browser::focus(id);
                }
                act.emit(Action::Painted);
            });
        }
        if first_render {
            if self.page.ends_with(whole::ADDRESS) && self.state.step == Some(Step::Answer) {
                browser::focus("ways");
            }
            let (act, catalogue) = (act.clone(), self.world.catalogue);
            self.arrivals = browser::on_arrival(move || {
                let arrived = State::from_fragment(&browser::fragment().unwrap_or_default(), catalogue);
                act.emit(Action::Arrive(Box::new(arrived)));
            });
        }
        let watch = ctx.props().whole.filter(|_| self.state.kiosk_in_use).map(|whole| whole.watch);
        match watch {
            None => self.watch = None,
            Some(watch) if self.watch.is_none() => self.watch = Some(watch(self.state.patience, act)),
            Some(_) => {}
        }
    }
}

impl App {
    fn seen_with<'a>(
        &'a self,
        ctx: &Context<Self>,
        case: Option<&'a Case>,
        verdict: Option<&'a Verdict<'static>>,
    ) -> View<'a> {
        let (state, world) = (&self.state, self.world);
        View {
            state,
            page: &self.page,
            world,
            words: Words { lang: state.lang, catalogue: world.catalogue, calendar: world.calendar },
            labels: labels(state.lang),
            case,
            verdict,
            act: ctx.link().callback(|action| action),
            whole: ctx.props().whole,
            is_brief: self.is_brief,
        }
    }

    /// What an action means by what the browser has in its history; nothing where the browser does it. Who comes back by
    /// the page's own way finds there all that was said since.
    fn meant(&mut self, mut action: Action) -> Option<Action> {
        match &mut action {
            Action::Back => {
                self.returns = browser::go_back();
                return (!self.returns).then(|| self.world.step_before(&self.state).map_or(Action::Leave, Action::Go));
            }
            Action::Arrive(arrived) => {
                if browser::is_written() {
                    // Who goes back to a page stays with the language chosen since.
                    arrived.lang = self.state.lang;
                }
                if std::mem::take(&mut self.returns)
                    && let Some(step) = arrived.step.take()
                {
                    return Some(Action::Go(step));
                }
            }
            _ => {}
        }
        Some(action)
    }

    /// Whether the app stands on no page of the browser.
    fn is_rehearsal(&self) -> bool {
        self.page.is_empty()
    }

    /// Keeps the address and the state the same: a new page is a new history entry, anything else renews the present one.
    fn write_address(&self) {
        let there = browser::fragment().unwrap_or_default();
        let address = self.state.to_fragment();
        // Who has gone elsewhere since the page was made arrives there in a moment.
        if there != self.there || there == address && browser::is_written() {
            return;
        }
        let now = page_of(&self.state);
        let renews = self.state.mode == Mode::Kiosk || self.addressed == now;
        if !renews && self.addressed.1 == now.1 {
            // The page left keeps what was said on it, for the way back.
            let left = State { step: self.addressed.2.clone(), ..self.state.clone() };
            browser::set_fragment(&left.to_fragment(), true);
        }
        browser::set_fragment(&address, renews);
    }

    fn write_title(&mut self, ctx: &Context<Self>) {
        let title = parts::document_title(&self.seen_with(ctx, None, None));
        browser::set_title(self.state.lang.code(), &title, labels(self.state.lang).error);
        self.titled = Some(self.state.lang);
    }

    /// The id of what takes the focus: where a new page, a new error or the kiosk's warning begins. A clerk stays in the
    /// field: all is one page.
    fn beginning(&mut self) -> Option<&'static str> {
        let State { mode, service, step, channel, kiosk_in_use, refused, left, .. } = &self.state;
        let place = (*mode, service.clone(), step.clone(), *channel, *kiosk_in_use);
        let now = Seen { place, refused: *refused, warns: left.is_some() };
        let before = self.seen.replace(now)?;
        let now = self.seen.as_ref().filter(|now| now.place.0 != Mode::Staff)?;
        if now.warns && !before.warns {
            return Some(kiosk::STAY);
        }
        if before.place == now.place && before.refused == now.refused {
            return before.warns.then_some(parts::MAIN).filter(|_| !now.warns);
        }
        if now.refused > 0 {
            return Some(parts::ERRORS);
        }
        browser::to_top();
        Some(parts::HEADING)
    }
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

#[cfg(test)]
mod tests;
