//! The honest horizon: beyond what is official the ready date is a window, and the truth lies in it.

#[cfg(test)]
mod backtest {

    use chrono::{Datelike, NaiveDate};
    use merzim::baked::List;
    use merzim::content;
    use merzim::engine::calendar::{AitStatus, Calendar, CalendarFacts, KurbanAit};
    use merzim::engine::case::{Case, FactValue};
    use merzim::engine::catalogue::{Catalogue, ChannelId};
    use merzim::engine::verdict::{Moment, Verdict};
    use merzim::engine::{assess, verdict::Caution};

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
        let case = |(service, edition, channel, facts): Situation| Case {
            service: service.to_owned(),
            edition: Some(edition.to_owned()),
            channel,
            facts: facts.into_iter().map(|(fact, value)| (fact.to_owned(), value)).collect(),
            accepted_at: NaiveDate::MIN.and_hms_opt(10, 0, 0).unwrap(),
            documents_present: Default::default(),
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

    #[test]
    fn the_truth_lies_in_the_window_always_and_the_window_is_narrow_nearly_always() {
        let truth = Calendar::from_facts(&facts());
        let (mut windows, mut narrow) = (0_u32, 0_u32);
        for year in 2016..=2026 {
            let before = before_the_orders_of(year);
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            for day in first.iter_days().take_while(|day| day.year() == year) {
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
        println!("{windows} windows, {:.1} % of at most 3 days", 100.0 * f64::from(narrow) / f64::from(windows));
        assert!(30_000 < windows);
        assert!(windows * 9 <= narrow * 10, "only {narrow} of {windows} windows are of at most 3 days");
    }

    #[test]
    fn no_answer_beyond_the_horizon_is_a_plain_date() {
        let calendar = &content::shipped().calendar;
        let official_to = calendar.official_to();
        let mut beyond = 0;
        for day in official_to.iter_days().take(500) {
            let day = day.checked_sub_days(chrono::Days::new(60)).unwrap();
            for case in cases() {
                let verdict = assess(catalogue(), calendar, &filed(&case, day));
                if official_to < latest(&verdict) {
                    beyond += 1;
                    assert!(verdict.deadline.as_ref().unwrap().horizon.is_some(), "{} filed {day}", case.service);
                    assert!(verdict.cautions.contains(&Caution::NotYetOfficial { official_to }));
                }
            }
        }
        assert!(1_000 < beyond);
    }

    #[test]
    fn an_answer_as_known_on_an_old_day_never_changes() {
        // Whatever became public after the day is taken away: the answers of that day stay as they were.
        let full = Calendar::from_facts(&facts());
        for known_on in ["2019-11-01", "2022-09-28", "2022-10-07", "2024-06-06", "2026-01-02", "2026-03-17"] {
            let known_on: NaiveDate = known_on.parse().unwrap();
            let mut old = facts();
            old.transfers = kept(&old.transfers, |row| row.announced <= known_on);
            old.kurban_ait = kept(&old.kurban_ait, |row| row.public_from.is_none_or(|from| from <= known_on));
            old.holidays = kept(&old.holidays, |row| row.public_from.is_none_or(|from| from <= known_on));
            old.official_years = kept(&old.official_years, |row| row.public_from <= known_on);
            let old = Calendar::from_facts(&old);
            for day in known_on.iter_days().take(240) {
                for case in cases() {
                    let sealed = Case { known_on: Some(known_on), ..filed(&case, day) };
                    let then = assess(catalogue(), &old, &sealed);
                    let now = assess(catalogue(), &full, &sealed);
                    let (then, now) = (then.deadline.as_ref().unwrap(), now.deadline.as_ref().unwrap());
                    let found = (then.earliest, then.latest, &then.horizon, then.proof.len());
                    let expected = (now.earliest, now.latest, &now.horizon, now.proof.len());
                    assert_eq!(found, expected, "{} filed {day} as known on {known_on}", case.service);
                }
            }
        }
    }
}
