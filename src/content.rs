//! The only reader of `static/catalogue/`.
//!
//! The shipped facts are constants of the program: the build parses and checks the files and writes them as Rust (see
//! `build.rs`), so that a browser has nothing to parse. Another folder is parsed when the command line asks for it.

use std::sync::OnceLock;

use crate::engine::calendar::Calendar;
use crate::engine::catalogue::Catalogue;

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;

/// The shipped facts, as `build.rs` wrote them.
#[allow(clippy::all, clippy::indexing_slicing, reason = "written by the build, from its own lists")]
mod shipped {
    use std::borrow::Cow;

    use chrono::NaiveDate;

    use crate::baked::{Baked, Str};
    use crate::engine::calendar::{
        AitStatus, CalendarFacts, Holiday, KurbanAit, MonthDay, OfficialYear, Precision, Transfer, WorkWeek,
    };
    use crate::engine::case::FactValue;
    use crate::engine::catalogue::*;
    use crate::engine::condition::Condition;
    use crate::lang::{Name, Text};

    /// A day that the build has read from the facts.
    const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(day) => day,
            None => NaiveDate::MIN,
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    const fn word(place: usize) -> Str {
        Str(WORDS[place])
    }

    #[cfg(not(target_arch = "wasm32"))]
    const fn text(place: usize) -> Text {
        let [kk, ru, en] = TEXTS[place];
        Text { kk: Str(kk), ru: Str(ru), en: Str(en) }
    }

    #[cfg(target_arch = "wasm32")]
    const fn word(place: u16) -> Str {
        Str(place)
    }

    #[cfg(target_arch = "wasm32")]
    const fn text(place: u16) -> Text {
        Text(place)
    }

    #[cfg(not(target_arch = "wasm32"))]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
    include!(concat!(env!("OUT_DIR"), "/facts.rs"));
}

/// The facts: the services and the working calendar.
#[derive(Debug)]
pub struct Content {
    pub catalogue: &'static Catalogue,
    pub calendar: Calendar,
    /// A short hash of every file: two copies with the same hash give the same answers.
    pub version: &'static str,
}

/// The shipped facts, the calendar laid out once.
pub fn shipped() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| Content {
        catalogue: &shipped::CATALOGUE,
        calendar: Calendar::from_facts(&shipped::CALENDAR),
        version: shipped::VERSION,
    })
}

/// The text of a shipped file.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_shipped(name: &str) -> Result<String, String> {
    let files: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));
    let file = files.iter().find(|(file, _)| *file == name);
    file.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "is not among the shipped files".to_owned())
}
