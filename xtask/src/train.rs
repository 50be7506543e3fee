//! `train` and `fit-keyphrases`: programs of their own, because they need the analyser itself, and optimised.

use crate::command::{Outcome, program, run, say};
use crate::measure::shared;
use crate::package;

/// Trains the tagger; the arguments go to the trainer. `--attribution` trains the tagger of attributions that stays in
/// the laboratory, and scores it alone and filling the gaps of the rules.
pub fn train(arguments: &[String]) -> Outcome {
    if arguments.iter().any(|argument| argument == "--attribution") {
        return attribution();
    }
    run(learner("trainer").args(arguments))
}

fn attribution() -> Outcome {
    let mut build = program("cargo");
    build.args(["build", "--quiet", "--profile", "quick", "--package", "xtask", "--features", "train"]);
    run(build.args(["--bin", "laboratory"]))?;
    for mode in ["tagger", "both"] {
        say(&format!("{mode}:"));
        let laboratory = package::target_folder().join("quick/laboratory");
        let mut measure = program("python3");
        measure.arg(shared().join("measure/measure.py")).args(["attribution", "quotes", "--cli"]);
        run(measure.arg(format!("{} {mode}", laboratory.display())))?;
    }
    Ok(())
}

/// Fits the weights of the keyphrase ranking to the gold data beside the repository.
pub fn fit_keyphrases(arguments: &[String]) -> Outcome {
    run(learner("fitter").arg(shared().join("data/keyphrases")).args(arguments))
}

fn learner(name: &str) -> std::process::Command {
    let mut cargo = program("cargo");
    cargo.args(["run", "--quiet", "--profile", "quick", "--package", "xtask", "--features", "train"]);
    cargo.args(["--bin", name, "--"]);
    cargo
}
