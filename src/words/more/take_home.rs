//! What is said where an answer is taken home, and in what is taken.

use super::super::Words;
use super::super::dates::Value;
use crate::engine::catalogue::Gives;
use crate::engine::verdict::{Milestone, Verdict};

sayings! {
    /// What is said where an answer is taken home. A slot is filled by [`Words`].
    TakeHome, TAKE_HOME:
    add { "Күнтізбеге қосу", "Добавить в календарь", "Add to the calendar" }
    add_hint {
        "Күндер телефоныңыздың немесе компьютеріңіздің күнтізбесіне түседі.",
        "Дни попадут в календарь телефона или компьютера.",
        "The days go into the calendar of your phone or computer."
    }
    added {
        "Файл жүктелді. Оны ашсаңыз, күндер күнтізбеге қосылады.",
        "Файл скачан. Откройте его, и дни попадут в календарь.",
        "The file is downloaded. Open it, and the days go into the calendar."
    }
    send { "Біреуге жіберу", "Отправить другому", "Send to somebody" }
    send_hint {
        "Жауаптың сілтемесін мессенджермен немесе поштамен жібересіз.",
        "Ссылку на ответ можно отправить в мессенджере или по почте.",
        "Send the link to the answer by messenger or mail."
    }
    copy { "Мәтінін көшіру", "Скопировать текстом", "Copy as text" }
    copy_hint {
        "Жауап, құжаттар, күндер және олардың негізі көшіріледі.",
        "Скопируются ответ, документы, дни и основания.",
        "The answer, the documents, the days and what they rest on."
    }
    copy_no_hint {
        "Жауап, оның себебі және негізі көшіріледі.",
        "Скопируются ответ, его причина и основания.",
        "The answer, why it is so and what it rests on."
    }
    copied { "Мәтін көшірілді.", "Текст скопирован.", "The text is copied." }
    copied_json { "JSON көшірілді.", "JSON скопирован.", "The JSON is copied." }
    saved { "Файл жүктелді.", "Файл скачан.", "The file is downloaded." }
    copy_by_hand {
        "Өздігінен көшірілмеді. Төмендегі мәтінді белгілеп, өзіңіз көшіріңіз.",
        "Само не скопировалось. Выделите текст ниже и скопируйте его.",
        "It could not be copied by itself. Select the text below and copy it."
    }
    not_saved {
        "Браузер файлды жүктей алмады. Бетті басқа браузерде ашып көріңіз.",
        "Браузер не смог скачать файл. Откройте страницу в другом браузере.",
        "The browser could not download the file. Open the page in another browser."
    }
    by_hand { "Көшіретін мәтін", "Текст для копирования", "Text to copy" }
    code { "QR-кодпен ашу", "Открыть по QR-коду", "Open by QR code" }
    code_hint {
        "Телефонның камерасын кодқа бағыттаңыз: осы жауап телефонда ашылады.",
        "Наведите на код камеру телефона: этот ответ откроется в телефоне.",
        "Point a phone’s camera at the code: this answer opens on the phone."
    }
    code_label {
        "Осы жауаптың сілтемесі жазылған QR-код",
        "QR-код со ссылкой на этот ответ",
        "QR code with the link to this answer"
    }
    code_too_long {
        "Сілтеме тым ұзын, QR-кодқа сыймайды.",
        "Ссылка слишком длинная и не помещается в QR-код.",
        "The link is too long for a QR code."
    }
    for_programs { "JSON форматындағы дерек", "Данные в формате JSON", "Data as JSON" }
    copy_json { "JSON көшіру", "Скопировать JSON", "Copy the JSON" }
    save_json { "JSON файлын жүктеу", "Скачать файл JSON", "Download the JSON file" }

    filing { "Өтініш беру: {service}", "Подать заявление: {service}", "Apply: {service}" }
    for_reference {
        "Анықтама: {title}",
        "Для справки: {title}",
        "Reference: {title}"
    }
    needed { "Керек құжаттар: {documents}.", "Нужные документы: {documents}.", "The documents you need: {documents}." }
    result { "Нәтиже дайын болуы керек: {service}", "Результат должен быть готов: {service}", "The result should be ready: {service}" }
    result_perhaps {
        "Дайын болуы мүмкін (нақты емес): {service}",
        "Может быть готово, день не точный: {service}",
        "May be ready, not certain yet: {service}"
    }
    result_latest {
        "Нәтиже дайын болатын ең соңғы күн: {service}",
        "Самый поздний день готовности: {service}",
        "The latest day for the result: {service}"
    }
    notice {
        "Нәтиже туралы хабарлама келуі керек: {service}",
        "Должно прийти сообщение: {service}",
        "The message on the result should come: {service}"
    }
    notice_perhaps {
        "Хабарлама келуі мүмкін (нақты емес): {service}",
        "Может прийти сообщение, день не точный: {service}",
        "The message may come, not certain yet: {service}"
    }
    notice_latest {
        "Хабарлама келетін ең соңғы күн: {service}",
        "Самый поздний день сообщения: {service}",
        "The latest day for the message: {service}"
    }
    milestone { "{name} ({service})", "{name} ({service})", "{name} ({service})" }
    delivery {
        "Колледж құжатты жеткізетін соңғы күн",
        "Последний день доставки из колледжа",
        "Last day of delivery from the college"
    }
    hearing_notice {
        "Тыңдау туралы хабарлайтын соңғы күн",
        "Последний день вызова на заслушивание",
        "Last day for the notice of the hearing"
    }
    sent_again {
        "Құжатты қайта жіберетін соңғы күн",
        "Последний день повторной отправки",
        "Last day for sending the document again"
    }
    session_cap {
        "Сессияға 5 күн қалатын соңғы күн",
        "Не позже чем за 5 дней до сессии",
        "Last day, 5 days before the session"
    }
    complaint_forwarded {
        "Шағымды жоғары органға жіберетін соңғы күн",
        "Последний день передачи жалобы",
        "Last day for passing on a complaint"
    }
    complaint_answered {
        "Шағымға жауап беретін соңғы күн",
        "Последний день ответа на жалобу",
        "Last day for the answer to a complaint"
    }
    complaint_quality_answered {
        "Бақылау органы шағымға жауап беретін соңғы күн",
        "Последний день ответа органа контроля",
        "Last day for the control body’s answer"
    }
    rests_on { "Негізі: {source}.", "Основание: {source}.", "Source: {source}." }
    facts_of {
        "Деректер нұсқасы: {version}.",
        "Версия данных: {version}.",
        "Version of the facts: {version}."
    }
}

