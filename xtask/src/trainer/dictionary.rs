//! The tag dictionary, counted from the treebanks.

use std::collections::BTreeMap;

use stance_lens::language::Tag;
use stance_lens::language::tagger::features::{Case, word_hash};
use stance_lens::language::tagger::lexicon::{Class, lexicon_key};

use crate::corpus::Document;

const TAGS: usize = 17;

/// How often a word had each tag, in small letters and capitalised.
type Counts = [[u32; TAGS]; 2];

/// Counts of every word of a corpus.
#[derive(Default)]
pub struct Dictionary {
    counts: BTreeMap<u32, Counts>,
}

impl Dictionary {
    /// Counts the words of documents.
    pub fn count(documents: &[Document]) -> Self {
        let mut counts: BTreeMap<u32, Counts> = BTreeMap::new();
        for document in documents {
            for (token, &tag) in document.tokens.iter().zip(&document.gold) {
                let key = lexicon_key(word_hash(document.words.lower_text(token.word)));
                let capital = Case::of(document.words.text(token.word)).is_capital();
                counts.entry(key).or_default()[usize::from(capital)][tag as usize] += 1;
            }
        }
        Self { counts }
    }

    /// The class of a word (by its hash), as it would be if `except` had not been counted. So a word that only
    /// one document has is as unknown to the trainer as it will be to a reader.
    pub fn class(&self, hash: u32, except: &Dictionary) -> Class {
        let key = lexicon_key(hash);
        let Some(mut counts) = self.counts.get(&key).copied() else { return Class::UNKNOWN };
        if let Some(except) = except.counts.get(&key) {
            for (all, except) in counts.as_flattened_mut().iter_mut().zip(except.as_flattened()) {
                *all -= except;
            }
        }
        class(&counts)
    }

    /// Keys and classes of all words that are frequent enough.
    pub fn entries(&self) -> impl Iterator<Item = (u32, Class)> {
        self.counts.iter().map(|(&key, counts)| (key, class(counts))).filter(|(_, class)| !class.is_unknown())
    }
}

/// A word below this count is no evidence.
const FREQUENT: u32 = 4;
/// A word below this count is never beyond doubt.
const SURE: u32 = 20;

fn class(counts: &Counts) -> Class {
    let both: [u32; TAGS] = std::array::from_fn(|tag| counts[0][tag] + counts[1][tag]);
    let all: u32 = both.iter().sum();
    if all < FREQUENT {
        return Class::UNKNOWN;
    }
    let best = |counts: &[u32; TAGS]| (0..TAGS).max_by_key(|&tag| (counts[tag], TAGS - tag)).unwrap_or(0);
    let top = best(&both);
    let only = |counts: &[u32; TAGS], least: u32| {
        let all: u32 = counts.iter().sum();
        all >= least && counts[top] * 500 >= all * 499
    };
    let tags = (0..TAGS).filter(|&tag| both[tag] * 50 >= all && both[tag] > 0).map(|tag| Tag::ALL[tag]);
    let closed = matches!(
        Tag::ALL[top],
        Tag::Adp | Tag::Aux | Tag::Cconj | Tag::Det | Tag::Part | Tag::Pron | Tag::Sconj | Tag::Punct
    );
    let sure = only(&counts[0], SURE);
    let sure_capital = closed && sure && (only(&counts[1], SURE / 4));
    Class::new(tags, Tag::ALL[top], sure, sure_capital)
}
