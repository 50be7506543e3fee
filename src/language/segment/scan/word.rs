//! Words that are not letters alone up to a space: what joins them, what parts from them, and addresses.

use unicode_segmentation::UnicodeSegmentation;

use super::Scanner;
use crate::language::keys::Key;
use crate::language::segment::bytes::{Class, class, is_plain_letter, is_wide_punctuation, wide_at};
use crate::language::segment::dictionary::{needs_dictionary, word_ends};
use crate::language::segment::lexicon::{self, Abbreviation};
use crate::language::segment::notes::StopKind;
use crate::language::segment::{marks, peek};
use crate::span::Span;

impl Scanner<'_> {
    /// End of the run of letters, digits and marks from `from`, and whether UAX #29 would keep it whole.
    pub(super) fn run(&self, from: usize) -> (usize, bool) {
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
    pub(super) fn word(&mut self, from: usize) -> usize {
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

    pub(super) fn starts(&self, at: usize, sign: &str) -> bool {
        self.bytes.get(at..self.end).is_some_and(|rest| rest.starts_with(sign.as_bytes()))
    }

    #[inline(never)]
    fn is_prefix(&self, from: usize, to: usize) -> bool {
        lexicon::is_prefix(Span::new(from, to).of(self.text))
    }

    /// "AT&T", "R&D", "PG&E".
    #[inline(never)]
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
    #[inline(never)]
    fn is_slashed_pair(&self, from: usize, to: usize) -> bool {
        let (after, _) = peek::short_run(self, to + 1);
        to - from == 1 && (after.len() == 1 || self.bytes[from] == b'w' && after == b"out")
    }

    /// The words of a run that needs the tables of UAX #29, or a dictionary.
    #[inline(never)]
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
    #[inline(never)]
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
    #[inline(never)]
    fn full_stop(&self, from: usize, part: usize, to: usize, lettered: bool) -> Dot {
        let abbreviation = || lexicon::abbreviation(Key::of(&self.bytes[from..to]));
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
            return match abbreviation() {
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
        match abbreviation() {
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

    /// Whether the run of non-space characters around `at` may hold an address. Found once for each run.
    #[inline(never)]
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
    pub(super) fn address(&mut self, from: usize) -> Option<usize> {
        if !self.addresses(from) {
            return None;
        }
        let run = self.bytes.get(from..self.chunk_end.min(self.end))?;
        marks::address(run).map(|length| from + length)
    }
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
