//! How alike two words are.

use super::letters::Word;

/// How well a word that is looked for fits a word that is there: 1 for the same, 0 for another.
///
/// The fewer letters are left over, the better: a word not typed to its end, a Kazakh or Russian word with another
/// ending. A word that only sounds the same is believed a little less, and one with a slip of the finger (a letter too
/// many, too few, another, or two that changed places) less again; of such a word at least four letters must be right.
pub(super) fn likeness(asked: &Word, there: &Word) -> f32 {
    let sounds = 0.95 * letters_alike(&asked.sounds, &there.sounds);
    letters_alike(&asked.written, &there.written).max(sounds)
}

const SLIP: f32 = 0.75;

fn letters_alike(asked: &[char], there: &[char]) -> f32 {
    // Most words have nothing to do with each other, and no slip at the first letter makes them alike: out at once.
    if let ([a, b, ..], [c, d, ..]) = (asked, there)
        && a != c
        && a != d
        && b != c
        && b != d
    {
        return 0.0;
    }
    let same = common(asked, there);
    let (Some(asked), Some(there)) = (asked.get(same..), there.get(same..)) else { return 0.0 };
    let plain = without_slip(same, asked.len(), there.len());
    let slipped = |(of_asked, of_there, right): (usize, usize, usize)| {
        let (Some(asked), Some(there)) = (asked.get(of_asked..), there.get(of_there..)) else { return 0.0 };
        let more = common(asked, there);
        let (asked, there) = (asked.len() - more, there.len() - more);
        let (fits, same) = (if same == 0 { asked + there == 0 } else { asked.min(there) == 0 }, same + right + more);
        if !fits || same < 4 { 0.0 } else { SLIP * without_slip(same, asked, there) }
    };
    let swapped = matches!((asked, there), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    let slips = [(1, 1, 0), (1, 0, 0), (0, 1, 0), if swapped { (2, 2, 2) } else { (1, 1, 0) }];
    slips.into_iter().map(slipped).fold(plain, f32::max)
}

/// How alike two words are that begin with the same letters, by what is left over of each.
fn without_slip(same: usize, asked: usize, there: usize) -> f32 {
    let fits = match (asked, there) {
        // Not typed to its end.
        (0, _) => 1 <= same,
        // The word there, and endings.
        (_, 0) => 3 <= same && asked <= same + 1,
        // Two forms of a word.
        _ => 4 <= same && asked.max(there) <= same.min(5),
    };
    let left = asked.max(there) as f32;
    if fits { 1.0 - left / (2.0 * (same as f32 + left)) } else { 0.0 }
}

fn common(one: &[char], other: &[char]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}
