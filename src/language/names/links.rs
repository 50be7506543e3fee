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
struct Group {
    /// Where its words begin in [`Groups::words`], and how many there are.
    words: u32,
    length: u32,
    /// Index of its first mention.
    first: u32,
    evidence: Evidence,
    kind: NameKind,
}

/// No group.
const NONE: u32 = u32::MAX;

/// A group, where there is one.
fn known(group: u32) -> Option<u32> {
    Some(group).filter(|&group| group != NONE)
}

/// Sets `full` of every name, and gives all mentions of one name the same kind.
pub(super) fn link(text: &Text<'_>, names: &mut [Name]) {
    let groups = groups(text, names);
    let long = LongForms::of(text, names, &groups);
    let short: Vec<Short> =
        (0..groups.all.len()).map(|group| long.short(text, names, &groups, group)).collect();
    // The most recent long form that ends with the one word of a group: where two people share a surname, the last one
    // named.
    let mut recent = vec![[NONE; 3]; groups.all.len()];
    for (name, &own) in names.iter_mut().zip(&groups.of_name) {
        let place = own as usize;
        // "Mr. Park" is not Ada Park, though she was named last.
        let before = name.core.range().start.wrapping_sub(1);
        let title = text.rule_word(before);
        let gender = if title.is(words!["mrs", "mrs.", "ms", "ms."]) {
            0
        } else if title.is(words!["mr", "mr."]) {
            1
        } else {
            2
        };
        let full = short[place].long_form(own, &groups, recent[place][gender]).unwrap_or(own);
        let words = groups.words(own);
        if words.len() > 1
            && let Some(word) = words.last().and_then(|&last| known(groups.of_word[last.0 as usize]))
        {
            let [hers, his] = given_to(text, name.core.range().start);
            for (latest, fits) in recent[word as usize].iter_mut().zip([hers || !his, his || !hers, true]) {
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

/// Whether the given name at a token is given to women, and to men.
fn given_to(text: &Text<'_>, token: usize) -> [bool; 2] {
    match text.tokens.get(token) {
        Some(given) if text.is(token, Facts::FEMININE.or(Facts::MASCULINE)) => {
            known_names::given_to(text.words.text(given.word))
        }
        _ => [false; 2],
    }
}

/// Which names have the same words.
#[derive(Default)]
struct Groups {
    all: Vec<Group>,
    /// Lower-case ids of the words of all groups, one after the other.
    words: Vec<WordId>,
    /// For each name, its group.
    of_name: Vec<u32>,
    /// For each word, by its id, the group of the names that are this word alone, or [`NONE`].
    of_word: Vec<u32>,
}

impl Groups {
    /// The words of a group.
    fn words(&self, group: u32) -> &[WordId] {
        let Some(group) = self.all.get(group as usize) else { return &[] };
        self.words.get(group.words as usize..(group.words + group.length) as usize).unwrap_or_default()
    }
}

#[inline(never)]
fn groups(text: &Text<'_>, names: &[Name]) -> Groups {
    // What names begin with, by the number of what that begins with itself, and its last word; one word has its id. An
    // article with many names has more words than the caches hold, so that every look-up saved is worth its while.
    let mut beginnings = Numbered::default();
    // Which of several of one name was told of first, by what it begins with.
    let mut generations = Numbered::default();
    // The group of the names that are such a beginning, and nothing more.
    let mut group_at = vec![NONE; text.words.len()];
    let mut groups = Groups {
        all: Vec::with_capacity(names.len() / 2),
        words: Vec::with_capacity(names.len()),
        of_name: Vec::with_capacity(names.len()),
        ..Groups::default()
    };
    let mut words: Vec<WordId> = Vec::new();
    for (index, name) in (0..).zip(names) {
        words.clear();
        words.extend(name.core.range().map(|token| text.tokens[token].lower(text.words)));
        // "Ada Park KC" is short for nothing but herself: letters after a name are no part of it.
        let behind =
            words.pop_if(|last| name.core.len() > 2 && is_postnominal(text, *last)).map(|last| last.0);
        let mut longer = |beginning: u32, word: u32| {
            let new = group_at.len() as u32;
            let longer = *beginnings.entry(pair(beginning, word)).or_insert(new);
            if longer == new {
                group_at.push(NONE);
            }
            longer
        };
        let mut beginning = words.iter().map(|word| word.0).reduce(&mut longer);
        // "Paul Reed III" is not Paul Reed Jr., his father.
        if let (Some(before), Some(last)) = (beginning, behind)
            && let generation = text.words.text(WordId(last)).trim_end_matches('.')
            && one_of!(generation, "jr sr ii iii iv")
        {
            let first = *generations.entry(u64::from(before)).or_insert(last);
            if text.words.text(WordId(first)).trim_end_matches('.') != generation {
                words.push(WordId(last));
                beginning = Some(longer(before, last));
            }
        }
        let group = &mut group_at[beginning.unwrap_or_default() as usize];
        if *group == NONE {
            *group = groups.all.len() as u32;
            groups.all.push(Group {
                words: groups.words.len() as u32,
                length: words.len() as u32,
                first: index,
                evidence: Evidence::default(),
                kind: NameKind::Other,
            });
            groups.words.extend(&words);
        }
        groups.all[*group as usize].evidence.add(kinds::of_mention(text, name));
        groups.of_name.push(*group);
    }
    for group in &mut groups.all {
        group.kind = group.evidence.kind();
    }
    group_at.truncate(text.words.len());
    groups.of_word = group_at;
    groups
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
            known(found).filter(|&found| found != own && groups.words(found).len() > groups.words(own).len())
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
            [word] if is_acronym(text, names, group) => {
                let colon = names[group.first as usize].core.range().end;
                let speaks = text.is_word(colon, words![":"]);
                Some((letters_of(text.words.text(word)), if speaks { NONE } else { 0 }))
            }
            _ => None,
        });
        let by_initials: Named = acronyms.collect();
        let asks_people = by_initials.values().any(|&number| number == NONE);
        let by_word = vec![[NONE; 2]; groups.all.len()];
        let mut long = LongForms { by_word, by_initials, asks_people, ..LongForms::default() };
        let mut letters = String::new();
        for (index, group) in (0..).zip(&groups.all) {
            let words = groups.words(index);
            let [first, .., last] = *words else { continue };
            let person = group.kind == NameKind::Person;
            // "The Yard Guild and Harbour Bank" are two.
            let two = words.get(1).is_some_and(|&word| is_word(text, word, words!["and"]));
            let ends = [(last, person), (first, person || group.kind == NameKind::Organisation && !two)];
            for (place, (word, _)) in ends.into_iter().enumerate().filter(|(_, (_, fits))| *fits) {
                if let Some(group) = known(groups.of_word[word.0 as usize]) {
                    let known = &mut long.by_word[group as usize][place];
                    *known = (*known).min(index);
                }
            }
            if words.len() > 2 {
                long.by_ends.entry(pair(first.0, last.0)).or_insert(index);
            }
            // "Nora Bell Park", "Nora Bell-Park": surnames of two words, but not "Defending Nora Bell".
            let second = names[group.first as usize].core.range().start + 1;
            if person
                && !text.is(second, Facts::FIRST_NAME)
                && let Some((_, key)) = words.get(1..).and_then(|words| surname(text, words))
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
        let core = names[first].core;
        let number = index + 1;
        // Of a person only where they speak: "AP: We will wait."
        let person = group.kind == NameKind::Person;
        if !person || self.asks_people {
            for only_capitals in [true, false] {
                letters.clear();
                letters.extend(initials(text, core.range(), only_capitals));
                if let Some(known) = self.by_initials.get_mut(letters.as_str())
                    && (*known == NONE || *known == 0 && !person)
                {
                    *known = number;
                }
            }
        }
        // "the Shanghai Cooperation Organization (SCO)" says itself what the letters stand for.
        let after = core.end as usize;
        if text.is_word(after, words!["("])
            && text.is_word(after + 2, words![")"])
            && let Some(name) = names.get(first + 1)
            && name.core.start as usize == after + 1
            && name.core.len() == 1
            && text.is(after + 1, Facts::ACRONYM)
            && let [word] = *groups.words(groups.of_name[first + 1])
            && let Some(known) = self.by_initials.get_mut(letters_of(text.words.text(word)).as_str())
        {
            *known = number;
        }
    }

    /// What the group with this index may be short for.
    fn short(&self, text: &Text<'_>, names: &[Name], groups: &Groups, index: usize) -> Short {
        match *groups.words(index as u32) {
            [word] => {
                let group = &groups.all[index];
                let long = is_acronym(text, names, group)
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
                let key = surname(text, words).filter(|&(count, _)| count == words.len());
                Short::Ends(key.and_then(|(_, key)| self.by_ends.get(&key)).copied().unwrap_or(NONE))
            }
        }
    }
}

/// How many words at the end of a name may be a surname of two parts, and what these are looked up by: "Bell Park",
/// "Bell-Park".
#[inline(never)]
fn surname(text: &Text<'_>, words: &[WordId]) -> Option<(usize, u64)> {
    let (first, last, count) = match *words {
        [.., first, hyphen, last] if is_word(text, hyphen, words!["-"]) => (first, last, 3),
        [.., first, last] => (first, last, 2),
        _ => return None,
    };
    Some((count, pair(first.0, last.0)))
}

/// Whether a distinct word is one of `words`.
fn is_word(text: &Text<'_>, word: WordId, words: &[RuleWord]) -> bool {
    text.words.rule_word(word).0.is(words)
}

/// Whether a name of one word may be the initials of a longer one: "SCO" and "US", but not "Jordan".
fn is_acronym(text: &Text<'_>, names: &[Name], group: &Group) -> bool {
    let written = names[group.first as usize].core.start as usize;
    group.kind == NameKind::Organisation || group.kind == NameKind::Place && text.is(written, Facts::ACRONYM)
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
        if only_capitals { text.is(token, Facts::CAPITAL) } else { !text.is_word(token, words!["the"]) }
    };
    let initials = core.filter(counts).filter_map(|token| text.lower(token).chars().next());
    initials.filter(move |c| only_capitals || c.is_alphabetic())
}
