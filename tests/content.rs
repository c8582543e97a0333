//! The shipped facts hold together, and `check` finds each kind of fault that is put into a copy of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "content/seeds.rs"]
mod seeds;

use std::collections::BTreeSet;

use chrono::Days;
use merzim::content::{self, check, load::Fault};
use merzim::engine::catalogue::{Catalogue, Channel, Edition, Known};
use seeds::SCHOOL;
use serde_json::Value;

const SHARED: [&str; 5] = ["calendar.json", "index.json", "acts.json", "vocabulary.json", "notices.json"];

fn catalogue() -> &'static Catalogue {
    content::shipped().catalogue
}

fn files() -> Vec<String> {
    let services = catalogue().index.iter().map(|entry| format!("services/{}.json", entry.id));
    SHARED.map(str::to_owned).into_iter().chain(services).collect()
}

fn parsed(file: &str) -> Value {
    serde_json::from_str(&content::read_shipped(file).unwrap()).unwrap()
}

#[test]
fn the_shipped_facts_have_no_fault() {
    assert_eq!(check::faults(&content::read_shipped), []);
}

// ------------------------------------------------------------------------------------------------ seeded faults

/// What is done to a copy of the facts.
enum Edit {
    Set(Value),
    Remove,
    /// The first row of a list, once more at its end.
    Twice,
    /// The rows of a list, last first.
    Reverse,
}

/// The place in a file: keys of objects, ids or numbers of rows, parted by slashes. A new key may stand last.
fn place<'v>(value: &'v mut Value, at: &str) -> (&'v mut Value, String) {
    let (parents, last) = at.rsplit_once('/').unwrap_or(("", at));
    let parent = parents.split('/').filter(|step| !step.is_empty()).fold(value, |value, step| match value {
        Value::Array(rows) => {
            let number = row(rows, step).unwrap_or_else(|| panic!("no row {step} in {at}"));
            &mut rows[number]
        }
        Value::Object(keys) => keys.get_mut(step).unwrap_or_else(|| panic!("no key {step} in {at}")),
        _ => panic!("{step} in {at} is neither a list nor an object"),
    });
    (parent, last.to_owned())
}

fn row(rows: &[Value], step: &str) -> Option<usize> {
    step.parse().ok().or_else(|| rows.iter().position(|row| row["id"] == step || row["moved_from"] == step))
}

fn change(value: &mut Value, at: &str, edit: &Edit) {
    let (parent, last) = place(value, at);
    match (parent, edit) {
        (Value::Object(keys), Edit::Set(new)) => drop(keys.insert(last, new.clone())),
        (Value::Object(keys), Edit::Remove) => drop(keys.remove(&last).unwrap_or_else(|| panic!("nothing at {at}"))),
        (Value::Array(rows), Edit::Set(new)) => {
            let number = row(rows, &last).unwrap();
            rows[number] = new.clone();
        }
        (Value::Object(keys), Edit::Twice) => {
            let Value::Array(rows) = &mut keys[&last] else { panic!("{at} is no list") };
            rows.push(rows[0].clone());
        }
        (Value::Object(keys), Edit::Reverse) => {
            let Value::Array(rows) = &mut keys[&last] else { panic!("{at} is no list") };
            rows.reverse();
        }
        _ => panic!("this cannot be done at {at}"),
    }
}

/// The faults of a copy in which one file was changed.
fn faults_with(file: &str, text: &str) -> Vec<Fault> {
    check::faults(&|name| if name == file { Ok(text.to_owned()) } else { content::read_shipped(name) })
}

#[test]
fn each_seeded_fault_is_found_with_its_file_its_path_and_what_to_write_instead() {
    let mut missed = Vec::new();
    for (file, at, edit, path, says) in seeds::all() {
        let mut value = parsed(file);
        change(&mut value, at, &edit);
        let faults = faults_with(file, &value.to_string());
        // A service that the index no longer names is missing under its new name.
        let of_file = |fault: &Fault| fault.file == file || (file == SCHOOL || file == "index.json");
        let found = faults.iter().any(|fault| fault.path.contains(path) && fault.message.contains(says));
        if !found || !faults.iter().all(of_file) {
            missed.push(format!("{file} {at}: expected {path}: {says}\n  found {faults:?}"));
        }
    }
    assert!(missed.is_empty(), "{} missed\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn a_file_that_is_not_json_or_not_there_is_a_fault() {
    let text = content::read_shipped(SCHOOL).unwrap();
    for broken in ["", "{", &text[..text.len() / 2 - text[..text.len() / 2].chars().last().unwrap().len_utf8()]] {
        let faults = faults_with(SCHOOL, broken);
        assert!(matches!(&faults[..], [fault] if fault.file == SCHOOL && fault.message.contains("EOF")), "{faults:?}");
    }
    let faults = faults_with(SCHOOL, &format!("{text} []"));
    assert!(matches!(&faults[..], [fault] if fault.path == "(end)"), "{faults:?}");
    let faults =
        check::faults(&|file| if file == SCHOOL { Err("gone".to_owned()) } else { content::read_shipped(file) });
    assert!(matches!(&faults[..], [fault] if fault.file == SCHOOL && fault.path == "(file)"), "{faults:?}");
}

#[test]
fn a_copy_with_its_keys_in_another_order_has_no_fault() {
    for file in files() {
        assert_eq!(faults_with(&file, &parsed(&file).to_string()), [], "{file}");
    }
}

// ---------------------------------------------------------------------------------------------------- sources

/// The lines that each source document has; the last of F4 ends without a line break.
const LINES: [(&str, u32); 5] = [("F0", 587), ("F1", 224), ("F2", 1117), ("F3", 257), ("F4", 92)];

fn sources(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            found.extend(keys.get("source").and_then(Value::as_str).map(str::to_owned));
            keys.values().for_each(|value| sources(value, found));
        }
        Value::Array(rows) => rows.iter().for_each(|value| sources(value, found)),
        _ => {}
    }
}

