//! The proof of a ready date as JSON that stands alone: whoever has only `term` and `proof` can count it again.
//!
//! `term` is what was declared: the moment of filing, the week of the office, the stretches and the limit.
//! `proof` is one row for each calendar day from filing to the latest day of the term: what the day does in the count,
//! what kind of day it is, the act behind a day that is off, or worked, against the week; and, until day 0, when the
//! desk is open.
//!
//! ```
//! # use merzim::{content, engine::assess, engine::case::WrittenCase, export::proof, lang::Lang, words::Words};
//! let content = content::shipped();
//! let written: WrittenCase = serde_json::from_str(
//!     r#"{"service": "tve-incomplete-certificate", "edition": "order-19-2023", "channel": "provider_office",
//!         "facts": {}, "accepted_at": "2025-01-03T09:30", "documents_present": []}"#,
//! )?;
//! let case = written.read(content.catalogue).unwrap();
//! let verdict = assess(content.catalogue, &content.calendar, &case);
//! let words = Words { lang: Lang::En, catalogue: content.catalogue, calendar: &content.calendar };
//! let proof = proof::proof(&words, &case, &verdict).unwrap();
//! assert_eq!(proof["term"]["accepted_at"], "2025-01-05T09:00", "Friday was moved to a Sunday: the desk opens then");
//! assert_eq!(proof["proof"][2]["day"], "worked_by_order");
//! assert_eq!(proof["proof"][3]["number"], 1);
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde_json::{Map, Value, json};

use super::json::{date, kind_of, list, moment, public_from, put};
use crate::engine::calendar::WorkWeek;
use crate::engine::case::{Case, write_moment};
use crate::engine::catalogue::{AfterHours, Direction, Duration, Opening, OpeningHours, RollRule, TimeOfDay};
use crate::engine::deadline::{self, Limit};
use crate::engine::hours::{self, Weeks};
use crate::engine::office_week;
use crate::engine::situation::Situation;
use crate::engine::verdict::{DayPart, Moment, ProofDay, Verdict};
use crate::words::Words;

/// The keys `term` and `proof`; none if no term applies. Where the limit of the term has passed before day 0 there is
/// nothing to count, and no `proof`.
pub fn proof(words: &Words, case: &Case, verdict: &Verdict) -> Option<Map<String, Value>> {
    let deadline = verdict.deadline.as_ref()?;
    let (edition, channel) = (verdict.edition?, verdict.channel?);
    let calendar = case.known_on.map_or_else(|| words.calendar.clone(), |day| words.calendar.known_on(day));
    let week = office_week(edition, case);
    let weeks = Weeks { office: calendar.week(week), six_day: calendar.week(WorkWeek::SixDay) };
    let (day_zero, term_end) = (verdict.intake.day_zero(), Some(deadline.latest.date()));
    let situation = Situation { case, channel: Some(channel), week: &weeks.office, day_zero, term_end };
    let limit = deadline::limit(deadline.term, &situation, weeks.office).ok().flatten();

    let mut term = Map::new();
    term.insert("id".to_owned(), json!(deadline.term.id));
    term.insert("text".to_owned(), json!(words.term(verdict)));
    term.insert("source".to_owned(), json!(deadline.term.source.0));
    term.insert("filed_at".to_owned(), json!(write_moment(case.accepted_at)));
    term.insert("week".to_owned(), json!(week));
    put(&mut term, "after_hours", after_hours(&channel.opening));
    put(&mut term, "accepted_at", verdict.intake.taken_in_at.map(|at| json!(write_moment(at))));
    let legs = deadline.term.legs.iter().map(|leg| stretch(leg.duration, deadline.earliest.is_some()));
    term.insert("legs".to_owned(), legs.collect());
    put(&mut term, "not_after", limit.map(|limit| limit_of(words, &limit)));
    term.insert("earliest".to_owned(), json!(deadline.earliest.map(moment)));
    term.insert("latest".to_owned(), json!(moment(deadline.latest)));

    let mut answer = Map::new();
    answer.insert("term".to_owned(), Value::Object(term));
    if day_zero <= Some(deadline.latest.date()) {
        answer.insert("proof".to_owned(), days_of(words, verdict, hours::rows(&channel.opening, case), weeks));
    }
    Some(answer)
}

