//! Whole articles of our own, and everything that is found in them, in a form that a person can review. A change
//! of any rule shows here as a change of text: `cargo insta review` accepts it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fmt::Write as _;

use stance_lens::offsets::Unit;
use stance_lens::{Analysis, Document, Options, Span, analyse};

#[test]
fn articles_are_read_as_reviewed() {
    insta::glob!("articles/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let options = Options { offsets: Unit::Utf8, ..Options::default() };
        insta::assert_snapshot!(describe(&analyse(&Document::text(&text), &options).unwrap()));
    });
}

/// The five sample articles, of which no word may be kept here: they only have to be analysed.
#[test]
fn sample_articles_are_analysed() {
    let Ok(folder) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds")) else {
        eprintln!("skipped: ../shared/seeds is not here");
        return;
    };
    for file in folder {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let document = Document { format: stance_lens::Format::Auto, ..Document::text(&text) };
        let analysis = analyse(&document, &Options::default()).unwrap();
        assert!(analysis.article.title.is_some());
        assert!(!analysis.keyphrases.is_empty() && !analysis.stances.is_empty());
    }
}

fn describe(analysis: &Analysis<'_>) -> String {
    let mut out = String::new();
    let text = |span: Span| span.of(&analysis.text).replace('\n', " ");
    let who = |id: Option<u32>| id.map_or("–", |id| &analysis.speakers[id as usize].name);
    let article = &analysis.article;
    let known = |field: &Option<String>| field.clone().unwrap_or("–".into());
    writeln!(out, "title      {}", known(&article.title)).unwrap();
    writeln!(out, "byline     {}", known(&article.byline)).unwrap();
    writeln!(out, "published  {}", known(&article.published)).unwrap();
    for block in article.blocks.iter().filter(|block| !block.kind.is_content()) {
        writeln!(out, "{:?}: {}", block.kind, text(block.span)).unwrap();
    }
    writeln!(out, "\nkeyphrases").unwrap();
    for keyphrase in &analysis.keyphrases {
        writeln!(out, "  {} × {}", keyphrase.text, keyphrase.mentions.len()).unwrap();
    }
    writeln!(out, "\nspeakers").unwrap();
    for speaker in &analysis.speakers {
        let mentions: Vec<String> = speaker.mentions.iter().map(|&mention| text(mention)).collect();
        writeln!(out, "  {}: {}", speaker.name, mentions.join(" | ")).unwrap();
    }
    writeln!(out, "\nattributions").unwrap();
    for attribution in &analysis.attributions {
        let part = |span: Option<Span>| span.map_or("–".into(), text);
        let content: Vec<String> = attribution.content.iter().map(|&part| text(part)).collect();
        let (source, cue, speaker) =
            (part(attribution.source), part(attribution.cue), who(attribution.speaker));
        writeln!(out, "  {:?}: {source} / {cue} [{speaker}]: {}", attribution.kind, content.join(" … "))
            .unwrap();
    }
    writeln!(out, "\nstances").unwrap();
    for stance in &analysis.stances {
        let target = stance.target.map_or("–".into(), text);
        let holder = stance.holder.map_or("author", |id| &analysis.speakers[id as usize].name);
        writeln!(out, "  {:?} “{}” [{holder}] → {target} ({})", stance.tag, text(stance.span), stance.rule)
            .unwrap();
    }
    out
}
