//! `bench`: speed beside other libraries, written to `docs/benchmarks.md`.
//!
//! The measuring itself is JavaScript (`xtask/bench/`), because the others run there. What it needs from
//! npm is installed there too, so that no other command waits for it.

use crate::browser::{Browser, Kind};
use crate::command::{Outcome, program, root, run, say};
use crate::{package, serve, tools};

/// Measures everything; `--quick` makes single runs and writes nothing.
pub fn bench(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.iter().find(|argument| *argument != "--quick") {
        return Err(format!("Usage: cargo xtask bench [--quick]; `{argument}` was given."));
    }
    package::build()?;
    tools::npm_packages(&root().join("xtask/bench"))?;
    say("Compiling the native core");
    run(program("cargo").args(["build", "--release", "--package", "stance-lens", "--example", "rooms"]))?;
    let address = serve::serve_in_background(root().join("pkg"))?;
    let browser = Browser::ready().ok().filter(|browser| browser.kind == Kind::Chrome);
    let mut node = program("node");
    node.arg(root().join("xtask/bench/bench.js"));
    node.arg(
        package::target_folder().join(format!("release/examples/rooms{}", std::env::consts::EXE_SUFFIX)),
    );
    node.arg(address).arg(browser.map_or_else(|| "-".into(), |browser| browser.binary));
    run(node.args(arguments))
}
