//! The words that rules name: "that", "said", "according". A token knows by a small number which of them it is, so that
//! a rule compares numbers instead of letters, and never looks at the many words that no rule names.
//!
//! `lexicon/rule-words.txt` lists them; [`words!`] takes words of that list and nothing else, which the compiler checks.

use std::sync::LazyLock;

use super::words::Key;
use crate::folded::unfold;

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
        let (mut from, mut to) = (0, WORDS.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if is_before(WORDS[middle].as_bytes(), word.as_bytes()) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        let found = from < WORDS.len() && !is_before(word.as_bytes(), WORDS[from].as_bytes());
        assert!(found, "a rule names a word that lexicon/rule-words.txt has not");
        RuleWord(from as u16 + 1)
    }

    /// The word of the list with this key.
    #[inline]
    pub(super) fn with_key(key: Key) -> RuleWord {
        LIST.find(key)
    }

    /// The word of the list that a word in lower case is.
    pub fn of_lower(word: &str) -> RuleWord {
        LIST.find(Key::of(word.as_bytes()))
    }

    /// Whether it is one of some words.
    #[inline(always)]
    pub fn is(self, words: &[RuleWord]) -> bool {
        self != RuleWord::NONE && words.contains(&self)
    }
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
struct List {
    keys: Vec<Key>,
    /// Open addressing with linear probing: one more than the index of a key, or zero. A power of two of places, of
    /// which a quarter at most are taken.
    places: Vec<u16>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut keys = Vec::with_capacity(WORDS.len());
    unfold(FOLDED, |word| keys.push(Key::of(word.as_bytes())));
    let mut list = List { keys, places: vec![0; (WORDS.len() * 4).next_power_of_two()] };
    for index in 0..list.keys.len() {
        if let Some(&key) = list.keys.get(index)
            && let Err(free) = list.place(key)
            && let Some(place) = list.places.get_mut(free)
        {
            *place = index as u16 + 1;
        }
    }
    list
});

impl List {
    fn find(&self, key: Key) -> RuleWord {
        self.place(key).unwrap_or(RuleWord::NONE)
    }

    /// The word with this key, or the empty place where it would stand.
    fn place(&self, key: Key) -> Result<RuleWord, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = key.hash() as usize & mask;
        loop {
            let taken = self.places.get(place).copied().unwrap_or_default();
            match taken.checked_sub(1) {
                None => return Err(place),
                Some(index) if self.keys.get(usize::from(index)) == Some(&key) => return Ok(RuleWord(taken)),
                Some(_) => place = (place + 1) & mask,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
