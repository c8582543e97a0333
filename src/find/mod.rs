//! What a person looks for: services, by what people call them, by their documents, and by what has happened.
//!
//! The search forgives: missing Kazakh letters, Latin ones, Russian and English words, another keyboard layout, a slip
//! of the finger. It is a program of its own, which a page loads when somebody turns to the search, so it names nothing
//! of the facts: the build writes its words, `words.json` and the names of the documents, into one table.
//!
//! ```
//! use merzim::find::{Kind, find};
//! use merzim::lang::Lang;
//!
//! let hits = find("attestat ortenip ketti", Lang::En);
//! assert_eq!(hits[0].service, "school-certificate-duplicate");
//! assert_eq!((hits[0].kind, hits[0].reason.as_str()), (Kind::Situation, "My school certificate burned"));
//! assert!(find("xylophone", Lang::En).is_empty());
//! ```

mod letters;
mod likeness;

use std::sync::OnceLock;

use crate::lang::Lang;
use letters::{Word, readings, words};
use likeness::likeness;

/// What was found of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name of it.
    Service,
    /// A document that it asks for.
    Document,
    /// What has happened to somebody who needs it.
    Situation,
}

/// A service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub service: &'static str,
    pub kind: Kind,
    /// What fits, said in the language of the page; nothing where it is the name of the service.
    pub reason: String,
}

/// The services that fit, the best first; all of them, in the order of the index, where nothing is looked for.
pub fn find(query: &str, lang: Lang) -> Vec<Hit> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::read(include_str!(concat!(env!("OUT_DIR"), "/find.txt")))).find(query, lang)
}

/// Nobody types more: what follows is left out of account.
const MOST_LETTERS: usize = 200;
const MOST_WORDS: usize = 12;
/// A service is found if this much of what is looked for fits, and this much of what fits the best one.
const LEAST: f32 = 1.0 / 3.0;
const LEAST_OF_BEST: f32 = 0.5;

/// Everything that can be found.
struct Table {
    /// The sentence that names a document, in each language.
    document: Vec<&'static str>,
    /// Words that say nothing of what is looked for.
    idle: Vec<Word>,
    /// Each word once.
    words: Vec<Word>,
    services: Vec<Service>,
}

struct Service {
    id: &'static str,
    entries: Vec<Entry>,
}

struct Entry {
    kind: Kind,
    /// In each language, then what else people say; only the first three are shown.
    said: Vec<&'static str>,
    /// The words of each, by their places in the table.
    phrases: Vec<Vec<usize>>,
}

impl Table {
    /// Reads what the build has written: a line with the sentence for documents, one with the idle words, then a line
    /// for each entry, a line with an id alone before those of a service.
    fn read(text: &'static str) -> Table {
        let mut lines = text.lines();
        let document = lines.next().unwrap_or_default().split('\t').collect();
        let idle = words(lines.next().unwrap_or_default()).collect();
        let mut table = Table { document, idle, words: Vec::new(), services: Vec::new() };
        for line in lines {
            match line.split_once('\t') {
                None => table.services.push(Service { id: line, entries: Vec::new() }),
                Some((kind, said)) => {
                    let said: Vec<_> = said.split('\t').collect();
                    let phrases = said.iter().map(|phrase| table.places(phrase)).collect();
                    let kind = match kind {
                        "d" => Kind::Document,
                        "s" => Kind::Situation,
                        _ => Kind::Service,
                    };
                    if let Some(service) = table.services.last_mut() {
                        service.entries.push(Entry { kind, said, phrases });
                    }
                }
            }
        }
        table
    }

    /// The places of a phrase's words, new ones put at the end.
    fn places(&mut self, phrase: &str) -> Vec<usize> {
        let mut places = Vec::new();
        for word in words(phrase).filter(|word| !self.idle.contains(word)).collect::<Vec<_>>() {
            let place = self.words.iter().position(|there| *there == word);
            places.push(place.unwrap_or(self.words.len()));
            if place.is_none() {
                self.words.push(word);
            }
        }
        places
    }

    fn find(&self, query: &str, lang: Lang) -> Vec<Hit> {
        let typed: String = query.chars().take(MOST_LETTERS).collect();
        if self.telling(&typed).is_empty() {
            return self.services.iter().map(|service| self.hit(service, None, lang)).collect();
        }
        let mut found: Vec<_> = self.services.iter().map(|_| Found { score: 0.0, entry: None }).collect();
        for (reading, belief) in readings(&typed) {
            for (best, other) in found.iter_mut().zip(self.fits(&self.telling(&reading))) {
                if best.score < other.score * belief {
                    *best = Found { score: other.score * belief, ..other };
                }
            }
        }
        let best = found.iter().map(|found| found.score).fold(0.0, f32::max);
        let mut hits: Vec<_> = self.services.iter().zip(found).collect();
        hits.retain(|(_, found)| LEAST.max(best * LEAST_OF_BEST) <= found.score);
        hits.sort_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
        hits.into_iter().map(|(service, found)| self.hit(service, found.entry, lang)).collect()
    }

