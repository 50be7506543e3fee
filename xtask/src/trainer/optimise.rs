//! Multinomial logistic regression by stochastic gradients with a step size of its own for every weight (AdaGrad,
//! Duchi et al. 2011). The tags before a token are those that the model itself gave, as when it is used.

use stance_lens::language::tagger::features::Role;
use stance_lens::language::tagger::model::{HISTORIES, LANES};

use crate::examples::Examples;

type Row = [f32; LANES];

/// The weights while they are learnt.
pub struct Weights {
    /// One row per feature and role, then one for every pair of tags before.
    pub rows: Vec<Row>,
    squares: Vec<Row>,
    transitions: usize,
    random: u64,
}

const RATE: f32 = 0.1;
/// Keeps the first steps of a rare feature small.
const CAUTION: f32 = 0.3;

impl Weights {
    /// All zero, for `rows` rows of features.
    pub fn new(rows: usize) -> Self {
        let all = rows + HISTORIES * HISTORIES;
        Self {
            rows: vec![[0.0; LANES]; all],
            squares: vec![[1e-4; LANES]; all],
            transitions: rows,
            random: 0x5EED_CAFE,
        }
    }

    /// Rows of the transitions.
    pub fn transitions(&self) -> &[Row] {
        &self.rows[self.transitions..]
    }

    fn random(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    /// Reads all examples once, in a new order. Returns the share of right tags.
    pub fn epoch(&mut self, examples: &Examples, order: &mut [usize]) -> f64 {
        for last in (1..order.len()).rev() {
            let other = self.random() % (last as u64 + 1);
            order.swap(last, other as usize);
        }
        let (mut right, mut all) = (0, 0);
        let mut active = Vec::new();
        for &sentence in order.iter() {
            let sentence = &examples.sentences[sentence];
            let mut before = [LANES, LANES];
            for (position, example) in sentence.iter().enumerate() {
                let lane = example.sure.unwrap_or_else(|| {
                    active.clear();
                    active.extend(&example.own);
                    for (offset, role) in Role::WINDOW.into_iter().enumerate() {
                        let shared = match (position + offset).checked_sub(2) {
                            None => &examples.edges[0],
                            Some(position) => {
                                sentence.get(position).map_or(&examples.edges[1], |word| &word.shared)
                            }
                        };
                        active.extend(shared.iter().map(|row| row + role as u32));
                    }
                    active.push((self.transitions + before[0] * HISTORIES + before[1]) as u32);
                    self.learn(&active, example.gold)
                });
                right += usize::from(lane == example.gold);
                all += 1;
                before = [before[1], lane];
            }
        }
        100.0 * right as f64 / all as f64
    }

    fn learn(&mut self, active: &[u32], gold: usize) -> usize {
        let mut scores = [0.0; LANES];
        for &row in active {
            for (score, weight) in scores.iter_mut().zip(self.rows[row as usize]) {
                *score += weight;
            }
        }
        let best = (0..LANES).fold(0, |best, lane| if scores[lane] > scores[best] { lane } else { best });
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

    /// Keeps the `count` heaviest weights of features; the others are zero from now on.
    pub fn prune(&mut self, count: usize) {
        let mut heights: Vec<f32> =
            self.rows[..self.transitions].as_flattened().iter().map(|w| w.abs()).collect();
        if heights.len() <= count {
            return;
        }
        let (_, &mut threshold, _) = heights.select_nth_unstable_by(count, |a, b| b.total_cmp(a));
        let rows = self.rows[..self.transitions].as_flattened_mut();
        for (weight, square) in rows.iter_mut().zip(self.squares.as_flattened_mut()) {
            if weight.abs() <= threshold {
                *weight = 0.0;
                // An endless sum of squares stops every later step.
                *square = f32::INFINITY;
            }
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
