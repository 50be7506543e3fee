//! Data flows one way: a room reads only what stands before it. The compiler would not mind if one did otherwise.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, in the order of the flow, each with those that it may read.
const ROOMS: &[(&str, &[&str])] = &[
    ("packed", &[]),
    ("article", &["packed"]),
    ("language", &["article", "packed"]),
    ("keyphrase", &["article", "language", "packed"]),
    ("stance", &["article", "language", "packed"]),
    ("compare", &["article", "language", "keyphrase", "stance", "packed"]),
];

/// The Rust sources under a folder.
fn sources(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

#[test]
fn a_room_reads_only_what_stands_before_it() -> Result<(), Box<dyn Error>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (room, before) in ROOMS {
        for path in sources(&src.join(room))? {
            let code = fs::read_to_string(&path)?;
            for (other, _) in ROOMS.iter().filter(|(other, _)| other != room && !before.contains(other)) {
                assert!(!code.contains(&format!("crate::{other}::")), "{} reads {other}", path.display());
            }
        }
    }
    Ok(())
}

#[test]
fn only_the_door_knows_the_browser() -> Result<(), Box<dyn Error>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&src)?.iter().filter(|path| !path.starts_with(src.join("wasm"))) {
        let code = fs::read_to_string(path)?;
        for name in ["wasm_bindgen", "js_sys", "web_sys"] {
            assert!(!code.contains(name), "{} knows {name}", path.display());
        }
    }
    Ok(())
}
