//! The trained weights and the form in which they are shipped: numbers in as
//! many bits as they are worth, read into tables before the first article.

use super::features::{KEY_BITS, Role};
use super::lexicon::{Class, LEXICON_BITS, Lexicon};
use crate::language::Tag;
use crate::packed::coder::{Decoder, Encoder, signed, unsigned};
use crate::packed::table::Table;

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
#[inline(always)]
pub fn best<T: PartialOrd + Copy>(row: &[T; LANES]) -> usize {
    // The score first, which takes all lanes at once.
    let highest = row.iter().fold(row[0], |highest, &score| if score > highest { score } else { highest });
    row.iter().position(|&score| score == highest).unwrap_or_default()
}

/// The trained tagger.
#[derive(Debug)]
pub struct Model {
    /// The tag dictionary.
    pub lexicon: Lexicon,
    keys: Table,
    /// First weight of each feature, and the count of all.
    starts: Vec<u16>,
    /// Each weight after its slot, `role × LANES + lane`.
    weights: Vec<(u8, i8)>,
    /// As many rows as there are [`CONTEXTS`].
    contexts: Vec<[i8; LANES]>,
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
    pub contexts: Vec<[i8; LANES]>,
}

/// The kinds of numbers in an artefact, each with frequencies of its own.
mod kind {
    pub const KEY: u8 = 0;
    pub const COUNT: u8 = 1;
    pub const WORD: u8 = 2;
    pub const CLASS: u8 = 3;
    pub const TAGS: u8 = 4;
    pub const PLACE: u8 = 5;
    pub const CONTEXT: u8 = 6;
    /// Distance of a slot from the one before; a kind for each lane of that one, and one for the first.
    pub const SLOT: u8 = 7;
    /// A weight, by how many the feature has and by the sign of the weight before in the same row.
    pub const WEIGHT: u8 = SLOT + super::NEIGHBOURS as u8;
}

/// Bits of the distance between two words that tell nothing.
const WORD_BITS: u32 = 2;

/// What the weight before, of the same feature, tells of the next one.
struct Around {
    slot: u8,
    slot_kind: u8,
    /// 0 where there is none, else 1 for positive and 2 for negative.
    sign: u8,
}

impl Around {
    const START: Around = Around { slot: 0, slot_kind: kind::SLOT + LANES as u8, sign: 0 };

    fn after(slot: u8, weight: i8) -> Self {
        Self { slot, slot_kind: kind::SLOT + slot % LANES as u8, sign: if weight > 0 { 1 } else { 2 } }
    }

    fn weight_kind(&self, count: usize, slot: u8) -> u8 {
        let same_row = self.slot / LANES as u8 == slot / LANES as u8;
        kind::WEIGHT + 3 * (count.clamp(1, 3) as u8 - 1) + if same_row { self.sign } else { 0 }
    }
}

impl Parts {
    /// The artefact.
    pub fn to_bytes(&self) -> Vec<u8> {
        let contexts = self.contexts.as_flattened();
        let places = || (0_u32..).zip(contexts).filter(|&(_, &weight)| weight != 0);
        let mut bytes = Vec::new();
        for count in [self.classes.len(), self.words.len(), self.features.len(), places().count()] {
            bytes.extend((count as u16).to_le_bytes());
        }
        let mut encoder = Encoder::default();
        for byte in self.classes.iter().flat_map(|class| class.to_bytes()) {
            encoder.note(kind::TAGS, byte);
        }
        encoder.ascending(kind::WORD, WORD_BITS, self.words.iter().map(|word| word.0));
        self.words.iter().for_each(|word| encoder.note(kind::CLASS, word.1));
        encoder.ascending(kind::PLACE, 0, places().map(|(place, _)| place));
        places().for_each(|(_, &weight)| encoder.note(kind::CONTEXT, unsigned(weight)));
        encoder.ascending(kind::KEY, 0, self.features.iter().map(|feature| feature.0));
        for (_, weights) in &self.features {
            encoder.note(kind::COUNT, weights.len() as u8);
            let mut around = Around::START;
            for &(slot, weight) in weights {
                encoder.note(around.slot_kind, slot - around.slot);
                encoder.note(around.weight_kind(weights.len(), slot), unsigned(weight));
                around = Around::after(slot, weight);
            }
        }
        bytes.extend(encoder.finish());
        bytes
    }
}

