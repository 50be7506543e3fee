//! Whose position it is: the author of the article, or one of the speakers. Somebody who only acts in the
//! article ("Beijing backs Moscow") becomes a speaker here, and one speaker called "unknown" stands for
//! everybody who is reported to speak without being named, so that nothing said by others is charged to
//! the author.

mod phrase;

use std::ops::Range;

use super::classes::is_abstract;
use crate::analysis::{Attribution, Speaker};
use crate::bytes::{has, one_of, seek};
use crate::collections::{Named, sort_by_number};
use crate::landmarks::Landmarks;
use crate::language::{NameKind, Reading, Tag, TokenRange};
use crate::lowercase::lowercase;
use crate::span::Span;

/// Name of the speaker who stands for everybody unnamed.
pub(super) const UNKNOWN: &str = "unknown";

/// Finds and makes holders while one article is read.
pub(super) struct Holders<'a> {
    reading: &'a Reading<'a>,
    /// Pronouns and descriptions as subjects, and the name of whom each means, in the order in which they start.
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

/// The speaker who holds a position; none where it is the author.
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
        let tag = |at: usize| self.reading.tag(at);
        let end = tokens.clone().find(|&at| matches!(tag(at), Tag::Adp | Tag::Punct)).unwrap_or(tokens.end);
        let head = end.wrapping_sub(1);
        // "PENCE: We will wait." is somebody's turn.
        let small = || self.reading.written(head).as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
        tag(head) == Tag::Noun && small() && is_abstract(self.reading.lower(head))
    }

    /// The speaker of an attribution.
    pub fn speaker_of(&mut self, attribution: &Attribution) -> u32 {
        let named = |source: Span| {
            let text = source.of(self.reading.text);
            let words = text.split_whitespace().skip_while(|word| is_determiner(word)).collect::<Vec<_>>();
            (!words.is_empty()).then(|| words.join(" "))
        };
        if let Some(speaker) = attribution.speaker {
            return speaker;
        }
        match attribution.source.and_then(named) {
            Some(name) => self.speaker_named(&name, attribution.source),
            None => self.unknown(),
        }
    }

    /// The speaker who stands for everybody unnamed.
    pub fn unknown(&mut self) -> u32 {
        self.speaker_named(UNKNOWN, None)
    }

    /// Those of a kind that a word before a noun tells: "Republican attacks", "worker protests".
    pub fn of_kind(&mut self, word: &str, place: Span) -> u32 {
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        // "French opposition": of a government, a party or the people of a land; nothing tells.
        if ends(&["sh", "ch", "ss"]) {
            return self.unknown();
        }
        let name = if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel)) {
            format!("{stem}ies")
        } else if let Some(stem) = word.strip_suffix("man").filter(|_| !ends(&["German", "Roman", "Ottoman"]))
        {
            format!("{stem}men")
        } else if ends(&["an", "er", "or"]) {
            format!("{word}s")
        } else {
            word.to_owned()
        };
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
            .any(|said| has(said.get(..said.floor_char_boundary(LONGEST)).unwrap_or(said), span.of(text)))
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
        self.reading.span(TokenRange::new(tokens.start, tokens.end))
    }
}

/// What speakers are told apart by: a name of several words may be written otherwise in a headline, "Harbour council"
/// for "Harbour Council", or the other way round, "council of Leith" for "Leith council". A single word is another in
/// small letters.
fn key(name: &str) -> String {
    if !name.contains(' ') {
        return name.to_owned();
    }
    let lower = lowercase(name);
    let Some(of) = seek(&lower, " of ") else { return lower };
    let (head, whole) = (lower.get(..of).unwrap_or_default(), lower.get(of + 4..).unwrap_or_default());
    // "Miami University" is not the University of Miami.
    if one_of!(head, "council government police parliament ministry department") {
        return [whole.strip_prefix("the ").unwrap_or(whole), head].join(" ");
    }
    lower
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn is_determiner(word: &str) -> bool {
    const DETERMINERS: &[&str] = &[
        "the", "a", "an", "some", "many", "these", "those", "this", "that", "my", "our", "your", "his",
        "her", "its", "their", "whose", "he", "she", "they", "it", "who", "which", "i", "we", "you",
    ];
    DETERMINERS.iter().any(|determiner| word.eq_ignore_ascii_case(determiner))
}
