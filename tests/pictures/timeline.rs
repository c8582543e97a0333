//! The line of time.

use merzim::engine::catalogue::{Anchor, MilestoneKind};
use merzim::engine::verdict::Rule;
use merzim::words::labels::labels;

use crate::read::events;
use crate::{is_turned_away, look, rendered, running, worked};

/// The kinds of the events in their order, at a moment.
fn kinds(now: &str, address: &str) -> String {
    let html = look(rendered(now, &format!("#/applicant/en/{address}")));
    events(&html).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>().join(" ")
}

/// 15 working days from Mon 23 November 2026 at ten: Mon 14 December.
const SCHOOL: &str = "school-certificate-duplicate/answer?at=2026-11-23T10:00&channel=provider_office\
                      &consent_personal_data=true&docs=application,id_document&edition=rules-undated&reason=lost";

#[test]
fn you_are_nowhere_before_filing_and_by_a_clock_that_is_not_believed() {
    assert_eq!(kinds("2026-11-23T09:59", SCHOOL), "filed ready");
    // Older than the facts; beyond the official calendar.
    assert_eq!(kinds("2026-11-21T23:59", &SCHOOL.replace("2026-11-23", "2026-11-20")), "filed ready");
    assert_eq!(kinds("2027-01-01T00:00", SCHOOL), "filed ready");
    assert_eq!(kinds("2026-12-31T23:59", SCHOOL), "filed ready here");
}

#[test]
fn you_are_between_the_last_event_that_is_over_and_the_next() {
    assert_eq!(kinds("2026-11-23T10:00", SCHOOL), "filed here ready");
    // The ready day is over when its midnight strikes.
    assert_eq!(kinds("2026-12-14T23:59", SCHOOL), "filed here ready");
    assert_eq!(kinds("2026-12-15T00:00", SCHOOL), "filed ready here");
    // Filed on Sunday 22 November, taken in on Monday at nine; which of the steps are done nobody knows.
    let diploma = "tve-diploma-duplicate/answer?at=2026-11-22T12:00&channel=state_corporation\
                   &college_region=almaty_oblast&docs=application,id_copy,newspaper_extract\
                   &edition=almaty-oblast-425-2019&newspaper_published=2026-11-20&reason=lost";
    assert_eq!(kinds("2026-11-22T12:00", diploma), "filed here accepted steps ready");
    assert_eq!(kinds("2026-11-23T08:59", diploma), "filed here accepted steps ready");
    assert_eq!(kinds("2026-11-23T09:00", diploma), "filed accepted here steps ready");
    assert_eq!(kinds("2026-12-12T10:00", diploma), "filed accepted here steps ready");
}

#[test]
fn where_you_are_tells_the_day_of_the_count() {
    // 24 to 27 November are days 1 to 4, Mon 30 is day 5; Saturday the 28th is not counted.
    for (now, says) in [
        ("2026-11-30T08:00", "<span class=\"app-timeline__who\">Day 5.</span>"),
        ("2026-11-28T08:00", "<span class=\"app-timeline__who\">Not counted: a day off.</span>"),
    ] {
        let html = look(rendered(now, &format!("#/applicant/en/{SCHOOL}")));
        assert_eq!(html.matches(says).count(), 1, "{now}");
        assert_eq!(html.matches("aria-current=\"date\"").count(), 1, "{now}");
    }
}

#[test]
fn every_running_term_has_a_line_in_order_and_no_step_has_an_invented_day() {
    let (mut lines, mut windows) = (0, 0);
    for case in worked() {
        let html = &case.html;
        let Some(_) = running(&case.verdict) else {
            assert!(events(html).is_empty(), "{}", case.id);
            continue;
        };
        let events: Vec<_> = events(html).into_iter().filter(|(kind, _)| kind != "here").collect();
        assert!(events.iter().all(|(kind, day)| (kind == "steps") == day.is_none()), "{}: {events:?}", case.id);
        let days: Vec<_> = events.iter().filter_map(|(_, day)| day.as_deref()).map(|day| &day[..10]).collect();
        assert!(days.is_sorted(), "{}: {events:?}", case.id);
        let ends: Vec<_> =
            events.iter().filter(|(kind, _)| kind == "ready").filter_map(|(_, day)| day.clone()).collect();
        if let Some(ready) = case.verdict.ready {
            let mut expected: Vec<_> =
                ready.earliest.into_iter().chain([ready.latest]).map(|it| it.date().to_string()).collect();
            expected.dedup();
            assert_eq!(ends.iter().map(|day| &day[..10]).collect::<Vec<_>>(), expected, "{}", case.id);
            windows += usize::from(expected.len() == 2);
        }
        lines += 1;
    }
    assert!(200 < lines && 10 < windows, "{lines} lines, {windows} windows");
}

#[test]
fn a_person_turned_away_reads_no_day_that_would_follow_from_a_term() {
    let mut met = 0;
    for case in worked().filter(|case| is_turned_away(&case.verdict)) {
        let html = &case.html;
        let shown = html.split("<section").find(|section| section.contains("id=\"milestones\"")).unwrap_or_default();
        for milestone in &case.verdict.milestones {
            let follows =
                !matches!((milestone.rule.kind, &milestone.rule.from), (MilestoneKind::Limit, Anchor::Fact(_)));
            let others = case.verdict.milestones.iter().filter(|other| other.date == milestone.date);
            if follows && others.count() == 1 {
                assert!(!shown.contains(&milestone.date.to_string()), "{}: {}", case.id, milestone.rule.id);
                met += 1;
            }
        }
    }
    assert!(0 < met, "no milestone of a term that never starts was looked for");
}

#[test]
fn a_hearing_stands_on_the_line_only_where_the_right_is_not_certain_and_then_no_document_is_promised() {
    let (mut heard, mut unheard) = (0, 0);
    for case in worked().filter(|case| running(&case.verdict).is_some()) {
        let of_kind = |kinds: &[MilestoneKind]| {
            let milestones = case.verdict.milestones.iter().filter(|milestone| kinds.contains(&milestone.rule.kind));
            milestones.map(|milestone| milestone.rule.id.as_str()).collect::<Vec<_>>()
        };
        let hearing = of_kind(&[MilestoneKind::Hearing]);
        if hearing.is_empty() {
            continue;
        }
        let html = &case.html;
        let line = html.split("<section").find(|section| section.contains(labels(case.lang).milestones)).unwrap();
        let vocabulary = &merzim::content::shipped().catalogue.vocabulary.milestones;
        let says =
            |id: &str| line.contains(vocabulary.iter().find(|named| named.id == id).unwrap().name.get(case.lang));
        let grounds = case.verdict.findings.iter().filter(|finding| matches!(finding.rule, Rule::Ground(_)));
        let is_found = { grounds }.any(|ground| ground.truth.is_true());
        let may_be = !case.verdict.eligible.is_true();
        assert!(hearing.iter().all(|id| says(id) == may_be), "{}", case.id);
        assert!(!is_found || may_be, "{}: a ground, and yet the right", case.id);
        if is_found {
            let promises = of_kind(&[MilestoneKind::Delivery, MilestoneKind::Storage]);
            assert!(promises.iter().all(|id| !says(id)), "{}", case.id);
        }
        if may_be { heard += 1 } else { unheard += 1 }
    }
    assert!(0 < heard && 0 < unheard, "{heard} with a hearing, {unheard} without");
}
