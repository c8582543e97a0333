//! What would follow from one more document, and the nearest way to a yes.

use chrono::NaiveDate;

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

/// The one fact within the person's reach whose other value turns a no into a yes; documents apart.
pub fn nearest_yes<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    verdict: &Verdict<'a>,
) -> Option<Alternative<'a>> {
    if verdict.edition.is_none() || is_yes(verdict) {
        return None;
    }
    let reachable = catalogue.vocabulary.facts.iter().filter(|fact| fact.within_reach);
    for fact in reachable {
        let Some(said) = case.facts.get(&fact.id) else { continue };
        for other in values(fact).into_iter().filter(|value| value != said) {
            let mut with = case.clone();
            with.facts.insert(fact.id.clone(), other.clone());
            if is_yes(&judge(catalogue, calendar, &with)) {
                let until = last_day_of_yes(catalogue, calendar, &with, verdict);
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
        FactKind::Word => fact.values.iter().map(|value| FactValue::Word(value.id.clone())).collect(),
        FactKind::Date | FactKind::Moment => Vec::new(),
    }
}

/// Entitled, no ground of refusal, and no document that these facts make useless.
fn is_yes(verdict: &Verdict) -> bool {
    let useless = |status: &DocumentStatus| matches!(status, DocumentStatus::Invalid(Invalidity::Named(_)));
    verdict.eligible.is_true() && !verdict.documents.lines.iter().any(|line| useless(&line.status))
}

/// The last day of a window of the requirements after which the yes is a no again.
fn last_day_of_yes(catalogue: &Catalogue, calendar: &Calendar, case: &Case, verdict: &Verdict) -> Option<NaiveDate> {
    let day_zero = verdict.intake.day_zero()?;
    let mut ends = Vec::new();
    for requirement in verdict.edition.iter().flat_map(|edition| &edition.requirements) {
        window_ends(&requirement.holds_when, day_zero, &mut ends);
    }
    ends.sort_unstable();
    let on = |day: NaiveDate| {
        let mut then = case.clone();
        then.accepted_at = day.and_time(case.accepted_at.time());
        is_yes(&judge(catalogue, calendar, &then))
    };
    ends.into_iter().find(|end| day_zero <= *end && end.succ_opt().is_some_and(|after| !on(after)))
}

fn window_ends(condition: &Condition, day: NaiveDate, ends: &mut Vec<NaiveDate>) {
    use chrono::Datelike;
    match condition {
        Condition::FiledBetween(_, last) => ends.extend(last.in_year(day.year())),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| window_ends(part, day, ends)),
        Condition::Not(part) => window_ends(part, day, ends),
        _ => {}
    }
}
