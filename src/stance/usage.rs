//! Uses of stance words that carry no stance after all: demands, promises and claims.

use std::ops::Range;

use super::classes::{is_claim, is_participle, is_somebody};
use super::commitment::may_act;
use super::context::Context;
use super::lexicon::Entry;
use super::positions::{is_idle_position, is_owned, names_then};
use super::speakers::vocabulary;
use super::wording::is_idle_wording;
use crate::analysis::StanceTag;
use crate::bytes::one_of;
use crate::language::{Tag, is_possessive, words};

/// "the disputed valley", "the recommended level": a participle that only tells which one is meant.
fn is_label(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.wrapping_sub(1);
    tokens.len() == 1
        && context.lower(tokens.start).ends_with("ed")
        && (matches!(context.tag(before), Tag::Det) || is_possessive(context.rule_word(before)))
        && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn)
        && !is_claim(context.lower(tokens.end))
}

/// Whether a clause says what should be, rather than what is: "insisted that it be closed".
fn says_what_should_be(context: &Context<'_>, from: usize) -> bool {
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

/// Uses of stance words that carry none.
#[inline(never)]
pub(super) fn is_idle(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    match entry.tag {
        StanceTag::Support | StanceTag::Oppose | StanceTag::Demand | StanceTag::Deny | StanceTag::Affirm
            if is_label(context, tokens) =>
        {
            true
        }
        StanceTag::Support | StanceTag::Oppose => is_idle_position(context, entry, tokens),
        StanceTag::Demand | StanceTag::Pledge => is_idle_directive(context, entry, tokens),
        StanceTag::Deny | StanceTag::Affirm | StanceTag::Distance => is_idle_claim(context, entry, tokens),
        // "not only to mend it"
        StanceTag::Counter
            if entry.pattern == "only to" && context.is(tokens.start.wrapping_sub(1), words!["not"]) =>
        {
            true
        }
        StanceTag::Counter | StanceTag::Hedge | StanceTag::Booster | StanceTag::Evaluative => {
            is_idle_wording(context, entry, tokens)
        }
    }
}

/// "a roll call", "in order to": demands and pledges that are none.
#[inline(never)]
fn is_idle_directive(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match (entry.tag, context.lower(tokens.start)) {
        (StanceTag::Demand, _) if matches!(entry.pattern, "insist") => {
            !says_what_should_be(context, tokens.end)
        }
        (StanceTag::Demand, "asked" | "asking" | "asks")
            if (tokens.end..tokens.end + 4).any(|at| context.is(at, words!["named", "identified"])) =>
        {
            true
        }
        // "the fourth time I was asked": an occasion.
        (StanceTag::Demand, "time") => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Adj | Tag::Det | Tag::Num)
        }
        // "the votes needed to win"
        (StanceTag::Demand, "needed") if next == "to" || context.is(tokens.end - 1, words!["to"]) => {
            context.tag(tokens.start.wrapping_sub(1)) == Tag::Noun
        }
        // "I have to pay", "what they need to do", "the credit she deserves": circumstances; but "what we have to do".
        (StanceTag::Demand, "have" | "need" | "got" | "deserve" | "deserves" | "deserved")
            if context.subject_of(tokens.start).is_some_and(|subject| {
                let (before, last) = (subject.start.wrapping_sub(1), subject.end - 1);
                context.is(last, words!["i"])
                    || if entry.pattern == "deserve" {
                        context.tag(before) == Tag::Noun
                    } else {
                        context.is(before, words!["what"]) && !context.is(last, words!["you", "we"])
                    }
            }) =>
        {
            true
        }
        // "make recommendations": nobody's.
        (StanceTag::Demand, "recommendation" | "recommendations") if tokens.len() == 1 => {
            !(is_owned(context, tokens) || context.tag(tokens.start.wrapping_sub(1)) == Tag::Propn)
        }
        // "The town needs water", "as needed": a want; but "we need action".
        (StanceTag::Demand, _) if entry.pattern == "need" && context.tag(tokens.start) == Tag::Verb => {
            let next = context.skip_adverbs(tokens.end);
            let asks = context.begins_noun_phrase(next) && context.first_person_before(tokens.start);
            let done = context.infinitive(next).is_some() || context.lower(next).ends_with("ing");
            !asks && !done
        }
        // "The storm threatens to cut the line": it promises nothing.
        (StanceTag::Pledge, _) if matches!(entry.pattern, "threaten" | "promise") => {
            context.tag(tokens.start) == Tag::Verb
                && context.subject_of(tokens.start).is_some_and(|subject| !may_act(context, subject))
        }
        // "weak demand for phones": what buyers want comes in mass; what somebody demands is theirs, or one thing.
        (StanceTag::Demand, "demand") if entry.pattern == "demand for" => {
            !(is_owned(context, &(tokens.start..tokens.start + 1))
                || context.is(tokens.start.wrapping_sub(1), words!["a"])
                || context.is(tokens.end, words!["a", "an", "the"])
                || context.infinitive(tokens.end).is_some())
        }
        // "appealed to voters": they like it; but "appealed to the town to help", "to the public for help".
        (StanceTag::Demand, _) if entry.pattern == "appeal to" && context.tag(tokens.start) == Tag::Verb => {
            context.infinitive(tokens.end).is_none()
                && !names_then(context, tokens.end, |at| context.is(at, words!["for"]))
        }
        // "She cannot afford to rent": who can pay for what is a fact, but "we cannot afford to wait".
        (StanceTag::Demand, "can" | "cannot" | "ca") => {
            let before = tokens.start.wrapping_sub(1);
            context.is(before, words!["i"])
                || context.tag(before) != Tag::Propn && !context.first_person_before(tokens.start)
        }
        // "must have been late" guesses.
        (StanceTag::Demand, "must") => {
            let have = (tokens.end..tokens.end + 3).find(|&at| context.lower(at) == "have");
            let done = have.map_or("", |have| context.lower(context.skip_adverbs(have + 1)));
            is_participle(done) || one_of!(done, "been done gone come had become")
        }
        // "The ferry should arrive at noon": a forecast. "What should we do?" asks, "Should they win, …" and "will act should
        // they win" are conditions.
        (StanceTag::Demand, "should") => {
            matches!(
                context.tag(context.skip_adverbs(tokens.end)),
                Tag::Pron | Tag::Det | Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj
            ) || one_of!(next, "arrive last")
        }
        (StanceTag::Demand, "having") => true,
        // "entered a plea": before a court.
        (StanceTag::Demand, "plea" | "pleas") => {
            one_of!(next, "deal deals bargain agreement")
                || one_of!(context.lower(tokens.start.wrapping_sub(2)), "enter entered entering guilty")
        }
        // "has to do with boats"
        (StanceTag::Demand, "have" | "has" | "had")
            if next == "do" && context.is(tokens.end + 1, words!["with"]) =>
        {
            true
        }
        // "is going to have to act": a duty. "was going to leave": a plan. "we are going to lose": what befalls.
        (StanceTag::Pledge, "going") => {
            one_of!(next, "have need see lose win become get know")
                || next == "find" && one_of!(context.lower(tokens.end + 1), "out that")
                || context.be_before(tokens.start).is_some_and(|be| context.is(be, words!["was", "were"]))
                || next == "be" && context.is(tokens.end + 1, words!["the"])
        }
        // "assured crews that the ice was safe": a fact.
        (StanceTag::Pledge, _) if matches!(entry.pattern, "assure" | "assurance") => {
            !(tokens.end..tokens.end + 15).any(|at| {
                one_of!(context.lower(at), "will would wo 'll ’ll 'd ’d shall never going")
                    || context.is(at, words!["to"]) && context.tag(at + 1) == Tag::Verb
            })
        }
        // "was sworn in"
        (StanceTag::Pledge, "sworn") => next == "in",
        // "insisted on Tuesday that"
        (StanceTag::Demand, _) if entry.pattern == "insist on" => next.ends_with("day"),
        // "The rise will push firms to leave"
        (StanceTag::Demand, _) if matches!(entry.pattern, "push" | "nudge") => {
            context.subject_of(tokens.start).is_some_and(|subject| !may_act(context, subject))
        }
        // "enough pledged delegates"
        (StanceTag::Pledge, "pledged") if one_of!(next, "delegate delegates votes") => true,
        // "did not respond to a request for comment": the reporter's own.
        (StanceTag::Demand, "request" | "requests")
            if (tokens.end..tokens.end + 2)
                .any(|at| one_of!(context.lower(at), "comment comments seeking interview")) =>
        {
            true
        }
        // "Many plants require shade": a want of things, not of somebody's.
        (StanceTag::Demand, _) if entry.pattern == "require" && context.tag(tokens.start) == Tag::Verb => {
            context.infinitive(tokens.end).is_none()
                && !context.begins_clause(tokens.end)
                && (context.is_passive(tokens.start)
                    || context.subject_of(tokens.start).is_none_or(|subject| !may_act(context, subject)))
        }
        // "If you want people to know", "I want you to know that"
        (StanceTag::Demand, _) if matches!(entry.pattern, "want" | "like") => {
            context.is(tokens.start.wrapping_sub(1), words!["you"])
                || before == "would" && entry.pattern == "want"
                || (tokens.end..tokens.end + 6).any(|at| {
                    context.is(at, words!["to"])
                        && one_of!(context.lower(at + 1), "know understand believe think feel win lose")
                })
        }
        // "a roll call on the bill", "a close call", "a judgment call on who is best"
        (StanceTag::Demand, "call" | "calls") => {
            one_of!(before, "roll phone telephone conference judgment judgement close tough")
                || entry.pattern == "call on" && one_of!(next, "who which what whether how when")
        }
        // "pleaded guilty": before a court.
        (StanceTag::Demand, "plead" | "pleads" | "pleaded" | "pleading") => matches!(next, "guilty" | "not"),
        // "in order to leave": a purpose.
        (StanceTag::Demand, "order") => before == "in",
        // "its offering to tenants": a noun that looks like a verb.
        (StanceTag::Pledge | StanceTag::Demand, _)
            if is_possessive(context.rule_word(tokens.start.wrapping_sub(1)))
                && context.tag(tokens.start) == Tag::Verb =>
        {
            true
        }
        // Circumstances force, nobody demands.
        (StanceTag::Demand, "had") => next != "better" && entry.pattern.starts_with("have"),
        // "could face trial and have to pay": what may happen.
        (StanceTag::Demand, "have") => {
            let modal = || {
                context
                    .clause_subject(tokens.start)
                    .is_some_and(|subject| one_of!(context.lower(subject.end), "could may might would will"))
            };
            // "have to wait an hour": what befalls them.
            one_of!(before, "will would may might")
                || before == "and" && modal()
                || one_of!(next, "wait queue commute cope contend")
        }
        _ => false,
    }
}

