//! The kiosk: the applicant's journey in large targets, in memory only, forgotten when nobody touches it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::View;
use super::element::{all, bare, button, el};
use super::state::{Action, Patience};
use super::{applicant, parts};
use crate::lang::Lang;
use crate::words::labels::labels;
use crate::words::more::kiosk::Kiosk;

/// The kiosk's page: the languages until somebody begins, then the journey.
pub fn page(view: &View<'_>) -> Html {
    if !view.state.kiosk_in_use {
        return welcome(view);
    }
    let warning = view.state.left.map(|seconds| warning(view, seconds)).unwrap_or_default();
    all(vec![parts::frame(view, header(view), applicant::main(view)), warning])
}

/// The first screen: what this is, once in each language, and the language to begin in.
fn welcome(view: &View<'_>) -> Html {
    let mut choices = Vec::new();
    for lang in Lang::ALL {
        let choice = button("app-welcome__choice", view, Action::Begin(lang)).holds(vec![
            el("span", "app-welcome__language").says(lang.own_name()),
            el("span", "app-welcome__invitation").says(Kiosk::of(lang).invitation),
        ]);
        choices.push(el("li", "app-welcome__item").attr("lang", lang.code()).wraps(choice));
    }
    let heading = parts::heading(labels(view.state.lang).app_name);
    let main = el("div", "app-welcome").holds(vec![heading, el("ul", "app-welcome__list").holds(choices)]);
    parts::frame(view, Html::default(), main)
}

fn header(view: &View<'_>) -> Html {
    let done = button("app-button app-button--quiet", view, Action::Forget).says(Kiosk::of(view.state.lang).done);
    parts::bar(vec![parts::languages(view), done])
}

/// The id of the warning's button, which takes the focus.
pub const STAY: &str = "stay";

/// That nobody has touched the kiosk for a while, and when it will forget everything.
pub fn warning(view: &View<'_>, seconds: u32) -> Html {
    let says = Kiosk::of(view.state.lang);
    let dialog = el("div", "app-warning__box").attr("role", "alertdialog").attr("aria-modal", "true");
    let dialog = dialog.attr("aria-labelledby", "warning-title").attr("aria-describedby", "warning-text");
    // Any touch is an answer, so the button itself does nothing.
    let stay = el("button", "app-button").attr("type", "button").attr("id", STAY).says(says.stay);
    el("div", "app-warning").wraps(dialog.holds(vec![
        el("h2", "app-warning__title").attr("id", "warning-title").says(says.still_here),
        bare("p").attr("id", "warning-text").says(says.will_forget),
        el("p", "app-warning__seconds").attr("role", "timer").says(seconds.to_string()),
        stay,
    ]))
}

/// Ends with what it holds: who listens for touches, and the ticks.
pub struct Watch(#[expect(dead_code, reason = "held to be dropped")] (Vec<EventListener>, Interval));

/// Looks at the clock twice a second: warns when nobody has touched the kiosk for a while, and forgets everything when
/// the warning goes unanswered.
///
/// The clock and not a count of ticks: a browser may hold the ticks back, and after a sleep everything must be gone. The
/// warning goes with the click that ends a touch, or a second later: were it gone before, the page behind would be
/// clicked.
pub fn watch(patience: Patience, act: Callback<Action>) -> Watch {
    let touched = Rc::new(Cell::new(js_sys::Date::now()));
    let document = web_sys::window().and_then(|window| window.document());
    let mut listeners = Vec::new();
    for event in ["pointerdown", "touchstart", "wheel", "keydown", "click"] {
        let Some(document) = &document else { continue };
        let (touched, act) = (touched.clone(), act.clone());
        let options = EventListenerOptions::run_in_capture_phase();
        listeners.push(EventListener::new_with_options(document, event, options, move |_| {
            touched.set(js_sys::Date::now());
            if matches!(event, "keydown" | "click") {
                act.emit(Action::Warn(None));
            }
        }));
    }
    let ticks = Interval::new(500, move || {
        let idle = ((js_sys::Date::now() - touched.get()) / 1000.0).max(0.0) as u32;
        if patience.idle + patience.warning <= idle {
            act.emit(Action::Forget);
        } else if 0 < idle {
            act.emit(Action::Warn((patience.idle <= idle).then(|| patience.idle + patience.warning - idle)));
        }
    });
    Watch((listeners, ticks))
}
