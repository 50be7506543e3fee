//! Reporting verbs: "the mayor said that …", "urged voters to …", "…, said the mayor", "was quoted as saying".

use super::clause::Asides;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::{Form, Frames, Verb};
use super::scan::range;
use crate::language::{Phrase, PhraseKind, Tag, TokenRange};

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

impl<'r> Finder<'r, '_> {
    /// The attribution that a verb group makes, if its verb reports and something is reported.
    pub(super) fn of_verb(&self, index: usize, sentence: usize) -> Option<Draft> {
        let group = self.scan.reading.phrases.get(index)?;
        let head = group.head as usize;
        let tokens = self.scan.reading.sentences.get(sentence)?.tokens;
        let (start, end) = self.scan.body(tokens);
        let PhraseKind::Verb { passive, negated, .. } = group.kind else { return None };
        if self.scan.quotes.at(head).is_some() && !self.reports_inside_quotation(index, group) {
            return None;
        }
        if !self.took_place(group, negated) {
            return None;
        }
        self.scan.verb_entries(head).find_map(|(verb, after)| {
            let cue = Cue { group, index, verb, after, start, end, sentence };
            if passive || self.is_reduced_passive(head, start) {
                self.passive(&cue)
            } else {
                self.active(&cue)
            }
        })
    }

    /// Inside somebody's own words only what a third person plainly said counts: "I think" and "we want" are the
    /// speaker's own position, not a report.
    fn reports_inside_quotation(&self, index: usize, group: &Phrase) -> bool {
        let Some(subject) = self.subjects.get(index).copied().flatten() else { return false };
        let first = subject.tokens.start as usize;
        let saying = self
            .scan
            .verb_entries(group.head as usize)
            .any(|(verb, _)| verb.frames.has(Frames::QUOTE.with(Frames::INVERT)));
        saying
            && self.scan.is_finite(group)
            && subject.adjacent
            && subject.antecedent.is_none()
            && !self.scan.is(first, &["i", "we", "you", "one", "people", "who", "that", "which", "it"])
    }

    /// Whether the group says that something was said: "did not say" and "would say" report nothing.
    fn took_place(&self, group: &Phrase, negated: bool) -> bool {
        const MODALS: &[&str] =
            &["would", "could", "might", "may", "should", "must", "can", "will", "'ll", "'d", "’ll", "’d"];
        let modal = group.tokens.range().any(|at| self.scan.tag(at) == Tag::Aux && self.scan.is(at, MODALS));
        !negated && !modal
    }

    /// "when asked", "if told", "as reported": a passive without its auxiliary.
    fn is_reduced_passive(&self, head: usize, floor: usize) -> bool {
        let scan = &self.scan;
        head > floor
            && scan.is(head - 1, &["when", "if", "as", "once", "though", "unless", "being"])
            && scan.lexeme(head).and_then(|lexeme| lexeme.verb).is_some_and(|(_, form)| form == Form::Past)
    }

    /// The words of the cue: main verb to the end of the entry.
    fn cue_tokens(&self, cue: &Cue<'_>) -> TokenRange {
        range(cue.group.head as usize, cue.after)
    }

    fn draft(&self, cue: &Cue<'_>, content: Vec<TokenRange>) -> Draft {
        let subject = self.subjects.get(cue.index).copied().flatten();
        Draft {
            source: subject.map(|subject| subject.tokens),
            antecedent: subject.and_then(|subject| subject.antecedent),
            cue: Some(self.cue_tokens(cue)),
            content,
            sentence: cue.sentence,
            rule: "",
        }
    }

    fn active(&self, cue: &Cue<'r>) -> Option<Draft> {
        let frames = cue.verb.frames;
        if frames.has(Frames::CLAUSE)
            && let Some(draft) = self.inverted(cue).or_else(|| self.parenthetical(cue))
        {
            return Some(draft);
        }
        let (content, rule) = self.complement(cue)?;
        Some(Draft { rule, ..self.draft(cue, content) })
    }

    /// What follows the verb, by the frames of its entry.
    fn complement(&self, cue: &Cue<'r>) -> Option<(Vec<TokenRange>, &'static str)> {
        let (frames, after, end) = (cue.verb.frames, cue.after, cue.end);
        let infinitive = matches!(cue.group.kind, PhraseKind::Verb { infinitive: true, .. });
        if frames.has(Frames::CLAUSE)
            && (!infinitive || frames.has(Frames::QUOTE.with(Frames::INVERT)))
            && let Some(content) = self.clausal(cue, after)
        {
            return Some((content, "clause"));
        }
        let scan = &self.scan;
        if !self.is_act(cue) {
            return None;
        }
        let infinitive = |at: usize| {
            let at = if scan.is(at, &["not", "never"]) { at + 1 } else { at };
            scan.verb_from(at).filter(|group| matches!(group.kind, PhraseKind::Verb { infinitive: true, .. }))
        };
        if frames.has(Frames::HEARER_TO)
            && let Some(noun_end) = scan.full_noun_after(after, end, Asides::None)
            && infinitive(scan.skip_adverbials(noun_end, end)).is_some()
        {
            return Some((vec![range(after, self.clause_end(cue, noun_end))], "hearer-to"));
        }
        if frames.has(Frames::HEARER)
            && let Some(noun_end) = scan.full_noun_after(after, end, Asides::None)
        {
            if let Some(content) = self.clausal(cue, noun_end) {
                return Some((content, "hearer"));
            }
            if infinitive(noun_end).is_some() {
                return Some((vec![range(after, self.clause_end(cue, noun_end))], "hearer-inf"));
            }
        }
        if frames.has(Frames::TO)
            && let Some(group) =
                infinitive(scan.skip_adverbials(after, end).min(after + 1)).or_else(|| infinitive(after))
        {
            return Some((
                vec![range(group.tokens.range().start + 1, self.clause_end(cue, group.tokens.range().end))],
                "to",
            ));
        }
        if frames.has(Frames::GERUND) && scan.lower(after).ends_with("ing") && scan.tag(after) == Tag::Verb {
            return Some((vec![range(after, self.clause_end(cue, after + 1))], "gerund"));
        }
        if frames.has(Frames::NP.with(Frames::AS).with(Frames::OBJECT))
            && let Some(noun_end) = scan.full_noun_after(after, end, Asides::None)
        {
            let complement = frames.has(Frames::AS) && scan.is(noun_end, &["as", "for", "of"]);
            let object = frames.has(Frames::OBJECT)
                && (scan.noun_from(noun_end).is_some()
                    || scan.is_quote_mark(noun_end)
                    || matches!(scan.tag(noun_end), Tag::Adj | Tag::Adv));
            // "named a task force": a name for something needs both of them.
            if complement || object || frames.has(Frames::NP) {
                return Some((vec![range(after, self.nominal_end(cue, noun_end))], "np"));
            }
        }
        if frames.has(Frames::NP.with(Frames::AS).with(Frames::OBJECT))
            && self.opens_quotation(after).is_some()
        {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], "np-quote"));
        }
        if frames.has(Frames::PREP)
            && (scan.noun_from(after).is_some()
                || scan.tag(after) == Tag::Verb
                || self.opens_quotation(after).is_some())
        {
            return Some((vec![range(after, self.nominal_end(cue, after + 1))], "prep"));
        }
        None
    }

    /// Whether the verb group tells of an act or position that somebody took, rather than one that may come:
    /// "to endorse", "would endorse" and "it endorsed" say little of who thinks what.
    fn is_act(&self, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        let PhraseKind::Verb { infinitive, .. } = cue.group.kind else { return false };
        let subject = self.subjects.get(cue.index).copied().flatten();
        let named = subject.is_some_and(|subject| {
            !(subject.tokens.len() == 1
                && scan.is(
                    subject.tokens.start as usize,
                    &["it", "that", "which", "you", "this", "there", "what"],
                ))
        });
        !infinitive && named
    }

    /// A clause or quotation that begins at `at`, perhaps after adverbials: "(that) …", "whether …", ": “…”".
    fn clausal(&self, cue: &Cue<'r>, at: usize) -> Option<Vec<TokenRange>> {
        let scan = &self.scan;
        let past = scan.skip_adverbials(at, cue.end);
        for at in [at, past] {
            if scan.is(at, &["that"]) && at + 1 < cue.end && !scan.is_comma(at + 1) {
                // "said that was wrong": the pronoun is the subject of what was said.
                let pronoun =
                    scan.in_verb(at + 1) || scan.tag(at) == Tag::Det && !self.bare_clause(at + 1, cue.end);
                if !pronoun || self.bare_clause(at, cue.end) {
                    let first = if pronoun { at } else { at + 1 };
                    return Some(vec![range(first, self.clause_end(cue, first))]);
                }
            }
            let mut opening = at;
            while scan.is_comma(opening) || scan.is(opening, &[":"]) {
                opening += 1;
            }
            if let Some(quotation) = self.opens_quotation(opening) {
                return Some(vec![self.quoted_or_mixed(cue, opening, quotation)]);
            }
            if scan.is(at, &[":"]) && at + 1 < cue.end {
                return Some(vec![range(at + 1, cue.end)]);
            }
        }
        let adverbial =
            past > at && (scan.is_time(at) || scan.tag(at) == Tag::Adp || scan.tag(at) == Tag::Adv);
        for at in [at, past] {
            if scan.is(at, &["whether", "if", "how", "why", "what", "where", "when", "who", "which"])
                && at < cue.end
            {
                return Some(vec![range(at, self.clause_end(cue, at + 1))]);
            }
            if adverbial && at < past && (past >= cue.end || self.bare_clause(past, cue.end)) {
                continue;
            }
            if self.bare_clause(at, cue.end)
                || cue.verb.frames.is_plain_saying() && self.finite_after(at, cue.end)
            {
                return Some(vec![range(at, self.clause_end(cue, at))]);
            }
        }
        None
    }

    /// Whether a clause with a subject and tense of its own begins at `at`: its subject stands there, or an
    /// adverbial that leads up to it.
    pub(super) fn bare_clause(&self, at: usize, end: usize) -> bool {
        const FARTHEST_VERB: usize = 40;
        let scan = &self.scan;
        let mut at = at;
        while at < end && scan.is_quote_mark(at) {
            at += 1;
        }
        if at >= end || scan.is_comma(at) || scan.in_verb(at) {
            return false;
        }
        let leads_up = matches!(scan.tag(at), Tag::Adp | Tag::Sconj | Tag::Adv);
        let mut next = at;
        while next < end.min(at + FARTHEST_VERB) {
            let Some(index) = scan.phrase_index(next) else {
                next += 1;
                continue;
            };
            if let Some(group) = scan.verb_from(next)
                && scan.is_finite(group)
                && let Some(Some(subject)) = self.subjects.get(index)
                && subject.adjacent
                && subject.antecedent.is_none()
                && !scan.is(subject.tokens.start as usize, &["who", "which", "that"])
            {
                let start = subject.tokens.range().start;
                return start == at || leads_up && start > at && (at..start).all(|at| !scan.in_verb(at));
            }
            next = scan.phrase(next).map_or(next + 1, |phrase| phrase.tokens.range().end.max(next + 1));
        }
        false
    }

    /// Whether a noun stands at `at` and a verb with a tense follows: after a verb that takes nothing but clauses
    /// that is enough.
    fn finite_after(&self, at: usize, end: usize) -> bool {
        let scan = &self.scan;
        // "said is growing": what was said has its subject before the cue; "said waiting would help".
        if scan.in_verb(at) {
            let group = scan.verb_from(at);
            return group.is_some_and(|group| scan.is_finite(group))
                || scan.lower(at).ends_with("ing") && self.has_finite(at + 1, end);
        }
        let opens = matches!(
            scan.tag(at),
            Tag::Noun | Tag::Propn | Tag::Pron | Tag::Det | Tag::Adj | Tag::Num | Tag::Sconj | Tag::Adv
        );
        opens && at < end && !scan.in_verb(at) && self.has_finite(at + 1, end)
    }

    /// The quotation that a mark at this token opens.
    pub(super) fn opens_quotation(&self, at: usize) -> Option<usize> {
        (self.scan.is_quote_mark(at) && self.scan.quotes.at(at).is_none())
            .then(|| self.scan.quotes.at(at + 1))
            .flatten()
            .filter(|&quotation| self.scan.quotes.all[quotation].tokens.start as usize == at + 1)
    }

    /// A quotation right after the cue: alone where it ends the clause, else together with the rest of the clause.
    fn quoted_or_mixed(&self, cue: &Cue<'_>, opening: usize, quotation: usize) -> TokenRange {
        let quoted = self.scan.quotes.all[quotation].tokens;
        let close = quoted.range().end;
        let mut next = close;
        while self.scan.is_quote_mark(next) || self.scan.is(next, &[".", "!", "?"]) {
            next += 1;
        }
        if close >= cue.end
            || next >= cue.end
            || self.scan.is_comma(next)
            || self.scan.is_comma(close - 1)
            || self.scan.is(
                next,
                &["and", "in", "on", "at", "during", "after", "while", "but", "—", "-", ";", "as", "when"],
            )
        {
            return quoted;
        }
        range(opening, self.clause_end(cue, close).max(close))
    }

    /// "…, said the mayor": the verb after a comma or quotation, its subject after it.
    fn inverted(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let first = cue.group.tokens.range().start;
        if !cue.verb.frames.has(Frames::INVERT) || cue.group.tokens.len() > 2 || first <= cue.start {
            return None;
        }
        if scan.lexeme(cue.group.head as usize)?.verb?.1 == Form::Ing {
            return None;
        }
        let before = first - 1;
        if !(scan.is_comma(before)
            || scan.is_quote_mark(before)
            || scan.is_dash(before)
            || scan.is(before, &["?", "!", "so", "as"]))
        {
            return None;
        }
        let noun_start = if scan.tag(cue.after) == Tag::Adv { cue.after + 1 } else { cue.after };
        // "Ada Park, the mayor, said Tuesday": the subject stands before an aside.
        if self.subjects.get(cue.index).copied().flatten().is_some_and(|subject| subject.adjacent)
            && !scan.is_quote_mark(before)
            || scan.is_time(noun_start)
        {
            return None;
        }
        let noun_end = scan.full_noun_after(noun_start, cue.end, Asides::Open)?;
        // "…, said he would": a clause of its own follows, so this is no inversion.
        if scan.verb_from(noun_end).is_some_and(|group| scan.is_finite(group)) && !scan.is_comma(noun_end) {
            return None;
        }
        let content = self.around(cue, first, noun_end)?;
        Some(Draft {
            source: Some(range(noun_start, noun_end)),
            antecedent: None,
            rule: "inverted",
            ..self.draft(cue, content)
        })
    }

    /// "…, the mayor said", "…, the mayor said, …".
    fn parenthetical(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let subject = self.subjects.get(cue.index).copied().flatten().filter(|subject| subject.adjacent)?;
        let first = subject.tokens.range().start;
        if first <= cue.start || subject.antecedent.is_some() {
            return None;
        }
        let before = first - 1;
        let separated = scan.is_comma(before)
            || scan.is_quote_mark(before)
            || scan.is_dash(before)
            || scan.is(before, &["?", "!"]);
        if !separated {
            return None;
        }
        if !cue.verb.frames.has(Frames::QUOTE.with(Frames::INVERT))
            && !scan.is_quote_mark(before)
            && cue.verb.frames.has(Frames::HEARER.with(Frames::NP))
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
            || scan.quotes.at(before.saturating_sub(1)).is_some()
                && !scan.is(after, &["that"])
                && !self.bare_clause(after, cue.end);
        if !closed || scan.is(after, &[":"]) {
            return None;
        }
        // "In Ohio, the mayor said: “…”" is not a clause before its cue.
        let leads_up = matches!(scan.tag(cue.start), Tag::Sconj | Tag::Adp | Tag::Verb | Tag::Adv)
            || scan.is(cue.start, &["when", "after", "while", "as", "before"]);
        if self.opens_after(after, cue)
            && !scan.is_quote_mark(before)
            && (leads_up || !self.has_finite(cue.start, before))
        {
            return None;
        }
        let content = self.around(cue, first, after)?;
        Some(Draft { rule: "parenthetical", ..self.draft(cue, content) })
    }

    /// Whether a quotation opens at `at` or just past a comma there.
    fn opens_after(&self, at: usize, cue: &Cue<'_>) -> bool {
        at < cue.end && (self.opens_quotation(at).is_some() || self.opens_quotation(at + 1).is_some())
    }

    fn has_finite(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.scan.verb_from(at).is_some_and(|group| self.scan.is_finite(group)))
    }

    /// Content on both sides of "the mayor said" (`first..last`): before it, and after it where the clause goes on.
    fn around(&self, cue: &Cue<'_>, first: usize, last: usize) -> Option<Vec<TokenRange>> {
        let scan = &self.scan;
        let mut end = first;
        while end > cue.start
            && (scan.is_comma(end - 1) || scan.is_dash(end - 1) || scan.is(end - 1, &["so", "as"]))
        {
            end -= 1;
        }
        let closes = end > cue.start && scan.is_quote_mark(end - 1);
        while end > cue.start
            && (scan.is_quote_mark(end - 1) || scan.tag(end - 1) == Tag::Punct && !scan.is(end - 1, &[")"]))
        {
            end -= 1;
        }
        if end <= cue.start {
            // The sentence before was the end of the quotation: "“… ?” he asked."
            return None;
        }
        let quotation = scan.quotes.at(end - 1).filter(|_| closes);
        let before = match quotation.map(|quotation| scan.quotes.all[quotation].tokens) {
            Some(quoted) if quoted.range().start <= cue.start + 2 => quoted,
            _ => range(self.clause_start(cue.start, end), end),
        };
        let mut content = vec![before];
        let mut next = last;
        while next < cue.end
            && scan.tag(next) == Tag::Punct
            && !scan.is_quote_mark(next)
            && !scan.is(next, &["(", ";"])
        {
            next += 1;
        }
        if next > last && next < cue.end {
            if let Some(after) = self.opens_quotation(next) {
                content.push(scan.quotes.all[after].tokens);
            } else if quotation.is_none() && !self.turns_away(next) {
                content.push(range(next, self.clause_end(cue, next)));
            }
        }
        Some(content)
    }

    /// Whether what follows "…, he said," is about the saying rather than part of it.
    fn turns_away(&self, at: usize) -> bool {
        let scan = &self.scan;
        scan.is(
            at,
            &[
                "while",
                "as",
                "when",
                "after",
                "who",
                "which",
                "but",
                "and",
                "though",
                "although",
                "according",
                "in",
                "during",
                "before",
            ],
        ) || scan.tag(at) == Tag::Verb && scan.lower(at).ends_with("ing")
    }

    /// Where content before its cue begins: the head of the sentence, without what an earlier cue has taken.
    fn clause_start(&self, start: usize, end: usize) -> usize {
        let semicolon =
            (start..end).rev().find(|&at| self.scan.is(at, &[";"]) && self.scan.quotes.at(at).is_none());
        let start = semicolon.map_or(start, |at| at + 1);
        // "But the plan failed, he said": the conjunction is the reporter's.
        let joined = self.scan.tag(start) == Tag::Cconj && start + 1 < end;
        start + usize::from(joined)
    }

    /// "was quoted as saying by X", "was told that", "is expected to", "was criticised by X".
    fn passive(&self, cue: &Cue<'r>) -> Option<Draft> {
        let scan = &self.scan;
        let subject = self.subjects.get(cue.index).copied().flatten();
        let patient = subject.map(|subject| subject.antecedent.unwrap_or(subject.tokens));
        let by = self.by_phrase(cue.after, cue.end);
        let source = by.map(|(_, source)| source);
        let frames = cue.verb.frames;
        let empty_subject = patient.is_none_or(|tokens| scan.is(tokens.start as usize, &["it", "there"]));
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
            content = clause;
        } else if scan
            .verb_from(after)
            .is_some_and(|group| matches!(group.kind, PhraseKind::Verb { infinitive: true, .. }))
        {
            content.extend(patient);
            content.push(range(after, self.clause_end(cue, after + 1)));
        } else if scan.is(after, &["as", "of", "for"]) && frames.has(Frames::AS) {
            content.extend(patient);
            content.push(range(after, self.nominal_end(cue, after + 1)));
        } else if source.is_some() && frames.has(Frames::NP.with(Frames::AS).with(Frames::CLAUSE)) {
            content.extend(patient);
        }
        if content.is_empty() {
            return None;
        }
        Some(Draft { source, antecedent: None, rule: "passive", ..self.draft(cue, content) })
    }

    /// "by X" right after a passive, or after one noun or adverbial.
    fn by_phrase(&self, after: usize, end: usize) -> Option<(usize, TokenRange)> {
        let at = (after..end.min(after + 6)).find(|&at| self.scan.is(at, &["by"]))?;
        let noun_end = self.scan.full_noun_after(at + 1, end, Asides::None)?;
        Some((at, range(at + 1, noun_end)))
    }
}
