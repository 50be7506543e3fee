//! Words at the head of a sentence, where capitals tell nothing. Surnames may be verbs or adjectives as well: in "Cook
//! also opposes the tax" the model asks for an act. What the article calls somebody in full ("Tim Cook") is a name
//! there, too (Mikheev 1999), if a verb with a tense follows.

use crate::known_names::listed;
use crate::language::lemma::lemma;
use crate::language::{Sentence, Tag, Token, Words};
use crate::packed::facts::Facts;

/// Makes names of such words.
#[inline(never)]
pub(super) fn mend(tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    let mut is_surname = vec![false; words.len()];
    let mut before = None;
    let mut rest = tokens.iter_mut().peekable();
    while let Some(token) = rest.next() {
        let ends = !token.is_lower && rest.peek().is_none_or(|next| next.is_lower);
        if let Some(first) = before
            && ends
            && let Some(known) = is_surname.get_mut(token.word.0 as usize)
        {
            *known = true;
            if token.tag == Tag::Verb
                && is_plain(token, words)
                && listed(words.text(first)).has(Facts::FIRST_NAME)
            {
                token.tag = Tag::Propn;
            }
        }
        before = (!token.is_lower && matches!(token.tag, Tag::Propn | Tag::Noun)).then_some(token.word);
    }
    for sentence in sentences {
        let mut ahead = tokens.get_mut(sentence.tokens.range()).unwrap_or_default().iter_mut();
        let Some(head) = ahead.find(|token| token.tag != Tag::Punct) else { continue };
        let known = is_surname.get(head.word.0 as usize) == Some(&true);
        if known
            && matches!(head.tag, Tag::Verb | Tag::Adj | Tag::Aux)
            && let Some(verb) = ahead.find(|token| token.tag != Tag::Adv)
            && (verb.tag == Tag::Aux || verb.tag == Tag::Verb && !is_plain(verb, words))
        {
            head.tag = Tag::Propn;
        }
    }
}

/// Whether a verb stands in its plain form, as in an imperative.
#[inline(never)]
fn is_plain(verb: &Token, words: &Words) -> bool {
    let lower = words.lower_text(verb.word);
    lemma(lower, Tag::Verb) == lower
}
