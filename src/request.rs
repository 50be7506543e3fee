//! What JavaScript asks for and is answered beyond the analysis itself; plain data, so that natively built tests
//! can write its declarations (see `contract.rs`).

use serde::Serialize;

use crate::keyphrase::Reason;

/// Options of one analysis; a name that is not here is the error `unknown-option`.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "natively it is declared, but read by nobody")
)]
#[derive(Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "AnalyzeOptions", rename_all = "camelCase", optional_fields))]
pub(crate) struct Request {
    /// Form of the document; text where nothing is said.
    #[cfg_attr(test, ts(as = "Option<crate::Format>"))]
    pub format: Option<String>,
    /// Where it came from; helps to read dates and relative links.
    pub url: Option<String>,
    /// BCP 47 code, where known.
    pub language: Option<String>,
    /// Title, where known from elsewhere.
    pub title: Option<String>,
    /// Unit of every offset in the answer; UTF-16 where nothing is said.
    #[cfg_attr(test, ts(as = "Option<crate::offsets::Unit>"))]
    pub offsets: Option<String>,
    /// Whether `tokens` is filled.
    pub tokens: Option<bool>,
    /// Phrases or single words.
    #[cfg_attr(test, ts(as = "Option<crate::KeyphraseMode>"))]
    pub keyphrases: Option<String>,
    /// At most this many keyphrases, and never more than 1,000.
    pub max_keyphrases: Option<usize>,
    /// Largest document read, in bytes of its source; larger ones are the error `too-large`.
    pub max_bytes: Option<usize>,
    /// How much of the analysis is made.
    #[cfg_attr(test, ts(as = "Option<crate::Parts>"))]
    pub only: Option<String>,
    /// Entries of a stance lexicon of your own, as JSON.
    pub lexicon: Option<String>,
}

/// The names a caller may use; any other is the error `unknown-option`, so that a misspelt one is noticed.
pub(crate) const OPTIONS: &[&str] = &[
    "format", "url", "language", "title", "offsets", "tokens", "keyphrases", "maxKeyphrases", "maxBytes",
    "only", "lexicon",
];

/// Why a keyphrase ranks where it does; the strongest reasons first.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Explanation<'k> {
    /// The keyphrase as it reads in the article.
    pub text: &'k str,
    /// The form of it that ranked best, of which the reasons speak: "Gilbert", it may be, of "Hurricane Gilbert".
    pub form: &'k str,
    /// What speaks for it, and with negative weights what against.
    pub reasons: &'k [Reason],
}
