//! The count of the days as month grids.
//!
//! A table a month, Monday first, with the weeks that the count touches and no others: a term of three months is then
//! no wall of empty weeks. Each day of the count bears its number, or a sign why it has none, and says the same as a
//! whole sentence to who does not see it.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};
use yew::prelude::*;

use super::View;
use super::count;
use super::element::{bare, el, text};
use crate::engine::calendar::{Calendar, DayStatus, WorkWeek};
use crate::engine::catalogue::Gives;
use crate::engine::verdict::{DayPart, Deadline, Moment, ProofDay, Verdict};
use crate::engine::{horizon, office_week};
use crate::words::dates;
use crate::words::more::pictures::{Pictures, month, weekdays};

/// The months from filing to ready; nothing where nothing is counted, or no days are.
pub fn months(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    grids(view, verdict, "app-months")
}

/// The same, small, for a sheet of paper.
pub fn compact(view: &View<'_>, verdict: &Verdict<'_>) -> Html {
    grids(view, verdict, "app-months app-months--compact")
}

fn grids(view: &View<'_>, verdict: &Verdict<'_>, class: &'static str) -> Html {
    let Some(deadline) = count::begun(verdict).filter(|it| matches!(it.latest, Moment::Day(_))) else {
        return Html::default();
    };
    let days = days(view, verdict, deadline);
    let mut tables = Vec::new();
    for days in days.chunk_by(|a, b| (a.date.year(), a.date.month()) == (b.date.year(), b.date.month())) {
        tables.push(month_table(view, days));
    }
    el("div", class).holds(vec![el("div", "app-months__grid").holds(tables), legend(view, &days)])
}

/// A day of the picture.
struct Day {
    date: NaiveDate,
    is_worked: bool,
    signs: Vec<Sign>,
    /// What it does in the count, as a sentence.
    said: String,
}

/// What is to be seen on a day, in the order of the legend.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Filed,
    Waiting,
    Accepted,
    AcceptedIf,
    FiledAndAccepted,
    FiledAndAcceptedIf,
    Counted(u16),
    ByOrder,
    Weekend,
    Holiday,
    InLieu,
    MovedOff,
    RolledOver,
    Within,
    Ready,
    Message,
    ReadyAtLatest,
    TermEnd,
    TermEndAtLatest,
}

impl Sign {
    /// The class that it gives its day, the mark, and what the legend says of it.
    fn look(self, said: &'static Pictures) -> (&'static str, String, &'static str) {
        let (class, mark, words) = match self {
            Sign::Counted(number) => return ("app-day--counted", number.to_string(), said.counted),
            Sign::Filed => ("app-day--filed", "↓", said.filed),
            Sign::Waiting => ("app-day--waiting", "…", said.waiting),
            Sign::Accepted => ("app-day--accepted", "0", said.accepted),
            Sign::AcceptedIf => ("app-day--accepted", "0", said.accepted_if),
            Sign::FiledAndAccepted => ("app-day--filed app-day--accepted", "0", said.filed_and_accepted),
            Sign::FiledAndAcceptedIf => ("app-day--filed app-day--accepted", "0", said.filed_and_accepted_if),
            Sign::ByOrder => ("app-day--order", "+", said.by_order),
            Sign::Weekend => ("app-day--off", "–", said.weekend),
            Sign::Holiday => ("app-day--off", "★", said.holiday),
            Sign::InLieu => ("app-day--off", "☆", said.in_lieu),
            Sign::MovedOff => ("app-day--off", "⇄", said.moved_off),
            Sign::RolledOver => ("app-day--off", "→", said.rolled_over),
            Sign::Within => ("app-day--within", "?", said.within),
            Sign::Ready => ("app-day--end", "✓", said.ready_day),
            Sign::Message => ("app-day--end", "✓", said.message_day),
            Sign::ReadyAtLatest => ("app-day--end", "✓", said.ready_at_latest),
            Sign::TermEnd => ("app-day--end", "✓", said.term_end),
            Sign::TermEndAtLatest => ("app-day--end", "✓", said.term_end_at_latest),
        };
        (class, mark.to_owned(), words)
    }

