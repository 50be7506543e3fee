//! Exceptions to the entries of the stance lexicons: surroundings in which an entry takes no side, asks for nothing or
//! judges nothing after all ("slammed the door", "a roll call", "financial support"). They are text, one a line, in
//! `lexicon/exceptions.tsv`; what is asked of the surroundings stands in [`find`], what takes more than a look at a word in
//! [`questions`].

mod find;
mod notation;
mod questions;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use self::find::Find;
use self::notation::OPEN;
use super::context::Context;
use super::lexicon::{Entry, first_word, form};
use crate::collections::Listed;

/// Surroundings in which some entries find nothing.
struct Exception {
    /// Bits by number of the tag, and [`OPEN`].
    tags: u16,
    pattern: &'static str,
    conditions: &'static [u8],
}

/// The list as an article asks for it.
struct List {
    /// Sorted by first word.
    all: Vec<Exception>,
    by_first_word: Listed,
    /// Those of any entry.
    of_any: Exceptions,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut list = List { all: Vec::new(), by_first_word: Listed::default(), of_any: Exceptions(0) };
    let mut rest: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/exceptions.bin"));
    while let Some(after) = list.read(rest) {
        rest = after;
    }
    list.of_any = list.get("");
    list
});

impl List {
    /// Reads the exception that `bytes` begin with, and gives what stands behind it.
    #[inline(never)]
    fn read(&mut self, bytes: &'static [u8]) -> Option<&'static [u8]> {
        let (&[low, high, length], rest) = bytes.split_first_chunk()?;
        let (pattern, rest) = rest.split_at_checked(usize::from(length))?;
        let (&length, rest) = rest.split_first()?;
        let (conditions, rest) = rest.split_at_checked(usize::from(length))?;
        let pattern = str::from_utf8(pattern).ok()?;
        let start = self.all.len() as u32;
        *self.by_first_word.entry(first_word(pattern)).or_insert(start << 16) += 1;
        self.all.push(Exception { tags: u16::from_le_bytes([low, high]), pattern, conditions });
        Some(rest)
    }

    /// Those of the entries that begin with a word, and those of any entry for `""`.
    fn get(&self, first_word: &str) -> Exceptions {
        Exceptions(self.by_first_word.get(first_word).copied().unwrap_or_default())
    }
}

impl Exception {
    fn is_about(&self, entry: &Entry<'_>) -> bool {
        self.tags & 1 << entry.tag as u16 != 0 && (self.tags & OPEN != 0 || self.pattern == entry.pattern)
    }
}

/// The exceptions that an entry may have by its first word: where they begin in the list, in the upper half, and how many
/// they are.
#[derive(Clone, Copy)]
pub(super) struct Exceptions(u32);

impl Exceptions {
    /// Those of an entry.
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        LIST.get(first_word(entry.pattern))
    }

    /// Whether one of them holds for their entry at a place, or one of those of any entry.
    #[inline(never)]
    pub(super) fn hold(self, context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
        let find = Find { context, entry, tokens };
        self.one_holds(&find) || LIST.of_any.one_holds(&find)
    }

    fn one_holds(self, find: &Find<'_>) -> bool {
        let start = (self.0 >> 16) as usize;
        let mut range = start..start + (self.0 & 0xFFFF) as usize;
        range.any(|index| {
            let holds = LIST
                .all
                .get(index)
                .is_some_and(|exception| exception.is_about(find.entry) && find.meets(exception.conditions));
            #[cfg(test)]
            if holds {
                tests::note(index, find.entry);
            }
            holds
        })
    }
}
