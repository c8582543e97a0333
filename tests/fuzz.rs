//! Whatever is written as a case, the engine neither panics nor contradicts itself.
//!
//! For a longer look: `PROPTEST_CASES=20000 cargo test --test fuzz`. A case that breaks something becomes a test of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use merzim::content::{self, Content};
use merzim::engine::case::{Case, FactValue, WrittenCase, read_moment, write_moment};
use merzim::engine::catalogue::{ChannelId, FactKind, FactType};
use merzim::engine::verdict::{Caution, Deadline, Moment, Verdict};
use merzim::engine::{assess, questions};
use merzim::export::json;
use merzim::lang::Lang;
use merzim::words::Words;
use proptest::collection::{btree_map, btree_set, hash_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};

fn content() -> &'static Content {
    content::shipped()
}

/// The answer in every language.
fn answers(case: &Case, verdict: &Verdict) -> Vec<Value> {
    let Content { catalogue, calendar, version } = content();
    let words = Lang::ALL.map(|lang| Words { lang, catalogue, calendar });
    words.iter().map(|words| json::verdict(words, version, case, verdict)).collect()
}

/// Reads what is written and answers it, if it can be read.
fn answer_written(written: Value) -> Option<Vec<Value>> {
    let written: WrittenCase = serde_json::from_value(written).ok()?;
    let _ = written.strange_keys().count();
    let case = written.read(content().catalogue).ok()?;
    let verdict = assess(content().catalogue, &content().calendar, &case);
    Some(answers(&case, &verdict))
}

// ------------------------------------------------------------------------------------------------ what is written

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            hash_map(any_text(), inner, 0..6).prop_map(|keys| Value::Object(keys.into_iter().collect())),
        ]
    })
}

/// Any text at all, and texts that are nearly what a case holds.
fn any_text() -> impl Strategy<Value = String> {
    let near = vec![
        "service",
        "edition",
        "channel",
        "facts",
        "accepted_at",
        "documents_present",
        "known_on",
        "id",
        "tve-admission",
        "order-19-2023",
        "provider_office",
        "state_corporation",
        "portal",
        "reason",
        "lost",
        "pickup_at",
        "application",
        "true",
        "2026-02-29",
        "2024-02-29",
        "2026-11-03",
        "2026-11-03T10:00",
        "2026-11-03T10:00:60",
        "2026-11-03T24:00",
        "+262142-12-31",
        "-262143-01-01T00:00:00",
        "\u{0}",
        "",
    ];
    prop_oneof![
        any::<String>(),
        "\\PC{0,24}",
        select(near).prop_map(str::to_owned),
        "[-+]?[0-9]{1,7}-[0-9]{1,3}-[0-9]{1,3}(T[0-9:.]{0,9})?",
        "[қәөңғүұі]{1,16}",
    ]
}

/// An object with the keys of a case, each with what belongs there, or anything.
fn nearly_a_case() -> impl Strategy<Value = Value> {
    let ids = |ids: Vec<&'static str>| select(ids).prop_map(Value::from);
    let catalogue = &content().catalogue;
    let services = catalogue.services.iter().map(|service| service.id.as_str()).collect();
    let editions = catalogue.services.iter().flat_map(|s| &*s.editions).map(|e| e.id.as_str()).collect();
    let facts: Vec<_> = catalogue.vocabulary.facts.iter().map(|fact| fact.id.as_str()).collect();
    let documents: Vec<_> = catalogue.vocabulary.evidence.iter().map(|document| document.id.as_str()).collect();
    let fact = prop_oneof![9 => select(facts).prop_map(str::to_owned), 1 => any_text()];
    let value = prop_oneof![
        any::<bool>().prop_map(Value::from),
        select(vec!["2019-12-20", "2024-01-15", "2026-05-05T11:30", "lost", "transfer", "almaty_oblast"])
            .prop_map(Value::from),
        any_json(),
    ];
    let keys = (
        rarely_else(ids(services)),
        option::of(rarely_else(ids(editions))),
        rarely_else(ids(ChannelId::ALL.map(ChannelId::slug).to_vec())),
        rarely_else(
            btree_map(fact, value, 0..5).prop_map(|facts| Value::Object(facts.into_iter().collect::<Map<_, _>>())),
        ),
        rarely_else(any_moment().prop_map(|at| Value::from(at.to_string().replace(' ', "T")))),
        rarely_else(
            vec(select(documents), 0..9).prop_map(|ids| Value::Array(ids.into_iter().map(Value::from).collect())),
        ),
        option::weighted(0.2, any_json()),
    );
    keys.prop_map(|(service, edition, channel, facts, accepted_at, documents, other)| {
        let mut case = Map::new();
        case.insert("service".to_owned(), service);
        case.extend(edition.map(|edition| ("edition".to_owned(), edition)));
        case.insert("channel".to_owned(), channel);
        case.insert("facts".to_owned(), facts);
        case.insert("accepted_at".to_owned(), accepted_at);
        case.insert("documents_present".to_owned(), documents);
        case.extend(other.map(|other| ("remark".to_owned(), other)));
        Value::Object(case)
    })
}

