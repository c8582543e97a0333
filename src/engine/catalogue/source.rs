//! Where a value stands, and that it does not.

use serde::{Deserialize, Serialize};

use crate::baked::Str;

/// Where a value stands: the act (or source document), then the place in it, for example `F2 a2 r3.1 L574-580`.
///
/// The first word names a row of `acts.json`, by its id or its file code. Then come places: `a2` annex 2, `p5` or
/// `p5.1` paragraph 5 (sub-paragraph 1), `r3.1` row 3 (item 1), `art174.3` article 174 (3), `s13` section 13,
/// `L62-64` lines of the source file. A [`Notice`](super::Notice) as a source is written `READ A-06`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source(pub Str);

/// The row of the acts that our own understanding of a text is called by.
pub const UNDERSTANDING: &str = "READ";

impl Source {
    /// Whether it is our own understanding: no text says so.
    pub fn is_understanding(&self) -> bool {
        self.0.split_whitespace().next() == Some(UNDERSTANDING)
    }

    /// The act, and the annex in it, of the first place.
    pub(super) fn act_and_annex(&self) -> Option<(&str, Option<&str>)> {
        let mut words = self.0.split_whitespace();
        let is_annex =
            |word: &&str| word.strip_prefix('a').is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
        Some((words.next()?, words.next().filter(is_annex)))
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    pub value: T,
    pub source: Source,
}

/// A value that the sources give, or the reason why they do not.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Stated<T>")]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub enum Known<T> {
    Known { value: T, source: Source },
    Unknown { because: Because, source: Source },
}

impl<T> Known<T> {
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Known { value, .. } => Some(value),
            Known::Unknown { .. } => None,
        }
    }

    pub fn source(&self) -> &Source {
        match self {
            Known::Known { source, .. } | Known::Unknown { source, .. } => source,
        }
    }
}

/// Why a value is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The source refers to a Standard whose text is not among the sources.
    StandardNotInSources,
    /// The paragraph was re-worded later; its wording of that time is not among the sources.
    EarlierWordingNotInSources,
    /// The source is silent.
    NotStated,
}

/// How [`Known`] is written: `{"value": …, "source": …}` or `{"unknown": "not_stated", "source": …}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated<T> {
    value: Option<T>,
    unknown: Option<Because>,
    source: Source,
}

impl<T> TryFrom<Stated<T>> for Known<T> {
    type Error = &'static str;

    fn try_from(stated: Stated<T>) -> Result<Self, Self::Error> {
        match (stated.value, stated.unknown) {
            (Some(value), None) => Ok(Known::Known { value, source: stated.source }),
            (None, Some(because)) => Ok(Known::Unknown { because, source: stated.source }),
            _ => Err("write either `value` or `unknown`, one of the two"),
        }
    }
}
