//! From day 0 to the ready day: the term that applies, its end, every day on the way, and the dated events beside it.
//!
//! Day 0 is the acceptance day and day 1 the next day that counts. A count of working days ends on one; any other term
//! that ends on a day off rolls forward to the first day the issuing office works. A limit "not later than N days
//! before" rolls back. Nothing here knows a service: legs, caps and milestones are rows of the catalogue.

use chrono::{Days, Months, NaiveDate, TimeDelta};

use super::calendar::{NotCovered, Roll, Workdays, WorkingDays};
use super::case::FactValue;
use super::catalogue::{
    Anchor, Channel, Direction, Duration, Known, Leg, MilestoneRule, OpeningHours, ProcessingTime, RollRule, Unit,
};
use super::condition::{Circumstances, Truth};
use super::hours::{self, Weeks};
use super::situation::Situation;
use super::verdict::{DayPart, Deadline, Intake, Moment, ProofDay};

/// Which term applies.
#[derive(Clone, Debug)]
pub enum Choice<'a> {
    Term(&'a ProcessingTime),
    /// It depends on these facts.
    Undecided {
        needs: Vec<&'a str>,
    },
    /// The sources give none.
    NotKnown,
}

/// The first term whose condition holds.
pub fn choose<'a>(channel: &'a Channel, situation: &Situation<'a, '_>) -> Choice<'a> {
    let Known::Known { value: terms, .. } = &channel.terms else { return Choice::NotKnown };
    for term in terms {
        match term.when.judge(situation) {
            Truth::True => return Choice::Term(term),
            Truth::Unknown { needs } => return Choice::Undecided { needs },
            Truth::False => {}
        }
    }
    Choice::NotKnown
}

/// The term applied to a case.
///
/// Returns `Ok(None)` if the milestone that caps it is unknown: without the cap a date would be a wrong promise.
/// Refuses where the calendar does not cover the days.
pub fn reckon<'a>(
    term: &'a ProcessingTime,
    situation: &Situation<'a, '_>,
    intake: &Intake,
    rows: &[OpeningHours],
    weeks: Weeks,
) -> Result<Option<Deadline<'a>>, NotCovered> {
    let (Some(day_zero), Some(taken_in_at)) = (intake.day_zero(), intake.taken_in_at) else { return Ok(None) };
    if let Some(minutes) = office_minutes(term) {
        let ready = hours::add_minutes(rows, taken_in_at, minutes, weeks)?;
        let proof = minutes_proof(intake, day_zero, ready.date(), weeks.office)?;
        let at = Moment::Minute(ready);
        return Ok(Some(Deadline { term, earliest: Some(at), latest: at, horizon: None, capped_by: None, proof }));
    }
    let Some(ends) = ends(term, day_zero, situation)? else { return Ok(None) };
    let mut proof = count(term, intake, day_zero, weeks.office)?;
    proof.retain(|day| day.date <= ends.latest);
    let (earliest, latest) = (ends.earliest.map(Moment::Day), Moment::Day(ends.latest));
    Ok(Some(Deadline { term, earliest, latest, horizon: None, capped_by: ends.capped_by, proof }))
}

/// Both ends of a term in days.
#[derive(Clone, Copy, Debug)]
pub struct Ends<'a> {
    /// None where no earliest day is known.
    pub earliest: Option<NaiveDate>,
    pub latest: NaiveDate,
    pub capped_by: Option<&'a MilestoneRule>,
}

