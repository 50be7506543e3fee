//! A document in any form becomes an [`Article`]: its text, its blocks, its title, byline and date.
//!
//! Text input is kept unchanged, byte for byte: what is not part of the article itself (skip links, share
//! bars, captions, copyright) is marked as a block of its own kind and never deleted, so offsets stay true.

mod credits;
mod damage;
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod encoding;
mod exported;
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
mod html;
mod json;
mod json_ld;
mod lexicon;
mod lines;
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
mod markdown;
mod noise;
mod roles;
mod script;
mod sniff;
mod text;

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::codes;
use crate::error::{Code, Error};
use crate::offsets::Unit;
use crate::options::Options;
use crate::span::Span;

pub use damage::damage;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::decode;
pub use json::{ListedArticle, articles};
#[cfg(not(target_arch = "wasm32"))]
pub use sniff::format_of_file;
pub use sniff::sniff;

/// What a caller hands in.
#[derive(Clone, Copy, Debug)]
pub struct Document<'d> {
    /// The source itself.
    pub content: &'d str,
    /// Its form.
    pub format: Format,
    /// Where it came from; helps to read dates and relative links.
    pub url: Option<&'d str>,
    /// BCP 47 code, where known.
    pub language: Option<&'d str>,
    /// Title, where known from elsewhere; unless empty, it counts before the one that the document gives.
    pub title: Option<&'d str>,
}

/// Forms of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Format {
    /// Found out from the content.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// A whole page or a fragment.
    Html,
    /// Markdown, made a fragment of HTML first.
    Markdown,
    /// A WordPress post, a JSON-LD article or an exported analysis.
    Json,
}

impl<'d> Document<'d> {
    /// Plain text, nothing else known.
    pub fn text(content: &'d str) -> Self {
        Self { content, format: Format::Text, url: None, language: None, title: None }
    }
}

/// A document, loaded.
#[derive(Clone, Debug)]
pub struct Article<'d> {
    /// What every span refers to; for text input, the input itself.
    pub text: Cow<'d, str>,
    /// Headline.
    pub title: Option<String>,
    /// Author or authors, as written.
    pub byline: Option<String>,
    /// Date of publication in ISO 8601, as precise as the source.
    pub published: Option<String>,
    /// Language that the source says it is in, the first part of a BCP 47 code: a hint for texts too short to tell,
    /// since many pages give the language of their template.
    pub language: Option<String>,
    /// In order of the text, without overlap; blank lines between blocks belong to none.
    pub blocks: Vec<Block>,
}

impl Article<'_> {
    /// The article as the JSON of an analysis that goes no further, positions counted in `unit`.
    /// A document of the format [`Format::Json`] with this content is the same article again.
    pub fn into_json(self, unit: Unit) -> String {
        exported::write(self, unit)
    }
}

/// A piece of an article with a role of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Block {
    /// Its role.
    pub kind: BlockKind,
    /// Where it stands, without surrounding white space.
    #[cfg_attr(test, ts(flatten))]
    pub span: Span,
}

/// What is known of the article besides its text.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ArticleInfo {
    /// Headline.
    pub title: Option<String>,
    /// Author or authors, as written.
    pub byline: Option<String>,
    /// Date of publication in ISO 8601, as precise as the source.
    pub published: Option<String>,
    /// Blocks in order of the text, without overlap.
    pub blocks: Vec<Block>,
}

/// Roles of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// A quotation set apart.
    Quote,
    /// An item of a list.
    ListItem,
    /// Words under a picture, with its credit.
    Caption,
    /// Words about the article: byline, date, place, editor's notes, corrections, contact lines.
    Note,
    /// Interface words of the page: skip links, share bars, copyright.
    Chrome,
}

impl BlockKind {
    /// Whether keyphrases, attributions and stances are looked for here.
    pub fn is_content(self) -> bool {
        !matches!(self, BlockKind::Caption | BlockKind::Note | BlockKind::Chrome)
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Block", 3)?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("start", &self.span.start)?;
        fields.serialize_field("end", &self.span.end)?;
        fields.end()
    }
}

/// Plain text divided into blocks by its lines alone: nothing is set apart, no title or date looked for.
pub fn by_lines(text: &str) -> Article<'_> {
    let blocks = lines::blocks(text);
    Article { text: Cow::Borrowed(text), title: None, byline: None, published: None, language: None, blocks }
}

