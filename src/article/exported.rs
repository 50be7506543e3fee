//! An article as analyses carry it: what the module that reads HTML gives to the one that analyses, and what
//! readers open again from their own exported files.

use std::borrow::Cow;

use serde::Serialize;

use super::{Article, ArticleInfo, Block, BlockKind, language_code};
use crate::json::{Object, Value};
use crate::offsets::{Offsets, Unit};
use crate::span::Span;

/// The fields of an analysis that speak of its article.
#[derive(Serialize)]
struct Exported<'a> {
    text: &'a str,
    language: Option<&'a str>,
    article: ArticleInfo,
}

/// Writes what [`read`] reads.
pub(super) fn write(article: Article<'_>, unit: Unit) -> String {
    let Article { text, title, byline, published, language, mut blocks } = article;
    let offsets = Offsets::new(&text, unit);
    for Block { span, .. } in &mut blocks {
        *span = offsets.span(*span);
    }
    let article = ArticleInfo { title, byline, published, blocks };
    // Strings and numbers always become JSON.
    serde_json::to_string(&Exported { text: &text, language: language.as_deref(), article })
        .unwrap_or_default()
}

/// An analysis of this project, or the article part of one, taken as it is.
pub(super) fn read(object: &Object<'_>) -> Option<Article<'static>> {
    let text = object.get("text")?.as_str()?;
    let info = object.get("article").and_then(Value::as_object).unwrap_or(object);
    let listed = info.get("blocks")?.as_array()?;
    let raw: Vec<(BlockKind, u32, u32)> = listed
        .iter()
        .map(|block| {
            let position = |key: &str| block.get(key)?.as_whole();
            Some((kind(block.get("kind")?.as_str()?)?, position("start")?, position("end")?))
        })
        .collect::<Option<_>>()?;
    // The form does not say which unit it counts in; only the right one gives blocks that are whole lines.
    let blocks =
        [Unit::Utf16, Unit::Utf32, Unit::Utf8].into_iter().find_map(|unit| place(text, &raw, unit))?;
    let word = |key: &str| info.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Article {
        title: word("title"),
        byline: word("byline"),
        published: word("published"),
        language: object.get("language").and_then(Value::as_str).and_then(language_code),
        blocks,
        text: Cow::Owned(text.to_owned()),
    })
}

/// The blocks in bytes, if they are in order, without white space around them, and nothing but white space
/// stands between them.
fn place(text: &str, raw: &[(BlockKind, u32, u32)], unit: Unit) -> Option<Vec<Block>> {
    let mut blocks = Vec::with_capacity(raw.len());
    let mut chars = text.char_indices();
    let mut counted = 0u32;
    let mut at = 0usize;
    let mut byte_of = |position: u32| {
        while counted < position {
            let (start, c) = chars.next()?;
            counted += match unit {
                Unit::Utf8 => c.len_utf8() as u32,
                Unit::Utf16 => c.len_utf16() as u32,
                Unit::Utf32 => 1,
            };
            at = start + c.len_utf8();
        }
        (counted == position).then_some(at)
    };
    let mut last = 0;
    for &(kind, start, end) in raw {
        let (start, end) = (byte_of(start)?, byte_of(end)?);
        let between = text.get(last..start)?;
        let inside = text.get(start..end)?;
        if !between.trim().is_empty() || inside.is_empty() || inside.trim().len() != inside.len() {
            return None;
        }
        blocks.push(Block { kind, span: Span::new(start, end) });
        last = end;
    }
    text.get(last..)?.trim().is_empty().then_some(blocks)
}

fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "title" => BlockKind::Title,
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "quote" => BlockKind::Quote,
        "list-item" => BlockKind::ListItem,
        "caption" => BlockKind::Caption,
        "note" => BlockKind::Note,
        "chrome" => BlockKind::Chrome,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_as_it_is_written() {
        for known in [
            BlockKind::Title,
            BlockKind::Heading,
            BlockKind::Paragraph,
            BlockKind::Quote,
            BlockKind::ListItem,
            BlockKind::Caption,
            BlockKind::Note,
            BlockKind::Chrome,
        ] {
            let written = serde_json::to_value(known).unwrap();
            assert_eq!(written.as_str().and_then(kind), Some(known));
        }
    }
}
