//! Pages as JavaScript hands them over.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::to_js;
use crate::offsets::Unit;
use crate::{Document, Error, Options, article};

/// Reads a page, a fragment, Markdown, or JSON that holds a fragment, and returns the article in it as the JSON of an analysis
/// that goes no further than its article, offsets in UTF-16 code units. `format` is `html`, `markdown`,
/// `json` or `auto`.
///
/// # Errors
/// As for `analyze` of the other module.
#[wasm_bindgen]
pub fn extract(
    content: &str,
    format: &str,
    url: Option<String>,
    title: Option<String>,
    max_bytes: Option<usize>,
) -> Result<String, JsError> {
    let run = || -> Result<String, Error> {
        let document = Document {
            content,
            format: format.parse()?,
            url: url.as_deref(),
            language: None,
            title: title.as_deref(),
        };
        let mut options = Options::default();
        options.max_bytes = max_bytes.unwrap_or(options.max_bytes);
        Ok(article::read(&document, &options)?.into_json(Unit::Utf16))
    };
    run().map_err(|error| to_js(&error))
}
