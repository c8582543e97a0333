//! Values that lie in the program as they are: the facts, written as constants when the program is built.
//!
//! A browser then has nothing to parse, and nothing to parse with. What is read from a folder while the program runs
//! takes the same types: it is kept for good.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that is never freed.
pub struct Baked<T: ?Sized + 'static>(pub &'static T);

/// A list of the facts.
pub type List<T> = Baked<[T]>;

impl<T: ?Sized> Deref for Baked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}

impl<T: ?Sized> Clone for Baked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Baked<T> {}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Baked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Baked<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: ?Sized + Eq> Eq for Baked<T> {}

/// A text of the facts: itself, or in the app its place among the app's texts.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Str(pub(crate) &'static str);

#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy)]
pub struct Str(pub(crate) u16);

#[cfg(not(target_arch = "wasm32"))]
impl Str {
    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

#[cfg(target_arch = "wasm32")]
impl Str {
    pub fn as_str(&self) -> &'static str {
        texts::word(self.0)
    }
}

#[cfg(target_arch = "wasm32")]
impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

#[cfg(target_arch = "wasm32")]
impl Eq for Str {}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The app's texts, one after the other: the words that every language needs lie in the program, the texts of a
/// language in a file of its own, so that nobody waits for the languages that they do not read.
///
/// A language is named by its number.
///
/// The facts name a text by its place: a number takes two bytes, and a third of what an address takes once compressed.
#[cfg(target_arch = "wasm32")]
pub mod texts {
    use std::sync::OnceLock;

    type Texts = OnceLock<Vec<&'static str>>;

    static WORDS: Texts = Texts::new();
    static LANGUAGES: [Texts; 3] = [Texts::new(), Texts::new(), Texts::new()];

    /// Takes in the file of a language. One of another build is refused: its places are not ours.
    pub fn take(file: String) -> bool {
        let mut texts = String::leak(file).split(SEPARATOR);
        let Some((lang, build)) = texts.next().and_then(|head| head.split_once(' ')) else { return false };
        let place = lang.parse().ok().filter(|_| build == BUILD).and_then(of);
        place.is_some_and(|place| place.set(texts.collect()).is_ok())
    }

    /// Whether the texts of a language are here.
    pub fn are_here(lang: usize) -> bool {
        of(lang).is_some_and(|texts| texts.get().is_some())
    }

    pub(crate) fn word(place: u16) -> &'static str {
        text(WORDS.get_or_init(|| ALL_WORDS.split(SEPARATOR).collect()), place)
    }

    pub(crate) fn fact(lang: usize, place: u16) -> &'static str {
        of(lang).and_then(OnceLock::get).map_or("", |texts| text(texts, place))
    }

    /// The texts of a language after those of the facts: what the program itself says.
    pub(crate) fn own(lang: usize) -> impl Iterator<Item = &'static str> {
        of(lang).and_then(OnceLock::get).into_iter().flatten().skip(FACTS).copied()
    }

    fn of(lang: usize) -> Option<&'static Texts> {
        LANGUAGES.get(lang)
    }

    fn text(texts: &[&'static str], place: u16) -> &'static str {
        texts.get(usize::from(place)).copied().unwrap_or("")
    }

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// In the app the facts are constants: nothing reads or writes them.
#[cfg(target_arch = "wasm32")]
macro_rules! never_written {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
                Err(serde::de::Error::custom("the facts are constants"))
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("the facts are constants"))
            }
        }
    };
}

#[cfg(target_arch = "wasm32")]
pub(crate) use never_written;

#[cfg(target_arch = "wasm32")]
impl<'de> Deserialize<'de> for Str {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(serde::de::Error::custom("the facts are constants"))
    }
}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Str {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Str> for str {
    fn eq(&self, other: &Str) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Str> for &str {
    fn eq(&self, other: &Str) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<Str> for String {
    fn eq(&self, other: &Str) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Str> for Cow<'_, str> {
    fn eq(&self, other: &Str) -> bool {
        self.as_ref() == other.as_str()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<String> for Str {
    fn from(text: String) -> Str {
        Str(Box::leak(text.into_boxed_str()))
    }
}

impl<T> List<T> {
    pub fn iter(&self) -> std::slice::Iter<'static, T> {
        self.0.iter()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Baked(&[])
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> List<T> {
        Baked(Box::leak(items.into_boxed_slice()))
    }
}

impl<T> IntoIterator for &List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> Deserialize<'de> for Str {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Str::from)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(List::from)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Baked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|value| Baked(Box::leak(Box::new(value))))
    }
}

impl Serialize for Str {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0)
    }
}

impl<T: Serialize> Serialize for Baked<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Baked", self.0)
    }
}