    /// What the sentence of a day in the count does not say already.
    fn beside_the_count(self, said: &'static Pictures) -> Option<&'static str> {
        match self {
            Sign::FiledAndAccepted | Sign::FiledAndAcceptedIf => Some(said.filed),
            Sign::Filed
            | Sign::Within
            | Sign::Ready
            | Sign::Message
            | Sign::ReadyAtLatest
            | Sign::TermEnd
            | Sign::TermEndAtLatest => Some(self.look(said).2),
            _ => None,
        }
    }
}

/// Every day of the count, and those after it on which it may still be ready.
fn days(view: &View<'_>, verdict: &Verdict<'_>, deadline: &Deadline<'_>) -> Vec<Day> {
    let latest = window(deadline).1;
    let said = Pictures::of(view.state.lang);
    let mut days = Vec::new();
    for day in &deadline.proof {
        let mut sentences = view.words.day_of_count(deadline, day, verdict.may_be_incomplete());
        if is_by_order(day.status) && !matches!(day.part, DayPart::Counted { .. }) {
            // A counted day says so itself.
            sentences = [&sentences, " ", said.by_order].concat();
        }
        days.push(Day {
            date: day.date,
            is_worked: day.status.is_worked(),
            signs: signs(verdict, day),
            said: sentences,
        });
    }
    for (date, status) in after_the_count(view, verdict, deadline.latest.date(), latest) {
        let sign = rest(status).or(is_by_order(status).then_some(Sign::ByOrder));
        let why = sign.map(|sign| sign.look(said).2.to_owned()).unwrap_or_default();
        days.push(Day { date, is_worked: status.is_worked(), signs: sign.into_iter().collect(), said: why });
    }
    let may_be_worked = may_be_worked(view, verdict, deadline);
    for day in &mut days {
        let may_end = day.is_worked || may_be_worked.contains(&day.date);
        day.signs.extend(ending(verdict, deadline, day.date, may_end));
    }
    days
}

/// The days off which may yet turn out to be working days.
fn may_be_worked(view: &View<'_>, verdict: &Verdict<'_>, deadline: &Deadline<'_>) -> Vec<NaiveDate> {
    let Some((week, horizon)) = office_week_of(view, verdict).zip(deadline.horizon) else { return Vec::new() };
    let known = calendar_of(view);
    horizon::may_be_worked(&known, week, verdict.intake.filed_at.date(), horizon.if_unchanged).unwrap_or_default()
}

/// The week of the office that decides.
fn office_week_of(view: &View<'_>, verdict: &Verdict<'_>) -> Option<WorkWeek> {
    Some(office_week(verdict.edition?, view.case?))
}

/// The calendar that the case is answered by.
fn calendar_of<'a>(view: &View<'a>) -> Cow<'a, Calendar> {
    match view.case.and_then(|case| case.known_on) {
        Some(day) => Cow::Owned(view.world.calendar.known_on(day)),
        None => Cow::Borrowed(view.world.calendar),
    }
}

/// The first day on which it may be ready, if one is known, and the last.
fn window(deadline: &Deadline<'_>) -> (Option<NaiveDate>, NaiveDate) {
    match deadline.horizon {
        Some(horizon) => (horizon.earliest, horizon.latest),
        None => (deadline.earliest.map(Moment::date), deadline.latest.date()),
    }
}

/// What a day has to do with the end. Of a window, a day off is none on which it is ready, unless that is itself open.
fn ending(verdict: &Verdict<'_>, deadline: &Deadline<'_>, date: NaiveDate, may_end: bool) -> Option<Sign> {
    let (earliest, latest) = window(deadline);
    let is_exact = earliest == Some(latest);
    if date == latest {
        return Some(match (verdict.ready.is_some(), is_exact) {
            (false, true) => Sign::TermEnd,
            (false, false) => Sign::TermEndAtLatest,
            (true, true) if deadline.term.gives == Gives::NoticeOfReadiness => Sign::Message,
            (true, true) => Sign::Ready,
            (true, false) => Sign::ReadyAtLatest,
        });
    }
    let is_within = may_end && verdict.ready.is_some() && earliest.is_some_and(|earliest| earliest <= date);
    (is_within && date < latest).then_some(Sign::Within)
}

fn signs(verdict: &Verdict<'_>, day: &ProofDay) -> Vec<Sign> {
    let is_filed = day.date == verdict.intake.filed_at.date();
    let mut signs = match day.part {
        DayPart::Waiting if is_filed => vec![Sign::Filed],
        DayPart::Waiting => vec![Sign::Waiting],
        DayPart::Accepted if verdict.may_be_incomplete() => {
            vec![if is_filed { Sign::FiledAndAcceptedIf } else { Sign::AcceptedIf }]
        }
        DayPart::Accepted if is_filed => vec![Sign::FiledAndAccepted],
        DayPart::Accepted => vec![Sign::Accepted],
        DayPart::Counted { number } => vec![Sign::Counted(number)],
        DayPart::NotCounted => rest(day.status).into_iter().collect(),
        DayPart::RolledOver => vec![Sign::RolledOver],
        DayPart::RolledTo => Vec::new(),
    };
    if is_by_order(day.status) {
        signs.push(Sign::ByOrder);
    }
    signs
}

fn is_by_order(status: DayStatus) -> bool {
    matches!(status, DayStatus::WorkedByOrder { .. })
}

