//! Who bears the names of the article: the language layer finds them and ties short forms to long ones; here
//! titles and descriptions beside them tell gender and office.

use super::vocabulary::{self, Gender};
use crate::language::{Name, NameKind, Reading, RuleWord, Tag, TokenRange, WordId, words};

/// Somebody or something with a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    /// Tokens of the fullest name, without title.
    pub(super) name: TokenRange,
    /// Known from titles, descriptions and pronouns.
    pub(super) gender: Option<Gender>,
    /// Whether this is known to be a human being, or something else.
    pub(super) person: Option<bool>,
    /// Whether it is the name of a company, an office or another body.
    pub(super) is_organisation: bool,
    /// Nouns that described it beside the name: "leader" in "Chinese leader Xi Jinping".
    pub(super) described: Vec<WordId>,
    /// The words of the name, as [`bits_of`] each: tokens are not looked at again, far from where they are asked for.
    words: u32,
}

impl Entity {
    /// Whoever bears this name, as far as the name tells.
    #[inline(never)]
    fn of(reading: &Reading<'_>, fullest: &Name) -> Self {
        let person = match fullest.kind {
            NameKind::Person => Some(true),
            NameKind::Organisation | NameKind::Place => Some(false),
            NameKind::Other => None,
        };
        let name = without_title(reading, fullest.core);
        let gender = (name.len() > 1 && person != Some(false))
            .then(|| vocabulary::given_name_gender(reading.written(name.start as usize)))
            .flatten();
        let is_organisation = fullest.kind == NameKind::Organisation;
        let words = name.range().filter_map(|at| lower_of(reading, at));
        let words = words.fold(0, |bits, word| bits | bits_of(word));
        Entity { name, person, is_organisation, gender, words, ..Entity::default() }
    }

    /// Whether this is a body, or at least nothing tells a human being or a place: "Moss Yard Holdings".
    pub(super) fn may_be_a_body(&self, reading: &Reading<'_>) -> bool {
        self.is_organisation
            || self.person != Some(false)
                && self.gender.is_none()
                && self.described.is_empty()
                && vocabulary::given_name_gender(reading.written(self.name.start as usize)).is_none()
    }

    /// Whether a description with this word may be of whoever bears the name.
    pub(super) fn is_described(&self, reading: &Reading<'_>, word: WordId) -> bool {
        self.described.contains(&word)
            || self.person != Some(true)
                && self.words & bits_of(word) == bits_of(word)
                && self.name.range().any(|at| lower_of(reading, at) == Some(word))
    }

    /// The words for which [`is_described`](Self::is_described) may hold, as a set of bits.
    fn may_be_described(&self) -> u32 {
        let name = if self.person == Some(true) { 0 } else { self.words };
        self.described.iter().fold(name, |bits, &word| bits | bits_of(word))
    }

    /// Remembers a description, each once and no more than anybody bears, however often the name comes.
    fn describe(&mut self, word: WordId) {
        const MOST: usize = 16;
        if self.described.len() < MOST && !self.described.contains(&word) {
            self.described.push(word);
        }
    }

    /// Learns gender and office from the words beside a mention.
    #[inline(never)]
    fn describe_before(&mut self, reading: &Reading<'_>, name: TokenRange) {
        const FARTHEST: usize = 5;
        let first = name.start as usize;
        // Of several nouns the last is what somebody is: a council leader is no council.
        let mut described = false;
        for at in (first.saturating_sub(FARTHEST)..first).rev() {
            let Some(token) = reading.tokens.get(at) else { break };
            let word = token.rule_word;
            let gender = vocabulary::title_gender(word);
            let titled = gender.is_some() || vocabulary::is_title(word);
            let noun = token.tag == Tag::Noun || token.tag == Tag::Adj && vocabulary::is_office(word);
            let goes_on =
                titled || noun || at + 1 < first && matches!(token.tag, Tag::Propn | Tag::Adj | Tag::Part);
            if !goes_on {
                break;
            }
            if let Some(gender) = gender.or_else(|| vocabulary::office_gender(word)) {
                self.gender.get_or_insert(gender);
            }
            if titled || vocabulary::is_office(word) {
                self.person = Some(true);
            } else if !described && vocabulary::is_body(word) && self.may_be_a_body(reading) {
                self.person = Some(false);
                self.is_organisation = true;
            }
            if (titled || noun) && !described {
                self.describe(reading.words.lower(token.word));
                // "Gov. Ada Park", later "the governor"
                if let Some(full) =
                    vocabulary::in_full(reading.lower(at)).and_then(|full| reading.words.get(full))
                {
                    self.describe(full);
                }
                described = true;
            }
        }
    }

