//! What holds for every text whatever: nothing panics, nothing is lost, every span slices to what it says.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use proptest::prelude::*;
use serde_json::Value;
use stance_lens::offsets::Unit;
use stance_lens::{Document, KeyphraseMode, Options, analyse};

/// Pieces that news prose is made of, and pieces that break naive readers.
const PIECES: &[&str] = &[
    "The minister said",
    " that ",
    "“We must act,”",
    " Ada Park told reporters",
    ". ",
    "\n\n",
    "\r\n",
    "\u{2028}",
    "\"",
    "'",
    "’s",
    "don’t",
    "U.S.",
    "Mr. ",
    "Nov. 10",
    "3.5%",
    "…",
    "S&P 500",
    "naïve",
    "e\u{301}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{FFFD}",
    "👩‍👩‍👧‍👦",
    "🇺🇳",
    "北京",
    "の会議",
    "서울",
    "ประเทศไทย",
    "Москва",
    "السلام",
    "हिन्दी",
    "according to ",
    "however, ",
    "might ",
    "clearly ",
    "- item\n",
    "# Title\n",
    "\t",
    "\u{0}",
    "(SCO)",
    "a.b@c.de",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The part of `text` between two positions counted in `unit`, or nothing where one is not on a boundary.
fn slice(text: &str, start: u64, end: u64, unit: Unit) -> Option<&str> {
    let byte = |position: u64| {
        let mut count = 0;
        for (at, character) in text.char_indices() {
            if count == position {
                return Some(at);
            }
            count += match unit {
                Unit::Utf8 => character.len_utf8(),
                Unit::Utf16 => character.len_utf16(),
                Unit::Utf32 => 1,
            } as u64;
        }
        (count == position).then_some(text.len())
    };
    text.get(byte(start)?..byte(end)?)
}

/// Every span of an analysis, in the order in which the form lists them.
fn spans(analysis: &Value) -> Vec<(u64, u64)> {
    let mut found = Vec::new();
    collect(analysis, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<(u64, u64)>) {
    match value {
        Value::Array(items) => match items.as_slice() {
            [Value::Number(start), Value::Number(end), ..] => {
                found.push((start.as_u64().unwrap(), end.as_u64().unwrap()));
            }
            items => items.iter().for_each(|item| collect(item, found)),
        },
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                found.push((start.as_u64().unwrap(), end.as_u64().unwrap()));
            }
            fields.values().for_each(|field| collect(field, found));
        }
        _ => {}
    }
}

