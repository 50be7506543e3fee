//! What the finds of a sentence do to those beside them: measures that strengthen nothing, judging words that make one,
//! boosters and hedges that raise and lower a strength.

use super::tags::{Found, WAITS};
use crate::analysis::StanceTag;
use crate::language::Tag;

/// "the most populous town", "total sales": a word of measure strengthens only a word right behind it that judges or
/// takes a side ("total support").
#[inline(never)]
pub(super) fn drop_measures(found: &mut Vec<Found<'_>>) {
    let judges =
        |find: &Found<'_>| matches!(find.tag, StanceTag::Evaluative | StanceTag::Support | StanceTag::Oppose);
    for index in 0..found.len() {
        let Some([find, after @ ..]) = found.get_mut(index..) else { return };
        let is_measure =
            find.tag == StanceTag::Booster && matches!(find.entry.pattern, "most" | "total" | "enormous");
        let next = after.first().filter(|next| next.tokens.start == find.tokens.end);
        if is_measure && !next.is_some_and(judges) {
            find.tokens.end = find.tokens.start;
        }
    }
    found.retain(|find| !find.tokens.is_empty());
}

/// One span for two judging words that stand side by side, but not for a verb and what it governs ("ruined honest work").
#[inline(never)]
pub(super) fn join_neighbours(found: &mut Vec<Found<'_>>) {
    found.dedup_by(|next, previous| {
        let both = previous.tag == StanceTag::Evaluative && next.tag == StanceTag::Evaluative;
        let is_verb = previous.entry.parts_of_speech & 1 << Tag::Verb as u32 != 0;
        let joined = both && !is_verb && previous.tokens.end == next.tokens.start;
        if joined {
            previous.tokens.end = next.tokens.end;
            previous.strength = previous.strength.max(next.strength);
            if next.polarity < 0 {
                previous.polarity = next.polarity;
            }
        }
        joined
    });
}

/// Boosters and hedges within two tokens raise and lower the strength of what they stand by.
#[inline(never)]
pub(super) fn weigh(found: &mut [Found<'_>]) {
    for index in 0..found.len() {
        let change = match found.get(index).map(|find| find.tag) {
            Some(StanceTag::Booster) => 1,
            Some(StanceTag::Hedge) => -1,
            _ => continue,
        };
        let tokens = found.get(index).map(|find| find.tokens.clone()).unwrap_or_default();
        let never = found.get(index).is_some_and(|find| find.entry.pattern == "never");
        for near in [index.wrapping_sub(1), index + 1] {
            if let Some(find) = found.get_mut(near) {
                let gap = find
                    .tokens
                    .start
                    .saturating_sub(tokens.end)
                    .max(tokens.start.saturating_sub(find.tokens.end));
                // "never backed it": what turns it round does not strengthen it as well.
                let turns = never && find.tag != find.entry.tag;
                if gap < 2
                    && !turns
                    && find.strength != WAITS
                    && !matches!(find.tag, StanceTag::Booster | StanceTag::Hedge | StanceTag::Counter)
                {
                    find.strength = find.strength.saturating_add_signed(change).clamp(1, 3);
                }
            }
        }
    }
}
