//! Whom a description repeats: who was named beside it, before it or after it.

use super::{Speakers, Who, names, vocabulary};
use crate::article::BlockKind;
use crate::bytes::one_of;
use crate::language::{Phrase, RuleWord, Tag, TokenRange, words};

impl Speakers<'_, '_> {
    /// Whose name a description is set beside: "Nora Bell, a lawyer representing the town".
    pub(super) fn apposed(&self, tokens: TokenRange) -> Option<usize> {
        const LONGEST: u32 = 6;
        let comma = tokens.start.checked_sub(1)?;
        let beside = self.reading.is(comma as usize, words![","])
            && self.reading.is(tokens.start as usize, words!["a", "an"]);
        if !beside {
            return None;
        }
        let before = TokenRange { start: comma.saturating_sub(LONGEST), end: comma };
        let name = self.names.within(self.reading, before).last().filter(|name| name.tokens.end == comma)?;
        self.is_person(name.entity).then_some(name.entity)
    }

    /// Whom a description repeats: "the mayor" after "Mayor Ada Park", "the church" after "Church of the Sun".
    pub(super) fn described(&self, description: TokenRange) -> Option<Who> {
        let definite = description.start > 0
            && self.reading.is(description.start as usize - 1, words!["the", "this", "that"])
            || self.reading.is(description.start as usize, words!["the"]);
        if !definite {
            return None;
        }
        let head = self.base(description.start)?.head as usize;
        let word = self.reading.tokens.get(head)?.lower(&self.reading.words);
        let before = self.names.before(self.reading, description.start);
        // "the mayor of Elmford" is not Mayor Ada Park of Leith.
        let of = |tokens: TokenRange| tokens.range().find(|&at| self.reading.is(at, words!["of"]));
        let place = of(description).map(|of| self.reading.lower(of + 1)).filter(|_| description.len() == 3);
        let elsewhere = |name: TokenRange| {
            of(name).is_some_and(|of| place.is_some_and(|place| self.reading.lower(of + 1) != place))
        };
        let bits = names::bits_of(word);
        let fits =
            |mention: &names::Mention| {
                mention.may_be_described(bits)
                    && self.names.entities.get(mention.entity).is_some_and(|entity| {
                        entity.is_described(self.reading, word) && !elsewhere(entity.name)
                    })
            };
        const FARTHEST: usize = 60;
        let near = self.names.mentions.get(before.saturating_sub(FARTHEST)..before)?;
        near.iter().rev().find(|mention| fits(mention)).map(|mention| Who::Named(mention.entity))
    }

    /// Whom a description at the top tells of before the name is told: "A union leader said no. … Nora Bell, the leader of
    /// the union".
    #[inline(never)]
    pub(super) fn named_later(&self, description: TokenRange) -> Option<usize> {
        const FARTHEST: usize = 30;
        const BLOCKS: u32 = 4;
        let head = self.base(description.start)?.head;
        let office = self.reading.rule_word(head as usize);
        let block = self.block_of(description.start);
        // "Mayor urges calm": headlines leave articles out.
        let headline = description.len() == 1
            && self.reading.blocks.get(block as usize).is_some_and(|block| block.kind == BlockKind::Title);
        // An aide or official who is not named is not to be named.
        if !vocabulary::is_office(office)
            || office.is(words!["aide", "official"])
            // "Every leader", "another leader"
            || !headline
                && !self.reading.is((description.start as usize).wrapping_sub(1), words!["a", "an", "the"])
            || block > BLOCKS
        {
            return None;
        }
        let word = self.reading.tokens.get(head as usize)?.lower(&self.reading.words);
        let from = self.names.before(self.reading, description.end);
        let ahead = self.names.mentions.get(from..)?.iter().take(FARTHEST);
        let mut such = ahead.filter(|mention| {
            mention.may_be_described(names::bits_of(word))
                && self.names.entities.get(mention.entity).is_some_and(|entity| {
                    entity.person == Some(true) && entity.is_described(self.reading, word)
                })
        });
        let first = such.next()?.entity;
        let another = such.any(|mention| mention.entity != first);
        let before = self.names.mentions.get(..from)?.iter().rev().take(FARTHEST);
        let known = before.into_iter().any(|mention| mention.entity == first);
        let mut ahead = self.names.mentions.get(from..)?.iter().take(FARTHEST);
        let mut tells = || {
            ahead.any(|name| {
                name.entity == first
                    && (self.is_set_beside(name.tokens, description, head as usize)
                        || headline && self.is_titled(name.tokens, head as usize))
            })
        };
        (!another && !known && tells()).then_some(first)
    }

