//! The command line, run as people run it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// What a run gave: its status, its two outputs.
#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// One clear sentence that holds these words, on standard error, and a status that is not 0.
    fn refused(&self, words: &str) {
        assert_ne!(self.status, 0, "{self:?}");
        assert!(self.err.starts_with("merzim: ") && self.err.lines().count() == 1, "{self:?}");
        assert!(self.err.contains(words), "no `{words}` in {self:?}");
        self.did_not_panic();
    }

    fn did_not_panic(&self) {
        assert!(!self.err.contains("panicked") && self.status != 101, "{self:?}");
    }
}

fn merzim(arguments: &[&str], stdin: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_merzim"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that needs no input may have closed it already.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let ran = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { status: ran.status.code().unwrap(), out: text(ran.stdout), err: text(ran.stderr) }
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn dormitory() -> Value {
    json!({
        "id": "dormitory",
        "service": "tve-dormitory",
        "channel": "provider_office",
        "facts": {"is_tve_student": true, "college_has_dormitory": true, "college_region": "almaty_oblast"},
        "accepted_at": "2020-01-13T10:00",
        "documents_present": ["application"],
    })
}

fn with(key: &str, value: Value) -> Value {
    let mut case = dormitory();
    case[key] = value;
    case
}

// ------------------------------------------------------------------------------------------------ assess

#[test]
fn one_case_gives_one_answer_and_an_array_an_array() {
    let one = merzim(&["assess"], &dormitory().to_string());
    assert_eq!((one.status, one.err.as_str()), (0, ""));
    let answer = one.json();
    assert_eq!(answer["id"], "dormitory");
    assert_eq!(answer["ready_latest"], "2020-01-27");
    assert_eq!(answer["acceptance"], "accept");

    let two = merzim(&["assess"], &json!([dormitory(), with("id", json!("two"))]).to_string());
    assert_eq!(two.status, 0, "{two:?}");
    let answers = two.json();
    assert_eq!(answers.as_array().unwrap().len(), 2);
    assert_eq!((&answers[0], &answers[1]["id"]), (&answer, &json!("two")));
    assert_eq!(merzim(&["assess"], "[]").json(), json!([]));
}

#[test]
fn cases_come_from_files_too() {
    let folder = folder("assess_files");
    let (one, many) = (folder.join("one.json"), folder.join("many.json"));
    fs::write(&one, dormitory().to_string()).unwrap();
    fs::write(&many, json!([dormitory()]).to_string()).unwrap();
    let (one, many) = (one.to_str().unwrap(), many.to_str().unwrap());
    let answer = merzim(&["assess", one], "").json();
    assert_eq!(answer["ready_latest"], "2020-01-27");
    assert_eq!(merzim(&["assess", one, many], "").json(), json!([answer, answer]));
    assert_eq!(merzim(&["assess", one, "-"], &dormitory().to_string()).json(), json!([answer, answer]));
}

#[test]
fn the_worked_cases_are_answered_as_they_stand() {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/tve-transfer-reinstatement.json");
    let ran = merzim(&["assess", cases], "");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let written: Value = serde_json::from_str(&fs::read_to_string(cases).unwrap()).unwrap();
    let ids = |cases: &Value| cases.as_array().unwrap().iter().map(|case| case["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&ran.json()), ids(&written));
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    for id in [json!("dormitory 7"), json!(7), json!(""), Value::Null] {
        let ran = merzim(&["assess"], &with("id", id.clone()).to_string());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(ran.json()["id"], id);
    }
    let mut bad = with("id", json!(7));
    bad["service"] = json!("nothing");
    let ran = merzim(&["assess"], &bad.to_string());
    ran.refused("standard input: 7: no service");
    assert_eq!(ran.json()["id"], 7);
}

#[test]
fn cases_without_a_known_on_of_their_own_take_the_calls() {
    // Constitution Day left 30 August during 2026: in January, Monday the 31st was the day off in its lieu.
    let mut case = json!({
        "service": "school-certificate-duplicate",
        "channel": "provider_office",
        "facts": {"reason": "lost", "level": "general_secondary", "is_minor": false, "consent_personal_data": true},
        "accepted_at": "2026-08-10T10:00",
        "documents_present": ["application", "id_document"],
    });
    let facts = include_str!("../static/catalogue/calendar.json");
    let facts: Value = serde_json::from_str(facts).unwrap();
    let as_of = facts["as_of"].as_str().unwrap();
    let january = &["assess", "--known-on", "2026-01-02"][..];
    for (arguments, own, ready, known_on) in [
        (&["assess"][..], Value::Null, "2026-08-31", as_of),
        (january, Value::Null, "2026-09-01", "2026-01-02"),
        (january, json!("2026-03-19"), "2026-08-31", "2026-03-19"),
        (&["assess"], json!("2026-01-02"), "2026-09-01", "2026-01-02"),
        // What nobody has compared with the acts yet, nobody knows.
        (&["assess", "--known-on", "2099-01-01"], Value::Null, "2026-08-31", as_of),
    ] {
        case["known_on"] = own;
        let answer = merzim(arguments, &case.to_string()).json();
        assert_eq!(answer["ready_latest"], ready, "{arguments:?} {case}");
        assert_eq!(answer["version"]["known_on"], known_on, "{arguments:?} {case}");
        let told = answer["warnings"].to_string().contains("as it was known on");
        assert_eq!(told, arguments.len() > 1 || case["known_on"] != Value::Null, "{answer}");
    }
    let moved = merzim(january, &case.to_string()).json();
    let day = moved["proof"].as_array().unwrap().iter().find(|day| day["date"] == "2026-08-31").unwrap().clone();
    assert_eq!((&day["day"], &day["public_from"]), (&json!("in_lieu"), &Value::Null));
}

#[test]
fn sentences_are_in_the_language_asked_for_and_ids_in_none() {
    let answers = ["kk", "ru", "en"].map(|lang| merzim(&["assess", "--lang", lang], &dormitory().to_string()).json());
    for (place, answer) in answers.iter().enumerate() {
        assert_eq!(answer["ready_latest"], "2020-01-27");
        assert_eq!(answer["missing"], answers[0]["missing"]);
        let next = &answers[(place + 1) % 3];
        assert_ne!(answer["headline"], next["headline"]);
    }
}

/// F1 ¶9 3): an extract of 1 October is 13 days old on 14 October; ten days are allowed. F0 annex 1 ¶5: full-time
/// admission is open from 20 June to 20 August.
#[test]
fn an_answer_names_the_fixes_and_explains_the_ways_if_asked() {
    let lost = json!({"service": "tve-diploma-duplicate", "edition": "standard-2015", "channel": "state_corporation",
        "facts": {"reason": "lost", "newspaper_published": "2016-10-01"}, "accepted_at": "2016-10-14T10:00",
        "documents_present": ["newspaper_extract"]});
    let answer = merzim(&["assess"], &lost.to_string()).json();
    assert_eq!(answer["fixes"], json!([["application", "newspaper_extract"]]));
    assert_eq!(answer["newer"], json!(["newspaper_extract"]));
    assert_eq!(answer["dated_from"], json!({"newspaper_extract": "2016-10-04"}));
    assert_eq!(answer["valid_until"], json!({"newspaper_extract": "2016-10-11"}));
    assert_eq!(answer["changes"], Value::Null);
    let late = json!({"service": "tve-admission", "edition": "almaty-oblast-425-2019", "channel": "provider_office",
        "facts": {"college_region": "almaty_oblast", "study_form": "full_time"}, "accepted_at": "2024-09-02T10:00"});
    let answer = merzim(&["assess", "--explain"], &late.to_string()).json();
    let extramural =
        json!({"facts": {"study_form": "extramural_or_evening"}, "reach": "within", "until": "2024-09-20"});
    let wait = json!({"facts": {}, "reach": "within", "from": "2025-06-20", "until": "2025-08-20"});
    assert_eq!(answer["changes"], json!([extramural, wait]));
    // These rules are over since 12 March 2020: in words nobody is told to wait for them.
    assert_eq!(answer["ways"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_a_citizen_can_meet_is_a_verdict_and_no_error() {
    for (key, value) in [("accepted_at", json!("2040-05-05T10:00")), ("channel", json!("portal"))] {
        let ran = merzim(&["assess"], &with(key, value).to_string());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(ran.json()["ready_latest"], Value::Null);
    }
}

#[test]
fn each_bad_case_gets_one_clear_sentence() {
    let bad = [
        (with("service", json!("tve-dormitories")), "no service has the id `tve-dormitories`: write one of "),
        (with("edition", json!("order-1-1999")), "no edition of this service has the id `order-1-1999`: write one of "),
        (with("channel", json!("pigeon_post")), "write one of provider_office, state_corporation, portal"),
        (with("facts", json!({"mood": "good"})), "no fact has the id `mood`: write one of action, "),
        (with("facts", json!({"is_minor": "yes"})), "facts.is_minor: it cannot be `yes`: write true or false"),
        (with("facts", json!({"is_minor": 17})), "facts.is_minor: write true, false, or a text"),
        (with("facts", json!({"is_minor": null})), "facts.is_minor: write true, false, or a text"),
        (
            with("facts", json!({"expelled_on": "2026-02-30"})),
            "facts.expelled_on: it cannot be `2026-02-30`: write a date",
        ),
        (with("facts", json!(["is_minor"])), "facts: invalid type: sequence, expected a map"),
        (
            with("documents_present", json!(["magic_wand"])),
            "no document has the id `magic_wand`: write one of application, ",
        ),
        (
            with("accepted_at", json!("2026-02-30T10:00")),
            "accepted_at: `2026-02-30T10:00` is no date and time: write one such as",
        ),
        (with("accepted_at", json!("2026-02-20")), "accepted_at: `2026-02-20` is no date and time: write one such as"),
        (with("accepted_at", json!("2026-2-20T10:00")), "accepted_at: `2026-2-20T10:00` is no date and time"),
        (with("accepted_at", json!(" 2026-02-20T10:00")), "accepted_at: ` 2026-02-20T10:00` is no date and time"),
        (with("accepted_at", json!("2026-02-20T10:00:60")), "accepted_at: `2026-02-20T10:00:60` is no date and time"),
        (with("known_on", json!("2026-1-8")), "known_on: `2026-1-8` is no date: write one such as"),
        (with("facts", json!({"expelled_on": "2026-1-8"})), "facts.expelled_on: it cannot be `2026-1-8`: write a date"),
        (with("accepted_at", json!(20260220)), "accepted_at: invalid type: integer"),
        (with("known_on", json!("yesterday")), "known_on: `yesterday` is no date: write one such as"),
        (json!({"service": "tve-dormitory"}), "missing field `channel`: write a case as an object with `service`"),
        (with("id", json!(["one"])), "id: write a text or a number, or leave it out"),
        (json!(5), "expected a case: write a case as an object with `service`"),
        (json!("tve-dormitory"), "expected a case: write a case as an object with `service`"),
    ];
    for (case, words) in bad {
        let ran = merzim(&["assess"], &case.to_string());
        ran.refused(words);
        assert!(ran.json()["error"].as_str().is_some_and(|error| error.contains(words)), "{ran:?}");
    }
}

#[test]
fn a_bad_case_takes_nothing_from_the_others() {
    let cases = json!([dormitory(), with("service", json!("nothing")), 5, dormitory()]);
    let ran = merzim(&["assess"], &cases.to_string());
    assert_ne!(ran.status, 0);
    let answers = ran.json();
    assert_eq!(answers.as_array().unwrap().len(), 4);
    assert_eq!(answers[0]["ready_latest"], "2020-01-27");
    assert_eq!(answers[3], answers[0]);
    assert_eq!(answers[1]["id"], "dormitory");
    let told: Vec<_> = ran.err.lines().collect();
    assert_eq!(told.len(), 2, "{ran:?}");
    assert!(told[0].starts_with("merzim: standard input: dormitory: no service"), "{ran:?}");
    assert!(told[1].starts_with("merzim: standard input: case 3: "), "{ran:?}");
}

#[test]
fn what_is_not_json_or_not_there_is_told_and_takes_nothing_from_the_other_files() {
    for text in ["", "ready?", "{\"service\": ", "[{}", "{} {}"] {
        let ran = merzim(&["assess"], text);
        ran.refused("standard input: not JSON: ");
        ran.refused("write one case as an object, or an array of cases");
        assert_eq!(ran.out, "");
    }
    let marked = merzim(&["assess"], &format!("\u{feff}{}", dormitory()));
    assert_eq!(marked.json()["ready_latest"], "2020-01-27", "the mark that some editors put before a text is no fault");
    let folder = folder("assess_bad_files");
    let (good, bad, latin) = (folder.join("good.json"), folder.join("bad.json"), folder.join("latin.json"));
    fs::write(&good, dormitory().to_string()).unwrap();
    fs::write(&bad, "ready?").unwrap();
    fs::write(&latin, b"\"caf\xe9\"").unwrap();
    for bad in [bad.to_str().unwrap(), latin.to_str().unwrap(), "no-such-file.json", folder.to_str().unwrap()] {
        let ran = merzim(&["assess", bad, good.to_str().unwrap()], "");
        ran.refused(bad);
        assert_eq!(ran.json()[0]["ready_latest"], "2020-01-27");
    }
}

#[test]
fn a_key_that_is_no_part_of_a_case_is_told_but_the_case_answered() {
    let ran = merzim(&["assess"], &with("colour", json!("red")).to_string());
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("dormitory: the key `colour` is no part of a case"), "{ran:?}");
    assert_eq!(ran.json()["ready_latest"], "2020-01-27");
    assert_eq!(merzim(&["assess"], &with("note", json!("mine")).to_string()).err, "");
}

// ------------------------------------------------------------------------------------------------ check

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/catalogue");

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn the_shipped_catalogue_has_no_fault() {
    for arguments in [&["check"][..], &["check", SHIPPED]] {
        let ran = merzim(arguments, "");
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "no fault\n", ""));
    }
}

#[test]
fn a_fault_in_a_folder_is_printed_with_its_file_its_path_and_what_to_write() {
    let folder = folder("check_faults");
    copy(Path::new(SHIPPED), &folder);
    let file = folder.join("services/tve-dormitory.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("\"closes\": \"18:00\"", "\"closes\": \"08:00\"")).unwrap();
    let ran = merzim(&["check", folder.to_str().unwrap()], "");
    assert_eq!(ran.status, 1, "{ran:?}");
    let place = "services/tve-dormitory.json: editions.almaty-oblast-425-2019.channels.provider_office.opening: ";
    assert_eq!(ran.out, format!("{place}write opening, lunch and closing in this order of time\n"));

    fs::write(&file, "{").unwrap();
    let ran = merzim(&["check", folder.to_str().unwrap()], "");
    assert!(ran.status == 1 && ran.out.starts_with("services/tve-dormitory.json: "), "{ran:?}");
    fs::remove_file(&file).unwrap();
    let ran = merzim(&["check", folder.to_str().unwrap()], "");
    assert!(ran.status == 1 && ran.out.starts_with("services/tve-dormitory.json: (file): cannot be read"), "{ran:?}");
}

#[test]
fn what_is_no_folder_is_refused() {
    merzim(&["check", "no-such-folder"], "").refused("no-such-folder is not a folder");
}

// ------------------------------------------------------------------------------------------------ calendar

fn year(arguments: &[&str]) -> Vec<Value> {
    let ran = merzim(&[&["calendar"], arguments, &["--json"]].concat(), "");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let Value::Array(days) = ran.json() else { panic!("{ran:?}") };
    days
}

fn day<'d>(days: &'d [Value], date: &str) -> &'d Value {
    days.iter().find(|day| day["date"] == date).unwrap()
}

