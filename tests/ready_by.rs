//! How late one may file: every needed day of 2015–2026 over all services, editions and channels, against the law itself.
//!
//! For each answer "until t": filed at t it is ready in time, and at no later accepting moment it is. The later moments
//! are the next one, to the minute, and the last minute of every desk's day up to the needed day.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "ready_by/beyond.rs"]
mod beyond;
#[path = "ready_by/situations.rs"]
mod situations;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::{Case, WrittenCase, write_moment};
use merzim::engine::catalogue::ChannelId;
use merzim::engine::ready_by::{Chance, ReadyBy, Then, ready_by, today_or_tomorrow};
use merzim::engine::verdict::{Ready, Verdict};
use merzim::lang::Lang;
use merzim::words::Words;
use serde_json::{Value, json};
use situations::{Lane, situations};

use ChannelId::{Portal, ProviderOffice, StateCorporation};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read(service: &str, edition: Option<&str>, facts: Value, documents: &[&str]) -> Case {
    let mut case = json!({
        "service": service,
        "channel": "portal",
        "facts": facts,
        "accepted_at": "2015-01-01T00:00",
        "documents_present": documents,
    });
    if let Some(edition) = edition {
        case["edition"] = json!(edition);
    }
    let written: WrittenCase = serde_json::from_value(case).unwrap();
    written.read(content::shipped().catalogue).unwrap()
}

fn answer(case: &Case) -> Verdict<'static> {
    let content = content::shipped();
    assess(content.catalogue, &content.calendar, case)
}

/// The answer of a filing at this moment and channel.
fn filed(case: &Case, channel: ChannelId, at: NaiveDateTime) -> Verdict<'static> {
    answer(&Case { channel, accepted_at: at, ..case.clone() })
}

fn latest(verdict: &Verdict) -> Option<NaiveDate> {
    verdict.ready.map(|ready| ready.latest.date())
}

fn asked(case: &Case, needed: NaiveDate, from: NaiveDateTime) -> ReadyBy<'static> {
    let content = content::shipped();
    ready_by(content.catalogue, &content.calendar, case, needed, from)
}

fn said(chance: &Chance) -> String {
    match chance {
        Chance::Until { last, ready, .. } => format!("until {} ready {}", write_moment(*last), ready.latest.date()),
        Chance::NoLongerPossible { ready } => format!("too late, ready {}", ready.latest.date()),
        Chance::BeyondCalendar { first, last } => format!("the calendar has {first} to {last}"),
        Chance::NoDate { why } => format!("no date, {}", why.acceptance.map_or("undecided", |it| it.slug())),
    }
}

// ------------------------------------------------------------------------------------------------ exhaustive

const FIRST: i32 = 2015;
const LAST: i32 = 2026;

/// The days on which something may be needed.
fn needed_days() -> impl Iterator<Item = NaiveDate> {
    let days = NaiveDate::from_ymd_opt(FIRST, 1, 1).unwrap().iter_days();
    days.take_while(|date| date.year() <= LAST)
}

/// The last minutes at which a lane accepts, in the order of time, each with its latest ready day; none where refused.
type Table = Vec<(NaiveDateTime, Option<NaiveDate>)>;

fn table(case: &Case, (channel, minutes): Lane) -> Table {
    let mut all = Vec::new();
    for date in needed_days() {
        for (hour, minute) in minutes {
            let at = date.and_hms_opt(*hour, *minute, 0).unwrap();
            let verdict = filed(case, channel, at);
            if verdict.intake.next_opening.is_none() {
                all.push((at, latest(&verdict)));
            }
        }
    }
    all
}

