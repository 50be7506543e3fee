//! Reporting by a preposition: "according to", "in the words of".

use super::draft::Draft;
use super::finder::Finder;
use super::nominal::Asides;
use super::scan::range;
use crate::language::{Tag, words};

impl Finder<'_, '_> {
    /// "According to X, …", "…, according to X", "…, in the words of X, …".
    pub(super) fn according(&self, at: usize, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let word = scan.rule_word(at);
        if word.is(words!["according"]) && scan.is(at + 1, words!["to"]) {
            self.according_to(at, at + 2, sentence)
        } else if word.is(words!["in"])
            && scan.is(at + 1, words!["the"])
            && scan.is(at + 2, words!["words", "view", "opinion", "eyes"])
            && scan.is(at + 3, words!["of"])
        {
            self.according_to(at, at + 4, sentence)
        } else {
            None
        }
    }

    /// The same, where its cue ends at `cue_end`.
    #[inline(never)]
    fn according_to(&self, at: usize, cue_end: usize, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let (start, end) = scan.body_of(sentence)?;
        // "according to even her own backers"
        let whole = |first| scan.full_noun_after(first, end, Asides::Closed).map(|close| (first, close));
        let beside = || whole(cue_end + 1).filter(|_| scan.tag(cue_end) == Tag::Adv);
        // But "according to about two people": the adverb is of the phrase.
        let (first, mut source_end) = whole(cue_end).or_else(beside)?;
        // "According to the Herald, which had the letter, …"
        if scan.is_comma(source_end) && scan.is(source_end + 1, words!["which", "who", "whose"]) {
            let comma = (source_end + 2..end).find(|&at| scan.is_comma(at));
            source_end = comma.or((at > start).then_some(end)).unwrap_or(source_end);
        }
        let mut before_end = at;
        while before_end > start
            && (scan.tag(before_end - 1) == Tag::Punct || scan.is_quote_mark(before_end - 1))
        {
            before_end -= 1;
        }
        let mut content = Vec::new();
        let closes = before_end > start && before_end < at && scan.is_quote_mark(before_end.max(1))
            || scan.is_quote_mark(at.saturating_sub(1));
        let has_before = before_end > start
            && !(before_end - start == 1 && matches!(scan.tag(start), Tag::Cconj | Tag::Adv));
        if has_before {
            let quoted = scan.quotes.around(before_end - 1).filter(|_| closes);
            content.push(
                quoted
                    .filter(|quoted| quoted.range().start <= start + 2)
                    .unwrap_or(range(self.clause_start(start, before_end), before_end)),
            );
        }
        let mut next = source_end;
        while next < end && (scan.tag(next) == Tag::Punct && !scan.is_quote_mark(next)) {
            next += 1;
        }
        if next > source_end && next < end {
            let goes_on = !has_before
                || scan.is_comma(source_end) && !self.has_finite(start, before_end)
                || scan.is_comma(source_end) && scan.finite_from(next).is_some();
            if goes_on {
                let quoted = self.opens_quotation(next).filter(|quoted| quoted.range().end + 1 >= end);
                content.push(quoted.unwrap_or(range(next, end)));
            }
        }
        // "According to Park the bridge is safe": no comma tells the two apart.
        if content.is_empty() && self.bare_clause(source_end, end) {
            content.push(range(source_end, end));
        }
        (!content.is_empty()).then(|| Draft {
            source: Some(range(first, source_end)),
            cue: Some(range(at, cue_end)),
            content,
            sentence,
            tells_act: false,
            ..Draft::default()
        })
    }
}
