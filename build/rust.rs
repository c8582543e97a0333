//! A value as a Rust expression that a constant may hold.
//!
//! The types are those of the facts: structs, enums, options, lists, texts, numbers, days. Serde names them all but the
//! variants, whose names in the files are in snake case, and the days, which it gives as texts.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Error as _};

/// The texts of the facts, each once: the expressions only name their places.
#[derive(Default)]
pub struct Pool {
    pub words: Vec<String>,
    /// In Kazakh, Russian and English.
    pub texts: Vec<[String; 3]>,
}

/// The value as a Rust expression.
pub fn written<T: Serialize>(value: &T, pool: &mut Pool) -> Result<String, Fault> {
    let mut rust = Rust { written: String::new(), pool, plain_text: false, in_three: None };
    value.serialize(&mut rust)?;
    Ok(rust.written)
}

/// The place of an item in a list, added at its end if it is new.
fn place<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|other| *other == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

/// The facts hold something that no constant can.
#[derive(Debug)]
pub struct Fault(String);

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl ser::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Fault(message.to_string())
    }
}

struct Rust<'p> {
    written: String,
    pool: &'p mut Pool,
    /// The next text is the word of a fact, not a text of the catalogue.
    plain_text: bool,
    /// The languages of a text so far, inside one.
    in_three: Option<Vec<String>>,
}

impl Rust<'_> {
    fn put(&mut self, text: &str) {
        self.written.push_str(text);
    }

    /// `provider_office` of `ChannelId` is `ChannelId::ProviderOffice`.
    fn variant(&mut self, of: &str, variant: &str) {
        self.put(of);
        self.put("::");
        for part in variant.split('_') {
            let mut letters = part.chars();
            self.written.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            self.put(letters.as_str());
        }
    }
}

/// `2019-10-18` as year, month and day.
fn day(text: &str) -> Option<(i32, u32, u32)> {
    let [year, month, day] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
    let is_date = (year.len(), month.len(), day.len()) == (4, 2, 2);
    is_date.then_some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// What stands between an opening and a closing bracket.
struct Parts<'r, 'p> {
    rust: &'r mut Rust<'p>,
    closing: &'static str,
}

impl Parts<'_, '_> {
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
        item.serialize(&mut *self.rust)?;
        self.rust.put(", ");
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Fault> {
        if self.rust.in_three.is_some() {
            return value.serialize(&mut *self.rust);
        }
        self.rust.put(if name == "in" { "r#in" } else { name });
        self.rust.put(": ");
        // Notes are for those who keep the facts: nothing shows them, and they are in the open data.
        if name == "note" { self.item(&None::<()>) } else { self.item(value) }
    }

    fn close(self) -> Result<(), Fault> {
        if let Some(languages) = self.rust.in_three.take() {
            let text = languages.try_into().map_err(|_| Fault::custom("a text is not in three languages"))?;
            let place = place(&mut self.rust.pool.texts, text);
            self.rust.put(&format!("text({place})"));
        } else {
            self.rust.put(self.closing);
        }
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident $number:ty),+) => {
        $(fn $method(self, value: $number) -> Result<(), Fault> {
            self.put(&value.to_string());
            Ok(())
        })+
    };
}

macro_rules! never {
    ($($method:ident($($argument:ty),*) -> $result:ty;)+) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$result, Fault> {
            Err(Fault::custom(concat!("no fact is written by ", stringify!($method))))
        })+
    };
}

impl<'r, 'p> ser::Serializer for &'r mut Rust<'p> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Parts<'r, 'p>;
    type SerializeTuple = Parts<'r, 'p>;
    type SerializeTupleStruct = ser::Impossible<(), Fault>;
    type SerializeTupleVariant = Parts<'r, 'p>;
    type SerializeMap = ser::Impossible<(), Fault>;
    type SerializeStruct = Parts<'r, 'p>;
    type SerializeStructVariant = Parts<'r, 'p>;

    numbers!(serialize_bool bool, serialize_i32 i32, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32);

    never! {
        serialize_i8(i8) -> (); serialize_i16(i16) -> (); serialize_i64(i64) -> (); serialize_u64(u64) -> ();
        serialize_f32(f32) -> (); serialize_f64(f64) -> (); serialize_char(char) -> (); serialize_bytes(&[u8]) -> ();
        serialize_unit() -> (); serialize_unit_struct(&'static str) -> ();
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        if let Some(languages) = &mut self.in_three {
            languages.push(text.to_owned());
            return Ok(());
        }
        match day(text) {
            Some((year, month, day)) => self.put(&format!("day({year}, {month}, {day})")),
            None if self.plain_text => self.put(&format!("Cow::Borrowed({text:?})")),
            None => {
                let place = place(&mut self.pool.words, text.to_owned());
                self.put(&format!("word({place})"));
            }
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.put("None");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        self.put("Some(");
        value.serialize(&mut *self)?;
        self.put(")");
        Ok(())
    }

    fn serialize_unit_variant(self, of: &'static str, _: u32, variant: &'static str) -> Result<(), Fault> {
        self.variant(of, variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Fault> {
        self.put(name);
        self.put(if name == "Baked" { " { 0: &" } else { " { 0: " });
        value.serialize(&mut *self)?;
        self.put(" }");
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        of: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        self.variant(of, variant);
        self.put(" { 0: ");
        self.plain_text = of == "FactValue";
        value.serialize(&mut *self)?;
        self.plain_text = false;
        self.put(" }");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'r, 'p>, Fault> {
        self.put("Baked { 0: &[");
        Ok(Parts { rust: self, closing: "] }" })
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'r, 'p>, Fault> {
        self.put("[");
        Ok(Parts { rust: self, closing: "]" })
    }

    fn serialize_tuple_variant(
        self,
        of: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'r, 'p>, Fault> {
        self.variant(of, variant);
        self.put("(");
        Ok(Parts { rust: self, closing: ")" })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'r, 'p>, Fault> {
        if name == "Text" {
            self.in_three = Some(Vec::new());
            return Ok(Parts { rust: self, closing: "" });
        }
        self.put(name);
        self.put(" { ");
        Ok(Parts { rust: self, closing: "}" })
    }

    fn serialize_struct_variant(
        self,
        of: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'r, 'p>, Fault> {
        self.variant(of, variant);
        self.put(" { ");
        Ok(Parts { rust: self, closing: "}" })
    }
}

macro_rules! items {
    ($($of:ident $method:ident),+) => {
        $(impl ser::$of for Parts<'_, '_> {
            type Ok = ();
            type Error = Fault;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
                self.item(item)
            }

            fn end(self) -> Result<(), Fault> {
                self.close()
            }
        })+
    };
}

items!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleVariant serialize_field);

macro_rules! fields {
    ($($of:ident),+) => {
        $(impl ser::$of for Parts<'_, '_> {
            type Ok = ();
            type Error = Fault;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Fault> {
                self.close()
            }
        })+
    };
}

fields!(SerializeStruct, SerializeStructVariant);
