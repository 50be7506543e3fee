//! Runs: stretches of words that keyphrases are cut from.
//!
//! Where there are parts of speech, a run is what Justeson and Katz (1995, "Technical terminology") let into a
//! term, adjectives and nouns, and beyond it participles before a noun, words tied by a hyphen, and whatever
//! stands inside a name ("Bank of England"). Elsewhere it is what stands between stopwords and punctuation
//! (Rose et al. 2010, "Automatic keyword extraction from individual documents").

use std::ops::Range;

use super::candidates::Candidates;
use super::known::{Known, KnownWords, Shape};
use crate::article::BlockKind;
use crate::bytes::one_of;
use crate::language::{Reading, Sentence, Tag, Token, WordId, Words, words};
use crate::span::Span;

/// One word of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Index of its token.
    pub token: u32,
    /// Its stem, in [`Runs::stems`].
    pub stem: WordId,
    /// Its part of speech; [`Tag::X`] where none is known.
    pub tag: Tag,
    /// Bytes of an article elided at the beginning of its token ("l'").
    pub elided: u8,
    /// Whether it goes with any topic: "new", "year", "said".
    pub general: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is the first token of its sentence, where a capital says nothing.
    pub opens_sentence: bool,
    /// Whether it is a month or a day of the week, which alone says nothing of any article.
    pub calendar: bool,
    /// Whether a candidate may begin here: not after a hyphen, not with "of".
    pub may_begin: bool,
    /// Whether a candidate may end here: on a noun, not before a hyphen or within a name.
    pub may_end: bool,
}

impl Item {
    /// Where it stands, without the article.
    pub(super) fn span(&self, reading: &Reading<'_>) -> Span {
        let span = reading.tokens.get(self.token as usize).map(|token| token.span).unwrap_or_default();
        Span { start: span.start + u32::from(self.elided), ..span }
    }

    /// The word, exactly as written.
    pub(super) fn word(&self, reading: &Reading<'_>) -> WordId {
        reading.tokens.get(self.token as usize).map_or(WordId(u32::MAX), |token| token.word)
    }
}

/// From the first to the last of some words.
pub(super) fn span(reading: &Reading<'_>, items: &[Item]) -> Span {
    match items {
        [first, .., last] => first.span(reading).join(last.span(reading)),
        [only] => only.span(reading),
        [] => Span::default(),
    }
}

/// What the runs of one sentence have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// Index of the sentence.
    pub sentence: u32,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// How many tokens before it are none of the content.
    pub skipped: u32,
}

impl Setting {
    /// How many content tokens come before one of its own.
    pub(super) fn place(&self, token: u32) -> u32 {
        token - self.skipped
    }
}

/// All runs of an article.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// The words of all runs, one after another.
    pub items: Vec<Item>,
    /// The distinct stems.
    pub stems: Words,
    /// How many sentences the content blocks have.
    pub sentences: u32,
    /// How many tokens the content blocks have.
    pub tokens: u32,
    /// How many tokens stand before the first sentence that is not the title.
    pub title_tokens: u32,
    /// How many of the words stand there.
    pub title_items: usize,
    /// Whether the runs stand on parts of speech.
    pub tagged: bool,
}

/// What a run is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// Adjectives and nouns, up to a noun.
    Terms,
    /// Single nouns, adjectives and verbs.
    ContentWords,
    /// Whatever is neither stopword nor punctuation.
    BetweenStopwords,
    /// Whatever has a letter or a digit: for texts in which nothing else is found.
    Anything,
}

/// Finds the runs of the content blocks, and in each, as soon as it is closed, its parts of at most `longest` words.
/// Where only single words are wanted, those tied by a hyphen may part.
#[inline(never)]
pub(super) fn find(reading: &Reading<'_>, grammar: Grammar, longest: usize) -> (Runs, Candidates) {
    let tagged = matches!(grammar, Grammar::Terms | Grammar::ContentWords);
    let items = Vec::with_capacity(reading.tokens.len() / 2);
    let mut finder = Finder {
        reading,
        grammar,
        longest,
        words: KnownWords::of(reading, tagged),
        runs: Runs { items, tagged, ..Runs::default() },
        candidates: Candidates::with_room_for(reading.tokens.len()),
        names: NamePlaces { reading, next: 0, inside: 0..0 },
    };
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let kind = reading.blocks.get(sentence.block as usize).map(|block| block.kind);
        if kind.is_some_and(BlockKind::is_content) {
            finder.sentence(index as u32, sentence, kind == Some(BlockKind::Title));
        }
    }
    (Runs { stems: finder.words.stems, ..finder.runs }, finder.candidates)
}

