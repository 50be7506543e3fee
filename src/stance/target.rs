//! What a find is about, by the frame of its entry: the noun phrase or clause that it governs, the act that is demanded,
//! or the subject of a quality.

use std::ops::Range;

use super::classes::is_abstract;
use super::context::Context;
use super::holder::Holders;
use super::holding::are_people;
use super::lexicon::form::condition;
use super::place::{head_phrase, is_state, names_backer};
use super::tags::Found;
use crate::analysis::StanceTag;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{NEGATIONS, Tag, is_genitive, is_listed_place, words};

#[inline(never)]
pub(super) fn find_target(
    context: &Context<'_>,
    find: &Found<'_>,
    holders: &Holders<'_>,
) -> Option<Range<usize>> {
    let has = |bit: u64| find.entry.frame & bit != 0;
    if has(condition::TARGET_NEAR) {
        return beside(context, find.tokens.end);
    }
    if has(condition::TARGET_SUBJECT) {
        return of_quality(context, find);
    }
    if has(condition::TARGET_ACT) {
        return of_act(context, find, holders);
    }
    if let Some(said) = said_elsewhere(context, find, holders) {
        return Some(said);
    }
    if has(condition::TARGET_PREPOSITION) {
        return of_preposition(context, find, holders);
    }
    if has(condition::TARGET_OBJECT) {
        return of_object(context, find, holders);
    }
    None
}

/// "anti-war" may be one token or three.
fn beside(context: &Context<'_>, end: usize) -> Option<Range<usize>> {
    if !context.is(end - 1, words!["-"]) {
        return Some(end - 1..end);
    }
    (end < context.tokens.end).then_some(end..end + 1)
}

fn of_quality(context: &Context<'_>, find: &Found<'_>) -> Option<Range<usize>> {
    let Range { start, end } = find.tokens;
    // "Crews are required to leave", but "A vote is required to pass it": a purpose.
    if find.tag == StanceTag::Demand
        && context.is(end, words!["to"])
        && context.subject_of(start).is_some_and(|subject| is_bound(context, subject))
    {
        return context.clause_from(end + 1);
    }
    subject_or_noun(context, start)
}

fn of_act(context: &Context<'_>, find: &Found<'_>, holders: &Holders<'_>) -> Option<Range<usize>> {
    let Range { start, end } = find.tokens;
    if !context.is(end, words!["to"])
        && let Some(clause) = reported_clause(context, find, holders)
        && context.infinitive(context.skip_adverbials(end)).is_none()
    {
        return Some(clause);
    }
    let after_to = find.entry.frame & condition::NEXT_TO != 0;
    act(context, start, end, find.tag == StanceTag::Demand && after_to)
}

/// What the words are about where others have said it.
fn said_elsewhere(context: &Context<'_>, find: &Found<'_>, holders: &Holders<'_>) -> Option<Range<usize>> {
    let Range { start, end } = find.tokens;
    // "accused it of cheating, which it denies": what was said before.
    if find.tag == StanceTag::Deny
        && let Some(before) = context.all_before(start)
        && let Some((content, _)) = holders.content_around(context.span(&(before..before + 1)))
    {
        return Some(context.reading.token_from(content.start)..before + 1);
    }
    // "warned against what she called a threat"
    let asked =
        context.is(end, words!["what"]).then(|| holders.cued_by(context.span(&find.tokens))).flatten();
    let content = asked.and_then(|attribution| attribution.content.first().copied())?;
    Some(context.reading.tokens_in(content).range())
}

fn of_preposition(context: &Context<'_>, find: &Found<'_>, holders: &Holders<'_>) -> Option<Range<usize>> {
    let Range { start, end } = find.tokens;
    let has = |bit: u64| find.entry.frame & bit != 0;
    if has(condition::HOLDER_POSSESSOR) && names_backer(context, find) {
        return who_has_it(context, start);
    }
    if context.tag(start) == Tag::Noun
        && let Some(clause) = reported_clause(context, find, holders)
    {
        return Some(clause);
    }
    // "the claim it would close": a clause without "that".
    if find.tag == StanceTag::Distance && context.begins_clause(end) {
        return context.clause_from(end);
    }
    // "Park supporters", "gun rights advocates"
    let names_people = find.entry.parts_of_speech == 1 << Tag::Noun as u32 && has(condition::HOLDER_SUBJECT);
    if names_people && end - start == 1 && is_noun(context.tag(start.wrapping_sub(1))) {
        return named_before(context, start);
    }
    after_preposition(context, start, end)
}

