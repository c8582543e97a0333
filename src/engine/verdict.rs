//! The answer: everything that follows from a case, as values, before any word is chosen.
//!
//! A verdict borrows the rules it rests on, so that whoever shows it has their texts and sources at hand.

use chrono::{NaiveDate, NaiveDateTime};

use super::calendar::DayStatus;
use super::case::FactValue;
use super::catalogue::{
    Channel, Edition, EvidenceRule, InForceOn, MilestoneRule, Notice, ProcessingTime, PublicService, Redirect,
    RefusalGround, Requirement, RequirementKind, Source, Territory,
};
use super::condition::Truth;

/// The answer to a case.
#[derive(Clone, Debug)]
pub struct Verdict<'a> {
    /// None only if the catalogue has no such service.
    pub service: Option<&'a PublicService>,
    /// None if no edition is known for the day or place, or if it cannot be decided which.
    pub edition: Option<&'a Edition>,
    /// Whether that edition is in force on the acceptance day.
    pub in_force: Option<InForceOn>,
    /// None if the edition does not offer it.
    pub channel: Option<&'a Channel>,
    /// The right to the service on these facts, whatever documents are still missing.
    pub eligible: Truth<'a>,
    /// A ground for refusal was found, and a hearing comes before the decision.
    pub hearing_first: bool,
    /// None if it cannot be decided.
    pub acceptance: Option<Acceptance>,
    /// When the case is taken in, and on which day the count starts.
    pub intake: Intake,
    /// Every rule that was judged, the satisfied ones too.
    pub findings: Vec<Finding<'a>>,
    pub documents: Documents<'a>,
    /// The term that applies and its count, whatever stands in its way.
    pub deadline: Option<Deadline<'a>>,
    /// The ready date; none while something stands in its way.
    pub ready: Option<Ready>,
    pub milestones: Vec<Milestone<'a>>,
    /// The latest ready date if the acceptance day were day 1.
    pub alt_inclusive: Option<NaiveDate>,
    /// The latest ready date if filing after hours counted from the next working day.
    pub alt_after_hours_rule: Option<NaiveDate>,
    /// The latest ready date if the office worked the other week; only where the edition does not say which.
    pub alt_other_week: Option<NaiveDate>,
    pub redirect: Option<&'a Redirect>,
    /// Whether the faster of two terms applies; none where there is only one.
    pub fast_track: Option<bool>,
    /// The answer of the same case with one more document, for each that would change it.
    pub if_provided: Vec<(&'a str, Box<Verdict<'a>>)>,
    pub alternative: Option<Alternative<'a>>,
    /// Readings and cautions of the catalogue that bear on this answer.
    pub notices: Vec<&'a Notice>,
    /// What its dates leave open; none where the calendar is official for all of them.
    pub not_yet_official: Option<NotYetOfficial>,
    /// Cautions that follow from the case itself.
    pub cautions: Vec<Caution>,
    /// The facts for want of which something cannot be decided, the most deciding first.
    pub needs: Vec<&'a str>,
}

/// What the desk does with the application. The order is that of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Acceptance {
    NoEditionKnown,
    RedirectArchive,
    RefuseOutsideWindow,
    RefuseDeadlinePassed,
    /// Refusal of acceptance for an incomplete package.
    RefuseIncomplete,
    /// A reasoned refusal of the service.
    RefuseService,
    /// Incomplete, and the edition gives no power to refuse acceptance.
    IncompleteAdvise,
    AcceptThenPreliminaryRefusal,
    ClosedNextOpening,
    AcceptNextWorkingDay,
    Accept,
}

impl Acceptance {
    /// The word of the public format.
    pub fn slug(self) -> &'static str {
        match self {
            Acceptance::NoEditionKnown => "no_edition_known",
            Acceptance::RedirectArchive => "redirect_archive",
            Acceptance::RefuseOutsideWindow => "refuse_outside_window",
            Acceptance::RefuseDeadlinePassed => "refuse_deadline_passed",
            Acceptance::RefuseIncomplete => "refuse_incomplete",
            Acceptance::RefuseService => "refuse_service",
            Acceptance::IncompleteAdvise => "incomplete_advise",
            Acceptance::AcceptThenPreliminaryRefusal => "accept_then_preliminary_refusal",
            Acceptance::ClosedNextOpening => "closed_next_opening",
            Acceptance::AcceptNextWorkingDay => "accept_next_working_day",
            Acceptance::Accept => "accept",
        }
    }
}

/// From filing to day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intake {
    /// When the person files.
    pub filed_at: NaiveDateTime,
    /// When the desk takes the case in: now, or at its next opening; none where the calendar ends.
    pub taken_in_at: Option<NaiveDateTime>,
    /// Given if the desk is closed at filing.
    pub next_opening: Option<NaiveDateTime>,
    /// Day 0 of a portal filing that moved to the next working day.
    pub deemed_accepted: Option<NaiveDate>,
}

