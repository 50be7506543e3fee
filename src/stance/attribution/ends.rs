//! Where content ends. A reported clause runs to the end of its sentence unless something there belongs to the
//! reporter again: another cue, "according to", a participle of saying, a contrast.

use super::clause::{LEADING, RELATIVE};
use super::finder::Finder;
use super::frames::{Form, Frames};
use super::nominal::Asides;
use super::scan::range;
use super::verbs::Cue;
use crate::language::{Tag, TokenRange, words};

impl Finder<'_, '_> {
    /// The end of a clause that is reported by `cue`, looking on from `at`.
    pub(super) fn clause_end(&self, cue: &Cue<'_>, at: usize) -> usize {
        let end = self.reported_end(cue, at);
        if self.in_relative_clause(cue) {
            return self.matrix_verb(at, end).unwrap_or(end);
        }
        if !self.in_object_relative(cue) {
            return end;
        }
        // "the barrier that the council wants to build | is ugly": the clause around goes on with its verb.
        let finite = |at: usize| {
            self.scan.finite_from(at).is_some()
                && self
                    .scan
                    .phrase_index(at)
                    .and_then(|index| self.subject(index))
                    .is_none_or(|subject| !subject.adjacent)
        };
        // What was said may itself begin with its verb: "the bridge that she said would close".
        let after_act = at > cue.after && self.scan.in_verb(at - 1);
        (at + usize::from(!after_act)..end).find(|&at| finite(at)).unwrap_or(end)
    }

    /// The verb of the clause around a relative clause: in "those who believe the plan is dead | are wrong" the second
    /// of two verbs with a tense, with neither a subject of its own nor a conjunction before it.
    pub(super) fn matrix_verb(&self, at: usize, end: usize) -> Option<usize> {
        let scan = &self.scan;
        let mut finite = (at..end).filter(|&at| !scan.quotes.hold(at) && scan.finite_from(at).is_some());
        // An infinitive has no verb with a tense of its own: "those who tried to help | were wrong".
        if !scan.is_infinitive(at - 1) {
            finite.next()?;
        }
        finite.find(|&verb| {
            let own = scan.phrase_index(verb).and_then(|index| self.subject(index));
            // "the claim that he robs the town | is false": the object of the verb before.
            let is_object = |at: usize| {
                scan.phrase(at - 1)
                    .is_some_and(|group| scan.is_finite(group) && !scan.takes(group, Frames::CLAUSE))
            };
            own.is_none_or(|subject| {
                let first = subject.tokens.range().start;
                // "the claim that the mayor resigned | is false": no participle, where no other verb stands before.
                let participle = || first == at && scan.finite_from(verb - 1).is_some();
                !subject.adjacent
                    || first < at
                    || participle()
                    || first > at && scan.tag(verb) == Tag::Aux && is_object(first)
            }) && !matches!(scan.tag(verb - 1), Tag::Cconj | Tag::Sconj | Tag::Punct | Tag::Part | Tag::Adv)
        })
    }

    /// Whether the clause of a cue hangs on the noun before it: "the barrier that the council wants".
    fn in_object_relative(&self, cue: &Cue<'_>) -> bool {
        self.object_relative(cue).is_some_and(|relative| {
            self.scan.is(relative, words!["that", "which"])
                && !self.scan.is_comma(relative - 1)
                && self.scan.lexeme(relative - 1).is_none_or(|lexeme| lexeme.noun.is_none())
        })
    }

    /// The relative pronoun before the subject of a cue that hangs on a noun: "the bank, | which | she believes".
    fn object_relative(&self, cue: &Cue<'_>) -> Option<usize> {
        let scan = &self.scan;
        let subject = self.adjacent_subject(cue.index)?;
        let relative =
            subject.tokens.range().start.checked_sub(1).filter(|&relative| relative > cue.start)?;
        let noun_end = relative - usize::from(scan.is_comma(relative - 1));
        (scan.is(relative, words!["that", "which", "who", "whom"]) && scan.noun_before(noun_end).is_some())
            .then_some(relative)
    }

    /// "the bank, which she believes | will fail, | is small": the relative is the subject of what is reported, which the
    /// verb of the clause around ends.
    pub(super) fn relative_clause(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        scan.finite_from(at)?;
        self.object_relative(cue)?;
        let end = self.clause_end(cue, at);
        let around = (at..end).find(|&at| scan.is_comma(at) && scan.finite_from(at + 1).is_some());
        Some(range(at, around.unwrap_or(end)))
    }

