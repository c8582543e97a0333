//! The short program: what an applicant's first visit loads.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::ui::start`].
#[wasm_bindgen]
pub fn start(files: Vec<String>) -> bool {
    merzim::ui::start(files, None)
}

/// See [`merzim::ui::stop`].
#[wasm_bindgen]
pub fn stop() {
    merzim::ui::stop();
}

fn main() {}
