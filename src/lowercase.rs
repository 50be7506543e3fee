//! Small letters as Unicode has them. The standard library's tables for this take ten kilobytes of the download; as runs
//! of letters at one distance, which the build script reads off the standard library, they take one.

/// Runs of capital letters, ascending: the first, the last, the distance from one to the next, and that from each to
/// its small letter.
static RUNS: &[(u32, u32, u32, i32)] = &include!(concat!(env!("OUT_DIR"), "/lowercase.rs"));

/// A word or text in small letters, as `str::to_lowercase` gives it.
pub(crate) fn lowercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { lowercase_wide(text) }
}

#[inline(never)]
fn lowercase_wide(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            // A sigma at the end of a word has a form of its own.
            'Σ' if ends_word(text, at) => lower.push('ς'),
            c => each_small(c, |c| lower.push(c)),
        }
    }
    lower
}

/// Gives the small form of a letter, or what is no capital letter as it is.
pub(crate) fn each_small(c: char, mut give: impl FnMut(char)) {
    give(small(c));
    // The one letter that becomes two: its dot is a mark of its own.
    if c == 'İ' {
        give('\u{307}');
    }
}

/// The small form of a letter.
pub(crate) fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = u32::from(c);
    let run = RUNS.partition_point(|&(_, last, ..)| last < code);
    match RUNS.get(run) {
        Some(&(first, _, step, distance)) if code >= first && (code - first).is_multiple_of(step) => {
            code.checked_add_signed(distance).and_then(char::from_u32).unwrap_or(c)
        }
        _ if c == 'İ' => 'i',
        _ => c,
    }
}

/// Whether a letter stands before the one at `at`, and none after it.
fn ends_word(text: &str, at: usize) -> bool {
    let letter = |c: &char| c.is_alphabetic();
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at..).and_then(|rest| rest.chars().nth(1));
    before.as_ref().is_some_and(letter) && !after.as_ref().is_some_and(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_the_small_form_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(lowercase(&c.to_string()), c.to_string().to_lowercase(), "{c:?}");
        }
    }

    #[test]
    fn words_too() {
        for word in ["", "ÉLYSÉE", "Київ", "ΑΘΗΝΑΣ ΚΑΙ ΣΟΦΙΑ", "Σ", "ΣΑΣ", "İSTANBUL", "ǅUNGLA", "STRASSE ẞ"]
        {
            assert_eq!(lowercase(word), word.to_lowercase());
        }
    }
}
