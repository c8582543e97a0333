//! The answer: the verdict as a page, the answer first, then why, the day, the documents, and what to do next.

use yew::prelude::*;

use super::applicant::{editions, reported};
use super::journey::question;
use super::parts::{self, Tone};
use super::state::{Mode, Step};
use super::{View, background, count};
use crate::engine::catalogue::{Notice, NoticeKind};
use crate::engine::condition::Truth;
use crate::engine::verdict::{
    Acceptance, Caution, DocumentLine, DocumentStatus, Finding, ListStanding, Moment, Ready, Rule, Verdict,
};

/// The answer page.
pub fn page(view: &View<'_>) -> Html {
    let Some(verdict) = view.verdict else { return Html::default() };
    html! {
        <>
            { summary(view, verdict) }
            { body(view, verdict) }
            { check_answers(view) }
            { take_along(view) }
        </>
    }
}

/// The answer first: one sentence, the day in large, the standing of the right and of the documents.
pub fn summary(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let tone = tone(verdict);
    html! {
        <div class={format!("app-result app-result--{}", match tone {
            Tone::Good => "good",
            Tone::Bad => "bad",
            Tone::Care | Tone::Plain => "care",
        })}>
            { parts::heading(view.words.headline(verdict)) }
            { for standing(verdict).map(|caution| {
                parts::notice(Tone::Care, html! { <p>{ view.words.caution(caution) }</p> })
            }) }
            { ready(view, verdict.ready) }
            <ul class="app-result__tags">{ for tags(view, verdict).into_iter().map(|tag| html! { <li>{ tag }</li> }) }</ul>
        </div>
    }
}

/// What makes the whole answer a reference: it belongs beside the headline.
fn standing<'a>(verdict: &'a Verdict<'_>) -> impl Iterator<Item = &'a Caution> {
    verdict.cautions.iter().filter(|caution| is_standing(caution))
}

fn is_standing(caution: &Caution) -> bool {
    matches!(caution, Caution::EditionNotInForce | Caution::EditionUncertain | Caution::TerritoryUnknown)
}

fn tone(verdict: &Verdict<'_>) -> Tone {
    let refused =
        matches!(verdict.acceptance, Some(Acceptance::RefuseOutsideWindow | Acceptance::RefuseDeadlinePassed));
    if verdict.eligible.is_false() || refused {
        Tone::Bad
    } else if verdict.ready.is_some() && verdict.eligible.is_true() && standing(verdict).next().is_none() {
        Tone::Good
    } else {
        Tone::Care
    }
}

fn ready(view: &View<'_>, ready: Option<Ready>) -> Html {
    let sheet = |moment: Moment, label| match moment {
        Moment::Day(day) => parts::day_sheet(view, day, label),
        Moment::Minute(at) => parts::moment_sheet(view, at, label),
    };
    let labels = view.labels;
    let sheets = match ready {
        None => return Html::default(),
        Some(Ready { earliest: Some(earliest), latest }) if earliest == latest => vec![sheet(latest, labels.ready)],
        Some(Ready { earliest: Some(earliest), latest }) => {
            vec![sheet(earliest, labels.ready_from), sheet(latest, labels.ready_to)]
        }
        Some(Ready { earliest: None, latest }) => vec![sheet(latest, labels.ready_to)],
    };
    html! { <div class="app-sheets">{ sheets }</div> }
}

fn tags(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let labels = view.labels;
    let right = match verdict.eligible {
        Truth::True => parts::tag(Tone::Good, labels.entitled),
        Truth::False => parts::tag(Tone::Bad, labels.not_entitled),
        Truth::Unknown { .. } => parts::tag(Tone::Care, labels.right_undecided),
    };
    let mut tags = vec![right];
    if verdict.edition.is_some() {
        let lines = &verdict.documents.lines;
        let lacks =
            |line: &DocumentLine<'_>| matches!(line.status, DocumentStatus::Missing | DocumentStatus::Invalid(_));
        let is_stated = matches!(verdict.documents.standing, ListStanding::Stated);
        tags.push(if lines.iter().any(lacks) {
            parts::tag(Tone::Bad, labels.incomplete)
        } else if is_stated && !verdict.documents.unconfirmed {
            parts::tag(Tone::Good, labels.complete)
        } else {
            parts::tag(Tone::Care, labels.completeness_unknown)
        });
    }
    tags
}

/// Everything under the headline, in the order of a page that is read from the top.
pub fn body(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    parts::all([what_next(view, verdict), parts::all(standing_of_case(view, verdict)), day_and_grounds(view, verdict)])
}

/// What to do now.
pub fn what_next(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let labels = view.labels;
    parts::all([
        parts::section("next", labels.what_next, next_steps(view, verdict)),
        parts::section("known", labels.rules_known, known_editions(view, verdict)),
    ])
}

/// What the desk does, the right to the service, and the documents.
pub fn standing_of_case(view: &View<'_>, verdict: &Verdict<'_>) -> [Html; 3] {
    let labels = view.labels;
    [
        parts::section("acceptance", labels.at_the_desk, acceptance(view, verdict)),
        parts::section("right", labels.right, right(view, verdict)),
        parts::section("documents", labels.documents_name, documents(view, verdict)),
    ]
}