fn analysis(text: &str, unit: Unit, mode: KeyphraseMode) -> Value {
    let options = Options { offsets: unit, tokens: true, keyphrases: mode, ..Options::default() };
    serde_json::to_value(analyse(&Document::text(text), &options).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_span_slices_to_the_same_words_in_every_unit(text in texts()) {
        for mode in [KeyphraseMode::Phrases, KeyphraseMode::Words] {
            let in_bytes = analysis(&text, Unit::Utf8, mode);
            prop_assert_eq!(in_bytes["text"].as_str(), Some(text.as_str()), "text changed");
            let words: Vec<_> = spans(&in_bytes).iter().map(|&(a, b)| slice(&text, a, b, Unit::Utf8)).collect();
            prop_assert!(words.iter().all(Option::is_some), "a span is off a character boundary");
            prop_assert!(words.iter().all(|words| *words != Some("")), "a span is empty");
            for unit in [Unit::Utf16, Unit::Utf32] {
                let converted = analysis(&text, unit, mode);
                let same: Vec<_> = spans(&converted).iter().map(|&(a, b)| slice(&text, a, b, unit)).collect();
                prop_assert_eq!(&words, &same);
            }
        }
    }

    #[test]
    fn blocks_sentences_and_tokens_are_in_order_and_lose_nothing(text in texts()) {
        let analysis = analysis(&text, Unit::Utf8, KeyphraseMode::Phrases);
        let ordered = |spans: &[(u64, u64)]| spans.windows(2).all(|pair| pair[0].1 <= pair[1].0);
        let blocks = spans(&analysis["article"]["blocks"]);
        let sentences = spans(&analysis["sentences"]);
        let tokens = spans(&analysis["tokens"]);
        prop_assert!(ordered(&blocks) && ordered(&sentences) && ordered(&tokens));
        let inside = |inner: &[(u64, u64)], outer: &[(u64, u64)]| {
            inner.iter().all(|i| outer.iter().any(|o| o.0 <= i.0 && i.1 <= o.1))
        };
        prop_assert!(inside(&sentences, &blocks), "a sentence leaves its block");
        prop_assert!(inside(&tokens, &sentences), "a token leaves its sentence");
        // What nobody sees stands for a space in a sentence where no word is around it.
        for (covering, unseen) in [(&blocks, ""), (&sentences, "\u{AD}\u{200B}\u{2060}\u{FEFF}")] {
            let outside = |at: u64| !covering.iter().any(|span| span.0 <= at && at < span.1);
            for (at, character) in text.char_indices().filter(|&(at, _)| outside(at as u64)) {
                let blank = character.is_whitespace() || unseen.contains(character);
                prop_assert!(blank, "{character:?} at {at} is lost");
            }
        }
    }

    #[test]
    fn records_and_positions_stay_in_their_blocks(text in texts()) {
        let analysis = analysis(&text, Unit::Utf8, KeyphraseMode::Phrases);
        let blocks = spans(&analysis["article"]["blocks"]);
        let found = [spans(&analysis["attributions"]), spans(&analysis["stances"])].concat();
        let inside = |span: &(u64, u64)| blocks.iter().any(|block| block.0 <= span.0 && span.1 <= block.1);
        prop_assert!(found.iter().all(inside), "a span leaves its block");
    }

    #[test]
    fn references_point_to_speakers_that_exist(text in texts()) {
        let analysis = analysis(&text, Unit::Utf8, KeyphraseMode::Phrases);
        let speakers = analysis["speakers"].as_array().unwrap().len() as u64;
        let known = |id: &Value| id.is_null() || id.as_u64().is_some_and(|id| id < speakers);
        prop_assert!(analysis["attributions"].as_array().unwrap().iter().all(|a| known(&a["speaker"])));
        prop_assert!(analysis["stances"].as_array().unwrap().iter().all(|s| known(&s["holder"])));
        for (index, speaker) in analysis["speakers"].as_array().unwrap().iter().enumerate() {
            prop_assert_eq!(speaker["id"].as_u64(), Some(index as u64));
        }
        // Everybody once, and only those whom something means.
        let ids = |list: &str, field: &str| -> Vec<Option<u64>> {
            analysis[list].as_array().unwrap().iter().map(|item| item[field].as_u64()).collect()
        };
        let meant = [ids("attributions", "speaker"), ids("stances", "holder")].concat();
        prop_assert!((0..speakers).all(|id| meant.contains(&Some(id))), "somebody whom nothing means");
        let mut names: Vec<_> =
            analysis["speakers"].as_array().unwrap().iter().map(|speaker| speaker["name"].as_str()).collect();
        names.sort_unstable();
        prop_assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "two of one name");
        for keyphrase in analysis["keyphrases"].as_array().unwrap() {
            prop_assert!(!keyphrase["mentions"].as_array().unwrap().is_empty());
            let score = keyphrase["score"].as_f64().unwrap();
            prop_assert!((0.0..=1.0).contains(&score));
        }
    }
}

/// Inputs that make careless readers slow or make them crash.
#[test]
fn hostile_texts_are_analysed() {
    for piece in [
        "\"",
        "“",
        "(",
        "a.",
        "…",
        "\n",
        "\r",
        "said \"",
        "x",
        "’",
        "-",
        "e\u{301}\u{301}",
        "北",
        "Xi ",
        "said that ",
        "however ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let analysis = analysis(&text, Unit::Utf16, KeyphraseMode::Phrases);
        assert_eq!(analysis["text"].as_str().map(str::len), Some(text.len()));
    }
}

/// Words in quotation marks are looked for among what others say, and every one of these is new: comparing each with
/// all of that would take minutes.
#[test]
fn a_text_of_many_reports_and_quoted_words_is_analysed() {
    let piece = |number| {
        format!(
            "Nora Bell said that plan {number} was good for the town. The “green wall {number}” grew.\n\n"
        )
    };
    let text: String = (0..10_000).map(piece).collect();
    let analysis = analysis(&text, Unit::Utf16, KeyphraseMode::Phrases);
    assert_eq!(analysis["attributions"].as_array().map(Vec::len), Some(10_000));
}
