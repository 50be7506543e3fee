//! Several analyses of one event: what all of them say, and what each says that the others don't. What an article lists
//! as a keyphrase or a speaker is looked for in the whole text of the others, since what one says in passing it does
//! not list. Words are the same when their stems are; outlets differ in how they shorten the largest states and unions
//! ("US", "U.S.") and in whether they write accents ("Núñez", "Nunez"), which sets nothing apart either.

use std::iter::once;

use serde::Serialize;

use crate::Analysis;
use crate::bytes::split;
use crate::collections::Set;
use crate::keyphrase::key;
use crate::lowercase::lowercase;

/// What several articles have in common, and what sets each apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison<A = Own> {
    /// Keyphrases of one article or more that all of them have in their text: first those of the first article, in its
    /// order and as it has them, then those of the second.
    pub shared_keyphrases: Vec<String>,
    /// Speakers of the first article whom every other names, if only in passing or in short; in its order, as it names them.
    pub shared_speakers: Vec<String>,
    /// One for each article, in the order given.
    pub articles: Vec<A>,
}

/// What one article says that no other does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Own {
    /// Its title.
    pub title: Option<String>,
    /// Keyphrases that stand in no other article, best first.
    pub keyphrases: Vec<String>,
    /// Speakers whom no other article names, in order of the article.
    pub speakers: Vec<String>,
}

