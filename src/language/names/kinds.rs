//! What a name stands for: evidence from its words and from the words around each mention, added up over the
//! whole article. One "in Astana" tells what every other "Astana" is.

use super::Text;
use crate::bytes::one_of;
use crate::known_names;
use crate::language::{Name, NameKind, RuleWord, TokenRange, words};
use crate::packed::facts::Facts;
use crate::span::Span;

/// Points for each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    person: u32,
    organisation: u32,
    place: u32,
}

/// What the words of a name say outweighs any number of contexts.
const CERTAIN: u32 = 1000;

/// What a title before it says outweighs the words of a name.
const TITLED: u32 = CERTAIN * 10;

impl Evidence {
    /// Adds the evidence of another mention of the same name.
    pub(super) fn add(&mut self, other: Evidence) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
    }

    /// Whether some mention has a title before it.
    pub(super) fn is_titled(self) -> bool {
        self.person >= TITLED
    }

    /// The kind with the most evidence.
    #[inline(never)]
    pub(super) fn kind(self) -> NameKind {
        let most = self.person.max(self.organisation).max(self.place);
        match most {
            0 => NameKind::Other,
            most if most == self.person => NameKind::Person,
            most if most == self.organisation => NameKind::Organisation,
            _ => NameKind::Place,
        }
    }

    fn person(person: u32) -> Evidence {
        Evidence { person, ..Evidence::default() }
    }

    fn organisation(organisation: u32) -> Evidence {
        Evidence { organisation, ..Evidence::default() }
    }

    fn place(place: u32) -> Evidence {
        Evidence { place, ..Evidence::default() }
    }
}

/// The evidence of one mention.
#[inline(never)]
pub(super) fn of_mention(text: &Text<'_>, name: &Name) -> Evidence {
    let core = name.core.range();
    let (first, last, length) = (core.start, core.end - 1, core.len());
    let (head, tail) = (text.facts(first), text.facts(last));
    let all = core.clone().fold(head, |all, token| all.or(text.facts(token)));
    let of = core.clone().any(|token| text.is_word(token, words!["of", "for"]));
    let surname = length == 2
        // A given name and what ends like a body or a place, so that other names need no look at their letters.
        && head.any(Facts::FIRST_NAME)
        && tail.any(Facts::ORGANISATION.or(Facts::PLACE_HEAD))
        && known_names::is_surname_after(text.lower(first), head, text.lower(last));
    let headed =
        tail.any(Facts::ORGANISATION) && length > 1 && !surname || of && all.any(Facts::ORGANISATION);
    if name.tokens.start < name.core.start && !headed {
        return Evidence::person(TITLED);
    }
    if may_be_listed(head, length) && is_listed_place(surface(text, name.core)) {
        // "Paris" may be a person's name where a longer name says so.
        return Evidence::place(CERTAIN);
    }
    if headed || length == 1 && head.any(Facts::KNOWN) {
        return Evidence::organisation(CERTAIN);
    }
    if surname {
        let mut evidence = around(text, first, core.end);
        evidence.add(Evidence::person(2));
        return evidence;
    }
    if length > 1 && (tail.any(Facts::PLACE_HEAD) || head.any(Facts::PLACE_HEAD)) {
        return Evidence::place(CERTAIN);
    }
    let directed = length == 2
        && text.is_word(
            first,
            words![
                "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
                "upper", "lower", "greater"
            ],
        );
    if directed {
        return Evidence::place(4);
    }
    if length > 1 && (head.any(Facts::FIRST_NAME) && length <= 4 && !of || all.any(Facts::INITIAL)) {
        return Evidence::person(CERTAIN);
    }
    if length > 1 && all.any(Facts::ORGANISATION) {
        return Evidence::organisation(CERTAIN);
    }
    let mut evidence = around(text, first, core.end);
    // "Young-jin" is one word.
    let hyphens = core.clone().filter(|&token| text.is_word(token, words!["-"])).count();
    let words = length.saturating_sub(2 * hyphens);
    let plain = !all.any(Facts::PLACE.or(Facts::DEMONYM).or(Facts::ACRONYM).or(Facts::STOP));
    let definite = first.checked_sub(1).is_some_and(|before| text.is_word(before, words!["the"]));
    if length == 1 && head.any(Facts::FIRST_NAME) {
        evidence.add(Evidence::person(4));
    } else if length == 1 && head.any(Facts::ACRONYM) {
        evidence.add(Evidence::organisation(3));
    } else if definite && length > 1 {
        evidence.add(Evidence::organisation(2));
    } else if (2..=3).contains(&words) && plain && !of && !definite {
        evidence.add(Evidence::person(1));
    }
    evidence
}

