//! Lemmas of English nouns, verbs, adjectives and adverbs: rules for regular endings, a list for the rest. The rules
//! that give a final "e" back follow Minnen, Carroll and Pearce (2001).

use std::borrow::Cow;
use std::sync::LazyLock;

use super::Tag;
use crate::bytes::{has, lines, split};
use crate::collections::ByWord;

/// Parts of speech that have irregular forms.
const INFLECTED: [Tag; 5] = [Tag::Adj, Tag::Adv, Tag::Aux, Tag::Noun, Tag::Verb];

/// The lemma of each irregular form as each of [`INFLECTED`]. Of two lemmas of one form, the later line counts: "'s" is
/// "has" before a participle, where it matters.
static IRREGULAR: LazyLock<ByWord<&'static str, [Option<&'static str>; INFLECTED.len()]>> =
    LazyLock::new(|| {
        let mut irregular = ByWord::<_, [Option<&str>; _]>::default();
        for (lemma, tag, forms) in irregular_words() {
            let Some(part) = INFLECTED.iter().position(|part| part.as_str() == tag) else { continue };
            for form in split(forms, b' ') {
                irregular.entry(form, Default::default())[part] = Some(lemma);
            }
        }
        irregular
    });

/// Lemma, part of speech and forms of each line.
fn irregular_words() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    lines(include_str!(concat!(env!("OUT_DIR"), "/irregular.tsv"))).filter_map(|line| {
        let mut columns = split(line, b'\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    })
}

/// Every form that has a lemma of its own.
pub(crate) fn irregular_forms() -> impl Iterator<Item = &'static str> {
    irregular_words().flat_map(|(_, _, forms)| split(forms, b' '))
}

/// The dictionary form of a lower-cased word: "says" and "said" are "say", "crises" is "crisis". Words of other
/// parts of speech, names among them, are returned as they are.
///
/// ```
/// use stance_lens::language::{Tag, lemma::lemma};
///
/// assert_eq!(lemma("said", Tag::Verb), "say");
/// assert_eq!(lemma("policies", Tag::Noun), "policy");
/// ```
pub fn lemma(lower: &str, tag: Tag) -> Cow<'_, str> {
    if let Some(lemma) = irregular(lower, tag) {
        return Cow::Borrowed(lemma);
    }
    if lower.chars().count() < 4 && !matches!(tag, Tag::Noun) || !lower.is_ascii() {
        return Cow::Borrowed(lower);
    }
    match tag {
        Tag::Noun => noun(lower),
        Tag::Verb => verb(lower),
        Tag::Adj | Tag::Adv => degree(lower),
        _ => Cow::Borrowed(lower),
    }
}

fn irregular(form: &str, tag: Tag) -> Option<&'static str> {
    let part = INFLECTED.iter().position(|&part| part == tag)?;
    IRREGULAR.get(form)?[part]
}

/// The verb of a stem that regular endings leave and no rule gives back: the list has it with a hyphen ("visit-").
fn left_of_regular(stem: &str) -> Option<&'static str> {
    // Longer ones are not listed.
    let mut form = [b'-'; 16];
    form.get_mut(..stem.len())?.copy_from_slice(stem.as_bytes());
    irregular(str::from_utf8(form.get(..=stem.len())?).ok()?, Tag::Verb)
}

fn with(stem: &str, ending: &str) -> Cow<'static, str> {
    Cow::Owned([stem, ending].concat())
}

fn noun(lower: &str) -> Cow<'_, str> {
    // Compounds are as irregular as what they end in: "businessmen", "grandchildren".
    for (plural, singular) in [("men", "man"), ("children", "child"), ("feet", "foot"), ("wives", "wife")] {
        if let Some(start) = lower.strip_suffix(plural)
            && start.len() > 2
            && !matches!(lower, "specimen" | "regimen" | "abdomen" | "acumen")
        {
            return with(start, singular);
        }
    }
    third_person(lower)
}

