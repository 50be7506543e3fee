//! What is known of a word that may be part of a name, in bits: those of the lists are packed with each word.

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(pub u16);

impl Facts {
    /// Stands before the name of a person.
    pub const TITLE: Facts = Facts(1);
    /// Stands before a title.
    pub const MODIFIER: Facts = Facts(1 << 1);
    /// Part of the name of an organisation.
    pub const ORGANISATION: Facts = Facts(1 << 2);
    /// Part of the name of a place.
    pub const PLACE_HEAD: Facts = Facts(1 << 3);
    /// A place by itself.
    pub const PLACE: Facts = Facts(1 << 4);
    /// An adjective of a place or a faith.
    pub const DEMONYM: Facts = Facts(1 << 5);
    /// A given name.
    pub const FIRST_NAME: Facts = Facts(1 << 6);
    /// A function word.
    pub const STOP: Facts = Facts(1 << 7);
    /// Begins with a capital letter.
    pub const CAPITAL: Facts = Facts(1 << 8);
    /// Two capital letters or more and nothing else but full stops and digits: "SCO", "U.N.", "G20".
    pub const ACRONYM: Facts = Facts(1 << 9);
    /// One capital letter with a full stop: "J.".
    pub const INITIAL: Facts = Facts(1 << 10);
    /// A day, a month, a holiday: capitalised, but nobody's name.
    pub const DATE: Facts = Facts(1 << 11);
    /// Says that somebody says something.
    pub const SAYS: Facts = Facts(1 << 12);
    /// An organisation by itself.
    pub const KNOWN: Facts = Facts(1 << 13);
    /// A given name of women.
    pub const FEMININE: Facts = Facts(1 << 14);
    /// A given name of men.
    pub const MASCULINE: Facts = Facts(1 << 15);

    /// Whether all of `other` is known of this word.
    pub fn has(self, other: Facts) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether anything of `other` is known of this word.
    pub fn any(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }
}
