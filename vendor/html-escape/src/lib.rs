//! Character references in a text, decoded. html-escape 0.2 has a table of entities of its own; this has not, so
//! that a module of WebAssembly holds the entities once.

use std::borrow::Cow;

use web_atoms::NAMED_ENTITIES;

/// Longest name, with its semicolon.
const LONGEST: usize = 40;

/// Decodes every character reference that ends with a semicolon; what is none stays as it is.
///
/// ```
/// use html_escape::decode_html_entities;
///
/// assert_eq!(decode_html_entities("a &lt; b &amp; c &#x2014; d &#65; &acE;"), "a < b & c \u{2014} d A \u{223e}\u{333}");
/// assert_eq!(decode_html_entities("R&D; &; &#; &#x; &#0; &amp &#xD800;"), "R&D; &; &#; &#x; &#0; &amp &#xD800;");
/// ```
pub fn decode_html_entities(text: &str) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut kept = 0;
    for (at, _) in text.match_indices('&') {
        let rest = text.as_bytes().get(at + 1..).unwrap_or_default();
        let Some(length) = rest.iter().take(LONGEST).position(|&byte| byte == b';') else { continue };
        let end = at + 1 + length + 1;
        let Some((first, second)) = text.get(at + 1..end).and_then(decode) else { continue };
        decoded.push_str(text.get(kept..at).unwrap_or_default());
        decoded.push(first);
        decoded.extend(second);
        kept = end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    decoded.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(decoded)
}

/// The one or two characters of a reference, which is given without its `&`.
fn decode(reference: &str) -> Option<(char, Option<char>)> {
    if let Some(number) = reference.strip_prefix('#') {
        let digits = number.strip_suffix(';')?;
        let (digits, radix) = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (digits, 10),
        };
        let number =
            digits.chars().all(|digit| digit.is_digit(radix)).then(|| u32::from_str_radix(digits, radix))?;
        let character = char::from_u32(number.ok()?)?;
        let control = character < ' ' && !matches!(character, '\t' | '\n' | '\u{c}' | '\r');
        return (!control).then_some((character, None));
    }
    match NAMED_ENTITIES.get(reference)? {
        (0, _) => None,
        (first, second) => Some((char::from_u32(*first)?, char::from_u32(*second).filter(|_| *second > 0))),
    }
}
