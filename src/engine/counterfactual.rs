//! What would follow from one more document, and the nearest way to a yes.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::calendar::Calendar;
use super::case::{Case, FactValue};
use super::catalogue::{Catalogue, Demand, FactKind, FactType};
use super::condition::Condition;
use super::judge;
use super::verdict::{Alternative, DocumentStatus, Invalidity, Verdict};

/// For each document that is not held and would change the answer: the answer with it.
pub fn with_one_more_document<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    verdict: &Verdict<'a>,
) -> Vec<(&'a str, Box<Verdict<'a>>)> {
    let would_help = verdict
        .documents
        .lines
        .iter()
        .filter(|line| !line.held && (line.is_missing() || line.rule.demand == Demand::Optional));
    let ids = would_help.map(|line| line.rule.evidence.as_str());
    ids.map(|id| {
        let mut with = case.clone();
        with.documents_present.insert(id.to_owned());
        (id, Box::new(judge(catalogue, calendar, &with)))
    })
    .filter(|(_, with)| outcome(with) != outcome(verdict))
    .collect()
}

/// What counts as another answer.
fn outcome<'v>(verdict: &'v Verdict) -> impl PartialEq + use<'v> {
    (
        &verdict.eligible,
        verdict.acceptance,
        verdict.ready,
        verdict.fast_track,
        verdict.documents.missing().collect::<Vec<_>>(),
    )
}

/// The one fact within the person's reach whose other value turns a no into a yes, or a slow yes into a fast one.
///
/// Documents apart: those that open the faster way are taken as brought.
pub fn nearest_yes<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    verdict: &Verdict<'a>,
) -> Option<Alternative<'a>> {
    if verdict.edition.is_none() || is_best(verdict) {
        return None;
    }
    for (id, said) in case.facts.iter() {
        let Some(fact) = catalogue.vocabulary.fact(id).filter(|fact| fact.within_reach) else { continue };
        for other in values(fact).into_iter().filter(|value| value != said) {
            let mut with = case.clone();
            with.facts.insert(fact.id.to_string(), other.clone());
            let rules = verdict.channel.iter().flat_map(|channel| &channel.evidence.rules);
            let brought = rules.filter(|rule| rule.demand == Demand::Optional).map(|rule| rule.evidence.to_string());
            with.documents_present.extend(brought);
            let then = judge(catalogue, calendar, &with);
            if is_best(&then) || !is_yes(verdict) && is_yes(&then) {
                let until = last_day_of(catalogue, calendar, &with, &then);
                return Some(Alternative { facts: vec![(&fact.id, other)], until });
            }
        }
    }
    None
}

/// Every value of a fact with finitely many.
pub fn values(fact: &FactType) -> Vec<FactValue> {
    match fact.kind {
        FactKind::Boolean => vec![FactValue::Bool(true), FactValue::Bool(false)],
        FactKind::Word => fact.values.iter().map(|value| FactValue::Word(value.id.as_str().into())).collect(),
        FactKind::Date | FactKind::Moment => Vec::new(),
    }
}

/// Entitled, no ground of refusal, and no document that these facts make useless.
fn is_yes(verdict: &Verdict) -> bool {
    let useless = |status: &DocumentStatus| matches!(status, DocumentStatus::Invalid(Invalidity::Named(_)));
    verdict.eligible.is_true() && !verdict.documents.lines.iter().any(|line| useless(&line.status))
}

/// A yes, and by the faster of two ways where there are two.
fn is_best(verdict: &Verdict) -> bool {
    is_yes(verdict) && verdict.fast_track != Some(false)
}

/// The last day of filing on which a changed case still has its answer: the end of a window, or a milestone, after
/// which it has not.
fn last_day_of(catalogue: &Catalogue, calendar: &Calendar, case: &Case, then: &Verdict) -> Option<NaiveDate> {
    let day_zero = then.intake.day_zero()?;
    let mut ends: Vec<_> = then.milestones.iter().map(|milestone| milestone.date).collect();
    for requirement in then.edition.iter().flat_map(|edition| &edition.requirements) {
        window_ends(&requirement.holds_when, day_zero, &mut ends);
    }
    let on = |day: NaiveDate| {
        let mut later = case.clone();
        // From midnight on, so that the day counts if its desk opens at all.
        later.accepted_at = day.and_time(NaiveTime::MIN);
        let later = judge(catalogue, calendar, &later);
        is_yes(&later) && later.fast_track == then.fast_track
    };
    let is_last = |end: &NaiveDate| day_zero <= *end && on(*end) && end.succ_opt().is_some_and(|after| !on(after));
    ends.into_iter().filter(is_last).min()
}

/// The ends of the windows that a condition names, in the year of the day.
fn window_ends(condition: &Condition, day: NaiveDate, ends: &mut Vec<NaiveDate>) {
    match condition {
        Condition::FiledBetween(_, last) => ends.extend(last.in_year(day.year())),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| window_ends(part, day, ends)),
        Condition::Not(part) => window_ends(part, day, ends),
        _ => {}
    }
}
