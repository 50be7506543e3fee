//! What an article is about: phrases that it repeats, and places early.
//!
//! `runs` finds stretches of words that may hold a keyphrase, `candidates` every part of them with all its
//! occurrences, `features` says of each candidate what can be counted, `rank` weighs it, and `collapse` puts
//! forms of one phrase together. The approach is that of KEA (Witten et al. 1999) with the features of later
//! unsupervised work: position (Florescu and Caragea 2017, PositionRank), nesting (Frantzi et al. 2000, C-value),
//! spread and capitals (Campos et al. 2020, YAKE).

mod candidates;
mod collapse;
mod features;
mod known;
mod mentions;
mod rank;
mod reasons;
mod runs;
mod stem;

use crate::analysis::Keyphrase;
use crate::collections::{largest_first, smallest, sort_by_number};
use crate::language::{Reading, Tag, stopwords};
use crate::lowercase::lowercase;
use crate::options::{KeyphraseMode, Options};
use crate::span::Span;
use candidates::Candidates;
use collapse::Group;
use features::Measure;
use mentions::Names;
use rank::Model;
use runs::{Grammar, Item, Runs};

pub use features::{Feature, Features};
pub use reasons::Reason;

/// How many candidates are looked at for each keyphrase asked for: forms of the ones before them, and some to
/// spare.
const LOOK_AHEAD: usize = 6;

/// Most keyphrases, however many are asked for: each is looked at beside all others.
const MOST: usize = 1000;

/// Longest candidate, in words.
const LONGEST: usize = 5;

/// The keyphrases of an article, best first. Of two with the same score, the one that comes first in the text.
pub fn extract(reading: &Reading<'_>, options: &Options) -> Vec<Keyphrase> {
    let found = Found::of(reading, options.keyphrases);
    let measure = Measure::new(&found.runs, &found.candidates);
    found.best(reading, &measure, options).into_iter().map(|(keyphrase, _)| keyphrase).collect()
}

/// A keyphrase, and what made it rank where it does.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The keyphrase.
    pub keyphrase: Keyphrase,
    /// The form of it that ranked best, where that form stands first.
    pub form: Span,
    /// Log-odds before any feature has spoken.
    pub bias: f32,
    /// What each feature is, and what it adds to the log-odds; the strongest first. The score is the probability
    /// for the sum of all of them and the bias.
    pub contributions: Vec<Contribution>,
    /// The few strongest reasons why it ranks above or below the other candidates, in words; the strongest first.
    pub reasons: Vec<Reason>,
}

/// What one feature says of one keyphrase.
#[derive(Clone, Copy, Debug)]
pub struct Contribution {
    /// The feature.
    pub feature: Feature,
    /// Its value.
    pub value: f32,
    /// Its value times its weight.
    pub log_odds: f32,
}

/// The same keyphrases as [`extract`], with the reasons for their rank.
pub fn explain(reading: &Reading<'_>, options: &Options) -> Vec<Explained> {
    let found = Found::of(reading, options.keyphrases);
    let measure = Measure::new(&found.runs, &found.candidates);
    let weights = found.model.weights();
    let average = measure.average();
    let explained = found.best(reading, &measure, options).into_iter().map(|(keyphrase, best)| {
        let candidate = &found.candidates.list[best as usize];
        let values = measure.of(best);
        let products = weights.contributions(&values);
        let mut contributions: Vec<Contribution> = Feature::ALL
            .iter()
            .zip(values.iter().zip(products))
            .map(|(&feature, (&value, log_odds))| Contribution { feature, value, log_odds })
            .filter(|contribution| contribution.log_odds != 0.0)
            .collect();
        sort_by_number(&mut contributions, |contribution| largest_first(contribution.log_odds.abs()));
        let form = runs::span(reading, candidate.items(&found.runs.items));
        let reasons = reasons::of(weights, &values, &average);
        Explained { keyphrase, form, bias: weights.bias(), contributions, reasons }
    });
    explained.collect()
}

/// A candidate and what can be counted of it.
#[derive(Clone, Debug)]
pub struct Described {
    /// Where it stands first.
    pub span: Span,
    /// A value for each of [`Feature::ALL`].
    pub features: Features,
}

/// Every candidate of an article with its features, in order of first occurrence: what the weights are fitted on.
pub fn describe(reading: &Reading<'_>, mode: KeyphraseMode) -> Vec<Described> {
    let Found { runs, candidates, .. } = Found::of(reading, mode);
    let measure = Measure::new(&runs, &candidates);
    let described = candidates.list.iter().zip(0..).map(|(candidate, id)| Described {
        span: runs::span(reading, candidate.items(&runs.items)),
        features: measure.of(id),
    });
    described.collect()
}

