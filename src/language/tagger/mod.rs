//! Parts of speech of English words, and a plain guess for words of other languages.
//!
//! A linear model in the line of Ratnaparkhi (1996) reads a sentence from left to right. It looks at
//! the word, two words to either side and two tags before, and never at pairs of words: so everything that a word
//! contributes is summed once per distinct word of the article, and a token costs six additions of
//! sixteen numbers. Words with a single tag cost nothing. The weights come from `cargo xtask train`.

mod clauses;
pub mod features;
pub mod lexicon;
pub mod model;
mod reports;
mod shape;
mod speech;
mod surnames;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use super::{Sentence, Tag, Token, WordId, Words};
use crate::article::Block;
use crate::collections::Numbered;
use features::{Capitals, Case, Form, Neighbours, Role, Seen};
use lexicon::Class;
use model::{LANES, Model, Row, best, tag_of};
use surnames::Surnames;

pub(super) use shape::tag_by_shape;

const WEIGHTS: &[u8] = include_bytes!("../../../lexicon/weights/tagger.bin");

static MODEL: LazyLock<Option<Model>> = LazyLock::new(|| Model::from_bytes(WEIGHTS));

/// The checksum by which an artefact is known: FNV-1a of 64 bits, in hexadecimal digits.
pub fn checksum(artefact: &[u8]) -> String {
    let sum = artefact.iter().fold(0xCBF2_9CE4_8422_2325, |sum: u64, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    format!("{sum:016x}")
}

/// Whether the dictionary has a word in small letters.
pub fn is_english_word(lower: &str) -> bool {
    MODEL.as_ref().is_some_and(|model| !model.lexicon.class(features::word_hash(lower)).is_unknown())
}

/// Tags every token of an English text in place.
pub fn tag(tokens: &mut [Token], sentences: &[Sentence], blocks: &[Block], words: &Words) {
    match &*MODEL {
        Some(model) => {
            let mut surnames = Surnames::new(words);
            tag_each(model, tokens, sentences, words, |tokens, sentence| surnames.read(tokens, sentence));
            surnames.mend_heads(tokens);
            reports::mend(model, tokens, words);
            clauses::mend_titles(model, tokens, sentences, blocks, words);
        }
        None => tag_by_shape(tokens, sentences, words),
    }
}

/// Tags every token in place with this model.
pub fn tag_with(model: &Model, tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    tag_each(model, tokens, sentences, words, |_, _| {});
}

/// The same; `read` reads each sentence as soon as it is tagged, while it is at hand.
#[inline(never)]
fn tag_each(
    model: &Model,
    tokens: &mut [Token],
    sentences: &[Sentence],
    words: &Words,
    mut read: impl FnMut(&mut [Token], Range<usize>),
) {
    let (mut reader, capitals) = Reader::new(model, tokens, sentences, words);
    let health_organisation = words.get("WHO");
    for (sentence, capitals) in sentences.iter().zip(capitals) {
        let range = sentence.tokens.range();
        let Some(sentence) = tokens.get_mut(range.clone()) else { continue };
        reader.sentence(sentence, capitals);
        if let Some(name) = health_organisation {
            name_the_health_organisation(tokens, range.clone(), name, words);
        }
        read(tokens, range);
    }
}

/// "WHO" between words that are not all capitals is a name, which the model cannot know: it reads "who".
#[inline(never)]
fn name_the_health_organisation(tokens: &mut [Token], sentence: Range<usize>, name: WordId, words: &Words) {
    let shouts = |token: Option<&Token>| {
        token.is_some_and(|token| {
            let word = words.text(token.word);
            word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        })
    };
    for at in sentence {
        let near = [at.wrapping_sub(1), at + 1];
        if tokens[at].word == name && !near.into_iter().any(|near| shouts(tokens.get(near))) {
            tokens[at].tag = Tag::Propn;
        }
    }
}

/// What is known of one distinct word. Every token asks for that of its word, and a long text has more words than the
/// near caches hold, so it is kept small.
#[derive(Clone, Copy)]
#[repr(align(16))]
struct Entry {
    class: Class,
    /// Index in [`Reader::near`]; 0 is not known yet.
    near: u32,
    /// Indices in [`Reader::own`], plus one: where capitals tell nothing, and where they do.
    own: [u32; 2],
}

/// What a word gives its own token.
struct Own {
    row: Row,
    /// [`features::word_hash`] of the lower-cased word.
    hash: u32,
    /// The best lane by this alone.
    guess: u8,
}

/// What a word adds to the scores of its neighbours, by the [`Role`]s behind the first. Two lines of a cache, and never three.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Near([Row; Role::COUNT - 1]);

impl Near {
    /// What it adds to the token that has this role.
    fn row(&self, role: Role) -> Row {
        self.0[role as usize - 1]
    }
}

/// One token of the sentence that is being read.
#[derive(Clone, Copy)]
struct Slot {
    word: WordId,
    near: usize,
    choice: Choice,
    /// Lane of the tag, as far as the word alone tells.
    guess: usize,
}

#[derive(Clone, Copy)]
enum Choice {
    Sure(Tag),
    /// With an index in [`Reader::own`].
    Open(usize),
}

struct Reader<'a> {
    model: &'a Model,
    words: &'a Words,
    cases: Vec<Case>,
    entries: Vec<Entry>,
    seen: Vec<Seen>,
    own: Vec<Own>,
    /// Begins with those of [`features::EDGES`].
    near: Vec<Near>,
    /// What the words of `near` add to their own scores, asked for once a word.
    near_own: Vec<Row>,
    /// Index in `near` for [`features::ending`] of a word that the dictionary lacks.
    near_of_ending: Numbered,
    slots: Vec<Slot>,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn new(
        model: &'a Model,
        tokens: &[Token],
        sentences: &[Sentence],
        words: &'a Words,
    ) -> (Self, Vec<Capitals>) {
        let ids = || (0..words.len() as u32).map(WordId);
        let cases: Vec<Case> = ids().map(|word| Case::of(words.text(word))).collect();
        let mut seen = vec![Seen::default(); words.len()];
        let in_sentence = |sentence: &Sentence| {
            let tokens = tokens.get(sentence.tokens.range()).unwrap_or_default();
            let case = |token: &Token| cases[token.word.0 as usize];
            let all = Capitals::of(tokens.iter().map(|token| (case(token), token.span.len())));
            let mut capitals = all;
            for token in tokens {
                let telling = capitals.telling(case(token));
                seen[token.lower(words).0 as usize].note(case(token), telling);
            }
            all
        };
        let capitals = sentences.iter().map(in_sentence).collect();
        let mut reader = Self {
            model,
            words,
            entries: ids().map(|word| Entry::of(model, words, word)).collect(),
            cases,
            seen,
            own: Vec::new(),
            near: Vec::new(),
            near_own: Vec::new(),
            near_of_ending: Numbered::default(),
            slots: Vec::new(),
        };
        for edge in features::EDGES {
            reader.add_near(edge, Class::UNKNOWN);
        }
        (reader, capitals)
    }

    /// Index in `self.near` of the rows of a word, which are those of the same word in lower case.
    fn near(&mut self, word: WordId) -> usize {
        match self.entries[word.0 as usize].near {
            0 => {
                let near = self.near_of_lower(self.words.lower(word));
                self.entries[word.0 as usize].near = near;
                near as usize
            }
            known => known as usize,
        }
    }

    /// The same for a word in lower case, perhaps met for the first time.
    #[inline(never)]
    fn near_of_lower(&mut self, word: WordId) -> u32 {
        let Entry { class, near, .. } = self.entries[word.0 as usize];
        if near != 0 {
            return near;
        }
        let lower = self.words.text(word);
        let near = if class.is_unknown() {
            // All that a word outside the dictionary tells its neighbours is its ending, and endings are few.
            let (ending, new) = (features::ending(lower), self.near.len() as u32);
            let near = *self.near_of_ending.entry(ending).or_insert(new);
            if near == new {
                self.add_near(lower, class);
            }
            near
        } else {
            self.add_near(lower, class)
        };
        self.entries[word.0 as usize].near = near;
        near
    }

    /// Adds the rows of a word in lower case; gives their index.
    fn add_near(&mut self, lower: &str, class: Class) -> u32 {
        let mut rows = [[0; LANES]; Role::COUNT];
        features::shared(lower, class, |key| self.model.add(key, &mut rows));
        let [own, near @ ..] = rows;
        self.near_own.push(own);
        self.near.push(Near(near));
        self.near.len() as u32 - 1
    }

    /// Index in `self.own` of what a word gives its token, on top of the rows `near`; `telling` where it has capitals that
    /// tell something.
    fn own(&mut self, word: WordId, telling: bool, near: usize) -> usize {
        match self.entries[word.0 as usize].own[usize::from(telling)] {
            0 => self.weigh_own(word, telling, near),
            known => known as usize - 1,
        }
    }

    /// The same, where the word is met for the first time.
    #[inline(never)]
    fn weigh_own(&mut self, word: WordId, telling: bool, near: usize) -> usize {
        let entry = &mut self.entries[word.0 as usize];
        let lower = self.words.lower(word);
        let seen = self.seen[lower.0 as usize];
        let form = Form { lower: self.words.text(lower), case: self.cases[word.0 as usize], telling, seen };
        let mut row = [self.near_own[near]];
        features::own(form, entry.class, |key| self.model.add(key, &mut row));
        let [row] = row;
        let index = self.own.len();
        let hash = features::word_hash(self.words.text(lower));
        self.own.push(Own { row, hash, guess: best(&row) as u8 });
        entry.own[usize::from(telling)] = index as u32 + 1;
        index
    }

    #[inline(never)]
    fn slot(&mut self, word: WordId, case: Case, telling: bool) -> Slot {
        let near = self.near(word);
        let capital = case.is_capital();
        if let Some(tag) = self.entries[word.0 as usize].class.sure(capital) {
            return Slot { word, near, choice: Choice::Sure(tag), guess: model::lane(tag) };
        }
        let own = self.own(word, telling && capital, near);
        Slot { word, near, choice: Choice::Open(own), guess: self.own[own].guess.into() }
    }

    fn sentence(&mut self, tokens: &mut [Token], mut capitals: Capitals) {
        self.slots.clear();
        for token in tokens.iter() {
            let case = self.cases[token.word.0 as usize];
            let telling = capitals.telling(case);
            let slot = self.slot(token.word, case, telling);
            self.slots.push(slot);
        }
        let mut before = [LANES, LANES];
        for (position, token) in tokens.iter_mut().enumerate() {
            token.tag = match self.slots[position].choice {
                Choice::Sure(tag) => tag,
                Choice::Open(own) => self.choose(position, own, before),
            };
            before = [before[1], model::lane(token.tag)];
        }
    }

    /// The best tag for a token, given the two before it.
    #[inline(never)]
    fn choose(&self, position: usize, own: usize, before: [usize; 2]) -> Tag {
        let Own { mut row, hash, guess } = self.own[own];
        self.add_neighbours(position, &mut row);
        self.add_contexts(position, before, guess.into(), &mut row);
        let word = self.slots[position].word.0 as usize;
        if !self.entries[word].class.is_unknown() {
            self.add_pairs(position, hash, before, &mut row);
        }
        tag_of(best(&row), self.cases[word] == Case::Symbol)
    }

    /// What the words around a token add to its scores.
    #[inline(never)]
    fn add_neighbours(&self, position: usize, row: &mut Row) {
        let neighbours = [
            (self.slot_at(position.checked_sub(2)), Role::Before2, 0),
            (self.slot_at(position.checked_sub(1)), Role::Before, 0),
            (self.slot_at(Some(position + 1)), Role::After, 1),
            (self.slot_at(Some(position + 2)), Role::After2, 1),
        ];
        for (slot, role, edge) in neighbours {
            let near = &self.near[slot.map_or(edge, |slot| slot.near)];
            for (score, weight) in row.iter_mut().zip(near.row(role)) {
                *score += weight;
            }
        }
    }

    /// What the tags around a token add, chosen before it and guessed after it.
    #[inline(never)]
    fn add_contexts(&self, position: usize, [before2, before]: [usize; 2], guess: usize, row: &mut Row) {
        let guess_at = |place| self.slot_at(Some(place)).map_or(LANES, |slot| slot.guess);
        let tags = [before2, before, guess, guess_at(position + 1), guess_at(position + 2)];
        for context in model::contexts(tags) {
            self.model.add_context(context, row);
        }
    }

    /// What a word of the dictionary adds together with what stands next to it.
    #[inline(never)]
    fn add_pairs(&self, position: usize, hash: u32, [_, before]: [usize; 2], row: &mut Row) {
        let (previous, next) = (self.slot_at(position.checked_sub(1)), self.slot_at(Some(position + 1)));
        let class = |slot: Option<&Slot>| {
            slot.map_or(Class::UNKNOWN, |slot| self.entries[slot.word.0 as usize].class)
        };
        let neighbours = Neighbours {
            before,
            after: next.map_or(LANES, |slot| slot.guess),
            class_before: class(previous),
            class_after: class(next),
        };
        let rows = std::slice::from_mut(row);
        features::pairs(hash, neighbours, |key| self.model.add(key, rows));
    }

    fn slot_at(&self, place: Option<usize>) -> Option<&Slot> {
        place.and_then(|place| self.slots.get(place))
    }
}

impl Entry {
    fn of(model: &Model, words: &Words, word: WordId) -> Self {
        let hash = features::word_hash(words.lower_text(word));
        Self { class: model.lexicon.class(hash), near: 0, own: [0; 2] }
    }
}
