//! Who holds the position that a find tells: the subject of its verb, whoever its noun belongs to, whoever reports it; all by
//! the frame of its entry.

use std::ops::Range;

use super::commitment::may_act;
use super::context::Context;
use super::holder::{Holder, Holders};
use super::lexicon::form::condition;
use super::place::{head_phrase, is_state, names_backer};
use super::speakers::vocabulary;
use super::tags::Found;
use crate::analysis::StanceTag;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{Tag, is_genitive, is_possessive, words};
use crate::span::Span;

/// Longest remark in brackets after a name, in tokens.
const LONGEST_REMARK: usize = 12;

/// The holder of a find.
#[inline(never)]
pub(super) fn find_holder(context: &Context<'_>, find: &Found<'_>, holders: &mut Holders<'_>) -> Holder {
    let place = context.span(&find.tokens);
    let frame = find.entry.frame;
    let start = find.tokens.start;
    if let Some(cue) = kept_away_from(context, find, place, holders) {
        return holders.scope(cue);
    }
    if frame & condition::TARGET_NEAR != 0
        && let Some(holder) = side_taken(context, &find.tokens, holders)
    {
        return Some(holder);
    }
    // "The crews are furious", "crews worry": a feeling is of its subject; "a furious row" is
    // the writer's word for it.
    let feels = || context.tag(start) == Tag::Verb || context.copula_before(start).is_some();
    let felt = || feels() && context.subject_of(start).is_some_and(|subject| may_act(context, subject));
    if frame & condition::HOLDER_SUBJECT != 0
        && (find.tag != StanceTag::Evaluative || holders.cued_by(place).is_some() || felt())
    {
        return of_subject(context, find, place, holders);
    }
    if frame & condition::HOLDER_POSSESSOR != 0 {
        return of_possessor(context, find, place, holders);
    }
    // "Said her party would oppose it", "said Leith will pay": the word of the body that is named.
    if find.tag == StanceTag::Pledge
        && let Some(subject) = context.subject_of(start)
        && is_body_alone(context, &subject)
        && !holders.names_person(&subject)
        && let Some(body) = holders.of_phrase(context, subject)
    {
        return Some(body);
    }
    holders.scope(place)
}

/// The cue of the reporter who keeps away from what is reported: "The church denied these allegations", "He warned of what
/// he called a sham".
#[inline(never)]
fn kept_away_from(
    context: &Context<'_>,
    find: &Found<'_>,
    place: Span,
    holders: &Holders<'_>,
) -> Option<Span> {
    let start = find.tokens.start;
    let cue = holders.reported_by(place)?.cue?;
    let verb = context.reading.token_from(cue.start);
    let called =
        matches!(find.entry.pattern, "call" | "describe") && context.tag(start.wrapping_sub(1)) == Tag::Pron;
    let denied = || {
        context.tag(start) == Tag::Noun
            && context.is(
                verb,
                words![
                    "denied", "denies", "deny", "denying", "rejected", "rejects", "rejecting", "dismissed",
                    "dismisses", "dismissing", "refuted", "refutes", "disputed", "disputes"
                ],
            )
            && (verb..start).all(|at| at == verb || !matches!(context.tag(at), Tag::Verb | Tag::Aux))
    };
    (find.tag == StanceTag::Distance && (called || denied())).then_some(cue)
}

/// The subject of a verb, an adjective or what looks like a noun, where the entry says that the position is its.
#[inline(never)]
fn of_subject(context: &Context<'_>, find: &Found<'_>, place: Span, holders: &mut Holders<'_>) -> Holder {
    let start = find.tokens.start;
    if let Some(attribution) = holders.cued_by(place) {
        return Some(holders.speaker_of(attribution));
    }
    let verb = context.may_be_verb(start);
    if matches!(context.tag(start), Tag::Noun | Tag::Propn) && !verb {
        return named_by_noun(context, &find.tokens, holders).or_else(|| holders.scope(place));
    }
    if context.is_passive(start) && !is_state(find) {
        return match agent_after(context, find.tokens.end) {
            Some(agent) => holders.of_phrase(context, agent).or_else(|| holders.scope(place)),
            None if matches!(find.tag, StanceTag::Hedge | StanceTag::Deny) => holders.scope(place),
            None => Some(holders.unknown()),
        };
    }
    let before = start.wrapping_sub(1);
    // "a movement in support of": the noun that the phrase hangs on.
    let subject =
        if verb || context.tag(start) == Tag::Adp && matches!(context.tag(before), Tag::Noun | Tag::Propn) {
            Some(context.phrase_ending_at(before))
        } else {
            resolved(context, start)
                .or_else(|| made_to(context, start))
                .or_else(|| blamed_for(context, start))
                .or_else(|| context.clause_subject(start))
                .or_else(|| context.subject_of(start))
        };
    let somebody = subject.clone().is_some_and(|subject| {
        // "It is easy to be angry": nobody in particular.
        let personal = context.tag(start) == Tag::Verb && context.is(subject.start, words!["it"])
            || context.is(subject.start, words!["he", "she", "they", "him", "them"]);
        subject.len() == 1 && personal
    });
    let named = subject.and_then(|subject| holders.of_phrase(context, subject));
    // Where nobody knows whom "she" means, it is not the author who holds the position.
    match named.or_else(|| holders.scope(place)) {
        None if somebody => Some(holders.unknown()),
        holder => holder,
    }
}

