//! A catalogue of the national registry's size, grown from the shipped one: every service many times over, each copy
//! with ids of its own for service, facts, documents and notices, so that nothing is found sooner than among strangers.

#![allow(clippy::indexing_slicing, reason = "the shipped files are there and have these keys")]

use std::collections::BTreeSet;

use merzim::content::load::{self, Facts, SHARED, file_of};
use merzim::content::read_shipped;
use merzim::engine::case::{Case, WrittenCase};
use serde_json::{Map, Value};

/// Keys whose words are of the format, even if an id is spelt the same.
const OF_THE_FORMAT: [&str; 2] = ["kind", "topic"];

/// So many copies of the shipped catalogue as one, and the cases each asked of every copy.
pub fn grown(copies: usize, cases: &[Value]) -> Option<(Facts, Vec<Case>)> {
    let shared: Map<_, _> =
        SHARED.iter().map(|file| Some((file.to_string(), shipped(file)?))).collect::<Option<_>>()?;
    let services: Vec<_> =
        list(&shared["index.json"]).iter().filter_map(|entry| shipped(&file_of(id(entry)))).collect();
    let mut ids = BTreeSet::new();
    let vocabulary = &shared["vocabulary.json"];
    for rows in [&shared["index.json"], &shared["notices.json"], &vocabulary["facts"], &vocabulary["evidence"]] {
        ids.extend(list(rows).iter().map(id));
    }

    let (mut files, mut asked) = (shared.clone(), Vec::new());
    for copy in 1..=copies {
        let own = |value: &Value| renamed(value, &ids, copy);
        for file in ["index.json", "notices.json"] {
            extend(&mut files[file], own(&shared[file]), copy);
        }
        for key in ["facts", "evidence", "channels", "actors", "milestones", "desks"] {
            extend(&mut files["vocabulary.json"][key], own(&vocabulary[key]), copy);
        }
        files.extend(services.iter().map(own).map(|service| (file_of(id(&service)), service)));
        asked.extend(cases.iter().map(own));
    }
    let read = |file: &str| files.get(file).map(Value::to_string).ok_or_else(|| "is not there".to_owned());
    let faults = |faults: Vec<load::Fault>| faults.iter().for_each(|fault| eprintln!("{fault}"));
    let facts = load::facts(&read).map_err(faults).ok()?;
    let written = asked.into_iter().filter_map(|case| serde_json::from_value::<WrittenCase>(case).ok());
    let cases = written.filter_map(|case| case.read(&facts.catalogue).ok()).collect();
    Some((facts, cases))
}

fn shipped(file: &str) -> Option<Value> {
    serde_json::from_str(&read_shipped(file).ok()?).ok()
}

fn list(rows: &Value) -> &[Value] {
    rows.as_array().map_or(&[], Vec::as_slice)
}

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap_or_default()
}

/// The rows whose ids are not there yet; the first copy takes the place of the shipped rows.
fn extend(rows: &mut Value, more: Value, copy: usize) {
    let Value::Array(rows) = rows else { return };
    if copy == 1 {
        rows.clear();
    }
    let known: BTreeSet<_> = rows.iter().map(|row| id(row).to_owned()).collect();
    rows.extend(list(&more).iter().filter(|row| !known.contains(id(row))).cloned());
}

fn own_pair(key: &str, item: &Value, ids: &BTreeSet<&str>, copy: usize) -> (String, Value) {
    let item = match item {
        _ if OF_THE_FORMAT.contains(&key) => item.clone(),
        // A case has the ids of its facts as keys.
        Value::Object(told) if key == "facts" => {
            told.iter().map(|(fact, value)| (format!("{fact}-{copy}"), renamed(value, ids, copy))).collect()
        }
        item => renamed(item, ids, copy),
    };
    (key.to_owned(), item)
}

/// The same with every id followed by the number of the copy.
fn renamed(value: &Value, ids: &BTreeSet<&str>, copy: usize) -> Value {
    let own = |text: &str| if ids.contains(text) { format!("{text}-{copy}") } else { text.to_owned() };
    match value {
        Value::String(text) => Value::String(own(text)),
        Value::Array(items) => items.iter().map(|item| renamed(item, ids, copy)).collect(),
        Value::Object(keys) => keys.iter().map(|(key, item)| own_pair(key, item, ids, copy)).collect(),
        other => other.clone(),
    }
}
