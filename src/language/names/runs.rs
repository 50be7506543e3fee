//! Where names stand: runs of capitalised words, with the small words inside them, which [`titles`](super::titles) divides.

use super::Text;
use super::capitals::{CapitalLetters, Evidence, begins};
use super::groups::Groups;
use crate::bytes::one_of;
use crate::language::phrases::SAYS;
use crate::language::{Name, RuleWord, Sentence, Tag, tagger, words};
use crate::packed::facts::Facts;

/// Names with their titles, and which of them have the same words; kinds and links are still open.
#[inline(never)]
pub(super) fn find(text: &Text<'_>, sentences: &[Sentence]) -> (Vec<Name>, Groups) {
    let CapitalLetters { headlines, evidence } = CapitalLetters::of(text, sentences);
    let room = 2 * sentences.len();
    let (mut names, mut groups) = (Vec::with_capacity(room), Groups::with_room_for(room, text));
    for (sentence, &headline) in sentences.iter().zip(&headlines) {
        let range = sentence.tokens.range();
        let mut finder = Finder {
            text,
            evidence: &evidence,
            first: range.start,
            end: range.end,
            headline,
            names: &mut names,
        };
        let mut at = range.start;
        while at < range.end {
            at = finder.step(at);
        }
        groups.add(text, &names);
    }
    (names, groups)
}

/// Finds the names of one sentence.
pub(super) struct Finder<'f, 't> {
    pub(super) text: &'f Text<'t>,
    /// By word id.
    evidence: &'f [Evidence],
    /// The sentence.
    pub(super) first: usize,
    end: usize,
    headline: bool,
    pub(super) names: &'f mut Vec<Name>,
}

impl Finder<'_, '_> {
    /// Looks at one token; returns the next to look at.
    fn step(&mut self, at: usize) -> usize {
        if !(self.text.is_capital(at) && self.is_capital_of_name(at)) {
            return at + 1;
        }
        let mut end = self.run_end(at);
        // "Mossbury's said": nobody owns a verb of saying.
        if self.text.is_word(end, words!["'s", "’s"]) && self.text.is_word(end + 1, SAYS) {
            end += 1;
        }
        match self.spelled_out(at, end) {
            Some(of) => {
                self.take(at, of);
                let the = usize::from(self.text.is_word(of + 1, words!["the"]));
                self.take(of + 1 + the, end);
            }
            None => self.take(at, end),
        }
        end
    }

    /// The "of" in "the Council of Heads | of | the Ellery Water Forum (EWF)", where the letters after a run stand for
    /// what follows it alone: two names.
    #[inline(never)]
    fn spelled_out(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        if !(text.is_word(end, words!["("]) && text.is(end + 1, Facts::ACRONYM)) {
            return None;
        }
        let letters = text.lower(end + 1);
        (at + 1..end).filter(|&of| text.is_word(of, words!["of"])).find(|&of| {
            let capitals = (of + 1..end).filter(|&token| text.is_capital(token));
            capitals.filter_map(|token| text.lower(token).chars().next()).eq(letters.chars())
        })
    }

    /// Whether this token may be part of a name.
    fn is_name(&self, at: usize) -> bool {
        at < self.end && self.text.is_capital(at) && self.is_capital_of_name(at)
    }

    /// Whether a token with a capital letter may be part of a name.
    #[inline(never)]
    fn is_capital_of_name(&self, at: usize) -> bool {
        let facts = self.text.facts(at);
        let Some(token) = self.text.tokens.get(at) else { return false };
        if facts.any(Facts::DATE)
            || matches!(token.tag, Tag::Punct | Tag::Sym | Tag::Pron | Tag::Intj)
                && !facts.any(Facts::ACRONYM)
        {
            return false;
        }
        let listed = facts.any(Facts::PLACE.or(Facts::FIRST_NAME).or(Facts::DEMONYM));
        let Evidence { capital, lower } = self.evidence[token.word.0 as usize];
        if facts.has(Facts::STOP) {
            return facts.has(Facts::ACRONYM) && !self.headline && capital > 0;
        }
        if self.headline {
            return listed
                || facts.any(Facts::INITIAL)
                || capital > 0 && lower <= capital
                || capital == 0
                    && lower == 0
                    && self.text.is(at.wrapping_sub(1), Facts::FIRST_NAME)
                    && at > self.first;
        }
        if begins(self.text, self.first, at) {
            let named = matches!(token.tag, Tag::Propn | Tag::X);
            let leads = self.text.is_capital(at + 1) && at + 1 < self.end;
            return listed
                || facts.any(Facts::ACRONYM)
                || named && (capital > 0 || lower == 0)
                || capital > lower
                || leads
                    && lower == 0
                    && token.tag != Tag::Adv
                    && !self.is_told(at)
                    && !is_how_many(self.text.lower(at))
                || leads && facts.any(Facts::TITLE.or(Facts::ORGANISATION).or(Facts::INITIAL));
        }
        true
    }

