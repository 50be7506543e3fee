//! Dates as articles write them, turned into ISO 8601 as precise as the source: no part is made up.
//!
//! Numbers are read by shape (`2024-07-05`, `2024.07.05 16:10 GMT+8`, `5/7/2024`, `2024年7月5日`), names of months
//! from `lexicon/months.tsv`. Reading stops after a bounded number of tokens, so a long line costs no more
//! than a short one.

mod clock;

use std::fmt;
use std::sync::OnceLock;

use self::clock::{Time, time_after, time_before};
use crate::bytes::{lines, split};
use crate::collections::Listed;
use crate::lowercase::lowercase;
use crate::span::Span;

/// Names of months, one line each: number, forms.
const MONTHS: &str = include_str!(concat!(env!("OUT_DIR"), "/months.tsv"));

/// Tokens of one line that are looked at.
const MOST_TOKENS: usize = 80;

/// A point in time with as many parts as the source gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    year: u32,
    month: u32,
    day: Option<u32>,
    time: Option<Time>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        let Some(day) = self.day else { return Ok(()) };
        write!(f, "-{day:02}")?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour, time.minute)?;
        if let Some(second) = time.second {
            write!(f, ":{second:02}")?;
        }
        match time.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

impl Moment {
    /// A moment, where the parts are possible ones.
    fn new(year: u32, month: u32, day: Option<u32>) -> Option<Self> {
        let possible = (1600..2200).contains(&year)
            && (1..=12).contains(&month)
            && day.is_none_or(|day| (1..=31).contains(&day));
        possible.then_some(Self { year, month, day, time: None })
    }

    /// Whether the day is known.
    pub(super) fn has_day(&self) -> bool {
        self.day.is_some()
    }
}

/// One token of a line that may hold a date.
#[derive(Clone, Copy, Debug)]
enum Token<'t> {
    /// Value and number of digits.
    Number(u32, usize),
    Word(&'t str),
    Sign(char),
}

/// The first date in `text` and the bytes it covers, its time included.
pub(super) fn find(text: &str) -> Option<(Moment, Span)> {
    let tokens = tokenize(text);
    (0..tokens.len()).find_map(|at| {
        let (mut moment, mut next) = date(&tokens, at)?;
        let mut start = at;
        if moment.has_day() {
            if let Some((time, after)) = time_after(&tokens, next) {
                moment.time = Some(time);
                next = after;
            } else if let Some((time, first)) = time_before(&tokens, at) {
                moment.time = Some(time);
                start = first;
            }
        }
        let first = tokens.get(start)?.1.start;
        let last = tokens.get(next.checked_sub(1)?)?.1.end;
        Some((moment, Span { start: first, end: last }))
    })
}

/// The date in `text` in ISO 8601, for values that are a date and little else, such as metadata. A month
/// alone counts where nothing else is said.
pub(super) fn iso(text: &str) -> Option<String> {
    let (moment, span) = find(text)?;
    (moment.has_day() || span.len() == text.trim().len()).then(|| moment.to_string())
}

/// The date in the path of an address, such as `/2024/07/04/`.
#[inline(never)]
pub(super) fn in_address(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let number = |part: &str, longest: usize| {
        (part.len() <= longest && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    let recent = |year: &u32| (1990..2100).contains(year);
    parts
        .windows(3)
        .find_map(|window| {
            let [year, month, day] = window else { return None };
            if year.len() != 4 || month.is_empty() || day.is_empty() {
                return None;
            }
            let year: u32 = number(year, 4).filter(recent)?;
            let month = number(month, 2).or_else(|| month_of(month))?;
            Moment::new(year, month, Some(number(day, 2)?))
        })
        .or_else(|| {
            // 20240704 as a part of its own.
            parts.iter().filter(|part| part.len() == 8).find_map(|part| {
                let value = number(part, 8)?;
                let year = Some(value / 10_000).filter(recent)?;
                Moment::new(year, value / 100 % 100, Some(value % 100))
            })
        })
        .map(|moment| moment.to_string())
}

/// Runs of digits, runs of letters and single signs; white space belongs to none.
fn tokenize(text: &str) -> Vec<(Token<'_>, Span)> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if tokens.len() == MOST_TOKENS {
            break;
        }
        let mut end = start + c.len_utf8();
        let same: fn(char) -> bool = if c.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if is_date_ideograph(c) {
            |_| false
        } else if c.is_alphabetic() {
            |c| c.is_alphabetic() && !is_date_ideograph(c)
        } else {
            |_| false
        };
        while let Some((at, next)) = chars.next_if(|&(_, next)| same(next)) {
            end = at + next.len_utf8();
        }
        let span = Span::new(start, end);
        let token = if c.is_ascii_digit() {
            Token::Number(span.of(text).parse().unwrap_or(u32::MAX), span.len())
        } else if is_date_ideograph(c) {
            Token::Sign(c)
        } else if c.is_alphabetic() {
            Token::Word(span.of(text))
        } else if c.is_whitespace() {
            continue;
        } else {
            Token::Sign(c)
        };
        tokens.push((token, span));
    }
    tokens
}

