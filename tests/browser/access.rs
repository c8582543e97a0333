//! Whoever uses the page, however: axe-core on every page, the keyboard alone, narrow screens, large text, small targets,
//! forced colours, languages. `ACCESSIBILITY.md` says what these tests hold and what was looked at by hand.

use merzim::content;
use serde_json::{Value, json};

use crate::chromium::{Browser, TAB, journey};

/// A page of each kind, after mode and language, and what must be on it before it is looked at.
const PAGES: &[(&str, &str)] = &[
    ("", ".app-services"),
    ("/school-certificate-duplicate/rules?at=2026-12-01T10:00", ".app-editions"),
    ("/school-certificate-duplicate/reason?edition=rules-undated", ".app-form"),
    ("/tve-diploma-duplicate/newspaper_published?edition=standard-2015&reason=lost", "#field-newspaper_published"),
    ("/school-certificate-duplicate/channel?edition=rules-undated&reason=lost", ".app-form"),
    ("/school-certificate-duplicate/filing?channel=portal&edition=rules-undated&reason=lost", "#field-day"),
    (
        "/school-certificate-duplicate/documents?at=2025-05-20T10:00&channel=provider_office&edition=rules-undated\
      &level=general_secondary&reason=lost",
        ".app-checklist",
    ),
    // Ready on a day; complete.
    (
        "/school-certificate-duplicate/answer?at=2025-05-20T10:00&channel=provider_office&docs=application,id_document\
      &level=general_secondary&reason=lost",
        ".app-page--answer",
    ),
    // No right, with what would help.
    (
        "/tve-dormitory/answer?at=2019-11-01T10:00&channel=provider_office&college_region=almaty_oblast\
      &is_tve_student=false",
        ".app-page--answer",
    ),
    // Between two days, over New Year, by rules that are no more.
    (
        "/tve-incomplete-certificate/answer?at=2027-12-27T10:00&channel=state_corporation&consent_personal_data=true\
      &docs=application&edition=order-19-2023&provider_in_place=false&reason=interim_attestation",
        ".app-page--answer",
    ),
    // No rules are known for the day.
    ("/he-diploma-duplicate/answer?at=2026-12-01T10:00&channel=portal&docs=&reason=lost", ".app-page--answer"),
    (
        "/school-certificate-duplicate/form?at=2025-05-20T10:00&channel=provider_office&docs=application&reason=lost",
        ".app-main h1",
    ),
];

/// The desk, the kiosk before anybody has touched it, the gallery of all parts, a first visit, two pages without scripts.
const OTHER_PAGES: &[(&str, &str)] = &[
    (
        "#/staff/{lang}/tve-incomplete-certificate?at=2024-12-27T10:00&channel=state_corporation\
      &consent_personal_data=true&docs=application,id_document&edition=order-19-2023&provider_in_place=false\
      &reason=interim_attestation",
        ".app-desk",
    ),
    ("#/kiosk/{lang}", ".app-welcome"),
    ("#/gallery/{lang}", ".app-main h1"),
    // What a first visit sees: the short program, which each other page here does without.
    ("index.html#/applicant/{lang}", ".app-services a[href^=\"#\"]"),
    ("index.html#/applicant/{lang}/school-certificate-duplicate/reason?edition=rules-undated", ".app-form"),
    // A plain no.
    (
        "#/applicant/{lang}/tve-dormitory?college_region=almaty_oblast&edition=almaty-oblast-425-2019\
      &is_tve_student=false",
        ".app-page--no #change",
    ),
    // Two of the pages without scripts.
    ("{lang}/index.html", "main h1"),
    ("{lang}/tve-incomplete-certificate.html", "main h1"),
];

/// Looks at every page in a language, in the whole program: the short one shows less of the same.
async fn each_page(page: &Browser, lang: &str, look: impl AsyncFn(&str)) {
    for (rest, ready) in PAGES {
        arrive(page, &format!("?whole#/applicant/{lang}{rest}"), ready).await;
        look(rest).await;
    }
    for (address, ready) in OTHER_PAGES {
        let address = address.replace("{lang}", lang);
        let address = if address.starts_with('#') { format!("?whole{address}") } else { address };
        arrive(page, &address, ready).await;
        look(&address).await;
    }
}

