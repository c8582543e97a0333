//! The verdict in sentences: the answer first, then the desk, the right, the cautions, and what to do next.

use chrono::NaiveDate;

use super::dates::{self, Value};
use super::documents::{is_unsigned, join, open_lines};
use super::{Words, without_stop};
use crate::engine::catalogue::{ChannelId, Gives, InForceOn, Known, RequirementKind};
use crate::engine::fixes::dated_from;
use crate::engine::verdict::{
    Acceptance, Alternative, Caution, DocumentLine, DocumentStatus, Invalidity, ListStanding, Moment, Ready, Rule,
    Verdict,
};

/// What the answer comes down to: the first obstacle in the way, or the date.
enum Outcome<'v> {
    NoService,
    NoEdition,
    Archive,
    OutsideWindow,
    DeadlinePassed,
    NotEntitled,
    HearingFirst,
    ChannelNotOffered,
    DocumentsFirst,
    Ready(&'v Ready),
    OutsideCalendar,
    NeedsFacts,
    NoTerm,
    NoDate,
}

fn outcome<'v>(verdict: &'v Verdict) -> Outcome<'v> {
    if verdict.service.is_none() {
        return Outcome::NoService;
    }
    match verdict.acceptance {
        Some(Acceptance::NoEditionKnown) => return Outcome::NoEdition,
        Some(Acceptance::RedirectArchive) => return Outcome::Archive,
        Some(Acceptance::RefuseOutsideWindow) => return Outcome::OutsideWindow,
        Some(Acceptance::RefuseDeadlinePassed) => return Outcome::DeadlinePassed,
        _ => {}
    }
    let preliminary = verdict.acceptance == Some(Acceptance::AcceptThenPreliminaryRefusal);
    // Who is turned away with the papers gets to no hearing.
    let turned_away = verdict.acceptance == Some(Acceptance::RefuseIncomplete);
    let needs = !verdict.needs.is_empty();
    if verdict.eligible.is_false() {
        Outcome::NotEntitled
    } else if (verdict.hearing_first || preliminary) && !turned_away {
        Outcome::HearingFirst
    } else if verdict.edition.is_none() {
        if needs { Outcome::NeedsFacts } else { Outcome::NoEdition }
    } else if verdict.channel.is_none() {
        Outcome::ChannelNotOffered
    } else if let Some(ready) = &verdict.ready {
        Outcome::Ready(ready)
    } else if open_lines(verdict).next().is_some() {
        Outcome::DocumentsFirst
    } else if verdict.cautions.iter().any(|caution| matches!(caution, Caution::OutsideCalendar { .. })) {
        Outcome::OutsideCalendar
    } else if needs {
        Outcome::NeedsFacts
    } else if verdict.channel.is_some_and(|channel| matches!(channel.terms, Known::Unknown { .. })) {
        Outcome::NoTerm
    } else {
        Outcome::NoDate
    }
}

