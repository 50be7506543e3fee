/**
 * Pages that embed the packed element: by a script tag, through Vite, through webpack. All of them under the strict
 * policy with Trusted Types and with styles that would spoil anything they reach, in Chromium and in Firefox; and
 * in none does the page itself change, scroll or complain.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as vite, createServer } from 'vite';
import webpack from 'webpack';
import { inBrowsers } from './browsers.mjs';
import { POLICY, ROOT, project, serve, shown } from './installed.mjs';

const article = `<h1>The bridge</h1>\n${'<p>The council\n must act <b>now</b>, the mayor said. “We will never agree to this,” Anna Holm told reporters.</p>\n'.repeat(30)}`;

/** Kept for comparison before any lens is there. Not a module, so that it comes first. */
const watch = `
globalThis.seen = { workers: 0, violations: [] };
addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective + ' ' + event.blockedURI));
globalThis.Worker = class extends Worker { constructor(...given) { super(...given); seen.workers += 1; } };
addEventListener('DOMContentLoaded', () => { seen.before = document.getElementById('story').outerHTML; scrollTo(0, 120); seen.scroll = scrollY; });
document.addEventListener('analysis', () => (seen.analysed = true));
`;

const hostile = `* { all: unset !important; display: inline !important; font-size: 3px !important; position: fixed !important; visibility: hidden !important; color: red !important }
article, article *, html, body { all: revert !important; visibility: visible !important } stance-lens { all: revert !important; display: block !important }`;

/** @param {string} head @param {string} [body] */
const html = (head, body = `<article id="story">${article}</article><stance-lens for="story" open></stance-lens>`) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/hostile.css"><script src="/watch.js"></script>${head}</head>
<body>${body}</body></html>`;

const around = { '/watch.js': watch, '/hostile.css': hostile };
const main = `${shown('docs/bundlers.md', 'js', 'stance-lens/define')}\nglobalThis.alone = stances.map(({ tag }) => tag).join();`;

/** @param {import('puppeteer-core').Page & {said: string[]}} page */
async function undisturbed(page) {
  await page.waitForFunction(() => globalThis.seen.analysed && CSS.highlights.get('stance-lens-demand')?.size > 0);
  const { seen, after, scroll, painted, size } = await page.evaluate(() => {
    const tab = document.querySelector('stance-lens').shadowRoot.querySelector('[role=tab][aria-selected=true]');
    return {
      seen: globalThis.seen,
      after: document.getElementById('story').outerHTML,
      scroll: scrollY,
      painted: [...CSS.highlights.get('stance-lens-demand')][0].startContainer.data,
      size: parseFloat(getComputedStyle(tab).fontSize),
    };
  });
  assert.equal(after, seen.before, 'the article is as it was');
  assert.equal(scroll, seen.scroll, 'the page has not scrolled');
  assert.match(painted, /must act/u);
  assert.ok(size > 10, `styles of the page do not reach inside (${size} pixels)`);
  assert.ok(seen.workers > 0, 'a worker does the work');
  assert.deepEqual(seen.violations, [], 'nothing against the policy');
  assert.deepEqual(page.said, [], 'nothing in the console');
}

{
  const folder = project('bare');
  const embedded = shown('docs/embedding.md', 'html').replace('…', article);
  const site = await serve([], {
    ...around, ...files(folder),
    '/index.html': html('', embedded),
    '/readme.html': html('', shown('README.md', 'html').replace('…', article)),
    '/events.js': shown('docs/embedding.md', 'js'),
    '/own.css': shown('docs/styling.md', 'css', '::part') + shown('docs/styling.md', 'css', '::highlight'),
    '/own.html': html('', `<link rel="stylesheet" href="/own.css">${embedded}<script type="module" src="/events.js"></script>`).replace('<link rel="stylesheet" href="/hostile.css">', ''),
  });
  inBrowsers('the first lines of the README', async (open) => undisturbed(await open(`${site}/readme.html`)));
  inBrowsers('a look of one\'s own, and events', async (open) => {
    const page = await open(`${site}/own.html`);
    await page.waitForFunction(() => globalThis.seen.analysed);
    const accent = await page.evaluate(() => {
      const lens = document.querySelector('stance-lens');
      const { color } = getComputedStyle(lens.shadowRoot.querySelector('button.link'));
      return color;
    });
    assert.equal(accent, 'rgb(102, 51, 153)');
    assert.equal(page.said.length, 1, 'the analysis is told');
    assert.match(page.said[0], /^log: /u);
  });
  inBrowsers('a script tag', async (open) => {
    const page = await open(`${site}/`);
    await undisturbed(page);
    // HTML is read by a module that comes when it is asked for.
    const title = await page.evaluate(async () => {
      const lens = document.createElement('stance-lens');
      document.body.append(lens);
      const { article } = await lens.analyze('<!doctype html><title>Bridge</title><article><h1>Bridge</h1>' + '<p>The bridge must close, the mayor said on Monday in a long speech.</p>'.repeat(9) + '</article>', { format: 'html' });
      lens.remove();
      return article.title;
    });
    assert.equal(title, 'Bridge');
    assert.deepEqual(page.said, []);
  });
}

/** The package as a folder of the site. @param {string} folder */
function files(folder) {
  const read = (name) => readFileSync(join(folder, 'node_modules/stance-lens', name));
  return Object.fromEntries(['define.js', 'element.js', 'client.js', 'worker.js', 'service.js', 'intake.js', 'exports.js', 'wasm/stance_lens_bg.wasm', 'wasm/stance_lens_html.js', 'wasm/stance_lens_html_bg.wasm'].map((name) => [`/stance-lens/${name}`, read(name)]));
}

/** A page, and the same with what watches it put in after it was built. @param {string} script */
const plain = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title><link rel="icon" href="data:,">${script}</head>${html('').split('</head>')[1]}`;
const watched = (page) => page.replace('<head>', '<head><link rel="stylesheet" href="/hostile.css"><script src="/watch.js"></script>');

