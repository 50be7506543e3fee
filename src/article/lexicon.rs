//! The words of `lexicon/noise.tsv`, loaded once and kept by how they are compared.

use std::sync::OnceLock;

use super::BlockKind;
use crate::bytes::{lines, split};
use crate::collections::{ByWord, Listed};

/// The words, one group a line.
const LEXICON: &str = include_str!(concat!(env!("OUT_DIR"), "/noise.tsv"));

/// Where in a text a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Everywhere.
    Any,
    /// Before and after the body.
    Edge,
    /// After the body; what follows goes with it.
    Tail,
    /// Everywhere; in the last part of a text what follows goes with it.
    Close,
}

/// Words with the role they give a line and where they do.
pub(super) type Entry = (&'static str, BlockKind, Zone);

/// The lexicon, ready for comparing.
#[derive(Default)]
pub(super) struct Lexicon {
    /// Whole lines.
    pub(super) lines: ByWord<&'static str, (BlockKind, Zone)>,
    /// First words of lines, by the first of them.
    pub(super) starts: ByWord<&'static str, Vec<Entry>>,
    /// First words of lines that speak to their reader.
    pub(super) calls: Vec<Entry>,
    /// First words that begin with a sign.
    pub(super) signs: Vec<Entry>,
    /// Parts of lines, each with its pairs of bytes.
    pub(super) parts: Vec<(Pairs, Entry)>,
    /// First words of bylines.
    pub(super) bylines: Vec<&'static str>,
    /// Words beside a date; 1 for those that mark a later date than that of publication.
    pub(super) dates: Listed,
}

/// The pairs of neighbouring bytes of a text, as a signature of 1,024 bits (Harrison 1971): a text can only
/// contain another whose signature lies within its own.
#[derive(Clone, Copy, Default)]
pub(super) struct Pairs([u64; 16]);

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let mut pairs = Self::default();
        for pair in text.as_bytes().windows(2) {
            let bit = (usize::from(pair[0]) * 37 + usize::from(pair[1])) % 1024;
            pairs.0[bit / 64] |= 1 << (bit % 64);
        }
        pairs
    }

    /// Whether every pair of `other` is among these.
    pub(super) fn contain(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| other & !own == 0)
    }
}

pub(super) fn lexicon() -> &'static Lexicon {
    static LOADED: OnceLock<Lexicon> = OnceLock::new();
    LOADED.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        lines(LEXICON).for_each(|row| lexicon.add(row));
        lexicon
    })
}

impl Lexicon {
    /// Adds a group of words.
    #[inline(never)]
    fn add(&mut self, row: &'static str) {
        let mut fields = split(row, b'\t');
        let [Some(role), Some(how), Some(place), Some(words)] = [(); 4].map(|()| fields.next()) else {
            return;
        };
        let kind = match role {
            "caption" => BlockKind::Caption,
            "note" => BlockKind::Note,
            _ => BlockKind::Chrome,
        };
        let zone = match place {
            "any" => Zone::Any,
            "tail" => Zone::Tail,
            "close" => Zone::Close,
            _ => Zone::Edge,
        };
        for word in split(words, b'|') {
            match (role, how) {
                ("byline", _) => self.bylines.push(word),
                ("date", _) => _ = self.dates.insert(word, u32::from(place == "later")),
                _ => self.add_words(how, (word, kind, zone)),
            }
        }
    }

    #[inline(never)]
    fn add_words(&mut self, how: &str, entry: Entry) {
        let (word, kind, zone) = entry;
        match how {
            "line" => merge(self.lines.entry(word, (kind, zone)), zone),
            "call" => self.calls.push(entry),
            "start" if !word.starts_with(char::is_alphanumeric) => self.signs.push(entry),
            "start" => self.starts.entry(first_word(word), Vec::new()).push(entry),
            _ => self.parts.push((Pairs::of(word), entry)),
        }
    }
}

/// A line listed twice counts everywhere if one of the lists says so.
fn merge(entry: &mut (BlockKind, Zone), zone: Zone) {
    if zone == Zone::Any {
        entry.1 = zone;
    }
}

pub(super) fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or(text)
}
