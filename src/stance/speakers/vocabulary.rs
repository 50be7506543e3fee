//! Closed classes of English words that tell who is meant: titles, offices, given names, pronouns.

mod offices;

use crate::bytes::one_of;
use crate::known_names::given_to;
use crate::language::lemma::lemma;
use crate::language::{RuleWord, Tag, words};

pub(in crate::stance) use offices::is_office;

/// Grammatical gender of a person, where known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// "she"
    Feminine,
    /// "he"
    Masculine,
}

/// What a pronoun may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// "he", "she", "his", "her"
    Person(Gender),
    /// "it", "its"
    Thing,
    /// "they", "their"
    Several,
    /// "who", "which", "that", "whose"
    Relative,
    /// "I", "we", "you": somebody outside the text or inside a quotation.
    Present,
}

/// The class of a pronoun; none for other words.
pub(super) fn pronoun(word: RuleWord) -> Option<Pronoun> {
    Some(if word.is(words!["he", "his", "him", "himself"]) {
        Pronoun::Person(Gender::Masculine)
    } else if word.is(words!["she", "her", "hers", "herself"]) {
        Pronoun::Person(Gender::Feminine)
    } else if word.is(words!["it", "its", "itself"]) {
        Pronoun::Thing
    } else if word.is(words!["they", "their", "them", "both", "themselves"]) {
        Pronoun::Several
    } else if word.is(words!["who", "which", "that", "whose", "whom"]) {
        Pronoun::Relative
    } else if word.is(words!["i", "we", "you", "my", "our", "me", "us", "your"]) {
        Pronoun::Present
    } else {
        return None;
    })
}

/// The gender that a given name tells.
#[inline(never)]
pub(super) fn given_name_gender(name: &str) -> Option<Gender> {
    match given_to(name) {
        [_, true] => Some(Gender::Masculine),
        [true, false] => Some(Gender::Feminine),
        [false, false] => None,
    }
}

/// Forms of address that tell the gender.
pub(super) fn title_gender(word: RuleWord) -> Option<Gender> {
    if word.is(words!["mr", "mr.", "sir", "lord", "king", "prince", "duke", "father", "brother"]) {
        Some(Gender::Masculine)
    } else if word.is(words![
        "mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame", "sister", "duchess",
        "baroness"
    ]) {
        Some(Gender::Feminine)
    } else {
        None
    }
}

/// Titles before a name, which are no part of it.
pub(super) fn is_title(word: RuleWord) -> bool {
    word.is(words![
        "president", "minister", "chancellor", "senator", "sen.", "sen", "sens.", "representative", "rep.",
        "rep", "reps.", "governor", "gov.", "gov", "mayor", "judge", "justice", "professor", "prof.", "prof",
        "dr.", "dr", "general", "gen.", "colonel", "col.", "captain", "capt.", "sergeant", "sgt.",
        "lieutenant", "lt.", "major", "admiral", "secretary", "ambassador", "chairman", "chairwoman",
        "chair", "director", "chief", "officer", "pope", "bishop", "archbishop", "cardinal", "rev.",
        "reverend", "premier", "commissioner", "councillor", "cllr", "cllr.", "councilman", "sheriff",
        "detective", "inspector", "spokesman", "spokeswoman", "spokesperson", "ceo", "vice", "deputy",
        "speaker", "leader", "attorney", "congressman", "congresswoman", "undersecretary", "coach", "emir",
        "sheikh", "ayatollah", "imam", "rabbi", "sultan", "baroness", "duke", "duchess"
    ])
}

/// The word that an abbreviated title stands for; "founder" for "co-founder".
pub(super) fn in_full(title: &str) -> Option<&str> {
    Some(match title.trim_end_matches('.') {
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        "gen" => "general",
        "prof" => "professor",
        "rev" => "reverend",
        "capt" => "captain",
        "sgt" => "sergeant",
        "col" => "colonel",
        _ => return title.strip_prefix("co-"),
    })
}

