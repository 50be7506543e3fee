//! Words that carry grammar rather than topic, for every language in which keyphrases are looked for, and so
//! the words by which a language gives itself away.
//!
//! One table holds all lists: a word, and a bit for each language that has it.

use std::hash::BuildHasher;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::collections::Map;
use crate::folded::unfold;

macro_rules! lists {
    ($($code:literal),* $(,)?) => {
        /// Code of each language, and its list, folded.
        const LISTS: &[(&str, &str)] =
            &[$(($code, include_str!(concat!(env!("OUT_DIR"), "/stopwords/", $code, ".txt")))),*];
    };
}

lists!(
    "en", "fr", "de", "es", "pt", "it", "nl", "pl", "tr", "id", "sv", "da", "no", "cs", "ro", "ru", "uk",
    "zh", "ja", "ko", "ar", "hi"
);

/// How many languages there are; a word has a bit for each in [`languages_with`].
pub(super) const LANGUAGES: usize = LISTS.len();

/// The languages of each word, by the hash of the word: that two of these thousands share one of 64 bits is as
/// good as impossible, and thousands of strings would be a good part of what a first article waits for.
static TABLE: LazyLock<Map<u64, u32>> = LazyLock::new(|| {
    let mut table =
        Map::with_capacity_and_hasher(LISTS.iter().map(|(_, list)| list.len() / 5).sum(), Default::default());
    for (index, (_, list)) in LISTS.iter().enumerate() {
        unfold(list, |word| *table.entry(hash(word)).or_insert(0) |= 1 << index);
    }
    table
});

fn hash(word: &str) -> u64 {
    FixedState::default().hash_one(word)
}

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
        languages_with(lower) & 1 << self.language != 0
    }
}

/// The stop words of a language, by its BCP 47 code ("pt", "pt-BR"); `None` where there is no list.
pub fn stopwords(code: &str) -> Option<&'static Stopwords> {
    let code = code.split('-').next().unwrap_or_default();
    LISTS
        .iter()
        .position(|(known, _)| known.eq_ignore_ascii_case(code))
        .and_then(|index| STOPWORDS.get(index))
}

/// One bit for each language whose list has `lower`, in the order of their codes.
pub(super) fn languages_with(lower: &str) -> u32 {
    TABLE.get(&hash(lower)).copied().unwrap_or(0)
}

/// The code of the language with this bit.
pub(super) fn code(language: usize) -> &'static str {
    LISTS.get(language).map_or("und", |&(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn every_language_fits_a_bit() {
        const { assert!(LANGUAGES <= 32) };
        for (code, list) in LISTS {
            let mut words = 0;
            unfold(list, |_| words += 1);
            assert!(words > 100, "{code}");
        }
    }
}