impl Intake {
    /// Day 0 of the count.
    pub fn day_zero(&self) -> Option<NaiveDate> {
        self.deemed_accepted.or_else(|| self.taken_in_at.map(|at| at.date()))
    }
}

/// A rule and what the case makes of it.
#[derive(Clone, Debug)]
pub struct Finding<'a> {
    pub rule: Rule<'a>,
    /// For a requirement: it holds. For a ground, a redirect: it bites. For a territory: the edition binds there.
    pub truth: Truth<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum Rule<'a> {
    Territory(&'a Territory),
    Requirement(&'a Requirement),
    Ground(&'a RefusalGround),
    Redirect(&'a Redirect),
}

impl<'a> Finding<'a> {
    /// Whether it surely speaks against the person.
    pub fn is_against(&self) -> bool {
        match self.rule {
            Rule::Territory(_) | Rule::Requirement(_) => self.truth.is_false(),
            Rule::Ground(_) | Rule::Redirect(_) => self.truth.is_true(),
        }
    }

    /// Where the rule stands.
    pub fn source(&self) -> &'a Source {
        match self.rule {
            Rule::Territory(rule) => &rule.source,
            Rule::Requirement(rule) => &rule.source,
            Rule::Ground(rule) => &rule.source,
            Rule::Redirect(rule) => &rule.source,
        }
    }
}

/// The documents, line by line.
#[derive(Clone, Debug, Default)]
pub struct Documents<'a> {
    pub standing: ListStanding<'a>,
    pub lines: Vec<DocumentLine<'a>>,
    /// A listed document's bearing on this situation is unknown, so completeness cannot be confirmed.
    pub unconfirmed: bool,
}

/// How well the list itself is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListStanding<'a> {
    #[default]
    Stated,
    AssumedSameAsProvider,
    /// Not among the sources; the lines of the nearest known edition, if any, are borrowed from it.
    Unknown {
        nearest_edition: Option<&'a str>,
    },
}

/// One document that bears on this case.
#[derive(Clone, Debug)]
pub struct DocumentLine<'a> {
    pub rule: &'a EvidenceRule,
    /// The line is borrowed from another edition's list.
    pub borrowed: bool,
    pub held: bool,
    pub status: DocumentStatus<'a>,
    /// The last acceptance day on which it is valid, where its validity ends.
    pub valid_until: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentStatus<'a> {
    /// Held and valid.
    Present,
    /// Required and not held.
    Missing,
    /// Held, but not valid.
    Invalid(Invalidity<'a>),
    /// The state has it.
    NotDemanded,
    /// Not required here (advised, optional, or of a borrowed list) and not held.
    NotHeld,
    /// Whether it is required, or valid, depends on these facts.
    Undecided { needs: Vec<&'a str> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalidity<'a> {
    ExpiredByDays(i64),
    DatedAfterFiling,
    /// A reason that the catalogue names.
    Named(&'a str),
}

/// A term applied to a case.
#[derive(Clone, Debug)]
pub struct Deadline<'a> {
    pub term: &'a ProcessingTime,
    /// None where no earliest day is known.
    pub earliest: Option<Moment>,
    pub latest: Moment,
    /// The window where the calendar is not official yet; `earliest` and `latest` are then the dates if nothing changes.
    pub horizon: Option<Horizon>,
    /// The milestone that ends it before its own last day.
    pub capped_by: Option<&'a MilestoneRule>,
    /// Every calendar day from filing to the latest ready day, once.
    pub proof: Vec<ProofDay>,
}

/// The ready date as far as it can be known before the calendar is official.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// None where no earliest day is known anyway.
    pub earliest: Option<NaiveDate>,
    pub latest: NaiveDate,
    /// The latest day if nothing of what is open changes it.
    pub if_unchanged: NaiveDate,
}

/// What the dates of an answer leave open: none of them is a plain date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotYetOfficial {
    /// The last day for which the calendar is official.
    pub official_to: NaiveDate,
    /// At least one thing.
    pub open: Vec<Open>,
}

/// Something that is not settled yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Orders on moved rest days are issued year by year; those of this year are not out.
    OrdersNotIssued,
    /// A single working day beside a holiday, of the kind that orders make a day off.
    Bridge { date: NaiveDate },
    /// Kurban Ait is reckoned or announced for this day, not confirmed: it may be a day earlier or later.
    KurbanAit { date: NaiveDate },
}

impl<'a> Verdict<'a> {
    /// Whether nothing is taken in: sent elsewhere, on a wrong day, or without the right. Then no count promises a day.
    pub fn is_turned_away(&self) -> bool {
        let elsewhere = [Acceptance::NoEditionKnown, Acceptance::RedirectArchive];
        let untimely = [Acceptance::RefuseOutsideWindow, Acceptance::RefuseDeadlinePassed];
        let refused = self.acceptance.is_some_and(|desk| elsewhere.contains(&desk) || untimely.contains(&desk));
        refused || self.eligible.is_false()
    }

