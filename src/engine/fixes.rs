//! The shortest way to a complete package: which documents to add, and which to bring anew.
//!
//! The edition's own list counts, not a borrowed one: what may not be called missing needs no fix. What is ticked is
//! not always valid: an extract that will be too old on the acceptance day is not mended by a tick, only by a newer
//! one. Where it depends on facts that are not told which documents are asked for, each of their answers is tried.

use chrono::{Days, NaiveDate};

use super::bearing;
use super::calendar::Calendar;
use super::case::{Case, FactValue};
use super::catalogue::{Catalogue, Demand, EvidenceRule, FactType, Validity};
use super::completeness;
use super::situation::Situation;
use super::verdict::{DocumentLine, DocumentStatus, Invalidity, Verdict};

/// A set of documents that completes the package, and no longer does if one of them is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix<'a> {
    /// The facts, not told yet, that must have one of these values for it. Empty in the only fix: it always completes.
    /// Empty beside others: it completes in every other case.
    pub when: Vec<(&'a str, Vec<FactValue>)>,
    pub documents: Vec<Wanted<'a>>,
}

/// A document to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    pub evidence: &'a str,
    /// Why the one that is held, or whose date was told, cannot count: another one is needed.
    pub instead_of: Option<Invalidity<'a>>,
    /// The first day that its date may be, so that it is valid on the acceptance day.
    pub dated_from: Option<NaiveDate>,
}

/// More answers than these are not tried: a document that may be asked for is then wanted in any case.
const MOST_WORLDS: usize = 256;

/// All the minimal sets of documents that complete the package; none if it lacks nothing, or has no list to lack from.
///
/// ```
/// use merzim::{content, engine::{assess, case::WrittenCase, fixes}};
/// let content = content::shipped();
/// let fixes = |facts| {
///     let case = serde_json::json!({ "service": "tve-diploma-duplicate", "edition": "standard-2015",
///         "channel": "state_corporation", "accepted_at": "2016-10-14T10:00", "facts": facts });
///     let case = serde_json::from_value::<WrittenCase>(case).unwrap().read(content.catalogue).unwrap();
///     let verdict = assess(content.catalogue, &content.calendar, &case);
///     let fixes = fixes::all(content.catalogue, &content.calendar, &case, &verdict);
///     let wanted = fixes.iter().map(|fix| fix.documents.iter().map(|one| one.evidence).collect::<Vec<_>>().join("+"));
///     wanted.collect::<Vec<_>>().join(" or ")
/// };
/// assert_eq!(fixes(serde_json::json!({ "reason": "damaged" })), "application+damaged_original");
/// let by_reason = "application+newspaper_extract or application+damaged_original or application";
/// assert_eq!(fixes(serde_json::json!({})), by_reason, "lost, damaged or unfit, and the other reasons");
/// ```
pub fn all<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case, verdict: &Verdict<'a>) -> Vec<Fix<'a>> {
    let calendar = super::as_known(calendar, case);
    let open = verdict.documents.lines.iter().filter(|line| is_own(line)).filter_map(|line| match &line.status {
        DocumentStatus::Undecided { needs } => Some(needs),
        _ => None,
    });
    let mut worlds = vec![Vec::new()];
    for id in open.flatten() {
        let fact = catalogue.vocabulary.fact(id);
        let (Some(fact), Some(service)) = (fact, verdict.service) else { continue };
        let answers = bearing::options(service, fact, false);
        let told = worlds.first().is_some_and(|world: &World| world.iter().any(|(known, _)| known.id == *id));
        if !told && !answers.is_empty() && worlds.len() * answers.len() <= MOST_WORLDS {
            worlds = worlds.iter().flat_map(|world| answers.iter().map(|answer| with(world, fact, answer))).collect();
        }
    }
    let mut fixes: Vec<(Vec<Wanted>, Vec<World>)> = Vec::new();
    for world in worlds {
        let mut told = case.clone();
        told.facts.extend(world.iter().map(|(fact, answer)| (fact.id.to_string(), answer.clone())));
        let documents = wanted(catalogue, &calendar, &told);
        match fixes.iter_mut().find(|(known, _)| *known == documents) {
            Some((_, worlds)) => worlds.push(world),
            None => fixes.push((documents, vec![world])),
        }
    }
    let alone = fixes.len() == 1;
    let fixes = fixes.into_iter().filter(|(documents, _)| !documents.is_empty());
    let fix = |(documents, worlds): (_, Vec<World<'a>>)| Fix {
        when: if alone { Vec::new() } else { common(&worlds) },
        documents,
    };
    fixes.map(fix).collect()
}

/// Answers to facts that are not told.
type World<'a> = Vec<(&'a FactType, FactValue)>;

fn with<'a>(world: &World<'a>, fact: &'a FactType, answer: &FactValue) -> World<'a> {
    world.iter().cloned().chain([(fact, answer.clone())]).collect()
}

/// The values of each fact in these worlds, if together they say neither more nor less than the worlds.
fn common<'a>(worlds: &[World<'a>]) -> Vec<(&'a str, Vec<FactValue>)> {
    let mut when: Vec<(&str, Vec<FactValue>)> = Vec::new();
    for (fact, answer) in worlds.iter().flatten() {
        match when.iter_mut().find(|(known, _)| *known == fact.id.as_str()) {
            Some((_, answers)) if answers.contains(answer) => {}
            Some((_, answers)) => answers.push(answer.clone()),
            None => when.push((fact.id.as_str(), vec![answer.clone()])),
        }
    }
    let said: usize = when.iter().map(|(_, answers)| answers.len()).product();
    if said == worlds.len() { when } else { Vec::new() }
}

fn is_own(line: &DocumentLine) -> bool {
    !line.borrowed && line.rule.demand == Demand::Required
}

/// The documents without which the case's package is not complete, or not surely.
fn wanted<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Vec<Wanted<'a>> {
    let mut wanted = Vec::new();
    bearing::stand(catalogue, calendar, case, &mut |standing| {
        let documents = completeness::check(standing.service, &standing.channel.evidence, &standing.situation);
        let lacking = |line: &&DocumentLine| {
            let open = matches!(line.status, DocumentStatus::Undecided { .. });
            is_own(line) && (open || line.is_missing())
        };
        wanted = documents.lines.iter().filter(lacking).map(|line| want(line.rule, &standing.situation)).collect();
    });
    wanted
}

fn want<'a>(rule: &'a EvidenceRule, situation: &Situation<'a, '_>) -> Wanted<'a> {
    let instead_of = completeness::invalidity(rule, situation);
    Wanted { evidence: rule.evidence.as_str(), instead_of, dated_from: dated_from(rule, situation.day_zero) }
}

/// The first day that the document's date may be, so that it is valid on the acceptance day.
pub fn dated_from(rule: &EvidenceRule, day_zero: Option<NaiveDate>) -> Option<NaiveDate> {
    match &rule.validity {
        Some(Validity::MaxAge { days, .. }) => day_zero?.checked_sub_days(Days::new((*days).into())),
        _ => None,
    }
}
