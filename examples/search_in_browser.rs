//! What a keystroke in the search costs in a browser: `make bench-wasm` builds this for WebAssembly with the app's own
//! profile, opens it in Chromium, and reads the figures off the page. It is no part of the app.

use std::hint::black_box;

use js_sys::{Function, Reflect};
use merzim::find::find;
use merzim::lang::Lang;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

/// A browser's clock is coarse, so each keystroke is answered some times between two looks at it.
const TIMES: u32 = 4;
const ROUNDS: usize = 3;

/// What the field holds after each keystroke of each query of `tests/search.json`.
fn keystrokes() -> Vec<String> {
    let file: Value = serde_json::from_str(include_str!("../tests/search.json")).unwrap_or_default();
    let rows = file.get("queries").and_then(Value::as_array).into_iter().flatten();
    let queries = rows.filter_map(|row| row.get("query")?.as_str());
    let ends = |query: &str| query.char_indices().map(|(end, letter)| end + letter.len_utf8()).collect::<Vec<_>>();
    queries.flat_map(|query| ends(query).into_iter().filter_map(|end| query.get(..end).map(str::to_owned))).collect()
}

/// The browser's clock, in milliseconds.
fn clock() -> Option<impl Fn() -> f64> {
    let performance = Reflect::get(&js_sys::global(), &JsValue::from_str("performance")).ok()?;
    let now: Function = Reflect::get(&performance, &JsValue::from_str("now")).ok()?.dyn_into().ok()?;
    Some(move || now.call0(&performance).ok().and_then(|time| time.as_f64()).unwrap_or_default())
}

fn figures() -> Option<String> {
    let (keystrokes, now) = (keystrokes(), clock()?);
    // The first keystroke also reads the table; that once is told apart.
    let start = now();
    black_box(find(black_box("d"), Lang::Kk));
    let first = now() - start;
    let time = |typed: &String| {
        let start = now();
        for _ in 0..TIMES {
            black_box(find(black_box(typed), Lang::Kk));
        }
        (now() - start) / f64::from(TIMES)
    };
    let best = |typed| (0..ROUNDS).map(|_| time(typed)).fold(f64::INFINITY, f64::min);
    let mut each: Vec<_> = keystrokes.iter().map(best).collect();
    each.sort_by(f64::total_cmp);
    let at = |percent: usize| each.get((each.len() * percent / 100).min(each.len() - 1)).copied();
    let (count, median, most, worst) = (each.len(), at(50)?, at(99)?, at(100)?);
    Some(format!(
        "{count} keystrokes: median {median:.2} ms, 99 in 100 within {most:.2}, worst {worst:.2}; the very first {first:.1}"
    ))
}

fn main() {
    let told = figures().unwrap_or_else(|| "no clock, or no query".to_owned());
    if let Some(body) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body()) {
        body.set_text_content(Some(&told));
    }
}
