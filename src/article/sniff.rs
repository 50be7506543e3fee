//! The form of a document, from what it looks like. In doubt it is plain text, which never fails.

use super::Format;
use crate::bytes::has;

/// The form of `content`; `name` is the name of the file or the address it came from, where known.
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
pub fn sniff(content: &str, name: Option<&str>) -> Format {
    let content = content.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if looks_like_json(content) {
        return Format::Json;
    }
    if looks_like_html(content) {
        return Format::Html;
    }
    let path = name.and_then(|name| name.split(['?', '#']).next()).unwrap_or_default();
    let markdown = path.rsplit_once('.').is_some_and(|(_, extension)| {
        ["md", "markdown", "mdown", "mkd"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    if markdown || looks_like_markdown(content) { Format::Markdown } else { Format::Text }
}

/// An object or a list of objects from end to end; whether it is well formed is for the reader to say.
fn looks_like_json(content: &str) -> bool {
    let mut signs = content.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next(), content.chars().next_back()) {
        (Some('{'), Some('"' | '}'), Some('}')) => true,
        (Some('['), Some('{' | '['), Some(']')) => true,
        // Cut off, but clearly meant to be JSON.
        (Some('{'), Some('"'), _) => has(content, "\":"),
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
    opens && (has(content, "</") || has(&head, "<br") || has(&head, "<p"))
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
