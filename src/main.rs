//! Mounts the page.

use wasm_bindgen::prelude::wasm_bindgen;

use merzim::ui::{App, AppProps, now_in_kazakhstan, texts};

/// Shows the app instead of what the document shows while it loads. `static/start.js` calls it with the files of texts
/// of the languages that are shown first; false, and nothing shown, if one belongs to another build.
#[wasm_bindgen]
pub fn start(files: Vec<String>) -> bool {
    if files.is_empty() || !files.into_iter().all(texts::take) {
        return false;
    }
    let Some(window) = web_sys::window() else { return false };
    let place = window.document().and_then(|document| document.get_element_by_id("app"));
    let Some(place) = place else { return false };
    place.set_inner_html("");
    let props = AppProps { address: window.location().href().unwrap_or_default(), now: now_in_kazakhstan() };
    yew::Renderer::<App>::with_root_and_props(place, props).render();
    true
}

fn main() {}