/// Which tokens stand inside a name. Asked for in order of the text, so that a name is looked at beside its tokens.
struct NamePlaces<'r, 't> {
    reading: &'r Reading<'t>,
    /// Index of the next name.
    next: usize,
    /// The tokens of the one before it, without its first.
    inside: Range<usize>,
}

impl NamePlaces<'_, '_> {
    /// Whether a token stands inside a name and is not its first.
    fn have(&mut self, at: usize) -> bool {
        while self.inside.end <= at {
            let Some(name) = self.reading.names.get(self.next) else { return false };
            self.next += 1;
            let range = name.core.range();
            self.inside = range.start + 1..range.end + if self.owns(range.end) { 2 } else { 0 };
        }
        self.inside.start <= at
    }

    /// Whether the name that ends before `clitic` goes on behind it: "Fishermen’s Association". Only nouns for people
    /// have a possessive within names as a rule.
    fn owns(&self, clitic: usize) -> bool {
        self.reading.tag(clitic) == Tag::Part && self.reading.tag(clitic + 1) == Tag::Propn && {
            let owner = self.reading.lower(clitic.wrapping_sub(1));
            owner.ends_with("men") || one_of!(owner, "children people workers teachers farmers")
        }
    }
}

/// Longest dateline, in tokens.
const LONGEST_DATELINE: usize = 14;

struct Finder<'r, 't> {
    reading: &'r Reading<'t>,
    grammar: Grammar,
    longest: usize,
    words: KnownWords<'r>,
    runs: Runs,
    candidates: Candidates,
    names: NamePlaces<'r, 't>,
}

/// A token, and what is to be known of those beside it.
#[derive(Clone, Copy)]
struct Beside {
    at: usize,
    token: Token,
    after_hyphen: bool,
    before_hyphen: bool,
    /// Whether it stands inside a name and is not its first.
    in_name: bool,
    /// Whether the next token stands there.
    before_more_name: bool,
}

impl Finder<'_, '_> {
    #[inline(never)]
    fn sentence(&mut self, index: u32, sentence: &Sentence, in_title: bool) {
        let range = sentence.tokens.range();
        let setting =
            Setting { sentence: index, in_title, skipped: sentence.tokens.start - self.runs.tokens };
        self.runs.sentences += 1;
        self.runs.tokens += range.len() as u32;
        let first = self.runs.items.len();
        let mut start = first;
        let after_dateline = if in_title { range.start } else { self.after_dateline(sentence) };
        let [mut after_hyphen, mut hyphen] =
            [range.start.wrapping_sub(1), range.start].map(|at| self.is_hyphen(at));
        let mut in_name = self.names.have(range.start);
        for at in range.clone() {
            let Some(&token) = self.reading.tokens.get(at) else { break };
            let (before_hyphen, before_more_name) = (self.is_hyphen(at + 1), self.names.have(at + 1));
            let beside = Beside { at, token, after_hyphen, before_hyphen, in_name, before_more_name };
            // A word is not looked up where its part of speech keeps it out.
            let known = (at >= after_dateline && self.may_fit(&beside, &range))
                .then(|| self.words.know(token.word))
                .filter(|known| self.fits(&beside, known));
            match known {
                Some(known) => {
                    if known.elided > 0 && self.grammar != Grammar::Anything {
                        start = self.close(start);
                    }
                    self.push(&beside, &known, at == range.start);
                    if known.closes {
                        start = self.close(start);
                    }
                }
                None if !hyphen => start = self.close(start),
                None => {}
            }
            (after_hyphen, hyphen, in_name) = (hyphen, before_hyphen, before_more_name);
        }
        self.close(start);
        self.candidates.add_sentence(&self.runs.items, first, &setting);
        if in_title {
            self.runs.title_tokens = self.runs.tokens;
            self.runs.title_items = self.runs.items.len();
        }
    }

