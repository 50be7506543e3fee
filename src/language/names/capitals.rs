//! Where capital letters tell something: inside a sentence that is no headline.

use super::Text;
use crate::language::{Sentence, Tag, WordId, words};
use crate::packed::facts::Facts;

/// What the capital letters of an article tell.
pub(super) struct CapitalLetters {
    /// For each sentence whether they tell nothing there.
    pub(super) headlines: Vec<bool>,
    /// By word id.
    pub(super) evidence: Vec<Evidence>,
}

/// How often a word stands where capital letters tell something: 0 for never, 2 for more often than the other way, else 1.
/// Counts would take four times the room, and every name asks for those of its words.
#[derive(Clone, Copy)]
pub(super) struct Evidence {
    /// With a capital letter inside a sentence that is no headline.
    pub(super) capital: u8,
    /// In lower case.
    pub(super) lower: u8,
}

/// Whether capital letters say nothing in a sentence: most of its longer words have one, and it does not end
/// like prose, or all have one.
#[inline(never)]
fn is_headline(text: &Text<'_>, sentence: &Sentence) -> bool {
    const LONG: usize = 4;
    let tokens = text.tokens.get(sentence.tokens.range()).unwrap_or_default();
    let prose = tokens.last().is_some_and(|last| last.rule_word.is(words!["."]));
    let (mut long, mut capital) = (0, 0);
    for token in tokens.iter().skip(1) {
        if token.span.len() < LONG || matches!(token.tag, Tag::Punct | Tag::Num | Tag::Sym) {
            continue;
        }
        long += 1;
        if text.has_capital(token) {
            capital += 1;
        // Most sentences are told to be prose by one of their first words.
        } else if prose {
            return false;
        }
    }
    long >= if prose { 5 } else { 3 } && capital * 10 >= long * 7
}

impl CapitalLetters {
    /// Looks at each sentence once: whether it is a headline, and then at each of its words.
    #[inline(never)]
    pub(super) fn of(text: &Text<'_>, sentences: &[Sentence]) -> Self {
        let mut headlines = Vec::with_capacity(sentences.len());
        // A word counts where its capital letter tells something, or wherever it stands in lower case.
        let mut counts = vec![0; text.words.len()];
        for sentence in sentences {
            let headline = is_headline(text, sentence);
            headlines.push(headline);
            let range = sentence.tokens.range();
            for (at, token) in range.clone().zip(text.tokens.get(range.clone()).unwrap_or_default()) {
                if !text.has_capital(token) || !headline && !begins(text, range.start, at) {
                    counts[token.word.0 as usize] += 1;
                }
            }
        }
        // Both counts of a word in one place, where a name asks for them.
        let evidence = |(id, &capital): (u32, &u32)| {
            let lower = text.words.lower(WordId(id));
            // Capital letters of mathematics have no small form.
            let written = !text.facts_of(lower).any(Facts::CAPITAL);
            let lower = if written { counts[lower.0 as usize] } else { 0 };
            let rank = |count: u32, other: u32| u8::from(count > 0) + u8::from(count > other);
            Evidence { capital: rank(capital, lower), lower: rank(lower, capital) }
        };
        let evidence = (0..).zip(&counts).map(evidence).collect();
        Self { headlines, evidence }
    }
}

/// Whether a capital letter at this token may be due to its place: first in the sentence, or in a quotation.
pub(super) fn begins(text: &Text<'_>, first: usize, token: usize) -> bool {
    const MOST: usize = 4;
    let opens = |at: usize| {
        text.is_word(at, words!["\"", "“", "‘", "'", ":", "``", "—", "–", "--", "-", "(", "[", "•", "*"])
    };
    let mut at = token;
    while at > first && token - at < MOST && opens(at - 1) {
        at -= 1;
    }
    at == first || at != token
}
