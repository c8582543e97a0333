//! Journeys of an applicant.

use std::cell::RefCell;

use merzim::lang::Lang;
use merzim::words::labels::labels;

use crate::chromium::{Browser, DOWN, ENTER, journey};
use crate::errands::*;
use crate::person::Errand;

/// Travels in a language and looks at the day, the address and the page's language.
async fn arrive(page: &Browser, lang: &str, (errand, ready): &(Errand, &str)) {
    page.goto(&format!("#/applicant/{lang}")).await;
    page.travel(errand).await;
    assert_eq!(page.ready().await, [*ready]);
    assert_eq!(page.eval("return document.documentElement.lang").await, lang);
    assert!(page.fragment().await.starts_with(&format!("#/applicant/{lang}/{}/answer?", errand.service)));
}

#[tokio::test]
async fn a_lost_school_certificate_at_the_office_in_kazakh() {
    journey(async |page| arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await).await;
}

#[tokio::test]
async fn a_lost_school_certificate_at_the_state_corporation_in_russian() {
    journey(async |page| arrive(page, "ru", &SCHOOL_AT_THE_STATE_CORPORATION).await).await;
}

#[tokio::test]
async fn a_lost_school_certificate_on_the_portal_in_english() {
    journey(async |page| arrive(page, "en", &SCHOOL_ON_THE_PORTAL).await).await;
}

#[tokio::test]
async fn a_certificate_of_unfinished_studies_from_elsewhere_in_russian() {
    journey(async |page| arrive(page, "ru", &CERTIFICATE_FROM_ELSEWHERE).await).await;
}

#[tokio::test]
async fn repealed_rules_give_an_answer_for_reference_in_english() {
    journey(async |page| {
        arrive(page, "en", &DIPLOMA_BY_REPEALED_RULES).await;
        assert!(page.fragment().await.contains("edition=order-127-2018"));
    })
    .await;
}

#[tokio::test]
async fn reload_back_and_forward_lose_nothing() {
    journey(async |page| {
        arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await;
        page.wait_for_the_whole().await;
        let answer = page.words().await;
        page.reload().await;
        page.wait_for_the_whole().await;
        assert_eq!(page.words().await, answer);

        page.turn(async || page.back().await).await;
        assert_eq!(page.page().await, "documents");
        let ticked = page.eval("return document.querySelectorAll('.app-form input:checked').length").await;
        assert_eq!(ticked, SCHOOL_AT_THE_OFFICE.0.documents.len());
        page.turn(async || page.back().await).await;
        let typed =
            page.eval("return [...document.querySelectorAll('#field-day, #field-time')].map(e => e.value)").await;
        assert_eq!(typed, serde_json::json!(["20.05.2025", "10:00"]));
        page.turn(async || drop(page.eval("history.forward()").await)).await;
        page.turn(async || drop(page.eval("history.forward()").await)).await;
        assert_eq!(page.words().await, answer);
    })
    .await;
}

/// 15 working days from 20 May 2025 end on 11 June, Friday 6 June being Kurban Ait: for a result by that day the office
/// takes the application in on 20 May until it closes at 18:30, and by 10 June it is too late.
#[tokio::test]
async fn the_other_ways_are_one_touch_from_the_answer() {
    journey(async |page| {
        arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await;
        let ready = page.ready().await;
        page.wait_for_the_whole().await;
        assert_eq!(page.ready().await, ready, "the same address, the same answer");
        page.click(".app-fold__summary:has(#ways)").await;
        page.wait_until("document.querySelectorAll('.app-lane').length == 3").await;
        page.fill("#field-needed", "11.6.2025").await;
        page.wait_until("document.querySelectorAll('.app-fold:has(#ways) [role=status] li').length == 3").await;
        let chances = page.text(".app-fold:has(#ways) [role=status]").await;
        assert!(chances.contains("2025 жылғы 20 мамыр, сейсенбі, сағат 18:29"), "{chances}");
        page.fill("#field-needed", "10.6.2025").await;
        page.wait_until("!document.querySelector('.app-fold:has(#ways) [role=status]').textContent.includes('мамыр')")
            .await;
        page.click(".app-lane__choose").await;
        page.wait_until("location.hash.includes('channel=state_corporation')").await;
    })
    .await;
}

#[tokio::test]
async fn who_saves_data_gets_the_whole_program_by_a_link_alone() {
    journey(async |page| {
        page.before_each_page("Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })")
            .await;
        arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await;
        let ready = page.ready().await;
        let loaded = "performance.getEntriesByType('resource').some(entry => entry.name.includes('merzim-whole'))";
        assert_eq!(page.eval(&format!("return {loaded}")).await, false, "nothing is loaded unasked");
        page.click("a[href^='?whole']").await;
        page.wait_until("document.querySelectorAll('.app-lane').length == 3").await;
        assert_eq!(page.ready().await, ready, "the same address, the same answer");
        page.back().await;
        page.wait_until("location.search == ''").await;
    })
    .await;
}

