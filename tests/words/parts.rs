//! The parts of the answer: documents, the term and its proof, cautions, the catalogue's words, sources.

use merzim::engine::assess;
use merzim::engine::calendar::{DayStatus, WorkWeek};
use merzim::engine::case::FactValue;
use merzim::engine::catalogue::*;
use merzim::engine::verdict::*;
use merzim::lang::Lang;
use merzim::words::Words;

use crate::{
    assert_clean, assert_own, assert_own_sentences, at, calendar, case, catalogue, certificate, day, duplicate,
    in_each_language, worked_verdicts,
};

/// What `say` says in each language: clean, and no language repeats another.
#[track_caller]
fn in_three<const N: usize>(say: impl Fn(Words) -> [String; N]) -> Vec<Vec<String>> {
    let mut said = Vec::new();
    in_each_language(|words| said.push(say(words).to_vec()));
    said.iter().flatten().for_each(|text| assert_clean(text));
    assert_own(&said);
    said
}

#[test]
fn every_state_of_a_document_is_a_sentence() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let verdict = assess(catalogue, calendar, &certificate());
    let demands = [Demand::Required, Demand::NotDemanded, Demand::Advised, Demand::Unconfirmed, Demand::Optional];
    let rules = demands.map(|demand| EvidenceRule { demand, ..verdict.documents.lines[0].rule.clone() });
    let line = |rule, borrowed, status| DocumentLine {
        rule,
        borrowed,
        held: false,
        status,
        valid_until: Some(day("2026-07-03")),
    };
    assert_own_sentences(|words| {
        let states = [
            DocumentStatus::Present,
            DocumentStatus::Missing,
            DocumentStatus::NotDemanded,
            DocumentStatus::Undecided { needs: vec!["reason", "applicant"] },
            DocumentStatus::Invalid(Invalidity::ExpiredByDays(1)),
            DocumentStatus::Invalid(Invalidity::DatedAfterFiling),
            DocumentStatus::Invalid(Invalidity::Named("not_signed_with_eds")),
            DocumentStatus::Invalid(Invalidity::Named("unheard_of")),
        ];
        let states = states.map(|status| words.document_status(&line(&rules[0], false, status)));
        let not_held = rules.iter().map(|rule| words.document_status(&line(rule, false, DocumentStatus::NotHeld)));
        let borrowed = words.document_status(&line(&rules[0], true, DocumentStatus::NotHeld));
        let valid = words.valid_until(&line(&rules[0], false, DocumentStatus::Present));
        states.into_iter().chain(not_held).chain([borrowed]).chain(valid).collect()
    });
}

#[test]
fn an_expired_document_says_by_how_many_days() {
    let say = |words: Words| [1, 2, 5, 11, 21].map(|days| words.invalidity(&Invalidity::ExpiredByDays(days)));
    let said = in_three(say);
    assert_eq!(said[0][0], "Қабылдау күні жарамдылық мерзімінің өткеніне 1 күн болады.");
    assert_eq!(said[1][0], "На день приёма документ просрочен на 1 день.");
    assert_eq!(said[1][1], "На день приёма документ просрочен на 2 дня.");
    assert_eq!(said[1][2], "На день приёма документ просрочен на 5 дней.");
    assert_eq!(said[1][3], "На день приёма документ просрочен на 11 дней.");
    assert_eq!(said[1][4], "На день приёма документ просрочен на 21 день.");
    assert_eq!(said[2][0], "On the day of acceptance it is 1 day out of date.");
}

#[test]
fn the_documents_together_are_complete_or_counted_or_not_known() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let complete = assess(catalogue, calendar, &certificate());
    let mut bare = certificate();
    bare.documents_present.clear();
    let missing = assess(catalogue, calendar, &bare);
    let mut unconfirmed = complete.clone();
    unconfirmed.documents.unconfirmed = true;
    let mut assumed = complete.clone();
    assumed.documents.standing = ListStanding::AssumedSameAsProvider;
    let mut unknown = complete.clone();
    unknown.documents.standing = ListStanding::Unknown { nearest_edition: None };
    let mut borrowed = complete.clone();
    borrowed.documents.standing = ListStanding::Unknown { nearest_edition: Some("order-19-2023") };
    let mut nowhere = complete.clone();
    nowhere.channel = None;
    let verdicts = [&complete, &missing, &unconfirmed, &assumed, &unknown, &borrowed, &nowhere];
    assert_own_sentences(|words| verdicts.map(|verdict| words.documents(verdict)).into());
    let said = in_three(|words| [words.documents(&complete), words.documents(&missing)]);
    assert_eq!(said[0], ["Құжаттарыңыз түгел.", "Тағы 2 құжат керек."]);
    assert_eq!(said[1], ["Все документы есть.", "Не хватает 2 документов."]);
    assert_eq!(said[2], ["You have all the documents.", "2 documents are missing."]);
}

