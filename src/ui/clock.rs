//! Whether the device's clock can be believed, and so whether the page may propose a filing day.

use chrono::NaiveDateTime;

use crate::engine::calendar::Calendar;

/// Why the page proposes no filing day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// The clock is slow: it shows a day before the build's.
    BeforeBuild,
    /// The clock is fast or this copy is old: it shows a day after the last official one.
    BeyondHorizon,
}

/// The moment itself, if the page may propose it as the moment of filing.
///
/// The build's day is the one on which its facts were last compared with the acts: none is built before, and two builds
/// of the same facts agree.
///
/// ```
/// use merzim::content;
/// use merzim::ui::clock::{ClockFault, proposed};
/// # fn at(text: &str) -> chrono::NaiveDateTime { text.parse().unwrap() }
/// let calendar = &content::shipped().calendar;
/// let now = at("2026-11-23T11:30:00");
/// assert_eq!(proposed(now, calendar), Ok(now));
/// assert_eq!(proposed(at("1970-01-01T05:00:00"), calendar), Err(ClockFault::BeforeBuild));
/// assert_eq!(proposed(at("2038-01-19T08:14:07"), calendar), Err(ClockFault::BeyondHorizon));
/// ```
pub fn proposed(now: NaiveDateTime, calendar: &Calendar) -> Result<NaiveDateTime, ClockFault> {
    if now.date() < calendar.facts().as_of {
        Err(ClockFault::BeforeBuild)
    } else if calendar.official_to() < now.date() {
        Err(ClockFault::BeyondHorizon)
    } else {
        Ok(now)
    }
}
