//! Uses of words for and against something that take no side after all, or only where somebody speaks (Mohammad et al.
//! 2016): attacks in words told from those with weapons, help and growth from support.

use std::ops::Range;

use super::classes::is_abstract;
use super::commitment::may_act;
use super::context::Context;
use super::lexicon::Entry;
use super::lexicon::form::condition;
use super::speakers::vocabulary;
use crate::analysis::StanceTag;
use crate::bytes::{one_of, split};
use crate::language::{Tag, is_genitive, is_possessive, words};

/// "a supporting role", "promotes growth": support and opposition that are none.
#[inline(never)]
pub(super) fn is_idle_position(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before_token = tokens.start.wrapping_sub(1);
    let before = context.lower(before_token);
    // "Anti-tank missiles", "anti-ageing cream": a kind of thing, and on nobody's side.
    const TECHNICAL: &str =
        "tank aircraft submarine missile virus cancer ageing aging inflammatory oxidant social";
    let after = |at: usize| context.lower(at).strip_prefix("anti-").unwrap_or(context.lower(tokens.end));
    if entry.frame & condition::TARGET_NEAR != 0 && one_of!(after(tokens.end - 1), TECHNICAL) {
        return true;
    }
    match context.lower(tokens.start) {
        // "evidence to support the charge", "money used to support it": on nobody's side.
        "support" | "supports" | "supported" | "supporting"
            if context.tag(tokens.start) == Tag::Verb
                && ((tokens.end..tokens.end + 3).any(|at| {
                    one_of!(
                        context.lower(at),
                        "accusation accusations allegation allegations claim claims theory hypothesis charge charges",
                    )
                }) || before == "to" && one_of!(context.lower(tokens.start.wrapping_sub(2)), "used capacity")) =>
        {
            true
        }
        // "is credited with the find", "likely to be approved": no side is taken, or not yet.
        _ if context.is_passive(tokens.start)
            && (entry.pattern == "credit" && context.lower(tokens.end) == "with"
                || before == "be"
                    && context.is(tokens.start.wrapping_sub(2), words!["to"])
                    && !(tokens.end..tokens.end + 3).any(|at| context.is(at, words!["by"]))) =>
        {
            true
        }
        // "accused critics of bullying": what they did.
        _ if context.is(tokens.end - 1, words!["of"])
            && context.lower(before_token).starts_with("accus")
            && !(tokens.end..tokens.end + 6).any(|at| context.is(at, words!["of"])) =>
        {
            true
        }
        // "defends itself": no other is meant; "was promoted to director"
        _ if one_of!(
            context.lower(tokens.end),
            "himself herself itself themselves ourselves myself yourself",
        ) || entry.pattern == "promote" && context.is(tokens.end, words!["to", "from"]) =>
        {
            true
        }
        // "did not accept the deal", "cannot tolerate it": a side only where it is refused.
        _ if matches!(entry.pattern, "accept" | "tolerate" | "condone" | "trust" | "like" | "want") => {
            context.negation(tokens.start).is_none()
        }
        // "Park supporters", "gun rights advocates": of somebody or something that is named.
        _ if tokens.len() == 1
            && matches!(entry.pattern, "supporter" | "backer" | "loyalist" | "advocate" | "admirer" | "devotee" | "foe")
            && context.tag(tokens.start) == Tag::Noun =>
        {
            let lower = context.lower(tokens.start);
            !(context.tag(before_token) == Tag::Propn
                || entry.pattern == "advocate" && lower.ends_with('s') && context.tag(before_token) == Tag::Noun)
        }
        // "took on the mayor", but "took on a new role"
        _ if entry.pattern == "take on" => !names_then(context, tokens.end, |at| {
            let head = context.rule_word(at - 1);
            matches!(context.tag(at - 1), Tag::Propn)
                || vocabulary::can_act(head)
                || one_of!(context.lower(at - 1), "establishment interests lobby regime him her them")
        }),
        // "Police questioned the student"; but "questioned his fitness": of what somebody has or is.
        _ if entry.pattern == "question" => !names_a_quality(context, tokens),
        // "refused to answer": who keeps something back opposes nothing; "refused to back it" is told by "back".
        _ if entry.pattern == "refuse" => {
            !context.is(tokens.end, words!["to"])
                || context.negation(tokens.start).is_some()
                || one_of!(
                    context.lower(context.skip_adverbs(tokens.end + 1)),
                    "answer say give discuss comment call support back endorse accept condemn elaborate respond name reveal \
                     release disclose speculate confirm testify speak take be eat believe",
                )
                // "The engine refused to start"
                || context.subject_of(tokens.start).is_none_or(|subject| !may_act(context, subject))
        }
        _ if entry.pattern == "warn" => !names_then(context, tokens.end, |at| context.is(at, words!["against"])),
        // "dismissed him as a clown", but "dismissed him as coach"
        "dismiss" | "dismisses" | "dismissed" | "dismissing" => {
            !names_then(context, tokens.end, |at| {
                context.is(at, words!["as"]) && matches!(context.tag(at + 1), Tag::Det | Tag::Adv)
            })
        }
        _ if matches!(entry.pattern, "hit" | "knock" | "hammer" | "rip") => !is_reproach(context, tokens.end),
        // "standing by the gate", but "standing by the mayor", "by this decision"
        "standing" => {
            entry.pattern == "stand by"
                && context.is(tokens.end, words!["the", "a", "an"])
                && names_then(context, tokens.end, |at| {
                    !may_act(context, tokens.end..at)
                        && !one_of!(context.lower(at - 1), "decision plan policy claim story report statement promise deal")
                })
        }
        // "slammed the door"
        _ if matches!(entry.pattern, "slam" | "blast")
            && names_then(context, tokens.end, |at| {
                one_of!(context.lower(at - 1), "door doors ball brakes shot phone")
            }) =>
        {
            true
        }
        // "Rovers tore into the visitors", "rounded on the ninth hole": a game.
        _ if matches!(entry.pattern, "tear into" | "round on")
            && (is_violent(context)
                || context.subject_of(tokens.start).is_none_or(|subject| !may_act(context, subject))) =>
        {
            true
        }
        // "troops attacked the town", "fight the fire"
        _ if is_fight(entry.pattern) => is_violent(context) || !is_of_words(context, entry, tokens),
        // "formal complaints", "after the protests": of somebody's only.
        "complaint" | "complaints" | "protest" | "protests"
            if context.tag(tokens.start) == Tag::Noun && tokens.len() == 1 =>
        {
            !is_owned(context, tokens)
        }
        // "an endorsement deal"
        "endorsement" | "endorsements" if tokens.len() == 1 && context.tag(tokens.end) == Tag::Noun => true,
        // "hate speech", "hate crimes", "I hate to say it"
        "hate" if one_of!(context.lower(tokens.end), "speech crime crimes mail group groups to") => true,
        // "a highly respected judge"
        "respected" | "admired" | "valued" | "prized" | "celebrated"
            if context.tag(before_token) == Tag::Adv && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn | Tag::Adj) =>
        {
            true
        }
        // "celebrated by dancing"
        "celebrated" if context.lower(tokens.end) == "by" && context.is_gerund(tokens.end + 1) => true,
        // "60 % support"
        "support" if context.tag(tokens.start) == Tag::Noun && one_of!(before, "% percent") => true,
        // "The expansion promotes growth", "demand supported by cuts in rates": it is on nobody's side.
        _ if matches!(entry.pattern, "promote" | "support" | "counter" | "tackle" | "favour")
            && entry.parts_of_speech & 1 << Tag::Noun as u32 == 0
            && is_of_things(context, tokens) =>
        {
            true
        }
        // "in approved cabinets", "the rejected bid"
        word if word.ends_with("ed") && tokens.len() == 1 => {
            let at = tokens.start.wrapping_sub(1);
            let inside = matches!(context.tag(at), Tag::Adp | Tag::Det | Tag::Num)
                || context.is_quote(at)
                || context.is(at, words!["-"]);
            // "The study was supported by the Moss Fund": it was paid for.
            let paid = word == "supported"
                && context.is_passive(tokens.start)
                && context.subject_of(tokens.start).is_some_and(|subject| {
                    context.is(subject.end - 1, words!["study", "research", "work", "project", "survey"])
                });
            inside && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn) || paid
        }
        // "is committed to mending it": a promise.
        "committed" if context.is_gerund(tokens.end + usize::from(context.is_quote(tokens.end))) => true,
        // "backing down from": it gives way.
        "backing" if tokens.len() > 2 => true,
        // "a supporting role", "the opposing side"
        "supporting" | "opposing" => {
            one_of!(context.lower(tokens.end), "role roles cast documents") || context.tag(tokens.start.wrapping_sub(1)) == Tag::Det
                && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn)
        }
        // "financial support", "air support".
        "support" | "backing"
            if entry.tag == StanceTag::Support
                && context.tag(tokens.start) == Tag::Noun
                && tokens.len() == 1 =>
        {
            // "a support group"
            context.tag(tokens.end) == Tag::Noun
                || matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Adj)
                    && !matches!(before, "strong" | "full" | "public")
        }
        _ => false,
    }
}

