//! What the person has said and where they are, and the same as an address. No html, no browser, no clock.
//!
//! The whole state is in the fragment, so that back, reload and sharing work without any memory of our own:
//! `#/{mode}/{lang}/{service}/{step}?…`, the keys sorted. What cannot be read is left out, never guessed.
//!
//! ```
//! use merzim::ui::state::State;
//! # use merzim::content;
//! # let catalogue = &content::shipped().map_err(|faults| format!("{faults:?}")).unwrap().catalogue;
//! let state = State::from_fragment("#/applicant/ru?channel=portal&at=2026-11-23T10:00&nonsense=1", catalogue);
//! assert_eq!(state.to_fragment(), "#/applicant/ru?at=2026-11-23T10:00&channel=portal");
//! ```

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use crate::engine::case::{Case, FactValue, write_moment};
use crate::engine::catalogue::{Catalogue, ChannelId, FactKind, FactType};
use crate::lang::Lang;

/// Who is using the page, and so how it looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Applicant,
    Kiosk,
    Staff,
}

impl Mode {
    const ALL: [Mode; 3] = [Mode::Applicant, Mode::Kiosk, Mode::Staff];

    /// The mode's word in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Mode::Applicant => "applicant",
            Mode::Kiosk => "kiosk",
            Mode::Staff => "staff",
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
        }
    }

    fn from_slug(slug: &str, catalogue: &Catalogue) -> Option<Step> {
        let plain = [Step::Rules, Step::Channel, Step::Filing, Step::Documents, Step::Answer];
        let step = plain.into_iter().find(|step| step.slug() == slug);
        step.or_else(|| fact_type(catalogue, slug).map(|fact| Step::Question(fact.id.clone())))
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
    pub facts: BTreeMap<String, FactValue>,
    /// Facts to which the person answered "I do not know": they stay unknown and are not asked again.
    pub skipped: BTreeSet<String>,
    pub channel: Option<ChannelId>,
    /// When the person files.
    pub at: Option<NaiveDateTime>,
    /// The edition to answer by as a reference.
    pub edition: Option<String>,
    pub known_on: Option<NaiveDate>,
    /// The documents held; none until the person has been asked.
    pub documents: Option<BTreeSet<String>>,
    /// What is typed or chosen on this page and not yet sent, by field.
    pub draft: BTreeMap<String, String>,
    /// How often this page's form was sent and could not be read; from the first time on, its errors show.
    pub refused: u32,
    /// What the person looks for among the services.
    pub search: String,
    /// Whether somebody has touched the kiosk's first screen.
    pub kiosk_in_use: bool,
    pub patience: Patience,
}

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
        let known = |word: &str| catalogue.index.iter().find(|entry| entry.id == word).map(|entry| entry.id.clone());
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
        for (place, (key, value)) in self.pairs().into_iter().enumerate() {
            let mark = if place == 0 { '?' } else { '&' };
            address = format!("{address}{mark}{key}={}", encode(&value));
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
                self.edition = editions.find(|edition| edition.id == value).map(|edition| edition.id.clone());
            }
            "known_on" => self.known_on = read_date(value),
            "skip" => {
                let is_known = |id: &&str| fact_type(catalogue, id).is_some();
                self.skipped = value.split(',').filter(is_known).map(str::to_owned).collect();
            }
            fact => {
                let Some(fact) = fact_type(catalogue, fact) else { return };
                match read_fact(fact, value) {
                    Some(value) => self.facts.insert(fact.id.clone(), value),
                    None => self.facts.remove(&fact.id),
                };
            }
        }
    }

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
        State { step: Some(step), draft: BTreeMap::new(), refused: 0, ..self.clone() }
    }

    /// Whether the other state is the same page, whatever the language and the answers.
    pub fn same_page(&self, other: &State) -> bool {
        (self.mode, &self.service, &self.step) == (other.mode, &other.service, &other.step)
    }

    fn pairs(&self) -> BTreeMap<&str, String> {
        let list = |ids: &BTreeSet<String>| ids.iter().map(String::as_str).collect::<Vec<_>>().join(",");
        let own = [
            ("at", self.at.map(write_moment)),
            ("channel", self.channel.map(|channel| channel.slug().to_owned())),
            ("docs", self.documents.as_ref().map(list)),
            ("edition", self.edition.clone()),
            ("known_on", self.known_on.map(|day| day.to_string())),
            ("skip", Some(list(&self.skipped)).filter(|skipped| !skipped.is_empty())),
        ];
        let facts = self.facts.iter().map(|(fact, value)| (fact.as_str(), value.to_string()));
        own.into_iter().filter_map(|(key, value)| Some((key, value?))).chain(facts).collect()
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

/// Something the person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address changed: back, forward, a link, a hand.
    Arrive(Box<State>),
    Speak(Lang),
    Search(String),
    Choose {
        service: String,
    },
    Go(Step),
    /// Back to the list of services, forgetting the answers.
    Leave,
    /// Something was typed or chosen in a field of this page.
    Type {
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
    /// Set one key of the address, as [`State::set`].
    Set {
        key: &'static str,
        value: String,
    },
    /// Set one fact; an empty text makes it unknown.
    Tell {
        fact: String,
        value: String,
    },
    /// A kiosk is touched: begin in this language.
    Begin(Lang),
    /// Forget everything said; on a kiosk, back to the first screen.
    Forget,
}

/// The state after an action. Needs the catalogue to know what may be said.
pub fn reduce(state: &State, action: Action, catalogue: &Catalogue) -> State {
    let mut next = state.clone();
    match action {
        Action::Arrive(arrived) => {
            next = *arrived;
            if state.same_page(&next) {
                next.draft = state.draft.clone();
                next.refused = state.refused;
                next.search = state.search.clone();
            }
        }
        Action::Speak(lang) => next.lang = lang,
        Action::Search(text) => next.search = text,
        Action::Choose { service } => next = State { service: Some(service), ..forgotten(state) },
        Action::Go(step) => next = state.at_step(step),
        Action::Leave => next = forgotten(state),
        Action::Type { field, text } => {
            next.draft.insert(field, text);
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
        Action::Set { key, value } => next.set(key, &value, catalogue),
        Action::Tell { fact, value } => {
            next.skipped.remove(&fact);
            next.set(&fact, &value, catalogue);
        }
        Action::Begin(lang) => next = State { lang, kiosk_in_use: true, ..forgotten(state) },
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
            (None, _) if state.facts.contains_key(&fact) || state.skipped.contains(&fact) => state.turn(),
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
        Step::Rules | Step::Answer => {}
    }
}

fn skip(state: &mut State, fact: &str) {
    state.facts.remove(fact);
    state.skipped.insert(fact.to_owned());
    state.turn();
}

impl State {
    /// On to the first step that is not done.
    fn turn(&mut self) {
        self.step = None;
        self.draft.clear();
        self.refused = 0;
    }
}

/// The fact with this id.
pub fn fact_type<'a>(catalogue: &'a Catalogue, id: &str) -> Option<&'a FactType> {
    catalogue.vocabulary.facts.iter().find(|fact| fact.id == id)
}

