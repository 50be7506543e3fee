//! Bytes of files become the same text natively and on the page, whose tests read the same table.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use stance_lens::article::decode;

#[test]
fn bytes_are_decoded_as_on_the_page() {
    let table = include_str!("page/fixtures/encodings.json");
    let rows: Vec<(String, String)> = serde_json::from_str(table).unwrap();
    for (signs, text) in rows {
        // A byte stands there as the sign of its number.
        let bytes: Vec<u8> = signs.chars().map(|sign| u8::try_from(sign).unwrap()).collect();
        assert_eq!(decode(&bytes).unwrap(), text, "{signs}");
    }
}
