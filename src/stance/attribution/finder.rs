//! The order of the rules, and what they share.

use super::clause::{self, Subject};
use super::draft::Draft;
use super::frames::Frames;
use super::kind_of;
use super::link::first_token;
use super::scan::{Scan, range};
use crate::analysis::AttributionKind;
use crate::collections::{Marks, sort_by_number};
use crate::language::{PhraseKind, Reading, Sentence, Tag, TokenRange, WordId, words};

/// An article with what every rule needs to know of it.
pub(super) struct Finder<'r, 't> {
    pub(super) scan: Scan<'r, 't>,
    /// Subject of every verb group, by index of its phrase, as far as sentences have been read.
    pub(super) subjects: Vec<Option<Subject>>,
    /// What [`subject_phrases`](Self::subject_phrases) gives, as far as sentences have been read.
    subject_phrases: Vec<TokenRange>,
    /// The last names of those who report, where the article is a transcript.
    pub(super) transcript: Option<Vec<WordId>>,
    /// The first token of its last turn.
    pub(super) last_turn: usize,
    /// Whether a name in capitals stands before the words of some turn.
    pub(super) named_turn: bool,
}

impl<'r, 't> Finder<'r, 't> {
    #[inline(never)]
    pub(super) fn new(reading: &'r Reading<'t>) -> Self {
        let scan = Scan::new(reading);
        let mut finder = Self {
            scan,
            subjects: Vec::with_capacity(reading.phrases.len()),
            subject_phrases: Vec::new(),
            transcript: None,
            last_turn: 0,
            named_turn: false,
        };
        finder.find_turns();
        finder
    }

    /// Every attribution of the article, in order of the text, and what is told that nobody said.
    #[inline(never)]
    pub(super) fn find(&mut self) -> (Vec<Draft>, Vec<TokenRange>) {
        /// How many sentences further the subjects are known that rules ask for.
        const AHEAD: usize = 8;
        let reading = self.scan.reading;
        let (mut drafts, mut unsaid) = (Vec::new(), Vec::new());
        let mut ahead = reading.sentences.iter();
        ahead.by_ref().take(AHEAD).for_each(|sentence| self.find_subjects(sentence));
        for (index, sentence) in reading.sentences.iter().enumerate() {
            if let Some(sentence) = ahead.next() {
                self.find_subjects(sentence);
            }
            let content =
                reading.blocks.get(sentence.block as usize).is_some_and(|block| block.kind.is_content());
            if content {
                self.read_sentence(index, &mut drafts, &mut unsaid);
            }
            drafts.extend(self.signed_post(index));
        }
        self.sort_out_nested(&mut drafts);
        self.link_quotations(&mut drafts);
        sort_by_number(&mut drafts, |draft| first_token(draft).into());
        (drafts, unsaid)
    }

    /// Finds the subjects of a sentence, and where "his" and "her" stand before what is somebody's.
    #[inline(never)]
    fn find_subjects(&mut self, sentence: &Sentence) {
        let scan = &self.scan;
        let found = clause::find_subjects(scan, sentence, &mut self.subjects);
        // Nobody whom a speaker talks of is the "he" or "she" who says so, and pronouns in somebody's own words mean
        // whomever that speaker has in mind.
        let quoted = |at: usize| scan.quotes.hold(at);
        let own = found
            .iter()
            .flatten()
            .filter(|subject| subject.adjacent && !quoted(subject.tokens.range().start));
        self.subject_phrases.extend(own.map(|subject| subject.referent()));
        // Whose something is, is asked of "his" and "her" as well.
        let owners = sentence.tokens.range().filter(|&at| {
            scan.rule_word(at).is(words!["his", "her"])
                && !quoted(at)
                && matches!(scan.tag(at + 1), Tag::Noun | Tag::Adj)
        });
        self.subject_phrases.extend(owners.map(|at| range(at, at + 1)));
    }

