//! Passives: "was quoted as saying", "was told that", "is believed to", "was criticised by X".

use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Frames, Verb};
use super::nominal::Asides;
use super::scan::range;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::{PhraseKind, RuleWord, Tag, TokenRange, words};

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
        let subject = self.subject(cue.index);
        let patient = subject.map(|subject| subject.referent());
        let by = self.by_phrase(cue.after, cue.end);
        let source = by.map(|(_, source)| source);
        let frames = cue.verb.frames;
        let empty_subject =
            patient.is_none_or(|tokens| scan.is(tokens.start as usize, words!["it", "there"]));
        let named = by.filter(|&(at, _)| at == cue.after).map_or(cue.after, |(_, source)| source.range().end);
        if scan.is(cue.head(), QUOTED) && scan.is(named, words!["as"]) && scan.ends_in_ing(named + 1) {
            // "was quoted as saying by the Herald", "was quoted by the Herald as saying": the other record, for the
            // one who quotes.
            let content = self
                .clausal(cue, named + 2)
                .map(|clause| vec![clause])
                .or_else(|| self.before_quoted(cue, cue.index, named + 2))?;
            return Some(Draft {
                source: Some(source?),
                antecedent: None,
                tells_act: false,
                ..self.draft(cue, content)
            });
        }
        // "As reported by the Herald, the mayor left"
        let first = cue.first();
        if let Some((at, source)) = by
            && at == cue.after
            && first > cue.start
            && scan.is(first - 1, words!["as"])
            && let Some(draft) = self.as_said(&Cue { after: source.range().end, ..*cue }, first - 1)
        {
            let cue = Some(range(cue.head(), cue.after));
            return Some(Draft { source: Some(source), antecedent: None, cue, ..draft });
        }
        let mut after = cue.after;
        if let Some((at, source)) = by
            && at == after
        {
            after = source.range().end;
        }
        let mut content = Vec::new();
        if frames.has(Frames::CLAUSE)
            && (empty_subject || frames.has(Frames::HEARER))
            && let Some(clause) = self.clausal(cue, after)
        {
            content.push(clause);
        } else if frames.has(ACTS)
            && scan
                .verb_from(after + usize::from(scan.is(after, words!["not"])))
                .is_some_and(|group| group.is_infinitive())
        {
            content.extend(patient);
            content.push(range(after, self.clause_end(cue, after + 1)));
        } else if scan.is(after, words!["as"]) && frames.has(Frames::AS.with(Frames::POSITION))
            || scan.is(after, words!["of", "for"]) && frames.has(Frames::POSITION)
        {
            content.extend(patient);
            content.push(range(after, self.nominal_end(cue, after + 1)));
        } else if source.is_some()
            // "seen by the Herald" reports nothing.
            && !scan.is(cue.head(), words!["seen", "found", "heard"])
            && frames.has(Frames::NP.with(Frames::AS).with(Frames::CLAUSE))
            && !frames.has(Frames::POSITION.with(Frames::HEARER))
        {
            content.extend(patient);
        }
        // "has been called “reckless” by critics", "was deemed unfit by the board"
        let named =
            frames.has(Frames::OBJECT) && matches!(cue.group.kind, PhraseKind::Verb { passive: true, .. });
        if content.is_empty() && named {
            let quoted = self.opens_quotation(after);
            let close = scan.noun_from(after).map_or(after + 1, |noun| noun.tokens.range().end);
            let says = scan.tag(after) == Tag::Adj || close > after + 1;
            // "is considered safe": by whom does not matter.
            let judged = scan.is(cue.head(), words!["considered", "deemed"]);
            if quoted.is_some() || says && (judged || source.is_some()) {
                content.extend(patient);
                content.push(quoted.unwrap_or(range(after, close)));
            }
        }
        // "Asked about the plan, she …", "residents were warned of floods": what the preposition brings in.
        if content.is_empty()
            && frames.has(Frames::PREP)
            && scan.is(cue.head(), words!["asked", "warned", "told", "questioned", "pressed"])
            && (scan.full_noun_after(cue.after, cue.end, Asides::None).is_some()
                || scan.ends_in_ing(cue.after))
        {
            content.push(range(cue.after, self.nominal_end(cue, cue.after + 1)));
        }
        // "Webb had no licence, the court was told."
        if content.is_empty() && scan.is(cue.head(), words!["told"]) && self.is_hearing(cue.index) {
            let verb = Verb { frames: Frames::CLAUSE, rest: "" };
            content = self.parenthetical(&Cue { verb, ..*cue })?.content;
        }
        if content.is_empty() {
            return None;
        }
        Some(Draft { source, antecedent: None, ..self.draft(cue, content) })
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
