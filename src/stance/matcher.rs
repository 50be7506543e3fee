//! Finds entries of the lexicon in a sentence: by the first words they may begin with, then word by word.

use std::ops::Range;

use super::context::Context;
use super::exceptions::Exceptions;
use super::forms;
use super::frame::narrowness;
use super::holder::Holders;
use super::lexicon::{Entry, Lexicon};
use super::tags::{Found, WAITS, judge};
use crate::analysis::StanceTag;
use crate::bytes::split;
use crate::language::{Reading, Tag, WordId, Words, words};

/// An entry that a word may begin.
#[derive(Clone, Copy)]
struct Beginning<'l> {
    entry: Entry<'l>,
    exceptions: Exceptions,
    /// The parts of speech for which it may.
    parts_of_speech: u32,
    /// Whether the word is made from that of the entry: "cruelly" from "cruel".
    is_derived: bool,
    next: Next,
    /// How many words the entry has, then how much it asks: the higher, the earlier its turn.
    rank: (usize, u32),
}

/// The second word of an entry, as far as a glance at the next token can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// There is none, or its token may be written in several ways.
    Any,
    /// This word of the article.
    Word(WordId),
    /// A word that the article does not have.
    Absent,
}

impl Next {
    fn of(pattern: &str, words: &Words) -> Next {
        match split(pattern, b' ').nth(1) {
            None => Next::Any,
            Some(second) if second.starts_with('\'') || second == "n't" => Next::Any,
            Some(second) => words.get(second).map_or(Next::Absent, Next::Word),
        }
    }
}

/// A token at which entries are tried.
struct Place<'c> {
    at: usize,
    context: &'c Context<'c>,
    holders: &'c Holders<'c>,
    /// Whether it stands in a headline whose capitals tell nothing.
    capitals: bool,
}

/// Looks words of one article up in the lexicon, each distinct one once.
pub(super) struct Matcher<'r, 'l> {
    reading: &'r Reading<'r>,
    lexicon: Lexicon<'l>,
    /// For each distinct word, one more than an index in `ranges`, or zero until it is first met.
    known: Vec<u32>,
    /// Where the beginnings of some word stand; first of all the range of words that begin nothing.
    ranges: Vec<Range<usize>>,
    beginnings: Vec<Beginning<'l>>,
    /// Which distinct words have a hyphen, so that one token may be several words of a pattern.
    hyphenated: Vec<bool>,
    /// Next name at or after the token looked at.
    name: usize,
}

impl<'r, 'l> Matcher<'r, 'l> {
    pub(super) fn new(reading: &'r Reading<'r>, lexicon: Lexicon<'l>) -> Self {
        let words = (0..reading.words.len() as u32).map(WordId);
        Self {
            reading,
            lexicon,
            known: vec![0; words.len()],
            ranges: vec![Range::default()],
            beginnings: Vec::new(),
            hyphenated: words.map(|word| reading.words.text(word).contains('-')).collect(),
            name: 0,
        }
    }

