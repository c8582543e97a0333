//! What completes the package, and what would turn the answer into a yes.

use chrono::NaiveDate;

use super::Words;
use super::dates::Value;
use super::more::ways::Ways;
use crate::engine::case::FactValue;
use crate::engine::counterfactual::{Change, Reach};
use crate::engine::fixes::{Fix, Wanted, dated_from};
use crate::engine::verdict::{DocumentLine, DocumentStatus, Invalidity, Verdict};
use crate::lang::small;

impl Words<'_> {
    /// The sets that complete the package, a sentence for each, then what must be seen to in a document. Of a borrowed
    /// list, which nothing completes, what is held and has grown too old.
    pub fn fixes(&self, fixes: &[Fix], verdict: &Verdict) -> Vec<String> {
        let mut said: Vec<String> = fixes.iter().map(|fix| self.fix(fix, fixes.len() == 1)).collect();
        for wanted in fixes.iter().flat_map(|fix| &fix.documents) {
            if let Some(sentence) = self.condition_of(wanted)
                && !said.contains(&sentence)
            {
                said.push(sentence);
            }
        }
        said.extend(verdict.documents.lines.iter().filter_map(|line| self.renewal(line, verdict)));
        said
    }

    /// That a document of a borrowed list has grown too old, and which dates would do there.
    fn renewal(&self, line: &DocumentLine, verdict: &Verdict) -> Option<String> {
        let too_old = matches!(line.status, DocumentStatus::Invalid(Invalidity::ExpiredByDays(_)));
        let day = dated_from(line.rule, verdict.intake.day_zero()).filter(|_| line.borrowed && too_old)?;
        let name = self.quoted(std::iter::once(self.evidence_name(&line.rule.evidence)));
        let slots = [("document", Value::Text(&name)), ("day", Value::Day(day))];
        Some(self.fill(self.phrases().fix_newer_borrowed, &slots))
    }

    fn fix(&self, fix: &Fix, alone: bool) -> String {
        let phrases = self.phrases();
        let documents = self.quoted(fix.documents.iter().map(|wanted| self.evidence_name(wanted.evidence)));
        let facts: Vec<_> = fix.when.iter().map(|(fact, values)| self.answered(fact, values)).collect();
        let template = match (facts.is_empty(), alone) {
            (false, _) => phrases.fix_add_if,
            (true, true) => phrases.fix_add,
            (true, false) => phrases.fix_add_else,
        };
        let facts = facts.join(phrases.and);
        self.fill(template, &[("facts", Value::Text(&facts)), ("documents", Value::Text(&documents))])
    }

    /// That the one in hand cannot count, or which dates will do.
    fn condition_of(&self, wanted: &Wanted) -> Option<String> {
        let phrases = self.phrases();
        let name = self.quoted(std::iter::once(self.evidence_name(wanted.evidence)));
        let document = ("document", Value::Text(&name));
        let day = wanted.dated_from.map(|day| ("day", Value::Day(day)));
        match (wanted.instead_of, day) {
            (Some(Invalidity::ExpiredByDays(_)), Some(day)) => Some(self.fill(phrases.fix_newer, &[document, day])),
            (Some(why), _) => Some([&name, ": ", &self.invalidity(&why)].concat()),
            (None, Some(day)) => Some(self.fill(phrases.fix_dated, &[document, day])),
            (None, None) => None,
        }
    }

    /// What would turn the answer into a yes, a line for each way; changes that differ in one value share a line. Nobody is
    /// offered a day on which the rules of the answer are no more.
    pub fn changes(&self, changes: &[Change]) -> Vec<String> {
        let mut ways: Vec<(&Change, Vec<Vec<FactValue>>)> = Vec::new();
        for change in changes.iter().filter(|change| change.from.is_none_or(|day| is_offered(change, day))) {
            let alike = |(way, values): &&mut (&Change, Vec<Vec<FactValue>>)| {
                let facts = way.facts.iter().map(|(fact, _)| fact).eq(change.facts.iter().map(|(fact, _)| fact));
                let other = change.facts.iter().zip(values.iter()).filter(|((_, value), of)| of[..] != [value.clone()]);
                facts
                    && (way.reach, way.from, way.until) == (change.reach, change.from, change.until)
                    && other.count() == 1
            };
            match ways.iter_mut().find(alike) {
                Some((_, values)) => {
                    for ((_, value), of) in change.facts.iter().zip(values) {
                        if !of.contains(value) {
                            of.push(value.clone());
                        }
                    }
                }
                None => ways.push((change, change.facts.iter().map(|(_, value)| vec![value.clone()]).collect())),
            }
        }
        ways.iter().map(|(change, values)| self.change(change, values)).collect()
    }

    fn change(&self, change: &Change, values: &[Vec<FactValue>]) -> String {
        let (phrases, ways) = (self.phrases(), Ways::of(self.lang));
        let facts = change.facts.iter().zip(values).map(|((fact, _), values)| self.answered(fact, values));
        let facts = facts.collect::<Vec<_>>().join(phrases.and);
        let template = match change.reach {
            Reach::Within if change.facts.is_empty() => ways.way_wait,
            Reach::Within => phrases.alternative,
            Reach::Untold => ways.way_untold,
            Reach::Beyond => ways.way_beyond,
        };
        let mut said = vec![self.fill(template, &[("changes", Value::Text(&facts))])];
        let until = change.until.filter(|day| is_offered(change, *day));
        let days = [(ways.way_first_day, change.from), (phrases.alternative_until, until)];
        let dated = |(template, day): (&str, Option<_>)| Some(self.fill(template, &[("day", Value::Day(day?))]));
        said.extend(days.into_iter().filter_map(dated));
        said.join(" ")
    }

    /// The question with its answers: «Құжат неліктен керек болды?» деген сұраққа «Құжат жоғалды» немесе «Құжат бүлінді».
    pub(super) fn answered(&self, id: &str, values: &[FactValue]) -> String {
        let phrases = self.phrases();
        let Some(fact) = self.catalogue.vocabulary.fact(id) else { return id.to_owned() };
        let mut answers = Vec::new();
        for value in values {
            let said = self.fact_value(fact, value);
            let said = if matches!(value, FactValue::Bool(_)) { small(&said) } else { said };
            answers.push(self.quoted(std::iter::once(said.as_str())));
        }
        let question = self.quoted(std::iter::once(fact.question.get(self.lang)));
        let values = answers.join(phrases.or);
        self.fill(phrases.answered, &[("question", Value::Text(&question)), ("values", Value::Text(&values))])
    }
}

/// Whether the edition that the case names may still be in force on the day.
fn is_offered(change: &Change, day: NaiveDate) -> bool {
    change.edition_ends.is_none_or(|end| day < end)
}
