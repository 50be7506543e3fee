//! Trains the model of sentence ends without a full stop: logistic regression with few weights, by the
//! follow-the-regularised-leader method (McMahan et al. 2013). Same data, same order, same bytes.

use stance_lens::Span;
use stance_lens::article::{Block, BlockKind};
use stance_lens::language::segment::gaps::{FEATURES, Features, UNIT, WEIGHTS};
use stance_lens::language::segment::gaps_of;

const EPOCHS: usize = 20;
const RATE: f64 = 0.2;
/// Strength of the penalty that drives weights to nothing.
const SPARSE: f64 = 12.0;
const SMOOTH: f64 = 1.0;

/// A text as people read it, with the ends of its sentences.
#[derive(Default)]
struct Text {
    text: String,
    ends: Vec<usize>,
}

/// The weights, from the text of CoNLL-U files.
pub fn train(treebanks: &[String]) -> Vec<u8> {
    let examples: Vec<(Features, bool)> =
        treebanks.iter().flat_map(|conllu| read(conllu)).flat_map(|text| examples(&text)).collect();
    let mut learner = Learner::new();
    for _ in 0..EPOCHS {
        for (features, ends) in &examples {
            learner.learn(features, *ends);
        }
    }
    learner.to_bytes()
}

fn examples(text: &Text) -> Vec<(Features, bool)> {
    // Paragraphs as the treebanks divide them, whatever loading makes of a text.
    let mut start = 0;
    let paragraphs = text.text.split("\n\n").map(|paragraph| {
        let span = Span::new(start, start + paragraph.trim_end().len());
        start += paragraph.len() + 2;
        Block { kind: BlockKind::Paragraph, span }
    });
    let gaps = gaps_of(&text.text, &paragraphs.collect::<Vec<_>>());
    gaps.into_iter().map(|(end, features)| (features, text.ends.binary_search(&end).is_ok())).collect()
}

/// The documents of a CoNLL-U file as text: paragraphs apart by a blank line, sentences by a space.
fn read(conllu: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut text = Text::default();
    for block in conllu.split("\n\n") {
        let has = |mark: &str| block.lines().any(|line| line.starts_with(mark));
        if has("# newdoc") && !text.text.is_empty() {
            texts.push(std::mem::take(&mut text));
        }
        if !text.text.is_empty() {
            text.text.push_str(if has("# newpar") { "\n\n" } else { " " });
        }
        // Words inside an undivided word ("don't") were written with it.
        let mut until = 0;
        for columns in block.lines().map(|line| line.split('\t').collect::<Vec<_>>()) {
            let &[id, form, .., misc] = columns.as_slice() else { continue };
            match (id.parse::<u32>(), id.split_once('-')) {
                (Ok(id), _) if id <= until => continue,
                (Ok(_), _) => {}
                (_, Some((_, last))) => until = last.parse().unwrap_or(until),
                _ => continue,
            }
            text.text.push_str(form);
            if !misc.contains("SpaceAfter=No") {
                text.text.push(' ');
            }
        }
        text.text.truncate(text.text.trim_end().len());
        text.ends.push(text.text.len());
    }
    texts.push(text);
    texts
}

struct Learner {
    sums: Vec<f64>,
    squares: Vec<f64>,
}

impl Learner {
    /// One weight more, for the bias.
    fn new() -> Self {
        Self { sums: vec![0.0; WEIGHTS + 1], squares: vec![0.0; WEIGHTS + 1] }
    }

    fn weight(&self, index: usize) -> f64 {
        let sum = self.sums[index];
        if sum.abs() <= SPARSE && index < WEIGHTS {
            return 0.0;
        }
        let penalty = if index < WEIGHTS { SPARSE * sum.signum() } else { 0.0 };
        -(sum - penalty) / ((SMOOTH + self.squares[index].sqrt()) / RATE)
    }

    fn learn(&mut self, features: &Features, ends: bool) {
        let mut indices = [WEIGHTS; FEATURES + 1];
        for (index, &feature) in indices.iter_mut().zip(features) {
            *index = feature as usize;
        }
        let score: f64 = indices.iter().map(|&index| self.weight(index)).sum();
        let error = 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(ends));
        for index in indices {
            let square = self.squares[index] + error * error;
            let step = (square.sqrt() - self.squares[index].sqrt()) / RATE;
            self.sums[index] += error - step * self.weight(index);
            self.squares[index] = square;
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let whole = |weight: f64| (weight / f64::from(UNIT)).round();
        let mut bytes: Vec<u8> =
            (0..WEIGHTS).map(|index| whole(self.weight(index)).clamp(-127.0, 127.0) as i8 as u8).collect();
        let bias = whole(self.weight(WEIGHTS)).clamp(-16000.0, 16000.0) as i32;
        let high = (bias + 64).div_euclid(128);
        bytes.extend([high as i8 as u8, (bias - 128 * high) as i8 as u8]);
        bytes
    }
}
