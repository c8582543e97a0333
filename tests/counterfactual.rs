//! The smallest changes to a yes: applying one flips the answer, and brute force over the finite facts finds exactly
//! these; the days from which and until which they hold, against a day-by-day search.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod grid;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime};
use grid::{Grid, blank, channels, content};
use merzim::engine::assess;
use merzim::engine::case::{Case, FactValue, WrittenCase, read_moment};
use merzim::engine::catalogue::Edition;
use merzim::engine::counterfactual::{self, Change, Reach};
use merzim::engine::verdict::{DocumentStatus, Invalidity};

/// The day of acceptance, if whoever brings every document has a yes then. By the verdict alone.
fn yes(case: &Case, edition: &Edition) -> Option<NaiveDate> {
    let mut held = case.clone();
    let rules = edition.channels.iter().flat_map(|channel| &channel.evidence.rules);
    held.documents_present.extend(rules.map(|rule| rule.evidence.to_string()));
    let verdict = assess(content().catalogue, &content().calendar, &held);
    let useless = |status: &DocumentStatus| matches!(status, DocumentStatus::Invalid(Invalidity::Named(_)));
    let lines = &verdict.documents.lines;
    let is_yes = verdict.eligible.is_true() && verdict.redirect.is_none() && !lines.iter().any(|l| useless(&l.status));
    verdict.intake.day_zero().filter(|_| is_yes && verdict.channel.is_some())
}

fn on(case: &Case, day: NaiveDate) -> Case {
    Case { accepted_at: day.and_time(NaiveTime::MIN), ..case.clone() }
}

fn with(case: &Case, change: &Change) -> Case {
    let mut with = case.clone();
    with.facts.extend(change.facts.iter().map(|(fact, value)| ((*fact).to_owned(), value.clone())));
    with
}

fn changes(case: &Case) -> Vec<Change<'static>> {
    counterfactual::changes(content().catalogue, &content().calendar, case)
}

type Facts = BTreeSet<(String, FactValue)>;

/// The facts that the edition's rules on the right name, in the order of the questions, and the hidden exceptions.
const FACTS: [&str; 14] = [
    "college_region",
    "reason",
    "college_liquidated",
    "study_form",
    "is_tve_student",
    "college_has_dormitory",
    "action",
    "in_vacation",
    "is_minor",
    "family_relocated",
    "completed_studies",
    "consent_personal_data",
    "court_bar",
    "data_errors_found",
];

/// By hand from the paragraphs: which of them each service asks about, and the portal's signature.
fn facts(service: &str, edition: &str, channel: &str) -> Vec<&'static str> {
    let chosen: &[usize] = match (service, edition) {
        ("tve-admission", _) => &[0, 3],
        ("tve-dormitory", _) => &[0, 4, 5],
        ("tve-diploma-duplicate", "standard-2015") => &[1, 2],
        ("tve-diploma-duplicate", _) => &[0, 1, 2],
        ("tve-transfer-reinstatement", _) => &[0, 6, 7, 8, 9],
        ("tve-incomplete-certificate", "almaty-oblast-425-2019") => &[0, 10],
        ("tve-incomplete-certificate", "order-19-2020") => &[],
        ("tve-incomplete-certificate", _) => &[1, 10, 11, 12, 13],
        ("school-certificate-duplicate", _) => &[1, 11, 13],
        ("he-diploma-duplicate", _) => &[1],
        _ => panic!("a service without its row: {service}"),
    };
    let signature = (service == "he-diploma-duplicate" && channel == "portal").then_some("signature");
    chosen.iter().map(|place| FACTS[*place]).chain(signature).collect()
}

/// What one number of the grid tells and the other does not.
fn difference(grid: &Grid, from: usize, to: usize) -> Option<Facts> {
    let (told, then) = (grid.places(from), grid.places(to));
    // A change tells something, and never takes back what was told.
    if told.iter().zip(&then).any(|(told, then)| told != then && *then == 0) {
        return None;
    }
    let case = grid.case(to);
    let changed = grid.facts().zip(told.iter().zip(&then)).filter(|(_, (told, then))| told != then);
    Some(changed.map(|(fact, _)| (fact.to_owned(), case.fact(fact).unwrap().clone())).collect())
}

