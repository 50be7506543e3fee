//! What every rule of attribution asks of the article: the words and tags of a token, its phrase, its quotation,
//! its entry in the reporting lexicon, each in constant time.

use super::frames::{Frames, Lexeme, Lexemes, Verb};
use super::quotes::Quotes;
use crate::bytes::split;
use crate::language::lemma::lemma;
use crate::language::{Phrase, PhraseKind, Reading, RuleWord, Sentence, Tag, TokenRange, words};
use crate::stance::classes::is_time_word;

/// An article, ready to be asked.
pub(super) struct Scan<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) quotes: Quotes,
    lexemes: Lexemes,
}

/// A half-open range of token indices.
pub(super) fn range(start: usize, end: usize) -> TokenRange {
    TokenRange::new(start, end)
}

impl<'r, 't> Scan<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>) -> Self {
        Self { quotes: Quotes::find(reading), lexemes: Lexemes::of(&reading.words), reading }
    }

    #[inline(always)]
    pub(super) fn lower(&self, at: usize) -> &'r str {
        self.reading.lower(at)
    }

    #[inline(always)]
    pub(super) fn rule_word(&self, at: usize) -> RuleWord {
        self.reading.rule_word(at)
    }

    /// Whether a token is one of these words.
    #[inline(always)]
    pub(super) fn is(&self, at: usize, words: &[RuleWord]) -> bool {
        self.reading.is(at, words)
    }

    #[inline(always)]
    pub(super) fn ends_in_ing(&self, at: usize) -> bool {
        self.ends_in(at, Lexemes::IN_ING)
    }

    #[inline(always)]
    pub(super) fn ends_in_ed(&self, at: usize) -> bool {
        self.ends_in(at, Lexemes::IN_ED)
    }

    #[inline(never)]
    fn ends_in(&self, at: usize, ending: u16) -> bool {
        self.reading
            .tokens
            .get(at)
            .is_some_and(|token| self.lexemes.marks_and_entry(token.word) & ending != 0)
    }

    /// Part of speech; [`Tag::X`] past the end.
    #[inline(never)]
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.reading.tag(at)
    }

    pub(super) fn lexeme(&self, at: usize) -> Option<&Lexeme> {
        self.lexemes.get(self.reading.tokens.get(at)?.word)
    }

    #[inline(never)]
    pub(super) fn phrase(&self, at: usize) -> Option<&'r Phrase> {
        self.reading.phrases.get(self.reading.phrase_at(at)?)
    }

    pub(super) fn phrase_index(&self, at: usize) -> Option<usize> {
        self.reading.phrase_at(at)
    }

    /// The noun phrase that begins at this token.
    pub(super) fn noun_from(&self, at: usize) -> Option<&'r Phrase> {
        self.phrase(at).filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.tokens.start as usize == at)
    }

    /// The noun phrase whose last token is just before this one.
    pub(super) fn noun_before(&self, at: usize) -> Option<&'r Phrase> {
        let last = at.checked_sub(1)?;
        self.phrase(last).filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.tokens.end as usize == at)
    }

    /// The verb group that begins at this token.
    pub(super) fn verb_from(&self, at: usize) -> Option<&'r Phrase> {
        self.phrase(at).filter(|phrase| phrase.kind != PhraseKind::Noun && phrase.tokens.start as usize == at)
    }

    /// The verb group with a tense that begins at this token.
    pub(super) fn finite_from(&self, at: usize) -> Option<&'r Phrase> {
        self.verb_from(at).filter(|group| self.is_finite(group))
    }

    /// The verb of a clause that begins with the noun phrase at `at`: "crews | warn".
    pub(super) fn verb_of_noun(&self, at: usize) -> Option<&'r Phrase> {
        self.finite_from(self.noun_from(at)?.tokens.range().end)
    }

    /// Whether the token belongs to an infinitive with "to".
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| phrase.is_infinitive())
    }

    /// Whether the token belongs to a verb group.
    pub(super) fn in_verb(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| phrase.kind != PhraseKind::Noun)
    }

    /// Whether a verb group has a tense of its own: no infinitive, no bare participle.
    pub(super) fn is_finite(&self, group: &Phrase) -> bool {
        let PhraseKind::Verb { infinitive, .. } = group.kind else { return false };
        let head = group.head as usize;
        let postposed =
            || self.rule_word(head).is(words!["concerned", "involved"]) && self.is_postposed(group);
        !infinitive
            && !postposed()
            && (!self.ends_in_ing(head)
                || group.tokens.range().any(|at| at != head && self.tag(at) == Tag::Aux)
                || self.is(head, words!["bring", "sing", "ring", "swing"]))
    }

    /// Whether a word is the plain form of a verb: "curb", not "curbs" or "curbed".
    pub(super) fn is_plain_form(&self, at: usize) -> bool {
        lemma(self.lower(at), Tag::Verb) == self.lower(at)
    }

    /// "the towns concerned in it": whether a participle of one word stands behind its noun, so that it is no verb of the
    /// towns.
    #[inline(never)]
    fn is_postposed(&self, group: &Phrase) -> bool {
        let head = group.head as usize;
        group.tokens.len() == 1
            && head.checked_sub(1).is_some_and(|before| matches!(self.tag(before), Tag::Noun | Tag::Propn))
            && matches!(self.tag(head + 1), Tag::Adp | Tag::Punct | Tag::Cconj)
    }

    /// Whether a token is a quotation mark; an apostrophe behind a word is none.
    pub(super) fn is_quote_mark(&self, at: usize) -> bool {
        let word = self.rule_word(at);
        word.is_sign()
            && word.is(words!["\"", "“", "”", "''", "``", "«", "»", "„", "‘", "’", "'", "`"])
            && self.tag(at) != Tag::Part
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.is(at, words![",", ",\"", ",”", ",''"])
    }

    /// Whether a token is a dash or a hyphen.
    #[inline(always)]
    pub(super) fn is_dash_or_hyphen(&self, at: usize) -> bool {
        let word = self.rule_word(at);
        word.is(words!["—", "--", "―"]) || word.is(words!["–", "-"])
    }

    /// A dash that stands between clauses, not within a word.
    #[inline(never)]
    pub(super) fn is_dash(&self, at: usize) -> bool {
        if self.rule_word(at).is(words!["—", "--", "―"]) {
            return true;
        }
        let touches = |left: usize| {
            let tokens = self.reading.tokens.get(left..left + 2);
            tokens.is_some_and(|pair| pair[0].span.end == pair[1].span.start)
        };
        self.is(at, words!["–", "-"]) && !(at > 0 && touches(at - 1) && touches(at))
    }

    /// `end`, or the first token after the block that `token` lies in where that comes before.
    #[inline(never)]
    pub(super) fn end_in_block(&self, token: u32, end: u32) -> u32 {
        let sentences = self.reading.sentences.get(self.reading.sentence_at(token)..).unwrap_or_default();
        let Some(first) = sentences.first() else { return token };
        // Most end in their sentence, and no other needs to be looked at.
        if end <= first.tokens.end {
            return end;
        }
        let is_inside = |sentence: &&Sentence| sentence.block == first.block && sentence.tokens.start < end;
        sentences.iter().take_while(is_inside).last().map_or(token, |last| last.tokens.end).min(end)
    }

    /// The sentence's range of tokens without the punctuation at its end.
    pub(super) fn body(&self, sentence: TokenRange) -> (usize, usize) {
        let std::ops::Range { start, mut end } = sentence.range();
        while end > start
            && (self.tag(end - 1) == Tag::Punct || self.is_quote_mark(end - 1))
            && !self.is(end - 1, words![")", "]"])
        {
            end -= 1;
        }
        (start, end)
    }

    /// The same of the sentence with an index.
    pub(super) fn body_of(&self, sentence: usize) -> Option<(usize, usize)> {
        self.reading.sentences.get(sentence).map(|sentence| self.body(sentence.tokens))
    }

    /// Whether the verb at `at` has an entry with one of these frames.
    #[inline(never)]
    pub(super) fn has_entry(&self, at: usize, frames: Frames) -> bool {
        self.verb_entries(at).any(|(verb, _)| verb.frames.has(frames))
    }

    /// The longest entry of the verb at `at`, and where its words end.
    pub(super) fn verb_entries(&self, at: usize) -> impl Iterator<Item = (Verb, usize)> + '_ {
        let entries = self.lexeme(at).and_then(|lexeme| lexeme.verb).map_or(&[][..], |(entries, _)| entries);
        entries.iter().filter_map(move |&verb| {
            let mut end = at + 1;
            // "called Wednesday for calm", "spoke repeatedly of it": what stands between tells when and how.
            let tells_when = self.tag(end) == Tag::Adv && !self.is(end, words!["never", "not"])
                || is_time_word(self.rule_word(end));
            if !verb.rest.is_empty() && tells_when {
                let particle = split(verb.rest, b' ').next();
                end += usize::from(particle == Some(self.lower(end + 1)));
            }
            // "called on Wednesday for calm"
            if !verb.rest.is_empty()
                && self.is(end, words!["on", "in"])
                && is_time_word(self.rule_word(end + 1))
                && split(verb.rest, b' ').next() == Some(self.lower(end + 2))
            {
                end += 2;
            }
            for word in split(verb.rest, b' ').filter(|word| !word.is_empty()) {
                if self.lower(end) != word {
                    return None;
                }
                end += 1;
            }
            Some((verb, end))
        })
    }

    /// Past adverbs and adverbials of time, place and occasion that may stand between a reporting word and what it
    /// reports: "said later on Tuesday in a statement that".
    pub(super) fn skip_adverbials(&self, mut at: usize, end: usize) -> usize {
        loop {
            let start = at;
            if at < end
                && self.tag(at) == Tag::Adv
                && !self.is(at, words!["how", "why", "when", "where", "not"])
            {
                at += 1;
            } else if at < end && self.is_time(at) {
                at = self.phrase(at).map_or(at + 1, |phrase| phrase.tokens.range().end.max(at + 1));
            } else if at < end && self.is(at, OCCASION) {
                let mut next = at + 1;
                if self.is(next, words!["to", "of", "with"]) {
                    next += 1;
                }
                if let Some(noun) = self.noun_from(next) {
                    at = noun.tokens.range().end;
                    while at < end && self.is(at, words!["of", "in", "with", "on", "at", "for", "to", "from"])
                    {
                        let Some(noun) = self.noun_from(at + 1) else { break };
                        at = noun.tokens.range().end;
                    }
                    // "said at least ten of the boats were lost": the subject of what is said.
                    if self.is(start + 1, words!["least", "most"]) {
                        return start;
                    }
                }
            }
            if at == start || at >= end {
                return at.min(end);
            }
        }
    }

    /// Whether the word at a token names a day, a month or another piece of time.
    pub(super) fn is_time_word(&self, at: usize) -> bool {
        is_time_word(self.rule_word(at))
    }

    /// Whether a word of time stands here without a preposition: "Tuesday", "last week", "this morning".
    pub(super) fn is_time(&self, at: usize) -> bool {
        const BEFORE: &[RuleWord] = words![
            "last", "this", "earlier", "late", "early", "next", "that", "the", "two", "three", "days",
            "hours"
        ];
        self.is_time_word(at)
            || self.noun_from(at).is_some_and(|noun| {
                self.is_time_word(noun.head as usize)
                    && (self.is(at, BEFORE) || self.is(noun.tokens.range().end, words!["ago"]))
            })
    }
}

/// Prepositions of adverbials that say when, where or on what occasion something was said.
const OCCASION: &[RuleWord] = words![
    "on", "in", "at", "during", "after", "before", "to", "with", "by", "from", "over", "through", "via",
    "for", "about", "of", "under", "following", "outside", "inside", "as", "since", "among",
];
