//! Fits the weights of the keyphrase ranking: `cargo xtask fit-keyphrases [--other-halves] [--write]`.
//!
//! The first argument is a folder with gold keyphrases, `{lang, title, text, keyphrases}` one document a line. The
//! weights are fitted on every second document of each set and tried on the others; `--other-halves` swaps them,
//! `--write` fits on all and writes `lexicon/keyphrases.tsv`. Of the data, nothing but these few numbers is kept.
//!
//! The method is logistic regression with a quadratic penalty, solved by Newton's steps. Every set weighs the
//! same, whatever its size, and long documents little more than short ones.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;
use stance_lens::keyphrase::{self, Feature, Features};
use stance_lens::{Document, KeyphraseMode, Options, article, language};

type Failure = Box<dyn std::error::Error>;

/// Name, mode, sets and features of each column of the table. A feature is left out of a column where the halves
/// that were not fitted did as well without it.
const COLUMNS: &[(&str, KeyphraseMode, &[&str], &[Feature])] = &[
    ("phrases", KeyphraseMode::Phrases, &["duc2001", "inspec"], PHRASES),
    ("phrases-untagged", KeyphraseMode::Phrases, &["wikinews_fr", "pt_bn_kp"], PHRASES_UNTAGGED),
    ("words", KeyphraseMode::Words, &["kpcrowd"], WORDS),
    ("words-untagged", KeyphraseMode::Words, &["wikinews_fr", "pt_bn_kp"], WORDS_UNTAGGED),
];

const PHRASES: &[Feature] = &[
    Feature::Count,
    Feature::Whole,
    Feature::Words,
    Feature::Spread,
    Feature::Body,
    Feature::Title,
    Feature::Letters,
    Feature::Single,
    Feature::SingleName,
    Feature::Name,
    Feature::Participle,
    Feature::General,
];

const PHRASES_UNTAGGED: &[Feature] =
    &[Feature::Count, Feature::Whole, Feature::Spread, Feature::Early, Feature::Letters, Feature::Capital];

const WORDS: &[Feature] = &[
    Feature::Whole,
    Feature::Spread,
    Feature::Early,
    Feature::Letters,
    Feature::Participle,
    Feature::General,
];

const WORDS_UNTAGGED: &[Feature] =
    &[Feature::Whole, Feature::Spread, Feature::Early, Feature::Letters, Feature::Capital];

/// One document: its candidates, and how many keyphrases people chose.
struct Example {
    candidates: Vec<(String, Features, bool)>,
    gold: usize,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().ok_or("The first argument is a folder with gold keyphrases.")?;
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let (write, half) = (asked("--write"), usize::from(asked("--other-halves")));
    let mut table = vec![vec![0.0; COLUMNS.len()]; Feature::ALL.len() + 1];
    for (column, &(name, mode, sets, features)) in COLUMNS.iter().enumerate() {
        let data: Vec<Vec<Example>> =
            sets.iter().map(|set| read(Path::new(folder), set, mode)).collect::<Result<_, _>>()?;
        let chosen: Vec<usize> = features.iter().map(|&feature| feature as usize).collect();
        let train: Vec<Vec<&Example>> = data
            .iter()
            .map(|set| {
                set.iter().enumerate().filter(|(i, _)| write || i % 2 == half).map(|(_, e)| e).collect()
            })
            .collect();
        let weights = fit(&train, &chosen);
        for (set, examples) in sets.iter().zip(&data) {
            let [seen, unseen] = [half, 1 - half].map(|half| {
                let part = examples.iter().skip(half).step_by(2);
                f1(part, &weights, &chosen)
            });
            println!("{name:16} {set:12} F1@10 {seen:5.2} on the half fitted, {unseen:5.2} on the other");
        }
        for (row, weight) in chosen.iter().map(|index| index + 1).chain([0]).zip(&weights) {
            table[row][column] = *weight;
        }
    }
    let mut lines = String::from(HEADER);
    let names = std::iter::once("bias").chain(Feature::ALL.iter().map(|feature| feature.as_str()));
    for (name, row) in names.zip(&table) {
        let fields: Vec<String> =
            row.iter().map(|weight| format!("{}", (weight * 100.0).round() / 100.0)).collect();
        lines += &format!("{name}\t{}\n", fields.join("\t"));
    }
    print!("\n{lines}");
    if write {
        std::fs::write("lexicon/keyphrases.tsv", lines)?;
    }
    Ok(())
}

const HEADER: &str = "\
# Weights of the keyphrase ranking, in log-odds: a candidate with more of a feature is more (+) or less (-) likely to
# be a keyphrase. For each feature: its weight for phrases and for single words, each where words are tagged and
# where they are not. src/keyphrase/features.rs says what each feature is. Written by
# `cargo xtask fit-keyphrases --write`.
feature\tphrases\tphrases-untagged\twords\twords-untagged
";

