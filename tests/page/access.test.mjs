/** Nothing for axe-core to complain about: every view, light and dark, wide and narrow. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { sample, withPage } from './lens.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    test(`axe-core finds nothing: ${colorScheme}, ${width} pixels`, () =>
      // Without motion, so that a button is never judged by a colour that it only passes through.
      withPage({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
        const check = async (view) => {
          // Through the debugger: the page's own policy would not let a script in.
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`);
          });
          assert.deepEqual(found, [], view);
        };
        await check('empty');
        await sample(page);
        for (const view of width < 800 ? ['text', 'overview', 'voices', 'findings', 'article'] : ['overview', 'voices', 'findings', 'article']) {
          await page.locator(`stance-lens [data-tab=${view}][role=tab]`).click();
          await check(view);
        }
        if (width < 800) await page.locator('stance-lens [data-tab=text][role=tab]').click();
        await page.locator('stance-lens .page').focus();
        await page.keyboard.press('j');
        await check('card');
        await page.locator('stance-lens [data-view=write]').last().click();
        await check('editor');
      }));
  }
}

test('in forced colours the bars have the system\'s colours, and those of keyphrases hide no word', () =>
  withPage({ forcedColors: 'active' }, async (page) => {
    await sample(page);
    const looks = (selector) => page.locator(`stance-lens ${selector}`).first().evaluate((element) => {
      const probe = element.appendChild(document.createElement('i'));
      probe.style.cssText = 'color: CanvasText';
      const { backgroundColor, borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(element);
      const look = { ground: backgroundColor, line: borderBlockEndColor, width: borderBlockEndWidth, text: getComputedStyle(probe).color };
      probe.remove();
      return look;
    });
    const { ground, line, width, text } = await looks('.weights .fill');
    assert.deepEqual([ground, line, width], ['rgba(0, 0, 0, 0)', text, '2px']);
    const bar = await looks('.profile .fill');
    assert.equal(bar.ground, bar.text);
  }));