/// Takes off the "s" of plurals and of the third person.
fn third_person(lower: &str) -> Cow<'_, str> {
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return with(stem, "y");
    }
    if let Some(stem) = lower.strip_suffix("es") {
        let sibilant = ["ss", "sh", "x", "zz", "tz"].iter().any(|end| stem.ends_with(end))
            || stem.ends_with("ch")
            || stem.ends_with('o') && !["sho", "to", "ho"].contains(&stem);
        if sibilant {
            return Cow::Borrowed(stem);
        }
    }
    let stays = ["ss", "us", "is"].iter().any(|end| lower.ends_with(end));
    match lower.strip_suffix('s') {
        // Decades keep their "s".
        Some(stem)
            if !stays
                && stem.len() > 1
                && !stem.ends_with(|end: char| end.is_ascii_digit() || end == '\'') =>
        {
            Cow::Borrowed(stem)
        }
        _ => Cow::Borrowed(lower),
    }
}

fn verb(lower: &str) -> Cow<'_, str> {
    if let Some(stem) = lower.strip_suffix("ied") {
        return with(stem, if stem.len() > 1 { "y" } else { "ie" });
    }
    for ending in ["ed", "ing", "in'"] {
        let stem = lower.strip_suffix(ending).filter(|stem| syllables(stem) > 0);
        if let Some(stem) = stem.filter(|stem| !(ending == "ed" && stem.ends_with('e'))) {
            return base(stem);
        }
    }
    if lower.ends_with("eed") {
        return match lower
            .strip_suffix('d')
            .filter(|stem| ["agree", "decree", "disagree", "free", "guarantee"].contains(stem))
        {
            Some(stem) => Cow::Borrowed(stem),
            None => Cow::Borrowed(lower),
        };
    }
    third_person(lower)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Groups of vowels.
fn syllables(stem: &str) -> usize {
    let mut before = false;
    let starts = stem.bytes().enumerate().filter(|&(position, byte)| {
        let vowel = is_vowel(byte)
            && !(position == 0 && byte == b'y')
            && !(byte == b'u' && follows_q(stem, position));
        let starts = vowel && !before;
        before = vowel;
        starts
    });
    starts.count()
}

fn follows_q(stem: &str, position: usize) -> bool {
    position > 0 && stem.as_bytes().get(position - 1) == Some(&b'q')
}

/// The verb behind what "-ed" and "-ing" leave of it.
fn base(stem: &str) -> Cow<'_, str> {
    if let Some(lemma) = left_of_regular(stem) {
        return Cow::Borrowed(lemma);
    }
    let bytes = stem.as_bytes();
    let at =
        |back: usize| bytes.len().checked_sub(back).and_then(|place| bytes.get(place)).copied().unwrap_or(0);
    let (last, second, third) = (at(1), at(2), at(3));
    let short = syllables(stem) == 1;
    if last == second && !is_vowel(last) {
        let doubled = match last {
            b's' | b'f' | b'z' => false,
            b'l' => {
                !short && !matches!(third, b'a' | b'i') || stem.ends_with("cell") || stem.ends_with("vell")
            }
            b'd' | b'r' => bytes.len() > 3,
            _ => true,
        };
        let single = stem.get(..stem.len() - 1).filter(|_| doubled);
        return Cow::Borrowed(single.unwrap_or(stem));
    }
    if takes_e(stem, last, second, third, short) { with(stem, "e") } else { Cow::Borrowed(stem) }
}

