//! The zone of the machine changes nothing: the command line gives the same bytes in each, from one end of the day to the
//! other. `make zones` runs every test under them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// UTC−5 or −4 with summer time, UTC, Kazakhstan's own, UTC+14; and the same as rules, for a machine without the tables
/// of zones, which would take each name for UTC.
const ZONES: [&str; 8] = [
    "America/New_York",
    "UTC",
    "Asia/Almaty",
    "Pacific/Kiritimati",
    "EST5EDT,M3.2.0,M11.1.0",
    "UTC0",
    "<+05>-5",
    "<+14>-14",
];

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// What a call gives in a zone.
fn told(zone: &str, arguments: &[&str], files: &[PathBuf]) -> Vec<u8> {
    let ran = Command::new(env!("CARGO_BIN_EXE_merzim")).args(arguments).args(files).env("TZ", zone).output().unwrap();
    assert!(ran.status.success() && ran.stderr.is_empty(), "{zone}: {ran:?}");
    ran.stdout
}

#[test]
fn every_worked_case_gets_the_same_bytes_in_every_zone() {
    let cases = cases();
    for arguments in [
        &["assess", "--lang", "kk"][..],
        &["assess", "--lang", "ru"],
        &["assess", "--known-on", "2024-02-29"],
        &["calendar", "2024", "--json"],
        &["check"],
    ] {
        let files = if arguments.first() == Some(&"assess") { &cases[..] } else { &[] };
        let answers = ZONES.map(|zone| told(zone, arguments, files));
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{arguments:?} differs from zone to zone");
        assert!(8 < answers[0].len());
    }
    let written: usize =
        cases.iter().map(|file| fs::read_to_string(file).unwrap().matches("\"accepted_at\"").count()).sum();
    let answered = String::from_utf8(told("UTC", &["assess"], &cases)).unwrap().matches("\"headline\"").count();
    assert!(written <= answered && 70 <= written, "{answered} answers to {written} cases");
}
