//! What a caller may ask for. Every field has a default that suits a reader in a browser.

use std::sync::Arc;

use crate::article::Format;
use crate::error::{Code, Error};
use crate::language::{WordDivider, native_divider};
use crate::offsets::Unit;
use crate::stance::CustomLexicon;

/// Whether keyphrases may span several words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum KeyphraseMode {
    /// Phrases of one to several words.
    #[default]
    Phrases,
    /// Single words only.
    Words,
}

/// How much of the analysis is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Parts {
    /// All of it.
    #[default]
    All,
    /// Only the article: text, blocks and metadata.
    Article,
}

/// Options of one analysis.
#[derive(Clone, Debug)]
pub struct Options {
    /// Unit of every offset in the answer.
    pub offsets: Unit,
    /// Whether `tokens` is filled.
    pub tokens: bool,
    /// Phrases or single words.
    pub keyphrases: KeyphraseMode,
    /// At most this many keyphrases, and never more than 1,000.
    pub max_keyphrases: usize,
    /// How much is analysed.
    pub parts: Parts,
    /// Largest document read, in bytes of its source; larger ones are the error `too-large`.
    pub max_bytes: usize,
    /// The caller's own stance lexicon, added to the one of the product.
    pub lexicon: Option<Arc<CustomLexicon>>,
    /// Finds the words of scripts that write without spaces; native builds bring a dictionary.
    pub divider: Option<WordDivider>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            offsets: Unit::Utf16,
            tokens: false,
            keyphrases: KeyphraseMode::Phrases,
            max_keyphrases: 15,
            parts: Parts::All,
            max_bytes: 32 << 20,
            lexicon: None,
            divider: native_divider(),
        }
    }
}

/// One of several names, or an error that lists them all.
fn choose<T: Copy>(option: &str, value: &str, choices: &[(&str, T)]) -> Result<T, Error> {
    choices.iter().find(|(name, _)| *name == value).map(|&(_, choice)| choice).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        Error::new(
            Code::UnknownOption,
            format!("`{option}` is one of {}; `{value}` is not.", names.join(", ")),
        )
    })
}

impl std::str::FromStr for Unit {
    type Err = Error;
    fn from_str(value: &str) -> Result<Self, Error> {
        choose("offsets", value, &[("utf-16", Unit::Utf16), ("utf-8", Unit::Utf8), ("utf-32", Unit::Utf32)])
    }
}

impl std::str::FromStr for Format {
    type Err = Error;
    fn from_str(value: &str) -> Result<Self, Error> {
        let choices = [
            ("auto", Format::Auto),
            ("text", Format::Text),
            ("html", Format::Html),
            ("markdown", Format::Markdown),
            ("json", Format::Json),
        ];
        choose("format", value, &choices)
    }
}

impl std::str::FromStr for KeyphraseMode {
    type Err = Error;
    fn from_str(value: &str) -> Result<Self, Error> {
        choose("keyphrases", value, &[("phrases", KeyphraseMode::Phrases), ("words", KeyphraseMode::Words)])
    }
}

impl std::str::FromStr for Parts {
    type Err = Error;
    fn from_str(value: &str) -> Result<Self, Error> {
        choose("only", value, &[("all", Parts::All), ("article", Parts::Article)])
    }
}
