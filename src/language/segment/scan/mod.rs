//! One pass over the bytes of a block that makes its tokens.
//!
//! The rules of UAX #29 are the ground: letters and digits run together, marks stay with their letters, white
//! space divides. Runs of ASCII, Latin, Greek and Cyrillic letters are found without tables; every other script
//! goes through `unicode-segmentation`. On top stand the conventions of the English treebanks of Universal
//! Dependencies, the ground truth of the tagger: clitics, hyphens, abbreviations, amounts, addresses.
//!
//! Every look ahead is bounded, or its answer is kept until the scan has passed it, so time is linear in the
//! text whatever the text is.

mod number;
mod word;

use super::bytes::{Class, class, is_invisible, is_wide_punctuation, is_wide_stop, wide_at};
use super::dictionary::WordDivider;
use super::notes::{Notes, Stop, StopKind};
use super::{lexicon, marks};
use crate::language::keys::{Key, between};
use crate::language::{Tag, Token, WordId, Words};
use crate::span::Span;

pub(super) struct Scanner<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    pub(super) words: &'s mut Words,
    pub(super) tokens: &'s mut Vec<Token>,
    pub(super) notes: &'s mut Notes,
    /// End of the block.
    pub(super) end: usize,
    /// End of the last token.
    last_end: usize,
    /// Where the run of non-space characters ends for which `addressed` holds.
    chunk_end: usize,
    /// Whether that run has a sign that only addresses have.
    addressed: bool,
    ways: Ways,
}

/// What differs from language to language, and from build to build.
#[derive(Clone, Copy, Default)]
pub(super) struct Ways {
    /// Finds words where there are no spaces.
    pub(super) divider: Option<WordDivider>,
    /// Whether the language writes "l'eau" for two words, as French and Italian do.
    pub(super) elides: bool,
}

