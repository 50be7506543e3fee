//! Whether what stands around a place is what an exception tells.

use std::ops::Range;

use super::super::classes::{is_claim, is_somebody};
use super::super::commitment::may_act;
use super::super::context::Context;
use super::super::lexicon::Entry;
use super::super::lexicon::form::condition;
use super::super::speakers::vocabulary;
use super::notation::{FLAG, NOT, WORDS, flag, kind, place};
use super::questions;
use crate::bytes::rests;
use crate::language::{Tag, is_possessive, words};

/// An entry that fits at a place.
pub(super) struct Find<'f> {
    pub context: &'f Context<'f>,
    pub entry: &'f Entry<'f>,
    pub tokens: &'f Range<usize>,
}

impl Find<'_> {
    /// Whether all conditions hold.
    #[inline(never)]
    pub(super) fn meets(&self, mut conditions: &[u8]) -> bool {
        while let Some((&head, rest)) = conditions.split_first() {
            match self.ask(head, rest) {
                Some((holds, rest)) if holds == (head & NOT == 0) => conditions = rest,
                _ => return false,
            }
        }
        true
    }

    /// Whether the condition that begins with `head` and goes on in `rest` would hold without its "not", and what stands
    /// behind it.
    fn ask<'c>(&self, head: u8, rest: &'c [u8]) -> Option<(bool, &'c [u8])> {
        let place = head & FLAG;
        if place == FLAG {
            let (&flag, rest) = rest.split_first()?;
            return Some((self.has(flag), rest));
        }
        let (mut tokens, rest, each) = match place {
            place::NEXT_WITHIN | place::BEFORE_WITHIN => {
                let (&reach, rest) = rest.split_first()?;
                (self.within(place, usize::from(reach)), rest, true)
            }
            _ => (self.phrase(place), rest, false),
        };
        if head & WORDS != 0 {
            let (&length, rest) = rest.split_first()?;
            let (words, rest) = rest.split_at_checked(usize::from(length))?;
            let at = tokens.end.wrapping_sub(1);
            let holds = if place == place::ENTRY {
                divide(words).any(|listed| listed == self.entry.pattern.as_bytes())
            } else if each {
                tokens.any(|at| self.is_one_of(at, words))
            } else {
                !tokens.is_empty() && self.is_one_of(at, words)
            };
            return Some((holds, rest));
        }
        let (&kinds, rest) = rest.split_first_chunk()?;
        let kinds = u32::from_le_bytes(kinds);
        let holds = if place == place::ENTRY {
            kinds & self.entry.parts_of_speech != 0
        } else if each {
            tokens.any(|at| self.is_kind(&(at..at + 1), kinds))
        } else {
            !tokens.is_empty() && self.is_kind(&tokens, kinds)
        };
        Some((holds, rest))
    }

    /// The tokens at most so far behind the entry, or before it.
    fn within(&self, place: u8, reach: usize) -> Range<usize> {
        let Range { start, end } = *self.tokens;
        if place == place::NEXT_WITHIN {
            end..end + reach
        } else {
            start.saturating_sub(reach).max(self.context.tokens.start)..start
        }
    }

    /// What stands at a place; nothing where there is no such place.
    fn phrase(&self, place: u8) -> Range<usize> {
        let (context, Range { start, end }) = (self.context, self.tokens.clone());
        let subject = || context.subject_of(start).unwrap_or_default();
        let object = || questions::plain_phrase(context, end);
        let behind =
            |phrase: Range<usize>, steps| if phrase.is_empty() { NOWHERE } else { phrase.end + steps };
        let before =
            |phrase: Range<usize>| if phrase.is_empty() { NOWHERE } else { phrase.start.wrapping_sub(1) };
        let aim = || start.wrapping_sub(1 + usize::from(context.tag(start.wrapping_sub(1)) == Tag::Adv));
        let be = || context.be_before(start).unwrap_or(NOWHERE);
        let then = || context.skip_adverbials(context.skip_adverbials(end) + 1);
        let at = match place {
            place::FORM => start,
            place::SECOND => start + 1,
            place::LAST => end.wrapping_sub(1),
            place::BEFORE => start.wrapping_sub(1),
            place::BEFORE_2 => start.wrapping_sub(2),
            place::NEXT => end,
            place::NEXT_2 => end + 1,
            place::AFTER => context.skip_adverbials(end),
            place::THEN => then(),
            place::THEN_2 => then() + 1,
            place::OBJECT => return object(),
            place::BEYOND => behind(object(), 0),
            place::BEYOND_2 => behind(object(), 1),
            place::SUBJECT => return subject(),
            place::SUBJECT_BEFORE => before(subject()),
            place::AUXILIARY => behind(context.clause_subject(start).unwrap_or_default(), 0),
            place::BE => be(),
            place::BE_BEFORE => be().wrapping_sub(1),
            place::AIM => aim(),
            place::AIM_BEFORE => aim().wrapping_sub(1),
            _ => NOWHERE,
        };
        at..at.wrapping_add(1)
    }

    /// Whether a token is one of the words: "*ing" stands for any that ends so, "so_that" for two tokens.
    #[inline(never)]
    fn is_one_of(&self, at: usize, words: &[u8]) -> bool {
        let word = self.context.lower(at).as_bytes();
        rests(words, word).any(|rest| match rest {
            [b'_', second @ ..] => self.context.lower(at + 1).as_bytes() == second,
            _ => rest.is_empty(),
        }) || words.first() == Some(&b'*') && rests(words, b"*").any(|ending| word.ends_with(ending))
    }

    /// Whether a phrase, by its last token, is of one of the kinds.
    #[inline(never)]
    fn is_kind(&self, phrase: &Range<usize>, kinds: u32) -> bool {
        let (context, at) = (self.context, phrase.end - 1);
        let tag = context.tag(at);
        kinds & 1 << tag as u32 != 0 || kinds >> Tag::ALL.len() != 0 && self.is_more(phrase, kinds)
    }

    /// The same for the kinds that are no parts of speech.
    #[inline(never)]
    fn is_more(&self, phrase: &Range<usize>, kinds: u32) -> bool {
        let (context, at) = (self.context, phrase.end - 1);
        let (word, tag) = (context.rule_word(at), context.tag(at));
        let asks = |kind| kinds & kind != 0;
        asks(kind::NOUN_PHRASE) && context.begins_noun_phrase(at)
            || asks(kind::CLAUSE) && context.begins_clause(at)
            || asks(kind::INFINITIVE) && context.infinitive(at).is_some()
            || asks(kind::GERUND) && context.is_gerund(at)
            || asks(kind::QUOTE) && context.is_quote(at)
            || asks(kind::POSSESSIVE) && is_possessive(word)
            || asks(kind::CLAIM) && is_claim(context.lower(at))
            || asks(kind::AGENT) && may_act(context, phrase.clone())
            || asks(kind::PERSON)
                && (phrase.len() == 1 && is_somebody(word)
                    || tag == Tag::Propn
                    || vocabulary::is_office(word))
            || asks(kind::ACTOR) && vocabulary::can_act(word)
            || asks(kind::NAME) && questions::begins_name(context, at)
            || asks(kind::TO_VERB) && context.is(at, words!["to"]) && context.tag(at + 1) == Tag::Verb
            || asks(kind::FIRST) && context.is_first(at)
            || asks(kind::STOP) && tag == Tag::Punct && !context.is_quote(at)
            || asks(kind::ANY)
    }

    /// Whether what a flag stands for holds.
    #[inline(never)]
    fn has(&self, flag: u8) -> bool {
        let (context, entry, tokens) = (self.context, self.entry, self.tokens);
        match flag {
            flag::SINGLE => tokens.len() == 1,
            flag::PASSIVE => context.is_passive(tokens.start),
            flag::OWNED => questions::is_owned(context, tokens.start),
            flag::NEGATED => context.negation(tokens.start).is_some(),
            flag::WE => context.first_person_before(tokens.start),
            flag::CONDITIONAL => context.is_conditional,
            flag::ENTRY_PASSIVE => entry.frame & condition::PASSIVE != 0,
            flag::GRADED => questions::is_graded(entry, context.lower(tokens.start)),
            flag::OUGHT => questions::says_what_should_be(context, tokens.end),
            flag::PERFECT => questions::is_perfect(context, tokens.end),
            flag::QUALITY => questions::names_a_quality(context, tokens),
            flag::THINGS => questions::is_of_things(context, tokens),
            flag::VIOLENT => questions::is_violent(context),
            flag::WORDED => questions::is_of_words(context, entry, tokens),
            flag::REPROACH => questions::is_reproach(context, tokens.end),
            _ => false,
        }
    }
}

/// The words of a condition.
fn divide(words: &[u8]) -> impl Iterator<Item = &[u8]> {
    words.split(|&byte| byte == b' ')
}

/// A token that no sentence has.
const NOWHERE: usize = usize::MAX;
