//! Short forms and their long form: "Xi" and "Xi Jinping", "SCO" and "Shanghai Cooperation Organization".
//!
//! Mentions with the same words are one group, and groups are linked by a single word, by first and last word,
//! or by initials, each looked up in a table: time is linear in the number of names.

use std::ops::Range;

use super::Text;
use super::kinds::{self, Evidence};
use crate::bytes::one_of;
use crate::collections::{Named, Numbered, pair};
use crate::known_names;
use crate::language::{Name, NameKind, RuleWord, WordId, words};
use crate::packed::facts::Facts;

/// All mentions with the same words. A long text has a hundred thousand of them, so each takes as little room as it can.
/// What their first mention tells beside its words is noted where it is read: later it lies far away.
struct Group {
    /// Where its words begin in [`Groups::words`], and how many there are.
    words: u32,
    length: u32,
    /// Index of its first mention.
    first: u32,
    evidence: Evidence,
    kind: NameKind,
    /// Begins with letters that may be initials: "SCO".
    shouts: bool,
    /// Stands before a colon: "AP: We will wait."
    speaks: bool,
    /// Stands before letters in brackets: "the Shanghai Cooperation Organization (SCO)".
    is_abbreviated: bool,
    /// Goes on with "and": "The Yard Guild and Harbour Bank" are two.
    is_joined: bool,
    /// Goes on with a given name: "Defending Nora Bell".
    goes_on_with_given: bool,
    /// Ends in a word with a hyphen: "Nora Bell-Park".
    ends_hyphenated: bool,
}

impl Group {
    /// A group of as many words, from `words` on, by its first mention.
    fn new(text: &Text<'_>, first: u32, name: &Name, words: u32, length: u32) -> Self {
        let core = name.core.range();
        let is_word = |token: usize, word: &[RuleWord]| text.is_word(token, word);
        let hyphen = (core.start + length as usize).wrapping_sub(2);
        Self {
            words,
            length,
            first,
            evidence: Evidence::default(),
            kind: NameKind::Other,
            shouts: text.is(core.start, Facts::ACRONYM),
            speaks: is_word(core.end, words![":"]),
            is_abbreviated: is_word(core.end, words!["("])
                && is_word(core.end + 2, words![")"])
                && text.is(core.end + 1, Facts::ACRONYM),
            is_joined: is_word(core.start + 1, words!["and"]),
            goes_on_with_given: text.is(core.start + 1, Facts::FIRST_NAME),
            ends_hyphenated: length > 2 && is_word(hyphen, words!["-"]),
        }
    }

    /// Whether a name of one word may be the initials of a longer one: "SCO" and "US", but not "Jordan".
    fn is_acronym(&self) -> bool {
        self.kind == NameKind::Organisation || self.kind == NameKind::Place && self.shouts
    }
}

/// No group.
const NONE: u32 = u32::MAX;

/// A group, where there is one.
fn known(group: u32) -> Option<u32> {
    Some(group).filter(|&group| group != NONE)
}

/// Sets `full` of every name, and gives all mentions of one name the same kind.
#[inline(never)]
pub(super) fn link(text: &Text<'_>, names: &mut [Name], mut groups: Groups) {
    for group in &mut groups.all {
        group.kind = group.evidence.kind();
    }
    let mut links = LongForms::of(text, names, &groups).links(text, &groups);
    for (name, mention) in names.iter_mut().zip(&groups.mentions) {
        let own = mention.group;
        let Link { short, recent, surname } = &links[own as usize];
        let full = short.long_form(own, &groups, recent[mention.title as usize]).unwrap_or(own);
        if let Some(surname) = known(*surname) {
            let Mention { hers, his, .. } = *mention;
            let recent = &mut links[surname as usize].recent;
            for (latest, fits) in recent.iter_mut().zip([hers || !his, his || !hers, true]) {
                if fits {
                    *latest = own;
                }
            }
        }
        let full = &groups.all[full as usize];
        let titled = name.tokens.start < name.core.start;
        name.full = full.first;
        name.kind = if titled && full.kind != NameKind::Organisation { NameKind::Person } else { full.kind };
    }
}

/// What links a group to others.
struct Link {
    short: Short,
    /// The most recent long form that ends with its one word, by the [`Title`] of who is called so: where two people share a
    /// surname, the last one named.
    recent: [u32; 3],
    /// The group of the last of its several words alone, or [`NONE`].
    surname: u32,
}

