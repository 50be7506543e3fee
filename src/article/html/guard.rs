//! A look at the tags of a page before it is parsed. The parser of the HTML standard goes through its open
//! elements at every tag and reopens formatting elements in every paragraph, so hostile nesting costs time and
//! memory out of all proportion; such pages are turned away here, in one pass over their bytes.

use crate::error::{Code, Error};

/// Deepest nesting; browsers themselves stop at 512.
const DEEPEST: usize = 512;
/// Most steps through open elements that parsing may cost.
const MOST_STEPS: usize = 20_000_000;
/// Most formatting elements that may be reopened.
const MOST_REOPENED: usize = 3_000_000;
/// Most tags, comments and stray signs.
const MOST_TAGS: usize = 150_000;
/// Most attributes of one element; the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 1_000;
/// Most entities, each a step of its own for the parser.
const MOST_ENTITIES: usize = 300_000;

/// Turns away a page that nests out of all proportion.
///
/// # Errors
/// [`Code::TooLarge`], naming the limit.
pub(super) fn check(html: &str) -> Result<(), Error> {
    let bytes = html.as_bytes();
    let mut at = 0;
    let (mut depth, mut formatting, mut steps, mut reopened, mut tags) = (0usize, 0usize, 0, 0, 0);
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| b == b'<')) {
        at += next + 1;
        let closing = bytes.get(at) == Some(&b'/');
        let from = at + usize::from(closing);
        let name_length = bytes
            .get(from..)
            .map_or(0, |rest| rest.iter().take(16).take_while(|b| b.is_ascii_alphanumeric()).count());
        tags += 1;
        if name_length == 0 {
            if tags > MOST_TAGS {
                return Err(too_much(TAGS));
            }
            continue;
        }
        let name = html.get(from..from + name_length).unwrap_or_default().to_ascii_lowercase();
        let (end, attributes) = skip_tag(bytes, from + name_length);
        at = end;
        steps += depth;
        let formats = is_formatting(&name);
        match name.as_str() {
            // What stands inside is no markup.
            "script" | "style" | "textarea" | "title" if !closing => {
                at = skip_to_end(bytes, at, &name);
            }
            _ if leaves_depth(&name) => {
                if !closing {
                    reopened += formatting;
                }
            }
            _ if closing => {
                depth = depth.saturating_sub(1);
                formatting = formatting.saturating_sub(usize::from(formats));
            }
            _ => {
                depth += 1;
                if formats {
                    formatting += 1;
                } else {
                    reopened += formatting;
                }
            }
        }
        if depth > DEEPEST {
            return Err(too_large(format!("The page nests its elements more than {DEEPEST} deep.")));
        }
        let over = [
            (tags > MOST_TAGS, TAGS),
            (steps > MOST_STEPS, (MOST_STEPS, "steps through open elements")),
            (reopened > MOST_REOPENED, (MOST_REOPENED, "formatting elements opened anew")),
            (attributes > MOST_ATTRIBUTES, (MOST_ATTRIBUTES, "attributes of an element")),
        ];
        if let Some(&(_, limit)) = over.iter().find(|(over, _)| *over) {
            return Err(too_much(limit));
        }
    }
    if bytes.iter().filter(|&&b| b == b'&').count() > MOST_ENTITIES {
        return Err(too_much((MOST_ENTITIES, "entities")));
    }
    Ok(())
}

/// A limit, and what it counts.
type Limit = (usize, &'static str);

const TAGS: Limit = (MOST_TAGS, "tags");

fn too_large(message: String) -> Error {
    Error::new(Code::TooLarge, message)
}

fn too_much((limit, what): Limit) -> Error {
    too_large(format!("The page has more markup than can be read; the limit is {limit} {what}."))
}

/// Position after the end of a tag, and how many attributes it has.
fn skip_tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut attributes = 0;
    let mut quote = None;
    let mut before = b' ';
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => break,
            // A quotation mark opens a value only after its sign.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) if before.is_ascii_whitespace() || before == b'/' => {
                attributes += usize::from(!byte.is_ascii_whitespace())
            }
            _ => {}
        }
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    (at, attributes)
}

/// Position after the next `</name`, or the end.
fn skip_to_end(bytes: &[u8], mut at: usize, name: &str) -> usize {
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| b == b'<')) {
        at += next + 1;
        let end = bytes.get(at + 1..at + 1 + name.len());
        if bytes.get(at) == Some(&b'/') && end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return at + 1 + name.len();
        }
    }
    bytes.len()
}

/// Elements that hold nothing, or that end by themselves when the next begins.
fn leaves_depth(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "html"
            | "head"
            | "body"
            | "rp"
            | "rt"
            | "path"
            | "use"
            | "circle"
            | "rect"
            | "a"
    )
}

/// Elements that the parser reopens in the next paragraph if they were not closed.
fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}
