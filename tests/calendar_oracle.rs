//! The shipped calendar against what others say of it: another program, the ministry's counts, the press of the day.
//!
//! The numbers here were copied by hand from the acts and publications, never from the program's output.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use merzim::engine::calendar::{AitStatus, Calendar, CalendarFacts, DayStatus, MonthDay, WorkWeek};
use serde::Deserialize;

const FACTS: &str = include_str!("../static/catalogue/calendar.json");

fn facts() -> CalendarFacts {
    serde_json::from_str(FACTS).unwrap()
}

fn calendar() -> Calendar {
    Calendar::from_facts(&facts())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(move |date| date.year() == year)
}

fn works(calendar: &Calendar, week: WorkWeek, date: NaiveDate) -> bool {
    calendar.week(week).is_working_day(date).unwrap()
}

fn worked_in(calendar: &Calendar, week: WorkWeek, year: i32) -> usize {
    days_of(year).filter(|&date| works(calendar, week, date)).count()
}

#[derive(Deserialize)]
struct Outside {
    made_with: String,
    years: BTreeMap<i32, String>,
}

#[test]
fn the_five_day_week_is_that_of_python_holidays_on_every_day_from_2015_to_2026() {
    let outside: Outside = serde_json::from_str(include_str!("fixtures/kz_working_days.json")).unwrap();
    assert_eq!(outside.years.keys().copied().collect::<Vec<_>>(), (2015..=2026).collect::<Vec<_>>());
    let calendar = calendar();
    let mut differences = Vec::new();
    for (&year, digits) in &outside.years {
        let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
        assert_eq!(digits.len(), days_of(year).count().div_ceil(4), "{year} is whole");
        for (place, date) in days_of(year).enumerate() {
            let theirs = digits[place / 4] >> (3 - place % 4) & 1 == 1;
            if works(&calendar, WorkWeek::FiveDay, date) != theirs {
                differences.push(date);
            }
        }
    }
    assert!(differences.is_empty(), "{} says otherwise on {differences:?}", outside.made_with);
}

