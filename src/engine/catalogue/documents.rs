//! The documents that a channel asks for.

use serde::{Deserialize, Serialize};

use super::{ChannelId, Source};
use crate::baked::{List, Str};
use crate::engine::condition::Condition;
use crate::lang::Text;

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
