//! Whose position it is: the author of the article, or one of the speakers. Somebody who only acts in the
//! article ("Beijing backs Moscow") becomes a speaker here, and one speaker called "unknown" stands for
//! everybody who is reported to speak without being named, so that nothing said by others is charged to
//! the author.

use std::ops::Range;

use super::classes::{is_abstract, is_nobody, owns_time};
use super::context::Context;
use super::speakers::{is_named_as, vocabulary};
use crate::analysis::{Attribution, AttributionKind, Speaker};
use crate::bytes::one_of;
use crate::collections::{Named, sort_by_number};
use crate::landmarks::Landmarks;
use crate::language::{Name, NameKind, Reading, Tag, TokenRange, is_possessive, words};
use crate::lowercase::lowercase;
use crate::span::Span;

/// Name of the speaker who stands for everybody unnamed.
pub(super) const UNKNOWN: &str = "unknown";

/// Finds and makes holders while one article is read.
pub(super) struct Holders<'a> {
    reading: &'a Reading<'a>,
    /// Pronouns and descriptions as subjects, and the name of whom each means.
    meant: &'a [(TokenRange, TokenRange)],
    attributions: &'a [Attribution],
    speakers: &'a mut Vec<Speaker>,
    /// Mentions and the speakers they refer to.
    mentions: Located,
    /// The speakers by what [`key`] makes of their names.
    by_name: Named,
    /// Parts of reported speech with the attribution they belong to.
    contents: Located,
    /// Reporting words with theirs.
    cues: Located,
}

/// Spans in order, each with the index of what it belongs to.
struct Located {
    all: Vec<(Span, u32)>,
    marks: Landmarks,
}

impl Located {
    #[inline(never)]
    fn new(mut all: Vec<(Span, u32)>) -> Self {
        sort_by_number(&mut all, |(span, _)| span.number());
        let marks = Landmarks::of(all.iter().map(|(span, _)| span.start));
        Self { all, marks }
    }

    /// Those that start before a byte, the last ones first.
    fn before(&self, byte: u32) -> std::iter::Rev<std::slice::Iter<'_, (Span, u32)>> {
        let count = self.marks.partition_point(&self.all, byte, |(span, _)| span.start < byte);
        self.all.get(..count).unwrap_or_default().iter().rev()
    }
}

/// Somebody other than the author.
pub(super) type Holder = Option<u32>;

impl<'a> Holders<'a> {
    #[inline(never)]
    pub fn new(
        reading: &'a Reading<'a>,
        meant: &'a [(TokenRange, TokenRange)],
        attributions: &'a [Attribution],
        speakers: &'a mut Vec<Speaker>,
    ) -> Self {
        let mut mentions: Vec<(Span, u32)> = speakers
            .iter()
            .flat_map(|speaker| speaker.mentions.iter().map(|&span| (span, speaker.id)))
            .collect();
        mentions.extend(attributions.iter().filter_map(|a| Some((a.source?, a.speaker?))));
        let by_name = speakers.iter().map(|speaker| (key(&speaker.name), speaker.id)).collect();
        // "I guess it will rain", "you might think so", said by nobody else, are the author's own.
        let is_authors = |attribution: &Attribution| {
            let own = |source: Span| {
                one_of!(source.of(reading.text).to_ascii_lowercase().as_str(), "i we my our you one")
            };
            attribution.speaker.is_none() && attribution.source.is_some_and(own)
        };
        let numbered = || (0..).zip(attributions).filter(|(_, a)| !is_authors(a));
        let contents = numbered().flat_map(|(i, a)| a.content.iter().map(move |&span| (span, i))).collect();
        let cues = numbered().filter_map(|(i, a)| Some((a.cue?, i))).collect();
        let [mentions, contents, cues] = [mentions, contents, cues].map(Located::new);
        Self { reading, meant, attributions, speakers, mentions, by_name, contents, cues }
    }