/// Every source of every file, with the file's name.
fn all_sources() -> Vec<(String, String)> {
    let of_file = |file: String| {
        let mut found = Vec::new();
        sources(&parsed(&file), &mut found);
        found.into_iter().map(move |source| (file.clone(), source))
    };
    files().into_iter().flat_map(of_file).collect()
}

#[test]
fn every_source_names_lines_that_its_document_has() {
    let mut checked = 0;
    for (file, source) in all_sources() {
        let (document, place) = source.split_once(' ').unwrap();
        let Some((_, length)) = LINES.iter().find(|(id, _)| *id == document) else { continue };
        for lines in place.split(' ').filter_map(|word| word.strip_prefix('L')) {
            let last: u32 = lines.rsplit('-').next().unwrap().parse().unwrap();
            assert!(last <= *length, "{file}: `{source}`, but {document} has {length} lines");
            checked += 1;
        }
    }
    assert!(300 < checked, "only {checked} places were checked");
}

#[test]
fn every_place_in_a_document_is_written_so_that_the_words_can_tell_it() {
    let kinds = ["art", "a", "p", "r", "s", "L"];
    for (file, source) in all_sources() {
        let (document, places) = source.split_once(' ').unwrap();
        if matches!(document, "READ" | "CAL" | "LE") {
            continue;
        }
        for place in places.split(' ') {
            let numbers = kinds.iter().find_map(|kind| place.strip_prefix(kind));
            let told = numbers.is_some_and(|numbers| {
                numbers.split(['.', '-']).all(|number| number.parse::<u16>().is_ok_and(|number| 0 < number))
            });
            assert!(told, "{file}: `{place}` of `{source}` is no place such as a2, p5.1, r3, art174.3, s13 or L62-64");
        }
    }
}

// ---------------------------------------------------------------------------------------------------- horizon

#[test]
fn the_horizon_is_not_too_near() {
    let calendar = &content::shipped().calendar;
    let facts = calendar.facts();
    let ahead = facts.as_of + Days::new(20);
    assert!(
        ahead <= calendar.official_to(),
        "the rows were compared with the acts on {}: add the rows of the next year once its acts are out",
        facts.as_of
    );
    let longest = calendar.official_to() + Days::new(366);
    assert!(longest <= calendar.last_day(), "a term that begins on the last official day must have days to end on");
}

// -------------------------------------------------------------------------------------------- public contract

/// The ids that cases, addresses and exports rest on. Once published they are not renamed.
const SERVICES: [(&str, &[&str]); 7] = [
    ("tve-admission", &["almaty-oblast-425-2019"]),
    ("tve-dormitory", &["almaty-oblast-425-2019"]),
    ("tve-diploma-duplicate", &["standard-2015", "almaty-oblast-425-2019"]),
    ("tve-transfer-reinstatement", &["almaty-oblast-425-2019"]),
    ("tve-incomplete-certificate", &["almaty-oblast-425-2019", "order-19-2020", "order-19-2023"]),
    ("he-diploma-duplicate", &["order-127-2018"]),
    ("school-certificate-duplicate", &["rules-undated"]),
];

