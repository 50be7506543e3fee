//! How far a noun phrase reaches: prepositional phrases, coordinated nouns, participles and appositions that hang
//! on it, before a verb and after it.

use super::clause::RELATIVE;
use super::frames::Frames;
use super::scan::{Scan, range};
use crate::language::{NameKind, Tag, TokenRange, words};

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

impl Scan<'_, '_> {
    /// The noun phrase that ends before `end`, with the prepositional phrases, participles and coordinated nouns
    /// that belong to it; none where it hangs on a preposition of its own.
    pub(super) fn full_noun_before(&self, end: usize, floor: usize) -> Option<TokenRange> {
        let mut end_of_noun = end;
        if end > floor && self.is(end - 1, words![")", "]"]) {
            end_of_noun = self.opening_before(end - 1, floor)?;
        }
        let noun = self.noun_before(end_of_noun)?;
        let mut start = noun.tokens.range().start.max(floor);
        let mut list = false;
        // "the government on Friday said": when it was said is no part of who said it.
        let day = start.checked_sub(1).filter(|&before| before > floor && self.is(before, words!["on"]));
        let end = day.filter(|_| self.is_time(start)).unwrap_or(end);
        while start > floor {
            let before = start - 1;
            let left = |at: usize| self.noun_before(at).map(|noun| noun.tokens.range().start.max(floor));
            match self.tag(before) {
                // "the day after the mayor said": a clause begins there.
                Tag::Adp | Tag::Sconj
                    if self.is(before, words!["after", "before", "since", "until", "because", "if"])
                        // "a statement released after the meeting said"
                        && !(before > floor
                            && self.tag(before - 1) == Tag::Verb
                            && self.ends_in_ed(before - 1)
                            && left(before - 1).is_some_and(|next| self.opens_clause_at(next, floor))) =>
                {
                    break;
                }
                // "he, like Ada Park, says"
                Tag::Adp
                    if before > floor && self.is(before, words!["like"]) && self.is_comma(before - 1) =>
                {
                    return None;
                }
                // "more fish than the industry says": what is compared is no part of who speaks.
                Tag::Adp | Tag::Sconj
                    if self.is(before, words!["than"])
                        && (self.is(start, words!["the"])
                            || matches!(self.tag(start), Tag::Propn | Tag::Pron)) =>
                {
                    break;
                }
                Tag::Adp | Tag::Sconj | Tag::Part if self.is_preposition(before) => {
                    start = self.noun_before_preposition(before, start, floor)?;
                }
                Tag::Cconj if self.is(before, words!["and", "or", "nor", "&"]) => {
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
                Tag::Cconj if self.is(before, words!["both", "either", "neither"]) => start = before,
                Tag::Punct if list && self.is_comma(before) => {
                    let Some(next) =
                        left(before).filter(|&next| !self.is_object(next, floor) && !self.is_time(next))
                    else {
                        break;
                    };
                    start = next;
                }
                Tag::Punct if self.is(before, words![")"]) => {
                    let Some(open) = self.opening_before(before, floor) else { break };
                    let Some(next) = left(open) else { break };
                    start = next;
                }
                // "a study published last month found": a day is no object, so the participle is a passive.
                Tag::Verb if self.is_time(start) && self.ends_in_ed(before) => {
                    let Some(next) = left(before).filter(|&next| self.opens_clause_at(next, floor)) else {
                        break;
                    };
                    start = next;
                }
                // "newly released records show": inside the noun phrase.
                Tag::Verb
                    if self.ends_in_ed(before)
                        && self.is_participle_before_noun(before)
                        && let first =
                            before - usize::from(before > floor && self.tag(before - 1) == Tag::Adv)
                        && self.opens_clause_at(first, floor) =>
                {
                    start = first;
                }
                // "a study documenting the losses found": the noun that the participle hangs on.
                Tag::Verb if self.ends_in_ing(before) => {
                    let Some(next) = left(before).filter(|&next| self.opens_clause_at(next, floor)) else {
                        break;
                    };
                    start = next;
                }
                _ => break,
            }
        }
        Some(range(start, end.max(start)))
    }

    /// Whom an apposition is of, for a relative after it: "Ada Park, a baker, who", "Ada Park, D-Ohio, who".
    pub(super) fn apposed_to(&self, noun: TokenRange, floor: usize) -> TokenRange {
        let start = noun.range().start;
        let opens = start > floor + 1
            && self.is_comma(start - 1)
            && !self.is_time_word(start - 2)
            && (self.is(start + 1, words!["-"]) || self.opens_apposition(start));
        let whole = opens.then(|| self.full_noun_before(start - 1, floor)).flatten();
        whole.filter(|whole| self.tag(whole.range().start) == Tag::Propn).unwrap_or(noun)
    }

    /// Where the noun phrase starts on which the preposition at `before` hangs; `start` is where its own noun does.
    #[inline(never)]
    fn noun_before_preposition(&self, before: usize, start: usize, floor: usize) -> Option<usize> {
        let left = |at: usize| self.noun_before(at).map(|noun| noun.tokens.range().start.max(floor));
        if let Some(next) = left(before) {
            return Some(next);
        }
        if self.is(before, words!["of"]) && self.is(before.wrapping_sub(1), words!["out"]) {
            // "nine out of 10"
            return left(before - 1);
        }
        if before <= floor {
            return None;
        }
        // "people familiar with the matter", "aides briefed on the talks"
        let modified = before > floor + 1
            // "put out a statement"
            && !self.is(before, words!["out"])
            && (matches!(self.tag(before - 1), Tag::Adj | Tag::Verb) || self.is(before - 1, words!["close"]))
            && !self.has_entry(before - 1, Frames::INVERT)
            && self.phrase(before - 1).is_none_or(|phrase| phrase.tokens.len() == 1);
        // "He pointed to the crews who": no participle.
        let acts = self.is(before.wrapping_sub(2), words!["he", "she", "it", "they", "we", "i", "you"]);
        if let Some(next) = modified.then(|| left(before - 1)).flatten().filter(|_| !acts) {
            return Some(next);
        }
        if self.is(before, words!["than", "like", "including", "about", "around", "over"])
            || self.is(before, words!["at"]) && self.is(start, words!["least", "most"])
        {
            // "Governors in more than ten states"
            let more = self.is(before, words!["than"]) && self.is(before - 1, words!["more", "fewer"]);
            return Some(before - usize::from(more));
        }
        // "Many in the city fear": a word of number is the head, whatever it is tagged.
        let number = self.is(before - 1, words!["many", "some", "few", "most", "several", "others"])
            && self.opens_clause_at(before - 1, floor);
        number.then_some(before - 1)
    }

    /// Whether a noun phrase at `start` can be the subject of a clause: it opens the sentence, or follows a comma
    /// or a conjunction.
    pub(super) fn opens_clause_at(&self, start: usize, floor: usize) -> bool {
        start == floor || matches!(self.tag(start - 1), Tag::Punct | Tag::Cconj | Tag::Sconj)
    }

    fn is_preposition(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adp
            || self.is(at, words!["to", "than", "like"]) && self.noun_from(at + 1).is_some()
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
        (floor..close)
            .rev()
            .take(LONGEST_ASIDE)
            .find(|&at| self.is(at, words!["(", "["]))
            .filter(|&at| at > floor)
    }

    /// The subject before an aside that ends with the comma or dash at `close`: "X, the mayor, said".
    pub(super) fn noun_before_aside(&self, close: usize, floor: usize) -> Option<TokenRange> {
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
            // "As it shut the yard, her lawyer, Ada Park, said": the object of a clause that leads up.
            if found.is_some()
                && start > floor + 1
                && self.in_verb(start - 1)
                && !self.is(start - 2, RELATIVE)
            {
                break;
            }
            // "Ada Park, meanwhile, said": only an apposition or relative clause belongs to the source; "retired
            // teacher Ada Park" is one, although it begins with a participle.
            let names = self.is(inside, words!["of", "including"])
                || self.is(inside, words!["now", "then", "once"]) && self.tag(inside + 1) == Tag::Det;
            let adverbial = !names
                && (matches!(self.tag(inside), Tag::Adp | Tag::Adv | Tag::Sconj)
                    || self.tag(inside) == Tag::Verb && !self.is_participle_before_noun(inside));
            let end = if found.is_none() && adverbial {
                comma
            } else {
                found.map_or(close, |found| found.range().end)
            };
            found = Some(range(start, end));
            // "Ada Park, the mayor, who …, said": the noun found may itself stand in an aside.
            let before_is_comma = start > floor && self.is_comma(start - 1);
            if !(before_is_comma
                && (self.opens_apposition(start)
                    || self.ends_address(start, floor)
                    || self.follows_first_noun(start - 1, floor)))
            {
                break;
            }
            aside_end = comma;
        }
        found
    }

