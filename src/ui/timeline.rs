//! Who does what until when, as a line of time.

use yew::prelude::*;

use super::View;
use crate::engine::verdict::Verdict;

/// The steps and milestones in the order of their days.
pub fn timeline(_view: &View<'_>, _verdict: &Verdict<'_>) -> Vec<Html> {
    Vec::new()
}