/// So many units; no lower bound where the earliest day is not known.
fn stretch(duration: Duration, from_known: bool) -> Value {
    let at_least = from_known.then_some(duration.at_least);
    json!({ "unit": duration.unit, "at_least": at_least, "at_most": duration.at_most })
}

fn limit_of(words: &Words, limit: &Limit) -> Value {
    let rule = limit.rule;
    json!({
        "milestone": rule.id,
        "from": limit.from.to_string(),
        "direction": if rule.direction == Direction::After { "after" } else { "before" },
        "legs": [stretch(Duration { at_least: rule.count, at_most: rule.count, unit: rule.unit }, true)],
        "roll": match rule.roll {
            RollRule::Forward => "forward",
            RollRule::Backward => "backward",
            RollRule::NotNeeded => "not_needed",
        },
        "days": limit.days.iter().map(|day| Value::Object(row(words, day, words.proof_day(day)))).collect::<Vec<_>>(),
        "date": limit.date().to_string(),
    })
}

/// The days of the count. Where the hour decides, until day 0 and in a term in minutes, with their open stretches.
/// Each names the events that fall on it.
fn days_of(words: &Words, verdict: &Verdict, hours: &[OpeningHours], weeks: Weeks) -> Value {
    let in_minutes = verdict.deadline.iter().any(|deadline| matches!(deadline.latest, Moment::Minute(_)));
    let days = verdict.deadline.iter().flat_map(|deadline| deadline.proof.iter().map(move |day| (deadline, day)));
    let days = days.map(|(deadline, day)| {
        let mut row = row(words, day, words.day_of_count(deadline, day, verdict.may_be_incomplete()));
        if in_minutes || matches!(day.part, DayPart::Waiting | DayPart::Accepted) {
            let open = hours::hours_on(hours, day.date, weeks).ok().flatten();
            put(&mut row, "open", open.map(stretches));
        }
        let on_it = verdict.milestones.iter().filter(|milestone| milestone.date == day.date);
        put(&mut row, "milestones", list(on_it.map(|milestone| json!(milestone.rule.id)).collect()));
        Value::Object(row)
    });
    days.collect()
}

/// What a channel that takes filings in round the clock does with those after hours.
fn after_hours(opening: &Opening) -> Option<Value> {
    let Opening::RoundTheClock(portal) = opening else { return None };
    Some(json!(match portal.after_hours {
        AfterHours::NextWorkingDay => "next_working_day",
        AfterHours::NotStated => "at_once",
    }))
}

fn stretches(hours: &OpeningHours) -> Value {
    let time = |TimeOfDay(minute)| format!("{:02}:{:02}", minute / 60, minute % 60);
    let (opens, closes) = (time(hours.opens), time(hours.closes));
    match hours.lunch {
        Some([begins, ends]) => json!([[opens, time(begins)], [time(ends), closes]]),
        None => json!([[opens, closes]]),
    }
}

fn row(words: &Words, day: &ProofDay, why: String) -> Map<String, Value> {
    let mut row = Map::new();
    row.insert("date".to_owned(), json!(day.date.to_string()));
    let part = match day.part {
        DayPart::Waiting => "waiting",
        DayPart::Accepted => "accepted",
        DayPart::Counted { number } => {
            row.insert("number".to_owned(), json!(number));
            "counted"
        }
        DayPart::NotCounted => "not_counted",
        DayPart::RolledOver => "rolled_over",
        DayPart::RolledTo => "rolled_to",
    };
    row.insert("part".to_owned(), json!(part));
    let (kind, act) = kind_of(words, day.status);
    row.insert("day".to_owned(), json!(kind));
    put(&mut row, "act", act.map(|act| json!(act)));
    put(&mut row, "public_from", date(public_from(words, day.status)));
    row.insert("why".to_owned(), json!(why));
    row
}
