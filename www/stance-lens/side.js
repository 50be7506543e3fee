/**
 * What stands beside the text: the legend, and views behind tabs, each filled when it is looked at. On narrow screens the
 * text takes turns with them, as a tab of its own.
 *
 * @import { Does, State } from './views.js'
 *
 * @typedef {object} Frame What it stands in.
 * @property {() => State | null} state
 * @property {() => Promise<typeof import('./intake.js') | null>} intake What is loaded late; null where it cannot be had.
 * @property {() => void} filter Layers or voices were chosen.
 * @property {(name: string) => boolean} turn Another view is in front; whether they take turns.
 */

import { h } from './dom.js';
import { Legend } from './legend.js';
import { Tabs } from './tabs.js';

export class Side {
  /** @type {import('./lists.js').FindingsView | null} */ #findings = null;
  /** @type {Map<string, number>} */ #places = new Map();
  #panels = {
    overview: h('div', { class: 'panel overview' }),
    voices: h('div', { class: 'panel' }),
    findings: h('div', { class: 'panel' }),
    article: h('div', { class: 'panel' }),
  };
  #before = 'text';
  /** @type {Does} */ #does;
  #around;

  /**
   * @param {HTMLElement} text
   * @param {Set<string>} layers The layers that are on; changed in place.
   * @param {Omit<Does, 'list' | 'voice'>} does What views ask for elsewhere.
   * @param {Frame} around
   */
  constructor(text, layers, does, around) {
    this.#does = { ...does, list: (filter) => this.#list(filter), voice: (id) => this.#voice(id) };
    this.#around = around;
    this.legend = new Legend(layers, (voice) => {
      const state = around.state();
      around.filter();
      // A layer switched off leaves the list as it is, and as far as it has grown.
      if (state && voice !== undefined) this.#findings?.show(state, voice);
    });
    const panels = this.#panels;
    this.tabs = new Tabs({
      text: { label: 'Text', panel: text },
      overview: { label: 'Overview', panel: panels.overview },
      voices: { label: 'Voices', panel: panels.voices },
      findings: { label: 'Findings', panel: panels.findings },
      article: { label: 'Article', panel: panels.article },
    }, (name) => {
      const before = this.#before;
      this.#before = name;
      const turns = around.turn(name);
      void this.fill(name);
      if (turns && before !== name) this.#turn(before, name);
    });
    this.element = h('div', { class: 'side', part: 'side' }, this.tabs.element, this.legend.element, h('div', { class: 'panels' }, ...Object.values(panels)));
  }

  /**
   * Lists what fits.
   *
   * @param {Parameters<Does['list']>[0]} filter
   */
  async #list(filter) {
    this.tabs.select('findings');
    await this.fill('findings');
    this.#findings?.filter(filter);
  }

  /** @param {number} id */
  async #voice(id) {
    this.tabs.select('voices');
    await this.fill('voices');
    const voice = this.#panels.voices.querySelector(`[data-voice="${id}"]`);
    voice?.scrollIntoView({ block: 'start' });
    /** @type {HTMLElement | null | undefined} */ (voice?.querySelector('button'))?.focus();
  }

  /**
   * Makes a view anew; the focus stays on what says the same, or stands in the same place.
   *
   * @param {string} name
   */
  async fill(name) {
    const { state, intake } = this.#around;
    const panels = this.#panels;
    if (!state() || name === 'text') return;
    const views = await intake();
    const then = state();
    if (!then || !views) return;
    const { FindingsView, articleView, overview, voicesView } = views;
    const buttons = () => [.../** @type {NodeListOf<HTMLElement>} */ (/** @type {Record<string, HTMLElement>} */ (panels)[name].querySelectorAll('button:not([hidden])'))];
    const before = buttons();
    const at = before.findIndex((row) => row.matches(':focus'));
    if (name === 'overview') panels.overview.replaceChildren(...overview(then, this.#does));
    else if (name === 'voices') panels.voices.replaceChildren(...voicesView(then, this.#does));
    else if (name === 'article') panels.article.replaceChildren(...articleView(then, this.#does));
    else if (this.#findings) this.#findings.show(then);
    else {
      this.#findings = new FindingsView(this.#does);
      panels.findings.append(...this.#findings.nodes);
      this.#findings.show(then, this.legend.chosen);
    }
    if (at < 0 || before[at].isConnected) return;
    const now = buttons();
    const same = (/** @type {HTMLElement | undefined} */ row) => row?.textContent === before[at].textContent;
    (same(now[at]) ? now[at] : now.find(same) ?? now[at] ?? now.at(-1))?.focus({ preventScroll: true });
  }

  /**
   * The text is found again where it was left, other views at their top.
   *
   * @param {string} before
   * @param {string} name
   */
  #turn(before, name) {
    const top = /** @type {Element} */ (this.element.parentElement).getBoundingClientRect().top + scrollY;
    this.#places.set(before, scrollY);
    const place = name === 'text' ? this.#places.get(name) : undefined;
    scrollTo({ top: place ?? Math.min(scrollY, top), behavior: 'instant' });
  }
}
