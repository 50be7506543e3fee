//! Which language an article is in, so that English rules stay silent elsewhere and stop words fit.
//!
//! A script of its own names its language at once. Latin and Cyrillic texts are told apart by their function
//! words, which any forty words of prose have plenty of (Grefenstette 1995, "Comparing two language
//! identification schemes"), and by letters that few alphabets have. So detection costs no data beyond the
//! stop words; a trigram model would add a third to the whole download (see `docs/design.md`).

use super::stopwords::{self, LANGUAGES};
use super::tagger::is_english_word;
use crate::article::Block;
use crate::collections::sort_by_number;
use crate::lowercase::{lowercase, small};

/// How much of an article is looked at, in bytes of its content blocks and in words.
const SAMPLE_BYTES: usize = 16 << 10;
const SAMPLE_WORDS: usize = 400;

/// Code of an undetermined language.
pub(super) const UNDETERMINED: &str = "und";

/// The BCP 47 code of the language, or [`UNDETERMINED`] where the text is too short or like no language known.
#[inline(never)]
pub(super) fn detect(text: &str, blocks: &[Block]) -> &'static str {
    let mut sample = Sample::default();
    let content = blocks.iter().filter(|block| block.kind.is_content());
    let mut budget = SAMPLE_BYTES;
    for block in content {
        let piece = block.span.of(text);
        sample.read(piece, budget);
        budget = budget.saturating_sub(piece.len());
        if budget == 0 || sample.words >= SAMPLE_WORDS {
            break;
        }
    }
    match sample.language() {
        // "Police deny claim": headlines do without function words.
        UNDETERMINED if sample.says_nothing() && mostly_in_dictionary(text, blocks) => "en",
        found => found,
    }
}

/// Whether the English dictionary has half of the words of four letters or more.
#[inline(never)]
fn mostly_in_dictionary(text: &str, blocks: &[Block]) -> bool {
    let (mut long, mut known) = (0, 0);
    for block in blocks.iter().filter(|block| block.kind.is_content()) {
        let words = block.span.of(text).split(|c: char| !c.is_alphabetic());
        for word in words.filter(|word| word.len() > 3) {
            long += 1;
            known += usize::from(is_english_word(&lowercase(word)));
        }
    }
    long > 0 && known * 2 >= long
}

/// Scripts that are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Han,
    Kana,
    /// One that few languages share; the code of the most likely.
    Of(&'static str),
}

/// The script of a letter.
fn script(c: char) -> Option<Script> {
    Some(match c as u32 {
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF => Script::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Of("el"),
        0x400..=0x52F => Script::Cyrillic,
        0x531..=0x587 => Script::Of("hy"),
        0x590..=0x5FF => Script::Of("he"),
        0x620..=0x6FF => Script::Of("ar"),
        0x900..=0x963 => Script::Of("hi"),
        0x980..=0x9FF => Script::Of("bn"),
        0xA00..=0xA7F => Script::Of("pa"),
        0xA80..=0xAFF => Script::Of("gu"),
        0xB80..=0xBFF => Script::Of("ta"),
        0xC00..=0xC7F => Script::Of("te"),
        0xC80..=0xCFF => Script::Of("kn"),
        0xD00..=0xD7F => Script::Of("ml"),
        0xD80..=0xDFF => Script::Of("si"),
        0xE00..=0xE7F => Script::Of("th"),
        0xE80..=0xEFF => Script::Of("lo"),
        0x1000..=0x109F => Script::Of("my"),
        0x10A0..=0x10FF => Script::Of("ka"),
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Script::Of("ko"),
        0x1200..=0x139F => Script::Of("am"),
        0x1780..=0x17FF => Script::Of("km"),
        0x3040..=0x30FA | 0x31F0..=0x31FF => Script::Kana,
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF => Script::Han,
        _ => return None,
    })
}

