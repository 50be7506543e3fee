//! Short forms and their long form: "Xi" and "Xi Jinping", "SCO" and "Shanghai Cooperation Organization".
//!
//! Mentions with the same words are one group, and groups are linked by a single word, by first and last word,
//! or by initials, each looked up in a table: time is linear in the number of names.

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
    let (groups, group_of) = groups(text, names);
    let long = LongForms::of(text, names, &groups, &group_of);
    let short: Vec<Short> = groups.iter().map(|group| long.short(text, group)).collect();
    // The most recent long form that ends with a word: where two people share a surname, the last one named.
    let mut recent = Numbered::default();
    for (index, &own) in group_of.iter().enumerate() {
        let group = &groups[own];
        let full = short[own].long_form(own, &groups, &recent).unwrap_or(own);
        if group.words.len() > 1
            && let Some(&last) = group.words.last()
        {
            recent.insert(last.0.into(), own as u32);
        }
        let full = &groups[full];
        let titled = names[index].tokens.start < names[index].core.start;
        names[index].full = full.first as u32;
        names[index].kind =
            if titled && full.kind != NameKind::Organisation { NameKind::Person } else { full.kind };
    }
}

#[inline(never)]
fn groups(text: &Text<'_>, names: &[Name]) -> (Vec<Group>, Vec<usize>) {
    // What names begin with, by the number of what that begins with itself, and its last word; none is zero.
    let mut beginnings = Numbered::default();
    // The group of the names that are such a beginning, and nothing more.
    let mut group_at: Vec<Option<usize>> = vec![None];
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of = Vec::with_capacity(names.len());
    let mut words: Vec<WordId> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        words.clear();
        words.extend(name.core.range().map(|token| text.tokens[token].lower(text.words)));
        // "Ada Park KC" is short for nothing but herself: letters after a name are no part of it.
        if words.len() > 2 && words.last().is_some_and(|&last| is_postnominal(text.words.text(last))) {
            words.pop();
        }
        let beginning = words.iter().fold(0, |beginning, word| {
            let new = group_at.len() as u32;
            let longer = *beginnings.entry(pair(beginning, word.0)).or_insert(new);
            if longer == new {
                group_at.push(None);
            }
            longer
        });
        let group = *group_at[beginning as usize].get_or_insert_with(|| {
            groups.push(Group {
                words: words.clone(),
                first: index,
                evidence: Evidence::default(),
                kind: NameKind::Other,
            });
            groups.len() - 1
        });
        groups[group].evidence.add(kinds::of_mention(text, name));
        group_of.push(group);
    }
    for group in &mut groups {
        group.kind = group.evidence.kind();
    }
    (groups, group_of)
}

fn is_postnominal(word: &str) -> bool {
    one_of!(word, "kc qc sc mp mep jr jr. sr sr. obe mbe cbe phd")
}

/// The long forms that a name may be short for, as far as its words tell.
enum Short {
    /// One word.
    Word {
        word: WordId,
        /// The organisation with these initials.
        initials: Option<usize>,
        /// The names that end and begin with it, unless it is the name of something itself.
        ends: Option<[Option<usize>; 2]>,
    },
    /// Two words, and the name that begins with the one and ends with the other.
    Ends(Option<usize>),
}

impl Short {
    /// The group that the group `own` is a short form of, where `recent` are the names met before it.
    fn long_form(&self, own: usize, groups: &[Group], recent: &Numbered) -> Option<usize> {
        let longer = |found: Option<usize>| {
            found.filter(|&found| found != own && groups[found].words.len() > groups[own].words.len())
        };
        match *self {
            Short::Word { word, initials, ends } => longer(initials).or_else(|| {
                let person = |found: &usize| groups[*found].kind == NameKind::Person;
                let [last, first] = ends?;
                let recent = found(recent, word.0.into()).filter(person);
                [recent, last, first].into_iter().find_map(longer)
            }),
            Short::Ends(found) => longer(found),
        }
    }
}