    fn reported_end(&self, cue: &Cue<'_>, at: usize) -> usize {
        let scan = &self.scan;
        let form = scan.lexeme(cue.head()).and_then(|lexeme| lexeme.verb).map(|(_, form)| form);
        let own = scan.quotes.at(cue.head());
        let leads_in = self.leads_in(cue);
        let infinitive = scan.is_infinitive(at - 1);
        let mut next = at;
        let mut depth = 0_usize;
        while next < cue.end {
            if scan.is(next, words!["(", "["]) {
                depth += 1;
            } else if scan.is(next, words![")", "]"]) {
                if depth == 0 {
                    return next;
                }
                depth -= 1;
            }
            // A quotation inside the content is part of it; the quotation around the cue ends it.
            let quotation = scan.quotes.at(next);
            if own.is_some() && quotation != own {
                return next;
            }
            if depth > 0 || quotation.is_some() && quotation != own {
                next += 1;
                continue;
            }
            // "… that it was “far too late,” adding that …": a comma inside the marks.
            let closes = next > at && scan.is_quote_mark(next) && scan.is_comma(next - 1);
            let stops = if scan.is(next, words![";"]) {
                true
            } else if closes {
                self.ends_at_comma(next, cue)
                    || leads_in && self.main_clause_at(next + 1, cue)
                    || matches!(scan.lexeme(next + 1).and_then(|lexeme| lexeme.verb), Some((_, Form::Ing)))
            } else if scan.is_comma(next) || scan.is_dash(next) {
                // "refused to go, and he was right": an infinitive is joined to no clause with a subject of its own.
                let anew =
                    || infinitive && scan.is(next + 1, words!["and"]) && self.bare_clause(next + 2, cue.end);
                self.ends_at_comma(next, cue) || leads_in && self.main_clause_at(next + 1, cue) || anew()
            } else if scan.tag(next) == Tag::Cconj && scan.is(next, words!["and", "but"]) {
                self.next_cue_shares(cue, next, form)
            } else {
                scan.is(next, words!["according"]) && scan.is(next + 1, words!["to"]) && next > at
            };
            if stops {
                return next;
            }
            next += 1;
        }
        cue.end
    }

    /// Whether the cue stands in a clause that leads up to the main one ("While she said …, he …", "Asked …, he …")
    /// or that is set into it ("the mayor, who said …, left").
    fn leads_in(&self, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        let subject = self.subject(cue.index);
        let first = match subject {
            Some(subject) if subject.adjacent => subject.tokens.range().start,
            _ => cue.first(),
        };
        // "Despite complaints that it is late, the ferry runs"
        let leading = first > cue.start
            && (scan.is(first - 1, LEADING)
                || first - 1 == cue.start
                    && (scan.tag(first - 1) == Tag::Adp || scan.ends_in_ing(first - 1)));
        let participle =
            first == cue.start && scan.tag(first) == Tag::Verb && !scan.is(first, words!["said", "says"]);
        leading || participle || subject.is_some_and(|subject| subject.antecedent.is_some())
    }

    /// Whether the main clause goes on here: a subject with its verb, or the verb alone after a relative clause.
    fn main_clause_at(&self, at: usize, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        let mut at = at;
        while at < cue.end && (scan.is_quote_mark(at) || scan.tag(at) == Tag::Adv) {
            at += 1;
        }
        if self.in_relative_clause(cue) {
            return scan.finite_from(at).is_some();
        }
        // "While he said it was safe, that was no comfort"
        scan.is(at, words!["that", "this"]) && scan.finite_from(at + 1).is_some()
            || self.bare_clause(at, cue.end)
    }

