//! Signs looked for in a text byte by byte, where most bytes are none.

/// Where the first byte for which `is_sign` holds stands.
#[inline]
pub(crate) fn find(bytes: &[u8], is_sign: impl Fn(u8) -> bool) -> Option<usize> {
    // All bytes of a chunk are asked at once, which the processor does for sixteen together; most have none.
    let (chunks, _) = bytes.as_chunks::<32>();
    let without = |chunk: &&[u8; 32]| !chunk.iter().fold(false, |any, &byte| any | is_sign(byte));
    let from = chunks.iter().take_while(without).count() * 32;
    let ahead = bytes.get(from..)?.iter().position(|&byte| is_sign(byte))?;
    Some(from + ahead)
}

/// Where `sought` first stands in `text`: what [`str::find`] tells, and [`seek_all`] all places. The searcher of the standard
/// library, and what it says when it fails, would be two kilobytes of the module.
#[inline(never)]
pub(crate) fn seek(text: &str, sought: &str) -> Option<usize> {
    let (bytes, sought) = (text.as_bytes(), sought.as_bytes());
    let &first = sought.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        from += find(rest, |byte| byte == first)?;
        if bytes.get(from..)?.starts_with(sought) {
            return Some(from);
        }
        from += 1;
    }
}

/// Whether `sought` stands in `text`.
pub(crate) fn has(text: &str, sought: &str) -> bool {
    seek(text, sought).is_some()
}

/// Every place of `sought` in `text`, none within another.
pub(crate) fn seek_all<'t>(text: &'t str, sought: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + seek(text.get(from..)?, sought)?;
        from = at + sought.len();
        Some(at)
    })
}

/// Whether a character is one of `signs`.
#[inline(never)]
pub(crate) fn is_among(c: char, signs: &str) -> bool {
    signs.chars().any(|sign| sign == c)
}

/// The parts of `text` between signs, of which none is a letter beyond ASCII: what [`str::split`] gives, without the
/// search for characters of any length, which costs more than the short parts of embedded lists.
pub(crate) fn split(text: &str, sign: u8) -> Split<'_> {
    Split { rest: Some(text), sign }
}

/// See [`split`].
#[derive(Clone, Debug)]
pub(crate) struct Split<'t> {
    rest: Option<&'t str>,
    sign: u8,
}

impl<'t> Iterator for Split<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        let end = rest.bytes().position(|byte| byte == self.sign);
        self.rest = end.and_then(|end| rest.get(end + 1..));
        Some(end.and_then(|end| rest.get(..end)).unwrap_or(rest))
    }
}

/// Words with spaces between, which is a tenth of the code of as many comparisons, and what tells at once that most
/// other words are none of them: with which letters they begin, and how long they are.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static str,
    /// A bit for the lowest five of the first byte of each.
    initials: u32,
    /// A bit for the length of each in bytes, the highest for 31 and more.
    lengths: u32,
}

/// Whether a word is one of a list with spaces between: `one_of!(word, "by from of")`.
macro_rules! one_of {
    ($word:expr, $list:expr $(,)?) => {
        const { &$crate::bytes::WordList::of($list) }.has($word)
    };
}
pub(crate) use one_of;

impl WordList {
    /// For use at compile time, by [`one_of!`].
    pub(crate) const fn of(words: &'static str) -> Self {
        let (mut initials, mut lengths) = (0, 0);
        let (bytes, mut start, mut at) = (words.as_bytes(), 0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if at > start {
                    initials |= Self::bit(bytes[start] as usize % 32);
                    lengths |= Self::bit(at - start);
                }
                start = at + 1;
            }
            at += 1;
        }
        Self { words, initials, lengths }
    }

    const fn bit(number: usize) -> u32 {
        1 << if number < 31 { number } else { 31 }
    }

    /// Whether a word is one of them.
    #[inline(never)]
    pub(crate) fn has(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|&first| self.initials & Self::bit(usize::from(first % 32)) != 0)
            && self.lengths & Self::bit(word.len()) != 0
            && rests(self.words.as_bytes(), word.as_bytes()).any(<[u8]>::is_empty)
    }
}

