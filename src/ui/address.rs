//! The state as an address, and back.
//!
//! The whole state is in the fragment, so that back, reload and sharing work without any memory of our own:
//! `#/{mode}/{lang}/{service}/{step}?…`, the keys sorted. What cannot be read is left out, never guessed.
//!
//! ```
//! use merzim::ui::state::State;
//! # use merzim::content;
//! # let catalogue = content::shipped().catalogue;
//! let state = State::from_fragment("#/applicant/ru?channel=portal&at=2026-11-23T10:00&nonsense=1", catalogue);
//! assert_eq!(state.to_fragment(), "#/applicant/ru?at=2026-11-23T10:00&channel=portal");
//! ```

use super::journey::fact_type;
use super::state::{Mode, Patience, State, Step};
use super::typed::{read_date, read_fact, read_filing};
use crate::engine::case::write_moment;
use crate::engine::catalogue::{Catalogue, ChannelId};
use crate::engine::told::{Names, Told};
use crate::lang::Lang;

impl State {
    /// Reads an address. Total: any text gives a state, and what cannot be read is left out.
    pub fn from_fragment(fragment: &str, catalogue: &Catalogue) -> State {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut words = path.split('/').filter(|word| !word.is_empty()).peekable();
        let mode = words.next_if_map_to(|word| Mode::ALL.into_iter().find(|mode| mode.slug() == word));
        let lang = words.next_if_map_to(Lang::from_code);
        let mut state = State { mode: mode.unwrap_or_default(), lang: lang.unwrap_or_default(), ..State::default() };
        if state.mode == Mode::Kiosk {
            state.patience = Patience::from_query(query);
            return state;
        }
        let known =
            |word: &str| catalogue.index.iter().find(|entry| entry.id == word).map(|entry| entry.id.to_string());
        state.service = words.next_if_map_to(known);
        if state.service.is_some() {
            state.step = words.next_if_map_to(|word| Step::from_slug(word, catalogue));
        }
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            state.set(&decode(key), &decode(value), catalogue);
        }
        state
    }

    /// Writes the address. A kiosk's holds no answer.
    pub fn to_fragment(&self) -> String {
        let mut address = format!("#/{}/{}", self.mode.slug(), self.lang.code());
        if self.mode == Mode::Kiosk {
            address.push_str(&self.patience.query());
            return address;
        }
        if let Some(service) = &self.service {
            address = format!("{address}/{service}");
            if let Some(step) = &self.step {
                address = format!("{address}/{}", step.slug());
            }
        }
        for (place, (key, value)) in self.pairs().iter().enumerate() {
            let mark = if place == 0 { '?' } else { '&' };
            address = format!("{address}{mark}{key}={}", encode(value));
        }
        address
    }

    /// Sets one key of the address: a fact, or `at`, `channel`, `docs`, `edition`, `known_on`, `skip`.
    ///
    /// An unknown key changes nothing; a value that cannot be read makes the key's value missing.
    pub fn set(&mut self, key: &str, value: &str, catalogue: &Catalogue) {
        match key {
            "at" => self.at = read_filing(value),
            "channel" => self.channel = ChannelId::from_slug(value),
            "docs" => {
                let is_known = |id: &&str| catalogue.vocabulary.evidence.iter().any(|evidence| evidence.id == **id);
                self.documents = Some(value.split(',').filter(is_known).map(str::to_owned).collect());
            }
            "edition" => {
                let is_chosen = |id: &str| self.service.as_ref().is_none_or(|chosen| chosen == id);
                let services = catalogue.services.iter().filter(|service| is_chosen(&service.id));
                let mut editions = services.flat_map(|service| &service.editions);
                self.edition = editions.find(|edition| edition.id == value).map(|edition| edition.id.to_string());
            }
            "known_on" => self.known_on = read_date(value),
            "skip" => {
                let is_known = |id: &&str| fact_type(catalogue, id).is_some();
                self.skipped = value.split(',').filter(is_known).map(str::to_owned).collect();
            }
            fact => {
                let Some(fact) = fact_type(catalogue, fact) else { return };
                match read_fact(fact, value) {
                    Some(value) => self.facts.insert(fact.id.to_string(), value),
                    None => _ = self.facts.remove(&fact.id),
                }
            }
        }
    }

    /// The keys that have a value, sorted.
    pub(super) fn pairs(&self) -> Told<String> {
        let mut pairs: Told<String> =
            self.facts.iter().map(|(fact, value)| (fact.clone(), value.to_string())).collect();
        let own = [
            ("at", self.at.map(write_moment)),
            ("channel", self.channel.map(|channel| channel.slug().to_owned())),
            ("docs", self.documents.as_ref().map(list)),
            ("edition", self.edition.clone()),
            ("known_on", self.known_on.map(|day| day.to_string())),
            ("skip", (!self.skipped.is_empty()).then(|| list(&self.skipped))),
        ];
        for (key, value) in own {
            pairs.extend(value.map(|value| (key.to_owned(), value)));
        }
        pairs
    }
}

fn list(names: &Names) -> String {
    names.iter().collect::<Vec<_>>().join(",")
}

impl Step {
    fn from_slug(slug: &str, catalogue: &Catalogue) -> Option<Step> {
        let plain = [Step::Rules, Step::Channel, Step::Filing, Step::Documents, Step::Answer, Step::Form];
        let step = plain.into_iter().find(|step| step.slug() == slug);
        step.or_else(|| fact_type(catalogue, slug).map(|fact| Step::Question(fact.id.to_string())))
    }
}

impl Patience {
    fn from_query(query: &str) -> Patience {
        let seconds = |key: &str, usual: u32| {
            let found = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key);
            found
                .and_then(|(_, value)| value.parse().ok())
                .filter(|seconds| (1..=3600).contains(seconds))
                .unwrap_or(usual)
        };
        let usual = Patience::default();
        Patience { idle: seconds("idle", usual.idle), warning: seconds("warning", usual.warning) }
    }

    fn query(self) -> String {
        if self == Patience::default() {
            return String::new();
        }
        format!("?idle={}&warning={}", self.idle, self.warning)
    }
}

/// `next_if` with a reading: takes the next word if it can be read as what is looked for.
trait NextIfRead<'a> {
    fn next_if_map_to<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T>;
}

impl<'a, I: Iterator<Item = &'a str>> NextIfRead<'a> for std::iter::Peekable<I> {
    fn next_if_map_to<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = read(self.peek()?)?;
        self.next();
        Some(value)
    }
}

/// Undoes percent-encoding; bytes that are no UTF-8 become the replacement letter, which no key or value contains.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encodes what would end a value. Ids, dates and lists of ids stay as they are.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b',' | b':' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