/// What was counted in the sample.
#[derive(Default)]
struct Sample {
    /// Words in Latin or Cyrillic letters.
    words: usize,
    latin: usize,
    cyrillic: usize,
    han: usize,
    kana: usize,
    /// Letters of the other scripts; few occur in one text.
    others: Vec<(&'static str, usize)>,
    /// Evidence for each language with a list, in half points.
    evidence: [u32; LANGUAGES],
    /// Letters that only one language of their script has.
    letters: Vec<(&'static str, usize)>,
}

fn count(counts: &mut Vec<(&'static str, usize)>, code: &'static str) {
    match counts.iter_mut().find(|(known, _)| *known == code) {
        Some((_, count)) => *count += 1,
        None => counts.push((code, 1)),
    }
}

/// Letters that name a language, or rule out its neighbours: of Arabic script, of Cyrillic, and Vietnamese.
fn telling_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'پ' | 'چ' | 'ژ' | 'گ' => "fa",
        'ٹ' | 'ڈ' | 'ے' | 'ں' => "ur",
        'і' | 'ї' | 'є' | 'ґ' => "uk",
        'ы' | 'э' | 'ё' => "ru",
        'ў' => "be",
        'ђ' | 'ћ' | 'џ' | 'љ' | 'њ' => "sr",
        'ѓ' | 'ќ' | 'ѕ' => "mk",
        'ơ' | 'ư' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ế' | 'ề' | 'ệ' | 'ộ' | 'ợ' | 'ủ' => "vi",
        'ő' | 'ű' => "hu",
        'ķ' | 'ļ' | 'ņ' | 'ģ' => "lv",
        'ė' | 'ų' | 'į' => "lt",
        'þ' => "is",
        'đ' => "hr",
        _ => return None,
    })
}

/// Whether a word in ASCII is spelled as few languages but English spell theirs.
#[inline(never)]
fn looks_english(word: &[u8]) -> bool {
    let (mut english, mut german) = (false, false);
    for at in 0..word.len() {
        match word.get(at..).unwrap_or_default() {
            [b't' | b'w' | b's', b'h', ..] | [b'c', b'k', ..] => english = true,
            [b't', b'c', b'h', ..] | [b'd', b'g', b'e', ..] | [b'g', b'h', b't', ..] => english = true,
            [b'o', b'u', b'g', b'h', ..] => english = true,
            [b's', b'c', b'h', ..] => german = true,
            _ => {}
        }
    }
    english && !german
        || matches!(
            word,
            [.., b'i', b'n', b'g']
                | [.., b'i', b't', b'y']
                | [.., b'i', b'e', b's']
                | [.., b'f', b'u', b'l']
                | [.., b'e', b'r', b's']
                | [.., b'\'' | b's', b's']
                | [.., b'l', b'y' | b'l']
                | [.., b'e' | b'r', b'd']
                | [.., b'a', b'y']
        )
}

/// Letters and endings by which words without a place in any list still speak for a language.
fn look(word: &str) -> u32 {
    if word.is_ascii() { u32::from(looks_english(word.as_bytes())) } else { languages_by_letters(word) }
}

#[inline(never)]
fn languages_by_letters(word: &str) -> u32 {
    const LETTERS: &[(&str, &[char])] = &[
        ("fr", &['è', 'ê', 'ç', 'œ', 'ù', 'î', 'à']),
        ("de", &['ß', 'ä', 'ü', 'ö']),
        ("es", &['ñ', 'á', 'í', 'ó']),
        ("pt", &['ã', 'õ', 'ç', 'á', 'ê', 'í']),
        ("it", &['à', 'ò', 'ù', 'è', 'ì']),
        ("pl", &['ł', 'ż', 'ś', 'ą', 'ę', 'ź', 'ć', 'ń', 'ó']),
        ("tr", &['ğ', 'ş', 'ı', 'ç', 'ü', 'ö']),
        ("sv", &['å', 'ä', 'ö']),
        ("da", &['æ', 'ø', 'å']),
        ("no", &['æ', 'ø', 'å']),
        ("cs", &['ř', 'ě', 'ů', 'š', 'č', 'ž', 'ý', 'í', 'á']),
        ("ro", &['ț', 'ș', 'ă', 'ţ', 'ş', 'â', 'î']),
    ];
    let mut speaks = 0;
    for index in 0..LANGUAGES {
        let code = stopwords::code(index);
        if LETTERS.iter().any(|(known, letters)| *known == code && word.contains(*letters)) {
            speaks |= 1 << index;
        }
    }
    speaks
}

