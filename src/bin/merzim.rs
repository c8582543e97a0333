//! The command line, for the people who keep the facts: `assess` a case, `race` its channels, find how late one may file
//! to be `ready-by` a day, write the days to keep as an `ics` file, `check` a catalogue, print a `calendar`.

#[cfg(not(target_arch = "wasm32"))]
mod cli {
    use std::io::{Read, Write};
    use std::path::PathBuf;
    use std::process::ExitCode;

    use chrono::{Datelike, NaiveDate};
    use clap::{Parser, Subcommand, ValueEnum};
    use merzim::content::{self, Content};
    use merzim::engine::assess;
    use merzim::engine::calendar::WorkWeek;
    use merzim::engine::case::{Case, WrittenCase, read_day};
    use merzim::engine::catalogue::ChannelId;
    use merzim::engine::race::race;
    use merzim::engine::ready_by::{ready_by, today_or_tomorrow};
    use merzim::export::{ics, json, lanes};
    use merzim::lang::Lang;
    use merzim::words::Words;
    use serde_json::{Value, json};

    /// Documents, completeness and the ready date of public education services in Kazakhstan.
    #[derive(Parser)]
    #[command(
        version,
        about,
        after_help = "Exit status: 0 done; 1 a fault in the input; 2 a call that is not understood. Faults are told on standard error."
    )]
    struct Cli {
        #[command(subcommand)]
        command: Command,
    }

    /// The cases, and how to answer them.
    #[derive(clap::Args)]
    struct Cases {
        /// The files to read; standard input if there are none, or for `-`.
        files: Vec<PathBuf>,
        /// Use only what was public of the calendar by this day, for each case that has no `known_on` of its own.
        #[arg(long, value_name = "DATE", value_parser = date)]
        known_on: Option<NaiveDate>,
        /// The language of the sentences in the answer.
        #[arg(long, value_enum, default_value_t = Tongue::En)]
        lang: Tongue,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Answer one case or an array of cases, given as JSON.
        Assess {
            #[command(flatten)]
            cases: Cases,
            /// Add `changes` and `ways` (what would turn a no into a yes, from and until which day) and `questions`
            /// (what is still worth asking, the most deciding first).
            #[arg(long)]
            explain: bool,
        },
        /// Compare every channel that the rules offer: what to bring, visits, when it accepts, when it is ready, who is first.
        ///
        /// Reads cases as `assess` does; their `channel` is left out of account. Prints for each case `first` (the channels
        /// that are first, several if equal), `ahead_of_next` (calendar days, and why) and `lanes` in order.
        Race {
            #[command(flatten)]
            cases: Cases,
        },
        /// Find the last safe moment to file at every channel, so that the result is ready by a day.
        ///
        /// Reads cases as `assess` does; nothing before their `accepted_at` is proposed. Prints for each case `lanes` with
        /// `file_until` (a local date and time, to the minute; null where it is too late, where there is no date, or
        /// where the day lies past the calendar, whose days `calendar` then gives) and `tomorrow` (what
        /// filing a day later costs at the case's channel, in calendar days).
        ReadyBy {
            /// The day on which the result is needed.
            #[arg(value_name = "DATE", value_parser = date)]
            needed: NaiveDate,
            #[command(flatten)]
            cases: Cases,
        },
        /// Write the days to keep as a calendar file (RFC 5545): filing, ready day or window, what follows.
        ///
        /// Reads cases as `assess` does. Prints one file with the events of all of them; a case that is turned away has
        /// none. The same case always gets the same bytes.
        Ics {
            #[command(flatten)]
            cases: Cases,
        },
        /// Check a catalogue and print each fault: file, path within it, what to write instead.
        Check {
            /// The folder of the catalogue; the shipped one if left out.
            folder: Option<PathBuf>,
        },
        /// Print a year day by day: worked or not, and why.
        Calendar {
            year: i32,
            #[arg(long, value_enum, default_value_t = Week::Five)]
            week: Week,
            /// Use only what was public by this day.
            #[arg(long, value_name = "DATE", value_parser = date)]
            known_on: Option<NaiveDate>,
            /// Print a list of objects with `date`, `working` and why.
            #[arg(long)]
            json: bool,
            /// The language of the reasons.
            #[arg(long, value_enum, default_value_t = Tongue::En)]
            lang: Tongue,
        },
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum Tongue {
        Kk,
        Ru,
        En,
    }

    impl From<Tongue> for Lang {
        fn from(tongue: Tongue) -> Lang {
            match tongue {
                Tongue::Kk => Lang::Kk,
                Tongue::Ru => Lang::Ru,
                Tongue::En => Lang::En,
            }
        }
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum Week {
        Five,
        Six,
    }

    impl From<Week> for WorkWeek {
        fn from(week: Week) -> WorkWeek {
            match week {
                Week::Five => WorkWeek::FiveDay,
                Week::Six => WorkWeek::SixDay,
            }
        }
    }

    /// What is asked of each case.
    #[derive(Clone, Copy)]
    enum Question {
        Assess { explain: bool },
        Race,
        ReadyBy(NaiveDate),
        Events,
    }

    impl Question {
        fn answer(self, words: &Words, version: &str, case: &Case) -> Value {
            let (catalogue, calendar) = (words.catalogue, words.calendar);
            match self {
                Question::Assess { explain } => {
                    let verdict = assess(catalogue, calendar, case);
                    let mut answer = json::verdict(words, version, case, &verdict);
                    if let (true, Value::Object(keys)) = (explain, &mut answer) {
                        json::explain(keys, words, case, &verdict);
                    }
                    answer
                }
                Question::Race => lanes::race(words, &race(catalogue, calendar, case)),
                Question::ReadyBy(needed) => {
                    let by = ready_by(catalogue, calendar, case, needed, case.accepted_at);
                    let tomorrow = today_or_tomorrow(catalogue, calendar, case);
                    lanes::ready_by(words, &by, tomorrow.as_ref())
                }
                Question::Events => {
                    json!({ "events": ics::events(words, version, case, &assess(catalogue, calendar, case)) })
                }
            }
        }
    }

    pub fn run() -> ExitCode {
        let done = match Cli::parse().command {
            Command::Assess { cases, explain } => answer_files(&cases, Question::Assess { explain }),
            Command::Race { cases } => answer_files(&cases, Question::Race),
            Command::ReadyBy { needed, cases } => answer_files(&cases, Question::ReadyBy(needed)),
            Command::Ics { cases } => answer_files(&cases, Question::Events),
            Command::Check { folder } => check(folder),
            Command::Calendar { year, week, known_on, json, lang } => {
                calendar(year, week.into(), known_on, json, lang.into())
            }
        };
        match done {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(sentence) => {
                eprintln!("merzim: {sentence}");
                ExitCode::FAILURE
            }
        }
    }

    fn date(text: &str) -> Result<NaiveDate, String> {
        read_day(text).ok_or_else(|| "write a date such as 2026-11-03".to_owned())
    }

    /// Prints; a reader that closes early is no fault.
    fn print(text: &str) {
        write(&[text, "\n"].concat());
    }

    fn write(text: &str) {
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }

    fn read(file: &PathBuf) -> Result<String, String> {
        if file.as_os_str() != "-" {
            return std::fs::read_to_string(file).map(without_mark).map_err(|error| error.to_string());
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(without_mark(text))
    }

    /// The text without the mark that some editors put before it.
    fn without_mark(text: String) -> String {
        text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
    }

    /// Answers every case; false if one could not be read. An array gives an array, one case gives one answer; a file or
    /// case that cannot be read is told and takes nothing from the others.
    fn answer_files(cases: &Cases, question: Question) -> Result<bool, String> {
        let Cases { files, known_on, lang } = cases;
        let (known_on, lang) = (*known_on, Lang::from(*lang));
        let content = content::shipped();
        let stdin = [PathBuf::from("-")];
        let files = if files.is_empty() { &stdin[..] } else { files };
        let (mut answers, mut all_read, mut alone) = (Vec::new(), true, files.len() == 1);
        for file in files {
            let name = if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() };
            let cases = match cases_in(file) {
                Ok(Value::Array(cases)) => {
                    alone = false;
                    cases
                }
                Ok(case) => vec![case],
                Err(sentence) => {
                    eprintln!("merzim: {name}: {sentence}");
                    all_read = false;
                    continue;
                }
            };
            for (place, case) in cases.into_iter().enumerate() {
                let (answer, faults) = answer(content, case, known_on, lang, question);
                let id = match answer.get("id") {
                    Some(Value::String(id)) => id.clone(),
                    Some(Value::Number(id)) => id.to_string(),
                    _ => format!("case {}", place + 1),
                };
                for fault in &faults {
                    eprintln!("merzim: {name}: {id}: {fault}");
                }
                all_read &= answer.get("error").is_none();
                answers.push(answer);
            }
        }
        if let Question::Events = question {
            print_events(Words { lang, catalogue: content.catalogue, calendar: &content.calendar }, &answers)?;
            return Ok(all_read);
        }
        let answer = if alone { answers.pop() } else { Some(Value::Array(answers)) };
        if let Some(answer) = answer {
            print(&serde_json::to_string_pretty(&answer).map_err(|error| error.to_string())?);
        }
        Ok(all_read)
    }

    /// One calendar file with the events of every case.
    fn print_events(words: Words, answers: &[Value]) -> Result<(), String> {
        let events: String = answers.iter().filter_map(|answer| answer.get("events")?.as_str()).collect();
        let file = ics::calendar(&words, &events).ok_or("no case has a day to keep: there is no calendar file")?;
        write(&file);
        Ok(())
    }

    fn cases_in(file: &PathBuf) -> Result<Value, String> {
        let not_json = |error| format!("not JSON: {error}: write one case as an object, or an array of cases");
        serde_json::from_str(&read(file)?).map_err(not_json)
    }

    /// The answer to a case, or an object that says why there is none; and what to tell on standard error.
    fn answer(
        content: &Content,
        mut case: Value,
        known_on: Option<NaiveDate>,
        lang: Lang,
        question: Question,
    ) -> (Value, Vec<String>) {
        if let (Question::Race, Value::Object(keys)) = (question, &mut case) {
            keys.insert("channel".to_owned(), json!(ChannelId::Portal));
        }
        let id = case.get("id").cloned().unwrap_or(Value::Null);
        let failed = |faults: Vec<String>| (json!({ "id": id, "error": faults.join("; ") }), faults);
        if !matches!(id, Value::Null | Value::String(_) | Value::Number(_)) {
            return failed(vec!["id: write a text or a number, or leave it out".to_owned()]);
        }
        let written: WrittenCase = match serde_path_to_error::deserialize(case) {
            Ok(written) => written,
            Err(error) if error.path().iter().next().is_none() => {
                let keys = "`service`, `channel` and `accepted_at`";
                return failed(vec![format!("{}: write a case as an object with {keys}", error.inner())]);
            }
            Err(error) => return failed(vec![error.to_string()]),
        };
        let ignored = |key: &str| format!("the key `{key}` is no part of a case and was left out of account");
        let strange: Vec<_> = written.strange_keys().map(ignored).collect();
        match written.read(content.catalogue) {
            Err(faults) => failed(faults),
            Ok(mut case) => {
                case.known_on = case.known_on.or(known_on);
                let words = Words { lang, catalogue: content.catalogue, calendar: &content.calendar };
                let mut answer = question.answer(&words, content.version, &case);
                if let Value::Object(keys) = &mut answer {
                    keys.insert("id".to_owned(), id);
                }
                (answer, strange)
            }
        }
    }

    fn check(folder: Option<PathBuf>) -> Result<bool, String> {
        let faults = match &folder {
            None => content::check::faults(&content::read_shipped),
            Some(folder) if !folder.is_dir() => return Err(format!("{} is not a folder", folder.display())),
            Some(folder) => content::check::faults(&|file| {
                std::fs::read_to_string(folder.join(file)).map_err(|error| format!("cannot be read: {error}"))
            }),
        };
        for fault in &faults {
            print(&fault.to_string());
        }
        if faults.is_empty() {
            print("no fault");
        }
        Ok(faults.is_empty())
    }

    fn calendar(
        year: i32,
        week: WorkWeek,
        known_on: Option<NaiveDate>,
        as_json: bool,
        lang: Lang,
    ) -> Result<bool, String> {
        let content = content::shipped();
        let (first, last) = (content.calendar.first_day().year(), content.calendar.last_day().year());
        let new_year = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| (first..=last).contains(&year));
        let new_year = new_year.ok_or(format!("{year} is outside the calendar: give a year from {first} to {last}"))?;
        let calendar = known_on.map_or_else(|| content.calendar.clone(), |day| content.calendar.known_on(day));
        let words = Words { lang, catalogue: content.catalogue, calendar: &calendar };
        let days = new_year.iter_days().take_while(|date| date.year() == year);
        let mut rows = Vec::new();
        for date in days {
            let status = calendar.week(week).status(date).map_err(|error| error.to_string())?;
            if as_json {
                rows.push(json::day(&words, date, status));
            } else {
                let mark = if status.is_worked() { "worked" } else { "off   " };
                print(&format!("{date} {mark} {} {}", date.weekday(), words.day_status(status)));
            }
        }
        if as_json {
            print(&serde_json::to_string_pretty(&rows).map_err(|error| error.to_string())?);
        }
        Ok(true)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// The command line is native; a browser runs `merzim-app`.
#[cfg(target_arch = "wasm32")]
fn main() {}
