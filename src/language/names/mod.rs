//! Names of people, organisations and places, by capital letters, parts of speech and short word lists.
//!
//! Capital letters mark names in running English text, except where every word has one: at the beginning of a
//! sentence and in headlines. There a word is taken for a name only if the article writes it with a capital
//! elsewhere, or a list knows it (Mikheev 1999, "A knowledge-free method for capitalized word disambiguation").
//! [`runs`] finds the names, [`titles`] what stands before them, [`groups`] tells which are the same, [`kinds`] guesses what they
//! stand for, [`links`] ties short forms to long ones.

mod capitals;
mod facts;
mod groups;
mod kinds;
mod links;
mod runs;
#[cfg(test)]
mod tests;
mod titles;

use super::{Name, Sentence, Token, WordId, Words};
use crate::language::RuleWord;
use crate::packed::facts::Facts;
pub(crate) use kinds::is_listed_place;

/// What the steps share.
struct Text<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: &'t Words,
    /// By word id.
    facts: Vec<Facts>,
}

impl Text<'_> {
    #[inline(always)]
    fn facts(&self, token: usize) -> Facts {
        self.tokens.get(token).map_or(Facts::default(), |token| self.facts_of(token.word))
    }

    #[inline(always)]
    fn facts_of(&self, word: WordId) -> Facts {
        self.facts.get(word.0 as usize).copied().unwrap_or_default()
    }

    fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.words.lower_text(token.word))
    }

    /// The first letter of a token in lower case, which the text tells of nearly all.
    fn initial(&self, token: usize) -> Option<char> {
        let start = self.tokens.get(token)?.span.start as usize;
        match self.text.as_bytes().get(start) {
            Some(letter) if letter.is_ascii() => Some(char::from(letter.to_ascii_lowercase())),
            _ => self.lower(token).chars().next(),
        }
    }

    fn is_word(&self, token: usize, words: &[RuleWord]) -> bool {
        self.rule_word(token).is(words)
    }

    fn rule_word(&self, token: usize) -> RuleWord {
        self.tokens.get(token).map_or(RuleWord::NONE, |token| token.rule_word)
    }

    fn is(&self, token: usize, fact: Facts) -> bool {
        self.facts(token).any(fact)
    }

    /// Whether a token begins with a capital letter. Most say themselves that they do not, without a look at the facts.
    #[inline(always)]
    fn is_capital(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| self.has_capital(token))
    }

    #[inline(always)]
    fn has_capital(&self, token: &Token) -> bool {
        !token.is_lower && self.facts_of(token.word).any(Facts::CAPITAL)
    }
}

/// The names of an English text, in its order.
#[inline(never)]
pub(super) fn find(text: &str, tokens: &[Token], sentences: &[Sentence], words: &Words) -> Vec<Name> {
    let text = Text { text, tokens, words, facts: facts::of_all(words) };
    let (mut names, groups) = runs::find(&text, sentences);
    links::link(&text, &mut names, groups);
    names
}
