//! The question turned round: the last safe moment to file if the result is needed by a day; and what a day's wait costs.
//!
//! Filing later does not always mean ready later: a window closes, an extract grows too old, a cap or another edition
//! steps in. So nothing is concluded from one day to the next: the days are tried one by one, the latest first, and the
//! first that serves is the last chance. Only within a stretch of minutes with the same day 0 is later never sooner.

use std::borrow::Cow;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::calendar::{Calendar, WorkWeek};
use super::case::Case;
use super::catalogue::{Catalogue, Channel, ChannelId, Known, Opening, ProcessingTime, PublicService};
use super::deadline;
use super::edition::{self, Governing};
use super::hours::{self, Weeks};
use super::race::at;
use super::verdict::{Moment, Ready, Verdict};
use super::{judge, office_week};

/// The last chances of every channel.
#[derive(Clone, Debug)]
pub struct ReadyBy<'a> {
    pub needed: NaiveDate,
    /// In the order of the channels.
    pub lanes: Vec<(&'a Channel, Chance<'a>)>,
    /// The answer where no channel is offered: it says why.
    pub unanswered: Option<Verdict<'a>>,
}

/// How late one may file at a channel.
#[derive(Clone, Debug)]
pub enum Chance<'a> {
    /// Up to this minute; filed then, it is ready so, and this is the answer with all that it rests on.
    Until { last: NaiveDateTime, ready: Ready, then: Box<Verdict<'a>> },
    /// Filed at once, it is ready so: too late.
    NoLongerPossible { ready: Ready },
    /// Filed at once, there is no date: the answer says why.
    NoDate { why: Box<Verdict<'a>> },
    /// The day lies past the calendar, so a filing later than any that can be counted may serve: nothing is the last.
    BeyondCalendar { first: NaiveDate, last: NaiveDate },
}

/// The last moment from `from` on at which each channel takes the case in and still has it ready by `needed`.
///
/// A window of ready dates counts by its latest. The moment is the last accepting one, to the minute: a desk that closes
/// at 18:00 accepts until 17:59; a portal that counts what comes after 18:30 to the next working day, until 18:29; one
/// that takes filings in round the clock, until 23:59.
///
/// ```
/// use chrono::NaiveDate;
/// use merzim::engine::case::Case;
/// use merzim::engine::catalogue::ChannelId;
/// use merzim::engine::ready_by::{Chance, ready_by};
/// # use merzim::engine::case::FactValue;
/// let content = merzim::content::shipped();
/// let facts = ["is_tve_student", "college_has_dormitory"].map(|fact| (fact.to_owned(), FactValue::Bool(true)));
/// let case = Case {
///     service: "tve-dormitory".to_owned(),
///     edition: Some("almaty-oblast-425-2019".to_owned()),
///     channel: ChannelId::ProviderOffice,
///     facts: facts.into(),
///     accepted_at: "2020-01-09T10:00:00".parse()?,
///     documents_present: Default::default(),
///     known_on: None,
/// };
/// let last = |needed: NaiveDate| {
///     let by = ready_by(content.catalogue, &content.calendar, &case, needed, case.accepted_at);
///     match by.lanes[0].1 {
///         Chance::Until { last, .. } => Some(last.to_string()),
///         _ => None,
///     }
/// };
/// // 10 working days: filed on Monday 13 January, ready on Monday 27.
/// assert_eq!(last("2020-01-27".parse()?).as_deref(), Some("2020-01-13 17:59:00"));
/// assert_eq!(last("2020-01-26".parse()?).as_deref(), Some("2020-01-10 17:59:00"), "a Sunday: the Friday's result");
/// assert_eq!(last("2020-01-22".parse()?), None, "filed on the 9th it is ready on the 23rd");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn ready_by<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    needed: NaiveDate,
    from: NaiveDateTime,
) -> ReadyBy<'a> {
    let calendar = &as_known(calendar, case);
    let (mut lanes, mut unanswered) = (Vec::new(), None);
    for id in ChannelId::ALL {
        let mut case = Case { accepted_at: from, ..at(case, id) };
        let at_once = judge(catalogue, calendar, &case);
        let last = catalogue.service(&case.service).and_then(|service| {
            let search = Search { catalogue, service, calendar, needed, from };
            search.last(&mut case)
        });
        let (first_day, last_day) = (calendar.first_day(), calendar.last_day());
        match (last, at_once.channel, at_once.ready) {
            (Some((channel, ..)), ..) if last_day < needed => {
                lanes.push((channel, Chance::BeyondCalendar { first: first_day, last: last_day }));
            }
            (Some((channel, last, ready)), _, _) => {
                case.accepted_at = last;
                let then = Box::new(judge(catalogue, calendar, &case));
                lanes.push((channel, Chance::Until { last, ready, then }));
            }
            (None, Some(channel), Some(ready)) => lanes.push((channel, Chance::NoLongerPossible { ready })),
            (None, Some(channel), None) => lanes.push((channel, Chance::NoDate { why: Box::new(at_once) })),
            (None, None, _) => unanswered = Some(at_once),
        }
    }
    unanswered = unanswered.filter(|_| lanes.is_empty());
    ReadyBy { needed, lanes, unanswered }
}

/// The calendar as the case wants it known.
fn as_known<'c>(calendar: &'c Calendar, case: &Case) -> Cow<'c, Calendar> {
    case.known_on.map_or(Cow::Borrowed(calendar), |day| Cow::Owned(calendar.known_on(day)))
}

