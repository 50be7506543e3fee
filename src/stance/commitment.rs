//! Who gives their word: whether "will" commits somebody, and whether a subject can mean to do anything (Searle 1976,
//! commissives).

use std::ops::Range;

use super::classes::is_somebody;
use super::context::Context;
use super::holder::Holders;
use super::speakers::vocabulary;
use crate::analysis::{Attribution, AttributionKind};
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{RuleWord, Tag, is_possessive, words};
use crate::span::Span;

/// Whether a subject can mean to do something: a name, a pronoun, several of a kind, an office or a body.
pub(super) fn may_act(context: &Context<'_>, subject: Range<usize>) -> bool {
    let head = subject.end - 1;
    let word = context.lower(head);
    matches!(context.tag(head), Tag::Propn | Tag::Pron)
        || word.ends_with('s')
        || vocabulary::names_people_or_body(word)
}

/// "would like to", "would prefer": wishes.
fn is_wish(verb: &str) -> bool {
    one_of!(verb, "like love prefer rather hate want wish")
}

/// "will need help", "will have the votes", "we'll see": what befalls somebody.
fn befalls(verb: &str) -> bool {
    one_of!(
        verb,
        "see need have get forget know remember win lose gain perform require mean cost cause welcome face contain include"
    )
}

/// Whether "will" or "would" at a place commits the one whose words these are: said of "I" or "we", or in
/// reported speech of the speaker.
#[inline(never)]
pub(super) fn commits(context: &Context<'_>, holders: &Holders<'_>, tokens: &Range<usize>) -> bool {
    let will = tokens.start;
    let verb = context.skip_adverbials(tokens.end);
    if context.first_person_before(will) {
        // "I'll be stopped": what will be done to somebody is no promise of theirs.
        let undergoes =
            context.is(verb, words!["be"]) && context.is_passive(context.skip_adverbials(verb + 1));
        let happens = one_of!(
            context.lower(verb),
            "see need get forget know win lose become slip fall suffer face say tell admit learn hear",
        );
        return !undergoes && !happens && !context.is(will, words!["would", "'d", "’d"]);
    }
    let Some(attribution) = holders.reported_by(context.span(tokens)) else { return false };
    match attribution.cue.map_or(Cue::Tells, |cue| Cue::of(context, cue)) {
        Cue::Guesses => return false,
        Cue::Promises => return true,
        Cue::Tells => {}
    }
    let Some(subject) = context.subject_of(will) else { return false };
    let said = Said { context, attribution, will, verb, subject };
    !said.is_of_another()
        && !said.asks()
        && (said.acts() && (said.is_of_speaker(holders) || said.is_of_their_body()) || said.is_undertaken())
}

/// What a cue makes of the words that it reports.
enum Cue {
    /// "fears that they would stay", "was confident that it would end", "hopes it will": no word was given.
    Guesses,
    /// "promised that the roads would be mended": a word given for others.
    Promises,
    Tells,
}

impl Cue {
    #[inline(never)]
    fn of(context: &Context<'_>, cue: Span) -> Self {
        let reading = context.reading;
        let at = reading.token_from(cue.start);
        let Some(token) = reading.tokens.get(at) else { return Self::Tells };
        let verb = lemma(reading.lower(at), Tag::Verb);
        if matches!(token.tag, Tag::Noun | Tag::Adj)
            || one_of!(
                &verb,
                "hope fear worry expect predict think believe suspect doubt wonder suggest speculate imagine"
            )
        {
            return Self::Guesses;
        }
        if one_of!(&verb, "promise pledge vow swear guarantee") { Self::Promises } else { Self::Tells }
    }
}

/// What is said in an attribution: that a subject "will" or "would" do something.
struct Said<'c, 'r> {
    context: &'c Context<'r>,
    attribution: &'c Attribution,
    /// The token "will" or "would".
    will: usize,
    /// The token of what is done.
    verb: usize,
    subject: Range<usize>,
}

impl Said<'_, '_> {
    /// Tokens of the source.
    fn source(&self) -> Option<Range<usize>> {
        self.attribution.source.map(|source| self.context.reading.tokens_in(source).range())
    }

