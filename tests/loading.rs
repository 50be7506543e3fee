//! Whole documents against what loading should make of them: `NAME.EXT` beside `NAME.EXT.blocks`, one block a
//! line. `UPDATE=1 cargo test --test loading` writes the second from the first, to be read before it is kept.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test that fails may panic")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use stance_lens::{Document, Format, Options, article};

/// What loading makes of a document, for people to read.
fn report(content: &str, format: Format) -> String {
    let document = Document { format, ..Document::text(content) };
    let article = match article::read(&document, &Options::default()) {
        Ok(article) => article,
        Err(error) => return format!("{}: {error}\n", error.code().as_str()),
    };
    let known = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let mut out = String::new();
    writeln!(out, "title {}", known(&article.title)).unwrap();
    writeln!(out, "byline {}", known(&article.byline)).unwrap();
    writeln!(out, "published {}", known(&article.published)).unwrap();
    for block in &article.blocks {
        let kind = serde_json::to_value(block.kind).unwrap();
        writeln!(out, "{:<10} {:?}", kind.as_str().unwrap(), block.span.of(&article.text)).unwrap();
    }
    out
}

#[test]
fn documents_are_loaded_as_written_down() {
    let folder = Path::new("tests/articles/loading");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("txt") => Format::Text,
            Some("md") => Format::Markdown,
            Some("html") => Format::Html,
            Some("json") => Format::Json,
            _ => continue,
        };
        let found = report(&fs::read_to_string(&path).unwrap(), format);
        let kept = path.with_extension(format!("{}.blocks", path.extension().unwrap().to_str().unwrap()));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&kept).unwrap_or_default(), "{}", path.display());
        seen += 1;
    }
    assert!(seen > 4);
}

/// A page, a list or a file made to cost time and memory out of all proportion is turned away at once.
#[test]
fn hostile_documents_are_turned_away() {
    let code = |content: &str, format: Format| {
        let document = Document { format, ..Document::text(content) };
        article::read(&document, &Options::default()).map(|_| ()).map_err(|error| error.code().as_str())
    };
    let limit = |page: &str| {
        let document = Document { format: Format::Html, ..Document::text(page) };
        let error = article::read(&document, &Options::default()).unwrap_err();
        assert_eq!(error.code().as_str(), "too-large");
        error.to_string()
    };
    for (tag, expected) in [
        ("<div>", "nests its elements more than 512 deep"),
        ("<p><b>x", "nests its elements more than 512 deep"),
        ("<font color=red>", "nests its elements more than 512 deep"),
        ("<ul><li>", "nests its elements more than 512 deep"),
        ("<table><tr><td>", "nests its elements more than 512 deep"),
        ("<!-- -->", "limit is 150000 tags"),
        ("<", "limit is 150000 tags"),
        ("&amp;", "limit is 300000 entities"),
        ("<a b=c>x", "limit is 150000 tags"),
    ] {
        let said = limit(&format!("<html><body>{}", tag.repeat(5_000_000 / tag.len())));
        assert!(said.contains(expected), "{tag}: {said}");
    }
    let said = limit(&format!("<html><body><p {}>", "a=b ".repeat(100_000)));
    assert!(said.contains("limit is 1000 attributes of an element"), "{said}");
    assert_eq!(code("<html><body><script>alert(1)</script>", Format::Html), Err("no-article"));
    for bomb in ["[", "{\"a\":", "[{\"a\":["] {
        assert_eq!(code(&bomb.repeat(1_000_000), Format::Json), Err("malformed-json"), "{bomb}");
    }
    assert_eq!(code(&format!("[{}1]", "1,".repeat(2_000_000)), Format::Json), Err("too-large"));
    assert_eq!(code("{\"text\": ", Format::Json), Err("malformed-json"));
    assert_eq!(code(" \u{feff}{\"text\": \"It rains.\"}", Format::Json), Ok(()));
    assert_eq!(code("[1, \"two\"]", Format::Json), Err("no-article"));
}