/// Compares analyses, whatever their order says of them.
///
/// ```
/// use stance_lens::{Document, Options, analyse, compare::compare};
///
/// let one = analyse(&Document::text("The council backs the tidal barrier."), &Options::default())?;
/// let two = analyse(&Document::text("Fishermen oppose tidal barriers."), &Options::default())?;
/// let comparison = compare(&[one, two]);
/// assert_eq!(comparison.shared_keyphrases, ["tidal barrier"]);
/// # Ok::<(), stance_lens::Error>(())
/// ```
pub fn compare(analyses: &[Analysis<'_>]) -> Comparison {
    let texts: Vec<Text> = analyses.iter().map(Text::of).collect();
    let elsewhere = |own: usize, has: &dyn Fn(&Text) -> bool| {
        texts.iter().enumerate().any(|(number, text)| number != own && has(text))
    };
    let (mut shared_keyphrases, mut shared_speakers) = (Vec::new(), Vec::new());
    let mut listed: Set<&str> = Set::default();
    let mut articles = Vec::with_capacity(analyses.len());
    for (number, (analysis, text)) in analyses.iter().zip(&texts).enumerate() {
        let mut own =
            Own { title: analysis.article.title.clone(), keyphrases: Vec::new(), speakers: Vec::new() };
        for (phrase, key) in analysis.keyphrases.iter().zip(&text.keyphrases) {
            if !elsewhere(number, &|text| text.has(key)) {
                own.keyphrases.push(phrase.text.clone());
            } else if texts.iter().all(|text| text.has(key)) && listed.insert(key) {
                shared_keyphrases.push(phrase.text.clone());
            }
        }
        for name in &text.speakers {
            let forms: Vec<String> = text.forms(name).collect();
            let key = common_key(&analysis.language, name);
            let names = |other: &Text| other.has(&key) || forms.iter().any(|form| other.names.contains(form));
            if !elsewhere(number, &names) {
                own.speakers.push(name.clone());
            } else if number == 0 && texts.iter().skip(1).all(names) {
                shared_speakers.push(name.clone());
            }
        }
        articles.push(own);
    }
    Comparison { shared_keyphrases, shared_speakers, articles }
}

/// Most words of what is looked for; the rest of a longer name is not.
const LONGEST: usize = 6;

/// What is compared of one article.
struct Text {
    /// Every sequence of up to [`LONGEST`] stems.
    sequences: Set<String>,
    /// The stems of its keyphrases, in their order.
    keyphrases: Vec<String>,
    /// Those of its speakers who have a name or are called something.
    speakers: Vec<String>,
    /// The names among these, in lower case.
    names: Set<String>,
    /// What several of its speakers' names end in, in lower case.
    ambiguous: Set<String>,
}

impl Text {
    fn of(analysis: &Analysis<'_>) -> Self {
        let mut sequences = Set::default();
        for part in parts(&analysis.text) {
            let stems = common_key(&analysis.language, part);
            let stems: Vec<&str> = stems.split(' ').collect();
            let lengths = 1..=LONGEST;
            sequences.extend(lengths.flat_map(|length| stems.windows(length)).map(|words| words.join(" ")));
        }
        let keyphrases =
            analysis.keyphrases.iter().map(|phrase| common_key(&analysis.language, &phrase.text)).collect();
        let speakers = analysis.speakers.iter().filter(|speaker| !speaker.mentions.is_empty());
        let speakers: Vec<String> = speakers.map(|speaker| speaker.name.clone()).collect();
        // "council" is no end of "Elmford Council".
        let named = speakers.iter().filter(|name| name.starts_with(char::is_uppercase));
        let names = named.map(|name| lowercase(name)).collect();
        let (mut known, mut ambiguous) = (Set::default(), Set::default());
        for end in speakers.iter().flat_map(|name| ends(name)) {
            if !known.insert(end.clone()) {
                ambiguous.insert(end);
            }
        }
        Self { sequences, keyphrases, speakers, names, ambiguous }
    }

    /// What another article may call a speaker of this one, in lower case: the whole name and what it ends in ("Park" of
    /// "Minister Ada Park"), unless that is the end of another's name here.
    fn forms(&self, name: &str) -> impl Iterator<Item = String> {
        once(lowercase(name)).chain(ends(name).filter(|end| !self.ambiguous.contains(end)))
    }

    /// Whether the text has these stems side by side.
    fn has(&self, key: &str) -> bool {
        let end = key.match_indices(' ').nth(LONGEST - 1).map_or(key.len(), |(at, _)| at);
        key.get(..end).is_some_and(|key| self.sequences.contains(key))
    }
}

/// Every end of a name that is shorter by a word or more, in lower case; none of a name with a small word in it, such as
/// "Bank of England".
fn ends(name: &str) -> impl Iterator<Item = String> {
    let plain = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    name.match_indices(' ').filter(move |_| plain).filter_map(|(at, _)| name.get(at + 1..)).map(lowercase)
}

/// The stems of words as all outlets would write them: short forms written out, letters without accents.
fn common_key(language: &str, words: &str) -> String {
    const SHORT: [(&str, &str); 4] = [
        ("US U.S U.S.A USA", "United States"),
        ("UK U.K Britain", "United Kingdom"),
        ("EU E.U", "European Union"),
        ("UN U.N", "United Nations"),
    ];
    if language != "en" {
        return key(language, words);
    }
    let mut common = String::with_capacity(words.len());
    for word in words.split_inclusive(|c: char| !c.is_alphanumeric() && c != '.') {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let long = SHORT.iter().find(|(short, _)| split(short, b' ').any(|form| form == name));
        match long {
            Some((_, long)) => common.extend([long, " "]),
            None => common.extend(lowercase(word).chars().map(without_accent)),
        }
    }
    key(language, &common)
}

/// A letter without its accent, where names of news have one.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => letter,
    }
}

