/** Which of several articles, where a file or an address holds a list of them. */

import { button, h, plural } from './dom.js';

/** @import { ListedArticle } from './contract.js' */

/** Entities that publishing systems leave in titles. @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' };

export class Chooser {
  element = h('dialog', { class: 'chooser', 'aria-label': 'Which article?' });

  /**
   * @param {ListedArticle[]} articles
   * @param {(article: ListedArticle) => void} pick
   */
  show(articles, pick) {
    const entry = (/** @type {ListedArticle} */ article) =>
      h('li', {}, button('', () => {
        this.element.close();
        pick(article);
      }, { class: 'entry', 'data-listed': true }));
    const entries = articles.map((article) => {
      const item = entry(article);
      item.firstElementChild?.append(h('span', { class: 'entry-text', dir: 'auto' }, titleOf(article)), h('span', { class: 'faint' }, article.published?.slice(0, 10) ?? ''));
      return item;
    });
    this.element.replaceChildren(h('h2', {}, `${plural(articles.length, 'article')}: which one?`), h('ol', { class: 'rows' }, ...entries), button('Cancel', () => this.element.close()));
    this.element.showModal();
  }
}

/** @param {ListedArticle} article */
function titleOf({ title }) {
  const plain = (title ?? '').replace(/<[^<>]*>/gu, '').replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
    return name ? ENTITIES[name] ?? all : code > 0x1f && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
  return plain.trim() || 'Without a title';
}
