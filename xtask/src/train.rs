//! `train` and `fit-keyphrases`: programs of their own, because they need the analyser itself, and optimised.

use crate::command::{Outcome, program, run};
use crate::measure::shared;

/// Trains the tagger; the arguments go to the trainer.
pub fn train(arguments: &[String]) -> Outcome {
    run(learner("trainer").args(arguments))
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
