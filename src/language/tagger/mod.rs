//! Parts of speech of English words, and a plain guess for words of other languages.
//!
//! A linear model in the line of Ratnaparkhi (1996) reads a sentence from left to right. It looks at
//! the word, two words to either side and two tags before, and never at pairs of words: so everything that a word
//! contributes is summed once per distinct word of the article, and a token costs six additions of
//! sixteen numbers. Words with a single tag cost nothing. The weights come from `cargo xtask train`.

pub mod features;
pub mod lexicon;
pub mod model;
mod shape;
pub mod table;

use std::sync::LazyLock;

use super::{Sentence, Token, WordId, Words};
use features::{Capitals, Case, Form, Role, Seen};
use lexicon::Class;
use model::{LANES, Model, Row, tag_of};

pub(super) use shape::tag_by_shape;

static MODEL: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::from_bytes(include_bytes!("../../../lexicon/weights/tagger.bin")));

/// Tags every token of an English text in place.
pub fn tag(tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    match &*MODEL {
        Some(model) => tag_with(model, tokens, sentences, words),
        None => tag_by_shape(tokens, sentences, words),
    }
}

/// Tags every token in place with this model.
pub fn tag_with(model: &Model<'_>, tokens: &mut [Token], sentences: &[Sentence], words: &Words) {
    let mut reader = Reader::new(model, tokens, sentences, words);
    for sentence in sentences {
        if let Some(tokens) = tokens.get_mut(sentence.tokens.range()) {
            reader.sentence(tokens);
        }
    }
}

/// What is known of one distinct word.
#[derive(Clone, Copy)]
struct Entry {
    case: Case,
    class: Class,
    /// Index in [`Reader::near`] of what it adds around it; 0 is not known yet. Set for lower-cased words only.
    near: u32,
    /// Indices in [`Reader::own`], plus one: where capitals tell nothing, and where they do.
    own: [u32; 2],
}

struct Reader<'a> {
    model: &'a Model<'a>,
    words: &'a Words,
    entries: Vec<Entry>,
    seen: Vec<Seen>,
    own: Vec<Row>,
    near: Vec<Near>,
}

/// What a word adds to the scores of its token, its neighbours and their neighbours.
type Near = [Row; Role::COUNT];

impl<'a> Reader<'a> {
    fn new(model: &'a Model<'a>, tokens: &[Token], sentences: &[Sentence], words: &'a Words) -> Self {
        let entries = (0..words.len() as u32).map(|word| Entry::of(model, words, WordId(word))).collect();
        let near = features::EDGES.map(|edge| near_rows(model, edge, Class::UNKNOWN)).to_vec();
        let mut reader =
            Self { model, words, entries, seen: vec![Seen::default(); words.len()], own: Vec::new(), near };
        for sentence in sentences {
            let tokens = tokens.get(sentence.tokens.range()).unwrap_or_default();
            let mut capitals = reader.capitals(tokens);
            for token in tokens {
                let case = reader.entries[token.word.0 as usize].case;
                let telling = capitals.telling(case);
                reader.seen[words.lower(token.word).0 as usize].note(case, telling);
            }
        }
        reader
    }

    fn capitals(&self, tokens: &[Token]) -> Capitals {
        let case = |token: &Token| self.entries[token.word.0 as usize].case;
        Capitals::of(tokens.iter().map(|token| (case(token), token.span.len())))
    }

    /// Index in `self.near` of the rows of a word.
    fn near(&mut self, word: WordId) -> usize {
        let word = self.words.lower(word);
        let entry = &mut self.entries[word.0 as usize];
        if entry.near == 0 {
            entry.near = self.near.len() as u32;
            self.near.push(near_rows(self.model, self.words.text(word), entry.class));
        }
        entry.near as usize
    }

    /// Index in `self.own` of the row of a word, plus one.
    fn own(&mut self, word: WordId, telling: bool) -> usize {
        let entry = &mut self.entries[word.0 as usize];
        let telling = telling && entry.case.is_capital();
        let index = &mut entry.own[usize::from(telling)];
        if *index == 0 {
            let lower = self.words.lower(word);
            let seen = self.seen[lower.0 as usize];
            let form = Form { lower: self.words.text(lower), case: entry.case, telling, seen };
            let mut row = [[0; LANES]];
            features::own(form, entry.class, |key| self.model.add(key, &mut row));
            self.own.extend(row);
            *index = self.own.len() as u32;
        }
        *index as usize - 1
    }

    fn sentence(&mut self, tokens: &mut [Token]) {
        let mut capitals = self.capitals(tokens);
        let word = |position: usize| tokens.get(position).map(|token| token.word);
        let mut window = [0, 0, 0, 1, 1];
        for (slot, position) in window[2..].iter_mut().zip(0..) {
            *slot = word(position).map_or(1, |word| self.near(word));
        }
        let mut before = [LANES, LANES];
        for position in 0..tokens.len() {
            let (current, ahead) = (tokens[position].word, tokens.get(position + 3).map(|token| token.word));
            let Entry { case, class, .. } = self.entries[current.0 as usize];
            let telling = capitals.telling(case);
            let tag = class.sure(case.is_capital()).unwrap_or_else(|| {
                let own = self.own(current, telling);
                let mut row = self.own[own];
                for (&word, role) in window.iter().zip(Role::WINDOW) {
                    for (score, weight) in row.iter_mut().zip(self.near[word][role as usize]) {
                        *score += weight;
                    }
                }
                for (score, &weight) in row.iter_mut().zip(self.model.transition(before[0], before[1])) {
                    *score += i16::from(weight as i8);
                }
                tag_of(best(&row), case == Case::Symbol)
            });
            tokens[position].tag = tag;
            before = [before[1], model::lane(tag)];
            let ahead = ahead.map_or(1, |word| self.near(word));
            window = [window[1], window[2], window[3], window[4], ahead];
        }
    }
}

impl Entry {
    fn of(model: &Model<'_>, words: &Words, word: WordId) -> Self {
        let class = model.lexicon.class(features::word_hash(words.lower_text(word)));
        Self { case: Case::of(words.text(word)), class, near: 0, own: [0; 2] }
    }
}

fn near_rows(model: &Model<'_>, lower: &str, class: Class) -> Near {
    let mut rows = [[0; LANES]; Role::COUNT];
    features::shared(lower, class, |key| model.add(key, &mut rows));
    rows
}

/// The lane with the highest score; the first of equals.
fn best(row: &Row) -> usize {
    let mut best = 0;
    for (lane, score) in row.iter().enumerate() {
        if *score > row[best] {
            best = lane;
        }
    }
    best
}
