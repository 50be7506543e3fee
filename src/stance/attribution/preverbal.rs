//! What stands before a verb group: its own subject, a relative pronoun, or a sign that it shares the subject of another.

use super::clause::{LEADING, RELATIVE, Subject};
use super::frames::Frames;
use super::nominal::Asides;
use super::scan::{Scan, range};
use crate::bytes::one_of;
use crate::language::{Phrase, Tag, TokenRange, words};

/// What stands before a verb group.
pub(super) enum Own {
    /// A comma: a participle ("…, adding that") belongs to the main clause.
    Participle,
    /// Its own subject.
    Found(Subject),
    /// A conjunction or another verb: it shares the subject of the one before.
    Shared,
    /// Nothing that could be one.
    None,
}

impl Scan<'_, '_> {
    /// Whether a word before the subject at `start` makes its clause lead up to another.
    pub(super) fn leads_up(&self, start: usize) -> bool {
        self.is(start.wrapping_sub(1), LEADING)
    }

    /// "“…,” said the mayor": a verb of saying right after a quotation, its subject after it.
    #[inline(never)]
    pub(super) fn subject_after(&self, group: &Phrase, floor: usize, end: usize) -> Option<Subject> {
        let first = group.tokens.range().start;
        let inverts = group.tokens.len() == 1
            && first > floor
            && (self.is_quote_mark(first - 1) || self.is_comma(first - 1))
            && !self.quotes.hold(first)
            && self.has_entry(first, Frames::INVERT);
        let close = inverts.then(|| self.full_noun_after(first + 1, end, Asides::Open)).flatten()?;
        let followed = self.verb_from(close).is_some_and(|next| self.is_finite(next));
        // "The dam held, said the mayor, adding …", but not "Ada Park, the mayor, said no".
        let aside = || {
            self.is(first, words!["said", "says"])
                && !self.is_time(first + 1)
                && self.noun_before_aside(first - 1, floor).is_none()
        };
        (!followed && (self.is_quote_mark(first - 1) || aside())).then(|| Subject {
            tokens: range(first + 1, close),
            antecedent: None,
            adjacent: false,
        })
    }

    /// "The nurse who took the call recalled that …": the noun before the verb is the object of the relative clause,
    /// and the subject what that clause refers to, unless its verb brings in a clause ("who said the dog barked").
    #[inline(never)]
    pub(super) fn around_relative(&self, subject: Subject, subjects: &[Option<Subject>]) -> Option<Subject> {
        let verb = subject.tokens.range().start.checked_sub(1).filter(|_| subject.antecedent.is_none())?;
        let index = self.phrase_index(verb).filter(|_| self.in_verb(verb))?;
        let group = self.reading.phrases.get(index)?;
        // "who declined to give his name": the infinitive shares its subject.
        let infinitive = group.is_infinitive();
        let relative = subjects.get(index).copied().flatten();
        let relative =
            relative.filter(|relative| infinitive || relative.adjacent && self.is_finite(group))?;
        let reports = self.has_entry(group.head as usize, Frames::CLAUSE);
        let tokens =
            relative.antecedent.filter(|_| !reports && !self.is(group.head as usize, words!["is", "was"]))?;
        let tokens = TokenRange { end: subject.tokens.end, ..tokens };
        Some(Subject::before(tokens))
    }

