//! Several analyses of one event: what all of them say, and what each says that the others don't. Keyphrases are
//! the same when their stems are, speakers when their names are.

use serde::Serialize;

use crate::Analysis;
use crate::collections::ByWord;
use crate::keyphrase::key;
use crate::lowercase::lowercase;

/// What several articles have in common, and what sets each apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Keyphrases of every article, as the first has them, in its order.
    pub shared_keyphrases: Vec<String>,
    /// Speakers of every article, as the first names them, in its order.
    pub shared_speakers: Vec<String>,
    /// One for each article, in the order given.
    pub articles: Vec<Own>,
}

/// What one article says that no other does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Own {
    /// Its title.
    pub title: Option<String>,
    /// Keyphrases that no other article has, best first.
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
    let keyphrases: Vec<Listed> = analyses
        .iter()
        .map(|analysis| {
            let phrases = analysis.keyphrases.iter();
            phrases.map(|phrase| (key(&analysis.language, &phrase.text), phrase.text.clone())).collect()
        })
        .collect();
    let speakers: Vec<Listed> = analyses
        .iter()
        .map(|analysis| {
            let speakers = analysis.speakers.iter().filter(|speaker| !speaker.mentions.is_empty());
            speakers.map(|speaker| (lowercase(&speaker.name), speaker.name.clone())).collect()
        })
        .collect();
    let (shared_keyphrases, own_keyphrases) = divide(&keyphrases);
    let (shared_speakers, own_speakers) = divide(&speakers);
    let articles = analyses
        .iter()
        .zip(own_keyphrases.into_iter().zip(own_speakers))
        .map(|(analysis, (keyphrases, speakers))| Own {
            title: analysis.article.title.clone(),
            keyphrases,
            speakers,
        })
        .collect();
    Comparison { shared_keyphrases, shared_speakers, articles }
}

/// What one article lists: by what it is compared, and how it reads.
type Listed = Vec<(String, String)>;

/// What is on every list, and what is on one list only.
fn divide(lists: &[Listed]) -> (Vec<String>, Vec<Vec<String>>) {
    // On how many lists each stands, and the last of them: a list may have something twice.
    let mut counts: ByWord<(usize, usize)> = ByWord::default();
    for (number, list) in lists.iter().enumerate() {
        for (key, _) in list {
            let (count, last) = counts.entry(key, (0, usize::MAX));
            if *last != number {
                (*count, *last) = (*count + 1, number);
            }
        }
    }
    let count = |key: &str| counts.get(key).map_or(0, |count| count.0);
    let on = |lists_with_it: usize, list: &Listed| {
        let found = list.iter().filter(|(key, _)| count(key) == lists_with_it);
        found.map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let shared = lists.first().map(|first| on(lists.len(), first)).unwrap_or_default();
    (shared, lists.iter().map(|list| on(1, list)).collect())
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
    fn nothing_compared_is_nothing_found() {
        assert_eq!(compare(&[]).articles, []);
    }
}
