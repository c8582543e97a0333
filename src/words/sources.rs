//! Where a value stands, as a person would look it up.

use super::Words;
use super::dates::Value;
use crate::engine::catalogue::{Act, ActKind, InForce, Source};

impl Words<'_> {
    /// The act with its number and day, then the places in it; several sources are parted by semicolons.
    ///
    /// Lines of our copy of the text, names of our own files and numbers of our readings mean nothing to a reader and are left out.
    pub fn source(&self, source: &Source) -> String {
        self.cited(source, |act| self.act(act))
    }

    /// As [`source`](Words::source), with the act's number or short name in place of its title.
    pub fn source_short(&self, source: &Source) -> String {
        let phrases = self.phrases();
        self.cited(source, |act| {
            let called = act.kind.map(|kind| match kind {
                ActKind::Order => phrases.order,
                ActKind::Decree => phrases.decree,
            });
            match called.zip(act.number.as_deref()) {
                Some((called, number)) => self.fill(called, &[("number", Value::Text(number))]),
                None => act.short.as_ref().unwrap_or(&act.title).get(self.lang).to_owned(),
            }
        })
    }

    /// The act's title with its number and day.
    pub fn act(&self, act: &Act) -> String {
        let phrases = self.phrases();
        let title = act.title.get(self.lang);
        match (&act.number, act.adopted) {
            (Some(number), Some(day)) => {
                let slots = [("title", Value::Text(title)), ("number", Value::Text(number)), ("day", Value::Day(day))];
                self.fill(phrases.act_dated, &slots)
            }
            (Some(number), None) => {
                self.fill(phrases.act_numbered, &[("title", Value::Text(title)), ("number", Value::Text(number))])
            }
            (None, _) => title.to_owned(),
        }
    }

    /// From when an edition is in force, and until when, as far as is known.
    pub fn in_force(&self, span: &InForce) -> String {
        let phrases = self.phrases();
        let first = Value::Day(span.not_before);
        match span.repeal_not_before.or(span.surely_ended) {
            None => self.fill(phrases.in_force_from, &[("day", first)]),
            Some(end) => self.fill(phrases.in_force_span, &[("first", first), ("day", Value::Day(end))]),
        }
    }

    fn cited(&self, source: &Source, act: impl Fn(&Act) -> String) -> String {
        let parts: Vec<_> = source.0.split(';').map(|part| self.cited_one(part.trim(), &act)).collect();
        parts.join("; ")
    }

    fn cited_one(&self, source: &str, act: &impl Fn(&Act) -> String) -> String {
        let mut words = source.split_whitespace();
        let Some(first) = words.next() else { return String::new() };
        let mut cited = self.catalogue.act(first).map_or_else(|| first.to_owned(), act);
        for place in words.filter_map(|word| self.place(word)) {
            cited.push_str(", ");
            cited.push_str(&place);
        }
        cited
    }

    fn place(&self, word: &str) -> Option<String> {
        let phrases = self.phrases();
        let kinds = [
            ("art", phrases.article, phrases.article_part),
            ("a", phrases.annex, phrases.subparagraph),
            ("p", phrases.paragraph, phrases.subparagraph),
            ("r", phrases.row, phrases.subparagraph),
            ("s", phrases.section, phrases.subparagraph),
        ];
        let (numbers, whole, part) = kinds.into_iter().find_map(|(prefix, whole, part)| {
            let numbers = word.trim_end_matches(',').strip_prefix(prefix)?;
            numbers.starts_with(|first: char| first.is_ascii_digit()).then_some((numbers, whole, part))
        })?;
        let (number, item) = match numbers.split_once('.') {
            Some((number, item)) => (number, Some(item)),
            None => (numbers, None),
        };
        let place = self.fill(whole, &[("n", Value::Text(number))]);
        Some(match item {
            None => place,
            Some(item) => [place, self.fill(part, &[("n", Value::Text(item))])].join(", "),
        })
    }
}
