//! Words that carry grammar rather than topic, for every language in which keyphrases are looked for, and so
//! the words by which a language gives itself away.
//!
//! One table holds the lists of all languages but English: a word by its hash, and a bit for each language that has
//! it. English has a table of its own, so that an English article, which most are, never reads the large one.

use std::sync::LazyLock;

use crate::codes::{self, LANGUAGES};
use crate::packed::wordsets::WordSets;

/// The languages of each word, but for English.
static OTHERS: LazyLock<Option<WordSets>> =
    LazyLock::new(|| WordSets::read(include_bytes!(concat!(env!("OUT_DIR"), "/stopwords.bin"))));

/// The words of English.
static ENGLISH: LazyLock<Option<WordSets>> =
    LazyLock::new(|| WordSets::read(include_bytes!(concat!(env!("OUT_DIR"), "/english.bin"))));
/// A stop word of English; this is also the bit of English among the languages.
pub(super) const IN_ENGLISH: u32 = 1;
/// A stop word of no other language.
const NO_OTHER: u32 = 1 << 1;

static STOPWORDS: [Stopwords; LANGUAGES] = {
    let mut all = [Stopwords { language: 0 }; LANGUAGES];
    let mut language = 0;
    while language < LANGUAGES {
        all[language].language = language as u32;
        language += 1;
    }
    all
};

/// The stop words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Stopwords {
    language: u32,
}

impl Stopwords {
    /// Whether `lower`, a word in lower case, is one of them.
    pub fn contains(&self, lower: &str) -> bool {
        let bit = 1 << self.language;
        if bit == IN_ENGLISH { english(lower) & bit != 0 } else { others(lower) & bit != 0 }
    }
}

/// The stop words of a language, by its BCP 47 code ("pt", "pt-BR"); `None` where there is no list.
pub fn stopwords(code: &str) -> Option<&'static Stopwords> {
    STOPWORDS.get(index(code)?)
}

/// The bit of a language in [`languages_with`].
pub(super) fn index(code: &str) -> Option<usize> {
    codes::index(code.split('-').next().unwrap_or_default())
}

/// One bit for each language whose list has `lower`, in the order of their codes.
#[inline(never)]
pub(super) fn languages_with(lower: &str) -> u32 {
    english(lower) & IN_ENGLISH | others(lower)
}

/// Whether `lower` is a stop word of English and of no other language.
pub(super) fn is_english_alone(lower: &str) -> bool {
    english(lower) & NO_OTHER != 0
}

fn english(lower: &str) -> u32 {
    ENGLISH.as_ref().map_or(0, |table| table.get(lower))
}

fn others(lower: &str) -> u32 {
    OTHERS.as_ref().map_or(0, |table| table.get(lower))
}

/// The code of the language with this bit.
pub(super) fn code(language: usize) -> &'static str {
    codes::code(language).unwrap_or("und")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_english_alone_are_known_as_such() {
        assert_eq!(index("en"), Some(IN_ENGLISH.trailing_zeros() as usize));
        for (word, alone) in [("the", true), ("they", true), ("in", false), ("der", false), ("bridge", false)]
        {
            assert_eq!(is_english_alone(word), alone, "{word}");
        }
    }

    #[test]
    fn lists_are_found_by_code() {
        assert!(stopwords("en").unwrap().contains("the"));
        assert!(!stopwords("en").unwrap().contains("der"));
        assert!(stopwords("de-AT").unwrap().contains("der"));
        assert!(stopwords("uk").unwrap().contains("який"));
        assert!(stopwords("zh-Hant").unwrap().contains("的"));
        assert!(stopwords("xx").is_none());
        assert!(stopwords("").is_none());
    }

    /// A word that is on no list is found on some by mistake, but seldom.
    #[test]
    fn every_word_of_every_list_is_found() {
        const { assert!(LANGUAGES <= 24) };
        for (index, code) in (0..LANGUAGES).filter_map(|index| Some((index, codes::code(index)?))) {
            let list = std::fs::read_to_string(format!("lexicon/stopwords/{code}.txt")).unwrap();
            let words: Vec<&str> =
                list.lines().filter(|word| !word.is_empty() && !word.starts_with('#')).collect();
            assert!(words.len() > 100, "{code}");
            assert!(words.iter().all(|word| languages_with(word) & 1 << index != 0), "{code}");
        }
        let mistaken = (0..10_000).filter(|number| languages_with(&format!("no-word-{number}")) != 0).count();
        assert!(mistaken < 150, "{mistaken} of 10,000");
    }
}
