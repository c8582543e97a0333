//! One row for each kind of fault: what is changed in a copy of the facts, and what `check` must say of it.

use serde_json::{Value, json};

use super::Edit::{self, Remove, Reverse, Set, Twice};

const CERTIFICATE: &str = "services/tve-incomplete-certificate.json";
const DIPLOMA: &str = "services/tve-diploma-duplicate.json";
const TRANSFER: &str = "services/tve-transfer-reinstatement.json";
pub const SCHOOL: &str = "services/school-certificate-duplicate.json";
const UNIVERSITY: &str = "services/he-diploma-duplicate.json";

/// File, place, edit; then path and words of the fault.
type Seed = (&'static str, &'static str, Edit, &'static str, &'static str);

/// File, place, edit; then the path that the fault names and a part of what it says to write.
#[rustfmt::skip]
pub fn all() -> Vec<Seed> {
    vec![
        // What the parser refuses.
        (CERTIFICATE, "colour", Set(json!("red")), "colour", "unknown field `colour`, expected one of"),
        (CERTIFICATE, "editions/order-19-2023/in_force/colour", Set(json!(1)), "editions[0].in_force.colour", "expected one of"),
        (CERTIFICATE, "editions/order-19-2023/in_force/source", Remove, "editions[0].in_force", "missing field `source`"),
        (CERTIFICATE, "name/value/en", Remove, "name.value", "missing field `en`"),
        (CERTIFICATE, "name/value/de", Set(json!("Bescheinigung")), "name.value.de", "unknown field `de`"),
        (CERTIFICATE, "editions/order-19-2023/in_force/not_before", Set(json!("2023-02-30")), "editions[0].in_force.not_before", "write a date such as 2026-11-03"),
        (CERTIFICATE, "editions/order-19-2023/in_force/not_before", Set(json!("28.11.2023")), "editions[0].in_force.not_before", "write a date such as 2026-11-03"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/opening/desks/desks/main/hours/0/opens", Set(json!("9:00")), "editions[0].channels[0].opening.desks.desks[0].hours[0].opens", "HH:MM"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/opening/desks/desks/main/hours/0/closes", Set(json!("25:00")), "closes", "HH:MM"),
        (CERTIFICATE, "editions/order-19-2023/fee/unknown", Set(json!("not_stated")), "editions[0].fee", "write either `value` or `unknown`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/milestones/session_cap/unit", Set(json!("fortnights")), "editions[0].channels[0].milestones[1].unit", "expected one of `office_minutes`, `working_days`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"if": "moon"})), "editions[0].requirements[1].holds_when", "expected one of `always`, `is`"),
        ("calendar.json", "holidays/new-year/days/0", Set(json!("02-30")), "holidays[0].days[0]", "write month and day as \"12-16\""),
        ("calendar.json", "kurban_ait/0/status", Set(json!("guessed")), "kurban_ait[0].status", "expected one of `confirmed`"),
        ("calendar.json", "transfers/2016-03-05/announced", Remove, "transfers[0]", "missing field `announced`"),

        // Texts and sources.
        (CERTIFICATE, "name/value/kk", Set(json!("")), "name.value.kk", "write the text alone"),
        (CERTIFICATE, "name/value/ru", Set(json!(" Справка")), "name.value.ru", "write the text alone"),
        (CERTIFICATE, "name/source", Set(json!("F9 p1")), "name.source", "`F9`, which is no act of acts.json: write"),
        (CERTIFICATE, "name/source", Set(json!("F2")), "name.source", "gives no place: write for example `F2 a2 r3.1`"),
        (CERTIFICATE, "name/source", Set(json!("READ A-99")), "name.source", "the reading `A-99` is not in notices.json: write"),
        (CERTIFICATE, "name/source", Set(json!("F2 p5 L60-50")), "name.source", "write the first and the last"),
        (CERTIFICATE, "name/source", Set(json!("F2 p5 Lsixty")), "name.source", "write the first and the last"),

        // References.
        (CERTIFICATE, "editions/order-19-2023/act", Set(json!("V0000000000")), "editions.order-19-2023", "add it to acts.json"),
        (CERTIFICATE, "editions/order-19-2023/questions/0", Set(json!("mood")), "editions.order-19-2023.questions", "no fact has the id `mood`"),
        (CERTIFICATE, "editions/order-19-2023/notices/0/id", Set(json!("A-99")), "editions.order-19-2023.notices", "no notice has the id `A-99`: add it"),
        (CERTIFICATE, "editions/order-19-2023/channels/state_corporation/opening/desks/desks/duty_department/id", Set(json!("attic")), "editions.order-19-2023.channels.state_corporation.opening", "no desk has the id `attic`: write one of main, duty_department"),
        (CERTIFICATE, "editions/order-19-2023/channels/state_corporation/opening/desks/chosen_by", Set(json!("mood")), "editions.order-19-2023.channels.state_corporation.opening", "no fact has the id `mood`"),
        (CERTIFICATE, "editions/order-19-2023/channels/state_corporation/opening/desks/chosen_by", Set(json!("reason")), "editions.order-19-2023.channels.state_corporation.opening", "the fact `reason` cannot be `main`: write one of lost"),
        (CERTIFICATE, "editions/order-19-2023/channels/state_corporation/opening/desks/chosen_by", Remove, "editions.order-19-2023.channels.state_corporation.opening", "write `chosen_by`"),
        (CERTIFICATE, "editions/order-19-2023/channels/state_corporation/steps/value/0/actor", Set(json!("wizard")), "editions.order-19-2023.channels.state_corporation.steps[0]", "no actor has the id `wizard`: write one of"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/milestones/hearing_by/id", Set(json!("full_moon")), "editions.order-19-2023.channels.provider_office.milestones.full_moon", "no milestone of vocabulary.json has the id `full_moon`: write one of"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/milestones/hearing_notice_by/week", Set(json!("six_day")), "editions.order-19-2023.channels.provider_office.milestones.hearing_notice_by", "leave out `week`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/milestones/session_cap/week", Set(json!("six_day")), "editions.almaty-oblast-425-2019.channels.provider_office.milestones.session_cap", "leave out `week`"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/milestones/hearing_by/kind", Remove, "editions[0].channels[0].milestones[1]", "missing field `kind`"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/visits", Remove, "editions[0].channels[0]", "missing field `visits`"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/evidence/rules/0/evidence", Set(json!("passport_of_cat")), "editions.order-19-2023.channels.provider_office.evidence.rules[0]", "no document has the id `passport_of_cat`: write one of application"),
        (TRANSFER, "editions/almaty-oblast-425-2019/territory/value", Set(json!("atlantis")), "editions.almaty-oblast-425-2019.territory", "cannot be `atlantis`: write one of almaty_oblast"),
        (TRANSFER, "editions/almaty-oblast-425-2019/territory/fact", Set(json!("planet")), "editions.almaty-oblast-425-2019.territory", "no fact has the id `planet`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/week/asked", Set(json!("action")), "editions.almaty-oblast-425-2019.week", "cannot be `mon_fri`: write one of transfer"),
        ("vocabulary.json", "facts/is_minor/values", Set(json!([{"id": "very", "name": {"kk": "Өте", "ru": "Очень", "en": "Very"}}])), "facts.is_minor", "for a fact of kind `word`, and only for one"),
        ("vocabulary.json", "channels/portal/id", Set(json!("pigeon_post")), "channels", "no channel has the id `portal`"),

        // Conditions.
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"is": {"fact": "mood", "in": [true]}})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "no fact has the id `mood`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"is": {"fact": "is_minor", "in": ["yes"]}})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "the fact `is_minor` cannot be `yes`: write true or false"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"not": {"is": {"fact": "action", "in": ["transfers"]}}})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "write one of transfer, reinstatement"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"is": {"fact": "college_region", "in": ["atlantis"]}})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "cannot be `atlantis`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"is": {"fact": "action", "in": []}})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "write at least one in `in`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/transfer_period/holds_when", Set(json!({"any": [{"has": "magic_wand"}]})), "editions.almaty-oblast-425-2019.requirements.transfer_period", "no document has the id `magic_wand`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/session_reachable/holds_when", Set(json!({"filed_by": "storage_until"})), "editions.almaty-oblast-425-2019.requirements.session_reachable", "no milestone of this edition has the id `storage_until`: write one of"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/session_reachable/holds_when", Set(json!({"fact_after": {"fact": "action", "milestone": "session_cap"}})), "editions.almaty-oblast-425-2019.requirements.session_reachable", "the fact `action` holds no date"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements/session_reachable/holds_when", Set(json!({"filed_between": ["09-20", "06-20"]})), "editions.almaty-oblast-425-2019.requirements.session_reachable", "filed_between never holds: write"),

        // Spans and order.
        (CERTIFICATE, "editions/order-19-2023/in_force/surely_from", Set(json!("2023-11-01")), "editions.order-19-2023.in_force", "not_before, surely_from, repeal_not_before"),
        (CERTIFICATE, "editions", Reverse, "editions.order-19-2023", "write the editions newest first: `order-19-2023` begins later"),
        (CERTIFICATE, "editions/order-19-2020/in_force/surely_ended", Remove, "editions.order-19-2020", "overlaps that of `order-19-2023`: write when"),
        (CERTIFICATE, "editions/order-19-2023/channels", Set(json!([])), "editions.order-19-2023", "write at least one channel"),

        // Hours, terms, milestones.
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/opening/desks/desks/main/hours/0/lunch", Set(json!(["17:00", "19:00"])), "editions.order-19-2023.channels.provider_office.opening", "opening, lunch and closing in this order"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/opening/desks/desks/main/hours/0/opens", Set(json!("19:00")), "editions.order-19-2023.channels.provider_office.opening", "opening, lunch and closing in this order"),
        (CERTIFICATE, "editions/order-19-2023/channels/provider_office/opening/desks/desks/main/hours", Set(json!([])), "editions.order-19-2023.channels.provider_office.opening", "at least one row of hours"),
        (UNIVERSITY, "editions/order-127-2018/channels/state_corporation/terms/value/0/legs/1/duration/at_most", Set(json!(1)), "editions.order-127-2018.channels.state_corporation.terms.", "at_least not above at_most"),
        (UNIVERSITY, "editions/order-127-2018/channels/state_corporation/terms/value/0/legs/1/duration/unit", Set(json!("office_minutes")), "editions.order-127-2018.channels.state_corporation.terms.", "in office minutes or in days: write"),
        (UNIVERSITY, "editions", Set(json!([])), "editions", "write at least one edition"),
        (UNIVERSITY, "editions/order-127-2018/channels/portal/terms/value/0/legs/0/duration", Set(json!({"at_least": 0, "at_most": 0, "unit": "calendar_days"})), "editions.order-127-2018.channels.portal.terms.", "a leg takes no time: write"),
        (UNIVERSITY, "editions/order-127-2018/channels/state_corporation/terms/value/0/legs", Set(json!([])), "editions.order-127-2018.channels.state_corporation.terms.", "write legs"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/terms/value/transfer/not_after", Set(json!("full_moon")), "editions.almaty-oblast-425-2019.channels.provider_office.terms.transfer", "no milestone of this channel has the id `full_moon`: write one of"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/terms/value/fast_track/fast_track_of", Set(json!("fast_track")), "editions.almaty-oblast-425-2019.channels.provider_office.terms.fast_track", "no other term of this channel has the id `fast_track`"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/milestones/session_cap/from", Set(json!({"fact": "is_minor"})), "editions.almaty-oblast-425-2019.channels.provider_office.milestones.session_cap", "the fact `is_minor` holds no date"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/milestones/month_term_end/from", Set(json!({"milestone": "session_cap"})), "editions.almaty-oblast-425-2019.channels.provider_office.milestones.month_term_end", "write that milestone before it"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/steps/value/0/duration/value/at_least", Set(json!(16)), "editions.almaty-oblast-425-2019.channels.provider_office.steps[0]", "at_least not above at_most"),

        // Ids.
        ("index.json", "0/id", Set(json!("school-report")), "(file)", "is not among the shipped files"),
        (SCHOOL, "id", Set(json!("school-report")), "id", "the index says `school-certificate-duplicate` and the file `school-report`: write one id in both"),
        (DIPLOMA, "editions", Twice, "editions", "stands twice: keep one"),
        (DIPLOMA, "editions/standard-2015/channels", Twice, "editions.standard-2015.channels", "`provider_office` stands twice"),
        (TRANSFER, "editions/almaty-oblast-425-2019/requirements", Twice, "editions.almaty-oblast-425-2019", "stands twice: keep one"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/milestones", Twice, "editions.almaty-oblast-425-2019.channels.provider_office.milestones", "`month_term_end` stands twice"),
        (TRANSFER, "editions/almaty-oblast-425-2019/channels/provider_office/terms/value", Twice, "editions.almaty-oblast-425-2019.channels.provider_office.terms", "`fast_track` stands twice"),
        ("vocabulary.json", "facts", Twice, "facts", "`reason` stands twice"),
        ("vocabulary.json", "facts/level/values", Twice, "facts.level", "`basic_secondary` stands twice"),
        ("vocabulary.json", "evidence", Twice, "evidence", "`application` stands twice"),
        ("vocabulary.json", "desks", Twice, "desks", "`main` stands twice"),

        // The calendar.
        ("calendar.json", "last_day", Set(json!("2014-12-31")), "last_day", "write a last day that is not before the first"),
        ("calendar.json", "official_years/1", Set(json!({"year": 2020, "public_from": "2015-12-31", "source": "CAL transfers"})), "official_years", "one after the other, none left out"),
        ("calendar.json", "last_day", Set(json!("2025-12-31")), "official_years", "write no year that ends after last_day, 2025-12-31"),
        ("calendar.json", "official_years", Twice, "official_years", "one after the other, none left out"),
        ("calendar.json", "holidays", Twice, "holidays", "`new-year` stands twice"),
        ("calendar.json", "holidays/new-year/act", Set(json!("rumour")), "holidays.new-year", "no act has the id `rumour`"),
        ("calendar.json", "holidays/republic-day/last_kept", Set(json!("2020-10-25")), "holidays.republic-day", "write the earlier day as first_kept"),
        ("calendar.json", "holidays/republic-day/last_kept", Set(Value::Null), "holidays.republic-day", "write last_kept"),
        ("calendar.json", "kurban_ait/0/holiday", Set(json!("qurban-ait")), "kurban_ait.2015-09-23", "no holiday has the id `qurban-ait`: write one of new-year"),
        ("calendar.json", "kurban_ait/0/date", Set(json!("2014-09-24")), "kurban_ait.2014-09-24", "its year is 2015: write 2014"),
        ("calendar.json", "kurban_ait/19/until", Set(json!("2023-01-01")), "kurban_ait.2024-06-17", "public_from and until in this order"),
        ("calendar.json", "kurban_ait/1/confirmed_on", Set(json!("2015-09-25")), "kurban_ait.2015-09-24", "confirmed_on is after the day itself"),
        ("calendar.json", "kurban_ait/1/public_from", Set(json!("2026-11-23")), "as_of", "a row became public on 2026-11-23"),
        ("calendar.json", "kurban_ait/19/until", Set(Value::Null), "kurban_ait.2024", "the year has 2 rows without `until`: write one"),
        ("calendar.json", "transfers", Twice, "transfers", "`2016-03-05` stands twice"),
        ("calendar.json", "transfers/2016-03-05/moved_to", Set(json!("2016-03-05")), "transfers.2016-03-05", "moved_to is the same day: write"),
        ("calendar.json", "transfers/2016-03-05/moved_from", Set(json!("2016-03-02")), "transfers.2016-03-02", "moved_from is a working day: write"),
        ("calendar.json", "transfers/2016-03-05/moved_to", Set(json!("2016-03-06")), "transfers.2016-03-05", "moved_to is a rest day: write"),
        ("calendar.json", "transfers/2016-03-05/moved_to", Set(json!("2036-03-06")), "transfers.2016-03-05", "moved_to is outside first_day and last_day: write"),
        ("calendar.json", "transfers/2016-03-05/announced", Set(json!("2016-03-06")), "transfers.2016-03-05", "announced is after the day itself: write"),
        ("calendar.json", "transfers", Reverse, "transfers", "in the order of moved_from"),
        ("calendar.json", "transfers/2016-03-05/applies_to_six_day_week", Set(json!(true)), "transfers.2016-03-05", "moved_from is a Sat: write applies_to_six_day_week as false"),
        ("calendar.json", "transfers/2025-01-05/applies_to_six_day_week", Set(json!(false)), "transfers.2025-01-05", "moved_from is a Sun: write applies_to_six_day_week as true"),
    ]
}