impl Model {
    /// Reads an artefact; `None` where it is cut short.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut count = || {
            let (count, rest) = bytes.split_first_chunk()?;
            bytes = rest;
            Some(usize::from(u16::from_le_bytes(*count)))
        };
        let [class_count, word_count, feature_count, context_count] =
            [count()?, count()?, count()?, count()?];
        let mut decoder = Decoder::new(bytes)?;
        let lexicon = read_lexicon(&mut decoder, class_count, word_count);
        let contexts = read_contexts(&mut decoder, context_count);
        let keys = Table::read(&mut decoder, kind::KEY, KEY_BITS, 0, feature_count);
        let mut starts = Vec::with_capacity(feature_count + 1);
        let mut weights = Vec::with_capacity(3 * feature_count);
        starts.push(0);
        for _ in 0..feature_count {
            read_weights(&mut decoder, &mut weights);
            starts.push(u16::try_from(weights.len()).ok()?);
        }
        decoder.is_at_end().then_some(Self { lexicon, keys, starts, weights, contexts })
    }

    /// Adds the weights of a feature to the rows of the roles, as many as there are.
    pub fn add(&self, key: u32, roles: &mut [Row]) {
        let Some(feature) = self.keys.find(key) else { return };
        let Some(&[start, end]) = self.starts.get(feature..feature + 2) else { return };
        let weights = self.weights.get(usize::from(start)..usize::from(end)).unwrap_or_default();
        for &(slot, weight) in weights {
            if let Some(row) = roles.get_mut(usize::from(slot) / LANES) {
                row[usize::from(slot) % LANES] += i16::from(weight);
            }
        }
    }

    /// Adds a row of [`contexts`].
    pub fn add_context(&self, context: usize, row: &mut Row) {
        let Some(weights) = self.contexts.get(context) else { return };
        for (score, &weight) in row.iter_mut().zip(weights) {
            *score += i16::from(weight);
        }
    }
}

#[inline(never)]
fn read_lexicon(decoder: &mut Decoder<'_>, class_count: usize, word_count: usize) -> Lexicon {
    let class = |_| Class::from_bytes([(); 3].map(|()| decoder.next(kind::TAGS)));
    let classes: Vec<Class> = (0..class_count).map(class).collect();
    let words = Table::read(decoder, kind::WORD, LEXICON_BITS, WORD_BITS, word_count);
    let class = |_| classes.get(usize::from(decoder.next(kind::CLASS))).copied().unwrap_or_default();
    Lexicon::new(words, (0..word_count).map(class).collect())
}

#[inline(never)]
fn read_contexts(decoder: &mut Decoder<'_>, count: usize) -> Vec<[i8; LANES]> {
    let mut contexts = vec![[0; LANES]; CONTEXTS];
    let mut places = Vec::with_capacity(count);
    decoder.ascending(kind::PLACE, 0, count, &mut |place| places.push(place));
    for place in places {
        let weight = signed(decoder.next(kind::CONTEXT));
        if let Some(row) = contexts.get_mut(place as usize / LANES) {
            row[place as usize % LANES] = weight;
        }
    }
    contexts
}

/// Reads the weights of the next feature.
#[inline(never)]
fn read_weights(decoder: &mut Decoder<'_>, weights: &mut Vec<(u8, i8)>) {
    let count = usize::from(decoder.next(kind::COUNT));
    let mut around = Around::START;
    for _ in 0..count {
        let gap = decoder.next(around.slot_kind);
        let slot = around.slot.wrapping_add(gap);
        let weight = signed(decoder.next(around.weight_kind(count, slot)));
        weights.push((slot, weight));
        around = Around::after(slot, weight);
    }
}

const _: () = assert!(Role::COUNT * LANES < 256);
