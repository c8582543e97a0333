//! The answer on one sheet of paper, seen in print alone.

use yew::prelude::*;

use super::View;
use crate::engine::verdict::Verdict;

/// The sheet.
pub fn sheet(_view: &View<'_>, _verdict: &Verdict<'_>) -> Html {
    Html::default()
}
