//! The pages as html, without a browser: faults that every page must be free of, and the main pages word for word in
//! `tests/pages/`. `MERZIM_BLESS=1 cargo test --test pages` writes those anew; the difference is then read.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "pages/faults.rs"]
mod faults;
#[path = "pages/markup.rs"]
mod markup;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use merzim::content;
use merzim::lang::Lang;
use merzim::ui::typed::read_filing;
use merzim::ui::whole::WHOLE;
use merzim::ui::{App, AppProps};
use merzim::words::labels::labels;
use serde_json::Value;
use tokio::task::LocalSet;

/// What the app shows at this address on 23 November 2026 at ten.
async fn rendered(address: &str) -> String {
    let now = read_filing("2026-11-23T10:00").unwrap();
    let props = AppProps { address: address.to_owned(), now, whole: Some(&WHOLE) };
    yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// The hand-worked cases of one service.
fn cases(service: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{service}.json"));
    serde_json::from_str::<Vec<Value>>(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The address, after mode and language, of the answer to a case.
fn answer_to(case: &Value) -> String {
    format!("/{}/answer?{}", case["service"].as_str().unwrap(), told_in(case))
}

/// The same case at the desk.
fn desk_of(case: &Value) -> String {
    format!("/{}?{}", case["service"].as_str().unwrap(), told_in(case))
}

fn told_in(case: &Value) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let list = |value: &Value| value.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(",");
    let mut query = vec![
        format!("at={}", text(&case["accepted_at"])),
        format!("channel={}", text(&case["channel"])),
        format!("docs={}", list(&case["documents_present"])),
    ];
    for key in ["edition", "known_on"] {
        query.extend(case[key].as_str().map(|value| format!("{key}={value}")));
    }
    query
        .extend(case["facts"].as_object().into_iter().flatten().map(|(fact, value)| format!("{fact}={}", text(value))));
    query.join("&")
}

/// The desk with every known edition and channel: the addresses after the language.
fn desks() -> Vec<String> {
    let mut pages = vec![String::new()];
    for service in &content::shipped().catalogue.services {
        for edition in &service.editions {
            for channel in &edition.channels {
                let told = format!("at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                pages.push(format!("/{}?{told}", service.id));
            }
        }
    }
    pages
}

/// Every page of every known edition's journey: the addresses after the language.
fn journeys() -> Vec<String> {
    let mut pages = vec![String::new()];
    for service in &content::shipped().catalogue.services {
        pages.push(format!("/{}/rules", service.id));
        for edition in &service.editions {
            for channel in &edition.channels {
                let told = format!("?at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                let questions = edition.questions.iter().chain(&channel.questions).map(|fact| fact.as_str());
                let steps = questions.chain(["channel", "filing", "documents", "answer", "form"]);
                pages.extend(steps.map(|step| format!("/{}/{step}{told}", service.id)));
            }
        }
    }
    pages
}

#[tokio::test(flavor = "current_thread")]
async fn no_page_of_a_journey_has_a_fault() {
    let look = async {
        for lang in Lang::ALL {
            for page in journeys() {
                let address = format!("#/applicant/{}{page}", lang.code());
                faults::assert_none(&address, lang, &rendered(&address).await);
            }
            for page in desks() {
                let address = format!("#/staff/{}{page}", lang.code());
                faults::assert_none(&address, lang, &rendered(&address).await);
            }
            let kiosk = format!("#/kiosk/{}", lang.code());
            faults::assert_none(&kiosk, lang, &rendered(&kiosk).await);
            let gallery = format!("#/gallery/{}", lang.code());
            faults::assert_none(&gallery, lang, &rendered(&gallery).await);
        }
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn the_answer_to_every_worked_case_shows_its_day_without_a_fault() {
    let look = async {
        let mut shown = 0;
        for service in &content::shipped().catalogue.services {
            for (place, case) in cases(&service.id).iter().enumerate() {
                // One language each, in turn: a fault of a language shows in many cases.
                let lang = Lang::ALL[place % 3];
                let address = format!("#/applicant/{}{}", lang.code(), answer_to(case));
                let html = rendered(&address).await;
                faults::assert_none(&address, lang, &html);
                let desk = format!("#/staff/{}{}", lang.code(), desk_of(case));
                faults::assert_none(&desk, lang, &rendered(&desk).await);
                if let Some(ready) = case["expect"]["ready_latest"].as_str() {
                    let sheets = markup::elements(&html).into_iter().filter(|element| element.is("app-sheet__day"));
                    let days: Vec<_> = sheets.filter_map(|sheet| sheet.get("datetime").map(str::to_owned)).collect();
                    assert!(days.iter().any(|day| day == ready), "{}: {ready} is not among {days:?}", case["id"]);
                    shown += 1;
                }
            }
        }
        assert!(100 < shown, "{shown} days looked for");
    };
    LocalSet::new().run_until(look).await;
}

/// Each part of the pages, by its class.
const PARTS: [&str; 26] = [
    "app-button",
    "app-button--quiet",
    "app-choice",
    "app-input",
    "app-picker__input",
    "app-checklist",
    "app-document",
    "app-answers",
    "app-tag--plain",
    "app-tag--good",
    "app-tag--care",
    "app-tag--bad",
    "app-notice",
    "app-notice--care",
    "app-errors",
    "app-error",
    "app-details",
    "app-warning",
    "app-month",
    "app-day--order",
    "app-day--off",
    "app-day--end",
    "app-legend",
    "app-timeline",
    "app-languages",
    "app-sheet__day",
];

#[tokio::test(flavor = "current_thread")]
async fn the_gallery_shows_every_part() {
    let look = async {
        let html = rendered("#/gallery/en").await;
        let classes: BTreeSet<_> = html.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let classes: BTreeSet<_> = classes.iter().flat_map(|classes| classes.split(' ')).collect();
        let missing: Vec<_> = PARTS.iter().filter(|part| !classes.contains(**part)).collect();
        assert!(missing.is_empty(), "{missing:?} of {classes:?}");
    };
    LocalSet::new().run_until(look).await;
}

/// The piece of a page from one mark to another.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).map_or(rest, |(piece, _)| piece)
}

#[tokio::test(flavor = "current_thread")]
async fn a_package_that_lacks_a_document_promises_no_day_and_claims_no_acceptance() {
    let look = async {
        for (lang, [at_once, only]) in Lang::ALL.into_iter().zip([
            ["құжаттарыңыз бірден қабылданады", "Бұл мына жағдайда ғана дұрыс"],
            ["и документы сразу принимают", "Это верно, только если"],
            ["and it is accepted at once", "This is true only if"],
        ]) {
            let told = "at=2026-11-23T10:00&channel=state_corporation&completed_studies=false&consent_personal_data=true\
                        &desk=main&docs=application&provider_in_place=false&reason=other_charter";
            let html = rendered(&format!("#/applicant/{}/tve-incomplete-certificate/answer?{told}", lang.code())).await;
            let sheet = between(&html, "<div class=\"app-paper\">", "app-never");
            assert!(!sheet.contains(labels(lang).milestones), "the sheet promises days: {sheet}");
            assert!(sheet.contains("1414"), "{sheet}");
            assert!(!html.contains(at_once), "{html}");
            let days = between(&html, "id=\"milestones\"", "</section>");
            assert_eq!(days.matches(only).count(), 1, "{days}");
            // With all its documents the same case has days and is accepted.
            let whole = told.replace("docs=application", "docs=application,id_document");
            let html =
                rendered(&format!("#/applicant/{}/tve-incomplete-certificate/answer?{whole}", lang.code())).await;
            assert!(between(&html, "<div class=\"app-paper\">", "app-never").contains(labels(lang).milestones));
            assert!(html.contains(at_once));
        }
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_by_rules_that_are_over_says_so_and_offers_no_day_after_them() {
    let look = async {
        let old = "/tve-admission/answer?at=2019-11-03T10:00&channel=provider_office&college_region=almaty_oblast\
                   &docs=&edition=almaty-oblast-425-2019";
        let then = "/he-diploma-duplicate/answer?at=2019-03-01T10:00&channel=state_corporation&reason=lost\
                    &docs=application,id_document&edition=order-127-2018";
        let now = "/tve-incomplete-certificate/answer?at=2026-11-24T10:00&channel=provider_office\
                   &reason=academic_leave&docs=application,id_document&edition=order-19-2023";
        for lang in Lang::ALL {
            let say = labels(lang).old_rules;
            let page = |told: &str| format!("#/applicant/{}{told}", lang.code());
            assert!(rendered(&page(then)).await.contains(say));
            assert!(!rendered(&page(now)).await.contains(say));
            let html = rendered(&page(old)).await;
            assert!(!html.contains("datetime=\"2020-06"), "{html}");
            assert!(!html.contains("2020 жылғы 22 маусым") && !html.contains("22 июня 2020"));
            assert!(!html.contains("22 June 2020"), "{html}");
        }
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_caution_that_promises_a_date_stands_only_beside_one() {
    let look = async {
        let page = |sign: &str, at: &str| {
            format!(
                "#/applicant/en/he-diploma-duplicate/answer?at={at}&channel=portal&reason=lost&signature={sign}\
                 &docs=application,id_document&edition=order-127-2018"
            )
        };
        let promise = "To be careful we also show the date";
        assert!(!rendered(&page("otp", "2019-03-01T20:00")).await.contains(promise));
        assert!(rendered(&page("eds", "2019-03-01T20:00")).await.contains(promise));
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_day_without_rules_is_named_and_can_be_changed() {
    let look = async {
        for lang in Lang::ALL {
            let service = format!("#/applicant/{}/tve-incomplete-certificate", lang.code());
            let title = labels(lang).rules_title;
            let html = rendered(&format!("{service}/rules?at=1999-01-01T10:00")).await;
            assert!(html.contains(title) && html.contains("<time datetime=\"1999-01-01T10:00\">"), "{html}");
            assert!(html.contains(&format!("href=\"{service}/filing?at=1999-01-01T10:00\"")), "{html}");
            // The same service on a day with rules.
            assert!(!rendered(&format!("{service}/rules?at=2025-01-06T10:00")).await.contains(title));
        }
    };
    LocalSet::new().run_until(look).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_tag_says_no_more_than_is_known() {
    let labels = labels(Lang::En);
    let tags = async |address: &str| {
        let html = rendered(&format!("#/applicant/en/{address}")).await;
        let documents = [labels.complete, labels.incomplete, labels.completeness_unknown];
        let right = [labels.entitled, labels.not_entitled, labels.not_the_time, labels.right_undecided];
        documents.into_iter().chain(right).filter(|tag| html.contains(&format!(">{tag}<"))).collect()
    };
    let look = async {
        let diploma = "tve-diploma-duplicate/answer?at=2026-11-23T10:00&channel=provider_office&college_region=almaty_oblast\
                       &reason=lost&newspaper_published=2026-11-01";
        let held = "docs=application,id_copy,newspaper_extract";
        let old = [diploma, held, "edition=almaty-oblast-425-2019"].join("&");
        let found: Vec<&str> = tags(&old).await;
        let open = [labels.completeness_unknown, labels.right_undecided];
        assert_eq!(
            found, open,
            "who has the right stands in no source; too old by a list that is not these rules' own"
        );
        let own: Vec<&str> = tags(&[diploma, held, "edition=standard-2015"].join("&")).await;
        assert_eq!(own, [labels.incomplete, labels.entitled]);
        let admission = "tve-admission/answer?at=2019-12-02T10:00&edition=almaty-oblast-425-2019&channel=provider_office&college_region=almaty_oblast\
                         &study_form=full_time&docs=";
        let early: Vec<&str> = tags(admission).await;
        assert!(early.contains(&labels.not_the_time) && !early.contains(&labels.not_entitled), "{early:?}");
    };
    LocalSet::new().run_until(look).await;
}

/// The cases whose answers are kept word for word, and the languages: each service, each way to file, good and bad news.
const ANSWERS: [(&str, &str, &[Lang]); 10] = [
    ("school-certificate-duplicate", "school-lost-office-new-year-worked-sunday", &Lang::ALL),
    ("school-certificate-duplicate", "school-damaged-portal-original-to-be-handed-over", &[Lang::Kk]),
    ("tve-incomplete-certificate", "certificate-corporation-elsewhere-new-year", &[Lang::Ru]),
    ("tve-incomplete-certificate", "certificate-corporation-with-nothing", &[Lang::Kk]),
    ("tve-diploma-duplicate", "tve-diploma-2019-college-liquidated", &[Lang::En]),
    ("he-diploma-duplicate", "he-lost-corporation-post-both-ways", &[Lang::Kk]),
    ("tve-admission", "admission-full-time-day-before-window", &[Lang::Ru]),
    ("tve-dormitory", "dormitory-not-a-student", &[Lang::En]),
    ("tve-transfer-reinstatement", "transfer-month-far-session", &[Lang::Kk]),
    ("tve-admission", "admission-across-lunch", &[Lang::Kk]),
];

/// The cases whose desks are kept word for word, one in each language.
const DESKS: [(&str, &str, Lang); 3] = [
    ("tve-incomplete-certificate", "certificate-corporation-elsewhere-new-year", Lang::Kk),
    ("school-certificate-duplicate", "school-lost-office-new-year-worked-sunday", Lang::Ru),
    ("tve-transfer-reinstatement", "transfer-month-far-session", Lang::En),
];

/// The pages kept word for word: the file's name, the address.
fn kept() -> Vec<(String, Lang, String)> {
    const STEPS: [(&str, &str); 9] = [
        ("start", ""),
        ("rules", "/tve-diploma-duplicate/rules"),
        ("question", "/school-certificate-duplicate/reason?edition=rules-undated"),
        ("question-date", "/tve-diploma-duplicate/newspaper_published?edition=standard-2015"),
        ("channel", "/school-certificate-duplicate/channel?edition=rules-undated"),
        ("filing", "/school-certificate-duplicate/filing?edition=rules-undated"),
        (
            "documents",
            "/school-certificate-duplicate/documents?at=2025-02-03T10:00&channel=provider_office&docs=application\
             &edition=rules-undated&level=general_secondary&reason=damaged",
        ),
        ("no", "/tve-dormitory?college_region=almaty_oblast&edition=almaty-oblast-425-2019&is_tve_student=false"),
        ("form", "/tve-diploma-duplicate/form?at=2019-12-02T10:00&channel=provider_office&edition=standard-2015"),
    ];
    let mut kept = Vec::new();
    for lang in Lang::ALL {
        let code = lang.code();
        kept.extend(STEPS.map(|(name, page)| (format!("{name}-{code}"), lang, format!("#/applicant/{code}{page}"))));
    }
    let case = |service, id| {
        let case = cases(service).into_iter().find(|case| case["id"] == id);
        case.unwrap_or_else(|| panic!("no case {id}"))
    };
    for (service, id, langs) in ANSWERS {
        let page = answer_to(&case(service, id));
        kept.extend(
            langs.iter().map(|lang| {
                (format!("answer-{id}-{}", lang.code()), *lang, format!("#/applicant/{}{page}", lang.code()))
            }),
        );
    }
    for (service, id, lang) in DESKS {
        let (code, page) = (lang.code(), desk_of(&case(service, id)));
        kept.push((format!("desk-{id}-{code}"), lang, format!("#/staff/{code}{page}")));
    }
    kept.push(("kiosk-start".to_owned(), Lang::Kk, "#/kiosk".to_owned()));
    kept
}

/// The case whose sheet for print is kept with its answer: the sheet says the same again, so one in each language will do.
const WITH_SHEET: &str = "answer-school-lost-office-new-year-worked-sunday";

/// What stands behind a plain no, as behind every answer, and what follows it.
const BEHIND: [&str; 2] = [
    "<details class=\"app-fold\"><summary class=\"app-fold__summary\"><h2 class=\"app-fold__title\" id=\"cautions\"",
    "</div><section class=\"app-section\" aria-labelledby=\"share\"",
];

/// What a page ends with.
const SHEET: &str = "<div class=\"app-paper\">";

/// The main part of a page, of a first page the whole. The version of the facts changes with every fact: it is left out.
fn worth_keeping(html: &str, name: &str) -> String {
    let mut html = html.replace(content::shipped().version, "…");
    // The squares of a QR code: tests/qr.rs reads them back.
    while let Some(start) = html.find("<path d=\"M4 4h7") {
        let end = start + html[start..].find("</path>").unwrap();
        html.replace_range(start..end, "<path d=\"…\">");
    }
    if name.contains("start") {
        return html;
    }
    let start = html.find("<main").unwrap();
    let mut html = html[start..html.rfind("</main>").unwrap()].to_owned() + "</main>";
    if name.starts_with("no-") {
        let [from, to] = BEHIND.map(|mark| html.find(mark).unwrap());
        html.replace_range(from..to, "");
    }
    match html.split_once(SHEET) {
        Some((before, _)) if !name.starts_with(WITH_SHEET) && !name.starts_with("no-") => {
            format!("{before}</div></main>")
        }
        _ => html,
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

#[tokio::test(flavor = "current_thread")]
async fn the_main_pages_are_as_kept() {
    let blesses = std::env::var_os("MERZIM_BLESS").is_some();
    let look = async {
        let (mut names, mut changed) = (BTreeSet::new(), Vec::new());
        for (name, lang, address) in kept() {
            let html = rendered(&address).await;
            faults::assert_none(&address, lang, &html);
            let text = format!("<!-- {address} -->\n{}", markup::printed(&worth_keeping(&html, &name)));
            let path = folder().join(format!("{name}.html"));
            if blesses {
                std::fs::write(&path, &text).unwrap();
            } else if let Some(difference) = difference(&std::fs::read_to_string(&path).unwrap_or_default(), &text) {
                changed.push(format!("{name}.html, {difference}"));
            }
            names.insert(format!("{name}.html"));
        }
        let there = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let there: BTreeSet<_> = there.filter(|name| name.ends_with(".html")).collect();
        assert_eq!(there, names, "tests/pages/ holds exactly the kept pages");
        assert!(changed.is_empty(), "bless and read the difference, or mend:\n{}", changed.join("\n"));
    };
    LocalSet::new().run_until(look).await;
}

/// The first line that is not the same.
fn difference(kept: &str, now: &str) -> Option<String> {
    let length = kept.lines().count().max(now.lines().count());
    let (mut kept, mut now) = (kept.lines(), now.lines());
    (1..=length).find_map(|line| {
        let (kept, now) = (kept.next().unwrap_or("nothing"), now.next().unwrap_or("nothing"));
        (kept != now).then(|| format!("line {line}:\n  kept {}\n  now  {}", kept.trim(), now.trim()))
    })
}
