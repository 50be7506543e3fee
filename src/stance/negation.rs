//! Negation: the words that turn a stance round or take it back, and what becomes of it (Martin & White 2005, deny).

use std::ops::Range;

use super::classes::{is_be, is_claim, is_negator, is_nobody, is_refusing};
use super::context::Context;
use super::tags::Found;
use crate::analysis::StanceTag;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{Tag, words};

impl Context<'_> {
    /// Whether a position is said to have been kept back: "avoided direct criticism", "stopped short of endorsing",
    /// "no support for".
    #[inline(never)]
    pub fn is_withheld(&self, token: usize) -> bool {
        let first = token.saturating_sub(4).max(self.tokens.start);
        let passes = |at: &usize| {
            matches!(self.tag(*at), Tag::Adv | Tag::Adj) && !self.is(*at, words!["short"])
                || self.is_quote(*at)
                || self.is(*at, words!["any", "from", "of"])
        };
        let Some(at) = (first..token).rev().find(|at| !passes(at)) else { return false };
        let next = |words| self.is(at + 1, words);
        match self.tag(token) {
            Tag::Noun if self.is(at, words!["no", "without"]) => true,
            _ if self.is(at, words!["avoid", "avoids", "avoided", "avoiding", "without"]) => true,
            _ if self.is(at, words!["refrain", "refrained", "refrains", "refraining"]) => {
                next(words!["from"])
            }
            _ => self.is(at, words!["short"]) && next(words!["of"]),
        }
    }

    /// "Rejected calls for a ban", "refused to back the demand for it": whoever does so demands nothing.
    #[inline(never)]
    pub fn is_dismissed(&self, noun: usize) -> bool {
        let inside = |at: &usize| matches!(self.tag(*at), Tag::Det | Tag::Adj | Tag::Noun | Tag::Num);
        let first = noun.saturating_sub(4).max(self.tokens.start);
        let Some(verb) = (first..noun).rev().find(|at| !inside(at)) else { return false };
        let lemma = lemma(self.lower(verb), Tag::Verb);
        if self.negation(verb).is_some() {
            one_of!(&lemma, "support back endorse heed accept answer")
        } else {
            one_of!(&lemma, "reject dismiss ignore oppose resist criticise criticize attack rebuff refuse")
        }
    }

    /// Whether the clause of a verb asks or supposes what it says: "asked whether the mayor backs it", "if he supports
    /// it". Nobody is said to hold that position.
    pub fn is_left_open(&self, verb: usize, is_demand: bool) -> bool {
        // "Will they back the plan?"
        let end = self.tokens.end;
        if self.tag(self.tokens.start) == Tag::Aux
            && (end.saturating_sub(2)..end).any(|at| self.is(at, words!["?"]))
        {
            return true;
        }
        // A subject shared with a verb before says nothing of this one; nor does "a rule requiring it" state anything.
        let own = |subject: &Range<usize>| {
            (subject.end..verb).all(|at| matches!(self.tag(at), Tag::Aux | Tag::Adv | Tag::Part))
                && (subject.end < verb || !self.lower(verb).ends_with("ing"))
        };
        let before = self.clause_subject(verb).filter(own).and_then(|subject| subject.start.checked_sub(1));
        before.is_some_and(|before| {
            self.is(before, words!["whether"])
                // A demand stands on whatever condition.
                || !is_demand && self.is(before, words!["if", "unless"])
                || self.is_unasserted(before, is_demand)
        })
    }

    /// Whether nobody stands by the clause that begins after `before`: "denied that", "never said", "rejected claims that",
    /// "no reason why"; but "nobody denies that", "no doubt that", and what one does not forget is so.
    #[inline(never)]
    fn is_unasserted(&self, before: usize, is_demand: bool) -> bool {
        let at = before - usize::from(self.is(before, words!["that", "why"]) && before > self.tokens.start);
        let verb = lemma(self.lower(at), Tag::Verb);
        // "It is no secret that", "does not explain why": what is so.
        let stands = one_of!(
            &verb,
            "forget know understand realise realize surprising surprise enough secret wonder explain"
        );
        let disputes = |at: usize| {
            let verb = lemma(self.lower(at), Tag::Verb);
            one_of!(&verb, "deny doubt dispute reject dismiss refute rebut question false untrue")
        };
        let nothing = is_nobody(self.rule_word(at.wrapping_sub(1)));
        match self.tag(at) {
            Tag::Verb | Tag::Adj => {
                // "I do not think they should stay": what is not thought right is demanded not to be.
                let negation = self.negation(at);
                let raised = is_demand
                    && matches!(&*verb, "think" | "believe")
                    && negation.is_some_and(|at| !is_nobody(self.rule_word(at)));
                let governs =
                    at < before || one_of!(&verb, "say claim mean think believe suggest deny doubt sure");
                governs && !raised && !stands && disputes(at) != (nothing || negation.is_some())
            }
            Tag::Noun if at < before => {
                nothing && !disputes(at) && !stands
                    || is_claim(self.lower(at))
                        && (at.saturating_sub(3).max(self.tokens.start)..at).any(|at| {
                            self.tag(at) == Tag::Verb && disputes(at) && self.negation(at).is_none()
                        })
            }
            _ => false,
        }
    }

    /// The word that negates the verb or adjective at `token`.
    #[inline(never)]
    pub fn negation(&self, token: usize) -> Option<usize> {
        let first = token.saturating_sub(5).max(self.tokens.start);
        for at in (first..token).rev() {
            let word = self.rule_word(at);
            // "reluctant supporters": only what they are reluctant "to" do is negated.
            if is_refusing(word) && !self.is(at + 1, words!["to"]) {
                break;
            }
            if is_negator(word) {
                // "not only supports it": more than that.
                // "not the only town to back it": it is backed.
                let next = at + 1 + usize::from(self.is(at + 1, words!["the"]));
                return (!one_of!(self.lower(next), "only just first")).then_some(at);
            }
            if word.is(words!["longer"]) && self.is(at.wrapping_sub(1), words!["no"]) {
                return Some(at - 1);
            }
            // "did not want to blame it", "has yet to back it"
            let leads = self.is(at + 1, words!["to"]);
            if leads && word.is(words!["yet"]) {
                return Some(at);
            }
            if word.is(words!["to"]) && matches!(self.tag(at), Tag::Part | Tag::Adp)
                || leads
                    && one_of!(
                        self.lower(at),
                        "want wish wanted wishing intend mean seek plan planning going willing ready prepared"
                    )
            {
                continue;
            }
            let passes = matches!(self.tag(at), Tag::Adv | Tag::Aux | Tag::Part) || is_be(word);
            if !passes {
                break;
            }
        }
        // "No one has refuted it". Most sentences have no such word, and need no look at subjects.
        if !(self.tokens.start..token).any(|at| is_nobody(self.rule_word(at))) {
            return None;
        }
        let first = self.clause_subject(token)?.start;
        [first, first.wrapping_sub(1)].into_iter().find(|&at| at < token && is_nobody(self.rule_word(at)))
    }
}

