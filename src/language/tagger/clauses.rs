//! Verbs of clauses that must have one. The treebanks have hardly any headlines, so the model reads "Council backs
//! barrier" and "Xi Jinping Calls for Response" as rows of nouns, and so it does "the council backs a barrier" after "she
//! said". A headline has a verb as a rule, in the present tense (Mårdh 1980, "Headlinese"), and a clause that is reported
//! always: where none was seen, the first word after a noun that looks like one is it.

use super::features::word_hash;
use super::lexicon::Class;
use super::model::Model;
use super::speech::{OPENING, ends_in_s};
use crate::article::{Block, BlockKind};
use crate::language::lemma::lemma;
use crate::language::{Sentence, Tag, Token, Words, words};

/// Finds the verb of every title whose first clause has none that was seen.
#[inline(never)]
pub(super) fn mend_titles(
    model: &Model,
    tokens: &mut [Token],
    sentences: &[Sentence],
    blocks: &[Block],
    words: &Words,
) {
    let is_title = |sentence: &&Sentence| {
        blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Title)
    };
    for sentence in sentences.iter().filter(is_title) {
        let Some(tokens) = tokens.get_mut(sentence.tokens.range()) else { continue };
        let prose = tokens.last().is_some_and(|last| last.rule_word.is(words!["."]));
        let end = first_clause(tokens, words);
        let Some(clause) = tokens.get_mut(..end).filter(|clause| !prose && !has_finite_verb(clause, words))
        else {
            continue;
        };
        let verb = (1..clause.len()).find(|&at| may_be_verb(model, clause, at, words));
        // "Peace talks resume": of a plural and the plain form of a verb after it, that is the verb.
        let verb = verb.map(|at| at + usize::from(is_plain_form(model, clause, at + 1, words)));
        if let Some(verb) = verb.and_then(|at| clause.get_mut(at)) {
            verb.tag = Tag::Verb;
        }
    }
}

/// Finds the verb of what is said behind the verb of saying at `said`, where none was seen: "She says the council favors a
/// bridge."
#[inline(never)]
pub(super) fn mend_reported(model: &Model, tokens: &mut [Token], said: usize, words: &Words) {
    /// How many tokens of a clause are looked at.
    const LONGEST: usize = 24;
    // Not "“…,” said police officers", which has its speaker behind it.
    let has_speaker = matches!(tokens[said - 1].tag, Tag::Noun | Tag::Propn | Tag::Pron);
    let opens = |token: &Token| {
        matches!(token.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
    };
    let clause = tokens.get_mut(said + 1..).unwrap_or_default();
    if !has_speaker || !clause.first().is_some_and(opens) {
        return;
    }
    let is_comma = |token: &Token| token.rule_word.is(words![","]);
    let ends = |token: &Token| {
        token.tag == Tag::Sconj || token.rule_word.is(words![".", ",", ";", ":", "?", "!", "—", "–"])
    };
    let Some(end) = clause.iter().take(LONGEST).position(ends) else { return };
    let (clause, rest) = clause.split_at_mut(end);
    // Most clauses have one, and nothing more is asked of them.
    if has_finite_verb(clause, words) {
        return;
    }
    // "said the drug claims on the label, which the firm denied, were false": the verb stands behind an aside.
    let aside = rest.first().filter(|&end| is_comma(end)).and_then(|_| {
        let close = rest.iter().take(LONGEST).skip(1).position(is_comma)?;
        rest.get(close + 2)
    });
    if aside.is_some_and(|behind| matches!(behind.tag, Tag::Verb | Tag::Aux)) {
        return;
    }
    if let Some(verb) = (1..clause.len()).find(|&at| must_be_verb(model, clause, at, words)) {
        clause[verb].tag = Tag::Verb;
    }
}

/// Where the first clause ends: "Council backs barrier | as crews warn of floods".
fn first_clause(tokens: &[Token], words: &Words) -> usize {
    let joins = |token: &Token| token.rule_word.is(words!["as", "after", "while", "when", "before", "but"]);
    let Some(join) = tokens.iter().position(joins) else { return tokens.len() };
    let clause = tokens.get(join..).is_some_and(|rest| has_finite_verb(rest, words));
    if clause { join } else { tokens.len() }
}

fn has_finite_verb(tokens: &[Token], words: &Words) -> bool {
    let is_finite = |at: usize, token: &Token| match token.tag {
        Tag::Aux => true,
        Tag::Verb => {
            let infinitive = at > 0 && tokens[at - 1].rule_word.is(words!["to"]);
            !infinitive && !words.lower_text(token.word).ends_with("ing")
        }
        _ => false,
    };
    tokens.iter().enumerate().any(|(at, token)| is_finite(at, token))
}

/// Whether a word was taken for a noun after a noun, and could be a verb in the present tense with something after it.
fn may_be_verb(model: &Model, tokens: &[Token], at: usize, words: &Words) -> bool {
    let Some([before, token, after]) = tokens.get(at - 1..at + 2) else { return false };
    let is_noun = |token: &Token| matches!(token.tag, Tag::Noun | Tag::Propn);
    let lower = words.lower_text(token.word);
    let present = ends_in_s(lower) && !lower.ends_with("us");
    if !present || !is_noun(before) || !is_noun(token) || matches!(after.tag, Tag::Punct | Tag::Cconj) {
        return false;
    }
    let base = lemma(lower, Tag::Verb);
    let class = class_of(model, &base);
    base != lower && class.has(Tag::Verb) && !class.is_mostly(Tag::Noun)
}

/// Whether a word was taken for a noun that agrees with what stands before it as its verb, and has behind it what no noun
/// has: "the council favors a bridge", "critics praise the bridge", "it plans to wait".
fn must_be_verb(model: &Model, tokens: &[Token], at: usize, words: &Words) -> bool {
    let Some([before, token, after]) = tokens.get(at - 1..at + 2) else { return false };
    if token.tag != Tag::Noun {
        return false;
    }
    let governs = match after.tag {
        Tag::Det => true,
        Tag::Pron => {
            after.rule_word.is(words!["his", "her", "its", "their", "our", "my", "him", "them", "it"])
        }
        Tag::Part => tokens.get(at + 2).is_some_and(|next| next.tag == Tag::Verb),
        Tag::Punct => after.rule_word.is(OPENING),
        _ => false,
    };
    let subject = words.lower_text(before.word);
    let (one, several) = match before.tag {
        Tag::Propn => (true, false),
        Tag::Noun => {
            let plural = ends_in_s(subject);
            (!plural, plural || before.rule_word.is(words!["people"]))
        }
        // No noun follows "they".
        Tag::Pron if before.rule_word.is(words!["he", "she", "we", "they"]) => return true,
        _ => (before.rule_word.is(words!["this", "it"]), false),
    };
    let lower = words.lower_text(token.word);
    let base = lemma(lower, Tag::Verb);
    let agrees = if base == lower { several } else { one && lower.ends_with('s') };
    agrees && (governs || class_of(model, &base).is_mostly(Tag::Verb))
}

fn is_plain_form(model: &Model, tokens: &[Token], at: usize, words: &Words) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.tag == Tag::Noun) else { return false };
    let lower = words.lower_text(token.word);
    !lower.ends_with('s') && lemma(lower, Tag::Verb) == lower && class_of(model, lower).is_mostly(Tag::Verb)
}

fn class_of(model: &Model, lower: &str) -> Class {
    model.lexicon.class(word_hash(lower))
}
