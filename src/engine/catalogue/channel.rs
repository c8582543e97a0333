//! The ways to file, and when each is open.

use serde::{Deserialize, Serialize};

use super::{
    AcceptanceDay, EvidenceList, IfIncomplete, Known, MilestoneRule, NoticeUse, ProcessingTime, Source, Sourced, Step,
};
use crate::baked::{List, Str};
use crate::lang::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelId {
    ProviderOffice,
    StateCorporation,
    Portal,
}

impl ChannelId {
    pub const ALL: [ChannelId; 3] = [ChannelId::ProviderOffice, ChannelId::StateCorporation, ChannelId::Portal];

    pub fn slug(self) -> &'static str {
        match self {
            ChannelId::ProviderOffice => "provider_office",
            ChannelId::StateCorporation => "state_corporation",
            ChannelId::Portal => "portal",
        }
    }

    pub fn from_slug(slug: &str) -> Option<ChannelId> {
        ChannelId::ALL.into_iter().find(|channel| channel.slug() == slug)
    }
}

/// One way to file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    pub id: ChannelId,
    /// Who receives here, as the edition names it.
    pub name: Sourced<Text>,
    pub opening: Opening,
    /// The further facts to ask for at this channel, in this order.
    pub questions: List<Str>,
    pub evidence: EvidenceList,
    pub if_incomplete: Sourced<IfIncomplete>,
    /// Whether the day of acceptance is expressly left out of the term; unknown where the text is silent.
    pub acceptance_day: Known<AcceptanceDay>,
    /// In order: the first whose condition holds is the term.
    pub terms: Known<List<ProcessingTime>>,
    pub milestones: List<MilestoneRule>,
    pub steps: Known<List<Step>>,
    pub waiting_minutes: Known<u16>,
    pub servicing_minutes: Known<u16>,
    pub visits: Visits,
    pub notices: List<NoticeUse>,
}

/// How often a person comes: what the sources say of handing in and of collecting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// 0 where one files from afar.
    pub to_file: Known<u8>,
    /// 0 where the result is handed out while one waits.
    pub to_collect: Known<u8>,
}

/// When a channel accepts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// A desk with hours. If there are several, the fact says which; unknown, the first.
    Desks(Desks),
    /// Round the clock.
    RoundTheClock(RoundTheClock),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desks {
    pub chosen_by: Option<Str>,
    pub desks: List<Desk>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    pub id: Str,
    pub hours: List<OpeningHours>,
    /// Whether the hours are assumed because the source does not give them.
    pub assumed: bool,
    pub source: Source,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTheClock {
    pub after_hours: AfterHours,
    /// The working hours that the rule, or its analogy, refers to.
    pub hours: List<OpeningHours>,
    pub source: Source,
}

/// What filing after working hours or on a day off does on the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterHours {
    /// Accepted on the next working day.
    NextWorkingDay,
    /// The text has no such rule; the same rule by analogy is shown as another reading.
    NotStated,
}

/// Hours on some days, half-open: at the closing minute the desk is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    pub days: OpeningDays,
    pub opens: TimeOfDay,
    pub closes: TimeOfDay,
    pub lunch: Option<[TimeOfDay; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningDays {
    /// Every worked day of the office's week, weekends worked by order included.
    WorkingDays,
    /// Saturdays that are no holiday and no moved day off, beside the working days.
    Saturdays,
}

/// A minute of the day, written `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeOfDay(pub u16);

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    /// Reads `HH:MM`, four digits and a colon.
    ///
    /// ```
    /// use merzim::engine::catalogue::TimeOfDay;
    /// assert_eq!(TimeOfDay::try_from("09:30".to_owned()), Ok(TimeOfDay(570)));
    /// for text in ["9:30", "+9:30", "09:+3", "24:00", "09:60", "09:3a"] {
    ///     assert!(TimeOfDay::try_from(text.to_owned()).is_err(), "{text}");
    /// }
    /// ```
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let minutes = match *text.as_bytes() {
            [h, hour, b':', m, minute] if [h, hour, m, minute].iter().all(u8::is_ascii_digit) => {
                let number = |tens: u8, ones: u8| u16::from(tens - b'0') * 10 + u16::from(ones - b'0');
                Some((number(h, hour), number(m, minute)))
            }
            _ => None,
        };
        let minutes = minutes.filter(|(hours, minutes)| *hours < 24 && *minutes < 60);
        let minutes = minutes.map(|(hours, minutes)| hours * 60 + minutes);
        minutes.map(TimeOfDay).ok_or("write a time of day as HH:MM, for example 09:00")
    }
}
