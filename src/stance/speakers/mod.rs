//! Speakers: modest coreference between the sources of attributions. Names are linked by their words, a title or
//! description to the name it stood beside, a pronoun to the nearest speaker or subject that fits in gender and
//! number within two paragraphs (after the salience factors of Lappin & Leass 1994). Where nothing fits, the
//! speaker stays unknown rather than wrong.

mod descriptions;
mod documents;
mod names;
mod pronouns;
mod repeats;
mod settling;
pub(super) mod vocabulary;

use crate::analysis::Speaker;
use crate::collections::{Numbered, hash, sort_by_number};
use crate::language::{Reading, TokenRange, WordId, words};
use crate::span::Span;
use names::Names;
use pronouns::Recent;
pub(super) use settling::settle;

/// Whether a given name tells that its bearer is whom "he" or "she" means.
pub(super) fn is_named_as(reading: &Reading<'_>, name: TokenRange, pronoun: &str) -> bool {
    let given = reading.written(name.start as usize);
    let she = matches!(pronoun, "she" | "her");
    vocabulary::given_name_gender(given).is_some_and(|gender| (gender == vocabulary::Gender::Feminine) == she)
}

/// One source to be identified.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Its noun phrase.
    pub(super) tokens: TokenRange,
    /// What it refers to, where it is a relative pronoun.
    pub(super) antecedent: Option<TokenRange>,
    /// Whether it stands in somebody's own words, whose pronouns refer to whomever that speaker has in mind.
    pub(super) quoted: bool,
    /// Whether it stands in what somebody is reported to say.
    pub(super) reported: bool,
}

/// Who somebody is: one with a name, or a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Index in [`Names::entities`].
    Named(usize),
    /// Index in [`Speakers::unnamed`].
    Unnamed(usize),
    /// Index in [`Speakers::joint`].
    Joint(usize),
}

/// Identifies sources one after the other, in order of the text.
pub(super) struct Speakers<'r, 't> {
    reading: &'r Reading<'t>,
    names: Names,
    /// Descriptions without a name, by their words.
    unnamed: Vec<TokenRange>,
    by_description: Numbered,
    /// Two who speak as one: indices in [`Names::entities`].
    joint: Vec<(usize, usize)>,
    by_pair: Numbered,
    /// What somebody has issued, by its noun: "the report", "the statement".
    documents: Vec<(WordId, Who)>,
    /// Subjects that are pronouns or descriptions, and whom they mean.
    meant: Vec<(TokenRange, Who)>,
    /// Sources in which no name of theirs stands.
    sources: Vec<(TokenRange, Who)>,
    /// Subjects and sources so far, latest last.
    recent: Vec<Recent>,
    /// Subjects outside anybody's own words that are still ahead, in order.
    subjects: Vec<TokenRange>,
    next_subject: usize,
    /// Whether what is being looked at stands in somebody's own words.
    quoted: bool,
    /// One more than the index in `all` of each, by [`number`](Self::number), or zero.
    ids: Vec<u32>,
    /// The same indices by the hash of the name, so that no name is kept twice.
    by_name: Numbered,
    all: Vec<Speaker>,
}

impl<'r, 't> Speakers<'r, 't> {
    /// Ready for the sources of `reading`; `subjects` are the subjects of its verbs, in order of the text.
    #[inline(never)]
    pub(super) fn new(reading: &'r Reading<'t>, subjects: Vec<TokenRange>) -> Self {
        Self {
            reading,
            names: Names::find(reading),
            unnamed: Vec::new(),
            by_description: Numbered::default(),
            joint: Vec::new(),
            by_pair: Numbered::default(),
            documents: Vec::new(),
            meant: Vec::new(),
            sources: Vec::new(),
            recent: Vec::with_capacity(subjects.len()),
            subjects,
            next_subject: 0,
            quoted: false,
            ids: Vec::new(),
            by_name: Numbered::default(),
            all: Vec::new(),
        }
    }

    /// The speaker that a source is; none where that cannot be told. Sources must come in order of the text.
    #[inline(never)]
    pub(super) fn identify(&mut self, source: Source) -> Option<u32> {
        let tokens = source.antecedent.unwrap_or(source.tokens);
        self.advance(tokens.start);
        self.quoted = source.quoted;
        if source.quoted && tokens.len() == 1 && self.pronoun(tokens.start as usize).is_some() {
            return None;
        }
        let who = self.who(tokens)?;
        self.remember(who, tokens, !source.reported);
        self.note_document(who, source.tokens);
        let is_named = matches!(who, Who::Named(entity)
            if self.names.within(self.reading, tokens).iter().any(|mention| mention.entity == entity));
        if !is_named {
            self.sources.push((source.tokens, who));
        }
        Some(self.id(who))
    }

    /// Notes the subjects after the last source.
    #[inline(never)]
    pub(super) fn read_on(&mut self) {
        self.advance(u32::MAX);
    }

