//! The application form of an annex, filled in on the page and printed; what is typed stays in memory.
//!
//! The paper keeps the wording and the order of its source. Nothing must be filled in: an empty blank is a line to write
//! on by hand, and a number that cannot be right is told and printed all the same.

use yew::prelude::*;

use super::View;
use super::element::{On, all, bare, el, text};
use super::forms::{error_id, field_id, input, typed};
use super::parts::{self, Tone};
use super::state::{Action, Mode, Step};
use crate::engine::catalogue::ChannelId;
use crate::engine::verdict::Caution;
use crate::words::more::forms::Forms;
use crate::words::more::official::{Field, Line, OfficialForm, Place};

/// The form of the case's edition, or that our sources give none.
pub fn page(view: &View<'_>) -> Html {
    let words = Forms::of(view.state.lang);
    let Some(form) = view.world.service(view.state).and_then(|service| OfficialForm::of(&service.id)) else {
        let ask = all(vec![bare("p").says(words.none), bare("p").says(words.ask_for_it), parts::ask(view)]);
        return all(vec![parts::heading(words.title), parts::notice(Tone::Care, ask)]);
    };
    let mut content = vec![
        parts::heading(words.title),
        el("p", "app-lead").says(words.lead),
        parts::notice(Tone::Plain, bare("p").says(words.private)),
    ];
    content.extend(standing(view, words, form));
    content.push(parts::section("meaning", words.meaning, meaning(view, words, form)));
    content.push(parts::section("fill-in", words.fields, vec![fields(view, words, form)]));
    let shown = vec![bare("p").says(words.by_hand), sheet(view, form)];
    content.push(parts::section("preview", words.preview, shown));
    el("div", "app-apply").holds(content)
}

/// The way to the form from the document that it is; none where there is no form, and none at the desk, whose address
/// has no pages.
pub fn way(view: &View<'_>, document: &str) -> Option<Html> {
    let service =
        view.world.service(view.state).filter(|_| document == APPLICATION && view.state.mode != Mode::Staff)?;
    OfficialForm::of(&service.id)?;
    let title = text(Forms::of(view.state.lang).title);
    Some(bare("p").wraps(parts::way(view, "app-link", Step::Form, title)))
}

/// The document that the form is.
pub const APPLICATION: &str = "application";

/// How far the form can be relied on here.
fn standing(view: &View<'_>, words: &Forms, form: &OfficialForm) -> Vec<Html> {
    let mut notices = Vec::new();
    let edition = view.verdict.and_then(|verdict| verdict.edition);
    if !edition.is_some_and(|edition| form.editions.contains(&edition.id.as_str())) {
        let service = view.world.service(view.state);
        let own = form.editions.last().and_then(|id| service.and_then(|service| service.edition(id)));
        let own = own.map_or("", |edition| edition.title.get(view.state.lang));
        let whose = bare("p").holds(vec![text(words.borrowed), text(" "), bare("strong").says(own), text(".")]);
        notices.push(parts::notice(Tone::Care, all(vec![whose, bare("p").says(words.ask_if_taken)])));
    } else if view.verdict.is_some_and(|verdict| verdict.cautions.iter().any(is_doubted)) {
        notices.push(parts::notice(Tone::Care, bare("p").says(words.not_in_force)));
    }
    if view.state.channel == Some(ChannelId::Portal) {
        notices.push(parts::notice(Tone::Care, bare("p").says(words.on_the_portal)));
    }
    notices
}

fn is_doubted(caution: &Caution) -> bool {
    matches!(caution, Caution::EditionNotInForce | Caution::EditionUncertain)
}

/// What the person signs, in plain words, and where the form stands.
fn meaning(view: &View<'_>, words: &'static Forms, form: &OfficialForm) -> Vec<Html> {
    let mut content = vec![bare("p").says((form.meaning)(words)), bare("p").says(words.kazakh_alone)];
    if let Some(act) = view.world.catalogue.act(form.act) {
        let title = text(view.words.act(act));
        let title = match &act.link {
            Some(link) => parts::outside(view, link, title),
            None => title,
        };
        let label = el("span", "app-source__label").says(view.labels.source);
        content.push(el("small", "app-source").holds(vec![label, text(" "), title]));
    }
    content
}

/// The fields, in the order of the paper, and the way to print it.
fn fields(view: &View<'_>, words: &Forms, form: &OfficialForm) -> Html {
    let mut content = Vec::new();
    for field in form.fields() {
        content.push(fill_in(view, words, form, field));
    }
    let print = Callback::from(|event: Event| {
        event.prevent_default();
        super::browser::print();
    });
    let button = el("button", "app-button").attr("type", "submit").says(words.print);
    let erase = el("button", "app-button app-button--quiet").attr("type", "button").hears(On::Click, erase(view, form));
    content.push(el("div", "app-form__ways").holds(vec![button, erase.says(words.erase)]));
    // A kiosk's browser must not remember for the next person.
    let remembers = if view.state.mode == Mode::Kiosk { "off" } else { "on" };
    let form = el("form", "app-form app-apply__form").attr("novalidate", "novalidate").attr("autocomplete", remembers);
    form.hears(On::Submit, print).holds(content)
}

