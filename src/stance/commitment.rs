//! Who gives their word: whether "will" commits somebody, and whether a subject can mean to do anything (Searle 1976,
//! commissives).

use std::ops::Range;

use super::classes::is_somebody;
use super::context::Context;
use super::holder::Holders;
use super::speakers::vocabulary;
use super::tags::span;
use crate::analysis::AttributionKind;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{RuleWord, Tag, is_possessive, words};

/// Whether a subject can mean to do something: a name, a pronoun, several of a kind, an office or a body.
pub(super) fn may_act(context: &Context<'_>, subject: Range<usize>) -> bool {
    let head = subject.end - 1;
    let word = context.rule_word(head);
    matches!(context.tag(head), Tag::Propn | Tag::Pron)
        || context.lower(head).ends_with('s')
        || one_of!(context.lower(head), "man woman suspect student player people")
        || vocabulary::is_office(word)
        || vocabulary::is_body(word)
        || vocabulary::is_institution(word)
}

/// "would like to", "would prefer": wishes.
fn is_wish(verb: &str) -> bool {
    one_of!(verb, "like love prefer rather hate want wish")
}

/// "will need help", "will have the votes", "we'll see": what befalls somebody.
fn is_state(verb: &str) -> bool {
    one_of!(
        verb,
        "see need have get forget know remember win lose gain perform require mean cost cause welcome face contain include"
    )
}

