//! The three languages, and a text in all of them: everything the engine knows of language.
//!
//! There is no fallback: a [`Text`] that lacks a language does not parse, a `match` that lacks one does not compile.

use serde::{Deserialize, Serialize};

use crate::baked::Str;

/// A language a person may read. Kazakh comes first everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    Kk,
    Ru,
    En,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// The language's code, as in `lang="kk"` and in the address.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language with this code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Kk => "Қазақша",
            Lang::Ru => "Русский",
            Lang::En => "English",
        }
    }
}

/// One text in the three languages.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub(crate) kk: Str,
    pub(crate) ru: Str,
    pub(crate) en: Str,
}

#[cfg(not(target_arch = "wasm32"))]
impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Kk => self.kk.as_str(),
            Lang::Ru => self.ru.as_str(),
            Lang::En => self.en.as_str(),
        }
    }
}

/// One text in the three languages, by its place among the texts of each.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(crate) u16);

#[cfg(target_arch = "wasm32")]
impl Text {
    /// The text in one language; nothing while the language's texts are not here.
    pub fn get(&self, lang: Lang) -> &'static str {
        crate::baked::texts::fact(lang as usize, self.0)
    }
}

#[cfg(target_arch = "wasm32")]
crate::baked::never_written!(Text);

/// A name that is at hand in all three languages, whichever is shown: official, or looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    pub(crate) kk: Str,
    pub(crate) ru: Str,
    pub(crate) en: Str,
}

impl Name {
    /// The name in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Kk => self.kk.as_str(),
            Lang::Ru => self.ru.as_str(),
            Lang::En => self.en.as_str(),
        }
    }
}

/// The text in small letters.
///
/// The letters are those of the three languages, and of Kazakh in Latin ones: a table of all the world's would weigh
/// more than all who use it.
///
/// ```
/// use merzim::lang::small;
/// assert_eq!(small("ҚАБЫЛДАУ, Ğylym"), "қабылдау, ğylym");
/// ```
pub fn small(text: &str) -> String {
    let small = |letter: char| match letter {
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 80),
        'А'..='Я' | 'À'..='Þ' => char::from_u32(letter as u32 + 32),
        // The letters that only Kazakh has lie in pairs, the capital first.
        'Ҋ'..='ҿ' | 'Ӑ'..='ӿ' | 'Ğ' | 'Ş' | 'Ū' | 'Ŋ' => char::from_u32(letter as u32 | 1),
        'İ' => Some('i'),
        _ => Some(letter.to_ascii_lowercase()),
    };
    text.chars().filter_map(small).collect()
}
