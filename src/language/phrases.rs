//! Phrases over parts of speech: base noun phrases and verb groups, found in one pass by chunking (Abney 1991,
//! "Parsing by chunks"). A chunk ends where the next one must begin, so nothing is ever looked at twice.

use super::closed::{is_genitive, is_negation, is_possessive, is_relative};
use super::{Phrase, PhraseKind, Sentence, Tag, Token, TokenRange, Words};
use crate::bytes::one_of;
use crate::language::{RuleWord, words};

/// Every noun phrase and verb group, in order of their first token, of which none crosses a sentence; and for each token
/// the index of the first that ends behind it.
#[inline(never)]
pub(super) fn find(tokens: &[Token], sentences: &[Sentence], words: &Words) -> (Vec<Phrase>, Vec<u32>) {
    let mut phrases = Vec::with_capacity(tokens.len() / 2);
    let mut from = Vec::with_capacity(tokens.len());
    for sentence in sentences {
        let end = sentence.tokens.range().end.min(tokens.len());
        let chunker = Chunker { tokens: &tokens[..end], words };
        let mut at = sentence.tokens.range().start;
        while at < end {
            match chunker.noun_phrase(at).or_else(|| chunker.verb_group(at)) {
                Some(phrase) => {
                    at = phrase.tokens.range().end;
                    from.resize(at, phrases.len() as u32);
                    phrases.push(phrase);
                }
                None => at += 1,
            }
        }
    }
    from.resize(tokens.len(), phrases.len() as u32);
    (phrases, from)
}

/// One sentence: tokens up to its end.
struct Chunker<'r> {
    tokens: &'r [Token],
    words: &'r Words,
}

