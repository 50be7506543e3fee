//! Numbers, with what belongs to them and what does not.

use super::Scanner;
use crate::language::segment::bytes::{Class, class};
use crate::language::segment::{marks, peek};

impl Scanner<'_> {
    /// A number with its separators; units part from it, ordinal endings do not.
    #[inline(never)]
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
}
