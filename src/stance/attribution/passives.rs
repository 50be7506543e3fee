//! Passives: "was quoted as saying", "was told that", "is believed to", "was criticised by X".

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Frames, Verb};
use super::nominal::Asides;
use super::scan::range;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};

/// Passives that say that somebody's words were passed on.
pub(super) const QUOTED: &[RuleWord] = words!["quoted", "cited", "reported", "heard", "recorded"];

/// Frames of verbs whose passive may bring in an infinitive: "was urged to", "is believed to".
const ACTS: Frames =
    Frames::TO.with(Frames::HEARER_TO).with(Frames::HEARER).with(Frames::CLAUSE).with(Frames::AS);

impl<'r> Finder<'r, '_> {
    /// Whoever stands between "quoted" and "as saying".
    pub(super) fn quoted_speaker(&self, cue: &Cue<'_>) -> Option<TokenRange> {
        let scan = &self.scan;
        let as_ = cue.head().checked_sub(1).filter(|&as_| as_ > cue.start)?;
        if !scan.is(as_, words!["as"]) || !scan.ends_in_ing(as_ + 1) {
            return None;
        }
        let verb = (cue.start..as_).rev().find(|&at| scan.in_verb(at))?;
        let whole = scan.full_noun_after(verb + 1, as_, Asides::Open).is_some_and(|end| end == as_);
        (whole && one_of!(scan.lower(verb), "quoted quotes quoting cited cites citing"))
            .then(|| range(verb + 1, as_))
    }

    /// "was quoted as saying by X", "was told that", "is expected to", "was criticised by X".
    #[inline(never)]
    pub(super) fn passive(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let by = self.by_phrase(cue.after, cue.end);
        let source = by.map(|(_, source)| source);
        // "was told by the mayor | that", "quoted by the Herald | as saying"
        let between = by.filter(|&(at, _)| at == cue.after).map(|(_, source)| source);
        let after = between.map_or(cue.after, |source| source.range().end);
        if scan.is(cue.head(), QUOTED) && scan.is(after, words!["as"]) && scan.ends_in_ing(after + 1) {
            return self.quoted_as_saying(cue, source?, after + 2);
        }
        if let Some(draft) = between.and_then(|source| self.as_reported(cue, source)) {
            return Some(draft);
        }
        let patient = self.subject(cue.index).map(Subject::referent);
        let mut content = self.brought_in(cue, patient, source, after);
        if content.is_empty()
            && let Some(name) = self.called(cue, source, after)
        {
            content.extend(patient);
            content.push(name);
        }
        if content.is_empty() {
            content.extend(self.asked_about(cue));
        }
        // "Webb had no licence, the court was told."
        if content.is_empty() && scan.is(cue.head(), words!["told"]) && self.is_hearing(cue.index) {
            let verb = Verb { frames: Frames::CLAUSE, rest: "" };
            content = self.parenthetical(&Cue { verb, ..*cue })?.content;
        }
        (!content.is_empty()).then(|| Draft { source, antecedent: None, ..self.draft(cue, content) })
    }

    /// "was quoted as saying by the Herald", "was quoted by the Herald as saying": the other record, for the one who quotes.
    fn quoted_as_saying(&self, cue: &Cue<'r>, source: TokenRange, after: usize) -> Option<Draft> {
        let clause = self.clausal(cue, after).map(|clause| vec![clause]);
        let content = clause.or_else(|| self.before_quoted(cue, cue.index, after))?;
        Some(Draft { source: Some(source), antecedent: None, ..self.draft(cue, content) })
    }

    /// "As reported by the Herald, the mayor left".
    fn as_reported(&self, cue: &Cue<'_>, source: TokenRange) -> Option<Draft> {
        let as_ = cue.first().checked_sub(1).filter(|&as_| as_ >= cue.start)?;
        let said = self.scan.is(as_, words!["as"]);
        let draft = said.then(|| self.as_said(&Cue { after: source.range().end, ..*cue }, as_)).flatten()?;
        let cue = Some(range(cue.head(), cue.after));
        Some(Draft { source: Some(source), antecedent: None, cue, ..draft })
    }

    /// "It was claimed | that …", "the town | was urged | to wait", "the plan | was praised | as safe", "the plan | was
    /// endorsed by the guild": what stands after a passive, and before it where that is a part of what is reported.
    #[inline(never)]
    fn brought_in(
        &self,
        cue: &Cue<'r>,
        patient: Option<TokenRange>,
        source: Option<TokenRange>,
        after: usize,
    ) -> Vec<TokenRange> {
        let (scan, frames) = (&self.scan, cue.verb.frames);
        let empty = patient.is_none_or(|tokens| scan.is(tokens.start as usize, words!["it", "there"]));
        if frames.has(Frames::CLAUSE)
            && (empty || frames.has(Frames::HEARER))
            && let Some(clause) = self.clausal(cue, after)
        {
            return vec![clause];
        }
        let act = || {
            let to = after + usize::from(scan.is(after, words!["not"]));
            scan.verb_from(to).is_some_and(Phrase::is_infinitive)
        };
        let end = if frames.has(ACTS) && act() {
            Some(self.clause_end(cue, after + 1))
        } else if scan.is(after, words!["as"]) && frames.has(Frames::AS.with(Frames::POSITION))
            || scan.is(after, words!["of", "for"]) && frames.has(Frames::POSITION)
        {
            Some(self.nominal_end(cue, after + 1))
        } else {
            None
        };
        // "seen by the Herald" reports nothing.
        let whole = source.is_some()
            && !scan.is(cue.head(), words!["seen", "found", "heard"])
            && frames.has(Frames::NP.with(Frames::AS).with(Frames::CLAUSE))
            && !frames.has(Frames::POSITION.with(Frames::HEARER));
        let patient = patient.filter(|_| end.is_some() || whole);
        patient.into_iter().chain(end.map(|end| range(after, end))).collect()
    }

    /// "has been called “reckless” by critics", "was deemed unfit by the board".
    fn called(&self, cue: &Cue<'_>, source: Option<TokenRange>, after: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        if !cue.verb.frames.has(Frames::OBJECT)
            || !matches!(cue.group.kind, PhraseKind::Verb { passive: true, .. })
        {
            return None;
        }
        let close = scan.noun_from(after).map_or(after + 1, |noun| noun.tokens.range().end);
        let says = scan.tag(after) == Tag::Adj || close > after + 1;
        // "is considered safe": by whom does not matter.
        let judged = scan.is(cue.head(), words!["considered", "deemed"]);
        let name = (says && (judged || source.is_some())).then(|| range(after, close));
        self.opens_quotation(after).or(name)
    }

    /// "Asked about the plan, she …", "residents were warned of floods": what the preposition brings in.
    fn asked_about(&self, cue: &Cue<'_>) -> Option<TokenRange> {
        let (scan, after) = (&self.scan, cue.after);
        (cue.verb.frames.has(Frames::PREP)
            && scan.is(cue.head(), words!["asked", "warned", "told", "questioned", "pressed"])
            && (scan.full_noun_after(after, cue.end, Asides::None).is_some() || scan.ends_in_ing(after)))
        .then(|| self.noun_phrase_from(cue))
    }

    /// "by X" right after a passive, or after one noun or adverbial.
    fn by_phrase(&self, after: usize, end: usize) -> Option<(usize, TokenRange)> {
        let scan = &self.scan;
        // "told to leave by dawn", "believed to have been formed by ice": what hangs on another verb; not so in "quoted as
        // saying by the Herald".
        let own = |&at: &usize| !scan.in_verb(at) || scan.is(at - 1, words!["as"]);
        let mut near = (after..end.min(after + 6)).take_while(own);
        let at = near.find(|&at| scan.is(at, words!["by"])).filter(|&at| !scan.is_time(at + 1))?;
        let noun_end = self.scan.full_noun_after(at + 1, end, Asides::None)?;
        Some((at, range(at + 1, noun_end)))
    }
}
