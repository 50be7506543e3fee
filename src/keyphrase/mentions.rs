//! Where keyphrases stand: every occurrence of every form, and the form in which a keyphrase is shown.

use super::LONGEST;
use super::candidates::{Candidate, Candidates, Occurrence};
use super::collapse::Group;
use super::runs::{self, Item, Runs};
use crate::article::BlockKind;
use crate::bytes::one_of;
use crate::collections::{pair, sort_by_number};
use crate::language::{NameKind, Reading, Tag};
use crate::span::Span;

/// No candidate, no group.
const NONE: u32 = u32::MAX;

/// Which candidates are names, and which of them are short forms of others.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// For each candidate, the candidate that is the full name; [`NONE`] where there is none.
    full: Vec<u32>,
    /// The candidate that is the full form of a name and the index of that name, for all that have one.
    forms: Vec<(u32, u32)>,
}

impl Names {
    pub(super) fn of(reading: &Reading<'_>, runs: &Runs, candidates: &Candidates) -> Self {
        if reading.names.is_empty() {
            return Self::default();
        }
        // Names and items are both in order of the text.
        let mut found =
            Self { full: vec![NONE; candidates.list.len()], forms: Vec::with_capacity(reading.names.len()) };
        let mut of_name = Vec::with_capacity(reading.names.len());
        // The same name with its title, or part of it: "President Xi", "Chinese President Xi".
        let mut titled: Vec<(u32, u32)> = Vec::new();
        let mut items = runs.items.iter().enumerate().peekable();
        for (name, full) in reading.names.iter().map(|name| (name, name.full)) {
            while items.next_if(|(_, item)| item.token < name.core.start).is_some() {}
            let at = items.peek().filter(|(_, item)| item.token == name.core.start).map(|&(at, _)| at);
            let candidate = at.and_then(|at| {
                let length =
                    runs.items[at..].iter().take_while(|item| name.core.contains(item.token)).count();
                let last = runs.items.get((at + length).checked_sub(1)?)?;
                (last.token + 1 == name.core.end).then_some(())?;
                // "Rovers manager Danny Keane" is no other than "Danny Keane".
                let is_person = || name.kind == NameKind::Person && reading.fullest(name).core.len() > 1;
                let mut next = name.core.start;
                let title = runs.items[..at].iter().rev().take_while(|item| {
                    let joined = item.token + 1 == next
                        && (next < name.core.start || item.tag == Tag::Noun && !item.capital)
                        && is_person();
                    next = item.token;
                    joined || name.tokens.contains(item.token)
                });
                for words in 1..=title.take(LONGEST).count() {
                    let whole = candidates.find(&runs.items, at - words, words + length);
                    titled.extend(whole.map(|whole| (whole, full)));
                }
                candidates.find(&runs.items, at, length)
            });
            of_name.push(candidate.unwrap_or(NONE));
        }
        for (candidate, full) in titled {
            let full = of_name.get(full as usize).copied().unwrap_or(NONE);
            if full != NONE && full != candidate {
                found.full[candidate as usize] = full;
            }
        }
        for (index, (name, &candidate)) in (0..).zip(reading.names.iter().zip(&of_name)) {
            let full = of_name.get(name.full as usize).copied().unwrap_or(NONE);
            if full != NONE {
                found.forms.push((full, index));
                if candidate != NONE && candidate != full {
                    found.full[candidate as usize] = full;
                }
            }
        }
        found
    }

    /// The candidate that is the full form of this one.
    pub(super) fn full(&self, candidate: u32) -> Option<u32> {
        self.full.get(candidate as usize).copied().filter(|&full| full != NONE)
    }
}

/// The text and the mentions of each group.
#[inline(never)]
pub(super) fn gather(
    reading: &Reading<'_>,
    runs: &Runs,
    candidates: &Candidates,
    names: &Names,
    groups: &[Group],
) -> Vec<(String, Vec<Span>)> {
    let mut group_of = vec![NONE; candidates.list.len()];
    for (index, group) in (0..).zip(groups) {
        for &form in group.forms.iter().chain([&group.shown]) {
            group_of[form as usize] = index;
        }
    }
    let mut gathered: Vec<Gathered> = Vec::new();
    gathered.resize_with(groups.len(), Default::default);
    for occurrence in &candidates.occurrences {
        let group = group_of[occurrence.candidate as usize];
        if let (Some(group), Some(gathered)) = (groups.get(group as usize), gathered.get_mut(group as usize))
        {
            let words = candidates.list[occurrence.candidate as usize].at(occurrence.item, &runs.items);
            let shown = group.shown == occurrence.candidate;
            let told = shown || !runs.tagged || names.full(occurrence.candidate).is_some();
            if told || refers_back(reading, runs, &candidates.list[group.shown as usize], occurrence, words) {
                gathered.add(reading, words, shown);
            }
        }
    }
    for &(full, name) in &names.forms {
        if let Some(gathered) = gathered.get_mut(group_of[full as usize] as usize)
            && groups[group_of[full as usize] as usize].shown == full
        {
            gathered.mentions.extend(in_content(reading, name));
        }
    }
    gathered.into_iter().map(|gathered| gathered.finish(reading)).collect()
}

/// Where the name with this index stands, unless its block is none of the content.
fn in_content(reading: &Reading<'_>, name: u32) -> Option<Span> {
    let name = reading.names.get(name as usize)?;
    let sentence = reading.sentences.get(reading.sentence_at(name.core.start))?;
    let block = reading.blocks.get(sentence.block as usize)?;
    block.kind.is_content().then(|| reading.span(name.core))
}

