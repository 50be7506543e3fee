//! Mild judging words that are meant.

use std::ops::Range;

use super::context::Context;
use super::holder::Holders;
use crate::bytes::one_of;
use crate::language::{Tag, words};

/// Whether a mild judging word ("good", "concern") is meant as a judgement: where somebody speaks, or where a
/// word of degree leans on it. In plain narration such words mostly tell of facts.
#[inline(never)]
pub(super) fn is_meant(
    context: &Context<'_>,
    holders: &Holders<'_>,
    tokens: &Range<usize>,
    felt: bool,
) -> bool {
    let before = context.lower(tokens.start.wrapping_sub(1));
    // "such a good yard"
    let degree =
        if matches!(before, "a" | "an") { context.lower(tokens.start.wrapping_sub(2)) } else { before };
    one_of!(degree, "very so too deeply extremely truly utterly really such quite")
        || holders.reported_by(context.span(tokens)).is_some()
        // "The states are concerned about the deal": a feeling that is reported of somebody.
        || holders.cued_by(context.span(tokens)).is_some()
        || (felt || is_predicate(context, tokens)) && context.copula_before(tokens.start).is_some()
}

/// Whether all that is said of a subject is the quality itself: "The bridge is important.", "The ad is interesting because
/// …". What follows in "is best known", "is strong enough", "is unique to the coast" narrows it to a fact.
fn is_predicate(context: &Context<'_>, tokens: &Range<usize>) -> bool {
    context.tag(tokens.start) == Tag::Adj
        && (matches!(context.tag(tokens.end), Tag::Punct | Tag::Cconj | Tag::Sconj)
            || context.is(tokens.end, words!["for", "because", "as", "that", "and", "but"]))
}
