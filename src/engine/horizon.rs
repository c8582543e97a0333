//! What may still come: the ready date as a window where the calendar is not official yet.
//!
//! Two things are open beyond the last official year. The Government may move a rest day: in every order since 2016 the
//! day off became a *bridge*, a single working day between a holiday and another day off, and the day worked for it
//! was a rest day from seven days before to three days after. And Kurban Ait, until it is confirmed, may be a day
//! earlier or later. So every week that may come of it is tried, and the window spans the dates that they give.
//!
//! A law that changes the holidays themselves is not foreseen: nobody can.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::calendar::{Calendar, DayStatus, NotCovered, WorkWeek, Workdays, WorkingDays};
use super::catalogue::{AfterHours, Channel, Opening, ProcessingTime};
use super::deadline;
use super::situation::Situation;
use super::verdict::{Horizon, Intake, Open};

/// Days before and after a bridge on which a rest day has been worked for it.
const WORKED_BEFORE: u64 = 7;
const WORKED_AFTER: u64 = 3;

/// More weeks than this are not tried one by one; the window then takes every open day at its worst.
const MOST_WORLDS: usize = 4096;

/// The window of a term in days, if something on the way to `if_unchanged`, its latest day, is not official yet: the
/// official years end before it, or Kurban Ait on the way is not confirmed, even where no answer moves the date.
///
/// Refuses where the calendar does not cover a day that one of the weeks to come leads to.
pub fn window<'a>(
    calendar: &Calendar,
    week: WorkWeek,
    term: &'a ProcessingTime,
    situation: &Situation<'a, '_>,
    intake: &Intake,
    if_unchanged: NaiveDate,
) -> Result<Option<Horizon>, NotCovered> {
    let (Some(channel), Some(day_zero)) = (situation.channel, intake.day_zero()) else { return Ok(None) };
    let from = intake.filed_at.date();
    let to = if_unchanged.checked_add_days(Days::new(WORKED_BEFORE)).unwrap_or(if_unchanged);
    let base = calendar.week(week);
    let open = open_questions(calendar, week, from, to)?;
    if open.is_empty() {
        return Ok(None);
    }
    let (mut earliest, mut latest, mut no_earliest) = (None::<NaiveDate>, if_unchanged, false);
    let mut moves = false;
    for changes in worlds(&open) {
        let world = World { base, changes: &changes };
        let day_zero = day_zero_in(&world, channel, intake, day_zero)?;
        let then = Situation { week: &world, day_zero: Some(day_zero), ..*situation };
        let Some(ends) = deadline::ends(term, day_zero, &then)? else { return Ok(None) };
        no_earliest |= ends.earliest.is_none();
        moves |= ends.latest != if_unchanged || (earliest.is_some() && earliest != ends.earliest);
        earliest = [earliest, ends.earliest].into_iter().flatten().min();
        latest = latest.max(ends.latest);
    }
    if !moves && open_between(calendar, week, from, latest)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Horizon { earliest: earliest.filter(|_| !no_earliest), latest, if_unchanged }))
}

