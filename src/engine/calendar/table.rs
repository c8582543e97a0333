//! Many shifts by the same number of days: one look-up each, for whoever has a column of dates.

use chrono::NaiveDate;

use super::WorkingDays;

/// The place of an answer that the calendar refuses. No day has this number.
pub const NOT_COVERED: i32 = i32::MIN;

/// The number of a day: days since 1 January 1970, as `datetime64[D]` and Arrow's `date32` have it.
pub fn day_number(date: NaiveDate) -> i32 {
    date.to_epoch_days()
}

/// [`WorkingDays::shift`] of every day of the calendar by one n.
///
/// ```
/// # use merzim::engine::calendar::{Calendar, NOT_COVERED, WorkWeek, day_number};
/// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue/calendar.json"));
/// # let calendar = Calendar::from_facts(&serde_json::from_str(text)?);
/// # fn number(text: &str) -> i32 { day_number(text.parse().unwrap()) }
/// let table = calendar.week(WorkWeek::FiveDay).table(15);
/// let days = ["2026-03-20", "2025-01-04", "2014-12-31"].map(number);
/// let mut due = [0; 3];
/// assert_eq!(table.shift_slice(&days, &mut due), 1, "one is refused: the calendar begins in 2015");
/// assert_eq!(due, [number("2026-04-15"), number("2025-01-24"), NOT_COVERED]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ShiftTable {
    first: i32,
    shifted: Vec<i32>,
}

impl WorkingDays<'_> {
    /// Lays out the nth working day after each day of the calendar: worth it from some thousand dates on.
    pub fn table(&self, n: i32) -> ShiftTable {
        let days = self.first.iter_days().take_while(|date| *date <= self.last);
        let shifted = days.map(|date| self.shift(date, n).map_or(NOT_COVERED, day_number)).collect();
        ShiftTable { first: day_number(self.first), shifted }
    }
}

impl ShiftTable {
    /// The shifted day of each day, by their numbers; [`NOT_COVERED`] where [`WorkingDays::shift`] refuses.
    ///
    /// Returns how many were refused; those for which `out` has no place are among them.
    #[must_use = "a refusal is no date"]
    pub fn shift_slice(&self, days: &[i32], out: &mut [i32]) -> usize {
        let mut refused = days.len().saturating_sub(out.len());
        for (day, out) in days.iter().zip(out) {
            // A day before the first becomes a place far beyond the last.
            let place = day.wrapping_sub(self.first) as u32 as usize;
            *out = self.shifted.get(place).copied().unwrap_or(NOT_COVERED);
            refused += usize::from(*out == NOT_COVERED);
        }
        refused
    }
}
