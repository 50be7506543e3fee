//! The form of a line of `lexicon/exceptions.tsv`, described in `docs/lexicons.md`. The build script reads the list with
//! this file and writes conditions as the bytes that the program asks one after the other.

use super::form::{PARTS_OF_SPEECH, TAGS};

macro_rules! named {
    ($list:ident $module:ident $number:ty: $($value:literal $constant:ident $text:literal $what:literal),* $(,)?) => {
        #[doc = concat!("Numbers of what [`", stringify!($list), "`] names.")]
        pub mod $module {
            $(#[doc = $what] pub const $constant: $number = $value;)*
        }

        /// How each is written.
        #[allow(dead_code, reason = "only the build script and tests read what is written")]
        pub const $list: &[(&str, $number)] = &[$(($text, $module::$constant)),*];
    };
}

named! { PLACES place u8:
    0 FORM "form" "The first token of the entry.",
    1 SECOND "second" "Its second token.",
    2 LAST "last" "Its last token.",
    3 BEFORE "before" "The token before the entry.",
    4 BEFORE_2 "before2" "The one before that.",
    5 NEXT "next" "The token behind the entry.",
    6 NEXT_2 "next2" "The second token behind it.",
    7 AFTER "after" "The first token behind it that is no adverb.",
    8 THEN "then" "The first that is no adverb behind that, or behind \"to\".",
    9 THEN_2 "then2" "The token behind `then`.",
    10 OBJECT "object" "The last word of the noun phrase behind the entry.",
    11 BEYOND "beyond" "The token behind that noun phrase.",
    12 BEYOND_2 "beyond2" "The second token behind it.",
    13 SUBJECT "subject" "The last word of the subject.",
    14 SUBJECT_BEFORE "subject-1" "The token before the subject.",
    15 AUXILIARY "aux" "The token behind the subject of the clause.",
    16 BE "be" "The form of \"be\" before the entry, over adverbs.",
    17 BE_BEFORE "be-1" "The token before it.",
    18 AIM "aim" "The token before the entry, over one adverb.",
    19 AIM_BEFORE "aim-1" "The token before that.",
    20 ENTRY "entry" "The entry, with the parts of speech that the lexicon gives it.",
    21 NEXT_WITHIN "next.." "Any of so many tokens behind the entry.",
    22 BEFORE_WITHIN "before.." "Any of so many tokens before it.",
}

named! { KINDS kind u32:
    0x0002_0000 NOUN_PHRASE "np" "A noun phrase begins here.",
    0x0004_0000 CLAUSE "clause" "A clause begins here.",
    0x0008_0000 INFINITIVE "infinitive" "An infinitive follows, perhaps after a noun phrase.",
    0x0010_0000 GERUND "gerund" "A verb in \"-ing\".",
    0x0020_0000 QUOTE "quote" "A quotation mark.",
    0x0040_0000 POSSESSIVE "possessive" "\"His\", \"their\" and the like.",
    0x0080_0000 CLAIM "claim" "A word for something said or thought.",
    0x0100_0000 AGENT "agent" "A phrase for whoever can mean to do something.",
    0x0200_0000 PERSON "person" "A name, an office, or nothing but a pronoun for people.",
    0x0400_0000 ACTOR "actor" "A word for an office or a body that acts.",
    0x0800_0000 NAME "name" "The noun phrase that begins here is a name, and no day.",
    0x1000_0000 TO_VERB "to-verb" "\"To\" and a verb right behind it.",
    0x2000_0000 FIRST "first" "First in its clause.",
    0x4000_0000 STOP "stop" "Punctuation, but no quotation mark.",
    0x8000_0000 ANY "any" "There is such a place.",
}

named! { FLAGS flag u8:
    0 SINGLE "single" "The entry is one token here.",
    1 PASSIVE "passive" "The verb is in the passive.",
    2 OWNED "owned" "The noun is somebody's.",
    3 NEGATED "negated" "It is negated.",
    4 WE "we" "\"I\" or \"we\" stands right before the verb.",
    5 CONDITIONAL "conditional" "The sentence lays down an open condition.",
    6 ENTRY_PASSIVE "entry-passive" "The frame of the entry asks for the passive.",
    7 GRADED "graded" "A mild quality is compared: \"greater\".",
    8 OUGHT "ought" "The clause that follows says what should be.",
    9 PERFECT "perfect" "\"Have\" and a participle follow.",
    10 QUALITY "quality" "What the verb is about is something that somebody has or is.",
    11 THINGS "things" "A thing is said to do it, or it is done to a measure.",
    12 VIOLENT "violent" "The article tells of violence, games or disease.",
    13 WORDED "worded" "Words can do it.",
    14 REPROACH "reproach" "Somebody is reproached with something.",
}

/// A bit in the first byte of a condition, whose lowest five are the place: whether it must not hold.
pub const NOT: u8 = 0x20;
/// A bit in that byte: whether words follow, their length first. Otherwise a set of kinds follows, lowest byte first. The
/// reach of a place that has one stands before.
pub const WORDS: u8 = 0x40;
/// In place of a place: the number of a flag follows.
pub const FLAG: u8 = 0x1F;
/// A bit of the tags of an exception: its pattern may go on.
pub const OPEN: u16 = 1 << 15;

/// One line, as read.
#[derive(Debug)]
#[allow(dead_code, reason = "the build script leaves out what only tests read")]
pub struct Line<'l> {
    /// Bits by index in [`TAGS`], and [`OPEN`].
    pub heads: Vec<(u16, &'l str)>,
    pub conditions: Vec<u8>,
    pub example: &'l str,
    pub unlike: &'l str,
}

/// Reads one line: tags, entries, surroundings, example, counter-example, divided by tabs.
///
/// # Errors
/// A sentence that says what is wrong.
#[allow(dead_code, reason = "only the build script and tests read what is written")]
pub fn read_line(line: &str) -> Result<Line<'_>, String> {
    let [tags, patterns, surroundings, example, unlike] = line.split('\t').collect::<Vec<_>>()[..] else {
        return Err("an exception has 5 fields, divided by tabs".into());
    };
    let tags = tags.split('|').try_fold(0, |set, tag| {
        let index = TAGS.iter().position(|name| *name == tag);
        index.map(|index| set | 1_u16 << index).ok_or_else(|| format!("`{tag}` is no tag"))
    })?;
    if patterns.split('|').any(|pattern| pattern.strip_suffix(" …").is_some_and(|first| first.contains(' ')))
    {
        return Err("one word stands before `…`".into());
    }
    let heads = patterns.split('|').map(|pattern| match pattern.strip_suffix(" …") {
        Some(first) => (tags | OPEN, first),
        None if pattern == "*" => (tags | OPEN, ""),
        None => (tags, pattern),
    });
    let mut conditions = Vec::new();
    for condition in surroundings.split(' ') {
        read_condition(condition, &mut conditions)?;
    }
    if conditions.len() > u8::MAX.into() {
        return Err("the surroundings are too long; divide the words between two lines".into());
    }
    if example.is_empty() {
        return Err("an exception gives an example".into());
    }
    Ok(Line { heads: heads.collect(), conditions, example, unlike })
}

