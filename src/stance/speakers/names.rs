//! Names and who bears them: every run of proper nouns is a mention, a short form belongs to the nearest fuller name
//! that contains it, an acronym to the name whose capitals it repeats.

use super::words::{self, Gender};
use crate::collections::{Map, sort_by_number};
use crate::language::{Reading, Tag, TokenRange, WordId};

/// Somebody or something with a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    /// Tokens of the fullest name, without title.
    pub(super) name: TokenRange,
    /// Known from titles and descriptions.
    pub(super) gender: Option<Gender>,
    /// Whether a title or an office says that this is a human being, or something else that it is not.
    pub(super) person: Option<bool>,
    /// Nouns that described it beside the name: "leader" in "Chinese leader Xi Jinping".
    pub(super) described: Vec<WordId>,
}

/// One place where a name stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The name alone.
    pub(super) tokens: TokenRange,
    /// Index in [`Names::entities`].
    pub(super) entity: usize,
}

/// All names of an article.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) entities: Vec<Entity>,
    /// In order of the text.
    pub(super) mentions: Vec<Mention>,
}

impl Names {
    /// Collects the names of the content blocks.
    pub(super) fn find(reading: &Reading<'_>) -> Names {
        let mut names = Names::default();
        let runs = runs(reading);
        let mut index = Index::default();
        // Fuller names first, so that a headline's "Park" finds the "Ada Park" of the body.
        let mut order: Vec<usize> = (0..runs.len()).collect();
        sort_by_number(&mut order, |&run| !(runs[run].len() as u64));
        let mut of_run = vec![0; runs.len()];
        for run in order {
            of_run[run] = names.add(reading, runs[run], &mut index);
        }
        for (run, entity) in of_run.into_iter().enumerate() {
            names.mentions.push(Mention { tokens: runs[run], entity });
            names.describe(reading, runs[run], entity);
        }
        names
    }

    /// The entity of a run, known or new.
    fn add(&mut self, reading: &Reading<'_>, run: TokenRange, index: &mut Index) -> usize {
        let key: Vec<WordId> = content_words(reading, run);
        if let Some(&entity) = index.exact.get(&key) {
            return entity;
        }
        let title =
            run.start.checked_sub(1).and_then(|before| words::title_gender(reading.lower(before as usize)));
        let short = (key.len() == 1).then(|| key.first().copied()).flatten();
        let known = match short {
            Some(word) => self.of_short(reading, word, run, title, index),
            None => self.of_long(reading, &key, index),
        };
        let entity = known.unwrap_or_else(|| {
            self.entities.push(Entity { name: run, ..Entity::default() });
            self.entities.len() - 1
        });
        if title.is_none() || known.is_none() {
            index.exact.insert(key.clone(), entity);
        }
        if key.len() > 1 {
            let letters: String = key
                .iter()
                .filter_map(|&word| reading.words.text(word).chars().next())
                .filter(|c| c.is_uppercase())
                .collect();
            index.initials.entry(letters).or_insert(entity);
        }
        for word in key {
            let bearers = index.by_word.entry(word).or_default();
            if !bearers.contains(&entity) {
                bearers.push(entity);
            }
        }
        entity
    }

    /// Whose short form one word is: the nearest before it, among those whose name ends or begins with it.
    fn of_short(
        &self,
        reading: &Reading<'_>,
        word: WordId,
        run: TokenRange,
        title: Option<Gender>,
        index: &Index,
    ) -> Option<usize> {
        let text = reading.words.text(word);
        let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.len() > 1
            && letters.chars().all(char::is_uppercase)
            && let Some(&entity) = index.initials.get(&letters)
        {
            return Some(entity);
        }
        let bearers = index.by_word.get(&word)?;
        let fits = |entity: &&usize| {
            let gender = self.entities.get(**entity).and_then(|entity| entity.gender);
            title.is_none() || gender.is_none() || gender == title
        };
        let before = |entity: &&usize| {
            self.entities.get(**entity).is_some_and(|entity| entity.name.start <= run.start)
        };
        let at_end = |entity: &&usize| {
            self.entities.get(**entity).is_some_and(|entity| {
                let last = entity.name.end.saturating_sub(1) as usize;
                reading.tokens.get(last).is_some_and(|token| token.word == word)
            })
        };
        let nearest = |candidates: &mut dyn Iterator<Item = &usize>| {
            candidates
                .max_by_key(|&&entity| self.entities.get(entity).map_or(0, |entity| entity.name.start))
                .copied()
        };
        nearest(&mut bearers.iter().filter(fits).filter(at_end).filter(before))
            .or_else(|| nearest(&mut bearers.iter().filter(fits).filter(before)))
            .or_else(|| bearers.iter().filter(fits).find(at_end).copied())
            .or_else(|| bearers.iter().find(fits).copied())
    }