/// A text in parts that no phrase goes beyond: up to a mark before a space that is no full stop of an abbreviation.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ['\0'; 2];
    text.split_inclusive(move |next: char| {
        let [last, mark] = before;
        before = [mark, next];
        next.is_whitespace()
            && (matches!(mark, ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”')
                || mark == '.' && last.is_lowercase()
                || next == '\n')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Options, analyse};

    #[test]
    fn tells_what_all_say_from_what_one_says() {
        let texts = [
            "Mayor Ada Park said the tidal barrier was safe. Tomas Reyes said the river festival would suffer.",
            "Ada Park said tidal barriers were needed. The harbour museum was closed.",
        ];
        let analyses = texts.map(|text| analyse(&Document::text(text), &Options::default()).unwrap());
        let comparison = compare(&analyses);
        assert!(comparison.shared_keyphrases.contains(&"tidal barrier".to_owned()));
        assert_eq!(comparison.shared_speakers, ["Ada Park"]);
        assert!(comparison.articles[0].speakers.contains(&"Tomas Reyes".to_owned()));
        assert!(comparison.articles[1].keyphrases.contains(&"harbour museum".to_owned()));
    }

    #[test]
    fn what_another_says_in_passing_is_nobodys_own() {
        let texts = [
            "The tidal barrier was opened. The tidal barrier cost much. Mayor Ada Park said it was safe.",
            "The festival was cancelled. Festival guests, among them Ada Park, came by boat behind the tidal barrier.",
            "Boats passed the tidal barriers.",
        ];
        let options = Options { max_keyphrases: 1, ..Options::default() };
        let analyses = texts.map(|text| analyse(&Document::text(text), &options).unwrap());
        let comparison = compare(&analyses);
        // Only the last has it among its keyphrases.
        assert_eq!(comparison.shared_keyphrases, ["tidal barriers"]);
        assert!(comparison.articles.iter().all(|own| own.speakers.is_empty()), "{comparison:?}");
    }

    fn compared(texts: [&str; 2]) -> Comparison {
        compare(&texts.map(|text| analyse(&Document::text(text), &Options::default()).unwrap()))
    }

    #[test]
    fn no_phrase_goes_over_the_end_of_a_sentence() {
        let comparison = compared([
            "The river festival was opened. The river festival was long.",
            "Boats passed on the river. Festival guests slept, as Mr. Park told the U.S. Senate.",
        ]);
        assert_eq!(comparison.shared_keyphrases, ["river"]);
        assert!(comparison.articles[0].keyphrases.contains(&"river festival".to_owned()));
    }

    #[test]
    fn speakers_are_known_by_their_short_names() {
        for (one, two, shared) in [
            (
                "Minister Tomas Reyes said the river was high.",
                "Mr Reyes said it was too late.",
                "Tomas Reyes",
            ),
            ("Reyes said the river was high.", "Tomas Reyes said it was too late.", "Reyes"),
            (
                "Tomas Reyes said the river was high.",
                "The harbour was full. Tomas Reyes stood on the quay.",
                "Tomas Reyes",
            ),
        ] {
            let comparison = compared([one, two]);
            assert_eq!(comparison.shared_speakers, [shared], "{one} {two}");
            assert!(comparison.articles.iter().all(|own| own.speakers.is_empty()), "{comparison:?}");
        }
        let two = [
            "Tomas Reyes said the river was high. Nora Reyes said it was not.",
            "Mr Reyes said it was too late.",
        ];
        assert_eq!(compared(two).shared_speakers, [""; 0]);
        let two = ["The Bank of Elmford said the river was high.", "Elmford said it was too late."];
        assert_eq!(compared(two).shared_speakers, [""; 0]);
    }

    #[test]
    fn short_forms_and_accents_set_nothing_apart() {
        for (one, two, shared) in [
            ("The United States said it was late.", "Talks with the U.S. were held.", "United States"),
            ("The US said it was late.", "Talks with the United States, they say, failed.", "US"),
            ("Álvaro Núñez said it was late.", "Alvaro Nunez stood on the quay.", "Álvaro Núñez"),
        ] {
            let comparison = compared([one, two]);
            assert_eq!(comparison.shared_speakers, [shared], "{one} {two}");
        }
        // "us" is nobody's short form.
        let two = ["The US said it was late.", "The harbour told us that it was full."];
        assert_eq!(compared(two).shared_speakers, [""; 0]);
    }

    #[test]
    fn nothing_compared_is_nothing_found() {
        assert_eq!(compare(&[]).articles, []);
    }
}
