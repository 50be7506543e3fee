/** The lens on pages of others: by the bookmarklet and by the extension, as the documentation shows them. */

import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { CHROME, inBrowsers } from './browsers.mjs';
import { project, serve, shown } from './installed.mjs';

const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title><link rel="icon" href="data:,"></head>
<body><nav><p>Home</p></nav><main><h1>The bridge</h1>${'<p>The council must act now, the mayor said on Monday, because the pillars are weak.</p>'.repeat(6)}</main></body></html>`;

const demands = () => globalThis.CSS.highlights.get('stance-lens-demand')?.size > 0;

{
  const folder = project('bookmarklet');
  const lens = await serve([join(folder, 'node_modules')]);
  const site = await serve([], { '/index.html': story }, '');
  const bookmark = shown('docs/bookmarklet.md', '').trim().replace('javascript:', '').replace('https://example.org', lens);
  inBrowsers('a bookmark opens the lens on any page, and closes it', async (open) => {
    const page = await open(`${site}/`);
    await page.evaluate(bookmark);
    await page.waitForFunction(demands);
    assert.ok(!(await page.evaluate(() => document.querySelector('stance-lens').analysis.text)).includes('Home'));
    await page.evaluate(bookmark);
    assert.deepEqual(await page.evaluate(() => [document.querySelector('stance-lens'), CSS.highlights.size]), [null, 0]);
    assert.deepEqual(page.said, []);
  });
}

test('an extension', { skip: !CHROME && 'Chromium is not here' }, async (t) => {
  const page = 'docs/browser-extension.md';
  const manifest = JSON.parse(shown(page, 'json'));
  const folder = project('extension', {
    // A press on the button cannot be made from outside; what it would allow is allowed for this site.
    'manifest.json': JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }),
    'background.js': shown(page, 'js', 'background.js'),
    'lens.html': shown(page, 'html'),
    'lens.js': shown(page, 'js', 'lens.js'),
  });
  cpSync(join(folder, 'node_modules/stance-lens'), join(folder, 'stance-lens'), { recursive: true });
  const browser = await puppeteer.launch({ executablePath: CHROME, headless: true, pipe: true, enableExtensions: [folder], args: ['--no-sandbox'] });
  after(() => browser.close());
  const worker = await (await browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
  const press = (url) => worker?.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    chrome.action.onClicked.dispatch(tab);
  }, url);

  await t.test('reads the article where it stands', async () => {
    const url = `${await serve([], { '/index.html': story }, '')}/`;
    const tab = await browser.newPage();
    await tab.goto(url);
    await press(url);
    await tab.waitForFunction(demands);
  });

  await t.test('reads it on a page of its own where that is forbidden', async () => {
    const url = `${await serve([], { '/index.html': story }, "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'")}/`;
    const tab = await browser.newPage();
    await tab.goto(url);
    await press(url);
    const own = await (await browser.waitForTarget((target) => target.url().includes('lens.html'))).page();
    await own?.waitForFunction(() => document.querySelector('stance-lens')?.analysis?.stances.some(({ tag }) => tag === 'demand'));
    assert.equal(await tab.evaluate(() => document.querySelector('stance-lens')), null);
  });
});