/// The search of one channel's last chance.
struct Search<'a, 'c> {
    catalogue: &'a Catalogue,
    service: &'a PublicService,
    calendar: &'c Calendar,
    needed: NaiveDate,
    from: NaiveDateTime,
}

impl<'a> Search<'a, '_> {
    /// The last chance, day by day backward from the last filing day that could do. Writes into the case's moment.
    fn last(&self, case: &mut Case) -> Option<(&'a Channel, NaiveDateTime, Ready)> {
        let first = self.from.date().max(self.calendar.first_day());
        let shortest = Days::new(shortest(self.service, case.channel)?);
        let mut day = self.needed.checked_sub_days(shortest)?.min(self.calendar.last_day());
        while first <= day {
            if let Some(found) = self.on(day, case) {
                return Some(found);
            }
            day = day.pred_opt()?;
        }
        None
    }

    /// The last minute of a day that serves.
    fn on(&self, day: NaiveDate, case: &mut Case) -> Option<(&'a Channel, NaiveDateTime, Ready)> {
        let named = case.edition.as_ref().and_then(|id| self.service.edition(id));
        let edition = named.or_else(|| match edition::governing(self.service, case, day) {
            Governing::Edition(edition) => Some(edition),
            Governing::Undecided { .. } | Governing::NoneKnown => None,
        })?;
        let channel = edition.channel(case.channel)?;
        let office = self.calendar.week(office_week(edition, case));
        let weeks = Weeks { office, six_day: self.calendar.week(WorkWeek::SixDay) };
        let stretches = hours::accepting(&channel.opening, case, day, weeks).ok()?;
        let earliest = if day == self.from.date() { hours::minute_of(self.from) } else { 0 };
        let mut serves = |minute: u16| {
            // Of the minute in which one asks, what is left.
            case.accepted_at = day.and_time(hours::time(minute)).max(self.from);
            let verdict = judge(self.catalogue, self.calendar, case);
            let in_minutes = verdict.deadline.is_some_and(|it| matches!(it.latest, Moment::Minute(_)));
            let found = verdict.channel.zip(verdict.ready.filter(|ready| ready.latest.date() <= self.needed));
            (found.map(|(channel, ready)| (channel, case.accepted_at, ready)), in_minutes)
        };
        for (opens, closes) in stretches.into_iter().rev() {
            let (mut good, mut bad) = (opens.max(earliest), closes);
            if bad <= good {
                continue;
            }
            bad -= 1;
            let (found, in_minutes) = serves(bad);
            if found.is_some() {
                return found;
            }
            if !in_minutes {
                // All of a desk's day has one day 0; a portal's two stretches have two.
                match channel.opening {
                    Opening::Desks(_) => return None,
                    Opening::RoundTheClock(_) => continue,
                }
            }
            let mut found = serves(good).0;
            while found.is_some() && good + 1 < bad {
                let middle = good.midpoint(bad);
                match serves(middle).0 {
                    None => bad = middle,
                    later => (good, found) = (middle, later),
                }
            }
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// A number of days that no term of the channel, in any edition, falls short of; none if none is known. A term that a
/// milestone may cut short can take no time at all.
fn shortest(service: &PublicService, id: ChannelId) -> Option<u64> {
    let channels = service.editions.iter().filter_map(|edition| edition.channel(id));
    let terms = channels.flat_map(|channel| match &channel.terms {
        Known::Known { value, .. } => value.iter(),
        Known::Unknown { .. } => [].iter(),
    });
    let least = |term: &ProcessingTime| match term.not_after {
        Some(_) => 0,
        None => deadline::least_days(term),
    };
    terms.map(least).min()
}

/// What filing a day later costs.
#[derive(Clone, Debug)]
pub struct Tomorrow<'a> {
    /// The first moment of the next day on which the channel accepts.
    pub at: NaiveDateTime,
    pub then: Then<'a>,
}

/// What comes of waiting.
#[derive(Clone, Debug)]
pub enum Then<'a> {
    /// Ready on the same day, or even before it.
    NoLater(Ready),
    /// Ready so many calendar days later.
    Later(Ready, i64),
    /// No date: the answer says why.
    NoDate(Box<Verdict<'a>>),
}

/// File at the case's moment, or on the next day on which its channel accepts? None if there is no date even today.
pub fn today_or_tomorrow<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Option<Tomorrow<'a>> {
    let calendar = &as_known(calendar, case);
    let today = judge(catalogue, calendar, case);
    let ready = today.ready?;
    let taken_in = match today.channel?.opening {
        Opening::Desks(_) => today.intake.day_zero()?,
        Opening::RoundTheClock(_) => case.accepted_at.date(),
    };
    let later = Case { accepted_at: taken_in.succ_opt()?.and_time(NaiveTime::MIN), ..case.clone() };
    let then = judge(catalogue, calendar, &later);
    let at = then.intake.next_opening.unwrap_or(later.accepted_at);
    let then = match then.ready {
        None => Then::NoDate(Box::new(then)),
        Some(later) => match (later.latest.date() - ready.latest.date()).num_days() {
            days if 0 < days => Then::Later(later, days),
            _ => Then::NoLater(later),
        },
    };
    Some(Tomorrow { at, then })
}