fn rarely_else(belongs: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    prop_oneof![12 => belongs, 1 => any_json()]
}

// ------------------------------------------------------------------------------------------------ cases

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let between = |first: NaiveDate, last: NaiveDate| {
        (0..=(last - first).num_days()).prop_map(move |days| first + TimeDelta::days(days))
    };
    let edges = vec![
        NaiveDate::MIN,
        NaiveDate::MAX,
        day(2014, 12, 31),
        day(2015, 1, 1),
        day(2020, 2, 29),
        day(2026, 12, 31),
        day(2028, 12, 29),
        day(2028, 12, 31),
        day(2029, 1, 1),
        day(9999, 12, 31),
        day(10000, 1, 1),
        day(0, 1, 1),
    ];
    prop_oneof![
        8 => between(day(2018, 1, 1), day(2028, 12, 31)),
        4 => between(day(2019, 10, 1), day(2020, 3, 31)),
        2 => between(day(1900, 1, 1), day(2100, 12, 31)),
        1 => select(edges),
    ]
}

fn any_moment() -> impl Strategy<Value = NaiveDateTime> {
    let minute = (0..24 * 60_u32).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap());
    let edges = vec![NaiveTime::MIN, NaiveTime::from_hms_nano_opt(23, 59, 59, 1_999_999_999).unwrap()];
    let time = prop_oneof![16 => minute, 1 => select(edges)];
    (any_date(), time).prop_map(|(date, time)| date.and_time(time))
}

/// A value for a fact: mostly one that it can have.
fn any_value(fact: &'static FactType) -> impl Strategy<Value = FactValue> {
    let right = match fact.kind {
        FactKind::Boolean => any::<bool>().prop_map(FactValue::Bool).boxed(),
        FactKind::Date => any_date().prop_map(FactValue::Date).boxed(),
        FactKind::Moment => any_moment().prop_map(FactValue::Moment).boxed(),
        FactKind::Word => {
            let words: Vec<_> = fact.values.iter().map(|value| FactValue::from_text(&value.id)).collect();
            // The first is the one that rules speak of most: the region of the decree.
            prop_oneof![1 => Just(words[0].clone()), 1 => select(words)].boxed()
        }
    };
    let wrong = prop_oneof![
        any::<bool>().prop_map(FactValue::Bool),
        any_date().prop_map(FactValue::Date),
        any_moment().prop_map(FactValue::Moment),
        any_text().prop_map(|text| FactValue::from_text(&text)),
    ];
    prop_oneof![16 => right, 1 => wrong]
}