/// The count of the days, what to mind, and what all of it rests on.
pub fn day_and_grounds(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let labels = view.labels;
    parts::all([
        parts::section("count", labels.count, count::count(view, verdict)),
        parts::section("cautions", labels.cautions, cautions(view, verdict)),
        parts::section("milestones", labels.milestones, milestones(view, verdict)),
        parts::section("sources", labels.sources, background::sources(view, verdict)),
        parts::section("steps", labels.steps, background::steps(view, verdict)),
        parts::section("provisions", labels.provisions, background::provisions(view, verdict)),
        parts::section("reported", labels.reported_since, reports(view, verdict)),
    ])
}

fn next_steps(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let steps = view.words.next_steps(verdict);
    let items = steps.into_iter().map(|step| html! { <li>{ step }</li> });
    let mut content = vec![html! { <ol class="app-todo">{ for items }</ol> }];
    if view.state.mode != Mode::Staff {
        content.extend(open_questions(view, verdict));
    }
    content.push(parts::ask(view));
    content
}

/// The questions whose answers would decide what is open.
fn open_questions(view: &View<'_>, verdict: &Verdict<'_>) -> Option<Html> {
    let link = |fact: &&str| {
        let step = Step::Question((*fact).to_owned());
        let kind = question(view.world.catalogue, &step)?;
        let text = html! { { kind.question.get(view.state.lang) } };
        Some(html! { <li>{ parts::way(view, "app-link", step, text) }</li> })
    };
    let questions: Vec<_> = verdict.needs.iter().filter_map(link).collect();
    (!questions.is_empty()).then(|| {
        html! { <><p>{ view.labels.answer_these }</p><ul class="app-list">{ questions }</ul></> }
    })
}

/// Where no edition is known: the known ones, as a reference.
fn known_editions(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let service = verdict.service.filter(|_| verdict.acceptance == Some(Acceptance::NoEditionKnown));
    service.map_or_else(Vec::new, |service| editions(view, service))
}

fn acceptance(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    verdict.edition.map_or_else(Vec::new, |_| parts::sentences(view.words.acceptance(verdict)))
}

fn right(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    if verdict.edition.is_none() {
        return Vec::new();
    }
    let mut content = parts::sentences(view.words.eligibility(verdict));
    let judged = verdict.findings.iter().filter_map(|finding| finding_item(view, finding));
    let judged: Vec<_> = judged.collect();
    if !judged.is_empty() {
        content.push(parts::details(view, view.labels.rules_judged, html! { <ul class="app-list">{ judged }</ul> }));
    }
    content
}

fn finding_item(view: &View<'_>, finding: &Finding<'_>) -> Option<Html> {
    let (text, source, good_when_true) = match finding.rule {
        Rule::Requirement(rule) => (&rule.text, &rule.source, true),
        Rule::Ground(rule) => (&rule.text, &rule.source, false),
        Rule::Redirect(rule) => (&rule.text, &rule.source, false),
        Rule::Territory(_) => return None,
    };
    let labels = view.labels;
    let (tone, word) = match (&finding.truth, good_when_true) {
        (Truth::True, true) => (Tone::Good, labels.holds),
        (Truth::False, true) => (Tone::Bad, labels.does_not_hold),
        (Truth::True, false) => (Tone::Bad, labels.applies),
        (Truth::False, false) => (Tone::Good, labels.does_not_apply),
        (Truth::Unknown { .. }, true) => (Tone::Care, labels.not_known),
        (Truth::Unknown { .. }, false) => (Tone::Plain, labels.not_told),
    };
    Some(html! {
        <li>{ parts::tag(tone, word) }{ " " }{ text.get(view.state.lang) }{ " " }{ parts::source(view, source) }</li>
    })
}

fn documents(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    if verdict.edition.is_none() {
        return Vec::new();
    }
    let mut content = vec![html! { <p>{ view.words.documents(verdict) }</p> }];
    let lines = &verdict.documents.lines;
    if !lines.is_empty() {
        content.push(html! {
            <ul class="app-checklist">{ for lines.iter().map(|line| document(view, line)) }</ul>
        });
        if view.state.mode != Mode::Staff {
            let change = html! { { view.labels.change_documents } };
            content.push(html! { <p>{ parts::way(view, "app-link", Step::Documents, change) }</p> });
        }
    }
    content
}

/// A document as a line of the answer.
pub fn document(view: &View<'_>, line: &DocumentLine<'_>) -> Html {
    let evidence = &line.rule.evidence;
    html! {
        <li class="app-document" key={evidence.as_str()}>
            <h3 class="app-document__name">{ view.words.evidence_name(evidence).to_owned() }</h3>
            <div class="app-document__about">{ about_document(view, line, false) }</div>
        </li>
    }
}

