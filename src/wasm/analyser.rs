//! The analysis as JavaScript asks for it.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use js_sys::{Array, Error as JsError, Function, JsString, Object, Reflect};
use serde::{Serialize, Serializer};
use serde_json::ser::Serializer as JsonSerializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::{answer, to_js};
use crate::numbers::ShortNumbers;
use crate::offsets::{Offsets, Unit};
use crate::request::{Explanation, OPTIONS, Request};
use crate::{
    Code, CustomLexicon, Document, Error, Options, analyse, analyse_and_summarise, article, keyphrase,
    language,
};

/// Analyses one document and returns the analysis as a plain object, offsets in UTF-16 code units.
///
/// # Errors
/// An `Error` with `name` "StanceLensError" and a stable `code`.
#[wasm_bindgen]
pub fn analyze(content: JsString, options: JsValue) -> Result<JsValue, JsError> {
    let source = String::from(&content);
    let answer = read_request(options).and_then(|request| {
        let analysis = analyse(&document(&source, &request)?, &wanted(&request)?)?;
        // Text that went in unchanged need not be copied out again.
        let unchanged = matches!(analysis.text, Cow::Borrowed(text) if text.len() == source.len());
        let text = if unchanged { content.into() } else { analysis.text.as_ref().into() };
        Ok(answer::to_object(&analysis, text))
    });
    answer.map_err(|error| to_js(&error))
}

/// Sums up one document, as [`analyse_and_summarise`] does; takes what [`analyze`] takes.
///
/// # Errors
/// As for [`analyze`].
#[wasm_bindgen]
pub fn summarize(content: &str, options: JsValue) -> Result<JsValue, JsError> {
    let summary = read_request(options).and_then(|request| {
        analyse_and_summarise(&document(content, &request)?, &wanted(&request)?).map(|found| plain(&found.1))
    });
    summary.map_err(|error| to_js(&error))
}

/// Why each keyphrase of [`analyze`] ranks where it does, in the same order; takes what [`analyze`] takes.
///
/// # Errors
/// As for [`analyze`].
#[wasm_bindgen]
pub fn explain(content: &str, options: JsValue) -> Result<JsValue, JsError> {
    let explained = read_request(options).and_then(|request| {
        let (document, options) = (document(content, &request)?, wanted(&request)?);
        let article = article::read(&document, &options)?;
        let reading = language::read_with(&article, document.language, options.divider);
        let explanations = keyphrase::explain(&reading, &options);
        let answer = explanations.iter().map(|explanation| Explanation {
            text: &explanation.keyphrase.text,
            form: explanation.form.of(reading.text),
            reasons: &explanation.reasons,
        });
        Ok(plain(&answer.collect::<Vec<_>>()))
    });
    explained.map_err(|error| to_js(&error))
}

/// Every stance rule by its name: `{id, tag, reason, source}`; those of a caller's lexicon with them.
///
/// # Errors
/// Those of reading the lexicon.
#[wasm_bindgen]
pub fn rules(lexicon: Option<String>) -> Result<JsValue, JsError> {
    struct ById<'c>(&'c CustomLexicon);
    impl Serialize for ById<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let all = crate::rules().chain(self.0.rules());
            serializer.collect_map(all.map(|rule| (rule.id.clone(), rule)))
        }
    }
    let custom = lexicon.map(|json| CustomLexicon::from_json(&json)).transpose();
    let custom = custom.map_err(|error| to_js(&error))?.unwrap_or_default();
    Ok(plain(&ById(&custom)))
}

/// The articles of a JSON document that is a list, so that a reader can choose: `{title, published, content}` each,
/// the last to be analysed as JSON. A document that is one article gives that one.
///
/// # Errors
/// `malformed-json` and `too-large`.
#[wasm_bindgen]
pub fn articles(content: &str) -> Result<JsValue, JsError> {
    article::articles(content).map(|found| plain(&found)).map_err(|error| to_js(&error))
}

/// Spots of a text that look damaged, in order, at most `most` of them: `[start, end]` in UTF-16 code units.
#[wasm_bindgen]
pub fn damage(text: &str, most: usize) -> JsValue {
    let offsets = Offsets::new(text, Unit::Utf16);
    let spots = article::damage(text).into_iter().take(most);
    small(&spots.map(|span| offsets.span(span)).collect::<Vec<_>>())
}

/// Counts the tokens of a text, divided into words and sentences and read no further.
#[wasm_bindgen]
pub fn segment(text: &str) -> usize {
    language::segment(&article::by_lines(text)).0.len()
}

fn read_request(options: JsValue) -> Result<Request, Error> {
    if options.is_undefined() || options.is_null() {
        return Ok(Request::default());
    }
    read_options(options)
}

/// Apart, since most calls have none.
#[inline(never)]
fn read_options(options: JsValue) -> Result<Request, Error> {
    let wrong = |message: String| Error::new(Code::UnknownOption, message);
    let object = options.dyn_ref::<Object>().ok_or_else(|| wrong("Options are an object.".into()))?;
    for name in Object::keys(object).iter().filter_map(|name| name.as_string()) {
        if !OPTIONS.contains(&name.as_str()) {
            return Err(wrong(format!("`{name}` is not an option; the options are {}.", OPTIONS.join(", "))));
        }
    }
    let value = |name: &str| {
        let value = Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED);
        Some(value).filter(|value| !value.is_undefined() && !value.is_null())
    };
    let text = |name| read_option(name, "a string", value(name), |value| value.as_string());
    let count = |name, what, least| read_option(name, what, value(name), |value| whole_number(value, least));
    Ok(Request {
        format: text("format")?,
        url: text("url")?,
        language: text("language")?,
        title: text("title")?,
        offsets: text("offsets")?,
        tokens: read_option("tokens", "true or false", value("tokens"), |value| value.as_bool())?,
        keyphrases: text("keyphrases")?,
        max_keyphrases: count("maxKeyphrases", "a whole number", 0.0)?,
        max_bytes: count("maxBytes", "a positive whole number", 1.0)?,
        only: text("only")?,
        lexicon: text("lexicon")?,
    })
}

