//! Sorted words as they are embedded: each begins with a control character, the number of bytes that it shares with
//! the word before it, and goes on with the rest (front coding; Witten, Moffat and Bell 1999, "Managing Gigabytes").
//! The build script writes them with this file in hand.

/// Most bytes that a word is told to share; a letter has a greater number.
pub const MOST_SHARED: usize = 31;

/// Calls `found` with every word, in order.
pub fn unfold(folded: &str, mut found: impl FnMut(&str)) {
    let mut word = String::new();
    let mut chars = folded.char_indices().filter(|(_, c)| (*c as usize) <= MOST_SHARED).peekable();
    while let Some((at, shared)) = chars.next() {
        let end = chars.peek().map_or(folded.len(), |&(next, _)| next);
        word.truncate(shared as usize);
        word.push_str(folded.get(at + 1..end).unwrap_or_default());
        found(&word);
    }
}
