//! When a desk is open: the next opening, the day on which a filing is taken in, and adding office minutes.
//!
//! Hours are half-open: at 18:00 a desk that closes at 18:00 is closed. A weekend worked by order has the hours of a
//! working day. Times are local civil times where the person files; no zone is ever converted.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use super::calendar::{NotCovered, Workdays, WorkingDays};
use super::case::{Case, FactValue};
use super::catalogue::{AfterHours, Desk, Desks, Opening, OpeningDays, OpeningHours, TimeOfDay};
use super::verdict::Intake;

/// The two weeks that hours refer to: the office's own, and the six-day week that says which Saturdays are free.
#[derive(Clone, Copy, Debug)]
pub struct Weeks<'c> {
    pub office: WorkingDays<'c>,
    pub six_day: WorkingDays<'c>,
}

/// The rows of hours that apply to a case: those of the desk that its facts choose, else of the first desk.
pub fn rows<'a>(opening: &'a Opening, case: &Case) -> &'a [OpeningHours] {
    match opening {
        Opening::RoundTheClock(portal) => &portal.hours,
        Opening::Desks(desks) => chosen_desk(desks, case).map_or(&[], |desk| &desk.hours),
    }
}

/// The desk that the case's facts choose; the first, whose hours are the narrower, where they do not say.
pub fn chosen_desk<'a>(desks: &'a Desks, case: &Case) -> Option<&'a Desk> {
    let named = desks.chosen_by.as_ref().and_then(|fact| match case.fact(fact) {
        Some(FactValue::Word(id)) => desks.desks.iter().find(|desk| *id == desk.id),
        _ => None,
    });
    named.or(desks.desks.first())
}

/// When a filing is taken in, and on which day its count starts.
///
/// A closed desk takes it in at its next opening. A portal that has the rule takes what comes after hours, or on a day
/// off, on the next working day; a portal without the rule takes it at once.
///
/// Refuses where the calendar does not cover the days.
pub fn intake(opening: &Opening, case: &Case, weeks: Weeks) -> Result<Intake, NotCovered> {
    let filed_at = case.accepted_at;
    let at_once = Intake { filed_at, taken_in_at: Some(filed_at), next_opening: None, deemed_accepted: None };
    match opening {
        Opening::Desks(_) => {
            let opens = next_open(rows(opening, case), filed_at, weeks)?;
            let next_opening = (opens != filed_at).then_some(opens);
            Ok(Intake { taken_in_at: Some(opens), next_opening, ..at_once })
        }
        Opening::RoundTheClock(portal) => {
            let next = after_hours(&portal.hours, filed_at, weeks)?;
            let deemed_accepted = next.filter(|_| portal.after_hours == AfterHours::NextWorkingDay);
            let taken_in_at = match deemed_accepted {
                Some(day) => next_open(&portal.hours, day.and_time(NaiveTime::MIN), weeks)?,
                None => filed_at,
            };
            Ok(Intake { taken_in_at: Some(taken_in_at), deemed_accepted, ..at_once })
        }
    }
}

/// The next working day, if the moment is on a day off or after the day's closing; none within working time. Before
/// opening and at lunch of a working day the day itself counts.
pub fn after_hours(rows: &[OpeningHours], at: NaiveDateTime, weeks: Weeks) -> Result<Option<NaiveDate>, NotCovered> {
    let in_time = hours_on(rows, at.date(), weeks)?.is_some_and(|hours| minute_of(at) < hours.closes.0);
    if in_time { Ok(None) } else { weeks.office.shift(at.date(), 1).map(Some) }
}

/// The moment itself if the desk is open then, else its next opening.
///
/// Refuses where the calendar ends before the desk opens.
pub fn next_open(rows: &[OpeningHours], at: NaiveDateTime, weeks: Weeks) -> Result<NaiveDateTime, NotCovered> {
    let mut from = minute_of(at);
    for date in at.date().iter_days() {
        let stretch = hours_on(rows, date, weeks)?.and_then(|hours| stretch_from(hours, from));
        if let Some((opens, _)) = stretch {
            let as_asked = date == at.date() && opens == minute_of(at);
            return Ok(if as_asked { at } else { date.and_time(time(opens)) });
        }
        from = 0;
    }
    Err(weeks.office.not_covered(at.date()))
}

/// The moment that lies so many open minutes after `at`. Ending at closing time is in time.
///
/// Refuses where the calendar ends before.
pub fn add_minutes(
    rows: &[OpeningHours],
    at: NaiveDateTime,
    minutes: u16,
    weeks: Weeks,
) -> Result<NaiveDateTime, NotCovered> {
    let (mut now, mut left) = (next_open(rows, at, weeks)?, minutes);
    loop {
        let stretch = hours_on(rows, now.date(), weeks)?.and_then(|hours| stretch_from(hours, minute_of(now)));
        let Some((_, until)) = stretch else { return Err(weeks.office.not_covered(now.date())) };
        let open = until - minute_of(now);
        if left <= open {
            return Ok(now + TimeDelta::minutes(left.into()));
        }
        left -= open;
        now = next_open(rows, now.date().and_time(time(until)), weeks)?;
    }
}

/// The hours of a day, none if the desk is closed all day.
pub fn hours_on<'r>(
    rows: &'r [OpeningHours],
    date: NaiveDate,
    weeks: Weeks,
) -> Result<Option<&'r OpeningHours>, NotCovered> {
    let days = if weeks.office.is_working_day(date)? {
        OpeningDays::WorkingDays
    } else if date.weekday() == Weekday::Sat && weeks.six_day.is_working_day(date)? {
        OpeningDays::Saturdays
    } else {
        return Ok(None);
    };
    Ok(rows.iter().find(|row| row.days == days))
}

/// The open stretch of a day that holds the minute, or else begins after it: its first minute not before, its end.
fn stretch_from(hours: &OpeningHours, minute: u16) -> Option<(u16, u16)> {
    let stretches = open_stretches(hours);
    stretches.into_iter().map(|(from, until)| (from.max(minute), until)).find(|(from, until)| from < until)
}

/// Before and after lunch.
fn open_stretches(hours: &OpeningHours) -> [(u16, u16); 2] {
    let (opens, closes) = (hours.opens.0, hours.closes.0);
    match hours.lunch {
        Some([TimeOfDay(begins), TimeOfDay(ends)]) => [(opens, begins), (ends, closes)],
        None => [(opens, closes), (closes, closes)],
    }
}

/// The minutes of a day at which a filing is taken in at once, in stretches: within one, day 0 is the same day. A
/// stretch may be empty.
///
/// Refuses where the calendar does not cover the day.
pub fn accepting(opening: &Opening, case: &Case, date: NaiveDate, weeks: Weeks) -> Result<[(u16, u16); 2], NotCovered> {
    let hours = hours_on(rows(opening, case), date, weeks)?;
    Ok(match (opening, hours) {
        (Opening::Desks(_), Some(hours)) => open_stretches(hours),
        (Opening::Desks(_), None) => [(0, 0); 2],
        (Opening::RoundTheClock(_), hours) => {
            let turn = hours.map_or(0, |hours| hours.closes.0);
            [(0, turn), (turn, MINUTES_OF_A_DAY)]
        }
    })
}

const MINUTES_OF_A_DAY: u16 = 24 * 60;

pub(super) fn minute_of(at: NaiveDateTime) -> u16 {
    (at.hour() * 60 + at.minute()) as u16
}

pub(super) fn time(minute: u16) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0).unwrap_or(NaiveTime::MIN)
}
