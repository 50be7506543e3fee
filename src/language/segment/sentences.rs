//! Where sentences end.

use super::gaps::{self, Looks, Paragraph};
use super::lexicon::Abbreviation;
use super::notes::{Notes, Stop, StopKind};
use super::peek::is_starter;
use crate::bytes::one_of;
use crate::language::{Token, Words};

/// Divides the tokens of a block, from `first` on, into sentences. With `unstopped`, sentences are looked
/// for that end without a stop too.
pub(super) fn divide(
    text: &str,
    words: &Words,
    tokens: &[Token],
    first: usize,
    notes: &Notes,
    unstopped: Option<&mut Looks>,
    mut push: impl FnMut(usize, usize),
) {
    let mut unstopped = unstopped.map(|looks| (Paragraph::new(words, tokens, first, notes, looks), looks));
    let mut apart = notes.apart.iter().map(|&token| token as usize).peekable();
    // Ends the sentence begun at `start` at each gap between `closed` and `to` that is an end without a stop; gives
    // the start of the one after.
    let mut divide_unstopped =
        |mut start: usize, closed: usize, to: usize, push: &mut dyn FnMut(usize, usize)| {
            if let Some((paragraph, looks)) = &mut unstopped {
                while let Some(next) = apart.next_if(|&next| next < to) {
                    if next > closed
                        && paragraph
                            .features(next, next - closed, looks)
                            .is_some_and(|features| gaps::ends(&features))
                        && !goes_on_past_quotation(text, tokens, next, paragraph.is_prose())
                    {
                        push(start, next);
                        start = next;
                    }
                }
            }
            start
        };
    let mut start = first;
    // Where the last stop closed; stops that close with an earlier one were decided with it.
    let mut closed = first;
    for (index, &stop) in notes.stops.iter().enumerate() {
        let at = stop.token as usize;
        if at < closed {
            continue;
        }
        let end = after_closers(text, tokens, notes.stops.get(index + 1..).unwrap_or_default(), at);
        start = divide_unstopped(start, closed, at + 1, &mut push);
        closed = end;
        if end < tokens.len() && ends(&Context { text, words, tokens, start, at, end, kind: stop.kind }) {
            push(start, end);
            start = end;
        }
    }
    start = divide_unstopped(start, closed, tokens.len(), &mut push);
    if start < tokens.len() {
        push(start, tokens.len());
    }
}

/// Whether a comma and a closing quotation mark stand before the token `next`: the words that say who speaks
/// follow ("“It rained,” Park said"). In `prose`, also where no stop stands within the marks ("her “friend” Tom Bell").
fn goes_on_past_quotation(text: &str, tokens: &[Token], next: usize, prose: bool) -> bool {
    let word = |back: usize| {
        next.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", |token| token.span.of(text))
    };
    is_closer(word(1)) && (word(2) == "," || prose && word(2).ends_with(char::is_alphabetic))
        || word(1).starts_with(',') && word(1).len() > 1
}

/// First token after the stop at `at` and what closes with it: quotation marks, brackets, further stops, an
/// emoticon, the number of a reference ("... in riots. [17] There were"). `later` are the stops after this one.
fn after_closers(text: &str, tokens: &[Token], later: &[Stop], at: usize) -> usize {
    let token = |index: usize| tokens.get(index).map_or("", |token| token.span.of(text));
    let touches = |index: usize| matches!(tokens.get(index - 1..=index), Some([before, next]) if before.span.end == next.span.start);
    let mut later = later.iter().peekable();
    let mut end = at + 1;
    loop {
        while later.next_if(|stop| (stop.token as usize) < end).is_some() {}
        let stop = later.peek().filter(|stop| stop.token as usize == end);
        if touches(end) && (stop.is_some() || is_closer(token(end)))
            || stop.is_some_and(|stop| stop.kind == StopKind::Emoticon)
            // An ellipsis of full stops with spaces between: ". . .".
            || stop.is_some() && token(end) == "." && token(end - 1) == "."
        {
            end += 1;
        } else if token(end) == "["
            && token(end + 2) == "]"
            && token(end + 1).bytes().all(|byte| byte.is_ascii_digit())
        {
            end += 3;
        } else {
            return end;
        }
    }
}

