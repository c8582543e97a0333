//! The vocabulary of the facts: what a public service is, and how the law's sentences become rows.
//!
//! Nothing here is about one service. A service is a JSON file that these types can say; what they cannot say is a
//! reason to widen them, never to write a rule in code. Names follow CPSV-AP: a [`PublicService`] has [`Edition`]s of
//! the document it follows, each with [`Channel`]s, [`Requirement`]s, [`EvidenceRule`]s and [`ProcessingTime`]s.
//!
//! Two habits hold everywhere. Every value carries its [`Source`]. What the sources do not say is
//! [`Known::Unknown`] with its reason, never an invented value.

mod channel;
mod documents;
mod edition;
mod right;
mod source;
mod term;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use channel::{
    AfterHours, Channel, ChannelId, Desk, Desks, Opening, OpeningDays, OpeningHours, RoundTheClock, TimeOfDay, Visits,
};
pub use documents::{Basis, Demand, EvidenceList, EvidenceRule, IfIncomplete, Nearest, Validity};
pub use edition::{
    Complaint, Contact, Edition, Fee, Form, FormKind, InForce, InForceOn, OfficeWeek, Provision, Territory, Topic,
};
pub use right::{GroundAnswer, IfUnknown, Redirect, RefusalGround, RefusalGrounds, Requirement, RequirementKind};
pub use source::{Because, Known, Source, Sourced, UNDERSTANDING};
pub use term::{
    AcceptanceDay, Anchor, Direction, Duration, Gives, Leg, MilestoneKind, MilestoneRule, ProcessingTime, RollRule,
    Step, StepDuration, StepUnit, Unit,
};

use super::case::FactValue;
use super::condition::Condition;
use crate::baked::{List, Str};
use crate::lang::{Name, Text};

/// Everything that is known of the services, without the calendar.
#[derive(Clone, Debug, Serialize)]
pub struct Catalogue {
    pub acts: List<Act>,
    pub vocabulary: Vocabulary,
    /// In the order of their ids.
    pub notices: List<Notice>,
    /// In the order in which people are offered them.
    pub index: List<IndexEntry>,
    /// In the order of their ids.
    pub services: List<PublicService>,
}

impl Catalogue {
    /// The service with this id, found by halving: an answer costs the same however many services there are.
    pub fn service(&self, id: &str) -> Option<&PublicService> {
        let place = self.services.binary_search_by(|service| service.id.as_str().cmp(id)).ok()?;
        self.services.get(place)
    }

    pub fn act(&self, id: &str) -> Option<&Act> {
        self.acts.iter().find(|act| act.id == id || act.file.as_deref() == Some(id))
    }

    /// Whether a place says something to the reader of this service: it is general law, or in a text of the service,
    /// which may be one annex of an act that other services share.
    pub fn is_of(&self, service: &PublicService, source: &Source) -> bool {
        let Some((act, annex)) = source.act_and_annex() else { return false };
        let is_there = |place: &Source| {
            let its = place.act_and_annex();
            its.is_some_and(|(its_act, its)| its_act == act && (annex.is_none() || its.is_none() || annex == its))
        };
        let mut channels = service.editions.iter().flat_map(|edition| edition.channels.iter());
        self.act(act).is_some_and(|act| act.file.is_none())
            || channels.any(|channel| is_there(&channel.name.source) || is_there(channel.acceptance_day.source()))
    }

    pub fn notice(&self, id: &str) -> Option<&Notice> {
        let place = self.notices.binary_search_by(|notice| notice.id.as_str().cmp(id)).ok()?;
        self.notices.get(place)
    }
}

/// A legal resource.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub id: Str,
    /// The code of the source document that holds its text (`F0` … `F4`), where one does.
    pub file: Option<Str>,
    pub title: Text,
    /// What it is called in short, where it has no number to be called by.
    pub short: Option<Text>,
    pub number: Option<Str>,
    /// Set where the number is a short name that says enough: a law is better known by its title.
    pub kind: Option<ActKind>,
    pub adopted: Option<NaiveDate>,
    pub registered: Option<NaiveDate>,
    pub registration_number: Option<Str>,
    pub link: Option<Str>,
    /// How far its text was read, and what changed it.
    pub note: Option<Text>,
}

