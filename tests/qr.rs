//! The QR codes of the pages, read back by a decoder that is not ours.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "qr/decode.rs"]
mod decode;

use std::path::Path;

use decode::{attribute, read};
use merzim::lang::Lang;
use merzim::ui::typed::read_filing;
use merzim::ui::whole::WHOLE;
use merzim::ui::{App, AppProps};
use serde_json::Value;
use tokio::task::LocalSet;

/// Where the app may lie: the longer, the finer the code.
const SITE: &str = "https://merzim.example.kz/apps/education/merzim/";

async fn rendered(address: String) -> String {
    let now = read_filing("2026-11-23T10:00").unwrap();
    let props = AppProps { address, now, whole: Some(&WHOLE) };
    yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// The fragments, after the language, of the answers to the worked cases.
fn answers() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = folder.read_dir().unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let cases = files.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).unwrap());
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let answer = |case: Value| {
        let documents = case["documents_present"].as_array().into_iter().flatten().map(text).collect::<Vec<_>>();
        let facts = case["facts"].as_object().into_iter().flatten().map(|(fact, value)| (fact.clone(), text(value)));
        let mut told: Vec<_> = facts.collect();
        told.push(("docs".to_owned(), documents.join(",")));
        let own = [("accepted_at", "at"), ("channel", "channel"), ("edition", "edition"), ("known_on", "known_on")];
        told.extend(own.iter().filter_map(|(key, name)| Some(((*name).to_owned(), case[*key].as_str()?.to_owned()))));
        let told: Vec<_> = told.iter().map(|(key, value)| format!("{key}={value}")).collect();
        format!("/{}/answer?{}", case["service"].as_str().unwrap(), told.join("&"))
    };
    cases.map(answer).collect()
}

/// Every code on a page of the whole program: its name, and what it says.
fn codes(html: &str) -> Vec<(String, String)> {
    let pieces = html.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap());
    let pieces = pieces.filter(|svg| attribute(svg, "class").split(' ').any(|class| class == "app-qr"));
    pieces.map(|svg| (attribute(svg, "aria-label").to_owned(), read(svg))).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn the_code_of_every_worked_case_leads_back_to_its_answer() {
    let look = async {
        let answers = answers();
        assert!(300 < answers.len());
        for (place, answer) in answers.iter().enumerate() {
            let lang = Lang::ALL[place % 3].code();
            let html = rendered(format!("{SITE}?whole#/applicant/{lang}{answer}")).await;
            let field = html.split('<').find(|tag| tag.contains("id=\"link\"")).unwrap();
            let link = attribute(field, "value").replace("&amp;", "&");
            let codes = codes(&html);
            assert!(!codes.is_empty(), "no code on {answer}");
            for (name, text) in codes {
                assert!(!name.is_empty());
                assert_eq!(text, link);
                assert!(text.starts_with(&format!("{SITE}#/applicant/{lang}/")), "without ?whole: {text}");
            }
        }
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_link_too_long_for_a_camera_is_told_and_not_drawn() {
    let look = async {
        let answer = "/tve-incomplete-certificate/answer?at=2025-02-03T10:00&channel=provider_office&docs=application";
        for (letters, is_drawn) in [(900, true), (1300, false)] {
            let site = format!("https://example.kz/{}/", "m".repeat(letters));
            let html = rendered(format!("{site}#/applicant/en{answer}")).await;
            assert_eq!(!codes(&html).is_empty(), is_drawn, "{letters}");
            assert_eq!(html.contains("too long for a QR code"), !is_drawn, "{letters}");
        }
    };
    LocalSet::new().run_until(look).await;
}
