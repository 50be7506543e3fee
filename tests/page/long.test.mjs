/** Ten megabytes: the page goes on answering, shows progress, and can be told to stop. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { analysed, sample, withPage } from './lens.mjs';

const paragraph = (i) => `The council of town ${i} must act now, the mayor said on Monday. “We will perhaps never agree to the plan,” Anna Holm told reporters, but the crews of harbour ${i % 97} insisted that the work should begin.\n\n`;

function long(bytes) {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i++) size += parts[parts.push(paragraph(i)) - 1].length;
  return parts.join('');
}

/** Writes a file for the picker: the protocol that drives the browser carries no large ones. */
async function withFile(content, use) {
  const folder = await mkdtemp(join(tmpdir(), 'lens-'));
  try {
    const file = join(folder, 'long.txt');
    await writeFile(file, content);
    await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Counts the turns of the page: one that stands still takes none. */
const watch = (page) => page.evaluate(() => {
  globalThis.turns = 0;
  setInterval(() => (globalThis.turns += 1), 10);
});

test('ten megabytes open without a freeze, and their end can be reached', () =>
  withFile(long(10_000_000), (file) => withPage({}, async (page) => {
    page.setDefaultTimeout(120_000);
    await watch(page);
    await page.locator('stance-lens input[type=file]').setInputFiles(file);
    await page.locator('stance-lens .busy').waitFor();
    await page.evaluate(() => (globalThis.turns = 0));
    await analysed(page);
    const turns = await page.evaluate(() => globalThis.turns);
    assert.ok(turns > 20, `the page took ${turns} turns while the analysis ran`);
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    const filled = await page.locator('stance-lens .section:not([data-empty])').count();
    assert.ok(filled < 30, `${filled} sections are laid out`);
    await page.locator('stance-lens [data-tab=findings][role=tab]').click();
    await page.locator('stance-lens .page').focus();
    await page.keyboard.press('k');
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-active')?.size > 0);
    const near = await page.evaluate(() => {
      const [{ startContainer }] = CSS.highlights.get('stance-lens-active');
      return startContainer.parentElement.getBoundingClientRect().top;
    });
    assert.ok(near > -200 && near < 900, `the last finding is on the screen (${near})`);
  })));

test('long work can be stopped, and what was there stays', () =>
  withFile(long(20_000_000), (file) => withPage({}, async (page) => {
    await sample(page);
    const before = await page.evaluate(() => document.querySelector('stance-lens').analysis.text);
    await page.locator('stance-lens input[type=file]').setInputFiles(file);
    await page.locator('stance-lens [data-action=stop]').click();
    await page.locator('stance-lens .busy').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.querySelector('stance-lens').analysis.text), before);
    // The next one works, on a fresh instance.
    await page.evaluate(() => document.querySelector('stance-lens').analyze('It must work.'));
    assert.equal(await page.evaluate(() => document.querySelector('stance-lens').analysis.text), 'It must work.');
  })));

test('an article that is opened while another is laid out gets no mark of that one', () =>
  withPage({}, async (page) => {
    const marked = await page.evaluate(async () => {
      const { Reader } = await import('/stance-lens/reader.js');
      const reader = new Reader({ take() {}, damage() {} });
      document.body.append(reader.element);
      const analysisOf = (text, sentences) => ({ text, language: 'en', article: { byline: null, published: null, blocks: [] }, sentences });
      const long = 'Go. '.repeat(100_000);
      const before = reader.show(analysisOf(long, Array.from({ length: 100_000 }, (_, i) => [4 * i, 4 * i + 3])), []);
      await Promise.all([before, reader.show(analysisOf(long, []), [])]);
      reader.fillAll();
      reader.filter(() => true);
      return CSS.highlights.get('stance-lens-sentence')?.size ?? 0;
    });
    assert.equal(marked, 0);
  }));
