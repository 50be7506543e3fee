//! Running other programs: every failure becomes one sentence that a person can act on.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The result of a step: its value, or the sentence to print.
pub type Outcome<T = ()> = Result<T, String>;

/// Says what begins now, so that a long silence always has a name.
pub fn say(what: &str) {
    println!("» {what}");
}

/// The repository, whatever folder the command was called from.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A program that runs at the top of the repository.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs a program to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status}).", shown(command))),
        Err(error) => Err(cannot_start(command, &error)),
    }
}

/// Runs a program and keeps what it prints on standard output.
pub fn output(command: &mut Command) -> Outcome<String> {
    match command.output() {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
        }
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(format!("`{}` failed ({}): {}", shown(command), output.status, said.trim()))
        }
        Err(error) => Err(cannot_start(command, &error)),
    }
}

/// Whether a program runs and succeeds; what it prints is of no interest.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The first of `names` that lies in a folder of `PATH`.
pub fn in_path(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let suffix = std::env::consts::EXE_SUFFIX;
    names.iter().find_map(|name| {
        std::env::split_paths(&folders)
            .map(|folder| folder.join(format!("{name}{suffix}")))
            .find(|file| file.is_file())
    })
}

/// `PATH` with further folders in front.
pub fn path_with(folders: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).map_err(|error| format!("A folder cannot stand in PATH: {error}."))
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    match error.kind() {
        ErrorKind::NotFound => format!("`{name}` was not found; install it and try again."),
        _ => format!("`{name}` could not be started: {error}."),
    }
}

fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        let _ = write!(line, " {}", argument.to_string_lossy());
    }
    line
}
