//! The tag dictionary: which tags a word had in the treebanks. Most tokens of a text are words with one tag
//! (Brants 2000), and for those nothing has to be weighed.

use crate::language::Tag;
use crate::packed::table::Table;

/// The tags a word can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(u32);

const BEST: u32 = 17;
const SURE: u32 = 22;
const SURE_CAPITAL: u32 = 23;

impl Class {
    /// The class of every word that is not in the dictionary.
    pub const UNKNOWN: Class = Class(0);

    /// A class of these tags, of which `best` is the most frequent. `sure`: it is the only one, so sure that
    /// nothing needs to be weighed; `sure_capital`: even where the word is capitalised.
    pub fn new(tags: impl IntoIterator<Item = Tag>, best: Tag, sure: bool, sure_capital: bool) -> Class {
        let tags = tags.into_iter().fold(0, |bits, tag| bits | 1 << tag as u32);
        Class(
            tags | (best as u32) << BEST | u32::from(sure) << SURE | u32::from(sure_capital) << SURE_CAPITAL,
        )
    }

    /// The class from its number in the artefact.
    pub fn from_bytes([a, b, c]: [u8; 3]) -> Class {
        Class(u32::from_le_bytes([a, b, c, 0]))
    }

    /// Its number in the artefact.
    pub fn to_bytes(self) -> [u8; 3] {
        let [a, b, c, _] = self.0.to_le_bytes();
        [a, b, c]
    }

    /// Whether nothing is known.
    pub fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// The set and its most frequent member, as a number for features.
    pub fn bits(self) -> u32 {
        self.0 & ((1 << SURE) - 1)
    }

    /// Whether a word of this class can have this tag.
    pub fn has(self, tag: Tag) -> bool {
        self.0 & 1 << tag as u32 != 0
    }

    /// Whether it has this tag more often than any other.
    pub fn is_mostly(self, tag: Tag) -> bool {
        !self.is_unknown() && (self.0 >> BEST) & 0b1_1111 == tag as u32
    }

    /// The tag of a word in small letters or, with `capital`, a capitalised one, where it is beyond doubt.
    pub fn sure(self, capital: bool) -> Option<Tag> {
        let sure = self.0 & (1 << if capital { SURE_CAPITAL } else { SURE }) != 0;
        let best = (self.0 >> BEST) & 0b1_1111;
        if sure { Tag::ALL.get(best as usize).copied() } else { None }
    }
}

/// Words and their classes.
#[derive(Debug)]
pub struct Lexicon {
    words: Table,
    /// For every word of `words` its class.
    classes: Vec<Class>,
}

impl Lexicon {
    /// A dictionary of words by hash, and the class of each.
    pub fn new(words: Table, classes: Vec<Class>) -> Self {
        Self { words, classes }
    }

    /// The class of the word with this [`word_hash`](super::features::word_hash).
    pub fn class(&self, hash: u32) -> Class {
        let index = self.words.find(lexicon_key(hash));
        index.and_then(|index| self.classes.get(index)).copied().unwrap_or_default()
    }
}

/// Number of bits in a word's key: one unknown word in 150 is taken for one that is known.
pub const LEXICON_BITS: u32 = 20;

/// The key of a word in the dictionary.
pub fn lexicon_key(hash: u32) -> u32 {
    hash.wrapping_mul(0xC2B2_AE35) >> (32 - LEXICON_BITS)
}
