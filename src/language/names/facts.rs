//! What is known of each distinct word of an article: what the lists say, and how it is written.

use crate::known_names::listed;
use crate::language::{Stopwords, WordId, Words, stopwords};
use crate::packed::facts::Facts;

/// The facts of every distinct word, in the order of their ids.
#[inline(never)]
pub(super) fn of_all(words: &Words) -> Vec<Facts> {
    let stop = stopwords::stopwords("en");
    (0..words.len() as u32).map(|id| of_word(words, WordId(id), stop)).collect()
}

#[inline(never)]
fn of_word(words: &Words, id: WordId, stop: Option<&Stopwords>) -> Facts {
    let (text, lower) = (words.text(id), words.lower_text(id));
    let mut facts = listed(text).or(shape(text));
    // A form in capitals is also what its usual form is: "UKRAINE" is looked up as it is written only.
    if words.lower(id) != id {
        facts = facts.or(listed(lower));
    }
    if lower.ends_with('.') {
        facts = facts.or(listed(lower.trim_end_matches('.')));
    }
    if stop.is_some_and(|stop| stop.contains(lower)) {
        facts = facts.or(Facts::STOP);
    }
    facts
}

#[inline(never)]
fn shape(word: &str) -> Facts {
    if !word.starts_with(char::is_uppercase) {
        return Facts::default();
    }
    let small = |c: char| !c.is_uppercase() && c != '.' && c != '&' && !c.is_ascii_digit();
    let others = word.contains(small);
    // Most words have small letters, after which no count tells more.
    let capitals = if others { 0 } else { word.chars().filter(|c| c.is_uppercase()).count() };
    match (capitals, others) {
        (1, false) if word.ends_with('.') => Facts::CAPITAL.or(Facts::INITIAL),
        (2.., false) => Facts::CAPITAL.or(Facts::ACRONYM),
        (1, false) if word.len() > 1 => Facts::CAPITAL.or(Facts::ACRONYM),
        _ => Facts::CAPITAL,
    }
}
