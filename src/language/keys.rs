//! Keys of words, and the table that finds them. Looking up a word is the most frequent step of the whole analysis, so a
//! word of up to fifteen bytes is its own key: two machine words, compared at once.

use crate::collections::hash;

/// The bytes of a short word and its length, or the hash of a long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64, u64);

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// The highest bit of each of eight bytes that lies between two ASCII characters; all eight must be ASCII.
#[inline(always)]
pub(super) fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let from = bytes + ONES * u64::from(0x80 - first);
    let beyond = bytes + ONES * u64::from(0x7F - last);
    from & !beyond & ONES << 7
}

impl Key {
    /// The longest word that is its own key, in bytes: the sixteenth holds the length.
    pub(super) const LONGEST: usize = 15;
    const LONG: u8 = 0xFF;

    #[inline]
    pub(super) fn of(word: &[u8]) -> Key {
        let mut bytes = [0; 16];
        match bytes.get_mut(..word.len()) {
            Some(head) if word.len() <= Self::LONGEST => {
                head.copy_from_slice(word);
                bytes[15] = word.len() as u8;
            }
            _ => return Self::of_long(word),
        }
        Self::packed(u128::from_le_bytes(bytes))
    }

    /// The key of the first `length` bytes, at most [`Key::LONGEST`], of two groups of eight. Halves, as WebAssembly
    /// has no instructions for wider numbers.
    #[inline(always)]
    pub(super) fn of_head(low: u64, high: u64, length: usize) -> Key {
        // No branch: lengths come in no order that a processor could foresee.
        let mask = |bytes: usize| 1u64.checked_shl(8 * bytes as u32).unwrap_or(0).wrapping_sub(1);
        Key(low & mask(length), high & mask(length.saturating_sub(8)) | (length as u64) << 56)
    }

    /// The key of the same word in lower case, where it is all ASCII; `None` for long words and for others.
    pub(super) fn to_lower(self) -> Option<Key> {
        let (low, high) = (self.0, self.1 & (u64::MAX >> 8));
        ((low | high) & ONES << 7 == 0 && !self.is_long()).then(|| {
            let small = |bytes: u64| bytes | between(bytes, b'A', b'Z') >> 2;
            Key(small(low), small(high) | self.1 & 0xFF << 56)
        })
    }

    /// The key of `text[from..to]`. Inside a text, the bytes after a word can be read with it and masked, which
    /// saves a copy of unknown length.
    #[inline]
    pub(super) fn at(text: &[u8], from: usize, to: usize) -> Key {
        let length = to - from;
        let halves =
            text.get(from..).and_then(|rest| rest.first_chunk::<16>()).map(|chunk| chunk.as_chunks::<8>());
        match halves {
            Some((&[low, high], _)) if length <= Self::LONGEST => {
                Self::of_head(u64::from_le_bytes(low), u64::from_le_bytes(high), length)
            }
            _ => Self::of(text.get(from..to).unwrap_or_default()),
        }
    }

    fn packed(packed: u128) -> Key {
        Key(packed as u64, (packed >> 64) as u64)
    }

    #[cold]
    fn of_long(word: &[u8]) -> Key {
        Key(hash(word), u64::from(Self::LONG) << 56)
    }

    /// The first byte of a word that is its own key.
    pub(super) fn first_byte(self) -> u8 {
        self.0 as u8
    }

    pub(super) fn is_long(self) -> bool {
        self.1 >> 56 == u64::from(Self::LONG)
    }

    /// Two multiplications that WebAssembly has an instruction for. One fixed seed: ids depend on the text alone,
    /// and the table is too short-lived to be worth attacking.
    #[inline(always)]
    pub(super) fn hash(self) -> u64 {
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ (mixed >> 32) ^ self.1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        mixed ^ (mixed >> 32)
    }
}

/// Keys of words, each known by its index.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Open addressing with linear probing: one more than the index of a key, or zero, twice as many as there are
    /// keys at least, and a power of two. Four bytes a place, so that the table of an article stays in the
    /// nearest cache.
    places: Vec<u32>,
    all: Vec<Key>,
}

impl Keys {
    /// No keys, and room for `count`.
    pub(super) fn with_room_for(count: usize) -> Self {
        Self { places: vec![0; (2 * count).next_power_of_two()], all: Vec::with_capacity(count) }
    }

    /// The index of this key, of those for which `same` holds, or the empty place where it would stand.
    #[inline(always)]
    pub(super) fn find(&self, key: Key, same: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = key.hash() as usize & mask;
        loop {
            let Some(index) = self.places.get(place).and_then(|&taken| taken.checked_sub(1)) else {
                return Err(place);
            };
            if self.all.get(index as usize) == Some(&key) && same(index) {
                return Ok(index);
            }
            place = (place + 1) & mask;
        }
    }

    /// Gives a key its index; `place` is the empty one that [`find`](Self::find) gave.
    pub(super) fn add(&mut self, key: Key, mut place: usize) -> u32 {
        // An empty place must remain, where a search ends.
        if self.all.len() * 2 + 1 >= self.places.len() {
            self.grow();
            // None is the same, so this finds an empty place.
            place = self.find(key, |_| false).err().unwrap_or_default();
        }
        let index = self.all.len() as u32;
        self.all.push(key);
        if let Some(place) = self.places.get_mut(place) {
            *place = index + 1;
        }
        index
    }

    /// Doubles the table.
    #[cold]
    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(64)];
        for index in 0..self.all.len() {
            if let Some(&key) = self.all.get(index)
                && let Err(place) = self.find(key, |_| false)
                && let Some(place) = self.places.get_mut(place)
            {
                *place = index as u32 + 1;
            }
        }
    }
}
