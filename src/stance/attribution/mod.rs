//! Attributions: who says what. Rules over phrases and the frames of reporting words find source, cue and content;
//! see `docs/design.md` for what they were compared with. The notion is that of the Penn Attribution Relation
//! Corpus (Pareti 2016) and PolNeAR (Newell et al. 2018).

mod according;
mod acts;
mod appositions;
mod asides;
mod clause;
mod colon;
mod complements;
mod draft;
mod ends;
mod finder;
mod frames;
mod link;
mod nominal;
mod nouns;
mod passives;
mod preverbal;
mod quotes;
mod reporter;
mod scan;
#[cfg(test)]
mod tests;
mod valency;
mod verbs;

use super::speakers::{Source, Speakers};
use crate::analysis::{Attribution, AttributionKind, Speaker};
use crate::language::{Reading, Tag, TokenRange, words};
use crate::span::Span;
pub(super) use clause::Subject;
use finder::Finder;

/// The attributions of one article.
#[derive(Debug, Default)]
pub struct Attributions {
    /// In order of the text.
    pub all: Vec<Attribution>,
    /// Everybody who speaks in them.
    pub speakers: Vec<Speaker>,
    /// What the search learned of the clauses, for whoever looks for positions in them.
    pub clauses: Clauses,
}

/// Subjects, and whom pronouns and descriptions among them mean.
#[derive(Debug, Default)]
pub struct Clauses {
    /// The subject of every verb group, by index of its phrase.
    pub(super) subjects: Vec<Option<Subject>>,
    /// Subjects that are pronouns or descriptions ("she", "the mayor"), each with the name of whom it means, in the order in
    /// which they start.
    pub pronouns: Vec<(TokenRange, TokenRange)>,
    /// Clauses of which is told that nobody said them, or only would, in the order in which they start.
    pub unsaid: Vec<Span>,
}

/// Finds the attributions of an English article; none in other languages.
pub fn find(reading: &Reading<'_>) -> Attributions {
    /// Back to which attribution one is looked for that reports another.
    const FARTHEST: usize = 4;
    if !reading.is_english() {
        return Attributions::default();
    }
    let mut finder = Finder::new(reading);
    let (drafts, unsaid) = finder.find();
    let mut speakers = Speakers::new(reading, finder.subject_phrases());
    let quoted = |tokens: TokenRange| finder.scan.quotes.hold(tokens.start as usize);
    let mut attributions = Attributions { all: Vec::with_capacity(drafts.len()), ..Attributions::default() };
    let mut parts = Vec::new();
    for draft in drafts {
        let mut content = Vec::with_capacity(draft.content.len());
        for &tokens in &draft.content {
            add_by_block(&finder, tokens, &mut content);
        }
        if content.is_empty() {
            continue;
        }
        let kind = kind_of(&finder, &draft.content);
        let source = draft.source.map(|tokens| {
            let quoted = quoted(tokens);
            let start = reading.span(tokens).start;
            let around = |content: &Span| content.start <= start && start < content.end;
            let mut near = attributions.all.iter().rev().take(FARTHEST);
            let reported = near.any(|other| other.content.iter().any(around));
            Source { tokens, antecedent: draft.antecedent, quoted, reported }
        });
        // "I promise to wait": what the author says here and now is reported of nobody.
        if source.is_some_and(|source| {
            source.tokens.len() == 1
                && reading.is(source.tokens.start as usize, words!["i", "we"])
                && !(source.quoted || source.reported)
        }) && kind == AttributionKind::Report
            && draft.cue.is_some_and(|cue| finder.scan.is_plain_form(cue.start as usize))
        {
            continue;
        }
        let speaker = source.and_then(|source| speakers.identify(source));
        parts.clear();
        if let Some(tokens) = draft.source {
            add_by_block(&finder, tokens, &mut parts);
        }
        attributions.all.push(Attribution {
            source: parts.pop(),
            cue: draft.cue.map(|tokens| reading.span(tokens)),
            content,
            kind,
            speaker,
        });
    }
    speakers.read_on();
    let pronouns = speakers.meant();
    attributions.speakers = speakers.finish();
    let unsaid = unsaid.into_iter().map(|tokens| reading.span(tokens)).collect();
    attributions.clauses = Clauses { subjects: finder.subjects, pronouns, unsaid };
    attributions
}

/// Adds the span of some tokens, in parts where they run on over the end of a block, as a turn of a conversation does.
#[inline(never)]
fn add_by_block(finder: &Finder<'_, '_>, tokens: TokenRange, spans: &mut Vec<Span>) {
    let mut rest = tokens;
    while !rest.is_empty() {
        let part =
            TokenRange { end: finder.scan.end_in_block(rest.start, rest.end).max(rest.start + 1), ..rest };
        rest.start = part.end;
        let span = trimmed(finder, part);
        if !span.is_empty() {
            spans.push(span);
        }
    }
}

/// The span of some tokens without punctuation at its ends, and without quotation marks there unless the other
/// mark of the pair stands inside: "a “landmark decision”".
#[inline(never)]
fn trimmed(finder: &Finder<'_, '_>, tokens: TokenRange) -> Span {
    let scan = &finder.scan;
    let std::ops::Range { mut start, mut end } = tokens.range();
    let quotation = |at: usize| scan.quotes.at(at).and_then(|quotation| scan.quotes.all.get(quotation));
    let loose = |at: usize| {
        scan.is_quote_mark(at)
            || scan.is(at, words![",", ".", ";", ":", "!", "-", "—", "–", "--", "…", "..."])
    };
    while start < end && loose(start) {
        start += 1;
    }
    while start < end && loose(end - 1) {
        end -= 1;
    }
    let opened = quotation(start).filter(|opened| {
        opened.tokens.start as usize == start && (opened.tokens.end as usize) < end && start > 0
    });
    let closed = quotation(end.saturating_sub(1)).filter(|closed| closed.tokens.start as usize > start);
    // The mark after the last word of a paragraph may be that which opens the next.
    let is_mark =
        |at: usize| scan.is_quote_mark(at) && scan.end_in_block(tokens.start, at as u32 + 1) as usize > at;
    if opened.is_some() && is_mark(start - 1) {
        start -= 1;
    }
    if let Some(closed) = closed {
        let mark = closed.tokens.range().end;
        end = if mark >= end && is_mark(mark) { mark + 1 } else { end };
    }
    scan.reading.span(scan::range(start, end))
}

fn kind_of(finder: &Finder<'_, '_>, content: &[TokenRange]) -> AttributionKind {
    let (mut quoted, mut plain) = (false, false);
    for at in content.iter().flat_map(|tokens| tokens.range()) {
        if finder.scan.quotes.hold(at) {
            quoted = true;
        } else if !plain {
            plain = finder.scan.tag(at) != Tag::Punct && !finder.scan.is_quote_mark(at);
        }
    }
    match (quoted, plain) {
        (true, false) => AttributionKind::Quote,
        (true, true) => AttributionKind::Mixed,
        _ => AttributionKind::Report,
    }
}
