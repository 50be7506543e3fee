//! Reporting clauses as news writes them. Letters and talk, of which the treebanks are full, hardly have "Green said" or
//! "the mayor notes that", so the model reads the name as an adjective and the verb as a noun. What stands beside such
//! a word decides better than the word (Church 1988): no adjective is the subject of "said", and no noun of saying
//! follows a name and brings in "that".

use super::model::Model;
use super::{clauses, speech};
use crate::bytes::one_of;
use crate::language::{RuleWord, Tag, Token, Words, words};

/// Verbs whose subject no adjective is.
const SAYS: &[RuleWord] = words!["said", "say", "says", "told", "tells", "added", "wrote"];
/// Verbs that hardly ever have anything but a clause behind them.
const BRING_CLAUSES: &[RuleWord] = words!["said", "say", "says", "argues", "insists"];
/// Forms of verbs that the model takes for nouns.
const NOTES: &[RuleWord] =
    words!["notes", "states", "claims", "shows", "show", "hopes", "plans", "points", "reads"];

/// Forms of verbs that are no nouns at all.
const NEVER_NOUNS: &[RuleWord] = words![
    "denies", "argues", "believes", "insists", "warns", "refuses", "rejects", "accuses", "opposes",
    "concludes", "predicts", "remembers", "reveals", "affirms", "expects", "pleads", "reckons", "begs",
    "hails", "presumes", "professes", "purports", "swears", "underscores", "upholds"
];

/// Mends names before verbs of saying, and verbs of saying after names.
#[inline(never)]
pub(super) fn mend(model: &Model, tokens: &mut [Token], words: &Words) {
    if tokens.first().is_some_and(|first| first.tag == Tag::Verb) && is_kind(tokens, 0, words) {
        tokens[0].tag = Tag::Adj;
    }
    if let Some(first) = tokens.first_mut().filter(|first| is_office(first)) {
        first.tag = Tag::Propn;
    }
    for at in 1..tokens.len() {
        match tokens[at].tag {
            Tag::Verb => mend_verb(model, tokens, at, words),
            Tag::Noun if is_verb(tokens, at, words) => tokens[at].tag = Tag::Verb,
            Tag::Adj | Tag::Noun if is_participle(tokens, at) => tokens[at].tag = Tag::Verb,
            Tag::Adj if is_office(&tokens[at]) => {
                tokens[at].tag = if tokens[at].is_lower { Tag::Noun } else { Tag::Propn };
            }
            Tag::Adj | Tag::Adv if is_part_of_title(tokens, at) => tokens[at].tag = Tag::Noun,
            // "a super PAC"
            Tag::Adv
                if tokens[at].rule_word.is(words!["super"])
                    && tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::Propn)) =>
            {
                tokens[at].tag = Tag::Adj;
            }
            // "vowed to sue unless"
            Tag::Propn if tokens[at].is_lower && tokens[at - 1].rule_word.is(words!["to"]) => {
                tokens[at - 1].tag = Tag::Part;
                tokens[at].tag = Tag::Verb;
            }
            // "the judge's ruling"
            Tag::Aux
                if tokens[at].rule_word.is(words!["'s", "’s"])
                    && matches!(tokens[at - 1].tag, Tag::Noun | Tag::Propn)
                    && tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Noun) =>
            {
                tokens[at].tag = Tag::Part;
            }
            Tag::Part | Tag::Adp if is_after_according(tokens, at + 1) => tokens[at].tag = Tag::Adp,
            Tag::Adp if opens_infinitive(tokens, at, words) => tokens[at].tag = Tag::Part,
            Tag::Noun if tokens[at].rule_word.is(words!["aloud"]) => tokens[at].tag = Tag::Adv,
            _ => {}
        }
        if matches!(tokens[at].tag, Tag::Verb | Tag::Aux) && opens_with_name(tokens, at - 1, words) {
            tokens[at - 1].tag = Tag::Propn;
        }
    }
}

