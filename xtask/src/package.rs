//! `build`: from the Rust sources to what a browser loads and what npm gets.
//!
//! The WebAssembly and its glue go to `www/stance-lens/wasm/`, so that `www/` is a whole site for any
//! static server; `pkg/` is the npm package, with the same modules bundled and minified.

use crate::command::{Outcome, program, root, run, say};
use crate::toolchain::WasmToolchain;
use crate::tools;
use std::fs;
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// One WebAssembly module of the package.
struct Module {
    name: &'static str,
    what: &'static str,
    features: &'static [&'static str],
    /// Below the target folder; a folder of its own keeps Cargo from building the other one anew.
    target: &'static str,
}

/// The core that every page loads, and the same with what reads HTML, fetched when HTML first arrives.
const MODULES: &[Module] = &[
    Module { name: "stance_lens", what: "the core", features: &[], target: "" },
    Module {
        name: "stance_lens_html",
        what: "the core that reads HTML",
        features: &["--features", "html"],
        target: "html",
    },
];

/// Where the WebAssembly and its glue are put, seen from the top of the repository.
pub const WASM: &str = "www/stance-lens/wasm";

/// Builds everything that `serve` shows and npm gets; steps whose input did not change are left out.
pub fn build() -> Outcome {
    tools::npm_packages(&root())?;
    let toolchain = WasmToolchain::ready()?;
    let bindgen = tools::wasm_bindgen()?;

    let folder = root().join(WASM);
    for module in MODULES {
        compile(module, &toolchain, &bindgen, &folder)?;
    }
    assemble(&folder)
}

/// Compiles one module and writes its glue, where its sources have changed.
fn compile(module: &Module, toolchain: &WasmToolchain, bindgen: &Path, folder: &Path) -> Outcome {
    say(&format!("Compiling {} to WebAssembly", module.what));
    let target = target_folder().join(module.target);
    let mut cargo = program("cargo");
    cargo.args(["build", "--release", "--lib", "--package", "stance-lens", "--target", TARGET]);
    cargo.args(module.features).arg("--target-dir").arg(&target);
    run(toolchain.apply(&mut cargo))?;

    let compiled = target.join(TARGET).join("release").join("stance_lens.wasm");
    let finished = folder.join(format!("{}_bg.wasm", module.name));
    if !newer(&finished, &compiled) || !newer(&finished, &root().join("Cargo.toml")) {
        say("Writing the JavaScript glue");
        run(program(bindgen.join("wasm-bindgen"))
            // With a function that starts a fresh instance, for after a trap.
            .args(["--target", "web", "--experimental-reset-state-function"])
            .args(["--out-name", module.name, "--out-dir"])
            .arg(folder)
            .arg(&compiled))?;
        say("Optimising the WebAssembly");
        let optimised = folder.join("optimised.wasm");
        let mut optimise = program("node");
        optimise.arg(root().join(tools::WASM_OPT)).args(wasm_opt_flags()?);
        let done = run(optimise.arg(&finished).arg("-o").arg(&optimised))
            .and_then(|()| fs::rename(&optimised, &finished).map_err(|error| error.to_string()));
        // A half-finished module must not look finished to the next build.
        done.inspect_err(|_| drop(fs::remove_file(&finished)))?;
    }
    Ok(())
}

/// The flags that `wasm-pack` reads from Cargo.toml, so that both ways give the same module.
fn wasm_opt_flags() -> Outcome<Vec<String>> {
    let file = root().join("Cargo.toml");
    let manifest =
        fs::read_to_string(&file).map_err(|error| format!("Cargo.toml cannot be read: {error}."))?;
    let list = manifest.lines().find_map(|line| line.strip_prefix("wasm-opt = [")?.strip_suffix(']'));
    let list = list.ok_or("Cargo.toml has no line `wasm-opt = [...]`.")?;
    Ok(list.split(',').map(|flag| flag.trim().trim_matches('"').to_string()).collect())
}

/// Fills `pkg/` anew; the bundler and the writers of declarations are JavaScript.
fn assemble(wasm: &Path) -> Outcome {
    say("Packing the modules");
    let mut pack = program("node");
    run(pack.arg("xtask/pack.mjs").arg(tools::locked_version("stance-lens")?))?;
    say(&format!("Ready: {} and pkg/", wasm.strip_prefix(root()).unwrap_or(wasm).display()));
    Ok(())
}

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    let chosen = std::env::var_os("CARGO_TARGET_DIR").map(|folder| root().join(folder));
    chosen.unwrap_or_else(|| root().join("target"))
}

fn newer(file: &Path, than: &Path) -> bool {
    let changed = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    changed(file).is_some_and(|time| Some(time) >= changed(than))
}
