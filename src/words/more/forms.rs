//! What is said around the application forms; their own wording stands with them.

sayings! {
    /// What is said around the application forms; their own wording stands with them.
    Forms, FORMS:
    title { "Өтінішті толтыру", "Заполнить заявление", "Fill in the application" }
}