/// The ends of a term counted from the day after `day_zero` in the situation's week; none if its cap is unknown.
pub fn ends<'a>(
    term: &'a ProcessingTime,
    day_zero: NaiveDate,
    situation: &Situation<'a, '_>,
) -> Result<Option<Ends<'a>>, NotCovered> {
    let latest = last_day(term, day_zero, Bound::Latest, situation.week)?;
    let no_earliest = term.no_earliest_when.as_ref().is_some_and(|when| when.judge(situation).is_true());
    let is_range = term.legs.iter().any(|leg| leg.duration.at_least != leg.duration.at_most);
    let earliest = match (no_earliest, is_range) {
        (true, _) => None,
        (false, true) => Some(last_day(term, day_zero, Bound::Earliest, situation.week)?),
        (false, false) => Some(latest),
    };
    let Some(id) = &term.not_after else { return Ok(Some(Ends { earliest, latest, capped_by: None })) };
    let Ok(cap) = situation.milestone(id) else { return Ok(None) };
    let rules = situation.channel.map_or(&[][..], |channel| &channel.milestones);
    let capped_by = rules.iter().find(|rule| rule.id == *id && cap < latest);
    Ok(Some(Ends { earliest: earliest.map(|day| day.min(cap)), latest: latest.min(cap), capped_by }))
}

/// Which end of the ranges to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Earliest,
    Latest,
}

/// The last day of a term counted from the day after `day_zero`, on a worked day.
pub fn last_day(
    term: &ProcessingTime,
    day_zero: NaiveDate,
    bound: Bound,
    week: &dyn Workdays,
) -> Result<NaiveDate, NotCovered> {
    week.roll(unrolled(term, day_zero, bound, week)?, Roll::Forward)
}

/// The last day of a term if the acceptance day were day 1: of months and weeks a day less, of days a day earlier.
///
/// `None` for a term in minutes.
pub fn last_day_inclusive(
    term: &ProcessingTime,
    day_zero: NaiveDate,
    week: &dyn Workdays,
) -> Result<Option<NaiveDate>, NotCovered> {
    if office_minutes(term).is_some() {
        return Ok(None);
    }
    let eve = |day: NaiveDate| day.pred_opt().ok_or(week.not_covered(day));
    let in_days = term.legs.iter().all(|leg| matches!(leg.duration.unit, Unit::WorkingDays | Unit::CalendarDays));
    let raw = if in_days {
        unrolled(term, eve(day_zero)?, Bound::Latest, week)?
    } else {
        eve(unrolled(term, day_zero, Bound::Latest, week)?)?
    };
    week.roll(raw, Roll::Forward).map(Some)
}

/// The date of a milestone, or the facts it lacks (none named where the calendar or the term gives no date).
pub fn milestone<'a>(rule: &'a MilestoneRule, situation: &Situation<'a, '_>) -> Result<NaiveDate, Vec<&'a str>> {
    let from = anchor(rule, situation)?;
    let (step, sign) = step_of(rule);
    let raw = advance(from, step, rule.count, sign, situation.week);
    let rolled = raw.and_then(|day| match rule.roll {
        RollRule::Forward => situation.week.roll(day, Roll::Forward),
        RollRule::Backward => situation.week.roll(day, Roll::Backward),
        RollRule::NotNeeded => Ok(day),
    });
    rolled.map_err(|_| Vec::new())
}

/// The day that a milestone counts from, or the facts it lacks.
fn anchor<'a>(rule: &'a MilestoneRule, situation: &Situation<'a, '_>) -> Result<NaiveDate, Vec<&'a str>> {
    match &rule.from {
        Anchor::Acceptance => situation.day_zero.ok_or(Vec::new()),
        Anchor::TermEnd => situation.term_end.ok_or(Vec::new()),
        Anchor::Fact(fact) => situation.case.fact(fact).and_then(FactValue::date).ok_or(vec![fact.as_str()]),
        // A milestone stands after those it counts from, so this ends.
        Anchor::Milestone(id) => earlier_milestone(rule, id, situation),
    }
}

/// The stretch that a milestone counts, and which way.
fn step_of(rule: &MilestoneRule) -> (Duration, i32) {
    let sign = if rule.direction == Direction::After { 1 } else { -1 };
    (Duration { at_least: rule.count, at_most: rule.count, unit: rule.unit }, sign)
}

