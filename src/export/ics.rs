//! The days of an answer as a calendar file, after RFC 5545.
//!
//! What a calendar program needs to keep the same event up to date: a UID that the same case always gets, and a SEQUENCE
//! that grows with the day on which the facts were last compared with the acts. That day is the DTSTAMP as well: no clock
//! is asked, so the same case gives the same bytes. Nothing that a person was asked stands in the file.
//!
//! ```
//! # use merzim::{content, engine::assess, engine::case::WrittenCase, export::ics, lang::Lang, words::Words};
//! let content = content::shipped();
//! let written: WrittenCase = serde_json::from_str(
//!     r#"{"service": "tve-incomplete-certificate", "edition": "order-19-2023", "channel": "provider_office",
//!         "facts": {"reason": "academic_leave", "consent_personal_data": true},
//!         "accepted_at": "2025-02-03T10:00", "documents_present": ["application", "id_document"]}"#,
//! )?;
//! let case = written.read(content.catalogue).unwrap();
//! let verdict = assess(content.catalogue, &content.calendar, &case);
//! let words = Words { lang: Lang::En, catalogue: content.catalogue, calendar: &content.calendar };
//! let file = ics::calendar(&words, &ics::events(&words, content.version, &case, &verdict)).unwrap();
//! assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
//! // Three working days after Monday the third; the end is the day after.
//! assert!(file.contains("DTSTART;VALUE=DATE:20250206\r\nDTEND;VALUE=DATE:20250207\r\n"));
//! assert_eq!(ics::calendar(&words, ""), None, "no events, no file");
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::fmt::Display;

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::dates::{self, Event, When};
use crate::engine::case::Case;
use crate::engine::verdict::Verdict;
use crate::words::Words;

/// The events of one case, to be put into a [`calendar`]; empty where the answer has no day to keep.
pub fn events(words: &Words, version: &str, case: &Case, verdict: &Verdict) -> String {
    let known_by = known_by(case);
    let mut lines = Lines::default();
    for event in dates::events(words, version, verdict) {
        write_event(&mut lines, words, known_by, &event);
    }
    lines.0
}

/// The file with these events; none without events, because a calendar holds at least one.
pub fn calendar(words: &Words, events: &str) -> Option<String> {
    if events.is_empty() {
        return None;
    }
    let mut head = Lines::default();
    head.line("BEGIN", "VCALENDAR");
    head.line("VERSION", "2.0");
    let lang = words.lang.code().to_ascii_uppercase();
    head.line("PRODID", [concat!("-//Merzim//Merzim ", env!("CARGO_PKG_VERSION"), "//"), &lang].concat());
    Some([&head.0, events, "END:VCALENDAR\r\n"].concat())
}

fn write_event(lines: &mut Lines, words: &Words, known_by: u64, event: &Event) {
    let as_of = words.calendar.facts().as_of;
    lines.line("BEGIN", "VEVENT");
    lines.line("UID", format!("{}-{known_by:016x}@merzim", event.id));
    lines.line("SEQUENCE", sequence(as_of));
    lines.line("DTSTAMP", format!("{}T000000Z", day(as_of)));
    match event.when {
        When::Days { first, last } => {
            lines.line("DTSTART;VALUE=DATE", day(first));
            // The end is exclusive.
            lines.line("DTEND;VALUE=DATE", day(last.succ_opt().unwrap_or(last)));
        }
        When::Minutes { from, to } => {
            lines.line("DTSTART", utc(from));
            // Without an end the event is the moment itself; an end must come later.
            if from < to {
                lines.line("DTEND", utc(to));
            }
        }
    }
    let lang = words.lang.code();
    lines.line(&["SUMMARY;LANGUAGE=", lang].concat(), escaped(&event.title));
    lines.line(&["DESCRIPTION;LANGUAGE=", lang].concat(), escaped(&event.told.join("\n")));
    lines.line("STATUS", if event.certain { "CONFIRMED" } else { "TENTATIVE" });
    lines.line("TRANSP", "TRANSPARENT");
    lines.line("END", "VEVENT");
}

/// Content lines, each ended by CRLF and folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Writes `name:value`, at most 75 octets a line: what is longer goes on after a line break and a space, which count
    /// for the next line. No letter is torn apart, and no line ends or goes on with a space of the text, which some
    /// calendars lose there.
    fn line(&mut self, name: &str, value: impl Display) {
        const LONGEST: usize = 75;
        let line = format!("{name}:{value}");
        let (mut length, mut after_space) = (0, false);
        for (place, letter) in line.char_indices() {
            // A letter, the spaces after it and the next letter stay together.
            let rest = line.get(place + letter.len_utf8()..).unwrap_or_default();
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            let next = rest.trim_start_matches(' ').chars().next().filter(|_| 0 < spaces).map_or(0, char::len_utf8);
            let may_break = letter != ' ' && !after_space;
            let together = letter.len_utf8() + if may_break { spaces + next } else { 0 };
            if LONGEST < length + together {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
            after_space = letter == ' ';
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

fn day(date: NaiveDate) -> String {
    date.to_string().replace('-', "")
}

/// Civil time in Kazakhstan as UTC: five hours behind since 1 March 2024, six before. The hour that came twice that night
/// is taken as the first of the two.
fn utc(local: NaiveDateTime) -> String {
    /// 2024-03-01 00:00, in seconds of local time.
    const FIVE_HOURS_FROM: i64 = 1_709_251_200;
    let hours = if FIVE_HOURS_FROM <= local.and_utc().timestamp() { 5 } else { 6 };
    let at = local - Duration::hours(hours);
    format!("{}T{}Z", day(at.date()), at.time().to_string().replace(':', ""))
}

/// Days since the year 2000.
fn sequence(as_of: NaiveDate) -> i64 {
    as_of.signed_duration_since(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or(as_of)).num_days()
}

/// What the same case is always known by, whatever papers are ticked since: a hash, so that no answer can be read in it.
fn known_by(case: &Case) -> u64 {
    let Case { service, edition, channel, facts, accepted_at, known_on, documents_present: _ } = case;
    let mut told = format!("{service} {} {accepted_at}", channel.slug());
    for part in [edition.clone(), known_on.map(|day| day.to_string())] {
        told.push('\n');
        told.push_str(&part.unwrap_or_default());
    }
    for (fact, value) in facts.iter() {
        told.push_str(&format!("\n{fact}={value}"));
    }
    // FNV-1a: the standard library's hash may change with the compiler.
    told.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