    /// "Tell Park why", "Outraged Labour backbenchers": a verb before a name, unlike that of the "United Harbour Union".
    fn is_told(&self, at: usize) -> bool {
        at == self.first
            && self.text.tokens[at].tag == Tag::Verb
            && !(1..4).any(|step| self.text.is(at + step, Facts::ORGANISATION))
    }

    /// End of the name that begins at `at`, over the small words inside it.
    #[inline(never)]
    fn run_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let inside = if self.is_name(end) {
                end
            } else {
                match self.joined(at, end) {
                    Some(next) => next,
                    None => return end,
                }
            };
            end = inside + 1;
        }
    }

    /// The next part of the name `at..end`, where a small word at `end` joins it.
    #[inline(never)]
    fn joined(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let touching = |token: usize| matches!(text.tokens.get(token - 1..=token), Some([a, b]) if a.span.end == b.span.start);
        let next = end + 1;
        let headed = || (at..end).any(|token| text.is(token, Facts::ORGANISATION.or(Facts::PLACE_HEAD)));
        let name_at = |token: usize| self.is_name(token).then_some(token);
        let past_the = || next + usize::from(text.is_word(next, words!["the"]));
        let small = text.rule_word(end);
        if small.is(words!["of"]) {
            let joins = headed() || text.is(end - 1, Facts::TITLE) || is_of_head(text.rule_word(end - 1));
            joins.then(|| name_at(past_the())).flatten()
        } else if small.is(words!["for", "on", "against"]) {
            text.is(end - 1, Facts::ORGANISATION).then(|| name_at(past_the())).flatten()
        } else if small.is(words![","]) {
            self.joined_by_comma(at, end)
        } else if small.is(words!["and", "&"]) {
            self.joined_by_and(at, end)
        } else if small.is(words!["'s", "’s"]) {
            self.owns_next(at, end).then(|| name_at(next)).flatten()
        // "Employers' Federation", "National Teachers’ Union"
        } else if small.is(words!["'", "’"]) {
            let owned = touching(end)
                && text.is(next, Facts::ORGANISATION)
                && text.lower(end - 1).ends_with('s')
                && text.is_capital(next);
            owned.then_some(next)
        // "a CNN/Gazette poll"
        } else if small.is(words!["/"]) {
            (touching(end) && touching(next)).then(|| name_at(next)).flatten()
        } else if small.is(words!["-"]) {
            let joins = touching(end)
                && touching(next)
                && (self.is_name(next) || text.is_capital(next) || self.is_second_syllable(at, next));
            joins.then_some(next)
        } else {
            self.joined_by_particle(end)
        }
    }

    /// "Ada de la Park", "Nora van der Bell".
    #[inline(never)]
    fn joined_by_particle(&self, particle: usize) -> Option<usize> {
        let text = self.text;
        let mut next = particle + 1;
        if text.is_word(next, words!["der", "den", "la", "las", "los", "-"]) {
            next += 1;
        }
        // Behind most words stands no name, so that they need no look at their letters.
        let joins = self.is_name(next)
            && one_of!(
                text.lower(particle),
                "de da di del della von van der den bin ibn al el la le du dos das ter zu ul"
            );
        joins.then_some(next)
    }

    /// "Department for Culture, Media and Sport", but not "Department of Health, Moss and Reed".
    #[inline(never)]
    fn joined_by_comma(&self, at: usize, comma: usize) -> Option<usize> {
        let (text, next) = (self.text, comma + 1);
        let lists = text.is(at, Facts::ORGANISATION)
            && self.is_name(next)
            && (text.is_word(at, words!["ministry"])
                || text.is_word(at, words!["department"])
                    && (at..comma).any(|token| text.is_word(token, words!["for"])));
        if !lists {
            return None;
        }
        let fits = |token: usize| {
            let other =
                Facts::PLACE.or(Facts::FIRST_NAME).or(Facts::TITLE).or(Facts::ACRONYM).or(Facts::KNOWN);
            self.is_name(token) && !text.facts(token).any(other)
        };
        let and = (next..next + 3).find(|&token| !fits(token))?;
        (text.is_word(and, words!["and", "&"]) && fits(and + 1)).then_some(next)
    }

    /// "Department of Health and Human Services", "Food and Drug Administration".
    #[inline(never)]
    fn joined_by_and(&self, at: usize, and: usize) -> Option<usize> {
        let (text, next) = (self.text, and + 1);
        if !self.is_name(next) {
            return None;
        }
        let of = text.is(at, Facts::ORGANISATION)
            && (at..and).any(|token| text.is_word(token, words!["of", "for"]));
        let listed = |token: usize| text.is(token, Facts::PLACE.or(Facts::FIRST_NAME).or(Facts::TITLE));
        let mut last = next;
        while last + 1 < self.end && self.is_name(last + 1) {
            last += 1;
        }
        let closes = and == at + 1 && last > next && text.is(last, Facts::ORGANISATION) && !listed(at);
        (text.is_word(and, words!["&"]) || of && !listed(next) && !text.is(next, Facts::ACRONYM) || closes)
            .then_some(next)
    }

    /// "Women's Guild", "St Mary's Hospital", "the Attorney General's Office": a possessive inside a name.
    #[inline(never)]
    fn owns_next(&self, at: usize, genitive: usize) -> bool {
        let (text, owner, next) = (self.text, genitive - 1, genitive + 1);
        text.is_word(owner, words!["people", "women", "children", "men", "workers", "veterans", "farmers"])
            || text.is_word(next, words!["office"]) && text.is(owner, Facts::TITLE)
            || owner > at
                && text.is_word(owner - 1, words!["st"])
                && text.is(next, Facts::ORGANISATION.or(Facts::PLACE_HEAD))
    }

    /// The "jin" of "Choi Young-jin" behind two words and any title, but not the end of "New York-based", which is an
    /// English word that goes on to a noun.
    #[inline(never)]
    fn is_second_syllable(&self, start: usize, at: usize) -> bool {
        const LONGEST: usize = 5;
        let text = self.text;
        let tag = |at: usize| text.tokens.get(at).filter(|_| at < self.end).map(|token| token.tag);
        let family = at.wrapping_sub(3);
        let opens = family == start || family > start && self.is_title_part(family - 1);
        let word = text.lower(at);
        let short = word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let closed = matches!(tag(at), Some(Tag::Propn | Tag::Noun | Tag::X))
            && (!matches!(tag(at + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj))
                || text.is_word(at + 1, words!["today", "yesterday"]))
            && !one_of!(word, "like era style type led area");
        opens && short && (closed || !tagger::is_english_word(word))
    }
}

/// Words that tell how many or which of those behind a name are meant: "Several Park fans", "Former Bell aides".
fn is_how_many(word: &str) -> bool {
    one_of!(
        word,
        "several many other most some few both all every each another such any more fewer these those no former \
         fellow longtime older younger two three four five six seven eight nine ten dozens hundreds thousands yesterday today \
         tomorrow tonight",
    )
}

/// Words that make one name with "of" and what follows, besides those of organisations and places.
fn is_of_head(word: RuleWord) -> bool {
    word.is(words![
        "bank", "republic", "kingdom", "states", "state", "house", "court", "gulf", "act", "war", "battle",
        "treaty", "bill", "cup", "game", "lord", "book", "day", "statue", "tower", "duke", "knights", "sons",
        "bureau", "head"
    ])
}
