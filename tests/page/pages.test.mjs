/** Every page of the extraction data goes through the module for HTML; skipped where the data is missing. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { pagesIn, reader } from '../../xtask/pages.mjs';

const DATA = fileURLToPath(new URL('../../../shared/data/extraction', import.meta.url));

test('every page of the extraction data goes through without a trap', async (t) => {
  const pages = [...pagesIn(DATA)];
  if (!pages.length) return t.skip(`${DATA} is missing`);
  const { extract } = await reader();
  for (const { id, html, url } of pages) {
    const { text, article } = JSON.parse(extract(html, 'html', url));
    assert.ok(text.length > 0 && article.blocks.length > 0, id);
  }
});
