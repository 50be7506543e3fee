/**
 * Lists of findings: how they grow, how a finding stands in them, and the view of all.
 *
 * @typedef {import('./views.js').State} State
 * @typedef {import('./views.js').Does} Does
 * @typedef {import('./findings.js').Finding} Finding
 */

import { button, h, plural } from './dom.js';
import { NOBODY, aboutOf, excerpt, isTurned, nameOf, verbOf } from './findings.js';
import { LAYERS, oneOf } from './layers.js';
import { chip } from './card.js';
import { offer } from './legend.js';
import { none } from './overview.js';

/** Entries shown before "Show more". */
const PAGE = 150;

/**
 * A list that grows on request, however long it is.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Node} row
 * @param {number} page
 * @param {string} name
 */
export function growing(items, row, page, name) {
  const list = h('ol', { class: 'rows' });
  const more = button('', add, { class: 'more' });
  let shown = 0;
  function add() {
    const hadFocus = more.matches(':focus');
    const added = items.slice(shown, shown + page).map((item) => h('li', {}, row(item)));
    shown += added.length;
    list.append(...added);
    more.textContent = `Show more of ${plural(items.length, name)}`;
    more.hidden = shown >= items.length;
    if (hadFocus) added[0]?.querySelector('button')?.focus();
  }
  add();
  return h('div', {}, list, more);
}

/**
 * One finding as a row that leads into the text.
 *
 * @param {State['analysis']} analysis
 * @param {Finding} finding
 * @param {Does} does
 * @param {string} [verb] Instead of the layer's name and the voice.
 */
export function entry(analysis, finding, does, verb) {
  const { layer, start, end, voice, about, item } = finding;
  const attribution = layer === 'attribution';
  const words = excerpt(analysis.text, attribution && about.length ? about : [[start, end]], 180);
  const phrase = isTurned(finding) ? `not “${words}”` : item.kind === 'quote' ? `“${words}”` : words;
  const target = attribution ? [] : aboutOf(finding);
  return h('button', { type: 'button', class: 'entry', 'data-short': layer === 'keyphrase', 'data-finding': finding.index, onclick: (/** @type {Event} */ event) => does.open(finding, /** @type {HTMLElement} */ (event.currentTarget)) },
    h('span', { class: 'entry-head' }, chip(layer, verb ?? oneOf(layer, item.kind)),
      !verb && voice !== NOBODY && h('span', { class: 'faint', dir: 'auto' }, nameOf(analysis, voice), item.cue ? ` · ${verbOf(analysis, finding, 30)}` : '')),
    h('span', { class: 'entry-text', dir: 'auto' }, target.length ? [h('b', {}, phrase), ' ', excerpt(analysis.text, target, 120)] : phrase));
}

/**
 * Keeps its filters while the analysis changes.
 */
export class FindingsView {
  #layer = h('select', { 'aria-label': 'Kind of finding' }, h('option', { value: '' }, 'Every kind'), ...LAYERS.filter(({ name }) => name !== 'sentence').map(({ name, label }) => h('option', { value: name }, label)));
  #voice = h('select', { 'aria-label': 'Voice' });
  #order = h('select', { 'aria-label': 'Order' }, ...[['place', 'By place'], ['kind', 'By kind'], ['voice', 'By voice']].map(([value, label]) => h('option', { value }, label)));
  #search = h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search the findings' });
  #list = h('div', { class: 'result' });
  /** @type {State | null} */ #state = null;

  /** @param {Does} does */
  constructor(does) {
    this.does = does;
    this.nodes = [h('div', { class: 'filters' }, this.#search, this.#layer, this.#voice, this.#order), this.#list];
    for (const control of [this.#layer, this.#voice, this.#order, this.#search]) control.addEventListener('input', () => this.#fill());
  }

  /** @param {{layer?: string, voice?: number}} filter */
  filter({ layer = '', voice }) {
    this.#layer.value = layer;
    this.#voice.value = voice === undefined ? '' : String(voice);
    this.#search.value = '';
    this.#fill();
    this.#layer.focus();
  }

  /**
   * @param {State} state
   * @param {string} [voice] That is chosen now; the one that was chosen where nothing is said.
   */
  show(state, voice) {
    this.#state = state;
    offer(this.#voice, 'Every voice', state.voices);
    if (voice !== undefined) this.#voice.value = voice;
    this.#fill();
  }

  #fill() {
    if (!this.#state) return;
    const { analysis, findings } = this.#state;
    const layer = this.#layer.value;
    const voice = this.#voice.value;
    const words = this.#search.value.trim().toLocaleLowerCase();
    const found = findings.filter((finding) =>
      (!layer || finding.layer === layer) && (voice === '' || finding.voice === Number(voice)) &&
      (!words || analysis.text.slice(finding.start, finding.end).toLocaleLowerCase().includes(words)));
    const rank = new Map(LAYERS.map(({ name }, i) => [name, i]));
    if (this.#order.value === 'kind') found.sort((a, b) => (rank.get(a.layer) ?? 0) - (rank.get(b.layer) ?? 0) || a.index - b.index);
    if (this.#order.value === 'voice') found.sort((a, b) => a.voice - b.voice || a.index - b.index);
    this.#list.replaceChildren(
      h('p', { class: 'faint', role: 'status' }, plural(found.length, 'finding')),
      found.length ? growing(found, (finding) => entry(analysis, finding, this.does), PAGE, 'finding') : none('Nothing matches.'));
  }
}
