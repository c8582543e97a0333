//! The app without a browser: every page once, and what time it takes it to be.

use chrono::NaiveDate;

use super::*;
use crate::lang::Lang;

/// What a browser without scripts would be served for this address on 23 November 2026.
pub(super) async fn rendered(fragment: String) -> String {
    rendered_at(typed::read_filing("2026-11-23T10:00").unwrap(), fragment).await
}

async fn rendered_at(now: NaiveDateTime, fragment: String) -> String {
    let props = AppProps { address: fragment, now, whole: Some(&whole::WHOLE) };
    yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

#[test]
fn around_the_change_over_each_minute_of_utc_has_its_hour_in_kazakhstan() {
    // Until 29 February 2024 18:00 UTC six hours ahead, then five: the hour before midnight came twice.
    let civil = |text: &str| text.parse::<NaiveDateTime>().unwrap();
    let change = civil("2024-02-29T18:00:00");
    for second in -3 * 3600..3 * 3600 {
        let utc = change + Duration::seconds(second);
        let found = kazakhstan_from_utc(utc.and_utc().timestamp_millis() as f64);
        assert_eq!(found - utc, Duration::hours(if second < 0 { 6 } else { 5 }), "{utc} UTC");
    }
    for (utc, local) in [
        ("2024-02-29T16:59:59", "2024-02-29T22:59:59"),
        ("2024-02-29T17:59:59", "2024-02-29T23:59:59"),
        ("2024-02-29T18:00:00", "2024-02-29T23:00:00"),
        ("2024-02-29T18:59:59", "2024-02-29T23:59:59"),
        ("2024-02-29T19:00:00", "2024-03-01T00:00:00"),
    ] {
        let found = kazakhstan_from_utc(civil(utc).and_utc().timestamp_millis() as f64);
        assert_eq!(found, civil(local), "{utc} UTC");
    }
    for nonsense in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(kazakhstan_from_utc(nonsense).date(), civil("1970-01-01T00:00:00").date());
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_clock_that_is_wrong_is_told_and_no_day_is_proposed() {
    let calendar = &content::shipped().calendar;
    let (built, official_to) = (calendar.facts().as_of, calendar.official_to());
    let local = tokio::task::LocalSet::new();
    let render = async {
        for lang in Lang::ALL {
            let labels = labels(lang);
            let code = lang.code();
            let page = format!(
                "#/applicant/{code}/tve-incomplete-certificate/filing?channel=provider_office&reason=academic_leave"
            );
            for (day, time, says) in [
                (built, "00:00", labels.filing_hint),
                (official_to, "23:59", labels.filing_hint),
                (built - Duration::days(1), "23:59", labels.clock_behind),
                (NaiveDate::MIN, "05:00", labels.clock_behind),
                (official_to + Duration::days(1), "00:00", labels.clock_beyond),
                (NaiveDate::MAX, "00:00", labels.clock_beyond),
            ] {
                let now = day.and_time(typed::read_time(time).unwrap());
                let html = rendered_at(now, page.clone()).await;
                let told = [labels.filing_hint, labels.clock_behind, labels.clock_beyond];
                let told: Vec<_> = told.into_iter().filter(|text| html.contains(text)).collect();
                assert_eq!(told, [says], "{now}: {html}");
                let proposes = says == labels.filing_hint;
                assert_eq!(html.contains(labels.no_day_proposed), !proposes, "{now}: {html}");
                // All these moments are outside opening hours: what is proposed is when the desk opens next.
                assert_eq!(html.contains("value=\"09:00\""), proposes, "{now}: {html}");
            }
        }
    };
    local.run_until(render).await;
}

/// Every page of every known edition's journey: the fragments after the language.
fn pages() -> Vec<String> {
    let catalogue = content::shipped().catalogue;
    let mut pages = vec![String::new()];
    for service in &catalogue.services {
        pages.push(format!("/{}/rules", service.id));
        for edition in &service.editions {
            for channel in &edition.channels {
                let told = format!("?at=2026-11-23T10:00&channel={}&edition={}", channel.id.slug(), edition.id);
                let questions = edition.questions.iter().chain(&channel.questions).map(|fact| fact.as_str());
                for step in questions.chain(["channel", "filing", "documents", "answer", "form"]) {
                    pages.push(format!("/{}/{step}{told}", service.id));
                }
            }
        }
    }
    pages
}

#[tokio::test(flavor = "current_thread")]
async fn every_page_has_one_heading_and_no_slot_left_open() {
    let local = tokio::task::LocalSet::new();
    let render = async {
        for page in pages() {
            for lang in Lang::ALL {
                let address = format!("#/applicant/{}{page}", lang.code());
                let html = rendered(address.clone()).await;
                assert_eq!(html.matches("<h1").count(), 1, "{address}: {html}");
                assert!(!html.contains('{'), "{address}: {html}");
            }
        }
    };
    local.run_until(render).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_kiosk_begins_with_the_three_languages() {
    let local = tokio::task::LocalSet::new();
    let html = local.run_until(rendered("#/kiosk".to_owned())).await;
    for lang in Lang::ALL {
        assert!(html.contains(lang.own_name()), "{html}");
    }
}