/// Empties every field: a phone may be somebody else's.
fn erase(view: &View<'_>, form: &OfficialForm) -> Callback<Event> {
    let (act, fields) = (view.act.clone(), form.fields().collect::<Vec<_>>());
    Callback::from(move |_| {
        for field in &fields {
            act.emit(Action::Write { field: field.name().to_owned(), text: String::new() });
        }
    })
}

/// A field with its label, its hint, and what may be wrong with it.
fn fill_in(view: &View<'_>, words: &Forms, form: &OfficialForm, field: Field) -> Html {
    let about = about(words, form, field);
    let name = ["form-", field.name()].concat();
    let written = written(view, field);
    let doubt = (field == Field::Iin).then(|| doubt(words, written)).flatten();
    let hint = hint(words, &about);
    let mut described = Vec::new();
    if hint.is_some() {
        described.push(["hint-", &name].concat());
    }
    if field == Field::Iin {
        described.push(error_id(&name));
    }
    let write = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            let written = typed(&event).map(|text| Action::Write { field: field.name().to_owned(), text });
            written.into_iter().for_each(|action| act.emit(action));
        })
    };
    let kind = if field == Field::Phone { "tel" } else { "text" };
    let remembers = if view.state.mode == Mode::Kiosk { "off" } else { about.remembers };
    let mut box_ = input("app-input", kind).attr("id", field_id(&name)).attr("autocomplete", remembers);
    if about.is_number {
        box_ = box_.attr("inputmode", "numeric");
    }
    if !described.is_empty() {
        box_ = box_.attr("aria-describedby", described.join(" "));
    }
    let mut content = vec![el("label", "app-field__label").attr("for", field_id(&name)).says(about.label)];
    content.extend(hint.map(|hint| el("p", "app-hint").attr("id", ["hint-", &name].concat()).holds(hint)));
    content.push(box_.value(written.to_owned()).hears(On::Input, write).alone());
    if field == Field::Iin {
        let doubt = doubt.unwrap_or_default();
        content.push(el("p", "app-apply__doubt").attr("id", error_id(&name)).attr("role", "status").says(doubt));
    }
    el("div", "app-field").key(field.name()).holds(content)
}

/// What is said of a field.
struct About {
    label: &'static str,
    hint: &'static str,
    /// How it may be written in Kazakh, the language of the paper.
    example: &'static str,
    /// What a browser may fill in by itself.
    remembers: &'static str,
    is_number: bool,
}

fn about(words: &Forms, form: &OfficialForm, field: Field) -> About {
    let plain = |label| About { label, hint: "", example: "", remembers: "off", is_number: false };
    let number = |label| About { is_number: true, ..plain(label) };
    match field {
        Field::Head => plain(words.head),
        Field::Applicant => About { hint: words.applicant_hint, remembers: "name", ..plain(words.applicant) },
        Field::ChangedName => plain(words.changed_name),
        Field::Iin => About { hint: words.iin_hint, ..number(words.iin) },
        Field::Institution => plain(words.institution),
        Field::ChangedInstitution => plain(words.changed_institution),
        Field::Finished => number(words.finished),
        Field::Speciality => plain(words.speciality),
        Field::Course => number(words.course),
        Field::Group => plain(words.group),
        Field::StudyForm => About { example: form.study_form, ..plain(words.study_form) },
        Field::Enrolled => plain(words.enrolled),
        Field::Expelled => plain(words.expelled),
        Field::Phone => About { remembers: "tel", ..plain(words.phone) },
        Field::Contact => About { remembers: "email", ..plain(words.contact) },
        Field::Reason => About { example: form.reason, ..plain(words.reason) },
    }
}

fn hint(words: &Forms, about: &About) -> Option<Vec<Html>> {
    if !about.example.is_empty() {
        let example = bare("span").attr("lang", "kk").says(["«", about.example, "»"].concat());
        return Some(vec![text(words.in_kazakh), text(" "), example]);
    }
    (!about.hint.is_empty()).then(|| vec![text(about.hint)])
}

/// What is written in a field so far.
fn written<'a>(view: &'a View<'_>, field: Field) -> &'a str {
    view.state.written.get(field.name()).map_or("", String::as_str)
}

/// Why a number cannot be an individual identification number; none while nothing is written.
fn doubt(words: &Forms, written: &str) -> Option<&'static str> {
    let digits: Vec<u32> =
        written.chars().filter(|letter| !letter.is_whitespace()).map_while(|digit| digit.to_digit(10)).collect();
    let length = written.chars().filter(|letter| !letter.is_whitespace()).count();
    if length == 0 {
        None
    } else if digits.len() != 12 || length != 12 {
        Some(words.iin_length)
    } else {
        (!is_checked(&digits)).then_some(words.iin_digits)
    }
}

/// Whether the last digit is the check of the others: their sum with the weights 1 to 11 over 11; if 10 remains, with
/// the weights 3 to 11, 1, 2; a number for which 10 remains again is never given out.
fn is_checked(digits: &[u32]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let remainder =
        |weights: &mut dyn Iterator<Item = u32>| body.iter().zip(weights).map(|(a, b)| a * b).sum::<u32>() % 11;
    let first = remainder(&mut (1..=11));
    let sum = if first == 10 { remainder(&mut (3..=11).chain(1..=2)) } else { first };
    sum == *check
}

