//! What the person has said and where they are, and what each action makes of it. No html, no browser, no clock.

use chrono::{NaiveDate, NaiveDateTime};

use super::journey::fact_type;
use super::search::Search;
use super::typed::{read_date, read_fact, read_time};
use crate::engine::case::{Case, FactValue};
use crate::engine::catalogue::{Catalogue, ChannelId};
use crate::engine::told::{Names, Told};
use crate::lang::Lang;

/// Who is using the page, and so how it looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Applicant,
    Kiosk,
    Staff,
    /// Nobody: every part of the pages, to look at.
    Gallery,
}

impl Mode {
    pub const ALL: [Mode; 4] = [Mode::Applicant, Mode::Kiosk, Mode::Staff, Mode::Gallery];

    /// The mode's word in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Mode::Applicant => "applicant",
            Mode::Kiosk => "kiosk",
            Mode::Staff => "staff",
            Mode::Gallery => "gallery",
        }
    }
}

/// One page of the journey.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// No edition is known for the day: what is reported, and which known edition to see instead.
    Rules,
    /// One question, by its fact.
    Question(String),
    Channel,
    Filing,
    Documents,
    Answer,
    /// The application form of the annex; nothing leads to it by itself.
    Form,
}

impl Step {
    /// The step's word in the address; a question's is its fact.
    pub fn slug(&self) -> &str {
        match self {
            Step::Rules => "rules",
            Step::Question(fact) => fact,
            Step::Channel => "channel",
            Step::Filing => "filing",
            Step::Documents => "documents",
            Step::Answer => "answer",
            Step::Form => "form",
        }
    }
}

/// How long a kiosk waits, in seconds; the address may shorten it for a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Without touch or key, until the warning.
    pub idle: u32,
    /// From the warning until everything is forgotten.
    pub warning: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { idle: 60, warning: 20 }
    }
}

/// The whole state. Everything below `documents` is not in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub mode: Mode,
    pub lang: Lang,
    pub service: Option<String>,
    /// None means the first step that is not done.
    pub step: Option<Step>,
    pub facts: Told<FactValue>,
    /// Facts to which the person answered "I do not know": they stay unknown and are not asked again.
    pub skipped: Names,
    pub channel: Option<ChannelId>,
    /// When the person files.
    pub at: Option<NaiveDateTime>,
    /// The edition to answer by as a reference.
    pub edition: Option<String>,
    pub known_on: Option<NaiveDate>,
    /// The documents held; none until the person has been asked.
    pub documents: Option<Names>,
    /// What is typed or chosen on this page and not yet sent, by field.
    pub draft: Told<String>,
    /// What is written into the application form, by field: in memory only, until everything is forgotten.
    pub written: Told<String>,
    /// How often this page's form was sent and could not be read; from the first time on, its errors show.
    pub refused: u32,
    /// What the person looks for among the services.
    pub search: Search,
    /// Whether somebody has touched the kiosk's first screen.
    pub kiosk_in_use: bool,
    /// The seconds until the kiosk forgets, while it warns of that.
    pub left: Option<u32>,
    pub patience: Patience,
    /// What was taken home, and whether that could be done, if it was the last thing done.
    pub taken: Option<(Taken, bool)>,
    /// Whether the last thing done asked for a language whose texts could not be had.
    pub speechless: bool,
}

impl State {
    /// The case as far as it is told; the way and the moment of filing are stand-ins until they are.
    pub fn case(&self, channel: ChannelId, now: NaiveDateTime) -> Option<Case> {
        Some(Case {
            service: self.service.clone()?,
            edition: self.edition.clone(),
            channel: self.channel.unwrap_or(channel),
            facts: self.facts.clone(),
            accepted_at: self.at.unwrap_or(now),
            documents_present: self.documents.clone().unwrap_or_default(),
            known_on: self.known_on,
        })
    }

    /// The same person on another page.
    pub fn at_step(&self, step: Step) -> State {
        State { step: Some(step), draft: Told::default(), refused: 0, ..self.clone() }
    }

    /// Whether the way or the moment of filing is not told yet.
    pub fn lacks_filing(&self) -> bool {
        self.channel.is_none() || self.at.is_none()
    }

    /// Whether the other state is the same page, whatever the language and the answers.
    pub fn same_page(&self, other: &State) -> bool {
        (self.mode, &self.service, &self.step) == (other.mode, &other.service, &other.step)
    }
}

/// What of an answer can be taken home: copied, or as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Link,
    Text,
    Json,
    JsonFile,
    Calendar,
}

/// Something the person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address changed: back, forward, a link, a hand.
    Arrive(Box<State>),
    Speak(Lang),
    Search(String),
    /// What the search has found for a query.
    Found {
        query: String,
        hits: Option<String>,
    },
    Choose {
        service: String,
    },
    Go(Step),
    /// To the page before this one, in the order in which they were asked.
    Back,
    /// What is shown is painted: what nobody waits for may follow.
    Painted,
    /// Back to the list of services, or to what was found of them, forgetting the answers.
    Leave,
    /// Something was typed or chosen in a field of this page.
    Type {
        field: String,
        text: String,
    },
    /// Something was written into the application form.
    Write {
        field: String,
        text: String,
    },
    /// This page's form was sent.
    Submit,
    /// "I do not know" to the question of this page.
    Skip,
    /// A document was ticked or unticked.
    Tick(String),
    /// See the answer by this edition, as a reference; none: by the one in force.
    Refer(Option<String>),
    /// Set one key of the address, as [`State::set`]; an empty text makes it unknown.
    Tell {
        key: String,
        value: String,
    },
    /// A kiosk is touched: begin in this language.
    Begin(Lang),
    /// A kiosk that nobody touches will forget in so many seconds; none: somebody has touched it.
    Warn(Option<u32>),
    /// This was taken home, or could not be.
    Take(Taken, bool),
    /// The texts of the language that was asked for could not be had.
    Speechless,
    /// Forget everything said; on a kiosk, back to the first screen.
    Forget,
}

