//! The order of the pages: which steps a person has done, which comes next, and what a question offers. No html.

use chrono::{NaiveDateTime, NaiveTime};

use super::clock::{self, ClockFault};
use super::state::{FILING_DAY, FILING_TIME, Mode, State, Step};
use super::typed::{day_text, read_filing, time_text};
use crate::engine::calendar::Calendar;
use crate::engine::case::{FactValue, write_moment};
use crate::engine::catalogue::{
    Anchor, Catalogue, Channel, ChannelId, Edition, EvidenceRule, FactKind, FactType, InForceOn, Named, Opening,
    PublicService, Validity,
};
use crate::engine::condition::Condition;
use crate::engine::told::{Names, Told};
use crate::engine::{intake, questions};

/// All that an answer rests on beside what the person says.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    pub catalogue: &'a Catalogue,
    pub calendar: &'a Calendar,
    /// The facts' version.
    pub version: &'a str,
    /// Now, as civil time in Kazakhstan, if the device's clock is right.
    pub now: NaiveDateTime,
}

impl<'a> World<'a> {
    pub fn service(&self, state: &State) -> Option<&'a PublicService> {
        self.catalogue.service(state.service.as_deref()?)
    }

    /// The moment of filing to propose, or why there is none.
    pub fn proposed(&self) -> Result<NaiveDateTime, ClockFault> {
        clock::proposed(self.now, self.calendar)
    }

    /// The moment to reckon with until the person has told one; of a clock that is wrong, the day of the facts.
    pub fn meanwhile(&self) -> NaiveDateTime {
        self.proposed().unwrap_or(self.calendar.facts().as_of.and_time(NaiveTime::MIN))
    }

    /// The edition that the questions come from: the one referred to, else the one that governs the filing day, or may
    /// govern it once the person says where the college is.
    pub fn edition(&self, state: &State) -> Option<&'a Edition> {
        let service = self.service(state)?;
        if let Some(edition) = &state.edition {
            return service.edition(edition);
        }
        let day = state.at.unwrap_or(self.meanwhile()).date();
        service.editions.iter().find(|edition| edition.in_force.on(day) != InForceOn::No)
    }

    pub fn channel(&self, state: &State) -> Option<&'a Channel> {
        self.edition(state)?.channel(state.channel?)
    }

    /// The channel to reckon with until the person has chosen one.
    pub fn stand_in_channel(&self, state: &State) -> ChannelId {
        let first = self.edition(state).and_then(|edition| edition.channels.first());
        first.map_or(ChannelId::ProviderOffice, |channel| channel.id)
    }

    /// The first step that is not done.
    pub fn next_step(&self, state: &State) -> Step {
        let Some(edition) = self.edition(state) else { return Step::Rules };
        if is_outside(edition, state) {
            return Step::Answer;
        }
        let channel = self.channel(state);
        let case = state.case(self.stand_in_channel(state), self.meanwhile());
        let open = case.as_ref().and_then(|case| {
            let open = questions::remaining(self.catalogue, self.calendar, case, edition, channel);
            open.into_iter().find(|fact| !state.skipped.contains(fact.id.as_str()))
        });
        if let Some(fact) = open {
            Step::Question(fact.id.to_string())
        } else if case.is_some_and(|case| questions::is_plain_no(self.calendar, &case, edition)) {
            // Nobody is asked for the way, the day and the papers of what they cannot have.
            Step::Answer
        } else if channel.is_none() {
            Step::Channel
        } else if state.at.is_none() {
            Step::Filing
        } else if state.documents.is_none() {
            Step::Documents
        } else {
            Step::Answer
        }
    }

    /// The steps that are done, in the order in which they were asked: what "check your answers" lists. What an address told
    /// unasked comes after the questions.
    pub fn done_steps(&self, state: &State) -> Vec<Step> {
        let (mut steps, _) = self.journey_to(state);
        for fact in state.facts.names().chain(state.skipped.iter()) {
            let step = Step::Question(fact.to_owned());
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        if state.channel.is_some() && !steps.contains(&Step::Channel) {
            steps.push(Step::Channel);
        }
        if state.at.is_some() {
            steps.push(Step::Filing);
        }
        if state.documents.is_some() {
            steps.push(Step::Documents);
        }
        steps
    }

    /// The journey made again with the answers given, to the filing; and whether it ended before that, at a plain no.
    fn journey_to(&self, state: &State) -> (Vec<Step>, bool) {
        let mut steps = Vec::new();
        if state.edition.is_some() {
            steps.push(Step::Rules);
        }
        let mut untold = State { facts: Told::default(), skipped: Names::default(), channel: None, ..state.clone() };
        untold.documents = None;
        loop {
            let next = self.next_step(&untold);
            match &next {
                Step::Question(fact) => {
                    if let Some(value) = state.facts.get(fact) {
                        untold.facts.insert(fact.clone(), value.clone());
                    } else if state.skipped.contains(fact) {
                        untold.skipped.insert(fact.clone());
                    } else {
                        return (steps, false);
                    }
                }
                Step::Channel if state.channel.is_some() => untold.channel = state.channel,
                _ => return (steps, next == Step::Answer),
            }
            steps.push(next);
        }
    }

    /// The step before the one shown; none if that is the list of services. From a plain no it is what was asked last.
    pub fn step_before(&self, state: &State) -> Option<Step> {
        if state.step == Some(Step::Form) && state.documents.is_some() {
            return Some(Step::Answer);
        }
        let steps = match self.journey_to(state) {
            (asked, true) => asked,
            _ => self.done_steps(state),
        };
        let place = steps.iter().position(|step| Some(step) == state.step.as_ref());
        match place {
            Some(place) => steps.into_iter().take(place).next_back(),
            None => steps.into_iter().next_back(),
        }
    }

    /// Whether a page has parts that a browser makes slowly and nobody waits for: all that stands behind an answer, the
    /// calendar beside the field for a date, the browser's own field for a time.
    pub fn has_more(&self, state: &State) -> bool {
        match &state.step {
            Some(Step::Answer | Step::Filing) => true,
            Some(step) => question(self.catalogue, step)
                .is_some_and(|fact| matches!(fact.kind, FactKind::Date | FactKind::Moment)),
            None => false,
        }
    }

    /// The state with a step that can be shown, and with what its form proposes.
    ///
    /// An address may leave the step out, or name one whose page needs answers that the address lacks.
    pub fn settled(&self, mut state: State) -> State {
        if state.mode == Mode::Staff {
            self.lay_out(&mut state);
            return state;
        }
        if state.service.is_none() {
            return state;
        }
        let too_early = match &state.step {
            None => true,
            Some(Step::Documents | Step::Answer | Step::Form) => state.lacks_filing(),
            Some(Step::Channel) => self.edition(&state).is_none(),
            Some(Step::Rules | Step::Question(_) | Step::Filing) => false,
        };
        if too_early {
            state.step = Some(self.next_step(&state));
        }
        self.propose(&mut state);
        state
    }

    /// A clerk's state: no steps, and nothing of the case left open that the address must bring back.
    fn lay_out(&self, state: &mut State) {
        state.step = None;
        if state.service.is_none() {
            state.service = self.catalogue.index.first().map(|entry| entry.id.to_string());
        }
        if state.at.is_none() {
            state.at = read_filing(&write_moment(self.now));
        }
        if state.channel.is_none() {
            state.channel = Some(self.stand_in_channel(state));
        }
    }

    /// The moment of filing to propose: now, or when the desk opens next, so that nobody is sent to a closed door.
    fn next_opening(&self, state: &State) -> Option<NaiveDateTime> {
        let now = self.proposed().ok()?;
        let case = state.case(self.stand_in_channel(state), now);
        let opening = case.and_then(|case| intake::taken_in(self.catalogue, self.calendar, &case).next_opening);
        Some(opening.unwrap_or(now))
    }

    fn propose(&self, state: &mut State) {
        if !state.draft.is_empty() {
            return;
        }
        match &state.step {
            Some(Step::Filing) => {
                if let Some(at) = state.at.or_else(|| self.next_opening(state)) {
                    state.draft.insert(FILING_DAY.to_owned(), day_text(at.date()));
                    state.draft.insert(FILING_TIME.to_owned(), time_text(at));
                }
            }
            Some(Step::Question(fact)) => {
                let told = match state.facts.get(fact) {
                    Some(FactValue::Date(date)) => Some(day_text(*date)),
                    Some(value) => Some(value.to_string()),
                    None => state.skipped.contains(fact).then(|| super::state::DO_NOT_KNOW.to_owned()),
                };
                state.draft.extend(told.map(|told| (fact.clone(), told)));
            }
            _ => {}
        }
    }
}

