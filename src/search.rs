//! The search: a program of its own, which comes when somebody turns to the field for it.

use merzim::lang::Lang;
use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::find::find`]. Gives a line for each service: its id, a tab, and what fits in the language of this code.
#[wasm_bindgen]
pub fn find(query: &str, lang: &str) -> String {
    let hits = merzim::find::find(query, Lang::from_code(lang).unwrap_or_default());
    let lines: Vec<_> = hits.iter().map(|hit| [hit.service, "\t", &hit.reason, "\n"].concat()).collect();
    lines.concat()
}

fn main() {}
