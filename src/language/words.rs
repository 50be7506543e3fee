//! The distinct words of one article. A news text repeats itself: a word met ten times is lower-cased,
//! looked up and measured once, and its tokens share the answer through a [`WordId`].

use std::collections::HashMap;

/// Index of a distinct word, exactly as written, in [`Words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// The distinct words of one article.
#[derive(Debug, Default)]
pub struct Words {
    ids: HashMap<Box<str>, WordId>,
    texts: Vec<Box<str>>,
    lower: Vec<WordId>,
}

impl Words {
    /// The id of `word`, given now if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId(self.texts.len() as u32);
        self.texts.push(word.into());
        self.lower.push(id);
        self.ids.insert(word.into(), id);
        let lower = word.to_lowercase();
        if lower != word {
            let lower = self.intern(&lower);
            self.lower[id.0 as usize] = lower;
        }
        id
    }

    /// The id of `word`, if the article has it.
    pub fn get(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    /// The word as written.
    pub fn text(&self, id: WordId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
    }

    /// The id of the same word in lower case.
    pub fn lower(&self, id: WordId) -> WordId {
        self.lower.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// The word in lower case.
    pub fn lower_text(&self, id: WordId) -> &str {
        self.text(self.lower(id))
    }

    /// How many distinct words there are; ids run from 0 to this.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
