//! Clauses without a parser: who is the subject of a verb group, how far a noun phrase reaches, where a clause
//! ends. News English keeps subject and verb together closely enough that phrases, commas and relatives decide
//! nearly all of it (the same observation carries the rules of Krestel et al. 2008, "Minding the Source").

use super::frames::Frames;
use super::nominal::Asides;
use super::scan::{Scan, range};
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};

/// The subject of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// The full noun phrase, with what is joined to it; "who" in a relative clause.
    pub(super) tokens: TokenRange,
    /// The noun phrase that a relative refers to.
    pub(super) antecedent: Option<TokenRange>,
    /// Whether it stands right before its verb group, rather than being shared with another verb.
    pub(super) adjacent: bool,
}

impl Subject {
    /// A noun phrase right before its verb.
    pub(super) fn before(tokens: TokenRange) -> Self {
        Self { tokens, antecedent: None, adjacent: true }
    }

    /// The same for another verb, which shares it.
    fn shared(self) -> Self {
        Self { adjacent: false, ..self }
    }

    /// The noun phrase that tells who or what it is: of a relative what that refers to.
    pub(super) fn referent(self) -> TokenRange {
        self.antecedent.unwrap_or(self.tokens)
    }
}

/// Words that open a clause which leads up to the main one.
pub(super) const LEADING: &[RuleWord] = words![
    "while", "when", "after", "before", "although", "though", "as", "if", "because", "since", "once",
    "whenever", "until",
];

/// Pronouns that may be the subject of a relative clause.
pub(super) const RELATIVE: &[RuleWord] = words!["who", "that", "which"];

/// The subject of every verb group, by index of its phrase.
#[inline(never)]
pub(super) fn subjects(scan: &Scan<'_, '_>) -> Vec<Option<Subject>> {
    let mut subjects: Vec<Option<Subject>> = vec![None; scan.reading.phrases.len()];
    for sentence in &scan.reading.sentences {
        let range = sentence.tokens.range();
        let mut at = range.start;
        let mut groups = Groups { floor: range.start, end: range.end, ..Groups::default() };
        while at < range.end {
            let Some(index) = scan.phrase_index(at) else {
                at += 1;
                continue;
            };
            let Some(phrase) = scan.reading.phrases.get(index) else { break };
            at = phrase.tokens.range().end.max(at + 1);
            if phrase.kind != PhraseKind::Noun {
                groups.add(scan, index, phrase, &mut subjects);
            }
        }
    }
    subjects
}

/// The verb groups of a sentence, as far as the next one may share their subjects; all by index of their phrases.
#[derive(Default)]
struct Groups {
    floor: usize,
    end: usize,
    /// The last one with a tense.
    finite: Option<usize>,
    /// The last one of any kind.
    last: Option<usize>,
    /// That of the main clause, whose subject a participle after a comma shares.
    main: Option<usize>,
    /// Whether that one stands in a clause that only leads up to the main one: "even as shares fell, …".
    main_leads_up: bool,
    /// The last one of saying, which one after "and" goes on from.
    reporting: Option<usize>,
    /// The last one that brings in a clause.
    claiming: Option<usize>,
    /// The last participle, as in "saying that …", which one after "and" goes on from.
    participle: Option<usize>,
    /// The last infinitive, or verb that it goes on with, since the last one with a tense.
    infinitive: Option<usize>,
    /// Those without a subject so far.
    waiting: Vec<usize>,
}

