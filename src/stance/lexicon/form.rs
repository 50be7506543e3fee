//! The form of a lexicon entry: one line of reviewable text, described in `docs/lexicons.md`. The build
//! script reads the lexicons under `lexicon/` with this file, and the program reads a user's own entries
//! with it, so both accept the same and complain in the same words. It therefore uses nothing else of the
//! crate.

/// Names of the stance tags, in the order of `StanceTag`.
pub const TAGS: [&str; 11] = [
    "support", "oppose", "demand", "pledge", "deny", "distance", "affirm", "counter", "hedge", "booster",
    "evaluative",
];

/// Names of the parts of speech, in the order of `Tag::ALL`.
pub const PARTS_OF_SPEECH: [&str; 17] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
];

macro_rules! conditions {
    ($($bit:literal $constant:ident $text:literal $what:literal),* $(,)?) => {
        /// What may be asked of the surroundings of an entry: its frame is a set of these bits.
        pub mod condition {
            $(#[doc = $what] pub const $constant: u64 = 1 << $bit;)*
        }

        /// How each condition is written in the frame of an entry.
        pub const CONDITIONS: &[(&str, u64)] = &[$(($text, condition::$constant)),*];
    };
}

conditions! {
    0 NEXT_NOUN "+np" "A noun phrase follows.",
    1 NEXT_TO "+to" "An infinitive with \"to\" follows, perhaps after the one addressed.",
    2 NEXT_CLAUSE "+clause" "A clause follows, with or without \"that\".",
    3 NEXT_VERB "+verb" "A bare verb or auxiliary follows, perhaps after adverbs.",
    4 NEXT_PREPOSITION "+prep" "A preposition follows.",
    5 NEXT_QUALITY "+quality" "An adjective, adverb or verb follows.",
    6 NEXT_QUOTE "+quote" "A quotation mark follows.",
    7 NOT_NUMBER "-num" "No number follows.",
    8 NOT_NOUN "-np" "No noun phrase follows.",
    9 NOT_TO "-to" "No \"to\" follows.",
    10 NOT_OF "-of" "No \"of\" follows.",
    11 NOT_CLAUSE "-clause" "No clause follows.",
    12 AFTER_BE "be" "A form of \"be\" stands before.",
    13 NOT_AFTER_BE "nobe" "No form of \"be\" stands before.",
    14 AFTER_IT "it" "\"It is\" or the like stands before.",
    15 FIRST "first" "First in its clause.",
    16 NOT_AFTER_DETERMINER "nodet" "No article or other determiner stands before.",
    17 NOT_FIRST_PERSON "third" "The subject is not \"I\" or \"we\".",
    18 FIRST_PERSON "we" "The subject is \"I\" or \"we\", or the one who is reported to speak.",
    19 TARGET_OBJECT ">obj" "The target is the noun phrase or clause that follows.",
    20 TARGET_ACT ">act" "The target is the act that follows: the infinitive without \"to\", or the verb phrase.",
    21 TARGET_SUBJECT ">subj" "The target is the grammatical subject.",
    22 TARGET_PREPOSITION ">prep" "The target is the noun phrase after the next preposition.",
    23 TARGET_NEAR ">near" "The target is the word after a hyphen, as in \"anti-war\".",
    24 HOLDER_SUBJECT "@subj" "The holder is the grammatical subject, or whoever is reported to speak.",
    25 HOLDER_SCOPE "@scope" "The holder is whoever's words these are: the author, or the speaker.",
    27 PASSIVE "passive" "The verb is in the passive voice, or a participle after its noun.",
    28 NEXT_CLAIM "+claim" "A noun phrase about something said follows: a claim, a report, an idea.",
    29 NEXT_GERUND "+gerund" "A verb in \"-ing\" follows.",
    30 NEXT_OF "+of" "\"Of\", \"about\" or \"by\" follows.",
    31 NEXT_AS "+as" "\"As\" follows.",
    32 CONDITIONAL "conditional" "In a sentence with \"if\" or \"unless\" and a modal verb: an open condition.",
    26 HOLDER_POSSESSOR "@poss" "The holder is the possessor or the phrase after \"by\", \"from\" or \"of\".",
}

/// One entry, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'l> {
    /// Index in [`TAGS`].
    pub tag: u8,
    /// Word sequences, any of which matches; lemmas or forms, in lower case, divided by spaces.
    pub patterns: Vec<String>,
    /// Set of parts of speech that the first word may have, by index in [`PARTS_OF_SPEECH`]; 0 for any.
    pub parts_of_speech: u32,
    /// Set of [`condition`] bits.
    pub frame: u64,
    /// −1, 0 or 1.
    pub polarity: i8,
    /// 1 weak, 2 plain, 3 strong.
    pub strength: u8,
    /// What the words do, as a predicate: "says that something must be done".
    pub reason: &'l str,
    /// Publication that describes the class.
    pub source: &'l str,
}

