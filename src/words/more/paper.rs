//! What the printed page says.

sayings! {
    /// What the printed page says.
    Paper, PAPER:
    title { "Қағазға басып шығару", "Напечатать", "Print" }
}
