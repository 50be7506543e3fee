//! JSON: a post of WordPress or a list of them, an article in JSON-LD, an item of a feed, and analyses that
//! this project wrote.

use std::borrow::Cow;

use serde::Serialize;

use super::json_ld::{self, Said};
use super::roles::Metadata;
use super::{Article, Document, Format, dates, exported, language_code, read_fragment, text};
use crate::bytes::has;
use crate::error::{Code, Error};
use crate::json::{self, Object, Value};

/// Deepest nesting.
const DEEPEST: usize = 100;
/// Most values in a document; each costs far more memory than its signs.
const MOST_VALUES: usize = 1_000_000;

/// One of several articles in a JSON document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ListedArticle<'d> {
    /// Its title, as far as it says.
    pub title: Option<String>,
    /// Its date in ISO 8601.
    pub published: Option<String>,
    /// Its own JSON, to be read as a document.
    pub content: &'d str,
}

/// The articles of a JSON document that is a list, so that a reader can choose; one for a single article.
///
/// # Errors
/// [`Code::MalformedJson`] and [`Code::TooLarge`] as for [`read`](super::read).
pub fn articles(content: &str) -> Result<Vec<ListedArticle<'_>>, Error> {
    let value = parse(content)?;
    let items = listed(&value);
    Ok(items
        .iter()
        .filter_map(|item| {
            let (_, metadata) = source(item.as_object()?)?;
            Some(ListedArticle { title: metadata.title, published: metadata.published, content: item.source })
        })
        .collect())
}

