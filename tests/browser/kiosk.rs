//! Journeys at a kiosk: nothing of a person may stay.

use crate::chromium::{Browser, journey};
use crate::errands::*;
use crate::person::Errand;

const ANSWER: &str = "document.querySelector('.app-page--answer')";
const WARNING: &str = "document.querySelector('[role=alertdialog]')";

/// Who writes an application at the kiosk.
const NAME: &str = "Айгүл Серікбаева";

async fn begin_in(page: &Browser, address: &str, lang: &str) {
    page.goto(address).await;
    page.click(&format!(".app-welcome__item[lang={lang}] button")).await;
}

async fn begin(page: &Browser, address: &str) {
    begin_in(page, address, "kk").await;
}

/// The first screen, and no trace of who was there before.
async fn assert_wiped(page: &Browser, address: &str) {
    page.wait_until("document.querySelector('.app-welcome')").await;
    assert_eq!(page.fragment().await, address);
    // The history's entries hold a mark that the app wrote them, and nothing else.
    let kept = page
        .eval("return [localStorage.length, sessionStorage.length, document.cookie.length, (history.state ?? 'written') == 'written']")
        .await;
    assert_eq!(kept, serde_json::json!([0, 0, 0, true]));
    let html = page.eval("return document.documentElement.outerHTML").await;
    for trace in ["2025-02", "interim_attestation", "app-answers", "app-form", NAME] {
        assert!(!html.as_str().unwrap().contains(trace), "{trace} is still there");
    }
    // Not a page of the journey is behind: back leaves the app.
    page.back().await;
    assert!(!page.address().await.starts_with(&page.site.origin), "back leads to {}", page.address().await);
}

/// A whole journey with large targets, no answer in the address, and no way out.
async fn travel_in(lang: &str, (errand, ready): &(Errand, &str)) {
    journey(async |page| {
        page.goto("#/kiosk").await;
        page.wait_until("document.querySelector('.app-welcome')").await;
        page.assert_targets(60).await;
        begin_in(page, "#/kiosk", lang).await;
        page.travel_to("answer", errand, async || page.assert_targets(60).await).await;
        assert_eq!(page.ready().await, [*ready]);
        assert_eq!(page.eval("return document.documentElement.lang").await, lang);
        assert_eq!(page.fragment().await, format!("#/kiosk/{lang}"));
        assert_eq!(page.eval("return document.querySelectorAll('a[href^=http], #link').length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_from_the_college_in_kazakh() {
    travel_in("kk", &CERTIFICATE_AT_THE_OFFICE).await;
}

#[tokio::test]
async fn a_certificate_from_elsewhere_in_russian() {
    travel_in("ru", &CERTIFICATE_FROM_ELSEWHERE).await;
}

#[tokio::test]
async fn a_school_certificate_on_the_portal_in_english() {
    travel_in("en", &SCHOOL_ON_THE_PORTAL).await;
}

#[tokio::test]
async fn when_nobody_touches_the_kiosk_it_warns_and_then_forgets_everything() {
    journey(async |page| {
        let address = "#/kiosk/kk?idle=2&warning=2";
        begin(page, address).await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        page.wait_until(WARNING).await;
        page.wait_until(&format!("{WARNING}.contains(document.activeElement)")).await;
        // Nothing behind the warning can take the focus.
        page.eval("document.querySelector('.app-header button').focus()").await;
        assert_eq!(page.eval(&format!("return {WARNING}.contains(document.activeElement)")).await, true);
        page.click("[role=alertdialog] button").await;
        page.wait_until(&format!("!{WARNING} && document.activeElement.id == 'main'")).await;
        assert_eq!(page.ready().await, [CERTIFICATE_AT_THE_OFFICE.1]);

        page.wait_until(WARNING).await;
        assert_eq!(page.eval(&format!("return Boolean({ANSWER})")).await, true);
        assert_wiped(page, address).await;
    })
    .await;
}

#[tokio::test]
async fn a_touch_on_the_warning_does_not_touch_the_page_behind() {
    journey(async |page| {
        begin(page, "#/kiosk/kk?idle=2&warning=9").await;
        page.travel_to("reason", &CERTIFICATE_AT_THE_OFFICE.0, async || ()).await;
        page.wait_until(WARNING).await;
        let place = "const box = document.querySelector('.app-choice__label').getBoundingClientRect();
                     return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = page.eval(place).await;
        page.touch(place[0].as_f64().unwrap(), place[1].as_f64().unwrap()).await;
        page.wait_until(&format!("!{WARNING}")).await;
        assert_eq!(page.eval("return document.querySelectorAll('input:checked').length").await, 0);
        // The same touch chooses when nothing is before it.
        page.touch(place[0].as_f64().unwrap(), place[1].as_f64().unwrap()).await;
        page.wait_until("document.querySelectorAll('input:checked').length == 1").await;
    })
    .await;
}

#[tokio::test]
async fn i_am_done_forgets_everything_at_once() {
    journey(async |page| {
        begin(page, "#/kiosk/kk").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        page.click(".app-header .app-button").await;
        assert_wiped(page, "#/kiosk/kk").await;
    })
    .await;
}

#[tokio::test]
async fn an_application_written_at_a_kiosk_is_printed_and_forgotten() {
    journey(async |page| {
        begin(page, "#/kiosk/kk").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        page.show_as("print").await;
        assert!(page.text(".app-paper").await.contains("2025 жылғы 6 ақпан"), "the answer's sheet");
        assert!(!page.text(".app-paper").await.contains("kiosk"), "the link home is the applicant's");
        assert_eq!(page.sheets().await, 1);
        page.show_as("").await;
        page.turn(async || page.click("[aria-labelledby=share] .app-link").await).await;
        page.assert_targets(60).await;
        page.fill("#field-form-applicant", NAME).await;
        page.wait_until(&format!("document.querySelector('.app-blank').textContent.includes('{NAME}')")).await;
        let remembering = "return document.querySelectorAll('form input:not([autocomplete=off])').length";
        assert_eq!(page.eval(remembering).await, 0, "a public browser fills nothing in");
        assert_eq!(page.fragment().await, "#/kiosk/kk");
        assert_eq!(page.sheets().await, 1);
        page.click(".app-header .app-button").await;
        assert_wiped(page, "#/kiosk/kk").await;
        // The next person finds an empty form.
        begin(page, "#/kiosk/kk").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        page.turn(async || page.click("[aria-labelledby=share] .app-link").await).await;
        assert_eq!(page.eval("return document.querySelector('#field-form-applicant').value").await, "");
    })
    .await;
}