/// A code of two or three letters, in small ones and as short as it can be: "en" for "ENG".
fn short_code(said: &str) -> Option<String> {
    let is_code = matches!(said.len(), 2 | 3) && said.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| codes::shortest(said))
}

/// The language in a BCP 47 code, without country and script; `None` for anything that is no code, or says nothing.
fn language_code(said: &str) -> Option<String> {
    let language = short_code(said.trim().split(['-', '_']).next()?)?;
    (!matches!(language.as_str(), "und" | "mul" | "zxx")).then_some(language)
}

/// A BCP 47 tag with hyphens between its parts and the letters it recommends, "en-US" for "ENG_us": a country in
/// capitals, a script with one, all else small, and so whatever follows a part of one letter (RFC 5646, 2.1.1). `None` for
/// what is no tag of a language, whose codes have two or three letters: "english" is none.
pub(crate) fn language_tag(said: &str) -> Option<String> {
    let mut parts = said.split(['-', '_']);
    let mut tag = short_code(parts.next()?)?;
    let mut extension = false;
    for part in parts {
        if !matches!(part.len(), 1..=8) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        extension |= part.len() == 1;
        let capitals = match part.len() {
            _ if extension => 0,
            2 => 2,
            4 => 1,
            _ => 0,
        };
        let mut part = part.to_ascii_lowercase();
        part.get_mut(..capitals)?.make_ascii_uppercase();
        tag.push_str(&part);
    }
    Some(tag)
}

/// Loads a document.
///
/// # Errors
/// See [`analyse`](crate::analyse).
pub fn read<'d>(document: &Document<'d>, options: &Options) -> Result<Article<'d>, Error> {
    // A span is two numbers of 32 bits.
    let limit = options.max_bytes.min(u32::MAX as usize);
    if document.content.len() > limit {
        return Err(Error::new(
            Code::TooLarge,
            format!("The document is too large: more than {limit} bytes, which is the limit."),
        ));
    }
    if let Some(said) = document.language.filter(|said| language_tag(said).is_none()) {
        return Err(Error::new(
            Code::UnknownOption,
            format!("`{said}` is no tag of BCP 47 that begins with a language, such as `en` or `pt-BR`."),
        ));
    }
    let title = document.title.map(str::trim).filter(|title| !title.is_empty());
    let document = &Document { title, ..*document };
    let mut read = match document.format {
        Format::Auto => read_as(sniff(document.content, document.url), document),
        format => read_as(format, document),
    };
    // Whoever gives a title knows better than the document.
    if let (Ok(article), Some(title)) = (&mut read, title) {
        article.title = Some(title.to_owned());
    }
    read
}

fn read_as<'d>(format: Format, document: &Document<'d>) -> Result<Article<'d>, Error> {
    match format {
        Format::Text | Format::Auto => Ok(text::read(document)),
        Format::Html => read_page(document),
        Format::Markdown => read_markdown(document),
        Format::Json => json::read(document),
    }
}

#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
fn read_page(document: &Document<'_>) -> Result<Article<'static>, Error> {
    html::read(document)
}

#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
fn read_markdown<'d>(document: &Document<'d>) -> Result<Article<'d>, Error> {
    markdown::read(document)
}

#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
fn read_fragment(
    html: &str,
    metadata: roles::Metadata,
    document: &Document<'_>,
) -> Result<Article<'static>, Error> {
    html::fragment(html, metadata, document)
}

#[cfg(not(any(not(target_arch = "wasm32"), feature = "html")))]
fn read_page(_: &Document<'_>) -> Result<Article<'static>, Error> {
    Err(no_html())
}

#[cfg(not(any(not(target_arch = "wasm32"), feature = "html")))]
fn read_markdown(_: &Document<'_>) -> Result<Article<'static>, Error> {
    Err(no_html())
}

#[cfg(not(any(not(target_arch = "wasm32"), feature = "html")))]
fn read_fragment(_: &str, _: roles::Metadata, _: &Document<'_>) -> Result<Article<'static>, Error> {
    Err(no_html())
}

/// Without the feature `html`, pages are another module's to read.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "html")))]
fn no_html() -> Error {
    Error::new(
        Code::UnsupportedFormat,
        "This module reads text and exported analyses; HTML and Markdown are for the module that extracts articles.",
    )
}
