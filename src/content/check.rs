//! Whether a catalogue holds together: every reference resolves, every span and window is in order, every text is
//! there in three languages. Types and sources are the parser's work; this is what types cannot say.

use std::collections::BTreeSet;

use serde_json::Value;

use super::load::{self, Facts, Fault, Read, SHARED};
use crate::engine::catalogue::{
    Anchor, Channel, Edition, EvidenceList, FactKind, Known, MilestoneRule, Opening, OpeningHours, PublicService,
    Validity,
};
use crate::engine::condition::Condition;

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

    /// A source names an act, a source document or a notice that is there, and a place in it.
    fn source(&mut self, path: &str, source: &str) {
        let catalogue = &self.content.catalogue;
        let (act, place) = source.split_once(' ').unwrap_or((source, ""));
        if catalogue.act(act).is_none() {
            self.fault(path, format!("the source `{source}` begins with `{act}`, which is no act of acts.json"));
        } else if place.is_empty() {
            self.fault(path, format!("the source `{source}` gives no place: write for example `{act} a2 r3.1`"));
        } else if act == "READ" {
            for id in place.split(' ').filter(|id| catalogue.notice(id).is_none()) {
                self.fault(path, format!("the reading `{id}` is not in notices.json"));
            }
        }
    }

    fn shared(&mut self) {
        let Facts { catalogue, calendar, .. } = self.content;
        self.file = "index.json".to_owned();
        self.unique("", catalogue.index.iter().map(|entry| entry.id.as_str()));
        self.file = "acts.json".to_owned();
        self.unique("", catalogue.acts.iter().map(|act| act.id.as_str()));
        self.file = "notices.json".to_owned();
        self.unique("", catalogue.notices.iter().map(|notice| notice.id.as_str()));
        self.file = "vocabulary.json".to_owned();
        let vocabulary = &catalogue.vocabulary;
        self.unique("facts", vocabulary.facts.iter().map(|fact| fact.id.as_str()));
        self.unique("evidence", vocabulary.evidence.iter().map(|evidence| evidence.id.as_str()));
        for list in [&vocabulary.channels, &vocabulary.actors, &vocabulary.milestones, &vocabulary.desks] {
            self.unique("", list.iter().map(|named| named.id.as_str()));
        }
        for fact in &vocabulary.facts {
            if (fact.kind == FactKind::Word) == fact.values.is_empty() {
                self.fault(&fact.id, "write `values` for a fact of kind `word`, and only for one".to_owned());
            }
        }
        self.file = "calendar.json".to_owned();
        self.calendar(calendar);
    }

    fn calendar(&mut self, facts: &crate::engine::calendar::CalendarFacts) {
        let acts = || self.content.catalogue.acts.iter().map(|act| act.id.as_str());
        if facts.last_day < facts.first_day {
            self.fault("last_day", "write a last day that is not before the first".to_owned());
        }
        if facts.official_years.windows(2).any(|pair| matches!(pair, [one, next] if next.year != one.year + 1)) {
            self.fault("official_years", "write the years one after the other, none left out".to_owned());
        }
        let holidays: Vec<_> = facts.holidays.iter().map(|holiday| holiday.id.as_str()).collect();
        self.unique("holidays", holidays.iter().copied());
        for holiday in &facts.holidays {
            self.known(&format!("holidays.{}", holiday.id), "act", &holiday.act, acts());
            if holiday.last_kept.zip(holiday.first_kept).is_some_and(|(last, first)| last < first) {
                self.fault(&format!("holidays.{}", holiday.id), "first_kept is after last_kept".to_owned());
            }
        }
        for ait in &facts.kurban_ait {
            self.known(&format!("kurban_ait.{}", ait.date), "holiday", &ait.holiday, holidays.iter().copied());
            self.known(&format!("kurban_ait.{}", ait.date), "act", &ait.act, acts());
        }
        for transfer in &facts.transfers {
            let path = format!("transfers.{}", transfer.moved_from);
            self.known(&path, "act", &transfer.act, acts());
            if transfer.moved_from == transfer.moved_to {
                self.fault(&path, "a transfer moves a day to another day: moved_to is the same day".to_owned());
            }
        }
        let moved: Vec<_> = facts.transfers.iter().map(|transfer| transfer.moved_from.to_string()).collect();
        self.unique("transfers", moved.iter().map(String::as_str));
    }

    fn service(&mut self, service: &PublicService) {
        self.unique("editions", service.editions.iter().map(|edition| edition.id.as_str()));
        for report in &service.reported_since {
            if let Some(act) = &report.act {
                self.act("reported_since", act);
            }
        }
        for pair in service.editions.windows(2) {
            if let [newer, older] = pair {
                self.follows(newer, older);
            }
        }
        for edition in &service.editions {
            self.edition(service, edition);
        }
    }

    fn act(&mut self, path: &str, id: &str) {
        if self.content.catalogue.act(id).is_none() {
            self.fault(path, format!("no act has the id `{id}`: add it to acts.json"));
        }
    }

    /// Newest first, and no two editions surely in force on the same day.
    fn follows(&mut self, newer: &Edition, older: &Edition) {
        let path = format!("editions.{}", older.id);
        if newer.in_force.not_before < older.in_force.not_before {
            self.fault(&path, format!("write the editions newest first: `{}` begins later", older.id));
        }
        let overlaps = match (newer.in_force.surely_from, older.in_force.surely_ended) {
            (Some(from), Some(ended)) => from < ended && older.in_force.repeal_not_before.is_none_or(|end| from < end),
            (Some(_), None) => true,
            (None, _) => false,
        };
        if overlaps {
            self.fault(&path, format!("its validity overlaps that of `{}`: write when it surely ended", newer.id));
        }
    }

    fn edition(&mut self, service: &PublicService, edition: &Edition) {
        let path = format!("editions.{}", edition.id);
        self.act(&path, &edition.act);
        if let Some(standard) = &edition.standard {
            self.act(&path, &standard.value);
        }
        let span = &edition.in_force;
        let bounds = [Some(span.not_before), span.surely_from, span.repeal_not_before, span.surely_ended];
        if !bounds.iter().flatten().is_sorted() {
            let order = "not_before, surely_from, repeal_not_before, surely_ended";
            self.fault(&format!("{path}.in_force"), format!("write the days in this order of time: {order}"));
        }
        for fact in edition.questions.iter().chain(edition.territory.iter().map(|t| &t.fact)).chain(&edition.week.asked)
        {
            self.fact(&path, fact);
        }
        if edition.channels.is_empty() {
            self.fault(&path, "write at least one channel".to_owned());
        }
        self.unique(&format!("{path}.channels"), edition.channels.iter().map(|channel| channel.id.slug()));
        self.unique(&format!("{path}.requirements"), edition.requirements.iter().map(|rule| rule.id.as_str()));
        for notice in &edition.notices {
            self.notice(&path, &notice.id);
        }
        for channel in &edition.channels {
            self.channel(service, edition, channel);
        }
        for condition in conditions_of(edition) {
            self.condition(&path, condition, edition);
        }
    }

    fn channel(&mut self, service: &PublicService, edition: &Edition, channel: &Channel) {
        let vocabulary = &self.content.catalogue.vocabulary;
        let path = format!("editions.{}.channels.{}", edition.id, channel.id.slug());
        for fact in &channel.questions {
            self.fact(&path, fact);
        }
        self.opening(&format!("{path}.opening"), &channel.opening);
        self.evidence(&format!("{path}.evidence"), service, &channel.evidence);
        let milestones = || channel.milestones.iter().map(|rule| rule.id.as_str());
        for (place, rule) in channel.milestones.iter().enumerate() {
            self.known(
                &path,
                "milestone of vocabulary.json",
                &rule.id,
                vocabulary.milestones.iter().map(|m| m.id.as_str()),
            );
            self.anchor(&path, rule, &milestones().take(place).collect::<Vec<_>>());
        }
        let terms = channel.terms.value().map_or(&[][..], |terms| terms);
        self.unique(&format!("{path}.terms"), terms.iter().map(|term| term.id.as_str()));
        for term in terms {
            if let Some(id) = &term.not_after {
                self.known(&path, "milestone of this channel", id, milestones());
            }
            if let Some(id) = &term.fast_track_of {
                self.known(&path, "term of this channel", id, terms.iter().map(|term| term.id.as_str()));
            }
            if term.legs.is_empty() || term.legs.iter().any(|leg| leg.duration.at_most < leg.duration.at_least) {
                self.fault(
                    &format!("{path}.terms.{}", term.id),
                    "write legs with at_least not above at_most".to_owned(),
                );
            }
        }
        for step in channel.steps.value().into_iter().flatten() {
            self.known(&path, "actor", &step.actor, vocabulary.actors.iter().map(|actor| actor.id.as_str()));
        }
        for notice in &channel.notices {
            self.notice(&path, &notice.id);
        }
    }

    fn anchor(&mut self, path: &str, rule: &MilestoneRule, earlier: &[&str]) {
        match &rule.from {
            Anchor::Fact(fact) => self.fact(path, fact),
            Anchor::Milestone(id) if !earlier.contains(&id.as_str()) => {
                self.fault(path, format!("`{}` counts from `{id}`, which must stand before it", rule.id));
            }
            Anchor::Milestone(_) | Anchor::Acceptance | Anchor::TermEnd => {}
        }
    }

    fn opening(&mut self, path: &str, opening: &Opening) {
        let desks = self.content.catalogue.vocabulary.desks.iter();
        let rows: Vec<&OpeningHours> = match opening {
            Opening::RoundTheClock(portal) => portal.hours.iter().collect(),
            Opening::Desks(desks) => desks.desks.iter().flat_map(|desk| &desk.hours).collect(),
        };
        if let Opening::Desks(of_channel) = opening {
            for desk in &of_channel.desks {
                self.known(path, "desk", &desk.id, desks.clone().map(|desk| desk.id.as_str()));
            }
            if let Some(fact) = &of_channel.chosen_by {
                self.fact(path, fact);
            }
        }
        if rows.is_empty() {
            self.fault(path, "write at least one row of hours".to_owned());
        }
        for row in rows {
            let in_order = row.lunch.map_or(row.opens < row.closes, |[begins, ends]| {
                row.opens < begins && begins < ends && ends < row.closes
            });
            if !in_order {
                self.fault(path, "write opening, lunch and closing in this order of time".to_owned());
            }
        }
    }

    fn evidence(&mut self, path: &str, service: &PublicService, list: &EvidenceList) {
        let vocabulary = &self.content.catalogue.vocabulary;
        if let Some(nearest) = &list.nearest
            && service.edition(&nearest.edition).and_then(|edition| edition.channel(nearest.channel)).is_none()
        {
            self.fault(path, format!("`nearest` names edition `{}`, which has no such channel", nearest.edition));
        }
        for rule in &list.rules {
            self.known(
                path,
                "document",
                &rule.evidence,
                vocabulary.evidence.iter().map(|evidence| evidence.id.as_str()),
            );
            if let Some(Validity::MaxAge { fact, .. }) = &rule.validity {
                self.fact(path, fact);
            }
        }
    }

    fn notice(&mut self, path: &str, id: &str) {
        if self.content.catalogue.notice(id).is_none() {
            self.fault(path, format!("no notice has the id `{id}`: add it to notices.json"));
        }
    }

    fn fact(&mut self, path: &str, id: &str) {
        self.known(path, "fact", id, self.content.catalogue.vocabulary.facts.iter().map(|fact| fact.id.as_str()));
    }

    /// A condition names facts with values they can have, documents and milestones that are there.
    fn condition(&mut self, path: &str, condition: &Condition, edition: &Edition) {
        let vocabulary = &self.content.catalogue.vocabulary;
        condition.facts(&mut |fact| self.fact(path, fact));
        match condition {
            Condition::Is { fact, r#in } => {
                let Some(fact) = vocabulary.facts.iter().find(|known| known.id == *fact) else { return };
                for value in r#in.iter().filter(|value| !fact.accepts(value)) {
                    self.fault(path, format!("the fact `{}` cannot be `{value}`: {}", fact.id, fact.expected()));
                }
            }
            Condition::Has(document) => {
                self.known(path, "document", document, vocabulary.evidence.iter().map(|evidence| evidence.id.as_str()));
            }
            Condition::FiledBy(id) | Condition::FactAfter { milestone: id, .. } => {
                let rules = edition.channels.iter().flat_map(|channel| &channel.milestones);
                self.known(path, "milestone of this edition", id, rules.map(|rule| rule.id.as_str()));
            }
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| self.condition(path, part, edition));
            }
            Condition::Not(part) => self.condition(path, part, edition),
            Condition::Always | Condition::FiledBetween(..) | Condition::FiledFrom(_) => {}
        }
    }
}

/// Every condition that an edition holds.
fn conditions_of(edition: &Edition) -> Vec<&Condition> {
    let mut all: Vec<&Condition> = Vec::new();
    all.extend(edition.requirements.iter().map(|rule| &rule.holds_when));
    all.extend(edition.refusal_grounds.grounds.iter().map(|ground| &ground.found_when));
    all.extend(edition.redirects.iter().map(|redirect| &redirect.when));
    all.extend(edition.notices.iter().map(|notice| &notice.when));
    for channel in &edition.channels {
        all.extend(channel.notices.iter().map(|notice| &notice.when));
        all.extend(channel.milestones.iter().map(|rule| &rule.when));
        if let Known::Known { value: steps, .. } = &channel.steps {
            all.extend(steps.iter().map(|step| &step.when));
        }
        if let Known::Known { value: terms, .. } = &channel.terms {
            all.extend(terms.iter().flat_map(|term| std::iter::once(&term.when).chain(&term.no_earliest_when)));
        }
        for rule in &channel.evidence.rules {
            all.push(&rule.when);
            if let Some(Validity::NotWhen { condition, .. }) = &rule.validity {
                all.push(condition);
            }
        }
    }
    all
}