impl Chunker<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        self.tokens.get(at).map(|token| token.tag)
    }

    fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.words.lower_text(token.word))
    }

    fn is(&self, at: usize, words: &[RuleWord]) -> bool {
        self.rule_word(at).is(words)
    }

    fn rule_word(&self, at: usize) -> RuleWord {
        self.tokens.get(at).map_or(RuleWord::NONE, |token| token.rule_word)
    }

    fn touches(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// Whether a hyphen without spaces joins this token to the next: "right-hand", "built-in".
    fn is_hyphenated(&self, at: usize) -> bool {
        self.is(at + 1, words!["-", "‑"]) && self.touches(at + 1) && self.touches(at + 2)
    }

    /// Whether a noun phrase that has begun may go on at `at`, for a reason that needs more than one tag.
    fn goes_on(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Sym | Tag::X) => true,
            Some(Tag::Det | Tag::Pron | Tag::Aux) => false,
            Some(Tag::Punct) => self.goes_on_past_sign(at),
            tag => self.is_hyphenated(at) || self.goes_on_past(tag, at),
        }
    }

    #[inline(never)]
    fn goes_on_past(&self, tag: Option<Tag>, at: usize) -> bool {
        let next = |step: usize| self.tag(at + step);
        match tag {
            // "the party's leader": the owner's mark, with something owned after it.
            Some(Tag::Part) => {
                is_genitive(self.rule_word(at))
                    && (next(1).is_some_and(opens_owned) || self.is(at + 1, words!["has"]))
            }
            // "told the council why the bridge closed": these open a clause.
            Some(Tag::Adv) if self.is(at, words!["why", "how", "when", "where"]) => false,
            // "a very long letter", "the recently published report", but "the mayor also praised Elmford"
            Some(Tag::Adv) => {
                let headed = at > 0 && matches!(self.tokens[at - 1].tag, Tag::Noun | Tag::Propn);
                matches!(next(1), Some(Tag::Adj | Tag::Num))
                    || next(1) == Some(Tag::Verb)
                        && !headed
                        && self.is_participle(at + 1)
                        && next(2).is_some_and(is_nominal)
            }
            // "current and former officials"
            Some(Tag::Cconj) => {
                at > 0
                    && self.is(at, words!["and"])
                    && self.tokens[at - 1].tag == Tag::Adj
                    && next(1) == Some(Tag::Adj)
                    && next(2).is_some_and(is_nominal)
            }
            // "the elected council", "an Elmford-based lender": only before a nominal, and only after something that
            // cannot be a subject by itself.
            Some(Tag::Verb) => {
                // "state-run Elmford Radio": whatever ends a compound.
                let compound = self.touches(at) && at > 0 && self.is(at - 1, words!["-", "‑"]);
                (compound || self.is_participle(at))
                    // "the two raised $5": a sum is paid, not raised itself.
                    && next(1).is_some_and(|tag| is_nominal(tag) && tag != Tag::Sym)
                    && at > 0
                    && (compound
                        || matches!(
                            self.tokens[at - 1].tag,
                            Tag::Det | Tag::Adj | Tag::Num | Tag::Adv | Tag::Part
                        )
                        // "its managing director"; "saw her leaving town" has an object.
                        || is_possessive(self.rule_word(at - 1))
                            && !self.is(at - 1, words!["her"])
                            && self.lower(at).ends_with("ing"))
            }
            _ => false,
        }
    }

    #[inline(never)]
    fn goes_on_past_sign(&self, at: usize) -> bool {
        let next = self.tag(at + 1);
        // "the workers' demands"
        if self.is(at, words!["'", "’"]) {
            self.touches(at)
                && !self.touches(at + 1)
                && self.lower(at - 1).ends_with('s')
                && next.is_some_and(opens_owned)
        // "a “strong rationale”": quoted words after a determiner or adjective.
        } else if self.is(at, words!["\"", "“", "''", "``", "‘"]) {
            at > 0
                && matches!(self.tag(at - 1), Some(Tag::Det | Tag::Adj | Tag::Num | Tag::Pron))
                && self.touches(at + 1)
                && next.is_some_and(|tag| is_nominal(tag) || tag == Tag::Adv)
        // "well-known", "Franco-German": a hyphen without spaces about it.
        } else {
            self.is(at, words!["-", "‑", "/"])
                && self.touches(at)
                && self.touches(at + 1)
                && next.is_some_and(|tag| is_nominal(tag) || matches!(tag, Tag::Verb | Tag::Adv | Tag::Adp))
        }
    }

    fn is_participle(&self, at: usize) -> bool {
        let word = self.lower(at);
        word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en") || word.ends_with("wn")
    }

    fn noun_phrase(&self, start: usize) -> Option<Phrase> {
        let at = self.after_opening(start)?;
        self.noun_phrase_from(start, at)
    }

    /// Where a noun phrase goes on that `start` may open: there, or after the words that only open one.
    #[inline(never)]
    fn after_opening(&self, start: usize) -> Option<usize> {
        match self.tag(start)? {
            Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Sym | Tag::X => Some(start),
            Tag::Verb | Tag::Part | Tag::Punct => None,
            Tag::Pron => (!is_relative(self.rule_word(start))).then_some(start + 1),
            Tag::Det => Some(start + 1 + usize::from(self.opens_before_determiner(start))),
            Tag::Adv
                if !matches!(self.tag(start + 1), Some(Tag::Adj | Tag::Num))
                    || self.is(start, words!["though", "when", "where", "so", "then"]) =>
            {
                None
            }
            _ => self.goes_on(start).then_some(start),
        }
    }

    /// "All the", "both his", "half a".
    #[inline(never)]
    fn opens_before_determiner(&self, at: usize) -> bool {
        self.is(at, words!["all", "both", "half", "such"])
            && (self.tag(at + 1) == Some(Tag::Det)
                || self.tag(at + 1) == Some(Tag::Pron) && is_possessive(self.rule_word(at + 1)))
    }

    #[inline(never)]
    fn noun_phrase_from(&self, start: usize, mut at: usize) -> Option<Phrase> {
        let first = self.tag(start)?;
        if first == Tag::Pron
            && !(is_possessive(self.rule_word(start)) && self.tag(start + 1).is_some_and(opens_owned))
        {
            return Some(noun(start, start + 1, start));
        }
        if first == Tag::Det && self.is(start, words!["no"]) && self.is(start + 1, words!["one"]) {
            return Some(noun(start, start + 2, start + 1));
        }
        let (mut head, mut owner) = (None, None);
        while at < self.tokens.len() && (self.goes_on(at) || at == start) {
            let is_number = |at: usize| self.tag(at) == Some(Tag::Num);
            // "the company's chief executive": the owner is not the head of what it owns.
            if self.tag(at) == Some(Tag::Part) {
                owner = head.take().or(owner);
            }
            if matches!(self.tag(at), Some(Tag::Noun | Tag::Propn))
                || is_number(at) && head.is_none_or(is_number)
            {
                head = Some(at);
            }
            at += 1;
        }
        match head {
            Some(head) => {
                // "August 10": a number may follow the head, and a per cent sign a number.
                let goes_on = |at: usize| self.tag(at) == Some(Tag::Num) || self.is(at, words!["%"]);
                let end = (head + 1..at).find(|&at| !goes_on(at)).unwrap_or(at);
                Some(noun(start, end, head))
            }
            None => self.noun_phrase_without_noun(start, at, owner),
        }
    }

    /// The phrase of the tokens from `start` to `end`, of which none is a noun but perhaps `owner`.
    #[inline(never)]
    fn noun_phrase_without_noun(&self, start: usize, end: usize, owner: Option<usize>) -> Option<Phrase> {
        match self.tag(start)? {
            // "the poor", "some", "those": a determiner that stands for the whole phrase.
            Tag::Det if !self.is(start, words!["a", "an", "the", "no", "every"]) => {
                Some(noun(start, start + 1, start))
            }
            // "the poor", "its chief executive": an adjective that stands for the noun.
            first if (matches!(first, Tag::Det | Tag::Pron) || owner.is_some()) && end > start + 1 => {
                let last = (start + 1..end).rev().find(|&at| self.tag(at) == Some(Tag::Adj));
                // "Mossbury's said": nothing is owned by a verb of saying, so that the mark belongs to the name.
                match owner {
                    Some(owner)
                        if owner + 2 == end && self.tag(owner) == Some(Tag::Propn) && self.is(end, SAYS) =>
                    {
                        Some(noun(start, end, owner))
                    }
                    _ => last.or(owner).map(|last| noun(start, last + 1, last)),
                }
            }
            // "many are late", "several of them": a quantity that stands for the whole phrase.
            _ if is_quantity(self.rule_word(start))
                && (matches!(self.tag(start + 1), Some(Tag::Verb | Tag::Aux))
                    || self.is(start + 1, words!["of"])) =>
            {
                Some(noun(start, start + 1, start))
            }
            _ => None,
        }
    }

    #[inline(never)]
    fn verb_group(&self, start: usize) -> Option<Phrase> {
        let mut at = start;
        let (mut passive, mut negated, mut infinitive) = (false, false, false);
        let (mut last, mut be) = (None, false);
        loop {
            let word = self.rule_word(at);
            // "They have all said so"
            let floats =
                |at: usize| self.is(at, words!["all", "both", "each"]) && self.tag(at + 1) == Some(Tag::Verb);
            match self.tag(at) {
                Some(_) if last.is_some() && floats(at) => {}
                Some(Tag::Verb) if floats(at + 1) && one_of!(self.lower(at), "have has had") => {
                    last = Some(at)
                }
                Some(Tag::Part) if word.is(words!["to"]) && at == start => infinitive = true,
                Some(Tag::Part) if is_negation(word) => negated = true,
                // "when contacted": it opens a clause, and is no part of the group.
                Some(Tag::Adv) if word.is(words!["when", "where", "why", "how"]) => break,
                Some(Tag::Adv) => negated |= word.is(words!["never"]),
                // "no longer", before or after the auxiliary.
                Some(Tag::Det) if word.is(words!["no"]) && self.is(at + 1, words!["longer"]) => {
                    negated = true
                }
                Some(Tag::Aux) => {
                    be = is_form_of_be(word);
                    last = Some(at);
                }
                Some(Tag::Verb) => {
                    passive = be && !self.lower(at).ends_with("ing");
                    last = Some(at);
                    break;
                }
                _ => break,
            }
            at += 1;
        }
        let head = last?;
        let kind = PhraseKind::Verb { passive, negated, infinitive };
        Some(Phrase { kind, tokens: TokenRange::new(start, head + 1), head: head as u32 })
    }
}

/// Words that stand right behind whoever speaks.
pub(super) const SAYS: &[RuleWord] = words!["said", "says", "told", "added", "announced", "has"];

fn noun(start: usize, end: usize, head: usize) -> Phrase {
    Phrase { kind: PhraseKind::Noun, tokens: TokenRange::new(start, end), head: head as u32 }
}

fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Sym)
}

fn opens_owned(tag: Tag) -> bool {
    is_nominal(tag) || matches!(tag, Tag::Adv | Tag::Verb | Tag::X)
}

fn is_quantity(word: RuleWord) -> bool {
    word.is(words!["many", "several", "most", "few", "some", "others", "more", "fewer"])
}

fn is_form_of_be(word: RuleWord) -> bool {
    word.is(words![
        "be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "’s", "’re", "get", "got"
    ])
}
