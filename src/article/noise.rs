//! Lines of a page that are no part of its article, recognised one at a time: by whole lines and first words
//! from `lexicon/noise.tsv`, by credits, by the shape of interface names and by their script.
//!
//! Every rule asks for a whole line or block, never for a piece of one, so that a sentence that speaks of
//! photographs or newsletters stays what it is.

use super::lexicon::{Pairs, Zone, first_word, lexicon};
use super::{BlockKind, credits, dates, lines};
use crate::bytes::{has, seek};
use crate::lowercase::{each_small, lowercase};

/// Longest block, in bytes, that may be noise; longer ones are running text, or terms of use behind a ©.
const LONGEST: usize = 700;

/// Most words of a block that one listed part of a line makes noise.
const LONGEST_PART: usize = 45;

/// Most words before a claim of rights in a line that is nothing else.
const MOST_BEFORE_CLAIM: usize = 15;

/// What a line is recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noise {
    /// Its role.
    pub(super) kind: BlockKind,
    /// Where the rule holds.
    pub(super) zone: Zone,
    /// A credit and nothing else: the caption itself may stand beside it.
    pub(super) credit: bool,
}

impl Noise {
    fn new(kind: BlockKind, zone: Zone) -> Self {
        Self { kind, zone, credit: false }
    }
}

/// Lower case, straight apostrophes, single blanks.
fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut blank = out.is_empty() || out.ends_with(' ');
        // Most of a text is signs of ASCII with single blanks between them, which are copied together.
        let is_plain = |&byte: &u8| match byte {
            b' ' => !std::mem::replace(&mut blank, true),
            byte => {
                blank = false;
                byte.is_ascii_graphic()
            }
        };
        let plain = rest.bytes().take_while(is_plain).count();
        let (piece, after) = rest.split_at_checked(plain.max(c.len_utf8())).unwrap_or((rest, ""));
        rest = after;
        match c {
            _ if plain > 0 => out.push_str(piece),
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '’' => out.push('\''),
            c => each_small(c, |c| out.push(c)),
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out.make_ascii_lowercase();
    out
}

/// What kind of noise a block is by itself, if any.
#[inline(never)]
pub(super) fn recognise(text: &str) -> Option<Noise> {
    if text.len() > LONGEST {
        return None;
    }
    let lexicon = lexicon();
    let line = normalise(text);
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '™' | '®'));
    if bare.is_empty() {
        // Rules, bullets and arrows on a line of their own.
        return Some(Noise::new(BlockKind::Chrome, Zone::Edge));
    }
    if let Some(&(kind, zone)) = lexicon.lines.get(bare).or_else(|| lexicon.lines.get(line.as_str())) {
        return Some(Noise::new(kind, zone));
    }
    if is_credit(text) {
        return Some(Noise { kind: BlockKind::Caption, zone: Zone::Any, credit: true });
    }
    let words = line.bytes().filter(|&byte| byte == b' ').count() + 1;
    let starts = lexicon.starts.get(first_word(&line)).map_or(&[][..], Vec::as_slice);
    let found = starts
        .iter()
        .filter(|(start, ..)| begins_with(bare, start))
        .chain(lexicon.signs.iter().filter(|(start, ..)| line.starts_with(start)))
        .chain(lexicon.calls.iter().filter(|(start, ..)| begins_with(bare, start) && calls_reader(&line)))
        .find(|(start, kind, zone)| fits(*kind, *zone, start, words, &line));
    if let Some(&(_, kind, zone)) = found {
        return Some(Noise::new(kind, zone));
    }
    if words <= LONGEST_PART && ends_with_credit(text) {
        return Some(Noise::new(BlockKind::Caption, Zone::Any));
    }
    // Most parts cannot stand in a block for want of their pairs of letters, which is found out much faster.
    let pairs = if words <= LONGEST_PART { Pairs::of(&line) } else { Pairs::default() };
    if let Some((_, (_, kind, zone))) = lexicon.parts.iter().find(|(needed, (part, kind, zone))| {
        pairs.contain(needed) && has(&line, part) && fits(*kind, *zone, part, words, &line)
    }) {
        return Some(Noise::new(*kind, *zone));
    }
    if is_contact(&line) {
        return Some(Noise::new(BlockKind::Note, Zone::Edge));
    }
    is_identifier(text).then_some(Noise { kind: BlockKind::Chrome, zone: Zone::Edge, credit: false })
}

