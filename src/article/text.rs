//! Plain text: blocks by line structure, title by position. The text itself is never changed.

use std::borrow::Cow;

use super::{Article, Block, BlockKind, Document};
use crate::span::Span;

/// Longest first line, in bytes, that is taken for a title.
const LONGEST_TITLE: usize = 200;

/// Every line with something on it is a block; a short first line before others is the title.
pub(super) fn read<'d>(document: &Document<'d>) -> Article<'d> {
    let text = document.content;
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let inside = line.trim();
        if !inside.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let span = Span::new(start + lead, start + lead + inside.len());
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
        start += line.len();
    }
    if let [first, _, ..] = blocks.as_mut_slice()
        && first.span.len() <= LONGEST_TITLE
    {
        first.kind = BlockKind::Title;
    }
    let title = blocks
        .first()
        .filter(|block| block.kind == BlockKind::Title)
        .map(|block| block.span.of(text))
        .or(document.title);
    Article {
        text: Cow::Borrowed(text),
        title: title.map(str::to_owned),
        byline: None,
        published: None,
        blocks,
    }
}