#[test]
fn the_term_says_what_is_counted_and_from_when() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let certificate = assess(catalogue, calendar, &certificate());
    let duplicate = assess(catalogue, calendar, &duplicate());
    let said = in_three(|words| [words.term(&certificate), words.term(&duplicate)]);
    assert_eq!(
        said[0],
        [
            "Мерзімі: 3 жұмыс күні. Санау құжат қабылданған күннің ертеңінен басталады.",
            "Мерзімі: 30 күнтізбелік күн. Санау құжат қабылданған күннің ертеңінен басталады.",
        ]
    );
    assert_eq!(said[1][0], "Срок: 3 рабочих дня. Считают со следующего дня после приёма документов.");
    assert_eq!(said[2][1], "The term: 30 calendar days. Counting starts on the day after the documents are accepted.");
}

#[test]
fn every_part_of_a_proof_is_a_sentence_for_every_kind_of_day() {
    let calendar = calendar();
    let week = calendar.week(WorkWeek::FiveDay);
    // A working day, a worked Sunday, a Saturday, a holiday, a day off in lieu, a day off moved by decree.
    let days = ["2025-11-14", "2025-01-05", "2025-11-15", "2025-12-16", "2022-05-10", "2016-03-07"].map(day);
    let statuses = days.map(|date| week.status(date).unwrap());
    assert!(matches!(
        statuses,
        [
            DayStatus::Working,
            DayStatus::WorkedByOrder { .. },
            DayStatus::Weekend,
            DayStatus::Holiday { .. },
            DayStatus::InLieu { .. },
            DayStatus::MovedOff { .. }
        ]
    ));
    let parts = [
        DayPart::Waiting,
        DayPart::Accepted,
        DayPart::Counted { number: 21 },
        DayPart::NotCounted,
        DayPart::RolledOver,
        DayPart::RolledTo,
    ];
    assert_own_sentences(|words| {
        let row = |part| {
            days.iter().zip(statuses).map(move |(&date, status)| words.proof_day(&ProofDay { date, part, status }))
        };
        parts.into_iter().flat_map(row).collect()
    });
}

#[test]
fn a_skipped_day_says_why() {
    let calendar = calendar();
    let week = calendar.week(WorkWeek::FiveDay);
    let skipped =
        |date: &str| ProofDay { date: day(date), part: DayPart::NotCounted, status: week.status(day(date)).unwrap() };
    let days = ["2025-11-15", "2025-12-16", "2022-05-10", "2016-03-07"];
    let said = in_three(|words| days.map(|date| words.proof_day(&skipped(date))));
    assert_eq!(said[0][0], "Саналмайды: демалыс күні.");
    assert_eq!(said[0][1], "Саналмайды: мереке күні (Тәуелсіздік күні).");
    assert_eq!(
        said[0][2],
        "Саналмайды: мереке демалысқа тура келгендіктен берілген демалыс күні (Отан қорғаушы күні; 2022 жылғы 7 мамыр, \
         сенбі)."
    );
    assert_eq!(said[0][3], "Саналмайды: ресми түрде 2016 жылғы 5 наурыздан ауыстырылған демалыс күні.");
    assert_eq!(said[1][3], "Не считается: выходной, официально перенесённый с 5 марта 2016 года.");
    assert_eq!(said[2][1], "Not counted: a public holiday (Independence Day).");
}

#[test]
fn every_caution_is_a_sentence() {
    let cautions = [
        Caution::EditionNotInForce,
        Caution::EditionUncertain,
        Caution::TerritoryUnknown,
        Caution::ChannelNotOffered,
        Caution::OutsideCalendar { first: day("2015-01-01"), last: day("2028-12-31") },
        Caution::NotYetOfficial { official_to: day("2026-12-31") },
        Caution::KurbanAitUnconfirmed { date: day("2027-05-16") },
        Caution::AsKnownOn { day: day("2026-01-02") },
        Caution::HearingCannotFit,
    ];
    assert_own_sentences(|words| cautions.map(|caution| words.caution(&caution)).into());
}