fn earlier_milestone<'a>(
    rule: &'a MilestoneRule,
    id: &'a str,
    situation: &Situation<'a, '_>,
) -> Result<NaiveDate, Vec<&'a str>> {
    let rules = situation.channel.map_or(&[][..], |channel| &channel.milestones);
    let earlier = rules.iter().take_while(|other| other.id != rule.id).find(|other| other.id == *id);
    earlier.map_or(Err(Vec::new()), |other| milestone(other, situation))
}

/// The minutes of a term that is in office minutes.
fn office_minutes(term: &ProcessingTime) -> Option<u16> {
    let in_minutes = term.legs.iter().all(|leg| leg.duration.unit == Unit::OfficeMinutes);
    in_minutes.then(|| term.legs.iter().map(|leg| leg.duration.at_most).fold(0, u16::saturating_add))
}

/// The fewest calendar days that the whole term can take, before any cap: no count of it ends sooner.
pub fn least_days(term: &ProcessingTime) -> u64 {
    let days = |leg: &Leg| match leg.duration.unit {
        Unit::OfficeMinutes => 0,
        Unit::WorkingDays | Unit::CalendarDays => u64::from(leg.duration.at_most),
        Unit::Weeks => u64::from(leg.duration.at_most) * 7,
        Unit::Months => u64::from(leg.duration.at_most) * 28,
    };
    term.legs.iter().map(days).sum()
}

fn unrolled(
    term: &ProcessingTime,
    day_zero: NaiveDate,
    bound: Bound,
    week: &dyn Workdays,
) -> Result<NaiveDate, NotCovered> {
    term.legs.iter().try_fold(day_zero, |from, leg| {
        let units = if bound == Bound::Earliest { leg.duration.at_least } else { leg.duration.at_most };
        advance(from, leg.duration, units, 1, week)
    })
}

/// So many units after (or before) a day, not rolled.
fn advance(
    from: NaiveDate,
    duration: Duration,
    units: u16,
    sign: i32,
    week: &dyn Workdays,
) -> Result<NaiveDate, NotCovered> {
    let days = |days: u64| {
        if sign < 0 { from.checked_sub_days(Days::new(days)) } else { from.checked_add_days(Days::new(days)) }
    };
    let months = Months::new(units.into());
    let moved = match duration.unit {
        Unit::WorkingDays => return week.shift(from, sign * i32::from(units)),
        // Minutes of a milestone stay within its day.
        Unit::OfficeMinutes => Some(from),
        Unit::CalendarDays => days(units.into()),
        Unit::Weeks => days(u64::from(units) * 7),
        Unit::Months if sign < 0 => from.checked_sub_months(months),
        Unit::Months => from.checked_add_months(months),
    };
    moved.ok_or(week.not_covered(from))
}

/// Every calendar day from filing to the latest last day, once.
fn count(
    term: &ProcessingTime,
    intake: &Intake,
    day_zero: NaiveDate,
    week: WorkingDays,
) -> Result<Vec<ProofDay>, NotCovered> {
    let mut proof = until_accepted(intake, day_zero, week)?;
    let (mut number, mut from) = (0, day_zero);
    for leg in &term.legs {
        from = pass(leg.duration, from, 1, week, &mut number, &mut proof)?;
    }
    roll(from, week.roll(from, Roll::Forward)?, week, &mut proof)?;
    Ok(proof)
}

/// Counts one stretch at its longest, `sign` days at a time, and tells where it ends.
fn pass(
    stretch: Duration,
    from: NaiveDate,
    sign: i32,
    week: WorkingDays,
    number: &mut u16,
    proof: &mut Vec<ProofDay>,
) -> Result<NaiveDate, NotCovered> {
    let to = advance(from, stretch, stretch.at_most, sign, &week)?;
    for date in days_in(from, to) {
        let status = week.status(date)?;
        let counts = stretch.unit != Unit::WorkingDays || status.is_worked();
        *number += u16::from(counts);
        let part = if counts { DayPart::Counted { number: *number } } else { DayPart::NotCounted };
        proof.push(ProofDay { date, part, status });
    }
    Ok(to)
}

