//! The speaker before a colon, as in transcripts and headlines.

use super::draft::Draft;
use super::finder::Finder;
use super::scan::range;
use crate::article::BlockKind;
use crate::bytes::one_of;
use crate::collections::sort_by_number;
use crate::language::{Name, NameKind, RuleWord, Sentence, Tag, TokenRange, WordId, is_listed_place, words};
use crate::stance::speakers::vocabulary;

/// Most tokens before the colon.
const LONGEST_SPEAKER: usize = 8;

/// What those who make a programme are called in its transcript.
fn is_reporter(word: &str) -> bool {
    one_of!(word, "host byline anchor correspondent reporter moderator q")
}

impl Finder<'_, '_> {
    /// "MAYOR PARK: We will wait." at the head of a block, as in transcripts.
    #[inline(never)]
    pub(super) fn colon_speaker(&self, sentence: usize) -> Option<Draft> {
        let scan = &self.scan;
        let (start, end) = scan.body(self.with_what_follows(sentence)?);
        let colon =
            (start + 1..end.min(start + LONGEST_SPEAKER)).find(|&at| scan.rule_word(at).is(words![":"]))?;
        // "Analysis: Why the Bridge Failed" tells what is to be read.
        const LABELS: &str = "review analysis editorial explainer obituary letters comment profile interview video watch live \
            exclusive opinion";
        if colon == start + 1 && one_of!(scan.lower(start), LABELS) {
            return None;
        }
        let nameless = (start..colon).all(|at| scan.tag(at) != Tag::Propn);
        let plain = (start..colon).all(|at| {
            matches!(
                scan.tag(at),
                Tag::Propn | Tag::Noun | Tag::Adj | Tag::Det | Tag::Num | Tag::Punct | Tag::Adp | Tag::Part
            ) && !scan.is_comma(at)
                && !scan.is(at, words!["(", "["])
        });
        // "MAYOR ADA PARK, ELMFORD: We will wait." in capitals no part of speech can be told.
        let turn = self.begins_turn(start);
        let in_headline = self.in_headline(sentence);
        let in_transcript = self.transcript.is_some() && turn && !in_headline;
        if in_transcript && self.is_reporters_turn(start, colon) {
            return None;
        }
        let quoted = self.opens_quotation(colon + 1);
        // A turn of a conversation goes on to the next, and so does what somebody alone says of "me" or "us" under a name.
        let present = |at| scan.is(at, words!["i", "we", "my", "our"]);
        let goes_on = self.turn_end(sentence).filter(|&end| {
            turn && (self.in_capitals(start) || !in_headline && (in_transcript || (colon..end).any(present)))
        });
        let end = goes_on.unwrap_or(end);
        // "Poll: Most Voters Want Change", "Officials: Bridge to Reopen" in a headline.
        let one_word = colon == start + 1 && in_headline && self.reports_in_headlines(start);
        // "“PARK: We will wait. …": a quotation that holds turns of a conversation.
        let opens = scan.is_quote_mark(start) && scan.quotes.hold(start + 1) && colon > start + 1;
        // "ROE: We must go." beside "SMITH: …": a word in capitals is a name where another is, and speaks of "us".
        let beside = turn && self.named_turn && colon == start + 1 && (colon..end).any(present);
        let named = in_transcript || plain && (!nameless || one_word || turn && opens || beside);
        // "MOSS: Yeah.": in a transcript what has no verb answers; elsewhere "COST: Free" does not.
        let short = colon + if in_transcript { 1 } else { 2 } >= end;
        if !named || short || scan.quotes.hold(start) {
            return None;
        }
        // "NEW DELHI: The government approved …" says where the report is from.
        let is_place = || is_listed_place(&scan.reading.on_one_line(scan.reading.span(range(start, colon))));
        if quoted.is_none() && !in_headline && is_place() {
            return None;
        }
        // A headline may do with a participle: "Park: Rivals playing with fire".
        let acts = || (colon + 1..end).any(|at| scan.tag(at) == Tag::Verb);
        let clause = in_transcript || self.has_finite(colon + 1, end) || in_headline && acts();
        if quoted.is_none() && !clause {
            return None;
        }
        let content = quoted.unwrap_or(range(colon + 1, end));
        Some(Draft {
            // "A: No.": somebody who answers, and has no name there.
            source: (!scan.is(start, words!["a"])).then(|| range(start, colon)),
            cue: (!in_transcript).then(|| range(colon, colon + 1)),
            content: vec![content],
            sentence,
            tells_act: false,
            ..Draft::default()
        })
    }

    /// "The ferry must go. pic.twitter.com/1 — Ada Park (@adapark) May 1, 2020": a message shown in an article, under which
    /// stand a dash, a name and an address.
    #[inline(never)]
    pub(super) fn signed_post(&self, sentence: usize) -> Option<Draft> {
        /// Longest message, in bytes, so that no narration before it is taken for one.
        const LONGEST: u32 = 400;
        let scan = &self.scan;
        let found = scan.reading.sentences.get(sentence)?;
        // Most tokens need no call to be told.
        let is_dash = |&at: &usize| scan.is_dash_or_hyphen(at) && scan.is_dash(at);
        let (dash, open) = found.tokens.range().filter(is_dash).find_map(|dash| {
            let open = (dash + 2..dash + LONGEST_SPEAKER).find(|&at| scan.is(at, words!["("]))?;
            scan.lower(open + 1).starts_with('@').then_some((dash, open))
        })?;
        let blocks = scan.reading.blocks;
        let start_of = |index: usize| scan.reading.token_from(blocks[index].span.start);
        let mut first = found.block as usize;
        let line_before = |index: usize| blocks[index - 1].span.end + 1 == blocks[index].span.start;
        if first > 0 && start_of(first) == dash {
            first -= 1;
            // Lines of one message, where paragraphs stand further apart.
            let apart = !line_before(found.block as usize);
            let near = |index: usize| blocks[index].span.start + LONGEST >= found.span.start;
            while apart && first > 0 && near(first) && line_before(first) {
                first -= 1;
            }
        }
        let is_link = |at: usize| {
            let word = scan.lower(at);
            word.starts_with("http") || word.starts_with("pic.")
        };
        let end = (start_of(first)..dash).rev().find(|&at| !is_link(at))? + 1;
        let content = range(start_of(first), end);
        (scan.reading.span(content).len() <= LONGEST as usize && content.len() > 1).then(|| Draft {
            source: Some(range(dash + 1, open)),
            content: vec![content],
            sentence,
            tells_act: false,
            ..Draft::default()
        })
    }

