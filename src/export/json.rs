//! A verdict as JSON, in the keys of the public case format, with the proof, the findings and the sources beside them.
//!
//! Ids and dates are the engine's; sentences (`warnings`, `readings`, `why`) are in the language of the [`Words`].

mod explain;

pub use explain::explain;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::proof;
use crate::engine::calendar::DayStatus;
use crate::engine::case::{Case, write_moment};
use crate::engine::catalogue::{InForceOn, NoticeKind};
use crate::engine::condition::Truth;
use crate::engine::verdict::{
    DocumentLine, DocumentStatus, Finding, Invalidity, ListStanding, Milestone, Moment, NotYetOfficial, Open, Rule,
    Verdict,
};
use crate::words::Words;

/// The whole answer. Keys without a value are left out, but for `eligible`, `acceptance`, `missing` and the ready dates.
pub fn verdict(words: &Words, version: &str, case: &Case, verdict: &Verdict) -> Value {
    let mut answer = core(verdict);
    answer.insert("service".to_owned(), json!(case.service));
    answer.insert("edition".to_owned(), json!(verdict.edition.map(|edition| &edition.id)));
    answer.insert("channel".to_owned(), json!(case.channel));
    explain::fixes(&mut answer, words, case, verdict);
    put(&mut answer, "if_provided", if_provided(verdict));
    put(&mut answer, "alternative", alternative(verdict));
    put(&mut answer, "needs", list(verdict.needs.iter().map(|fact| json!(fact)).collect()));
    put(&mut answer, "documents", list(verdict.documents.lines.iter().map(|line| document(words, line)).collect()));
    answer.extend(proof::proof(words, case, verdict).unwrap_or_default());
    put(&mut answer, "milestones", list(verdict.milestones.iter().map(|dated| milestone(words, dated)).collect()));
    reasons(&mut answer, words, version, case, verdict);
    Value::Object(answer)
}

/// A plain no, with what would turn it: no keys of the way, the day and the documents, as nobody was asked for those.
pub fn plain_no(words: &Words, version: &str, case: &Case, verdict: &Verdict) -> Value {
    let mut answer = Map::new();
    answer.insert("eligible".to_owned(), truth(&verdict.eligible));
    answer.insert("service".to_owned(), json!(case.service));
    answer.insert("edition".to_owned(), json!(verdict.edition.map(|edition| &edition.id)));
    put(&mut answer, "edition_in_force", verdict.in_force.map(in_force));
    put(&mut answer, "redirect", verdict.redirect.map(|redirect| json!(redirect.id)));
    explain::changes(&mut answer, words, case);
    reasons(&mut answer, words, version, case, verdict);
    Value::Object(answer)
}

/// The answer in a sentence, the rules judged, what to mind, and which facts it comes from.
fn reasons(answer: &mut Map<String, Value>, words: &Words, version: &str, case: &Case, verdict: &Verdict) {
    let readings = verdict.notices.iter().filter(|notice| notice.kind == NoticeKind::Reading);
    let of_catalogue = verdict.notices.iter().filter(|notice| notice.kind == NoticeKind::Caution);
    let warnings = verdict.cautions.iter().map(|caution| json!(words.caution(caution)));
    let cautions = warnings.chain(of_catalogue.map(|notice| json!(notice.text.get(words.lang)))).collect();
    put(answer, "warnings", list(cautions));
    let readings = readings.map(|notice| json!({ "id": notice.id, "text": notice.text.get(words.lang) })).collect();
    put(answer, "readings", list(readings));
    answer.insert("headline".to_owned(), json!(words.headline(verdict)));
    put(answer, "findings", list(verdict.findings.iter().map(|finding| self::finding(words, finding)).collect()));
    // An answer as known on an old day names nothing that came later.
    let calendar = case.known_on.map_or_else(|| words.calendar.clone(), |day| words.calendar.known_on(day));
    answer.insert(
        "version".to_owned(),
        json!({
            "facts": version,
            "calendar_official_to": calendar.official_to().to_string(),
            "known_on": calendar.knowledge_day().to_string(),
        }),
    );
}

/// One day of a working calendar.
pub fn day(words: &Words, day: NaiveDate, status: DayStatus) -> Value {
    let (kind, act) = kind_of(words, status);
    let mut row = Map::new();
    row.insert("date".to_owned(), json!(day.to_string()));
    row.insert("working".to_owned(), json!(status.is_worked()));
    row.insert("kind".to_owned(), json!(kind));
    row.insert("why".to_owned(), json!(words.day_status(status)));
    put(&mut row, "act", act.map(|act| json!(act)));
    put(&mut row, "public_from", date(public_from(words, status)));
    Value::Object(row)
}

