//! The journeys' cases, and the days on which they end, worked out by hand from the paragraph.

use crate::person::Errand;

/// A school certificate is lost; a duplicate takes 15 working days, the day of filing not among them (F4 row 2(1)).
/// Filed on Tue 20 May 2025: 21–23 May are days 1–3, 26–30 May 4–8, 2–5 June 9–12; Fri 6 June is the first day of
/// Kurban Ait; Mon 9 is 13, Tue 10 is 14, Wed 11 June is 15.
pub const SCHOOL_AT_THE_OFFICE: (Errand, &str) = (
    Errand {
        service: "school-certificate-duplicate",
        edition: "rules-undated",
        answers: &[
            ("reason", "lost"),
            ("consent_personal_data", "true"),
            ("is_minor", "false"),
            ("applicant", "self"),
            ("level", "general_secondary"),
            ("channel", "provider_office"),
        ],
        day: "20.5.2025",
        time: "10:00",
        documents: &["application", "id_document"],
    },
    "2025-06-11",
);

/// The same 15 working days at the State Corporation, filed on Mon 3 February 2025: 4–7 February are days 1–4, 10–14
/// 5–9, 17–21 10–14, Mon 24 February is 15.
pub const SCHOOL_AT_THE_STATE_CORPORATION: (Errand, &str) = (
    Errand {
        answers: &[
            ("reason", "lost"),
            ("consent_personal_data", "true"),
            ("is_minor", "false"),
            ("applicant", "self"),
            ("level", "general_secondary"),
            ("channel", "state_corporation"),
            ("desk", "main"),
        ],
        day: "3.2.2025",
        ..SCHOOL_AT_THE_OFFICE.0
    },
    "2025-02-24",
);

/// The same 15 working days on the portal, filed on Fri 7 February 2025 at 18:30, after hours: accepted on Mon 10
/// (F4 row 6(3)); 11–14 are days 1–4, 17–21 5–9, 24–28 10–14, Mon 3 March is 15.
pub const SCHOOL_ON_THE_PORTAL: (Errand, &str) = (
    Errand {
        answers: &[
            ("reason", "lost"),
            ("consent_personal_data", "true"),
            ("is_minor", "false"),
            ("applicant", "self"),
            ("level", "general_secondary"),
            ("channel", "portal"),
            ("signature", "eds"),
        ],
        day: "7.2.2025",
        time: "18:30",
        documents: &["application"],
        ..SCHOOL_AT_THE_OFFICE.0
    },
    "2025-03-03",
);

/// A certificate of unfinished studies at a State Corporation that is not in the college's place takes 8 working days
/// (F2 annex 2 row 3(1)). Filed on Mon 3 February 2025: 4–7 are days 1–4, 10–12 5–7, Thu 13 February is 8.
pub const CERTIFICATE_FROM_ELSEWHERE: (Errand, &str) = (
    Errand {
        service: "tve-incomplete-certificate",
        edition: "order-19-2023",
        answers: &[
            ("reason", "interim_attestation"),
            ("consent_personal_data", "true"),
            ("completed_studies", "false"),
            ("court_bar", "false"),
            ("applicant", "self"),
            ("channel", "state_corporation"),
            ("provider_in_place", "false"),
            ("desk", "main"),
        ],
        day: "3.2.2025",
        time: "10:00",
        documents: &["application", "id_document"],
    },
    "2025-02-13",
);

/// The same certificate from the college's own office takes 3 working days: Tue 4, Wed 5, Thu 6 February 2025.
pub const CERTIFICATE_AT_THE_OFFICE: (Errand, &str) = (
    Errand {
        answers: &[
            ("reason", "interim_attestation"),
            ("consent_personal_data", "true"),
            ("completed_studies", "false"),
            ("court_bar", "false"),
            ("applicant", "self"),
            ("channel", "provider_office"),
        ],
        ..CERTIFICATE_FROM_ELSEWHERE.0
    },
    "2025-02-06",
);

/// A university diploma by rules that are repealed: 1 + 3 + 1 + 6 + 1 = 12 calendar days on the portal (F3 ¶9). Filed
/// on Tue 5 February 2019: 5 + 12 = Sun 17 February, so Mon 18.
pub const DIPLOMA_BY_REPEALED_RULES: (Errand, &str) = (
    Errand {
        service: "he-diploma-duplicate",
        edition: "order-127-2018",
        answers: &[("reason", "lost"), ("channel", "portal"), ("signature", "eds")],
        day: "5.2.2019",
        time: "10:00",
        // The list of documents stands in no source: there is nothing to tick.
        documents: &[],
    },
    "2019-02-18",
);
