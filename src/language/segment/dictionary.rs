//! Words of scripts that write without spaces, from a dictionary.
//!
//! Native builds carry the dictionaries of ICU4X. They weigh 2.2 MB gzipped, ten times the rest of the core, so
//! WebAssembly goes without: there the door lends the browser's `Intl.Segmenter`, which reads the same
//! dictionaries. Either sees one run between spaces and punctuation at a time, and never a long one.

/// Divides a short text of letters without spaces into words: gives the byte offset of the end of each.
pub type WordDivider = fn(&str) -> Vec<usize>;

/// Longest piece that a divider sees, in characters: some engines take quadratic time.
const LONGEST: usize = 400;

/// The divider that this build brings along.
pub fn native_divider() -> Option<WordDivider> {
    #[cfg(not(target_arch = "wasm32"))]
    return Some(by_dictionary);
    #[cfg(target_arch = "wasm32")]
    return None;
}

#[cfg(not(target_arch = "wasm32"))]
fn by_dictionary(text: &str) -> Vec<usize> {
    use icu_segmenter::options::WordBreakInvariantOptions;
    use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
    use std::sync::LazyLock;

    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
    SEGMENTER.segment_str(text).skip(1).collect()
}

/// Whether a character belongs to a script that writes without spaces.
pub(super) fn needs_dictionary(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// The words of `run`, as byte offsets of their ends; whatever the divider says, they ascend to the end of `run`
/// on character boundaries.
pub(super) fn word_ends(run: &str, divider: WordDivider) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while let Some(rest) = run.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
        let piece = rest.get(..length).unwrap_or(rest);
        for end in divider(piece).into_iter().chain([piece.len()]) {
            let end = start + end;
            if end > ends.last().copied().unwrap_or(0) && end <= start + length && run.is_char_boundary(end) {
                ends.push(end);
            }
        }
        start += length;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_a_divider_are_checked() {
        let words = |divider: WordDivider| word_ends("市长呼吁", divider);
        assert_eq!(words(|_| vec![6, 12]), [6, 12]);
        assert_eq!(words(|_| vec![6, 3, 7, 99]), [6, 12]);
        assert_eq!(words(|_| Vec::new()), [12]);
        assert!(word_ends("", |_| vec![1]).is_empty());
    }

    #[test]
    fn long_runs_come_in_pieces() {
        let run = "语".repeat(3 * LONGEST + 1);
        let ends = word_ends(&run, |piece| {
            assert!(piece.chars().count() <= LONGEST);
            Vec::new()
        });
        assert_eq!(ends.len(), 4);
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn native_builds_know_words() {
        let divider = native_divider().expect("a native build");
        assert_eq!(word_ends("市长呼吁居民节约用水", divider), [6, 12, 18, 30]);
    }
}