const FACTS: [(&str, &[&str]); 27] = [
    (
        "reason",
        &[
            "lost",
            "damaged",
            "unfit",
            "name_changed",
            "error_in_document",
            "interim_attestation",
            "expelled_non_payment",
            "academic_leave",
            "other_charter",
        ],
    ),
    ("newspaper_published", &[]),
    ("college_liquidated", &[]),
    ("college_region", &["almaty_oblast"]),
    ("is_tve_student", &[]),
    ("college_has_dormitory", &[]),
    ("study_form", &["full_time", "extramural_or_evening"]),
    ("action", &["transfer", "reinstatement"]),
    ("in_vacation", &[]),
    ("is_minor", &[]),
    ("family_relocated", &[]),
    ("next_exam_session_start", &[]),
    ("expelled_for_non_payment_in_semester", &[]),
    ("debt_paid", &[]),
    ("expelled_on", &[]),
    ("provider_in_place", &[]),
    ("desk", &["main", "duty_department"]),
    ("consent_personal_data", &[]),
    ("data_errors_found", &[]),
    ("court_bar", &[]),
    ("level", &["basic_secondary", "general_secondary"]),
    ("applicant", &["self", "parent", "representative"]),
    ("signature", &["eds", "otp"]),
    ("delivery", &["post_both_ways", "courier"]),
    ("completed_studies", &[]),
    ("pickup_at", &[]),
    ("office_week", &["mon_fri", "mon_sat"]),
];

const DOCUMENTS: [&str; 8] = [
    "application",
    "id_copy",
    "id_document",
    "newspaper_extract",
    "damaged_original",
    "original_document",
    "relocation_proof",
    "debt_payment_proof",
];

const MILESTONES: [&str; 12] = [
    "session_cap",
    "month_term_end",
    "fast_track_last_day",
    "deliver_to_state_corp_by",
    "hearing_notice_by",
    "hearing_by",
    "decision_by",
    "storage_until",
    "after_storage_sent_by",
    "complaint_forwarded_by",
    "complaint_answer_by",
    "complaint_quality_answer_by",
];

fn set<'i>(ids: impl IntoIterator<Item = &'i str>) -> BTreeSet<&'i str> {
    ids.into_iter().collect()
}

#[test]
fn every_service_of_the_index_loads_with_the_ids_of_the_public_contract() {
    let catalogue = catalogue();
    assert_eq!(set(catalogue.index.iter().map(|entry| entry.id.as_str())), set(SERVICES.map(|(id, _)| id)));
    for (id, editions) in SERVICES {
        let service = catalogue.service(id).unwrap();
        let given = service.editions.iter().map(|edition| edition.id.as_str());
        assert_eq!(set(given), set(editions.iter().copied()), "{id}");
    }
}

/// How often one comes to file and to collect, channel by channel as the sources have it; `-` where they do not say.
const VISITS: [(&str, &[&str]); 10] = [
    ("tve-admission almaty-oblast-425-2019", &["1+0"]),
    ("tve-dormitory almaty-oblast-425-2019", &["1+1"]),
    ("tve-diploma-duplicate almaty-oblast-425-2019", &["1+1", "1+1"]),
    ("tve-diploma-duplicate standard-2015", &["1+1", "1+1"]),
    ("tve-transfer-reinstatement almaty-oblast-425-2019", &["1+1"]),
    ("tve-incomplete-certificate order-19-2023", &["1+1", "1+1"]),
    ("tve-incomplete-certificate order-19-2020", &["1+-", "1+-"]),
    ("tve-incomplete-certificate almaty-oblast-425-2019", &["1+1", "1+1"]),
    ("he-diploma-duplicate order-127-2018", &["1+1", "0+1"]),
    ("school-certificate-duplicate rules-undated", &["1+-", "1+-", "0+-"]),
];

#[test]
fn the_visits_of_every_channel_are_those_of_its_source() {
    let told = |times: &Known<u8>| times.value().map_or("-".to_owned(), ToString::to_string);
    let mut found = Vec::new();
    for service in &catalogue().services {
        for edition in &service.editions {
            let of_channel =
                |channel: &Channel| [told(&channel.visits.to_file), told(&channel.visits.to_collect)].join("+");
            let visits: Vec<_> = edition.channels.iter().map(of_channel).collect();
            found.push((format!("{} {}", service.id, edition.id), visits));
        }
    }
    let mut expected: Vec<_> =
        VISITS.map(|(id, visits)| (id.to_owned(), visits.iter().map(ToString::to_string).collect())).into();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn facts_documents_and_milestones_have_the_ids_of_the_public_contract() {
    let vocabulary = &catalogue().vocabulary;
    assert_eq!(set(vocabulary.facts.iter().map(|fact| fact.id.as_str())), set(FACTS.map(|(id, _)| id)));
    for (id, words) in FACTS {
        let fact = vocabulary.facts.iter().find(|fact| fact.id == id).unwrap();
        let given = set(fact.values.iter().map(|value| value.id.as_str()));
        assert!(set(words.iter().copied()).is_subset(&given), "{id}: {given:?}");
        assert!(id == "college_region" || given.len() == words.len(), "{id}: {given:?}");
    }
    assert_eq!(set(vocabulary.evidence.iter().map(|document| document.id.as_str())), set(DOCUMENTS));
    assert_eq!(set(vocabulary.milestones.iter().map(|milestone| milestone.id.as_str())), set(MILESTONES));
}

// ------------------------------------------------------------------------------------------------ nothing unused

/// Readings that bear on every answer or on none: they are told on the page of readings, not beside an answer.
const STANDING: [&str; 10] = ["A-28", "A-30", "A-32", "A-33", "A-38", "A-42", "A-44", "A-45", "A-47", "A-50"];

fn editions() -> impl Iterator<Item = &'static Edition> {
    catalogue().services.iter().flat_map(|service| &*service.editions)
}