/// Mends what looks like a verb, or the name before it.
#[inline(never)]
fn mend_verb(model: &Model, tokens: &mut [Token], at: usize, words: &Words) {
    let says = tokens[at].rule_word.is(SAYS);
    // "According to state law": no infinitive.
    if is_after_according(tokens, at)
        // "According to bank estimates, …"
        || is_after_according(tokens, at - 1)
            && tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Punct)
    {
        tokens[at].tag = Tag::Noun;
    } else if says && is_name(tokens, at - 1, words) {
        tokens[at - 1].tag = Tag::Propn;
    // "The walls shook, witnesses said."
    } else if says && (is_speakers(tokens, at - 1, words) || is_one_who_speaks(tokens, at - 1)) {
        tokens[at - 1].tag = Tag::Noun;
    } else if is_member_state(tokens, at) || is_judgment(tokens, at) {
        tokens[at].tag = Tag::Noun;
    } else if is_kind(tokens, at, words) {
        tokens[at].tag = Tag::Adj;
    // "…,” said retired teacher Ann Webb"
    } else if at > 1
        && tokens[at - 1].rule_word.is(SAYS)
        && tokens[at - 2].tag == Tag::Punct
        && tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Noun)
        && words.lower_text(tokens[at].word).ends_with("ed")
    {
        tokens[at].tag = Tag::Adj;
    }
    if tokens[at].rule_word.is(BRING_CLAUSES) {
        clauses::mend_reported(model, tokens, at, words);
    }
}

/// Whether what looks like a noun is a verb.
#[inline(never)]
fn is_verb(tokens: &[Token], at: usize, words: &Words) -> bool {
    is_after_subject(tokens, at)
        || tokens[at].rule_word.is(NOTES) && is_noun_of_saying(tokens, at, words)
        || is_no_noun(tokens, at)
        || speech::says(tokens, at, words)
}

/// Whether "according to" stands before a token.
fn is_after_according(tokens: &[Token], at: usize) -> bool {
    at > 1 && tokens[at - 1].rule_word.is(words!["to"]) && tokens[at - 2].rule_word.is(words!["according"])
}

/// "Begged the crews to spare a thought": what looks like a preposition before the base form of a verb.
#[inline(never)]
fn opens_infinitive(tokens: &[Token], at: usize, words: &Words) -> bool {
    tokens[at].rule_word.is(words!["to"])
        && tokens.get(at + 1).is_some_and(|next| {
            let verb = words.lower_text(next.word);
            next.tag == Tag::Verb && !["ing", "ed", "s"].iter().any(|ending| verb.ends_with(ending))
        })
}

#[inline(never)]
fn is_no_noun(tokens: &[Token], at: usize) -> bool {
    let out = || tokens.get(at + 1).is_some_and(|next| next.rule_word.is(words!["out"]));
    tokens[at].rule_word.is(NEVER_NOUNS) || tokens[at].rule_word.is(words!["point", "points"]) && out()
}

/// "Called on member states to act".
#[inline(never)]
fn is_member_state(tokens: &[Token], at: usize) -> bool {
    tokens[at].rule_word.is(words!["states"]) && tokens[at - 1].rule_word.is(words!["member"])
}

/// "Acting head Nora Bell", "Streaming service Elmflix": one of a kind cannot be an object without an article, so the
/// participle tells of which kind the name is.
#[inline(never)]
fn is_kind(tokens: &[Token], at: usize, words: &Words) -> bool {
    let one = |step: usize| tokens.get(at + step).is_some_and(|next| next.tag == Tag::Noun);
    let name = |step: usize| tokens.get(at + step).is_some_and(|next| next.tag == Tag::Propn);
    one(1)
        && (name(2) || one(2) && name(3))
        && !tokens[at].is_lower
        && one_of!(words.text(tokens[at].word), "Acting Streaming Building Managing Driving Betting")
}

/// "An earlier finding that": no subject of a participle is a determiner and an adjective.
fn is_judgment(tokens: &[Token], at: usize) -> bool {
    tokens[at].rule_word.is(words!["finding", "ruling"])
        && tokens[at - 1].tag == Tag::Adj
        && tokens.get(at + 1).is_some_and(|next| next.rule_word.is(words!["that"]))
}

/// "Attorney general", "Park ally Tom Bell", "the 52-year-old said": nouns that end like an adjective or an adverb.
fn is_part_of_title(tokens: &[Token], at: usize) -> bool {
    let (before, token) = (tokens[at - 1], tokens[at]);
    token.tag == Tag::Adv && token.rule_word.is(words!["ally"])
        || at > 1
            && token.rule_word.is(words!["old"])
            && tokens[at - 2].rule_word.is(words!["year"])
            && tokens.get(at + 1).is_some_and(|next| !matches!(next.tag, Tag::Noun | Tag::Propn | Tag::Adj))
        || token.tag == Tag::Adj
            && token.rule_word.is(words!["general"])
            && before.rule_word.is(words!["attorney", "surgeon", "solicitor"])
}

