//! What is taken home of an answer: the calendar file, read by a parser that is not ours and octet by octet; the text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "take_home/rfc5545.rs"]
mod rfc5545;

use std::collections::BTreeSet;
use std::path::Path;

use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::{Case, WrittenCase, write_moment};
use merzim::engine::catalogue::InForceOn;
use merzim::engine::verdict::{Caution, Verdict};
use merzim::export::{ics, json, text};
use merzim::lang::Lang;
use merzim::ui::kazakhstan_from_utc;
use merzim::words::Words;
use merzim::words::labels::labels;
use rfc5545::{Event, read};
use serde_json::{Value, json};

fn words(lang: Lang) -> Words<'static> {
    let content = content::shipped();
    Words { lang, catalogue: content.catalogue, calendar: &content.calendar }
}

/// The hand-worked cases of every service.
fn worked() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = folder.read_dir().unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    files.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).unwrap()).collect()
}

fn named(id: &str) -> Value {
    worked().into_iter().find(|case| case["id"] == id).unwrap_or_else(|| panic!("no case {id}"))
}

fn read_case(written: &Value) -> Case {
    let written: WrittenCase = serde_json::from_value(written.clone()).unwrap();
    written.read(content::shipped().catalogue).unwrap()
}

fn answered(case: &Case) -> Verdict<'static> {
    let content = content::shipped();
    assess(content.catalogue, &content.calendar, case)
}

fn file(lang: Lang, written: &Value) -> Option<String> {
    let (words, case) = (words(lang), read_case(written));
    ics::calendar(&words, &ics::events(&words, content::shipped().version, &case, &answered(&case)))
}

/// The events of the file of a case, without the noise.
fn events(id: &str) -> Vec<Event> {
    file(Lang::En, &named(id)).map(|file| read(&file)).unwrap_or_default()
}

/// What, from, to (the day after), how sure.
fn short(events: &[Event]) -> Vec<[&str; 4]> {
    events.iter().map(|event| [event.what(), &event["DTSTART"], event.end(), &event["STATUS"]]).collect()
}

#[test]
fn every_worked_case_gives_a_file_to_the_letter_in_three_languages() {
    let (mut files, mut folded, mut timed, mut windows) = (0, 0, 0, 0);
    for written in worked() {
        for lang in Lang::ALL {
            let Some(file) = file(lang, &written) else { continue };
            rfc5545::assert_octets(&file);
            let events = read(&file);
            let ids: BTreeSet<_> = events.iter().map(|event| event["UID"].clone()).collect();
            assert_eq!(ids.len(), events.len(), "a UID comes twice: {file}");
            for event in &events {
                event.assert_whole(lang);
                let title = &event["SUMMARY"];
                assert!(title.chars().count() <= 100 && !title.contains("20"), "not short, or with a date: {title}");
                timed += usize::from(event.is_timed());
                windows += usize::from(1 < event.days());
            }
            files += 1;
            folded += file.matches("\r\n ").count();
        }
    }
    assert!(600 < files && 10_000 < folded && 50 < timed && 50 < windows, "{files} {folded} {timed} {windows}");
}

#[test]
fn the_ready_day_of_the_file_is_the_one_that_was_worked_out_by_hand() {
    let mut compared = 0;
    for written in worked() {
        let expected = &written["expect"];
        let (Some(latest), true) = (expected.get("ready_latest"), expected.get("ready_earliest").is_some()) else {
            continue;
        };
        let id = &written["id"];
        let events = file(Lang::Kk, &written).map(|file| read(&file)).unwrap_or_default();
        let ready = events.iter().find(|event| event.what() == "ready");
        let Some(latest) = latest.as_str() else {
            assert!(ready.is_none(), "{id}: a ready day is promised");
            continue;
        };
        let ready = ready.unwrap_or_else(|| panic!("{id}: no ready day"));
        let earliest = expected["ready_earliest"].as_str().unwrap_or(latest);
        assert_eq!(ready.span(), [earliest, latest], "{id}");
        let sure = earliest == latest && expected["ready_earliest"].is_string();
        assert!(sure || ready["STATUS"] == "TENTATIVE", "{id}: more is promised than is known");
        compared += 1;
    }
    assert!(200 < compared, "{compared}");
}

#[test]
fn at_the_office_the_ready_day_and_the_answers_to_a_complaint() {
    // F2 annex 2 row 3(1): three working days after Mon 3 February 2025. Complaints: three, five and fifteen after the 6th.
    let expected = [
        ["filing", "20250203", "20250204", "CONFIRMED"],
        ["ready", "20250206", "20250207", "CONFIRMED"],
        ["complaint_forwarded_by", "20250211", "20250212", "TENTATIVE"],
        ["complaint_answer_by", "20250213", "20250214", "TENTATIVE"],
        ["complaint_quality_answer_by", "20250227", "20250228", "TENTATIVE"],
    ];
    assert_eq!(short(&events("certificate-office-complaint")), expected);
}

