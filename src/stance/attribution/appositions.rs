//! Appositions and other asides between a noun phrase and its verb: "Ada Park, the mayor of Elmford, who …, said".

use super::clause::RELATIVE;
use super::nominal::LONGEST_ASIDE;
use super::scan::{Scan, range};
use crate::language::{NameKind, Tag, TokenRange, words};

impl Scan<'_, '_> {
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

    /// Whether the comma at `comma` ends a noun phrase that opens the sentence or follows a quotation: "Ada Park, Director of
    /// the institute,", "“…,” the mayor, Ada Park,".
    fn follows_first_noun(&self, comma: usize, floor: usize) -> bool {
        self.full_noun_before(comma, floor)
            .map(|noun| noun.range().start)
            .is_some_and(|start| (start == floor || self.is_quote_mark(start - 1)) && !self.is_time(start))
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
}
