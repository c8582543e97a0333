//! Which days are worked in Kazakhstan, and the three questions one asks of them: roll, shift, count.
//!
//! A term of the law is so many *working days*, and a working day is not "Monday to Friday". Holidays are days off; one
//! that falls on a rest day gives another day off; an order moves rest days about, so that some Saturdays and Sundays are
//! worked; and the law changes in the middle of a year. So the facts are rows, each with the day on which it became
//! public, and a [`Calendar`] is those rows laid out as days, once for each working week. It can be laid out again
//! [as known on](Calendar::known_on) an earlier day, to see why an old answer was what it was.
//!
//! # The conventions
//!
//! Libraries disagree about what "three working days after a Saturday" is. Here `shift(d, n)` is the nth working day
//! *after* `d`, and `d` itself is never counted, worked or not. In the five-day week:
//!
//! | from | | `shift` 0 | 1 | 3 | −1 |
//! |---|---|---|---|---|---|
//! | an ordinary Friday | Fri 14 Nov 2025 | Fri 14 Nov | Mon 17 Nov | Wed 19 Nov | Thu 13 Nov |
//! | a Saturday | Sat 15 Nov 2025 | Sat 15 Nov | Mon 17 Nov | Wed 19 Nov | Fri 14 Nov |
//! | a holiday (7 January is a day off) | Thu 1 Jan 2026 | Thu 1 Jan | Mon 5 Jan | Thu 8 Jan | Wed 31 Dec |
//! | a Saturday before a worked Sunday | Sat 4 Jan 2025 | Sat 4 Jan | Sun 5 Jan | Wed 8 Jan | Tue 31 Dec |
//! | a worked Sunday | Sun 5 Jan 2025 | Sun 5 Jan | Mon 6 Jan | Thu 9 Jan | Tue 31 Dec |
//!
//! `shift(d, 0)` is `d` even if `d` is a day off; to reach a working day, [`roll`](WorkingDays::roll). `count(a, b)` is
//! the number of worked days in (a, b], so it is the mirror of `shift`: `count(d, shift(d, n)) == n` for every n ≥ 0.
//!
//! ```
//! use merzim::engine::calendar::{Calendar, CalendarFacts, WorkWeek};
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
//! # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
//! let facts: CalendarFacts = serde_json::from_str(text)?;
//! let calendar = Calendar::from_facts(&facts);
//! let week = calendar.week(WorkWeek::FiveDay);
//! let table = [
//!     ("2025-11-14", ["2025-11-14", "2025-11-17", "2025-11-19", "2025-11-13"]),
//!     ("2025-11-15", ["2025-11-15", "2025-11-17", "2025-11-19", "2025-11-14"]),
//!     ("2026-01-01", ["2026-01-01", "2026-01-05", "2026-01-08", "2025-12-31"]),
//!     ("2025-01-04", ["2025-01-04", "2025-01-05", "2025-01-08", "2024-12-31"]),
//!     ("2025-01-05", ["2025-01-05", "2025-01-06", "2025-01-09", "2024-12-31"]),
//! ];
//! for (from, expected) in table {
//!     for (n, expected) in [0, 1, 3, -1].into_iter().zip(expected) {
//!         assert_eq!(week.shift(day(from), n), Ok(day(expected)), "{n} after {from}");
//!     }
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # When not to use it
//!
//! For terms in calendar days, weeks or months; and outside its days, where it refuses with [`NotCovered`] and never
//! falls back to "weekends only".

mod days;
mod facts;
mod table;

use std::fmt;
use std::sync::{Arc, OnceLock};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use days::DayStatus;
pub use facts::{AitStatus, CalendarFacts, Holiday, KurbanAit, MonthDay, OfficialYear, Precision, Transfer};
pub use table::{NOT_COVERED, ShiftTable, day_number};

use days::Days;

/// The working week of an office (Labour Code, article 84).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkWeek {
    /// Saturday and Sunday are rest days.
    FiveDay,
    /// Sunday is the rest day.
    SixDay,
}

impl WorkWeek {
    /// Whether the date is a rest day of this week, before any holiday or order is looked at.
    pub fn rests_on(self, date: NaiveDate) -> bool {
        match date.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self == WorkWeek::FiveDay,
            _ => false,
        }
    }
}

