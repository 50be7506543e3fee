//! What the scan of a block notes for the division into sentences: where one may end.

use super::lexicon::Abbreviation;

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
