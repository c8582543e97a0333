//! Dates, numbers and sentences in three languages. The tables were written by hand from the grammars.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "words/answer.rs"]
mod answer;
#[path = "words/fix.rs"]
mod fix;
#[path = "words/grammar.rs"]
mod grammar;
#[path = "words/next.rs"]
mod next;
#[path = "words/parts.rs"]
mod parts;
#[path = "words/rules.rs"]
mod rules;
#[path = "words/texts.rs"]
mod texts;
#[path = "words/typed.rs"]
mod typed;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use merzim::content;
use merzim::engine::assess;
use merzim::engine::calendar::Calendar;
use merzim::engine::case::{Case, FactValue, WrittenCase};
use merzim::engine::catalogue::{Catalogue, ChannelId};
use merzim::engine::verdict::Verdict;
use merzim::lang::Lang;
use merzim::words::Words;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    merzim::engine::case::read_moment(text).unwrap()
}

fn catalogue() -> &'static Catalogue {
    content::shipped().catalogue
}

fn calendar() -> &'static Calendar {
    &content::shipped().calendar
}

/// Every verdict of the worked cases.
fn worked_verdicts() -> Vec<Verdict<'static>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = folder.read_dir().unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let cases = files.flat_map(|text| serde_json::from_str::<Vec<WrittenCase>>(&text).unwrap());
    cases.map(|written| assess(catalogue(), calendar(), &written.read(catalogue()).unwrap())).collect()
}

fn case(service: &str, edition: &str, channel: ChannelId, accepted_at: &str, facts: &str, documents: &[&str]) -> Case {
    let facts: BTreeMap<String, FactValue> = serde_json::from_str(facts).unwrap();
    Case {
        service: service.to_owned(),
        edition: Some(edition.to_owned()),
        channel,
        facts: facts.into_iter().collect(),
        accepted_at: at(accepted_at),
        documents_present: documents.iter().map(|id| (*id).to_owned()).collect(),
        known_on: None,
    }
}

fn certificate() -> Case {
    let facts = r#"{"reason": "academic_leave", "consent_personal_data": true, "completed_studies": false}"#;
    let documents = ["application", "id_document"];
    case(
        "tve-incomplete-certificate",
        "order-19-2023",
        ChannelId::ProviderOffice,
        "2025-02-03T10:00",
        facts,
        &documents,
    )
}

fn duplicate() -> Case {
    let facts = r#"{"reason": "lost", "newspaper_published": "2016-01-28"}"#;
    let documents = ["application", "newspaper_extract"];
    case("tve-diploma-duplicate", "standard-2015", ChannelId::ProviderOffice, "2016-02-03T10:00", facts, &documents)
}

/// Calls `check` with the words of each language.
fn in_each_language(mut check: impl FnMut(Words)) {
    let (catalogue, calendar) = (catalogue(), calendar());
    for lang in Lang::ALL {
        check(Words { lang, catalogue, calendar });
    }
}

/// A sentence is filled in, clean, and ends.
#[track_caller]
fn assert_sentence(text: &str) {
    assert_clean(text);
    assert!(text.ends_with(['.', '?', '!']), "does not end: {text}");
    assert!(!text.ends_with("..") && !text.contains(".:") && !text.contains(" ."), "stops: {text}");
    assert!(text.chars().next().is_some_and(|first| !first.is_lowercase()), "starts small: {text}");
}

#[track_caller]
fn assert_clean(text: &str) {
    assert!(!text.is_empty() && text.trim() == text, "empty or padded: {text:?}");
    assert!(!text.contains(['{', '}']) && !text.contains("  ") && !text.contains('\n'), "not filled in: {text:?}");
}

/// The texts are clean sentences, and no language repeats another's.
#[track_caller]
fn assert_own_sentences(say: impl Fn(Words) -> Vec<String>) {
    let mut said = Vec::new();
    in_each_language(|words| {
        let sentences = say(words);
        sentences.iter().for_each(|sentence| assert_sentence(sentence));
        said.push(sentences);
    });
    assert_own(&said);
}

#[track_caller]
fn assert_own(said: &[Vec<String>]) {
    let [kk, ru, en] = said else { panic!("three languages, not {}", said.len()) };
    assert!(!kk.is_empty() && kk.len() == ru.len() && ru.len() == en.len(), "not as many: {said:?}");
    for ((kk, ru), en) in kk.iter().zip(ru).zip(en) {
        assert!(kk != ru && ru != en && kk != en, "the same in two languages: {kk} / {ru} / {en}");
    }
}
