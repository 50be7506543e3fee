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

/// Whether a word is one of a list with spaces between: a tenth of the code of as many comparisons.
pub(crate) fn one_of(word: &str, list: &str) -> bool {
    split(list, b' ').any(|listed| listed == word)
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
}
