//! Who is meant by a noun phrase that holds a position: a name, a pair of them, a pronoun, a description.

use std::ops::Range;

use super::{Holders, key};
use crate::analysis::{Attribution, AttributionKind};
use crate::bytes::one_of;
use crate::language::{Name, NameKind, Tag, is_possessive, words};
use crate::span::Span;
use crate::stance::classes::{is_abstract, is_nobody, owns_time};
use crate::stance::context::Context;
use crate::stance::speakers::{is_named_as, vocabulary};

impl<'a> Holders<'a> {
    /// Who is meant by the noun phrase at `phrase`; `None` for "I", "we" and pronouns that refer to nobody
    /// known, which leaves the position with whoever's words these are.
    pub fn of_phrase(&mut self, context: &Context<'_>, phrase: Range<usize>) -> Option<u32> {
        if [phrase.start, phrase.start.wrapping_sub(1)].into_iter().any(|at| is_nobody(context.rule_word(at)))
        {
            return None;
        }
        let phrase = self.set_beside(context, phrase.start).unwrap_or(phrase);
        let whole = self.span(&phrase);
        if let Some(speaker) = self.source_at(whole) {
            return Some(speaker);
        }
        if phrase.clone().any(|at| context.is(at, words!["and"]))
            && let Some(list) = self.meant_at(whole, &phrase)
        {
            return Some(list);
        }
        if let Some(pair) = self.pair(context, &phrase) {
            return Some(self.speaker_named(&pair, Some(whole)));
        }
        let phrase =
            self.before_preposition(context, without_determiner(context, self.core(context, phrase)));
        let last = phrase.end.checked_sub(1)?;
        let first = context.lower(phrase.start);
        // "the US" is no pronoun.
        if phrase.len() == 1
            && context.tag(phrase.start) != Tag::Propn
            && one_of!(first, "i we us you this that these those there one")
        {
            return None;
        }
        let span = self.span(&phrase);
        let is_pronoun = context.tag(last) == Tag::Pron;
        let found = self.mentioned(span).or_else(|| self.meant_at(span, &phrase));
        if is_pronoun
            && one_of!(first, "he she his her")
            && let Some(around) = self.quotation_around(span)
        {
            return Some(self.spoken_of(around, span, first, found));
        }
        if found.is_some() {
            return found;
        }
        if is_pronoun {
            let several = one_of!(first, "they their it its");
            let known = several || one_of!(first, "he she his her");
            return known.then(|| self.last_mentioned(span, several)).flatten();
        }
        let name = self.name_at_head(context, &phrase);
        let head = Self::head(context, &phrase);
        let abstraction = |head: usize| context.tag(head) == Tag::Noun && is_abstract(context.lower(head));
        if name.is_none() && head.is_some_and(abstraction) {
            return None;
        }
        let names = &self.reading.names;
        let full = |name: &Name| names.get(name.full as usize).map_or(name.core, |full| full.core);
        let text = self.reading.on_one_line(name.map_or(span, |name| self.reading.span(full(name))));
        (!text.is_empty()).then(|| self.speaker_named(&text, Some(span)))
    }

    /// The name with which a noun phrase ends: "the mayor of Ostend" is not Ostend, but "a letter by Ada Park" is hers.
    #[inline(never)]
    fn name_at_head(&self, context: &Context<'_>, phrase: &Range<usize>) -> Option<&'a Name> {
        let last = phrase.end.checked_sub(1)?;
        let name = self.reading.names.get(self.reading.names_before(phrase.start))?;
        let before = phrase.start..name.tokens.range().start.max(phrase.start);
        let written = || {
            Self::head(context, phrase).is_some_and(|head| vocabulary::is_document(context.rule_word(head)))
        };
        let hangs =
            |at: usize| context.tag(at) == Tag::Adp && !(context.is(at, words!["by", "from"]) && written());
        (name.tokens.contains(last as u32) && !before.into_iter().any(hangs)).then_some(name)
    }

    /// "Harbour Action, a group backing the plan": the name that a description with "a" is set beside.
    fn set_beside(&self, context: &Context<'_>, start: usize) -> Option<Range<usize>> {
        let comma = start.checked_sub(1).filter(|&comma| context.is(comma, words![","]))?;
        let name = self.reading.names.get(self.reading.names_before(comma.checked_sub(1)?))?;
        let place = self.reading.fullest(name).kind == NameKind::Place;
        let beside = context.is(start, words!["a", "an"]) && name.core.range().end == comma && !place;
        beside.then_some(name.core.range())
    }

    /// "Ada Park of the guild", "Nora Bell in Leith": the name at the head of a phrase, without what hangs on it.
    fn before_preposition(&self, context: &Context<'_>, phrase: Range<usize>) -> Range<usize> {
        let name = self
            .reading
            .names
            .get(self.reading.names_before(phrase.start))
            .map(|name| (name.tokens.range().start, name.core.range().end));
        match name {
            Some((start, end))
                if start <= phrase.start && end < phrase.end && context.tag(end) == Tag::Adp =>
            {
                phrase.start..end
            }
            _ => phrase,
        }
    }

    /// The head of a noun phrase: its last word before a preposition.
    fn head(context: &Context<'_>, phrase: &Range<usize>) -> Option<usize> {
        let end =
            phrase.clone().find(|&at| matches!(context.tag(at), Tag::Adp | Tag::Verb)).unwrap_or(phrase.end);
        end.checked_sub(1).filter(|head| phrase.contains(head))
    }

    /// The speaker of an attribution whose source is this very phrase.
    fn source_at(&self, phrase: Span) -> Option<u32> {
        let here = self.mentions.before(phrase.start + 1).take_while(|(span, _)| span.start == phrase.start);
        here.filter(|(span, _)| *span == phrase).map(|&(_, speaker)| speaker).next()
    }

    /// What a subject says of somebody besides the name is left out: "Ada Park, the mayor", "Its leader, Ada Park".
    #[inline(never)]
    fn core(&self, context: &Context<'_>, phrase: Range<usize>) -> Range<usize> {
        let comma = phrase.clone().find(|&at| context.is(at, words![",", "("]));
        let Some(comma) = comma.filter(|&comma| comma > phrase.start) else { return phrase };
        let names = &self.reading.names;
        let from = self.reading.names_before(phrase.start);
        let mut inside = names
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|name| name.tokens.range().end <= phrase.end);
        let is_person = |name: &Name| self.reading.fullest(name).kind == NameKind::Person;
        let person = inside.find(|name| is_person(name));
        match person.map(|name| name.tokens.range()) {
            Some(name) if name.start > comma && name.start <= comma + 3 => name,
            _ => phrase.start..comma,
        }
    }

