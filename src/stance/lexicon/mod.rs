//! The stance lexicon: which words carry which of the eleven tags, in which frame, and why.
//!
//! The entries are lines of text under `lexicon/stance/`, packed at build time into sorted tables: an
//! entry is found by the hash of its first word. The classes follow Martin & White
//! 2005 (engagement and appraisal), Searle 1976 (directives and commissives) and Hyland 2005 (hedges and
//! boosters); each entry names its own. A caller may add entries of the same form, or silence some.

mod custom;
pub(crate) mod form;

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::analysis::StanceTag;
use crate::bytes::split;
use crate::collections::Openings;
use crate::language::lemma::irregular_forms;
use crate::packed::folded::unfold;

pub use custom::CustomLexicon;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What many entries share: everything but the pattern.
#[derive(Debug)]
struct Kind {
    tag: u8,
    parts_of_speech: u32,
    frame: u64,
    polarity: i8,
    strength: u8,
    reason: u16,
    source: u16,
}

/// One entry, ready to be tried at a place in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'l> {
    /// Words, divided by single spaces.
    pub pattern: &'l str,
    /// What it marks.
    pub tag: StanceTag,
    /// Set of parts of speech of the first word; 0 for any.
    pub parts_of_speech: u32,
    /// Set of [`form::condition`] bits.
    pub frame: u64,
    /// −1, 0 or 1.
    pub polarity: i8,
    /// 1 weak, 2 plain, 3 strong.
    pub strength: u8,
}

/// A lexicon entry or rule, as told to a reader.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rule {
    /// Stable name, as in [`Stance::rule`](crate::analysis::Stance::rule).
    pub id: String,
    /// What it marks.
    pub tag: StanceTag,
    /// Why, in a sentence.
    pub reason: String,
    /// Publication that describes the class.
    pub source: Cow<'static, str>,
}

/// The entries of the product together with those of the caller.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon<'l> {
    custom: Option<&'l CustomLexicon>,
}

impl<'l> Lexicon<'l> {
    /// The product's own lexicon, and the caller's where there is one.
    pub fn new(custom: Option<&'l CustomLexicon>) -> Self {
        Self { custom }
    }

    /// Whether any entry may begin with a form of `word`.
    pub fn may_begin_with(&self, word: &str) -> bool {
        self.custom.is_some() || UNFOLDED.openings.may_have(word) || word.contains(['-', '’'])
    }

    /// Calls `found` for every entry whose first word is `word`, the caller's first.
    pub fn each_beginning_with(&self, word: &str, mut found: impl FnMut(Entry<'l>)) {
        if let Some(custom) = self.custom {
            custom.beginning_with(word).filter_map(|index| custom.entry(index)).for_each(&mut found);
        }
        let from = UNFOLDED.find(word).unwrap_or(KIND_OF.len());
        let same = (from..KIND_OF.len()).take_while(|&index| first_word(pattern(index)) == word);
        for entry in same.filter_map(shipped) {
            found(entry);
        }
    }

    /// Whether the caller has silenced the rule of this name.
    pub fn is_silenced_id(&self, id: &str) -> bool {
        self.custom.is_some_and(|custom| custom.silences_id(id))
    }

    /// Whether the caller has silenced an entry.
    pub fn is_silenced(&self, entry: &Entry<'_>) -> bool {
        self.custom.is_some_and(|custom| custom.silences(entry))
    }
}

impl Entry<'_> {
    /// Stable name of the entry.
    pub fn rule_id(&self) -> String {
        form::rule_id(self.tag as u8, self.parts_of_speech, self.frame, self.pattern)
    }
}

/// The patterns as an article asks for them.
struct Patterns {
    /// One after the other.
    text: String,
    /// Where each begins, and last where the last one ends.
    starts: Vec<u32>,
    /// Index of a first entry plus one, at the hash of its first word or after; 0 is empty.
    slots: Vec<u16>,
    /// The first words of the entries, and of forms of theirs.
    openings: Openings,
}

/// More than twice as many as there are entries, so that most words are found, or missed, at once.
const SLOTS: usize = (KIND_OF.len() * 2).next_power_of_two();

static UNFOLDED: LazyLock<Patterns> = LazyLock::new(|| {
    const { assert!(KIND_OF.len() < u16::MAX as usize) };
    let mut patterns = Patterns {
        text: String::with_capacity(2 * PATTERNS.len()),
        starts: Vec::with_capacity(KIND_OF.len() + 1),
        slots: vec![0; SLOTS],
        openings: Openings::default(),
    };
    irregular_forms().for_each(|form| patterns.openings.add(form));
    patterns.starts.push(0);
    // Length of the first word of the pattern before.
    let mut length = usize::MAX;
    unfold(PATTERNS, &mut |pattern, shared| length = patterns.add(pattern, shared, length));
    patterns
});

