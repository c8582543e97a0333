//! What the pictures of an answer say.

use chrono::{Datelike, NaiveDate};

use crate::lang::Lang;
use crate::words::dates::{MONTHS_EN, MONTHS_KK, at};

sayings! {
    /// What the pictures of an answer say.
    Pictures, PICTURES:
    signs { "Күнтізбедегі белгілер", "Знаки в календаре", "Signs in the calendar" }
    filed { "Сіз өтініш беретін күн.", "День, когда вы подаёте заявление.", "The day you hand in the application." }
    waiting { "Құжат әлі қабылданған жоқ.", "Документы ещё не приняты.", "The documents are not accepted yet." }
    accepted {
        "Құжат қабылданатын күн. Санау осыдан кейін басталады.",
        "День, когда принимают документы. Счёт начинается после него.",
        "The day the documents are accepted. Counting starts after it."
    }
    accepted_if {
        "Құжаттар түгел болса, қабылданатын күн. Санау осыдан кейін басталады.",
        "День, когда документы примут, если они все. Счёт начинается после него.",
        "The day the documents are accepted if they are complete. Counting starts after it."
    }
    filed_and_accepted {
        "Сіз өтініш беретін күн, құжат та сол күні қабылданады. Санау осыдан кейін басталады.",
        "День, когда вы подаёте заявление и документы принимают. Счёт начинается после него.",
        "The day you hand in the application and it is accepted. Counting starts after it."
    }
    filed_and_accepted_if {
        "Сіз өтініш беретін күн. Құжат түгел болса, сол күні қабылданады. Санау осыдан кейін басталады.",
        "День, когда вы подаёте заявление. Если документы все, их в этот день примут. Счёт начинается после него.",
        "The day you hand in the application. If it is complete, it is accepted. Counting starts after it."
    }
    counted { "Саналатын күн және оның нөмірі.", "День, который считается, и его номер.", "A day that counts, and its number." }
    by_order {
        "Ресми түрде жұмыс күніне айналған демалыс күні.",
        "Выходной, официально сделанный рабочим днём.",
        "A rest day officially made a working day."
    }
    weekend { "Демалыс күні.", "Выходной день.", "A day off." }
    holiday {
        "Мереке күні немесе діни мейрамға берілген демалыс.",
        "Праздник или выходной в религиозный праздник.",
        "A public holiday or a religious day off."
    }
    in_lieu {
        "Мереке демалысқа тура келгендіктен берілген демалыс күні.",
        "Выходной, потому что праздник пришёлся на день отдыха.",
        "A day off because a holiday fell on a rest day."
    }
    moved_off {
        "Басқа күннен ресми түрде ауыстырылған демалыс күні.",
        "Выходной, официально перенесённый с другого дня.",
        "A day off officially moved from another day."
    }
    rolled_over {
        "Жұмыс істемейтін күн. Мерзімнің соңы әрі жылжиды.",
        "Нерабочий день. Конец срока переносится дальше.",
        "Not a working day. The end of the term moves on."
    }
    within { "Дайын болатын күн осы күндердің бірі.", "День готовности — один из этих дней.", "The ready day is one of these days." }
    ready_day { "Дайын болатын күн.", "День готовности.", "The day it is ready." }
    message_day { "Хабарлама келетін күн.", "День, когда придёт сообщение.", "The day the message comes." }
    ready_at_latest { "Осы күннен кешікпей дайын болады.", "Будет готово не позднее этого дня.", "Ready on this day at the latest." }
    term_end { "Мерзім бітетін күн.", "День, когда кончается срок.", "The day the term ends." }
    term_end_at_latest {
        "Мерзім осы күннен кешікпей бітеді.",
        "Срок кончается не позднее этого дня.",
        "The term ends on this day at the latest."
    }
    you_file { "Сіз өтініш бересіз", "Вы подаёте заявление", "You hand in the application" }
    they_accept {
        "Құжаттарыңыз қабылданады, мерзім осыдан кейін есептеледі",
        "Ваши документы принимают, после этого начинается счёт срока",
        "Your documents are accepted, and the term counts from then on"
    }
    accepted_at_once {
        "Сіз өтініш бересіз, құжаттарыңыз бірден қабылданады",
        "Вы подаёте заявление, и документы сразу принимают",
        "You hand in the application, and it is accepted at once"
    }
    they_accept_if {
        "Құжаттарыңыз түгел болса, қабылданады, мерзім осыдан кейін есептеледі",
        "Если документы все, их принимают, и после этого начинается счёт срока",
        "If your documents are complete, they are accepted, and the term counts from then on"
    }
    accepted_at_once_if {
        "Сіз өтініш бересіз, құжаттарыңыз түгел болса, бірден қабылданады",
        "Вы подаёте заявление, и, если документы все, их сразу принимают",
        "You hand in the application, and if it is complete, it is accepted at once"
    }
    meanwhile { "Осы аралықта кім не істейді", "Кто что делает за это время", "Who does what in the meantime" }
    result { "Нәтиже дайын", "Результат готов", "The result is ready" }
    notice {
        "Нәтижені қайдан алатыныңыз туралы хабарлама келеді",
        "Приходит сообщение, где получить результат",
        "A message tells you where to collect the result"
    }
    end { "Мерзім бітеді", "Срок кончается", "The term ends" }
    here { "Сіз осындасыз", "Вы здесь", "You are here" }
}

/// The months as a heading in Russian: elsewhere they stand in the genitive.
const MONTHS_RU: [&str; 12] = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
];

/// The head of a month's grid: «2026 жылғы шілде», «Июль 2026 года», "July 2026".
///
/// ```
/// use merzim::lang::Lang;
/// use merzim::words::more::pictures::month;
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 3).unwrap();
/// assert_eq!(Lang::ALL.map(|lang| month(lang, day)), ["2026 жылғы шілде", "Июль 2026 года", "July 2026"]);
/// ```
pub fn month(lang: Lang, date: NaiveDate) -> String {
    let (year, place) = (date.year().to_string(), date.month0());
    match lang {
        Lang::Kk => {
            let [month, ..] = at(&MONTHS_KK, place);
            [&year, " жылғы ", month].concat()
        }
        Lang::Ru => [at(&MONTHS_RU, place), " ", &year, " года"].concat(),
        Lang::En => [at(&MONTHS_EN, place), " ", &year].concat(),
    }
}

/// The heads of a week's columns, Monday first.
pub fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Kk => ["Дс", "Сс", "Ср", "Бс", "Жм", "Сб", "Жс"],
        Lang::Ru => ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    }
}