/// What stands before a mention: "Mr. Park" is not Ada Park, though she was named last.
#[derive(Clone, Copy)]
enum Title {
    Hers,
    His,
    Other,
}

impl Title {
    fn of(word: RuleWord) -> Self {
        if word.is(words!["mrs", "mrs.", "ms", "ms."]) {
            Title::Hers
        } else if word.is(words!["mr", "mr."]) {
            Title::His
        } else {
            Title::Other
        }
    }
}

/// One mention of a name.
#[derive(Clone, Copy)]
struct Mention {
    group: u32,
    title: Title,
    /// Whether its first word is given to women, and to men.
    hers: bool,
    his: bool,
}

/// Which names have the same words.
#[derive(Default)]
pub(super) struct Groups {
    all: Vec<Group>,
    /// Lower-case ids of the words of all groups, one after the other.
    words: Vec<WordId>,
    /// For each name.
    mentions: Vec<Mention>,
    /// What names begin with, by the number of what that begins with itself, and its last word; one word has its id. An
    /// article with many names has more words than the caches hold, so that every look-up saved is worth its while.
    beginnings: Numbered,
    /// For each beginning, by its number, the group of the names that are this and nothing more, or [`NONE`].
    of_beginning: Vec<u32>,
    /// Which of several of one name was told of first, by what it begins with.
    generations: Numbered,
    /// Room to work in.
    core: Vec<WordId>,
}

impl Groups {
    /// No groups yet.
    pub(super) fn new(text: &Text<'_>) -> Self {
        Self { of_beginning: vec![NONE; text.words.len()], ..Self::default() }
    }

    /// The words of a group.
    fn words(&self, group: u32) -> &[WordId] {
        let Some(group) = self.all.get(group as usize) else { return &[] };
        self.words.get(group.words as usize..(group.words + group.length) as usize).unwrap_or_default()
    }

    /// How many words a group has.
    fn length(&self, group: u32) -> u32 {
        self.all.get(group as usize).map_or(0, |group| group.length)
    }

    /// Puts the names that are new, those of one sentence, into their groups, while what stands around them is at hand.
    pub(super) fn add(&mut self, text: &Text<'_>, names: &[Name]) {
        for name in names.get(self.mentions.len()..).unwrap_or_default() {
            self.add_mention(text, name);
        }
    }

    #[inline(never)]
    fn add_mention(&mut self, text: &Text<'_>, name: &Name) {
        let Self { beginnings, of_beginning, core: words, .. } = self;
        let core = name.core.range();
        words.clear();
        words.extend(core.clone().map(|token| text.tokens[token].lower(text.words)));
        // "Ada Park KC" is short for nothing but herself: letters after a name are no part of it.
        let behind = words.pop_if(|last| core.len() > 2 && is_postnominal(text, *last)).map(|last| last.0);
        let mut longer = |beginning: u32, word: u32| {
            let new = of_beginning.len() as u32;
            let longer = *beginnings.entry(pair(beginning, word)).or_insert(new);
            if longer == new {
                of_beginning.push(NONE);
            }
            longer
        };
        let mut beginning = words.iter().map(|word| word.0).reduce(&mut longer);
        // "Paul Reed III" is not Paul Reed Jr., his father.
        if let (Some(before), Some(last)) = (beginning, behind)
            && let generation = text.words.text(WordId(last)).trim_end_matches('.')
            && one_of!(generation, "jr sr ii iii iv")
        {
            let first = *self.generations.entry(u64::from(before)).or_insert(last);
            if text.words.text(WordId(first)).trim_end_matches('.') != generation {
                words.push(WordId(last));
                beginning = Some(longer(before, last));
            }
        }
        let group = &mut of_beginning[beginning.unwrap_or_default() as usize];
        if *group == NONE {
            *group = self.all.len() as u32;
            let (first, length) = (self.mentions.len() as u32, words.len() as u32);
            self.all.push(Group::new(text, first, name, self.words.len() as u32, length));
            self.words.extend(&*words);
        }
        self.all[*group as usize].evidence.add(kinds::of_mention(text, name));
        self.mentions.push(Mention {
            group: *group,
            title: Title::of(text.rule_word(core.start.wrapping_sub(1))),
            hers: text.is(core.start, Facts::FEMININE),
            his: text.is(core.start, Facts::MASCULINE),
        });
    }
}

