//! The search of the first page: a program of its own, which comes when somebody turns to it.

use crate::chromium::{Browser, ENTER, TAB, journey};

/// Where the first service shown leads.
const FIRST: &str = "document.querySelector('.app-services__choice')?.hash";

/// How many services are shown.
async fn shown(page: &Browser) -> usize {
    let count = page.eval("return document.querySelectorAll('.app-services__item').length").await;
    usize::try_from(count.as_u64().unwrap()).unwrap()
}

async fn programs(page: &Browser) -> String {
    page.eval("return performance.getEntriesByType('resource').map(entry => entry.name).join(' ')").await.to_string()
}

#[tokio::test]
async fn a_lost_diploma_in_latin_letters_is_found_from_the_keyboard() {
    journey(async |page| {
        page.goto("#/applicant/kk").await;
        page.wait_until("document.querySelector('#search')").await;
        assert!(!programs(page).await.contains("merzim-find"), "nobody has turned to the search");
        page.tab_to("#search").await;
        page.keys("diplom zhogalttym").await;
        page.wait_until(&format!("{FIRST} == '#/applicant/kk/tve-diploma-duplicate'")).await;
        assert!(programs(page).await.contains("merzim-find_bg.wasm"));
        assert_eq!(page.text(".app-services__reason").await, "Колледж дипломын жоғалттым");
        assert_eq!(page.text("[role=status].app-search__count").await, "Табылғаны төменде тұр.");

        page.keys(ENTER).await;
        assert_eq!(page.eval("return document.activeElement.hash").await, "#/applicant/kk/tve-diploma-duplicate");
        assert_eq!(page.page().await, "start", "the first Enter only goes there");

        // Who has taken the wrong one comes back to what was found.
        page.turn(async || page.keys(ENTER).await).await;
        page.turn(async || page.click(".app-back").await).await;
        assert_eq!(page.eval("return document.querySelector('#search').value").await, "diplom zhogalttym");
        assert_eq!(
            page.text(".app-services__item:first-child .app-services__reason").await,
            "Колледж дипломын жоғалттым"
        );
        page.turn(async || drop(page.eval("history.forward()").await)).await;
        page.turn(async || page.back().await).await;
        assert_eq!(page.eval("return document.querySelector('#search').value").await, "diplom zhogalttym");

        page.click("button[lang=ru]").await;
        page.wait_until("document.querySelector('.app-services__reason')?.textContent == 'Потерял диплом колледжа'")
            .await;
        page.tab_to("#search").await;
        page.turn(async || page.keys(&[TAB, ENTER].concat()).await).await;
        assert!(page.fragment().await.starts_with("#/applicant/ru/tve-diploma-duplicate"));
    })
    .await;
}

#[tokio::test]
async fn what_is_found_follows_what_is_typed() {
    journey(async |page| {
        page.goto("#/applicant/ru").await;
        page.wait_until("document.querySelector('.app-services a')").await;
        let top = "return document.querySelector('.app-services').getBoundingClientRect().top + scrollY";
        let before = page.eval(top).await;
        page.write("#search", "j,ofuf").await;
        page.wait_until(&format!("{FIRST} == '#/applicant/ru/tve-dormitory'")).await;
        assert_eq!(page.eval(top).await, before, "what is said of the search moves nothing");
        assert_eq!(page.text(".app-search__count").await, "Найденное стоит ниже.");
        page.write("#search", "xylophone").await;
        page.wait_until("document.querySelector('.app-search__count').textContent.startsWith('Ничего')").await;
        assert_eq!(shown(page).await, 7, "who finds nothing still sees them all");
        page.write("#search", "").await;
        page.wait_until("document.querySelectorAll('.app-services__item').length == 7").await;
        assert_eq!(page.text(".app-search__count").await, "");
    })
    .await;
}

#[tokio::test]
async fn without_the_search_every_service_stays() {
    journey(async |page| {
        page.site.withhold("merzim-find.js");
        page.goto("#/applicant/kk").await;
        page.click("#search").await;
        page.write("#search", "diplom zhogalttym").await;
        page.wait_until("performance.getEntriesByType('resource').some(entry => entry.name.includes('merzim-find'))")
            .await;
        assert_eq!((shown(page).await, page.text(".app-search__count").await.as_str()), (7, ""));
        page.turn(async || page.click(".app-services__choice").await).await;
        let errors = page.console_errors().await;
        assert!(errors.iter().all(|error| error.contains("merzim-find")), "only the withheld file fails: {errors:?}");
        page.forget_console_errors();
    })
    .await;
}
