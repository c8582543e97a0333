//! Which edition governs a filing.
//!
//! The edition of the acceptance day governs to the end. The sources give no publication days, so an edition may be
//! [surely](InForceOn::Surely) or only probably in force; and one that binds a single oblast governs only there.

use chrono::NaiveDate;

use super::case::{Case, FactValue};
use super::catalogue::{Edition, InForceOn, PublicService, Territory};
use super::condition::Truth;

/// The edition that governs a filing.
#[derive(Clone, Copy, Debug)]
pub enum Governing<'a> {
    Edition(&'a Edition),
    /// It depends on this fact: where the person's college is.
    Undecided {
        needs: &'a str,
    },
    /// No edition is known for that day and place.
    NoneKnown,
}

/// The newest edition that may be in force on the day and binds where the person is.
pub fn governing<'a>(service: &'a PublicService, case: &Case, day: NaiveDate) -> Governing<'a> {
    for edition in &service.editions {
        if edition.in_force.on(day) == InForceOn::No {
            continue;
        }
        match binds(edition, case) {
            Truth::True => return Governing::Edition(edition),
            Truth::False => {}
            Truth::Unknown { needs } => {
                return needs.first().map_or(Governing::NoneKnown, |needs| Governing::Undecided { needs });
            }
        }
    }
    Governing::NoneKnown
}

/// Whether the edition binds where the person is.
pub fn binds<'a>(edition: &'a Edition, case: &Case) -> Truth<'a> {
    match &edition.territory {
        None => Truth::True,
        Some(Territory { fact, value, .. }) => match case.fact(fact) {
            None => Truth::needs(fact),
            Some(FactValue::Word(place)) => Truth::of(*place == *value),
            Some(_) => Truth::False,
        },
    }
}
