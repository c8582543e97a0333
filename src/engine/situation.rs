//! Where a case stands while it is being judged: its channel, its week, its day 0 and the end of its term.

use chrono::NaiveDate;

use super::calendar::Workdays;
use super::case::Case;
use super::catalogue::Channel;
use super::condition::Circumstances;
use super::deadline;

/// What conditions and milestones are judged against.
#[derive(Clone, Copy)]
pub struct Situation<'a, 'c> {
    pub case: &'c Case,
    pub channel: Option<&'a Channel>,
    pub week: &'c dyn Workdays,
    /// Day 0; none while the calendar cannot give it.
    pub day_zero: Option<NaiveDate>,
    /// The last day of the term; none before it is reckoned.
    pub term_end: Option<NaiveDate>,
}

impl<'a> Circumstances<'a> for Situation<'a, '_> {
    fn case(&self) -> &Case {
        self.case
    }

    fn acceptance_day(&self) -> Option<NaiveDate> {
        self.day_zero
    }

    fn milestone(&self, id: &'a str) -> Result<NaiveDate, Vec<&'a str>> {
        let rules = self.channel.map_or(&[][..], |channel| &channel.milestones);
        rules.iter().find(|rule| rule.id == id).map_or(Err(Vec::new()), |rule| deadline::milestone(rule, self))
    }
}
