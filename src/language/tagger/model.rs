//! The trained weights and the form in which they are shipped: parts one after the other, each used where it lies.

use super::features::{KEY_BITS, Role};
use super::lexicon::{Class, LEXICON_BITS, Lexicon};
use super::table::Table;
use crate::language::Tag;

/// Scores of one token, one for each lane. There are sixteen lanes for seventeen tags, so that a row fills a vector
/// register: a word without letters and digits is never a determiner, any other never punctuation, and the
/// two share a lane.
pub type Row = [i16; LANES];

/// How many lanes a row has.
pub const LANES: usize = 16;

/// The lane of a tag.
pub fn lane(tag: Tag) -> usize {
    match tag {
        Tag::Punct => Tag::Det as usize,
        tag if tag > Tag::Punct => tag as usize - 1,
        tag => tag as usize,
    }
}

/// The tag of a lane, for a word that is a `symbol` or not.
pub fn tag_of(lane: usize, symbol: bool) -> Tag {
    let tag = match lane {
        lane if lane == Tag::Det as usize && symbol => Some(&Tag::Punct),
        lane if lane >= Tag::Punct as usize => Tag::ALL.get(lane + 1),
        lane => Tag::ALL.get(lane),
    };
    tag.copied().unwrap_or_default()
}

/// How many tags a neighbour can have: all lanes, or none beyond the ends of a sentence.
const NEIGHBOURS: usize = LANES + 1;

/// How many rows of scores there are for the tags around a token.
pub const CONTEXTS: usize = 4 * NEIGHBOURS * NEIGHBOURS;

/// The rows for the tags around a token: the two before it, as they were chosen, and guesses at its own tag and
/// the two after, [`LANES`] where there is no token.
pub fn contexts([before2, before, own, after, after2]: [usize; 5]) -> [usize; 4] {
    let row = |table, first, second| (table * NEIGHBOURS + first) * NEIGHBOURS + second;
    [row(0, before2, before), row(1, before, after), row(2, own, after), row(3, after, after2)]
}

/// The lane with the highest score; the first of equals.
pub fn best<T: PartialOrd + Copy>(row: &[T; LANES]) -> usize {
    (1..LANES).fold(0, |best, lane| if row[lane] > row[best] { lane } else { best })
}

/// The trained tagger.
#[derive(Debug)]
pub struct Model<'m> {
    /// The tag dictionary.
    pub lexicon: Lexicon<'m>,
    keys: Table<'m>,
    /// First weight of each feature, and the count of all.
    starts: Vec<u16>,
    /// Distance of each weight's slot (`role × LANES + lane`) from the one before it, within a feature.
    gaps: &'m [u8],
    weights: &'m [u8],
    contexts: &'m [u8],
}

/// The parts of an artefact, as the trainer gives them.
#[derive(Debug, Default)]
pub struct Parts {
    /// Keys of the words of the dictionary, ascending, each with the index of its class.
    pub words: Vec<(u32, u8)>,
    /// The classes.
    pub classes: Vec<Class>,
    /// Keys of the features, ascending, each with its weights by slot, ascending.
    pub features: Vec<(u32, Vec<(u8, i8)>)>,
    /// The scores that tags around a token give: [`CONTEXTS`] rows.
    pub contexts: Vec<i8>,
}

impl Parts {
    /// The artefact.
    pub fn to_bytes(&self) -> Vec<u8> {
        let (word_sizes, word_low) =
            Table::parts(&self.words.iter().map(|word| word.0).collect::<Vec<_>>(), LEXICON_BITS);
        let (key_sizes, key_low) =
            Table::parts(&self.features.iter().map(|feature| feature.0).collect::<Vec<_>>(), KEY_BITS);
        let weights = || self.features.iter().flat_map(|feature| &feature.1);
        let gaps = self.features.iter().flat_map(|(_, weights)| {
            let before = std::iter::once(0).chain(weights.iter().map(|weight| weight.0));
            weights.iter().zip(before).map(|(weight, before)| weight.0 - before)
        });
        let parts: [Vec<u8>; 9] = [
            word_sizes,
            word_low,
            self.words.iter().map(|word| word.1).collect(),
            self.classes.iter().flat_map(|class| class.to_bytes()).collect(),
            key_sizes,
            key_low,
            self.features.iter().map(|feature| feature.1.len() as u8).collect(),
            gaps.collect(),
            weights().map(|weight| weight.1 as u8).collect(),
        ];
        let mut bytes = Vec::new();
        for part in parts.iter().chain([&self.contexts.iter().map(|&weight| weight as u8).collect()]) {
            bytes.extend((part.len() as u32).to_le_bytes());
            bytes.extend(part);
        }
        bytes
    }
}

fn part<'m>(bytes: &mut &'m [u8]) -> Option<&'m [u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (part, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    Some(part)
}

impl<'m> Model<'m> {
    /// Reads an artefact; `None` where it is cut short.
    pub fn from_bytes(mut bytes: &'m [u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let words = Table::new(part(bytes)?, part(bytes)?)?;
        let classes = part(bytes)?;
        let kinds = part(bytes)?.chunks_exact(3).filter_map(|kind| kind.try_into().ok());
        let lexicon = Lexicon::new(words, classes, kinds.map(Class::from_bytes).collect());
        let keys = Table::new(part(bytes)?, part(bytes)?)?;
        let mut starts = vec![0u16];
        let mut sum = 0u16;
        for &count in part(bytes)? {
            sum = sum.checked_add(u16::from(count))?;
            starts.push(sum);
        }
        Some(Self {
            lexicon,
            keys,
            starts,
            gaps: part(bytes)?,
            weights: part(bytes)?,
            contexts: part(bytes).filter(|rows| rows.len() == CONTEXTS * LANES)?,
        })
    }

    /// Adds the weights of a feature to the rows of the roles, as many as there are.
    pub fn add(&self, key: u32, roles: &mut [Row]) {
        let Some(feature) = self.keys.find(key) else { return };
        let Some(&[start, end]) = self.starts.get(feature..feature + 2) else { return };
        let range = usize::from(start)..usize::from(end);
        let (Some(gaps), Some(weights)) = (self.gaps.get(range.clone()), self.weights.get(range)) else {
            return;
        };
        let mut slot = 0;
        for (&gap, &weight) in gaps.iter().zip(weights) {
            slot += usize::from(gap);
            if let Some(row) = roles.get_mut(slot / LANES) {
                row[slot % LANES] += i16::from(weight as i8);
            }
        }
    }

    /// Adds a row of [`contexts`].
    pub fn add_context(&self, context: usize, row: &mut Row) {
        let start = context * LANES;
        for (score, &weight) in
            row.iter_mut().zip(self.contexts.get(start..start + LANES).unwrap_or_default())
        {
            *score += i16::from(weight as i8);
        }
    }
}

const _: () = assert!(Role::COUNT * LANES < 256);
