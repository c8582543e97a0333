//! What an answer costs: the time of `assess` for a case, over all the worked cases of `tests/cases/`.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use merzim::content;
use merzim::engine::assess;
use merzim::engine::calendar::Calendar;
use merzim::engine::case::{Case, WrittenCase};
use merzim::engine::catalogue::Catalogue;

/// The worked cases as the engine reads them.
fn worked_cases(catalogue: &Catalogue) -> Vec<Case> {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").read_dir().into_iter().flatten();
    let texts = files.flatten().filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let written = texts.flat_map(|text| serde_json::from_str::<Vec<WrittenCase>>(&text).unwrap_or_default());
    written.filter_map(|case| case.read(catalogue).ok()).collect()
}

fn answers(criterion: &mut Criterion) {
    let content = content::shipped();
    let (catalogue, calendar) = (&content.catalogue, &content.calendar);
    let cases = worked_cases(catalogue);
    let (past, present): (Vec<_>, Vec<_>) = cases.into_iter().partition(|case| case.known_on.is_some());

    // Per case: the time of all, divided by their number.
    let mut group = criterion.benchmark_group("assess");
    for (name, cases) in [("a worked case", &present), ("a worked case with known_on", &past)] {
        let mut turn = cases.iter().cycle();
        group.throughput(Throughput::Elements(1));
        group.bench_function(name, |bench| {
            bench.iter(|| turn.next().map(|case| assess(catalogue, calendar, black_box(case)).ready));
        });
    }
    group.finish();

    criterion.bench_function("prepare the calendar", |bench| {
        bench.iter(|| Calendar::from_facts(black_box(calendar.facts())));
    });
}

criterion_group!(benches, answers);
criterion_main!(benches);
