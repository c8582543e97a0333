//! Dates and counted units, form by form.

use chrono::NaiveDate;
use merzim::engine::catalogue::{Duration, StepDuration, StepUnit, Unit};
use merzim::lang::Lang;
use merzim::words::{Words, dates};

use crate::{at, calendar, catalogue, day};

#[test]
fn the_kazakh_month_takes_the_case() {
    let table = [
        ("қаңтар", "қаңтарға", "қаңтарда", "қаңтардан"),
        ("ақпан", "ақпанға", "ақпанда", "ақпаннан"),
        ("наурыз", "наурызға", "наурызда", "наурыздан"),
        ("сәуір", "сәуірге", "сәуірде", "сәуірден"),
        ("мамыр", "мамырға", "мамырда", "мамырдан"),
        ("маусым", "маусымға", "маусымда", "маусымнан"),
        ("шілде", "шілдеге", "шілдеде", "шілдеден"),
        ("тамыз", "тамызға", "тамызда", "тамыздан"),
        ("қыркүйек", "қыркүйекке", "қыркүйекте", "қыркүйектен"),
        ("қазан", "қазанға", "қазанда", "қазаннан"),
        ("қараша", "қарашаға", "қарашада", "қарашадан"),
        ("желтоқсан", "желтоқсанға", "желтоқсанда", "желтоқсаннан"),
    ];
    for (month, (plain, dative, locative, ablative)) in (1..).zip(table) {
        let date = NaiveDate::from_ymd_opt(2026, month, 3).unwrap();
        assert_eq!(dates::date(Lang::Kk, date), format!("2026 жылғы 3 {plain}"));
        assert_eq!(dates::until(Lang::Kk, date), format!("2026 жылғы 3 {dative} дейін"));
        assert_eq!(dates::on(Lang::Kk, date), format!("2026 жылғы 3 {locative}"));
        assert_eq!(dates::from(Lang::Kk, date), format!("2026 жылғы 3 {ablative} бастап"));
        assert_eq!(dates::by(Lang::Kk, date), format!("2026 жылғы 3 {ablative} кешіктірмей"));
    }
}

#[test]
fn russian_and_english_months_have_their_names() {
    let table = [
        ("января", "January"),
        ("февраля", "February"),
        ("марта", "March"),
        ("апреля", "April"),
        ("мая", "May"),
        ("июня", "June"),
        ("июля", "July"),
        ("августа", "August"),
        ("сентября", "September"),
        ("октября", "October"),
        ("ноября", "November"),
        ("декабря", "December"),
    ];
    for (month, (ru, en)) in (1..).zip(table) {
        let date = NaiveDate::from_ymd_opt(2026, month, 21).unwrap();
        assert_eq!(dates::date(Lang::Ru, date), format!("21 {ru} 2026 года"));
        assert_eq!(dates::until(Lang::Ru, date), format!("до 21 {ru} 2026 года"));
        assert_eq!(dates::from(Lang::Ru, date), format!("с 21 {ru} 2026 года"));
        assert_eq!(dates::on(Lang::Ru, date), format!("21 {ru} 2026 года"));
        assert_eq!(dates::by(Lang::Ru, date), format!("не позднее 21 {ru} 2026 года"));
        assert_eq!(dates::date(Lang::En, date), format!("21 {en} 2026"));
        assert_eq!(dates::until(Lang::En, date), format!("until 21 {en} 2026"));
        assert_eq!(dates::from(Lang::En, date), format!("from 21 {en} 2026"));
        assert_eq!(dates::on(Lang::En, date), format!("on 21 {en} 2026"));
        assert_eq!(dates::by(Lang::En, date), format!("by 21 {en} 2026"));
    }
}

#[test]
fn the_weekday_stands_where_each_language_puts_it() {
    let table = [
        ("29 маусым, дүйсенбі", "понедельник, 29 июня", "в понедельник, 29 июня", "Monday, 29 June"),
        ("30 маусым, сейсенбі", "вторник, 30 июня", "во вторник, 30 июня", "Tuesday, 30 June"),
        ("1 шілде, сәрсенбі", "среда, 1 июля", "в среду, 1 июля", "Wednesday, 1 July"),
        ("2 шілде, бейсенбі", "четверг, 2 июля", "в четверг, 2 июля", "Thursday, 2 July"),
        ("3 шілде, жұма", "пятница, 3 июля", "в пятницу, 3 июля", "Friday, 3 July"),
        ("4 шілде, сенбі", "суббота, 4 июля", "в субботу, 4 июля", "Saturday, 4 July"),
        ("5 шілде, жексенбі", "воскресенье, 5 июля", "в воскресенье, 5 июля", "Sunday, 5 July"),
    ];
    for (date, (kk, ru, on_ru, en)) in day("2026-06-29").iter_days().zip(table) {
        assert_eq!(dates::date_weekday(Lang::Kk, date), format!("2026 жылғы {kk}"));
        assert_eq!(dates::on_weekday(Lang::Kk, date), format!("2026 жылғы {kk} күні"));
        assert_eq!(dates::date_weekday(Lang::Ru, date), format!("{ru} 2026 года"));
        assert_eq!(dates::on_weekday(Lang::Ru, date), format!("{on_ru} 2026 года"));
        assert_eq!(dates::date_weekday(Lang::En, date), format!("{en} 2026"));
        assert_eq!(dates::on_weekday(Lang::En, date), format!("on {en} 2026"));
    }
}