    /// "Ada Park, a nurse from Elmford, Ohio, who": the human being whom an apposition before the relative tells of.
    #[inline(never)]
    pub(super) fn named_before_who(&self, who: usize, floor: usize) -> Option<TokenRange> {
        let close = who.checked_sub(1).filter(|&close| close > floor && self.is_comma(close))?;
        let person = |comma: usize| {
            let name = self.reading.names.get(self.reading.names_before(comma - 1))?;
            let person = self.reading.fullest(name).kind == NameKind::Person;
            (person && name.tokens.range().end == comma).then_some(name.core)
        };
        // "an aide to Ada Park, who": she is nearer.
        if !self.is(who, words!["who"]) || person(close).is_some() {
            return None;
        }
        let inside = |at: &usize| {
            !matches!(self.tag(*at), Tag::Verb | Tag::Aux | Tag::Pron | Tag::Sconj | Tag::Cconj)
                && !self.is_quote_mark(*at)
        };
        let lowest = close.saturating_sub(LONGEST_ASIDE).max(floor + 1);
        (lowest..close).rev().take_while(inside).filter(|&at| self.is_comma(at)).find_map(person)
    }

    /// Whether an aside may begin at `at`: an apposition, a relative clause, an age, a place or a participle.
    fn opens_aside(&self, at: usize, end: usize) -> bool {
        if self.is(at, words!["who", "which", "whose", "whom", "where"]) {
            return true;
        }
        let has_verb = (at..end).any(|at| {
            self.verb_from(at)
                .is_some_and(|group| self.is_finite(group) && self.tag(group.head as usize) == Tag::Verb)
                && !self.is(at.wrapping_sub(1), words!["who", "which", "that", "whose"])
        });
        match self.tag(at) {
            Tag::Noun | Tag::Propn | Tag::Det | Tag::Adj | Tag::Num => {
                // A participle after a noun ("a lawyer hired by the city") looks like a tense.
                !has_verb || self.is(at, words!["a", "an", "the"]) || self.tag(at) == Tag::Num
            }
            // "Harbour Bank, its largest lender,"
            Tag::Pron => !has_verb && self.is(at, words!["his", "her", "its", "their"]),
            Tag::Adp | Tag::Verb | Tag::Adv | Tag::Sconj => true,
            Tag::Cconj => self.noun_from(at + 1).is_some() && !has_verb,
            _ => false,
        }
    }