/// Whether a shorter form stands for the phrase that is shown. It has its head ("the university" may be the University
/// of Elmford, "Elmford" is not) with no other word before it ("Mill Street" is no high street); and one common noun
/// takes up what was said before with "the" or "its" and in the same number ("Families here" are any families).
#[inline(never)]
fn refers_back(
    reading: &Reading<'_>,
    runs: &Runs,
    shown: &Candidate,
    occurrence: &Occurrence,
    words: &[Item],
) -> bool {
    let phrase = shown.items(&runs.items);
    if words.len() >= phrase.len() {
        return true;
    }
    let end = phrase.iter().position(|item| item.tag == Tag::Adp).unwrap_or(phrase.len());
    let head = phrase.get(..end).unwrap_or_default();
    let (Some(own), Some(first), Some(last)) = (head.last(), words.first(), words.last()) else {
        return false;
    };
    if !words.iter().rev().zip(head.iter().rev()).all(|(word, part)| word.stem == part.stem)
        || words.len() > head.len()
    {
        return false;
    }
    let before = (occurrence.item as usize).checked_sub(1).and_then(|at| runs.items.get(at));
    let beside = before.filter(|before| {
        before.token + 1 == first.token
            || before.token + 2 == first.token && before.span(reading).end + 1 == first.span(reading).start
    });
    let name = words.iter().all(|item| item.tag == Tag::Propn) && own.tag == Tag::Propn;
    if name {
        // "Ann Smith" is not John Smith.
        let around = reading.names.get(reading.names_before(first.token as usize));
        let inside =
            around.is_some_and(|name| name.core.start < first.token && name.core.contains(first.token));
        return !inside && shown.item < occurrence.item;
    }
    if words.len() > 1 {
        return beside.is_none_or(|before| !matches!(before.tag, Tag::Noun | Tag::Propn));
    }
    let determiner = (first.token as usize).checked_sub(1).map(|at| reading.lower(at));
    beside.is_none()
        && shown.item < occurrence.item
        && reading.words.lower(last.word(reading)) == reading.words.lower(own.word(reading))
        && determiner
            .is_some_and(|word| one_of!(word, "the this that these those its their his her our both"))
}

/// What is gathered of one group.
#[derive(Debug, Default)]
struct Gathered {
    surfaces: Surfaces,
    mentions: Vec<Span>,
}

impl Gathered {
    /// Adds the words of an occurrence, `shown` where it is of the form that is shown.
    #[inline(never)]
    fn add(&mut self, reading: &Reading<'_>, words: &[Item], shown: bool) {
        let (span, negation) = widened(reading, words);
        self.mentions.push(span);
        if shown {
            self.surfaces.add(reading, words, negation, span);
        }
    }

    /// The text of the group, and its mentions in order of the text.
    #[inline(never)]
    fn finish(self, reading: &Reading<'_>) -> (String, Vec<Span>) {
        let mut mentions = self.mentions;
        sort_by_number(&mut mentions, |span| pair(span.start, !span.end));
        let mut end = 0;
        mentions.retain(|span| {
            let apart = span.start >= end;
            end = end.max(span.end);
            apart
        });
        (self.surfaces.best(reading), mentions)
    }
}

/// The words, with a negation before them that they would mean the opposite without: "no confidence vote", "not
/// guilty plea".
#[inline(never)]
fn widened(reading: &Reading<'_>, words: &[Item]) -> (Span, Option<u32>) {
    let span = runs::span(reading, words);
    let before = words.first().and_then(|item| item.token.checked_sub(1));
    let negation = before.and_then(|before| reading.tokens.get(before as usize)).filter(|before| {
        let described = matches!(words, [first, _, ..] if first.tag == Tag::Adj);
        before.span.end < span.start
            && match reading.words.lower_text(before.word) {
                "no" | "non" => true,
                "not" => described,
                _ => false,
            }
    });
    negation.map_or((span, None), |before| (before.span.join(span), Some(before.word.0)))
}

/// The ways in which one phrase is written, and how often; in order of the text.
#[derive(Debug, Default)]
struct Surfaces {
    list: Vec<(Span, Vec<u32>, u32)>,
}

impl Surfaces {
    /// More ways than this are not told apart.
    const MOST: usize = 8;

    #[inline(never)]
    fn add(&mut self, reading: &Reading<'_>, words: &[Item], negation: Option<u32>, span: Span) {
        // A title has capitals of its own; what the text says counts more.
        let token = words.first().map_or(0, |item| item.token);
        let in_title = reading
            .sentences
            .get(reading.sentence_at(token))
            .and_then(|sentence| reading.blocks.get(sentence.block as usize))
            .is_some_and(|block| block.kind == BlockKind::Title);
        let weight = if in_title { 1 } else { 1000 };
        let written = || negation.into_iter().chain(words.iter().map(|item| item.word(reading).0));
        if let Some(known) = self.list.iter_mut().find(|known| known.1.iter().copied().eq(written())) {
            known.2 = known.2.saturating_add(weight);
        } else if self.list.len() < Self::MOST {
            self.list.push((span, written().collect(), weight));
        }
    }

    #[inline(never)]
    fn best(&self, reading: &Reading<'_>) -> String {
        let mut best: Option<&(Span, Vec<u32>, u32)> = None;
        for surface in &self.list {
            if best.is_none_or(|best| surface.2 > best.2) {
                best = Some(surface);
            }
        }
        reading.on_one_line(best.map(|(span, ..)| *span).unwrap_or_default())
    }
}
