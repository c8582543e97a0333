//! What must hold within a service: spans, hours, references, and conditions that can be true.

use super::Check;
use crate::engine::case::FactValue;
use crate::engine::catalogue::{
    Anchor, Channel, Edition, EvidenceList, FactKind, MilestoneRule, Opening, OpeningHours, ProcessingTime,
    PublicService, Unit, Validity,
};
use crate::engine::condition::Condition;

impl Check<'_> {
    pub(super) fn service(&mut self, service: &PublicService) {
        self.unique("editions", service.editions.iter().map(|edition| edition.id.as_str()));
        for (place, report) in service.reported_since.iter().enumerate() {
            if let Some(act) = &report.act {
                self.act(&format!("reported_since[{place}]"), act);
            }
        }
        if service.editions.is_empty() {
            self.fault("editions", "write at least one edition".to_owned());
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
            self.act(&format!("{path}.standard"), &standard.value);
        }
        let span = &edition.in_force;
        let bounds = [Some(span.not_before), span.surely_from, span.repeal_not_before, span.surely_ended];
        if !bounds.iter().flatten().is_sorted() {
            let order = "not_before, surely_from, repeal_not_before, surely_ended";
            self.fault(&format!("{path}.in_force"), format!("write the days in this order of time: {order}"));
        }
        for fact in &edition.questions {
            self.fact(&format!("{path}.questions"), fact);
        }
        self.place_and_week(&path, edition);
        if edition.channels.is_empty() {
            self.fault(&path, "write at least one channel".to_owned());
        }
        self.unique(&format!("{path}.channels"), edition.channels.iter().map(|channel| channel.id.slug()));
        self.unique(&format!("{path}.forms"), edition.forms.iter().map(|form| form.id.as_str()));
        let requirements = edition.requirements.iter().map(|rule| rule.id.as_str());
        let grounds = edition.refusal_grounds.grounds.iter().map(|ground| ground.id.as_str());
        let redirects = edition.redirects.iter().map(|redirect| redirect.id.as_str());
        self.unique(&path, requirements.chain(grounds).chain(redirects));
        for notice in &edition.notices {
            self.notice(&format!("{path}.notices"), &notice.id);
        }
        for channel in &edition.channels {
            self.channel(service, edition, channel);
        }
        for (part, condition) in conditions_of(edition) {
            self.condition(&format!("{path}.{part}"), condition, edition);
        }
    }

    /// The territory is a place that the fact can name; the fact that chooses the week can name both weeks.
    fn place_and_week(&mut self, path: &str, edition: &Edition) {
        if let Some(territory) = &edition.territory {
            let path = format!("{path}.territory");
            self.value(&path, &territory.fact, &FactValue::from_text(&territory.value));
        }
        if let Some(fact) = &edition.week.asked {
            for word in ["mon_fri", "mon_sat"] {
                self.value(&format!("{path}.week"), fact, &FactValue::from_text(word));
            }
        }
    }

    fn channel(&mut self, service: &PublicService, edition: &Edition, channel: &Channel) {
        let vocabulary = &self.content.catalogue.vocabulary;
        let path = format!("editions.{}.channels.{}", edition.id, channel.id.slug());
        for fact in &channel.questions {
            self.fact(&format!("{path}.questions"), fact);
        }
        self.opening(&format!("{path}.opening"), &channel.opening);
        self.evidence(&format!("{path}.evidence"), service, &channel.evidence);
        let milestones: Vec<_> = channel.milestones.iter().map(|rule| rule.id.as_str()).collect();
        self.unique(&format!("{path}.milestones"), milestones.iter().copied());
        for (place, rule) in channel.milestones.iter().enumerate() {
            let path = format!("{path}.milestones.{}", rule.id);
            let known = vocabulary.milestones.iter().map(|named| named.id.as_str());
            self.known(&path, "milestone of vocabulary.json", &rule.id, known);
            self.anchor(&path, rule, milestones.get(..place).unwrap_or_default());
            if rule.week.is_some() && is_counted_from(channel, &rule.id) {
                self.fault(&path, "something counts from it: leave out `week`, so that both count alike".to_owned());
            }
        }
        let terms = channel.terms.value().map_or(&[][..], |terms| terms);
        self.unique(&format!("{path}.terms"), terms.iter().map(|term| term.id.as_str()));
        for term in terms {
            self.term(&format!("{path}.terms.{}", term.id), term, terms, &milestones);
        }
        for (place, step) in channel.steps.value().into_iter().flatten().enumerate() {
            let path = format!("{path}.steps[{place}]");
            self.known(&path, "actor", &step.actor, vocabulary.actors.iter().map(|actor| actor.id.as_str()));
            if step.duration.value().is_some_and(|lasts| lasts.at_most < lasts.at_least) {
                self.fault(&path, "write at_least not above at_most".to_owned());
            }
        }
        for notice in &channel.notices {
            self.notice(&format!("{path}.notices"), &notice.id);
        }
    }

    fn term(&mut self, path: &str, term: &ProcessingTime, terms: &[ProcessingTime], milestones: &[&str]) {
        if let Some(id) = &term.not_after {
            self.known(path, "milestone of this channel", id, milestones.iter().copied());
        }
        if let Some(id) = &term.fast_track_of {
            let others = terms.iter().map(|other| other.id.as_str()).filter(|other| *other != term.id);
            self.known(path, "other term of this channel", id, others);
        }
        if term.legs.is_empty() || term.legs.iter().any(|leg| leg.duration.at_most < leg.duration.at_least) {
            self.fault(path, "write legs with at_least not above at_most".to_owned());
        }
        if term.legs.iter().any(|leg| leg.duration.at_most == 0) {
            self.fault(path, "a leg takes no time: write its duration".to_owned());
        }
        let in_minutes = term.legs.iter().filter(|leg| leg.duration.unit == Unit::OfficeMinutes).count();
        if in_minutes != 0 && in_minutes != term.legs.len() {
            self.fault(path, "a term is in office minutes or in days: write all its legs in one of the two".to_owned());
        }
    }

    fn anchor(&mut self, path: &str, rule: &MilestoneRule, earlier: &[&str]) {
        match &rule.from {
            Anchor::Fact(fact) => self.dated_fact(path, fact),
            Anchor::Milestone(id) if !earlier.contains(&id.as_str()) => {
                self.fault(path, format!("it counts from `{id}`: write that milestone before it"));
            }
            Anchor::Milestone(_) | Anchor::Acceptance | Anchor::TermEnd => {}
        }
    }

    fn opening(&mut self, path: &str, opening: &Opening) {
        let rows: Vec<&OpeningHours> = match opening {
            Opening::RoundTheClock(portal) => portal.hours.iter().collect(),
            Opening::Desks(desks) => desks.desks.iter().flat_map(|desk| &desk.hours).collect(),
        };
        if let Opening::Desks(of_channel) = opening {
            let desks = self.content.catalogue.vocabulary.desks.iter();
            self.unique(path, of_channel.desks.iter().map(|desk| desk.id.as_str()));
            for desk in &of_channel.desks {
                self.known(path, "desk", &desk.id, desks.clone().map(|desk| desk.id.as_str()));
                if let Some(fact) = &of_channel.chosen_by {
                    self.value(path, fact, &FactValue::from_text(&desk.id));
                }
            }
            if of_channel.chosen_by.is_some() != (1 < of_channel.desks.len()) {
                self.fault(
                    path,
                    "write `chosen_by`, the fact that says which desk, where there are several".to_owned(),
                );
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
            let (edition, channel) = (&nearest.edition, nearest.channel.slug());
            self.fault(
                path,
                format!("`nearest`: no edition `{edition}` with the channel `{channel}`: write one there is"),
            );
        }
        for (place, rule) in list.rules.iter().enumerate() {
            let path = format!("{path}.rules[{place}]");
            let known = vocabulary.evidence.iter().map(|evidence| evidence.id.as_str());
            self.known(&path, "document", &rule.evidence, known);
            if let Some(Validity::MaxAge { fact, .. }) = &rule.validity {
                self.dated_fact(&path, fact);
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

    /// The fact is there and holds a date.
    fn dated_fact(&mut self, path: &str, id: &str) {
        self.fact(path, id);
        let known = self.content.catalogue.vocabulary.facts.iter().find(|fact| fact.id == id);
        if known.is_some_and(|fact| !matches!(fact.kind, FactKind::Date | FactKind::Moment)) {
            self.fault(path, format!("the fact `{id}` holds no date: write one of kind `date` or `moment`"));
        }
    }

    /// The fact is there and can have the value.
    fn value(&mut self, path: &str, id: &str, value: &FactValue) {
        self.fact(path, id);
        let known = self.content.catalogue.vocabulary.facts.iter().find(|fact| fact.id == id);
        // Another word may come from a person; a rule names only those that are listed.
        let listed = |word: &str| known.is_some_and(|fact| fact.values.iter().any(|value| value.id == word));
        let Some(fact) = known else { return };
        let fits = fact.accepts(value) && !matches!(value, FactValue::Word(word) if !listed(word));
        if !fits {
            self.fault(path, format!("the fact `{id}` cannot be `{value}`: {}", fact.expected()));
        }
    }

    /// A condition can hold: it names facts with values they can have, and documents and milestones that are there.
    fn condition(&mut self, path: &str, condition: &Condition, edition: &Edition) {
        match condition {
            Condition::Is { fact, r#in } => {
                if r#in.is_empty() {
                    self.fault(path, format!("no value of `{fact}` is given: write at least one in `in`"));
                    self.fact(path, fact);
                }
                r#in.iter().for_each(|value| self.value(path, fact, value));
            }
            Condition::Has(document) => {
                let known = self.content.catalogue.vocabulary.evidence.iter().map(|evidence| evidence.id.as_str());
                self.known(path, "document", document, known);
            }
            Condition::FiledSince(fact) => self.dated_fact(path, fact),
            Condition::FiledBy(id) => self.milestone(path, id, edition),
            Condition::FactAfter { fact, milestone } => {
                self.dated_fact(path, fact);
                self.milestone(path, milestone, edition);
            }
            Condition::FiledBetween(first, last) if last < first => {
                self.fault(path, "filed_between never holds: write the earlier day of the year first".to_owned());
            }
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| self.condition(path, part, edition));
            }
            Condition::Not(part) => self.condition(path, part, edition),
            Condition::Always | Condition::FiledBetween(..) | Condition::FiledFrom(_) => {}
        }
    }

    fn milestone(&mut self, path: &str, id: &str, edition: &Edition) {
        let rules = edition.channels.iter().flat_map(|channel| &channel.milestones);
        self.known(path, "milestone of this edition", id, rules.map(|rule| rule.id.as_str()));
    }
}