/// Whether a field of the journey is a choice among several, shown as radio buttons.
pub fn is_choice(catalogue: &Catalogue, field: &str) -> bool {
    let kind = fact_type(catalogue, field).map(|fact| fact.kind);
    field == "channel" || matches!(kind, Some(FactKind::Boolean | FactKind::Word))
}

/// Whether the edition binds only elsewhere.
pub fn is_outside(edition: &Edition, state: &State) -> bool {
    edition.territory.as_ref().is_some_and(|territory| {
        let told = state.facts.get(territory.fact.as_str());
        told.is_some_and(|told| *told != FactValue::Word(territory.value.as_str().into()))
    })
}

/// The words that a question offers: those its service speaks of, or all that the fact may take.
///
/// One fact serves several services: a reason for a duplicate diploma is no reason for a certificate of study. A service
/// that names fewer than two words leaves the choice open.
pub fn offered<'a>(fact: &'a FactType, service: &PublicService) -> Vec<&'a Named> {
    let mut named = Vec::new();
    for edition in &service.editions {
        for condition in conditions(edition) {
            words_of(condition, &fact.id, &mut named);
        }
    }
    let is_territory = service.editions.iter().filter_map(|edition| edition.territory.as_ref());
    let open = named.len() < 2 || is_territory.into_iter().any(|territory| territory.fact == fact.id);
    fact.values.iter().filter(|value| open || named.contains(&value.id.as_str()) || value.id == "other").collect()
}

