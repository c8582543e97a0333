//! Which questions still matter.
//!
//! A question matters if some answer to it would change the verdict. Documents are taken as held meanwhile, so that a
//! fact on which only a document's validity or use depends is asked in time.

use super::assess;
use super::calendar::Calendar;
use super::case::Case;
use super::catalogue::{Catalogue, Channel, Edition, FactKind, FactType};
use super::counterfactual::values;
use super::verdict::Verdict;

/// The questions that still matter, the most deciding first: of the edition, and of the channel once it is chosen.
///
/// While no channel is chosen a question matters if it does at any of them.
pub fn remaining<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    edition: &'a Edition,
    channel: Option<&'a Channel>,
) -> Vec<&'a FactType> {
    let of_channel = channel.map_or(&[][..], |channel| &channel.questions);
    let asked = edition.questions.iter().chain(of_channel).filter(|fact| case.fact(fact).is_none());
    let channels: Vec<_> = channel.map_or_else(|| edition.channels.iter().collect(), |channel| vec![channel]);
    let cases: Vec<_> = channels.into_iter().map(|channel| holding_all(case, edition, channel)).collect();
    asked
        .filter_map(|id| catalogue.vocabulary.fact(id))
        .filter(|fact| cases.iter().any(|case| matters(catalogue, calendar, case, fact)))
        .collect()
}

/// The case at a channel, with the edition fixed and every document in hand.
fn holding_all(case: &Case, edition: &Edition, channel: &Channel) -> Case {
    let mut held = case.clone();
    held.edition = Some(edition.id.to_string());
    held.channel = channel.id;
    held.documents_present
        .extend(edition.channels.iter().flat_map(|c| &c.evidence.rules).map(|r| r.evidence.to_string()));
    held
}

/// Whether some answer to the question would change the verdict.
fn matters(catalogue: &Catalogue, calendar: &Calendar, case: &Case, fact: &FactType) -> bool {
    let now = assess(catalogue, calendar, case);
    if matches!(fact.kind, FactKind::Date | FactKind::Moment) {
        return now.needs.contains(&fact.id.as_str());
    }
    values(fact).into_iter().any(|value| {
        let mut with = case.clone();
        with.facts.insert(fact.id.to_string(), value);
        signature(&assess(catalogue, calendar, &with)) != signature(&now)
    })
}

/// What of a verdict a person would see differ.
fn signature<'v>(verdict: &'v Verdict) -> impl PartialEq + use<'v> {
    let lines: Vec<_> = verdict.documents.lines.iter().map(|line| (&line.rule.evidence, line.rule.demand)).collect();
    let notices: Vec<_> = verdict.notices.iter().map(|notice| &notice.id).collect();
    let milestones: Vec<_> = verdict.milestones.iter().map(|milestone| (&milestone.rule.id, milestone.date)).collect();
    let answer = (verdict.eligible.is_true(), verdict.eligible.is_false(), verdict.acceptance, verdict.ready);
    let dates = (verdict.alt_inclusive, verdict.alt_after_hours_rule, verdict.intake, verdict.documents.unconfirmed);
    (
        answer,
        dates,
        lines,
        notices,
        milestones,
        verdict.redirect.map(|redirect| &redirect.id),
        verdict.edition.is_some(),
    )
}