#[tokio::test]
async fn a_double_tap_does_nothing_on_the_page_that_its_first_tap_turned_to() {
    journey(async |page| {
        page.goto("#/applicant/ru/school-certificate-duplicate/filing?channel=provider_office&consent_personal_data=true&is_minor=true&level=basic_secondary&reason=lost").await;
        page.wait_until("document.querySelector('#field-time[type=time]')").await;
        let tap = |on| format!("const tap = {{ bubbles: true, cancelable: true, detail: 1, clientX: 90, clientY: 610 }};
                                document.querySelector('{on}').dispatchEvent(new MouseEvent('click', tap))");
        let (button, label) = (".app-form__ways button", ".app-checklist label");
        let checked = "return document.querySelectorAll('.app-checklist input:checked').length";
        page.eval(&tap(button)).await;
        page.wait_until("document.querySelector('.app-checklist label')").await;
        page.eval(&tap(label)).await;
        assert_eq!(page.eval(checked).await, 0);
        page.eval_async("await new Promise(done => setTimeout(done, 500))").await;
        page.eval(&tap(label)).await;
        assert_eq!(page.eval(checked).await, 1, "a later tap is meant");
    })
    .await;
}

#[tokio::test]
async fn a_shared_link_opened_fresh_shows_the_same_answer() {
    let shared = RefCell::default();
    journey(async |page| {
        arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await;
        page.wait_for_the_whole().await;
        let link = page.eval("return document.querySelector('#link').value").await;
        let fragment = link.as_str().unwrap().strip_prefix(&format!("{}/", page.site.origin)).unwrap().to_owned();
        shared.replace((fragment, page.words().await));
    })
    .await;
    let (fragment, answer) = shared.take();
    journey(async |page| {
        page.goto(&fragment).await;
        page.wait_for_the_whole().await;
        assert_eq!(page.words().await, answer);
    })
    .await;
}

#[tokio::test]
async fn another_language_keeps_the_answer() {
    journey(async |page| {
        arrive(page, "kk", &SCHOOL_AT_THE_OFFICE).await;
        page.wait_for_the_whole().await;
        let (kazakh, address) = (page.words().await, page.fragment().await);
        for lang in ["ru", "en", "kk"] {
            page.click(&format!(".app-languages button[lang={lang}]")).await;
            page.wait_until(&format!("document.documentElement.lang == '{lang}'")).await;
            assert_eq!(page.ready().await, [SCHOOL_AT_THE_OFFICE.1]);
            assert_eq!(page.fragment().await, address.replace("/kk/", &format!("/{lang}/")));
            assert_eq!(page.words().await == kazakh, lang == "kk", "{lang}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_none_stays_as_typed_and_the_focus_goes_to_what_is_wrong() {
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.travel_to("day", &SCHOOL_AT_THE_OFFICE.0, async || {
            // Of several answers none is chosen: the summary leads to the first.
            if page.eval("return Boolean(document.querySelector('.app-form [type=radio]'))").await == true {
                page.click(".app-form__ways button[type=submit]").await;
                page.wait_until("document.activeElement.id == 'errors' && document.title.startsWith('Қате')").await;
                page.click("#errors a").await;
                page.wait_until("document.activeElement.type == 'radio'").await;
                page.click(".app-choice label").await;
                page.wait_until("!document.getElementById('errors') && !document.title.startsWith('Қате')").await;
            }
        })
        .await;
        page.write("#field-day", "31.02.2025").await;
        page.click(".app-form__ways button[type=submit]").await;
        page.wait_until("document.activeElement.id == 'errors'").await;
        assert_eq!(page.eval("return document.querySelector('#field-day').value").await, "31.02.2025");
        assert_eq!(page.eval("return document.querySelector('#field-day').ariaInvalid").await, "true");
        assert!(page.eval("return document.title").await.as_str().unwrap().starts_with("Қате"));
        page.click("#errors a").await;
        page.wait_until("document.activeElement.id == 'field-day'").await;
        // What is corrected is no error any more, nor in the title.
        page.write("#field-day", "28.02.2025").await;
        page.wait_until("!document.getElementById('errors') && !document.title.startsWith('Қате')").await;

        // A year of two digits is told apart, and a month may be written by its name.
        page.write("#field-day", "20 мамыр 25").await;
        page.click(".app-form__ways button[type=submit]").await;
        page.wait_until("document.activeElement.id == 'errors'").await;
        let said = page.eval("return document.getElementById('error-day').textContent").await;
        assert_eq!(said, labels(Lang::Kk).write_year);
        page.write("#field-day", "20 мамырда, 2025 ж.").await;
        page.turn(async || page.click(".app-form__ways button[type=submit]").await).await;
        assert_eq!(page.page().await, "documents");
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() {
    journey(async |page| {
        let (errand, ready) = &SCHOOL_AT_THE_OFFICE;
        page.goto("#/applicant/kk").await;
        page.wait_until("document.querySelector('.app-services')").await;
        loop {
            match page.page().await.as_str() {
                "answer" => break,
                "start" => page.tab_to(&errand.way_in()).await,
                "documents" => {
                    for document in errand.documents {
                        page.tab_to(&format!("#field-{document}")).await;
                        page.keys(" ").await;
                    }
                    page.tab_to("button[type=submit]").await;
                }
                "day" => {
                    // The tabulator selects what stands in the field, and typing replaces it.
                    page.tab_to("#field-day").await;
                    page.keys(errand.day).await;
                    page.tab_to("#field-time").await;
                    // A browser that counts hours to twelve asks for the half of the day too; another ignores it.
                    page.keys(&format!("{}AM", errand.time.replace(':', ""))).await;
                    page.tab_to("button[type=submit]").await;
                }
                question => {
                    let (_, value) = errand.answers.iter().find(|(name, _)| *name == question).unwrap();
                    page.tab_to(&format!("input[name={question}]")).await;
                    page.keys(" ").await;
                    let chosen = format!("return document.activeElement.value == '{value}'");
                    for _ in 0..20 {
                        if page.eval(&chosen).await == true {
                            break;
                        }
                        page.keys(DOWN).await;
                    }
                }
            }
            page.turn(async || page.keys(ENTER).await).await;
        }
        assert_eq!(page.ready().await, [*ready]);
    })
    .await;
}

#[tokio::test]
async fn a_narrow_screen_never_scrolls_sideways() {
    journey(async |page| {
        page.viewport(320, 640).await;
        let told = "at=2025-05-20T10:00&channel=provider_office&docs=application,id_document&edition=rules-undated\
                    &level=general_secondary&reason=lost";
        for lang in ["kk", "ru", "en"] {
            page.goto(&format!("#/applicant/{lang}")).await;
            for step in ["rules", "reason", "channel", "filing", "documents", "answer"] {
                let address = format!("#/applicant/{lang}/school-certificate-duplicate/{step}?{told}");
                page.turn(async || page.goto(&address).await).await;
                let width = page
                    .eval(
                        "document.querySelectorAll('details').forEach(details => details.open = true);
                         return document.documentElement.scrollWidth",
                    )
                    .await;
                assert!(width.as_u64().unwrap() <= 320, "{address}: {width} px");
            }
        }
    })
    .await;
}

/// A certificate over New Year with its worked Sunday.
const DESK: &str = "#/staff/ru/tve-incomplete-certificate?at=2024-12-27T10:00&channel=state_corporation\
                    &consent_personal_data=true&docs=application,id_document&edition=order-19-2023\
                    &provider_in_place=false&reason=interim_attestation";

/// No bar at the side that takes width from the page.
const AS_ON_A_PHONE: &str = "document.documentElement.style.scrollbarWidth = 'none'";

/// The README's pictures: `cargo test --test browser -- --ignored pictures` draws them anew.
#[tokio::test]
#[ignore = "it writes into docs/"]
async fn pictures() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    journey(async |page| {
        page.viewport(390, 844).await;
        page.goto("#/applicant/kk").await;
        page.eval(AS_ON_A_PHONE).await;
        page.write("#search", "attestat zhogaldy").await;
        page.wait_until("document.querySelector('.app-services__reason')").await;
        page.screenshot(docs.join("start-kk.png")).await;
        page.write("#search", "").await;
        page.travel_to("documents", &SCHOOL_AT_THE_OFFICE.0, async || ()).await;
        page.click("label[for=field-application]").await;
        page.screenshot(docs.join("documents-kk.png")).await;
        page.click("label[for=field-id_document]").await;
        page.turn(async || page.click(".app-form__ways button[type=submit]").await).await;
        page.wait_for_the_whole().await;
        page.screenshot(docs.join("applicant-kk.png")).await;
        page.eval("document.querySelector('#count').scrollIntoView()").await;
        page.screenshot(docs.join("calendar-kk.png")).await;
    })
    .await;
    journey(async |page| {
        page.viewport(1080, 1200).await;
        page.goto("#/kiosk").await;
        page.eval(AS_ON_A_PHONE).await;
        page.click(".app-welcome__item[lang=kk] button").await;
        page.travel_to("reason", &CERTIFICATE_AT_THE_OFFICE.0, async || ()).await;
        page.screenshot(docs.join("kiosk-kk.png")).await;
    })
    .await;
    journey(async |page| {
        page.viewport(1280, 800).await;
        page.goto(DESK).await;
        page.wait_until("document.querySelector('.app-desk')").await;
        page.screenshot(docs.join("staff-ru.png")).await;
    })
    .await;
}

#[tokio::test]
async fn a_link_that_a_browser_will_not_copy_is_selected_to_copy_by_hand() {
    journey(async |page| {
        arrive(page, "en", &SCHOOL_AT_THE_OFFICE).await;
        page.eval("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))").await;
        page.click(".app-copy button").await;
        page.wait_until("document.querySelector('.app-copy__done').textContent.includes('Select it')").await;
        assert_eq!(page.eval("return document.getElementById('link').selectionStart").await, 0);
        let selected = "const link = document.getElementById('link'); return link.selectionEnd == link.value.length";
        assert_eq!(page.eval(selected).await, true);
    })
    .await;
}

#[tokio::test]
async fn a_link_with_a_key_held_down_is_the_browsers() {
    // The browser is not let follow the link: what else happens is the app's doing.
    journey(async |page| {
        page.goto("#/applicant/ru").await;
        page.wait_until("document.querySelector('.app-services__choice')").await;
        let click = |key: &str| {
            format!(
                "const way = document.querySelector('.app-services__choice');
                 addEventListener('click', (event) => event.preventDefault(), {{ capture: true, once: true }});
                 way.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, ctrlKey: {key} }}));"
            )
        };
        page.eval(&click("true")).await;
        page.eval("return new Promise((done) => setTimeout(done, 300))").await;
        assert_eq!(page.page().await, "start");
        page.turn(async || drop(page.eval(&click("false")).await)).await;
        assert_ne!(page.page().await, "start");
    })
    .await;
}

#[tokio::test]
async fn who_goes_back_stays_with_the_language_chosen_since() {
    journey(async |page| {
        page.goto("#/applicant/en").await;
        page.wait_until("document.querySelector('h1')").await;
        page.turn(async || page.click(&DIPLOMA_BY_REPEALED_RULES.0.way_in()).await).await;
        page.turn(async || page.click(&DIPLOMA_BY_REPEALED_RULES.0.rules()).await).await;
        page.click("button[lang=ru]").await;
        page.wait_until("document.documentElement.lang == 'ru' && location.hash.startsWith('#/applicant/ru/')").await;
        for there in ["rules", "start"] {
            page.turn(async || page.back().await).await;
            assert_eq!(page.page().await, there);
            assert_eq!(page.eval("return document.documentElement.lang").await, "ru");
            page.wait_until("location.hash.startsWith('#/applicant/ru')").await;
        }
        // An address that somebody gives speaks for itself.
        page.eval("location.hash = '#/applicant/kk'").await;
        page.wait_until("document.documentElement.lang == 'kk'").await;
    })
    .await;
}

/// The page's way back is the browser's too: the phone's own then leads further back, and nothing said is lost.
#[tokio::test]
async fn the_two_ways_back_agree_and_keep_what_was_said() {
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        let entries = "return history.length";
        let before = page.eval(entries).await;
        for there in ["documents", "day", "channel"] {
            page.turn(async || page.click(".app-back").await).await;
            assert_eq!(page.page().await, there);
        }
        assert_eq!(page.eval(entries).await, before, "no entry of the history is new");
        page.turn(async || page.back().await).await;
        assert_eq!(page.page().await, "applicant", "the browser's way back goes on from there");
        page.turn(async || page.click(".app-back").await).await;
        assert_eq!(page.page().await, "court_bar");

        page.reload().await;
        page.wait_until("document.querySelector('.app-back') && !document.querySelector('.app-page--brief')").await;
        page.turn(async || page.click(".app-back").await).await;
        assert_eq!(page.page().await, "consent_personal_data", "after a reload too");
        assert_eq!(page.eval("return document.querySelector('.app-form input:checked').value").await, "true");
    })
    .await;
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        for there in ["documents", "day"] {
            page.turn(async || page.click(".app-back").await).await;
            assert_eq!(page.page().await, there);
        }
        page.write("#field-day", "4.2.2025").await;
        page.turn(async || page.click(".app-form__ways button[type=submit]").await).await;
        assert_eq!(page.page().await, "answer", "what was ticked need not be ticked again");
        page.wait_until("location.hash.includes('docs=application,id_document')").await;
        page.wait_until("location.hash.includes('at=2025-02-04T10:00')").await;
    })
    .await;
}

#[tokio::test]
async fn a_plain_no_that_was_shared_gets_what_would_turn_it() {
    journey(async |page| {
        // The address names no step: the app finds that it is the answer.
        page.goto("#/applicant/kk/tve-dormitory?edition=almaty-oblast-425-2019&college_region=almaty_oblast&is_tve_student=false").await;
        page.wait_until("document.querySelector('.app-page--no #change')").await;
        assert!(page.words().await.contains("шешім «иә» болар еді"));
    })
    .await;
}