impl Patterns {
    /// Notes that the next pattern is the first that begins with its first word, and tells how long that is.
    #[inline(never)]
    fn begin(&mut self, pattern: &str) -> usize {
        let word = first_word(pattern);
        self.openings.add(word);
        let mut slot = slot_of(word);
        while self.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = self.starts.len() as u16;
        word.len()
    }

    /// Adds the pattern that follows those there are in order, of which it has so many bytes in common with the last,
    /// whose first word has this length; tells how long its own is.
    #[inline(never)]
    fn add(&mut self, pattern: &str, shared: usize, mut length: usize) -> usize {
        let goes_on = matches!(pattern.as_bytes().get(length), None | Some(b' '));
        if shared < length || !goes_on {
            length = self.begin(pattern);
        }
        self.text.push_str(pattern);
        self.starts.push(self.text.len() as u32);
        length
    }

    fn get(&self, index: usize) -> &str {
        match self.starts.get(index..index + 2) {
            Some(&[start, end]) => self.text.get(start as usize..end as usize).unwrap_or_default(),
            _ => "",
        }
    }

    /// Index of the first entry that begins with `word`.
    fn find(&self, word: &str) -> Option<usize> {
        let mut slot = slot_of(word);
        loop {
            let index = usize::from(self.slots[slot]).checked_sub(1)?;
            if first_word(self.get(index)) == word {
                return Some(index);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

fn slot_of(word: &str) -> usize {
    let hash =
        word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize % SLOTS
}

fn pattern(index: usize) -> &'static str {
    UNFOLDED.get(index)
}

pub(super) fn first_word(pattern: &str) -> &str {
    match pattern.bytes().position(|byte| byte == b' ') {
        Some(end) => pattern.get(..end).unwrap_or_default(),
        None => pattern,
    }
}

fn shipped(index: usize) -> Option<Entry<'static>> {
    let kind = KINDS.get(usize::from(*KIND_OF.get(index)?))?;
    Some(Entry {
        pattern: pattern(index),
        tag: *StanceTag::ALL.get(usize::from(kind.tag))?,
        parts_of_speech: kind.parts_of_speech,
        frame: kind.frame,
        polarity: kind.polarity,
        strength: kind.strength,
    })
}

/// Every entry of the product's own lexicon and every rule besides, with its reason and source.
pub fn rules() -> impl Iterator<Item = Rule> {
    let sentence = |index: u16| SENTENCES.get(usize::from(index)).copied().unwrap_or_default();
    let entries = (0..KIND_OF.len()).filter_map(move |index| {
        let entry = shipped(index)?;
        let kind = KINDS.get(usize::from(*KIND_OF.get(index)?))?;
        Some(Rule {
            id: entry.rule_id(),
            tag: entry.tag,
            reason: explain(entry.pattern, sentence(kind.reason)),
            source: Cow::Borrowed(sentence(kind.source)),
        })
    });
    entries.chain(super::scare::rules()).chain(super::imperative::rules())
}

/// A sentence for a reader: the pattern is its subject, the reason its predicate.
fn explain(pattern: &str, reason: &str) -> String {
    let mut told = String::with_capacity(pattern.len() + reason.len() + 8);
    told.push('“');
    let (start, mut after_hyphen) = (told.len(), false);
    for word in split(pattern, b' ') {
        if !after_hyphen && word != "-" && told.len() > start {
            told.push(' ');
        }
        told.push_str(word);
        after_hyphen = word == "-";
    }
    for piece in ["” ", reason, "."] {
        told.push_str(piece);
    }
    told
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::language::Tag;

    #[test]
    fn the_form_names_tags_and_parts_of_speech_in_the_order_of_the_program() {
        let parts: Vec<&str> = Tag::ALL.iter().map(|tag| tag.as_str()).collect();
        assert_eq!(parts, form::PARTS_OF_SPEECH);
        for (tag, name) in StanceTag::ALL.iter().zip(form::TAGS) {
            assert_eq!(serde_json::to_value(tag).ok(), Some(name.into()));
        }
    }

    #[test]
    fn every_rule_has_a_name_of_its_own_a_reason_and_a_source() {
        let mut ids = HashSet::new();
        for rule in rules() {
            assert!(ids.insert(rule.id.clone()), "{} is there twice", rule.id);
            assert!(rule.reason.len() > 20, "{} gives no reason", rule.id);
            assert!(!rule.source.is_empty(), "{} names no source", rule.id);
        }
        assert!(ids.len() > 1000);
    }

    #[test]
    fn entries_are_found_by_their_first_word() {
        let lexicon = Lexicon::new(None);
        let mut found = Vec::new();
        lexicon.each_beginning_with("urge", |entry| found.push(entry));
        assert!(found.iter().any(|entry| entry.tag == StanceTag::Demand && entry.pattern == "urge"));
        lexicon.each_beginning_with("", |entry| panic!("{entry:?} begins with nothing"));
        for index in 1..KIND_OF.len() {
            assert!(
                pattern(index - 1).split(' ').le(pattern(index).split(' ')),
                "{} is out of order",
                pattern(index)
            );
        }
    }
}