/// The days off from the end of a count to the worked day that it moves to.
fn roll(from: NaiveDate, to: NaiveDate, week: WorkingDays, proof: &mut Vec<ProofDay>) -> Result<(), NotCovered> {
    for date in days_in(from, to) {
        let part = if date == to { DayPart::RolledTo } else { DayPart::RolledOver };
        proof.push(ProofDay { date, part, status: week.status(date)? });
    }
    Ok(())
}

/// The limit that a term may not pass, and the days by which it is counted.
#[derive(Clone, Debug)]
pub struct Limit<'a> {
    pub rule: &'a MilestoneRule,
    /// The day it is counted from.
    pub from: NaiveDate,
    /// The days in the order of counting, so backwards where the limit lies before: the last is the limit.
    pub days: Vec<ProofDay>,
}

impl Limit<'_> {
    /// The last day on which the term may end.
    pub fn date(&self) -> NaiveDate {
        self.days.last().map_or(self.from, |day| day.date)
    }
}

/// The limit of a term, day by day; none if it has none, or if that is unknown.
///
/// "Not later than 5 calendar days before the session of Saturday 16 January 2027" counts from Friday the 15th (1) to
/// Monday the 11th (5); a limit that falls on a day off rolls back.
///
/// Refuses where the calendar does not cover the days.
pub fn limit<'a>(
    term: &ProcessingTime,
    situation: &Situation<'a, '_>,
    week: WorkingDays,
) -> Result<Option<Limit<'a>>, NotCovered> {
    let rules = situation.channel.map_or(&[][..], |channel| &channel.milestones);
    let Some(rule) = rules.iter().find(|rule| term.not_after.as_ref() == Some(&rule.id)) else { return Ok(None) };
    let Ok(from) = anchor(rule, situation) else { return Ok(None) };
    let (step, sign) = step_of(rule);
    let mut days = Vec::new();
    let end = pass(step, from, sign, week, &mut 0, &mut days)?;
    let rolled = match rule.roll {
        RollRule::Forward => week.roll(end, Roll::Forward)?,
        RollRule::Backward => week.roll(end, Roll::Backward)?,
        RollRule::NotNeeded => end,
    };
    roll(end, rolled, week, &mut days)?;
    Ok(Some(Limit { rule, from, days }))
}

/// The days of a term in minutes: day 0, and the next open day where the minutes spill over.
fn minutes_proof(
    intake: &Intake,
    day_zero: NaiveDate,
    ready: NaiveDate,
    week: WorkingDays,
) -> Result<Vec<ProofDay>, NotCovered> {
    let mut proof = until_accepted(intake, day_zero, week)?;
    for date in days_in(day_zero, ready) {
        let part = if date == ready { DayPart::Counted { number: 1 } } else { DayPart::NotCounted };
        proof.push(ProofDay { date, part, status: week.status(date)? });
    }
    Ok(proof)
}

/// The days from filing to acceptance, day 0 the last.
fn until_accepted(intake: &Intake, day_zero: NaiveDate, week: WorkingDays) -> Result<Vec<ProofDay>, NotCovered> {
    let filed = intake.filed_at.date();
    let days = filed.iter_days().take_while(|date| *date <= day_zero);
    days.map(|date| {
        let part = if date == day_zero { DayPart::Accepted } else { DayPart::Waiting };
        Ok(ProofDay { date, part, status: week.status(date)? })
    })
    .collect()
}

/// The days after the one, up to the other and with it; backwards where that is the earlier.
fn days_in(after: NaiveDate, upto: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let days = (upto - after).num_days();
    (1..=days.abs()).filter_map(move |n| after.checked_add_signed(TimeDelta::days(n * days.signum())))
}
