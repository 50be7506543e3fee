//! Which language an article is in, so that English rules stay silent elsewhere and stop words fit.
//!
//! The crate `whatlang` tells languages apart by their trigrams. It always names one of the languages it knows, so two
//! questions are asked besides. Is a text of a few words made of words of the English dictionary? By trigrams every
//! fourth headline of four words is in another language. And has a longer one the function words of the language that
//! was found (Grefenstette 1995, "Comparing two language identification schemes")? Without them it is in one that
//! nobody here knows. Trigrams are not asked about a text that is full of function words of English and of no other
//! language, as nearly all English articles are.

use whatlang::{Lang, Script};

use super::Tag;
use super::lemma::lemma;
use super::stopwords;
use super::tagger::is_english_word;
use crate::article::Block;
use crate::bytes::{is_among, split};
use crate::codes::LANGUAGES;
use crate::lowercase::lowercase;

/// How much of an article is looked at, in bytes of its content blocks.
const SAMPLE_BYTES: usize = 2 << 10;
/// Up to how many words a text may lack function words, and be known by its other words.
const SHORT: usize = 15;
/// A word in three to five is a function word; one in so many is enough.
const FUNCTION_WORDS: usize = 10;

/// Every so manieth word is looked at where English may be plain to see, and this many of them at least.
const STRIDE: usize = 4;
const ENOUGH: usize = 40;
/// In English, one word in four to five is a function word that no other language has; elsewhere no more than
/// one in twenty-five.
const ENGLISH_ALONE: usize = 8;

/// In languages with letters beyond a to z, every other word has one; in names and quotations from elsewhere, fewer than
/// one word in so many.
const FOREIGN_WORDS: usize = 8;
/// One word in so many has a letter of the language alone, and it needs no function words.
const OWN_WORDS: usize = 5;

/// How sure trigrams are, from 0 to 1, of what they hardly know.
const UNSURE: f64 = 0.1;

/// Code of an undetermined language.
pub(super) const UNDETERMINED: &str = "und";

/// The BCP 47 code of the language, or [`UNDETERMINED`] where the text is too short or like no language known.
#[inline(never)]
pub(super) fn detect(text: &str, blocks: &[Block]) -> &'static str {
    let sample = sample(text, blocks);
    if is_plainly_english(&sample) {
        return "en";
    }
    let Some(info) = whatlang::detect(&sample) else { return UNDETERMINED };
    let found = code(info.lang());
    let bytes = match info.script() {
        Script::Latin => 50,
        // Few of them tell: no Russian or Ukrainian word has one, but a name from next door may.
        Script::Cyrillic => 1000,
        Script::Arabic => 100,
        _ => return found,
    };
    by_letters(&sample, bytes).unwrap_or_else(|| match info.script() {
        Script::Latin => spelled(&sample, confirmed(&sample, found, info.confidence())),
        Script::Cyrillic => spelled(&sample, found),
        _ => found,
    })
}

/// Whether a sample of some length is full of words that only English has.
#[inline(never)]
fn is_plainly_english(sample: &str) -> bool {
    let (mut all, mut alone) = (0, 0);
    for word in words(sample).step_by(STRIDE) {
        all += 1;
        alone += usize::from(stopwords::is_english_alone(word));
    }
    all >= ENOUGH && alone * ENGLISH_ALONE >= all
}