#[test]
fn other_readings_and_ways_are_sentences() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let mut verdict = assess(catalogue, calendar, &certificate());
    let ready = verdict.clone();
    let mut open = verdict.clone();
    open.ready = None;
    verdict.alt_inclusive = Some(day("2026-07-03"));
    verdict.alt_after_hours_rule = Some(day("2026-07-03"));
    verdict.alt_other_week = Some(day("2026-07-03"));
    verdict.if_provided = vec![("application", Box::new(ready)), ("id_document", Box::new(open))];
    let facts = vec![("consent_personal_data", FactValue::Bool(true)), ("reason", FactValue::Word("lost".into()))];
    verdict.alternative = Some(Alternative { facts, until: Some(day("2026-07-03")) });
    assert_own_sentences(|words| {
        let said = words.alternatives(&verdict);
        assert_eq!(said.len(), 7);
        said
    });
    in_each_language(|words| {
        if words.lang == Lang::Kk {
            let said = words.alternatives(&verdict);
            assert_eq!(
                said[3],
                "«Өтініш» деген құжатты қоссаңыз, дайын болатын соңғы күн: 2025 жылғы 6 ақпан, бейсенбі."
            );
            assert!(
                said[5].ends_with("деген сұраққа «Құжат жоғалды» деп жауап бере алсаңыз, нәтижені тезірек аласыз."),
                "{}",
                said[5]
            );
        }
    });
}

#[test]
fn every_word_of_the_catalogue_is_said() {
    use Topic::*;
    let topics = [
        AcceptanceReceipt,
        RefusalReceipt,
        Consent,
        ObtainedByState,
        MustNotDemand,
        Queue,
        Collection,
        Representative,
        Storage,
        HomeVisit,
        Hearing,
        Delivery,
        Portal,
        Status,
        Court,
    ];
    in_three(|words| topics.map(|topic| words.topic(topic).to_owned()));
    let sure = [Confidence::Official, Confidence::Secondary, Confidence::Unknown];
    in_three(|words| sure.map(|confidence| words.confidence(confidence).to_owned()));
    use ReportAbout as About;
    let about = [About::Act, About::Channel, About::Term, About::Documents, About::Window];
    in_three(|words| about.map(|about| words.report_about(about).to_owned()));
    in_three(|words| [words.fee(Fee::Free).to_owned()]);
    let because = [Because::StandardNotInSources, Because::EarlierWordingNotInSources, Because::NotStated];
    assert_own_sentences(|words| because.map(|because| words.because(because).to_owned()).into());
    let incomplete = [IfIncomplete::RefuseAcceptance, IfIncomplete::RefuseService, IfIncomplete::Advise];
    assert_own_sentences(|words| incomplete.map(|then| words.if_incomplete(then).to_owned()).into());
}

#[test]
fn opening_hours_are_said_day_by_day() {
    let opening = |json: &str| serde_json::from_str::<Opening>(json).unwrap();
    let office = opening(
        r#"{"desks": {"chosen_by": null, "desks": [{"id": "main", "assumed": true, "source": "F0", "hours":
        [{"days": "working_days", "opens": "09:00", "closes": "18:30", "lunch": ["13:00", "14:00"]}]}]}}"#,
    );
    let centre = opening(
        r#"{"desks": {"chosen_by": "desk", "desks": [{"id": "main", "assumed": false, "source": "F0", "hours":
        [{"days": "working_days", "opens": "09:00", "closes": "18:00", "lunch": null}]}, {"id": "duty_department",
        "assumed": false, "source": "F0", "hours": [{"days": "working_days", "opens": "09:00", "closes": "20:00",
        "lunch": null}, {"days": "saturdays", "opens": "09:00", "closes": "13:00", "lunch": null}]}]}}"#,
    );
    let portal = opening(
        r#"{"round_the_clock": {"after_hours": "next_working_day", "source": "F0", "hours":
        [{"days": "working_days", "opens": "09:00", "closes": "18:30", "lunch": null}]}}"#,
    );
    let silent = opening(r#"{"round_the_clock": {"after_hours": "not_stated", "source": "F0", "hours": []}}"#);
    assert_own_sentences(|words| [&office, &centre, &portal, &silent].map(|of| words.opening(of)).concat());
    in_each_language(|words| match words.lang {
        Lang::Kk => assert_eq!(
            words.opening(&office)[0],
            "Жұмыс күндері: 09:00–\u{2060}18:30, түскі үзіліс 13:00–\u{2060}14:00."
        ),
        Lang::Ru => assert_eq!(words.opening(&office)[0], "В рабочие дни: с 09:00 до 18:30, обед с 13:00 до 14:00."),
        Lang::En => assert_eq!(words.opening(&centre)[2], "Duty desk. On Saturdays: 09:00 to 13:00, no lunch break."),
    });
}