/// Whether "will" or "would" at a place commits the one whose words these are: said of "I" or "we", or in
/// reported speech of the speaker.
#[inline(never)]
pub(super) fn commits(context: &Context<'_>, holders: &Holders<'_>, tokens: &Range<usize>) -> bool {
    let verb = context.skip_adverbs(tokens.end);
    if context.first_person_before(tokens.start) {
        // "I'll be stopped": what will be done to somebody is no promise of theirs.
        let undergoes = context.is(verb, words!["be"]) && context.is_passive(context.skip_adverbs(verb + 1));
        let happens = one_of!(
            context.lower(verb),
            "see need get forget know win lose become slip fall suffer face say tell admit learn hear",
        );
        return !undergoes && !happens && !context.is(tokens.start, words!["would", "'d", "’d"]);
    }
    let Some(attribution) = holders.reported_by(span(context, tokens)) else { return false };
    // "fears that they would stay", "was confident that it would end", "hopes it will": no word was given.
    let guess = |cue| {
        let cue = context.reading.tokens_in(cue).range();
        let word = context.reading.lower(cue.start);
        context.reading.tokens.get(cue.start).is_some_and(|token| match token.tag {
            Tag::Noun | Tag::Adj => true,
            _ => one_of!(
                &lemma(word, Tag::Verb),
                "hope fear worry expect predict think believe suspect doubt wonder suggest speculate imagine",
            ),
        })
    };
    if attribution.cue.is_some_and(guess) {
        return false;
    }
    // "promised that the roads would be mended": a word given for others.
    let promise = |cue| {
        let word = context.reading.lower(context.reading.tokens_in(cue).range().start);
        one_of!(&lemma(word, Tag::Verb), "promise pledge vow swear guarantee")
    };
    if attribution.cue.is_some_and(promise) {
        return true;
    }
    let Some(subject) = context.subject_of(tokens.start) else { return false };
    // "does not know what he will do"
    if context.is(subject.end - 1, words!["whom"])
        || context.is(subject.start.wrapping_sub(1), words!["what", "how", "where", "when", "why"])
    {
        return false;
    }
    let span = span(context, &subject);
    let own = holders.refers_to(span, attribution.speaker);
    // "said they would stay": in reported speech a pronoun that does something is most often the speaker; "it would be
    // late" and "whether he would stay" promise nothing.
    let acts =
        context.tag(verb) == Tag::Verb && !is_wish(context.lower(verb)) && !is_state(context.lower(verb))
            || context.is(verb, words!["not"]);
    // "they know that doing so would help": it is not they who would.
    let between = || subject.end..tokens.start;
    let gerund = between().any(|at| context.is_gerund(at));
    if gerund && between().all(|at| context.tag(at) != Tag::Aux) {
        return false;
    }
    // "A softer tone, she said, would help", "steps it said would help": it is not she who would.
    let comma = usize::from(context.is(tokens.start.wrapping_sub(1), words![","]));
    if context.is(tokens.start.wrapping_sub(1 + comma), words!["said", "says", "say"]) {
        return false;
    }
    let asks = attribution.content.first().is_some_and(|content| {
        let words = content.of(context.reading.text);
        words.starts_with("whether ") || words.starts_with("if ")
    });
    // "Critics said it would fail": one thing is not several people.
    let several = attribution.source.is_some_and(|source| {
        let last = context.reading.tokens_in(source).range().end.wrapping_sub(1);
        context.reading.lower(last) == "they"
            || context.reading.tokens.get(last).is_some_and(|token| token.tag == Tag::Noun)
                && context.reading.lower(last).ends_with('s')
    });
    let document = || {
        attribution.source.is_some_and(|source| {
            let last = context.reading.tokens_in(source).range().end.wrapping_sub(1);
            vocabulary::is_document(context.reading.rule_word(last))
        })
    };
    let said_by = |other: &str| {
        let source = context.reading.tokens_in(attribution.source?).range();
        (context.reading.lower(source.start) == other).then_some(())
    };
    let pronoun = subject.len() == 1
        && attribution.kind != AttributionKind::Quote
        && match context.lower(subject.start) {
            // "She would win, he said": another.
            "he" => said_by("she").is_none(),
            "she" => said_by("he").is_none(),
            // "The report said it would help": what a document says of something is no word it gives.
            "it" => !holders.is_person(attribution) && !several && !document(),
            "they" => !holders.is_person(attribution),
            _ => false,
        };
    // "said her company would pay"; of an official also "said the ministry will look into it"
    let office = || {
        let source = attribution.source.map(|source| context.reading.tokens_in(source).range());
        let body = context.rule_word(subject.end.wrapping_sub(1));
        context.is(subject.start, words!["the"])
            && (vocabulary::is_body(body) || vocabulary::is_institution(body))
            && source.is_some_and(|mut source| {
                source.any(|at| vocabulary::is_office(context.reading.rule_word(at)))
            })
    };
    // "said her company would pay", but not "their presence will help"
    let theirs = || {
        let head = context.rule_word(subject.end.wrapping_sub(1));
        is_possessive(context.rule_word(subject.start))
            && (vocabulary::is_body(head)
                || vocabulary::is_institution(head)
                || vocabulary::is_office(head)
                || one_of!(
                    context.lower(subject.end.wrapping_sub(1)),
                    "team campaign staff crew side army troops forces fighters soldiers men party workers members country nation",
                ))
    };
    let body = attribution.kind != AttributionKind::Quote && (theirs() || office());
    // "Officials said every claim will be read": what is to be done is done by those who say so.
    let undertaken = || {
        let source = attribution.source.map(|source| context.reading.tokens_in(source).range());
        let authority = source.is_some_and(|mut source| {
            source.any(|at| {
                let word = context.reading.lower(at);
                if one_of!(word, "experts analysts economists") {
                    return false;
                }
                let one = RuleWord::of_lower(word.strip_suffix('s').unwrap_or(word));
                vocabulary::is_office(one) || vocabulary::is_body(one) || vocabulary::is_institution(one)
            })
        });
        let passive = context.is(verb, words!["be"]) && context.is_passive(context.skip_adverbs(verb + 1));
        let by = (verb..verb + 6).any(|at| context.is(at, words!["by"]));
        let person = is_somebody(context.rule_word(subject.end.wrapping_sub(1)))
            || context.is(subject.start, words!["it", "that", "this", "there"])
            || context.is(subject.end - 1, words!["whom", "which"]);
        authority
            && passive
            && !by
            && !person
            && context.is(tokens.start, words!["will", "would", "'ll", "’ll"])
    };
    ((own || pronoun || body) && acts || undertaken()) && !asks
}
