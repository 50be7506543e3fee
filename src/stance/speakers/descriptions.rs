//! Sources as noun phrases: the name in them, several names at once, and what a description says at length.

use super::{Speakers, Who, names, vocabulary};
use crate::bytes::one_of;
use crate::collections;
use crate::language::lemma::lemma;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};
use crate::stance::classes::{is_abstract, is_time_word, owns_time};

impl<'r> Speakers<'r, '_> {
    /// The name in a source: that of its head, or of the apposition beside a description.
    #[inline(never)]
    pub(super) fn named(&mut self, tokens: TokenRange) -> Option<usize> {
        // "OB: No.": nothing but a name, whatever part of speech it was taken for.
        let mentions = self.names.within(self.reading, tokens);
        if let Some(whole) = mentions.iter().find(|mention| mention.tokens == tokens) {
            return Some(whole.entity);
        }
        if mentions.is_empty() {
            return None;
        }
        let head = self.base(tokens.start)?.head;
        let first = |marks: &[RuleWord]| {
            tokens.range().find(|&at| self.reading.is(at, marks)).map_or(tokens.end, |at| at as u32)
        };
        let comma = first(words![","]);
        let pause = first(words![",", "("]);
        // "Ambassador to the United States Ada Park": a person's name at the end, whatever stands before.
        let last = mentions.iter().rfind(|mention| mention.tokens.end == pause);
        if let Some(last) = last.filter(|last| !self.hangs_from(head, last))
            && self.is_person(last.entity)
        {
            return Some(last.entity);
        }
        // "the Ambassador to France, Nora Bell": an office is a name only together with one.
        let office = vocabulary::is_office(self.reading.rule_word(head as usize))
            && !head.checked_sub(1).is_some_and(|before| self.is_proper(before));
        let own = mentions.iter().rfind(|mention| mention.tokens.start <= head && head < mention.tokens.end);
        if self.is_proper(head) && (own.is_some() || !office) {
            return own.map(|mention| mention.entity);
        }
        // "The head of the guild (TG), Ada Park", but not "an aide to Sen. Nora Bell (D., W.Va.)"
        let beside = comma == pause || self.reading.is((comma as usize).wrapping_sub(1), words![")"]);
        let mut mentions = mentions.iter().filter(|_| beside);
        mentions.find(|mention| self.is_apposed(head, comma, mention)).map(|mention| mention.entity)
    }

    fn is_proper(&self, at: u32) -> bool {
        self.reading.tag(at as usize) == Tag::Propn
    }

    /// Whether a name hangs on the noun at `head`: "A spokesman for Ada Park" is not Ada Park.
    #[inline(never)]
    fn hangs_from(&self, head: u32, mention: &names::Mention) -> bool {
        let reading = self.reading;
        let noun = head as usize;
        let preposition = |at: usize| reading.tag(at) == Tag::Adp;
        let (start, end) = (mention.tokens.start, mention.tokens.range().end);
        if start > head + 1 {
            let before = start as usize - 1;
            if preposition(before) || reading.is(before, words!["the", "and", "based"]) {
                return true;
            }
        }
        // "a reaction from Mayor Ada Park, who" is no reaction.
        let who = reading.is(end + usize::from(reading.is(end, words![","])), words!["who"])
            && is_abstract(reading.lower(noun));
        if who || self.is_proper(head) {
            return false;
        }
        // "Aides to Mayor Ada Park"
        let name = reading.names.get(reading.names_before(start as usize));
        let mut title = name.map_or(start, |name| name.tokens.start);
        // "A spokesman for Elmford Mayor Ada Park"
        while title < start && title > head + 2 && self.is_proper(title - 1) {
            title -= 1;
        }
        let before = (title as usize).wrapping_sub(1);
        // But "Ministry of Home spokeswoman Nora Bell" is one title.
        let body = vocabulary::is_institution(reading.rule_word(noun))
            && reading.tokens.get(noun).is_some_and(|token| !token.is_lower);
        title > head + 1 && preposition(before) && !(body && reading.is(before, words!["of"]))
    }

    /// Whether a name is a whole apposition after the comma of a description: "the president of the region, Ada Park", "The
    /// regulator, Ofgrid, said"; "a pastor in Elmford, Ohio" is no place.
    #[inline(never)]
    fn is_apposed(&self, head: u32, comma: u32, mention: &names::Mention) -> bool {
        let word = self.reading.rule_word(head as usize);
        let is_body = vocabulary::is_body(word);
        let place = || {
            self.names
                .entities
                .get(mention.entity)
                .is_some_and(|entity| entity.person == Some(false) && !(is_body && entity.is_organisation))
        };
        // "fifteen unions, including the Yard Guild": one of them.
        let describes = |at: usize| self.reading.tag(at) != Tag::Adp && !self.reading.ends_in_ing(at);
        let start = mention.tokens.start;
        start > comma
            && start <= comma + 3
            && (mention.tokens.len() >= 2 || (is_body || vocabulary::is_office(word)) && !place())
            && (comma as usize + 1..start as usize).all(describes)
    }

    /// The base noun phrase at the start of a source.
    pub(super) fn base(&self, start: u32) -> Option<&'r Phrase> {
        let ahead = self.reading.phrases.get(self.reading.phrase_from(start as usize)..)?;
        let inside = ahead.first().is_some_and(|first| first.tokens.start < start);
        ahead.iter().take(2 + usize::from(inside)).find(|phrase| phrase.kind == PhraseKind::Noun)
    }

    /// "Mayor Ada Park and the lawyer Nora Bell": two names with "and" between them and nothing but their titles.
    #[inline(never)]
    pub(super) fn pair(&mut self, tokens: TokenRange) -> Option<Who> {
        let mentions = self.names.within(self.reading, tokens);
        let first =
            mentions.iter().find(|first| self.reading.is(first.tokens.end as usize, words!["and"]))?;
        let comma = |at: &usize| self.reading.is(*at, words![","]);
        let end = (first.tokens.range().end..tokens.range().end).find(comma).unwrap_or(tokens.range().end);
        let second = mentions.iter().find(|second| second.tokens.range().end == end)?;
        if first.entity == second.entity || first.tokens.end >= second.tokens.start {
            return None;
        }
        // "Ada Park, director of Moss and Reed" is none of them.
        let tag = |at: usize| self.reading.tag(at);
        let titles = |at: &usize| {
            matches!(tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part)
                || self.reading.is(*at, words!["both", "-"])
        };
        let before = (tokens.range().start..first.tokens.range().start).rev().find(|at| !titles(at));
        if before.is_some_and(|at| !comma(&at)) {
            return None;
        }
        let and = first.tokens.end as usize;
        let beside = (and + 1..second.tokens.start as usize).all(|at| {
            let tag = self.reading.tag(at);
            matches!(tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part)
        });
        if !beside {
            return None;
        }
        let pair = (first.entity, second.entity);
        let next = self.joint.len();
        // "Bell and Park" are "Park and Bell".
        let (low, high) = (first.entity.min(second.entity), first.entity.max(second.entity));
        let number = collections::pair(low as u32, high as u32);
        let index = *self.by_pair.entry(number).or_insert(next as u32) as usize;
        if index == next {
            self.joint.push(pair);
        }
        Some(Who::Joint(index))
    }

    /// "Moss, Reed and Bell", "Nora Bell and her aides", "crews and owners": those who speak together, if a list holds
    /// nothing but them.
    #[inline(never)]
    pub(super) fn several(&mut self, tokens: TokenRange) -> Option<Who> {
        let range = tokens.range();
        // Most are one alone.
        let and = range.clone().find(|&at| self.reading.is(at, words!["and"]))?;
        let tag = |at: usize| self.reading.tag(at);
        let lists = |at: usize| {
            matches!(tag(at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part | Tag::Cconj)
                || self.reading.is(at, words![",", "-", "his", "her", "their", "its"])
        };
        let pair = self.pair(tokens);
        if !(range.start..and + 1).all(lists) {
            return pair;
        }
        let name = |at: usize| self.name_around(at);
        let named = |at: usize| name(at).is_some_and(|name| name.range().end == at + 1);
        // "the secretary and treasurer" is one, "his wife and children" are several.
        let noun = |at: usize| tag(at) == Tag::Noun;
        let plural = |at: usize| {
            let word = self.reading.lower(at);
            noun(at) && (word.ends_with('s') || one_of!(word, "children men women people police staff"))
        };
        let closes = |at: usize| named(at) || plural(at);
        let comma = |at: &usize| self.reading.is(*at, words![","]);
        let last = self.base(and as u32 + 1).map(|base| base.tokens.range());
        let last = last.filter(|last| last.start == and + 1 && last.end <= range.end);
        let Some(last) = last else { return pair };
        // "two mayors, Ada Park and Nora Bell"
        let mut ends = (range.start + 1..and + 1).filter(|at| comma(at) || *at == and);
        let several = plural(last.end - 1);
        let ends = ends.all(|at| comma(&(at - 1)) || closes(at - 1) || several && noun(at - 1));
        let names = (range.start + 1..and).find(comma).is_some_and(|at| named(at - 1));
        let inside = name(and).is_some();
        if inside || !ends || !closes(last.end - 1) || pair.is_some() && !names {
            return pair;
        }
        let owned = tag(range.start) == Tag::Det
            || self.reading.is(range.start, words!["his", "her", "their", "its", "both"]);
        Some(self.without_name(TokenRange::new(range.start + usize::from(owned), last.end)))
    }

    /// The name of which a token is part.
    #[inline(never)]
    fn name_around(&self, at: usize) -> Option<TokenRange> {
        let name = self.reading.names.get(self.reading.names_before(at))?.core;
        name.contains(at as u32).then_some(name)
    }

    /// A description with what tells which ones are meant: "a spokesman for the guild", "those surveyed", "eight in ten
    /// voters".
    #[inline(never)]
    pub(super) fn at_length(&self, description: TokenRange, tokens: TokenRange) -> TokenRange {
        const MOST: usize = 2;
        let mut end = description.end;
        if self.reading.is(description.range().end - 1, words!["those"]) {
            let pause = tokens.range().find(|&at| self.reading.is(at, words![",", "("]));
            end = pause.map_or(tokens.end, |pause| pause as u32);
        }
        let last = description.range().end - 1;
        let number = |at: usize| self.reading.tag(at) == Tag::Num;
        // "It in the memo said": whatever follows a pronoun is no part of it.
        let mut left = if self.pronoun(last).is_some() { 0 } else { MOST };
        while left > 0
            && self.reading.is(end as usize, words!["for", "at", "with", "in", "on", "to", "from", "of"])
            && let Some(next) = self.base_at(end + 1, tokens.end)
            && let head = next.head as usize
            // "six in ten", but "the agency in 2014"
            && (!number(head) || number(last))
            && !self.tells_how(head)
        {
            let name = self.name_around(next.tokens.range().end - 1);
            end = name.filter(|name| name.end <= tokens.end).map_or(next.tokens.end, |name| name.end);
            left -= 1;
        }
        let of = description.range().any(|at| self.reading.is(at, words!["of"]));
        // "Officials in Leith and Elmford": both, or none where more follows.
        if (of || end > description.end) && self.reading.is(end as usize, words!["and"]) {
            let whole = |next: &&Phrase| {
                next.tokens.end == tokens.end || self.reading.is(next.tokens.end as usize, words![",", "("])
            };
            end = self
                .base_at(end + 1, tokens.end)
                .filter(whole)
                .map_or(description.end, |next| next.tokens.end);
        }
        TokenRange { end: end.max(description.end), ..description }
    }

    /// The base noun phrase that begins at a token and ends before another.
    #[inline(never)]
    fn base_at(&self, start: u32, limit: u32) -> Option<&'r Phrase> {
        self.base(start).filter(|base| base.tokens.start == start && base.tokens.end <= limit)
    }

    /// Whether what a noun tells behind a preposition is when, where or how something was said rather than by whom: "the
    /// company in a statement", "the mayor from the start".
    #[inline(never)]
    fn tells_how(&self, noun: usize) -> bool {
        let one = lemma(self.reading.lower(noun), Tag::Noun);
        let word = RuleWord::of_lower(&one);
        is_time_word(word)
            || vocabulary::is_document(word)
            || vocabulary::is_occasion(word)
            || one_of!(
                &one,
                "time first start outset beginning part credit hand condition record air twitter facebook \
                 website video meeting laugh smile may public"
            )
    }

    /// A source without a name, without its determiner: the first noun phrase and what "of" adds.
    pub(super) fn description(&self, tokens: TokenRange) -> Option<TokenRange> {
        let base = self.base(tokens.start)?;
        let mut start = base.tokens.start.max(tokens.start);
        let mut end = base.tokens.end.min(tokens.end);
        let is_determiner = |at: u32| {
            let at = at as usize;
            self.reading.tag(at) == Tag::Det && !owns_time(self.reading, at)
                || self.reading.is(at, words!["his", "her", "its", "their", "our", "my"])
        };
        if self.reading.is(end as usize, words!["of"])
            && let Some(next) = self.base_at(end + 1, tokens.end)
        {
            end = next.tokens.end;
        }
        // "two people familiar with the talks": which people, their own phrase tells.
        if self.reading.is(end as usize, words!["familiar", "close", "briefed"]) {
            end = tokens.end;
        }
        // "some of his aides", "all of the candidates": those who are counted.
        while start + 1 < end
            && (is_determiner(start) || start > tokens.start && self.reading.is(start as usize, words!["of"]))
        {
            start += 1;
        }
        (start < end).then_some(TokenRange { start, end })
    }
}
