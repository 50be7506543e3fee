//! Sentence ends without a full stop: headings, signatures and list items run into one paragraph, as in pasted
//! text and mail ("Thank you Ann Lee 07/17/2000 04:12 PM Please call").
//!
//! A logistic model over seven hashed features (Weinberger et al. 2009) looks at the gaps before capital
//! letters, digits and signs. It sees both words, the shapes of four, how long the sentence has been going on
//! and what kind of paragraph it is. Where a paragraph reads like prose (few capitals, a full stop at its end) a
//! capital letter after a small word is a name and after a number a month, and is not even looked at. `cargo xtask train` fits the weights.

use super::bytes::{Class, class, wide_at};
use super::notes::{Notes, Stop, StopKind};
use crate::language::tagger::features::word_hash;
use crate::language::{Token, WordId, Words};

/// How many features a gap has.
pub const FEATURES: usize = 7;
/// How many weights there are; a feature is the index of one.
pub const WEIGHTS: usize = 1 << 12;
/// One unit of a weight, in natural logarithms of odds.
pub const UNIT: f32 = 1.0 / 24.0;

/// Features of one gap.
pub type Features = [u16; FEATURES];

/// Weights, and last the bias, in [`UNIT`]s.
static MODEL: &[u8] = include_bytes!("../../../lexicon/weights/sentences.bin");

/// Whether a sentence ends in a gap with these features.
pub(super) fn ends(features: &Features) -> bool {
    let weight = |index: usize| MODEL.get(index).map_or(0, |&byte| i32::from(byte as i8));
    let sum: i32 = features.iter().map(|&feature| weight(feature as usize)).sum();
    // The bias needs more room than a weight: two bytes.
    sum + 128 * weight(WEIGHTS) + weight(WEIGHTS + 1) > 0
}

/// What a word looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shape(u32);

impl Shape {
    const NONE: Shape = Shape(0);
    const SMALL: Shape = Shape(1);
    const CAPITAL: Shape = Shape(2);
    const LETTER: Shape = Shape(3);
    const CAPITALS: Shape = Shape(4);
    const NUMBER: Shape = Shape(5);
    const MIXED_NUMBER: Shape = Shape(6);
    const ADDRESS: Shape = Shape(7);

    #[inline(never)]
    fn of(token: &str) -> Shape {
        let bytes = token.as_bytes();
        let [first, rest @ ..] = bytes else { return Shape::NONE };
        match class(*first) {
            Class::Letter if is_address(token) => Shape::ADDRESS,
            Class::Letter if first.is_ascii_lowercase() => Shape::SMALL,
            Class::Letter if rest.is_empty() => Shape::LETTER,
            Class::Letter if rest.iter().any(u8::is_ascii_lowercase) || !token.is_ascii() => Shape::CAPITAL,
            Class::Letter => Shape::CAPITALS,
            Class::Digit if rest.iter().all(u8::is_ascii_digit) => Shape::NUMBER,
            Class::Digit => Shape::MIXED_NUMBER,
            Class::Wide => match wide_at(token, 0) {
                Some(c) if c.is_uppercase() => Shape::CAPITAL,
                Some(c) if c.is_alphanumeric() => Shape::SMALL,
                Some(c) => Shape(0x100 + u32::from(c)),
                None => Shape::NONE,
            },
            // A sign is its own shape, and a run of one another.
            _ => Shape(0x100 + u32::from(*first) + 0x100 * rest.len().min(2) as u32),
        }
    }
}

/// Length in bytes of "a@b.de".
const SHORTEST_ADDRESS: usize = 6;

fn is_address(token: &str) -> bool {
    token.len() >= SHORTEST_ADDRESS
        && (token.starts_with("http") || token.starts_with("www.") || token.bytes().any(|byte| byte == b'@'))
}

/// What gaps see of each distinct word, found when the first gap asks: many words never stand beside one.
#[derive(Default)]
pub(super) struct Looks(Vec<Look>);

/// Both of a word; zero stands for what nobody asked for.
#[derive(Clone, Copy)]
struct Look {
    shape: Shape,
    /// Of its lower-case form.
    hash: u32,
}

