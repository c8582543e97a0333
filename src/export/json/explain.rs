//! What completes the package, what would turn the answer into a yes, and what is still to be asked.

use serde_json::{Map, Value, json};

use super::{date, list, put};
use crate::engine::case::Case;
use crate::engine::counterfactual::{self, Reach};
use crate::engine::fixes;
use crate::engine::questions;
use crate::engine::verdict::Verdict;
use crate::words::Words;

/// `fixes`: each minimal set of documents that completes the package. `fixes_if`, where it depends on facts that are
/// not told: for each of the sets the values that they must have, `{}` for all other cases. `newer`: documents of which
/// another one is needed. `dated_from`: the first date that will do. `valid_until`: the last acceptance day of a
/// document whose date was told. `to_complete`: the same in sentences; of a borrowed
/// list, what has grown too old.
pub(super) fn fixes(answer: &mut Map<String, Value>, words: &Words, case: &Case, verdict: &Verdict) {
    let fixes = fixes::all(words.catalogue, words.calendar, case, verdict);
    let wanted = || fixes.iter().flat_map(|fix| &fix.documents);
    let ids = fixes.iter().map(|fix| fix.documents.iter().map(|wanted| json!(wanted.evidence)).collect()).collect();
    put(answer, "fixes", list(ids));
    if fixes.iter().any(|fix| !fix.when.is_empty()) {
        let when = fixes.iter().map(|fix| facts(fix.when.iter().map(|(fact, values)| (*fact, json!(values)))));
        put(answer, "fixes_if", list(when.collect()));
    }
    let mut newer: Vec<_> = wanted().filter(|one| one.instead_of.is_some()).map(|one| json!(one.evidence)).collect();
    newer.dedup();
    put(answer, "newer", list(newer));
    let from = wanted().filter_map(|wanted| Some((wanted.evidence, date(wanted.dated_from)?)));
    put(answer, "dated_from", Some(facts(from)).filter(|days| *days != json!({})));
    let lines = verdict.documents.lines.iter();
    let until = lines.filter_map(|line| Some((line.rule.evidence.as_str(), date(line.valid_until)?)));
    put(answer, "valid_until", Some(facts(until)).filter(|days| *days != json!({})));
    put(answer, "to_complete", list(words.fixes(&fixes, verdict).into_iter().map(Value::String).collect()));
}

/// Adds what takes a search: what [`changes`] adds, and `questions`: the facts still worth asking for, the most deciding
/// first.
pub fn explain(answer: &mut Map<String, Value>, words: &Words, case: &Case, verdict: &Verdict) {
    changes(answer, words, case);
    let Some(edition) = verdict.edition else { return };
    let open = questions::remaining(words.catalogue, words.calendar, case, edition, verdict.channel);
    put(answer, "questions", list(open.iter().map(|fact| json!(fact.id)).collect()));
}

/// Adds `changes`: every smallest change to a yes, with `reach`: `within` the person's reach, `untold` and perhaps so
/// already, or `beyond` it; `from` and `until` are days of acceptance. `ways`: the same in sentences.
pub(super) fn changes(answer: &mut Map<String, Value>, words: &Words, case: &Case) {
    let changes = counterfactual::changes(words.catalogue, words.calendar, case);
    let rows = changes.iter().map(|change| {
        let mut row = Map::new();
        row.insert("facts".to_owned(), facts(change.facts.iter().map(|(fact, value)| (*fact, json!(value)))));
        let reach = match change.reach {
            Reach::Within => "within",
            Reach::Untold => "untold",
            Reach::Beyond => "beyond",
        };
        row.insert("reach".to_owned(), json!(reach));
        put(&mut row, "from", date(change.from));
        put(&mut row, "until", date(change.until));
        Value::Object(row)
    });
    put(answer, "changes", list(rows.collect()));
    put(answer, "ways", list(words.changes(&changes).into_iter().map(Value::String).collect()));
}

fn facts<'f>(facts: impl Iterator<Item = (&'f str, Value)>) -> Value {
    Value::Object(facts.map(|(fact, value)| (fact.to_owned(), value)).collect())
}
