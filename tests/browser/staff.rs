//! A clerk at the desk: one screen, the keyboard alone.

use std::cell::RefCell;

use crate::chromium::{Browser, DOWN, PAGE_DOWN, TAB, UP, journey};
use crate::errands::*;
use crate::person::Errand;

const ANSWER: &str = ".app-desk__answer";

impl Browser {
    /// Chooses in a list by keyboard.
    async fn choose(&self, name: &str, value: &str) {
        self.tab_to(&format!("#field-{name}")).await;
        let way = "const list = document.activeElement;
                   const there = [...list.options].findIndex(option => option.value == ";
        let way = self.eval(&format!("{way} '{value}'); return there < 0 ? null : there - list.selectedIndex")).await;
        let way = way.as_i64().unwrap_or_else(|| panic!("{name} offers no {value}"));
        for _ in 0..way.abs() {
            self.keys(if way < 0 { UP } else { DOWN }).await;
        }
        self.wait_until(&format!("document.activeElement.value == '{value}'")).await;
    }

    /// Types in a field by keyboard and leaves it: the tabulator selects what stands there, and typing replaces it.
    async fn replace(&self, name: &str, text: &str) {
        self.tab_to(&format!("#field-{name}")).await;
        self.keys(text).await;
        self.keys(TAB).await;
    }

    /// Lays the whole case out.
    async fn lay_out(&self, errand: &Errand) {
        self.wait_until("document.querySelector('.app-desk')").await;
        self.choose("service", errand.service).await;
        let answer = |name| errand.answers.iter().find(|(known, _)| *known == name);
        self.choose("channel", answer("channel").unwrap().1).await;
        self.replace("day", errand.day).await;
        self.replace("time", errand.time).await;
        self.choose("edition", errand.edition).await;
        for (name, value) in errand.answers.iter().filter(|(name, _)| *name != "channel") {
            self.choose(name, value).await;
        }
        for document in errand.documents {
            self.tab_to(&format!("input[name=docs][value={document}]")).await;
            self.keys(" ").await;
        }
    }

    /// The answer's days in large, once they are these.
    async fn wait_for_ready(&self, ready: &[&str]) {
        let days = "[...document.querySelectorAll('.app-sheet__day')].map(day => day.dateTime).join()";
        self.wait_until(&format!("{days} == '{}'", ready.join(","))).await;
    }

    /// The page is no larger than the window: what is longer scrolls in its own part.
    async fn assert_one_screen(&self) {
        let size = "const page = document.documentElement; return [page.scrollWidth, page.scrollHeight]";
        let size = self.eval(size).await;
        assert!(size[0].as_u64() <= Some(1280) && size[1].as_u64() <= Some(800), "{size}");
    }
}

async fn lay_out_in(lang: &str, (errand, ready): &(Errand, &str)) {
    journey(async |page| {
        page.viewport(1280, 800).await;
        page.goto(&format!("#/staff/{lang}")).await;
        page.lay_out(errand).await;
        page.wait_for_ready(&[ready]).await;
        assert_eq!(page.eval("return document.documentElement.lang").await, lang);
        assert!(page.fragment().await.starts_with(&format!("#/staff/{lang}/{}?", errand.service)));
        page.assert_one_screen().await;
        for part in ["documents", "right", "count", "sources", "provisions"] {
            assert_eq!(page.eval(&format!("return Boolean(document.querySelector('#{part}'))")).await, true, "{part}");
        }
        let days = page.eval("return document.querySelectorAll('.app-proof__day--counted').length").await;
        assert!(days.as_u64() > Some(0), "the count is open");
        // The answer scrolls by keyboard too.
        page.tab_to(ANSWER).await;
        page.keys(PAGE_DOWN).await;
        page.wait_until(&format!("0 < document.querySelector('{ANSWER}').scrollTop")).await;
    })
    .await;
}

#[tokio::test]
async fn a_school_certificate_at_the_office_in_kazakh() {
    lay_out_in("kk", &SCHOOL_AT_THE_OFFICE).await;
}

#[tokio::test]
async fn a_certificate_from_elsewhere_at_the_state_corporation_in_russian() {
    lay_out_in("ru", &CERTIFICATE_FROM_ELSEWHERE).await;
}

#[tokio::test]
async fn a_diploma_by_repealed_rules_on_the_portal_in_english() {
    lay_out_in("en", &DIPLOMA_BY_REPEALED_RULES).await;
}

#[tokio::test]
async fn reload_a_shared_link_and_another_language_lose_nothing() {
    let shared = RefCell::default();
    journey(async |page| {
        page.goto("#/staff/kk").await;
        page.lay_out(&SCHOOL_AT_THE_OFFICE.0).await;
        page.wait_for_ready(&[SCHOOL_AT_THE_OFFICE.1]).await;
        let (words, address) = (page.words().await, page.fragment().await);
        page.reload().await;
        page.wait_until("document.querySelector('.app-desk')").await;
        assert_eq!(page.words().await, words);
        page.click(".app-languages button[lang=ru]").await;
        page.wait_until("document.documentElement.lang == 'ru'").await;
        page.wait_for_ready(&[SCHOOL_AT_THE_OFFICE.1]).await;
        assert_eq!(page.fragment().await, address.replace("/kk/", "/ru/"));
        shared.replace((address, words));
    })
    .await;
    let (address, words) = shared.take();
    journey(async |page| {
        page.goto(&address).await;
        page.wait_until("document.querySelector('.app-desk')").await;
        assert_eq!(page.words().await, words);
    })
    .await;
}

/// 15 working days from Mon 10 August 2026: 11–14 are days 1–4, 17–21 5–9, 24–28 10–14. As known on 2 January 2026, Mon
/// 31 August is off in place of Constitution Day, Sun 30, and day 15 is Tue 1 September. As known on 19 March, the
/// holiday of 30 August is gone, and day 15 is 31 August.
#[tokio::test]
async fn the_calendar_as_known_on_a_day_decides_the_day() {
    journey(async |page| {
        page.goto("#/staff/ru").await;
        page.lay_out(&Errand { day: "10.8.2026", ..SCHOOL_AT_THE_OFFICE.0 }).await;
        for (known_on, ready) in [("2.1.2026", "2026-09-01"), ("19.3.2026", "2026-08-31")] {
            page.replace("known_on", known_on).await;
            page.wait_for_ready(&[ready]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_none_stays_in_its_field_and_takes_the_answer_away() {
    journey(async |page| {
        page.goto("#/staff/en").await;
        page.lay_out(&SCHOOL_AT_THE_OFFICE.0).await;
        page.wait_for_ready(&[SCHOOL_AT_THE_OFFICE.1]).await;
        page.replace("day", "31.2.2025").await;
        page.wait_until("document.querySelector('#field-day').ariaInvalid == 'true'").await;
        assert_eq!(page.eval("return document.querySelector('#field-day').value").await, "31.2.2025");
        page.wait_for_ready(&[]).await;
        page.replace("day", SCHOOL_AT_THE_OFFICE.0.day).await;
        page.wait_for_ready(&[SCHOOL_AT_THE_OFFICE.1]).await;
    })
    .await;
}