    /// The first token after the place, day and agency that a report begins with: "ELMFORD, May 2 (NN) - The mayor …".
    #[inline(never)]
    fn after_dateline(&self, sentence: &Sentence) -> usize {
        let range = sentence.tokens.range();
        let opens = self
            .reading
            .blocks
            .get(sentence.block as usize)
            .is_some_and(|block| block.span.start == sentence.span.start);
        let Some(tokens) = self.reading.tokens.get(range.clone()).filter(|_| opens) else {
            return range.start;
        };
        let text = |token: &Token| self.reading.words.text(token.word);
        let is_dash = |token: &Token| token.rule_word.is(words!["-", "--", "–", "—"]);
        let dash = tokens.iter().take(LONGEST_DATELINE).position(is_dash);
        let Some((dash, place)) = dash.zip(tokens.first().map(text)) else { return range.start };
        let [Some(before), Some(mark)] = [dash.checked_sub(1), Some(dash)].map(|at| tokens.get(at?)) else {
            return range.start;
        };
        // Not the hyphen of "ELMFORD-based".
        let spaced = before.span.end < mark.span.start || before.tag == Tag::Punct;
        let capitals = place.chars().all(char::is_uppercase) && place.chars().nth(3).is_some();
        let placed = text(before) == ")" && place.starts_with(char::is_uppercase) || capitals;
        range.start + if spaced && placed { dash + 1 } else { 0 }
    }

    #[inline(never)]
    fn push(&mut self, beside: &Beside, known: &Known, opens_sentence: bool) {
        let &Beside { at, token, .. } = beside;
        let (tagged, single) = (self.runs.tagged, self.longest == 1);
        let inside = tagged
            && !beside.before_hyphen
            && matches!(token.tag, Tag::Adp | Tag::Det | Tag::Cconj | Tag::Part | Tag::Pron);
        let tag = if tagged { token.tag } else { Tag::X };
        let noun = match self.grammar {
            Grammar::Terms => self.ends_term(at, token),
            _ => true,
        };
        let single_letter = known.shape == Shape::Letter || known.shape == Shape::Number && !tagged;
        self.runs.items.push(Item {
            token: at as u32,
            stem: known.stem,
            tag,
            elided: known.elided,
            general: known.general,
            calendar: known.calendar,
            capital: !token.is_lower,
            opens_sentence,
            may_begin: (single || !beside.after_hyphen) && !inside && !single_letter,
            may_end: (single || !beside.before_hyphen && !beside.before_more_name) && !inside && noun,
        });
    }

    /// Takes the items from `start` on, if there are any, for a run, and gives the place where the next one starts.
    fn close(&mut self, start: usize) -> usize {
        if start < self.runs.items.len() {
            self.candidates.add_run(&self.runs.items, start, self.longest);
        }
        self.runs.items.len()
    }

    /// Whether the part of speech of a token lets it into a run.
    fn may_fit(&self, beside: &Beside, sentence: &Range<usize>) -> bool {
        let tag = beside.token.tag;
        match self.grammar {
            Grammar::Anything | Grammar::BetweenStopwords => true,
            Grammar::ContentWords => matches!(tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb),
            Grammar::Terms => {
                beside.in_name
                    || match tag {
                        Tag::Propn => true,
                        // "Two per cent", "per day": a measure is no term.
                        Tag::Noun | Tag::Adj => !self.reading.is(beside.at.wrapping_sub(1), words!["per"]),
                        Tag::Verb | Tag::Adv | Tag::Num | Tag::X => self.joins(beside, sentence),
                        // "no-fly zone"
                        Tag::Det | Tag::Intj => beside.before_hyphen,
                        _ => false,
                    }
            }
        }
    }

