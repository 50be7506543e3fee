//! JSON-LD as pages and feeds carry it (schema.org): the article among its objects, and what it says.

use crate::bytes::has;
use crate::collections::ByWord;
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
use crate::json;
use crate::json::{Form, Object, Value};

/// What an article says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) headline: Option<String>,
    pub(super) name: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) body: Option<String>,
    /// Whether its type is one of articles, not merely of pages.
    pub(super) is_article: bool,
}

/// Inner objects and lists of one object that are put in order.
const MOST_INNER: usize = 64;
/// Objects looked at in one document.
const MOST_OBJECTS: usize = 5_000;
/// Longest script, in bytes; each value in it costs far more memory than its signs.
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
const LONGEST: usize = 1 << 20;

/// What closes the sections and comments that scripts are wrapped in, and statements.
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
const ENDS: [&str; 6] = ["]]>", "-->", "*/", "/*", "//", ";"];

/// The article in a script of type `application/ld+json`, read as strict JSON first, then without the control characters that
/// publishing systems leave in strings.
#[cfg(any(not(target_arch = "wasm32"), feature = "html"))]
pub(super) fn read(source: &str) -> Option<Said> {
    let source = Some(source.trim()).filter(|source| source.len() <= LONGEST)?;
    let source = source.strip_prefix("<!--").unwrap_or(source);
    let source =
        source.strip_prefix("/*<![CDATA[*/").or_else(|| source.strip_prefix("//<![CDATA[")).unwrap_or(source);
    let mut source = source.strip_prefix("<![CDATA[").unwrap_or(source).trim_end();
    // Whole marks: the bracket of a list is its own.
    while let Some(rest) = ENDS.iter().find_map(|end| source.strip_suffix(end)) {
        source = rest.trim_end();
    }
    if let Ok(value) = json::read(source) {
        return article(&value);
    }
    let clean: String = source.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    article(&json::read(&clean).ok()?)
}

/// The article in a document, or else the page it describes.
pub(super) fn article(document: &Value<'_>) -> Option<Said> {
    let mut objects = Vec::new();
    collect(document, &mut objects);
    let mut names = ByWord::default();
    for object in &objects {
        let said = |key: &str| object.get(key).and_then(Value::as_str);
        if let (Some(id), Some(name)) = (said("@id"), said("name")) {
            *names.entry(id, name) = name;
        }
    }
    // From the end, since of equals the last is taken: related articles stand after the one they belong to, or inside it.
    let ranked = objects.iter().rev().filter_map(|object| Some((rank(object)?, object)));
    let best = ranked.max_by_key(|(rank, object)| {
        (*rank, object.get("datePublished").is_some(), object.get("author").is_some())
    })?;
    let (rank, object) = best;
    let word = |key: &str| object.get(key).and_then(text_of);
    Some(Said {
        headline: word("headline"),
        name: word("name"),
        authors: object
            .get("author")
            .or_else(|| object.get("creator"))
            .map(|value| authors(value, &names))
            .unwrap_or_default(),
        published: word("datePublished").or_else(|| word("dateCreated")).or_else(|| word("uploadDate")),
        language: word("inLanguage"),
        body: word("articleBody").or_else(|| word("text")),
        is_article: rank > 1,
    })
}

/// Every object in a document, outermost first.
fn collect<'v, 'j>(value: &'v Value<'j>, objects: &mut Vec<&'v Object<'j>>) {
    let mut open = std::collections::VecDeque::from([value]);
    while let Some(value) = open.pop_front() {
        match &value.form {
            Form::Array(items) => open.extend(items),
            Form::Object(object) => {
                objects.push(object);
                let mut inner: Vec<(&str, &Value<'_>)> = Vec::new();
                for (key, value) in object.members() {
                    if matches!(value.form, Form::Array(_) | Form::Object(_)) {
                        // By key, so that the order in which a system writes them decides nothing; an object with
                        // more of them is no article.
                        let place = inner.partition_point(|(known, _)| *known <= key);
                        inner
                            .insert(if inner.len() < MOST_INNER { place } else { inner.len() }, (key, value));
                    }
                }
                open.extend(inner.into_iter().map(|(_, value)| value));
            }
            _ => {}
        }
        if objects.len() > MOST_OBJECTS {
            break;
        }
    }
}

/// How sure an object is the article: its own type, then that of its page.
fn rank(object: &Object<'_>) -> Option<u32> {
    let types: Vec<&str> = match &object.get("@type").or_else(|| object.get("type"))?.form {
        Form::String(name) => vec![name],
        Form::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let kind = |name: &str| match name.rsplit(['/', ':', '#']).next().unwrap_or(name) {
        "NewsArticle"
        | "ReportageNewsArticle"
        | "AnalysisNewsArticle"
        | "OpinionNewsArticle"
        | "ReviewNewsArticle"
        | "BackgroundNewsArticle"
        | "AskPublicNewsArticle"
        | "LiveBlogPosting" => Some(4),
        "Article"
        | "BlogPosting"
        | "Blogposting"
        | "TechArticle"
        | "ScholarlyArticle"
        | "Report"
        | "SocialMediaPosting"
        | "AdvertiserContentArticle"
        | "SatiricalArticle"
        | "MedicalScholarlyArticle"
        | "Review"
        | "HowTo"
        | "Recipe"
        | "DiscussionForumPosting" => Some(3),
        "WebPage" | "ItemPage" | "CreativeWork" | "MedicalWebPage" | "FAQPage" => Some(1),
        _ => None,
    };
    types.into_iter().filter_map(kind).max()
}

fn text_of(value: &Value<'_>) -> Option<String> {
    match &value.form {
        Form::String(text) => Some(text.clone().into_owned()).filter(|text| !text.trim().is_empty()),
        Form::Array(items) => items.iter().find_map(text_of),
        Form::Object(object) => object.get("@value").or_else(|| object.get("rendered")).and_then(text_of),
        _ => None,
    }
}

/// Names of authors: strings, objects with a name, references to such objects, and lists of all these.
fn authors(value: &Value<'_>, names: &ByWord<&str, &str>) -> Vec<String> {
    let items = value.as_array().unwrap_or(std::slice::from_ref(value));
    let mut found: Vec<String> = Vec::new();
    for item in items {
        let name = match &item.form {
            Form::String(name) => Some(name.clone().into_owned()),
            Form::Object(object) => object.get("name").and_then(text_of).or_else(|| {
                object
                    .get("@id")
                    .and_then(Value::as_str)
                    .and_then(|id| names.get(id))
                    .map(|name| (*name).to_owned())
            }),
            _ => None,
        };
        let name = name.map(|name| name.trim().to_owned());
        if let Some(name) = name.filter(|name| !name.is_empty() && !has(name, "://") && !found.contains(name))
        {
            found.push(name);
        }
    }
    found
}