/// How sure a ready day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// One day, and nothing open.
    Surely,
    /// Several days, or a condition that is open.
    Perhaps,
    /// No earliest day is known.
    AtLatest,
}

impl Words<'_> {
    /// The filing as a calendar's title.
    pub fn filing_title(&self, verdict: &Verdict) -> String {
        self.titled(TakeHome::of(self.lang).filing, verdict)
    }

    /// Which documents it takes, and what to do when: the hour at which the desk is open.
    pub fn filing_told(&self, verdict: &Verdict) -> Vec<String> {
        let sayings = TakeHome::of(self.lang);
        let mut told = Vec::new();
        let documents = self.quoted(verdict.documents.to_bring().map(|line| self.evidence_name(&line.rule.evidence)));
        if !documents.is_empty() {
            told.push(self.fill(sayings.needed, &[("documents", Value::Text(&documents))]));
        }
        told.extend(self.next_steps(verdict, false));
        told
    }

    /// The ready day as a calendar's title.
    pub fn ready_title(&self, verdict: &Verdict, sure: Sure) -> String {
        let sayings = TakeHome::of(self.lang);
        let gives = verdict.deadline.as_ref().map_or(Gives::Result, |deadline| deadline.term.gives);
        let title = match (gives, sure) {
            (Gives::Result, Sure::Surely) => sayings.result,
            (Gives::Result, Sure::Perhaps) => sayings.result_perhaps,
            (Gives::Result, Sure::AtLatest) => sayings.result_latest,
            (Gives::NoticeOfReadiness, Sure::Surely) => sayings.notice,
            (Gives::NoticeOfReadiness, Sure::Perhaps) => sayings.notice_perhaps,
            (Gives::NoticeOfReadiness, Sure::AtLatest) => sayings.notice_latest,
        };
        self.titled(title, verdict)
    }

    /// A milestone as a calendar's title, short: the day is the event's own. The names that the answer
    /// has for it may be too long for one.
    pub fn milestone_title(&self, verdict: &Verdict, milestone: &Milestone) -> String {
        let sayings = TakeHome::of(self.lang);
        let id = milestone.rule.id.as_str();
        let name = match id {
            "complaint_forwarded_by" => sayings.complaint_forwarded,
            "complaint_answer_by" => sayings.complaint_answered,
            "complaint_quality_answer_by" => sayings.complaint_quality_answered,
            "deliver_to_state_corp_by" => sayings.delivery,
            "after_storage_sent_by" => sayings.sent_again,
            "hearing_notice_by" => sayings.hearing_notice,
            "session_cap" => sayings.session_cap,
            _ => self.named(&self.catalogue.vocabulary.milestones, id),
        };
        let slots = [("name", Value::Text(name)), ("service", Value::Text(&self.service_of(verdict)))];
        self.fill(sayings.milestone, &slots)
    }

    /// A title of rules that are not in force.
    pub fn for_reference(&self, title: &str) -> String {
        self.fill(TakeHome::of(self.lang).for_reference, &[("title", Value::Text(title))])
    }

    /// Where it stands, as a sentence.
    pub fn rests_on(&self, source: &str) -> String {
        self.fill(TakeHome::of(self.lang).rests_on, &[("source", Value::Text(source))])
    }

    /// The version of the facts, as a sentence.
    pub fn facts_of(&self, version: &str) -> String {
        self.fill(TakeHome::of(self.lang).facts_of, &[("version", Value::Text(version))])
    }

    fn titled(&self, title: &str, verdict: &Verdict) -> String {
        self.fill(title, &[("service", Value::Text(&self.service_of(verdict)))])
    }

    /// The service's plain title, in quotes.
    fn service_of(&self, verdict: &Verdict) -> String {
        self.quoted(verdict.service.iter().map(|service| self.service_title(&service.id)))
    }
}