/// The word for a day's status, and the act it rests on.
pub(super) fn kind_of<'a>(words: &Words<'a>, status: DayStatus) -> (&'static str, Option<&'a str>) {
    let facts = words.calendar.facts();
    let holiday = |place: u16| facts.holidays.get(usize::from(place)).map(|holiday| holiday.act.as_str());
    let transfer = |place: u16| facts.transfers.get(usize::from(place)).map(|transfer| transfer.act.as_str());
    match status {
        DayStatus::Working => ("working", None),
        DayStatus::WorkedByOrder { transfer: place } => ("worked_by_order", transfer(place)),
        DayStatus::Weekend => ("weekend", None),
        DayStatus::Holiday { holiday: place } => ("holiday", holiday(place)),
        DayStatus::InLieu { holiday: place, .. } => ("in_lieu", holiday(place)),
        DayStatus::MovedOff { transfer: place } => ("moved_off", transfer(place)),
    }
}

/// The day on which the public could first know why the day is what it is; none if that was before the calendar begins.
pub(super) fn public_from(words: &Words, status: DayStatus) -> Option<NaiveDate> {
    let facts = words.calendar.facts();
    match status {
        DayStatus::Working | DayStatus::Weekend => None,
        DayStatus::WorkedByOrder { transfer } | DayStatus::MovedOff { transfer } => {
            facts.transfers.get(usize::from(transfer)).map(|transfer| transfer.announced)
        }
        DayStatus::Holiday { holiday } | DayStatus::InLieu { holiday, .. } => {
            facts.holidays.get(usize::from(holiday)).and_then(|holiday| holiday.public_from)
        }
    }
}

/// The keys of the public format that are ids and dates only.
fn core(verdict: &Verdict) -> Map<String, Value> {
    let mut answer = Map::new();
    let documents = &verdict.documents;
    answer.insert("eligible".to_owned(), truth(&verdict.eligible));
    answer.insert("acceptance".to_owned(), json!(verdict.acceptance.map(|acceptance| acceptance.slug())));
    answer.insert("missing".to_owned(), documents.missing().collect());
    let invalid = documents.lines.iter().filter_map(invalid).collect();
    answer.insert("invalid_documents".to_owned(), Value::Array(invalid));
    put(&mut answer, "completeness", completeness(verdict).map(|word| json!(word)));
    answer.insert("bring_also".to_owned(), documents.bring_also().collect());
    if let ListStanding::Unknown { nearest_edition: Some(edition) } = documents.standing {
        answer.insert("documents_source".to_owned(), json!(format!("nearest_known_edition:{edition}")));
    }
    let earliest = verdict.ready.and_then(|ready| ready.earliest);
    answer.insert("ready_earliest".to_owned(), json!(earliest.map(moment)));
    answer.insert("ready_latest".to_owned(), json!(verdict.ready.map(|ready| moment(ready.latest))));
    put(&mut answer, "not_yet_official", not_yet_official(verdict));
    put(&mut answer, "alt_inclusive", date(verdict.alt_inclusive));
    put(&mut answer, "alt_after_hours_rule", date(verdict.alt_after_hours_rule));
    put(&mut answer, "alt_other_week", date(verdict.alt_other_week));
    put(&mut answer, "deemed_accepted", date(verdict.intake.deemed_accepted));
    put(&mut answer, "next_opening", verdict.intake.next_opening.map(|at| json!(write_moment(at))));
    put(&mut answer, "edition_in_force", verdict.in_force.map(in_force));
    put(&mut answer, "edition_not_before", date(verdict.edition.map(|edition| edition.in_force.not_before)));
    put(&mut answer, "redirect", verdict.redirect.map(|redirect| json!(redirect.id)));
    put(&mut answer, "fast_track", verdict.fast_track.map(|fast| json!(fast)));
    for milestone in &verdict.milestones {
        answer.insert(milestone.rule.id.to_string(), json!(milestone.date.to_string()));
    }
    answer
}

pub(super) fn not_yet_official(verdict: &Verdict) -> Option<Value> {
    let NotYetOfficial { official_to, open } = verdict.not_yet_official.as_ref()?;
    let open = open.iter().map(|question| match question {
        Open::OrdersNotIssued => json!({ "what": "orders_not_issued" }),
        Open::Bridge { date } => json!({ "what": "bridge_day", "date": date.to_string() }),
        Open::KurbanAit { date } => json!({ "what": "kurban_ait_unconfirmed", "date": date.to_string() }),
    });
    let window = verdict.deadline.as_ref().and_then(|deadline| deadline.horizon);
    let mut answer = Map::new();
    answer.insert("official_to".to_owned(), json!(official_to.to_string()));
    put(&mut answer, "ready_if_unchanged", date(window.map(|window| window.if_unchanged)));
    answer.insert("open".to_owned(), open.collect());
    Some(Value::Object(answer))
}

pub(super) fn put(answer: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        answer.insert(key.to_owned(), value);
    }
}

pub(super) fn list(items: Vec<Value>) -> Option<Value> {
    (!items.is_empty()).then_some(Value::Array(items))
}

