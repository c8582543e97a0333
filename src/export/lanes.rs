//! The race of the channels and the last chances as JSON.
//!
//! Ids and dates are the engine's; sentences (`says`) are in the language of the [`Words`].

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::json::{in_force, moment, not_yet_official, put};
use crate::engine::case::write_moment;
use crate::engine::catalogue::{AcceptanceDay, Known, Visits};
use crate::engine::race::{Lane, Race};
use crate::engine::ready_by::{Chance, ReadyBy, Then, Tomorrow};
use crate::engine::verdict::{Ready, Verdict};
use crate::words::Words;

/// The race: who is first and why, then the lanes in their order.
pub fn race(words: &Words, race: &Race) -> Value {
    let head = race.lanes.iter().take(race.equal_first);
    let mut answer = Map::new();
    answer.insert("first".to_owned(), head.map(|lane| json!(lane.channel.id)).collect());
    let ahead = race.ahead.map(|ahead| {
        let why = [(ahead.accepts_sooner, "accepts_sooner"), (ahead.shorter_term, "shorter_term")];
        let why: Vec<_> = why.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why).collect();
        json!({ "days": ahead.days, "why": why })
    });
    put(&mut answer, "ahead_of_next", ahead);
    answer.insert("says".to_owned(), json!(words.race(race)));
    answer.insert("lanes".to_owned(), race.lanes.iter().map(|lane| self::lane(words, lane)).collect());
    put(&mut answer, "no_date", race.unanswered.as_ref().map(|verdict| no_date(words, verdict)));
    Value::Object(answer)
}

fn lane(words: &Words, lane: &Lane) -> Value {
    let verdict = &lane.verdict;
    let mut row = Map::new();
    row.insert("channel".to_owned(), json!(lane.channel.id));
    row.insert("edition".to_owned(), json!(verdict.edition.map(|edition| &edition.id)));
    row.insert("bring".to_owned(), lane.to_bring().map(|line| json!(line.rule.evidence)).collect());
    row.insert("bring_also".to_owned(), verdict.documents.bring_also().collect());
    row.insert("missing".to_owned(), verdict.documents.missing().collect());
    row.insert("visits".to_owned(), visits(&lane.channel.visits));
    let acceptance = verdict.acceptance.map(|acceptance| acceptance.slug());
    row.insert("acceptance".to_owned(), json!(acceptance));
    let accepts = verdict.intake.taken_in_at.map(|_| verdict.intake.next_opening.unwrap_or(verdict.intake.filed_at));
    put(&mut row, "accepts_at", accepts.map(|at| json!(write_moment(at))));
    put(&mut row, "day_zero", verdict.intake.day_zero().map(day));
    let rule = match &lane.channel.acceptance_day {
        Known::Known { value: AcceptanceDay::NotIncluded, .. } => json!("not_included"),
        Known::Unknown { because, .. } => json!({ "unknown": because }),
    };
    let source = &lane.channel.acceptance_day.source().0;
    row.insert("acceptance_day".to_owned(), json!({ "rule": rule, "source": source }));
    put_ready(&mut row, verdict.ready);
    put_standing(&mut row, verdict);
    put(&mut row, "gives", verdict.deadline.as_ref().map(|deadline| json!(deadline.term.gives)));
    put(&mut row, "no_date", verdict.ready.is_none().then(|| no_date(words, verdict)));
    row.insert("says".to_owned(), json!(words.lane(lane)));
    Value::Object(row)
}

/// What the dates rest on: whether the edition is in force, and what is open beyond the official calendar.
fn put_standing(row: &mut Map<String, Value>, verdict: &Verdict) {
    put(row, "edition_in_force", verdict.in_force.map(in_force));
    put(row, "not_yet_official", not_yet_official(verdict));
}

/// The last chance at each channel, and what a day's wait costs where the case was filed.
pub fn ready_by(words: &Words, by: &ReadyBy, tomorrow: Option<&Tomorrow>) -> Value {
    let mut answer = Map::new();
    answer.insert("needed".to_owned(), day(by.needed));
    let lanes = by.lanes.iter().map(|(channel, chance)| {
        let mut row = Map::new();
        row.insert("channel".to_owned(), json!(channel.id));
        match chance {
            Chance::Until { last, ready, then } => {
                row.insert("file_until".to_owned(), json!(write_moment(*last)));
                put_ready(&mut row, Some(*ready));
                put_standing(&mut row, then);
            }
            Chance::NoLongerPossible { ready } => {
                row.insert("file_until".to_owned(), Value::Null);
                put_ready(&mut row, Some(*ready));
            }
            Chance::BeyondCalendar { first, last } => {
                row.insert("file_until".to_owned(), Value::Null);
                row.insert("calendar".to_owned(), json!({ "first": first, "last": last }));
            }
            Chance::NoDate { why } => {
                row.insert("file_until".to_owned(), Value::Null);
                row.insert("no_date".to_owned(), no_date(words, why));
            }
        }
        row.insert("says".to_owned(), json!(words.chance(chance)));
        Value::Object(row)
    });
    answer.insert("lanes".to_owned(), lanes.collect());
    put(&mut answer, "tomorrow", tomorrow.map(|tomorrow| self::tomorrow(words, tomorrow)));
    put(&mut answer, "no_date", by.unanswered.as_ref().map(|verdict| no_date(words, verdict)));
    Value::Object(answer)
}

fn tomorrow(words: &Words, tomorrow: &Tomorrow) -> Value {
    let mut row = Map::new();
    row.insert("file_at".to_owned(), json!(write_moment(tomorrow.at)));
    match &tomorrow.then {
        Then::NoLater(ready) => {
            put_ready(&mut row, Some(*ready));
            row.insert("later_by_days".to_owned(), json!(0));
        }
        Then::Later(ready, days) => {
            put_ready(&mut row, Some(*ready));
            row.insert("later_by_days".to_owned(), json!(days));
        }
        Then::NoDate(why) => {
            row.insert("no_date".to_owned(), no_date(words, why));
        }
    }
    row.insert("says".to_owned(), json!(words.tomorrow(tomorrow)));
    Value::Object(row)
}

fn visits(visits: &Visits) -> Value {
    let told = |times: &Known<u8>| match times {
        Known::Known { value, source } => json!({ "value": value, "source": source.0 }),
        Known::Unknown { because, source } => json!({ "unknown": because, "source": source.0 }),
    };
    json!({ "to_file": told(&visits.to_file), "to_collect": told(&visits.to_collect) })
}

fn put_ready(row: &mut Map<String, Value>, ready: Option<Ready>) {
    let earliest = ready.and_then(|ready| ready.earliest);
    row.insert("ready_earliest".to_owned(), json!(earliest.map(moment)));
    row.insert("ready_latest".to_owned(), json!(ready.map(|ready| moment(ready.latest))));
}

/// Why there is no date.
fn no_date(words: &Words, verdict: &Verdict) -> Value {
    let acceptance = verdict.acceptance.map(|acceptance| acceptance.slug());
    json!({ "why": words.headline(verdict), "acceptance": acceptance, "needs": verdict.needs })
}

fn day(date: NaiveDate) -> Value {
    json!(date.to_string())
}
