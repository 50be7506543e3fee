//! Which script the letters of a text belong to.

use crate::{Lang, chars, is_stop_char};

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Mandarin,
    Devanagari,
    Hebrew,
    Ethiopic,
    Georgian,
    Bengali,
    Hangul,
    Hiragana,
    Katakana,
    Greek,
    Kannada,
    Tamil,
    Thai,
    Gujarati,
    Gurmukhi,
    Telugu,
    Malayalam,
    Oriya,
    Myanmar,
    Sinhala,
    Khmer,
    Armenian,
}

impl Script {
    /// The language of a script that is written for one, or for one that has stop words.
    pub(crate) fn only_lang(self) -> Lang {
        match self {
            Script::Latin => Lang::Eng,
            Script::Cyrillic => Lang::Rus,
            Script::Arabic => Lang::Ara,
            Script::Mandarin => Lang::Cmn,
            Script::Devanagari => Lang::Hin,
            Script::Hebrew => Lang::Heb,
            Script::Ethiopic => Lang::Amh,
            Script::Georgian => Lang::Kat,
            Script::Bengali => Lang::Ben,
            Script::Hangul => Lang::Kor,
            Script::Hiragana | Script::Katakana => Lang::Jpn,
            Script::Greek => Lang::Ell,
            Script::Kannada => Lang::Kan,
            Script::Tamil => Lang::Tam,
            Script::Thai => Lang::Tha,
            Script::Gujarati => Lang::Guj,
            Script::Gurmukhi => Lang::Pan,
            Script::Telugu => Lang::Tel,
            Script::Malayalam => Lang::Mal,
            Script::Oriya => Lang::Ori,
            Script::Myanmar => Lang::Mya,
            Script::Sinhala => Lang::Sin,
            Script::Khmer => Lang::Khm,
            Script::Armenian => Lang::Hye,
        }
    }
}

type Counter = (Script, fn(char) -> bool, usize);

/// How many letters of each script a text has.
pub(crate) struct Counts([Counter; 25]);

impl Counts {
    pub(crate) fn of(text: &str) -> Counts {
        let mut counters: [Counter; 25] = [
            (Script::Latin, chars::is_latin, 0),
            (Script::Cyrillic, chars::is_cyrillic, 0),
            (Script::Arabic, chars::is_arabic, 0),
            (Script::Mandarin, chars::is_mandarin, 0),
            (Script::Devanagari, chars::is_devanagari, 0),
            (Script::Hebrew, chars::is_hebrew, 0),
            (Script::Ethiopic, chars::is_ethiopic, 0),
            (Script::Georgian, chars::is_georgian, 0),
            (Script::Bengali, chars::is_bengali, 0),
            (Script::Hangul, chars::is_hangul, 0),
            (Script::Hiragana, chars::is_hiragana, 0),
            (Script::Katakana, chars::is_katakana, 0),
            (Script::Greek, chars::is_greek, 0),
            (Script::Kannada, chars::is_kannada, 0),
            (Script::Tamil, chars::is_tamil, 0),
            (Script::Thai, chars::is_thai, 0),
            (Script::Gujarati, chars::is_gujarati, 0),
            (Script::Gurmukhi, chars::is_gurmukhi, 0),
            (Script::Telugu, chars::is_telugu, 0),
            (Script::Malayalam, chars::is_malayalam, 0),
            (Script::Oriya, chars::is_oriya, 0),
            (Script::Myanmar, chars::is_myanmar, 0),
            (Script::Sinhala, chars::is_sinhala, 0),
            (Script::Khmer, chars::is_khmer, 0),
            (Script::Armenian, chars::is_armenian, 0),
        ];
        for ch in text.chars().filter(|&ch| !is_stop_char(ch)) {
            if let Some(at) = counters.iter().position(|(_, has, _)| has(ch)) {
                counters[at].2 += 1;
                // A text is mostly of one or two scripts, which are asked first before long.
                counters.swap(at.saturating_sub(1), at);
            }
        }
        Counts(counters)
    }

    /// The script with the most letters, if there are any.
    pub(crate) fn main(&self) -> Option<Script> {
        let most = self.0.iter().max_by_key(|counter| counter.2)?;
        (most.2 > 0).then_some(most.0)
    }

    fn count(&self, script: Script) -> f64 {
        self.0.iter().find(|counter| counter.0 == script).map_or(0, |counter| counter.2) as f64
    }

    /// A Japanese text may have more Han characters than kana.
    pub(crate) fn mandarin_or_japanese(&self) -> (Lang, f64) {
        let japanese = self.count(Script::Katakana) + self.count(Script::Hiragana);
        match japanese / (self.count(Script::Mandarin) + japanese) {
            share if share > 0.2 => (Lang::Jpn, 1.0),
            share if share > 0.05 => (Lang::Jpn, 0.5),
            share if share > 0.02 => (Lang::Cmn, 0.5),
            _ => (Lang::Cmn, 1.0),
        }
    }
}
