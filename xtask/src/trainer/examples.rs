//! Documents as lists of feature rows: what the optimiser reads again and again.

use stance_lens::language::WordId;
use stance_lens::language::tagger::features::{
    self, Capitals, Case, EDGES, Form, KEY_BITS, Neighbours, Seen,
};
use stance_lens::language::tagger::lexicon::Class;
use stance_lens::language::tagger::model::{self, LANES};

use crate::corpus::Document;
use crate::dictionary::Dictionary;

/// Which features have weights, and in which rows of the weight matrix.
pub struct Rows {
    /// First row of every key; `NONE` where a key has none.
    first: Vec<u32>,
    /// Key and number of rows of each feature, in order of rows.
    pub features: Vec<(u32, u32)>,
    pub count: usize,
}

const NONE: u32 = u32::MAX;

/// One token: its own rows, its word's shared rows, the lane of its tag.
pub struct Example {
    pub own: Vec<u32>,
    pub shared: Vec<u32>,
    pub gold: usize,
    pub sure: Option<usize>,
    /// Its word's hash, where the word is in the dictionary.
    pub word: Option<u32>,
    pub class: Class,
}

/// All sentences of a corpus, and the shared rows of what stands around them.
pub struct Examples {
    pub sentences: Vec<Vec<Example>>,
    pub edges: [Vec<u32>; 2],
}

/// Calls `visit(position, own keys, shared keys, class, case)` for every token.
fn walk(
    document: &Document,
    dictionary: &Dictionary,
    mut visit: impl FnMut(usize, Vec<u32>, Vec<u32>, Class, Case),
) {
    let except = Dictionary::count(std::slice::from_ref(document));
    let words = &document.words;
    let ids = (0..words.len() as u32).map(WordId);
    let cases: Vec<Case> = ids.clone().map(|word| Case::of(words.text(word))).collect();
    let classes: Vec<Class> =
        ids.map(|word| dictionary.class(features::word_hash(words.lower_text(word)), &except)).collect();
    let mut seen = vec![Seen::default(); words.len()];
    let mut telling = vec![false; document.tokens.len()];
    for sentence in &document.sentences {
        let tokens = &document.tokens[sentence.tokens.range()];
        let case = |word: WordId| cases[word.0 as usize];
        let mut capitals = Capitals::of(tokens.iter().map(|token| (case(token.word), token.span.len())));
        for (position, token) in sentence.tokens.range().zip(tokens) {
            telling[position] = capitals.telling(case(token.word));
            seen[words.lower(token.word).0 as usize].note(case(token.word), telling[position]);
        }
    }
    for (position, token) in document.tokens.iter().enumerate() {
        let (word, lower) = (token.word.0 as usize, words.lower(token.word));
        let (case, class) = (cases[word], classes[word]);
        let telling = telling[position] && case.is_capital();
        let form = Form { lower: words.text(lower), case, telling, seen: seen[lower.0 as usize] };
        let (mut own, mut shared) = (Vec::new(), Vec::new());
        features::own(form, class, |key| own.push(key));
        features::shared(form.lower, class, |key| shared.push(key));
        visit(position, own, shared, class, case);
    }
}

impl Rows {
    /// Rows for all features that at least `least` tokens have.
    pub fn count(documents: &[Document], dictionary: &Dictionary, least: u32) -> Self {
        let mut own_counts = vec![0u32; 1 << KEY_BITS];
        let mut shared_counts = own_counts.clone();
        for document in documents {
            let mut classes = Vec::with_capacity(document.tokens.len());
            walk(document, dictionary, |_, own, shared, class, case| {
                own.iter().for_each(|&key| own_counts[key as usize] += 1);
                shared.iter().for_each(|&key| shared_counts[key as usize] += 1);
                classes.push((class, class.sure(case.is_capital()).is_some()));
            });
            // Before anything is learnt, the right tags stand for the guesses at neighbours' tags.
            for range in document.sentences.iter().map(|sentence| sentence.tokens.range()) {
                let place = |position: usize| Some(position).filter(|position| range.contains(position));
                for position in range.clone().filter(|&position| !classes[position].1) {
                    let (previous, next) = (position.checked_sub(1).and_then(place), place(position + 1));
                    let lane =
                        |place: Option<usize>| place.map_or(LANES, |place| model::lane(document.gold[place]));
                    let class = |place: Option<usize>| place.map_or(Class::UNKNOWN, |place| classes[place].0);
                    let neighbours = Neighbours {
                        before: lane(previous),
                        after: lane(next),
                        class_before: class(previous),
                        class_after: class(next),
                    };
                    if !classes[position].0.is_unknown() {
                        features::pairs(document.hash(position), neighbours, |key| {
                            own_counts[key as usize] += 1
                        });
                    }
                }
            }
        }
        for edge in EDGES {
            features::shared(edge, Class::UNKNOWN, |key| shared_counts[key as usize] += least);
        }
        let mut rows = Rows { first: vec![NONE; 1 << KEY_BITS], features: Vec::new(), count: 0 };
        for key in 0..1 << KEY_BITS {
            let height = if shared_counts[key] >= least { 5 } else { u32::from(own_counts[key] >= least) };
            if height > 0 {
                rows.first[key] = rows.count as u32;
                rows.features.push((key as u32, height));
                rows.count += height as usize;
            }
        }
        rows
    }

    fn of(&self, keys: Vec<u32>) -> Vec<u32> {
        keys.iter().filter_map(|&key| self.row(key)).collect()
    }

    /// First row of a feature, if it has weights.
    pub fn row(&self, key: u32) -> Option<u32> {
        Some(self.first[key as usize]).filter(|&row| row != NONE)
    }
}

impl Examples {
    /// The examples in documents.
    pub fn of(documents: &[Document], dictionary: &Dictionary, rows: &Rows) -> Self {
        let mut sentences = Vec::new();
        for document in documents {
            let mut examples = Vec::with_capacity(document.tokens.len());
            walk(document, dictionary, |position, own, shared, class, case| {
                examples.push(Example {
                    own: rows.of(own),
                    shared: rows.of(shared),
                    gold: model::lane(document.gold[position]),
                    sure: class.sure(case.is_capital()).map(model::lane),
                    word: (!class.is_unknown()).then(|| document.hash(position)),
                    class,
                });
            });
            let mut examples = examples.into_iter();
            for sentence in &document.sentences {
                sentences.push(examples.by_ref().take(sentence.tokens.len()).collect());
            }
        }
        let edges = EDGES.map(|edge| {
            let mut keys = Vec::new();
            features::shared(edge, Class::UNKNOWN, |key| keys.push(key));
            rows.of(keys)
        });
        Self { sentences, edges }
    }
}

/// Share of documents' tokens that have the right tag.
pub fn accuracy(documents: &mut [Document], model: &model::Model) -> f64 {
    let (mut right, mut all) = (0, 0);
    for document in documents {
        stance_lens::language::tagger::tag_with(
            model,
            &mut document.tokens,
            &document.sentences,
            &document.words,
        );
        right +=
            document.tokens.iter().zip(&document.gold).filter(|(token, gold)| token.tag == **gold).count();
        all += document.tokens.len();
    }
    100.0 * right as f64 / all as f64
}
