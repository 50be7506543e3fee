//! Candidates: every part of a run that could be a keyphrase, with all places where it stands.
//!
//! A candidate is known by its stem or, where it has several words, by a hash of their stems, and a text of any length
//! costs one look-up for each part of each run.

use hashbrown::HashTable;

use super::runs::{Item, Setting};
use crate::language::Tag;

/// A sequence of stems, and what was counted of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Index of the first item of its first occurrence.
    pub item: u32,
    /// How many words it has.
    pub length: u32,
    /// How often it occurs.
    pub count: u32,
    /// How often it is a whole run, not part of a longer one.
    pub whole: u32,
    /// In how many sentences it occurs.
    pub sentences: u32,
    last_sentence: u32,
    /// First position outside the title, in tokens of the content; `u32::MAX` if there is none.
    pub in_body: u32,
    /// First position, in tokens of the content.
    pub first: u32,
    /// How often one of its words was tagged as a name.
    pub names: u32,
    /// How often one of its words had a capital inside a sentence, and how many words stood there.
    pub capitals: u32,
    /// How many of its words stood where a capital means something.
    pub within: u32,
}

/// One place where a candidate stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    /// Index of the candidate.
    pub candidate: u32,
    /// Index of its first item.
    pub item: u32,
}

/// What was counted of a stem.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stem {
    /// How many words of runs have it.
    pub count: u32,
    /// One more than the index of the candidate that is this word alone, or zero.
    single: u32,
    /// Whether the title has it.
    pub in_title: bool,
}

/// All candidates of an article, in order of their first occurrence.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub list: Vec<Candidate>,
    /// In order of the text; of two that begin together, the shorter first.
    pub occurrences: Vec<Occurrence>,
    /// By number. Half of all look-ups are for single words, which are found here.
    pub stems: Vec<Stem>,
    /// Hashes of the stems of a candidate of several words, with its index in `list`.
    table: HashTable<(u64, u32)>,
}

impl Candidates {
    /// No candidates, and room for those of so many tokens.
    pub(super) fn with_room_for(tokens: usize) -> Self {
        Self {
            list: Vec::with_capacity(tokens / 5),
            occurrences: Vec::with_capacity(tokens / 2),
            stems: Vec::with_capacity(tokens / 10),
            table: HashTable::with_capacity(tokens / 10),
        }
    }

    /// Adds every part of a run, the items from `start` on, of at most `longest` words.
    #[inline(never)]
    pub(super) fn add_run(&mut self, items: &[Item], start: usize, setting: &Setting, longest: usize) {
        let words = items.get(start..).unwrap_or_default();
        for word in words {
            let stem = word.stem.0 as usize;
            if stem >= self.stems.len() {
                self.stems.resize(stem + 1, Stem::default());
            }
            self.stems[stem].count += 1;
            self.stems[stem].in_title |= setting.in_title;
        }
        for (from, _) in words.iter().enumerate().filter(|(_, item)| item.may_begin) {
            self.all_from(start + from, &words[from..], words.len(), setting, longest);
        }
    }

    /// Counts the candidates that begin with the first of some items, which stands at `start`; their run has `whole`.
    #[inline(never)]
    fn all_from(&mut self, start: usize, words: &[Item], whole: usize, setting: &Setting, longest: usize) {
        let mut seen = Seen::default();
        for (length, item) in (1..=longest).zip(words) {
            seen.add(item);
            if item.may_end && (length > 1 || !item.calendar) {
                let candidate = match length {
                    1 => self.intern_single(item, start),
                    _ => self.intern(seen.hash, start, length),
                };
                self.occurrences.push(Occurrence { candidate, item: start as u32 });
                self.count(candidate, setting, &words[0], &seen, length == whole);
            }
        }
    }

    /// The candidate with the stems of these items, if there is one.
    pub(super) fn find(&self, items: &[Item], start: usize, length: usize) -> Option<u32> {
        let items = items.get(start..start + length)?;
        if let [item] = items {
            return self.stems.get(item.stem.0 as usize)?.single.checked_sub(1);
        }
        let mut seen = Seen::default();
        items.iter().for_each(|item| seen.add(item));
        self.find_hashed(seen.hash)
    }

    /// Two sequences of stems with one hash are taken for one: among a million candidates, that happens by chance to
    /// one text in thirty million.
    fn find_hashed(&self, hash: u64) -> Option<u32> {
        self.table.find(hash, |&(known, _)| known == hash).map(|&(_, id)| id)
    }

    #[inline(never)]
    fn intern_single(&mut self, item: &Item, start: usize) -> u32 {
        let stem = item.stem.0 as usize;
        match self.stems[stem].single {
            0 => {
                let id = self.add(start, 1);
                self.stems[stem].single = id + 1;
                id
            }
            known => known - 1,
        }
    }

    #[inline(never)]
    fn intern(&mut self, hash: u64, start: usize, length: usize) -> u32 {
        self.find_hashed(hash).unwrap_or_else(|| {
            let id = self.add(start, length);
            self.table.insert_unique(hash, (hash, id), |&(known, _)| known);
            id
        })
    }

    /// Adds a candidate that is new.
    #[inline(never)]
    fn add(&mut self, start: usize, length: usize) -> u32 {
        let id = self.list.len() as u32;
        self.list.push(Candidate {
            item: start as u32,
            length: length as u32,
            count: 0,
            whole: 0,
            sentences: 0,
            last_sentence: u32::MAX,
            in_body: u32::MAX,
            first: u32::MAX,
            names: 0,
            capitals: 0,
            within: 0,
        });
        id
    }

    #[inline(never)]
    fn count(&mut self, candidate: u32, setting: &Setting, first: &Item, seen: &Seen, whole: bool) {
        let candidate = &mut self.list[candidate as usize];
        candidate.count += 1;
        candidate.whole += u32::from(whole);
        if candidate.last_sentence != setting.sentence {
            candidate.last_sentence = setting.sentence;
            candidate.sentences += 1;
        }
        let place = first.token - setting.skipped;
        candidate.first = candidate.first.min(place);
        if !setting.in_title {
            candidate.in_body = candidate.in_body.min(place);
        }
        candidate.names += seen.names;
        if !first.opens_sentence {
            candidate.capitals += seen.capitals;
            candidate.within += seen.words;
        }
    }
}

impl Candidate {
    /// Its words where it stood first.
    pub(super) fn items<'i>(&self, items: &'i [Item]) -> &'i [Item] {
        self.at(self.item, items)
    }

    /// Its words where they begin with `item`.
    pub(super) fn at<'i>(&self, item: u32, items: &'i [Item]) -> &'i [Item] {
        items.get(item as usize..(item + self.length) as usize).unwrap_or_default()
    }
}

/// What is known of the words from the beginning of a candidate up to here.
#[derive(Default)]
struct Seen {
    hash: u64,
    words: u32,
    names: u32,
    capitals: u32,
}

impl Seen {
    fn add(&mut self, item: &Item) {
        let mixed = (self.hash.rotate_left(23) ^ u64::from(item.stem.0) ^ 0x9E37_79B9)
            .wrapping_mul(0xD6E8_FEB8_6659_FD93);
        self.hash = mixed ^ (mixed >> 32);
        self.words += 1;
        self.names += u32::from(item.tag == Tag::Propn);
        self.capitals += u32::from(item.capital);
    }
}
