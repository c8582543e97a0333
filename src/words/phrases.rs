//! What every language must be able to say: one field, one sentence. A language that lacks one does not compile.

#[cfg(not(target_arch = "wasm32"))]
use super::{en, kk, ru};
use crate::lang::Lang;

/// The phrases of a language.
#[cfg(target_arch = "wasm32")]
pub(super) fn of(lang: Lang) -> &'static Phrases {
    &super::own::of(lang).phrases
}

/// The phrases of a language.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn of(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::Kk => &kk::KK,
        Lang::Ru => &ru::RU,
        Lang::En => &en::EN,
    }
}

/// A phrase with a number in it, in the forms a number may ask for: 1, 21 · 2–4, 22 · the rest.
pub(super) struct Counted {
    pub one: &'static str,
    pub few: &'static str,
    pub many: &'static str,
}

/// A counted phrase that is the same with every number, as in Kazakh.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn same(phrase: &'static str) -> Counted {
    Counted { one: phrase, few: phrase, many: phrase }
}

/// A counted phrase with one form for 1 (in Russian also for 21, 31 …) and one for the rest.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn two(one: &'static str, many: &'static str) -> Counted {
    Counted { one, few: many, many }
}

/// A unit of time: one number, and a range.
pub(super) type UnitOfTime = (Counted, Counted);

impl Counted {
    #[cfg(not(target_arch = "wasm32"))]
    fn lines(&self) -> [&'static str; 3] {
        [self.one, self.few, self.many]
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
impl From<[&'static str; 3]> for Counted {
    fn from([one, few, many]: [&'static str; 3]) -> Counted {
        Counted { one, few, many }
    }
}

macro_rules! phrases {
    ($($(#[$doc:meta])* $field:ident),+ $(,)?; counted $($counted:ident),+; units $($unit:ident),+) => {
        /// Every phrase, by what it says.
        pub(super) struct Phrases {
            $($(#[$doc])* pub $field: &'static str,)+
            $(pub $counted: Counted,)+
            $(pub $unit: UnitOfTime,)+
        }

        impl Phrases {
            /// Every phrase on a line of its own, as the app's file of the language has them.
            #[cfg(not(target_arch = "wasm32"))]
            pub(super) fn lines(&self) -> Vec<&'static str> {
                let mut lines = vec![$(self.$field,)+];
                $(lines.extend(self.$counted.lines());)+
                $(lines.extend(self.$unit.0.lines().into_iter().chain(self.$unit.1.lines()));)+
                lines
            }

            /// The name of each of those lines.
            #[cfg(test)]
            pub(super) fn names() -> Vec<&'static str> {
                let mut names = vec![$(stringify!($field),)+];
                $(names.extend([stringify!($counted); 3]);)+
                $(names.extend([stringify!($unit); 6]);)+
                names
            }

            /// The phrases from such lines.
            #[cfg(any(test, target_arch = "wasm32"))]
            pub(super) fn read(next: super::Next) -> Phrases {
                let mut lines = [""; [$(stringify!($field)),+].len()];
                super::fill_lines(&mut lines, next);
                let [$($field,)+] = lines;
                let mut lines = [[""; 3]; [$(stringify!($counted)),+].len()];
                super::fill_lines(lines.as_flattened_mut(), next);
                let [$($counted,)+] = lines.map(Counted::from);
                let mut lines = [[[""; 3]; 2]; [$(stringify!($unit)),+].len()];
                super::fill_lines(lines.as_flattened_mut().as_flattened_mut(), next);
                let [$($unit,)+] = lines.map(|[one, range]| (one.into(), range.into()));
                Phrases { $($field,)+ $($counted,)+ $($unit,)+ }
            }
        }
    };
}

phrases! {
    until, from, on, by, yes, no,

    // The headline, and what makes it uncertain.
    no_service, no_edition, archive, outside_window, deadline_passed, not_entitled, hearing_first, prepare_first, too_old,
    ready_on, ready_at, ready_between, ready_latest, notice_on, notice_between, notice_latest,
    tell_first, outside_calendar, no_term, no_date,
    provided_that, if_entitled, if_accepted, if_in_force, if_your_region,

    // What the desk does.
    accepted_on, accepted_next_working_day, accepted_then_hearing, closed_until, refuse_incomplete, with_receipt, refuse_service,
    incomplete_advise, redirected, desk_unknown, desk_undecided,

    // The right to the service.
    entitled, requirement_unmet, ground_found, other_territory, entitlement_needs, entitlement_unknown,

    // The documents.
    complete, unconfirmed, list_borrowed, list_unknown, list_assumed, documents_need, documents_undecided,
    present, needed, not_demanded, advised, optional, unclear_line, borrowed_line, not_needed, line_needs,
    dated_after_filing, not_signed_with_eds, not_valid, valid_until,

    // The term and its proof.
    term, counted_from_next, counted_in_minutes, gives_notice, capped_by, fast_track, slow_track, term_unknown,
    term_needs,
    waiting, waiting_off, day_zero, day_zero_if, day_counted, day_of_minutes, day_counted_by_order, day_not_counted, rolled_over,
    rolled_to, ordinary, worked_by_order, religious, weekend, holiday, in_lieu, moved_off,

    // Cautions and other readings.
    not_in_force, in_force_from, in_force_span, in_force_uncertain, territory_unknown, channel_not_offered,
    calendar_covers, not_yet_official, kurban_ait_unconfirmed, as_known_on, hours_assumed, hearing_cannot_fit,
    alt_inclusive, alt_after_hours, alt_other_week, with_document_ready, with_document, alternative, sooner, alternative_until,
    fix_add, fix_add_if, fix_add_else, fix_newer, fix_newer_borrowed, fix_dated,

    // Words of the catalogue.
    standard_not_in_sources, earlier_wording, not_stated,
    acceptance_receipt, refusal_receipt, consent, obtained_by_state, must_not_demand, queue, collection,
    representative, storage, home_visit, hearing, delivery, portal, status, court,
    official, secondary, unknown, free,
    about_act, about_channel, about_term, about_documents, about_window,
    incomplete_is_refused, incomplete_refuses_service, incomplete_is_advised,
    on_working_days, on_saturdays, open_hours, open_hours_lunch, round_the_clock, after_hours_next_day,

    // Sources.
    act_numbered, act_dated, annex, paragraph, row, article, section, subparagraph, article_part, quoted, answered,
    or, and, and_if, order, decree,

    // What to do next.
    next_get, next_or_refused, next_answer, next_archive, next_in_window, next_come, next_send, next_other_day, next_ask_list, next_file, next_receipt,
    next_if_late, next_hearing, next_check, next_ask;

    counted within_working_days, missing, expired, race_ahead, visits, visits_to_file;
    units minutes, hours, working_days, calendar_days, weeks, months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_language_give_its_phrases_back() {
        let lines = ru::RU.lines();
        let mut next = lines.iter().copied();
        let read = Phrases::read(&mut || next.next().unwrap());
        assert_eq!(next.next(), None);
        assert_eq!(read.next_ask, ru::RU.next_ask);
        assert_eq!(read.months.1.few, ru::RU.months.1.few);
        assert_eq!(read.lines(), lines);
    }
}
