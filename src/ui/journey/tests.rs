//! The order of the pages, gone through by invented people.

use super::*;
use crate::content;
use crate::ui::state::{Action, DO_NOT_KNOW, reduce};
use crate::ui::typed::read_filing;

fn world() -> World<'static> {
    let content = content::shipped();
    let now = read_filing("2026-11-23T10:00").expect("a day and a time");
    World { catalogue: content.catalogue, calendar: &content.calendar, version: content.version, now }
}

fn done(world: &World<'static>, state: &State, action: Action) -> State {
    world.settled(reduce(state, action, world.catalogue))
}

/// Answers each page by `answer` until the answer page, and gives the pages passed and what was said.
fn walk(
    world: &World<'static>,
    mut state: State,
    answer: impl Fn(&FactType, &PublicService) -> String,
) -> (Vec<Step>, State) {
    let mut passed = Vec::new();
    while let Some(step) = state.step.clone().filter(|step| *step != Step::Answer) {
        assert!(!passed.contains(&step), "{step:?} comes twice: {passed:?}");
        let typed = match &step {
            Step::Question(fact) => {
                let kind = fact_type(world.catalogue, fact).expect("a known fact");
                Some((fact.clone(), answer(kind, world.service(&state).expect("a known service"))))
            }
            Step::Channel => Some(("channel".to_owned(), world.stand_in_channel(&state).slug().to_owned())),
            Step::Rules | Step::Filing | Step::Documents | Step::Answer | Step::Form => None,
        };
        if let Some((field, text)) = typed {
            state = done(world, &state, Action::Type { field, text });
        }
        state = done(world, &state, Action::Submit);
        assert_eq!(state.refused, 0, "{step:?} is refused");
        passed.push(step);
    }
    (passed, state)
}

#[test]
fn every_journey_ends_at_the_answer() {
    let world = world();
    for service in &world.catalogue.services {
        for edition in &service.editions {
            let chosen = done(&world, &State::default(), Action::Choose { service: service.id.to_string() });
            let chosen = done(&world, &chosen, Action::Refer(Some(edition.id.to_string())));
            let first = |fact: &FactType, service: &PublicService| match fact.kind {
                FactKind::Boolean => "false".to_owned(),
                FactKind::Date => "3.11.2026".to_owned(),
                FactKind::Moment => "2026-11-30T10:00".to_owned(),
                FactKind::Word => offered(fact, service).first().expect("a word to choose").id.to_string(),
            };
            let unknown = |_: &FactType, _: &PublicService| DO_NOT_KNOW.to_owned();
            for (passed, mut state) in [walk(&world, chosen.clone(), first), walk(&world, chosen, unknown)] {
                let is_asked = passed.ends_with(&[Step::Filing, Step::Documents]);
                assert_eq!(is_asked, !state.lacks_filing(), "{}: {passed:?}", edition.id);
                // The way back is the way that was gone.
                let mut back = Vec::new();
                while let Some(step) = world.step_before(&state) {
                    state.step = Some(step.clone());
                    back.insert(0, step);
                }
                assert_eq!(back, [&[Step::Rules], passed.as_slice()].concat(), "{}", edition.id);
            }
        }
    }
}

#[test]
fn a_clock_that_is_wrong_proposes_no_day_and_hides_no_rules() {
    let address = "#/applicant/kk/tve-incomplete-certificate/filing?channel=provider_office&reason=academic_leave";
    let (built, official_to) = (world().calendar.facts().as_of, world().calendar.official_to());
    let (eve, after) = (built.pred_opt().expect("a day"), official_to.succ_opt().expect("a day"));
    // The facts' day is a Sunday: the desk opens on Monday.
    for (now, day) in [(built, Some("23.11.2026")), (eve, None), (after, None)] {
        let world = World { now: now.and_time(NaiveTime::MIN), ..world() };
        let state = world.settled(State::from_fragment(address, world.catalogue));
        assert_eq!(state.draft.get(FILING_DAY).map(String::as_str), day, "{now}");
        assert_eq!(world.edition(&state).map(|edition| edition.id.as_str()), Some("order-19-2023"), "{now}");
        // Once the person has written the day, it stands in the field again whatever the clock says.
        let told = State { at: read_filing("2026-12-01T09:00"), ..state };
        let told = world.settled(State { draft: Default::default(), ..told });
        assert_eq!(told.draft.get(FILING_DAY).map(String::as_str), Some("01.12.2026"));
    }
}