fn is_postnominal(text: &Text<'_>, word: WordId) -> bool {
    let word = text.words.text(word);
    one_of!(word, "kc qc sc mp mep jr jr. sr sr. ii iii iv obe mbe cbe phd")
}

/// The long forms that a name may be short for, as far as its words tell: groups, or [`NONE`].
#[derive(Clone, Copy)]
enum Short {
    /// One word.
    Word {
        /// The organisation with these initials.
        initials: u32,
        /// The names that end and begin with it.
        ends: [u32; 2],
    },
    /// The same for a word that is the name of something itself.
    Itself { initials: u32 },
    /// Two words, and the name that begins with the one and ends with the other.
    Ends(u32),
}

impl Short {
    /// The group that the group `own` is a short form of, where `recent` is the last name before that
    /// ends with it.
    fn long_form(&self, own: u32, groups: &Groups, recent: u32) -> Option<u32> {
        let longer = |found: u32| {
            known(found).filter(|&found| found != own && groups.length(found) > groups.length(own))
        };
        match *self {
            Short::Word { initials, ends: [last, first] } => longer(initials).or_else(|| {
                let person = |found: &u32| groups.all[*found as usize].kind == NameKind::Person;
                let recent = known(recent).filter(person).unwrap_or(NONE);
                [recent, last, first].into_iter().find_map(longer)
            }),
            Short::Itself { initials } => longer(initials),
            Short::Ends(found) => longer(found),
        }
    }
}

/// Where long forms are looked up; only what some short form of the article asks for.
#[derive(Default)]
struct LongForms {
    /// For each group of one word, the first person's name that ends with it, and the first name that begins with it.
    by_word: Vec<[u32; 2]>,
    /// For each group of several words, the group of the last alone, or [`NONE`].
    surnames: Vec<u32>,
    /// By first and last word.
    by_ends: Numbered,
    /// By the letters of acronyms: one more than the group that they stand for, or zero, or [`NONE`] where they may be
    /// somebody's, before a colon.
    by_initials: Named,
    /// Whether some of these letters may be somebody's: few articles ask for the initials of people.
    asks_people: bool,
}

impl LongForms {
    #[inline(never)]
    fn of(text: &Text<'_>, names: &[Name], groups: &Groups) -> LongForms {
        let acronyms = (0..).zip(&groups.all).filter_map(|(index, group)| match *groups.words(index) {
            [word] if group.is_acronym() => {
                Some((letters_of(text.words.text(word)), if group.speaks { NONE } else { 0 }))
            }
            _ => None,
        });
        let by_initials: Named = acronyms.collect();
        let asks_people = by_initials.values().any(|&number| number == NONE);
        let count = groups.all.len();
        let (by_word, surnames) = (vec![[NONE; 2]; count], vec![NONE; count]);
        let mut long = LongForms { by_word, surnames, by_initials, asks_people, ..LongForms::default() };
        let mut letters = String::new();
        for (index, group) in (0..).zip(&groups.all) {
            let words = groups.words(index);
            let [first, .., last] = *words else { continue };
            let [by_first, by_last] = [first, last].map(|word| groups.of_beginning[word.0 as usize]);
            long.surnames[index as usize] = by_last;
            let person = group.kind == NameKind::Person;
            let body = group.kind == NameKind::Organisation && !group.is_joined;
            let ends = [(by_last, person), (by_first, person || body)];
            for (place, (word, _)) in ends.into_iter().enumerate().filter(|(_, (_, fits))| *fits) {
                if let Some(word) = known(word) {
                    let known = &mut long.by_word[word as usize][place];
                    *known = (*known).min(index);
                }
            }
            if words.len() > 2 {
                long.by_ends.entry(pair(first.0, last.0)).or_insert(index);
            }
            // "Nora Bell Park", "Nora Bell-Park": surnames of two words.
            if person
                && !group.goes_on_with_given
                && let Some((_, key)) = words.get(1..).and_then(|words| surname(words, group))
            {
                long.by_ends.entry(key).or_insert(index);
            }
            long.note_acronyms(text, names, groups, index, &mut letters);
        }
        long
    }

