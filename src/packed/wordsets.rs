//! Words and a set for each, as they are embedded: not the words themselves, but a hash of each, and the set. That
//! takes half of what text takes, and now and then a word is taken for one that it is not (Bloom 1970 makes the same
//! bargain): by twenty bits of the hash, one in a hundred where ten thousand words are listed; `check` bits more
//! make it as much rarer.
//! The build script writes them with this file in hand.

use std::collections::BTreeMap;

use super::coder::{Decoder, Encoder};
use super::table::Table;

/// Number of bits of a word's hash by which it is found.
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
    hasher: Hasher,
    words: Table,
    /// For every word the index of its set, and the bits that follow those by which it is found.
    entries: Vec<(u8, u8)>,
    sets: Vec<u32>,
}

/// How words are told apart.
#[derive(Clone, Copy, Debug)]
struct Hasher {
    salt: u8,
    /// Bits beyond [`BITS`], at most 8.
    check: u8,
}

impl Hasher {
    /// The bits by which a word is found, and those that follow.
    fn hash(self, word: &str) -> (u32, u8) {
        let start = 0x811C_9DC5 ^ u32::from(self.salt);
        let hash = word.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let hash = hash.wrapping_mul(0x9E37_79B1);
        let check = hash >> (32 - BITS - u32::from(self.check)) & ((1 << self.check) - 1);
        (hash >> (32 - BITS), check as u8)
    }
}

impl WordSets {
    /// Words with a set of up to 24 members each, as bytes. Words with the same hash have their sets together, or
    /// each its own where there are `check` bits. `None` where there are more than 256 sets.
    #[allow(dead_code, reason = "only the build script packs")]
    pub fn pack(words: &BTreeMap<String, u32>, check: u8) -> Option<Vec<u8>> {
        (0..=u8::MAX).find_map(|salt| {
            let hasher = Hasher { salt, check };
            let mut by_hash: BTreeMap<u32, (u32, u8)> = BTreeMap::new();
            for (word, set) in words {
                let (hash, check) = hasher.hash(word);
                by_hash.entry(hash).or_insert((0, check)).0 |= set;
            }
            (check == 0 || by_hash.len() == words.len()).then(|| Self::write(hasher, &by_hash))?
        })
    }

    #[allow(dead_code, reason = "only the build script packs")]
    fn write(hasher: Hasher, words: &BTreeMap<u32, (u32, u8)>) -> Option<Vec<u8>> {
        let mut sets: Vec<u32> = words.values().map(|word| word.0).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut encoder = Encoder::default();
        for set in &sets {
            set.to_le_bytes().iter().take(WIDTH).for_each(|&byte| encoder.note(kind::SET, byte));
        }
        encoder.ascending(kind::WORD, PLAIN, words.keys().copied());
        for (set, check) in words.values() {
            encoder.note(kind::CHOICE, u8::try_from(sets.binary_search(set).ok()?).ok()?);
            encoder.plain(u32::from(hasher.check), u32::from(*check));
        }
        let counts = [sets.len() as u16, words.len() as u16].map(u16::to_le_bytes);
        Some([&[hasher.salt, hasher.check], counts.as_flattened(), &encoder.finish()].concat())
    }

    /// Reads what [`WordSets::pack`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (&[salt, check, a, b, c, d], bytes) = bytes.split_first_chunk()?;
        let [set_count, word_count] = [[a, b], [c, d]].map(|count| usize::from(u16::from_le_bytes(count)));
        let mut decoder = Decoder::new(bytes)?;
        let mut set =
            || (0..WIDTH).fold(0, |set, byte| set | u32::from(decoder.next(kind::SET)) << (8 * byte));
        let sets = (0..set_count).map(|_| set()).collect();
        let words = Table::read(&mut decoder, kind::WORD, BITS, PLAIN, word_count);
        let check = check.min(8);
        let mut entry = || (decoder.next(kind::CHOICE), decoder.plain(u32::from(check)) as u8);
        let entries = (0..word_count).map(|_| entry()).collect();
        let hasher = Hasher { salt, check };
        decoder.is_at_end().then_some(Self { hasher, words, entries, sets })
    }

    /// The set of a word, empty for nearly all that have none.
    pub fn get(&self, word: &str) -> u32 {
        let (hash, check) = self.hasher.hash(word);
        match self.words.find(hash).and_then(|index| self.entries.get(index)) {
            Some(entry) if entry.1 == check => {
                self.sets.get(usize::from(entry.0)).copied().unwrap_or_default()
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_words_that_were_packed() {
        let words = [("the", 1), ("der", 6), ("の", 1 << 23), ("", 0xFF_FFFF)];
        let words: BTreeMap<String, u32> = words.map(|(word, set)| (word.to_owned(), set)).into();
        for check in [0, 6, 8] {
            let packed = WordSets::pack(&words, check).unwrap();
            let sets = WordSets::read(&packed).unwrap();
            for (word, set) in &words {
                assert_eq!(sets.get(word), *set, "{word}");
            }
            assert_eq!(sets.get("bridge"), 0);
            assert!(WordSets::read(&packed[..packed.len() - 1]).is_none());
        }
    }
}
