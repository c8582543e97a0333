//! The term in words, and what each day does in its count.

use chrono::NaiveDate;

use super::Words;
use super::dates::{self, Value};
use crate::engine::calendar::DayStatus;
use crate::engine::catalogue::{Duration, Gives, Known, Leg, ProcessingTime, StepDuration, Unit};
use crate::engine::verdict::{DayPart, Deadline, Milestone, ProofDay, Verdict};

impl Words<'_> {
    /// «15 жұмыс күні», «2 рабочих дня», "1 working day".
    pub fn working_days(&self, n: u16) -> String {
        self.leg(&Duration { at_least: n, at_most: n, unit: Unit::WorkingDays })
    }

    pub fn calendar_days(&self, n: u16) -> String {
        self.leg(&Duration { at_least: n, at_most: n, unit: Unit::CalendarDays })
    }

    pub fn weeks(&self, n: u16) -> String {
        self.leg(&Duration { at_least: n, at_most: n, unit: Unit::Weeks })
    }

    pub fn months(&self, n: u16) -> String {
        self.leg(&Duration { at_least: n, at_most: n, unit: Unit::Months })
    }

    pub fn minutes(&self, n: u16) -> String {
        self.leg(&Duration { at_least: n, at_most: n, unit: Unit::OfficeMinutes })
    }

    pub fn within_working_days(&self, n: u16) -> String {
        dates::within_working_days(self.lang, n)
    }

    /// One stretch of a term; a range names both ends.
    pub fn leg(&self, duration: &Duration) -> String {
        dates::leg(self.lang, duration)
    }

    /// The time that a step takes.
    pub fn duration(&self, duration: &StepDuration) -> String {
        dates::duration(self.lang, duration)
    }

    /// The term in words: how long, from when it counts, what ends it early.
    pub fn term(&self, verdict: &Verdict) -> String {
        let phrases = self.phrases();
        if let Some(deadline) = &verdict.deadline {
            return self.term_sentences(verdict, deadline).join(" ");
        }
        match verdict.channel.map(|channel| &channel.terms) {
            Some(Known::Unknown { because, .. }) => [phrases.term_unknown, " ", self.because(*because)].concat(),
            _ if !verdict.needs.is_empty() => {
                self.fill(phrases.term_needs, &[("facts", Value::Text(&self.fact_names(&verdict.needs)))])
            }
            _ => phrases.term_unknown.to_owned(),
        }
    }

    /// What happens in the term, one stretch after the other; empty where the term is one whole.
    pub fn legs(&self, verdict: &Verdict) -> Vec<String> {
        verdict.deadline.as_ref().map_or_else(Vec::new, |deadline| self.stretches(deadline.term))
    }

    pub(super) fn stretches(&self, term: &ProcessingTime) -> Vec<String> {
        let line = |leg: &Leg| {
            let name = leg.name.as_ref()?.get(self.lang);
            Some([name, " — ", &self.leg(&leg.duration), "."].concat())
        };
        term.legs.iter().filter_map(line).collect()
    }

    /// How long the term is, from when it counts, and what it gives.
    pub(super) fn whole_term(&self, term: &ProcessingTime) -> Vec<String> {
        let phrases = self.phrases();
        let whole: Vec<_> = added(&term.legs).iter().map(|duration| self.leg(duration)).collect();
        let from = if is_in_minutes(term) { phrases.counted_in_minutes } else { phrases.counted_from_next };
        let mut sentences =
            vec![self.fill(phrases.term, &[("whole", Value::Text(&whole.join("; ")))]), from.to_owned()];
        if term.gives == Gives::NoticeOfReadiness {
            sentences.push(phrases.gives_notice.to_owned());
        }
        sentences
    }

    fn term_sentences(&self, verdict: &Verdict, deadline: &Deadline) -> Vec<String> {
        let phrases = self.phrases();
        let mut sentences = self.whole_term(deadline.term);
        if let Some(cap) = deadline.capped_by {
            let dated = verdict.milestones.iter().find(|milestone| milestone.rule.id == cap.id);
            let name = self.named(&self.catalogue.vocabulary.milestones, &cap.id);
            let named = dated.map_or_else(|| name.to_owned(), |milestone| self.dated(name, milestone.date));
            sentences.push(self.fill(phrases.capped_by, &[("milestone", Value::Text(&named))]));
        }
        match verdict.fast_track {
            Some(true) => sentences.push(phrases.fast_track.to_owned()),
            Some(false) => sentences.push(phrases.slow_track.to_owned()),
            None => {}
        }
        sentences
    }

    /// As [`proof_day`](Words::proof_day), in this count: the days of a term in minutes have no numbers.
    ///
    /// A package that may be incomplete is not said to be accepted.
    pub fn day_of_count(&self, deadline: &Deadline, day: &ProofDay, is_unsure: bool) -> String {
        match day.part {
            DayPart::Accepted if is_unsure => self.phrases().day_zero_if.to_owned(),
            DayPart::Counted { .. } if is_in_minutes(deadline.term) => self.phrases().day_of_minutes.to_owned(),
            _ => self.proof_day(day),
        }
    }

    /// What one day does in the count, without its date.
    pub fn proof_day(&self, day: &ProofDay) -> String {
        let phrases = self.phrases();
        let because = |template| self.fill(template, &[("why", Value::Text(&self.day_status(day.status)))]);
        match day.part {
            DayPart::Waiting if day.status.is_worked() => phrases.waiting.to_owned(),
            DayPart::Waiting => because(phrases.waiting_off),
            DayPart::Accepted => phrases.day_zero.to_owned(),
            DayPart::Counted { number } => self.counted(number, day.status),
            DayPart::NotCounted => because(phrases.day_not_counted),
            DayPart::RolledOver => because(phrases.rolled_over),
            DayPart::RolledTo => phrases.rolled_to.to_owned(),
        }
    }

    fn counted(&self, number: u16, status: DayStatus) -> String {
        let phrases = self.phrases();
        let number = ("n", Value::Number(number.into()));
        let transfer = match status {
            DayStatus::WorkedByOrder { transfer } => self.calendar.facts().transfers.get(usize::from(transfer)),
            _ => None,
        };
        match transfer {
            Some(row) => self.fill(phrases.day_counted_by_order, &[number, ("day", Value::Day(row.moved_to))]),
            None => self.fill(phrases.day_counted, &[number]),
        }
    }

    /// Why a day is worked or not, to stand after a colon.
    pub fn day_status(&self, status: DayStatus) -> String {
        let phrases = self.phrases();
        let facts = self.calendar.facts();
        let name = |holiday: u16| {
            let row = facts.holidays.get(usize::from(holiday));
            Value::Text(row.map_or("", |row| row.name.get(self.lang)))
        };
        match status {
            DayStatus::Working => phrases.ordinary.to_owned(),
            DayStatus::WorkedByOrder { transfer } => match facts.transfers.get(usize::from(transfer)) {
                Some(row) => self.fill(phrases.worked_by_order, &[("day", Value::Day(row.moved_to))]),
                None => phrases.ordinary.to_owned(),
            },
            DayStatus::Weekend => phrases.weekend.to_owned(),
            DayStatus::Holiday { holiday } => {
                // 7 January and Kurban Ait are days off by the Labour Code, not holidays by the law on holidays.
                let row = facts.holidays.get(usize::from(holiday));
                let phrase = if row.is_some_and(|row| row.carries_over) { phrases.holiday } else { phrases.religious };
                self.fill(phrase, &[("name", name(holiday))])
            }
            DayStatus::InLieu { holiday, of } => {
                self.fill(phrases.in_lieu, &[("name", name(holiday)), ("day", Value::Day(of))])
            }
            DayStatus::MovedOff { transfer } => match facts.transfers.get(usize::from(transfer)) {
                Some(row) => self.fill(phrases.moved_off, &[("day", Value::Day(row.moved_from))]),
                None => phrases.weekend.to_owned(),
            },
        }
    }

    /// The act behind a day that is off or worked against the week, as it is cited; none for an ordinary day.
    pub fn day_act(&self, status: DayStatus) -> Option<String> {
        let facts = self.calendar.facts();
        let act = match status {
            DayStatus::Working | DayStatus::Weekend => return None,
            DayStatus::Holiday { holiday } | DayStatus::InLieu { holiday, .. } => {
                facts.holidays.get(usize::from(holiday)).map(|row| row.act.as_str())
            }
            DayStatus::MovedOff { transfer } | DayStatus::WorkedByOrder { transfer } => {
                facts.transfers.get(usize::from(transfer)).map(|row| row.act.as_str())
            }
        };
        self.catalogue.act(act?).map(|act| self.act(act))
    }

    /// A dated event: its name, then its day.
    pub fn milestone(&self, milestone: &Milestone) -> String {
        let name = self.named(&self.catalogue.vocabulary.milestones, &milestone.rule.id);
        [&self.dated(name, milestone.date), "."].concat()
    }

    fn dated(&self, name: &str, day: NaiveDate) -> String {
        [name, ": ", &dates::date_weekday(self.lang, day)].concat()
    }
}

/// Whether the term is in minutes, which are counted on the days that they take.
pub fn is_in_minutes(term: &ProcessingTime) -> bool {
    term.legs.iter().all(|leg| leg.duration.unit == Unit::OfficeMinutes)
}

/// The legs one after the other: neighbours in the same unit make one stretch.
fn added(legs: &[Leg]) -> Vec<Duration> {
    let mut stretches: Vec<Duration> = Vec::new();
    for Leg { duration, .. } in legs {
        match stretches.last_mut().filter(|last| last.unit == duration.unit) {
            Some(last) => {
                last.at_least = last.at_least.saturating_add(duration.at_least);
                last.at_most = last.at_most.saturating_add(duration.at_most);
            }
            None => stretches.push(*duration),
        }
    }
    stretches
}
