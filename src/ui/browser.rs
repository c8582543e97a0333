//! The browser's own doings. Each does nothing where there is no browser.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};

pub fn fragment() -> Option<String> {
    web_sys::window()?.location().hash().ok()
}

/// Writes the fragment into the present history entry, or into a new one.
pub fn set_fragment(fragment: &str, renews: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // A browser that refuses leaves the old address; the page still works.
    let _written = if renews {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}

pub fn reload() {
    let _refused = web_sys::window().map(|window| window.location().reload());
}

/// Opens the browser's own page for printing.
pub fn print() {
    let _refused = web_sys::window().map(|window| window.print());
}

/// Listens for a changed address as long as the listener lives.
pub fn on_arrival(arrive: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| arrive()))
}

pub fn set_title(lang: &str, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _refused = root.set_attribute("lang", lang);
    }
}

/// Puts the focus on the element, and the page's top in sight if it is a new page.
pub fn focus(id: &str, to_top: bool) {
    let Some(window) = web_sys::window() else { return };
    if to_top {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus_on(window.document().and_then(|document| document.get_element_by_id(id)));
}

/// Puts the focus on the button within the element of this class.
pub fn focus_within(class: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let button = [".", class, " button"].concat();
    focus_on(document.and_then(|document| document.query_selector(&button).ok().flatten()));
}

fn focus_on(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// Puts the text on the clipboard; then says whether it is there. Where it is not, the field of this id is selected.
#[cfg(target_arch = "wasm32")]
pub fn copy(text: &str, field: &'static str, then: impl FnOnce(bool) + 'static) {
    use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`: calls back with whether it was done.
        #[wasm_bindgen(js_name = merzimCopy)]
        fn copy_text(text: &str, field: &str, then: JsValue);
    }
    copy_text(text, field, Closure::once_into_js(then));
}

#[cfg(not(target_arch = "wasm32"))]
pub fn copy(_: &str, _: &'static str, then: impl FnOnce(bool) + 'static) {
    then(false);
}
