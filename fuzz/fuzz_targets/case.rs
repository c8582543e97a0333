//! Any bytes as a case: `cargo +nightly fuzz run case`. It must answer or refuse, never panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::WrittenCase;
use merzim::export::json;
use merzim::lang::Lang;
use merzim::words::Words;

fuzz_target!(|bytes: &[u8]| {
    let content = content::shipped();
    let Ok(written) = serde_json::from_slice::<WrittenCase>(bytes) else { return };
    let Ok(case) = written.read(&content.catalogue) else { return };
    let verdict = assess(&content.catalogue, &content.calendar, &case);
    for lang in Lang::ALL {
        let words = Words { lang, catalogue: &content.catalogue, calendar: &content.calendar };
        json::verdict(&words, &content.version, &case, &verdict);
    }
});
