//! Classes of characters, by one look at a byte for ASCII and a few ranges for the rest.

/// What an ASCII byte is to the scanner.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Space,
    Letter,
    Digit,
    Mark,
    /// First byte of a longer character.
    Wide,
}

pub(super) static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            0x80.. => Class::Wide,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

/// The class of a byte.
#[inline]
pub(super) fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// Whether a character beyond ASCII is punctuation or a sign that always stands alone. Everything else beyond
/// ASCII (letters, marks, emoji) is left to UAX #29.
pub(super) fn is_wide_punctuation(c: char) -> bool {
    matches!(c,
        '\u{A1}'..='\u{A9}' | '\u{AB}'..='\u{B4}' | '\u{B6}'..='\u{B9}' | '\u{BB}' | '\u{BF}' | '×' | '÷'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20CF}'
        | '\u{589}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{66A}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{1362}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{30FB}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF3D}' | '\u{FF5B}'..='\u{FF65}')
        && c != '\u{AD}'
}

/// Whether nobody sees a character, wherever it stands in a word: soft hyphens, which sites put between syllables, and
/// joiners and marks of byte order that copying leaves behind.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a letter beyond ASCII joins its neighbours into one word without a look at the tables: Latin,
/// Greek, Cyrillic and Armenian letters, and combining accents.
pub(super) fn is_plain_letter(c: char) -> bool {
    (matches!(c, '\u{AA}' | '\u{B5}' | '\u{BA}' | '\u{C0}'..='\u{2C1}' | '\u{300}'..='\u{373}' | '\u{376}' | '\u{377}' | '\u{37B}'..='\u{37D}'
        | '\u{386}' | '\u{388}'..='\u{481}' | '\u{483}'..='\u{52F}' | '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}'
        | '\u{1E00}'..='\u{1FBC}')
        || is_invisible(c))
        && c != '×'
        && c != '÷'
}

/// Whether a character ends sentences by itself in scripts that do without capital letters.
pub(super) fn is_wide_stop(c: char) -> bool {
    matches!(
        c,
        '\u{3002}'
            | '\u{FF01}'
            | '\u{FF1F}'
            | '\u{FF0E}'
            | '\u{FF61}'
            | '\u{964}'
            | '\u{965}'
            | '\u{61F}'
            | '\u{6D4}'
            | '\u{1362}'
            | '\u{589}'
    )
}

/// The character at `at`, a character boundary before the end of the text.
#[inline]
pub(super) fn wide_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}
