//! Whether a catalogue holds together: every reference resolves, every span and window is in order, every text is
//! there in three languages. Types and sources are the parser's work; this is what types cannot say.

mod service;

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use serde_json::Value;

use super::load::{self, Facts, Fault, Read, SHARED};
use crate::baked::List;
use crate::engine::calendar::{Calendar, CalendarFacts, WorkWeek};
use crate::engine::catalogue::{ChannelId, FactKind, UNDERSTANDING};

/// Every fault of the catalogue whose files `read` gives; none if it holds together.
pub fn faults(read: Read) -> Vec<Fault> {
    let content = match load::facts(read) {
        Ok(facts) => facts,
        Err(faults) => return faults,
    };
    let mut check = Check { content: &content, file: String::new(), faults: Vec::new() };
    check.texts(read);
    check.shared();
    for service in &content.catalogue.services {
        check.file = format!("services/{}.json", service.id);
        check.service(service);
    }
    check.faults
}

struct Check<'c> {
    content: &'c Facts,
    file: String,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, path: &str, message: String) {
        self.faults.push(Fault { file: self.file.clone(), path: path.to_owned(), message });
    }

    /// Whether `id` is one of `known`; a fault that names those near it if not.
    fn known<'k>(&mut self, path: &str, what: &str, id: &str, known: impl Iterator<Item = &'k str>) {
        let known: Vec<_> = known.collect();
        if !known.contains(&id) {
            let choice = if known.len() <= 24 { format!(": write one of {}", known.join(", ")) } else { String::new() };
            self.fault(path, format!("no {what} has the id `{id}`{choice}"));
        }
    }

    fn unique<'k>(&mut self, path: &str, ids: impl Iterator<Item = &'k str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(path, format!("`{id}` stands twice: keep one of them"));
            }
        }
    }

    /// Walks every file as plain JSON: sources resolve, no text is empty or has space at its ends.
    fn texts(&mut self, read: Read) {
        let services = self.content.catalogue.index.iter().map(|entry| load::file_of(&entry.id));
        for file in SHARED.map(str::to_owned).into_iter().chain(services) {
            let value = read(&file).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
            self.file = file;
            self.walk("", value.as_ref().unwrap_or(&Value::Null));
        }
    }

    fn walk(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    if let (true, Value::String(source)) = (key == "source", value) {
                        self.source(&path, source);
                    }
                    self.walk(&path, value);
                }
            }
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    self.walk(&format!("{path}[{place}]"), item);
                }
            }
            Value::String(text) if text.trim() != text || text.is_empty() => {
                self.fault(path, format!("{text:?} is empty or has space at its ends: write the text alone"));
            }
            _ => {}
        }
    }

    /// A source names an act, a source document or a notice that is there, and a place in it. Lines stand in order.
    fn source(&mut self, path: &str, source: &str) {
        let catalogue = &self.content.catalogue;
        let (act, place) = source.split_once(' ').unwrap_or((source, ""));
        if catalogue.act(act).is_none() {
            self.fault(path, format!("the source `{source}` begins with `{act}`, which is no act of acts.json: write the id or file code of one that is"));
        } else if place.is_empty() {
            self.fault(path, format!("the source `{source}` gives no place: write for example `{act} a2 r3.1`"));
        } else if act == UNDERSTANDING {
            for id in place.split(' ').filter(|id| catalogue.notice(id).is_none()) {
                self.fault(path, format!("the reading `{id}` is not in notices.json: write one that is, or add it"));
            }
        }
        for lines in place.split(' ').filter_map(|word| word.strip_prefix('L')) {
            let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
            let span = first.parse::<u32>().ok().zip(last.parse::<u32>().ok());
            if span.is_none_or(|(first, last)| first == 0 || last < first) {
                self.fault(path, format!("`L{lines}` are no lines: write the first and the last, such as L62-64"));
            }
        }
    }

    fn shared(&mut self) {
        let Facts { catalogue, calendar, .. } = self.content;
        self.file = "index.json".to_owned();
        self.unique("(ids)", catalogue.index.iter().map(|entry| entry.id.as_str()));
        self.file = "acts.json".to_owned();
        self.unique("(ids)", catalogue.acts.iter().map(|act| act.id.as_str()));
        let codes = catalogue.acts.iter().filter_map(|act| act.file.as_deref());
        self.unique("(files)", codes);
        self.file = "notices.json".to_owned();
        self.unique("(ids)", catalogue.notices.iter().map(|notice| notice.id.as_str()));
        self.file = "vocabulary.json".to_owned();
        self.vocabulary();
        self.file = "calendar.json".to_owned();
        self.calendar(calendar);
    }

    fn vocabulary(&mut self) {
        let vocabulary = &self.content.catalogue.vocabulary;
        self.unique("facts", vocabulary.facts.iter().map(|fact| fact.id.as_str()));
        self.unique("evidence", vocabulary.evidence.iter().map(|evidence| evidence.id.as_str()));
        let lists = [
            ("channels", &vocabulary.channels),
            ("actors", &vocabulary.actors),
            ("milestones", &vocabulary.milestones),
            ("desks", &vocabulary.desks),
        ];
        for (path, list) in lists {
            self.unique(path, list.iter().map(|named| named.id.as_str()));
        }
        for fact in &vocabulary.facts {
            let path = format!("facts.{}", fact.id);
            self.unique(&path, fact.values.iter().map(|value| value.id.as_str()));
            if (fact.kind == FactKind::Word) == fact.values.is_empty() {
                self.fault(&path, "write `values` for a fact of kind `word`, and only for one".to_owned());
            }
        }
        for channel in ChannelId::ALL {
            self.known(
                "channels",
                "channel",
                channel.slug(),
                vocabulary.channels.iter().map(|named| named.id.as_str()),
            );
        }
    }

    fn calendar(&mut self, facts: &CalendarFacts) {
        let acts = || self.content.catalogue.acts.iter().map(|act| act.id.as_str());
        if facts.last_day < facts.first_day {
            self.fault("last_day", "write a last day that is not before the first".to_owned());
        }
        if facts.official_years.windows(2).any(|pair| matches!(pair, [one, next] if next.year != one.year + 1)) {
            self.fault("official_years", "write the years one after the other, none left out".to_owned());
        }
        if facts.last_day < Calendar::from_facts(facts).official_to() {
            self.fault("official_years", format!("write no year that ends after last_day, {}", facts.last_day));
        }
        if let Some(newest) = facts.turns().last().filter(|turn| facts.as_of < **turn) {
            self.fault("as_of", format!("a row became public on {newest}: write that day, or a later one"));
        }
        let holidays: Vec<_> = facts.holidays.iter().map(|holiday| holiday.id.as_str()).collect();
        self.unique("holidays", holidays.iter().copied());
        for holiday in &facts.holidays {
            let path = format!("holidays.{}", holiday.id);
            self.known(&path, "act", &holiday.act, acts());
            if holiday.last_kept.zip(holiday.first_kept).is_some_and(|(last, first)| last < first) {
                self.fault(&path, "first_kept is after last_kept: write the earlier day as first_kept".to_owned());
            }
            if holiday.end_public_from.is_some() && holiday.last_kept.is_none() {
                self.fault(&path, "its end is public but not given: write last_kept, the last day kept".to_owned());
            }
        }
        self.kurban_ait(facts, &holidays);
        for transfer in &facts.transfers {
            let path = format!("transfers.{}", transfer.moved_from);
            self.known(&path, "act", &transfer.act, acts());
            if transfer.moved_from == transfer.moved_to {
                self.fault(&path, "moved_to is the same day: write the day that became a rest day instead".to_owned());
            }
            // The six-day week works on Saturdays anyway, so only an order that makes a Sunday worked moves its rest day.
            let of_sunday = transfer.moved_from.weekday() == Weekday::Sun;
            if transfer.applies_to_six_day_week != of_sunday {
                let day = transfer.moved_from.weekday();
                self.fault(&path, format!("moved_from is a {day}: write applies_to_six_day_week as {of_sunday}"));
            }
        }
        self.moved_days(facts);
        let moved: Vec<_> = facts.transfers.iter().map(|transfer| transfer.moved_from.to_string()).collect();
        self.unique("transfers", moved.iter().map(String::as_str));
    }

    /// A rest day is moved to a working day, both are days of the calendar, and people knew before.
    fn moved_days(&mut self, facts: &CalendarFacts) {
        let before = Calendar::from_facts(&CalendarFacts { transfers: List::default(), ..facts.clone() });
        for transfer in &facts.transfers {
            let path = format!("transfers.{}", transfer.moved_from);
            let (from, to) = (transfer.moved_from, transfer.moved_to);
            let works = |day| before.week(WorkWeek::FiveDay).is_working_day(day);
            match works(from) {
                Ok(true) => {
                    self.fault(&path, "moved_from is a working day: write the rest day that is worked".to_owned())
                }
                Ok(false) => {}
                Err(_) => {
                    self.fault(&path, "moved_from is outside first_day and last_day: write a day within".to_owned())
                }
            }
            match works(to) {
                Ok(false) => {
                    self.fault(&path, "moved_to is a rest day: write the working day that becomes one".to_owned())
                }
                Ok(true) => {}
                Err(_) => {
                    self.fault(&path, "moved_to is outside first_day and last_day: write a day within".to_owned())
                }
            }
            if from.min(to) < transfer.announced {
                self.fault(&path, "announced is after the day itself: write the day on which people knew".to_owned());
            }
        }
        let in_order =
            facts.transfers.windows(2).all(|pair| matches!(pair, [one, next] if one.moved_from < next.moved_from));
        if !in_order {
            self.fault("transfers", "write the rows in the order of moved_from, each day once".to_owned());
        }
    }

    /// Each year has one first day of Kurban Ait that no other day replaced, and it is a day of that year.
    fn kurban_ait(&mut self, facts: &CalendarFacts, holidays: &[&str]) {
        for ait in &facts.kurban_ait {
            let path = format!("kurban_ait.{}", ait.date);
            self.known(&path, "holiday", &ait.holiday, holidays.iter().copied());
            self.known(&path, "act", &ait.act, self.content.catalogue.acts.iter().map(|act| act.id.as_str()));
            if ait.date.year() != ait.year {
                self.fault(&path, format!("its year is {}: write {}, the year of its date", ait.year, ait.date.year()));
            }
            if ait.until.zip(ait.public_from).is_some_and(|(until, from)| until <= from) {
                self.fault(&path, "write public_from and until in this order of time".to_owned());
            }
            if ait.confirmed_on.is_some_and(|on| ait.date < on) {
                self.fault(&path, "confirmed_on is after the day itself: write that day, or an earlier one".to_owned());
            }
        }
        for year in facts.first_day.year()..=facts.last_day.year() {
            let kept = facts.kurban_ait.iter().filter(|ait| ait.year == year && ait.until.is_none()).count();
            if kept != 1 {
                let path = format!("kurban_ait.{year}");
                self.fault(&path, format!("the year has {kept} rows without `until`: write one, the day that holds"));
            }
        }
    }
}
