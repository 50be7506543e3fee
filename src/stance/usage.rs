//! Uses of stance words: what negation makes of them, and where they carry no stance after all.

use std::ops::Range;

use super::classes::{is_claim, is_nobody, is_somebody};
use super::context::Context;
use super::holder::Holders;
use super::lexicon::Entry;
use super::speakers::vocabulary;
use super::tags::{Found, span};
use crate::analysis::{AttributionKind, StanceTag};
use crate::language::{RuleWord, Tag, is_possessive, words};

/// What "not", "never", "no longer" and "refused to" before a find make of it. Support and opposition turn
/// into a weak form of each other and a denial into a weak admission; a duty or a promise not to act remains
/// one, but a verb of asking or promising that is negated states nothing; a quality changes sides; "not very"
/// strengthens nothing.
pub(super) fn negate(context: &Context<'_>, find: &mut Found<'_>) -> Option<()> {
    let is_modal = context.tag(find.tokens.start) == Tag::Aux;
    match find.tag {
        // "Neither has been accused": nobody stands on either side.
        StanceTag::Support | StanceTag::Oppose
            if context.is_passive(find.tokens.start)
                && !(find.tokens.end..find.tokens.end + 3).any(|at| context.is(at, words!["by"])) =>
        {
            return None;
        }
        StanceTag::Support | StanceTag::Oppose => {
            find.tag = if find.tag == StanceTag::Support { StanceTag::Oppose } else { StanceTag::Support };
            find.polarity = -find.polarity;
            find.strength = 1;
        }
        StanceTag::Deny => {
            find.tag = StanceTag::Affirm;
            find.strength = 1;
        }
        // "could not be verified", "declined to confirm": nothing is said of its truth.
        StanceTag::Affirm if leaves_open(context, find.tokens.start) => return None,
        // "did not reveal where": who keeps something back disputes nothing.
        StanceTag::Affirm if is_telling(find.entry.pattern) => return None,
        StanceTag::Affirm => {
            find.tag = StanceTag::Deny;
            find.strength = 1;
        }
        StanceTag::Evaluative => find.polarity = -find.polarity,
        // "No town should have to wait" demands all the same.
        StanceTag::Demand
            if context.negation(find.tokens.start).is_some_and(|at| is_nobody(context.rule_word(at))) => {}
        StanceTag::Demand | StanceTag::Pledge if !is_modal => return None,
        StanceTag::Booster if !context.is(find.tokens.start, words!["never", "ever", "at"]) => {
            return None;
        }
        _ => {}
    }
    Some(())
}

/// Whether a word before the verb says that it could or would not be told.
fn leaves_open(context: &Context<'_>, verb: usize) -> bool {
    (verb.saturating_sub(5).max(context.tokens.start)..verb).any(|at| {
        context.is(
            at,
            words![
                "could",
                "can",
                "cannot",
                "able",
                "unable",
                "possible",
                "impossible",
                "declined",
                "declines",
                "decline",
                "refused",
                "refuses",
                "refuse",
                "refusing",
                "declining"
            ],
        )
    })
}

/// Verbs of affirming that tell something, rather than show it to be so.
fn is_telling(pattern: &str) -> bool {
    matches!(
        pattern,
        "reveal"
            | "disclose"
            | "confirm"
            | "admit"
            | "acknowledge"
            | "concede"
            | "confess"
            | "note"
            | "observe"
            | "remark"
            | "point out"
            | "highlight"
            | "expose"
            | "verify"
    )
}

/// "the disputed valley", "the recommended level": a participle that only tells which one is meant.
fn is_label(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.wrapping_sub(1);
    tokens.len() == 1
        && context.lower(tokens.start).ends_with("ed")
        && (matches!(context.tag(before), Tag::Det) || is_possessive(context.rule_word(before)))
        && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn)
        && !is_claim(context.lower(tokens.end))
}

/// Whether a clause says what should be, rather than what is: "insisted that it be closed".
fn says_what_should_be(context: &Context<'_>, from: usize) -> bool {
    const REACH: usize = 20;
    let mut clause = (from..(from + REACH).min(context.tokens.end))
        .take_while(|&at| !context.is(at, words![",", ";", ".", "and"]));
    clause.any(|at| {
        context.is(at, words!["should", "must", "ought", "shall"])
            || context.is(at, words!["be"])
                && matches!(context.tag(at.wrapping_sub(1)), Tag::Noun | Tag::Propn | Tag::Pron | Tag::Part)
                && !context.is(at.wrapping_sub(1), words!["to"])
    })
}

