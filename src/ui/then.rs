//! How an answer stands today, and with the dates that it has.

use super::View;
use crate::engine::catalogue::{InForceOn, Notice};
use crate::engine::verdict::{Caution, Verdict};

/// What makes the whole answer a reference: it belongs beside the headline.
pub fn standing<'a>(verdict: &'a Verdict<'_>) -> impl Iterator<Item = &'a Caution> {
    verdict.cautions.iter().filter(|caution| is_standing(caution))
}

/// Whether a caution does that.
pub fn is_standing(caution: &Caution) -> bool {
    matches!(caution, Caution::EditionNotInForce | Caution::EditionUncertain | Caution::TerritoryUnknown)
}

/// That the answer follows rules which were in force then and are not today.
pub fn old_rules(view: &View<'_>, verdict: &Verdict<'_>) -> Option<&'static str> {
    let in_force = &verdict.edition?.in_force;
    let is_over = verdict.in_force == Some(InForceOn::Surely)
        && is_past(view, verdict)
        && in_force.on(view.world.now.date()) == InForceOn::No;
    is_over.then_some(view.labels.old_rules)
}

/// Whether the day of filing is over, by a clock that is believed.
pub fn is_past(view: &View<'_>, verdict: &Verdict<'_>) -> bool {
    let intake = &verdict.intake;
    let day = intake.next_opening.unwrap_or(intake.filed_at).date();
    view.world.proposed().is_ok_and(|now| day < now.date())
}

/// The readings and cautions of the catalogue, but for one that promises a date where there is none.
pub fn notices<'v, 'a>(verdict: &'v Verdict<'a>) -> impl Iterator<Item = &'a Notice> + use<'v, 'a> {
    let names_the_day = names_the_day_after_hours(verdict);
    verdict.notices.iter().copied().filter(move |notice| names_the_day || notice.id.as_str() != AFTER_HOURS)
}

/// The caution that promises the date counted from the next working day.
const AFTER_HOURS: &str = "C-he-after-hours";

/// Whether that date is named: where there is none, or it is the same, nothing is to be promised.
fn names_the_day_after_hours(verdict: &Verdict<'_>) -> bool {
    let date = verdict.deadline.as_ref().map(|deadline| deadline.latest.date());
    verdict.ready.is_some() && verdict.alt_after_hours_rule.is_some() && verdict.alt_after_hours_rule != date
}
