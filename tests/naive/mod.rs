//! The working calendar as a patient clerk would keep it: one day after the other, with a pencil.
//!
//! This is the law's rule told a second time, to hold the engine against. It shares nothing with the engine but the rows
//! of `calendar.json`, which it reads as plain JSON; dates are compared as ISO text. It is slow, and meant to be obvious.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

pub struct Clerk {
    first: NaiveDate,
    last: NaiveDate,
    off: BTreeSet<NaiveDate>,
}

impl Clerk {
    /// Goes through the calendar with the rows that were public on an ISO day; with all of them on "9999-12-31".
    pub fn of(rows: &Value, week: &[Weekday], known_on: &str) -> Clerk {
        let (first, last) = (date(&rows["first_day"]), date(&rows["last_day"]));
        let mut off = BTreeSet::new();
        let mut owed = 0;
        for day in first.iter_days().take_while(|&day| day <= last) {
            let rests = !week.contains(&day.weekday());
            let holidays = holidays_on(rows, &day.to_string(), known_on);
            if rests && holidays.first().is_some_and(|holiday| holiday["carries_over"] == true) {
                owed += 1;
            }
            let given = !rests && holidays.is_empty() && owed > 0;
            if given {
                owed -= 1;
            }
            if rests || given || !holidays.is_empty() {
                off.insert(day);
            }
        }
        for row in list(&rows["transfers"]) {
            let five_days = week.len() == 5;
            if public(&row["announced"], known_on) && (five_days || row["applies_to_six_day_week"] == true) {
                off.remove(&date(&row["moved_from"]));
                off.insert(date(&row["moved_to"]));
            }
        }
        Clerk { first, last, off }
    }

    pub fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    pub fn works(&self, day: NaiveDate) -> Option<bool> {
        self.covers(day).then(|| !self.off.contains(&day))
    }

    /// Walks until n working days have been met.
    pub fn shift(&self, from: NaiveDate, n: i32) -> Option<NaiveDate> {
        let (mut day, mut left) = (from, n.unsigned_abs());
        self.works(day)?;
        while left > 0 {
            day = if n > 0 { day.succ_opt()? } else { day.pred_opt()? };
            left -= u32::from(self.works(day)?);
        }
        Some(day)
    }

    /// Walks, by one day at a time, until it stands on a working day.
    pub fn roll(&self, from: NaiveDate, forward: bool) -> Option<NaiveDate> {
        let mut day = from;
        while !self.works(day)? {
            day = if forward { day.succ_opt()? } else { day.pred_opt()? };
        }
        Some(day)
    }

    /// Counts the working days after the one and up to the other, with a minus sign if the walk goes back in time.
    pub fn count(&self, after: NaiveDate, upto: NaiveDate) -> Option<i32> {
        let (early, late) = (after.min(upto), after.max(upto));
        self.works(early).and(self.works(late))?;
        let walked = early.iter_days().skip(1).take_while(|&day| day <= late).filter(|day| !self.off.contains(day));
        let worked = i32::try_from(walked.count()).unwrap();
        Some(if upto < after { -worked } else { worked })
    }
}

/// The holidays kept on an ISO day, in the order of the rows.
fn holidays_on<'a>(rows: &'a Value, day: &str, known_on: &str) -> Vec<&'a Value> {
    let ait = list(&rows["kurban_ait"]).iter().find(|row| {
        row["date"] == day
            && public(&row["public_from"], known_on)
            && row["until"].as_str().is_none_or(|until| known_on < until)
    });
    let falls = |holiday: &Value| {
        let yearly = list(&holiday["days"]).iter().any(|month_day| *month_day == day[5..]);
        let ended = || holiday["last_kept"].as_str().is_some_and(|last| last < day);
        let kept = || {
            public(&holiday["public_from"], known_on)
                && holiday["first_kept"].as_str().is_none_or(|first| first <= day)
                && !(ended() && public(&holiday["end_public_from"], known_on))
        };
        (yearly && kept()) || ait.is_some_and(|row| row["holiday"] == holiday["id"])
    };
    list(&rows["holidays"]).iter().filter(|holiday| falls(holiday)).collect()
}

fn public(from: &Value, known_on: &str) -> bool {
    from.as_str().is_none_or(|from| from <= known_on)
}

fn list(rows: &Value) -> &[Value] {
    rows.as_array().unwrap()
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}