/// Tries every needed day; `back` is how many days before it the person asks, now and then a long time or none.
fn try_all(case: &Case, lanes: &[Lane], back: u64) {
    let tables: Vec<_> = lanes.iter().map(|lane| table(case, *lane)).collect();
    let (mut until, mut too_late) = (0, 0);
    for (place, needed) in needed_days().enumerate() {
        let back = match place {
            place if place % 61 == 0 => 400,
            // On the very day it is mostly too late.
            place if place % 5 == 1 => 0,
            _ => back,
        };
        // Asked at an odd moment, so that the first day is cut somewhere.
        let from = (needed - Days::new(back)).and_hms_opt(place as u32 % 24, place as u32 % 60, 0).unwrap();
        let by = asked(case, needed, from);
        for ((channel, _), table) in lanes.iter().zip(&tables) {
            let chance = by.lanes.iter().find(|(offered, _)| offered.id == *channel).map(|(_, chance)| chance);
            let told = || {
                let chance = chance.map(said);
                format!("{} {channel:?} needed {needed} from {from}: {chance:?}", case.service)
            };
            let after = match chance {
                Some(Chance::Until { last, ready, .. }) => {
                    until += 1;
                    kept(case, *channel, *last, *ready, (needed, table))
                        .unwrap_or_else(|fault| panic!("{fault}: {}", told()));
                    assert!(from <= *last, "before it was asked: {}", told());
                    *last
                }
                Some(Chance::NoLongerPossible { ready }) => {
                    too_late += 1;
                    assert!(needed < ready.latest.date(), "it is possible: {}", told());
                    from
                }
                Some(Chance::NoDate { why }) => {
                    assert!(why.ready.is_none(), "there is a date: {}", told());
                    from
                }
                Some(Chance::BeyondCalendar { .. }) => panic!("the day is in the calendar: {}", told()),
                None => from,
            };
            // No later accepting moment serves, on any day up to the needed one.
            let first = table.partition_point(|(at, _)| *at <= after);
            let mut later = table[first..].iter().take_while(|(at, _)| at.date() <= needed);
            let missed = later.find(|(_, ready)| ready.is_some_and(|ready| ready <= needed));
            assert!(missed.is_none(), "{missed:?} would serve: {}", told());
        }
    }
    assert!(0 < until && 0 < too_late, "{}: {until} times possible, {too_late} times too late", case.service);
}

/// Filed at the last moment it is accepted and in time; at the next accepting moment it is not, or is refused.
fn kept(
    case: &Case,
    channel: ChannelId,
    last: NaiveDateTime,
    ready: Ready,
    (needed, table): (NaiveDate, &Table),
) -> Result<(), String> {
    let known = table.binary_search_by_key(&last, |(at, _)| *at).ok();
    let filed_then = known.map_or_else(
        || {
            let verdict = filed(case, channel, last);
            latest(&verdict).filter(|_| verdict.intake.next_opening.is_none())
        },
        |place| table[place].1,
    );
    if filed_then != Some(ready.latest.date()) || needed < ready.latest.date() {
        return Err(format!("filed then it is ready {filed_then:?}"));
    }
    // Where the desk has closed the answer is that of its next opening, so this is the next accepting moment.
    let next = filed(case, channel, last + TimeDelta::minutes(1));
    match latest(&next) {
        Some(ready) if ready <= needed => Err(format!("a minute later it is ready on {ready}")),
        _ => Ok(()),
    }
}

fn try_named(name: &str) {
    let mut tried = 0;
    for (_, case, lanes, back) in situations().iter().filter(|(of, ..)| *of == name) {
        try_all(case, lanes, *back);
        tried += 1;
    }
    assert!(0 < tried, "no situation is called {name}");
}

#[test]
fn admission_in_minutes_and_in_its_windows() {
    try_named("admission");
}

#[test]
fn the_dormitory_by_name_and_where_its_edition_ends() {
    try_named("dormitory");
}

#[test]
fn the_diploma_of_2015_in_a_six_day_week() {
    try_named("diploma of 2015");
}

#[test]
fn a_lost_diploma_with_an_extract_that_grows_old() {
    try_named("extract that grows old");
}

#[test]
fn the_diploma_from_one_edition_to_the_next() {
    try_named("diploma by date");
}

#[test]
fn a_transfer_with_its_cap() {
    try_named("transfer");
}

#[test]
fn a_reinstatement_with_its_fast_track() {
    try_named("reinstatement");
}