fn of_object(context: &Context<'_>, find: &Found<'_>, holders: &Holders<'_>) -> Option<Range<usize>> {
    let Range { start, end } = find.tokens;
    if let Some(clause) = reported_clause(context, find, holders) {
        return Some(clause);
    }
    // "was committed to it"
    if is_state(find) && context.is_passive(start) {
        return context.noun_phrase_after(end).or_else(|| context.clause_from(end));
    }
    let object = object(context, start, end);
    match find.entry.pattern {
        // "The crash was blamed on the weather"
        "blame" if context.is(end, words!["on"]) => context.noun_phrase_after(end + 1),
        "blame" | "accuse" => object.map(|object| blamed(context, object, find.entry.pattern == "blame")),
        _ => object.map(|object| without_reason(context, object)),
    }
}

/// Whether a subject may have duties: not "a vote" or "an identification".
fn is_bound(context: &Context<'_>, mut subject: Range<usize>) -> bool {
    let end = subject.end;
    let head = subject.find(|&at| context.tag(at) == Tag::Adp).unwrap_or(end).wrapping_sub(1);
    let lower = context.lower(head);
    !is_abstract(lower)
        && !one_of!(&lemma(lower, Tag::Noun), "what that which it vote permit visa majority water work",)
}

/// "blamed the crash on the weather", "accused the mayor of theft": who or what is blamed, without what for.
fn blamed(context: &Context<'_>, object: Range<usize>, on: bool) -> Range<usize> {
    let part = if on { words!["on"] } else { words!["of"] };
    let Some(at) = object.clone().rev().find(|&at| context.is(at, part)) else { return object };
    match on {
        // "blamed the council on Twitter", "residents on the estate": somebody is blamed, not whatever they are on.
        true if at > object.start
            && match context.tag(at - 1) {
                Tag::Propn => {
                    one_of!(context.lower(at + 1), "twitter facebook instagram television tv radio air")
                }
                _ => are_people(context, at - 1),
            } =>
        {
            object.start..at
        }
        true => at + 1..object.end,
        // "accused the Bank of England", "members of the opposition": only an act or a fault is what somebody is accused of.
        _ if context.tag(at + 1) == Tag::Propn
            || context.tag(at + 1) == Tag::Det && are_people(context, object.end - 1) =>
        {
            object
        }
        // "accused critics of the plan of lying"
        _ if context.is(object.end, part) && context.lower(object.end + 1).ends_with("ing") => object,
        // "accused one of the crew, Ada Park, of theft"
        _ if context.tag(at.wrapping_sub(1)) == Tag::Num => object,
        _ => object.start..at,
    }
}

/// "thanked Nora Bell for her help", "attacked him over the toll": somebody, without what for; but "campaigners for
/// water rights", "Citizens for a Sound Town", "drivers over 80".
fn without_reason(context: &Context<'_>, object: Range<usize>) -> Range<usize> {
    let somebody = |at: usize| matches!(context.tag(at), Tag::Propn | Tag::Pron) || are_people(context, at);
    let is_reason = |at: usize| {
        let next = at + 1;
        if context.is(at, words!["for"]) {
            context.tag(at - 1) == Tag::Pron
                || context.tag(next) == Tag::Pron
                || context.is_gerund(next)
                || context.is_quote(next)
                // "backed Nora Bell for mayor"
                || one_of!(context.lower(next), "president governor mayor leader senate congress")
                // "praised Nora Bell for the rescue", but "the Fund for the Arts"
                || context.is(next, words!["the"])
                    && context.tag(at - 1) == Tag::Propn
                    && context.tag(object.start) != Tag::Det
        } else {
            context.is(at, words!["over", "about"]) && !matches!(context.tag(next), Tag::Propn | Tag::Num)
        }
    };
    let mut reasons = (object.start + 1..object.end).filter(|&at| is_reason(at) && somebody(at - 1));
    // "attacked Ada Park over the toll and the mayor over the tax"
    match (reasons.next(), reasons.next()) {
        (Some(at), None) => object.start..at,
        _ => object,
    }
}

