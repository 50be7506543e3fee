//! Date and byline as readers see them: short lines beside the headline.

use dom_query::{Document as Dom, NodeRef};

use super::clean;
use crate::article::credits::{DIVIDERS, LONGEST};
use crate::article::noise;
use crate::bytes::is_among;

/// Characters of text after the headline within which its date and byline stand.
const REACH: usize = 2_000;
/// Characters of text before the headline within which its date may stand.
const REACH_BEFORE: usize = 200;
/// Nodes inside an element that may still be a line.
const MOST_PARTS: usize = 200;
/// Nodes looked at in one page.
const MOST_NODES: usize = 50_000;

/// What stands beside the headline.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) published: Option<String>,
    pub(super) byline: Option<String>,
}

/// Looks at the lines after the last `h1` that holds `title`, or after the first `h1`.
pub(super) fn beside_headline(dom: &Dom, title: &str) -> Beside {
    let mut beside = Beside::default();
    let headings = dom.select("h1");
    let same = headings.nodes().iter().find(|node| {
        let text = clean::value(&node.text()).unwrap_or_default();
        text.len() > 10 && (title.contains(&text) || text.contains(title))
    });
    let (Some(headline), Some(body)) = (same.or_else(|| headings.nodes().first()), dom.body()) else {
        return beside;
    };
    let mut before = Before::default();
    let mut changed = None;
    let mut passed: Option<usize> = None;
    for node in body.descendants_it().take(MOST_NODES) {
        if node.id == headline.id {
            passed = Some(0);
        }
        if !node.is_text() || !is_shown(&node) {
            continue;
        }
        let text = node.text();
        if text.trim().is_empty() {
            continue;
        }
        let length = text.trim().chars().count();
        let Some(passed) = passed.as_mut() else {
            before.see(&text, length);
            continue;
        };
        for line in lines_around(&node) {
            if beside.published.is_none()
                && let Some((moment, later)) = noise::timestamp(&line)
            {
                let slot = if later { &mut changed } else { &mut beside.published };
                slot.get_or_insert_with(|| moment.to_string());
            }
            if beside.byline.is_none() {
                beside.byline = noise::byline(&line).and_then(first_part);
            }
        }
        *passed += length;
        if *passed > REACH {
            break;
        }
    }
    beside.published = beside.published.or(changed).or_else(|| before.date());
    beside
}

/// The last date before the headline.
#[derive(Default)]
struct Before {
    found: Option<String>,
    /// Characters of text since.
    passed: usize,
}

impl Before {
    fn see(&mut self, text: &str, length: usize) {
        if let Some((moment, _)) = noise::timestamp(text) {
            *self = Self { found: Some(moment.to_string()), passed: 0 };
        } else {
            self.passed += length;
        }
    }

    fn date(self) -> Option<String> {
        self.found.filter(|_| self.passed <= REACH_BEFORE)
    }
}

/// A text alone, with its element, and with the element around that, as long as they are lines.
fn lines_around(node: &NodeRef<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut around = Some(*node);
    for _ in 0..3 {
        let Some(line) = around.and_then(|node| line_of(&node)) else { break };
        lines.push(line);
        around = around.and_then(|node| node.parent());
    }
    lines
}

/// The text of an element with blanks between its parts; `None` where it is no line.
fn line_of(node: &NodeRef<'_>) -> Option<String> {
    let mut line = String::new();
    if node.is_text() {
        line.push_str(&node.text());
    }
    for part in node.descendants_it().take(MOST_PARTS).filter(|part| part.is_text() && is_shown(part)) {
        line.push(' ');
        line.push_str(&part.text());
        if line.len() > LONGEST * 4 {
            return None;
        }
    }
    clean::value(&line).filter(|line| line.len() <= LONGEST)
}

/// Whether a text stands in an element that shows it.
fn is_shown(node: &NodeRef<'_>) -> bool {
    node.parent().is_none_or(|parent| {
        !["script", "style", "noscript", "template"].iter().any(|name| parent.has_name(name))
    })
}

/// The name in a byline before the date, the reading time or the place that follow it.
fn first_part(byline: &str) -> Option<String> {
    let name = byline.split(|c: char| is_among(c, DIVIDERS)).next()?.trim();
    let words = name.split_whitespace().count();
    ((1..=8).contains(&words)
        && noise::timestamp(name).is_none()
        && !name.chars().any(|c| c.is_ascii_digit()))
    .then(|| name.to_owned())
}
