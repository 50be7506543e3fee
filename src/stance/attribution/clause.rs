//! Clauses without a parser: who is the subject of a verb group, how far a noun phrase reaches, where a clause
//! ends. News English keeps subject and verb together closely enough that phrases, commas and relatives decide
//! nearly all of it (the same observation carries the rules of Krestel et al. 2008, "Minding the Source").

use super::frames::Frames;
use super::preverbal::Own;
use super::scan::{Scan, range};
use crate::language::{Phrase, PhraseKind, RuleWord, Sentence, Tag, TokenRange, words};

/// The subject of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::stance) struct Subject {
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
    pub(in crate::stance) fn referent(self) -> TokenRange {
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

/// Finds the subjects of the verb groups of the next sentence, by index of their phrases, and adds them.
#[inline(never)]
pub(super) fn find_subjects<'s>(
    scan: &Scan<'_, '_>,
    sentence: &Sentence,
    subjects: &'s mut Vec<Option<Subject>>,
) -> &'s [Option<Subject>] {
    let tokens = sentence.tokens.range();
    let phrases = scan.reading.phrase_from(tokens.start)..scan.reading.phrase_from(tokens.end);
    subjects.resize(phrases.end, None);
    let mut groups = Groups { floor: tokens.start, end: tokens.end, ..Groups::default() };
    for index in phrases.clone() {
        let Some(phrase) = scan.reading.phrases.get(index) else { break };
        if phrase.kind != PhraseKind::Noun {
            groups.add(scan, index, phrase, subjects);
        }
    }
    subjects.get(phrases).unwrap_or_default()
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
            Some(_) => shared(subjects, goes_on),
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
            if !scan.quotes.hold(phrase.head as usize)
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
        let &Groups { floor, finite, last, .. } = self;
        let is_finite = scan.is_finite(phrase);
        let own = match scan.subject_after(phrase, floor, self.end) {
            Some(subject) => Own::Found(subject),
            None => scan.subject_before(phrase.tokens.range().start, floor),
        };
        if is_finite && self.closes_noun_clause(scan, phrase, &own) {
            return Some(Subject::before(range(floor, phrase.tokens.range().start)));
        }
        match own {
            Own::Found(subject) if is_finite => {
                Some(scan.around_relative(subject, subjects).unwrap_or(subject))
            }
            Own::Found(subject) if scan.is(phrase.head as usize, words!["being"]) => Some(subject),
            // "the plan to stop", "officials speaking": the noun before an infinitive or participle may be its
            // object's owner rather than its subject; the governing clause decides.
            Own::Found(subject) if scan.ends_in_ing(phrase.head as usize) => {
                self.of_participle(scan, phrase, subject, subjects)
            }
            Own::Found(subject) if finite.is_none() => Some(subject),
            Own::Found(subject) => shared(subjects, last).or(Some(subject)),
            Own::Participle => self.of_set_off_participle(scan, phrase, subjects),
            Own::Shared => self.of_sharing(scan, phrase, is_finite, subjects),
            Own::None => shared(subjects, finite),
        }
    }

    /// "Claims that the bridge is old | were denied": whether a verb is of the noun at the head of the sentence, whose clause
    /// has its own before it.
    #[inline(never)]
    fn closes_noun_clause(&self, scan: &Scan<'_, '_>, phrase: &Phrase, own: &Own) -> bool {
        let verb = phrase.tokens.range().start;
        let Some(noun) = scan.noun_from(self.floor) else { return false };
        let that = noun.tokens.range().end;
        if !scan.is(that, words!["that"])
            || scan.lexeme(noun.head as usize).is_none_or(|lexeme| lexeme.noun.is_none())
        {
            return false;
        }
        let (mut verbs, mut last) = (0, that);
        for at in that..verb {
            if scan.finite_from(at).is_some() {
                (verbs, last) = (verbs + 1, at);
            }
            if matches!(scan.tag(at), Tag::Punct | Tag::Cconj) {
                return false;
            }
        }
        // A subject of its own begins behind the verb before, but what is said of a subject does, too: "it is a lie | has
        // hurt us".
        let said = last + usize::from(scan.tag(last) == Tag::Aux);
        verbs == 1 && !matches!(own, Own::Found(subject) if subject.tokens.range().start > said)
    }

    /// Who does what a participle right after a noun tells.
    #[inline(never)]
    fn of_participle(
        &self,
        scan: &Scan<'_, '_>,
        phrase: &Phrase,
        subject: Subject,
        subjects: &[Option<Subject>],
    ) -> Option<Subject> {
        // "spent the week saying that", "issued a statement saying that": whoever did so.
        let object = subject.tokens.range().start;
        let before = object.wrapping_sub(1);
        let stayed = scan.is(before, words!["spend", "spends", "spent", "ended"])
            || scan.is(before, words!["leave", "left"]) && scan.is(object, words!["it"])
            || scan.is_issued(subject.tokens);
        if let Some(shared) = shared(subjects, self.finite.filter(|_| stayed)) {
            return Some(shared);
        }
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
        Some(near.map_or(subject, |tokens| Subject { tokens, ..subject }))
    }

    /// Who does what a participle after a comma tells: "…, adding that".
    fn of_set_off_participle(
        &self,
        scan: &Scan<'_, '_>,
        phrase: &Phrase,
        subjects: &[Option<Subject>],
    ) -> Option<Subject> {
        let last = shared(subjects, self.finite);
        // "Shares fell after the court blocked the merger, saying …": of the two only the court can speak.
        let speaks =
            || scan.is_report(phrase) && !scan.can_speak(shared(subjects, self.main)) && scan.can_speak(last);
        // "Bell will lose, Park said, adding …": whoever speaks in the aside.
        let nearer = scan.ends_aside(phrase, self.finite, last) || speaks();
        if nearer { last } else { shared(subjects, self.main.or(self.finite)) }
    }

    /// Whose subject a verb after a conjunction or another verb shares.
    #[inline(never)]
    fn of_sharing(
        &self,
        scan: &Scan<'_, '_>,
        phrase: &Phrase,
        is_finite: bool,
        subjects: &[Option<Subject>],
    ) -> Option<Subject> {
        let &Groups { floor, finite, last, main, reporting, claiming, participle, .. } = self;
        let judges = || {
            let cue = claiming.and_then(|index| scan.reading.phrases.get(index));
            cue.is_some_and(|cue| scan.judges(cue.head as usize, phrase.head as usize))
        };
        let reports = || scan.is_report(phrase) || scan.promises(phrase, shared(subjects, finite));
        if !is_finite {
            // "saying it was late and calling for calm": whoever says so.
            let and = scan.is(phrase.tokens.range().start.wrapping_sub(1), words!["and"]);
            let goes_on = participle.filter(|_| and && scan.ends_in_ing(phrase.head as usize));
            return match goes_on {
                Some(_) => shared(subjects, goes_on),
                None => shared(subjects, last.or(finite)).or_else(|| shared(subjects, finite)),
            };
        }
        if scan.is_comma_before_and(phrase, floor) {
            shared(subjects, main.or(finite))
        } else if scan.goes_on_report(phrase, claiming, finite) || judges() {
            shared(subjects, claiming)
        } else if reporting.is_some() && reports() {
            shared(subjects, reporting)
        } else {
            shared(subjects, finite).map(|shared| scan.past_relative(phrase, shared).unwrap_or(shared))
        }
    }
}

/// The subject of the verb group with an index, for another that shares it.
fn shared(subjects: &[Option<Subject>], from: Option<usize>) -> Option<Subject> {
    subjects.get(from?).copied().flatten().map(Subject::shared)
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
            || scan.is_comma(first - 1) && scan.quotes.hold(first.saturating_sub(3))
            || scan.is_quote_mark(first - 1))
}
