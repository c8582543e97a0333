//! Facts in, verdict out. No clock, no locale, no browser.
//!
//! [`assess`] is pure and total: it has no error and no panic. What a person can meet (no edition known, a closed desk,
//! a list that is not among the sources, the end of the calendar) is a [`Verdict`].

mod bearing;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod completeness;
pub mod condition;
pub mod counterfactual;
pub mod deadline;
pub mod edition;
pub mod eligibility;
pub mod fixes;
pub mod horizon;
pub mod hours;
pub mod intake;
pub mod questions;
pub mod race;
pub mod ready_by;
pub mod situation;
pub mod told;
pub mod verdict;

use std::borrow::Cow;

use calendar::{Calendar, NotCovered, WorkWeek, WorkingDays};
use case::{Case, FactValue};
use catalogue::{
    AfterHours, Catalogue, Channel, Edition, GroundAnswer, IfIncomplete, InForceOn, Known, NoticeUse, Opening,
    RequirementKind,
};
use condition::Truth;
use deadline::{Bound, Choice};
use eligibility::Findings;
use hours::Weeks;
use situation::Situation;
use verdict::{
    Acceptance, Caution, Deadline, Documents, Finding, Intake, Milestone, Moment, NotYetOfficial, Open, Ready, Rule,
    Verdict,
};

/// The answer to a case: documents, completeness, the right to the service, and the ready date with its proof.
///
/// `calendar` is used as known on the case's `known_on`, if it has one.
pub fn assess<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Verdict<'a> {
    let calendar = as_known(calendar, case);
    let mut verdict = judge(catalogue, &calendar, case);
    if case.known_on.is_some() {
        verdict.cautions.push(Caution::AsKnownOn { day: calendar.knowledge_day() });
    }
    verdict.if_provided = counterfactual::with_one_more_document(catalogue, &calendar, case, &verdict);
    verdict.alternative = counterfactual::nearest_yes(catalogue, &calendar, case, &verdict);
    verdict
}

/// The calendar as known on the day that the case names, if it names one.
fn as_known<'c>(calendar: &'c Calendar, case: &Case) -> Cow<'c, Calendar> {
    case.known_on.map_or(Cow::Borrowed(calendar), |day| Cow::Owned(calendar.known_on(day)))
}

/// The answer without what would follow from other facts or documents.
fn judge<'a>(catalogue: &'a Catalogue, calendar: &Calendar, case: &Case) -> Verdict<'a> {
    let (mut verdict, received) = intake::receive(catalogue, calendar, case);
    let Some((service, edition, weeks)) = received else { return verdict };
    let channel = verdict.channel;
    let standing = edition.in_force.on(verdict.intake.day_zero().unwrap_or(case.accepted_at.date()));
    verdict.in_force = Some(standing);
    let mut situation =
        Situation { case, channel, week: &weeks.office, day_zero: verdict.intake.day_zero(), term_end: None };
    let findings = eligibility::judge(edition, &situation);
    if let Some(channel) = channel {
        verdict.documents = completeness::check(service, &channel.evidence, &situation);
        count(channel, edition, &mut situation, weeks, calendar, &mut verdict);
        verdict.acceptance = acceptance(channel, &findings, &verdict);
        verdict.ready = ready(&findings, &verdict);
        if is_barred(&findings) {
            // No other reading gives a date either.
            (verdict.alt_inclusive, verdict.alt_after_hours_rule, verdict.alt_other_week) = (None, None, None);
        }
    }
    conclude(catalogue, edition, &situation, findings, &mut verdict);
    match not_yet_official(calendar, office_week(edition, case), &mut verdict) {
        Ok(open) => verdict.not_yet_official = open,
        Err(limits) => verdict.cautions.push(outside(limits)),
    }
    verdict
}