/// The value of an option, where there is one, or an error that says what it should be.
fn read_option<T>(
    name: &str,
    what: &str,
    value: Option<JsValue>,
    read: impl FnOnce(&JsValue) -> Option<T>,
) -> Result<Option<T>, Error> {
    let wrong = || Error::new(Code::UnknownOption, format!("The option `{name}` is {what}."));
    value.map(|value| read(&value).ok_or_else(wrong)).transpose()
}

fn whole_number(value: &JsValue, least: f64) -> Option<usize> {
    value.as_f64().filter(|number| *number >= least && number.fract() == 0.0).map(|number| number as usize)
}

fn document<'d>(content: &'d str, request: &'d Request) -> Result<Document<'d>, Error> {
    Ok(Document {
        content,
        format: request.format.as_deref().map_or(Ok(crate::Format::Text), str::parse)?,
        url: request.url.as_deref(),
        language: request.language.as_deref(),
        title: request.title.as_deref(),
    })
}

fn wanted(request: &Request) -> Result<Options, Error> {
    let default = Options::default();
    Ok(Options {
        offsets: request.offsets.as_deref().map_or(Ok(default.offsets), str::parse)?,
        tokens: request.tokens.unwrap_or(default.tokens),
        keyphrases: request.keyphrases.as_deref().map_or(Ok(default.keyphrases), str::parse)?,
        max_keyphrases: request.max_keyphrases.unwrap_or(default.max_keyphrases),
        parts: request.only.as_deref().map_or(Ok(default.parts), str::parse)?,
        max_bytes: request.max_bytes.unwrap_or(default.max_bytes),
        divider: Some(browser_words),
        lexicon: request.lexicon.as_deref().map(CustomLexicon::from_json).transpose()?.map(Arc::new),
    })
}

/// The forms that come out are plain data, which every serializer can write. One string that the engine parses
/// takes a third of the time of an object made field by field, and the list of rules goes the same way.
pub(super) fn plain(answer: &impl Serialize) -> JsValue {
    // The serializer has the writer as its own: a reference to one would be a call for every comma.
    let mut serializer = JsonSerializer::with_formatter(Json(Vec::new()), ShortNumbers);
    let written = answer.serialize(&mut serializer).is_ok();
    parsed(serializer.into_inner().0, written)
}

/// Apart, for all kinds of answers.
#[inline(never)]
fn parsed(json: Vec<u8>, written: bool) -> JsValue {
    let json =
        Some(json).filter(|_| written).and_then(|json| String::from_utf8(json).ok()).unwrap_or_default();
    js_sys::JSON::parse(&json).unwrap_or(JsValue::NULL)
}

/// JSON as it is written, for the most part brackets and commas, for each of which copying a slice would be a call.
struct Json(Vec<u8>);

impl Write for Json {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline(always)]
    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match bytes {
            &[byte] => self.0.push(byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// An answer of a few numbers, made one by one: no text in between.
fn small(answer: &[crate::Span]) -> JsValue {
    serde_wasm_bindgen::to_value(answer).unwrap_or(JsValue::NULL)
}

thread_local! {
    /// `new Intl.Segmenter([], {granularity: "word"})`, where the engine has it.
    static SEGMENTER: Option<JsValue> = new_segmenter().ok();
}

fn new_segmenter() -> Result<JsValue, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = Reflect::get(&intl, &"Segmenter".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into())?;
    Reflect::construct(&class, &Array::of2(&Array::new(), &options))
}

/// The words of a text without spaces after the engine's `Intl.Segmenter`: byte offsets of their ends, or none.
fn browser_words(text: &str) -> Vec<usize> {
    let starts = SEGMENTER
        .with(|segmenter| segmenter.as_ref().and_then(|segmenter| word_starts(segmenter, text).ok()));
    let Some(starts) = starts else { return text.char_indices().skip(1).map(|(at, _)| at).collect() };
    let mut starts = starts.into_iter().peekable();
    let mut units = 0;
    let mut ends = Vec::new();
    for (at, c) in text.char_indices() {
        while starts.next_if(|&start| start < units).is_some() {}
        if starts.next_if_eq(&units).is_some() && at > 0 {
            ends.push(at);
        }
        units += c.len_utf16();
    }
    ends
}

/// Where words start, in UTF-16 code units.
fn word_starts(segmenter: &JsValue, text: &str) -> Result<Vec<usize>, JsValue> {
    let segment: Function = Reflect::get(segmenter, &"segment".into())?.dyn_into()?;
    let segments = segment.call1(segmenter, &text.into())?;
    let index = JsValue::from_str("index");
    let mut starts = Vec::new();
    for segment in js_sys::try_iter(&segments)?.ok_or(JsValue::NULL)? {
        starts.extend(Reflect::get(&segment?, &index)?.as_f64().map(|start| start as usize));
    }
    Ok(starts)
}
