//! The ranking: one weight for each feature, and nothing else. A linear score can be read, and every rank can be
//! explained by the products that add up to it.

use std::sync::LazyLock;

use super::features::{Feature, Features};
use crate::bytes::{lines, split};

/// Which of the columns of weights applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    /// Phrases, where words have parts of speech.
    Phrases,
    /// Phrases between stopwords.
    UntaggedPhrases,
    /// Single words, where words have parts of speech.
    Words,
    /// Single words that are not stopwords.
    UntaggedWords,
}

/// The log-odds of a candidate: a bias, and a weight for each feature.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weights {
    bias: f32,
    of: Features,
}

static MODELS: LazyLock<[Weights; 4]> =
    LazyLock::new(|| [1, 2, 3, 4].map(|column| parse(include_str!("../../lexicon/keyphrases.tsv"), column)));

/// The weights in one column of the table.
fn parse(table: &str, column: usize) -> Weights {
    let mut weights = Weights::default();
    for line in lines(table).filter(|line| !line.starts_with('#')) {
        let mut fields = split(line, b'\t');
        let name = fields.next();
        let Some(weight) = fields.nth(column - 1).and_then(decimal) else { continue };
        match Feature::ALL.iter().position(|feature| Some(feature.as_str()) == name) {
            Some(index) => weights.of[index] = weight,
            None => weights.bias = weight,
        }
    }
    weights
}

/// A number with a few decimals. The division is exact to the last bit, as what the standard library reads is,
/// whose tables for any number are larger than all other code of this room.
fn decimal(text: &str) -> Option<f32> {
    let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
    let digits: i32 = [whole, parts].concat().parse().ok()?;
    Some(digits as f32 / 10_i32.pow(parts.len() as u32) as f32)
}

impl Model {
    pub(super) fn weights(self) -> &'static Weights {
        &MODELS[self as usize]
    }
}

impl Weights {
    /// What each feature adds to the log-odds.
    pub(super) fn contributions(&self, features: &Features) -> Features {
        let mut products = *features;
        products.iter_mut().zip(&self.of).for_each(|(product, weight)| *product *= weight);
        products
    }

    /// The weight of one feature.
    pub(super) fn weight(&self, feature: Feature) -> f32 {
        self.of[feature as usize]
    }

    /// The log-odds before any feature has spoken.
    pub(super) fn bias(&self) -> f32 {
        self.bias
    }

    /// The log-odds that somebody would choose the candidate.
    #[inline(never)]
    pub(super) fn log_odds(&self, features: &Features) -> f32 {
        self.bias + features.iter().zip(&self.of).map(|(value, weight)| value * weight).sum::<f32>()
    }
}

/// A probability for log-odds. Like the logarithms, taken in more digits than are kept.
pub(super) fn probability(log_odds: f32) -> f32 {
    (1.0 / (1.0 + (-f64::from(log_odds)).exp())) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weights() {
        let table = include_str!("../../lexicon/keyphrases.tsv");
        let rows: Vec<Vec<&str>> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let names: Vec<&str> = rows.iter().skip(2).map(|row| row[0]).collect();
        let features: Vec<&str> = Feature::ALL.iter().map(|feature| feature.as_str()).collect();
        assert_eq!(names, features);
        for row in rows.iter().skip(1) {
            assert!(row[1..].iter().all(|weight| weight.parse() == Ok(decimal(weight).unwrap())), "{row:?}");
            assert_eq!(row.len(), 5);
        }
    }

    #[test]
    fn contributions_add_up_to_the_log_odds() {
        let mut features = [0.0; Feature::ALL.len()];
        features.iter_mut().enumerate().for_each(|(index, value)| *value = index as f32 / 7.0);
        for model in [Model::Phrases, Model::UntaggedPhrases, Model::Words, Model::UntaggedWords] {
            let weights = model.weights();
            let sum = weights.bias + weights.contributions(&features).iter().sum::<f32>();
            assert!((sum - weights.log_odds(&features)).abs() < 1e-4);
        }
    }
}
