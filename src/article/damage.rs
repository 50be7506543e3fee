//! Spots where a text was damaged on its way: signs that could not be decoded, a lost dash between words, and
//! UTF-8 that was read as windows-1252. They are pointed out for the reader and never changed.

use crate::span::Span;

/// Byte spans of `text` that look damaged, in order.
///
/// ```
/// use stance_lens::article::damage;
///
/// let text = "six countries?China among them, the caf\u{fffd}, and doesnâ€™t";
/// let found: Vec<&str> = damage(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["?", "\u{fffd}", "â€™"]);
/// ```
pub fn damage(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    // The two signs before, the older first; addresses hold question marks of their own.
    let (mut before, mut last) = (' ', ' ');
    let mut in_address = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_whitespace() {
            in_address = false;
        }
        in_address |= c == '/' || c == '=' || c == '&';
        let span = if c == '\u{fffd}' {
            Some(Span::new(at, end))
        } else if last == '?' && before.is_alphabetic() && c.is_alphabetic() && !in_address {
            Some(Span::new(at - 1, at))
        } else if is_lead(last) && is_trail(c) {
            Some(Span::new(at - last.len_utf8(), end))
        } else {
            None
        };
        match (span, found.last_mut()) {
            // A run of misread bytes is one spot.
            (Some(span), Some(spot)) if spot.end >= span.start => spot.end = span.end,
            (Some(span), _) => found.push(span),
            (None, Some(spot))
                if spot.end as usize == at
                    && is_trail(c)
                    && !c.is_alphabetic()
                    && is_mojibake(text, *spot) =>
            {
                spot.end = end as u32;
            }
            _ => {}
        }
        before = last;
        last = c;
    }
    found
}

/// First byte of a sequence in UTF-8, as windows-1252 shows it.
fn is_lead(c: char) -> bool {
    matches!(c, 'Â' | 'Ã' | 'â' | 'Ð' | 'Ñ' | 'ð')
}

/// A byte inside a sequence in UTF-8 that windows-1252 shows as a sign which does not follow those letters.
fn is_trail(c: char) -> bool {
    matches!(
        c,
        '€' | '‚' | 'ƒ' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '™' | '˜' | '›' | '¡'..='¿' | '\u{80}'..='\u{9f}' | '“' | '”' | '–'
    ) && !matches!(c, '«' | '»')
}

fn is_mojibake(text: &str, spot: Span) -> bool {
    spot.of(text).starts_with(is_lead)
}