/// Whoever a noun belongs to, where the entry says that the position is theirs.
#[inline(never)]
fn of_possessor(context: &Context<'_>, find: &Found<'_>, place: Span, holders: &mut Holders<'_>) -> Holder {
    let start = find.tokens.start;
    let dismissed = find.tag == StanceTag::Demand && context.is_dismissed(start);
    let cued = holders.cued_by(place).filter(|_| !dismissed);
    if let Some(attribution) = cued.filter(|cued| cued.source.is_some() || !is_public(context, start)) {
        return Some(holders.speaker_of(attribution));
    }
    // "the request of the council"; but "criticism of the council" names what it is about.
    let end = find.tokens.end;
    let of = find.tag == StanceTag::Demand && context.is(end, words!["of"]);
    // "Crews gathered to voice their support": theirs, whoever was spoken of last.
    let own = possessor(context, start).filter(|owner| {
        owner.len() > 1 || context.tag(owner.start) != Tag::Pron || expresser(context, start).is_none()
    });
    // "Her support among voters": theirs.
    let among = context.is(end, words!["among"]).then(|| head_phrase(context, end + 1)).flatten();
    let owner = among
        .or(own)
        .or_else(|| names_backer(context, find).then(|| head_phrase(context, end)).flatten())
        .or_else(|| of.then(|| head_phrase(context, end + 1)).flatten())
        .or_else(|| agent_after(context, end))
        .or_else(|| expresser(context, start));
    // "We have respect for them": whose words these are.
    if owner.as_ref().is_some_and(|owner| owner.len() == 1 && context.is(owner.start, words!["i", "we"])) {
        return holders.scope(place);
    }
    // "public anger", "popular support"
    if owner.is_none() && is_public(context, start) {
        return Some(holders.public());
    }
    // "Republican attacks", "worker protests": of all of a kind.
    let kind = start.saturating_sub(1)..start;
    let word_of = |at: usize| context.span(&(at..at + 1)).of(context.reading.text);
    let word = word_of(kind.start);
    let capital = context.tag(kind.start) == Tag::Adj
        && word.starts_with(char::is_uppercase)
        && kind.start > context.tokens.start;
    // In a headline every word has a capital.
    if owner.is_none()
        && word_of(start).starts_with(char::is_lowercase)
        && matches!(find.tag, StanceTag::Support | StanceTag::Oppose)
        && (capital || context.tag(kind.start) == Tag::Noun && are_people(context, kind.start))
    {
        return Some(holders.of_kind(word, context.span(&kind)));
    }
    // "could damage support for the plan": somebody's, and nothing tells whose.
    let nobodys = owner.is_none()
        && context.tag(start) == Tag::Noun
        && matches!(find.tag, StanceTag::Support | StanceTag::Oppose);
    match owner.and_then(|owner| holders.of_phrase(context, owner)) {
        Some(holder) => Some(holder),
        None if nobodys || dismissed => Some(holders.unknown()),
        // "amid fears": nobody is named who has them.
        None if find.tag == StanceTag::Evaluative => holders.scope(place),
        None if holders.reported_by(place).is_some() => holders.scope(place),
        None => Some(holders.unknown()),
    }
}

