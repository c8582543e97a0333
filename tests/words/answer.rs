//! The answer as a whole: the headline, the desk, the right, the next steps.

use merzim::engine::assess;
use merzim::engine::case::{Case, FactValue};
use merzim::engine::catalogue::{ChannelId, InForceOn};
use merzim::engine::condition::Truth;
use merzim::engine::verdict::{Acceptance, Caution, Moment, Ready, Verdict};
use merzim::lang::Lang;
use merzim::words::Words;

use crate::{
    assert_own_sentences, at, calendar, case, catalogue, certificate, day, duplicate, in_each_language, worked_verdicts,
};

/// The headlines of one verdict, Kazakh, Russian, English.
fn headlines(case: &Case, change: impl Fn(&mut Verdict)) -> Vec<String> {
    let (catalogue, calendar) = (catalogue(), calendar());
    let mut verdict = assess(catalogue, calendar, case);
    change(&mut verdict);
    let say = |lang| Words { lang, catalogue, calendar }.headline(&verdict);
    Lang::ALL.map(say).into()
}

#[test]
fn the_headline_gives_the_date_and_nothing_more_when_everything_is_known() {
    // 3 February 2025 is a Monday; three working days later it is Thursday.
    let said = headlines(&certificate(), |_| ());
    assert_eq!(
        said,
        [
            "Нәтиже 2025 жылғы 6 ақпан, бейсенбі күні дайын болуы керек.",
            "Результат должен быть готов в четверг, 6 февраля 2025 года.",
            "The result should be ready on Thursday, 6 February 2025.",
        ]
    );
}

#[test]
fn the_headline_says_what_the_date_rests_on() {
    let said = headlines(&certificate(), |verdict| {
        verdict.eligible = Truth::needs("reason");
        verdict.documents.unconfirmed = true;
        verdict.in_force = Some(InForceOn::Uncertain);
    });
    assert_eq!(
        said[0],
        "Нәтиже 2025 жылғы 6 ақпан, бейсенбі күні дайын болуы керек. Бұл мына жағдайда ғана дұрыс: қызметті алуға \
         құқығыңыз болса және құжаттарыңыз түгел болып, қабылданса және осы ереже сол күні күшінде болса."
    );
    assert!(said[1].ends_with(
        "Это верно, только если у вас есть право на услугу и если документов хватит и их примут и если эти правила в тот \
         день действуют."
    ));
    assert!(said[2].ends_with(
        "This is true only if you have the right to the service and if your documents are complete and accepted and if \
         these rules are in force on that day."
    ));
    let past = headlines(&certificate(), |verdict| {
        verdict.cautions.push(Caution::NotYetOfficial { official_to: day("2024-12-31") });
    });
    assert!(past[2].ends_with("The official calendar is known only until 31 December 2024. Later days may change."));
    assert!(past[0].ends_with("2024 жылғы 31 желтоқсанға дейін ғана белгілі. Одан кейінгі күндер өзгеруі мүмкін."));
}

#[test]
fn only_the_short_headline_leaves_out_that_the_rules_do_not_apply() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let mut verdict = assess(catalogue, calendar, &certificate());
    verdict.in_force = Some(InForceOn::No);
    for lang in Lang::ALL {
        let words = Words { lang, catalogue, calendar };
        let short = words.short_headline(&verdict).join(" ");
        let caution = words.caution(&Caution::EditionNotInForce);
        assert!(!short.contains(&caution), "{short}");
        assert_eq!(words.headline(&verdict), format!("{short} {caution}"));
        verdict.eligible = Truth::False;
        assert_eq!([words.headline(&verdict)], *words.short_headline(&verdict));
        verdict.eligible = Truth::True;
    }
}

#[test]
fn a_region_that_is_not_known_is_a_condition_of_its_own() {
    let said = headlines(&certificate(), |verdict| verdict.cautions.push(Caution::TerritoryUnknown));
    assert!(said[0].ends_with("осы ереже сіздің өңірге арналған болса."), "{}", said[0]);
    assert!(said[1].ends_with("только если эти правила приняты для вашего региона."), "{}", said[1]);
    assert!(said[2].ends_with("only if these rules are made for your region."), "{}", said[2]);
}

