//! A set of numbers with their ranks, looked up by one bit and a count of bits before it (Jacobson 1989).

use super::coder::Decoder;

/// Numbers below a power of two, each with its rank as index.
#[derive(Debug)]
pub struct Table {
    /// One bit for every possible number.
    bits: Vec<u64>,
    /// How many numbers lie before each of `bits`.
    ranks: Vec<u16>,
}

impl Table {
    /// An empty table for numbers below 2^`bits`.
    pub fn new(bits: u32) -> Self {
        let words = 1_usize << (bits - u64::BITS.trailing_zeros());
        Self { bits: vec![0; words], ranks: Vec::new() }
    }

    /// Puts a number in; one that is too large is left out.
    pub fn insert(&mut self, number: u32) {
        if let Some(word) = self.bits.get_mut((number / u64::BITS) as usize) {
            *word |= 1 << (number % u64::BITS);
        }
    }

    /// Counts the ranks, when all numbers are in.
    pub fn rank(&mut self) {
        let mut sum = 0_u16;
        let count = |word: &u64| {
            let before = sum;
            sum = sum.wrapping_add(word.count_ones() as u16);
            before
        };
        // Of known length, and so without a look for room at every step.
        self.ranks = self.bits.iter().map(count).collect();
    }

    /// The table of `count` numbers as a coder gives them, each below 2^`bits`, with the `low` bits plain.
    pub fn read(decoder: &mut Decoder<'_>, kind: u8, bits: u32, low: u32, count: usize) -> Self {
        let mut table = Self::new(bits);
        decoder.ascending(kind, low, count, &mut |number| table.insert(number));
        table.rank();
        table
    }

    /// The rank of `number`, if it is there.
    #[inline(always)]
    pub fn find(&self, number: u32) -> Option<usize> {
        let place = (number / u64::BITS) as usize;
        let word = *self.bits.get(place)?;
        let bit = 1_u64 << (number % u64::BITS);
        if word & bit == 0 {
            return None;
        }
        Some(usize::from(*self.ranks.get(place)?) + (word & (bit - 1)).count_ones() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let numbers = [0, 1, 63, 64, 255, 256, 700, 70_000, 99_999];
        let mut table = Table::new(17);
        numbers.iter().for_each(|&number| table.insert(number));
        table.insert(u32::MAX);
        table.rank();
        for number in 0..1 << 17 {
            assert_eq!(table.find(number), numbers.iter().position(|&put| put == number), "{number}");
        }
        assert_eq!(table.find(u32::MAX), None);
    }
}
