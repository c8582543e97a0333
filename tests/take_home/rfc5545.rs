//! Calendar files, read by a parser that is not ours, and what RFC 5545 asks of their octets.

use std::collections::BTreeMap;
use std::ops::Index;

use chrono::{Days, NaiveDate, NaiveDateTime};
use ical::IcalParser;
use merzim::lang::Lang;

/// The properties of an event: their values unescaped, their parameters beside them.
#[derive(Debug)]
pub struct Event {
    values: BTreeMap<String, String>,
    parameters: BTreeMap<String, String>,
}

impl Index<&str> for Event {
    type Output = String;

    fn index(&self, name: &str) -> &String {
        self.values.get(name).unwrap_or_else(|| panic!("no {name} in {self:?}"))
    }
}

/// The events of a file that holds one calendar with at least one event and nothing else.
pub fn read(file: &str) -> Vec<Event> {
    let calendars: Vec<_> = IcalParser::new(file.as_bytes()).collect::<Result<_, _>>().unwrap();
    let [calendar] = &calendars[..] else { panic!("{} calendars", calendars.len()) };
    let head: Vec<_> = calendar.properties.iter().map(|property| property.name.as_str()).collect();
    assert_eq!(head, ["VERSION", "PRODID"], "no METHOD: it is no message");
    assert_eq!(calendar.properties[0].value.as_deref(), Some("2.0"));
    assert!(calendar.todos.is_empty() && calendar.timezones.is_empty() && calendar.alarms.is_empty());
    assert!(!calendar.events.is_empty(), "a calendar holds at least one component");
    calendar.events.iter().map(|event| event_of(&event.properties)).collect()
}

fn event_of(properties: &[ical::property::Property]) -> Event {
    let mut event = Event { values: BTreeMap::new(), parameters: BTreeMap::new() };
    for property in properties {
        let value = property.value.as_deref().unwrap_or_default();
        let is_text = ["SUMMARY", "DESCRIPTION"].contains(&property.name.as_str());
        let value = if is_text { unescaped(value) } else { value.to_owned() };
        assert!(event.values.insert(property.name.clone(), value).is_none(), "{} comes twice", property.name);
        for (name, values) in property.params.iter().flatten() {
            event.parameters.insert(format!("{};{name}", property.name), values.join(","));
        }
    }
    event
}

/// A TEXT as a person reads it. A comma, a semicolon or a backslash stands in it only behind a backslash.
fn unescaped(value: &str) -> String {
    let (mut text, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match (letter, if letter == '\\' { letters.next() } else { None }) {
            ('\\', Some('n' | 'N')) => text.push('\n'),
            ('\\', Some(escaped @ ('\\' | ';' | ','))) => text.push(escaped),
            ('\\', other) => panic!("\\{other:?} means nothing in {value}"),
            (',' | ';', _) => panic!("{letter} is not escaped in {value}"),
            (letter, _) => text.push(letter),
        }
    }
    text
}

impl Event {
    /// The event's own id.
    pub fn what(&self) -> &str {
        self["UID"].split_once('-').unwrap().0
    }

    /// The end, exclusive; nothing for a moment.
    pub fn end(&self) -> &str {
        self.values.get("DTEND").map_or("", String::as_str)
    }

    pub fn is_timed(&self) -> bool {
        !self.parameters.contains_key("DTSTART;VALUE")
    }

    pub fn start_utc(&self) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(&self["DTSTART"], "%Y%m%dT%H%M%SZ").unwrap()
    }

    /// The first and the last day, or the first and the last minute in Kazakhstan since March 2024, as the cases write them.
    pub fn span(&self) -> [String; 2] {
        if self.is_timed() {
            let ends = [&self["DTSTART"], self.values.get("DTEND").unwrap_or(&self["DTSTART"])];
            return ends.map(|at| {
                let at = NaiveDateTime::parse_from_str(at, "%Y%m%dT%H%M%SZ").unwrap();
                let local = merzim::ui::kazakhstan_from_utc(at.and_utc().timestamp_millis() as f64);
                merzim::engine::case::write_moment(local)
            });
        }
        let day = |name: &str| NaiveDate::parse_from_str(&self[name], "%Y%m%d").unwrap();
        [day("DTSTART"), day("DTEND") - Days::new(1)].map(|day| day.to_string())
    }

    /// How many days a whole-day event takes; none for a moment.
    pub fn days(&self) -> i64 {
        if self.is_timed() {
            return 0;
        }
        let day = |name: &str| NaiveDate::parse_from_str(&self[name], "%Y%m%d").unwrap();
        (day("DTEND") - day("DTSTART")).num_days()
    }

    /// What every event has, and nothing more than these.
    pub fn assert_whole(&self, lang: Lang) {
        let all = ["DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"];
        let names: Vec<_> = self.values.keys().map(String::as_str).collect();
        let expected: Vec<_> = all.into_iter().filter(|name| *name != "DTEND" || names.contains(name)).collect();
        assert_eq!(names, expected);
        assert_eq!(self["TRANSP"], "TRANSPARENT");
        assert!(NaiveDateTime::parse_from_str(&self["DTSTAMP"], "%Y%m%dT%H%M%SZ").is_ok(), "{self:?}");
        assert!(self["SEQUENCE"].parse::<u32>().is_ok(), "{self:?}");
        assert!(["CONFIRMED", "TENTATIVE"].contains(&self["STATUS"].as_str()));
        for text in ["SUMMARY", "DESCRIPTION"] {
            assert_eq!(self.parameters[&format!("{text};LANGUAGE")], lang.code());
            assert!(!self[text].trim().is_empty() && !self[text].contains(['{', '}', '\r']), "{self:?}");
        }
        assert!(!self["SUMMARY"].contains('\n'), "{self:?}");
        if self.is_timed() {
            assert!(self.parameters.keys().all(|name| !name.starts_with("DT")), "{self:?}");
            self.start_utc();
        } else {
            assert_eq!((&*self.parameters["DTSTART;VALUE"], &*self.parameters["DTEND;VALUE"]), ("DATE", "DATE"));
            assert!(1 <= self.days(), "the end is exclusive: {self:?}");
        }
    }
}

/// Every line ends by CRLF, none is longer than 75 octets, none ends within a letter, and none is empty.
pub fn assert_octets(file: &str) {
    let lines: Vec<_> = file.as_bytes().split_inclusive(|octet| *octet == b'\n').collect();
    for line in &lines {
        let shown = String::from_utf8_lossy(line);
        let Some(line) = line.strip_suffix(b"\r\n") else { panic!("no CRLF: {shown:?}") };
        assert!(line.len() <= 75, "{} octets: {shown:?}", line.len());
        assert!(std::str::from_utf8(line).is_ok(), "a letter is torn apart: {shown:?}");
        assert!(line.iter().all(|octet| !octet.is_ascii_control()), "{shown:?}");
        assert!(!line.trim_ascii_start().is_empty(), "an empty line");
    }
    assert_eq!(lines.last().copied(), Some(&b"END:VCALENDAR\r\n"[..]));
    // Unfolded, each line is a name, parameters and a value.
    for line in file.replace("\r\n ", "").lines() {
        let name: String = line.chars().take_while(|letter| !":;".contains(*letter)).collect();
        assert!(!name.is_empty() && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '-'), "{line}");
    }
}
