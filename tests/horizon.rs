//! The honest horizon: beyond what is official the ready date is a window, and the truth lies in it.

#[cfg(test)]
mod backtest {

    use chrono::{Datelike, NaiveDate};
    use merzim::baked::List;
    use merzim::content;
    use merzim::engine::assess;
    use merzim::engine::calendar::{AitStatus, Calendar, CalendarFacts, Holiday, KurbanAit};
    use merzim::engine::case::{Case, FactValue};
    use merzim::engine::catalogue::{Catalogue, ChannelId};
    use merzim::engine::told::Names;
    use merzim::engine::verdict::{Moment, Verdict};

    fn facts() -> CalendarFacts {
        content::shipped().calendar.facts().clone()
    }

    fn catalogue() -> &'static Catalogue {
        content::shipped().catalogue
    }

    /// The rows for which the condition holds.
    fn kept<T: Clone>(rows: &List<T>, keep: impl Fn(&T) -> bool) -> List<T> {
        rows.iter().filter(|row| keep(row)).cloned().collect::<Vec<_>>().into()
    }

    /// The calendar as somebody had it who knew neither the year's orders nor the confirmation of its Kurban Ait.
    fn before_the_orders_of(year: i32) -> Calendar {
        let mut facts = facts();
        facts.transfers = kept(&facts.transfers, |row| row.moved_to.year() != year && row.moved_from.year() != year);
        facts.official_years = kept(&facts.official_years, |row| row.year < year);
        facts.kurban_ait = kept(&facts.kurban_ait, |row| row.until.is_none());
        let doubted = |row: &KurbanAit| match year <= row.year {
            true => KurbanAit { status: AitStatus::Estimate, confirmed_on: None, ..row.clone() },
            false => row.clone(),
        };
        facts.kurban_ait = facts.kurban_ait.iter().map(doubted).collect::<Vec<_>>().into();
        Calendar::from_facts(&facts)
    }

    type Situation = (&'static str, &'static str, ChannelId, Vec<(&'static str, FactValue)>);

    /// Terms of every kind: 3, 8, 10 and 15 working days, 12, 18–30, 20 and 30 calendar days, two weeks, a month.
    fn cases() -> Vec<Case> {
        let word = |text: &str| FactValue::Word(text.to_owned().into());
        let yes = FactValue::Bool(true);
        let region = ("college_region", word("almaty_oblast"));
        let situations: Vec<Situation> = vec![
            (
                "school-certificate-duplicate",
                "rules-undated",
                ChannelId::ProviderOffice,
                vec![("reason", word("lost"))],
            ),
            ("tve-incomplete-certificate", "order-19-2023", ChannelId::ProviderOffice, vec![]),
            (
                "tve-incomplete-certificate",
                "order-19-2023",
                ChannelId::StateCorporation,
                vec![("provider_in_place", FactValue::Bool(false))],
            ),
            ("tve-dormitory", "almaty-oblast-425-2019", ChannelId::ProviderOffice, vec![region.clone()]),
            ("tve-diploma-duplicate", "standard-2015", ChannelId::ProviderOffice, vec![]),
            ("tve-diploma-duplicate", "almaty-oblast-425-2019", ChannelId::ProviderOffice, vec![region.clone()]),
            ("he-diploma-duplicate", "order-127-2018", ChannelId::StateCorporation, vec![]),
            ("he-diploma-duplicate", "order-127-2018", ChannelId::Portal, vec![]),
            (
                "tve-transfer-reinstatement",
                "almaty-oblast-425-2019",
                ChannelId::ProviderOffice,
                vec![region.clone(), ("action", word("reinstatement"))],
            ),
            (
                "tve-transfer-reinstatement",
                "almaty-oblast-425-2019",
                ChannelId::ProviderOffice,
                vec![
                    region,
                    ("action", word("transfer")),
                    ("in_vacation", yes),
                    ("next_exam_session_start", FactValue::Date(NaiveDate::from_ymd_opt(2028, 12, 1).unwrap())),
                ],
            ),
        ];
        let evidence = catalogue().vocabulary.evidence.iter().map(|evidence| evidence.id.to_string());
        // The proof of a paid debt would ask for the facts of the faster term.
        let documents: Names = evidence.filter(|id| id != "debt_payment_proof").collect();
        let case = |(service, edition, channel, facts): Situation| Case {
            service: service.to_owned(),
            edition: Some(edition.to_owned()),
            channel,
            facts: facts.into_iter().map(|(fact, value)| (fact.to_owned(), value)).collect(),
            accepted_at: NaiveDate::MIN.and_hms_opt(10, 0, 0).unwrap(),
            // With the documents there is one answer to give, and none for each that is missing.
            documents_present: documents.clone(),
            known_on: None,
        };
        situations.into_iter().map(case).collect()
    }

    fn filed(case: &Case, day: NaiveDate) -> Case {
        Case { accepted_at: day.and_hms_opt(10, 0, 0).unwrap(), ..case.clone() }
    }

    fn latest(verdict: &Verdict) -> NaiveDate {
        let Moment::Day(day) = verdict.deadline.as_ref().unwrap().latest else { panic!("a term in days") };
        day
    }

    /// The calendar of the eve of the day on which the year became official; of the laws, all that they say.
    fn on_the_eve_of(year: i32) -> Calendar {
        let mut facts = facts();
        let official = facts.official_years.iter().find(|row| row.year == year).unwrap().public_from;
        let known = |row: &Holiday| Holiday { public_from: None, end_public_from: None, ..row.clone() };
        facts.holidays = facts.holidays.iter().map(known).collect::<Vec<_>>().into();
        Calendar::from_facts(&facts).known_on(official.pred_opt().unwrap())
    }

    /// Asks of the days of 2016 to 2026, each or one in so many, what was foreseen and what came true: how many windows there were, and how many
    /// of at most three days.
    fn backtest(foreseeing: impl Fn(i32) -> Calendar, step: usize) -> (u32, u32) {
        let truth = Calendar::from_facts(&facts());
        let (mut windows, mut narrow) = (0_u32, 0_u32);
        for year in 2016..=2026 {
            let before = foreseeing(year);
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            for day in first.iter_days().take_while(|day| day.year() == year).step_by(step) {
                for case in cases() {
                    let case = filed(&case, day);
                    let came_true = latest(&assess(catalogue(), &truth, &case));
                    if came_true.year() != year {
                        continue;
                    }
                    let foreseen = assess(catalogue(), &before, &case);
                    let horizon = foreseen.deadline.as_ref().unwrap().horizon.as_ref();
                    let horizon = horizon.unwrap_or_else(|| panic!("{} filed {day}: no window", case.service));
                    // A range of the post is a window of its own: compare its late end with the late ends.
                    let earliest =
                        if horizon.earliest.is_some_and(|early| 7 < (horizon.if_unchanged - early).num_days()) {
                            horizon.if_unchanged
                        } else {
                            horizon.earliest.unwrap()
                        };
                    assert!(
                        came_true <= horizon.latest,
                        "{} filed {day}: {came_true} is after {horizon:?}",
                        case.service
                    );
                    assert!(
                        earliest <= came_true || horizon.earliest.is_some_and(|early| early <= came_true),
                        "{} filed {day}: {came_true} is before {horizon:?}",
                        case.service
                    );
                    windows += 1;
                    narrow += u32::from((horizon.latest - earliest).num_days() < 3);
                }
            }
        }
        (windows, narrow)
    }

    fn nearly_all_are_narrow((windows, narrow): (u32, u32)) {
        println!("{windows} windows, {:.1} % of at most 3 days", 100.0 * f64::from(narrow) / f64::from(windows));
        assert!(10_000 < windows);
        assert!(windows * 9 <= narrow * 10, "only {narrow} of {windows} windows are of at most 3 days");
    }

    #[test]
    fn the_truth_lies_in_the_window_always_while_the_orders_of_a_year_are_hidden() {
        nearly_all_are_narrow(backtest(before_the_orders_of, 1));
    }

    #[test]
    fn the_truth_lies_in_the_window_always_on_the_eve_of_each_official_year() {
        nearly_all_are_narrow(backtest(on_the_eve_of, 3));
    }
}

/// No plain date beyond what is official: every service, edition and way of filing, every day to the calendar's end.
#[cfg(test)]
mod exhaustive {
    use std::collections::BTreeSet;

    use chrono::{Days, NaiveDate};
    use merzim::content;
    use merzim::engine::assess;
    use merzim::engine::case::{Case, FactValue};
    use merzim::engine::verdict::{Caution, Moment};
    use merzim::export::json;
    use merzim::lang::Lang;
    use merzim::words::Words;
    use serde_json::{Value, json};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(from: NaiveDate, days: i64) -> NaiveDate {
        if days < 0 { from - Days::new(days.unsigned_abs()) } else { from + Days::new(days.unsigned_abs()) }
    }

    /// The last official day and the days of Kurban Ait that nobody had confirmed, as a person knew them on a day.
    fn settled(known_on: NaiveDate) -> (NaiveDate, Vec<NaiveDate>) {
        let years = [("2023-12-31", "2024-12-31"), ("2024-11-21", "2025-12-31"), ("2025-12-10", "2026-12-31")];
        let official_to = years.iter().rfind(|(from, _)| day(from) <= known_on).unwrap().1;
        let aits =
            [("2025-06-06", "2025-05-28"), ("2026-05-27", "2026-05-18"), ("2027-05-16", "~"), ("2028-05-05", "~")];
        let open = aits.iter().filter(|(_, confirmed)| known_on.to_string().as_str() < *confirmed);
        (day(official_to), open.map(|(ait, _)| day(ait)).collect())
    }

    /// Facts that leave no term undecided, told in every way that changes a term or a milestone.
    fn tellings(service: &str) -> Vec<Vec<(&'static str, &'static str)>> {
        match service {
            "tve-transfer-reinstatement" => vec![
                vec![("action", "reinstatement")],
                vec![
                    ("action", "reinstatement"),
                    ("expelled_for_non_payment_in_semester", "true"),
                    ("debt_paid", "true"),
                ],
                vec![("action", "transfer"), ("in_vacation", "true")],
            ],
            "tve-incomplete-certificate" => vec![
                vec![("reason", "academic_leave"), ("provider_in_place", "true")],
                vec![("reason", "academic_leave"), ("provider_in_place", "false")],
            ],
            "he-diploma-duplicate" => vec![vec![("delivery", "post_both_ways")], vec![("delivery", "courier")]],
            "tve-admission" => vec![vec![("study_form", "full_time")]],
            _ => vec![vec![("reason", "lost")]],
        }
    }

    fn case(service: &str, told: &[(&str, &str)], filed: NaiveDate) -> Case {
        let always = [
            ("college_region", "almaty_oblast"),
            ("is_tve_student", "true"),
            ("college_has_dormitory", "true"),
            ("consent_personal_data", "true"),
            ("level", "general_secondary"),
            ("applicant", "self"),
            ("is_minor", "false"),
            ("signature", "eds"),
            ("completed_studies", "false"),
        ];
        let facts = always.iter().chain(told).map(|(fact, text)| ((*fact).to_owned(), FactValue::from_text(text)));
        let dates = [("expelled_on", -20), ("next_exam_session_start", 45), ("newspaper_published", -3)];
        let dates = dates.map(|(fact, after)| (fact.to_owned(), FactValue::Date(days(filed, after))));
        let pickup = ("pickup_at".to_owned(), FactValue::Moment(days(filed, 70).and_hms_opt(10, 0, 0).unwrap()));
        let evidence = content::shipped().catalogue.vocabulary.evidence.iter();
        Case {
            service: service.to_owned(),
            edition: None,
            channel: merzim::engine::catalogue::ChannelId::Portal,
            facts: facts.chain(dates).chain([pickup]).collect(),
            accepted_at: filed.and_hms_opt(10, 0, 0).unwrap(),
            documents_present: evidence.map(|evidence| evidence.id.to_string()).collect(),
            known_on: None,
        }
    }

    /// Every date of the answer on which the working calendar bears, wherever it stands.
    fn dates(answer: &Value) -> BTreeSet<NaiveDate> {
        // What the edition, the proof, a document or the calendar itself says; and answers within the answer.
        const OTHER: [&str; 10] = [
            "edition_not_before",
            "version",
            "proof",
            "documents",
            "not_yet_official",
            "warnings",
            "readings",
            "findings",
            "if_provided",
            "headline",
        ];
        let of = |value: &Value| value.as_str().and_then(|text| text.get(..10)?.parse().ok());
        let keys = answer.as_object().unwrap().iter().filter(|(key, _)| !OTHER.contains(&key.as_str()));
        keys.flat_map(|(_, value)| match value {
            Value::Object(inner) => inner.values().filter_map(of).collect(),
            value => of(value).into_iter().collect::<Vec<_>>(),
        })
        .collect()
    }

    /// What must be said to be open, by the answer's dates alone.
    fn expected(known_on: NaiveDate, dates: &BTreeSet<NaiveDate>) -> BTreeSet<(&'static str, Option<NaiveDate>)> {
        let (official_to, aits) = settled(known_on);
        let (first, last) = (*dates.first().unwrap(), *dates.last().unwrap());
        let orders = (official_to < last).then_some(("orders_not_issued", None));
        let near = aits.into_iter().filter(|ait| first <= days(*ait, 1) && days(*ait, -1) <= last);
        near.map(|ait| ("kurban_ait_unconfirmed", Some(ait))).chain(orders).collect()
    }

    fn said(answer: &Value) -> BTreeSet<(&'static str, Option<NaiveDate>)> {
        let open = answer["not_yet_official"]["open"].as_array().into_iter().flatten();
        let kinds = ["orders_not_issued", "kurban_ait_unconfirmed"];
        open.filter_map(|row| {
            let kind = kinds.into_iter().find(|kind| row["what"] == *kind)?;
            Some((kind, row["date"].as_str().map(day)))
        })
        .collect()
    }

    /// Checks one answer; gives whether something is open in it.
    fn check(case: &Case, known_on: NaiveDate) -> bool {
        let content = content::shipped();
        let words = Words { lang: Lang::En, catalogue: content.catalogue, calendar: &content.calendar };
        let verdict = assess(content.catalogue, &content.calendar, case);
        let at = || format!("{case:?}");
        if verdict.cautions.iter().any(|caution| matches!(caution, Caution::OutsideCalendar { .. })) {
            assert_eq!(verdict.ready, None, "a date past the calendar's end: {}", at());
        }
        if verdict.intake.taken_in_at.is_none() {
            return false;
        }
        let answer = json::verdict(&words, content.version, case, &verdict);
        let mut dates = dates(&answer);
        dates.insert(case.accepted_at.date());
        let expected = expected(known_on, &dates);
        assert_eq!(said(&answer), expected, "{dates:?} {}", at());
        assert_eq!(answer.get("not_yet_official").is_some(), !expected.is_empty(), "{}", at());
        if let Some(ready) = verdict.ready {
            let (official_to, _) = settled(known_on);
            let plain = verdict.deadline.as_ref().unwrap().horizon.is_none();
            let in_days = matches!(ready.latest, Moment::Day(_));
            assert!(!(plain && in_days && official_to < ready.latest.date()), "a plain date: {}", at());
            assert_eq!(answer["not_yet_official"].get("ready_if_unchanged").is_none(), plain, "{}", at());
        }
        let told = answer["warnings"].to_string();
        for (kind, _) in &expected {
            let words = if *kind == "orders_not_issued" { "official calendar is known only" } else { "Kurban Ait (" };
            assert!(told.contains(words), "{told} {}", at());
        }
        !expected.is_empty()
    }

    #[test]
    fn what_is_open_is_named_wherever_a_date_lies_beyond_it() {
        let content = content::shipped();
        let last = content.calendar.last_day();
        let (mut answers, mut open) = (0, 0);
        // With all that is known, every day; as known on a few days, those around what was open then.
        let spans = [
            (None, day("2025-01-01"), last),
            (Some(day("2025-05-27")), day("2025-04-20"), day("2025-06-20")),
            (Some(day("2025-12-09")), day("2025-10-20"), day("2026-01-20")),
            (Some(day("2026-01-02")), day("2026-04-10"), day("2026-06-10")),
            (Some(day("2026-05-18")), day("2026-04-10"), day("2026-06-10")),
        ];
        for (known_on, first, last) in spans {
            for service in &content.catalogue.services {
                for edition in &service.editions {
                    for channel in &edition.channels {
                        for told in tellings(&service.id) {
                            for filed in first.iter_days().take_while(|filed| *filed <= last) {
                                let mut case = case(&service.id, &told, filed);
                                case.edition = Some(edition.id.to_string());
                                case.channel = channel.id;
                                case.known_on = known_on;
                                answers += 1;
                                open += u32::from(check(&case, known_on.unwrap_or(content.calendar.facts().as_of)));
                            }
                        }
                    }
                }
            }
        }
        println!("{answers} answers, in {open} of which something is open");
        assert!(30_000 < answers && 15_000 < open && open < answers, "{answers} answers, {open} open");
        assert_eq!(json!(last), json!("2028-12-31"), "a longer calendar has more of Kurban Ait to know here");
    }
}
