//! Speakers: modest coreference between the sources of attributions. Names are linked by their words, a title or
//! description to the name it stood beside, a pronoun to the nearest speaker or subject that fits in gender and
//! number within two paragraphs (after the salience factors of Lappin & Leass 1994). Where nothing fits, the
//! speaker stays unknown rather than wrong.

mod names;
pub(super) mod vocabulary;

use crate::analysis::Speaker;
use crate::collections::{Named, Numbered, sort_by_number};
use crate::language::{PhraseKind, Reading, RuleWord, Tag, TokenRange, WordId, words};
use crate::lowercase::lowercase;
use crate::span::Span;
use names::Names;
use vocabulary::{Gender, Pronoun};

/// One source to be identified.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Its noun phrase.
    pub(super) tokens: TokenRange,
    /// What it refers to, where it is a relative pronoun.
    pub(super) antecedent: Option<TokenRange>,
    /// Whether it stands in somebody's own words, whose pronouns refer to whomever that speaker has in mind.
    pub(super) quoted: bool,
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

impl Who {
    /// A number of its own for each.
    fn number(self) -> u64 {
        match self {
            Who::Named(index) => 3 * index as u64,
            Who::Unnamed(index) => 3 * index as u64 + 1,
            Who::Joint(index) => 3 * index as u64 + 2,
        }
    }
}

/// Somebody who may be meant by a later pronoun.
#[derive(Clone, Copy, Debug)]
struct Recent {
    who: Who,
    /// Token where it stood.
    at: u32,
    block: u32,
    plural: bool,
    /// Whether words were reported from there, rather than an act told.
    speaks: bool,
}

/// How many documents back "the report" may refer.
const DOCUMENTS: usize = 20;

/// Identifies sources one after the other, in order of the text.
pub(super) struct Speakers<'r, 't> {
    reading: &'r Reading<'t>,
    /// For each token, the index of the first phrase that begins at it or after.
    phrase_from: Vec<u32>,
    names: Names,
    /// Descriptions without a name, by their words.
    unnamed: Vec<TokenRange>,
    by_description: Named,
    /// Two who speak as one: indices in [`Names::entities`].
    joint: Vec<(usize, usize)>,
    by_pair: Numbered,
    /// What somebody has issued, by its noun: "the report", "the statement".
    documents: Vec<(WordId, Who)>,
    /// Subjects that are pronouns, and whom they mean.
    meant: Vec<(TokenRange, Who)>,
    /// Subjects and sources so far, latest last.
    recent: Vec<Recent>,
    /// Subjects of the article still ahead, in order.
    subjects: Vec<TokenRange>,
    next_subject: usize,
    ids: Numbered,
    all: Vec<Speaker>,
}

impl<'r, 't> Speakers<'r, 't> {
    /// Ready for the sources of `reading`; `subjects` are the subjects of its verbs, in order of the text.
    #[inline(never)]
    pub(super) fn new(reading: &'r Reading<'t>, subjects: Vec<TokenRange>) -> Self {
        Self {
            reading,
            phrase_from: phrase_from(reading),
            names: Names::find(reading),
            unnamed: Vec::new(),
            by_description: Named::default(),
            joint: Vec::new(),
            by_pair: Numbered::default(),
            documents: Vec::new(),
            meant: Vec::new(),
            recent: Vec::new(),
            subjects,
            next_subject: 0,
            ids: Numbered::default(),
            all: Vec::new(),
        }
    }

    /// The speaker that a source is; none where that cannot be told. Sources must come in order of the text.
    #[inline(never)]
    pub(super) fn identify(&mut self, source: Source) -> Option<u32> {
        let tokens = source.antecedent.unwrap_or(source.tokens);
        self.advance(tokens.start);
        if source.quoted && tokens.len() == 1 && self.pronoun(tokens.start as usize).is_some() {
            return None;
        }
        let who = self.who(tokens)?;
        self.remember(who, tokens, true);
        self.note_document(who, source.tokens);
        let id = self.id(who);
        let core = match self.names.within(tokens).iter().find(|mention| Who::Named(mention.entity) == who) {
            Some(mention) => mention.tokens,
            None => source.tokens,
        };
        let span = self.reading.span(core);
        if let Some(speaker) = self.all.get_mut(id as usize) {
            speaker.mentions.push(span);
        }
        Some(id)
    }

    /// Notes the subjects after the last source.
    #[inline(never)]
    pub(super) fn read_on(&mut self) {
        self.advance(u32::MAX);
    }

