//! Who can be expected to speak, and which further verbs of a sentence are the reporter's: "said the road was bad and
//! promised to mend it".

use super::clause::Subject;
use super::frames::{Form, Frames};
use super::scan::Scan;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, words};
use crate::stance::speakers::vocabulary;

impl Scan<'_, '_> {
    /// Whether a subject is a name, a pronoun, people or a body: who can be expected to speak.
    #[inline(never)]
    pub(super) fn can_speak(&self, subject: Option<Subject>) -> bool {
        subject.is_some_and(|subject| {
            let tokens = subject.referent().range();
            // "The quarrel over the mayor" is none, "a group of crews" is one.
            let mut own = tokens.take_while(|&at| self.tag(at) != Tag::Adp || self.is(at, words!["of"]));
            self.is(subject.tokens.range().start, words!["who"])
                || own.any(|at| {
                    matches!(self.tag(at), Tag::Propn | Tag::Pron)
                        || self.tag(at) == Tag::Noun && vocabulary::names_people_or_body(self.lower(at))
                })
        })
    }

    /// Whether a noun phrase ends with a name or a noun for people or a body.
    pub(super) fn names_people(&self, noun: TokenRange) -> bool {
        let head = noun.range().end - 1;
        let word = self.lower(head);
        self.tag(head) == Tag::Propn
            || vocabulary::can_act(RuleWord::of_lower(&lemma(word, Tag::Noun)))
            || one_of!(word, "those people voters supporters pac pacs")
    }

    /// Whether a noun phrase is a document that somebody issued: "released | a statement | saying".
    pub(super) fn is_issued(&self, tokens: TokenRange) -> bool {
        let first = tokens.range().start;
        // "a statement Wednesday": the day is no part of it.
        let head = self.noun_from(first).map(|noun| noun.head.min(tokens.end.saturating_sub(1)));
        head.is_some_and(|head| vocabulary::is_document(self.rule_word(head as usize)))
            && one_of!(
                self.lower(first.wrapping_sub(1)),
                "issued issues released releases published publishes sent sends posted posts wrote tweeted out",
            )
    }

    /// Whether a verb group is one of saying.
    #[inline(never)]
    pub(super) fn is_report(&self, group: &Phrase) -> bool {
        !self.quotes.hold(group.head as usize)
            && self.verb_entries(group.head as usize).any(|(verb, _)| {
                let says = verb.frames.has(Frames::SAYING);
                says && verb.frames.has(Frames::CLAUSE)
                    || verb.frames.has(Frames::AS.with(Frames::OBJECT).with(Frames::HEARER_TO))
            })
    }

    /// "said the road was bad and promised to mend it": whether a verb is of somebody's words or will, but the nearest
    /// subject is a thing, or "it", which more often is one; no road promises.
    #[inline(never)]
    pub(super) fn promises(&self, group: &Phrase, nearest: Option<Subject>) -> bool {
        self.takes(group, Frames::TO.with(Frames::GERUND))
            && nearest.is_some_and(|nearest| {
                let it = self.is(nearest.tokens.range().start, words!["it"]);
                // "information gathered by divers": no subject, as a participle has none.
                let passive = self.is(group.tokens.range().start.wrapping_sub(3), words!["by"]);
                // "the bridge sagged and threatened to collapse": things threaten, too.
                let may_be_things =
                    || one_of!(self.lower(group.head as usize), "threatened threatens threaten");
                !passive && (it || !self.can_speak(Some(nearest)) && !may_be_things())
            })
    }

    /// "The tribunal heard that Webb had lied and ruled that he must pay": whether a verb is what those do who have heard
    /// somebody.
    pub(super) fn judges(&self, cue: usize, head: usize) -> bool {
        self.rule_word(cue).is(words!["heard"])
            && one_of!(
                self.lower(head),
                "ruled found recommended demanded concluded decided ordered rejected"
            )
    }

    /// Whether what a verb group tells may have one of these frames.
    pub(super) fn takes(&self, group: &Phrase, frames: Frames) -> bool {
        matches!(group.kind, PhraseKind::Verb { passive: false, .. })
            && !self.quotes.hold(group.head as usize)
            && self.has_entry(group.head as usize, frames)
    }

    /// "insisted that work should begin and promised to help": "and" joins like with like, so a reporting verb that has
    /// the tense of the cue, but not that of the verb between them, goes on from the cue.
    #[inline(never)]
    pub(super) fn goes_on_report(
        &self,
        group: &Phrase,
        reporting: Option<usize>,
        last: Option<usize>,
    ) -> bool {
        let phrases = &self.reading.phrases;
        let form = |at: u32| self.lexeme(at as usize).and_then(|lexeme| lexeme.verb).map(|(_, form)| form);
        let (Some(cue), Some(between)) =
            (reporting.and_then(|cue| phrases.get(cue)), last.and_then(|last| phrases.get(last)))
        else {
            return false;
        };
        let first = between.tokens.range().start;
        let word = self.lower(first);
        let like = match form(group.head) {
            Some(Form::Present) => word.ends_with('s') && word != "was",
            Some(Form::Past) => word == "was" || !word.ends_with('s') && !self.is_plain_form(first),
            _ => true,
        };
        !like && form(cue.head) == form(group.head) && group.tokens.len() == 1
    }

    /// Whether a participle follows an aside that tells who speaks: "Bell will lose, Park said Monday, | adding that …".
    #[inline(never)]
    pub(super) fn ends_aside(
        &self,
        participle: &Phrase,
        last: Option<usize>,
        subject: Option<Subject>,
    ) -> bool {
        let phrases = &self.reading.phrases;
        let (Some(cue), Some(subject)) = (last.and_then(|last| phrases.get(last)), subject) else {
            return false;
        };
        let (after, end) = (cue.tokens.range().end, participle.tokens.range().start);
        let first = subject.tokens.range().start;
        self.is_report(cue)
            && (first == after
                || first < after
                    && self.is_comma(first.wrapping_sub(1))
                    && self.is_comma(self.skip_adverbials(after, end)))
    }

    /// "Crews who were interviewed by her | said", "aides who asked not to be named | said": the verb behind a relative clause
    /// is of what the relative refers to.
    pub(super) fn past_relative(&self, group: &Phrase, shared: Subject) -> Option<Subject> {
        const LONGEST: usize = 40;
        let first = group.tokens.range().start;
        let antecedent = shared.antecedent.filter(|noun| first <= noun.range().start + LONGEST)?;
        let joined = matches!(self.tag(first.wrapping_sub(1)), Tag::Noun | Tag::Propn)
            || self.is(group.head as usize, words!["said", "say", "says", "told"]);
        let within = (antecedent.range().start..first)
            .all(|at| !self.is_comma(at) && !matches!(self.tag(at), Tag::Cconj));
        (joined && within).then_some(Subject {
            tokens: TokenRange { end: first as u32, ..antecedent },
            antecedent: None,
            adjacent: true,
        })
    }

    /// "Residents there say", but "in Leith there lived a mayor".
    pub(super) fn is_place_of(&self, there: usize, floor: usize, verb: usize) -> bool {
        there > floor
            && matches!(self.tag(there - 1), Tag::Noun | Tag::Propn)
            && self.tag(verb) == Tag::Verb
            && self.has_entry(verb, Frames::CLAUSE)
    }

    /// Whether ", and" or ", but" stands before a verb group.
    #[inline(never)]
    pub(super) fn is_comma_before_and(&self, group: &Phrase, floor: usize) -> bool {
        let first = group.tokens.range().start;
        first > floor + 1 && self.is(first - 1, words!["and", "but"]) && self.is_comma(first - 2)
    }
}
