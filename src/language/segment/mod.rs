//! Tokens and sentences. `scan` makes the tokens of a block in one pass over its bytes and `notes` after which
//! of them a sentence may end; `sentences` then decides, and `gaps` finds sentences that end without a full
//! stop. A sentence never leaves its block.

mod bytes;
mod dictionary;
pub mod gaps;
mod lexicon;
mod marks;
mod notes;
mod peek;
mod scan;
mod sentences;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub(crate) use bytes::is_invisible;
use notes::Notes;

pub use dictionary::{WordDivider, native_divider};

use super::{Sentence, Token, TokenRange, Words, is_english};
use crate::article::Block;

/// Most tokens of a sentence. Prose stays far below it (the longest sentence of the treebanks has 159), and rules
/// that look around inside a sentence stay linear on a text that never ends one.
const LONGEST_SENTENCE: usize = 500;

/// Tokens and sentences of every block of a text in this language; `divider` finds words where there are no
/// spaces.
pub(super) fn segment(
    text: &str,
    blocks: &[Block],
    language: &str,
    divider: Option<WordDivider>,
    words: &mut Words,
) -> (Vec<Token>, Vec<Sentence>) {
    // English prose has a token for every five bytes or fewer; some more save growing, which copies them all.
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut sentences = Vec::with_capacity(text.len() / 80);
    let mut notes = Notes::default();
    let elides = matches!(language.split('-').next(), Some("fr" | "it" | "ca"));
    let ways = scan::Ways { divider, elides };
    let mut looks = is_english(language).then(gaps::Looks::default);
    for (index, block) in blocks.iter().enumerate() {
        let first = tokens.len();
        notes.clear();
        scan::Scanner::new(text, words, &mut tokens, &mut notes, ways).block(block.span);
        sentences::divide(text, words, &tokens, first, &notes, looks.as_mut(), |from, to| {
            for start in (from..to).step_by(LONGEST_SENTENCE) {
                let end = to.min(start + LONGEST_SENTENCE);
                if let (Some(first), Some(last)) = (tokens.get(start), tokens.get(end - 1)) {
                    sentences.push(Sentence {
                        span: first.span.join(last.span),
                        tokens: TokenRange::new(start, end),
                        block: index as u32,
                    });
                }
            }
        });
    }
    (tokens, sentences)
}

/// What the model of [`gaps`] learns from: the features of every gap of a text that it would look at, with the end
/// of the token before.
pub fn gaps_of(text: &str, blocks: &[Block]) -> Vec<(usize, gaps::Features)> {
    let mut words = Words::with_room_for(text.len());
    let (mut tokens, mut notes, mut found) = (Vec::new(), Notes::default(), Vec::new());
    let mut looks = gaps::Looks::default();
    for block in blocks {
        let first = tokens.len();
        notes.clear();
        scan::Scanner::new(text, &mut words, &mut tokens, &mut notes, scan::Ways::default())
            .block(block.span);
        let paragraph = gaps::Paragraph::new(&words, &tokens, first, &notes, &mut looks);
        let mut apart = notes.apart.iter().map(|&next| next as usize).peekable();
        let stops = notes.stops.iter().map(|stop| stop.token as usize);
        let mut closed = first;
        // A stop closes with the token after it.
        for to in stops.chain([tokens.len()]) {
            while let Some(next) = apart.next_if(|&next| next <= to) {
                if next > closed
                    && let Some(features) = paragraph.features(next, next - closed, &mut looks)
                {
                    let end = tokens.get(next - 1).map_or(0, |token: &Token| token.span.end);
                    found.push((end as usize, features));
                }
            }
            closed = to + 1;
        }
    }
    found
}
