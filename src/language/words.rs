//! The distinct words of one article. A news text repeats itself: a word met ten times is lower-cased,
//! looked up and measured once, and its tokens share the answer through a [`WordId`].
//!
//! All texts lie in one string, one after another. They are found by their [keys](super::keys), mostly without a look
//! at the string.

use super::keys::{Key, Keys};
use super::rule_words::RuleWord;
use super::segment::is_invisible;
use crate::lowercase::lowercase;
use crate::span::Span;

/// Index of a distinct word, exactly as written, in [`Words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// The distinct words of one article.
#[derive(Debug, Default)]
pub struct Words {
    keys: Keys,
    /// One more than the ids of the words of one ASCII byte, most of them signs, or zero.
    signs: Vec<u32>,
    /// Which rule word each is in lower case, and whether it is in lower case itself.
    rule_words: Vec<(RuleWord, bool)>,
    /// The same word in lower case. Apart from the texts, since every name asks for it, and four bytes a word stay in a
    /// near cache.
    lower: Vec<WordId>,
    entries: Vec<Entry>,
    texts: String,
}

/// Where the text of a word stands in [`Words::texts`], and that of the same word in lower case.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
struct Entry {
    text: Span,
    lower_text: Span,
}

/// A word in lower case without what nobody sees in it. Apart, since few words have letters beyond ASCII.
#[inline(never)]
fn visible(word: &str) -> String {
    let mut lower = lowercase(word);
    lower.retain(|c| !is_invisible(c));
    lower
}

impl Words {
    /// An empty collection with room for the words of a text of so many bytes.
    pub fn with_room_for(bytes: usize) -> Self {
        // News prose: a distinct word, or its lower case, for every 10 bytes of a short article, for every 25 to 60 of a
        // long text. To grow costs more than room does.
        let count = (bytes / 8).min(1000 + bytes / 24).min(22_000 + bytes / 48);
        Self {
            keys: Keys::with_room_for(count),
            signs: vec![0; 128],
            rule_words: Vec::with_capacity(count),
            lower: Vec::with_capacity(count),
            entries: Vec::with_capacity(count),
            texts: String::with_capacity(count * 9),
        }
    }

