//! The form of a document, from what it looks like. In doubt it is plain text, which never fails.

use super::Format;
use crate::bytes::{has, split};

/// What the names of Markdown files end with; of all files the page has the same, and one table tests both.
const MARKDOWN: &str = "md markdown mdown mkd";

/// Elements in one of which a piece of a page mostly begins.
const HOLDERS: &str = "div section article table ul ol h1 h2 h3 blockquote span";

/// As many brackets begin no text.
const BRACKETS: &str = "[[[[[[[[[[[[[[[[";

/// The form that a file of this name has, whatever is in it; [`Format::Auto`] where the name tells nothing.
///
/// ```
/// use stance_lens::article::format_of_file;
/// use stance_lens::Format;
///
/// assert_eq!(format_of_file("storm.HTM"), Format::Html);
/// assert_eq!(format_of_file("storm.txt"), Format::Auto);
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn format_of_file(name: &str) -> Format {
    let ends = |endings: &str| ends_in(name, endings);
    if ends("html htm xhtml") {
        Format::Html
    } else if ends("json") {
        Format::Json
    } else if ends(MARKDOWN) {
        Format::Markdown
    } else {
        Format::Auto
    }
}

/// Whether a name has one of these endings, which are divided by blanks.
fn ends_in(name: &str, endings: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    split(endings, b' ').any(|known| extension.eq_ignore_ascii_case(known))
}

/// The form of `content`; `address` is where it came from, where known. Of addresses only those of Markdown tell: one that
/// ends with `.html` may stand beside the text that was taken from there.
///
/// ```
/// use stance_lens::article::sniff;
/// use stance_lens::Format;
///
/// assert_eq!(sniff("{\"title\": {\"rendered\": \"Storm\"}}", None), Format::Json);
/// assert_eq!(sniff("<p>The storm has passed.</p>", None), Format::Html);
/// assert_eq!(sniff("The storm has passed.", Some("storm.md")), Format::Markdown);
/// assert_eq!(sniff("<3 is a heart", None), Format::Text);
/// ```
pub fn sniff(content: &str, address: Option<&str>) -> Format {
    let content = content.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if looks_like_json(content) {
        return Format::Json;
    }
    if looks_like_html(content) {
        return Format::Html;
    }
    let path = address.and_then(|address| address.split(['?', '#']).next()).unwrap_or_default();
    let markdown = ends_in(path, MARKDOWN) || looks_like_markdown(content);
    if markdown { Format::Markdown } else { Format::Text }
}

/// An object or a list of objects from end to end; whether it is well formed is for the reader to say.
fn looks_like_json(content: &str) -> bool {
    let mut signs = content.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next(), content.chars().next_back()) {
        (Some('{'), Some('"' | '}'), Some('}')) => true,
        (Some('['), Some('{' | '['), Some(']')) => true,
        // Cut off, but clearly meant to be JSON.
        (Some('{'), Some('"'), _) | (Some('['), Some('{'), _) => has(content, "\":"),
        (Some('['), Some('['), _) => content.starts_with(BRACKETS),
        _ => false,
    }
}

fn looks_like_html(content: &str) -> bool {
    let head = content.get(..content.floor_char_boundary(2_000)).unwrap_or_default().to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| has(&head, tag)) {
        return true;
    }
    let opens = head
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    // A piece may be cut off before anything is closed, and nested without end.
    let holds = || {
        let tag = split(&head, b'>').next().unwrap_or_default();
        let name = split(tag, b' ').next().and_then(|name| name.get(1..));
        split(HOLDERS, b' ').any(|known| Some(known) == name)
    };
    opens && (has(content, "</") || has(&head, "<br") || has(&head, "<p") || holds())
}

/// Front matter, or headings together with another mark.
fn looks_like_markdown(content: &str) -> bool {
    let lines = || content.lines().take(200);
    let heading = lines().any(|line| {
        let level = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' '))
    });
    let marked = lines()
        .any(|line| has(line, "](") || has(line, "**") || line.starts_with("> ") || line.starts_with("- "));
    content.starts_with("---\n") && lines().skip(1).any(|line| line == "---") || heading && marked
}