#[test]
fn the_headline_of_a_window_names_both_ends() {
    let (first, last) = (Some(Moment::Day(day("2026-07-03"))), Moment::Day(day("2026-07-15")));
    let said = headlines(&certificate(), |verdict| verdict.ready = Some(Ready { earliest: first, latest: last }));
    assert_eq!(said[0], "Нәтиже 2026 жылғы 3 шілдеден 2026 жылғы 15 шілдеге дейінгі аралықта дайын болуы керек.");
    assert_eq!(said[1], "Результат должен быть готов в промежутке с 3 июля 2026 года по 15 июля 2026 года.");
    assert_eq!(said[2], "The result should be ready between 3 July 2026 and 15 July 2026.");
    let said = headlines(&certificate(), |verdict| verdict.ready = Some(Ready { earliest: None, latest: last }));
    assert_eq!(said[0], "Ең ерте қай күні дайын болатыны белгісіз. Ең соңғы күні: 2026 жылғы 15 шілде, сәрсенбі.");
    let minute = Moment::Minute(at("2026-07-03T10:45"));
    let said = headlines(&certificate(), |v| v.ready = Some(Ready { earliest: Some(minute), latest: minute }));
    assert_eq!(said[0], "Нәтиже дайын болуы керек уақыт: 2026 жылғы 3 шілде, жұма, сағат 10:45.");
    assert_eq!(said[1], "Результат должен быть готов в пятницу, 3 июля 2026 года, в 10:45.");
    assert_eq!(said[2], "The result should be ready on Friday, 3 July 2026, at 10:45.");
}

#[test]
fn the_headline_names_the_first_obstacle() {
    let mut without = certificate();
    without.documents_present.clear();
    assert_eq!(
        headlines(&without, |_| ())[0],
        "Алдымен мынаны дайындаңыз: «Өтініш», «Жеке басты куәландыратын құжат»."
    );
    let refused = headlines(&certificate(), |verdict| verdict.eligible = Truth::False);
    assert_eq!(refused[1], "Судя по вашим ответам, права на эту услугу у вас нет.");
    let open = headlines(&certificate(), |verdict| {
        verdict.ready = None;
        verdict.needs = vec!["provider_in_place", "reason"];
    });
    assert_eq!(
        open[2],
        "This cannot be said yet. Please answer “Are the State Corporation's branch and the college in the same town or \
         district?” first."
    );
    let nowhere = headlines(&certificate(), |verdict| verdict.service = None);
    assert_eq!(nowhere[2], "There is no such service here.");
    let elsewhere = headlines(&certificate(), |verdict| verdict.channel = None);
    assert_eq!(elsewhere[2], "You cannot apply for this service in this way. Choose another way.");
}

#[test]
fn every_acceptance_is_a_sentence_in_every_part_of_the_answer() {
    use Acceptance::*;
    let all = [
        None,
        Some(NoEditionKnown),
        Some(RedirectArchive),
        Some(RefuseOutsideWindow),
        Some(RefuseDeadlinePassed),
        Some(RefuseIncomplete),
        Some(RefuseService),
        Some(IncompleteAdvise),
        Some(AcceptThenPreliminaryRefusal),
        Some(ClosedNextOpening),
        Some(AcceptNextWorkingDay),
        Some(Accept),
    ];
    let (catalogue, calendar) = (catalogue(), calendar());
    let eligible = || [Truth::True, Truth::False, Truth::needs("reason"), Truth::Unknown { needs: Vec::new() }];
    for (case, acceptance) in
        [certificate(), duplicate()].iter().flat_map(|case| all.map(|acceptance| (case, acceptance)))
    {
        for eligible in eligible() {
            let mut verdict = assess(catalogue, calendar, case);
            verdict.acceptance = acceptance;
            verdict.hearing_first = acceptance == Some(AcceptThenPreliminaryRefusal);
            verdict.eligible = eligible;
            verdict.intake.next_opening = (acceptance == Some(ClosedNextOpening)).then(|| at("2026-07-03T09:00"));
            verdict.intake.deemed_accepted = (acceptance == Some(AcceptNextWorkingDay)).then(|| day("2026-07-03"));
            assert_own_sentences(|words| {
                let mut said = vec![words.headline(&verdict), words.documents(&verdict), words.term(&verdict)];
                let right = words.eligibility(&verdict);
                let desk = words.acceptance(&verdict);
                let steps = words.next_steps(&verdict, false);
                assert!(!right.is_empty() && !desk.is_empty() && !steps.is_empty());
                said.extend([right, desk, steps, words.alternatives(&verdict)].into_iter().flatten());
                said
            });
        }
    }
}

