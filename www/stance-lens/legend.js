/**
 * The legend: every layer with its look, its count and a switch, and the voices to choose from.
 *
 * @import { State } from './views.js'
 */

import { button, h, number } from './dom.js';
import { countsOf } from './findings.js';
import { GROUPS, LAYERS, categoriesOf } from './layers.js';

/**
 * Offers the voices of an article; the one that was chosen stays chosen where it is among them.
 *
 * @param {HTMLSelectElement} select
 * @param {string} all
 * @param {State['voices']} voices
 */
export function offer(select, all, voices) {
  const chosen = select.selectedOptions[0]?.text;
  select.replaceChildren(h('option', { value: '' }, all), ...voices.slice(0, 200).map(({ id, name }) => h('option', { value: id, selected: name === chosen }, name)));
}

export class Legend {
  /** @type {Map<string, HTMLButtonElement>} */ #switches = new Map();
  #voices = h('select', { 'aria-label': 'Show the findings of' });
  #shown = h('span', { class: 'faint' });
  /** @type {State | null} */ #state = null;

  /**
   * @param {Set<string>} layers The layers that are on; changed in place.
   * @param {boolean} open
   * @param {(voice?: string) => void} changed `voice` when it was chosen now.
   */
  constructor(layers, open, changed) {
    this.layers = layers;
    for (const { name, label, why } of LAYERS) {
      this.#switches.set(name, h('button', { type: 'button', class: 'switch', title: why, 'data-layer': name, onclick: () => this.#toggle(name, changed) },
        h('span', { class: `paint ${categoriesOf(name)[0]}` }, label), h('span', { class: 'count' })));
    }
    this.#voices.addEventListener('change', () => {
      this.refresh();
      changed(this.chosen);
    });
    const all = (/** @type {boolean} */ on) => () => {
      layers.clear();
      if (on) for (const { name } of LAYERS) layers.add(name);
      this.refresh();
      changed();
    };
    this.element = h('details', { class: 'legend', part: 'legend', open },
      h('summary', {}, h('span', { class: 'title' }, 'Layers'), this.#shown),
      ...GROUPS.map(([label, names]) => h('div', { class: 'switches', role: 'group', 'aria-label': label },
        h('span', { class: 'group', 'aria-hidden': 'true' }, label), ...names.map((name) => /** @type {Node} */ (this.#switches.get(name))))),
      h('div', { class: 'legend-foot' }, this.#switches.get('sentence'), button('All', all(true), { class: 'link' }), button('None', all(false), { class: 'link' }), this.#voices));
    this.refresh();
  }

  /** The voice that is chosen, as lists of voices have it: nothing for all of them. */
  get chosen() {
    return this.#voices.value;
  }

  /** The same; null for all of them. */
  get voice() {
    return this.chosen === '' ? null : Number(this.chosen);
  }

  /** @param {State} state */
  show(state) {
    if (state === this.#state) return;
    this.#state = state;
    offer(this.#voices, 'All voices', state.voices);
    this.refresh();
  }

  /**
   * @param {string} name
   * @param {() => void} changed
   */
  #toggle(name, changed) {
    if (!this.layers.delete(name)) this.layers.add(name);
    this.refresh();
    changed();
  }

  /** Says what is shown: of the voice that is chosen, or of all. */
  refresh() {
    const state = this.#state;
    const chosen = state?.voices.find(({ id }) => id === this.voice);
    const counts = chosen && state ? countsOf(state.analysis, chosen.findings) : state?.counts;
    let shown = 0;
    for (const [name, element] of this.#switches) {
      const on = this.layers.has(name);
      const count = counts?.get(name) ?? 0;
      if (on) shown++;
      element.setAttribute('aria-pressed', String(on));
      element.toggleAttribute('data-none', !count);
      /** @type {Element} */ (element.lastChild).textContent = number(count);
    }
    const of = chosen ? ` · ${chosen.name} only` : '';
    this.#shown.textContent = `${shown === LAYERS.length ? 'all' : `${shown} of ${LAYERS.length}`} shown${of}`;
  }
}