/// Strings, some of them cut from markup and JSON.
fn documents() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    const PIECES: &[&str] = &[
        "<p>",
        "</p>",
        "<div class=caption>",
        "</div>",
        "<li>",
        "<ul>",
        "<br>",
        "<h1>",
        "</h1>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&#x1F600;",
        "&nbsp;",
        "<html>",
        "<body>",
        "<blockquote>",
        "<pre>",
        "</pre>",
        "{\"text\":\"",
        "\"}",
        "[",
        "]",
        "{\"content\":{\"rendered\":\"<p>x\"}}",
        "By Ada Park",
        "July 4, 2024",
        "© 2025",
        "\n",
        "\n\n",
        "- ",
        "# ",
        "---\n",
        "title: x\n",
        "<time datetime=2024-01-01>",
        "The council met on Tuesday and decided nothing at all, as it had before. ",
        "\u{200b}",
        "\u{feff}",
        "北京",
        "e\u{301}",
        "/Reuters",
        "Photo: ",
        "<table><tr><td>",
        "</",
        "<",
        "\u{0}",
    ];
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn any_string_in_any_form_gives_blocks_in_order(content in documents()) {
        for format in [Format::Auto, Format::Text, Format::Markdown, Format::Html, Format::Json] {
            let document = Document { format, ..Document::text(&content) };
            let Ok(article) = article::read(&document, &Options::default()) else {
                assert!(format != Format::Text);
                continue;
            };
            if format == Format::Text {
                assert_eq!(article.text, content.as_str());
            }
            let mut last = 0;
            for block in &article.blocks {
                let text = block.span.of(&article.text);
                assert!(!text.is_empty() && text.trim() == text, "{text:?}");
                assert!(article.text[last..block.span.start as usize].trim().is_empty());
                last = block.span.end as usize;
            }
            assert!(article.text[last..].trim().is_empty());
        }
    }
}

/// Every page of the extraction data goes through, every tenth in a build without optimisation; skipped where
/// the data is missing.
#[test]
fn pages_of_the_extraction_data_go_through() {
    let folder = Path::new("../shared/data/extraction");
    let Ok(files) = fs::read_dir(folder) else {
        eprintln!("skipped: {} is missing", folder.display());
        return;
    };
    for path in files.map(|entry| entry.unwrap().path()) {
        let unpacked = std::process::Command::new("gzip").arg("-dc").arg(&path).output().unwrap();
        for line in String::from_utf8(unpacked.stdout).unwrap().lines().step_by(if cfg!(debug_assertions) {
            10
        } else {
            1
        }) {
            let page: serde_json::Value = serde_json::from_str(line).unwrap();
            let document =
                Document { format: Format::Html, ..Document::text(page["html"].as_str().unwrap()) };
            let article = article::read(&document, &Options::default());
            assert!(article.is_ok(), "{}: {article:?}", page["id"]);
        }
    }
}

/// The language that a page gives itself counts where its text is too short to tell, and only there.
#[test]
fn the_language_a_page_gives_is_a_hint() {
    let language = |content: &str| {
        let document = Document { format: Format::Html, ..Document::text(content) };
        stance_lens::analyse(&document, &Options::default()).unwrap().language
    };
    assert_eq!(language("<html lang=de-CH><body><p>Hafen Nordbad</p></body></html>"), "de");
    assert_eq!(language("<html lang=DEU><body><p>Hafen Nordbad</p></body></html>"), "de");
    assert_eq!(language("<html lang=german><body><p>Hafen Nordbad</p></body></html>"), "und");
    assert_eq!(language("<html lang=x-none><body><p>Hafen Nordbad</p></body></html>"), "und");
    let english =
        "The council of the town met on Tuesday and decided that it would not build the new harbour.";
    assert_eq!(language(&format!("<html lang=de><body><p>{english}</p></body></html>")), "en");
}

/// What the module that reads HTML gives to the one that analyses is the article, with nothing lost.
#[test]
fn an_article_handed_over_as_json_is_the_same_article() {
    let page = fs::read_to_string("tests/articles/loading/page.html").unwrap();
    fn read(content: &str, format: Format) -> article::Article<'_> {
        article::read(&Document { format, ..Document::text(content) }, &Options::default()).unwrap()
    }
    let whole = read(&page, Format::Html);
    let (text, blocks) = (whole.text.to_string(), whole.blocks.clone());
    let facts = |article: &article::Article<'_>| {
        (article.title.clone(), article.byline.clone(), article.published.clone(), article.language.clone())
    };
    let known = facts(&whole);
    let again = whole.into_json(stance_lens::offsets::Unit::Utf16);
    let again = read(&again, Format::Json);
    assert_eq!((again.text.as_ref(), &again.blocks), (text.as_str(), &blocks));
    assert_eq!(facts(&again), known);
}