    /// Whose longer form a name of several words is: one that has all of its words.
    fn of_long(&self, reading: &Reading<'_>, key: &[WordId], index: &Index) -> Option<usize> {
        let last = key.last()?;
        let bearers = index.by_word.get(last)?;
        bearers.iter().copied().find(|&entity| {
            self.entities.get(entity).is_some_and(|entity| {
                let full = content_words(reading, entity.name);
                key.iter().all(|word| full.contains(word)) && full.last() == Some(last)
            })
        })
    }

    /// Learns gender and office from the words beside a mention.
    fn describe(&mut self, reading: &Reading<'_>, run: TokenRange, entity: usize) {
        let Some(entity) = self.entities.get_mut(entity) else { return };
        let sentence_start = run.start.saturating_sub(5) as usize;
        for at in (sentence_start..run.start as usize).rev() {
            let word = reading.lower(at);
            let Some(token) = reading.tokens.get(at) else { break };
            if let Some(gender) = words::title_gender(word) {
                entity.gender = entity.gender.or(Some(gender));
                entity.person = Some(true);
            } else if words::is_title(word) {
                entity.person = Some(true);
                entity.described.push(reading.words.lower(token.word));
            } else if !matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Part)
                || at + 1 == run.start as usize && token.tag != Tag::Noun
            {
                break;
            } else if token.tag == Tag::Noun {
                entity.described.push(reading.words.lower(token.word));
                if words::is_office(word) {
                    entity.person = Some(true);
                    entity.gender = entity.gender.or(words::office_gender(word));
                }
            }
        }
        // "Ada Park, the mayor of Elmford,"
        let end = run.end as usize;
        if reading.lower(end) == "," {
            let limit = reading.tokens.len().min(end + 12);
            for at in end + 1..limit {
                let Some(token) = reading.tokens.get(at) else { break };
                if token.tag == Tag::Noun {
                    let word = reading.lower(at);
                    if words::is_office(word) {
                        entity.described.push(reading.words.lower(token.word));
                        entity.person = Some(true);
                        entity.gender = entity.gender.or(words::office_gender(word));
                        break;
                    }
                } else if !matches!(
                    token.tag,
                    Tag::Det | Tag::Adj | Tag::Propn | Tag::Adp | Tag::Part | Tag::Pron
                ) {
                    break;
                }
            }
        }
    }

    /// The mentions inside a range of tokens.
    pub(super) fn within(&self, tokens: TokenRange) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let end = self.mentions.partition_point(|mention| mention.tokens.end <= tokens.end);
        self.mentions.get(start..end).unwrap_or_default()
    }
}

#[derive(Default)]
struct Index {
    exact: Map<Vec<WordId>, usize>,
    by_word: Map<WordId, Vec<usize>>,
    initials: Map<String, usize>,
}

/// The words of a name that tell it apart: without "of", "the", "and" and points.
fn content_words(reading: &Reading<'_>, run: TokenRange) -> Vec<WordId> {
    run.range()
        .filter_map(|at| reading.tokens.get(at))
        .filter(|token| matches!(token.tag, Tag::Propn | Tag::Noun | Tag::Adj | Tag::Num | Tag::X))
        .map(|token| token.word)
        .collect()
}

/// Runs of proper nouns, without titles before them; "of" and "for" join two ("Church of Scientology").
fn runs(reading: &Reading<'_>) -> Vec<TokenRange> {
    const LONGEST: usize = 10;
    let mut runs = Vec::new();
    for sentence in &reading.sentences {
        if !reading.blocks.get(sentence.block as usize).is_some_and(|block| block.kind.is_content()) {
            continue;
        }
        let end = sentence.tokens.range().end;
        let is_proper =
            |at: usize| at < end && reading.tokens.get(at).is_some_and(|token| token.tag == Tag::Propn);
        let mut at = sentence.tokens.range().start;
        while at < end {
            if !is_proper(at) {
                at += 1;
                continue;
            }
            let mut start = at;
            let mut next = at + 1;
            while next < end && next - at < LONGEST {
                let word = reading.lower(next);
                if is_proper(next) {
                    next += 1;
                } else if (matches!(
                    word,
                    "of" | "for" | "&" | "-" | "al" | "bin" | "de" | "van" | "von" | "der"
                ) || word == "on")
                    && is_proper(next + 1)
                    && (word != "on" && word != "for" || next + 1 - at > 1)
                {
                    next += 2;
                } else if word == "of" && reading.lower(next + 1) == "the" && is_proper(next + 2) {
                    next += 3;
                } else {
                    break;
                }
            }
            while start + 1 < next
                && (words::is_title(reading.lower(start))
                    || words::title_gender(reading.lower(start)).is_some())
            {
                start += 1;
            }
            let range = TokenRange { start: start as u32, end: next as u32 };
            let lone_title = range.len() == 1 && words::is_title(reading.lower(start));
            if !lone_title && !words::is_calendar(reading.lower(start)) {
                runs.push(range);
            }
            at = next;
        }
    }
    runs
}
