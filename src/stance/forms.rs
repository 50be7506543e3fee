//! Dictionary forms under which an inflected word may stand in the lexicon, each with the parts of speech for
//! which it is one: "rates" is looked up as itself in any part of speech, and as "rate" for nouns and verbs.

use crate::language::Tag;
use crate::language::lemma::lemma;

const VERB: u32 = 1 << Tag::Verb as u32 | 1 << Tag::Aux as u32;
const NOUN: u32 = 1 << Tag::Noun as u32 | 1 << Tag::Propn as u32;
const QUALITY: u32 = 1 << Tag::Adj as u32 | 1 << Tag::Adv as u32;

/// Calls `tried` with each form under which `word`, in lower case, may be looked up, and with the set of
/// parts of speech for which it is one.
pub(super) fn each(word: &str, mut tried: impl FnMut(&str, u32)) {
    tried(word, u32::MAX);
    // "I’ll": the lexicon writes the straight mark.
    if let Some(rest) = word.strip_prefix('’') {
        tried(&["'", rest].concat(), u32::MAX);
    }
    // "anti-war" may be one token; the lexicon divides at hyphens.
    if let Some((start, _)) = word.split_once('-').filter(|(start, _)| !start.is_empty()) {
        tried(start, u32::MAX);
    }
    for (tag, set) in [(Tag::Verb, VERB), (Tag::Noun, NOUN), (Tag::Adj, QUALITY)] {
        let form = lemma(word, tag);
        if form != word {
            tried(&form, set);
        }
    }
}

/// Calls `tried` with each adjective that an adverb or noun may be made from, and with the parts of speech it then has:
/// "cruel" for "cruelly", "clumsy" for "clumsiness". A judgement stays one in either.
pub(super) fn each_stem(word: &str, mut tried: impl FnMut(&str, u32)) {
    let (stem, set) = match (word.strip_suffix("ly"), word.strip_suffix("ness")) {
        (Some(stem), _) => (stem, QUALITY),
        (_, Some(stem)) => (stem, NOUN),
        _ => return,
    };
    tried(stem, set);
    // "clumsily", "terribly", "heroically"
    if let Some(start) = stem.strip_suffix('i') {
        tried(&[start, "y"].concat(), set);
    } else if stem.ends_with('b') {
        tried(&[stem, "le"].concat(), set);
    } else if let Some(start) = stem.strip_suffix("al") {
        tried(start, set);
    }
}
