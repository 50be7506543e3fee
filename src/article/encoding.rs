//! Bytes of a file to text: by its byte order mark, as UTF-8, by what it declares, else as windows-1252, which
//! is what files without any of these mostly are.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::error::{Code, Error};

/// Bytes at the start of a file in which an encoding is declared.
const HEAD: usize = 2_048;

/// How files begin that are written in letters but are no text to read: PDF, and what word processors exchange.
const FORMS: [&[u8]; 2] = [b"%PDF-", b"{\\rtf"];

/// The text in `bytes`.
///
/// # Errors
/// [`Code::UnsupportedFormat`] for files that are no text.
///
/// ```
/// use stance_lens::article::decode;
///
/// assert_eq!(decode(b"caf\xe9")?, "café");
/// assert_eq!(decode(b"\xff\xfec\x00a\x00f\x00\xe9\x00")?, "café");
/// assert!(decode(b"\x89PNG\r\n\x1a\n\x00\x00").is_err());
/// assert!(decode(b"%PDF-1.7\n%").is_err());
/// # Ok::<(), stance_lens::Error>(())
/// ```
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0);
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if head.contains(&0) || FORMS.iter().any(|form| head.starts_with(form)) {
        let message = "The file is not text, but a PDF, a picture or something else that only programs read.";
        return Err(Error::new(Code::UnsupportedFormat, message));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let encoding = declared(head).filter(|encoding| *encoding != UTF_8).unwrap_or(WINDOWS_1252);
    Ok(encoding.decode_without_bom_handling(bytes).0)
}

/// The encoding that a page or an XML file declares in its first bytes.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let value = head.get(head.find(key)? + key.len()..)?.trim_start_matches(['"', '\'', ' ']);
        let label =
            value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).next()?;
        Encoding::for_label(label.as_bytes())
    })
}
