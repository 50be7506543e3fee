//! Packs the stance lexicons under `lexicon/stance/` into compact tables, so that the program loads them
//! without parsing anything. What varies from entry to entry is its pattern; tag, part of speech, frame,
//! polarity, strength, reason and source are shared by many and kept once, as a kind.

#[path = "src/stance/lexicon/form.rs"]
mod form;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=lexicon/stance");
    println!("cargo::rerun-if-changed=src/stance/lexicon/form.rs");
    let mut files: Vec<PathBuf> = fs::read_dir("lexicon/stance")?
        .map(|file| Ok(file?.path()))
        .filter(|path: &Result<PathBuf>| {
            path.as_ref().is_ok_and(|path| path.extension().is_some_and(|e| e == "tsv"))
        })
        .collect::<Result<_>>()?;
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        texts.push((file.clone(), fs::read_to_string(&file)?));
    }
    let packed = pack(&texts)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.rs"), packed)?;
    Ok(())
}

/// Reads one line: tag, pattern, part of speech, frame, polarity, strength, reason, source, divided by tabs.
fn read_line(line: &str) -> std::result::Result<form::Entry<'_>, String> {
    let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
    match fields[..] {
        [tag, pattern, pos, frame, polarity, strength, reason, source] => {
            form::read_fields(tag, pattern, pos, frame, polarity, strength, reason, source)
        }
        _ => Err(format!("an entry has 8 fields, divided by tabs; this one has {}", fields.len())),
    }
}

/// Everything of an entry but its pattern.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kind<'l> {
    tag: u8,
    parts_of_speech: u32,
    frame: u64,
    polarity: i8,
    strength: u8,
    reason: &'l str,
    source: &'l str,
}

fn pack(texts: &[(PathBuf, String)]) -> Result<String> {
    let mut kinds = BTreeMap::new();
    // Sorted by words, so that all entries that begin with one word stand together.
    let mut patterns = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (file, text) in texts {
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |what: String| format!("{}:{}: {what}", file.display(), number + 1);
            let entry = read_line(line).map_err(fault)?;
            let next = kinds.len();
            let kind = Kind {
                tag: entry.tag,
                parts_of_speech: entry.parts_of_speech,
                frame: entry.frame,
                polarity: entry.polarity,
                strength: entry.strength,
                reason: entry.reason,
                source: entry.source,
            };
            let kind = *kinds.entry(kind).or_insert(next);
            for pattern in entry.patterns {
                let name = form::rule_id(entry.tag, entry.parts_of_speech, entry.frame, &pattern);
                if let Some(earlier) = names.insert(name.clone(), number + 1) {
                    return Err(fault(format!("`{name}` is there already, in line {earlier}")).into());
                }
                let words: Vec<String> = pattern.split(' ').map(str::to_owned).collect();
                patterns.insert((words, kind), ());
            }
        }
    }
    let mut sentences: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in kinds.keys() {
        for sentence in [kind.reason, kind.source] {
            let next = sentences.len();
            sentences.entry(sentence).or_insert(next);
        }
    }
    let mut by_index: Vec<(&Kind, usize)> = kinds.iter().map(|(kind, index)| (kind, *index)).collect();
    by_index.sort_by_key(|(_, index)| *index);
    let mut by_place: Vec<(&str, usize)> = sentences.iter().map(|(text, index)| (*text, *index)).collect();
    by_place.sort_by_key(|(_, index)| *index);

    let mut out = String::new();
    write!(out, "static SENTENCES: &[&str] = &[")?;
    for (text, _) in by_place {
        write!(out, "{text:?},")?;
    }
    write!(out, "];\nstatic KINDS: &[Kind] = &[")?;
    for (kind, _) in by_index {
        let reason = sentences.get(kind.reason).copied().unwrap_or_default();
        let source = sentences.get(kind.source).copied().unwrap_or_default();
        write!(
            out,
            "Kind{{tag:{},parts_of_speech:{},frame:{},polarity:{},strength:{},reason:{reason},source:{source}}},",
            kind.tag, kind.parts_of_speech, kind.frame, kind.polarity, kind.strength
        )?;
    }
    let mut text = String::new();
    let mut starts = vec![0_u32];
    for (words, _) in patterns.keys() {
        text.push_str(&words.join(" "));
        starts.push(u32::try_from(text.len())?);
    }
    let of_kind: Vec<u16> =
        patterns.keys().map(|(_, kind)| u16::try_from(*kind)).collect::<std::result::Result<_, _>>()?;
    write!(out, "];\nstatic TEXT: &str = {text:?};")?;
    write!(out, "\nstatic STARTS: &[u32] = &{starts:?};")?;
    write!(out, "\nstatic KIND_OF: &[u16] = &{of_kind:?};\n")?;
    Ok(out)
}