/// What is left of each item of a list with spaces between that begins with `word`.
pub(crate) fn rests<'l>(list: &'l [u8], word: &'l [u8]) -> Rests<'l> {
    Rests { list, word, from: 0 }
}

/// See [`rests`].
pub(crate) struct Rests<'l> {
    list: &'l [u8],
    word: &'l [u8],
    from: usize,
}

impl<'l> Iterator for Rests<'l> {
    type Item = &'l [u8];

    #[inline(never)]
    fn next(&mut self) -> Option<&'l [u8]> {
        loop {
            let at = self.from + seek_ends(self.list.get(self.from..)?, self.word)?;
            self.from = at + 1;
            let (before, there) = self.list.split_at_checked(at)?;
            let end = there.iter().position(|&byte| byte == b' ').unwrap_or(there.len());
            let rest = there.get(..end)?.strip_prefix(self.word);
            if rest.is_some() && matches!(before, [] | [.., b' ']) {
                return rest;
            }
        }
    }
}

/// The first place at which the first and the last byte of `word` stand as far apart as in it: few others have both, and
/// the processor looks for them at sixteen places together.
#[inline(never)]
fn seek_ends(list: &[u8], word: &[u8]) -> Option<usize> {
    let (&first, &last) = (word.first()?, word.last()?);
    let ends = list.get(word.len() - 1..)?;
    let starts = list.get(..ends.len())?;
    let without = |(starts, ends): &(&[u8; 16], &[u8; 16])| {
        !(0..16).fold(false, |any, at| any | ((starts[at] == first) & (ends[at] == last)))
    };
    let chunks = starts.as_chunks().0.iter().zip(ends.as_chunks().0);
    let from = chunks.take_while(without).count() * 16;
    // Of what is left over, together with places before it, most have none either.
    let over = starts.last_chunk().zip(ends.last_chunk());
    if from + 16 > ends.len() && over.as_ref().is_some_and(without) {
        return None;
    }
    let mut places = starts.get(from..)?.iter().zip(ends.get(from..)?);
    Some(from + places.position(|(&start, &end)| start == first && end == last)?)
}

/// The lines of an embedded list, which end in line feeds alone.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = &str> {
    split(list, b'\n').filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_as_the_standard_library_does() {
        for text in ["", " ", "one", "one two", " a  b ", "été – fin", "a b "] {
            assert_eq!(split(text, b' ').collect::<Vec<_>>(), text.split(' ').collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(lines("one\ntwo\n").collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn seeks_as_the_standard_library_does() {
        let texts = ["", "a", "aa", "aaa", "abab", "an été, a bébé", "one. two. three.. four", "</p> <br"];
        for text in texts.into_iter().chain([&*"ab aab ".repeat(20)]) {
            for sought in ["a", "aa", "ab", "aab", "é", "été", ". ", "..", "</", "b a", "aab ab"] {
                assert_eq!(seek(text, sought), text.find(sought), "{text} {sought}");
                assert_eq!(has(text, sought), text.contains(sought), "{text} {sought}");
                let all: Vec<usize> = text.match_indices(sought).map(|(at, _)| at).collect();
                assert_eq!(seek_all(text, sought).collect::<Vec<_>>(), all, "{text} {sought}");
            }
        }
    }

    #[test]
    fn rests_are_those_of_items_that_begin_with_a_word() {
        let list = "on only so_that on_a_par non-only one *ing on-off été";
        let rests = |word: &'static str| rests(list.as_bytes(), word.as_bytes()).collect::<Vec<_>>();
        assert_eq!(rests("on"), ["", "ly", "_a_par", "e", "-off"].map(str::as_bytes));
        assert_eq!(rests("*"), [b"ing"]);
        assert_eq!(rests("été"), [b""]);
        for word in ["", " ", "on only", "that", "ety", "ly", "été on"] {
            assert!(rests(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn a_word_of_a_list_is_found_and_no_other() {
        const LIST: &str = "by from _ ” »  incomprehensibilities-and-more été";
        for word in LIST.split_whitespace() {
            assert!(one_of!(word, LIST), "{word}");
        }
        for word in
            ["", " ", "b", "bye", "By", "by from", "frog", "ét", "»»", "incomprehensibilities-and-mote"]
        {
            assert!(!one_of!(word, LIST), "{word}");
        }
    }
}
