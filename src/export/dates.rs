//! The dated events of a verdict in one list, for whatever writes them down: a calendar file, a reminder, a page.

use chrono::NaiveDate;

use crate::engine::catalogue::MilestoneKind;
use crate::engine::verdict::Verdict;
use crate::words::Words;

/// One dated event, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub date: NaiveDate,
    /// What the event is about; none for the ready day itself.
    pub kind: Option<MilestoneKind>,
    /// False for a hearing while no ground for refusal is found, and for the answer to a complaint that nobody has made.
    pub certain: bool,
    /// What happens by that day. A date that rests on a supposition says so.
    pub title: String,
    /// Where the rule stands, as a person would look it up.
    pub source: String,
}

/// The latest ready day, if there is one, and every milestone, the earliest first.
pub fn dated(words: &Words, verdict: &Verdict) -> Vec<Dated> {
    let ready = verdict.ready.zip(verdict.deadline.as_ref()).map(|(ready, deadline)| Dated {
        date: ready.latest.date(),
        kind: None,
        certain: true,
        title: words.headline(verdict),
        source: words.source(&deadline.term.source),
    });
    let milestones = verdict.milestones.iter().map(|milestone| Dated {
        date: milestone.date,
        kind: Some(milestone.rule.kind),
        certain: match milestone.rule.kind {
            MilestoneKind::Hearing => verdict.hearing_first,
            MilestoneKind::Complaint => false,
            _ => true,
        },
        title: words.milestone(milestone),
        source: words.source(&milestone.rule.source),
    });
    let mut all: Vec<_> = ready.into_iter().chain(milestones).collect();
    all.sort_by_key(|event| event.date);
    all
}
