//! The door to JavaScript: types, errors and offset units, no logic. The only place that knows wasm-bindgen.
//!
//! There are two modules of WebAssembly, from the same sources. The one that every page loads analyses; it reads
//! text and JSON. The other, built with the feature `html`, is fetched when HTML or Markdown first arrives: it
//! turns pages, fragments and Markdown into the JSON of an article, which the first goes on from.

#[cfg(not(feature = "html"))]
mod analyser;
#[cfg(not(feature = "html"))]
mod answer;
#[cfg(feature = "html")]
mod page;

use js_sys::{Error as JsError, Reflect};
use wasm_bindgen::prelude::*;

#[cfg(not(feature = "html"))]
pub use analyser::*;
#[cfg(feature = "html")]
pub use page::*;

use crate::Error;

/// Half the size of the allocator that comes with Rust, which every page would load, and as fast.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Version of the module.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A panic ends the instance; what it says goes to the console, so that it can be reported.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

fn to_js(error: &Error) -> JsError {
    let object = JsError::new(error.message());
    object.set_name("StanceLensError");
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&object, &"code".into(), &error.code().as_str().into());
    object
}
