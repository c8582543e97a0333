//! Other ways: what completes the package, what would turn the answer, the channels side by side, how late one may
//! file.

use yew::prelude::*;

use super::View;
use super::element::{all, bare, button, el, text};
use super::forms;
use super::journey::World;
use super::parts;
use super::state::Action;
use super::typed::{read_date, wrong_date};
use crate::engine::case::Case;
use crate::engine::counterfactual;
use crate::engine::fixes;
use crate::engine::questions::holding_all;
use crate::engine::race::{Lane, race};
use crate::engine::ready_by::{ready_by, today_or_tomorrow};
use crate::words::more::ways::Ways;

/// The field for the day by which the result is needed.
const NEEDED: &str = "needed";

/// The shortest ways to a complete package.
pub fn fixes(view: &View<'_>) -> Vec<Html> {
    let Some((case, verdict)) = view.case.zip(view.verdict) else { return Vec::new() };
    let fixes = fixes::all(view.world.catalogue, view.world.calendar, case, verdict);
    parts::sentences(view.words.fixes(&fixes, verdict))
}

/// The smallest changes that would make the answer a yes.
pub fn changes(view: &View<'_>) -> Vec<Html> {
    let standing = view.verdict.is_some_and(|verdict| verdict.edition.is_some());
    let Some(case) = view.case.filter(|_| standing) else { return Vec::new() };
    let changes = counterfactual::changes(view.world.catalogue, view.world.calendar, case);
    parts::sentences(view.words.changes(&changes))
}

/// The channels side by side, and how late one may file.
pub fn others(view: &View<'_>) -> Vec<Html> {
    let standing = view.verdict.and_then(|verdict| verdict.edition.zip(verdict.channel));
    let Some((case, (edition, channel))) = view.case.zip(standing) else { return Vec::new() };
    // The ways are compared on equal terms: nobody has been asked for the documents of another channel.
    let case = &holding_all(case, edition, channel);
    let piece = |title, content| all(vec![el("h3", "app-ways__title").says(title), all(content)]);
    vec![
        el("p", "app-hint").says(Ways::of(view.state.lang).ways_hint),
        piece(Ways::of(view.state.lang).ways, channels(view, case)),
        piece(Ways::of(view.state.lang).needed_by, needed(view, case)),
    ]
}

fn channels(view: &View<'_>, case: &Case) -> Vec<Html> {
    let race = race(view.world.catalogue, view.world.calendar, case);
    let mut content = if race.lanes.len() == 1 { Vec::new() } else { parts::sentences(view.words.race(&race)) };
    for lane in &race.lanes {
        content.push(channel(view, lane, lane.channel.id == case.channel));
    }
    content
}

fn channel(view: &View<'_>, lane: &Lane<'_>, is_chosen: bool) -> Html {
    let id = lane.channel.id.slug();
    let name = view.words.named(&view.world.catalogue.vocabulary.channels, id).to_owned();
    let mut content = vec![el("h3", "app-lane__name").says(name)];
    content.extend(parts::sentences(view.words.lane(lane)));
    if !is_chosen {
        let choose = Action::Tell { key: "channel".to_owned(), value: id.to_owned() };
        content.push(button("app-link app-lane__choose", view, choose).says(Ways::of(view.state.lang).see_this_way));
    }
    el("div", "app-lane").key(id).holds(content)
}

fn needed(view: &View<'_>, case: &Case) -> Vec<Html> {
    let World { catalogue, calendar, now, .. } = view.world;
    let typed = view.state.draft.get(NEEDED).map_or("", String::as_str);
    let day = read_date(typed);
    // A day that is still being typed is no mistake yet: it ends with a digit.
    let is_whole = typed.len() >= SHORTEST_DAY && typed.ends_with(|last: char| last.is_ascii_digit());
    let error = wrong_date(typed, view.labels).filter(|_| is_whole);
    let label = text(Ways::of(view.state.lang).needed_day);
    let mut content = Vec::new();
    content.extend(today_or_tomorrow(catalogue, calendar, case).map(|it| bare("p").says(view.words.tomorrow(&it))));
    content.push(forms::date_field(view, NEEDED, label, view.labels.date_hint, error));
    let mut chances = Vec::new();
    if let Some(day) = day {
        // From now on; a case of the past is asked from its own day on.
        let by = ready_by(catalogue, calendar, case, day, now.min(case.accepted_at));
        for (channel, chance) in view.words.ready_by(&by) {
            chances.push(all(vec![bare("strong").says(channel), text(" "), text(chance)]));
        }
    }
    let found = if chances.is_empty() { chances } else { vec![parts::list("ul", "app-list", chances)] };
    content.push(bare("div").attr("role", "status").holds(found));
    content
}

/// The letters of `1.1.2026`.
const SHORTEST_DAY: usize = 8;
