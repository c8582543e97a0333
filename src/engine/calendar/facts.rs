//! The rows of `calendar.json`, as they lie in the file: what the law and the orders say, not a list of days.
//!
//! Every row says on which day the public could first know it, so that the calendar of a past day can be rebuilt.

use chrono::{Datelike, Days, NaiveDate};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::baked::{List, Str};
use crate::lang::Text;

/// All that is known of the working calendar.
///
/// Unknown fields are refused, so that a misspelt key is an error and not a silent nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFacts {
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// The years whose orders on moved rest days are out, in order; what lies after them is a forecast.
    pub official_years: List<OfficialYear>,
    /// The day on which the rows were last compared with the acts.
    pub as_of: NaiveDate,
    pub holidays: List<Holiday>,
    pub kurban_ait: List<KurbanAit>,
    pub transfers: List<Transfer>,
}

/// Longer than any calendar of ours: a mistyped year must not fill the memory.
const LONGEST: Days = Days::new(400 * 366);

impl CalendarFacts {
    /// The last day for which the acts were out on `known_on`; the eve of the first day if none were.
    pub(super) fn official_to(&self, known_on: NaiveDate) -> NaiveDate {
        let known = self.official_years.iter().take_while(|row| row.public_from <= known_on);
        let end = known.last().and_then(|row| NaiveDate::from_ymd_opt(row.year, 12, 31));
        end.or(self.first_day.pred_opt()).unwrap_or(self.first_day)
    }

    /// Every day on which a row became public or ceased to hold, in order.
    pub(crate) fn turns(&self) -> Vec<NaiveDate> {
        let holidays = self.holidays.iter().flat_map(|row| [row.public_from, row.end_public_from]);
        let aits = self.kurban_ait.iter().flat_map(|row| [row.public_from, row.until]);
        let transfers = self.transfers.iter().map(|row| Some(row.announced));
        let mut turns = Vec::new();
        for turn in holidays.chain(aits).chain(transfers).flatten() {
            if let Err(place) = turns.binary_search(&turn) {
                turns.insert(place, turn);
            }
        }
        turns
    }

    /// The last day that a calendar of these facts covers: `last_day`, or four hundred years on if that is sooner.
    pub(super) fn covered_to(&self) -> NaiveDate {
        self.first_day.checked_add_days(LONGEST).map_or(self.last_day, |limit| limit.min(self.last_day))
    }
}

/// A year whose orders on moved rest days are out.
///
/// Orders may still come during the year, as in 2022, 2023 and 2024: nobody can foresee those.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialYear {
    pub year: i32,
    /// The day on which its calendar, or its first order, became public; the eve of the year where that is not known.
    pub public_from: NaiveDate,
    pub source: Str,
}

/// A day off that returns every year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub id: Str,
    pub name: Text,
    /// The days of the year on which it is kept; none if its dates are rows of their own, as for Kurban Ait.
    pub days: List<MonthDay>,
    pub first_kept: Option<NaiveDate>,
    pub last_kept: Option<NaiveDate>,
    /// The day on which the holiday became public; `None` if it was known before the calendar begins.
    pub public_from: Option<NaiveDate>,
    /// The day on which its end became public: before that day it is taken to go on.
    pub end_public_from: Option<NaiveDate>,
    pub act: Str,
    /// Whether it gives another day off when it falls on a rest day.
    pub carries_over: bool,
    pub note: Option<Text>,
    pub source: Str,
}

impl Holiday {
    /// Whether the holiday is kept on a date that is one of its days, as far as was public on `known_on`.
    pub(super) fn is_kept(&self, date: NaiveDate, known_on: NaiveDate) -> bool {
        let begun = self.first_kept.is_none_or(|first| first <= date);
        let ended = self.last_kept.is_some_and(|last| last < date);
        let end_is_public = self.end_public_from.is_none_or(|from| from <= known_on);
        is_public(self.public_from, known_on) && begun && !(ended && end_is_public)
    }
}

/// One first day of Kurban Ait.
///
/// It follows the moon and the announcement of the Spiritual Administration, so each year is a row, and a day that was
/// announced and then replaced is a row with an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KurbanAit {
    /// The id of the holiday that is kept on this date.
    pub holiday: Str,
    pub year: i32,
    pub date: NaiveDate,
    pub public_from: Option<NaiveDate>,
    /// The day on which another date took its place.
    pub until: Option<NaiveDate>,
    /// The day on which it was confirmed: before it the day may still move by one; `None` if nobody has yet. Where
    /// that day is not known, the note says which is taken.
    pub confirmed_on: Option<NaiveDate>,
    pub status: AitStatus,
    pub act: Str,
    pub note: Option<Text>,
    pub source: Str,
}

impl KurbanAit {
    /// Whether this was the date that people went by on `known_on`.
    pub(super) fn is_current(&self, known_on: NaiveDate) -> bool {
        is_public(self.public_from, known_on) && self.until.is_none_or(|until| known_on < until)
    }

    /// Whether the date was sure on `known_on`.
    pub(super) fn is_confirmed(&self, known_on: NaiveDate) -> bool {
        self.confirmed_on.is_some_and(|on| on <= known_on)
    }
}

/// How far a date of Kurban Ait can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AitStatus {
    Confirmed,
    Announced,
    /// Reckoned from tables; nobody has announced it.
    Estimate,
}

/// A rest day moved by order: `moved_from` is worked, `moved_to` is off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    pub moved_from: NaiveDate,
    pub moved_to: NaiveDate,
    pub act: Str,
    /// The day on which the order became public; the last day of the month if only the month is known.
    pub announced: NaiveDate,
    pub announced_precision: Precision,
    pub applies_to_six_day_week: bool,
    pub note: Option<Text>,
    pub source: Str,
}

/// How exactly the day of an announcement is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    Month,
}

fn is_public(from: Option<NaiveDate>, known_on: NaiveDate) -> bool {
    from.is_none_or(|from| from <= known_on)
}

/// A day of the year, written `MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct MonthDay {
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl MonthDay {
    /// The date in one year; `None` for 29 February of a common year.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    /// Reads `MM-DD`. Refuses a day that no year has.
    fn try_from(text: String) -> Result<Self, String> {
        // A leap year, so that 29 February is a day.
        let date = format!("2000-{text}").parse::<NaiveDate>().ok().filter(|_| text.len() == 5);
        let date = date.ok_or_else(|| format!("\"{text}\" is no day of the year: write month and day as \"12-16\""))?;
        Ok(MonthDay { month: date.month(), day: date.day() })
    }
}

impl Serialize for MonthDay {
    /// For people `MM-DD`; for the facts written as constants its two numbers.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(&format_args!("{:02}-{:02}", self.month, self.day));
        }
        let mut fields = serializer.serialize_struct("MonthDay", 2)?;
        fields.serialize_field("month", &self.month)?;
        fields.serialize_field("day", &self.day)?;
        fields.end()
    }
}
