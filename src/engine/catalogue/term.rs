//! The term, the days that follow from it, and the steps within it.

use serde::{Deserialize, Serialize};

use super::{Known, Source};
use crate::baked::{List, Str};
use crate::engine::calendar::WorkWeek;
use crate::engine::condition::Condition;
use crate::lang::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcceptanceDay {
    NotIncluded,
}

/// A term: its legs one after the other, then the roll.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessingTime {
    pub id: Str,
    #[serde(default)]
    pub when: Condition,
    pub legs: List<Leg>,
    /// The slower term of which this one is the fast track.
    pub fast_track_of: Option<Str>,
    /// A milestone the result may not come after.
    pub not_after: Option<Str>,
    /// When this holds the earliest day is unknown.
    pub no_earliest_when: Option<Condition>,
    pub gives: Gives,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    Result,
    /// A notice that the result can be collected, and where.
    NoticeOfReadiness,
}

/// One stretch of a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// What happens in it; null where the term is one whole.
    pub name: Option<Text>,
    pub duration: Duration,
    pub source: Source,
}

/// So many units; `at_least` and `at_most` differ where the text gives a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    pub at_least: u16,
    pub at_most: u16,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes while the office is open.
    OfficeMinutes,
    WorkingDays,
    CalendarDays,
    Weeks,
    Months,
}

/// A dated event beside the ready date.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneRule {
    pub id: Str,
    pub kind: MilestoneKind,
    #[serde(default)]
    pub when: Condition,
    pub from: Anchor,
    pub direction: Direction,
    pub count: u16,
    pub unit: Unit,
    pub roll: RollRule,
    /// The week of whoever must act by then, where it is not the issuing office's.
    #[serde(default)]
    pub week: Option<WorkWeek>,
    /// A notice that must go out after acceptance: where its day comes before, the answer says that it cannot fit.
    #[serde(default)]
    pub follows_acceptance: bool,
    pub source: Source,
}

/// What a milestone is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// A day that the person or the term must keep.
    Limit,
    Delivery,
    /// Takes place only if a ground for refusal is found.
    Hearing,
    Decision,
    Storage,
    /// Takes place only if the person complains; counted as if on the day it counts from.
    Complaint,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Acceptance,
    /// The last day of the term, whatever comes of it.
    TermEnd,
    Fact(Str),
    Milestone(Str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    After,
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RollRule {
    Forward,
    Backward,
    /// A count of working days ends on one.
    NotNeeded,
}

/// Who does what until when, inside the term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub actor: Str,
    pub action: Text,
    #[serde(default)]
    pub when: Condition,
    pub duration: Known<StepDuration>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepDuration {
    pub at_least: u16,
    pub at_most: u16,
    pub unit: StepUnit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepUnit {
    Minutes,
    Hours,
    WorkingDays,
    CalendarDays,
    Weeks,
    Months,
}