    /// Leaves out acts and wishes inside what somebody is reported to say: in "she said the board wants to wait" the board
    /// says nothing. What others said, believe or fear stays, and so do words that are quoted. And in "Ada Park, who
    /// added that it was late, said" what she reports in a clause of its own is no part of the source around it.
    #[inline(never)]
    fn sort_out_nested(&self, drafts: &mut Vec<Draft>) {
        // The tokens that some content covers, and where a clause of reporting begins.
        let tokens = self.scan.reading.tokens.len();
        let (mut reported, mut begins) = (Marks::with_room_for(tokens), Marks::with_room_for(tokens));
        for draft in &*drafts {
            draft.content.iter().for_each(|content| reported.add(content.range()));
            if let Some(first) = draft.source.filter(|_| draft.antecedent.is_some()).or(draft.cue) {
                let first = first.range().start;
                begins.add(first..first + 1);
            }
        }
        drafts.retain_mut(|draft| {
            if let Some(source) = &mut draft.source {
                let set_off = |at: usize| self.scan.is_comma(at) || self.scan.is_dash(at);
                let inside = source.range().skip(1).find(|&at| begins.has(at) && set_off(at - 1));
                source.end = inside.map_or(source.end, |at| at as u32);
            }
            let Some(cue) = draft.cue.map(|cue| cue.start as usize) else { return true };
            !reported.has(cue)
                || !draft.tells_act
                || !self.scan.quotes.hold(cue) && kind_of(self, &draft.content) != AttributionKind::Report
        });
    }

    #[inline(never)]
    fn read_sentence(&self, index: usize, drafts: &mut Vec<Draft>, unsaid: &mut Vec<TokenRange>) {
        let reading = self.scan.reading;
        let Some(sentence) = reading.sentences.get(index) else { return };
        let tokens = sentence.tokens.range();
        drafts.extend(self.colon_speaker(index));
        let mut at = tokens.start;
        let mut number = reading.phrase_from(at);
        while at < tokens.end {
            let phrase = reading.phrases.get(number).filter(|phrase| phrase.tokens.start as usize == at);
            let found = match phrase {
                // A sign reports nothing.
                None if self.scan.tag(at) == Tag::Punct => None,
                None => self.according(at, index).or_else(|| self.of_adjective(at, index)),
                Some(phrase) if phrase.kind == PhraseKind::Noun => self.of_noun(phrase, number, index),
                Some(phrase) => {
                    let head = phrase.head as usize;
                    // "are worried that": the participle is the end of its verb group.
                    let felt = self.of_adjective(head, index);
                    felt.or_else(|| self.of_verb(number, index)).or_else(|| self.according(head, index))
                }
            };
            match (found, phrase) {
                (Some(draft), _) => drafts.push(draft),
                (None, Some(phrase)) => unsaid.extend(self.unsaid(phrase, index)),
                (None, None) => {}
            }
            at = phrase.map_or(at + 1, |phrase| phrase.tokens.range().end);
            number += usize::from(phrase.is_some());
        }
    }

    /// Whether a record tells of nothing that was said: "wants to go", "concerns about the dam".
    pub(super) fn is_bare(&self, frames: Frames, draft: &Draft) -> bool {
        frames.has(Frames::QUOTED)
            && draft.tells_act
            && kind_of(self, &draft.content) == AttributionKind::Report
    }

    /// The subject of the verb group with this index.
    pub(super) fn subject(&self, index: usize) -> Option<Subject> {
        self.subjects.get(index).copied().flatten()
    }

    /// The same, where it stands right before its verb.
    #[inline(never)]
    pub(super) fn adjacent_subject(&self, index: usize) -> Option<Subject> {
        self.subject(index).filter(|subject| subject.adjacent)
    }

    /// Index of the sentence that a token lies in.
    pub(super) fn sentence_of(&self, token: usize) -> usize {
        let reading = self.scan.reading;
        reading.sentence_at(token as u32).min(reading.sentences.len().saturating_sub(1))
    }

    /// The subjects of verbs with a tense, and "his" and "her", in order of the text.
    pub(super) fn subject_phrases(&mut self) -> Vec<TokenRange> {
        let mut phrases = std::mem::take(&mut self.subject_phrases);
        sort_by_number(&mut phrases, |phrase| phrase.start.into());
        phrases
    }
}