/// Which way to go from a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// To the next working day: where the law says that a term ends on the working day that follows.
    Forward,
    /// To the working day before: where the law says "not later than".
    Backward,
}

/// The answer lies outside the days of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NotCovered {
    /// The day that was asked for; or, where the counting ran out of days, the day just outside at which it stopped.
    pub date: NaiveDate,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl fmt::Display for NotCovered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NotCovered { date, first, last } = self;
        write!(f, "{date} is not in the working calendar: ask for a day from {first} to {last}")
    }
}

impl std::error::Error for NotCovered {}

/// The working calendar as it was known on one day, ready for questions.
///
/// Laying it out takes some time, asking takes almost none: prepare it once and keep it.
#[derive(Clone, Debug)]
pub struct Calendar {
    history: Arc<History>,
    known_on: NaiveDate,
    weeks: Arc<Weeks>,
}

impl PartialEq for Calendar {
    /// Two calendars are equal if the same rows are known on the same day.
    fn eq(&self, other: &Self) -> bool {
        self.known_on == other.known_on && self.history.facts == other.history.facts
    }
}

/// The rows, and their layouts between one day on which a row became public and the next, each made when first asked.
#[derive(Debug)]
struct History {
    facts: CalendarFacts,
    /// The days on which some row became public, or ceased to hold, in order.
    turns: Vec<NaiveDate>,
    /// One place more than turns: before the first, and from each on.
    layouts: Vec<OnceLock<Arc<Weeks>>>,
}

#[derive(Debug)]
struct Weeks {
    five: Days,
    six: Days,
}

impl History {
    fn weeks(&self, known_on: NaiveDate) -> Arc<Weeks> {
        let lay = || {
            let five = Days::lay(&self.facts, WorkWeek::FiveDay, known_on);
            let six = Days::lay(&self.facts, WorkWeek::SixDay, known_on);
            Arc::new(Weeks { five, six })
        };
        let place = self.turns.partition_point(|turn| *turn <= known_on);
        self.layouts.get(place).map_or_else(lay, |layout| Arc::clone(layout.get_or_init(lay)))
    }
}

impl Calendar {
    /// The calendar with every row known.
    ///
    /// If the first day of the facts is after the last, the calendar has no days and refuses every question.
    pub fn from_facts(facts: &CalendarFacts) -> Calendar {
        let turns = facts.turns();
        let layouts = std::iter::repeat_with(OnceLock::new).take(turns.len() + 1).collect();
        let history = Arc::new(History { facts: facts.clone(), turns, layouts });
        let weeks = history.weeks(NaiveDate::MAX);
        Calendar { history, known_on: NaiveDate::MAX, weeks }
    }

    /// The calendar as one could know it on a day: only rows that were public by then, and a holiday whose end was not
    /// yet public goes on. It does not matter what this calendar itself was known on.
    ///
    /// ```
    /// # use merzim::engine::calendar::{Calendar, WorkWeek};
    /// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
    /// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// // Constitution Day left 30 August during 2026, and 31 August ceased to be the day off in its lieu.
    /// let january = calendar.known_on(day("2026-01-02"));
    /// assert_eq!(january.week(WorkWeek::FiveDay).is_working_day(day("2026-08-31")), Ok(false));
    /// assert_eq!(calendar.week(WorkWeek::FiveDay).is_working_day(day("2026-08-31")), Ok(true));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn known_on(&self, date: NaiveDate) -> Calendar {
        Calendar { history: Arc::clone(&self.history), known_on: date, weeks: self.history.weeks(date) }
    }

    /// The days of one working week: choose it once, then ask.
    pub fn week(&self, week: WorkWeek) -> WorkingDays<'_> {
        let days = match week {
            WorkWeek::FiveDay => &self.weeks.five,
            WorkWeek::SixDay => &self.weeks.six,
        };
        WorkingDays { days, first: self.first_day(), last: self.last_day() }
    }

    /// The first day that the calendar covers.
    pub fn first_day(&self) -> NaiveDate {
        self.history.facts.first_day
    }

    /// The last day that the calendar covers.
    pub fn last_day(&self) -> NaiveDate {
        self.history.facts.covered_to()
    }

    /// The last day for which the acts are out, as far as this calendar knows. Answers after it are a forecast, and
    /// whoever shows one says so.
    pub fn official_to(&self) -> NaiveDate {
        self.history.facts.official_to(self.known_on)
    }

    /// The day whose knowledge this calendar holds: the one it is known on, but not after the day on which its rows were
    /// last compared with the acts. What became public by then, later facts do not change.
    ///
    /// ```
    /// # use merzim::content;
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// let calendar = &content::shipped().calendar;
    /// assert_eq!(calendar.known_on(day("2022-09-28")).knowledge_day(), day("2022-09-28"));
    /// assert_eq!(calendar.known_on(day("2099-01-01")).knowledge_day(), calendar.facts().as_of, "not foreseen");
    /// ```
    pub fn knowledge_day(&self) -> NaiveDate {
        self.known_on.min(self.history.facts.as_of)
    }

    /// The first days of Kurban Ait that this calendar goes by and that nobody had confirmed yet.
    pub fn unconfirmed_ait(&self) -> impl Iterator<Item = NaiveDate> {
        let rows = self.history.facts.kurban_ait.iter();
        rows.filter(|ait| ait.is_current(self.known_on) && !ait.is_confirmed(self.known_on)).map(|ait| ait.date)
    }

    /// The rows behind the days: what the numbers in a [`DayStatus`] point into.
    pub fn facts(&self) -> &CalendarFacts {
        &self.history.facts
    }
}

