//! Letters as people write them: missing Kazakh ones, Latin ones, those of another keyboard layout.

use crate::lang::small;

/// A word that is looked for or found: as it is written, and by its sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters.
    pub written: Vec<char>,
    /// In the few letters that are left when spellings no longer differ; see [`sound`].
    pub sounds: Vec<char>,
}

impl Word {
    fn of(text: &str) -> Word {
        let written: Vec<char> = text.chars().collect();
        // What is mostly one letter again and again is no word.
        let sounds = Some(sound(text)).filter(|sounds| written.len() <= 2 * sounds.len());
        Word { written, sounds: sounds.unwrap_or_default() }
    }

    /// Whether it is the same word in another spelling.
    pub fn is(&self, other: &Word) -> bool {
        self.written == other.written || (!self.sounds.is_empty() && self.sounds == other.sounds)
    }
}

/// The words of a text, in small letters; what is neither letter nor digit stands between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
    // An apostrophe belongs to its word: o'qu, don't.
    let text = small(text).replace(['\'', '’', 'ʼ'], "").replace('ё', "е");
    let is_between = |letter: char| !letter.is_ascii_alphanumeric() && !('À'..='ӿ').contains(&letter);
    text.split(is_between).filter(|word| !word.is_empty()).map(Word::of).collect::<Vec<_>>().into_iter()
}

/// How a word sounds, roughly, in whichever alphabet it is written: two spellings of a word are to give the same.
///
/// Kazakh letters become their Russian neighbours, and these Latin ones. What people mix up is one letter: `ы` and `i`,
/// `к`, `қ`, `q`, `х` and `h`, `ш`, `щ`, `ч`, `sh` and `ch`; a letter is not written twice. The Latin alphabet is the
/// draft of 2021 with its forerunners, and what people type in chats.
fn sound(text: &str) -> Vec<char> {
    let mut sounds: Vec<char> = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let heard = match letter {
            'z' | 'g' | 'k' | 's' | 'c' if letters.next_if_eq(&'h').is_some() => match letter {
                'z' => "j",
                's' | 'c' => "c",
                'g' => "g",
                _ => "k",
            },
            'c' if letters.peek().is_some_and(|next| "eiy".contains(*next)) => "s",
            _ => SOUNDS.iter().find(|(spellings, _)| spellings.contains(letter)).map_or("", |(_, sound)| sound),
        };
        if heard.is_empty() && !"ъь".contains(letter) {
            sounds.push(letter);
        }
        for heard in heard.chars() {
            match (sounds.last(), heard) {
                (Some(last), heard) if *last == heard && !heard.is_ascii_digit() => {}
                // `дж` and `тш` are one sound: kollej, kolledj.
                (Some('d'), 'j') | (Some('t'), 'c') => {
                    sounds.pop();
                    sounds.push(heard);
                }
                _ => sounds.push(heard),
            }
        }
    }
    sounds
}

/// Letters, and how they sound. A letter that stands nowhere here sounds as it is written; hard and soft signs not at
/// all.
const SOUNDS: [(&str, &str); 26] = [
    ("aаәäáâ", "a"),
    ("bб", "b"),
    ("vв", "v"),
    ("gгғğǵ", "g"),
    ("dд", "d"),
    ("eеэéè", "e"),
    ("jж", "j"),
    ("zз", "z"),
    ("iyиійыıïí", "i"),
    ("kcqxhкқхһ", "k"),
    ("lл", "l"),
    ("mм", "m"),
    ("nнңñńŋ", "n"),
    ("oоөöó", "o"),
    ("pп", "p"),
    ("rр", "r"),
    ("sс", "s"),
    ("tт", "t"),
    ("uwуұүüūúý", "u"),
    ("fф", "f"),
    ("ц", "ts"),
    ("чшщşçš", "c"),
    ("ю", "iu"),
    ("я", "ia"),
    ("ž", "j"),
    ("ğ", "g"),
];

/// What may have been meant by what was typed, and how readily that is believed: the text as it is; chat letters, `w`
/// and `6` for `ш`, `4` for `ч`; keys struck while another layout was on.
pub(super) fn readings(typed: &str) -> Vec<(String, f32)> {
    let typed = small(typed);
    let chat = || typed.replace(['w', '6'], "sh").replace('4', "ch");
    let mut readings = vec![(typed.clone(), 1.0)];
    if typed.contains(|letter: char| letter.is_ascii_lowercase()) {
        readings.push((chat(), 0.9));
    }
    readings.push((struck(&typed, LATIN, CYRILLIC), 0.9));
    readings.push((struck(&typed, CYRILLIC, LATIN), 0.85));
    readings.dedup_by(|later, earlier| later.0 == earlier.0);
    readings
}

/// Keys with the English layout, the top row first, where the Kazakh layout has letters instead of digits.
const LATIN: &str = "234589 0-=`qwertyuiop[]asdfghjkl;'zxcvbnm,.@#$%*()_+~{}:\"<>";
/// The same keys with the Kazakh layout; but for the top row, with the Russian one.
const CYRILLIC: &str = "әіңғүұ қөһёйцукенгшщзхъфывапролджэячсмитьбюәіңғүұқөһёхъжэбю";

/// The text that the same keys give in the other layout.
fn struck(text: &str, from: &str, to: &str) -> String {
    let key = |letter: char| from.chars().zip(to.chars()).find(|(here, _)| *here == letter);
    text.chars().map(|letter| key(letter).map_or(letter, |(_, there)| there)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_sounds_the_same_in_every_spelling() {
        for spellings in [
            &["жатақхана", "жатакхана", "jataqhana", "zhatakhana", "zhataqkhana", "jataqxana"][..],
            &["жоғалттым", "жогалттым", "joğalttym", "zhogalttym", "jogaltym", "zhoghalttim"],
            &["колледж", "kolledj", "kolledzh", "kollej", "колледжь"],
            &["куәлігі", "куалиги", "kuälıgı", "kualigi", "kwäligi"],
            &["телнұсқасы", "телнускасы", "telnūsqasy", "telnusqasi"],
            &["өшіру", "ошыру", "öşıru", "oshiru"],
            &["академиялық", "akademialyq", "akademiyalyk", "akademiialyq"],
            &["сертификат", "sertifikat", "certifikat"],
        ] {
            for spelling in spellings {
                assert_eq!(sound(spelling), sound(spellings[0]), "{spelling}");
            }
        }
    }

    #[test]
    fn each_key_has_its_letter_in_both_layouts() {
        assert_eq!(LATIN.chars().count(), CYRILLIC.chars().count());
        for (typed, meant) in [
            (";fnf0[fyf", "жатақхана"),
            ("жата0хана", "жатақхана"),
            ("lbgkjvls ;j5fknnsv", "дипломды жоғалттым"),
            ("j,ot;bnbt", "общежитие"),
            ("JQEPF)", "ойузақ"),
        ] {
            let found: Vec<_> = readings(typed).into_iter().map(|(text, _)| text).collect();
            assert!(found.iter().any(|text| text == meant), "{typed}: {found:?}");
        }
        assert!(readings("дщые").iter().any(|(text, _)| text == "lost"));
    }
}
