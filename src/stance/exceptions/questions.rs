//! What exceptions ask that takes more than a look at a word: attacks in words told from those with weapons, help and
//! growth from support, a fact from what should be.

use std::ops::Range;

use super::super::classes::{is_abstract, is_participle};
use super::super::context::Context;
use super::super::lexicon::Entry;
use super::super::speakers::vocabulary;
use crate::bytes::{one_of, split};
use crate::language::{Tag, is_genitive, is_possessive, words};

/// Whether a clause says what should be, rather than what is: "insisted that it be closed".
pub(super) fn says_what_should_be(context: &Context<'_>, from: usize) -> bool {
    const REACH: usize = 20;
    let mut clause = (from..(from + REACH).min(context.tokens.end))
        .take_while(|&at| !context.is(at, words![",", ";", ".", "and"]));
    clause.any(|at| {
        context.is(at, words!["should", "must", "ought", "shall"])
            || context.is(at, words!["be"])
                && matches!(context.tag(at.wrapping_sub(1)), Tag::Noun | Tag::Propn | Tag::Pron | Tag::Part)
                && !context.is(at.wrapping_sub(1), words!["to"])
    })
}

/// "must have been late": "have" and a participle, which make a guess of "must".
pub(super) fn is_perfect(context: &Context<'_>, from: usize) -> bool {
    let have = (from..from + 3).find(|&at| context.lower(at) == "have");
    let done = have.map_or("", |have| context.lower(context.skip_adverbials(have + 1)));
    is_participle(done) || one_of!(done, "been done gone come had become")
}

/// "greater flexibility", "the strongest wind": more than another, however mild the word.
pub(super) fn is_graded(entry: &Entry<'_>, word: &str) -> bool {
    entry.strength == 1
        && (word.ends_with("er") || word.ends_with("est"))
        && word != entry.pattern
        && entry.parts_of_speech & 1 << Tag::Adj as u32 != 0
}

/// "confirmed Judge Park", but "confirmed Thursday that": whether the noun phrase that begins here is a name.
pub(super) fn begins_name(context: &Context<'_>, from: usize) -> bool {
    context.noun_phrase_after(from).is_some_and(|mut phrase| {
        phrase.all(|at| context.tag(at) == Tag::Propn && !context.lower(at).ends_with("day"))
    })
}

/// Whether a noun is somebody's: "their protest", "worker protests", "a protest by".
pub(super) fn is_owned(context: &Context<'_>, noun: usize) -> bool {
    let before = noun.wrapping_sub(1);
    let owned = is_possessive(context.rule_word(before))
        || is_genitive(context.rule_word(before))
        || context.is(noun + 1, words!["by"])
        || context.tag(before) == Tag::Noun;
    owned && context.tag(noun + 1) != Tag::Noun
}

/// Whether what a verb is about is something that somebody has or is: "his motives", "the wisdom of the plan".
pub(super) fn names_a_quality(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let object = if context.is_passive(tokens.start) {
        context.subject_of(tokens.start)
    } else {
        context.noun_phrase_after(tokens.end)
    };
    // "questioned her under oath"
    object.filter(|phrase| phrase.len() > 1).is_some_and(|mut phrase| {
        phrase.any(|at| {
            let word = context.rule_word(at);
            is_possessive(word)
                || is_genitive(word)
                || context.tag(at) == Tag::Noun && is_abstract(context.lower(at))
        })
    })
}

/// Whether whoever a verb says to support is a thing, or what is supported a measure: "the expansion", "growth".
pub(super) fn is_of_things(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let passive = context.is_passive(tokens.start) && context.lower(tokens.end) == "by";
    let whose = if passive {
        context.noun_phrase_after(tokens.end + 1)
    } else {
        context.clause_subject(tokens.start).filter(|subject| subject.len() > 1)
    };
    let head = whose.map(|phrase| {
        let of = phrase.clone().find(|&at| context.is(at, words!["of"]));
        of.unwrap_or(phrase.end).wrapping_sub(1)
    });
    let object = context.noun_phrase_after(tokens.end).filter(|_| !passive);
    head.is_some_and(|head| context.tag(head) != Tag::Propn && is_abstract(context.lower(head)))
        || object.is_some_and(|object| {
            let mut measures = split("growth consumption demand sentiment prices economy recovery", b' ');
            measures.any(|word| word == context.lower(object.end - 1))
        })
}

/// Whether an article tells of violence, games or disease, in which attacks and fights are those.
pub(super) fn is_violent(context: &Context<'_>) -> bool {
    const SIGNS: &str = "killed wounded injured bomb bombs bombing bombings gunman gunmen terror terrorist terrorists \
        soldiers troops militants missiles airstrikes murder murdered rape raped shooting stabbed stabbing knife \
        hackers malware virus cancer infection striker midfielder firefighters";
    split(SIGNS, b' ').any(|sign| context.reading.words.get(sign).is_some())
}

/// Whether an attack has somebody or something that is told of, so that words can do it: "their attack on the plan",
/// "Republican attacks", "under attack".
pub(super) fn is_of_words(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.wrapping_sub(1);
    if context.tag(tokens.start) == Tag::Verb {
        // "fight battles", "fight the good fight", "fight it out", "a hard-fought win"
        let head = plain_phrase(context, tokens.end).end - 1;
        return entry.pattern != "fight"
            || head >= tokens.end
                && matches!(context.tag(head), Tag::Noun | Tag::Propn | Tag::Pron)
                && !one_of!(
                    context.lower(head),
                    "battle battles fight war wars fire fires it all way election elections month week year",
                )
                && !context.is(before, words!["-"]);
    }
    tokens.len() > 1
        || context.lower(tokens.start) == "attacks" && !matches!(context.tag(before), Tag::Num | Tag::Propn)
        || matches!(context.tag(before), Tag::Adj) && !context.begins_noun_phrase(tokens.end)
        || is_possessive(context.rule_word(before))
        || is_genitive(context.rule_word(before))
}

/// The noun phrase that begins at a place, without what hangs on it; empty where none does.
pub(super) fn plain_phrase(context: &Context<'_>, from: usize) -> Range<usize> {
    let inside = |at: &usize| {
        matches!(context.tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
            || is_genitive(context.rule_word(*at))
    };
    from..(from..context.tokens.end).find(|at| !inside(at)).unwrap_or(context.tokens.end)
}

/// Whether the object of a verb stands before a word that `follows` asks for.
pub(super) fn names_then(context: &Context<'_>, from: usize, follows: impl Fn(usize) -> bool) -> bool {
    let object = plain_phrase(context, from);
    !object.is_empty() && follows(object.end)
}

/// "hit the mayor for missing the vote", "knocked her over the toll": what somebody is reproached with.
pub(super) fn is_reproach(context: &Context<'_>, from: usize) -> bool {
    let somebody = |at: usize| {
        matches!(context.tag(at), Tag::Propn | Tag::Pron) || vocabulary::is_office(context.rule_word(at))
    };
    names_then(context, from, |at| {
        let reason = at + 1 + usize::from(context.is(at + 1, words!["not"]));
        somebody(at - 1)
            && (context.lower(at) == "for"
                && (context.is_gerund(reason) || is_possessive(context.rule_word(reason)))
                || one_of!(context.lower(at), "over as")
                    && context.begins_noun_phrase(at + 1)
                    && !one_of!(context.lower(at + 2), "head")
                || context.lower(at) == "on"
                    && !matches!(context.tag(at + 1), Tag::Num | Tag::Propn | Tag::Pron)
                    && !one_of!(context.lower(at + 2), "head face arm back chin leg"))
    })
}