/// Whether a name may be that of a place on the list, as far as what is known of its first word tells, so that most
/// names need no look at the text: no place of several words begins with a given name.
fn may_be_listed(head: Facts, length: usize) -> bool {
    const LONGEST: usize = 3;
    match length {
        1 => head.any(Facts::PLACE.or(Facts::ACRONYM)),
        _ => length <= LONGEST && !head.any(Facts::FIRST_NAME),
    }
}

/// Whether a name is that of a place on the list, also in capitals.
pub(crate) fn is_listed_place(name: &str) -> bool {
    known_names::is_place(name) || without_capitals(name).is_some_and(|name| known_names::is_place(&name))
}

/// A name in capitals as it is written elsewhere: "New Delhi" for "NEW DELHI". Short ones are acronyms.
fn without_capitals(name: &str) -> Option<String> {
    const LONGEST_ACRONYM: usize = 4;
    if name.len() <= LONGEST_ACRONYM || !name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ') {
        return None;
    }
    let mut begins = true;
    let small = |byte: u8| {
        let written = if begins { byte } else { byte.to_ascii_lowercase() };
        begins = byte == b' ';
        written
    };
    String::from_utf8(name.bytes().map(small).collect()).ok()
}

/// What the words before and after a mention say.
fn around(text: &Text<'_>, first: usize, end: usize) -> Evidence {
    let mut evidence = Evidence::default();
    let before = first.checked_sub(1).map_or(RuleWord::NONE, |token| text.rule_word(token));
    let definite = before.is(words!["the"]);
    if before.is(words!["in", "near", "throughout", "across", "outside"]) {
        evidence.add(Evidence::place(3));
    } else if before.is(words!["at", "from", "to", "into", "toward", "towards", "around"]) {
        evidence.add(Evidence::place(1));
    // "the city of Astana", "Osh, Kyrgyzstan".
    } else if before.is(words!["of"]) {
        const OF_PLACES: &str =
            "city town village port capital province state region people north south east west";
        if first >= 2 && one_of!(text.lower(first - 2), OF_PLACES) {
            evidence.add(Evidence::place(4));
        }
    } else if before.is(words![","]) {
        if first >= 2 && text.is(first - 2, Facts::PLACE) {
            evidence.add(Evidence::place(1));
        }
    } else if before.is(words!["than", "with", "by"]) {
        evidence.add(Evidence::person(1));
    }
    let after = text.rule_word(end);
    if after.is(words![","]) {
        if text.is(end + 1, Facts::PLACE) {
            evidence.add(Evidence::place(4));
        } else if text.is_word(end + 1, words!["who"])
            || text.tokens.get(end + 1).is_some_and(|token| is_age(token.span.of(text.text)))
        {
            evidence.add(Evidence::person(4));
        }
    } else if after.is(words!["'s", "’s"]) {
        evidence.add(owner_of(text.lower(end + 1)));
    } else if after.is(words!["who"]) {
        evidence.add(Evidence::person(4));
    } else if text.is(end, Facts::SAYS) && !after.is(words!["'", "’"]) && !definite {
        evidence.add(Evidence::person(3));
    }
    evidence
}

/// Whether a word is a number of two digits: "Park, 48, said".
fn is_age(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What it says of a name that this is owned by it.
#[inline(never)]
fn owner_of(owned: &str) -> Evidence {
    const OF_PEOPLE: &str =
        "wife husband son daughter mother father brother sister death lawyer lawyers family supporters life";
    const OF_COMPANIES: &str =
        "shares chairman ceo board customers products employees revenue stock executives";
    const OF_PLACES: &str = "capital coast border economy largest population airport streets";
    match owned {
        one if one_of!(one, OF_PEOPLE) => Evidence::person(4),
        one if one_of!(one, OF_COMPANIES) => Evidence::organisation(4),
        one if one_of!(one, OF_PLACES) => Evidence::place(4),
        _ => Evidence::default(),
    }
}

/// The text of a range of tokens.
pub(super) fn surface<'t>(text: &Text<'t>, tokens: TokenRange) -> &'t str {
    match text.tokens.get(tokens.range()) {
        Some([only]) => only.span.of(text.text),
        Some([first, .., last]) => Span::join(first.span, last.span).of(text.text),
        _ => "",
    }
}
