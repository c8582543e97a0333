//! The only reader of `static/catalogue/`: embeds the facts, parses them and checks them.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::engine::calendar::{Calendar, CalendarFacts};
use crate::engine::catalogue::{Catalogue, IndexEntry, PublicService};

#[cfg(not(target_arch = "wasm32"))]
pub mod check;

/// The shipped files, embedded: name below `static/catalogue/`, text.
macro_rules! shipped {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../static/catalogue/", $name)))),+] };
}

const SHIPPED: &[(&str, &str)] = shipped![
    "calendar.json",
    "index.json",
    "acts.json",
    "vocabulary.json",
    "notices.json",
    "services/tve-admission.json",
    "services/tve-dormitory.json",
    "services/tve-diploma-duplicate.json",
    "services/tve-transfer-reinstatement.json",
    "services/tve-incomplete-certificate.json",
    "services/he-diploma-duplicate.json",
    "services/school-certificate-duplicate.json",
];

/// Something wrong in a catalogue: the file, the path within it, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    pub path: String,
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.path, self.message)
    }
}

/// The facts: the services and the working calendar.
#[derive(Debug)]
pub struct Content {
    pub catalogue: Catalogue,
    pub calendar: Calendar,
    /// A short hash of every file: two copies with the same hash give the same answers.
    pub version: String,
}

/// The shipped facts, parsed once; the faults if they do not parse.
pub fn shipped() -> Result<&'static Content, &'static [Fault]> {
    static CONTENT: OnceLock<Result<Content, Vec<Fault>>> = OnceLock::new();
    CONTENT.get_or_init(|| load(&read_shipped)).as_ref().map_err(Vec::as_slice)
}

/// The text of a shipped file.
pub fn read_shipped(name: &str) -> Result<String, String> {
    let file = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
    file.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "is not among the shipped files".to_owned())
}

/// Loads the facts whose files `read` gives. Unknown fields are faults.
pub fn load(read: &dyn Fn(&str) -> Result<String, String>) -> Result<Content, Vec<Fault>> {
    let mut faults = Vec::new();
    let calendar: Option<CalendarFacts> = take(read, "calendar.json", &mut faults);
    match (parse(read), calendar) {
        (Ok(catalogue), Some(calendar)) => {
            let version = version(&catalogue, read);
            Ok(Content { catalogue, calendar: Calendar::from_facts(&calendar), version })
        }
        (Ok(_), None) => Err(faults),
        (Err(more), _) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

/// FNV-1a over every file in the order of the index, as eight hexadecimal digits.
fn version(catalogue: &Catalogue, read: &dyn Fn(&str) -> Result<String, String>) -> String {
    let shared = ["calendar.json", "index.json", "acts.json", "vocabulary.json", "notices.json"].map(str::to_owned);
    let services = catalogue.index.iter().map(|entry| format!("services/{}.json", entry.id));
    let texts = shared.into_iter().chain(services).filter_map(|file| read(&file).ok());
    let hash = texts.fold(0x811c_9dc5_u32, |hash, text| {
        text.bytes().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    });
    format!("{hash:08x}")
}

/// Parses the services and what they share.
fn parse(read: &dyn Fn(&str) -> Result<String, String>) -> Result<Catalogue, Vec<Fault>> {
    let mut faults = Vec::new();
    let acts = take(read, "acts.json", &mut faults);
    let vocabulary = take(read, "vocabulary.json", &mut faults);
    let notices = take(read, "notices.json", &mut faults);
    let index: Option<Vec<IndexEntry>> = take(read, "index.json", &mut faults);
    let mut services = Vec::new();
    for entry in index.iter().flatten() {
        services.extend(take::<PublicService>(read, &format!("services/{}.json", entry.id), &mut faults));
    }
    match (acts, vocabulary, notices, index, faults.is_empty()) {
        (Some(acts), Some(vocabulary), Some(notices), Some(index), true) => {
            Ok(Catalogue { acts, vocabulary, notices, index: index.into(), services: services.into() })
        }
        _ => Err(faults),
    }
}

/// Reads and parses one file; what is wrong goes to `faults`.
fn take<T: DeserializeOwned>(
    read: &dyn Fn(&str) -> Result<String, String>,
    file: &str,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let fault = |path: String, message: String| Fault { file: file.to_owned(), path, message };
    match read(file) {
        Err(message) => faults.push(fault("(file)".to_owned(), message)),
        Ok(text) => match from_text(&text) {
            Ok(value) => return Some(value),
            Err((path, message)) => faults.push(fault(path, message)),
        },
    }
    None
}

/// In the app a fault of the shipped facts cannot happen (the tests parse them), so it is told without its path there:
/// the path tracker would cost every visitor its bytes.
#[cfg(target_arch = "wasm32")]
fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    serde_json::from_str(text).map_err(|error| (String::new(), error.to_string()))
}

#[cfg(not(target_arch = "wasm32"))]
fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| (error.path().to_string(), error.inner().to_string()))?;
    reader.end().map_err(|error| ("(end)".to_owned(), error.to_string()))?;
    Ok(value)
}
