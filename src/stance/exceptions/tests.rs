//! Each line of the list by itself: its example is silenced by it, its counter-example is found.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::form::TAGS;
use super::notation::{FLAGS, KINDS, Line, OPEN, PLACES, read_line};
use super::{Entry, Exception, LIST};
use crate::{Document, Options, analyse};

static TEXT: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string("lexicon/exceptions.tsv").expect("the list is there"));

thread_local! {
    /// The exceptions that held, each with the rule that it silenced.
    static HELD: RefCell<BTreeSet<(usize, String)>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes that an exception held.
pub(super) fn note(index: usize, entry: &Entry<'_>) {
    HELD.with_borrow_mut(|held| held.insert((index, entry.rule_id())));
}

fn lines() -> impl Iterator<Item = (&'static str, Line<'static>)> {
    let rows = TEXT.lines().filter(|row| !row.starts_with('#'));
    rows.map(|row| (row, read_line(row).expect("the build has read it")))
}

/// The rules that find something in a sentence, and those that a line silences there.
fn read(text: &str, line: &Line<'_>) -> (Vec<String>, Vec<String>) {
    HELD.with_borrow_mut(BTreeSet::clear);
    let document = Document { language: Some("en"), ..Document::text(text) };
    let analysis = analyse(&document, &Options::default()).expect("text never fails");
    let found = analysis.stances.iter().map(|stance| stance.rule.to_string()).collect();
    let is_of_line = |exception: &Exception| {
        let same = |&(tags, pattern): &(u16, &str)| tags == exception.tags && pattern == exception.pattern;
        exception.conditions == line.conditions && line.heads.iter().any(same)
    };
    let held = HELD.with_borrow(Clone::clone);
    let silenced = held.into_iter().filter(|&(index, _)| is_of_line(&LIST.all[index])).map(|(_, rule)| rule);
    (found, silenced.collect())
}

/// Whether a rule is one that a line names.
fn is_named(line: &Line<'_>, rule: &str) -> bool {
    let mut parts = rule.split('.');
    let tag =
        parts.next().and_then(|tag| TAGS.iter().position(|name| *name == tag)).expect("a rule has a tag");
    let words = parts.nth(1).unwrap_or_default().trim_end_matches('-');
    line.heads.iter().any(|(tags, pattern)| {
        let pattern = pattern.replace(' ', "-");
        let rest = words.strip_prefix(pattern.trim_end_matches('-'));
        let goes_on = rest.is_some_and(|rest| rest.starts_with('-') && tags & OPEN != 0);
        tags & 1 << tag != 0 && !pattern.is_empty() && (goes_on || rest == Some(""))
    })
}

#[test]
fn the_lines_are_sorted_by_tag_and_entry() {
    let rows: Vec<&str> = TEXT.lines().filter(|row| !row.starts_with('#')).collect();
    let key = |row: &str| row.split('\t').take(2).map(str::to_owned).collect::<Vec<_>>();
    assert!(rows.is_sorted_by_key(|row| key(row)));
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "a line is there twice");
}

#[test]
fn whatever_a_line_may_ask_is_described_and_asked_somewhere() {
    let description = include_str!("../../../docs/lexicons.md");
    let places = PLACES.iter().map(|&(name, _)| name);
    let kinds = KINDS.iter().map(|&(name, _)| name);
    for name in places.chain(kinds).chain(FLAGS.iter().map(|&(name, _)| name)) {
        let described = format!("`{name}");
        assert!(description.contains(&described), "{name} is not described");
        assert!(TEXT.contains(name), "{name} is never asked");
    }
}

#[test]
fn each_example_is_silenced_by_its_line() {
    let mut faults = Vec::new();
    for (row, line) in lines() {
        let (found, silenced) = read(line.example, &line);
        let is_found = |rule: &String| is_named(&line, rule) || silenced.contains(rule);
        if silenced.is_empty() || found.iter().any(is_found) {
            faults.push(format!("silenced {silenced:?}, found {found:?}: {row}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_counter_example_is_found() {
    let mut faults = Vec::new();
    for (row, line) in lines().filter(|(_, line)| !line.unlike.is_empty()) {
        let (found, silenced) = read(line.unlike, &line);
        if !silenced.is_empty() || !found.iter().any(|rule| is_named(&line, rule)) {
            faults.push(format!("silenced {silenced:?}, found {found:?}: {row}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
