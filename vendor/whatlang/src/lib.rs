//! The part of [whatlang](https://docs.rs/whatlang/0.18.0) that StanceLens calls: a text's script, and among the
//! languages that have stop words there, its language by trigrams (Cavnar & Trenkle 1994, "N-gram-based text
//! categorization"). Steps and numbers are those of the original; `vendor/README.md` says what is different.
#![forbid(unsafe_code)]

mod chars;
mod profiles;
mod scripts;
mod trigrams;

pub use scripts::Script;

use scripts::Counts;

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Amh,
    Ara,
    Ben,
    Ces,
    Cmn,
    Dan,
    Deu,
    Ell,
    Eng,
    Fra,
    Guj,
    Heb,
    Hin,
    Hye,
    Ind,
    Ita,
    Jpn,
    Kan,
    Kat,
    Khm,
    Kor,
    Mal,
    Mya,
    Nld,
    Nob,
    Ori,
    Pan,
    Pol,
    Por,
    Ron,
    Rus,
    Sin,
    Spa,
    Swe,
    Tam,
    Tel,
    Tha,
    Tur,
    Ukr,
}

/// What was found out about a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Info {
    script: Script,
    lang: Lang,
    confidence: f64,
}

impl Info {
    pub fn script(&self) -> Script {
        self.script
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// From 0 to 1: how far the language is ahead of the next of its script.
    pub fn confidence(&self) -> f64 {
        self.confidence
    }
}

/// The language of a text in lower case; `None` where it has no letters of a script known here.
///
/// ```
/// let info = whatlang::detect("il sindaco ha chiesto ai cittadini di risparmiare acqua").unwrap();
/// assert_eq!(info.lang(), whatlang::Lang::Ita);
/// ```
pub fn detect(lower: &str) -> Option<Info> {
    let counts = Counts::of(lower);
    let script = counts.main()?;
    let (lang, confidence) = match script {
        Script::Latin => trigrams::detect(lower, profiles::LATIN_LANGS)?,
        Script::Cyrillic => trigrams::detect(lower, profiles::CYRILLIC_LANGS)?,
        Script::Mandarin => counts.mandarin_or_japanese(),
        script => (script.only_lang(), 1.0),
    };
    Some(Info { script, lang, confidence })
}

/// A space, a sign or a digit, which tells nothing of script and language.
fn is_stop_char(ch: char) -> bool {
    matches!(ch, '\u{0000}'..='\u{0040}' | '\u{005B}'..='\u{0060}' | '\u{007B}'..='\u{007E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_as_the_original_does() {
        for (text, script, lang) in [
            ("además de todo lo anteriormente dicho, también encontramos...", Script::Latin, Lang::Spa),
            ("die ordnung muss für immer in diesem codebase bleiben", Script::Latin, Lang::Deu),
            ("та нічого, все нормально. а в тебе як?", Script::Cyrillic, Lang::Ukr),
            ("県見夜上温国阪題富販", Script::Mandarin, Lang::Cmn),
            ("市長は川の水位が低いため住民に節水を呼びかけた", Script::Mandarin, Lang::Jpn),
            ("ქართული ენა მსოფლიო", Script::Georgian, Lang::Kat),
        ] {
            let info = detect(text).unwrap();
            assert_eq!((info.script(), info.lang()), (script, lang), "{text}");
        }
        assert_eq!(detect("1234567890-,;!"), None);
        assert_eq!(detect(""), None);
    }
}
