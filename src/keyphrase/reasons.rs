//! Why a keyphrase ranks where it does, in words: how far it is from the mean candidate of its article, feature by
//! feature. Products of values and weights alone would not say so, since most features are never zero. For a linear
//! score these differences are its Shapley values (Lundberg and Lee 2017).

use serde::Serialize;

use super::features::{Feature, Features};
use super::rank::Weights;
use crate::collections::{largest_first, sort_by_number};

/// How many reasons are given at most.
const MOST: usize = 5;

/// Log-odds below which a reason is not worth a word.
const LEAST: f32 = 0.2;

/// What sets a keyphrase apart from the other candidates of its article.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reason {
    /// In words.
    pub what: &'static str,
    /// What it adds to the log-odds of the mean candidate, or takes away.
    pub weight: f32,
}

/// The feature in whose name a feature speaks. How often a phrase occurs counts only against how often it does so
/// outside longer phrases.
fn spokesman(feature: Feature) -> Feature {
    match feature {
        Feature::Count => Feature::Whole,
        other => other,
    }
}

/// The strongest reasons for these values, where others have `average`.
pub(super) fn of(weights: &Weights, values: &Features, average: &Features) -> Vec<Reason> {
    let mut differences = *values;
    differences.iter_mut().zip(average).for_each(|(value, average)| *value -= average);
    let mut sums = [0.0; Feature::ALL.len()];
    for (&feature, product) in Feature::ALL.iter().zip(weights.contributions(&differences)) {
        sums[spokesman(feature) as usize] += product;
    }
    let in_title = sums.get(Feature::Title as usize).is_some_and(|&weight| weight >= LEAST);
    let mut reasons: Vec<Reason> = Feature::ALL
        .iter()
        .zip(sums)
        .filter(|(_, weight)| weight.abs() >= LEAST)
        // What the title has is said at once, wherever the text under it comes to it.
        .filter(|&(&feature, weight)| feature != Feature::Body || weight > 0.0 || !in_title)
        .filter_map(|(&feature, weight)| {
            let more = (weight > 0.0) == (weights.weight(feature) > 0.0);
            // Hardly any phrase is a name of one word, so that it tells a reader nothing that this one is none.
            (more || feature != Feature::SingleName)
                .then(|| Reason { what: feature.description(more), weight })
        })
        .collect();
    sort_by_number(&mut reasons, |reason| largest_first(reason.weight.abs()));
    reasons.truncate(MOST);
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyphrase::rank::Model;

    #[test]
    fn a_candidate_is_compared_with_the_others() {
        let weights = Model::Phrases.weights();
        let average = [0.5; Feature::ALL.len()];
        assert_eq!(of(weights, &average, &average), []);
        let mut values = average;
        values[Feature::Body as usize] = 2.5;
        values[Feature::Single as usize] = 0.0;
        let reasons = of(weights, &values, &average);
        assert_eq!(
            reasons.iter().map(|reason| reason.what).collect::<Vec<_>>(),
            ["more than one word", "said late"]
        );
        assert!(reasons[0].weight > 0.0 && reasons[1].weight < 0.0);
    }
}