/// What "not", "never", "no longer" and "refused to" before a find make of it. Support and opposition turn
/// into a weak form of each other and a denial into a weak admission; a duty or a promise not to act remains
/// one, but a verb of asking or promising that is negated states nothing; a quality changes sides; "not very"
/// strengthens nothing.
#[inline(never)]
pub(super) fn negate(context: &Context<'_>, find: &mut Found<'_>) -> Option<()> {
    let is_modal = context.tag(find.tokens.start) == Tag::Aux;
    match find.tag {
        // "Neither has been accused", "nobody backs it": nobody stands on either side.
        StanceTag::Support | StanceTag::Oppose
            if context.negation(find.tokens.start).is_some_and(|at| {
                is_nobody(context.rule_word(at)) && !context.is(at + 1, words!["longer"])
            })
            // "did not rule out a strike": it is left open.
            || find.entry.pattern == "rule out" || context.is_passive(find.tokens.start)
                && !(find.tokens.end..find.tokens.end + 3).any(|at| context.is(at, words!["by"])) =>
        {
            return None;
        }
        StanceTag::Support | StanceTag::Oppose if takes_no_side(context, find) => return None,
        StanceTag::Support | StanceTag::Oppose => {
            find.tag = if find.tag == StanceTag::Support { StanceTag::Oppose } else { StanceTag::Support };
            find.polarity = -find.polarity;
            find.strength = 1;
        }
        // "stop lying": nothing is admitted.
        StanceTag::Deny if find.entry.pattern == "lie" => return None,
        StanceTag::Deny => {
            find.tag = StanceTag::Affirm;
            find.strength = 1;
        }
        // "could not be verified", "declined to confirm": nothing is said of its truth.
        StanceTag::Affirm if leaves_open(context, find.tokens.start) => return None,
        // "nothing shows whether": it is left open.
        StanceTag::Affirm if context.is(find.tokens.end, words!["whether", "if"]) => return None,
        // "did not find coverage": it is not there.
        StanceTag::Affirm
            if matches!(find.entry.pattern, "find" | "discover")
                && !context.begins_clause(find.tokens.end) =>
        {
            return None;
        }
        // "did not reveal where": who keeps something back disputes nothing.
        StanceTag::Affirm if is_telling(find.entry.pattern) => return None,
        StanceTag::Affirm => {
            find.tag = StanceTag::Deny;
            find.strength = 1;
        }
        // "should stop squandering it": what is to end is as bad as before.
        StanceTag::Evaluative => {
            let ends = context.negation(find.tokens.start);
            if !ends.is_some_and(|at| context.is(at, words!["stop", "stops", "stopped"])) {
                find.polarity = -find.polarity;
            }
        }
        // "No town should have to wait" demands all the same.
        StanceTag::Demand
            if context.negation(find.tokens.start).is_some_and(|at| {
                is_nobody(context.rule_word(at)) && !context.is(at + 1, words!["longer"])
            }) && (is_modal || context.is(find.tokens.end - 1, words!["to"])) => {}
        // "I'm not going to hide"
        StanceTag::Demand | StanceTag::Pledge if !is_modal && find.entry.pattern != "going to" => {
            return None;
        }
        StanceTag::Booster
            if !context.is(find.tokens.start, words!["never", "ever", "at", "actually", "really"]) =>
        {
            return None;
        }
        _ => {}
    }
    Some(())
}