    /// "Ada Park and Nora Bell": two names with "and" between them, perhaps with a title, as one name.
    #[inline(never)]
    fn pair(&self, context: &Context<'_>, phrase: &Range<usize>) -> Option<String> {
        let and = phrase.clone().find(|&at| context.is(at, words!["and"]))?;
        let end = (and..phrase.end).find(|&at| context.is(at, words![","])).unwrap_or(phrase.end);
        let names = &self.reading.names;
        let ends = |end: usize| {
            names
                .get(self.reading.names_before(end.checked_sub(1)?))
                .filter(|name| name.core.end as usize == end)
        };
        let (first, second) = (ends(and)?, ends(end)?);
        let titles = and + 1..second.core.start as usize;
        let beside = titles
            .into_iter()
            .all(|at| matches!(context.tag(at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part));
        if !beside || (second.core.start as usize) <= and || first.full == second.full {
            return None;
        }
        let text = |name: &Name| self.reading.on_one_line(self.reading.span(self.reading.fullest(name).core));
        Some(format!("{} and {}", text(first), text(second)))
    }

    /// The speaker with a mention at the head of `span`.
    pub(super) fn mentioned(&self, span: Span) -> Option<u32> {
        let mut near = self.mentions.before(span.end).take(3);
        near.find(|(mention, _)| mention.overlaps(span) && mention.end >= span.end).map(|&(_, id)| id)
    }

    /// Whom a pronoun or description means that is a subject and ends where `phrase` does.
    #[inline(never)]
    fn meant_at(&mut self, span: Span, phrase: &Range<usize>) -> Option<u32> {
        const NEAR: usize = 4;
        let end = phrase.end as u32;
        let until = self.meant.partition_point(|(meant, _)| meant.start as usize <= phrase.start);
        let mut near = self.meant.get(..until)?.iter().rev().take(NEAR);
        let &(_, name) = near.find(|(meant, _)| meant.end == end)?;
        let name = self.reading.on_one_line(self.reading.span(name));
        Some(self.speaker_named(&name, Some(span)))
    }

    /// The quotation that a pronoun stands in; none where somebody is reported inside it: "“Bell said he opposes it”".
    fn quotation_around(&self, pronoun: Span) -> Option<&'a Attribution> {
        let around = self.reported_by(pronoun).filter(|around| around.kind == AttributionKind::Quote)?;
        let inside = around.source.is_some_and(|source| self.reported_by(source).is_some());
        (!inside).then_some(around)
    }

    /// "“He opposes it,” said Bell": somebody else than Bell, most likely whoever of that gender was named last; nobody
    /// knows who where the quotation itself tells of another ("“My husband is angry. He …”").
    #[inline(never)]
    fn spoken_of(&mut self, around: &Attribution, pronoun: Span, word: &str, found: Option<u32>) -> u32 {
        let another = |who: &u32| Some(*who) != around.speaker;
        let who = found.filter(another).or_else(|| {
            let name = self.named_before(around, pronoun, word)?;
            Some(self.speaker_named(&name, None))
        });
        let name = who.and_then(|who| self.speakers.get(who as usize)).map(|speaker| key(&speaker.name));
        match name.filter(|name| !self.tells_of_another(around, pronoun, name)) {
            Some(name) => self.speaker_named(&name, Some(pronoun)),
            None => self.unknown(),
        }
    }

