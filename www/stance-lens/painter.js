/**
 * How marks become visible. Two painters of one form: the CSS Custom Highlight API, which leaves the document
 * as it is, and `<mark>` elements for browsers without it (only ever in our own pane).
 *
 * The registry of highlights belongs to the whole page, and several lenses may share it: there is one
 * `Highlight` for each category, and everybody removes only the ranges that they added.
 *
 * @typedef {import('./findings.js').Mark} Mark
 *
 * @typedef {object} Piece A stretch of the text in one text node, as painters need it.
 * @property {number} start
 * @property {number} end
 * @property {Text} node
 * @property {Element} element What holds the node, and nothing else, in our own pane.
 *
 * @typedef {object} Painter
 * @property {(piece: Piece, marks: Mark[]) => void} paint Shows these marks in the piece, and no others.
 * @property {(piece: Piece) => void} erase
 */

import { CATEGORIES } from './layers.js';

/** @param {string} category */
const nameOf = (category) => `stance-lens-${category}`;

/** Our own prefix for classes of `<mark>`. */
const CLASS = 'paint';

/**
 * Tried rather than asked for: some browsers know the names without painting. The registry is of this document alone.
 *
 * @param {Element} element Where it would be painted.
 * @returns {boolean}
 */
export function canHighlight({ ownerDocument }) {
  try {
    const probe = 'stance-lens-probe';
    CSS.highlights.set(probe, new Highlight(new StaticRange({ startContainer: document, startOffset: 0, endContainer: document, endOffset: 0 })));
    return CSS.highlights.delete(probe) && ownerDocument === document;
  } catch {
    return false;
  }
}

/** @param {string} category */
function highlight(category) {
  const name = nameOf(category);
  let known = CSS.highlights.get(name);
  if (!known) {
    known = new Highlight();
    known.priority = CATEGORIES.indexOf(category);
    CSS.highlights.set(name, known);
  }
  return known;
}

/** @returns {Painter} */
export function highlightPainter() {
  /** @type {Map<Piece, [string, AbstractRange][]>} */
  const painted = new Map();
  /** @type {Painter['erase']} */
  const erase = (piece) => {
    for (const [category, range] of painted.get(piece) ?? []) {
      const shared = highlight(category);
      shared.delete(range);
      if (!shared.size) CSS.highlights.delete(nameOf(category));
    }
    painted.delete(piece);
  };
  return {
    erase,
    paint(piece, marks) {
      erase(piece);
      const { node, start } = piece;
      painted.set(
        piece,
        marks.map((mark) => {
          const range = new StaticRange({
            startContainer: node,
            startOffset: Math.max(mark.start, start) - start,
            endContainer: node,
            endOffset: Math.min(mark.end, piece.end) - start,
          });
          highlight(mark.category).add(range);
          return [mark.category, range];
        }),
      );
    },
  };
}

/** @returns {Painter} */
export function markPainter() {
  return {
    erase(piece) {
      piece.element.replaceChildren(piece.node);
    },
    paint({ node, element, start, end }, marks) {
      if (!marks.length) return element.replaceChildren(node);
      const parts = segments(marks, start, end).map(({ start: from, end: to, categories }) => {
        /** @type {Node} */
        let part = document.createTextNode(node.data.slice(from - start, to - start));
        for (const category of categories) {
          const mark = document.createElement('mark');
          mark.className = `${CLASS} ${category}`;
          mark.append(part);
          part = mark;
        }
        return part;
      });
      element.replaceChildren(...parts);
    },
  };
}

/**
 * Cuts a stretch where any mark begins or ends, so that marks may overlap; the highest category comes first.
 *
 * @param {Mark[]} marks
 * @param {number} start
 * @param {number} end
 * @returns {{start: number, end: number, categories: string[]}[]}
 */
export function segments(marks, start, end) {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const byStart = [...marks].sort((a, b) => a.start - b.start);
  /** @type {Mark[]} */
  let open = [];
  let next = 0;
  return cuts.slice(0, -1).map((from, i) => {
    while (next < byStart.length && byStart[next].start <= from) open.push(byStart[next++]);
    open = open.filter((mark) => mark.end > from);
    const categories = [...new Set(open.map(({ category }) => category))];
    categories.sort((a, b) => CATEGORIES.indexOf(b) - CATEGORIES.indexOf(a));
    return { start: from, end: cuts[i + 1], categories };
  });
}

/**
 * A live range over part of a piece, whichever painter has been at it.
 *
 * @param {Piece} piece
 * @param {number} start
 * @param {number} end
 */
export function rangeIn(piece, start, end) {
  const range = document.createRange();
  const [from, to] = [Math.max(start, piece.start) - piece.start, Math.min(end, piece.end) - piece.start];
  if (piece.node.isConnected) {
    range.setStart(piece.node, from);
    range.setEnd(piece.node, to);
    return range;
  }
  const walker = document.createTreeWalker(piece.element, NodeFilter.SHOW_TEXT);
  let position = 0;
  let began = false;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!began && from < position + node.length) {
      range.setStart(node, from - position);
      began = true;
    }
    if (to <= position + node.length) {
      range.setEnd(node, to - position);
      return range;
    }
    position += node.length;
  }
  range.selectNodeContents(piece.element);
  return range;
}
