//! Trains the part-of-speech tagger and the model of sentence ends from UD English-EWT and GUM: same data, same
//! seed, same bytes. `--sentences` trains the second alone.

mod corpus;
mod dictionary;
mod examples;
mod optimise;
mod sentences;

use std::path::Path;
use std::process::ExitCode;

use corpus::Document;
use dictionary::Dictionary;
use examples::{Examples, Rows};
use optimise::Weights;
use stance_lens::language::tagger::checksum;
use stance_lens::language::tagger::model::{Model, Parts};

const WEIGHTS: &str = "lexicon/weights/tagger.bin";
const CHECKSUM: &str = "lexicon/weights/tagger.checksum";
const SENTENCES: &str = "lexicon/weights/sentences.bin";
const TREEBANKS: [&str; 2] = ["ewt", "gum-cc"];

/// The settings that the figures favoured (docs/design.md; docs/experiments.md has the others); `name=number` on the
/// command line tries another.
struct Plan {
    /// Fewest tokens a feature must have.
    least: u32,
    /// Rounds with all weights.
    dense: usize,
    /// Rounds after pruning.
    sparse: usize,
    /// Weights of features that pruning leaves.
    weights: usize,
    /// Weights of the tags around a token that it leaves.
    contexts: usize,
    /// Whole steps to one unit of log odds.
    scale: f32,
}

const PLAN: Plan = Plan { least: 3, dense: 3, sparse: 5, weights: 25_000, contexts: 5_000, scale: 4.0 };

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let check = arguments.iter().any(|argument| argument == "--check");
    let folder = Path::new("../shared/data/ud");
    let load = |split: &str| -> Result<Vec<Vec<Document>>, String> {
        let file = |name: &str| folder.join(format!("{name}-{split}.conllu"));
        let read = |name: &&str| std::fs::read_to_string(file(name)).map(|text| corpus::read(&text));
        TREEBANKS
            .iter()
            .map(read)
            .collect::<Result<_, _>>()
            .map_err(|error| format!("{}: {error}", folder.display()))
    };
    let texts: Vec<String> = TREEBANKS
        .iter()
        .map(|name| std::fs::read_to_string(folder.join(format!("{name}-train.conllu"))))
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    keep(SENTENCES, &sentences::train(&texts), check)?;
    if arguments.iter().any(|argument| argument == "--sentences") {
        return Ok(());
    }
    let mut plan = PLAN;
    for argument in arguments {
        if let Some((name, value)) = argument.split_once('=') {
            let number: f32 = value.parse().map_err(|_| format!("`{argument}` is not a number"))?;
            match name {
                "least" => plan.least = number as u32,
                "dense" => plan.dense = number as usize,
                "sparse" => plan.sparse = number as usize,
                "weights" => plan.weights = number as usize,
                "contexts" => plan.contexts = number as usize,
                "scale" => plan.scale = number,
                _ => return Err(format!("no setting `{name}`")),
            }
        }
    }
    let train: Vec<Document> = load("train")?.into_iter().flatten().collect();
    let bytes = train_on(&train, &plan);
    let model = Model::from_bytes(&bytes).ok_or("the artefact cannot be read back")?;
    for (name, mut documents) in TREEBANKS.iter().zip(load("dev")?) {
        println!(
            "{name} dev, gold tokens: {:.2} % of tags right",
            examples::accuracy(&mut documents, &model)
        );
    }
    keep(WEIGHTS, &bytes, check)?;
    keep(CHECKSUM, format!("{}\n", checksum(&bytes)).as_bytes(), check)
}

/// Writes an artefact, or only compares it with the one shipped.
fn keep(path: &str, bytes: &[u8], check: bool) -> Result<(), String> {
    if check {
        let shipped = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        return if shipped == bytes { Ok(()) } else { Err(format!("{path} is not what training gives")) };
    }
    std::fs::write(path, bytes).map_err(|error| format!("{path}: {error}"))?;
    println!("{path}: {} bytes", bytes.len());
    Ok(())
}

fn train_on(documents: &[Document], plan: &Plan) -> Vec<u8> {
    let dictionary = Dictionary::count(documents);
    let rows = Rows::count(documents, &dictionary, plan.least);
    let examples = Examples::of(documents, &dictionary, &rows);
    let mut order: Vec<usize> = (0..examples.sentences.len()).collect();
    let mut weights = Weights::new(rows.count);
    println!("{} features in {} rows", rows.features.len(), rows.count);
    for epoch in 0..plan.dense + plan.sparse {
        if epoch == plan.dense {
            weights.prune(plan.weights, plan.contexts);
        }
        println!(
            "epoch {epoch}: {:.2} % of training tags right",
            weights.epoch(&examples, &rows, &mut order)
        );
    }
    pack(&dictionary, &rows, &weights, plan.scale).to_bytes()
}

/// Weights as whole numbers, and only those that are not zero.
fn pack(dictionary: &Dictionary, rows: &Rows, weights: &Weights, scale: f32) -> Parts {
    let whole = |weight: f32| (weight * scale).round().clamp(-127.0, 127.0) as i8;
    let mut parts = Parts::default();
    for (key, class) in dictionary.entries() {
        let kind = parts.classes.iter().position(|&known| known == class).unwrap_or_else(|| {
            parts.classes.push(class);
            parts.classes.len() - 1
        });
        // Classes beyond the last number are rare: their words stay unknown.
        if let Ok(kind) = u8::try_from(kind) {
            parts.words.push((key, kind));
        }
    }
    parts.classes.truncate(256);
    let mut row = 0;
    for &(key, height) in &rows.features {
        let own = &weights.rows[row..row + height as usize];
        let slots = (0u8..).zip(own.as_flattened()).map(|(slot, &weight)| (slot, whole(weight)));
        let kept: Vec<(u8, i8)> = slots.filter(|&(_, weight)| weight != 0).collect();
        if !kept.is_empty() {
            parts.features.push((key, kept));
        }
        row += height as usize;
    }
    parts.contexts = weights.contexts().iter().map(|row| row.map(whole)).collect();
    parts
}
