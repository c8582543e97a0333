//! Every part of the pages, once, around one invented case: to look at, and for the accessibility test to walk.

use yew::prelude::*;

use super::element::{all, bare, button, el, text};
use super::forms::{self, Choice};
use super::journey::World;
use super::parts::{self, Tone};
use super::state::{Action, FILING_DAY, State, Taken};
use super::{View, answer, applicant, calendar, kiosk, take_home, timeline};
use crate::engine::assess;
use crate::engine::verdict::Verdict;
use crate::words::more::gallery::Gallery;

/// The case whose answer is shown: an extract that is too old.
const SAMPLE: &str = "/tve-diploma-duplicate/answer?at=2019-04-22T10:00&channel=provider_office\
                      &docs=application,newspaper_extract&edition=standard-2015&newspaper_published=2019-04-01&reason=lost";

/// The case whose days are shown: eight working days over New Year, with holidays, a moved day off and a worked Sunday.
const COUNTED: &str = "/tve-incomplete-certificate/answer?at=2024-12-27T10:00&channel=state_corporation\
                       &consent_personal_data=true&docs=application,id_document&edition=order-19-2023\
                       &provider_in_place=false&reason=interim_attestation";

/// The gallery.
pub fn page(view: &View<'_>) -> Html {
    let content = with_case(view, SAMPLE, |shown, verdict| {
        el("div", "app-page app-page--gallery").holds(vec![
            el("p", "app-hint").says(Gallery::of(view.state.lang).hint),
            choice(shown),
            parts_of(shown, verdict),
            with_case(view, COUNTED, days_of),
            more_parts_of(shown, verdict),
        ])
    });
    parts::frame(view, parts::header(view), content)
}

/// What is shown of the case with this address.
fn with_case(view: &View<'_>, address: &str, show: impl FnOnce(&View<'_>, &Verdict<'_>) -> Html) -> Html {
    let World { catalogue, calendar, .. } = view.world;
    let mut state = State::from_fragment(&["#/applicant/", view.state.lang.code(), address].concat(), catalogue);
    state.draft.insert(FILING_DAY.to_owned(), "31.2.2026".to_owned());
    let case = state.case(view.world.stand_in_channel(&state), view.world.meanwhile());
    let Some(verdict) = case.as_ref().map(|case| assess(catalogue, calendar, case)) else { return Html::default() };
    // What is touched here does nothing.
    show(
        &View { state: &state, case: case.as_ref(), verdict: Some(&verdict), act: Callback::noop(), ..*view },
        &verdict,
    )
}

fn days_of(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let said = Gallery::of(view.state.lang);
    all(vec![
        parts::section("calendar", said.calendar, vec![calendar::months(view, verdict)]),
        parts::section("timeline", said.timeline, timeline::timeline(view, verdict)),
    ])
}

/// A choice; its legend is the page's heading, as everywhere.
fn choice(view: &View<'_>) -> Html {
    let labels = view.labels;
    let choices = [("true", labels.yes), ("false", labels.no), ("?", labels.do_not_know)].map(|(value, label)| {
        Choice { value: value.to_owned(), label: bare("span").says(label), hint: Html::default() }
    });
    let title = Gallery::of(view.state.lang).title;
    forms::choices(view, "choice", title, Some(labels.channel_title), choices.into(), Some("true"), None)
}

fn parts_of(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let said = Gallery::of(view.state.lang);
    let (mut held, mut ticked) = (Vec::new(), Vec::new());
    for (place, line) in verdict.documents.lines.iter().enumerate() {
        // A box to tick and a line of the answer are two looks of the same document.
        let list = if place < 2 { &mut ticked } else { &mut held };
        list.push(if place < 2 { applicant::document_to_tick(view, line) } else { answer::document(view, line) });
    }
    let lists = [ticked, held].map(|items| el("ul", "app-checklist").holds(items));
    all(vec![
        parts::section("fields", said.fields, vec![fields(view)]),
        parts::section("buttons", said.buttons, buttons(view)),
        parts::section("tags", said.tags, tags(said)),
        parts::section("notices", said.notices, notices(said)),
        parts::section("result", said.result, vec![sheets(view, verdict)]),
        parts::section("checklist", said.checklist, lists.into()),
        answer::check_answers(view),
    ])
}

fn more_parts_of(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let said = Gallery::of(view.state.lang);
    all(vec![
        parts::section("disclosure", said.disclosure, vec![parts::details(view, said.summary, text(said.good))]),
        parts::section("share", view.labels.share, take_home::ways(view, verdict)),
        parts::section("dialog", said.dialog, vec![kiosk::warning(view, 20)]),
    ])
}

/// A form with an error: the summary, the message beside the field, a good field.
fn fields(view: &View<'_>) -> Html {
    let labels = view.labels;
    let errors = [(FILING_DAY.to_owned(), labels.no_such_day)];
    let day = forms::date_field(view, FILING_DAY, text(labels.day), labels.date_hint, Some(labels.no_such_day));
    let time = forms::clock_field(view, "time", "time", text(labels.time), labels.time_hint, None);
    forms::form(view, &errors, all(vec![day, time]), Html::default())
}

fn buttons(view: &View<'_>) -> Vec<Html> {
    let labels = view.labels;
    vec![
        el("div", "app-form__ways").holds(vec![
            button("app-button", view, Action::Take(Taken::Link, true)).says(labels.go_on),
            button("app-button app-button--quiet", view, Action::Take(Taken::Link, true)).says(labels.do_not_know),
        ]),
        parts::ask(view),
        parts::copy_link(view),
    ]
}

const TONES: [Tone; 4] = [Tone::Plain, Tone::Good, Tone::Care, Tone::Bad];

fn words(said: &'static Gallery) -> [&'static str; 4] {
    [said.plain, said.good, said.care, said.bad]
}

fn tags(said: &'static Gallery) -> Vec<Html> {
    let tags = TONES.into_iter().zip(words(said)).map(|(tone, word)| parts::tag(tone, word));
    vec![parts::list("ul", "app-result__tags", tags.collect())]
}

fn notices(said: &'static Gallery) -> Vec<Html> {
    let notices = TONES.into_iter().zip(words(said));
    notices.map(|(tone, word)| parts::notice(tone, bare("p").says(word))).collect()
}

fn sheets(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let at = verdict.intake.day_zero().map(|day| parts::day_sheet(view, day, view.labels.day));
    let moment = view.case.map(|case| parts::moment_sheet(view, case.accepted_at, view.labels.time));
    el("div", "app-sheets").holds(at.into_iter().chain(moment).collect())
}