impl Groups {
    /// Finds the subject of the next group.
    #[inline(never)]
    fn add(&mut self, scan: &Scan<'_, '_>, index: usize, phrase: &Phrase, subjects: &mut [Option<Subject>]) {
        let goes_on = self.infinitive.filter(|_| goes_on_infinitive(scan, phrase, self.floor));
        let subject = match goes_on {
            Some(first) => subjects.get(first).copied().flatten().map(Subject::shared),
            None => self.subject(scan, phrase, subjects),
        };
        if let Some(slot) = subjects.get_mut(index) {
            *slot = subject;
        }
        if goes_on.is_some() || phrase.is_infinitive() {
            self.infinitive = Some(index);
        }
        if goes_on.is_none() && scan.is_finite(phrase) {
            self.infinitive = None;
            if subject.is_some() {
                // "Speaking in Ohio, the mayor said": what came before takes the subject of the main clause.
                for earlier in self.waiting.drain(..) {
                    if let Some(slot) = subjects.get_mut(earlier) {
                        *slot = subject.map(Subject::shared);
                    }
                }
            }
            self.finite = Some(index);
            if subject.is_some() && scan.takes(phrase, Frames::CLAUSE) {
                self.claiming = Some(index);
            }
            if scan.is_report(phrase) && subject.is_some_and(|subject| subject.antecedent.is_none()) {
                self.reporting = Some(index);
            }
            if scan.quotes.at(phrase.head as usize).is_none()
                && subject.is_some_and(|subject| subject.adjacent && subject.antecedent.is_none())
                && (self.main.is_none() || self.main_leads_up || opens_clause(scan, subject, self.floor))
            {
                self.main = Some(index);
                self.main_leads_up =
                    subject.is_some_and(|subject| scan.leads_up(subject.tokens.range().start));
            }
        } else if subject.is_none() {
            self.waiting.push(index);
        }
        if scan.ends_in_ing(phrase.head as usize) && !scan.is_finite(phrase) {
            self.participle = Some(index);
        }
        self.last = Some(index);
    }

    #[inline(never)]
    fn subject(&self, scan: &Scan<'_, '_>, phrase: &Phrase, subjects: &[Option<Subject>]) -> Option<Subject> {
        let &Groups { floor, finite, last, main, reporting, claiming, participle, .. } = self;
        let is_finite = scan.is_finite(phrase);
        let goes_on = scan.ends_in_ing(phrase.head as usize) && !is_finite;
        let own = match scan.subject_after(phrase, floor, self.end) {
            Some(subject) => Own::Found(subject),
            None => scan.subject_before(phrase.tokens.range().start, floor),
        };
        let shared = |from: Option<usize>| {
            from.and_then(|index| subjects.get(index).copied().flatten()).map(Subject::shared)
        };
        let own = match own {
            Own::Found(subject) if is_finite => {
                Own::Found(scan.around_relative(subject, subjects).unwrap_or(subject))
            }
            own => own,
        };
        match own {
            Own::Found(subject) if is_finite || scan.is(phrase.head as usize, words!["being"]) => {
                Some(subject)
            }
            // "the plan to stop", "officials speaking": the noun before an infinitive or participle may be its
            // object's owner rather than its subject; the governing clause decides.
            Own::Found(subject) if scan.ends_in_ing(phrase.head as usize) => {
                // "spent the week saying that", "issued a statement saying that": whoever did so.
                let object = subject.tokens.range().start;
                let before = object.wrapping_sub(1);

                let stayed = scan.is(before, words!["spend", "spends", "spent", "ended"])
                    || scan.is(before, words!["leave", "left"]) && scan.is(object, words!["it"])
                    || scan.is_issued(subject.tokens);
                // "a key focus for funds backing mayors", "heat from a guild asking for it": whoever can act.
                let near = scan.noun_before(phrase.tokens.range().start).map(|noun| noun.tokens);
                let near = near.filter(|&near| {
                    let preposition = near.range().start.wrapping_sub(1);
                    scan.is(preposition, words!["of", "for", "from", "to", "among", "with"])
                        && !scan.is_time(preposition + 1)
                        && preposition > object
                        && scan.names_people(near)
                        && !scan.names_people(range(object, preposition))
                });
                let subject = near.map_or(subject, |tokens| Subject { tokens, ..subject });
                shared(finite.filter(|_| stayed)).or(Some(subject))
            }
            Own::Found(subject) => {
                if finite.is_none() {
                    Some(subject)
                } else {
                    shared(last.or(finite)).or(Some(subject))
                }
            }
            // "Bell will lose, Park said, adding …": whoever speaks in the aside.
            Own::Participle if scan.ends_aside(phrase, finite, shared(finite)) => shared(finite),
            // "Shares fell after the court blocked the merger, saying …": of the two only the court can speak.
            Own::Participle if scan.is_report(phrase) && !scan.can_speak(shared(main)) => {
                let last = shared(finite);
                if scan.can_speak(last) { last } else { shared(main.or(finite)) }
            }
            Own::Participle => shared(main.or(finite)),
            Own::Shared if is_finite && scan.is_comma_before_and(phrase, floor) => shared(main.or(finite)),
            Own::Shared if is_finite && scan.goes_on_report(phrase, claiming, finite) => shared(claiming),
            Own::Shared
                if is_finite
                    && claiming
                        .and_then(|index| scan.reading.phrases.get(index))
                        .is_some_and(|cue| scan.judges(cue.head as usize, phrase.head as usize)) =>
            {
                shared(claiming)
            }
            Own::Shared
                if is_finite
                    && reporting.is_some()
                    && (scan.is_report(phrase) || scan.promises(phrase, shared(finite))) =>
            {
                shared(reporting)
            }
            // "saying it was late and calling for calm": whoever says so.
            Own::Shared
                if goes_on
                    && participle.is_some()
                    && scan.is(phrase.tokens.range().start.wrapping_sub(1), words!["and"]) =>
            {
                shared(participle)
            }
            Own::Shared => {
                let shared = shared(last.filter(|_| !is_finite).or(finite)).or(shared(finite));
                shared
                    .map(|shared| scan.past_relative(phrase, shared).filter(|_| is_finite).unwrap_or(shared))
            }
            Own::None => shared(finite),
        }
    }
}

