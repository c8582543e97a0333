//! Words that a person looks for.

/// Whether every word that is looked for begins a word of the text, in small letters or capitals.
///
/// The letters are those of the three languages: a table of all the world's would weigh more than the whole search.
///
/// ```
/// use merzim::words::search::finds;
/// assert!(finds("ҚАБЫЛДАУ тех", "Техникалық оқу орнына қабылдау"));
/// assert!(!finds("был", "қабылдау"), "a word is found by its beginning");
/// ```
pub fn finds(searched: &str, text: &str) -> bool {
    let (searched, text) = (small(searched), small(text));
    let is_between = |letter: char| !letter.is_ascii_alphanumeric() && !('Ѐ'..='ӿ').contains(&letter);
    searched.split_whitespace().all(|word| text.split(is_between).any(|begun| begun.starts_with(word)))
}

/// In small letters.
pub(super) fn small(text: &str) -> String {
    let small = |letter: char| match letter {
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 80),
        'А'..='Я' => char::from_u32(letter as u32 + 32),
        // The letters that only Kazakh has lie in pairs, the capital first.
        'Ҋ'..='ҿ' | 'Ӑ'..='ӿ' => char::from_u32(letter as u32 | 1),
        _ => Some(letter.to_ascii_lowercase()),
    };
    text.chars().filter_map(small).collect()
}
