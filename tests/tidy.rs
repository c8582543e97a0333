//! The house rules that a machine can check. The rules themselves stand in ARCHITECTURE.md and CONTRIBUTING.md.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "tidy/said.rs"]
mod said;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use merzim::content;

/// A file of ours: its path from the root, its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The lines that are not comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(place, line)| (place + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below these folders whose names end so.
fn files(folders: &[&str], ending: &str) -> Vec<File> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<File>) {
        for entry in folder.read_dir().unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.ends_with("node_modules") {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(File { path, text });
            }
        }
    }
    let mut found = Vec::new();
    folders.iter().for_each(|folder| walk(&root().join(folder), ending, &mut found));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no *{ending} in {folders:?}");
    found
}

fn rust() -> Vec<File> {
    files(&["src", "build", "tests", "benches", "fuzz/fuzz_targets"], ".rs")
}

/// Whether the word stands in the line, not as a part of a longer name.
fn names(line: &str, word: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part_of_name) && !line[at + word.len()..].starts_with(part_of_name))
}

fn none(broken: Vec<String>, rule: &str) {
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

// ------------------------------------------------------------------------------------------------ rooms

#[test]
fn every_room_has_a_job_that_its_name_tells() {
    let nameless = [
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "constants",
        "models",
        "services",
        "hooks",
        "store",
        "prelude",
    ];
    let broken = rust().into_iter().map(|file| file.path).filter(|path| {
        let mut rooms = path.trim_end_matches(".rs").split('/');
        rooms.any(|room| nameless.contains(&room))
    });
    none(broken.collect(), "name the room by its job");
}

/// Each room and those it may name, itself among them.
const MAY_NAME: [(&str, &[&str]); 13] = [
    ("src/baked.rs", &[]),
    ("src/lang.rs", &["baked", "lang"]),
    ("src/engine", &["engine", "baked", "lang"]),
    ("src/content", &["content", "engine", "baked", "lang"]),
    ("src/words", &["words", "engine", "baked", "lang"]),
    ("src/export", &["export", "words", "engine", "baked", "lang"]),
    ("src/find", &["find", "lang"]),
    ("src/ui", &["ui", "export", "words", "content", "engine", "baked", "lang"]),
    ("src/main.rs", &["ui"]),
    ("src/whole.rs", &["ui"]),
    ("src/leaflets.rs", &["ui"]),
    ("src/search.rs", &["find", "lang"]),
    ("src/bin", &["find", "export", "words", "content", "engine", "baked", "lang"]),
];

/// The rooms that a file's code names after `crate::` or `merzim::`, alone or in braces.
fn rooms_named(file: &File) -> BTreeSet<String> {
    let code: String = file.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    let after = |root: &'static str| code.split(root).skip(1);
    for rest in after("crate::").chain(after("merzim::")) {
        if let Some(braced) = rest.strip_prefix('{') {
            let mut depth = 0;
            let inner = braced.chars().take_while(|letter| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                0 <= depth
            });
            let names = inner.collect::<String>();
            let mut depth = 0;
            let parts = names.split(|letter: char| {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                letter == ',' && depth == 0
            });
            found.extend(parts.filter_map(|part| first_name(part.trim())));
        } else {
            found.extend(first_name(rest));
        }
    }
    found
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[test]
fn no_room_names_one_to_its_left() {
    let mut broken = Vec::new();
    for file in files(&["src"], ".rs") {
        let Some((_, may)) = MAY_NAME.iter().find(|(room, _)| file.is_in(room)) else {
            assert_eq!(file.path, "src/lib.rs", "give the room a row in MAY_NAME");
            continue;
        };
        let wrong = rooms_named(&file).into_iter().filter(|room| !may.contains(&room.as_str()));
        broken.extend(wrong.map(|room| format!("{} names {room}", file.path)));
    }
    none(broken, "dependencies point from ui to engine, never back");
}

#[test]
fn only_the_page_knows_of_a_browser() {
    let mut broken = Vec::new();
    for file in files(&["src"], ".rs") {
        if file.is_in("src/ui") || ["src/main.rs", "src/whole.rs", "src/search.rs"].contains(&file.path.as_str()) {
            continue;
        }
        for (number, line) in file.code() {
            let crates = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
            broken.extend(
                crates.iter().filter(|name| names(line, name)).map(|name| format!("{}:{number}: {name}", file.path)),
            );
        }
    }
    none(broken, "a browser is named only in src/ui and in the three programs");
}

/// Who may look at a clock, and what for.
const CLOCKS: [(&str, &str); 2] = [
    ("src/ui/mod.rs", "which day it is in Kazakhstan, to propose it"),
    ("src/ui/kiosk.rs", "how long nobody has touched the screen; which day it is, it does not ask"),
];

#[test]
fn only_the_page_asks_what_day_it_is() {
    let clocks = ["SystemTime", "Instant", "js_sys::Date", "Date::now", "Date::new_0", "Utc", "Local"];
    let mut broken = Vec::new();
    for file in files(&["src"], ".rs") {
        if CLOCKS.iter().any(|(path, _)| *path == file.path) {
            continue;
        }
        for (number, line) in file.code() {
            broken.extend(
                clocks
                    .iter()
                    .filter(|clock| names(line, clock))
                    .map(|clock| format!("{}:{number}: {clock}", file.path)),
            );
        }
    }
    none(broken, "a clock belongs to the rooms in CLOCKS");
    let chrono = dependencies("dependencies").into_iter().find(|(name, _)| name == "chrono").unwrap().1;
    let features = chrono.split_once("features = [").map(|(_, rest)| rest.split(']').next().unwrap().to_owned());
    assert!(chrono.contains("default-features = false"), "chrono's default features hold a clock: {chrono}");
    assert_eq!(features.as_deref(), Some("\"serde\""), "with `clock` or `now` the engine could ask what day it is");
}

/// The engine's types for which "nothing said" has one plain meaning.
const DEFAULTS: [(&str, &str); 4] = [
    ("Condition", "a rule without a condition always holds"),
    ("ListStanding", "a list is stated unless its standing says otherwise"),
    ("Documents", "a channel that is not offered asks for none"),
    ("Names", "a list begins with none"),
];

#[test]
fn the_engine_has_no_default_where_the_law_is_silent() {
    let (mut broken, mut met) = (Vec::new(), BTreeSet::new());
    for file in files(&["src/engine"], ".rs") {
        let mut derived = false;
        for (number, line) in file.code() {
            derived |= line.contains("#[derive(") && names(line, "Default");
            let item = ["pub struct ", "pub enum ", "struct ", "enum "].iter().find_map(|kind| line.strip_prefix(kind));
            if let Some(name) = item.and_then(first_name) {
                let allowed = DEFAULTS.iter().any(|(allowed, _)| *allowed == name);
                broken.extend((derived && !allowed).then(|| format!("{}:{number}: {name}", file.path)));
                met.extend(derived.then_some(name));
                derived = false;
            }
            if line.contains("impl Default") || line.contains("unwrap_or_default") {
                broken.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none(broken, "say it, or let the verdict say `unknown`");
    assert_eq!(met, DEFAULTS.map(|(name, _)| name.to_owned()).into(), "DEFAULTS names a type that needs no leave");
}

// ------------------------------------------------------------------------------------------------ words

#[test]
fn text_for_people_stands_in_words_and_in_the_catalogue() {
    let mut broken = Vec::new();
    for file in files(&["src", "benches"], ".rs") {
        // Letters are no text.
        if file.is_in("src/words") || ["src/lang.rs", "src/find/letters.rs"].contains(&file.path.as_str()) {
            continue;
        }
        for (number, line) in file.code() {
            // The app's own name is no sentence.
            let line = line.replace("Мерзім", "");
            if line.chars().any(|letter| ('\u{0400}'..='\u{04ff}').contains(&letter)) {
                broken.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none(broken, "move the text to src/words or the catalogue");
}

// ------------------------------------------------------------------------------------------------ size and leftovers

const LONG_FILE: usize = 450;
const LONG_FUNCTION: usize = 60;

/// What may be longer, and why.
const MAY_BE_LONG: [(&str, &str); 2] = [
    ("tests/cli.rs", "the contract of the command line, one short test per sentence"),
    ("tests/content/seeds.rs all", "a table of faults, a row each"),
];

#[test]
fn files_and_functions_are_short() {
    let (mut broken, mut met) = (Vec::new(), BTreeSet::new());
    let mut judge = |name: String, length: usize, limit: usize| {
        if length <= limit {
            return;
        }
        match MAY_BE_LONG.iter().find(|(allowed, _)| *allowed == name) {
            Some((allowed, _)) => drop(met.insert(*allowed)),
            None => broken.push(format!("{name}: {length} lines, {limit} is the limit")),
        }
    };
    for file in rust() {
        let lines: Vec<_> = file.text.lines().collect();
        judge(file.path.clone(), lines.len(), LONG_FILE);
        for (start, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let words: Vec<_> = line
                .trim_start()
                .split(' ')
                .take_while(|word| !word.contains('(') || word.starts_with("pub("))
                .collect();
            let Some(name) =
                line.split_once("fn ").filter(|_| words.contains(&"fn") || line.trim_start().starts_with("fn "))
            else {
                continue;
            };
            let end = format!("{}}}", " ".repeat(indent));
            let body = lines[start..].iter().position(|line| **line == end).unwrap_or(0);
            judge(format!("{} {}", file.path, first_name(name.1).unwrap_or_default()), body + 1, LONG_FUNCTION);
        }
    }
    none(broken, "split it, or give it a row with its reason in MAY_BE_LONG");
    assert_eq!(met, MAY_BE_LONG.map(|(name, _)| name).into(), "MAY_BE_LONG names what is not long");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("dbg", "!"),
        concat!("unimple", "mented!"),
    ];
    let mut broken = Vec::new();
    for file in rust() {
        for (place, line) in file.text.lines().enumerate() {
            broken.extend(
                marks
                    .iter()
                    .filter(|mark| line.contains(**mark))
                    .map(|mark| format!("{}:{}: {mark}", file.path, place + 1)),
            );
        }
    }
    none(broken, "do it, or write it down outside the code");
}

// ------------------------------------------------------------------------------------------------ data

#[test]
fn json_files_are_written_alike() {
    let mut broken = Vec::new();
    for file in files(&["static", "src", "tests"], ".json") {
        let mut fault = |what: &str| broken.push(format!("{}: {what}", file.path));
        if file.text.starts_with('\u{feff}') {
            fault("it begins with a byte order mark");
        }
        if !file.text.ends_with('\n') || file.text.ends_with("\n\n") {
            fault("it must end with one line break");
        }
        if let Err(error) = serde_json::from_str::<serde_json::Value>(&file.text) {
            fault(&error.to_string());
        }
        for (place, line) in file.text.lines().enumerate() {
            let indent = line.len() - line.trim_start_matches(' ').len();
            if indent % 2 == 1 || line.contains('\t') || line.trim_end() != line {
                fault(&format!("line {}: indent by two spaces, end without space", place + 1));
            }
        }
    }
    none(broken, "write JSON as its neighbours do");
}

#[test]
fn every_file_of_cases_is_named_after_a_service_and_every_service_has_one() {
    let services: BTreeSet<_> = content::shipped().catalogue.services.iter().map(|s| s.id.to_string()).collect();
    let name = |file: File| file.path.trim_start_matches("tests/cases/").trim_end_matches(".json").to_owned();
    assert_eq!(files(&["tests/cases"], ".json").into_iter().map(name).collect::<BTreeSet<_>>(), services);
}

#[test]
fn every_catalogue_file_is_shipped_and_every_service_file_is_in_the_index() {
    for file in files(&["static/catalogue"], ".json") {
        let name = file.path.trim_start_matches("static/catalogue/");
        assert_eq!(content::read_shipped(name).as_deref(), Ok(file.text.as_str()), "embed {name} in src/content.rs");
        if let Some(service) = name.strip_prefix("services/") {
            let id = service.trim_end_matches(".json");
            let index = &content::shipped().catalogue.index;
            assert!(index.iter().any(|entry| entry.id == id), "{id} is not in index.json");
        }
    }
}

// ------------------------------------------------------------------------------------------------ dependencies

/// The dependencies of every section of Cargo.toml whose name ends so, each with what is written of it.
fn dependencies(kind: &str) -> Vec<(String, String)> {
    let manifest = read("Cargo.toml");
    let mut found = Vec::new();
    for section in manifest.split("\n[").skip(1) {
        let Some((header, body)) = section.split_once("]\n") else { continue };
        if let Some((list, name)) = header.rsplit_once('.')
            && list.rsplit('.').next() == Some(kind)
        {
            found.push((name.to_owned(), body.to_owned()));
        } else if header.rsplit('.').next() == Some(kind) {
            let rows = body.lines().filter_map(|line| line.split_once(" = "));
            found.extend(rows.map(|(name, version)| (name.to_owned(), version.to_owned())));
        }
    }
    assert!(!found.is_empty(), "Cargo.toml has no [{kind}]");
    found
}

#[test]
fn every_dependency_has_a_row_with_its_cost_in_the_decisions() {
    let decisions = read("DECISIONS.md");
    let rows: Vec<_> = decisions.lines().filter(|line| line.starts_with('|')).collect();
    let crates = dependencies("dependencies").into_iter().chain(dependencies("dev-dependencies"));
    let broken = crates.map(|(name, _)| name).filter(|name| {
        let in_table = |row: &&str| {
            row.split('|').nth(1).is_some_and(|cell| names(&cell.replace('-', "_"), &name.replace('-', "_")))
        };
        !rows.iter().any(in_table)
    });
    none(
        broken.collect(),
        "give the crate a row in the table of dependencies in DECISIONS.md, with its compressed bytes",
    );
}

#[test]
fn the_lock_file_is_committed() {
    assert!(read("Cargo.lock").contains("name = \"merzim\""));
    assert!(!read(".gitignore").lines().any(|line| line.contains("Cargo.lock")), "Cargo.lock must be committed");
}