    /// Whoever of the gender of a pronoun in a quotation was named last, besides the one who speaks.
    fn named_before(&self, around: &Attribution, pronoun: Span, word: &str) -> Option<String> {
        /// How many names back.
        const FARTHEST: usize = 8;
        let names = &self.reading.names;
        let near = names.partition_point(|name| self.reading.span(name.tokens).end <= pronoun.start);
        let mut before = names.get(near.saturating_sub(FARTHEST)..near)?.iter().rev();
        before.find_map(|name| {
            let full = self.reading.fullest(name);
            let text = self.reading.on_one_line(self.reading.span(full.core));
            let speaks = around.speaker.is_some() && self.by_name.get(&key(&text)).copied() == around.speaker;
            let fits = full.kind == NameKind::Person
                && full.core.len() > 1
                && is_named_as(self.reading, full.core, word);
            (fits && !speaks).then_some(text)
        })
    }

    /// Whether a quotation, before a pronoun in it, tells of somebody else than the one of that name, who is no subject
    /// since.
    #[inline(never)]
    fn tells_of_another(&self, around: &Attribution, pronoun: Span, name: &str) -> bool {
        const PARTS: usize = 8;
        const FARTHEST: usize = 100;
        let parts = around.content.iter().rev().filter(|part| part.start < pronoun.start).take(PARTS);
        let told = parts.into_iter().find_map(|part| {
            let part = Span { start: part.start, end: part.end.min(pronoun.start) };
            let tokens = self.reading.tokens_in(part).range();
            let from = tokens.start.max(tokens.end.saturating_sub(FARTHEST));
            (from..tokens.end).rev().find_map(|at| self.is_another(at, name))
        });
        told == Some(true)
    }

    /// Whether a word tells of a human being other than the one of a name; none where it tells of nobody, or of that one
    /// but not as a subject.
    fn is_another(&self, at: usize, name: &str) -> Option<bool> {
        const KIN: &str = "husband wife father mother dad mum mom son daughter brother sister uncle aunt cousin nephew \
            niece grandfather grandmother boy girl man woman guy friend neighbour neighbor colleague partner boss person \
            child kid fellow bloke lady gentleman god lord king queen prince princess victim witness patient";
        let name_at = |at: usize| {
            let name = self.reading.names.get(self.reading.names_before(at))?;
            name.tokens.contains(at as u32).then_some(name)
        };
        let tag = |at: usize| self.reading.tag(at);
        if let Some(here) = name_at(at) {
            let full = self.reading.fullest(here);
            if matches!(full.kind, NameKind::Organisation | NameKind::Place) {
                return None;
            }
            let another = key(&self.reading.on_one_line(self.reading.span(full.core))) != name;
            let acts = matches!(tag(here.tokens.end as usize), Tag::Verb | Tag::Aux);
            return (another || acts).then_some(another);
        }
        let word = self.reading.lower(at);
        let another = match tag(at) {
            // "God is great"
            Tag::Propn => matches!(tag(at + 1), Tag::Verb | Tag::Aux),
            // "the lawyer Ada Park" is she.
            Tag::Noun => {
                (vocabulary::is_office(self.reading.rule_word(at)) || one_of!(word, KIN))
                    && name_at(at + 1).is_none()
                    && !name.split(' ').any(|own| own.eq_ignore_ascii_case(word))
            }
            _ => false,
        };
        another.then_some(true)
    }

    /// The speaker mentioned last before a pronoun, in its own paragraph, where "they" and "it" may not be a human being; said of
    /// the author's own words only, since a speaker's pronouns refer to whomever the speaker has in mind.
    #[inline(never)]
    fn last_mentioned(&self, pronoun: Span, several: bool) -> Option<u32> {
        if self.reported_by(pronoun).is_some() {
            return None;
        }
        let blocks = self.reading.blocks;
        let block = blocks.get(blocks.partition_point(|block| block.span.end <= pronoun.start))?;
        let mut before = self.mentions.before(pronoun.start);
        let &(mention, speaker) = before.find(|(mention, _)| mention.end <= pronoun.start)?;
        let one = several && self.names_person(&self.reading.tokens_in(mention).range());
        (block.span.start <= mention.start && !one).then_some(speaker)
    }
}

fn without_determiner(context: &Context<'_>, mut phrase: Range<usize>) -> Range<usize> {
    while phrase.len() > 1
        && (context.tag(phrase.start) == Tag::Det && !owns_time(context.reading, phrase.start)
            || is_possessive(context.rule_word(phrase.start))
            || context.is_quote(phrase.start)
            || context.tag(phrase.start) == Tag::Adp
            || context.is(phrase.start, words!["when", "while", "although"]))
    {
        phrase.start += 1;
    }
    phrase
}