/// The days of one working week, and the questions about them. Each question is one look-up, however far it reaches.
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a> {
    days: &'a Days,
    first: NaiveDate,
    last: NaiveDate,
}

/// What a count of days asks of a week: the working calendar's, or one of the weeks that may still come of it.
pub trait Workdays {
    fn is_working_day(&self, date: NaiveDate) -> Result<bool, NotCovered>;
    /// The nth working day after the date, or before it if n is negative.
    fn shift(&self, date: NaiveDate, n: i32) -> Result<NaiveDate, NotCovered>;
    /// The date itself if it is worked, else the nearest working day in the given direction.
    fn roll(&self, date: NaiveDate, roll: Roll) -> Result<NaiveDate, NotCovered> {
        if self.is_working_day(date)? {
            return Ok(date);
        }
        self.shift(date, if roll == Roll::Forward { 1 } else { -1 })
    }
    /// The refusal for a date: what the calendar covers instead.
    fn not_covered(&self, date: NaiveDate) -> NotCovered;
}

impl Workdays for WorkingDays<'_> {
    fn is_working_day(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        WorkingDays::is_working_day(self, date)
    }

    fn shift(&self, date: NaiveDate, n: i32) -> Result<NaiveDate, NotCovered> {
        WorkingDays::shift(self, date, n)
    }

    fn not_covered(&self, date: NaiveDate) -> NotCovered {
        NotCovered { date, first: self.first, last: self.last }
    }
}

