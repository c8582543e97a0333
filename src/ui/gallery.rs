//! Every part of the pages, once: what the accessibility test walks.

use yew::prelude::*;

use super::{View, parts};
use crate::words::more::gallery::Gallery;

/// The gallery.
pub fn page(view: &View<'_>) -> Html {
    parts::frame(view, parts::header(view), parts::heading(Gallery::of(view.state.lang).title))
}
