//! A second look for pages whose article is spread over several containers: readability scoring settles on
//! one of them and loses the others. Where it covers less than 70 % of the running text of a page, the
//! smallest element that holds nearly all of that text is taken instead.

use dom_query::{Document as Dom, NodeId, NodeRef};

use super::blocks::{self, Piece};
use super::clean;
use crate::collections::{Map, Set};

/// Shortest paragraph, in bytes, that counts as running text.
const SHORTEST: usize = 80;
/// Running text, in bytes, that must have been missed before a second look is worth its risk.
const LEAST_MISSED: usize = 1_200;

/// Least depth of an element that holds an article without the frame of its page.
const SHALLOWEST: usize = 5;

/// The blocks of the wider element, or `pieces` where they cover the page's running text well enough.
pub(super) fn or_keep(page: &Dom, pieces: Vec<Piece>) -> Vec<Piece> {
    let found: usize = pieces.iter().map(|piece| piece.text.len()).filter(|&length| length >= SHORTEST).sum();
    let mut unlikely: fn(&NodeRef<'_>) -> bool = is_unlikely;
    let (mut all, mut sums) = running_text(page, unlikely);
    if all < found {
        // The marks of some pages lie: everything stands in an element that is named like a menu.
        unlikely = is_frame;
        (all, sums) = running_text(page, unlikely);
    }
    if found * 10 >= all * 7 || all - found < LEAST_MISSED {
        return pieces;
    }
    let holds_nearly_all = sums.iter().filter(|(_, (sum, _))| *sum * 10 >= all * 8);
    let Some((&id, &(sum, depth))) = holds_nearly_all.max_by_key(|(_, (_, depth))| *depth) else {
        return pieces;
    };
    let holder = NodeRef::new(id, &page.tree);
    // Other articles of a list are missed rightly, and so is the frame of the page.
    let one_article = depth >= SHALLOWEST
        && sum * 50 >= all * 49
        && !holder.descendants_it().any(|node| node.has_name("article"));
    if found * 4 >= all && !one_article {
        return pieces;
    }
    let wider = blocks::walk(&holder, &|node| unlikely(node) || is_links(node));
    let texts: Set<&str> = wider.iter().map(|piece| piece.text.as_str()).collect();
    let long = || pieces.iter().filter(|piece| piece.text.len() >= SHORTEST);
    let kept = long().filter(|piece| texts.contains(piece.text.as_str())).count();
    drop(texts);
    if found * 10 < all || kept * 10 >= long().count() * 7 { wider } else { pieces }
}

/// Length of all running text, and by element with the depth of each.
fn running_text(page: &Dom, is_unlikely: fn(&NodeRef<'_>) -> bool) -> (usize, Map<NodeId, (usize, usize)>) {
    let mut all = 0;
    let mut sums: Map<NodeId, (usize, usize)> = Map::default();
    // Whether an element or one around it is unlikely to hold an article, by element.
    let mut unlikely: Map<NodeId, bool> = Map::default();
    for node in page.select("p, li").nodes() {
        // A list in an item of a list counts by its own items.
        if node.element_children().iter().any(|child| child.has_name("ul") || child.has_name("ol")) {
            continue;
        }
        let Some(text) = clean::value(&node.text()) else { continue };
        if text.len() < SHORTEST || is_links(node) {
            continue;
        }
        let around = node.ancestors(None);
        let apart = around.iter().any(|node| *unlikely.entry(node.id).or_insert_with(|| is_unlikely(node)));
        // A paragraph in an item of a list counts once.
        if apart || node.has_name("p") && around.iter().any(|node| node.has_name("li")) {
            continue;
        }
        all += text.len();
        let depth = around.len();
        for (up, node) in around.iter().enumerate() {
            let entry = sums.entry(node.id).or_insert((0, depth - up));
            entry.0 += text.len();
        }
    }
    (all, sums)
}

/// Elements that frame an article, by name.
fn is_frame(node: &NodeRef<'_>) -> bool {
    const NAMES: &[&str] = &["nav", "footer", "aside", "form", "dialog", "noscript", "template", "button"];
    NAMES.iter().any(|name| node.has_name(name))
}

/// Elements that frame an article, by name or by class.
fn is_unlikely(node: &NodeRef<'_>) -> bool {
    const MARKS: &[&str] = &[
        "comment", "footer", "sidebar", "related", "cookie", "consent", "newsletter", "promo", "share",
        "social", "disclosure", "disclaimer", "popup", "modal", "breadcrumb", "recommend", "subscribe",
        "advert", "author-bio", "menu", "footnote",
    ];
    const WHOLE: &[&str] = &["html", "body", "main", "article"];
    if !node.is_element() || WHOLE.iter().any(|name| node.has_name(name)) {
        return false;
    }
    let hidden = node.attr("aria-hidden").is_some_and(|value| value.as_ref() == "true");
    let names = [node.class(), node.id_attr()];
    is_frame(node)
        || hidden
        || names.iter().flatten().any(|names| {
            let names = names.to_ascii_lowercase();
            MARKS.iter().any(|mark| names.contains(mark))
        })
}

/// Whether most text of a paragraph or list stands in links.
fn is_links(node: &NodeRef<'_>) -> bool {
    if !["p", "li", "ul", "ol"].iter().any(|name| node.has_name(name)) {
        return false;
    }
    let (mut all, mut linked) = (0usize, 0usize);
    for text in node.descendants_it().take(2_000).filter(NodeRef::is_text) {
        let length = text.text().trim().len();
        all += length;
        if text.ancestors_it(Some(4)).any(|around| around.has_name("a")) {
            linked += length;
        }
    }
    linked * 2 > all
}
