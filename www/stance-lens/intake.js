/**
 * What is only needed when an article comes in by a file, an address or a list, when another view than the overview is
 * asked for, or when a block goes back into it.
 */

import { h } from './dom.js';

export { articleView } from './article.js';
export { fetchArticle, readAddress } from './address.js';
export { takeBack } from './apart.js';
export { Chooser } from './chooser.js';
export { readFile } from './decode.js';
export { FindingsView } from './lists.js';
export { voicesView } from './voices.js';

/** How all this looks. */
export const CSS = `
.filters { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem; }
.filters > * { min-inline-size: 0; inline-size: 100%; }
.result > p { margin-block-end: .3rem; }
.rows { display: grid; gap: .1rem; }
.entry { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .7rem; inline-size: calc(100% + .8rem); margin-inline: -.4rem; text-align: start; border: 0; background: none; border-radius: 8px; padding: .35rem .4rem; }
.entry-head { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
.entry-text { flex: 1 1 100%; overflow-wrap: anywhere; font-family: var(--lens-serif); line-height: 1.45; }
.entry[data-short] .entry-text { flex: none; }
.entry-text b { font-weight: 650; }
.more { inline-size: 100%; margin-block-start: .5rem; }
.panel .voice h2 { font-size: 1.0625rem; }
.voice { padding-block: .2rem .9rem; border-block-end: 1px solid var(--lens-line); scroll-margin-block: 1rem; }
.check { display: flex; gap: .5rem; align-items: center; margin-block-end: .5rem; }
.apart-row { display: flex; align-items: baseline; justify-content: space-between; gap: .6rem; padding-block: .3rem; }
.apart-row p { min-inline-size: 0; overflow-wrap: anywhere; }
.apart-row button { flex: none; padding: .05rem .6rem; min-block-size: 1.75rem; font-size: .8125rem; }
.address { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .8rem; }
.address input { flex: 1 1 16rem; min-inline-size: 0; font: inherit; color: inherit; background: var(--lens-raised); border: 1px solid var(--lens-line); border-radius: 8px; padding: .4rem .7rem; }
.address p { flex: 1 1 100%; }
.address a { color: var(--lens-accent); font-weight: 600; }
.address p button { min-block-size: 0; padding: 0; border: 0; }
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
  const failed = `StanceLens could not be loaded here: copy the article and paste it at ${location.href}.`;
  const href = `javascript:import('${import.meta.url.replace(/[^/]*$/u, 'bookmarklet.js')}').then(({toggle})=>toggle(),()=>alert(${JSON.stringify(failed)}))`;
  const said = h('span', { role: 'status' });
  const copy = (/** @type {Event} */ event) => {
    event.preventDefault();
    // Without a secure context there is no clipboard.
    (navigator.clipboard?.writeText(href) ?? Promise.reject()).then(
      () => (said.textContent = ' Copied: paste it as the address of a new bookmark.'),
      () => (said.textContent = ' The browser did not allow that: copy it by the menu of the link.'));
  };
  // Taken to the bookmarks, where it reads the page one is on.
  const bookmarklet = h('a', { href, onclick: copy }, 'StanceLens');
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (address.value.trim()) fetch(address.value);
  };
  return h('form', { class: 'address', onsubmit: submit }, address, h('button', { type: 'submit' }, 'Read this address'),
    h('p', { class: 'faint' }, 'Only the site at that address is asked, and many sites forbid it. Then paste, or drag ', bookmarklet, ' to your bookmarks (or ',
      h('button', { type: 'button', class: 'link', onclick: copy }, 'copy its address'), ' into a new one) and press it on the page: it reads the article there, in place.', said));
}
