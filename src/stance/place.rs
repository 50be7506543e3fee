//! Completes a find: whose position it is and what it is about, by the frame of its entry. The
//! conventions are those of the project's guidelines: what is reported belongs to its speaker, a cue to its
//! source, a verb of position to its grammatical subject, a passive to its agent.

use std::ops::Range;

use super::context::Context;
use super::holder::Holders;
use super::holding::{agent_after, find_holder};
use super::lexicon::form::condition;
use super::negation::with_negation;
use super::tags::Found;
use super::target::find_target;
use crate::analysis::{Stance, StanceTag};
use crate::language::{Tag, words};
use crate::span::Span;

/// Completes a find; `next` is the one after it in its sentence, `before` are those before it.
#[inline(never)]
pub(super) fn place(
    context: &Context<'_>,
    find: &Found<'_>,
    next: Option<&Found<'_>>,
    before: &[Stance],
    holders: &mut Holders<'_>,
) -> Stance {
    let mut tokens = find.tokens.clone();
    let mut target = find_target(context, find, holders);
    if matches!(find.tag, StanceTag::Demand | StanceTag::Pledge) {
        // "won't": one word, although it is two tokens.
        if context.is(tokens.end, words!["n't", "n’t"]) {
            tokens.end += 1;
        }
        target = target.map(|target| with_negation(context, find.tokens.end, target));
    }
    if find.entry.frame & condition::TARGET_NEAR != 0 {
        tokens.end = target.as_ref().map_or(tokens.end, |target| target.end);
    }
    // An adverb that strengthens a stance word takes that word's holder.
    let strengthened = next.filter(|next| {
        find.tag == StanceTag::Booster
            && next.tag != StanceTag::Booster
            && next.tokens.start == find.tokens.end
    });
    let held = strengthened.unwrap_or(find);
    let holder = match asked_for(context, held, before) {
        Some(demand) => demand.holder,
        None => find_holder(context, held, holders),
    };
    let place = context.span(&tokens);
    let target = target.filter(|target| !target.is_empty()).map(|target| {
        let mut span = context.span(&target);
        // "anti-war" as one word: it is against the war.
        if find.entry.frame & condition::TARGET_NEAR != 0 && target.start == tokens.start {
            span.start += find.entry.pattern.len() as u32 - 1;
        }
        if let Some((content, _)) = holders.content_around(place)
            && content.overlaps(span)
        {
            span.end = span.end.min(content.end);
        }
        close_mark(context, span)
    });
    Stance {
        span: place,
        tag: find.tag,
        holder,
        target: target.filter(|span| !span.is_empty()),
        polarity: find.polarity,
        strength: find.strength,
        rule: find.entry.rule_id().into(),
    }
}

/// A span with the closing mark of a quotation that is opened inside it and ends with it.
fn close_mark(context: &Context<'_>, mut span: Span) -> Span {
    let words = span.of(context.reading.text);
    let open = words.matches('“').count() > words.matches('”').count()
        || !words.matches('"').count().is_multiple_of(2);
    let next = context.reading.text.get(span.end as usize..).and_then(|rest| rest.chars().next());
    if let Some(mark) = next.filter(|mark| open && matches!(mark, '”' | '"')) {
        span.end += mark.len_utf8() as u32;
    }
    span
}

/// "is committed to", "is opposed to": what looks like a passive is a state of its subject.
pub(super) fn is_state(find: &Found<'_>) -> bool {
    find.entry.frame & condition::AFTER_BE != 0 || find.entry.parts_of_speech & 1 << Tag::Adj as u32 != 0
}

/// "The two should uphold it", "urged them to oppose it": whoever asks for a position takes it.
#[inline(never)]
fn asked_for<'s>(context: &Context<'_>, find: &Found<'_>, before: &'s [Stance]) -> Option<&'s Stance> {
    // How many finds and adverbs lie between the two at most, so that time stays linear in a text of nothing else.
    const FARTHEST: usize = 16;
    let start = find.tokens.start;
    let holds = matches!(find.tag, StanceTag::Support | StanceTag::Oppose)
        && context.tag(start) == Tag::Verb
        && !(context.is_passive(start) && agent_after(context, find.tokens.end).is_some());
    if !holds {
        return None;
    }
    let mut first = (context.tokens.start..start).rev().take(FARTHEST);
    let first = first.find(|&at| context.tag(at) != Tag::Adv && !context.is(at, words!["be"]))?;
    let mut demands = before.iter().rev().take(FARTHEST).filter(|demand| demand.tag == StanceTag::Demand);
    let place = context.span(&find.tokens);
    demands.next().filter(|demand| {
        demand.target.is_some_and(|target| target.contains(place))
            && (matches!(context.tag(first), Tag::Part | Tag::Punct | Tag::Cconj)
                || demand.span.overlaps(context.span(&(first..first + 1))))
    })
}

/// "With the backing of the council" says who backs it, "backing of the plan" what is backed.
pub(super) fn names_backer(context: &Context<'_>, find: &Found<'_>) -> bool {
    // "the resistance of the church"
    find.entry.pattern == "resistance of"
        || find.tag == StanceTag::Support
            && context.tag(find.tokens.start) == Tag::Noun
            && context.lower(find.tokens.end - 1) == "of"
            && (context.tokens.start..find.tokens.start)
                .rev()
                .find(|&at| context.tag(at) != Tag::Adj)
                .is_some_and(|at| context.is(at, words!["the"]))
}

/// The noun phrase at `from` up to its head, with "of" phrases.
pub(super) fn head_phrase(context: &Context<'_>, from: usize) -> Option<Range<usize>> {
    let whole = context.noun_phrase_after(from)?;
    let end = whole
        .clone()
        .find(|&at| {
            context.tag(at) == Tag::Adp && !context.is(at, words!["of"]) || context.is(at, words![","])
        })
        .unwrap_or(whole.end);
    (end > whole.start).then_some(whole.start..end)
}
