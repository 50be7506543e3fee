//! Tokens and sentences. [`scan`] makes the tokens of a block in one pass over its bytes and notes after which
//! of them a sentence may end; [`sentences`] then decides. A sentence never leaves its block.

mod bytes;
mod lexicon;
mod marks;
mod peek;
mod scan;
mod sentences;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use super::{Sentence, Token, Words};
use crate::article::Block;

/// Tokens and sentences of every block.
pub(super) fn segment(text: &str, blocks: &[Block], words: &mut Words) -> (Vec<Token>, Vec<Sentence>) {
    // English prose has a token for every five bytes or so; a little more saves growing.
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut sentences = Vec::with_capacity(text.len() / 80);
    let mut stops = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let first = tokens.len();
        stops.clear();
        scan::Scanner::new(text, words, &mut tokens, &mut stops).block(block.span);
        sentences::divide(text, words, &tokens, first, &stops, index as u32, &mut sentences);
    }
    (tokens, sentences)
}
