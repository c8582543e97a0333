//! The days of an answer that a person keeps in mind, for whatever writes them down: a calendar file, a reminder.
//!
//! Only what the verdict really has, and nothing where the case is turned away: a calendar promises. An incomplete package
//! begins no count, so there is the filing alone.

use chrono::{NaiveDate, NaiveDateTime};

use crate::engine::catalogue::{InForceOn, MilestoneKind};
use crate::engine::verdict::{Caution, ListStanding, Milestone, Moment, Ready, Verdict};
use crate::words::Words;
use crate::words::more::take_home::Sure;

/// One dated event, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What it is known by in every language: `filing`, `ready`, or the milestone's id.
    pub id: String,
    pub when: When,
    /// False where the day may come otherwise, and for the answer to a complaint that nobody has made.
    pub certain: bool,
    pub title: String,
    /// Whole sentences: what it rests on, what to bring.
    pub told: Vec<String>,
}

/// Whole days, both ends among them; or minutes of local time, where the term is in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Days { first: NaiveDate, last: NaiveDate },
    Minutes { from: NaiveDateTime, to: NaiveDateTime },
}

impl When {
    fn first(self) -> NaiveDateTime {
        match self {
            When::Days { first, .. } => first.into(),
            When::Minutes { from, .. } => from,
        }
    }
}

/// Whether there is a day to keep: where nothing is taken in, there is none.
pub fn has_events(verdict: &Verdict) -> bool {
    !verdict.is_turned_away() && verdict.channel.is_some() && verdict.intake.taken_in_at.is_some()
}

/// The filing, the ready day or its window, and the milestones that will come, the earliest first.
pub fn events(words: &Words, version: &str, verdict: &Verdict) -> Vec<Event> {
    if !has_events(verdict) {
        return Vec::new();
    }
    let mut events = vec![filing(words, verdict)];
    if !verdict.lacks_a_document() {
        events.extend(verdict.ready.map(|ready| self::ready(words, verdict, ready)));
    }
    let kept = verdict.milestones.iter().filter(|milestone| is_kept(verdict, milestone));
    events.extend(kept.map(|milestone| follow_up(words, verdict, milestone)));
    events.sort_by_key(|event| event.when.first());
    let about = words.facts_of(version);
    for event in &mut events {
        if verdict.in_force == Some(InForceOn::No) {
            for_reference(words, event);
        }
        event.told.push(about.clone());
    }
    events
}

/// Of rules that are not in force: no event is certain, and each says why.
fn for_reference(words: &Words, event: &mut Event) {
    let caution = words.caution(&Caution::EditionNotInForce);
    event.certain = false;
    event.title = words.for_reference(&event.title);
    if !event.told.iter().any(|said| said.contains(&caution)) {
        event.told.insert(0, caution);
    }
}

/// On the day on which the person stands before the desk: where it is closed at the hour they named, when it opens.
fn filing(words: &Words, verdict: &Verdict) -> Event {
    let at = verdict.intake.next_opening.unwrap_or(verdict.intake.filed_at);
    let in_minutes = verdict.deadline.iter().any(|deadline| matches!(deadline.latest, Moment::Minute(_)));
    let when =
        if in_minutes { When::Minutes { from: at, to: at } } else { When::Days { first: at.date(), last: at.date() } };
    let (title, told) = (words.filing_title(verdict), words.filing_told(verdict));
    Event { id: "filing".to_owned(), when, certain: true, title, told }
}

fn ready(words: &Words, verdict: &Verdict, ready: Ready) -> Event {
    let Ready { earliest, latest } = ready;
    let when = match (earliest.unwrap_or(latest), latest) {
        (Moment::Minute(from), Moment::Minute(to)) => When::Minutes { from, to },
        (first, last) => When::Days { first: first.date(), last: last.date() },
    };
    let sure = match earliest {
        None => Sure::AtLatest,
        Some(earliest) if earliest == latest && is_settled(verdict) => Sure::Surely,
        Some(_) => Sure::Perhaps,
    };
    let mut told = vec![words.headline(verdict), words.term(verdict)];
    told.extend(verdict.deadline.as_ref().map(|deadline| words.rests_on(&words.source(&deadline.term.source))));
    let (certain, title) = (sure == Sure::Surely, words.ready_title(verdict, sure));
    Event { id: "ready".to_owned(), when, certain, title, told }
}

/// Whether nothing that the ready day rests on is open.
fn is_settled(verdict: &Verdict) -> bool {
    is_known_law(verdict)
        && verdict.eligible.is_true()
        && !verdict.leaves_right_open()
        && verdict.documents.standing == ListStanding::Stated
        && !verdict.documents.unconfirmed
        && !verdict.cautions.contains(&Caution::TerritoryUnknown)
}

/// Whether the rules are surely in force and the calendar official for every day of the answer.
fn is_known_law(verdict: &Verdict) -> bool {
    verdict.in_force == Some(InForceOn::Surely) && verdict.not_yet_official.is_none()
}

/// Whether the milestone is a day to keep: none is for a package that lacks a document, because no count begins.
pub fn is_kept(verdict: &Verdict, milestone: &Milestone) -> bool {
    !verdict.lacks_a_document() && comes(verdict, milestone)
}

/// Whether the milestone will come, or may: a hearing where there is a ground for it; a decision where no ready day says
/// the same; what follows a result where there will be one.
fn comes(verdict: &Verdict, milestone: &Milestone) -> bool {
    let hearing = verdict.hearing_first;
    match milestone.rule.kind {
        MilestoneKind::Limit => true,
        MilestoneKind::Hearing => hearing && verdict.intake.day_zero() <= Some(milestone.date),
        MilestoneKind::Decision => hearing,
        MilestoneKind::Complaint => hearing || verdict.ready.is_some(),
        MilestoneKind::Delivery | MilestoneKind::Storage => verdict.ready.is_some(),
    }
}

fn follow_up(words: &Words, verdict: &Verdict, milestone: &Milestone) -> Event {
    let mut told = vec![words.milestone(milestone), words.rests_on(&words.source(&milestone.rule.source))];
    let open = |caution: &&Caution| {
        matches!(caution, Caution::NotYetOfficial { .. } | Caution::KurbanAitUnconfirmed { .. })
            || matches!(caution, Caution::EditionNotInForce | Caution::EditionUncertain)
    };
    told.extend(verdict.cautions.iter().filter(open).map(|caution| words.caution(caution)));
    Event {
        id: milestone.rule.id.to_string(),
        when: When::Days { first: milestone.date, last: milestone.date },
        certain: milestone.rule.kind != MilestoneKind::Complaint && is_known_law(verdict),
        title: words.milestone_title(verdict, milestone),
        told,
    }
}
