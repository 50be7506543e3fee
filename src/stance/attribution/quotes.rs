//! Quotations: where quotation marks open and close. Straight marks do not say which they are, so their
//! neighbours must; a quotation may run over several paragraphs, each opened anew and only the last one closed.

use crate::article::Block;
use crate::bytes::{find, is_among};
use crate::collections::Marks;
use crate::language::{Reading, TokenRange};
use crate::span::Span;

/// One stretch of quoted text inside one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotation {
    /// Text between the marks.
    pub(super) span: Span,
    /// Tokens between the marks.
    pub(super) tokens: TokenRange,
    /// Index of its block.
    pub(super) block: u32,
    /// Whether the quotation goes on from the one before, which its paragraph left open.
    pub(super) goes_on: bool,
}

/// Every quotation of an article, in order of the text.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    /// In order of the text, without overlap.
    pub(super) all: Vec<Quotation>,
    inside: Marks,
}

/// Where the next sign that may be a quotation mark stands, at `at` or after.
#[inline(never)]
fn next_mark(text: &str, at: usize) -> Option<usize> {
    Some(at + find(text.as_bytes().get(at..)?, may_begin_mark)?)
}

/// In how many blocks without a mark a quotation may go on.
const LONGEST: usize = 8;

impl Quotes {
    /// Looks for quotations in the content blocks of `reading`.
    #[inline(never)]
    pub(super) fn find(reading: &Reading<'_>) -> Quotes {
        let mut quotes = Quotes { inside: Marks::with_room_for(reading.tokens.len()), ..Quotes::default() };
        let mut left_open = false;
        // The block and place where a quotation closes that was left open further up.
        let mut closes: Option<(usize, usize)> = None;
        for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_content()) {
            // "“It is late.⏎We must go,” she said": what closes here was open all the while.
            if let Some((_, close)) = closes.filter(|&(last, _)| index <= last) {
                let span = Span { end: block.span.end.min(close as u32), ..block.span };
                quotes.push(reading, index as u32, span);
                if let Some(part) = quotes.all.last_mut() {
                    part.goes_on = true;
                }
            }
            let before = quotes.all.len();
            let open_at_end = quotes.scan_block(reading, index as u32, block);
            if open_at_end {
                let below = reading.blocks.iter().enumerate().skip(index + 1).take(LONGEST);
                closes = below
                    .filter_map(|(index, block)| {
                        let text = block.span.of(reading.text);
                        let mark = text.find(['“', '”'])?;
                        let place = block.span.start as usize + mark;
                        Some((index, place, text.get(mark..)?.starts_with('”')))
                    })
                    .next()
                    .filter(|&(_, _, closing)| closing)
                    .map(|(index, place, _)| (index, place));
            }
            let starts_quoted = quotes.all.get(before).is_some_and(|first| {
                let lead = Span { start: block.span.start, end: first.span.start };
                left_open && lead.of(reading.text).chars().all(|c| !c.is_alphanumeric())
            });
            if starts_quoted {
                quotes.all[before].goes_on = true;
            }
            left_open = open_at_end;
        }
        quotes
    }

    /// The quotation that a token lies in; its marks do not.
    #[inline(never)]
    pub(super) fn at(&self, token: usize) -> Option<usize> {
        let before = || self.all.partition_point(|quotation| quotation.tokens.end as usize <= token);
        self.hold(token).then(before)
    }

    /// Whether a token lies in a quotation.
    pub(super) fn hold(&self, token: usize) -> bool {
        self.inside.has(token)
    }

    /// The words of the quotation around a token.
    #[inline(never)]
    pub(super) fn around(&self, token: usize) -> Option<TokenRange> {
        self.all.get(self.at(token)?).map(|quotation| quotation.tokens)
    }

    /// Finds the quotations of one block and tells whether the last one was left open.
    #[inline(never)]
    fn scan_block(&mut self, reading: &Reading<'_>, index: u32, block: &Block) -> bool {
        let text = block.span.of(reading.text);
        let base = block.span.start as usize;
        let mut open: Option<(usize, Mark)> = None;
        let mut possessive: Option<usize> = None;
        let mut at = 0;
        while let Some(found) = next_mark(text, at) {
            at = found;
            let Some(Sign { mark, length, before, next, after }) = sign_at(text, at) else { break };
            match (mark, open) {
                (None, _) => {}
                (Some(mark), None) if mark.opens(before, next) => {
                    open = Some((at + length, mark));
                    possessive = None;
                }
                (Some(mark), Some((start, opening)))
                    if opening.pairs_with(mark) && mark.closes(before, next) =>
                {
                    // "the farmers’ land": not yet the end, unless no better one follows.
                    if mark == Mark::Single && before == Some('s') && goes_on_below(after) {
                        possessive = possessive.or(Some(at));
                    } else {
                        self.push(reading, index, Span::new(base + start, base + at));
                        open = None;
                    }
                }
                // A second opening: the first was never closed, or was an apostrophe.
                (Some(mark), Some(_)) if mark != Mark::Single && mark.opens(before, next) => {
                    open = Some((at + length, mark));
                }
                _ => {}
            }
            at += length;
        }
        match open {
            Some((start, Mark::Single)) => {
                if let Some(end) = possessive {
                    self.push(reading, index, Span::new(base + start, base + end));
                }
                false
            }
            Some((start, _)) => {
                self.push(reading, index, Span::new(base + start, base + text.len()));
                true
            }
            None => false,
        }
    }

    #[inline(never)]
    fn push(&mut self, reading: &Reading<'_>, block: u32, span: Span) {
        let mut tokens = reading.tokens_in(span);
        // Where one goes on from a block above, another may open within it.
        let before = self.all.last().map_or(0, |last| last.tokens.end);
        tokens.start = tokens.start.max(before);
        if tokens.is_empty() {
            return;
        }
        self.inside.add(tokens.range());
        self.all.push(Quotation { span, tokens, block, goes_on: false });
    }
}

