//! What Debian and its relatives can give: packages, installed without a question.

use crate::command::{Outcome, in_path, program, run, say, succeeds};
use std::process::Command;

/// Installs packages; `why` says what they are for.
pub fn install(packages: &[&str], why: &str) -> Outcome {
    let line = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if in_path(&["apt-get"]).is_none() {
        return Err(format!("{why}, and this system has no apt-get to install {}.", packages.join(", ")));
    }
    let Some(mut update) = as_root("apt-get") else {
        return Err(format!("{why}; installing it needs root: run `sudo {line}` and try again."));
    };
    say(&format!("{why}: {line}"));
    run(update.args(["update", "-q"]))?;
    let mut install = as_root("apt-get").unwrap_or_else(|| program("apt-get"));
    run(install.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages))
}

/// A program with root's rights: directly for root, through `sudo` where it asks no password.
pub fn as_root(name: &str) -> Option<Command> {
    let is_root = || {
        let id = program("id").arg("-u").output().ok()?;
        (id.stdout.trim_ascii() == b"0").then_some(())
    };
    let mut command = if is_root().is_some() {
        program(name)
    } else if succeeds(program("sudo").args(["-n", "true"])) {
        let mut sudo = program("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", name]);
        sudo
    } else {
        return None;
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}
