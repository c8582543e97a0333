//! The texts of the languages: files that come when somebody wants to read them.
//!
//! A native program has them all.

use super::state::{Mode, State};
use crate::lang::Lang;

#[cfg(target_arch = "wasm32")]
pub use crate::baked::texts::take;

#[cfg(target_arch = "wasm32")]
fn are_here(lang: Lang) -> bool {
    crate::baked::texts::are_here(lang as usize)
}

/// Takes in the file of a language; a native program has no use for it.
#[cfg(not(target_arch = "wasm32"))]
pub fn take(_: String) -> bool {
    true
}

#[cfg(not(target_arch = "wasm32"))]
fn are_here(_: Lang) -> bool {
    true
}

/// The language, if its texts are here, or else the first whose are.
pub(super) fn nearest(lang: Lang) -> Lang {
    let here = |lang: &Lang| are_here(*lang);
    Some(lang).filter(here).or_else(|| Lang::ALL.into_iter().find(here)).unwrap_or_default()
}

/// A language whose texts the page of this state needs and are not here yet. A kiosk greets in all three.
pub(super) fn wanting(state: &State) -> Option<Lang> {
    let needed = |lang: &Lang| *lang == state.lang || state.mode == Mode::Kiosk;
    Lang::ALL.into_iter().filter(needed).find(|lang| !are_here(*lang))
}

/// Fetches the texts of a language; then says whether they are here.
#[cfg(target_arch = "wasm32")]
pub(super) fn fetch(lang: Lang, then: impl FnOnce(bool) + 'static) {
    use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        /// Of `static/start.js`: calls back with the file, or with nothing.
        #[wasm_bindgen(js_name = merzimTexts)]
        fn ask_for(lang: &str, then: JsValue);
    }

    let then = move |file: Option<String>| {
        let _refused = file.map(take);
        then(are_here(lang));
    };
    ask_for(lang.code(), Closure::once_into_js(then));
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn fetch(lang: Lang, then: impl FnOnce(bool) + 'static) {
    then(are_here(lang));
}
