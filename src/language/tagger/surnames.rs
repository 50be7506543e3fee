//! Words at the head of a sentence, where capitals tell nothing. Surnames may be verbs or adjectives as well: in "Cook
//! also opposes the tax" the model asks for an act. What the article calls somebody in full ("Tim Cook") is a name
//! there, too (Mikheev 1999), if a verb with a tense follows.

use std::ops::Range;

use crate::known_names::listed;
use crate::language::lemma::lemma;
use crate::language::{Tag, Token, WordId, Words};
use crate::packed::facts::Facts;

/// The surnames of an article, and what they may make names of.
pub(super) struct Surnames<'w> {
    words: &'w Words,
    /// By word id.
    known: Vec<bool>,
    /// The name or noun with a capital right before the next token.
    before: Option<WordId>,
    /// Heads of sentences that are names if they are surnames.
    heads: Vec<u32>,
}

impl<'w> Surnames<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        Self { words, known: vec![false; words.len()], before: None, heads: Vec::new() }
    }

    /// Reads the sentence after the last one read.
    #[inline(never)]
    pub(super) fn read(&mut self, tokens: &mut [Token], sentence: Range<usize>) {
        for at in sentence.clone() {
            let ends = tokens.get(at + 1).is_none_or(|next| next.is_lower);
            let Some(token) = tokens.get_mut(at).filter(|token| !token.is_lower) else {
                self.before = None;
                continue;
            };
            if let Some(first) = self.before
                && ends
                && let Some(known) = self.known.get_mut(token.word.0 as usize)
            {
                *known = true;
                if token.tag == Tag::Verb
                    && is_plain(token, self.words)
                    && listed(self.words.text(first)).has(Facts::FIRST_NAME)
                {
                    token.tag = Tag::Propn;
                }
            }
            self.before = matches!(token.tag, Tag::Propn | Tag::Noun).then_some(token.word);
        }
        self.note_head(tokens, sentence);
    }

    /// Notes the head of a sentence that may be a name.
    fn note_head(&mut self, tokens: &[Token], sentence: Range<usize>) {
        let mut ahead = sentence.filter_map(|at| Some((at, tokens.get(at)?)));
        let Some((at, head)) = ahead.find(|(_, token)| token.tag != Tag::Punct) else { return };
        if !head.is_lower
            && matches!(head.tag, Tag::Verb | Tag::Adj | Tag::Aux)
            && let Some((_, verb)) = ahead.find(|(_, token)| token.tag != Tag::Adv)
            && (verb.tag == Tag::Aux || verb.tag == Tag::Verb && !is_plain(verb, self.words))
        {
            self.heads.push(at as u32);
        }
    }

    /// Makes names of the heads that are surnames, once all sentences are read.
    pub(super) fn mend_heads(self, tokens: &mut [Token]) {
        for at in self.heads {
            if let Some(head) = tokens.get_mut(at as usize)
                && self.known.get(head.word.0 as usize) == Some(&true)
            {
                head.tag = Tag::Propn;
            }
        }
    }
}

/// Whether a verb stands in its plain form, as in an imperative.
#[inline(never)]
fn is_plain(verb: &Token, words: &Words) -> bool {
    let lower = words.lower_text(verb.word);
    lemma(lower, Tag::Verb) == lower
}
