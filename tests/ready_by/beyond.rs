//! A day outside the calendar.

use merzim::content;
use merzim::engine::catalogue::ChannelId::{Portal, ProviderOffice, StateCorporation};
use merzim::export::lanes;
use merzim::lang::Lang;
use merzim::words::Words;
use serde_json::{Value, json};

use super::{asked, day, read, school, told, until};

#[test]
fn past_the_calendar_no_moment_is_the_last() {
    let each = |text: &str| told(&[ProviderOffice, StateCorporation, Portal].map(|id| (id, text)));
    assert_eq!(content::shipped().calendar.last_day(), day("2028-12-31"));
    for needed in ["2029-01-01", "2035-01-01"] {
        let expected = each("the calendar has 2015-01-01 to 2028-12-31");
        assert_eq!(until(&school(), needed, "2026-11-23T10:00"), expected);
    }
    // Up to its last day the answer is a moment.
    let on_the_last = until(&school(), "2028-12-31", "2026-11-23T10:00");
    assert!(on_the_last.iter().all(|(_, said)| said.starts_with("until 2028-12-")), "{on_the_last:?}");
    // A day before the calendar has passed; asked before the calendar, no day can be named.
    assert_eq!(until(&school(), "2010-01-01", "2025-02-03T10:00"), each("too late, ready 2025-02-24"));
    assert_eq!(until(&school(), "2010-01-01", "2009-12-01T10:00"), told(&[]));
    // Where there is no date whenever one files, the calendar is not the reason.
    let documents_missing = read("school-certificate-duplicate", None, json!({"reason": "lost"}), &[]);
    let said = until(&documents_missing, "2035-01-01", "2026-11-23T10:00");
    assert!(said.iter().all(|(_, said)| said.starts_with("no date, ")), "{said:?}");

    let content = content::shipped();
    let by = asked(&school(), day("2035-01-01"), "2026-11-23T10:00:00".parse().unwrap());
    let words = Words { lang: Lang::En, catalogue: content.catalogue, calendar: &content.calendar };
    let says = "The calendar has only these days: from 1 January 2015 to 31 December 2028.";
    assert_eq!(words.chance(&by.lanes[0].1), says);
    let answer = lanes::ready_by(&words, &by, None);
    let row = &answer["lanes"][0];
    assert_eq!((&row["file_until"], &row["says"]), (&Value::Null, &json!(says)));
    assert_eq!(row["calendar"], json!({"first": "2015-01-01", "last": "2028-12-31"}));
}
