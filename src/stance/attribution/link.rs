//! Quotations that no cue has claimed: the next sentence of the same speech, the next paragraph of a run, words
//! whose speaker only the sentence around or before them tells (compare O'Keefe et al. 2012, who label every
//! quotation in sequence). Short ones that stand alone are scare quotes and are left.

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::Frames;
use super::nominal::Asides;
use super::quotes::Quotation;
use super::scan::range;
use crate::article::BlockKind;
use crate::collections::sort_by_number;
use crate::language::{Tag, TokenRange, words};

/// Shortest quotation, in tokens, that is taken as something said.
pub(super) const SHORTEST: usize = 4;

/// Where a quotation without a cue belongs.
enum Home {
    /// With an attribution that has been found: one more part of its content.
    Draft(usize),
    /// With a subject that no cue goes with.
    Subject(TokenRange),
    /// With nobody.
    Nobody,
}

impl Finder<'_, '_> {
    /// Gives every quotation of four or more words that is in no content to the speaker it belongs to.
    #[inline(never)]
    pub(super) fn link_quotations(&self, drafts: &mut Vec<Draft>) {
        let quotations = &self.scan.quotes.all;
        let claimed = self.claimed(drafts);
        // The attribution that speaks last before a quotation may own it.
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        sort_by_number(&mut order, |&draft| first_token(&drafts[draft]).into());
        let mut next = 0;
        let mut speaking: Option<usize> = None;
        for (quotation, &claimed) in quotations.iter().zip(&claimed) {
            while next < order.len() && first_token(&drafts[order[next]]) <= quotation.tokens.start {
                let draft = &drafts[order[next]];
                // What somebody reports inside a quotation says nothing of whose the next one is.
                if draft.cue.is_some_and(|cue| self.scan.quotes.hold(cue.range().start)) {
                    next += 1;
                    continue;
                }
                let quotes = draft.content.iter().any(|content| self.scan.quotes.hold(content.range().start));
                if quotes || speaking.is_none_or(|speaking| drafts[speaking].sentence != draft.sentence) {
                    speaking = Some(order[next]);
                }
                next += 1;
            }
            if claimed || quotation.tokens.len() < SHORTEST || self.is_title(quotation.tokens) {
                continue;
            }
            if let Some(draft) = self.signed(quotation) {
                // "“Bridge to reopen” — Elmford Herald, August 2" says what was printed where, not who said it.
                let close = draft.source.map_or(0, |source| source.range().end);
                if !(self.scan.is_comma(close) && self.scan.is_time(close + 1)) {
                    drafts.push(draft);
                }
                continue;
            }
            match self.home(quotation, speaking, drafts, &order[..next]) {
                // "said the crew “were tired. They had to rest.”": the sentence ends before the quotation.
                Home::Draft(draft) => match drafts[draft].content.last_mut() {
                    Some(last)
                        if last.start < quotation.tokens.start && last.end > quotation.tokens.start =>
                    {
                        last.end = last.end.max(quotation.tokens.end);
                    }
                    _ => drafts[draft].content.push(quotation.tokens),
                },
                home => {
                    let source = match home {
                        Home::Subject(subject) => Some(subject),
                        _ => None,
                    };
                    drafts.push(Draft {
                        source,
                        content: vec![quotation.tokens],
                        sentence: self.sentence_of(quotation.tokens.range().start),
                        tells_act: false,
                        ..Draft::default()
                    });
                    if source.is_some() {
                        speaking = Some(drafts.len() - 1);
                    }
                }
            }
        }
    }

