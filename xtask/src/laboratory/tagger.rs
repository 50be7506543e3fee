//! A sequence tagger over sources, cues and contents: averaged perceptron (Collins 2002) with Viterbi search over
//! "begins", "goes on" and "outside".

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use stance_lens::language::{PhraseKind, Reading, Tag};

/// Outside; then "begins" and "goes on" for source, cue and content.
pub const LABELS: usize = 7;

type Row = [f32; LABELS];

/// What the features of one token are hashed to.
pub type Features = Vec<u64>;

/// One sentence with its right labels.
pub struct Example {
    pub features: Vec<Features>,
    pub labels: Vec<usize>,
}

#[derive(Default)]
pub struct Tagger {
    rows: HashMap<u64, usize>,
    weights: Vec<Row>,
    moves: [Row; LABELS],
}

impl Tagger {
    /// Learns from the examples, read `rounds` times.
    pub fn train(examples: &[Example], rounds: usize) -> Self {
        let mut tagger = Self::default();
        for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
            let next = tagger.rows.len();
            tagger.rows.entry(*feature).or_insert(next);
        }
        tagger.weights = vec![Row::default(); tagger.rows.len()];
        let mut sums = vec![Row::default(); tagger.rows.len()];
        let mut sum_of_moves = [Row::default(); LABELS];
        let mut time = 1.0;
        for _ in 0..rounds {
            for example in examples {
                let guess = tagger.label(&example.features);
                time += 1.0;
                if guess == example.labels {
                    continue;
                }
                let (mut last, mut last_guess) = (0, 0);
                for ((features, &gold), &guess) in example.features.iter().zip(&example.labels).zip(&guess) {
                    if gold != guess {
                        for row in features.iter().filter_map(|feature| tagger.rows.get(feature)) {
                            tagger.weights[*row][gold] += 1.0;
                            tagger.weights[*row][guess] -= 1.0;
                            sums[*row][gold] += time;
                            sums[*row][guess] -= time;
                        }
                    }
                    for (from, to, step) in [(last, gold, 1.0), (last_guess, guess, -1.0)] {
                        tagger.moves[from][to] += step;
                        sum_of_moves[from][to] += step * time;
                    }
                    (last, last_guess) = (gold, guess);
                }
            }
        }
        let average = |weights: &mut [Row], sums: &[Row]| {
            for (weight, sum) in weights.as_flattened_mut().iter_mut().zip(sums.as_flattened()) {
                *weight -= sum / time;
            }
        };
        average(&mut tagger.weights, &sums);
        average(&mut tagger.moves, &sum_of_moves);
        tagger
    }

    /// Keeps the `count` heaviest weights and returns how many there were.
    pub fn prune(&mut self, count: usize) -> usize {
        let mut all: Vec<f32> =
            self.weights.as_flattened().iter().map(|w| w.abs()).filter(|&w| w > 0.0).collect();
        let before = all.len();
        if before > count {
            let (_, &mut least, _) = all.select_nth_unstable_by(count, |a, b| b.total_cmp(a));
            let weights = self.weights.as_flattened_mut().iter_mut();
            weights.filter(|weight| weight.abs() <= least).for_each(|weight| *weight = 0.0);
        }
        before
    }

    /// The best sequence of labels.
    pub fn label(&self, sentence: &[Features]) -> Vec<usize> {
        let mut scores = Row::default();
        let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(sentence.len());
        for (position, features) in sentence.iter().enumerate() {
            let mut own = Row::default();
            for row in features.iter().filter_map(|feature| self.rows.get(feature)) {
                own.iter_mut().zip(self.weights[*row]).for_each(|(score, weight)| *score += weight);
            }
            let (mut next, mut from) = (Row::default(), [0; LABELS]);
            for label in 0..LABELS {
                // "Goes on" follows only its own kind; before the first token everything is outside.
                let allowed = |last: usize| {
                    (label == 0 || label % 2 == 1 || last == label || last + 1 == label)
                        && (position > 0 || last == 0)
                };
                let scored = (0..LABELS).filter(|&last| allowed(last));
                let best = scored.map(|last| (scores[last] + self.moves[last][label], last));
                let best = best.max_by(|a, b| a.0.total_cmp(&b.0));
                (next[label], from[label]) =
                    best.map_or((f32::NEG_INFINITY, 0), |(score, last)| (score + own[label], last));
            }
            scores = next;
            back.push(from);
        }
        let mut label = (0..LABELS).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
        let mut labels: Vec<usize> = back
            .iter()
            .rev()
            .map(|from| {
                let here = label;
                label = from[label];
                here
            })
            .collect();
        labels.reverse();
        labels
    }
}

