//! The channels side by side: races worked out by hand, and what every race keeps.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use std::path::Path;

use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::{Case, WrittenCase};
use merzim::engine::catalogue::{Because, ChannelId};
use merzim::engine::race::{Ahead, Lane, Race, Visits, race};
use merzim::engine::verdict::Moment;
use merzim::export::{json, lanes};
use merzim::lang::Lang;
use merzim::words::Words;
use serde_json::{Value, json};

use ChannelId::{Portal, ProviderOffice, StateCorporation};
use Visits::{AtLeast, Times};

fn read(written: Value) -> Case {
    let written: WrittenCase = serde_json::from_value(written).unwrap();
    written.read(content::shipped().catalogue).unwrap()
}

fn run(case: &Case) -> Race<'static> {
    let content = content::shipped();
    race(content.catalogue, &content.calendar, case)
}

fn words(lang: Lang) -> Words<'static> {
    let content = content::shipped();
    Words { lang, catalogue: content.catalogue, calendar: &content.calendar }
}

/// A person who lost a school certificate and holds the two documents.
fn school(at: &str, more: Value) -> Case {
    let mut case = json!({
        "service": "school-certificate-duplicate",
        "channel": "portal",
        "facts": {"reason": "lost", "consent_personal_data": true},
        "accepted_at": at,
        "documents_present": ["application", "id_document"],
    });
    merge(&mut case, more);
    read(case)
}

fn certificate(at: &str, more: Value) -> Case {
    let mut case = json!({
        "service": "tve-incomplete-certificate",
        "channel": "portal",
        "facts": {"reason": "interim_attestation", "consent_personal_data": true},
        "accepted_at": at,
        "documents_present": ["application", "id_document"],
    });
    merge(&mut case, more);
    read(case)
}

fn university(at: &str) -> Case {
    read(json!({
        "service": "he-diploma-duplicate",
        "channel": "portal",
        "facts": {"reason": "lost", "signature": "eds", "delivery": "post_both_ways"},
        "accepted_at": at,
        "documents_present": ["application"],
    }))
}

/// Facts are added to those that are there; any other key takes the place of the old one.
fn merge(case: &mut Value, more: Value) {
    let Value::Object(more) = more else { panic!("no object") };
    for (key, value) in more {
        match (&mut case[&key], value) {
            (Value::Object(old), Value::Object(new)) if key == "facts" => old.extend(new),
            (old, new) => *old = new,
        }
    }
}

