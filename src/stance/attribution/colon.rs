//! The speaker before a colon, as in transcripts and headlines.

use super::draft::Draft;
use super::finder::Finder;
use super::scan::range;
use crate::article::BlockKind;
use crate::bytes::one_of;
use crate::language::{RuleWord, Sentence, Tag, TokenRange, is_listed_place, words};
use crate::stance::speakers::vocabulary;

/// Most tokens before the colon.
const LONGEST_SPEAKER: usize = 8;

impl Finder<'_, '_> {
    /// "MAYOR PARK: We will wait." at the head of a block, as in transcripts.
    #[inline(never)]
    pub(super) fn colon_speaker(&self, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let (start, end) = scan.body(self.with_what_follows(sentence)?);
        let colon = (start + 1..end.min(start + LONGEST_SPEAKER)).find(|&at| scan.is(at, words![":"]))?;
        let nameless = (start..colon).all(|at| scan.tag(at) != Tag::Propn);
        let turn = self.begins_turn(start);
        let plain = (start..colon).all(|at| {
            // "SPEAKER #2:"
            turn && scan.tag(at) == Tag::Sym
                || matches!(
                    scan.tag(at),
                    Tag::Propn
                        | Tag::Noun
                        | Tag::Adj
                        | Tag::Det
                        | Tag::Num
                        | Tag::Punct
                        | Tag::Adp
                        | Tag::Part
                ) && !scan.is_comma(at)
                    && !scan.is(at, words!["(", "["])
        });
        let quoted = self.opens_quotation(colon + 1);
        let in_headline = self.in_headline(sentence);
        // "Poll: Most Voters Want Change", "Officials: Bridge to Reopen" in a headline.
        let one_word = colon == start + 1 && in_headline && self.reports_in_headlines(start);
        // "“PARK: We will wait. …": a quotation that holds turns of a conversation.
        // "UNIDENTIFIED WOMAN #2: Yeah.", "MOSS: (Laughing) No.": what has no verb answers; "COST: Free" does not.
        let numbered =
            turn && (scan.lower(start) == "unidentified" || vocabulary::is_office(scan.rule_word(start)));
        let gesture = scan.is(colon + 1, words!["("]) && scan.lower(colon + 2).ends_with("ing");
        let answers = turn && (scan.tag(colon + 1) == Tag::Intj || gesture);
        let opens = scan.is_quote_mark(start) && scan.quotes.at(start + 1).is_some() && colon > start + 1;
        if !plain
            || nameless && !(one_word || numbered || turn && opens)
            || colon + 1 >= end
            || colon + 2 >= end && !answers
            || scan.quotes.at(start).is_some()
        {
            return None;
        }
        // "NEW DELHI: The government approved …" says where the report is from.
        let is_place = || is_listed_place(&scan.reading.on_one_line(scan.reading.span(range(start, colon))));
        if quoted.is_none() && !in_headline && is_place() {
            return None;
        }
        // A headline may do with a participle: "Park: Rivals playing with fire".
        let acts = || (colon + 1..end).any(|at| scan.tag(at) == Tag::Verb);
        let says = quoted.is_some() || answers || self.has_finite(colon + 1, end) || in_headline && acts();
        if !says {
            return None;
        }
        let end = if turn && !in_headline { self.block_end(sentence).unwrap_or(end) } else { end };
        let content = quoted.map_or(range(colon + 1, end), |quotation| scan.quotes.all[quotation].tokens);
        Some(Draft {
            source: Some(range(start, colon)),
            cue: Some(range(colon, colon + 1)),
            content: vec![content],
            sentence,
            rule: "colon",
            ..Draft::default()
        })
    }

    /// Whether a name in capitals and a colon stand at `start`, as before each turn of a conversation.
    fn begins_turn(&self, start: usize) -> bool {
        let reading = self.scan.reading;
        let ahead = reading.tokens.get(start..).unwrap_or_default();
        let Some(colon) =
            ahead.iter().take(LONGEST_SPEAKER).position(|token| token.rule_word.is(words![":"]))
        else {
            return false;
        };
        colon > 0 && (start..start + colon).all(|at| self.in_capitals(at))
    }

    /// Whether no letter of a token is small.
    pub(super) fn in_capitals(&self, at: usize) -> bool {
        let reading = self.scan.reading;
        let token = reading.tokens.get(at);
        token.is_some_and(|token| !reading.words.text(token.word).chars().any(char::is_lowercase))
    }

    /// The paragraph under a sentence that ends its own with a colon: "The mayor added:" and what the mayor added.
    pub(super) fn below(&self, sentence: usize) -> Option<TokenRange> {
        let reading = self.scan.reading;
        let (above, below) = (reading.sentences.get(sentence)?, reading.sentences.get(sentence + 1)?);
        let is_prose = reading.blocks.get(below.block as usize)?.kind == BlockKind::Paragraph;
        let next = is_prose && below.block == above.block + 1;
        next.then(|| self.block_end(sentence + 1)).flatten().map(|end| range(below.tokens.range().start, end))
    }

    /// The end of the last sentence in the block of this one, or before the next turn.
    fn block_end(&self, sentence: usize) -> Option<usize> {
        let (first, rest) = self.scan.reading.sentences.get(sentence..)?.split_first()?;
        let goes_on =
            |next: &&Sentence| next.block == first.block && !self.begins_turn(next.tokens.range().start);
        let last = rest.iter().take_while(goes_on).last().unwrap_or(first);
        Some(self.scan.body(last.tokens).1)
    }

    /// The tokens of a sentence, with those of the next where it ends with its colon: "Park:" and what Park says.
    fn with_what_follows(&self, sentence: usize) -> Option<TokenRange> {
        let sentences = &self.scan.reading.sentences;
        let first = sentences.get(sentence)?;
        let tokens = first.tokens;
        let next = sentences.get(sentence + 1).filter(|next| next.block == first.block);
        let ends = self.scan.is(tokens.range().end.wrapping_sub(1), words![":"]);
        Some(match next {
            Some(next) if ends => TokenRange { start: tokens.start, end: next.tokens.end },
            _ => tokens,
        })
    }

    /// Whether a word before the colon of a headline names a document or people by what they do.
    fn reports_in_headlines(&self, at: usize) -> bool {
        let word = self.scan.lower(at);
        vocabulary::is_document(self.scan.rule_word(at))
            || one_of!(word, "poll police sources insiders analysts aides")
            || word.strip_suffix('s').is_some_and(|one| vocabulary::is_office(RuleWord::of_lower(one)))
    }

    fn in_headline(&self, sentence: usize) -> bool {
        let reading = self.scan.reading;
        let block =
            reading.sentences.get(sentence).and_then(|found| reading.blocks.get(found.block as usize));
        block.is_some_and(|block| block.kind == BlockKind::Title)
    }
}
