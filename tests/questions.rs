//! A question is skipped exactly when no answer to it changes the verdict: brute force over every service, edition and
//! channel, and everything that a person may have told before.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod grid;

use std::collections::BTreeSet;

use grid::{Grid, blank, channels, content};
use merzim::engine::case::{Case, FactValue, read_moment};
use merzim::engine::catalogue::{Channel, Edition};
use merzim::engine::verdict::{DocumentStatus, Verdict};
use merzim::engine::{assess, questions};

/// A day at the desk, an evening and a Saturday; within the admission window of all, of some, of none.
const MOMENTS: [&str; 4] = ["2019-11-20T10:00", "2024-07-10T19:30", "2024-09-07T10:00", "2024-12-28T10:00"];

/// All that a person would see differ. A plain no is settled: nothing beside it counts.
fn seen(verdict: &Verdict) -> String {
    if verdict.edition.is_none() {
        return "no rules".to_owned();
    }
    if let Some(redirect) = verdict.redirect {
        return format!("go to {:?}", redirect.id);
    }
    if verdict.eligible.is_false() {
        return "no right".to_owned();
    }
    let status = |status: &DocumentStatus| match status {
        DocumentStatus::Undecided { .. } => "undecided".to_owned(),
        other => format!("{other:?}"),
    };
    let lines = &verdict.documents.lines;
    let lines = lines.iter().map(|line| (line.rule.evidence, line.rule.demand, status(&line.status), line.valid_until));
    let milestones = verdict.milestones.iter().map(|milestone| (milestone.rule.id, milestone.date));
    let term = verdict.deadline.as_ref().map(|deadline| (deadline.term.id, deadline.earliest, deadline.latest));
    let other_dates = (verdict.alt_inclusive, verdict.alt_after_hours_rule, verdict.fast_track);
    format!(
        "{:?}",
        (
            (verdict.eligible.is_true(), verdict.hearing_first, verdict.acceptance, verdict.intake, verdict.ready),
            (term, other_dates, &verdict.cautions),
            (lines.collect::<Vec<_>>(), verdict.documents.unconfirmed, milestones.collect::<Vec<_>>()),
            verdict.notices.iter().map(|notice| notice.id).collect::<Vec<_>>(),
        )
    )
}

fn answer(case: &Case, edition: &Edition) -> String {
    let mut held = case.clone();
    let rules = edition.channels.iter().flat_map(|channel| &channel.evidence.rules);
    held.documents_present.extend(rules.map(|rule| rule.evidence.to_string()));
    seen(&assess(content().catalogue, &content().calendar, &held))
}

/// For each number of the grid the facts, as bits, some answer to which changes what is seen, whatever else is told.
fn bearing(grid: &Grid, edition: &Edition) -> Vec<u16> {
    let mut texts = std::collections::BTreeMap::new();
    let mut number_of = |text: String| {
        let next = texts.len();
        *texts.entry(text).or_insert(next)
    };
    let seen: Vec<_> = (0..grid.len()).map(|number| number_of(answer(&grid.case(number), edition))).collect();
    let mut bearing = vec![0; grid.len()];
    for number in (0..grid.len()).rev() {
        for (nth, place) in grid.places(number).into_iter().enumerate() {
            if place == 0 {
                let told = &grid.with_each(number, nth)[1..];
                let changes = told.iter().any(|with| seen[*with] != seen[number]);
                bearing[number] |= u16::from(changes) << nth;
                told.iter().for_each(|with| bearing[number] |= bearing[*with]);
            }
        }
    }
    bearing
}

fn named(grid: &Grid, bits: u16) -> BTreeSet<&str> {
    grid.facts().enumerate().filter(|(nth, _)| bits >> nth & 1 == 1).map(|(_, fact)| fact).collect()
}

/// In the order in which they are asked.
fn asked(case: &Case, edition: &'static Edition, channel: Option<&'static Channel>) -> Vec<&'static str> {
    let open = questions::remaining(content().catalogue, &content().calendar, case, edition, channel);
    open.iter().map(|fact| fact.id.as_str()).collect()
}

#[test]
fn a_question_is_skipped_exactly_when_no_answer_to_it_changes_the_verdict() {
    let (mut wrong, mut tried, mut skipped) = (Vec::new(), 0, 0);
    for at in MOMENTS {
        for (service, edition, channel) in channels() {
            let blank = blank(service, edition, channel, read_moment(at).unwrap());
            let grid = Grid::new(blank, edition.questions.iter().chain(channel.questions.iter()));
            let bearing = bearing(&grid, edition);
            for (number, bits) in bearing.iter().enumerate() {
                let case = grid.case(number);
                let asked: BTreeSet<_> = asked(&case, edition, Some(channel)).into_iter().collect();
                let matter = named(&grid, *bits);
                tried += 1;
                skipped += grid.places(number).iter().filter(|place| **place == 0).count() - matter.len();
                if asked != matter && wrong.len() < 20 {
                    let place = [edition.id.as_str(), channel.id.slug(), at].join(" ");
                    wrong.push(format!("{} {place} {:?}: asked {asked:?}, bear {matter:?}", service.id, case.facts));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(20_000 < tried && 20_000 < skipped, "{tried} tried, {skipped} skipped");
}

#[test]
fn before_a_channel_is_chosen_a_question_matters_if_it_does_at_any() {
    for (service, edition, first) in channels() {
        let blank = blank(service, edition, first, read_moment(MOMENTS[1]).unwrap());
        let grid = Grid::new(blank, edition.questions.iter());
        for number in (0..grid.len()).step_by(if grid.len() < 1000 { 1 } else { 101 }) {
            let case = grid.case(number);
            let of_edition = |channel| {
                let asked = asked(&case, edition, Some(channel)).into_iter();
                asked.filter(|fact| edition.questions.iter().any(|id| id == fact)).collect::<BTreeSet<_>>()
            };
            let at_any: BTreeSet<_> = edition.channels.iter().flat_map(of_edition).collect();
            let asked: BTreeSet<_> = asked(&case, edition, None).into_iter().collect();
            assert_eq!(asked, at_any, "{} {:?}", edition.id.as_str(), case.facts);
        }
    }
}

/// Worked by hand: after each answer the questions left are counted, and averaged over the answers that the rules tell
/// apart.
#[test]
fn the_most_deciding_question_comes_first() {
    let first = |service: &str, told: &[(&str, FactValue)]| {
        let (service, edition, channel) = channels().into_iter().find(|(other, ..)| other.id == *service).unwrap();
        let mut case = blank(service, edition, channel, read_moment("2024-07-10T10:00").unwrap());
        case.facts.extend(told.iter().map(|(fact, value)| ((*fact).to_owned(), value.clone())));
        asked(&case, edition, None)
    };
    // Whoever has finished has no right: nothing is left. Else four are. No other question can end it at one stroke in
    // half of its answers.
    assert_eq!(first("tve-incomplete-certificate", &[])[0], "completed_studies");
    // The region ends it, or leaves eight; the action leaves five of a transfer, four of a reinstatement.
    assert_eq!(first("tve-transfer-reinstatement", &[])[..2], ["college_region", "action"]);
    // Both end it in half of their answers: the edition's order holds.
    let in_almaty = [("college_region", FactValue::Word("almaty_oblast".into()))];
    assert_eq!(first("tve-dormitory", &in_almaty), ["is_tve_student", "college_has_dormitory"]);
}