/// Whether a term or another milestone rests on the milestone.
fn is_counted_from(channel: &Channel, id: &str) -> bool {
    let mut terms = channel.terms.value().into_iter().flatten();
    let caps = terms.any(|term| term.not_after.as_ref().is_some_and(|cap| *cap == *id));
    caps || channel.milestones.iter().any(|rule| matches!(&rule.from, Anchor::Milestone(from) if *from == *id))
}

/// Every condition that an edition holds, with its path in the edition.
fn conditions_of(edition: &Edition) -> Vec<(String, &Condition)> {
    let mut all: Vec<(String, &Condition)> = Vec::new();
    all.extend(edition.requirements.iter().map(|rule| (format!("requirements.{}", rule.id), &rule.holds_when)));
    let grounds = &edition.refusal_grounds.grounds;
    all.extend(grounds.iter().map(|ground| (format!("refusal_grounds.{}", ground.id), &ground.found_when)));
    all.extend(edition.redirects.iter().map(|redirect| (format!("redirects.{}", redirect.id), &redirect.when)));
    all.extend(edition.notices.iter().map(|notice| (format!("notices.{}", notice.id), &notice.when)));
    for channel in &edition.channels {
        let path = format!("channels.{}", channel.id.slug());
        all.extend(channel.notices.iter().map(|notice| (format!("{path}.notices.{}", notice.id), &notice.when)));
        all.extend(channel.milestones.iter().map(|rule| (format!("{path}.milestones.{}", rule.id), &rule.when)));
        let steps = channel.steps.value().into_iter().flatten().enumerate();
        all.extend(steps.map(|(place, step)| (format!("{path}.steps[{place}]"), &step.when)));
        for term in channel.terms.value().into_iter().flatten() {
            let conditions = std::iter::once(&term.when).chain(&term.no_earliest_when);
            all.extend(conditions.map(|condition| (format!("{path}.terms.{}", term.id), condition)));
        }
        for (place, rule) in channel.evidence.rules.iter().enumerate() {
            let path = format!("{path}.evidence.rules[{place}]");
            if let Some(Validity::NotWhen { condition, .. }) = &rule.validity {
                all.push((path.clone(), condition));
            }
            all.push((path, &rule.when));
        }
    }
    all
}