    /// The words of a text that say what is looked for.
    fn telling(&self, text: &str) -> Vec<Word> {
        words(text).filter(|word| !self.idle.iter().any(|idle| idle.is(word))).take(MOST_WORDS).collect()
    }

    fn hit(&self, service: &Service, entry: Option<&Entry>, lang: Lang) -> Hit {
        let in_lang = |texts: &[&'static str]| texts.get(lang as usize).copied().unwrap_or_default();
        let kind = entry.map_or(Kind::Service, |entry| entry.kind);
        let said = entry.map_or("", |entry| in_lang(&entry.said));
        let reason = match kind {
            Kind::Service => String::new(),
            Kind::Situation => said.to_owned(),
            Kind::Document => in_lang(&self.document).replace("{name}", said),
        };
        Hit { service: service.id, kind, reason }
    }

    /// How well each service fits these words: by all that is said of it, and by the one phrase that fits best.
    fn fits<'t>(&'t self, asked: &[Word]) -> Vec<Found<'t>> {
        let row = |word| self.words.iter().map(|there| likeness(word, there)).collect();
        let alike: Alike = asked.iter().map(row).collect();
        let heard: Vec<Vec<f32>> = self.services.iter().map(|service| service.heard(&alike)).collect();
        let weights = weights(asked.len(), &heard);
        let fit = |(service, heard): (&'t Service, &Vec<f32>)| {
            let Found { score, entry } = service.best_phrase(&alike, &weights);
            Found { score: (weighed(heard, &weights) + score) / 2.0, entry }
        };
        self.services.iter().zip(&heard).map(fit).collect()
    }
}

/// How alike each word asked is to each word of the table.
type Alike = Vec<Vec<f32>>;

/// How well a service fits, and what of it fits best.
#[derive(Clone, Copy)]
struct Found<'t> {
    score: f32,
    entry: Option<&'t Entry>,
}

impl Service {
    /// How well each word asked fits whatever is said of the service.
    fn heard(&self, alike: &Alike) -> Vec<f32> {
        let places = || self.entries.iter().flat_map(|entry| entry.phrases.iter().flatten());
        alike.iter().map(|row| best(row, places())).collect()
    }

    /// The phrase that fits best: it has the words asked, and few others.
    fn best_phrase(&self, alike: &Alike, weights: &[f32]) -> Found<'_> {
        let mut found = Found { score: 0.0, entry: None };
        for entry in &self.entries {
            for phrase in entry.phrases.iter().filter(|phrase| !phrase.is_empty()) {
                let heard: Vec<f32> = alike.iter().map(|row| best(row, phrase.iter())).collect();
                let met = |place: &usize| alike.iter().filter_map(|row| row.get(*place)).copied().fold(0.0, f32::max);
                let met = phrase.iter().map(met).sum::<f32>() / phrase.len() as f32;
                let score = weighed(&heard, weights) * (1.0 + met) / 2.0;
                if found.score < score {
                    found = Found { score, entry: Some(entry) };
                }
            }
        }
        found
    }
}

fn best<'a>(row: &[f32], places: impl Iterator<Item = &'a usize>) -> f32 {
    places.filter_map(|place| row.get(*place)).copied().fold(0.0, f32::max)
}

/// What each word asked counts for, 1 in all: the fewer services a word fits, the more it tells. A word that fits none
/// counts most, so that what we do not have is not found.
fn weights(words: usize, heard: &[Vec<f32>]) -> Vec<f32> {
    let weight = |word: usize| {
        let fits: Vec<f32> = heard.iter().filter_map(|service| service.get(word)).copied().collect();
        let best = fits.iter().copied().fold(0.0, f32::max);
        let spread = if best == 0.0 { 1.0 } else { fits.iter().sum::<f32>() / best };
        (1.0 + heard.len() as f32 / spread).ln()
    };
    let weights: Vec<f32> = (0..words).map(weight).collect();
    let all: f32 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all).collect()
}

fn weighed(heard: &[f32], weights: &[f32]) -> f32 {
    heard.iter().zip(weights).map(|(heard, weight)| heard * weight).sum()
}
