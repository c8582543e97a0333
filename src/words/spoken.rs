//! No language repeats another: what is the same in two of them stands in a list with its reason.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use super::labels::{Labels, labels};
use super::more::SAYINGS;
use super::phrases::{self, Phrases};
use crate::lang::Lang;

/// What two languages write alike, and why.
const ALIKE: &[(&str, &str)] = &[
    ("labels.app_name", "a name"),
    ("phrases.quoted", "the same quotes in Kazakh and Russian"),
    ("phrases.act_numbered", "a title and a number: the sign № is of both"),
    ("phrases.act_dated", "a title, a date and a number: the sign № is of both"),
    ("TakeHome.milestone", "a name and a service"),
    ("Forms.course", "«курс» is the word for a year of study in Kazakh and Russian"),
    ("phrases.minutes", "«минут» is Kazakh and the Russian genitive plural"),
];

#[test]
fn what_two_languages_write_alike_has_its_reason() {
    let mut said: Vec<(String, [&str; 3])> = Vec::new();
    let mut add = |topic: &str, names: Vec<&str>, lines: [Vec<&'static str>; 3]| {
        let [kk, ru, en] = &lines;
        assert!([kk.len(), ru.len(), en.len()] == [names.len(); 3], "{topic}");
        let texts = kk.iter().zip(ru).zip(en).map(|((kk, ru), en)| [*kk, *ru, *en]);
        said.extend(names.iter().map(|name| format!("{topic}.{name}")).zip(texts));
    };
    add("phrases", Phrases::names(), Lang::ALL.map(|lang| phrases::of(lang).lines()));
    add("labels", Labels::names(), Lang::ALL.map(|lang| labels(lang).lines()));
    for (topic, sayings) in SAYINGS {
        let names = sayings.iter().map(|(name, _)| *name).collect();
        let of = |lang: usize| sayings.iter().filter_map(|(_, texts)| texts.get(lang).copied()).collect();
        add(topic, names, [of(0), of(1), of(2)]);
    }
    assert!(300 < said.len(), "{}", said.len());
    let (mut broken, mut met) = (Vec::new(), BTreeSet::new());
    for (name, texts @ [kk, ru, en]) in &said {
        let is_padded = |text: &&str| {
            text.trim() != *text && !["phrases.or", "phrases.and", "phrases.and_if"].contains(&name.as_str())
        };
        assert!(!texts.iter().any(|text| text.is_empty() || is_padded(text)), "{name} is empty or padded");
        if kk == ru || ru == en || kk == en {
            match ALIKE.iter().find(|(allowed, _)| allowed == name) {
                Some((allowed, _)) => drop(met.insert(*allowed)),
                None => broken.push(format!("{name}: {texts:?}")),
            }
        }
    }
    broken.sort();
    broken.dedup();
    assert!(broken.is_empty(), "say it in each language, or give it a row with its reason:\n{}", broken.join("\n"));
    let idle: Vec<_> = ALIKE.iter().filter(|(name, _)| !met.contains(name)).collect();
    assert!(idle.is_empty(), "these are no longer alike: {idle:?}");
}

#[test]
fn every_slot_of_a_phrase_is_in_all_three_languages() {
    let slots = |phrase: &str| -> BTreeSet<String> {
        let names = phrase.split('{').skip(1).filter_map(|rest| rest.split(['}', '.']).next());
        names.map(str::to_owned).collect()
    };
    let [kk, ru, en] = Lang::ALL.map(|lang| phrases::of(lang).lines());
    for (((name, kk), ru), en) in Phrases::names().iter().zip(kk).zip(ru).zip(en) {
        // A number may be a word, as in "once".
        let of = [kk, ru, en].map(|phrase| slots(phrase).into_iter().filter(|slot| slot != "n").collect::<Vec<_>>());
        assert!(of.iter().all(|slots| Some(slots) == of.first()), "{name}: {kk} / {ru} / {en}");
    }
}
