//! Short forms and their long form: "Xi" and "Xi Jinping", "SCO" and "Shanghai Cooperation Organization".
//!
//! Mentions with the same words are one group, and groups are linked by a single word, by first and last word,
//! or by initials, each looked up in a table: time is linear in the number of names.

use super::Text;
use super::groups::{Group, Groups, Mention, NONE, known};
use crate::bytes::split;
use crate::collections::{Named, Numbered, pair};
use crate::known_names;
use crate::language::{Name, NameKind, WordId};
use crate::packed::facts::Facts;

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
#[repr(align(32))]
struct Link {
    short: Short,
    /// The most recent long form that ends with its one word, by the title of who is called so: where two people share a
    /// surname, the last one named.
    recent: [u32; 3],
    /// The group of the last of its several words alone, or [`NONE`].
    surname: u32,
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
        let mut initials = groups.initials.each_ref().map(|letters| split(letters, b'\n'));
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
            let initials = initials.each_mut().map(|lines| lines.next().unwrap_or_default());
            long.note_acronyms(text, names, groups, index, initials);
        }
        long
    }

    /// Notes which acronyms a group of several words with these initials may be the long form of.
    fn note_acronyms(
        &mut self,
        text: &Text<'_>,
        names: &[Name],
        groups: &Groups,
        index: u32,
        initials: [&str; 2],
    ) {
        let group = &groups.all[index as usize];
        let first = group.first as usize;
        let number = index + 1;
        // Of a person only where they speak: "AP: We will wait."
        let person = group.kind == NameKind::Person;
        if !person || self.asks_people {
            for letters in initials {
                if let Some(known) = self.by_initials.get_mut(letters)
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
                let facts = text.facts_of(word);
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
