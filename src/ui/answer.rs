//! The answer: the verdict as a page, the headline first, then why, the documents, and what to do next.

use yew::prelude::*;

use super::applicant::{editions, reported};
use super::element::{all, bare, el, text};
use super::journey::question;
use super::parts::{self, Tone};
use super::state::{Mode, Step};
use super::whole::ADDRESS;
use super::{View, background, count, headline, then, ways};
use crate::engine::catalogue::{Notice, NoticeKind, PublicService};
use crate::engine::condition::Truth;
use crate::engine::told::Names;
use crate::engine::verdict::{Acceptance, DocumentLine, DocumentStatus, Finding, ListStanding, Rule, Verdict};

/// The answer page: what everybody needs at a glance, and what stands behind it at a touch.
pub fn page(view: &View<'_>) -> Html {
    let Some(verdict) = view.verdict else { return Html::default() };
    let (answer, next) = (headline::summary(view, verdict), what_next(view, verdict));
    if view.is_brief {
        // As many pieces as the page will have, so that these two stay when the others come.
        return all([vec![answer, next], vec![Html::default(); 9]].concat());
    }
    // Who is not asked how and when to file, as it is a no in any case, is told no more of that; the rest stands behind.
    let filed = !view.state.lacks_filing();
    let part = |is_here: bool, part: fn(&View<'_>, &Verdict<'_>) -> Html| {
        if is_here { part(view, verdict) } else { Html::default() }
    };
    let behind = vec![
        part(filed, other_ways),
        part(filed, acceptance),
        right(view, verdict),
        part(!filed, changes),
        part(!filed, cautions),
        sources(view, verdict),
        part(filed, steps),
        provisions(view, verdict),
        reports(view, verdict),
        check_answers(view),
    ];
    all(vec![
        answer,
        next,
        part(filed, changes),
        part(filed, documents),
        part(filed, count),
        part(filed, milestones),
        part(filed, take_along),
        part(filed, cautions),
        el("div", "app-folds").holds(behind),
        // Why it is a no comes first.
        part(!filed, take_along),
        view.whole.map(|whole| (whole.paper)(view, verdict)).unwrap_or_default(),
    ])
}

/// A part that stands behind the answer: a clerk finds it open.
fn behind(view: &View<'_>, id: &'static str, title: &'static str, content: Vec<Html>) -> Html {
    match view.state.mode {
        Mode::Staff => parts::section(id, title, content),
        _ => parts::fold(id, title, content, false),
    }
}

/// What to do now.
pub fn what_next(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    all(vec![
        parts::section("next", view.labels.what_next, next_steps(view, verdict)),
        parts::section("known", view.labels.rules_known, known_editions(view, verdict)),
    ])
}

/// Whether the desk accepts it, the right to the service, and the documents.
pub fn standing_of_case(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    all(vec![acceptance(view, verdict), right(view, verdict), changes(view, verdict), documents(view, verdict)])
}

/// The count of the days, what to mind, and what all of it rests on.
pub fn day_and_grounds(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    all(vec![
        count(view, verdict),
        cautions(view, verdict),
        milestones(view, verdict),
        sources(view, verdict),
        steps(view, verdict),
        provisions(view, verdict),
        reports(view, verdict),
    ])
}

fn count(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let mut counted = count::count(view, verdict);
    if let Some(whole) = view.whole.filter(|_| !counted.is_empty()) {
        // The pictures stand before the days in words.
        counted.insert(counted.len() - 1, (whole.calendar)(view, verdict));
    }
    parts::section("count", view.labels.count, counted)
}

fn sources(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    behind(view, "sources", view.labels.sources, background::sources(view, verdict))
}

/// Who does what; the timeline of the whole program says it already.
fn steps(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    match view.whole {
        Some(whole) if !(whole.timeline)(view, verdict).is_empty() => Html::default(),
        _ => behind(view, "steps", view.labels.steps, background::steps(view, verdict)),
    }
}

fn provisions(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    behind(view, "provisions", view.labels.provisions, background::provisions(view, verdict))
}

/// The smallest changes that would make the answer a yes: in sight where it is a no.
fn changes(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let Some(whole) = view.whole else { return Html::default() };
    let (title, content) = (view.labels.would_help, (whole.changes)(view));
    if view.state.lacks_filing() {
        parts::fold("change", title, content, true)
    } else if headline::tone(verdict) == Tone::Bad {
        parts::section("change", title, content)
    } else {
        behind(view, "change", title, content)
    }
}

/// The other ways; in the short program the way to them, which must be seen.
fn other_ways(view: &View<'_>, _: &Verdict<'_>) -> Html {
    let ways = match view.whole {
        Some(whole) => (whole.ways)(view),
        None => {
            let href = [ADDRESS, &view.state.to_fragment()].concat();
            vec![bare("p").wraps(el("a", "app-link").attr("href", href).says(view.labels.more_ways))]
        }
    };
    let is_asked_for = view.whole.is_none() || view.page.ends_with(ADDRESS);
    parts::fold("ways", view.labels.other_ways, ways, is_asked_for)
}

