//! What to do next, what is asked for beside it, and whose words a notice stands on.

use merzim::engine::assess;
use merzim::engine::case::FactValue;
use merzim::engine::catalogue::{ChannelId, InForceOn, Source};
use merzim::engine::verdict::Acceptance;
use merzim::lang::Lang;
use merzim::words::Words;

use crate::{calendar, case, catalogue, certificate, in_each_language};

#[test]
fn the_first_step_is_to_come_and_for_a_day_that_is_over_there_is_none() {
    let verdict = assess(catalogue(), calendar(), &certificate());
    let come = [
        "Мына уақытта келіңіз: 2025 жылғы 3 ақпан, дүйсенбі, сағат 10:00.",
        "Приходите в понедельник, 3 февраля 2025 года, в 10:00.",
        "Come on Monday, 3 February 2025, at 10:00.",
    ];
    for (lang, come) in Lang::ALL.into_iter().zip(come) {
        let words = Words { lang, catalogue: catalogue(), calendar: calendar() };
        let steps = words.next_steps(&verdict, false);
        assert_eq!((steps.len(), steps[0].as_str()), (4, come));
        assert_eq!(words.next_steps(&verdict, true), steps[2..], "receipt and complaint stay");
    }
    let mut portal = certificate();
    portal.channel = ChannelId::Portal;
    in_each_language(|words| {
        let verdict = assess(catalogue(), calendar(), &portal);
        for is_past in [true, false] {
            let steps = words.next_steps(&verdict, is_past);
            assert!(!steps.is_empty() && steps.iter().all(|step| !step.contains("Come on")), "{steps:?}");
        }
    });
}

#[test]
fn an_application_without_its_signature_is_to_be_signed_and_not_to_be_got() {
    let facts = r#"{"reason": "lost", "signature": "otp"}"#;
    let held = ["application", "id_document"];
    let otp = case("he-diploma-duplicate", "order-127-2018", ChannelId::Portal, "2019-03-01T10:00", facts, &held);
    let verdict = assess(catalogue(), calendar(), &otp);
    assert!(verdict.lacks_a_document());
    in_each_language(|words| {
        let headline = words.headline(&verdict);
        assert!(headline.contains(["ЭЦҚ", "ЭЦП", "EDS"][words.lang as usize]), "{headline}");
        assert!(words.next_steps(&verdict, false)[0].starts_with(&headline));
    });
}

#[test]
fn a_proviso_is_left_out_where_its_caution_stands_beside_and_a_way_says_nothing_twice() {
    let mut verdict = assess(catalogue(), calendar(), &certificate());
    verdict.in_force = Some(InForceOn::Uncertain);
    in_each_language(|words| {
        assert!(words.short_headline(&verdict).len() < 2, "{:?}", words.short_headline(&verdict));
        assert!(words.short_headline(&verdict).join(" ").len() < words.headline(&verdict).len());
    });
    let facts = r#"{"college_region": "almaty_oblast", "study_form": "full_time"}"#;
    let desk = ChannelId::ProviderOffice;
    let early = case("tve-admission", "almaty-oblast-425-2019", desk, "2019-05-06T10:00", facts, &["application"]);
    let race = merzim::engine::race::race(catalogue(), calendar(), &early);
    in_each_language(|words| {
        for lane in &race.lanes {
            let mut said = words.lane(lane);
            let all = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), all, "{said:?}");
        }
    });
}

#[test]
fn the_first_day_of_a_package_that_lacks_a_document_claims_no_acceptance() {
    let mut without = certificate();
    without.documents_present.clear();
    let verdict = assess(catalogue(), calendar(), &without);
    let deadline = verdict.deadline.as_ref().unwrap();
    let first = &deadline.proof[0];
    let words = Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() };
    let said = words.day_of_count(deadline, first, verdict.lacks_a_document());
    assert!(said.starts_with("If the documents are complete, they are accepted."), "{said}");
    assert!(words.day_of_count(deadline, first, false).starts_with("The documents are accepted."));
}

