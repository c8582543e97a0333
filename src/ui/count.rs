//! The count of the days: the term in words, and each day with its number or the reason why it has none.

use yew::prelude::*;

use super::state::Mode;
use super::{View, parts, staff};
use crate::engine::calendar::DayStatus;
use crate::engine::verdict::{DayPart, Deadline, ProofDay, Verdict};

/// The term, where it stands, and its count.
pub fn count(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(deadline) = &verdict.deadline else { return Vec::new() };
    vec![
        html! { <p>{ view.words.term(verdict) }</p> },
        parts::source(view, &deadline.term.source),
        proof(view, deadline),
    ]
}

/// Longer counts than this fold away.
const SHOWN_DAYS: usize = 10;

/// The count day by day.
pub fn proof(view: &View<'_>, deadline: &Deadline<'_>) -> Html {
    let days = &deadline.proof;
    if view.state.mode == Mode::Staff {
        return staff::count(view, days);
    }
    let list = html! { <ol class="app-proof">{ for days.iter().map(|day| proof_day(view, day)) }</ol> };
    if days.len() <= SHOWN_DAYS {
        return list;
    }
    let last = days.last().map(|day| day.date);
    let noted = days.iter().filter(|day| is_exception(day) || Some(day.date) == last);
    let noted: Vec<_> = noted.map(|day| proof_day(view, day)).collect();
    html! {
        <>
            <p>{ view.labels.special_days }</p>
            <ol class="app-proof">{ noted }</ol>
            { parts::details(view, view.labels.every_day, list) }
        </>
    }
}

/// A day that is neither simply counted nor simply a weekend.
fn is_exception(day: &ProofDay) -> bool {
    match day.part {
        DayPart::Counted { .. } => matches!(day.status, DayStatus::WorkedByOrder { .. }),
        DayPart::NotCounted => day.status != DayStatus::Weekend,
        DayPart::Waiting | DayPart::Accepted | DayPart::RolledOver | DayPart::RolledTo => true,
    }
}

fn proof_day(view: &View<'_>, day: &ProofDay) -> Html {
    let (kind, mark) = match day.part {
        DayPart::Waiting => ("waiting", "·".to_owned()),
        DayPart::Accepted => ("accepted", "0".to_owned()),
        DayPart::Counted { number } => ("counted", number.to_string()),
        DayPart::NotCounted => ("skipped", "–".to_owned()),
        DayPart::RolledOver => ("skipped", "→".to_owned()),
        DayPart::RolledTo => ("rolled", "✓".to_owned()),
    };
    html! {
        <li class={format!("app-proof__day app-proof__day--{kind}")}>
            <span class="app-proof__mark" aria-hidden="true">{ mark }</span>
            <span class="app-proof__text">
                <time class="app-proof__date" datetime={day.date.to_string()}>{ view.words.date_weekday(day.date) }</time>
                <span class="app-proof__why">{ view.words.proof_day(day) }</span>
            </span>
        </li>
    }
}
