//! Days as people type them: with numbers alone, or with the month by its name.

use chrono::{Datelike, NaiveDate};
use merzim::lang::Lang;
use merzim::ui::typed::{read_date, read_filing, wrong_date};
use merzim::words::dates;
use merzim::words::labels::labels;

use crate::day;

/// Kazakh: the name, its genitive, dative, locative and ablative, and cut short.
const KAZAKH: [[&str; 6]; 12] = [
    ["қаңтар", "қаңтардың", "қаңтарға", "қаңтарда", "қаңтардан", "қаң"],
    ["ақпан", "ақпанның", "ақпанға", "ақпанда", "ақпаннан", "ақп"],
    ["наурыз", "наурыздың", "наурызға", "наурызда", "наурыздан", "нау"],
    ["сәуір", "сәуірдің", "сәуірге", "сәуірде", "сәуірден", "сәу"],
    ["мамыр", "мамырдың", "мамырға", "мамырда", "мамырдан", "мам"],
    ["маусым", "маусымның", "маусымға", "маусымда", "маусымнан", "мау"],
    ["шілде", "шілденің", "шілдеге", "шілдеде", "шілдеден", "шіл"],
    ["тамыз", "тамыздың", "тамызға", "тамызда", "тамыздан", "там"],
    ["қыркүйек", "қыркүйектің", "қыркүйекке", "қыркүйекте", "қыркүйектен", "қыр"],
    ["қазан", "қазанның", "қазанға", "қазанда", "қазаннан", "қаз"],
    ["қараша", "қарашаның", "қарашаға", "қарашада", "қарашадан", "қар"],
    ["желтоқсан", "желтоқсанның", "желтоқсанға", "желтоқсанда", "желтоқсаннан", "жел"],
];

/// The same names where the keyboard has no Kazakh letters.
const KAZAKH_IN_RUSSIAN_LETTERS: [&str; 12] = [
    "кантар",
    "акпан",
    "наурыз",
    "сауир",
    "мамыр",
    "маусым",
    "шилде",
    "тамыз",
    "кыркуйек",
    "казан",
    "караша",
    "желтоксан",
];

/// Russian: the name, its genitive, and cut short.
const RUSSIAN: [[&str; 3]; 12] = [
    ["январь", "января", "янв"],
    ["февраль", "февраля", "февр"],
    ["март", "марта", "мар"],
    ["апрель", "апреля", "апр"],
    ["май", "мая", "мая"],
    ["июнь", "июня", "июн"],
    ["июль", "июля", "июл"],
    ["август", "августа", "авг"],
    ["сентябрь", "сентября", "сент"],
    ["октябрь", "октября", "окт"],
    ["ноябрь", "ноября", "нояб"],
    ["декабрь", "декабря", "дек"],
];

/// English: the name, and cut short.
const ENGLISH: [[&str; 2]; 12] = [
    ["January", "Jan"],
    ["February", "Feb"],
    ["March", "Mar"],
    ["April", "Apr"],
    ["May", "May"],
    ["June", "Jun"],
    ["July", "Jul"],
    ["August", "Aug"],
    ["September", "Sept"],
    ["October", "Oct"],
    ["November", "Nov"],
    ["December", "Dec"],
];

/// Every way of writing the month's third day, with the names in small letters, in capitals, and as they are.
fn ways_to_write(month: usize) -> Vec<String> {
    let mut written = Vec::new();
    for name in KAZAKH[month].iter().chain([&KAZAKH_IN_RUSSIAN_LETTERS[month]]) {
        written.push(format!("3 {name} 2026"));
        written.push(format!("03 {name} 2026 ж."));
        written.push(format!("2026 жылғы 3 {name}"));
        written.push(format!("2026 жылдың 3 {name}"));
        written.push(format!("2026 ж. 3-{name}"));
    }
    for name in RUSSIAN[month] {
        written.push(format!("3 {name} 2026"));
        written.push(format!("3 {name}. 2026 г."));
        written.push(format!("03 {name} 2026г."));
        written.push(format!("3 {name} 2026 года"));
    }
    for name in ENGLISH[month] {
        written.push(format!("3 {name} 2026"));
        written.push(format!("{name} 3, 2026"));
        written.push(format!("{name}. 3 2026"));
        written.push(format!("3rd of {name}, 2026"));
        written.push(format!("2026 {name} 3"));
        written.push(format!("3-{name}-2026"));
    }
    let capitals: Vec<_> = written.iter().map(|text| text.to_uppercase()).collect();
    written.into_iter().chain(capitals).collect()
}

