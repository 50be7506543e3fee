//! Plain text: blocks by line structure, roles by position. The text itself is never changed.

use std::borrow::Cow;

use super::roles::{self, Metadata};
use super::{Article, Block, BlockKind, Document, Format, dates, language_code, lines};
use crate::bytes::seek_all;
use crate::span::Span;

/// Reads plain text or Markdown.
pub(super) fn read<'d>(document: &Document<'d>, format: Format) -> Article<'d> {
    let text = document.content;
    let markdown = format == Format::Markdown;
    let front = if markdown { front_matter(text) } else { None };
    let (start, known) = front.unwrap_or_default();
    let mut blocks = lines::blocks(text.get(start..).unwrap_or_default(), markdown);
    for block in &mut blocks {
        block.span = Span::new(block.span.start as usize + start, block.span.end as usize + start);
    }
    let metadata = roles::assign(text, &mut blocks, document.title);
    if start > 0 {
        let matter = text.get(..start).unwrap_or_default().trim();
        let lead = text.len() - text.trim_start().len();
        blocks.insert(0, Block { kind: BlockKind::Chrome, span: Span::new(lead, lead + matter.len()) });
    }
    Article {
        text: Cow::Borrowed(text),
        title: known.title.or(metadata.title),
        byline: known.byline.or(metadata.byline),
        published: known
            .published
            .or(metadata.published)
            .or_else(|| document.url.and_then(dates::in_address)),
        language: known.language.or(metadata.language),
        blocks,
    }
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