/// "Anti-war activists", "the pro-union lawyer Ada Park", "she is pro-choice": whose side a word before a noun for people
/// tells, or one of its subject. Of "the town's anti-war rally" it is the owner's.
#[inline(never)]
fn side_taken(context: &Context<'_>, side: &Range<usize>, holders: &mut Holders<'_>) -> Option<u32> {
    if let Some((_, phrase)) = context.phrase_from(side.start)
        && let phrase = phrase.tokens.range()
        && phrase.start <= side.start
        && side.end < phrase.end
    {
        // "Anti-toll feeling" is nobody's, and never of whoever tells of it; an anti-toll bill is against it.
        let beside = context.is(phrase.start.wrapping_sub(1), words![","]);
        let whole = if beside { phrase.start } else { side.start }..phrase.end;
        let owner = possessor(context, side.start).filter(|_| !are_people(context, phrase.end - 1));
        // "An anti-toll T-shirt" is for nothing and against nothing.
        const THINGS: &str = "shirt sign banner poster violence property";
        let thing = one_of!(&lemma(context.lower(phrase.end - 1), Tag::Noun), THINGS);
        let holder =
            owner.or((!thing).then_some(whole)).and_then(|holder| holders.of_phrase(context, holder));
        return Some(holder.unwrap_or_else(|| holders.unknown()));
    }
    context.copula_before(side.start)?;
    let subject = context.subject_of(side.start).filter(|subject| may_act(context, subject.clone()))?;
    holders.of_phrase(context, subject)
}

/// Whether a noun is a name, or for somebody by office, or for a body or several people who take a side.
pub(super) fn are_people(context: &Context<'_>, noun: usize) -> bool {
    let lower = context.lower(noun);
    context.tag(noun) == Tag::Propn
        || context.tag(noun) == Tag::Noun && vocabulary::names_people_or_body(lower)
        || one_of!(&lemma(lower, Tag::Noun), "pac movement camp wing side fanatic hardliner")
}

/// "The guild voiced support", "made a call for", "has contempt for": the subject of a verb that gives words or feels. But
/// "the bill has support" in somebody else.
fn expresser(context: &Context<'_>, noun: usize) -> Option<Range<usize>> {
    let inside = |at: &usize| {
        matches!(context.tag(*at), Tag::Det | Tag::Adj | Tag::Noun) || is_possessive(context.rule_word(*at))
    };
    let verb = (context.tokens.start..noun).rev().find(|at| !inside(at))?;
    // "We are in full support of it"
    if context.is(verb, words!["in"]) && context.be_before(verb).is_some() {
        return context.subject_of(verb);
    }
    let base = lemma(context.lower(verb), Tag::Verb);
    let gives = one_of!(
        &base,
        "express voice offer declare pledge show give make issue reiterate announce launch lodge file raise send renew repeat tweet state withdraw lend throw signal submit deliver reaffirm take aim level wage mount drop abandon soften harden maintain",
    );
    const FEELINGS: &str = "admiration respect confidence faith trust appreciation sympathy contempt disdain distaste hatred \
         misgivings reservations objections";
    let feels = || one_of!(&base, "have feel") && one_of!(context.lower(noun), FEELINGS);
    ((gives || feels()) && context.tag(verb) == Tag::Verb && !context.is_passive(verb))
        .then(|| context.subject_of(verb))
        .flatten()
        .filter(|subject| gives || may_act(context, subject.clone()))
}

/// "The town's determination to safeguard peace": whose resolve an infinitive tells of.
fn resolved(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let to = verb.checked_sub(1).filter(|&to| context.is(to, words!["to"]))?;
    let noun = to.checked_sub(1)?;
    one_of!(
        context.lower(noun),
        "determination commitment resolve effort efforts attempt attempts decision intention willingness readiness \
         refusal desire bid",
    )
    .then(|| possessor(context, noun))
    .flatten()
}

/// "Allowed teachers to protest", "forced the town to back the plan": whoever is let or made do what an infinitive tells.
fn made_to(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let to = verb.checked_sub(1).filter(|&to| context.is(to, words!["to"]))?;
    let (_, object) = context.phrase_from(to.checked_sub(1)?)?;
    let object = object.tokens.range();
    let cause = lemma(context.lower(object.start.checked_sub(1)?), Tag::Verb);
    (object.end == to
        && one_of!(
            &cause,
            "allow enable permit force lead push prompt inspire encourage cause persuade convince get"
        ))
    .then_some(object)
}

