//! What a keystroke in the search costs: every beginning of the queries of `tests/search.json`, as it is typed.

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use merzim::find::find;
use merzim::lang::Lang;
use serde_json::Value;

/// What the field holds after each keystroke of each query.
fn keystrokes() -> Vec<String> {
    let file: Value = serde_json::from_str(include_str!("../tests/search.json")).unwrap_or_default();
    let rows = file.get("queries").and_then(Value::as_array).into_iter().flatten();
    let queries = rows.filter_map(|row| row.get("query")?.as_str());
    let ends = |query: &str| query.char_indices().map(|(end, letter)| end + letter.len_utf8()).collect::<Vec<_>>();
    queries.flat_map(|query| ends(query).into_iter().filter_map(|end| query.get(..end).map(str::to_owned))).collect()
}

/// Prints what the keystrokes cost, each in the best of some rounds.
fn spread(keystrokes: &[String]) {
    let time = |typed: &String| {
        let start = Instant::now();
        black_box(find(black_box(typed), Lang::Kk));
        start.elapsed().as_secs_f64() * 1e3
    };
    let best = |typed| (0..5).map(|_| time(typed)).fold(f64::INFINITY, f64::min);
    let mut each: Vec<_> = keystrokes.iter().map(best).collect();
    each.sort_by(f64::total_cmp);
    let at = |percent: usize| each.get((each.len() * percent / 100).min(each.len() - 1)).copied().unwrap_or_default();
    let (count, median, worst) = (each.len(), at(50), at(100));
    println!("find: {count} keystrokes, median {median:.3} ms, 99 in 100 within {:.3}, worst {worst:.3}", at(99));
}

fn search(criterion: &mut Criterion) {
    let keystrokes = keystrokes();
    spread(&keystrokes);
    let mut turn = keystrokes.iter().cycle();
    criterion.bench_function("find, a keystroke", |bench| {
        bench.iter(|| turn.next().map(|typed| find(black_box(typed), Lang::Kk)));
    });
}

criterion_group!(benches, search);
criterion_main!(benches);
