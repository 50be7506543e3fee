//! Uses of stance words that carry no stance after all, and mild words that are meant.

use std::ops::Range;

use super::classes::{is_abstract, is_claim, is_participle, is_somebody};
use super::commitment::may_act;
use super::context::Context;
use super::holder::Holders;
use super::lexicon::Entry;
use super::tags::span;
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
        StanceTag::Demand | StanceTag::Deny if is_label(context, tokens) => true,
        StanceTag::Support | StanceTag::Oppose => is_idle_position(context, entry, tokens),
        StanceTag::Demand | StanceTag::Pledge => is_idle_directive(context, entry, tokens),
        StanceTag::Deny | StanceTag::Affirm | StanceTag::Distance => is_idle_claim(context, entry, tokens),
        StanceTag::Counter | StanceTag::Hedge | StanceTag::Booster | StanceTag::Evaluative => {
            is_idle_wording(context, entry, tokens)
        }
    }
}

/// "a supporting role", "promotes growth": support and opposition that are none.
#[inline(never)]
fn is_idle_position(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    match context.lower(tokens.start) {
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
        // "The expansion promotes growth": it is on nobody's side.
        "promotes" | "promote" | "supports" | "support" | "counters" | "tackles"
            if context.tag(tokens.start) == Tag::Verb
                && context.clause_subject(tokens.start).is_some_and(|subject| {
                    subject.len() > 1 && is_abstract(context.lower(subject.end - 1))
                }) =>
        {
            true
        }
        // "a supporting role", "the opposing side"
        "supporting" | "opposing" => {
            context.tag(tokens.start.wrapping_sub(1)) == Tag::Det
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

/// "supply and demand", "in order to": demands and pledges that are none.
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
        // "must have been late" guesses; "Should they stay, …" is a condition.
        (StanceTag::Demand, "must") => {
            let have = (tokens.end..tokens.end + 3).find(|&at| context.lower(at) == "have");
            let done = have.map_or("", |have| context.lower(context.skip_adverbs(have + 1)));
            is_participle(done) || one_of!(done, "been done gone come had become")
        }
        (StanceTag::Demand, "should") if context.is_first(tokens.start) => {
            // "the bloc, a group of eight, should act"
            let asks = context.lower(context.tokens.end - 1) == "?";
            !asks && !matches!(context.tag(context.skip_adverbs(tokens.end)), Tag::Verb | Tag::Aux)
        }
        // "enough pledged delegates"
        (StanceTag::Pledge, "pledged") if one_of!(next, "delegate delegates votes") => true,
        // "supply and demand"
        (StanceTag::Demand, "demand") if before == "and" => {
            context.lower(tokens.start.wrapping_sub(2)) == "supply"
        }
        // "pleaded guilty": before a court.
        (StanceTag::Demand, "plead" | "pleads" | "pleaded" | "pleading") => matches!(next, "guilty" | "not"),
        // "in order to leave": a purpose.
        (StanceTag::Demand, "order") => before == "in",
        // "like asking foxes to mind the geese"
        (StanceTag::Demand, "asking" | "telling") if before == "like" => true,
        (StanceTag::Demand, "insisted" | "insists" | "insist" | "insisting") => {
            one_of!(next, "monday tuesday wednesday thursday friday saturday sunday")
        }
        // "its offering to tenants": a noun that looks like a verb.
        (StanceTag::Pledge | StanceTag::Demand, _)
            if is_possessive(context.rule_word(tokens.start.wrapping_sub(1)))
                && context.tag(tokens.start) == Tag::Verb =>
        {
            true
        }
        // Circumstances force, nobody demands.
        (StanceTag::Demand, "had") => next != "better" && entry.pattern.starts_with("have"),
        (StanceTag::Demand, "have") => one_of!(before, "will would may might"),
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
            (tokens.end..tokens.end + 8).any(|at| context.is(at, words!["to"])) || is_label(context, tokens)
        }
        (StanceTag::Affirm, "confirmed") if context.tag(tokens.end) == Tag::Noun => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Num | Tag::Adp | Tag::Det | Tag::Adj)
        }
        (StanceTag::Affirm, "admitted") if context.is_passive(tokens.start) => true,
        _ if entry.tag == StanceTag::Affirm && is_no_showing(context, entry.pattern, tokens) => true,
        // "was found wet": it was there.
        (StanceTag::Affirm, "found") if context.is_passive(tokens.start) => !matches!(next, "that" | "to"),
        // "banned from claiming asylum": what somebody asks for.
        (StanceTag::Distance, _) if entry.pattern == "claim" && context.tag(tokens.start) == Tag::Verb => {
            one_of!(next, "asylum benefits compensation damages refuge expenses")
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
        (StanceTag::Affirm, "prove" | "proves" | "proved" | "proving") => {
            matches!(next, "a" | "an")
                || context.is(tokens.end + 1, words!["most", "least"])
                || context.tag(tokens.end) == Tag::Adj && !context.begins_noun_phrase(tokens.end + 1)
        }
        // "an asylum claim", "claims for damages": what somebody asks for.
        (StanceTag::Distance, "claim" | "claims") if context.tag(tokens.start) == Tag::Noun => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Adj)
                && !(matches!(next, "of" | "by") || context.begins_clause(tokens.end))
                || one_of!(next, "for against form forms process")
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
            matches!(context.tag(tokens.end), Tag::Num | Tag::Adj)
                || one_of!(next, "down ahead around flat low")
                || context.tag(tokens.end) == Tag::Adp && !matches!(next, "to" | "about" | "for")
        }
        (StanceTag::Deny, "denial") => next == "-" || context.is(tokens.end - 1, words!["-"]),
        _ => false,
    }
}

