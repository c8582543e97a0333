//! Reads the pictures off a page.

use crate::markup::{Piece, elements, is_void, pieces};

/// A month's grid.
#[derive(Debug, Default)]
pub struct Grid {
    pub name: String,
    pub weekdays: Vec<String>,
    pub weeks: Vec<Vec<Cell>>,
}

#[derive(Debug, Default)]
pub struct Cell {
    /// The day of the month that is to be seen; empty where there is none.
    pub number: String,
    /// The signs, with a space between.
    pub signs: String,
    /// The date of a day of the count, for machines.
    pub date: Option<String>,
    /// What is said to who does not see it.
    pub said: String,
}

/// The grids of a page; of a page with a sheet of paper not those of the sheet.
pub fn grids(html: &str) -> Vec<Grid> {
    let (mut grids, mut open) = (Vec::<Grid>::new(), Vec::<(String, String)>::new());
    for piece in pieces(html) {
        let is_within = |class: &str| open.iter().any(|(_, classes)| classes.split(' ').any(|one| one == class));
        let counts = is_within("app-month") && !is_within("app-months--compact");
        match piece {
            Piece::Open { name, attributes, .. } => {
                let get = |wanted| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
                let class = get("class").unwrap_or_default();
                if class == "app-month" && !is_within("app-months--compact") {
                    grids.push(Grid::default());
                } else if counts {
                    let grid = grids.last_mut().unwrap();
                    match name.as_str() {
                        "tr" if is_tag(&open, "tbody") => grid.weeks.push(Vec::new()),
                        "td" => grid.weeks.last_mut().unwrap().push(Cell::default()),
                        "th" => {
                            assert_eq!(get("scope").as_deref(), Some("col"));
                            grid.weekdays.push(String::new());
                        }
                        "time" => grid.weeks.last_mut().unwrap().last_mut().unwrap().date = get("datetime"),
                        _ => {}
                    }
                }
                if !is_void(&name) {
                    open.push((name, class));
                }
            }
            Piece::Close { .. } => drop(open.pop()),
            Piece::Text(text) if counts => {
                let grid = grids.last_mut().unwrap();
                let cell = grid.weeks.last_mut().and_then(|week| week.last_mut());
                match cell {
                    _ if is_tag(&open, "caption") => grid.name.push_str(&text),
                    _ if is_tag(&open, "th") && is_within("app-unseen") => {
                        grid.weekdays.last_mut().unwrap().push_str(&text);
                    }
                    Some(cell) if is_within("app-day__date") => cell.number.push_str(&text),
                    Some(cell) if is_within("app-day__mark") => {
                        let gap = if cell.signs.is_empty() { "" } else { " " };
                        cell.signs.extend([gap, &text]);
                    }
                    Some(cell) if is_within("app-unseen") => cell.said.push_str(&text),
                    _ => {}
                }
            }
            Piece::Text(_) => {}
        }
    }
    grids
}

fn is_tag(open: &[(String, String)], wanted: &str) -> bool {
    open.iter().any(|(name, _)| name == wanted)
}

/// The days of the count in all grids: the date and its signs.
pub fn days(html: &str) -> Vec<(String, String)> {
    let cells = grids(html).into_iter().flat_map(|grid| grid.weeks).flatten();
    cells.filter_map(|cell| Some((cell.date?, cell.signs))).collect()
}

/// The signs that the legend explains.
pub fn legend(html: &str) -> Vec<String> {
    let legend = html.split("<ul class=\"app-legend\"").nth(1).unwrap_or_default().split("</ul>").next().unwrap();
    let marks = legend.split("class=\"app-day__mark\" aria-hidden=\"true\">").skip(1);
    marks.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// What stands on the line of time: each event's kind, and its day or moment.
pub fn events(html: &str) -> Vec<(String, Option<String>)> {
    let mut events: Vec<(String, Option<String>)> = Vec::new();
    let mut is_in_event = false;
    for element in elements(html) {
        if element.is("app-timeline__event") {
            let classes =
                element.get("class").unwrap().split(' ').map(|class| class.replace("app-timeline__event", ""));
            let kind = classes.filter(|kind| !kind.is_empty() && kind != "--past").collect::<Vec<_>>().concat();
            events.push((kind.trim_start_matches("--").to_owned(), None));
            is_in_event = true;
        } else if element.name == "section" {
            is_in_event = false;
        } else if element.name == "time" && is_in_event {
            let day = &mut events.last_mut().unwrap().1;
            assert!(day.is_none(), "two times in one event");
            *day = element.get("datetime").map(str::to_owned);
        }
    }
    events
}
