//! Reporting by a noun such as "claim" or a predicate such as "is confident that".

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Frames, Verb};
use super::link::SHORTEST;
use super::scan::range;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::{GENITIVES, Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};
use crate::stance::classes::is_be;

/// Verbs that say little more than that the noun after them was uttered.
const LIGHT_VERBS: &[RuleWord] = words![
    "express", "expressed", "expresses", "expressing", "voice", "voiced", "voices", "voicing", "raised",
    "raises", "raise", "raising"
];

impl<'r> Finder<'r, '_> {
    /// "the claim that …", "a promise to …", "criticism of …": a noun that brings in its content.
    #[inline(never)]
    pub(super) fn of_noun(&self, phrase: &'r Phrase, index: usize, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let head = phrase.head as usize;
        let frames = scan.lexeme(head)?.noun?;
        if scan.quotes.hold(head) {
            return None;
        }
        let mut cue = self.nominal_cue(phrase, index, frames, sentence)?;
        // "warnings from athletes that", "a promise by the mayor to": whose it is stands between.
        let agent = self.agent_after(cue.after, cue.end);
        cue.after = agent.map_or(cue.after, |agent| agent.range().end);
        let (content, preposition) = self.nominal_content(&cue, frames)?;
        // "a request for comment" is what every reporter makes.
        if matches!(scan.lower(cue.after + 1), "comment" | "comments") {
            return None;
        }
        let owner = agent.or_else(|| self.owner_inside(phrase)).map(Subject::before);
        // "investigate calls to resign": whoever does that does not call.
        let appeals = preposition.is_none() && matches!(scan.lower(head), "call" | "calls");
        if appeals && self.is_no_appeal(phrase, owner.is_some(), cue.after) {
            return None;
        }
        let owner = owner.or_else(|| if appeals { None } else { self.owner_elsewhere(phrase, cue.start) });
        let source = owner.map(|owner| owner.tokens);
        let antecedent = owner.and_then(|owner| owner.antecedent);
        // "said in a statement that …": the verb reports it already.
        let occasion = phrase.tokens.start > 0
            && scan.is(phrase.tokens.start as usize - 1, words!["in", "at", "during"]);
        if source.is_none() && occasion {
            return None;
        }
        let first = self.light_verb(phrase).unwrap_or(head);
        let last = head + 1 + usize::from(preposition == Some(head + 1));
        let tells_act = preposition.is_some();
        let draft = Draft {
            source,
            antecedent,
            cue: Some(range(first, last)),
            content: vec![content],
            sentence,
            tells_act,
        };
        // "voiced concern about the dam" tells of something said, "concern about the dam" of a topic.
        (first < head || !self.is_bare(frames, &draft)).then_some(draft)
    }

    /// "is confident that …", "was critical of …": an adjective after a form of "be".
    pub(super) fn of_adjective(&self, at: usize, sentence: usize) -> Option<Draft> {
        let frames = self.scan.lexeme(at)?.adjective?;
        if self.scan.quotes.hold(at) { None } else { self.of_reporting_adjective(at, frames, sentence) }
    }

    #[inline(never)]
    fn of_reporting_adjective(&self, at: usize, frames: Frames, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let mut before = at;
        let own = scan.in_verb(at);
        while before > 0 && scan.tag(before - 1) == Tag::Adv && (own || !scan.in_verb(before - 1)) {
            before -= 1;
        }
        let last = before.checked_sub(1)?;
        let group = scan.phrase(last).filter(|group| group.kind != PhraseKind::Noun)?;
        let index = scan.phrase_index(group.tokens.start as usize)?;
        let last = if own { last } else { group.head as usize };
        let linking = scan.tag(last) == Tag::Aux && (!own || is_be(scan.rule_word(last)))
            || scan.is(
                last,
                words![
                    "feel", "felt", "feels", "seemed", "became", "remain", "remained", "remains", "am", "'s",
                    "be", "is", "are", "was", "were"
                ],
            );
        if !linking {
            return None;
        }
        let subject = self.subject(index)?;
        if scan.is(subject.tokens.start as usize, words!["it", "there", "that", "this", "which"]) {
            return None;
        }
        let phrase = Phrase { kind: group.kind, tokens: range(at, at + 1), head: at as u32 };
        let cue = self.nominal_cue(&phrase, index, frames, sentence)?;
        let (content, _) = self.nominal_content(&cue, frames)?;
        Some(Draft {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue: Some(range(at, at + 1)),
            content: vec![content],
            sentence,
            tells_act: true,
        })
    }

    fn nominal_cue<'p>(
        &self,
        phrase: &'p Phrase,
        index: usize,
        frames: Frames,
        sentence: usize,
    ) -> Option<Cue<'p>> {
        let (start, end) = self.scan.body_of(sentence)?;
        let verb = Verb { frames, rest: "" };
        Some(Cue { group: phrase, index, verb, after: phrase.tokens.range().end, start, end, sentence })
    }

    /// The verb that only lends a noun of saying its tense: "expressed concern", "voiced her support". Noun and verb are
    /// one predicate (Jespersen's light verbs).
    fn light_verb(&self, noun: &Phrase) -> Option<usize> {
        let verb = (noun.tokens.start as usize).checked_sub(1)?;
        (self.scan.is(verb, LIGHT_VERBS) && self.scan.in_verb(verb)).then_some(verb)
    }

    /// Whether the object of a light verb is the noun that reports, so that the verb alone is none.
    pub(super) fn lends_tense(&self, group: &Phrase, sentence: usize) -> bool {
        let scan = &self.scan;
        let next = group.tokens.range().end;
        scan.is(group.head as usize, LIGHT_VERBS)
            && scan
                .noun_from(next)
                .zip(scan.phrase_index(next))
                .is_some_and(|(noun, index)| self.of_noun(noun, index, sentence).is_some())
    }

    /// What a noun or adjective brings in, and the preposition that brings it in: "criticism | of | the plan".
    #[inline(never)]
    fn nominal_content(&self, cue: &Cue<'_>, frames: Frames) -> Option<(TokenRange, Option<usize>)> {
        let (scan, after) = (&self.scan, cue.after);
        if after >= cue.end {
            return None;
        }
        if frames.has(Frames::CLAUSE)
            && let Some(clause) = self.nominal_clause(cue)
        {
            return Some((clause, None));
        }
        if frames.has(Frames::TO) && scan.verb_from(after).is_some_and(Phrase::is_infinitive) {
            return Some((range(after + 1, self.clause_end(cue, after + 1)), None));
        }
        let brings_in = frames.has(Frames::of_preposition(scan.lower(after)))
            && (scan.noun_from(after + 1).is_some() || scan.tag(after + 1) == Tag::Verb);
        brings_in.then(|| (self.of_noun_phrase(cue, after + 1), Some(after)))
    }

    /// The clause or quotation that a noun or adjective brings in.
    #[inline(never)]
    fn nominal_clause(&self, cue: &Cue<'_>) -> Option<TokenRange> {
        let (scan, after) = (&self.scan, cue.after);
        let past = scan.skip_adverbials(after, cue.end);
        let that = [after, past].into_iter().find(|&at| scan.is(at, words!["that"]));
        if let Some(first) = that.map(|that| that + 1)
            && first < cue.end
            && !scan.in_verb(first)
        {
            // "the claim that it rained | was wrong"
            let end = self.clause_end(cue, first);
            return Some(range(first, self.matrix_verb(first, end).unwrap_or(end)));
        }
        if cue.group.kind != PhraseKind::Noun {
            let clause = scan.is(after, words!["whether", "if", "how", "why", "what"])
                || self.bare_clause(after, cue.end);
            return clause.then(|| range(after, self.clause_end(cue, after + 1)));
        }
        // "fears he may resign": the auxiliary tells it from a relative clause ("fears he had").
        const MODALS: &[RuleWord] =
            words!["may", "might", "could", "would", "will", "'ll", "’ll", "'d", "’d"];
        if scan.tag(after) == Tag::Pron && scan.is(after + 1, MODALS) {
            let end = self.clause_end(cue, after + 1);
            // "Amid fears he may resign, the board met"
            return Some(range(after, (after..end).find(|&at| scan.is_comma(at)).unwrap_or(end)));
        }
        let pause = scan.is_comma(after) || scan.is(after, words![":"]);
        self.opens_quotation(after + usize::from(pause))
            // "her remarks “have hurt us all”": the noun is the subject of what is quoted.
            .filter(|&quoted| quoted.len() >= SHORTEST && !self.begins_with_verb(quoted))
    }

    /// The noun phrase that a preposition brings in, up to the verb of the noun before: "The demand for | a vote | failed".
    #[inline(never)]
    fn of_noun_phrase(&self, cue: &Cue<'_>, first: usize) -> TokenRange {
        let scan = &self.scan;
        let end = self.nominal_end(cue, first);
        // A verb whose subject is what the preposition brings in is of the noun.
        let around = |&at: &usize| {
            let verb = scan.phrase_index(at).filter(|_| scan.finite_from(at).is_some());
            verb.and_then(|index| self.adjacent_subject(index)).is_some_and(|subject| {
                let start = subject.tokens.range().start;
                // "anger over the levy raised by the town", "fear of a boat being late": of what is brought in.
                let participle = scan.is(at + 1, words!["by", "on", "to"]) || scan.is(at, words!["being"]);
                subject.antecedent.is_none()
                    && start <= first
                    && !participle
                    && !scan.is(start, words!["who", "what", "which", "that"])
            })
        };
        range(first, (first + 1..end).find(around).unwrap_or(end))
    }

    /// Whether quoted words go on in the middle of a clause, with its verb.
    fn begins_with_verb(&self, quoted: TokenRange) -> bool {
        let scan = &self.scan;
        let first = quoted.range().start;
        let small = scan.reading.tokens.get(first).is_some_and(|token| token.is_lower);
        small && scan.finite_from(first).is_some()
    }

    /// "Give me a call to discuss it", "a conference call to …", "it is her call to make".
    #[inline(never)]
    fn is_no_appeal(&self, phrase: &Phrase, owned: bool, to: usize) -> bool {
        let (scan, head) = (&self.scan, phrase.head as usize);
        let is_one = scan.is(head, words!["call"]);
        is_one && !owned
            || one_of!(scan.lower(head.wrapping_sub(1)), "phone conference earnings")
            || one_of!(scan.lower(to + 1), "make discuss congratulate thank ask")
            || is_one && is_be(scan.rule_word(phrase.tokens.range().start.wrapping_sub(1)))
    }

    /// "by X" or "from X" right after a noun, or after a day or month there.
    fn agent_after(&self, at: usize, end: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        let timed = scan.is(at, words!["in", "on"]) && scan.is_time_word(at + 1);
        let at = if timed { at + 2 } else { at };
        if at + 1 >= end || !scan.is(at, words!["by", "from"]) {
            return None;
        }
        let mut close = scan.noun_from(at + 1)?.tokens.range().end;
        while scan.is(close, words!["of", "and"])
            && let Some(next) = scan.noun_from(close + 1)
        {
            close = next.tokens.range().end;
        }
        Some(range(at + 1, close.min(end)))
    }

    /// Whose claim it is where the noun phrase does not tell: "made the claim", "came to the conclusion".
    #[inline(never)]
    fn owner_elsewhere(&self, phrase: &Phrase, floor: usize) -> Option<Subject> {
        let scan = &self.scan;
        // "came to the conclusion that"
        let came = phrase.tokens.range().start.checked_sub(2).filter(|&at| {
            at >= floor && scan.is(at + 1, words!["to"]) && scan.is(at, words!["came", "come", "comes"])
        });
        let came = came.and_then(|at| scan.phrase_index(at)).and_then(|index| self.subject(index));
        came.or_else(|| self.who_made(phrase, floor))
    }

    /// The part of a noun phrase that tells whose it is.
    fn owner_inside(&self, phrase: &Phrase) -> Option<TokenRange> {
        let scan = &self.scan;
        let (start, head) = (phrase.tokens.range().start, phrase.head as usize);
        if let Some(mark) = (start..head).rev().find(|&at| scan.is(at, GENITIVES)) {
            return Some(range(start, mark));
        }
        if scan.is(start, words!["his", "her", "their", "its", "my", "our"]) {
            return Some(range(start, start + 1));
        }
        // "a World Bank recommendation that": the name before the noun.
        let named = (start..head).rev().take_while(|&at| scan.tag(at) == Tag::Propn).last();
        named.map(|first| range(first, head))
    }

    /// The subject of the verb whose object the noun is: "the mayor made the claim".
    fn who_made(&self, phrase: &Phrase, floor: usize) -> Option<Subject> {
        let scan = &self.scan;
        let verb = phrase.tokens.range().start.checked_sub(1).filter(|&verb| verb >= floor)?;
        let index = scan.phrase_index(verb).filter(|_| scan.in_verb(verb))?;
        let head = scan.reading.phrases.get(index)?.head as usize;
        // "dismissed suggestions that", "sparked calls for talks", "faced growing calls": they are others'.
        let of_others = one_of!(
            scan.lower(head),
            "denied denies disputed disputes refuted faced faces heard ignored ignoring resisted resisting heed \
             countering protesting prompted sparked growing mounting"
        );
        if head != verb || of_others || scan.has_entry(head, Frames::POSITION) {
            return None;
        }
        // "There were claims that": nobody's.
        let there = |subject: &Subject| scan.is(subject.tokens.range().start, words!["there"]);
        let subject = self.subject(index).filter(|subject| !there(subject))?;
        // "The storm prompted fears that": a thing fears nothing, but nobody else voices them.
        let gives = one_of!(
            scan.lower(verb),
            "voiced voice voices voicing expressed express expresses expressing issued issue made"
        );
        (gives || scan.can_speak(Some(subject))).then_some(subject)
    }
}