/// Uses of stance words that carry none.
pub(super) fn is_idle(context: &Context<'_>, entry: &Entry<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    let next = context.lower(tokens.end);
    match (entry.tag, context.lower(tokens.start)) {
        // "nothing but", "all but", "no choice but": except.
        (StanceTag::Counter, "but") => {
            matches!(
                before,
                "nothing"
                    | "all"
                    | "anything"
                    | "none"
                    | "everything"
                    | "everyone"
                    | "nobody"
                    | "option"
                    | "choice"
                    | "cannot"
            )
        }
        (StanceTag::Counter, "much") => before == "as",
        (StanceTag::Counter, "however") => matches!(next, "much" | "many" | "long" | "small" | "little"),
        (StanceTag::Counter, "while") => {
            context.lower(context.skip_adverbs(tokens.end)).ends_with("ing") || matches!(before, "a")
        }
        (StanceTag::Counter, "yet") => {
            matches!(before, "not" | "n't" | "n’t" | "have" | "has" | "as")
                || matches!(next, "to" | "another")
        }
        (StanceTag::Counter, "still") => next != ",",
        (StanceTag::Demand | StanceTag::Deny, _) if is_label(context, tokens) => true,
        // "in approved cabinets", "the rejected bid"
        (StanceTag::Support | StanceTag::Oppose, word) if word.ends_with("ed") && tokens.len() == 1 => {
            let at = tokens.start.wrapping_sub(1);
            let inside = matches!(context.tag(at), Tag::Adp | Tag::Det) || context.is_quote(at);
            // "The study was supported by the Moss Fund": it was paid for.
            let paid = word == "supported"
                && context.is_passive(tokens.start)
                && context.subject_of(tokens.start).is_some_and(|subject| {
                    context.is(subject.end - 1, words!["study", "research", "work", "project", "survey"])
                });
            inside && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn) || paid
        }
        (StanceTag::Demand, _) if matches!(entry.pattern, "insist") => {
            !says_what_should_be(context, tokens.end)
        }
        (StanceTag::Demand, "asked" | "asking" | "asks")
            if (tokens.end..tokens.end + 4).any(|at| context.is(at, words!["named", "identified"])) =>
        {
            true
        }
        // "the fourth time I was asked": an occasion.
        (StanceTag::Demand, "time") => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Adj | Tag::Det | Tag::Num)
        }
        // "The town needs water": a want; but "we need action".
        (StanceTag::Demand, _) if entry.pattern == "need" => {
            let next = context.skip_adverbs(tokens.end);
            context.tag(tokens.start) == Tag::Verb
                && !context.is(next, words!["to"])
                && context.begins_noun_phrase(next)
                && context.infinitive(next).is_none()
                && !context.first_person_before(tokens.start)
        }
        // "supply and demand"
        (StanceTag::Demand, "demand") if before == "and" => {
            context.lower(tokens.start.wrapping_sub(2)) == "supply"
        }
        // "a supporting role", "the opposing side"
        (StanceTag::Support | StanceTag::Oppose, "supporting" | "opposing") => {
            context.tag(tokens.start.wrapping_sub(1)) == Tag::Det
                && matches!(context.tag(tokens.end), Tag::Noun | Tag::Propn)
        }
        // "a Supreme Court justice": a judge.
        (StanceTag::Evaluative, "justice" | "justices") => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Propn | Tag::Adj | Tag::Noun)
                || matches!(next, "'s" | "’s")
        }
        // "pleaded guilty": before a court.
        (StanceTag::Demand, "plead" | "pleads" | "pleaded" | "pleading") => matches!(next, "guilty" | "not"),
        // "in order to leave": a purpose.
        (StanceTag::Demand, "order") => before == "in",
        // "like asking foxes to mind the geese"
        (StanceTag::Demand, "asking" | "telling") if before == "like" => true,
        (StanceTag::Demand, "insisted" | "insists" | "insist" | "insisting") => {
            matches!(next, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
        }
        // "was found wet": it was there.
        (StanceTag::Affirm, "found") if context.is_passive(tokens.start) => !matches!(next, "that" | "to"),
        // "banned from claiming asylum": what somebody asks for.
        (StanceTag::Distance, _) if entry.pattern == "claim" && context.tag(tokens.start) == Tag::Verb => {
            matches!(next, "asylum" | "benefits" | "compensation" | "damages" | "refuge" | "expenses")
        }
        // "a chance to show it", "met to confirm the deal": an aim, not yet a fact.
        (StanceTag::Affirm, _)
            if before == "to"
                && context.tag(tokens.start) == Tag::Verb
                && !context.begins_clause(tokens.end) =>
        {
            !matches!(
                context.lower(tokens.start.wrapping_sub(2)),
                "seem"
                    | "seems"
                    | "seemed"
                    | "appear"
                    | "appears"
                    | "appeared"
                    | "on"
                    | "continues"
                    | "continued"
            )
        }
        // "proved unable", "proves costly": it turned out so.
        (StanceTag::Affirm, "prove" | "proves" | "proved" | "proving") => {
            context.tag(tokens.end) == Tag::Adj && !context.begins_noun_phrase(tokens.end + 1)
        }
        // "an asylum claim", "claims for damages": what somebody asks for.
        (StanceTag::Distance, "claim" | "claims") if context.tag(tokens.start) == Tag::Noun => {
            matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Adj)
                && !(matches!(next, "of" | "by") || context.begins_clause(tokens.end))
                || matches!(next, "for" | "against" | "form" | "forms" | "process")
        }
        // "lie 14th", "lying in the street": where something is.
        (StanceTag::Deny, "lie" | "lies" | "lied" | "lying") if context.tag(tokens.start) == Tag::Verb => {
            matches!(context.tag(tokens.end), Tag::Num | Tag::Adj)
                || context.tag(tokens.end) == Tag::Adp && !matches!(next, "to" | "about" | "for")
        }
        // "its offering to tenants": a noun that looks like a verb.
        (StanceTag::Pledge | StanceTag::Demand, _)
            if is_possessive(context.rule_word(tokens.start.wrapping_sub(1)))
                && context.tag(tokens.start) == Tag::Verb =>
        {
            true
        }
        // "by virtue of": because of.
        (StanceTag::Evaluative, "virtue") => before == "by" && next == "of",
        (StanceTag::Evaluative, "offensive") => context.tag(tokens.start) == Tag::Noun,
        // "So stop": it draws a conclusion.
        (StanceTag::Booster, "so") if context.is_first(tokens.start) => {
            !matches!(context.tag(tokens.end), Tag::Adj | Tag::Adv)
        }
        // Circumstances force, nobody demands.
        (StanceTag::Demand, "had") => next != "better" && entry.pattern.starts_with("have"),
        (StanceTag::Demand, "have") => matches!(before, "will" | "would" | "may" | "might"),
        // "so weak claims fail": a conclusion, for "such" would stand before a noun phrase.
        (StanceTag::Booster, "so") => {
            matches!(next, "that" | "far" | "called")
                || context.tag(tokens.end) == Tag::Adj && context.tag(tokens.end + 1) == Tag::Noun
        }
        (StanceTag::Booster, "too") => context.tag(tokens.end) != Tag::Adj,
        (StanceTag::Booster, "ever") => before == "than" || before.ends_with("est"),
        // "full support", but "a full member", "the full hearing".
        (StanceTag::Booster, "full") => !matches!(
            next,
            "support"
                | "backing"
                | "confidence"
                | "trust"
                | "faith"
                | "commitment"
                | "responsibility"
                | "agreement"
                | "cooperation"
                | "solidarity"
                | "respect"
                | "weight"
                | "force"
                | "extent"
                | "scale"
                | "blame"
                | "truth"
                | "measure"
        ),
        (StanceTag::Booster, "far") => matches!(before, "so" | "as" | "thus"),
        // "most European towns": how many.
        (StanceTag::Booster, "most") => {
            let quality = context.tag(tokens.end) == Tag::Adj;
            matches!(before, "at" | "the") && !quality
                || quality
                    && !matches!(before, "the" | "a" | "'s" | "’s" | "and" | "is" | "are" | "was" | "were")
                    && !is_possessive(context.rule_word(tokens.start.wrapping_sub(1)))
                    && context.tag(tokens.end + 1) == Tag::Noun
        }
        // Ability in the past: "he could see", "could not wait".
        (StanceTag::Hedge, "could") => {
            matches!(next, "not" | "n't" | "n’t")
                // "so they could be nearer", "until they could be told"
                || context.is(tokens.start.wrapping_sub(2), words!["so"])
                || (tokens.start.saturating_sub(5).max(context.tokens.start)..tokens.start)
                    .any(|at| context.is(at, words!["until"]))
                || is_somebody(context.rule_word(tokens.start.wrapping_sub(1)))
                    && !context.is_conditional
                    && !matches!(next, "be" | "have" | "well" | "still")
        }
        (StanceTag::Hedge, "likely") => before == "how",
        (StanceTag::Hedge, "possible") => {
            before == "as"
                || before == "all"
                || before.ends_with("est")
                || matches!(before, "maximum" | "minimum" | "best" | "making" | "makes" | "made")
        }
        (StanceTag::Hedge, "if") => {
            matches!(before, "as" | "even" | "few")
                || matches!(next, "any" | "not" | "necessary" | "needed" | "possible")
        }
        // "to suggest designs", "to expect people to": proposals and demands.
        (StanceTag::Hedge, "suggest" | "expect") => before == "to",
        (StanceTag::Hedge, "thinking") => true,
        // "financial support", "air support".
        (StanceTag::Support, "support" | "backing")
            if context.tag(tokens.start) == Tag::Noun && tokens.len() == 1 =>
        {
            // "a support group"
            context.tag(tokens.end) == Tag::Noun
                || matches!(context.tag(tokens.start.wrapping_sub(1)), Tag::Noun | Tag::Adj)
                    && !matches!(before, "strong" | "full" | "public")
        }
        (StanceTag::Deny, "denial") => next == "-" || context.is(tokens.end - 1, words!["-"]),
        (StanceTag::Hedge, "whether") => next == "or" || before == "or",
        (StanceTag::Hedge, "may") => matches!(before, "in" | "since" | "until" | "of"),
        _ => false,
    }
}

