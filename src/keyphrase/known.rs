//! What is known of each distinct word before runs are looked for: its stem, and whether a list has it.

use std::sync::LazyLock;

use super::stem::Stemmer;
use crate::bytes::{lines, one_of, split};
use crate::collections::Listed;
use crate::language::{self, Reading, Stopwords, WordId, Words};
use crate::lowercase::lowercase;

/// Words that go with any topic.
static GENERAL: LazyLock<Listed> = LazyLock::new(|| {
    lines(include_str!(concat!(env!("OUT_DIR"), "/general.txt"))).map(|word| (word, 0)).collect()
});

const CALENDAR: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June \
                        July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. Mar. Apr. Sep.";

/// What is known of a distinct word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Index of its stem in [`KnownWords::stems`].
    pub(super) stem: WordId,
    pub(super) stopword: bool,
    pub(super) general: bool,
    pub(super) calendar: bool,
    /// Whether a phrase ends with it: a Korean noun with its case.
    pub(super) closes: bool,
    /// Bytes of an elided article or preposition at its beginning: "l'", "d’".
    pub(super) elided: u8,
    pub(super) shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word that can be a keyphrase.
    Word,
    /// One letter of an alphabet.
    Letter,
    /// Digits first.
    Number,
    /// Neither letter nor digit.
    Mark,
}

/// The words of one article, each looked up at its first token.
pub(super) struct KnownWords<'r> {
    words: &'r Words,
    /// Whether there are parts of speech.
    tagged: bool,
    stopwords: Option<&'static Stopwords>,
    korean: bool,
    stemmer: Stemmer,
    known: Vec<Option<Known>>,
    /// The distinct stems.
    pub(super) stems: Words,
    buffer: String,
}

impl<'r> KnownWords<'r> {
    pub(super) fn of(reading: &'r Reading<'_>, tagged: bool) -> Self {
        Self {
            words: &reading.words,
            tagged,
            stopwords: language::stopwords(&reading.language),
            korean: reading.language.starts_with("ko"),
            stemmer: Stemmer::of(&reading.language),
            known: vec![None; reading.words.len()],
            stems: Words::with_room_for(reading.text.len() / 2),
            buffer: String::new(),
        }
    }

    /// What is known of a word.
    pub(super) fn know(&mut self, word: WordId) -> Known {
        match self.known.get(word.0 as usize) {
            Some(&Some(known)) => known,
            _ => self.find_out(word),
        }
    }

    /// The same, at its first token.
    #[inline(never)]
    fn find_out(&mut self, word: WordId) -> Known {
        let lower = self.words.lower_text(word);
        let text = self.words.text(word);
        let elided = if self.tagged { 0 } else { elision(text) };
        let lower = lower.get(elided..).unwrap_or(lower);
        let (stem, ending) = self.stemmer.stem(lower);
        let stem = if ending.is_empty() {
            self.stems.intern(stem)
        } else {
            self.buffer.clear();
            self.buffer.push_str(stem);
            self.buffer.push_str(ending);
            self.stems.intern(&self.buffer)
        };
        let known = Known {
            stem,
            general: self.tagged && GENERAL.contains_key(lower),
            calendar: self.tagged
                && text.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
                && one_of!(text, CALENDAR),
            stopword: self.stopwords.is_some_and(|stopwords| stopwords.contains(lower))
                || self.korean && is_korean_verb(lower),
            closes: self.korean && ends_in(lower, KOREAN_CASES),
            elided: elided as u8,
            shape: shape(lower),
        };
        if let Some(place) = self.known.get_mut(word.0 as usize) {
            *place = Some(known);
        }
        known
    }
}

fn shape(word: &str) -> Shape {
    let mut characters = word.chars();
    match characters.next() {
        Some(first) if first.is_numeric() => Shape::Number,
        Some(first) if first.is_alphabetic() => {
            if characters.next().is_none() && first < '\u{2E80}' {
                Shape::Letter
            } else {
                Shape::Word
            }
        }
        _ if characters.any(char::is_alphanumeric) => Shape::Word,
        _ => Shape::Mark,
    }
}

/// Korean particles of topic, object and place, in which few bare nouns end: "계획을" ends its phrase.
const KOREAN_CASES: &str = "은 는 을 를 에서";

/// Whether a word has one of some endings.
#[inline(never)]
fn ends_in(word: &str, endings: &str) -> bool {
    split(endings, b' ').any(|ending| word.ends_with(ending))
}

/// Whether a word ends as Korean verbs do at the end of a clause: "발표했다", "비싸다고", "반대하며". Of nouns in "다", such as
/// "바다", few have a syllable before it that ends in the "ㄴ" or "ㅆ" of a tense.
fn is_korean_verb(word: &str) -> bool {
    const CLAUSE_ENDS: &str =
        "다고 라고 하고 되고 있고 하며 되며 이며 으며 하면 으면 다면 지만 는데 면서 하다 되다 이다";
    // Syllables stand in the order of what they end in, twenty-eight to a vowel.
    let coda = |syllable: char| u32::from(syllable).checked_sub(0xAC00).map(|place| place % 28);
    let root = word.strip_suffix("다").and_then(|root| root.chars().next_back());
    root.and_then(coda).is_some_and(|coda| matches!(coda, 4 | 20)) || ends_in(word, CLAUSE_ENDS)
}

/// Length of an elided article, preposition or pronoun at the beginning of a French, Italian or Catalan word,
/// with its apostrophe: "l'ambassade", "dell’arte".
fn elision(word: &str) -> usize {
    const LONGEST: usize = 7;
    let Some((at, mark)) = word.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '\'' | '’')) else {
        return 0;
    };
    const ELIDED: &str =
        "l d j m t s n c qu jusqu lorsqu puisqu quelqu un dell nell all dall sull quell quest bell gl";
    let elides = one_of!(&lowercase(word.get(..at).unwrap_or_default()), ELIDED);
    let end = at + mark.len_utf8();
    if elides && end < word.len() { end } else { 0 }
}
