//! What the app itself says, read once from the file of a language.

use std::sync::OnceLock;

use super::labels::Labels;
use super::phrases::Phrases;
use crate::baked::texts;
use crate::lang::Lang;

pub(super) struct Own {
    pub phrases: Phrases,
    pub labels: Labels,
}

/// What the app says in a language, or in another one while that one's file is not here.
pub(super) fn of(lang: Lang) -> &'static Own {
    static OWN: [OnceLock<Own>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
    let languages = [lang as usize, 0, 1, 2];
    let here = languages.into_iter().find(|lang| texts::are_here(*lang)).unwrap_or_default();
    let [first, ..] = &OWN;
    OWN.get(here).unwrap_or(first).get_or_init(|| {
        let mut lines = texts::own(here);
        let mut next = || lines.next().unwrap_or("");
        Own { phrases: Phrases::read(&mut next), labels: Labels::read(&mut next) }
    })
}
