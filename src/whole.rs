//! The whole program: for the desk, for kiosks, and for whoever asks for the other ways.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`merzim::ui::start`].
#[wasm_bindgen]
pub fn start(files: Vec<String>) -> bool {
    merzim::ui::start(files, Some(&merzim::ui::whole::WHOLE))
}

fn main() {}
