//! Clauses without a parser: who is the subject of a verb group, how far a noun phrase reaches, where a clause
//! ends. News English keeps subject and verb together closely enough that phrases, commas and relatives decide
//! nearly all of it (the same observation carries the rules of Krestel et al. 2008, "Minding the Source").

use super::frames::Frames;
use super::scan::{Scan, range};
use crate::language::{Phrase, PhraseKind, Tag, TokenRange};

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

/// Whether what a noun phrase after its verb may take in goes past a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asides {
    /// No.
    None,
    /// An apposition that another comma closes.
    Closed,
    /// An apposition up to the next comma, whatever is in it.
    Open,
}

/// Longest apposition or relative clause between a subject and its verb, in tokens.
const LONGEST_ASIDE: usize = 40;

/// The subject of every verb group, by index of its phrase.
pub(super) fn subjects(scan: &Scan<'_, '_>) -> Vec<Option<Subject>> {
    let mut subjects: Vec<Option<Subject>> = vec![None; scan.reading.phrases.len()];
    for sentence in &scan.reading.sentences {
        let (floor, end) = (sentence.tokens.range().start, sentence.tokens.range().end);
        // Index of the last verb group with a tense, and of the last one of any kind.
        let mut finite: Option<usize> = None;
        let mut last: Option<usize> = None;
        // The verb group of the main clause, whose subject a participle after a comma shares.
        let mut main: Option<usize> = None;
        // The last verb group of saying, which one after "and" goes on from.
        let mut reporting: Option<usize> = None;
        let mut waiting: Vec<usize> = Vec::new();
        let mut at = floor;
        while at < end {
            let Some(index) = scan.phrase_index(at) else {
                at += 1;
                continue;
            };
            let Some(phrase) = scan.reading.phrases.get(index) else { break };
            at = phrase.tokens.range().end.max(at + 1);
            if phrase.kind == PhraseKind::Noun {
                continue;
            }
            let is_finite = scan.is_finite(phrase);
            let own = match scan.subject_after(phrase, floor, end) {
                Some(subject) => Own::Found(subject),
                None => scan.subject_before(phrase.tokens.range().start, floor),
            };
            let shared = |from: Option<usize>| {
                from.and_then(|index| subjects.get(index).copied().flatten())
                    .map(|subject| Subject { adjacent: false, ..subject })
            };
            let subject = match own {
                Own::Found(subject) if is_finite || scan.is(phrase.head as usize, &["being"]) => {
                    Some(subject)
                }
                // "the plan to stop", "officials speaking": the noun before an infinitive or participle may be its
                // object's owner rather than its subject; the governing clause decides.
                Own::Found(subject) if scan.lower(phrase.head as usize).ends_with("ing") => Some(subject),
                Own::Found(subject) => {
                    if finite.is_none() {
                        Some(subject)
                    } else {
                        shared(last.or(finite)).or(Some(subject))
                    }
                }
                Own::Participle => shared(main.or(finite)),
                Own::Shared if is_finite && scan.is_comma_before_and(phrase, floor) => {
                    shared(main.or(finite))
                }
                Own::Shared if is_finite && scan.is_report(phrase) && reporting.is_some() => {
                    shared(reporting)
                }
                Own::Shared => shared(last.filter(|_| !is_finite).or(finite)).or(shared(finite)),
                Own::None => shared(finite).map(|subject| Subject { adjacent: false, ..subject }),
            };
            if let Some(slot) = subjects.get_mut(index) {
                *slot = subject;
            }
            if is_finite {
                if subject.is_some() {
                    // "Speaking in Ohio, the mayor said": what came before takes the subject of the main clause.
                    for earlier in waiting.drain(..) {
                        if let Some(slot) = subjects.get_mut(earlier) {
                            *slot = subject.map(|subject| Subject { adjacent: false, ..subject });
                        }
                    }
                }
                finite = Some(index);
                if scan.is_report(phrase) && subject.is_some_and(|subject| subject.antecedent.is_none()) {
                    reporting = Some(index);
                }
                if scan.quotes.at(phrase.head as usize).is_none()
                    && subject.is_some_and(|subject| subject.adjacent && subject.antecedent.is_none())
                    && (main.is_none() || opens_clause(scan, subject, floor))
                {
                    main = Some(index);
                }
            } else if subject.is_none() {
                waiting.push(index);
            }
            last = Some(index);
        }
    }
    subjects
}

