//! What is printed: the answer on one sheet, and the application form.

use std::path::Path;

use merzim::content;
use merzim::lang::Lang;
use merzim::ui::state::State;
use merzim::words::more::paper::Paper;
use serde_json::{Value, json};

use crate::chromium::{Browser, ENTER, TAB, journey};
use crate::errands::CERTIFICATE_AT_THE_OFFICE;

/// The address of each worked case's answer after the language, and its ready day, if it has one.
fn answers() -> Vec<(String, Option<String>)> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut answers = Vec::new();
    for service in &content::shipped().catalogue.services {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{}.json", service.id));
        let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for case in cases {
            let held: Vec<_> = case["documents_present"].as_array().into_iter().flatten().map(text).collect();
            let mut query = vec![format!("at={}", text(&case["accepted_at"])), format!("docs={}", held.join(","))];
            query.push(format!("channel={}", text(&case["channel"])));
            for key in ["edition", "known_on"] {
                query.extend(case[key].as_str().map(|value| format!("{key}={value}")));
            }
            let facts = case["facts"].as_object().into_iter().flatten();
            query.extend(facts.map(|(fact, value)| format!("{fact}={}", text(value))));
            let ready = case["expect"]["ready_latest"].as_str().map(str::to_owned);
            answers.push((format!("/{}/answer?{}", service.id, query.join("&")), ready));
        }
    }
    answers
}

/// A sheet of A4 between its margins, in CSS pixels.
const WIDTH: u32 = 687;
const HEIGHT: f64 = 1031.0;

/// Lays out the sheet of each answer as it is printed: how high it is, which days a person reads on it, and whether
/// anything else is in sight.
async fn laid_out(page: &Browser, lang: &str, answers: &[(String, Option<String>)]) -> Vec<(f64, Vec<String>, bool)> {
    page.goto(&format!("?whole#/applicant/{lang}")).await;
    page.wait_until(&format!("document.documentElement.lang == '{lang}' && document.querySelector('.app-services')"))
        .await;
    page.show_as("print").await;
    page.viewport(WIDTH, 1031).await;
    let address = |answer| State::from_fragment(&format!("#/applicant/{lang}{answer}"), content::shipped().catalogue);
    let addresses: Vec<_> = answers.iter().map(|(answer, _)| address(answer).to_fragment()).collect();
    let spoken = Lang::ALL.into_iter().find(|spoken| spoken.code() == lang).unwrap();
    let measure = MEASURE.replace("NO_ROOM", Paper::of(spoken).no_room);
    let mut laid_out = Vec::new();
    for addresses in addresses.chunks(20) {
        let measured = page.eval_async(&measure.replace("ADDRESSES", &json!(addresses).to_string())).await;
        laid_out.extend(serde_json::from_value::<Vec<_>>(measured).unwrap());
    }
    laid_out
}

/// Goes to one address after the other: it is there when the link on the sheet is the address. Chromium takes twenty
/// changes of an address in a second and drops the others.
const MEASURE: &str = "
    const measured = [];
    for (const address of ADDRESSES) {
        location.hash = address;
        const isThere = () => document.querySelector('.app-paper__link')?.textContent.endsWith(location.hash);
        const pause = new Promise(then => setTimeout(then, 130));
        while (!isThere()) await new Promise(then => setTimeout(then));
        if (location.hash != address) throw `the browser stays at ${location.hash}`;
        const sheet = document.querySelector('.app-paper');
        const days = [...sheet.querySelectorAll('.app-paper__day time')].filter(day => day.checkVisibility());
        const others = [...document.querySelectorAll('main p, main h1, header, footer')]
            .filter(other => !sheet.contains(other) && other.checkVisibility());
        await pause;
        if (sheet.textContent.includes('NO_ROOM')) throw `no calendar at ${address}`;
        measured.push([sheet.offsetHeight, days.map(day => day.dateTime), others.length == 0]);
    }
    return measured;";

