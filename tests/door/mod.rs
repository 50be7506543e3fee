//! What JavaScript may rely on, whichever thread it asks from.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]

mod answer;

use js_sys::{Error, JSON, JsString, Reflect, global};
use serde_json::Value;
use stance_lens::wasm::{analyze, version};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const ARTICLE: &str = "Harbour plan splits the town 🌊\n\nMayor Ada Park said the new harbour must be built. “We cannot wait,” \
     she told reporters. Critics of the new harbour say the café quarter 🏖️ will suffer.";

/// Whether the global scope has a property, which tells a page from a worker.
pub fn global_has(name: &str) -> bool {
    Reflect::has(&global(), &name.into()).unwrap()
}

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The analysis as `JSON.stringify` writes it: only plain data survives that.
fn analysis(text: &str, json: &str) -> Value {
    let plain = JSON::stringify(&analyze(text.into(), options(json)).unwrap()).unwrap();
    serde_json::from_str(&String::from(plain)).unwrap()
}

fn failure(text: &str, given: JsValue) -> (String, String) {
    let error: Error = analyze(text.into(), given).unwrap_err();
    assert!(error.message().as_string().unwrap().ends_with('.'), "a sentence: {:?}", error.message());
    let code = Reflect::get(&error, &"code".into()).unwrap();
    (error.name().into(), code.as_string().unwrap())
}

/// Calls `String.prototype.slice`, as every caller will.
fn slice(text: &JsString, span: &Value) -> String {
    let unit = |index: usize| u32::try_from(span[index].as_u64().unwrap()).unwrap();
    text.slice(unit(0), unit(1)).into()
}

#[wasm_bindgen_test]
fn an_analysis_is_plain_data_in_the_agreed_form() {
    let analysis = analysis(ARTICLE, "{}");
    assert_eq!(analysis["schema"], 1);
    assert_eq!(analysis["text"], ARTICLE);
    for list in ["sentences", "keyphrases", "speakers", "attributions", "stances"] {
        assert!(analysis[list].is_array(), "{list}");
    }
    assert!(analysis["article"]["blocks"].is_array());
    assert!(analysis.get("tokens").is_none());
}

#[wasm_bindgen_test]
fn spans_are_in_the_unit_of_javascript_strings() {
    let analysis = analysis(ARTICLE, r#"{"tokens": true}"#);
    let text = JsString::from(ARTICLE);
    let sentences = analysis["sentences"].as_array().unwrap();
    assert!(sentences.iter().any(|span| slice(&text, span).starts_with("Critics of the new harbour")));
    let tokens: Vec<String> =
        analysis["tokens"].as_array().unwrap().iter().map(|token| slice(&text, token)).collect();
    for word in ["Harbour", "Park", "café", "suffer"] {
        assert!(tokens.iter().any(|token| token == word), "{word} in {tokens:?}");
    }
    for keyphrase in analysis["keyphrases"].as_array().unwrap() {
        let shown = keyphrase["text"].as_str().unwrap();
        let mentions = keyphrase["mentions"].as_array().unwrap();
        assert!(mentions.iter().any(|span| slice(&text, span).contains(shown)), "{shown}");
    }
}

#[wasm_bindgen_test]
fn options_may_be_left_out() {
    assert!(analyze(ARTICLE.into(), JsValue::UNDEFINED).is_ok());
    assert!(analyze(ARTICLE.into(), JsValue::NULL).is_ok());
    assert!(analyze("".into(), JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn a_wrong_option_is_named_in_an_error_with_a_code() {
    let wrong = |json: &str| failure(ARTICLE, options(json));
    let unknown_option = ("StanceLensError".to_string(), "unknown-option".to_string());
    assert_eq!(wrong(r#"{"token": true}"#), unknown_option);
    assert_eq!(wrong(r#"{"tokens": "yes"}"#), unknown_option);
    assert_eq!(wrong(r#"{"maxKeyphrases": 1.5}"#), unknown_option);
    assert_eq!(wrong(r#"{"language": "english"}"#), unknown_option);
    assert_eq!(failure(ARTICLE, 7.into()), unknown_option);
}

#[wasm_bindgen_test]
fn a_text_above_the_limit_is_too_large() {
    let (name, code) = failure(ARTICLE, options(r#"{"maxBytes": 10}"#));
    assert_eq!((name.as_str(), code.as_str()), ("StanceLensError", "too-large"));
}

/// A lone surrogate has no UTF-8; it arrives as U+FFFD, one code unit like itself, so offsets stay true.
#[wasm_bindgen_test]
fn a_lone_surrogate_moves_no_offset() {
    let units: Vec<u16> =
        "Park ".encode_utf16().chain([0xD800]).chain(" spoke again.".encode_utf16()).collect();
    let text = JsString::from_char_code(&units);
    let arrived: String = text.clone().into();
    let analysis = analysis(&arrived, r#"{"tokens": true}"#);
    let tokens = analysis["tokens"].as_array().unwrap();
    assert!(tokens.iter().any(|token| slice(&text, token) == "spoke"));
    assert_eq!(arrived.encode_utf16().count(), units.len());
}

/// Chinese is written without spaces: the engine's own segmenter finds its words.
#[wasm_bindgen_test]
fn chinese_words_are_more_than_characters() {
    let text = "市长呼吁居民节约用水。居民说，市长的计划太迟了。市长表示，居民应该节约用水。";
    let analysis = analysis(text, r#"{"tokens": true}"#);
    assert_eq!(analysis["language"], "zh");
    let text = JsString::from(text);
    let tokens: Vec<String> =
        analysis["tokens"].as_array().unwrap().iter().map(|token| slice(&text, token)).collect();
    assert!(tokens.iter().any(|token| token == "市长"), "{tokens:?}");
    assert!(tokens.iter().any(|token| token == "居民"), "{tokens:?}");
    let keyphrases = analysis["keyphrases"].as_array().unwrap();
    assert!(keyphrases.iter().any(|keyphrase| keyphrase["text"].as_str().unwrap().contains("居民")));
}

/// Text that goes in is what comes out, even where it is no proper UTF-16.
#[wasm_bindgen_test]
fn text_comes_back_as_it_went_in() {
    let units: Vec<u16> = "Park ".encode_utf16().chain([0xD800]).chain(" spoke.".encode_utf16()).collect();
    let text = JsString::from_char_code(&units);
    let answer = analyze(text.clone(), JsValue::UNDEFINED).unwrap();
    assert!(Reflect::get(&answer, &"text".into()).unwrap() == JsValue::from(text));
}

#[wasm_bindgen_test]
fn the_version_is_the_one_of_the_package() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
