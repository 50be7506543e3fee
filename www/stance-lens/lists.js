/**
 * The view of all findings, with its filters.
 *
 * @typedef {import('./views.js').State} State
 * @typedef {import('./views.js').Does} Does
 */

import { h, plural } from './dom.js';
import { NOBODY, nameOf } from './findings.js';
import { FINDINGS } from './layers.js';
import { offer } from './legend.js';
import { entry, growing, none } from './rows.js';

/** Entries shown before "Show more". */
const PAGE = 150;
/** More findings than this are not looked through for every letter of a search, */
const MANY = 5000;
/** but when it rests so long, in milliseconds. */
const REST = 150;

/**
 * Keeps its filters while the analysis changes.
 */
export class FindingsView {
  #layer = h('select', { 'aria-label': 'Kind of finding' }, h('option', { value: '' }, 'Every kind'), ...FINDINGS.map(({ name, label }) => h('option', { value: name }, label)));
  #voice = h('select', { 'aria-label': 'Voice' });
  #order = h('select', { 'aria-label': 'Order' }, ...[['place', 'By place'], ['kind', 'By kind'], ['voice', 'By voice']].map(([value, label]) => h('option', { value }, label)));
  #search = h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search the findings' });
  #list = h('div', { class: 'result' });
  /** @type {State | null} */ #state = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;

  /** @param {Does} does */
  constructor(does) {
    this.does = does;
    this.nodes = [h('div', { class: 'filters' }, this.#search, this.#layer, this.#voice, this.#order), this.#list];
    for (const control of [this.#layer, this.#voice, this.#order]) control.addEventListener('input', () => this.#fill());
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#rest);
      if ((this.#state?.findings.length ?? 0) < MANY) this.#fill();
      else this.#rest = setTimeout(() => this.#fill(), REST);
    });
  }

  /** Nothing is looked for any more; the order stays. */
  clear() {
    this.#layer.value = '';
    this.#search.value = '';
  }

  /** @param {{layer?: string, voice?: number}} filter */
  filter({ layer = '', voice }) {
    this.#layer.value = layer;
    // Not all voices are offered, where there are many.
    const one = this.#state?.voices.find(({ id }) => id === voice);
    if (one && ![...this.#voice.options].some(({ value }) => value === String(voice))) this.#voice.append(h('option', { value: voice }, one.name));
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
    // Its words, what it is about, whose it is, and the word that reports.
    const said = (/** @type {State['findings'][number]} */ { start, end, about, voice: whose, item }) => [[start, end], ...about, ...(item.cue ? [item.cue] : [])].map((span) => analysis.text.slice(...span)).concat(whose === NOBODY ? '' : nameOf(analysis, whose)).join('\n');
    const found = findings.filter((finding) =>
      (!layer || finding.layer === layer) && (voice === '' || finding.voice === Number(voice)) &&
      (!words || said(finding).toLocaleLowerCase().includes(words)));
    const rank = new Map(FINDINGS.map(({ name }, i) => [name, i]));
    if (this.#order.value === 'kind') found.sort((a, b) => (rank.get(a.layer) ?? 0) - (rank.get(b.layer) ?? 0) || a.index - b.index);
    if (this.#order.value === 'voice') found.sort((a, b) => a.voice - b.voice || a.index - b.index);
    this.#list.replaceChildren(
      h('p', { class: 'faint', role: 'status' }, plural(found.length, 'finding')),
      found.length ? growing(found, (finding) => entry(analysis, finding, this.does), PAGE, 'finding') : none('Nothing matches.'));
  }
}
