//! The programs around the compiler: `wasm-bindgen` and `wasm-pack` from crates.io, the rest from npm.

use crate::cache;
use crate::command::{Outcome, in_path, output, program, root, run, say};
use std::fs;
use std::path::{Path, PathBuf};

/// A program of npm's that is written in JavaScript, ready to be run.
pub const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";

const WASM_PACK: &str = "0.15.1";
/// The oldest Node whose test runner and web interfaces the checks use.
const NODE: u32 = 20;

/// The folder of the `wasm-bindgen` commands that match the library in Cargo.lock exactly, as they must.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    // Its lock file names a pre-release that was withdrawn, so it is built without.
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &version, &[])
}

/// The folder of `wasm-pack`.
pub fn wasm_pack() -> Outcome<PathBuf> {
    cargo_tool("wasm-pack", "wasm-pack", WASM_PACK, &["--locked"])
}

/// Finds a command in `PATH` or in the cache; compiles it when neither has the version wanted.
fn cargo_tool(command: &str, package: &str, version: &str, options: &[&str]) -> Outcome<PathBuf> {
    let fits = |file: &Path| {
        output(program(file).arg("--version")).is_ok_and(|said| said.split(' ').any(|word| word == version))
    };
    if let Some(file) = in_path(&[command])
        && fits(&file)
        && let Some(folder) = file.parent()
    {
        return Ok(folder.to_path_buf());
    }
    let home = cache::folder(&format!("{package}-{version}"))?;
    let folder = home.join("bin");
    if fits(&folder.join(format!("{command}{}", std::env::consts::EXE_SUFFIX))) {
        return Ok(folder);
    }
    say(&format!("Compiling {package} {version}, once for this machine (two to six minutes)"));
    run(program("cargo")
        .args(["install", package, "--version", &format!("={version}"), "--force", "--root"])
        .arg(&home)
        .args(options)
        // These tools wait for files far more than they compute: a quicker build serves them best.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env_remove("CARGO_TARGET_DIR"))?;
    Ok(folder)
}

/// Installs the npm packages of a folder as its lock file says; does nothing when that was done.
pub fn npm_packages(folder: &Path) -> Outcome {
    node()?;
    let wanted = fs::read(folder.join("package-lock.json"))
        .map_err(|error| format!("package-lock.json cannot be read: {error}."))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("Installing the npm packages");
    let npm = in_path(&["npm", "npm.cmd"])
        .ok_or("npm was not found: install Node.js with npm from nodejs.org and try again.")?;
    run(program(npm).current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(&stamp, wanted).map_err(|error| format!("node_modules cannot be written: {error}."))
}

/// Checks that Node is there and new enough.
pub fn node() -> Outcome {
    let advice = format!("install Node.js {NODE} or newer from nodejs.org and try again.");
    let version =
        output(program("node").arg("--version")).map_err(|_| format!("Node.js was not found: {advice}"))?;
    let major: Option<u32> =
        version.trim_start_matches('v').split('.').next().and_then(|word| word.parse().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!("Node.js {version} is too old: {advice}")),
    }
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Outcome<String> {
    let file = root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| format!("Cargo.lock cannot be read: {error}."))?;
    version_in(&lock, package).ok_or_else(|| format!("Cargo.lock does not name {package}."))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_string())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_of_a_package_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.1\"\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("0.2.1"));
        assert_eq!(version_in(lock, "b"), None);
    }
}
