//! Writes what the search looks through as one table for `src/find/mod.rs`: the words of `src/find/words.json`, and from
//! the facts the titles of the services and the names of the documents that each asks for.

use std::collections::BTreeSet;
use std::error::Error;

use serde::Deserialize;

use crate::engine::catalogue::{Catalogue, Demand, PublicService};
use crate::lang::{Lang, Text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// The sentence that names a document, at `{name}`.
    document: Text,
    /// Words that say nothing of what is looked for.
    idle: Text,
    /// What people call a document.
    documents: Vec<Also>,
    /// In the order of the index.
    services: Vec<ServiceWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Also {
    id: String,
    also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceWords {
    id: String,
    /// What people call the service.
    also: Vec<String>,
    situations: Vec<Situation>,
}

/// What has happened to somebody who needs the service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    kk: String,
    ru: String,
    en: String,
    /// What else people say.
    also: Vec<String>,
}

/// The table; a service without words, or words without a service or a document, are a fault.
pub fn table(words: &str, catalogue: &Catalogue) -> Result<String, Box<dyn Error>> {
    let words: Words = serde_json::from_str(words)?;
    let ids: Vec<_> = catalogue.index.iter().map(|entry| entry.id.as_str()).collect();
    if !words.services.iter().map(|service| service.id.as_str()).eq(ids.iter().copied()) {
        return Err(format!("its services must be those of index.json, in that order: {}", ids.join(", ")).into());
    }
    let is_known = |also: &&Also| catalogue.vocabulary.evidence.iter().any(|evidence| evidence.id == also.id);
    if let Some(also) = words.documents.iter().find(|also| !is_known(also)) {
        return Err(format!("`{}` is no document of vocabulary.json", also.id).into());
    }
    let mut lines = vec![in_three(&words.document).join("\t"), in_three(&words.idle).join(" ")];
    for (entry, service) in catalogue.index.iter().zip(&words.services) {
        lines.push(service.id.clone());
        // Of phrases that fit alike the first is taken: what has happened tells most.
        for Situation { kk, ru, en, also } in &service.situations {
            lines.push(line("s", [kk, ru, en], also));
        }
        lines.push(line("t", in_three(&entry.title), &service.also));
        let Some(service) = catalogue.service(&service.id) else { continue };
        for evidence in catalogue.vocabulary.evidence.iter().filter(|evidence| asks_for(service, &evidence.id)) {
            let also = words.documents.iter().find(|also| evidence.id == also.id);
            lines.push(line("d", in_three(&evidence.name), also.map_or(&[], |also| &also.also)));
        }
    }
    match lines.iter().find(|line| line.contains('\n')) {
        Some(line) => Err(format!("write each text on one line: {line}").into()),
        None => Ok(lines.join("\n")),
    }
}

fn in_three(text: &Text) -> [&'static str; 3] {
    Lang::ALL.map(|lang| text.get(lang))
}

fn line(kind: &str, said: [&str; 3], also: &[String]) -> String {
    let said = said.into_iter().chain(also.iter().map(String::as_str));
    [kind].into_iter().chain(said).collect::<Vec<_>>().join("\t")
}

/// Whether an edition of the service asks for the document at some channel.
fn asks_for(service: &PublicService, document: &str) -> bool {
    let channels = service.editions.iter().flat_map(|edition| &edition.channels);
    let mut rules = channels.flat_map(|channel| &channel.evidence.rules);
    rules.any(|rule| rule.evidence == *document && rule.demand != Demand::NotDemanded)
}
