//! Nouns for people by office and trade, apart for their number.

use super::{is_title, office_gender};
use crate::language::{RuleWord, words};

/// Nouns for people by what they do, which a definite description repeats: "the mayor".
pub(in crate::stance) fn is_office(word: RuleWord) -> bool {
    is_title(word) && !word.is(words!["vice", "chief", "major", "general"])
        || office_gender(word).is_some()
        || word.is(words![
            "author", "activist", "analyst", "lawyer", "lawmaker", "economist", "scientist", "researcher",
            "expert", "critic", "candidate", "founder", "owner", "manager", "adviser", "advisor",
            "strategist", "consultant", "journalist", "reporter", "editor", "writer", "blogger", "teacher",
            "student", "doctor", "physician", "player", "singer", "actor", "billionaire", "politician",
            "diplomat", "prosecutor", "historian", "columnist", "host", "pollster", "nominee", "frontrunner",
            "legislator", "deputy", "official", "member", "head", "aide", "academic", "representative",
            "resident", "farmer", "worker", "mp", "coordinator", "agent", "nurse", "driver", "artist",
            "engineer", "investor", "banker", "entrepreneur", "executive", "pastor", "priest", "soldier",
            "musician", "rapper", "novelist", "poet", "filmmaker", "comedian", "striker", "midfielder",
            "quarterback", "goalkeeper", "principal", "superintendent", "administrator", "trader", "broker",
            "mogul", "tycoon", "commentator", "pundit", "anchor", "presenter", "publisher", "photographer",
            "designer", "architect", "chef", "pilot", "biologist", "physicist", "psychologist", "lobbyist",
            "operative", "organizer", "organiser", "campaigner", "dissident", "whistleblower", "developer",
            "defender", "skipper", "headteacher", "referee", "golfer", "scholar", "surgeon"
        ])
}
