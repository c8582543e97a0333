//! Every text that the project has, as data: none is the same in two languages, none has a sentence too long to follow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use merzim::lang::Lang;
use merzim::words;
use merzim::words::more::SAYINGS;
use serde_json::Value;

/// A text's file and place, and its three languages.
type Written = (String, [String; 3]);

/// Every object of a catalogue file that holds the three languages, with the ids and keys on the way to it.
fn walk(value: &Value, place: &str, found: &mut Vec<Written>) {
    match value {
        Value::Object(object) => {
            let texts = ["kk", "ru", "en"].map(|lang| object.get(lang).and_then(Value::as_str).map(str::to_owned));
            if let ([Some(kk), Some(ru), Some(en)], 3) = (texts, object.len()) {
                found.push((place.to_owned(), [kk, ru, en]));
                return;
            }
            object.iter().for_each(|(key, value)| walk(value, &format!("{place}/{key}"), found));
        }
        Value::Array(rows) => {
            for (number, row) in rows.iter().enumerate() {
                let id = row["id"].as_str().map_or_else(|| number.to_string(), str::to_owned);
                walk(row, &format!("{place}/{id}"), found);
            }
        }
        _ => {}
    }
}

fn catalogue_texts() -> Vec<Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/catalogue");
    let mut found = Vec::new();
    for folder in [folder.clone(), folder.join("services")] {
        for file in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|ending| ending == "json") {
                let name = file.file_name().unwrap().to_string_lossy().into_owned();
                walk(&serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap(), &name, &mut found);
            }
        }
    }
    assert!(700 < found.len(), "{} texts", found.len());
    found
}

/// What two languages of the catalogue write alike, and why.
const ALIKE: [(&str, &str); 3] =
    [("Наурыз мейрамы", "the name of the holiday"), ("Курьер", "the same word"), ("Портал", "the same word")];

#[test]
fn no_text_of_the_catalogue_is_the_same_in_two_languages() {
    let (mut broken, mut met) = (Vec::new(), BTreeSet::new());
    for (place, [kk, ru, en]) in catalogue_texts() {
        assert!([&kk, &ru, &en].iter().all(|text| !text.is_empty() && text.trim() == text.as_str()), "{place}");
        if kk == ru || ru == en || kk == en {
            match ALIKE.iter().find(|(text, _)| *text == kk) {
                Some((text, _)) => drop(met.insert(*text)),
                None => broken.push(format!("{place}: {kk}")),
            }
        }
    }
    assert!(broken.is_empty(), "say it in each language:\n{}", broken.join("\n"));
    assert_eq!(met.len(), ALIKE.len(), "these alone are alike: {met:?}");
}

/// The most words that a sentence may have: one that is read in one breath. English has its articles besides.
const LONGEST: [(Lang, usize); 3] = [(Lang::Kk, 25), (Lang::Ru, 25), (Lang::En, 30)];

/// What may have longer sentences, and why.
const OFFICIAL: [(&str, &str); 4] = [
    ("acts.json/", "the official titles of acts, and the notes of those who keep them"),
    ("/wording", "the official wording of a form"),
    ("tve-admission.json/reported_since/3/text", "a list of documents as it was reported"),
    ("tve-admission.json/reported_since/4/text", "a list of days as it was reported"),
];

/// The sentences of a text, and how many words each has.
fn sentences(text: &str) -> Vec<(usize, String)> {
    // The stop of "No. 19" ends no sentence.
    let text = text.replace("No. ", "No.");
    let ends = |word: &str| word.trim_end_matches(['»', '”', ')']).ends_with(['.', '!', '?']);
    let mut sentences = vec![Vec::new()];
    for word in text.split_whitespace() {
        sentences.last_mut().unwrap().push(word);
        if ends(word) {
            sentences.push(Vec::new());
        }
    }
    let is_word = |word: &&&str| word.contains(char::is_alphanumeric);
    sentences.into_iter().map(|words| (words.iter().filter(is_word).count(), words.join(" "))).collect()
}

/// `cargo test --test words sentence -- --nocapture` prints how long the sentences are.
#[test]
fn no_sentence_is_longer_than_a_breath() {
    let mut texts = catalogue_texts();
    texts.retain(|(place, _)| !OFFICIAL.iter().any(|(part, _)| place.contains(part)));
    let [kk, ru, en] = Lang::ALL.map(words::lines);
    let phrases = kk.into_iter().zip(ru).zip(en).map(|((kk, ru), en)| [kk, ru, en]);
    let sayings = SAYINGS.iter().flat_map(|(_, sayings)| sayings.iter().map(|(_, texts)| *texts));
    texts.extend(phrases.chain(sayings).map(|texts| ("words".to_owned(), texts.map(str::to_owned))));
    let mut broken = Vec::new();
    for (number, (lang, longest)) in LONGEST.into_iter().enumerate() {
        let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
        for (place, texts) in &texts {
            for (length, sentence) in sentences(&texts[number]).into_iter().filter(|(length, _)| 0 < *length) {
                *lengths.entry(length).or_default() += 1;
                if longest < length {
                    broken.push(format!("{} words, {place}: {sentence}", length));
                }
            }
        }
        let (all, words) =
            lengths.iter().fold((0, 0), |(all, words), (length, many)| (all + many, words + length * many));
        let up_to = |most: usize| lengths.range(..=most).map(|(_, many)| many).sum::<usize>() * 100 / all;
        println!(
            "{}: {all} sentences, {:.1} words on average, {} % at most 12, {} % at most 20, the longest {}",
            lang.code(),
            words as f64 / all as f64,
            up_to(12),
            up_to(20),
            lengths.keys().next_back().unwrap()
        );
    }
    assert!(broken.is_empty(), "make two sentences of it:\n{}", broken.join("\n"));
}