    /// Where "last month" or "Tuesday" begins that ends before a verb, after a noun or a comma.
    pub(super) fn time_start(&self, end: usize, floor: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|&last| self.is_time_word(last))?;
        // "last night", "Sunday night", "late on Sunday"
        let start = last - usize::from(self.is_time_word(last.wrapping_sub(1)));
        let on = start - usize::from(self.is(start.wrapping_sub(1), words!["on"]));
        let start = if self.is(on.wrapping_sub(1), words!["late", "early"]) {
            on - 1
        } else {
            start - usize::from(self.is(start.wrapping_sub(1), words!["last", "this", "earlier", "next"]))
        };
        let before = start.checked_sub(1).filter(|&before| before > floor)?;
        // "the polls on Super Tuesday" are no polls of that day.
        let alone = start < last
            || self.lower(last).ends_with("day") && !self.is(before.wrapping_sub(1), words!["on", "of"]);
        let follows = self.is_comma(before)
            || self.is(before, words![")"])
            || self.is(before, RELATIVE)
            || matches!(self.tag(before), Tag::Noun | Tag::Propn);
        (alone && follows).then_some(start)
    }

    /// What stands before the verb group that begins at `start`.
    #[inline(never)]
    pub(super) fn subject_before(&self, start: usize, floor: usize) -> Own {
        let head = (start..start + 4).find(|&at| self.tag(at) != Tag::Adv).unwrap_or(start);
        let participle = self.ends_in_ing(head);
        let at = self.before_adverbs(start, head, floor);
        if at <= floor {
            return Own::None;
        }
        let before = at - 1;
        if let Some(subject) = self.relative_before(at, floor).or_else(|| self.of_whom_before(at, floor)) {
            return Own::Found(subject);
        }
        // "The company, which makes boats, last year announced": when it was done.
        if let Some(time) = self.time_start(at, floor).filter(|&time| self.is_comma(time - 1)) {
            return self.before_aside(time - 1, floor);
        }
        if participle && let Some(tokens) = self.noun_after_with(at, floor) {
            return Own::Found(Subject::before(tokens));
        }
        if let Some(tokens) = self.full_noun_before(at, floor) {
            return self.unless_time(tokens, at, floor);
        }
        if self.is_comma(before) && participle {
            return Own::Participle;
        }
        if self.is_comma(before) || self.is_dash(before) {
            return self.before_aside(before, floor);
        }
        if let Some(tokens) = self.noun_with_participle(start, at, floor) {
            return Own::Found(Subject::before(tokens));
        }
        let shares = self.in_verb(before)
            || matches!(self.tag(before), Tag::Cconj | Tag::Adp | Tag::Sconj)
            || self.noun_before(at).is_some();
        if shares { Own::Shared } else { Own::None }
    }

    /// Where adverbs and the like begin that stand between a subject and its verb at `start`, whose first word besides them
    /// is at `head`.
    fn before_adverbs(&self, start: usize, head: usize, floor: usize) -> usize {
        let each = words!["both", "all", "each", "himself", "herself", "itself", "themselves"];
        let mut at = start;
        while at > floor
            && (self.tag(at - 1) == Tag::Adv
                || self.is_quote_mark(at - 1)
                || at > floor + 1 && self.is(at - 1, each) && self.noun_before(at - 1).is_some()
                || self.is(at - 1, words!["there"]) && self.is_place_of(at - 1, floor, head))
        {
            at -= 1;
        }
        // "The mayor late on Saturday confirmed", "who last week said": when it was done stands between.
        let between = |&time: &usize| self.tag(time) == Tag::Adv || self.is(time - 1, RELATIVE);
        self.time_start(at, floor).filter(between).unwrap_or(at)
    }

    /// "the mayor, | who": a relative pronoun that ends before `at`, and what it refers to.
    fn relative_before(&self, at: usize, floor: usize) -> Option<Subject> {
        let before = at - 1;
        if !self.is(before, RELATIVE) || !matches!(self.tag(before), Tag::Pron | Tag::Sconj | Tag::Det) {
            return None;
        }
        let set_off = before > floor && (self.is_comma(before - 1) || self.is_dash(before - 1));
        let noun_end = before - usize::from(set_off);
        let antecedent = self
            .named_before_who(before, floor)
            .or_else(|| self.full_noun_before(noun_end, floor))
            .or_else(|| self.noun_before(noun_end).map(|noun| noun.tokens))
            .map(|noun| if set_off { self.apposed_to(noun, floor) } else { noun });
        Some(Subject { antecedent, ..Subject::before(range(before, at)) })
    }

    /// "Park and Bell, | both of whom | advised him": those the relative refers to.
    fn of_whom_before(&self, at: usize, floor: usize) -> Option<Subject> {
        let both = at.checked_sub(3).filter(|&both| both > floor + 1)?;
        let of_whom =
            self.is(at - 1, words!["whom"]) && self.is(at - 2, words!["of"]) && self.is_comma(both - 1);
        let antecedent = of_whom.then(|| self.full_noun_before(both - 1, floor)).flatten()?;
        Some(Subject { antecedent: Some(antecedent), ..Subject::before(range(both, at)) })
    }

    /// The subject before an aside that ends with the comma or dash at `close`.
    fn before_aside(&self, close: usize, floor: usize) -> Own {
        self.noun_before_aside(close, floor).map_or(Own::Shared, |tokens| Own::Found(Subject::before(tokens)))
    }

    /// ", with officials underlining the plan": those who do so, not the subject of the clause before.
    fn noun_after_with(&self, at: usize, floor: usize) -> Option<TokenRange> {
        const LONGEST: usize = 16;
        let with = (floor..at).rev().take(LONGEST).find(|&with| self.is(with, words!["with"]))?;
        let set_off = with == floor || self.is_comma(with - 1);
        let tokens = set_off.then(|| self.full_noun_before(at, with + 1)).flatten()?;
        (tokens.range().start == with + 1).then_some(tokens)
    }

    /// A noun phrase that ends before `at`, unless it tells when something was done: "sent a letter this month saying that",
    /// "figures released today show".
    fn unless_time(&self, tokens: TokenRange, at: usize, floor: usize) -> Own {
        let start = tokens.range().start;
        let end = self.time_start(at, floor).filter(|&time| time > start).unwrap_or(tokens.range().end);
        let time = start > floor + 1
            && self.is_time(start)
            && (self.in_verb(start - 1) || matches!(self.tag(start - 1), Tag::Noun | Tag::Propn | Tag::Adv));
        if time { Own::Shared } else { Own::Found(Subject::before(range(start, end))) }
    }

    /// "Voters polled | say", "those living nearby | say": of two verbs with nothing else between the first is a participle.
    fn noun_with_participle(&self, start: usize, at: usize, floor: usize) -> Option<TokenRange> {
        let participle = at - 1;
        let noun_end = participle.wrapping_sub(1);
        let nearby = self.ends_in_ing(participle)
            && self.tag(at) == Tag::Adv
            && one_of!(self.lower(at), "nearby here outside inside abroad overseas");
        let joined = self.finite_from(start).is_some()
            && (self.ends_in_ed(participle) || nearby)
            && (self.tag(noun_end) == Tag::Noun || self.is(noun_end, words!["those"]))
            && self.verb_from(participle).is_some_and(|group| group.tokens.len() == 1);
        let noun = joined.then(|| self.full_noun_before(participle, floor)).flatten()?.range();
        self.opens_clause_at(noun.start, floor).then(|| range(noun.start, at + usize::from(nearby)))
    }
}
