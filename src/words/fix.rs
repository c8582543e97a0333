//! What completes the package, and what would turn the answer into a yes.

use super::Words;
use super::dates::Value;
use crate::engine::case::FactValue;
use crate::engine::counterfactual::{Change, Reach};
use crate::engine::fixes::{Fix, Wanted};
use crate::engine::verdict::Invalidity;
use crate::lang::Lang;

/// The sentences of a language.
struct Sentences {
    add: &'static str,
    add_if: &'static str,
    add_else: &'static str,
    newer: &'static str,
    because: &'static str,
    dated: &'static str,
    wait: &'static str,
    untold: &'static str,
    beyond: &'static str,
    first_day: &'static str,
}

const KK: Sentences = Sentences {
    add: "Құжаттар түгел болуы үшін мынаны қосыңыз: {documents}.",
    add_if: "Егер {facts} болса, мынаны қосыңыз: {documents}.",
    add_else: "Қалған жағдайда мынаны қосыңыз: {documents}.",
    newer: "{document}: қолыңыздағысы қабылдау күні жарамсыз болады. Жаңасы керек, оның күні {day.abl} ерте болмауы керек.",
    because: "{document}: {why}",
    dated: "{document}: күні {day.abl} ерте болмауы керек.",
    wait: "Күте тұруға болады: кейінірек бұл қызметті ала аласыз.",
    untold: "Егер {changes} болса, қызметті ала аласыз.",
    beyond: "Жағдай басқаша болса, жауап «иә» болар еді: {changes}.",
    first_day: "Бірінші күні: {day.week}.",
};

const RU: Sentences = Sentences {
    add: "Чтобы документов хватало, добавьте: {documents}.",
    add_if: "Если ваш ответ: {facts}, добавьте: {documents}.",
    add_else: "В остальных случаях добавьте: {documents}.",
    newer: "Документ {document}: тот, что у вас, в день приёма уже не действует. Нужен новый, с датой не раньше {day}.",
    because: "{document}: {why}",
    dated: "Документ {document}: его дата должна быть не раньше {day}.",
    wait: "Можно подождать: позже вы сможете получить услугу.",
    untold: "Услугу можно получить, если это так: {changes}.",
    beyond: "При других обстоятельствах ответ был бы «да»: {changes}.",
    first_day: "Первый день: {day.week}.",
};

const EN: Sentences = Sentences {
    add: "To have all the documents, add: {documents}.",
    add_if: "If your answer is: {facts}, add: {documents}.",
    add_else: "In all other cases, add: {documents}.",
    newer: "{document}: the one you have is not valid on the day of acceptance. You need a newer one, dated {day} or later.",
    because: "{document}: {why}",
    dated: "{document}: its date must be {day} or later.",
    wait: "You can wait: later you can get the service.",
    untold: "You can get the service if this is so: {changes}.",
    beyond: "In other circumstances the answer would be yes: {changes}.",
    first_day: "The first day: {day.week}.",
};

fn sentences(lang: Lang) -> &'static Sentences {
    match lang {
        Lang::Kk => &KK,
        Lang::Ru => &RU,
        Lang::En => &EN,
    }
}

impl Words<'_> {
    /// The sets that complete the package, a sentence for each, then what must be seen to in a document.
    pub fn fixes(&self, fixes: &[Fix]) -> Vec<String> {
        let mut said: Vec<String> = fixes.iter().map(|fix| self.fix(fix, fixes.len() == 1)).collect();
        for wanted in fixes.iter().flat_map(|fix| &fix.documents) {
            if let Some(sentence) = self.condition_of(wanted)
                && !said.contains(&sentence)
            {
                said.push(sentence);
            }
        }
        said
    }

    fn fix(&self, fix: &Fix, alone: bool) -> String {
        let sentences = sentences(self.lang);
        let documents = self.quoted(fix.documents.iter().map(|wanted| self.evidence_name(wanted.evidence)));
        let facts: Vec<_> = fix.when.iter().map(|(fact, values)| self.said(fact, values)).collect();
        let template = match (facts.is_empty(), alone) {
            (false, _) => sentences.add_if,
            (true, true) => sentences.add,
            (true, false) => sentences.add_else,
        };
        let facts = facts.join("; ");
        self.fill(template, &[("facts", Value::Text(&facts)), ("documents", Value::Text(&documents))])
    }

    /// That the one in hand cannot count, or which dates will do.
    fn condition_of(&self, wanted: &Wanted) -> Option<String> {
        let sentences = sentences(self.lang);
        let name = self.quoted(std::iter::once(self.evidence_name(wanted.evidence)));
        let document = ("document", Value::Text(&name));
        let day = wanted.dated_from.map(|day| ("day", Value::Day(day)));
        match (wanted.instead_of, day) {
            (Some(Invalidity::ExpiredByDays(_)), Some(day)) => Some(self.fill(sentences.newer, &[document, day])),
            (Some(why), _) => {
                Some(self.fill(sentences.because, &[document, ("why", Value::Text(&self.invalidity(&why)))]))
            }
            (None, Some(day)) => Some(self.fill(sentences.dated, &[document, day])),
            (None, None) => None,
        }
    }

    /// What would turn the answer into a yes, a line for each way; changes that differ in one value share a line.
    pub fn changes(&self, changes: &[Change]) -> Vec<String> {
        let mut ways: Vec<(&Change, Vec<Vec<FactValue>>)> = Vec::new();
        for change in changes {
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
        let sentences = sentences(self.lang);
        let facts = change.facts.iter().zip(values).map(|((fact, _), values)| self.said(fact, values));
        let facts = facts.collect::<Vec<_>>().join("; ");
        let template = match change.reach {
            Reach::Within if change.facts.is_empty() => sentences.wait,
            Reach::Within => self.phrases().alternative,
            Reach::Untold => sentences.untold,
            Reach::Beyond => sentences.beyond,
        };
        let mut said = vec![self.fill(template, &[("changes", Value::Text(&facts))])];
        let days = [(sentences.first_day, change.from), (self.phrases().alternative_until, change.until)];
        let dated = |(template, day): (&str, Option<_>)| Some(self.fill(template, &[("day", Value::Day(day?))]));
        said.extend(days.into_iter().filter_map(dated));
        said.join(" ")
    }

    /// The fact with its values: «Себебі — «Құжат жоғалды», «Құжат бүлінді»».
    fn said(&self, id: &str, values: &[FactValue]) -> String {
        let fact = self.catalogue.vocabulary.facts.iter().find(|fact| fact.id == *id);
        let values = values.iter().map(|value| {
            let said = fact.map_or_else(|| value.to_string(), |fact| self.fact_value(fact, value));
            // A word of the catalogue may be a whole sentence: it stands in quotes.
            if let FactValue::Word(_) = value { self.quoted(std::iter::once(said.as_str())) } else { said }
        });
        [self.fact_name(id), " — ", &values.collect::<Vec<_>>().join(", ")].concat()
    }
}
