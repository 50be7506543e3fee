/**
 * An element of the page, read in place. Its document is left as it is: nothing is added to it, painting is
 * done by highlights of our own names, and what it looks like is in a sheet that goes when the last lens goes.
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('./findings.js').Mark} Mark
 * @typedef {import('./painter.js').Piece} Piece
 */

import { narrow } from './dom.js';
import { marksOf } from './findings.js';
import { PAINT_CSS } from './paint.js';
import { highlightPainter } from './painter.js';
import { Pane } from './pane.js';

/** Quiet after the last change of the page before it is read again, in milliseconds. */
const PAUSE = 400;

/** Longest wait for quiet: on many pages something moves all the time. */
const LONGEST = 2000;

/** Categories that cover whole sentences. */
const LONG = new Set(['sentence', 'content']);

/** Elements whose text is not read. */
const SKIPPED = 'script, style, noscript, template, textarea, select, button, nav, svg, math, audio, video, iframe, object, stance-lens, [hidden], [aria-hidden="true"]';

/** @type {{sheet: CSSStyleSheet | null, users: number}} */
const look = { sheet: null, users: 0 };

export class Host extends Pane {
  /** @type {Element | null} */ #element = null;
  /** @type {Piece[]} */ #pieces = [];
  /** @type {Mark[]} */ #marks = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** When the first change came that was not read yet. */ #since = 0;
  #painter = highlightPainter();
  #observer = new MutationObserver((records) => this.#changed(records));
  /** Whatever hides a part of the element makes it smaller, though nothing in it has changed. */
  #sizes = new ResizeObserver(() => (this.#timer ??= setTimeout(() => this.refresh(), PAUSE)));
  /** @type {Document | ShadowRoot | null} */ root = null;
  /** @type {string | null} */ #text = null;
  /** @type {AbortController | null} */ #heard = null;
  #does;

  /**
   * @param {object} does
   * @param {(root: Document | ShadowRoot) => Element | null} does.find The element to read.
   * @param {(text: string, language: string, there: boolean) => void} does.read There is another text, or none; the
   *   language its page gives it; whether the element is there.
   * @param {(element: HTMLElement, signal: AbortSignal) => void} does.found The element is there, or another in its place;
   *   what ends when it is no longer read.
   */
  constructor(does) {
    super();
    this.#does = does;
  }

  /** @param {Document | ShadowRoot} root Where ids are looked up. */
  connect(root) {
    this.root = root;
    if (!look.users++) {
      look.sheet = new CSSStyleSheet();
      // In a layer, so that what the page itself says of our highlights comes first.
      look.sheet.replaceSync(`@layer stance-lens{${PAINT_CSS}}`);
      document.adoptedStyleSheets.push(look.sheet);
    }
    this.#observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: ['id', 'hidden', 'class', 'style', 'open', 'aria-hidden'] });
    this.refresh();
  }

