//! Verbs of saying in the present, beside what is said: "“It is late,” Nora Bell admits.", "The bill, its backers insist, is
//! fair." The treebanks have few of them, so the model reads nouns. But beside a quotation or inside a clause a noun
//! phrase that ends there says nothing, whereas "the mayor notes" says whose words these are.

use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{RuleWord, Tag, Token, Words, words};

/// What a quotation ends with where its clause goes on, before the closing mark.
const PAUSES: &[RuleWord] = words![",", "?", "!"];
const CLOSING: &[RuleWord] = words!["\"", "”", "''", "’"];
const OPENING: &[RuleWord] = words!["\"", "“", "``", "‘"];

/// Whether what looks like a noun is the verb of such a clause.
#[inline(never)]
pub(super) fn is_verb(tokens: &[Token], at: usize, words: &Words) -> bool {
    /// How many tokens a subject has at most.
    const LONGEST: usize = 8;
    let first = at.saturating_sub(LONGEST);
    let start =
        tokens[first..at].iter().rposition(|token| !is_nominal(token)).map_or(first, |at| first + at + 1);
    let before = tokens[..start].last();
    if before.is_some_and(|before| before.tag != Tag::Punct) {
        return false;
    }
    let subject = &tokens[start..at];
    let quoted =
        start > 1 && tokens[start - 1].rule_word.is(CLOSING) && tokens[start - 2].rule_word.is(PAUSES);
    let next = tokens.get(at + 1);
    let beside = match subject {
        // "“It is late,” admits Nora Bell."
        [] => quoted && next.is_some_and(|next| matches!(next.tag, Tag::Propn | Tag::Det)),
        // "Scientists caution that": no noun in the plural stands before another.
        [.., last] if next.is_some_and(|next| next.rule_word.is(words!["that"])) => {
            last.tag == Tag::Noun && words.lower_text(last.word).ends_with('s') || is_several(last)
        }
        _ if quoted => !next.is_some_and(is_nominal),
        _ => next.is_some_and(|next| next.tag == Tag::Punct) && is_set_off(tokens, start, at),
    };
    beside && is_form_of_saying(subject, words.lower_text(tokens[at].word), words)
}

/// "Some fear that"
fn is_several(token: &Token) -> bool {
    token.rule_word.is(words!["some", "many", "others"])
}

fn is_nominal(token: &Token) -> bool {
    let owned =
        token.tag == Tag::Pron && token.rule_word.is(words!["his", "her", "its", "their", "my", "our"]);
    owned
        || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
        || token.rule_word.is(words!["'s", "-", "’s"])
}

/// Whether a subject from `start` on and its verb stand for themselves between two pauses within a clause, after one, or
/// before the colon of a quotation.
#[inline(never)]
fn is_set_off(tokens: &[Token], start: usize, verb: usize) -> bool {
    /// How far back the verb of a clause is looked for.
    const FARTHEST: usize = 40;
    let pause = tokens[verb + 1].rule_word;
    let after = tokens.get(verb + 2);
    if pause.is(words![":"]) {
        return after.is_some_and(|after| after.rule_word.is(OPENING));
    }
    let comma = start.checked_sub(1).filter(|&before| tokens[before].rule_word.is(words![","]));
    let Some(comma) = comma else { return false };
    if pause.is(words![","]) {
        // Not so "apples, garden plums, and pears", a list.
        return after
            .is_some_and(|after| !matches!(after.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Cconj));
    }
    let clause = tokens[comma.saturating_sub(FARTHEST)..comma].iter().rev();
    let mut clause = clause.take_while(|token| !token.rule_word.is(words!["."]));
    pause.is(words!["."]) && clause.any(|token| matches!(token.tag, Tag::Verb | Tag::Aux))
}

/// Whether a word is a form of a verb of saying that agrees with its subject, where it has one before it.
#[inline(never)]
fn is_form_of_saying(subject: &[Token], lower: &str, words: &Words) -> bool {
    const SAYING: &str = "acknowledge admit announce answer assert bark beam bellow boast brag caution chuckle claim \
         comment complain concede concur confess confide contend counter cry declare emphasise emphasize \
         estimate exclaim explain fear find fume grin grumble hint insist joke lament laugh maintain muse \
         mutter note observe opine plead pledge promise quip read reason recall reckon recommend recount \
         reflect reiterate remark remember remind repeat reply report respond retort say scoff shout show \
         shrug sigh smile state stress suggest thunder tweet vow warn whisper wonder worry";
    let verb = lemma(lower, Tag::Verb);
    let singular = verb.len() < lower.len();
    let agrees = subject.last().is_none_or(|last| {
        let noun = words.lower_text(last.word);
        let several =
            noun.ends_with('s') && !noun.ends_with("ss") || one_of!(noun, "people police women men children");
        match last.tag {
            // "The Elmford Times"
            Tag::Propn => singular || several,
            Tag::Noun => singular != several,
            _ => is_several(last) && !singular,
        }
    });
    agrees && one_of!(&*verb, SAYING)
}
