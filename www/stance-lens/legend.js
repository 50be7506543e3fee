/**
 * The legend: every layer with its look, its count and a switch, and the voices to choose from.
 *
 * @typedef {import('./findings.js').Voice} Voice
 */

import { button, h, number } from './dom.js';
import { GROUPS, LAYERS } from './layers.js';

export class Legend {
  /** @type {Map<string, HTMLButtonElement>} */ #switches = new Map();
  #voices = h('select', { 'aria-label': 'Show the findings of' });
  #shown = h('span', { class: 'faint' });

  /**
   * @param {Set<string>} layers The layers that are on; changed in place.
   * @param {() => void} changed
   */
  constructor(layers, changed) {
    this.layers = layers;
    for (const { name, label, why } of LAYERS) {
      this.#switches.set(name, h('button', { type: 'button', class: 'switch', title: why, 'data-layer': name, onclick: () => this.#toggle(name, changed) },
        h('span', { class: `paint ${name === 'attribution' ? 'content' : name}` }, label), h('span', { class: 'count' })));
    }
    this.#voices.addEventListener('change', changed);
    const all = (/** @type {boolean} */ on) => () => {
      layers.clear();
      if (on) for (const { name } of LAYERS) layers.add(name);
      this.refresh();
      changed();
    };
    this.element = h('details', { class: 'legend', part: 'legend', open: true },
      h('summary', {}, h('span', { class: 'title' }, 'Layers'), this.#shown),
      ...GROUPS.map(([label, names]) => h('div', { class: 'switches', role: 'group', 'aria-label': label },
        h('span', { class: 'group', 'aria-hidden': 'true' }, label), ...names.map((name) => /** @type {Node} */ (this.#switches.get(name))))),
      h('div', { class: 'legend-foot' }, this.#switches.get('sentence'), button('All', all(true), { class: 'link' }), button('None', all(false), { class: 'link' }), this.#voices));
    this.refresh();
  }

  /** The voice that is chosen; null for all of them. */
  get voice() {
    return this.#voices.value === '' ? null : Number(this.#voices.value);
  }

  set voice(id) {
    this.#voices.value = id === null ? '' : String(id);
  }

  /**
   * @param {Map<string, number>} counts
   * @param {Voice[]} voices
   */
  show(counts, voices) {
    const { voice } = this;
    for (const [name, element] of this.#switches) {
      const count = counts.get(name) ?? 0;
      /** @type {Element} */ (element.lastChild).textContent = number(count);
      element.toggleAttribute('data-none', count === 0);
    }
    this.#voices.replaceChildren(
      h('option', { value: '' }, 'All voices'),
      ...voices.slice(0, 200).map(({ id, name }) => h('option', { value: id }, name)),
    );
    this.voice = voices.some(({ id }) => id === voice) ? voice : null;
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

  refresh() {
    for (const [name, element] of this.#switches) element.setAttribute('aria-pressed', String(this.layers.has(name)));
    const all = GROUPS.flatMap(([, names]) => names);
    const shown = all.filter((name) => this.layers.has(name)).length;
    this.#shown.textContent = shown === all.length ? 'all shown' : `${shown} of ${all.length} shown`;
  }
}
