//! Parts of speech by the shape of the word alone, for languages without a trained tagger: right about punctuation
//! and numbers, and open about not knowing the rest.

use super::features::{Capitals, Case};
use crate::bytes::is_among;
use crate::language::{Sentence, Tag, Token, Words};

/// Tags every token in place: punctuation, symbols, numbers, capitalised words as names, all else as [`Tag::X`].
pub fn tag_by_shape(tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    for sentence in sentences {
        let Some(tokens) = tokens.get_mut(sentence.tokens.range()) else { continue };
        let case = |token: &Token| Case::of(words.text(token.word));
        let mut capitals = Capitals::of(tokens.iter().map(|token| (case(token), token.span.len())));
        for token in tokens {
            let case = case(token);
            let telling = capitals.telling(case);
            token.tag = match case {
                Case::Symbol if is_sign(words.text(token.word)) => Tag::Sym,
                Case::Symbol => Tag::Punct,
                Case::Number => Tag::Num,
                case if case.is_capital() && telling => Tag::Propn,
                _ => Tag::X,
            };
        }
    }
}

fn is_sign(word: &str) -> bool {
    word.chars().any(|c| is_among(c, "$€£¥₽₹%‰+=<>°©®™#§^~|"))
}