  disconnect() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#sizes.disconnect();
    this.#heard?.abort();
    this.clear();
    this.#element = null;
    this.#text = null;
    if (!--look.users) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== look.sheet);
  }

  /**
   * @param {Analysis} analysis
   * @param {Finding[]} findings
   */
  async show(analysis, findings) {
    this.#marks = [...marksOf(analysis, findings)].sort((a, b) => a.start - b.start);
    this.active = [];
    this.repaint();
  }

  clear() {
    for (const piece of this.#pieces) this.#painter.erase(piece);
    this.#pieces = [];
    this.#marks = [];
  }

  fillAll() {}

  /**
   * @param {EventTarget | null} target
   * @param {number} x
   * @param {number} y
   */
  at(target, x, y) {
    const pieces = this.#pieces.filter(({ element }) => element === target);
    return this.under(pieces, this.#marks, x, y);
  }

  /** @param {{start: number, end: number}} finding */
  reveal(finding) {
    let rect = this.rectOf(finding);
    // A range cannot be scrolled to: so all that scrolls around it is, from the inside out. At once, for the card is placed now.
    for (let box = this.pieceAt(finding.start)?.element; box && rect; box = box.parentElement ?? /** @type {ShadowRoot} */ (box.getRootNode()).host) {
      const all = box === document.scrollingElement;
      const { top, bottom, height } = all ? new DOMRect(0, 60, 0, innerHeight * (narrow() ? 0.4 : 0.75) - 60) : box.getBoundingClientRect();
      // Nobody could scroll back what hides the rest of itself.
      if ((rect.top >= top && rect.bottom <= bottom) || getComputedStyle(box).overflowY === 'hidden') continue;
      box.scrollBy({ top: rect.top - top - height * (narrow() ? 0.2 : 0.45), behavior: 'instant' });
      rect = this.rectOf(finding);
    }
    return rect;
  }

  /**
   * @override
   * @param {number} offset
   */
  pieceAt(offset) {
    return this.#pieces.find(({ end }) => end > offset);
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    const element = this.#element;
    if (element?.isConnected && !records.some(({ target }) => element.contains(target))) return;
    if (!this.#timer) this.#since = Date.now();
    // What only looks otherwise, as what moves does all the time, puts nothing off.
    else if (Date.now() - this.#since > LONGEST || records.every(({ type }) => type === 'attributes')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), PAUSE);
  }

  /** Reads the element again; the same words in new nodes are only painted again. */
  refresh() {
    this.#timer = undefined;
    const element = this.root && this.#does.find(this.root);
    if (element !== this.#element) {
      this.#element = element;
      this.#heard?.abort();
      this.#heard = new AbortController();
      this.#sizes.disconnect();
      if (element) this.#sizes.observe(element);
      if (element instanceof HTMLElement) this.#does.found(element, this.#heard.signal);
    }
    const before = this.#pieces;
    const { text, pieces } = element ? textOf(element) : { text: '', pieces: [] };
    const same = text && text === this.#text;
    // What is where it was is painted already.
    if (same && pieces.every((piece, i) => before[i]?.node === piece.node && before[i].element === piece.element && before[i].end === piece.end)) return;
    for (const piece of before) this.#painter.erase(piece);
    this.#pieces = pieces;
    if (same) return this.repaint();
    this.#text = text;
    this.#marks = [];
    this.active = [];
    this.#does.read(text, element?.closest('[lang]')?.getAttribute('lang') ?? '', element !== null);
  }

  /** @override */
  repaint() {
    // Forced colours paint every highlight like a selection: long ones would hide the short.
    const bare = matchMedia('(forced-colors: active)').matches;
    const shows = (/** @type {Mark} */ mark) => this.shows(mark) && !(bare && LONG.has(mark.category));
    const marks = [...this.#marks.filter(shows), ...this.active].sort((a, b) => a.start - b.start);
    /** @type {Mark[]} */
    let open = [];
    let next = 0;
    for (const piece of this.#pieces) {
      open = open.filter(({ end }) => end > piece.start);
      while (next < marks.length && marks[next].start < piece.end) open.push(marks[next++]);
      this.#painter.paint(piece, open.filter(({ end }) => end > piece.start));
    }
  }
}

/**
 * The text of an element as a reader sees it, with the text node behind every stretch. Line breaks of the source
 * become blanks of the same length, so that offsets hold; blocks are parted by a blank line.
 *
 * @param {Element} root
 * @returns {{text: string, pieces: Piece[]}}
 */
export function textOf(root) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = '';
  // What the text ends with: asked itself, all that was put together would be copied for every block.
  let tail = '';
  const add = (/** @type {string} */ more) => {
    text += more;
    tail = (tail + more).slice(-2);
  };
  const part = () => {
    if (text && tail !== '\n\n') add('\n\n');
  };
  /** @param {Element} element */
  const read = (element) => {
    const { display, visibility, whiteSpace } = getComputedStyle(element);
    if (display === 'none' || visibility === 'hidden') return;
    const block = !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
    if (block) part();
    // Of what is folded up only its summary is seen.
    for (const node of element.matches('details:not([open])') ? element.querySelectorAll(':scope > summary:first-of-type') : element.childNodes) {
      // Asked by number: in another document they are of other classes.
      if (node.nodeType === Node.TEXT_NODE) {
        const { data } = /** @type {Text} */ (node);
        const blank = !data.trim();
        if (blank && (!text || tail.endsWith('\n'))) continue;
        const start = text.length;
        add(whiteSpace.startsWith('pre') ? data : data.replace(/[\n\r\t\f]/gu, ' '));
        if (!blank) pieces.push({ start, end: text.length, node: /** @type {Text} */ (node), element });
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const inner = /** @type {Element} */ (node);
        if (inner.localName === 'br') add('\n');
        else if (!inner.matches(SKIPPED)) read(inner);
      }
    }
    if (block) part();
  };
  read(root);
  return { text, pieces };
}