fn owned(change: &Change) -> Facts {
    change.facts.iter().map(|(fact, value)| ((*fact).to_owned(), value.clone())).collect()
}

/// The sets of which no other is a part.
fn smallest(mut sets: Vec<Facts>) -> BTreeSet<Facts> {
    sets.sort_by_key(BTreeSet::len);
    let mut smallest: Vec<Facts> = Vec::new();
    for set in sets {
        if !smallest.iter().any(|smaller| smaller.is_subset(&set)) {
            smallest.push(set);
        }
    }
    smallest.into_iter().collect()
}

#[test]
fn brute_force_finds_exactly_the_same_smallest_changes_and_each_flips_the_answer() {
    let (mut told, mut flipped) = (0, 0);
    for (service, edition, channel) in channels() {
        // In the holidays of the admission windows, so that no window is shut to all.
        let mut blank = blank(service, edition, channel, read_moment("2024-09-03T10:00").unwrap());
        if service.id == "tve-transfer-reinstatement" {
            let far = "2025-01-20".parse().unwrap();
            blank.facts.insert("next_exam_session_start".to_owned(), FactValue::Date(far));
        }
        let grid = Grid::new(blank, facts(service.id.as_str(), edition.id.as_str(), channel.id.slug()).into_iter());
        let answers: Vec<_> = (0..grid.len()).map(|number| yes(&grid.case(number), edition)).collect();
        for number in 0..grid.len() {
            let case = grid.case(number);
            let found = changes(&case);
            told += 1;
            if answers[number].is_some() {
                assert!(found.is_empty(), "{} {:?}: a yes needs no change", edition.id.as_str(), case.facts);
                continue;
            }
            let ways = (0..grid.len()).filter(|other| answers[*other].is_some());
            // A word that no rule names is as good as any other such word, and never leads to a yes here.
            let expected = smallest(ways.filter_map(|other| difference(&grid, number, other)).collect());
            let today = found.iter().filter(|change| change.from.is_none());
            for change in today.clone() {
                assert!(yes(&with(&case, change), edition).is_some(), "{:?} does not flip {:?}", change, case.facts);
                flipped += 1;
            }
            let given: BTreeSet<Facts> = today.map(owned).collect();
            let place = [edition.id.as_str(), channel.id.slug()].join(" ");
            assert_eq!(given, expected, "{} {place} {:?}", service.id.as_str(), case.facts);
        }
    }
    assert!(2_000 < told && 3_000 < flipped, "{told} cases, {flipped} flipped");
}

/// The first acceptance day after the planned day that gives a yes, and the last before the yes ends, day by day over
/// a year and longer, or until the day after `at_least`.
fn day_by_day(
    case: &Case,
    edition: &Edition,
    waits: bool,
    at_least: Option<NaiveDate>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let accepts = |day: &NaiveDate| yes(&on(case, *day), edition) == Some(*day);
    let planned = case.accepted_at.date();
    let first = if waits { planned.iter_days().skip(1).take(420).find(accepts) } else { yes(case, edition) };
    let Some(start) = first else { return (None, None) };
    let stop = (start + Days::new(420)).max(at_least.map_or(start, |day| day + Days::new(2)));
    let mut days = start.iter_days().take_while(|day| *day <= stop);
    let end = days.find(|day| yes(&on(case, *day), edition).is_none());
    let last = end.and_then(|end| start.iter_days().take_while(|day| *day < end).filter(accepts).last().or(first));
    (first, last)
}