    /// Whether a document is missing or not valid: then nobody can say that the package is accepted.
    pub fn lacks_a_document(&self) -> bool {
        self.documents.missing().next().is_some()
    }

    /// Whether nobody can say that the package is complete: it lacks a document, or its list is not known for sure.
    pub fn may_be_incomplete(&self) -> bool {
        self.lacks_a_document() || self.documents.unconfirmed || self.documents.standing != ListStanding::Stated
    }

    /// Whether nobody can say that the person has the right: a fact is open, or no source says who has it.
    pub fn leaves_right_open(&self) -> bool {
        match self.eligible {
            Truth::True => !self.edition.is_some_and(Edition::states_who_has_the_right),
            Truth::False => false,
            Truth::Unknown { .. } => true,
        }
    }

    /// Whether it is turned away for its day, and nothing else speaks against the person.
    pub fn is_only_untimely(&self) -> bool {
        let is_of_time =
            |finding: &Finding| matches!(finding.rule, Rule::Requirement(rule) if rule.kind != RequirementKind::Right);
        let mut against = self.against().peekable();
        against.peek().is_some() && against.all(is_of_time)
    }

    /// What surely speaks against the person.
    pub fn against(&self) -> impl Iterator<Item = &Finding<'a>> {
        self.findings.iter().filter(|finding| finding.is_against())
    }

    /// What a plain no rests on, whatever the way, the day and the documents: that the edition is in force, and the rules
    /// that speak against the person.
    pub fn grounds_of_no(&self) -> Vec<&'a Source> {
        let in_force = self.edition.map(|edition| &edition.in_force.source);
        in_force.into_iter().chain(self.against().map(Finding::source)).collect()
    }

    /// The first and the last of the days on which the working calendar bears; none if there is no date in the answer.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let filed = self.intake.taken_in_at.map(|_| self.intake.filed_at.date());
        let mut days: Vec<NaiveDate> = filed.into_iter().chain(self.intake.day_zero()).collect();
        if let Some(deadline) = &self.deadline {
            days.push(deadline.latest.date());
            days.extend(deadline.horizon.map(|horizon| horizon.latest));
        }
        days.extend(self.milestones.iter().map(|milestone| milestone.date));
        days.extend([self.alt_inclusive, self.alt_after_hours_rule, self.alt_other_week].into_iter().flatten());
        days.iter().min().copied().zip(days.iter().max().copied())
    }
}

/// A day, or a minute of a day where the term is in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Day(NaiveDate),
    Minute(NaiveDateTime),
}

impl Moment {
    pub fn date(self) -> NaiveDate {
        match self {
            Moment::Day(date) => date,
            Moment::Minute(at) => at.date(),
        }
    }
}

/// The ready date as a window; both ends are equal where the term is one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    pub earliest: Option<Moment>,
    pub latest: Moment,
}

/// One calendar day of the proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProofDay {
    pub date: NaiveDate,
    pub part: DayPart,
    /// Why the day is worked or not, in the office's week.
    pub status: DayStatus,
}

/// What a day does in the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Filed, but the desk takes the case in later.
    Waiting,
    /// Day 0.
    Accepted,
    /// The nth day of the term.
    Counted { number: u16 },
    /// Passed over by a count of working days.
    NotCounted,
    /// After the term's last day: not worked, so the end moves on.
    RolledOver,
    /// The first worked day after the term's last day: the end moved here.
    RolledTo,
}

/// A dated event beside the ready date.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    pub rule: &'a MilestoneRule,
    pub date: NaiveDate,
}

/// The nearest way to a yes.
#[derive(Clone, Debug)]
pub struct Alternative<'a> {
    pub facts: Vec<(&'a str, FactValue)>,
    /// The last day on which it works.
    pub until: Option<NaiveDate>,
}

/// A caution that follows from the case itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The edition is not in force on the acceptance day: the answer is a reference.
    EditionNotInForce,
    /// Between the earliest possible day and an unknown publication day.
    EditionUncertain,
    /// The edition binds only in a territory, and the person's is not known.
    TerritoryUnknown,
    /// The edition does not offer this channel.
    ChannelNotOffered,
    /// The calendar does not cover the days that the answer needs.
    OutsideCalendar { first: NaiveDate, last: NaiveDate },
    /// A date of the answer lies past the last official year.
    NotYetOfficial { official_to: NaiveDate },
    /// Kurban Ait lies on the way to a date of the answer and is not confirmed.
    KurbanAitUnconfirmed { date: NaiveDate },
    /// The calendar is not the one of today but that of a day chosen by the case.
    AsKnownOn { day: NaiveDate },
    /// The hearing notice would be due before acceptance.
    HearingCannotFit,
}

impl Caution {
    /// Whether it touches the ready day alone, and so belongs into the sentence that names the day.
    pub fn is_of_the_day(self) -> bool {
        matches!(self, Caution::NotYetOfficial { .. } | Caution::KurbanAitUnconfirmed { .. })
    }
}