/// The language that trigrams tell, where words do not contradict.
#[inline(never)]
fn confirmed(sample: &str, found: &'static str, confidence: f64) -> &'static str {
    let (words, _, own) = letters(sample, found);
    // Where there are enough others, "y" and "o" are no evidence: some list has any letter.
    let with = function_words(sample, if words > SHORT { 2 } else { 1 });
    // "x y z"
    if sample.len() <= 2 * words {
        return UNDETERMINED;
    }
    if own * OWN_WORDS >= words && own > 0 {
        return found;
    }
    let of = |code: &str| stopwords::index(code).map_or(0, |index| with[index]);
    let most = with.iter().max().copied().unwrap_or_default();
    let richest = || with.iter().position(|&count| count == most).map_or(UNDETERMINED, stopwords::code);
    if words > SHORT {
        return match of(found) {
            of_found if of_found * FUNCTION_WORDS >= words => found,
            // A letter by somebody who spells as he likes.
            _ if most * FUNCTION_WORDS >= 2 * words => richest(),
            _ => UNDETERMINED,
        };
    }
    let (all, known) = in_dictionary(sample);
    let english = match of("en") {
        // "Critics condemn brutal crackdown": in most languages even headlines have function words.
        0 if most == 0 && all > 2 => known * 2 >= all,
        // A word that one other language has as well is no evidence against a headline of known words.
        of_english if of_english + 1 >= most && known * 3 >= all * 2 => true,
        of_english if of_english == most => known * 2 >= all || confidence < UNSURE,
        of_english => of_english > of(found) && known * 3 >= all,
    };
    match of(found) {
        _ if english && known > 0 => "en",
        0 => UNDETERMINED,
        of_found if of_found == most => found,
        // "L'Ohio est un État": few trigrams, and three function words.
        of_found if of_found + 1 < most => richest(),
        _ => UNDETERMINED,
    }
}

/// The beginning of the content blocks, in small letters.
fn sample(text: &str, blocks: &[Block]) -> String {
    let mut sample = String::new();
    for block in blocks.iter().filter(|block| block.kind.is_content()) {
        let room = SAMPLE_BYTES.saturating_sub(sample.len());
        let piece = block.span.of(text);
        sample.push_str(&lowercase(piece.get(..piece.floor_char_boundary(room)).unwrap_or(piece)));
        sample.push('\n');
        if room <= piece.len() {
            break;
        }
    }
    sample.replace('’', "'")
}

fn words(sample: &str) -> impl Iterator<Item = &str> {
    let words = sample.split(|c: char| !c.is_alphabetic() && c != '\'');
    words.filter(|word| !word.is_empty())
}

/// How many of the words are function words of each language. "l'homme" begins with one, "it's" ends with one.
#[inline(never)]
fn function_words(sample: &str, least: usize) -> [usize; LANGUAGES] {
    let mut counts = [0; LANGUAGES];
    for word in words(sample) {
        let mark = word.find('\'').filter(|mark| mark + 1 < word.len());
        let parts = mark.and_then(|mark| {
            let (head, tail) = (word.get(..=mark)?, word.get(mark..)?);
            Some(stopwords::languages_with(head) | stopwords::languages_with(tail))
        });
        let counted = match word {
            _ if word.len() >= least => u32::MAX,
            "a" => stopwords::IN_ENGLISH,
            _ => 0,
        };
        let languages = (stopwords::languages_with(word) | parts.unwrap_or_default()) & counted;
        for (language, count) in counts.iter_mut().enumerate() {
            *count += (languages >> language & 1) as usize;
        }
    }
    counts
}

/// How many words of three letters and more there are, and how many of them are forms of words that the English
/// dictionary has, or look like such.
#[inline(never)]
fn in_dictionary(sample: &str) -> (usize, usize) {
    let (mut all, mut known) = (0, 0);
    for word in words(sample).filter(|word| word.len() > 2) {
        all += 1;
        let form_of = |tag| is_english_word(&lemma(word, tag));
        let is_known = is_english_word(word) || form_of(Tag::Verb) || form_of(Tag::Noun);
        known += usize::from(is_known || looks_english(word.as_bytes()));
    }
    (all, known)
}

/// Whether a word is spelled as few languages but English spell theirs: "truckers", "shrugs", "fishermen".
#[inline(never)]
fn looks_english(word: &[u8]) -> bool {
    let english = word.windows(2).any(|pair| matches!(pair, b"th" | b"wh" | b"sh" | b"ck"));
    let german = word.windows(3).any(|three| three == b"sch");
    let ends = ["ing", "ity", "ies", "ful", "ers", "ss", "ly", "ed", "men"];
    english && !german || ends.iter().any(|end| word.ends_with(end.as_bytes()))
}

/// Letters that few other languages of their script have, for languages that the trigrams do not know.
const LETTERS: [(&str, &str); 11] = [
    ("ur", "ٹڈےں"),
    ("fa", "پچژگیک"),
    ("be", "ў"),
    ("mk", "ѓќѕ"),
    ("sr", "ђћџљњ"),
    ("vi", "ơưạảấầếềệộợủ"),
    ("hu", "őű"),
    ("lv", "ķļņģ"),
    ("lt", "ėųį"),
    ("is", "þð"),
    ("hr", "đ"),
];

/// A language with letters of its own, of which the sample has one for so many bytes.
#[inline(never)]
fn by_letters(sample: &str, bytes: usize) -> Option<&'static str> {
    // Most English texts have none.
    if sample.is_ascii() {
        return None;
    }
    let count = |own: &str| sample.chars().filter(|&c| is_among(c, own)).count();
    LETTERS.iter().find(|(_, own)| count(own) * bytes > sample.len()).map(|&(code, _)| code)
}

/// The letters that a language is written with beyond a to z, or beyond а to я, for those that the trigrams know.
const ALPHABETS: &str = "cs áčďéěíňóřšťúůýž|da åæøé|de äöüß|en é|es áéíñóúü|fr àâæçéèêëîïôœùûü|id é|it àèéìòù|\
                         nl éèëïöü|no åæøéòô|pl ąćęłńóśźż|pt áâãàçéêíóôõúü|ro ăâîșțşţ|sv åäöé|tr çğıöşüâîû\u{307}|\
                         ru ё|uk іїєґ";

/// How many words there are, how many have a letter that a language is not written with, and how many one that only it has.
#[inline(never)]
fn letters(sample: &str, language: &str) -> (usize, usize, usize) {
    let (mut all_words, mut foreign, mut own) = (0, 0, 0);
    for word in words(sample) {
        let (mut lacks, mut has) = (false, false);
        for letter in word.chars().filter(|c| !matches!(c, '\0'..='\x7f' | 'а'..='я')) {
            let (mut all, mut this) = (0, false);
            for row in split(ALPHABETS, b'|').filter(|row| is_among(letter, row)) {
                all += 1;
                this |= row.starts_with(language);
            }
            lacks |= !this;
            has |= this && all == 1;
        }
        all_words += 1;
        foreign += usize::from(lacks);
        own += usize::from(has);
    }
    (all_words, foreign, own)
}