fn any_case() -> impl Strategy<Value = Case> {
    let catalogue = &content().catalogue;
    let facts: Vec<_> = catalogue
        .vocabulary
        .facts
        .iter()
        .map(|fact| option::weighted(0.7, any_value(fact)).prop_map(|value| Some((fact.id.to_string(), value?))))
        .collect();
    let documents: Vec<_> = catalogue.vocabulary.evidence.iter().map(|document| document.id.to_string()).collect();
    let document = prop_oneof![20 => select(documents), 1 => Just("magic_wand".to_owned())];
    let services: Vec<_> = catalogue.services.iter().collect();
    let place = select(services).prop_flat_map(|service| {
        let editions: Vec<_> = service.editions.iter().map(|edition| edition.id.to_string()).collect();
        (Just(service.id.to_string()), option::of(prop_oneof![20 => select(editions), 1 => any_text()]))
    });
    let place = prop_oneof![40 => place, 1 => (any_text(), option::of(any_text()))];
    let channel = select(ChannelId::ALL.to_vec());
    let held = prop_oneof![btree_set(document.clone(), 0..4), btree_set(document, 5..9)];
    (place, channel, facts, any_moment(), held, option::weighted(0.2, any_date())).prop_map(
        |((service, edition), channel, facts, accepted_at, documents_present, known_on)| Case {
            service,
            edition,
            channel,
            facts: facts.into_iter().flatten().collect(),
            accepted_at,
            documents_present: documents_present.into_iter().collect(),
            known_on,
        },
    )
}

fn day_of(moment: Moment) -> NaiveDate {
    match moment {
        Moment::Day(date) => date,
        Moment::Minute(at) => at.date(),
    }
}

/// Every calendar day from filing to the latest day stands in the proof once, and the last is worked.
fn the_proof_is_whole(case: &Case, deadline: &Deadline) {
    let (filed, latest) = (case.accepted_at.date(), day_of(deadline.latest));
    let expected: Vec<_> = filed.iter_days().take_while(|date| *date <= latest).collect();
    let proved: Vec<_> = deadline.proof.iter().map(|day| day.date).collect();
    assert_eq!(proved, expected);
    if let (Moment::Day(_), None, Some(last)) = (deadline.latest, deadline.capped_by, deadline.proof.last()) {
        assert!(last.status.is_worked(), "a term ends on a worked day: {last:?}");
    }
}

fn the_verdict_agrees_with_itself(case: &Case, verdict: &Verdict) {
    if let Some(deadline) = &verdict.deadline {
        the_proof_is_whole(case, deadline);
        let latest = day_of(deadline.latest);
        let known_on = case.known_on.unwrap_or(NaiveDate::MAX);
        let official_to = content().calendar.known_on(known_on).official_to();
        assert!(deadline.earliest.is_none_or(|earliest| day_of(earliest) <= latest));
        let cautioned = verdict.cautions.contains(&Caution::NotYetOfficial { official_to });
        assert!(cautioned || latest <= official_to, "a forecast is called one");
        if let Some(horizon) = &deadline.horizon {
            assert!(verdict.not_yet_official.is_some(), "a window is told to be one");
            assert!(horizon.if_unchanged <= horizon.latest && horizon.if_unchanged == latest);
            assert!(horizon.earliest <= deadline.earliest.map(day_of), "what is open widens the window");
        }
    }
    if let Some(ready) = verdict.ready {
        let deadline = verdict.deadline.as_ref().unwrap();
        let (of_term, of_ready) = ((deadline.earliest, deadline.latest), (ready.earliest, ready.latest));
        assert!(deadline.horizon.is_some() || of_term == of_ready);
        assert!(day_of(deadline.latest) <= day_of(ready.latest) && of_ready.0.map(day_of) <= of_term.0.map(day_of));
        assert!(verdict.intake.day_zero().unwrap() <= day_of(ready.latest));
        assert!(!verdict.eligible.is_false(), "no right, no date");
        assert_eq!(verdict.documents.missing().next(), None, "a document is missing, and yet a date");
        assert_eq!(verdict.documents.undecided().next(), None);
        assert!(!verdict.hearing_first && verdict.redirect.is_none());
    }
    let facts = &content().catalogue.vocabulary.facts;
    for needed in &verdict.needs {
        assert!(facts.iter().any(|fact| fact.id == *needed), "`{needed}` is no fact");
        assert!(!case.facts.contains(needed) || is_of_wrong_kind(case, needed), "`{needed}` was told");
    }
    for (document, with) in &verdict.if_provided {
        assert!(!case.documents_present.contains(document));
        the_verdict_agrees_with_itself(case, with);
    }
}