pub(super) fn is_capital(context: &Context<'_>, at: usize) -> bool {
    context.span(&(at..at + 1)).of(context.reading.text).starts_with(char::is_uppercase)
}

/// The clause that a cue brings in ("denied | the well was dry"), which attribution has measured out; not where what
/// follows is a noun phrase.
fn reported_clause(context: &Context<'_>, find: &Found<'_>, holders: &Holders<'_>) -> Option<Range<usize>> {
    let content = holders.cued_by(context.span(&find.tokens))?.content.first().copied()?;
    let Range { start, end } = context.reading.tokens_in(content).range();
    let follows = start >= find.tokens.end && end <= context.tokens.end && start < end;
    let clause = context.is(start.wrapping_sub(1), words!["that"])
        || context.begins_clause(start) && !context.lower(start).ends_with("ing");
    (follows && clause).then_some(start..end)
}

/// What an adjective judges: the noun it stands before, else its subject.
fn subject_or_noun(context: &Context<'_>, at: usize) -> Option<Range<usize>> {
    // "It is not true that the well is dry": the clause stands in for "it".
    let that = (at..(at + 3).min(context.tokens.end)).find(|&next| context.is(next, words!["that"]));
    if let Some(that) = that
        && (context.be_before(at).is_some() || context.tag(at) == Tag::Noun)
        && context.begins_clause(that)
    {
        return context.clause_from(that + 1);
    }
    if matches!(context.tag(at), Tag::Adj | Tag::Verb)
        && context.be_before(at).is_none()
        && let Some(noun) = context.noun_phrase_after(at + 1).filter(|noun| noun.start == at + 1)
    {
        return Some(noun);
    }
    context.subject_of(at)
}

/// What is to be done.
fn act(context: &Context<'_>, start: usize, end: usize, addresses: bool) -> Option<Range<usize>> {
    let next = context.skip_adverbials(end);
    let is_modal = context.tag(start) == Tag::Aux || context.is(end - 1, words!["to"]) && !addresses;
    if is_modal {
        let from = if context.is(end, NEGATIONS) { end + 1 } else { end };
        return context.clause_from(from);
    }
    // "The plea for mercy is in vain": of a noun, what it asks for.
    let noun = context.tag(start) == Tag::Noun && context.is(end - 1, words!["for", "of", "on"]);
    if let Some(to) = context.infinitive(next) {
        return context.clause_from(to + 1);
    }
    if !noun && context.begins_clause(next) {
        return context.clause_from(next);
    }
    // "let’s act"
    if context.lower(start) == "let" {
        return context.clause_from(next);
    }
    if context.is_passive(start) {
        return context.subject_of(start);
    }
    let from = if context.is(next, words!["for", "on", "of", "that"]) { next + 1 } else { next };
    // "appealed to crews for help"
    let appeals = addresses && context.is(end - 1, words!["to"]);
    let asked = (next..next + 8).find(|&at| appeals && context.is(at, words!["for"]));
    let from = asked.map_or(from, |at| at + 1);
    // "called for making the town an example"
    if context.is_gerund(from) {
        return context.clause_from(from);
    }
    // "promised voters a new school": the second of two objects is the thing.
    let thing = context.noun_phrase_after(from)?;
    let second = context.is(thing.end, words!["a", "an"]);
    if second { context.noun_phrase_after(thing.end) } else { Some(thing) }
}

fn is_noun(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Propn)
}

/// "Nora Bell supporters", "gun rights advocates": the name or the nouns right before a noun. Those of "Nora Bell’s Leith
/// supporters", "Kentucky supporters" only live there.
#[inline(never)]
fn named_before(context: &Context<'_>, noun: usize) -> Option<Range<usize>> {
    let name = context.tag(noun - 1) == Tag::Propn;
    let inside = |&at: &usize| {
        // "Park heckles Bell supporters": a headline's verb is no name.
        if name { context.tag(at) == Tag::Propn && is_capital(context, at) } else { is_noun(context.tag(at)) }
    };
    let start = (context.tokens.start..noun).rev().take_while(inside).last()?;
    let before = start.wrapping_sub(1);
    // "Second Amendment supporters", "civil rights advocates", "pro-Leith advocates": half of a name.
    let cut = context.is(before, words!["-"])
        || is_genitive(context.rule_word(before))
        || context.tag(before) == Tag::Adj && (!name || is_capital(context, before))
        // "victim advocates"
        || !name && noun - start == 1
        || name && is_listed_place(&context.reading.on_one_line(context.span(&(start..noun))));
    (!cut).then_some(start..noun)
}

