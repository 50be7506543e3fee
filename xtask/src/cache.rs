//! Where tools stay between clones: compiled once for a machine, told apart by version.

use crate::command::Outcome;
use std::env;
use std::fs;
use std::path::PathBuf;

/// A folder of the user's cache, made if it is not there.
pub fn folder(name: &str) -> Outcome<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cache"));
    let base = env::var_os("XDG_CACHE_HOME").or_else(|| env::var_os("LOCALAPPDATA")).map(PathBuf::from);
    let base = base.or_else(home).ok_or("This user has no home folder to keep tools in.")?;
    let folder = base.join("stance-lens").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    Ok(folder)
}
