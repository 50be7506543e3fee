//! Sources, cues and contents read off the gold trees of the treebanks: the subject of a reporting verb, the verb,
//! and its clause (`ccomp`, `xcomp` with an object, the main clause around a `parataxis`), "according to", and in
//! GUM any verb that stands in an elementary unit whose relation is an attribution.

use std::collections::HashSet;
use std::ops::Range;

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Source,
    Cue,
    Content,
}

/// A document as running text, with spans in bytes.
#[derive(Default)]
pub struct Document {
    pub text: String,
    pub spans: Vec<(Kind, Range<usize>)>,
}

struct Word<'c> {
    lemma: &'c str,
    upos: &'c str,
    head: usize,
    relation: &'c str,
    place: Range<usize>,
    attributes: bool,
}

/// The documents of a CoNLL-U file; `reports` are the lemmas of verbs that take clauses.
pub fn read(conllu: &str, reports: &HashSet<&str>) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut document = Document::default();
    for block in conllu.split("\n\n") {
        if block.lines().any(|line| line.starts_with("# newdoc")) && !document.text.is_empty() {
            documents.push(std::mem::take(&mut document));
        }
        if !document.text.is_empty() {
            let paragraph = block.lines().any(|line| line.starts_with("# newpar"));
            document.text.push_str(if paragraph { "\n\n" } else { " " });
        }
        let words = words(block, &mut document.text);
        derive(&words, reports, &mut document.spans);
    }
    documents.push(document);
    documents
}

/// The words of one sentence, written after the text so far; the first is a root that stands for nothing.
fn words<'c>(block: &'c str, text: &mut String) -> Vec<Word<'c>> {
    let root = Word { lemma: "", upos: "", head: 0, relation: "", place: 0..0, attributes: false };
    let mut words = vec![root];
    let (mut undivided, mut until, mut attributes) = (0..0, 0, false);
    for line in block.lines() {
        let [id, form, lemma, upos, _, _, head, relation, _, other] =
            line.split('\t').collect::<Vec<_>>()[..]
        else {
            continue;
        };
        let space = if other.contains("SpaceAfter=No") { "" } else { " " };
        let start = text.len();
        if let Some((_, last)) = id.split_once('-') {
            text.push_str(form);
            undivided = start..text.len();
            text.push_str(space);
            until = last.parse().unwrap_or(0);
            continue;
        }
        let Ok(number) = id.parse::<usize>() else { continue };
        let place = if number <= until {
            undivided.clone()
        } else {
            text.push_str(form);
            let place = start..text.len();
            text.push_str(space);
            place
        };
        if let Some((_, unit)) = other.split_once("Discourse=") {
            attributes = unit.starts_with("attribution");
        }
        let head = head.parse().unwrap_or(0);
        words.push(Word { lemma, upos, head, relation, place, attributes });
    }
    while text.ends_with(' ') {
        text.pop();
    }
    words
}

fn derive(words: &[Word<'_>], reports: &HashSet<&str>, spans: &mut Vec<(Kind, Range<usize>)>) {
    let child = |head: usize, relations: &[&str]| {
        (1..words.len()).find(|&at| words[at].head == head && relations.contains(&words[at].relation))
    };
    for verb in (1..words.len()).filter(|&at| words[at].upos == "VERB") {
        let word = &words[verb];
        if !(reports.contains(word.lemma) || word.attributes) {
            continue;
        }
        let subject = child(verb, &["nsubj", "nsubj:outer"]);
        let content = if let Some(clause) = child(verb, &["ccomp"]) {
            below(words, clause, &[])
        } else if word.relation == "parataxis" && subject.is_some() {
            below(words, word.head, &[verb])
        } else if let (Some(object), Some(act)) = (child(verb, &["obj", "iobj"]), child(verb, &["xcomp"])) {
            [below(words, object, &[]), below(words, act, &[])].concat()
        } else {
            continue;
        };
        push(words, spans, Kind::Cue, vec![verb]);
        push(words, spans, Kind::Content, content);
        if let Some(subject) = subject {
            push(words, spans, Kind::Source, below(words, subject, &[]));
        }
    }
    for source in 1..words.len() {
        let Some(case) = child(source, &["case"]).filter(|&case| words[case].lemma == "accord") else {
            continue;
        };
        push(words, spans, Kind::Cue, below(words, case, &[]));
        push(words, spans, Kind::Source, below(words, source, &[case]));
        push(words, spans, Kind::Content, below(words, words[source].head, &[source]));
    }
}

/// The words of a subtree in order, without the subtrees of `without`.
fn below(words: &[Word<'_>], top: usize, without: &[usize]) -> Vec<usize> {
    let inside = |mut at: usize| {
        for _ in 0..words.len() {
            if at == top {
                return true;
            }
            if at == 0 || without.contains(&at) {
                return false;
            }
            at = words[at].head;
        }
        false
    };
    (1..words.len()).filter(|&at| inside(at)).collect()
}

/// Adds each unbroken run of words as a span, without punctuation and "that" or "to" at its ends.
fn push(words: &[Word<'_>], spans: &mut Vec<(Kind, Range<usize>)>, kind: Kind, inside: Vec<usize>) {
    for run in inside.chunk_by(|a, b| a + 1 == *b) {
        let loose = |&&at: &&usize| {
            words[at].upos == "PUNCT" || kind == Kind::Content && words[at].relation == "mark"
        };
        let first = run.iter().find(|at| !loose(at));
        let last = run.iter().rev().find(|at| words[**at].upos != "PUNCT");
        if let (Some(&first), Some(&last)) = (first, last)
            && first <= last
        {
            spans.push((kind, words[first].place.start..words[last].place.end));
        }
    }
}
