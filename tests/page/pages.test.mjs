/**
 * Every page of the extraction data goes through the module for HTML, in Node and, with the analysis after it, in
 * the browser; skipped where the data is missing.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { pagesIn, reader } from '../../xtask/pages.mjs';
import { withPage } from './lens.mjs';

const DATA = fileURLToPath(new URL('../../../shared/data/extraction', import.meta.url));
/** How many pages are handed to the browser at a time. */
const SOME = 20;

test('every page of the extraction data goes through without a trap', async (t) => {
  const pages = [...pagesIn(DATA)];
  if (!pages.length) return t.skip(`${DATA} is missing`);
  const { extract } = await reader();
  for (const { id, html, url } of pages) {
    const { text, article } = JSON.parse(extract(html, 'html', url));
    assert.ok(text.length > 0 && article.blocks.length > 0, id);
  }
});

test('and in the browser, all the way to its analysis', async (t) => {
  const pages = [...pagesIn(DATA)];
  if (!pages.length) return t.skip(`${DATA} is missing`);
  await withPage({}, async (page) => {
    const read = async (some) => {
      const { createAnalyzer } = await import('/stance-lens/client.js');
      globalThis.analyzer ??= createAnalyzer();
      const faults = [];
      for (const { id, html, url } of some) {
        const { text, sentences } = await globalThis.analyzer.analyze({ html }, { url }).catch((fault) => ({ text: String(fault), sentences: [] }));
        if (!sentences.length) faults.push(`${id}: ${text.slice(0, 80)}`);
      }
      return faults;
    };
    for (let at = 0; at < pages.length; at += SOME) {
      assert.deepEqual(await page.evaluate(read, pages.slice(at, at + SOME)), []);
    }
  });
});
