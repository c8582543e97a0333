//! Facts in, verdict out. No clock, no locale, no browser.