    /// Whether the clause ends at the comma or dash `at`.
    fn ends_at_comma(&self, at: usize, cue: &Cue<'_>) -> bool {
        let scan = &self.scan;
        let mut next = at + 1;
        while scan.is_quote_mark(next) {
            next += 1;
        }
        if scan.is(next, words!["according"]) && scan.is(next + 1, words!["to"]) {
            return true;
        }
        // "said the plan, which is new, was sound", "the plan – a gamble – was dear": behind an aside the clause goes on with
        // its verb; "a big, though late, step".
        const LONGEST_ASIDE: usize = 40;
        let dash = scan.is_dash(at);
        let although = scan.is(next, words!["while", "though", "although"]);
        if dash || although || scan.is(next, words!["which", "despite"]) {
            let closes = |close: &usize| if dash { scan.is_dash(*close) } else { scan.is_comma(*close) };
            let close = (next + 1..cue.end.min(next + LONGEST_ASIDE)).find(closes);
            let goes_on =
                close.filter(|&close| scan.quotes.at(close) == scan.quotes.at(at)).is_some_and(|close| {
                    scan.finite_from(close + 1).is_some() && !self.opens_report(close + 1, cue.end, true)
                        || although && close < next + 4
                });
            if goes_on {
                return false;
            }
        }
        if dash && scan.is(next, words!["a", "an", "the"]) || scan.is(next, words!["which", "despite"]) {
            return true;
        }
        if scan.is(next, words!["but", "and", "while", "though", "although", "whereas", "as"]) {
            // "said that it rained, but that it was warm", "…, but also", "…, but because": half of one contrast.
            let paired = scan.is(next, words!["but"])
                && scan.is(next + 1, words!["that", "because", "also", "rather", "instead", "not", "only"]);
            let joined = paired || scan.is(next, words!["and", "as"]);
            next = scan.reading.skip_adverbs(next + 1);
            // "said she was upset, but felt better": without a subject of its own it is of whoever is said to be upset.
            let shared = scan.is(at + 1, words!["but"])
                && cue.verb.frames.has(Frames::INVERT)
                && !self.bare_clause(next, cue.end)
                && scan.verb_from(next).is_none_or(|group| {
                    scan.lexeme(group.head as usize).is_none_or(|lexeme| lexeme.verb.is_none())
                });
            return self.opens_report(next, cue.end, false) || !joined && !shared;
        }
        next = scan.reading.skip_adverbs(next);
        if scan.tag(next) == Tag::Verb
            && let Some((entries, Form::Ing)) = scan.lexeme(next).and_then(|lexeme| lexeme.verb)
        {
            return entries
                .iter()
                .any(|verb| verb.frames.has(Frames::SAYING.with(Frames::AS).with(Frames::HEARER_TO)));
        }
        self.opens_report(next, cue.end, true)
    }

    /// Whether "he said" or "said he" stands at `at`; with `alone`, as an aside of its own.
    fn opens_report(&self, at: usize, end: usize, alone: bool) -> bool {
        let scan = &self.scan;
        let reports = |at: usize| {
            scan.finite_from(at).is_some_and(|group| {
                let frames = if alone { Frames::SAYING } else { Frames::SAYING.with(Frames::CLAUSE) };
                let saying = scan.has_entry(group.head as usize, frames);
                let mut after = group.head as usize + 1;
                if !saying {
                    return false;
                }
                if !alone {
                    return true;
                }
                if let Some(noun) = scan.full_noun_after(after, end, Asides::None) {
                    after = noun;
                }
                after = scan.skip_adverbials(after, end);
                after >= end || scan.is_comma(after) || scan.is_dash(after)
            })
        };
        if let Some(group) = scan.verb_from(at) {
            // Only a plain verb stands before its subject: "…, said the mayor", but not "the board, a new one, should
            // respond".
            return alone && group.tokens.len() == 1 && reports(at);
        }
        scan.full_noun_after(at, end, Asides::None).is_some_and(reports)
    }

    /// "… and called for calm": another reporting verb in the same form, with the same subject.
    fn next_cue_shares(&self, cue: &Cue<'_>, conjunction: usize, form: Option<Form>) -> bool {
        let scan = &self.scan;
        let next = scan.reading.skip_adverbs(conjunction + 1);
        let Some(group) = scan.verb_from(next) else { return false };
        if group.tokens.len() > 1 + (group.head as usize - next) && !scan.is_finite(group) {
            return false;
        }
        let head = group.head as usize;
        // "The court heard he ran and admitted it": those who hear something do not say the next thing, but may rule.
        if scan.is(cue.head(), words!["heard"]) && !scan.judges(cue.head(), head) {
            return false;
        }
        // "said the board met and agreed to go": it was the board that agreed.
        let subject = |index: usize| self.subject(index).map(|subject| subject.tokens);
        let own = scan
            .phrase_index(next)
            .and_then(subject)
            .filter(|own| own.len() > 1 || scan.tag(own.start as usize) != Tag::Pron);
        if own.is_some() && own != subject(cue.index) {
            return false;
        }
        let Some((entries, other)) = scan.lexeme(head).and_then(|lexeme| lexeme.verb) else { return false };
        if group.head != group.tokens.start && scan.tag(group.tokens.start as usize) == Tag::Aux {
            return false;
        }
        form == Some(other)
            && other != Form::Base
            && entries.iter().any(|verb| {
                verb.frames.has(
                    Frames::CLAUSE
                        .with(Frames::HEARER_TO)
                        .with(Frames::PREP)
                        .with(Frames::TO)
                        .with(Frames::AS),
                )
            })
    }

