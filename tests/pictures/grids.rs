//! The month grids.

use chrono::NaiveDate;
use merzim::engine::calendar::DayStatus;
use merzim::engine::verdict::{DayPart, Moment, ProofDay};
use merzim::lang::Lang;
use merzim::words::more::pictures::month;

use crate::read::{days, grids, legend};
use crate::{is_turned_away, look, rendered, running, worked};

/// The signs of days, from the first day on, a word a day: its signs, joined by `+` where there are two.
#[track_caller]
fn assert_days(address: &str, first: &str, signs: &str) {
    let html = look(rendered("2026-11-23T10:00", &format!("#/applicant/kk/{address}")));
    let found = days(&html);
    let dates = first.parse::<NaiveDate>().unwrap().iter_days();
    let expected: Vec<_> =
        dates.zip(signs.split_whitespace()).map(|(date, signs)| (date.to_string(), signs.replace('_', " "))).collect();
    assert_eq!(found, expected, "{address}");
}

fn school(at: &str) -> String {
    format!(
        "school-certificate-duplicate/answer?at={at}&channel=provider_office&consent_personal_data=true\
         &docs=application,id_document&edition=rules-undated&reason=lost"
    )
}

#[test]
fn new_year_2025_with_a_worked_sunday_is_as_on_the_wall() {
    // Tue 17 December; 1 and 2 January; 3 January moved to the worked Sunday 5; 7 January.
    let signs = "0 1 2 3 – – 4 5 6 7 8 – – 9 10  ★ ★ ⇄ – 11_+ 12 ★ 13 14 15_✓";
    assert_days(&school("2024-12-17T11:00"), "2024-12-17", signs);
}

#[test]
fn nauryz_2025_gives_two_days_in_lieu() {
    // Thu 6 March. Sat 8 March gives Mon 10; Nauryz is Fri 21 to Sun 23, so Mon 24 and Tue 25 are given.
    let signs = "0 1 ★ –  ☆ 2 3 4 5 – –  6 7 8 9 ★ ★ ★  ☆ ☆ 10 11 12 – –  13 14 15_✓";
    assert_days(&school("2025-03-06T10:00"), "2025-03-06", signs);
}

#[test]
fn nauryz_2027_with_constitution_day_in_march_is_as_the_law_of_2026_has_it() {
    // Thu 11 March. Mon 15 is Constitution Day; Nauryz is Sun 21 to Tue 23, so Wed 24 is given.
    let signs = "0 1 – –  ★ 2 3 4 5 – ★  ★ ★ ☆ 6 7 – –  8 9 10 11 12 – –  13 14 15_✓";
    assert_days(&school("2027-03-11T10:00"), "2027-03-11", signs);
}

#[test]
fn a_saturday_on_the_portal_waits_for_monday_and_new_year_2027_has_a_day_in_lieu() {
    // Sat 12 December 2026; accepted Mon 14; Wed 16 is a holiday; Sat 2 January gives Mon 4; 7 January.
    let portal = school("2026-12-12T20:00").replace("provider_office", "portal");
    let signs = "↓ …  0 1 ★ 2 3 – –  4 5 6 7 8 – –  9 10 11 12 ★ ★ –  ☆ 13 14 ★ 15_✓";
    assert_days(&portal, "2026-12-12", signs);
}