/// "Never blamed the mayor", "refused to condemn it": who finds no fault praises nobody; only who is not against something
/// is weakly for it. Reluctance is no opposition, and "could not resist a dig" yields to a wish.
fn takes_no_side(context: &Context<'_>, find: &Found<'_>) -> bool {
    let Some(at) = context.negation(find.tokens.start) else { return false };
    let against = ["oppos", "object", "against", "reject", "resist", "disagree"];
    let tempted =
        || one_of!(context.lower(at), "cannot") || one_of!(context.lower(at.wrapping_sub(1)), "could can ca");
    context.is(at, words!["reluctant", "reluctance"])
        || find.tag == StanceTag::Oppose
            && (is_refusing(context.rule_word(at))
                || !against.iter().any(|start| find.entry.pattern.starts_with(start))
                || find.entry.pattern == "resist" && tempted())
}

/// What somebody promises or demands, with the "not" before it: "promised not to raise taxes", "will not stop", "must not
/// stop", where the cue ends with it; "won't" is one word with its "not".
pub(super) fn with_negation(context: &Context<'_>, cue_end: usize, target: Range<usize>) -> Range<usize> {
    // "must not only win": more than that.
    let negation = (cue_end - 1..target.start)
        .find(|&at| context.is(at, words!["not", "never"]) && !context.is(at + 1, words!["only"]));
    negation.unwrap_or(target.start)..target.end
}

/// Whether a word before the verb says that it could or would not be told.
fn leaves_open(context: &Context<'_>, verb: usize) -> bool {
    (verb.saturating_sub(5).max(context.tokens.start)..verb).any(|at| {
        context.is(
            at,
            words![
                "could", "can", "cannot", "able", "unable", "possible", "impossible", "declined", "declines",
                "decline", "refused", "refuses", "refuse", "refusing", "declining"
            ],
        )
    })
}

/// Verbs of affirming that tell something, rather than show it to be so.
fn is_telling(pattern: &str) -> bool {
    one_of!(
        pattern,
        "reveal disclose confirm admit acknowledge concede confess note observe remark point out highlight expose verify realise realize",
    )
}
