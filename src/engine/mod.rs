//! Facts in, verdict out. No clock, no locale, no browser.

pub mod calendar;