fn channels() -> impl Iterator<Item = &'static Channel> {
    editions().flat_map(|edition| &*edition.channels)
}

/// Every value of these keys in the files of the services.
fn named(keys: &[&str]) -> BTreeSet<String> {
    fn walk(value: &Value, keys: &[&str], found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    found.extend(value.as_str().filter(|_| keys.contains(&key.as_str())).map(str::to_owned));
                    walk(value, keys, found);
                }
            }
            Value::Array(rows) => rows.iter().for_each(|value| walk(value, keys, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    files().iter().filter(|file| file.starts_with("services/")).for_each(|file| walk(&parsed(file), keys, &mut found));
    found
}

#[test]
fn no_notice_is_without_use() {
    let attached =
        editions().flat_map(|edition| &*edition.notices).chain(channels().flat_map(|channel| &*channel.notices));
    let mut used: BTreeSet<String> = attached.map(|notice| notice.id.to_string()).collect();
    for (file, source) in all_sources().iter().filter(|(file, _)| file != "notices.json") {
        if let Some(ids) = source.strip_prefix("READ ") {
            assert!(!ids.is_empty(), "{file}");
            used.extend(ids.split(' ').map(str::to_owned));
        }
    }
    let file = parsed("notices.json");
    let all: BTreeSet<_> = file.as_array().unwrap().iter().map(|notice| notice["id"].as_str().unwrap()).collect();
    let unused = all.iter().copied().filter(|id| !used.contains(*id));
    assert_eq!(set(unused), set(STANDING), "attach it, let a source name it, or delete it");
    // The program has those that an answer can show.
    let shipped: BTreeSet<_> = catalogue().notices.iter().map(|notice| notice.id.as_str()).collect();
    assert_eq!(shipped, all.into_iter().filter(|id| used.contains(*id)).collect());
}

#[test]
fn no_word_of_the_vocabulary_is_without_use() {
    let vocabulary = &catalogue().vocabulary;
    let mut facts = named(&["fact", "asked", "chosen_by"]);
    facts.extend(editions().flat_map(|edition| &*edition.questions).map(ToString::to_string));
    facts.extend(channels().flat_map(|channel| &*channel.questions).map(ToString::to_string));
    let unused = vocabulary.facts.iter().map(|fact| fact.id.as_str()).filter(|id| !facts.contains(*id));
    assert_eq!(set(unused), set([]), "facts that no rule and no question names");

    let documents: BTreeSet<_> =
        channels().flat_map(|channel| &*channel.evidence.rules).map(|rule| rule.evidence.as_str()).collect();
    let unused = vocabulary.evidence.iter().map(|document| document.id.as_str()).filter(|id| !documents.contains(id));
    assert_eq!(set(unused), set([]), "documents that no list names");

    let actors: BTreeSet<_> = named(&["actor"]);
    let unused = vocabulary.actors.iter().map(|actor| actor.id.as_str()).filter(|id| !actors.contains(*id));
    assert_eq!(set(unused), set([]), "actors without a step");

    let rules = || channels().flat_map(|channel| &*channel.milestones);
    let unused = vocabulary.milestones.iter().filter(|milestone| rules().all(|rule| rule.id != milestone.id));
    assert_eq!(set(unused.map(|milestone| milestone.id.as_str())), set([]), "milestones that no channel has");
}

#[test]
fn every_fact_that_a_rule_rests_on_is_asked_for() {
    for service in &catalogue().services {
        for edition in &service.editions {
            for channel in &edition.channels {
                let asked: BTreeSet<_> =
                    edition.questions.iter().chain(&*channel.questions).map(|fact| fact.as_str()).collect();
                let mut needed = Vec::new();
                for rule in &edition.requirements {
                    rule.holds_when.facts(&mut needed);
                }
                for rule in &channel.evidence.rules {
                    rule.when.facts(&mut needed);
                }
                for term in channel.terms.value().into_iter().flatten() {
                    term.when.facts(&mut needed);
                }
                needed.retain(|fact| !asked.contains(fact));
                let channel = channel.id.slug();
                assert!(needed.is_empty(), "{} {} {channel}: nobody asks for {needed:?}", service.id, edition.id);
            }
        }
    }
}
