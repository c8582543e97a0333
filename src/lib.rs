//! Merzim: which documents, complete or not, entitled or not, ready on which day, and why that day.

pub mod baked;
pub mod content;
pub mod engine;
pub mod export;
pub mod find;
pub mod lang;
pub mod ui;
pub mod words;
