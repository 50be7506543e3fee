//! One pass over the bytes of a block that makes its tokens.
//!
//! The rules of UAX #29 are the ground: letters and digits run together, marks stay with their letters, white
//! space divides. Runs of ASCII, Latin, Greek and Cyrillic letters are found without tables; every other script
//! goes through `unicode-segmentation`. On top stand the conventions of the English treebanks of Universal
//! Dependencies, the ground truth of the tagger: clitics, hyphens, abbreviations, amounts, addresses.
//!
//! Every look ahead is bounded, or its answer is kept until the scan has passed it, so time is linear in the
//! text whatever the text is.

use unicode_segmentation::UnicodeSegmentation;

use super::bytes::{Class, class, is_plain_letter, is_wide_punctuation, is_wide_stop, wide_at};
use super::dictionary::{WordDivider, needs_dictionary, word_ends};
use super::lexicon::{self, Abbreviation};
use super::{marks, peek};
use crate::language::words::{Key, between};
use crate::language::{Tag, Token, WordId, Words};
use crate::span::Span;

/// A token after which a sentence may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// Its index.
    pub(super) token: u32,
    /// What it is.
    pub(super) kind: StopKind,
}

/// What ends, or seems to end, a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopKind {
    /// One full stop.
    Period,
    /// Question and exclamation marks, in any number.
    Call,
    /// Two full stops or more, or the one character for them.
    Ellipsis,
    /// A stop of a script that knows no capital letters.
    Wide,
    /// A full stop that belongs to an abbreviation.
    Abbreviation(Abbreviation),
    /// A full stop that belongs to letters: "U.S.", "p.m.".
    Letters,
    /// A full stop that belongs to one letter: "J.".
    Initial,
    /// ":-)".
    Emoticon,
}

/// What the scan of a block notes for the division into sentences.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Tokens after which a sentence may end.
    pub(super) stops: Vec<Stop>,
    /// Indices of the tokens that stand apart from the one before and begin with no small letter: before them a
    /// sentence may end without a stop.
    pub(super) apart: Vec<u32>,
    /// How many tokens begin with a capital letter.
    pub(super) capitals: usize,
}

