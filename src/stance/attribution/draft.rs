//! An attribution while it is being made: token ranges, before speakers are known.

use crate::language::TokenRange;

/// One act of reporting.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The noun phrase of the one who speaks.
    pub(super) source: Option<TokenRange>,
    /// What a relative pronoun as source refers to.
    pub(super) antecedent: Option<TokenRange>,
    /// The reporting words.
    pub(super) cue: Option<TokenRange>,
    /// What is reported.
    pub(super) content: Vec<TokenRange>,
    /// Index of the sentence of the cue, else of the content.
    pub(super) sentence: usize,
    /// Whether the cue tells an act ("urged the town to", "condemned the plan") rather than that words were said: inside
    /// what somebody else says, that is no report.
    pub(super) tells_act: bool,
}
