//! Reporting clauses as news writes them. Letters and talk, of which the treebanks are full, hardly have "Green said" or
//! "the mayor notes that", so the model reads the name as an adjective and the verb as a noun. What stands beside such
//! a word decides better than the word (Church 1988): no adjective is the subject of "said", and no noun of saying
//! follows a name and brings in "that".

use crate::language::{Tag, Token, Words, words};

/// Mends names before verbs of saying, and verbs of saying after names.
#[inline(never)]
pub(super) fn mend(tokens: &mut [Token], words: &Words) {
    for at in 1..tokens.len() {
        let (before, token) = (tokens[at - 1], tokens[at]);
        let capital = words.text(before.word).starts_with(char::is_uppercase);
        if token.tag == Tag::Verb && before.tag == Tag::Adj && capital {
            let says = token.rule_word.is(words!["said", "says", "told", "tells", "added", "wrote"]);
            let many = before.rule_word.is(words!["many", "several", "most", "more", "few", "other", "such"]);
            let inside = at > 1 && matches!(tokens[at - 2].tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Part);
            if says && !many && !inside {
                tokens[at - 1].tag = Tag::Propn;
            }
        } else if token.tag == Tag::Noun && before.tag == Tag::Propn && brings_in(tokens, at) {
            tokens[at].tag = Tag::Verb;
        }
    }
}

/// Whether what looks like a noun of saying is followed as only a verb is: "notes that", "plans to leave", or, beside
/// what was said, by nothing: "…, Green notes."
fn brings_in(tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[_]| tokens.get(at).is_some_and(|token| token.rule_word.is(words));
    let tag = |at: usize| tokens.get(at).map(|token| token.tag);
    if is(at, words!["plans", "hopes"]) {
        return is(at + 1, words!["to"]) && tag(at + 2) == Some(Tag::Verb);
    }
    is(at, words!["notes", "states", "claims", "shows", "hopes"])
        && (is(at + 1, words!["that"]) && tag(at + 2) != Some(Tag::Verb)
            || is(at + 1, words![",", ".", ":"]) && at > 1 && is(at - 2, words![",", "\"", "”", "''"])
            || is(at + 1, words![",", ":"]) && is(at + 2, words!["\"", "“", "``", "''"]))
}
