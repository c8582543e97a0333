//! Which questions still matter.
//!
//! A question matters if some answer to it can still change the verdict, whatever else is told: it is skipped exactly
//! when no answer to it does, under no answers to the other open questions, given or withheld. Documents are taken as
//! held meanwhile, so that a fact on which only a document's validity or use depends is asked in time. Of a plain no (no
//! rules there, an archive instead, no right) only the no counts: its dates and notes are not asked for.
//!
//! No answer is tried out for that. A rule that is decided stays decided, whatever is told next, so a fact matters
//! while a rule is open for want of it, unless another rule has overtaken that one.

use super::bearing;
use super::calendar::Calendar;
use super::case::{Case, FactValue};
use super::catalogue::{Anchor, Catalogue, Channel, Edition, FactType, Opening, PublicService, Validity};
use super::condition::{Condition, Truth};
use super::eligibility;
use super::situation::Situation;
use super::told::put;
use super::verdict::Verdict;
use super::{as_known, judge};
use crate::baked::Str;

/// The questions that still matter, the most deciding first: of the edition, and of the channel once it is chosen.
///
/// The most deciding is the one after whose answer the fewest questions are left, on average; of equal ones the
/// edition's order holds. While no channel is chosen a question matters if it does at any of them.
///
/// ```
/// use merzim::{content, engine::{case::WrittenCase, questions}};
/// let content = content::shipped();
/// let asked = |facts| {
///     let case = serde_json::json!({ "service": "tve-transfer-reinstatement", "channel": "provider_office",
///         "facts": facts, "accepted_at": "2020-01-10T10:00" });
///     let case = serde_json::from_value::<WrittenCase>(case).unwrap().read(content.catalogue).unwrap();
///     let edition = &content.catalogue.service(&case.service).unwrap().editions[0];
///     let open = questions::remaining(content.catalogue, &content.calendar, &case, edition, None);
///     open.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>().join(" ")
/// };
/// let told = serde_json::json!({ "college_region": "almaty_oblast", "action": "reinstatement" });
/// assert_eq!(asked(told), "expelled_for_non_payment_in_semester debt_paid expelled_on");
/// assert_eq!(asked(serde_json::json!({ "college_region": "astana" })), "", "these rules do not bind there");
/// ```
pub fn remaining<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    edition: &'a Edition,
    channel: Option<&'a Channel>,
) -> Vec<&'a FactType> {
    let calendar = &*as_known(calendar, case);
    let Some(service) = catalogue.service(&case.service) else { return Vec::new() };
    let of_channel = channel.map_or(&[][..], |channel| &channel.questions);
    let asked: Vec<_> = edition.questions.iter().chain(of_channel).map(|id| id.as_str()).collect();
    let channels = edition.channels.iter().filter(|offered| channel.is_none_or(|chosen| chosen.id == offered.id));
    let facts = &catalogue.vocabulary.facts;
    // Each fact that matters, with the questions left after its answers.
    let mut matter: Vec<(&FactType, usize)> = Vec::new();
    for channel in channels {
        let case = holding_all(case, edition, channel);
        let still_open = |case: &Case| {
            let mut open = open(catalogue, calendar, case);
            open.retain(|fact| asked.contains(fact));
            open
        };
        let now = still_open(&case);
        let open = facts.iter().filter(|fact| now.contains(&fact.id.as_str()));
        let answers = |fact| bearing::answers(service, fact, case.accepted_at.date());
        let after = |fact: &'a FactType| {
            let mut told = case.clone();
            let after = answers(fact).into_iter().map(|answer| {
                told.facts.insert(fact.id.to_string(), answer);
                still_open(&told)
            });
            (fact, after.collect::<Vec<_>>())
        };
        let open: Vec<_> = open.map(after).collect();
        for (fact, after) in &open {
            // Another question settles this one, whatever its answer.
            let overtaken = |(other, after): &(&FactType, Vec<Vec<&str>>)| {
                other.id != fact.id && other.is_finite() && !after.iter().flatten().any(|id| *id == fact.id.as_str())
            };
            let left = after.iter().map(Vec::len).sum::<usize>() * 1000 / after.len().max(1);
            match matter.iter_mut().find(|(known, _)| known.id == fact.id) {
                _ if open.iter().any(overtaken) && !changes(catalogue, calendar, &case, &answers(fact), fact) => {}
                Some((_, so_far)) => *so_far += left,
                None => matter.push((*fact, left)),
            }
        }
    }
    let place = |fact: &FactType| asked.iter().position(|id| *id == fact.id.as_str());
    let mut ordered: Vec<(&FactType, usize)> = Vec::new();
    for (fact, left) in matter {
        put(&mut ordered, (fact, left), |(other, of_other)| (left, place(fact)) < (*of_other, place(other)));
    }
    ordered.into_iter().map(|(fact, _)| fact).collect()
}

/// Whether what is told says no (no right, or an archive instead), wherever and whenever the person files.
///
/// ```
/// use merzim::{content, engine::{case::WrittenCase, questions}};
/// let content = content::shipped();
/// let is_no = |student: bool| {
///     let case = serde_json::json!({ "service": "tve-dormitory", "channel": "portal", "accepted_at": "2020-01-10T10:00",
///         "facts": { "is_tve_student": student } });
///     let case = serde_json::from_value::<WrittenCase>(case).unwrap().read(content.catalogue).unwrap();
///     let edition = &content.catalogue.service(&case.service).unwrap().editions[0];
///     questions::is_plain_no(&content.calendar, &case, edition)
/// };
/// assert!(is_no(false) && !is_no(true), "a dormitory is for students: F0 annex 2, paragraph 3");
/// ```
pub fn is_plain_no(calendar: &Calendar, case: &Case, edition: &Edition) -> bool {
    let week = calendar.week(super::office_week(edition, case));
    let situation = Situation { case, channel: None, week: &week, day_zero: None, term_end: None };
    let findings = eligibility::judge(edition, &situation);
    findings.redirected || findings.eligible.is_false()
}

