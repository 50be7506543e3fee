#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::article::{self, Document};
use crate::language::{self, Reading};
use crate::options::Options;

fn names(text: &str) -> Vec<String> {
    let article = article::read(&Document::text(text), &Options::default()).unwrap();
    let reading = language::read(&article, Some("en"));
    reading.names.iter().map(|name| describe(&reading, name)).collect()
}

fn describe(reading: &Reading<'_>, name: &language::Name) -> String {
    let text = |tokens| reading.span(tokens).of(reading.text);
    let full = &reading.names[name.full as usize];
    let long =
        if text(full.core) == text(name.core) { String::new() } else { format!(" = {}", text(full.core)) };
    format!("{} [{}] {:?}{long}", text(name.tokens), text(name.core), name.kind)
}

#[test]
fn finds_people_with_their_titles_and_short_forms() {
    assert_eq!(
        names(
            "On Monday Chinese leader Xi Jinping met Russian President Vladimir Putin. Later Xi spoke, and Putin's aides left."
        ),
        [
            "Chinese leader Xi Jinping [Xi Jinping] Person",
            "Russian President Vladimir Putin [Vladimir Putin] Person",
            "Xi [Xi] Person = Xi Jinping",
            "Putin [Putin] Person = Vladimir Putin",
        ]
    );
    assert_eq!(
        names("We heard that Sen. Ana Ruiz and Mr. Park agree with Secretary of State Tom Lee."),
        [
            "Sen. Ana Ruiz [Ana Ruiz] Person",
            "Mr. Park [Park] Person",
            "Secretary of State Tom Lee [Tom Lee] Person"
        ]
    );
    assert_eq!(
        names("Undersecretary for Trade Mr. Park asked Treasurer Nora Bell."),
        ["Trade [Trade] Other", "Mr. Park [Park] Person", "Treasurer Nora Bell [Nora Bell] Person"]
    );
}

#[test]
fn surnames_may_be_words_for_places_and_bodies() {
    assert_eq!(
        names("Then John Hill spoke with Mr Hill and Mayor Ann Church. Today Mayor Lake saw Victoria Park."),
        [
            "John Hill [John Hill] Person",
            "Mr Hill [Hill] Person = John Hill",
            "Mayor Ann Church [Ann Church] Person",
            "Mayor Lake [Lake] Person",
            "Victoria Park [Victoria Park] Place",
        ]
    );
    assert_eq!(
        names("We met Ann Church. Later Ms Church left."),
        ["Ann Church [Ann Church] Person", "Ms Church [Church] Person = Ann Church"]
    );
}

#[test]
fn goes_on_over_an_apostrophe() {
    assert_eq!(
        names(
            "Earlier the chair of the Employers' Federation had asked to speak with the Teachers’ Union about wages."
        ),
        [
            "Employers' Federation [Employers' Federation] Organisation",
            "Teachers’ Union [Teachers’ Union] Organisation",
        ]
    );
}

#[test]
fn finds_organisations_and_places() {
    assert_eq!(
        names(
            "He told the Shanghai Cooperation Organization (SCO) in Astana that the SCO and the Ministry of Foreign Affairs agree with Apple CEO Tim Cook about North Korea."
        ),
        [
            "Shanghai Cooperation Organization [Shanghai Cooperation Organization] Organisation",
            "SCO [SCO] Organisation = Shanghai Cooperation Organization",
            "Astana [Astana] Place",
            "SCO [SCO] Organisation = Shanghai Cooperation Organization",
            "Ministry of Foreign Affairs [Ministry of Foreign Affairs] Organisation",
            "Apple [Apple] Organisation",
            "CEO Tim Cook [Tim Cook] Person",
            "North Korea [North Korea] Place",
        ]
    );
}

#[test]
fn initials_of_a_country_are_short_for_it() {
    assert_eq!(
        names(
            "They met in the United States on Monday. Later the U.S. and the UK agreed with the Ukrainian Kiosk Owners."
        ),
        [
            "United States [United States] Place",
            "U.S. [U.S.] Place = United States",
            "UK [UK] Place",
            "Ukrainian Kiosk Owners [Ukrainian Kiosk Owners] Organisation",
        ]
    );
}

#[test]
fn letters_in_brackets_tell_where_their_name_begins() {
    assert_eq!(
        names(
            "He told the Council of Heads of State of the Leith Cooperation Organization (LCO) that he would leave."
        ),
        [
            "Council of Heads of State [Council of Heads of State] Organisation",
            "Leith Cooperation Organization [Leith Cooperation Organization] Organisation",
            "LCO [LCO] Organisation = Leith Cooperation Organization",
        ]
    );
}

#[test]
fn headlines_and_first_words_are_no_names() {
    assert_eq!(
        names(
            "Mayor Urges Residents To Save Water Before Ruiz Talks\nYesterday the council met. Residents saved water when Ruiz spoke."
        ),
        ["Ruiz [Ruiz] Other", "Ruiz [Ruiz] Other"]
    );
}

#[test]
fn words_that_tell_how_many_are_no_names() {
    assert_eq!(
        names("Several Ruiz backers met in the hall. They heard that Ruiz would speak. Two Ruiz aides left."),
        ["Ruiz [Ruiz] Other", "Ruiz [Ruiz] Other", "Ruiz [Ruiz] Other"]
    );
}

/// What saves most names a look at the list of places.
#[test]
fn no_place_of_several_words_begins_with_a_given_name_or_is_long() {
    use crate::known_names::listed;
    use crate::packed::facts::Facts;
    let list = std::fs::read_to_string("lexicon/names/places.txt").unwrap();
    for place in list.lines().filter(|line| !line.starts_with('#') && line.contains([' ', '-'])) {
        let mut words = place.split([' ', '-']);
        assert!(!listed(words.next().unwrap()).has(Facts::FIRST_NAME), "{place}");
        assert!(words.count() < 3 - 2 * usize::from(place.contains('-')), "{place}");
    }
}
