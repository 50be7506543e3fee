//! Reporting verbs: "the mayor said that …", "urged voters to …", "…, said the mayor", "was quoted as saying".

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Frames, Verb};
use super::link::SHORTEST;
use super::passives::QUOTED;
use super::scan::range;
use super::valency::Complement;
use crate::bytes::one_of;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};

/// One verb group with one lexicon entry, in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Cue<'r> {
    pub(super) group: &'r Phrase,
    pub(super) index: usize,
    pub(super) verb: Verb,
    /// First token after the words of the entry.
    pub(super) after: usize,
    /// First token of the sentence, and first after its last word.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sentence: usize,
}

impl Cue<'_> {
    /// Its main verb.
    pub(super) fn head(&self) -> usize {
        self.group.head as usize
    }

    /// The first token of its verb group.
    pub(super) fn first(&self) -> usize {
        self.group.tokens.range().start
    }
}

/// Verbs and adjectives that say how an act of reporting began or went on, before its infinitive, "on to" or "by".
const BEGINS: &[RuleWord] = words![
    "continued", "continues", "continue", "continuing", "began", "started", "proceeded", "quick", "went",
    "goes", "going", "concluded"
];

impl<'r> Finder<'r, '_> {
    /// The attribution that a verb group makes, if its verb reports and something is reported.
    #[inline(never)]
    pub(super) fn of_verb(&self, index: usize, sentence: usize) -> Option<Draft> {
        let group = self.scan.reading.phrases.get(index)?;
        let head = group.head as usize;
        let PhraseKind::Verb { passive, negated, .. } = group.kind else { return None };
        let (start, end) = self.scan.body_of(sentence)?;
        // Most verbs have no entry and stand beside no quotation.
        let listed = self.scan.lexeme(head).is_some_and(|lexeme| lexeme.verb.is_some());
        if !listed && !self.scan.is_quote_mark(start) && !self.scan.is_quote_mark(head + 2) {
            return None;
        }
        // "the so-called plan": the end of a compound tells nothing that was said.
        if head
            .checked_sub(1)
            .is_some_and(|before| self.scan.is(before, words!["-"]) && !self.scan.is_dash(before))
        {
            return None;
        }
        if self.scan.quotes.hold(head) && !self.reports_inside_quotation(index, group) {
            return None;
        }
        // "No one said so", "neither man has been accused of it", "you know"
        let nobody = self.subject(index).is_some_and(|subject| {
            let tokens = subject.referent();
            self.scan.is(tokens.range().start, words!["no", "nobody", "neither", "none", "you"])
        });
        if nobody
            || self.scan.is(head, words!["heard"]) && !self.is_hearing(index)
            || self.is_label(group)
            || !self.took_place(group, negated)
            || self.is_withheld(group)
            || self.is_nobodys(index, group)
            || self.lends_tense(group, sentence)
        {
            return None;
        }
        let known = self.scan.verb_entries(head).find_map(|(verb, after)| {
            // "insisted on Tuesday that": the preposition belongs to the day.
            if after > head + 1
                && self.scan.is(after - 1, words!["on", "in", "at"])
                && self.scan.is_time(after)
            {
                return None;
            }
            let cue = Cue { group, index, verb, after, start, end, sentence };
            let found = if passive || self.is_reduced_passive(head, start) {
                self.passive(&cue)
            } else {
                self.active(&cue).map(|draft| self.led_up_to(draft, start, end))
            };
            let only_quoted = if self.is_of_things(&cue) { Frames::QUOTED } else { verb.frames };
            // "agreed to a plan that fails" is no "agreed that it fails": a longer entry decides.
            found.map(|draft| (!self.is_bare(only_quoted, &draft)).then_some(draft))
        });
        let verb = Verb { frames: Frames::SAYING, rest: "" };
        let cue = Cue { group, index, verb, after: head + 1, start, end, sentence };
        known.unwrap_or_else(|| {
            // "the hearings have, “in effect,” failed": no verb of its own.
            let helps = one_of!(self.scan.lower(head), "have has had is was are were be");
            (!passive && !helps && self.scan.is_finite(group) && self.scan.tag(head) == Tag::Verb)
                .then(|| self.beside_speech(&cue))
                .flatten()
        })
    }

    /// Whether whoever heard something is a court or its like, which somebody tells what it hears.
    #[inline(never)]
    pub(super) fn is_hearing(&self, index: usize) -> bool {
        let subject = self.subject(index).map(|subject| subject.referent());
        subject.and_then(|subject| self.scan.noun_from(subject.range().start)).is_some_and(|noun| {
            one_of!(
                self.scan.lower(noun.head as usize),
                "court jury jurors inquest tribunal hearing trial inquiry panel committee magistrates mps bailey judge councillors"
            )
        })
    }

    /// "“It failed!” the mayor beamed", "She boomed, “It failed!”": whatever verb stands right beside what is said, says it.
    #[inline(never)]
    fn beside_speech(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let pause = |at: usize| scan.is_comma(at) || scan.is(at, words!["?", "!", ":"]);
        let subject = self.subject(cue.index).filter(|subject| subject.antecedent.is_none());
        let adjacent = subject.filter(|subject| subject.adjacent).map(|subject| subject.tokens.range().start);
        if let Some(opening) = self.opens_quotation(cue.start) {
            let close = opening.range().end;
            let first = adjacent.unwrap_or(cue.first());
            // "“…,” which hinges on it": what was said does something itself.
            let beside = pause(close - 1)
                && close < first
                && (close..first).all(|at| scan.is_quote_mark(at))
                && !scan.is(first, words!["which"]);
            return beside.then(|| self.active(cue)).flatten();
        }
        let quoted = self.opens_quotation(cue.after + 1).filter(|_| pause(cue.after) && subject.is_some())?;
        (quoted.len() >= SHORTEST).then(|| self.draft(cue, vec![quoted]))
    }

    /// Inside somebody's own words only what a third person plainly said counts: "I think" and "we want" are the
    /// speaker's own position, not a report.
    fn reports_inside_quotation(&self, index: usize, group: &Phrase) -> bool {
        let Some(subject) = self.subject(index) else { return false };
        // "They say", "people told me": whom a speaker leaves unnamed, the article cannot quote either.
        let is_named = subject.tokens.range().any(|at| self.scan.tag(at) == Tag::Propn);
        // "Ada Park and her friends think that …": a belief of somebody named is theirs, whoever tells of it.
        let thinks = self.scan.is(group.head as usize + 1, words!["that"]);
        let frames = if thinks { Frames::SAYING.with(Frames::CLAUSE) } else { Frames::SAYING };
        let reports = self.scan.has_entry(group.head as usize, frames);
        reports && is_named && self.scan.is_finite(group) && subject.adjacent && subject.antecedent.is_none()
    }

    /// The words of the cue: main verb to the end of the entry.
    fn cue_tokens(&self, cue: &Cue<'_>) -> TokenRange {
        let head = cue.head();
        // "was quoted as saying": all three words report.
        let quoted = self.quoted_before(head, cue.start).filter(|&quoted| quoted + 2 == head);
        range(quoted.or_else(|| self.begun(cue)).unwrap_or(head), cue.after)
    }

    /// Where a predicate of several words begins: "went on to say", "is quick to point out", "began by saying".
    #[inline(never)]
    fn begun(&self, cue: &Cue<'_>) -> Option<usize> {
        let scan = &self.scan;
        let first = cue.first();
        let before = first.checked_sub(1).filter(|&before| before > cue.start)?;
        let infinitive = cue.group.is_infinitive();
        let on = usize::from(scan.is(before, words!["on", "by"]));
        let opens = before - on;
        ((infinitive || on > 0) && scan.is(opens, BEGINS)).then_some(opens).or_else(|| {
            // "issued a statement on Monday saying"
            let time = scan.time_start(first, cue.start).unwrap_or(first);
            let noun = scan.phrase(time.checked_sub(1)?).filter(|noun| noun.kind == PhraseKind::Noun)?;
            let tokens = TokenRange { end: time as u32, ..noun.tokens };
            let issued = scan.ends_in_ing(first) && scan.is_issued(tokens);
            let verb = noun.tokens.range().start.checked_sub(1).filter(|_| issued)?;
            Some(verb - usize::from(scan.is(verb, words!["out"]) && verb > cue.start))
        })
    }

    /// The participle of "was quoted as saying" and "was quoted by the Herald as saying", before the word at `head`.
    fn quoted_before(&self, head: usize, floor: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 8;
        let scan = &self.scan;
        let as_ = head.checked_sub(1).filter(|&at| at > floor && scan.is(at, words!["as"]))?;
        let nearest =
            (floor.max(as_.saturating_sub(LONGEST_NAME))..as_).rev().find(|&at| scan.in_verb(at))?;
        let quotes = scan.is(nearest, QUOTED) && (nearest + 1 == as_ || scan.is(nearest + 1, words!["by"]));
        quotes.then_some(nearest)
    }

    #[inline(never)]
    pub(super) fn draft(&self, cue: &Cue<'_>, content: Vec<TokenRange>) -> Draft {
        // "The court heard that Webb had lied": its subject is the hearer, and whoever spoke is not named.
        let heard = self.scan.is(cue.head(), words!["heard"]);
        let subject = self.subject(cue.index).filter(|_| !heard);
        // "The Herald quoted Park as saying": Park's words.
        let quoted = self.quoted_speaker(cue);
        let subject = quoted.map(Subject::before).or(subject);
        Draft {
            source: subject.map(|subject| subject.tokens),
            antecedent: subject.and_then(|subject| subject.antecedent),
            cue: Some(self.cue_tokens(cue)),
            content,
            sentence: cue.sentence,
            tells_act: false,
        }
    }

    #[inline(never)]
    fn active(&self, cue: &Cue<'r>) -> Option<Draft> {
        let frames = cue.verb.frames;
        if (frames.has(Frames::CLAUSE) || frames.has(Frames::QUOTE) && self.follows_quotation(cue))
            && let Some(draft) = self.inverted(cue).or_else(|| self.parenthetical(cue))
        {
            return Some(draft);
        }
        if let Some(Complement { content, tells_act }) = self.complement(cue) {
            return Some(Draft { tells_act, ..self.draft(cue, vec![content]) });
        }
        let quoted = self.quoted_before(cue.head(), cue.start)?;
        let content = self.before_quoted(cue, self.scan.phrase_index(quoted)?, cue.after)?;
        Some(self.draft(cue, content))
    }

    /// "“…,” she beamed", "“…,” beamed the mayor".
    fn follows_quotation(&self, cue: &Cue<'_>) -> bool {
        let subject = self.adjacent_subject(cue.index);
        let first = cue.first();
        let closes = |at: usize| at > cue.start && self.scan.is_quote_mark(at - 1);
        closes(first) || subject.is_some_and(|subject| closes(subject.tokens.range().start))
    }
}