/// A whole article on one line stays an article, whatever notice it ends with.
#[test]
fn an_article_on_one_line_is_not_its_notice() {
    let line = "The council of the town met on Tuesday and decided that it would not build the new harbour before the winter. © 2024 Nordbad Courier. All rights reserved.";
    assert!(report(line, Format::Text).contains("paragraph"), "{}", report(line, Format::Text));
    let notice = format!("{line}\n\n© 2024 Nordbad Courier. All rights reserved.");
    assert!(
        report(&notice, Format::Text)
            .ends_with("chrome     \"© 2024 Nordbad Courier. All rights reserved.\"\n")
    );
}

/// The byline and the year of a page with a script of JSON-LD.
fn said_in_script(script: &str) -> (Option<String>, Option<String>) {
    let page = format!(
        "<html><head><title>Harbour to be dredged</title><script type=\"application/ld+json\">{script}</script></head>\
         <body><article><h1>Harbour to be dredged</h1><p>The council of Nordbad will have its harbour dredged before the \
         winter, it decided on Tuesday after a debate of four hours.</p></article></body></html>"
    );
    let document = Document { format: Format::Html, ..Document::text(&page) };
    let article = article::read(&document, &Options::default()).unwrap();
    (article.byline, article.published)
}

const MAIN: &str = r#"{"@type":"NewsArticle","headline":"Harbour to be dredged","datePublished":"2024-05-02","author":{"name":"Ada Park"}}"#;
const RELATED: &str = r#"{"@type":"NewsArticle","headline":"Old harbour, new mud","datePublished":"2020-01-09","author":{"name":"Tom Reed"}}"#;

/// JSON-LD is read in whatever form systems write it: a list, a section of CDATA, a comment.
#[test]
fn json_ld_may_be_a_list_and_wrapped() {
    let list = format!("[{MAIN}]");
    for script in [
        MAIN.to_owned(),
        list.clone(),
        format!("[{{\"@type\":\"BreadcrumbList\"}}, {MAIN}]"),
        format!("{MAIN};"),
        format!("<![CDATA[{list}]]>"),
        format!("//<![CDATA[\n{list}\n//]]>"),
        format!("/*<![CDATA[*/{list}/*]]>*/"),
        format!("<!-- {list} -->"),
        format!("//<![CDATA[\n{MAIN}\n//]]>"),
    ] {
        let said = (Some("Ada Park".to_owned()), Some("2024-05-02".to_owned()));
        assert_eq!(said_in_script(&script), said, "{script}");
    }
}

/// Related articles stand beside or inside the one that a page is about.
#[test]
fn of_several_articles_in_json_ld_the_page_is_the_first() {
    let with_related = MAIN.replacen('{', &format!("{{\"hasPart\":{RELATED},"), 1);
    for script in [format!("{{\"@graph\":[{MAIN},{RELATED}]}}"), format!("[{MAIN},{RELATED}]"), with_related]
    {
        let said = (Some("Ada Park".to_owned()), Some("2024-05-02".to_owned()));
        assert_eq!(said_in_script(&script), said, "{script}");
    }
}

/// Of a list in JSON the first with text is read, whatever the others say of themselves.
#[test]
fn of_a_list_the_first_article_is_read() {
    let first = r#"{"@type":"Article","headline":"First","articleBody":"The plan stays."}"#;
    let second = r#"{"@type":"NewsArticle","headline":"Second","datePublished":"2024-05-02","author":"Tom Reed","articleBody":"The plan goes."}"#;
    let bare = r#"{"title":"First","text":"The plan stays."}"#;
    for json in [
        format!("[{first},{second}]"),
        format!("[{bare},{second}]"),
        format!("[{{\"@type\":\"WebSite\"}},{first},{second}]"),
        format!("{{\"items\":[{first},{second}]}}"),
        format!("{{\"@graph\":[{},{first}]}}", MAIN.replace("NewsArticle", "WebPage")),
    ] {
        let document = Document { format: Format::Json, ..Document::text(&json) };
        let article = article::read(&document, &Options::default()).unwrap();
        assert_eq!(article.title.as_deref(), Some("First"), "{json}");
        assert!(article.text.contains("The plan stays."), "{json}");
    }
}

