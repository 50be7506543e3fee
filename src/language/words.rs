//! The distinct words of one article. A news text repeats itself: a word met ten times is lower-cased,
//! looked up and measured once, and its tokens share the answer through a [`WordId`].
//!
//! All texts lie in one string, one after another; the table holds nothing but ids. So a word costs its bytes,
//! ten more for where they are, and no allocation of its own.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::span::Span;

/// Index of a distinct word, exactly as written, in [`Words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// The distinct words of one article.
#[derive(Debug, Default)]
pub struct Words {
    ids: HashTable<WordId>,
    texts: String,
    entries: Vec<Entry>,
}

/// Where the text of a word stands in [`Words::texts`], and the same word in lower case.
#[derive(Clone, Copy, Debug)]
struct Entry {
    text: Span,
    lower: WordId,
}

/// One fixed seed: ids depend on the text alone, and the table is too short-lived to be worth attacking.
fn hash(word: &str) -> u64 {
    FixedState::default().hash_one(word.as_bytes())
}

impl Words {
    /// The id of `word`, given now if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let hash = hash(word);
        if let Some(id) = self.find(word, hash) {
            return id;
        }
        let id = self.add(word, hash);
        // Most words are in lower case already, and ASCII tells without a second string.
        if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            let lower = word.to_lowercase();
            if lower != word {
                let lower = self.intern(&lower);
                if let Some(entry) = self.entries.get_mut(id.0 as usize) {
                    entry.lower = lower;
                }
            }
        }
        id
    }

    fn find(&self, word: &str, hash: u64) -> Option<WordId> {
        self.ids.find(hash, |&id| self.text(id) == word).copied()
    }

    fn add(&mut self, word: &str, of_word: u64) -> WordId {
        let id = WordId(self.entries.len() as u32);
        let start = self.texts.len();
        self.texts.push_str(word);
        self.entries.push(Entry { text: Span::new(start, self.texts.len()), lower: id });
        let Self { ids, texts, entries } = self;
        ids.insert_unique(of_word, id, |&id| {
            entries.get(id.0 as usize).map_or(0, |entry| hash(entry.text.of(texts)))
        });
        id
    }

    /// The id of `word`, if the article has it.
    pub fn get(&self, word: &str) -> Option<WordId> {
        self.find(word, hash(word))
    }

    /// The word as written.
    pub fn text(&self, id: WordId) -> &str {
        self.entries.get(id.0 as usize).map_or("", |entry| entry.text.of(&self.texts))
    }

    /// The id of the same word in lower case.
    pub fn lower(&self, id: WordId) -> WordId {
        self.entries.get(id.0 as usize).map_or(id, |entry| entry.lower)
    }

    /// The word in lower case.
    pub fn lower_text(&self, id: WordId) -> &str {
        self.text(self.lower(id))
    }

    /// How many distinct words there are; ids run from 0 to this.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
