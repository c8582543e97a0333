//! The whole program: for the desk, for kiosks, and for whoever asks for the other ways.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::ui::prepare`].
#[wasm_bindgen]
pub fn prepare(files: Vec<String>) -> bool {
    merzim::ui::prepare(files)
}

/// See [`merzim::ui::start`].
#[wasm_bindgen]
pub fn start(address: String) -> Option<web_sys::Element> {
    merzim::ui::start(address, Some(&merzim::ui::whole::WHOLE))
}

/// See [`merzim::ui::stop`].
#[wasm_bindgen]
pub fn stop() {
    merzim::ui::stop();
}

fn main() {}
