//! What one person has told us.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize, Serializer};

use super::catalogue::{Catalogue, ChannelId};
use super::told::{Names, Told};

/// One person's case: the service, the way and the moment of filing, the facts and the documents held.
///
/// A fact that is absent is unknown, never false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub service: String,
    /// If given, this edition is used as a reference, in force or not; if not, the one that governs the acceptance day.
    pub edition: Option<String>,
    pub channel: ChannelId,
    pub facts: Told<FactValue>,
    /// Local civil time where the person files.
    pub accepted_at: NaiveDateTime,
    pub documents_present: Names,
    /// The day whose knowledge of the calendar is used; none means all that is known.
    pub known_on: Option<NaiveDate>,
}

impl Case {
    /// What the person said of a fact; none if nothing.
    pub fn fact(&self, id: &str) -> Option<&FactValue> {
        self.facts.get(id)
    }

    /// Whether the person holds a document of this kind.
    pub fn holds(&self, evidence: &str) -> bool {
        self.documents_present.contains(evidence)
    }
}

/// A case as it is written in JSON, before its words are compared with the catalogue.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "a case")]
pub struct WrittenCase {
    service: String,
    edition: Option<String>,
    channel: String,
    #[serde(default)]
    facts: BTreeMap<String, FactValue>,
    accepted_at: String,
    #[serde(default)]
    documents_present: Vec<String>,
    known_on: Option<String>,
    /// Keys that are no part of the format.
    #[serde(flatten)]
    other: BTreeMap<String, serde::de::IgnoredAny>,
}

/// Keys that may stand beside a case and say nothing of it: its name, what is expected of the answer, and remarks.
const REMARKS: [&str; 9] = ["id", "expect", "paragraph", "why", "note", "notes", "title", "source", "comment"];

impl WrittenCase {
    /// The keys that are neither part of the format nor remarks.
    pub fn strange_keys(&self) -> impl Iterator<Item = &str> {
        self.other.keys().map(String::as_str).filter(|key| !REMARKS.contains(key))
    }

    /// The case, if every word in it is one that the catalogue knows; else a sentence for each that is not.
    pub fn read(self, catalogue: &Catalogue) -> Result<Case, Vec<String>> {
        let mut faults = Vec::new();
        let service = catalogue.service(&self.service);
        if service.is_none() {
            let ids = catalogue.services.iter().map(|service| service.id.as_str());
            faults.push(no_such("service", &self.service, ids));
        }
        if let (Some(service), Some(id)) = (service, &self.edition)
            && service.edition(id).is_none()
        {
            faults.push(no_such(
                "edition of this service",
                id,
                service.editions.iter().map(|edition| edition.id.as_str()),
            ));
        }
        let channel = ChannelId::from_slug(&self.channel);
        if channel.is_none() {
            faults.push(no_such("channel", &self.channel, ChannelId::ALL.into_iter().map(ChannelId::slug)));
        }
        read_facts(&self.facts, catalogue, &mut faults);
        let evidence = || catalogue.vocabulary.evidence.iter().map(|evidence| evidence.id.as_str());
        for id in self.documents_present.iter().filter(|id| evidence().all(|known| known != *id)) {
            faults.push(no_such("document", id, evidence()));
        }
        let accepted_at = read_moment(&self.accepted_at);
        if accepted_at.is_none() {
            let written = &self.accepted_at;
            faults.push(format!("accepted_at: `{written}` is no date and time: write one such as 2026-11-03T10:00"));
        }
        let known_on = self.known_on.as_ref().map(|day| read_day(day).ok_or(()));
        if let (Some(Err(_)), Some(written)) = (&known_on, &self.known_on) {
            faults.push(format!("known_on: `{written}` is no date: write one such as 2026-11-03"));
        }
        match (channel, accepted_at, known_on.transpose(), faults.is_empty()) {
            (Some(channel), Some(accepted_at), Ok(known_on), true) => Ok(Case {
                service: self.service,
                edition: self.edition,
                channel,
                facts: self.facts.into_iter().collect(),
                accepted_at,
                documents_present: self.documents_present.into_iter().collect(),
                known_on,
            }),
            _ => Err(faults),
        }
    }
}

