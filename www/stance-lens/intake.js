/**
 * What is only needed when an article comes in by a file, an address or a list, when its facts or its voices are asked
 * for, or when a block goes back into it.
 */

import { h } from './dom.js';

export { articleView } from './article.js';
export { fetchArticle, readAddress } from './address.js';
export { takeBack } from './apart.js';
export { Chooser } from './chooser.js';
export { readFile } from './decode.js';
export { voicesView } from './voices.js';

/** How all this looks. */
export const CSS = `
.address { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .8rem; }
.address input { flex: 1 1 16rem; min-inline-size: 0; font: inherit; color: inherit; background: var(--lens-raised); border: 1px solid var(--lens-line); border-radius: 8px; padding: .4rem .7rem; }
.address p { flex: 1 1 100%; }
.address a { color: var(--lens-accent); font-weight: 600; }
.chooser { max-inline-size: min(36rem, 100% - 2rem); max-block-size: 80vh; overflow: auto; color: var(--lens-ink); background: var(--lens-paper); border: 1px solid var(--lens-line); border-radius: 12px; padding: 1.1rem; }
.chooser h2 { font: 650 1.0625rem/1.4 var(--lens-sans); margin: 0 0 .6rem; }
.chooser ol { margin: 0 0 .8rem; padding: 0; list-style: none; }
.chooser::backdrop { background: rgb(0 0 0 / .4); }
`;

/**
 * Where a reader writes an address, with the bookmarklet for sites that forbid to be read from here.
 *
 * @param {(address: string) => void} fetch
 */
export function addressForm(fetch) {
  const address = h('input', { type: 'text', inputmode: 'url', name: 'address', 'aria-label': 'Address of an article', placeholder: 'https://…', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  // Taken to the bookmarks, where it reads the page one is on.
  const bookmarklet = h('a', { href: `javascript:import('${import.meta.url.replace(/[^/]*$/u, 'bookmarklet.js')}').then(({toggle})=>toggle())`, onclick: (/** @type {Event} */ event) => event.preventDefault() }, 'StanceLens');
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (address.value.trim()) fetch(address.value);
  };
  return h('form', { class: 'address', onsubmit: submit }, address, h('button', { type: 'submit' }, 'Read this address'),
    h('p', { class: 'faint' }, 'Only the site at that address is asked, and many sites forbid it. Then paste, or drag ', bookmarklet, ' to your bookmarks and press it on the page: it reads the article there, in place.'));
}
