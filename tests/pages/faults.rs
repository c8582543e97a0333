//! The faults that no page may have, whatever it says.

use std::collections::BTreeSet;

use merzim::content;
use merzim::lang::Lang;
use merzim::ui::state::State;

use crate::markup::{Element, elements, texts};

/// Panics with the address and every fault of the page.
pub fn assert_none(address: &str, lang: Lang, html: &str) {
    let mut faults = faults(lang, html);
    faults.extend(links(&elements(html)));
    assert!(faults.is_empty(), "{address}\n{}", faults.join("\n"));
}

/// Every fault of a page, wherever its links lead.
pub fn faults(lang: Lang, html: &str) -> Vec<String> {
    let elements = elements(html);
    let mut faults = structure(&elements);
    faults.extend(names(&elements));
    faults.extend(fields(&elements));
    faults.extend(languages(html, lang));
    faults
}

/// One heading of the first rank, none skipped; ids used once; every reference to an id finds it.
fn structure(elements: &[Element]) -> Vec<String> {
    let mut faults = Vec::new();
    let count = |name: &str| elements.iter().filter(|element| element.name == name).count();
    for name in ["h1", "main"] {
        faults.extend((count(name) != 1).then(|| format!("{} of <{name}>", count(name))));
    }
    let mut before = 0;
    for rank in elements.iter().filter_map(|element| element.name.strip_prefix('h')?.parse::<u8>().ok()) {
        faults.extend((before + 1 < rank).then(|| format!("<h{rank}> follows <h{before}>")));
        before = rank;
    }
    let mut ids = BTreeSet::new();
    for id in elements.iter().filter_map(|element| element.get("id")) {
        faults.extend((!ids.insert(id)).then(|| format!("id {id} comes twice")));
    }
    for element in elements {
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            let named = element.get(attribute).into_iter().flat_map(str::split_whitespace);
            faults.extend(named.filter(|id| !ids.contains(id)).map(|id| format!("{attribute} names no element: {id}")));
        }
    }
    faults
}

/// What must not be empty, and what must not be inside one another.
fn names(elements: &[Element]) -> Vec<String> {
    const SPEAKING: [&str; 14] =
        ["a", "button", "h1", "h2", "h3", "li", "label", "legend", "summary", "time", "dt", "dd", "strong", "small"];
    const TOUCHED: [&str; 4] = ["a", "button", "summary", "label"];
    let mut faults = Vec::new();
    for element in elements {
        let Element { name, text, within, .. } = element;
        if SPEAKING.contains(&name.as_str()) && text.trim().is_empty() {
            faults.push(format!("<{name}> is empty: {:?}", element.attributes));
        }
        if ["a", "button"].contains(&name.as_str()) && within.iter().any(|outer| TOUCHED.contains(&outer.as_str())) {
            faults.push(format!("<{name}> stands inside another that can be touched: {text}"));
        }
        if ["ul", "ol"].contains(&name.as_str()) && text.trim().is_empty() {
            faults.push(format!("an empty list: {:?}", element.attributes));
        }
    }
    faults
}

/// Every field has a label, every group of radio buttons a legend.
fn fields(elements: &[Element]) -> Vec<String> {
    let labelled: BTreeSet<_> = elements.iter().filter_map(|element| element.get("for")).collect();
    let mut faults = Vec::new();
    for field in elements.iter().filter(|element| ["input", "select", "textarea"].contains(&element.name.as_str())) {
        let is_named = field.get("aria-label").is_some_and(|label| !label.is_empty())
            || field.get("id").is_some_and(|id| labelled.contains(id))
            || field.within.iter().any(|outer| outer == "label");
        faults.extend((!is_named).then(|| format!("a field without label: {:?}", field.attributes)));
        let is_grouped = field.get("type") != Some("radio") || field.within.iter().any(|outer| outer == "fieldset");
        faults.extend((!is_grouped).then(|| format!("a radio button without group: {:?}", field.attributes)));
    }
    let groups = elements.iter().filter(|element| element.name == "fieldset").count();
    let legends = elements.iter().filter(|element| element.name == "legend").count();
    faults.extend((groups != legends).then(|| format!("{groups} groups, {legends} legends")));
    faults
}

/// Every link leads somewhere: to a page whose address is written the way the app writes it, to a place on the page, to
/// an act, to a telephone.
fn links(elements: &[Element]) -> Vec<String> {
    let ids: BTreeSet<_> = elements.iter().filter_map(|element| element.get("id")).collect();
    let is_good = |href: &str| {
        if href.starts_with("#/") {
            State::from_fragment(href, content::shipped().catalogue).to_fragment() == href
        } else if let Some(id) = href.strip_prefix('#') {
            ids.contains(id)
        } else {
            ["https://", "tel:", "mailto:"].iter().any(|start| href.starts_with(start))
        }
    };
    let links = elements.iter().filter(|element| element.name == "a");
    let hrefs = links.map(|link| link.get("href").unwrap_or("no href"));
    hrefs.filter(|href| !is_good(href)).map(|href| format!("a link to nowhere: {href}")).collect()
}

/// No text in another language than the page says it is in; nothing of the program's own.
fn languages(html: &str, lang: Lang) -> Vec<String> {
    let mut faults = Vec::new();
    for (said, text) in texts(html, lang.code()) {
        if text.contains(['{', '}'])
            || ["Some(", "Known(", "null", "undefined", "NaN"].iter().any(|word| text.contains(word))
        {
            faults.push(format!("of the program, not of the page: {text}"));
        }
        let is_foreign = match said.as_str() {
            "kk" => words(&text).any(|word| RUSSIAN.contains(&word) || ENGLISH.contains(&word)),
            "ru" => words(&text).any(|word| is_kazakh(word) || ENGLISH.contains(&word)),
            "en" => text.chars().any(is_cyrillic),
            other => panic!("lang={other}"),
        };
        faults.extend(is_foreign.then(|| format!("not in {said}: {text}")));
    }
    faults
}

/// Short words of Russian that no Kazakh sentence has.
const RUSSIAN: [&str; 12] = ["и", "или", "для", "при", "что", "это", "если", "по", "от", "вы", "день", "документы"];

/// Short words of English that stand in every text of some length.
const ENGLISH: [&str; 12] = ["the", "of", "and", "to", "is", "you", "for", "or", "not", "with", "day", "days"];

/// The words of a text; what holds a digit or belongs to an address is none.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_plain = |word: &&str| !word.contains(|letter: char| letter.is_ascii_digit() || "@/_".contains(letter));
    let plain = text.split_whitespace().filter(is_plain);
    plain.flat_map(|word| word.split(|letter: char| !letter.is_alphabetic())).filter(|word| !word.is_empty())
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{0400}'..='\u{04ff}').contains(&letter)
}

/// Whether it is a word of Kazakh and no name: a Russian sentence names places and people in their own letters.
fn is_kazakh(word: &str) -> bool {
    word.chars().all(char::is_lowercase) && word.contains(|letter| "әғқңөұүһі".contains(letter))
}