/// "two confirmed cases", "lying in the street": denials, affirmations and distance that are none.
#[inline(never)]
fn is_idle_claim(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let next = context.lower(tokens.end);
    // "to independently verify": an adverb may stand between.
    let aim =
        tokens.start.wrapping_sub(1 + usize::from(context.tag(tokens.start.wrapping_sub(1)) == Tag::Adv));
    match (entry.tag, context.lower(tokens.start)) {
        // "exposed the town to the sea", "two confirmed cases"
        (StanceTag::Affirm, _) if entry.pattern == "expose" => {
            (tokens.end..tokens.end + 8).any(|at| context.is(at, words!["to"]))
        }
        (StanceTag::Affirm, word)
            if (word.ends_with("ed") || word == "proven")
                && context.tag(tokens.end) == Tag::Noun
                && matches!(
                    context.tag(tokens.start.wrapping_sub(1)),
                    Tag::Num | Tag::Adp | Tag::Det | Tag::Adj
                ) =>
        {
            true
        }
        // "was admitted", "admitted her into the club": let in.
        (StanceTag::Affirm, _)
            if entry.pattern.starts_with("admit")
                && (context.is_passive(tokens.start)
                    || names_then(context, tokens.end, |at| one_of!(context.lower(at), "to into"))) =>
        {
            true
        }
        // "what he called a sham": words that the author leaves to somebody else; "what botanists call" is a term.
        (StanceTag::Distance, word) if matches!(entry.pattern, "call" | "describe") => {
            !context.subject_of(tokens.start).is_some_and(|subject| {
                context.is(subject.start.wrapping_sub(1), words!["what"])
                    && (word.ends_with('s') || word.ends_with("ed"))
            })
        }
        // "a false start", "false-positive": no claim.
        (StanceTag::Deny, "false") => {
            next == "-"
                || one_of!(
                    next,
                    "start starts flag sense choice hope hopes positive positives pretenses alarm alarms"
                )
        }
        // "has proven to be right": it turned out so.
        (StanceTag::Affirm, _)
            if entry.pattern == "prove to" && matches!(context.tag(tokens.end), Tag::Verb | Tag::Aux) =>
        {
            true
        }
        // "well-known"
        (StanceTag::Affirm, "known") if context.is(tokens.start.wrapping_sub(1), words!["-"]) => true,
        _ if entry.tag == StanceTag::Affirm && is_no_showing(context, entry.pattern, tokens) => true,
        // "was found wet": it was there.
        (StanceTag::Affirm, "found") if context.is_passive(tokens.start) => !matches!(next, "that" | "to"),
        // "banned from claiming asylum": what somebody asks for.
        (StanceTag::Distance, _) if entry.pattern == "claim" && context.tag(tokens.start) == Tag::Verb => {
            one_of!(next, "asylum benefits compensation damages refuge expenses responsibility")
        }
        // "a chance to show it", "met to confirm the deal": an aim, not yet a fact.
        (StanceTag::Affirm, _)
            if context.is(aim, words!["to"])
                && context.tag(tokens.start) == Tag::Verb
                && (!context.begins_clause(tokens.end) || entry.pattern == "find" && next != "that") =>
        {
            !one_of!(
                context.lower(aim.wrapping_sub(1)),
                "seem seems seemed appear appears appeared on continues continued",
            )
        }
        // "proved unable", "proves costly": it turned out so.
        (StanceTag::Affirm, "prove" | "proves" | "proved" | "proving" | "proven") => {
            matches!(next, "a" | "an")
                || context.is(tokens.end + 1, words!["most", "least"])
                || context.tag(tokens.end) == Tag::Adj && !context.begins_noun_phrase(tokens.end + 1)
        }
        // "an asylum claim", "claims for damages": what somebody asks for.
        (StanceTag::Distance, "claim" | "claims") if context.tag(tokens.start) == Tag::Noun => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Adj)
                && !(matches!(next, "of" | "by") || context.begins_clause(tokens.end))
                || matches!(next, "for" | "against" | "responsibility")
                || context.tag(tokens.end) == Tag::Noun
        }
        // "the evidence lies in the teams": a verb that looks like a noun.
        (StanceTag::Deny, "lies")
            if matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Propn)
                && (next == "in" || context.tag(tokens.end) == Tag::Propn) =>
        {
            true
        }
        // "where his loyalties lie"
        (StanceTag::Deny, "lie" | "lies" | "lay")
            if (tokens.start.saturating_sub(6).max(context.tokens.start)..tokens.start)
                .any(|at| context.is(at, words!["where"])) =>
        {
            true
        }
        // "lie 14th", "lying in the street": where something is.
        (StanceTag::Deny, "lie" | "lies" | "lied" | "lying") if context.tag(tokens.start) == Tag::Verb => {
            // "at the other end lies the town"
            matches!(context.tag(tokens.end), Tag::Num | Tag::Adj | Tag::Det | Tag::Propn)
                || one_of!(next, "down ahead around flat low")
                || context.tag(tokens.end) == Tag::Adp && !matches!(next, "to" | "about" | "for")
        }
        // "denying vaccines to migrants": they do not get them.
        (StanceTag::Deny, _) if entry.pattern == "deny" && context.tag(tokens.end) != Tag::Pron => {
            let inside =
                |at: &usize| matches!(context.tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn);
            let end = (tokens.end..context.tokens.end).find(|at| !inside(at));
            end.is_some_and(|end| {
                end > tokens.end
                    && context.is(end, words!["to"])
                    && context.begins_noun_phrase(end + 1)
                    && !is_claim(context.lower(end - 1))
            })
        }
        // "He contradicts himself": no claim of others.
        (StanceTag::Deny, _) if matches!(entry.pattern, "contradict" | "misrepresent") => {
            one_of!(next, "himself herself itself themselves")
        }
        (StanceTag::Deny, "denial" | "denials") => {
            next == "-"
                || context.is(tokens.end - 1, words!["-"])
                || tokens.len() == 1 && !is_owned(context, tokens)
        }
        _ => false,
    }
}

