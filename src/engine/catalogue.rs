//! The vocabulary of the facts: what a public service is, and how the law's sentences become rows.
//!
//! Nothing here is about one service. A service is a JSON file that these types can say; what they cannot say is a
//! reason to widen them, never to write a rule in code. Names follow CPSV-AP: a [`PublicService`] has [`Edition`]s of
//! the document it follows, each with [`Channel`]s, [`Requirement`]s, [`EvidenceRule`]s and [`ProcessingTime`]s.
//!
//! Two habits hold everywhere. Every value carries its [`Source`]. What the sources do not say is
//! [`Known::Unknown`] with its reason, never an invented value.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::WorkWeek;
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

/// Where a value stands: the act (or source document), then the place in it, for example `F2 a2 r3.1 L574-580`.
///
/// The first word names a row of `acts.json`, by its id or its file code. Then come places: `a2` annex 2, `p5` or
/// `p5.1` paragraph 5 (sub-paragraph 1), `r3.1` row 3 (item 1), `art174.3` article 174 (3), `s13` section 13,
/// `L62-64` lines of the source file. A [`Notice`] as a source is written `READ A-06`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source(pub Str);

impl Source {
    /// The act, and the annex in it, of the first place.
    fn act_and_annex(&self) -> Option<(&str, Option<&str>)> {
        let mut words = self.0.split_whitespace();
        let is_annex =
            |word: &&str| word.strip_prefix('a').is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
        Some((words.next()?, words.next().filter(is_annex)))
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    pub value: T,
    pub source: Source,
}

/// A value that the sources give, or the reason why they do not.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Stated<T>")]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub enum Known<T> {
    Known { value: T, source: Source },
    Unknown { because: Because, source: Source },
}

impl<T> Known<T> {
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Known { value, .. } => Some(value),
            Known::Unknown { .. } => None,
        }
    }

    pub fn source(&self) -> &Source {
        match self {
            Known::Known { source, .. } | Known::Unknown { source, .. } => source,
        }
    }
}

/// Why a value is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The source refers to a Standard whose text is not among the sources.
    StandardNotInSources,
    /// The paragraph was re-worded later; its wording of that time is not among the sources.
    EarlierWordingNotInSources,
    /// The source is silent.
    NotStated,
}

/// How [`Known`] is written: `{"value": …, "source": …}` or `{"unknown": "not_stated", "source": …}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated<T> {
    value: Option<T>,
    unknown: Option<Because>,
    source: Source,
}

impl<T> TryFrom<Stated<T>> for Known<T> {
    type Error = &'static str;

    fn try_from(stated: Stated<T>) -> Result<Self, Self::Error> {
        match (stated.value, stated.unknown) {
            (Some(value), None) => Ok(Known::Known { value, source: stated.source }),
            (None, Some(because)) => Ok(Known::Unknown { because, source: stated.source }),
            _ => Err("write either `value` or `unknown`, one of the two"),
        }
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

fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
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

/// One edition of the document that a service follows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub id: Str,
    /// How people may call this edition.
    pub title: Text,
    pub act: Str,
    /// The Standard it rests on, as an act id.
    pub standard: Option<Sourced<Str>>,
    pub in_force: InForce,
    /// Where it binds, if not in the whole country.
    pub territory: Option<Territory>,
    pub provider: Known<Text>,
    pub applicant: Known<Text>,
    pub fee: Known<Fee>,
    pub service_form: Known<Text>,
    pub result: Known<Text>,
    pub result_form: Known<Text>,
    /// The week on which its offices work and its working days are counted.
    pub week: OfficeWeek,
    /// The facts to ask for, whatever the channel, in this order.
    pub questions: List<Str>,
    /// False where the edition's own wording on who has the right is not among the sources.
    pub requirements_known: bool,
    pub requirements: List<Requirement>,
    pub refusal_grounds: RefusalGrounds,
    pub redirects: List<Redirect>,
    pub channels: List<Channel>,
    pub complaints: List<Complaint>,
    pub provisions: List<Provision>,
    pub forms: List<Form>,
    pub contacts: List<Contact>,
    pub notices: List<NoticeUse>,
}

impl Edition {
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }
}

