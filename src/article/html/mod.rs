//! HTML: a page is searched for its article by readability scoring (crate `dom_smoothie`, which follows
//! Mozilla's Readability), a fragment is taken as it is. Both are then walked block by block into text.
//!
//! Readability never runs on a fragment: there it drops subheadings and keeps noise.

mod blocks;
mod clean;
mod guard;
mod metadata;
mod visible;
mod wider;

use std::borrow::Cow;

use dom_query::Document as Dom;
use dom_smoothie::{CandidateSelectMode, Config, Readability};

use self::blocks::Piece;
use super::roles::{self, Metadata};
use super::{Article, Block, BlockKind, Document, dates};
use crate::error::{Code, Error};
use crate::span::Span;

/// Reads a page or a fragment.
pub(super) fn read(document: &Document<'_>) -> Result<Article<'static>, Error> {
    guard::check(document.content)?;
    if is_fragment(document.content) {
        return fragment(document.content, Metadata::default(), document);
    }
    let dom = Dom::from(document.content);
    let page = dom.clone();
    metadata::escape(&dom);
    keep_breaks(&dom);
    let config = Config {
        keep_classes: true,
        candidate_select_mode: CandidateSelectMode::DomSmoothie,
        ..Config::default()
    };
    let mut pieces = Vec::new();
    let found = Readability { doc: dom, doc_url: None, config }.parse().ok();
    if let Some(found) = &found {
        pieces = blocks::walk(&Dom::fragment(found.content.clone()).root(), &|_| false);
    }
    pieces = wider::or_keep(&page, pieces);
    if pieces.is_empty() {
        pieces = blocks::walk(&page.body().unwrap_or_else(|| page.root()), &|_| false);
    }
    let title = found.as_ref().map(|found| found.title.trim().to_owned()).filter(|title| !title.is_empty());
    let metadata = metadata::read(&page, title, found.and_then(|found| found.byline), document);
    let shown = metadata.title.as_deref().map(|title| metadata::title_on_page(&page, title));
    compose(pieces, metadata, shown, document)
}

/// Readability drops a line break whose next element is a paragraph, even where loose text stands between, whose words
/// would run into those before: an empty element there keeps it.
fn keep_breaks(dom: &Dom) {
    for line_break in dom.select("br").nodes() {
        let before_paragraph = line_break.next_element_sibling().is_some_and(|next| next.has_name("p"));
        let loose =
            || line_break.next_sibling().is_some_and(|next| next.is_text() && !next.text().trim().is_empty());
        if before_paragraph && loose() {
            line_break.after_html("<i></i>");
        }
    }
}

/// Reads a fragment, such as the content of a post, with what is known of it from elsewhere.
pub(super) fn fragment(
    html: &str,
    metadata: Metadata,
    document: &Document<'_>,
) -> Result<Article<'static>, Error> {
    guard::check(html)?;
    let dom = Dom::fragment(html);
    let decode = |value: Option<String>| value.and_then(|value| plain(&value));
    let mut pieces = blocks::walk(&dom.root(), &|_| false);
    let mut title = decode(metadata.title);
    if title.is_none()
        && let Some(place) = metadata::only_heading(&dom, lead(&pieces))
        && let Some(heading) = pieces.get_mut(place)
    {
        // On one line, as titles are.
        heading.text = clean::value(&heading.text).unwrap_or_default();
        title = Some(heading.text.clone());
    }
    let metadata = Metadata { title, byline: decode(metadata.byline), ..metadata };
    compose(pieces, metadata, None, document)
}

/// What stands above the first paragraph of running text.
fn lead(pieces: &[Piece]) -> &[Piece] {
    const SHORTEST_PROSE: usize = 80;
    let is_prose = |piece: &Piece| piece.kind == BlockKind::Paragraph && piece.text.len() >= SHORTEST_PROSE;
    let end = pieces.iter().position(is_prose).unwrap_or(pieces.len());
    pieces.get(..end).unwrap_or_default()
}

/// A value that may hold entities and tags, as plain words.
fn plain(value: &str) -> Option<String> {
    if value.contains(['&', '<']) { clean::value(&Dom::fragment(value).text()) } else { clean::value(value) }
}

/// A fragment has neither a head nor a body nor a document type.
fn is_fragment(html: &str) -> bool {
    let start = html.get(..html.floor_char_boundary(20_000)).unwrap_or_default().to_ascii_lowercase();
    !["<!doctype", "<html", "<head", "<body", "<title", "<meta"].iter().any(|tag| start.contains(tag))
}

/// Puts the pieces together, a blank line between them, and gives every block its role. `shown` is the title as
/// it reads on the page, where that differs.
fn compose(
    pieces: Vec<Piece>,
    metadata: Metadata,
    shown: Option<String>,
    document: &Document<'_>,
) -> Result<Article<'static>, Error> {
    if pieces.is_empty() {
        return Err(Error::new(Code::NoArticle, "The page holds no text that reads like an article."));
    }
    let title = document.title.map(str::to_owned).or(metadata.title);
    let shown = shown.or_else(|| title.as_deref().and_then(clean::value));
    let mut text = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 2).sum());
    let mut blocks: Vec<Block> = Vec::with_capacity(pieces.len() + 1);
    let mut push = |kind: BlockKind, piece: &str| {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(piece);
        blocks.push(Block { kind, span: Span::new(start, text.len()) });
    };
    let among = lead(&pieces).len().max(4);
    let heads = pieces.iter().take(among).any(|piece| shown.as_ref() == Some(&piece.text));
    if let Some(title) = shown.as_ref().filter(|_| !heads) {
        push(BlockKind::Title, title);
    }
    for piece in &pieces {
        push(piece.kind, &piece.text);
    }
    let read = roles::assign(&text, &mut blocks, shown.as_deref());
    Ok(Article {
        text: Cow::Owned(text),
        title: title.or(read.title),
        byline: metadata.byline.or(read.byline),
        published: metadata.published.or(read.published).or_else(|| document.url.and_then(dates::in_address)),
        language: metadata.language,
        blocks,
    })
}