/// Year, month and day signs of East Asian dates.
fn is_date_ideograph(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

/// A date that begins at token `at`, and the token after it.
#[inline(never)]
fn date(tokens: &[(Token<'_>, Span)], at: usize) -> Option<(Moment, usize)> {
    let token = |ahead: usize| tokens.get(at + ahead).map(|&(token, _)| token);
    // Digits that continue a longer number, such as 1.2024.07, are no date.
    match (token(0)?, token(1), token(2), token(3), token(4)) {
        (
            Token::Number(y, 4),
            Some(Token::Sign('年' | '년')),
            Some(Token::Number(m, 1..=2)),
            Some(Token::Sign('月' | '월')),
            Some(Token::Number(d, 1..=2)),
        ) => {
            let closed = matches!(token(5), Some(Token::Sign('日' | '일')));
            Some((Moment::new(y, m, Some(d))?, at + 5 + usize::from(closed)))
        }
        (
            Token::Number(y, 4),
            Some(Token::Sign(a)),
            Some(Token::Number(m, 1..=2)),
            Some(Token::Sign(b)),
            Some(Token::Number(d, 1..=2)),
        ) if a == b && is_separator(a) => Some((Moment::new(y, m, Some(d))?, at + 5)),
        (
            Token::Number(first, 1..=2),
            Some(Token::Sign(a)),
            Some(Token::Number(second, 1..=2)),
            Some(Token::Sign(b)),
            Some(Token::Number(y, 4)),
        ) if a == b && is_separator(a) => {
            // Only American slashes put the month first; a day above 12 settles it.
            let month_first = second > 12 || (a == '/' && first <= 12);
            let (month, day) = if month_first { (first, second) } else { (second, first) };
            Some((Moment::new(y, month, Some(day))?, at + 5))
        }
        (Token::Number(y, 4), Some(Token::Sign('-')), Some(Token::Number(m, 2)), ..) => {
            Some((Moment::new(y, m, None)?, at + 3))
        }
        (Token::Number(compact, 8), ..) => {
            let moment = Moment::new(compact / 10_000, compact / 100 % 100, Some(compact % 100))?;
            (1990..2100).contains(&moment.year).then_some((moment, at + 1))
        }
        (Token::Number(day, 1..=2), ..) => day_first(tokens, at, day),
        (Token::Word(word), ..) => month_first(tokens, at, month_of(word)?),
        _ => None,
    }
}

/// Signs between the numbers of a date.
fn is_separator(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '‑' | '–')
}

/// "4 July 2024", "4. Juli 2024", "4 de julio de 2024", "4th of July, 2024".
#[inline(never)]
fn day_first(tokens: &[(Token<'_>, Span)], at: usize, day: u32) -> Option<(Moment, usize)> {
    let mut next = skip(tokens, at + 1, 3, |token| match token {
        Token::Sign(c) => matches!(c, '.' | 'º' | '°' | '-' | ','),
        Token::Word(word) => ["st", "nd", "rd", "th", "er", "o", "of", "de", "a"].contains(&word),
        Token::Number(..) => false,
    });
    let Token::Word(word) = tokens.get(next)?.0 else { return None };
    let month = month_of(word)?;
    next = skip(tokens, next + 1, 2, |token| match token {
        Token::Sign(c) => matches!(c, '.' | ',' | '-'),
        Token::Word(word) => ["de", "del"].contains(&word),
        Token::Number(..) => false,
    });
    let Token::Number(year, 4) = tokens.get(next)?.0 else { return None };
    Some((Moment::new(year, month, Some(day))?, next + 1))
}

/// "July 4, 2024", "Jul. 4th 2024", "July 2024".
#[inline(never)]
fn month_first(tokens: &[(Token<'_>, Span)], at: usize, month: u32) -> Option<(Moment, usize)> {
    let next = skip(tokens, at + 1, 1, |token| matches!(token, Token::Sign('.' | '-' | ',')));
    match tokens.get(next)?.0 {
        Token::Number(year, 4) => Some((Moment::new(year, month, None)?, next + 1)),
        Token::Number(day, 1..=2) => {
            let next = skip(tokens, next + 1, 2, |token| match token {
                Token::Sign(c) => matches!(c, ',' | '.' | '-'),
                Token::Word(word) => ["st", "nd", "rd", "th"].contains(&word),
                Token::Number(..) => false,
            });
            let Token::Number(year, 4) = tokens.get(next)?.0 else { return None };
            Some((Moment::new(year, month, Some(day))?, next + 1))
        }
        _ => None,
    }
}

/// The first token from `from` on that `passed` does not accept, after at most `most` that it does.
fn skip(tokens: &[(Token<'_>, Span)], from: usize, most: usize, passed: impl Fn(Token<'_>) -> bool) -> usize {
    let run = tokens.iter().skip(from).take(most).take_while(|(token, _)| passed(*token)).count();
    from + run
}

/// Number of a month by its name.
fn month_of(name: &str) -> Option<u32> {
    static FORMS: OnceLock<Listed> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        lines(MONTHS)
            .filter_map(|line| {
                let mut fields = split(line, b'\t');
                Some((fields.next()?.parse().ok()?, fields.next()?))
            })
            .flat_map(|(number, forms)| split(forms, b' ').map(move |form| (form, number)))
            .collect()
    });
    // Longer words are no names of months.
    if name.len() > 24 { None } else { forms.get(lowercase(name).as_str()).copied() }
}

/// Whether a word is the name of a day of the week in one of the larger European languages.
pub(super) fn is_weekday(word: &str) -> bool {
    const NAMES: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche \
        lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira \
        lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag \
        понедельник вторник среда четверг пятница суббота воскресенье";
    let word = lowercase(word);
    split(NAMES, b' ').any(|name| name == word)
}

#[cfg(test)]
mod tests;