#[test]
fn a_year_as_json_is_a_list_of_its_days_each_with_its_reason() {
    let days = year(&["2026"]);
    assert_eq!(days.len(), 365);
    assert_eq!(year(&["2024"]).len(), 366);
    for day in &days {
        assert!(day["date"].as_str().is_some_and(|date| date.starts_with("2026-")), "{day}");
        assert!(day["working"].is_boolean(), "{day}");
        assert!(day["why"].as_str().is_some_and(|why| !why.is_empty()), "{day}");
    }
    assert_eq!(day(&days, "2026-01-07")["working"], false);
    assert_eq!(day(&days, "2026-01-08")["working"], true);
    let worked_sunday = year(&["2025"]);
    assert_eq!(day(&worked_sunday, "2025-01-05")["kind"], "worked_by_order");
    assert_eq!(day(&worked_sunday, "2025-01-05")["act"], "G24G0000436");
}

#[test]
fn the_six_day_week_works_on_saturdays() {
    let (five, six) = (year(&["2026"]), year(&["2026", "--week", "six"]));
    assert_eq!(day(&five, "2026-02-07")["working"], false);
    assert_eq!(day(&six, "2026-02-07")["working"], true);
    assert_eq!(year(&["2026", "--week", "five"]), five);
    let worked = |days: &[Value]| days.iter().filter(|day| day["working"] == true).count();
    assert!(worked(&five) + 40 < worked(&six));
}

