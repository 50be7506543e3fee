//! Parts of speech by the shape of the word alone: a first version, right about punctuation and numbers.

use super::{Sentence, Tag, Token, Words};

/// Tags every token in place.
pub(super) fn tag(tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    for sentence in sentences {
        for (position, token) in tokens[sentence.tokens.range()].iter_mut().enumerate() {
            token.tag = by_shape(words.text(token.word), position == 0);
        }
    }
}

fn by_shape(word: &str, first: bool) -> Tag {
    let mut characters = word.chars();
    match characters.next() {
        Some(c) if c.is_numeric() => Tag::Num,
        Some(c) if c.is_uppercase() && !first => Tag::Propn,
        Some(c) if c.is_alphabetic() => Tag::Noun,
        Some(c) if "$€£%+=<>°©®™#§".contains(c) => Tag::Sym,
        _ => Tag::Punct,
    }
}