    /// Whether it is plainly said of something else than the subject, or left open.
    #[inline(never)]
    fn is_of_another(&self) -> bool {
        let Self { context, subject, .. } = self;
        let before = self.will.wrapping_sub(1);
        // "does not know what he will do"
        if context.is(subject.end - 1, words!["whom"])
            || context.is(subject.start.wrapping_sub(1), words!["what", "how", "where", "when", "why"])
        {
            return true;
        }
        // "they know that doing so would help": it is not they who would.
        let between = || subject.end..self.will;
        if between().any(|at| context.is_gerund(at)) && between().all(|at| context.tag(at) != Tag::Aux) {
            return true;
        }
        // "A softer tone, she said, would help", "steps it said would help": it is not she who would.
        let comma = usize::from(context.is(before, words![","]));
        context.is(before.wrapping_sub(comma), words!["said", "says", "say"])
    }

    /// Whether the content asks: "whether he would stay".
    fn asks(&self) -> bool {
        self.attribution.content.first().is_some_and(|content| {
            let words = content.of(self.context.reading.text);
            words.starts_with("whether ") || words.starts_with("if ")
        })
    }

    /// Whether something is done: "it would be late" promises nothing.
    fn acts(&self) -> bool {
        let verb = self.context.lower(self.verb);
        self.context.tag(self.verb) == Tag::Verb && !is_wish(verb) && !befalls(verb)
            || self.context.is(self.verb, words!["not"])
    }

    /// Whether the subject is the speaker. "Said they would stay": in reported speech a pronoun that does something is
    /// most often that.
    #[inline(never)]
    fn is_of_speaker(&self, holders: &Holders<'_>) -> bool {
        let Self { context, attribution, subject, .. } = self;
        if holders.refers_to(context.span(subject), attribution.speaker) {
            return true;
        }
        let said_by =
            |other: &str| self.source().is_some_and(|source| context.reading.lower(source.start) == other);
        let last = || self.source().map(|source| source.end.wrapping_sub(1));
        // "Critics said it would fail": one thing is not several people.
        let several = || {
            last().is_some_and(|last| {
                let word = context.reading.lower(last);
                let is_noun = context.reading.tokens.get(last).is_some_and(|token| token.tag == Tag::Noun);
                word == "they" || is_noun && word.ends_with('s')
            })
        };
        let document = || last().is_some_and(|last| vocabulary::is_document(context.reading.rule_word(last)));
        subject.len() == 1
            && attribution.kind != AttributionKind::Quote
            && match context.lower(subject.start) {
                // "She would win, he said": another.
                "he" => !said_by("she"),
                "she" => !said_by("he"),
                // "The report said it would help": what a document says of something is no word it gives.
                "it" => !holders.is_person(attribution) && !several() && !document(),
                "they" => !holders.is_person(attribution),
                _ => false,
            }
    }

    /// Whether the subject is a body that the speaker may speak for.
    #[inline(never)]
    fn is_of_their_body(&self) -> bool {
        let Self { context, subject, .. } = self;
        let last = subject.end.wrapping_sub(1);
        let head = context.rule_word(last);
        let body = vocabulary::is_body(head) || vocabulary::is_institution(head);
        // Of an official also "said the ministry will look into it".
        let office = || {
            let is_office = |at| vocabulary::is_office(context.reading.rule_word(at));
            body && context.is(subject.start, words!["the"])
                && self.source().is_some_and(|mut source| source.any(is_office))
        };
        // "said her company would pay", but not "their presence will help"
        let theirs = || {
            is_possessive(context.rule_word(subject.start))
                && (body
                    || vocabulary::is_office(head)
                    || one_of!(
                        context.lower(last),
                        "team campaign staff crew side army troops forces fighters soldiers men party workers members country nation",
                    ))
        };
        self.attribution.kind != AttributionKind::Quote && (theirs() || office())
    }

    /// "Officials said every claim will be read": what is to be done is done by those who say so.
    #[inline(never)]
    fn is_undertaken(&self) -> bool {
        let Self { context, subject, verb, .. } = self;
        let verb = *verb;
        let is_authority = |at| {
            let word = context.reading.lower(at);
            if one_of!(word, "experts analysts economists") {
                return false;
            }
            let one = RuleWord::of_lower(word.strip_suffix('s').unwrap_or(word));
            vocabulary::can_act(one)
        };
        let passive =
            || context.is(verb, words!["be"]) && context.is_passive(context.skip_adverbials(verb + 1));
        let by = || (verb..verb + 6).any(|at| context.is(at, words!["by"]));
        let person = || {
            is_somebody(context.rule_word(subject.end.wrapping_sub(1)))
                || context.is(subject.start, words!["it", "that", "this", "there"])
                || context.is(subject.end - 1, words!["whom", "which"])
        };
        context.is(self.will, words!["will", "would", "'ll", "’ll"])
            && passive()
            && !by()
            && !person()
            && self.source().is_some_and(|mut source| source.any(is_authority))
    }
}
