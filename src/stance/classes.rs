//! Closed classes of words that the frames of stance entries ask about.

use crate::bytes::{WordList, one_of};
use crate::language::{DAYS, MONTHS, Reading, RuleWord, words};

/// Words that turn what follows into its opposite.
pub(super) fn is_negator(word: RuleWord) -> bool {
    const NEGATORS: &[RuleWord] = words![
        "not", "n't", "n’t", "never", "cannot", "nor", "neither", "without", "hardly", "barely", "scarcely",
        // Failure, which stands before "to" or a gerund.
        "declined", "declines", "decline", "declining", "failed", "fails", "fail", "failing", "stopped",
        "stop", "stops",
    ];
    word.is(NEGATORS) || is_refusing(word)
}

/// Words for refusal, which negate what stands behind their "to".
pub(super) fn is_refusing(word: RuleWord) -> bool {
    word.is(words![
        "refused", "refuse", "refuses", "refusing", "refusal", "reluctance", "reluctant", "unwilling"
    ])
}

/// Forms of "be" and of verbs that link a quality to its subject.
pub(super) fn is_be(word: RuleWord) -> bool {
    const LINKS: &[RuleWord] = words![
        "be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m",
        "become", "becomes", "became", "remain", "remains", "remained", "get", "gets", "got", "getting",
        "seem", "seems", "seemed", "ai",
    ];
    word.is(LINKS)
}

/// Whether a word is a verb that gives its object a name, so that its passive keeps a noun phrase.
pub(super) fn is_naming(word: RuleWord) -> bool {
    word.is(words!["called", "dubbed", "named", "considered", "deemed", "labelled", "labeled", "branded"])
}

/// Whether a word is the past of a verb that promises or consents "to", so that it is no passive before "to".
pub(super) fn is_intransitive(word: RuleWord) -> bool {
    word.is(words![
        "committed", "refused", "agreed", "vowed", "consented", "objected", "responded", "replied",
        "appealed"
    ])
}

/// Whether a word is the past of a verb that asks or works "for" something, so that it is no passive before "for".
pub(super) fn asks_for(word: RuleWord) -> bool {
    word.is(words![
        "called", "asked", "pushed", "pressed", "voted", "argued", "campaigned", "appealed", "hoped",
        "pleaded", "lobbied", "fought", "cheered", "waited", "apologised", "apologized", "rallied", "stood"
    ])
}

/// Words with which a subject begins that stands for nobody or hardly anybody: "no one", "neither claim", "few towns".
pub(super) fn is_nobody(word: RuleWord) -> bool {
    word.is(words!["no", "nobody", "none", "neither", "nothing", "few"])
}

/// Whether a word has the shape of a past participle.
pub(super) fn is_participle(word: &str) -> bool {
    const IRREGULAR: &str = "thought felt held seen found said understood told made taken given driven proven meant left lost kept sent put set hit led";
    word.ends_with("ed") || word.ends_with("wn") || one_of!(word, IRREGULAR)
}

/// Nouns and pronouns for something said, thought or charged with, which may be true or not.
pub(super) fn is_claim(word: &str) -> bool {
    const CLAIMS: &str = "claim allegation accusation assertion suggestion notion idea charge report rumor rumour theory argument finding story account narrative statement talk version characterization characterisation speculation criticism comparison conclusion premise assumption contention insinuation involvement wrongdoing responsibility knowledge link connection existence role it this that any everything";
    let one = word.strip_suffix('s').unwrap_or(word);
    one_of!(word, CLAIMS) || one_of!(one, CLAIMS) || one_of!(word, "theories stories")
}

/// Pronouns for people.
pub(super) fn is_somebody(word: RuleWord) -> bool {
    word.is(words!["he", "she", "they", "we", "i", "you", "who", "one"])
}

/// Whether a noun names a quality, an event or a state, which holds no position: "trust", "pandemic", "expansion". The
/// endings are those of nouns made from verbs and adjectives (Bauer 1983), but many bodies of people and documents,
/// which speak for somebody, have them too.
pub(super) fn is_abstract(lower: &str) -> bool {
    const ENDINGS: &[&str] =
        &["tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "dom", "ship", "ing", "ure"];
    const SPEAKING: &WordList = &WordList::of(
        "administration alliance announcement association audience authority being business celebrity \
        charity city coalition commission community confederation conference congregation constitution \
        convention corporation creature dealership declaration delegation department division document \
        enforcement entity establishment evidence faction federation figure filing finding foundation generation government \
        hearing institution intelligence judgment king kingdom leadership legislation legislature majority \
        management meeting membership ministry minority mission movement municipality nation offspring opposition \
        organisation organization parliament partnership petition plurality population proportion \
        polling publication regiment resolution ruling section sibling statement station television township university \
        witness",
    );
    const MORE: &WordList = &WordList::of(
        "asylum case challenge crisis defeat dispute episode feud hand horizon incident interest outcome pandemic risk row rush scandal side threat trust victory war win",
    );
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let abstracted = ENDINGS.iter().any(|ending| lower.ends_with(ending) || one.ends_with(ending))
        || lower.ends_with("ities");
    let list = if abstracted { SPEAKING } else { MORE };
    let listed = list.has(lower)
        || list.has(one)
        || lower.strip_suffix("ies").is_some_and(|stem| list.has(&[stem, "y"].concat()));
    listed != abstracted
}

/// Whether a determiner belongs to a time that something is of: "This year's summit" is no "year's summit".
pub(super) fn owns_time(reading: &Reading<'_>, determiner: usize) -> bool {
    reading.is(determiner, words!["this"]) && reading.is(determiner + 2, words!["'s", "’s"])
}

/// Days, months and other pieces of time.
#[inline(never)]
pub(super) fn is_time_word(word: RuleWord) -> bool {
    const TIMES: &[RuleWord] = words![
        "today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "night", "morning",
        "afternoon", "evening", "weekend", "day", "weeks", "months", "years", "days", "hours", "minutes",
        "spring", "summer", "autumn", "winter", "decade", "decades"
    ];
    word != RuleWord::NONE && (word.is(DAYS) || word.is(MONTHS) || word.is(TIMES))
}

/// Quotation marks, and apostrophes, which may be some.
pub(super) fn is_quote(word: RuleWord) -> bool {
    word != RuleWord::NONE && word.is(words!["\"", "“", "”", "‘", "’", "''", "``", "'", "«", "»"])
}
