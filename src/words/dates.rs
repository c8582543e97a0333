//! Dates and counted units. In Kazakh the month takes the case; in Russian the noun agrees with the number.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::phrases::{self, Counted};
use crate::engine::catalogue::{Duration, StepDuration, StepUnit, TimeOfDay, Unit};
use crate::lang::Lang;
use crate::lang::small;

/// What a slot may hold.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(i64),
    Day(NaiveDate),
    At(NaiveDateTime),
    Time(TimeOfDay),
}

/// Nominative, dative, locative, ablative.
pub(super) const MONTHS_KK: [[&str; 4]; 12] = [
    ["қаңтар", "қаңтарға", "қаңтарда", "қаңтардан"],
    ["ақпан", "ақпанға", "ақпанда", "ақпаннан"],
    ["наурыз", "наурызға", "наурызда", "наурыздан"],
    ["сәуір", "сәуірге", "сәуірде", "сәуірден"],
    ["мамыр", "мамырға", "мамырда", "мамырдан"],
    ["маусым", "маусымға", "маусымда", "маусымнан"],
    ["шілде", "шілдеге", "шілдеде", "шілдеден"],
    ["тамыз", "тамызға", "тамызда", "тамыздан"],
    ["қыркүйек", "қыркүйекке", "қыркүйекте", "қыркүйектен"],
    ["қазан", "қазанға", "қазанда", "қазаннан"],
    ["қараша", "қарашаға", "қарашада", "қарашадан"],
    ["желтоқсан", "желтоқсанға", "желтоқсанда", "желтоқсаннан"],
];
const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
pub(super) const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_KK: [&str; 7] = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];
const WEEKDAYS_RU: [&str; 7] = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const ON_WEEKDAYS_RU: [&str; 7] =
    ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub(super) fn at<T: Copy + Default>(table: &[T], place: u32) -> T {
    table.get(place as usize).copied().unwrap_or_default()
}

/// The weekday: «жұма», «пятница», "Friday".
pub fn weekday(lang: Lang, date: NaiveDate) -> &'static str {
    let table = match lang {
        Lang::Kk => &WEEKDAYS_KK,
        Lang::Ru => &WEEKDAYS_RU,
        Lang::En => &WEEKDAYS_EN,
    };
    at(table, date.weekday().num_days_from_monday())
}

/// A word of a written date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    /// The month's number, from 1.
    Month(u32),
    /// It says nothing: «жылғы», «года», "of", the end of "3rd".
    Filler,
}

/// What a word of a written date says: the month, by its name in any of the three languages, whole, with a case ending,
/// or cut short to three letters or more. Kazakh letters that a keyboard lacks may be missing.
///
/// ```
/// use merzim::words::dates::{DateWord, date_word};
/// for name in ["қараша", "Қарашада", "караша", "қар", "ноябрь", "ноября", "нояб", "NOVEMBER", "Nov"] {
///     assert_eq!(date_word(name), Some(DateWord::Month(11)), "{name}");
/// }
/// assert_eq!(date_word("жылғы"), Some(DateWord::Filler));
/// assert_eq!(date_word("новый"), None);
/// ```
pub fn date_word(word: &str) -> Option<DateWord> {
    let word = small(word);
    for month in 0..12 {
        let [kk, ..] = at(&MONTHS_KK, month);
        if [kk, at(&MONTHS_RU, month), at(&MONTHS_EN, month)].into_iter().any(|name| begins_alike(name, &word)) {
            return Some(DateWord::Month(month + 1));
        }
    }
    let is_filler = word.len() <= "жж".len() || word.starts_with("жыл") || word.starts_with("год");
    is_filler.then_some(DateWord::Filler)
}

/// Whether the word is the name, the name with an ending, or its beginning of three letters or more.
fn begins_alike(name: &str, word: &str) -> bool {
    let (mut letters, mut alike) = (name.chars(), 0);
    for letter in word.chars() {
        match letters.next() {
            Some(other) if plain(other) == plain(letter) => alike += 1,
            Some(_) => return false,
            None => break,
        }
    }
    3 <= alike
}

