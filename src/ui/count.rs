//! The count of the days: the term in words, and each day with its number or the reason why it has none.

use yew::prelude::*;

use super::View;
use super::element::{all, bare, el};
use super::parts;
use super::state::Mode;
use crate::engine::calendar::DayStatus;
use crate::engine::verdict::{DayPart, Deadline, ProofDay, Verdict};
use crate::words::is_in_minutes;

/// The term, where it stands, and its count; nothing where nothing is taken in.
pub fn count(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(deadline) = begun(verdict) else { return Vec::new() };
    let mut content = vec![bare("p").says(view.words.term(verdict)), parts::source(view, &deadline.term.source)];
    content.extend(view.words.if_accepted(verdict).map(|only| bare("p").says(only)));
    content.push(proof(view, deadline));
    content
}

/// The term with its count, unless the person is turned away: a term that never starts promises nothing.
pub fn begun<'v, 'a>(verdict: &'v Verdict<'a>) -> Option<&'v Deadline<'a>> {
    verdict.deadline.as_ref().filter(|_| !verdict.is_turned_away())
}

/// Longer counts than this fold away.
const SHOWN_DAYS: usize = 10;

/// The count day by day.
pub fn proof(view: &View<'_>, deadline: &Deadline<'_>) -> Html {
    let days = &deadline.proof;
    if days.is_empty() {
        return Html::default();
    }
    if days.len() <= SHOWN_DAYS || view.state.mode == Mode::Staff {
        return proof_days(view, deadline, |_| true);
    }
    // Where the end moved on, the day off from which it did.
    let is_rolled = |day: &&ProofDay| matches!(day.part, DayPart::RolledOver | DayPart::RolledTo);
    let last = days.iter().take_while(|day| !is_rolled(day)).last().map(|day| day.date);
    all(vec![
        bare("p").says(view.labels.special_days),
        proof_days(view, deadline, |day| is_exception(day) || Some(day.date) == last),
        parts::details(view, view.labels.every_day, proof_days(view, deadline, |_| true)),
    ])
}

fn proof_days(view: &View<'_>, deadline: &Deadline<'_>, is_shown: impl Fn(&ProofDay) -> bool) -> Html {
    let mut items = Vec::new();
    for day in &deadline.proof {
        if is_shown(day) {
            items.push(proof_day(view, deadline, day));
        }
    }
    el("ol", "app-proof").holds(items)
}

/// A day that is neither simply counted nor simply a weekend.
fn is_exception(day: &ProofDay) -> bool {
    match day.part {
        DayPart::Counted { .. } => matches!(day.status, DayStatus::WorkedByOrder { .. }),
        DayPart::NotCounted => day.status != DayStatus::Weekend,
        DayPart::Waiting | DayPart::Accepted | DayPart::RolledOver | DayPart::RolledTo => true,
    }
}

fn proof_day(view: &View<'_>, deadline: &Deadline<'_>, day: &ProofDay) -> Html {
    let (kind, mark) = match day.part {
        DayPart::Waiting => ("waiting", "·".to_owned()),
        DayPart::Accepted => ("accepted", "0".to_owned()),
        DayPart::Counted { .. } if is_in_minutes(deadline.term) => ("counted", "✓".to_owned()),
        DayPart::Counted { number } => ("counted", number.to_string()),
        DayPart::NotCounted => ("skipped", "–".to_owned()),
        DayPart::RolledOver => ("skipped", "→".to_owned()),
        DayPart::RolledTo => ("rolled", "✓".to_owned()),
    };
    let is_unsure = view.verdict.is_some_and(Verdict::may_be_incomplete);
    let date = parts::dated("app-proof__date", day.date, view.words.date_weekday(day.date));
    let mut lines = vec![date, el("span", "app-proof__why").says(view.words.day_of_count(deadline, day, is_unsure))];
    // A clerk shows the act; a day that is simply counted needs none.
    if view.state.mode == Mode::Staff && is_exception(day) {
        let act = view.words.day_act(day.status);
        lines.extend(act.map(|act| el("span", "app-source").says(act)));
    }
    el("li", ["app-proof__day app-proof__day--", kind].concat()).holds(vec![
        el("span", "app-proof__mark").attr("aria-hidden", "true").says(mark),
        el("span", "app-proof__text").holds(lines),
    ])
}
