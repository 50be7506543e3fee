//! Classes of words to which no language adds, each said once: rules that want more, or fewer, say so where they stand.

use super::{RuleWord, words};

/// What turns a verb into its opposite, written as one or behind an auxiliary.
pub(crate) const NEGATIONS: &[RuleWord] = words!["not", "n't", "n’t"];

/// Marks of an owner.
pub(crate) const GENITIVES: &[RuleWord] = words!["'s", "’s", "'", "’"];

/// Days of the week.
pub(crate) const DAYS: &[RuleWord] =
    words!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Months, but "may", which is mostly a verb.
pub(crate) const MONTHS: &[RuleWord] = words![
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.",
];

pub(crate) fn is_negation(word: RuleWord) -> bool {
    word.is(NEGATIONS)
}

pub(crate) fn is_genitive(word: RuleWord) -> bool {
    word.is(GENITIVES)
}

/// Determiner-like pronouns that stand inside a noun phrase.
pub(crate) fn is_possessive(word: RuleWord) -> bool {
    word.is(words!["his", "her", "its", "their", "my", "our", "your", "whose"])
}

pub(super) fn is_relative(word: RuleWord) -> bool {
    word.is(words!["who", "whom", "which", "that", "what", "whose", "whoever", "whatever"])
}
