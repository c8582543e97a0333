//! Facts in, verdict out. No clock, no locale, no browser.

pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod condition;
pub mod verdict;