impl Sample {
    fn read(&mut self, piece: &str, budget: usize) {
        let mut rest = piece.get(..piece.floor_char_boundary(budget)).unwrap_or(piece);
        while let Some(start) = rest.find(char::is_alphabetic)
            && self.words < SAMPLE_WORDS
        {
            let ahead = rest.get(start..).unwrap_or_default();
            let ends = |c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’');
            let (word, after) =
                ahead.split_at_checked(ahead.find(ends).unwrap_or(ahead.len())).unwrap_or_default();
            self.word(word);
            rest = after;
        }
    }

    #[inline(never)]
    fn letter(&mut self, c: char) {
        match script(c) {
            Some(Script::Latin) => self.latin += 1,
            Some(Script::Cyrillic) => self.cyrillic += 1,
            Some(Script::Han) => self.han += 1,
            Some(Script::Kana) => self.kana += 1,
            Some(Script::Of(code)) => count(&mut self.others, code),
            None => return,
        }
        if let Some(code) = telling_letter(small(c)) {
            count(&mut self.letters, code);
        }
    }

    #[inline(never)]
    fn word(&mut self, word: &str) {
        self.words += 1;
        if word.is_ascii() {
            self.latin += word.bytes().filter(u8::is_ascii_alphabetic).count();
            self.weigh(&word.to_ascii_lowercase());
        } else {
            word.chars().for_each(|c| self.letter(c));
            self.weigh(&lowercase(word).replace('’', "'"));
        }
    }

    /// Notes what a word in lower case speaks for.
    #[inline(never)]
    fn weigh(&mut self, lower: &str) {
        // "l'homme" has the function word "l'"; "it's" and "don't" have English ones.
        let mark = lower.bytes().position(|byte| byte == b'\'').filter(|mark| mark + 1 < lower.len());
        let parts = mark
            .and_then(|mark| lower.split_at_checked(mark + 1))
            .map_or(0, |(head, tail)| stopwords::languages_with(head) | stopwords::languages_with(tail));
        let languages = stopwords::languages_with(lower) | parts;
        let looks = look(lower);
        for (language, evidence) in self.evidence.iter_mut().enumerate() {
            *evidence += (languages >> language & 1) * 2 + (looks >> language & 1);
        }
    }

    /// Whether the text is short and has no function word of any language.
    fn says_nothing(&self) -> bool {
        const SHORT: usize = 8;
        self.words <= SHORT && self.evidence.iter().all(|&evidence| evidence <= 1)
    }

    fn told(&self, code: &str) -> usize {
        self.letters.iter().find(|(known, _)| *known == code).map_or(0, |&(_, count)| count)
    }