#[test]
fn each_acceptance_says_something_of_its_own() {
    use Acceptance::*;
    let (catalogue, calendar) = (catalogue(), calendar());
    let words = Words { lang: Lang::Kk, catalogue, calendar };
    let mut said = Vec::new();
    for acceptance in [NoEditionKnown, RedirectArchive, RefuseOutsideWindow, RefuseDeadlinePassed, RefuseIncomplete] {
        said.push(acceptance);
    }
    said.extend([RefuseService, IncompleteAdvise, AcceptThenPreliminaryRefusal, AcceptNextWorkingDay, Accept]);
    let mut sentences: Vec<_> = said
        .into_iter()
        .map(|acceptance| {
            let mut verdict = assess(catalogue, calendar, &certificate());
            verdict.acceptance = Some(acceptance);
            words.acceptance(&verdict).join(" ")
        })
        .collect();
    sentences.sort();
    let many = sentences.len();
    sentences.dedup();
    assert_eq!(sentences.len(), many);
}

#[test]
fn every_worked_case_is_told_in_clean_sentences() {
    let verdicts = worked_verdicts();
    assert!(verdicts.len() >= 70, "{} cases", verdicts.len());
    for verdict in &verdicts {
        assert_own_sentences(|words| {
            let lines = &verdict.documents.lines;
            let days = verdict.deadline.iter().flat_map(|deadline| &deadline.proof);
            let mut said = vec![words.headline(verdict), words.documents(verdict), words.term(verdict)];
            said.extend(words.acceptance(verdict));
            said.extend(words.eligibility(verdict));
            said.extend(words.alternatives(verdict));
            said.extend(words.next_steps(verdict, false));
            said.extend(lines.iter().map(|line| words.document_status(line)));
            said.extend(lines.iter().filter_map(|line| words.valid_until(line)));
            said.extend(days.map(|day| words.proof_day(day)));
            said.extend(verdict.milestones.iter().map(|milestone| words.milestone(milestone)));
            said.extend(verdict.cautions.iter().map(|caution| words.caution(caution)));
            said
        });
    }
}

#[test]
fn a_closed_desk_says_when_it_opens() {
    let mut at_lunch = certificate();
    at_lunch.accepted_at = at("2025-02-03T13:10");
    let verdict = assess(catalogue(), calendar(), &at_lunch);
    let say = |lang| Words { lang, catalogue: catalogue(), calendar: calendar() }.acceptance(&verdict);
    assert_eq!(
        say(Lang::Kk),
        [
            "Сіз таңдаған уақытта қабылдамайды. Ашылатын уақыты: 2025 жылғы 3 ақпан, дүйсенбі, сағат 14:00.",
            "Құжаттарыңыз 2025 жылғы 3 ақпан, дүйсенбі күні қабылданады.",
        ]
    );
    assert_eq!(
        say(Lang::Ru),
        [
            "В выбранное вами время приёма нет. Откроется: понедельник, 3 февраля 2025 года, 14:00.",
            "Документы примут в понедельник, 3 февраля 2025 года.",
        ]
    );
    assert_eq!(say(Lang::En)[1], "Your documents are accepted on Monday, 3 February 2025.");
}

#[test]
fn a_refusal_promises_no_acceptance() {
    use Acceptance::{NoEditionKnown, RedirectArchive, RefuseDeadlinePassed, RefuseIncomplete, RefuseOutsideWindow};
    let mut verdict = assess(catalogue(), calendar(), &certificate());
    verdict.intake.deemed_accepted = Some(day("2025-02-04"));
    let words = Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() };
    for refusal in [NoEditionKnown, RedirectArchive, RefuseOutsideWindow, RefuseDeadlinePassed, RefuseIncomplete] {
        verdict.acceptance = Some(refusal);
        let said = words.acceptance(&verdict).join(" ");
        assert!(!said.contains("February"), "{refusal:?}: {said}");
    }
    verdict.acceptance = Some(Acceptance::AcceptNextWorkingDay);
    let said = words.acceptance(&verdict);
    assert_eq!(said, ["You can send the application now, but it counts as accepted on Tuesday, 4 February 2025."]);
}

#[test]
fn a_person_without_the_right_is_told_the_rule() {
    let mut graduate = certificate();
    graduate.facts.insert("completed_studies".to_owned(), FactValue::Bool(true));
    let verdict = assess(catalogue(), calendar(), &graduate);
    let say = |lang| Words { lang, catalogue: catalogue(), calendar: calendar() }.eligibility(&verdict);
    let kk = say(Lang::Kk);
    assert_eq!(kk[0], "Жауаптарыңызға қарағанда, бұл қызметті алуға құқығыңыз жоқ.");
    assert!(
        kk[1].starts_with("Ереже мұны талап етеді, ал жауаптарыңыз басқаша: «Сіз оқуды аяқтаған жоқсыз"),
        "{}",
        kk[1]
    );
    assert!(kk[1].ends_with("»."), "{}", kk[1]);
    assert!(
        say(Lang::En)[1].starts_with("The rules ask for this, and your answers say otherwise: “You have not completed")
    );
}

