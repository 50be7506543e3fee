//! The words that rules name: "that", "said", "according". A token knows by a small number which of them it is, so that
//! a rule compares numbers instead of letters, and never looks at the many words that no rule names.
//!
//! `lexicon/rule-words.txt` lists them; [`words!`] takes words of that list and nothing else, which the compiler checks.

use super::words::Key;

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
        let found = find(Key::of_short(word.as_bytes()));
        assert!(found.0 != RuleWord::NONE.0, "a rule names a word that lexicon/rule-words.txt has not");
        found
    }

    /// The word of the list with this key.
    #[inline]
    pub(super) fn with_key(key: Key) -> RuleWord {
        find(key)
    }

    /// The word of the list that a word in lower case is.
    pub fn of_lower(word: &str) -> RuleWord {
        find(Key::of(word.as_bytes()))
    }

    /// Whether it is one of some words.
    #[inline(always)]
    pub fn is(self, words: &[RuleWord]) -> bool {
        self != RuleWord::NONE && words.contains(&self)
    }
}

/// Places in the table, a power of two, of which a fifth are taken.
const PLACES: usize = (WORDS.len() * 4).next_power_of_two();

static KEYS: [Key; WORDS.len()] = keys();
/// Open addressing with linear probing: one more than the index of a key, or zero.
static TABLE: [u16; PLACES] = table();

const fn keys() -> [Key; WORDS.len()] {
    let mut keys = [Key::of_short(b""); WORDS.len()];
    let mut index = 0;
    while index < WORDS.len() {
        keys[index] = Key::of_short(WORDS[index].as_bytes());
        index += 1;
    }
    keys
}

const fn table() -> [u16; PLACES] {
    let (keys, mut table) = (keys(), [0; PLACES]);
    let mut index = 0;
    while index < keys.len() {
        let mut place = keys[index].hash() as usize % PLACES;
        while table[place] != 0 {
            place = (place + 1) % PLACES;
        }
        index += 1;
        table[place] = index as u16;
    }
    table
}

const fn find(key: Key) -> RuleWord {
    let mut place = key.hash() as usize % PLACES;
    while TABLE[place] != 0 {
        if KEYS[TABLE[place] as usize - 1].same(key) {
            return RuleWord(TABLE[place]);
        }
        place = (place + 1) % PLACES;
    }
    RuleWord::NONE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_list_are_found_by_their_keys() {
        for (index, word) in WORDS.iter().enumerate() {
            assert_eq!(
                RuleWord::with_key(Key::of_short(word.as_bytes())),
                RuleWord(index as u16 + 1),
                "{word}"
            );
        }
        assert_eq!(RuleWord::with_key(Key::of_short(b"zymurgy")), RuleWord::NONE);
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