#[test]
fn at_the_state_corporation_also_delivery_and_storage_and_no_hearing_without_a_ground() {
    // F2 annex 2 rows 3 and 8: eight working days over Nauryz from Thu 6 March 2025, delivered a day before, kept a month.
    let expected = [
        ["filing", "20250306", "20250307", "CONFIRMED"],
        ["deliver_to_state_corp_by", "20250318", "20250319", "CONFIRMED"],
        ["ready", "20250319", "20250320", "CONFIRMED"],
        ["complaint_forwarded_by", "20250327", "20250328", "TENTATIVE"],
        ["complaint_answer_by", "20250331", "20250401", "TENTATIVE"],
        ["complaint_quality_answer_by", "20250414", "20250415", "TENTATIVE"],
        ["storage_until", "20250421", "20250422", "CONFIRMED"],
    ];
    assert_eq!(short(&events("certificate-corporation-elsewhere-complaint-over-nauryz")), expected);
}

#[test]
fn a_window_is_one_event_that_says_it_is_not_certain() {
    // F3: post takes 18 to 30 calendar days, both ways: 1 March 2019 + 18 = 19 March, + 30 = Sun 31, so Mon 1 April.
    let events = events("he-lost-corporation-post-both-ways");
    let ready = events.iter().find(|event| event.what() == "ready").unwrap();
    assert_eq!(ready.span(), ["2019-03-19", "2019-04-01"]);
    assert_eq!(ready["DTEND"], "20190402");
    assert_eq!(ready["STATUS"], "TENTATIVE");
    assert!(ready["SUMMARY"].contains("not certain yet"), "{ready:?}");
    // The courier: no earliest day is known.
    let events = self::events("he-lost-corporation-courier-no-earliest");
    let ready = events.iter().find(|event| event.what() == "ready").unwrap();
    assert_eq!(ready.span(), ["2019-04-01", "2019-04-01"]);
    assert_eq!(ready["STATUS"], "TENTATIVE");
    assert!(ready["SUMMARY"].starts_with("The latest day"), "{ready:?}");
}

#[test]
fn a_closed_desk_moves_the_filing_and_a_portal_does_not() {
    // Sat 8 February 2025 at 11: the office opens on Mon 10. Fri 7 at 18:30 on the portal: filed then, accepted on Mon 10.
    let filing = |id| short(&events(id))[0][1].to_owned();
    assert_eq!(filing("school-lost-office-saturday"), "20250210");
    assert_eq!(filing("school-lost-portal-friday-1830"), "20250207");
}

#[test]
fn the_hour_of_a_closed_desk_is_not_in_the_file() {
    let filing = &events("school-lost-office-saturday")[0];
    let told = &filing["DESCRIPTION"];
    assert!(told.contains("Come on Monday, 10 February 2025, at 09:00."), "{told}");
    assert!(!told.contains("11:00") && !told.contains("Saturday"), "{told}");
}

#[test]
fn by_rules_that_are_not_in_force_nothing_is_certain_and_each_event_says_so() {
    let written = json!({
        "service": "he-diploma-duplicate", "edition": "order-127-2018", "channel": "state_corporation",
        "accepted_at": "2026-11-23T10:00", "documents_present": ["application", "id_document"],
        "facts": { "reason": "lost" }
    });
    let marks = ["Анықтама: ", "Для справки: ", "Reference: "];
    let reasons =
        ["өтініш берілетін күні қолданыста емес", "в день подачи не действуют", "do not apply on the day of filing"];
    for ((lang, mark), reason) in Lang::ALL.into_iter().zip(marks).zip(reasons) {
        let events = file(lang, &written).map(|file| read(&file)).unwrap();
        assert!(!events.is_empty());
        for event in events {
            assert_eq!(event["STATUS"], "TENTATIVE");
            assert!(event["SUMMARY"].starts_with(mark), "{event:?}");
            assert!(event["DESCRIPTION"].contains(reason), "{event:?}");
        }
    }
}

#[test]
fn a_term_in_minutes_gives_moments_in_utc() {
    // Six hours behind local time until 29 February 2024, five since. 20 July 2021 is Kurban Ait: the desk opens on the 21st.
    let moments = |id| events(id).iter().map(|event| event["DTSTART"].to_owned()).collect::<Vec<_>>();
    assert_eq!(moments("admission-across-lunch"), ["20240701T073000Z", "20240701T091500Z"]);
    assert_eq!(moments("admission-kurban-ait-2021"), ["20210721T030000Z", "20210721T034500Z"]);
    for written in worked() {
        let Some(file) = file(Lang::Ru, &written) else { continue };
        for event in read(&file).iter().filter(|event| event.is_timed() && event.what() == "ready") {
            let local = kazakhstan_from_utc(event.start_utc().and_utc().timestamp_millis() as f64);
            assert_eq!(write_moment(local), written["expect"]["ready_earliest"], "{}", written["id"]);
        }
    }
}

