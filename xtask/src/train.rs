//! `train`: the trainer is a program of its own, because it alone needs the analyser itself, and optimised.

use crate::command::{Outcome, program, run};

/// Trains the tagger; the arguments go to the trainer.
pub fn train(arguments: &[String]) -> Outcome {
    let mut cargo = program("cargo");
    cargo.args(["run", "--quiet", "--profile", "quick", "--package", "xtask", "--features", "train"]);
    run(cargo.args(["--bin", "trainer", "--"]).args(arguments))
}
