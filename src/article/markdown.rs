//! Markdown: made HTML by `pulldown-cmark`, and read as a fragment of it, so that no mark stands between words.

use pulldown_cmark::{Event, Options, Parser, html};

use super::roles::Metadata;
use super::{Article, Document, dates, language_code, text};
use crate::bytes::{one_of, seek_all};
use crate::error::{Code, Error};

/// Reads Markdown (CommonMark with tables), and the metadata before it; a file without words as text.
pub(super) fn read<'d>(document: &Document<'d>) -> Result<Article<'d>, Error> {
    match as_fragment(document) {
        Err(error) if error.code() == Code::NoArticle => Ok(text::read(document)),
        read => read,
    }
}

fn as_fragment(document: &Document<'_>) -> Result<Article<'static>, Error> {
    let text = document.content;
    let (start, metadata) = front_matter(text).unwrap_or_default();
    let mut page = String::with_capacity(text.len());
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text.get(start..).unwrap_or_default(), extensions);
    let events = events.map(|event| match event {
        // "The <select> element", "Vec<String>": words of a text, not tags of a page.
        Event::InlineHtml(tag) if !is_formatting(&tag) => Event::Text(tag),
        event => event,
    });
    html::push_html(&mut page, events);
    super::html::fragment(&page, metadata, document)
}

/// Whether a tag within a line is one that formats it.
fn is_formatting(tag: &str) -> bool {
    let name = tag.trim_matches(['<', '/', '>']).split([' ', '/', '\n']).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    one_of!(&name, "a abbr b br cite code del em i img ins kbd mark q s small span strong sub sup time u wbr")
}

/// What stands between `---` lines at the start of a Markdown file: its end and what it says.
#[inline(never)]
fn front_matter(text: &str) -> Option<(usize, Metadata)> {
    let lead = text.len() - text.trim_start().len();
    let body = text.get(lead..)?.strip_prefix("---")?;
    let body = body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n'))?;
    let end = seek_all(body, "\n---")
        .map(|at| at + 4)
        .find(|&end| body.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r'])))?;
    let mut metadata = Metadata::default();
    for line in body.get(..end)?.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim() {
            _ if value.is_empty() => {}
            "title" => metadata.title = Some(value.to_owned()),
            "author" | "byline" => metadata.byline = Some(value.to_owned()),
            "lang" | "language" => metadata.language = language_code(value),
            "date" | "published" => metadata.published = dates::iso(value),
            _ => {}
        }
    }
    Some((text.len() - body.len() + end, metadata))
}