fn is_of_wrong_kind(case: &Case, id: &str) -> bool {
    let fact = content().catalogue.vocabulary.facts.iter().find(|fact| fact.id == id).unwrap();
    !fact.accepts(case.fact(id).unwrap())
}

/// So many cases, or as many as `PROPTEST_CASES` says.
fn tries(cases: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { told.cases } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..told }
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn arbitrary_json_as_a_case_never_panics(written in any_json()) {
        answer_written(written);
    }

    #[test]
    fn what_is_nearly_a_case_never_panics(written in nearly_a_case()) {
        answer_written(written);
    }

    #[test]
    fn the_same_case_gets_the_same_answer_and_it_agrees_with_itself(case in any_case()) {
        let Content { catalogue, calendar, .. } = content();
        let (verdict, again) = (assess(catalogue, calendar, &case), assess(catalogue, calendar, &case));
        the_verdict_agrees_with_itself(&case, &verdict);
        for (answer, again) in answers(&case, &verdict).iter().zip(answers(&case, &again)) {
            prop_assert_eq!(answer.to_string(), again.to_string());
            prop_assert!(answer["eligible"] != false || answer["ready_latest"].is_null());
            prop_assert!(answer["missing"] == Value::Array(Vec::new()) || answer["ready_latest"].is_null());
        }
    }

    #[test]
    fn hostile_texts_are_read_or_refused(text in any_text()) {
        let value = FactValue::from_text(&text);
        // What was read is written so that it is read as the same again, to the minute that a desk knows.
        let again = FactValue::from_text(&value.to_string());
        match (&value, &again) {
            (FactValue::Moment(at), FactValue::Moment(read)) => prop_assert_eq!(write_moment(*at), write_moment(*read)),
            _ => prop_assert_eq!(&value, &again),
        }
        prop_assert_eq!(read_moment(&text).is_some(), matches!(value, FactValue::Moment(_)));
        for fact in &content().catalogue.vocabulary.facts {
            prop_assert!(!fact.accepts(&value) || !fact.expected().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(tries(40))]

    #[test]
    fn the_questions_that_remain_are_of_the_vocabulary_and_not_yet_answered(case in any_case()) {
        let Content { catalogue, calendar, .. } = content();
        let verdict = assess(catalogue, calendar, &case);
        if let Some(edition) = verdict.edition {
            for fact in questions::remaining(catalogue, calendar, &case, edition, verdict.channel) {
                prop_assert!(!case.facts.contains(&fact.id));
            }
        }
    }
}

#[test]
fn a_fact_that_was_told_is_not_asked_for_again_where_the_calendar_ends() {
    let written = serde_json::json!({
        "service": "tve-diploma-duplicate", "edition": "standard-2015", "channel": "provider_office",
        "facts": {"reason": "lost", "newspaper_published": "2029-12-20"}, "accepted_at": "2030-01-10T10:00",
        "documents_present": ["application", "id_copy", "newspaper_extract"],
    });
    let answer = answer_written(written).unwrap();
    assert!(!answer[0].to_string().contains("\"needs\":[\"newspaper_published"), "{}", answer[0]);
}

/// The generators reach what they are for: of nearly-cases some are answered, of cases some get a date.
#[test]
fn the_generators_reach_answers_and_dates() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut draw = || any_case().new_tree(&mut runner).unwrap().current();
    let Content { catalogue, calendar, .. } = content();
    let cases: Vec<_> = (0..400).map(|_| draw()).collect();
    let verdicts: Vec<_> = cases.iter().map(|case| assess(catalogue, calendar, case)).collect();
    let count = |what: fn(&&Verdict) -> bool| verdicts.iter().filter(what).count();
    assert!(30 < count(|verdict| verdict.deadline.is_some()), "{}", count(|verdict| verdict.deadline.is_some()));
    assert!(5 < count(|verdict| verdict.ready.is_some()), "{}", count(|verdict| verdict.ready.is_some()));
    let mut runner = TestRunner::deterministic();
    let written = (0..400).map(|_| nearly_a_case().new_tree(&mut runner).unwrap().current());
    let answered = written.filter_map(answer_written).count();
    assert!(20 < answered, "{answered}");
}
