//! Reads and parses a catalogue's files. Unknown fields are faults.

use serde::de::DeserializeOwned;

use crate::engine::calendar::CalendarFacts;
use crate::engine::catalogue::{Catalogue, IndexEntry, Notice, PublicService, Vocabulary};

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

/// Gives the text of a file of the catalogue, or says why it cannot.
pub type Read<'r> = &'r dyn Fn(&str) -> Result<String, String>;

/// The files that every catalogue has, beside one for each service of its index.
pub const SHARED: [&str; 5] = ["calendar.json", "index.json", "acts.json", "vocabulary.json", "notices.json"];

/// The facts as they are parsed.
pub struct Facts {
    pub catalogue: Catalogue,
    pub calendar: CalendarFacts,
    /// A short hash of every file: two copies with the same hash give the same answers.
    pub version: String,
}

/// Parses the catalogue whose files `read` gives; every fault of every file if some are wrong.
pub fn facts(read: Read) -> Result<Facts, Vec<Fault>> {
    let mut faults = Vec::new();
    let calendar = take(read, "calendar.json", &mut faults);
    let acts = take(read, "acts.json", &mut faults);
    let mut vocabulary: Option<Vocabulary> = take(read, "vocabulary.json", &mut faults);
    let mut notices: Vec<Notice> = take(read, "notices.json", &mut faults).unwrap_or_default();
    let index: Option<Vec<IndexEntry>> = take(read, "index.json", &mut faults);
    let mut services = Vec::new();
    for entry in index.iter().flatten() {
        let file = file_of(&entry.id);
        let service: Option<PublicService> = take(read, &file, &mut faults);
        if let Some(service) = service.as_ref().filter(|service| service.id != entry.id) {
            let message = format!("the index says `{}` and the file `{}`: write one id in both", entry.id, service.id);
            faults.push(Fault { file, path: "id".to_owned(), message });
        }
        services.extend(service);
    }
    // Found by halving, however many there are.
    services.sort_by_key(|service| service.id.as_str());
    notices.sort_by_key(|notice| notice.id.as_str());
    if let Some(vocabulary) = &mut vocabulary {
        let mut facts = vocabulary.facts.to_vec();
        facts.sort_by_key(|fact| fact.id.as_str());
        vocabulary.facts = facts.into();
    }
    match (calendar, acts, vocabulary, index, faults.is_empty()) {
        (Some(calendar), Some(acts), Some(vocabulary), Some(index), true) => {
            let version = version(&index, read);
            let (notices, index, services) = (notices.into(), index.into(), services.into());
            Ok(Facts { catalogue: Catalogue { acts, vocabulary, notices, index, services }, calendar, version })
        }
        _ => Err(faults),
    }
}

/// The file of a service.
pub fn file_of(service: &str) -> String {
    format!("services/{service}.json")
}

/// The fingerprint of every file in the order of the index.
fn version(index: &[IndexEntry], read: Read) -> String {
    let files = SHARED.map(str::to_owned).into_iter().chain(index.iter().map(|entry| file_of(&entry.id)));
    fingerprint(files.filter_map(|file| read(&file).ok()))
}

/// FNV-1a over texts, as eight hexadecimal digits.
pub fn fingerprint(texts: impl Iterator<Item = String>) -> String {
    let hash = texts.fold(0x811c_9dc5_u32, |hash, text| {
        text.bytes().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    });
    format!("{hash:08x}")
}

/// Reads and parses one file; what is wrong goes to `faults`.
fn take<T: DeserializeOwned>(read: Read, file: &str, faults: &mut Vec<Fault>) -> Option<T> {
    match read(file).map_err(|message| ("(file)".to_owned(), message)).and_then(|text| from_text(&text)) {
        Ok(value) => Some(value),
        Err((path, message)) => {
            faults.push(Fault { file: file.to_owned(), path, message });
            None
        }
    }
}

fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| (error.path().to_string(), advised(error.inner().to_string())))?;
    reader.end().map_err(|error| ("(end)".to_owned(), error.to_string()))?;
    Ok(value)
}

/// The parser of dates says what is wrong but not what to write instead.
fn advised(message: String) -> String {
    let of_date = ["input ", "premature end of input", "trailing input"].iter().any(|words| message.starts_with(words));
    if of_date { format!("{message}: write a date such as 2026-11-03") } else { message }
}