/// Reads an entry from its fields, the pattern in lower case.
///
/// # Errors
/// A sentence that says which field is wrong and what it may be.
#[expect(clippy::too_many_arguments, reason = "one for each field of the form")]
pub fn read_fields<'l>(
    tag: &str,
    pattern: &str,
    pos: &str,
    frame: &str,
    polarity: &str,
    strength: &str,
    reason: &'l str,
    source: &'l str,
) -> Result<Entry<'l>, String> {
    let tag = TAGS
        .iter()
        .position(|name| *name == tag)
        .ok_or_else(|| format!("the tag is one of {}; `{tag}` is not", TAGS.join(", ")))?;
    let patterns: Vec<String> = pattern.split('|').map(divide_words).collect();
    if patterns.iter().any(String::is_empty) {
        return Err("the pattern is one or more words".into());
    }
    let polarity = match polarity {
        "-1" | "−1" => -1,
        "" | "0" => 0,
        "1" | "+1" => 1,
        other => return Err(format!("the polarity is -1, 0 or 1; `{other}` is not")),
    };
    let strength = match strength {
        "1" => 1,
        "" | "2" => 2,
        "3" => 3,
        other => return Err(format!("the strength is 1, 2 or 3; `{other}` is not")),
    };
    if reason.is_empty() || source.is_empty() {
        return Err("an entry gives its reason and the source of its class".into());
    }
    Ok(Entry {
        tag: tag as u8,
        patterns,
        parts_of_speech: read_parts_of_speech(pos)?,
        frame: read_frame(frame)?,
        polarity,
        strength,
        reason,
        source,
    })
}

/// One space between words, hyphens as words of their own: the way tokens are divided.
fn divide_words(pattern: &str) -> String {
    let spaced = pattern.replace('-', " - ").replace('’', "'");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_parts_of_speech(field: &str) -> Result<u32, String> {
    let mut set = 0;
    for name in field.split('|').filter(|name| !name.is_empty() && *name != "*") {
        match PARTS_OF_SPEECH.iter().position(|known| *known == name) {
            Some(index) => set |= 1 << index,
            None => {
                return Err(format!(
                    "a part of speech is one of {}; `{name}` is not",
                    PARTS_OF_SPEECH.join(", ")
                ));
            }
        }
    }
    Ok(set)
}

fn read_frame(field: &str) -> Result<u64, String> {
    let mut set = 0;
    for name in field.split_whitespace().filter(|name| *name != "*") {
        match CONDITIONS.iter().find(|(known, _)| *known == name) {
            Some((_, bit)) => set |= bit,
            None => {
                let known: Vec<&str> = CONDITIONS.iter().map(|(known, _)| *known).collect();
                return Err(format!("a frame is made of {}; `{name}` is not one of them", known.join(", ")));
            }
        }
    }
    Ok(set)
}

/// Stable name of a rule: tag, part of speech and pattern, as in `demand.verb.call-on`; and "passive" where
/// the entry asks for that, since one verb may do different things in either voice.
pub fn rule_id(tag: u8, parts_of_speech: u32, frame: u64, pattern: &str) -> String {
    let part = match PARTS_OF_SPEECH.get(parts_of_speech.trailing_zeros() as usize) {
        Some(name) if parts_of_speech.count_ones() == 1 => name,
        _ if pattern.contains(' ') => "phrase",
        _ => "word",
    };
    let tag = TAGS.get(usize::from(tag)).copied().unwrap_or_default();
    let voice = if frame & condition::PASSIVE != 0 { ".passive" } else { "" };
    let mut id = String::with_capacity(tag.len() + part.len() + pattern.len() + voice.len() + 2);
    for piece in [tag, ".", part, "."] {
        id.push_str(piece);
    }
    id.make_ascii_lowercase();
    // "anti -" and "witch - hunt" are "anti-" and "witch-hunt".
    for word in pattern.split(' ') {
        if word != "-" && !id.ends_with(['.', '-']) {
            id.push('-');
        }
        id.push_str(word);
    }
    id.push_str(voice);
    id
}
