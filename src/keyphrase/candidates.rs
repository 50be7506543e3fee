//! Candidates: every part of a run that could be a keyphrase, with all places where it stands.
//!
//! A candidate is known by its stem or, where it has several words, by a hash of their stems, and a text of any length
//! costs one look-up for each part of each run.

use hashbrown::HashTable;

use super::runs::{Item, Setting};
use crate::language::Tag;

/// A sequence of stems.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Index of the first item of its first occurrence.
    pub item: u32,
    /// How many words it has.
    pub length: u32,
    /// First position, in tokens of the content.
    pub first: u32,
}

/// What was counted of a candidate. It asks for one line of the cache, as every further occurrence does.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(super) struct Tally {
    /// How often it occurs.
    pub count: u32,
    /// How often it is a whole run, not part of a longer one.
    pub whole: u32,
    /// In how many sentences it occurs.
    pub sentences: u32,
    last_sentence: u32,
    /// First position outside the title, in tokens of the content; `u32::MAX` if there is none.
    pub in_body: u32,
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
    /// One for each of them.
    pub tallies: Vec<Tally>,
    /// In order of the text; of two that begin together, the shorter first.
    pub occurrences: Vec<Occurrence>,
    /// By number. Half of all look-ups are for single words, which are found here.
    pub stems: Vec<Stem>,
    /// The candidates of several words: the upper half of the hash of their stems, and the index in `list`.
    ///
    /// Two sequences of stems are taken for one where these halves are the same and the lower ones lead to one place, which
    /// by chance happens to one text of ten megabytes in fifty thousand.
    table: HashTable<(u32, u32)>,
    /// The parts of the runs of one sentence.
    parts: Vec<Part>,
}

impl Candidates {
    /// No candidates, and room for those of so many tokens.
    pub(super) fn with_room_for(tokens: usize) -> Self {
        Self {
            list: Vec::with_capacity(tokens / 5),
            tallies: Vec::with_capacity(tokens / 5),
            occurrences: Vec::with_capacity(tokens / 2),
            table: HashTable::with_capacity(tokens / 16),
            ..Self::default()
        }
    }

    /// Notes every part of a run, the items from `start` on, of at most `longest` words.
    #[inline(never)]
    pub(super) fn add_run(&mut self, items: &[Item], start: usize, longest: usize) {
        let words = items.get(start..).unwrap_or_default();
        for (from, first) in words.iter().enumerate().filter(|(_, item)| item.may_begin) {
            let mut part = Part {
                item: (start + from) as u32,
                token: first.token,
                stem: first.stem.0,
                opens_sentence: first.opens_sentence,
                ..Part::default()
            };
            for (length, item) in (1..=longest).zip(&words[from..]) {
                part.add(item);
                if item.may_end && (length > 1 || !item.calendar) {
                    part.is_whole = length == words.len();
                    self.parts.push(part);
                }
            }
        }
    }

    /// Counts the words of a sentence, the items from `start` on, and the parts of its runs.
    ///
    /// The tables are large, and a look at each of them waits for memory. So these looks stand in loops of their own, in
    /// which the processor need not know what one has found to begin the next.
    #[inline(never)]
    pub(super) fn add_sentence(&mut self, items: &[Item], start: usize, setting: &Setting) {
        for item in items.get(start..).unwrap_or_default() {
            let stem = item.stem.0 as usize;
            if stem >= self.stems.len() {
                self.stems.resize(stem + 1, Stem::default());
            }
            self.stems[stem].count += 1;
            self.stems[stem].in_title |= setting.in_title;
        }
        let mut parts = std::mem::take(&mut self.parts);
        for part in parts.iter_mut().filter(|part| part.words > 1) {
            part.candidate = self.find_hashed(part.hash).map_or(0, |known| known + 1);
        }
        for part in &mut parts {
            part.candidate = self.intern(part, items, setting);
            self.occurrences.push(Occurrence { candidate: part.candidate, item: part.item });
        }
        for part in &parts {
            self.tallies[part.candidate as usize].count(part, setting);
        }
        parts.clear();
        self.parts = parts;
    }

