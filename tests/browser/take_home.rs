//! Journeys to what is taken home: files through Chromium's downloads, the clipboard, the way to other apps, the code.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::chromium::{Browser, journey};
use crate::errands::*;

/// Three working days from the college's own office, filed on Monday 3 February 2025: ready on Thursday the 6th.
const ANSWER: &str = "tve-incomplete-certificate/answer?at=2025-02-03T10:00&channel=provider_office\
    &completed_studies=false&consent_personal_data=true&court_bar=false&docs=application,id_document\
    &edition=order-19-2023&reason=interim_attestation";

async fn arrive(page: &Browser, lang: &str) {
    page.goto(&format!("?whole#/applicant/{lang}/{ANSWER}")).await;
    page.wait_until("document.querySelector('.app-take')").await;
}

/// What the whole program says became of it.
async fn told(page: &Browser) -> String {
    page.wait_until("document.querySelector('.app-take__done').textContent").await;
    page.text(".app-take__done").await
}

/// A folder for what is downloaded, empty.
async fn downloads(page: &Browser, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).unwrap();
    let allowed = json!({ "behavior": "allow", "downloadPath": folder });
    page.devtools("Browser.setDownloadBehavior", allowed).await;
    folder
}

async fn downloaded(file: PathBuf) -> String {
    let start = Instant::now();
    loop {
        if let Some(text) = std::fs::read_to_string(&file).ok().filter(|text| !text.is_empty()) {
            return text;
        }
        assert!(start.elapsed() < Duration::from_secs(10), "{} never came", file.display());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn press(page: &Browser, words: &str) {
    let button = format!(
        "[...document.querySelectorAll('#share ~ * button, #share ~ button')].find(b => 
             (b.querySelector('.app-take__name') ?? b).textContent == {})",
        json!(words)
    );
    page.wait_until(&button).await;
    page.eval(&format!("{button}.setAttribute('data-pressed', '')")).await;
    page.eval("document.querySelector('[data-pressed]').closest('details')?.setAttribute('open', '')").await;
    page.click("[data-pressed]").await;
    page.eval("document.querySelector('[data-pressed]')?.removeAttribute('data-pressed')").await;
}

/// Whatever is copied from now on.
async fn watch_clipboard(page: &Browser) {
    page.eval("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
}

#[tokio::test]
async fn the_calendar_file_comes_through_the_policy_of_the_page() {
    for (lang, name, event) in [
        ("kk", "Күнтізбеге қосу", "Нәтиже дайын болуы керек"),
        ("ru", "Добавить в календарь", "Результат должен быть готов"),
        ("en", "Add to the calendar", "The result should be ready"),
    ] {
        journey(async |page| {
            let folder = downloads(page, &format!("calendar-{lang}")).await;
            arrive(page, lang).await;
            press(page, name).await;
            let file = downloaded(folder.join("merzim-tve-incomplete-certificate.ics")).await;
            assert!(!told(page).await.is_empty());
            let calendars: Vec<_> = ical::IcalParser::new(file.as_bytes()).collect::<Result<_, _>>().unwrap();
            let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
                let found = event.properties.iter().find(|property| property.name == name);
                found.and_then(|property| property.value.clone()).unwrap()
            };
            let ready: Vec<_> =
                calendars[0].events.iter().filter(|found| value(found, "SUMMARY").starts_with(event)).collect();
            assert_eq!(ready.len(), 1, "{file}");
            assert_eq!([value(ready[0], "DTSTART"), value(ready[0], "DTEND")], ["20250206", "20250207"]);
        })
        .await;
    }
}

#[tokio::test]
async fn text_and_json_are_copied_and_the_json_is_that_of_the_command_line() {
    journey(async |page| {
        let folder = downloads(page, "json").await;
        arrive(page, "en").await;
        watch_clipboard(page).await;
        press(page, "Copy as text").await;
        assert_eq!(told(page).await, "The text is copied.");
        let text = page.eval("return window.copied").await;
        let text = text.as_str().unwrap();
        let link = page.eval("return document.getElementById('link').value").await;
        assert!(text.contains("Thursday, 6 February 2025") && text.contains(link.as_str().unwrap()), "{text}");

        press(page, "Copy the JSON").await;
        page.wait_until("document.querySelector('.app-take__done').textContent.includes('JSON')").await;
        let copied: Value = serde_json::from_str(page.eval("return window.copied").await.as_str().unwrap()).unwrap();
        assert_eq!(copied, of_the_command_line());

        press(page, "Download the JSON file").await;
        let file = downloaded(folder.join("merzim-tve-incomplete-certificate.json")).await;
        assert_eq!(serde_json::from_str::<Value>(&file).unwrap(), copied);
    })
    .await;
}

/// The same answer, computed natively.
fn of_the_command_line() -> Value {
    use merzim::engine::{assess, case::WrittenCase};
    let content = merzim::content::shipped();
    let written: WrittenCase = serde_json::from_value(json!({
        "service": "tve-incomplete-certificate",
        "edition": "order-19-2023",
        "channel": "provider_office",
        "facts": {
            "completed_studies": false,
            "consent_personal_data": true,
            "court_bar": false,
            "reason": "interim_attestation",
        },
        "accepted_at": "2025-02-03T10:00",
        "documents_present": ["application", "id_document"],
    }))
    .unwrap();
    let case = written.read(content.catalogue).unwrap();
    let lang = merzim::lang::Lang::En;
    let words = merzim::words::Words { lang, catalogue: content.catalogue, calendar: &content.calendar };
    let verdict = assess(content.catalogue, &content.calendar, &case);
    merzim::export::json::verdict(&words, content.version, &case, &verdict)
}

#[tokio::test]
async fn what_the_browser_will_not_copy_stands_in_a_field() {
    journey(async |page| {
        arrive(page, "kk").await;
        page.eval("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))").await;
        press(page, "Мәтінін көшіру").await;
        assert!(told(page).await.contains("өзіңіз көшіріңіз"));
        let field = page.eval("return document.getElementById('by-hand').value").await;
        assert!(field.as_str().unwrap().contains("2025 жылғы 6 ақпан"), "{field}");
    })
    .await;
}

#[tokio::test]
async fn sending_is_offered_only_where_the_browser_can() {
    journey(async |page| {
        page.before_each_page("Object.defineProperty(Navigator.prototype, 'share', { value: undefined })").await;
        arrive(page, "en").await;
        let buttons = "return [...document.querySelectorAll('.app-take__name')].map(name => name.textContent)";
        assert_eq!(page.eval(buttons).await, json!(["Add to the calendar", "Copy as text"]));
    })
    .await;
    journey(async |page| {
        page.before_each_page(
            "Object.defineProperty(Navigator.prototype, 'share', { value(what) {
                 window.shared = what; return Promise.reject(new DOMException('nobody', 'AbortError')); } })",
        )
        .await;
        arrive(page, "en").await;
        press(page, "Send to somebody").await;
        // Who changes their mind has made no error: the console stays silent.
        page.wait_until("window.shared").await;
        let link = page.eval("return document.getElementById('link').value").await;
        assert_eq!(page.eval("return window.shared.url").await, link);
        assert!(!link.as_str().unwrap().contains("?whole"), "{link}");
    })
    .await;
}

