//! What an answer costs, with its whole proof: `assess` over all the worked cases of `tests/cases/`, and in a catalogue
//! of the national registry's size, where a case must cost what it costs in the shipped one.

mod grown;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use merzim::content;
use merzim::engine::assess;
use merzim::engine::calendar::Calendar;
use merzim::engine::case::{Case, WrittenCase};
use merzim::engine::catalogue::Catalogue;
use serde_json::Value;

/// Services in the national registry: 7 × 186 = 1,302.
const COPIES: usize = 186;
const CASES: usize = 10_000;

/// The worked cases as they are written.
fn written_cases() -> Vec<Value> {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").read_dir().into_iter().flatten();
    let texts = files.flatten().filter_map(|file| std::fs::read_to_string(file.path()).ok());
    texts.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).unwrap_or_default()).collect()
}

/// The worked cases as the engine reads them.
fn worked_cases(catalogue: &Catalogue) -> Vec<Case> {
    let written = written_cases().into_iter().filter_map(|case| serde_json::from_value::<WrittenCase>(case).ok());
    written.filter_map(|case| case.read(catalogue).ok()).collect()
}

/// Prints what the cases cost, each in the best of some rounds: a round is so many answers to the same case.
fn spread(name: &str, catalogue: &Catalogue, calendar: &Calendar, cases: &[Case]) {
    const ROUNDS: usize = 5;
    const TIMES: u32 = 50;
    let round = |case: &Case| {
        let start = Instant::now();
        for _ in 0..TIMES {
            black_box(assess(catalogue, calendar, black_box(case)));
        }
        start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
    };
    let best = |case| (0..ROUNDS).map(|_| round(case)).fold(f64::INFINITY, f64::min);
    let mut each: Vec<_> = cases.iter().map(best).collect();
    each.sort_by(f64::total_cmp);
    let at = |percent: usize| each.get((each.len() * percent / 100).min(each.len() - 1)).copied().unwrap_or_default();
    let (count, median, ninety, worst) = (each.len(), at(50), at(90), at(100));
    println!("{name}: {count} cases, median {median:.1} µs, nine in ten within {ninety:.1}, worst {worst:.1}");
}

fn answers(criterion: &mut Criterion) {
    let content = content::shipped();
    let (catalogue, calendar) = (content.catalogue, &content.calendar);
    let cases = worked_cases(catalogue);
    spread("assess, as shipped", catalogue, calendar, &cases);
    for copies in [1, COPIES] {
        let Some((facts, many)) = grown::grown(copies, &written_cases()) else { continue };
        let catalogue = &facts.catalogue;
        // Of every copy of a service some, up to so many.
        let asked: Vec<_> = many.iter().step_by((many.len() / CASES).max(1)).take(CASES).cloned().collect();
        spread(&format!("assess, {} services", catalogue.services.len()), catalogue, calendar, &asked);
        let start = Instant::now();
        asked.iter().for_each(|case| drop(black_box(assess(catalogue, calendar, case))));
        let each = start.elapsed().as_secs_f64() * 1e6 / asked.len() as f64;
        println!("the same once, one after the other: {each:.1} µs a case");
    }

    let mut group = criterion.benchmark_group("assess");
    group.throughput(Throughput::Elements(1));
    let mut turn = cases.iter().cycle();
    group.bench_function("a worked case", |bench| {
        bench.iter(|| turn.next().map(|case| assess(catalogue, calendar, black_box(case)).ready));
    });
    group.finish();
}

criterion_group!(benches, answers);
criterion_main!(benches);