/// What is expected of a lane: the channel, its latest ready day (or moment), the visits.
type Expected = (ChannelId, Option<&'static str>, Visits);

/// Why the first is ahead.
#[derive(PartialEq)]
enum Why {
    AcceptsSooner,
    ShorterTerm,
}

use Why::{AcceptsSooner, ShorterTerm};

fn latest(lane: &Lane) -> Option<String> {
    lane.verdict.ready.map(|ready| match ready.latest {
        Moment::Day(day) => day.to_string(),
        Moment::Minute(at) => merzim::engine::case::write_moment(at),
    })
}

#[track_caller]
fn expect(case: &Case, lanes: &[Expected], equal_first: usize, ahead: Option<(i64, &[Why])>) {
    let race = run(case);
    let found: Vec<_> = race.lanes.iter().map(|lane| (lane.channel.id, latest(lane), lane.visits())).collect();
    let expected: Vec<_> = lanes.iter().map(|(id, day, visits)| (*id, day.map(str::to_owned), *visits)).collect();
    assert_eq!(found, expected);
    assert_eq!(race.equal_first, equal_first);
    let expected = ahead.map(|(days, why)| Ahead {
        days,
        accepts_sooner: why.contains(&AcceptsSooner),
        shorter_term: why.contains(&ShorterTerm),
    });
    assert_eq!(race.ahead, expected);
}

fn bring(case: &Case, channel: ChannelId) -> Vec<String> {
    let race = run(case);
    let lane = race.lanes.iter().find(|lane| lane.channel.id == channel).unwrap();
    lane.to_bring().map(|line| line.rule.evidence.to_string()).collect()
}

const NOT_STATED: Because = Because::NotStated;

#[test]
fn in_office_hours_the_school_the_corporation_and_the_portal_are_equal() {
    // 4-7 Feb = 4, 10-14 = 9, 17-21 = 14, Mon 24 = 15.
    let case = school("2025-02-03T10:00", json!({}));
    let day = Some("2025-02-24");
    let [office, corporation] = [ProviderOffice, StateCorporation].map(|id| (id, day, AtLeast(1, NOT_STATED)));
    expect(&case, &[office, corporation, (Portal, day, AtLeast(0, NOT_STATED))], 3, None);
    assert_eq!(bring(&case, ProviderOffice), ["application", "id_document"]);
    assert_eq!(bring(&case, Portal), ["application"]);
}

#[test]
fn at_a_quarter_past_six_the_corporation_is_closed_and_loses_a_day() {
    let case = school("2025-02-03T18:15", json!({}));
    let lanes = [
        (ProviderOffice, Some("2025-02-24"), AtLeast(1, NOT_STATED)),
        (Portal, Some("2025-02-24"), AtLeast(0, NOT_STATED)),
        (StateCorporation, Some("2025-02-25"), AtLeast(1, NOT_STATED)),
    ];
    expect(&case, &lanes, 2, Some((1, &[AcceptsSooner])));
}

#[test]
fn after_half_past_six_only_the_duty_desk_still_saves_the_day() {
    let late = school("2025-02-03T18:45", json!({}));
    let day = Some("2025-02-25");
    let [office, corporation] = [ProviderOffice, StateCorporation].map(|id| (id, day, AtLeast(1, NOT_STATED)));
    let portal = (Portal, day, AtLeast(0, NOT_STATED));
    expect(&late, &[office, corporation, portal], 3, None);
    let duty = school("2025-02-03T18:45", json!({"facts": {"desk": "duty_department"}}));
    let first = (StateCorporation, Some("2025-02-24"), AtLeast(1, NOT_STATED));
    expect(&duty, &[first, office, portal], 1, Some((1, &[AcceptsSooner])));
}

#[test]
fn a_duty_desk_open_on_saturday_is_three_days_ahead() {
    // From Sat 8 Feb: 10-14 = 5, 17-21 = 10, 24-28 = 15, Fri 28. From Mon 10: Mon 3 March.
    let case = school("2025-02-08T10:00", json!({"facts": {"desk": "duty_department"}}));
    let lanes = [
        (StateCorporation, Some("2025-02-28"), AtLeast(1, NOT_STATED)),
        (ProviderOffice, Some("2025-03-03"), AtLeast(1, NOT_STATED)),
        (Portal, Some("2025-03-03"), AtLeast(0, NOT_STATED)),
    ];
    expect(&case, &lanes, 1, Some((3, &[AcceptsSooner])));
}

#[test]
fn a_way_whose_document_is_missing_comes_last() {
    let case = school("2025-02-03T10:00", json!({"documents_present": ["application"]}));
    let lanes = [
        (Portal, Some("2025-02-24"), AtLeast(0, NOT_STATED)),
        (ProviderOffice, None, AtLeast(1, NOT_STATED)),
        (StateCorporation, None, AtLeast(1, NOT_STATED)),
    ];
    expect(&case, &lanes, 1, None);
    assert_eq!(run(&case).lanes[1].verdict.documents.missing().collect::<Vec<_>>(), ["id_document"]);
}

#[test]
fn where_the_college_is_elsewhere_its_office_is_a_week_ahead() {
    // The office: 3 working days, Thu 6 Feb. The Corporation: 8, Thu 13 Feb.
    let case = certificate("2025-02-03T10:00", json!({"facts": {"provider_in_place": false}}));
    let lanes = [(ProviderOffice, Some("2025-02-06"), Times(2)), (StateCorporation, Some("2025-02-13"), Times(2))];
    expect(&case, &lanes, 1, Some((7, &[ShorterTerm])));
}

#[test]
fn a_way_that_lacks_a_fact_has_no_date_and_names_the_fact() {
    let case = certificate("2025-02-03T10:00", json!({}));
    expect(&case, &[(ProviderOffice, Some("2025-02-06"), Times(2)), (StateCorporation, None, Times(2))], 1, None);
    assert_eq!(run(&case).lanes[1].verdict.needs, ["provider_in_place"]);
}

#[test]
fn lunch_costs_half_an_hour_but_no_day() {
    let case = certificate("2025-02-03T13:30", json!({"facts": {"provider_in_place": true}}));
    let lanes = [(ProviderOffice, Some("2025-02-06"), Times(2)), (StateCorporation, Some("2025-02-06"), Times(2))];
    expect(&case, &lanes, 2, None);
    let answer = lanes::race(&words(Lang::En), &run(&case));
    assert_eq!(answer["lanes"][0]["accepts_at"], "2025-02-03T14:00");
    assert_eq!(answer["lanes"][1]["accepts_at"], "2025-02-03T13:30");
    assert_eq!(answer["lanes"][0]["acceptance_day"]["rule"], json!({"unknown": "not_stated"}));
    assert_eq!(answer["lanes"][1]["acceptance_day"]["rule"], "not_included");
}

#[test]
fn in_the_evening_the_duty_desk_is_a_day_ahead_of_the_college() {
    let facts = json!({"facts": {"provider_in_place": true, "desk": "duty_department"}});
    let lanes = [(StateCorporation, Some("2025-02-06"), Times(2)), (ProviderOffice, Some("2025-02-07"), Times(2))];
    expect(&certificate("2025-02-03T18:30", facts), &lanes, 1, Some((1, &[AcceptsSooner])));
}

#[test]
fn the_university_portal_beats_the_post_even_by_its_earliest() {
    // Portal: 4 + 12 = Sat 16 Feb, rolled to Mon 18. Post: 4 + 18 = Fri 22 Feb to 4 + 30 = Wed 6 March.
    let case = university("2019-02-04T10:00");
    let lanes = [(Portal, Some("2019-02-18"), Times(1)), (StateCorporation, Some("2019-03-06"), Times(2))];
    expect(&case, &lanes, 1, Some((16, &[ShorterTerm])));
}

#[test]
fn on_saturday_night_the_university_portal_also_accepts_sooner() {
    // Portal: Sat 9 + 12 = Thu 21 Feb. The Corporation opens on Mon 11: 11 + 30 = Wed 13 March.
    let lanes = [(Portal, Some("2019-02-21"), Times(1)), (StateCorporation, Some("2019-03-13"), Times(2))];
    expect(&university("2019-02-09T20:00"), &lanes, 1, Some((20, &[AcceptsSooner, ShorterTerm])));
}

#[test]
fn the_centre_of_2015_is_open_when_the_college_is_closed_and_asks_for_no_copy() {
    // Sat 6 Feb 2016, 18:30: the centre takes it in, + 30 = Mon 7 March; the college on Mon 8: Wed 9 March.
    let case = read(json!({
        "service": "tve-diploma-duplicate",
        "edition": "standard-2015",
        "channel": "portal",
        "facts": {"reason": "lost", "newspaper_published": "2016-02-01"},
        "accepted_at": "2016-02-06T18:30",
        "documents_present": ["application", "id_copy", "newspaper_extract"],
    }));
    let lanes = [(StateCorporation, Some("2016-03-07"), Times(2)), (ProviderOffice, Some("2016-03-09"), Times(2))];
    expect(&case, &lanes, 1, Some((2, &[AcceptsSooner])));
    assert_eq!(bring(&case, ProviderOffice), ["application", "id_copy", "newspaper_extract"]);
    assert_eq!(bring(&case, StateCorporation), ["application", "newspaper_extract"]);
}

#[test]
fn the_decree_of_2019_gives_both_ways_twenty_days() {
    // 18 Nov + 20 = Sun 8 Dec, rolled to Mon 9.
    let case = read(json!({
        "service": "tve-diploma-duplicate",
        "channel": "portal",
        "facts": {"reason": "lost", "college_region": "almaty_oblast"},
        "accepted_at": "2019-11-18T10:00",
        "documents_present": ["application"],
    }));
    let lanes = [(ProviderOffice, Some("2019-12-09"), Times(2)), (StateCorporation, Some("2019-12-09"), Times(2))];
    expect(&case, &lanes, 2, None);
}

#[test]
fn a_single_way_is_first_of_one() {
    let case = read(json!({
        "service": "tve-dormitory",
        "channel": "portal",
        "facts": {"is_tve_student": true, "college_has_dormitory": true, "college_region": "almaty_oblast"},
        "accepted_at": "2020-01-13T10:00",
    }));
    expect(&case, &[(ProviderOffice, Some("2020-01-27"), Times(2))], 1, None);
}

#[test]
fn who_comes_too_late_to_wait_comes_again() {
    let admission = |at: &str| {
        read(json!({
            "service": "tve-admission",
            "edition": "almaty-oblast-425-2019",
            "channel": "portal",
            "facts": {"study_form": "full_time"},
            "accepted_at": at,
        }))
    };
    // Mon 1 July 2019: 17:15 + 45 minutes is closing time; from 17:30, 15 minutes are left for Tuesday.
    expect(&admission("2019-07-01T17:15"), &[(ProviderOffice, Some("2019-07-01T18:00"), Times(1))], 1, None);
    expect(&admission("2019-07-01T17:30"), &[(ProviderOffice, Some("2019-07-02T09:15"), Times(2))], 1, None);
}

#[test]
fn where_the_term_is_not_among_the_sources_nobody_is_first() {
    let lanes =
        [ProviderOffice, StateCorporation].map(|id| (id, None, AtLeast(1, Because::EarlierWordingNotInSources)));
    expect(&certificate("2021-03-01T10:00", json!({})), &lanes, 0, None);
}

#[test]
fn where_no_edition_is_known_the_race_says_so() {
    let case = certificate("2019-01-14T10:00", json!({}));
    expect(&case, &[], 0, None);
    let race = run(&case);
    assert_eq!(words(Lang::En).race(&race), [words(Lang::En).headline(race.unanswered.as_ref().unwrap())]);
}

#[test]
fn the_race_is_told_in_whole_sentences() {
    let case = school("2025-02-03T18:15", json!({}));
    let says = |lang| words(lang).race(&run(&case)).join(" ");
    assert_eq!(
        says(Lang::En),
        "Ready equally soon: Office of the school, college or university; The egov.kz portal. \
         It is ready 1 day before the next way. It accepts your documents sooner than the next way."
    );
    assert!(says(Lang::Ru).contains("Это на 1 день раньше"), "{}", says(Lang::Ru));
    assert!(says(Lang::Kk).contains("1 күн ерте"), "{}", says(Lang::Kk));
    for lang in Lang::ALL {
        for case in worked_cases().iter().step_by(3) {
            let race = run(case);
            let said = race.lanes.iter().flat_map(|lane| words(lang).lane(lane)).chain(words(lang).race(&race));
            for sentence in said {
                let clean = !sentence.contains(['{', '}']) && !sentence.contains("  ");
                assert!(clean && sentence.ends_with(['.', '?', '!']), "{sentence}");
            }
        }
    }
}

#[test]
fn while_an_answer_may_still_name_another_winner_nobody_is_called_first_of_all() {
    let says = |case: &Case, lang| words(lang).race(&run(case)).join(" ");
    // The portal would be ready on 18 February; who does not tell how the application is signed may need another one.
    let mut case = university("2019-02-04T10:00");
    case.facts.remove("signature");
    case.documents_present = Default::default();
    let race = run(&case);
    assert_eq!((race.lanes[0].channel.id, race.lanes[1].channel.id), (StateCorporation, Portal));
    assert!(!race.lanes[0].lacks_an_answer() && race.lanes[1].lacks_an_answer());
    assert!(says(&case, Lang::En).starts_with("Of the ways whose day is known, ready first: "));
    assert!(says(&case, Lang::Ru).starts_with("Из способов, для которых день известен, быстрее всего "));
    assert!(says(&case, Lang::Kk).starts_with("Күні белгілі тәсілдердің ішінде нәтиже ең ерте "));
    assert!(says(&university("2019-02-04T10:00"), Lang::En).starts_with("Ready first: "));
    // A term that lacks an answer; a missing document is no answer.
    assert!(says(&certificate("2025-02-03T10:00", json!({})), Lang::En).starts_with("Of the ways "));
    let without_paper = school("2025-02-03T10:00", json!({"documents_present": ["application"]}));
    assert!(says(&without_paper, Lang::En).starts_with("Ready first: "));
}

// ------------------------------------------------------------------------------------------------ laws

fn worked_cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let texts = folder.read_dir().unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let cases = texts.flat_map(|text| serde_json::from_str::<Vec<WrittenCase>>(&text).unwrap());
    cases.map(|case| case.read(content::shipped().catalogue).unwrap()).collect()
}

