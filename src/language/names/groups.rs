//! Which names have the same words, and what is noted of each while what stands around it is at hand: the linking, which
//! comes when all are known, finds it far away.

use std::ops::Range;

use super::Text;
use super::kinds::{self, Evidence};
use crate::bytes::one_of;
use crate::collections::{Numbered, pair};
use crate::language::{Name, NameKind, RuleWord, WordId, words};
use crate::packed::facts::Facts;

/// All mentions with the same words. A long text has a hundred thousand of them, so each takes as little room as it can.
/// What their first mention tells beside its words is noted where it is read: later it lies far away.
#[repr(align(32))]
pub(super) struct Group {
    /// Where its words begin in [`Groups::words`], and how many there are.
    pub(super) words: u32,
    pub(super) length: u32,
    /// Index of its first mention.
    pub(super) first: u32,
    pub(super) evidence: Evidence,
    pub(super) kind: NameKind,
    /// Begins with letters that may be initials: "SCO".
    pub(super) shouts: bool,
    /// Stands before a colon: "AP: We will wait."
    pub(super) speaks: bool,
    /// Stands before letters in brackets: "the Shanghai Cooperation Organization (SCO)".
    pub(super) is_abbreviated: bool,
    /// Goes on with "and": "The Yard Guild and Harbour Bank" are two.
    pub(super) is_joined: bool,
    /// Goes on with a given name: "Defending Nora Bell".
    pub(super) goes_on_with_given: bool,
    /// Ends in a word with a hyphen: "Nora Bell-Park".
    pub(super) ends_hyphenated: bool,
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
    pub(super) fn is_acronym(&self) -> bool {
        self.kind == NameKind::Organisation || self.kind == NameKind::Place && self.shouts
    }
}

/// No group.
pub(super) const NONE: u32 = u32::MAX;

/// A group, where there is one.
pub(super) fn known(group: u32) -> Option<u32> {
    Some(group).filter(|&group| group != NONE)
}

/// What stands before a mention: "Mr. Park" is not Ada Park, though she was named last.
#[derive(Clone, Copy)]
pub(super) enum Title {
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
pub(super) struct Mention {
    pub(super) group: u32,
    pub(super) title: Title,
    /// Whether its first word is given to women, and to men.
    pub(super) hers: bool,
    pub(super) his: bool,
}

/// Which names have the same words.
#[derive(Default)]
pub(super) struct Groups {
    pub(super) all: Vec<Group>,
    /// Lower-case ids of the words of all groups, one after the other.
    words: Vec<WordId>,
    /// For each group of several words a line with its initials, once of its capitalised words and once of all.
    pub(super) initials: [String; 2],
    /// For each name.
    pub(super) mentions: Vec<Mention>,
    /// What names begin with, by the number of what that begins with itself, and its last word; one word has its id. An
    /// article with many names has more words than the caches hold, so that every look-up saved is worth its while.
    beginnings: Numbered,
    /// For each beginning, by its number, the group of the names that are this and nothing more, or [`NONE`].
    pub(super) of_beginning: Vec<u32>,
    /// Which of several of one name was told of first, by what it begins with.
    generations: Numbered,
    /// Room to work in.
    core: Vec<WordId>,
}

impl Groups {
    /// No groups, and room for so many names.
    pub(super) fn with_room_for(names: usize, text: &Text<'_>) -> Self {
        let mut groups = Self {
            all: Vec::with_capacity(names),
            words: Vec::with_capacity(2 * names),
            mentions: Vec::with_capacity(names),
            of_beginning: vec![NONE; text.words.len()],
            ..Self::default()
        };
        groups.beginnings.reserve(names / 2);
        groups
    }

    /// The words of a group.
    pub(super) fn words(&self, group: u32) -> &[WordId] {
        let Some(group) = self.all.get(group as usize) else { return &[] };
        self.words.get(group.words as usize..(group.words + group.length) as usize).unwrap_or_default()
    }

    /// How many words a group has.
    pub(super) fn length(&self, group: u32) -> u32 {
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
        let behind =
            words.pop_if(|_| core.len() > 2 && is_postnominal(text, core.end - 1)).map(|last| last.0);
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
            if length > 1 {
                note_initials(&mut self.initials, text, core.clone());
            }
        }
        self.all[*group as usize].evidence.add(kinds::of_mention(text, name));
        let first = text.facts(core.start);
        self.mentions.push(Mention {
            group: *group,
            title: Title::of(text.rule_word(core.start.wrapping_sub(1))),
            hers: first.any(Facts::FEMININE),
            his: first.any(Facts::MASCULINE),
        });
    }
}

/// Notes the initials of a name in lower case: of its capitalised words, and of all its words.
#[inline(never)]
fn note_initials([of_capitals, of_all]: &mut [String; 2], text: &Text<'_>, core: Range<usize>) {
    for token in core {
        let Some(letter) = text.initial(token) else { continue };
        if text.is_capital(token) {
            of_capitals.push(letter);
        }
        if letter.is_alphabetic() && !text.is_word(token, words!["the"]) {
            of_all.push(letter);
        }
    }
    of_capitals.push('\n');
    of_all.push('\n');
}

fn is_postnominal(text: &Text<'_>, token: usize) -> bool {
    const LONGEST: usize = 3;
    // Most words are told apart by their length, without a look at their letters.
    text.tokens[token].span.len() <= LONGEST
        && one_of!(text.lower(token), "kc qc sc mp mep jr jr. sr sr. ii iii iv obe mbe cbe phd")
}