/// "showed up", "found itself", "showed kindness", "conceded the race": nothing is shown to be so.
fn is_no_showing(context: &Context<'_>, pattern: &str, tokens: &Range<usize>) -> bool {
    let next = context.lower(tokens.end);
    let clause = context.begins_clause(tokens.end);
    match pattern {
        "find" => one_of!(next, "himself herself itself themselves ourselves myself yourself"),
        "show" if context.tag(tokens.end) == Tag::Adp && !clause => {
            one_of!(next, "up off around in among from for of with")
                || context.lower(tokens.start) == "showing"
        }
        // What a person shows is a quality; what a poll shows is so.
        "show" | "demonstrate" => {
            !clause
                && !context.is(tokens.end, words!["that", "how", "why", "whether", "what"])
                && context.subject_of(tokens.start).is_some_and(|subject| {
                    subject.len() == 1 && is_somebody(context.rule_word(subject.start))
                })
        }
        "concede" => (tokens.end..tokens.end + 4)
            .any(|at| one_of!(context.lower(at), "race election contest defeat primary")),
        // "ready to be confirmed", "confirmed by the Senate"
        "confirm" if context.is_passive(tokens.start) => {
            (tokens.end..tokens.end + 4).any(|at| one_of!(context.lower(at), "senate parliament"))
                || context.is(tokens.start.wrapping_sub(1), words!["be"])
                    && context.is(tokens.start.wrapping_sub(2), words!["to"])
        }
        _ => false,
    }
}