/// Whether a verb in its base form, after a comma or a conjunction, goes on with an infinitive: "to forestall fraud,
/// curb the trade and firmly support them".
#[inline(never)]
fn goes_on_infinitive(scan: &Scan<'_, '_>, group: &Phrase, floor: usize) -> bool {
    let head = group.head as usize;
    let mut first = group.tokens.range().start;
    while first > floor && scan.tag(first - 1) == Tag::Adv {
        first -= 1;
    }
    (group.tokens.range().start..head).all(|at| scan.tag(at) == Tag::Adv)
        && first > floor
        && (scan.is_comma(first - 1) || scan.is(first - 1, words!["and", "or"]))
        && scan.is_plain_form(head)
}

/// Whether a subject opens a clause of equal rank: after "; ", ", but" or the comma that ends a clause before it.
#[inline(never)]
fn opens_clause(scan: &Scan<'_, '_>, subject: Option<Subject>, floor: usize) -> bool {
    let Some(first) = subject.map(|subject| subject.tokens.range().start) else { return false };
    let participle = scan.ends_in_ing(floor);
    first > floor
        && (scan.is(first - 1, words![";"])
            || scan.is(first - 1, words!["and", "but"]) && first > floor + 1 && scan.is_comma(first - 2)
            || participle && scan.is_comma(first - 1)
            || scan.is_comma(first - 1) && scan.quotes.at(first.saturating_sub(3)).is_some()
            || scan.is_quote_mark(first - 1))
}

/// What stands before a verb group.
enum Own {
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
    fn leads_up(&self, start: usize) -> bool {
        self.is(start.wrapping_sub(1), LEADING)
    }

