//! Tokens and sentences after UAX #29, through `unicode-segmentation`; a sentence never leaves its block.

use unicode_segmentation::UnicodeSegmentation;

use super::{Sentence, Tag, Token, TokenRange, Words};
use crate::article::Block;
use crate::span::Span;

/// Tokens and sentences of every block.
pub(super) fn segment(text: &str, blocks: &[Block], words: &mut Words) -> (Vec<Token>, Vec<Sentence>) {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let from = block.span.start as usize;
        for (at, sentence) in block.span.of(text).split_sentence_bound_indices() {
            let start = from + at + (sentence.len() - sentence.trim_start().len());
            let sentence = sentence.trim();
            let first = tokens.len() as u32;
            for (at, word) in sentence.split_word_bound_indices() {
                if !word.trim().is_empty() {
                    let span = Span::new(start + at, start + at + word.len());
                    tokens.push(Token { span, word: words.intern(word), tag: Tag::X });
                }
            }
            if !sentence.is_empty() {
                sentences.push(Sentence {
                    span: Span::new(start, start + sentence.len()),
                    tokens: TokenRange { start: first, end: tokens.len() as u32 },
                    block: index as u32,
                });
            }
        }
    }
    (tokens, sentences)
}
