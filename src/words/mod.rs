//! Values become sentences, in three languages.
//!
//! A sentence is whole: it lies in [`phrases`] as one template per language, and only numbers, dates and names are put
//! into its slots. A slot names the form it wants (`{day.dat}`: the date in the dative), so each language chooses the
//! case that its own sentence needs; no suffix is ever glued to a number or a name. A name stands in the nominative,
//! after a colon, in brackets or in quotes. Every language fills the same struct: a missing phrase does not compile.
//!
//! ```
//! use merzim::lang::Lang;
//! use merzim::words::dates;
//! let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 3).unwrap();
//! assert_eq!(dates::date(Lang::Kk, day), "2026 жылғы 3 шілде");
//! assert_eq!(dates::until(Lang::Kk, day), "2026 жылғы 3 шілдеге дейін");
//! assert_eq!(dates::date_weekday(Lang::Ru, day), "пятница, 3 июля 2026 года");
//! assert_eq!(dates::on_weekday(Lang::En, day), "on Friday, 3 July 2026");
//! ```
//!
//! The page's furniture (buttons, headings, hints) is in [`labels`].

pub mod dates;
mod documents;
#[cfg(not(target_arch = "wasm32"))]
mod en;
mod fix;
#[cfg(test)]
mod golden;
#[cfg(not(target_arch = "wasm32"))]
mod kk;
pub mod labels;
pub mod more;
mod names;
#[cfg(target_arch = "wasm32")]
mod own;
mod phrases;
mod proof;
mod race;
mod right;
#[cfg(not(target_arch = "wasm32"))]
mod ru;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
mod sources;
#[cfg(test)]
mod spoken;
mod verdict;

use crate::engine::calendar::Calendar;
use crate::engine::catalogue::{Catalogue, Named};
use crate::lang::Lang;

use dates::Value;
use phrases::Phrases;
pub use proof::is_in_minutes;

/// What the program itself says in a language, line by line: in the app a part of the language's file.
#[cfg(not(target_arch = "wasm32"))]
pub fn lines(lang: Lang) -> Vec<&'static str> {
    let mut lines = phrases::of(lang).lines();
    lines.extend(labels::labels(lang).lines());
    lines
}

/// Where the app reads the next line of a language's file.
#[cfg(any(test, target_arch = "wasm32"))]
type Next<'n> = &'n mut dyn FnMut() -> &'static str;

#[cfg(any(test, target_arch = "wasm32"))]
fn fill_lines(lines: &mut [&'static str], next: Next) {
    lines.iter_mut().for_each(|line| *line = next());
}

/// Everything needed to speak of a verdict.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub lang: Lang,
    pub catalogue: &'a Catalogue,
    pub calendar: &'a Calendar,
}

impl<'a> Words<'a> {
    fn phrases(&self) -> &'static Phrases {
        phrases::of(self.lang)
    }

    fn fill(&self, template: &str, slots: &[(&str, Value)]) -> String {
        fill(self.lang, template, slots)
    }

    /// The fact's name as in a list of answers; its id if the vocabulary lacks it.
    pub fn fact_name<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let fact = self.catalogue.vocabulary.fact(id);
        fact.map_or(id, |fact| fact.name.get(self.lang))
    }

    /// The document's name; its id if the vocabulary lacks it.
    pub fn evidence_name<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let evidence = self.catalogue.vocabulary.evidence.iter().find(|evidence| evidence.id == id);
        evidence.map_or(id, |evidence| evidence.name.get(self.lang))
    }

    /// The service in plain words; its id if the index lacks it.
    pub fn service_title<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let entry = self.catalogue.index.iter().find(|entry| entry.id == id);
        entry.map_or(id, |entry| entry.title.get(self.lang))
    }

    /// The name of an id in one of the vocabulary's lists; the id if the list lacks it.
    pub fn named<'b>(&self, list: &'a [Named], id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        list.iter().find(|named| named.id == id).map_or(id, |named| named.name.get(self.lang))
    }

    fn fact_names(&self, ids: &[&str]) -> String {
        self.quoted(ids.iter().map(|id| self.fact_name(id)))
    }

    /// The names in quotes, each in the nominative, so that any sentence can take them.
    fn quoted<'b>(&self, names: impl Iterator<Item = &'b str>) -> String {
        let quoted: Vec<_> =
            names.map(|name| self.fill(self.phrases().quoted, &[("name", Value::Text(name))])).collect();
        quoted.join(", ")
    }
}

/// Puts the values into the template's slots. A slot without a value stays, and the tests find it.
fn fill(lang: Lang, template: &str, slots: &[(&str, Value)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, (slot, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?))) {
        out.push_str(before);
        let (name, form) = slot.split_once('.').unwrap_or((slot, ""));
        match slots.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => dates::push(&mut out, lang, *value, form),
            None => {
                out.push('{');
                out.push_str(slot);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text of the catalogue as the end of a sentence: its own full stop, if it has one, is left to the template.
fn without_stop(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}
