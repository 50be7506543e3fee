/**
 * From finding to finding: by pointer, by press, by key and from the lists, always with a card.
 *
 * @typedef {import('./views.js').State} State
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('./contract.js').Rules} Rules
 *
 * @typedef {object} Place The text as the walker needs it: our own pane, or an element of the page.
 * @property {(target: EventTarget | null, x: number, y: number) => {finding: Finding, rect: DOMRect}[]} at
 * @property {(finding: Finding) => DOMRect | null} reveal
 * @property {(finding: Finding) => DOMRect | null} rectOf
 * @property {(finding: Finding | null) => void} activate
 *
 * @typedef {object} Around
 * @property {() => State | null} state
 * @property {() => Rules} rules Those that are known by now.
 * @property {() => Promise<Rules>} learned All of them.
 * @property {() => Promise<import('./contract.js').Explanation[]>} explain Why keyphrases rank where they do.
 * @property {(finding: Finding) => boolean} shows Whether its layer and voice are shown.
 * @property {() => void} enter Brings the text to the front before a finding is shown in it.
 * @property {Element | null} frame What the card is placed in; null for the window.
 * @property {HTMLElement | null} home What gets the focus while one walks.
 */

import { Card, summary } from './card.js';
import { h, number } from './dom.js';

/** Rest of the pointer before a card opens or closes, in milliseconds. */
const REST = 140;
/** How many neighbours are looked at for findings in the same place. */
const NEAR = 12;

export class Walker {
  /** @type {Finding | null} */ #active = null;
  /** @type {HTMLElement | null} */ #cameFrom = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;
  #around;
  #pane;