impl Words<'_> {
    /// The answer first: the date with what it rests on, or what stands in its way.
    pub fn headline(&self, verdict: &Verdict) -> String {
        let headline = self.said_first(verdict, false).join(" ");
        match outcome(verdict) {
            Outcome::Ready(_) if verdict.in_force == Some(InForceOn::No) => {
                [&headline, " ", self.phrases().not_in_force].concat()
            }
            _ => headline,
        }
    }

    /// The headline where the caution on whether the rules apply stands beside it: the answer, and then what it rests on.
    pub fn short_headline(&self, verdict: &Verdict) -> Vec<String> {
        self.said_first(verdict, true)
    }

    fn said_first(&self, verdict: &Verdict, is_cautioned: bool) -> Vec<String> {
        let phrases = self.phrases();
        let phrase = match outcome(verdict) {
            Outcome::NoService => phrases.no_service,
            Outcome::NoEdition => phrases.no_edition,
            Outcome::Archive => phrases.archive,
            Outcome::OutsideWindow => phrases.outside_window,
            Outcome::DeadlinePassed => phrases.deadline_passed,
            Outcome::NotEntitled => phrases.not_entitled,
            Outcome::HearingFirst => phrases.hearing_first,
            Outcome::ChannelNotOffered => phrases.channel_not_offered,
            Outcome::DocumentsFirst => {
                return self.too_old(verdict).unwrap_or_else(|| self.prepare(phrases.prepare_first, verdict));
            }
            Outcome::Ready(ready) => return self.ready(verdict, ready, is_cautioned),
            Outcome::OutsideCalendar => phrases.outside_calendar,
            Outcome::NeedsFacts => {
                let fact = verdict.needs.first().and_then(|id| self.catalogue.vocabulary.fact(id));
                let question = self.quoted(fact.map(|fact| fact.question.get(self.lang)).into_iter());
                return vec![self.fill(phrases.tell_first, &[("question", Value::Text(&question))])];
            }
            Outcome::NoTerm => phrases.no_term,
            Outcome::NoDate => phrases.no_date,
        };
        vec![phrase.to_owned()]
    }

    /// Where all that is lacking is there but has grown too old: which dates will do.
    fn too_old(&self, verdict: &Verdict) -> Option<Vec<String>> {
        let renewed = |line: &DocumentLine| {
            let day = matches!(line.status, DocumentStatus::Invalid(Invalidity::ExpiredByDays(_)))
                .then(|| dated_from(line.rule, verdict.intake.day_zero()))??;
            let name = self.quoted(std::iter::once(self.evidence_name(&line.rule.evidence)));
            Some(self.fill(self.phrases().too_old, &[("document", Value::Text(&name)), ("day", Value::Day(day))]))
        };
        open_lines(verdict).map(renewed).collect()
    }

    fn ready(&self, verdict: &Verdict, ready: &Ready, is_cautioned: bool) -> Vec<String> {
        let phrases = self.phrases();
        let gives = verdict.deadline.as_ref().map_or(Gives::Result, |deadline| deadline.term.gives);
        let [on, between, latest] = match gives {
            Gives::Result => [phrases.ready_on, phrases.ready_between, phrases.ready_latest],
            Gives::NoticeOfReadiness => [phrases.notice_on, phrases.notice_between, phrases.notice_latest],
        };
        let day = Value::Day(ready.latest.date());
        let mut sentences = vec![match (ready.earliest, ready.latest) {
            (None, _) => self.fill(latest, &[("day", day)]),
            (Some(first), last) if first.date() < last.date() => {
                self.fill(between, &[("first", Value::Day(first.date())), ("day", day)])
            }
            (Some(_), Moment::Minute(at)) => self.fill(phrases.ready_at, &[("day", Value::At(at))]),
            (Some(_), Moment::Day(_)) => self.fill(on, &[("day", day)]),
        }];
        sentences.extend(self.provisos(verdict, ready, is_cautioned));
        sentences
    }

    /// What the date rests on, so that it promises no more than is known.
    fn provisos(&self, verdict: &Verdict, ready: &Ready, is_cautioned: bool) -> Vec<String> {
        let phrases = self.phrases();
        let entitled = verdict.leaves_right_open();
        let accepted = verdict.documents.unconfirmed || verdict.documents.standing != ListStanding::Stated;
        let elsewhere = verdict.cautions.contains(&Caution::TerritoryUnknown);
        let in_force = !is_cautioned && verdict.in_force == Some(InForceOn::Uncertain);
        let conditions = [
            (entitled, phrases.if_entitled),
            (accepted, phrases.if_accepted),
            (in_force, phrases.if_in_force),
            (elsewhere, phrases.if_your_region),
        ];
        let conditions: Vec<_> = conditions.into_iter().filter(|(holds, _)| *holds).map(|(_, text)| text).collect();
        let mut provisos = Vec::new();
        if !conditions.is_empty() {
            provisos.push(
                self.fill(phrases.provided_that, &[("conditions", Value::Text(&conditions.join(phrases.and_if)))]),
            );
        }
        // What is open only beyond, at a milestone or in another reading, is said with the cautions.
        let (filed, last) = (verdict.intake.filed_at.date(), ready.latest.date());
        provisos
            .extend(verdict.cautions.iter().filter(|caution| touches(caution, filed, last)).map(|it| self.caution(it)));
        provisos
    }

    /// That a count holds only for a package which the desk takes in, where this one is not.
    pub fn if_accepted(&self, verdict: &Verdict) -> Option<String> {
        let conditions = ("conditions", Value::Text(self.phrases().if_accepted));
        verdict.lacks_a_document().then(|| self.fill(self.phrases().provided_that, &[conditions]))
    }

    /// That the desk is closed when the person means to come, and when it opens.
    pub fn closed(&self, verdict: &Verdict) -> Option<String> {
        verdict.intake.next_opening.map(|at| self.fill(self.phrases().closed_until, &[("at", Value::At(at))]))
    }

    /// What the desk does with the application, and when.
    pub fn acceptance(&self, verdict: &Verdict) -> Vec<String> {
        let phrases = self.phrases();
        let intake = &verdict.intake;
        let on = |template, day: Option<NaiveDate>| day.map(|day| self.fill(template, &[("day", Value::Day(day))]));
        let accepted = match verdict.acceptance {
            None => Some(phrases.desk_undecided),
            Some(Acceptance::NoEditionKnown) => Some(phrases.desk_unknown),
            Some(Acceptance::RedirectArchive) => Some(phrases.redirected),
            Some(Acceptance::RefuseOutsideWindow) => Some(phrases.outside_window),
            Some(Acceptance::RefuseDeadlinePassed) => Some(phrases.deadline_passed),
            Some(Acceptance::RefuseIncomplete) => Some(phrases.refuse_incomplete),
            Some(Acceptance::RefuseService) => Some(phrases.refuse_service),
            Some(Acceptance::IncompleteAdvise) => Some(phrases.incomplete_advise),
            Some(Acceptance::AcceptThenPreliminaryRefusal) => Some(phrases.accepted_then_hearing),
            Some(Acceptance::ClosedNextOpening | Acceptance::AcceptNextWorkingDay | Acceptance::Accept) => None,
        };
        let mut sentences: Vec<_> = accepted.map(str::to_owned).into_iter().collect();
        if verdict.acceptance == Some(Acceptance::RefuseIncomplete) {
            let desk = verdict.edition.zip(verdict.channel);
            sentences
                .extend(desk.and_then(|(edition, channel)| self.refusal_receipt(edition, channel)).map(str::to_owned));
        }
        sentences.extend(verdict.redirect.map(|redirect| stopped(redirect.text.get(self.lang))));
        sentences.extend(self.closed(verdict));
        match verdict.acceptance {
            Some(Acceptance::AcceptNextWorkingDay) => {
                sentences.extend(on(phrases.accepted_next_working_day, intake.deemed_accepted.or(intake.day_zero())));
            }
            Some(Acceptance::Accept | Acceptance::ClosedNextOpening) => {
                sentences.extend(on(phrases.accepted_on, intake.day_zero()));
            }
            Some(Acceptance::AcceptThenPreliminaryRefusal | Acceptance::IncompleteAdvise) => {
                sentences.extend(on(phrases.accepted_next_working_day, intake.deemed_accepted));
            }
            _ => {}
        }
        if sentences.is_empty() {
            sentences.push(phrases.desk_undecided.to_owned());
        }
        sentences
    }

    /// A caution that follows from the case itself.
    pub fn caution(&self, caution: &Caution) -> String {
        let phrases = self.phrases();
        let phrase = match *caution {
            Caution::OutsideCalendar { first, last } => {
                return self.fill(phrases.calendar_covers, &[("first", Value::Day(first)), ("last", Value::Day(last))]);
            }
            Caution::NotYetOfficial { official_to } => {
                return self.fill(phrases.not_yet_official, &[("day", Value::Day(official_to))]);
            }
            Caution::KurbanAitUnconfirmed { date } => {
                return self.fill(phrases.kurban_ait_unconfirmed, &[("day", Value::Day(date))]);
            }
            Caution::AsKnownOn { day } => return self.fill(phrases.as_known_on, &[("day", Value::Day(day))]),
            Caution::EditionNotInForce => phrases.not_in_force,
            Caution::EditionUncertain => phrases.in_force_uncertain,
            Caution::TerritoryUnknown => phrases.territory_unknown,
            Caution::ChannelNotOffered => phrases.channel_not_offered,
            Caution::HearingCannotFit => phrases.hearing_cannot_fit,
        };
        phrase.to_owned()
    }

    /// Other readings of the text, one more document, and the nearest way to a yes.
    pub fn alternatives(&self, verdict: &Verdict) -> Vec<String> {
        let phrases = self.phrases();
        let readings = [
            (phrases.alt_inclusive, verdict.alt_inclusive),
            (phrases.alt_after_hours, verdict.alt_after_hours_rule),
            (phrases.alt_other_week, verdict.alt_other_week),
        ];
        let dated =
            |(template, day): (&str, Option<NaiveDate>)| Some(self.fill(template, &[("day", Value::Day(day?))]));
        // Another reading of the date is nothing to offer while there is no date, or where it is the same.
        let date = verdict.deadline.as_ref().map(|deadline| deadline.latest.date());
        let readings = readings.into_iter().filter(|(_, day)| verdict.ready.is_some() && *day != date);
        let mut sentences: Vec<_> = readings.filter_map(dated).collect();
        for (document, answer) in &verdict.if_provided {
            let name = self.quoted(std::iter::once(self.evidence_name(document)));
            let document = ("document", Value::Text(&name));
            sentences.extend(match &answer.ready {
                Some(ready) => {
                    Some(self.fill(phrases.with_document_ready, &[document, ("day", Value::Day(ready.latest.date()))]))
                }
                // One of several that are still missing: the list of documents says so already.
                None if open_lines(answer).next().is_some() => None,
                None => Some(self.fill(phrases.with_document, &[document])),
            });
        }
        sentences.extend(verdict.alternative.iter().flat_map(|way| self.way(way, verdict)));
        sentences
    }

    fn way(&self, way: &Alternative, verdict: &Verdict) -> Vec<String> {
        let (phrases, sooner) = (self.phrases(), verdict.ready.is_some());
        // No day on which the rules are no more.
        let until = way.until.filter(|day| verdict.edition.is_none_or(|it| it.in_force.on(*day) != InForceOn::No));
        let template = if sooner { phrases.sooner } else { phrases.alternative };
        let changes = way.facts.iter().map(|(id, value)| self.answered(id, std::slice::from_ref(value)));
        let changes = changes.collect::<Vec<_>>().join(phrases.and);
        let mut sentences = Vec::new();
        if !changes.is_empty() {
            sentences.push(self.fill(template, &[("changes", Value::Text(&changes))]));
        }
        sentences.extend(until.map(|day| self.fill(phrases.alternative_until, &[("day", Value::Day(day))])));
        sentences
    }

    /// What to do next, in order. Where the day of filing `is_past`, nobody is told to come on it.
    pub fn next_steps(&self, verdict: &Verdict, is_past: bool) -> Vec<String> {
        let phrases = self.phrases();
        let facts = self.fact_names(&verdict.needs);
        let answer =
            (!verdict.needs.is_empty()).then(|| self.fill(phrases.next_answer, &[("facts", Value::Text(&facts))]));
        let only = |step: &str| vec![step.to_owned()];
        match outcome(verdict) {
            Outcome::NoService | Outcome::NoEdition => return only(phrases.next_ask),
            Outcome::Archive => return only(phrases.next_archive),
            Outcome::OutsideWindow => {
                return only(phrases.next_in_window).into_iter().chain(self.windows(verdict)).collect();
            }
            Outcome::NotEntitled | Outcome::DeadlinePassed => return only(phrases.next_check),
            Outcome::ChannelNotOffered => return only(phrases.channel_not_offered),
            Outcome::HearingFirst => return answer.into_iter().chain(only(phrases.next_hearing)).collect(),
            Outcome::DocumentsFirst
            | Outcome::Ready(_)
            | Outcome::OutsideCalendar
            | Outcome::NeedsFacts
            | Outcome::NoTerm
            | Outcome::NoDate => {}
        }
        let mut steps: Vec<_> = answer.into_iter().collect();
        steps.extend(self.steps_to_file(verdict, is_past));
        if let Some(ready) = &verdict.ready {
            steps.push(self.fill(phrases.next_if_late, &[("day", Value::Day(ready.latest.date()))]));
        }
        if steps.is_empty() {
            steps.extend(only(phrases.next_check));
        }
        steps
    }

    /// The rules on when documents are accepted, where the day is outside of it.
    fn windows(&self, verdict: &Verdict) -> impl Iterator<Item = String> {
        verdict.findings.iter().filter_map(|finding| match finding.rule {
            Rule::Requirement(rule) if rule.kind == RequirementKind::Window && finding.truth.is_false() => {
                Some(stopped(rule.text.get(self.lang)))
            }
            _ => None,
        })
    }

    fn steps_to_file(&self, verdict: &Verdict, is_past: bool) -> Vec<String> {
        let phrases = self.phrases();
        let Some(channel) = verdict.channel else { return Vec::new() };
        let mut steps = self.prepare(phrases.next_get, verdict);
        if let Some(last) = steps.last_mut().filter(|_| verdict.acceptance == Some(Acceptance::RefuseIncomplete)) {
            *last = [last, " ", phrases.next_or_refused].concat();
        }
        let is_portal = channel.id == ChannelId::Portal;
        if !is_past {
            // Who has still to get something may not have it by then.
            let may_be_late = !steps.is_empty();
            if matches!(verdict.documents.standing, ListStanding::Unknown { .. }) {
                steps.push(phrases.next_ask_list.to_owned());
            }
            let at = verdict.intake.next_opening.unwrap_or(verdict.intake.filed_at);
            let come = if is_portal { phrases.next_send } else { phrases.next_come };
            let come = self.fill(come, &[("at", Value::At(at))]);
            steps.push(if may_be_late { join(&come, phrases.next_other_day) } else { come });
            let name = without_stop(channel.name.value.get(self.lang));
            steps.push(self.fill(phrases.next_file, &[("channel", Value::Text(name))]));
        }
        if !is_portal {
            steps.push(phrases.next_receipt.to_owned());
        }
        steps
    }

    /// The documents to get, in this sentence; what lacks but its signature is to be signed.
    fn prepare(&self, template: &str, verdict: &Verdict) -> Vec<String> {
        let phrases = self.phrases();
        let documents = self
            .quoted(open_lines(verdict).filter(|it| !is_unsigned(it)).map(|it| self.evidence_name(&it.rule.evidence)));
        let mut said = Vec::new();
        if !documents.is_empty() {
            said.push(self.fill(template, &[("documents", Value::Text(&documents))]));
        }
        if open_lines(verdict).any(is_unsigned) {
            said.push(phrases.not_signed_with_eds.to_owned());
        }
        said
    }

    /// «2026 жылғы 3 шілде», «3 июля 2026 года», "3 July 2026". More forms are in [`dates`].
    pub fn date(&self, day: NaiveDate) -> String {
        dates::date(self.lang, day)
    }

    /// The date with its weekday.
    pub fn date_weekday(&self, day: NaiveDate) -> String {
        dates::date_weekday(self.lang, day)
    }

    /// The date with its weekday and the time of day.
    pub fn moment(&self, at: chrono::NaiveDateTime) -> String {
        dates::moment(self.lang, at)
    }
}

/// Whether what the calendar leaves open may change a day from the first to the last.
fn touches(caution: &Caution, first: NaiveDate, last: NaiveDate) -> bool {
    match *caution {
        Caution::NotYetOfficial { official_to } => official_to < last,
        Caution::KurbanAitUnconfirmed { date } => {
            (first - date).num_days() <= DAYS_THAT_AIT_MAY_MOVE && (date - last).num_days() <= DAYS_THAT_AIT_MAY_MOVE
        }
        _ => false,
    }
}

/// Kurban Ait may be a day earlier or later than it is reckoned.
const DAYS_THAT_AIT_MAY_MOVE: i64 = 1;

/// The text of the catalogue as a sentence, whether or not it has its full stop.
fn stopped(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { [text, "."].concat() }
}
