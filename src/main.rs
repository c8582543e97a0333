//! The short program: what an applicant's first visit loads.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::ui::start`].
#[wasm_bindgen]
pub fn start(files: Vec<String>) -> bool {
    merzim::ui::start(files, None)
}

fn main() {}
