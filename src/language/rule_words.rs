//! The words that rules name: "that", "said", "according". A token knows by a small number which of them it is, so that
//! a rule compares numbers instead of letters, and never looks at the many words that no rule names.
//!
//! `lexicon/rule-words.txt` lists them; [`words!`] takes words of that list and nothing else, which the compiler checks.

use std::ops::Range;
use std::sync::LazyLock;

use super::keys::{Key, Keys};
use crate::packed::folded::unfold;

include!(concat!(env!("OUT_DIR"), "/rule_words.rs"));

/// Which word of the list a word in lower case is, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleWord(u16);

/// Words of the list: `words!["that", "which"]`.
macro_rules! words {
    [$($word:literal),+ $(,)?] => {
        const { &[$($crate::language::RuleWord::of($word)),+] }
    };
}
pub(crate) use words;

impl RuleWord {
    /// A word that is not on the list.
    pub const NONE: RuleWord = RuleWord(0);

    /// For use at compile time, by [`words!`].
    ///
    /// # Panics
    /// Where the word is not on the list.
    pub(crate) const fn of(word: &str) -> RuleWord {
        let from = place(word.as_bytes()) as usize;
        let found = from < WORDS.len() && !is_before(word.as_bytes(), WORDS[from].as_bytes());
        assert!(found, "a rule names a word that lexicon/rule-words.txt has not");
        RuleWord(from as u16 + 1)
    }

    /// The word of the list with this key.
    #[inline]
    pub(super) fn with_key(key: Key) -> RuleWord {
        LIST.find(key, |_| true).map_or(RuleWord::NONE, |index| RuleWord(index as u16 + 1))
    }

    /// The word of the list that a word in lower case is.
    pub fn of_lower(word: &str) -> RuleWord {
        Self::with_key(Key::of(word.as_bytes()))
    }

    /// Whether it is on the list and begins with no letter, as is told by its place there.
    #[inline(always)]
    pub(crate) fn is_sign(self) -> bool {
        const LETTERS: Range<u16> = place(b"a")..place(b"{");
        self != RuleWord::NONE && !LETTERS.contains(&(self.0 - 1))
    }

    /// Whether it is one of some words.
    #[inline(always)]
    pub fn is(self, words: &[RuleWord]) -> bool {
        if words.len() > 3 { self.is_listed(words) } else { self != RuleWord::NONE && words.contains(&self) }
    }

    /// The same for longer lists, in one place: as many comparisons wherever a rule names words would be a fiftieth of
    /// the module. To go on where the word is found lets the processor compare eight together.
    #[inline(never)]
    fn is_listed(self, words: &[RuleWord]) -> bool {
        self != RuleWord::NONE && words.iter().fold(false, |any, &word| any | (word == self))
    }
}

/// How many words of the list come before `word`.
const fn place(word: &[u8]) -> u16 {
    let (mut from, mut to) = (0, WORDS.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        if is_before(WORDS[middle].as_bytes(), word) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from as u16
}

const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// The list as the keys of words find it, made when the first word is asked for: a table would weigh three times as
/// much in the module as the words do.
static LIST: LazyLock<Keys> = LazyLock::new(|| {
    // Most words are not on the list, which is told soonest where most places are empty.
    let mut list = Keys::with_room_for(2 * WORDS.len());
    unfold(FOLDED, &mut |word, _| {
        let key = Key::of(word.as_bytes());
        if let Err(place) = list.find(key, |_| true) {
            list.add(key, place);
        }
    });
    list
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_from_words() {
        for (index, word) in WORDS.iter().enumerate() {
            let sign = !word.starts_with(|first: char| first.is_ascii_lowercase());
            assert_eq!(RuleWord(index as u16 + 1).is_sign(), sign, "{word}");
        }
        assert!(!RuleWord::NONE.is_sign());
    }

    #[test]
    fn words_of_the_list_are_found_by_their_keys() {
        for (index, word) in WORDS.iter().enumerate() {
            assert_eq!(RuleWord::with_key(Key::of(word.as_bytes())), RuleWord(index as u16 + 1), "{word}");
        }
        assert_eq!(RuleWord::with_key(Key::of(b"zymurgy")), RuleWord::NONE);
        assert!(WORDS.is_sorted(), "lexicon/rule-words.txt is sorted");
    }

    #[test]
    fn a_word_is_one_of_some() {
        let that = RuleWord::of("that");
        assert!(that.is(words!["which", "that"]));
        assert!(!that.is(words!["which"]));
        assert!(!RuleWord::NONE.is(words!["which"]));
    }
}