fn next_steps(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let steps = view.words.next_steps(verdict, then::is_past(view, verdict));
    let steps = parts::list("ol", "app-todo", parts::texts(steps));
    // A clerk has both beside it.
    let is_told = view.state.mode != Mode::Staff && !view.state.lacks_filing();
    let mut content = Vec::new();
    content.extend(view.words.closed(verdict).filter(|_| is_told).map(|closed| bare("p").says(closed)));
    content.push(steps);
    content.extend(open_questions(view, verdict).filter(|_| is_told));
    content.push(parts::ask(view));
    content
}

/// The questions whose answers would decide what is open.
fn open_questions(view: &View<'_>, verdict: &Verdict<'_>) -> Option<Html> {
    let mut questions = Vec::new();
    for fact in &verdict.needs {
        let step = Step::Question((*fact).to_owned());
        if let Some(kind) = question(view.world.catalogue, &step) {
            questions.push(parts::way(view, "app-link", step, text(kind.question.get(view.state.lang))));
        }
    }
    if questions.is_empty() {
        return None;
    }
    let list = parts::list("ul", "app-list", questions);
    Some(all(vec![bare("p").says(view.labels.answer_these), list]))
}

/// Where no edition is known: the known ones, as a reference.
fn known_editions(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let service = verdict.service.filter(|_| verdict.acceptance == Some(Acceptance::NoEditionKnown));
    service.map_or_else(Vec::new, |service| editions(view, service))
}

fn acceptance(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let said = verdict.edition.map_or_else(Vec::new, |_| parts::sentences(view.words.acceptance(verdict)));
    behind(view, "acceptance", view.labels.at_the_desk, said)
}

fn right(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    if verdict.edition.is_none() {
        return Html::default();
    }
    let mut content = parts::sentences(view.words.eligibility(verdict));
    let mut judged = Vec::new();
    for finding in &verdict.findings {
        judged.extend(judged_rule(view, finding));
    }
    if !judged.is_empty() {
        content.push(parts::details(view, view.labels.rules_judged, parts::list("ul", "app-list", judged)));
    }
    let (title, is_no) = (view.labels.right, headline::tone(verdict) == Tone::Bad);
    match view.state.mode {
        Mode::Staff => parts::section("right", title, content),
        _ => parts::fold("right", title, content, is_no || view.state.lacks_filing()),
    }
}