fn is_closer(token: &str) -> bool {
    is_sign(token) && one_of!(token, r#") ] } " ' '' ” ’ ’’ » 」 』 ） 】 ›"#)
}

fn is_quote(token: &str) -> bool {
    is_sign(token) && one_of!(token, r#"" ' '' ” ’ ’’ » 」 』 ›"#)
}

fn is_opener(token: &str) -> bool {
    is_sign(token) && one_of!(token, r#"" ' `` ` “ ‘ « ( [ ‹ „ 「 『 （"#)
}

/// Whether a token may be a sign: nearly all that are asked for are words, which their first byte tells.
#[inline(always)]
fn is_sign(token: &str) -> bool {
    !token.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
}

/// A place where a sentence may end.
struct Context<'c> {
    text: &'c str,
    words: &'c Words,
    tokens: &'c [Token],
    /// First token of the sentence.
    start: usize,
    /// The stop.
    at: usize,
    /// First token after it and its closers.
    end: usize,
    kind: StopKind,
}

/// What the next sentence would begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Upper,
    Lower,
    Digit,
    Other,
}

impl Context<'_> {
    fn token(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    fn next(&self) -> (Next, usize) {
        let mut at = self.end;
        while at < self.end + 2 && is_opener(self.token(at)) {
            at += 1;
        }
        let next = match self.token(at).chars().next() {
            Some(c) if c.is_uppercase() => Next::Upper,
            Some(c) if c.is_lowercase() => Next::Lower,
            Some(c) if c.is_numeric() => Next::Digit,
            // Letters without case begin a sentence like capitals.
            Some(c) if c.is_alphabetic() => Next::Upper,
            _ => Next::Other,
        };
        (next, at)
    }

    fn spaced(&self) -> bool {
        match self.tokens.get(self.end - 1..=self.end) {
            Some([before, next]) => before.span.end < next.span.start,
            _ => true,
        }
    }

    /// Whether the word before the full stop looks like an abbreviation that no list knows.
    fn may_be_abbreviation(&self) -> bool {
        const LONGEST: usize = 4;
        let word = self.token(self.at.wrapping_sub(1));
        self.end > self.at + 1 || word.len() <= LONGEST && word.starts_with(|c: char| c.is_uppercase())
    }

    fn quoted(&self) -> bool {
        (self.at + 1..self.end).any(|index| is_quote(self.token(index)))
    }

    /// "asked Ruiz", "Ruiz said", "he said" after a quotation that ends in a question or exclamation mark.
    fn reported(&self, from: usize) -> bool {
        const SAYING: &str = "said says asked asks replied answered wrote told added cried shouted exclaimed wondered joked \
            tweeted declared demanded insisted responded retorted remarked quipped mused yelled screamed roared gushed \
            fumed beamed pressed continued interjected writes";
        (from..from + 4).any(|index| {
            self.tokens.get(index).is_some_and(|token| one_of!(self.words.lower_text(token.word), SAYING))
        })
    }
}

fn ends(context: &Context<'_>) -> bool {
    let (next, word_at) = context.next();
    let word = context.token(word_at);
    let spaced = context.spaced();
    match context.kind {
        StopKind::Wide => {
            // 「行こう。」と言った: a particle goes on with the sentence around the quotation.
            let particle =
                context.quoted() && !spaced && word.starts_with(|c| ('\u{3041}'..='\u{309F}').contains(&c));
            next != Next::Lower && !particle
        }
        StopKind::Abbreviation(Abbreviation::Title | Abbreviation::Number) => false,
        StopKind::Abbreviation(Abbreviation::Inside) => false,
        StopKind::Abbreviation(Abbreviation::Date | Abbreviation::End) | StopKind::Letters => {
            // "at 9 a.m. Ruiz" but "at 9 a.m. EST", "at 9 a.m. Monday".
            let time = matches!(context.token(context.at), "a.m." | "p.m.")
                && word.bytes().any(|byte| byte.is_ascii_lowercase())
                && !word.ends_with("day");
            spaced && next == Next::Upper && (is_starter(word) || time || context.end > context.at + 1)
        }
        StopKind::Abbreviation(Abbreviation::Last) => spaced && next == Next::Upper,
        StopKind::Initial => spaced && next == Next::Upper && context.end > context.at + 1,
        StopKind::Emoticon => spaced && next == Next::Upper,
        StopKind::Period if context.token(context.at + 1) == "." => {
            spaced && matches!(next, Next::Upper | Next::Digit)
        }
        StopKind::Period => {
            if context.at == context.start + 1 && is_enumerator(context.token(context.start)) {
                return false;
            }
            if !spaced {
                return next == Next::Upper
                    && context.end == context.at + 1
                    && word_at == context.end
                    && word.len() > 1;
            }
            next != Next::Lower || !context.may_be_abbreviation()
        }
        StopKind::Call => {
            if !spaced {
                return next == Next::Upper && word_at == context.end && context.end == context.at + 1;
            }
            if context.quoted() {
                return next != Next::Lower && !context.reported(word_at);
            }
            true
        }
        StopKind::Ellipsis => spaced && matches!(next, Next::Upper | Next::Digit),
    }
}

fn is_enumerator(token: &str) -> bool {
    const LONGEST: usize = 5;
    let number = token.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    token.len() <= LONGEST && number && (token.len() <= 3 || token.contains('.')) || token.len() == 1
}
