//! Elements by calls.
//!
//! `html!` writes out the making of every element where it stands, with its attributes and its children: some hundred
//! bytes each, several hundred times. A call is a tenth of that, and a first visit on a slow network feels it. So the
//! views are built of calls, read from the outside in:
//!
//! ```ignore
//! el("p", "app-source").holds(vec![el("span", "app-source__label").says("Source:"), text(" "), act])
//! ```

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback};

use super::View;
use super::state::Action;

/// An element in the making; what it holds finishes it.
pub struct Element(Box<VTag>);

/// An element with its class.
#[inline(never)]
pub fn el(tag: &'static str, class: impl Into<AttrValue>) -> Element {
    bare(tag).attr("class", class)
}

/// An element without a class.
#[inline(never)]
pub fn bare(tag: &'static str) -> Element {
    Element(Box::new(VTag::new(tag)))
}

/// A button that is of no form, and what it does.
#[inline(never)]
pub fn button(class: &'static str, view: &View<'_>, action: Action) -> Element {
    el("button", class).attr("type", "button").acts(On::Click, view, action)
}

/// Words alone.
#[inline(never)]
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// Several pieces one after the other.
#[inline(never)]
pub fn all(mut pieces: Vec<Html>) -> Html {
    match pieces.pop() {
        None => Html::default(),
        Some(only) if pieces.is_empty() => only,
        Some(last) => {
            pieces.push(last);
            VNode::VList(Rc::new(VList::with_children(pieces, None)))
        }
    }
}

impl Element {
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<AttrValue>) -> Element {
        self.0.add_attribute(name, value);
        self
    }

    /// The attribute, if the condition holds.
    pub fn attr_if(self, holds: bool, name: &'static str, value: &'static str) -> Element {
        if holds { self.attr(name, value) } else { self }
    }

    /// What tells it from its neighbours when they change.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Element {
        self.0.key = Some(Key::from(key));
        self
    }

    /// What an input holds.
    #[inline(never)]
    pub fn value(mut self, value: String) -> Element {
        self.0.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Whether an option is the chosen one: a property, as a browser heeds the attribute no more once somebody has chosen.
    #[inline(never)]
    pub fn selected(mut self, selected: bool) -> Element {
        self.0.add_property("selected", selected);
        self
    }

    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Element {
        self.0.set_checked(checked);
        self
    }

    /// Does one thing at an event.
    #[inline(never)]
    pub fn acts(self, event: On, view: &View<'_>, action: Action) -> Element {
        self.hears(event, view.on(action))
    }

    /// Does one thing at a click on a link, whose address does the same in a window of its own: of a click with a key held
    /// down, which opens one, `static/start.js` lets the app hear nothing.
    #[inline(never)]
    pub fn leads(self, view: &View<'_>, action: Action) -> Element {
        let act = view.act.clone();
        self.hears(
            On::Click,
            Callback::from(move |event: web_sys::Event| {
                event.prevent_default();
                act.emit(action.clone());
            }),
        )
    }

    /// Calls back at an event.
    #[inline(never)]
    pub fn hears(mut self, event: On, then: Callback<web_sys::Event>) -> Element {
        self.0.add_listener(Rc::new(Hears { event, then }));
        self
    }

    /// The element with these words in it.
    #[inline(never)]
    pub fn says(self, words: impl Into<AttrValue>) -> Html {
        self.wraps(text(words))
    }

    /// The element with these pieces in it.
    #[inline(never)]
    pub fn holds(self, pieces: Vec<Html>) -> Html {
        self.wraps(all(pieces))
    }

    /// The element with this one piece in it.
    #[inline(never)]
    pub fn wraps(mut self, piece: Html) -> Html {
        if let Some(children) = self.0.children_mut() {
            *children = piece;
        }
        self.alone()
    }

    /// The element with nothing in it.
    #[inline(never)]
    pub fn alone(self) -> Html {
        VNode::VTag(Rc::new(*self.0))
    }
}

/// What a person does with an element.
#[derive(Clone, Copy)]
pub enum On {
    Click,
    Input,
    Change,
    Submit,
}

/// Something that is called back at an event, whichever it is.
struct Hears {
    event: On,
    then: Callback<web_sys::Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        match self.event {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.then.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
