//! What each action makes of what was said.

use proptest::prelude::*;

use super::*;
use crate::content;
use crate::ui::typed::read_filing;

fn catalogue() -> &'static Catalogue {
    content::shipped().catalogue
}

fn read(fragment: &str) -> State {
    State::from_fragment(fragment, catalogue())
}

#[test]
fn a_whole_address_is_read_and_written_the_same() {
    let address = "#/applicant/ru/tve-diploma-duplicate/answer?at=2019-11-01T10:00&channel=state_corporation\
                   &college_region=almaty_oblast&docs=application,id_copy&edition=standard-2015&known_on=2019-11-01\
                   &newspaper_published=2019-10-25&reason=lost&skip=college_liquidated";
    let state = read(address);
    assert_eq!(state.step, Some(Step::Answer));
    assert_eq!(state.facts.len(), 3);
    assert_eq!(state.to_fragment(), address);
}

#[test]
fn what_cannot_be_read_is_missing() {
    let state = read("#/applicant/kk/tve-admission?at=yesterday&channel=fax&study_form=moon&docs=gold,application&x=1");
    assert_eq!((state.at, state.channel, state.facts.len()), (None, None, 0));
    assert_eq!(state.to_fragment(), "#/applicant/kk/tve-admission?docs=application");
}

#[test]
fn mode_and_language_may_be_left_out() {
    let state = read("#/tve-dormitory/channel");
    assert_eq!(state.to_fragment(), "#/applicant/kk/tve-dormitory/channel");
}

#[test]
fn an_edition_of_another_service_is_no_edition() {
    assert_eq!(read("#/applicant/kk/tve-admission?edition=order-19-2023").edition, None);
    let own = read("#/applicant/kk/tve-incomplete-certificate?edition=order-19-2023");
    assert_eq!(own.edition.as_deref(), Some("order-19-2023"));
}

#[test]
fn a_kiosk_writes_no_answer_and_reads_none() {
    let kiosk = read("#/kiosk/ru/tve-dormitory/channel?idle=2&warning=1&is_tve_student=true");
    assert_eq!((kiosk.service.as_ref(), kiosk.facts.len()), (None, 0));
    let begun = reduce(&kiosk, Action::Begin(Lang::En), catalogue());
    let chosen = reduce(&begun, Action::Choose { service: "tve-dormitory".to_owned() }, catalogue());
    assert_eq!(chosen.to_fragment(), "#/kiosk/en?idle=2&warning=1");
    let first = reduce(&chosen, Action::Forget, catalogue());
    assert_eq!(first, State { mode: Mode::Kiosk, patience: kiosk.patience, ..State::default() });
}

#[test]
fn switching_the_language_loses_nothing() {
    let mut state = read("#/applicant/kk/tve-admission/study_form?college_region=almaty_oblast");
    state.draft.insert("study_form".to_owned(), "full_time".to_owned());
    let switched = reduce(&state, Action::Speak(Lang::Ru), catalogue());
    assert_eq!(switched, State { lang: Lang::Ru, ..state });
}

#[test]
fn a_form_that_cannot_be_read_stays_and_keeps_what_was_typed() {
    let mut state = read("#/applicant/kk/tve-diploma-duplicate/newspaper_published");
    state.draft.insert("newspaper_published".to_owned(), "31.02.2019".to_owned());
    let refused = reduce(&state, Action::Submit, catalogue());
    assert_eq!(refused, State { refused: 1, ..state });
    let typed = Action::Type { field: "newspaper_published".to_owned(), text: "1.3.2019".to_owned() };
    let sent = reduce(&reduce(&refused, typed, catalogue()), Action::Submit, catalogue());
    assert_eq!(sent.facts.get("newspaper_published"), Some(&FactValue::from_text("2019-03-01")));
}

#[test]
fn i_do_not_know_is_an_answer_and_can_be_taken_back() {
    let state = read("#/applicant/kk/tve-admission/study_form?study_form=full_time");
    let skipped = reduce(&state, Action::Skip, catalogue());
    assert_eq!(skipped.to_fragment(), "#/applicant/kk/tve-admission?skip=study_form");
    let told = Action::Tell { key: "study_form".to_owned(), value: "full_time".to_owned() };
    assert_eq!(reduce(&skipped, told, catalogue()).to_fragment(), "#/applicant/kk/tve-admission?study_form=full_time");
}

proptest! {
    #[test]
    fn any_text_is_an_address(text in any::<String>(), tail in "[#/?&=%a-z0-9_,:.-]{0,80}") {
        for fragment in [text.clone(), format!("#/applicant/kk/{tail}"), format!("#/staff/ru?at={tail}&{text}")] {
            let state = read(&fragment);
            prop_assert_eq!(read(&state.to_fragment()), state);
        }
    }

    #[test]
    fn any_text_may_be_typed_as_a_date_or_a_time(text in any::<String>(), day in "[0-9./ -]{0,12}") {
        for text in [text, day] {
            let _ = (read_date(&text), read_time(&text), read_filing(&text));
        }
    }
}