fn truth(truth: &Truth) -> Value {
    match truth {
        Truth::True => Value::Bool(true),
        Truth::False => Value::Bool(false),
        Truth::Unknown { .. } => Value::Null,
    }
}

pub(super) fn moment(moment: Moment) -> String {
    match moment {
        Moment::Day(date) => date.to_string(),
        Moment::Minute(at) => write_moment(at),
    }
}

pub(super) fn date(date: Option<NaiveDate>) -> Option<Value> {
    date.map(|date| json!(date.to_string()))
}

pub(super) fn in_force(standing: InForceOn) -> Value {
    match standing {
        InForceOn::Surely => json!(true),
        InForceOn::No => json!(false),
        InForceOn::Uncertain => json!("uncertain"),
    }
}

fn completeness(verdict: &Verdict) -> Option<&'static str> {
    verdict.channel?;
    match verdict.documents.standing {
        ListStanding::Unknown { .. } => Some("unknown_list_not_in_seed"),
        _ if verdict.documents.unconfirmed => Some("cannot_be_confirmed"),
        ListStanding::AssumedSameAsProvider => Some("assumed_same_list_as_provider"),
        ListStanding::Stated => None,
    }
}

/// A document held but not valid, as `id:reason`.
fn invalid(line: &DocumentLine) -> Option<Value> {
    let DocumentStatus::Invalid(why) = line.status else { return None };
    let reason = match why {
        Invalidity::ExpiredByDays(1) => "expired_by_1_day".to_owned(),
        Invalidity::ExpiredByDays(days) => format!("expired_by_{days}_days"),
        Invalidity::DatedAfterFiling => "published_after_filing".to_owned(),
        Invalidity::Named(reason) => reason.to_owned(),
    };
    Some(json!(format!("{}:{reason}", line.rule.evidence)))
}

fn if_provided(verdict: &Verdict) -> Option<Value> {
    let answers = verdict.if_provided.iter().map(|(id, with)| ((*id).to_owned(), Value::Object(core(with))));
    let answers: Map<_, _> = answers.collect();
    (!answers.is_empty()).then_some(Value::Object(answers))
}

fn alternative(verdict: &Verdict) -> Option<Value> {
    let alternative = verdict.alternative.as_ref()?;
    let facts: Map<_, _> = alternative.facts.iter().map(|(fact, value)| ((*fact).to_owned(), json!(value))).collect();
    let mut answer = Map::new();
    answer.insert("facts".to_owned(), Value::Object(facts));
    put(&mut answer, "until", date(alternative.until));
    Some(Value::Object(answer))
}

fn finding(words: &Words, finding: &Finding) -> Value {
    let (kind, id, text) = match finding.rule {
        Rule::Territory(rule) => ("territory", rule.value.as_str(), None),
        Rule::Requirement(rule) => ("requirement", rule.id.as_str(), Some(&rule.text)),
        Rule::Ground(rule) => ("ground", rule.id.as_str(), Some(&rule.text)),
        Rule::Redirect(rule) => ("redirect", rule.id.as_str(), Some(&rule.text)),
    };
    let mut row = Map::new();
    row.insert("kind".to_owned(), json!(kind));
    row.insert("id".to_owned(), json!(id));
    row.insert("holds".to_owned(), truth(&finding.truth));
    put(&mut row, "text", text.map(|text| json!(text.get(words.lang))));
    if let Truth::Unknown { needs } = &finding.truth {
        row.insert("needs".to_owned(), json!(needs));
    }
    row.insert("source".to_owned(), json!(finding.source().0));
    Value::Object(row)
}

fn document(words: &Words, line: &DocumentLine) -> Value {
    let status = match line.status {
        DocumentStatus::Present => "present",
        DocumentStatus::Missing => "missing",
        DocumentStatus::Invalid(_) => "invalid",
        DocumentStatus::NotDemanded => "not_demanded",
        DocumentStatus::NotHeld => "not_held",
        DocumentStatus::Undecided { .. } => "undecided",
    };
    let mut row = Map::new();
    row.insert("id".to_owned(), json!(line.rule.evidence));
    row.insert("status".to_owned(), json!(status));
    row.insert("what".to_owned(), json!(line.rule.text.get(words.lang)));
    put(&mut row, "valid_until", date(line.valid_until));
    row.insert("borrowed".to_owned(), json!(line.borrowed));
    row.insert("source".to_owned(), json!(line.rule.source.0));
    Value::Object(row)
}

/// A dated event: what it is about, its day, where that stands.
fn milestone(words: &Words, milestone: &Milestone) -> Value {
    let rule = milestone.rule;
    json!({
        "id": rule.id,
        "kind": rule.kind,
        "date": milestone.date.to_string(),
        "what": words.milestone(milestone),
        "source": rule.source.0,
    })
}