#[test]
fn each_change_holds_from_its_first_day_until_its_last() {
    let (mut waited, mut ended) = (0, 0);
    let days = ["2018-06-17", "2019-10-01", "2020-01-30", "2020-09-19", "2021-06-18", "2023-11-20", "2024-08-21"];
    for (day, (service, edition, channel)) in days.iter().flat_map(|day| channels().into_iter().map(move |c| (day, c)))
    {
        for named in [true, false] {
            let mut blank = blank(service, edition, channel, read_moment(&format!("{day}T10:00")).unwrap());
            let planned = blank.accepted_at.date();
            if service.id == "tve-transfer-reinstatement" {
                let soon = FactValue::Date(planned + Days::new(40));
                blank.facts.insert("next_exam_session_start".to_owned(), soon);
            }
            if !named {
                blank.edition = None;
                blank.facts.insert("college_region".to_owned(), FactValue::Word("almaty_oblast".into()));
            }
            let found = changes(&blank);
            if yes(&blank, edition).is_none() {
                let wait = found.iter().find(|change| change.facts.is_empty()).and_then(|change| change.from);
                let wait = wait.filter(|from| *from < planned + Days::new(400));
                let place = [service.id.as_str(), edition.id.as_str(), channel.id.slug(), day].join(" ");
                assert_eq!(wait, day_by_day(&blank, edition, true, None).0, "{place}");
            }
            for change in found {
                let changed = with(&blank, &change);
                let (first, last) = day_by_day(&changed, edition, change.from.is_some(), change.until);
                waited += usize::from(change.from.is_some());
                ended += usize::from(change.until.is_some());
                let place = [service.id.as_str(), edition.id.as_str(), channel.id.slug(), day].join(" ");
                // An edition that starts may lie further off than a year.
                if change.from.is_none_or(|from| from < planned + Days::new(400)) {
                    assert_eq!((change.from, change.until), (change.from.and(first), last), "{place} {change:?}");
                } else {
                    let from = change.from.unwrap();
                    assert_eq!(yes(&on(&changed, from), edition), Some(from), "{place} {change:?}");
                    assert_eq!(yes(&on(&changed, from - Days::new(1)), edition), None, "{place} {change:?}");
                }
            }
        }
    }
    assert!(20 < waited && 20 < ended, "{waited} waited, {ended} ended");
}

fn read(case: serde_json::Value) -> Case {
    serde_json::from_value::<WrittenCase>(case).unwrap().read(content().catalogue).unwrap()
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

/// Worked by hand from F0 annex 4 ¶5(3): a transfer in term time. Holidays are within reach; to be a minor whose family
/// moved is not, nor is a reinstatement.
#[test]
fn what_a_person_can_do_comes_before_what_only_others_are() {
    let case = read(serde_json::json!({
        "service": "tve-transfer-reinstatement", "edition": "almaty-oblast-425-2019", "channel": "provider_office",
        "accepted_at": "2019-11-20T10:00", "facts": { "college_region": "almaty_oblast", "action": "transfer",
        "in_vacation": false, "is_minor": false, "next_exam_session_start": "2020-01-13" } }));
    let changes = changes(&case);
    let named = |change: &Change| change.facts.iter().map(|(fact, _)| *fact).collect::<Vec<_>>().join(" ");
    let given: Vec<_> = changes.iter().map(|change| (named(change), change.reach, change.until)).collect();
    // Session on Monday 13 January 2020; five days before is Wednesday 8 January, a working day.
    assert_eq!(given[0], ("in_vacation".to_owned(), Reach::Within, day("2020-01-08")));
    assert_eq!(given[1], ("action".to_owned(), Reach::Beyond, None));
    assert_eq!(given[2], ("is_minor family_relocated".to_owned(), Reach::Beyond, day("2020-01-08")));
    assert_eq!(given.len(), 3);
}

/// F2 as amended takes effect not before 28 November 2023. Between the editions of 2020 and 2023 nobody can say who has
/// the right, so the answer is a yes from that day, for each reason of F2 ¶2, with consent.
#[test]
fn an_edition_that_starts_is_a_day_to_wait_for() {
    let case = read(serde_json::json!({
        "service": "tve-incomplete-certificate", "channel": "provider_office", "accepted_at": "2023-11-20T10:00",
        "facts": { "reason": "academic_leave", "consent_personal_data": true } }));
    let [wait] = &changes(&case)[..] else { panic!("{:?}", changes(&case)) };
    assert!(wait.facts.is_empty());
    assert_eq!((wait.reach, wait.from, wait.until), (Reach::Within, day("2023-11-28"), None));
}