/// Reads the article in a JSON document; of a list, the first that has text.
#[inline(never)]
pub(super) fn read(document: &Document<'_>) -> Result<Article<'static>, Error> {
    let value = parse(document.content)?;
    let items = listed(&value);
    let mut failure = None;
    // Last the whole, which may hold its article anywhere.
    for value in items.into_iter().chain([&value]) {
        if let Some(article) = value.as_object().and_then(exported::read) {
            return Ok(article);
        }
        let said = json_ld::article(value);
        let found = said.as_ref().and_then(described).or_else(|| source(value.as_object()?));
        let Some((source, metadata)) = found else { continue };
        match from_source(source, metadata, document) {
            Ok(article) => return Ok(article),
            // Another module reads it: it may not be passed over for an article that this one can read.
            Err(error) if error.code() == Code::UnsupportedFormat => return Err(error),
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    Err(failure.unwrap_or_else(|| {
        Error::new(
            Code::NoArticle,
            "The JSON holds no article: neither a post, nor a JSON-LD article, nor an analysis.",
        )
    }))
}

/// The value of a document that is neither nested nor large out of all proportion.
fn parse(content: &str) -> Result<Value<'_>, Error> {
    check(content)?;
    // White space before a byte order mark is left for the mark alone to go: messages count lines.
    let lead =
        content.len() - content.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let mark = content.get(..lead).and_then(|lead| lead.rfind('\u{feff}'));
    let start = mark.map_or(0, |at| at + '\u{feff}'.len_utf8());
    json::read(content.get(start..).unwrap_or_default()).map_err(malformed)
}

/// The items of a list or a feed without the pages that JSON-LD names beside articles, whose text is a notice; of
/// anything else, itself.
fn listed<'v, 'd>(value: &'v Value<'d>) -> Vec<&'v Value<'d>> {
    let items = value.as_array().or_else(|| value.get("items")?.as_array());
    let items = items.unwrap_or(std::slice::from_ref(value));
    // Its own type: a post may describe its page, too.
    let is_page = |item: &&Value<'_>| {
        item.get("@type").is_some() && json_ld::article(item).is_some_and(|said| !said.is_article)
    };
    let articles: Vec<_> = items.iter().filter(|item| !is_page(item)).collect();
    if articles.is_empty() { items.iter().collect() } else { articles }
}

/// Where the text of an object stands.
enum Source<'v> {
    Html(&'v str),
    Text(&'v str),
}

impl<'v> Source<'v> {
    /// Markup, if it has closing tags or line breaks of HTML.
    fn guess(text: &'v str) -> Self {
        if ["</", "<br", "<p>"].iter().any(|tag| has(text, tag)) {
            Self::Html(text)
        } else {
            Self::Text(text)
        }
    }
}

/// Text and metadata of an article in JSON-LD.
#[inline(never)]
fn described(said: &Said) -> Option<(Source<'_>, Metadata)> {
    let source = Source::guess(said.body.as_deref()?);
    let authors: Vec<&str> = said.authors.iter().map(String::as_str).collect();
    let metadata = Metadata {
        title: said.headline.as_ref().or(said.name.as_ref()).cloned(),
        byline: Some(authors.join(", ")).filter(|names| !names.is_empty()),
        published: said.published.as_deref().and_then(dates::iso),
        language: said.language.as_deref().and_then(language_code),
    };
    Some((source, metadata))
}

/// Text and metadata of a post, a feed item or the output of another extractor.
#[inline(never)]
fn source<'v>(object: &'v Object<'_>) -> Option<(Source<'v>, Metadata)> {
    let rendered = |key: &str| object.get(key)?.get("rendered")?.as_str();
    let plain = |key: &str| object.get(key).and_then(Value::as_str);
    let source = rendered("content")
        .map(Source::Html)
        .or_else(|| plain("content_html").or_else(|| plain("html")).map(Source::Html))
        .or_else(|| {
            ["content_text", "articleBody", "text", "body", "content"]
                .iter()
                .find_map(|key| plain(key))
                .map(Source::guess)
        });
    let source = source.filter(|source| match source {
        Source::Html(text) | Source::Text(text) => !text.trim().is_empty(),
    })?;
    let names = |list: &Value<'_>| -> Option<String> {
        let names: Vec<&str> = list
            .as_array()?
            .iter()
            .filter_map(|author| author.get("name")?.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let embedded = object.get("_embedded").and_then(|embedded| names(embedded.get("author")?));
    let seo = object.get("yoast_head_json").and_then(|head| head.get("author")?.as_str()).map(str::to_owned);
    let byline = embedded
        .or(seo)
        .or_else(|| object.get("authors").and_then(names))
        .or_else(|| object.get("author")?.get("name")?.as_str().map(str::to_owned))
        .or_else(|| ["byline", "author"].iter().find_map(|key| plain(key)).map(str::to_owned));
    let published = ["date", "published", "date_published", "datePublished", "publishedTime", "date_gmt"]
        .iter()
        .find_map(|key| dates::iso(plain(key)?));
    let title = rendered("title").or_else(|| plain("title")).or_else(|| plain("headline")).map(str::to_owned);
    let language = ["language", "inLanguage"].iter().find_map(|key| language_code(plain(key)?));
    Some((source, Metadata { title, byline, published, language }))
}

#[inline(never)]
fn from_source(
    source: Source<'_>,
    metadata: Metadata,
    document: &Document<'_>,
) -> Result<Article<'static>, Error> {
    match source {
        Source::Html(html) => read_fragment(html, metadata, document),
        Source::Text(body) => Ok(from_text(body, metadata, document)),
    }
}

/// An article whose text is plain, its title put before it where that is not its first line.
fn from_text(body: &str, metadata: Metadata, document: &Document<'_>) -> Article<'static> {
    let title = document.title.or(metadata.title.as_deref()).map(str::trim).filter(|title| !title.is_empty());
    let body = body.trim();
    let is_first_line = |title: &str| {
        let rest = body.strip_prefix(title).map(|rest| rest.trim_start_matches(' '));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']))
    };
    let whole = match title {
        Some(title) if !is_first_line(title) => format!("{title}\n\n{body}"),
        _ => body.to_owned(),
    };
    let plain = Document { content: &whole, format: Format::Text, title, ..*document };
    let read = text::read(&plain);
    Article {
        title: read.title,
        byline: metadata.byline.or(read.byline),
        published: metadata.published.or(read.published),
        language: metadata.language,
        blocks: read.blocks,
        text: Cow::Owned(whole),
    }
}

fn malformed(error: json::Fault<'_>) -> Error {
    Error::new(Code::MalformedJson, format!("The document is not well-formed JSON: {error}."))
}

/// One pass over the bytes before anything is built: nesting and number of values.
#[inline(never)]
fn check(content: &str) -> Result<(), Error> {
    let (mut depth, mut values, mut inside, mut escaped) = (0usize, 0usize, false, false);
    for byte in content.bytes() {
        if inside {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => inside = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => inside = true,
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Error::new(
                Code::MalformedJson,
                format!("The JSON nests more than {DEEPEST} levels deep."),
            ));
        }
        if values > MOST_VALUES {
            return Err(Error::new(Code::TooLarge, format!("The JSON has more than {MOST_VALUES} values.")));
        }
    }
    Ok(())
}