/// The span of validity, as far as it can be known.
///
/// The sources give "ten calendar days after first official publication" but no publication day, so both ends are
/// bounds: before `not_before` surely not in force, from `surely_from` surely in force, from `repeal_not_before`
/// perhaps repealed, from `surely_ended` surely repealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    pub not_before: NaiveDate,
    pub surely_from: Option<NaiveDate>,
    pub repeal_not_before: Option<NaiveDate>,
    pub surely_ended: Option<NaiveDate>,
    /// Whether the earliest day is a bound that the act itself gives (else it only follows from elsewhere).
    pub bound_stated: bool,
    pub source: Source,
}

/// Whether an edition is in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForceOn {
    Surely,
    Uncertain,
    No,
}

impl InForce {
    /// Whether the edition is in force on this day.
    pub fn on(&self, day: NaiveDate) -> InForceOn {
        let reached = |bound: Option<NaiveDate>| bound.is_some_and(|bound| bound <= day);
        if day < self.not_before || reached(self.surely_ended) {
            InForceOn::No
        } else if reached(self.surely_from) && !reached(self.repeal_not_before) {
            InForceOn::Surely
        } else {
            InForceOn::Uncertain
        }
    }
}

/// An edition that binds only where a fact has a value.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    pub fact: Str,
    pub value: Str,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fee {
    Free,
}

/// The office's week: stated, or assumed and open to the person's answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWeek {
    pub week: WorkWeek,
    /// The fact that may say otherwise, where the edition does not say which week it is.
    pub asked: Option<Str>,
    pub source: Source,
}

/// What must hold for a person to have the right to the service.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: Str,
    pub kind: RequirementKind,
    pub text: Text,
    pub holds_when: Condition,
    pub if_unknown: IfUnknown,
    pub source: Source,
}

/// In rising order of how plainly it turns a person away at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKind {
    /// Who has the right.
    Right,
    /// When documents are accepted.
    Window,
    /// A day after which the service can no longer be given in time.
    Deadline,
}

/// What an unknown fact does to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfUnknown {
    /// The rule cannot be decided, and the answer names the fact.
    Undecided,
    /// The rule is an exception that bites only when it is stated.
    NotEstablished,
}

/// The grounds on which the provider refuses the service.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalGrounds {
    /// What happens when a ground is found.
    pub answer: Known<GroundAnswer>,
    pub grounds: List<RefusalGround>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundAnswer {
    /// The package is accepted; a preliminary decision and a hearing come before the refusal.
    HearingFirst,
    /// A reasoned refusal of the service.
    RefuseService,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalGround {
    pub id: Str,
    pub text: Text,
    /// When the case itself shows that the ground is there.
    pub found_when: Condition,
    pub if_unknown: IfUnknown,
    pub source: Source,
}

/// Where a person must go instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    pub id: Str,
    pub text: Text,
    /// Bites only when stated.
    pub when: Condition,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelId {
    ProviderOffice,
    StateCorporation,
    Portal,
}

impl ChannelId {
    pub const ALL: [ChannelId; 3] = [ChannelId::ProviderOffice, ChannelId::StateCorporation, ChannelId::Portal];

    pub fn slug(self) -> &'static str {
        match self {
            ChannelId::ProviderOffice => "provider_office",
            ChannelId::StateCorporation => "state_corporation",
            ChannelId::Portal => "portal",
        }
    }

    pub fn from_slug(slug: &str) -> Option<ChannelId> {
        ChannelId::ALL.into_iter().find(|channel| channel.slug() == slug)
    }
}

/// One way to file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    pub id: ChannelId,
    /// Who receives here, as the edition names it.
    pub name: Sourced<Text>,
    pub opening: Opening,
    /// The further facts to ask for at this channel, in this order.
    pub questions: List<Str>,
    pub evidence: EvidenceList,
    pub if_incomplete: Sourced<IfIncomplete>,
    /// Whether the day of acceptance is expressly left out of the term; unknown where the text is silent.
    pub acceptance_day: Known<AcceptanceDay>,
    /// In order: the first whose condition holds is the term.
    pub terms: Known<List<ProcessingTime>>,
    pub milestones: List<MilestoneRule>,
    pub steps: Known<List<Step>>,
    pub waiting_minutes: Known<u16>,
    pub servicing_minutes: Known<u16>,
    pub visits: Visits,
    pub notices: List<NoticeUse>,
}

