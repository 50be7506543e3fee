//! How far a noun phrase reaches: prepositional phrases, coordinated nouns, participles and appositions that hang
//! on it, before a verb and after it.

use super::frames::Frames;
use super::scan::{Scan, range};
use crate::language::{Tag, TokenRange, words};

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
pub(super) const LONGEST_ASIDE: usize = 40;

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
            let next = match self.tag(before) {
                // "he, like Ada Park, says"
                Tag::Adp
                    if before > floor && self.is(before, words!["like"]) && self.is_comma(before - 1) =>
                {
                    return None;
                }
                Tag::Adp | Tag::Sconj if self.begins_other_clause(before, start, floor) => None,
                Tag::Adp | Tag::Sconj | Tag::Part if self.is_preposition(before) => {
                    Some(self.noun_before_preposition(before, start, floor)?)
                }
                Tag::Cconj if self.is(before, words!["and", "or", "nor", "&"]) => {
                    let next = self.noun_before_conjunction(before, floor);
                    list |= next.is_some();
                    next
                }
                Tag::Cconj if self.is(before, words!["both", "either", "neither"]) => Some(before),
                Tag::Punct if list && self.is_comma(before) => self
                    .noun_start_before(before, floor)
                    .filter(|&next| !self.is_object(next, floor) && !self.is_time(next)),
                Tag::Punct if self.is(before, words![")"]) => {
                    self.opening_before(before, floor).and_then(|open| self.noun_start_before(open, floor))
                }
                Tag::Verb => self.noun_before_participle(before, start, floor),
                _ => None,
            };
            let Some(next) = next else { break };
            start = next;
        }
        Some(range(start, end.max(start)))
    }

    /// Where the noun phrase starts that ends before a token.
    #[inline(never)]
    fn noun_start_before(&self, at: usize, floor: usize) -> Option<usize> {
        self.noun_before(at).map(|noun| noun.tokens.range().start.max(floor))
    }

    /// "the day after | the mayor said", "more fish than | the industry says": a word behind which a clause begins, whose
    /// subject is no part of what stands before.
    fn begins_other_clause(&self, before: usize, start: usize, floor: usize) -> bool {
        // "a statement released after the meeting said"
        let released = || {
            before > floor
                && self.tag(before - 1) == Tag::Verb
                && self.ends_in_ed(before - 1)
                && self
                    .noun_start_before(before - 1, floor)
                    .is_some_and(|next| self.opens_clause_at(next, floor))
        };
        let compared = || self.is(start, words!["the"]) || matches!(self.tag(start), Tag::Propn | Tag::Pron);
        self.is(before, words!["after", "before", "since", "until", "because", "if"]) && !released()
            || self.is(before, words!["than"]) && compared()
    }

    /// Where the noun phrase starts that "and" joins to the one after it.
    fn noun_before_conjunction(&self, and: usize, floor: usize) -> Option<usize> {
        // ", and" joins clauses unless a comma stands before the noun too, as in a list of three.
        let comma = and > floor && self.is_comma(and - 1);
        self.noun_start_before(and - usize::from(comma), floor).filter(|&next| {
            !self.is_object(next, floor) && (!comma || next > floor && self.is_comma(next - 1))
        })
    }

    /// Where the noun phrase starts that a participle belongs to, of which the noun at `start` seems to be the object.
    fn noun_before_participle(&self, participle: usize, start: usize, floor: usize) -> Option<usize> {
        // "a study documenting the losses found": the noun that the participle hangs on; "a study published last month
        // found": a day is no object, so the participle is a passive.
        if self.ends_in_ing(participle) || self.is_time(start) && self.ends_in_ed(participle) {
            let noun = self.noun_start_before(participle, floor);
            return noun.filter(|&next| self.opens_clause_at(next, floor));
        }
        // "newly released records show": inside the noun phrase.
        let adverb = participle > floor && self.tag(participle - 1) == Tag::Adv;
        let first = participle - usize::from(adverb);
        (self.ends_in_ed(participle)
            && self.is_participle_before_noun(participle)
            && self.opens_clause_at(first, floor))
        .then_some(first)
    }

    /// Where the noun phrase starts on which the preposition at `before` hangs; `start` is where its own noun does.
    #[inline(never)]
    fn noun_before_preposition(&self, before: usize, start: usize, floor: usize) -> Option<usize> {
        let left = |at: usize| self.noun_start_before(at, floor);
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

    /// "retired teacher", "elected mayor": a participle inside a noun phrase that the tagger takes for a verb.
    pub(super) fn is_participle_before_noun(&self, at: usize) -> bool {
        (self.ends_in_ed(at) || self.ends_in_ing(at))
            && self.noun_from(at + 1).is_some()
            && matches!(self.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj)
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
