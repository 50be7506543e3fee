/**
 * What is only needed once there is an article: the views beside its text, and the rarer ways by which one comes in, from a
 * file, an address or a list, or by a block that goes back into it.
 */

import { WIDE, h } from './dom.js';
import { STANCES } from './layers.js';

export { articleView } from './article.js';
export { fetchArticle, readAddress } from './address.js';
export { takeBack } from './apart.js';
export { Chooser } from './chooser.js';
export { readFile } from './decode.js';
export { Legend } from './legend.js';
export { FindingsView } from './lists.js';
export { overview } from './overview.js';
export { voicesView } from './voices.js';

/** How all this looks. */
export const CSS = `
.legend { padding: .6rem .8rem .6rem 1rem; border-block-end: 1px solid var(--lens-line); }
.legend summary { align-items: baseline; gap: .6rem; }
.legend summary::before { content: "▸"; color: var(--lens-faint); }
.legend[open] summary::before { content: "▾"; }
.legend .title { font: 650 .9375rem var(--lens-sans); margin: 0; }
.switches { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem; margin-block-start: .25rem; }
.group { flex: 0 0 3.25rem; color: var(--lens-faint); font-size: .75rem; }
.switch { display: inline-flex; align-items: center; gap: .3em; padding: .1rem .3rem; min-block-size: 1.75rem; border-radius: 99px; font-size: .8125rem; }
.switch[data-none] .paint { background: none; color: var(--lens-faint); }
.switch[aria-pressed=true] { background: var(--lens-raised); color: inherit; border-color: var(--lens-line); }
.switch[aria-pressed=true]:hover { border-color: var(--lens-accent); }
.switch[aria-pressed=false] { background: none; border-style: dashed; color: var(--lens-faint); }
.switch[aria-pressed=false] .paint { background: none; text-decoration: line-through 1px; }
.switch .count { color: var(--lens-faint); font-variant-numeric: tabular-nums; }
.legend-foot { display: flex; align-items: center; gap: .2rem; flex-wrap: wrap; margin-block-start: .4rem; }
.legend-foot select { margin-inline-start: auto; max-inline-size: 45%; min-block-size: 1.75rem; padding-block: 0; }
@container lens (width >= ${WIDE}px) {
  .legend { flex: none; }
}
@container lens (width < ${WIDE}px) {
  .switch { min-block-size: 2.1rem; padding-inline: .6rem; }
  .group { flex-basis: 100%; }
}
.facts, .card dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem .8rem; }
dt { color: var(--lens-faint); font-size: .875em; }
dd { overflow-wrap: anywhere; min-inline-size: 0; }
.take { padding: 0 .5rem; min-block-size: 1.6rem; font: .75rem/1.4 var(--lens-sans); user-select: none; }
.about { max-inline-size: 40rem; margin: 0 auto 1rem; font: .875rem/1.5 var(--lens-sans); color: var(--lens-faint); }
.about button { padding: 0 .5rem; min-block-size: 1.6rem; }
.card-head { display: flex; align-items: baseline; gap: .7rem; }
.card .phrase { font: 1.0625rem/1.5 var(--lens-serif); margin-block: .25rem .5rem; overflow-wrap: anywhere; }
.card code { font-size: .9em; overflow-wrap: anywhere; }
.also { display: flex; flex-wrap: wrap; column-gap: .7rem; }
.also button { padding: 0; min-block-size: 1.5rem; text-align: start; }
.card-foot { display: none; gap: .4rem; margin-block-start: .7rem; }
.card[data-pinned] .card-foot { display: flex; }
.card:not([data-pinned]) .close { display: none; }
.card-foot button { padding: .15rem .6rem; }
.card-foot button:last-child { margin-inline-start: auto; }
.panel > * + *, .panel section + section { margin-block-start: 1.25rem; }
.figures { display: flex; flex-wrap: wrap; gap: .2rem 1rem; color: var(--lens-faint); font-size: .875rem; }
.figures b { color: var(--lens-ink); font-size: 1.15em; font-variant-numeric: tabular-nums; }
.section-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem; margin-block-end: .4rem; }
.panel h2 { font: 650 .9375rem/1.4 var(--lens-sans); }
.section-head .pair button { min-block-size: 1.75rem; padding: .05rem .6rem; font-size: .8125rem; }
.bar-row { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: .05rem .6rem; text-align: start; border: 0; background: none; border-radius: 6px; padding: .22rem .4rem; margin-inline: -.4rem; min-block-size: 0; inline-size: calc(100% + .8rem); }
.bar-row:hover, .entry:hover { background: color-mix(in srgb, var(--lens-accent) 9%, transparent); }
.bar-label { overflow-wrap: anywhere; }
.bar-value { color: var(--lens-faint); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.bar { grid-column: 1 / -1; display: flex; block-size: 6px; border-radius: 3px; overflow: hidden; background: color-mix(in srgb, var(--lens-ink) 7%, transparent); }
.fill { inline-size: calc(var(--share) * 100%); background: var(--hue, var(--lens-accent)); }
.weights .bar-row { position: relative; isolation: isolate; padding-block: .14rem; }
.weights .bar { position: absolute; inset: .06rem -.4rem; z-index: -1; block-size: auto; border-radius: 5px; background: none; }
.weights .fill { background: color-mix(in srgb, var(--lens-keyphrase) 30%, transparent); }
.soft { opacity: .45; }
${STANCES.map(({ name }) => `.tag.${name} { --hue: var(--lens-${name}); }`).join('')}
.profile .bar-row { grid-template-columns: 7.2rem 2.9rem 1fr; align-items: center; }
.profile .bar { grid-column: auto; }
.profile .bar-value { text-align: end; }
.key { display: flex; align-items: center; gap: .4rem; margin-block-start: .4rem; font-size: .8125rem; color: var(--lens-faint); }
.swatch { inline-size: 1.1em; block-size: .5em; border-radius: 2px; background: var(--lens-faint); }
.swatch.soft { margin-inline-start: .8em; }
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
@media (prefers-reduced-motion: no-preference) {
  button, .switch { transition: border-color .12s, background-color .12s; }
}
@media print {
  .toolbar, .side, .busy, .error, .card, .editor, .take, .about button { display: none !important; }
  .lens, .page, .main, .lens[data-ready] .body { display: block; background: none; color: #000; padding: 0; }
  .text { max-inline-size: none; font-size: 11pt; line-height: 1.6; print-color-adjust: exact; }
  .lens[data-ready] :is(.main, .reader) { display: block !important; }
  /* The article stands on the page. */
  .lens[data-for] { display: none; }
  .section { content-visibility: visible; }
  .block { break-inside: avoid-page; }
}
@media (forced-colors: active) {
  button[aria-pressed=true], .tabs [role=tab][aria-selected=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .switch[aria-pressed=true] { background: Canvas; color: CanvasText; border-color: CanvasText; }
  .switch[aria-pressed=false] { color: GrayText; }
  .tabs [role=tab] { border-block-end-color: Canvas; }
  .fill { forced-color-adjust: none; background: CanvasText; }
  /* Under its words, which it would hide. */
  .weights .fill { background: none; border-block-end: 2px solid CanvasText; }
}
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
