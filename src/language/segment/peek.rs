//! Looks ahead of the scan, each bounded so that no text can make it slow.

use super::bytes::{Class, class, is_wide_punctuation, wide_at};
use super::scan::Scanner;

/// Longest run of letters looked at.
const SHORT: usize = 12;

/// The run of ASCII letters and digits at `at`, with its end; empty where it is longer than [`SHORT`] or
/// touches a letter beyond ASCII.
pub(super) fn short_run<'s>(scanner: &Scanner<'s>, at: usize) -> (&'s [u8], usize) {
    let mut to = at;
    while to < scanner.end && to - at <= SHORT {
        match class(scanner.bytes[to]) {
            Class::Letter | Class::Digit => to += 1,
            Class::Wide if is_word_start(scanner, to) => return (&[], at),
            _ => break,
        }
    }
    if to - at > SHORT { (&[], at) } else { (scanner.bytes.get(at..to).unwrap_or_default(), to) }
}

/// Whether a letter or digit stands at `at`.
pub(super) fn is_word_start(scanner: &Scanner<'_>, at: usize) -> bool {
    at < scanner.end
        && match class(scanner.bytes[at]) {
            Class::Letter | Class::Digit => true,
            Class::Wide => {
                wide_at(scanner.text, at).is_some_and(|c| !c.is_whitespace() && !is_wide_punctuation(c))
            }
            _ => false,
        }
}

/// Whether the underscore at `at` stands before a letter, a digit or another underscore.
pub(super) fn is_joined(scanner: &Scanner<'_>, at: usize) -> bool {
    matches!(class(scanner.byte(at + 1)), Class::Letter | Class::Digit)
}

/// End of the run of digits at `at`.
pub(super) fn digits(scanner: &Scanner<'_>, at: usize) -> usize {
    let mut to = at;
    while to < scanner.end && class(scanner.bytes[to]) == Class::Digit {
        to += 1;
    }
    to
}

/// The first byte after a few spaces, opening quotation marks and brackets from `at` on; a space where there are more, or none.
pub(super) fn after_space(scanner: &Scanner<'_>, at: usize) -> u8 {
    scanner.byte(skip_space(scanner, at))
}

fn skip_space(scanner: &Scanner<'_>, at: usize) -> usize {
    const MOST: usize = 4;
    let mut to = at;
    while to - at < MOST && matches!(scanner.byte(to), b' ' | b'\t' | b'\n' | b'"' | b'(') && to < scanner.end
    {
        to += 1;
    }
    to
}

/// Whether the next word is one that begins sentences and hardly ever a name: "The", "But", "It".
pub(super) fn is_sentence_starter(scanner: &Scanner<'_>, at: usize) -> bool {
    let (word, _) = short_run(scanner, skip_space(scanner, at));
    std::str::from_utf8(word).is_ok_and(is_starter)
}

/// Words that begin sentences and hardly ever names.
pub(super) fn is_starter(word: &str) -> bool {
    const STARTERS: &[&str] = &[
        "A", "About", "According", "After", "All", "Also", "Although", "Among", "An", "And", "Another",
        "Any", "Are", "As", "At", "Because", "Before", "Both", "But", "By", "Can", "Did", "Do", "Does",
        "During", "Each", "Earlier", "Even", "Every", "For", "From", "Had", "Has", "Have", "He", "Her",
        "Here", "His", "How", "However", "I", "If", "In", "Instead", "Is", "It", "Its", "Last", "Later",
        "Many", "Meanwhile", "More", "Most", "My", "Neither", "No", "Not", "Now", "Of", "On", "One", "Only",
        "Or", "Our", "Over", "People", "Please", "She", "Since", "So", "Some", "Such", "Thank", "Thanks",
        "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Through",
        "Thus", "To", "Today", "Under", "Until", "Was", "We", "Were", "What", "When", "Where", "Whether",
        "Which", "While", "Who", "Why", "Will", "With", "Would", "Yes", "Yet", "You", "Your",
    ];
    STARTERS.binary_search(&word).is_ok()
}
