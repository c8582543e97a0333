//! The page's furniture: headings, buttons and hints, in three languages.
//!
//! A struct with every label: one that a language lacks does not compile.

#[cfg(not(target_arch = "wasm32"))]
mod en;
#[cfg(not(target_arch = "wasm32"))]
mod kk;
#[cfg(not(target_arch = "wasm32"))]
mod ru;

use crate::lang::Lang;

macro_rules! labels {
    ($($label:ident,)+) => {
        /// The labels of the page in one language.
        #[derive(Debug)]
        pub struct Labels {
            $(pub $label: &'static str,)+
        }

        impl Labels {
            /// Every label on a line of its own, as the app's file of the language has them.
            pub fn lines(&self) -> Vec<&'static str> {
                vec![$(self.$label,)+]
            }

            /// The name of each of those lines.
            #[cfg(test)]
            pub(super) fn names() -> Vec<&'static str> {
                vec![$(stringify!($label),)+]
            }

            /// The labels from such lines.
            #[cfg(any(test, target_arch = "wasm32"))]
            pub fn read(next: super::Next) -> Labels {
                let mut lines = [""; [$(stringify!($label)),+].len()];
                super::fill_lines(&mut lines, next);
                let [$($label,)+] = lines;
                Labels { $($label,)+ }
            }
        }
    };
}

labels! {
    // The app and its frame.
    app_name,
    skip_to_content,
    languages,
    speechless,
    back,
    go_on,
    change,
    yes,
    no,
    do_not_know,
    source,
    official_name,
    kazakh_binds,
    ask_at,
    not_official,
    private,
    version_facts,
    version_calendar,
    version_checked,
    // The first page.
    start_title,
    start_lead,
    search,
    nothing_found,
    found_below,
    // No edition is known.
    rules_title,
    rules_lead,
    rules_known,
    rules_known_hint,
    rules_chosen,
    rules_by_day,
    reported_since,
    reported_hint,
    // Questions.
    error,
    please_correct,
    choose_one,
    write_date,
    write_year,
    no_such_day,
    write_time,
    date_hint,
    moment_hint,
    time_hint,
    pick_in_calendar,
    channel_title,
    channel_name,
    filing_title,
    filing_name,
    filing_hint,
    clock_behind,
    clock_beyond,
    no_day_proposed,
    day,
    time,
    documents_title,
    documents_hint,
    documents_name,
    do_not_bring,
    no_documents,
    list_unknown,
    no_documents_to_tick,
    // The answer.
    answer_name,
    form_name,
    old_rules,
    ready,
    message,
    ready_from,
    ready_to,
    entitled,
    not_entitled,
    not_the_time,
    right_undecided,
    complete,
    incomplete,
    completeness_unknown,
    what_next,
    answer_these,
    at_the_desk,
    right,
    rules_judged,
    holds,
    does_not_hold,
    applies,
    does_not_apply,
    not_known,
    not_told,
    in_short,
    fee,
    result,
    result_form,
    provider,
    applicant,
    contacts,
    contacts_hint,
    change_documents,
    would_help,
    other_ways,
    more_ways,
    count,
    special_days,
    every_day,
    cautions,
    readings,
    milestones,
    steps,
    steps_open,
    provisions,
    complaints,
    answer_within,
    sources,
    places,
    your_answers,
    share,
    share_hint,
    link,
    copy_link,
    copied,
    copy_by_hand,
}

/// The labels in a language.
#[cfg(target_arch = "wasm32")]
pub fn labels(lang: Lang) -> &'static Labels {
    &super::own::of(lang).labels
}

/// The labels in a language.
#[cfg(not(target_arch = "wasm32"))]
pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Kk => &kk::LABELS,
        Lang::Ru => &ru::LABELS,
        Lang::En => &en::LABELS,
    }
}
