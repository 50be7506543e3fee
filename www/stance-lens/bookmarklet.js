/**
 * For a bookmark: opens the lens on the article of whatever page one is on, and takes it away again.
 *
 *     javascript:import('https://example.org/stance-lens/bookmarklet.js').then(({ toggle }) => toggle())
 */

import './define.js';

/** @type {HTMLElement | null} */
let lens = null;

/**
 * Opens the lens in a corner of the window; closes it where it is open.
 *
 * @returns {Promise<boolean>} False where it was opened and the article could not be read.
 */
export async function toggle() {
  if (lens) {
    lens.remove();
    lens = null;
    return true;
  }
  lens = Object.assign(/** @type {import('./element.js').StanceLens} */ (document.createElement('stance-lens')), { target: articleOf(document) });
  lens.setAttribute('open', '');
  Object.assign(lens.style, { position: 'fixed', inset: '12px 12px auto auto', width: 'min(24rem, calc(100vw - 24px))', maxHeight: 'calc(100vh - 24px)', overflow: 'auto', zIndex: '2147483647' });
  const opened = lens;
  const read = new Promise((resolve) => {
    opened.addEventListener('analysis', () => resolve(true), { once: true });
    opened.addEventListener('failure', () => resolve(false), { once: true });
  });
  document.body.append(opened);
  return read;
}

/**
 * The element that most likely is the article: among those that say so, the one with most text in paragraphs.
 *
 * @param {Document} page
 * @returns {HTMLElement}
 */
export function articleOf(page) {
  const named = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('article, main, [role=main], [itemprop=articleBody]')]);
  const weight = (/** @type {Element} */ element) => [...element.querySelectorAll('p')].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  const best = named.map((element) => ({ element, weight: weight(element) })).sort((a, b) => b.weight - a.weight)[0];
  return best?.weight ? best.element : page.body;
}
