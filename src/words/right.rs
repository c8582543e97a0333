//! Whether a person has the right to the service, in sentences, and why not.

use super::dates::Value;
use super::{Words, without_stop};
use crate::engine::condition::Truth;
use crate::engine::verdict::{Finding, Rule, Verdict};

impl Words<'_> {
    /// Whether the person has the right to the service, and why not, or what decides it.
    pub fn eligibility(&self, verdict: &Verdict) -> Vec<String> {
        let phrases = self.phrases();
        if let Some(redirect) = verdict.redirect {
            // Whoever belongs elsewhere need not ask about a right here.
            return vec![redirect.text.get(self.lang).to_owned()];
        }
        let reasons = verdict.against().filter_map(|finding| self.against(finding));
        if verdict.is_only_untimely() {
            // The right is there; the day is not.
            return reasons.collect();
        }
        let first = match &verdict.eligible {
            Truth::True if !verdict.leaves_right_open() => phrases.entitled.to_owned(),
            Truth::False => phrases.not_entitled.to_owned(),
            Truth::Unknown { .. } if verdict.hearing_first => phrases.hearing_first.to_owned(),
            Truth::Unknown { needs } if !needs.is_empty() => {
                self.fill(phrases.entitlement_needs, &[("facts", Value::Text(&self.fact_names(needs)))])
            }
            Truth::True | Truth::Unknown { .. } => phrases.entitlement_unknown.to_owned(),
        };
        std::iter::once(first).chain(reasons).collect()
    }

    /// Why it is a no: what the headline does not say already.
    pub fn why_not(&self, verdict: &Verdict) -> Vec<String> {
        let headline = self.short_headline(verdict);
        self.eligibility(verdict).into_iter().filter(|sentence| !headline.contains(sentence)).collect()
    }

    /// The sentence of a finding that speaks against the person.
    fn against(&self, finding: &Finding) -> Option<String> {
        let phrases = self.phrases();
        let text = |template, text: &str| Some(self.fill(template, &[("text", Value::Text(without_stop(text)))]));
        match finding.rule {
            Rule::Territory(_) => Some(phrases.other_territory.to_owned()),
            Rule::Requirement(rule) => text(phrases.requirement_unmet, rule.text.get(self.lang)),
            Rule::Ground(rule) => text(phrases.ground_found, rule.text.get(self.lang)),
            Rule::Redirect(_) => None,
        }
    }
}