fn read_facts(facts: &BTreeMap<String, FactValue>, catalogue: &Catalogue, faults: &mut Vec<String>) {
    for (id, value) in facts {
        match catalogue.vocabulary.fact(id) {
            None => {
                let known = catalogue.vocabulary.facts.iter().map(|fact| fact.id.as_str());
                faults.push(no_such("fact", id, known));
            }
            Some(fact) if !fact.accepts(value) => {
                faults.push(format!("facts.{id}: it cannot be `{value}`: {}", fact.expected()));
            }
            Some(_) => {}
        }
    }
}

fn no_such<'k>(what: &str, id: &str, known: impl Iterator<Item = &'k str>) -> String {
    format!("no {what} has the id `{id}`: write one of {}", known.collect::<Vec<_>>().join(", "))
}

/// The value of a fact: yes or no, a date, a moment, or one of the fact's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Written")]
pub enum FactValue {
    Bool(bool),
    Date(NaiveDate),
    Moment(NaiveDateTime),
    Word(Cow<'static, str>),
}

/// How a value is written: a boolean or a text; a text that is a date or a date-time is one.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write true, false, or a text: a date, a date and time, or one of the fact's words")]
enum Written {
    Bool(bool),
    Text(String),
}

impl From<Written> for FactValue {
    fn from(written: Written) -> Self {
        match written {
            Written::Bool(value) => FactValue::Bool(value),
            Written::Text(text) => FactValue::from_text(&text),
        }
    }
}

impl FactValue {
    /// Reads a value as it is written in an address or a case: `true`, `2026-11-03`, `2026-11-03T10:00`, or a word.
    pub fn from_text(text: &str) -> FactValue {
        if let Some(date) = read_day(text) {
            FactValue::Date(date)
        } else if let Some(moment) = read_moment(text) {
            FactValue::Moment(moment)
        } else {
            match text {
                "true" => FactValue::Bool(true),
                "false" => FactValue::Bool(false),
                word => FactValue::Word(Cow::Owned(word.to_owned())),
            }
        }
    }

    /// The date it holds, or the date of its moment.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            FactValue::Date(date) => Some(*date),
            FactValue::Moment(moment) => Some(moment.date()),
            FactValue::Bool(_) | FactValue::Word(_) => None,
        }
    }
}

impl std::fmt::Display for FactValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FactValue::Bool(value) => write!(f, "{value}"),
            FactValue::Date(date) => write!(f, "{date}"),
            FactValue::Moment(moment) => f.write_str(&write_moment(*moment)),
            FactValue::Word(word) => f.write_str(word),
        }
    }
}

impl Serialize for FactValue {
    /// For people a boolean or a text; for the facts written as constants the variant itself.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FactValue::Bool(value) if serializer.is_human_readable() => serializer.serialize_bool(*value),
            other if serializer.is_human_readable() => serializer.collect_str(other),
            FactValue::Bool(value) => serializer.serialize_newtype_variant("FactValue", 0, "Bool", value),
            FactValue::Date(date) => serializer.serialize_newtype_variant("FactValue", 1, "Date", date),
            FactValue::Moment(moment) => serializer.serialize_newtype_variant("FactValue", 2, "Moment", moment),
            FactValue::Word(word) => serializer.serialize_newtype_variant("FactValue", 3, "Word", word),
        }
    }
}

/// Reads `2026-11-03`, digit for digit: a shorter or longer form is more likely a slip than a date.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    is_like(text, "0000-00-00").then(|| text.parse().ok()).flatten()
}

/// Reads `2026-11-03T10:00`, with or without seconds, digit for digit.
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    if is_like(text, "0000-00-00T00:00") {
        [text, ":00"].concat().parse().ok()
    } else if is_like(text, "0000-00-00T00:00:00") && !text.ends_with("60") {
        text.parse().ok()
    } else {
        None
    }
}

/// Whether a text has digits where the pattern has, and else what the pattern has.
fn is_like(text: &str, pattern: &str) -> bool {
    let alike = |(letter, of): (u8, u8)| if of == b'0' { letter.is_ascii_digit() } else { letter == of };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(alike)
}

/// Writes `2026-11-03T10:00`: the minute is the finest that a desk knows.
pub fn write_moment(moment: NaiveDateTime) -> String {
    use chrono::Timelike;
    format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute())
}
