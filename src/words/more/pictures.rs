//! What the pictures of an answer say.

sayings! {
    /// What the pictures of an answer say.
    Pictures, PICTURES:
    calendar { "Күнтізбе", "Календарь", "Calendar" }
}