/// The paper: what its source prints, and what is written in its blanks.
fn sheet(view: &View<'_>, form: &OfficialForm) -> Html {
    let stamp = form.stamp.iter().map(|line| bare("span").says(*line)).collect();
    let signed = &form.signed;
    let [open, close, year, end] = signed.day;
    let blank = |class| el("span", class).alone();
    let day = vec![
        text(open),
        blank("app-blank__gap app-blank__gap--day"),
        text(close),
        text(" "),
        blank("app-blank__gap app-blank__gap--month"),
        text(" "),
        text(year),
        blank("app-blank__gap app-blank__gap--day"),
        text(" "),
        text(end),
    ];
    let line = blank("app-blank__line");
    let signature = text(signed.signature);
    let signature = match signed.place {
        Place::BesideTheLine => all(vec![line, text(" "), signature]),
        Place::BeneathTheLine => all(vec![line, el("span", "app-blank__beneath").wraps(signature)]),
    };
    let beside = if signed.place == Place::BesideTheLine {
        "app-blank__signature app-blank__signature--beside"
    } else {
        "app-blank__signature"
    };
    let mut content = vec![
        el("p", "app-blank__stamp").holds(stamp),
        el("div", "app-blank__to").holds(lines(view, form.to)),
        el("p", "app-blank__title").says(form.title),
        el("div", "app-blank__body").holds(lines(view, form.body)),
        el("div", "app-blank__signed").holds(vec![bare("span").holds(day), el("span", beside).wraps(signature)]),
    ];
    if !form.note.is_empty() {
        content.push(el("p", "app-blank__note").says(form.note));
    }
    el("div", "app-blank").attr("lang", "kk").holds(content)
}

fn lines(view: &View<'_>, lines: &[Line]) -> Vec<Html> {
    let mut shown = Vec::new();
    let mut is_filled = false;
    for line in lines {
        match line {
            Line::Says(words) => shown.push(el("p", "app-blank__says").says(*words)),
            Line::Blank { before, of, after, beneath } => {
                let said = said(view, of);
                is_filled = !said.is_empty();
                shown.push(ruled(before, &said, after, beneath));
            }
            Line::More("") if is_filled => {}
            Line::More(words) if is_filled => shown.push(el("p", "app-blank__says").says(*words)),
            Line::More(words) => shown.push(ruled("", "", words, "")),
        }
    }
    shown
}

/// A line to write on, what is written on it, and the words around it.
fn ruled(before: &'static str, said: &str, after: &'static str, beneath: &'static str) -> Html {
    let mut content = Vec::new();
    if !before.is_empty() {
        content.push(bare("span").says(before));
    }
    let mut middle = vec![el("span", "app-blank__line").says(said.to_owned())];
    if !beneath.is_empty() {
        middle.push(el("span", "app-blank__beneath").says(beneath));
    }
    content.push(el("span", "app-blank__middle").holds(middle));
    if !after.is_empty() {
        content.push(bare("span").says(after));
    }
    el("p", "app-blank__ruled").holds(content)
}

/// What is written for these fields.
fn said(view: &View<'_>, fields: &[Field]) -> String {
    let written = fields.iter().map(|field| written(view, *field).trim()).filter(|text| !text.is_empty());
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_number_that_cannot_be_is_told_and_nothing_else_is() {
        let words = Forms::of(Lang::En);
        // By hand, 8 5 0 1 0 1 3 5 0 0 1 with the weights 1 to 11: 8+10+0+4+0+6+21+40+0+0+11 = 100, and 100 mod 11 = 1.
        assert_eq!(doubt(words, "850101350011"), None);
        assert_eq!(doubt(words, " 850101 350011 "), None, "spaces are no fault");
        assert_eq!(doubt(words, "850101350012"), Some(words.iin_digits));
        // A 2 in the fifth place: 2·5 = 10, so the second weights: 2·7 = 14, and 14 mod 11 = 3.
        assert_eq!(doubt(words, "000020000003"), None);
        assert_eq!(doubt(words, "000020000000"), Some(words.iin_digits));
        assert_eq!(doubt(words, ""), None);
        for wrong in ["85010135001", "8501013500111", "85010135001a", "abc", "８"] {
            assert_eq!(doubt(words, wrong), Some(words.iin_length), "{wrong}");
        }
    }

    #[test]
    fn every_letter_of_the_official_form_is_on_the_paper() {
        let letters =
            |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '_').collect::<String>();
        for (form, kept) in crate::words::more::official::FORMS.iter().zip([
            include_str!("../../tests/fixtures/forms/F1-annex-1.txt"),
            include_str!("../../tests/fixtures/forms/F2-annex-1.txt"),
            include_str!("../../tests/fixtures/forms/F4-form.txt"),
        ]) {
            assert_eq!(letters(&form.printed().concat()), letters(kept), "{}", form.service);
        }
    }
}