    /// Every speaker, with the places where it is named or meant.
    #[inline(never)]
    pub(super) fn finish(mut self) -> Vec<Speaker> {
        for mention in &self.names.mentions {
            if let Some(&id) = self.ids.get(&Who::Named(mention.entity).number())
                && let Some(speaker) = self.all.get_mut(id as usize)
            {
                speaker.mentions.push(self.reading.span(mention.tokens));
            }
        }
        for (pronoun, who) in &self.meant {
            if let Some(speaker) = self.ids.get(&who.number()).and_then(|&id| self.all.get_mut(id as usize)) {
                speaker.mentions.push(self.reading.span(*pronoun));
            }
        }
        for speaker in &mut self.all {
            sort_by_number(&mut speaker.mentions, |mention| mention.number());
            speaker.mentions.dedup();
        }
        self.all
    }

    /// Pronouns as subjects, each with the name or description of the one it means, in order of the text.
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
        // "This explains why …": what was said, not somebody.
        if tokens.len() == 1 && self.reading.is(first, words!["this", "that", "which"]) {
            return None;
        }
        if let Some(pair) = self.pair(tokens) {
            return Some(pair);
        }
        if let Some(issuer) = self.issuer(tokens) {
            return Some(issuer);
        }
        if let Some(entity) = self.named(tokens) {
            return Some(Who::Named(entity));
        }
        let description = self.description(tokens)?;
        if let Some(who) = self.described(description) {
            return Some(who);
        }
        let text = lowercase(self.reading.span(description).of(self.reading.text));
        let next = self.unnamed.len();
        let index = *self.by_description.entry(text).or_insert(next as u32) as usize;
        if index == next {
            self.unnamed.push(description);
        }
        Some(Who::Unnamed(index))
    }

    /// The pronoun at a token; "WHO" and "US" in capitals are names.
    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let word = self.reading.tokens.get(at).map_or("", |token| self.reading.words.text(token.word));
        let capitals = word.len() > 1 && word.chars().all(char::is_uppercase);
        if capitals { None } else { vocabulary::pronoun(self.reading.rule_word(at)) }
    }

    /// The name in a source: that of its head, or of the apposition beside a description.
    fn named(&mut self, tokens: TokenRange) -> Option<usize> {
        let base = self.base(tokens.start)?;
        let head = base.head;
        let proper =
            |at: u32| self.reading.tokens.get(at as usize).is_some_and(|token| token.tag == Tag::Propn);
        let first = |marks: &[&str]| {
            tokens
                .range()
                .find(|&at| marks.contains(&self.reading.lower(at)))
                .map_or(tokens.end, |at| at as u32)
        };
        let comma = first(&[","]);
        let pause = first(&[",", "("]);
        let mentions = self.names.within(tokens);
        // "Ambassador to the United States Ada Park": a person's name at the end, whatever stands before.
        // "A spokesman for Ada Park" is not Ada Park.
        let hangs = |mention: &&names::Mention| {
            let before = mention.tokens.start.checked_sub(1).filter(|&before| before > head);
            before.and_then(|before| self.reading.tokens.get(before as usize)).is_some_and(|token| {
                token.tag == Tag::Adp || matches!(self.reading.words.lower_text(token.word), "the" | "and")
            })
        };
        let last =
            mentions.iter().rfind(|mention| mention.tokens.end == pause).filter(|mention| !hangs(mention));
        if let Some(last) = last
            && self.names.entities.get(last.entity).is_some_and(|entity| entity.person == Some(true))
        {
            return Some(last.entity);
        }
        if proper(head) {
            let own =
                mentions.iter().rfind(|mention| mention.tokens.start <= head && head < mention.tokens.end);
            return own.map(|mention| mention.entity);
        }
        // "the president of the region, Ada Park": a name that is a whole apposition.

        let beside = mentions.iter().find(|mention| {
            mention.tokens.start > comma
                && mention.tokens.start <= comma + 3
                && (mention.tokens.len() >= 2 || vocabulary::is_office(self.reading.rule_word(head as usize)))
        });
        beside.map(|mention| mention.entity)
    }

    /// The base noun phrase at the start of a source.
    fn base(&self, start: u32) -> Option<&'r crate::language::Phrase> {
        let phrases = &self.reading.phrases;
        let index = self.phrase_from.get(start as usize).map_or(phrases.len(), |&index| index as usize);
        let around = phrases.get(index.saturating_sub(1)..(index + 2).min(phrases.len()))?;
        around.iter().find(|phrase| phrase.kind == PhraseKind::Noun && phrase.tokens.end > start)
    }

    /// "Mayor Ada Park and the lawyer Nora Bell": two names with "and" between them and nothing but their titles.
    fn pair(&mut self, tokens: TokenRange) -> Option<Who> {
        let mentions = self.names.within(tokens);
        let first =
            mentions.iter().find(|first| self.reading.is(first.tokens.end as usize, words!["and"]))?;
        let comma = |at: &usize| self.reading.is(*at, words![","]);
        let end = (first.tokens.range().end..tokens.range().end).find(comma).unwrap_or(tokens.range().end);
        let second = mentions.iter().find(|second| second.tokens.range().end == end)?;
        if first.entity == second.entity || first.tokens.end >= second.tokens.start {
            return None;
        }
        let and = first.tokens.end as usize;
        let beside = (and + 1..second.tokens.start as usize).all(|at| {
            let tag = self.reading.tokens.get(at).map_or(Tag::X, |token| token.tag);
            matches!(tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part)
        });
        if !beside {
            return None;
        }
        let pair = (first.entity, second.entity);
        let next = self.joint.len();
        let number = (first.entity as u64) << 32 | second.entity as u64;
        let index = *self.by_pair.entry(number).or_insert(next as u32) as usize;
        if index == next {
            self.joint.push(pair);
        }
        Some(Who::Joint(index))
    }

    /// Whose document speaks: "a report published by the Red Cross", "the Home Office letter"; later "the report".
    fn issuer(&mut self, tokens: TokenRange) -> Option<Who> {
        let base = self.base(tokens.start)?;
        let head = base.head as usize;
        let noun = self.reading.tokens.get(head).map(|token| self.reading.words.lower(token.word))?;
        if !vocabulary::is_document(self.reading.rule_word(head)) {
            return None;
        }
        let names = self.names.within(tokens);
        let owner = names.iter().rfind(|name| name.tokens.end == base.head);
        let by = |name: &&names::Mention| {
            (base.tokens.range().end..name.tokens.start as usize).rev().take(3).any(|at| {
                self.reading.is(at, words!["by"])
                    && !self.reading.is(at.saturating_sub(1), words!["seen"])
                    && !self.reading.is(at.saturating_sub(1), words!["obtained"])
            })
        };
        let issuer = owner.or_else(|| names.iter().find(by)).map(|name| Who::Named(name.entity));
        let definite = self.reading.is(base.tokens.start as usize, words!["the"]);
        match issuer {
            Some(issuer) => {
                self.documents.push((noun, issuer));
                Some(issuer)
            }
            None if definite && base.tokens.len() == 2 && tokens.len() == 2 => {
                // Nobody remembers more than the last few.
                let near = self.documents.iter().rev().take(DOCUMENTS);
                near.into_iter().find(|(known, _)| *known == noun).map(|&(_, who)| who)
            }
            None => None,
        }
    }

    /// Notes the document in which `who` speaks in a sentence: "said in a statement".
    fn note_document(&mut self, who: Who, tokens: TokenRange) {
        const FARTHEST: usize = 40;
        let sentence = self.reading.sentences.get(self.reading.sentence_at(tokens.start));
        let Some(sentence) = sentence else { return };
        let near = sentence.tokens.range().start.max((tokens.start as usize).saturating_sub(FARTHEST))
            ..sentence.tokens.range().end.min(tokens.end as usize + FARTHEST);
        for at in near {
            if self.reading.is(at, words!["in"])
                && self.reading.is(at + 1, words!["a", "an", "its", "his", "her", "their"])
                && let Some(base) = self.base(at as u32 + 1)
                && vocabulary::is_document(self.reading.rule_word(base.head as usize))
                && let Some(token) = self.reading.tokens.get(base.head as usize)
            {
                self.documents.push((self.reading.words.lower(token.word), who));
                return;
            }
        }
    }

    /// A source without a name, without its determiner: the first noun phrase and what "of" adds.
    fn description(&self, tokens: TokenRange) -> Option<TokenRange> {
        let base = self.base(tokens.start)?;
        let mut start = base.tokens.start.max(tokens.start);
        let mut end = base.tokens.end.min(tokens.end);
        let is_determiner = |at: u32| {
            let word = self.reading.lower(at as usize);
            self.reading.tokens.get(at as usize).is_some_and(|token| token.tag == Tag::Det)
                || matches!(word, "his" | "her" | "its" | "their" | "our" | "my")
        };
        if self.reading.is(end as usize, words!["of"])
            && let Some(next) = self.base(end + 1)
            && next.tokens.end <= tokens.end
        {
            end = next.tokens.end;
        }
        while start + 1 < end && is_determiner(start) {
            start += 1;
        }
        (start < end).then_some(TokenRange { start, end })
    }

    /// Whom a description repeats: "the mayor" after "Mayor Ada Park", "the church" after "Church of the Sun".
    fn described(&self, description: TokenRange) -> Option<Who> {
        let definite = description.start > 0
            && self.reading.is(description.start as usize - 1, words!["the", "this", "that"])
            || self.reading.is(description.start as usize, words!["the"]);
        if !definite {
            return None;
        }
        let head = self.base(description.start)?.head as usize;
        let word = self.reading.tokens.get(head).map(|token| self.reading.words.lower(token.word))?;
        let before = self.names.mentions.partition_point(|mention| mention.tokens.start < description.start);
        let fits = |entity: usize| {
            self.names.entities.get(entity).is_some_and(|entity| {
                entity.described.contains(&word)
                    || entity.person != Some(true)
                        && entity.name.range().any(|at| {
                            self.reading
                                .tokens
                                .get(at)
                                .is_some_and(|token| self.reading.words.lower(token.word) == word)
                        })
            })
        };
        const FARTHEST: usize = 60;
        let near = self.names.mentions.get(before.saturating_sub(FARTHEST)..before)?;
        near.iter().rev().find(|mention| fits(mention.entity)).map(|mention| Who::Named(mention.entity))
    }

    /// Notes the subjects that stand before `token`.
    fn advance(&mut self, token: u32) {
        while let Some(&subject) = self.subjects.get(self.next_subject)
            && subject.start < token
        {
            self.next_subject += 1;
            if subject.len() == 1
                && let Some(pronoun) = self.pronoun(subject.start as usize)
            {
                // "it is late": nothing that acts.
                let acts =
                    self.reading.tokens.get(subject.end as usize).is_some_and(|token| token.tag == Tag::Verb);
                if matches!(pronoun, Pronoun::Thing) && !acts {
                    continue;
                }
                // Somebody whom a pronoun has just meant is the likeliest to be meant by the next.
                if let Some(who) = self.referent(pronoun, subject.start as usize) {
                    self.remember(who, subject, false);
                    self.meant.push((subject, who));
                }
                continue;
            }
            if let Some(entity) = self.named(subject) {
                self.remember(Who::Named(entity), subject, false);
            } else if (self.is_plural(subject) || self.may_speak(subject))
                && let Some(who) = self.who(subject)
            {
                self.remember(who, subject, false);
            }
        }
    }

    fn remember(&mut self, who: Who, tokens: TokenRange, speaks: bool) {
        let block = self.block_of(tokens.start);
        let plural = self.is_plural(tokens);
        self.recent.push(Recent { who, at: tokens.start, block, plural, speaks });
    }

    fn block_of(&self, token: u32) -> u32 {
        self.reading.sentences.get(self.reading.sentence_at(token)).map_or(0, |sentence| sentence.block)
    }

    fn is_plural(&self, tokens: TokenRange) -> bool {
        let Some(base) = self.base(tokens.start) else { return false };
        let head = base.head as usize;
        let common = self.reading.tokens.get(head).is_some_and(|token| token.tag == Tag::Noun);
        common && self.reading.lower(head).ends_with('s')
            || tokens
                .range()
                .take_while(|&at| {
                    !self.reading.is(at, words![","])
                        && self.reading.tokens.get(at).is_some_and(|token| token.tag != Tag::Adp)
                })
                .any(|at| self.reading.is(at, words!["and"]))
            || self.reading.is(head, words!["some", "many", "people", "others", "they", "those"])
    }

    /// Whom a pronoun means: the nearest subject or source that fits, in this paragraph or the one before.
    fn referent(&mut self, pronoun: Pronoun, at: usize) -> Option<Who> {
        const FARTHEST_BLOCK: u32 = 2;
        // Further back than any reader's memory, so that a text without paragraphs costs no more than others.
        const MOST: usize = 100;
        let block = self.block_of(at as u32);
        let in_reach = |recent: &&Recent| recent.block + FARTHEST_BLOCK >= block;
        let near = self.recent.iter().rev().take(MOST).take_while(in_reach);
        let entity = |who: Who| match who {
            Who::Named(index) => self.names.entities.get(index),
            Who::Unnamed(_) | Who::Joint(_) => None,
        };
        let fits = |recent: &&Recent| match pronoun {
            Pronoun::Person(gender) => {
                !recent.plural
                    && match entity(recent.who) {
                        Some(entity) => {
                            entity.gender.is_none_or(|known| known == gender)
                                && (entity.person == Some(true) || self.looks_like_a_person(entity.name))
                        }
                        None => self.is_unnamed_person(recent.who, gender),
                    }
            }
            Pronoun::Thing => {
                !recent.plural
                    && entity(recent.who).is_none_or(|entity| {
                        entity.person != Some(true)
                            && entity.gender.is_none()
                            && (entity.name.len() == 1 || !self.looks_like_a_person(entity.name))
                    })
                    && !matches!(recent.who, Who::Unnamed(index) if self.is_office(index))
            }
            Pronoun::Several => {
                recent.plural
                    || entity(recent.who).is_some_and(|entity| {
                        entity.person != Some(true) && !self.looks_like_a_person(entity.name)
                    })
            }
            Pronoun::Relative | Pronoun::Present => false,
        };
        // One capitalised word may be anything: prefer somebody who is known to be a person.
        let surely = |recent: &&Recent| match (pronoun, entity(recent.who)) {
            (Pronoun::Person(_), Some(entity)) => entity.person == Some(true) || entity.name.len() > 1,
            (Pronoun::Person(_), None) => recent.speaks,
            (Pronoun::Several, _) => {
                recent.speaks && !matches!(recent.who, Who::Unnamed(_)) || self.are_people(recent.who)
            }
            _ => true,
        };
        let candidates = || near.clone().filter(|recent| recent.at < at as u32).filter(fits);
        let who = candidates().find(surely).or_else(|| candidates().next())?.who;
        if let (Pronoun::Person(gender), Who::Named(index)) = (pronoun, who)
            && let Some(entity) = self.names.entities.get_mut(index)
        {
            entity.gender = entity.gender.or(Some(gender));
            entity.person = Some(true);
        }
        Some(who)
    }

    /// Whether a plural description is of people by what they do: "the authors".
    fn are_people(&self, who: Who) -> bool {
        let Who::Unnamed(index) = who else { return false };
        let head = self.unnamed.get(index).and_then(|tokens| self.base(tokens.start)).map(|base| base.head);
        head.is_some_and(|head| {
            let word = self.reading.lower(head as usize);
            word == "people"
                || word
                    .strip_suffix('s')
                    .map(RuleWord::of_lower)
                    .is_some_and(|one| vocabulary::is_office(one) || vocabulary::is_body(one))
        })
    }

    /// Whether a description is of a person by office, or of a body: "the mayor", "the council".
    fn may_speak(&self, tokens: TokenRange) -> bool {
        self.base(tokens.start).is_some_and(|base| {
            let head = self.reading.rule_word(base.head as usize);
            vocabulary::is_office(head) || vocabulary::is_body(head) || vocabulary::is_institution(head)
        })
    }

    fn is_unnamed_person(&self, who: Who, gender: Gender) -> bool {
        let Who::Unnamed(index) = who else { return false };
        let Some(&tokens) = self.unnamed.get(index) else { return false };
        let Some(base) = self.base(tokens.start) else { return false };
        let head = self.reading.rule_word(base.head as usize);
        vocabulary::is_office(head) && vocabulary::office_gender(head).is_none_or(|known| known == gender)
    }

    fn is_office(&self, unnamed: usize) -> bool {
        let head = self.unnamed.get(unnamed).and_then(|tokens| self.base(tokens.start)).map(|base| base.head);
        head.is_some_and(|head| vocabulary::is_office(self.reading.rule_word(head as usize)))
    }

    /// A name of two or three capitalised words without an article before it or a word of institutions in it.
    fn looks_like_a_person(&self, name: TokenRange) -> bool {
        let article = name.start > 0 && self.reading.is(name.start as usize - 1, words!["the"]);
        let capitalised = |at: usize| {
            let word = self.reading.tokens.get(at).map_or("", |token| self.reading.words.text(token.word));
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).any(char::is_lowercase)
                || word.len() == 2 && word.ends_with('.')
        };
        !article
            && (1..=4).contains(&name.len())
            && name.range().all(capitalised)
            && !name.range().any(|at| vocabulary::is_institution(self.reading.rule_word(at)))
    }

    fn id(&mut self, who: Who) -> u32 {
        if let Some(&id) = self.ids.get(&who.number()) {
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
        self.all.push(Speaker { id, name, mentions: Vec::new() });
        self.ids.insert(who.number(), id);
        id
    }
}

fn phrase_from(reading: &Reading<'_>) -> Vec<u32> {
    let mut index = 0;
    let phrases = &reading.phrases;
    let from = (0..reading.tokens.len()).map(|token| {
        while phrases.get(index).is_some_and(|phrase| (phrase.tokens.start as usize) < token) {
            index += 1;
        }
        index as u32
    });
    from.collect()
}
