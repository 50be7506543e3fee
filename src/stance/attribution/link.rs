//! Quotations that no cue has claimed: the next sentence of the same speech, the next paragraph of a run, or words
//! whose speaker only the sentence before tells. Short ones that stand alone are scare quotes and are left.

use super::draft::Draft;
use super::finder::Finder;
use super::scan::range;

/// Shortest quotation, in tokens, that is taken as something said.
const SHORTEST: usize = 4;

impl Finder<'_, '_> {
    /// Gives every quotation of four or more words that is in no content to the speaker it belongs to.
    pub(super) fn link_quotations(&self, drafts: &mut Vec<Draft>) {
        let scan = &self.scan;
        let mut claimed = vec![false; scan.quotes.all.len()];
        for content in drafts.iter().flat_map(|draft| &draft.content) {
            let mut at = content.range().start;
            while at < content.range().end {
                match scan.quotes.at(at) {
                    Some(quotation) => {
                        let quoted = scan.quotes.all[quotation].tokens;
                        let inside = content.range().start <= quoted.range().start + 1
                            && quoted.range().end <= content.range().end + 1;
                        claimed[quotation] |= inside;
                        at = quoted.range().end.max(at + 1);
                    }
                    None => at += 1,
                }
            }
        }
        // Drafts by the block of their sentence, in order: the one that speaks last before a quotation owns it.
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&draft| (first_token(&drafts[draft]), draft));
        let mut next = 0;
        let mut speaking: Option<usize> = None;
        let mut orphans = Vec::new();
        for (index, quotation) in scan.quotes.all.iter().enumerate() {
            while next < order.len() && first_token(&drafts[order[next]]) <= quotation.tokens.start {
                let draft = &drafts[order[next]];
                if draft.content.iter().any(|content| self.is_quoted(content.range().start))
                    || speaking.is_none()
                {
                    speaking = Some(order[next]);
                }
                next += 1;
            }
            if claimed[index] || quotation.tokens.len() < SHORTEST {
                continue;
            }
            let sentence = self.sentence_of(quotation.tokens.range().start);
            let same_block = |draft: &Draft| {
                scan.reading
                    .sentences
                    .get(draft.sentence)
                    .is_some_and(|sentence| sentence.block == quotation.block)
            };
            match speaking.map(|draft| (draft, same_block(&drafts[draft]))) {
                Some((draft, same)) if same && self.stands_alone(index) || quotation.goes_on => {
                    drafts[draft].content.push(quotation.tokens);
                }
                _ => orphans.push(Draft {
                    content: vec![quotation.tokens],
                    sentence,
                    rule: "orphan",
                    ..Draft::default()
                }),
            }
        }
        drafts.extend(orphans);
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.scan.quotes.at(at).is_some()
    }

    /// Whether a quotation makes up its sentences alone, without words of the reporter in them.
    fn stands_alone(&self, quotation: usize) -> bool {
        let scan = &self.scan;
        let quoted = scan.quotes.all[quotation].tokens.range();
        let first = scan
            .reading
            .sentences
            .get(self.sentence_of(quoted.start))
            .map_or(quoted.start, |sentence| sentence.tokens.range().start);
        let last = scan
            .reading
            .sentences
            .get(self.sentence_of(quoted.end - 1))
            .map_or(quoted.end, |sentence| sentence.tokens.range().end);
        let outside = |start: usize, end: usize| {
            range(start, end.max(start))
                .range()
                .filter(|&at| scan.tag(at) != crate::language::Tag::Punct && !scan.is_quote_mark(at))
                .count()
        };
        outside(first, quoted.start) <= 1 && outside(quoted.end, last) == 0
    }
}

fn first_token(draft: &Draft) -> u32 {
    let content = draft.content.iter().map(|content| content.start).min().unwrap_or(u32::MAX);
    draft.cue.map_or(content, |cue| cue.start.min(content))
}
