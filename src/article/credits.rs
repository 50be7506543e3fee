//! Lines that say who wrote an article and when: "By Ada Park | 9 May 2024", "Posted on 9 May 2024 by Ada", "Ada Park
//! in Elmford".

use super::dates::{self, Moment};
use super::lexicon::lexicon;
use super::{lines, noise};
use crate::bytes::{is_among, seek};
use crate::known_names::is_person;
use crate::lowercase::lowercase;

/// Longest line about author or date, in bytes.
pub(super) const LONGEST: usize = 160;
/// Longest line with a name and no word that says that it is the author's.
const LONGEST_NAME: usize = 60;

/// What stands between the parts of such a line.
pub(super) const DIVIDERS: &str = "|·•⋅—–";

/// Who wrote it and when, the latter with whether it is the date of a change.
pub(super) type Credit<'t> = (&'t str, Option<(Moment, bool)>);

/// The credit in a line that says that it is one, by a word such as "by".
#[inline(never)]
pub(super) fn marked(text: &str) -> Option<Credit<'_>> {
    credit(text, noise::byline)
}

/// The credit in a line that may also be a name alone: under a headline, that is the author's.
#[inline(never)]
pub(super) fn under_title(text: &str) -> Option<Credit<'_>> {
    // What reads pages has no list of names, and is told the author by the page.
    let names = cfg!(not(all(target_arch = "wasm32", feature = "html")));
    marked(text).or_else(|| if names { credit(text, person) } else { None })
}

#[inline(never)]
fn credit<'t>(text: &'t str, name: fn(&'t str) -> Option<&'t str>) -> Option<Credit<'t>> {
    if text.len() > LONGEST || lines::is_sentence(text) {
        return None;
    }
    let (date, parts) = match dates::find(text).filter(|(moment, _)| moment.has_day()) {
        Some((moment, span)) => {
            let before = text.get(..span.start as usize).unwrap_or_default();
            let later = before.split_whitespace().any(|word| of_date(word) == Some(1));
            (Some((moment, later)), [before, text.get(span.end as usize..).unwrap_or_default()])
        }
        None => (None, [text, ""]),
    };
    for part in parts {
        for piece in part.split(|c: char| is_among(c, DIVIDERS)) {
            if let Some(name) = name(bare(piece)) {
                return Some((name, date));
            }
        }
    }
    None
}

/// Whether a word goes with a date, and if so with that of a change.
#[inline(never)]
fn of_date(word: &str) -> Option<u32> {
    lexicon().dates.get(lowercase(word.trim_matches([':', ',', '('])).as_str()).copied()
}

/// A part without the words and signs at its end that lead to the date after it.
#[inline(never)]
fn bare(part: &str) -> &str {
    let mut part = part.trim();
    loop {
        let end = part.trim_end_matches([',', '-', ':', '(', '/', ';']).trim_end();
        match end.rsplit_once(char::is_whitespace) {
            Some((before, last)) if of_date(last).is_some() || dates::is_weekday(last) => part = before,
            _ => return end,
        }
    }
}

/// The name that a line consists of, the place or the office after it aside.
fn person(text: &str) -> Option<&str> {
    if text.len() > LONGEST_NAME {
        return None;
    }
    let ends = [", ", " at ", " in "].iter().filter_map(|mark| seek(text, mark));
    let (name, after) = text.split_at_checked(ends.min().unwrap_or(text.len()))?;
    let placed = after.split_whitespace().next_back().is_none_or(|last| last.starts_with(char::is_uppercase));
    (after.starts_with(',') || placed).then_some(())?;
    are_people(name).then_some(name)
}

/// Whether names stand there, with "and" between them.
fn are_people(names: &str) -> bool {
    const AND: &str = " and ";
    let Some(at) = seek(names, AND) else { return is_person(names) };
    names.get(..at).is_some_and(is_person) && names.get(at + AND.len()..).is_some_and(are_people)
}

#[cfg(test)]
mod tests {
    use crate::article::{self, BlockKind, Document};
    use crate::options::Options;

    #[test]
    fn lines_under_a_headline_say_who_wrote_and_when() {
        for (line, byline, published) in [
            ("Nora Bell", Some("Nora Bell"), None),
            ("Thomas Moss at Harbour Park", Some("Thomas Moss"), None),
            ("Nora Bell, science editor", Some("Nora Bell"), None),
            ("Posted on 9 May 2024 by Nora", Some("Nora"), Some("2024-05-09")),
            ("by Nora Bell | 9 May 2024", Some("Nora Bell"), Some("2024-05-09")),
            ("By Nora Bell — Updated May 9, 2024", Some("Nora Bell"), Some("2024-05-09")),
            (
                "By Nora Bell and Ada Park, science editors",
                Some("Nora Bell and Ada Park, science editors"),
                None,
            ),
            ("Charlotte Airport", None, None),
            ("Why it matters", None, None),
        ] {
            let text = format!(
                "Council closes the harbour road\n{line}\n\nThe council has closed the harbour road for repairs that will last \
                 until the autumn, it said on Tuesday.\n"
            );
            let article = article::read(&Document::text(&text), &Options::default()).unwrap();
            assert_eq!(article.title.as_deref(), Some("Council closes the harbour road"), "{line}");
            assert_eq!(
                (article.byline.as_deref(), article.published.as_deref()),
                (byline, published),
                "{line}"
            );
        }
    }

    #[test]
    fn a_label_above_the_headline_is_none() {
        for label in
            ["FOR IMMEDIATE RELEASE", "Press release", "Opinion", "EXCLUSIVE:", "EMBARGOED UNTIL 9 May, noon"]
        {
            let text = format!(
                "{label}\n\nElmford Sells Its Harbour\n\nThe council of Elmford has sold its harbour to a company that has \
                 never run one, it said on Tuesday.\n"
            );
            let article = article::read(&Document::text(&text), &Options::default()).unwrap();
            assert_eq!(article.title.as_deref(), Some("Elmford Sells Its Harbour"), "{label}");
            assert_eq!(article.blocks[0].kind, BlockKind::Note, "{label}");
        }
    }
}