/// The sign of a day off.
fn rest(status: DayStatus) -> Option<Sign> {
    match status {
        DayStatus::Working | DayStatus::WorkedByOrder { .. } => None,
        DayStatus::Weekend => Some(Sign::Weekend),
        DayStatus::Holiday { .. } => Some(Sign::Holiday),
        DayStatus::InLieu { .. } => Some(Sign::InLieu),
        DayStatus::MovedOff { .. } => Some(Sign::MovedOff),
    }
}

/// The days after one day up to another, as the office's calendar has them now.
fn after_the_count(
    view: &View<'_>,
    verdict: &Verdict<'_>,
    after: NaiveDate,
    upto: NaiveDate,
) -> Vec<(NaiveDate, DayStatus)> {
    let Some(week) = office_week_of(view, verdict) else { return Vec::new() };
    let days = after.iter_days().skip(1).take_while(|date| *date <= upto);
    if upto <= after {
        return Vec::new();
    }
    let known = calendar_of(view);
    let week = known.week(week);
    days.filter_map(|date| Some((date, week.status(date).ok()?))).collect()
}

/// A month with the weeks that hold some of these days.
fn month_table(view: &View<'_>, days: &[Day]) -> Html {
    let lang = view.state.lang;
    let Some(first) = days.first().map(|day| day.date) else { return Html::default() };
    let mut heads = Vec::new();
    for (short, date) in weekdays(lang).into_iter().zip(monday(first).iter_days()) {
        heads.push(el("th", "app-month__weekday").attr("scope", "col").holds(vec![
            bare("span").attr("aria-hidden", "true").says(short),
            el("span", "app-unseen").says(dates::weekday(lang, date)),
        ]));
    }
    let mut weeks = Vec::new();
    for week in days.chunk_by(|a, b| monday(a.date) == monday(b.date)) {
        weeks.push(bare("tr").holds(week_cells(view, week)));
    }
    el("table", "app-month").holds(vec![
        el("caption", "app-month__name").says(month(lang, first)),
        bare("thead").wraps(bare("tr").holds(heads)),
        bare("tbody").holds(weeks),
    ])
}

fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date)
}

/// Seven cells: the days of the count, the quiet other days of the month, nothing where the month is another.
fn week_cells(view: &View<'_>, days: &[Day]) -> Vec<Html> {
    let Some(first) = days.first().map(|day| day.date) else { return Vec::new() };
    let mut cells = Vec::new();
    for date in monday(first).iter_days().take(7) {
        cells.push(match days.iter().find(|day| day.date == date) {
            Some(day) => cell(view, day),
            None if date.month() == first.month() => {
                el("td", "app-day app-day--quiet").wraps(mark("app-day__date", date.day().to_string()))
            }
            None => el("td", "app-day app-day--none").alone(),
        });
    }
    cells
}

fn mark(class: &'static str, mark: String) -> Html {
    el("span", class).attr("aria-hidden", "true").says(mark)
}

/// The day of the month, its marks, and for those who do not see them a date and sentences.
fn cell(view: &View<'_>, day: &Day) -> Html {
    let said = Pictures::of(view.state.lang);
    let (mut classes, mut marks) = ("app-day".to_owned(), Vec::new());
    let mut sentences = vec![text(". "), text(day.said.clone())];
    for sign in &day.signs {
        let (class, sign_mark, _) = sign.look(said);
        classes.extend([" ", class]);
        marks.push(mark("app-day__mark", sign_mark));
        if let Some(words) = sign.beside_the_count(said) {
            sentences.extend([text(" "), text(words)]);
        }
    }
    let date = bare("time").attr("datetime", day.date.to_string()).says(view.words.date_weekday(day.date));
    sentences.insert(0, date);
    el("td", classes).holds(vec![
        mark("app-day__date", day.date.day().to_string()),
        el("span", "app-day__marks").holds(marks),
        el("span", "app-unseen").holds(sentences),
    ])
}

/// The signs that occur, each once, in words.
fn legend(view: &View<'_>, days: &[Day]) -> Html {
    let said = Pictures::of(view.state.lang);
    let mut signs: Vec<Sign> = Vec::new();
    for sign in days.iter().flat_map(|day| &day.signs) {
        // One number stands for all.
        signs.push(if matches!(sign, Sign::Counted(_)) { Sign::Counted(1) } else { *sign });
    }
    signs.sort();
    signs.dedup();
    let mut items = Vec::new();
    for sign in signs {
        let (class, sign_mark, words) = sign.look(said);
        let swatch = el("span", ["app-day app-legend__day ", class].concat()).wraps(mark("app-day__mark", sign_mark));
        items.push(el("li", "app-legend__item").holds(vec![swatch, el("span", "app-legend__words").says(words)]));
    }
    el("ul", "app-legend").attr("aria-label", said.signs).holds(items)
}
