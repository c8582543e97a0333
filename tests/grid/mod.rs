//! All the things that a person may have told: every fact of a list untold, or with each of its values.

#![allow(dead_code, reason = "each test uses its part")]

use chrono::{Days, NaiveDateTime};
use merzim::content::{self, Content};
use merzim::engine::case::{Case, FactValue};
use merzim::engine::catalogue::{Channel, Edition, FactKind, PublicService};

pub fn content() -> &'static Content {
    content::shipped()
}

/// Every service, edition and channel.
pub fn channels() -> Vec<(&'static PublicService, &'static Edition, &'static Channel)> {
    let editions =
        content().catalogue.services.iter().flat_map(|service| service.editions.iter().map(move |e| (service, e)));
    editions
        .flat_map(|(service, edition)| edition.channels.iter().map(move |channel| (service, edition, channel)))
        .collect()
}

/// A case that tells nothing, with the edition named.
pub fn blank(service: &PublicService, edition: &Edition, channel: &Channel, at: NaiveDateTime) -> Case {
    Case {
        service: service.id.to_string(),
        edition: Some(edition.id.to_string()),
        channel: channel.id,
        facts: Default::default(),
        accepted_at: at,
        documents_present: Default::default(),
        known_on: None,
    }
}

/// Numbered from 0, which tells nothing; telling one more thing always gives a higher number.
pub struct Grid {
    base: Case,
    /// Each fact, with its values; place 0 stands for untold.
    facts: Vec<(String, Vec<Option<FactValue>>)>,
}

impl Grid {
    pub fn new(base: Case, facts: impl Iterator<Item = impl ToString>) -> Grid {
        let facts = facts.map(|fact| (fact.to_string(), values(&fact.to_string(), base.accepted_at))).collect();
        Grid { base, facts }
    }

    pub fn len(&self) -> usize {
        self.facts.iter().map(|(_, values)| values.len()).product()
    }

    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().map(|(fact, _)| fact.as_str())
    }

    /// The place of each fact's value.
    pub fn places(&self, mut number: usize) -> Vec<usize> {
        let place = |(_, values): &(String, Vec<_>)| {
            let place = number % values.len();
            number /= values.len();
            place
        };
        self.facts.iter().map(place).collect()
    }

    /// The numbers in which the nth fact has each of its values, all else being as in this number; untold first.
    pub fn with_each(&self, number: usize, nth: usize) -> Vec<usize> {
        let weight: usize = self.facts[..nth].iter().map(|(_, values)| values.len()).product();
        let untold = number - self.places(number)[nth] * weight;
        (0..self.facts[nth].1.len()).map(|place| untold + place * weight).collect()
    }

    pub fn case(&self, number: usize) -> Case {
        let mut case = self.base.clone();
        for ((fact, values), place) in self.facts.iter().zip(self.places(number)) {
            if let Some(value) = &values[place] {
                case.facts.insert(fact.clone(), value.clone());
            }
        }
        case
    }
}

/// Untold, and every value; of a region two, of a date three: long past, just past, and far off.
fn values(id: &str, at: NaiveDateTime) -> Vec<Option<FactValue>> {
    let fact = content().catalogue.vocabulary.facts.iter().find(|fact| fact.id == *id).unwrap();
    let day = at.date();
    let told = match fact.kind {
        FactKind::Boolean => vec![FactValue::Bool(true), FactValue::Bool(false)],
        FactKind::Word if id == "college_region" => {
            ["almaty_oblast", "astana"].map(|word| FactValue::Word(word.into())).into()
        }
        FactKind::Word => fact.values.iter().map(|value| FactValue::Word(value.id.as_str().into())).collect(),
        FactKind::Date => [day - Days::new(400), day - Days::new(5), day + Days::new(400)].map(FactValue::Date).into(),
        FactKind::Moment => vec![FactValue::Moment(at + Days::new(100))],
    };
    [None].into_iter().chain(told.into_iter().map(Some)).collect()
}
