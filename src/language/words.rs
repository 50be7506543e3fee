//! The distinct words of one article. A news text repeats itself: a word met ten times is lower-cased,
//! looked up and measured once, and its tokens share the answer through a [`WordId`].
//!
//! All texts lie in one string, one after another. Looking up a word is the most frequent step of the whole
//! analysis, so a word of up to fifteen bytes is its own key: two machine words, compared at once, without a
//! look at the string.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

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
struct Entry {
    text: Span,
    lower_text: Span,
}

/// The bytes of a short word and its length, or the hash of a long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64, u64);

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// The highest bit of each of eight bytes that lies between two ASCII characters; all eight must be ASCII.
#[inline(always)]
pub(super) fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let from = bytes + ONES * u64::from(0x80 - first);
    let beyond = bytes + ONES * u64::from(0x7F - last);
    from & !beyond & ONES << 7
}

impl Key {
    /// The longest word that is its own key, in bytes: the sixteenth holds the length.
    pub(super) const LONGEST: usize = 15;
    const LONG: u8 = 0xFF;

    #[inline]
    pub(super) fn of(word: &[u8]) -> Key {
        let mut bytes = [0; 16];
        match bytes.get_mut(..word.len()) {
            Some(head) if word.len() <= Self::LONGEST => {
                head.copy_from_slice(word);
                bytes[15] = word.len() as u8;
            }
            _ => return Self::of_long(word),
        }
        Self::packed(u128::from_le_bytes(bytes))
    }

    /// The key of the first `length` bytes, at most [`Key::LONGEST`], of two groups of eight. Halves, as WebAssembly
    /// has no instructions for wider numbers.
    #[inline(always)]
    pub(super) fn of_head(low: u64, high: u64, length: usize) -> Key {
        // No branch: lengths come in no order that a processor could foresee.
        let mask = |bytes: usize| 1u64.checked_shl(8 * bytes as u32).unwrap_or(0).wrapping_sub(1);
        Key(low & mask(length), high & mask(length.saturating_sub(8)) | (length as u64) << 56)
    }

    /// The key of the same word in lower case, where it is all ASCII; `None` for long words and for others.
    pub(super) fn to_lower(self) -> Option<Key> {
        let (low, high) = (self.0, self.1 & (u64::MAX >> 8));
        ((low | high) & ONES << 7 == 0 && !self.is_long()).then(|| {
            let small = |bytes: u64| bytes | between(bytes, b'A', b'Z') >> 2;
            Key(small(low), small(high) | self.1 & 0xFF << 56)
        })
    }

    /// The key of `text[from..to]`. Inside a text, the bytes after a word can be read with it and masked, which
    /// saves a copy of unknown length.
    #[inline]
    fn at(text: &[u8], from: usize, to: usize) -> Key {
        let length = to - from;
        let halves =
            text.get(from..).and_then(|rest| rest.first_chunk::<16>()).map(|chunk| chunk.as_chunks::<8>());
        match halves {
            Some((&[low, high], _)) if length <= Self::LONGEST => {
                Self::of_head(u64::from_le_bytes(low), u64::from_le_bytes(high), length)
            }
            _ => Self::of(text.get(from..to).unwrap_or_default()),
        }
    }

    fn packed(packed: u128) -> Key {
        Key(packed as u64, (packed >> 64) as u64)
    }

    #[cold]
    fn of_long(word: &[u8]) -> Key {
        Key(FixedState::default().hash_one(word), u64::from(Self::LONG) << 56)
    }

    fn is_long(self) -> bool {
        self.1 >> 56 == u64::from(Self::LONG)
    }

    /// Two multiplications that WebAssembly has an instruction for. One fixed seed: ids depend on the text alone,
    /// and the table is too short-lived to be worth attacking.
    #[inline(always)]
    pub(super) fn hash(self) -> u64 {
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ (mixed >> 32) ^ self.1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        mixed ^ (mixed >> 32)
    }
}

/// Keys of words, each known by its index.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Open addressing with linear probing: one more than the index of a key, or zero, twice as many as there are
    /// keys at least, and a power of two. Four bytes a place, so that the table of an article stays in the
    /// nearest cache.
    places: Vec<u32>,
    all: Vec<Key>,
}

impl Keys {
    /// No keys, and room for `count`.
    pub(super) fn with_room_for(count: usize) -> Self {
        Self { places: vec![0; (2 * count).next_power_of_two()], all: Vec::with_capacity(count) }
    }

    /// The index of this key, of those for which `same` holds, or the empty place where it would stand.
    #[inline(always)]
    pub(super) fn find(&self, key: Key, same: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = key.hash() as usize & mask;
        loop {
            let Some(index) = self.places.get(place).and_then(|&taken| taken.checked_sub(1)) else {
                return Err(place);
            };
            if self.all.get(index as usize) == Some(&key) && same(index) {
                return Ok(index);
            }
            place = (place + 1) & mask;
        }
    }

    /// Gives a key its index; `place` is the empty one that [`find`](Self::find) gave.
    pub(super) fn add(&mut self, key: Key, mut place: usize) -> u32 {
        // An empty place must remain, where a search ends.
        if self.all.len() * 2 + 1 >= self.places.len() {
            self.grow();
            // None is the same, so this finds an empty place.
            place = self.find(key, |_| false).err().unwrap_or_default();
        }
        let index = self.all.len() as u32;
        self.all.push(key);
        if let Some(place) = self.places.get_mut(place) {
            *place = index + 1;
        }
        index
    }

    /// Doubles the table.
    #[cold]
    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(64)];
        for index in 0..self.all.len() {
            if let Some(&key) = self.all.get(index)
                && let Err(place) = self.find(key, |_| false)
                && let Some(place) = self.places.get_mut(place)
            {
                *place = index as u32 + 1;
            }
        }
    }
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
                    return self.add_lower(word, key, place);
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
            && let Some(known) = self.signs.get_mut(key.0 as usize)
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
