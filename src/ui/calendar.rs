//! The count of the days as month grids.

use yew::prelude::*;

use super::View;
use crate::engine::verdict::Verdict;

/// The months from filing to ready; nothing where nothing is counted.
pub fn months(_view: &View<'_>, _verdict: &Verdict<'_>) -> Html {
    Html::default()
}
