/** The frame of the element: toolbar, messages, and where text and findings stand. */

import { button, h } from './dom.js';

/** @import { ExportKind } from './exports.js' */

/** @type {readonly [kind: ExportKind, label: string][]} */
const EXPORTS = [
  ['json', 'Analysis (JSON)'],
  ['csv', 'Findings (CSV)'],
  ['markdown', 'Report (Markdown)'],
  ['annotations', 'Web annotations (JSON-LD)'],
  ['html', 'Page with highlights (HTML)'],
];

/**
 * @param {object} does
 * @param {(view: 'read' | 'write') => void} does.show
 * @param {() => void} does.pick
 * @param {() => void} does.empty
 * @param {(kind: ExportKind) => void} does.save
 * @param {Node | null} opener In place of the buttons for text, where an element of the page is read.
 */
export function toolbar({ show, pick, empty, save }, opener) {
  const menu = h('details', { class: 'menu' }, h('summary', {}, 'Export'));
  const closeMenu = (/** @type {Event} */ event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
    if (event instanceof FocusEvent && menu.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    if (event instanceof KeyboardEvent && menu.open) {
      event.stopPropagation();
      menu.querySelector('summary')?.focus();
    }
    menu.open = false;
  };
  menu.addEventListener('keydown', closeMenu);
  menu.addEventListener('focusout', closeMenu);
  menu.append(h('div', { class: 'menu-items' }, ...EXPORTS.map(([kind, label]) =>
    button(label, () => {
      menu.querySelector('summary')?.focus();
      menu.open = false;
      save(kind);
    }, { 'data-export': kind }))));
  const own = [
    h('div', { class: 'pair', role: 'group', 'aria-label': 'Show' },
      button('Read', () => show('read'), { 'data-view': 'read', 'aria-pressed': 'false' }), button('Edit', () => show('write'), { 'data-view': 'write', 'aria-pressed': 'true' })),
    button('Open…', pick), menu, button('New', empty),
  ];
  return h('div', { class: 'toolbar', part: 'toolbar' }, ...(opener ? [opener, menu] : own),
    h('span', { class: 'keys faint' }, h('kbd', {}, 'j'), ' ', h('kbd', {}, 'k'), ' walk the findings'));
}

/** What goes on and what went wrong, each in one line. */
export class Messages {
  #progress = h('progress', { 'aria-label': 'Progress' });
  #doing = h('span', { role: 'status' });
  #error = h('div', { class: 'error', role: 'alert', hidden: true });
  #busy;

  /** @param {() => void} stop */
  constructor(stop) {
    this.#busy = h('div', { class: 'busy', hidden: true }, this.#doing, this.#progress, button('Stop', stop, { 'data-action': 'stop' }));
    this.nodes = [this.#busy, this.#error];
  }

  /** @param {boolean} on */
  set busy(on) {
    this.#busy.hidden = !on;
  }

  /**
   * @param {string} what
   * @param {number} [done] Between 0 and 1, where it is known.
   */
  say(what, done) {
    if (this.#doing.textContent !== what) this.#doing.textContent = what;
    if (done === undefined) this.#progress.removeAttribute('value');
    else this.#progress.value = done;
  }

  /** @param {string | null} message One sentence; null when all is well. */
  fail(message) {
    this.#error.hidden = message === null;
    if (message !== null) {
      this.#error.replaceChildren(h('span', {}, message), button('×', () => this.fail(null), { class: 'close', 'aria-label': 'Dismiss' }));
    }
  }
}
