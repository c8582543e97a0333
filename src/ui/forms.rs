//! The forms of the journey: what cannot be read on top, then the fields, then the way on.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use super::parts::{ERRORS, heading};
use super::state::Action;
use super::typed::{day_text, read_date};

/// A form of one page: what cannot be read comes first, then its fields, then the way on, and another way.
pub fn form(view: &View<'_>, errors: &[(String, &'static str)], fields: Html, other_way: Html) -> Html {
    let submit = {
        let act = view.act.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Submit);
        })
    };
    html! {
        <form class="app-form" novalidate=true onsubmit={submit}>
            if !errors.is_empty() {
                { error_summary(view, errors) }
            }
            { fields }
            <div class="app-form__ways">
                <button type="submit" class="app-button">{ view.labels.go_on }</button>
                { other_way }
            </div>
        </form>
    }
}

fn error_summary(view: &View<'_>, errors: &[(String, &'static str)]) -> Html {
    let item = |(field, message): &(String, &'static str)| {
        let id = field_id(field);
        let onclick = {
            let id = id.clone();
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                super::browser::focus(&id, false);
            })
        };
        html! { <li><a class="app-link" href={format!("#{id}")} {onclick}>{ *message }</a></li> }
    };
    html! {
        <div id={ERRORS} class="app-errors" role="alert" tabindex="-1">
            <h2 class="app-errors__title">{ view.labels.please_correct }</h2>
            <ul>{ for errors.iter().map(item) }</ul>
        </div>
    }
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
    let hint_id = format!("hint-{field}");
    let item = |(place, choice): (usize, Choice)| {
        let id = if place == 0 { field_id(field) } else { format!("{}-{place}", field_id(field)) };
        let onchange = view.on(Action::Type { field: field.to_owned(), text: choice.value.clone() });
        let checked = chosen == Some(choice.value.as_str());
        html! {
            <div class="app-choice" key={choice.value.clone()}>
                <input class="app-choice__input" type="radio" id={id.clone()} name={field.to_owned()} value={choice.value}
                    {checked} {onchange} />
                <label class="app-choice__label" for={id}>{ choice.label }{ choice.hint }</label>
            </div>
        }
    };
    html! {
        <fieldset class="app-fieldset" aria-describedby={hint.map(|_| hint_id.clone())}>
            <legend class="app-fieldset__legend">{ heading(legend.to_owned()) }</legend>
            if let Some(hint) = hint {
                <p id={hint_id} class="app-hint">{ hint.to_owned() }</p>
            }
            { error_message(field, error) }
            { for choices.into_iter().enumerate().map(item) }
        </fieldset>
    }
}

/// A date as people type it, and a calendar to pick it from.
pub fn date_field(view: &View<'_>, field: &str, label: Html, hint: &'static str, error: Option<&'static str>) -> Html {
    let text = view.state.draft.get(field).cloned().unwrap_or_default();
    let picked = read_date(&text).map(|day| day.to_string()).unwrap_or_default();
    let id = field_id(field);
    let oninput = input_typed(view, field);
    let pick = {
        let (act, field) = (view.act.clone(), field.to_owned());
        Callback::from(move |event: InputEvent| {
            let picked = event.target_dyn_into::<HtmlInputElement>().and_then(|input| read_date(&input.value()));
            if let Some(day) = picked {
                act.emit(Action::Type { field: field.clone(), text: day_text(day) });
            }
        })
    };
    let described = described(field, error);
    html! {
        <div class={classes!("app-field", error.map(|_| "app-field--wrong"))}>
            <label class="app-field__label" for={id.clone()}>{ label }</label>
            <p id={format!("hint-{field}")} class="app-hint">{ hint }</p>
            { error_message(field, error) }
            <div class="app-field__row">
                <input class="app-input app-input--date" type="text" {id} name={field.to_owned()} value={text} {oninput}
                    autocomplete="off" inputmode="text" aria-describedby={described}
                    aria-invalid={error.map(|_| "true")} />
                <span class="app-picker">
                    <input class="app-picker__input" type="date" value={picked} oninput={pick}
                        aria-label={view.labels.pick_in_calendar} title={view.labels.pick_in_calendar} />
                </span>
            </div>
        </div>
    }
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
    let text = view.state.draft.get(field).cloned().unwrap_or_default();
    let id = field_id(field);
    let described = described(field, error);
    html! {
        <div class={classes!("app-field", error.map(|_| "app-field--wrong"))}>
            <label class="app-field__label" for={id.clone()}>{ label }</label>
            <p id={format!("hint-{field}")} class="app-hint">{ hint }</p>
            { error_message(field, error) }
            <input class={format!("app-input app-input--{kind}")} type={kind} {id} name={field.to_owned()} value={text}
                oninput={input_typed(view, field)} aria-describedby={described}
                aria-invalid={error.map(|_| "true")} />
        </div>
    }
}

/// Keeps what is typed in a field.
pub fn input_typed(view: &View<'_>, field: &str) -> Callback<InputEvent> {
    let (act, field) = (view.act.clone(), field.to_owned());
    Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Type { field: field.clone(), text: input.value() });
        }
    })
}

/// What is wrong with a field, beside it.
pub fn error_message(field: &str, error: Option<&'static str>) -> Html {
    html! {
        if let Some(error) = error {
            <p id={format!("error-{field}")} class="app-error">{ error }</p>
        }
    }
}

/// The ids of what is said about a field.
fn described(field: &str, error: Option<&'static str>) -> String {
    match error {
        Some(_) => format!("hint-{field} error-{field}"),
        None => format!("hint-{field}"),
    }
}

/// The id of a field's input.
pub fn field_id(field: &str) -> String {
    format!("field-{field}")
}
