//! What an article is about: phrases that it repeats, and places early.
//!
//! [`runs`] finds stretches of words that may hold a keyphrase, [`candidates`] every part of them with all its
//! occurrences, [`features`] says of each candidate what can be counted, [`rank`] weighs it, and [`collapse`] puts
//! forms of one phrase together. The approach is that of KEA (Witten et al. 1999) with the features of later
//! unsupervised work: position (Florescu and Caragea 2017, PositionRank), nesting (Frantzi et al. 2000, C-value),
//! spread and capitals (Campos et al. 2020, YAKE).

mod candidates;
mod collapse;
mod features;
mod mentions;
mod rank;
mod runs;
mod stem;

use crate::analysis::Keyphrase;
use crate::language::Reading;
use crate::options::{KeyphraseMode, Options};
use crate::span::Span;
use candidates::Candidates;
use features::Measure;
use rank::Model;
use runs::{Grammar, Runs};

pub use features::{Feature, Features};

/// How many candidates are looked at for each keyphrase asked for: forms of the ones before them, and some to
/// spare.
const LOOK_AHEAD: usize = 6;

/// The keyphrases of an article, best first. Of two with the same score, the one that comes first in the text.
pub fn extract(reading: &Reading<'_>, options: &Options) -> Vec<Keyphrase> {
    let Found { runs, candidates, model } = Found::of(reading, options.keyphrases);
    let measure = Measure::new(&runs);
    let weights = model.weights();
    let mut scored: Vec<(f32, u32)> = (0..)
        .zip(&candidates.list)
        .map(|(id, candidate)| (weights.log_odds(&measure.of(candidate)), id))
        .collect();
    let order = |one: &(f32, u32), other: &(f32, u32)| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1));
    let survivors = options.max_keyphrases.saturating_mul(LOOK_AHEAD).min(scored.len());
    if survivors < scored.len() {
        scored.select_nth_unstable_by(survivors, order);
        scored.truncate(survivors);
    }
    scored.sort_unstable_by(order);
    let ranked: Vec<u32> = scored.iter().map(|&(_, id)| id).collect();
    let names = mentions::Names::of(reading, &runs, &candidates);
    let most = options.max_keyphrases;
    let groups = if options.keyphrases == KeyphraseMode::Words {
        ranked.iter().take(most).map(|&id| collapse::Group { shown: id, best: id, forms: vec![id] }).collect()
    } else {
        collapse::collapse(&runs, &candidates, &ranked, most, |id| names.full(id))
    };
    let score = |id: u32| scored.iter().find(|&&(_, known)| known == id).map_or(0.0, |&(score, _)| score);
    mentions::gather(reading, &runs, &candidates, &names, &groups)
        .into_iter()
        .zip(&groups)
        .map(|((text, mentions), group)| Keyphrase {
            text,
            score: rank::probability(score(group.best)),
            mentions,
        })
        .collect()
}

/// Everything in an article that could be a keyphrase.
struct Found {
    runs: Runs,
    candidates: Candidates,
    model: Model,
}

impl Found {
    fn of(reading: &Reading<'_>, mode: KeyphraseMode) -> Self {
        let (longest, tagged, model) = match mode {
            KeyphraseMode::Phrases => (LONGEST, Grammar::Terms, Model::Phrases),
            KeyphraseMode::Words => (1, Grammar::ContentWords, Model::Words),
        };
        let untagged = if mode == KeyphraseMode::Words { Model::Words } else { Model::Untagged };
        let attempts = [(Grammar::BetweenStopwords, untagged), (Grammar::Anything, untagged)];
        let first = reading.is_english().then_some((tagged, model));
        let mut found = Self { runs: Runs::default(), candidates: Candidates::default(), model };
        // A text without a noun, or of stopwords alone, still has words.
        for (grammar, model) in first.into_iter().chain(attempts) {
            let runs = runs::find(reading, grammar, longest == 1);
            let candidates = Candidates::of(&runs, longest);
            let done = !candidates.list.is_empty();
            found = Self { runs, candidates, model };
            if done {
                break;
            }
        }
        found
    }
}

/// Longest candidate, in words.
const LONGEST: usize = 5;

/// A candidate and what speaks for it, for fitting the weights and for looking at what the ranking sees.
#[derive(Clone, Debug)]
pub struct Described {
    /// The phrase where it stands first.
    pub span: Span,
    /// What was counted.
    pub features: Features,
}

/// Every candidate of an article with its features, in order of first occurrence.
pub fn describe(reading: &Reading<'_>, mode: KeyphraseMode) -> Vec<Described> {
    let Found { runs, candidates, .. } = Found::of(reading, mode);
    let measure = Measure::new(&runs);
    candidates
        .list
        .iter()
        .map(|candidate| Described {
            span: candidates::span(candidate.items(&runs.items)),
            features: measure.of(candidate),
        })
        .collect()
}