fn conditions(edition: &Edition) -> impl Iterator<Item = &Condition> {
    let requirements = edition.requirements.iter().map(|requirement| &requirement.holds_when);
    let grounds = edition.refusal_grounds.grounds.iter().map(|ground| &ground.found_when);
    let evidence = edition.channels.iter().flat_map(|channel| &channel.evidence.rules).map(|rule| &rule.when);
    let terms = edition.channels.iter().filter_map(|channel| channel.terms.value()).flatten();
    let terms = terms.flat_map(|term| std::iter::once(&term.when).chain(&term.no_earliest_when));
    requirements.chain(grounds).chain(evidence).chain(terms)
}

fn words_of<'a>(condition: &'a Condition, about: &str, words: &mut Vec<&'a str>) {
    match condition {
        Condition::Is { fact, r#in } if fact == about => {
            for value in r#in {
                if let FactValue::Word(word) = value
                    && !words.contains(&word.as_ref())
                {
                    words.push(word);
                }
            }
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| words_of(part, about, words)),
        Condition::Not(part) => words_of(part, about, words),
        _ => {}
    }
}

/// Every fact on which an answer by the edition and at the channel may depend, each once: what is asked first, then the
/// rest.
pub fn facts_used<'a>(service: &'a PublicService, edition: &'a Edition, channel: Option<&'a Channel>) -> Vec<&'a str> {
    let mut named: Vec<&str> = Vec::new();
    let of_channel = channel.map_or(&[][..], |channel| &channel.questions);
    for fact in edition.questions.iter().chain(of_channel).chain(&edition.week.asked) {
        named.push(fact);
    }
    named.extend(edition.territory.as_ref().map(|territory| territory.fact.as_str()));
    if let Some(channel) = channel {
        at_channel(service, edition, channel, &mut named);
    }
    let mut used = Vec::new();
    for fact in named {
        if !used.contains(&fact) {
            used.push(fact);
        }
    }
    used
}

/// The facts that are not asked and may bear on an answer all the same, in the order of the answer.
fn at_channel<'a>(service: &'a PublicService, edition: &'a Edition, channel: &'a Channel, named: &mut Vec<&'a str>) {
    if let Opening::Desks(desks) = &channel.opening {
        named.extend(desks.chosen_by.as_deref());
    }
    edition.requirements.iter().for_each(|rule| rule.holds_when.facts(named));
    edition.refusal_grounds.grounds.iter().for_each(|rule| rule.found_when.facts(named));
    edition.redirects.iter().for_each(|rule| rule.when.facts(named));
    for term in channel.terms.value().into_iter().flatten() {
        term.when.facts(named);
        term.no_earliest_when.iter().for_each(|when| when.facts(named));
    }
    for rule in &channel.milestones {
        rule.when.facts(named);
        if let Anchor::Fact(fact) = &rule.from {
            named.push(fact);
        }
    }
    channel.steps.value().into_iter().flatten().for_each(|step| step.when.facts(named));
    edition.notices.iter().chain(&channel.notices).for_each(|notice| notice.when.facts(named));
    channel.evidence.rules.iter().for_each(|rule| of_evidence(rule, named));
    let nearest = channel.evidence.nearest.as_ref();
    let nearest = nearest.and_then(|nearest| service.edition(&nearest.edition)?.channel(nearest.channel));
    nearest.iter().flat_map(|channel| &channel.evidence.rules).for_each(|rule| of_evidence(rule, named));
}

fn of_evidence<'a>(rule: &'a EvidenceRule, named: &mut Vec<&'a str>) {
    rule.when.facts(named);
    match &rule.validity {
        Some(Validity::NotWhen { condition, .. }) => condition.facts(named),
        Some(Validity::MaxAge { fact, .. }) => named.push(fact),
        _ => {}
    }
}

/// The fact with this id.
pub fn fact_type<'a>(catalogue: &'a Catalogue, id: &str) -> Option<&'a FactType> {
    catalogue.vocabulary.facts.iter().find(|fact| fact.id == id)
}

/// The question that a step asks, if it asks one.
pub fn question<'a>(catalogue: &'a Catalogue, step: &Step) -> Option<&'a FactType> {
    match step {
        Step::Question(fact) => fact_type(catalogue, fact),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