#[test]
fn out_of_the_window_the_right_is_not_denied_and_the_window_is_named() {
    let admission = |facts: &str| {
        let desk = ChannelId::ProviderOffice;
        case("tve-admission", "almaty-oblast-425-2019", desk, "2019-05-06T10:00", facts, &[])
    };
    let early = admission(r#"{"college_region": "almaty_oblast", "study_form": "full_time"}"#);
    let verdict = assess(catalogue(), calendar(), &early);
    assert_eq!(verdict.acceptance, Some(Acceptance::RefuseOutsideWindow));
    assert!(verdict.eligible.is_false() && verdict.is_only_untimely());
    in_each_language(|words| {
        let steps = words.next_steps(&verdict, false);
        assert!(steps.len() == 2 && steps[1].contains("20") && steps[1].ends_with('.'), "{steps:?}");
        let right = words.eligibility(&verdict);
        assert_eq!(right.len(), 1, "only the rule on the window: {right:?}");
    });
    // A student of another region is denied the right as well.
    let elsewhere = admission(r#"{"college_region": "other", "study_form": "full_time"}"#);
    assert!(!assess(catalogue(), calendar(), &elsewhere).is_only_untimely());
    assert!(!assess(catalogue(), calendar(), &certificate()).is_only_untimely());
}

#[test]
fn a_receipt_of_the_refusal_is_promised_only_where_the_edition_knows_one() {
    use ChannelId::{ProviderOffice, StateCorporation};
    let said = |service: &str, edition: &str, channel, now: &str| {
        let case = case(service, edition, channel, now, r#"{"college_region": "almaty_oblast"}"#, &[]);
        let mut verdict = assess(catalogue(), calendar(), &case);
        verdict.acceptance = Some(Acceptance::RefuseIncomplete);
        Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() }.acceptance(&verdict).join(" ")
    };
    let decree = "almaty-oblast-425-2019";
    let refused = "A document is missing or not valid: they will not accept the documents.";
    for service in ["tve-admission", "tve-dormitory"] {
        assert_eq!(said(service, decree, ProviderOffice, "2019-11-20T10:00"), refused, "{service}");
    }
    let with_receipt = [refused, " They give you a receipt of the refusal."].concat();
    for (service, edition) in [
        ("tve-diploma-duplicate", decree),
        ("tve-incomplete-certificate", decree),
        ("tve-incomplete-certificate", "order-19-2023"),
        ("tve-diploma-duplicate", "standard-2015"),
    ] {
        assert_eq!(said(service, edition, StateCorporation, "2019-11-20T10:00"), with_receipt, "{service} {edition}");
    }
}

#[test]
fn a_graduate_is_told_of_the_duplicate_of_the_diploma() {
    let told = |completed: bool| {
        let mut case = certificate();
        case.facts.insert("completed_studies".into(), FactValue::Bool(completed));
        assess(catalogue(), calendar(), &case).notices.iter().any(|notice| notice.id == "A-34")
    };
    assert!(told(true) && !told(false));
}

#[test]
fn the_place_of_a_notice_is_named_only_where_it_is_of_the_service_or_general_law() {
    let is_of = |service: &str, place: &str| {
        catalogue().is_of(catalogue().service(service).unwrap(), &Source(place.to_owned().into()))
    };
    assert!(is_of("tve-dormitory", "F0 a2 p5.1 L196-198") && is_of("tve-dormitory", "F0 p5 L62-64"));
    assert!(is_of("tve-dormitory", "CC art173") && is_of("he-diploma-duplicate", "READ A-11"));
    assert!(!is_of("tve-dormitory", "F0 a5 p5.3 L526-532") && !is_of("tve-dormitory", "F1 p8 L22-23"));
    assert!(!is_of("he-diploma-duplicate", "F0 p5 L62-64"));
    assert!(is_of("tve-diploma-duplicate", "F1 a2 L89-112"));
}
