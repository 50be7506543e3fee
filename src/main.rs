//! The command line: the same analysis as in the browser, for files and whole corpora.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// `wasm-pack test` builds every target of the package; there is no shell in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
