//! What a person takes home of an answer: a calendar file, a link, a QR code, a copy as text or JSON.
//!
//! A kiosk has nobody's clipboard, files or messages, and its address holds no answer: there the code alone takes the
//! answer along.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{self, Element, On, all, bare, el};
use super::qr::qr;
use super::state::{Action, Mode, Taken};
use super::{View, browser, parts, then};
use crate::engine::assess;
use crate::engine::case::Case;
use crate::engine::verdict::Verdict;
use crate::export::{dates, ics, json, text};
use crate::words::Words;
use crate::words::more::take_home::TakeHome;

/// The ways to take the answer home.
pub fn ways(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let says = TakeHome::of(view.state.lang);
    let Some(case) = view.case else { return Vec::new() };
    if view.state.mode == Mode::Kiosk {
        return vec![code(view, says)];
    }
    let answer = Rc::new(Answer {
        words: view.words,
        version: view.world.version,
        case: case.clone(),
        link: parts::link(view),
        filing: if view.state.lacks_filing() { None } else { Some(then::is_past(view, verdict)) },
        act: view.act.clone(),
    });
    let mut ways = Vec::new();
    if dates::has_events(verdict) {
        ways.push(way(says.add, says.add_hint, answer.gives(Taken::Calendar)));
    }
    if browser::can_share() {
        let (title, link) = (parts::document_title(view), parts::link(view));
        let send = Callback::from(move |_| browser::share(&title, &link));
        ways.push(way(says.send, says.send_hint, send));
    }
    let hint = if answer.filing.is_some() { says.copy_hint } else { says.copy_no_hint };
    ways.push(way(says.copy, hint, answer.gives(Taken::Text)));
    let mut content = vec![el("ul", "app-take").holds(ways), done(says, view.state.taken)];
    content.extend(by_hand(says, view.state.taken, &answer));
    content.push(parts::details(view, says.code, code(view, says)));
    content.push(parts::details(view, says.for_programs, for_programs(says, &answer)));
    content
}

/// What it takes to write an answer down when somebody asks for it, and not each time the page is shown.
struct Answer {
    words: Words<'static>,
    version: &'static str,
    case: Case,
    link: String,
    /// Whether its day is over; none where nobody was asked for it.
    filing: Option<bool>,
    act: Callback<Action>,
}

impl Answer {
    /// A callback that gives the answer in this shape, and tells whether it could.
    fn gives(self: &Rc<Self>, what: Taken) -> Callback<Event> {
        let answer = self.clone();
        Callback::from(move |_| answer.give(what))
    }

    fn give(&self, what: Taken) {
        let act = self.act.clone();
        let told = move |done| act.emit(Action::Take(what, done));
        let content = self.written(what);
        match what {
            Taken::Calendar => told(browser::save(&self.file_name("ics"), "text/calendar;charset=utf-8", &content)),
            Taken::JsonFile => told(browser::save(&self.file_name("json"), "application/json", &content)),
            Taken::Link | Taken::Text | Taken::Json => browser::copy(&content, BY_HAND, told),
        }
    }

    /// The answer in this shape.
    fn written(&self, what: Taken) -> String {
        let Answer { words, version, case, link, .. } = self;
        let verdict = assess(words.catalogue, words.calendar, case);
        match what {
            Taken::Link => link.clone(),
            Taken::Text => match self.filing {
                Some(is_past) => text::text(words, version, &verdict, link, is_past),
                None => text::plain_no(words, version, case, &verdict, link),
            },
            Taken::Json | Taken::JsonFile => {
                let value = if self.filing.is_some() { json::verdict } else { json::plain_no };
                serde_json::to_string_pretty(&value(words, version, case, &verdict)).unwrap_or_default()
            }
            Taken::Calendar => ics::calendar(words, &ics::events(words, version, case, &verdict)).unwrap_or_default(),
        }
    }

    /// Named after the service: what was said does not stand in a list of downloads.
    fn file_name(&self, ending: &str) -> String {
        ["merzim-", &self.case.service, ".", ending].concat()
    }
}

fn way(name: &'static str, hint: &'static str, does: Callback<Event>) -> Html {
    let content =
        vec![el("span", "app-take__name").says(name), element::text(" "), el("span", "app-take__hint").says(hint)];
    el("li", "app-take__item").wraps(button("app-take__way", does).holds(content))
}

fn button(class: &'static str, does: Callback<Event>) -> Element {
    el("button", class).attr("type", "button").hears(On::Click, does)
}

/// What became of the last way that was taken.
fn done(says: &TakeHome, taken: Option<(Taken, bool)>) -> Html {
    let said = match taken {
        None | Some((Taken::Link, _)) => "",
        Some((Taken::Calendar, true)) => says.added,
        Some((Taken::JsonFile, true)) => says.saved,
        Some((Taken::Calendar | Taken::JsonFile, false)) => says.not_saved,
        Some((Taken::Text, true)) => says.copied,
        Some((Taken::Json, true)) => says.copied_json,
        Some((Taken::Text | Taken::Json, false)) => says.copy_by_hand,
    };
    el("p", "app-take__done").attr("role", "status").says(said)
}

/// The id of the field to copy from by hand.
const BY_HAND: &str = "by-hand";

/// Where the clipboard is closed to the page: a field with what was to be copied.
fn by_hand(says: &TakeHome, taken: Option<(Taken, bool)>, answer: &Answer) -> Option<Html> {
    let (what @ (Taken::Text | Taken::Json), false) = taken? else { return None };
    let label = el("label", "app-field__label").attr("for", BY_HAND).says(says.by_hand);
    let field = el("textarea", "app-input app-take__text").attr("id", BY_HAND).attr("readonly", "readonly");
    let field = field.attr("rows", "8").attr("spellcheck", "false").value(answer.written(what)).alone();
    Some(all(vec![label, field]))
}

/// The code of the link, and what to do with it.
fn code(view: &View<'_>, says: &TakeHome) -> Html {
    let picture = qr(&parts::link(view), says.code_label);
    if picture == Html::default() {
        return bare("p").says(says.code_too_long);
    }
    all(vec![bare("p").says(says.code_hint), picture])
}

fn for_programs(says: &TakeHome, answer: &Rc<Answer>) -> Html {
    let button = |what| button("app-button app-button--quiet", answer.gives(what));
    let buttons = vec![button(Taken::Json).says(says.copy_json), button(Taken::JsonFile).says(says.save_json)];
    el("p", "app-take__buttons").holds(buttons)
}