    /// Learns the same from the apposition after a mention: "Ada Park, the mayor of Elmford,".
    #[inline(never)]
    fn describe_after(&mut self, reading: &Reading<'_>, name: TokenRange) {
        const FARTHEST: usize = 12;
        let comma = name.end as usize;
        if !reading.is(comma, words![","]) {
            return;
        }
        for at in comma + 1..reading.tokens.len().min(comma + FARTHEST) {
            let Some(token) = reading.tokens.get(at) else { break };
            let word = reading.rule_word(at);
            // "…, the ministry said": a clause of its own.
            let acts =
                reading.tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Verb | Tag::Aux));
            if token.tag == Tag::Noun && acts {
                break;
            }
            // "…, the union's secretary", "…, union secretary": she is no union.
            if reading.tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::Part)) {
                continue;
            }
            if token.tag == Tag::Noun && vocabulary::is_body(word) {
                self.describe(reading.words.lower(token.word));
                self.person = Some(false);
                break;
            }
            if token.tag == Tag::Noun && vocabulary::is_office(word) {
                self.describe(reading.words.lower(token.word));
                self.person = Some(true);
                self.gender = self.gender.or(vocabulary::office_gender(word));
                break;
            }
            // "Ada Park, of using the company", "Ada Park, a friend of the company": what follows is another.
            if !matches!(token.tag, Tag::Noun | Tag::Det | Tag::Adj | Tag::Propn | Tag::Part | Tag::Pron) {
                break;
            }
        }
    }

    /// Learns what a noun before a comma says of the name set beside it: "The group, the Yard Coalition, met".
    #[inline(never)]
    fn describe_apposed(&mut self, reading: &Reading<'_>, name: TokenRange) {
        let the = usize::from(reading.is((name.start as usize).wrapping_sub(1), words!["the"]));
        let comma = (name.start as usize).wrapping_sub(1 + the);
        let closed = reading.is(name.end as usize, words![","]);
        let head = comma.wrapping_sub(1);
        let Some(token) = reading.tokens.get(head).filter(|token| token.tag == Tag::Noun) else { return };
        let word = reading.rule_word(head);
        let (body, office) = (vocabulary::is_body(word), vocabulary::is_office(word));
        // "the mayor, Ada Park, said", "the current Labour mayor, Ada Park, said"
        const FARTHEST: usize = 4;
        let mut before = (head.saturating_sub(FARTHEST)..head).rev();
        let begins = before.find_map(|at| {
            let token = reading.tokens.get(at)?;
            let inside = matches!(token.tag, Tag::Adj | Tag::Noun | Tag::Propn);
            (!inside).then(|| reading.is(at, words!["the", "a", "an", "its", "their"]))
        });
        let adjective = reading.tag(head.wrapping_sub(1)) == Tag::Adj;
        let begins = adjective || begins == Some(true);
        if closed && begins && reading.is(comma, words![","]) && (body || office) {
            self.describe(reading.words.lower(token.word));
            self.person = self.person.or(Some(office));
            self.is_organisation |= body;
        }
    }
}

/// One place where a name stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The name alone.
    pub(super) tokens: TokenRange,
    /// Index in [`Names::entities`].
    pub(super) entity: usize,
    /// The words of which a description may repeat one, as [`bits_of`] each: most of many mentions are ruled out
    /// without a look at whom they name.
    pub(super) words: u32,
}

/// The bits of a word in a set of words; two, so that few share both.
pub(super) fn bits_of(word: WordId) -> u32 {
    1 << (word.0 % u32::BITS) | 1 << (word.0 / u32::BITS % u32::BITS)
}

