//! One edition of the document that a service follows, and what it says beside rights, documents and terms.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Channel, ChannelId, Known, Named, NoticeUse, Redirect, RefusalGrounds, Requirement, RequirementKind, Source,
    Sourced, StepDuration,
};
use crate::baked::{List, Str};
use crate::engine::calendar::WorkWeek;
use crate::lang::Text;

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

    /// Whether the sources say who has the right: their wording is there, and what is required is not all our own
    /// understanding.
    pub fn states_who_has_the_right(&self) -> bool {
        let mut rights = self.requirements.iter().filter(|rule| rule.kind == RequirementKind::Right).peekable();
        self.requirements_known && (rights.peek().is_none() || rights.any(|rule| !rule.source.is_understanding()))
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