/// "nothing but", "so far", "a full member": turns, hedges, boosters and judgements that are none.
#[inline(never)]
fn is_idle_wording(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match (entry.tag, context.lower(tokens.start)) {
        // "not only raising the dam but clearing the river": both.
        (StanceTag::Counter, "but")
            if (context.tokens.start..tokens.start).any(|at| {
                context.is(at, words!["only", "just"])
                    && context.is(at.wrapping_sub(1), words!["not", "n't", "n’t"])
            }) =>
        {
            true
        }
        // "nothing but", "all but", "no choice but": except.
        (StanceTag::Counter, "but") => {
            one_of!(before, "nothing all anything none everything everyone nobody option choice cannot")
        }
        (StanceTag::Counter, "much") => before == "as",
        (StanceTag::Counter, "however") => one_of!(next, "much many long small little"),
        (StanceTag::Counter, "while") => {
            context.lower(context.skip_adverbs(tokens.end)).ends_with("ing") || matches!(before, "a")
        }
        (StanceTag::Counter, "yet") => {
            one_of!(before, "not n't n’t have has as") || matches!(next, "to" | "another")
        }
        (StanceTag::Counter, "still") => next != ",",
        // "a Supreme Court justice": a judge.
        (StanceTag::Evaluative, "justice" | "justices") => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Propn | Tag::Adj | Tag::Noun)
                || matches!(next, "'s" | "’s")
        }
        // "the towns concerned": those it is about.
        (StanceTag::Evaluative, "concerned") => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Propn)
        }
        // "effectively restores": in effect.
        (StanceTag::Evaluative, "effectively") => context.tag(tokens.end) == Tag::Verb,
        // "by virtue of": because of.
        (StanceTag::Evaluative, "virtue") => before == "by" && next == "of",
        (StanceTag::Evaluative, "offensive") => context.tag(tokens.start) == Tag::Noun,
        // "so far", "and so forth", "far behind": how long and how many.
        (StanceTag::Booster, "so") if matches!(next, "far" | "forth" | "on") => true,
        (StanceTag::Booster, "far") if one_of!(next, "behind away apart off ahead") => true,
        // "the most recent data", "the most populous town": a measure.
        (StanceTag::Booster, "most")
            if one_of!(
                next,
                "recent recently common commonly populous prevalent frequent frequently likely",
            ) =>
        {
            true
        }
        // "So stop": it draws a conclusion.
        (StanceTag::Booster, "so") if context.is_first(tokens.start) => {
            !matches!(context.tag(tokens.end), Tag::Adj | Tag::Adv)
        }
        // "so weak claims fail": a conclusion, for "such" would stand before a noun phrase.
        (StanceTag::Booster, "so") => {
            matches!(next, "that" | "far" | "called")
                || context.tag(tokens.end) == Tag::Adj && context.tag(tokens.end + 1) == Tag::Noun
        }
        (StanceTag::Booster, "too") => context.tag(tokens.end) != Tag::Adj,
        (StanceTag::Booster, "ever") => before == "than" || before.ends_with("est"),
        // "full support", but "a full member", "the full hearing".
        (StanceTag::Booster, "full") => !one_of!(
            next,
            "support backing confidence trust faith commitment responsibility agreement cooperation solidarity respect weight force extent scale blame truth measure",
        ),
        (StanceTag::Booster, "far") => matches!(before, "so" | "as" | "thus"),
        // "most European towns": how many.
        (StanceTag::Booster, "most") => {
            let quality = context.tag(tokens.end) == Tag::Adj;
            matches!(before, "at" | "the") && !quality
                || quality
                    && !one_of!(before, "the a 's ’s and is are was were")
                    && !is_possessive(context.rule_word(tokens.start.wrapping_sub(1)))
                    && context.tag(tokens.end + 1) == Tag::Noun
        }
        // Ability in the past: "he could see", "could not wait".
        (StanceTag::Hedge, "could") => {
            matches!(next, "not" | "n't" | "n’t")
                // "so they could be nearer", "until they could be told"
                || context.is(tokens.start.wrapping_sub(2), words!["so"])
                || (tokens.start.saturating_sub(5).max(context.tokens.start)..tokens.start)
                    .any(|at| context.is(at, words!["until"]))
                || is_somebody(context.rule_word(tokens.start.wrapping_sub(1)))
                    && !context.is_conditional
                    && !one_of!(next, "be have well still")
        }
        // "should be seen as": how it ought to be taken, not how it is.
        (StanceTag::Hedge, _)
            if context
                .be_before(tokens.start)
                .is_some_and(|be| context.is(be.wrapping_sub(1), words!["should", "must"])) =>
        {
            context.is_passive(tokens.start)
        }
        (StanceTag::Hedge, "likely") => before == "how",
        (StanceTag::Hedge, "possible") => {
            before == "as"
                || before == "all"
                || before.ends_with("est")
                || one_of!(before, "maximum minimum best making makes made")
        }
        (StanceTag::Hedge, "if") => {
            matches!(before, "as" | "even" | "few") || one_of!(next, "any not necessary needed possible")
        }
        // "to suggest designs", "to expect people to": proposals and demands.
        (StanceTag::Hedge, "suggest" | "expect") => before == "to",
        (StanceTag::Hedge, "thinking") => true,
        // "suggested waiting": a proposal.
        (StanceTag::Hedge, _) if entry.pattern == "suggest" && next.ends_with("ing") && next.len() > 5 => {
            context.tag(tokens.end) == Tag::Verb
        }
        // "questioned the student", but "questioned whether"
        (StanceTag::Hedge, _) if entry.pattern == "question" => {
            !one_of!(next, "whether if how why what that")
        }
        // "well thought out", "believe it or not", "you have no idea who"
        (StanceTag::Hedge, "thought") if next == "out" => true,
        (StanceTag::Hedge, "believe") if next == "it" && context.lower(tokens.end + 1) == "or" => true,
        (StanceTag::Hedge, "idea") => before == "no",
        // "she'd been told"
        (StanceTag::Hedge, "'d" | "’d") => context.is(context.skip_adverbs(tokens.end), words!["been"]),
        (StanceTag::Hedge, "whether") => next == "or" || before == "or",
        (StanceTag::Hedge, "may") => one_of!(before, "in since until of"),

        _ => false,
    }
}

/// Whether a mild judging word ("good", "concern") is meant as a judgement: where somebody speaks, or where a
/// word of degree leans on it. In plain narration such words mostly tell of facts.
#[inline(never)]
pub(super) fn is_meant(context: &Context<'_>, holders: &Holders<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    one_of!(before, "very so too deeply extremely truly utterly really such")
        || holders.reported_by(span(context, tokens)).is_some()
}
