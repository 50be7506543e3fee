//! Numbers in as many bits as they are worth: an asymmetric numeral system (Duda 2013) with one table of frequencies
//! for each kind of number. A number costs a look at a table and a multiplication, so that the weights
//! are ready within a millisecond, and take an eighth less than `gzip` makes of them.

/// Frequencies of a table add up to 2^`PRECISION`.
const PRECISION: u32 = 11;
const TOTAL: u32 = 1 << PRECISION;
/// Where bytes are not what was written, a gap ends all the same.
const MOST: u32 = 1 << 20;
/// The state is never below this between two numbers; it takes 16 bits at a time.
const LEAST: u32 = 1 << 16;

/// Numbers as they are written, before they are packed: what was noted last is read last.
#[derive(Debug, Default)]
pub struct Encoder {
    symbols: Vec<Symbol>,
}

#[derive(Clone, Copy, Debug)]
enum Symbol {
    /// A number, and the kind whose table tells how likely it is.
    Known {
        kind: u8,
        value: u8,
    },
    Plain {
        bits: u32,
        value: u32,
    },
}

impl Encoder {
    /// Notes a number of a kind.
    pub fn note(&mut self, kind: u8, value: u8) {
        self.symbols.push(Symbol::Known { kind, value });
    }

    /// Notes so many bits, about which nothing is known.
    pub fn plain(&mut self, bits: u32, value: u32) {
        self.symbols.push(Symbol::Plain { bits, value });
    }

    /// Notes ascending numbers without repeats: [`Decoder::ascending`] reads them.
    pub fn ascending(&mut self, kind: u8, bits: u32, numbers: impl IntoIterator<Item = u32>) {
        let mut next = 0;
        for number in numbers {
            let mut high = (number - next) >> bits;
            while high >= u32::from(u8::MAX) {
                self.note(kind, u8::MAX);
                high -= u32::from(u8::MAX);
            }
            self.note(kind, high as u8);
            self.plain(bits, (number - next) & ((1 << bits) - 1));
            next = number + 1;
        }
    }

    /// The tables, the state, and the rest of the numbers, 16 bits at a time.
    pub fn finish(&self) -> Vec<u8> {
        let mut counts: Vec<Vec<u32>> = Vec::new();
        for symbol in &self.symbols {
            if let Symbol::Known { kind, value } = *symbol {
                let (kind, value) = (usize::from(kind), usize::from(value));
                counts.resize_with(counts.len().max(kind + 1), Vec::new);
                let length = counts[kind].len().max(value + 1);
                counts[kind].resize(length, 0);
                counts[kind][value] += 1;
            }
        }
        counts.iter_mut().filter(|counts| counts.is_empty()).for_each(|counts| counts.push(1));
        let tables: Vec<Vec<u32>> = counts.iter().map(|counts| shares(counts)).collect();
        let mut bytes = vec![tables.len() as u8];
        for table in &tables {
            bytes.push((table.len() - 1) as u8);
            for &share in table {
                // Seven bits, and the rest after them where there is one.
                bytes.push(share as u8 & 127 | if share > 127 { 128 } else { 0 });
                bytes.extend((share > 127).then_some((share >> 7) as u8));
            }
        }
        let (mut state, mut units) = (LEAST, Vec::new());
        for symbol in self.symbols.iter().rev() {
            let (start, share, precision) = match *symbol {
                Symbol::Known { kind, value } => {
                    let table = &tables[usize::from(kind)];
                    (table[..usize::from(value)].iter().sum(), table[usize::from(value)], PRECISION)
                }
                Symbol::Plain { bits, value } => (value, 1, bits),
            };
            if u64::from(state) >= u64::from(share) << (32 - precision) {
                units.push(state as u16);
                state >>= 16;
            }
            state = ((state / share) << precision) + start + state % share;
        }
        bytes.extend(state.to_le_bytes());
        bytes.extend(units.iter().rev().flat_map(|unit| unit.to_le_bytes()));
        bytes
    }
}

/// Counts as shares of [`TOTAL`]: none that occurs is nothing, and what rounding leaves goes where it is felt least.
fn shares(counts: &[u32]) -> Vec<u32> {
    let all: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    let share = |&count: &u32| match count {
        0 => 0,
        count => ((u64::from(count) * u64::from(TOTAL) + all / 2) / all).max(1) as u32,
    };
    let mut shares: Vec<u32> = counts.iter().map(share).collect();
    loop {
        let sum: u32 = shares.iter().sum();
        let Some(largest) = shares.iter_mut().max() else { return shares };
        match sum.cmp(&TOTAL) {
            std::cmp::Ordering::Equal => return shares,
            std::cmp::Ordering::Less => *largest += TOTAL - sum,
            std::cmp::Ordering::Greater => *largest -= (sum - TOTAL).min(largest.div_ceil(8)),
        }
    }
}

/// Reads what an [`Encoder`] wrote, in the same order. Bytes of any other origin give some numbers or other.
#[derive(Debug)]
pub struct Decoder<'b> {
    /// For every kind [`TOTAL`] values, each as often as its share.
    values: Vec<u8>,
    /// For every kind 256 values, each with its share and where that begins.
    shares: Vec<[u16; 2]>,
    state: u32,
    units: &'b [u8],
}