{
  const root = project('vite', { 'main.js': main, 'index.html': plain('<script type="module" src="/main.js"></script>'), 'vite.config.js': shown('docs/bundlers.md', 'js', 'vite.config.js') });
  await vite({ root, logLevel: 'warn' });
  const built = readFileSync(join(root, 'dist/index.html'), 'utf8');
  const site = await serve([join(root, 'dist')], { ...around, '/index.html': watched(built) });
  inBrowsers('Vite', async (open) => {
    const page = await open(`${site}/`);
    await undisturbed(page);
    await page.waitForFunction(() => globalThis.alone === 'demand');
  });
  inBrowsers('Vite while one develops', async (open) => {
    const server = await createServer({ root, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } });
    try {
      await server.listen();
      const page = await open(`http://127.0.0.1:${server.httpServer?.address().port}/`);
      await page.waitForFunction(() => globalThis.alone === 'demand' && CSS.highlights.get('stance-lens-demand')?.size > 0);
      assert.deepEqual(page.said.filter((line) => !/\[vite\]/u.test(line)), []);
    } finally {
      await server.close();
    }
  });
}

{
  const root = project('webpack', { 'main.js': main, 'webpack.config.js': shown('docs/bundlers.md', 'js', 'webpack.config.js') });
  const { default: shownThere } = await import(pathToFileURL(join(root, 'webpack.config.js')).href);
  const output = { path: join(root, 'dist'), filename: 'main.js', ...shownThere.output };
  await new Promise((resolve, reject) => {
    webpack({ mode: 'production', context: root, entry: './main.js', performance: false, output }, (error, stats) => {
      if (error || stats?.hasErrors() || stats?.hasWarnings()) reject(error ?? new Error(stats?.toString('errors-warnings')));
      else resolve(stats);
    });
  });
  const site = await serve([join(root, 'dist')], { ...around, '/index.html': html('<script defer src="/main.js"></script>') }, POLICY.replace('trusted-types stance-lens', /`(trusted-types stance-lens webpack)`/u.exec(readFileSync(join(ROOT, 'docs/bundlers.md'), 'utf8'))?.[1] ?? ''));
  inBrowsers('webpack', async (open) => {
    const page = await open(`${site}/`);
    await undisturbed(page);
    await page.waitForFunction(() => globalThis.alone === 'demand');
  });
}