    /// Whether the subject of the cue is a relative pronoun: "the council, which said".
    fn in_relative_clause(&self, cue: &Cue<'_>) -> bool {
        let subject = self.subject(cue.index);
        subject.is_some_and(|subject| subject.antecedent.is_some())
    }

    /// The end of content that is a noun phrase with what hangs on it: to the end of its clause.
    pub(super) fn nominal_end(&self, cue: &Cue<'_>, at: usize) -> usize {
        let scan = &self.scan;
        let limit = self.clause_end(cue, at);
        let relative = self.in_relative_clause(cue) || self.is_reduced_relative(cue.head());
        let own = scan.quotes.at(cue.head());
        let mut next = at;
        while next < limit {
            let quoted = scan.quotes.hold(next) && scan.quotes.at(next) != own;
            if !quoted {
                // "expressed the position that the bloc, a forum of eight, should act"
                let named = scan.lexeme(next.wrapping_sub(1)).and_then(|lexeme| lexeme.noun);
                if scan.is(next, words!["that"])
                    && named.is_some_and(|frames| frames.has(Frames::CLAUSE))
                    && !scan.in_verb(next + 1)
                {
                    return limit;
                }
                let comma = scan.is_comma(next) || scan.is_dash(next) || scan.is(next, words![":"]);
                // "the need to share water, and to keep the dam safe"
                let joined = next + usize::from(comma);
                if scan.is(joined, words!["and", "or"]) && self.joins_infinitive(at, joined) {
                    next = joined + 1;
                    continue;
                }
                // A list goes on over a comma; anything else after one is an afterthought.
                if comma && !self.lists_on(next, limit) && !scan.is(next + 1, words!["including"]) {
                    return next;
                }
                let finite = |at: usize| scan.finite_from(at).is_some();
                if next > at && scan.is(next, words!["and", "but", "or"]) {
                    let after = next + 1 + usize::from(scan.tag(next + 1) == Tag::Adv);
                    if scan.verb_of_noun(next + 1).is_some() || finite(next + 1) || finite(after) {
                        return next;
                    }
                }
                // "The council backs the terminal as crews warn of a gamble": what others say meanwhile is theirs.
                if next > at && scan.is(next, words!["as", "while"]) {
                    let verb = scan.verb_of_noun(next + 1);
                    if verb.is_some_and(|verb| scan.has_entry(verb.head as usize, Frames::ANY)) {
                        return next;
                    }
                }
                // "who praised the plan warned": the verb of the clause around.
                if next > at && relative && finite(next) && !scan.is(next - 1, RELATIVE) {
                    return next;
                }
            }
            next += 1;
        }
        limit
    }

    /// Whether another verb joins an infinitive between `from` and a conjunction: "to share water and keep the dam safe".
    fn joins_infinitive(&self, from: usize, conjunction: usize) -> bool {
        let scan = &self.scan;
        let begins = (from..conjunction).any(|at| scan.is(at, words!["to"]) && scan.in_verb(at));
        let next = conjunction + 1;
        begins && scan.in_verb(next) && (scan.is(next, words!["to"]) || scan.is_plain_form(next))
    }

    fn lists_on(&self, comma: usize, limit: usize) -> bool {
        let scan = &self.scan;
        let ahead = (comma + 1..limit.min(comma + 8))
            .find(|&at| scan.is(at, words!["and", "or"]) || scan.is_comma(at) || scan.in_verb(at));
        // "as “cruel”, “dear” and “mad”"
        let item = |at: usize| scan.noun_from(at).is_some() || self.opens_quotation(at).is_some();
        ahead.is_some_and(|at| {
            scan.is(at, words!["and", "or"]) && item(at + 1) && scan.quotes.at(at) == scan.quotes.at(comma)
        }) && (item(comma + 1) || scan.is(comma + 1, words!["and", "or"]))
    }
}
