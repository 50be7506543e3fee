//! Text of a page as a reader sees it: white space collapsed, signs without width kept out of words.

/// Adds `text` to `out`, white space of any kind and no-break spaces as single blanks; with `lines`, line
/// breaks stay.
pub(super) fn push(out: &mut String, text: &str, lines: bool) {
    for c in text.chars() {
        match c {
            // Joiners are part of words in some scripts and of emoji; these are not.
            '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}' | '\u{200e}' | '\u{200f}' => {}
            '\n' if lines => {
                let kept = out.trim_end_matches(' ').len();
                out.truncate(kept);
                out.push('\n');
            }
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// A value of metadata as plain words; `None` where nothing is left.
pub(super) fn value(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text, false);
    let kept = out.trim_end().len();
    out.truncate(kept);
    (!out.is_empty()).then_some(out)
}
