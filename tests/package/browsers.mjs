/**
 * Chromium and Firefox behind one driver (WebDriver BiDi and the DevTools protocol), for what is tried in both.
 *
 * `CHROME` and `FIREFOX` name the programs; a browser that is not there skips its tests and says so.
 */

import { existsSync } from 'node:fs';
import test, { after } from 'node:test';
import puppeteer from 'puppeteer-core';

/** @param {string | undefined} chosen @param {string[]} places */
const found = (chosen, places) => chosen ?? places.find(existsSync);

export const CHROME = found(process.env.CHROME, ['/usr/bin/chromium', '/usr/bin/google-chrome']);

const BROWSERS = /** @type {const} */ ([
  ['chrome', 'Chromium', CHROME],
  ['firefox', 'Firefox', found(process.env.FIREFOX, ['/usr/bin/firefox-esr', '/usr/bin/firefox'])],
]);

/** @type {Map<string, Promise<import('puppeteer-core').Browser>>} */
const running = new Map();
after(async () => {
  for (const browser of running.values()) await (await browser).close();
});

/**
 * A test in every browser that is here.
 *
 * @param {string} name
 * @param {(open: (url: string) => Promise<import('puppeteer-core').Page & {said: string[]}>, browser: string) => Promise<void>} use
 *   `open` gives a page that keeps what its console says.
 */
export function inBrowsers(name, use) {
  for (const [browser, title, executablePath] of BROWSERS) {
    test(`${name}, in ${title}`, { skip: !executablePath && `${title} is not here` }, async () => {
      let started = running.get(browser);
      if (!started) {
        started = puppeteer.launch({ browser, executablePath, headless: true, args: browser === 'chrome' ? ['--no-sandbox'] : [] });
        running.set(browser, started);
      }
      const context = await (await started).createBrowserContext();
      try {
        await use(async (url) => {
          const page = Object.assign(await context.newPage(), { said: /** @type {string[]} */ ([]) });
          page.on('console', (message) => page.said.push(`${message.type()}: ${message.text()}`));
          page.on('pageerror', (error) => page.said.push(`error: ${/** @type {Error} */ (error).message}`));
          await page.goto(url);
          return page;
        }, browser);
      } finally {
        await context.close();
      }
    });
  }
}
