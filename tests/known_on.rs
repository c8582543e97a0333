//! The calendar as known on a day: each change that came late flips the days it says, moves the filing days it must, and
//! leaves every answer of the days before it as it was.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[cfg(test)]
mod late_changes {
    use std::collections::BTreeSet;

    use chrono::{Datelike, NaiveDate, Weekday};
    use merzim::content;
    use merzim::engine::assess;
    use merzim::engine::calendar::{Calendar, WorkWeek};
    use merzim::engine::case::{Case, FactValue};
    use merzim::engine::catalogue::ChannelId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
    }

    /// A change of the calendar that became public after it had been published.
    struct Change {
        act: &'static str,
        public_from: &'static str,
        /// The days of that year that turned, and whether they are worked from then on.
        turned: &'static [(&'static str, bool)],
        /// How many days of acceptance, of that year, it moves the end of a term of 15 working days for.
        moved: usize,
    }

    const CHANGES: [Change; 6] = [
        Change {
            act: "Law of 29 September 2022 No. 143-VII: 25 October is a holiday, 1 and 17 December are none",
            public_from: "2022-09-29",
            turned: &[("2022-10-25", false), ("2022-12-01", true), ("2022-12-19", true)],
            moved: 60,
        },
        Change {
            act: "Decree of the Government No. 796 of October 2022, which amends No. 713",
            public_from: "2022-10-08",
            turned: &[("2022-10-22", true), ("2022-10-24", false)],
            moved: 3,
        },
        Change {
            act: "Decree of the Government No. 326 of 25 April 2023",
            public_from: "2023-04-25",
            turned: &[("2023-07-01", true), ("2023-07-07", false)],
            moved: 12,
        },
        Change {
            act: "Order of the acting Minister of Labour of 17 April 2024",
            public_from: "2024-04-17",
            turned: &[("2024-05-04", true), ("2024-05-08", false)],
            moved: 8,
        },
        Change {
            act: "Statement of the Ministry of Labour of 7 June 2024: the planned day off is cancelled",
            public_from: "2024-06-07",
            turned: &[("2024-06-17", true)],
            moved: 21,
        },
        Change {
            act: "The ministry on 18 March 2026, then the Law of 11 June 2026 No. 306-VIII: no holiday on 30 August",
            public_from: "2026-03-18",
            turned: &[("2026-08-31", true)],
            moved: 21,
        },
    ];

    /// Holidays of 2022 to 2027: month and day, first and last year, the days on which their beginning and end became
    /// public, and whether one on a rest day gives another day off.
    type Kept = (&'static str, i32, i32, &'static str, &'static str, bool);
    const KEPT: [Kept; 18] = [
        ("01-01", 0, 9999, "", "", true),
        ("01-02", 0, 9999, "", "", true),
        ("01-07", 0, 9999, "", "", false),
        ("03-08", 0, 9999, "", "", true),
        ("03-15", 2027, 9999, "2026-03-18", "", true),
        ("03-21", 0, 9999, "", "", true),
        ("03-22", 0, 9999, "", "", true),
        ("03-23", 0, 9999, "", "", true),
        ("05-01", 0, 9999, "", "", true),
        ("05-07", 0, 9999, "", "", true),
        ("05-09", 0, 9999, "", "", true),
        ("07-06", 0, 9999, "", "", true),
        ("08-30", 0, 2025, "", "2026-03-18", true),
        ("10-25", 2022, 9999, "2022-09-29", "", true),
        ("12-01", 0, 2021, "", "2022-09-29", true),
        ("12-16", 0, 9999, "", "", true),
        ("12-17", 0, 2021, "", "2022-09-29", true),
        // A rest day of every regime, so that it gives none in its lieu.
        ("ait", 0, 9999, "", "", false),
    ];
    /// First days of Kurban Ait, from when and until when people went by them.
    const AIT: [(&str, &str, &str); 8] = [
        ("2022-07-09", "", "~"),
        ("2023-06-28", "", "~"),
        ("2024-06-16", "", "2023-11-30"),
        ("2024-06-17", "2023-11-30", "2024-06-07"),
        ("2024-06-16", "2024-06-07", "~"),
        ("2025-06-06", "", "~"),
        ("2026-05-27", "", "~"),
        ("2027-05-16", "", "~"),
    ];
    /// Rest days moved by order: worked, off, public from.
    const MOVED: [(&str, &str, &str); 6] = [
        ("2022-03-05", "2022-03-07", "2021-10-06"),
        ("2022-08-27", "2022-08-29", "2021-10-06"),
        ("2022-10-22", "2022-10-24", "2022-10-08"),
        ("2023-07-01", "2023-07-07", "2023-04-25"),
        ("2024-05-04", "2024-05-08", "2024-04-17"),
        ("2025-01-05", "2025-01-03", "2024-11-21"),
    ];

    /// The days off of the five-day week of 2022 to 2027, as a person with these three lists would mark them.
    fn marked(known_on: NaiveDate) -> BTreeSet<NaiveDate> {
        let known_on = known_on.to_string();
        let holiday = |date: NaiveDate| {
            let (text, year) = (date.to_string(), date.year());
            let ait = AIT
                .iter()
                .any(|(ait, from, until)| *ait == text && *from <= known_on.as_str() && known_on.as_str() < *until);
            let mut found = KEPT.iter().filter(|(on, first, last, from, end, _)| {
                let gone = *last < year && *end <= known_on.as_str();
                let falls = if *on == "ait" { ait } else { text.ends_with(on) };
                falls && *first <= year && *from <= known_on.as_str() && !gone
            });
            found.next().map(|(.., carries)| *carries)
        };
        let (mut off, mut owed) = (BTreeSet::new(), 0);
        for date in day("2022-01-01").iter_days().take_while(|date| date.year() < 2028) {
            let rests = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            match holiday(date) {
                Some(carries) => owed += i32::from(rests && carries),
                None if rests => {}
                None if owed == 0 => continue,
                None => owed -= 1,
            }
            off.insert(date);
        }
        for (worked, free, _) in MOVED.iter().filter(|(.., from)| *from <= known_on.as_str()) {
            off.remove(&day(worked));
            off.insert(day(free));
        }
        off
    }

    /// The 15th working day after a day, counted on the fingers.
    fn fifteenth_after(off: &BTreeSet<NaiveDate>, from: NaiveDate) -> NaiveDate {
        from.iter_days().skip(1).filter(|date| !off.contains(date)).nth(14).unwrap()
    }

    fn first_worked(off: &BTreeSet<NaiveDate>, from: NaiveDate) -> NaiveDate {
        from.iter_days().find(|date| !off.contains(date)).unwrap()
    }

    fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first.iter_days().take_while(move |date| date.year() == year)
    }

    /// The calendars of the eve and of the day itself, with the same two marked on paper.
    fn about(change: &Change) -> [(Calendar, BTreeSet<NaiveDate>); 2] {
        let public_from = day(change.public_from);
        [public_from.pred_opt().unwrap(), public_from]
            .map(|known_on| (content::shipped().calendar.known_on(known_on), marked(known_on)))
    }

    #[test]
    fn each_turns_its_days_and_no_other_of_that_year() {
        for change in &CHANGES {
            let [(eve, _), (from_then, _)] = about(change);
            let (eve, from_then) = (eve.week(WorkWeek::FiveDay), from_then.week(WorkWeek::FiveDay));
            let turned: Vec<_> = days_of(day(change.public_from).year())
                .filter(|date| eve.is_working_day(*date) != from_then.is_working_day(*date))
                .map(|date| (date, from_then.is_working_day(date).unwrap()))
                .collect();
            let expected: Vec<_> = change.turned.iter().map(|(date, worked)| (day(date), *worked)).collect();
            assert_eq!(turned, expected, "{}", change.act);
        }
    }

    #[test]
    fn each_moves_the_days_of_acceptance_that_counting_on_the_fingers_says() {
        for change in &CHANGES {
            let [(eve, eve_off), (from_then, then_off)] = about(change);
            let (eve, from_then) = (eve.week(WorkWeek::FiveDay), from_then.week(WorkWeek::FiveDay));
            let days = || days_of(day(change.public_from).year());
            let moved: Vec<_> = days().filter(|date| eve.shift(*date, 15) != from_then.shift(*date, 15)).collect();
            let by_hand = |date: &NaiveDate| fifteenth_after(&eve_off, *date) != fifteenth_after(&then_off, *date);
            assert_eq!(moved, days().filter(by_hand).collect::<Vec<_>>(), "{}", change.act);
            assert_eq!(moved.len(), change.moved, "{}: {moved:?}", change.act);
        }
        // The change of 2026 moves who is accepted on these days, each a day earlier, and nobody else.
        let first = day("2026-08-10");
        let [(eve, _), (from_then, _)] = about(&CHANGES[5]);
        let ends = |calendar: &Calendar, date| calendar.week(WorkWeek::FiveDay).shift(date, 15).unwrap();
        assert_eq!((ends(&eve, first), ends(&from_then, first)), (day("2026-09-01"), day("2026-08-31")));
        for near in [day("2026-08-09"), day("2026-08-31")] {
            assert_eq!(ends(&eve, near), ends(&from_then, near));
        }
    }

    #[test]
    fn the_answer_follows_on_every_filing_day_of_the_year() {
        let words = [("reason", "lost"), ("level", "general_secondary")];
        let told = words.map(|(fact, word)| (fact.to_owned(), FactValue::from_text(word)));
        let blank = Case {
            service: "school-certificate-duplicate".to_owned(),
            edition: Some("rules-undated".to_owned()),
            channel: ChannelId::ProviderOffice,
            facts: told.into_iter().collect(),
            accepted_at: NaiveDate::MIN.and_hms_opt(10, 0, 0).unwrap(),
            documents_present: Default::default(),
            known_on: None,
        };
        let content = content::shipped();
        for change in &CHANGES {
            let public_from = day(change.public_from);
            for known_on in [public_from.pred_opt().unwrap(), public_from] {
                let off = marked(known_on);
                for filed in days_of(public_from.year()) {
                    let accepted_at = filed.and_hms_opt(10, 0, 0).unwrap();
                    let case = Case { accepted_at, known_on: Some(known_on), ..blank.clone() };
                    let verdict = assess(content.catalogue, &content.calendar, &case);
                    // A desk that is closed takes the case in on its next day.
                    let expected = fifteenth_after(&off, first_worked(&off, filed));
                    let found = verdict.deadline.as_ref().map(|deadline| deadline.latest.date());
                    assert_eq!(found, Some(expected), "{} filed {filed}, known on {known_on}", change.act);
                }
            }
        }
    }
}