    /// "retired teacher", "elected mayor": a participle inside a noun phrase that the tagger takes for a verb.
    fn is_participle_before_noun(&self, at: usize) -> bool {
        (self.ends_in_ed(at) || self.ends_in_ing(at))
            && self.noun_from(at + 1).is_some()
            && matches!(self.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj)
    }

    /// Whether the comma at `comma` ends a noun phrase that opens the sentence: "Ada Park, Director of the institute,".
    fn follows_first_noun(&self, comma: usize, floor: usize) -> bool {
        self.full_noun_before(comma, floor)
            .is_some_and(|noun| noun.range().start == floor && !self.is_time(floor))
    }

    /// "a fellow at an institute in Leith, | Scotland, said": the land or state that a place lies in.
    fn ends_address(&self, at: usize, floor: usize) -> bool {
        let place =
            at.checked_sub(1).and_then(|comma| self.noun_before(comma)).map(|noun| noun.tokens.range());
        let names = &self.reading.names;
        let name = names.get(self.reading.names_before(at));
        self.tag(at) == Tag::Propn
            && !name.is_some_and(|name| self.reading.fullest(name).kind == NameKind::Person)
            && place.is_some_and(|place| {
                place.start > floor + 1
                    && self.tag(place.end - 1) == Tag::Propn
                    // "in October, Harbour Bank, its lender, said"
                    && !self.is_time_word(place.end - 1)
                    && self.is(place.start - 1, words!["in", "of", "from", "at"])
            })
    }