    /// The innermost attribution whose content covers `span`.
    pub fn reported_by(&self, span: Span) -> Option<&'a Attribution> {
        self.content_around(span).and_then(|(_, index)| self.attributions.get(index))
    }

    /// The innermost reported words that cover `span`, and the index of their attribution.
    pub fn content_around(&self, span: Span) -> Option<(Span, usize)> {
        // Contents nest only a few deep and otherwise follow each other.
        let around =
            self.contents.before(span.start + 1).take(8).filter(|(content, _)| content.contains(span));
        around.min_by_key(|(content, _)| content.len()).map(|&(content, index)| (content, index as usize))
    }

    /// The attribution whose cue overlaps `span`.
    pub fn cued_by(&self, span: Span) -> Option<&'a Attribution> {
        let (_, index) = self.cues.before(span.end).next().filter(|(cue, _)| cue.overlaps(span))?;
        self.attributions.get(*index as usize)
    }

    /// Whose words stand at `span`: the speaker's whose reported words they are, else the author's. What "the dispute shows"
    /// is said by whoever tells of the dispute.
    pub fn scope(&mut self, span: Span) -> Holder {
        let mut attribution = self.reported_by(span)?;
        if let Some(source) = attribution.source.filter(|&source| self.is_event(source)) {
            attribution = self.reported_by(source)?;
        }
        Some(self.speaker_of(attribution))
    }

    /// Whether a source names a quality or an event, which says nothing itself.
    fn is_event(&self, source: Span) -> bool {
        let tokens = self.reading.tokens_in(source).range();
        let tag = |at: usize| self.reading.tokens.get(at).map_or(Tag::X, |token| token.tag);
        let end = tokens.clone().find(|&at| matches!(tag(at), Tag::Adp | Tag::Punct)).unwrap_or(tokens.end);
        let head = end.wrapping_sub(1);
        tag(head) == Tag::Noun && is_abstract(self.reading.lower(head))
    }

    /// The speaker of an attribution.
    pub fn speaker_of(&mut self, attribution: &Attribution) -> u32 {
        let named = |source: Span| {
            let text = source.of(self.reading.text);
            let words = text.split_whitespace().skip_while(|word| is_determiner(word)).collect::<Vec<_>>();
            (!words.is_empty()).then(|| words.join(" "))
        };
        match (attribution.speaker, attribution.source.and_then(named)) {
            (Some(speaker), _) => speaker,
            (None, Some(name)) => self.speaker_named(&name, attribution.source),
            (None, None) => self.unknown(),
        }
    }

    /// The speaker who stands for everybody unnamed.
    pub fn unknown(&mut self) -> u32 {
        self.speaker_named(UNKNOWN, None)
    }

    /// Those of a kind that a word before a noun tells: "Republican attacks", "worker protests".
    pub fn of_kind(&mut self, word: &str, place: Span) -> u32 {
        let several = ["an", "er", "or"].iter().any(|ending| word.ends_with(ending));
        let name = if several { format!("{word}s") } else { word.to_owned() };
        self.speaker_named(&name, Some(place))
    }

    /// Everybody in a land, who are for or against something together.
    pub fn public(&mut self) -> u32 {
        self.speaker_named("public", None)
    }

    /// Whether any attribution reports the words at `span`.
    pub fn is_said_by_somebody(&self, span: Span) -> bool {
        self.reported_by(span).is_some()
            || self.contents.before(span.end).take(4).any(|(content, _)| content.overlaps(span))
    }

    /// Whether somebody is reported to have said the very words at `span`, in an article of ordinary length anywhere.
    pub fn is_said_elsewhere(&self, span: Span) -> bool {
        // Whatever the number and length of reports, each question takes the same time at most.
        const NEAR: usize = 128;
        const LONGEST: usize = 2000;
        let text = self.reading.text;
        let behind = self.contents.before(span.start).len();
        let from = behind.saturating_sub(NEAR);
        let near = self.contents.all.iter().skip(from).take(behind - from + NEAR);
        near.map(|(content, _)| content.of(text))
            .any(|said| said.get(..said.floor_char_boundary(LONGEST)).unwrap_or(said).contains(span.of(text)))
    }

    /// Whether the words at `span` are a mention of `speaker`.
    pub fn refers_to(&self, span: Span, speaker: Option<u32>) -> bool {
        speaker.is_some() && self.mentioned(span) == speaker
    }

    /// Whether the source of an attribution names a person, or is "he" or "she".
    pub fn is_person(&self, attribution: &Attribution) -> bool {
        let Some(source) = attribution.source else { return false };
        self.names_person(&self.reading.tokens_in(source).range())
            || matches!(source.of(self.reading.text).to_ascii_lowercase().as_str(), "he" | "she")
    }

    /// Whether a phrase names a person.
    pub fn names_person(&self, phrase: &Range<usize>) -> bool {
        let from = self.reading.names_before(phrase.start);
        let ahead = self.reading.names.get(from..).unwrap_or_default();
        let mut inside = ahead.iter().take_while(|name| (name.tokens.start as usize) < phrase.end);
        inside.any(|name| self.reading.fullest(name).kind == NameKind::Person)
    }

    /// Who is meant by the noun phrase at `phrase`; `None` for "I", "we" and pronouns that refer to nobody
    /// known, which leaves the position with whoever's words these are.
    pub fn of_phrase(&mut self, context: &Context<'_>, phrase: Range<usize>) -> Option<u32> {
        if [phrase.start, phrase.start.wrapping_sub(1)].into_iter().any(|at| is_nobody(context.rule_word(at)))
        {
            return None;
        }
        let whole = self.span(&phrase);
        if let Some(speaker) = self.source_at(whole) {
            return Some(speaker);
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
        if let Some(speaker) = self.mentioned(span) {
            return Some(speaker);
        }
        let is_pronoun = context.tag(last) == Tag::Pron;
        let known = self.meant.binary_search_by_key(&(phrase.end as u32), |(meant, _)| meant.end).ok();
        if let Some(&(_, name)) = known.and_then(|at| self.meant.get(at)) {
            let name = self.reading.on_one_line(self.reading.span(name));
            return Some(self.speaker_named(&name, Some(span)));
        }
        if is_pronoun {
            if one_of!(first, "he she his her")
                && let Some(text) = self.spoken_of(span, first)
            {
                return Some(self.speaker_named(&text, Some(span)));
            }
            return one_of!(first, "he she they it his her their its")
                .then(|| self.last_mentioned(span))
                .flatten();
        }
        let covered =
            |range: TokenRange| range.start < phrase.end as u32 && (phrase.start as u32) < range.end;
        let names = &self.reading.names;
        let name = names.get(self.reading.names_before(phrase.start)).filter(|name| {
            let before = phrase.start..(name.tokens.start as usize).max(phrase.start);
            // "the mayor of Ostend" is not Ostend.
            covered(name.tokens)
                && name.tokens.contains(last as u32)
                && before.into_iter().all(|token| {
                    // But "a letter by Ada Park" is hers.
                    context.tag(token) != Tag::Adp
                        || context.is(token, words!["by", "from"])
                            && Self::head(context, &phrase)
                                .is_some_and(|head| vocabulary::is_document(context.rule_word(head)))
                })
        });
        if name.is_none()
            && Self::head(context, &phrase)
                .is_some_and(|head| context.tag(head) == Tag::Noun && is_abstract(context.lower(head)))
        {
            return None;
        }
        let span = match name {
            Some(name) => {
                let full = names.get(name.full as usize).map_or(name.core, |full| full.core);
                self.reading.span(full)
            }
            None => span,
        };
        let text = self.reading.on_one_line(span);
        let mention = self.span(&phrase);
        (!text.is_empty()).then(|| self.speaker_named(&text, Some(mention)))
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
    fn mentioned(&self, span: Span) -> Option<u32> {
        let mut near = self.mentions.before(span.end).take(3);
        near.find(|(mention, _)| mention.overlaps(span) && mention.end >= span.end).map(|&(_, id)| id)
    }

    /// "“He opposes it,” said Bell": somebody else than Bell, most likely whoever of that gender was named last.
    #[inline(never)]
    fn spoken_of(&self, pronoun: Span, word: &str) -> Option<String> {
        /// How many names back.
        const FARTHEST: usize = 8;
        let around = self.reported_by(pronoun).filter(|around| around.kind == AttributionKind::Quote)?;
        // "“Bell said he opposes it”": whoever is reported inside the quotation.
        if around.source.is_some_and(|source| self.reported_by(source).is_some()) {
            return None;
        }
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

    /// The speaker mentioned last before a pronoun, in its own paragraph; said of the author's own words only,
    /// since a speaker's pronouns refer to whomever the speaker has in mind.
    #[inline(never)]
    fn last_mentioned(&self, pronoun: Span) -> Option<u32> {
        if self.reported_by(pronoun).is_some() {
            return None;
        }
        let blocks = self.reading.blocks;
        let block = blocks.get(blocks.partition_point(|block| block.span.end <= pronoun.start))?;
        let mut before = self.mentions.before(pronoun.start);
        let &(mention, speaker) = before.find(|(mention, _)| mention.end <= pronoun.start)?;
        (block.span.start <= mention.start).then_some(speaker)
    }

    #[inline(never)]
    fn speaker_named(&mut self, name: &str, mention: Option<Span>) -> u32 {
        let next = self.speakers.len() as u32;
        let id = *self.by_name.entry(key(name)).or_insert(next);
        if id == next {
            self.speakers.push(Speaker { id, name: name.to_owned(), mentions: Vec::new() });
        }
        if let (Some(mention), Some(speaker)) = (mention, self.speakers.get_mut(id as usize)) {
            match speaker.mentions.binary_search(&mention) {
                Ok(_) => {}
                Err(place) => speaker.mentions.insert(place, mention),
            }
        }
        id
    }

    fn span(&self, tokens: &Range<usize>) -> Span {
        self.reading.span(TokenRange { start: tokens.start as u32, end: tokens.end as u32 })
    }
}

/// What speakers are told apart by: a name of several words may be written otherwise in a headline, "Harbour council"
/// for "Harbour Council". A single word is another in small letters.
fn key(name: &str) -> String {
    if name.contains(' ') { lowercase(name) } else { name.to_owned() }
}

fn is_determiner(word: &str) -> bool {
    const DETERMINERS: &[&str] = &[
        "the", "a", "an", "some", "many", "these", "those", "this", "that", "my", "our", "your", "his",
        "her", "its", "their", "whose", "he", "she", "they", "it", "who", "which", "i", "we", "you",
    ];
    DETERMINERS.iter().any(|determiner| word.eq_ignore_ascii_case(determiner))
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
