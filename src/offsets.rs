//! Positions in one text counted three ways: bytes of UTF-8, code units of UTF-16, code points (UTF-32).
//!
//! One forward sweep over the text notes both other counts every `STEP` bytes; each position asked for
//! afterwards costs at most that many bytes, in whatever order positions come. Plain ASCII needs no table.

use crate::collections::Marks;
use crate::span::Span;

/// What one step of an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Unit {
    #[cfg_attr(test, ts(rename = "utf-8"))]
    /// Bytes of UTF-8, the unit of the core.
    Utf8,
    #[cfg_attr(test, ts(rename = "utf-16"))]
    /// Code units of UTF-16, the unit of JavaScript strings and the DOM.
    #[default]
    Utf16,
    #[cfg_attr(test, ts(rename = "utf-32"))]
    /// Unicode code points.
    Utf32,
}

/// Bytes between two noted positions: small enough to count through in no time, large enough that the
/// table weighs a sixteenth of the text.
const STEP: usize = 64;

/// Converts byte positions of one text into another unit.
///
/// ```
/// use stance_lens::offsets::{Offsets, Unit};
///
/// let offsets = Offsets::new("a😀b", Unit::Utf16);
/// assert_eq!(offsets.from_byte(5), 3);
/// ```
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Count before each multiple of `STEP`; empty where the units agree.
    counts: Vec<u32>,
    /// Which steps are of ASCII alone, so that a position needs no look at the text.
    plain: Marks,
}

impl<'t> Offsets<'t> {
    /// Sweeps once over `text`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let (mut counts, mut plain) = (Vec::new(), Marks::default());
        if unit != Unit::Utf8 && !text.is_ascii() {
            let steps = text.len() / STEP + 1;
            counts.reserve(steps);
            plain = Marks::with_room_for(steps);
            let mut count = 0;
            for (step, chunk) in text.as_bytes().chunks(STEP).enumerate() {
                if chunk.is_ascii() {
                    plain.add(step..step + 1);
                }
                counts.push(count);
                count += count_units(chunk, unit);
            }
            counts.push(count);
        }
        Self { text, unit, counts, plain }
    }

    /// The position `byte` in the unit of this converter. Positions past the end give the length of the
    /// text; positions inside a character count as the one after its first byte.
    pub fn from_byte(&self, byte: u32) -> u32 {
        let byte = byte.min(self.text.len() as u32);
        let at = byte as usize;
        let step = at / STEP;
        match self.counts.get(step) {
            Some(count) if self.plain.has(step) => count + byte % STEP as u32,
            Some(count) => count + count_units(&self.text.as_bytes()[step * STEP..at], self.unit),
            None => byte,
        }
    }

    /// A span of bytes in the unit of this converter.
    pub fn span(&self, bytes: Span) -> Span {
        Span { start: self.from_byte(bytes.start), end: self.from_byte(bytes.end) }
    }
}

/// Units begun by at most [`STEP`] bytes: a character is counted at its first byte.
#[inline(always)]
fn count_units(bytes: &[u8], unit: Unit) -> u32 {
    // Only four-byte characters, which begin with 0xF0 or more, need two UTF-16 code units.
    let first_of_two = if unit == Unit::Utf16 { 0xF0 } else { u8::MAX };
    // So few bytes begin less than 256 units, and the processor adds up sixteen bytes at a time.
    let units = |byte: u8| u8::from(byte & 0xC0 != 0x80) + u8::from(byte >= first_of_two);
    u32::from(bytes.iter().fold(0u8, |count, &byte| count.wrapping_add(units(byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_agrees_with_the_standard_library() {
        let text = "naïve 😀 \u{1F468}\u{200D}\u{1F469} 中文字".repeat(20);
        let utf16 = Offsets::new(&text, Unit::Utf16);
        let utf32 = Offsets::new(&text, Unit::Utf32);
        let utf8 = Offsets::new(&text, Unit::Utf8);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = text.get(..at).unwrap();
            assert_eq!(utf16.from_byte(at as u32) as usize, before.encode_utf16().count());
            assert_eq!(utf32.from_byte(at as u32) as usize, before.chars().count());
            assert_eq!(utf8.from_byte(at as u32) as usize, at);
        }
    }

    #[test]
    fn positions_past_the_end_are_the_end() {
        assert_eq!(Offsets::new("é", Unit::Utf16).from_byte(99), 1);
        assert_eq!(Offsets::new("e", Unit::Utf16).from_byte(99), 1);
    }
}