/// The state after an action. Needs the catalogue to know what may be said.
pub fn reduce(state: &State, action: Action, catalogue: &Catalogue) -> State {
    let mut next = State { taken: None, speechless: false, ..state.clone() };
    match action {
        Action::Arrive(arrived) => {
            next = *arrived;
            next.keep_from(state);
        }
        Action::Speak(lang) => next.lang = lang,
        Action::Search(text) => next.search.ask(text),
        Action::Found { query, hits } => next.search.answer(&query, hits),
        Action::Choose { service } => {
            let State { at, known_on, .. } = *state;
            next = State { service: Some(service), at, known_on, search: next.search, ..forgotten(state) };
        }
        Action::Go(step) => next = state.at_step(step),
        Action::Leave => next = State { search: next.search, ..forgotten(state) },
        Action::Type { field, text } => {
            next.draft.insert(field, text);
        }
        Action::Write { field, text } => {
            next.written.insert(field, text);
        }
        Action::Submit => submit(&mut next, catalogue),
        Action::Skip => {
            if let Some(Step::Question(fact)) = next.step.clone() {
                skip(&mut next, &fact);
            }
        }
        Action::Tick(document) => {
            let documents = next.documents.get_or_insert_default();
            if !documents.remove(&document) {
                documents.insert(document);
            }
        }
        Action::Refer(edition) => {
            next.edition = edition;
            next.turn();
        }
        Action::Tell { key, value } => next.tell(key, value, catalogue),
        Action::Begin(lang) => next = State { lang, kiosk_in_use: true, ..forgotten(state) },
        Action::Warn(left) => next.left = left,
        Action::Take(what, done) => next.taken = Some((what, done)),
        Action::Speechless => next.speechless = true,
        // The app knows the page before, and shows the rest: neither is said by the person.
        Action::Back | Action::Painted => {}
        Action::Forget => {
            let lang = if state.mode == Mode::Kiosk { Lang::default() } else { state.lang };
            next = State { lang, kiosk_in_use: false, ..forgotten(state) };
        }
    }
    next
}

/// The same page with nothing said.
fn forgotten(state: &State) -> State {
    let State { mode, lang, kiosk_in_use, patience, .. } = *state;
    State { mode, lang, kiosk_in_use, patience, ..State::default() }
}

/// The draft's word for "I do not know".
pub const DO_NOT_KNOW: &str = "?";
/// The fields of the filing page.
pub const FILING_DAY: &str = "day";
pub const FILING_TIME: &str = "time";

/// Takes over what this page's form says, if it can be read, and moves on.
fn submit(state: &mut State, catalogue: &Catalogue) {
    let Some(step) = state.step.clone() else { return };
    let field = |name: &str| state.draft.get(name).map(String::as_str);
    match step {
        Step::Question(fact) => match (field(&fact), fact_type(catalogue, &fact)) {
            (Some(DO_NOT_KNOW), _) => skip(state, &fact),
            (Some(text), Some(kind)) => match read_fact(kind, text) {
                Some(value) => {
                    state.skipped.remove(&fact);
                    state.facts.insert(fact, value);
                    state.turn();
                }
                None => state.refused += 1,
            },
            (None, _) if state.facts.contains(&fact) || state.skipped.contains(&fact) => state.turn(),
            _ => state.refused += 1,
        },
        Step::Channel => match field("channel").map_or(state.channel, ChannelId::from_slug) {
            Some(channel) => {
                state.channel = Some(channel);
                state.turn();
            }
            None => state.refused += 1,
        },
        Step::Filing => match (field(FILING_DAY).and_then(read_date), field(FILING_TIME).and_then(read_time)) {
            (Some(day), Some(time)) => {
                state.at = Some(day.and_time(time));
                state.turn();
            }
            _ => state.refused += 1,
        },
        Step::Documents => {
            state.documents.get_or_insert_default();
            state.turn();
        }
        Step::Rules | Step::Answer | Step::Form => {}
    }
}

fn skip(state: &mut State, fact: &str) {
    state.facts.remove(fact);
    state.skipped.insert(fact.to_owned());
    state.turn();
}

impl State {
    /// What an address does not hold stays: of this service what is written, of this page what is half typed, and what was
    /// looked for.
    fn keep_from(&mut self, before: &State) {
        if before.service == self.service {
            self.written = before.written.clone();
        }
        if before.same_page(self) && before.mode != Mode::Staff {
            self.draft = before.draft.clone();
            self.refused = before.refused;
        }
        // Who has taken the wrong one of what was found comes back to all of it.
        self.search = before.search.clone();
    }

    fn tell(&mut self, key: String, value: String, catalogue: &Catalogue) {
        self.skipped.remove(&key);
        self.set(&key, &value, catalogue);
        // What cannot be read stays in its field, to be corrected.
        if value.is_empty() || self.pairs().contains(&key) {
            self.draft.remove(&key);
        } else {
            self.draft.insert(key, value);
        }
    }

    /// On to the first step that is not done.
    fn turn(&mut self) {
        self.step = None;
        self.draft.clear();
        self.refused = 0;
    }
}

#[cfg(test)]
mod tests;
