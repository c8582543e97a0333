//! What one person has told us.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize, Serializer};

use super::catalogue::ChannelId;

/// One person's case: the service, the way and the moment of filing, the facts and the documents held.
///
/// A fact that is absent is unknown, never false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub service: String,
    /// If given, this edition is used as a reference, in force or not; if not, the one that governs the acceptance day.
    pub edition: Option<String>,
    pub channel: ChannelId,
    pub facts: BTreeMap<String, FactValue>,
    /// Local civil time where the person files.
    pub accepted_at: NaiveDateTime,
    pub documents_present: BTreeSet<String>,
    /// The day whose knowledge of the calendar is used; none means all that is known.
    pub known_on: Option<NaiveDate>,
}

/// The value of a fact: yes or no, a date, a moment, or one of the fact's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Written")]
pub enum FactValue {
    Bool(bool),
    Date(NaiveDate),
    Moment(NaiveDateTime),
    Word(String),
}

/// How a value is written: a boolean or a text; a text that is a date or a date-time is one.
#[derive(Deserialize)]
#[serde(untagged)]
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
        if let Ok(date) = text.parse() {
            FactValue::Date(date)
        } else if let Some(moment) = read_moment(text) {
            FactValue::Moment(moment)
        } else {
            match text {
                "true" => FactValue::Bool(true),
                "false" => FactValue::Bool(false),
                word => FactValue::Word(word.to_owned()),
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
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FactValue::Bool(value) => serializer.serialize_bool(*value),
            other => serializer.collect_str(other),
        }
    }
}

/// Reads `2026-11-03T10:00`, with or without seconds.
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    let with_seconds = if text.len() == "2026-11-03T10:00".len() { format!("{text}:00") } else { text.to_owned() };
    with_seconds.parse().ok()
}

/// Writes `2026-11-03T10:00`: the minute is the finest that a desk knows.
pub fn write_moment(moment: NaiveDateTime) -> String {
    use chrono::Timelike;
    format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute())
}