/// Every worked answer in a language: it says its day, and fits on the sheet; the highest are printed and counted.
async fn answers_fit_in(lang: &str) {
    journey(async |page| {
        let mut answers = answers();
        answers.sort();
        answers.dedup_by(|a, b| a.0 == b.0);
        let mut heights = Vec::new();
        for ((answer, ready), (height, days, is_alone)) in answers.iter().zip(laid_out(page, lang, &answers).await) {
            assert!(height <= HEIGHT, "{lang}{answer}: {height} px of {HEIGHT}");
            assert!(is_alone, "{lang}{answer}: more than the sheet is printed");
            if ready.is_some() {
                assert_eq!(days.last(), ready.as_ref(), "{lang}{answer}");
            }
            heights.push((height, answer));
        }
        assert!(200 < heights.len(), "{} answers", heights.len());
        heights.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (height, answer) in &heights[..4] {
            page.eval(&format!("location.hash = '#/applicant/{lang}{answer}'")).await;
            page.wait_until(&format!("document.querySelector('.app-paper').offsetHeight == {height}")).await;
            assert_eq!(page.sheets().await, 1, "{lang}{answer}");
        }
    })
    .await;
}

#[tokio::test]
async fn paper_every_worked_answer_fits_on_one_sheet_in_kazakh() {
    answers_fit_in("kk").await;
}

#[tokio::test]
async fn paper_every_worked_answer_fits_on_one_sheet_in_russian() {
    answers_fit_in("ru").await;
}

#[tokio::test]
async fn paper_every_worked_answer_fits_on_one_sheet_in_english() {
    answers_fit_in("en").await;
}

/// Nobody was asked how, when and with what to file: the sheet of a plain no says why, and has no box to tick.
#[tokio::test]
async fn paper_a_plain_no_has_its_sheet_too() {
    journey(async |page| {
        for (no, why) in [
            (
                "tve-dormitory?college_region=almaty_oblast&edition=almaty-oblast-425-2019&is_tve_student=false",
                "Жатақхана колледжде",
            ),
            ("tve-diploma-duplicate?college_liquidated=true&edition=standard-2015", "мұрағатқа жүгініңіз"),
            ("school-certificate-duplicate?consent_personal_data=false&edition=rules-undated", "келісім бермеді"),
        ] {
            page.goto(&format!("?whole#/applicant/kk/{no}")).await;
            let answer = no.replace('?', "/answer?");
            page.wait_until(&format!("document.querySelector('.app-paper__link')?.textContent.endsWith('{answer}')"))
                .await;
            page.show_as("print").await;
            let sheet = page.text(".app-paper").await;
            assert!(sheet.contains(why) && sheet.contains("1414") && sheet.contains("Не өзгерсе"), "{sheet}");
            let seen =
                "return [...document.querySelectorAll('main p, main h1, header, footer, .app-paper__box, table')]
                .filter(e => e.checkVisibility() && !e.matches('.app-paper p')).map(e => e.outerHTML)";
            assert_eq!(page.eval(seen).await, json!([]), "{no}: the sheet alone, without boxes");
            assert_eq!(page.sheets().await, 1, "{no}");
            let code = page.eval("return document.querySelector('.app-paper .app-qr').outerHTML").await;
            assert!(crate::qr::read(code.as_str().unwrap()).ends_with(&answer));
        }
    })
    .await;
}

/// The screen counts the days of a package that is not complete yet, and says on which condition; so does the paper.
#[tokio::test]
async fn paper_what_lacks_a_document_has_its_calendar_and_the_condition() {
    journey(async |page| {
        let told = "at=2026-11-24T09:00&channel=provider_office&college_region=almaty_oblast\
                    &docs=application,id_copy,newspaper_extract&edition=standard-2015\
                    &newspaper_published=2026-09-01&reason=lost";
        page.goto(&format!("?whole#/applicant/en/tve-diploma-duplicate/answer?{told}")).await;
        page.wait_until("document.querySelector('.app-paper .app-months')").await;
        page.show_as("print").await;
        let part = page.text(".app-paper__part:has(.app-months)").await;
        assert!(part.contains("This is true only if your documents are complete and accepted."), "{part}");
        assert_eq!(page.eval("return document.querySelectorAll('.app-paper__day').length").await, 0);
        assert_eq!(page.sheets().await, 1);
    })
    .await;
}

