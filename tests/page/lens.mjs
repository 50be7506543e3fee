/**
 * A browser on the served page, as the tests need it: everything that goes wrong on the page, in its console
 * or against its content policy fails the test, and nothing but the site itself can be reached.
 *
 * `PAGE` is the address of the site, `CHROME` the browser's program; without `PAGE` the site is built and
 * served here.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const CHROME = process.env.CHROME ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let site = process.env.PAGE ?? process.env.STANCE_LENS_URL ?? '';

before(async () => {
  if (!site) site = await serve();
  browser = await chromium.launch({ executablePath: CHROME, args: ['--no-sandbox', '--disable-gpu'] });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

async function serve() {
  const root = new URL('../../', import.meta.url);
  server = spawn('cargo', ['xtask', 'serve', '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of server.stdout) {
    said += chunk;
    const address = /http:\/\/[\d.:]+/.exec(said);
    if (address) return address[0];
  }
  throw new Error(`The page is not served: ${said}`);
}

/** Tests see the network and no cache, unless they ask for one. */
const BLOCKED = /Service Worker registration blocked/;

/** Address of the site. */
export const address = () => site;

/**
 * @param {import('playwright-core').BrowserContextOptions & {path?: string, sites?: string[], prepare?: (page: import('playwright-core').Page) => Promise<void>, allow?: RegExp}} options
 *   `allow` names a console message that the test provokes, `sites` are others that may be asked.
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 */
export async function withPage({ path = '/', prepare, allow, sites = [], ...options }, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, acceptDownloads: true, serviceWorkers: 'block', ...options });
  const faults = [];
  try {
    await context.route('**/*', (route) => {
      if ([site, ...sites].some((known) => route.request().url().startsWith(known))) return route.continue();
      faults.push(`request to ${route.request().url()}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !BLOCKED.test(message.text()) && !allow?.test(message.text())) faults.push(`console: ${message.text()}`);
    });
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
    });
    await prepare?.(page);
    await page.goto(site + path);
    await use(page);
    faults.push(...(await page.evaluate(() => globalThis.violations ?? [])).map((violation) => `policy: ${violation}`));
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

/** @param {import('playwright-core').Page} page */
export const analysed = (page) => page.locator('stance-lens .lens[data-ready]').waitFor();

/** Opens the sample article. @param {import('playwright-core').Page} page */
export async function sample(page) {
  await page.locator('stance-lens [data-action=sample]').click();
  await analysed(page);
}

/**
 * Puts a text in as a reader does: by pasting it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  const before = await page.evaluate(() => {
    const lens = document.querySelector('stance-lens');
    globalThis.analyses ??= 0;
    if (!lens.dataset.counted) lens.addEventListener('analysis', () => (globalThis.analyses += 1));
    lens.dataset.counted = 'true';
    return globalThis.analyses;
  });
  await page.locator('stance-lens textarea').focus();
  await page.evaluate((content) => {
    const area = document.querySelector('stance-lens').shadowRoot.querySelector('textarea');
    const data = new DataTransfer();
    data.setData('text/plain', content);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    // A made event does not insert by itself; the editor sees what a real one would cause.
    if (area.dispatchEvent(event)) {
      area.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', bubbles: true }));
      area.value = content;
      area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    }
  }, text);
  await page.waitForFunction((count) => globalThis.analyses > count, before);
  await page.locator('stance-lens .toolbar [data-view=read]').click();
}

/**
 * What is painted in a category, as text.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} category
 */
export const painted = (page, category) =>
  page.evaluate((name) => {
    const highlight = CSS.highlights.get(`stance-lens-${name}`);
    return [...(highlight ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
  }, category);

/** @param {import('playwright-core').Page} page */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