impl Verdict<'_> {
    /// Nothing known yet but the moment of filing.
    fn blank<'a>(case: &Case) -> Verdict<'a> {
        let filed_at = case.accepted_at;
        Verdict {
            service: None,
            edition: None,
            in_force: None,
            channel: None,
            eligible: Truth::Unknown { needs: Vec::new() },
            hearing_first: false,
            acceptance: None,
            intake: Intake { filed_at, taken_in_at: None, next_opening: None, deemed_accepted: None },
            findings: Vec::new(),
            documents: Documents::default(),
            deadline: None,
            ready: None,
            milestones: Vec::new(),
            alt_inclusive: None,
            alt_after_hours_rule: None,
            alt_other_week: None,
            redirect: None,
            fast_track: None,
            if_provided: Vec::new(),
            alternative: None,
            notices: Vec::new(),
            not_yet_official: None,
            cautions: Vec::new(),
            needs: Vec::new(),
        }
    }
}

/// The week of the edition's offices, as the person says where the edition does not.
pub fn office_week(edition: &Edition, case: &Case) -> WorkWeek {
    let told = edition.week.asked.as_ref().and_then(|fact| case.fact(fact));
    match told {
        Some(FactValue::Word(word)) if word == "mon_sat" => WorkWeek::SixDay,
        Some(FactValue::Word(word)) if word == "mon_fri" => WorkWeek::FiveDay,
        _ => edition.week.week,
    }
}

/// The term, its count, its other readings and its milestones.
fn count<'a>(
    channel: &'a Channel,
    edition: &'a Edition,
    situation: &mut Situation<'a, '_>,
    weeks: Weeks,
    calendar: &Calendar,
    verdict: &mut Verdict<'a>,
) {
    match deadline::choose(channel, situation) {
        Choice::NotKnown => {}
        Choice::Undecided { needs } => verdict.needs.extend(needs),
        Choice::Term(term) => {
            let is_fast = term.fast_track_of.is_some();
            let terms = channel.terms.value().map_or(&[][..], |terms| terms);
            let has_faster = terms.iter().any(|other| other.fast_track_of.as_ref() == Some(&term.id));
            verdict.fast_track = (is_fast || has_faster).then_some(is_fast);
            let rows = hours::rows(&channel.opening, situation.case);
            match deadline::reckon(term, situation, &verdict.intake, rows, weeks) {
                Ok(deadline) => verdict.deadline = deadline,
                Err(limits) => verdict.cautions.push(outside(limits)),
            }
        }
    }
    foresee(edition, situation, calendar, verdict);
    if let Some(deadline) = &verdict.deadline {
        situation.term_end = Some(deadline.latest.date());
        let other_week = other_week(edition, situation.case, calendar);
        let readings = other_readings(deadline, channel, situation, weeks, other_week);
        (verdict.alt_inclusive, verdict.alt_after_hours_rule, verdict.alt_other_week) = readings;
    }
    for rule in &channel.milestones {
        let own_week = rule.week.map(|week| calendar.week(week));
        let situation = match &own_week {
            Some(week) => &Situation { week, ..*situation },
            None => &*situation,
        };
        if rule.when.judge(situation).is_true()
            && let Ok(date) = deadline::milestone(rule, situation)
        {
            verdict.milestones.push(Milestone { rule, date });
            if rule.follows_acceptance && situation.day_zero.is_some_and(|day| date < day) {
                verdict.cautions.push(Caution::HearingCannotFit);
            }
        }
    }
}

/// The window of the ready date, where one is open. A window whose end the calendar does not cover is no window, and the
/// date alone would be a plain one: then there is no date.
fn foresee<'a>(edition: &Edition, situation: &Situation<'a, '_>, calendar: &Calendar, verdict: &mut Verdict<'a>) {
    let foreseen = match &verdict.deadline {
        Some(Deadline { term, latest: Moment::Day(latest), .. }) => {
            let week = office_week(edition, situation.case);
            horizon::window(calendar, week, term, situation, &verdict.intake, *latest)
        }
        _ => Ok(None),
    };
    match (foreseen, &mut verdict.deadline) {
        (Ok(window), Some(deadline)) => deadline.horizon = window,
        (Ok(_), None) => {}
        (Err(limits), _) => {
            verdict.deadline = None;
            verdict.cautions.push(outside(limits));
        }
    }
}