/// What is open from the first to the last day of an answer.
///
/// Refuses where the calendar does not cover the days about Kurban Ait.
///
/// ```
/// use merzim::content;
/// use merzim::engine::calendar::WorkWeek;
/// use merzim::engine::horizon::open_between;
/// use merzim::engine::verdict::Open;
/// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
/// let calendar = &content::shipped().calendar;
/// assert_eq!(open_between(calendar, WorkWeek::FiveDay, day("2026-11-23"), day("2026-12-14")), Ok(vec![]));
/// let open = open_between(calendar, WorkWeek::FiveDay, day("2027-05-14"), day("2027-05-15"));
/// assert_eq!(open?, [Open::OrdersNotIssued, Open::KurbanAit { date: day("2027-05-16") }]);
/// # Ok::<(), merzim::engine::calendar::NotCovered>(())
/// ```
pub fn open_between(
    calendar: &Calendar,
    week: WorkWeek,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Open>, NotCovered> {
    let open = open_questions(calendar, week, from, to)?;
    Ok(open.into_iter().map(|question| question.what).collect())
}

/// The days off from a filing to a ready day, and a week beyond, that an order or a moved Kurban Ait may yet make working
/// days.
///
/// Refuses where the calendar does not cover the days about Kurban Ait.
///
/// ```
/// use merzim::content;
/// use merzim::engine::calendar::WorkWeek;
/// use merzim::engine::horizon::may_be_worked;
/// # fn day(text: &str) -> chrono::NaiveDate { text.parse().unwrap() }
/// let calendar = &content::shipped().calendar;
/// // Kurban Ait of Sunday 16 May 2027 may fall on the Saturday or the Monday; a Sunday is no working day for that.
/// assert_eq!(may_be_worked(calendar, WorkWeek::FiveDay, day("2027-05-12"), day("2027-05-18")), Ok(vec![]));
/// // Monday 5 July 2027 stands alone between a Sunday and Capital Day: it may be given off, and that Sunday worked for it.
/// let days = may_be_worked(calendar, WorkWeek::FiveDay, day("2027-07-01"), day("2027-07-06"))?;
/// assert!(days.contains(&day("2027-07-04")) && !days.contains(&day("2027-07-06")), "{days:?}");
/// # Ok::<(), merzim::engine::calendar::NotCovered>(())
/// ```
pub fn may_be_worked(
    calendar: &Calendar,
    week: WorkWeek,
    from: NaiveDate,
    ready: NaiveDate,
) -> Result<Vec<NaiveDate>, NotCovered> {
    let to = ready.checked_add_days(Days::new(WORKED_BEFORE)).unwrap_or(ready);
    let open = open_questions(calendar, week, from, to)?;
    let changes = open.iter().flat_map(|question| question.answers.iter().flatten());
    Ok(changes.filter(|change| change.worked).map(|change| change.date).collect())
}

/// Something open, and the changes of days that each of its answers makes.
struct Question {
    what: Open,
    answers: Vec<Vec<Change>>,
}

/// A day that turns out worked, or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    date: NaiveDate,
    worked: bool,
}