#[test]
fn a_college_elsewhere_leads_straight_to_the_answer() {
    let world = world();
    let address = "#/applicant/kk/tve-admission?edition=almaty-oblast-425-2019&college_region=astana";
    let state = world.settled(State::from_fragment(address, world.catalogue));
    assert_eq!(state.step, Some(Step::Answer));
}

/// School: row 7, item 3, no consent, no service. Dormitory: paragraph 3, students alone. Diploma: of a college that is no more
/// the archive has the papers. A certificate without consent has its hearing, and a yes is still open.
#[test]
fn a_plain_no_ends_the_questions_and_nothing_else_does() {
    let world = world();
    let step =
        |told: &str| world.settled(State::from_fragment(&format!("#/applicant/kk/{told}"), world.catalogue)).step;
    for no in [
        "school-certificate-duplicate?edition=rules-undated&consent_personal_data=false",
        "tve-dormitory?edition=almaty-oblast-425-2019&college_region=almaty_oblast&is_tve_student=false",
        "tve-diploma-duplicate?edition=standard-2015&college_liquidated=true",
    ] {
        assert_eq!(step(no), Some(Step::Answer), "{no}");
    }
    for open in [
        "school-certificate-duplicate?edition=rules-undated&consent_personal_data=true",
        "tve-dormitory?edition=almaty-oblast-425-2019&college_region=almaty_oblast&is_tve_student=true",
        "tve-diploma-duplicate?edition=standard-2015&college_liquidated=false",
        "tve-incomplete-certificate?edition=order-19-2023&consent_personal_data=false",
        "tve-admission?edition=almaty-oblast-425-2019&college_region=almaty_oblast&study_form=full_time",
    ] {
        assert_ne!(step(open), Some(Step::Answer), "{open}");
    }
}

#[test]
fn the_way_back_from_a_plain_no_is_the_question_that_made_it() {
    let world = world();
    // Everything was told before consent was changed to no.
    let address = "#/applicant/kk/school-certificate-duplicate/answer?at=2026-11-24T10:00&channel=provider_office\
                   &consent_personal_data=false&docs=application&edition=rules-undated&is_minor=false\
                   &level=general_secondary&reason=lost";
    let mut state = world.settled(State::from_fragment(address, world.catalogue));
    assert_eq!(state.step, Some(Step::Answer));
    let mut back = Vec::new();
    while let Some(step) = world.step_before(&state) {
        state.step = Some(step.clone());
        back.push(step);
    }
    assert_eq!(back, [Step::Question("consent_personal_data".to_owned()), Step::Rules]);
}

#[test]
fn a_service_offers_only_the_reasons_it_knows() {
    let world = world();
    let reason = fact_type(world.catalogue, "reason").expect("a known fact");
    let words = |service: &str| {
        let service = world.catalogue.service(service).expect("a known service");
        offered(reason, service).into_iter().map(|word| word.id.as_str()).collect::<Vec<_>>()
    };
    assert!(words("tve-diploma-duplicate").contains(&"lost"));
    assert!(!words("tve-diploma-duplicate").contains(&"academic_leave"));
    assert!(!words("tve-incomplete-certificate").contains(&"lost"));
}

#[test]
fn a_desk_has_no_steps_and_leaves_nothing_of_the_case_open() {
    let world = world();
    let settled = |fragment: &str| world.settled(State::from_fragment(fragment, world.catalogue));
    let opened = settled("#/staff");
    let first = &world.catalogue.index.first().expect("a service").id;
    assert_eq!(opened.service.as_deref(), Some(first.as_str()));
    assert_eq!((opened.step.clone(), opened.at), (None, Some(world.now)));
    assert!(opened.channel.is_some());
    let told = done(&world, &opened, Action::Tell { key: "at".to_owned(), value: "3.11.2019 9:30".to_owned() });
    assert_eq!(told.step, None);
    assert!(told.to_fragment().contains("at=2019-11-03T09:30"), "{}", told.to_fragment());
    assert_eq!(settled(&told.to_fragment()), told, "the address brings the same desk back");
}

#[test]
fn a_day_that_cannot_be_read_stays_in_its_field() {
    let world = world();
    let desk = world.settled(State::from_fragment("#/staff/kk/tve-dormitory?known_on=2019-11-01", world.catalogue));
    let tell = |state: &State, value: &str| {
        done(&world, state, Action::Tell { key: "known_on".to_owned(), value: value.to_owned() })
    };
    let wrong = tell(&desk, "31.02.2019");
    assert_eq!((wrong.known_on, wrong.draft.get("known_on").map(String::as_str)), (None, Some("31.02.2019")));
    assert_eq!(tell(&wrong, "1.11.2019"), desk);
    assert_eq!(tell(&wrong, "").draft.len(), 0);
}
