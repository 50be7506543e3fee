//! What the word lists say of a word, as bits, looked up once for each distinct word of an article.

use std::sync::LazyLock;

use crate::collections::Map;
use crate::language::{Words, stopwords};

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

const DATES: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July \
    August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec. Mon. Tue. Wed. Thu. \
    Fri. Christmas Easter Ramadan Thanksgiving AM PM GMT EST EDT BST";

const SAYS: &str = "said says say told tells added adds asked asks urged urges warned warns argued argues insisted insists \
    announced announces believes believed claimed claims declared declares denied denies explained explains noted notes \
    replied tweeted vowed vows wrote writes thinks who";

static LISTS: LazyLock<Map<&'static str, Facts>> = LazyLock::new(|| {
    let mut facts: Map<&'static str, Facts> = Map::with_capacity_and_hasher(2048, Default::default());
    let mut add = |word: &'static str, fact: Facts| {
        let known = facts.entry(word).or_default();
        *known = known.or(fact);
    };
    let lists = [
        (include_str!(concat!(env!("OUT_DIR"), "/titles.txt")), Facts::TITLE),
        (include_str!(concat!(env!("OUT_DIR"), "/modifiers.txt")), Facts::MODIFIER),
        (include_str!(concat!(env!("OUT_DIR"), "/organisations.txt")), Facts::ORGANISATION),
        (include_str!(concat!(env!("OUT_DIR"), "/place-heads.txt")), Facts::PLACE_HEAD),
        (include_str!(concat!(env!("OUT_DIR"), "/places.txt")), Facts::PLACE),
        (include_str!(concat!(env!("OUT_DIR"), "/demonyms.txt")), Facts::DEMONYM),
        (include_str!(concat!(env!("OUT_DIR"), "/known.txt")), Facts::KNOWN),
    ];
    for (list, fact) in lists {
        list.lines().for_each(|word| add(word, fact));
    }
    for names in [
        include_str!(concat!(env!("OUT_DIR"), "/feminine.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/masculine.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/first-names.txt")),
    ] {
        for name in names.lines().flat_map(str::split_whitespace) {
            add(name, Facts::FIRST_NAME);
        }
    }
    DATES.split_whitespace().for_each(|word| add(word, Facts::DATE));
    SAYS.split_whitespace().for_each(|word| add(word, Facts::SAYS));
    facts
});

/// Whether a name of several words is a place on the list.
pub(super) fn is_place(name: &str) -> bool {
    LISTS.get(name).is_some_and(|facts| facts.has(Facts::PLACE))
}

/// Whether a word stands for a place or an organisation by itself.
pub(super) fn is_known(word: &str) -> bool {
    LISTS.get(word).is_some_and(|facts| facts.any(Facts::PLACE.or(Facts::KNOWN)))
}

/// The facts of every distinct word, in the order of their ids.
pub(super) fn of_all(words: &Words) -> Vec<Facts> {
    let stop = stopwords::stopwords("en");
    (0..words.len() as u32)
        .map(|id| {
            let id = crate::language::WordId(id);
            let (text, lower) = (words.text(id), words.lower_text(id));
            let list = |word: &str| LISTS.get(word).copied().unwrap_or_default();
            // A form in capitals is also what its usual form is: "UKRAINE" is looked up as it is written only.
            let mut facts = list(text).or(list(lower)).or(list(lower.trim_end_matches('.'))).or(shape(text));
            if stop.is_some_and(|stop| stop.contains(lower)) {
                facts = facts.or(Facts::STOP);
            }
            facts
        })
        .collect()
}

fn shape(word: &str) -> Facts {
    let mut characters = word.chars();
    let Some(first) = characters.next() else { return Facts::default() };
    if !first.is_uppercase() {
        return Facts::default();
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let others = word.chars().any(|c| !c.is_uppercase() && c != '.' && c != '&' && !c.is_ascii_digit());
    match (capitals, others) {
        (1, false) if word.ends_with('.') => Facts::CAPITAL.or(Facts::INITIAL),
        (2.., false) => Facts::CAPITAL.or(Facts::ACRONYM),
        (1, false) if word.len() > 1 => Facts::CAPITAL.or(Facts::ACRONYM),
        _ => Facts::CAPITAL,
    }
}
