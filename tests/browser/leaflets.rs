//! Journeys without scripts, and the moment in which the app takes over from the document's frame.

use serde_json::json;

use crate::chromium::{Browser, journey};

/// What a person sees of the first page, and where: each piece with its box, to the pixel.
const SEEN: &str = "const pieces = document.querySelectorAll(
        '.app-header__name, .app-languages__choice, h1, .app-lead, .app-search label, .app-search input, ' +
        '.app-services__choice, .app-footer p, .app-footer dd');
    return [...pieces].map(e => [e.innerText, JSON.stringify(e.getBoundingClientRect())]);";

/// Remembers each shift of the layout, and each paint that is larger than those before it.
const WATCH: &str = "globalThis.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
        .observe({ type: 'layout-shift', buffered: true });
    globalThis.largest = [];
    new PerformanceObserver(list => largest.push(...list.getEntries().map(entry => entry.startTime)))
        .observe({ type: 'largest-contentful-paint', buffered: true });";

async fn app_runs(page: &Browser) {
    page.wait_until("document.querySelector('.app') && !document.querySelector('.app-frame')").await;
}

#[tokio::test]
async fn without_scripts_every_service_can_be_read_in_every_language() {
    journey(async |page| {
        page.forbid_scripts().await;
        page.goto("").await;
        let services = "return [...document.querySelectorAll('.app-services__choice')].length";
        assert_eq!(page.eval(services).await, 7);
        assert_eq!(page.eval("return document.querySelector('.app-search').checkVisibility()").await, false);
        page.click(".app-services__choice[href$='tve-incomplete-certificate.html']").await;
        for lang in ["kk", "ru", "en"] {
            if lang != "kk" {
                page.click(&format!(".app-languages a[lang={lang}]")).await;
            }
            page.wait_until(&format!("document.documentElement.lang == '{lang}'")).await;
            assert!(page.address().await.ends_with(&format!("/{lang}/tve-incomplete-certificate.html")));
            assert_eq!(page.eval("return document.querySelectorAll('.app-leaflet__channel').length").await, 6);
            assert!(page.text(".app-checklist").await.chars().count() > 100);
        }
        page.click(".app-back").await;
        assert!(page.address().await.ends_with("/en/index.html"));
        page.click(".app-services__choice[href='tve-admission.html']").await;
        assert!(page.address().await.ends_with("/en/tve-admission.html"));
    })
    .await;
}

