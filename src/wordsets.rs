//! Words and a set for each, as they are embedded: not the words themselves, but a hash of each, and the set. A word
//! that is not among ten thousand is taken for one of them once in a hundred times, and then for one with any of the
//! sets (Bloom 1970 makes the same bargain); that costs eight bits a word less than text does.
//! The build script writes them with this file in hand.

use std::collections::BTreeMap;

use crate::coder::{Decoder, Encoder};
use crate::table::Table;

/// Number of bits of a word's hash.
const BITS: u32 = 20;
/// How many of them tell nothing where some thousand words are in order.
const PLAIN: u32 = 1;
/// Bytes of a set.
const WIDTH: usize = 3;

/// The kinds of numbers.
mod kind {
    pub const SET: u8 = 0;
    pub const WORD: u8 = 1;
    pub const CHOICE: u8 = 2;
}

/// Words and their sets.
#[derive(Debug)]
pub struct WordSets {
    words: Table,
    /// For every word the index of its set.
    choices: Vec<u8>,
    sets: Vec<u32>,
}

fn hash(word: &str) -> u32 {
    let hash =
        word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.wrapping_mul(0x9E37_79B1) >> (32 - BITS)
}

impl WordSets {
    /// Words with a set of up to 24 members each, as bytes; `None` where there are more than 256 sets.
    #[allow(dead_code, reason = "only the build script packs")]
    pub fn pack<'w>(words: impl IntoIterator<Item = (&'w str, u32)>) -> Option<Vec<u8>> {
        let mut by_hash: BTreeMap<u32, u32> = BTreeMap::new();
        for (word, set) in words {
            *by_hash.entry(hash(word)).or_default() |= set;
        }
        let mut sets: Vec<u32> = by_hash.values().copied().collect();
        sets.sort_unstable();
        sets.dedup();
        let mut encoder = Encoder::default();
        for set in &sets {
            set.to_le_bytes().iter().take(WIDTH).for_each(|&byte| encoder.note(kind::SET, byte));
        }
        encoder.ascending(kind::WORD, PLAIN, by_hash.keys().copied());
        for set in by_hash.values() {
            encoder.note(kind::CHOICE, u8::try_from(sets.binary_search(set).ok()?).ok()?);
        }
        let counts = [sets.len() as u16, by_hash.len() as u16].map(u16::to_le_bytes);
        Some([counts.as_flattened(), &encoder.finish()].concat())
    }

    /// Reads what [`WordSets::pack`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (&[a, b, c, d], bytes) = bytes.split_first_chunk()?;
        let [set_count, word_count] = [[a, b], [c, d]].map(|count| usize::from(u16::from_le_bytes(count)));
        let mut decoder = Decoder::new(bytes)?;
        let mut set =
            || (0..WIDTH).fold(0, |set, byte| set | u32::from(decoder.next(kind::SET)) << (8 * byte));
        let sets = (0..set_count).map(|_| set()).collect();
        let words = Table::read(&mut decoder, kind::WORD, BITS, PLAIN, word_count);
        let choices = (0..word_count).map(|_| decoder.next(kind::CHOICE)).collect();
        decoder.is_at_end().then_some(Self { words, choices, sets })
    }

    /// The set of a word, empty for nearly all that have none.
    pub fn get(&self, word: &str) -> u32 {
        let choice = self.words.find(hash(word)).and_then(|index| self.choices.get(index));
        choice.and_then(|&choice| self.sets.get(usize::from(choice))).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_words_that_were_packed() {
        let words = [("the", 1), ("der", 6), ("の", 1 << 23), ("", 0xFF_FFFF)];
        let packed = WordSets::pack(words).unwrap();
        let sets = WordSets::read(&packed).unwrap();
        for (word, set) in words {
            assert_eq!(sets.get(word), set, "{word}");
        }
        assert_eq!(sets.get("bridge"), 0);
        assert!(WordSets::read(&packed[..packed.len() - 1]).is_none());
    }
}
