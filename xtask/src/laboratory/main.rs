//! The laboratory of attribution: a sequence tagger trained on spans read off the free treebanks, alone or filling
//! the gaps of the rules. It ships nothing; docs/design.md says what it scored. `laboratory tagger|both` trains,
//! then answers like `stance-lens batch`, so that the same programs measure it:
//! `measure.py attribution quotes --cli "target/quick/laboratory both"`.

mod tagger;
mod treebank;

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, Write};
use std::ops::Range;
use std::process::ExitCode;

use serde_json::{Value, json};
use stance_lens::language::lemma::lemma;
use stance_lens::language::{self, Reading, Tag};
use stance_lens::{Document, Options, Parts, article, stance};
use tagger::{Example, Tagger};
use treebank::Kind;

const REPORTING: &str = include_str!("../../../lexicon/reporting.tsv");
const ROUNDS: usize = 8;
/// As many weights as 25 kB gzipped hold.
const WEIGHTS: usize = 10_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let both = match arguments.first().map(String::as_str) {
        Some("tagger") => false,
        Some("both") => true,
        _ => {
            eprintln!("usage: laboratory tagger|both  (JSON lines in, JSON lines out)");
            return ExitCode::from(2);
        }
    };
    match run(both, arguments.iter().any(|argument| argument == "--all-weights")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// One attribution in bytes: source, cue, contents.
type Found = (Option<Range<usize>>, Option<Range<usize>>, Vec<Range<usize>>);

fn run(both: bool, all_weights: bool) -> Result<(), Box<dyn std::error::Error>> {
    let verbs = REPORTING.lines().filter(|line| line.contains("\tverb\t"));
    let mut classes: HashMap<&str, u64> = HashMap::new();
    let mut frames: Vec<&str> = vec![""];
    let mut reports = HashSet::new();
    for line in verbs {
        let mut fields = line.split('\t');
        let (verb, frame) = (fields.next().unwrap_or(""), fields.nth(1).unwrap_or(""));
        let class = frames.iter().position(|known| *known == frame).unwrap_or_else(|| {
            frames.push(frame);
            frames.len() - 1
        });
        let first = verb.split(' ').next().unwrap_or("");
        classes.entry(first).or_insert(class as u64);
        if frame.contains("clause") || frame.contains("hearer-to") {
            reports.insert(first);
        }
    }
    let class = |word: &str, tag: Tag| {
        if tag == Tag::Verb { classes.get(&*lemma(word, Tag::Verb)).copied().unwrap_or(0) } else { 0 }
    };
    let mut tagger = train(&reports, class)?;
    if !all_weights {
        let before = tagger.prune(WEIGHTS);
        eprintln!("{WEIGHTS} of {before} weights kept");
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let text = asked["text"].as_str().unwrap_or("");
        let document = Document { language: Some("en"), ..Document::text(text) };
        let read = article::read(&document, &Options { parts: Parts::All, ..Options::default() })?;
        let reading = language::read(&read, Some("en"));
        let mut found = tagged(&reading, &tagger, class);
        if both {
            let span = |span: stance_lens::Span| span.start as usize..span.end as usize;
            let ruled: Vec<Found> = stance::attribution::find(&reading)
                .all
                .iter()
                .map(|rule| {
                    (
                        rule.source.map(span),
                        rule.cue.map(span),
                        rule.content.iter().copied().map(span).collect(),
                    )
                })
                .collect();
            found.retain(|found| !ruled.iter().any(|rule| meet(found, rule)));
            found.extend(ruled);
        }
        let mut places = vec![0_usize; text.len() + 1];
        for (count, (at, _)) in text.char_indices().enumerate() {
            places[at] = count;
        }
        places[text.len()] = text.chars().count();
        let place = |span: &Range<usize>| json!([places[span.start], places[span.end]]);
        let attributions: Vec<Value> = found
            .iter()
            .map(|(source, cue, content)| {
                json!({"source": source.as_ref().map(place), "cue": cue.as_ref().map(place),
                       "content": content.iter().map(place).collect::<Vec<_>>()})
            })
            .collect();
        let answer = json!({"id": asked["id"], "text": text, "attributions": attributions});
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// Whether two attributions share a cue, a source or words of their contents.
fn meet(a: &Found, b: &Found) -> bool {
    let spans = |found: &Found| -> Vec<Range<usize>> {
        found.0.iter().chain(&found.1).chain(&found.2).cloned().collect()
    };
    spans(a).iter().any(|a| spans(b).iter().any(|b| a.start < b.end && b.start < a.end))
}

fn train(
    reports: &HashSet<&str>,
    class: impl Fn(&str, Tag) -> u64 + Copy,
) -> Result<Tagger, Box<dyn std::error::Error>> {
    let mut examples = Vec::new();
    let mut spans = 0;
    for name in ["ewt", "gum-cc"] {
        let conllu = std::fs::read_to_string(format!("../shared/data/ud/{name}-train.conllu"))?;
        for document in treebank::read(&conllu, reports) {
            spans += document.spans.len();
            learn(&document, class, &mut examples)?;
        }
    }
    eprintln!("{spans} spans in {} sentences", examples.len());
    Ok(Tagger::train(&examples, ROUNDS))
}

/// The sentences of a document with their labels; of those without any, every third.
fn learn(
    document: &treebank::Document,
    class: impl Fn(&str, Tag) -> u64,
    examples: &mut Vec<Example>,
) -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::default();
    let read = article::read(&Document::text(&document.text), &options)?;
    let reading = language::read(&read, Some("en"));
    let mut labels = vec![0; reading.tokens.len()];
    // Contents first, for a source or cue may stand inside one.
    for wanted in [Kind::Content, Kind::Source, Kind::Cue] {
        for (kind, span) in document.spans.iter().filter(|(kind, _)| *kind == wanted) {
            let base = match kind {
                Kind::Source => 1,
                Kind::Cue => 3,
                Kind::Content => 5,
            };
            let start = reading.tokens.partition_point(|token| (token.span.start as usize) < span.start);
            let end = reading.tokens.partition_point(|token| (token.span.start as usize) < span.end);
            for (step, label) in labels[start..end.max(start)].iter_mut().enumerate() {
                *label = base + usize::from(step > 0);
            }
        }
    }
    // What was cut in two begins anew.
    for at in 0..labels.len() {
        let before = if at > 0 { labels[at - 1] } else { 0 };
        if labels[at] > 0 && labels[at].is_multiple_of(2) && before != labels[at] && before + 1 != labels[at]
        {
            labels[at] -= 1;
        }
    }
    let features = tagger::features(&reading, class);
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let tokens = sentence.tokens.range();
        let labels = labels[tokens.clone()].to_vec();
        if index.is_multiple_of(3) || labels.iter().any(|&label| label > 0) {
            examples.push(Example { features: features[tokens].to_vec(), labels });
        }
    }
    Ok(())
}

/// The attributions that the tagger finds: around every cue the nearest source and the contents nearest to it.
fn tagged(reading: &Reading<'_>, tagger: &Tagger, class: impl Fn(&str, Tag) -> u64) -> Vec<Found> {
    let features = tagger::features(reading, class);
    let mut all = Vec::new();
    for sentence in &reading.sentences {
        let tokens = sentence.tokens.range();
        let labels = tagger.label(&features[tokens.clone()]);
        let mut runs: [Vec<Range<usize>>; 3] = Default::default();
        for (at, &label) in tokens.clone().zip(&labels) {
            let Some(kind) = label.checked_sub(1).map(|label| label / 2) else { continue };
            match runs[kind].last_mut() {
                Some(run) if label % 2 == 0 && run.end == at => run.end = at + 1,
                _ => runs[kind].push(at..at + 1),
            }
        }
        let [sources, cues, contents] = runs;
        let gap = |a: &Range<usize>, b: &Range<usize>| {
            a.start.saturating_sub(b.end) + b.start.saturating_sub(a.end)
        };
        let bytes = |run: &Range<usize>| {
            reading.tokens[run.start].span.start as usize..reading.tokens[run.end - 1].span.end as usize
        };
        for cue in &cues {
            let own = contents.iter().filter(|content| {
                cues.iter().min_by_key(|other| gap(other, content)).is_some_and(|nearest| nearest == cue)
            });
            let content: Vec<Range<usize>> = own.map(bytes).collect();
            let source = sources.iter().min_by_key(|source| gap(source, cue)).map(bytes);
            if !content.is_empty() {
                all.push((source, Some(bytes(cue)), content));
            }
        }
    }
    all
}
