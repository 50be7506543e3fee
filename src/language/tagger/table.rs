//! A set of numbers, looked up where it lies: the high bits of a number choose a bucket, and a bucket is a run of
//! low bytes. Costs about ten bits a number, and nothing to load but the sums of the bucket sizes. A number
//! that was never put in is found by mistake once in some hundred times (Bloom 1970 makes the same bargain).

/// Numbers below 2^`bits`, each with its rank as index.
#[derive(Debug)]
pub struct Table<'m> {
    /// Rank of the first number of each bucket, and the count of all.
    starts: Vec<u32>,
    low: &'m [u8],
}

impl<'m> Table<'m> {
    /// A table of `sizes` of buckets and `low` bytes, in order.
    pub fn new(sizes: &[u8], low: &'m [u8]) -> Self {
        let mut starts = Vec::with_capacity(sizes.len() + 1);
        let mut sum = 0;
        starts.push(sum);
        for &size in sizes {
            sum += u32::from(size);
            starts.push(sum);
        }
        Self { starts, low }
    }

    /// The rank of `number`, if it is there.
    pub fn find(&self, number: u32) -> Option<usize> {
        let bucket = (number >> 8) as usize;
        let (&start, &end) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let low = self.low.get(start as usize..end as usize)?;
        low.iter().position(|&low| low == number as u8).map(|position| start as usize + position)
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
        let table = Table::new(&sizes, &low);
        for number in 0..1 << 17 {
            assert_eq!(table.find(number), numbers.iter().position(|&put| put == number), "{number}");
        }
        assert_eq!(table.find(u32::MAX), None);
    }
}
