//! Verbs of saying in the present, beside what is said: "“It is late,” Nora Bell admits.", "The bill, its backers insist, is
//! fair." The treebanks have few of them, so the model reads nouns. But beside a quotation or inside a clause a noun
//! phrase that ends there says nothing, whereas "the mayor notes" says whose words these are.

use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{RuleWord, Tag, Token, Words, words};

/// What a quotation ends with where its clause goes on, before the closing mark.
const PAUSES: &[RuleWord] = words![",", "?", "!"];
const CLOSING: &[RuleWord] = words!["\"", "”", "''", "’"];
pub(super) const OPENING: &[RuleWord] = words!["\"", "“", "``", "‘"];

/// Whether what looks like a noun is the verb of such a clause.
#[inline(never)]
pub(super) fn says(tokens: &[Token], at: usize, words: &Words) -> bool {
    /// How many tokens a subject has at most.
    const LONGEST: usize = 8;
    let first = at.saturating_sub(LONGEST);
    let start =
        tokens[first..at].iter().rposition(|token| !is_nominal(token)).map_or(first, |at| first + at + 1);
    let subject = &tokens[start..at];
    let before = &tokens[..start];
    if before.last().is_some_and(|before| before.tag != Tag::Punct) {
        return false;
    }
    // "“It is late,” …", "“It is late”, …"
    let quoted = match before {
        [.., pause, mark] if mark.rule_word.is(CLOSING) => pause.rule_word.is(PAUSES),
        [.., mark, comma] => comma.rule_word.is(words![","]) && mark.rule_word.is(CLOSING),
        _ => false,
    };
    let (next, lower) = (tokens.get(at + 1), words.lower_text(tokens[at].word));
    let beside = match subject {
        // "“It is late,” admits Nora Bell."
        [] => quoted && next.is_some_and(|next| matches!(next.tag, Tag::Propn | Tag::Det)),
        // "Scientists caution that it is late."
        _ if next.is_some_and(|next| next.rule_word.is(words!["that"])) => {
            next.is_some_and(|next| next.tag == Tag::Sconj) && !ends_in_s(lower)
        }
        // But "“It is late,” the police report also said."
        _ if quoted => {
            let mut after = tokens[at + 1..].iter().skip_while(|next| next.tag == Tag::Adv);
            !after
                .next()
                .is_some_and(|next| is_nominal(next) || matches!(next.tag, Tag::Verb | Tag::Aux | Tag::Part))
        }
        _ => is_set_off(tokens, start, at, words),
    };
    beside && is_form_of_saying(subject, lower, words)
}

fn is_nominal(token: &Token) -> bool {
    let owned =
        token.tag == Tag::Pron && token.rule_word.is(words!["his", "her", "its", "their", "my", "our"]);
    owned
        || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
        || token.rule_word.is(words!["'s", "-", "’s"])
}

/// "Some fear that"
fn is_several(token: &Token) -> bool {
    token.rule_word.is(words!["some", "many", "others"])
}

/// Whether a word ends as the third person does, and as nouns in the plural do: "notes", but not "stress".
pub(super) fn ends_in_s(lower: &str) -> bool {
    lower.ends_with('s') && !lower.ends_with("ss")
}

/// Whether a subject from `start` on and its verb stand for themselves between two pauses within a clause, after one, or
/// before the colon of a quotation.
#[inline(never)]
fn is_set_off(tokens: &[Token], start: usize, verb: usize, words: &Words) -> bool {
    /// How far off the verb of a clause or the "and" of a list is looked for, so that time stays linear without any.
    const FARTHEST: usize = 40;
    let pause = tokens.get(verb + 1).map(|pause| pause.rule_word);
    let after = tokens.get(verb + 2);
    if pause.is_some_and(|pause| pause.is(words![":"])) {
        return after.is_some_and(|after| after.rule_word.is(OPENING));
    }
    let comma = start.checked_sub(1).filter(|&before| tokens[before].rule_word.is(words![","]));
    let Some(comma) = comma else { return false };
    // No plural follows "a" or a name: "…, a new report shows", "…, the Herald reports".
    let firm = ends_in_s(words.lower_text(tokens[verb].word))
        && (tokens[verb - 1].tag == Tag::Propn || tokens[start].rule_word.is(words!["a", "an"]))
        && !one_of!(words.lower_text(tokens[verb - 1].word), "few dozen hundred thousand couple");
    if pause.is_some_and(|pause| pause.is(words![","])) {
        // Not so "apples, garden plums, and pears", a list.
        let mut rest = tokens[verb + 1..]
            .iter()
            .take(FARTHEST)
            .take_while(|next| !matches!(next.tag, Tag::Verb | Tag::Aux) && !next.rule_word.is(words!["."]));
        let listed = after.is_some_and(|after| matches!(after.tag, Tag::Noun | Tag::Propn | Tag::Adj));
        return !rest.any(|next| next.tag == Tag::Cconj) && (firm || !listed);
    }
    let clause = tokens[comma.saturating_sub(FARTHEST)..comma].iter().rev();
    let mut clause = clause.take_while(|token| !token.rule_word.is(words!["."]));
    // "…, the researchers report in a journal."
    pause.is_none_or(|pause| pause.is(words![".", "in"]))
        && (firm || clause.any(|token| matches!(token.tag, Tag::Verb | Tag::Aux)))
}

/// Whether a word is a form of a verb of saying that agrees with its subject, where it has one before it.
#[inline(never)]
fn is_form_of_saying(subject: &[Token], lower: &str, words: &Words) -> bool {
    const SAYING: &str = "acknowledge admit announce answer assert boast brag caution claim comment complain concede \
         confess confide contend counter cry declare emphasise emphasize estimate exclaim fear find \
         grumble hint insist joke lament laugh maintain muse mutter note observe plead pledge promise \
         quip read reason recall reckon recommend recount reflect reiterate remark remind repeat reply \
         report respond retort say shout show shrug sigh smile state stress suggest tweet vow warn \
         whisper wonder worry";
    /// What looks like several, and stands before another noun ("a jobs report", "the police report").
    const NO_PEOPLE: &str =
        "news sales jobs arms rights earnings statistics sports politics economics press us police";
    let verb = lemma(lower, Tag::Verb);
    let singular = lower != verb;
    if singular && !lower.ends_with('s') {
        return false;
    }
    let agrees = match subject {
        [] => singular,
        [first, ..] if !singular && first.rule_word.is(words!["a", "an"]) => false,
        [.., last] => {
            let noun = words.lower_text(last.word);
            let several =
                ends_in_s(noun) && !one_of!(noun, NO_PEOPLE) || one_of!(noun, "people women men children");
            match last.tag {
                // "The Elmford Times notes", "Democrats note"
                Tag::Propn => singular || ["ists", "ans", "ats"].iter().any(|ending| noun.ends_with(ending)),
                Tag::Noun => singular != several,
                _ => is_several(last) && !singular,
            }
        }
    };
    agrees && one_of!(&*verb, SAYING)
}
