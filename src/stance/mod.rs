//! Who says what, and how it leans: attributions, speakers and stances.

pub mod attribution;

use crate::analysis::{Attribution, Speaker, Stance};
use crate::language::Reading;

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
pub fn find(reading: &Reading<'_>) -> Findings {
    let attributions = attribution::find(reading);
    Findings { attributions: attributions.all, ..Findings::default() }
}
