//! What only the whole program has: the desk, the kiosk, and the other ways beside an answer.
//!
//! There are two programs with the same facts. The short one is what an applicant's first visit loads; it names nothing
//! of this, so the linker leaves it out. The same address gives the same page in both, and more of it in the whole one.

use yew::prelude::*;

use super::state::{Action, Patience};
use super::{View, kiosk, staff, ways};

/// The address of the whole program, before the fragment.
pub const ADDRESS: &str = "?whole";

/// What the whole program shows and does.
pub struct Whole {
    pub desk: fn(&View<'_>) -> Html,
    pub kiosk: fn(&View<'_>) -> Html,
    pub watch: fn(Patience, Callback<Action>) -> kiosk::Watch,
    /// What would make the answer a yes.
    pub changes: fn(&View<'_>) -> Vec<Html>,
    /// The channels side by side, and how late one may file.
    pub ways: fn(&View<'_>) -> Vec<Html>,
}

pub static WHOLE: Whole =
    Whole { desk: staff::page, kiosk: kiosk::page, watch: kiosk::watch, changes: ways::changes, ways: ways::others };
