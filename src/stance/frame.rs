//! Whether the words around an entry are what its frame asks for.

use std::ops::Range;

use super::classes::is_claim;
use super::context::Context;
use super::lexicon::form::condition;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{Tag, words};

/// Conditions on what follows, of which one is enough.
const FOLLOWED_BY: u64 = condition::NEXT_NOUN
    | condition::NEXT_TO
    | condition::NEXT_CLAUSE
    | condition::NEXT_VERB
    | condition::NEXT_PREPOSITION
    | condition::NEXT_QUALITY
    | condition::NEXT_QUOTE
    | condition::NEXT_CLAIM
    | condition::NEXT_GERUND
    | condition::NEXT_OF
    | condition::NEXT_AS;

/// How much a frame asks of its surroundings: one that is more often turned down speaks first.
pub(super) fn narrowness(frame: u64) -> u32 {
    const PLACES: u64 = condition::TARGET_OBJECT
        | condition::TARGET_ACT
        | condition::TARGET_SUBJECT
        | condition::TARGET_PREPOSITION
        | condition::TARGET_NEAR
        | condition::HOLDER_SUBJECT
        | condition::HOLDER_SCOPE
        | condition::HOLDER_POSSESSOR;
    // Of several things that may follow, one is enough: the fewer, the narrower.
    let followers = (frame & FOLLOWED_BY).count_ones();
    let followed = if followers > 0 { 16 - followers } else { 0 };
    // Who speaks is asked of the whole attribution.
    let person = u32::from(frame & condition::FIRST_PERSON != 0);
    ((frame & !PLACES & !FOLLOWED_BY).count_ones() + person) * 16 + followed
}