/// A page that JSON-LD names beside its article is none, though it has a text.
#[test]
fn of_json_ld_an_article_comes_before_its_page() {
    let json = r#"[{"@type": "WebPage", "name": "Nordbad", "text": "We use cookies on this site."},
        {"@type": "NewsArticle", "headline": "Harbour", "articleBody": "The harbour was dredged on Tuesday."}]"#;
    let document = Document { format: Format::Json, ..Document::text(json) };
    let article = article::read(&document, &Options::default()).unwrap();
    assert_eq!(article.title.as_deref(), Some("Harbour"));
    assert_eq!(article::articles(json).unwrap().len(), 1);
}

/// Posts of a list are articles, whether or not they describe their page in JSON-LD.
#[test]
fn a_post_that_describes_its_page_is_listed() {
    let json = r#"[{"title": "Harbour", "text": "The harbour was dredged.", "schema": {"@type": "WebPage", "name": "Nordbad"}},
        {"title": "Ferry", "text": "The ferry was late."}]"#;
    assert_eq!(article::articles(json).unwrap().len(), 2);
}

/// An empty title says nothing of the document's own.
#[test]
fn an_empty_title_is_none() {
    let json = r#"{"title": "Harbour", "text": "The harbour was dredged on Tuesday."}"#;
    let document = Document { format: Format::Json, title: Some("  "), ..Document::text(json) };
    let article = article::read(&document, &Options::default()).unwrap();
    assert_eq!(article.title.as_deref(), Some("Harbour"));
}

#[test]
fn a_copied_page_has_its_heading_as_title() {
    let body = "<p>By Jo Doe</p><p>Mayor Ada Park urged residents of the town to save water, because the river is low \
                this summer, and the wells are nearly dry.</p>";
    for above in [
        "",
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>",
        "<ul><li>Home</li><li>Sport</li></ul>",
        "<p>Politics</p>",
    ] {
        let page = format!("{above}<article><h1>Council backs plan for terminal</h1>{body}</article>");
        let article =
            article::read(&Document { format: Format::Html, ..Document::text(&page) }, &Options::default())
                .unwrap();
        assert_eq!(article.title.as_deref(), Some("Council backs plan for terminal"), "{above}");
        let roles = article.blocks.iter().map(|block| (block.kind, block.span.of(&article.text)));
        let kept: Vec<_> = roles
            .filter(|(kind, _)| !matches!(kind, article::BlockKind::Note | article::BlockKind::Chrome))
            .collect();
        assert_eq!(kept.len(), 2, "{above}: {kept:?}");
        assert_eq!(kept[0].0, article::BlockKind::Title, "{above}");
    }
}

#[test]
fn a_heading_behind_the_text_is_no_title() {
    let prose =
        "The council of Nordbad will have its harbour dredged before the winter, it decided on Tuesday.";
    let title = |format, page: &str| {
        article::read(&Document { format, ..Document::text(page) }, &Options::default()).unwrap().title
    };
    let page = format!("<h2>Harbour plan</h2><p>{prose}</p><h1>Comments</h1><p>None.</p>");
    assert_eq!(title(Format::Html, &page).as_deref(), Some("Harbour plan"));
    let page = format!("<h1>Harbour<br>plan</h1><p>{prose}</p>");
    assert_eq!(title(Format::Html, &page).as_deref(), Some("Harbour plan"));
    let page = format!("## Harbour plan\n\n{prose}\n\n# Notes\n\nNone.");
    assert_eq!(title(Format::Markdown, &page).as_deref(), Some("Harbour plan"));
}

