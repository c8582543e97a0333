//! The page's furniture: headings, buttons and hints, in three languages.
//!
//! A struct with every label: one that a language lacks does not compile.

mod en;
mod kk;
mod ru;

use crate::lang::Lang;

/// The labels of the page in one language.
#[derive(Debug)]
pub struct Labels {
    // The app and its frame.
    pub app_name: &'static str,
    pub skip_to_content: &'static str,
    pub languages: &'static str,
    pub back: &'static str,
    pub go_on: &'static str,
    pub change: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub do_not_know: &'static str,
    pub source: &'static str,
    pub official_name: &'static str,
    pub kazakh_binds: &'static str,
    pub ask_at: &'static str,
    pub not_official: &'static str,
    pub private: &'static str,
    pub version_facts: &'static str,
    pub version_calendar: &'static str,
    pub version_checked: &'static str,
    pub facts_broken: &'static str,
    // The first page.
    pub start_title: &'static str,
    pub start_lead: &'static str,
    pub search: &'static str,
    pub nothing_found: &'static str,
    // No edition is known.
    pub rules_title: &'static str,
    pub rules_lead: &'static str,
    pub rules_known: &'static str,
    pub rules_known_hint: &'static str,
    pub rules_chosen: &'static str,
    pub rules_by_day: &'static str,
    pub in_force_from: &'static str,
    pub in_force_to: &'static str,
    pub reported_since: &'static str,
    pub reported_hint: &'static str,
    // Questions.
    pub error: &'static str,
    pub please_correct: &'static str,
    pub choose_one: &'static str,
    pub write_date: &'static str,
    pub write_time: &'static str,
    pub date_hint: &'static str,
    pub moment_hint: &'static str,
    pub time_hint: &'static str,
    pub pick_in_calendar: &'static str,
    pub channel_title: &'static str,
    pub channel_name: &'static str,
    pub filing_title: &'static str,
    pub filing_name: &'static str,
    pub filing_hint: &'static str,
    pub day: &'static str,
    pub time: &'static str,
    pub documents_title: &'static str,
    pub documents_hint: &'static str,
    pub documents_name: &'static str,
    pub do_not_bring: &'static str,
    pub no_documents: &'static str,
    pub no_documents_to_tick: &'static str,
    // The answer.
    pub answer_name: &'static str,
    pub ready: &'static str,
    pub ready_from: &'static str,
    pub ready_to: &'static str,
    pub entitled: &'static str,
    pub not_entitled: &'static str,
    pub right_undecided: &'static str,
    pub complete: &'static str,
    pub incomplete: &'static str,
    pub completeness_unknown: &'static str,
    pub what_next: &'static str,
    pub answer_these: &'static str,
    pub at_the_desk: &'static str,
    pub right: &'static str,
    pub rules_judged: &'static str,
    pub holds: &'static str,
    pub does_not_hold: &'static str,
    pub applies: &'static str,
    pub does_not_apply: &'static str,
    pub not_known: &'static str,
    pub change_documents: &'static str,
    pub count: &'static str,
    pub special_days: &'static str,
    pub every_day: &'static str,
    pub cautions: &'static str,
    pub readings: &'static str,
    pub milestones: &'static str,
    pub steps: &'static str,
    pub steps_open: &'static str,
    pub provisions: &'static str,
    pub complaints: &'static str,
    pub answer_within: &'static str,
    pub sources: &'static str,
    pub places: &'static str,
    pub your_answers: &'static str,
    pub share: &'static str,
    pub share_hint: &'static str,
    pub link: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    // The kiosk.
    pub kiosk_invitation: &'static str,
    pub kiosk_done: &'static str,
    pub kiosk_still_here: &'static str,
    pub kiosk_will_forget: &'static str,
    pub kiosk_stay: &'static str,
}

/// The labels in a language.
pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Kk => &kk::LABELS,
        Lang::Ru => &ru::LABELS,
        Lang::En => &en::LABELS,
    }
}
