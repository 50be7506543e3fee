//! Imperatives: a sentence that opens with a bare verb asks for the act (Searle 1976, directives; Huddleston &
//! Pullum 2002, ch. 10). No list of words tells them; their place does.

use super::context::Context;
use super::holder::Holders;
use super::lexicon::Rule;
use super::target::is_capital;
use crate::analysis::{Stance, StanceTag};
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{NEGATIONS, Tag, words};

/// Name of the one rule.
pub(super) const RULE: &str = "demand.rule.imperative";

pub(super) fn rules() -> impl Iterator<Item = Rule> {
    [Rule {
        id: RULE.to_owned(),
        tag: StanceTag::Demand,
        reason: "A sentence that opens with a bare verb asks somebody to act.".to_owned(),
        source: "Searle 1976 (directives)".into(),
    }]
    .into_iter()
}

/// The imperatives at the head of a sentence, of a quotation inside it ("they chanted “Save our school”") and of what
/// follows a condition ("If you smell gas, leave the house").
#[inline(never)]
pub(super) fn find(context: &Context<'_>, holders: &mut Holders<'_>) -> Vec<Stance> {
    let start = context.tokens.start;
    // "Want to come?"
    if (start..context.tokens.end).rev().take(2).any(|at| context.is(at, words!["?"])) {
        return Vec::new();
    }
    let conditional = context.is(start, words!["if", "when", "before", "once"]);
    let comma = |at| conditional && context.is(at, words![","]);
    let mut found: Vec<Stance> = imperative_at(context, start, holders).into_iter().collect();
    let tokens = context.reading.tokens.get(context.tokens.clone()).unwrap_or_default();
    for (at, token) in (start..).zip(tokens) {
        let brings_in = match token.tag {
            Tag::Punct => comma(at) || opens_quotation(context, at),
            // "If it rains, definitely stay"
            Tag::Adv => comma(at.wrapping_sub(1)),
            _ => false,
        };
        if (brings_in || token.rule_word.is(words!["please"])) && context.tokens.contains(&(at + 1)) {
            found.extend(imperative_at(context, at + 1, holders));
        }
    }
    found
}

/// Whether a sign opens a quotation that a pause or a verb of calling brings in.
#[inline(never)]
fn opens_quotation(context: &Context<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    context.is_quote(at)
        && (context.is(before, words![",", ":", "and"])
            || one_of!(context.lower(before), "chanted chanting read reads shouted shouting says yelled"))
}

/// The imperative at a place, perhaps behind "but", "please" or "do not".
#[inline(never)]
fn imperative_at(context: &Context<'_>, mut at: usize, holders: &mut Holders<'_>) -> Option<Stance> {
    while context.is_quote(at)
        || context.is(at, words!["but", "so", "then", "and", "now", "just", ",", "instead", "please"])
            && at < context.tokens.end
        // "Frankly, leave it."
        || context.tag(at) == Tag::Adv && context.is(at + 1, words![","])
    {
        at += 1;
    }
    let please = context.is(at.wrapping_sub(1), words!["please"]);
    let not = context.is(at, words!["do"]) && context.is(at + 1, NEGATIONS);
    let never = context.is(at, words!["never", "always"]);
    let verb = if not { context.skip_adverbials(at + 2) } else { at + usize::from(never) };
    let word = || context.lower(verb);
    let is_verb = match context.tag(verb) {
        Tag::Verb => true,
        // "Fund our schools": nothing but a verb stands before a possessive.
        Tag::Noun | Tag::Propn => context.is(verb + 1, words!["our", "your", "my", "us"]),
        _ => not && word() == "be",
    };
    if !is_verb || !(not || please || asks(context, verb)) {
        return None;
    }
    let word = word();
    // "Let me add", but "Let the crews through": others are to be let.
    let lets = word == "let" && !context.is(verb + 1, words!["me", "'s", "’s", "us", "alone"]);
    if !not && !please && !lets && addresses_the_reader(word) || lemma(word, Tag::Verb) != word {
        return None;
    }
    let place = context.span(&(if not { at } else { verb }..verb + 1));
    Some(Stance {
        span: place,
        tag: StanceTag::Demand,
        holder: holders.scope(place),
        target: context.clause_from(verb).map(|clause| context.span(&clause)),
        polarity: 0,
        strength: 2,
        rule: RULE.into(),
    })
}

/// Whether what follows a bare verb is its object or adverbial, rather than a verb of which it is the subject.
fn asks(context: &Context<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let word = context.lower(next);
    match context.tag(next) {
        // "Talk about the end is rife": the subject of what follows.
        Tag::Adp => {
            let inside = |at: &usize| {
                matches!(context.tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Adp)
            };
            let end = (next..context.tokens.end).find(|at| !inside(at));
            end.is_none_or(|end| context.tag(end) != Tag::Aux)
        }
        // "Concern that it fails": a noun.
        Tag::Sconj => !one_of!(word, "that as after"),
        Tag::Det | Tag::Adv | Tag::Part => true,
        Tag::Pron => !one_of!(word, "i we he she they who which"),
        Tag::Verb => word.ends_with("ing"),
        Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num => {
            // "Police arrest man": a headline whose subject looks like a verb.
            !(next..(next + 6).min(context.tokens.end))
                .take_while(|&at| !context.is(at, words![",", ";"]))
                .any(|at| context.tag(at) == Tag::Aux)
                && !opens_subject(context, verb)
        }
        Tag::Cconj => context.tag(next + 1) == Tag::Verb,
        Tag::Punct => matches!(word, "." | "!") && context.tokens.len() <= 4,
        _ => false,
    }
}

/// "Cut flowers sell well": what looks like a verb and its object is the subject of the next verb; but "Fix roads broken by
/// trucks", "Help crews save fuel".
fn opens_subject(context: &Context<'_>, verb: usize) -> bool {
    let inside = |at: &usize| {
        matches!(context.tag(*at), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num) && *at < verb + 6
    };
    let end = (verb + 1..context.tokens.end).find(|at| !inside(at)).unwrap_or(verb);
    let word = context.lower(end);
    // A participle looks like the past.
    let present = word.ends_with('s') || lemma(word, Tag::Verb) == word;
    context.tag(end) == Tag::Verb
        && end > verb
        && (present || is_capital(context, end - 1) && !word.ends_with("ing"))
        && !one_of!(word, "cut put set shut")
        && context.tag(end + 1) != Tag::Adp
        && !one_of!(context.lower(verb), "help let make watch tell give ensure demand insist hope")
}

/// Verbs in which a text turns to its reader without asking for anything.
fn addresses_the_reader(word: &str) -> bool {
    one_of!(
        word,
        "thank see read look listen say suppose imagine consider take welcome mind believe note click sign subscribe watch follow compare add enter meet remember let guess bless stay get recall share download call be have expect amid like absent suffice miss associate figure concern",
    )
}
