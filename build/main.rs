//! Parses the facts of `static/catalogue/` and writes them as Rust constants for `src/content.rs`.
//!
//! A fault in the facts stops the build with its file, its path and what to write instead.

#![allow(dead_code, unused_imports, reason = "the build uses the types of the engine, not its work")]

use std::path::Path;

#[path = "../src/baked.rs"]
mod baked;
#[path = "../src/engine/mod.rs"]
mod engine;
#[path = "../src/lang.rs"]
mod lang;
#[path = "../src/content/load.rs"]
mod load;
mod rust;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    let folder = Path::new(&root).join("static/catalogue");
    let out = std::env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=static/catalogue");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/engine");
    println!("cargo::rerun-if-changed=src/baked.rs");
    println!("cargo::rerun-if-changed=src/content/load.rs");
    let read =
        |file: &str| std::fs::read_to_string(folder.join(file)).map_err(|error| format!("cannot be read: {error}"));
    let facts = match load::facts(&read) {
        Ok(facts) => facts,
        Err(faults) => {
            faults.iter().for_each(|fault| println!("cargo::error=static/catalogue/{fault}"));
            return Ok(());
        }
    };
    let mut pool = rust::Pool::default();
    let catalogue = rust::written(&facts.catalogue, &mut pool)?;
    let calendar = rust::written(&facts.calendar, &mut pool)?;
    let constants = format!(
        "pub static CATALOGUE: Catalogue = {catalogue};\npub static CALENDAR: CalendarFacts = {calendar};\n\
         pub const VERSION: &str = {:?};\n",
        facts.version
    );
    std::fs::write(Path::new(&out).join("facts.rs"), constants)?;
    // A native program names each text; an app has all texts of a language as one, and how long each is.
    let native = format!("const WORDS: &[&str] = &{:?};\nconst TEXTS: &[[&str; 3]] = &{:?};\n", pool.words, pool.texts);
    std::fs::write(Path::new(&out).join("texts.rs"), native)?;
    let (mut kk, mut ru, mut en) = (Vec::new(), Vec::new(), Vec::new());
    for [in_kk, in_ru, in_en] in &pool.texts {
        kk.push(in_kk.as_str());
        ru.push(in_ru.as_str());
        en.push(in_en.as_str());
    }
    let words = pool.words.iter().map(String::as_str).collect();
    let pools = [("KK", kk), ("RU", ru), ("EN", en), ("WORDS", words)];
    let pools = pools.map(|(name, texts)| {
        let lengths: Vec<_> = texts.iter().map(|text| text.len()).collect();
        format!("pub static {name}: Pool = Pool::new({:?}, &{lengths:?});\n", texts.concat())
    });
    std::fs::write(Path::new(&out).join("pools.rs"), pools.concat())?;
    let services = facts.catalogue.index.iter().map(|entry| load::file_of(&entry.id));
    let files = load::SHARED.map(str::to_owned).into_iter().chain(services);
    let rows: String = files.map(|file| format!("({file:?}, include_str!({:?})),\n", folder.join(&file))).collect();
    std::fs::write(Path::new(&out).join("files.rs"), format!("&[{rows}]"))?;
    Ok(())
}