    /// The candidate with the stems of these items, if there is one.
    pub(super) fn find(&self, items: &[Item], start: usize, length: usize) -> Option<u32> {
        let items = items.get(start..start + length)?;
        if let [item] = items {
            return self.stems.get(item.stem.0 as usize)?.single.checked_sub(1);
        }
        self.find_hashed(Part::of(items).hash)
    }

    fn find_hashed(&self, hash: u64) -> Option<u32> {
        self.table.find(hash, |&(upper, _)| upper == upper_half(hash)).map(|&(_, known)| known)
    }

    /// The candidate that a part is, added if it is new.
    #[inline(never)]
    fn intern(&mut self, part: &Part, items: &[Item], setting: &Setting) -> u32 {
        let new = Candidate { item: part.item, length: part.words, first: setting.place(part.token) };
        if part.words == 1 {
            let id = self.list.len() as u32;
            let single = &mut self.stems[part.stem as usize].single;
            if *single > 0 {
                return *single - 1;
            }
            *single = id + 1;
            return self.add(new);
        }
        if part.candidate > 0 {
            return part.candidate - 1;
        }
        // One like it may stand before it in the sentence.
        self.find_hashed(part.hash).unwrap_or_else(|| {
            let id = self.add(new);
            let hash_of = |&(_, known): &(u32, u32)| {
                let known = self.list.get(known as usize);
                Part::of(known.map_or(&[], |known| known.items(items))).hash
            };
            self.table.insert_unique(part.hash, (upper_half(part.hash), id), hash_of);
            id
        })
    }

    /// Adds a candidate that is new.
    #[inline(never)]
    fn add(&mut self, new: Candidate) -> u32 {
        let id = self.list.len() as u32;
        self.list.push(new);
        self.tallies.push(Tally {
            count: 0,
            whole: 0,
            sentences: 0,
            last_sentence: u32::MAX,
            in_body: u32::MAX,
            names: 0,
            capitals: 0,
            within: 0,
        });
        id
    }
}

impl Tally {
    /// Counts an occurrence.
    fn count(&mut self, part: &Part, setting: &Setting) {
        self.count += 1;
        self.whole += u32::from(part.is_whole);
        if self.last_sentence != setting.sentence {
            self.last_sentence = setting.sentence;
            self.sentences += 1;
        }
        if !setting.in_title {
            self.in_body = self.in_body.min(setting.place(part.token));
        }
        self.names += part.names;
        if !part.opens_sentence {
            self.capitals += part.capitals;
            self.within += part.words;
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

fn upper_half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// A part of a run.
#[derive(Clone, Copy, Default, Debug)]
struct Part {
    /// Of the stems of its words.
    hash: u64,
    /// Index of its first item, and what that says.
    item: u32,
    token: u32,
    stem: u32,
    opens_sentence: bool,
    words: u32,
    /// How many of its words are tagged as names, and how many have a capital.
    names: u32,
    capitals: u32,
    /// Whether it is all of its run.
    is_whole: bool,
    /// Index of its candidate. Before that is known, one more, or zero.
    candidate: u32,
}

impl Part {
    fn of(items: &[Item]) -> Self {
        let mut part = Self::default();
        items.iter().for_each(|item| part.add(item));
        part
    }

    fn add(&mut self, item: &Item) {
        let mixed = (self.hash.rotate_left(23) ^ u64::from(item.stem.0) ^ 0x9E37_79B9)
            .wrapping_mul(0xD6E8_FEB8_6659_FD93);
        self.hash = mixed ^ (mixed >> 32);
        self.words += 1;
        self.names += u32::from(item.tag == Tag::Propn);
        self.capitals += u32::from(item.capital);
    }
}