    fn opens_apposition(&self, at: usize) -> bool {
        self.is(at, words!["a", "an", "the", "former", "one", "his", "her", "their"])
            // An age: "Ada Park, 58, of Elmford".
            || self.tag(at) == Tag::Num && self.tag(at + 1) == Tag::Punct
            || self.tag(at) == Tag::Noun && self.tag(at.wrapping_sub(1)) == Tag::Punct
    }

    /// Where a noun phrase that begins at `start` ends with everything that hangs on it: prepositional phrases,
    /// coordinated nouns and, where `asides` says so, appositions between commas.
    pub(super) fn full_noun_after(&self, start: usize, end: usize, asides: Asides) -> Option<usize> {
        let noun = self.noun_from(start)?;
        let mut at = noun.tokens.range().end;
        while at < end {
            if self.is(at, words!["("]) {
                let Some(close) = (at..end).take(LONGEST_ASIDE).find(|&at| self.is(at, words![")"])) else {
                    break;
                };
                at = close + 1;
            } else if self.tag(at) == Tag::Adp
                && !self.is(at, words!["as", "on", "after", "during", "before", "because"])
                && let Some(next) = self.noun_from(at + 1)
            {
                at = next.tokens.range().end;
            } else if asides != Asides::None
                && let Some(next) = self.participle_after(at, end)
            {
                at = next;
            } else if self.is(at, words!["and", "&", "or"])
                && let Some(next) = self.noun_from(at + 1)
                && self.finite_from(next.tokens.range().end).is_none()
            {
                at = next.tokens.range().end;
            } else if self.is(at, words!["who", "that"])
                // "told the Herald that waiting would help": a gerund is no clause's verb.
                && self.finite_from(at + 1).is_some()
            {
                let close = (at..end)
                    .find(|&at| self.is_comma(at) || self.is_dash(at) || self.is_quote_mark(at))
                    .unwrap_or(end);
                at = close;
            } else if asides != Asides::None
                && self.is_comma(at)
                && let Some(close) = self.aside_after(at + 1, end, asides)
            {
                at = close;
                if asides == Asides::Closed {
                    break;
                }
            } else {
                break;
            }
        }
        Some(at.min(end))
    }

    /// The end of an apposition, an age or a relative clause that begins at `at`, after the comma that sets it off: "Ada
    /// Park, | 58, | the mayor of Elmford, | who was re-elected in May".
    fn aside_after(&self, at: usize, end: usize, asides: Asides) -> Option<usize> {
        let stop = |at: &usize| {
            self.is_comma(*at)
                || self.is_dash(*at)
                || self.is_quote_mark(*at)
                || self.is(*at, words!["who", "which", ":", ";"])
        };
        let pauses = |at: usize| at >= end || self.tag(at) == Tag::Punct;
        if asides == Asides::Open {
            if self.is(at, words!["who", "whose"]) {
                return Some((at + 1..end).find(stop).unwrap_or(end));
            }
            if self.tag(at) == Tag::Num && pauses(at + 1) {
                return Some(at + 1);
            }
            // "Ada Park, 58, of Elmford"
            if self.is(at, words!["of"]) && self.tag(at.saturating_sub(2)) == Tag::Num {
                return self.full_noun_after(at + 1, end, Asides::None);
            }
        }
        // "now a baker", "then the mayor"
        let at = at + usize::from(self.is(at, words!["now", "then", "once"]));
        let one = asides == Asides::Open && self.is(at, words!["one"]);
        if !one && !matches!(self.tag(at), Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj) {
            return None;
        }
        let close = self.full_noun_after(at, end, Asides::None)?;
        if pauses(close) || self.is(close, words!["who", "which"]) {
            return Some(close.min(end));
        }
        // "…, said Ada Park, the first woman to lead the city": nothing but an apposition can follow.
        (asides == Asides::Open).then(|| (close..end).find(stop).unwrap_or(end))
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
        if !(participle || self.tag(at) == Tag::Adj || self.is(at, words!["close"])) {
            return None;
        }
        Some(self.skip_adverbials(at + 1, end))
    }
}