#[test]
fn markdown_keeps_words_in_angle_brackets_and_loses_its_marks() {
    for (markdown, text) in [
        (
            "The <select> element is *old*.\n\nSo is `Vec<String>`.",
            "The <select> element is old.\n\nSo is Vec<String>.",
        ),
        ("[Ada Park](https://x.org/) <b>left</b>.", "Ada Park left."),
        ("---\r\ntitle: Plan\r\n---\r\nAda Park left.", "Plan\n\nAda Park left."),
        ("", ""),
    ] {
        let document = Document { format: Format::Markdown, ..Document::text(markdown) };
        assert_eq!(article::read(&document, &Options::default()).unwrap().text, text);
    }
}

#[test]
fn a_line_break_before_a_paragraph_is_kept() {
    let prose =
        "Residents of the town were asked to save water on Monday, because the river is very low. ".repeat(3);
    let page = format!(
        "<html><body><article>It is late, said Ada Park.<br>Tom Bell left.<p>{prose}</p><p>{prose}</p></article></body></html>"
    );
    let article =
        article::read(&Document { format: Format::Html, ..Document::text(&page) }, &Options::default())
            .unwrap();
    assert!(article.text.contains("said Ada Park.\nTom Bell left."), "{}", article.text);
}

/// A title stands in the text only where it is its first line, not where the text begins with the same letters.
#[test]
fn a_title_in_json_is_kept() {
    let rest = "were shown to the council of Nordbad on Tuesday, which will vote on them before the winter.";
    for (title, text, whole) in [
        (
            "Harbour plan",
            format!("Harbour plans {rest}\n\nIt may take longer."),
            format!("Harbour plan\n\nHarbour plans {rest}\n\nIt may take longer."),
        ),
        ("Storm", format!("Storm walls {rest}"), format!("Storm\n\nStorm walls {rest}")),
        (
            "Harbour plan",
            format!("Harbour plan\n\nDrawings {rest}"),
            format!("Harbour plan\n\nDrawings {rest}"),
        ),
    ] {
        let json = serde_json::json!({ "title": title, "text": text }).to_string();
        let document = Document { format: Format::Json, ..Document::text(&json) };
        let article = article::read(&document, &Options::default()).unwrap();
        assert_eq!(article.title.as_deref(), Some(title), "{text}");
        assert_eq!(article.text, whole);
        let first = article.blocks[0];
        assert_eq!((first.kind, first.span.of(&article.text)), (article::BlockKind::Title, title));
    }
}

/// The title that a caller knows is the article's, whatever the form of the document and the title in it.
#[test]
fn a_title_that_is_given_counts_in_every_form() {
    let body =
        "The council of Nordbad will have its harbour dredged before the winter, it decided on Tuesday.";
    let analysis = serde_json::json!({ "text": body, "article": {
        "title": "Own", "blocks": [{ "kind": "paragraph", "start": 0, "end": body.len() }] } });
    let untitled = analysis.to_string().replace("\"Own\"", "null");
    for (format, own, content) in [
        (Format::Text, Some("Own"), format!("Own\n\n{body}")),
        (Format::Text, None, body.to_owned()),
        (Format::Markdown, Some("Own"), format!("---\ntitle: Own\n---\n\n{body}")),
        (Format::Markdown, None, body.to_owned()),
        (
            Format::Html,
            Some("Own"),
            format!("<html><head><title>Own</title></head><body><p>{body}</p></body></html>"),
        ),
        (Format::Html, None, format!("<p>{body}</p>")),
        (Format::Json, Some("Own"), format!("{{\"title\":\"Own\",\"text\":\"{body}\"}}")),
        (Format::Json, None, format!("{{\"text\":\"{body}\"}}")),
        (
            Format::Json,
            Some("Own"),
            format!("{{\"@type\":\"Article\",\"headline\":\"Own\",\"articleBody\":\"{body}\"}}"),
        ),
        (Format::Json, Some("Own"), format!("{{\"title\":\"Own\",\"content_html\":\"<p>{body}</p>\"}}")),
        (Format::Json, None, format!("{{\"content_html\":\"<p>{body}</p>\"}}")),
        (Format::Json, Some("Own"), analysis.to_string()),
        (Format::Json, None, untitled),
    ] {
        for (given, expected) in [(None, own), (Some("Given"), Some("Given"))] {
            let document = Document { format, title: given, ..Document::text(&content) };
            let article = article::read(&document, &Options::default()).unwrap();
            assert_eq!(article.title.as_deref(), expected, "{format:?}, given {given:?}: {content}");
        }
    }
}