#[test]
fn the_certificate_at_the_main_desk() {
    try_named("certificate");
}

#[test]
fn the_certificate_at_the_duty_desk_through_all_editions() {
    try_named("certificate by date");
}

#[test]
fn the_university_diploma_by_post_and_by_portal() {
    try_named("university");
}

#[test]
fn the_school_certificate_at_every_channel() {
    try_named("school");
}

#[test]
fn the_school_certificate_at_the_duty_desk_from_the_day_the_rules_may_hold() {
    try_named("duty desk");
}

#[test]
fn every_edition_and_channel_with_a_term_is_among_the_situations() {
    let situations = situations();
    let mut channels = 0;
    for service in &content::shipped().catalogue.services {
        for edition in &service.editions {
            for channel in edition.channels.iter().filter(|channel| channel.terms.value().is_some()) {
                let tried = situations.iter().any(|(_, case, lanes, _)| {
                    let at = edition.in_force.surely_from.unwrap_or(edition.in_force.not_before) + Days::new(7);
                    let then = filed(case, channel.id, at.and_hms_opt(10, 0, 0).unwrap());
                    let governs = then.edition.is_some_and(|governing| governing.id == edition.id);
                    case.service == *service.id && governs && lanes.iter().any(|(id, _)| *id == channel.id)
                });
                assert!(tried, "{} {} {:?}", service.id, edition.id, channel.id);
                channels += 1;
            }
        }
    }
    assert_eq!(channels, 16);
}

// ------------------------------------------------------------------------------------------------ by hand

fn until(case: &Case, needed: &str, from: &str) -> Vec<(ChannelId, String)> {
    let by = asked(case, day(needed), format!("{from}:00").parse().unwrap());
    by.lanes.iter().map(|(channel, chance)| (channel.id, said(chance))).collect()
}

fn told(pairs: &[(ChannelId, &str)]) -> Vec<(ChannelId, String)> {
    pairs.iter().map(|(channel, text)| (*channel, (*text).to_owned())).collect()
}

fn school() -> Case {
    let facts = json!({"reason": "lost", "consent_personal_data": true});
    read("school-certificate-duplicate", None, facts, &["application", "id_document"])
}

#[test]
fn a_school_certificate_by_25_august_2025() {
    // Back from Mon 25 August: 25, 22-18, 15-11, 8-5 are 15 working days, so day 0 is Mon 4 August.
    let expected = told(&[
        (ProviderOffice, "until 2025-08-04T18:29 ready 2025-08-25"),
        (StateCorporation, "until 2025-08-04T17:59 ready 2025-08-25"),
        (Portal, "until 2025-08-04T18:29 ready 2025-08-25"),
    ]);
    assert_eq!(until(&school(), "2025-08-25", "2025-07-01T10:00"), expected);
    // Asked on that Monday at 18:10 the Corporation has closed; asked at 18:30 all is too late: Tue 26 August.
    let evening = until(&school(), "2025-08-25", "2025-08-04T18:10");
    assert_eq!(evening[1], (StateCorporation, "too late, ready 2025-08-26".to_owned()));
    assert_eq!(evening[2], expected[2]);
    let late = [ProviderOffice, StateCorporation, Portal].map(|id| (id, "too late, ready 2025-08-26"));
    assert_eq!(until(&school(), "2025-08-25", "2025-08-04T18:30"), told(&late));
}

#[test]
fn in_the_last_minute_there_is_still_time() {
    let asked_at = |text: &str| {
        let by = asked(&school(), day("2025-08-25"), text.parse().unwrap());
        said(&by.lanes[0].1)
    };
    assert_eq!(asked_at("2025-08-04T18:29:00"), "until 2025-08-04T18:29 ready 2025-08-25");
    assert_eq!(asked_at("2025-08-04T18:29:59"), "until 2025-08-04T18:29 ready 2025-08-25");
    assert_eq!(asked_at("2025-08-04T18:30:00"), "too late, ready 2025-08-26");
}