/// What may be a quotation mark, and what stands beside it.
struct Sign<'t> {
    mark: Option<Mark>,
    length: usize,
    before: Option<char>,
    next: Option<char>,
    after: &'t str,
}

#[inline(never)]
fn sign_at(text: &str, at: usize) -> Option<Sign<'_>> {
    let (lead, rest) = text.split_at_checked(at)?;
    let before = lead.chars().next_back();
    let (mark, length) = mark_at(rest, rest.chars().next()?, before);
    let after = rest.get(length..).unwrap_or("");
    Some(Sign { mark, length, before, next: after.chars().next(), after })
}

/// Kinds of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// `“`, `«`, `„`, a pair of grave accents.
    Open,
    /// `”`, `»`.
    Close,
    /// `"`, two of them, a pair of apostrophes: either.
    Straight,
    /// `‘`, `’`, `'`: a single mark, either, or an apostrophe.
    Single,
}

impl Mark {
    #[inline(never)]
    fn opens(self, before: Option<char>, next: Option<char>) -> bool {
        let starts = next.is_some_and(|c| !c.is_whitespace());
        match self {
            Mark::Open => true,
            Mark::Close => false,
            Mark::Straight => starts && before.is_none_or(|c| !c.is_alphanumeric() && !is_among(c, ",.?!")),
            Mark::Single => {
                next.is_some_and(char::is_alphabetic)
                    && before.is_none_or(|c| c.is_whitespace() || is_among(c, "([—–-:"))
            }
        }
    }

    #[inline(never)]
    fn closes(self, before: Option<char>, next: Option<char>) -> bool {
        match self {
            // "“It is late.“ she said": the wrong mark at the end.
            Mark::Open => before.is_some_and(|c| !c.is_whitespace()) && next.is_none_or(char::is_whitespace),
            Mark::Close => true,
            Mark::Straight => {
                before.is_some_and(|c| !c.is_whitespace()) || next.is_none_or(|c| !c.is_alphanumeric())
            }
            Mark::Single => {
                before.is_some_and(|c| !c.is_whitespace()) && next.is_none_or(|c| !c.is_alphanumeric())
            }
        }
    }

    fn pairs_with(self, closing: Mark) -> bool {
        (self == Mark::Single) == (closing == Mark::Single)
    }
}

/// Whether a byte is the first of a character that [`mark_at`] may know; never one inside a character.
fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2)
}

/// The mark at the head of `rest`, whose first character is `c`, and its length in bytes; for other characters
/// their own length.
fn mark_at(rest: &str, c: char, before: Option<char>) -> (Option<Mark>, usize) {
    let mark = match c {
        '“' | '«' | '„' => Some(Mark::Open),
        '”' | '»' => Some(Mark::Close),
        // Twice where the text came out of a table, which doubles them.
        '"' if rest.starts_with("\"\"") => return (Some(Mark::Straight), 2),
        '"' => Some(Mark::Straight),
        '`' if rest.starts_with("``") => return (Some(Mark::Open), 2),
        '\'' if rest.starts_with("''") => return (Some(Mark::Straight), 2),
        '‘' | '\'' => Some(Mark::Single),
        // A closing mark after a space is an apostrophe: ’90s.
        '’' if before.is_some_and(|c| !c.is_whitespace()) => Some(Mark::Single),
        _ => None,
    };
    (mark, c.len_utf8())
}

/// Whether the text goes on with a space and a small letter.
#[inline(never)]
fn goes_on_below(after: &str) -> bool {
    let mut characters = after.chars();
    characters.next().is_some_and(char::is_whitespace) && characters.next().is_some_and(char::is_lowercase)
}