#[cfg(test)]
mod sealed {
    use chrono::{Datelike, Days, NaiveDate};
    use merzim::baked::List;
    use merzim::content;
    use merzim::engine::assess;
    use merzim::engine::calendar::{AitStatus, Calendar, CalendarFacts, KurbanAit, OfficialYear, Transfer};
    use merzim::engine::case::{Case, WrittenCase};
    use merzim::engine::catalogue::Catalogue;
    use merzim::export::json;
    use merzim::lang::Lang;
    use merzim::words::Words;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn catalogue() -> &'static Catalogue {
        content::shipped().catalogue
    }

    fn changed<T: Clone>(rows: &List<T>, change: impl Fn(&T) -> Option<T>) -> List<T> {
        rows.iter().filter_map(change).collect::<Vec<_>>().into()
    }

    fn and<T: Clone>(rows: &List<T>, more: T) -> List<T> {
        rows.iter().cloned().chain([more]).collect::<Vec<_>>().into()
    }

    /// The rows as they lay on a day: nothing in them was public later.
    fn of_the_day(known_on: NaiveDate) -> CalendarFacts {
        let mut facts = content::shipped().calendar.facts().clone();
        let is_public = |from: Option<NaiveDate>| from.is_none_or(|from| from <= known_on);
        facts.official_years =
            changed(&facts.official_years, |row| is_public(Some(row.public_from)).then(|| row.clone()));
        facts.transfers = changed(&facts.transfers, |row| is_public(Some(row.announced)).then(|| row.clone()));
        facts.holidays = changed(&facts.holidays, |row| {
            let mut row = row.clone();
            if !is_public(row.end_public_from) {
                (row.last_kept, row.end_public_from) = (None, None);
            }
            is_public(row.public_from).then_some(row)
        });
        facts.kurban_ait = changed(&facts.kurban_ait, |row| {
            let mut row = row.clone();
            row.until = row.until.filter(|until| *until <= known_on);
            row.confirmed_on = row.confirmed_on.filter(|on| *on <= known_on);
            is_public(row.public_from).then_some(row)
        });
        facts
    }

    /// The same rows, and much that became public on the day after.
    fn and_of_the_next(known_on: NaiveDate) -> CalendarFacts {
        let mut facts = of_the_day(known_on);
        let next = known_on.succ_opt().unwrap();
        let soon = next.checked_add_days(Days::new(9)).unwrap();
        let order = Transfer {
            announced: next,
            ..content::shipped().calendar.facts().transfers.iter().last().unwrap().clone()
        };
        let weekend = soon.iter_days().find(|date| date.weekday().num_days_from_monday() == 6).unwrap();
        let order = Transfer { moved_from: weekend, moved_to: weekend.succ_opt().unwrap(), ..order };
        facts.transfers = and(&facts.transfers, order);
        let year = facts.official_years.iter().last().map_or(2015, |row| row.year + 1);
        facts.official_years =
            and(&facts.official_years, OfficialYear { year, public_from: next, source: "CAL".to_owned().into() });
        let mut kept = facts.holidays.iter().next().unwrap().clone();
        (kept.id, kept.public_from) = ("invented".to_owned().into(), Some(next));
        kept.days = vec![format!("{:02}-{:02}", soon.month(), soon.day()).try_into().unwrap_or(kept.days[0])].into();
        // Every holiday ends, and every Kurban Ait moves.
        facts.holidays = changed(&facts.holidays, |row| {
            let mut row = row.clone();
            (row.last_kept, row.end_public_from) =
                (row.last_kept.or(Some(known_on)), row.end_public_from.or(Some(next)));
            Some(row)
        });
        facts.holidays = and(&facts.holidays, kept);
        let current = |row: &&KurbanAit| row.until.is_none();
        let moved = facts.kurban_ait.iter().filter(current).map(|row| KurbanAit {
            date: row.date.succ_opt().unwrap(),
            public_from: Some(next),
            confirmed_on: Some(next),
            status: AitStatus::Confirmed,
            ..row.clone()
        });
        let moved: Vec<_> = moved.collect();
        facts.kurban_ait = changed(&facts.kurban_ait, |row| {
            Some(KurbanAit {
                until: row.until.or(Some(next)),
                confirmed_on: row.confirmed_on.or(Some(next)),
                ..row.clone()
            })
        });
        facts.kurban_ait = facts.kurban_ait.iter().cloned().chain(moved).collect::<Vec<_>>().into();
        facts
    }

    fn worked_cases() -> Vec<Case> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let texts = folder.read_dir().unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
        let written = texts.flat_map(|text| serde_json::from_str::<Vec<WrittenCase>>(&text).unwrap());
        written.map(|case| case.read(catalogue()).unwrap()).collect()
    }

    /// The bytes of an answer.
    fn bytes(calendar: &Calendar, case: &Case, lang: Lang) -> String {
        let words = Words { lang, catalogue: catalogue(), calendar };
        json::verdict(&words, "00000000", case, &assess(catalogue(), calendar, case)).to_string()
    }

    #[test]
    fn an_answer_as_known_on_a_day_is_the_same_bytes_whatever_becomes_public_later() {
        let full = &content::shipped().calendar;
        let cases = worked_cases();
        let (mut answers, mut flips) = (0, 0);
        let days = [
            "2015-06-01",
            "2016-02-14",
            "2019-10-31",
            "2019-11-01",
            "2020-12-30",
            "2022-09-28",
            "2022-09-29",
            "2022-10-07",
            "2023-04-24",
            "2023-11-29",
            "2024-04-16",
            "2024-06-06",
            "2024-06-07",
            "2025-11-05",
            "2026-01-02",
            "2026-03-17",
            "2026-06-10",
            "2026-11-22",
        ];
        for (known_on, lang) in days.into_iter().map(day).zip(Lang::ALL.into_iter().cycle()) {
            let of_the_day = Calendar::from_facts(&of_the_day(known_on));
            let and_later = Calendar::from_facts(&and_of_the_next(known_on));
            for (place, case) in cases.iter().enumerate() {
                // Where the case itself was filed, and once near the day, where the later rows would tell.
                let near = known_on.checked_add_days(Days::new(place as u64 * 3 % 400)).unwrap();
                let near = near.and_time(case.accepted_at.time());
                for accepted_at in [case.accepted_at, near] {
                    let case = Case { known_on: Some(known_on), accepted_at, ..case.clone() };
                    let sealed = bytes(&of_the_day, &case, lang);
                    assert_eq!(sealed, bytes(full, &case, lang), "{} {accepted_at}, known on {known_on}", case.service);
                    assert_eq!(
                        sealed,
                        bytes(&and_later, &case, lang),
                        "{} {accepted_at}, known on {known_on}",
                        case.service
                    );
                    answers += 1;
                    // The later rows are no idle ones: without the seal they change answers.
                    let open = Case { known_on: None, ..case };
                    if accepted_at == near {
                        flips += u32::from(bytes(&of_the_day, &open, lang) != bytes(&and_later, &open, lang));
                    }
                }
            }
        }
        println!("{answers} answers, {flips} of which the later rows would have changed");
        assert!(2_000 < answers && 1_000 < flips, "{answers} answers, {flips} flips");
    }

    #[test]
    fn a_day_of_the_proof_says_from_when_it_was_public() {
        let written = r#"{"service": "school-certificate-duplicate", "edition": "rules-undated", "accepted_at": "2022-10-17T10:00",
            "channel": "provider_office", "facts": {"reason": "lost"}}"#;
        let case = serde_json::from_str::<WrittenCase>(written).unwrap().read(catalogue()).unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(&bytes(&content::shipped().calendar, &case, Lang::En)).unwrap();
        let of = |date: &str| answer["proof"].as_array().unwrap().iter().find(|day| day["date"] == date).unwrap();
        for (date, kind, public_from) in [
            ("2022-10-21", "working", None),
            ("2022-10-22", "worked_by_order", Some("2022-10-08")),
            ("2022-10-24", "moved_off", Some("2022-10-08")),
            ("2022-10-25", "holiday", Some("2022-09-29")),
        ] {
            assert_eq!(
                (of(date)["day"].as_str(), of(date)["public_from"].as_str()),
                (Some(kind), public_from),
                "{date}"
            );
        }
    }
}