  /**
   * @param {Place} pane
   * @param {Around} around
   */
  constructor(pane, around) {
    this.#pane = pane;
    this.#around = around;
    this.live = h('p', { class: 'unseen', 'aria-live': 'polite' });
    this.card = new Card({
      step: (by) => this.step(by),
      close: () => this.close(),
      go: (finding) => this.go(finding, this.#cameFrom),
      cite: async (finding) => {
        try {
          const { citation } = await import('./exports.js');
          // Without a secure context there is no clipboard.
          await navigator.clipboard.writeText(citation(/** @type {State} */ (around.state()).analysis, finding));
          return this.live.textContent = 'Copied';
        } catch {
          return this.live.textContent = 'The browser did not allow that';
        }
      },
    });
    const { element } = this.card;
    element.toggleAttribute('data-window', !around.frame);
    element.addEventListener('pointerenter', () => clearTimeout(this.#rest));
    element.addEventListener('pointerleave', () => this.#after(() => this.card.hide()));
  }

  /**
   * Opens cards where the pointer rests on this element, and pins them where it presses. Over a page, whose keys are not
   * ours, Escape closes them all the same.
   *
   * @param {HTMLElement} text
   * @param {AbortSignal} [signal]
   */
  listen(text, signal) {
    text.addEventListener('pointermove', ({ target, clientX, clientY, pointerType, buttons }) => {
      if (pointerType !== 'mouse' || buttons) return;
      this.#after(() => {
        const hits = this.#pane.at(target, clientX, clientY);
        if (!hits.length) this.card.hide();
        else if (hits[0].finding !== this.card.finding) this.#explain(hits.map(({ finding }) => finding), hits[0].rect, false);
      });
    }, { signal, passive: true });
    text.addEventListener('pointerleave', () => this.#after(() => this.card.hide()), { signal });
    text.addEventListener('click', ({ target, clientX, clientY }) => {
      if (getSelection()?.isCollapsed === false) return;
      clearTimeout(this.#rest);
      const hits = this.#pane.at(target, clientX, clientY);
      if (!hits.length) return void (this.card.pinned && this.close());
      this.#active = hits[0].finding;
      this.#pane.activate(this.#active);
      this.#explain(hits.map(({ finding }) => finding), hits[0].rect, true);
    }, { signal });
    if (this.#around.frame) return;
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.card.finding) this.close();
    }, { signal });
    const follow = () => {
      const rect = this.card.finding && this.#pane.rectOf(this.card.finding);
      if (rect) this.card.place(rect, null);
    };
    document.addEventListener('scroll', follow, { signal, capture: true, passive: true });
    addEventListener('resize', follow, { signal });
  }

  /** Forgets where it was: the analysis is another. */
  reset() {
    this.#active = null;
    this.#cameFrom = null;
    this.card.hide();
  }

  /** The analysis is another, of the same article: the card stays where its finding is still there, the nearest of those alike. */
  renew() {
    const { finding, words, pinned } = this.card;
    const { analysis: { text }, findings } = /** @type {State} */ (this.#around.state());
    const alike = pinned && finding ? findings.filter(({ layer, start, end }) => layer === finding.layer && text.slice(start, end) === words) : [];
    const far = (/** @type {Finding} */ { start }) => Math.abs(start - (finding?.start ?? 0));
    const [same] = alike.sort((a, b) => far(a) - far(b));
    const rect = same && this.#pane.rectOf(same);
    // Out of sight it would hold the focus there; and a page that changes is no reason to scroll.
    if (!rect || rect.bottom < 0 || rect.top > innerHeight) return this.card.element.matches(':focus-within') ? this.close(true) : this.reset();
    this.#active = same;
    this.#pane.activate(same);
    this.#explain([same, ...this.#near(same)], rect, true);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} Whether the key was meant for the walker.
   */
  key(event) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const within = /** @type {Element} */ (target);
    if (key === 'Escape' && !this.card.element.hidden) {
      this.close();
      return true;
    }
    if (ctrlKey || metaKey || altKey || within.matches('textarea, input, select')) return false;
    // Arrows belong to the text; elsewhere they choose tabs and entries of menus.
    const arrows = within === this.#around.home || this.card.element.contains(within);
    const letter = key.toLowerCase();
    const by = letter === 'j' || (arrows && key === 'ArrowRight') ? 1 : letter === 'k' || (arrows && key === 'ArrowLeft') ? -1 : 0;
    if (by) this.step(by);
    return by !== 0;
  }

  /** @param {1 | -1} by */
  step(by) {
    const findings = this.#around.state()?.findings ?? [];
    const at = this.#active?.index ?? (by > 0 ? -1 : findings.length);
    for (let i = at + by; i >= 0 && i < findings.length; i += by) {
      if (this.#around.shows(findings[i])) return this.go(findings[i], this.#cameFrom);
    }
    this.live.textContent = findings.some(this.#around.shows) ? `That was the ${by > 0 ? 'last' : 'first'} finding.` : 'No finding is shown: switch a layer on, or choose all voices.';
  }

  /**
   * The next finding of a kind, from the beginning again after the last one.
   *
   * @param {(finding: Finding) => boolean} which
   * @param {HTMLElement | null} from
   */
  next(which, from) {
    const all = this.#around.state()?.findings.filter(which) ?? [];
    const at = this.#active?.index ?? -1;
    const next = all.find(({ index }) => index > at) ?? all[0];
    if (next) this.go(next, from);
  }

  /**
   * Shows a finding in the text, with its card.
   *
   * @param {Finding} finding
   * @param {HTMLElement | null} from What gets the focus back.
   */
  go(finding, from) {
    const state = this.#around.state();
    if (!state) return;
    clearTimeout(this.#rest);
    this.#cameFrom = from;
    this.#around.enter();
    this.#active = finding;
    this.#pane.activate(finding);
    const rect = this.#pane.reveal(finding);
    const { home } = this.#around;
    const { element } = this.card;
    const inCard = element.matches(':focus-within');
    if (home && !inCard) home.focus({ preventScroll: true });
    else if (!inCard) this.#cameFrom ??= /** @type {HTMLElement | null} */ (this.#root.activeElement);
    if (rect) this.#explain([finding, ...this.#near(finding)], rect, true);
    // Over a page the card comes last of all, many stops away from the list.
    if (rect && !home && !inCard) this.card.focus();
    this.live.textContent = `${summary(state.analysis, finding)}. ${finding.index + 1} of ${state.findings.length}.`;
  }

  /** What else is shown in the same place. @param {Finding} finding */
  #near({ index, start, end }) {
    const near = this.#around.state()?.findings.slice(Math.max(0, index - NEAR), index + NEAR) ?? [];
    return near.filter((other) => other.index !== index && other.start < end && other.end > start && this.#around.shows(other));
  }

  /**
   * Closes the card; the focus goes back to where one came from, unless it has left the lens.
   *
   * @param {boolean} [preventScroll]
   */
  close(preventScroll) {
    const back = this.#root.activeElement && this.#cameFrom;
    const inCard = this.card.element.matches(':focus-within');
    this.card.hide();
    this.#pane.activate(null);
    this.#cameFrom = null;
    if (back?.isConnected && back.checkVisibility()) back.focus({ preventScroll });
    else if (inCard) (this.#around.home ?? /** @type {HTMLElement | null} */ (this.#root.querySelector('[aria-selected=true]')))?.focus({ preventScroll: true });
  }

  get #root() {
    return /** @type {ShadowRoot} */ (this.card.element.getRootNode());
  }

  /** @param {() => void} then What happens when the pointer has come to rest, unless a card is pinned by then. */
  #after(then) {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (!this.card.pinned) then();
    }, REST);
  }

  /**
   * @param {Finding[]} findings
   * @param {DOMRect} rect
   * @param {boolean} pinned
   */
  #explain([finding, ...also], rect, pinned) {
    const state = this.#around.state();
    if (!state) return;
    const place = `${number(finding.index + 1)} of ${number(state.findings.length)}`;
    const show = (/** @type {Rules} */ rules) => {
      this.card.show(state.analysis, rules, finding, { also, pinned, place });
      this.card.place(rect, this.#around.frame);
    };
    const rules = this.#around.rules();
    show(rules);
    const { rule } = finding.item;
    if (rule && !rules[rule]) void this.#around.learned().then((all) => all[rule] && this.card.finding === finding && show(all));
    if (finding.layer !== 'keyphrase') return;
    const rank = state.analysis.keyphrases.indexOf(finding.item);
    void this.#around.explain().then((explanations) => {
      const { reasons, form } = explanations[rank] ?? {};
      if (!reasons?.length || this.card.finding !== finding) return;
      const isForm = state.analysis.text.slice(finding.start, finding.end).toLowerCase() === form?.toLowerCase();
      this.card.because(reasons, isForm ? '' : form);
    });
  }
}
