//! The word lists that segmentation needs, read once from reviewable text.

use crate::bytes::{lines, split};
use crate::collections::Listed;
use crate::language::keys::{Key, Keys};
use std::sync::LazyLock;

/// Longest abbreviation, in bytes, without its last full stop.
pub(super) const LONGEST_ABBREVIATION: usize = 7;
/// Room for that many, which is more than there are.
const MOST_ABBREVIATIONS: usize = 256;

/// How an abbreviation behaves before a capital letter; see `lexicon/abbreviations.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Before a name: never the end of a sentence.
    Title,
    /// An abbreviation only before a number.
    Number,
    /// A month or a day.
    Date,
    /// May end a sentence.
    End,
    /// Ends a sentence before any capital letter.
    Last,
    /// Hardly ever ends a sentence.
    Inside,
}

/// The kinds as the list names them.
const KINDS: [(&str, Abbreviation); 6] = [
    ("title", Abbreviation::Title),
    ("number", Abbreviation::Number),
    ("date", Abbreviation::Date),
    ("end", Abbreviation::End),
    ("last", Abbreviation::Last),
    ("inside", Abbreviation::Inside),
];

/// Found as the words of an article are, since every last word of a sentence is looked up.
struct Abbreviations {
    keys: Keys,
    kinds: Vec<Abbreviation>,
}

static ABBREVIATIONS: LazyLock<Abbreviations> = LazyLock::new(|| {
    let mut all = Abbreviations { keys: Keys::with_room_for(MOST_ABBREVIATIONS), kinds: Vec::new() };
    lines(include_str!(concat!(env!("OUT_DIR"), "/abbreviations.tsv"))).for_each(|line| all.add(line));
    all
});

impl Abbreviations {
    #[inline(never)]
    fn add(&mut self, line: &str) {
        let mut fields = split(line, b'\t');
        let (word, kind) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let key = Key::of(word.as_bytes());
        if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == kind)
            && let Err(place) = self.keys.find(key, |_| true)
        {
            self.keys.add(key, place);
            self.kinds.push(*kind);
        }
    }
}

static PREFIXES: LazyLock<Listed> = LazyLock::new(|| {
    lines(include_str!(concat!(env!("OUT_DIR"), "/prefixes.txt"))).map(|word| (word, 0)).collect()
});

/// What the list says of the word with this key, given without its last full stop. A capitalised form is also found
/// under its lower-case entry ("Approx.").
pub(super) fn abbreviation(key: Key) -> Option<Abbreviation> {
    let Abbreviations { keys, kinds } = &*ABBREVIATIONS;
    let found = |key| keys.find(key, |_| true).ok();
    let index = found(key).or_else(|| found(key.to_lower().filter(|lower| *lower != key)?))?;
    kinds.get(index as usize).copied()
}

/// Whether `word` stays with what follows its hyphen: "anti-", "Mid-".
pub(super) fn is_prefix(word: &str) -> bool {
    const LONGEST: usize = 7;
    word.len() <= LONGEST && word.is_ascii() && PREFIXES.contains_key(word.to_ascii_lowercase().as_str())
}

/// Whether `label` is the last part of a host or file name: "com", "uk", "PDF".
pub(super) fn ends_address(label: &[u8]) -> bool {
    const ENDINGS: &[&str] = &[
        "ai", "app", "asp", "au", "biz", "blog", "ca", "ch", "cn", "co", "com", "csv", "de", "dev", "doc",
        "docx", "edu", "eu", "exe", "fr", "gov", "htm", "html", "ie", "in", "info", "int", "io", "it", "jp",
        "jpg", "js", "json", "mil", "mp3", "mp4", "net", "news", "nl", "nz", "org", "pdf", "php", "png",
        "ppt", "py", "rs", "ru", "tv", "txt", "uk", "url", "us", "xls", "xlsx", "xml", "zip",
    ];
    const LONGEST: usize = 4;
    if label.len() > LONGEST
        || !(label.iter().all(u8::is_ascii_lowercase) || label.iter().all(u8::is_ascii_uppercase))
    {
        return label.iter().any(u8::is_ascii_digit) && matches!(label, b"mp3" | b"mp4");
    }
    let mut lower = [0; LONGEST];
    for (to, from) in lower.iter_mut().zip(label) {
        *to = from.to_ascii_lowercase();
    }
    lower
        .get(..label.len())
        .is_some_and(|lower| ENDINGS.binary_search_by(|ending| ending.as_bytes().cmp(lower)).is_ok())
}
