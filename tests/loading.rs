//! Whole documents against what loading should make of them: `NAME.EXT` beside `NAME.EXT.blocks`, one block a
//! line. `UPDATE=1 cargo test --test loading` writes the second from the first, to be read before it is kept.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

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