#[test]
fn what_was_not_yet_public_is_not_used() {
    // Constitution Day left 30 August during 2026: before that, Monday the 31st was the day off in its lieu.
    let (now, january) = (year(&["2026"]), year(&["2026", "--known-on", "2026-01-02"]));
    assert_eq!(day(&now, "2026-08-31")["working"], true);
    assert_eq!(day(&january, "2026-08-31")["working"], false);
    assert_eq!(day(&january, "2026-08-31")["kind"], "in_lieu");
}

#[test]
fn a_year_for_reading_has_a_line_for_each_day() {
    let ran = merzim(&["calendar", "2026"], "");
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!((ran.status, lines.len()), (0, 365));
    assert!(lines[6].starts_with("2026-01-07 off    Wed "), "{}", lines[6]);
    assert!(lines[7].starts_with("2026-01-08 worked Thu "), "{}", lines[7]);
}

#[test]
fn a_year_outside_the_calendar_is_refused_and_not_guessed() {
    for year in ["2040", "2014", "2029", "0", "2147483647"] {
        let ran = merzim(&["calendar", year], "");
        ran.refused("is outside the calendar: give a year from 2015 to 2028");
        assert_eq!(ran.out, "");
    }
    for arguments in [&["calendar", "soon"][..], &["calendar", "2026", "--known-on", "2026-02-30"], &["calendar"]] {
        let ran = merzim(arguments, "");
        assert!(ran.status == 2 && ran.out.is_empty() && ran.err.starts_with("error: "), "{ran:?}");
    }
    assert!(merzim(&["--help"], "").out.contains("2 a call that is not understood"));
}

