//! Turns, hedges, boosters and judgements that are none after all, and mild words that are meant.

use std::ops::Range;

use super::classes::is_somebody;
use super::context::Context;
use super::holder::Holders;
use super::lexicon::Entry;
use super::lexicon::form::condition;
use crate::analysis::StanceTag;
use crate::bytes::one_of;
use crate::language::{NEGATIONS, Tag, words};

/// "nothing but", "so far", "a full member": turns, hedges, boosters and judgements that are none.
pub(super) fn is_idle_wording(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    match entry.tag {
        StanceTag::Counter => is_idle_counter(context, tokens),
        StanceTag::Evaluative => is_idle_judgement(context, entry, tokens),
        StanceTag::Booster => is_idle_booster(context, entry, tokens),
        StanceTag::Hedge => is_idle_hedge(context, entry, tokens),
        _ => false,
    }
}

/// Whether a counter sets nothing against anything.
#[inline(never)]
fn is_idle_counter(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match context.lower(tokens.start) {
        // "not only raising the dam but clearing the river": both.
        "but"
            if (context.tokens.start..tokens.start).any(|at| {
                context.is(at, words!["only", "just"]) && context.is(at.wrapping_sub(1), NEGATIONS)
            }) =>
        {
            true
        }
        // "nothing but", "all but", "no choice but": except.
        "but" => {
            one_of!(before, "nothing all anything none everything everyone nobody option choice cannot")
        }
        "much" => before == "as",
        "however" => one_of!(next, "much many long small little"),
        "while" => context.lower(context.skip_adverbs(tokens.end)).ends_with("ing") || matches!(before, "a"),
        "yet" => one_of!(before, "not n't n’t have has as") || matches!(next, "to" | "another"),
        "still" => next != ",",
        _ => false,
    }
}

/// Whether a judging word judges nothing.
#[inline(never)]
fn is_idle_judgement(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match context.lower(tokens.start) {
        // "a Supreme Court justice": a judge.
        "justice" | "justices" => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Propn | Tag::Adj | Tag::Noun)
                || matches!(next, "'s" | "’s")
        }
        // "the towns concerned": those it is about.
        "concerned" => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Propn)
        }
        // "the gross national product", "a civil war": terms.
        "gross" => one_of!(next, "national domestic income profit margin revenue"),
        "war" => one_of!(before, "civil world cold"),
        // "failed to act", "devoted to the search": no quality.
        "failed" | "devoted" | "appealing" if next == "to" => true,
        // "crude oil", "eminent domain", "a lame duck", "excessive force": terms.
        "crude" | "eminent" | "lame" | "excessive" => {
            one_of!(next, "oil , prices - futures domain duck force")
                || context.tag(tokens.start) == Tag::Noun
        }
        // "greater flexibility", "the strongest wind": more than another, however mild the word.
        word if entry.strength == 1
            && (word.ends_with("er") || word.ends_with("est"))
            && word != entry.pattern
            && entry.parts_of_speech & 1 << Tag::Adj as u32 != 0 =>
        {
            true
        }
        // "wild mushrooms", "the dark web", "a wicked sense of humour": what they are.
        "wild" | "dark" | "wicked" => one_of!(
            next,
            "mushrooms animals animal boar birds flowers swimming card garlic camping salmon web matter chocolate horse ages \
             hair sense humour"
        ),
        "extreme" => one_of!(next, "weather temperatures heat cold poverty"),
        // "has accomplished much": what somebody did.
        word if word.ends_with("ed")
            && entry.parts_of_speech & 1 << Tag::Verb as u32 == 0
            && one_of!(before, "have has had 've ’ve having") =>
        {
            true
        }
        // "effectively restores": in effect.
        "effectively" => context.tag(tokens.end) == Tag::Verb,
        // "To be fair, she tried"
        _ if before == "be" && next == "," => {
            context.is(tokens.start.wrapping_sub(2), words!["to"])
                && context.is_first(tokens.start.wrapping_sub(2))
        }
        // "entitled to a refund": a right.
        "entitled" => next == "to" || context.is_quote(tokens.end),
        // "told them not to panic": a verb that looks like a noun.
        "panic" | "mess" if before == "to" => true,
        // "by virtue of": because of.
        "virtue" => before == "by" && next == "of",
        "offensive" => context.tag(tokens.start) == Tag::Noun,
        _ => false,
    }
}

