//! Writes the proofs of random cases, one JSON line each: `cargo run --example proofs -- 1000 7` writes those of a
//! thousand cases drawn with seed 7, for `tests/proof/check.py` to count again.
//!
//! The cases go over every service, edition, channel, fact and moment of filing from 2015 to 2027. A case to which no
//! term applies has nothing to prove, and another is drawn.

use std::io::Write;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use merzim::content::{self, Content};
use merzim::engine::assess;
use merzim::engine::case::{Case, FactValue};
use merzim::engine::catalogue::{ChannelId, FactKind, FactType, PublicService};
use merzim::export::proof;
use merzim::lang::Lang;
use merzim::words::Words;
use serde_json::Value;

/// SplitMix64: the same draws from the same seed, everywhere.
pub struct Draw(pub u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// True in so many of a hundred draws.
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one_of<T>(&mut self, all: &'static [T]) -> Option<&'static T> {
        all.get(self.below(all.len()))
    }

    /// A minute of the years 2015 to 2027.
    fn moment(&mut self) -> NaiveDateTime {
        let start = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap_or_default().and_time(Default::default());
        start + TimeDelta::minutes(self.below(4748 * 24 * 60) as i64)
    }

    fn value(&mut self, fact: &'static FactType, filed: NaiveDateTime) -> Option<FactValue> {
        let near = filed + TimeDelta::minutes(self.below(100 * 24 * 60) as i64 - 30 * 24 * 60);
        Some(match fact.kind {
            FactKind::Boolean => FactValue::Bool(self.chance(50)),
            FactKind::Date => FactValue::Date(near.date()),
            FactKind::Moment => FactValue::Moment(near),
            // The first is the one that rules speak of most: the region of the decree.
            FactKind::Word if self.chance(50) => FactValue::from_text(&fact.values.first()?.id),
            FactKind::Word => FactValue::from_text(&self.one_of(fact.values.0)?.id),
        })
    }

    fn case(&mut self) -> Option<Case> {
        let Content { catalogue, .. } = content::shipped();
        let service: &PublicService = self.one_of(catalogue.services.0)?;
        let edition = if self.chance(60) { self.one_of(service.editions.0) } else { None };
        let accepted_at = self.moment();
        let told = catalogue.vocabulary.facts.iter().filter_map(|fact| {
            let value = self.value(fact, accepted_at)?;
            self.chance(80).then(|| (fact.id.to_string(), value))
        });
        let facts = told.collect();
        let held = catalogue.vocabulary.evidence.iter().filter(|_| self.chance(70));
        let documents_present = held.map(|evidence| evidence.id.to_string()).collect();
        Some(Case {
            service: service.id.to_string(),
            edition: edition.map(|edition| edition.id.to_string()),
            channel: *self.one_of(&ChannelId::ALL)?,
            facts,
            accepted_at,
            documents_present,
            known_on: self.chance(20).then(|| self.moment().date()),
        })
    }

    /// The next proof: `term` and `proof`, as an answer has them.
    pub fn proof(&mut self) -> Value {
        let Content { catalogue, calendar, .. } = content::shipped();
        let words = Words { lang: Lang::En, catalogue, calendar };
        loop {
            let Some(case) = self.case() else { continue };
            let verdict = assess(catalogue, calendar, &case);
            let proof = proof::proof(&words, &case, &verdict).filter(|proof| proof.contains_key("proof"));
            if let Some(proof) = proof {
                return Value::Object(proof);
            }
        }
    }
}

#[allow(dead_code, reason = "a test draws the same cases")]
fn main() {
    let mut told = std::env::args().skip(1).map(|number| number.parse().ok());
    let (Some(Some(count)), Some(Some(seed))) = (told.next(), told.next()) else {
        eprintln!("say how many cases and which seed: `cargo run --example proofs -- 1000 7`");
        std::process::exit(1);
    };
    let (mut draw, mut out) = (Draw(seed), std::io::BufWriter::new(std::io::stdout().lock()));
    for _ in 0..count {
        // A reader that stops early has told why.
        if writeln!(out, "{}", draw.proof()).is_err() {
            return;
        }
    }
}