/// All names of an article.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) entities: Vec<Entity>,
    /// One for each of [`Reading::names`], in order of the text.
    pub(super) mentions: Vec<Mention>,
}

impl Mention {
    /// Whether a description may repeat the word with these bits.
    pub(super) fn may_be_described(&self, bits: u32) -> bool {
        self.words & bits == bits
    }
}

impl Names {
    /// Groups the names of the article by who bears them.
    #[inline(never)]
    pub(super) fn find(reading: &Reading<'_>) -> Names {
        let room = reading.names.len();
        // The fullest forms are gone through in order of the text: whoever looks at each where its first short form
        // stands looks far away.
        const FULLEST: u32 = 1;
        let mut of_full = vec![0; room];
        reading.names.iter().for_each(|name| of_full[name.full as usize] = FULLEST);
        let mut names = Names { entities: Vec::with_capacity(room), mentions: Vec::with_capacity(room) };
        for (name, full) in reading.names.iter().zip(&mut of_full) {
            if *full == FULLEST {
                *full = names.entities.len() as u32;
                names.entities.push(Entity::of(reading, name));
            }
        }
        for name in &reading.names {
            let entity = of_full[name.full as usize] as usize;
            names.mentions.push(Mention { tokens: name.core, entity, words: 0 });
            if let Some(entity) = names.entities.get_mut(entity) {
                entity.describe_before(reading, name.core);
                entity.describe_after(reading, name.core);
                entity.describe_apposed(reading, name.core);
            }
        }
        let words: Vec<u32> = names.entities.iter().map(Entity::may_be_described).collect();
        for mention in &mut names.mentions {
            mention.words = words.get(mention.entity).copied().unwrap_or_default();
        }
        names
    }

    /// How many mentions start before a token.
    pub(super) fn before(&self, reading: &Reading<'_>, token: u32) -> usize {
        let over = reading.names_before(token as usize);
        let starts_before = |mention: &Mention| mention.tokens.start < token;
        over + usize::from(self.mentions.get(over).is_some_and(starts_before))
    }

    /// The mentions inside a range of tokens.
    pub(super) fn within(&self, reading: &Reading<'_>, tokens: TokenRange) -> &[Mention] {
        let start = self.before(reading, tokens.start);
        let ahead = self.mentions.get(start..).unwrap_or_default();
        let inside = ahead.iter().take_while(|mention| mention.tokens.end <= tokens.end).count();
        ahead.get(..inside).unwrap_or_default()
    }
}

fn lower_of(reading: &Reading<'_>, token: usize) -> Option<WordId> {
    reading.tokens.get(token).map(|token| token.lower(&reading.words))
}

/// A name without titles in front, for a name at the head of a sentence may have kept one.
fn without_title(reading: &Reading<'_>, name: TokenRange) -> TokenRange {
    let is_title = |at: &usize| {
        let word = match reading.rule_word(*at) {
            RuleWord::NONE => former(reading, *at),
            word => word,
        };
        vocabulary::is_title(word) || vocabulary::title_gender(word).is_some() || word.is(words!["ex", "-"])
    };
    let titles = name.range().take_while(is_title).count() as u32;
    // "the Attorney General's Office"
    let owned = || name.range().any(|at| reading.is(at, words!["'s", "’s"]));
    if titles == 0 || titles >= name.len() as u32 || owned() {
        return name;
    }
    TokenRange { start: name.start + titles, ..name }
}

/// What somebody was of whom a word tells: "mayor" in "ex-mayor".
fn former(reading: &Reading<'_>, at: usize) -> RuleWord {
    let start = reading.tokens.get(at).map_or(0, |token| token.span.start as usize);
    let letters = reading.text.as_bytes().get(start..start + 3).unwrap_or_default();
    // Most are told by the text, which is read in order; the letters of a word are anywhere.
    if letters.is_ascii() && !letters.eq_ignore_ascii_case(b"ex-") {
        return RuleWord::NONE;
    }
    reading.lower(at).strip_prefix("ex-").map_or(RuleWord::NONE, RuleWord::of_lower)
}
