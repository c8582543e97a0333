//! What only the whole program has: the desk, the kiosk, the gallery, the search that forgives, and beside an answer its
//! pictures, the other ways, and what to take home.
//!
//! There are two programs with the same facts. The short one is what an applicant's first visit loads; it names nothing
//! of this, so the linker leaves it out. The same address gives the same page in both, and more of it in the whole one,
//! which takes over as soon as it is here.

use yew::prelude::*;

use super::state::{Action, Patience};
use super::{View, calendar, form, gallery, kiosk, paper, staff, take_home, timeline, ways};
use crate::engine::verdict::Verdict;

/// The address of the whole program, before the fragment.
pub const ADDRESS: &str = "?whole";

/// What the whole program shows and does.
pub struct Whole {
    pub desk: fn(&View<'_>) -> Html,
    pub kiosk: fn(&View<'_>) -> Html,
    /// Every part of the pages, once.
    pub gallery: fn(&View<'_>) -> Html,
    pub watch: fn(Patience, Callback<Action>) -> kiosk::Watch,
    /// What would make the answer a yes.
    pub changes: fn(&View<'_>) -> Vec<Html>,
    /// The channels side by side, and how late one may file.
    pub ways: fn(&View<'_>) -> Vec<Html>,
    /// The count of the days as month grids.
    pub calendar: fn(&View<'_>, &Verdict<'_>) -> Html,
    /// Who does what until when.
    pub timeline: fn(&View<'_>, &Verdict<'_>) -> Vec<Html>,
    /// Calendar file, sharing, copies.
    pub take_home: fn(&View<'_>, &Verdict<'_>) -> Vec<Html>,
    /// The answer on one sheet, for print alone.
    pub paper: fn(&View<'_>, &Verdict<'_>) -> Html,
    /// The button that prints it, and the way to the application form.
    pub print: fn(&View<'_>) -> Vec<Html>,
    /// The application form of the annex, to fill in and print.
    pub form: fn(&View<'_>) -> Html,
    /// The way to it from the document of this id.
    pub form_way: fn(&View<'_>, &str) -> Option<Html>,
}

pub static WHOLE: Whole = Whole {
    desk: staff::page,
    kiosk: kiosk::page,
    gallery: gallery::page,
    watch: kiosk::watch,
    changes: ways::changes,
    ways: ways::others,
    calendar: calendar::months,
    timeline: timeline::timeline,
    take_home: take_home::ways,
    paper: paper::sheet,
    print: paper::print,
    form: form::page,
    form_way: form::way,
};