#[test]
fn a_fact_says_its_value() {
    let catalogue = catalogue();
    let fact = catalogue.vocabulary.facts.iter().find(|fact| fact.id == "reason").unwrap();
    let values = [
        FactValue::Bool(true),
        FactValue::Bool(false),
        FactValue::Date(day("2026-07-03")),
        FactValue::Moment(at("2026-07-03T10:00")),
        FactValue::Word("lost".into()),
    ];
    let said = in_three(|words| values.clone().map(|value| words.fact_value(fact, &value)));
    assert_eq!(said[0][..3], ["Иә", "Жоқ", "2026 жылғы 3 шілде, жұма"]);
    assert_eq!(said[2][4], "The document is lost");
}

#[test]
fn a_source_names_the_act_and_the_place_but_no_line_of_our_copy() {
    let sources =
        ["F2 a2 r3.1 L574-580", "F0 a1 p5.1 L115", "APPC art73.1", "CC s13"].map(|text| Source(text.to_owned().into()));
    let short = in_three(|words| sources.clone().map(|source| words.source_short(&source)));
    assert_eq!(short[0][0], "№ 19 бұйрық, 2-қосымша, кестедегі 3-жол, 1) тармақша");
    assert_eq!(short[1][0], "приказ № 19, приложение 2, строка 3 таблицы, подпункт 1");
    assert_eq!(short[2][0], "order No. 19, annex 2, table row 3, subparagraph 1");
    assert_eq!(short[0][1], "№ 425 қаулы, 1-қосымша, 5-тармақ, 1) тармақша");
    assert_eq!(short[0][2], "Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексі, 73-бап, 1-тармақ");
    let whole = in_three(|words| sources.clone().map(|source| words.source(&source)));
    assert!(whole[0][0].ends_with(", 2015 жылғы 20 қаңтар, № 19, 2-қосымша, кестедегі 3-жол, 1) тармақша"));
    assert!(whole[1][0].ends_with(", 20 января 2015 года, № 19, приложение 2, строка 3 таблицы, подпункт 1"));
    assert!(whole[2][0].ends_with(", No. 19 of 20 January 2015, annex 2, table row 3, subparagraph 1"));
    let reading = in_three(|words| [words.source(&Source("READ A-06".to_owned().into()))]);
    assert_eq!(reading[2][0], "Our understanding");
    let ours = in_three(|words| [words.source(&Source("CAL transfers".to_owned().into()))]);
    assert_eq!(ours[2][0], "Calendar facts");
}

#[test]
fn a_milestone_and_the_act_of_a_day_are_said() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let verdict = assess(catalogue, calendar, &certificate());
    assert!(!verdict.milestones.is_empty());
    assert_own_sentences(|words| verdict.milestones.iter().map(|milestone| words.milestone(milestone)).collect());
    let week = calendar.week(WorkWeek::FiveDay);
    in_each_language(|words| {
        assert_eq!(words.day_act(week.status(day("2025-11-15")).unwrap()), None, "a Saturday needs no act");
    });
}

