//! Mounts the page.

use merzim::ui::{App, AppProps, now_in_kazakhstan};

fn main() {
    let Some(window) = web_sys::window() else { return };
    let address = window.location().href().unwrap_or_default();
    let place = window.document().and_then(|document| document.get_element_by_id("app"));
    let Some(place) = place else { return };
    // What the document shows while the program loads gives way to it.
    place.set_inner_html("");
    let props = AppProps { address, now: now_in_kazakhstan() };
    yew::Renderer::<App>::with_root_and_props(place, props).render();
}
