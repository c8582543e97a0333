//! The rules on who has the right, and the grounds of refusal, against a case. Every rule is reported, not the first.

use super::catalogue::{Edition, GroundAnswer, IfUnknown, RequirementKind};
use super::condition::Truth;
use super::situation::Situation;
use super::verdict::{Finding, Rule};

/// What the edition's rules make of a case.
#[derive(Clone, Debug)]
pub struct Findings<'a> {
    pub all: Vec<Finding<'a>>,
    pub eligible: Truth<'a>,
    /// A ground for refusal was found, and what the edition does then.
    pub ground_answer: Option<GroundAnswer>,
    /// A requirement of this kind surely does not hold.
    pub failed: Option<RequirementKind>,
    /// Whether a window is open, or a deadline passed, depends on facts that are unknown.
    pub timing_undecided: bool,
    /// The person must go elsewhere.
    pub redirected: bool,
}

/// Judges every requirement, ground and redirect of the edition.
pub fn judge<'a>(edition: &'a Edition, situation: &Situation<'a, '_>) -> Findings<'a> {
    let mut all = Vec::new();
    let mut eligible = if edition.requirements_known { Truth::True } else { Truth::Unknown { needs: Vec::new() } };
    let (mut failed, mut timing_undecided) = (None, false);
    for requirement in &edition.requirements {
        let truth = requirement.holds_when.judge(situation);
        eligible = eligible.and(stated(truth.clone(), requirement.if_unknown, Truth::True));
        if truth.is_false() {
            failed = failed.max(Some(requirement.kind));
        }
        timing_undecided |= requirement.kind != RequirementKind::Right && matches!(truth, Truth::Unknown { .. });
        all.push(Finding { rule: Rule::Requirement(requirement), truth });
    }
    let (mut found, mut none_found) = (false, Truth::True);
    for ground in &edition.refusal_grounds.grounds {
        let truth = ground.found_when.judge(situation);
        found |= truth.is_true();
        none_found = none_found.and(stated(truth.clone(), ground.if_unknown, Truth::False).negated());
        all.push(Finding { rule: Rule::Ground(ground), truth });
    }
    let ground_answer = edition.refusal_grounds.answer.value().copied().filter(|_| found);
    eligible = match ground_answer {
        // A hearing decides; a person who surely has no right stays without it.
        Some(GroundAnswer::HearingFirst) => eligible.and(Truth::Unknown { needs: Vec::new() }),
        _ => eligible.and(none_found),
    };
    let mut redirected = false;
    for redirect in &edition.redirects {
        let truth = redirect.when.judge(situation);
        redirected |= truth.is_true();
        all.push(Finding { rule: Rule::Redirect(redirect), truth });
    }
    Findings { all, eligible, ground_answer, failed, timing_undecided, redirected }
}

/// The truth of a rule, an exception counting only when it is stated.
fn stated<'a>(truth: Truth<'a>, if_unknown: IfUnknown, unless_stated: Truth<'a>) -> Truth<'a> {
    match (truth, if_unknown) {
        (Truth::Unknown { .. }, IfUnknown::NotEstablished) => unless_stated,
        (truth, _) => truth,
    }
}
