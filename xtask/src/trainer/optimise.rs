//! Multinomial logistic regression by stochastic gradients with a step size of its own for every weight (AdaGrad,
//! Duchi et al. 2011). The tags before a token are those that the model itself gave, as when it is used.

use stance_lens::language::tagger::features::{self, Neighbours, Role};
use stance_lens::language::tagger::lexicon::Class;
use stance_lens::language::tagger::model::{CONTEXTS, LANES, best, contexts};

use crate::examples::{Example, Examples, Rows};

type Row = [f32; LANES];

/// The weights while they are learnt.
pub struct Weights {
    /// One row per feature and role, then those of the tags around a token.
    pub rows: Vec<Row>,
    squares: Vec<Row>,
    contexts: usize,
    random: u64,
}

const RATE: f32 = 0.07;
/// Keeps the first steps of a rare feature small.
const CAUTION: f32 = 0.3;

impl Weights {
    /// All zero, for `rows` rows of features.
    pub fn new(rows: usize) -> Self {
        let all = rows + CONTEXTS;
        Self {
            rows: vec![[0.0; LANES]; all],
            squares: vec![[1e-4; LANES]; all],
            contexts: rows,
            random: 0x5EED_CAFE,
        }
    }

    /// Rows of the tags around a token.
    pub fn contexts(&self) -> &[Row] {
        &self.rows[self.contexts..]
    }

    fn random(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    /// Reads all examples once, in a new order. Returns the share of right tags.
    pub fn epoch(&mut self, examples: &Examples, rows: &Rows, order: &mut [usize]) -> f64 {
        for last in (1..order.len()).rev() {
            let other = self.random() % (last as u64 + 1);
            order.swap(last, other as usize);
        }
        let (mut right, mut all) = (0, 0);
        let mut active = Vec::new();
        for &sentence in order.iter() {
            let sentence = &examples.sentences[sentence];
            let guesses: Vec<usize> = sentence.iter().map(|example| self.guess(example)).collect();
            let mut before = [LANES, LANES];
            for (position, example) in sentence.iter().enumerate() {
                let lane = example.sure.unwrap_or_else(|| {
                    active.clear();
                    active.extend(&example.own);
                    for (offset, role) in Role::WINDOW.into_iter().enumerate() {
                        let shared = match (position + offset).checked_sub(2) {
                            None => &examples.edges[0],
                            Some(place) => {
                                sentence.get(place).map_or(&examples.edges[1], |word| &word.shared)
                            }
                        };
                        active.extend(shared.iter().map(|row| row + role as u32));
                    }
                    let guess = |place: usize| guesses.get(place).copied().unwrap_or(LANES);
                    let around =
                        [before[0], before[1], guess(position), guess(position + 1), guess(position + 2)];
                    active.extend(contexts(around).map(|context| (self.contexts + context) as u32));
                    if let Some(word) = example.word {
                        let class = |place: Option<usize>| {
                            place
                                .and_then(|place| sentence.get(place))
                                .map_or(Class::UNKNOWN, |word| word.class)
                        };
                        let neighbours = Neighbours {
                            before: before[1],
                            after: guess(position + 1),
                            class_before: class(position.checked_sub(1)),
                            class_after: class(Some(position + 1)),
                        };
                        features::pairs(word, neighbours, |key| active.extend(rows.row(key)));
                    }
                    self.learn(&active, example.gold)
                });
                right += usize::from(lane == example.gold);
                all += 1;
                before = [before[1], lane];
            }
        }
        100.0 * right as f64 / all as f64
    }

    /// The best lane by the word alone.
    fn guess(&self, example: &Example) -> usize {
        example.sure.unwrap_or_else(|| best(&self.scores(example.own.iter().chain(&example.shared))))
    }

    fn scores<'r>(&self, active: impl IntoIterator<Item = &'r u32>) -> Row {
        let mut scores = [0.0; LANES];
        for &row in active {
            for (score, weight) in scores.iter_mut().zip(self.rows[row as usize]) {
                *score += weight;
            }
        }
        scores
    }

    fn learn(&mut self, active: &[u32], gold: usize) -> usize {
        let scores = self.scores(active);
        let best = best(&scores);
        let mut gradient = scores.map(|score| exponential(score - scores[best]));
        let sum: f32 = gradient.iter().sum();
        gradient.iter_mut().for_each(|value| *value /= sum);
        gradient[gold] -= 1.0;
        gradient.iter_mut().filter(|value| value.abs() < 1e-3).for_each(|value| *value = 0.0);
        for &row in active {
            let (weights, squares) = (&mut self.rows[row as usize], &mut self.squares[row as usize]);
            for lane in 0..LANES {
                squares[lane] += gradient[lane] * gradient[lane];
                weights[lane] -= RATE * gradient[lane] / (squares[lane].sqrt() + CAUTION);
            }
        }
        best
    }

    /// Keeps the `features` heaviest weights of features and the `contexts` heaviest of tags around a token; the
    /// others are zero from now on.
    pub fn prune(&mut self, features: usize, contexts: usize) {
        let (of_features, of_contexts) = self.rows.split_at_mut(self.contexts);
        let (squares, squares_of_contexts) = self.squares.split_at_mut(self.contexts);
        prune(of_features.as_flattened_mut(), squares.as_flattened_mut(), features);
        prune(of_contexts.as_flattened_mut(), squares_of_contexts.as_flattened_mut(), contexts);
    }
}

fn prune(weights: &mut [f32], squares: &mut [f32], count: usize) {
    let mut heights: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    if heights.len() <= count {
        return;
    }
    let (_, &mut threshold, _) = heights.select_nth_unstable_by(count, |a, b| b.total_cmp(a));
    for (weight, square) in weights.iter_mut().zip(squares) {
        if weight.abs() <= threshold {
            *weight = 0.0;
            // An endless sum of squares stops every later step.
            *square = f32::INFINITY;
        }
    }
}

/// e to the power of a number not above zero. Mathematical libraries differ in the last bit from system to
/// system; this does not, and weights must not.
fn exponential(x: f32) -> f32 {
    if x < -20.0 {
        return 0.0;
    }
    let mut power = 1.0 + x / 4096.0;
    for _ in 0..12 {
        power *= power;
    }
    power
}