/// What is open from a day to a day: the bridges after the last official day, the unconfirmed days of Kurban Ait.
fn open_questions(
    calendar: &Calendar,
    week: WorkWeek,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Question>, NotCovered> {
    let days = calendar.week(week);
    let mut open = Vec::new();
    let first = from.max(calendar.official_to()).checked_sub_days(Days::new(WORKED_AFTER)).unwrap_or(from);
    if calendar.official_to() < to {
        open.push(Question { what: Open::OrdersNotIssued, answers: vec![Vec::new()] });
        let last = to.checked_add_days(Days::new(WORKED_BEFORE)).unwrap_or(to).min(calendar.last_day());
        for date in first.iter_days().take_while(|date| *date <= last) {
            if calendar.official_to() < date && is_bridge(calendar, date)? {
                open.push(bridge(&days, week, date)?);
            }
        }
    }
    for ait in calendar.unconfirmed_ait() {
        let near = |day: NaiveDate| from <= day && day <= to;
        if [ait.pred_opt(), Some(ait), ait.succ_opt()].into_iter().flatten().any(near) {
            open.push(kurban_ait(&days, ait)?);
        }
    }
    Ok(open)
}

/// Whether the date is a single working day of the five-day week between a holiday, or its day in lieu, and a day off.
fn is_bridge(calendar: &Calendar, date: NaiveDate) -> Result<bool, NotCovered> {
    let days = calendar.week(WorkWeek::FiveDay);
    let (Some(before), Some(after)) = (date.pred_opt(), date.succ_opt()) else { return Ok(false) };
    if calendar.last_day() <= date || before < calendar.first_day() {
        return Ok(false);
    }
    let (before, after) = (days.status(before)?, days.status(after)?);
    let holidays = &calendar.facts().holidays;
    let kept = |status: DayStatus| match status {
        DayStatus::Holiday { holiday } => holidays.get(usize::from(holiday)).is_some_and(|row| row.carries_over),
        status => matches!(status, DayStatus::InLieu { .. }),
    };
    let between = !before.is_worked() && !after.is_worked();
    Ok(days.is_working_day(date)? && between && (kept(before) || kept(after)))
}

/// An order may make the bridge a day off, and one rest day near it a working day. In a six-day week only orders that
/// move a Sunday apply.
fn bridge(days: &WorkingDays, week: WorkWeek, bridge: NaiveDate) -> Result<Question, NotCovered> {
    let mut answers = vec![Vec::new()];
    let first = bridge.checked_sub_days(Days::new(WORKED_BEFORE)).unwrap_or(bridge);
    for date in first.iter_days().take((WORKED_BEFORE + WORKED_AFTER + 1) as usize) {
        let rests = match days.status(date) {
            Ok(DayStatus::Weekend) => week == WorkWeek::FiveDay || date.weekday() == Weekday::Sun,
            Ok(DayStatus::InLieu { .. }) => week == WorkWeek::FiveDay,
            // The day before the calendar begins, or after it ends, is no candidate.
            Ok(_) | Err(_) => false,
        };
        if rests {
            answers.push(vec![Change { date: bridge, worked: false }, Change { date, worked: true }]);
        }
    }
    Ok(Question { what: Open::Bridge { date: bridge }, answers })
}

/// Kurban Ait may be a day earlier or later than reckoned.
fn kurban_ait(days: &WorkingDays, ait: NaiveDate) -> Result<Question, NotCovered> {
    let rests = |date: NaiveDate| date.weekday() == Weekday::Sun || matches!(days.status(date), Ok(DayStatus::Weekend));
    // Left by Kurban Ait, the day is an ordinary one of its week.
    let left = Change { date: ait, worked: ait.weekday() != Weekday::Sun && !saturday_off(days, ait)? };
    let mut answers = vec![Vec::new()];
    for moved in [ait.pred_opt(), ait.succ_opt()].into_iter().flatten() {
        let mut changes = vec![left];
        if !rests(moved) {
            changes.push(Change { date: moved, worked: false });
        }
        answers.push(changes);
    }
    Ok(Question { what: Open::KurbanAit { date: ait }, answers })
}

/// Whether Saturdays are rest days of this week: any Saturday near that no holiday takes tells.
fn saturday_off(days: &WorkingDays, near: NaiveDate) -> Result<bool, NotCovered> {
    if near.weekday() != Weekday::Sat {
        return Ok(false);
    }
    let week_before = near.checked_sub_days(Days::new(7)).unwrap_or(near);
    Ok(days.status(week_before)? == DayStatus::Weekend)
}

/// Every combination of answers; where there are too many, the worst for both ends together.
fn worlds(open: &[Question]) -> Vec<Vec<Change>> {
    let count = open.iter().try_fold(1_usize, |count, question| count.checked_mul(question.answers.len()));
    if count.is_none_or(|count| MOST_WORLDS < count) {
        let all = |worked: bool| -> Vec<Change> {
            let changes = open.iter().flat_map(|question| question.answers.iter().flatten());
            changes.filter(|change| change.worked == worked).copied().collect()
        };
        return vec![Vec::new(), all(true), all(false)];
    }
    open.iter().fold(vec![Vec::new()], |worlds, question| {
        let with = |world: &Vec<Change>| -> Vec<Vec<Change>> {
            question.answers.iter().map(|answer| [world.as_slice(), answer].concat()).collect()
        };
        worlds.iter().flat_map(with).collect()
    })
}

/// The week with some days changed.
struct World<'w> {
    base: WorkingDays<'w>,
    changes: &'w [Change],
}

impl Workdays for World<'_> {
    fn is_working_day(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        match self.changes.iter().rfind(|change| change.date == date) {
            Some(change) => Ok(change.worked),
            None => self.base.is_working_day(date),
        }
    }

    fn shift(&self, date: NaiveDate, n: i32) -> Result<NaiveDate, NotCovered> {
        let (mut date, mut left) = (date, n.abs());
        while 0 < left {
            let next = if n < 0 { date.pred_opt() } else { date.succ_opt() };
            date = next.ok_or(self.not_covered(date))?;
            left -= i32::from(self.is_working_day(date)?);
        }
        Ok(date)
    }

    fn not_covered(&self, date: NaiveDate) -> NotCovered {
        self.base.not_covered(date)
    }
}

/// Day 0 in a week that may come: the first day from filing on (or from the next, after hours) that it works. A day 0
/// that no week moves stays: a duty desk's Saturday, a portal that takes filings in at once.
fn day_zero_in(
    world: &World,
    channel: &Channel,
    intake: &Intake,
    day_zero: NaiveDate,
) -> Result<NaiveDate, NotCovered> {
    let at_once = match &channel.opening {
        Opening::RoundTheClock(portal) => portal.after_hours == AfterHours::NotStated,
        Opening::Desks(_) => !world.base.is_working_day(day_zero)?,
    };
    if at_once {
        return Ok(day_zero);
    }
    let filed = intake.filed_at.date();
    let after_hours = filed != day_zero && world.base.is_working_day(filed)?;
    let from = if after_hours { filed.succ_opt().unwrap_or(filed) } else { filed };
    world.roll(from, super::calendar::Roll::Forward)
}
