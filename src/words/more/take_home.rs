//! What is said where an answer is taken home.

sayings! {
    /// What is said where an answer is taken home.
    TakeHome, TAKE_HOME:
    title { "Өзіңізбен алып кетіңіз", "Возьмите с собой", "Take it with you" }
}
