//! The application form of an annex, filled in on the page and printed; what is typed stays in memory.

use yew::prelude::*;

use super::View;

/// The form of the case's edition.
pub fn page(_view: &View<'_>) -> Html {
    Html::default()
}
