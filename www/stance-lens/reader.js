/**
 * The article pane: the text, laid out by blocks, painted where the reader looks.
 *
 * A text of any length opens at once: blocks are gathered in sections, a section gets its text when the
 * viewport comes near, and only sections near the viewport are painted. What is read in place is in `host.js`; cards and
 * the way from finding to finding are the walker's.
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').Block} Block
 * @typedef {import('./contract.js').Span} Span
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('./findings.js').Mark} Mark
 * @typedef {import('./painter.js').Piece} Piece
 *
 * @typedef {object} Section
 * @property {number} start
 * @property {number} end
 * @property {(Block & {first: boolean})[]} blocks Parts of blocks, where a block is very long.
 * @property {HTMLElement} element
 * @property {Piece[]} pieces Empty until the section is filled.
 * @property {Mark[]} marks
 * @property {boolean} near
 */

import { isApart } from './apart.js';
import { breathe, button, byOf, calm, dateOf, h, narrow, plural } from './dom.js';
import { excerpt, marksOf } from './findings.js';
import { canHighlight, highlightPainter, markPainter } from './painter.js';
import { Pane } from './pane.js';

/** Text units in a section: about two screens. */
const SECTION = 12_000;
/** Longest stretch in one element. */
const LONGEST = 4000;
/** How many marks are sorted into sections between two breaths. */
const BREATH = 30_000;
/** Up to this length the whole text is laid out, so that "find in page" sees all of it. */
const WHOLE = 400_000;

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const TAGS = { title: 'h2', heading: 'h3', quote: 'blockquote' };

export class Reader extends Pane {
  /** @type {Section[]} */ #sections = [];
  /** @type {Map<Element, Piece>} */ #byElement = new Map();
  /** @type {IntersectionObserver | null} */ #observer = null;
  #does;
  #painter = markPainter();
  #text = '';
  /** By whom it is, and of when. */ #known = '';
  #anchor = h('span', { class: 'anchor', 'aria-hidden': 'true' });

  /**
   * @param {object} does
   * @param {(start: number) => void} does.take Takes the block that starts here back into the article.
   * @param {() => void} does.damage Shows all that looks damaged.
   */
  constructor(does) {
    super();
    this.#does = does;
    this.element = h('div', { class: 'text', dir: 'auto' });
    /** What is known of the article and of damage to it, above its text. */
    this.about = h('p', { class: 'about', hidden: true });
  }

  /**
   * @param {Analysis} analysis
   * @param {Finding[]} findings
   */
  async show(analysis, findings) {
    this.clear();
    this.#painter = canHighlight(this.element) ? highlightPainter() : markPainter();
    const { text } = analysis;
    const { byline, published } = analysis.article;
    this.#known = [byline && byOf(byline), published && dateOf(published)].filter(Boolean).join(' · ');
    this.#say(this.#known);
    this.#text = text;
    this.element.lang = analysis.language;
    this.#sections = sectionsOf(text, analysis.article.blocks);
    const sections = this.#sections;
    let count = 0;
    for (const mark of marksOf(analysis, findings)) {
      this.#add(mark);
      if (++count % BREATH) continue;
      await breathe();
      // The sections may be those of another article by now.
      if (sections !== this.#sections) return;
    }
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: '1200px 0px' });
    for (const section of sections) this.#observer.observe(section.element);
    for (const section of sections.slice(0, 2)) {
      section.near = true;
      this.#fill(section);
    }
    this.element.replaceChildren(...sections.map(({ element }) => element), this.#anchor);
    if (text.length > WHOLE) return;
    for (const section of sections.slice(2)) {
      await breathe();
      if (sections !== this.#sections) return;
      this.#fill(section);
    }
  }

  /**
   * Points out spots that look damaged.
   *
   * @param {Span[]} spots
   */
  point(spots) {
    for (const [start, end] of spots) this.#add({ start, end, category: 'damage', finding: null });
    this.repaint();
    const { length } = spots;
    this.#say(this.#known, this.#known && ' · ', button(`${plural(length, 'spot')} ${length === 1 ? 'looks' : 'look'} damaged`, this.#does.damage, { 'data-action': 'damage' }));
  }

  /** @param {...(string | Node)} what */
  #say(...what) {
    this.about.hidden = what.join('') === '';
    this.about.replaceChildren(...what);
  }

