//! What completes the package, and the ways to a yes.

use merzim::engine::counterfactual;
use merzim::engine::fixes;

use super::*;

fn said(words: Words, case: &Case) -> Vec<String> {
    let verdict = assess(catalogue(), calendar(), case);
    let fixes = fixes::all(catalogue(), calendar(), case, &verdict);
    let changes = counterfactual::changes(catalogue(), calendar(), case);
    words.fixes(&fixes, &verdict).into_iter().chain(words.changes(&changes)).collect()
}

fn in_three(case: &Case) -> [Vec<String>; 3] {
    let words = |lang| Words { lang, catalogue: catalogue(), calendar: calendar() };
    Lang::ALL.map(|lang| said(words(lang), case))
}

#[test]
fn an_extract_that_is_too_old_needs_a_newer_one() {
    let facts = r#"{"reason": "lost", "newspaper_published": "2016-01-20"}"#;
    let held = ["application", "id_copy", "newspaper_extract"];
    let desk = ChannelId::ProviderOffice;
    let case = case("tve-diploma-duplicate", "standard-2015", desk, "2016-02-03T10:00", facts, &held);
    let [kk, ru, en] = in_three(&case);
    assert_eq!(
        kk,
        [
            "Құжаттар түгел болуы үшін мынаны қосыңыз: «Құжаттың жоғалғаны туралы газет үзіндісі».",
            "«Құжаттың жоғалғаны туралы газет үзіндісі»: қолыңыздағысы қабылдау күні жарамсыз болады. Жаңасы керек, оның \
             күні 2016 жылғы 24 қаңтардан ерте болмауы керек.",
        ]
    );
    assert_eq!(
        ru,
        [
            "Чтобы документов хватало, добавьте: «Вырезка из газеты о потере документа».",
            "«Вырезка из газеты о потере документа»: то, что у вас, в день приёма уже не действует. Нужен новый документ, \
             с датой не раньше 24 января 2016 года.",
        ]
    );
    assert_eq!(
        en,
        [
            "To have all the documents, add: “Newspaper extract with the notice of the loss”.",
            "“Newspaper extract with the notice of the loss”: the one you have is not valid on the day of acceptance. You \
             need a newer one, dated 24 January 2016 or later.",
        ]
    );
}

#[test]
fn the_headline_does_not_call_an_extract_missing_that_is_only_too_old() {
    let facts = r#"{"reason": "lost", "newspaper_published": "2016-01-20"}"#;
    let desk = ChannelId::ProviderOffice;
    let said = |held: &[&str]| {
        let case = case("tve-diploma-duplicate", "standard-2015", desk, "2016-02-03T10:00", facts, held);
        let verdict = assess(catalogue(), calendar(), &case);
        Lang::ALL.map(|lang| Words { lang, catalogue: catalogue(), calendar: calendar() }.headline(&verdict))
    };
    // 10 days before Wednesday 3 February.
    assert_eq!(
        said(&["application", "id_copy", "newspaper_extract"]),
        [
            "«Құжаттың жоғалғаны туралы газет үзіндісі» деген құжаттың мерзімі өткен: күні 2016 жылғы 24 қаңтардан ерте \
             болмайтын жаңасы керек.",
            "Документ «Вырезка из газеты о потере документа» устарел: нужен новый, с датой не раньше 24 января 2016 года.",
            "The document “Newspaper extract with the notice of the loss” is too old: you need a new one, dated 24 January \
             2016 or later.",
        ]
    );
    // Where another document is missing too, that is said of all.
    assert!(said(&["id_copy", "newspaper_extract"])[1].starts_with("Сначала подготовьте: «"));
}

#[test]
fn an_extract_that_is_too_old_by_a_borrowed_list_is_better_renewed() {
    let facts = r#"{"college_region": "almaty_oblast", "reason": "lost", "newspaper_published": "2026-11-01"}"#;
    let held = ["application", "id_copy", "newspaper_extract"];
    let extract = |published: &str| {
        let facts = facts.replace("2026-11-01", published);
        let desk = ChannelId::ProviderOffice;
        case("tve-diploma-duplicate", "almaty-oblast-425-2019", desk, "2026-11-23T10:00", &facts, &held)
    };
    // 10 days before Monday 23 November.
    let [kk, ru, en] = in_three(&extract("2026-11-01"));
    assert_eq!(
        kk,
        [
            "«Құжаттың жоғалғаны туралы газет үзіндісі»: ең жақын белгілі ереженің тізімі бойынша қолыңыздағысы қабылдау \
          күні жарамсыз болады. Жаңасын алған дұрыс, оның күні 2026 жылғы 13 қарашадан ерте болмауы керек."
        ]
    );
    assert_eq!(
        ru,
        ["«Вырезка из газеты о потере документа»: по списку ближайших известных правил то, что у вас, в день приёма \
             уже не действует. Лучше взять новый документ, с датой не раньше 13 ноября 2026 года."]
    );
    assert_eq!(
        en,
        [
            "“Newspaper extract with the notice of the loss”: by the list of the nearest rules we know, the one you have is \
          not valid on the day of acceptance. Better get a newer one, dated 13 November 2026 or later."
        ]
    );
    assert_eq!(in_three(&extract("2026-11-13")), [[""; 0]; 3]);
    let verdict = assess(catalogue(), calendar(), &extract("2026-11-01"));
    assert_eq!(verdict.documents.missing().count(), 0);
}

