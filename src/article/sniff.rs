//! The form of a document, from what it looks like. In doubt it is plain text, which never fails.

use super::Format;
use crate::bytes::has;

/// What names of files end with, and the form that says; the page has the same, and one table tests both.
const FILES: [(&str, Format); 8] = [
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("json", Format::Json),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mdown", Format::Markdown),
    ("mkd", Format::Markdown),
];

/// Elements that hold text by the block, in one of which a piece of a page mostly begins.
const HOLDERS: &[&str] = &[
    "div", "section", "article", "main", "header", "figure", "table", "ul", "ol", "h1", "h2", "h3",
    "blockquote", "span",
];

/// Brackets at the start that are no text's.
const BRACKETS: usize = 20;

/// The form that a file of this name has, whatever is in it; [`Format::Auto`] where the name tells nothing.
///
/// ```
/// use stance_lens::article::format_of_file;
/// use stance_lens::Format;
///
/// assert_eq!(format_of_file("storm.HTM"), Format::Html);
/// assert_eq!(format_of_file("storm.txt"), Format::Auto);
/// ```
pub fn format_of_file(name: &str) -> Format {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    FILES
        .iter()
        .find(|(known, _)| extension.eq_ignore_ascii_case(known))
        .map_or(Format::Auto, |&(_, format)| format)
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
    let markdown = format_of_file(path) == Format::Markdown || looks_like_markdown(content);
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
        (Some('['), Some('['), _) => signs.take(BRACKETS).filter(|&c| c == '[').count() == BRACKETS,
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
        let rest = head.get(1..).unwrap_or_default();
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let after = rest.get(name.len()..).unwrap_or_default();
        HOLDERS.contains(&name)
            && (after.starts_with('>') || after.starts_with([' ', '\n']) && has(after, "="))
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