/// Whether the end of a stem is one that only verbs with a final "e" leave: "decid", "chang", "handl".
fn takes_e(stem: &str, last: u8, second: u8, third: u8, short: bool) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| stem.ends_with(end));
    match last {
        b'c' | b'v' | b'u' | b'z' => true,
        b's' => second != b's',
        b'g' => second != b'n' || ends(&["chang", "veng", "leng"]),
        b'h' => ["breath", "bath", "sooth", "loath", "cloth", "writh", "seeth"].contains(&stem),
        b'w' | b'x' | b'y' | b'a' | b'e' | b'i' | b'o' => false,
        b'l' if !is_vowel(second) => !matches!(second, b'r' | b'w'),
        b'r' if !is_vowel(second) => matches!(second, b't' | b'c'),
        _ if !is_vowel(second) => false,
        _ if is_vowel(third) && !(third == b'u' && has(stem, "qu")) => {
            ends(&["iat", "uat", "creat", "suad", "uot", "ouch", "eas"])
        }
        // A short stem without "e" would have doubled its consonant: "hopping" against "hoping".
        _ if short => true,
        _ => match (second, last) {
            (b'a', b't' | b'd' | b'r' | b'k' | b'm' | b'p' | b'b') => true,
            (b'u', b't' | b'd' | b'r' | b'm' | b'k' | b'n' | b'l') => true,
            (b'i', b'd' | b'r' | b'n' | b'b' | b'k' | b'l' | b'p' | b'm') => true,
            (b'o', b't' | b'k' | b'd' | b'b') => true,
            (b'o', b'r') => ends(&["plor", "ignor", "stor", "ador", "scor"]),
            (b'o', b'm') => stem.ends_with("com"),
            (b'e', b't') => ends(&["plet", "pet", "delet"]),
            (b'e', b'd') => true,
            _ => false,
        },
    }
}

/// Takes off "-ier" and "-iest"; what else ends in "-er" is as often no comparative at all.
fn degree(lower: &str) -> Cow<'_, str> {
    let stem = lower.strip_suffix("ier").or_else(|| lower.strip_suffix("iest"));
    match stem.filter(|stem| stem.len() > 2) {
        Some(stem) => with(stem, "y"),
        None => Cow::Borrowed(lower),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_endings_took() {
        let verbs = [
            ("hoping", "hope"),
            ("hopping", "hop"),
            ("telling", "tell"),
            ("travelling", "travel"),
            ("decided", "decide"),
            ("visited", "visit"),
            ("agreed", "agree"),
            ("disagreed", "disagree"),
            ("added", "add"),
            ("died", "die"),
            ("tries", "try"),
            ("announced", "announce"),
            ("urges", "urge"),
            ("discussing", "discuss"),
            ("created", "create"),
            ("thought", "think"),
            ("sing", "sing"),
            ("going", "go"),
            ("said", "say"),
            ("warned", "warn"),
        ];
        for (form, base) in verbs {
            assert_eq!(lemma(form, Tag::Verb), base, "{form}");
        }
        let nouns = [
            ("parties", "party"),
            ("crises", "crisis"),
            ("women", "woman"),
            ("boxes", "box"),
            ("shoes", "shoe"),
            ("us", "us"),
            ("1990s", "1990s"),
            ("news", "news"),
            ("spokesmen", "spokesman"),
            ("", ""),
            ("s", "s"),
        ];
        for (form, base) in nouns {
            assert_eq!(lemma(form, Tag::Noun), base, "{form}");
        }
        assert_eq!(lemma("happiest", Tag::Adj), "happy");
        assert_eq!(lemma("was", Tag::Aux), "be");
        assert_eq!(lemma("paris", Tag::Propn), "paris");
    }

    /// What the treebanks call the lemma, word by word, misspellings aside.
    #[test]
    fn agrees_with_the_treebanks() {
        for (treebank, least) in [("ewt-dev", [99.0, 98.0]), ("gum-cc-dev", [99.0, 98.0])] {
            let Ok(conllu) = std::fs::read_to_string(format!("../shared/data/ud/{treebank}.conllu")) else {
                eprintln!("skipped: ../shared/data/ud is not here");
                return;
            };
            for (tag, least) in [Tag::Verb, Tag::Noun].into_iter().zip(least) {
                let (mut right, mut all) = (0, 0);
                for line in conllu.lines() {
                    if let [_, form, gold, upos, _, features, ..] = line.split('\t').collect::<Vec<_>>()[..]
                        && upos == tag.as_str()
                        && !features.contains("Typo")
                    {
                        right += usize::from(lemma(&form.to_lowercase(), tag) == gold.to_lowercase());
                        all += 1;
                    }
                }
                let share = 100.0 * f64::from(right as u32) / f64::from(all);
                eprintln!("{treebank} {}: {share:.2} % of {all} lemmas", tag.as_str());
                assert!(share > least, "{treebank} {}: {share:.2} %", tag.as_str());
            }
        }
    }
}
