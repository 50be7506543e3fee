//! What stands around a place in a sentence: the questions that the frame of a lexicon entry asks, answered
//! from parts of speech and a few closed classes of words, never further than the sentence.

use std::ops::Range;

use super::attribution::Subject;
use super::classes::{asks_for, is_be, is_intransitive, is_naming, is_participle, is_quote, is_time_word};
use crate::bytes::one_of;
use crate::language::{
    NEGATIONS, Phrase, PhraseKind, Reading, RuleWord, Tag, TokenRange, is_genitive, is_possessive, words,
};
use crate::span::Span;

/// One sentence, as seen from inside.
#[derive(Clone)]
pub(super) struct Context<'r> {
    pub reading: &'r Reading<'r>,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The subject of every verb group of the article, by index of its phrase.
    subjects: &'r [Option<Subject>],
    /// Whether it states an open condition: "if" or "unless", and a modal verb.
    pub is_conditional: bool,
}

/// How far a question may look, in tokens: as far as a long noun phrase reaches.
const REACH: usize = 12;

/// Whether a word of this class stands in noun phrases.
pub(super) fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron)
}

impl<'r> Context<'r> {
    pub fn new(reading: &'r Reading<'r>, tokens: Range<usize>, subjects: &'r [Option<Subject>]) -> Self {
        let has = |words| tokens.clone().any(|token| reading.rule_word(token).is(words));
        // "If they had asked, they would have known": what did not happen is not open.
        let is_closed = |token| {
            let have = || token + 1 + usize::from(reading.is(token + 1, NEGATIONS));
            reading.rule_word(token).is(words!["would", "could", "might"]) && reading.lower(have()) == "have"
        };
        let is_conditional = has(words!["if", "unless"])
            && has(words![
                "would", "could", "might", "may", "should", "will", "can", "'ll", "’ll", "'d", "’d"
            ])
            && !tokens.clone().any(is_closed);
        Self { reading, tokens, subjects, is_conditional }
    }

    /// Whether a noun may be the verb of a headline: "Park slams harbour plan", "Crews shun vote", where there is no
    /// other.
    #[inline(never)]
    pub fn may_be_verb(&self, at: usize) -> bool {
        let before = self.lower(at.wrapping_sub(1));
        let plural = before.ends_with('s') && !before.ends_with("ss");
        self.tag(at) == Tag::Noun
            && matches!(self.tag(at.wrapping_sub(1)), Tag::Noun | Tag::Propn)
            && self.lower(at).ends_with('s') != plural
            && self.begins_noun_phrase(at + 1)
            && !self.tokens.clone().any(|at| {
                matches!(self.tag(at), Tag::Aux | Tag::Verb) && !self.is(at.wrapping_sub(1), words!["to"])
            })
    }

    /// The first phrase of the sentence that ends after a token, and its index.
    pub fn phrase_from(&self, token: usize) -> Option<(usize, &'r Phrase)> {
        let index = self.reading.phrase_from(token);
        let phrase = self.reading.phrases.get(index)?;
        self.tokens.contains(&(phrase.tokens.start as usize)).then_some((index, phrase))
    }

    /// The subject of the verb group that a token belongs to, with its appositions, where the clauses of the
    /// sentence tell it.
    pub fn clause_subject(&self, verb: usize) -> Option<Range<usize>> {
        let (index, group) =
            self.phrase_from(verb).filter(|(_, group)| group.tokens.contains(verb as u32))?;
        let subject = self.subjects.get(index).copied().flatten()?.referent().range();
        (group.kind != PhraseKind::Noun && self.tokens.contains(&subject.start)).then_some(subject)
    }

    /// The part of speech of a token; punctuation outside the sentence.
    pub fn tag(&self, token: usize) -> Tag {
        match self.reading.tokens.get(token) {
            Some(found) if self.tokens.contains(&token) => found.tag,
            _ => Tag::Punct,
        }
    }

