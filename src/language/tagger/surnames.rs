//! Words at the head of a sentence, where capitals tell nothing. Surnames may be verbs or adjectives as well: in "Cook
//! also opposes the tax" the model asks for an act. What the article calls somebody in full ("Tim Cook") is a name
//! there, too (Mikheev 1999), if a verb with a tense follows.

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
        if !tokens[at].is_lower && ends_name(tokens, at, words) {
            is_surname[tokens[at].word.0 as usize] = true;
            if tokens[at].tag == Tag::Verb {
                tokens[at].tag = Tag::Propn;
            }
        }
    }
    for sentence in sentences {
        let range = sentence.tokens.range();
        let Some(head) = range.clone().find(|&at| tokens[at].tag != Tag::Punct) else { continue };
        let token = tokens[head];
        let tag = match token.tag {
            Tag::Verb | Tag::Adj | Tag::Aux if is_surname[token.word.0 as usize] => Tag::Propn,
            // Nouns for people that the model takes for names: "Reporters asked".
            Tag::Propn
                if one_of!(
                    words.lower_text(token.word),
                    "reporters editors representatives legislators historians administrators engineers actors"
                ) =>
            {
                Tag::Noun
            }
            _ => continue,
        };
        if acts(&tokens[head + 1..range.end], words) {
            tokens[head].tag = tag;
        }
    }
}

/// Whether a word with a capital stands behind a given name, or a name in running text, and ends the full name: "met Tim
/// | Cook". "Nora Bell Says" in a headline is none.
#[inline(never)]
fn ends_name(tokens: &[Token], at: usize, words: &Words) -> bool {
    let capital = |token: &Token| matches!(words.text(token.word).as_bytes(), [b'A'..=b'Z', small, ..] if !small.is_ascii_uppercase());
    let (first, last) = (tokens[at - 1], tokens[at]);
    let lower = words.lower_text(last.word);
    let other_form =
        lower.ends_with("ing") || lower.ends_with('s') || lower.len() > 5 && lower.ends_with("ed");
    matches!(first.tag, Tag::Propn | Tag::Noun)
        && (last.tag == Tag::Verb && !other_form || matches!(last.tag, Tag::Propn | Tag::Adj))
        && capital(&first)
        && capital(&last)
        && !tokens.get(at + 1).is_some_and(capital)
        && (at > 1 && tokens[at - 2].is_lower && tokens[at - 2].tag != Tag::Punct
            || listed(words.text(first.word)).has(Facts::FIRST_NAME))
}

/// Whether a verb with a tense follows, perhaps behind adverbs: "also opposes", "no longer backs", "is".
#[inline(never)]
fn acts(after: &[Token], words: &Words) -> bool {
    let adverb = |token: &&Token| token.tag == Tag::Adv || token.rule_word.is(words!["no", "longer"]);
    after.iter().find(|token| !adverb(token)).is_some_and(|verb| {
        let lower = words.lower_text(verb.word);
        verb.tag == Tag::Aux
            || verb.tag == Tag::Verb && !lower.ends_with("ing") && lemma(lower, Tag::Verb) != lower
    })
}