#[allow(dead_code, reason = "only the build script and tests read what is written")]
fn read_condition(text: &str, out: &mut Vec<u8>) -> Result<(), String> {
    let (not, asked) = text.strip_prefix('!').map_or((0, text), |asked| (NOT, asked));
    if let Some(flag) = number(FLAGS, asked) {
        out.extend([not | FLAG, flag]);
        return Ok(());
    }
    let is_words = asked.split(':').next().is_some_and(|start| start.contains('='));
    let sign = if is_words { '=' } else { ':' };
    let (place, values) = asked.split_once(sign).ok_or_else(|| format!("`{text}` is no condition"))?;
    let (place, reach) = match place.split_once("..") {
        Some((place, reach)) => (format!("{place}.."), Some(reach)),
        None => (place.to_owned(), None),
    };
    let number_of_place = number(PLACES, &place).ok_or_else(|| format!("`{place}` is no place"))?;
    out.push(number_of_place | not | if is_words { WORDS } else { 0 });
    if let Some(reach) = reach {
        out.push(reach.parse().map_err(|_| format!("`{reach}` is no number of tokens"))?);
    }
    if is_words {
        let mut words: Vec<&str> = values.split('|').collect();
        // Endings first, where they are looked for.
        words.sort_by_key(|word| !word.starts_with('*'));
        let words = words.join(" ");
        out.push(u8::try_from(words.len()).map_err(|_| format!("`{values}` is too long"))?);
        out.extend(words.bytes());
        return Ok(());
    }
    let kinds = values.split('|').try_fold(0, |set, kind| {
        let tag = PARTS_OF_SPEECH.iter().position(|name| *name == kind).map(|index| 1 << index);
        tag.or(number(KINDS, kind))
            .map(|bit| set | bit)
            .ok_or_else(|| format!("`{kind}` is no kind of token"))
    })?;
    out.extend(u32::to_le_bytes(kinds));
    Ok(())
}

#[allow(dead_code, reason = "only the build script and tests read what is written")]
fn number<T: Copy>(names: &[(&str, T)], sought: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == sought).map(|&(_, number)| number)
}