/// Whether a line that begins with listed words is short enough for its rule: interface lines are phrases,
/// notes may be a sentence or two.
fn fits(kind: BlockKind, zone: Zone, start: &str, words: usize, line: &str) -> bool {
    let sentence = lines::ends_sentence(line);
    match (kind, zone) {
        // A sentence may speak of rights; a line that claims them says whose or is short. What has a sentence of
        // many words before its claim is an article on one line.
        (_, Zone::Close) if follows_prose(line, start) => false,
        (_, Zone::Close) => {
            words <= 12
                || !start.starts_with(char::is_alphabetic)
                || line.contains(['©', '®'])
                || has(line, "copyright")
        }
        (BlockKind::Chrome, Zone::Any) => words <= 20 && (!sentence || words <= 12 || start.ends_with(':')),
        (BlockKind::Chrome, Zone::Tail) => words <= 8 && !sentence,
        (BlockKind::Chrome, Zone::Edge) => words <= 8 && !sentence || words <= 25 && calls_reader(line),
        (BlockKind::Caption, _) => words <= 60,
        _ => true,
    }
}

/// Whether many words with the end of a sentence stand before the first claim of rights in a line.
fn follows_prose(line: &str, claim: &str) -> bool {
    let claims = ["©", "copyright", claim];
    let Some(at) = claims.iter().filter_map(|claim| seek(line, claim)).min() else { return false };
    let before =
        line.get(..at).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
    before.split(' ').nth(MOST_BEFORE_CLAIM).is_some() && lines::ends_sentence(before)
}

/// Whether a line speaks to its reader, as invitations to write, follow and subscribe do.
fn calls_reader(line: &str) -> bool {
    [" our ", " us ", " us.", " your ", " newsletter", "@", "http"].iter().any(|word| has(line, word))
}

/// Whether `line` begins with `start` as whole words.
fn begins_with(line: &str, start: &str) -> bool {
    line.strip_prefix(start).is_some_and(|rest| {
        !start.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// A credit alone: "Sergei Guneev/Sputnik/Reuters", "Getty Images", "AP Photo/Ada Park".
fn is_credit(text: &str) -> bool {
    if text.len() > 90 || lines::ends_sentence(text) {
        return false;
    }
    let words = text.split_whitespace().count();
    if words > 8 {
        return false;
    }
    let mut slashes = text.split('/').map(str::trim);
    let named = text.contains('/')
        && !has(text, "//")
        && slashes.all(|part| is_name(part) && part.split(' ').count() <= 4);
    named && text.split('/').any(is_agency) || words <= 4 && is_agency(text)
}

/// A sentence with a credit after it: "… July 4, 2024. /Xinhua", "… in June (Reuters)", "… [Photo: A. Smith]".
fn ends_with_credit(text: &str) -> bool {
    let text = text.trim_end();
    if let Some((before, after)) = text.rsplit_once('/')
        && after.split_whitespace().count() <= 4
        && is_name(after)
        && (before.trim_end().ends_with(['.', ')', '"', '”']) || before.ends_with(' ') && is_agency(after))
    {
        return true;
    }
    let Some(inside) = text.strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '['])) else {
        return false;
    };
    let credit = inside.1;
    credit.split_whitespace().count() <= 8 && !inside.0.trim().is_empty() && credit.split('/').any(is_agency)
}

/// Whether every word of a text begins with a capital or has no case, as in names.
fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            word.chars().find(|c| c.is_alphabetic()).is_none_or(|c| !c.is_lowercase())
                || matches!(word, "de" | "van" | "von" | "of" | "via" | "for" | "the")
        })
        && text.chars().any(char::is_alphabetic)
}

