//! The dated events beside the ready date: as JSON, in the proof, and as a list for a calendar file.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::{Case, WrittenCase};
use merzim::engine::catalogue::MilestoneKind;
use merzim::export::dates::{self, When};
use merzim::export::json;
use merzim::lang::Lang;
use merzim::words::Words;
use serde_json::{Value, json};

/// The certificate at the State Corporation, filed on Monday 3 February 2025.
fn certificate(facts: Value) -> Case {
    let mut told = json!({"reason": "interim_attestation", "consent_personal_data": true, "provider_in_place": true});
    let (Value::Object(all), Value::Object(more)) = (&mut told, facts) else { panic!("no object") };
    all.extend(more);
    let case = json!({
        "service": "tve-incomplete-certificate",
        "channel": "state_corporation",
        "facts": told,
        "accepted_at": "2025-02-03T10:00",
        "documents_present": ["application", "id_document"],
    });
    let written: WrittenCase = serde_json::from_value(case).unwrap();
    written.read(content::shipped().catalogue).unwrap()
}

fn words(lang: Lang) -> Words<'static> {
    let content = content::shipped();
    Words { lang, catalogue: content.catalogue, calendar: &content.calendar }
}

fn told(case: &Case) -> Value {
    let content = content::shipped();
    json::verdict(&words(Lang::En), content.version, case, &assess(content.catalogue, &content.calendar, case))
}

#[test]
fn each_event_has_its_kind_its_date_and_its_source() {
    // Term end Thu 6 Feb; the result not collected by 6 March, the person comes on Fri 7: sent again by Mon 10 … which is
    // off, 8 March falling on a Saturday: by Tue 11.
    let answer = told(&certificate(json!({"pickup_at": "2025-03-07T10:00"})));
    let rows = answer["milestones"].as_array().unwrap();
    let short: Vec<_> =
        rows.iter().map(|row| ["id", "kind", "date", "source"].map(|key| row[key].as_str().unwrap())).collect();
    let expected = [
        ["deliver_to_state_corp_by", "delivery", "2025-02-05", "F2 p7 L278-282"],
        ["hearing_notice_by", "hearing", "2025-02-03", "F2 p7 L304-306"],
        ["hearing_by", "hearing", "2025-02-05", "F2 p7 L306-308"],
        ["decision_by", "decision", "2025-02-06", "F2 p7 L304-316"],
        ["storage_until", "storage", "2025-03-06", "F2 a2 r8 L749-751"],
        ["after_storage_sent_by", "delivery", "2025-03-11", "F2 a2 r8 L753-759"],
        ["complaint_forwarded_by", "complaint", "2025-02-11", "F2 p9 L362-368"],
        ["complaint_answer_by", "complaint", "2025-02-13", "F2 p9 L378-382"],
        ["complaint_quality_answer_by", "complaint", "2025-02-27", "F2 p9 L384-388"],
    ];
    assert_eq!(short, expected);
    for row in rows {
        assert_eq!(row["date"], answer[row["id"].as_str().unwrap()], "the list and the key differ");
    }
    assert_eq!(
        rows[7]["what"],
        "Last day for the institution's answer, if you complain on the last day of the term: Thursday, 13 February 2025."
    );
}

#[test]
fn the_proof_names_the_events_of_its_days() {
    let answer = told(&certificate(json!({})));
    let marks: Vec<_> =
        answer["proof"].as_array().unwrap().iter().map(|day| (&day["date"], &day["milestones"])).collect();
    let expected = [
        (json!("2025-02-03"), json!(["hearing_notice_by"])),
        (json!("2025-02-04"), Value::Null),
        (json!("2025-02-05"), json!(["deliver_to_state_corp_by", "hearing_by"])),
        (json!("2025-02-06"), json!(["decision_by"])),
    ];
    assert_eq!(marks, expected.iter().map(|(date, ids)| (date, ids)).collect::<Vec<_>>());
}

#[test]
fn the_hearing_may_be_skipped_in_the_three_day_case_only() {
    // Article 73(2)(3) of the Code: where the term is under 5 working days.
    let may_be_skipped = |in_place: bool| {
        let case = certificate(json!({"provider_in_place": in_place, "data_errors_found": true}));
        let content = content::shipped();
        let verdict = assess(content.catalogue, &content.calendar, &case);
        let hearings = verdict.milestones.iter().filter(|dated| dated.rule.kind == MilestoneKind::Hearing).count();
        (hearings, verdict.notices.iter().any(|notice| notice.id == "C-certificate-hearing"))
    };
    assert_eq!(may_be_skipped(true), (2, true));
    assert_eq!(may_be_skipped(false), (2, false));
}

#[test]
fn the_list_for_a_calendar_is_in_the_order_of_time_with_titles_and_sources() {
    let content = content::shipped();
    let verdict = assess(content.catalogue, &content.calendar, &certificate(json!({})));
    for lang in Lang::ALL {
        let words = words(lang);
        let events = dates::events(&words, content.version, &verdict);
        let ids: Vec<_> = events.iter().map(|event| event.id.as_str()).collect();
        let expected = [
            "filing",
            "deliver_to_state_corp_by",
            "ready",
            "complaint_forwarded_by",
            "complaint_answer_by",
            "complaint_quality_answer_by",
            "storage_until",
        ];
        assert_eq!(ids, expected, "neither hearing nor decision, as nothing speaks against the person");
        let ready = &events[2];
        let day = "2025-02-06".parse().unwrap();
        assert_eq!(ready.when, When::Days { first: day, last: day });
        assert_eq!(ready.told[0], words.headline(&verdict));
        for event in &events {
            assert_eq!(event.certain, !event.id.starts_with("complaint"), "{event:?}");
            let cites = event.told.iter().any(|sentence| sentence.contains("19") && !sentence.contains('L'));
            assert!(cites || event.id == "filing", "{event:?}");
        }
    }
    let refused = certificate(json!({"consent_personal_data": false}));
    let verdict = assess(content.catalogue, &content.calendar, &refused);
    let events = dates::events(&words(Lang::En), content.version, &verdict);
    assert!(events.iter().all(|event| event.id != "ready"), "no ready day before the hearing");
    assert!(events.iter().any(|event| event.id == "decision_by"));
}

#[test]
fn no_answer_to_a_complaint_is_dated_where_the_sources_give_no_term() {
    for service in &content::shipped().catalogue.services {
        for edition in &service.editions {
            let dated = edition.channels.iter().flat_map(|channel| &*channel.milestones);
            let complaints = dated.filter(|rule| rule.kind == MilestoneKind::Complaint).count();
            let known = edition.complaints.iter().any(|complaint| complaint.answer_within.value().is_some());
            assert_eq!(0 < complaints, known, "{} {}", service.id, edition.id);
        }
    }
}
