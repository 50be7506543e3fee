//! What a page says of its article besides the text: JSON-LD, `meta` elements, `time` elements, microdata, and
//! the lines under a headline.

use dom_query::{Document as Dom, NodeRef};

use super::blocks::Piece;
use super::{clean, plain, visible};
use crate::article::json_ld::{self, Said};
use crate::article::roles::Metadata;
use crate::article::{BlockKind, Document, dates, language_code, noise};
use crate::bytes::has;
use crate::collections::Map;

/// Names under which `meta` elements give the date of publication, most trusted first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article_date_original",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "publication_date",
    "published_time",
    "published-date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "bt:pubdate",
    "rbpubdate",
    "originalpublicationdate",
    "displaydate",
    "shareaholic:article_published_time",
    "news_date",
    "created",
    "date",
    "dcsext.articlefirstpublished",
    "ptime",
    "w-published-date",
    "publish_time",
    "published",
    "publisheddate",
    "published_date",
    "gtm-datepublished",
    "blogger:published",
    "article:post_time",
    "cse:date",
    "lastpublished",
    "pdate",
    "timestamp",
];

/// Names under which `meta` elements give authors.
const AUTHORS: &[&str] = &[
    "author",
    "article:author_name",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.author",
    "cxenseparse:author",
    "citation_author",
    "authors",
    "article.author",
    "og:article:author",
    "twitter:creator_name",
    "rbauthors",
    "dcsext.author",
];

/// Escapes what the parser has decoded of `meta` and `title` elements: readability scoring decodes what it finds there once
/// more, as scripts need it.
pub(super) fn escape(dom: &Dom) {
    let escaped = |value: &str| (has(value, "&") && has(value, ";")).then(|| value.replace('&', "&amp;"));
    for node in dom.select("meta[content]").nodes() {
        if let Some(value) = node.attr("content").and_then(|value| escaped(&value)) {
            node.set_attr("content", &value);
        }
    }
    for node in dom.select("head title").nodes() {
        if let Some(text) = escaped(&node.text()) {
            node.set_text(text);
        }
    }
}

/// Elements that are marked as the date of publication: by microdata, as `time`, by class names.
const MARKED_DATES: &[&str] = &[
    r#"[itemprop="datePublished"]"#,
    "time[pubdate]",
    "time.entry-date, time.published, time.post-date, .entry-date time, .published time, .post-date time, .dateline time, .byline time",
];

/// Elements that hold a date, of whatever.
const TIMES: &[&str] =
    &["article time[datetime], main time[datetime], header time[datetime]", "time[datetime]", "time"];

/// Reads what a page says of its article. `title` and `byline` are those that readability scoring found.
pub(super) fn read(
    dom: &Dom,
    title: Option<String>,
    byline: Option<String>,
    document: &Document<'_>,
) -> Metadata {
    let said = json_ld(dom);
    let meta = meta(dom);
    let title = title.map(|title| headline(dom, title, &said, &meta));
    let beside = visible::beside_headline(dom, title.as_deref().unwrap_or_default());
    let in_scripts = said.iter().filter_map(|said| said.published.as_deref()).filter_map(dates::iso);
    let in_meta = DATES.iter().filter_map(|name| meta.get(*name)).filter_map(|value| dates::iso(value));
    // The most trusted counts; where it is a bare day, another of that day may tell the time. Elements that are not said to
    // have the date of publication may have that of a change.
    let finer = |known: String, more: String| if more.starts_with(&known) { more } else { known };
    let published = match in_scripts.chain(in_meta).reduce(finer) {
        Some(day) if !day.contains('T') => Some(match date_in(dom, MARKED_DATES) {
            Some(more) => finer(day, more),
            None => day,
        }),
        known => known.or_else(|| date_in(dom, MARKED_DATES)),
    };
    let published = published
        .or_else(|| date_in(dom, TIMES))
        .or(beside.published)
        .or_else(|| script_date(document.content))
        .or_else(|| document.url.and_then(dates::in_address))
        .or_else(|| class_date(dom));
    let byline = said
        .iter()
        .find(|said| said.is_article && !said.authors.is_empty())
        .and_then(|said| clean_byline(&said.authors.join(", ")))
        .or_else(|| byline.as_deref().and_then(byline_of))
        .or_else(|| AUTHORS.iter().filter_map(|name| meta.get(*name)).find_map(|value| clean_byline(value)))
        .or(beside.byline)
        .or_else(|| element_byline(dom));
    Metadata {
        title,
        byline,
        published,
        language: dom.select_single("html").attr("lang").as_deref().and_then(language_code),
    }
}

