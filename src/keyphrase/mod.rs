//! What an article is about: phrases that it repeats, and places early.

use std::collections::{HashMap, HashSet};

use crate::analysis::Keyphrase;
use crate::language::{Reading, Tag, WordId};
use crate::options::{KeyphraseMode, Options};
use crate::span::Span;

/// Words that never begin, end or join a keyphrase.
const STOPWORDS: &str = include_str!("../../lexicon/stopwords/en.txt");

/// Longest candidate, in words.
const LONGEST: usize = 4;

/// The keyphrases of an article, best first.
pub fn extract(reading: &Reading<'_>, options: &Options) -> Vec<Keyphrase> {
    let stopwords: HashSet<&str> = STOPWORDS.lines().collect();
    let longest = if options.keyphrases == KeyphraseMode::Words { 1 } else { LONGEST };
    let mut mentions: HashMap<Vec<WordId>, Vec<Span>> = HashMap::new();
    let content = reading.sentences.iter().filter(|s| reading.blocks[s.block as usize].kind.is_content());
    for sentence in content {
        let tokens = &reading.tokens[sentence.tokens.range()];
        let breaks = |token: &crate::language::Token| {
            matches!(token.tag, Tag::Punct | Tag::Sym | Tag::Num)
                || stopwords.contains(reading.words.lower_text(token.word))
        };
        for run in tokens.split(breaks).filter(|run| !run.is_empty()) {
            let parts = if longest == 1 { run.chunks(1) } else { run.chunks(longest.max(run.len())) };
            for part in parts.filter(|part| part.len() <= longest) {
                let key = part.iter().map(|token| reading.words.lower(token.word)).collect();
                mentions.entry(key).or_default().push(part[0].span.join(part[part.len() - 1].span));
            }
        }
    }
    let length = reading.text.len().max(1) as f32;
    let mut keyphrases: Vec<Keyphrase> = mentions
        .into_values()
        .map(|mentions| {
            let first = mentions[0];
            let text = first.of(reading.text).to_owned();
            let weight = (1.0 + mentions.len() as f32).ln() * (1.0 + text.split(' ').count() as f32).ln();
            let earliness = 1.0 - first.start as f32 / length;
            Keyphrase { text, score: weight * (0.3 + earliness), mentions }
        })
        .collect();
    keyphrases.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then(a.mentions.cmp(&b.mentions)).then_with(|| a.text.cmp(&b.text))
    });
    keyphrases.truncate(options.max_keyphrases);
    let best = keyphrases.first().map_or(1.0, |keyphrase| keyphrase.score);
    keyphrases.iter_mut().for_each(|keyphrase| keyphrase.score /= best);
    keyphrases
}