/// A page of a few words with `head` in its head and `top` over its text.
fn headed(head: &str, top: &str) -> (Option<String>, Option<String>) {
    let page = format!(
        "<html><head>{head}</head><body><article>{top}<p>The council of Nordbad will have its harbour dredged before the \
         winter, it decided on Tuesday after a debate of four hours.</p></article></body></html>"
    );
    let document = Document { format: Format::Html, ..Document::text(&page) };
    let article = article::read(&document, &Options::default()).unwrap();
    (article.title, article.published)
}

#[test]
fn entities_of_a_title_are_decoded_once() {
    let social = "<meta property=og:title content='Mud &amp;amp; sand at &amp;lt;Nordbad&amp;gt; harbour'>";
    let title = |head: &str, top: &str| headed(head, top).0.unwrap();
    assert_eq!(title(social, ""), "Mud &amp; sand at &lt;Nordbad&gt; harbour");
    assert_eq!(title(&social.replace("&amp;", "&"), ""), "Mud & sand at <Nordbad> harbour");
    assert_eq!(
        title("<title>Mud &amp;amp; sand at Nordbad harbour</title>", ""),
        "Mud &amp; sand at Nordbad harbour"
    );
    // What readers see tells where a head is escaped twice.
    let seen = "<h1>Mud &amp; sand at &lt;Nordbad&gt; harbour</h1>";
    assert_eq!(title(social, seen), "Mud & sand at <Nordbad> harbour");
    // Scripts are not decoded by the parser.
    let script = r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Mud &amp; sand at Nordbad harbour"}</script>"#;
    assert_eq!(title(script, ""), "Mud & sand at Nordbad harbour");
}

#[test]
fn of_dates_that_agree_the_most_precise_is_taken() {
    let script = format!("<script type=\"application/ld+json\">{MAIN}</script>");
    let published = |head: &str, top: &str| headed(&format!("{script}{head}"), top).1.unwrap();
    let meta = "<meta property=article:published_time content=2024-05-02T11:51:42+02:00>";
    let element = "<time pubdate datetime=2024-05-02T11:51>2 May</time>";
    assert_eq!(published("", ""), "2024-05-02");
    assert_eq!(published(meta, element), "2024-05-02T11:51:42+02:00");
    assert_eq!(published("", element), "2024-05-02T11:51");
    // Another day is no nearer, and what is not marked may be the time of a change.
    assert_eq!(published(&meta.replace("05-02", "05-03"), ""), "2024-05-02");
    assert_eq!(published("", &element.replace("pubdate ", "")), "2024-05-02");
}

/// What the page makes of names (`decode.js`) is tested by the same table.
#[test]
fn names_of_files_say_the_form() {
    let table = include_str!("page/fixtures/formats.json");
    let rows: Vec<(String, String)> = serde_json::from_str(table).unwrap();
    for (name, format) in rows {
        assert_eq!(article::format_of_file(&name), format.parse().unwrap(), "{name}");
    }
}

/// Without a name, what nests without end is still told from text.
#[test]
fn a_document_that_is_cut_off_is_known_by_its_beginning() {
    for (content, format) in [
        ("<div>".repeat(1_000), Format::Html),
        ("<table>".repeat(1_000), Format::Html),
        ("<div class=story><div>Mayor Ada Park urged residents to save water.".to_owned(), Format::Html),
        (format!("<div {}", "a=b ".repeat(1_000)), Format::Html),
        ("[".repeat(1_000), Format::Json),
        ("[{\"a\":".repeat(1_000), Format::Json),
        ("[[Leith]] is a harbour.".to_owned(), Format::Text),
        ("<Name> said the plan was late.".to_owned(), Format::Text),
        ("<divided> opinions".to_owned(), Format::Text),
    ] {
        assert_eq!(article::sniff(&content, None), format, "{content:.40}");
    }
}
