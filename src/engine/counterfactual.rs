//! What would follow from one more document, the nearest way to a yes, and every smallest change that leads to one.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::bearing;
use super::calendar::Calendar;
use super::case::{Case, FactValue};
use super::catalogue::{Catalogue, Demand, Edition, FactKind, FactType, Validity};
use super::condition::{Circumstances, Condition};
use super::eligibility;
use super::judge;
use super::told::put;
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

/// The last day of acceptance on which a changed case still has its answer: the end of a window, or a milestone, after
/// which it has not.
fn last_day_of(catalogue: &Catalogue, calendar: &Calendar, case: &Case, then: &Verdict) -> Option<NaiveDate> {
    let day_zero = then.intake.day_zero()?;
    let mut turns: Vec<_> = then.milestones.iter().filter_map(|milestone| milestone.date.succ_opt()).collect();
    for requirement in then.edition.iter().flat_map(|edition| &edition.requirements) {
        window_turns(&requirement.holds_when, day_zero, &mut turns);
    }
    last_day(turns, day_zero, &|day| {
        let later = judge(catalogue, calendar, &filed_on(case, day));
        (is_yes(&later) && later.fast_track == then.fast_track).then_some(later.intake.day_zero()?)
    })
}

/// The case filed on a day, from midnight on: the day counts if its desk opens at all.
fn filed_on(case: &Case, day: NaiveDate) -> Case {
    Case { accepted_at: day.and_time(NaiveTime::MIN), ..case.clone() }
}

fn in_order(days: Vec<NaiveDate>) -> Vec<NaiveDate> {
    let mut in_order = Vec::new();
    for day in days {
        put(&mut in_order, day, |other| day < *other);
    }
    in_order
}

/// The last day of acceptance before the first turn, after `from`, that takes the answer away; none if none does.
///
/// `accepted` is the day of acceptance of a filing on a day, if it still has the answer.
fn last_day(
    turns: Vec<NaiveDate>,
    from: NaiveDate,
    accepted: &dyn Fn(NaiveDate) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let mut day = in_order(turns).into_iter().find(|turn| from < *turn && accepted(*turn).is_none())?;
    // Back over days on which the desk is closed.
    while from < day {
        day = day.pred_opt()?;
        if accepted(day) == Some(day) {
            break;
        }
    }
    Some(day)
}

/// The first day, and the first day after, of each window that a condition names, in the year of the day and the next.
fn window_turns(condition: &Condition, day: NaiveDate, turns: &mut Vec<NaiveDate>) {
    condition.leaves(&mut |leaf| match leaf {
        Condition::FiledBetween(first, last) => {
            for year in [day.year(), day.year() + 1] {
                turns.extend(first.in_year(year));
                turns.extend(last.in_year(year).and_then(|last| last.succ_opt()));
            }
        }
        Condition::FiledFrom(first) => turns.push(*first),
        _ => {}
    });
}

/// How near a change is to the person, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The person can bring it about: do it, choose it, or wait for the day.
    Within,
    /// Some of it was not told yet, and may already be so.
    Untold,
    /// Some of it was told, and is not for the person to change: it would be a yes for somebody else.
    Beyond,
}

/// A smallest change that turns a no, or an answer that cannot be decided, into a yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// Empty if only the day changes.
    pub facts: Vec<(&'a str, FactValue)>,
    pub reach: Reach,
    /// The first day of acceptance that gives the yes, if the planned one is too early.
    pub from: Option<NaiveDate>,
    /// The last day of acceptance that gives it, if it ends.
    pub until: Option<NaiveDate>,
    /// From when on the edition that the case names is surely no more: by then nobody gives anything by its rules.
    pub edition_ends: Option<NaiveDate>,
}

/// More changes at once than these are not looked for: nobody acts on them.
const MOST: usize = 5;

/// All the smallest changes that give a yes, those within reach first; none if the answer is a yes already.
///
/// A yes: the person has the right, need not go elsewhere, and no fact makes a document useless. Documents themselves
/// are the matter of [`fixes`](super::fixes). What may change is finite: booleans, words, and the day, which can only
/// be later (a window that opens, an edition that starts). Of two sets one of which holds the other, only the smaller
/// is given.
///
/// ```
/// use merzim::{content, engine::{case::WrittenCase, counterfactual::{self, Reach}}};
/// let content = content::shipped();
/// let case = serde_json::json!({ "service": "tve-admission", "edition": "almaty-oblast-425-2019",
///     "channel": "provider_office", "accepted_at": "2024-09-02T10:00",
///     "facts": { "college_region": "almaty_oblast", "study_form": "full_time" } });
/// let case = serde_json::from_value::<WrittenCase>(case).unwrap().read(content.catalogue).unwrap();
/// let changes = counterfactual::changes(content.catalogue, &content.calendar, &case);
/// let day = |text: &str| Some(text.parse().unwrap());
/// let [extramural, wait] = &changes[..] else { panic!("two ways") };
/// assert_eq!((extramural.facts[0].0, extramural.until), ("study_form", day("2024-09-20")));
/// assert!(wait.facts.is_empty() && wait.reach == Reach::Within);
/// assert_eq!((wait.from, wait.until), (day("2025-06-20"), day("2025-08-20")));
/// ```
pub fn changes<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Vec<Change<'a>> {
    let calendar = super::as_known(calendar, case);
    let mut search = Search { catalogue, calendar: &calendar, case, facts: Vec::new(), found: Vec::new() };
    let Some(service) = catalogue.service(&case.service) else { return Vec::new() };
    if search.accepted(case).is_some() {
        return Vec::new();
    }
    let mut named = Vec::new();
    for edition in search.editions() {
        named.extend(edition.territory.as_ref().map(|territory| territory.fact.as_str()));
        bearing::deciding(edition, &mut |condition| condition.facts(&mut named));
    }
    // In the order in which the rules name them.
    super::dedup(&mut named);
    let facts = named.iter().filter_map(|id| catalogue.vocabulary.fact(id));
    search.facts = facts.map(|fact| (fact, bearing::options(service, fact, true))).collect();
    for size in 1..=MOST {
        search.sets(case, 0, size, &mut Vec::new());
    }
    search.found
}

