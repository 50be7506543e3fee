//! Markdown: made HTML by `pulldown-cmark`, and read as a fragment of it, so that no mark stands between words.

use pulldown_cmark::{Options, Parser, html};

use super::roles::Metadata;
use super::{Article, Document, dates, language_code};
use crate::bytes::seek_all;
use crate::error::Error;

/// Reads Markdown (CommonMark with tables), and the metadata before it.
pub(super) fn read(document: &Document<'_>) -> Result<Article<'static>, Error> {
    let text = document.content;
    let (start, metadata) = front_matter(text).unwrap_or_default();
    let mut page = String::with_capacity(text.len());
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    html::push_html(&mut page, Parser::new_ext(text.get(start..).unwrap_or_default(), extensions));
    super::html::fragment(&page, metadata, document)
}

/// What stands between `---` lines at the start of a Markdown file: its end and what it says.
#[inline(never)]
fn front_matter(text: &str) -> Option<(usize, Metadata)> {
    let lead = text.len() - text.trim_start().len();
    let body = text.get(lead..)?.strip_prefix("---\n")?;
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
    Some((lead + 4 + end, metadata))
}
