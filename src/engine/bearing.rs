//! What bears on an answer: where a case stands, the conditions of a service, and the values that they tell apart.

use chrono::{Days, NaiveDate};

use super::calendar::Calendar;
use super::case::{Case, FactValue};
use super::catalogue::{
    Catalogue, Channel, Edition, EvidenceList, EvidenceRule, FactKind, FactType, NoticeUse, PublicService, Validity,
};
use super::condition::Condition;
use super::intake;
use super::situation::Situation;

/// The rules that govern a case, and where it stands before its term is reckoned.
pub(super) struct Standing<'a, 'c> {
    pub service: &'a PublicService,
    pub edition: &'a Edition,
    pub channel: &'a Channel,
    pub situation: Situation<'a, 'c>,
}

/// Shows where the case stands; does nothing if no rules are known for it, or its channel is not offered.
pub(super) fn stand<'a>(
    catalogue: &'a Catalogue,
    calendar: &Calendar,
    case: &Case,
    see: &mut dyn FnMut(Standing<'a, '_>),
) {
    let (verdict, received) = intake::receive(catalogue, calendar, case);
    let (Some((service, edition, weeks)), Some(channel)) = (received, verdict.channel) else { return };
    let day_zero = verdict.intake.day_zero();
    let situation = Situation { case, channel: Some(channel), week: &weeks.office, day_zero, term_end: None };
    see(Standing { service, edition, channel, situation });
}

/// The conditions that decide whether an edition says yes: its requirements, grounds and redirects, and what makes a
/// document useless.
pub(super) fn deciding<'a>(edition: &'a Edition, visit: &mut dyn FnMut(&'a Condition)) {
    edition.requirements.iter().for_each(|requirement| visit(&requirement.holds_when));
    edition.refusal_grounds.grounds.iter().for_each(|ground| visit(&ground.found_when));
    edition.redirects.iter().for_each(|redirect| visit(&redirect.when));
    for rule in edition.channels.iter().flat_map(|channel| &channel.evidence.rules) {
        if let Some(Validity::NotWhen { condition, .. }) = &rule.validity {
            visit(condition);
        }
    }
}

/// Every condition of an edition.
fn every<'a>(edition: &'a Edition, visit: &mut dyn FnMut(&'a Condition)) {
    deciding(edition, visit);
    for channel in &edition.channels {
        channel.evidence.rules.iter().for_each(|rule| visit(&rule.when));
        for term in channel.terms.value().map_or(&[][..], |terms| terms) {
            visit(&term.when);
            term.no_earliest_when.iter().for_each(&mut *visit);
        }
        channel.milestones.iter().for_each(|milestone| visit(&milestone.when));
    }
    notices(edition, None).for_each(|notice| visit(&notice.when));
}

/// The notices of an edition, with those of one channel, or of all.
pub(super) fn notices<'a>(edition: &'a Edition, of: Option<&'a Channel>) -> impl Iterator<Item = &'a NoticeUse> {
    let channels = edition.channels.iter().filter(move |channel| of.is_none_or(|of| of.id == channel.id));
    edition.notices.iter().chain(channels.flat_map(|channel| channel.notices.iter()))
}

/// The document rules of a list, and those that it borrows from the nearest known edition (true).
pub(super) fn evidence<'a>(
    service: &'a PublicService,
    list: &'a EvidenceList,
) -> impl Iterator<Item = (&'a EvidenceRule, bool)> {
    let nearest = list.nearest.as_ref();
    let nearest = nearest.and_then(|nearest| service.edition(&nearest.edition)?.channel(nearest.channel));
    let borrowed = nearest.into_iter().flat_map(|channel| &channel.evidence.rules).map(|rule| (rule, true));
    list.rules.iter().map(|rule| (rule, false)).chain(borrowed)
}

/// The values of a finite fact that the rules of the service tell apart: both of a boolean, and the words that the
/// rules name; none for a date. `other` adds the first word that no rule names, which stands for all such words.
pub(super) fn options(service: &PublicService, fact: &FactType, other: bool) -> Vec<FactValue> {
    if fact.kind == FactKind::Boolean {
        return vec![FactValue::Bool(true), FactValue::Bool(false)];
    }
    let mut named = Vec::new();
    for edition in &service.editions {
        every(edition, &mut |condition| {
            condition.leaves(&mut |leaf| match leaf {
                Condition::Is { fact: about, r#in } if *about == fact.id => named.extend(r#in.iter()),
                _ => {}
            });
        });
    }
    let word = |id: &'static str| FactValue::Word(id.into());
    let territories = service.editions.iter().filter_map(|edition| edition.territory.as_ref());
    let places: Vec<_> =
        territories.filter(|place| place.fact == fact.id).map(|place| word(place.value.as_str())).collect();
    let is_named = |value: &FactValue| named.contains(&value) || places.contains(value);
    let (mut options, others): (Vec<_>, Vec<_>) =
        fact.values.iter().map(|value| word(value.id.as_str())).partition(is_named);
    options.extend(others.into_iter().take(other.into()));
    options
}

/// Every answer to a question that the rules tell apart, or for a date this day and one a year on.
pub(super) fn answers(service: &PublicService, fact: &FactType, day: NaiveDate) -> Vec<FactValue> {
    if fact.is_finite() {
        return options(service, fact, true);
    }
    [Some(day), day.checked_add_days(Days::new(365))].into_iter().flatten().map(FactValue::Date).collect()
}