/// "Undersecretary for Trade Nora Bell": an office that ends like an adjective.
fn is_office(token: &Token) -> bool {
    token.tag == Tag::Adj && token.rule_word.is(words!["superintendent", "undersecretary"])
}

/// Whether what looks like an adjective or an auxiliary before a verb of saying is a name.
#[inline(never)]
fn is_name(tokens: &[Token], at: usize, words: &Words) -> bool {
    let token = tokens[at];
    let many = token.rule_word.is(words!["many", "several", "most", "more", "few", "other", "such"]);
    let inside = at > 0 && matches!(tokens[at - 1].tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Part);
    // "Green said", "Will wrote"
    let like_name =
        token.tag == Tag::Adj || token.tag == Tag::Aux && token.rule_word.is(words!["will", "may"]);
    like_name && words.text(token.word).starts_with(char::is_uppercase) && !many && !inside
}

/// "Beijing rejected", "Elmflix insists": a word with a capital between a pause and a verb, which is neither adjective nor
/// adverb, as the dictionary would know it, or its letters would tell: "Undeterred stood", "Therein lies".
#[inline(never)]
fn opens_with_name(tokens: &[Token], at: usize, words: &Words) -> bool {
    let token = tokens[at];
    let opens = at == 0 || tokens[at - 1].tag == Tag::Punct;
    // Most words before a verb are in small letters, which costs no look at the word.
    if !opens || token.is_lower {
        return false;
    }
    let lower = words.lower_text(token.word);
    let taken = match token.tag {
        Tag::Adj | Tag::Adv | Tag::Intj | Tag::Aux => true,
        // "Boeing denies it": no act insists on anything.
        Tag::Verb => {
            let insists =
                words!["insists", "denies", "refuses", "rejects", "opposes", "warns", "argues", "believes"];
            lower.ends_with("ing") && tokens[at + 1].rule_word.is(insists)
        }
        _ => false,
    };
    let like_adverb = || {
        ["ly", "ed", "ward", "most"].iter().any(|ending| lower.ends_with(ending))
            || ["un", "over", "here", "there", "where"].iter().any(|opening| lower.starts_with(opening))
    };
    taken && !like_adverb() && !super::is_english_word(lower)
}

/// "Another resident said", but "the other said".
fn is_one_who_speaks(tokens: &[Token], at: usize) -> bool {
    at > 0
        && tokens[at].tag == Tag::Adj
        && tokens[at - 1].rule_word.is(words!["a", "an", "another", "the"])
        && !tokens[at].rule_word.is(words!["other", "former", "last"])
        && tokens.get(at + 1).is_some_and(|verb| verb.rule_word.is(words!["said", "says"]))
}

/// Whether what looks like a verb in "-s" is those who speak, since nothing else stands before the next verb.
fn is_speakers(tokens: &[Token], at: usize, words: &Words) -> bool {
    let opens = at == 0 || tokens[at - 1].tag == Tag::Punct;
    let ends = |lower: &str| lower.len() > 4 && lower.ends_with('s');
    opens && matches!(tokens[at].tag, Tag::Verb | Tag::Aux) && ends(words.lower_text(tokens[at].word))
}

/// Whether a name or a speaker stands before what looks like a noun of saying, and after it what only a verb has.
#[inline(never)]
fn is_noun_of_saying(tokens: &[Token], at: usize, words: &Words) -> bool {
    let before = tokens[at - 1];
    let (one, lower) = (before.tag == Tag::Noun, words.lower_text(before.word));
    if tokens[at].rule_word.is(words!["show"]) {
        // "…, records kept by the bank show."
        let clause = || tokens[..at].iter().rev().take_while(|token| token.tag != Tag::Punct);
        let mut kept = clause().filter(|token| token.tag == Tag::Noun);
        return (one || before.tag == Tag::Propn)
            && kept.any(|noun| words.lower_text(noun.word).strip_suffix('s').is_some_and(is_speaker))
            && tokens.get(at + 1).is_some_and(|next| next.rule_word.is(words![".", ",", "that"]));
    }
    (before.tag == Tag::Propn || one && is_speaker(lower))
        && (brings_in(tokens, at) || goes_on_as_clause(tokens, at))
}