/// Nouns for bodies that speak, which a definite description repeats: "the group".
pub(in crate::stance) fn is_body(word: RuleWord) -> bool {
    word.is(words![
        "group", "company", "firm", "union", "agency", "organisation", "organization", "charity", "party",
        "ministry", "bank", "club", "association", "watchdog", "regulator", "newspaper", "broadcaster",
        "university", "institute", "federation", "network", "coalition", "alliance", "retailer", "brewer",
        "airline", "operator", "force", "manufacturer", "lobby", "brokerage",
    ])
}

/// Whether a noun names an occasion at which somebody speaks.
pub(in crate::stance) fn is_occasion(word: RuleWord) -> bool {
    word.is(words![
        "interview", "conference", "speech", "briefing", "hearing", "rally", "debate", "tweet", "message",
        "testimony", "call", "broadcast", "podcast", "remarks"
    ])
}

/// Nouns for something written that speaks for whoever issued it.
pub(in crate::stance) fn is_document(word: RuleWord) -> bool {
    word.is(words![
        "report", "statement", "study", "letter", "survey", "poll", "paper", "memo", "email", "post",
        "release", "review", "analysis", "manifesto", "complaint", "filing", "notice", "article",
        "editorial", "audit", "communique", "communiqué", "readout"
    ])
}

/// The gender that a noun for a person carries.
pub(super) fn office_gender(word: RuleWord) -> Option<Gender> {
    if word.is(words![
        "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "woman", "mother", "daughter", "wife",
        "widow", "sister", "actress", "girl", "aunt", "grandmother", "policewoman",
    ]) {
        Some(Gender::Feminine)
    } else if word.is(words![
        "spokesman", "chairman", "congressman", "businessman", "man", "father", "son", "husband", "brother",
        "boy", "uncle", "grandfather", "policeman",
    ]) {
        Some(Gender::Masculine)
    } else {
        None
    }
}

/// Whether a word names somebody by office, a body or an institution: who can speak and act without a name.
pub(in crate::stance) fn can_act(word: RuleWord) -> bool {
    is_office(word) || is_body(word) || is_institution(word)
}

/// Whether a noun in the singular or plural is for people or a body: by office, by what they do ("truckers"), by kin, crowd
/// or kind. Things that merely end like people are named.
#[inline(never)]
pub(in crate::stance) fn names_people_or_body(lower: &str) -> bool {
    let one = lemma(lower, Tag::Noun);
    can_act(RuleWord::of_lower(&one))
        || ["er", "or", "ist", "man"].iter().any(|ending| one.ends_with(ending))
            && !one_of!(
                &one,
                "anger answer behavior border center color computer corner danger disaster door endeavor error factor favor floor \
                 honor labor letter list matter murder number offer order paper power quarter reactor river rumor sector \
                 shelter shoulder summer tanker terror tower water weather winter",
            )
        || one_of!(
            &one,
            "family couple fan victim rebel parent tenant neighbour gang militant landlord jury people crowd mob child relative \
             client patient opponent advocate ally guard troop crew staff panel team country nation state tribe nun youth kid \
             citizen liberal conservative migrant immigrant refugee suspect criminal chain giant local hospital school guild \
             majority minority public militia bloc faction participant friend twin boy girl teen resident student employee \
             intellectual radical veteran police",
        )
}

/// Words that make a capitalised name an institution's, a publication's or a place's.
pub(in crate::stance) fn is_institution(word: RuleWord) -> bool {
    word.is(words![
        "party", "house", "department", "ministry", "office", "agency", "university", "college", "institute",
        "court", "council", "committee", "commission", "company", "corporation", "corp.", "inc.", "inc",
        "ltd", "group", "bank", "church", "union", "association", "foundation", "federation", "times",
        "post", "news", "journal", "herald", "guardian", "tribune", "star", "press", "magazine", "tv",
        "radio", "network", "facebook", "twitter", "google", "congress", "senate", "parliament",
        "government", "city", "county", "states", "kingdom", "nations", "army", "police", "school", "club",
        "organisation", "organization", "center", "centre", "society", "service", "board", "china", "russia",
        "israel", "iran", "france", "germany", "britain", "america", "washington", "beijing", "moscow",
        "india", "japan", "ukraine", "turkey", "canada", "australia", "europe", "politico", "reuters",
        "bloomberg", "report", "study", "survey", "poll", "campaign"
    ])
}
