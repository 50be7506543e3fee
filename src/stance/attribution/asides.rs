//! Cues set beside what they report: "…, the mayor said", "…, said the mayor, …".

use super::draft::Draft;
use super::finder::Finder;
use super::frames::Frames;
use super::nominal::Asides;
use super::scan::range;
use super::verbs::Cue;
use crate::language::{Tag, TokenRange, words};
use crate::stance::speakers::vocabulary;

impl<'r> Finder<'r, '_> {
    /// "…, said the mayor": the verb after a comma or quotation, its subject after it.
    pub(super) fn inverted(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let first = cue.first();
        // "his “duty” to report it": an infinitive has no subject behind it.
        let infinitive = cue.group.is_infinitive();
        if !cue.verb.frames.has(Frames::INVERT) || cue.group.tokens.len() > 2 || infinitive {
            return None;
        }
        if first <= cue.start {
            return self.opening_inversion(cue);
        }
        if scan.ends_in_ing(cue.head()) {
            return None;
        }
        let before = first - 1;
        if !(scan.is_comma(before)
            || scan.is_quote_mark(before)
            || scan.is_dash(before)
            || scan.is(before, words!["?", "!", "so", "as"]))
        {
            return None;
        }
        let noun_start = if scan.tag(cue.after) == Tag::Adv { cue.after + 1 } else { cue.after };
        // "Ada Park, the mayor, said Tuesday": the subject stands before an aside. But only a clause follows "say", so a
        // name without a verb is its subject.
        let named = cue.verb.frames.is_plain_saying()
            && scan.tag(noun_start) == Tag::Propn
            && scan.noun_from(noun_start).is_some_and(|noun| !scan.in_verb(noun.tokens.range().end));
        let before_aside = self.subject(cue.index).is_some_and(|subject| subject.adjacent);
        if before_aside && !scan.is_quote_mark(before) && !named || scan.is_time(noun_start) {
            return None;
        }
        let noun_end = scan.full_noun_after(noun_start, cue.end, Asides::Open)?;
        if before_aside && named && self.has_finite(noun_end, cue.end) {
            return None;
        }
        // "…, said he would": a clause of its own follows, so this is no inversion.
        if scan.finite_from(noun_end).is_some() && !scan.is_comma(noun_end) {
            return None;
        }
        let content = self.around(cue, first, noun_end)?;
        Some(Draft {
            source: Some(range(noun_start, self.before_occasion(noun_start, noun_end))),
            antecedent: None,
            tells_act: false,
            ..self.draft(cue, content)
        })
    }

    /// Where the one who speaks ends and the occasion begins: "said Ada Park | in a statement".
    fn before_occasion(&self, start: usize, end: usize) -> usize {
        let scan = &self.scan;
        let occasion = |at: usize| {
            scan.is(at, words!["in", "on", "at", "during"])
                && scan.noun_from(at + 1).is_some_and(|noun| {
                    let word = scan.rule_word(noun.head as usize);
                    vocabulary::is_document(word) || vocabulary::is_occasion(word)
                })
        };
        (start + 1..end).find(|&at| occasion(at)).unwrap_or(end)
    }

    /// "Said one diplomat, who would not be named: “…”" at the head of its sentence.
    fn opening_inversion(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let colon = (cue.after..cue.end).find(|&at| scan.is(at, words![":"]) && !scan.quotes.hold(at))?;
        let noun_end = scan.full_noun_after(cue.after, colon, Asides::Open)?;
        let quoted = self.opens_quotation(colon + 1)?;
        Some(Draft {
            source: Some(range(cue.after, noun_end)),
            antecedent: None,
            tells_act: false,
            ..self.draft(cue, vec![quoted])
        })
    }

    /// "…, the mayor said", "…, the mayor said, …".
    pub(super) fn parenthetical(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let subject = self.adjacent_subject(cue.index)?;
        let first = subject.tokens.range().start;
        if first <= cue.start || subject.antecedent.is_some() {
            return None;
        }
        let before = first - 1;
        if scan.is(before, words!["as"])
            && (before == cue.start
                || scan.is_comma(before - 1)
                || scan.is_dash(before - 1)
                || scan.is(before - 1, words!["and", "but"]))
        {
            return self.as_said(cue, before);
        }
        let separated = scan.is_comma(before)
            || scan.is_quote_mark(before)
            || scan.is_dash(before)
            || scan.is(before, words!["?", "!"]);
        if !separated {
            return None;
        }
        if !cue.verb.frames.has(Frames::SAYING)
            && !scan.is_quote_mark(before)
            && cue.verb.frames.has(Frames::HEARER)
        {
            return None;
        }
        let mut after = cue.after;
        if cue.verb.frames.has(Frames::HEARER.with(Frames::HEARER_TO)) {
            after = scan.full_noun_after(after, cue.end, Asides::None).unwrap_or(after);
        }
        after = scan.skip_adverbials(after, cue.end);
        let closed = after >= cue.end
            || scan.tag(after) == Tag::Punct
            || scan.is_quote_mark(after)
            || scan.quotes.hold(before.saturating_sub(1))
                && !scan.is(after, words!["that"])
                && !self.bare_clause(after, cue.end);
        if !closed || scan.is(after, words![":"]) {
            return None;
        }
        // "In Ohio, the mayor said: “…”" is not a clause before its cue.
        let leads_up = matches!(scan.tag(cue.start), Tag::Sconj | Tag::Adp | Tag::Verb | Tag::Adv)
            || scan.is(cue.start, words!["when", "after", "while", "as", "before"]);
        if self.opens_after(after, cue)
            && !scan.is_quote_mark(before)
            && (leads_up || !self.has_finite(cue.start, before))
        {
            return None;
        }
        let content = self.around(cue, first, after)?;
        Some(self.draft(cue, content))
    }

    /// "As the mayor pointed out, …" and "…, as the mayor pointed out, …", where "as" stands at `as_`.
    pub(super) fn as_said(&self, cue: &Cue<'_>, as_: usize) -> Option<Draft> {
        let scan = &self.scan;
        // "As the mayor told the Herald, …"
        let heard = cue.verb.frames.has(Frames::HEARER);
        let hearer = heard.then(|| scan.full_noun_after(cue.after, cue.end, Asides::None)).flatten();
        let after = scan.skip_adverbials(hearer.unwrap_or(cue.after), cue.end);
        if !(after >= cue.end || scan.is_comma(after)) {
            return None;
        }
        let mut content = Vec::new();
        if as_ > cue.start + 1 && self.has_finite(cue.start, as_ - 1) {
            content.push(range(self.clause_start(cue.start, as_ - 1), as_ - 1));
        } else if after + 1 < cue.end {
            let mut end = self.clause_end(cue, after + 1);
            // "As the mayor put it, with more boats, the yard is safe": an adverbial leads up to what she said.
            if end < cue.end && !self.has_finite(after + 1, end) {
                end = self.clause_end(cue, end + 1);
            }
            content.push(range(after + 1, end));
        }
        (!content.is_empty()).then(|| self.draft(cue, content))
    }

    /// "“…,” the mayor was quoted as saying": what stands before the subject of the verb group with index `quoted`,
    /// and after the token `last`, where the sentence goes on.
    pub(super) fn before_quoted(&self, cue: &Cue<'_>, quoted: usize, last: usize) -> Option<Vec<TokenRange>> {
        let scan = &self.scan;
        let subject = self.adjacent_subject(quoted)?;
        let first = subject.tokens.range().start;
        let separated = first > cue.start && (scan.is_comma(first - 1) || scan.is_quote_mark(first - 1));
        separated.then(|| self.around(cue, first, scan.skip_adverbials(last, cue.end))).flatten()
    }

    /// Whether a quotation opens at `at` or just past a comma there.
    fn opens_after(&self, at: usize, cue: &Cue<'_>) -> bool {
        at < cue.end && (self.opens_quotation(at).is_some() || self.opens_quotation(at + 1).is_some())
    }

    pub(super) fn has_finite(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.scan.finite_from(at).is_some())
    }

    /// Content on both sides of "the mayor said" (`first..last`): before it, and after it where the clause goes on.
    fn around(&self, cue: &Cue<'_>, first: usize, last: usize) -> Option<Vec<TokenRange>> {
        let scan = &self.scan;
        let mut end = first;
        while end > cue.start
            && (scan.is_comma(end - 1) || scan.is_dash(end - 1) || scan.is(end - 1, words!["so", "as"]))
        {
            end -= 1;
        }
        let closes = end > cue.start && scan.is_quote_mark(end - 1);
        while end > cue.start
            && (scan.is_quote_mark(end - 1)
                || scan.tag(end - 1) == Tag::Punct && !scan.is(end - 1, words![")"]))
        {
            end -= 1;
        }
        if end <= cue.start {
            // The sentence before was the end of the quotation: "“… ?” he asked."
            return None;
        }
        let quoted = scan.quotes.around(end - 1).filter(|_| closes);
        let before = match quoted {
            Some(quoted) if quoted.range().start <= cue.start + 2 => quoted,
            _ => range(self.clause_start(cue.start, end), end),
        };
        // "But, she added, …": a conjunction or adverb alone is not what was said.
        let bare = before.range().all(|at| matches!(scan.tag(at), Tag::Cconj | Tag::Adv | Tag::Punct));
        let mut content = if bare && quoted.is_none() { Vec::new() } else { vec![before] };
        let mut next = last;
        while next < cue.end
            && scan.tag(next) == Tag::Punct
            && !scan.is_quote_mark(next)
            && !scan.is(next, words!["(", ";"])
        {
            next += 1;
        }
        if next > last && next < cue.end {
            if let Some(after) = self.opens_quotation(next) {
                content.push(after);
            } else if quoted.is_none() && !self.turns_away(next) {
                content.push(range(next, self.clause_end(cue, next)));
            }
        }
        (!content.is_empty()).then_some(content)
    }

    /// Whether what follows "…, he said," is about the saying rather than part of it.
    pub(super) fn turns_away(&self, at: usize) -> bool {
        let scan = &self.scan;
        scan.is(
            at,
            words![
                "while", "as", "when", "after", "who", "which", "but", "and", "though", "although",
                "according", "in", "during", "before"
            ],
        ) || scan.tag(at) == Tag::Verb && scan.ends_in_ing(at)
    }

    /// Where content before its cue begins: the head of the sentence, without what an earlier cue has taken.
    pub(super) fn clause_start(&self, start: usize, end: usize) -> usize {
        let semicolon =
            (start..end).rev().find(|&at| self.scan.is(at, words![";"]) && !self.scan.quotes.hold(at));
        let start = semicolon.map_or(start, |at| at + 1);
        // "ELMFORD, May 2 (NN) — The plan failed, he said"
        const LONGEST_DATELINE: usize = 12;
        let dash = (start..end.min(start + LONGEST_DATELINE)).find(|&at| self.scan.is_dash(at));
        let placed = matches!(self.scan.tag(start), Tag::Propn | Tag::Noun) && self.in_capitals(start);
        let start = dash.filter(|_| placed).map_or(start, |dash| dash + 1);
        // "But the plan failed, he said": the conjunction is the reporter's.
        let joined = self.scan.tag(start) == Tag::Cconj && start + 1 < end;
        let start = start + usize::from(joined);
        // "Still, the plan failed, he said"
        let adverb = self.scan.tag(start) == Tag::Adv && self.scan.is_comma(start + 1) && start + 2 < end;
        start + if adverb { 2 } else { 0 }
    }
}
