//! An analysis on its way to JavaScript: lists that grow with the text as numbers, of which `answer.js` makes objects in
//! half the time that an engine takes for JSON of them, and what is short as JSON.
//!
//! `answer.js` reads in the order in which this writes: each list is its length and its items, an item is its fields one
//! after another. A span is two numbers, a word its place in a list of the [`Head`], and −1 stands for what is not there.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::analyser::plain;
use crate::analysis::{Analysis, AttributionKind, Keyphrase, StanceTag};
use crate::article::BlockKind;
use crate::collections::Map;
use crate::language::Tag;
use crate::span::Span;

#[wasm_bindgen(module = "/src/wasm/answer.js")]
extern "C" {
    #[wasm_bindgen(js_name = makeAnalysis)]
    fn make_analysis(head: JsValue, numbers: &[i32], text: JsValue) -> JsValue;
}

/// What is short, and the words that numbers stand for: those that occur, in the order in which they do.
#[derive(Serialize)]
struct Head<'a> {
    schema: u32,
    language: &'a str,
    title: &'a Option<String>,
    byline: &'a Option<String>,
    published: &'a Option<String>,
    keyphrases: &'a [Keyphrase],
    words: Vec<Word>,
    /// Of speakers, one each.
    names: Vec<&'a str>,
    rules: Vec<&'a str>,
}

/// One of a few words, written as it is elsewhere.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
enum Word {
    Block(BlockKind),
    Token(Tag),
    Attribution(AttributionKind),
    Stance(StanceTag),
}

/// The analysis as a plain object, with `text` as its text.
pub(super) fn to_object(analysis: &Analysis<'_>, text: JsValue) -> JsValue {
    let article = &analysis.article;
    let mut head = Head {
        schema: analysis.schema,
        language: &analysis.language,
        title: &article.title,
        byline: &article.byline,
        published: &article.published,
        keyphrases: &analysis.keyphrases,
        words: Vec::new(),
        names: Vec::new(),
        rules: Vec::new(),
    };
    let mut numbers = Numbers::for_lists_of(analysis);
    numbers.list(&article.blocks, |numbers, block| {
        numbers.word(&mut head.words, Word::Block(block.kind));
        numbers.span(block.span);
    });
    numbers.spans(&analysis.sentences);
    match &analysis.tokens {
        Some(tokens) => numbers.list(tokens, |numbers, token| {
            numbers.span(token.span);
            numbers.word(&mut head.words, Word::Token(token.tag));
        }),
        None => numbers.number_or_none(None),
    }
    numbers.list(&analysis.speakers, |numbers, speaker| {
        head.names.push(&speaker.name);
        numbers.spans(&speaker.mentions);
    });
    numbers.list(&analysis.attributions, |numbers, attribution| {
        numbers.span_or_none(attribution.source);
        numbers.span_or_none(attribution.cue);
        numbers.spans(&attribution.content);
        numbers.word(&mut head.words, Word::Attribution(attribution.kind));
        numbers.number_or_none(attribution.speaker);
    });
    let mut places: Map<&str, u32> = Map::default();
    numbers.list(&analysis.stances, |numbers, stance| {
        numbers.span(stance.span);
        numbers.word(&mut head.words, Word::Stance(stance.tag));
        numbers.number_or_none(stance.holder);
        numbers.span_or_none(stance.target);
        numbers.push(stance.polarity.into());
        numbers.push(stance.strength.into());
        let rule = &*stance.rule;
        let place = places.get(rule).copied().unwrap_or_else(|| {
            let new = head.rules.len() as u32;
            places.insert(rule, new);
            head.rules.push(rule);
            new
        });
        numbers.push(place as i32);
    });
    make_analysis(plain(&head), &numbers.0, text)
}

/// The lists. Signed, since positions fit: no string is longer than half the memory.
struct Numbers(Vec<i32>);

impl Numbers {
    /// With room for about as many as there will be, so that they need not be moved.
    fn for_lists_of(analysis: &Analysis<'_>) -> Self {
        let tokens = analysis.tokens.as_ref().map_or(0, Vec::len);
        let short = analysis.article.blocks.len() + analysis.sentences.len() + tokens;
        let long = analysis.speakers.len() + analysis.attributions.len() + analysis.stances.len();
        Self(Vec::with_capacity(3 * short + 10 * long))
    }

    #[inline(never)]
    fn push(&mut self, number: i32) {
        self.0.push(number);
    }

    fn number_or_none(&mut self, number: Option<u32>) {
        self.push(number.map_or(-1, |number| number as i32));
    }

    #[inline(never)]
    fn span(&mut self, span: Span) {
        self.0.extend([span.start as i32, span.end as i32]);
    }

    #[inline(never)]
    fn span_or_none(&mut self, span: Option<Span>) {
        match span {
            Some(span) => self.span(span),
            None => self.push(-1),
        }
    }

    fn list<'a, T>(&mut self, items: &'a [T], mut item: impl FnMut(&mut Self, &'a T)) {
        self.push(items.len() as i32);
        items.iter().for_each(|one| item(self, one));
    }

    #[inline(never)]
    fn spans(&mut self, spans: &[Span]) {
        self.list(spans, |numbers, &span| numbers.span(span));
    }

    /// As its place among the words so far.
    #[inline(never)]
    fn word(&mut self, words: &mut Vec<Word>, word: Word) {
        let place = words.iter().position(|&known| known == word).unwrap_or_else(|| {
            words.push(word);
            words.len() - 1
        });
        self.push(place as i32);
    }
}