/// Whether a booster strengthens no claim.
#[inline(never)]
fn is_idle_booster(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match context.lower(tokens.start) {
        // "so far", "and so forth", "far behind": how long and how many.
        "so" if matches!(next, "far" | "forth" | "on") => true,
        "far" if one_of!(next, "behind away apart off ahead") => true,
        // "looked at all men": every one of them.
        _ if entry.pattern == "at all" => {
            matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn | Tag::Det | Tag::Num)
        }
        // "certain kinds": some.
        "certain" => context.tag(tokens.end) == Tag::Noun,
        // "real estate": what it is.
        "real" => one_of!(next, "estate wages terms income incomes time name"),
        // "So stop": it draws a conclusion.
        "so" if context.is_first(tokens.start) => {
            !matches!(context.tag(tokens.end), Tag::Adj | Tag::Adv)
                || one_of!(next, "when how why where then now")
        }
        // "so weak claims fail": a conclusion, for "such" would stand before a noun phrase.
        "so" => {
            matches!(next, "that" | "far" | "called")
                || context.tag(tokens.end) == Tag::Adj && context.tag(tokens.end + 1) == Tag::Noun
        }
        // "full support", but "a full member", "the full hearing".
        "full" => !one_of!(
            next,
            "support backing confidence trust faith commitment responsibility agreement cooperation solidarity respect weight force extent scale blame truth measure",
        ),
        // "quite a while": how much.
        "quite" => one_of!(next, "bit while lot few"),
        // "in very early life": when.
        "very" => matches!(next, "early" | "late"),
        "far" => matches!(before, "so" | "as" | "thus"),
        _ => false,
    }
}

