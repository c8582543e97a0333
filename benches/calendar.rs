//! What one look-up in a prepared calendar costs, alone and in a slice of a thousand dates.

use std::hint::black_box;

use chrono::{NaiveDate, TimeDelta};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use merzim::engine::calendar::{Calendar, CalendarFacts, WorkWeek, day_number};

const FACTS: &str = include_str!("../static/catalogue/calendar.json");

/// A thousand dates of ten years, in no order that a processor could guess.
fn dates() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default();
    (0..1000).map(|place| first + TimeDelta::days(place * 7919 % 3653)).collect()
}

fn calendar(criterion: &mut Criterion) {
    let Ok(facts) = serde_json::from_str::<CalendarFacts>(FACTS) else { return };
    let prepared = Calendar::from_facts(&facts);
    let week = prepared.week(WorkWeek::FiveDay);
    let dates = dates();

    let mut turn = dates.iter().cycle();
    criterion.bench_function("shift, one date", |bench| {
        bench.iter(|| turn.next().map(|&date| week.shift(black_box(date), black_box(15))));
    });

    let mut group = criterion.benchmark_group("slices");
    group.throughput(Throughput::Elements(dates.len() as u64));
    let table = week.table(15);
    let (days, mut out) = (dates.iter().map(|&date| day_number(date)).collect::<Vec<_>>(), vec![0; dates.len()]);
    group.bench_function("shift_slice, 1000 dates", |bench| {
        bench.iter(|| table.shift_slice(black_box(&days), black_box(&mut out)));
    });
    group.bench_function("count, 1000 pairs", |bench| {
        let pairs = || dates.iter().zip(dates.iter().cycle().skip(1));
        bench.iter(|| pairs().filter_map(|(&a, &b)| week.count(a, b).ok()).map(i64::from).sum::<i64>());
    });
    group.finish();

    criterion.bench_function("prepare a table of shifts", |bench| bench.iter(|| week.table(black_box(15))));
    criterion.bench_function("prepare a calendar", |bench| bench.iter(|| Calendar::from_facts(black_box(&facts))));
}

criterion_group!(benches, calendar);
criterion_main!(benches);