fn judged_rule(view: &View<'_>, finding: &Finding<'_>) -> Option<Html> {
    let (rule, source, good_when_true) = match finding.rule {
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
    let said = text(rule.get(view.state.lang));
    Some(all(vec![parts::tag(tone, word), text(" "), said, text(" "), parts::source(view, source)]))
}

fn documents(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    if verdict.edition.is_none() {
        return Html::default();
    }
    let mut content = vec![bare("p").says(view.words.documents(verdict))];
    content.extend(ways::fixes(view));
    let lines = &verdict.documents.lines;
    if !lines.is_empty() {
        let mut items = Vec::new();
        for line in lines {
            items.push(document(view, line));
        }
        content.push(el("ul", "app-checklist").holds(items));
        if view.state.mode != Mode::Staff {
            let change = text(view.labels.change_documents);
            content.push(bare("p").wraps(parts::way(view, "app-link", Step::Documents, change)));
        }
    }
    parts::section("documents", view.labels.documents_name, content)
}

/// A document as a line of the answer.
pub fn document(view: &View<'_>, line: &DocumentLine<'_>) -> Html {
    let evidence = &line.rule.evidence;
    el("li", "app-document").key(evidence).holds(vec![
        el("h3", "app-document__name").says(view.words.evidence_name(evidence).to_owned()),
        el("div", "app-document__about").wraps(about_document(view, line, false)),
    ])
}

/// What exactly, how it stands, until when it is valid, and why it is asked.
///
/// Beside a box to tick nothing is called missing yet, and the tick itself says what is there: ticking moves nothing.
pub fn about_document(view: &View<'_>, line: &DocumentLine<'_>, to_tick: bool) -> Html {
    let tone = match line.status {
        DocumentStatus::Present | DocumentStatus::NotDemanded => Tone::Good,
        DocumentStatus::Missing | DocumentStatus::Invalid(_) => Tone::Bad,
        DocumentStatus::NotHeld => Tone::Plain,
        DocumentStatus::Undecided { .. } => Tone::Care,
    };
    let mut content = vec![bare("p").says(line.rule.text.get(view.state.lang))];
    if !(to_tick && matches!(line.status, DocumentStatus::Missing | DocumentStatus::Present)) {
        content.push(bare("p").wraps(parts::tag(tone, view.words.document_status(line))));
    }
    if let Some(valid) = view.words.valid_until(line) {
        content.push(bare("p").says(valid));
    }
    content.push(parts::source(view, &line.rule.source));
    content.extend(view.whole.and_then(|whole| (whole.form_way)(view, &line.rule.evidence)));
    all(content)
}

fn cautions(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let mut content = Vec::new();
    for caution in &verdict.cautions {
        if !then::is_standing(caution) {
            content.push(said(Tone::Care, view.words.caution(caution)));
        }
    }
    let mut readings = Vec::new();
    for notice in then::notices(verdict) {
        let place = if notice.kind == NoticeKind::Reading { &mut readings } else { &mut content };
        place.push(noticed(view, verdict.service, notice));
    }
    for alternative in view.words.alternatives(verdict) {
        content.push(said(Tone::Plain, alternative));
    }
    if !readings.is_empty() {
        content.push(parts::details(view, view.labels.readings, all(readings)));
    }
    match view.state.lacks_filing() {
        true => parts::fold("cautions", view.labels.cautions, content, false),
        false => parts::section("cautions", view.labels.cautions, content),
    }
}

fn said(tone: Tone, sentence: String) -> Html {
    parts::notice(tone, bare("p").says(sentence))
}

/// A reading or a caution of the catalogue.
fn noticed(view: &View<'_>, service: Option<&PublicService>, notice: &Notice) -> Html {
    let tone = if notice.kind == NoticeKind::Caution { Tone::Care } else { Tone::Plain };
    let said = bare("p").says(notice.text.get(view.state.lang));
    parts::notice(tone, all(vec![said, parts::notice_source(view, service, &notice.source)]))
}

fn milestones(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let mut content = view.whole.map(|whole| (whole.timeline)(view, verdict)).unwrap_or_default();
    if content.is_empty() {
        content = dates(view, verdict);
    }
    if let Some(only) = view.words.if_accepted(verdict).filter(|_| !content.is_empty()) {
        content.insert(0, bare("p").says(only));
    }
    parts::section("milestones", view.labels.milestones, content)
}

fn dates(view: &View<'_>, verdict: &Verdict<'_>) -> Vec<Html> {
    let mut items = Vec::new();
    for milestone in background::milestones(verdict) {
        let day = bare("time").attr("datetime", milestone.date.to_string()).says(view.words.milestone(milestone));
        let source = parts::source(view, &milestone.rule.source);
        items.push(el("li", "app-milestones__item").holds(vec![day, source]));
    }
    if items.is_empty() { items } else { vec![el("ol", "app-milestones").holds(items)] }
}

fn reports(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let reported = verdict.service.map_or_else(Vec::new, |service| reported(view, service));
    behind(view, "reported", view.labels.reported_since, reported)
}

/// Every answer given, with a way to change it.
pub fn check_answers(view: &View<'_>) -> Html {
    let mut rows = Vec::new();
    for step in view.world.done_steps(view.state) {
        let title = AttrValue::from(parts::step_title(view, &step));
        let unseen = el("span", "app-unseen").holds(vec![text(" "), text(title.clone())]);
        let key = el("dt", "app-answers__key").says(title);
        let value = el("dd", "app-answers__value").wraps(told(view, &step));
        let change = parts::way(view, "app-link", step, all(vec![text(view.labels.change), unseen]));
        let change = el("dd", "app-answers__change").wraps(change);
        rows.push(el("div", "app-answers__row").holds(vec![key, value, change]));
    }
    behind(view, "answers", view.labels.your_answers, vec![el("dl", "app-answers").holds(rows)])
}

/// What was answered at a step.
pub fn told(view: &View<'_>, step: &Step) -> Html {
    let (state, catalogue, lang) = (view.state, view.world.catalogue, view.state.lang);
    match step {
        Step::Rules => text(view.world.edition(state).map(|edition| edition.title.get(lang)).unwrap_or_default()),
        Step::Question(id) => match (question(catalogue, step), state.facts.get(id)) {
            (Some(fact), Some(value)) => text(view.words.fact_value(fact, value)),
            _ => text(view.labels.do_not_know),
        },
        Step::Channel => {
            let channel = state.channel.map(|channel| channel.slug()).unwrap_or_default();
            text(view.words.named(&catalogue.vocabulary.channels, channel).to_owned())
        }
        Step::Filing => state.at.map(|at| parts::moment(view, at)).unwrap_or_default(),
        Step::Documents => {
            let mut held = Vec::new();
            for id in state.documents.iter().flat_map(Names::iter) {
                held.push(view.words.evidence_name(id));
            }
            let documents = view.verdict.map(|verdict| &verdict.documents);
            let is_unknown = documents.is_some_and(|documents| {
                documents.lines.is_empty() && matches!(documents.standing, ListStanding::Unknown { .. })
            });
            match (held.is_empty(), is_unknown) {
                (false, _) => text(held.join("; ")),
                (true, true) => text(view.labels.list_unknown),
                (true, false) => text(view.labels.no_documents),
            }
        }
        Step::Answer | Step::Form => Html::default(),
    }
}

/// The link that brings the answer back, which a kiosk does not have, and what else can be taken home.
fn take_along(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    let mut content = Vec::new();
    if view.state.mode != Mode::Kiosk {
        content.extend([bare("p").says(view.labels.share_hint), parts::copy_link(view)]);
    }
    if let Some(whole) = view.whole {
        content.extend((whole.take_home)(view, verdict));
        content.extend((whole.print)(view));
    }
    parts::section("share", view.labels.share, content)
}