/// How often a person comes: what the sources say of handing in and of collecting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// 0 where one files from afar.
    pub to_file: Known<u8>,
    /// 0 where the result is handed out while one waits.
    pub to_collect: Known<u8>,
}

/// When a channel accepts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// A desk with hours. If there are several, the fact says which; unknown, the first.
    Desks(Desks),
    /// Round the clock.
    RoundTheClock(RoundTheClock),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desks {
    pub chosen_by: Option<Str>,
    pub desks: List<Desk>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    pub id: Str,
    pub hours: List<OpeningHours>,
    /// Whether the hours are assumed because the source does not give them.
    pub assumed: bool,
    pub source: Source,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTheClock {
    pub after_hours: AfterHours,
    /// The working hours that the rule, or its analogy, refers to.
    pub hours: List<OpeningHours>,
    pub source: Source,
}

/// What filing after working hours or on a day off does on the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterHours {
    /// Accepted on the next working day.
    NextWorkingDay,
    /// The text has no such rule; the same rule by analogy is shown as another reading.
    NotStated,
}

/// Hours on some days, half-open: at the closing minute the desk is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    pub days: OpeningDays,
    pub opens: TimeOfDay,
    pub closes: TimeOfDay,
    pub lunch: Option<[TimeOfDay; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningDays {
    /// Every worked day of the office's week, weekends worked by order included.
    WorkingDays,
    /// Saturdays that are no holiday and no moved day off, beside the working days.
    Saturdays,
}

/// A minute of the day, written `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeOfDay(pub u16);

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    /// Reads `HH:MM`, four digits and a colon.
    ///
    /// ```
    /// use merzim::engine::catalogue::TimeOfDay;
    /// assert_eq!(TimeOfDay::try_from("09:30".to_owned()), Ok(TimeOfDay(570)));
    /// for text in ["9:30", "+9:30", "09:+3", "24:00", "09:60", "09:3a"] {
    ///     assert!(TimeOfDay::try_from(text.to_owned()).is_err(), "{text}");
    /// }
    /// ```
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let minutes = match *text.as_bytes() {
            [h, hour, b':', m, minute] if [h, hour, m, minute].iter().all(u8::is_ascii_digit) => {
                let number = |tens: u8, ones: u8| u16::from(tens - b'0') * 10 + u16::from(ones - b'0');
                Some((number(h, hour), number(m, minute)))
            }
            _ => None,
        };
        let minutes = minutes.filter(|(hours, minutes)| *hours < 24 && *minutes < 60);
        let minutes = minutes.map(|(hours, minutes)| hours * 60 + minutes);
        minutes.map(TimeOfDay).ok_or("write a time of day as HH:MM, for example 09:00")
    }
}

/// The documents that a channel asks for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceList {
    pub basis: Basis,
    /// The nearest known list, shown where this edition's own is unknown.
    pub nearest: Option<Nearest>,
    /// What the source itself says, also where the whole list is unknown.
    pub rules: List<EvidenceRule>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Stated,
    /// The source gives no list for this channel: the provider's list is assumed.
    AssumedSameAsProvider,
    /// The list stands in a document that is not among the sources.
    NotInSources,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    pub edition: Str,
    pub channel: ChannelId,
}