    #[inline(never)]
    fn language(&self) -> &'static str {
        let other = self.others.iter().max_by_key(|(_, count)| *count).copied();
        let ideographic = self.han + self.kana;
        let most =
            self.latin.max(self.cyrillic).max(3 * ideographic).max(other.map_or(0, |(_, count)| count));
        if most == 0 {
            return UNDETERMINED;
        }
        if let Some((code, count)) = other
            && count == most
        {
            return match code {
                "ar" if self.told("ur") > 0 => "ur",
                "ar" if self.told("fa") * 50 > count => "fa",
                _ => code,
            };
        }
        if 3 * ideographic == most {
            // Japanese prose is half kana; a Chinese text may quote a word.
            return if self.kana * 10 > ideographic { "ja" } else { "zh" };
        }
        if self.cyrillic == most {
            return self.cyrillic_language();
        }
        self.latin_language()
    }

    fn cyrillic_language(&self) -> &'static str {
        let most =
            ["uk", "ru", "be", "sr", "mk"].into_iter().max_by_key(|code| self.told(code)).unwrap_or("ru");
        match most {
            // Belarusian shares і with Ukrainian and ы with Russian, but ў is its own.
            _ if self.told("be") > 0 && self.told("ru") > 0 => "be",
            most if self.told(most) > 0 => most,
            _ => self.best(&["ru", "uk"]).unwrap_or(UNDETERMINED),
        }
    }

    fn latin_language(&self) -> &'static str {
        for code in ["vi", "hu", "lv", "lt", "is", "hr"] {
            if self.told(code) * 40 > self.latin {
                return code;
            }
        }
        const LATIN: &[&str] =
            &["en", "fr", "de", "es", "pt", "it", "nl", "pl", "tr", "id", "sv", "da", "no", "cs", "ro"];
        self.best(LATIN).unwrap_or(UNDETERMINED)
    }

    /// The language with the most evidence, where there is enough of it and no other has nearly as much.
    fn best(&self, codes: &[&'static str]) -> Option<&'static str> {
        let mut ranked: Vec<(u32, &'static str)> = (0..LANGUAGES)
            .map(|language| (self.evidence[language], stopwords::code(language)))
            .filter(|(_, code)| codes.contains(code))
            .collect();
        // A tie goes to English where it is among the first, which is first in the order of codes: other languages
        // of Latin script have function words even in headlines.
        sort_by_number(&mut ranked, |&(evidence, _)| !u64::from(evidence));
        let &[(first, code), (second, _)] = ranked.first_chunk()?;
        let words = self.words as u32;
        // A word in three to five is a function word; half of that is enough, and never a single one alone.
        (first >= 2 && first * 5 >= words && (first > second || code == "en")).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, Document};
    use crate::options::Options;

    fn language(text: &str) -> &'static str {
        let article = article::read(&Document::text(text), &Options::default()).unwrap();
        detect(&article.text, &article.blocks)
    }

    #[test]
    fn tells_languages_apart() {
        for (code, text) in [
            ("en", "The mayor urged residents to save water because the river is low."),
            ("en", "Senate passes spending bill after long night of talks"),
            ("en", "UK inflation falls to lowest rate in three years"),
            ("fr", "Le maire a demandé aux habitants d'économiser l'eau parce que la rivière est basse."),
            ("de", "Der Bürgermeister bat die Einwohner, Wasser zu sparen, weil der Fluss niedrig ist."),
            ("es", "El alcalde pidió a los vecinos que ahorren agua porque el río está bajo."),
            ("pt", "O prefeito pediu aos moradores que economizem água porque o rio está baixo."),
            ("it", "Il sindaco ha chiesto ai cittadini di risparmiare acqua perché il fiume è basso."),
            ("nl", "De burgemeester vroeg de inwoners water te besparen omdat de rivier laag staat."),
            ("pl", "Burmistrz poprosił mieszkańców, aby oszczędzali wodę, ponieważ rzeka jest niska."),
            ("ru", "Мэр попросил жителей экономить воду, потому что река обмелела."),
            ("uk", "Мер попросив мешканців заощаджувати воду, бо річка обміліла."),
            ("tr", "Belediye başkanı, nehir alçak olduğu için halktan su tasarrufu yapmasını istedi."),
            ("id", "Wali kota meminta warga untuk menghemat air karena sungai sedang surut."),
            ("zh", "市长呼吁居民节约用水,因为河水很低。"),
            ("ja", "市長は川の水位が低いため住民に節水を呼びかけた。"),
            ("ko", "시장은 강물이 낮아 주민들에게 물을 아껴 달라고 당부했다."),
            ("ar", "طلب رئيس البلدية من السكان توفير المياه لأن النهر منخفض."),
            (
                "fa",
                "شهردار از ساکنان خواست در مصرف آب صرفه‌جویی کنند چون رودخانه کم‌آب است و چاه‌ها گود شده‌اند.",
            ),
            ("th", "นายกเทศมนตรีขอให้ประชาชนประหยัดน้ำ"),
            ("und", "1234 5678"),
            ("und", ""),
            ("und", "Xyzzy plugh"),
            ("en", "Police deny claim"),
            ("en", "Trump attacks Biden"),
            ("und", "Le ministre part"),
        ] {
            assert_eq!(language(text), code, "{text}");
        }
    }
}
