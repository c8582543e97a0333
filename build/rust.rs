//! A value as a Rust expression that a constant may hold.
//!
//! The types are those of the facts: structs, enums, options, lists, texts, numbers, days. Serde names them all but the
//! variants, whose names in the files are in snake case, and the days, which it gives as texts.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Error as _};

/// The value as a Rust expression.
pub fn written<T: Serialize>(value: &T) -> Result<String, Fault> {
    let mut rust = Rust { text: String::new(), plain_text: false };
    value.serialize(&mut rust)?;
    Ok(rust.text)
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

struct Rust {
    text: String,
    /// The next text is the word of a fact, not a text of the catalogue.
    plain_text: bool,
}

impl Rust {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// `provider_office` of `ChannelId` is `ChannelId::ProviderOffice`.
    fn variant(&mut self, of: &str, variant: &str) {
        self.put(of);
        self.put("::");
        for part in variant.split('_') {
            let mut letters = part.chars();
            self.text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
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
struct Parts<'r> {
    rust: &'r mut Rust,
    closing: &'static str,
}

impl Parts<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
        item.serialize(&mut *self.rust)?;
        self.rust.put(", ");
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Fault> {
        self.rust.put(if name == "in" { "r#in" } else { name });
        self.rust.put(": ");
        self.item(value)
    }

    fn close(self) -> Result<(), Fault> {
        self.rust.put(self.closing);
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

impl<'r> ser::Serializer for &'r mut Rust {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Parts<'r>;
    type SerializeTuple = Parts<'r>;
    type SerializeTupleStruct = ser::Impossible<(), Fault>;
    type SerializeTupleVariant = Parts<'r>;
    type SerializeMap = ser::Impossible<(), Fault>;
    type SerializeStruct = Parts<'r>;
    type SerializeStructVariant = Parts<'r>;

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
        match day(text) {
            Some((year, month, day)) => self.put(&format!("day({year}, {month}, {day})")),
            None if self.plain_text => self.put(&format!("Cow::Borrowed({text:?})")),
            None => self.put(&format!("Baked {{ 0: {text:?} }}")),
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

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'r>, Fault> {
        self.put("Baked { 0: &[");
        Ok(Parts { rust: self, closing: "] }" })
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'r>, Fault> {
        self.put("[");
        Ok(Parts { rust: self, closing: "]" })
    }

    fn serialize_tuple_variant(
        self,
        of: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'r>, Fault> {
        self.variant(of, variant);
        self.put("(");
        Ok(Parts { rust: self, closing: ")" })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'r>, Fault> {
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
    ) -> Result<Parts<'r>, Fault> {
        self.variant(of, variant);
        self.put(" { ");
        Ok(Parts { rust: self, closing: "}" })
    }
}

macro_rules! items {
    ($($of:ident $method:ident),+) => {
        $(impl ser::$of for Parts<'_> {
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
        $(impl ser::$of for Parts<'_> {
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