/// Reads what a person typed or an address says; none if the fact cannot have this value.
pub fn read_fact(fact: &FactType, text: &str) -> Option<FactValue> {
    let text = text.trim();
    match fact.kind {
        FactKind::Boolean => text.parse().ok().map(FactValue::Bool),
        FactKind::Date => read_date(text).map(FactValue::Date),
        FactKind::Moment => read_filing(text).map(FactValue::Moment),
        FactKind::Word => {
            let is_offered = fact.values.iter().any(|value| value.id == text);
            is_offered.then(|| FactValue::Word(text.to_owned()))
        }
    }
}

/// Reads a day and a time: `2026-11-23T10:00`, `23.11.2026 10:00`.
pub fn read_filing(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.trim().rsplit_once(['T', ' '])?;
    Some(read_date(day)?.and_time(read_time(time)?))
}

/// Reads a day as people write it: `3.11.2026`, `03.11.2026`, `2026-11-03`, also with `/` or spaces.
///
/// ```
/// use merzim::ui::state::read_date;
/// assert_eq!(read_date("3.11.2026"), read_date("2026-11-03"));
/// assert_eq!(read_date("31.02.2026"), None, "there is no such day");
/// ```
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.trim().split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let &[first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year) || !digits(month) || !digits(day) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads a time of day as people write it: `10:00`, `9.30`, `9`.
pub fn read_time(text: &str) -> Option<chrono::NaiveTime> {
    let text = text.trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    chrono::NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content;

    fn catalogue() -> &'static Catalogue {
        &content::shipped().expect("the shipped facts parse").catalogue
    }

    fn read(fragment: &str) -> State {
        State::from_fragment(fragment, catalogue())
    }

    #[test]
    fn a_whole_address_is_read_and_written_the_same() {
        let address = "#/applicant/ru/tve-diploma-duplicate/answer?at=2019-11-01T10:00&channel=state_corporation\
                       &college_region=almaty_oblast&docs=application,id_copy&edition=standard-2015&known_on=2019-11-01\
                       &newspaper_published=2019-10-25&reason=lost&skip=college_liquidated";
        let state = read(address);
        assert_eq!(state.step, Some(Step::Answer));
        assert_eq!(state.facts.len(), 3);
        assert_eq!(state.to_fragment(), address);
    }

    #[test]
    fn what_cannot_be_read_is_missing() {
        let state =
            read("#/applicant/kk/tve-admission?at=yesterday&channel=fax&study_form=moon&docs=gold,application&x=1");
        assert_eq!((state.at, state.channel, state.facts.len()), (None, None, 0));
        assert_eq!(state.to_fragment(), "#/applicant/kk/tve-admission?docs=application");
    }

    #[test]
    fn mode_and_language_may_be_left_out() {
        let state = read("#/tve-dormitory/channel");
        assert_eq!(state.to_fragment(), "#/applicant/kk/tve-dormitory/channel");
    }

    #[test]
    fn an_edition_of_another_service_is_no_edition() {
        assert_eq!(read("#/applicant/kk/tve-admission?edition=order-19-2023").edition, None);
        let own = read("#/applicant/kk/tve-incomplete-certificate?edition=order-19-2023");
        assert_eq!(own.edition.as_deref(), Some("order-19-2023"));
    }

    #[test]
    fn a_kiosk_writes_no_answer_and_reads_none() {
        let kiosk = read("#/kiosk/ru/tve-dormitory/channel?idle=2&warning=1&is_tve_student=true");
        assert_eq!((kiosk.service.as_ref(), kiosk.facts.len()), (None, 0));
        let begun = reduce(&kiosk, Action::Begin(Lang::En), catalogue());
        let chosen = reduce(&begun, Action::Choose { service: "tve-dormitory".to_owned() }, catalogue());
        assert_eq!(chosen.to_fragment(), "#/kiosk/en?idle=2&warning=1");
        let first = reduce(&chosen, Action::Forget, catalogue());
        assert_eq!(first, State { mode: Mode::Kiosk, patience: kiosk.patience, ..State::default() });
    }

    #[test]
    fn switching_the_language_loses_nothing() {
        let mut state = read("#/applicant/kk/tve-admission/study_form?college_region=almaty_oblast");
        state.draft.insert("study_form".to_owned(), "full_time".to_owned());
        let switched = reduce(&state, Action::Speak(Lang::Ru), catalogue());
        assert_eq!(switched, State { lang: Lang::Ru, ..state });
    }

    #[test]
    fn a_form_that_cannot_be_read_stays_and_keeps_what_was_typed() {
        let mut state = read("#/applicant/kk/tve-diploma-duplicate/newspaper_published");
        state.draft.insert("newspaper_published".to_owned(), "31.02.2019".to_owned());
        let refused = reduce(&state, Action::Submit, catalogue());
        assert_eq!(refused, State { refused: 1, ..state });
        let typed = Action::Type { field: "newspaper_published".to_owned(), text: "1.3.2019".to_owned() };
        let sent = reduce(&reduce(&refused, typed, catalogue()), Action::Submit, catalogue());
        assert_eq!(sent.facts["newspaper_published"].to_string(), "2019-03-01");
    }

    #[test]
    fn i_do_not_know_is_an_answer_and_can_be_taken_back() {
        let state = read("#/applicant/kk/tve-admission/study_form?study_form=full_time");
        let skipped = reduce(&state, Action::Skip, catalogue());
        assert_eq!(skipped.to_fragment(), "#/applicant/kk/tve-admission?skip=study_form");
        let told = Action::Tell { fact: "study_form".to_owned(), value: "full_time".to_owned() };
        assert_eq!(
            reduce(&skipped, told, catalogue()).to_fragment(),
            "#/applicant/kk/tve-admission?study_form=full_time"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_an_address(text in any::<String>(), tail in "[#/?&=%a-z0-9_,:.-]{0,80}") {
            for fragment in [text.clone(), format!("#/applicant/kk/{tail}"), format!("#/staff/ru?at={tail}&{text}")] {
                let state = read(&fragment);
                prop_assert_eq!(read(&state.to_fragment()), state);
            }
        }

        #[test]
        fn any_text_may_be_typed_as_a_date_or_a_time(text in any::<String>(), day in "[0-9./ -]{0,12}") {
            for text in [text, day] {
                let _ = (read_date(&text), read_time(&text), read_filing(&text));
            }
        }
    }
}
