//! Conditions over a case, and truth with three values.
//!
//! A fact that is absent is unknown, never false. So a [`Condition`] is true, false, or unknown for want of named
//! facts; `all` is false as soon as one part is, `any` true as soon as one part is, whatever else is unknown (Kleene's
//! strong logic). The facts that an unknown answer names are the next questions to ask.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::MonthDay;
use super::case::{Case, FactValue};
use crate::baked::{Baked, List, Str};

/// What the law's "if" may say. The set is closed: a rule that it cannot say needs a new variant, not a string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    #[default]
    Always,
    /// The fact has one of these values.
    Is {
        fact: Str,
        r#in: List<FactValue>,
    },
    /// The document is among those held.
    Has(Str),
    /// The acceptance day lies between two days of its year, both included.
    FiledBetween(MonthDay, MonthDay),
    /// The acceptance day is this day or later.
    FiledFrom(NaiveDate),
    /// The acceptance day is the date that the fact holds, or later.
    FiledSince(Str),
    /// The acceptance day is not after this milestone.
    FiledBy(Str),
    /// The date that the fact holds is after this milestone.
    FactAfter {
        fact: Str,
        milestone: Str,
    },
    All(List<Condition>),
    Any(List<Condition>),
    Not(Baked<Condition>),
}

/// True, false, or unknown for want of these facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth<'a> {
    True,
    False,
    Unknown { needs: Vec<&'a str> },
}

impl<'a> Truth<'a> {
    pub fn of(value: bool) -> Truth<'a> {
        if value { Truth::True } else { Truth::False }
    }

    /// Unknown for want of one fact.
    pub fn needs(fact: &'a str) -> Truth<'a> {
        Truth::Unknown { needs: vec![fact] }
    }

    pub fn is_true(&self) -> bool {
        *self == Truth::True
    }

    pub fn is_false(&self) -> bool {
        *self == Truth::False
    }

    /// Both hold.
    pub fn and(self, other: Truth<'a>) -> Truth<'a> {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, rest) | (rest, Truth::True) => rest,
            (Truth::Unknown { needs }, Truth::Unknown { needs: more }) => Truth::Unknown { needs: joined(needs, more) },
        }
    }

    /// At least one holds.
    pub fn or(self, other: Truth<'a>) -> Truth<'a> {
        self.negated().and(other.negated()).negated()
    }

    /// The opposite; unknown stays unknown.
    pub fn negated(self) -> Truth<'a> {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            unknown => unknown,
        }
    }
}

fn joined<'a>(mut needs: Vec<&'a str>, more: Vec<&'a str>) -> Vec<&'a str> {
    for fact in more {
        if !needs.contains(&fact) {
            needs.push(fact);
        }
    }
    needs
}

/// What a condition is judged against: the case, the acceptance day and the milestones that are known so far.
pub trait Circumstances<'a> {
    fn case(&self) -> &Case;
    /// Day 0; none while the calendar cannot give it.
    fn acceptance_day(&self) -> Option<NaiveDate>;
    /// The milestone's date, or the facts it lacks.
    fn milestone(&self, id: &'a str) -> Result<NaiveDate, Vec<&'a str>>;
}

impl Condition {
    /// Whether the condition holds. Total: what cannot be known is [`Truth::Unknown`].
    pub fn judge<'a>(&'a self, of: &impl Circumstances<'a>) -> Truth<'a> {
        let unknown_day = Truth::Unknown { needs: Vec::new() };
        match self {
            Condition::Always => Truth::True,
            Condition::Is { fact, r#in } => match of.case().fact(fact) {
                None => Truth::needs(fact),
                Some(value) => Truth::of(r#in.contains(value)),
            },
            Condition::Has(document) => Truth::of(of.case().holds(document)),
            Condition::FiledBetween(first, last) => of.acceptance_day().map_or(unknown_day, |day| {
                let reached = first.in_year(day.year()).is_some_and(|first| first <= day);
                Truth::of(reached && last.in_year(day.year()).is_some_and(|last| day <= last))
            }),
            Condition::FiledFrom(first) => of.acceptance_day().map_or(unknown_day, |day| Truth::of(*first <= day)),
            Condition::FiledSince(fact) => {
                match (of.acceptance_day(), of.case().fact(fact).and_then(FactValue::date)) {
                    (_, None) => Truth::needs(fact),
                    (Some(day), Some(first)) => Truth::of(first <= day),
                    (None, Some(_)) => unknown_day,
                }
            }
            Condition::FiledBy(milestone) => match (of.acceptance_day(), of.milestone(milestone)) {
                (Some(day), Ok(last)) => Truth::of(day <= last),
                (_, Err(needs)) => Truth::Unknown { needs },
                (None, Ok(_)) => unknown_day,
            },
            Condition::FactAfter { fact, milestone } => {
                match (of.case().fact(fact).and_then(FactValue::date), of.milestone(milestone)) {
                    (None, _) => Truth::needs(fact),
                    (_, Err(needs)) => Truth::Unknown { needs },
                    (Some(date), Ok(milestone)) => Truth::of(milestone < date),
                }
            }
            Condition::All(parts) => parts.iter().fold(Truth::True, |truth, part| truth.and(part.judge(of))),
            Condition::Any(parts) => parts.iter().fold(Truth::False, |truth, part| truth.or(part.judge(of))),
            Condition::Not(part) => part.judge(of).negated(),
        }
    }

    /// Adds every fact that the condition names, in order.
    pub fn facts<'a>(&'a self, into: &mut Vec<&'a str>) {
        self.leaves(&mut |leaf| match leaf {
            Condition::Is { fact, .. } | Condition::FactAfter { fact, .. } | Condition::FiledSince(fact) => {
                into.push(fact)
            }
            _ => {}
        });
    }

    /// Calls `visit` with every part that is not made of parts, in order.
    pub fn leaves<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| part.leaves(visit)),
            Condition::Not(part) => part.leaves(visit),
            leaf => visit(leaf),
        }
    }
}