/// "The plan drew criticism from the left", "Park has the backing of the union": what the subject has, somebody thinks of
/// it; not "has led protests by weavers".
#[inline(never)]
fn who_has_it(context: &Context<'_>, noun: usize) -> Option<Range<usize>> {
    let inside = |at: &usize| matches!(context.tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Adv);
    let verb = (noun.saturating_sub(3)..noun).rev().find(|at| !inside(at))?;
    let subject = context.subject_of(verb)?;
    // "The law that the mayor backed drew criticism": not of what another verb tells.
    let own =
        context.tag(verb - 1) == Tag::Cconj || !(subject.end..verb).any(|at| context.tag(at) == Tag::Verb);
    let has = one_of!(
        &lemma(context.lower(verb), Tag::Verb),
        "have win draw get receive face gain earn attract garner secure spark provoke prompt ignite",
    );
    (own && has).then_some(subject)
}

fn after_preposition(context: &Context<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let ends_with_preposition = matches!(context.tag(end - 1), Tag::Adp | Tag::Part) && end - start > 1;
    if ends_with_preposition {
        let from = context.skip_adverbials(end);
        if context.tag(from) == Tag::Punct && !context.is_quote(from) {
            return None;
        }
        if context.is(end - 1, words!["from", "by"]) && context.tag(start) != Tag::Verb {
            // "criticism from the left of the plan"
            let agent = head_phrase(context, from)?;
            if context.is(agent.end, words!["of", "for", "over"]) {
                return context.noun_phrase_after(agent.end + 1);
            }
            return who_has_it(context, start);
        }
        // "commitment to ending the war"
        if context.is_gerund(from) {
            return gerund(context, from);
        }
        return context.noun_phrase_after(from).or_else(|| context.clause_from(from));
    }
    // "criticism", "plea": a noun alone says of itself what it is about only with a preposition.
    let noun = context.tag(start) == Tag::Noun;
    for at in end..(end + 3).min(context.tokens.end) {
        match context.tag(at) {
            // "a protest by weavers": whose it is.
            Tag::Adp if noun && context.is(at, words!["by", "from"]) => return who_has_it(context, start),
            Tag::Adp => return context.noun_phrase_after(at + 1),
            Tag::Part if context.is(at, words!["to"]) => return context.clause_from(at + 1),
            Tag::Adv => {}
            _ => break,
        }
    }
    if noun { None } else { object(context, start, end) }
}

/// A verb in "-ing" with its object.
fn gerund(context: &Context<'_>, at: usize) -> Option<Range<usize>> {
    let object = context.noun_phrase_after(at + 1);
    Some(at..object.map_or(at + 1, |object| object.end))
}

/// The object of a verb; in the passive, what is its subject.
fn object(context: &Context<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    if context.tag(start) == Tag::Verb && context.is_passive(start) {
        return context.subject_of(start);
    }
    let next = context.skip_adverbials(end);
    let word = context.lower(next);
    // "a charge that the army rejected": the object is what the clause hangs on.
    if let Some(noun) = context.object_relative(start).filter(|_| !context.begins_noun_phrase(next)) {
        return Some(noun);
    }
    if context.tag(next) == Tag::Punct && !context.is_quote(next) && word != "-" {
        return None;
    }
    if matches!(word, "that" | "whether" | "how") && context.begins_clause(next) {
        return context.clause_from(next);
    }
    if word == "to" {
        return context.clause_from(next + 1);
    }
    // "backs ending the toll"
    if context.tag(start) == Tag::Verb && context.is_gerund(next) {
        return gerund(context, next);
    }
    // "no evidence of cheating", "no evidence from the town that shops close"
    if !matches!(context.tag(start), Tag::Verb | Tag::Adv) && context.tag(next) == Tag::Adp {
        let noun = context.noun_phrase_after(next + 1)?;
        let that = context.is(noun.end, words!["that"]);
        return if that { context.clause_from(noun.end + 1) } else { Some(noun) };
    }
    if context.tag(start) == Tag::Adv && end - start == 1 {
        return context.clause_from(end);
    }
    context.noun_phrase_after(next).or_else(|| context.clause_from(next))
}
