//! What a person looks for among the services, and what was found. No html, no browser.

/// What is typed into the search, and its answer, which comes a moment later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub typed: String,
    /// A line for each service, the best first: its id, a tab, what fits. None while there is no answer.
    pub found: Option<String>,
}

impl Search {
    /// Something else is typed. What was found before stays until the next answer, so that nothing flickers.
    pub fn ask(&mut self, typed: String) {
        self.found = self.found.take().filter(|_| !typed.is_empty());
        self.typed = typed;
    }

    /// The answer to a query; to one that was typed before it comes too late.
    pub fn answer(&mut self, query: &str, found: Option<String>) {
        if query == self.typed {
            self.found = found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_answers_what_is_typed_now() {
        let mut search = Search::default();
        search.ask("diplom".to_owned());
        search.answer("dip", Some("late".to_owned()));
        assert_eq!(search.found, None);
        search.answer("diplom", Some("in time".to_owned()));
        search.ask("diploma".to_owned());
        assert_eq!(search.found.as_deref(), Some("in time"), "until the next answer comes");
        search.ask(String::new());
        assert_eq!(search.found, None);
    }
}