/// Where long forms are looked up.
#[derive(Default)]
struct LongForms {
    by_last: Numbered,
    by_first: Numbered,
    /// By first and last word.
    by_ends: Numbered,
    by_initials: Named,
}

impl LongForms {
    #[inline(never)]
    fn of(text: &Text<'_>, names: &[Name], groups: &[Group], group_of: &[usize]) -> LongForms {
        let mut long = LongForms::default();
        for (index, group) in groups.iter().enumerate() {
            let [first, .., last] = group.words[..] else { continue };
            if group.kind == NameKind::Person {
                long.by_last.entry(last.0.into()).or_insert(index as u32);
            }
            if matches!(group.kind, NameKind::Person | NameKind::Organisation) {
                long.by_first.entry(first.0.into()).or_insert(index as u32);
            }
            if group.words.len() > 2 {
                long.by_ends.entry(pair(first.0, last.0)).or_insert(index as u32);
            }
            let core = names[group.first].core;
            if group.kind != NameKind::Person {
                for initials in initials(text, core.range()) {
                    long.by_initials.entry(initials).or_insert(index as u32);
                }
            }
            // "the Shanghai Cooperation Organization (SCO)" says itself what the letters stand for.
            let after = core.end as usize;
            if let (Some(name), "(", ")") =
                (names.get(group.first + 1), text.lower(after), text.lower(after + 2))
                && name.core.start as usize == after + 1
                && name.core.len() == 1
                && text.is(after + 1, Facts::ACRONYM)
            {
                let letters = &groups[group_of[group.first + 1]].words;
                if let &[letters] = &letters[..] {
                    long.by_initials.insert(letters_of(text.words.text(letters)), index as u32);
                }
            }
        }
        long
    }

    /// What a group may be short for.
    fn short(&self, text: &Text<'_>, group: &Group) -> Short {
        match group.words[..] {
            [word] => {
                let initials =
                    self.by_initials.get(&letters_of(text.words.text(word))).map(|&found| found as usize);
                let facts = text.facts.get(word.0 as usize).copied().unwrap_or_default();
                let itself = facts.any(Facts::PLACE.or(Facts::DEMONYM).or(Facts::ORGANISATION))
                    || is_listed_as_written(text, word);
                Short::Word {
                    word,
                    initials: initials.filter(|_| group.kind == NameKind::Organisation),
                    ends: (!itself)
                        .then(|| [found(&self.by_last, word.0.into()), found(&self.by_first, word.0.into())]),
                }
            }
            [first, last] => Short::Ends(found(&self.by_ends, pair(first.0, last.0))),
            _ => Short::Ends(None),
        }
    }
}

fn found(table: &Numbered, key: u64) -> Option<usize> {
    table.get(&key).map(|&found| found as usize)
}

/// Whether the lists of places and organisations, which go by the capital letter, have this lower-case word.
fn is_listed_as_written(text: &Text<'_>, lower: WordId) -> bool {
    let mut characters = text.words.text(lower).chars();
    let Some(first) = characters.next() else { return false };
    // Every word on the lists begins with a letter of ASCII.
    let written: String = std::iter::once(first.to_ascii_uppercase()).chain(characters).collect();
    super::facts::is_known(&written)
}

/// The letters of an acronym, in lower case without full stops.
fn letters_of(acronym: &str) -> String {
    acronym.chars().filter(|&c| c != '.').collect()
}

/// Initials of a name in lower case: of its capitalised words, and of all its words.
fn initials(text: &Text<'_>, core: std::ops::Range<usize>) -> [String; 2] {
    let initial = |token: usize| text.lower(token).chars().next();
    let capital = core.clone().filter(|&token| text.is(token, Facts::CAPITAL)).filter_map(initial).collect();
    let all = core
        .filter(|&token| !text.is_word(token, words!["the"]))
        .filter_map(initial)
        .filter(|c| c.is_alphabetic())
        .collect();
    [capital, all]
}
