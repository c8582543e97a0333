//! The pictures of an answer: the count as month grids, and the days of a case as a line of time.
//!
//! The pages are read as html. Grids expected sign by sign were worked out by hand from the acts; every other worked case
//! is held against its own proof, and against weekdays and months reckoned here, without any calendar library.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "pictures/grids.rs"]
mod grids;
#[path = "pages/markup.rs"]
#[allow(dead_code, reason = "the tests of the pages read more")]
mod markup;
#[path = "pictures/read.rs"]
mod read;
#[path = "pictures/timeline.rs"]
mod timeline;

use std::path::Path;
use std::sync::LazyLock;

use merzim::content;
use merzim::engine::assess;
use merzim::engine::case::WrittenCase;
use merzim::engine::verdict::{Acceptance, Deadline, Verdict};
use merzim::lang::Lang;
use merzim::ui::typed::read_filing;
use merzim::ui::whole::WHOLE;
use merzim::ui::{App, AppProps};
use serde_json::Value;
use tokio::task::LocalSet;

/// What the whole program shows at this address at this moment.
async fn rendered(now: &str, address: &str) -> String {
    let props = AppProps { address: address.to_owned(), now: read_filing(now).unwrap(), whole: Some(&WHOLE) };
    yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// Waits for a page or several.
fn look<T>(pages: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    LocalSet::new().block_on(&runtime, pages)
}

/// A worked case: its id, a language in turn, its page in that language on 23 November 2026, its verdict.
struct Worked {
    id: String,
    lang: Lang,
    html: String,
    verdict: Verdict<'static>,
}

/// Every worked case.
fn worked() -> impl Iterator<Item = &'static Worked> {
    static WORKED: LazyLock<Vec<Worked>> = LazyLock::new(|| look(read_cases()));
    WORKED.iter()
}

async fn read_cases() -> Vec<Worked> {
    let content = content::shipped();
    let mut worked = Vec::new();
    for service in &content.catalogue.services {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{}.json", service.id));
        for case in serde_json::from_str::<Vec<Value>>(&std::fs::read_to_string(path).unwrap()).unwrap() {
            let written: WrittenCase = serde_json::from_value(case.clone()).unwrap();
            let read = written.read(content.catalogue).unwrap();
            let verdict = assess(content.catalogue, &content.calendar, &read);
            // A region that the page does not offer is to it a region not told.
            if case["edition"].is_null() || verdict.edition.is_some() {
                let lang = Lang::ALL[worked.len() % 3];
                let html = rendered("2026-11-23T10:00", &address(&case, lang)).await;
                worked.push(Worked { id: case["id"].as_str().unwrap().to_owned(), lang, html, verdict });
            }
        }
    }
    worked
}

fn address(case: &Value, lang: Lang) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let held: Vec<_> = case["documents_present"].as_array().unwrap().iter().map(text).collect();
    let mut told = vec![format!("at={}", text(&case["accepted_at"])), format!("docs={}", held.join(","))];
    for key in ["channel", "edition", "known_on"] {
        told.extend(case[key].as_str().map(|value| format!("{key}={value}")));
    }
    let facts = case["facts"].as_object().into_iter().flatten();
    told.extend(facts.map(|(fact, value)| format!("{fact}={}", text(value))));
    format!("#/applicant/{}/{}/answer?{}", lang.code(), text(&case["service"]), told.join("&"))
}

/// Whether the desk or the rules turn the person away, so that no term ever starts.
fn is_turned_away(verdict: &Verdict) -> bool {
    let closed = [Acceptance::RedirectArchive, Acceptance::RefuseOutsideWindow, Acceptance::RefuseDeadlinePassed];
    verdict.eligible.is_false() || verdict.acceptance.is_some_and(|acceptance| closed.contains(&acceptance))
}

/// The term that runs, if one does.
fn running<'v>(verdict: &'v Verdict<'static>) -> Option<&'v Deadline<'static>> {
    verdict.deadline.as_ref().filter(|_| !is_turned_away(verdict))
}