#[test]
fn every_month_is_read_by_its_name_in_three_languages_and_every_form() {
    let mut read = 0;
    for month in 0..12 {
        let third = NaiveDate::from_ymd_opt(2026, month as u32 + 1, 3);
        for written in ways_to_write(month) {
            assert_eq!(read_date(&written), third, "{written}");
            read += 1;
        }
    }
    assert!(700 < read, "{read}");
}

#[test]
fn numbers_are_read_as_before() {
    let third = NaiveDate::from_ymd_opt(2026, 11, 3);
    for written in ["3.11.2026", "03.11.2026", "2026-11-03", "3/11/2026", "03 11 2026", " 3. 11. 2026 ", "2026.11.3"] {
        assert_eq!(read_date(written), third, "{written}");
    }
    assert_eq!(read_filing("3 қараша 2026 10:30"), read_filing("2026-11-03T10:30"));
}

#[test]
fn the_dates_that_the_page_writes_are_read_back() {
    for date in day("2028-01-01").iter_days().take(366) {
        for lang in Lang::ALL {
            assert_eq!(read_date(&dates::date(lang, date)), Some(date));
        }
        assert_eq!(read_date(&format!("{} 2028", dates::on(Lang::Kk, date).replace("2028 жылғы ", ""))), Some(date));
        assert_eq!(read_date(&format!("{}.{}.2028", date.day(), date.month())), Some(date));
    }
}

#[test]
fn what_is_no_month_is_refused_with_an_example() {
    let labels = labels(Lang::Kk);
    let nonsense = [
        "",
        " ",
        "ертең",
        "бүгін",
        "завтра",
        "tomorrow",
        "3 foo 2026",
        "3 но 2026",
        "3 n 2026",
        "3 новый 2026",
        "3 мак 2026",
        "3 марля 2026",
        "3 қарлығаш 2026",
        "3 Marvin 2026",
        "3 novemver 2026",
        "3 казак 2026",
        "3 июн июл 2026",
        "10 11",
        "қараша",
        "қараша 2026 жыл сайын",
        "1 2 3 4",
        "2026",
        "3 ноября 2026 утра",
        "3.x.2026",
    ];
    for written in nonsense {
        assert_eq!(read_date(written), None, "{written}");
        let said = wrong_date(written, labels).unwrap();
        assert!([labels.write_date, labels.write_year].contains(&said), "{written}: {said}");
        if written.contains("2026") && written != "2026" && !written.starts_with("қараша") {
            assert_eq!(said, labels.write_date, "{written}");
        }
    }
}

#[test]
fn a_year_must_be_whole() {
    for lang in Lang::ALL {
        let labels = labels(lang);
        for written in [
            "3.11.26",
            "3.11",
            "3 қараша",
            "3 қараша 26",
            "3 ноября",
            "3 ноября 26 г.",
            "Nov 3",
            "Nov 3, 26",
            "3.11.02026",
        ] {
            assert_eq!(read_date(written), None, "{written}");
            assert_eq!(wrong_date(written, labels), Some(labels.write_year), "{written}");
        }
        for written in ["31.2.2026", "31 ақпан 2026", "30 февраля 2026", "June 31, 2026", "0 мая 2026", "3.13.2026"]
        {
            assert_eq!(wrong_date(written, labels), Some(labels.no_such_day), "{written}");
        }
    }
}

#[test]
fn every_error_of_a_date_names_an_example_that_can_be_read() {
    for lang in Lang::ALL {
        let labels = labels(lang);
        for said in [labels.write_date, labels.write_year, labels.date_hint] {
            assert!(said.contains("3.11.2026"), "{said}");
        }
        let (_, named) = labels.write_date.rsplit_once("3.11.2026").unwrap();
        let named = named.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        assert_eq!(read_date(named), read_date("3.11.2026"), "{named}");
    }
}
