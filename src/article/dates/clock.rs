//! Times of day beside a date, and the zones they are in.

use super::{Token, is_weekday, skip};
use crate::span::Span;

/// A time of day; the offset from UTC in minutes where the source names one that has only one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: Option<u32>,
    pub(super) offset: Option<i32>,
}

/// A time of day after a date: "T11:51:42+00:00", ", 4:10 p.m. EDT", "at 16.10 GMT+8".
pub(super) fn time_after(tokens: &[(Token<'_>, Span)], from: usize) -> Option<(Time, usize)> {
    let at = skip(tokens, from, 3, |token| match token {
        Token::Sign(c) => matches!(c, ',' | '|' | '-' | '–' | '·' | '•' | '.'),
        Token::Word(word) => ["T", "at", "um", "à", "a", "às", "alle", "om", "kl"].contains(&word),
        Token::Number(..) => false,
    });
    time(tokens, at)
}

/// A time of day right before a date: "16:10, 5 July 2024". Gives its first token.
pub(super) fn time_before(tokens: &[(Token<'_>, Span)], date: usize) -> Option<(Time, usize)> {
    (date.saturating_sub(8)..date).find_map(|at| {
        let (time, after) = time(tokens, at)?;
        let gap = skip(tokens, after, 3, |token| match token {
            Token::Sign(c) => matches!(c, ',' | '|' | '-' | '–' | '·' | '•'),
            Token::Word(word) => ["on", "ET", "CT", "PT"].contains(&word) || is_weekday(word),
            Token::Number(..) => false,
        });
        (gap >= date).then_some((time, at))
    })
}

/// Hours and minutes, seconds, half of the day and zone at token `at`, and the token after.
fn time(tokens: &[(Token<'_>, Span)], at: usize) -> Option<(Time, usize)> {
    let token = |at: usize| tokens.get(at).map(|&(token, _)| token);
    let (Token::Number(mut hour, 1..=2), Token::Sign(':' | 'h'), Token::Number(minute, 2)) =
        (token(at)?, colon(token(at + 1)?), token(at + 2)?)
    else {
        return None;
    };
    let mut next = at + 3;
    let mut second = None;
    if let (Some(Token::Sign(':')), Some(Token::Number(value, 2))) = (token(next), token(next + 1)) {
        second = Some(value);
        next += 2;
        if let (Some(Token::Sign('.')), Some(Token::Number(..))) = (token(next), token(next + 1)) {
            next += 2;
        }
    }
    if let Some(Token::Word(word)) = token(next) {
        let half = word.to_ascii_lowercase();
        let dotted = matches!(half.as_str(), "a" | "p")
            && matches!(token(next + 1), Some(Token::Sign('.')))
            && matches!(token(next + 2), Some(Token::Word("m" | "M")));
        if matches!(half.as_str(), "am" | "pm") || dotted {
            hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
            next += if dotted { 3 } else { 1 };
            next = skip(tokens, next, 1, |token| matches!(token, Token::Sign('.')));
        }
    }
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 60) {
        return None;
    }
    let (offset, next) = zone(tokens, next);
    Some((Time { hour, minute, second, offset }, next))
}

/// "16h10" is written with a letter.
fn colon(token: Token<'_>) -> Token<'_> {
    if matches!(token, Token::Word("h")) { Token::Sign('h') } else { token }
}

/// Offset from UTC in minutes at token `at`; names that stand for several zones are passed over.
fn zone(tokens: &[(Token<'_>, Span)], at: usize) -> (Option<i32>, usize) {
    let at = skip(tokens, at, 1, |token| matches!(token, Token::Sign('(')));
    let mut next = at;
    let mut named = None;
    if let Some((Token::Word(word), _)) = tokens.get(at) {
        named = match *word {
            "Z" | "UTC" | "GMT" | "UT" => Some(0),
            "BST" | "CET" | "WEST" => Some(60),
            "CEST" | "EET" => Some(120),
            "EEST" | "MSK" => Some(180),
            "KST" | "JST" => Some(540),
            "EDT" => Some(-240),
            "EST" | "CDT" => Some(-300),
            "MDT" => Some(-360),
            "PDT" => Some(-420),
            "PST" => Some(-480),
            _ => None,
        };
        if named.is_none() {
            return (None, at);
        }
        next += 1;
        if *word == "Z" {
            return (named, next);
        }
    }
    let signed = match tokens.get(next) {
        Some((Token::Sign('+'), _)) => Some(1),
        Some((Token::Sign('-' | '−'), _)) => Some(-1),
        _ => None,
    };
    if let (Some(sign), Some(&(Token::Number(value, digits), _))) = (signed, tokens.get(next + 1)) {
        let minutes = |value: u32| i32::try_from(value).unwrap_or(0);
        match (digits, tokens.get(next + 2), tokens.get(next + 3)) {
            (1..=2, Some((Token::Sign(':'), _)), Some(&(Token::Number(part, 2), _)))
                if value <= 14 && part < 60 =>
            {
                return (Some(sign * (minutes(value) * 60 + minutes(part))), next + 4);
            }
            (1..=2, ..) if value <= 14 && named.is_some() => {
                return (Some(sign * minutes(value) * 60), next + 2);
            }
            (4, ..) if value / 100 <= 14 && value % 100 < 60 => {
                return (Some(sign * (minutes(value) / 100 * 60 + minutes(value) % 100)), next + 2);
            }
            _ => {}
        }
    }
    (named, next)
}