/// Whether a text names an agency that sells pictures, on its own or beside a photographer.
fn is_agency(text: &str) -> bool {
    const AGENCIES: [&str; 22] = [
        "Reuters", "AP", "AFP", "Getty", "Getty Images", "Xinhua", "EPA", "EPA-EFE", "EFE", "Sputnik",
        "Yonhap", "TASS", "Shutterstock", "Alamy", "AP Photo", "Bloomberg", "Anadolu", "Anadolu Agency",
        "dpa", "Kyodo", "iStock", "Unsplash",
    ];
    let text = text.trim();
    AGENCIES.iter().any(|agency| {
        text == *agency
            || text.strip_suffix(agency).is_some_and(|rest| {
                rest.ends_with(['/', '|', ' '])
                    && (rest.trim_end().ends_with([',', '|', '/']) || rest.trim_end().ends_with("via"))
            })
    }) || text.ends_with("Getty Images") && is_name(text)
}

/// A whole paragraph in brackets, or a short line, with an address to write to.
fn is_contact(line: &str) -> bool {
    if !line.contains('@') {
        return false;
    }
    let address = line.split(' ').any(|word| {
        word.split_once('@')
            .is_some_and(|(_, host)| host.contains('.') || !host.is_empty() && word.starts_with(['@', '(']))
    });
    address && (line.starts_with(['(', '[']) && line.ends_with([')', ']']) || line.split(' ').count() <= 12)
}

/// A name made for machines: "bar_progress", "shareBar", "nav-main-toggle".
fn is_identifier(text: &str) -> bool {
    if text.len() <= 3 || !text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
        return false;
    }
    let lower = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    let camel = text
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
        .count();
    let starts_low = text.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    lower && text.contains('_') || camel > 0 && starts_low && text.len() > 7
}

/// The byline in a line such as "By Ada Park and Ben Cole, science editor".
#[inline(never)]
pub(super) fn byline(text: &str) -> Option<&str> {
    if text.len() > credits::LONGEST || text.split_whitespace().count() > 16 || lines::is_sentence(text) {
        return None;
    }
    let text = text.trim_start_matches(['|', '-', '—', '–', '•', '*', ' ']);
    let lower = normalise(text);
    lexicon().bylines.iter().filter(|start| begins_with(&lower, start)).find_map(|start| {
        // Lower case may change the length of a text, so words are counted off instead.
        let rest = match start.ends_with(char::is_alphanumeric) {
            true => start.split(' ').try_fold(text, |text, word| {
                let text = text.trim_start();
                text.get(..word.len()).filter(|head| lowercase(head) == word)?;
                text.get(word.len()..)
            })?,
            false => text.split_once([':', '：', '／', '/'])?.1,
        };
        let name = rest.trim_start_matches(|c: char| c == ':' || c.is_whitespace()).trim_end();
        let first = name.chars().next()?;
        (first.is_alphabetic() && !first.is_lowercase() && is_byline_name(name)).then_some(name)
    })
}

/// Most words of a byline are names; a heading such as "By the Numbers we trust in" is not.
fn is_byline_name(text: &str) -> bool {
    let (mut high, mut low) = (0, 0);
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-')) {
        match word.chars().next() {
            Some(c) if c.is_lowercase() => low += 1,
            Some(c) if c.is_alphabetic() => high += 1,
            _ => {}
        }
    }
    high >= 1 && low <= high && !text.starts_with("The ")
}

/// A line that is a date and nothing else; true for the date of a change.
#[inline(never)]
pub(super) fn timestamp(text: &str) -> Option<(dates::Moment, bool)> {
    if text.len() > credits::LONGEST {
        return None;
    }
    let (moment, span) = dates::find(text)?;
    if !moment.has_day() {
        return None;
    }
    let mut later = false;
    let words = &lexicon().dates;
    // What is left beside the date: numbers, signs, and words that go with dates.
    let rest = [text.get(..span.start as usize), text.get(span.end as usize..)];
    for (side, part) in rest.into_iter().enumerate() {
        let mut rest = part.unwrap_or_default();
        while let Some((_, again)) = dates::find(rest) {
            rest = rest.get(again.end as usize..).unwrap_or_default();
        }
        for word in rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            match words.get(lowercase(word).as_str()) {
                Some(changed) => later |= *changed == 1 && side == 0,
                None if dates::is_weekday(word) => {}
                None => return None,
            }
        }
    }
    Some((moment, later))
}
