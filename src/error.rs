//! What can go wrong. Bad options and unreadable documents are errors; bad text never is.

use std::fmt;

/// Stable name of a kind of error, the same on the command line, in exported files and in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "ErrorCode", rename_all = "kebab-case"))]
pub enum Code {
    /// The document is in a form that is not read here.
    UnsupportedFormat,
    /// The document claims to be JSON and is not, or nests too deeply to be read.
    MalformedJson,
    /// HTML or JSON without readable text.
    NoArticle,
    /// The document is larger than the limit.
    TooLarge,
    /// An option is not known, or its value is not one of those allowed.
    UnknownOption,
}

impl Code {
    /// The code as it is written in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::UnsupportedFormat => "unsupported-format",
            Code::MalformedJson => "malformed-json",
            Code::NoArticle => "no-article",
            Code::TooLarge => "too-large",
            Code::UnknownOption => "unknown-option",
        }
    }
}

/// An error with a stable [`Code`] and one sentence for the person who reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: Code,
    message: String,
}

impl Error {
    /// An error; `message` is one sentence that names the limit or the thing that was wrong.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The sentence.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
