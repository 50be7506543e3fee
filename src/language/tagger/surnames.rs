//! Words at the head of a sentence, where capitals tell nothing. Surnames may be verbs or adjectives as well: at the head of a sentence "Cook also opposes the tax" the model asks
//! for an act. What the article calls somebody in full ("Tim Cook") is a name there, too (Mikheev 1999), if a verb
//! with a tense follows.

use super::is_english_word;
use crate::bytes::one_of;
use crate::known_names::listed;
use crate::language::lemma::lemma;
use crate::language::{Sentence, Tag, Token, Words, words};
use crate::packed::facts::Facts;

/// Makes names of such words.
#[inline(never)]
pub(super) fn mend(tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    let mut is_surname = vec![false; words.len()];
    for at in 1..tokens.len() {
        if ends_name(tokens, at, words) {
            is_surname[tokens[at].word.0 as usize] = true;
            if tokens[at].tag == Tag::Verb {
                tokens[at].tag = Tag::Propn;
            }
        }
    }
    for sentence in sentences {
        let Some(tokens) = tokens.get_mut(sentence.tokens.range()) else { continue };
        let head = tokens.iter().take_while(|token| token.tag == Tag::Punct).count();
        let Some(token) = tokens.get(head) else { continue };
        let tag = match token.tag {
            Tag::Verb | Tag::Adj | Tag::Aux if is_surname[token.word.0 as usize] => Tag::Propn,
            Tag::Propn if is_plural(words.lower_text(token.word)) => Tag::Noun,
            _ => continue,
        };
        if acts(tokens, head, words) {
            tokens[head].tag = tag;
        }
    }
}

/// Nouns for people that the model takes for names at the head of a text: "Reporters asked".
fn is_plural(lower: &str) -> bool {
    one_of!(
        lower,
        "reporters editors representatives legislators historians administrators engineers actors nominees anchors"
    )
}

/// Whether a word with a capital stands behind a given name and ends the full name: "Tim | Cook".
fn ends_name(tokens: &[Token], at: usize, words: &Words) -> bool {
    let (first, last) = (tokens[at - 1], tokens[at]);
    let capital = |token: &Token| !token.is_lower && words.text(token.word).starts_with(char::is_uppercase);
    // "Nora Bell Says", "The Bridge Closed for Repair" in a headline are no names.
    let plain = |lower: &str| {
        lemma(lower, Tag::Verb) == lower
            || !is_english_word(lower) && !(lower.len() > 5 && lower.ends_with("ed"))
    };
    let runs_on = at > 1 && tokens[at - 2].is_lower && tokens[at - 2].tag != Tag::Punct;
    matches!(last.tag, Tag::Propn | Tag::Verb | Tag::Adj | Tag::Noun)
        && matches!(first.tag, Tag::Propn | Tag::Noun | Tag::X)
        && capital(&first)
        && capital(&last)
        && !tokens.get(at + 1).is_some_and(capital)
        && words.text(first.word).contains(char::is_lowercase)
        // "met Jo Reed": capitals in running text.
        && (runs_on || listed(words.text(first.word)).has(Facts::FIRST_NAME))
        && (last.tag != Tag::Verb || plain(words.lower_text(last.word)))
}

/// Whether a verb with a tense follows, perhaps behind adverbs: "also opposes", "no longer backs", "is".
fn acts(tokens: &[Token], head: usize, words: &Words) -> bool {
    let adverb = |token: &&Token| {
        token.tag == Tag::Adv || token.rule_word.is(words!["no", "longer", "never", "also", "hardly"])
    };
    let next = head + 1;
    let verb = next + tokens.iter().skip(next).take_while(adverb).count();
    tokens.get(verb).is_some_and(|verb| {
        let lower = words.lower_text(verb.word);
        verb.tag == Tag::Aux
            || verb.tag == Tag::Verb && !lower.ends_with("ing") && lemma(lower, Tag::Verb) != lower
    })
}