#[test]
fn a_transfer_in_term_time_is_told_of_the_holidays_first_and_of_others_last() {
    let facts = r#"{"college_region": "almaty_oblast", "action": "transfer", "in_vacation": false, "is_minor": false,
        "next_exam_session_start": "2020-01-13"}"#;
    let edition = "almaty-oblast-425-2019";
    let desk = ChannelId::ProviderOffice;
    let case = case("tve-transfer-reinstatement", edition, desk, "2019-11-20T10:00", facts, &[]);
    let [kk, ru, en] = in_three(&case);
    assert_eq!(
        kk[0],
        "«Құжатты каникул кезінде тапсырасыз ба?» деген сұраққа «иә» деп жауап бере алсаңыз, бұл — қызметті алудың ең жақын \
         жолы. Бұл үшін соңғы күн: 2020 жылғы 8 қаңтар, сәрсенбі."
    );
    assert_eq!(
        ru[1],
        "При других обстоятельствах, если бы вы могли ответить «Восстановление» на вопрос «Что вам нужно: перевод или \
         восстановление?», решение было бы «да»."
    );
    assert_eq!(
        en[2],
        "In other circumstances, if you could answer “yes” to “Is this service for a child under 18?” and “yes” to “Have the parents or \
         legal representatives moved to another place?”, the decision would be a yes. The last day for this way: \
         Wednesday, 8 January 2020."
    );
    assert_eq!([kk.len(), ru.len(), en.len()], [3, 3, 3]);
}

#[test]
fn what_completes_and_what_helps_is_said_in_own_sentences() {
    let desk = ChannelId::ProviderOffice;
    let admission = r#"{"college_region": "almaty_oblast", "study_form": "full_time"}"#;
    let cases = [
        // By reason: an extract, an original, or neither.
        case("tve-diploma-duplicate", "standard-2015", desk, "2016-02-03T10:00", "{}", &[]),
        case("tve-admission", "almaty-oblast-425-2019", desk, "2024-09-02T10:00", admission, &[]),
        case(
            "he-diploma-duplicate",
            "order-127-2018",
            ChannelId::Portal,
            "2019-11-20T10:00",
            r#"{"signature": "otp"}"#,
            &[],
        ),
        case("tve-incomplete-certificate", "order-19-2023", desk, "2025-02-03T10:00", r#"{"court_bar": true}"#, &[]),
    ];
    for case in &cases {
        assert_own_sentences(|words| said(words, case));
    }
    let [kk, _, en] = in_three(&cases[0]);
    assert_eq!(
        kk[1],
        "«Құжат неліктен керек болды?» деген сұраққа «Құжат бүлінді» немесе «Құжат жарамсыз болып қалды» деп жауап \
         берсеңіз, мынаны қосыңыз: «Өтініш», «Жеке куәліктің көшірмесі», «Бүлінген құжаттың түпнұсқасы»."
    );
    assert!(en[4].starts_with("You can get the service if you answer “The document is lost” or “"), "{}", en[4]);
    assert_eq!(en.len(), 5, "the five reasons share a line");
}

#[test]
fn nobody_is_told_to_wait_for_rules_that_are_over() {
    let said_of = |lang, study_form: &str, at| {
        let facts = format!(r#"{{"college_region": "almaty_oblast", "study_form": "{study_form}"}}"#);
        let words = Words { lang, catalogue: catalogue(), calendar: calendar() };
        let desk = ChannelId::ProviderOffice;
        said(words, &case("tve-admission", "almaty-oblast-425-2019", desk, at, &facts, &[])).join(" ")
    };
    // These rules are surely over from 12 March 2020 on.
    for (lang, wait, last) in [
        (Lang::Kk, "Күте тұруға болады", "соңғы күн:"),
        (Lang::Ru, "Можно подождать", "Последний день"),
        (Lang::En, "You can wait", "The last day"),
    ] {
        let early = said_of(lang, "full_time", "2019-05-06T10:00");
        assert!(early.contains(wait) && early.contains(last), "{early}");
        let old = said_of(lang, "full_time", "2019-11-03T10:00");
        assert!(!old.contains(wait) && !old.contains("2020"), "{old}");
        let reference = said_of(lang, "full_time", "2024-09-02T10:00");
        assert!(!reference.contains(wait) && !reference.contains(last), "{reference}");
    }
}