impl Context<'_> {
    /// The frame of an entry that would cover `span`, checked against what stands around it. `is_cue` tells
    /// that the words introduce reported content, which answers any question about what follows.
    #[inline(never)]
    pub fn allows(&self, frame: u64, span: &Range<usize>, is_cue: bool) -> bool {
        let has = |bit: u64| frame & bit != 0;
        let next = self.skip_adverbials(span.end);
        let before = span.start.wrapping_sub(1);
        let be = || self.be_before(span.start).is_some();
        !(has(condition::AFTER_BE) && !be()
            || has(condition::NOT_AFTER_BE) && be()
            || has(condition::CONDITIONAL) && !self.is_conditional
            || has(condition::PASSIVE) && !self.is_passive(span.start) && !self.is_believed(span.start)
            || has(condition::AFTER_IT) && !self.after_it(span.start)
            || has(condition::FIRST) && !self.is_first(span.start)
            || has(condition::NOT_AFTER_DETERMINER) && self.tag(before) == Tag::Det
            || has(condition::NOT_FIRST_PERSON) && self.first_person_before(span.start)
            || has(condition::NOT_NUMBER) && self.tag(next) == Tag::Num
            || has(condition::NOT_NOUN) && self.begins_noun_phrase(next)
            || has(condition::NOT_TO) && self.is(next, words!["to"])
            || has(condition::NOT_OF) && self.is(next, words!["of"])
            || has(condition::NOT_CLAUSE) && self.begins_clause(next)
            || frame & FOLLOWED_BY != 0
                && !(is_cue && frame & (condition::NEXT_CLAUSE | condition::NEXT_QUOTE) != 0)
                && !self.followed(frame, span, next))
    }

    fn followed(&self, frame: u64, span: &Range<usize>, next: usize) -> bool {
        let end = span.end;
        let has = |bit: u64| frame & bit != 0;
        has(condition::NEXT_NOUN)
            && (self.begins_noun_phrase(end)
                || self.begins_noun_phrase(next)
                // "endorsed putting up a wall"
                || has(condition::TARGET_OBJECT)
                    && has(condition::HOLDER_SUBJECT)
                    && self.tag(span.start) == Tag::Verb
                    && self.takes_gerund(span)
                // "a clear and present danger"
                || self.tag(span.start) == Tag::Adj
                    && self.is(next, words!["and", "or", ","])
                    && self.tag(next + 1) == Tag::Adj
                // "is considered a threat", but "was considered because of": the passive that a frame asks for takes one.
                || self.tag(span.start) == Tag::Verb
                    && (!has(condition::PASSIVE) || self.is(next, words![","]))
                    && (self.is_passive(span.start) || self.in_object_relative(span.start)))
            || has(condition::NEXT_GERUND) && self.is_gerund(next + usize::from(self.is_quote(next)))
            || has(condition::NEXT_AS) && self.is(next, words!["as"])
            || has(condition::NEXT_OF) && self.is(next, words!["of", "about", "by"])
            || has(condition::NEXT_TO) && self.infinitive(next).is_some()
            || has(condition::NEXT_CLAUSE)
                // "they swap ideas, he said": a clause after a comma is not what the noun brings in.
                && !(self.tag(span.start) == Tag::Noun && self.is(next, words![","]))
                && (self.begins_clause(next)
                    || self.is(span.start.wrapping_sub(1), words!["i"]) && !self.begins_noun_phrase(next))
            || has(condition::NEXT_VERB) && self.begins_verb(next)
            || has(condition::NEXT_PREPOSITION) && matches!(self.tag(next), Tag::Adp)
            || has(condition::NEXT_QUALITY) && matches!(self.tag(end), Tag::Adj | Tag::Adv | Tag::Verb)
            || has(condition::NEXT_QUOTE) && self.is_quote(next)
            || has(condition::NEXT_CLAIM)
                && (self.claim_follows(next)
                    || self.tag(span.start) == Tag::Verb
                        && self
                            .object_relative(span.start)
                            .is_some_and(|noun| is_claim(self.lower(noun.end - 1)))
                    // "The claim was rejected"
                    || self.tag(span.start) == Tag::Verb
                        && self.is_passive(span.start)
                        && self
                            .subject_of(span.start)
                            .map(|subject| subject.end - 1)
                            .is_some_and(|head| self.tag(head) == Tag::Noun && is_claim(self.lower(head)))
                    || self.all_before(span.start).is_some() && self.tag(next) == Tag::Punct)
    }

    /// "Endorsed putting up a wall", "criticised raising the toll", but "attacked fleeing civilians", "backs working
    /// families": whether a verb has a gerund for its object. A participle before a noun has no article behind it.
    fn takes_gerund(&self, span: &Range<usize>) -> bool {
        let verb = lemma(self.lower(span.start), Tag::Verb);
        self.is_gerund(span.end)
            && (span.len() > 1 || self.tag(span.end + 1) == Tag::Det && !one_of!(&verb, "attack fight hit"))
    }

    /// Whether a verb group begins here; in a question the subject comes first.
    fn begins_verb(&self, token: usize) -> bool {
        // "must ... come together": words left out.
        let at = if self.is(token, words!["not", "n't", "n’t", "...", "…"]) || self.is_quote(token) {
            token + 1
        } else {
            token
        };
        let at = self.skip_adverbials(at);
        matches!(self.tag(at), Tag::Verb | Tag::Aux)
            || matches!(self.tag(at), Tag::Pron | Tag::Det | Tag::Propn | Tag::Noun | Tag::Adj)
                && self.verb_within(at, 6)
    }

    fn verb_within(&self, from: usize, reach: usize) -> bool {
        (from..(from + reach).min(self.tokens.end))
            .take_while(|&token| self.tag(token) != Tag::Punct)
            .any(|token| matches!(self.tag(token), Tag::Verb | Tag::Aux))
    }

    fn claim_follows(&self, from: usize) -> bool {
        (from..(from + 6).min(self.tokens.end))
            .take_while(|&token| !matches!(self.tag(token), Tag::Verb | Tag::Punct) || self.is_quote(token))
            // "reject this plan": no claim.
            .any(|token| self.tag(token) != Tag::Det && is_claim(self.lower(token)))
    }

    fn after_it(&self, token: usize) -> bool {
        // "This is the most important work we did": the quality of something.
        let before = (token.saturating_sub(4)..token)
            .rev()
            .find(|&at| self.tag(at) != Tag::Adv && !self.is(at, words!["as"]))
            .filter(|&at| self.tag(token) != Tag::Adj || self.is(at, words!["it"]));
        self.be_before(token).or(before).is_some_and(|be| {
            (be.saturating_sub(3)..=be).any(|at| self.is(at, words!["it", "'s", "’s", "this"]))
        })
    }
}