impl<'s> Scanner<'s> {
    pub(super) fn new(
        text: &'s str,
        words: &'s mut Words,
        tokens: &'s mut Vec<Token>,
        notes: &'s mut Notes,
        ways: Ways,
    ) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            words,
            tokens,
            notes,
            end: 0,
            last_end: 0,
            chunk_end: 0,
            addressed: false,
            ways,
        }
    }

    /// Makes the tokens of `block`.
    pub(super) fn block(&mut self, block: Span) {
        self.end = block.range().end;
        let mut at = block.range().start;
        while at < self.end {
            let byte = self.bytes[at];
            // Every other step, and so foreseen.
            if byte == b' ' {
                at += 1;
                continue;
            }
            at = match class(byte) {
                Class::Space => at + 1,
                Class::Letter => self.letters(at),
                Class::Digit => self.number(at),
                Class::Mark => self.mark(at),
                Class::Wide => self.wide(at),
            };
        }
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.bytes[at] } else { b' ' }
    }

    #[inline]
    pub(super) fn emit(&mut self, from: usize, to: usize) {
        let span = Span::new(from, to);
        let word = self.words.intern_at(self.text, span);
        self.push(span, word);
    }

    #[inline(always)]
    fn push(&mut self, span: Span, word: WordId) {
        let at = span.start as usize;
        if !self.bytes[at].is_ascii_lowercase() {
            self.note(at);
        }
        self.last_end = span.end as usize;
        let (rule_word, is_lower) = self.words.rule_word(word);
        self.tokens.push(Token { span, word, tag: Tag::X, rule_word, is_lower });
    }

    /// Notes a token that begins with no small letter.
    fn note(&mut self, at: usize) {
        if self.last_end != at {
            self.notes.apart.push(self.tokens.len() as u32);
        }
        let is_capital = match self.bytes[at] {
            byte if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => wide_at(self.text, at).is_some_and(char::is_uppercase),
        };
        self.notes.capitals += usize::from(is_capital);
    }

    pub(super) fn emit_stop(&mut self, from: usize, to: usize, kind: StopKind) {
        self.notes.stops.push(Stop { token: self.tokens.len() as u32, kind });
        self.emit(from, to);
    }

    /// The common case: ASCII letters up to a space or a sign that never joins. Sixteen bytes are looked at together,
    /// and are the key of the word as they stand.
    #[inline]
    fn letters(&mut self, from: usize) -> usize {
        let ahead = self.bytes.get(from..self.end).and_then(|rest| rest.first_chunk::<16>());
        let Some((&[low, high], _)) = ahead.map(|chunk| chunk.as_chunks::<8>()) else {
            return self.letters_one_by_one(from);
        };
        let (low, high) = (u64::from_le_bytes(low), u64::from_le_bytes(high));
        let length = match (letters_in(low), letters_in(high)) {
            (8, more) => 8 + more,
            (few, _) => few,
        };
        let (to, key) = (from + length, Key::of_head(low, high, length));
        if length > Key::LONGEST || !never_joins(self.bytes[to]) && !self.is_closed(from, to, key) {
            return self.letters_one_by_one(from);
        }
        if may_be_contraction(&self.bytes[from..to]) {
            self.emit_solid(from, to);
        } else {
            let span = Span::new(from, to);
            let word = self.words.intern_key(key, self.text, span);
            self.push(span, word);
        }
        to
    }

    /// Whether a full stop at `to` and a space after it end a word that is neither an initial nor an abbreviation.
    #[inline]
    fn is_closed(&self, from: usize, to: usize, key: Key) -> bool {
        to - from > 1
            && self.bytes[to] == b'.'
            && matches!(self.byte(to + 1), b' ' | b'\n')
            // The start of a run of letters and signs may make an address of its end.
            && from >= self.chunk_end
            && (to - from > lexicon::LONGEST_ABBREVIATION || lexicon::abbreviation(key).is_none())
    }

    fn letters_one_by_one(&mut self, from: usize) -> usize {
        let mut to = from + 1;
        while to < self.end && class(self.bytes[to]) == Class::Letter {
            to += 1;
        }
        if never_joins(self.byte(to)) {
            self.emit_solid(from, to);
            return to;
        }
        self.word(from)
    }

    /// Emits a word of ASCII letters; "cannot", "gonna" and "dont" are two tokens.
    fn emit_solid(&mut self, from: usize, to: usize) {
        let word = &self.bytes[from..to];
        match may_be_contraction(word).then(|| marks::solid_contraction(word)).flatten() {
            Some(first) => {
                self.emit(from, from + first);
                self.emit(from + first, to);
            }
            None => self.emit(from, to),
        }
    }

    /// A character beyond ASCII.
    #[inline(never)]
    fn wide(&mut self, at: usize) -> usize {
        let Some(c) = wide_at(self.text, at) else { return at + 1 };
        let mut to = at + c.len_utf8();
        if c.is_whitespace() || is_invisible(c) {
            return to;
        }
        if !is_wide_punctuation(c) {
            return self.word(at);
        }
        match c {
            '’' | '‘' => {
                if let Some(end) = marks::leading_clitic(self, to) {
                    self.emit(at, end);
                    return end;
                }
                if self.starts(to, "’") {
                    to += '’'.len_utf8();
                }
                self.emit(at, to);
            }
            '…' => {
                while self.starts(to, "…") {
                    to += '…'.len_utf8();
                }
                while self.byte(to) == b'.' {
                    to += 1;
                }
                self.emit_stop(at, to, StopKind::Ellipsis);
            }
            '–' | '—' | '―' => {
                let mut sign = [0; 4];
                let sign = c.encode_utf8(&mut sign);
                while self.starts(to, sign) {
                    to += sign.len();
                }
                self.emit(at, to);
            }
            c if is_wide_stop(c) => self.emit_stop(at, to, StopKind::Wide),
            _ => self.emit(at, to),
        }
        to
    }
}

/// How many letters the eight bytes begin with.
#[inline(always)]
fn letters_in(bytes: u64) -> usize {
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let letters = between((bytes | HIGHEST >> 2) & !HIGHEST, b'a', b'z') & !bytes;
    ((!letters & HIGHEST).trailing_zeros() / 8) as usize
}

/// Whether a byte after a run of letters ends the word without another look.
#[inline(always)]
fn never_joins(byte: u8) -> bool {
    matches!(byte, b' ' | b',' | b'\n' | b';' | b')' | b'"' | b'?' | b'!')
}

/// Whether a word with these last letters may be two: "cannot", "gonna", "dont".
#[inline(always)]
fn may_be_contraction(word: &[u8]) -> bool {
    matches!(word, [.., before, last] if matches!((before | 0x20, last | 0x20), (b'n' | b'o', b't') | (b'n' | b't', b'a')))
}