/// Features of every token of an article: words, tags, quotation, class of cue and distance to the nearest.
pub fn features(reading: &Reading<'_>, class: impl Fn(&str, Tag) -> u64) -> Vec<Features> {
    let count = reading.tokens.len();
    let tag = |at: usize| reading.tokens.get(at).map_or(99, |token| token.tag as u64);
    let word = |at: usize| if at < count { reading.lower(at) } else { "" };
    let classes: Vec<u64> = (0..count).map(|at| class(word(at), reading.tokens[at].tag)).collect();
    let mut quoted = vec![0_u64; count];
    let mut phrase = vec![0_u64; count];
    for group in &reading.phrases {
        for at in group.tokens.range() {
            let kind = if group.kind == PhraseKind::Noun { 1 } else { 3 };
            phrase[at] = kind + u64::from(at == group.tokens.range().start);
        }
    }
    let mut all = Vec::with_capacity(count);
    for sentence in &reading.sentences {
        let tokens = sentence.tokens.range();
        let mut inside = 0;
        for at in tokens.clone() {
            match word(at) {
                "“" | "``" | "«" => inside = 1,
                "”" | "''" | "»" => inside = 0,
                "\"" => inside = 1 - inside,
                _ => quoted[at] = inside,
            }
        }
        let cues: Vec<usize> = tokens.clone().filter(|&at| classes[at] > 0).collect();
        for at in tokens.clone() {
            let nearest = cues.iter().copied().min_by_key(|cue| cue.abs_diff(at));
            let distance = nearest.map_or(99, |cue| (cue as i64 - at as i64).clamp(-8, 8));
            let near = nearest.map_or(0, |cue| classes[cue]);
            let comma = nearest.map_or(0, |cue| {
                (at.min(cue)..at.max(cue)).filter(|&at| word(at) == ",").count().min(3) as u64
            });
            let edge = (at == tokens.start) as u64 + 2 * u64::from(at + 1 == tokens.end);
            let quote = quoted[at] + 2 * at.checked_sub(1).map_or(0, |before| quoted[before]);
            let mut own = Features::new();
            let mut add = |template: u64, value: &dyn Fn(&mut DefaultHasher)| {
                let mut hasher = DefaultHasher::new();
                template.hash(&mut hasher);
                value(&mut hasher);
                own.push(hasher.finish());
            };
            for step in 0..5 {
                let place = (at + step).wrapping_sub(2);
                add(step as u64, &|hasher| word(place).hash(hasher));
                add(10 + step as u64, &|hasher| (tag(place), tag(place.wrapping_add(1))).hash(hasher));
                let class = classes.get(place).copied().unwrap_or(0);
                add(20 + step as u64, &|hasher| (class, tag(place)).hash(hasher));
            }
            add(30, &|hasher| (distance, near).hash(hasher));
            add(31, &|hasher| (distance, tag(at)).hash(hasher));
            add(32, &|hasher| (distance.signum(), comma, near, quote).hash(hasher));
            add(33, &|hasher| (quote, edge).hash(hasher));
            add(34, &|hasher| (phrase[at], distance).hash(hasher));
            add(35, &|hasher| (word(at), distance.signum(), quote).hash(hasher));
            add(36, &|hasher| (tag(at), phrase[at], comma, distance.signum()).hash(hasher));
            all.push(own);
        }
    }
    all
}