    /// Every speaker, with the places where it is named or meant.
    #[inline(never)]
    pub(super) fn finish(mut self) -> Vec<Speaker> {
        let named = self.names.mentions.iter().map(|name| (name.tokens, Who::Named(name.entity)));
        for (tokens, who) in named.chain(self.meant.iter().chain(&self.sources).copied()) {
            if let Some(speaker) = self.known_id(who).and_then(|id| self.all.get_mut(id as usize)) {
                speaker.mentions.push(self.reading.span(tokens));
            }
        }
        // Mostly in order already.
        for speaker in &mut self.all {
            sort_by_number(&mut speaker.mentions, |mention| mention.number());
            speaker.mentions.dedup();
        }
        self.all
    }

    /// Pronouns and descriptions as subjects, each with the name or description of the one it means, in the order in
    /// which they start.
    #[inline(never)]
    pub(super) fn meant(&self) -> Vec<(TokenRange, TokenRange)> {
        let name = |who: Who| match who {
            Who::Named(index) => self.names.entities.get(index).map(|entity| entity.name),
            Who::Unnamed(index) => self.unnamed.get(index).copied(),
            Who::Joint(_) => None,
        };
        self.meant.iter().filter_map(|&(pronoun, who)| Some((pronoun, name(who)?))).collect()
    }

    fn who(&mut self, tokens: TokenRange) -> Option<Who> {
        let first = tokens.start as usize;
        if tokens.len() == 1
            && let Some(pronoun) = self.pronoun(first)
        {
            return self.referent(pronoun, first);
        }
        self.several(tokens).or_else(|| self.one(tokens))
    }

    /// Who a source is that is no pronoun and not several.
    #[inline(never)]
    fn one(&mut self, tokens: TokenRange) -> Option<Who> {
        // "This explains why …": what was said, not somebody.
        if tokens.len() == 1 && self.reading.is(tokens.start as usize, words!["this", "that", "which"]) {
            return None;
        }
        if let Some(issuer) = self.issuer(tokens) {
            return Some(issuer);
        }
        if let Some(entity) = self.named(tokens) {
            return Some(Who::Named(entity));
        }
        if let Some(entity) = self.apposed(tokens) {
            return Some(Who::Named(entity));
        }
        let description = self.description(tokens)?;
        if let Some(who) = self.described(description) {
            return Some(who);
        }
        if let Some(who) = self.spoken_of(description) {
            return Some(who);
        }
        if let Some(who) = self.repeated(description) {
            return Some(who);
        }
        if let Some(entity) = self.named_later(description) {
            return Some(Who::Named(entity));
        }
        Some(self.without_name(self.at_length(description, tokens)))
    }

    /// Those whom a description without a name tells, the same for the same words, in any order: "Bell and sources",
    /// "sources and Bell"; "the council of Leith", "Leith council".
    #[inline(never)]
    fn without_name(&mut self, description: TokenRange) -> Who {
        // A sum, so that order counts for nothing, of numbers that no other few words add up to.
        let body = description.range().any(|at| {
            self.reading.is(at, words!["council", "government", "police", "parliament", "ministry"])
        });
        let number = |at: usize| {
            if body && self.reading.is(at, words!["of", "the"]) {
                return 0;
            }
            let word = self.reading.tokens.get(at).map_or(0, |token| token.lower(&self.reading.words).0);
            let spread = (u64::from(word) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            (spread ^ spread >> 32).wrapping_mul(spread)
        };
        let words = description.range().fold(0, |sum: u64, at| sum.wrapping_add(number(at)));
        let next = self.unnamed.len();
        let index = *self.by_description.entry(words).or_insert(next as u32) as usize;
        if index == next {
            self.unnamed.push(description);
        }
        Who::Unnamed(index)
    }

    /// A number of its own for each; names, which are asked for most, lie side by side.
    fn number(&self, who: Who) -> usize {
        match who {
            Who::Named(index) => index,
            Who::Unnamed(index) => self.names.entities.len() + 2 * index,
            Who::Joint(index) => self.names.entities.len() + 2 * index + 1,
        }
    }

    fn known_id(&self, who: Who) -> Option<u32> {
        self.ids.get(self.number(who))?.checked_sub(1)
    }

    fn id(&mut self, who: Who) -> u32 {
        if let Some(id) = self.known_id(who) {
            return id;
        }
        let id = self.all.len() as u32;
        let named = |index: usize| self.names.entities.get(index).map(|entity| entity.name);
        let text = |tokens: Option<TokenRange>| {
            let span: Span = tokens.map(|tokens| self.reading.span(tokens)).unwrap_or_default();
            self.reading.on_one_line(span)
        };
        let name = match who {
            Who::Named(index) => text(named(index)),
            Who::Unnamed(index) => text(self.unnamed.get(index).copied()),
            Who::Joint(index) => self.joint.get(index).map_or_else(String::new, |&(first, second)| {
                format!("{} and {}", text(named(first)), text(named(second)))
            }),
        };
        // Somebody named otherwise elsewhere, as in a headline: one speaker.
        let known = *self.by_name.entry(hash(&name)).or_insert(id);
        let id =
            if self.all.get(known as usize).is_some_and(|known| known.name == name) { known } else { id };
        if id as usize == self.all.len() {
            self.all.push(Speaker { id, name, mentions: Vec::new() });
        }
        let number = self.number(who);
        self.ids.resize(self.ids.len().max(number + 1), 0);
        self.ids[number] = id + 1;
        id
    }
}
