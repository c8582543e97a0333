//! Laying out the days of one week: the law's order, and the tables that make a question about any day one look-up.
//!
//! The order is the law's: rest days of the week; holidays; days in lieu, in date order; transfers.

use chrono::{Datelike, NaiveDate};

use super::WorkWeek;
use super::facts::CalendarFacts;

/// Why a day is worked or not. Numbers are places in the lists of [`CalendarFacts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayStatus {
    /// An ordinary working day.
    Working,
    /// A rest day that an order made a working day.
    WorkedByOrder { transfer: u16 },
    /// A rest day of the week on which no holiday falls.
    Weekend,
    /// A holiday, or one of the two religious days off, whatever day of the week it falls on.
    Holiday { holiday: u16 },
    /// The day off given because the holiday of the day `of` fell on a rest day.
    InLieu { holiday: u16, of: NaiveDate },
    /// The rest day that an order moved to here.
    MovedOff { transfer: u16 },
}

impl DayStatus {
    /// Whether people work on a day of this kind.
    pub fn is_worked(self) -> bool {
        matches!(self, DayStatus::Working | DayStatus::WorkedByOrder { .. })
    }
}

/// The days of one working week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// One status for each day, from the first.
    pub(super) statuses: Vec<DayStatus>,
    /// For each day, how many days were worked from the first day to it, itself included.
    pub(super) ranks: Vec<u32>,
    /// The worked days alone: the one of rank r lies at r - 1.
    pub(super) worked: Vec<NaiveDate>,
}

impl Days {
    /// Lays out the days by the rows that were public on `known_on`.
    pub(super) fn lay(facts: &CalendarFacts, week: WorkWeek, known_on: NaiveDate) -> Days {
        let mut layout = Layout::of_rest_days(facts, week);
        layout.keep_holidays(facts, known_on);
        layout.give_days_in_lieu(facts);
        layout.move_rest_days(facts, known_on);
        layout.rank()
    }
}

struct Layout {
    week: WorkWeek,
    dates: Vec<NaiveDate>,
    statuses: Vec<DayStatus>,
}

impl Layout {
    fn of_rest_days(facts: &CalendarFacts, week: WorkWeek) -> Layout {
        let dates: Vec<_> = facts.first_day.iter_days().take_while(|&date| date <= facts.covered_to()).collect();
        let rest = |date: &NaiveDate| if week.rests_on(*date) { DayStatus::Weekend } else { DayStatus::Working };
        let statuses = dates.iter().map(rest).collect();
        Layout { week, dates, statuses }
    }

    fn keep_holidays(&mut self, facts: &CalendarFacts, known_on: NaiveDate) {
        let (Some(first), Some(last)) = (self.dates.first().copied(), self.dates.last().copied()) else { return };
        for (number, holiday) in (0..=u16::MAX).zip(&facts.holidays) {
            let yearly =
                (first.year()..=last.year()).flat_map(|y| holiday.days.iter().filter_map(move |d| d.in_year(y)));
            let kept = yearly.filter(|&date| holiday.is_kept(date, known_on));
            let moving = facts.kurban_ait.iter().filter(|ait| ait.holiday == holiday.id && ait.is_current(known_on));
            for date in kept.chain(moving.map(|ait| ait.date)) {
                self.keep(date, number);
            }
        }
    }

    /// Marks a holiday. Where two fall on one day, the earlier row keeps it: the law gives one day for both.
    fn keep(&mut self, date: NaiveDate, holiday: u16) {
        if let Some(status) = self.status_mut(date).filter(|status| !matches!(status, DayStatus::Holiday { .. })) {
            *status = DayStatus::Holiday { holiday };
        }
    }

    /// Gives a day off for each holiday on a rest day: the next day that nothing has taken yet.
    fn give_days_in_lieu(&mut self, facts: &CalendarFacts) {
        for place in 0..self.dates.len() {
            let Some((of, holiday)) = self.carried_over(place, facts) else { continue };
            let free = self.statuses.iter_mut().skip(place).find(|status| **status == DayStatus::Working);
            if let Some(status) = free {
                *status = DayStatus::InLieu { holiday, of };
            }
        }
    }

    /// The holiday at this place, if another day is owed for it.
    fn carried_over(&self, place: usize, facts: &CalendarFacts) -> Option<(NaiveDate, u16)> {
        let of = *self.dates.get(place)?;
        let DayStatus::Holiday { holiday } = *self.statuses.get(place)? else { return None };
        let owed = self.week.rests_on(of) && facts.holidays.get(usize::from(holiday))?.carries_over;
        owed.then_some((of, holiday))
    }

    fn move_rest_days(&mut self, facts: &CalendarFacts, known_on: NaiveDate) {
        for (transfer, row) in (0..=u16::MAX).zip(&facts.transfers) {
            let applies = self.week == WorkWeek::FiveDay || row.applies_to_six_day_week;
            if !applies || known_on < row.announced {
                continue;
            }
            if let Some(status) = self.status_mut(row.moved_from) {
                *status = DayStatus::WorkedByOrder { transfer };
            }
            if let Some(status) = self.status_mut(row.moved_to) {
                *status = DayStatus::MovedOff { transfer };
            }
        }
    }

    fn status_mut(&mut self, date: NaiveDate) -> Option<&mut DayStatus> {
        let place = self.dates.binary_search(&date).ok()?;
        self.statuses.get_mut(place)
    }

    fn rank(self) -> Days {
        let mut worked = Vec::new();
        let mut ranks = Vec::with_capacity(self.dates.len());
        for (date, status) in self.dates.into_iter().zip(&self.statuses) {
            worked.extend(status.is_worked().then_some(date));
            ranks.push(worked.len() as u32);
        }
        Days { statuses: self.statuses, ranks, worked }
    }
}