    /// Whether its word fits there, too.
    fn fits(&self, beside: &Beside, known: &Known) -> bool {
        let tag = beside.token.tag;
        match self.grammar {
            _ if known.shape == Shape::Mark => false,
            Grammar::Anything => true,
            Grammar::BetweenStopwords => known.shape == Shape::Word && !known.stopword,
            Grammar::ContentWords => known.shape == Shape::Word && !(known.stopword && tag != Tag::Propn),
            Grammar::Terms => {
                !known.stopword
                    || beside.in_name
                    || match tag {
                        Tag::Noun | Tag::Adj => beside.before_hyphen,
                        Tag::Verb | Tag::Adv | Tag::Num | Tag::X => false,
                        _ => true,
                    }
            }
        }
    }

    /// Whether a word that is neither noun nor adjective belongs to the term around it.
    #[inline(never)]
    fn joins(&self, beside: &Beside, sentence: &Range<usize>) -> bool {
        let at = beside.at;
        let tag = |at: usize| self.reading.tokens.get(at).filter(|_| sentence.contains(&at)).map(|t| t.tag);
        let noun = |tag| matches!(tag, Some(Tag::Noun | Tag::Propn));
        let (before, after) = (tag(at.wrapping_sub(1)), tag(at + 1));
        if beside.before_hyphen || beside.after_hyphen {
            // "oil-tainted shore", "F-14 crash", "type-2 diabetes"
            return true;
        }
        let word = || self.reading.lower(at);
        match beside.token.tag {
            // "industrialised nations", "the growing unified market": not after a noun that could be its subject.
            Tag::Verb if noun(after) || after == Some(Tag::Adj) => {
                let word = word();
                let past = word.ends_with("ed") || word.ends_with("en");
                let described =
                    matches!(before, Some(Tag::Det | Tag::Adj | Tag::Adp | Tag::Adv | Tag::Num | Tag::Part));
                past && described
                    || word.ends_with("ing")
                        && !matches!(before, Some(Tag::Aux | Tag::Pron | Tag::Part | Tag::Verb))
            }
            // "concurrent engineering"
            Tag::Verb => self.is_gerund_head(at),
            // "fully automatic algorithm"
            Tag::Adv => {
                (after == Some(Tag::Adj) || after == Some(Tag::Verb) && noun(tag(at + 2)))
                    && word().ends_with("ly")
            }
            // "Apollo 11 landing", "S&P 500", but not "March 11"
            Tag::Num => noun(before) && (noun(after) || self.is_designation(at)),
            _ => false,
        }
    }

    /// Whether a form in "-ing" is the head of the term before it.
    fn is_gerund_head(&self, at: usize) -> bool {
        let tag = |at: usize| self.reading.tokens.get(at).map(|token| token.tag);
        matches!(tag(at.wrapping_sub(1)), Some(Tag::Noun | Tag::Propn | Tag::Adj))
            && matches!(tag(at + 1), None | Some(Tag::Punct | Tag::Adp | Tag::Cconj | Tag::Aux | Tag::Verb))
            && self.reading.lower(at).ends_with("ing")
    }

    /// Whether a number belongs to the name before it: "S&P 500".
    #[inline(never)]
    fn is_designation(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.reading.tokens.get(before)) else {
            return false;
        };
        let name = self.reading.words.text(before.word);
        matches!(before.tag, Tag::Propn | Tag::Noun)
            && name.chars().filter(|c| c.is_uppercase() || *c == '&').count() > 1
    }

    fn ends_term(&self, at: usize, token: Token) -> bool {
        match token.tag {
            Tag::Noun | Tag::Propn => true,
            Tag::Verb => self.is_gerund_head(at),
            Tag::Num => self.is_designation(at),
            _ => false,
        }
    }

    /// Whether the token at `at` is a hyphen with no space on either side.
    fn is_hyphen(&self, at: usize) -> bool {
        let Some([before, token, after]) =
            at.checked_sub(1).and_then(|before| self.reading.tokens.get(before..at.checked_add(2)?))
        else {
            return false;
        };
        before.span.end == token.span.start
            && token.span.end == after.span.start
            && match token.span.len() {
                1 => token.rule_word.is(words!["-"]),
                3 => matches!(self.reading.words.text(token.word), "‐" | "‑" | "–"),
                _ => false,
            }
    }
}