#[test]
fn a_moment_keeps_its_zeros() {
    let moments = ["2026-07-03T09:05", "2026-07-03T00:00", "2026-07-03T18:30"];
    let written = moments.map(|text| Lang::ALL.map(|lang| dates::moment(lang, at(text))));
    assert_eq!(written[0][0], "2026 жылғы 3 шілде, жұма, сағат 09:05");
    assert_eq!(written[0][1], "пятница, 3 июля 2026 года, 09:05");
    assert_eq!(written[0][2], "Friday, 3 July 2026, 09:05");
    assert_eq!(written[1][2], "Friday, 3 July 2026, 00:00");
    assert_eq!(written[2][1], "пятница, 3 июля 2026 года, 18:30");
}

#[test]
fn the_russian_noun_agrees_with_the_number() {
    let one = [1, 21, 31, 101, 121, 1001];
    let few = [2, 3, 4, 22, 23, 24, 102, 104, 122];
    let many = [0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 25, 100, 105, 111, 112, 113, 114, 1011];
    let (catalogue, calendar) = (catalogue(), calendar());
    let words = Words { lang: Lang::Ru, catalogue, calendar };
    let forms = [
        (&one[..], ["рабочий день", "календарный день", "неделя", "месяц", "минута"], "рабочего дня"),
        (&few[..], ["рабочих дня", "календарных дня", "недели", "месяца", "минуты"], "рабочих дней"),
        (&many[..], ["рабочих дней", "календарных дней", "недель", "месяцев", "минут"], "рабочих дней"),
    ];
    for (numbers, [working, calendar, weeks, months, minutes], within) in forms {
        for &n in numbers {
            assert_eq!(words.working_days(n), format!("{n} {working}"));
            assert_eq!(words.calendar_days(n), format!("{n} {calendar}"));
            assert_eq!(words.weeks(n), format!("{n} {weeks}"));
            assert_eq!(words.months(n), format!("{n} {months}"));
            assert_eq!(words.minutes(n), format!("{n} {minutes}"));
            assert_eq!(words.within_working_days(n), format!("в течение {n} {within}"));
        }
    }
}

#[test]
fn the_kazakh_noun_does_not_change_after_a_number() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let words = Words { lang: Lang::Kk, catalogue, calendar };
    for n in (0..=25).chain([101, 111]) {
        assert_eq!(words.working_days(n), format!("{n} жұмыс күні"));
        assert_eq!(words.within_working_days(n), format!("{n} жұмыс күні ішінде"));
        assert_eq!(words.calendar_days(n), format!("{n} күнтізбелік күн"));
        assert_eq!(words.weeks(n), format!("{n} апта"));
        assert_eq!(words.months(n), format!("{n} ай"));
        assert_eq!(words.minutes(n), format!("{n} минут"));
    }
}

#[test]
fn only_one_is_singular_in_english() {
    let (catalogue, calendar) = (catalogue(), calendar());
    let words = Words { lang: Lang::En, catalogue, calendar };
    assert_eq!(words.working_days(1), "1 working day");
    assert_eq!(words.within_working_days(1), "within 1 working day");
    for n in [0, 2, 11, 21, 101] {
        assert_eq!(words.working_days(n), format!("{n} working days"));
        assert_eq!(words.calendar_days(n), format!("{n} calendar days"));
        assert_eq!(words.within_working_days(n), format!("within {n} working days"));
    }
}

#[test]
fn a_range_names_both_ends_in_words_that_can_be_read_aloud() {
    let range = |at_least, at_most, unit| StepDuration { at_least, at_most, unit };
    let post = range(2, 8, StepUnit::CalendarDays);
    assert_eq!(dates::duration(Lang::Kk, &post), "кемінде 2, көп дегенде 8 күнтізбелік күн");
    assert_eq!(dates::duration(Lang::Ru, &post), "от 2 до 8 календарных дней");
    assert_eq!(dates::duration(Lang::En, &post), "2 to 8 calendar days");
    assert_eq!(dates::duration(Lang::Ru, &range(1, 21, StepUnit::WorkingDays)), "от 1 до 21 рабочего дня");
    assert_eq!(dates::duration(Lang::Ru, &range(1, 3, StepUnit::Hours)), "от 1 до 3 часов");
    assert_eq!(dates::duration(Lang::Ru, &range(3, 3, StepUnit::Hours)), "3 часа");
    let leg = Duration { at_least: 45, at_most: 45, unit: Unit::OfficeMinutes };
    assert_eq!(Lang::ALL.map(|lang| dates::leg(lang, &leg)), ["45 минут", "45 минут", "45 minutes"]);
}