/// A letter for comparing names of months: «қ» as «к», and the ends of «май» and «июнь» as of «мая» and «июня».
fn plain(letter: char) -> char {
    match letter {
        'қ' => 'к',
        'ң' => 'н',
        'ә' => 'а',
        'і' => 'и',
        'ү' => 'у',
        'й' | 'ь' => 'я',
        _ => letter.to_ascii_lowercase(),
    }
}

/// «2026 жылғы 3 шілде», «3 июля 2026 года», "3 July 2026".
pub fn date(lang: Lang, date: NaiveDate) -> String {
    written(lang, Value::Day(date), "")
}

/// «2026 жылғы 3 шілде, жұма», «пятница, 3 июля 2026 года», "Friday, 3 July 2026".
pub fn date_weekday(lang: Lang, date: NaiveDate) -> String {
    written(lang, Value::Day(date), "week")
}

/// «2026 жылғы 3 шілде, жұма күні», «в пятницу, 3 июля 2026 года», "on Friday, 3 July 2026".
pub fn on_weekday(lang: Lang, date: NaiveDate) -> String {
    written(lang, Value::Day(date), "on")
}

/// «2026 жылғы 3 шілде, жұма, сағат 10:00», «пятница, 3 июля 2026 года, 10:00», "Friday, 3 July 2026, 10:00".
pub fn moment(lang: Lang, moment: NaiveDateTime) -> String {
    written(lang, Value::At(moment), "week")
}

/// «2026 жылғы 3 шілде, жұма күні, сағат 10:00», «в пятницу, 3 июля 2026 года, в 10:00», "on Friday, 3 July 2026, at 10:00".
#[cfg(test)]
pub fn on_moment(lang: Lang, moment: NaiveDateTime) -> String {
    written(lang, Value::At(moment), "on")
}

/// «2026 жылғы 3 шілдеге дейін», «до 3 июля 2026 года», "until 3 July 2026".
pub fn until(lang: Lang, date: NaiveDate) -> String {
    super::fill(lang, phrases::of(lang).until, &[("day", Value::Day(date))])
}

/// «2026 жылғы 3 шілдеден бастап», «с 3 июля 2026 года», "from 3 July 2026".
pub fn from(lang: Lang, date: NaiveDate) -> String {
    super::fill(lang, phrases::of(lang).from, &[("day", Value::Day(date))])
}

/// «2026 жылғы 3 шілдеде», «3 июля 2026 года», "on 3 July 2026".
pub fn on(lang: Lang, date: NaiveDate) -> String {
    super::fill(lang, phrases::of(lang).on, &[("day", Value::Day(date))])
}

/// Not later than: «2026 жылғы 3 шілдеден кешіктірмей», «не позднее 3 июля 2026 года», "by 3 July 2026".
pub fn by(lang: Lang, date: NaiveDate) -> String {
    super::fill(lang, phrases::of(lang).by, &[("day", Value::Day(date))])
}

/// «15 жұмыс күні ішінде», «в течение 21 рабочего дня», "within 15 working days".
pub fn within_working_days(lang: Lang, n: u16) -> String {
    count(lang, &phrases::of(lang).within_working_days, n.into())
}

/// «15 жұмыс күні», «2 рабочих дня», "1 working day"; a range names both ends.
pub fn leg(lang: Lang, of: &Duration) -> String {
    let unit = match of.unit {
        Unit::OfficeMinutes => StepUnit::Minutes,
        Unit::WorkingDays => StepUnit::WorkingDays,
        Unit::CalendarDays => StepUnit::CalendarDays,
        Unit::Weeks => StepUnit::Weeks,
        Unit::Months => StepUnit::Months,
    };
    duration(lang, &StepDuration { at_least: of.at_least, at_most: of.at_most, unit })
}