#[test]
fn the_first_is_never_later_than_any_other_and_each_lane_is_the_answer_of_its_channel() {
    let (content, words) = (content::shipped(), words(Lang::En));
    let (mut several, mut unequal) = (0, 0);
    for worked in worked_cases() {
        for hour in [0, 8, 13, 18, 19] {
            let case =
                Case { accepted_at: worked.accepted_at.date().and_hms_opt(hour, 20, 0).unwrap(), ..worked.clone() };
            let race = run(&case);
            let mut offered = Vec::new();
            for channel in ChannelId::ALL {
                let case = Case { channel, ..case.clone() };
                let verdict = assess(content.catalogue, &content.calendar, &case);
                let lane = race.lanes.iter().find(|lane| lane.channel.id == channel);
                assert_eq!(lane.is_some(), verdict.channel.is_some(), "{case:?}");
                let Some(lane) = lane else { continue };
                let told = |verdict| json::verdict(&words, content.version, &case, verdict);
                assert_eq!(told(&lane.verdict), told(&verdict), "{case:?}");
                offered.extend(verdict.ready.map(|ready| ready.latest));
            }
            let dates: Vec<_> = race.lanes.iter().map(|lane| lane.verdict.ready.map(|ready| ready.latest)).collect();
            let with_date = dates.iter().take_while(|date| date.is_some()).count();
            assert!(dates[with_date..].iter().all(Option::is_none), "a date after one without: {case:?}");
            assert_eq!(with_date, offered.len());
            let first = offered.iter().min();
            assert_eq!(dates.first().copied().flatten(), first.copied(), "{case:?}");
            assert!(dates[..with_date].is_sorted(), "{case:?}");
            assert_eq!(race.equal_first, offered.iter().filter(|date| Some(*date) == first).count(), "{case:?}");
            assert_eq!(race.ahead.is_some(), race.equal_first < with_date, "{case:?}");
            assert_eq!(race.unanswered.is_some(), race.lanes.is_empty(), "{case:?}");
            several += usize::from(1 < with_date);
            unequal += usize::from(race.ahead.is_some());
        }
    }
    assert!(300 < several && 100 < unequal, "the law was tried on {several} races with a choice, {unequal} unequal");
}
