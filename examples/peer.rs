//! Our part in `make bench-peers`: shifts every day of a file, once as a slice and once call by call, writes the answers
//! to be judged like everyone's, and prints the nanoseconds that one takes.
//!
//! `peer FOLDER N` reads `FOLDER/days.bin`, day numbers in four bytes each, and writes `slice.bin` and `single.bin`.

use std::hint::black_box;
use std::io::Error;
use std::path::PathBuf;
use std::time::Instant;

use chrono::NaiveDate;
use merzim::content;
use merzim::engine::calendar::{NOT_COVERED, WorkWeek, day_number};
use serde_json::json;

fn main() -> Result<(), Error> {
    let mut told = std::env::args().skip(1);
    let folder = PathBuf::from(told.next().ok_or(Error::other("name the folder"))?);
    let n = told.next().and_then(|n| n.parse().ok()).ok_or(Error::other("say how many working days"))?;
    let bytes = std::fs::read(folder.join("days.bin"))?;
    let days: Vec<i32> = bytes.as_chunks::<4>().0.iter().map(|day| i32::from_le_bytes(*day)).collect();
    let dates: Vec<NaiveDate> = days.iter().filter_map(|day| NaiveDate::from_epoch_days(*day)).collect();
    let week = content::shipped().calendar.week(WorkWeek::FiveDay);

    let mut out = vec![0; days.len()];
    // The table is laid out within the time that is measured.
    let slice = best(days.len(), || week.table(black_box(n)).shift_slice(black_box(&days), &mut out));
    write(folder.join("slice.bin"), &out)?;
    let mut answers = Vec::new();
    let single = best(dates.len(), || {
        answers.clear();
        answers.extend(dates.iter().map(|date| week.shift(*black_box(date), black_box(n))));
    });
    let answers: Vec<_> = answers.into_iter().map(|date| date.map_or(NOT_COVERED, day_number)).collect();
    write(folder.join("single.bin"), &answers)?;

    let row = |call, answers, ns| json!({ "library": "**Merzim**", "call": call, "answers": answers, "ns": ns });
    println!(
        "{}",
        json!([row("shift_slice, one slice", "slice.bin", slice), row("shift, one date", "single.bin", single)])
    );
    Ok(())
}

/// Nanoseconds for one of so many, in the best of three rounds.
fn best<T>(count: usize, mut work: impl FnMut() -> T) -> f64 {
    let rounds = (0..3).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_nanos() as f64 / count as f64
    });
    rounds.fold(f64::INFINITY, f64::min)
}

fn write(path: PathBuf, days: &[i32]) -> Result<(), Error> {
    std::fs::write(path, days.iter().flat_map(|day| day.to_le_bytes()).collect::<Vec<_>>())
}
