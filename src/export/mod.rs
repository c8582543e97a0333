//! A verdict as a file.

pub mod dates;
pub mod ics;
pub mod json;
pub mod lanes;
pub mod proof;
pub mod text;