impl WorkingDays<'_> {
    /// Whether people work on this date.
    ///
    /// Refuses a date that the calendar does not cover.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        self.status(date).map(DayStatus::is_worked)
    }

    /// Why the date is worked or not.
    ///
    /// Refuses a date that the calendar does not cover.
    ///
    /// ```
    /// # use merzim::engine::calendar::{Calendar, DayStatus, WorkWeek};
    /// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
    /// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// // 7 May 2022 was a Saturday; Sunday is a rest day and 9 May a holiday, so Tuesday was given instead.
    /// let status = calendar.week(WorkWeek::FiveDay).status(day("2022-05-10"));
    /// let Ok(DayStatus::InLieu { holiday, of }) = status else { panic!("{status:?}") };
    /// assert_eq!(of, day("2022-05-07"));
    /// assert_eq!(calendar.facts().holidays[usize::from(holiday)].id, "defenders-day");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn status(&self, date: NaiveDate) -> Result<DayStatus, NotCovered> {
        self.look_up(&self.days.statuses, date)
    }

    /// The date itself if it is worked, else the nearest working day in the given direction.
    ///
    /// Refuses a date that the calendar does not cover, and a day off with no working day beyond it.
    ///
    /// ```
    /// # use merzim::engine::calendar::{Calendar, Roll, WorkWeek};
    /// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
    /// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// let week = calendar.week(WorkWeek::FiveDay);
    /// assert_eq!(week.roll(day("2025-01-04"), Roll::Forward), Ok(day("2025-01-05")), "the Sunday was worked");
    /// assert_eq!(week.roll(day("2025-01-05"), Roll::Forward), Ok(day("2025-01-05")), "a worked day stays");
    /// assert_eq!(week.roll(day("2025-01-04"), Roll::Backward), Ok(day("2024-12-31")));
    /// assert!(week.roll(day("2031-01-04"), Roll::Forward).is_err(), "no calendar, no answer");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn roll(&self, date: NaiveDate, roll: Roll) -> Result<NaiveDate, NotCovered> {
        if self.is_working_day(date)? {
            return Ok(date);
        }
        match roll {
            Roll::Forward => self.shift(date, 1),
            Roll::Backward => self.shift(date, -1),
        }
    }

    /// The nth working day after the date, or before it if n is negative. `shift(date, 0)` is the date, worked or not.
    ///
    /// Refuses a date that the calendar does not cover, and an n that leads out of it.
    ///
    /// ```
    /// # use merzim::engine::calendar::{Calendar, WorkWeek};
    /// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
    /// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// // Nauryz 2026: the 21st is a Saturday, the 22nd a Sunday. The five-day week rests until the 25th.
    /// assert_eq!(calendar.week(WorkWeek::FiveDay).shift(day("2026-03-20"), 1), Ok(day("2026-03-26")));
    /// assert_eq!(calendar.week(WorkWeek::SixDay).shift(day("2026-03-20"), 1), Ok(day("2026-03-25")));
    /// let out = calendar.week(WorkWeek::FiveDay).shift(day("2028-12-29"), 1).unwrap_err();
    /// assert_eq!(out.date, day("2029-01-01"), "the counting stopped here");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn shift(&self, date: NaiveDate, n: i32) -> Result<NaiveDate, NotCovered> {
        let upto = self.rank(date)?;
        // Worked days up to the date for n > 0; for n < 0 the date itself must not be among them.
        let before = if n < 0 && self.is_working_day(date)? { upto - 1 } else { upto };
        let place = match n {
            0 => return Ok(date),
            1.. => i64::from(before) + i64::from(n) - 1,
            _ => i64::from(before) + i64::from(n),
        };
        let found = usize::try_from(place).ok().and_then(|place| self.days.worked.get(place));
        found.copied().ok_or_else(|| self.ran_out(n))
    }

    /// How many days are worked in (after, upto]: the first is left out, the last is in. If `upto` is the earlier of the
    /// two, the same with a minus sign, so that `count(a, b) == -count(b, a)`.
    ///
    /// Refuses if the calendar does not cover both.
    ///
    /// ```
    /// # use merzim::engine::calendar::{Calendar, WorkWeek};
    /// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
    /// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
    /// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
    /// let week = calendar.week(WorkWeek::FiveDay);
    /// assert_eq!(week.count(day("2024-12-31"), day("2025-12-31")), Ok(246));
    /// assert_eq!(week.count(day("2025-12-31"), day("2024-12-31")), Ok(-246));
    /// assert!(week.count(day("2014-12-31"), day("2015-12-31")).is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn count(&self, after: NaiveDate, upto: NaiveDate) -> Result<i32, NotCovered> {
        let (after, upto) = (self.rank(after)?, self.rank(upto)?);
        Ok(upto as i32 - after as i32)
    }

    fn rank(&self, date: NaiveDate) -> Result<u32, NotCovered> {
        self.look_up(&self.days.ranks, date)
    }

    fn look_up<T: Copy>(&self, table: &[T], date: NaiveDate) -> Result<T, NotCovered> {
        let place = date.num_days_from_ce() - self.first.num_days_from_ce();
        let found = usize::try_from(place).ok().and_then(|place| table.get(place));
        found.copied().ok_or(self.not_covered(date))
    }

    fn ran_out(&self, n: i32) -> NotCovered {
        let outside = if n < 0 { self.first.pred_opt() } else { self.last.succ_opt() };
        self.not_covered(outside.unwrap_or(self.last))
    }
}
