//! The collections of the core, each chosen once: maps hash fast and always alike, so that an analysis is
//! deterministic, and there is one sorting routine instead of one for every type that is put in order,
//! which would be a quarter of the code that a reader downloads.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::Range;

use foldhash::fast::{FixedState, FoldHasher};

/// A hash map with a fast hasher and a fixed seed.
pub(crate) type Map<K, V> = hashbrown::HashMap<K, V, Folding>;

/// foldhash with a fixed seed, given at most [`AT_ONCE`] bytes at a time: what it does with more is half a kilobyte to
/// download, and hardly any word has more.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Folding;

const AT_ONCE: usize = 16;

pub(crate) struct FoldingHasher(FoldHasher<'static>);

impl BuildHasher for Folding {
    type Hasher = FoldingHasher;

    fn build_hasher(&self) -> FoldingHasher {
        FoldingHasher(FixedState::default().build_hasher())
    }
}

impl Hasher for FoldingHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.chunks(AT_ONCE).for_each(|some| self.0.write(some));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0.write_u64(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

/// Words of a list, each with a number that says what the list tells of it, or where.
///
/// Maps go from words of lists, from numbers and from strings to numbers of 32 bits wherever they can: every further type
/// of map is a kilobyte of code.
pub(crate) type Listed = Map<&'static str, u32>;

/// What a list tells of its words, where that is more than a number.
#[derive(Clone, Debug)]
pub(crate) struct ByWord<K, T> {
    places: Map<K, u32>,
    told: Vec<T>,
}

impl<K, T> Default for ByWord<K, T> {
    fn default() -> Self {
        Self { places: Map::default(), told: Vec::new() }
    }
}

impl<K: Borrow<str> + Eq + Hash, T> ByWord<K, T> {
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.told.get(*self.places.get(word)? as usize)
    }

    /// What is told of `word`, `new` if that is nothing yet.
    pub(crate) fn entry(&mut self, word: K, new: T) -> &mut T {
        let place = *self.places.entry(word).or_insert(self.told.len() as u32) as usize;
        if place >= self.told.len() {
            self.told.push(new);
        }
        &mut self.told[place]
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.told.iter_mut()
    }
}

/// Things found by a number, or by two, which [`pair`] makes one.
pub(crate) type Numbered = Map<u64, u32>;

/// Marks on some of the first numbers, one bit each: for every token of a long text a word each would not stay in the
/// near caches.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<u32>);

impl Marks {
    /// For numbers below `room`, none of them marked.
    pub(crate) fn with_room_for(room: usize) -> Self {
        Self(vec![0; room / 32 + 1])
    }

    #[inline(never)]
    pub(crate) fn add(&mut self, numbers: Range<usize>) {
        for number in numbers {
            if let Some(bits) = self.0.get_mut(number / 32) {
                *bits |= 1 << (number % 32);
            }
        }
    }

    #[inline]
    pub(crate) fn has(&self, number: usize) -> bool {
        self.0.get(number / 32).is_some_and(|bits| bits >> (number % 32) & 1 != 0)
    }
}

/// Two numbers as one, by which pairs are found and put in order.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A number for a string or some bytes, which few others share.
pub(crate) fn hash(of: impl Hash) -> u64 {
    Folding.hash_one(of)
}

/// Things found by a string.
pub(crate) type Named = Map<String, u32>;

/// A hash set with a fast hasher and a fixed seed.
pub(crate) type Set<K> = hashbrown::HashSet<K, Folding>;

/// The first letters of some words, as a set of bits: tells of most words that no form of theirs is listed,
/// before any ending is taken off (Bloom 1970).
#[derive(Debug)]
pub(crate) struct Openings([u64; 64]);

impl Default for Openings {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Openings {
    /// Adds the opening of one more word.
    pub(crate) fn add(&mut self, word: &str) {
        // An ending may take the place of the last letter: "use" and "using", "cry" and "cries".
        let length = if word.len() > 3 { 3 } else { word.len().min(2) };
        let bit = Self::bit(word, length);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether `word` may be a form of a word in the set.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        (1..=3).any(|length| {
            let bit = Self::bit(word, length);
            self.0[bit / 64] & 1 << (bit % 64) != 0
        })
    }

    fn bit(word: &str, length: usize) -> usize {
        let letters = word.bytes().take(length).fold(length as u32, |sum, byte| sum << 8 | u32::from(byte));
        (letters.wrapping_mul(0x9E37_79B1) >> 20) as usize
    }
}

/// Sorts by a number, smallest first; items with the same number keep their order. [`pair`] makes
/// one of two.
pub(crate) fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    if items.is_sorted_by_key(&number) {
        return;
    }
    let mut from = order(items.iter().map(number).collect());
    for start in 0..from.len() {
        // Follow the cycle that begins here: each place takes the item that belongs there.
        let mut place = start;
        while from[place] as usize != place {
            let source = std::mem::replace(&mut from[place], place as u32) as usize;
            if source == start {
                break;
            }
            items.swap(place, source);
            place = source;
        }
    }
}

/// A number below 2^32 that is smaller the larger `value` is, in the total order of IEEE 754.
pub(crate) fn largest_first(value: f32) -> u64 {
    let bits = value.to_bits();
    // Positive numbers ascend with their bits, negative ones descend; this turns both round.
    u64::from(if value.is_sign_negative() { bits } else { !bits & u32::MAX >> 1 })
}

/// The `wanted` smallest of `numbers`, in order; fewer where there are not as many.
pub(crate) fn smallest(numbers: impl Iterator<Item = u64>, wanted: usize) -> Vec<u64> {
    let room = wanted.saturating_mul(2).max(64);
    let mut best = Vec::new();
    let mut limit = u64::MAX;
    let trim = |best: &mut Vec<u64>| {
        sort_by_number(best, |&number| number);
        best.truncate(wanted);
        best.last().copied().unwrap_or_default()
    };
    for number in numbers {
        if number <= limit {
            best.push(number);
            if best.len() == room {
                limit = trim(&mut best);
            }
        }
    }
    trim(&mut best);
    best
}

/// Indices of `numbers` in the order of their values.
fn order(numbers: Vec<u64>) -> Vec<u32> {
    let mut numbered: Vec<(u64, u32)> = numbers.into_iter().zip(0..).collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, index)| index).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(numbers in prop::collection::vec(0_u64..20, 0..50)) {
            let mut items: Vec<(u64, usize)> = numbers.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_number(&mut items, |item| item.0);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn the_smallest_are_the_first_of_all(numbers in prop::collection::vec(0_u64..500, 0..400), wanted in 0_usize..80) {
            let mut expected = numbers.clone();
            expected.sort();
            expected.truncate(wanted);
            prop_assert_eq!(smallest(numbers.into_iter(), wanted), expected);
        }

        #[test]
        fn large_numbers_come_first(one in any::<f32>(), other in any::<f32>()) {
            prop_assert_eq!(largest_first(one).cmp(&largest_first(other)), other.total_cmp(&one));
        }
    }
}