    /// The id of `word`, given now if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let key = Key::of(word.as_bytes());
        match self.search(word, key) {
            Ok(id) => id,
            Err(place) => self.add(word, key, place),
        }
    }

    /// The id of the word under `span` of `text`, given now if it is new.
    #[inline]
    pub fn intern_at(&mut self, text: &str, span: Span) -> WordId {
        let (from, to) = (span.start as usize, span.end as usize);
        if to - from == 1
            && let Some(id) = self.sign(text.as_bytes(), from)
        {
            return id;
        }
        let key = Key::at(text.as_bytes(), from, to);
        if key.is_long() {
            return self.intern(span.of(text));
        }
        self.intern_key(key, text, span)
    }

    /// The id of the word of one byte that stands at `from`, where it has one: a comma or a full stop is every tenth token.
    #[inline]
    fn sign(&self, text: &[u8], from: usize) -> Option<WordId> {
        let known = self.signs.get(usize::from(*text.get(from)?))?;
        known.checked_sub(1).map(WordId)
    }

    /// The id of the short word under `span` of `text`, whose key is known.
    #[inline(always)]
    pub(super) fn intern_key(&mut self, key: Key, text: &str, span: Span) -> WordId {
        match self.keys.find(key, |_| true) {
            Ok(id) => WordId(id),
            Err(place) => self.add(span.of(text), key, place),
        }
    }

    fn search(&self, word: &str, key: Key) -> Result<WordId, usize> {
        self.keys.find(key, |id| !key.is_long() || self.text(WordId(id)) == word).map(WordId)
    }

    /// Gives a new word its id; `place` is the empty one where it would stand.
    fn add(&mut self, word: &str, key: Key, place: usize) -> WordId {
        let lower = key.to_lower();
        // Most words are in lower case already, which their keys tell.
        if lower == Some(key) {
            self.add_lower(word, key, place)
        } else {
            self.add_other(word, key, lower, place)
        }
    }

    /// The same for a word whose lower case may be another, or cannot be told from its key.
    #[inline(never)]
    fn add_other(&mut self, word: &str, key: Key, lower: Option<Key>, place: usize) -> WordId {
        let (id, lower) = match lower {
            Some(lower) => {
                let id = self.push(word, key, place, RuleWord::NONE);
                let lower = self.keys.find(lower, |_| true).map(WordId).unwrap_or_else(|place| {
                    let start = self.texts.len();
                    let added = self.add_lower(word, lower, place);
                    if let Some(text) = self.texts.get_mut(start..) {
                        text.make_ascii_lowercase();
                    }
                    added
                });
                (id, lower)
            }
            None => {
                let lower = visible(word);
                if lower == word {
                    let id = self.add_lower(word, key, place);
                    // Capital letters of mathematics have no small form.
                    let is_lower = !word.starts_with(char::is_uppercase);
                    if let Some(known) = self.rule_words.get_mut(id.0 as usize) {
                        known.1 = is_lower;
                    }
                    return id;
                }
                let id = self.push(word, key, place, RuleWord::NONE);
                (id, self.intern(&lower))
            }
        };
        let lower_text = self.entries.get(lower.0 as usize).map(|entry| entry.text).unwrap_or_default();
        let (rule_word, _) = self.rule_word(lower);
        if let Some(known) = self.rule_words.get_mut(id.0 as usize) {
            *known = (rule_word, false);
        }
        if let (Some(known), Some(entry)) =
            (self.lower.get_mut(id.0 as usize), self.entries.get_mut(id.0 as usize))
        {
            (*known, entry.lower_text) = (lower, lower_text);
        }
        id
    }

    /// The same for a word that is its own lower case.
    fn add_lower(&mut self, word: &str, key: Key, place: usize) -> WordId {
        self.push(word, key, place, RuleWord::with_key(key))
    }

    fn push(&mut self, word: &str, key: Key, place: usize, rule_word: RuleWord) -> WordId {
        let id = WordId(self.keys.add(key, place));
        let start = self.texts.len();
        self.texts.push_str(word);
        let text = Span::new(start, self.texts.len());
        self.lower.push(id);
        self.entries.push(Entry { text, lower_text: text });
        self.rule_words.push((rule_word, true));
        // Of its key, since the letter that `word` lends to its lower case is still large.
        if word.len() == 1
            && let Some(known) = self.signs.get_mut(usize::from(key.first_byte()))
        {
            *known = id.0 + 1;
        }
        id
    }

    /// The id of `word`, if the article has it.
    pub fn get(&self, word: &str) -> Option<WordId> {
        self.search(word, Key::of(word.as_bytes())).ok()
    }

    /// The word as written.
    #[inline(always)]
    pub fn text(&self, id: WordId) -> &str {
        self.entries.get(id.0 as usize).map_or("", |entry| entry.text.of(&self.texts))
    }

    /// The id of the same word in lower case.
    #[inline(always)]
    pub fn lower(&self, id: WordId) -> WordId {
        self.lower.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// The word in lower case.
    #[inline(always)]
    pub fn lower_text(&self, id: WordId) -> &str {
        self.entries.get(id.0 as usize).map_or("", |entry| entry.lower_text.of(&self.texts))
    }

    /// Which of the words that rules name it is in lower case, and whether it is written in lower case.
    #[inline(always)]
    pub fn rule_word(&self, id: WordId) -> (RuleWord, bool) {
        self.rule_words.get(id.0 as usize).copied().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_however_long() {
        let text = "a Ab incomprehensibility Incomprehensibility incomprehensibilities fifteen-letters sixteen-letters! ab";
        let mut words = Words::default();
        let mut at = 0;
        for word in text.split(' ') {
            let span = Span::new(at, at + word.len());
            at += word.len() + 1;
            let id = words.intern_at(text, span);
            assert_eq!(words.text(id), word);
            assert_eq!(words.intern(word), id);
            assert_eq!(words.get(word), Some(id));
            assert_eq!(words.lower_text(id), word.to_lowercase());
        }
        assert_eq!(words.get("b"), None);
        assert_eq!(words.get(""), None);
    }

    #[test]
    fn a_capital_letter_is_found_again_as_such() {
        let mut words = Words::default();
        let letter = words.intern_at("D", Span::new(0, 1));
        assert_eq!(words.intern_at("D", Span::new(0, 1)), letter);
        assert_eq!((words.text(letter), words.lower_text(letter)), ("D", "d"));
    }

    #[test]
    fn a_letter_whose_lower_case_is_longer_has_one() {
        let mut words = Words::default();
        let id = words.intern("İSTANBUL");
        assert_eq!(words.lower_text(id), "İSTANBUL".to_lowercase());
    }
}
