//! The kiosk: the applicant's journey in large targets, in memory only, forgotten when nobody touches it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::View;
use super::element::{button, el};
use super::state::{Action, Patience};
use super::{applicant, parts};
use crate::lang::Lang;
use crate::words::labels::{Labels, labels};

/// The kiosk's page: the languages until somebody begins, then the journey.
pub fn page(view: &View<'_>) -> Html {
    if !view.state.kiosk_in_use {
        return welcome(view);
    }
    let watch = html! {
        <IdleWatch patience={view.state.patience} labels={view.labels} forget={view.on(Action::Forget)} />
    };
    html! { <>{ parts::frame(view, header(view), applicant::main(view)) }{ watch }</> }
}

/// The first screen: what this is, once in each language, and the language to begin in.
fn welcome(view: &View<'_>) -> Html {
    let mut choices = Vec::new();
    for lang in Lang::ALL {
        let choice = button("app-welcome__choice", view, Action::Begin(lang)).holds(vec![
            el("span", "app-welcome__language").says(lang.own_name()),
            el("span", "app-welcome__invitation").says(labels(lang).kiosk_invitation),
        ]);
        choices.push(el("li", "app-welcome__item").attr("lang", lang.code()).wraps(choice));
    }
    let heading = parts::heading(labels(view.state.lang).app_name);
    let main = el("div", "app-welcome").holds(vec![heading, el("ul", "app-welcome__list").holds(choices)]);
    parts::frame(view, Html::default(), main)
}

fn header(view: &View<'_>) -> Html {
    let done = button("app-button app-button--quiet", view, Action::Forget).says(view.labels.kiosk_done);
    parts::bar(vec![parts::languages(view), done])
}

#[derive(Clone, PartialEq, Properties)]
struct IdleWatchProps {
    patience: Patience,
    labels: &'static Labels,
    forget: Callback<()>,
}

impl PartialEq for Labels {
    /// There is one set of labels for each language.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Warns when nobody has touched the kiosk for a while, and forgets everything when the warning goes unanswered.
#[component]
fn IdleWatch(props: &IdleWatchProps) -> Html {
    let left = use_state_eq(|| None::<u32>);
    {
        let left = left.clone();
        // The callback is a new one at each rendering, but it always does the same.
        let (patience, forget) = (props.patience, props.forget.clone());
        use_effect_with(patience, move |patience| watch(*patience, left.setter(), forget));
    }
    let button = use_node_ref();
    {
        let button = button.clone();
        use_effect_with(left.is_some(), move |warns| {
            let button = button.cast::<web_sys::HtmlElement>();
            if let Some(button) = button.filter(|_| *warns) {
                let _refused = button.focus();
            }
        });
    }
    let Some(seconds) = *left else { return Html::default() };
    let PartsOfWarning { title, text, stay } = warning(props.labels);
    html! {
        <div class="app-warning">
            <div class="app-warning__box" role="alertdialog" aria-modal="true" aria-labelledby="warning-title"
                aria-describedby="warning-text">
                <h2 id="warning-title" class="app-warning__title">{ title }</h2>
                <p id="warning-text">{ text }</p>
                <p class="app-warning__seconds" role="timer">{ seconds }</p>
                <button type="button" class="app-button" ref={button}>{ stay }</button>
            </div>
        </div>
    }
}

struct PartsOfWarning {
    title: &'static str,
    text: &'static str,
    stay: &'static str,
}

fn warning(labels: &Labels) -> PartsOfWarning {
    PartsOfWarning { title: labels.kiosk_still_here, text: labels.kiosk_will_forget, stay: labels.kiosk_stay }
}

/// Looks at the clock twice a second until the returned function is called.
///
/// The clock and not a count of ticks: a browser may hold the ticks back, and after a sleep everything must be gone.
fn watch(patience: Patience, left: UseStateSetter<Option<u32>>, forget: Callback<()>) -> impl FnOnce() {
    let touched = Rc::new(Cell::new(js_sys::Date::now()));
    let document = web_sys::window().and_then(|window| window.document());
    let listeners: Vec<_> = ["pointerdown", "keydown", "touchstart", "wheel"]
        .into_iter()
        .filter_map(|event| {
            let (touched, left) = (touched.clone(), left.clone());
            let options = EventListenerOptions::run_in_capture_phase();
            Some(EventListener::new_with_options(document.as_ref()?, event, options, move |_| {
                touched.set(js_sys::Date::now());
                left.set(None);
            }))
        })
        .collect();
    let ticks = Interval::new(500, move || {
        let idle = ((js_sys::Date::now() - touched.get()) / 1000.0).max(0.0) as u32;
        if patience.idle + patience.warning <= idle {
            forget.emit(());
        } else {
            left.set((patience.idle <= idle).then(|| patience.idle + patience.warning - idle));
        }
    });
    move || drop((listeners, ticks))
}
