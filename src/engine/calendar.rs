//! Which days are worked.

use serde::{Deserialize, Serialize};

/// The office's working week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkWeek {
    /// Saturday and Sunday off.
    FiveDay,
    /// Sunday off.
    SixDay,
}