#[tokio::test]
async fn every_leaflet_is_published() {
    journey(async |page| {
        page.goto("").await;
        app_runs(page).await;
        let missing = page
            .eval_async(
                "const services = [...document.querySelectorAll('.app-services__choice')];
                 const names = ['index', ...services.map(e => e.getAttribute('href').split('/').pop())];
                 const paths = ['kk', 'ru', 'en'].flatMap(lang => names.map(name => `${lang}/${name}.html`));
                 if (paths.length != 24) return paths;
                 const answers = await Promise.all(paths.map(path => fetch(path)));
                 return answers.filter(answer => !answer.ok).map(answer => answer.url);",
            )
            .await;
        assert_eq!(missing, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_leaflet_leads_into_the_app() {
    journey(async |page| {
        page.goto("ru/tve-admission.html").await;
        assert_eq!(page.eval("return document.scripts.length").await, 0);
        page.click(".app-leaflet__app .app-button").await;
        app_runs(page).await;
        assert!(page.address().await.contains("#/applicant/ru/tve-admission"));
        assert_eq!(page.eval("return document.documentElement.lang").await, "ru");
    })
    .await;
}

#[tokio::test]
async fn a_leaflet_fits_a_narrow_screen_and_its_targets_are_large() {
    journey(async |page| {
        for lang in ["kk", "ru", "en"] {
            for (width, height) in [(320, 640), (390, 844), (1280, 900)] {
                page.viewport(width, height).await;
                page.goto(&format!("{lang}/tve-diploma-duplicate.html")).await;
                let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
                assert_eq!(page.eval(over).await, 0, "{lang} at {width}");
                let small = page
                    .eval(
                        "return [...document.querySelectorAll('nav a, .app-button, .app-back, summary, .app-header a')]
                             .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)",
                    )
                    .await;
                assert_eq!(small, json!([]), "{lang} at {width}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_app_takes_over_without_moving_or_changing_anything() {
    for (width, height) in [(390, 844), (1280, 900)] {
        journey(async |page| {
            page.viewport(width, height).await;
            page.site.withhold("start.js");
            page.goto("").await;
            assert!(page.eval("return Boolean(document.querySelector('.app-frame'))").await == true);
            let before = page.eval(SEEN).await;
            assert!(15 < before.as_array().unwrap().len());
            page.site.withhold_nothing();
            page.console_errors().await;
            page.forget_console_errors();

            page.slow_network().await;
            page.before_each_page(WATCH).await;
            page.goto("?again#/applicant/kk").await;
            app_runs(page).await;
            page.eval_async("await new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));").await;
            assert_eq!(page.eval(SEEN).await, before, "{width}x{height}");
            assert_eq!(page.eval("return shifts").await, json!([]), "{width}x{height}");
            let first = "return performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)";
            assert_eq!(page.eval("return largest").await, page.eval(first).await, "the first paint is the largest");
        })
        .await;
    }
}

#[tokio::test]
async fn the_focus_stays_where_it_is_when_the_app_takes_over() {
    journey(async |page| {
        page.slow_network().await;
        let focuses =
            "addEventListener('DOMContentLoaded', () => document.querySelectorAll('.app-services__choice')[3].focus())";
        page.before_each_page(focuses).await;
        page.goto("#/applicant/kk").await;
        let held = "return document.activeElement.textContent";
        let before = page.eval(held).await;
        app_runs(page).await;
        assert_eq!(page.eval("return document.activeElement.hash").await, "#/applicant/kk/tve-incomplete-certificate");
        assert_eq!(page.eval(held).await, before);
    })
    .await;
}

#[tokio::test]
async fn without_webassembly_the_words_for_it_lead_to_the_plain_pages() {
    journey(async |page| {
        page.before_each_page("delete globalThis.WebAssembly").await;
        page.goto("#/applicant/ru/tve-admission").await;
        page.wait_until("document.querySelector('#app > p')").await;
        page.click("#app a[href='ru/index.html']").await;
        page.click(".app-services__choice[href$='tve-admission.html']").await;
        page.wait_until("document.querySelector('.app-leaflet__channel')").await;
        page.console_errors().await;
        page.forget_console_errors();
    })
    .await;
}

/// A script of a browser that knows no modules never starts: the first page stays, and each of its services is a link.
#[tokio::test]
async fn where_no_script_starts_the_first_page_leads_to_the_plain_pages() {
    journey(async |page| {
        page.site.withhold("start.js");
        page.goto("").await;
        page.click(".app-services__choice[href$='tve-dormitory.html']").await;
        page.wait_until("document.querySelector('.app-leaflet__channel')").await;
        assert!(page.address().await.ends_with("/kk/tve-dormitory.html"));
        page.console_errors().await;
        page.forget_console_errors();
    })
    .await;
}

#[tokio::test]
async fn another_page_than_the_first_begins_with_the_bar_alone() {
    for address in ["#/applicant/ru", "#/applicant/kk/tve-admission", "#/kiosk", "#/staff/kk"] {
        journey(async |page| {
            page.site.withhold(".wasm");
            page.before_each_page(
                "globalThis.painted = [];
                 const look = () => {
                     const app = document.getElementById('app');
                     if (app) painted.push([Boolean(app.querySelector('h1, footer')), Boolean(app.querySelector('header'))]);
                     requestAnimationFrame(look);
                 };
                 requestAnimationFrame(look);",
            )
            .await;
            page.goto(address).await;
            page.wait_until("document.querySelector('#app > p')").await;
            let flashed = page.eval("return painted.filter(([page]) => page).length").await;
            assert_eq!(flashed, 0, "{address}");
            let bar = page.eval("return painted.filter(([, bar]) => bar).length").await;
            assert!(0 < bar.as_u64().unwrap(), "{address}: the bar is there before the program");
            page.console_errors().await;
            page.forget_console_errors();
        })
        .await;
    }
}