/// Whether a hedge leaves nothing open.
#[inline(never)]
fn is_idle_hedge(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match context.lower(tokens.start) {
        // Ability in the past: "he could see", "could not wait".
        "could" => {
            matches!(next, "not" | "n't" | "n’t")
                // "so they could be nearer", "so that all could hear", "until they could be told"
                || context.is(tokens.start.wrapping_sub(2), words!["so"])
                || (tokens.start.saturating_sub(5).max(context.tokens.start)..tokens.start).any(|at| {
                    context.is(at, words!["so"]) && context.is(at + 1, words!["that"])
                        || one_of!(context.lower(at), "until before nobody everyone nothing neither few no where how which")
                })
                // "could still be seen from the coast": it was.
                || {
                    let be = context.skip_adverbs(tokens.end);
                    let seen = context.skip_adverbs(be + 1);
                    let done = context.lower(if context.is(be, words!["be"]) { seen } else { be });
                    one_of!(done, "seen hear heard found reached viewed")
                        && !context.is(seen + 1, words!["as"])
                }
                || is_somebody(context.rule_word(tokens.start.wrapping_sub(1)))
                    && !context.is_conditional
                    && !one_of!(next, "be have well still")
        }
        // "Some consider it a waste", "widely regarded as lost": a common opinion, not that of one.
        _ if matches!(entry.pattern, "consider" | "regard")
            && entry.frame & condition::PASSIVE == 0
            && next != "to" =>
        {
            !one_of!(before, "some many others most widely generally")
        }
        // "should be seen as": how it ought to be taken, not how it is.
        _ if context
            .be_before(tokens.start)
            .is_some_and(|be| context.is(be.wrapping_sub(1), words!["should", "must"])) =>
        {
            context.is_passive(tokens.start)
        }
        // "a probable cause", "likely voters": terms.
        "likely" => before == "how" || next == "voters",
        "probable" => next == "cause",
        "possible" => {
            before == "as"
                || before == "all"
                || before.ends_with("est")
                || one_of!(before, "maximum minimum best making makes made")
        }
        "if" => {
            // "to see if it floats": whether.
            matches!(before, "as" | "even" | "few" | "see")
                || one_of!(next, "any not necessary needed possible and")
        }
        // "to suggest designs", "to expect people to": proposals and demands.
        "suggest" | "expect" => before == "to" && next != "that",
        "thinking" => true,
        // "suggested waiting": a proposal.
        _ if entry.pattern == "suggest" && next.ends_with("ing") && next.len() > 5 => {
            context.tag(tokens.end) == Tag::Verb
        }
        // "questioned the student", but "questioned whether"
        _ if entry.pattern == "question" => !one_of!(next, "whether if how why what that"),
        // "well thought out", "believe it or not", "you have no idea who"
        "thought" if next == "out" => true,
        "believe" if next == "it" && context.lower(tokens.end + 1) == "or" => true,
        // "the one who believed her": trusted.
        _ if entry.pattern == "believe" && one_of!(next, "me him her us them it") => {
            context.tag(tokens.end + 1) == Tag::Punct
        }
        // "the ideas that she talks about": what they are.
        "ideas" | "views" => true,
        "idea" => before == "no",
        // "the expected gain", "as expected": what kind of gain.
        "expected" if entry.pattern == "expect" => {
            next != "to"
                && !matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Pron | Tag::Noun | Tag::Propn)
        }
        // "the only kind of modern yard"
        "kind" | "sort" | "kinds" | "sorts" => {
            matches!(context.tag(tokens.end + 1), Tag::Noun | Tag::Propn)
                || context.lower(tokens.start).ends_with('s')
        }
        // "she'd been told"
        "'d" | "’d" => context.is(context.skip_adverbs(tokens.end), words!["been"]),
        // "divided over whether to stay": a choice, no doubt.
        "whether" => matches!(next, "or" | "to") || before == "or",
        // "an unlikely hero"
        "unlikely" => matches!(before, "a" | "an" | "the" | "most") && context.tag(tokens.end) == Tag::Noun,
        // "suggested that the board should stay", "suggest what it should mean": a proposal.
        _ if entry.pattern == "suggest"
            && (next == "what"
                || (tokens.end..tokens.end + 12).any(|at| context.is(at, words!["should"]))) =>
        {
            true
        }
        "may" => one_of!(before, "in since until of"),
        _ => false,
    }
}

/// Whether a mild judging word ("good", "concern") is meant as a judgement: where somebody speaks, or where a
/// word of degree leans on it. In plain narration such words mostly tell of facts.
#[inline(never)]
pub(super) fn is_meant(
    context: &Context<'_>,
    holders: &Holders<'_>,
    tokens: &Range<usize>,
    felt: bool,
) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    // "such a good yard"
    let degree =
        if matches!(before, "a" | "an") { context.lower(tokens.start.wrapping_sub(2)) } else { before };
    one_of!(degree, "very so too deeply extremely truly utterly really such quite")
        || holders.reported_by(context.span(tokens)).is_some()
        // "The states are concerned about the deal": a feeling that is reported of somebody.
        || holders.cued_by(context.span(tokens)).is_some()
        || (felt || is_predicate(context, tokens)) && context.copula_before(tokens.start).is_some()
}

/// Whether all that is said of a subject is the quality itself: "The bridge is important.", "The ad is interesting because
/// …". What follows in "is best known", "is strong enough", "is unique to the coast" narrows it to a fact.
fn is_predicate(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    context.tag(tokens.start) == Tag::Adj
        && (matches!(context.tag(tokens.end), Tag::Punct | Tag::Cconj | Tag::Sconj)
            || context.is(tokens.end, words!["for", "because", "as", "that", "and", "but"]))
}