/// The case at a channel, with the edition fixed and every document in hand.
pub fn holding_all(case: &Case, edition: &Edition, channel: &Channel) -> Case {
    let mut held = case.clone();
    held.edition = Some(edition.id.to_string());
    held.channel = channel.id;
    held.documents_present
        .extend(edition.channels.iter().flat_map(|c| &c.evidence.rules).map(|r| r.evidence.to_string()));
    held
}

/// Whether an answer changes the verdict while nothing else is told.
fn changes(catalogue: &Catalogue, calendar: &Calendar, case: &Case, answers: &[FactValue], fact: &FactType) -> bool {
    let mut told = case.clone();
    let now = judge(catalogue, calendar, case);
    answers.iter().any(|answer| {
        told.facts.insert(fact.id.to_string(), answer.clone());
        seen(&judge(catalogue, calendar, &told)) != seen(&now)
    })
}

/// What of a verdict a person would see differ.
fn seen<'v>(verdict: &'v Verdict) -> impl PartialEq + use<'v> {
    let lines: Vec<_> = verdict.documents.lines.iter().map(|line| line.rule.evidence).collect();
    let notices: Vec<_> = verdict.notices.iter().map(|notice| notice.id).collect();
    let milestones: Vec<_> = verdict.milestones.iter().map(|milestone| milestone.date).collect();
    let right = (verdict.eligible.is_true(), verdict.eligible.is_false());
    (right, verdict.acceptance, verdict.ready, lines, notices, milestones)
}

/// The facts, not told yet, for want of which something in the verdict is open; each once.
fn open<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Vec<&'a str> {
    let mut open = Vec::new();
    bearing::stand(catalogue, calendar, case, &mut |standing| {
        let findings = eligibility::judge(standing.edition, &standing.situation);
        let mut found = Open { situation: standing.situation, facts: &mut open };
        found.fact(standing.edition.territory.as_ref().map(|territory| &territory.fact));
        if findings.redirected {
            return;
        }
        standing.edition.redirects.iter().for_each(|redirect| drop(found.condition(&redirect.when)));
        if findings.eligible.is_false() {
            return;
        }
        found.entitlement(standing.edition, findings.ground_answer.is_some());
        found.documents(standing.service, standing.channel);
        found.terms(standing.channel);
        found.notices(standing.edition, standing.channel);
        if let Opening::Desks(desks) = &standing.channel.opening {
            found.fact(desks.chosen_by.as_ref());
        }
        found.fact(standing.edition.week.asked.as_ref());
    });
    open
}

/// What is open where a case stands.
struct Open<'a, 'c, 'o> {
    situation: Situation<'a, 'c>,
    facts: &'o mut Vec<&'a str>,
}

impl<'a> Open<'a, '_, '_> {
    fn fact(&mut self, fact: Option<&'a Str>) {
        self.needs(fact.map(|fact| fact.as_str()).as_slice());
    }

    fn needs(&mut self, facts: &[&'a str]) {
        for fact in facts {
            if self.situation.case.fact(fact).is_none() && !self.facts.contains(fact) {
                self.facts.push(fact);
            }
        }
    }

    /// What the condition lacks, and what it is so far.
    fn condition(&mut self, condition: &'a Condition) -> Truth<'a> {
        let truth = condition.judge(&self.situation);
        if let Truth::Unknown { needs } = &truth {
            self.needs(needs);
        }
        truth
    }

    fn entitlement(&mut self, edition: &'a Edition, ground_found: bool) {
        for requirement in &edition.requirements {
            self.condition(&requirement.holds_when);
        }
        // One ground is enough: the others do not change what is done then.
        let grounds = &edition.refusal_grounds.grounds;
        for ground in grounds.iter().filter(|_| !ground_found) {
            self.condition(&ground.found_when);
        }
    }

    fn documents(&mut self, service: &'a PublicService, channel: &'a Channel) {
        for (rule, _) in bearing::evidence(service, &channel.evidence) {
            if self.condition(&rule.when).is_false() {
                continue;
            }
            match &rule.validity {
                Some(Validity::MaxAge { fact, .. }) => self.fact(Some(fact)),
                Some(Validity::NotWhen { condition, .. }) => drop(self.condition(condition)),
                None => {}
            }
        }
    }

    fn terms(&mut self, channel: &'a Channel) {
        for term in channel.terms.value().map_or(&[][..], |terms| terms) {
            let truth = self.condition(&term.when);
            if let Some(condition) = term.no_earliest_when.as_ref().filter(|_| !truth.is_false()) {
                self.condition(condition);
            }
            // The first that holds is the term.
            if truth.is_true() {
                break;
            }
        }
        for rule in &channel.milestones {
            if !self.condition(&rule.when).is_false()
                && let Anchor::Fact(fact) = &rule.from
            {
                self.fact(Some(fact));
            }
        }
    }

    fn notices(&mut self, edition: &'a Edition, channel: &'a Channel) {
        for notice in bearing::notices(edition, Some(channel)) {
            let mut others = bearing::notices(edition, Some(channel)).filter(|other| other.id == notice.id);
            if !others.any(|other| other.when.judge(&self.situation).is_true()) {
                self.condition(&notice.when);
            }
        }
    }
}
