//! A Rust compiler for WebAssembly.
//!
//! An ordinary installation needs one `rustup target add`. Where rustup's server cannot be reached,
//! Debian's own Rust serves: its compiler knows the target, and the standard library is compiled
//! once from its source package and kept beside it, so that plain `cargo` and `wasm-pack` find it.

use crate::command::{Outcome, in_path, output, program, run, say, succeeds};
use crate::{cache, debian};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which rustup knows Debian's compiler.
const DEBIAN: &str = "debian";
const DEBIAN_LIBRARIES: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// What a command needs in its environment to compile for WebAssembly.
pub struct WasmToolchain {
    environment: Vec<(&'static str, OsString)>,
}

impl WasmToolchain {
    /// The first that works: the target of the active toolchain, Debian's compiler when an earlier
    /// run set it up, `rustup target add`, Debian's compiler set up now.
    pub fn ready() -> Outcome<Self> {
        if active_has_target()? {
            return Ok(Self { environment: Vec::new() });
        }
        if let Some(toolchain) = Self::debian().filter(Self::works) {
            return Ok(toolchain);
        }
        say(&format!("Adding the target {TARGET} to the active Rust toolchain"));
        // Its complaint is long, and what follows usually answers it.
        if succeeds(program("rustup").args(["target", "add", TARGET])) && active_has_target()? {
            return Ok(Self { environment: Vec::new() });
        }
        say("rustup cannot fetch the target here; setting up Debian's Rust instead");
        set_up_debian().map_err(|reason| {
            format!("Rust cannot compile for {TARGET}: run `rustup target add {TARGET}`. ({reason})")
        })?;
        Self::debian().filter(Self::works).ok_or_else(|| {
            format!(
                "Debian's Rust was set up but cannot compile for {TARGET}: run `rustup target add {TARGET}`."
            )
        })
    }

    /// Makes a command use this toolchain.
    pub fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.environment.iter().map(|(name, value)| (*name, value)))
    }

    fn debian() -> Option<Self> {
        if !Path::new("/usr/bin/cargo").exists() || !Path::new(DEBIAN_LIBRARIES).exists() {
            return None;
        }
        let mut environment = vec![("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?.into())];
        if in_path(&["rustup"]).is_some() {
            environment.push(("RUSTUP_TOOLCHAIN", DEBIAN.into()));
        }
        Some(Self { environment })
    }

    /// Compiles and links an empty library, the one test that cannot be fooled by a leftover file.
    fn works(&self) -> bool {
        let folder = std::env::temp_dir().join(format!("stance-lens-probe-{}", std::process::id()));
        let source = folder.join("probe.rs");
        if fs::create_dir_all(&folder).is_err() || fs::write(&source, "").is_err() {
            return false;
        }
        let mut rustc = program("rustc");
        rustc.args(["--target", TARGET, "--crate-type", "cdylib", "-o"]).arg(folder.join("probe.wasm"));
        if let Some((_, linker)) = self.environment.first() {
            let mut option = OsString::from("linker=");
            option.push(linker);
            rustc.arg("-C").arg(option);
        }
        let works = succeeds(self.apply(rustc.arg(&source)));
        let _ = fs::remove_dir_all(&folder);
        works
    }
}

fn active_has_target() -> Outcome<bool> {
    Ok(sysroot()?.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn sysroot() -> Outcome<PathBuf> {
    output(program("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// rustup's own linker, or the one of LLVM.
fn linker() -> Option<PathBuf> {
    let host = output(program("rustc").args(["--print", "host-tuple"])).ok()?;
    let own = sysroot().ok()?.join("lib/rustlib").join(host).join("bin/rust-lld");
    if own.is_file() { Some(own) } else { in_path(&["wasm-ld", "wasm-ld-22", "wasm-ld-21", "wasm-ld-20"]) }
}

fn set_up_debian() -> Outcome {
    let mut packages = vec!["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
    if linker().is_none() {
        packages.push("lld");
    }
    debian::install(&packages, "A Rust compiler with its library's source is needed")?;
    if in_path(&["rustup"]).is_some() {
        run(program("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    }
    let folder = cache::folder("wasm-standard-library")?;
    let built = compile_standard_library(&folder);
    let _ = fs::remove_dir_all(&folder);
    built
}

/// The bitcode flag keeps the library fit for fat link-time optimisation.
fn compile_standard_library(folder: &Path) -> Outcome {
    say("Compiling the standard library for WebAssembly, once (one to four minutes)");
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    let written = fs::create_dir_all(folder.join("src"))
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(folder.join("src/lib.rs"), ""));
    written.map_err(|error| format!("{} cannot be written: {error}.", folder.display()))?;
    run(program("/usr/bin/cargo")
        .current_dir(folder)
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,test")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("LD_LIBRARY_PATH"))?;
    let made = folder.join("target").join(TARGET).join("release/deps");
    let entries = fs::read_dir(&made).map_err(|error| format!("{}: {error}.", made.display()))?;
    let libraries: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.ends_with(".rlib") && !name.starts_with("libempty")
        })
        .map(|entry| entry.path())
        .collect();
    let root = |name| debian::as_root(name).ok_or_else(|| format!("{DEBIAN_LIBRARIES} needs root."));
    run(root("rm")?.args(["-rf", DEBIAN_LIBRARIES]))?;
    run(root("mkdir")?.args(["-p", DEBIAN_LIBRARIES]))?;
    run(root("cp")?.args(&libraries).arg(DEBIAN_LIBRARIES))
}