/// What kind of act: "order No. 19".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    Order,
    Decree,
}

/// The words that all services share.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// In the order of their ids.
    pub facts: List<FactType>,
    pub evidence: List<EvidenceType>,
    pub channels: List<Named>,
    pub actors: List<Named>,
    pub milestones: List<Named>,
    pub desks: List<Named>,
}

impl Vocabulary {
    pub fn fact(&self, id: &str) -> Option<&'static FactType> {
        let place = self.facts.binary_search_by(|fact| fact.id.as_str().cmp(id)).ok()?;
        self.facts.0.get(place)
    }
}

/// An id and what people call it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub id: Str,
    pub name: Text,
}

/// One thing a person can tell us.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactType {
    pub id: Str,
    pub kind: FactKind,
    /// Its name in a list of answers.
    pub name: Text,
    /// The question that asks for it.
    pub question: Text,
    pub hint: Option<Text>,
    /// The words it may take, if its kind is `word`.
    pub values: List<Named>,
    /// Whether it may take words that are not listed, as a region's slug that no rule names.
    #[serde(default)]
    pub other_words: bool,
    /// Whether a person can still bring it about: the counterfactual looks no further.
    pub within_reach: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    Boolean,
    Date,
    Moment,
    Word,
}

impl FactType {
    /// Whether it has finitely many values.
    pub fn is_finite(&self) -> bool {
        matches!(self.kind, FactKind::Boolean | FactKind::Word)
    }

    /// Whether the fact may have this value.
    pub fn accepts(&self, value: &FactValue) -> bool {
        match (self.kind, value) {
            (FactKind::Boolean, FactValue::Bool(_))
            | (FactKind::Date, FactValue::Date(_))
            | (FactKind::Moment, FactValue::Moment(_)) => true,
            (FactKind::Word, FactValue::Word(word)) => {
                self.other_words && is_slug(word) || self.values.iter().any(|value| *word == value.id)
            }
            _ => false,
        }
    }

    /// What to write as its value.
    pub fn expected(&self) -> String {
        match self.kind {
            FactKind::Boolean => "write true or false".to_owned(),
            FactKind::Date => "write a date such as 2026-11-03".to_owned(),
            FactKind::Moment => "write a date and time such as 2026-11-03T10:00".to_owned(),
            FactKind::Word => {
                let words: Vec<_> = self.values.iter().map(|value| value.id.as_str()).collect();
                format!("write one of {}", words.join(", "))
            }
        }
    }
}

/// A kind of document, by its id in a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceType {
    pub id: Str,
    pub name: Text,
}

/// A reading of an unclear text, or a caution, shown wherever it bears on an answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub id: Str,
    pub kind: NoticeKind,
    pub text: Text,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    Reading,
    Caution,
}

/// Where a notice applies.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeUse {
    pub id: Str,
    #[serde(default)]
    pub when: Condition,
}

/// One line of the index: enough to find a service without loading it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexEntry {
    pub id: Str,
    /// The service in plain words.
    pub title: Text,
}

/// A public service.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicService {
    pub id: Str,
    /// The official name; Kazakh exactly as in the source.
    pub name: Sourced<Name>,
    /// What became known after the editions below, with how sure it is.
    pub reported_since: List<Report>,
    /// Newest first.
    pub editions: List<Edition>,
}

impl PublicService {
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }
}

/// What is reported of the years after the known editions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    pub about: ReportAbout,
    pub text: Text,
    pub confidence: Confidence,
    /// Who reported it, as the reader would look it up.
    pub reported_by: Option<Str>,
    pub reported_on: Option<NaiveDate>,
    /// The act to check it against.
    pub act: Option<Str>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportAbout {
    Act,
    Channel,
    Term,
    Documents,
    Window,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Official,
    Secondary,
    Unknown,
}

fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}