/// Whether a subject opens a clause of equal rank: after "; ", ", but" or the comma that ends a clause before it.
fn opens_clause(scan: &Scan<'_, '_>, subject: Option<Subject>, floor: usize) -> bool {
    let Some(first) = subject.map(|subject| subject.tokens.range().start) else { return false };
    let subordinate = scan.is(
        floor,
        &["after", "when", "while", "if", "although", "though", "as", "because", "since", "before", "once"],
    ) || scan.lower(floor).ends_with("ing");
    first > floor
        && (scan.is(first - 1, &[";"])
            || scan.is(first - 1, &["and", "but"]) && first > floor + 1 && scan.is_comma(first - 2)
            || subordinate && scan.is_comma(first - 1)
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
    /// "“…,” said the mayor": a verb of saying right after a quotation, its subject after it.
    fn subject_after(&self, group: &Phrase, floor: usize, end: usize) -> Option<Subject> {
        let first = group.tokens.range().start;
        let inverts = group.tokens.len() == 1
            && first > floor
            && self.is_quote_mark(first - 1)
            && self.quotes.at(first).is_none()
            && self.verb_entries(first).any(|(verb, _)| verb.frames.has(Frames::INVERT));
        let close = inverts.then(|| self.full_noun_after(first + 1, end, Asides::Open)).flatten()?;
        let followed = self.verb_from(close).is_some_and(|next| self.is_finite(next));
        (!followed).then(|| Subject { tokens: range(first + 1, close), antecedent: None, adjacent: false })
    }

    /// Whether a verb group is one of saying.
    fn is_report(&self, group: &Phrase) -> bool {
        self.quotes.at(group.head as usize).is_none()
            && self.verb_entries(group.head as usize).any(|(verb, _)| {
                verb.frames.has(
                    Frames::INVERT
                        .with(Frames::QUOTE)
                        .with(Frames::AS)
                        .with(Frames::OBJECT)
                        .with(Frames::HEARER_TO),
                )
            })
    }

    /// Whether ", and" or ", but" stands before a verb group.
    fn is_comma_before_and(&self, group: &Phrase, floor: usize) -> bool {
        let first = group.tokens.range().start;
        first > floor + 1 && self.is(first - 1, &["and", "but"]) && self.is_comma(first - 2)
    }

    fn subject_before(&self, start: usize, floor: usize) -> Own {
        let mut at = start;
        while at > floor
            && (self.tag(at - 1) == Tag::Adv
                || self.is_quote_mark(at - 1)
                || at > floor + 1
                    && self
                        .is(at - 1, &["both", "all", "each", "himself", "herself", "itself", "themselves"])
                    && self.noun_before(at - 1).is_some())
        {
            at -= 1;
        }
        if at <= floor {
            return Own::None;
        }
        let before = at - 1;
        if self.is(before, &["who", "that", "which"])
            && matches!(self.tag(before), Tag::Pron | Tag::Sconj | Tag::Det)
        {
            let noun_end = if before > floor && self.is_comma(before - 1) { before - 1 } else { before };
            let antecedent = self
                .full_noun_before(noun_end, floor)
                .or_else(|| self.noun_before(noun_end).map(|noun| noun.tokens));
            return Own::Found(Subject { tokens: range(before, at), antecedent, adjacent: true });
        }
        if let Some(tokens) = self.full_noun_before(at, floor) {
            return Own::Found(Subject { tokens, antecedent: None, adjacent: true });
        }
        if self.is_comma(before) && self.lower(start).ends_with("ing") {
            return Own::Participle;
        }
        if self.is_comma(before) || self.is_dash(before) {
            return match self.noun_before_aside(before, floor) {
                Some(tokens) => Own::Found(Subject { tokens, antecedent: None, adjacent: true }),

                None => Own::Shared,
            };
        }
        if self.in_verb(before) || matches!(self.tag(before), Tag::Cconj | Tag::Adp | Tag::Sconj) {
            return Own::Shared;
        }
        if self.noun_before(at).is_some() { Own::Shared } else { Own::None }
    }

    /// The noun phrase that ends before `end`, with the prepositional phrases, participles and coordinated nouns
    /// that belong to it; none where it hangs on a preposition of its own.
    pub(super) fn full_noun_before(&self, end: usize, floor: usize) -> Option<TokenRange> {
        let mut end_of_noun = end;
        if end > floor && self.is(end - 1, &[")", "]"]) {
            end_of_noun = self.opening_before(end - 1, floor)?;
        }
        let noun = self.noun_before(end_of_noun)?;
        let mut start = noun.tokens.range().start.max(floor);
        let mut list = false;
        while start > floor {
            let before = start - 1;
            let left = |at: usize| self.noun_before(at).map(|noun| noun.tokens.range().start.max(floor));
            match self.tag(before) {
                // "the day after the mayor said": a clause begins there.
                Tag::Adp | Tag::Sconj
                    if self.is(before, &["after", "before", "since", "until", "because", "if"]) =>
                {
                    break;
                }
                Tag::Adp | Tag::Sconj | Tag::Part if self.is_preposition(before) => {
                    // "people familiar with the matter", "aides briefed on the talks"
                    let modified = before > floor + 1
                        && matches!(self.tag(before - 1), Tag::Adj | Tag::Verb)
                        && self.phrase(before - 1).is_none_or(|phrase| phrase.tokens.len() == 1);
                    if let Some(next) = left(before) {
                        start = next;
                    } else if let Some(next) = modified.then(|| left(before - 1)).flatten() {
                        start = next;
                    } else if self.is(before, &["than", "like", "including", "about", "around", "over"])
                        && before > floor
                    {
                        start = before;
                    } else {
                        return None;
                    }
                }
                Tag::Cconj if self.is(before, &["and", "or", "nor", "&"]) => {
                    // ", and" joins clauses unless a comma stands before the noun too, as in a list of three.
                    let comma = before > floor && self.is_comma(before - 1);
                    let joined = if comma { before - 1 } else { before };
                    let Some(next) = left(joined).filter(|&next| {
                        !self.is_object(next, floor) && (!comma || next > floor && self.is_comma(next - 1))
                    }) else {
                        break;
                    };
                    start = next;
                    list = true;
                }
                Tag::Cconj if self.is(before, &["both", "either", "neither"]) => start = before,
                Tag::Punct if list && self.is_comma(before) => {
                    let Some(next) = left(before).filter(|&next| !self.is_object(next, floor)) else { break };
                    start = next;
                }
                Tag::Punct if self.is(before, &[")"]) => {
                    let Some(open) = self.opening_before(before, floor) else { break };
                    let Some(next) = left(open) else { break };
                    start = next;
                }
                _ => break,
            }
        }
        Some(range(start, end))
    }

    fn is_preposition(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adp || self.is(at, &["to", "than", "like"]) && self.noun_from(at + 1).is_some()
    }

    /// Whether the noun phrase at `start` follows a verb, so that it is that verb's object.
    fn is_object(&self, start: usize, floor: usize) -> bool {
        if start <= floor {
            return false;
        }
        // "on August 10 and the mayor said": an adverbial before "and" is no subject either.
        let adverbial =
            self.tag(start - 1) == Tag::Adp && (start < floor + 2 || self.noun_before(start - 1).is_none());
        self.in_verb(start - 1) || adverbial
    }

    fn opening_before(&self, close: usize, floor: usize) -> Option<usize> {
        (floor..close).rev().take(LONGEST_ASIDE).find(|&at| self.is(at, &["(", "["])).filter(|&at| at > floor)
    }

    /// The subject before an aside that ends with the comma or dash at `close`: "X, the mayor, said".
    fn noun_before_aside(&self, close: usize, floor: usize) -> Option<TokenRange> {
        // "Ada Park for the city council, says": a comma that should not be there.
        if let Some(whole) = self.full_noun_before(close, floor)
            && whole.range().start == floor
            && self.tag(floor) == Tag::Propn
        {
            return Some(whole);
        }
        let dash = self.is_dash(close);
        let lowest = close.saturating_sub(LONGEST_ASIDE).max(floor);
        let mut commas =
            (lowest..close).rev().filter(|&at| if dash { self.is_dash(at) } else { self.is_comma(at) });
        let mut found: Option<TokenRange> = None;
        let mut aside_end = close;
        for _ in 0..4 {
            let comma = commas.next()?;
            let inside = comma + 1;
            if found.is_none() && !self.opens_aside(inside, aside_end) {
                return None;
            }
            let Some(noun) = self.full_noun_before(comma, floor) else {
                aside_end = comma;
                if found.is_some() {
                    break;
                }
                continue;
            };
            let start = noun.range().start;
            // "Ada Park, meanwhile, said": only an apposition or relative clause belongs to the source.
            let adverbial = matches!(self.tag(inside), Tag::Adp | Tag::Adv | Tag::Sconj | Tag::Verb);
            let end = if found.is_none() && adverbial {
                comma
            } else {
                found.map_or(close, |found| found.range().end)
            };
            found = Some(range(start, end));
            // "Ada Park, the mayor, who …, said": the noun found may itself stand in an aside.
            let before_is_comma = start > floor && self.is_comma(start - 1);
            if !(before_is_comma && self.opens_apposition(start)) {
                break;
            }
            aside_end = comma;
        }
        found
    }

    /// Whether an aside may begin at `at`: an apposition, a relative clause, an age, a place or a participle.
    fn opens_aside(&self, at: usize, end: usize) -> bool {
        if self.is(at, &["who", "which", "whose", "whom", "where"]) {
            return true;
        }
        let has_verb = (at..end).any(|at| {
            self.verb_from(at)
                .is_some_and(|group| self.is_finite(group) && self.tag(group.head as usize) == Tag::Verb)
                && !self.is(at.wrapping_sub(1), &["who", "which", "that", "whose"])
        });
        match self.tag(at) {
            Tag::Noun | Tag::Propn | Tag::Det | Tag::Adj | Tag::Num => {
                // A participle after a noun ("a lawyer hired by the city") looks like a tense.
                !has_verb || self.is(at, &["a", "an", "the"]) || self.tag(at) == Tag::Num
            }
            Tag::Adp | Tag::Verb | Tag::Adv | Tag::Sconj => true,
            Tag::Cconj => self.noun_from(at + 1).is_some() && !has_verb,
            _ => false,
        }
    }

    fn opens_apposition(&self, at: usize) -> bool {
        self.is(at, &["a", "an", "the", "former", "one", "his", "her", "their"])
            || self.tag(at) == Tag::Noun && self.tag(at.wrapping_sub(1)) == Tag::Punct
    }

    /// Where a noun phrase that begins at `start` ends with everything that hangs on it: prepositional phrases,
    /// coordinated nouns and, where `asides` says so, appositions between commas.
    pub(super) fn full_noun_after(&self, start: usize, end: usize, asides: Asides) -> Option<usize> {
        let noun = self.noun_from(start)?;
        let mut at = noun.tokens.range().end;
        while at < end {
            if self.is(at, &["("]) {
                let Some(close) = (at..end).take(LONGEST_ASIDE).find(|&at| self.is(at, &[")"])) else {
                    break;
                };
                at = close + 1;
            } else if self.tag(at) == Tag::Adp
                && !self.is(at, &["as", "on", "after", "during", "before", "because"])
                && let Some(next) = self.noun_from(at + 1)
            {
                at = next.tokens.range().end;
            } else if asides != Asides::None
                && let Some(next) = self.participle_after(at, end)
            {
                at = next;
            } else if self.is(at, &["and", "&", "or"])
                && let Some(next) = self.noun_from(at + 1)
                && !self.verb_from(next.tokens.range().end).is_some_and(|group| self.is_finite(group))
            {
                at = next.tokens.range().end;
            } else if self.is(at, &["who", "that"]) && self.in_verb(at + 1) {
                let close = (at..end)
                    .find(|&at| self.is_comma(at) || self.is_dash(at) || self.is_quote_mark(at))
                    .unwrap_or(end);
                at = close;
            } else if asides != Asides::None
                && self.is_comma(at)
                && matches!(self.tag(at + 1), Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj)
                && let Some(close) = self.full_noun_after(at + 1, end, Asides::None)
            {
                // One apposition: "Ada Park, the mayor of Elmford".
                if close >= end || self.tag(close) == Tag::Punct || self.is(close, &["who", "which"]) {
                    return Some(close.min(end));
                }
                // "…, said Ada Park, the first woman to lead the city": nothing but an apposition can follow.
                if asides == Asides::Open {
                    let stop = |at: &usize| {
                        self.is_comma(*at)
                            || self.is_dash(*at)
                            || self.is_quote_mark(*at)
                            || self.is(*at, &["who", "which", ":", ";"])
                    };
                    return Some((close..end).find(stop).unwrap_or(end));
                }
                break;
            } else {
                break;
            }
        }
        Some(at.min(end))
    }

    /// The end of a participle or adjective that describes the noun before `at`: "released on Friday",
    /// "familiar with the talks", "present".
    fn participle_after(&self, at: usize, end: usize) -> Option<usize> {
        let group = self.verb_from(at);
        let participle = group.is_some_and(|group| {
            let word = self.lower(at);
            group.tokens.len() == 1
                && (word.ends_with("ed")
                    || word.ends_with("en")
                    || word.ends_with("wn")
                    || word.ends_with("ing"))
        });
        if !(participle || self.tag(at) == Tag::Adj) {
            return None;
        }
        Some(self.skip_adverbials(at + 1, end))
    }
}
