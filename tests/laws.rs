//! The laws that the working calendar keeps, and the false friends: sentences that sound like laws and are not, each with
//! the real date that breaks it.
//!
//! Every law is tried in both weeks and on several days of knowledge, among them days just before and after a change.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod naive;

use std::fmt;
use std::sync::LazyLock;

use chrono::{NaiveDate, TimeDelta, Weekday, Weekday::*};
use merzim::engine::calendar::{Calendar, NOT_COVERED, Roll, WorkWeek, WorkingDays, day_number};
use naive::Clerk;
use proptest::prelude::*;
use serde_json::Value;

const FACTS: &str = include_str!("../static/catalogue/calendar.json");
const FIVE: [Weekday; 5] = [Mon, Tue, Wed, Thu, Fri];
const SIX: [Weekday; 6] = [Mon, Tue, Wed, Thu, Fri, Sat];
const ALL_KNOWN: &str = "9999-12-31";
const KNOWN_ON: [&str; 10] = [
    ALL_KNOWN,
    "2014-06-01",
    "2018-01-15",
    "2020-01-01",
    "2022-09-28",
    "2022-10-07",
    "2023-04-24",
    "2024-06-06",
    "2024-06-07",
    "2026-01-02",
];

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_facts(&serde_json::from_str(FACTS).unwrap()));
static ROWS: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(FACTS).unwrap());

/// One calendar in both tellings: the engine's, and the clerk's.
struct Pair {
    known_on: String,
    week: WorkWeek,
    calendar: Calendar,
    clerk: Clerk,
}

impl Pair {
    fn known_on(known_on: &str, week: WorkWeek) -> Pair {
        let calendar = if known_on == ALL_KNOWN { CALENDAR.clone() } else { CALENDAR.known_on(day(known_on)) };
        let days: &[Weekday] = if week == WorkWeek::FiveDay { &FIVE } else { &SIX };
        Pair { known_on: known_on.to_owned(), week, calendar, clerk: Clerk::of(&ROWS, days, known_on) }
    }

    fn engine(&self) -> WorkingDays<'_> {
        self.calendar.week(self.week)
    }
}

/// A failed law names its calendar, and does not print five thousand days.
impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} known on {}", self.week, self.known_on)
    }
}

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let weeks = [WorkWeek::FiveDay, WorkWeek::SixDay];
    KNOWN_ON.iter().flat_map(|known_on| weeks.map(|week| Pair::known_on(known_on, week))).collect()
});

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A calendar to try a law on.
fn any_pair() -> impl Strategy<Value = &'static Pair> {
    (0..PAIRS.len()).prop_map(|place| &PAIRS[place])
}

/// A day of the calendar, or one a little outside it.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (-40..5114_i64 + 40).prop_map(|days| day("2015-01-01") + TimeDelta::days(days))
}

/// A day so far inside that nothing below leads out of the calendar.
fn inner_day() -> impl Strategy<Value = NaiveDate> {
    (700..5114_i64 - 700).prop_map(|days| day("2015-01-01") + TimeDelta::days(days))
}

fn any_n() -> impl Strategy<Value = i32> {
    prop_oneof![8 => -30..=30, 4 => -400..=400, 2 => -4000..=4000, 1 => Just(i32::MAX), 1 => Just(i32::MIN)]
}

