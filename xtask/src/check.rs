//! `test`: every check there is, each by the tool that people use for it, and a plain summary.

use crate::browser::{Browser, Kind};
use crate::command::{Outcome, path_with, program, root, run, say};
use crate::toolchain::WasmToolchain;
use crate::{package, serve, size, tools};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

type Check = (&'static str, fn() -> Outcome<Verdict>);

enum Verdict {
    Passed,
    /// With the reason why this machine cannot run it.
    Skipped(String),
}

/// Cheap ones first, so that a slip shows early.
const CHECKS: &[Check] = &[
    ("format", format),
    ("clippy", clippy),
    ("documentation", documentation),
    ("native tests", native_tests),
    ("clippy for WebAssembly", wasm_clippy),
    ("package", || package::build().map(|()| Verdict::Passed)),
    ("JavaScript types", types),
    ("browser tests", browser_tests),
    ("page tests", page_tests),
    ("package tests", package_tests),
    ("sizes", || size::report().map(|()| Verdict::Passed)),
];

/// Runs every check, also after one has failed, and sums up.
pub fn test() -> Outcome {
    let mut lines = Vec::new();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (name, check) in CHECKS {
        say(&format!("Check: {name}"));
        let start = Instant::now();
        let verdict = check();
        let seconds = start.elapsed().as_secs_f64();
        let (count, word, reason) = match verdict {
            Ok(Verdict::Passed) => (&mut passed, "passed", String::new()),
            Ok(Verdict::Skipped(reason)) => (&mut skipped, "skipped", reason),
            Err(reason) => (&mut failed, "FAILED", reason),
        };
        *count += 1;
        if !reason.is_empty() {
            println!("{reason}");
        }
        lines.push(format!("{word:8}{seconds:7.1} s  {name:24}{reason}").trim_end().to_string());
    }
    println!("\n{}\n\n{passed} passed, {failed} failed, {skipped} skipped", lines.join("\n"));
    if failed == 0 { Ok(()) } else { Err("Not every check passed.".to_string()) }
}

fn format() -> Outcome<Verdict> {
    run(program("cargo").args(["fmt", "--all", "--check"])).map(|()| Verdict::Passed)
}

fn clippy() -> Outcome<Verdict> {
    let mut cargo = program("cargo");
    // With what learns, which no other command compiles.
    cargo.args([
        "clippy", "--workspace", "--all-targets", "--features", "xtask/train", "--", "--deny", "warnings",
    ]);
    run(&mut cargo).map(|()| Verdict::Passed)
}

/// What the documentation of the library links to is there, and public.
fn documentation() -> Outcome<Verdict> {
    let mut cargo = program("cargo");
    run(cargo.args(["doc", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "--deny warnings"))
        .map(|()| Verdict::Passed)
}

fn native_tests() -> Outcome<Verdict> {
    run(program("cargo").args(["test", "--workspace"])).map(|()| Verdict::Passed)
}

fn wasm_clippy() -> Outcome<Verdict> {
    let toolchain = WasmToolchain::ready()?;
    for what in [&["--all-targets"][..], &["--lib", "--features", "html"]] {
        let mut cargo = program("cargo");
        cargo.args(["clippy", "--package", "stance-lens", "--target", "wasm32-unknown-unknown"]);
        run(toolchain.apply(cargo.args(what).args(["--", "--deny", "warnings"])))?;
    }
    Ok(Verdict::Passed)
}

/// The modules are JavaScript; their JSDoc types are checked by TypeScript, which writes nothing.
fn types() -> Outcome<Verdict> {
    tools::npm_packages(&root())?;
    let mut tsc = program("node");
    tsc.arg(root().join("node_modules/typescript/bin/tsc")).args(["--project", "www/tsconfig.json"]);
    run(&mut tsc).map(|()| Verdict::Passed)
}

/// The door to JavaScript, tried from a page's thread and from a worker.
fn browser_tests() -> Outcome<Verdict> {
    let browser = Browser::ready()?;
    let toolchain = WasmToolchain::ready()?;
    let path = path_with(&[tools::wasm_bindgen()?, tools::wasm_pack()?])?;
    let (flag, variable) = match browser.kind {
        Kind::Chrome => ("--chrome", "CHROMEDRIVER"),
        Kind::Firefox => ("--firefox", "GECKODRIVER"),
    };
    let mut test = program("wasm-pack");
    test.args(["test", "--headless", flag]).env("PATH", path);
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
    if let Some(driver) = &browser.driver {
        test.env(variable, driver);
    }
    run(toolchain.apply(&mut test)).map(|()| Verdict::Passed)
}

/// The page, used as a reader uses it. `PAGE` and `CHROME` tell the tests where things are.
fn page_tests() -> Outcome<Verdict> {
    let browser = Browser::ready()?;
    if browser.kind == Kind::Firefox {
        return Ok(Verdict::Skipped("They need Chrome or Chromium; only Firefox is here.".to_string()));
    }
    tools::npm_packages(&root())?;
    let address = serve::serve_in_background(root().join("www"))?;
    let mut node = node_tests("tests/page")?;
    run(node.env("PAGE", address).env("CHROME", &browser.binary)).map(|()| Verdict::Passed)
}

/// The packed tarball, installed as people install it, in Node, bundlers and both kinds of browser. A browser
/// that cannot be had skips its tests, which say so.
fn package_tests() -> Outcome<Verdict> {
    tools::npm_packages(&root())?;
    let mut node = node_tests("tests/package")?;
    if let Ok(Browser { kind: Kind::Chrome, binary, .. }) = Browser::ready() {
        node.env("CHROME", binary);
    }
    match Browser::second() {
        Ok(firefox) => drop(node.env("FIREFOX", firefox.binary)),
        Err(reason) => println!("{reason}"),
    }
    run(&mut node).map(|()| Verdict::Passed)
}

/// Node's test runner with every test file of a folder.
fn node_tests(folder: &str) -> Outcome<Command> {
    let entries =
        fs::read_dir(root().join(folder)).map_err(|error| format!("{folder} cannot be read: {error}."))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut tests: Vec<PathBuf> =
        files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    tests.sort();
    if tests.is_empty() {
        return Err(format!("{folder} has no *.test.mjs."));
    }
    let mut node = program("node");
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(tests);
    Ok(node)
}
