//! The short program and the whole one: what comes while somebody reads moves nothing and loses nothing.

use crate::chromium::journey;

#[tokio::test]
async fn the_whole_program_takes_over_where_nothing_is_half_typed() {
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.click("a[href$='/school-certificate-duplicate']").await;
        page.wait_until("document.querySelector('.app-form')").await;
        // Whatever is chosen here while the program comes must stay.
        page.click(".app-choice label").await;
        page.wait_until("performance.getEntriesByType('resource').some(e => e.name.includes('merzim-whole_bg'))").await;
        page.eval_async("await new Promise(done => setTimeout(done, 1500))").await;
        assert_eq!(page.eval("return document.querySelectorAll('.app-form input:checked').length").await, 1);
        let first = page.eval("return document.querySelector('h1').textContent").await;
        page.turn(async || page.click(".app-form__ways button[type=submit]").await).await;
        assert_ne!(page.eval("return document.querySelector('h1').textContent").await, first);
        page.turn(async || page.back().await).await;
        assert_eq!(page.eval("return document.querySelector('h1').textContent").await, first);
        assert_eq!(page.eval("return document.querySelectorAll('.app-form input:checked').length").await, 1);
    })
    .await;
}

#[tokio::test]
async fn pages_are_rehearsed_to_the_answer_out_of_sight() {
    journey(async |page| {
        page.goto("#/applicant/ru").await;
        page.wait_until("document.querySelector('.app-services__choice')").await;
        let seen = "return [location.hash, history.length, document.title, document.body.innerText].join()";
        let before = page.eval(seen).await;
        let rehearsed = "performance.getEntriesByType('mark').map(mark => mark.name)";
        page.wait_until(&format!("{rehearsed}.length == 1")).await;
        assert_eq!(page.eval(seen).await, before);
        page.click("a[href$='/school-certificate-duplicate']").await;
        page.wait_until(&format!("{rehearsed}.length == 2")).await;
        let to = page.eval(&format!("return {rehearsed}.join()")).await;
        assert_eq!(to, "rehearsed to app-page app-page--brief,rehearsed to app-page app-page--brief");
    })
    .await;
}

#[tokio::test]
async fn who_reads_a_shared_answer_stays_at_the_same_place_when_the_rest_comes() {
    journey(async |page| {
        page.goto("#/applicant/kk/school-certificate-duplicate/answer?at=2025-05-20T10:00&channel=provider_office&docs=application&edition=rules-undated&level=general_secondary&reason=lost").await;
        page.wait_until("document.querySelector('a[href^=\"?whole\"]')").await;
        let opens = "const all = [...document.querySelectorAll('summary')]; const last = all.at(-2); last.focus(); last.click();
                     last.scrollIntoView(); getSelection().selectAllChildren(last)";
        page.eval(opens).await;
        let place = "const held = document.activeElement;
                     return [held.textContent, held.parentNode.open, Math.round(held.getBoundingClientRect().top)].join()";
        let before = page.eval(place).await;
        page.eval_async("await new Promise(done => setTimeout(done, 2500))").await;
        let waits = "return Boolean(document.querySelector('a[href^=\"?whole\"]'))";
        assert_eq!(page.eval(waits).await, true, "nothing is taken from under a selection");
        page.eval("getSelection().empty()").await;
        page.wait_for_the_whole().await;
        assert_eq!(page.eval(place).await, before);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_was_shared_gets_the_rest_without_moving_the_reader() {
    journey(async |page| {
        page.goto("#/applicant/kk/school-certificate-duplicate/answer?at=2025-05-20T10:00&channel=provider_office&docs=&reason=lost").await;
        page.wait_until("document.querySelector('a[href^=\"?whole\"]')").await;
        page.eval("document.querySelector('#documents').focus(); scrollTo(0, 700)").await;
        page.wait_for_the_whole().await;
        page.wait_until("document.activeElement.id == 'documents'").await;
        assert_eq!(page.eval("return scrollY").await, 700);
    })
    .await;
}
