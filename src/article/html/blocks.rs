//! Elements to blocks: every element that begins a new line on a page ends one block and begins the next.

use dom_query::NodeRef;

use super::clean;
use crate::article::BlockKind;

/// One block before it is put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) text: String,
}

/// What an element means for the text inside it.
enum Element {
    /// Its text is not shown, or is no text.
    Skipped,
    /// A new line begins; the role, where the element has one of its own.
    Block(Option<BlockKind>),
    /// White space counts.
    Preformatted,
    LineBreak,
    Inline,
}

/// The blocks under `root`, in order, without the elements that `skipped` says. Goes through the tree without recursion, so that depth costs nothing.
pub(super) fn walk(root: &NodeRef<'_>, skipped: &dyn Fn(&NodeRef<'_>) -> bool) -> Vec<Piece> {
    let mut walk = Walk::default();
    let mut node = root.first_child();
    let mut depth = 0usize;
    while let Some(current) = node {
        let entered = !skipped(&current) && walk.enter(&current, depth);
        let child = if entered { current.first_child() } else { None };
        if child.is_some() {
            depth += 1;
            node = child;
            continue;
        }
        // Up to the next element that has one beside it.
        let mut last = current;
        loop {
            walk.leave(depth);
            if let Some(next) = last.next_sibling() {
                node = Some(next);
                break;
            }
            match last.parent() {
                Some(parent) if depth > 0 => {
                    depth -= 1;
                    last = parent;
                }
                _ => {
                    node = None;
                    break;
                }
            }
        }
    }
    walk.flush();
    walk.pieces
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    text: String,
    /// Roles that open elements give, with their depth.
    roles: Vec<(usize, BlockKind)>,
    /// Depths of open elements that end a block where they end.
    open: Vec<usize>,
    /// Depth of the preformatted element that is open.
    preformatted: Option<usize>,
}

impl Walk {
    /// Takes note of a node; whether to go inside.
    fn enter(&mut self, node: &NodeRef<'_>, depth: usize) -> bool {
        if node.is_text() {
            let text = node.text();
            clean::push(&mut self.text, &text, self.preformatted.is_some());
            return false;
        }
        if !node.is_element() {
            return node.is_document() || node.is_fragment();
        }
        match meaning(node) {
            Element::Skipped => return false,
            Element::Inline => {}
            Element::LineBreak => {
                let broken = self.text.trim_end_matches(' ').ends_with('\n');
                if broken {
                    self.flush();
                } else if !self.text.is_empty() {
                    clean::push(&mut self.text, "\n", true);
                }
            }
            Element::Preformatted => {
                self.flush();
                self.open.push(depth);
                self.preformatted = self.preformatted.or(Some(depth));
            }
            Element::Block(kind) => {
                self.flush();
                self.open.push(depth);
                if let Some(kind) = kind {
                    self.roles.push((depth, kind));
                }
            }
        }
        true
    }

    /// Ends what began at this depth.
    fn leave(&mut self, depth: usize) {
        if self.open.last() == Some(&depth) {
            self.flush();
            self.open.pop();
        }
        if self.roles.last().is_some_and(|(at, _)| *at == depth) {
            self.roles.pop();
        }
        if self.preformatted == Some(depth) {
            self.preformatted = None;
        }
    }

    /// Ends the block that is being gathered.
    fn flush(&mut self) {
        let text = self.text.trim();
        if !text.is_empty() {
            self.pieces.push(Piece { kind: self.role(), text: text.to_owned() });
        }
        self.text.clear();
    }

    /// The role of text here: captions and quotations keep theirs whatever stands inside them.
    fn role(&self) -> BlockKind {
        let outer = |kind: BlockKind| self.roles.iter().any(|&(_, role)| role == kind);
        if outer(BlockKind::Caption) {
            BlockKind::Caption
        } else if outer(BlockKind::Quote) {
            BlockKind::Quote
        } else {
            self.roles.last().map_or(BlockKind::Paragraph, |&(_, role)| role)
        }
    }
}

fn meaning(node: &NodeRef<'_>) -> Element {
    let Some(name) = node.node_name() else { return Element::Inline };
    if node.has_attr("hidden") {
        return Element::Skipped;
    }
    match name.as_ref() {
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "head" | "title" | "iframe"
        | "object" | "embed" | "canvas" | "audio" | "video" | "button" | "select" | "input" | "textarea"
        | "datalist" => Element::Skipped,
        // Links to elsewhere; not where an article stands in it, as in a piece that is cut off.
        "nav" if !holds(node, &["p", "h1"]) => Element::Skipped,
        "br" => Element::LineBreak,
        "pre" | "listing" | "xmp" => Element::Preformatted,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Block(Some(BlockKind::Heading)),
        "li" | "dt" | "dd" => Element::Block(Some(BlockKind::ListItem)),
        "blockquote" => Element::Block(Some(BlockKind::Quote)),
        "figcaption" | "caption" => Element::Block(Some(BlockKind::Caption)),
        // Else it frames a quotation, a table or running text instead of a picture.
        "figure" if !holds(node, &["blockquote", "table", "pre", "p"]) => {
            Element::Block(Some(BlockKind::Caption))
        }
        "p" if is_caption(node) => Element::Block(Some(BlockKind::Caption)),
        "div" | "span" if is_caption(node) => Element::Block(Some(BlockKind::Caption)),
        "p" => Element::Block(Some(BlockKind::Paragraph)),
        "address" | "article" | "aside" | "center" | "details" | "dialog" | "div" | "dl" | "fieldset"
        | "figure" | "footer" | "form" | "header" | "hgroup" | "hr" | "legend" | "main" | "menu" | "nav"
        | "ol" | "section" | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
        | "ul" | "body" | "html" => Element::Block(None),
        _ => Element::Inline,
    }
}

/// Whether an element of one of these names stands in another.
fn holds(outer: &NodeRef<'_>, names: &[&str]) -> bool {
    outer.descendants_it().any(|node| names.iter().any(|name| node.has_name(name)))
}

/// Class names by which publishing systems mark captions and credits.
fn is_caption(node: &NodeRef<'_>) -> bool {
    node.class().is_some_and(|class| {
        class.split_whitespace().any(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with("caption-text")
                || name.ends_with("caption")
                || name.ends_with("photo-credit")
                || name.ends_with("image-credit")
        })
    })
}
