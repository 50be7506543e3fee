/** What the views beside the text have in common: lists that grow, and how a finding stands in them. */

import { chip } from './card.js';
import { button, h, plural } from './dom.js';
import { NOBODY, aboutOf, excerpt, isTurned, nameOf, verbOf } from './findings.js';
import { oneOf } from './layers.js';

/** @import { Finding } from './findings.js' */
/** @import { Does, State } from './views.js' */

/** @param {string} text */
export const none = (text) => h('p', { class: 'none' }, text);

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
    h('span', { class: 'entry-text', dir: 'auto', lang: analysis.language }, target.length ? [h('b', {}, phrase), ' ', excerpt(analysis.text, target, 120)] : phrase));
}
