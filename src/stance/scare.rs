//! Scare quotes: marks around a few words that nobody in the article is reported to have said keep the author
//! at a distance from them (Martin & White 2005; Predelli 2003).

use super::classes::is_quote;
use super::context::Context;
use super::holder::Holders;
use super::lexicon::Rule;
use crate::analysis::{Stance, StanceTag};
use crate::bytes::one_of;
use crate::language::{Tag, words};

/// Name of the one rule.
pub(super) const RULE: &str = "distance.rule.scare-quotes";

/// Longest run between marks, in tokens, that can be a scare quote; longer ones are quotations.
const LONGEST: usize = 3;

pub(super) fn rules() -> impl Iterator<Item = Rule> {
    [Rule {
        id: RULE.to_owned(),
        tag: StanceTag::Distance,
        reason: "Quotation marks around a short phrase that nobody is reported to have said keep the author away from it."
            .to_owned(),
        source: "Martin & White 2005 (distance)".into(),
    }]
    .into_iter()
}

/// Scare quotes of one sentence.
#[inline(never)]
pub(super) fn find(context: &Context<'_>, holders: &mut Holders<'_>) -> Vec<Stance> {
    let mut stances = Vec::new();
    let mut open: Option<usize> = None;
    let tokens = context.reading.tokens.get(context.tokens.clone()).unwrap_or_default();
    for (at, token) in (context.tokens.start..).zip(tokens) {
        if is_quote(token.rule_word) && !is_apostrophe(context, at) {
            open = match open {
                Some(mark) => close(context, holders, mark, at, &mut stances),
                None => Some(at),
            };
        }
    }
    stances
}

/// Takes the words between two marks for scare quotes where they fit. Gives the mark that is open from here on.
#[inline(never)]
fn close(
    context: &Context<'_>,
    holders: &mut Holders<'_>,
    mark: usize,
    at: usize,
    stances: &mut Vec<Stance>,
) -> Option<usize> {
    let comma = usize::from(at > mark + 2 && context.is(at - 1, words![",", "."]));
    let inside = mark + 1..at - comma;
    if inside.is_empty() || inside.len() > LONGEST || !fits(context, mark, at) {
        // A closing mark that closes nothing may open the next.
        return (inside.len() > LONGEST && opens(context, at)).then_some(at);
    }
    let place = context.span(&inside);
    // "a “third map” (or round)": a term that is explained.
    let said = holders.is_said_by_somebody(place) || holders.is_said_elsewhere(place);
    if !said && !context.is(at + 1, words!["("]) {
        stances.push(Stance {
            span: place,
            tag: StanceTag::Distance,
            holder: holders.scope(place),
            target: None,
            polarity: 0,
            strength: 2,
            rule: RULE.into(),
        });
    }
    None
}

#[inline(never)]
fn is_apostrophe(context: &Context<'_>, at: usize) -> bool {
    context.is(at, words!["'", "’"]) && {
        let text = context.reading.text;
        let token = context.reading.tokens.get(at).map(|token| token.span).unwrap_or_default();
        let before = text.get(..token.start as usize).and_then(|text| text.chars().next_back());
        let after = text.get(token.end as usize..).and_then(|text| text.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }
}

fn opens(context: &Context<'_>, at: usize) -> bool {
    context.rule_word(at).is(words!["“", "‘", "``", "«"])
}

/// Whether what stands between two marks reads as words kept at a distance: no title of a work, no term
/// that is being introduced, no words somebody says.
#[inline(never)]
fn fits(context: &Context<'_>, open: usize, close: usize) -> bool {
    let inside = open + 1..close;
    let words = inside.clone().filter(|&at| context.tag(at) != Tag::Punct);
    let capital = |at: usize| {
        let token = context.reading.tokens.get(at).map(|token| token.span).unwrap_or_default();
        token.of(context.reading.text).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    };
    let before = context.lower(open.wrapping_sub(1));
    const INTRODUCTIONS: &str = "called named titled entitled dubbed nicknamed term word words phrase as for means , : said says \
        book film song movie album slogan";
    let introduced = one_of!(before, INTRODUCTIONS);
    // "Meet the Press": a title, but not "Trump-like".
    let small = |at: usize| context.lower(at).len() < 4;
    let titled = words.clone().all(|at| capital(at) || small(at)) && words.clone().any(capital);
    // "cut the stock to “sell”", "“thrilled” by it": a grade, and what only whoever feels it can say.
    let word = context.lower(close - 1);
    let own = inside.len() == 1
        && (one_of!(word, "devastated heartbroken gutted thrilled delighted")
            || one_of!(before, "to at from") && one_of!(word, "sell buy hold neutral outperform"));
    words.clone().count() > 0 && !titled && !introduced && !own && !context.is_quote(open.wrapping_sub(1))
}
