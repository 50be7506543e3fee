//! Inflected forms of one word under one key, so that "tax cut" and "tax cuts" count as the same phrase.
//!
//! Endings of inflection are taken off and nothing more: a stemmer made for search, such as Porter's or
//! Snowball's, also puts "university" and "universal" under one key, and a reader who clicks one does not
//! want to see the other lit up. For English the rules are those of Harman's S-stemmer (1991, "How effective is
//! suffixing?") with "-ed" and "-ing" added; for other languages they follow the light stemmers of Savoy (2006,
//! "Light stemming approaches for the French, Portuguese, German and Hungarian languages").

/// A family of endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stemmer {
    English,
    French,
    /// Portuguese, Spanish and Italian: plural and gender.
    Southern,
    /// German, Dutch and the Scandinavian languages.
    Germanic,
    /// Russian and Ukrainian case endings.
    Slavic,
    /// Words stay as they are.
    Plain,
}

impl Stemmer {
    /// The stemmer for a BCP 47 code.
    pub(super) fn of(language: &str) -> Self {
        match language.split('-').next().unwrap_or_default() {
            "en" => Self::English,
            "fr" => Self::French,
            "pt" | "es" | "it" | "ca" | "gl" => Self::Southern,
            "de" | "nl" | "sv" | "da" | "nb" | "nn" | "no" => Self::Germanic,
            "ru" | "uk" | "be" | "bg" => Self::Slavic,
            _ => Self::Plain,
        }
    }

    /// The key of a word in lower case: what is left of it, and an ending to put there instead.
    pub(super) fn stem(self, word: &str) -> (&str, &'static str) {
        match self {
            Self::English => english(word),
            _ => self.stem_of_another(word),
        }
    }

    /// The same in any other language. Apart, so that an engine that optimises the stems of English has less to do.
    #[inline(never)]
    fn stem_of_another(self, word: &str) -> (&str, &'static str) {
        match self {
            Self::French => (french(word), ""),
            Self::Southern => southern(word),
            Self::Germanic => (cut(word, &["ern", "em", "en", "er", "es", "e", "s", "n"], 4), ""),
            Self::Slavic => (cut(word, SLAVIC, 4), ""),
            Self::English | Self::Plain => (word, ""),
        }
    }
}

const SLAVIC: &[&str] = &[
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ией", "ях", "ям", "ах",
    "ам", "ов", "ев", "ой", "ей", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю",
    "ом", "ем", "ия", "ию", "ии", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "і", "ї",
];

/// `word` without the first of `endings` that leaves at least `least` bytes.
fn cut<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.len() >= least)
        .unwrap_or(word)
}

fn english(word: &str) -> (&str, &'static str) {
    if word.len() < 4 || !word.is_ascii() {
        return (word, "");
    }
    let (base, changed) = singular(word);
    if changed {
        return (base, "y");
    }
    let Some(root) = base
        .strip_suffix("ing")
        .filter(|root| root.len() > 2)
        .or_else(|| base.strip_suffix("ed").filter(|root| root.len() > 2))
        .filter(|root| root.bytes().any(|byte| b"aeiouy".contains(&byte)))
    else {
        return (base.strip_suffix('e').filter(|stem| stem.len() > 3).unwrap_or(base), "");
    };
    let mut ends = root.bytes().rev();
    match (ends.next(), ends.next()) {
        // "planned", "running", but "falling", "passed", "buzzing"
        (Some(last), Some(before)) if last == before && !b"lsz".contains(&last) => {
            (root.get(..root.len() - 1).unwrap_or(root), "")
        }
        (Some(b'i'), Some(_)) => (root.get(..root.len() - 1).unwrap_or(root), "y"),
        _ => (root, ""),
    }
}

/// A word without its plural or third-person ending, and whether a "y" goes where "-ies" was.
fn singular(word: &str) -> (&str, bool) {
    if let Some(stem) = word.strip_suffix("ies") {
        return if stem.len() > 1 { (stem, true) } else { (word, false) };
    }
    if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|ending| word.ends_with(ending)) {
        return (word.strip_suffix("es").unwrap_or(word), false);
    }
    let keeps = word == "news" || ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    (if keeps { word } else { word.strip_suffix('s').unwrap_or(word) }, false)
}

fn french(word: &str) -> &str {
    let singular = word.strip_suffix(['s', 'x']).filter(|stem| stem.len() > 2).unwrap_or(word);
    let neutral = singular.strip_suffix('e').filter(|stem| stem.len() > 3).unwrap_or(singular);
    neutral.strip_suffix('é').filter(|stem| stem.len() > 3).unwrap_or(neutral)
}

fn southern(word: &str) -> (&str, &'static str) {
    if word.len() < 5 || word.ends_with("ão") {
        return (word, "");
    }
    if let Some(stem) = word.strip_suffix("ões").or_else(|| word.strip_suffix("ães")) {
        return (stem, "ão");
    }
    if let Some(stem) = word.strip_suffix("ais") {
        return (stem, "al");
    }
    let singular = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    (singular.strip_suffix(['o', 'a', 'e', 'i']).filter(|stem| stem.len() > 3).unwrap_or(singular), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(language: &str, word: &str) -> String {
        let (stem, ending) = Stemmer::of(language).stem(word);
        format!("{stem}{ending}")
    }

    #[test]
    fn inflected_forms_share_a_key() {
        for (language, forms) in [
            ("en", &["tax", "taxes"][..]),
            ("en", &["agency", "agencies"]),
            ("en", &["plan", "plans", "planned", "planning"]),
            ("en", &["deny", "denies", "denied", "denying"]),
            ("en", &["fence", "fences", "fenced", "fencing"]),
            ("en-GB", &["crossing", "crossings"]),
            ("fr", &["enfant", "enfants"]),
            ("fr", &["sanitaire", "sanitaires"]),
            ("pt", &["eleição", "eleições"]),
            ("pt", &["nacional", "nacionais"]),
            ("es", &["ministro", "ministros", "ministra"]),
            ("de", &["wahl", "wahlen"]),
            ("ru", &["выборы", "выборов", "выборах"]),
        ] {
            let keys: Vec<String> = forms.iter().map(|form| key(language, form)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{forms:?} have the keys {keys:?}");
        }
    }

    #[test]
    fn different_words_do_not() {
        for [one, other] in [["university", "universal"], ["news", "new"], ["thing", "th"], ["red", "r"]] {
            assert_ne!(key("en", one), key("en", other));
        }
    }

    #[test]
    fn short_and_strange_words_stay() {
        for word in ["", "s", "ed", "ing", "us", "is", "ss", "é", "北京", "…", "ies"] {
            for language in ["en", "fr", "pt", "de", "ru", "zh", "und", ""] {
                assert_eq!(key(language, word), word, "{language}");
            }
        }
    }
}
