//! Dates and counted nouns against tables that `tests/words/golden.py` writes from the rules of the three grammars.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;

use super::{dates, phrases};
use crate::engine::catalogue::{StepDuration, StepUnit};
use crate::lang::Lang;

/// A table: how its cells are used, and its rows with the names of their columns.
struct Table {
    uses: Vec<(Lang, String, String)>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(name)
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t').map(str::to_owned).collect()
}

fn table(name: &str) -> Table {
    let text = std::fs::read_to_string(file(name)).unwrap();
    let uses = text.lines().filter_map(|line| line.strip_prefix("# ")).map(|line| match cells(line).as_slice() {
        [lang, of, template] => (Lang::from_code(lang).unwrap(), of.clone(), template.clone()),
        _ => panic!("{line}"),
    });
    let mut rows = text.lines().filter(|line| !line.starts_with('#')).map(cells);
    let columns = rows.next().unwrap();
    Table { uses: uses.collect(), columns, rows: rows.collect() }
}

impl Table {
    /// Calls `check` with each language, use, first cell and what the table says; and tells how often.
    fn each(&self, mut check: impl FnMut(Lang, &str, &str, &str)) -> usize {
        for row in &self.rows {
            assert_eq!(row.len(), self.columns.len(), "{row:?}");
            for (lang, of, template) in &self.uses {
                let cells = self.columns.iter().zip(row);
                let said =
                    cells.fold(template.clone(), |said, (column, cell)| said.replace(&format!("{{{column}}}"), cell));
                assert!(!said.contains('{'), "{said}");
                check(*lang, of, row.first().unwrap(), &said);
            }
        }
        self.rows.len() * self.uses.len()
    }
}

#[test]
fn every_day_of_a_leap_year_is_written_in_every_case_of_three_languages() {
    let table = table("dates.tsv");
    assert_eq!(table.rows.len(), 366);
    let checked = table.each(|lang, of, day, said| {
        let day: NaiveDate = day.parse().unwrap();
        let written = match of {
            "date" => dates::date(lang, day),
            "date_weekday" => dates::date_weekday(lang, day),
            "on_weekday" => dates::on_weekday(lang, day),
            "moment" => dates::moment(lang, day.and_hms_opt(9, 5, 0).unwrap()),
            "on_moment" => dates::on_moment(lang, day.and_hms_opt(9, 5, 0).unwrap()),
            "until" => dates::until(lang, day),
            "on" => dates::on(lang, day),
            "from" => dates::from(lang, day),
            "by" => dates::by(lang, day),
            _ => panic!("{of}"),
        };
        assert_eq!(written, said, "{lang:?} {of}");
    });
    assert_eq!(checked, 366 * 9 * 3);
}

#[test]
fn every_counted_noun_agrees_with_every_number_to_120_in_three_languages() {
    let table = table("numbers.tsv");
    assert_eq!(table.rows.len(), 121);
    let checked = table.each(|lang, of, n, said| {
        let n: u16 = n.parse().unwrap();
        match (of.strip_prefix("has_"), of.strip_prefix("range_")) {
            (Some(sentence), _) => has(&counted(lang, sentence, n), said),
            (_, Some(_)) if n == 0 => {}
            (_, Some(unit)) => assert_eq!(duration(lang, unit, 0, n), said, "{lang:?} {of}"),
            _ if of == "within_working_days" => assert_eq!(dates::within_working_days(lang, n), said, "{lang:?}"),
            _ => assert_eq!(duration(lang, of, n, n), said, "{lang:?} {of}"),
        }
    });
    assert_eq!(checked, 121 * (6 + 6 + 1 + 5) * 3);
}

fn duration(lang: Lang, unit: &str, at_least: u16, at_most: u16) -> String {
    let unit = match unit {
        "working_days" => StepUnit::WorkingDays,
        "calendar_days" => StepUnit::CalendarDays,
        "weeks" => StepUnit::Weeks,
        "months" => StepUnit::Months,
        "minutes" => StepUnit::Minutes,
        "hours" => StepUnit::Hours,
        _ => panic!("{unit}"),
    };
    dates::duration(lang, &StepDuration { at_least, at_most, unit })
}

fn counted(lang: Lang, sentence: &str, n: u16) -> String {
    let phrases = phrases::of(lang);
    let counted = match sentence {
        "missing" => &phrases.missing,
        "expired" => &phrases.expired,
        "race_ahead" => &phrases.race_ahead,
        "visits" => &phrases.visits,
        "visits_to_file" => &phrases.visits_to_file,
        _ => panic!("{sentence}"),
    };
    dates::count(lang, counted, n.into())
}

/// The words stand in the sentence as whole words.
fn has(sentence: &str, words: &str) {
    let is_whole = |(at, _): (usize, &str)| {
        let (before, after) = sentence.split_at(at);
        let after = after.split_at(words.len()).1;
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    assert!(sentence.match_indices(words).any(is_whole), "{words:?} is not in {sentence:?}");
}

#[test]
fn the_tables_are_as_their_rules_write_them() {
    // Without Python the tables are still compared, only not written anew.
    if let Ok(done) = Command::new("python3").arg(file("golden.py")).arg("--check").output() {
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}
