//! What an answer costs in a browser: `make bench-wasm` builds this for WebAssembly with the app's own profile, opens it
//! in Chromium, and reads the figures off the page. It is no part of the app.
//!
//! A browser's clock is coarse, so each case is answered many times between two looks at it.

use std::hint::black_box;

use js_sys::{Function, Reflect};
use merzim::content::{self, Content};
use merzim::engine::assess;
use merzim::engine::case::{Case, WrittenCase};
use wasm_bindgen::{JsCast, JsValue};

const CASES: [&str; 7] = [
    include_str!("../tests/cases/he-diploma-duplicate.json"),
    include_str!("../tests/cases/school-certificate-duplicate.json"),
    include_str!("../tests/cases/tve-admission.json"),
    include_str!("../tests/cases/tve-diploma-duplicate.json"),
    include_str!("../tests/cases/tve-dormitory.json"),
    include_str!("../tests/cases/tve-incomplete-certificate.json"),
    include_str!("../tests/cases/tve-transfer-reinstatement.json"),
];
const TIMES: u32 = 300;
const ROUNDS: usize = 5;

/// The worked cases; what cannot be read would be missed in the number that is printed.
fn worked_cases(content: &Content) -> Vec<Case> {
    let written = CASES.iter().flat_map(|text| serde_json::from_str::<Vec<WrittenCase>>(text).unwrap_or_default());
    written.filter_map(|case| case.read(content.catalogue).ok()).collect()
}

/// The browser's clock, in milliseconds.
fn clock() -> Option<impl Fn() -> f64> {
    let performance = Reflect::get(&js_sys::global(), &JsValue::from_str("performance")).ok()?;
    let now: Function = Reflect::get(&performance, &JsValue::from_str("now")).ok()?.dyn_into().ok()?;
    Some(move || now.call0(&performance).ok().and_then(|time| time.as_f64()).unwrap_or_default())
}

fn figures() -> Option<String> {
    let (content, now) = (content::shipped(), clock()?);
    let cases = worked_cases(content);
    let time = |case: &Case| {
        let start = now();
        for _ in 0..TIMES {
            black_box(assess(content.catalogue, &content.calendar, black_box(case)));
        }
        (now() - start) * 1e3 / f64::from(TIMES)
    };
    // The best round of each case: the first ones run before the browser has optimised the program.
    let best = |case| (0..ROUNDS).map(|_| time(case)).fold(f64::INFINITY, f64::min);
    let mut each: Vec<_> = cases.iter().map(best).collect();
    each.sort_by(f64::total_cmp);
    let at = |percent: usize| each.get((each.len() * percent / 100).min(each.len() - 1)).copied();
    let (count, median, ninety, worst) = (each.len(), at(50)?, at(90)?, at(100)?);
    Some(format!("{count} worked cases: median {median:.1} µs, nine in ten within {ninety:.1}, worst {worst:.1}"))
}

fn main() {
    let told = figures().unwrap_or_else(|| "no clock, or no case".to_owned());
    if let Some(body) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body()) {
        body.set_text_content(Some(&told));
    }
}