    /// Whether a name in capitals, or somebody's name, and a colon stand at `start`, as before each turn of a conversation.
    #[inline(never)]
    fn begins_turn(&self, start: usize) -> bool {
        let reading = self.scan.reading;
        let ahead = reading.tokens.get(start..).unwrap_or_default();
        let Some(colon) =
            ahead.iter().take(LONGEST_SPEAKER).position(|token| token.rule_word.is(words![":"]))
        else {
            return false;
        };
        let name = reading.names.get(reading.names_before(start));
        let is_person = |name: &Name| reading.fullest(name).kind == NameKind::Person;
        colon > 0
            && ((start..start + colon).all(|at| self.in_capitals(at))
                || name.is_some_and(|name| name.tokens.range() == (start..start + colon) && is_person(name)))
    }

    /// The names of those who report, where the article is a transcript: where names with a colon stand before at least
    /// three paragraphs, two names and one of them twice, as "WATCH:" and "FULL STORY:" do not, or "Q" and "A". "ADA PARK,
    /// HOST", "NORA BELL, BYLINE" are its authors, under later turns as well.
    #[inline(never)]
    pub(super) fn find_turns(&mut self) {
        const FEWEST: usize = 3;
        let reading = self.scan.reading;
        let (mut names, mut reporters) = (Vec::new(), Vec::new());
        let mut last = None;
        for sentence in &reading.sentences {
            let start = sentence.tokens.range().start;
            let opens = last.replace(sentence.block) != Some(sentence.block);
            let content =
                || reading.blocks.get(sentence.block as usize).is_some_and(|block| block.kind.is_content());
            if !opens || !content() || !self.begins_turn(start) {
                continue;
            }
            let label = start..start + LONGEST_SPEAKER;
            let colon = label.clone().find(|&at| self.scan.is(at, words![":"])).unwrap_or(label.end);
            let Some(name) = self.turn_name(start, colon) else { continue };
            names.push(name);
            self.last_turn = start;
            self.named_turn |= self.scan.tag(start) == Tag::Propn && self.in_capitals(start);
            if (start..colon).any(|at| is_reporter(self.scan.lower(at))) {
                reporters.push(name);
            }
        }
        let turns = names.len();
        for list in [&mut names, &mut reporters] {
            sort_by_number(list, |name: &WordId| name.0.into());
            list.dedup();
        }
        let has = |word: &str| names.iter().any(|&name| reading.words.text(name) == word);
        if turns >= FEWEST && names.len() > 1 && names.len() < turns || has("q") && has("a") {
            self.transcript = Some(reporters);
        }
    }

    /// The last word of the name before a colon: "PARK" of "MAYOR ADA PARK, ELMFORD", and of "AP", who is Ada Park.
    #[inline(never)]
    fn turn_name(&self, start: usize, colon: usize) -> Option<WordId> {
        let reading = self.scan.reading;
        let last = (start..colon).find(|&at| self.scan.is_comma(at)).unwrap_or(colon).checked_sub(1)?;
        let name =
            reading.names.get(reading.names_before(last)).filter(|name| name.core.contains(last as u32));
        let last = name.map_or(last, |name| reading.fullest(name).core.range().end - 1);
        reading.tokens.get(last).map(|token| token.lower(&reading.words))
    }

    /// Whether the words after a name and a colon are those of a reporter.
    fn is_reporters_turn(&self, start: usize, colon: usize) -> bool {
        let name = self.turn_name(start, colon);
        name.zip(self.transcript.as_ref())
            .is_some_and(|(name, reporters)| reporters.binary_search(&name).is_ok())
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
    #[inline(never)]
    fn block_end(&self, sentence: usize) -> Option<usize> {
        let (first, rest) = self.scan.reading.sentences.get(sentence..)?.split_first()?;
        let goes_on =
            |next: &&Sentence| next.block == first.block && !self.begins_turn(next.tokens.range().start);
        let last = rest.iter().take_while(goes_on).last().unwrap_or(first);
        Some(self.scan.body(last.tokens).1)
    }

    /// The end of the turn that begins with a sentence: that of its paragraph, or of the last before the next turn.
    #[inline(never)]
    fn turn_end(&self, sentence: usize) -> Option<usize> {
        let reading = self.scan.reading;
        let mut end = self.block_end(sentence)?;
        let block = reading.sentences.get(sentence)?.block;
        for block in reading.blocks.get(block as usize + 1..)? {
            let tokens = reading.tokens_in(block.span).range();
            let first = tokens.start;
            if self.transcript.is_none()
                || first >= self.last_turn
                || block.kind != BlockKind::Paragraph
                || self.begins_turn(first)
                || self.scan.is_quote_mark(first)
                || self.scan.is(first, words!["(", "["])
            {
                break;
            }
            end = self.scan.body(range(first, tokens.end)).1;
        }
        Some(end)
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
