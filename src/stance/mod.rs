//! Who says what, and how it leans: attributions, speakers and stances.

pub mod attribution;
mod classes;
mod commitment;
mod context;
mod exceptions;
mod forms;
mod frame;
mod holder;
mod holding;
mod imperative;
mod lexicon;
mod matcher;
mod negation;
mod neighbours;
mod place;
mod scare;
mod speakers;
mod subject;
pub mod summary;
mod tags;
mod target;
#[cfg(test)]
mod tests;
mod wording;

use crate::analysis::{Attribution, Speaker, Stance};
use crate::language::Reading;

pub use lexicon::{CustomLexicon, Rule, rules};

/// What the stance layer finds in one article.
#[derive(Debug, Default)]
pub struct Findings {
    /// Everybody who speaks or holds a position.
    pub speakers: Vec<Speaker>,
    /// Who says what, in order of the text.
    pub attributions: Vec<Attribution>,
    /// Phrases that carry a position, in order of the text.
    pub stances: Vec<Stance>,
}

/// Looks for attributions and stances in the content blocks of an article.
pub fn find(reading: &Reading<'_>, custom: Option<&CustomLexicon>) -> Findings {
    let found = attribution::find(reading);
    let mut findings = Findings { attributions: found.all, speakers: found.speakers, ..Findings::default() };
    if reading.is_english() {
        findings.stances =
            tags::find(reading, &found.clauses, &findings.attributions, &mut findings.speakers, custom);
    }
    speakers::settle(&mut findings);
    findings
}
