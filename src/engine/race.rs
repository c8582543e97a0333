//! The channels side by side: for one situation, what each asks for, when it accepts, when the result is ready there,
//! and which is first.

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::case::Case;
use super::catalogue::{Because, Catalogue, Channel, ChannelId, Known};
use super::verdict::{Acceptance, DocumentLine, Moment, Ready, Verdict};
use super::{assess, deadline};

/// The ways to file, the earliest ready first; those that are equal, in the order of the channels; those without a
/// date last.
#[derive(Clone, Debug)]
pub struct Race<'a> {
    pub lanes: Vec<Lane<'a>>,
    /// How many at the head are equal; 0 where none has a date.
    pub equal_first: usize,
    /// Why the head is ahead of the next that has a date; none where none comes after.
    pub ahead: Option<Ahead>,
    /// The answer where no channel is offered: it says why.
    pub unanswered: Option<Verdict<'a>>,
}

/// One way to file, with its whole answer.
#[derive(Clone, Debug)]
pub struct Lane<'a> {
    pub channel: &'a Channel,
    /// What [`assess`] says of the case at this channel.
    pub verdict: Verdict<'a>,
}

/// What sets the first apart from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Calendar days between the two ready days; 0 where they differ by hours.
    pub days: i64,
    /// It accepts on an earlier day.
    pub accepts_sooner: bool,
    pub shorter_term: bool,
}

/// How often the person comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visits {
    Times(u8),
    /// So often to hand in; how often to collect is not known.
    AtLeast(u8, Because),
}

/// Assesses the case at every channel that the governing edition offers, and orders them by their latest ready date.
///
/// The case's own channel is left out of account. The latest date decides, because only that is promised: a window
/// that opens earlier but closes later is not first.
///
/// ```
/// use merzim::engine::case::Case;
/// use merzim::engine::catalogue::ChannelId;
/// use merzim::engine::race::race;
/// # use merzim::engine::case::FactValue;
/// let content = merzim::content::shipped();
/// // Friday evening: the school and the State Corporation are closed, the portal takes the application in on Monday.
/// let case = Case {
///     service: "school-certificate-duplicate".to_owned(),
///     edition: None,
///     channel: ChannelId::Portal,
///     facts: [("reason", FactValue::Word("lost".into())), ("consent_personal_data", FactValue::Bool(true))]
///         .map(|(id, value)| (id.to_owned(), value))
///         .into(),
///     accepted_at: "2025-02-07T19:00:00".parse()?,
///     documents_present: ["application", "id_document"].map(str::to_owned).into_iter().collect(),
///     known_on: None,
/// };
/// let race = race(content.catalogue, &content.calendar, &case);
/// assert_eq!(race.equal_first, 3, "15 working days from Monday, wherever it is filed");
/// assert_eq!(race.lanes[0].channel.id, ChannelId::ProviderOffice);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn race<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Race<'a> {
    let (mut lanes, mut unanswered): (Vec<Lane>, _) = (Vec::new(), None);
    for id in ChannelId::ALL {
        let verdict = assess(catalogue, calendar, &at(case, id));
        match verdict.channel {
            Some(channel) => {
                let lane = Lane { channel, verdict };
                let place = lanes.partition_point(|other| other.place() <= lane.place());
                lanes.insert(place, lane);
            }
            None => unanswered = Some(verdict),
        }
    }
    let first = lanes.first().filter(|first| first.verdict.ready.is_some());
    let equal_first = first.map_or(0, |first| lanes.iter().filter(|lane| lane.place() == first.place()).count());
    let next = lanes.get(equal_first).filter(|_| 0 < equal_first);
    let ahead = first.zip(next).and_then(|(first, next)| first.ahead_of(next));
    unanswered = unanswered.filter(|_| lanes.is_empty());
    Race { lanes, equal_first, ahead, unanswered }
}

/// The same case at another channel.
pub(super) fn at(case: &Case, channel: ChannelId) -> Case {
    Case { channel, ..case.clone() }
}

impl<'a> Lane<'a> {
    /// Where it stands in the order: those without a date come after all others.
    fn place(&self) -> (bool, Option<(NaiveDate, Moment)>) {
        let ready = self.verdict.ready;
        (ready.is_none(), ready.map(|ready| (ready.latest.date(), ready.latest)))
    }

    /// Whether nothing but an answer that is not told yet keeps it from a date: it may still be first.
    pub fn lacks_an_answer(&self) -> bool {
        let verdict = &self.verdict;
        let refused = verdict.acceptance.is_some_and(|acceptance| acceptance < Acceptance::ClosedNextOpening);
        let in_the_way = refused || verdict.hearing_first || verdict.eligible.is_false();
        verdict.ready.is_none() && !in_the_way && !verdict.needs.is_empty()
    }

    fn ahead_of(&self, next: &Lane) -> Option<Ahead> {
        let latest = |lane: &Lane| lane.verdict.ready.map(|ready: Ready| ready.latest.date());
        let term = |lane: &Lane| lane.verdict.deadline.as_ref().map(|deadline| deadline::least_days(deadline.term));
        Some(Ahead {
            days: (latest(next)? - latest(self)?).num_days(),
            accepts_sooner: self.verdict.intake.day_zero() < next.verdict.intake.day_zero(),
            shorter_term: term(self) < term(next),
        })
    }

    /// What to bring: required, held or not, and not among what the state has.
    pub fn to_bring(&self) -> impl Iterator<Item = &DocumentLine<'a>> {
        self.verdict.documents.to_bring()
    }

    /// How often the person comes; a wait that goes on after closing time makes one visit more.
    pub fn visits(&self) -> Visits {
        let visits = &self.channel.visits;
        match (&visits.to_file, &visits.to_collect) {
            (Known::Known { value: file, .. }, Known::Known { value: collect, .. }) => {
                let waits = self.verdict.deadline.as_ref().is_some_and(|deadline| match deadline.latest {
                    Moment::Minute(at) => Some(at.date()) != self.verdict.intake.day_zero(),
                    Moment::Day(_) => false,
                });
                Visits::Times(file.saturating_add(*collect).saturating_add(u8::from(waits)))
            }
            (file, Known::Unknown { because, .. }) => Visits::AtLeast(file.value().map_or(0, |file| *file), *because),
            (Known::Unknown { because, .. }, Known::Known { value: collect, .. }) => {
                Visits::AtLeast(*collect, *because)
            }
        }
    }
}