    /// What is found in a sentence, instead of what was found before.
    #[inline(never)]
    pub(super) fn read_sentence(
        &mut self,
        context: &Context<'_>,
        holders: &Holders<'_>,
        is_title: bool,
        found: &mut Vec<Found<'l>>,
    ) {
        let capitals = is_title && is_title_case(context);
        found.clear();
        let mut at = context.tokens.start;
        while at < context.tokens.end {
            // "the Pro-Leith camp", "an Orwellian plan": a side or a judgement, which the capital makes a name of.
            let describes = context.tag(at) == Tag::Adj;
            let name = self.name_at(at).filter(|&end| !(end == at + 1 && describes));
            if let Some(end) = name
                && !capitals
            {
                at = end.max(at + 1);
                continue;
            }
            // "Council Chief Praises Park Fund": capitals join the verb of a headline to the names around it.
            let side = |find: &Found<'_>| {
                !matches!(find.tag, StanceTag::Evaluative | StanceTag::Booster)
                    && context.tag(at) != Tag::Noun
                    && !context.is(at.wrapping_sub(1), words!["of"])
            };
            let place = Place { at, context, holders, capitals };
            match self.best_at(&place).filter(|find| name.is_none() || side(find)) {
                Some(find) => {
                    at = find.tokens.end;
                    found.push(find);
                }
                None => at += 1,
            }
        }
    }

    /// The end of the name that covers a token.
    fn name_at(&mut self, token: usize) -> Option<usize> {
        let names = &self.reading.names;
        while names.get(self.name).is_some_and(|name| name.core.end as usize <= token) {
            self.name += 1;
        }
        names
            .get(self.name)
            .filter(|name| name.core.contains(token as u32))
            .map(|name| name.core.end as usize)
    }

    fn beginnings_of(&mut self, word: WordId) -> Range<usize> {
        let known = self.known.get(word.0 as usize).and_then(|known| known.checked_sub(1));
        match known.and_then(|index| self.ranges.get(index as usize)) {
            Some(range) => range.clone(),
            None => self.look_up(word),
        }
    }

    /// Finds what begins with a word that is met for the first time.
    #[inline(never)]
    fn look_up(&mut self, word: WordId) -> Range<usize> {
        let start = self.beginnings.len();
        let text = self.reading.words.text(word);
        if self.lexicon.may_begin_with(text) {
            self.add_beginnings(text);
        }
        let end = self.beginnings.len();
        if start < end {
            self.ranges.push(start..end);
        }
        if let Some(known) = self.known.get_mut(word.0 as usize) {
            *known = if start < end { self.ranges.len() as u32 } else { 1 };
        }
        start..end
    }

    fn add_beginnings(&mut self, text: &str) {
        let (lexicon, words, beginnings) = (self.lexicon, &self.reading.words, &mut self.beginnings);
        let before = beginnings.len();
        let mut add = |entry: Entry<'l>, parts_of_speech, is_derived| {
            let next = Next::of(entry.pattern, words);
            let blanks = entry.pattern.bytes().filter(|&byte| byte == b' ').count();
            let rank = (blanks + 1, narrowness(entry.frame));
            let exceptions = Exceptions::of(&entry);
            beginnings.push(Beginning { entry, exceptions, parts_of_speech, is_derived, next, rank });
            beginnings.len()
        };
        let mut known = before;
        forms::each(text, |form, set| {
            lexicon.each_beginning_with(form, |entry| known = add(entry, set, false));
        });
        if known > before {
            return;
        }
        forms::each_stem(text, |stem, set| {
            lexicon.each_beginning_with(stem, |entry| {
                let judges = entry.tag == StanceTag::Evaluative && entry.strength > 1;
                if judges && entry.parts_of_speech & QUALITIES != 0 && entry.pattern == stem {
                    add(entry, set, true);
                }
            });
        });
    }

    /// The entry that fits at a token: the one with the most words, then the one that asks the most.
    #[inline(never)]
    fn best_at(&mut self, place: &Place<'_>) -> Option<Found<'l>> {
        let token = self.reading.tokens.get(place.at)?;
        let word = token.lower(&self.reading.words);
        let range = self.beginnings_of(word);
        if range.is_empty() { None } else { self.best_of(range, word, place) }
    }

    #[inline(never)]
    fn best_of(&self, range: Range<usize>, word: WordId, place: &Place<'_>) -> Option<Found<'l>> {
        let (at, context) = (place.at, place.context);
        let lower_at = |at: usize| self.reading.tokens.get(at).map(|token| token.lower(&self.reading.words));
        let (following, after) = (lower_at(at + 1), lower_at(at + 2));
        let is_hyphenated = |word: WordId| self.hyphenated.get(word.0 as usize) == Some(&true);
        let hyphen = is_hyphenated(word);
        let divided = hyphen || following.is_some_and(is_hyphenated);
        let mut best: Option<((usize, u32), Found<'l>)> = None;
        for beginning in self.beginnings.get(range)? {
            let goes_on = match beginning.next {
                Next::Any => true,
                Next::Word(next) => {
                    divided || following == Some(next) || after == Some(next) || context.time_at(at + 1) > 0
                }
                Next::Absent => divided,
            };
            if !goes_on || best.as_ref().is_some_and(|(rank, _)| *rank >= beginning.rank) {
                continue;
            }
            if let Some(find) = self.found_by(beginning, place, hyphen) {
                let rank = if find.strength == WAITS { (0, 0) } else { beginning.rank };
                if best.as_ref().is_none_or(|(known, _)| *known < rank) {
                    best = Some((rank, find));
                }
            }
        }
        best.map(|(_, find)| find)
    }

    /// What the entry of a beginning finds at its first token, which may have a hyphen.
    #[inline(never)]
    fn found_by(&self, beginning: &Beginning<'l>, place: &Place<'_>, hyphen: bool) -> Option<Found<'l>> {
        let &Place { at, context, holders, capitals } = place;
        let token = self.reading.tokens.get(at)?;
        let entry = beginning.entry;
        let tag = 1 << token.tag as u32;
        let fits = beginning.parts_of_speech & tag != 0
            && (entry.parts_of_speech == 0 || entry.parts_of_speech & tag != 0);
        let fits = fits
            || beginning.is_derived && beginning.parts_of_speech & tag != 0
            || capitals && token.tag == Tag::Propn
            || matches!(entry.tag, StanceTag::Support | StanceTag::Oppose | StanceTag::Demand)
                && entry.parts_of_speech == 1 << Tag::Verb as u32
                && context.may_be_verb(at)
            || is_plain_judgement(&entry, beginning, context, at);
        if !fits {
            return None;
        }
        // Most entries are one word, and most words have no hyphen.
        let end =
            if beginning.rank.0 == 1 && !hyphen { at + 1 } else { match_rest(entry.pattern, at, context)? };
        if self.lexicon.is_silenced(&entry) {
            return None;
        }
        judge(context, holders, entry, beginning.exceptions, at..end)
    }
}

/// Whether a judging word stands in the very form that the lexicon has. Such words are rare enough that a
/// tagger often guesses wrong about them ("a clumsy, bogus attempt"), and judge in any open class.
fn is_plain_judgement(
    entry: &Entry<'_>,
    beginning: &Beginning<'_>,
    context: &Context<'_>,
    at: usize,
) -> bool {
    let tag = context.tag(at);
    // "a complicated, disappointing year": what looks like a participle is guessed wrong most often.
    // "had failed to act": a verb with what it governs, which describes nobody.
    let describes =
        || context.be_before(at).is_some() || !matches!(context.tag(at + 1), Tag::Det | Tag::Pron | Tag::Num);
    let participle = || entry.pattern.ends_with("ed") || entry.pattern.ends_with("ing");
    entry.tag == StanceTag::Evaluative
        && (entry.strength > 1 || participle())
        && beginning.parts_of_speech == u32::MAX
        && if entry.parts_of_speech & QUALITIES != 0 {
            // "for the foul": a noun indeed.
            let names = || {
                context.tag(at.wrapping_sub(1)) == Tag::Det
                    && !participle()
                    && matches!(context.tag(at + 1), Tag::Punct | Tag::Adp | Tag::Aux)
                    && !context.is(at + 1, words![",", "-"])
                    && !context.is_quote(at + 1)
            };
            matches!(tag, Tag::Adj | Tag::Adv | Tag::Propn)
                || tag == Tag::Noun && !names()
                || tag == Tag::Verb && describes()
        } else {
            entry.parts_of_speech & 1 << Tag::Noun as u32 != 0 && matches!(tag, Tag::Adj | Tag::Propn)
        }
}

/// Adjectives and adverbs.
const QUALITIES: u32 = 1 << Tag::Adj as u32 | 1 << Tag::Adv as u32;

/// The end of `pattern` in the tokens, where its first word is known to stand at `at`. A token with hyphens
/// counts as several words, and only a pattern that ends with a hyphen may end inside it.
#[inline(never)]
fn match_rest(pattern: &str, at: usize, context: &Context<'_>) -> Option<usize> {
    let (mut token, mut piece) = next_piece(context.lower(at), at, 0);
    let rest = pattern.split_once(' ').map(|(_, rest)| rest);
    // "called Wednesday for calm": what stands between tells when.
    let particle = rest.and_then(|rest| split(rest, b' ').next());
    if particle.is_some() && particle != Some(context.lower(token)) {
        token += stand_between(context, at, token);
    }
    for word in rest.into_iter().flat_map(|rest| split(rest, b' ')) {
        let mut lower = context.lower(token);
        // "witch hunt" is also written "witch-hunt".
        if word != "-" && piece_of(lower, piece) == Some("-") {
            (token, piece) = next_piece(lower, token, piece);
            lower = context.lower(token);
        }
        if !same_word(piece_of(lower, piece)?, word) {
            return None;
        }
        (token, piece) = next_piece(lower, token, piece);
    }
    // "called on Monday for calm": the preposition belongs to the day.
    let of_day = rest.is_some() && context.tag(at) == Tag::Verb && context.time_at(token.wrapping_sub(1)) > 0;
    match piece {
        _ if of_day => None,
        0 => Some(token),
        _ => pattern.ends_with(" -").then_some(token + 1),
    }
}

/// How many tokens stand between the verb at `at` and its particle and tell when or how, or between "no" and its noun ("no
/// hard evidence").
fn stand_between(context: &Context<'_>, at: usize, token: usize) -> usize {
    let verb = context.tag(at) == Tag::Verb;
    let time = context.time_at(token);
    let one = context.tag(token) == Tag::Adj && context.lower(at) == "no"
        || verb
            && context.tag(token + 1) == Tag::Adp
            && (context.tag(token) == Tag::Adv || context.lower(token).ends_with("day"));
    if verb && time > 0 { time } else { usize::from(one) }
}

/// One of the words that hyphens divide a token into, hyphens among them.
fn piece_of(word: &str, piece: usize) -> Option<&str> {
    if word.len() < 2 || !word.as_bytes().contains(&b'-') {
        return (piece == 0).then_some(word);
    }
    let text = split(word, b'-').nth(piece / 2)?;
    if piece.is_multiple_of(2) { Some(text) } else { split(word, b'-').nth(piece / 2 + 1).map(|_| "-") }
}

/// The piece behind one of a token, whose word is `lower`.
fn next_piece(lower: &str, token: usize, piece: usize) -> (usize, usize) {
    match piece_of(lower, piece + 1) {
        Some(_) => (token, piece + 1),
        None => (token + 1, 0),
    }
}

/// Whether a token is a word of a pattern; a curly apostrophe counts as a straight one.
fn same_word(token: &str, word: &str) -> bool {
    token == word
        || token.strip_prefix('’').is_some_and(|rest| word.strip_prefix('\'') == Some(rest))
        || token == "n’t" && word == "n't"
}

/// Whether most words of a headline begin with a capital, so that capitals tell nothing about names.
fn is_title_case(context: &Context<'_>) -> bool {
    let words = || {
        context
            .tokens
            .clone()
            .map(|token| context.reading.tokens.get(token).map_or("", |t| t.span.of(context.reading.text)))
    };
    let long = words().filter(|word| word.len() > 3 && word.starts_with(char::is_alphabetic)).count();
    let capital = words().filter(|word| word.len() > 3 && word.starts_with(char::is_uppercase)).count();
    capital * 4 > long * 3
}