/// The date of publication in the data of a script, where a page is built from it.
fn script_date(html: &str) -> Option<String> {
    const KEYS: &[&str] = &[
        "\"datePublished\"",
        "\"publishedAt\"",
        "\"published_at\"",
        "\"publishDate\"",
        "\"publish_date\"",
        "\"postDate\"",
        "\"datePublished\\\"",
    ];
    KEYS.iter().find_map(|key| {
        let at = html.find(key)? + key.len();
        dates::iso(html.get(at..html.floor_char_boundary(at + 45))?)
    })
}

/// What the scripts of type `application/ld+json` say, articles first.
fn json_ld(dom: &Dom) -> Vec<Said> {
    let (mut articles, others): (Vec<Said>, Vec<Said>) = dom
        .select(r#"script[type="application/ld+json"]"#)
        .nodes()
        .iter()
        .take(50)
        .filter_map(|node| json_ld::read(&node.text()))
        .partition(|said| said.is_article);
    articles.extend(others);
    articles
}

/// Values of `meta` elements by name, property or itemprop in lower case; the first of a name counts.
fn meta(dom: &Dom) -> Map<String, String> {
    let mut values: Map<String, String> = Map::default();
    for node in dom.select("meta[content]").nodes() {
        let Some(content) = node.attr("content").and_then(|content| clean::value(&content)) else { continue };
        for attribute in ["property", "name", "itemprop"] {
            for name in node.attr(attribute).iter().flat_map(|names| names.split_whitespace()) {
                values.entry(name.to_ascii_lowercase()).or_insert_with(|| content.clone());
            }
        }
    }
    values
}

/// The date of publication by class names.
fn class_date(dom: &Dom) -> Option<String> {
    const PLACES: &[&str] = &[
        ".entry-date, .post-date, .published, .pubdate, .publish-date, .published-date, .article-date, .article__date, .date-published, .timestamp, .dateline, .posted-on, .post-meta, .article-meta, .byline, .date",
    ];
    date_in(dom, PLACES)
}

/// The first date in the elements that the selectors find, in their attributes or their text.
fn date_in(dom: &Dom, places: &[&str]) -> Option<String> {
    places.iter().find_map(|place| {
        dom.select(place).nodes().iter().take(20).find_map(|node| {
            ["datetime", "content", "data-timestamp", "title"]
                .iter()
                .filter_map(|name| node.attr(name))
                .find_map(|value| dates::iso(&value))
                .or_else(|| dates::iso(short(node)?.as_str()))
        })
    })
}

/// The author by elements: microdata, `rel`, then class names.
fn element_byline(dom: &Dom) -> Option<String> {
    const PLACES: &[&str] = &[
        r#"[itemprop="author"] [itemprop="name"]"#,
        r#"[itemprop="author"]"#,
        r#"a[rel~="author"]"#,
        ".byline-name, .author-name, .byline__name, .author__name, .article-author, .post-author, .entry-author, .byline-author, .author.vcard .fn",
        ".byline, .author, .article__byline, .article-byline, .post-byline",
    ];
    PLACES.iter().find_map(|place| {
        dom.select(place).nodes().iter().take(5).find_map(|node| clean_byline(short(node)?.as_str()))
    })
}

/// Text of an element that holds a line, not a paragraph.
fn short(node: &NodeRef<'_>) -> Option<String> {
    let text = node.text();
    (text.len() < 400).then(|| clean::value(&text)).flatten().filter(|text| text.len() < 160)
}

/// A byline as the page gives it, unless it names nobody.
pub(super) fn byline_of(text: &str) -> Option<String> {
    let text = clean::value(text)?;
    let dated = noise::timestamp(&text).is_some() || text.starts_with(['[', '{']) || text.ends_with(':');
    clean_byline(&text).filter(|_| !dated).map(|_| text)
}

/// A byline without "By"; `None` for addresses, placeholders and words that name nobody.
pub(super) fn clean_byline(text: &str) -> Option<String> {
    const NOBODY: &[&str] = &[
        "admin", "administrator", "null", "undefined", "none", "author", "unknown", "by", "editor", "staff",
        "author:",
    ];
    let text = clean::value(text)?;
    let name = noise::byline(&text).unwrap_or(&text).trim();
    let lower = name.to_lowercase();
    // Names of templates that were never filled in hold dots or braces between letters.
    let template = name.contains("{{") || !name.contains(' ') && lower.matches('.').count() > 1;
    let named =
        !NOBODY.contains(&lower.as_str()) && name.len() < 200 && name.chars().any(char::is_alphabetic);
    (named && !template && !name.starts_with("http") && !lower.starts_with("www.")).then(|| name.to_owned())
}

/// The headline of a page whose metadata say `title`. Titles are written for search engines too; where that
/// shows, by the name of the site behind a bar or by every source having the same words, the `h1` that readers
/// see is taken instead, if it clearly is the headline of the same article.
fn headline(dom: &Dom, title: String, said: &[Said], meta: &Map<String, String>) -> String {
    let seen: Vec<String> = dom
        .select("h1")
        .nodes()
        .iter()
        .take(50)
        .filter_map(|node| clean::value(&node.text()))
        .filter(|text| text.len() < 300)
        .collect();
    if seen.iter().any(|seen| *seen == title || title.contains(seen.as_str())) {
        return title;
    }
    // Some systems escape twice what stands in the head of their pages.
    if has(&title, "&")
        && let Some(decoded) = plain(&title).filter(|decoded| seen.contains(decoded))
    {
        return decoded;
    }
    let social = meta.get("og:title").is_some_and(|social| *social == title);
    let same = social
        && said.iter().any(|said| said.headline.as_deref().or(said.name.as_deref()) == Some(title.as_str()));
    let wanted = match (title.contains(" | "), same) {
        (true, _) => 0.4,
        (false, true) => 0.5,
        _ => return title,
    };
    let words = words(&title);
    seen.into_iter()
        .find(|seen| {
            let own = self::words(seen);
            let shared = own.iter().filter(|word| words.contains(word)).count();
            own.len() >= 4 && shared as f32 >= wanted * own.len() as f32
        })
        .unwrap_or(title)
}

/// The title without the name of the site, where the page has it as an `h1`.
pub(super) fn title_on_page(dom: &Dom, title: &str) -> String {
    let title = clean::value(title).unwrap_or_default();
    let headings = dom.select("h1");
    let mut seen = headings.nodes().iter().take(50).filter_map(|node| clean::value(&node.text()));
    seen.find(|seen| words(seen).len() >= 3 && title.starts_with(seen.as_str())).unwrap_or(title)
}

/// The `h1` of a fragment that has one only, among the pieces above its running text: copied with the links over it, it
/// is the title all the same. Its place among them.
pub(super) fn only_heading(dom: &Dom, lead: &[Piece]) -> Option<usize> {
    let headings = dom.select("h1");
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let heading = (headings.length() == 1).then(|| letters(&headings.text()))?;
    lead.iter().position(|piece| piece.kind == BlockKind::Heading && letters(&piece.text) == heading)
}

/// Words in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
