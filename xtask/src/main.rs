//! Every command a person needs to work on StanceLens. CI calls the same ones.

mod bench;
mod browser;
mod cache;
mod check;
mod command;
mod debian;
mod measure;
mod package;
mod serve;
mod size;
mod toolchain;
mod tools;
mod train;

use command::Outcome;
use std::process::ExitCode;

/// A command: its name, what it does in one line, and the code behind it.
type Entry = (&'static str, &'static str, fn(&[String]) -> Outcome);

const COMMANDS: &[Entry] = &[
    ("serve", "build everything and show the page on http://127.0.0.1:8080 (--port N)", serve::serve),
    ("test", "run every check; installs what it needs", |arguments| {
        no_arguments(arguments)?;
        check::test()
    }),
    ("build", "compile the library to WebAssembly and assemble the npm package in pkg/", |arguments| {
        no_arguments(arguments)?;
        package::build()
    }),
    (
        "measure",
        "how right it is, on the gold data in ../shared; rewrites the table in README.md",
        measure::measure,
    ),
    (
        "fit-keyphrases",
        "fit the weights of the keyphrase ranking on half of each set (--other-halves, --write)",
        train::fit_keyphrases,
    ),
    ("bench", "measure speed beside other libraries and write docs/benchmarks.md (--quick)", bench::bench),
    ("size", "show what a reader downloads: raw, gzip, Brotli", |arguments| {
        no_arguments(arguments)?;
        size::size()
    }),
    (
        "train",
        "train the tagger from ../shared/data/ud (--check: compare with what is shipped; --attribution: laboratory)",
        train::train,
    ),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        list();
        return ExitCode::SUCCESS;
    };
    let Some((_, _, command)) = COMMANDS.iter().find(|(known, ..)| known == name) else {
        eprintln!("There is no command `{name}`. The commands are:");
        list();
        return ExitCode::from(2);
    };
    match command(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    for (name, what, _) in COMMANDS {
        println!("cargo xtask {name:14}  {what}");
    }
}

fn no_arguments(arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(format!("This command takes no argument; `{argument}` was given.")),
    }
}
