//! The rules themselves in sentences, whatever anybody's case: what the leaflets say.

use chrono::{Datelike, NaiveDate};

use super::dates::{self, Value};
use super::more::leaflet::Leaflet;
use super::more::ways::Ways;
use super::{Words, without_stop};
use crate::engine::calendar::{MonthDay, WorkWeek};
use crate::engine::case::FactValue;
use crate::engine::catalogue::{
    Anchor, Basis, Because, Channel, Demand, Direction, Edition, EvidenceList, GroundAnswer, InForce, InForceOn, Known,
    MilestoneRule, ProcessingTime, RollRule, StepDuration, StepUnit, Territory, Unit, Visits,
};
use crate::engine::condition::Condition;
use crate::lang::small;

impl Words<'_> {
    /// The sayings of the leaflets.
    pub fn leaflet(&self) -> &'static Leaflet {
        Leaflet::of(self.lang)
    }

    /// What a leaflet of this service holds, for those who look for it.
    pub fn leaflet_about(&self, service: &str) -> String {
        self.fill(self.leaflet().description, &[("service", Value::Text(service))])
    }

    /// In a word, how an edition stands on a day.
    pub fn standing(&self, in_force: InForceOn) -> &'static str {
        match in_force {
            InForceOn::Surely => self.leaflet().standing_yes,
            InForceOn::Uncertain => self.leaflet().standing_unsure,
            InForceOn::No => self.leaflet().standing_no,
        }
    }

    /// How an edition stands on a day, as a sentence.
    pub fn standing_on(&self, in_force: &InForce, day: NaiveDate) -> String {
        let template = match in_force.on(day) {
            InForceOn::Surely => self.leaflet().in_force,
            InForceOn::Uncertain => self.leaflet().in_force_unsure,
            InForceOn::No => self.leaflet().not_in_force,
        };
        self.fill(template, &[("day", Value::Day(day))])
    }

    /// From when until when an edition is in force, as far as it can be known.
    pub fn validity(&self, in_force: &InForce) -> Vec<String> {
        let say = self.leaflet();
        let ended = in_force.repeal_not_before.or(in_force.surely_ended).is_some();
        let bounds = [
            (Some(in_force.not_before), say.not_before),
            (in_force.surely_from, if ended { say.surely_was } else { say.surely_from }),
            (in_force.repeal_not_before, say.repeal_not_before),
            (in_force.surely_ended, say.surely_ended),
        ];
        let dated =
            |(day, template): (Option<NaiveDate>, &str)| Some(self.fill(template, &[("day", Value::Day(day?))]));
        let mut sentences: Vec<_> = bounds.into_iter().filter_map(dated).collect();
        if !in_force.bound_stated {
            sentences.push(say.bound_follows.to_owned());
        }
        sentences
    }

    /// Where alone an edition binds.
    pub fn territory(&self, territory: &Territory) -> String {
        let place = self
            .catalogue
            .vocabulary
            .fact(&territory.fact)
            .map_or(territory.value.as_str(), |fact| self.named(&fact.values, &territory.value));
        self.fill(self.leaflet().one_region, &[("place", Value::Text(place))])
    }

    /// On which days working days are counted.
    pub fn week(&self, week: WorkWeek) -> &'static str {
        match week {
            WorkWeek::FiveDay => self.leaflet().five_days,
            WorkWeek::SixDay => self.leaflet().six_days,
        }
    }

    /// That who has the right is not known, where it is not.
    pub fn requirements_unknown(&self, edition: &Edition) -> Option<&'static str> {
        (!edition.states_who_has_the_right()).then_some(self.phrases().entitlement_unknown)
    }

    /// What happens where a ground of refusal is found.
    pub fn if_ground_found(&self, answer: &Known<GroundAnswer>) -> &'static str {
        match answer {
            Known::Known { value: GroundAnswer::HearingFirst, .. } => self.leaflet().hearing_first,
            Known::Known { value: GroundAnswer::RefuseService, .. } => self.leaflet().refuse_service,
            Known::Unknown { because, .. } => self.because(*because),
        }
    }

    /// How long one waits and is served, and how often one comes.
    pub fn at_the_desk(&self, channel: &Channel) -> Vec<String> {
        let say = self.leaflet();
        let minutes = |template, known: &Known<u16>| {
            let span = self.minutes(*known.value()?);
            Some(self.fill(template, &[("span", Value::Text(&span))]))
        };
        let times = [minutes(say.queue, &channel.waiting_minutes), minutes(say.serving, &channel.servicing_minutes)];
        let mut sentences: Vec<_> = times.into_iter().flatten().collect();
        sentences.extend(self.coming(&channel.visits));
        sentences
    }

    fn coming(&self, visits: &Visits) -> Vec<String> {
        let (phrases, ways, say) = (self.phrases(), Ways::of(self.lang), self.leaflet());
        let filing = visits.to_file.value().map(|times| match times {
            0 => ways.no_visit_to_file.to_owned(),
            times => dates::count(self.lang, &phrases.visits_to_file, (*times).into()),
        });
        let collecting = match &visits.to_collect {
            Known::Known { value: 0, .. } => say.collect_not.to_owned(),
            Known::Known { .. } => say.collect.to_owned(),
            Known::Unknown { because, .. } => [ways.visits_unknown, " ", self.because(*because)].concat(),
        };
        filing.into_iter().chain([collecting]).collect()
    }

    /// What a list of documents rests on, where it is not simply stated.
    pub fn basis(&self, list: &EvidenceList, nearest: Option<&Edition>) -> Option<String> {
        let phrases = self.phrases();
        match (list.basis, nearest) {
            (Basis::Stated, _) => None,
            (Basis::AssumedSameAsProvider, _) => Some(phrases.list_assumed.to_owned()),
            (Basis::NotInSources, None) => Some(phrases.list_unknown.to_owned()),
            (Basis::NotInSources, Some(edition)) => {
                let title = without_stop(edition.title.get(self.lang));
                Some(self.fill(phrases.list_borrowed, &[("edition", Value::Text(title))]))
            }
        }
    }

    /// What is said before the condition of a document; alone if it has none.
    pub fn demand(&self, demand: Demand, conditional: bool) -> Vec<&'static str> {
        let (phrases, say) = (self.phrases(), self.leaflet());
        let always = match demand {
            Demand::Required if conditional => return vec![say.asked_when],
            Demand::Required => say.always,
            Demand::NotDemanded => phrases.not_demanded,
            Demand::Advised => phrases.advised,
            Demand::Unconfirmed => phrases.unclear_line,
            Demand::Optional => phrases.optional,
        };
        let case = conditional.then_some(say.in_case);
        [always].into_iter().chain(case).collect()
    }

    /// How long a document is good for.
    pub fn valid_for(&self, fact: &str, days: u16) -> String {
        let (span, fact) = (self.calendar_days(days), self.fact_names(&[fact]));
        self.fill(self.leaflet().valid_for, &[("span", Value::Text(&span)), ("fact", Value::Text(&fact))])
    }

    /// The term, whoever it is for: how long, from when it counts, what it gives, and its last day if it has one.
    pub fn term_rule(&self, term: &ProcessingTime) -> Vec<String> {
        let mut sentences = self.whole_term(term);
        if let Some(cap) = &term.not_after {
            let name = self.named(&self.catalogue.vocabulary.milestones, cap);
            sentences.push(self.fill(self.phrases().capped_by, &[("milestone", Value::Text(name))]));
        }
        if term.fast_track_of.is_some() {
            sentences.push(self.leaflet().shorter.to_owned());
        }
        sentences
    }

    /// The stretches of a term, where it has several.
    pub fn term_legs(&self, term: &ProcessingTime) -> Vec<String> {
        self.stretches(term)
    }

    /// That the term is not known, and why.
    pub fn term_unknown(&self, because: Because) -> String {
        [self.phrases().term_unknown, " ", self.because(because)].concat()
    }

    /// Whether the day of acceptance is in the term.
    pub fn acceptance_day(&self, channel: &Channel) -> &'static str {
        match channel.acceptance_day {
            Known::Known { .. } => Ways::of(self.lang).day_excluded,
            Known::Unknown { .. } => Ways::of(self.lang).day_silent,
        }
    }

    /// A dated event as its rule has it: its name, and how it is counted.
    pub fn milestone_rule(&self, rule: &MilestoneRule) -> String {
        let say = self.leaflet();
        let name = self.named(&self.catalogue.vocabulary.milestones, &rule.id);
        let mut said = vec![[name, ": ", &self.counted_from(rule), "."].concat()];
        said.extend(match rule.roll {
            RollRule::Forward => Some(say.moves_on.to_owned()),
            RollRule::Backward => Some(say.moves_back.to_owned()),
            RollRule::NotNeeded => None,
        });
        said.extend(rule.week.map(|week| self.week(week).to_owned()));
        said.join(" ")
    }

    fn counted_from(&self, rule: &MilestoneRule) -> String {
        let say = self.leaflet();
        let named = match &rule.from {
            Anchor::Fact(fact) => self.fact_names(&[fact]),
            Anchor::Milestone(id) => self.milestone_name(id),
            Anchor::Acceptance | Anchor::TermEnd => String::new(),
        };
        let is_after = rule.direction == Direction::After;
        let template = match &rule.from {
            Anchor::TermEnd if rule.count == 0 => return say.the_term_end.to_owned(),
            Anchor::Acceptance if rule.count == 0 => return say.the_acceptance.to_owned(),
            Anchor::Fact(_) | Anchor::Milestone(_) if rule.count == 0 => return named,
            Anchor::TermEnd if is_after => say.after_term_end,
            Anchor::TermEnd => say.before_term_end,
            Anchor::Acceptance if is_after => say.after_acceptance,
            Anchor::Acceptance => say.before_acceptance,
            Anchor::Fact(_) | Anchor::Milestone(_) if is_after => say.after_day,
            Anchor::Fact(_) | Anchor::Milestone(_) => say.before_day,
        };
        let unit = match rule.unit {
            Unit::OfficeMinutes => StepUnit::Minutes,
            Unit::WorkingDays => StepUnit::WorkingDays,
            Unit::CalendarDays => StepUnit::CalendarDays,
            Unit::Weeks => StepUnit::Weeks,
            Unit::Months => StepUnit::Months,
        };
        let span = self.duration(&StepDuration { at_least: rule.count, at_most: rule.count, unit });
        self.fill(template, &[("span", Value::Text(&span)), ("name", Value::Text(&named))])
    }

    fn milestone_name(&self, id: &str) -> String {
        self.quoted(std::iter::once(self.named(&self.catalogue.vocabulary.milestones, id)))
    }

    /// A condition that is not made of others, or its opposite, to stand in a list.
    pub fn condition(&self, leaf: &Condition, holds: bool) -> String {
        let say = self.leaflet();
        let pick = |yes, no| if holds { yes } else { no };
        match leaf {
            Condition::Is { fact, r#in } => self.is(fact, r#in, holds),
            Condition::Has(document) => {
                let name = self.quoted(std::iter::once(self.evidence_name(document)));
                self.fill(pick(say.has, say.has_not), &[("name", Value::Text(&name))])
            }
            Condition::FiledFrom(day) => {
                self.fill(pick(say.filed_from, say.filed_before), &[("day", Value::Day(*day))])
            }
            Condition::FiledBetween(first, last) => {
                let (first, last) = (day_of_year(*first), day_of_year(*last));
                let slots = [("first", Value::Text(&first)), ("last", Value::Text(&last))];
                self.fill(pick(say.filed_between, say.filed_outside), &slots)
            }
            Condition::FiledSince(fact) => {
                self.fill(pick(say.filed_since, say.filed_earlier), &[("name", Value::Text(&self.fact_names(&[fact])))])
            }
            Condition::FiledBy(milestone) => {
                let name = self.milestone_name(milestone);
                self.fill(pick(say.filed_by, say.filed_later), &[("name", Value::Text(&name))])
            }
            Condition::FactAfter { fact, milestone } => {
                let (fact, name) = (self.fact_names(&[fact]), self.milestone_name(milestone));
                let slots = [("fact", Value::Text(&fact)), ("name", Value::Text(&name))];
                self.fill(pick(say.fact_after, say.fact_not_after), &slots)
            }
            Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => String::new(),
        }
    }

    /// The fact with its values, as an item of a list: «Себебі» — «Құжат жоғалды», «Құжат бүлінді».
    fn said(&self, id: &str, values: &[FactValue]) -> String {
        let fact = self.catalogue.vocabulary.fact(id);
        let values = values.iter().map(|value| {
            let said = fact.map_or_else(|| value.to_string(), |fact| self.fact_value(fact, value));
            match value {
                // A word of the catalogue may be a whole sentence: it stands in quotes.
                FactValue::Word(_) => self.quoted(std::iter::once(said.as_str())),
                FactValue::Bool(_) => small(&said),
                _ => said,
            }
        });
        [&self.fact_names(&[id]), " — ", &values.collect::<Vec<_>>().join(", ")].concat()
    }

    /// The fact with its values; of yes and no the opposite is the other.
    fn is(&self, fact: &str, values: &[FactValue], holds: bool) -> String {
        match values {
            values if holds => self.said(fact, values),
            [FactValue::Bool(value)] => self.said(fact, &[FactValue::Bool(!value)]),
            values => {
                let kind = self.catalogue.vocabulary.fact(fact);
                let names: Vec<_> = values
                    .iter()
                    .map(|value| kind.map_or_else(|| value.to_string(), |kind| self.fact_value(kind, value)))
                    .collect();
                let (fact, values) = (self.fact_names(&[fact]), self.quoted(names.iter().map(String::as_str)));
                self.fill(self.leaflet().is_not, &[("fact", Value::Text(&fact)), ("values", Value::Text(&values))])
            }
        }
    }
}

/// «20.06»: a day of every year.
fn day_of_year(day: MonthDay) -> String {
    // A leap year, so that 29 February is a day.
    day.in_year(2000).map(|date| format!("{:02}.{:02}", date.day(), date.month())).unwrap_or_default()
}