// ------------------------------------------------------------------------------------------------ race and ready-by

fn certificate() -> Value {
    json!({
        "id": "certificate",
        "service": "tve-incomplete-certificate",
        "facts": {"reason": "interim_attestation", "consent_personal_data": true, "provider_in_place": false},
        "accepted_at": "2025-02-03T10:00",
        "documents_present": ["application", "id_document"],
    })
}

#[test]
fn a_race_reads_a_case_with_or_without_its_channel() {
    let ran = merzim(&["race"], &certificate().to_string());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let answer = ran.json();
    assert_eq!((&answer["id"], &answer["first"]), (&json!("certificate"), &json!(["provider_office"])));
    assert_eq!(answer["ahead_of_next"], json!({"days": 7, "why": ["shorter_term"]}));
    let latest = |place: usize| answer["lanes"][place]["ready_latest"].clone();
    assert_eq!([latest(0), latest(1)], ["2025-02-06", "2025-02-13"]);
    assert_eq!(answer["lanes"][0]["visits"]["to_collect"]["value"], 1);
    let mut other = certificate();
    other["channel"] = json!("state_corporation");
    assert_eq!(merzim(&["race"], &other.to_string()).json(), answer);
    assert!(merzim(&["race", "--lang", "kk"], &other.to_string()).out.contains("7 күн ерте"));
    merzim(&["race"], "{}").refused("service");
}

