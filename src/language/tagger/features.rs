//! What the tagger looks at, in one place, so that the trainer and the tagger cannot disagree.
//!
//! Every feature belongs to one distinct word, never to a pair of words: its weights are summed once per distinct
//! word of an article and added up for every token. Suffixes and shapes follow Ratnaparkhi (1996); the ambiguity
//! class of a word, the set of its tags in the treebanks, follows Cutting et al. (1992).

use super::lexicon::Class;

/// Where the weights of a word's feature are added, as seen from the token that is being tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// To its own token.
    Own,
    /// The word stands one token before.
    Before,
    /// The word stands one token after.
    After,
    /// The word stands two tokens before.
    Before2,
    /// The word stands two tokens after.
    After2,
}

impl Role {
    /// How many roles there are.
    pub const COUNT: usize = 5;
    /// The roles of the words from two before a token to two after it.
    pub const WINDOW: [Role; 5] = [Role::Before2, Role::Before, Role::Own, Role::After, Role::After2];
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// All letters are small.
    #[default]
    Lower,
    /// "Word".
    Title,
    /// "WORD".
    Upper,
    /// "iPhone", "McNeil".
    Mixed,
    /// "W".
    Initial,
    /// Letters and digits.
    Alphanumeric,
    /// Digits and signs.
    Number,
    /// Neither letter nor digit.
    Symbol,
}

impl Case {
    /// How `word` is written.
    pub fn of(word: &str) -> Case {
        let (mut upper, mut lower, mut digits) = (0, 0, 0);
        if word.is_ascii() {
            for byte in word.bytes() {
                upper += u32::from(byte.is_ascii_uppercase());
                lower += u32::from(byte.is_ascii_lowercase());
                digits += u32::from(byte.is_ascii_digit());
            }
        } else {
            (upper, lower, digits) = Self::count(word);
        }
        match (upper, lower, digits) {
            (0, 0, 0) => Case::Symbol,
            (0, 0, _) => Case::Number,
            (_, _, 1..) => Case::Alphanumeric,
            (0, _, _) => Case::Lower,
            (1, 0, _) => Case::Initial,
            (_, 0, _) => Case::Upper,
            (1, _, _) if word.starts_with(char::is_uppercase) => Case::Title,
            _ => Case::Mixed,
        }
    }

    /// Capital letters, other letters, and numbers in a word. Apart, since few words have any beyond ASCII.
    #[inline(never)]
    fn count(word: &str) -> (u32, u32, u32) {
        let (mut upper, mut lower, mut digits) = (0, 0, 0);
        for character in word.chars() {
            if character.is_uppercase() {
                upper += 1;
            } else if character.is_alphabetic() {
                lower += 1;
            } else if character.is_numeric() {
                digits += 1;
            }
        }
        (upper, lower, digits)
    }

    /// Whether the word begins or consists of capitals, so that the context decides what that tells.
    pub fn is_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed | Case::Initial)
    }
}

/// How a lower-cased word was met elsewhere in the same article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// In small letters.
    pub lower: bool,
    /// Capitalised where nothing asks for a capital.
    pub title: bool,
}

impl Seen {
    /// Notes one occurrence.
    pub fn note(&mut self, case: Case, telling: bool) {
        self.lower |= case == Case::Lower;
        self.title |= case == Case::Title && telling;
    }
}

/// Where in a sentence capitals tell something: not in a headline, nor at the beginning.
#[derive(Clone, Copy, Debug)]
pub struct Capitals {
    headline: bool,
    first: bool,
}

impl Capitals {
    /// For a sentence of words with these cases and lengths. Small words stay small even in headlines.
    pub fn of(words: impl Iterator<Item = (Case, usize)>) -> Self {
        let (mut all, mut capital) = (0, 0);
        for (case, length) in words {
            let is_capital = case.is_capital() && case != Case::Initial;
            capital += u32::from(is_capital);
            all += u32::from(is_capital || case == Case::Lower && length > 3);
        }
        Self { headline: all >= 3 && capital * 10 > all * 7, first: true }
    }

    /// Whether the capitals of the next word tell something.
    pub fn telling(&mut self, case: Case) -> bool {
        let telling = !self.headline && !self.first;
        self.first &= case == Case::Symbol;
        telling
    }
}

/// What stands before and after every sentence.
pub const EDGES: [&str; 2] = ["<s>", "</s>"];

/// A word as its own features see it.
#[derive(Clone, Copy, Debug)]
pub struct Form<'w> {
    /// The word in lower case.
    pub lower: &'w str,
    /// How it is written.
    pub case: Case,
    /// Whether its capitals tell anything: not at the start of a sentence, nor in a headline.
    pub telling: bool,
    /// How the word was met elsewhere.
    pub seen: Seen,
}