    /// "“Nobody wants this ferry.” — Ada Park": a dash and a name under the words.
    #[inline(never)]
    fn signed(&self, quotation: &Quotation) -> Option<Draft> {
        let scan = &self.scan;
        let mut dash = quotation.tokens.range().end;
        while scan.is_quote_mark(dash) || scan.is(dash, words![".", "!", "?"]) {
            dash += 1;
        }
        let sentence = self.sentence_of(dash);
        let end = scan.reading.sentences.get(sentence)?.tokens.range().end;
        let name = dash + 1;
        if !scan.is_dash(dash) || scan.tag(name) != Tag::Propn {
            return None;
        }
        let close = scan.full_noun_after(name, end, Asides::None)?;
        let alone = close >= end || scan.is_quote_mark(close) || scan.is(close, words![",", ".", "("]);
        alone.then(|| Draft {
            source: Some(range(name, close)),
            cue: Some(range(dash, name)),
            content: vec![quotation.tokens],
            sentence: self.sentence_of(quotation.tokens.range().start),
            tells_act: false,
            ..Draft::default()
        })
    }

    /// Where a quotation belongs; `before` are the attributions that begin before it, in order.
    #[inline(never)]
    fn home(
        &self,
        quotation: &Quotation,
        speaking: Option<usize>,
        drafts: &[Draft],
        before: &[usize],
    ) -> Home {
        let scan = &self.scan;
        let first = quotation.tokens.range().start;
        let sentence = self.sentence_of(first);
        let block =
            |sentence: usize| scan.reading.sentences.get(sentence).map_or(0, |sentence| sentence.block);
        let alone = self.stands_alone(quotation.tokens);
        if let Some(draft) = speaking {
            let spoken = &drafts[draft];
            let same_block = block(spoken.sentence) == quotation.block;
            let last_block = block(self.sentence_of(last_token(spoken) as usize)) + 1 >= quotation.block;
            let quoted = spoken.content.iter().any(|content| scan.quotes.hold(content.range().start));
            if quotation.goes_on || alone && same_block || alone && last_block && quoted {
                return Home::Draft(draft);
            }
        }
        let start =
            scan.reading.sentences.get(sentence).map_or(first, |sentence| sentence.tokens.range().start);
        // The sentence around it: a source that reports there already, or its subject.
        if !alone {
            let here = before.iter().rev().copied().take_while(|&draft| drafts[draft].sentence == sentence);
            let near = here.into_iter().find(|&draft| {
                drafts[draft].source.is_some()
                    && drafts[draft].cue.is_some_and(|cue| (cue.end as usize) <= first)
            });
            return match (near, self.last_subject(start, first)) {
                (Some(draft), _) => Home::Draft(draft),
                (None, Some(subject)) => Home::Subject(subject),
                (None, None) => Home::Nobody,
            };
        }
        // The sentence before it ends in a colon: "She went further: “…”".
        let before = start.checked_sub(1).filter(|&last| scan.is(last, words![":"]));
        let subject = before.and_then(|last| {
            let start = scan.reading.sentences.get(self.sentence_of(last))?.tokens.range().start;
            self.last_subject(start, last)
        });
        // A heading in quotation marks is shorter.
        const LONG: usize = 7;
        let told = || self.told_of_before(sentence, quotation.block);
        let subject = subject.or_else(|| (quotation.tokens.len() >= LONG).then(told).flatten());
        subject.map_or(Home::Nobody, Home::Subject)
    }

    /// Whom the sentence before tells of: "Ada Park was blunt. “Nobody wants this ferry.”"
    #[inline(never)]
    fn told_of_before(&self, sentence: usize, block: u32) -> Option<TokenRange> {
        let scan = &self.scan;
        let before = scan.reading.sentences.get(sentence.checked_sub(1)?)?;
        let prose = scan.reading.blocks.get(before.block as usize)?.kind == BlockKind::Paragraph;
        if !prose || before.block + 1 < block {
            return None;
        }
        let own = |subject: &Subject| subject.adjacent && subject.antecedent.is_none();
        let named = |subject: &Subject| {
            let first = subject.tokens.range().start;
            scan.tag(first) == Tag::Propn || scan.is(first, words!["he", "she"])
        };
        let subject = |at| self.subject_from(at).filter(own).filter(named);
        before.tokens.range().find_map(subject).map(|subject| subject.tokens)
    }

