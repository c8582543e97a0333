//! The channels side by side, the last safe moment to file, and what a day's wait costs.

use super::Words;
use super::dates::{self, Value};
use super::more::ways::Ways;
use crate::engine::catalogue::{Channel, Known};
use crate::engine::race::{Lane, Race, Visits};
use crate::engine::ready_by::{Chance, ReadyBy, Then, Tomorrow};
use crate::engine::verdict::{Caution, ListStanding, Moment, Ready};

impl Words<'_> {
    /// Which way is first, or which are equal, and why; only of those whose day is known while another may still win.
    pub fn race(&self, race: &Race) -> Vec<String> {
        let ways = Ways::of(self.lang);
        if let Some(verdict) = &race.unanswered {
            return vec![self.headline(verdict)];
        }
        let head = race.lanes.iter().take(race.equal_first);
        let names: Vec<_> = head.map(|lane| self.channel_name(lane.channel)).collect();
        let open = race.lanes.iter().any(Lane::lacks_an_answer);
        let first = match (names.len(), open) {
            (0, _) => return vec![ways.race_no_date.to_owned()],
            (1, false) => ways.race_first,
            (1, true) => ways.race_first_known,
            (_, false) => ways.race_equal,
            (_, true) => ways.race_equal_known,
        };
        let mut sentences = vec![self.fill(first, &[("channels", Value::Text(&names.join("; ")))])];
        if let Some(ahead) = race.ahead {
            if 0 < ahead.days {
                sentences.push(dates::count(self.lang, &self.phrases().race_ahead, ahead.days));
            }
            let why = [(ahead.accepts_sooner, ways.race_sooner), (ahead.shorter_term, ways.race_shorter)];
            sentences.extend(why.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why.to_owned()));
        }
        sentences
    }

    /// A way's ready date, or why it has none; when it accepts; from which day the term counts; what to bring; how often
    /// one comes.
    pub fn lane(&self, lane: &Lane) -> Vec<String> {
        let ways = Ways::of(self.lang);
        let headline = self.headline(&lane.verdict);
        let mut sentences = vec![headline.clone()];
        let desk = self.acceptance(&lane.verdict).into_iter();
        sentences.extend(desk.filter(|said| *said != headline));
        let excluded = matches!(lane.channel.acceptance_day, Known::Known { .. });
        if matches!(lane.verdict.deadline.as_ref().map(|deadline| deadline.latest), Some(Moment::Day(_))) {
            sentences.push(if excluded { ways.day_excluded } else { ways.day_silent }.to_owned());
        }
        let bring = self.quoted(lane.to_bring().map(|line| self.evidence_name(&line.rule.evidence)));
        if !bring.is_empty() {
            sentences.push(self.fill(ways.race_documents, &[("documents", Value::Text(&bring))]));
        }
        if matches!(lane.verdict.documents.standing, ListStanding::Unknown { .. }) {
            sentences.push(self.phrases().next_ask_list.to_owned());
        }
        sentences.extend(self.visits(lane.visits()));
        sentences
    }

    fn visits(&self, visits: Visits) -> Vec<String> {
        let ways = Ways::of(self.lang);
        match visits {
            Visits::Times(0) => vec![ways.no_visits.to_owned()],
            Visits::Times(times) => vec![dates::count(self.lang, &self.phrases().visits, times.into())],
            Visits::AtLeast(times, because) => {
                let filing = match times {
                    0 => ways.no_visit_to_file.to_owned(),
                    times => dates::count(self.lang, &self.phrases().visits_to_file, times.into()),
                };
                vec![filing, [ways.visits_unknown, " ", self.because(because)].concat()]
            }
        }
    }

    /// The last safe moment of each way, its name before it.
    pub fn ready_by(&self, by: &ReadyBy) -> Vec<(String, String)> {
        match &by.unanswered {
            Some(verdict) => vec![(String::new(), self.headline(verdict))],
            None => by
                .lanes
                .iter()
                .map(|(channel, chance)| (self.channel_name(channel).to_owned(), self.chance(chance)))
                .collect(),
        }
    }

    /// How late one may file.
    pub fn chance(&self, chance: &Chance) -> String {
        let ways = Ways::of(self.lang);
        match chance {
            Chance::Until { last, then, .. } => {
                [&self.fill(ways.file_until, &[("at", Value::At(*last))]), " ", &self.headline(then)].concat()
            }
            Chance::NoLongerPossible { ready } => self.fill(ways.too_late, &[("day", latest(ready))]),
            Chance::NoDate { why } => self.headline(why),
            Chance::BeyondCalendar { first, last } => {
                self.caution(&Caution::OutsideCalendar { first: *first, last: *last })
            }
        }
    }

    /// What comes of filing a day later.
    pub fn tomorrow(&self, tomorrow: &Tomorrow) -> String {
        let ways = Ways::of(self.lang);
        let at = ("at", Value::At(tomorrow.at));
        match &tomorrow.then {
            Then::NoLater(ready) => self.fill(ways.tomorrow_no_later, &[at, ("day", latest(ready))]),
            Then::Later(ready, _) => self.fill(ways.tomorrow_later, &[at, ("day", latest(ready))]),
            Then::NoDate(why) => [&self.fill(ways.tomorrow_no_date, &[at]), " ", &self.headline(why)].concat(),
        }
    }

    fn channel_name(&self, channel: &Channel) -> &str {
        self.named(&self.catalogue.vocabulary.channels, channel.id.slug())
    }
}

/// The ready date that is promised: the latest.
fn latest(ready: &Ready) -> Value<'static> {
    match ready.latest {
        Moment::Day(day) => Value::Day(day),
        Moment::Minute(at) => Value::At(at),
    }
}