#[test]
fn a_term_in_several_legs_is_added_up_and_its_legs_are_listed() {
    let verdicts = worked_verdicts();
    let of = |service: &str, channel| {
        let of_service = |verdict: &&Verdict| verdict.service.is_some_and(|of| of.id == service);
        let of_channel = |verdict: &&Verdict| verdict.channel.is_some_and(|of| of.id == channel);
        verdicts.iter().filter(of_service).filter(of_channel).find(|verdict| verdict.deadline.is_some()).unwrap()
    };
    // The post takes two to eight days each way; all else is fourteen days.
    let post = of("he-diploma-duplicate", ChannelId::StateCorporation);
    let minutes = of("tve-admission", ChannelId::ProviderOffice);
    let said = in_three(|words| [words.term(post), words.term(minutes)]);
    assert!(said[0][0].starts_with("Мерзімі: кемінде 18, көп дегенде 30 күнтізбелік күн. "), "{}", said[0][0]);
    assert!(said[1][0].starts_with("Срок: от 18 до 30 календарных дней. "), "{}", said[1][0]);
    assert!(said[2][0].starts_with("The term: 18 to 30 calendar days. "), "{}", said[2][0]);
    assert_eq!(
        said[2][1],
        "The term: 45 minutes. Counting starts the minute the documents are accepted, and only working hours count."
    );
    let legs = in_three(|words| [words.legs(post)[0].clone(), words.legs(post)[1].clone()]);
    assert!(legs[1][0].ends_with(" — 2 календарных дня."), "{}", legs[1][0]);
    assert!(legs[1][1].ends_with(" — от 2 до 8 календарных дней."), "{}", legs[1][1]);
}

#[test]
fn a_limit_that_is_rolled_back_is_not_said_to_move_on() {
    let calendar = calendar();
    let week = calendar.week(WorkWeek::FiveDay);
    // Saturday 8 January 2022, from which a limit moves back to Friday the 7th, a day off, and on back.
    let date = day("2022-01-08");
    let rolled = ProofDay { date, part: DayPart::RolledOver, status: week.status(date).unwrap() };
    let said = in_three(|words| [words.proof_day(&rolled)]);
    assert!(said[0][0].starts_with("Мерзім бұл күні бітпейді: "), "{}", said[0][0]);
    assert!(said[1][0].starts_with("Срок в этот день не кончается: "), "{}", said[1][0]);
    assert!(said[2][0].starts_with("The term does not end on this day: "), "{}", said[2][0]);
}

#[test]
fn a_term_in_minutes_has_no_numbered_day() {
    let facts = r#"{"college_region": "almaty_oblast", "study_form": "full_time"}"#;
    let desk = ChannelId::ProviderOffice;
    // Ten minutes before the end of a Thursday: 35 of the 45 minutes are left for Friday.
    let case = case("tve-admission", "almaty-oblast-425-2019", desk, "2024-07-18T17:50", facts, &["application"]);
    let verdict = assess(catalogue(), calendar(), &case);
    let deadline = verdict.deadline.as_ref().unwrap();
    let last = deadline.proof.last().unwrap();
    assert_eq!((last.date, last.part), (day("2024-07-19"), DayPart::Counted { number: 1 }));
    let said = in_three(|words| [words.day_of_count(deadline, last, false)]);
    assert_eq!(said[0], ["Қалған минуттар осы күні саналады."]);
    assert_eq!(said[1], ["В этот день считают оставшиеся минуты."]);
    assert_eq!(said[2], ["The remaining minutes are counted on this day."]);
    // A term in days keeps its numbers.
    let certificate = assess(catalogue(), calendar(), &certificate());
    let deadline = certificate.deadline.as_ref().unwrap();
    let said = in_three(|words| [words.day_of_count(deadline, deadline.proof.last().unwrap(), false)]);
    assert_eq!(said[2], ["Day 3."]);
}

#[test]
fn an_edition_says_from_when_it_is_in_force() {
    let service = catalogue().services.iter().find(|service| service.id == "tve-diploma-duplicate").unwrap();
    let span = service.editions.iter().find(|edition| edition.id == "standard-2015").map(|edition| &edition.in_force);
    let said = in_three(|words| [words.in_force(span.unwrap())]);
    assert_eq!(
        said[0],
        ["Ең ерте дегенде 2015 жылғы 14 сәуірден бастап күшінде, ең ерте дегенде 2019 жылғы 7 қазанда күші жойылған."]
    );
    assert_eq!(said[1], ["Вступили в силу не раньше 14 апреля 2015 года, отменены не раньше 7 октября 2019 года."]);
    assert_eq!(said[2], ["In force from 14 April 2015 at the earliest, repealed on 7 October 2019 at the earliest."]);
}
