//! A list that a person reads must not say the same thing five times. Candidates that are forms of one phrase
//! are put together here, and shown in the fullest form that the article bears out.

use super::candidates::Candidates;
use super::runs::{Item, Runs};

/// A shorter phrase is a form of a longer one that makes up at least this share of its occurrences: whoever
/// reads "Gilbert" in an article on Hurricane Gilbert reads the longer name.
const SHARE: f32 = 0.5;

/// Forms of one keyphrase.
#[derive(Debug)]
pub(super) struct Group {
    /// The candidate that is shown.
    pub shown: u32,
    /// The best ranked of the forms, which gives the score.
    pub best: u32,
    /// All forms, the best ranked first.
    pub forms: Vec<u32>,
}

impl Group {
    /// A candidate alone.
    pub(super) fn of(candidate: u32) -> Self {
        Self { shown: candidate, best: candidate, forms: vec![candidate] }
    }
}

/// Groups of candidates, in order of their best form; at most `most` of them. `ranked` lists candidates, best
/// first; what comes after the last group has begun can still join a group. `full` gives for a candidate that is
/// the short form of a name the candidate that is the full name.
#[inline(never)]
pub(super) fn collapse(
    runs: &Runs,
    candidates: &Candidates,
    ranked: &[u32],
    most: usize,
    full: impl Fn(u32) -> Option<u32>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::with_capacity(most);
    for &candidate in ranked {
        let full = full(candidate);
        if groups.iter().any(|group| crosses(runs, candidates, candidate, group.shown)) {
            continue;
        }
        // A candidate that is shown already goes to no other group.
        let shown = groups.iter().position(|group| group.shown == full.unwrap_or(candidate));
        let known = shown.or_else(|| {
            groups.iter().position(|group| {
                candidate == group.shown
                    || full.is_none()
                        && (part_of(runs, candidates, candidate, group.shown)
                            || part_of(runs, candidates, group.shown, candidate))
            })
        });
        match known {
            Some(index) => {
                let group = &mut groups[index];
                group.forms.push(candidate);
                let longer = |id: u32| candidates.list[id as usize].length;
                if full.is_none() && longer(candidate) > longer(group.shown) {
                    group.shown = candidate;
                }
            }
            None if groups.len() < most => {
                let mut forms = vec![candidate];
                forms.extend(full.filter(|&full| full != candidate));
                groups.push(Group { shown: full.unwrap_or(candidate), best: candidate, forms });
            }
            None => {}
        }
    }
    groups
}

/// Whether `short` is part of `long`, and mostly stands there.
fn part_of(runs: &Runs, candidates: &Candidates, short: u32, long: u32) -> bool {
    let count = |id: u32| candidates.tallies[id as usize].count as f32;
    let mostly = || count(long) >= SHARE * count(short);
    let (short, long) = (&candidates.list[short as usize], &candidates.list[long as usize]);
    short.length < long.length && mostly() && has(long.items(&runs.items), short.items(&runs.items))
}

/// Whether two candidates are one stretch of words, cut in two ways, where only stop words tell where a phrase ends.
fn crosses(runs: &Runs, candidates: &Candidates, one: u32, other: u32) -> bool {
    let count = |id: u32| candidates.tallies[id as usize].count;
    let as_often = count(one) == count(other);
    let (one, other) = (&candidates.list[one as usize], &candidates.list[other as usize]);
    let (first, second) = if one.item < other.item { (one, other) } else { (other, one) };
    let end = first.item + first.length;
    !runs.tagged
        && as_often
        && first.item < second.item
        && second.item < end
        && end < second.item + second.length
}

/// Whether items stand side by side among others, by their stems.
#[inline(never)]
fn has(items: &[Item], wanted: &[Item]) -> bool {
    items.windows(wanted.len()).any(|part| part.iter().zip(wanted).all(|(one, other)| one.stem == other.stem))
}
