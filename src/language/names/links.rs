//! Short forms and their long form: "Xi" and "Xi Jinping", "SCO" and "Shanghai Cooperation Organization".
//!
//! Mentions with the same words are one group, and groups are linked by a single word, by first and last word,
//! or by initials, each looked up in a table: time is linear in the number of names.

use std::ops::Range;

use super::Text;
use super::facts::Facts;
use super::kinds::{self, Evidence};
use crate::bytes::one_of;
use crate::collections::{Named, Numbered, pair};
use crate::language::{Name, NameKind, WordId, words};

/// All mentions with the same words.
struct Group {
    /// Lower-case ids of its words.
    words: Vec<WordId>,
    /// Index of its first mention.
    first: usize,
    evidence: Evidence,
    kind: NameKind,
}

/// Sets `full` of every name, and gives all mentions of one name the same kind.
pub(super) fn link(text: &Text<'_>, names: &mut [Name]) {
    let Groups { all: groups, of_name, of_word } = groups(text, names);
    let long = LongForms::of(text, names, &groups, &of_name, &of_word);
    let short: Vec<Short> = (0..groups.len()).map(|group| long.short(text, names, &groups, group)).collect();
    // The most recent long form that ends with the one word of a group: where two people share a surname, the last one
    // named.
    let mut recent = vec![None; groups.len()];
    for (index, &own) in of_name.iter().enumerate() {
        let group = &groups[own];
        let full = short[own].long_form(own, &groups, recent[own]).unwrap_or(own);
        if group.words.len() > 1
            && let Some(word) = group.words.last().and_then(|&last| of_word[last.0 as usize])
        {
            recent[word] = Some(own);
        }
        let full = &groups[full];
        let titled = names[index].tokens.start < names[index].core.start;
        names[index].full = full.first as u32;
        names[index].kind =
            if titled && full.kind != NameKind::Organisation { NameKind::Person } else { full.kind };
    }
}

/// Which names have the same words.
struct Groups {
    all: Vec<Group>,
    /// For each name, its group.
    of_name: Vec<usize>,
    /// For each word, by its id, the group of the names that are this word alone.
    of_word: Vec<Option<usize>>,
}

#[inline(never)]
fn groups(text: &Text<'_>, names: &[Name]) -> Groups {
    // What names begin with, by the number of what that begins with itself, and its last word; one word has its id. An
    // article with many names has more words than the caches hold, so that every look-up saved is worth its while.
    let mut beginnings = Numbered::default();
    // The group of the names that are such a beginning, and nothing more.
    let mut group_at: Vec<Option<usize>> = vec![None; text.words.len()];
    let mut groups: Vec<Group> = Vec::new();
    let mut of_name = Vec::with_capacity(names.len());
    let mut words: Vec<WordId> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        words.clear();
        words.extend(name.core.range().map(|token| text.tokens[token].lower(text.words)));
        // "Ada Park KC" is short for nothing but herself: letters after a name are no part of it.
        if words.len() > 2 && words.last().is_some_and(|&last| is_postnominal(text.words.text(last))) {
            words.pop();
        }
        let beginning = words.iter().map(|word| word.0).reduce(|beginning, word| {
            let new = group_at.len() as u32;
            let longer = *beginnings.entry(pair(beginning, word)).or_insert(new);
            if longer == new {
                group_at.push(None);
            }
            longer
        });
        let group = *group_at[beginning.unwrap_or_default() as usize].get_or_insert_with(|| {
            groups.push(Group {
                words: words.clone(),
                first: index,
                evidence: Evidence::default(),
                kind: NameKind::Other,
            });
            groups.len() - 1
        });
        groups[group].evidence.add(kinds::of_mention(text, name));
        of_name.push(group);
    }
    for group in &mut groups {
        group.kind = group.evidence.kind();
    }
    group_at.truncate(text.words.len());
    Groups { all: groups, of_name, of_word: group_at }
}

fn is_postnominal(word: &str) -> bool {
    one_of!(word, "kc qc sc mp mep jr jr. sr sr. obe mbe cbe phd")
}

/// The long forms that a name may be short for, as far as its words tell.
enum Short {
    /// One word.
    Word {
        /// The organisation with these initials.
        initials: Option<usize>,
        /// The names that end and begin with it, unless it is the name of something itself.
        ends: Option<[Option<usize>; 2]>,
    },
    /// Two words, and the name that begins with the one and ends with the other.
    Ends(Option<usize>),
}

impl Short {
    /// The group that the group `own` is a short form of, where `recent` is the last name before that
    /// ends with it.
    fn long_form(&self, own: usize, groups: &[Group], recent: Option<usize>) -> Option<usize> {
        let longer = |found: Option<usize>| {
            found.filter(|&found| found != own && groups[found].words.len() > groups[own].words.len())
        };
        match *self {
            Short::Word { initials, ends } => longer(initials).or_else(|| {
                let person = |found: &usize| groups[*found].kind == NameKind::Person;
                let [last, first] = ends?;
                let recent = recent.filter(person);
                [recent, last, first].into_iter().find_map(longer)
            }),
            Short::Ends(found) => longer(found),
        }
    }
}

