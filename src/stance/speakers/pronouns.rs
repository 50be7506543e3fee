//! Whom a pronoun means: the nearest subject or source that fits in gender and number.

use super::vocabulary::{self, Gender, Pronoun};
use super::{Speakers, Who, names};
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::tagger::is_english_word;
use crate::language::{RuleWord, Tag, TokenRange, words};

/// Somebody who may be meant by a later pronoun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recent {
    pub(super) who: Who,
    /// Token where it stood.
    pub(super) at: u32,
    pub(super) block: u32,
    /// Index of its sentence.
    sentence: usize,
    plural: bool,
    /// Whether words were reported from there, rather than an act told.
    speaks: bool,
    /// Whether this stood in somebody's own words.
    quoted: bool,
}

impl Speakers<'_, '_> {
    /// The pronoun at a token; "WHO" and "US" in capitals are names.
    pub(super) fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let pronoun = vocabulary::pronoun(self.reading.rule_word(at))?;
        let capitals = || {
            let word = self.reading.written(at);
            word.len() > 1 && word.chars().all(char::is_uppercase)
        };
        (self.reading.tokens.get(at)?.is_lower || !capitals()).then_some(pronoun)
    }

    /// Notes the subjects that stand before `token`.
    pub(super) fn advance(&mut self, token: u32) {
        while let Some(&subject) = self.subjects.get(self.next_subject)
            && subject.start < token
        {
            self.next_subject += 1;
            self.quoted = false;
            if subject.len() == 1
                && let Some(pronoun) = self.pronoun(subject.start as usize)
            {
                // "it is late": nothing that acts.
                let acts = self.reading.tag(subject.end as usize) == Tag::Verb;
                let owns = self.reading.is(subject.start as usize, words!["his", "her"]);
                if owns {
                    // Nothing is learned from it of anybody, for it is nobody's act.
                    if let Some(Who::Named(index)) = self.referent_of(pronoun, subject.start as usize)
                        && self.is_person(index)
                    {
                        self.meant.push((subject, Who::Named(index)));
                    }
                    continue;
                }
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
            if let Some(several) = self.several(subject) {
                self.remember(several, subject, false);
                // "Voters, mayors and crews back it": all of them.
                if matches!(several, Who::Unnamed(_)) {
                    self.meant.push((subject, several));
                }
            } else if let Some(entity) = self.named(subject) {
                self.remember(Who::Named(entity), subject, false);
            } else if (self.may_speak(subject) || self.is_plural(subject))
                && let Some(who) = self.one(subject)
            {
                self.remember(who, subject, false);
                // "Mayor Ada Park spoke. The mayor opposes it": what the mayor is for or against is hers; but "the mayor of
                // Elmford" may be another.
                if let (Who::Named(entity), Some(description)) = (who, self.description(subject))
                    && (self.is_bare(description, subject) || self.named_later(description) == Some(entity))
                {
                    self.meant.push((TokenRange { start: subject.start, ..description }, who));
                }
            }
        }
    }

    /// Whether nothing but a noun tells who a subject is.
    fn is_bare(&self, description: TokenRange, subject: TokenRange) -> bool {
        let hangs = subject.end > description.end && self.reading.tag(description.end as usize) == Tag::Adp;
        description.len() == 1 && !hangs
    }

    pub(super) fn remember(&mut self, who: Who, tokens: TokenRange, speaks: bool) {
        let (at, quoted, plural) = (tokens.start, self.quoted, self.is_plural(tokens));
        let sentence = self.reading.sentence_at(at);
        let block = self.block_around(sentence);
        self.recent.push(Recent { who, at, block, sentence, plural, speaks, quoted });
    }

    /// The block in which a token lies.
    pub(super) fn block_of(&self, token: u32) -> u32 {
        self.block_around(self.reading.sentence_at(token))
    }

    /// The block in which a sentence lies.
    fn block_around(&self, sentence: usize) -> u32 {
        self.reading.sentences.get(sentence).map_or(0, |sentence| sentence.block)
    }

    fn is_plural(&self, tokens: TokenRange) -> bool {
        let Some(base) = self.base(tokens.start) else { return false };
        let head = base.head as usize;
        let common = self.reading.tag(head) == Tag::Noun;
        common && self.reading.lower(head).ends_with('s')
            || tokens
                .range()
                .take_while(|&at| !self.reading.is(at, words![","]) && self.reading.tag(at) != Tag::Adp)
                .any(|at| self.reading.is(at, words!["and"]))
            || self.reading.is(
                head,
                words![
                    "some", "many", "people", "others", "they", "those", "police", "men", "women", "children"
                ],
            )
    }

    /// Whom a pronoun means, who is known to be a human being of its gender from then on.
    #[inline(never)]
    pub(super) fn referent(&mut self, pronoun: Pronoun, at: usize) -> Option<Who> {
        let who = self.referent_of(pronoun, at)?;
        if let (Pronoun::Person(gender), Who::Named(index)) = (pronoun, who)
            && let Some(entity) = self.names.entities.get_mut(index)
        {
            entity.gender = entity.gender.or(Some(gender));
            entity.person = Some(true);
        }
        Some(who)
    }

    /// The nearest subject or source that fits, in this paragraph or the one before.
    #[inline(never)]
    fn referent_of(&self, pronoun: Pronoun, at: usize) -> Option<Who> {
        let here = self.reading.sentence_at(at as u32);
        let block = self.block_around(here);
        let candidates = self.candidates(pronoun, at, here);
        // Best of all somebody who is told of, rather than one whom somebody tells of.
        let rank = |recent: &&Recent| match (self.is_likely(pronoun, recent), self.quoted || !recent.quoted) {
            (true, true) => 0,
            (true, false) => 1,
            _ if recent.sentence == here || self.may_act(pronoun, recent) => 2,
            _ => 3,
        };
        let best = candidates.iter().map(rank).enumerate().min_by_key(|&(_, rank)| rank);
        let best = best.filter(|&(_, rank)| rank < 3).and_then(|(index, _)| candidates.get(index));
        let Pronoun::Person(gender) = pronoun else { return best.map(|best| best.who) };
        if best.is_none_or(|best| best.block < block)
            && let Some(only) = self.only_named(gender, at, best.map_or(1, |_| 0))
        {
            return Some(only);
        }
        let mut found = *best?;
        // "Ada Park said that Nora Bell had left. “…,” she said.": whoever spoke in a sentence, not whom she spoke of.
        if !found.speaks && found.sentence != here {
            let spoke = candidates
                .iter()
                .copied()
                .filter(|recent| self.is_likely(pronoun, recent))
                .take_while(|recent| recent.sentence == found.sentence)
                .find(|recent| recent.speaks);
            found = spoke.unwrap_or(found);
        }
        Some(self.known_after(found, gender, at).unwrap_or(found.who))
    }

    /// Everybody in reach of a pronoun whom it may mean, the nearest first.
    #[inline(never)]
    fn candidates(&self, pronoun: Pronoun, at: usize, here: usize) -> Vec<&Recent> {
        const FARTHEST_BLOCK: u32 = 2;
        // Further back than any reader's memory, so that a text without paragraphs costs no more than others.
        const MOST: usize = 100;
        let block = self.block_around(here);
        // "He criticised Reed": not Reed.
        const CLAUSE: usize = 10;
        let pause = |at: &usize| self.reading.is(*at, words![",", ".", ":", "“", "\"", "”", "``"]);
        let end = (at..at + CLAUSE).find(pause).unwrap_or(at + CLAUSE);
        let objects = self.names.within(self.reading, TokenRange::new(at, end));
        // "“Nora Bell is wrong,” she said.": somebody else.
        let outside = |recent: &Recent| self.quoted || !recent.quoted || recent.sentence != here;
        self.recent
            .iter()
            .rev()
            .take(MOST)
            .take_while(|recent| recent.block + FARTHEST_BLOCK >= block)
            .filter(|recent| {
                recent.at < at as u32
                    && self.fits(pronoun, recent)
                    && outside(recent)
                    && !objects.iter().any(|object| Who::Named(object.entity) == recent.who)
            })
            .collect()
    }

    /// What is known of a name; nothing of those without one.
    pub(super) fn entity(&self, who: Who) -> Option<&names::Entity> {
        match who {
            Who::Named(index) => self.names.entities.get(index),
            Who::Unnamed(_) | Who::Joint(_) => None,
        }
    }

    /// Whether a name is known to be that of a human being.
    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.names.entities.get(entity).is_some_and(|entity| entity.person == Some(true))
    }

    /// Whether a pronoun may mean somebody, by gender and number.
    #[inline(never)]
    fn fits(&self, pronoun: Pronoun, recent: &Recent) -> bool {
        let entity = self.entity(recent.who);
        match pronoun {
            Pronoun::Person(_) | Pronoun::Thing if recent.plural => false,
            Pronoun::Person(gender) => match entity {
                Some(entity) => {
                    entity.gender.is_none_or(|known| known == gender)
                        && (entity.person == Some(true) || self.looks_like_a_person(entity.name))
                }
                None => self.is_unnamed_person(recent.who, gender),
            },
            Pronoun::Thing => {
                entity.is_none_or(|entity| self.may_be_a_thing(entity, recent.speaks))
                    && !matches!(recent.who, Who::Unnamed(index) if self.is_office(index))
            }
            Pronoun::Several => {
                recent.plural
                    || entity.is_some_and(|entity| {
                        entity.person != Some(true) && !self.looks_like_a_person(entity.name)
                    })
            }
            Pronoun::Relative | Pronoun::Present => false,
        }
    }

    /// Whether a name may be that of no human being.
    fn may_be_a_thing(&self, entity: &names::Entity, speaks: bool) -> bool {
        entity.person != Some(true)
            && entity.gender.is_none()
            && (entity.is_organisation
                || entity.name.len() == 1
                || !self.looks_like_a_person(entity.name))
            // "Moss Homes": two words of which none tells a human being, and the last is no surname.
            || speaks
                && entity.name.len() <= 2
                && entity.may_be_a_body(self.reading)
                && is_english_word(self.reading.lower(entity.name.end as usize - 1))
    }

    /// Whether somebody whom a pronoun fits is likely meant: one capitalised word may be anything, so whoever is known to be
    /// a person comes first.
    fn is_likely(&self, pronoun: Pronoun, recent: &Recent) -> bool {
        match (pronoun, self.entity(recent.who)) {
            (Pronoun::Person(_), Some(entity)) => entity.person == Some(true) || entity.name.len() > 1,
            (Pronoun::Person(_), None) => recent.speaks,
            (Pronoun::Thing, Some(entity)) => entity.person != Some(true),
            (Pronoun::Several, _) => {
                recent.speaks && !matches!(recent.who, Who::Unnamed(_)) || self.are_people(recent.who)
            }
            _ => true,
        }
    }

    /// "The plans were late. They said": no plans, but the parents who left may well.
    fn may_act(&self, pronoun: Pronoun, recent: &Recent) -> bool {
        pronoun != Pronoun::Several
            || recent.speaks
            || match recent.who {
                Who::Unnamed(index) => vocabulary::names_people_or_body(&self.noun_of(index)),
                _ => true,
            }
    }

    /// "Look at Nora Bell. She said": the only human being of a gender who is named in the paragraph, or in as many before it,
    /// where nobody is the subject there.
    #[inline(never)]
    fn only_named(&self, gender: Gender, at: usize, blocks: u32) -> Option<Who> {
        let mention = self.only_person(at as u32, blocks, Some(gender))?;
        let sentence = self.reading.sentence_at(mention.tokens.start);
        // "“Nora Bell is wrong,” she said.", "Nora Bell's case was lost, she said.": somebody else.
        let tokens = self.reading.sentences.get(sentence)?.tokens.range();
        let quotes = tokens.into_iter().any(|at| self.reading.is(at, words!["“", "”", "\"", "``", "''"]));
        let told =
            sentence == self.reading.sentence_at(at as u32) && self.reading.is(at + 2, words![".", ",", ";"]);
        (!quotes && !told).then_some(Who::Named(mention.entity))
    }

    /// The last mention before a token, no more than some paragraphs back, of a human being, where nobody else is named
    /// there; of those of a gender, if it is given.
    #[inline(never)]
    pub(super) fn only_person(
        &self,
        at: u32,
        blocks: u32,
        gender: Option<Gender>,
    ) -> Option<&names::Mention> {
        const FARTHEST: usize = 20;
        let block = self.block_of(at);
        let before = self.names.before(self.reading, at);
        let near = self.names.mentions.get(before.saturating_sub(FARTHEST)..before)?.iter().rev();
        let near = near.take_while(|mention| self.block_of(mention.tokens.start) + blocks >= block);
        let mut near = near.filter(|mention| {
            let entity = self.names.entities.get(mention.entity);
            entity.is_some_and(|entity| {
                // One of unknown gender only nearby.
                let likely = blocks == 0 && entity.gender.is_none() && entity.name.len() > 1;
                entity.person == Some(true) && (gender.is_none() || entity.gender == gender || likely)
            })
        });
        let only = near.next()?;
        // "a Reed supporter" is not Reed.
        let alone = self.reading.tag(only.tokens.end as usize) != Tag::Noun;
        (alone && near.all(|mention| mention.entity == only.entity)).then_some(only)
    }

    /// "Moss Reed criticised Nora Bell, who … She said": a name of that gender, where nothing tells that of whoever would
    /// be meant without it.
    #[inline(never)]
    fn known_after(&self, found: &Recent, gender: Gender, at: usize) -> Option<Who> {
        let Who::Named(index) = found.who else { return None };
        if self.names.entities.get(index)?.gender.is_some() {
            return None;
        }
        let between = TokenRange { start: found.at + 1, end: at as u32 };
        let known = |entity: usize| self.names.entities.get(entity).and_then(|entity| entity.gender);
        let mention = self.names.within(self.reading, between).iter().rev().find(|mention| {
            // "Moss Reed, a Bell supporter, …"
            let alone = self.reading.tag(mention.tokens.end as usize) != Tag::Noun;
            known(mention.entity) == Some(gender) && alone
        })?;
        Some(Who::Named(mention.entity))
    }

    /// Whether a plural description is of people by what they do: "the authors".
    fn are_people(&self, who: Who) -> bool {
        let Who::Unnamed(index) = who else { return false };
        let noun = self.noun_of(index);
        let word = RuleWord::of_lower(&noun);
        noun == "people" || vocabulary::is_office(word) || vocabulary::is_body(word)
    }

    /// The noun of a description, in the singular.
    #[inline(never)]
    fn noun_of(&self, unnamed: usize) -> String {
        let base = self.unnamed.get(unnamed).and_then(|tokens| self.base(tokens.start));
        lemma(base.map_or("", |base| self.reading.lower(base.head as usize)), Tag::Noun).into()
    }

    /// Whether a description is of a person by office, of a body or of a document: "the mayor", "the council", "the letter".
    fn may_speak(&self, tokens: TokenRange) -> bool {
        self.base(tokens.start).is_some_and(|base| {
            let head = self.reading.rule_word(base.head as usize);
            vocabulary::can_act(head) || vocabulary::is_document(head)
        })
    }

    fn is_unnamed_person(&self, who: Who, gender: Gender) -> bool {
        const OTHERS: &str = "neighbour neighbor friend relative cousin colleague source person victim witness patient \
            employee voter customer passenger roommate teammate classmate";
        let Who::Unnamed(index) = who else { return false };
        let Some(&tokens) = self.unnamed.get(index) else { return false };
        let Some(base) = self.base(tokens.start) else { return false };
        let head = self.reading.rule_word(base.head as usize);
        (vocabulary::is_office(head) || one_of!(self.reading.lower(base.head as usize), OTHERS))
            && vocabulary::office_gender(head).is_none_or(|known| known == gender)
    }

    /// A name of two or three capitalised words without an article before it or a word of institutions in it.
    fn looks_like_a_person(&self, name: TokenRange) -> bool {
        let article = name.start > 0 && self.reading.is(name.start as usize - 1, words!["the"]);
        let capitalised = |at: usize| {
            let word = self.reading.written(at);
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).any(char::is_lowercase)
                || word.ends_with('.') && word.chars().all(|c| c == '.' || c.is_uppercase())
        };
        !article
            && (1..=4).contains(&name.len())
            && name.range().all(capitalised)
            && !name.range().any(|at| vocabulary::is_institution(self.reading.rule_word(at)))
    }
}