impl<'b> Decoder<'b> {
    /// Reads the tables; `None` where they are cut short or do not add up.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        let (&kinds, mut bytes) = bytes.split_first()?;
        let mut values = Vec::with_capacity(usize::from(kinds) << PRECISION);
        let mut shares = vec![[0; 2]; usize::from(kinds) << 8];
        for (kind, shares) in shares.chunks_exact_mut(256).enumerate() {
            let start = kind << PRECISION;
            let (&last, rest) = bytes.split_first()?;
            bytes = rest;
            for (value, entry) in (0..=last).zip(shares) {
                let share = read_share(&mut bytes)?;
                *entry = [share, (values.len() - start) as u16];
                values.resize(values.len() + usize::from(share), value);
            }
            if values.len() - start != TOTAL as usize {
                return None;
            }
        }
        let (state, units) = bytes.split_first_chunk()?;
        Some(Self { values, shares, state: u32::from_le_bytes(*state), units })
    }

    /// The next number, which is of this kind.
    pub fn next(&mut self, kind: u8) -> u8 {
        let place = self.state % TOTAL;
        let value =
            self.values.get((usize::from(kind) << PRECISION) + place as usize).copied().unwrap_or_default();
        let known = self.shares.get(usize::from(kind) << 8 | usize::from(value));
        let [share, start] = known.copied().unwrap_or_default().map(u32::from);
        self.state = share.wrapping_mul(self.state >> PRECISION).wrapping_add(place.wrapping_sub(start));
        self.refill();
        value
    }

    /// The next so many bits.
    pub fn plain(&mut self, bits: u32) -> u32 {
        let value = self.state & ((1 << bits) - 1);
        self.state >>= bits;
        self.refill();
        value
    }

    /// The next `count` numbers, which [`Encoder::ascending`] noted with these `bits`. One function for all lists, so
    /// that an engine compiles one.
    #[inline(never)]
    pub fn ascending(&mut self, kind: u8, bits: u32, count: usize, found: &mut dyn FnMut(u32)) {
        let mut next = 0_u32;
        for _ in 0..count {
            let mut high = self.next(kind);
            let mut gap = u32::from(high);
            while high == u8::MAX && gap < MOST {
                high = self.next(kind);
                gap += u32::from(high);
            }
            next = next.wrapping_add((gap << bits) + self.plain(bits));
            found(next);
            next = next.wrapping_add(1);
        }
    }

    /// Whether all that was written has been read, and nothing else.
    pub fn is_at_end(&self) -> bool {
        self.state == LEAST && self.units.is_empty()
    }

    fn refill(&mut self) {
        if self.state < LEAST
            && let Some((unit, rest)) = self.units.split_first_chunk()
        {
            self.state = self.state << 16 | u32::from(u16::from_le_bytes(*unit));
            self.units = rest;
        }
    }
}

/// Reads seven bits, and the rest after them where there is one.
#[inline(never)]
fn read_share(bytes: &mut &[u8]) -> Option<u16> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    let mut share = u16::from(first);
    if share > 127 {
        let (&second, rest) = bytes.split_first()?;
        *bytes = rest;
        share = share & 127 | u16::from(second) << 7;
    }
    Some(share)
}

/// A number with a sign as one without, small ones first: 0, −1, 1, −2, …
pub fn unsigned(number: i8) -> u8 {
    (number << 1 ^ number >> 7) as u8
}

/// The number that [`unsigned`] gave this one for.
pub fn signed(number: u8) -> i8 {
    (number >> 1) as i8 ^ -((number & 1) as i8)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn what_was_written_is_read(
            symbols in prop::collection::vec((0_u8..3, 0_u8..=255), 0..400),
            numbers in prop::collection::btree_set(0_u32..1 << 18, 0..200),
            bits in 0_u32..8,
        ) {
            let mut encoder = Encoder::default();
            symbols.iter().for_each(|&(kind, value)| encoder.note(kind, value >> (kind * 3)));
            encoder.ascending(3, bits, numbers.iter().copied());
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes).unwrap();
            for (kind, value) in symbols {
                prop_assert_eq!(decoder.next(kind), value >> (kind * 3));
            }
            let mut read = BTreeSet::new();
            decoder.ascending(3, bits, numbers.len(), &mut |number| { read.insert(number); });
            prop_assert_eq!(read, numbers);
            prop_assert!(decoder.is_at_end());
        }

        #[test]
        fn any_bytes_are_numbers_or_no_tables(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            if let Some(mut decoder) = Decoder::new(&bytes) {
                assert!((0..=255).map(|kind| decoder.next(kind)).count() == 256);
            }
        }
    }

    #[test]
    fn signs_come_and_go() {
        for number in i8::MIN..=i8::MAX {
            assert_eq!(signed(unsigned(number)), number);
        }
        assert_eq!([0, -1, 1, -2].map(unsigned), [0, 1, 2, 3]);
    }
}
