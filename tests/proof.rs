//! Every ready date can be counted again by someone who has only its proof: `proof/check.py`, written apart, does.
//!
//! `make proof` has it count a million; here it is 20,000, and proofs with one thing wrong, each of which it must refuse:
//! a checker that accepts those checks nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "../examples/proofs.rs"]
mod proofs;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use proofs::Draw;
use serde_json::{Value, json};

/// What the checker says of some proofs.
fn check(proofs: impl Iterator<Item = Value>) -> Output {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proof/check.py");
    let mut python = Command::new("python3");
    python.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut checker = python.spawn().unwrap_or_else(|error| panic!("python3 cannot be started: {error}"));
    let mut input = checker.stdin.take().unwrap();
    for proof in proofs {
        // It stops reading at the first fault.
        if writeln!(input, "{proof}").is_err() {
            break;
        }
    }
    drop(input);
    checker.wait_with_output().unwrap()
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned()).concat()
}

#[test]
fn twenty_thousand_dates_are_counted_again_from_their_proofs_alone() {
    let mut draw = Draw(2026);
    let output = check((0..20_000).map(|_| draw.proof()));
    let told = told(&output);
    assert!(output.status.success(), "{told}");
    // The draw reaches every kind of term, and what makes counting hard.
    for what in [
        "20,000 proofs,",
        "proofs of working_days",
        "proofs of calendar_days",
        "proofs of weeks",
        "proofs of months",
        "proofs of office_minutes",
        "proofs with a limit",
        "worked weekends",
        "waiting",
        "rolled_over",
        "in_lieu",
        "moved_off",
    ] {
        assert!(told.contains(what), "no {what} in: {told}");
    }
}

/// A proof with one thing wrong, if it has that thing.
type Fault = fn(&mut Value) -> Option<()>;

fn rows(proof: &mut Value) -> &mut Vec<Value> {
    proof["proof"].as_array_mut().unwrap()
}

fn place_of(proof: &mut Value, key: &str, value: &str) -> Option<usize> {
    rows(proof).iter().position(|row| row[key] == value)
}

/// The day after a date, or after the date of a moment, as it was written.
fn a_day_later(date: &Value) -> Value {
    let text = date.as_str().unwrap();
    let later = text[..10].parse::<chrono::NaiveDate>().unwrap().succ_opt().unwrap();
    json!(format!("{later}{}", &text[10..]))
}

const FAULTS: [(&str, Fault); 15] = [
    ("a row is dropped", |proof| {
        let middle = rows(proof).len() / 2;
        rows(proof).remove(middle);
        Some(())
    }),
    ("the last row is dropped", |proof| rows(proof).pop().map(|_| ())),
    ("a row stands twice", |proof| {
        let first = rows(proof)[0].clone();
        rows(proof).insert(0, first);
        Some(())
    }),
    ("two rows change places", |proof| (1 < rows(proof).len()).then(|| rows(proof).swap(0, 1))),
    ("a number is one too high", |proof| {
        let row = rows(proof).iter_mut().find(|row| row["number"].is_u64())?;
        row["number"] = json!(row["number"].as_u64()? + 1);
        Some(())
    }),
    ("a date is a day late", |proof| {
        let row = rows(proof).last_mut()?;
        row["date"] = a_day_later(&row["date"]);
        Some(())
    }),
    ("the ready date is a day late", |proof| {
        proof["term"]["latest"] = a_day_later(&proof["term"]["latest"]);
        Some(())
    }),
    ("the earliest date is a day late", |proof| {
        proof["term"]["earliest"].as_str()?;
        proof["term"]["earliest"] = a_day_later(&proof["term"]["earliest"]);
        Some(())
    }),
    ("the term is a unit longer", |proof| {
        let leg = &mut proof["term"]["legs"][0]["at_most"];
        *leg = json!(leg.as_u64()? + 1);
        Some(())
    }),
    ("a day off is counted as worked", |proof| {
        let place = place_of(proof, "part", "not_counted")?;
        rows(proof)[place]["part"] = json!("counted");
        Some(())
    }),
    ("a weekday is called a weekend", |proof| {
        let place = place_of(proof, "day", "working")?;
        rows(proof)[place]["day"] = json!("weekend");
        Some(())
    }),
    ("a weekend is called a working day", |proof| {
        let place = place_of(proof, "day", "weekend")?;
        rows(proof)[place]["day"] = json!("working");
        Some(())
    }),
    ("a holiday has no act", |proof| {
        let place = place_of(proof, "day", "holiday")?;
        rows(proof)[place].as_object_mut()?.remove("act").map(|_| ())
    }),
    ("a worked weekend is left out of the count", |proof| {
        let place = place_of(proof, "day", "worked_by_order")?;
        rows(proof)[place]["part"].as_str().filter(|part| *part == "counted")?;
        rows(proof)[place]["part"] = json!("not_counted");
        Some(())
    }),
    ("the limit is a day late", |proof| {
        proof["term"]["not_after"]["date"].as_str()?;
        proof["term"]["not_after"]["date"] = a_day_later(&proof["term"]["not_after"]["date"]);
        Some(())
    }),
];

#[test]
fn a_proof_with_one_thing_wrong_is_refused() {
    let mut draw = Draw(7);
    let proofs: Vec<_> = (0..400).map(|_| draw.proof()).collect();
    assert!(check(proofs.iter().cloned()).status.success());
    for (what, spoil) in FAULTS {
        let spoilt = proofs.iter().filter_map(|proof| {
            let mut proof = proof.clone();
            spoil(&mut proof).map(|()| proof)
        });
        let spoilt: Vec<_> = spoilt.take(3).collect();
        assert!(!spoilt.is_empty(), "no proof in which {what}");
        for proof in spoilt {
            let output = check(std::iter::once(proof));
            assert_eq!(output.status.code(), Some(1), "{what}, and it says: {}", told(&output));
            assert!(told(&output).starts_with("proof 1: "), "{what}: {}", told(&output));
        }
    }
}

#[test]
fn no_proof_at_all_is_refused() {
    assert!(!check(std::iter::empty()).status.success());
}
