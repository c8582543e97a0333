//! What is said of the documents, together and one by one.

use super::dates::{self, Value};
use super::{Words, without_stop};
use crate::engine::catalogue::Demand;
use crate::engine::verdict::{DocumentLine, DocumentStatus, Invalidity, ListStanding, Verdict};

impl Words<'_> {
    /// Whether the package is complete, and how far that can be known.
    pub fn documents(&self, verdict: &Verdict) -> String {
        let phrases = self.phrases();
        let documents = &verdict.documents;
        let missing = open_lines(verdict).count();
        if verdict.channel.is_none() {
            return phrases.documents_undecided.to_owned();
        }
        let borrowed = match documents.standing {
            ListStanding::Unknown { nearest_edition: Some(id) } => {
                let title = verdict.service.and_then(|service| service.edition(id));
                let title = title.map_or(id, |edition| without_stop(edition.title.get(self.lang)));
                Some(self.fill(phrases.list_borrowed, &[("edition", Value::Text(title))]))
            }
            ListStanding::Unknown { nearest_edition: None } => Some(phrases.list_unknown.to_owned()),
            ListStanding::Stated | ListStanding::AssumedSameAsProvider => None,
        };
        let needs = undecided_needs(verdict);
        let count = (missing > 0).then(|| dates::count(self.lang, &phrases.missing, missing as i64));
        let state = match (count, borrowed) {
            (Some(count), Some(borrowed)) => return join(&count, &borrowed),
            (Some(count), None) => count,
            (None, Some(borrowed)) => return borrowed,
            (None, None) if !needs.is_empty() => {
                self.fill(phrases.documents_need, &[("facts", Value::Text(&self.fact_names(&needs)))])
            }
            (None, None) if documents.unconfirmed => phrases.unconfirmed.to_owned(),
            (None, None) => phrases.complete.to_owned(),
        };
        match documents.standing {
            ListStanding::AssumedSameAsProvider => join(&state, phrases.list_assumed),
            _ => state,
        }
    }

    /// What to do about one document.
    pub fn document_status(&self, line: &DocumentLine) -> String {
        let phrases = self.phrases();
        let phrase = match &line.status {
            DocumentStatus::Present => phrases.present,
            DocumentStatus::Missing => phrases.needed,
            DocumentStatus::Invalid(invalidity) => return self.invalidity(invalidity),
            DocumentStatus::NotDemanded => phrases.not_demanded,
            DocumentStatus::Undecided { needs } => {
                return self.fill(phrases.line_needs, &[("facts", Value::Text(&self.fact_names(needs)))]);
            }
            DocumentStatus::NotHeld if line.borrowed => phrases.borrowed_line,
            DocumentStatus::NotHeld => match line.rule.demand {
                Demand::Advised => phrases.advised,
                Demand::Optional => phrases.optional,
                Demand::Unconfirmed => phrases.unclear_line,
                Demand::NotDemanded => phrases.not_demanded,
                Demand::Required => phrases.not_needed,
            },
        };
        phrase.to_owned()
    }

    /// Why a document that is held does not count. A reason without a phrase of its own is said in general words.
    pub fn invalidity(&self, invalidity: &Invalidity) -> String {
        let phrases = self.phrases();
        match invalidity {
            Invalidity::ExpiredByDays(days) => dates::count(self.lang, &phrases.expired, *days),
            Invalidity::DatedAfterFiling => phrases.dated_after_filing.to_owned(),
            Invalidity::Named(NOT_SIGNED) => phrases.not_signed_with_eds.to_owned(),
            Invalidity::Named(_) => phrases.not_valid.to_owned(),
        }
    }

    /// The last day on which the document is valid, where its validity ends.
    pub fn valid_until(&self, line: &DocumentLine) -> Option<String> {
        line.valid_until.map(|day| self.fill(self.phrases().valid_until, &[("day", Value::Day(day))]))
    }
}

/// The documents without which the package is incomplete.
pub(super) fn open_lines<'v, 'a>(verdict: &'v Verdict<'a>) -> impl Iterator<Item = &'v DocumentLine<'a>> {
    let open = |line: &&DocumentLine| match line.status {
        DocumentStatus::Missing => true,
        DocumentStatus::Invalid(_) => !line.borrowed,
        _ => false,
    };
    verdict.documents.lines.iter().filter(open)
}

/// The catalogue's name for an application without an electronic digital signature.
const NOT_SIGNED: &str = "not_signed_with_eds";

/// Whether the document is there and lacks the signature alone.
pub(super) fn is_unsigned(line: &DocumentLine) -> bool {
    line.status == DocumentStatus::Invalid(Invalidity::Named(NOT_SIGNED))
}

fn undecided_needs<'a>(verdict: &Verdict<'a>) -> Vec<&'a str> {
    let mut all = Vec::new();
    for line in &verdict.documents.lines {
        if let DocumentStatus::Undecided { needs } = &line.status {
            for fact in needs {
                if !all.contains(fact) {
                    all.push(*fact);
                }
            }
        }
    }
    all
}

pub(super) fn join(first: &str, second: &str) -> String {
    [first, " ", second].concat()
}