  /**
   * Gives a mark to the sections that it touches.
   *
   * @param {Mark} mark
   */
  #add(mark) {
    const sections = this.#sections;
    for (let s = this.#sectionAt(mark.start); s < sections.length && sections[s].start < mark.end; s++) {
      sections[s].marks.push(mark);
    }
  }

  clear() {
    this.#observer?.disconnect();
    for (const section of this.#sections) this.#leave(section);
    this.#sections = [];
    this.#byElement.clear();
    this.active = [];
    this.element.replaceChildren();
  }

  /** Lays the whole text out, for paper. */
  fillAll() {
    if (this.#text.length > 4 * WHOLE) return;
    for (const section of this.#sections) {
      section.near = true;
      this.#fill(section);
    }
  }

  /**
   * The findings under a point, the shortest first.
   *
   * @param {EventTarget | null} target
   * @param {number} x
   * @param {number} y
   * @returns {{finding: Finding, rect: DOMRect}[]}
   */
  at(target, x, y) {
    const holder = target instanceof Element ? target.closest('[data-piece]') : null;
    const piece = holder && this.#byElement.get(holder);
    if (!piece) return [];
    return this.under([piece], this.#sections[this.#sectionAt(piece.start)].marks, x, y);
  }

  /**
   * Scrolls a finding into the middle and says where it is.
   *
   * @param {{start: number, end: number}} finding
   * @returns {DOMRect | null}
   */
  reveal(finding) {
    const first = this.#sectionAt(finding.start);
    for (const section of this.#sections.slice(Math.max(0, first - 1), first + 2)) {
      section.near = true;
      this.#fill(section);
      this.#paint(section);
    }
    const found = this.rectOf(finding);
    if (!found) return null;
    const box = this.element.getBoundingClientRect();
    this.#anchor.style.insetBlockStart = `${found.top - box.top}px`;
    this.#anchor.style.blockSize = `${found.height}px`;
    const { top, bottom } = this.#anchor.getBoundingClientRect();
    if (top < 96 || bottom > innerHeight * (narrow() ? 0.4 : 0.72)) {
      const far = Math.abs(top) > 2 * innerHeight;
      this.#anchor.scrollIntoView({ block: narrow() ? 'start' : 'center', behavior: far || calm() ? 'instant' : 'smooth' });
    }
    return this.rectOf(finding);
  }

  /**
   * @override
   * @param {number} offset
   */
  pieceAt(offset) {
    return this.#sections[this.#sectionAt(offset)]?.pieces.find(({ end }) => end > offset);
  }

  /**
   * The last section that begins at or before an offset.
   *
   * @param {number} offset
   */
  #sectionAt(offset) {
    let [low, high] = [0, this.#sections.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#sections[middle].start <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const section = this.#sections.find(({ element }) => element === target);
      if (!section) continue;
      section.near = isIntersecting;
      if (!isIntersecting) this.#leave(section);
      else if (section.pieces.length) this.#paint(section);
      else this.#fill(section);
    }
  }

  /** @param {Section} section */
  #fill(section) {
    if (section.pieces.length) return;
    for (const { kind, start, end, first } of section.blocks) {
      const node = document.createTextNode(this.#text.slice(start, end));
      const element = h(TAGS[kind] ?? 'p', { class: `block ${kind}`, dir: 'auto', 'data-piece': true, 'data-wrapped': wrapped(node.data) });
      element.append(node);
      if (first && isApart(kind)) element.append(' ', h('button', { type: 'button', class: 'take', 'data-take': start, onclick: () => this.#does.take(start), 'aria-label': `Put back: ${excerpt(node.data, [[0, end]], 60)}` }, 'Put back'));
      const piece = { start, end, node, element };
      section.pieces.push(piece);
      this.#byElement.set(element, piece);
    }
    section.element.replaceChildren(...section.pieces.map(({ element }) => element));
    section.element.removeAttribute('data-empty');
    if (section.near) this.#paint(section);
  }

  /** @param {Section} section */
  #paint(section) {
    const marks = [...section.marks.filter(this.shows), ...this.active];
    for (const piece of section.pieces) {
      this.#painter.paint(piece, marks.filter(({ start, end }) => start < piece.end && end > piece.start));
    }
  }

  /** @param {Section} section */
  #leave(section) {
    section.near = false;
    for (const piece of section.pieces) this.#painter.erase(piece);
  }

  /** @override */
  repaint() {
    for (const section of this.#sections) if (section.near) this.#paint(section);
  }
}

/**
 * Lines broken by a mail program or a terminal, which are not meant as lines.
 *
 * @param {string} text
 */
function wrapped(text) {
  const lines = text.split('\n', 12).slice(0, -1);
  return lines.length > 1 && lines.every(({ length }) => length > 45 && length < 100);
}

/**
 * @param {string} text
 * @param {Block[]} blocks
 * @returns {Section[]}
 */
function sectionsOf(text, blocks) {
  /** @type {Section[]} */
  const sections = [];
  /** @type {Section | undefined} */
  let section;
  for (const block of blocks.length ? blocks : [{ kind: /** @type {const} */ ('paragraph'), start: 0, end: text.length }]) {
    let { start } = block;
    while (start < block.end) {
      const end = cut(text, start, block.end);
      if (!section || end - section.start > SECTION) {
        section = { start, end, blocks: [], pieces: [], marks: [], near: false, element: h('div', { class: 'section', 'data-empty': true }) };
        sections.push(section);
      }
      section.blocks.push({ ...block, start, end, first: start === block.start });
      section.end = end;
      start = end;
    }
  }
  for (const { element, start, end, blocks: { length } } of sections) {
    // A guess at the height, in lines: the real one is known when the section has been seen.
    element.style.setProperty('--lines', String(Math.ceil((end - start) / 62 + length)));
  }
  return sections;
}

/**
 * Where a stretch that begins at `start` has to end so as not to be too long: after a blank, where there is one.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function cut(text, start, end) {
  if (end - start <= LONGEST) return end;
  const most = start + LONGEST;
  const half = start + LONGEST / 2;
  const blank = text.slice(half, most).search(/\s\S*$/u);
  if (blank >= 0) return half + blank + 1;
  const low = text.charCodeAt(most);
  return low >= 0xdc00 && low < 0xe000 ? most - 1 : most;
}