    /// The word of a token in lower case; `""` outside the sentence.
    pub fn lower(&self, token: usize) -> &'r str {
        if self.tokens.contains(&token) { self.reading.lower(token) } else { "" }
    }

    /// Whether a token of the sentence is one of these words.
    #[inline(never)]
    pub fn is(&self, token: usize, words: &[RuleWord]) -> bool {
        let word = self.rule_word(token);
        word != RuleWord::NONE && word.is(words)
    }

    /// Where some tokens stand in the text.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        self.reading.span(TokenRange::new(tokens.start, tokens.end))
    }

    /// Which of the words that rules name a token is; none of them outside the sentence.
    #[inline(always)]
    pub fn rule_word(&self, token: usize) -> RuleWord {
        if self.tokens.contains(&token) { self.reading.rule_word(token) } else { RuleWord::NONE }
    }

    /// The first token at or after `token` that is no adverb and does not tell when: "vowed on Tuesday to", "agreed in 2019 to".
    #[inline(never)]
    pub fn skip_adverbials(&self, mut token: usize) -> usize {
        loop {
            let next = token + self.time_at(token);
            let next = if self.tag(next) == Tag::Adv { next + 1 } else { next };
            if next == token || !self.tokens.contains(&token) {
                return token;
            }
            token = next;
        }
    }

    /// How many tokens from here tell when, with a preposition: "on Monday night", "in 2019", but not "on Monday's vote",
    /// "in March talks".
    #[inline(never)]
    pub fn time_at(&self, token: usize) -> usize {
        if !self.rule_word(token).is(words!["on", "in"]) {
            return 0;
        }
        let mut end = token + 1;
        let year = self.lower(end).len() == 4 && self.lower(end).starts_with(['1', '2']);
        if !(year || is_time_word(self.rule_word(end))) {
            return 0;
        }
        while is_time_word(self.rule_word(end)) || self.tag(end) == Tag::Num {
            end += 1;
        }
        let goes_on = matches!(self.tag(end), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Cconj | Tag::Punct);
        if goes_on || is_genitive(self.rule_word(end)) { 0 } else { end - token }
    }

    /// Whether a verb ends in "-ing".
    pub fn is_gerund(&self, token: usize) -> bool {
        self.tag(token) == Tag::Verb && self.reading.ends_in_ing(token)
    }

    /// Whether a noun phrase begins here.
    pub fn begins_noun_phrase(&self, token: usize) -> bool {
        match self.tag(token) {
            Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num => true,
            Tag::Pron => !self.is(token, words!["who", "which", "there"]),
            Tag::Sym => self.is(token, words!["$", "€", "£"]),
            Tag::Adv => self.tag(token + 1) == Tag::Adj,
            // "both the mayor and the council"
            Tag::Cconj => self.is(token, words!["both"]),
            Tag::Verb => {
                is_participle(self.lower(token)) && matches!(self.tag(token + 1), Tag::Noun | Tag::Propn)
            }
            Tag::Punct => self.is_quote(token) && is_nominal(self.tag(token + 1)),
            _ => false,
        }
    }

    /// Whether the token is a quotation mark, or an apostrophe, which may be one.
    pub fn is_quote(&self, token: usize) -> bool {
        is_quote(self.rule_word(token))
    }

    /// Whether an infinitive with "to" follows, perhaps after the one it is said to.
    pub fn infinitive(&self, from: usize) -> Option<usize> {
        for token in from..(from + REACH).min(self.tokens.end) {
            // "told reporters the decision to leave": a second noun phrase, which the infinitive hangs on.
            let opens = self.tag(token) == Tag::Det || is_possessive(self.rule_word(token));
            if opens && token > from && matches!(self.tag(token - 1), Tag::Noun | Tag::Propn | Tag::Pron) {
                return None;
            }
            if self.is(token, words!["to"]) {
                let verb = self.skip_adverbials(token + 1);
                let verb = if self.is(verb, words!["not"]) || self.is_quote(verb) { verb + 1 } else { verb };
                if matches!(self.tag(verb), Tag::Verb | Tag::Aux) {
                    return Some(token);
                }
            }
            let passes = is_nominal(self.tag(token))
                || matches!(self.tag(token), Tag::Adv | Tag::Cconj | Tag::Part)
                || self.is_quote(token)
                || self.tag(token) == Tag::Adp && (token != from || self.is(token, words!["by"]))
                // "asked the United Farmers to": half of a name.
                || self.tag(token) == Tag::Verb && self.tag(token + 1) == Tag::Propn
                // "urged warring towns to"
                || token == from && self.tag(token + 1) == Tag::Noun && self.lower(token).ends_with("ing")
                || self.is(token, words!["-"])
                || self.is(token, words!["for"]) && token == from;
            if !passes {
                return None;
            }
        }
        None
    }

    /// Whether a clause follows: "that …", "how …", or a subject with its verb.
    pub fn begins_clause(&self, token: usize) -> bool {
        let from = if self.is(token, words![","]) { token + 1 } else { token };
        let from = if self.is_quote(from) { from + 1 } else { from };
        let word = self.rule_word(from);
        if word.is(words!["that", "how", "whether", "why", "if", "what"]) && from == token {
            return !word.is(words!["that"])
                || self.tag(from) != Tag::Det
                || self.finite_verb_after(from).is_some();
        }
        is_nominal(self.tag(from)) && self.finite_verb_after(from).is_some()
    }

    /// The finite verb whose subject could begin here.
    fn finite_verb_after(&self, from: usize) -> Option<usize> {
        for token in from..(from + REACH).min(self.tokens.end) {
            match self.tag(token) {
                Tag::Aux => return Some(token),
                // "a ban and demanded that": it shares the subject of the clause before.
                Tag::Verb
                    if token > from
                        // "broad-based growth": half of a word.
                        && !self.is(token - 1, words!["to", "and", "or", "-"])
                        && !self.reading.ends_in_ing(token) =>
                {
                    return Some(token);
                }
                Tag::Punct if !self.is_quote(token) && !self.is(token, words!["-"]) => return None,
                Tag::Sconj if token > from => return None,
                // "urges patience as crews strike": a clause beside it.
                Tag::Adp if self.is(token, words!["as"]) => return None,
                Tag::Part if self.is(token, words!["to"]) => return None,
                _ => {}
            }
        }
        None
    }

    /// The form of "be" (or of a verb like it) that this word completes, looking back over adverbs.
    pub fn be_before(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..4 {
            at = at.checked_sub(1)?;
            let word = self.rule_word(at);
            if is_be(word) {
                return Some(at);
            }
            if !matches!(self.tag(at), Tag::Adv | Tag::Part) && !word.is(NEGATIONS) {
                return None;
            }
        }
        None
    }

    /// What [`be_before`](Self::be_before) gives, unless it was tagged as a sign.
    pub fn copula_before(&self, token: usize) -> Option<usize> {
        self.be_before(token).filter(|&be| self.tag(be) != Tag::Punct)
    }

    /// Whether a verb stands in the passive: after "be", or as a participle after its noun.
    pub fn is_passive(&self, verb: usize) -> bool {
        if !is_participle(self.lower(verb)) {
            return false;
        }
        // "was ashamed of": a quality.
        if self.tag(verb) == Tag::Adj && self.is(verb + 1, words!["of", "about", "at", "with"]) {
            return false;
        }
        if let Some(be) = self.be_before(verb) {
            return self.tag(be) != Tag::Punct;
        }
        // "generally considered the best": the adverb stands where "be" would.
        let mut before = verb.wrapping_sub(1);
        let mut adverb = false;
        while self.tag(before) == Tag::Adv && self.tokens.contains(&before) {
            adverb = true;
            before = before.wrapping_sub(1);
        }
        let after_noun = matches!(self.tag(before), Tag::Noun | Tag::Propn);
        let pause = self.tag(before) == Tag::Punct;
        let next = self.lower(self.skip_adverbials(verb + 1));
        // "the plan, dubbed the great wall": only verbs of naming keep a noun phrase in the passive; with any other
        // it is an object, as in "the union (EFU) condemned the vote".
        let named = is_naming(self.rule_word(verb)) && one_of!(next, "a an one the");
        after_noun && (matches!(next, "by" | "as") || next == "for" && !asks_for(self.rule_word(verb)))
            || next == "by" && self.is(before, words!["and", "or", "but"])
            || pause
                && (adverb && !self.begins_noun_phrase(verb + 1)
                    || named
                    || matches!(next, "by" | "to" | "as") && !is_intransitive(self.rule_word(verb)))
            || self.is(before, words!["as", "when", "while", "once", "though"])
    }

    /// "a wall touted by the council": a participle right after its noun, without "be".
    pub fn is_reduced_passive(&self, verb: usize) -> bool {
        let before = verb.wrapping_sub(1);
        matches!(self.tag(before), Tag::Noun | Tag::Propn)
            && self.tag(verb) == Tag::Verb
            && self.is(verb + 1, words!["by"])
            && is_participle(self.lower(verb))
    }

    /// "men believed to be lost": a participle after its noun, of a verb that takes no bare infinitive itself.
    pub fn is_believed(&self, verb: usize) -> bool {
        is_participle(self.lower(verb))
            && self.is(self.skip_adverbials(verb + 1), words!["to"])
            && matches!(self.tag(verb.wrapping_sub(1)), Tag::Noun | Tag::Propn | Tag::Punct | Tag::Adv)
    }

    /// Whether the object of the verb stands before it: "which the ministry now rejects", "that critics blame".
    pub fn in_object_relative(&self, verb: usize) -> bool {
        // "what our children deserve"
        let what = |subject: Range<usize>| {
            let before = subject.start.wrapping_sub(1);
            // "the man they back"
            let bare = || self.tag(subject.start) == Tag::Pron && self.tag(before) == Tag::Noun;
            self.is(before, words!["what"]) || subject.len() == 1 && bare()
        };
        self.object_relative(verb).is_some() || self.subject_of(verb).is_some_and(what)
    }

    /// The noun that the relative clause of a verb hangs on, where it is the verb's object.
    pub fn object_relative(&self, verb: usize) -> Option<Range<usize>> {
        let subject = self.subject_of(verb)?;
        let relative = subject.start.checked_sub(1)?;
        let comma = usize::from(self.is(relative.wrapping_sub(1), words![","]));
        let noun = relative.checked_sub(1 + comma)?;
        let is_relative = self.is(relative, words!["which", "that", "whom"]);
        (is_relative && matches!(self.tag(noun), Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num))
            .then(|| self.phrase_ending_at(noun))
    }

    /// The last token of the clause that a verb is about as a whole: "The town cheats, which the council denies",
    /// "…, something it denies".
    pub fn all_before(&self, verb: usize) -> Option<usize> {
        let stands_for = self.subject_of(verb)?.start.checked_sub(1)?;
        let comma = stands_for.checked_sub(1)?;
        let found = self.is(comma, words![","]) && one_of!(self.lower(stands_for), "which something");
        comma.checked_sub(1).filter(|before| found && self.tokens.contains(before))
    }

    /// Whether the place is the first of its clause.
    pub fn is_first(&self, token: usize) -> bool {
        let before = token.wrapping_sub(1);
        token == self.tokens.start
            || self.is_quote(before)
            || self.is(before, words![",", ";", ":", "—", "–", "(", "--", "and"])
    }

    /// Whether the verb at `token` has "I" or "we" for its subject.
    pub fn first_person_before(&self, token: usize) -> bool {
        (token.saturating_sub(4).max(self.tokens.start)..token)
            .rev()
            .take_while(|&at| matches!(self.tag(at), Tag::Adv | Tag::Aux | Tag::Part | Tag::Pron))
            .any(|at| self.is(at, words!["i", "we"]))
    }
}
