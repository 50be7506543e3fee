//! Languages of one script told apart by the ranks of their most frequent trigrams.

use crate::profiles::LangProfile;
use crate::{Lang, is_stop_char};

type Ranks = hashbrown::HashMap<u64, u32, foldhash::fast::FixedState>;

/// Distance of a trigram that a text does not have, and the length of a profile.
const MAX_TRIGRAM_DISTANCE: u32 = 300;
const MAX_TOTAL_DISTANCE: u32 = MAX_TRIGRAM_DISTANCE * MAX_TRIGRAM_DISTANCE;
/// How many trigrams of a text are ranked.
const TEXT_TRIGRAMS_SIZE: usize = 600;

/// The nearest language, and how sure that is, from 0 to 1.
pub(crate) fn detect(lower: &str, profiles: &[(Lang, LangProfile)]) -> Option<(Lang, f64)> {
    let ranks = ranks(lower);
    let (mut first, mut second) = (None, None);
    for &(lang, profile) in profiles {
        let found = Some((distance(profile, &ranks), lang));
        if first.is_none_or(|(least, _)| found.is_some_and(|(new, _)| new < least)) {
            (first, second) = (found, first);
        } else if second.is_none_or(|(least, _)| found.is_some_and(|(new, _)| new < least)) {
            second = found;
        }
    }
    let (nearest, lang) = first?;
    let most = ranks.len() as u32 * MAX_TRIGRAM_DISTANCE;
    let score = |distance: u32| f64::from(most.saturating_sub(distance)) / f64::from(most);
    let confidence = second.map_or(1.0, |(next, _)| confidence(score(nearest), score(next), ranks.len()));
    Some((lang, confidence))
}

/// The ranks of the most frequent trigrams of a text.
fn ranks(lower: &str) -> Ranks {
    let mut counts = Ranks::default();
    let mut letters = lower.chars().map(|ch| if is_stop_char(ch) { ' ' } else { ch }).chain([' ']);
    let (mut first, mut second) = (' ', letters.next().unwrap_or(' '));
    for third in letters {
        if !(second == ' ' && (first == ' ' || third == ' ')) {
            *counts.entry(number([first, second, third])).or_insert(0) += 1;
        }
        (first, second) = (second, third);
    }
    // By falling counts; of equals the trigram that comes later in the alphabet first. A number of 42 bits leaves room
    // for counts as large as a text that is looked at can have.
    const BITS: u32 = 42;
    let order = |number: u64, count: u32| {
        (u64::from(u32::MAX >> 10) - u64::from(count).min(u64::from(u32::MAX >> 10))) << BITS
            | (number ^ ((1 << BITS) - 1))
    };
    let mut ordered: Vec<(u64, u32)> =
        counts.into_iter().map(|(number, count)| (order(number, count), 0)).collect();
    ordered.sort_unstable();
    let ordered = ordered.into_iter().take(TEXT_TRIGRAMS_SIZE).zip(0..);
    ordered.map(|((order, _), rank)| ((order ^ ((1 << BITS) - 1)) & ((1 << BITS) - 1), rank)).collect()
}

/// Three letters as one number, in the order of the alphabet; no profile has a letter beyond 14 bits.
fn number(letters: [char; 3]) -> u64 {
    letters.iter().fold(0, |number, &letter| number << 14 | u64::from(u32::from(letter).min(0x3FFF)))
}

fn distance(profile: LangProfile, ranks: &Ranks) -> u32 {
    let mut letters = profile.chars();
    let mut total = 0;
    let mut place = 0;
    while let (Some(first), Some(second), Some(third)) = (letters.next(), letters.next(), letters.next()) {
        total += ranks
            .get(&number([first, second, third]))
            .map_or(MAX_TRIGRAM_DISTANCE, |&rank| rank.abs_diff(place));
        place += 1;
    }
    // A short text cannot have all of them.
    let lacking = MAX_TRIGRAM_DISTANCE.saturating_sub(ranks.len() as u32);
    total.saturating_sub(lacking * MAX_TRIGRAM_DISTANCE).min(MAX_TOTAL_DISTANCE)
}

/// How far the highest score is ahead of the next, by what the original's author found by experiment.
fn confidence(highest: f64, second: f64, count: usize) -> f64 {
    if highest == 0.0 {
        return 0.0;
    }
    if second == 0.0 {
        return highest;
    }
    let confident = 3.0 / count as f64 + 0.015;
    ((highest - second) / second / confident).min(1.0)
}
