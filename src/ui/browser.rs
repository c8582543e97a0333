//! The browser's own doings. Each does nothing where there is no browser.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

pub fn fragment() -> Option<String> {
    web_sys::window()?.location().hash().ok()
}

/// Writes the fragment into the present history entry, or into a new one.
#[cfg(target_arch = "wasm32")]
pub fn set_fragment(fragment: &str, renews: bool) {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`: a browser that refuses leaves the old address; the page still works.
        #[wasm_bindgen(js_name = merzimWrite)]
        fn write(fragment: &str, renews: bool);
    }
    write(fragment, renews);
}

#[cfg(not(target_arch = "wasm32"))]
pub fn set_fragment(_: &str, _: bool) {}

/// Whether the app has written the present history entry.
#[cfg(target_arch = "wasm32")]
pub fn is_written() -> bool {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimWritten)]
        fn written() -> bool;
    }
    written()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn is_written() -> bool {
    false
}

/// Goes back in the browser's history, if that leads to a page of the app.
#[cfg(target_arch = "wasm32")]
pub fn go_back() -> bool {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimBack)]
        fn back() -> bool;
    }
    back()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn go_back() -> bool {
    false
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

/// The title of the browser's tab, and the language of the page. Where the page tells of an error, that word comes first.
#[cfg(target_arch = "wasm32")]
pub fn set_title(lang: &str, title: &str, error: &str) {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimTitle)]
        fn write_title(lang: &str, title: &str, error: &str);
    }
    write_title(lang, title, error);
}

#[cfg(not(target_arch = "wasm32"))]
pub fn set_title(_: &str, _: &str, _: &str) {}

/// Puts the focus on the element.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// Puts the page's top in sight.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Takes the focus from what has it, before that goes away with its page: a browser that loses the focus with an element
/// lays out the page at once, the old and the new together.
#[cfg(target_arch = "wasm32")]
pub fn let_go() {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimLetGo)]
        fn blur();
    }
    blur();
}

#[cfg(not(target_arch = "wasm32"))]
pub fn let_go() {}

/// Puts the text on the clipboard; then says whether it is there. Where it is not, the field of this id is selected.
#[cfg(target_arch = "wasm32")]
pub fn copy(text: &str, field: &'static str, then: impl FnOnce(bool) + 'static) {
    use wasm_bindgen::prelude::wasm_bindgen;

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

/// Whether the browser can hand a link to other apps. Asked while a page is made, also where there is no browser.
pub fn can_share() -> bool {
    cfg!(target_arch = "wasm32") && share_of_browser().is_some()
}

/// Hands the link to whichever app the person chooses. Who changes their mind has chosen none: that is no fault.
pub fn share(title: &str, link: &str) {
    let Some((navigator, share)) = share_of_browser() else { return };
    let what = js_sys::Object::new();
    for (key, value) in [("title", title), ("url", link)] {
        let _refused = js_sys::Reflect::set(&what, &key.into(), &value.into());
    }
    let shared = share.call1(&navigator, &what).ok().and_then(|shared| shared.dyn_into::<js_sys::Promise>().ok());
    if let Some(shared) = shared {
        let unheard = Closure::once_into_js(|_: JsValue| {});
        let catch = js_sys::Reflect::get(&shared, &"catch".into()).ok();
        let catch = catch.and_then(|catch| catch.dyn_into::<js_sys::Function>().ok());
        let _caught = catch.map(|catch| catch.call1(&shared, &unheard));
    }
}

fn share_of_browser() -> Option<(web_sys::Navigator, js_sys::Function)> {
    let navigator = web_sys::window()?.navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Gives a file into the person's downloads; false where the browser cannot.
pub fn save(name: &str, kind: &str, content: &str) -> bool {
    try_to_save(name, kind, content).is_some()
}

fn try_to_save(name: &str, kind: &str, content: &str) -> Option<()> {
    /// How long a browser may take to begin the download.
    const PATIENCE: u32 = 60_000;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let pieces = js_sys::Array::of1(&content.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&pieces, &options).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?;
    let link = link.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(PATIENCE, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
    Some(())
}

/// Puts the app in the place of what the document has shown so far; the focus stays where it is. False if that goes on, as
/// somebody has done something with it meanwhile.
#[cfg(target_arch = "wasm32")]
pub fn show(root: &web_sys::Element) -> bool {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimShow)]
        fn show_root(root: &web_sys::Element) -> bool;
    }
    show_root(root)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn show(_: &web_sys::Element) -> bool {
    true
}

/// Calls back when what is shown now is painted.
#[cfg(target_arch = "wasm32")]
pub fn when_painted(then: impl FnOnce() + 'static) {
    use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`.
        #[wasm_bindgen(js_name = merzimPainted)]
        fn call_when_painted(then: JsValue);
    }
    call_when_painted(Closure::once_into_js(then));
}

#[cfg(not(target_arch = "wasm32"))]
pub fn when_painted(then: impl FnOnce() + 'static) {
    then();
}

/// Looks for services; then gives what was found, or nothing if there is no search.
#[cfg(target_arch = "wasm32")]
pub fn find(query: &str, lang: &str, then: impl FnOnce(Option<String>) + 'static) {
    use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`: calls back with a line for each service, or with nothing.
        #[wasm_bindgen(js_name = merzimFind)]
        fn find_text(query: &str, lang: &str, then: JsValue);
    }
    find_text(query, lang, Closure::once_into_js(then));
}

#[cfg(not(target_arch = "wasm32"))]
pub fn find(_: &str, _: &str, then: impl FnOnce(Option<String>) + 'static) {
    then(None);
}
