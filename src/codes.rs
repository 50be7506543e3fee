//! Codes of the languages for which there are lists of words. A tag of BCP 47 has the code of two letters where there is
//! one, but many catalogues have that of three (ISO 639-3).

/// The two codes of each language, "engen", in the order of the build script.
const CODES: &str = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// How many languages there are.
pub(crate) const LANGUAGES: usize = CODES.len() / 5;

/// Which of the languages has this code, of two letters or of three.
pub(crate) fn index(code: &str) -> Option<usize> {
    let (languages, _) = CODES.as_bytes().as_chunks::<5>();
    let long = code.len() == 3;
    languages.iter().position(|codes| {
        let (three, two) = codes.split_at(3);
        if long { three } else { two }.eq_ignore_ascii_case(code.as_bytes())
    })
}

/// The code of two letters.
pub(crate) fn code(index: usize) -> Option<&'static str> {
    CODES.get(index * 5 + 3..index * 5 + 5)
}

/// A code as short as it can be, in small letters: "en" for "ENG".
pub(crate) fn shortest(said: &str) -> String {
    index(said).and_then(code).unwrap_or(said).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_two_codes() {
        for (one, short) in [("eng", "en"), ("SPA", "es"), ("es", "es"), ("zho", "zh"), ("hin", "hi")] {
            assert_eq!(index(one).and_then(code), Some(short), "{one}");
        }
        for unknown in ["", "n", "gen", "enm", "sw", "engen"] {
            assert_eq!(index(unknown), None, "{unknown}");
        }
        assert!((0..LANGUAGES).all(|at| code(at).and_then(index) == Some(at)));
        assert_eq!(code(LANGUAGES), None);
    }
}
