//! Clauses and quotations that follow their cue: "said (that) …", "asked whether …", "added: “…”".

use super::finder::Finder;
use super::frames::Frames;
use super::scan::range;
use super::verbs::Cue;
use crate::bytes::one_of;
use crate::language::{Tag, TokenRange, words};

impl<'r> Finder<'r, '_> {
    /// A clause or quotation that begins at `at`, perhaps after adverbials: "(that) …", "whether …", ": “…”".
    #[inline(never)]
    pub(super) fn clausal(&self, cue: &Cue<'r>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        let at = self.past_insertion(cue, at);
        let past = scan.skip_adverbials(at, cue.end);
        // "What the senators said was that …": the verb of the clause around stands between; not so in "it was what they
        // said is a crime".
        if scan.is(cue.start, words!["what"])
            && self.asks_for(cue, words!["what"])
            && let Some(group) = scan.finite_from(past)
        {
            let that = group.tokens.range().end;
            return scan.is(that, words!["that"]).then(|| self.clause_after(cue, that));
        }
        let adverbial = past > at && (scan.is_time(at) || matches!(scan.tag(at), Tag::Adp | Tag::Adv));
        let first = |step: &dyn Fn(usize) -> Option<TokenRange>| step(at).or_else(|| step(past));
        self.relative_clause(cue, at)
            .or_else(|| self.pro_clause(cue, at))
            .or_else(|| first(&|at| self.introduced_clause(cue, at)))
            .or_else(|| adverbial.then(|| self.after_adverbial(cue, at, past)).flatten())
            .or_else(|| {
                first(&|at| self.question(cue, at).or_else(|| self.plain_clause(cue, at, past, adverbial)))
            })
            .or_else(|| self.after_pause(cue, at))
    }

    /// Past what is set in before a clause: "acknowledged, however, | that", "said, among other things, | that".
    fn past_insertion(&self, cue: &Cue<'_>, at: usize) -> usize {
        const LONGEST: usize = 10;
        let scan = &self.scan;
        let dash = scan.is_dash(at);
        let closes = |&at: &usize| if dash { scan.is_dash(at) } else { scan.is_comma(at) };
        let close = (at + 2..cue.end.min(at + LONGEST)).find(closes).filter(|&close| {
            (dash || scan.is_comma(at))
                && (scan.is(close + 1, words!["that"]) || scan.tag(at + 1) == Tag::Adv && close == at + 2)
        });
        close.map_or(at, |close| close + 1)
    }

    /// The clause after "that".
    fn clause_after(&self, cue: &Cue<'_>, that: usize) -> TokenRange {
        range(that + 1, self.clause_end(cue, that + 1))
    }

    /// "said so", "says the same of the dam": a word that stands for a clause.
    fn pro_clause(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        let same = usize::from(scan.is(at, words!["the"]) && scan.lower(at + 1) == "same");
        let after = at + same + 1;
        let ends = after >= cue.end || matches!(scan.tag(after), Tag::Punct | Tag::Adp | Tag::Cconj);
        let stands =
            cue.verb.frames.is_plain_saying() && ends && (same > 0 || one_of!(scan.lower(at), "so yes no"));
        stands
            .then(|| range(at, if scan.is(at, words!["so"]) { at + 1 } else { self.nominal_end(cue, after) }))
    }

    /// What "that", a quotation mark or a colon brings in.
    fn introduced_clause(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        if let Some(content) = self.that_clause(cue, at) {
            return Some(content);
        }
        // "She said, if elected, she would stay"
        if scan.is_comma(at)
            && scan.is(at + 1, words!["if", "unless", "when", "while", "although"])
            && self.has_finite(at + 2, cue.end)
        {
            return Some(self.clause_after(cue, at));
        }
        let mut opening = at;
        while scan.is_comma(opening) || scan.is(opening, words![":"]) {
            opening += 1;
        }
        if let Some(quoted) = self.opens_quotation(opening) {
            return Some(self.quoted_or_mixed(cue, opening, quoted));
        }
        if !scan.is(at, words![":"]) {
            return None;
        }
        if at + 1 < cue.end {
            return Some(range(at + 1, cue.end));
        }
        cue.verb.frames.has(Frames::SAYING).then(|| self.below(cue.sentence)).flatten()
    }

    /// "said that it was late".
    fn that_clause(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        if !scan.is(at, words!["that"]) || at + 1 >= cue.end || scan.is_comma(at + 1) {
            return None;
        }
        // "said that was wrong": the pronoun is the subject of what was said; "showed that most backed it": not.
        let verb = scan.verb_from(at + 1);
        let pronoun = scan.tag(at) != Tag::Sconj && verb.is_some_and(|group| scan.is_finite(group));
        // "will say that to anybody", "deny that entirely": an object; not so "was told that talks will begin".
        let alone = scan.noun_from(at + 1).is_none() && !(at..cue.end).any(|at| scan.in_verb(at));
        let object = (scan.tag(at) == Tag::Det || alone)
            && verb.is_none()
            && ![at, at + 1].iter().any(|&at| self.bare_clause(at, cue.end))
            && !self.finite_after(at + 1, cue.end);
        let first = at + usize::from(!pronoun);
        (!object).then(|| range(first, self.clause_end(cue, first)))
    }

    /// "said at the meeting held in Leith, Moss, “…”", "said for years in town after town that the dam was old": the
    /// adverbial ends where the quotation or clause begins.
    fn after_adverbial(&self, cue: &Cue<'_>, at: usize, past: usize) -> Option<TokenRange> {
        const LONGEST: usize = 16;
        let scan = &self.scan;
        if let Some(quoted) = self.after_pause(cue, at) {
            return Some(quoted);
        }
        let that = (past..cue.end.min(past + LONGEST)).find(|&at| scan.is(at, words!["that"]))?;
        (!self.has_finite(past, that) && scan.tag(that) == Tag::Sconj && scan.tag(that - 1) != Tag::Cconj)
            .then(|| self.clause_after(cue, that))
    }

    /// "asked whether it was late".
    fn question(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let asks = at < cue.end
            && self
                .scan
                .is(at, words!["whether", "if", "how", "why", "what", "where", "when", "who", "which"]);
        asks.then(|| range(at, self.clause_end(cue, at + 1)))
    }

    /// "said it was late": nothing but a subject and its verb tell the clause, at `at` or `past` an adverbial.
    fn plain_clause(&self, cue: &Cue<'_>, at: usize, past: usize, adverbial: bool) -> Option<TokenRange> {
        let scan = &self.scan;
        if adverbial && at < past && (past >= cue.end || self.bare_clause(past, cue.end)) {
            return None;
        }
        // "believes closing the yard has helped"
        let gerund = scan.in_verb(at)
            && scan.ends_in_ing(at)
            && !cue.verb.frames.has(Frames::GERUND.with(Frames::NP).with(Frames::DEED))
            && self.finite_before_pause(at + 1, cue.end);
        // "has seen its family grow": what is seen so is no report.
        let sees = one_of!(scan.lower(cue.head()), "see sees saw seen");
        // "Asked about the talks, the mayor left", "she wrote herself a cheque, and when …": a verb further on is no
        // sign of a clause where nobody is known to speak, or where somebody else's words are read.
        let nobody = self.subject(cue.index).is_none();
        let hasty = nobody || scan.quotes.hold(cue.head());
        let clause = !nobody && !sees && (gerund || self.bare_clause(at, cue.end))
            || cue.verb.frames.is_plain_saying() && !hasty && self.finite_after(at, cue.end);
        let content = clause.then(|| range(at, self.clause_end(cue, at)))?;
        // "Writing in the Herald, Ada Park argued": where she did so.
        (scan.tag(at) != Tag::Adp || self.has_finite(at, content.range().end)).then_some(content)
    }

    /// The quotation that a colon further on brings in, or a comma: "wrote on the company's page: “…”".
    fn after_pause(&self, cue: &Cue<'_>, at: usize) -> Option<TokenRange> {
        let scan = &self.scan;
        let says = cue.verb.frames.has(Frames::SAYING);
        let pause = |at: usize| scan.is(at, words![":"]) || scan.is_comma(at);
        let quoted = |at: usize| self.opens_quotation(at + 1).filter(|_| pause(at));
        let (pause, quoted) =
            (at..=cue.end).filter(|_| says).find_map(|at| quoted(at).map(|quoted| (at, quoted)))?;
        // "the meeting held in Leith": a participle.
        let participle = |at: usize| {
            scan.tag(at + 1) == Tag::Adp
                && at > cue.after
                && matches!(scan.tag(at - 1), Tag::Noun | Tag::Propn)
        };
        let other = (at..pause).any(|at| scan.finite_from(at).is_some() && !participle(at));
        (!other && !scan.quotes.hold(cue.head())).then_some(quoted)
    }

    /// Whether a clause with a subject and tense of its own begins at `at`: its subject stands there, or an
    /// adverbial that leads up to it.
    pub(super) fn bare_clause(&self, at: usize, end: usize) -> bool {
        const FARTHEST_VERB: usize = 40;
        let scan = &self.scan;
        let mut at = at;
        while at < end && scan.is_quote_mark(at) {
            at += 1;
        }
        if at >= end || scan.is_comma(at) || scan.in_verb(at) {
            return false;
        }
        let leads_up = matches!(scan.tag(at), Tag::Adp | Tag::Sconj | Tag::Adv);
        let mut next = at;
        while next < end.min(at + FARTHEST_VERB) {
            let Some(index) = scan.phrase_index(next) else {
                next += 1;
                continue;
            };
            if let Some(group) = scan.verb_from(next)
                && scan.is_finite(group)
                && let Some(Some(subject)) = self.subjects.get(index)
                && subject.adjacent
                && subject.antecedent.is_none()
                && !scan.is(subject.tokens.start as usize, words!["who", "which", "that"])
            {
                let start = subject.tokens.range().start;
                // "believes boats and crews are safe"
                let joined = || {
                    (at..start).all(|at| {
                        matches!(
                            scan.tag(at),
                            Tag::Noun | Tag::Propn | Tag::Pron | Tag::Adj | Tag::Det | Tag::Cconj
                        )
                    })
                };
                return start == at
                    // "felt contact and he fell": a pronoun begins the clause anew.
                    || start > at
                        && scan.is(start - 1, words!["and", "or"])
                        && !scan.is(start, words!["i", "he", "she", "we", "they", "it"])
                        && joined()
                    || leads_up && start > at && (at..start).all(|at| !scan.in_verb(at));
            }
            next = scan.phrase(next).map_or(next + 1, |phrase| phrase.tokens.range().end.max(next + 1));
        }
        false
    }

    /// Whether a verb with a tense follows before any pause, conjunction or relative.
    pub(super) fn finite_before_pause(&self, at: usize, end: usize) -> bool {
        let scan = &self.scan;
        let pause = |at: &usize| {
            matches!(scan.tag(*at), Tag::Punct | Tag::Cconj | Tag::Sconj)
                || scan.is(*at, words!["that", "who", "which", "where", "when", "as"])
        };
        let stop = (at..end).find(pause).unwrap_or(end);
        self.has_finite(at, stop)
    }

    /// Whether a noun stands at `at` and a verb with a tense follows: after a verb that takes nothing but clauses
    /// that is enough.
    pub(super) fn finite_after(&self, at: usize, end: usize) -> bool {
        let scan = &self.scan;
        // "said is growing": what was said has its subject before the cue; "said waiting would help".
        if scan.in_verb(at) {
            let group = scan.verb_from(at);
            return group.is_some_and(|group| scan.is_finite(group))
                || scan.ends_in_ing(at) && self.has_finite(at + 1, end);
        }
        let opens = matches!(
            scan.tag(at),
            Tag::Noun | Tag::Propn | Tag::Pron | Tag::Det | Tag::Adj | Tag::Num | Tag::Sconj | Tag::Adv
        ) || scan.is(at + 1, words!["least", "most"]);
        opens && at < end && !scan.in_verb(at) && self.has_finite(at + 1, end)
    }

    /// The words that a quotation mark at this token opens.
    pub(super) fn opens_quotation(&self, at: usize) -> Option<TokenRange> {
        let quotes = &self.scan.quotes;
        let opens = self.scan.is_quote_mark(at) && !quotes.hold(at);
        quotes.around(at + 1).filter(|quoted| opens && quoted.start as usize == at + 1)
    }

    /// A quotation right after the cue: alone where it ends the clause, else together with the rest of the clause.
    pub(super) fn quoted_or_mixed(&self, cue: &Cue<'_>, opening: usize, quoted: TokenRange) -> TokenRange {
        let close = quoted.range().end;
        let mut next = close;
        while self.scan.is_quote_mark(next) || self.scan.is(next, words![".", "!", "?"]) {
            next += 1;
        }
        if close >= cue.end
            || next >= cue.end
            || self.scan.is_comma(next)
            || self.scan.is_comma(close - 1)
            || self.scan.is(
                next,
                words![
                    "and", "in", "on", "at", "during", "after", "while", "but", "—", "-", ";", "as", "when"
                ],
            )
        {
            return quoted;
        }
        range(opening, self.clause_end(cue, close).max(close))
    }
}
