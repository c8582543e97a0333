use crate::engine::{calendar::*, catalogue::*, verdict::*};
use crate::lang::Lang;
pub struct Words<'a> {
    pub lang: Lang,
    pub catalogue: &'a Catalogue,
    pub calendar: &'a Calendar,
}
impl Words<'_> {
    pub fn caution(&self, c: &Caution) -> String {
        format!("{c:?}")
    }
    pub fn headline(&self, _: &Verdict) -> String {
        String::new()
    }
    pub fn day_status(&self, _: DayStatus) -> String {
        String::new()
    }
    pub fn term(&self, _: &Verdict) -> String {
        String::new()
    }
    pub fn proof_day(&self, _: &ProofDay) -> String {
        String::new()
    }
}
