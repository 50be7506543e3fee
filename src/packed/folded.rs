//! Sorted words as they are embedded: each begins with a control character, the number of bytes that it shares with
//! the word before it, and goes on with the rest (front coding; Witten, Moffat and Bell 1999, "Managing Gigabytes").
//! The build script writes them with this file in hand.

/// Most bytes that a word is told to share; a letter has a greater number.
pub const MOST_SHARED: usize = 31;

/// Calls `found` with every word, in order, and the number of bytes that it is told to share with the one before. One
/// function for all lists, so that an engine compiles one.
#[inline(never)]
pub fn unfold(folded: &str, found: &mut dyn FnMut(&str, usize)) {
    let mut word = String::new();
    let mut rest = folded;
    while let Some((&shared, after)) = rest.as_bytes().split_first() {
        let length = after.iter().take_while(|&&byte| usize::from(byte) > MOST_SHARED).count();
        word.truncate(usize::from(shared));
        word.push_str(rest.get(1..=length).unwrap_or_default());
        rest = rest.get(length + 1..).unwrap_or_default();
        found(&word, usize::from(shared));
    }
}