    /// Notes which acronyms a group of several words may be the long form of; `letters` is room to work in.
    fn note_acronyms(
        &mut self,
        text: &Text<'_>,
        names: &[Name],
        groups: &Groups,
        index: u32,
        letters: &mut String,
    ) {
        let group = &groups.all[index as usize];
        let first = group.first as usize;
        let number = index + 1;
        // Of a person only where they speak: "AP: We will wait."
        let person = group.kind == NameKind::Person;
        if !person || self.asks_people {
            for only_capitals in [true, false] {
                letters.clear();
                letters.extend(initials(text, names[first].core.range(), only_capitals));
                if let Some(known) = self.by_initials.get_mut(letters.as_str())
                    && (*known == NONE || *known == 0 && !person)
                {
                    *known = number;
                }
            }
        }
        // "the Shanghai Cooperation Organization (SCO)" says itself what the letters stand for.
        if group.is_abbreviated
            && let Some(name) = names.get(first + 1)
            && name.core.start == names[first].core.end + 1
            && name.core.len() == 1
            && let [word] = *groups.words(groups.mentions[first + 1].group)
            && let Some(known) = self.by_initials.get_mut(letters_of(text.words.text(word)).as_str())
        {
            *known = number;
        }
    }

    /// What links each group to others.
    #[inline(never)]
    fn links(self, text: &Text<'_>, groups: &Groups) -> Vec<Link> {
        let link = |(index, &surname): (usize, &u32)| Link {
            short: self.short(text, groups, index),
            recent: [NONE; 3],
            surname,
        };
        self.surnames.iter().enumerate().map(link).collect()
    }

    /// What the group with this index may be short for.
    fn short(&self, text: &Text<'_>, groups: &Groups, index: usize) -> Short {
        let group = &groups.all[index];
        match *groups.words(index as u32) {
            [word] => {
                let long = group
                    .is_acronym()
                    .then(|| self.by_initials.get(&letters_of(text.words.text(word))))
                    .flatten()
                    .filter(|&&number| number != NONE)
                    .and_then(|&number| number.checked_sub(1));
                // "LA" is no labour association.
                let place = |long: u32| groups.all[long as usize].kind == NameKind::Place;
                let long = long.filter(|&long| group.kind == NameKind::Organisation || place(long));
                let initials = long.unwrap_or(NONE);
                let facts = text.facts.get(word.0 as usize).copied().unwrap_or_default();
                // "Church" is a body, unless somebody is called "Ms Church".
                let itself = facts.any(Facts::PLACE.or(Facts::DEMONYM))
                    || facts.has(Facts::ORGANISATION) && !group.evidence.is_titled()
                    || is_listed_as_written(text, word);
                if itself {
                    Short::Itself { initials }
                } else {
                    Short::Word { initials, ends: self.by_word[index] }
                }
            }
            ref words => {
                let key = surname(words, group).filter(|&(count, _)| count == words.len());
                Short::Ends(key.and_then(|(_, key)| self.by_ends.get(&key)).copied().unwrap_or(NONE))
            }
        }
    }
}

/// How many words at the end of a name of this group may be a surname of two parts, and what these are looked up by: "Bell
/// Park", "Bell-Park".
#[inline(never)]
fn surname(words: &[WordId], group: &Group) -> Option<(usize, u64)> {
    let (first, last, count) = match *words {
        [.., first, _, last] if group.ends_hyphenated => (first, last, 3),
        [.., first, last] => (first, last, 2),
        _ => return None,
    };
    Some((count, pair(first.0, last.0)))
}

/// Whether the lists of places and organisations, which go by the capital letter, have this lower-case word.
fn is_listed_as_written(text: &Text<'_>, lower: WordId) -> bool {
    // Every word on the lists begins with a letter of ASCII.
    let mut written = text.words.text(lower).to_owned();
    let Some(first) = written.get_mut(..1) else { return false };
    first.make_ascii_uppercase();
    known_names::is_known(&written)
}

/// The letters of an acronym, in lower case without full stops.
fn letters_of(acronym: &str) -> String {
    acronym.chars().filter(|&c| c != '.').collect()
}

/// Initials of a name in lower case: of its capitalised words, or of all its words.
fn initials(text: &Text<'_>, core: Range<usize>, only_capitals: bool) -> impl Iterator<Item = char> {
    let counts = move |&token: &usize| {
        if only_capitals { text.is_capital(token) } else { !text.is_word(token, words!["the"]) }
    };
    let initials = core.filter(counts).filter_map(|token| text.lower(token).chars().next());
    initials.filter(move |c| only_capitals || c.is_alphabetic())
}
