//! The objects of an analysis are made of numbers, field by field: here, that nothing is lost or out of order.

use std::sync::Arc;

use js_sys::JSON;
use serde_json::json;
use stance_lens::offsets::Unit;
use stance_lens::wasm::analyze;
use stance_lens::{CustomLexicon, Document, Options, Parts, analyse};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Each with its form.
const DOCUMENTS: [(&str, &str); 13] = [
    ("text", super::ARTICLE),
    ("text", BOOED),
    ("text", ""),
    ("text", include_str!("../articles/ceasefire.txt")),
    ("text", include_str!("../articles/column.txt")),
    ("text", include_str!("../articles/copied.txt")),
    ("text", include_str!("../articles/resignation.txt")),
    ("text", include_str!("../articles/spun.txt")),
    ("text", include_str!("../articles/wire.txt")),
    ("text", include_str!("../articles/loading/agency-copy.txt")),
    ("json", include_str!("../articles/loading/analysis.json")),
    ("json", include_str!("../articles/loading/json-ld.json")),
    // Headings, lists and quotations by their signs; Markdown itself is for the module that extracts articles.
    ("text", include_str!("../articles/loading/ordinance.md")),
];

/// A rule of a caller's own, and a text where it fires.
const LEXICON: &str = r#"{"entries": [{"tag": "oppose", "pattern": "boo", "pos": "VERB", "frame": "+np >obj @subj", "polarity": -1, "reason": "jeers", "source": "a desk"}]}"#;
const BOOED: &str = "But residents booed the plan.";

/// Compares with what Serde writes of the same analysis, fields in its order.
fn compare(mut given: serde_json::Value, wanted: &Options) {
    for (format, content) in DOCUMENTS {
        let document = Document { format: format.parse().unwrap(), ..Document::text(content) };
        let written = serde_json::to_string(&analyse(&document, wanted).unwrap()).unwrap();
        let written = JSON::stringify(&JSON::parse(&written).unwrap()).unwrap();
        given["format"] = format.into();
        let given: JsValue = JSON::parse(&given.to_string()).unwrap();
        let made = JSON::stringify(&analyze(content.into(), given).unwrap()).unwrap();
        assert!(made == written, "{made} instead of {written}");
    }
}

#[wasm_bindgen_test]
fn an_analysis_is_what_serde_writes() {
    compare(json!({}), &Options::default());
    compare(json!({"tokens": true}), &Options { tokens: true, ..Options::default() });
    compare(json!({"offsets": "utf-8"}), &Options { offsets: Unit::Utf8, ..Options::default() });
    compare(json!({"only": "article"}), &Options { parts: Parts::Article, ..Options::default() });
    let lexicon = Some(Arc::new(CustomLexicon::from_json(LEXICON).unwrap()));
    compare(json!({"lexicon": LEXICON}), &Options { lexicon, ..Options::default() });
}

#[wasm_bindgen_test]
fn a_rule_of_a_callers_own_is_named() {
    let given = JSON::parse(&json!({"lexicon": LEXICON}).to_string()).unwrap();
    let made = JSON::stringify(&analyze(BOOED.into(), given).unwrap()).unwrap();
    assert!(String::from(made).contains("\"rule\":\"oppose.verb.boo\""));
}