impl Notes {
    /// Forgets one block for the next.
    pub(super) fn clear(&mut self) {
        self.stops.clear();
        self.apart.clear();
        self.capitals = 0;
    }
}

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
        let to = from + length;
        if length > Key::LONGEST || !never_joins(self.bytes[to]) && !self.is_closed(from, to) {
            return self.letters_one_by_one(from);
        }
        if may_be_contraction(&self.bytes[from..to]) {
            self.emit_solid(from, to);
        } else {
            let span = Span::new(from, to);
            let word = self.words.intern_key(Key::of_head(low, high, length), self.text, span);
            self.push(span, word);
        }
        to
    }

    /// Whether a full stop at `to` and a space after it end a word that no abbreviation is as long as.
    #[inline]
    fn is_closed(&self, from: usize, to: usize) -> bool {
        to - from > lexicon::LONGEST_ABBREVIATION
            && self.bytes[to] == b'.'
            && matches!(self.byte(to + 1), b' ' | b'\n')
            // The start of a run of letters and signs may make an address of its end.
            && from >= self.chunk_end
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

    /// End of the run of letters, digits and marks from `from`, and whether UAX #29 would keep it whole.
    fn run(&self, from: usize) -> (usize, bool) {
        let (mut to, mut plain) = (from, true);
        while to < self.end {
            match class(self.bytes[to]) {
                Class::Letter | Class::Digit => to += 1,
                Class::Wide => match wide_at(self.text, to) {
                    Some(c) if !c.is_whitespace() && !is_wide_punctuation(c) => {
                        plain &= is_plain_letter(c);
                        to += c.len_utf8();
                    }
                    _ => break,
                },
                Class::Mark if self.bytes[to] == b'_' && peek::is_joined(self, to) => to += 1,
                _ => break,
            }
        }
        (to, plain)
    }

    /// A word from its first character on, with everything that joins it.
    fn word(&mut self, from: usize) -> usize {
        if let Some(to) = self.address(from) {
            self.emit(from, to);
            return to;
        }
        let mut part = from;
        // Whether all parts so far are single letters with a full stop between: "U.S".
        let mut lettered = false;
        loop {
            let (to, plain) = self.run(part);
            if !plain {
                return self.emit_by_tables(from, to);
            }
            let next = self.byte(to);
            let joins = match next {
                b'\'' => self.apostrophe(from, to, 1),
                0xE2 if self.starts(to, "’") => self.apostrophe(from, to, 3),
                b'.' => match self.full_stop(from, part, to, lettered) {
                    Dot::Joins => {
                        lettered = true;
                        Joins::By(1)
                    }
                    Dot::Ends(kind) => {
                        self.emit_stop(from, to + 1, kind);
                        return to + 1;
                    }
                    Dot::Apart => Joins::No,
                },
                b'-' if peek::is_word_start(self, to + 1) && self.is_prefix(from, to) => Joins::By(1),
                b'&' if self.is_ampersand_name(part, to) => Joins::By(1),
                b'*' if to > part && class(self.byte(to + 1)) == Class::Letter => Joins::By(1),
                b'/' if self.is_slashed_pair(from, to) => Joins::By(1),
                b'$' if to - from <= 3 && self.bytes[from..to].iter().all(u8::is_ascii_uppercase) => {
                    self.emit(from, to + 1);
                    return to + 1;
                }
                _ => Joins::No,
            };
            match joins {
                Joins::By(length) => part = to + length,
                Joins::No => {
                    self.emit_solid(from, to);
                    return to;
                }
                Joins::Done(to) => return to,
            }
        }
    }

    fn starts(&self, at: usize, sign: &str) -> bool {
        self.bytes.get(at..self.end).is_some_and(|rest| rest.starts_with(sign.as_bytes()))
    }

    fn is_prefix(&self, from: usize, to: usize) -> bool {
        lexicon::is_prefix(Span::new(from, to).of(self.text))
    }

    /// "AT&T", "R&D", "PG&E".
    fn is_ampersand_name(&self, part: usize, to: usize) -> bool {
        const LONGEST: usize = 3;
        let mut after = to + 1;
        while after < self.end && after <= to + LONGEST + 1 && class(self.bytes[after]) == Class::Letter {
            after += 1;
        }
        let second = after - (to + 1);
        (1..=LONGEST).contains(&(to - part)) && (1..=LONGEST).contains(&second)
    }

    /// "w/o", "c/o", "N/A": one letter before the stroke and at most one after, or "out".
    fn is_slashed_pair(&self, from: usize, to: usize) -> bool {
        let (after, _) = peek::short_run(self, to + 1);
        to - from == 1 && (after.len() == 1 || self.bytes[from] == b'w' && after == b"out")
    }

    /// The words of a run that needs the tables of UAX #29, or a dictionary.
    fn emit_by_tables(&mut self, from: usize, to: usize) -> usize {
        let run = Span::new(from, to).of(self.text);
        if let Some(divider) = self.ways.divider.filter(|_| run.contains(needs_dictionary)) {
            let mut start = from;
            for end in word_ends(run, divider) {
                self.emit_visible(start, from + end);
                start = from + end;
            }
        } else {
            for (at, word) in run.split_word_bound_indices() {
                self.emit_visible(from + at, from + at + word.len());
            }
        }
        to
    }

    fn emit_visible(&mut self, from: usize, to: usize) {
        if !Span::new(from, to).of(self.text).trim().is_empty() {
            self.emit(from, to);
        }
    }

    /// Clitics after an apostrophe of `length` bytes at `to`, or an apostrophe within a word.
    fn apostrophe(&mut self, from: usize, to: usize, length: usize) -> Joins {
        let after = to + length;
        if self.ways.elides && peek::is_word_start(self, after) && marks::is_elided(&self.bytes[from..to]) {
            self.emit(from, after);
            return Joins::Done(after);
        }
        let (run, end) = peek::short_run(self, after);
        if run.is_empty() {
            return if to > from && peek::is_word_start(self, after) && class(self.byte(after)) != Class::Digit
            {
                Joins::By(length)
            } else {
                Joins::No
            };
        }
        if marks::is_clitic(run) {
            self.emit_solid(from, to);
            self.emit(to, end);
            return Joins::Done(end);
        }
        if run.eq_ignore_ascii_case(b"t") && to - from >= 2 && self.bytes[to - 1] | 0x20 == b'n' {
            self.emit(from, to - 1);
            self.emit(to - 1, end);
            return Joins::Done(end);
        }
        if class(self.byte(after)) == Class::Letter { Joins::By(length) } else { Joins::No }
    }

    /// What the full stop at `to` is to the word `from..to`, whose last part began at `part`.
    fn full_stop(&self, from: usize, part: usize, to: usize, lettered: bool) -> Dot {
        let word = Span::new(from, to).of(self.text);
        if peek::is_word_start(self, to + 1) {
            let (next, end) = peek::short_run(self, to + 1);
            let dotted = self.byte(end) == b'.';
            let letters = to - part == 1 && next.len() == 1 && class(next[0]) == Class::Letter;
            let degree = dotted
                && to - part <= 2
                && next.len() <= 2
                && self.bytes[part].is_ascii_uppercase()
                && next.first().is_some_and(u8::is_ascii_uppercase);
            if letters || degree {
                return Dot::Joins;
            }
            if lettered && to - part == 1 {
                return Dot::Ends(StopKind::Letters);
            }
            return match lexicon::abbreviation(word) {
                Some(kind @ Abbreviation::Title) => Dot::Ends(StopKind::Abbreviation(kind)),
                Some(kind @ Abbreviation::Number) if self.byte(to + 1).is_ascii_digit() => {
                    Dot::Ends(StopKind::Abbreviation(kind))
                }
                _ => Dot::Apart,
            };
        }
        if self.byte(to + 1) == b'.' {
            // An ellipsis after a word; after letters, their own full stop and the one of the sentence.
            return if lettered && self.byte(to + 2) != b'.' {
                Dot::Ends(StopKind::Letters)
            } else {
                Dot::Apart
            };
        }
        if lettered {
            return Dot::Ends(StopKind::Letters);
        }
        if to - from == 1 && self.bytes[from].is_ascii_uppercase() {
            return if self.is_initial(from, to) { Dot::Ends(StopKind::Initial) } else { Dot::Apart };
        }
        match lexicon::abbreviation(word) {
            Some(Abbreviation::Number) if !peek::after_space(self, to + 1).is_ascii_digit() => Dot::Apart,
            Some(kind) => Dot::Ends(StopKind::Abbreviation(kind)),
            None => Dot::Apart,
        }
    }

    /// Whether one capital letter with a full stop is an initial, and not the end of "Plan B." or "than I.".
    fn is_initial(&self, from: usize, to: usize) -> bool {
        let before = self.tokens.last().map_or(b' ', |token| self.bytes[token.span.range().start]);
        let after_name = before.is_ascii_uppercase();
        if !peek::after_space(self, to + 1).is_ascii_uppercase() {
            return after_name && self.byte(to + 1) == b',';
        }
        let starter = peek::is_sentence_starter(self, to + 1);
        if self.bytes[from] == b'I' {
            after_name && !starter
        } else {
            !starter || after_name && before != b'I'
        }
    }

    /// A number with its separators; units part from it, ordinal endings do not.
    pub(super) fn number(&mut self, from: usize) -> usize {
        let mut to = peek::digits(self, from);
        while matches!(self.byte(to), b'.' | b',' | b':') && self.byte(to + 1).is_ascii_digit() {
            to = peek::digits(self, to + 1);
        }
        if let Some(end) = marks::joined_digits(self.bytes.get(from..self.end).unwrap_or_default()) {
            self.emit(from, from + end);
            return from + end;
        }
        let next = self.byte(to);
        if !matches!(next, b' ' | b',' | b'\n')
            && let Some(end) = self.address(from)
        {
            self.emit(from, end);
            return end;
        }
        let whole = self.bytes[from..to].iter().all(u8::is_ascii_digit);
        match class(next) {
            Class::Letter => {
                let (suffix, end) = peek::short_run(self, to);
                let money = self.tokens.last().is_some_and(|token| {
                    token.span.range().end == from
                        && matches!(token.span.of(self.text), "$" | "€" | "£" | "¥")
                });
                if marks::is_unit(suffix, money) {
                    self.emit(from, to);
                    self.emit(to, end);
                    return end;
                }
                if marks::is_ordinal_ending(suffix) {
                    self.emit(from, end);
                    return end;
                }
                if whole {
                    return self.word(from);
                }
            }
            Class::Wide if whole && self.run(to).0 > to => return self.word(from),
            // "the 1980's", but "in 969 's".
            Class::Mark
                if next == b'\'' && self.bytes[to - 1] == b'0' && peek::short_run(self, to + 1).0 == b"s" =>
            {
                self.emit(from, to + 2);
                return to + 2;
            }
            Class::Mark if whole && next == b'_' => return self.word(from),
            _ => {}
        }
        self.emit(from, to);
        to
    }

    /// A character beyond ASCII.
    fn wide(&mut self, at: usize) -> usize {
        let Some(c) = wide_at(self.text, at) else { return at + 1 };
        let mut to = at + c.len_utf8();
        if c.is_whitespace() {
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

    /// Whether the run of non-space characters around `at` may hold an address. Found once for each run.
    fn addresses(&mut self, at: usize) -> bool {
        if at >= self.chunk_end {
            let (mut end, mut before, mut addressed) = (at, b' ', false);
            for &byte in &self.bytes[at..self.end] {
                let class = class(byte);
                if class == Class::Space {
                    break;
                }
                addressed |= match before {
                    b'.' => class == Class::Letter,
                    b'/' => byte == b'/',
                    _ => false,
                } || byte == b'@';
                (before, end) = (byte, end + 1);
            }
            (self.chunk_end, self.addressed) = (end, addressed);
        }
        self.addressed
    }

    /// End of the web or e-mail address, or of the file name, that begins at `from`.
    fn address(&mut self, from: usize) -> Option<usize> {
        if !self.addresses(from) {
            return None;
        }
        let run = self.bytes.get(from..self.chunk_end.min(self.end))?;
        marks::address(run).map(|length| from + length)
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

/// How a word goes on after a run of letters.
enum Joins {
    /// Over a sign of so many bytes.
    By(usize),
    No,
    /// It was emitted, up to here.
    Done(usize),
}

/// What a full stop is to the word before it.
enum Dot {
    /// Between letters of one word.
    Joins,
    /// The last character of the word.
    Ends(StopKind),
    /// A token of its own.
    Apart,
}