/// "Which he views as", "many fear it will": no noun follows a pronoun of the subject, nor a noun in the singular "many".
fn is_after_subject(tokens: &[Token], at: usize) -> bool {
    /// How many adverbs there are at most: "they no longer fear".
    const ADVERBS: usize = 2;
    let adverbs = tokens[..at].iter().rev().take(ADVERBS).take_while(|token| token.tag == Tag::Adv).count();
    let Some(subject) = at.checked_sub(1 + adverbs).map(|at| tokens[at]) else { return false };
    subject.rule_word.is(words!["he", "she", "they"])
        || subject.rule_word.is(words!["many", "others"])
            && tokens[at].rule_word.is(words!["argue", "say", "feel", "fear", "hope", "claim", "doubt"])
}

/// Whether what looks like an adjective takes what only a verb does: "is promising to stay", "her father worried that".
#[inline(never)]
fn is_participle(tokens: &[Token], at: usize) -> bool {
    let (before, token) = (tokens[at - 1], tokens[at]);
    let next = |step: usize| tokens.get(at + step);
    // "The gang stole cars": scarves are rare.
    if token.rule_word.is(words!["stole", "tore", "undertook"]) && !matches!(before.tag, Tag::Det | Tag::Adj)
    {
        return true;
    }
    // "…, warning that it was late"
    if token.rule_word.is(words!["warning", "promising"])
        && before.rule_word.is(words![","])
        && next(1).is_some_and(|next| next.rule_word.is(words!["that"]))
    {
        return true;
    }
    if token.rule_word.is(words!["promising"]) {
        return next(1).is_some_and(|next| next.rule_word.is(words!["to"]))
            && next(2).is_some_and(|next| next.tag == Tag::Verb);
    }
    token.rule_word.is(words!["worried"])
        && matches!(before.tag, Tag::Noun | Tag::Propn | Tag::Pron)
        && next(1).is_some_and(|next| next.rule_word.is(words!["that"]))
}

/// Whether one of [`NOTES`] is followed as only a verb is: "notes that", "plans to leave", or, beside what was said, by
/// nothing: "…, Green notes."
fn brings_in(tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[_]| tokens.get(at).is_some_and(|token| token.rule_word.is(words));
    let tag = |at: usize| tokens.get(at).map(|token| token.tag);
    let opens_quotation = |at: usize| is(at, words!["\"", "“", "``", "''"]);
    if is(at, words!["plans", "hopes"]) || is(at, words!["claims"]) && is(at + 1, words!["to"]) {
        return is(at + 1, words!["to"]) && tag(at + 2) == Some(Tag::Verb);
    }
    if is(at, words!["points"]) {
        return is(at + 1, words!["out"]);
    }
    if is(at, words!["reads"]) && opens_quotation(at + 1) {
        return true;
    }
    is(at + 1, words!["that"]) && tag(at + 2) != Some(Tag::Verb)
        || is(at + 1, words![",", ":"]) && opens_quotation(at + 2)
}

/// Whether a noun in the singular names somebody who may say something, by its ending, or a document.
fn is_speaker(lower: &str) -> bool {
    ["or", "er", "ist", "ian", "man", "woman"].iter().any(|ending| lower.ends_with(ending))
        || one_of!(
            lower,
            "president official critic expert chief government ministry police court company union group study report \
             statement lawsuit complaint memo document notice email message sign text suit ad record poll survey headline \
             polling data math research",
        )
}

/// "The mayor claims boats are safe": a noun phrase and its verb follow, and no verb stands before.
fn goes_on_as_clause(tokens: &[Token], at: usize) -> bool {
    const LONGEST: usize = 8;
    let claims = tokens.get(at).is_some_and(|token| token.rule_word.is(words!["claims", "states", "hopes"]));
    let is_verb = |token: &Token| matches!(token.tag, Tag::Verb | Tag::Aux);
    let is_pause = |token: &Token| matches!(token.tag, Tag::Punct | Tag::Cconj | Tag::Sconj);
    let before = tokens.get(at.saturating_sub(2 * LONGEST)..at).unwrap_or_default();
    let after = tokens.get(at + 1..).unwrap_or_default();
    let subject = after.iter().take(LONGEST).take_while(|token| !is_verb(token) && !is_pause(token));
    let subject = subject.count();
    claims
        && !before.iter().rev().take_while(|token| !is_pause(token)).any(is_verb)
        && subject > 0
        && after.get(subject).is_some_and(is_verb)
        && after.get(subject - 1).is_some_and(|token| matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Pron))
        && after.first().is_some_and(|token| token.tag != Tag::Adp)
}
