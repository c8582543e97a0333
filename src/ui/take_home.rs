//! What a person takes home of an answer: a calendar file, a link, a QR code, a copy.

use yew::prelude::*;

use super::View;
use crate::engine::verdict::Verdict;

/// The ways to take the answer home.
pub fn ways(_view: &View<'_>, _verdict: &Verdict<'_>) -> Vec<Html> {
    Vec::new()
}
