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

/// Microseconds that each case takes, in order: the mean of some hundred answers to the same case.
fn spread(catalogue: &Catalogue, calendar: &Calendar, cases: &[Case]) -> Vec<f64> {
    const TIMES: u32 = 300;
    let mut each: Vec<_> = cases
        .iter()
        .map(|case| {
            let start = Instant::now();
            for _ in 0..TIMES {
                black_box(assess(catalogue, calendar, black_box(case)));
            }
            start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
        })
        .collect();
    each.sort_by(f64::total_cmp);
    each
}

fn answers(criterion: &mut Criterion) {
    let content = content::shipped();
    let (catalogue, calendar) = (content.catalogue, &content.calendar);
    let cases = worked_cases(catalogue);
    spread(catalogue, calendar, &cases); // warm
    let each = spread(catalogue, calendar, &cases);
    let at = |percent: usize| each.get((each.len() * percent / 100).min(each.len() - 1)).copied().unwrap_or_default();
    let [median, ninety, worst] = [50, 90, 100].map(at);
    println!(
        "assess, {} worked cases: median {median:.1} µs, nine in ten within {ninety:.1}, worst {worst:.1}",
        each.len()
    );

    let mut group = criterion.benchmark_group("assess");
    group.throughput(Throughput::Elements(1));
    let mut turn = cases.iter().cycle();
    group.bench_function("a worked case", |bench| {
        bench.iter(|| turn.next().map(|case| assess(catalogue, calendar, black_box(case)).ready));
    });
    if let Some((facts, many)) = grown::grown(COPIES, &written_cases()) {
        let services = facts.catalogue.services.len();
        // The worked cases of one copy in the middle: what finding a service and its notices among strangers costs.
        let of_one = many.chunks(many.len() / COPIES).nth(COPIES / 2).unwrap_or_default();
        // Cases far apart: every one finds the memory cold.
        let far = (0..CASES).filter_map(|place| many.get(place * 7919 % many.len())).collect::<Vec<_>>();
        let mut one = of_one.iter().cycle();
        group.bench_function(format!("a worked case among {services} services"), |bench| {
            bench.iter(|| one.next().map(|case| assess(&facts.catalogue, calendar, black_box(case)).ready));
        });
        let mut far = far.into_iter().cycle();
        group.bench_function(format!("one of {CASES} cases over {services} services"), |bench| {
            bench.iter(|| far.next().map(|case| assess(&facts.catalogue, calendar, black_box(case)).ready));
        });
    }
    group.finish();
}

criterion_group!(benches, answers);
criterion_main!(benches);