impl Looks {
    /// Makes room for the words that are new since last time.
    fn catch_up(&mut self, words: &Words) {
        self.0.resize(words.len(), Look { shape: Shape::NONE, hash: 0 });
    }

    #[inline(always)]
    fn shape(&mut self, word: WordId, words: &Words) -> Shape {
        let Some(Look { shape, .. }) = self.0.get_mut(word.0 as usize) else { return Shape::NONE };
        if *shape == Shape::NONE {
            *shape = Shape::of(words.text(word));
        }
        *shape
    }

    fn hash(&mut self, word: WordId, words: &Words) -> u32 {
        let Some(Look { hash, .. }) = self.0.get_mut(word.0 as usize) else { return 0 };
        if *hash == 0 {
            *hash = word_hash(words.lower_text(word));
        }
        *hash
    }
}

/// The index of the weight of what `parts` say in a template.
#[inline(always)]
fn feature(template: u32, parts: &[u32]) -> u16 {
    let mix = |hash: u32, part: &u32| {
        let hash = (hash ^ part).wrapping_mul(0x9E37_79B1);
        hash ^ (hash >> 15)
    };
    (parts.iter().fold(template, mix) % WEIGHTS as u32) as u16
}

/// The tokens of one block, as far as gaps look at them.
pub(super) struct Paragraph<'p> {
    words: &'p Words,
    tokens: &'p [Token],
    first: usize,
    /// The feature that all gaps share: of the share of capitalised words in fifths, whether there are stops, whether one
    /// stands at the end.
    kind: u16,
    prose: bool,
}

impl<'p> Paragraph<'p> {
    /// The paragraph of the tokens from `first` on.
    pub(super) fn new(
        words: &'p Words,
        tokens: &'p [Token],
        first: usize,
        notes: &Notes,
        looks: &mut Looks,
    ) -> Self {
        looks.catch_up(words);
        let count = tokens.len().saturating_sub(first);
        let fifths = (notes.capitals * 5 / count.max(1)).min(4) as u32;
        let is_plain =
            |stop: &Stop| matches!(stop.kind, StopKind::Period | StopKind::Call | StopKind::Ellipsis);
        let stopped = notes.stops.iter().any(is_plain);
        let closed =
            notes.stops.last().is_some_and(|stop| is_plain(stop) && stop.token as usize + 1 == tokens.len());
        let kind = fifths << 2 | u32::from(stopped) << 1 | u32::from(closed);
        Self { words, tokens, first, kind: feature(6, &[kind]), prose: fifths < 2 && closed }
    }

    /// Whether the paragraph reads like prose: few capitals, and a stop at its end.
    pub(super) fn is_prose(&self) -> bool {
        self.prose
    }

    fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index).filter(|_| index >= self.first)
    }

    #[inline]
    fn shape(&self, index: usize, looks: &mut Looks) -> Shape {
        self.token(index).map_or(Shape::NONE, |token| looks.shape(token.word, self.words))
    }

    fn hash(&self, index: usize, looks: &mut Looks) -> u32 {
        self.token(index).map_or(0, |token| looks.hash(token.word, self.words))
    }

    /// The features of the gap before the token `next`, which stands apart, where it is one to look at; `since` tokens
    /// after the last stop.
    pub(super) fn features(&self, next: usize, since: usize, looks: &mut Looks) -> Option<Features> {
        let (a, b) = (self.shape(next - 1, looks), self.shape(next, looks));
        if b == Shape::SMALL || self.prose && matches!(a, Shape::SMALL | Shape::NUMBER) && b == Shape::CAPITAL
        {
            return None;
        }
        const LONG: usize = 8;
        let (first, second) = (self.hash(next - 1, looks), self.hash(next, looks));
        let (previous, following) = (self.shape(next.wrapping_sub(2), looks), self.shape(next + 1, looks));
        Some([
            feature(1, &[first]),
            feature(2, &[b.0, following.0]),
            feature(3, &[a.0, second]),
            feature(4, &[first, b.0]),
            feature(5, &[previous.0, a.0, b.0, following.0]),
            self.kind,
            feature(7, &[since.min(LONG) as u32, a.0, b.0]),
        ])
    }
}