/// A language that is believed, unless many of the words cannot be spelled in it.
fn spelled(sample: &str, language: &'static str) -> &'static str {
    let (words, foreign, _) = letters(sample, language);
    // Names from next door are spelled as they are there, and have two words.
    if foreign.saturating_sub(2) * FOREIGN_WORDS > words { UNDETERMINED } else { language }
}

/// The BCP 47 code of a language.
fn code(language: Lang) -> &'static str {
    match language {
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Ben => "bn",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Mal => "ml",
        Lang::Mya => "my",
        Lang::Nld => "nl",
        Lang::Nob => "no",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tha => "th",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
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

    /// English is plain to see in the first of these, and trigrams are asked about the others.
    #[test]
    fn tells_languages_apart_in_long_texts() {
        let english = "The mayor urged residents to save water because the river is low. ";
        let french = "Le maire a demandé aux habitants d'économiser l'eau parce que la rivière est basse. ";
        let portuguese = "O prefeito pediu aos moradores que economizem água porque o rio está baixo. ";
        for (code, text) in [
            ("en", english.repeat(20)),
            ("en", "Harbour plan | Elmford council | Ada Park. ".repeat(5) + &english.repeat(20)),
            ("fr", french.repeat(20)),
            ("fr", english.to_owned() + &french.repeat(20)),
            ("pt", portuguese.repeat(20)),
        ] {
            assert_eq!(language(&text), code, "{text}");
        }
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
            ("en", "Ada Park urged the council to reform."),
            ("en", "Mayor says council’s plan won’t work"),
            ("en", "Ministers resign"),
            ("en", "Fishermen oppose tidal barriers."),
            ("en", "Critics condemn brutal crackdown"),
            ("en", "Council slams harbour tariffs"),
            ("en", "Park meets Bell in Astana"),
            ("it", "Il presidente parla"),
            ("und", "Guten Tag"),
            ("fr", "Le ministre part"),
            ("fr", "L’Ohio n’est pas un État comme les autres"),
            (
                "be",
                "Мэр папрасіў жыхароў эканоміць ваду, бо ўзровень у рацэ нізкі і быў ніжэйшы за мінулы год.",
            ),
            ("sr", "Градоначелник је замолио грађане да штеде воду, јер је река ниска, а њене обале суве."),
            ("vi", "Thị trưởng kêu gọi người dân tiết kiệm nước vì mực nước sông xuống thấp."),
            (
                "hu",
                "A polgármester arra kérte a lakókat, hogy takarékoskodjanak, mert a folyó vize az előző őszhöz képest sekély.",
            ),
            // Letters of its own tell a language without function words.
            (
                "tr",
                "Merkez Bankası faiz oranını yüzde elliye yükseltti. Ekonomistler kararı olumlu karşıladı.",
            ),
            (
                "tr",
                "Köprünün onarım çalışmaları pazartesi günü başladı. Belediye trafiğin kapatılacağını açıkladı.",
            ),
            ("pl", "Rząd przedstawił wczoraj pięć ustaw."),
            // No language is written with letters that it has not.
            ("und", "Ka mea te pirimia ka āwhina te mahere i te tini o te tangata, ā, ka tīmata i tēnei rā."),
            (
                "hu",
                "A szakszervezet tüntetést szervez a fővárosban, és a tanárok bérét is emelni kellene a jövő évtől.",
            ),
            (
                "und",
                "A múzeum igazgatója elmondta, hogy a munka négy évig tartott. A látogatók vasárnapig ingyen nézhetik meg.",
            ),
            ("fa", "دولت امروز طرح جدیدی برای ساخت جاده در المفورد اعلام کرد."),
            ("en", "Mayor Park meets Erdoğan in Elmford"),
            (
                "fr",
                "Le président Erdoğan a rencontré Kılıçdaroğlu à Leith pour parler du port et des digues.",
            ),
            // Single letters tell nothing.
            ("und", "x"),
            ("und", "x y z"),
            ("und", "a"),
            // Languages that nothing here knows, of whose words some are English.
            (
                "und",
                "Kaupunginjohtaja pyysi asukkaita säästämään vettä, koska joki on matalalla ja kaivot ovat kuivuneet tänä kesänä.",
            ),
            (
                "und",
                "Meya aliwaomba wakazi watumie maji kwa uangalifu kwa sababu mto umepungua na visima vimekauka mwaka huu.",
            ),
            (
                "und",
                "Hiniling ng alkalde sa mga residente na magtipid ng tubig dahil mababa ang ilog at tuyo na ang mga balon.",
            ),
        ] {
            assert_eq!(language(text), code, "{text}");
        }
    }
}
