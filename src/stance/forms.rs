//! Base forms under which an inflected English word may stand in the lexicon. Every guess is looked up, so a
//! wrong one costs nothing: "criticised" is tried as "criticise", "criticis" and "criticised", and only what
//! the lexicon has is found. Parts of speech limit each guess: an "-ed" form can only be a verb's.

use crate::language::Tag;

const VERB: u32 = 1 << Tag::Verb as u32 | 1 << Tag::Aux as u32;
const NOUN: u32 = 1 << Tag::Noun as u32 | 1 << Tag::Propn as u32;
const ADJECTIVE: u32 = 1 << Tag::Adj as u32 | 1 << Tag::Adv as u32;

/// Irregular verb forms of the words that carry stance.
const IRREGULAR: &[(&str, &str)] = &[
    ("arose", "arise"),
    ("began", "begin"),
    ("bent", "bend"),
    ("beset", "beset"),
    ("bet", "bet"),
    ("bled", "bleed"),
    ("bore", "bear"),
    ("borne", "bear"),
    ("bought", "buy"),
    ("bound", "bind"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("came", "come"),
    ("caught", "catch"),
    ("clung", "cling"),
    ("drew", "draw"),
    ("drove", "drive"),
    ("fed", "feed"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("forgave", "forgive"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("went", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("had", "have"),
    ("has", "have"),
    ("having", "have"),
    ("heard", "hear"),
    ("held", "hold"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("learnt", "learn"),
    ("led", "lead"),
    ("left", "leave"),
    ("lent", "lend"),
    ("lying", "lie"),
    ("made", "make"),
    ("meant", "mean"),
    ("misled", "mislead"),
    ("overran", "overrun"),
    ("paid", "pay"),
    ("proven", "prove"),
    ("ran", "run"),
    ("rose", "rise"),
    ("said", "say"),
    ("sang", "sing"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("saw", "see"),
    ("seen", "see"),
    ("shed", "shed"),
    ("shone", "shine"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("shrunk", "shrink"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("stank", "stink"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stuck", "stick"),
    ("sought", "seek"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taken", "take"),
    ("took", "take"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("understood", "understand"),
    ("undertook", "undertake"),
    ("undertaken", "undertake"),
    ("upheld", "uphold"),
    ("wrought", "wreak"),
    ("men", "man"),
    ("women", "woman"),
    ("thieves", "thief"),
    ("wolves", "wolf"),
];

/// Calls `tried` with each form under which `word`, in lower case, may be looked up, and with the set of
/// parts of speech for which it is one.
pub(super) fn each(word: &str, mut tried: impl FnMut(&str, u32)) {
    tried(word, u32::MAX);
    if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        tried(base, VERB | NOUN);
    }
    let mut with = |stem: &str, ending: &str, tags: u32| {
        if stem.len() >= 2 {
            tried(&[stem, ending].concat(), tags);
        }
    };
    if let Some(stem) = word.strip_suffix("ies") {
        with(stem, "y", VERB | NOUN);
        with(stem, "ie", VERB | NOUN);
    } else if let Some(stem) = word.strip_suffix('s') {
        with(stem, "", VERB | NOUN);
        // "speeches" but not "rates", which is no form of "rat".
        let sibilant = |stem: &&str| ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end));
        if let Some(stem) = stem.strip_suffix('e').filter(sibilant) {
            with(stem, "", VERB | NOUN);
        }
    }
    if let Some(stem) = word.strip_suffix("ied") {
        with(stem, "y", VERB);
    }
    for ending in ["ed", "ing"] {
        if let Some(stem) = word.strip_suffix(ending) {
            with(stem, "", VERB);
            with(stem, "e", VERB);
            if let Some(stem) = undoubled(stem) {
                with(stem, "", VERB);
            }
        }
    }
    for ending in ["er", "est"] {
        if let Some(stem) = word.strip_suffix(ending) {
            with(stem, "", ADJECTIVE);
            with(stem, "e", ADJECTIVE);
            if let Some(stem) = stem.strip_suffix('i') {
                with(stem, "y", ADJECTIVE);
            }
            if let Some(stem) = undoubled(stem) {
                with(stem, "", ADJECTIVE);
            }
        }
    }
}

/// "slamm" as "slam", from "slammed".
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    match bytes {
        [.., a, b] if a == b && a.is_ascii_lowercase() => stem.get(..stem.len() - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_lead_to_their_base() {
        for (word, base) in [
            ("criticised", "criticise"),
            ("slammed", "slam"),
            ("denies", "deny"),
            ("denied", "deny"),
            ("urging", "urge"),
            ("upheld", "uphold"),
            ("fairer", "fair"),
            ("ugliest", "ugly"),
            ("bravest", "brave"),
            ("promises", "promise"),
            ("condemns", "condemn"),
            ("opposes", "oppose"),
            ("lying", "lie"),
        ] {
            let mut found = false;
            each(word, |form, _| found |= form == base);
            assert!(found, "{word} does not lead to {base}");
        }
    }
}