/// Opens a page and everything on it that opens. A kiosk's fragment holds nothing, so each page is loaded anew.
async fn arrive(page: &Browser, address: &str, ready: &str) {
    page.leave().await;
    page.goto(address).await;
    page.wait_until(&format!("document.querySelector('{ready}')")).await;
    page.eval("document.querySelectorAll('details').forEach(details => details.open = true)").await;
}

/// What axe-core finds wrong: WCAG 2.2 at A and AA, and its best practices.
async fn violations(page: &Browser) -> Value {
    const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/axe/node_modules/axe-core/axe.min.js");
    if page.eval("return typeof axe").await == "undefined" {
        let axe = std::fs::read_to_string(AXE).expect("axe-core is installed: `make test` does it");
        page.eval(&axe).await;
    }
    let script = "
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        if (found.testEngine.name != 'axe-core') return ['no axe'];
        return found.violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary.replaceAll('\\n', ' ')));";
    page.eval_async(script).await
}

async fn no_violation(lang: &str) {
    journey(async |page| {
        for scheme in ["light", "dark"] {
            page.prefer(&[("prefers-color-scheme", scheme)]).await;
            each_page(page, lang, async |address| {
                assert_eq!(violations(page).await, json!([]), "{lang} {scheme} {address}");
            })
            .await;
            // The pages without scripts and the forms of every service: each holds something that no other has.
            for service in &content::shipped().catalogue.index {
                let (id, told) = (&service.id, "at=2025-05-20T10:00&channel=provider_office&docs=application");
                for (address, ready) in [
                    (format!("{lang}/{id}.html"), "main h1"),
                    (format!("?whole#/applicant/{lang}/{id}/form?{told}"), ".app-page h1"),
                ] {
                    arrive(page, &address, ready).await;
                    assert_eq!(violations(page).await, json!([]), "{scheme} {address}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_in_kazakh() {
    no_violation("kk").await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_in_russian() {
    no_violation("ru").await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_in_english() {
    no_violation("en").await;
}

#[tokio::test]
async fn axe_sees_what_is_wrong() {
    journey(async |page| {
        arrive(page, "#/applicant/kk", ".app-services").await;
        page.eval("document.querySelector('label').remove()").await;
        assert!(violations(page).await.to_string().contains("label"), "a field without its label is found");
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_with_errors_and_the_kiosks_warning() {
    journey(async |page| {
        for scheme in ["light", "dark"] {
            page.prefer(&[("prefers-color-scheme", scheme)]).await;
            for (rest, _) in PAGES.iter().filter(|(_, ready)| ["#field-day", ".app-form"].contains(ready)) {
                arrive(page, &format!("#/applicant/kk{rest}"), ".app-form button[type=submit]").await;
                page.eval(
                    "document.querySelectorAll('.app-input').forEach(input => { input.value = '31.2.2026';
                    input.dispatchEvent(new Event('input', { bubbles: true })); })",
                )
                .await;
                page.click(".app-form button[type=submit]").await;
                page.wait_until("document.querySelector('.app-errors')").await;
                assert_eq!(violations(page).await, json!([]), "{scheme} {rest}");
            }
            page.leave().await;
            page.goto("#/kiosk/kk?idle=1&warning=60").await;
            page.click(".app-welcome__item[lang=kk] button").await;
            page.wait_until("document.querySelector('.app-warning')").await;
            assert_eq!(violations(page).await, json!([]), "{scheme}: the kiosk's warning");
        }
    })
    .await;
}

/// What a person can do something with; of several radio buttons the tabulator comes to one.
const CONTROLS: &str = "a[href], button, select, textarea, summary, input:not([type=radio])";

/// Every stop of the tabulator, in order: where it is, what it is, and what is wrong with it.
async fn stops(page: &Browser) -> Vec<Value> {
    // From the first control on, wherever the page has put the focus.
    page.eval(&format!(
        "const first = document.querySelector('{CONTROLS}'); first.focus(); first.blur(); scrollTo(0, 0)"
    ))
    .await;
    let mut stops = Vec::new();
    for _ in 0..400 {
        page.keys(TAB).await;
        let stop = page
            .eval(
                "const at = document.activeElement;
                 if (at == document.body || at == document.documentElement) return null;
                 const all = [...document.querySelectorAll('*')];
                 const shown = at.matches('.app-choice__input') ? at.nextElementSibling
                     : at.matches('.app-picker__input') ? at.parentElement : at;
                 const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
                 const wrong = [];
                 if (style.outlineStyle == 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no outline');
                 if (box.width < 1 || box.height < 1) wrong.push('nothing to see');
                 if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
                     wrong.push('out of sight');
                 const middle = document.elementFromPoint(
                     Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1),
                     Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1));
                 if (middle && !shown.contains(middle) && !middle.contains(shown)) wrong.push('covered');
                 return { place: all.indexOf(at), html: at.outerHTML.slice(0, 120), wrong };",
            )
            .await;
        if stop.is_null() || stops.first().is_some_and(|first: &Value| first["place"] == stop["place"]) {
            return stops;
        }
        stops.push(stop);
    }
    panic!("the tabulator never comes to the end");
}

#[tokio::test]
async fn the_focus_goes_through_every_page_in_order_and_is_always_seen() {
    journey(async |page| {
        for (width, height) in [(390, 844), (1280, 900)] {
            page.viewport(width, height).await;
            for scheme in ["light", "dark"] {
                page.prefer(&[("prefers-color-scheme", scheme)]).await;
                each_page(page, "kk", async |address| {
                    let stops = stops(page).await;
                    let controls = page
                        .eval(&format!(
                            "const all = [...document.querySelectorAll('*')];
                             return [...document.querySelectorAll('{CONTROLS}')].slice(1)
                                 .filter(e => !e.disabled && e.checkVisibility() && !e.closest('[inert]'))
                                 .map(e => all.indexOf(e))"
                        ))
                        .await;
                    let missed: Vec<_> = controls
                        .as_array()
                        .unwrap()
                        .iter()
                        .filter(|place| !stops.iter().any(|stop| stop["place"] == **place))
                        .collect();
                    assert!(
                        !stops.is_empty() && missed.is_empty(),
                        "{address}: the tabulator does not come to {missed:?}"
                    );
                    let places: Vec<_> = stops.iter().map(|stop| stop["place"].as_u64()).collect();
                    assert!(places.is_sorted(), "{address}: the order of the focus is not that of the page {stops:?}");
                    let wrong: Vec<_> = stops.iter().filter(|stop| stop["wrong"] != json!([])).collect();
                    assert!(wrong.is_empty(), "{address} {scheme} {width}: {wrong:?}");
                })
                .await;
            }
        }
    })
    .await;
}

/// Text that runs out of its box, and a page wider than its window.
const LOST: &str = "
    const wide = document.documentElement.scrollWidth - innerWidth;
    const hides = e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    const cut = [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && !e.closest('.app-unseen')
        && !e.closest('.app-picker') && !e.matches('input') && hides(e) && e.scrollWidth > e.clientWidth + 1);
    return [...(wide > 0 ? [`${wide} px too wide`] : []), ...cut.map(e => e.outerHTML.slice(0, 120))];";

#[tokio::test]
async fn at_320_pixels_nothing_is_lost() {
    journey(async |page| {
        page.viewport(320, 640).await;
        for lang in ["kk", "ru", "en"] {
            each_page(page, lang, async |address| {
                assert_eq!(page.eval(LOST).await, json!([]), "{lang} {address}");
            })
            .await;
        }
    })
    .await;
}

#[tokio::test]
async fn with_text_twice_as_large_nothing_is_lost() {
    journey(async |page| {
        for (width, height) in [(390, 844), (640, 900), (1280, 900)] {
            page.viewport(width, height).await;
            for lang in ["kk", "ru", "en"] {
                each_page(page, lang, async |address| {
                    page.eval("document.documentElement.style.fontSize = '200%'").await;
                    assert_eq!(page.eval(LOST).await, json!([]), "{lang} {address} at {width} px");
                })
                .await;
            }
        }
    })
    .await;
}

/// A number broken over two lines is another number.
#[tokio::test]
async fn with_text_twice_as_large_no_number_of_the_calendar_is_broken() {
    journey(async |page| {
        for (width, height) in [(320, 640), (390, 844), (640, 900), (1280, 900)] {
            page.viewport(width, height).await;
            for lang in ["kk", "ru", "en"] {
                arrive(page, &format!("?whole#/gallery/{lang}"), ".app-month").await;
                page.eval("document.documentElement.style.fontSize = '200%'").await;
                let broken = page
                    .eval(
                        "const marks = [...document.querySelectorAll(
                             '.app-day__date, .app-day__mark, .app-month__weekday > :first-child')];
                         const size = e => parseFloat(getComputedStyle(e).fontSize);
                         return marks.length < 60 ? ['no calendar'] : marks
                             .filter(e => e.getBoundingClientRect().height > 1.8 * size(e) || e.scrollWidth > e.parentElement.scrollWidth)
                             .map(e => e.outerHTML)",
                    )
                    .await;
                assert_eq!(broken, json!([]), "{lang} at {width} px");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_target_is_large_enough() {
    journey(async |page| {
        page.viewport(390, 844).await;
        for lang in ["kk", "ru", "en"] {
            each_page(page, lang, async |_| page.assert_targets(24).await).await;
        }
    })
    .await;
}

#[tokio::test]
async fn with_forced_colours_what_is_chosen_and_what_is_framed_can_still_be_told() {
    journey(async |page| {
        page.prefer(&[("forced-colors", "active")]).await;
        each_page(page, "kk", async |address| {
            // What is a frame or a chosen thing in colours must have a line in forced colours, where backgrounds go.
            let lost = page
                .eval(
                    "const framed = '.app-notice, .app-tag, .app-result, .app-sheet, .app-input, .app-button, \
                       .app-choice__label';
                     const hasLine = e => { const style = getComputedStyle(e);
                         return ['Top', 'Right', 'Bottom', 'Left'].some(side => style[`border${side}Style`] != 'none' &&
                             parseFloat(style[`border${side}Width`]) > 0) || style.outlineStyle != 'none'; };
                     return [...document.querySelectorAll(framed)].filter(e => e.checkVisibility() && !hasLine(e))
                         .map(e => e.outerHTML.slice(0, 120));",
                )
                .await;
            assert_eq!(lost, json!([]), "{address}");
        })
        .await;
        // The chosen answer has a line that the others do not have.
        arrive(page, &format!("#/applicant/kk{}", PAGES[2].0), ".app-form").await;
        page.click(".app-choice:nth-of-type(1) label").await;
        let outlines = page
            .eval(
                "return [...document.querySelectorAll('.app-choice__input')].map(e =>
                     [e.checked, getComputedStyle(e.nextElementSibling).outlineStyle != 'none'])",
            )
            .await;
        for outline in outlines.as_array().unwrap() {
            assert_eq!(outline[0], outline[1], "{outlines}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_fragment_says_its_language() {
    journey(async |page| {
        for lang in ["kk", "ru", "en"] {
            each_page(page, lang, async |address| {
                let foreign = page
                    .eval(
                        "const English = /\\b(the|of|and|to|is|you|for|or|not|with|day|days)\\b/i;
                         const Russian = /(^|\\s)(и|или|для|при|что|это|если|по|от|вы|день|документы)(?=\\s|$)/i;
                         const Kazakh = /(^|\\s)[а-яё]*[әғқңөұүһі][а-яёәғқңөұүһі]*(?=\\s|$)/;
                         const wrong = { kk: t => English.test(t) || Russian.test(t),
                             ru: t => English.test(t) || Kazakh.test(t), en: t => /[а-яё]/i.test(t) };
                         const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
                         let seen = 0;
                         for (let node; (node = walk.nextNode());) {
                             if (node.parentElement.closest('noscript, script')) continue;
                             seen++;
                             const said = node.parentElement.closest('[lang]').lang;
                             if (wrong[said](node.data)) found.push(said + ': ' + node.data.slice(0, 150));
                         }
                         return seen > 3 ? found : ['no words'];",
                    )
                    .await;
                assert_eq!(foreign, json!([]), "{lang} {address}");
            })
            .await;
        }
    })
    .await;
}