    /// The subject of the verb with a tense that begins at a token, outside quotations.
    pub(super) fn subject_from(&self, at: usize) -> Option<Subject> {
        let group = self.scan.finite_from(at)?;
        let quoted = self.scan.quotes.hold(group.head as usize);
        self.scan.phrase_index(at).filter(|_| !quoted).and_then(|index| self.subject(index))
    }

    /// The subject of the last verb with a tense between two tokens, outside quotations.
    #[inline(never)]
    pub(super) fn last_subject(&self, start: usize, end: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        (start..end).rev().find_map(|at| {
            let subject = self.subject_from(at)?;
            let relative = subject.antecedent.is_some();
            let empty = subject.tokens.len() == 1
                && scan.is(
                    subject.tokens.start as usize,
                    words!["it", "that", "this", "there", "which", "what"],
                );
            (!relative && !empty).then_some(subject.tokens)
        })
    }

    /// Whether quoted words are the title of a work: every longer word begins with a capital.
    #[inline(never)]
    fn is_title(&self, quoted: TokenRange) -> bool {
        const LONGEST: usize = 16;
        let scan = &self.scan;
        let small = |at: usize| {
            let word = scan.reading.written(at);
            word.len() > 4 && word.chars().all(char::is_lowercase)
        };
        let capitals = quoted
            .range()
            .filter(|&at| scan.reading.written(at).chars().next().is_some_and(char::is_uppercase));
        quoted.len() <= LONGEST && !quoted.range().any(small) && capitals.count() * 2 >= quoted.len()
    }

    /// Which quotations lie in the content of some attribution.
    #[inline(never)]
    fn claimed(&self, drafts: &[Draft]) -> Vec<bool> {
        let scan = &self.scan;
        let mut claimed = vec![false; scan.quotes.all.len()];
        for content in drafts.iter().flat_map(|draft| &draft.content) {
            let mut at = content.range().start;
            while at < content.range().end {
                let Some(quotation) = scan.quotes.at(at) else {
                    at += 1;
                    continue;
                };
                let quoted = scan.quotes.all[quotation].tokens;
                // "“PARK: We will wait": the words after who says them.
                const WHO: u32 = 4;
                claimed[quotation] |= content.start <= quoted.start + WHO && quoted.end <= content.end + 1;
                at = quoted.range().end.max(at + 1);
            }
        }
        claimed
    }

    /// Whether a quotation makes up its sentences alone, without words of the reporter in them but a remark in brackets:
    /// "“We will wait” (applause)."
    #[inline(never)]
    fn stands_alone(&self, quoted: TokenRange) -> bool {
        let scan = &self.scan;
        let quoted = quoted.range();
        let sentence = |at: usize| {
            scan.reading.sentences.get(self.sentence_of(at)).map(|sentence| sentence.tokens.range())
        };
        let first = sentence(quoted.start).map_or(quoted.start, |tokens| tokens.start);
        let last = sentence(quoted.end - 1).map_or(quoted.end, |tokens| tokens.end);
        let words = |start: usize, end: usize| {
            let mut open = 0_i32;
            (start..end)
                .filter(|&at| {
                    open += i32::from(scan.is(at, words!["(", "["]));
                    open = (open - i32::from(scan.is(at, words![")", "]"]))).max(0);
                    // "(Nora Bell told reporters)" is no remark.
                    let tells =
                        || scan.tag(at) == Tag::Propn || scan.in_verb(at) && scan.has_entry(at, Frames::ANY);
                    (open == 0 || tells()) && scan.tag(at) != Tag::Punct && !scan.is_quote_mark(at)
                })
                .count()
        };
        words(first, quoted.start) <= 1 && words(quoted.end, last) == 0
    }
}

/// Where an attribution begins.
pub(super) fn first_token(draft: &Draft) -> u32 {
    let content = draft.content.iter().map(|content| content.start).min().unwrap_or(u32::MAX);
    draft.cue.map_or(content, |cue| cue.start.min(content))
}

fn last_token(draft: &Draft) -> u32 {
    let content = draft.content.iter().map(|content| content.end.saturating_sub(1)).max().unwrap_or(0);
    draft.cue.map_or(content, |cue| content.max(cue.start))
}