#[test]
fn nothing_is_promised_where_the_case_is_turned_away() {
    for id in [
        "transfer-session-cap-passed",
        "transfer-session-cap-passed-while-closed",
        "transfer-out-of-vacation-adult",
        "certificate-2019-office-graduate",
        "certificate-2019-other-region",
        "certificate-after-the-decree",
        "he-lost-corporation-before-the-order",
    ] {
        assert_eq!(file(Lang::Kk, &named(id)), None, "{id}");
    }
}

#[test]
fn an_incomplete_package_gives_the_filing_alone_with_what_is_missing() {
    for id in ["certificate-corporation-without-id", "certificate-office-with-nothing"] {
        let events = events(id);
        assert_eq!(short(&events), [["filing", "20250203", "20250204", "CONFIRMED"]], "{id}");
        assert!(events[0]["DESCRIPTION"].contains("“Identity document”"), "{:?}", events[0]);
    }
}

#[test]
fn where_a_hearing_comes_first_its_days_stand_and_no_ready_day() {
    let mut refused = named("certificate-corporation-elsewhere-complaint-over-nauryz");
    refused["facts"]["consent_personal_data"] = json!(false);
    let events = read(&file(Lang::En, &refused).unwrap());
    let expected = [
        ["filing", "20250306", "20250307", "CONFIRMED"],
        ["hearing_notice_by", "20250314", "20250315", "CONFIRMED"],
        ["hearing_by", "20250318", "20250319", "CONFIRMED"],
        ["decision_by", "20250319", "20250320", "CONFIRMED"],
        ["complaint_forwarded_by", "20250327", "20250328", "TENTATIVE"],
        ["complaint_answer_by", "20250331", "20250401", "TENTATIVE"],
        ["complaint_quality_answer_by", "20250414", "20250415", "TENTATIVE"],
    ];
    assert_eq!(short(&events), expected);
}

#[test]
fn beyond_the_official_calendar_no_day_is_confirmed() {
    // Filed on Mon 21 December 2026: the fifteenth working day lies in 2027, whose orders are not out.
    let mut later = named("school-lost-office-plain-february");
    later["accepted_at"] = json!("2026-12-21T10:00");
    let events = read(&file(Lang::En, &later).unwrap());
    assert!(1 < events.len());
    for event in events.iter().skip(1) {
        assert_eq!(event["STATUS"], "TENTATIVE", "{event:?}");
        assert!(event["DESCRIPTION"].contains("official"), "{event:?}");
    }
    assert_eq!(events[0]["STATUS"], "CONFIRMED");
}

#[test]
fn the_same_case_keeps_its_uid_in_every_language_and_whatever_is_ticked() {
    let case = named("certificate-office-complaint");
    let ids = |lang, case: &Value| {
        read(&file(lang, case).unwrap()).iter().map(|event| event["UID"].clone()).collect::<Vec<_>>()
    };
    let before = ids(Lang::Kk, &case);
    assert_eq!(before, ids(Lang::Ru, &case));
    let mut nothing_ticked = case.clone();
    nothing_ticked["documents_present"] = json!([]);
    assert_eq!(before[..1], ids(Lang::Kk, &nothing_ticked));
    for (key, value) in [("accepted_at", "2025-02-04T10:00"), ("channel", "state_corporation")] {
        let mut other = case.clone();
        other[key] = json!(value);
        assert!(ids(Lang::Kk, &other).iter().all(|id| !before.contains(id)), "{key}");
    }
    // Pinned: a new compiler or a new version must not make new events of old ones.
    assert_eq!(before[1], "ready-04d2f321dcee2613@merzim");
}

#[test]
fn no_answer_of_the_person_stands_in_the_file() {
    // What was told is told in no event, neither in words nor by its id.
    for written in worked() {
        let Some(file) = file(Lang::En, &written) else { continue };
        let file = file.replace("\r\n ", "");
        let facts = written["facts"].as_object().unwrap();
        for (fact, value) in facts.iter().filter(|(fact, _)| *fact != "session_start") {
            assert!(!file.contains(&format!("{fact}=")), "{fact}: {file}");
            let name = words(Lang::En).fact_name(fact);
            assert!(!file.contains(&format!("{name}: {value}")), "{name}: {file}");
        }
        assert!(!file.contains("#/") && !file.contains("http"), "an address with answers: {file}");
    }
}

