//! What is tried on every day: services, editions and channels, each with the last minutes of its desks.

use merzim::engine::case::Case;
use merzim::engine::catalogue::ChannelId;
use serde_json::json;

use super::read;
use ChannelId::{Portal, ProviderOffice, StateCorporation};

/// A channel, and the minutes at which any of its desks may end a stretch of acceptance: the last of which is before it.
pub type Lane = (ChannelId, &'static [(u32, u32)]);

const OFFICE: Lane = (ProviderOffice, &[(17, 59)]);
const CORPORATION: Lane = (StateCorporation, &[(17, 59)]);
const DUTY: Lane = (StateCorporation, &[(12, 59), (19, 59)]);
const SCHOOL: Lane = (ProviderOffice, &[(18, 29)]);
const PORTAL: Lane = (Portal, &[(18, 29), (23, 59)]);

/// What is tried: a name, the case, the lanes, and how many days before the needed day a person asks.
pub type Situation = (&'static str, Case, Vec<Lane>, u64);

pub fn situations() -> Vec<Situation> {
    let decree = Some("almaty-oblast-425-2019");
    let mut all = Vec::new();
    for form in ["full_time", "extramural_or_evening"] {
        let minutes: Lane = (ProviderOffice, &[(12, 59), (17, 14), (17, 15), (17, 16), (17, 59)]);
        all.push(("admission", read("tve-admission", decree, json!({"study_form": form}), &[]), vec![minutes], 6));
    }
    let student = json!({"is_tve_student": true, "college_has_dormitory": true, "college_region": "almaty_oblast"});
    all.push(("dormitory", read("tve-dormitory", decree, student.clone(), &[]), vec![OFFICE], 20));
    all.push(("dormitory", read("tve-dormitory", None, student, &[]), vec![OFFICE], 20));
    all.extend(diplomas());
    let transfer = json!({"action": "transfer", "in_vacation": true, "next_exam_session_start": "2020-01-20"});
    all.push(("transfer", read("tve-transfer-reinstatement", decree, transfer, &[]), vec![OFFICE], 5));
    let back = json!({
        "action": "reinstatement",
        "expelled_for_non_payment_in_semester": true,
        "debt_paid": true,
        "expelled_on": "2019-11-01",
    });
    let proof = ["debt_payment_proof"];
    all.push(("reinstatement", read("tve-transfer-reinstatement", decree, back, &proof), vec![OFFICE], 18));
    all.extend(certificates());
    let facts = json!({"reason": "lost", "signature": "eds", "delivery": "post_both_ways"});
    let case = read("he-diploma-duplicate", Some("order-127-2018"), facts, &["application"]);
    all.push(("university", case, vec![CORPORATION, (Portal, &[(23, 59)])], 34));
    let documents = ["application", "id_document"];
    let facts = json!({"reason": "lost", "consent_personal_data": true});
    let case = read("school-certificate-duplicate", Some("rules-undated"), facts, &documents);
    all.push(("school", case, vec![SCHOOL, CORPORATION, PORTAL], 27));
    let facts = json!({"reason": "lost", "consent_personal_data": true, "desk": "duty_department"});
    let case = read("school-certificate-duplicate", None, facts, &documents);
    all.push(("duty desk", case, vec![SCHOOL, DUTY, PORTAL], 27));
    all
}

fn diplomas() -> Vec<Situation> {
    let service = "tve-diploma-duplicate";
    let documents = ["application", "id_copy", "damaged_original", "newspaper_extract"];
    let damaged = read(service, Some("standard-2015"), json!({"reason": "damaged"}), &documents);
    let lost = json!({"reason": "lost", "newspaper_published": "2018-05-03"});
    let lost = read(service, Some("standard-2015"), lost, &documents);
    let by_date = json!({"reason": "damaged", "college_region": "almaty_oblast", "office_week": "mon_sat"});
    let evening: Lane = (StateCorporation, &[(19, 59)]);
    let either: Lane = (StateCorporation, &[(17, 59), (19, 59)]);
    vec![
        ("diploma of 2015", damaged, vec![OFFICE, evening], 36),
        ("extract that grows old", lost, vec![OFFICE, evening], 34),
        ("diploma by date", read(service, None, by_date, &documents), vec![OFFICE, either], 34),
    ]
}

fn certificates() -> Vec<Situation> {
    let read = |edition, in_place: bool, desk| {
        let facts = json!({
            "reason": "academic_leave",
            "consent_personal_data": true,
            "provider_in_place": in_place,
            "desk": desk,
            "college_region": "almaty_oblast",
        });
        read("tve-incomplete-certificate", edition, facts, &["application", "id_document"])
    };
    let any_desk: Lane = (StateCorporation, &[(12, 59), (17, 59), (19, 59)]);
    vec![
        ("certificate", read(Some("order-19-2023"), true, "main"), vec![OFFICE, CORPORATION], 9),
        ("certificate", read(Some("order-19-2023"), false, "main"), vec![OFFICE, CORPORATION], 16),
        ("certificate by date", read(None, true, "duty_department"), vec![OFFICE, any_desk], 10),
    ]
}