/// One year: its working days in both weeks, the weekends worked in the five-day week, and the days that only the
/// five-day week has off although they are neither Saturday nor Sunday.
type Year = (i32, usize, usize, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const YEARS: [Year; 14] = [
    (2015, 245, 297, &[], &["03-25", "05-11"]),
    (2016, 245, 298, &["03-05"], &["01-04", "03-07", "05-10", "12-19"]),
    (2017, 245, 296, &["03-18", "07-01"], &["03-20", "07-07", "12-19"]),
    (2018, 246, 298, &["03-03", "04-28", "05-05", "08-25", "12-29"], &["03-09", "04-30", "05-08", "08-31", "12-03", "12-31"]),
    (2019, 246, 298, &["05-04"], &["03-25", "05-10", "07-08"]),
    (2020, 246, 298, &["01-05", "12-20"], &["03-25", "05-08"]),
    (2021, 245, 297, &["07-03"], &["01-04", "05-03", "07-05"]),
    (2022, 246, 298, &["03-05", "08-27", "10-22"], &["01-04", "03-07", "05-10", "08-29", "10-24"]),
    (2023, 246, 297, &["07-01"], &["07-07", "12-18"]),
    (2024, 249, 301, &["05-04"], &["03-25", "05-08", "07-08"]),
    (2025, 246, 298, &["01-05"], &["03-10", "03-25", "09-01", "10-27"]),
    (2026, 247, 299, &[], &["03-25", "05-11"]),
    (2027, 247, 299, &[], &["01-04", "05-03"]),
    (2028, 245, 298, &[], &["01-04", "12-18"]),
];

#[test]
fn each_year_has_its_working_days_in_both_weeks() {
    let calendar = calendar();
    for (year, five, six, worked_weekends, off_in_five_only) in YEARS {
        assert_eq!(worked_in(&calendar, WorkWeek::FiveDay, year), five, "{year}, five-day week");
        assert_eq!(worked_in(&calendar, WorkWeek::SixDay, year), six, "{year}, six-day week");
        let weekend = |date: &NaiveDate| matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let in_five = |date: &NaiveDate| works(&calendar, WorkWeek::FiveDay, *date);
        let in_six = |date: &NaiveDate| works(&calendar, WorkWeek::SixDay, *date);
        let found: Vec<_> = days_of(year).filter(weekend).filter(in_five).collect();
        assert_eq!(month_days(&found), worked_weekends, "{year}, worked weekends");
        let found: Vec<_> = days_of(year).filter(|d| !weekend(d) && !in_five(d) && in_six(d)).collect();
        assert_eq!(month_days(&found), off_in_five_only, "{year}, off in the five-day week only");
    }
}

fn month_days(dates: &[NaiveDate]) -> Vec<String> {
    dates.iter().map(|date| date.to_string()[5..].to_owned()).collect()
}

/// The counts as the ministry and the press printed them at the time, before the law moved on.
#[test]
fn the_counts_printed_at_the_time_come_back_when_only_that_much_is_known() {
    let printed = [
        ("2019-01-15", 2019, 365 - 119, None),
        ("2021-01-15", 2021, 365 - 120, Some(365 - 68)),
        ("2022-01-15", 2022, 245, None),
        ("2024-05-01", 2024, 248, Some(300)),
        ("2026-01-15", 2026, 246, None),
    ];
    for (known_on, year, five, six) in printed {
        let calendar = calendar().known_on(day(known_on));
        assert_eq!(worked_in(&calendar, WorkWeek::FiveDay, year), five, "{year} as known on {known_on}");
        if let Some(six) = six {
            assert_eq!(worked_in(&calendar, WorkWeek::SixDay, year), six, "{year} as known on {known_on}");
        }
    }
}

/// What changed after a year's calendar was out: on that day exactly these days of the year turned, and no other.
#[test]
fn each_later_change_shows_from_the_day_on_which_it_was_public() {
    const OFF: bool = false;
    const WORKED: bool = true;
    let changes: [(&str, &[(&str, bool)]); 7] = [
        ("2022-09-29", &[("2022-10-25", OFF), ("2022-12-01", WORKED), ("2022-12-19", WORKED)]),
        ("2022-10-08", &[("2022-10-22", WORKED), ("2022-10-24", OFF)]),
        ("2023-04-25", &[("2023-07-01", WORKED), ("2023-07-07", OFF)]),
        ("2024-04-17", &[("2024-05-04", WORKED), ("2024-05-08", OFF)]),
        ("2024-06-07", &[("2024-06-17", WORKED)]),
        ("2026-03-18", &[("2026-08-31", WORKED)]),
        ("2026-06-11", &[]),
    ];
    for (public_from, expected) in changes {
        let public_from = day(public_from);
        let before = calendar().known_on(public_from - TimeDelta::days(1));
        let after = calendar().known_on(public_from);
        let turned = days_of(public_from.year()).filter_map(|date| {
            let now = works(&after, WorkWeek::FiveDay, date);
            (works(&before, WorkWeek::FiveDay, date) != now).then_some((date, now))
        });
        let expected: Vec<_> = expected.iter().map(|&(date, now)| (day(date), now)).collect();
        assert_eq!(turned.collect::<Vec<_>>(), expected, "public from {public_from}");
    }
}

#[test]
fn dropping_31_august_2026_moves_the_end_of_21_filing_days_of_a_15_day_term() {
    let (before, after) = (calendar().known_on(day("2026-01-02")), calendar().known_on(day("2026-03-19")));
    let end = |calendar: &Calendar, filed| calendar.week(WorkWeek::FiveDay).shift(filed, 15).unwrap();
    let moved: Vec<_> = days_of(2026).filter(|&filed| end(&before, filed) != end(&after, filed)).collect();
    assert_eq!(moved, day("2026-08-10").iter_days().take(21).collect::<Vec<_>>());
    assert!(moved.iter().all(|&filed| end(&after, filed) < end(&before, filed)), "each ends sooner than was thought");
}

#[test]
fn what_is_known_on_a_day_does_not_depend_on_what_was_known_before() {
    let now = calendar();
    let january = now.known_on(day("2026-01-02"));
    assert_eq!(january.known_on(day("2026-11-22")), now.known_on(day("2026-11-22")));
    assert_eq!(now.known_on(NaiveDate::MAX), now);
}

#[test]
fn each_day_says_why_it_is_worked_or_not() {
    let calendar = calendar();
    let holiday = |number: u16| calendar.facts().holidays[usize::from(number)].id.to_string();
    let transfer = |number: u16| calendar.facts().transfers[usize::from(number)].moved_from.to_string();
    let why = |date: &str, week| match calendar.week(week).status(day(date)).unwrap() {
        DayStatus::Working => "working".to_owned(),
        DayStatus::WorkedByOrder { transfer: number } => format!("worked by order, as {}", transfer(number)),
        DayStatus::Weekend => "weekend".to_owned(),
        DayStatus::Holiday { holiday: number } => holiday(number),
        DayStatus::InLieu { holiday: number, of } => format!("in lieu of {} on {of}", holiday(number)),
        DayStatus::MovedOff { transfer: number } => format!("moved from {}", transfer(number)),
    };
    use WorkWeek::{FiveDay, SixDay};
    let expected = [
        ("2025-11-14", FiveDay, "working"),
        ("2025-11-15", FiveDay, "weekend"),
        ("2025-11-15", SixDay, "working"),
        ("2025-01-05", SixDay, "worked by order, as 2025-01-05"),
        ("2025-01-03", FiveDay, "moved from 2025-01-05"),
        ("2020-05-11", FiveDay, "worked by order, as 2020-05-11"),
        ("2024-06-16", FiveDay, "kurban-ait"),
        ("2023-01-07", FiveDay, "orthodox-christmas"),
        ("2026-10-25", FiveDay, "republic-day-renamed"),
        ("2026-10-26", FiveDay, "in lieu of republic-day-renamed on 2026-10-25"),
        ("2026-03-24", FiveDay, "in lieu of nauryz on 2026-03-21"),
        ("2026-03-25", FiveDay, "in lieu of nauryz on 2026-03-22"),
        ("2026-03-24", SixDay, "in lieu of nauryz on 2026-03-22"),
        ("2027-03-15", FiveDay, "constitution-day-march"),
    ];
    for (date, week, reason) in expected {
        assert_eq!(why(date, week), reason, "{date} {week:?}");
    }
    let earlier = calendar.known_on(day("2026-01-02"));
    let Ok(DayStatus::Holiday { holiday: number }) = earlier.week(FiveDay).status(day("2026-10-25")) else {
        panic!("25 October is a holiday under its old name too")
    };
    assert_eq!(holiday(number), "republic-day");
}

#[test]
fn each_row_points_to_what_exists_and_fits_its_year() {
    let facts = facts();
    for ait in &facts.kurban_ait {
        assert_eq!(ait.date.year(), ait.year);
        let holiday = facts.holidays.iter().find(|holiday| holiday.id == ait.holiday).unwrap();
        assert!(holiday.days.is_empty() && !holiday.carries_over, "its dates are rows, and it gives no day in lieu");
    }
    let current = |year| facts.kurban_ait.iter().filter(move |ait| ait.year == year && ait.until.is_none());
    for year in 2015..=2028 {
        let status = current(year).map(|ait| ait.status).collect::<Vec<_>>();
        let expected = match year {
            ..2026 => AitStatus::Confirmed,
            2026 => AitStatus::Announced,
            _ => AitStatus::Estimate,
        };
        assert_eq!(status, [expected], "{year}");
    }
    let five = calendar();
    let five = five.week(WorkWeek::FiveDay);
    for (number, row) in (0..).zip(&facts.transfers) {
        assert_eq!(five.status(row.moved_from), Ok(DayStatus::WorkedByOrder { transfer: number }));
        assert_eq!(five.status(row.moved_to), Ok(DayStatus::MovedOff { transfer: number }));
        assert!(row.announced < row.moved_from.min(row.moved_to), "an order is public before it is obeyed");
        let sunday = row.moved_from.weekday() == Weekday::Sun;
        assert_eq!(row.applies_to_six_day_week, sunday, "the six-day week rests on Sundays only");
    }
}

/// No year of the calendar has such a meeting, so Kurban Ait of 2027 is moved to where it would be one.
#[test]
fn a_holiday_on_a_sunday_gives_its_day_whether_kurban_ait_meets_it_or_follows_it() {
    let next_worked = |ait: &str| {
        let facts: CalendarFacts = serde_json::from_str(&FACTS.replace("2027-05-16", ait)).unwrap();
        let calendar = Calendar::from_facts(&facts);
        let back = calendar.week(WorkWeek::SixDay).shift(day("2027-05-08"), 1).unwrap();
        back.to_string()
    };
    assert_eq!(next_worked("2027-05-16"), "2027-05-11", "Sunday 9 May gives Monday 10 May");
    assert_eq!(next_worked("2027-05-09"), "2027-05-11", "Victory Day still gives the Monday");
    assert_eq!(next_worked("2027-05-10"), "2027-05-12", "Monday is taken, so it gives the Tuesday");
}

#[test]
fn a_row_that_says_too_much_or_no_real_day_is_refused() {
    let broken = [
        (r#""official_years""#, r#""oficial_years""#),
        (r#""01-07""#, r#""02-30""#),
        (r#""01-07""#, r#""1-7""#),
        (r#""status": "confirmed""#, r#""status": "sure""#),
    ];
    for (from, to) in broken {
        assert!(FACTS.contains(from));
        assert!(serde_json::from_str::<CalendarFacts>(&FACTS.replacen(from, to, 1)).is_err(), "{to}");
    }
    let leap = MonthDay::try_from("02-29".to_owned()).unwrap();
    assert_eq!((leap.in_year(2028), leap.in_year(2027)), (Some(day("2028-02-29")), None));
}

#[test]
fn facts_read_and_written_are_the_same_facts() {
    let text = serde_json::to_string(&facts()).unwrap();
    assert_eq!(serde_json::from_str::<CalendarFacts>(&text).unwrap(), facts());
}

#[test]
fn a_calendar_without_days_refuses_and_a_mistyped_year_does_not_fill_the_memory() {
    let backwards = CalendarFacts { last_day: day("2014-12-31"), ..facts() };
    let none = Calendar::from_facts(&backwards);
    for date in [none.first_day(), none.last_day()] {
        let out = none.week(WorkWeek::FiveDay).shift(date, 0).unwrap_err();
        assert_eq!((out.date, out.first, out.last), (date, day("2015-01-01"), day("2014-12-31")));
    }
    let endless = Calendar::from_facts(&CalendarFacts { last_day: NaiveDate::MAX, ..facts() });
    let week = endless.week(WorkWeek::SixDay);
    assert!(week.is_working_day(endless.last_day()).is_ok());
    assert!(week.is_working_day(endless.last_day() + TimeDelta::days(1)).is_err());
    assert!(endless.last_day() < day("2500-01-01"));
}