#[test]
fn sequence_and_stamp_are_the_day_of_the_facts() {
    let as_of = content::shipped().calendar.facts().as_of;
    let days = as_of.signed_duration_since("2000-01-01".parse::<chrono::NaiveDate>().unwrap()).num_days();
    for event in events("certificate-office-complaint") {
        assert_eq!(event["SEQUENCE"], days.to_string());
        assert_eq!(event["DTSTAMP"], format!("{}T000000Z", as_of.to_string().replace('-', "")));
    }
}

/// A no in any case: who is no student (F0 annex 2, paragraph 3), whose college is closed, who does not consent.
fn plain_noes() -> Vec<(Case, &'static str)> {
    let no = |service: &str, edition: &str, facts: Value| {
        read_case(&json!({ "service": service, "edition": edition, "channel": "provider_office", "facts": facts,
            "accepted_at": "2026-11-23T10:00" }))
    };
    vec![
        (
            no(
                "tve-dormitory",
                "almaty-oblast-425-2019",
                json!({ "college_region": "almaty_oblast", "is_tve_student": false }),
            ),
            "A dormitory is for those who study at the college",
        ),
        (no("tve-diploma-duplicate", "standard-2015", json!({ "college_liquidated": true })), "archive"),
        (no("school-certificate-duplicate", "rules-undated", json!({ "consent_personal_data": false })), "consent"),
    ]
}

#[test]
fn the_text_of_a_plain_no_says_why_and_nothing_that_nobody_was_asked() {
    let link = "https://example.org/#/applicant";
    let mut would_tell = 0;
    for (case, why) in plain_noes() {
        let verdict = answered(&case);
        would_tell += verdict.documents.lines.len();
        for lang in Lang::ALL {
            let (words, labels) = (words(lang), labels(lang));
            let text = text::plain_no(&words, content::shipped().version, &case, &verdict, link);
            for part in [&words.headline(&verdict), labels.what_next, labels.sources, link, labels.not_official] {
                assert!(text.contains(part), "no `{part}` in {text}");
            }
            for part in [labels.documents_name, labels.milestones, "23"] {
                assert!(!text.contains(part), "`{part}` in {text}");
            }
            assert!(lang != Lang::En || text.contains(why), "{text}");
            assert!(!text.contains(['{', '}']) && !text.contains("\n\n\n") && !text.contains("  "), "{text}");
        }
    }
    assert!(0 < would_tell, "the way and the day that stand in have documents");
}

#[test]
fn the_json_of_a_plain_no_has_no_way_no_day_and_no_documents() {
    for (case, _) in plain_noes() {
        let verdict = answered(&case);
        let answer = json::plain_no(&words(Lang::En), content::shipped().version, &case, &verdict);
        let keys: BTreeSet<_> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        let asked = ["eligible", "service", "edition", "findings", "headline", "version"];
        assert!(asked.iter().all(|key| keys.contains(key)), "{answer:#}");
        let may_be = ["changes", "edition_in_force", "readings", "redirect", "warnings", "ways"];
        let more: Vec<_> = keys.into_iter().filter(|key| !asked.contains(key) && !may_be.contains(key)).collect();
        assert!(more.is_empty(), "{more:?} in {answer:#}");
    }
}

#[test]
fn the_text_says_answer_documents_days_sources_link_and_versions_in_order() {
    let mut repealed = 0;
    for written in worked() {
        let case = read_case(&written);
        let verdict = answered(&case);
        for lang in Lang::ALL {
            let (words, link) = (words(lang), "https://example.org/#/applicant");
            let text = text::text(&words, content::shipped().version, &verdict, link, false);
            let mut wanted = vec![words.headline(&verdict)];
            if verdict.in_force == Some(InForceOn::No) {
                let caution = words.caution(&Caution::EditionNotInForce);
                assert_eq!(text.matches(&caution).count(), 1, "the rules are not in force: {text}");
                repealed += 1;
            }
            wanted.extend(verdict.documents.lines.iter().map(|line| line.rule.text.get(lang).to_owned()));
            wanted.extend(words.next_steps(&verdict, false).into_iter().take(1));
            wanted.push(link.to_owned());
            wanted.push(content::shipped().version.to_owned());
            let mut from = 0;
            for piece in wanted {
                let at =
                    text[from..].find(&piece).unwrap_or_else(|| panic!("{}: no `{piece}` in {text}", case.service));
                from += at;
            }
            if verdict.lacks_a_document() {
                assert!(!text.contains(labels(lang).milestones), "{}: days are promised: {text}", case.service);
            }
            assert!(!text.contains(['{', '}']) && !text.contains("\n\n\n") && !text.contains("  "), "{text}");
            assert!(text.ends_with(".\n"), "{text}");
        }
    }
    assert!(100 < repealed, "{repealed} answers by rules that are not in force");
}