/// Whether a mild judging word ("good", "concern") is meant as a judgement: where somebody speaks, or where a
/// word of degree leans on it. In plain narration such words mostly tell of facts.
pub(super) fn is_meant(context: &Context<'_>, holders: &Holders<'_>, tokens: &Range<usize>) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    matches!(before, "very" | "so" | "too" | "deeply" | "extremely" | "truly" | "utterly" | "really" | "such")
        || holders.reported_by(span(context, tokens)).is_some()
}

/// "would like to", "would prefer": wishes.
fn is_wish(verb: &str) -> bool {
    matches!(verb, "like" | "love" | "prefer" | "rather" | "hate" | "want" | "wish")
}

/// Whether "will" or "would" at a place commits the one whose words these are: said of "I" or "we", or in
/// reported speech of the speaker.
pub(super) fn commits(context: &Context<'_>, holders: &Holders<'_>, tokens: &Range<usize>) -> bool {
    let verb = context.skip_adverbs(tokens.end);
    if context.first_person_before(tokens.start) {
        // "I'll be stopped": what will be done to somebody is no promise of theirs.
        let undergoes = context.is(verb, words!["be"]) && context.is_passive(context.skip_adverbs(verb + 1));
        return !undergoes && !context.is(tokens.start, words!["would", "'d", "’d"]);
    }
    let Some(attribution) = holders.reported_by(span(context, tokens)) else { return false };
    // "fears that they would stay", "a hope that it will end": no word was given.
    let noun = |cue| {
        let cue = context.reading.tokens_in(cue).range();
        context.reading.tokens.get(cue.start).is_some_and(|token| token.tag == Tag::Noun)
    };
    if attribution.cue.is_some_and(noun) {
        return false;
    }
    let Some(subject) = context.subject_of(tokens.start) else { return false };
    let span = span(context, &subject);
    let own = holders.refers_to(span, attribution.speaker);
    // "said they would stay": in reported speech a pronoun that does something is most often the speaker; "it would be
    // late" and "whether he would stay" promise nothing.
    let acts =
        context.tag(verb) == Tag::Verb && !is_wish(context.lower(verb)) || context.is(verb, words!["not"]);
    // "they know that doing so would help": it is not they who would.
    let between = || subject.end..tokens.start;
    let gerund = between().any(|at| context.tag(at) == Tag::Verb && context.lower(at).ends_with("ing"));
    if gerund && between().all(|at| context.tag(at) != Tag::Aux) {
        return false;
    }
    let asks = attribution.content.first().is_some_and(|content| {
        let words = content.of(context.reading.text);
        words.starts_with("whether ") || words.starts_with("if ")
    });
    let pronoun = subject.len() == 1
        && attribution.kind != AttributionKind::Quote
        && match context.lower(subject.start) {
            "he" | "she" => true,
            "it" | "they" => !holders.is_person(attribution),
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
    let body = attribution.kind != AttributionKind::Quote
        && (is_possessive(context.rule_word(subject.start)) || office());
    // "Officials said every claim will be read": what is to be done is done by those who say so.
    let undertaken = || {
        let source = attribution.source.map(|source| context.reading.tokens_in(source).range());
        let authority = source.is_some_and(|mut source| {
            source.any(|at| {
                let word = context.reading.lower(at);
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
