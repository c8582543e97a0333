//! Who does what until when, as a line of time.
//!
//! What the law dates stands at its date. What it only gives a length, the steps within the term, stands in its order
//! with that length: a date for it would be invented.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use yew::prelude::*;

use super::View;
use super::element::{all, el, text};
use super::{background, count, parts};
use crate::engine::catalogue::{Gives, MilestoneKind};
use crate::engine::verdict::{Deadline, Milestone, Moment, Ready, Verdict};
use crate::words::more::pictures::Pictures;

/// The steps and milestones in the order of their days, and where in them today is; nothing where no term begins.
pub fn timeline(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let Some(deadline) = count::begun(verdict) else { return Vec::new() };
    let mut events = beginning(view, verdict);
    events.extend(meanwhile(view, verdict, events.last().map(|event| event.over)));
    for milestone in background::milestones(verdict) {
        events.push(dated(view, milestone));
    }
    events.extend(end(view, verdict, deadline));
    events.sort_by_key(|event| event.over);
    let here = here(view, verdict);
    let passed = here.map_or(0, |now| events.partition_point(|event| event.over <= now));
    // Which of the undated steps are done nobody knows: today stands before them.
    let steps_are_next = passed.checked_sub(1).and_then(|last| events.get(last)).is_some_and(|it| it.kind == "steps");
    let place = if steps_are_next { passed - 1 } else { passed };
    let mut items = Vec::new();
    for (number, event) in events.into_iter().enumerate() {
        if let Some(now) = here.filter(|_| number == place) {
            items.push(you_are_here(view, verdict, deadline, now));
        }
        items.push(event.shown(number < place));
    }
    if let Some(now) = here.filter(|_| items.len() == place) {
        items.push(you_are_here(view, verdict, deadline, now));
    }
    vec![el("ol", "app-timeline").holds(items)]
}

/// Something on the line.
struct Event {
    /// From when on it is over.
    over: NaiveDateTime,
    kind: &'static str,
    content: Vec<Html>,
}

impl Event {
    fn shown(self, is_past: bool) -> Html {
        let past = if is_past { " app-timeline__event--past" } else { "" };
        el("li", ["app-timeline__event app-timeline__event--", self.kind, past].concat()).holds(self.content)
    }
}

fn what(words: impl Into<AttrValue>) -> Html {
    el("span", "app-timeline__what").says(words)
}

fn day(view: &View<'_>, date: NaiveDate) -> Html {
    parts::dated("app-timeline__when", date, view.words.date_weekday(date))
}

fn moment(view: &View<'_>, at: NaiveDateTime) -> Html {
    el("span", "app-timeline__when").wraps(parts::moment(view, at))
}

/// The midnight that ends a day.
fn end_of(date: NaiveDate) -> NaiveDateTime {
    date.checked_add_days(Days::new(1)).unwrap_or(date).and_time(NaiveTime::MIN)
}