#[test]
fn a_range_marks_the_working_days_between_its_ends() {
    // 18 to 30 calendar days from Fri 1 March 2019: Tue 19 to Sun 31, so Mon 1 April. Nauryz is Thu 21 to Sat 23, so
    // Mon 25 is given; these and the weekends are counted, but it is not ready on them.
    let address = "he-diploma-duplicate/answer?at=2019-03-01T10:00&channel=state_corporation&delivery=post\
                   &docs=application,id_document,newspaper_extract,representative_proof,id_copy&edition=order-127-2018&reason=lost";
    let html = look(rendered("2026-11-23T10:00", &format!("#/applicant/kk/{address}")));
    let found: Vec<_> = days(&html).into_iter().filter(|(_, signs)| signs.contains(['?', '✓'])).collect();
    let marked = |day: &str, signs: &str| (day.to_owned(), signs.to_owned());
    let expected = [
        marked("2019-03-19", "18 ?"),
        marked("2019-03-20", "19 ?"),
        marked("2019-03-26", "25 ?"),
        marked("2019-03-27", "26 ?"),
        marked("2019-03-28", "27 ?"),
        marked("2019-03-29", "28 ?"),
        marked("2019-04-01", "✓"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_window_not_yet_official_is_marked_from_end_to_end() {
    // 15 working days from Mon 10 June 2024, as known on 1 June: Mon 17 June is Kurban Ait, not confirmed. On Sunday 16
    // it would cost no working day: Mon 1 July, else Tue 2 July.
    let address = school("2024-06-10T10:00") + "&known_on=2024-06-01";
    let signs = "0 1 2 3 4 – –  ★ 5 6 7 8 – –  9 10 11 12 13 – –  14_? 15_✓";
    assert_days(&address, "2024-06-10", signs);
}

#[test]
fn of_a_window_beyond_the_official_years_a_day_off_is_marked_only_if_an_order_may_have_it_worked() {
    // 18 to 30 calendar days from Mon 7 December 2026: Fri 25 December to Wed 6 January 2027. The weekend of 26 and 27
    // December is official, 1 and 2 January are holidays by law, Mon 4 is off for Sat 2. No order moves a rest day there:
    // there is no bridge up to 13 January, as no order has ever given one to Christmas, Thu 7.
    let address = "he-diploma-duplicate/answer?at=2026-12-07T10:00&channel=state_corporation&delivery=post\
                   &docs=application,id_document,newspaper_extract,representative_proof,id_copy&edition=order-127-2018&reason=lost";
    let html = look(rendered("2026-11-23T10:00", &format!("#/applicant/kk/{address}")));
    let found: Vec<_> = days(&html).into_iter().filter(|(_, signs)| signs.contains(['?', '✓'])).collect();
    let marked = |day: &str, signs: &str| (day.to_owned(), signs.to_owned());
    let expected = [
        marked("2026-12-25", "18 ?"),
        marked("2026-12-28", "21 ?"),
        marked("2026-12-29", "22 ?"),
        marked("2026-12-30", "23 ?"),
        marked("2026-12-31", "24 ?"),
        marked("2027-01-05", "29 ?"),
        marked("2027-01-06", "30 ✓"),
    ];
    assert_eq!(found, expected);
    // From Mon 14 June 2027: Fri 2 July to Wed 14 July. Mon 5 July stands alone between a Sunday and Capital Day, Tue 6: it
    // may be given off and a rest day from 28 June to 8 July worked for it, Sat 3 or Sun 4. Sat 10 and Sun 11 stay off.
    let address = address.replace("2026-12-07", "2027-06-14");
    let html = look(rendered("2026-11-23T10:00", &format!("#/applicant/kk/{address}")));
    let found = days(&html).into_iter().filter(|(_, signs)| signs.contains(['?', '✓']));
    let found: Vec<_> = found.map(|(day, _)| day.replace("2027-07-", "")).collect();
    assert_eq!(found, ["02", "03", "04", "05", "07", "08", "09", "12", "13", "14"]);
}

#[test]
fn two_weeks_that_end_on_new_year_roll_to_the_worked_sunday() {
    // Wed 18 December 2019 and two weeks: Wed 1 January; 2 January, 3 January moved to Sunday 5, Saturday 4.
    let address = "tve-transfer-reinstatement/answer?action=reinstatement&at=2019-12-18T10:00&channel=provider_office\
                   &college_region=almaty_oblast&docs=application,transcript&edition=almaty-oblast-425-2019";
    assert_days(address, "2019-12-18", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 → → → +_✓");
}

/// The day of the week by Sakamoto's rule, Monday 0.
fn weekday(year: i32, month: usize, day: i32) -> usize {
    const OFFSETS: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + OFFSETS[month - 1] + day) % 7;
    usize::try_from((from_sunday + 6) % 7).unwrap()
}

fn length(year: i32, month: usize) -> i32 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The sign that a day of the proof must bear, without those of the end.
fn sign(day: &ProofDay, is_filing: bool) -> String {
    match (day.part, day.status) {
        (DayPart::Waiting, _) => if is_filing { "↓" } else { "…" }.to_owned(),
        (DayPart::Accepted, _) => "0".to_owned(),
        (DayPart::Counted { number }, _) => number.to_string(),
        (DayPart::NotCounted, DayStatus::Weekend) => "–".to_owned(),
        (DayPart::NotCounted, DayStatus::Holiday { .. }) => "★".to_owned(),
        (DayPart::NotCounted, DayStatus::InLieu { .. }) => "☆".to_owned(),
        (DayPart::NotCounted, DayStatus::MovedOff { .. }) => "⇄".to_owned(),
        (DayPart::NotCounted, DayStatus::Working | DayStatus::WorkedByOrder { .. }) => panic!("worked, not counted"),
        (DayPart::RolledOver, _) => "→".to_owned(),
        (DayPart::RolledTo, _) => String::new(),
    }
}

#[test]
fn every_day_of_every_proof_stands_once_under_its_weekday_with_its_sign() {
    let (mut months, mut signs_met) = (0, std::collections::BTreeSet::new());
    for case in worked() {
        let html = &case.html;
        let proof = running(&case.verdict).filter(|term| matches!(term.latest, Moment::Day(_)));
        let Some(proof) = proof.map(|term| &term.proof) else {
            assert!(grids(html).is_empty(), "{}: nothing is counted in days", case.id);
            continue;
        };
        let filed = case.verdict.intake.filed_at.date();
        let mut found = days(html).into_iter();
        for day in proof {
            let (date, signs) = found.next().unwrap_or_else(|| panic!("{}: {} is missing", case.id, day.date));
            assert_eq!(date, day.date.to_string(), "{}", case.id);
            let bare = signs.trim_end_matches(['?', '✓']).trim_end();
            let by_order = if matches!(day.status, DayStatus::WorkedByOrder { .. }) { " +" } else { "" };
            let expected = [&sign(day, day.date == filed), by_order].concat();
            assert_eq!(bare, expected.trim_start(), "{} {date}", case.id);
            assert!(!signs.is_empty(), "{} {date} has no sign", case.id);
            let is_number = |sign: &&str| sign.parse::<u16>().is_ok_and(|number| 0 < number);
            signs_met.extend(signs.split(' ').filter(|sign| !is_number(sign)).map(str::to_owned));
        }
        let beyond: Vec<_> = found.collect();
        let last = case.verdict.ready.map_or(proof.last().unwrap().date, |ready| ready.latest.date());
        assert!(beyond.iter().all(|(date, _)| *date <= last.to_string()), "{}: {beyond:?}", case.id);
        assert_legend(&case.id, html);
        months += assert_months(&case.id, html);
    }
    assert!(300 < months, "{months} months");
    let expected = ["+", "0", "?", "–", "…", "→", "↓", "⇄", "★", "☆", "✓"];
    assert_eq!(signs_met.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

/// The legend lists every sign that occurs once, and no other; one number stands for all.
fn assert_legend(id: &str, html: &str) {
    let shown = days(html).into_iter().flat_map(|(_, signs)| signs.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let one = |sign: String| if sign.parse::<u16>().is_ok_and(|number| 0 < number) { "1".to_owned() } else { sign };
    let mut shown: Vec<_> = shown.map(one).collect();
    let mut listed = legend(html);
    shown.sort();
    shown.dedup();
    listed.sort();
    assert_eq!(listed, shown, "{id}");
}

/// Every number stands under its weekday, in its month, and no month has more days than it has. How many months.
fn assert_months(id: &str, html: &str) -> usize {
    let grids = grids(html);
    for grid in &grids {
        let dates: Vec<_> = grid.weeks.iter().flatten().filter_map(|cell| cell.date.as_deref()).collect();
        let (year, month): (i32, usize) = (dates[0][..4].parse().unwrap(), dates[0][5..7].parse().unwrap());
        assert!(grid.name.contains(&dates[0][..4]), "{id}: {}", grid.name);
        assert!(dates.iter().all(|date| date[..7] == dates[0][..7]), "{id}: another month in {}", grid.name);
        assert!(grid.weekdays.len() == 7 && grid.weekdays.iter().all(|day| 3 < day.chars().count()), "{grid:?}");
        for week in &grid.weeks {
            assert_eq!(week.len(), 7, "{id}");
            assert!(week.iter().any(|cell| cell.date.is_some()), "{id}: a week without a day of the count");
            let first =
                week.iter().enumerate().find_map(|(place, cell)| Some((place, cell.number.parse::<i32>().ok()?)));
            let (place, number) = first.unwrap();
            let start = number - i32::try_from(place).unwrap();
            for (day, (column, cell)) in (start..).zip(week.iter().enumerate()) {
                let expected = (1..=length(year, month)).contains(&day).then(|| day.to_string());
                assert_eq!(cell.number, expected.clone().unwrap_or_default(), "{id}");
                assert!(expected.is_none() || weekday(year, month, day) == column, "{id}: {day} {}", grid.name);
                assert!(cell.date.as_ref().is_none_or(|date| date.ends_with(&format!("{day:02}"))), "{id}: {cell:?}");
                assert_eq!(cell.date.is_some(), cell.said.ends_with('.'), "{id}: a full sentence in {cell:?}");
            }
        }
    }
    grids.len()
}

#[test]
fn nothing_is_promised_in_pictures_where_the_person_is_turned_away() {
    let mut met = 0;
    for case in worked().filter(|case| is_turned_away(&case.verdict)) {
        let html = &case.html;
        assert!(!html.contains("app-month\"") && !html.contains("app-timeline"), "{}", case.id);
        met += 1;
    }
    assert!(10 < met, "{met} turned away");
}

#[test]
fn a_month_is_named_in_the_nominative() {
    let named = |lang: Lang| {
        let firsts = (1..=12).map(|month| NaiveDate::from_ymd_opt(2027, month, 1).unwrap());
        firsts.map(|first| month(lang, first)).collect::<Vec<_>>().join("|")
    };
    let kk = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
    let ru = "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь";
    let en = "January February March April May June July August September October November December";
    let all = |months: &str, frame: fn(&str) -> String| months.split(' ').map(frame).collect::<Vec<_>>().join("|");
    assert_eq!(named(Lang::Kk), all(kk, |month| format!("2027 жылғы {month}")));
    assert_eq!(named(Lang::Ru), all(ru, |month| format!("{month} 2027 года")));
    assert_eq!(named(Lang::En), all(en, |month| format!("{month} 2027")));
}
