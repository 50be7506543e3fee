/** Which of several articles, where a file or an address holds a list of them. */

import { button, h, plural } from './dom.js';

/** @import { Candidate } from './contract.js' */

/** Entities that publishing systems leave in titles. @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' };

export class Chooser {
  element = h('dialog', { class: 'chooser', 'aria-label': 'Which article?' });

  /**
   * @param {Candidate[]} candidates
   * @param {(candidate: Candidate) => void} pick
   */
  show(candidates, pick) {
    const entry = (/** @type {Candidate} */ candidate) =>
      h('li', {}, button('', () => {
        this.element.close();
        pick(candidate);
      }, { class: 'entry', 'data-candidate': true }));
    const entries = candidates.map((candidate) => {
      const item = entry(candidate);
      item.firstElementChild?.append(h('span', { class: 'entry-text', dir: 'auto' }, titleOf(candidate)), h('span', { class: 'faint' }, candidate.published?.slice(0, 10) ?? ''));
      return item;
    });
    this.element.replaceChildren(h('h2', {}, `${plural(candidates.length, 'article')}: which one?`), h('ol', { class: 'rows' }, ...entries), button('Cancel', () => this.element.close()));
    this.element.showModal();
  }
}

/** @param {Candidate} candidate */
function titleOf({ title }) {
  const plain = (title ?? '').replace(/<[^<>]*>/gu, '').replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
    return name ? ENTITIES[name] ?? all : code > 0x1f && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
  return plain.trim() || 'Without a title';
}
