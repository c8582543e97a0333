//! The documents of a channel against what a person holds.
//!
//! A required document is present, missing, or held but not valid; one that the state has is never missing. Where the
//! edition's own list is not among the sources, nothing can be said to be missing: the lines of the nearest known
//! edition are borrowed and only advised. Validity is measured on the acceptance day.

use chrono::{Days, NaiveDate};

use super::bearing;
use super::case::FactValue;
use super::catalogue::{Basis, Demand, EvidenceList, EvidenceRule, PublicService, Validity};
use super::condition::{Circumstances, Truth};
use super::situation::Situation;
use super::verdict::{DocumentLine, DocumentStatus, Documents, Invalidity, ListStanding};

/// Every document that bears on the case, in the order of the list.
pub fn check<'a>(service: &'a PublicService, list: &'a EvidenceList, situation: &Situation<'a, '_>) -> Documents<'a> {
    let rules = bearing::evidence(service, list);
    let lines: Vec<_> = rules.filter_map(|(rule, borrowed)| line(rule, borrowed, situation)).collect();
    let standing = match list.basis {
        Basis::Stated => ListStanding::Stated,
        Basis::AssumedSameAsProvider => ListStanding::AssumedSameAsProvider,
        Basis::NotInSources => {
            ListStanding::Unknown { nearest_edition: list.nearest.as_ref().map(|nearest| nearest.edition.as_str()) }
        }
    };
    let unconfirmed = lines.iter().any(|line| !line.borrowed && line.rule.demand == Demand::Unconfirmed);
    Documents { standing, lines, unconfirmed }
}

/// The document's line, none if it does not bear on this case.
fn line<'a>(rule: &'a EvidenceRule, borrowed: bool, situation: &Situation<'a, '_>) -> Option<DocumentLine<'a>> {
    let held = situation.case.holds(&rule.evidence);
    let validity = validity(rule, situation);
    let demanded = rule.demand == Demand::Required && !borrowed;
    let status = match (rule.when.judge(situation), rule.demand) {
        (Truth::False, _) => return None,
        (Truth::Unknown { .. }, _) if rule.demand != Demand::Required => return None,
        (_, Demand::NotDemanded) => DocumentStatus::NotDemanded,
        // Held and valid, it does not matter whether it is asked for.
        (_, _) if held && validity == Validation::Valid => DocumentStatus::Present,
        (Truth::Unknown { needs }, _) => DocumentStatus::Undecided { needs },
        (Truth::True, _) if !held && demanded => DocumentStatus::Missing,
        (Truth::True, _) if !held => DocumentStatus::NotHeld,
        (Truth::True, _) => match validity {
            Validation::Invalid(why) => DocumentStatus::Invalid(why),
            Validation::Needs(fact) => DocumentStatus::Undecided { needs: fact.into_iter().collect() },
            Validation::Valid => DocumentStatus::Present,
        },
    };
    Some(DocumentLine { rule, borrowed, held, status, valid_until: valid_until(rule, situation) })
}

/// Why the document would not count on the acceptance day if it were held; none if it would, or if that is open.
pub fn invalidity<'a>(rule: &'a EvidenceRule, situation: &Situation<'a, '_>) -> Option<Invalidity<'a>> {
    match validity(rule, situation) {
        Validation::Invalid(why) => Some(why),
        Validation::Valid | Validation::Needs(_) => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Validation<'a> {
    Valid,
    Invalid(Invalidity<'a>),
    /// It depends on this fact, or, with none, on an acceptance day that the calendar cannot give.
    Needs(Option<&'a str>),
}

fn validity<'a>(rule: &'a EvidenceRule, situation: &Situation<'a, '_>) -> Validation<'a> {
    match &rule.validity {
        None => Validation::Valid,
        Some(Validity::NotWhen { condition, reason }) => match condition.judge(situation) {
            Truth::True => Validation::Invalid(Invalidity::Named(reason)),
            Truth::False | Truth::Unknown { .. } => Validation::Valid,
        },
        Some(Validity::MaxAge { fact, days }) => {
            let dated = situation.case.fact(fact).and_then(FactValue::date);
            match (dated, situation.acceptance_day()) {
                (Some(dated), Some(day)) => aged((day - dated).num_days(), (*days).into()),
                (Some(_), None) => Validation::Needs(None),
                (None, _) => Validation::Needs(Some(fact)),
            }
        }
    }
}

fn aged<'a>(age: i64, limit: i64) -> Validation<'a> {
    if age < 0 {
        Validation::Invalid(Invalidity::DatedAfterFiling)
    } else if limit < age {
        Validation::Invalid(Invalidity::ExpiredByDays(age - limit))
    } else {
        Validation::Valid
    }
}

/// The last acceptance day on which the document is valid.
fn valid_until(rule: &EvidenceRule, situation: &Situation) -> Option<NaiveDate> {
    let Some(Validity::MaxAge { fact, days }) = &rule.validity else { return None };
    let dated = situation.case.fact(fact).and_then(FactValue::date)?;
    dated.checked_add_days(Days::new((*days).into()))
}

impl<'a> Documents<'a> {
    /// The ids still needed: missing, or held but not valid. Borrowed lines never count.
    pub fn missing(&self) -> impl Iterator<Item = &'a str> {
        self.lines.iter().filter(|line| line.is_missing()).map(|line| line.rule.evidence.as_str())
    }

    /// The facts on which it depends whether something is missing.
    pub fn undecided(&self) -> impl Iterator<Item = &'a str> {
        let undecided = self.lines.iter().filter(|line| !line.borrowed).filter_map(|line| match &line.status {
            DocumentStatus::Undecided { needs } => Some(needs),
            _ => None,
        });
        undecided.flatten().copied()
    }

    /// What to bring: required, held or not, and not among what the state has.
    pub fn to_bring(&self) -> impl Iterator<Item = &DocumentLine<'a>> {
        self.lines.iter().filter(|line| line.rule.demand == Demand::Required && !line.borrowed)
    }

    /// The ids not listed for this situation that a prudent person brings, and does not hold yet.
    pub fn bring_also(&self) -> impl Iterator<Item = &'a str> {
        let advised = |line: &&DocumentLine| {
            let demand = line.rule.demand;
            let named = line.borrowed || matches!(demand, Demand::Advised | Demand::Unconfirmed);
            named && matches!(line.status, DocumentStatus::NotHeld | DocumentStatus::Invalid(_))
        };
        self.lines.iter().filter(advised).map(|line| line.rule.evidence.as_str())
    }
}

impl DocumentLine<'_> {
    /// Whether the package is incomplete for want of this document.
    pub fn is_missing(&self) -> bool {
        let lacking = matches!(self.status, DocumentStatus::Missing | DocumentStatus::Invalid(_));
        lacking && !self.borrowed && self.rule.demand == Demand::Required
    }
}
