//! `measure`: how right the analysis is, on gold data, through the command line that users have.
//!
//! The data and the script that scores it are not part of the repository (most of it may not be passed on);
//! they are looked for in `../shared`, or where `STANCE_LENS_SHARED` says. The table in README.md is written
//! from what the script prints, never by hand.

use crate::command::{Outcome, output, program, root, run, say};
use crate::package;
use std::fs;
use std::path::PathBuf;

/// What pages cost in WebAssembly is measured by a script of our own, in Node.
const PAGES: &str = "pages";

/// Every task, in the order in which the table shows their figures.
const TASKS: &[&str] = &[
    "sentences", "pos", "keyphrases", "attribution", "quotes", "hedges", "evaluative", "stance",
    "extraction", PAGES,
];

/// A row of the table: what it is called, the figures it shows as the script names them, and what the best
/// small peer reaches on the same data.
type Row = (&'static str, &'static [&'static str], &'static str);

const ROWS: &[Row] = &[
    (
        "sentence boundaries, F1, EWT / GUM",
        &["sentences ewt boundary F1", "sentences gum-cc boundary F1"],
        "90.7 / 97.2, a regular expression",
    ),
    (
        "tokens as in UD, %, EWT / GUM",
        &["pos ewt tokens aligned %", "pos gum-cc tokens aligned %"],
        "97.9 / 99.6, a regular expression",
    ),
    (
        "part of speech, %, EWT / GUM",
        &["pos ewt UPOS accuracy on aligned %", "pos gum-cc UPOS accuracy on aligned %"],
        "93.0 / 92.8, a plain perceptron of 98 KB",
    ),
    ("keyphrases, F1@10, DUC2001", &["keyphrases duc2001 phrases F1@10"], "26.2, PositionRank with spaCy"),
    ("keyphrases, F1@10, Inspec", &["keyphrases inspec phrases F1@10"], "31.9, RAKE"),
    ("keywords, F1@10, KPCrowd", &["keyphrases kpcrowd words F1@10"], "18.5, YAKE"),
    (
        "French keyphrases / keywords, F1@10, WikiNews",
        &["keyphrases wikinews_fr phrases F1@10", "keyphrases wikinews_fr words F1@10"],
        "31.3, YAKE",
    ),
    (
        "Portuguese keyphrases / keywords, F1@10",
        &["keyphrases pt_bn_kp phrases F1@10", "keyphrases pt_bn_kp words F1@10"],
        "24.8, YAKE",
    ),
    (
        "source / cue / content, exact F1, PolNeAR",
        &["attribution source exact F1", "attribution cue exact F1", "attribution content exact F1"],
        "70 / 66 / 53, a CRF trained on PolNeAR",
    ),
    (
        "source / cue / content, overlap F1, PolNeAR",
        &["attribution source overlap F1", "attribution cue overlap F1", "attribution content overlap F1"],
        "76 / 75 / 83, the same",
    ),
    (
        "speaker of a direct quotation, overlap / exact %",
        &["quotes speaker overlap %", "quotes speaker exact %"],
        "45 / 33, textacy with spaCy",
    ),
    (
        "hedges, exact F1, Szeged wiki / FactBank",
        &["hedges szeged_wiki exact F1", "hedges szeged_factbank exact F1"],
        "26.9 / 30.7, npm hedges",
    ),
    (
        "evaluative wording, overlap F1, BABE / PTC",
        &["evaluative babe overlap F1", "evaluative ptc2020 overlap F1"],
        "25.1 / 26.4, an opinion word list",
    ),
    (
        "stance, macro overlap F1 of 11 tags, hand-marked articles",
        &["stance macro overlap F1 of 11 tags"],
        "92 to 94, two annotators against each other",
    ),
    (
        "holder / target / speaker right, %, hand-marked articles",
        &[
            "stance holder right where tag found %",
            "stance target overlaps where tag found %",
            "stance speaker name right where cue found %",
        ],
        "92 / 94 / 95, the same",
    ),
    (
        "body of a page, shingle F1 / precision / recall, scrapinghub",
        &[
            "extraction scrapinghub shingle F1",
            "extraction scrapinghub precision",
            "extraction scrapinghub recall",
        ],
        "96.0 / 94.2 / 97.8, trafilatura",
    ),
    (
        "title / author / date of a page, %, WCXB",
        &["extraction wcxb title %", "extraction wcxb author %", "extraction wcxb date %"],
        "84 / 75.5 / 49.5, dom_smoothie",
    ),
    (
        "from a page to its article in WebAssembly, mean ms; kB of a page",
        &["pages wasm mean ms", "pages mean kB"],
        "",
    ),
];

const BEGIN: &str = "<!-- made by `cargo xtask measure`: figures -->";
const END: &str = "<!-- end of figures -->";

/// Runs the tasks named, or all of them; all of them also write the table into README.md.
pub fn measure(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|task| !TASKS.contains(&task.as_str())) {
        return Err(format!("There is no task `{unknown}`; the tasks are {}.", TASKS.join(", ")));
    }
    let script = shared().join("measure/measure.py");
    if !script.exists() {
        return Err(format!(
            "{} is missing; say where the gold data lies with STANCE_LENS_SHARED.",
            script.display()
        ));
    }
    say("Building the command line");
    run(program("cargo").args(["build", "--release", "--bin", "stance-lens"]))?;
    let tasks: Vec<&str> =
        if arguments.is_empty() { TASKS.to_vec() } else { arguments.iter().map(String::as_str).collect() };
    // What was just built, wherever cargo puts it.
    let built = package::target_folder().join("release/stance-lens");
    let mut printed = String::new();
    for task in tasks {
        say(&format!("Measuring {task}"));
        let figures = if task == PAGES {
            read_pages()?
        } else {
            output(program("python3").arg(&script).arg(task).arg("--cli").arg(&built))?
        };
        println!("{figures}");
        printed.push_str(&figures);
        printed.push('\n');
    }
    if arguments.is_empty() { write_table(&printed) } else { Ok(()) }
}

