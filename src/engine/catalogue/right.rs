//! Who has the right to a service, and who is sent elsewhere.

use serde::{Deserialize, Serialize};

use super::{Known, Source};
use crate::baked::{List, Str};
use crate::engine::condition::Condition;
use crate::lang::Text;

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
