//! The eleven tags: one pass over the tokens, in which [`matcher`](super::matcher) finds the entries of the lexicon, each
//! asked whether its frame fits. What negation, boosters and hedges
//! near by do to a find, and what is no stance after all ("had to wait", "nothing but"), is decided here;
//! whose position it is and what it is about, in [`place`](super::place).

use std::ops::Range;

use super::attribution::Clauses;
use super::commitment::commits;
use super::context::Context;
use super::exceptions::Exceptions;
use super::holder::Holders;
use super::lexicon::form::condition;
use super::lexicon::{CustomLexicon, Entry, Lexicon};
use super::matcher::Matcher;
use super::negation::negate;
use super::neighbours::{drop_measures, join_neighbours, weigh};
use super::wording::is_meant;
use super::{imperative, place, scare};
use crate::analysis::{Attribution, AttributionKind, Speaker, Stance, StanceTag};
use crate::article::BlockKind;
use crate::collections::sort_by_number;
use crate::language::{Reading, Tag, words};
use crate::span::Span;

/// One find, before holder and target are known.
#[derive(Clone, Debug)]
pub(super) struct Found<'l> {
    pub tokens: Range<usize>,
    pub entry: Entry<'l>,
    /// May differ from that of the entry, where negation turned it.
    pub tag: StanceTag,
    pub polarity: i8,
    pub strength: u8,
}

/// Looks for stances in the content blocks of an article. Speakers are added where somebody holds a position
/// without being reported to speak.
pub(super) fn find(
    reading: &Reading<'_>,
    clauses: &Clauses,
    attributions: &[Attribution],
    speakers: &mut Vec<Speaker>,
    custom: Option<&CustomLexicon>,
) -> Vec<Stance> {
    let lexicon = Lexicon::new(custom);
    let mut matcher = Matcher::new(reading, lexicon);
    let mut holders = Holders::new(reading, &clauses.pronouns, attributions, speakers);
    let mut stances = Vec::with_capacity(2 * reading.sentences.len());
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let kind = reading.blocks.get(sentence.block as usize).map(|block| block.kind);
        if !kind.is_some_and(BlockKind::is_content) || kind == Some(BlockKind::Heading) {
            continue;
        }
        let context = Context::new(reading, sentence.tokens.range(), &clauses.subjects);
        matcher.read_sentence(&context, &holders, kind == Some(BlockKind::Title), &mut found);
        drop_measures(&mut found);
        join_neighbours(&mut found);
        found.retain(|find| {
            find.strength != WAITS || find.polarity < 0 && context.tag(find.tokens.start) == Tag::Noun
        });
        weigh(&mut found);
        for (index, find) in found.iter().enumerate() {
            let stance = place::place(&context, find, found.get(index + 1), &stances, &mut holders);
            if !is_nobodys(&stance, &clauses.unsaid) {
                stances.push(stance);
            }
        }
        if !lexicon.is_silenced_id(scare::RULE) {
            stances.extend(scare::find(&context, &mut holders));
        }
        if !lexicon.is_silenced_id(imperative::RULE) {
            // "Name this field, which should be left empty": who asks later has not asked before.
            let first = found.first().filter(|first| first.tag == StanceTag::Demand);
            let from = first.map_or(0, |first| context.span(&first.tokens).end);
            let asked = imperative::find(&context, &mut holders);
            // "Make no mistake": what strengthens asks for nothing.
            let strengthens = |asked: &Stance| {
                let mut boosters = found.iter().filter(|find| find.tag == StanceTag::Booster);
                boosters.any(|find| context.span(&find.tokens).start == asked.span.start)
            };
            let asks = |asked: &Stance| asked.span.start >= from && !strengthens(asked);
            stances.extend(asked.into_iter().filter(asks));
        }
    }
    settle(&mut stances, reading.sentences.len());
    sort_by_number(&mut stances, |stance| stance.span.number());
    // One span has one tag, the first of them: a judging word in scare quotes is kept at a distance.
    stances.dedup_by(|next, kept| {
        let same = next.span == kept.span;
        if same && next.tag < kept.tag {
            std::mem::swap(next, kept);
        }
        same
    });
    stances
}

/// Whether words that nobody said would be charged to the author: "She did not say the plan is a sham".
#[inline(never)]
fn is_nobodys(stance: &Stance, unsaid: &[Span]) -> bool {
    let before = unsaid.partition_point(|clause| clause.start <= stance.span.start);
    stance.holder.is_none()
        && matches!(
            stance.tag,
            StanceTag::Evaluative | StanceTag::Booster | StanceTag::Hedge | StanceTag::Deny
        )
        && unsaid.get(before.wrapping_sub(1)).is_some_and(|clause| clause.contains(stance.span))
}

/// Strength of a mild judging word in plain narration, until more is known. Beside a stronger one it is meant ("a
/// terrible mess").
pub(super) const WAITS: u8 = 0;

/// Mild words for faults ("chaos", "failure") judge in the narration of an author who judges: in other words at least
/// four times, and once in three sentences. Elsewhere they tell facts.
fn settle(stances: &mut Vec<Stance>, sentences: usize) {
    let is_judgement = |stance: &&Stance| {
        stance.tag == StanceTag::Evaluative && stance.holder.is_none() && stance.strength != WAITS
    };
    let judgements = stances.iter().filter(is_judgement).count();
    let judges = judgements >= 4 && judgements * 3 >= sentences;
    stances.retain(|stance| judges || stance.strength != WAITS);
    for stance in stances {
        stance.strength = stance.strength.max(1);
    }
}

/// Whether an entry really speaks at a place, and what negation makes of it.
#[inline(never)]
pub(super) fn judge<'l>(
    context: &Context<'_>,
    holders: &Holders<'_>,
    entry: Entry<'l>,
    exceptions: Exceptions,
    tokens: Range<usize>,
) -> Option<Found<'l>> {
    let span = context.span(&tokens);
    let cue = holders.cued_by(span).is_some();
    if !context.allows(entry.frame, &tokens, cue) || exceptions.hold(context, &entry, &tokens) {
        return None;
    }
    if entry.frame & condition::FIRST_PERSON != 0 && !commits(context, holders, &tokens) {
        return None;
    }
    // "“If it rains, we will stay,” she said": her own words lay down a condition, they doubt nothing; nor does what
    // somebody says would follow.
    if entry.frame & condition::CONDITIONAL != 0
        && holders.reported_by(span).is_some_and(|by| {
            by.kind == AttributionKind::Quote || context.is(tokens.start, words!["would", "'d", "’d"])
        })
    {
        return None;
    }
    let waits = entry.tag == StanceTag::Evaluative
        && entry.strength == 1
        && !is_meant(context, holders, &tokens, entry.frame & condition::HOLDER_SUBJECT != 0);
    let takes_sides =
        matches!(entry.tag, StanceTag::Support | StanceTag::Oppose | StanceTag::Demand | StanceTag::Pledge);
    // To be for or against something on a condition is not to be so, nor does "if I'll be there" promise anything.
    if takes_sides
        && (context.is_left_open(tokens.start, entry.tag == StanceTag::Demand)
            || context.is_withheld(tokens.start))
    {
        return None;
    }
    let mut find =
        Found { tag: entry.tag, polarity: entry.polarity, strength: entry.strength, tokens, entry };
    if entry.tag != StanceTag::Counter && context.negation(find.tokens.start).is_some() {
        negate(context, &mut find)?;
    }
    if waits {
        find.strength = WAITS;
    }
    Some(find)
}