/// What all inflected forms of a phrase have in common: the stems of its words.
///
/// ```
/// use stance_lens::keyphrase::key;
/// assert_eq!(key("en", "Tax cuts"), key("en", "tax cut"));
/// ```
pub fn key(language: &str, phrase: &str) -> String {
    let stemmer = stem::Stemmer::of(language);
    let lower = lowercase(phrase);
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let stems = words.map(|word| {
        let (stem, ending) = stemmer.stem(word);
        format!("{stem}{ending}")
    });
    stems.collect::<Vec<_>>().join(" ")
}

/// Everything in an article that could be a keyphrase.
struct Found {
    runs: Runs,
    candidates: Candidates,
    model: Model,
}

impl Found {
    fn of(reading: &Reading<'_>, mode: KeyphraseMode) -> Self {
        // Without stop words nothing divides a sentence but its punctuation.
        let divided = stopwords(&reading.language).is_some();
        let mode = if divided { mode } else { KeyphraseMode::Words };
        let (longest, tagged, untagged) = match mode {
            KeyphraseMode::Phrases => (LONGEST, (Grammar::Terms, Model::Phrases), Model::UntaggedPhrases),
            KeyphraseMode::Words => (1, (Grammar::ContentWords, Model::Words), Model::UntaggedWords),
        };
        let first = reading.is_english().then_some(tagged);
        // A text without a noun, or of stopwords alone, still has words.
        let others = [(Grammar::BetweenStopwords, untagged), (Grammar::Anything, untagged)];
        let mut found = Self { runs: Runs::default(), candidates: Candidates::default(), model: untagged };
        for (grammar, model) in first.into_iter().chain(others) {
            let (runs, candidates) = runs::find(reading, grammar, longest);
            found = Self { runs, candidates, model };
            if !found.candidates.list.is_empty() {
                break;
            }
        }
        found
    }

    /// Whether a candidate is a clause: a headline's "minister vows appeal", whose verb is no noun of the text under it
    /// either, or "Giving evidence" before its comma.
    #[inline(never)]
    fn is_clause(&self, reading: &Reading<'_>, id: u32) -> bool {
        let (candidate, tally) = (&self.candidates.list[id as usize], &self.candidates.tallies[id as usize]);
        let items = candidate.items(&self.runs.items);
        let (true, Some(first)) = (self.runs.tagged, items.first()) else { return false };
        let text = |item: &Item| reading.lower(item.token as usize);
        if tally.in_body != u32::MAX {
            let clause = first.opens_sentence && first.tag == Tag::Verb && text(first).ends_with("ing");
            return clause && tally.count == 1;
        }
        // Plurals of nouns stand at the end of a term, and seldom behind a person's name.
        (0..items.len()).zip(items).any(|(at, item)| {
            let word = text(item);
            let after = self.runs.items.get(candidate.item as usize + at + 1);
            let before = at.checked_sub(1).and_then(|before| items.get(before));
            let placed = after.is_some_and(|after| after.token == item.token + 1)
                || before.is_some_and(|before| before.tag == Tag::Propn);
            matches!(item.tag, Tag::Noun | Tag::Verb)
                && !item.opens_sentence
                && word.ends_with('s')
                && !word.ends_with("ss")
                && placed
                && !self
                    .runs
                    .items
                    .iter()
                    .skip(self.runs.title_items)
                    .any(|other| other.tag == Tag::Noun && other.stem == item.stem && text(other) == word)
        })
    }

    /// The keyphrases, each with the candidate that gave it its rank.
    fn best(&self, reading: &Reading<'_>, measure: &Measure<'_>, options: &Options) -> Vec<(Keyphrase, u32)> {
        let (weights, most) = (self.model.weights(), options.max_keyphrases.min(MOST));
        let score = |id: u32| weights.log_odds(&measure.of(id));
        let order =
            (0..self.candidates.list.len() as u32).map(|id| largest_first(score(id)) << 32 | u64::from(id));
        let ranked = smallest(order, most.saturating_mul(LOOK_AHEAD));
        // The lower half of each number is the candidate.
        let mut ranked: Vec<u32> = ranked.into_iter().map(|number| number as u32).collect();
        ranked.retain(|&id| !self.is_clause(reading, id));
        let names = Names::of(reading, &self.runs, &self.candidates);
        let groups = match options.keyphrases {
            KeyphraseMode::Words => ranked.iter().take(most).map(|&id| Group::of(id)).collect(),
            KeyphraseMode::Phrases => {
                collapse::collapse(&self.runs, &self.candidates, &ranked, most, |id| names.full(id))
            }
        };
        mentions::gather(reading, &self.runs, &self.candidates, &names, &groups)
            .into_iter()
            .zip(&groups)
            .map(|((text, mentions), group)| {
                // Five decimals: the rest is noise.
                let score = (rank::probability(score(group.best)) * 1e5).round_ties_even() / 1e5;
                (Keyphrase { text, score, mentions }, group.best)
            })
            .collect()
    }
}
