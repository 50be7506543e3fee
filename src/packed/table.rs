//! A set of numbers with their ranks. A page waits for it before its first article, so it is quick to make and touches
//! little memory: as many bytes as numbers, and two for each run of 256.

use super::coder::Decoder;

/// Numbers below a power of two, each with its rank as index.
#[derive(Debug)]
pub struct Table {
    /// How many numbers lie before each run of 256, and how many there are.
    starts: Vec<u16>,
    /// The lowest eight bits of each, in order.
    lows: Vec<u8>,
}

impl Table {
    /// An empty table for numbers below 2^`bits`, with room for `count`.
    pub fn new(bits: u32, count: usize) -> Self {
        let runs = 1_usize << (bits - u8::BITS);
        Self { starts: vec![0; runs + 1], lows: Vec::with_capacity(count) }
    }

    /// Puts a number in that is larger than all before; one that is too large is left out.
    pub fn insert(&mut self, number: u32) {
        if let Some(count) = self.starts.get_mut((number >> u8::BITS) as usize + 1) {
            *count += 1;
            self.lows.push(number as u8);
        }
    }

    /// Counts the ranks, when all numbers are in.
    pub fn rank(&mut self) {
        let mut sum = 0_u16;
        for count in &mut self.starts {
            sum = sum.wrapping_add(*count);
            *count = sum;
        }
    }

    /// The table of `count` numbers as a coder gives them, each below 2^`bits`, with the `low` bits plain.
    pub fn read(decoder: &mut Decoder<'_>, kind: u8, bits: u32, low: u32, count: usize) -> Self {
        let mut table = Self::new(bits, count);
        decoder.ascending(kind, low, count, &mut |number| table.insert(number));
        table.rank();
        table
    }

    /// The rank of `number`, if it is there.
    #[inline(always)]
    pub fn find(&self, number: u32) -> Option<usize> {
        let run = (number >> u8::BITS) as usize;
        let &[start, end] = self.starts.get(run..run + 2)? else { return None };
        let lows = self.lows.get(usize::from(start)..usize::from(end))?;
        lows.iter().position(|&low| low == number as u8).map(|at| usize::from(start) + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let numbers = [0, 1, 63, 64, 255, 256, 700, 70_000, 99_999];
        let mut table = Table::new(17, numbers.len());
        numbers.iter().for_each(|&number| table.insert(number));
        table.insert(u32::MAX);
        table.rank();
        for number in 0..1 << 17 {
            assert_eq!(table.find(number), numbers.iter().position(|&put| put == number), "{number}");
        }
        assert_eq!(table.find(u32::MAX), None);
    }
}