/// Whether a noun is somebody's: "their protest", "worker protests", "a protest by".
pub(super) fn is_owned(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.wrapping_sub(1);
    let owned = is_possessive(context.rule_word(before))
        || is_genitive(context.rule_word(before))
        || context.is(tokens.end, words!["by"])
        || context.tag(before) == Tag::Noun;
    owned && context.tag(tokens.end) != Tag::Noun
}

/// Whether what a verb is about is something that somebody has or is: "his motives", "the wisdom of the plan".
fn names_a_quality(context: &Context<'_>, tokens: &Range<usize>) -> bool {
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
fn is_of_things(context: &Context<'_>, tokens: &Range<usize>) -> bool {
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

/// Verbs and nouns for what is done with weapons as well as with words.
fn is_fight(pattern: &str) -> bool {
    matches!(pattern, "attack" | "attack on" | "attack from" | "fight")
}

/// Whether an article tells of violence, games or disease, in which attacks and fights are those.
fn is_violent(context: &Context<'_>) -> bool {
    const SIGNS: &str = "killed wounded injured bomb bombs bombing bombings gunman gunmen terror terrorist terrorists \
        soldiers troops militants missiles airstrikes murder murdered rape raped shooting stabbed stabbing knife \
        hackers malware virus cancer infection striker midfielder firefighters";
    split(SIGNS, b' ').any(|sign| context.reading.words.get(sign).is_some())
}

/// Whether an attack has somebody or something that is told of, so that words can do it: "their attack on the plan",
/// "Republican attacks", "under attack".
fn is_of_words(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
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
fn is_reproach(context: &Context<'_>, from: usize) -> bool {
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
