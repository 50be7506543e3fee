/** Once it was loaded, the page needs no network; and what it keeps is the page and nothing else. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { sample, withPage } from './lens.mjs';

const www = new URL('../../www/', import.meta.url);

test('the list of kept modules is complete', () => {
  const source = readFileSync(new URL('service-worker.js', www), 'utf8');
  const listed = [...source.match(/MODULES = \[([^\]]*)\]/)[1].matchAll(/'(\w+)'/g)].map(([, name]) => name).sort();
  // Not for this page: the entries of other places.
  const others = ['bookmarklet', 'index', 'inline', 'node'];
  const there = readdirSync(new URL('stance-lens/', www)).filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -3)).filter((name) => !others.includes(name)).sort();
  assert.deepEqual(listed, there);
});

test('the page opens and reads without a network', () =>
  withPage({ serviceWorkers: 'allow' }, async (page) => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated' || new Promise((resolve) => active.addEventListener('statechange', resolve))));
    await page.context().setOffline(true);
    await page.reload();
    await sample(page);
    const kept = await page.evaluate(async () => (await (await caches.open('stance-lens')).keys()).map(({ url }) => new URL(url).pathname));
    assert.ok(kept.includes('/stance-lens/wasm/stance_lens_bg.wasm'));
    await page.context().setOffline(false);
  }));