/// "Criticised the mayor for backing it", "accused her of opposing it": whoever is said to do what a gerund tells.
fn blamed_for(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let of = verb.checked_sub(1).filter(|&of| context.is(of, words!["of", "for"]))?;
    let (_, object) = context.phrase_from(of.checked_sub(1)?)?;
    let object = object.tokens.range();
    let before = object.start.checked_sub(1)?;
    let named = are_people(context, object.end - 1) || context.tag(object.start) == Tag::Pron;
    (context.lower(verb).ends_with("ing") && object.end == of && named && context.tag(before) == Tag::Verb)
        .then_some(object)
}

/// "Critics of the plan", "Ada Park, a critic of the plan", "she is a supporter".
fn named_by_noun(context: &Context<'_>, tokens: &Range<usize>, holders: &mut Holders<'_>) -> Option<u32> {
    let phrase = context.phrase_ending_at(tokens.start);
    let before = phrase.start.wrapping_sub(1);
    if context.be_before(phrase.start).is_some() {
        let subject = context.subject_of(phrase.start)?;
        return holders.of_phrase(context, subject);
    }
    if context.is(before, words![","]) {
        // "Ada Park (I-Leith), a critic of the plan"
        let mut end = before;
        if context.is(end.wrapping_sub(1), words![")"]) {
            let remark = (context.tokens.start..end).rev().take(LONGEST_REMARK);
            end = remark.into_iter().find(|&at| context.is(at, words!["("])).unwrap_or(end);
        }
        if context.tag(end.wrapping_sub(1)) == Tag::Propn {
            return holders.of_phrase(context, context.phrase_ending_at(end - 1));
        }
    }
    holders.of_phrase(context, phrase)
}

/// "Her party", "the ministry", "Leith": a body, with nothing that hangs on it.
fn is_body_alone(context: &Context<'_>, subject: &Range<usize>) -> bool {
    let head = context.rule_word(subject.end - 1);
    match context.tag(subject.end - 1) {
        Tag::Propn => subject.len() == 1,
        Tag::Noun => subject.len() == 2 && (vocabulary::is_body(head) || vocabulary::is_institution(head)),
        _ => false,
    }
}

/// Whether the public is said to have what a noun tells; "public criticism" is what somebody says in public.
fn is_public(context: &Context<'_>, noun: usize) -> bool {
    let said = one_of!(
        &lemma(context.lower(noun), Tag::Noun),
        "criticism condemnation denunciation denial endorsement rebuke call appeal plea request praise",
    );
    let before = (context.tokens.start..noun).rev();
    let mut kinds = before.take_while(|&at| matches!(context.tag(at), Tag::Adj | Tag::Noun));
    !said && kinds.any(|at| matches!(context.lower(at), "public" | "popular"))
}

/// Whoever stands before the noun: "Labour's support", "their support".
fn possessor(context: &Context<'_>, noun: usize) -> Option<Range<usize>> {
    let mut at = noun;
    while at > context.tokens.start && matches!(context.tag(at - 1), Tag::Adj | Tag::Noun | Tag::Num) {
        at -= 1;
    }
    let before = at.checked_sub(1)?;
    // "a World Bank recommendation"
    if context.tag(before) == Tag::Propn && at == noun {
        return Some(context.phrase_ending_at(before));
    }
    if is_possessive(context.rule_word(before)) {
        return Some(before..before + 1);
    }
    if is_genitive(context.rule_word(before)) && before > context.tokens.start {
        // "each other's concerns" names nobody.
        let mutual = context.is(before - 1, words!["other", "another"])
            && context.is(before.wrapping_sub(2), words!["each", "one"]);
        return (!mutual).then(|| context.phrase_ending_at(before - 1));
    }
    None
}

/// "by the Red Cross", "from the opposition", within reach of a passive verb or a noun.
pub(super) fn agent_after(context: &Context<'_>, from: usize) -> Option<Range<usize>> {
    // The pattern may itself end with the preposition: "criticism from".
    if context.is(from.wrapping_sub(1), words!["by", "from"]) {
        return head_phrase(context, from);
    }
    for at in from..(from + 6).min(context.tokens.end) {
        match context.lower(at) {
            "by" | "from" if context.begins_noun_phrase(at + 1) => return head_phrase(context, at + 1),
            // "requests have come from the council"
            "come" | "came" | "made" | "issued" | "filed" | "sent" | "voiced" | "raised" | "submitted"
            | "advanced" => {}
            _ if context.tag(at) == Tag::Punct || context.tag(at) == Tag::Verb => return None,
            _ => {}
        }
    }
    None
}
