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
    profile: &'static str,
    /// How `wasm-opt` weighs size against speed, where not as Cargo.toml says.
    level: Option<&'static str>,
}

/// The core that every page loads, and what turns HTML into articles for it, fetched when HTML first arrives.
const MODULES: &[Module] = &[
    Module { name: "stance_lens", what: "the core", features: &[], profile: "release", level: None },
    Module {
        name: "stance_lens_html",
        what: "the reader of HTML",
        features: &["--features", "html"],
        profile: "small",
        level: Some("-Oz"),
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
    let mut cargo = program("cargo");
    cargo.args([
        "build", "--profile", module.profile, "--lib", "--package", "stance-lens", "--target", TARGET,
    ]);
    // Added to those of .cargo/config.toml; RUSTFLAGS would take their place.
    cargo.args(module.features).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags());
    run(toolchain.apply(&mut cargo))?;

    let compiled = target_folder().join(TARGET).join(module.profile).join("stance_lens.wasm");
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
        optimise.arg(root().join(tools::WASM_OPT)).args(wasm_opt_flags(module)?);
        let done = run(optimise.arg(&finished).arg("-o").arg(&optimised))
            .and_then(|()| fs::rename(&optimised, &finished).map_err(|error| error.to_string()));
        // A half-finished module must not look finished to the next build.
        done.inspect_err(|_| drop(fs::remove_file(&finished)))?;
    }
    Ok(())
}

/// Panics name the file they come from: without this, by its place on the machine that compiled it, so that
/// the same sources would give another module on every machine.
fn rust_flags() -> String {
    let given = std::env::var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS").unwrap_or_default();
    let homes = ["CARGO_HOME", "RUSTUP_HOME"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
    let usual = std::env::home_dir().into_iter().flat_map(|home| [home.join(".cargo"), home.join(".rustup")]);
    let remapped = homes.chain(usual).map(|home| format!(" --remap-path-prefix={}=", home.display()));
    remapped.fold(given, |flags, flag| flags + &flag)
}

/// The flags that `wasm-pack` reads from Cargo.toml, so that both ways give the same core.
fn wasm_opt_flags(module: &Module) -> Outcome<Vec<String>> {
    let file = root().join("Cargo.toml");
    let manifest =
        fs::read_to_string(&file).map_err(|error| format!("Cargo.toml cannot be read: {error}."))?;
    let list = manifest.lines().find_map(|line| line.strip_prefix("wasm-opt = [")?.strip_suffix(']'));
    let list = list.ok_or("Cargo.toml has no line `wasm-opt = [...]`.")?;
    let flags = list.split(',').map(|flag| flag.trim().trim_matches('"'));
    let is_level = |flag: &str| flag.starts_with("-O");
    Ok(flags.map(|flag| module.level.filter(|_| is_level(flag)).unwrap_or(flag).to_string()).collect())
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
