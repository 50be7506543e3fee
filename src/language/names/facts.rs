//! What the word lists say of a word, as bits, looked up once for each distinct word of an article.

use std::sync::LazyLock;

use crate::bytes::one_of;
use crate::language::{Stopwords, WordId, Words, stopwords};
use crate::lowercase::lowercase;
use crate::packed::wordsets::WordSets;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(u16);

impl Facts {
    /// Stands before the name of a person.
    pub(super) const TITLE: Facts = Facts(1);
    /// Stands before a title.
    pub(super) const MODIFIER: Facts = Facts(1 << 1);
    /// Part of the name of an organisation.
    pub(super) const ORGANISATION: Facts = Facts(1 << 2);
    /// Part of the name of a place.
    pub(super) const PLACE_HEAD: Facts = Facts(1 << 3);
    /// A place by itself.
    pub(super) const PLACE: Facts = Facts(1 << 4);
    /// An adjective of a place or a faith.
    pub(super) const DEMONYM: Facts = Facts(1 << 5);
    /// A given name.
    pub(super) const FIRST_NAME: Facts = Facts(1 << 6);
    /// A function word.
    pub(super) const STOP: Facts = Facts(1 << 7);
    /// Begins with a capital letter.
    pub(super) const CAPITAL: Facts = Facts(1 << 8);
    /// Two capital letters or more and nothing else but full stops and digits: "SCO", "U.N.", "G20".
    pub(super) const ACRONYM: Facts = Facts(1 << 9);
    /// One capital letter with a full stop: "J.".
    pub(super) const INITIAL: Facts = Facts(1 << 10);
    /// A day, a month, a holiday: capitalised, but nobody's name.
    pub(super) const DATE: Facts = Facts(1 << 11);
    /// An organisation by itself.
    pub(super) const KNOWN: Facts = Facts(1 << 13);
    /// A given name of women.
    const FEMININE: Facts = Facts(1 << 14);
    /// A given name of men.
    const MASCULINE: Facts = Facts(1 << 15);
    /// Says that somebody says something.
    pub(super) const SAYS: Facts = Facts(1 << 12);

    /// Whether all of `other` is known of this word.
    pub(super) fn has(self, other: Facts) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether anything of `other` is known of this word.
    pub(super) fn any(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(super) const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }
}

/// What the lists say of each word, in the bits above, as the build script packs it.
static LISTS: LazyLock<Option<WordSets>> =
    LazyLock::new(|| WordSets::read(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"))));

fn listed(word: &str) -> Facts {
    LISTS.as_ref().map_or_else(Facts::default, |lists| Facts(lists.get(word) as u16))
}

/// Whether a name of several words is a place on the list.
pub(super) fn is_place(name: &str) -> bool {
    listed(name).has(Facts::PLACE)
}

/// Whether a word stands for a place or an organisation by itself.
pub(super) fn is_known(word: &str) -> bool {
    listed(word).any(Facts::PLACE.or(Facts::KNOWN))
}

/// Whether a word is what somebody from a country is called: "the Italian", unlike "the French", who are many.
pub(crate) fn is_native(word: &str) -> bool {
    listed(word).has(Facts::DEMONYM) && !word.ends_with(['h', 's', 'e'])
}

/// Whether a given name is given to women, and to men.
pub(crate) fn given_to(name: &str) -> [bool; 2] {
    let facts = listed(name);
    [Facts::FEMININE, Facts::MASCULINE].map(|fact| facts.has(fact))
}

/// Whether a text is the name of a person: two or three words with capitals, the first a given name, the last
/// nothing that names of places and bodies end with ("Charlotte Airport").
#[inline(never)]
pub(crate) fn is_person(text: &str) -> bool {
    let mut words = text.split(' ');
    let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return false };
    let named = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    listed(first.split('-').next().unwrap_or_default()).has(Facts::FIRST_NAME)
        && named(last)
        && !listed(&lowercase(last)).any(Facts::PLACE_HEAD.or(Facts::ORGANISATION).or(Facts::DATE))
        && words.next().is_none_or(|middle| named(middle) || one_of!(middle, "de van von bin al da di la"))
        && words.next().is_none()
}

/// The facts of every distinct word, in the order of their ids.
#[inline(never)]
pub(super) fn of_all(words: &Words) -> Vec<Facts> {
    let stop = stopwords::stopwords("en");
    (0..words.len() as u32).map(|id| of_word(words, WordId(id), stop)).collect()
}

#[inline(never)]
fn of_word(words: &Words, id: WordId, stop: Option<&Stopwords>) -> Facts {
    let (text, lower) = (words.text(id), words.lower_text(id));
    let mut facts = listed(text).or(shape(text));
    // A form in capitals is also what its usual form is: "UKRAINE" is looked up as it is written only.
    if words.lower(id) != id {
        facts = facts.or(listed(lower));
    }
    if lower.ends_with('.') {
        facts = facts.or(listed(lower.trim_end_matches('.')));
    }
    if stop.is_some_and(|stop| stop.contains(lower)) {
        facts = facts.or(Facts::STOP);
    }
    facts
}

#[inline(never)]
fn shape(word: &str) -> Facts {
    if !word.starts_with(char::is_uppercase) {
        return Facts::default();
    }
    let small = |c: char| !c.is_uppercase() && c != '.' && c != '&' && !c.is_ascii_digit();
    let others = word.contains(small);
    // Most words have small letters, after which no count tells more.
    let capitals = if others { 0 } else { word.chars().filter(|c| c.is_uppercase()).count() };
    match (capitals, others) {
        (1, false) if word.ends_with('.') => Facts::CAPITAL.or(Facts::INITIAL),
        (2.., false) => Facts::CAPITAL.or(Facts::ACRONYM),
        (1, false) if word.len() > 1 => Facts::CAPITAL.or(Facts::ACRONYM),
        _ => Facts::CAPITAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_list_is_found() {
        let lists = [
            ("titles", Facts::TITLE),
            ("modifiers", Facts::MODIFIER),
            ("organisations", Facts::ORGANISATION),
            ("place-heads", Facts::PLACE_HEAD),
            ("places", Facts::PLACE),
            ("demonyms", Facts::DEMONYM),
            ("known", Facts::KNOWN),
            ("dates", Facts::DATE),
            ("says", Facts::SAYS),
        ];
        for (list, fact) in lists {
            let text = std::fs::read_to_string(format!("lexicon/names/{list}.txt")).unwrap();
            for word in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                assert!(listed(word).has(fact), "{word} of {list}");
            }
        }
        assert_eq!(
            ["Ada", "Vladimir", "Bridge"].map(given_to),
            [[true, false], [false, true], [false, false]]
        );
        assert!(listed("Ada").has(Facts::FIRST_NAME));
        assert_eq!(listed("drawbridge"), Facts::default());
    }
}
