//! Plain text: blocks by line structure, roles by position. The text itself is never changed.

use std::borrow::Cow;

use super::{Article, Document, dates, lines, roles};

/// Reads plain text.
pub(super) fn read<'d>(document: &Document<'d>) -> Article<'d> {
    let text = document.content;
    let mut blocks = lines::blocks(text);
    let metadata = roles::assign(text, &mut blocks, document.title);
    Article {
        text: Cow::Borrowed(text),
        title: metadata.title,
        byline: metadata.byline,
        published: metadata.published.or_else(|| document.url.and_then(dates::in_address)),
        language: metadata.language,
        blocks,
    }
}
