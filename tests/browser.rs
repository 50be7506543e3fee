//! The door to JavaScript on a page's own thread.
#![cfg(target_arch = "wasm32")]

mod door;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test::wasm_bindgen_test]
fn these_tests_run_on_a_page() {
    assert!(door::global_has("document"));
}
