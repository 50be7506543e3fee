//! What a name stands for: a guess from its words, and from the words around it.

use super::Text;
use super::facts::{self, Facts};
use crate::language::{Name, NameKind, TokenRange};
use crate::span::Span;

/// The best guess from one mention; links may still change it.
pub(super) fn guess(text: &Text<'_>, name: &Name) -> NameKind {
    let core = name.core.range();
    let (first, last, length) = (core.start, core.end - 1, core.len());
    let titled = name.tokens.start < name.core.start;
    let of = core.clone().any(|token| matches!(text.lower(token), "of" | "for"));
    let inside = |fact: Facts| core.clone().any(|token| text.is(token, fact));
    if titled && !(text.is(last, Facts::ORGANISATION) && length > 1) {
        return NameKind::Person;
    }
    let whole = surface(text, name.core);
    if facts::is_place(whole) {
        return NameKind::Place;
    }
    if text.is(last, Facts::ORGANISATION) && length > 1 || of && inside(Facts::ORGANISATION) {
        return NameKind::Organisation;
    }
    if length > 1 && (text.is(last, Facts::PLACE_HEAD) || text.is(first, Facts::PLACE_HEAD)) {
        return NameKind::Place;
    }
    if text.is(first, Facts::FIRST_NAME) && (2..=4).contains(&length) && !of
        || length > 1 && inside(Facts::INITIAL)
    {
        return NameKind::Person;
    }
    if inside(Facts::ORGANISATION) && length > 1 || length == 1 && text.is(first, Facts::ACRONYM) {
        return NameKind::Organisation;
    }
    let before = first.checked_sub(1).map_or("", |token| text.lower(token));
    let says = text.is(core.end, Facts::SAYS);
    if before == "the" {
        return if length > 1 && !inside(Facts::PLACE) { NameKind::Organisation } else { NameKind::Other };
    }
    if length == 1 && text.is(first, Facts::FIRST_NAME) || says && !inside(Facts::ACRONYM) {
        return NameKind::Person;
    }
    if matches!(before, "in" | "near" | "across" | "outside" | "throughout") && length <= 2 {
        return NameKind::Place;
    }
    let plain = core
        .clone()
        .all(|token| !text.is(token, Facts::PLACE.or(Facts::DEMONYM).or(Facts::ACRONYM).or(Facts::STOP)));
    if (2..=3).contains(&length) && plain && !of { NameKind::Person } else { NameKind::Other }
}

/// The text of a range of tokens.
pub(super) fn surface<'t>(text: &Text<'t>, tokens: TokenRange) -> &'t str {
    match text.tokens.get(tokens.range()) {
        Some([only]) => only.span.of(text.text),
        Some([first, .., last]) => Span::join(first.span, last.span).of(text.text),
        _ => "",
    }
}
