//! A set of numbers, looked up where it lies: the high bits of a number choose a bucket, and a bucket is a run of
//! low bytes. Costs about ten bits a number, and nothing to load but the sums of the bucket sizes. A number
//! that was never put in is found by mistake once in some hundred times (Bloom 1970 makes the same bargain).

/// Numbers below 2^`bits`, each with its rank as index.
#[derive(Debug)]
pub struct Table<'m> {
    /// Rank of the first number of each bucket, and the count of all.
    starts: Vec<u16>,
    low: &'m [u8],
    /// One bit for every 64 possible numbers: most questions are about numbers that are not there, and this
    /// answers three in four of them from the nearest cache.
    occupied: Vec<u64>,
}

impl<'m> Table<'m> {
    /// A table of `sizes` of buckets and `low` bytes, in order; `None` for more than 65,535 numbers.
    pub fn new(sizes: &[u8], low: &'m [u8]) -> Option<Self> {
        let mut starts = Vec::with_capacity(sizes.len() + 1);
        let mut occupied = vec![0; sizes.len().div_ceil(16)];
        let mut sum = 0u16;
        starts.push(sum);
        for (bucket, &size) in sizes.iter().enumerate() {
            let start = sum;
            sum = sum.checked_add(u16::from(size))?;
            starts.push(sum);
            for &low in low.get(usize::from(start)..usize::from(sum))? {
                let place = bucket * 4 + usize::from(low >> 6);
                if let Some(word) = occupied.get_mut(place / 64) {
                    *word |= 1 << (place % 64);
                }
            }
        }
        Some(Self { starts, low, occupied })
    }

    /// The rank of `number`, if it is there.
    #[inline(always)]
    pub fn find(&self, number: u32) -> Option<usize> {
        let place = number >> 6;
        if self.occupied.get((place / 64) as usize)? & (1 << (place % 64)) == 0 {
            return None;
        }
        let bucket = (number >> 8) as usize;
        let &[start, end] = self.starts.get(bucket..bucket + 2)? else { return None };
        let low = self.low.get(usize::from(start)..usize::from(end))?;
        low.iter().position(|&low| low == number as u8).map(|position| usize::from(start) + position)
    }

    /// Sizes of buckets and low bytes for `sorted` numbers below 2^`bits`, in ascending order without repeats.
    pub fn parts(sorted: &[u32], bits: u32) -> (Vec<u8>, Vec<u8>) {
        let mut sizes = vec![0; 1 << (bits - 8)];
        for number in sorted {
            if let Some(size) = sizes.get_mut((number >> 8) as usize) {
                *size += 1;
            }
        }
        (sizes, sorted.iter().map(|&number| number as u8).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let numbers = [0, 1, 255, 256, 700, 70_000, 99_999];
        let (sizes, low) = Table::parts(&numbers, 17);
        let table = Table::new(&sizes, &low).unwrap();
        for number in 0..1 << 17 {
            assert_eq!(table.find(number), numbers.iter().position(|&put| put == number), "{number}");
        }
        assert_eq!(table.find(u32::MAX), None);
    }
}