#[test]
fn a_last_minute_beyond_the_official_calendar_says_so() {
    let case = json!({"service": "school-certificate-duplicate", "channel": "provider_office",
        "accepted_at": "2026-11-23T10:00", "documents_present": ["application", "id_document"],
        "facts": {"reason": "lost", "level": "general_secondary", "is_minor": false, "consent_personal_data": true}});
    let lane = merzim(&["ready-by", "2027-07-09"], &case.to_string()).json()["lanes"][0].clone();
    assert_eq!(lane["not_yet_official"]["official_to"], "2026-12-31");
    assert_eq!(lane["edition_in_force"], "uncertain");
    assert!(lane["says"].as_str().unwrap().contains("31 December 2026"), "{lane}");
    let soon = merzim(&["ready-by", "2026-12-21"], &case.to_string()).json()["lanes"][0].clone();
    assert_eq!(soon["not_yet_official"], Value::Null);
}

#[test]
fn ready_by_names_the_last_minute_of_each_channel_and_the_cost_of_waiting() {
    let mut case = certificate();
    case["channel"] = json!("provider_office");
    let ran = merzim(&["ready-by", "2025-02-14"], &case.to_string());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let answer = ran.json();
    let until = |place: usize| answer["lanes"][place]["file_until"].clone();
    // Back from Fri 14 Feb: 3 working days to Tue 11, 8 to Tue 4.
    assert_eq!([until(0), until(1)], ["2025-02-11T17:59", "2025-02-04T17:59"]);
    assert_eq!((&answer["needed"], &answer["tomorrow"]["later_by_days"]), (&json!("2025-02-14"), &json!(1)));
    let late = merzim(&["ready-by", "2025-02-05"], &case.to_string()).json();
    assert_eq!(
        (&late["lanes"][0]["file_until"], &late["lanes"][0]["ready_latest"]),
        (&Value::Null, &json!("2025-02-06"))
    );
    let ran = merzim(&["ready-by", "soon"], &case.to_string());
    assert_ne!(ran.status, 0);
    assert!(ran.err.contains("write a date such as 2026-11-03"), "{ran:?}");
}

