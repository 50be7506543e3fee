//! The collections of the core, each chosen once: maps hash fast and always alike, so that an analysis is
//! deterministic, and there is one sorting routine instead of one for every type that is put in order,
//! which would be a quarter of the code that a reader downloads.

use foldhash::fast::FixedState;

/// A hash map with a fast hasher and a fixed seed.
pub(crate) type Map<K, V> = hashbrown::HashMap<K, V, FixedState>;

/// A hash set with a fast hasher and a fixed seed.
pub(crate) type Set<K> = hashbrown::HashSet<K, FixedState>;

/// The first letters of some words, as a set of bits: tells of most words that no form of theirs is listed,
/// before any ending is taken off (Bloom 1970).
#[derive(Debug)]
pub(crate) struct Openings([u64; 64]);

impl Openings {
    /// The openings of `words`.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut openings = Self([0; 64]);
        for word in words {
            // An ending may take the place of the last letter: "use" and "using", "cry" and "cries".
            let length = if word.len() > 3 { 3 } else { word.len().min(2) };
            let bit = Self::bit(word, length);
            openings.0[bit / 64] |= 1 << (bit % 64);
        }
        openings
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

/// Sorts by a number, smallest first; items with the same number keep their order. Two numbers are one key
/// as `(first as u64) << 32 | second as u64`.
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
    }
}
