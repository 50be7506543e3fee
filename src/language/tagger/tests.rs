//! What the tagger promises, and that the weights shipped are the weights that were trained.

use super::*;
use crate::language::read;
use crate::{Document, Options, article};

fn tags(text: &str, language: &str) -> String {
    let document = Document::text(text);
    let article = article::read(&document, &Options::default()).unwrap();
    let reading = read(&article, Some(language));
    let tags: Vec<&str> = reading.tokens.iter().map(|token| token.tag.as_str()).collect();
    tags.join(" ")
}

#[test]
fn tags_news_prose() {
    assert_eq!(
        tags("The mayor said on Monday that Riverton must not close its two bridges.", "en"),
        "DET NOUN VERB ADP PROPN SCONJ PROPN AUX PART VERB PRON NUM NOUN PUNCT"
    );
}

/// The tags of a title that stands over a paragraph.
fn title_tags(title: &str) -> String {
    let text =
        format!("{title}\n\nThe city said on Monday that it would look at the plan again before the summer.");
    tags(&text, "en").split(' ').take(title.split(' ').count()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_headline_has_a_verb() {
    assert_eq!(title_tags("Council blames developer for delays"), "PROPN VERB NOUN ADP NOUN");
    assert_eq!(title_tags("Harbour council backs river barrier"), "PROPN NOUN VERB NOUN NOUN");
    assert!(title_tags("Mayor Park Urges State to Fund River Barrier").starts_with("PROPN PROPN VERB"));
    // A plural before the plain form of a verb is its subject.
    assert_eq!(title_tags("Budget cuts hit schools"), "NOUN NOUN VERB NOUN");
    // Each clause has its own.
    assert!(
        title_tags("Town council backs wind terminal as crews warn of floods").starts_with("NOUN NOUN VERB")
    );
    // Only where none was seen, and where a noun stands before it.
    assert_eq!(title_tags("Interest Rates Rise Again"), "NOUN NOUN VERB ADV");
    assert_eq!(title_tags("The Lives of Others"), "DET NOUN ADP NOUN");
}

#[test]
fn guesses_by_shape_in_other_languages() {
    assert_eq!(tags("Gestern sprach Frau Meier über 20 Themen.", "de"), "X X PROPN PROPN X NUM PROPN PUNCT");
}

#[test]
fn says_nothing_about_nothing() {
    assert_eq!(tags("", "en"), "");
    assert!(Model::from_bytes(&[]).is_none());
}

/// An artefact cut short anywhere is refused, never read beyond its end.
#[test]
fn refuses_weights_cut_short() {
    for length in (0..WEIGHTS.len()).step_by(997) {
        assert!(Model::from_bytes(&WEIGHTS[..length]).is_none(), "{length}");
    }
}

/// FNV-1a, 64 bits, of the weights. Changes only with a new training run, which writes the number too.
#[test]
fn weights_are_those_recorded() {
    assert_eq!(checksum(WEIGHTS), include_str!("../../../lexicon/weights/tagger.checksum").trim());
}

#[test]
fn nouns_and_verbs_that_news_confuses_are_mended() {
    assert_eq!(tags("She spoke to member states", "en"), "PRON VERB ADP NOUN NOUN");
    assert_eq!(
        tags("It was a lie, which Leith denies.", "en"),
        "PRON AUX DET NOUN PUNCT PRON PROPN VERB PUNCT"
    );
    assert_eq!(tags("Bread is dear, their records show.", "en"), "NOUN AUX ADJ PUNCT PRON NOUN VERB PUNCT");
    assert_eq!(tags("Ada Park reckons it is late.", "en"), "PROPN PROPN VERB PRON AUX ADJ PUNCT");
    assert_eq!(tags("The guild undertook to wait.", "en"), "DET NOUN VERB PART VERB PUNCT");
    assert_eq!(
        tags("She begged weavers to spare a thought.", "en"),
        "PRON VERB NOUN PART VERB DET NOUN PUNCT"
    );
    assert_eq!(tags("Ada Park wondered aloud.", "en"), "PROPN PROPN VERB ADV PUNCT");
    assert_eq!(tags("The superintendent said so.", "en"), "DET NOUN VERB ADV PUNCT");
    assert_eq!(tags("Another resident said so.", "en"), "DET NOUN VERB ADV PUNCT");
    assert_eq!(tags("Beijing rejected the plan.", "en"), "PROPN VERB DET NOUN PUNCT");
}

#[test]
fn verbs_beside_what_is_said_are_no_nouns() {
    let verb = |text: &str| tags(text, "en").split(' ').filter(|&tag| tag == "VERB").count();
    for text in [
        "“It is so late now,” Nora Bell admits.",
        "“It is so late now,” quips the mayor.",
        "The bill, its backers insist, is fair.",
        "The bill, the mayor concedes, is fair.",
        "The dam is not safe, engineers concede.",
        "Scientists caution that it is so late now.",
        "The mayor laments: “It is so late now.”",
    ] {
        assert_eq!(verb(text), 1, "{text}");
    }
    for text in [
        "Plums, garden answers, and pears are so late now.",
        "“It is so late now,” his answers are.",
        "The dam is not safe, a flood warning.",
        "It was in Ohio, a US state, so late now.",
        "“It is so late now,” a police report is.",
    ] {
        assert_eq!(verb(text), 0, "{text}");
    }
    assert_eq!(tags("The judge’s ruling is late.", "en"), "DET NOUN PART NOUN AUX ADJ PUNCT");
    assert_eq!(tags("Undeterred stood the crowd.", "en"), "ADJ VERB DET NOUN PUNCT");
}