/// Reads every page of the extraction data in WebAssembly.
fn read_pages() -> Outcome<String> {
    package::build()?;
    output(program("node").arg("xtask/pages.mjs").arg(shared().join("data/extraction")))
}

/// The folder with data that is not part of the repository.
pub fn shared() -> PathBuf {
    std::env::var_os("STANCE_LENS_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from)
}

/// Puts the table between its two marks in README.md.
fn write_table(printed: &str) -> Outcome {
    let file = root().join("README.md");
    let failed = |error: std::io::Error| format!("README.md: {error}.");
    let readme = fs::read_to_string(&file).map_err(failed)?;
    let missing = || "README.md has lost the marks around its table of figures.".to_string();
    let (before, rest) = readme.split_once(BEGIN).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    let mut table = String::from("| what | StanceLens | for comparison |\n|---|---|---|\n");
    for (what, names, peer) in ROWS {
        let figures: Vec<&str> = names.iter().map(|name| figure(printed, name).unwrap_or("?")).collect();
        table.push_str(&format!("| {what} | {} | {peer} |\n", figures.join(" / ")));
    }
    fs::write(&file, format!("{before}{BEGIN}\n{table}{END}{after}")).map_err(failed)
}

/// The value that the script printed after `name`.
fn figure<'a>(printed: &'a str, name: &str) -> Option<&'a str> {
    printed.lines().find_map(|line| Some(line.strip_prefix(name)?.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_whole_name() {
        let printed = "quotes speaker overlap %        81.25\nquotes speaker exact %   70.00";
        assert_eq!(figure(printed, "quotes speaker exact %"), Some("70.00"));
        assert_eq!(figure(printed, "hedges"), None);
    }
}