/// Kinds of features; part of every key.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Template {
    Word,
    Class,
    NearSuffix,
    CasedWord,
    CasedClass,
    Suffix,
    CasedSuffix,
    Prefix,
    Case,
    Hyphen,
    AfterLane,
    BeforeLane,
    AfterClass,
    BeforeClass,
}

/// Number of bits in a feature's key. One in sixty features without weights is taken for one that has; the trainer
/// sees the same, and weighs it in.
pub const KEY_BITS: u32 = 19;

fn mix(hash: u32, value: u32) -> u32 {
    let hash = (hash ^ value).wrapping_mul(0x9E37_79B1);
    hash ^ (hash >> 15)
}

fn key(template: Template, hash: u32, extra: u32) -> u32 {
    let hash = mix(mix(hash, extra), template as u32 + 1).wrapping_mul(0x85EB_CA77);
    hash >> (32 - KEY_BITS)
}

/// Digits are all the same digit, and apostrophes the same apostrophe.
fn plain(character: char) -> u32 {
    match character {
        '0'..='9' => u32::from('0'),
        '’' => u32::from('\''),
        other => u32::from(other),
    }
}

/// The hash under which a lower-cased word is known.
pub fn word_hash(lower: &str) -> u32 {
    let add = |hash, character| mix(hash, plain(character));
    // Nearly all words are ASCII, where a character is a byte.
    if lower.is_ascii() { lower.bytes().map(char::from).fold(0, add) } else { lower.chars().fold(0, add) }
}

/// What [`shared`] looks at of a word that the dictionary lacks, as a number of its own: its last three characters.
pub fn ending(lower: &str) -> u64 {
    lower.chars().rev().take(LONGEST_ENDING).fold(1, |ending, c| ending << 21 | u64::from(plain(c)))
}

/// The longest ending that tells the neighbours of a word something, in characters.
const LONGEST_ENDING: usize = 3;

/// Keys of the features of a word that count in every role.
pub fn shared(lower: &str, class: Class, mut emit: impl FnMut(u32)) {
    if !class.is_unknown() {
        emit(key(Template::Word, word_hash(lower), 0));
        emit(key(Template::Class, class.bits(), 0));
    }
    let mut hash = 1;
    for (length, character) in (1..=LONGEST_ENDING as u32).zip(lower.chars().rev()) {
        hash = mix(hash, plain(character));
        if length >= 2 {
            emit(key(Template::NearSuffix, hash, length));
        }
    }
}

/// Keys of the features of a word that count for its own token only.
pub fn own(form: Form<'_>, class: Class, mut emit: impl FnMut(u32)) {
    let case = form.case as u32 + 8 * u32::from(form.telling && form.case.is_capital());
    let seen = u32::from(form.seen.lower) + 2 * u32::from(form.seen.title);
    emit(key(Template::Case, case, 4 * u32::from(class.is_unknown()) + seen));
    if form.lower.contains('-') {
        emit(key(Template::Hyphen, case, 0));
    }
    if !class.is_unknown() {
        emit(key(Template::CasedClass, class.bits(), case));
        if form.case != Case::Lower {
            emit(key(Template::CasedWord, word_hash(form.lower), case));
        }
    }
    affixes(form.lower, case, &mut emit);
}

/// Keys of the beginnings and endings of a word.
#[inline(never)]
fn affixes(lower: &str, case: u32, emit: &mut dyn FnMut(u32)) {
    let mut hash = 1;
    for (length, character) in (1..=5).zip(lower.chars().rev()) {
        hash = mix(hash, plain(character));
        if !matches!(length, 2 | 3) {
            emit(key(Template::Suffix, hash, length));
        } else {
            emit(key(Template::CasedSuffix, hash, 16 * length + case));
        }
    }
    let mut hash = 2;
    for (length, character) in (1..=4).zip(lower.chars()) {
        hash = mix(hash, plain(character));
        emit(key(Template::Prefix, hash, length));
    }
}

/// What stands next to a word of the dictionary that has several tags.
#[derive(Clone, Copy, Debug)]
pub struct Neighbours {
    /// Lane of the tag before, [`LANES`](super::model::LANES) at the start.
    pub before: usize,
    /// Lane of the guess at the tag after, [`LANES`](super::model::LANES) at the end.
    pub after: usize,
    /// Class of the word before.
    pub class_before: Class,
    /// Class of the word after.
    pub class_after: Class,
}

/// Keys of the features of a word together with what stands next to it.
pub fn pairs(word: u32, neighbours: Neighbours, mut emit: impl FnMut(u32)) {
    emit(key(Template::BeforeLane, word, neighbours.before as u32));
    emit(key(Template::AfterLane, word, neighbours.after as u32));
    emit(key(Template::BeforeClass, word, neighbours.class_before.bits()));
    emit(key(Template::AfterClass, word, neighbours.class_after.bits()));
}