#[test]
fn the_portal_that_has_no_hours_takes_filings_in_until_midnight_and_on_sundays() {
    // 12 calendar days: by Fri 15 Feb 2019 from Sun 3 Feb. By post 30: 15 Feb - 30 = Wed 16 Jan.
    let facts = json!({"reason": "lost", "signature": "eds", "delivery": "post_both_ways"});
    let case = read("he-diploma-duplicate", None, facts, &["application"]);
    let expected = told(&[
        (StateCorporation, "until 2019-01-16T17:59 ready 2019-02-15"),
        (Portal, "until 2019-02-03T23:59 ready 2019-02-15"),
    ]);
    assert_eq!(until(&case, "2019-02-15", "2019-01-10T10:00"), expected);
}

#[test]
fn admission_by_the_minute_and_long_after_the_window() {
    let case = read("tve-admission", Some("almaty-oblast-425-2019"), json!({"study_form": "full_time"}), &[]);
    // On Mon 1 July 2019 itself: 45 minutes before closing.
    let same_day = told(&[(ProviderOffice, "until 2019-07-01T17:15 ready 2019-07-01")]);
    assert_eq!(until(&case, "2019-07-01", "2019-06-21T10:00"), same_day);
    // Needed in December: the last minute of the window, Tue 20 August; what is ready then is ready on the 21st.
    let window = told(&[(ProviderOffice, "until 2019-08-20T17:59 ready 2019-08-21")]);
    assert_eq!(until(&case, "2019-12-02", "2019-06-01T10:00"), window);
    // Asked after the window: refused.
    let refused = told(&[(ProviderOffice, "no date, refuse_outside_window")]);
    assert_eq!(until(&case, "2019-12-02", "2019-09-02T10:00"), refused);
}

#[test]
fn a_transfer_can_be_filed_until_the_cap_whatever_the_month_says() {
    // Session on Mon 20 Jan 2020: the cap is Wed 15 Jan, so any filing until then is ready by the cap at the latest.
    let facts = json!({
        "action": "transfer", "in_vacation": true, "next_exam_session_start": "2020-01-20",
        "college_region": "almaty_oblast",
    });
    let case = read("tve-transfer-reinstatement", None, facts, &[]);
    let cap = told(&[(ProviderOffice, "until 2020-01-15T17:59 ready 2020-01-15")]);
    assert_eq!(until(&case, "2020-01-15", "2019-12-20T10:00"), cap);
    assert_eq!(until(&case, "2020-02-28", "2019-12-20T10:00"), cap);
    // Needed a day before the cap: a month, so filed by 14 Dec, a Saturday: Fri 13 Dec, ready Mon 13 Jan.
    let month = told(&[(ProviderOffice, "until 2019-12-13T17:59 ready 2020-01-13")]);
    assert_eq!(until(&case, "2020-01-14", "2019-12-02T10:00"), month);
    let after = told(&[(ProviderOffice, "no date, refuse_deadline_passed")]);
    assert_eq!(until(&case, "2020-02-28", "2020-01-16T10:00"), after);
}

#[test]
fn an_extract_that_grows_old_ends_the_time_to_file() {
    // Published Thu 3 May 2018, good until Sun 13: the last open day is Sat 12 May (Mon to Sat).
    let facts = json!({"reason": "lost", "newspaper_published": "2018-05-03"});
    let case = read("tve-diploma-duplicate", None, facts, &["application", "id_copy", "newspaper_extract"]);
    let expected = told(&[
        (ProviderOffice, "until 2018-05-12T17:59 ready 2018-06-11"),
        (StateCorporation, "until 2018-05-12T19:59 ready 2018-06-11"),
    ]);
    assert_eq!(until(&case, "2018-09-03", "2018-05-04T10:00"), expected);
}

