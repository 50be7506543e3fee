//! The same door in a dedicated worker, where the page's analysis really runs.
#![cfg(target_arch = "wasm32")]

mod door;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test::wasm_bindgen_test]
fn these_tests_run_in_a_worker() {
    assert!(door::global_has("importScripts") && !door::global_has("document"));
}
