//! Journeys through the built app in a real browser. `make test` builds the app and then runs them by name:
//! they need `dist/`, Chromium and its driver, so a plain `cargo test` leaves them out.
//!
//! A journey is a closure that gets a [`Browser`](chromium::Browser) on an empty profile. Whatever it does besides,
//! it fails if the console shows an error or if anything is requested from another host.

#![allow(dead_code, reason = "the verbs of a journey are a vocabulary: one stays although no journey needs it today")]

#[cfg(test)]
mod access;
#[cfg(test)]
mod applicant;
#[cfg(test)]
mod chromium;
#[cfg(test)]
mod errands;
#[cfg(test)]
mod find;
#[cfg(test)]
mod kiosk;
#[cfg(test)]
mod leaflets;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod person;
mod programs;
#[cfg(test)]
#[path = "../qr/decode.rs"]
mod qr;
#[cfg(test)]
mod site;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod take_home;

use chromium::{RIGHT_CLOCK, journey};

#[tokio::test]
async fn the_app_starts_and_the_page_has_words() {
    journey(async |page| {
        page.goto("").await;
        page.wait_until("!document.querySelector('.app-frame')").await;
        assert!(!page.text("body").await.trim().is_empty());
        assert_eq!(page.eval("return typeof WebAssembly").await, "object");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_cannot_start_says_so_in_three_languages() {
    journey(async |page| {
        page.site.withhold(".wasm");
        page.goto("").await;
        for lang in ["kk", "ru", "en"] {
            assert!(page.text(&format!("#app p[lang={lang}]")).await.contains("8 800 080 7777"));
        }
        let errors = page.console_errors().await;
        assert!(errors.iter().any(|error| error.contains(".wasm")), "the withheld file is reported: {errors:?}");
        page.forget_console_errors();
    })
    .await;
}

#[tokio::test]
async fn a_page_without_its_texts_says_so() {
    journey(async |page| {
        page.site.withhold("kk.txt");
        page.goto("").await;
        assert!(page.text("#app p[lang=kk]").await.contains("8 800 080 7777"));
        let errors = page.console_errors().await;
        assert!(errors.iter().any(|error| error.contains("kk.txt")), "the withheld file is reported: {errors:?}");
        page.forget_console_errors();
    })
    .await;
}

#[tokio::test]
async fn another_language_comes_when_it_is_asked_for_and_a_lost_one_is_told() {
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.wait_until("!document.querySelector('.app-frame')").await;
        page.click("button[lang=ru]").await;
        page.wait_until("document.documentElement.lang == 'ru'").await;
        assert!(page.text("h1").await.contains("услуга"));
        page.site.withhold("en.txt");
        page.click("button[lang=en]").await;
        page.wait_until("document.querySelector('.app-languages__failed').textContent != ''").await;
        assert_eq!(page.eval("return document.documentElement.lang").await, "ru");
        let errors = page.console_errors().await;
        assert!(errors.iter().all(|error| error.contains("en.txt")), "only the withheld file fails: {errors:?}");
        page.forget_console_errors();
    })
    .await;
}

#[tokio::test]
async fn a_first_visit_loads_only_files_that_the_size_budget_counts() {
    journey(async |page| {
        page.goto("").await;
        page.wait_until("!document.querySelector('.app-frame')").await;
        let uncounted = page
            .eval(
                "const counted = [...document.querySelectorAll('head [href], head [src]')].map(e => e.href || e.src);
                 const texts = performance.getEntriesByType('resource').map(entry => entry.name)
                     .filter(name => name.includes('/texts/'));
                 if (texts.length != 1 || !texts[0].includes('/texts/kk.txt?')) return texts;
                 counted.push(...texts);
                 const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
                 return loaded.length == 0 ? ['nothing'] : loaded.filter(name => !counted.includes(name));",
            )
            .await;
        assert_eq!(uncounted, serde_json::json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_open_data_that_a_page_without_scripts_names_is_there() {
    journey(async |page| {
        for leaflet in ["kk/index.html", "ru/tve-admission.html"] {
            page.goto(leaflet).await;
            let links =
                page.eval("return [...document.querySelectorAll('.app-leaflet__data a')].map(a => a.href)").await;
            page.goto("").await;
            let broken = format!(
                "const answers = await Promise.all({links}.map(link => fetch(link)));
                 return answers.length != 3 ? ['no link'] : answers.filter(a => !a.ok).map(a => a.url);"
            );
            assert_eq!(page.eval_async(&broken).await, serde_json::json!([]), "{leaflet}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_without_scripts_says_so_in_three_languages() {
    journey(async |page| {
        page.forbid_scripts().await;
        page.goto("").await;
        for (lang, scripts) in [("kk", "скриптпен"), ("ru", "скриптами"), ("en", "scripts")] {
            assert!(page.text(&format!("noscript p[lang={lang}]")).await.contains(scripts), "{lang}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_wrong_proposes_no_filing_day() {
    for (clock, is_right) in [("2020-01-01T00:00:00Z", false), ("2099-01-01T00:00:00Z", false), (RIGHT_CLOCK, true)] {
        journey(async |page| {
            page.set_clock(clock).await;
            page.goto("#/applicant/kk/tve-incomplete-certificate/filing?channel=provider_office&reason=academic_leave")
                .await;
            page.wait_until("document.querySelector('form input')").await;
            let filled = page.eval("return document.querySelector('form input').value != ''").await;
            assert_eq!(filled, is_right, "{clock}");
            let told = page.eval("return Boolean(document.querySelector('form .app-notice--care'))").await;
            assert_eq!(told, !is_right, "{clock}");
        })
        .await;
    }
}
