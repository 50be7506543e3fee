//! The characters by category, packed by `build.rs` and unpacked when the first is asked for.

use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/ranges.rs"));

/// The property Word_Break, in the order of `build.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Any,
    ALetter,
    Cr,
    DoubleQuote,
    Extend,
    ExtendNumLet,
    Format,
    HebrewLetter,
    Katakana,
    Lf,
    MidLetter,
    MidNum,
    MidNumLet,
    Newline,
    Numeric,
    RegionalIndicator,
    SingleQuote,
    WSegSpace,
    Zwj,
}

impl Category {
    const ALL: [Category; 19] = [
        Category::Any,
        Category::ALetter,
        Category::Cr,
        Category::DoubleQuote,
        Category::Extend,
        Category::ExtendNumLet,
        Category::Format,
        Category::HebrewLetter,
        Category::Katakana,
        Category::Lf,
        Category::MidLetter,
        Category::MidNum,
        Category::MidNumLet,
        Category::Newline,
        Category::Numeric,
        Category::RegionalIndicator,
        Category::SingleQuote,
        Category::WSegSpace,
        Category::Zwj,
    ];

    pub fn of(c: char) -> Category {
        let category = WORDS.find(c).and_then(|at| CATEGORIES.get(at)).copied().unwrap_or_default();
        Self::ALL.get(usize::from(category)).copied().unwrap_or(Category::Any)
    }
}

pub fn is_pictographic(c: char) -> bool {
    PICTURES.find(c).is_some()
}

static WORDS: LazyLock<Ranges> = LazyLock::new(|| Ranges::unpack(GAPS, LENGTHS));
static PICTURES: LazyLock<Ranges> = LazyLock::new(|| Ranges::unpack(PICTURE_GAPS, PICTURE_LENGTHS));

/// Characters in a block, and blocks that are looked up at once.
const BLOCK: u32 = 0x80;
const BLOCKS: usize = 0x400;

struct Ranges {
    /// First and last character of each.
    ranges: Vec<(u32, u32)>,
    /// How many ranges end before each block; the last is of all that stands behind the blocks.
    before: Vec<u16>,
}

impl Ranges {
    #[inline(never)]
    fn unpack(mut gaps: &[u8], mut lengths: &[u8]) -> Ranges {
        let (mut next, mut ranges, mut before) = (0, Vec::new(), Vec::with_capacity(BLOCKS + 1));
        while !gaps.is_empty() {
            let first = next + read(&mut gaps);
            let last = first + read(&mut lengths);
            while before.len() <= BLOCKS && before.len() as u32 * BLOCK <= last {
                before.push(ranges.len() as u16);
            }
            ranges.push((first, last));
            next = last + 1;
        }
        Ranges { ranges, before }
    }

    /// Which range a character is in.
    #[inline(never)]
    fn find(&self, c: char) -> Option<usize> {
        let c = u32::from(c);
        let block = ((c / BLOCK) as usize).min(BLOCKS);
        let from = usize::from(*self.before.get(block)?);
        // The range after those that end before the next block may begin in this one.
        let to = self.before.get(block + 1).map_or(self.ranges.len(), |&to| usize::from(to) + 1);
        let ranges = self.ranges.get(from..to)?;
        let at = ranges.partition_point(|&(_, last)| last < c);
        ranges.get(at).is_some_and(|&(first, _)| first <= c).then_some(from + at)
    }
}

/// A number in groups of seven bits, the lowest first.
fn read(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 127) << shift;
        if byte < 128 {
            break;
        }
        shift += 7;
    }
    number
}
