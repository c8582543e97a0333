//! The answer at a glance: one sentence, the day in large, how the right and the documents stand.

use yew::prelude::*;

use super::element::{bare, el};
use super::parts::{self, Tone};
use super::{View, then};
use crate::engine::catalogue::Gives;
use crate::engine::verdict::{Acceptance, ListStanding, Moment, Ready, Verdict};

/// The answer first: one sentence, the day in large, the standing of the right and of the documents.
pub fn summary(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let class = match tone(verdict) {
        Tone::Good => "app-result app-result--good",
        Tone::Bad => "app-result app-result--bad",
        Tone::Care | Tone::Plain => "app-result app-result--care",
    };
    let mut said = view.words.short_headline(verdict).into_iter();
    let mut content = vec![parts::heading(said.next().unwrap_or_default())];
    let provided: Vec<_> = said.collect();
    if !provided.is_empty() {
        content.push(el("p", "app-result__provided").says(provided.join(" ")));
    }
    for caution in then::standing(verdict) {
        content.push(parts::notice(Tone::Care, bare("p").says(view.words.caution(caution))));
    }
    content.extend(then::old_rules(view, verdict).map(|said| parts::notice(Tone::Care, bare("p").says(said))));
    content.push(ready(view, verdict));
    let tags = tags(view, verdict);
    if !tags.is_empty() {
        content.push(parts::list("ul", "app-result__tags", tags));
    }
    el("div", class).holds(content)
}

/// Whether the answer is good news.
pub fn tone(verdict: &Verdict<'_>) -> Tone {
    let refused =
        matches!(verdict.acceptance, Some(Acceptance::RefuseOutsideWindow | Acceptance::RefuseDeadlinePassed));
    if verdict.eligible.is_false() || refused {
        Tone::Bad
    } else if verdict.ready.is_some() && !verdict.leaves_right_open() && then::standing(verdict).next().is_none() {
        Tone::Good
    } else {
        Tone::Care
    }
}

fn ready(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let sheet = |moment: Moment, label| match moment {
        Moment::Day(day) => parts::day_sheet(view, day, label),
        Moment::Minute(at) => parts::moment_sheet(view, at, label),
    };
    let labels = view.labels;
    let sheets = match verdict.ready {
        None => return Html::default(),
        Some(Ready { earliest: Some(earliest), latest }) if earliest == latest => {
            vec![sheet(latest, given(view, verdict))]
        }
        Some(Ready { earliest: Some(earliest), latest }) => {
            vec![sheet(earliest, labels.ready_from), sheet(latest, labels.ready_to)]
        }
        Some(Ready { earliest: None, latest }) => vec![sheet(latest, labels.ready_to)],
    };
    el("div", "app-sheets").holds(sheets)
}

/// What comes on the ready day: the result, or the message that it is ready.
pub fn given(view: &View<'_>, verdict: &Verdict<'_>) -> &'static str {
    match verdict.deadline.as_ref().map(|deadline| deadline.term.gives) {
        Some(Gives::NoticeOfReadiness) => view.labels.message,
        _ => view.labels.ready,
    }
}

fn tags(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let labels = view.labels;
    let right = if verdict.leaves_right_open() {
        parts::tag(Tone::Care, labels.right_undecided)
    } else if verdict.is_only_untimely() {
        parts::tag(Tone::Bad, labels.not_the_time)
    } else if verdict.eligible.is_false() {
        parts::tag(Tone::Bad, labels.not_entitled)
    } else {
        let tone = if then::standing(verdict).next().is_some() { Tone::Plain } else { Tone::Good };
        parts::tag(tone, labels.entitled)
    };
    if view.state.lacks_filing() {
        // An archive instead is no word on the right.
        return if verdict.eligible.is_false() { vec![right] } else { Vec::new() };
    }
    let mut tags = vec![right];
    if verdict.edition.is_some() {
        let documents = &verdict.documents;
        let is_stated = matches!(documents.standing, ListStanding::Stated);
        tags.push(if documents.missing().next().is_some() {
            parts::tag(Tone::Bad, labels.incomplete)
        } else if is_stated && !documents.unconfirmed && documents.undecided().next().is_none() {
            parts::tag(Tone::Good, labels.complete)
        } else {
            parts::tag(Tone::Care, labels.completeness_unknown)
        });
    }
    tags
}
