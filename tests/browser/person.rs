//! What a person does on the page: reads it, chooses, types, and goes on.

use merzim::content;
use serde_json::Value;

use crate::chromium::Browser;

/// One person's case: what is answered to each question that may come.
pub struct Errand {
    pub service: &'static str,
    /// The known rules to answer by, where no rules are known for the day.
    pub edition: &'static str,
    /// Facts and the channel: name of the question, value of the answer.
    pub answers: &'static [(&'static str, &'static str)],
    pub day: &'static str,
    pub time: &'static str,
    pub documents: &'static [&'static str],
}

impl Errand {
    fn answer(&self, question: &str) -> &'static str {
        let found = self.answers.iter().find(|(name, _)| *name == question);
        found.unwrap_or_else(|| panic!("a question without an answer: {question}")).1
    }

    /// The css of this service's way in, on the first page.
    pub fn way_in(&self) -> String {
        let index = &content::shipped().catalogue.index;
        let place = index.iter().position(|entry| entry.id == self.service).unwrap();
        format!(".app-services__item:nth-child({}) .app-services__choice", place + 1)
    }

    /// The css of this edition, on the page that offers the known ones.
    pub fn rules(&self) -> String {
        let service = content::shipped().catalogue.service(self.service).unwrap();
        let place = service.editions.iter().position(|edition| edition.id == self.edition).unwrap();
        format!(".app-editions__item:nth-child({}) .app-editions__choice", place + 1)
    }
}

/// What kind of page is shown: the name of its first field, or what it has instead.
const PAGE: &str = "
    const field = document.querySelector('.app-form input');
    if (document.querySelector('.app-page--answer')) return 'answer';
    if (document.querySelector('.app-editions')) return 'rules';
    if (document.querySelector('.app-services')) return 'start';
    return !field || field.type == 'checkbox' ? 'documents' : field.name;";

impl Browser {
    /// The page shown: `start`, `rules`, a question's fact, `channel`, `day`, `documents` or `answer`.
    pub async fn page(&self) -> String {
        self.wait_until("!document.querySelector('.app-page--brief')").await;
        self.eval(PAGE).await.as_str().unwrap().to_owned()
    }

    /// From the first page to the answer; gives the pages passed. Each new page puts the focus on its heading.
    pub async fn travel(&self, errand: &Errand) -> Vec<String> {
        self.travel_to("answer", errand, async || ()).await
    }

    /// As `travel`, as far as this page, with a look at each.
    pub async fn travel_to(&self, goal: &str, errand: &Errand, look: impl AsyncFn()) -> Vec<String> {
        let mut passed = Vec::new();
        self.wait_until("document.querySelector('.app-services')").await;
        loop {
            let page = self.page().await;
            look().await;
            if page == goal {
                return passed;
            }
            assert!(page != "answer" && !passed.contains(&page), "{page} comes after {passed:?}, not {goal}");
            self.answer_page(&page, errand).await;
            passed.push(page);
        }
    }

    async fn answer_page(&self, page: &str, errand: &Errand) {
        let way_on = match page {
            "start" => errand.way_in(),
            "rules" => errand.rules(),
            _ => {
                self.fill_in(page, errand).await;
                ".app-form__ways button[type=submit]".to_owned()
            }
        };
        self.turn(async || self.click(&way_on).await).await;
    }

    async fn fill_in(&self, page: &str, errand: &Errand) {
        match page {
            "day" => {
                self.write("#field-day", errand.day).await;
                self.write("#field-time", errand.time).await;
            }
            "documents" => {
                for document in errand.documents {
                    self.click(&format!("label[for=field-{document}]")).await;
                }
            }
            question => {
                let value = errand.answer(question);
                self.click(&format!("input[name={question}][value={value}] + label")).await;
            }
        }
    }

    /// Does what leads to another page, and waits until that is there with the focus on its heading.
    pub async fn turn(&self, go: impl AsyncFnOnce()) {
        let before = self.heading().await;
        go().await;
        let there = format!(
            "document.querySelector('h1')?.textContent != {before} && document.activeElement == document.querySelector('h1')"
        );
        self.wait_until(&there).await;
    }

    async fn heading(&self) -> Value {
        self.eval("return document.querySelector('h1').textContent").await
    }

    /// Replaces what stands in a field at once, as a picker or a paste does.
    pub async fn write(&self, css: &str, value: &str) {
        self.wait_until(&format!("document.querySelector('{css}')")).await;
        let script = format!(
            "const field = document.querySelector('{css}'); field.focus(); field.value = '{value}';
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        );
        self.eval(&script).await;
    }

    /// Waits on the answer's page until the whole program has taken over: until then there is a link to it.
    pub async fn wait_for_the_whole(&self) {
        self.wait_until(
            "document.querySelector('.app-page--answer') && !document.querySelector('a[href^=\"?whole\"]')",
        )
        .await;
    }

    /// The days in large on the answer, as a machine reads them.
    pub async fn ready(&self) -> Vec<String> {
        let days = self.eval("return [...document.querySelectorAll('.app-sheet__day')].map(day => day.dateTime)").await;
        days.as_array().unwrap().iter().map(|day| day.as_str().unwrap().to_owned()).collect()
    }

    /// All words of the main part.
    pub async fn words(&self) -> String {
        self.eval("return document.querySelector('main').innerText").await.as_str().unwrap().to_owned()
    }

    pub async fn fragment(&self) -> String {
        self.eval("return location.hash").await.as_str().unwrap().to_owned()
    }
}
