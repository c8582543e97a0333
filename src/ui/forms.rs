//! The forms of the journey: what cannot be read on top, then the fields, then the way on.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use super::element::{Element, On, bare, el};
use super::parts::{ERRORS, heading};
use super::state::Action;
use super::typed::{day_text, read_date};

/// A form of one page: what cannot be read comes first, then its fields, then the way on, and another way.
pub fn form(view: &View<'_>, errors: &[(String, &'static str)], fields: Html, other_way: Html) -> Html {
    let submit = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            act.emit(Action::Submit);
        })
    };
    let go_on = el("button", "app-button").attr("type", "submit").says(view.labels.go_on);
    el("form", "app-form").attr("novalidate", "novalidate").hears(On::Submit, submit).holds(vec![
        error_summary(view, errors),
        fields,
        el("div", "app-form__ways").holds(vec![go_on, other_way]),
    ])
}

fn error_summary(view: &View<'_>, errors: &[(String, &'static str)]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let mut items = Vec::new();
    for (field, message) in errors {
        let id = field_id(field);
        let href = ["#", &id].concat();
        let go_there = Callback::from(move |event: Event| {
            event.prevent_default();
            super::browser::focus(&id);
        });
        items.push(bare("li").wraps(el("a", "app-link").attr("href", href).hears(On::Click, go_there).says(*message)));
    }
    let summary = el("div", "app-errors").attr("id", ERRORS).attr("role", "alert").attr("tabindex", "-1");
    summary.holds(vec![el("h2", "app-errors__title").says(view.labels.please_correct), bare("ul").holds(items)])
}

/// One answer that may be chosen.
pub struct Choice {
    pub value: String,
    pub label: Html,
    pub hint: Html,
}

/// One of several answers: radio buttons in a fieldset whose legend is the page's heading.
pub fn choices(
    view: &View<'_>,
    field: &str,
    legend: &str,
    hint: Option<&str>,
    choices: Vec<Choice>,
    chosen: Option<&str>,
    error: Option<&'static str>,
) -> Html {
    let mut content = vec![el("legend", "app-fieldset__legend").wraps(heading(legend.to_owned()))];
    let fieldset = el("fieldset", "app-fieldset").attr("role", "radiogroup");
    let fieldset = described(fieldset, field, hint.is_some(), error);
    if let Some(hint) = hint {
        content.push(el("p", "app-hint").attr("id", hint_id(field)).says(hint.to_owned()));
    }
    content.push(error_message(field, error));
    for (place, choice) in choices.into_iter().enumerate() {
        let id = if place == 0 { field_id(field) } else { [&field_id(field), "-", &place.to_string()].concat() };
        let typed = Action::Type { field: field.to_owned(), text: choice.value.clone() };
        let input = input("app-choice__input", "radio").attr("id", id.clone()).attr("name", field.to_owned());
        let input = input.checked(chosen == Some(choice.value.as_str())).acts(On::Change, view, typed);
        let label = el("label", "app-choice__label").attr("for", id).holds(vec![choice.label, choice.hint]);
        let row = el("div", "app-choice").key(&choice.value);
        content.push(row.holds(vec![input.value(choice.value).alone(), label]));
    }
    fieldset.holds(content)
}

/// A date as people type it, and a calendar to pick it from.
pub fn date_field(view: &View<'_>, field: &str, label: Html, hint: &'static str, error: Option<&'static str>) -> Html {
    let picked = view.state.draft.get(field).and_then(|text| read_date(text));
    let pick = {
        let (act, field) = (view.act.clone(), field.to_owned());
        Callback::from(move |event: Event| {
            if let Some(day) = typed(&event).and_then(|text| read_date(&text)) {
                act.emit(Action::Type { field: field.clone(), text: day_text(day) });
            }
        })
    };
    let written = written(view, field, "app-input app-input--date", "text", error);
    let written = written.attr("autocomplete", "off").attr("inputmode", "text");
    let picker = input("app-picker__input", "date").attr("aria-label", view.labels.pick_in_calendar);
    let picker = picker.attr("title", view.labels.pick_in_calendar).hears(On::Input, pick);
    let picker = picker.value(picked.map(|day| day.to_string()).unwrap_or_default());
    // As in `clock_field`: the page is painted before.
    let picker = el("span", "app-picker").wraps(if view.is_brief { Html::default() } else { picker.alone() });
    let row = el("div", "app-field__row").holds(vec![written.alone(), picker]);
    labelled(field, label, hint, error, row)
}

/// A time of day, or a day and a time: the browser's own field.
pub fn clock_field(
    view: &View<'_>,
    kind: &'static str,
    field: &str,
    label: Html,
    hint: &'static str,
    error: Option<&'static str>,
) -> Html {
    // A browser takes so long to make the field of its own that the page is painted with a plain one before.
    let plain_or_own = if view.is_brief { "text" } else { kind };
    let written = written(view, field, ["app-input app-input--", kind].concat(), plain_or_own, error);
    labelled(field, label, hint, error, written.alone())
}

/// A field with its label, its hint and what is wrong with it.
fn labelled(field: &str, label: Html, hint: &'static str, error: Option<&'static str>, input: Html) -> Html {
    let class = if error.is_some() { "app-field app-field--wrong" } else { "app-field" };
    el("div", class).holds(vec![
        el("label", "app-field__label").attr("for", field_id(field)).wraps(label),
        el("p", "app-hint").attr("id", hint_id(field)).says(hint),
        error_message(field, error),
        input,
    ])
}

/// An input that keeps what is typed.
fn written(
    view: &View<'_>,
    field: &str,
    class: impl Into<AttrValue>,
    kind: &'static str,
    error: Option<&'static str>,
) -> Element {
    let input = input(class, kind).attr("id", field_id(field)).attr("name", field.to_owned());
    let input = described(input, field, true, error);
    input.value(view.state.draft.get(field).cloned().unwrap_or_default()).hears(On::Input, input_typed(view, field))
}

/// The element with its hint, then what is wrong with it, told to whoever hears the page.
fn described(element: Element, field: &str, has_hint: bool, error: Option<&'static str>) -> Element {
    let by = match (has_hint, error) {
        (true, Some(_)) => [&hint_id(field), " ", &error_id(field)].concat(),
        (true, None) => hint_id(field),
        (false, Some(_)) => error_id(field),
        (false, None) => return element,
    };
    element.attr("aria-describedby", by).attr_if(error.is_some(), "aria-invalid", "true")
}

/// An input of this kind.
pub fn input(class: impl Into<AttrValue>, kind: &'static str) -> Element {
    el("input", class).attr("type", kind)
}

/// What stands in the input that an event is of.
pub fn typed(event: &Event) -> Option<String> {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value())
}

/// Keeps what is typed in a field.
fn input_typed(view: &View<'_>, field: &str) -> Callback<Event> {
    let (act, field) = (view.act.clone(), field.to_owned());
    Callback::from(move |event: Event| {
        if let Some(text) = typed(&event) {
            act.emit(Action::Type { field: field.clone(), text });
        }
    })
}

/// What is wrong with a field, beside it.
pub fn error_message(field: &str, error: Option<&'static str>) -> Html {
    error.map(|error| el("p", "app-error").attr("id", error_id(field)).says(error)).unwrap_or_default()
}

fn hint_id(field: &str) -> String {
    ["hint-", field].concat()
}

/// The id of what is wrong with a field.
pub fn error_id(field: &str) -> String {
    ["error-", field].concat()
}

/// The id of a field's input.
pub fn field_id(field: &str) -> String {
    ["field-", field].concat()
}
