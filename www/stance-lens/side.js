/**
 * What stands beside the text, once there is an article: the legend, and views behind tabs, each filled when it is looked
 * at. On narrow screens the text takes turns with them, as a tab of its own.
 *
 * @import { Does, State } from './views.js'
 *
 * @typedef {object} Frame What it stands in.
 * @property {() => State | null} state
 * @property {() => Promise<typeof import('./intake.js') | null>} intake What is loaded late; null where it cannot be had.
 * @property {() => void} filter Layers or voices were chosen.
 * @property {(name: string) => void} turn Another view is in front.
 * @property {() => boolean} narrow Whether text and views take turns.
 * @property {() => void} text The text shall have the focus.
 */

import { button, h } from './dom.js';
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
  /** @type {import('./legend.js').Legend | null} */ #legend = null;
  /** @type {Does} */ #does;
  #around;
  #layers;

  /**
   * @param {HTMLElement} text
   * @param {Set<string>} layers The layers that are on; changed in place.
   * @param {Omit<Does, 'list' | 'voice'>} does What views ask for elsewhere.
   * @param {Frame} around
   */
  constructor(text, layers, does, around) {
    this.#does = { ...does, list: (filter) => this.#list(filter), voice: (id) => this.#voice(id) };
    this.#around = around;
    this.#layers = layers;
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
      around.turn(name);
      void this.fill(name);
      if (around.narrow() && before !== name) this.#turn(before, name);
    });
    // All of this stands before the text for who goes by keyboard.
    const skip = button('Skip to the text', around.text, { class: 'skip' });
    this.element = h('div', { class: 'side', part: 'side' }, skip, this.tabs.element, h('div', { class: 'panels' }, ...Object.values(panels)));
  }

  /** The voice whose findings alone are shown; null for all. */
  get voice() {
    return this.#legend?.voice ?? null;
  }

  /** Another article is to be read: what was looked for in the last one is not looked for in this one. */
  another() {
    this.#findings?.clear();
  }

  /** Beside a text the legend stands over the tabs; else these stay at the top. The keyboard follows. */
  arrange() {
    const legend = this.#legend?.element;
    const tabs = this.tabs.element;
    if (!legend || legend.matches(':focus-within')) return;
    if (!this.#around.narrow() && !tabs.closest('[data-host]')) {
      if (legend.nextElementSibling !== tabs) tabs.before(legend);
    } else if (tabs.nextElementSibling !== legend) tabs.after(legend);
  }

  /** Layers were switched by others than the legend. */
  refresh() {
    this.#legend?.refresh();
  }

  /**
   * Shows in the legend what there is now.
   *
   * @param {typeof import('./intake.js')} views
   * @param {State} state
   */
  #explain({ Legend }, state) {
    const { filter, narrow } = this.#around;
    if (!this.#legend) {
      this.#legend = new Legend(this.#layers, !narrow(), (voice) => {
        const now = this.#around.state();
        filter();
        // A layer switched off leaves the list as it is, and as far as it has grown.
        if (now && voice !== undefined) this.#findings?.show(now, voice);
      });
      this.arrange();
    }
    const { voice } = this;
    this.#legend.show(state);
    // Among other voices it may not be there.
    if (voice !== this.voice) filter();
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
    if (!state()) return;
    const views = await intake();
    const then = state();
    if (!then || !views) return;
    this.#explain(views, then);
    if (name === 'text') return;
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
      this.#findings.show(then, this.#legend?.chosen);
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