    /// "“…,” said the mayor": a verb of saying right after a quotation, its subject after it.
    #[inline(never)]
    fn subject_after(&self, group: &Phrase, floor: usize, end: usize) -> Option<Subject> {
        let first = group.tokens.range().start;
        let inverts = group.tokens.len() == 1
            && first > floor
            && (self.is_quote_mark(first - 1) || self.is_comma(first - 1))
            && self.quotes.at(first).is_none()
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
    fn around_relative(&self, subject: Subject, subjects: &[Option<Subject>]) -> Option<Subject> {
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

    #[inline(never)]
    fn subject_before(&self, start: usize, floor: usize) -> Own {
        const LONGEST_ROW: usize = 16;
        let mut at = start;
        let head = (start..start + 4).find(|&at| self.tag(at) != Tag::Adv).unwrap_or(start);
        let participle = self.ends_in_ing(head);
        while at > floor
            && (self.tag(at - 1) == Tag::Adv
                || self.is_quote_mark(at - 1)
                || at > floor + 1
                    && self.is(
                        at - 1,
                        words!["both", "all", "each", "himself", "herself", "itself", "themselves"],
                    )
                    && self.noun_before(at - 1).is_some()
                || self.is(at - 1, words!["there"]) && self.is_place_of(at - 1, floor, head))
        {
            at -= 1;
        }
        // "The mayor late on Saturday confirmed", "who last week said": when it was done stands between.
        let between = |&time: &usize| self.tag(time) == Tag::Adv || self.is(time - 1, RELATIVE);
        at = self.time_start(at, floor).filter(between).unwrap_or(at);
        if at <= floor {
            return Own::None;
        }
        let before = at - 1;
        if self.is(before, RELATIVE) && matches!(self.tag(before), Tag::Pron | Tag::Sconj | Tag::Det) {
            let set_off = before > floor && (self.is_comma(before - 1) || self.is_dash(before - 1));
            let noun_end = before - usize::from(set_off);
            let antecedent = self
                .named_before_who(before, floor)
                .or_else(|| self.full_noun_before(noun_end, floor))
                .or_else(|| self.noun_before(noun_end).map(|noun| noun.tokens));
            let antecedent =
                antecedent.map(|noun| if noun_end < before { self.apposed_to(noun, floor) } else { noun });
            return Own::Found(Subject { tokens: range(before, at), antecedent, adjacent: true });
        }
        // "Park and Bell, both of whom advised him": those the relative refers to.
        if self.is(before, words!["whom"])
            && before > floor + 3
            && self.is(before - 1, words!["of"])
            && self.is_comma(before - 3)
            && let Some(antecedent) = self.full_noun_before(before - 3, floor)
        {
            let tokens = range(before - 2, at);
            return Own::Found(Subject { tokens, antecedent: Some(antecedent), adjacent: true });
        }
        // "The company, which makes boats, last year announced": when it was done.
        if let Some(comma) = self.time_start(at, floor).filter(|&time| self.is_comma(time - 1)) {
            return match self.noun_before_aside(comma - 1, floor) {
                Some(tokens) => Own::Found(Subject::before(tokens)),
                None => Own::Shared,
            };
        }
        // ", with officials underlining the plan": those who do so, not the subject of the clause before.
        if participle
            && let Some(with) =
                (floor..at).rev().take(LONGEST_ROW).find(|&with| self.is(with, words!["with"]))
            && (with == floor || self.is_comma(with - 1))
            && let Some(tokens) = self.full_noun_before(at, with + 1)
            && tokens.range().start == with + 1
        {
            return Own::Found(Subject::before(tokens));
        }
        if let Some(tokens) = self.full_noun_before(at, floor) {
            let time = self.time_start(at, floor).filter(|&time| time > tokens.range().start);
            let tokens = time.map_or(tokens, |time| range(tokens.range().start, time));
            // "sent a letter this month saying that", "figures released today show": when it was done is no subject.
            let time = tokens.range().start;
            if time > floor + 1
                && self.is_time(time)
                && (self.in_verb(time - 1) || matches!(self.tag(time - 1), Tag::Noun | Tag::Propn | Tag::Adv))
            {
                return Own::Shared;
            }
            return Own::Found(Subject::before(tokens));
        }
        if self.is_comma(before) && participle {
            return Own::Participle;
        }
        if self.is_comma(before) || self.is_dash(before) {
            return match self.noun_before_aside(before, floor) {
                Some(tokens) => Own::Found(Subject::before(tokens)),

                None => Own::Shared,
            };
        }
        // "Voters polled say": of two verbs with nothing between the first is a participle.
        if self.finite_from(start).is_some()
            && self.ends_in_ed(before)
            && (self.tag(before.wrapping_sub(1)) == Tag::Noun
                || self.is(before.wrapping_sub(1), words!["those"]))
            && self.verb_from(before).is_some_and(|group| group.tokens.len() == 1)
            && let Some(noun) = self.full_noun_before(before, floor)
            && self.opens_clause_at(noun.range().start, floor)
        {
            return Own::Found(Subject {
                tokens: range(noun.range().start, at),
                antecedent: None,
                adjacent: true,
            });
        }
        if self.in_verb(before) || matches!(self.tag(before), Tag::Cconj | Tag::Adp | Tag::Sconj) {
            return Own::Shared;
        }
        if self.noun_before(at).is_some() { Own::Shared } else { Own::None }
    }
}