/// What the dates of the answer leave open, with a caution for each kind.
fn not_yet_official(
    calendar: &Calendar,
    week: WorkWeek,
    verdict: &mut Verdict,
) -> Result<Option<NotYetOfficial>, NotCovered> {
    let Some((from, to)) = verdict.span() else { return Ok(None) };
    let open = horizon::open_between(calendar, week, from, to)?;
    let official_to = calendar.official_to();
    for what in &open {
        verdict.cautions.extend(match *what {
            Open::OrdersNotIssued => Some(Caution::NotYetOfficial { official_to }),
            Open::KurbanAit { date } => Some(Caution::KurbanAitUnconfirmed { date }),
            Open::Bridge { .. } => None,
        });
    }
    Ok((!open.is_empty()).then_some(NotYetOfficial { official_to, open }))
}

/// The other week, where the edition does not say which and the person has not told.
fn other_week<'c>(edition: &Edition, case: &Case, calendar: &'c Calendar) -> Option<WorkingDays<'c>> {
    let asked = edition.week.asked.as_ref()?;
    let other = match edition.week.week {
        WorkWeek::FiveDay => WorkWeek::SixDay,
        WorkWeek::SixDay => WorkWeek::FiveDay,
    };
    case.fact(asked).is_none().then(|| calendar.week(other))
}

/// The latest ready date under the other readings: acceptance day counted, after-hours rule by analogy, other week.
fn other_readings(
    deadline: &Deadline,
    channel: &Channel,
    situation: &Situation,
    weeks: Weeks,
    other_week: Option<WorkingDays>,
) -> (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>, Option<chrono::NaiveDate>) {
    let (Some(day_zero), Moment::Day(latest)) = (situation.day_zero, deadline.latest) else {
        return (None, None, None);
    };
    let cap = |situation: &Situation| {
        let id = deadline.term.not_after.as_ref()?;
        let rule = channel.milestones.iter().find(|rule| rule.id == *id)?;
        deadline::milestone(rule, situation).ok()
    };
    let last = cap(situation);
    let capped = |day: chrono::NaiveDate| last.map_or(day, |last| day.min(last));
    let silent = matches!(channel.acceptance_day, Known::Unknown { .. });
    let inclusive = || deadline::last_day_inclusive(deadline.term, day_zero, &weeks.office).ok().flatten().map(capped);
    let after_hours = || match &channel.opening {
        Opening::RoundTheClock(portal) if portal.after_hours == AfterHours::NotStated => {
            let next = hours::after_hours(&portal.hours, situation.case.accepted_at, weeks).ok().flatten()?;
            deadline::last_day(deadline.term, next, Bound::Latest, &weeks.office).ok().map(capped)
        }
        _ => None,
    };
    let in_other_week = other_week.and_then(|week| {
        let day = deadline::last_day(deadline.term, day_zero, Bound::Latest, &week).ok()?;
        let last = cap(&Situation { week: &week, ..*situation });
        Some(last.map_or(day, |last| day.min(last))).filter(|day| *day != latest)
    });
    (silent.then(inclusive).flatten(), after_hours(), in_other_week)
}

/// What the desk does, by precedence; none if it depends on facts that are unknown.
fn acceptance(channel: &Channel, findings: &Findings, verdict: &Verdict) -> Option<Acceptance> {
    if findings.redirected {
        return Some(Acceptance::RedirectArchive);
    }
    match findings.failed {
        Some(RequirementKind::Window) => return Some(Acceptance::RefuseOutsideWindow),
        Some(RequirementKind::Deadline) => return Some(Acceptance::RefuseDeadlinePassed),
        Some(RequirementKind::Right) | None => {}
    }
    if findings.timing_undecided || verdict.intake.taken_in_at.is_none() {
        return None;
    }
    if verdict.documents.missing().next().is_some() {
        return Some(match channel.if_incomplete.value {
            IfIncomplete::RefuseAcceptance => Acceptance::RefuseIncomplete,
            IfIncomplete::RefuseService => Acceptance::RefuseService,
            IfIncomplete::Advise => Acceptance::IncompleteAdvise,
        });
    }
    if verdict.documents.undecided().next().is_some() {
        return None;
    }
    Some(match findings.ground_answer {
        Some(GroundAnswer::HearingFirst) => Acceptance::AcceptThenPreliminaryRefusal,
        Some(GroundAnswer::RefuseService) => Acceptance::RefuseService,
        None if verdict.intake.next_opening.is_some() => Acceptance::ClosedNextOpening,
        None if verdict.intake.deemed_accepted.is_some() => Acceptance::AcceptNextWorkingDay,
        None => Acceptance::Accept,
    })
}