/// One document, when it is asked for, and what makes it valid.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRule {
    pub evidence: Str,
    pub demand: Demand,
    /// What exactly, in plain words.
    pub text: Text,
    #[serde(default)]
    pub when: Condition,
    pub validity: Option<Validity>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// Without it the package is incomplete.
    Required,
    /// The state has it: it must not be demanded.
    NotDemanded,
    /// Not listed for this situation; a prudent person brings it.
    Advised,
    /// Listed, but its bearing on this situation is not: bring it; completeness cannot be confirmed.
    Unconfirmed,
    /// Listed and useful: it opens a faster way, but the package is complete without it.
    Optional,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Valid up to this many calendar days after the date that a fact holds; that date is day 0.
    MaxAge { fact: Str, days: u16 },
    /// Not valid when the condition holds; the reason is the word after the colon in `invalid_documents`.
    NotWhen { condition: Condition, reason: Str },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfIncomplete {
    /// Refusal of acceptance, with a receipt.
    RefuseAcceptance,
    /// Accepted, and the service refused with a reasoned answer.
    RefuseService,
    /// The text gives no power to refuse: the person is advised to complete the package.
    Advise,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcceptanceDay {
    NotIncluded,
}

/// A term: its legs one after the other, then the roll.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessingTime {
    pub id: Str,
    #[serde(default)]
    pub when: Condition,
    pub legs: List<Leg>,
    /// The slower term of which this one is the fast track.
    pub fast_track_of: Option<Str>,
    /// A milestone the result may not come after.
    pub not_after: Option<Str>,
    /// When this holds the earliest day is unknown.
    pub no_earliest_when: Option<Condition>,
    pub gives: Gives,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    Result,
    /// A notice that the result can be collected, and where.
    NoticeOfReadiness,
}

/// One stretch of a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// What happens in it; null where the term is one whole.
    pub name: Option<Text>,
    pub duration: Duration,
    pub source: Source,
}

/// So many units; `at_least` and `at_most` differ where the text gives a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    pub at_least: u16,
    pub at_most: u16,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes while the office is open.
    OfficeMinutes,
    WorkingDays,
    CalendarDays,
    Weeks,
    Months,
}

/// A dated event beside the ready date.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneRule {
    pub id: Str,
    pub kind: MilestoneKind,
    #[serde(default)]
    pub when: Condition,
    pub from: Anchor,
    pub direction: Direction,
    pub count: u16,
    pub unit: Unit,
    pub roll: RollRule,
    /// The week of whoever must act by then, where it is not the issuing office's.
    #[serde(default)]
    pub week: Option<WorkWeek>,
    /// A notice that must go out after acceptance: where its day comes before, the answer says that it cannot fit.
    #[serde(default)]
    pub follows_acceptance: bool,
    pub source: Source,
}

/// What a milestone is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// A day that the person or the term must keep.
    Limit,
    Delivery,
    /// Takes place only if a ground for refusal is found.
    Hearing,
    Decision,
    Storage,
    /// Takes place only if the person complains; counted as if on the day it counts from.
    Complaint,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Acceptance,
    /// The last day of the term, whatever comes of it.
    TermEnd,
    Fact(Str),
    Milestone(Str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    After,
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RollRule {
    Forward,
    Backward,
    /// A count of working days ends on one.
    NotNeeded,
}

/// Who does what until when, inside the term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub actor: Str,
    pub action: Text,
    #[serde(default)]
    pub when: Condition,
    pub duration: Known<StepDuration>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepDuration {
    pub at_least: u16,
    pub at_most: u16,
    pub unit: StepUnit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepUnit {
    Minutes,
    Hours,
    WorkingDays,
    CalendarDays,
    Weeks,
    Months,
}

/// A way to complain and the term of the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    pub to: Text,
    pub text: Text,
    pub answer_within: Known<StepDuration>,
    pub source: Source,
}

/// Something else that the edition says, in plain words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    pub topic: Topic,
    /// The channels it concerns; empty means all.
    pub channels: List<ChannelId>,
    pub text: Known<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    AcceptanceReceipt,
    RefusalReceipt,
    Consent,
    ObtainedByState,
    MustNotDemand,
    Queue,
    Collection,
    Representative,
    Storage,
    HomeVisit,
    Hearing,
    Delivery,
    Portal,
    Status,
    Court,
}

/// A form of an annex, field by field.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub id: Str,
    pub kind: FormKind,
    pub title: Text,
    /// In the order of the paper; empty where the form is not among the sources.
    pub fields: List<Named>,
    /// The fixed wording, Kazakh exactly as in the source; the reason stands where `{reason}` is.
    pub wording: Option<Text>,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    Application,
    AcceptanceReceipt,
    RefusalReceipt,
    Result,
}

/// Where to ask, as written in the edition.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub name: Text,
    pub phone: Option<Str>,
    /// As written, mistakes included.
    pub address: Option<Str>,
    pub email: Option<Str>,
    /// As written.
    pub site: Option<Str>,
    pub source: Source,
}
