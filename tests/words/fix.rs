//! What completes the package, and the ways to a yes.

use merzim::engine::counterfactual;
use merzim::engine::fixes;

use super::*;

fn said(words: Words, case: &Case) -> Vec<String> {
    let verdict = assess(catalogue(), calendar(), case);
    let fixes = fixes::all(catalogue(), calendar(), case, &verdict);
    let changes = counterfactual::changes(catalogue(), calendar(), case);
    words.fixes(&fixes).into_iter().chain(words.changes(&changes)).collect()
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
fn a_transfer_in_term_time_is_told_of_the_holidays_first_and_of_others_last() {
    let facts = r#"{"college_region": "almaty_oblast", "action": "transfer", "in_vacation": false, "is_minor": false,
        "next_exam_session_start": "2020-01-13"}"#;
    let edition = "almaty-oblast-425-2019";
    let desk = ChannelId::ProviderOffice;
    let case = case("tve-transfer-reinstatement", edition, desk, "2019-11-20T10:00", facts, &[]);
    let [kk, ru, en] = in_three(&case);
    assert_eq!(
        kk[0],
        "Қызметті алудың ең жақын жолы: «Каникул кезі» — иә. Бұл жолдың соңғы күні: 2020 жылғы 8 қаңтар, сәрсенбі."
    );
    assert_eq!(ru[1], "При других обстоятельствах ответ был бы «да»: «Что нужно» — «Восстановление».");
    assert_eq!(
        en[2],
        "In other circumstances the answer would be yes: “Under 18” — yes; “The family moved” — yes. The last day for this \
         way: Wednesday, 8 January 2020."
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
        "Мынаны қосыңыз: «Өтініш», «Жеке куәліктің көшірмесі», «Бүлінген құжаттың түпнұсқасы». Бұл мына жағдайда керек: \
         «Себебі» — «Құжат бүлінді», «Құжат жарамсыз болып қалды»."
    );
    assert!(
        en[4].starts_with("You can get the service in this case: “Reason” — “The document is lost”, “"),
        "{}",
        en[4]
    );
    assert_eq!(en.len(), 5, "the five reasons share a line");
}