    /// Whether a word and nothing else is the title of a name: "Mayor Ada Park", but not "Elmford mayor Ada Park".
    fn is_titled(&self, name: TokenRange, word: usize) -> bool {
        let Some(title) = name.start.checked_sub(1) else { return false };
        let sentence = self.reading.sentences.get(self.reading.sentence_at(title));
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == title);
        let before =
            self.reading.tokens.get((title as usize).wrapping_sub(1)).map_or(Tag::X, |token| token.tag);
        self.reading.lower(title as usize) == self.reading.lower(word)
            && (opens || !matches!(before, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Part))
    }

    /// Whether an apposition says of a name all that a description says, and nothing else before its noun: "Nora Bell, the
    /// leader of the union" after "a union leader", but neither "the council leader" nor "Labour leader Nora Bell".
    fn is_set_beside(&self, name: TokenRange, description: TokenRange, head: usize) -> bool {
        const FARTHEST: usize = 12;
        let the = name.range().end + 1;
        let tag = |at: usize| self.reading.tag(at);
        let tells = |at: usize| matches!(tag(at), Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num);
        let same = |one: usize, other: usize| self.reading.lower(one) == self.reading.lower(other);
        if !self.reading.is(the - 1, words![","]) || !self.reading.is(the, words!["the"]) {
            return false;
        }
        let mut words = (the + 1..the + FARTHEST).take_while(|&at| tells(at));
        let Some(noun) = words.find(|&at| same(at, head)) else { return false };
        // "…, the leader said", "…, the leader's aide": another.
        if matches!(tag(noun + 1), Tag::Noun | Tag::Propn | Tag::Part | Tag::Verb | Tag::Aux) {
            return false;
        }
        let goes_on = |at: &usize| tells(*at) || matches!(tag(*at), Tag::Det | Tag::Adp | Tag::Part);
        let end = (noun + 1..noun + FARTHEST).find(|at| !goes_on(at)).unwrap_or(noun + FARTHEST);
        let repeats = |at: usize| {
            let guild = self.reading.lower(at) == "union";
            (the + 1..end).any(|other| {
                let word = self.reading.lower(other);
                same(at, other) || guild && one_of!(word, "guild unions federation association brotherhood")
            })
        };
        (the + 1..noun).all(|at| description.range().any(|other| same(at, other)))
            && description.range().filter(|&at| at != head && tells(at)).all(repeats)
    }

    /// Whom the bare noun of a description repeats: "the council" after "the council of Elmford", "the officials" after
    /// "local officials".
    #[inline(never)]
    pub(super) fn repeated(&self, description: TokenRange) -> Option<Who> {
        const MOST: usize = 100;
        let first = description.range().start;
        // "the government in Beijing" is perhaps another.
        let goes_on = self.reading.tag(first + 1) == Tag::Adp;
        if description.len() != 1 || goes_on || !self.reading.is(first.wrapping_sub(1), words!["the"]) {
            return None;
        }
        let word = self.reading.lower(first);
        let head =
            |tokens: &TokenRange| self.base(tokens.start).map_or(usize::MAX, |base| base.head as usize);
        let mut near = (0..self.unnamed.len()).rev().take(MOST);
        near.find(|&index| {
            self.unnamed.get(index).is_some_and(|tokens| self.reading.lower(head(tokens)) == word)
        })
        .map(Who::Unnamed)
    }

    /// Whom the office of the one who has just spoken tells more of: "Ada Park said no. The lawyer said …".
    #[inline(never)]
    pub(super) fn spoken_of(&self, description: TokenRange) -> Option<Who> {
        let base = self.base(description.start)?;
        let former = description.range().any(|at| self.reading.is(at, words!["former", "ex"]));
        if !self.tells_office(description, base, former) {
            return None;
        }
        let word = self.reading.rule_word(base.head as usize);
        let body = vocabulary::is_body(word);
        let block = self.block_of(description.start);
        // No further back than readers remember, nor than a text without paragraphs can bear.
        const MOST: usize = 100;
        let mut near = self
            .recent
            .iter()
            .rev()
            .take(MOST)
            .skip_while(|recent| recent.at >= base.tokens.start)
            .take_while(|recent| recent.block + 1 >= block);
        // "Ada Park criticised Tom Reed because the minister …": whoever is called by office in one sentence is another.
        let sentence = self.reading.sentence_at(description.start);
        let elsewhere = |at: u32| self.reading.sentence_at(at) != sentence;
        if let Some(last) = near.clone().next().filter(|last| self.may_be_called(last.who, word))
            && (body || elsewhere(last.at))
        {
            return Some(last.who);
        }
        // "The talks failed for Mayor Tom Reed. The former lawyer said …": the only one named nearby.
        const EPITHETS: &str = "businessman tycoon mogul billionaire senator congressman congresswoman lawmaker governor \
            politician candidate nominee frontrunner old actor actress singer rapper";
        if !body && (former || one_of!(self.reading.lower(base.head as usize), EPITHETS)) {
            let only = self.only_person(description.start, 1, None)?;
            let who = Who::Named(only.entity);
            return (elsewhere(only.tokens.start) && self.may_be_called(who, word)).then_some(who);
        }
        if base.tokens.len() != 2 {
            return None;
        }
        // "The company" may be one of which something was told before others spoke; but Congress is none.
        let told = near.find(|recent| body && self.is_such_a_body(recent.who, word)).map(|recent| recent.who);
        told.or_else(|| self.only_body(description.start, block, word))
    }

    /// Whether "the" and an office or the kind of a body are all that a description tells.
    fn tells_office(&self, description: TokenRange, base: &Phrase, former: bool) -> bool {
        let head = base.head as usize;
        let word = self.reading.rule_word(head);
        let definite =
            description.start > 0 && self.reading.is(description.start as usize - 1, words!["the"]);
        // "the former minister of trade"
        let ends = (base.tokens.end == description.end || former) && head + 1 == base.tokens.range().end;
        // "the other candidate", "the bank's adviser": somebody else; a man or woman may be anybody.
        let other =
            description.range().any(|at| self.reading.is(at, words!["other", "'s", "’s", "man", "woman"]));
        let office = if vocabulary::is_body(word) {
            // "The health ministry" tells which one, "the company" does not.
            self.reading.tag(head.wrapping_sub(1)) != Tag::Noun
        } else {
            // "The 52-year-old"
            vocabulary::is_office(word) || word.is(words!["old"])
        };
        definite && ends && !other && office
    }

    /// Whether a name may be of one who is called by an office, or by the kind of a body.
    fn may_be_called(&self, who: Who, word: RuleWord) -> bool {
        let Some(entity) = self.entity(who) else { return false };
        if vocabulary::is_body(word) {
            return entity.may_be_a_body(self.reading);
        }
        let gender = vocabulary::office_gender(word);
        entity.person == Some(true)
            && gender.is_none_or(|gender| entity.gender.is_none_or(|known| known == gender))
    }

    /// Whether a name is that of an organisation which may be called a company or the like.
    fn is_such_a_body(&self, who: Who, word: RuleWord) -> bool {
        let public_body = word.is(words!["agency", "regulator", "watchdog"]);
        self.entity(who).is_some_and(|entity| {
            entity.is_organisation && (public_body || !self.is_of_the_state(entity.name))
        })
    }

    /// "A clerk of Leith Ferries was ill, the company said": the only body named nearby.
    fn only_body(&self, at: u32, block: u32, word: RuleWord) -> Option<Who> {
        const FARTHEST: usize = 10;
        if !word.is(words!["agency", "company", "firm"]) {
            return None;
        }
        let from = self.names.before(self.reading, at);
        let mut bodies = self
            .names
            .mentions
            .get(from.saturating_sub(FARTHEST)..from)?
            .iter()
            .rev()
            .take_while(|mention| self.block_of(mention.tokens.start) + 1 >= block)
            .map(|mention| Who::Named(mention.entity))
            .filter(|&who| self.is_such_a_body(who, word));
        let first = bodies.next()?;
        bodies.all(|who| who == first).then_some(first)
    }

    /// Whether a word of a name tells a body of the state, or a school.
    fn is_of_the_state(&self, name: TokenRange) -> bool {
        name.range().any(|at| {
            self.reading.is(
                at,
                words![
                    "congress", "senate", "parliament", "house", "department", "ministry", "court",
                    "government", "school", "university", "college"
                ],
            )
        })
    }

    pub(super) fn is_office(&self, unnamed: usize) -> bool {
        let head = self.unnamed.get(unnamed).and_then(|tokens| self.base(tokens.start)).map(|base| base.head);
        head.is_some_and(|head| vocabulary::is_office(self.reading.rule_word(head as usize)))
    }
}
