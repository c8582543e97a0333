//! Parses the facts of `static/catalogue/` and writes them as Rust constants for `src/content.rs`.
//!
//! A fault in the facts stops the build with its file, its path and what to write instead.

#![allow(dead_code, unused_imports, reason = "the build uses the types of the engine, not its work")]

use std::path::Path;

#[path = "../src/baked.rs"]
mod baked;
#[path = "../src/engine/mod.rs"]
mod engine;
mod find;
#[path = "../src/lang.rs"]
mod lang;
#[path = "../src/content/load.rs"]
mod load;
mod rust;
#[path = "../src/words/mod.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    let folder = Path::new(&root).join("static/catalogue");
    let out = std::env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=static/catalogue");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/engine");
    println!("cargo::rerun-if-changed=src/find/words.json");
    println!("cargo::rerun-if-changed=src/words");
    println!("cargo::rerun-if-changed=src/baked.rs");
    println!("cargo::rerun-if-changed=src/lang.rs");
    println!("cargo::rerun-if-changed=src/content/load.rs");
    let read =
        |file: &str| std::fs::read_to_string(folder.join(file)).map_err(|error| format!("cannot be read: {error}"));
    let mut facts = match load::facts(&read) {
        Ok(facts) => facts,
        Err(faults) => {
            faults.iter().for_each(|fault| println!("cargo::error=static/catalogue/{fault}"));
            return Ok(());
        }
    };
    leave_out_the_unnamed(&mut facts.catalogue, &read)?;
    let mut pool = rust::Pool::default();
    let catalogue = rust::written(&facts.catalogue, &mut pool)?;
    let calendar = rust::written(&facts.calendar, &mut pool)?;
    let constants = format!(
        "pub static CATALOGUE: Catalogue = {catalogue};\npub static CALENDAR: CalendarFacts = {calendar};\n\
         pub const VERSION: &str = {:?};\n",
        facts.version
    );
    std::fs::write(Path::new(&out).join("facts.rs"), constants)?;
    // A native program names each text; an app has the lines of a language as one.
    let native = format!("const WORDS: &[&str] = &{:?};\nconst TEXTS: &[[&str; 3]] = &{:?};\n", pool.words, pool.texts);
    std::fs::write(Path::new(&out).join("texts.rs"), native)?;
    languages(&pool, Path::new(&out))?;
    let words = std::fs::read_to_string(Path::new(&root).join("src/find/words.json"))?;
    match find::table(&words, &facts.catalogue) {
        Ok(table) => std::fs::write(Path::new(&out).join("find.txt"), table)?,
        Err(fault) => println!("cargo::error=src/find/words.json: {fault}"),
    }
    let services = facts.catalogue.index.iter().map(|entry| load::file_of(&entry.id));
    let files = load::SHARED.map(str::to_owned).into_iter().chain(services);
    let rows: String = files.map(|file| format!("({file:?}, include_str!({:?})),\n", folder.join(&file))).collect();
    std::fs::write(Path::new(&out).join("files.rs"), format!("&[{rows}]"))?;
    Ok(())
}

/// Acts and notices that no other file names are open data for those who look into the files; no answer can show them.
fn leave_out_the_unnamed(catalogue: &mut engine::catalogue::Catalogue, read: load::Read) -> Result<(), String> {
    let services = catalogue.index.iter().map(|entry| load::file_of(&entry.id)).collect::<Vec<_>>();
    let files = |shared: &[&str]| -> Result<String, String> {
        shared.iter().copied().chain(services.iter().map(String::as_str)).map(read).collect()
    };
    // As a value, or in one: `"A-04"`, `"F2 p7"`, `"READ A-40 A-41"`.
    let is_named = |text: &str, id: &str| {
        text.match_indices(id).any(|(start, _)| {
            let (before, after) = (text[..start].chars().next_back(), text[start + id.len()..].chars().next());
            matches!(before, Some('"' | ' ')) && matches!(after, Some('"' | ' '))
        })
    };
    let of_notices = files(&["calendar.json", "vocabulary.json", "acts.json"])?;
    let notices = catalogue.notices.iter().filter(|notice| is_named(&of_notices, &notice.id));
    catalogue.notices = notices.cloned().collect::<Vec<_>>().into();
    let of_acts = files(&["calendar.json", "vocabulary.json", "notices.json", "index.json"])?;
    let is_used = |act: &&engine::catalogue::Act| {
        is_named(&of_acts, &act.id) || act.file.as_deref().is_some_and(|file| is_named(&of_acts, file))
    };
    catalogue.acts = catalogue.acts.iter().filter(is_used).cloned().collect::<Vec<_>>().into();
    Ok(())
}

/// Stands between two texts of a file: some texts have more than one line.
const SEPARATOR: &str = "\u{1e}";

/// Writes the file of each language, and for the app what it must know of them.
///
/// The files are for a web server to serve: they lie in `texts/` beside the app that is built.
fn languages(pool: &rust::Pool, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let texts = |lang: lang::Lang| {
        let of_facts = pool.texts.iter().filter_map(move |text| text.get(lang as usize)).map(String::as_str);
        of_facts.chain(words::lines(lang)).collect::<Vec<_>>().join(SEPARATOR)
    };
    let build = load::fingerprint(lang::Lang::ALL.into_iter().map(texts));
    let known = format!(
        "const SEPARATOR: char = '\\u{{1e}}';\nconst ALL_WORDS: &str = {:?};\n\
         const FACTS: usize = {};\nconst BUILD: &str = {build:?};\n",
        pool.words.join(SEPARATOR),
        pool.texts.len(),
    );
    std::fs::write(out.join("words.rs"), known)?;
    // `<target>/<profile>/build/<package>/out`: what is beside the app is three folders up.
    let beside = out.ancestors().nth(3).ok_or("the build has no folder for the app")?.join("texts");
    std::fs::create_dir_all(&beside)?;
    for lang in lang::Lang::ALL {
        let file = format!("{} {build}{SEPARATOR}{}", lang as usize, texts(lang));
        std::fs::write(beside.join(lang.code()).with_extension("txt"), file)?;
    }
    Ok(())
}
