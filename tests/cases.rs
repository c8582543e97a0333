//! Runs the worked cases of `tests/cases/`: a person in, an answer out, and the paragraph that says so.
//!
//! `expect` holds any part of the answer. `warnings` is compared by presence, everything else exactly.

#[cfg(test)]
mod worked {
    use std::path::Path;

    use merzim::content;
    use merzim::engine::assess;
    use merzim::engine::case::WrittenCase;
    use merzim::export::json;
    use merzim::lang::Lang;
    use merzim::words::Words;
    use serde_json::Value;

    /// Every case of every file, with the file's name.
    fn cases() -> Vec<(String, Value)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let mut cases = Vec::new();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&file).unwrap();
            let Value::Array(of_file) = serde_json::from_str(&text).unwrap() else { panic!("{name} is not an array") };
            cases.extend(of_file.into_iter().map(|case| (name.clone(), case)));
        }
        cases
    }

    /// Where the answer differs from what is expected; `if_provided` and `alternative` may be expected in part.
    fn differences(path: &str, expected: &Value, answer: &Value, found: &mut Vec<String>) {
        match (expected, answer) {
            (Value::Array(sentences), _) if path == "warnings" => {
                let given = answer.as_array().is_some_and(|given| !given.is_empty());
                if given == sentences.is_empty() {
                    found.push(format!("warnings: expected {}, got {answer}", if given { "none" } else { "some" }));
                }
            }
            (Value::Object(parts), Value::Object(_)) => {
                for (key, part) in parts {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    differences(&path, part, answer.get(key).unwrap_or(&Value::Null), found);
                }
            }
            _ if expected == answer => {}
            _ => found.push(format!("{path}: expected {expected}, got {answer}")),
        }
    }

    #[test]
    fn every_worked_case_gets_the_answer_that_its_paragraph_gives() {
        let content = content::shipped();
        let words = Words { lang: Lang::En, catalogue: content.catalogue, calendar: &content.calendar };
        let (mut wrong, cases) = (Vec::new(), cases());
        for (file, case) in &cases {
            let expected = case["expect"].clone();
            let written: WrittenCase = serde_json::from_value(case.clone()).unwrap();
            let read =
                written.read(content.catalogue).unwrap_or_else(|faults| panic!("{file} {}: {faults:?}", case["id"]));
            let verdict = assess(content.catalogue, &content.calendar, &read);
            let answer = json::verdict(&words, content.version, &read, &verdict);
            let mut found = Vec::new();
            differences("", &expected, &answer, &mut found);
            wrong.extend(found.iter().map(|difference| format!("{file} {}: {difference}", case["id"])));
        }
        assert!(wrong.is_empty(), "{} differences in {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    }

    #[test]
    fn every_case_names_its_paragraph_and_its_arithmetic_and_has_its_own_id() {
        let mut seen = std::collections::BTreeSet::new();
        for (file, case) in cases() {
            let id = case["id"].as_str().unwrap_or_else(|| panic!("{file}: a case without an id")).to_owned();
            for key in ["paragraph", "why"] {
                assert!(case[key].as_str().is_some_and(|text| 3 < text.len()), "{file} {id}: no {key}");
            }
            assert!(
                case["expect"].as_object().is_some_and(|expect| !expect.is_empty()),
                "{file} {id}: expects nothing"
            );
            assert!(seen.insert(id.clone()), "{file}: two cases are called {id}");
        }
        assert!(70 <= seen.len());
    }
}
