//! Days, times and values as people type them and as fields show them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::engine::case::FactValue;
use crate::engine::catalogue::{FactKind, FactType};
use crate::words::dates::{DateWord, date_word};
use crate::words::labels::Labels;

/// Reads what a person typed or an address says; none if the fact cannot have this value.
pub fn read_fact(fact: &FactType, text: &str) -> Option<FactValue> {
    let text = text.trim();
    match fact.kind {
        FactKind::Boolean => text.parse().ok().map(FactValue::Bool),
        FactKind::Date => read_date(text).map(FactValue::Date),
        FactKind::Moment => read_filing(text).map(FactValue::Moment),
        FactKind::Word => {
            let is_offered = fact.values.iter().any(|value| value.id == text);
            is_offered.then(|| FactValue::Word(text.to_owned().into()))
        }
    }
}

/// Reads a day and a time: `2026-11-23T10:00`, `23.11.2026 10:00`.
pub fn read_filing(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.trim().rsplit_once(['T', ' '])?;
    Some(read_date(day)?.and_time(read_time(time)?))
}

/// Reads a day as people write it: `3.11.2026`, `03.11.2026`, `2026-11-03`, also with `/` or spaces, or with the month
/// by its name in any of the three languages, whole, in its case or cut short.
///
/// ```
/// use merzim::ui::typed::read_date;
/// let day = read_date("2026-11-03");
/// assert!(day.is_some());
/// for written in ["3.11.2026", "2026 жылғы 3 қараша", "3 нояб. 2026 г.", "November 3rd, 2026"] {
///     assert_eq!(read_date(written), day, "{written}");
/// }
/// assert_eq!(read_date("31.02.2026"), None, "there is no such day");
/// assert_eq!(read_date("3.11.26"), None, "a year has four digits");
/// ```
pub fn read_date(text: &str) -> Option<NaiveDate> {
    written_date(text).ok()
}

/// What is wrong with a day as it is written: not written as a day, without its whole year, or no day that there is.
///
/// ```
/// use merzim::lang::Lang;
/// use merzim::ui::typed::wrong_date;
/// use merzim::words::labels::labels;
/// let labels = labels(Lang::Kk);
/// assert_eq!(wrong_date("ертең", labels), Some(labels.write_date));
/// assert_eq!(wrong_date("3 қараша", labels), Some(labels.write_year));
/// assert_eq!(wrong_date("31.2.2026", labels), Some(labels.no_such_day));
/// assert_eq!(wrong_date("28.2.2026", labels), None);
/// ```
pub fn wrong_date(text: &str, labels: &Labels) -> Option<&'static str> {
    written_date(text).err().map(|fault| match fault {
        DateFault::NotADay => labels.write_date,
        DateFault::NoWholeYear => labels.write_year,
        DateFault::NoSuchDay => labels.no_such_day,
    })
}

enum DateFault {
    NotADay,
    NoWholeYear,
    NoSuchDay,
}

fn written_date(text: &str) -> Result<NaiveDate, DateFault> {
    let (mut numbers, mut month) = (Vec::new(), None);
    for part in text.split(['.', '-', '/', ',', ' ', '\u{a0}']) {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let Some((number, word)) = part.split_at_checked(digits) else { continue };
        if !number.is_empty() {
            numbers.push(number);
        }
        match date_word(word) {
            Some(DateWord::Month(named)) if month.is_none() => month = Some(named),
            Some(DateWord::Filler) => {}
            _ => return Err(DateFault::NotADay),
        }
    }
    let (first, middle, last) = match (numbers.as_slice(), month) {
        (&[first, middle, last], None) => (first, middle.parse().ok(), last),
        (&[first, last], Some(_)) => (first, month, last),
        (&[_], Some(_)) | (&[_, _], None) if numbers.iter().all(|number| number.len() < 4) => {
            return Err(DateFault::NoWholeYear);
        }
        _ => return Err(DateFault::NotADay),
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return Err(DateFault::NoWholeYear);
    }
    let day = || NaiveDate::from_ymd_opt(year.parse().ok()?, middle?, day.parse().ok()?);
    day().ok_or(DateFault::NoSuchDay)
}

/// Reads a time of day as people write it: `10:00`, `9.30`, `9`.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// A day as the fields show it: `23.11.2026`.
pub fn day_text(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// A time of day as the fields show it: `10:00`.
pub fn time_text(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}
