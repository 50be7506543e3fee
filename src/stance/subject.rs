//! Grammatical subjects and noun phrases around a verb, from parts of speech: whose position a verb states,
//! and what the position is about. A modest stand-in for a parser: each search walks over tokens of one
//! sentence once, in one direction.

use std::ops::Range;

use super::classes::{is_be, is_time_word};
use super::context::{Context, is_nominal};
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{DAYS, Tag, is_genitive, is_possessive, words};

/// Longest noun phrase looked at, in tokens.
const LONGEST: usize = 40;

/// Longest clause taken for a target, in tokens.
const LONGEST_CLAUSE: usize = 120;

/// How far back an opening mark is looked for, in tokens.
const LONGEST_QUOTE: usize = 200;

/// Longest remark in brackets that is stepped over, in tokens.
const REMARK: usize = 12;

/// What a token is to a noun phrase before it.
enum Reach {
    /// A word of it, with which it may end.
    Word,
    /// A link to what may follow.
    Link,
    /// The first token that is no part of it.
    Over,
}

impl Context<'_> {
    /// The subject of the verb at `verb`: its noun phrase, without what follows its head in a relative clause.
    pub fn subject_of(&self, verb: usize) -> Option<Range<usize>> {
        // "a tidal wall touted by the council": the noun that the participle follows.
        if self.is_reduced_passive(verb) {
            let before = verb - 1;
            let phrase = self.phrase_from(before).filter(|(_, phrase)| phrase.tokens.end as usize == verb);
            return Some(match phrase {
                Some((_, phrase)) => phrase.tokens.range(),
                None => self.phrase_ending_at(before),
            });
        }
        // "said the report was false": of a quality, the subject of its "is".
        let noun = matches!(self.tag(verb), Tag::Noun | Tag::Propn);
        let quality = if noun { self.phrase_ending_at(verb).start } else { verb };
        let be = self.copula_before(quality);
        if let Some(subject) = self.clause_subject(verb).or_else(|| be.and_then(|be| self.clause_subject(be)))
        {
            let pause = |at: &usize| self.is(*at, words![",", "(", "—", "–", ";"]);
            let end = subject.clone().find(pause).unwrap_or(subject.end);
            return Some(subject.start..end.max(subject.start + 1));
        }
        self.subject_back_from(verb)
    }

    /// The nearest noun phrase before a verb that can be its subject, where no clause tells it.
    #[inline(never)]
    fn subject_back_from(&self, verb: usize) -> Option<Range<usize>> {
        let mut at = verb;
        let mut steps = 0;
        let mut commas = 0;
        while at > self.tokens.start && steps < LONGEST {
            at -= 1;
            steps += 1;
            let word = self.rule_word(at);
            match self.tag(at) {
                Tag::Adv | Tag::Aux | Tag::Part => {}
                Tag::Pron if word.is(words!["who", "which", "that"]) => {
                    return self.antecedent(at);
                }
                Tag::Sconj if word.is(words!["that"]) => {}
                // "which the ministry today rejects"
                Tag::Noun if word.is(words!["today", "yesterday"]) => {}
                Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num => {
                    let phrase = self.phrase_ending_at(at);
                    match self.governor(&phrase, commas == 0) {
                        Some(governor) => at = governor,
                        None => return Some(phrase),
                    }
                }
                Tag::Punct if word.is(words![","]) => commas += 1,
                // "The World Health Organisation (WHO) recommends"
                Tag::Punct if word.is(words![")"]) => {
                    let inside = (self.tokens.start..at).rev().take(REMARK);
                    at = inside.into_iter().find(|&open| self.is(open, words!["("])).unwrap_or(at);
                }
                Tag::Punct if self.is_quote(at) || word.is(words!["-"]) => {}
                Tag::Punct if word.is(words![";", ":", ".", "?", "!", "—", "–"]) => return None,
                _ => {}
            }
        }
        None
    }

    /// Where to look on where a noun phrase is governed by the word before it, so that it is no subject: before that
    /// preposition, if no comma stands between, and at the object of that verb.
    fn governor(&self, phrase: &Range<usize>, adjacent: bool) -> Option<usize> {
        let before = phrase.start.checked_sub(1).filter(|_| phrase.start > self.tokens.start)?;
        match self.tag(before) {
            // "… to ministers over the plan backed": a phrase behind a preposition is no subject.
            Tag::Adp if adjacent => {
                // "as the bloc expands": a clause of its own, whose subject it is.
                let opens_clause = self.is(before, words!["as", "after", "before", "since", "until", "than"])
                    && matches!(self.tag(self.skip_adverbials(phrase.end)), Tag::Verb | Tag::Aux);
                (!opens_clause).then_some(before)
            }
            Tag::Verb => (!is_be(self.rule_word(before))).then_some(phrase.start),
            _ => None,
        }
    }

    /// The noun phrase that "who", "which" or "that" refers to.
    fn antecedent(&self, relative: usize) -> Option<Range<usize>> {
        let before = relative.checked_sub(1)?;
        let at = if self.is(before, words![","]) { before.checked_sub(1)? } else { before };
        matches!(self.tag(at), Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
            .then(|| self.phrase_ending_at(at))
    }

    /// The noun phrase whose last token is `last`, with the "of" phrases it hangs on.
    pub fn phrase_ending_at(&self, last: usize) -> Range<usize> {
        let mut start = last;
        while start > self.tokens.start && last - start < LONGEST {
            let before = start - 1;
            let inside = match self.tag(before) {
                Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num => self.tag(start) != Tag::Det,
                Tag::Pron => is_possessive(self.rule_word(before)),
                Tag::Part => is_genitive(self.rule_word(before)),
                Tag::Punct | Tag::Sym => self.is(before, words!["-"]) && before > self.tokens.start,
                Tag::Adp => {
                    self.is(before, words!["of"])
                        && before > self.tokens.start
                        && matches!(self.tag(before - 1), Tag::Noun | Tag::Propn | Tag::Num)
                }
                Tag::Cconj => {
                    before > self.tokens.start
                        && matches!(self.tag(before - 1), Tag::Propn)
                        && self.tag(start) == Tag::Propn
                }
                Tag::Adv => matches!(self.tag(start), Tag::Adj) && before > self.tokens.start,
                _ => false,
            };
            if !inside || self.tag(start) == Tag::Pron && !is_possessive(self.rule_word(start)) {
                break;
            }
            start = before;
        }
        start..last + 1
    }

    /// The maximal noun phrase that begins at or soon after `from`: heads, coordinated heads and the
    /// prepositional phrases that hang on them, up to a verb, a clause or a pause.
    pub fn noun_phrase_after(&self, from: usize) -> Option<Range<usize>> {
        let mut start = self.skip_adverbials(from);
        if !self.begins_noun_phrase(start) {
            start = from;
        }
        if self.is_quote(start) {
            start += 1;
        }
        if self.is(start, words!["what"]) {
            return self.free_relative(start);
        }
        // "endorsed her early": nothing hangs on a pronoun.
        if self.tag(start) == Tag::Pron && self.stands_alone(start) {
            return Some(start..start + 1);
        }
        let mut end = start;
        for at in start..self.tokens.end.min(start + LONGEST) {
            match self.reach(from, start, end, at) {
                Reach::Word => end = at + 1,
                Reach::Link => {}
                Reach::Over => break,
            }
        }
        (end > start).then_some(start..end)
    }

    /// What a token is to the noun phrase from `start` to `end`, after words that may yet link it to more; the phrase was
    /// looked for at `from`.
    #[inline(never)]
    fn reach(&self, from: usize, start: usize, end: usize, at: usize) -> Reach {
        let word = self.rule_word(at);
        match self.tag(at) {
            // "backed the plan last week", "backed the plan when it came": time.
            _ if end == at && end > start && self.begins_time(at) => Reach::Over,
            Tag::Noun | Tag::Propn | Tag::Num => Reach::Word,
            // A second pronoun or determiner right after a head begins a clause of its own.
            Tag::Pron if end == at && end > start && !is_possessive(word) => Reach::Over,
            Tag::Pron if is_possessive(word) => Reach::Link,
            Tag::Pron => Reach::Word,
            Tag::Det if end == at && end > start => Reach::Over,
            // "a throw-in"
            Tag::Adv | Tag::Adp if end + 1 == at && self.is(end, words!["-"]) && end > start => Reach::Word,
            Tag::Adj if end == start => Reach::Word,
            Tag::Det | Tag::Adj | Tag::Adv | Tag::Sym => Reach::Link,
            Tag::Part if is_genitive(word) => Reach::Link,
            Tag::Punct if self.is_plural_genitive(at) => Reach::Link,
            Tag::Punct if word.is(words!["-", "’", "'"]) || self.is_quote(at) && at + 1 < self.tokens.end =>
            {
                // "a “historic” win": marks around a part of it.
                let inside = || {
                    matches!(self.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj)
                        && (from..at).any(|open| self.is_quote(open))
                };
                if self.is_quote(at) && end == at && self.closes_quote(at) && !inside() {
                    Reach::Over
                } else {
                    Reach::Link
                }
            }
            Tag::Cconj
                if word.is(words!["and", "or", "&"])
                    && self.begins_noun_phrase(at + 1)
                    && !self.clause_after(at + 1) =>
            {
                Reach::Link
            }
            Tag::Adp
                if end > start
                    && !word.is(words!["as", "by", "than", "until", "after", "before", "since"])
                    && !self.is_adjunct(at) =>
            {
                Reach::Link
            }
            // "Internet-based fraud", "their towns' deepening ties": a participle inside the phrase.
            Tag::Verb
                if end > start
                    && (self.is(at - 1, words!["-"]) || is_genitive(self.rule_word(at - 1)))
                    && matches!(self.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj) =>
            {
                Reach::Link
            }
            Tag::Verb if end == start || self.tag(at.wrapping_sub(1)) == Tag::Adp => {
                // "a policy of turning away boats", "imported goods"
                if end == start && at != start && self.tag(at - 1) != Tag::Det {
                    Reach::Over
                } else if end == start && !matches!(self.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj) {
                    Reach::Word
                } else {
                    Reach::Link
                }
            }
            _ => Reach::Over,
        }
    }

    /// "denounced | what he called a sham": a clause in place of a noun phrase.
    #[inline(never)]
    fn free_relative(&self, what: usize) -> Option<Range<usize>> {
        let clause = self.clause_from(what)?;
        // "opposes what it calls a sham and wants it gone", "…, despite the cost"
        let over = (what + 2..clause.end).find(|&at| {
            self.tag(at) == Tag::Cconj
                && matches!(self.tag(at + 1), Tag::Verb | Tag::Aux)
                && !matches!(self.tag(at - 1), Tag::Verb | Tag::Aux | Tag::Adj)
                || self.is(at, words![","]) && (self.is_gerund(at + 1) || self.lower(at + 1) == "despite")
        });
        Some(what..over.unwrap_or(clause.end))
    }

    /// Whether a personal pronoun is the whole noun phrase; "her very good work" is another.
    fn stands_alone(&self, at: usize) -> bool {
        let next = self.skip_adverbials(at + 1);
        self.is(at, words!["it", "him", "them", "her"])
            && matches!(self.tag(at + 1), Tag::Adp | Tag::Adv)
            && !(self.is(at, words!["her"])
                && matches!(self.tag(next), Tag::Adj | Tag::Noun)
                && !self.begins_time(next))
    }

    /// "last week", "Thursday morning", "when it came": what tells a time right behind a noun phrase.
    #[inline(never)]
    fn begins_time(&self, at: usize) -> bool {
        let next = self.rule_word(at + 1);
        self.is(at, words!["when", "where", "while", "because"])
            // "Black Friday", "Good Friday": days inside names.
            || self.is(at, DAYS)
                && (self.tag(at + 1) != Tag::Noun || is_time_word(next))
                && !one_of!(
                    self.lower(at.wrapping_sub(1)),
                    "black good super bloody ash holy cyber giving easter palm shrove fat maundy"
                )
            || self.is(at, words!["last"]) && is_time_word(next)
            || self.is(at + 1, words!["which", "whom"])
    }

    /// "on Monday", "in a statement", "on the grounds": when, where and why something is done, which hangs on the verb.
    #[inline(never)]
    fn is_adjunct(&self, preposition: usize) -> bool {
        // "a ban on Sunday trading", "cuts in speech therapy": the head counts; of "a ban on travel Tuesday" it is "travel".
        let article = self.tag(preposition + 1) == Tag::Det;
        let first = preposition + 1 + usize::from(article);
        let inside = |&at: &usize| {
            matches!(self.tag(at), Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
                && (at == first || !self.begins_time(at))
        };
        let head = (first..self.tokens.end).take_while(inside).last().unwrap_or(first);
        let lower = self.lower(head);
        let number = self.tag(first) == Tag::Num;
        // "a cut in days lost", "changes in May's budget": of no time.
        let bare = head == first && !article && lower.ends_with('s') || is_genitive(self.rule_word(head + 1));
        let time = (is_time_word(self.rule_word(head)) || lower == "may") && !bare;
        match self.lower(preposition) {
            "during" | "despite" => true,
            "on" => time || one_of!(lower, "ground grounds basis"),
            "in" => {
                time || number && head == first
                    || article && one_of!(lower, "interview statement speech letter tweet past")
            }
            "for" => time && (article || number),
            _ => false,
        }
    }

    /// "their towns’ ties": an apostrophe after the "s" of a plural, where no single mark was opened before.
    fn is_plural_genitive(&self, at: usize) -> bool {
        self.is(at, words!["’", "'"])
            && self.lower(at - 1).ends_with('s')
            && matches!(self.tag(at + 1), Tag::Noun | Tag::Adj | Tag::Verb)
            && !(self.tokens.start..at).any(|at| self.is(at, words!["‘", "'"]))
    }

    fn closes_quote(&self, at: usize) -> bool {
        self.is(at, words!["”", "’", "''", "»"])
            || self.is(at, words!["\""])
                && (self.tokens.start.max(at.saturating_sub(LONGEST_QUOTE))..at)
                    .filter(|&t| self.is(t, words!["\""]))
                    .count()
                    % 2
                    == 1
    }

    /// Whether the noun phrase at `from` is the subject of a clause of its own.
    fn clause_after(&self, from: usize) -> bool {
        const FARTHEST: usize = 6;
        let may_stand =
            |at: &usize| is_nominal(self.tag(*at)) || matches!(self.tag(*at), Tag::Part | Tag::Adv);
        let verb = (from..self.tokens.end.min(from + FARTHEST)).find(|at| !may_stand(at));
        verb.is_some_and(|verb| matches!(self.tag(verb), Tag::Verb | Tag::Aux))
    }

    /// The verb phrase or clause that begins at `from`, to the end of its clause: a closing quotation mark, a
    /// semicolon, or a comma after which somebody is said to speak or another clause begins.
    pub fn clause_from(&self, from: usize) -> Option<Range<usize>> {
        let mut start = from;
        while self.is(start, words!["that"]) && self.tag(start) == Tag::Sconj
            || self.is_quote(start)
            || self.is(start, words![","])
        {
            // "“I promise,” she said": nothing is left of what was said.
            if self.is_quote(start) && self.closes_quote(start) {
                return None;
            }
            start += 1;
        }
        let mut end = start;
        let mut opened = false;
        for at in start..self.tokens.end.min(start + LONGEST_CLAUSE) {
            let word = self.rule_word(at);
            let stop = match self.tag(at) {
                Tag::Punct if word.is(words![";", ":", ".", "?", "!", "…"]) => true,
                // "protect the “quiet” streets": marks inside.
                Tag::Punct if self.is_quote(at) => {
                    let closes = self.closes_quote(at);
                    let inner = closes && opened;
                    opened = !closes;
                    closes && !inner
                }
                Tag::Punct if word.is(words![","]) => self.pause_ends(at + 1),
                // "urged them to act and said": of whoever speaks.
                Tag::Cconj if word.is(words!["and"]) => self.is(at + 1, words!["said", "says", "added"]),
                Tag::Cconj => word.is(words!["but", "yet"]),
                _ => false,
            };
            if stop {
                break;
            }
            end = at + 1;
        }
        (end > start).then_some(start..end)
    }

    /// Whether the clause before a comma is over at what follows it.
    fn pause_ends(&self, after: usize) -> bool {
        let word = self.rule_word(after);
        self.is_quote(after)
            || word.is(words![
                "but",
                "while",
                "who",
                "which",
                "although",
                "though",
                "whereas",
                "saying",
                "adding",
                "citing",
                "as",
                "according",
                "because",
                "after",
                "when",
                "if"
            ])
            // "…, something the guild denies"
            || word.is(words!["and", "he", "she", "they", "it", "we", "i", "you", "something"])
                && self.clause_after(after + usize::from(word.is(words!["and"])))
                // "act, and act now": one more thing to be done.
                && !(word.is(words!["and"])
                    && self.tag(after + 1) == Tag::Verb
                    && lemma(self.lower(after + 1), Tag::Verb) == self.lower(after + 1))
            || self.tag(after) == Tag::Propn && self.clause_after(after)
    }
}