#[tokio::test]
async fn paper_the_calendar_gives_way_where_it_would_need_a_second_sheet() {
    journey(async |page| {
        let told = "at=2025-05-20T10:00&channel=provider_office&consent_personal_data=true&docs=application,id_document\
                    &edition=rules-undated&is_minor=false&known_on=2024-01-10&level=general_secondary&reason=lost";
        for (told, has_calendar) in [(told, false), (&told.replace("&known_on=2024-01-10", ""), true)] {
            page.goto(&format!("?whole#/applicant/kk/school-certificate-duplicate/answer?{told}")).await;
            page.wait_until(&format!("document.querySelector('.app-paper__link')?.textContent.includes('{told}')"))
                .await;
            page.show_as("print").await;
            assert_eq!(page.eval("return Boolean(document.querySelector('.app-paper table'))").await, has_calendar);
            let sheet = page.text(".app-paper").await;
            assert_eq!(sheet.contains(Paper::of(Lang::Kk).no_room), !has_calendar, "{sheet}");
            assert_eq!(page.sheets().await, 1);
        }
    })
    .await;
}

/// Small type is read on paper too.
#[tokio::test]
async fn paper_has_no_type_under_eight_and_a_half_points() {
    journey(async |page| {
        let answer = answers().into_iter().find(|(_, ready)| ready.is_some()).unwrap().0;
        page.goto(&format!("?whole#/applicant/ru{answer}")).await;
        page.wait_until("document.querySelector('.app-paper')").await;
        page.show_as("print").await;
        let small = "return [...document.querySelectorAll('.app-paper *')].filter(e => e.checkVisibility())
            .filter(e => [...e.childNodes].some(node => node.nodeType == 3 && node.data.trim() != ''))
            .filter(e => parseFloat(getComputedStyle(e).fontSize) < 8.5 / 0.75 - 0.01)
            .map(e => `${getComputedStyle(e).fontSize}: ${e.outerHTML.slice(0, 120)}`)";
        assert_eq!(page.eval(small).await, json!([]));
    })
    .await;
}

const FORM: &str = "?whole#/applicant/ru/school-certificate-duplicate/answer?at=2025-02-03T10:00&channel=provider_office\
                    &docs=application&edition=rules-undated&level=general_secondary&reason=lost";

/// What is typed into the form, in the order of its fields.
const TYPED: [&str; 6] =
    ["№ 12 мектеп", "Айгүл Серікбаева", "850101350011", "2012", "", "аттестатымның көшу кезінде жоғалуына"];

async fn to_the_form(page: &Browser) {
    page.goto(FORM).await;
    page.wait_until("document.querySelector('[aria-labelledby=share]')").await;
    page.turn(async || page.click("[aria-labelledby=documents] .app-document:first-child p > .app-link").await).await;
}

#[tokio::test]
async fn paper_an_application_is_filled_in_by_keyboard_and_printed() {
    journey(async |page| {
        to_the_form(page).await;
        page.eval("window.print = () => window.printed = (window.printed ?? 0) + 1").await;
        page.tab_to("#field-form-institution").await;
        for text in TYPED {
            page.keys(text).await;
            page.keys(TAB).await;
        }
        page.wait_until(&format!("document.querySelector('.app-blank').textContent.includes('{}')", TYPED[5])).await;
        assert_eq!(page.eval("return document.activeElement.type").await, "submit");
        page.keys(ENTER).await;
        page.wait_until("window.printed == 1").await;

        page.show_as("print").await;
        assert_eq!(page.sheets().await, 1);
        let paper = page.text("body").await;
        for part in TYPED.into_iter().chain(["Өтініш", "азамат(ша)", "байланысты маған аттестаттың телнұсқасын"])
        {
            assert!(paper.contains(part), "{part} is not in {paper}");
        }
        assert!(!paper.contains("Мерзім") && !paper.contains("Заполнить"), "the paper is the form alone: {paper}");
    })
    .await;
}