#[test]
fn one_of_several_missing_documents_is_no_way_of_its_own() {
    let mut bare = certificate();
    bare.documents_present.clear();
    let without_both = assess(catalogue(), calendar(), &bare);
    bare.documents_present.insert("application".to_owned());
    let without_one = assess(catalogue(), calendar(), &bare);
    let words = Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() };
    assert_eq!(
        words.alternatives(&without_one),
        ["Add “Identity document”, and the latest ready day is: Thursday, 6 February 2025."]
    );
    assert_eq!(words.alternatives(&without_both), [""; 0]);
}

#[test]
fn what_is_open_after_the_ready_day_stands_with_the_cautions_and_not_in_the_headline() {
    let corporation = |at: &str| {
        let facts = r#"{"reason": "academic_leave", "consent_personal_data": true, "provider_in_place": true}"#;
        let held = ["application", "id_document"];
        case("tve-incomplete-certificate", "order-19-2023", ChannelId::StateCorporation, at, facts, &held)
    };
    // 3 working days from Mon 30 November: Thu 3 December. Only the storage, a month from then, ends past the calendar.
    let verdict = assess(catalogue(), calendar(), &corporation("2026-11-30T10:00"));
    let unofficial = |caution: &&Caution| matches!(caution, Caution::NotYetOfficial { .. });
    let caution = verdict.cautions.iter().find(unofficial).unwrap();
    assert!(verdict.not_yet_official.is_some());
    in_each_language(|words| {
        let said = words.headline(&verdict);
        assert!(!said.contains(&words.caution(caution)), "{said}");
    });
    assert_eq!(
        headlines(&corporation("2026-11-30T10:00"), |_| ())[2],
        "The result should be ready on Thursday, 3 December 2026."
    );
    // Filed on 31 December, the ready day itself lies past it.
    let new_year = assess(catalogue(), calendar(), &corporation("2026-12-31T10:00"));
    in_each_language(|words| assert!(words.headline(&new_year).contains(&words.caution(caution))));
    // Kurban Ait, 27 May 2026, on the 28th at the latest: confirmed on 18 May, open before.
    let ait = |filed: &str| {
        let known_on = Some(day("2026-05-15"));
        let verdict = assess(catalogue(), calendar(), &Case { known_on, ..corporation(filed) });
        let words = Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() };
        let open = verdict.cautions.iter().any(|caution| matches!(caution, Caution::KurbanAitUnconfirmed { .. }));
        (open, words.headline(&verdict).contains("Kurban Ait"))
    };
    assert_eq!(ait("2026-05-15T10:00"), (true, false), "ready on Wed 20 May, stored past Kurban Ait");
    assert_eq!(ait("2026-05-21T10:00"), (true, true), "ready on Tue 26 May, the day that may be Kurban Ait");
}

#[test]
fn a_package_that_is_refused_comes_before_any_hearing() {
    let facts = r#"{"reason": "academic_leave", "consent_personal_data": false, "provider_in_place": true}"#;
    let corporation = |held: &[&str]| {
        let at = "2026-11-30T10:00";
        case("tve-incomplete-certificate", "order-19-2023", ChannelId::StateCorporation, at, facts, held)
    };
    let refused = assess(catalogue(), calendar(), &corporation(&["application"]));
    assert_eq!(refused.acceptance, Some(Acceptance::RefuseIncomplete));
    assert!(refused.hearing_first);
    let words = Words { lang: Lang::En, catalogue: catalogue(), calendar: calendar() };
    assert_eq!(words.headline(&refused), "Get this ready first: “Identity document”.");
    let steps = words.next_steps(&refused, false);
    let get = "Get this ready: “Identity document”. Otherwise they may not accept your documents.";
    assert_eq!(
        steps[..2],
        [get, "Come on Monday, 30 November 2026, at 10:00. If you are not ready by then, choose another day."]
    );
    let complete = assess(catalogue(), calendar(), &corporation(&["application", "id_document"]));
    assert!(words.headline(&complete).starts_with("There is no decision yet"), "{}", words.headline(&complete));
}
