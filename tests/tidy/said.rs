//! What the program can say, it says somewhere.

use merzim::words::more::SAYINGS;

use super::{File, files, first_name, names, none};

#[test]
fn every_phrase_and_label_is_said_somewhere() {
    let is_definition = |file: &File| {
        let place = file.path.strip_prefix("src/words/").unwrap_or("");
        let in_language = ["kk.rs", "ru.rs", "en.rs"].iter().any(|name| place.ends_with(name));
        in_language || place == "phrases.rs"
    };
    let sources = files(&["src"], ".rs");
    let code: Vec<_> =
        sources.iter().filter(|file| !is_definition(file)).flat_map(|file| file.code().map(|(_, line)| line)).collect();
    let mut broken = Vec::new();
    for file in sources.iter().filter(|file| file.is_in("src/words") && file.path.ends_with("/en.rs")) {
        let fields: Vec<_> = file.code().filter_map(|(_, line)| line.strip_prefix("    ")?.split_once(':')).collect();
        let fields = fields.iter().map(|(name, _)| *name).filter(|name| first_name(name).as_deref() == Some(name));
        let mut met = 0;
        for field in fields {
            met += 1;
            // A field is read of the phrases or the labels of a language, whatever they are called there.
            let dotted = format!(".{field}");
            let said = code.iter().any(|line| {
                line.match_indices(&dotted).any(|(at, _)| {
                    let reader = line[..at].rsplit(|letter: char| " (&*[!{|,".contains(letter)).next().unwrap_or("");
                    let is_reader = ["phrases", "labels", "labels(lang)", ")"].iter().any(|end| reader.ends_with(end));
                    (is_reader || line.trim_start() == line[at..].trim())
                        && !line[at + dotted.len()..]
                            .starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '(')
                })
            });
            broken.extend((!said).then(|| format!("{}: {field}", file.path)));
        }
        assert!(20 < met, "{} was read wrongly: {met} fields", file.path);
    }
    none(broken, "delete what nobody says");
}

#[test]
fn every_saying_of_the_whole_program_is_said_where_its_topic_is_named() {
    let sources = files(&["src", "build"], ".rs");
    let mut broken = Vec::new();
    for (topic, sayings) in SAYINGS {
        // By its struct, or by the room of that name: `TakeHome`, `take_home`.
        let room: String =
            topic.chars().flat_map(|letter| [letter.is_uppercase().then_some('_'), Some(letter)]).flatten().collect();
        let room = room.trim_start_matches('_').to_lowercase();
        let named: Vec<_> = sources
            .iter()
            .filter(|file| file.code().any(|(_, line)| names(line, topic) || names(line, &room)))
            .collect();
        for (field, _) in *sayings {
            let is_said = |file: &&File| {
                file.code().any(|(_, line)| {
                    line.split(&format!(".{field}"))
                        .skip(1)
                        .any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || "_(".contains(next)))
                })
            };
            broken.extend((!named.iter().any(is_said)).then(|| format!("{topic}.{field}")));
        }
    }
    none(broken, "delete what nobody says");
}