#[test]
fn every_day_is_worked_or_not_as_the_clerk_says_whenever_a_row_becomes_public() {
    let mut known_on: Vec<NaiveDate> = KNOWN_ON[1..].iter().map(|text| day(text)).collect();
    let keys = ["public_from", "end_public_from", "until", "announced"];
    for row in ["holidays", "kurban_ait", "transfers"].iter().flat_map(|list| ROWS[*list].as_array().unwrap()) {
        let changes = keys.iter().filter_map(|key| row[*key].as_str()).map(day);
        known_on.extend(changes.flat_map(|date| [date, date - TimeDelta::days(1)]));
    }
    known_on.sort();
    known_on.dedup();
    assert!(known_on.len() > 40, "the rows name their days");
    let known_on = known_on.iter().map(NaiveDate::to_string).chain([ALL_KNOWN.to_owned()]);
    for known_on in known_on {
        for week in [WorkWeek::FiveDay, WorkWeek::SixDay] {
            let pair = Pair::known_on(&known_on, week);
            for date in day("2014-12-25").iter_days().take_while(|&date| date < day("2029-01-08")) {
                let engine = pair.engine().is_working_day(date);
                assert_eq!(engine.ok(), pair.clerk.works(date), "{date} {week:?} known on {known_on}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shift_finds_the_day_that_walking_finds(pair in any_pair(), date in any_day(), n in any_n()) {
        prop_assert_eq!(pair.engine().shift(date, n).ok(), pair.clerk.shift(date, n));
    }

    #[test]
    fn roll_finds_the_day_that_walking_finds(pair in any_pair(), date in any_day()) {
        prop_assert_eq!(pair.engine().roll(date, Roll::Forward).ok(), pair.clerk.roll(date, true));
        prop_assert_eq!(pair.engine().roll(date, Roll::Backward).ok(), pair.clerk.roll(date, false));
    }

    #[test]
    fn count_finds_the_number_that_walking_finds(pair in any_pair(), after in any_day(), upto in any_day()) {
        prop_assert_eq!(pair.engine().count(after, upto).ok(), pair.clerk.count(after, upto));
    }

    #[test]
    fn a_refusal_names_a_day_outside_and_the_days_inside(pair in any_pair(), date in any_day(), n in any_n()) {
        if let Err(out) = pair.engine().shift(date, n) {
            prop_assert!(!pair.clerk.covers(out.date));
            prop_assert!(pair.clerk.covers(out.first) && pair.clerk.covers(out.last));
            let edge = day(if n < 0 { "2014-12-31" } else { "2029-01-01" });
            prop_assert!(out.date == date || out.date == edge);
        }
    }

    #[test]
    fn no_working_day_after_a_day_is_that_day(pair in any_pair(), date in inner_day()) {
        prop_assert_eq!(pair.engine().shift(date, 0), Ok(date));
    }

    #[test]
    fn counting_to_where_a_shift_led_gives_the_shift(pair in any_pair(), date in inner_day(), n in 0..400) {
        let week = pair.engine();
        prop_assert_eq!(week.count(date, week.shift(date, n).unwrap()), Ok(n));
    }

    #[test]
    fn from_a_worked_day_count_and_shift_undo_each_other(pair in any_pair(), a in inner_day(), n in -400..400, m in -30..30) {
        let week = pair.engine();
        let a = week.roll(a, Roll::Forward).unwrap();
        let b = week.shift(a, n).unwrap();
        prop_assert_eq!(week.count(a, b), Ok(n));
        prop_assert_eq!(week.shift(a, week.count(a, b).unwrap()), Ok(b));
        prop_assert_eq!(week.shift(b, -n), Ok(a));
        prop_assert_eq!(week.shift(b, m), week.shift(a, n + m));
    }

    #[test]
    fn two_shifts_one_way_are_one_shift(pair in any_pair(), date in inner_day(), n in 0..200, m in 0..200) {
        let week = pair.engine();
        prop_assert_eq!(week.shift(week.shift(date, n).unwrap(), m), week.shift(date, n + m));
        prop_assert_eq!(week.shift(week.shift(date, -n).unwrap(), -m), week.shift(date, -n - m));
    }

    #[test]
    fn a_shift_ends_on_a_worked_day_and_each_step_moves(pair in any_pair(), date in inner_day(), n in -400..400) {
        let week = pair.engine();
        let end = week.shift(date, n).unwrap();
        prop_assert!(end < week.shift(date, n + 1).unwrap());
        if n != 0 {
            prop_assert_eq!(week.is_working_day(end), Ok(true));
            prop_assert_eq!(week.roll(end, Roll::Forward), Ok(end));
        }
    }

    #[test]
    fn a_later_start_never_ends_sooner(pair in any_pair(), a in inner_day(), b in inner_day(), n in -400..400) {
        let (a, b) = (a.min(b), a.max(b));
        let week = pair.engine();
        prop_assert!(week.shift(a, n).unwrap() <= week.shift(b, n).unwrap());
        prop_assert!(week.roll(a, Roll::Forward).unwrap() <= week.roll(b, Roll::Forward).unwrap());
        prop_assert!(week.roll(a, Roll::Backward).unwrap() <= week.roll(b, Roll::Backward).unwrap());
        prop_assert!(week.count(a, b).unwrap() >= 0);
    }

    #[test]
    fn rolling_twice_is_rolling_once(pair in any_pair(), date in inner_day()) {
        let week = pair.engine();
        let (forward, backward) = (week.roll(date, Roll::Forward).unwrap(), week.roll(date, Roll::Backward).unwrap());
        prop_assert!(backward <= date && date <= forward);
        prop_assert_eq!(forward == date, week.is_working_day(date).unwrap());
        prop_assert_eq!(backward == date, week.is_working_day(date).unwrap());
        prop_assert_eq!(week.roll(forward, Roll::Forward), Ok(forward));
        prop_assert_eq!(week.roll(forward, Roll::Backward), Ok(forward));
        prop_assert_eq!(week.roll(backward, Roll::Backward), Ok(backward));
    }

    /// So an office that registers on the next working day and one that counts from the day off differ by a whole day
    /// (see the false friends), and this is the pair of readings that agree.
    #[test]
    fn a_shift_may_start_from_the_roll_behind_it(pair in any_pair(), date in inner_day(), n in 1..400) {
        let week = pair.engine();
        let (forward, backward) = (week.roll(date, Roll::Forward).unwrap(), week.roll(date, Roll::Backward).unwrap());
        prop_assert_eq!(week.shift(backward, n), week.shift(date, n));
        prop_assert_eq!(week.shift(forward, -n), week.shift(date, -n));
    }

    #[test]
    fn counts_add_up_and_turn_about(pair in any_pair(), a in inner_day(), b in inner_day(), c in inner_day()) {
        let week = pair.engine();
        prop_assert_eq!(week.count(a, b).unwrap() + week.count(b, c).unwrap(), week.count(a, c).unwrap());
        prop_assert_eq!(week.count(a, b).unwrap(), -week.count(b, a).unwrap());
        prop_assert_eq!(week.count(a, a), Ok(0));
    }

    #[test]
    fn many_shifts_are_each_a_shift(pair in any_pair(), dates in prop::collection::vec(any_day(), 0..20), n in any_n()) {
        let week = pair.engine();
        let days: Vec<_> = dates.iter().map(|&date| day_number(date)).collect();
        let mut out = vec![0; days.len()];
        let refused = week.table(n).shift_slice(&days, &mut out);
        let each: Vec<_> = dates.iter().map(|&date| week.shift(date, n).map_or(NOT_COVERED, day_number)).collect();
        prop_assert_eq!(refused, each.iter().filter(|day| **day == NOT_COVERED).count());
        prop_assert_eq!(out, each);
    }

    #[test]
    fn a_day_far_outside_or_without_a_place_is_refused(pair in any_pair(), day in any::<i32>(), n in any_n()) {
        let table = pair.engine().table(n);
        let inside = (day_number(self::day("2015-01-01"))..=day_number(self::day("2028-12-31"))).contains(&day);
        let mut out = [0];
        prop_assert!(inside || table.shift_slice(&[day], &mut out) == 1 && out == [NOT_COVERED]);
        prop_assert_eq!(table.shift_slice(&[day], &mut []), 1);
    }

    #[test]
    fn nothing_is_answered_for_any_date_outside(pair in any_pair(), days in 5114..90_000_000_i64, n in any_n()) {
        let far = [day("2015-01-01") + TimeDelta::days(days), day("2028-12-31") - TimeDelta::days(days)];
        for date in far.into_iter().chain([NaiveDate::MIN, NaiveDate::MAX]) {
            let week = pair.engine();
            prop_assert_eq!(week.shift(date, n).unwrap_err().date, date);
            prop_assert_eq!(week.roll(date, Roll::Backward).unwrap_err().date, date);
            prop_assert_eq!(week.count(day("2020-01-01"), date).unwrap_err().date, date);
        }
    }
}

/// The false friends. In November 2025 nothing but Saturdays and Sundays is off.
mod false_friends {
    use super::*;

    const FRIDAY: &str = "2025-11-14";
    const SATURDAY: &str = "2025-11-15";
    const SUNDAY: &str = "2025-11-16";
    const MONDAY: &str = "2025-11-17";

    fn five() -> WorkingDays<'static> {
        CALENDAR.week(WorkWeek::FiveDay)
    }

    fn shift(from: &str, n: i32) -> String {
        five().shift(day(from), n).unwrap().to_string()
    }

    fn roll(from: &str, roll: Roll) -> String {
        five().roll(day(from), roll).unwrap().to_string()
    }

    fn count(after: &str, upto: &str) -> i32 {
        five().count(day(after), day(upto)).unwrap()
    }

    fn works(known_on: &str, week: WorkWeek, date: &str) -> bool {
        CALENDAR.known_on(day(known_on)).week(week).is_working_day(day(date)).unwrap()
    }

    #[test]
    fn going_there_and_back_does_not_return_to_a_day_off() {
        assert_eq!(shift(&shift(SATURDAY, 1), -1), FRIDAY);
        assert_eq!(shift(&shift(SATURDAY, -1), 1), MONDAY);
    }

    #[test]
    fn shifts_of_opposite_sign_do_not_add_up_from_a_day_off() {
        assert_eq!(shift(&shift(SATURDAY, 1), -2), "2025-11-13");
        assert_eq!(shift(SATURDAY, 1 - 2), FRIDAY);
    }

    #[test]
    fn rolling_before_a_shift_is_not_the_same_as_shifting() {
        assert_eq!(shift(&roll(SATURDAY, Roll::Forward), 3), "2025-11-20");
        assert_eq!(shift(SATURDAY, 3), "2025-11-19");
    }

    #[test]
    fn a_shift_by_none_is_not_a_roll() {
        assert_eq!(shift(SATURDAY, 0), SATURDAY);
        assert_eq!(roll(SATURDAY, Roll::Forward), MONDAY);
    }

    #[test]
    fn counting_does_not_undo_a_shift_back_from_a_day_off() {
        assert_eq!(shift(SATURDAY, -1), FRIDAY);
        assert_eq!(count(SATURDAY, FRIDAY), 0);
    }

    #[test]
    fn shifting_by_a_count_does_not_reach_a_day_off() {
        assert_eq!(count(FRIDAY, SUNDAY), 0);
        assert_eq!(shift(FRIDAY, count(FRIDAY, SUNDAY)), FRIDAY);
    }

    #[test]
    fn a_count_does_not_hold_its_first_day() {
        assert_eq!(count(FRIDAY, FRIDAY), 0);
        assert_eq!(count(FRIDAY, MONDAY), 1);
    }

    #[test]
    fn different_days_do_not_always_end_on_different_days() {
        let ends = [FRIDAY, SATURDAY, SUNDAY].map(|from| shift(from, 1));
        assert_eq!(ends, [MONDAY; 3]);
    }

    #[test]
    fn rolling_on_and_back_does_not_return() {
        assert_eq!(roll(&roll(SATURDAY, Roll::Forward), Roll::Backward), MONDAY);
        assert_eq!(roll(&roll(SATURDAY, Roll::Backward), Roll::Forward), FRIDAY);
    }

    #[test]
    fn five_working_days_are_not_a_week() {
        assert_eq!(shift("2026-03-20", 5), "2026-04-01", "Nauryz lies between");
        assert_eq!(shift("2025-01-03", 5), "2025-01-10", "a worked Sunday makes up for Christmas");
    }

    #[test]
    fn saturdays_and_sundays_are_not_always_off() {
        assert_eq!(roll("2025-01-05", Roll::Forward), "2025-01-05", "a Sunday");
        assert_eq!(roll("2024-05-04", Roll::Forward), "2024-05-04", "a Saturday");
    }

    #[test]
    fn a_holiday_on_a_weekend_does_not_always_give_the_monday() {
        assert_eq!(roll("2026-03-23", Roll::Forward), "2026-03-26", "the 21st and 22nd give the 24th and 25th");
        assert_eq!(roll("2022-05-09", Roll::Forward), "2022-05-11", "Saturday the 7th gives Tuesday the 10th");
        assert_eq!(roll("2020-05-11", Roll::Forward), "2020-05-11", "its day in lieu was moved to the 8th");
    }

    #[test]
    fn not_every_day_off_on_a_weekend_gives_another() {
        assert_eq!(roll("2024-06-16", Roll::Forward), "2024-06-17", "Kurban Ait on a Sunday");
        assert_eq!(roll("2023-01-07", Roll::Forward), "2023-01-09", "Christmas on a Saturday");
    }

    #[test]
    fn the_six_day_week_is_not_the_five_day_week_with_saturdays() {
        let six = CALENDAR.week(WorkWeek::SixDay);
        assert_eq!(six.is_working_day(day("2026-03-25")), Ok(true), "a Saturday holiday gives it nothing");
        assert_eq!(six.is_working_day(day("2023-07-07")), Ok(true), "the moved Saturday was no rest day of it");
        assert_eq!(six.is_working_day(day("2025-01-03")), Ok(false), "the moved Sunday was");
    }

    #[test]
    fn knowing_more_does_not_only_add_days_off() {
        let five = WorkWeek::FiveDay;
        assert!(works("2022-10-07", five, "2022-10-24") && !works("2022-10-08", five, "2022-10-24"));
        assert!(!works("2026-03-17", five, "2026-08-31") && works("2026-03-18", five, "2026-08-31"));
    }
}