fn read(folder: &Path, set: &str, mode: KeyphraseMode) -> Result<Vec<Example>, Failure> {
    let path = folder.join(set).with_extension("jsonl");
    let lines = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    lines.lines().map(|line| example(&serde_json::from_str(line)?, mode)).collect()
}

fn example(document: &Value, mode: KeyphraseMode) -> Result<Example, Failure> {
    let field = |name: &str| document[name].as_str().unwrap_or_default();
    let code = field("lang");
    let text = match field("title") {
        "" => field("text").to_owned(),
        title => format!("{title}\n\n{}", field("text")),
    };
    let article =
        article::read(&Document { language: Some(code), ..Document::text(&text) }, &Options::default())?;
    let reading = language::read(&article, Some(code));
    let listed = document["keyphrases"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let gold: HashSet<String> = listed.map(|phrase| keyphrase::key(code, phrase)).collect();
    let candidates = keyphrase::describe(&reading, mode)
        .into_iter()
        .map(|candidate| {
            let key = keyphrase::key(code, candidate.span.of(&text));
            let chosen = gold.contains(&key);
            (key, candidate.features, chosen)
        })
        .collect();
    Ok(Example { candidates, gold: gold.len() })
}

/// Weights of the chosen features and, last, the bias.
fn fit(sets: &[Vec<&Example>], chosen: &[usize]) -> Vec<f64> {
    /// Strength of the penalty, against a weight of one for each candidate and features of variance one.
    const PENALTY: f64 = 10.0;
    const STEPS: usize = 12;
    let mut rows: Vec<(Vec<f64>, f64, f64)> = Vec::new();
    for set in sets {
        for example in set {
            let weight = 1.0 / set.len() as f64 / (example.candidates.len().max(1) as f64).sqrt();
            rows.extend(example.candidates.iter().map(|(_, features, gold)| {
                let values = chosen.iter().map(|&index| f64::from(features[index])).chain([1.0]).collect();
                (values, f64::from(u8::from(*gold)), weight)
            }));
        }
    }
    let size = chosen.len() + 1;
    let total: f64 = rows.iter().map(|row| row.2).sum();
    let scale = rows.len() as f64 / total;
    let deviation: Vec<f64> = (0..size)
        .map(|index| {
            let mean = rows.iter().map(|row| row.0[index]).sum::<f64>() / rows.len() as f64;
            let variance =
                rows.iter().map(|row| (row.0[index] - mean).powi(2)).sum::<f64>() / rows.len() as f64;
            variance.sqrt()
        })
        .collect();
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut gradient = vec![0.0; size];
        let mut hessian = vec![vec![0.0; size]; size];
        for (values, gold, weight) in &rows {
            let odds: f64 = values.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            let expected = 1.0 / (1.0 + (-odds).exp());
            let (error, curve) =
                (weight * scale * (gold - expected), weight * scale * expected * (1.0 - expected));
            for i in 0..size {
                gradient[i] += error * values[i];
                for j in 0..size {
                    hessian[i][j] += curve * values[i] * values[j];
                }
            }
        }
        for i in 0..chosen.len() {
            let penalty = PENALTY * deviation[i].powi(2) + 1e-6;
            gradient[i] -= penalty * weights[i];
            hessian[i][i] += penalty;
        }
        let step = solve(hessian, gradient);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    weights
}

/// The solution of a system of linear equations, by elimination with pivots.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let chosen = matrix[column].clone();
        for row in column + 1..size {
            let factor = matrix[row][column] / chosen[column];
            for (value, pivot) in matrix[row].iter_mut().zip(&chosen).skip(column) {
                *value -= factor * pivot;
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|k| matrix[row][k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}

/// Mean F1 of the ten best candidates, in percent.
fn f1<'e>(examples: impl Iterator<Item = &'e Example>, weights: &[f64], chosen: &[usize]) -> f64 {
    const BEST: usize = 10;
    let (mut sum, mut count) = (0.0, 0.0);
    for example in examples.filter(|example| example.gold > 0) {
        let score = |features: &Features| -> f64 {
            chosen.iter().zip(weights).map(|(&index, weight)| f64::from(features[index]) * weight).sum()
        };
        let mut ranked: Vec<_> = example.candidates.iter().collect();
        ranked.sort_by(|one, other| score(&other.1).total_cmp(&score(&one.1)));
        let hits = ranked.iter().take(BEST).filter(|candidate| candidate.2).count() as f64;
        sum += 200.0 * hits / (BEST + example.gold) as f64;
        count += 1.0;
    }
    sum / f64::max(count, 1.0)
}