/// As [`leg`], of a step.
pub fn duration(lang: Lang, of: &StepDuration) -> String {
    let phrases = phrases::of(lang);
    let (whole, range) = match of.unit {
        StepUnit::Minutes => &phrases.minutes,
        StepUnit::Hours => &phrases.hours,
        StepUnit::WorkingDays => &phrases.working_days,
        StepUnit::CalendarDays => &phrases.calendar_days,
        StepUnit::Weeks => &phrases.weeks,
        StepUnit::Months => &phrases.months,
    };
    if of.at_least == of.at_most {
        return count(lang, whole, of.at_most.into());
    }
    let slots = [("least", Value::Number(of.at_least.into())), ("n", Value::Number(of.at_most.into()))];
    super::fill(lang, form(lang, range, of.at_most.into()), &slots)
}

/// A counted phrase with its number in it.
pub(super) fn count(lang: Lang, counted: &Counted, n: i64) -> String {
    super::fill(lang, form(lang, counted, n), &[("n", Value::Number(n))])
}

/// The form that agrees with the number. In Kazakh the noun does not change after a number.
fn form(lang: Lang, counted: &Counted, n: i64) -> &'static str {
    let (unit, ten) = (n % 10, n % 100 / 10);
    match lang {
        Lang::Kk => counted.many,
        Lang::En if n == 1 => counted.one,
        Lang::En => counted.many,
        Lang::Ru if unit == 1 && ten != 1 => counted.one,
        Lang::Ru if (2..=4).contains(&unit) && ten != 1 => counted.few,
        Lang::Ru => counted.many,
    }
}

fn written(lang: Lang, value: Value, form: &str) -> String {
    let mut out = String::new();
    push(&mut out, lang, value, form);
    out
}

/// Writes a value in the form that its slot names: `dat` `loc` `abl`, `week` with the weekday, `on` that weekday.
pub(super) fn push(out: &mut String, lang: Lang, value: Value, form: &str) {
    match value {
        Value::Text(text) => out.push_str(text),
        Value::Number(n) => out.push_str(&n.to_string()),
        Value::Day(date) => push_day(out, lang, date, form),
        Value::At(moment) => {
            let minute = moment.hour() * 60 + moment.minute();
            push_day(out, lang, moment.date(), form);
            out.push_str(match (lang, form) {
                (Lang::Kk, _) => ", сағат ",
                (Lang::Ru, "on") => ", в ",
                (Lang::En, "on") => ", at ",
                _ => ", ",
            });
            push_time(out, minute);
        }
        Value::Time(TimeOfDay(minute)) => push_time(out, minute.into()),
    }
}

fn push_day(out: &mut String, lang: Lang, date: NaiveDate, form: &str) {
    let (year, month, day) = (date.year().to_string(), date.month0(), date.day().to_string());
    let weekday = match (lang, form) {
        (Lang::Ru, "on") => at(&ON_WEEKDAYS_RU, date.weekday().num_days_from_monday()),
        (_, "on" | "week") => weekday(lang, date),
        _ => "",
    };
    let parts: [&str; 7] = match lang {
        Lang::Kk => {
            let case = match form {
                "dat" => 1,
                "loc" => 2,
                "abl" => 3,
                _ => 0,
            };
            let month = at(&at(&MONTHS_KK, month), case);
            let (comma, on) = (if weekday.is_empty() { "" } else { ", " }, if form == "on" { " күні" } else { "" });
            [&year, " жылғы ", &day, " ", month, comma, &[weekday, on].concat()]
        }
        Lang::Ru => {
            let comma = if weekday.is_empty() { "" } else { ", " };
            [weekday, comma, &day, " ", at(&MONTHS_RU, month), " ", &[&year, " года"].concat()]
        }
        Lang::En => {
            let (on, comma) = (if form == "on" { "on " } else { "" }, if weekday.is_empty() { "" } else { ", " });
            [on, weekday, comma, &day, " ", at(&MONTHS_EN, month), &[" ", &year].concat()]
        }
    };
    parts.iter().for_each(|part| out.push_str(part));
}

fn push_time(out: &mut String, minute: u32) {
    for (place, number) in [minute / 60, minute % 60].into_iter().enumerate() {
        if place > 0 {
            out.push(':');
        }
        if number < 10 {
            out.push('0');
        }
        out.push_str(&number.to_string());
    }
}
