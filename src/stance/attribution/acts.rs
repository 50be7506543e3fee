//! Whether a verb group tells of an act of reporting that took place: not one that may come, was kept back, or only looks
//! like a verb.

use super::clause::Subject;
use super::draft::Draft;
use super::finder::Finder;
use super::frames::Form;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::lemma::lemma;
use crate::language::{Phrase, PhraseKind, RuleWord, Tag, TokenRange, is_possessive, words};
use crate::stance::classes::is_be;
use crate::stance::speakers::vocabulary;

impl<'r> Finder<'r, '_> {
    /// Whether the group says that something was said: "did not say" and "would say" report nothing.
    #[inline(never)]
    pub(super) fn took_place(&self, group: &Phrase, negated: bool) -> bool {
        // "who asked not to be named"
        let after = group.head as usize + 1;
        let unnamed = self.scan.is(group.head as usize, words!["asked", "asking", "asks"])
            && (after..after + 4).any(|at| self.scan.is(at, words!["named", "identified"]))
            && (after..after + 3).any(|at| self.scan.is(at, words!["be"]));
        if unnamed {
            return false;
        }
        const MODALS: &[RuleWord] = words![
            "would", "could", "might", "may", "should", "must", "can", "will", "'ll", "'d", "’ll", "’d"
        ];
        let modal = group.tokens.range().any(|at| self.scan.tag(at) == Tag::Aux && self.scan.is(at, MODALS));
        !negated && !modal
    }

    /// The clause that a verb of saying or thinking brings in though nobody said or thought it: "did not say | the plan is a
    /// sham", "nobody believes that", "she would argue that". What the author thinks of himself
    /// ("I do not think it is good") and what is so whoever says it ("did not mention that") are none.
    #[inline(never)]
    pub(super) fn unsaid(&self, group: &'r Phrase, sentence: usize) -> Option<TokenRange> {
        let PhraseKind::Verb { passive: false, negated, .. } = group.kind else { return None };
        let (scan, head) = (&self.scan, group.head as usize);
        scan.lexeme(head)?.verb?;
        let index = scan.phrase_index(group.tokens.range().start)?;
        let subject = self.subject(index)?.referent().range().start;
        let nobody = scan.is(subject, words!["no", "nobody", "neither", "none"]);
        let verb = lemma(scan.lower(head), Tag::Verb);
        if !nobody && self.took_place(group, negated)
            || scan.quotes.hold(head)
            || scan.is(subject, words!["i", "we", "you", "one"])
            // "would only say that it was late"
            || scan.is(head.wrapping_sub(1), words!["only"])
            || !one_of!(
                &verb,
                "say claim think believe argue suggest allege assert insist contend maintain declare imply"
            )
        {
            return None;
        }
        let (start, end) = scan.body_of(sentence)?;
        let (verb, after) = scan.verb_entries(head).next()?;
        let cue = Cue { group, index, verb, after, start, end, sentence };
        // "said much since it came": no clause.
        let clause =
            scan.is(after, words!["that"]) || scan.noun_from(after).is_some() && self.bare_clause(after, end);
        let mut content = self.complement(&cue).filter(|_| clause)?.content;
        // "never said it was late, that was what they heard": what follows a pause may be the author's.
        let pause = |&at: &usize| scan.is_comma(at) || scan.is_dash(at);
        content.end = content.range().find(pause).map_or(content.end, |at| at as u32);
        content.range().all(|at| !scan.quotes.hold(at)).then_some(content)
    }

    /// "a count of pledged delegates", "her alleged debts", "offered states money": what only looks like a verb.
    pub(super) fn is_label(&self, group: &Phrase) -> bool {
        let (scan, head) = (&self.scan, group.head as usize);
        let before = head.wrapping_sub(1);
        let participle = scan.ends_in_ed(head)
            // "the promised “fast lane”"
            && (matches!(scan.tag(head + 1), Tag::Noun | Tag::Propn | Tag::Adj)
                || scan.is_quote_mark(head + 1) && scan.is(before, words!["a", "an", "the"]))
            && (matches!(scan.tag(before), Tag::Adp | Tag::Det) || is_possessive(scan.rule_word(before)));
        let quoted = |at: usize| self.opens_quotation(at).is_some();
        let states = scan.is(head, words!["states"])
            && !(scan.is(head + 1, words!["that"]) && !scan.in_verb(head + 2)
                || scan.is(head + 1, words![":"])
                || quoted(head + 1)
                || scan.is_comma(head + 1)
                    && (quoted(head + 2) || scan.is_quote_mark(before.wrapping_sub(2))));
        // "items labelled “safe”", "a show called “Tides”": names of things.
        let names = scan.is(head, words!["called", "labeled", "labelled", "dubbed"])
            && scan.tag(before) == Tag::Noun
            && scan.is_quote_mark(head + 1)
            && !vocabulary::is_office(scan.rule_word(before));
        // "They say adding salt is safe": the gerund is what they speak of.
        let gerund = scan.ends_in_ing(head)
            && scan.in_verb(before)
            && scan.verb_entries(before).any(|(verb, _)| verb.frames.is_plain_saying());
        // "stronger than expected"
        let compared = scan.is(before, words!["than"]);
        group.tokens.len() == 1 && (participle || states || names || gerund || compared)
    }

    /// "Noting that the yard is old, | the mayor left": what a participle brings in holds the nearest subject, but who says
    /// it is the subject of the main clause.
    #[inline(never)]
    pub(super) fn led_up_to(&self, mut draft: Draft, start: usize, end: usize) -> Draft {
        let scan = &self.scan;
        let (Some(source), Some(cue), Some(content)) = (draft.source, draft.cue, draft.content.last_mut())
        else {
            return draft;
        };
        let inside = cue.start < content.start && content.start <= source.start && source.end <= content.end;
        if !inside || !scan.ends_in_ing(cue.range().start) {
            return draft;
        }
        let after_comma = |subject: &Subject| {
            let first = subject.tokens.range().start;
            // Past the cue, so that two tokens stand before it.
            let before =
                first.wrapping_sub(1).wrapping_sub(usize::from(scan.is_quote_mark(first.wrapping_sub(1))));
            let set_off = first > cue.range().end
                && before > cue.range().end
                && scan.is_comma(before)
                && !scan.quotes.hold(first);
            set_off && subject.adjacent && subject.antecedent.is_none()
        };
        let main = (cue.range().end..end).find_map(|at| self.subject_from(at).filter(after_comma));
        if let Some(main) = main {
            content.end = content.end.min(main.tokens.start - 1);
        }
        let main = main.map(|subject| subject.tokens);
        draft.source = main.or_else(|| self.last_subject(start, cue.range().start));
        draft
    }

    /// "The storm threatens to flood the town", "the season promises to be dry": only who can speak does so in words.
    pub(super) fn is_of_things(&self, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        one_of!(
            scan.lower(cue.head()),
            "threaten threatens threatened threatening promise promises promised promising"
        ) && self.subject(cue.index).is_some_and(|subject| {
            let tokens = subject.referent();
            tokens.range().any(|at| scan.tag(at) == Tag::Noun) && !scan.can_speak(Some(subject))
        })
    }

    /// "It is hard to say", "it is worth noting", "there is nothing to suggest": nobody's words.
    pub(super) fn is_nobodys(&self, index: usize, group: &Phrase) -> bool {
        let scan = &self.scan;
        let first = group.tokens.range().start;
        self.subject(index).is_some_and(|subject| {
            let tokens = subject.tokens.range();
            if tokens.end > first {
                return false;
            }
            let open = !scan.is_finite(group) && !subject.adjacent;
            let it = scan.is(tokens.start, words!["it"]) && tokens.len() == 1;
            let is = |at| is_be(scan.rule_word(at)) || one_of!(scan.lower(at), "seems seemed proved");
            // "It used a report to warn", "it was quick to warn": the guild.
            let body = || {
                !(tokens.end..first).any(is)
                    || one_of!(
                        scan.lower(first - 1),
                        "quick slow pleased first last keen proud ready happy eager able glad"
                    )
            };
            scan.is(tokens.start, words!["there"])
                || open && it && matches!(scan.tag(first - 1), Tag::Adj | Tag::Noun | Tag::Pron) && !body()
        })
    }

    /// "refused to say", "declined to comment": the refusal is what was done.
    pub(super) fn is_withheld(&self, group: &Phrase) -> bool {
        let first = group.tokens.range().start;
        group.is_infinitive()
            && first > 0
            && self.scan.is(
                first - 1,
                words![
                    "refused", "refuse", "refuses", "refusing", "declined", "decline", "declines",
                    "declining", "failed", "fails", "fail", "failing"
                ],
            )
    }

    /// "when asked", "if told", "as reported": a passive without its auxiliary.
    pub(super) fn is_reduced_passive(&self, head: usize, floor: usize) -> bool {
        let scan = &self.scan;
        // "Asked about the plan, she laughed."
        if head == floor && scan.is(head, words!["asked", "questioned", "pressed", "told"]) {
            return true;
        }
        // "The mayor once called it a sham" has a subject, unlike "a fund once known for its ties".
        let once = || {
            scan.is(head - 1, words!["once"])
                && (head - 1 == floor
                    || scan.tag(head - 2) == Tag::Punct
                    || scan.is(head + 1, words!["by", "as"])
                    || scan.lower(head) == "known")
        };
        head > floor
            && (scan.is(head - 1, words!["when", "if", "as", "though", "unless", "being"])
                || once()
                || self.is_reduced_relative(head))
            && scan.lexeme(head).and_then(|lexeme| lexeme.verb).is_some_and(|(_, form)| form == Form::Past)
    }

    /// "the tax, branded by critics as mad": a passive that hangs on a noun.
    pub(super) fn is_reduced_relative(&self, head: usize) -> bool {
        let scan = &self.scan;
        let by = scan.noun_from(head + 2).filter(|_| scan.is(head + 1, words!["by"]));
        by.is_some_and(|by| scan.is(by.tokens.range().end, words!["as"]))
    }

    /// Whether the verb group tells of an act or position that somebody took, rather than one that may come:
    /// "to endorse", "would endorse" and "it endorsed" say little of who thinks what.
    pub(super) fn is_act(&self, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        let PhraseKind::Verb { infinitive, .. } = cue.group.kind else { return false };
        let subject = self.subject(cue.index);
        // "It" may be a body that acts, where it stands beside its verb: "it urged members to wait".
        let named = subject.is_some_and(|subject| {
            let first = subject.tokens.range().start;
            subject.antecedent.is_some()
                || subject.tokens.len() > 1
                || !scan.is(first, words!["that", "which", "you", "this", "there", "what"])
                    && (subject.adjacent || !scan.is(first, words!["it"]))
        });
        // "accused him of ignoring the evidence": it is he who is said to ignore it.
        let head = cue.head();
        let told_of = scan.ends_in_ing(head)
            && cue.group.tokens.len() == 1
            && head > cue.start
            && scan.is(head - 1, words!["of", "for", "from", "into", "against"]);
        // "continued to deny it": it was done.
        let first = cue.first();
        let begun = first > cue.start
            && scan.is(
                first - 1,
                words![
                    "continued", "continues", "continuing", "began", "begun", "started", "proceeded",
                    "rushed", "on", "moved"
                ],
            );
        (!infinitive || begun) && named && !told_of
    }
}
