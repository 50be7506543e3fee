//! The one span type: a half-open byte range into the text of an article.

use serde::{Serialize, Serializer};

use crate::collections::pair;

/// Half-open range `start..end` into a text; in bytes inside the core, in the unit asked for once an
/// [`Analysis`](crate::Analysis) is finished. Serialised as `[start, end]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First position inside.
    pub start: u32,
    /// First position after.
    pub end: u32,
}

impl Span {
    /// A span over `start..end`. Texts are limited to 4 GiB, so every byte offset fits.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The text under this byte span, or `""` where it does not lie on character boundaries of `text`.
    #[inline(never)]
    pub fn of(self, text: &str) -> &str {
        // As `get` does, but without a call of it, which every look at a word would be.
        let before_end = text.split_at_checked(self.end as usize).map_or("", |(before, _)| before);
        before_end.split_at_checked(self.start as usize).map_or("", |(_, word)| word)
    }

    /// The span as a range of `usize`, for slicing and iterating.
    #[inline(always)]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in the unit of the span.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// A number that orders spans by start, then by end.
    pub(crate) fn number(self) -> u64 {
        pair(self.start, self.end)
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one position.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start, self.end].serialize(serializer)
    }
}
