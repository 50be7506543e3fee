//! StanceLens reads a news or opinion article and finds, in the text itself, what it is about, who says
//! what, and how it leans. One document in, one [`Analysis`] out:
//!
//! ```
//! use stance_lens::{analyse, Document, Options};
//!
//! let document = Document::text("Mayor Ada Park urged residents to save water.");
//! let analysis = analyse(&document, &Options::default())?;
//! assert_eq!(analysis.text, "Mayor Ada Park urged residents to save water.");
//! # Ok::<(), stance_lens::Error>(())
//! ```
//!
//! Data flows one way, and a module reads only what stands above it in this list:
//! a [`Document`] becomes an [`article`], the [`language`] layer reads it, [`keyphrase`] and [`stance`] look
//! for what it says, and write it in the words of [`analysis`], which is what comes out. Spans are byte ranges until the
//! very end, when [`offsets`] turns them into the unit asked for.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod article;
mod bytes;
mod codes;
mod collections;
pub mod compare;
#[cfg(test)]
mod contract;
mod error;
mod json;
pub mod keyphrase;
mod known_names;
mod landmarks;
pub mod language;
mod lowercase;
#[cfg(any(all(target_arch = "wasm32", not(feature = "html")), test))]
mod numbers;
pub mod offsets;
mod options;
mod packed;
#[cfg(any(all(target_arch = "wasm32", not(feature = "html")), test))]
mod request;
mod span;
pub mod stance;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use analysis::TaggedToken;
use language::Token;

pub use analysis::Analysis;
pub use article::{Document, Format};
pub use error::{Code, Error};
pub use options::{KeyphraseMode, Options, Parts};
pub use span::Span;
pub use stance::summary::Summary;
pub use stance::{CustomLexicon, rules};

/// Reads one document and returns everything found in it, with offsets in the unit of `options.offsets`.
///
/// # Errors
/// Text never fails. Other formats fail with [`Code::UnsupportedFormat`], [`Code::MalformedJson`] or
/// [`Code::NoArticle`], and any document above `options.max_bytes` with [`Code::TooLarge`].
pub fn analyse<'d>(document: &Document<'d>, options: &Options) -> Result<Analysis<'d>, Error> {
    Ok(run(document, options, false)?.0)
}

/// Does what [`analyse`] does and sums up who holds which positions, and how much each is let speak.
///
/// # Errors
/// As for [`analyse`].
pub fn analyse_and_summarise<'d>(
    document: &Document<'d>,
    options: &Options,
) -> Result<(Analysis<'d>, Summary), Error> {
    let (analysis, summary) = run(document, options, true)?;
    Ok((analysis, summary.unwrap_or_default()))
}

fn run<'d>(
    document: &Document<'d>,
    options: &Options,
    summarise: bool,
) -> Result<(Analysis<'d>, Option<Summary>), Error> {
    let article = article::read(document, options)?;
    let mut analysis = Analysis::of_article(&article, document.language);
    let mut summary = None;
    if options.parts == Parts::All {
        let reading = language::read_with(&article, document.language, options.divider);
        let found = stance::find(&reading, options.lexicon.as_deref());
        summary = summarise.then(|| stance::summary::summarise(&reading, &found));
        analysis.keyphrases = keyphrase::extract(&reading, options);
        analysis.speakers = found.speakers;
        analysis.attributions = found.attributions;
        analysis.stances = found.stances;
        analysis.sentences = reading.sentences.iter().map(|sentence| sentence.span).collect();
        analysis.tokens = options.tokens.then(|| {
            reading.tokens.iter().map(|&Token { span, tag, .. }| TaggedToken { span, tag }).collect()
        });
        analysis.language = reading.language;
    } else {
        analysis.language = language::language_of(&article, document.language);
    }
    analysis.text = article.text;
    analysis.convert_offsets(options.offsets);
    Ok((analysis, summary))
}