/// Where long forms are looked up; only what some short form of the article asks for.
#[derive(Default)]
struct LongForms {
    /// For each group of one word, the first person's name that ends with it, and the first name that begins with it.
    by_word: Vec<[Option<usize>; 2]>,
    /// By first and last word.
    by_ends: Numbered,
    /// By the letters of acronyms: one more than the group that they stand for, or zero.
    by_initials: Named,
}

impl LongForms {
    #[inline(never)]
    fn of(
        text: &Text<'_>,
        names: &[Name],
        groups: &[Group],
        of_name: &[usize],
        of_word: &[Option<usize>],
    ) -> LongForms {
        let acronyms = groups.iter().filter_map(|group| match group.words[..] {
            [word] if is_acronym(text, names, group) => Some((letters_of(text.words.text(word)), 0)),
            _ => None,
        });
        let by_initials = acronyms.collect();
        let by_word = vec![[None; 2]; groups.len()];
        let mut long = LongForms { by_word, by_initials, ..LongForms::default() };
        let mut letters = String::new();
        for (index, group) in groups.iter().enumerate() {
            let [first, .., last] = group.words[..] else { continue };
            let person = group.kind == NameKind::Person;
            let ends = [(last, person), (first, person || group.kind == NameKind::Organisation)];
            for (place, (word, _)) in ends.into_iter().enumerate().filter(|(_, (_, fits))| *fits) {
                if let Some(group) = of_word[word.0 as usize] {
                    long.by_word[group][place].get_or_insert(index);
                }
            }
            if group.words.len() > 2 {
                long.by_ends.entry(pair(first.0, last.0)).or_insert(index as u32);
            }
            long.note_acronyms(text, names, groups, of_name, index, &mut letters);
        }
        long
    }

    /// Notes which acronyms a group of several words may be the long form of; `letters` is room to work in.
    fn note_acronyms(
        &mut self,
        text: &Text<'_>,
        names: &[Name],
        groups: &[Group],
        of_name: &[usize],
        index: usize,
        letters: &mut String,
    ) {
        let group = &groups[index];
        let core = names[group.first].core;
        let number = index as u32 + 1;
        if group.kind != NameKind::Person {
            for only_capitals in [true, false] {
                letters.clear();
                letters.extend(initials(text, core.range(), only_capitals));
                if let Some(known) = self.by_initials.get_mut(letters.as_str()).filter(|known| **known == 0) {
                    *known = number;
                }
            }
        }
        // "the Shanghai Cooperation Organization (SCO)" says itself what the letters stand for.
        let after = core.end as usize;
        if let (Some(name), "(", ")") = (names.get(group.first + 1), text.lower(after), text.lower(after + 2))
            && name.core.start as usize == after + 1
            && name.core.len() == 1
            && text.is(after + 1, Facts::ACRONYM)
            && let [word] = groups[of_name[group.first + 1]].words[..]
            && let Some(known) = self.by_initials.get_mut(letters_of(text.words.text(word)).as_str())
        {
            *known = number;
        }
    }

    /// What the group with this index may be short for.
    fn short(&self, text: &Text<'_>, names: &[Name], groups: &[Group], index: usize) -> Short {
        let group = &groups[index];
        match group.words[..] {
            [word] => {
                let long = is_acronym(text, names, group)
                    .then(|| self.by_initials.get(&letters_of(text.words.text(word))))
                    .flatten()
                    .and_then(|&number| number.checked_sub(1))
                    .map(|group| group as usize);
                // "LA" is no labour association.
                let place = |long: usize| groups[long].kind == NameKind::Place;
                let facts = text.facts.get(word.0 as usize).copied().unwrap_or_default();
                let itself = facts.any(Facts::PLACE.or(Facts::DEMONYM).or(Facts::ORGANISATION))
                    || is_listed_as_written(text, word);
                Short::Word {
                    initials: long.filter(|&long| group.kind == NameKind::Organisation || place(long)),
                    ends: (!itself).then(|| self.by_word[index]),
                }
            }
            [first, last] => {
                Short::Ends(self.by_ends.get(&pair(first.0, last.0)).map(|&found| found as usize))
            }
            _ => Short::Ends(None),
        }
    }
}

/// Whether a name of one word may be the initials of a longer one: "SCO" and "US", but not "Jordan".
fn is_acronym(text: &Text<'_>, names: &[Name], group: &Group) -> bool {
    let written = names[group.first].core.start as usize;
    group.kind == NameKind::Organisation || group.kind == NameKind::Place && text.is(written, Facts::ACRONYM)
}

/// Whether the lists of places and organisations, which go by the capital letter, have this lower-case word.
fn is_listed_as_written(text: &Text<'_>, lower: WordId) -> bool {
    // Every word on the lists begins with a letter of ASCII.
    let mut written = text.words.text(lower).to_owned();
    let Some(first) = written.get_mut(..1) else { return false };
    first.make_ascii_uppercase();
    super::facts::is_known(&written)
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
