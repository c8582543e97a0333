//! The short program: what an applicant's first visit loads.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::ui::prepare`].
#[wasm_bindgen]
pub fn prepare(files: Vec<String>) -> bool {
    merzim::ui::prepare(files)
}

/// See [`merzim::ui::start`].
#[wasm_bindgen]
pub fn start(address: String) -> Option<web_sys::Element> {
    merzim::ui::start(address, None)
}

/// See [`merzim::ui::stop`].
#[wasm_bindgen]
pub fn stop() {
    merzim::ui::stop();
}

fn main() {}
