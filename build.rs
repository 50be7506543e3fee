//! Packs what lies under `lexicon/` for the download. Of the stance lexicons, what varies from entry to entry is
//! its pattern; tag, part of speech, frame, polarity, strength, reason and source are shared by many and kept
//! once, as a kind. Sorted words are folded: each tells how much of the one before it begins with. Stop words become
//! hashes. Other lists keep their form, without comments and columns that only people read.

#[path = "src/stance/exceptions/notation.rs"]
mod exceptions;
#[path = "src/stance/lexicon/form.rs"]
mod form;
#[allow(dead_code, reason = "the program reads what is written here")]
#[path = "src/packed/mod.rs"]
mod packed;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use packed::facts::Facts;
use packed::{folded, wordsets};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=src/packed");
    println!("cargo::rerun-if-changed=src/stance/exceptions/notation.rs");
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
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("lexicon.rs"), packed)?;
    for (list, columns) in LISTS {
        let text = fs::read_to_string(Path::new("lexicon").join(list))?;
        let name = Path::new(list).file_name().ok_or("a list has a name")?;
        fs::write(out.join(name), stripped(&text, columns))?;
    }
    fs::write(out.join("lowercase.rs"), lowercase())?;
    fs::write(out.join("languages.rs"), format!("{:?}", LANGUAGES.replace(' ', "")))?;
    let [english, others] = stopwords()?;
    fs::write(out.join("english.bin"), english)?;
    fs::write(out.join("stopwords.bin"), others)?;
    fs::write(out.join("names.bin"), names()?)?;
    fs::write(out.join("exceptions.bin"), exceptions(&fs::read_to_string("lexicon/exceptions.tsv")?)?)?;
    let words = fs::read_to_string("lexicon/rule-words.txt")?;
    let words: Vec<&str> = words.lines().filter(|line| !line.starts_with("# ")).collect();
    let folded = folded(words.iter().copied())?;
    let words =
        format!("const WORDS: [&str; {}] = {words:?};\nconst FOLDED: &str = {folded:?};\n", words.len());
    fs::write(out.join("rule_words.rs"), words)?;
    Ok(())
}

/// Lists that the program reads as text, by `include_str!` from `OUT_DIR`, each with the columns that it reads; all
/// where none is named.
const LISTS: &[(&str, &[usize])] = &[
    ("abbreviations.tsv", &[]),
    ("general.txt", &[]),
    ("irregular.tsv", &[]),
    ("months.tsv", &[0, 2]),
    ("noise.tsv", &[0, 1, 2, 5]),
    ("prefixes.txt", &[]),
    ("reporting.tsv", &[]),
];

/// Runs of capital letters at one distance from each other and from their small letters.
fn lowercase() -> String {
    let mut runs: Vec<(u32, u32, u32, i32)> = Vec::new();
    for c in '\u{80}'..=char::MAX {
        let mut small = c.to_lowercase();
        let (Some(first), None) = (small.next(), small.next()) else { continue };
        if first == c {
            continue;
        }
        let (code, distance) = (u32::from(c), first as i32 - c as i32);
        match runs.last_mut() {
            Some((start, last, step, same))
                if *same == distance && code - *last <= 2 && (start == last || code - *last == *step) =>
            {
                (*last, *step) = (code, code - *last);
            }
            _ => runs.push((code, code, 1, distance)),
        }
    }
    format!("{runs:?}")
}

/// The languages that have stop words, in the order of their bits, each by its codes of three letters and of two; English
/// comes first.
const LANGUAGES: &str = "engen frafr deude spaes porpt itait nldnl polpl turtr indid swesv danda norno cescs ronro rusru \
    ukruk zhozh jpnja korko araar hinhi";

/// The stop words of English, each with a bit, and a second one where no other list has it; and those of all other
/// languages, each with the languages that have it.
fn stopwords() -> Result<[Vec<u8>; 2]> {
    let (mut english, mut others) = (BTreeMap::new(), BTreeMap::<String, u32>::new());
    for (index, codes) in LANGUAGES.split(' ').enumerate() {
        let code = codes.get(3..).ok_or("a language has two codes")?;
        let text = fs::read_to_string(format!("lexicon/stopwords/{code}.txt"))?;
        for word in stripped(&text, &[]).lines() {
            if code == "en" {
                english.insert(word.to_owned(), 1);
            } else {
                *others.entry(word.to_owned()).or_default() |= 1 << index;
            }
        }
    }
    for (word, bits) in &mut english {
        *bits |= if others.contains_key(word) { 0 } else { 1 << 1 };
    }
    let pack = |words| wordsets::WordSets::pack(words, 0).ok_or("too many sets of languages");
    Ok([pack(&english)?, pack(&others)?])
}

/// The lists that names are read with, each with the bits of `Facts` that it sets, and whether a line is a name of
/// several words or several names.
const NAMES: [(&str, Facts, bool); 12] = [
    ("titles", Facts::TITLE, true),
    ("modifiers", Facts::MODIFIER, true),
    ("organisations", Facts::ORGANISATION, true),
    ("place-heads", Facts::PLACE_HEAD, true),
    ("places", Facts::PLACE, true),
    ("demonyms", Facts::DEMONYM, true),
    ("first-names", Facts::FIRST_NAME, false),
    ("feminine", Facts::FIRST_NAME.or(Facts::FEMININE), false),
    ("masculine", Facts::FIRST_NAME.or(Facts::MASCULINE), false),
    ("dates", Facts::DATE, true),
    ("says", Facts::SAYS, true),
    ("known", Facts::KNOWN, true),
];

