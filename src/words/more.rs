//! What only the whole program says: one struct a topic, in three languages side by side.
//!
//! The short program names none of it, so the linker leaves it out of a first visit.

/// A struct of sayings, and its three languages in the order of [`Lang`](crate::lang::Lang): Kazakh, Russian, English.
/// One that a language lacks does not compile; [`SAYINGS`] lists all for the tests.
macro_rules! sayings {
    ($(#[$doc:meta])* $name:ident, $all:ident: $($field:ident { $kk:literal, $ru:literal, $en:literal })+) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            $(pub $field: &'static str,)+
        }

        static $all: [$name; 3] = [
            $name { $($field: $kk,)+ },
            $name { $($field: $ru,)+ },
            $name { $($field: $en,)+ },
        ];

        impl $name {
            /// The sayings in a language.
            pub fn of(lang: crate::lang::Lang) -> &'static $name {
                let [kk, ru, en] = &$all;
                match lang {
                    crate::lang::Lang::Kk => kk,
                    crate::lang::Lang::Ru => ru,
                    crate::lang::Lang::En => en,
                }
            }

            /// Each saying's name and its three languages.
            #[cfg(not(target_arch = "wasm32"))]
            pub const ALL: &'static [super::Saying] = &[$((stringify!($field), [$kk, $ru, $en]),)+];
        }
    };
}

pub mod desk;
pub mod forms;
pub mod gallery;
pub mod kiosk;
#[cfg(not(target_arch = "wasm32"))]
pub mod leaflet;
pub mod official;
pub mod paper;
pub mod pictures;
pub mod take_home;
pub mod ways;

/// A saying's name and its three languages.
#[cfg(not(target_arch = "wasm32"))]
pub type Saying = (&'static str, [&'static str; 3]);

/// Every saying of every topic, by the topic's struct.
#[cfg(not(target_arch = "wasm32"))]
pub const SAYINGS: &[(&str, &[Saying])] = &[
    ("Desk", desk::Desk::ALL),
    ("Forms", forms::Forms::ALL),
    ("Gallery", gallery::Gallery::ALL),
    ("Kiosk", kiosk::Kiosk::ALL),
    ("Leaflet", leaflet::Leaflet::ALL),
    ("Paper", paper::Paper::ALL),
    ("Pictures", pictures::Pictures::ALL),
    ("TakeHome", take_home::TakeHome::ALL),
    ("Ways", ways::Ways::ALL),
];
