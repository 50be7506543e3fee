//! What a run of capitalised words is divided into: names, and the titles before them.

use super::capitals::begins;
use super::kinds::{is_listed_place, surface};
use super::runs::Finder;
use crate::bytes::one_of;
use crate::language::{Name, NameKind, RuleWord, Tag, TokenRange, tagger, words};
use crate::packed::facts::Facts;

/// How many tokens a title before a name may have.
const LONGEST_TITLE: usize = 6;

/// Whether places are named after people with this title.
fn is_commemorated(title: RuleWord) -> bool {
    title
        .is(words!["president", "king", "queen", "prince", "princess", "duke", "general", "captain", "saint"])
}

impl Finder<'_, '_> {
    /// Divides a run into the names in it, and finds their titles.
    #[inline(never)]
    pub(super) fn take(&mut self, at: usize, end: usize) {
        match self.last_title(at, end) {
            Some(title) => self.take_titled(at, title, end),
            None => self.take_untitled(at, end),
        }
    }

    /// The last title of a run with a name after it: "Apple CEO | Tim Cook", "Secretary of State | Ana Ruiz".
    #[inline(never)]
    fn last_title(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let last_is_head = text.is(end - 1, Facts::ORGANISATION.or(Facts::PLACE_HEAD)) && end - at > 1;
        let body = text.is(end - 1, Facts::ORGANISATION);
        let mut title = None;
        for token in at..end {
            // "Attorney General's Office" is nobody's title.
            if text.is_word(token, words!["'s", "’s"]) {
                title = None;
            }
            if !text.is(token, Facts::TITLE) || text.is(token, Facts::FIRST_NAME) {
                continue;
            }
            // "Mr Park", "Mayor Park" and "Mayor Ada Park" are people, "President Avenue" and "Queen Mary Park" are places.
            let honoured =
                (token + 2 < end || token + 2 == end && !body) && !is_commemorated(text.rule_word(token));
            // "the Department of Justice" is no judge.
            let office = token + 1 == end && token > at && text.is_word(token - 1, words!["of"]);
            if !(office && text.is(at, Facts::ORGANISATION))
                && (honoured || !last_is_head || self.is_honorific(token))
            {
                title = Some(token);
            }
        }
        title
    }

    fn is_honorific(&self, token: usize) -> bool {
        let text = self.text;
        text.is_word(token, words!["mr", "mrs", "ms", "miss", "dr"])
            || text.tokens[token].span.of(text.text).ends_with('.')
    }

    /// A run without a title, which may begin with the end of an office or with a description.
    #[inline(never)]
    fn take_untitled(&mut self, at: usize, end: usize) {
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
    }

    /// A run with a title, and perhaps another name before it.
    #[inline(never)]
    fn take_titled(&mut self, at: usize, title: usize, end: usize) {
        let text = self.text;
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
        // Somebody follows, so that the last word of a run need not be looked at.
        let person = (at..(end - 1).min(at + LONGEST)).find(last)? + 1;
        let body = Facts::ORGANISATION.or(Facts::PLACE_HEAD).or(Facts::TITLE);
        let mut name = person..end;
        // "Secretary of State Webb", but "the Minister of Health Moss Yard" is rare.
        let enough = name.len() > 1 || name.len() == 1 && text.is_word(person - 1, words!["state"]);
        (enough && name.all(|token| text.is_capital(token) && !text.is(token, body))).then_some(person)
    }

    /// "Neighbour | Ada Park", "Labour MP | Nora Bell": common nouns at the head of a sentence and letters before a given name
    /// and one more tell what somebody is.
    #[inline(never)]
    fn person_after_description(&self, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let text = self.text;
        // A description, a given name and one more: most runs are too short.
        if end - at < 3 {
            return None;
        }
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

    pub(super) fn is_title_part(&self, token: usize) -> bool {
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
        if !place && start > lowest && text.is(start - 1, Facts::TITLE) && !text.is_capital(start - 1) {
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
