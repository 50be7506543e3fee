//! What the lists of names say of a word or a name: for the lines that tell who wrote an article as well as for the names
//! in its text.

use std::sync::LazyLock;

use crate::bytes::one_of;
use crate::lowercase::lowercase;
use crate::packed::facts::Facts;
use crate::packed::wordsets::WordSets;

/// What the lists say of each word, in the bits of [`Facts`], as the build script packs it.
static LISTS: LazyLock<Option<WordSets>> =
    LazyLock::new(|| WordSets::read(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"))));

/// What the lists say of a word.
pub(crate) fn listed(word: &str) -> Facts {
    LISTS.as_ref().map_or_else(Facts::default, |lists| Facts(lists.get(word) as u16))
}

/// Whether a name of several words is a place on the list.
pub(crate) fn is_place(name: &str) -> bool {
    listed(name).has(Facts::PLACE)
}

/// Whether a word stands for a place or an organisation by itself.
pub(crate) fn is_known(word: &str) -> bool {
    listed(word).any(Facts::PLACE.or(Facts::KNOWN))
}

/// Whether a given name is given to women, and to men.
pub(crate) fn given_to(name: &str) -> [bool; 2] {
    let facts = listed(name);
    [Facts::FEMININE, Facts::MASCULINE].map(|fact| facts.has(fact))
}

/// Whether a word for a place or a body is a surname behind this name, which has these facts: in "John Hill" and "Ann
/// Church", but not in "Victoria Park", since places are called after queens and presidents. Both in lower case.
#[inline(never)]
pub(crate) fn is_surname_after(name: &str, facts: Facts, last: &str) -> bool {
    facts.has(Facts::FIRST_NAME)
        && !facts.has(Facts::PLACE)
        && one_of!(
            last,
            "hill hills lake park street bridge forest beach castle heights church house temple court"
        )
        && !one_of!(
            name,
            "victoria albert charlotte elizabeth florence george georgia grant jackson jefferson lincoln madison austin \
             carson virginia"
        )
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
    let facts = listed(first.split('-').next().unwrap_or_default());
    let surname = lowercase(last);
    facts.has(Facts::FIRST_NAME)
        && named(last)
        && (!listed(&surname).any(Facts::PLACE_HEAD.or(Facts::ORGANISATION).or(Facts::DATE))
            || is_surname_after(&lowercase(first), facts, &surname))
        && words.next().is_none_or(|middle| named(middle) || one_of!(middle, "de van von bin al da di la"))
        && words.next().is_none()
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
        assert!(is_person("John Hill") && !is_person("Victoria Park") && !is_person("Charlotte Airport"));
        assert_eq!(listed("drawbridge"), Facts::default());
    }
}