#[test]
fn ics_prints_one_calendar_file_with_the_days_of_every_case() {
    let case = json!({
        "service": "tve-incomplete-certificate",
        "edition": "order-19-2023",
        "channel": "provider_office",
        "facts": {"reason": "academic_leave", "consent_personal_data": true},
        "accepted_at": "2025-02-03T10:00",
        "documents_present": ["application", "id_document"],
    });
    let mut later = case.clone();
    later["accepted_at"] = json!("2025-02-04T10:00");
    let one = merzim(&["ics", "--lang", "kk"], &case.to_string());
    assert_eq!((one.status, one.err.as_str()), (0, ""));
    assert!(one.out.starts_with("BEGIN:VCALENDAR\r\n") && one.out.ends_with("END:VCALENDAR\r\n"), "{one:?}");
    assert!(one.out.contains("SUMMARY;LANGUAGE=kk:") && one.out.contains("DTSTART;VALUE=DATE:20250206\r\n"), "{one:?}");
    let two = merzim(&["ics", "--lang", "kk"], &json!([case, later]).to_string());
    assert_eq!((two.status, two.out.matches("BEGIN:VCALENDAR").count()), (0, 1));
    assert_eq!(two.out.matches("BEGIN:VEVENT").count(), 2 * one.out.matches("BEGIN:VEVENT").count());
}

#[test]
fn ics_says_so_where_there_is_no_day_to_keep() {
    let case = json!({
        "service": "tve-incomplete-certificate",
        "edition": "order-19-2023",
        "channel": "provider_office",
        "facts": {"completed_studies": true},
        "accepted_at": "2025-02-03T10:00",
        "documents_present": ["application", "id_document"],
    });
    let ran = merzim(&["ics"], &case.to_string());
    ran.refused("no case has a day to keep");
    assert_eq!(ran.out, "");
}

#[test]
fn a_service_is_found_however_it_is_written() {
    let ran = merzim(&["find", "attestat", "ortenip", "ketti", "--lang", "kk"], "");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let first = ran.out.lines().next().unwrap();
    assert_eq!(first, "school-certificate-duplicate\tsituation\tАттестат өртеніп кетті");
    let named = merzim(&["find", "dormitory"], "");
    assert!(named.out.starts_with("tve-dormitory\t") && named.out.lines().count() == 1, "{named:?}");
    let nothing = merzim(&["find", "xylophone"], "");
    assert_eq!(
        (nothing.status, nothing.out.as_str(), nothing.err.as_str()),
        (1, "", "merzim: nothing fits xylophone\n")
    );
}