/// "showed up", "found itself", "showed kindness", "conceded the race": nothing is shown to be so.
fn is_no_showing(context: &Context<'_>, pattern: &str, tokens: &Range<usize>) -> bool {
    let next = context.lower(tokens.end);
    let clause = context.begins_clause(tokens.end);
    match pattern {
        // "I find the terms fair": an opinion.
        "find" => {
            one_of!(next, "himself herself itself themselves ourselves myself yourself :")
                || next != "that" && context.is(tokens.start.wrapping_sub(1), words!["i", "we"])
        }
        // "An empty chair is shown."
        "show" if context.is_passive(tokens.start) && context.tag(tokens.end) == Tag::Punct => true,
        "show" if context.tag(tokens.end) == Tag::Adp && !clause => {
            one_of!(next, "up off around in among from for of with")
                || context.lower(tokens.start) == "showing"
        }
        // "the records of the Park Fund show."
        "show"
            if context.tag(tokens.end) == Tag::Punct
                && one_of!(context.lower(tokens.start), "show shows showed")
                && !context.is_quote(tokens.end) =>
        {
            false
        }
        // What a person shows is a quality; what a poll shows is so.
        "show" | "demonstrate" => {
            !clause
                && !context.is(tokens.end, words!["that", "how", "why", "whether", "what"])
                && ((tokens.end..tokens.end + 2)
                    .any(|at| one_of!(context.lower(at), "sign signs mercy interest remorse"))
                    || context.subject_of(tokens.start).is_some_and(|subject| {
                        let head = context.rule_word(subject.end - 1);
                        subject.len() == 1 && is_somebody(head)
                            || context.tag(subject.end - 1) == Tag::Propn
                            || vocabulary::is_office(head)
                    }))
        }
        // "establish a camp"
        "establish" => !context.is(tokens.end, words!["that", "how", "why", "whether", "what"]),
        "concede" => (tokens.end..tokens.end + 4).any(|at| {
            one_of!(context.lower(at), "race election contest defeat primary goal goals penalty corner tries")
        }),
        // "confirmed Judge Park", but "confirmed Thursday that": somebody is put into an office.
        "confirm" if !context.is_passive(tokens.start) => {
            !clause
                && context.noun_phrase_after(tokens.end).is_some_and(|mut phrase| {
                    phrase.all(|at| context.tag(at) == Tag::Propn && !context.lower(at).ends_with("day"))
                })
        }
        // "ready to be confirmed", "confirmed by the Senate"
        "confirm" => {
            (tokens.end..tokens.end + 4).any(|at| one_of!(context.lower(at), "senate parliament"))
                || context.is(tokens.start.wrapping_sub(1), words!["be"])
                    && context.is(tokens.start.wrapping_sub(2), words!["to"])
        }
        _ => false,
    }
}