/// Filing, and acceptance where it comes later.
fn beginning(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Event> {
    let (said, intake) = (Pictures::of(view.state.lang), &verdict.intake);
    let receiver = verdict.channel.map(|channel| {
        let name = el("span", "app-timeline__who").says(channel.name.value.get(view.state.lang));
        all(vec![name, parts::source(view, &channel.name.source)])
    });
    let later = match (intake.deemed_accepted, intake.next_opening) {
        (Some(date), _) => Some((date.and_time(NaiveTime::MIN), day(view, date))),
        (None, Some(at)) => Some((at, moment(view, at))),
        (None, None) => None,
    };
    let is_unsure = verdict.may_be_incomplete();
    let files = match later {
        Some(_) => said.you_file,
        None if is_unsure => said.accepted_at_once_if,
        None => said.accepted_at_once,
    };
    let mut filing = vec![what(files), moment(view, intake.filed_at)];
    let filed = |content| Event { over: intake.filed_at, kind: "filed", content };
    let Some((over, when)) = later else {
        filing.extend(receiver);
        return vec![filed(filing)];
    };
    let mut accepting = vec![what(if is_unsure { said.they_accept_if } else { said.they_accept }), when];
    accepting.extend(receiver);
    vec![filed(filing), Event { over, kind: "accepted", content: accepting }]
}

/// More steps than this fold away.
const SHOWN_STEPS: usize = 5;

/// The steps within the term, in their order, with the lengths that the law gives them.
fn meanwhile(view: &View<'_>, verdict: &Verdict<'_>, over: Option<NaiveDateTime>) -> Option<Event> {
    let steps = background::step_items(view, verdict);
    let (over, count) = (over.filter(|_| !steps.is_empty())?, steps.len());
    let said = Pictures::of(view.state.lang).meanwhile;
    let list = el("ol", "app-steps").holds(steps);
    let content = if count <= SHOWN_STEPS { vec![what(said), list] } else { vec![parts::details(view, said, list)] };
    Some(Event { over, kind: "steps", content })
}

/// A day that the law names, by the name that it has there.
fn dated(view: &View<'_>, milestone: &Milestone<'_>) -> Event {
    let rule = milestone.rule;
    let name = view.words.named(&view.world.catalogue.vocabulary.milestones, &rule.id);
    let named = el("span", "app-timeline__what").holds(vec![text(name.to_owned()), text(":")]);
    let kind = match rule.kind {
        MilestoneKind::Hearing | MilestoneKind::Complaint => "possible",
        MilestoneKind::Limit | MilestoneKind::Delivery | MilestoneKind::Decision | MilestoneKind::Storage => "day",
    };
    let content = vec![named, day(view, milestone.date), parts::source(view, &rule.source)];
    Event { over: end_of(milestone.date), kind, content }
}

/// The result, with both ends where its day is a window; where something stands in its way, the bare end of the term.
fn end(view: &View<'_>, verdict: &Verdict<'_>, deadline: &Deadline<'_>) -> Vec<Event> {
    let said = Pictures::of(view.state.lang);
    let ready = match deadline.term.gives {
        Gives::Result => said.result,
        Gives::NoticeOfReadiness => said.notice,
    };
    let ends = match verdict.ready {
        None => match deadline.horizon {
            None => vec![(said.end, None, deadline.latest)],
            Some(window) => vec![(said.end, Some(view.labels.ready_to), Moment::Day(window.latest))],
        },
        Some(Ready { earliest, latest }) if earliest == Some(latest) => vec![(ready, None, latest)],
        Some(Ready { earliest, latest }) => {
            let first = earliest.map(|earliest| (ready, Some(view.labels.ready_from), earliest));
            first.into_iter().chain([(ready, Some(view.labels.ready_to), latest)]).collect()
        }
    };
    let mut events = Vec::new();
    for (words, bound, moment_of) in ends {
        let (over, when) = match moment_of {
            Moment::Day(date) => (end_of(date), day(view, date)),
            Moment::Minute(at) => (at, moment(view, at)),
        };
        let bound = bound.map(|bound| el("span", "app-timeline__bound").says(bound));
        let mut content = vec![what(words)];
        content.extend(bound);
        content.extend([when, parts::source(view, &deadline.term.source)]);
        events.push(Event { over, kind: "ready", content });
    }
    events
}

/// Now, once the case is filed; none by a clock that is not believed.
fn here(view: &View<'_>, verdict: &Verdict<'_>) -> Option<NaiveDateTime> {
    view.world.proposed().ok().filter(|now| verdict.intake.filed_at <= *now)
}

/// Today, and what it does in the count.
fn you_are_here(view: &View<'_>, verdict: &Verdict<'_>, deadline: &Deadline<'_>, now: NaiveDateTime) -> Html {
    let is_unsure = verdict.may_be_incomplete();
    let today = deadline.proof.iter().find(|day| day.date == now.date());
    let mut content = vec![what(Pictures::of(view.state.lang).here), day(view, now.date())];
    content.extend(
        today.map(|today| el("span", "app-timeline__who").says(view.words.day_of_count(deadline, today, is_unsure))),
    );
    el("li", "app-timeline__event app-timeline__event--here").attr("aria-current", "date").holds(content)
}