#[tokio::test]
async fn a_turned_away_case_offers_no_calendar() {
    journey(async |page| {
        let at = ANSWER.replace("completed_studies=false", "completed_studies=true");
        page.goto(&format!("?whole#/applicant/en/{at}")).await;
        page.wait_until("document.querySelector('.app-take')").await;
        let buttons = page.eval("return document.querySelector('.app-take').textContent").await;
        assert!(!buttons.as_str().unwrap().contains("calendar"), "{buttons}");
    })
    .await;
}

#[tokio::test]
async fn a_plain_no_is_taken_home_without_what_nobody_was_asked() {
    journey(async |page| {
        page.goto("?whole#/applicant/en/tve-diploma-duplicate?college_liquidated=true&edition=standard-2015").await;
        page.wait_until("document.querySelector('.app-page--no .app-take')").await;
        page.eval("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
        assert!(!page.text(".app-take").await.contains("calendar"), "there is no day");
        press(page, "Copy as text").await;
        assert_eq!(told(page).await, "The text is copied.");
        let text = page.eval("return window.copied").await;
        let text = text.as_str().unwrap();
        let link = page.eval("return document.getElementById('link').value").await;
        assert!(text.contains("Go to the archive instead.") && text.contains(link.as_str().unwrap()), "{text}");
        assert!(!text.contains("Documents\n"), "{text}");
        press(page, "Copy the JSON").await;
        page.wait_until("document.querySelector('.app-take__done').textContent.includes('JSON')").await;
        let copied: Value = serde_json::from_str(page.eval("return window.copied").await.as_str().unwrap()).unwrap();
        assert_eq!(copied["redirect"], "archive_at_college_location");
        assert!(copied.get("channel").is_none() && copied.get("documents").is_none(), "{copied}");
        // The link brings the same page back, in the short program too.
        page.goto(&link.as_str().unwrap().replace(&format!("{}/", page.site.origin), "")).await;
        page.wait_until("document.querySelector('.app-page--no #link')").await;
        assert_eq!(page.eval("return document.querySelector('h1').textContent").await, "Go to the archive instead.");
    })
    .await;
}

#[tokio::test]
async fn a_kiosk_shows_the_code_of_the_applicants_answer_and_nothing_else_to_take() {
    journey(async |page| {
        page.goto("#/kiosk").await;
        page.click(".app-welcome__item[lang=kk] button").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        page.wait_until("document.querySelector('.app-qr')").await;
        let shown = page.eval("return document.querySelector('.app-qr').getBoundingClientRect().width").await;
        assert!(200.0 < shown.as_f64().unwrap(), "{shown}");
        assert_eq!(page.eval("return document.querySelectorAll('.app-take, #link').length").await, 0);
        assert!(page.fragment().await.starts_with("#/kiosk/kk"), "the address holds no answer");
        let code = page.eval("return document.querySelector('.app-qr').outerHTML").await;
        let link = crate::qr::read(code.as_str().unwrap());
        let start = format!("{}/#/applicant/kk/tve-incomplete-certificate/answer?", page.site.origin);
        assert!(link.starts_with(&start), "{link}");
        for told in ["at=2025-02-03T10:00", "docs=application,id_document", "reason=interim_attestation"] {
            assert!(link.contains(told), "{told} is not in {link}");
        }
    })
    .await;
}