#[tokio::test]
async fn paper_what_is_written_into_a_form_stays_in_memory() {
    journey(async |page| {
        to_the_form(page).await;
        page.fill("#field-form-applicant", TYPED[1]).await;
        page.fill("#field-form-iin", TYPED[2]).await;
        let kept = "JSON.stringify([location.href, document.title, history.state, document.cookie, { ...localStorage },
                    { ...sessionStorage }])";
        let kept = page.eval(&format!("return decodeURIComponent({kept})")).await;
        for trace in ["Айгүл", "850101"] {
            assert!(!kept.as_str().unwrap().contains(trace), "{trace} is in {kept}");
        }
        // On another page of the same service and in another language it is still there; the answer says nothing of it.
        page.turn(async || page.click(".app-back").await).await;
        assert!(!page.eval("return document.documentElement.outerHTML").await.as_str().unwrap().contains("Айгүл"));
        page.eval("history.forward()").await;
        page.wait_until(&format!("document.querySelector('#field-form-applicant')?.value == '{}'", TYPED[1])).await;
        page.reload().await;
        page.wait_until("document.querySelector('#field-form-applicant')").await;
        for field in ["applicant", "iin"] {
            let script = format!("return document.querySelector('#field-form-{field}').value");
            assert_eq!(page.eval(&script).await, "", "a reload loses it");
        }
    })
    .await;
}

#[tokio::test]
async fn paper_a_number_that_cannot_be_is_told_and_nothing_is_held_back() {
    journey(async |page| {
        to_the_form(page).await;
        page.eval("window.print = () => window.printed = true").await;
        for (number, is_told) in [("850101350012", true), ("8501", true), ("850101350011", false), ("", false)] {
            page.write("#field-form-iin", number).await;
            let told = "document.querySelector('#error-form-iin').textContent != ''";
            page.wait_until(&format!("({told}) == {is_told}")).await;
        }
        page.write("#field-form-iin", "1").await;
        page.click(".app-apply__form [type=submit]").await;
        page.wait_until("window.printed").await;
    })
    .await;
}

#[tokio::test]
async fn paper_every_form_is_one_sheet_empty_and_filled() {
    journey(async |page| {
        for service in ["tve-diploma-duplicate", "tve-incomplete-certificate", "school-certificate-duplicate"] {
            let told = "at=2026-12-01T10:00&channel=provider_office";
            page.goto(&format!("?whole#/applicant/kk/{service}/form?{told}")).await;
            page.wait_until("document.querySelector('.app-blank')").await;
            assert_eq!(page.sheets().await, 1, "{service}, empty");
            let fill = "for (const field of document.querySelectorAll('.app-apply__form input')) {
                field.value = 'Серікбаева-Қожахметова Айгүл Нұрланқызы';
                field.dispatchEvent(new Event('input', { bubbles: true })); }";
            page.eval(fill).await;
            page.wait_until("document.querySelector('.app-blank').textContent.includes('Айгүл')").await;
            assert_eq!(page.sheets().await, 1, "{service}, filled");
        }
    })
    .await;
}

#[tokio::test]
async fn paper_the_answer_offers_to_print_its_sheet() {
    journey(async |page| {
        page.goto("?whole").await;
        page.travel(&CERTIFICATE_AT_THE_OFFICE.0).await;
        assert_eq!(page.eval("return document.querySelector('.app-paper').checkVisibility()").await, false);
        page.eval("window.print = () => window.printed = true").await;
        page.click("[aria-labelledby=share] > .app-button").await;
        page.wait_until("window.printed").await;
    })
    .await;
}
