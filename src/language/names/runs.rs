//! Where names stand: runs of capitalised words, with the small words inside them and the titles before them.

use super::Text;
use super::capitals::{Evidence, begins, evidence, is_headline};
use super::kinds::{is_listed_place, surface};
use crate::bytes::one_of;
use crate::language::phrases::SAYS;
use crate::language::{Name, NameKind, RuleWord, Sentence, Tag, TokenRange, tagger, words};
use crate::packed::facts::Facts;

/// How many tokens a title before a name may have.
const LONGEST_TITLE: usize = 6;

/// Names with their titles; kinds and links are still open.
#[inline(never)]
pub(super) fn find(text: &Text<'_>, sentences: &[Sentence]) -> Vec<Name> {
    let headlines: Vec<bool> = sentences.iter().map(|sentence| is_headline(text, sentence)).collect();
    let evidence = evidence(text, sentences, &headlines);
    let mut names = Vec::new();
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
    }
    names
}

/// Whether places are named after people with this title.
fn is_commemorated(title: RuleWord) -> bool {
    title
        .is(words!["president", "king", "queen", "prince", "princess", "duke", "general", "captain", "saint"])
}

struct Finder<'f, 't> {
    text: &'f Text<'t>,
    /// By word id.
    evidence: &'f [Evidence],
    /// The sentence.
    first: usize,
    end: usize,
    headline: bool,
    names: &'f mut Vec<Name>,
}