#[test]
fn waiting_a_day_costs_a_day_or_a_weekend_or_nothing() {
    let content = content::shipped();
    let waits = |channel, at: &str| {
        let case = Case { channel, accepted_at: format!("{at}:00").parse().unwrap(), ..school() };
        let tomorrow = today_or_tomorrow(content.catalogue, &content.calendar, &case).unwrap();
        let days = match tomorrow.then {
            Then::NoLater(_) => 0,
            Then::Later(_, days) => days,
            Then::NoDate(_) => -1,
        };
        (write_moment(tomorrow.at), days)
    };
    let moment = |text: &str, days| (text.to_owned(), days);
    // Mon 3 Feb gives Mon 24, Tue 4 gives Tue 25. Fri 7 gives Fri 28; Mon 10 gives Mon 3 March.
    assert_eq!(waits(ProviderOffice, "2025-02-03T10:00"), moment("2025-02-04T09:00", 1));
    assert_eq!(waits(ProviderOffice, "2025-02-07T10:00"), moment("2025-02-10T09:00", 3));
    // The portal also takes it in on Saturday, but counts it to Monday; on Friday night it is Monday's already.
    assert_eq!(waits(Portal, "2025-02-07T10:00"), moment("2025-02-08T00:00", 3));
    assert_eq!(waits(Portal, "2025-02-07T19:00"), moment("2025-02-08T00:00", 0));
    // On Saturday the office is closed: the choice is between Monday and Tuesday.
    assert_eq!(waits(ProviderOffice, "2025-02-08T10:00"), moment("2025-02-11T09:00", 1));
}

#[test]
fn waiting_past_the_last_day_of_a_window_costs_everything() {
    let content = content::shipped();
    let mut case = read("tve-admission", Some("almaty-oblast-425-2019"), json!({"study_form": "full_time"}), &[]);
    case.channel = ProviderOffice;
    case.accepted_at = "2019-08-20T10:00:00".parse().unwrap();
    let tomorrow = today_or_tomorrow(content.catalogue, &content.calendar, &case).unwrap();
    assert!(matches!(tomorrow.then, Then::NoDate(_)), "{tomorrow:?}");
    case.accepted_at = "2019-08-21T10:00:00".parse().unwrap();
    assert!(today_or_tomorrow(content.catalogue, &content.calendar, &case).is_none());
}

#[test]
fn an_old_knowledge_of_the_calendar_gives_an_old_last_day() {
    // Known on 2 January 2026, 30 August is a holiday and 31 August off: 10 August leads to 1 September.
    let late = |known_on: &str| {
        let case = Case { known_on: Some(day(known_on)), ..school() };
        until(&case, "2026-08-31", "2026-07-01T10:00")[0].1.clone()
    };
    assert_eq!(late("2026-01-02"), "until 2026-08-07T18:29 ready 2026-08-28");
    assert_eq!(late("2026-06-30"), "until 2026-08-10T18:29 ready 2026-08-31");
}

#[test]
fn the_last_chance_is_told_in_every_language() {
    let content = content::shipped();
    let by = asked(&school(), day("2025-08-25"), "2025-08-04T18:10:00".parse().unwrap());
    let says = |lang| {
        let words = Words { lang, catalogue: content.catalogue, calendar: &content.calendar };
        words.ready_by(&by).into_iter().map(|(_, sentence)| sentence).collect::<Vec<_>>()
    };
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(says);
    assert!(
        en[0].starts_with("Apply no later than: Monday, 4 August 2025, 18:29. The result should be ready on "),
        "{en:?}"
    );
    assert_eq!(
        en[1],
        "That is no longer possible: even if you apply now, the last ready day is Tuesday, 26 August 2025."
    );
    assert_eq!(ru[1], "Уже не успеть: даже если подать сейчас, готово будет только к 26 августа 2025 года.");
    assert!(
        ru[0].starts_with("Подайте не позже этого времени: понедельник, 4 августа 2025 года, 18:29. Результат"),
        "{ru:?}"
    );
    assert!(
        kk[0].starts_with("Өтінішті осы уақыттан кешіктірмей беріңіз: 2025 жылғы 4 тамыз, дүйсенбі, сағат 18:29. "),
        "{kk:?}"
    );
}
