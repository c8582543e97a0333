//! A verdict as a file.

pub mod json;
pub mod proof;
