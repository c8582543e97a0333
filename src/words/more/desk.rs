//! What the desk says.

sayings! {
    /// What the desk says.
    Desk, DESK:
    service { "Қызмет", "Услуга", "Service" }
    known_on { "Күнтізбенің мына күнгі күйі", "Календарь по состоянию на", "Calendar as known on" }
    facts { "Мән-жайлар", "Обстоятельства", "Facts" }
}