/// Every word of those lists, with its bits. A capitalised word is looked up three times, so chance finds are made rare.
fn names() -> Result<Vec<u8>> {
    let mut facts: BTreeMap<String, u32> = BTreeMap::new();
    for (list, Facts(bits), whole) in NAMES {
        let text = stripped(&fs::read_to_string(format!("lexicon/names/{list}.txt"))?, &[]);
        for line in text.lines() {
            let words = if whole { vec![line] } else { line.split_whitespace().collect() };
            words.iter().for_each(|word| *facts.entry((*word).to_owned()).or_default() |= u32::from(bits));
        }
    }
    wordsets::WordSets::pack(&facts, 6).ok_or_else(|| "names cannot be told apart".into())
}

/// The exceptions to stance entries, those of one first word together: tags, pattern and conditions, each with its length.
fn exceptions(text: &str) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let fault = |what: String| format!("lexicon/exceptions.tsv:{}: {what}", number + 1);
        let read = exceptions::read_line(line).map_err(fault)?;
        let heads = read.heads.iter().map(|&(tags, pattern)| (pattern, tags, read.conditions.clone()));
        all.extend(heads);
    }
    all.sort_by_key(|&(pattern, ..)| pattern.split(' ').next());
    let mut out = Vec::new();
    for (pattern, tags, conditions) in all {
        out.extend(tags.to_le_bytes());
        out.push(u8::try_from(pattern.len())?);
        out.extend(pattern.bytes());
        out.push(u8::try_from(conditions.len())?);
        out.extend(conditions);
    }
    Ok(out)
}

/// The rows of a list without comments and empty lines.
fn stripped(text: &str, columns: &[usize]) -> String {
    let mut out = String::new();
    for row in text.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let kept: Vec<&str> = columns.iter().filter_map(|&column| fields.get(column).copied()).collect();
        out.push_str(&if columns.is_empty() { row.to_owned() } else { kept.join("\t") });
        out.push('\n');
    }
    out
}

/// Sorted words as `folded::unfold` reads them.
fn folded<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<String> {
    let mut out = String::new();
    let mut before = "";
    let mut all = Vec::new();
    for word in words {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends = ends.take_while(|&end| end <= folded::MOST_SHARED && before.get(..end) == word.get(..end));
        let shared = ends.last().unwrap_or(0);
        out.push(char::from(u8::try_from(shared)?));
        out.push_str(word.get(shared..).unwrap_or_default());
        before = word;
        all.push(word);
    }
    let mut unfolded = Vec::new();
    folded::unfold(&out, &mut |word, _| unfolded.push(word.to_owned()));
    if unfolded == all { Ok(out) } else { Err("a word does not unfold to itself".into()) }
}

/// Reads one line: tag, pattern, part of speech, frame, polarity, strength, reason, source, divided by tabs.
fn read_line(line: &str) -> std::result::Result<form::Entry<'_>, String> {
    let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
    match fields[..] {
        [tag, pattern, pos, frame, polarity, strength, reason, source] => {
            form::read_fields(tag, &pattern.to_lowercase(), pos, frame, polarity, strength, reason, source)
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

/// Every kind with its number, in the order of their first entries.
type Kinds<'l> = BTreeMap<Kind<'l>, usize>;

/// Patterns by their words, so that all entries that begin with one word stand together, each with its kind.
type Patterns = BTreeSet<(Vec<String>, usize)>;

/// Reads the stance lexicons, and prints them as the program has them.
fn pack(texts: &[(PathBuf, String)]) -> Result<String> {
    let (mut kinds, mut patterns) = (Kinds::new(), Patterns::new());
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
                patterns.insert((words, kind));
            }
        }
    }
    print(&kinds, &patterns)
}

/// The tables of the stance lexicon in Rust: sentences, kinds, folded patterns, and the kind of each.
fn print(kinds: &Kinds<'_>, patterns: &Patterns) -> Result<String> {
    let mut sentences: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in kinds.keys() {
        for sentence in [kind.reason, kind.source] {
            let next = sentences.len();
            sentences.entry(sentence).or_insert(next);
        }
    }
    let mut out = String::new();
    write!(out, "static SENTENCES: &[&str] = &[")?;
    for text in in_order(&sentences) {
        write!(out, "{text:?},")?;
    }
    write!(out, "];\nstatic KINDS: &[Kind] = &[")?;
    for kind in in_order(kinds) {
        let reason = sentences.get(kind.reason).copied().unwrap_or_default();
        let source = sentences.get(kind.source).copied().unwrap_or_default();
        write!(
            out,
            "Kind{{tag:{},parts_of_speech:{},frame:{},polarity:{},strength:{},reason:{reason},source:{source}}},",
            kind.tag, kind.parts_of_speech, kind.frame, kind.polarity, kind.strength
        )?;
    }
    let joined: Vec<String> = patterns.iter().map(|(words, _)| words.join(" ")).collect();
    let of_kind: Vec<u8> = patterns
        .iter()
        .map(|(_, kind)| u8::try_from(*kind))
        .collect::<std::result::Result<_, _>>()
        .map_err(|_| "entries of the stance lexicons are of more than 256 kinds: a byte tells no more")?;
    write!(out, "];\nstatic PATTERNS: &str = {:?};", folded(joined.iter().map(String::as_str))?)?;
    write!(out, "\nstatic KIND_OF: &[u8] = &{of_kind:?};\n")?;
    Ok(out)
}

/// What is numbered, in the order of the numbers.
fn in_order<T>(numbered: &BTreeMap<T, usize>) -> Vec<&T> {
    let mut all: Vec<(&T, &usize)> = numbered.iter().collect();
    all.sort_by_key(|&(_, number)| number);
    all.into_iter().map(|(item, _)| item).collect()
}