/// What exactly, how it stands, until when it is valid, and why it is asked.
///
/// Beside a box to tick nothing is called missing yet.
pub fn about_document(view: &View<'_>, line: &DocumentLine<'_>, to_tick: bool) -> Html {
    let tone = match line.status {
        DocumentStatus::Present | DocumentStatus::NotDemanded => Tone::Good,
        DocumentStatus::Missing | DocumentStatus::Invalid(_) => Tone::Bad,
        DocumentStatus::NotHeld => Tone::Plain,
        DocumentStatus::Undecided { .. } => Tone::Care,
    };
    html! {
        <>
            <p>{ line.rule.text.get(view.state.lang) }</p>
            if !(to_tick && line.status == DocumentStatus::Missing) {
                <p>{ parts::tag(tone, view.words.document_status(line)) }</p>
            }
            if let Some(valid) = view.words.valid_until(line) { <p>{ valid }</p> }
            { parts::source(view, &line.rule.source) }
        </>
    }
}

fn cautions(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let words = &view.words;
    let (readings, told): (Vec<_>, Vec<_>) =
        verdict.notices.iter().copied().partition(|notice| notice.kind == NoticeKind::Reading);
    let readings: Vec<_> = readings.into_iter().map(|reading| notice(view, reading)).collect();
    let said = |tone| move |text: String| parts::notice(tone, html! { <p>{ text }</p> });
    let mut content: Vec<_> = verdict
        .cautions
        .iter()
        .filter(|caution| !is_standing(caution))
        .map(|caution| words.caution(caution))
        .map(said(Tone::Care))
        .collect();
    content.extend(told.into_iter().map(|caution| notice(view, caution)));
    content.extend(words.alternatives(verdict).into_iter().map(said(Tone::Plain)));
    if !readings.is_empty() {
        content.push(parts::details(view, view.labels.readings, parts::all(readings)));
    }
    content
}

/// A reading or a caution of the catalogue.
fn notice(view: &View<'_>, notice: &Notice) -> Html {
    let tone = if notice.kind == NoticeKind::Caution { Tone::Care } else { Tone::Plain };
    let text = notice.text.get(view.state.lang);
    parts::notice(tone, html! { <><p>{ text }</p>{ parts::source(view, &notice.source) }</> })
}

fn milestones(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let mut milestones = verdict.milestones.clone();
    milestones.sort_by_key(|milestone| milestone.date);
    let items: Vec<_> = milestones
        .iter()
        .map(|milestone| {
            html! {
                <li class="app-milestones__item">
                    <time datetime={milestone.date.to_string()}>{ view.words.milestone(milestone) }</time>
                    { parts::source(view, &milestone.rule.source) }
                </li>
            }
        })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![html! { <ol class="app-milestones">{ items }</ol> }] }
}

fn reports(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    verdict.service.map_or_else(Vec::new, |service| reported(view, service))
}

/// Every answer given, with a way to change it.
fn check_answers(view: &View<'_>) -> Html {
    let rows = view.world.done_steps(view.state).into_iter().map(|step| {
        let title = parts::step_title(view, &step);
        let value = told(view, &step);
        let change = html! { <>{ view.labels.change }<span class="app-unseen">{ " " }{ title.clone() }</span></> };
        html! {
            <div class="app-answers__row">
                <dt class="app-answers__key">{ title }</dt>
                <dd class="app-answers__value">{ value }</dd>
                <dd class="app-answers__change">{ parts::way(view, "app-link", step, change) }</dd>
            </div>
        }
    });
    let rows: Vec<_> = rows.collect();
    parts::section("answers", view.labels.your_answers, vec![html! { <dl class="app-answers">{ rows }</dl> }])
}

/// What was answered at a step.
fn told(view: &View<'_>, step: &Step) -> Html {
    let (state, catalogue, lang) = (view.state, view.world.catalogue, view.state.lang);
    match step {
        Step::Rules => {
            let edition = view.world.edition(state);
            html! { { edition.map(|edition| edition.title.get(lang)).unwrap_or_default() } }
        }
        Step::Question(id) => match (question(catalogue, step), state.facts.get(id)) {
            (Some(fact), Some(value)) => html! { { view.words.fact_value(fact, value) } },
            _ => html! { { view.labels.do_not_know } },
        },
        Step::Channel => {
            let channel = state.channel.map(|channel| channel.slug()).unwrap_or_default();
            html! { { view.words.named(&catalogue.vocabulary.channels, channel).to_owned() } }
        }
        Step::Filing => state.at.map(|at| parts::moment(view, at)).unwrap_or_default(),
        Step::Documents => {
            let held = state.documents.iter().flatten().map(|id| view.words.evidence_name(id).to_owned());
            let held: Vec<_> = held.collect();
            let none = held.is_empty().then_some(view.labels.no_documents);
            html! { <>{ none.unwrap_or_default() }{ held.join("; ") }</> }
        }
        Step::Answer => Html::default(),
    }
}

/// The link that brings the answer back; a kiosk has none.
fn take_along(view: &View<'_>) -> Html {
    if view.state.mode == Mode::Kiosk {
        return Html::default();
    }
    let fragment = view.state.to_fragment();
    parts::section(
        "share",
        view.labels.share,
        vec![html! {
            <>
                <p>{ view.labels.share_hint }</p>
                <parts::CopyLink {fragment} label={view.labels.link} copy={view.labels.copy_link} copied={view.labels.copied} />
            </>
        }],
    )
}