/// Whether there is no date whatever the documents: no right, a hearing, an archive, a day that may be the wrong one.
fn is_barred(findings: &Findings) -> bool {
    findings.eligible.is_false() || findings.redirected || findings.ground_answer.is_some() || findings.timing_undecided
}

/// The ready date, unless something stands in its way: no right, a hearing, an archive, a document.
fn ready(findings: &Findings, verdict: &Verdict) -> Option<Ready> {
    let in_the_way = is_barred(findings)
        || verdict.documents.missing().next().is_some()
        || verdict.documents.undecided().next().is_some();
    let deadline = verdict.deadline.as_ref().filter(|_| !in_the_way)?;
    Some(match &deadline.horizon {
        Some(horizon) => Ready { earliest: horizon.earliest.map(Moment::Day), latest: Moment::Day(horizon.latest) },
        None => Ready { earliest: deadline.earliest, latest: deadline.latest },
    })
}

/// What remains to be said: findings, notices, cautions and the facts that are needed.
fn conclude<'a>(
    catalogue: &'a Catalogue,
    edition: &'a Edition,
    situation: &Situation<'a, '_>,
    findings: Findings<'a>,
    verdict: &mut Verdict<'a>,
) {
    verdict.hearing_first = findings.ground_answer == Some(GroundAnswer::HearingFirst);
    verdict.eligible = findings.eligible;
    verdict.redirect = findings.all.iter().find_map(|finding| match finding {
        Finding { rule: Rule::Redirect(redirect), truth: Truth::True } => Some(*redirect),
        _ => None,
    });
    verdict.findings = findings.all;
    if let Some(territory) = &edition.territory {
        let truth = edition::binds(edition, situation.case);
        verdict.findings.insert(0, Finding { rule: Rule::Territory(territory), truth });
    }
    if let Truth::Unknown { needs } = &verdict.eligible {
        verdict.needs.extend(needs);
    }
    let undecided: Vec<_> = verdict.documents.undecided().collect();
    verdict.needs.extend(undecided);
    if let Some(term) = verdict.deadline.is_none().then(|| unknown_cap(situation)).flatten() {
        verdict.needs.extend(term);
    }
    dedup(&mut verdict.needs);
    for NoticeUse { id, when } in edition.notices.iter().chain(verdict.channel.iter().flat_map(|c| &c.notices)) {
        let is_new = verdict.notices.iter().all(|notice| notice.id != *id);
        if is_new && when.judge(situation).is_true() {
            verdict.notices.extend(catalogue.notice(id));
        }
    }
    match verdict.in_force {
        Some(InForceOn::No) => verdict.cautions.push(Caution::EditionNotInForce),
        Some(InForceOn::Uncertain) => verdict.cautions.push(Caution::EditionUncertain),
        Some(InForceOn::Surely) | None => {}
    }
}

/// The facts that the cap of the chosen term lacks.
fn unknown_cap<'a>(situation: &Situation<'a, '_>) -> Option<Vec<&'a str>> {
    let Choice::Term(term) = deadline::choose(situation.channel?, situation) else { return None };
    condition::Circumstances::milestone(situation, term.not_after.as_ref()?).err()
}

fn outside(limits: NotCovered) -> Caution {
    Caution::OutsideCalendar { first: limits.first, last: limits.last }
}

fn dedup(needs: &mut Vec<&str>) {
    let mut seen = Vec::new();
    needs.retain(|fact| {
        let new = !seen.contains(fact);
        seen.push(*fact);
        new
    });
}