/// The search for the smallest changes, by size.
struct Search<'a, 's> {
    catalogue: &'a Catalogue,
    calendar: &'s Calendar,
    case: &'s Case,
    /// What may change, and to what.
    facts: Vec<(&'a FactType, Vec<FactValue>)>,
    found: Vec<Change<'a>>,
}

impl<'a> Search<'a, '_> {
    /// Tries every set of `left` more changes of the facts from the nth on, the day being one of them or not.
    fn sets(&mut self, with: &Case, nth: usize, left: usize, chosen: &mut Vec<(&'a str, FactValue)>) {
        if left == 0 {
            return self.look(with, chosen, false);
        }
        for place in nth..self.facts.len() {
            let Some((fact, values)) = self.facts.get(place) else { break };
            let (fact, said) = (*fact, self.case.fact(&fact.id));
            for value in values.iter().filter(|value| said != Some(value)).cloned().collect::<Vec<_>>() {
                let mut with = with.clone();
                with.facts.insert(fact.id.to_string(), value.clone());
                chosen.push((fact.id.as_str(), value));
                if !self.is_found(chosen, false) {
                    self.sets(&with, place + 1, left - 1, chosen);
                }
                chosen.pop();
            }
        }
        if left == 1 {
            self.look(with, chosen, true);
        }
    }

    /// Whether a change that was found is a part of this one.
    fn is_found(&self, facts: &[(&'a str, FactValue)], waits: bool) -> bool {
        let part =
            |change: &Change| (waits || change.from.is_none()) && change.facts.iter().all(|fact| facts.contains(fact));
        self.found.iter().any(part)
    }

    /// Keeps the change if it gives a yes: on the planned day, or if it `waits`, on a later one.
    fn look(&mut self, with: &Case, chosen: &[(&'a str, FactValue)], waits: bool) {
        if self.is_found(chosen, waits) {
            return;
        }
        let turns = if waits { self.turns(with) } else { Vec::new() };
        let planned = with.accepted_at.date();
        let first = match waits {
            true => turns.iter().filter(|turn| planned < **turn).find_map(|turn| self.accepted(&filed_on(with, *turn))),
            false => self.accepted(with),
        };
        let Some(first) = first else { return };
        let until = last_day(self.turns(&filed_on(with, first)), first, &|day| self.accepted(&filed_on(with, day)));
        let reach = |(id, _): &(&str, FactValue)| {
            let fact = self.catalogue.vocabulary.fact(id);
            match (self.case.fact(id), fact.is_some_and(|fact| fact.within_reach)) {
                (None, _) => Reach::Untold,
                (Some(_), true) => Reach::Within,
                (Some(_), false) => Reach::Beyond,
            }
        };
        let reach = chosen.iter().map(reach).max().unwrap_or(Reach::Within);
        let named = self.editions().filter(|_| self.case.edition.is_some());
        let edition_ends = named.filter_map(|edition| edition.in_force.surely_ended).next();
        let from = waits.then_some(first);
        let change = Change { facts: chosen.to_vec(), reach, from, until, edition_ends };
        put(&mut self.found, change, |other| reach < other.reach);
    }

    /// The day of acceptance, if the case has a yes then.
    fn accepted(&self, case: &Case) -> Option<NaiveDate> {
        let mut accepted = None;
        bearing::stand(self.catalogue, self.calendar, case, &mut |standing| {
            let situation = &standing.situation;
            let findings = eligibility::judge(standing.edition, situation);
            let useless = standing.channel.evidence.rules.iter().any(|rule| match &rule.validity {
                Some(Validity::NotWhen { condition, .. }) => {
                    condition.judge(situation).is_true() && !rule.when.judge(situation).is_false()
                }
                _ => false,
            });
            if findings.eligible.is_true() && !findings.redirected && !useless {
                accepted = situation.day_zero;
            }
        });
        accepted
    }

    /// The editions that may govern: the one that the case names, or all of the service.
    fn editions(&self) -> impl Iterator<Item = &'a Edition> + use<'a, '_> {
        let service = self.catalogue.service(&self.case.service);
        let named = self.case.edition.as_ref();
        let editions = service.into_iter().flat_map(|service| service.editions.iter());
        editions.filter(move |edition| named.is_none_or(|id| edition.id == *id))
    }

    /// The days on which the answer may turn, in order: windows, editions, and milestones that must not be passed.
    fn turns(&self, case: &Case) -> Vec<NaiveDate> {
        let (day, mut turns) = (case.accepted_at.date(), Vec::new());
        for edition in self.editions() {
            bearing::deciding(edition, &mut |condition| window_turns(condition, day, &mut turns));
            if self.case.edition.is_none() {
                turns.extend([Some(edition.in_force.not_before), edition.in_force.surely_ended].into_iter().flatten());
            }
        }
        bearing::stand(self.catalogue, self.calendar, case, &mut |standing| {
            bearing::deciding(standing.edition, &mut |condition| {
                condition.leaves(&mut |leaf| {
                    if let Condition::FiledBy(id) = leaf
                        && let Ok(last) = standing.situation.milestone(id)
                    {
                        turns.extend(last.succ_opt());
                    }
                });
            });
        });
        turns.retain(|turn| *turn <= self.calendar.last_day());
        in_order(turns)
    }
}