impl Finder<'_, '_> {
    /// Looks at one token; returns the next to look at.
    fn step(&mut self, at: usize) -> usize {
        if !self.is_name(at) {
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
            let capitals = (of + 1..end).filter(|&token| text.is(token, Facts::CAPITAL));
            capitals.filter_map(|token| text.lower(token).chars().next()).eq(letters.chars())
        })
    }

    /// Whether this token may be part of a name.
    fn is_name(&self, at: usize) -> bool {
        at < self.end && self.text.is(at, Facts::CAPITAL) && self.is_capital_of_name(at)
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
            let leads = self.text.is(at + 1, Facts::CAPITAL) && at + 1 < self.end;
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
        let headed = (at..end).any(|token| text.is(token, Facts::ORGANISATION.or(Facts::PLACE_HEAD)));
        let name_at = |token: usize| self.is_name(token).then_some(token);
        match text.lower(end) {
            "of" if headed || text.is(end - 1, Facts::TITLE) || is_of_head(text.rule_word(end - 1)) => {
                name_at(if text.is_word(next, words!["the"]) { next + 1 } else { next })
            }
            "for" | "on" | "against" if text.is(end - 1, Facts::ORGANISATION) => {
                name_at(if text.is_word(next, words!["the"]) { next + 1 } else { next })
            }
            // "Department for Culture, Media and Sport", but not "Department of Health, Moss and Reed"
            "," if self.is_name(next)
                && text.is(at, Facts::ORGANISATION)
                && (text.is_word(at, words!["ministry"])
                    || text.is_word(at, words!["department"])
                        && (at..end).any(|token| text.is_word(token, words!["for"]))) =>
            {
                let fits = |token: usize| {
                    let other = Facts::PLACE
                        .or(Facts::FIRST_NAME)
                        .or(Facts::TITLE)
                        .or(Facts::ACRONYM)
                        .or(Facts::KNOWN);
                    self.is_name(token) && !text.facts(token).any(other)
                };
                let and = (next..next + 3).find(|&token| !fits(token))?;
                (text.is_word(and, words!["and", "&"]) && fits(and + 1)).then_some(next)
            }
            "and" | "&" => {
                // "Department of Health and Human Services", "Food and Drug Administration".
                let of = (at..end).any(|token| text.is_word(token, words!["of", "for"]))
                    && text.is(at, Facts::ORGANISATION);
                let listed =
                    |token: usize| text.is(token, Facts::PLACE.or(Facts::FIRST_NAME).or(Facts::TITLE));
                let mut last = next;
                while last + 1 < self.end && self.is_name(last + 1) {
                    last += 1;
                }
                let closes =
                    end == at + 1 && last > next && text.is(last, Facts::ORGANISATION) && !listed(at);
                (text.is_word(end, words!["&"])
                    || of && !listed(next) && !text.is(next, Facts::ACRONYM)
                    || closes)
                    .then(|| name_at(next))?
            }
            "'s" | "’s"
                if text.is_word(
                    end - 1,
                    words!["people", "women", "children", "men", "workers", "veterans", "farmers"],
                ) =>
            {
                name_at(next)
            }
            // "St Mary's Hospital", "the Attorney General's Office"
            "'s" | "’s"
                if text.is_word(next, words!["office"]) && text.is(end - 1, Facts::TITLE)
                    || end > at + 1
                        && text.is_word(end - 2, words!["st"])
                        && text.is(next, Facts::ORGANISATION.or(Facts::PLACE_HEAD)) =>
            {
                name_at(next)
            }
            // "Employers' Federation", "National Teachers’ Union"
            "'" | "’"
                if touching(end)
                    && text.is(next, Facts::ORGANISATION)
                    && text.lower(end - 1).ends_with('s') =>
            {
                text.is(next, Facts::CAPITAL).then_some(next)
            }
            // "a CNN/Gazette poll"
            "/" if touching(end) && touching(next) => name_at(next),
            "-" if touching(end) && touching(next) => {
                (self.is_name(next) || text.is(next, Facts::CAPITAL) || self.is_second_syllable(at, next))
                    .then_some(next)
            }
            "de" | "da" | "di" | "del" | "della" | "von" | "van" | "der" | "den" | "bin" | "ibn" | "al"
            | "el" | "la" | "le" | "du" | "dos" | "das" | "ter" | "zu" | "ul" => {
                let mut next = next;
                if text.is_word(next, words!["der", "den", "la", "las", "los", "-"]) {
                    next += 1;
                }
                name_at(next)
            }
            _ => None,
        }
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

    /// Divides a run into the names in it, and finds their titles.
    #[inline(never)]
    fn take(&mut self, at: usize, end: usize) {
        let text = self.text;
        // The last title with a name after it: "Apple CEO | Tim Cook", "Secretary of State | Ana Ruiz".
        let last_is_head = text.is(end - 1, Facts::ORGANISATION.or(Facts::PLACE_HEAD)) && end - at > 1;
        let mut title = None;
        for token in at..end {
            // "Mr Park", "Mayor Park" and "Mayor Ada Park" are people, "President Avenue" and "Queen Mary Park" are places.
            let honorific = text.tokens[token].span.of(text.text).ends_with('.')
                || text.is_word(token, words!["mr", "mrs", "ms", "miss", "dr"]);
            let body = text.is(end - 1, Facts::ORGANISATION);
            let honoured =
                (token + 2 < end || token + 2 == end && !body) && !is_commemorated(text.rule_word(token));
            // "Attorney General's Office" is nobody's title.
            if text.is_word(token, words!["'s", "’s"]) {
                title = None;
            }
            // "the Department of Justice" is no judge.
            let office = token + 1 == end && token > at && text.is_word(token - 1, words!["of"]);
            if text.is(token, Facts::TITLE)
                && !text.is(token, Facts::FIRST_NAME)
                && !(office && text.is(at, Facts::ORGANISATION))
                && (honorific || honoured || !last_is_head)
            {
                title = Some(token);
            }
        }
        let Some(title) = title else {
            let office = self.person_after_office(at, end);
            if office.is_none()
                && let Some(person) = self.person_after_description(at, end)
            {
                self.push(at, person, end);
                return;
            }
            let person = office.unwrap_or(at);
            if person > at {
                self.push(at, at, person);
            }
            self.push(person, person, end);
            return;
        };
        let mut core = title + 1;
        if text.is_word(core, words!["of"]) && core < end {
            // "Secretary of State Ana Ruiz" has a person after its office; "President of France" has not.
            let named = (core + 1..end).find(|&token| text.is(token, Facts::FIRST_NAME));
            let Some(person) = named.or_else(|| self.past_ministry(core + 1, end)) else {
                let of = if text.is_word(core + 1, words!["the"]) { core + 2 } else { core + 1 };
                if at < title && !(at..title).all(|token| self.is_title_part(token)) {
                    self.push(at, at, title);
                }
                self.push(of, of, end);
                return;
            };
            core = person;
        }
        let mut from = title;
        while from > at && self.is_title_part(from - 1) {
            from -= 1;
        }
        if from > at {
            let joins = text.is_word(from - 1, words!["of", "and", "&", "-", "for"]);
            let before = if joins { from - 1 } else { from };
            if before > at {
                self.push(at, at, before);
            }
        }
        if core < end {
            self.push(from, core, end);
        }
    }

    /// Where somebody begins in a run that first names what the office before it is for: "Ambassador to the United
    /// States | Ada Park", "Minister for Health | Nora Bell".
    fn person_after_office(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let the = usize::from(text.is_word(at.checked_sub(1)?, words!["the"]));
        let before = at.checked_sub(1 + the).filter(|&before| before > self.first)?;
        let office = text.is_word(before, words!["to", "for", "of"]) && text.is(before - 1, Facts::TITLE);
        if !office {
            return None;
        }
        let named = (at + 1..end).find(|&token| text.is(token, Facts::FIRST_NAME));
        let place = |&person: &usize| {
            let words = TokenRange::new(at, person);
            is_listed_place(surface(text, words))
        };
        if let Some(person) = named.is_none().then(|| self.past_ministry(at, end)).flatten() {
            return Some(person);
        }
        let person = named.or_else(|| (at + 1..end).rev().find(place))?;
        (person + 1 < end).then_some(person)
    }

    /// "Secretary of State | Moss Webb", "Director of National Intelligence | Webb Moss": where somebody begins behind what
    /// an office is for, by the last word of that.
    #[inline(never)]
    fn past_ministry(&self, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let text = self.text;
        let last = |&token: &usize| {
            one_of!(
                text.lower(token),
                "state defense defence treasury health education security intelligence interior labor labour commerce energy \
                 transportation transport agriculture justice affairs finance staff police"
            )
        };
        let person = (at..end.min(at + LONGEST)).find(last)? + 1;
        let body = Facts::ORGANISATION.or(Facts::PLACE_HEAD).or(Facts::TITLE);
        let name = person..end;
        // "Secretary of State Webb", but "the Minister of Health Moss Yard" is rare.
        let enough = name.len() > 1 || name.len() == 1 && text.is_word(person - 1, words!["state"]);
        (enough && name.into_iter().all(|token| text.is(token, Facts::CAPITAL) && !text.is(token, body)))
            .then_some(person)
    }

    /// "Neighbour | Ada Park", "Labour MP | Nora Bell": common nouns at the head of a sentence and letters before a given name
    /// and one more tell what somebody is.
    #[inline(never)]
    fn person_after_description(&self, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let text = self.text;
        let named = Facts::FIRST_NAME.or(Facts::INITIAL).or(Facts::ORGANISATION).or(Facts::PLACE_HEAD);
        let opens = begins(text, self.first, at) && !text.is_word(at, words!["st"]);
        let describes = |&token: &usize| {
            !text.is(token, named)
                && (text.is(token, Facts::ACRONYM.or(Facts::DEMONYM))
                    || opens && tagger::is_english_word(text.lower(token)))
        };
        let person = at + (at..end).take(LONGEST).take_while(describes).count();
        let body = text.is(end - 1, Facts::ORGANISATION.or(Facts::PLACE_HEAD));
        (person > at && person + 1 < end && text.is(person, Facts::FIRST_NAME) && !body).then_some(person)
    }

    fn is_title_part(&self, token: usize) -> bool {
        self.text.is(token, Facts::TITLE.or(Facts::MODIFIER).or(Facts::DEMONYM))
            || self.text.is_word(token, words!["u.s.", "us", "uk", "u.k.", "eu", "-"])
    }

    /// Notes the name `core..end` with its title from `from` on; the title may begin with words in lower case.
    #[inline(never)]
    fn push(&mut self, from: usize, core: usize, end: usize) {
        let text = self.text;
        let lonely = end - core == 1;
        if lonely && text.is(core, Facts::DEMONYM) && !text.is(core, Facts::PLACE)
            || (core..end).all(|token| {
                text.is(token, Facts::TITLE.or(Facts::MODIFIER).or(Facts::DEMONYM))
                    && !text.is(token, Facts::FIRST_NAME.or(Facts::ORGANISATION))
            })
            || lonely && text.is(core, Facts::INITIAL)
            || (core..end).all(|token| text.tokens[token].span.len() == 1)
        {
            return;
        }
        let mut start = from;
        let place = lonely && text.is(core, Facts::PLACE);
        let lowest = self.first.max(start.saturating_sub(LONGEST_TITLE));
        if !place && start > lowest && text.is(start - 1, Facts::TITLE) && !text.is(start - 1, Facts::CAPITAL)
        {
            start -= 1;
            while start > lowest
                && (self.is_title_part(start - 1) || text.tokens[start - 1].tag == Tag::Adj)
                && !text.is(start - 1, Facts::STOP)
            {
                start -= 1;
            }
        }
        let range = |start: usize| TokenRange::new(start, end);
        self.names.push(Name {
            tokens: range(start),
            core: range(core),
            kind: NameKind::Other,
            full: self.names.len() as u32,
        });
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
