/** Reading an article on the page: in it goes, and what was found can be seen, switched, listed and walked. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { analysed, painted, paste, sample, sideways, withPage } from './lens.mjs';

const lens = (page) => page.locator('stance-lens');

async function painting(page) {
  await sample(page);
  await page.waitForFunction(() => CSS.highlights.has('stance-lens-keyphrase'));
}

test('the sample article shows its layers, and each can be switched off and on', () =>
  withPage({}, async (page) => {
    await painting(page);
    assert.deepEqual(await painted(page, 'sentence'), [], 'sentences are shown to those who ask');
    await lens(page).locator('[data-layer=sentence]').click();
    for (const layer of ['keyphrase', 'attribution', 'demand', 'hedge', 'sentence']) {
      const button = lens(page).locator(`[data-layer=${layer}]`);
      const category = layer === 'attribution' ? 'content' : layer;
      const shown = await painted(page, category);
      assert.ok(shown.length > 0, `${layer} is painted`);
      assert.ok(Number((await button.locator('.count').textContent()).replace(/\D/g, '')) > 0, `${layer} has a count`);
      await button.click();
      assert.deepEqual(await painted(page, category), [], `${layer} is off`);
      assert.equal(await button.getAttribute('aria-pressed'), 'false');
      await button.click();
      assert.deepEqual(await painted(page, category), shown, `${layer} is on again`);
    }
  }));

test('the legend says what is shown: how many layers, and whose findings', () =>
  withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await painting(page);
    const summary = lens(page).locator('.legend summary');
    const says = () => summary.locator('.faint').textContent();
    const count = async (layer) => Number((await lens(page).locator(`[data-layer=${layer}] .count`).textContent()).replace(/\D/g, ''));
    await summary.click();
    assert.equal(await says(), '13 of 14 shown', 'sentences are off at first');
    await lens(page).getByRole('button', { name: 'All', exact: true }).click();
    assert.equal(await says(), 'all shown');
    const voices = lens(page).getByLabel('Show the findings of');
    const [, name] = await voices.locator('option').allTextContents();
    await voices.selectOption({ label: name });
    await summary.click();
    assert.equal(await says(), `all shown · ${name} only`);
    assert.equal(await count('keyphrase'), 0);
    const { own, length } = await page.evaluate((who) => {
      const { speakers, attributions } = document.querySelector('stance-lens').analysis;
      const { id } = speakers.find((speaker) => speaker.name === who);
      return { own: attributions.filter(({ speaker }) => speaker === id).length, length: attributions.length };
    }, name);
    assert.ok(own < length);
    assert.equal(await count('attribution'), own);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    assert.equal(await lens(page).locator('.filters').getByLabel('Voice').locator('option:checked').textContent(), name);
    await lens(page).locator('[role=tab][data-tab=text]').click();
    await lens(page).locator('textarea').evaluate((area) => {
      area.value = 'Ada Park said that the bridge must stay open.';
      area.dispatchEvent(new InputEvent('input'));
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.startsWith('Ada Park'));
    assert.equal(await says(), 'all shown', 'another article has other voices');
  }));

test('a layer is called the same in the legend, in the list and on its cards', () =>
  withPage({}, async (page) => {
    await painting(page);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    const kinds = lens(page).getByLabel('Kind of finding');
    for (const layer of ['keyphrase', 'attribution', 'oppose', 'demand', 'evaluative']) {
      const label = await lens(page).locator(`[data-layer=${layer}] .paint`).textContent();
      await kinds.selectOption(layer);
      assert.equal(await kinds.locator('option:checked').textContent(), label);
      await lens(page).locator('.result .entry').first().click();
      const [word] = (await lens(page).locator('.card-head .chip').textContent()).split(',');
      assert.equal(word, label.replace(/s$/, ''));
    }
  }));

test('keys that walk are not named where they write', () =>
  withPage({}, async (page) => {
    await painting(page);
    assert.equal(await lens(page).locator('.keys').isVisible(), true);
    await lens(page).locator('.toolbar [data-view=write]').click();
    assert.equal(await lens(page).locator('.keys').isVisible(), false);
  }));

test('where no layer is shown, those who listen are told so', () =>
  withPage({}, async (page) => {
    await painting(page);
    const said = (text) => lens(page).locator('[aria-live=polite]', { hasText: text }).waitFor();
    await lens(page).getByRole('button', { name: 'None', exact: true }).click();
    await page.keyboard.press('j');
    await said('No finding is shown: switch a layer on, or choose all voices.');
    await lens(page).getByRole('button', { name: 'All', exact: true }).click();
    await page.keyboard.press('j');
    await said(/ 1 of /);
    await page.keyboard.press('k');
    await said('That was the first finding.');
  }));

test('what is painted is what the analysis says', () =>
  withPage({}, async (page) => {
    await paste(page, 'Ministers 🌊 must act now.\n\n“We will never agree,” Anna Holm said. The plan may fail 👩‍👩‍👧, but perhaps not.');
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    const demands = await page.evaluate(() => {
      const { stances, text } = document.querySelector('stance-lens').analysis;
      return stances.filter(({ tag }) => tag === 'demand').map(({ start, end }) => text.slice(start, end));
    });
    assert.deepEqual(await painted(page, 'demand'), demands);
    assert.ok(demands.includes('must'));
  }));

test('an entry of the list leads to its place, and Escape back to the entry', () =>
  withPage({ viewport: { width: 1280, height: 500 } }, async (page) => {
    await painting(page);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    const entry = lens(page).locator('.entry').last();
    await entry.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-active')?.size > 0);
    await page.waitForTimeout(600);
    const top = await page.evaluate(() => {
      const [{ startContainer, startOffset, endContainer, endOffset }] = CSS.highlights.get('stance-lens-active');
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.getBoundingClientRect().top;
    });
    assert.ok(top > 0 && top < 500, `the place is on the screen (${top})`);
    await page.keyboard.press('Escape');
    assert.equal(await lens(page).locator('.card').isVisible(), false);
    assert.equal(await entry.evaluate((element) => element.getRootNode().activeElement === element), true);
  }));

test('the focus stays on the button of a card that was pressed, or goes to the one that closes it', () =>
  withPage({}, async (page) => {
    await painting(page);
    await lens(page).locator('.page').focus();
    await page.keyboard.press('J');
    const card = lens(page).locator('.card');
    const place = () => card.locator('.card-head .faint').textContent();
    const focused = () => lens(page).evaluate(({ shadowRoot }) => shadowRoot.activeElement?.textContent);
    for (const label of ['Next ›', '‹ Previous', 'Next ›']) {
      const before = await place();
      await card.getByRole('button', { name: label }).focus();
      await page.keyboard.press('Enter');
      assert.notEqual(await place(), before);
      assert.equal(await focused(), label);
    }
    for (let i = 0; i < 60 && !(await card.locator('.also button').count()); i++) await page.keyboard.press('j');
    await card.locator('.also button').first().focus();
    await page.keyboard.press('Enter');
    assert.ok(await focused());
    const before = await place();
    await page.keyboard.press('j');
    assert.notEqual(await place(), before, 'keys are heard');
  }));

for (const [what, clipboard, said] of [['is copied', true, 'Copied'], ['says so where the browser does not allow it', false, 'The browser did not allow that']]) {
  test(`a citation ${what}, to those who listen too`, () =>
    withPage({ permissions: ['clipboard-read', 'clipboard-write'], prepare: (page) => clipboard ? undefined : page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })) }, async (page) => {
      await painting(page);
      await lens(page).locator('.page').focus();
      await page.keyboard.press('j');
      await lens(page).getByRole('button', { name: 'Cite' }).click();
      await lens(page).getByRole('button', { name: said }).waitFor();
      assert.equal(await lens(page).locator('[aria-live=polite]').textContent(), said);
    }));
}

test('while an article is read anew, the focus and the card stay', () =>
  withPage({}, async (page) => {
    await painting(page);
    const anew = (change) => page.evaluate((language) => new Promise((resolve) => {
      const element = document.querySelector('stance-lens');
      element.addEventListener('analysis', () => setTimeout(resolve), { once: true });
      element.lang = language;
    }), change);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    const row = lens(page).locator('.result .entry').nth(4);
    const text = await row.textContent();
    await row.focus();
    await anew('en');
    assert.equal(await lens(page).evaluate(({ shadowRoot }) => shadowRoot.activeElement?.textContent), text);
    await page.keyboard.press('Enter');
    const card = lens(page).locator('.card');
    const said = await card.locator('.phrase').textContent();
    await anew('en-GB');
    assert.equal(await card.locator('.phrase').textContent(), said);
    assert.ok((await page.evaluate(() => CSS.highlights.get('stance-lens-active')?.size)) > 0);
  }));

test('a card says what it is, why, and which rule; it opens by pointer and by press', () =>
  withPage({}, async (page) => {
    await paste(page, 'The mayor said the bridge must be closed at once, whatever it costs, because the pillars are perhaps weaker than anybody in the town had thought when the first reports came in last winter.');
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    const point = await page.evaluate(() => {
      const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get('stance-lens-demand');
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(startContainer, endOffset);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const card = lens(page).locator('.card');
    await page.mouse.move(point.x, point.y);
    await card.waitFor();
    await page.mouse.move(5, 5);
    await card.waitFor({ state: 'hidden' });
    await page.mouse.click(point.x, point.y);
    await card.waitFor();
    const said = await card.innerText();
    for (const part of ['Demand', 'must', 'Whose', 'Why', 'Rule', 'demand.']) assert.ok(said.includes(part), `${part} in ${said}`);
  }));

test('the card of a keyphrase says why it ranks where it does', () =>
  withPage({}, async (page) => {
    await painting(page);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    await lens(page).locator('.entry', { hasText: 'Keyphrase' }).first().click();
    const why = lens(page).locator('.card dt', { hasText: 'Why' }).locator('+ dd');
    await why.filter({ hasText: /said early|said in many sentences|in the title/ }).waitFor();
    assert.doesNotMatch(await why.innerText(), /undefined|NaN/);
  }));

test('everything by keyboard alone', () =>
  withPage({}, async (page) => {
    const press = async (key, until) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate(until)) return;
        await page.keyboard.press(key);
      }
      assert.fail(`${key} never led to ${until}`);
    };
    const active = 'document.querySelector("stance-lens").shadowRoot.activeElement';
    await press('Tab', `${active}?.dataset.action === 'sample'`);
    await page.keyboard.press('Enter');
    await analysed(page);
    await page.waitForFunction(`${active}?.classList.contains('page')`);
    // The reason comes after the words, so that only these are compared.
    const shown = async (place) => {
      await lens(page).locator('.card-head', { hasText: `${place} of ` }).waitFor();
      return lens(page).locator('.card .phrase').innerText();
    };
    for (const _ of [1, 2, 3]) await page.keyboard.press('j');
    const third = await shown(3);
    await page.keyboard.press('k');
    assert.notEqual(await shown(2), third);
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(3), third);
    await page.keyboard.press('Escape');
    assert.equal(await lens(page).locator('.card').isVisible(), false);
    await press('Shift+Tab', `${active}?.getAttribute('role') === 'tab' || ${active}?.closest?.('.panels') !== null`);
    await press('Shift+Tab', `${active}?.getAttribute('role') === 'tab'`);
    for (const name of ['voices', 'findings', 'article', 'overview']) {
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.evaluate(`${active}.dataset.tab`), name);
    }
    // The legend stands over the tabs.
    await press('Shift+Tab', `${active}?.dataset.layer === 'keyphrase'`);
    await page.keyboard.press('Space');
    assert.deepEqual(await painted(page, 'keyphrase'), []);
    await press('Shift+Tab', `${active}?.classList.contains('skip')`);
    assert.equal(await lens(page).locator('.skip').isVisible(), true);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(`${active}.classList.contains('page')`), true);
  }));

test('keyphrases as phrases or as single words', () =>
  withPage({}, async (page) => {
    await painting(page);
    await lens(page).locator('[data-mode=words]').click();
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.keyphrases.every(({ text }) => !text.trim().includes(' ')));
    await lens(page).locator('[data-mode=words][aria-pressed=true]').waitFor();
  }));

test('typing is read after a pause, and an emptied text is gone', () =>
  withPage({}, async (page) => {
    const area = lens(page).locator('textarea');
    await area.click();
    await page.keyboard.type('The council must act.');
    await analysed(page);
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text === 'The council must act.');
    await area.fill('');
    await lens(page).locator('.lens:not([data-ready])').waitFor();
    assert.equal(await lens(page).locator('.hero').isVisible(), true);
  }));

test('a short text that is read while a long one is prepared stays, and is the last that is told', () =>
  withPage({}, async (page) => {
    const { told, shown } = await page.evaluate(async () => {
      await customElements.whenDefined('stance-lens');
      const element = document.querySelector('stance-lens');
      const told = [];
      element.addEventListener('analysis', ({ detail }) => told.push(detail.text.length));
      const plain = globalThis.setTimeout;
      let short;
      // The breaths in which a long text gives way.
      globalThis.setTimeout = (then, time, ...given) => {
        if (time !== undefined) return plain(then, time, ...given);
        short ??= element.analyze('They must go.');
        return plain(() => short.then(() => plain(then, 300)), 0);
      };
      await element.analyze('They must go. '.repeat(25_000));
      await short;
      return { told, shown: element.shadowRoot.querySelector('.text').textContent.slice(0, 20) };
    });
    assert.deepEqual([told.at(-1), shown], [13, 'They must go.']);
  }));

test('hostile text stays text', () =>
  withPage({}, async (page) => {
    const hostile = '<img src=x onerror="globalThis.hit = 1"> must <script>globalThis.hit = 2</script> "We must <b>never</b> yield," said Eve <svg onload=alert(1)>. '.repeat(3);
    await paste(page, `${hostile}\n\n<iframe src=javascript:alert(1)></iframe> Perhaps.`);
    for (const tab of ['overview', 'voices', 'findings', 'article']) await lens(page).locator(`[data-tab=${tab}][role=tab]`).click();
    const seen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('stance-lens');
      return { hit: globalThis.hit, made: shadowRoot.querySelectorAll('img, script, svg, iframe, .text b').length };
    });
    assert.deepEqual(seen, { hit: undefined, made: 0 });
  }));

test('files open: text, Markdown, HTML and JSON', () =>
  withPage({}, async (page) => {
    const article = 'The harbour must stay open, the mayor said. Perhaps the crews will agree to the plan in the end, but nobody knows. '.repeat(4);
    const files = {
      'a.txt': article,
      'a.md': `# The harbour\n\n${article}`,
      'a.html': `<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>${article}</p><p>${article}</p></article></body></html>`,
      'a.json': JSON.stringify({ title: { rendered: 'Harbour' }, content: { rendered: `<p>${article}</p>` } }),
    };
    for (const [name, content] of Object.entries(files)) {
      await page.evaluate(() => (globalThis.last = document.querySelector('stance-lens').analysis));
      await lens(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis !== globalThis.last, null, {}).catch(() => assert.fail(`${name} was not read`));
      assert.equal(await lens(page).locator('.error').isVisible(), false, name);
      assert.match(await page.evaluate(() => document.querySelector('stance-lens').analysis.text), /harbour must stay open/);
    }
  }));

const seeds = new URL('../../../shared/seeds/', import.meta.url);
test('the five sample articles open', { skip: !existsSync(seeds) && 'the optional folder ../shared/seeds is not here' }, () =>
  withPage({}, async (page) => {
    const names = readdirSync(seeds);
    assert.equal(names.length, 5);
    for (const name of names) {
      await page.evaluate(() => (globalThis.last = document.querySelector('stance-lens').analysis));
      await lens(page).locator('input[type=file]').setInputFiles(new URL(name, seeds).pathname);
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis !== globalThis.last);
      assert.equal(await lens(page).locator('.error').isVisible(), false, name);
      assert.ok((await page.evaluate(() => document.querySelector('stance-lens').analysis.sentences.length)) > 5, name);
    }
  }));

test('a paste that only looks like JSON or a page is read as text', () =>
  withPage({}, async (page) => {
    for (const text of [`{ "We must act", the mayor said. ${'The crews may stay. '.repeat(12)}`, `<p ${'They must go. '.repeat(20)}`]) {
      await lens(page).locator('.toolbar').getByText('New').click({ timeout: 1000 }).catch(() => {});
      await paste(page, text);
      assert.equal(await lens(page).locator('.error').isVisible(), false);
    }
  }));

test('an error is one sentence, and the page stays as it was', () =>
  withPage({}, async (page) => {
    await painting(page);
    const before = await lens(page).locator('.text').innerText();
    await lens(page).locator('input[type=file]').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"content": [') });
    const error = lens(page).locator('.error');
    await error.waitFor();
    assert.match(await error.innerText(), /^[A-Z].*\.\s*×$/s);
    assert.equal(await lens(page).locator('.text').innerText(), before);
    await lens(page).locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF\0\0\0') });
    await page.waitForFunction(() => document.querySelector('stance-lens').shadowRoot.querySelector('.error').textContent.includes('a.pdf'));
  }));

test('a search finds words, voices, the word that reports, and what it is about', () =>
  withPage({}, async (page) => {
    await paste(page, `The council must close the bridge, Ada Park insisted on Monday. ${'The weather was mild and many people were out. '.repeat(4)}`);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    for (const words of ['park', 'insisted', 'close the bridge']) {
      await lens(page).getByLabel('Search the findings').fill(words);
      assert.ok((await lens(page).locator('.result .entry').count()) > 0, words);
    }
    await lens(page).getByLabel('Search the findings').fill('nowhere at all');
    assert.equal(await lens(page).locator('.result .entry').count(), 0);
  }));

test('a search among thousands of findings is answered after a pause', () =>
  withPage({}, async (page) => {
    await paste(page, `${'They must go. '.repeat(5000)}Everybody should stay.`);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    await lens(page).locator('.entry').first().waitFor();
    await lens(page).locator('[type=search]').pressSequentially('should');
    await lens(page).locator('.result', { hasText: /^1 finding(?!s)/u }).waitFor();
  }));

test('all findings of a voice are listed, however many voices there are', () =>
  withPage({}, async (page) => {
    const letters = (i) => String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26));
    const names = Array.from({ length: 240 }, (_, i) => `Anna B${letters(i)}k${letters(7 * i + 3)}son`);
    await paste(page, names.map((name) => `“We must never agree to this plan,” said ${name}, who perhaps opposes the harbour.`).join('\n\n'));
    await lens(page).locator('[data-tab=voices][role=tab]').click();
    for (let more = lens(page).locator('.panel > div > .more'); await more.isVisible();) await more.click();
    const last = lens(page).locator('.voice').filter({ has: page.locator('button:text-matches("^All .* findings$")') }).nth(215);
    const name = await last.locator('h2').textContent();
    const listed = last.getByRole('button', { name: /^All .* findings$/u });
    const [count] = (await listed.textContent()).match(/\d+/u);
    await listed.click();
    assert.equal(await lens(page).locator('.filters').getByLabel('Voice').locator('option:checked').textContent(), name);
    assert.match(await lens(page).locator('.result [role=status]').textContent(), new RegExp(`^${count} `, 'u'));
  }));

test('our words are English on any page, and the article has its own language', () =>
  withPage({ prepare: (page) => page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => Object.assign(document.documentElement, { lang: 'de', dir: 'rtl' }))) }, async (page) => {
    await page.evaluate(() => document.documentElement.style.setProperty('text-transform', 'uppercase'));
    await painting(page);
    const seen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('stance-lens');
      const of = (selector) => {
        const element = shadowRoot.querySelector(selector);
        return [element.closest('[lang]').lang, getComputedStyle(element).direction, getComputedStyle(element).textTransform];
      };
      return [of('.legend'), of('.text'), of('.bar-label')];
    });
    assert.deepEqual(seen, Array(3).fill(['en', 'ltr', 'none']));
  }));

test('keys do nothing behind the question which article', () =>
  withPage({}, async (page) => {
    await painting(page);
    const posts = [1, 2].map((i) => ({ title: `Post ${i}`, content: `<p>The harbour must stay open, the mayor said. ${i}</p>` }));
    await lens(page).locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(posts)) });
    await lens(page).locator('dialog').waitFor();
    await page.keyboard.press('j');
    assert.equal(await lens(page).locator('.card').isVisible(), false);
  }));

test('large type at 360 pixels keeps the tabs on the page', () =>
  withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.evaluate(() => document.querySelector('stance-lens').style.setProperty('--lens-unit', '32px'));
    await sample(page);
    assert.ok((await sideways(page)) <= 0);
  }));

test('nothing runs off sideways at 360 and at 320 pixels', async () => {
  for (const width of [360, 320]) {
    await withPage({ viewport: { width, height: 740 }, hasTouch: true }, async (page) => {
      assert.ok((await sideways(page)) <= 0, `empty at ${width}`);
      await painting(page);
      for (const tab of ['text', 'overview', 'voices', 'findings', 'article']) {
        await lens(page).locator(`[data-tab=${tab}][role=tab]`).click();
        assert.ok((await sideways(page)) <= 0, `${tab} at ${width}`);
        const rows = await lens(page).locator('[role=tab]').evaluateAll((tabs) => new Set(tabs.map((one) => one.offsetTop)).size);
        assert.equal(rows, 1, `the tabs beside ${tab} at ${width}`);
      }
    });
  }
});

test('text written from right to left reads from right to left', () =>
  withPage({}, async (page) => {
    await paste(page, 'قال الوزير إن المشروع يجب أن يتوقف الآن.\n\nThe minister said it must stop.'.padEnd(240, '.'));
    const directions = await lens(page).locator('.block').evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction));
    assert.deepEqual([directions[0], directions.at(-1)], ['rtl', 'ltr']);
    // In the list, words and bar begin at one edge.
    await page.locator('stance-lens .toolbar button:text-is("New")').click();
    await paste(page, 'قالت الوزيرة إن الميناء القديم يجب أن يغلق الآن. الصيادون يعارضون إغلاق الميناء القديم، وخطة الوزيرة غير واضحة.');
    const apart = await lens(page).locator('.weights .bar-row:visible').evaluateAll((rows) => rows.map((row) => {
      const words = document.createRange();
      words.selectNodeContents(row.querySelector('.bar-label'));
      return row.querySelector('.fill').getBoundingClientRect().right - words.getBoundingClientRect().right;
    }));
    assert.ok(apart.length > 0 && apart.every((pixels) => Math.abs(pixels) < 16), String(apart));
  }));

test('browsers without highlights get marks, and the same text', () =>
  withPage({ prepare: (page) => page.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined })) }, async (page) => {
    await sample(page);
    const marks = lens(page).locator('.text mark.keyphrase');
    await marks.first().waitFor();
    const { text, shown } = await page.evaluate(() => {
      const element = document.querySelector('stance-lens');
      return { text: element.analysis.text, shown: [...element.shadowRoot.querySelectorAll('.block')].map(({ textContent }) => textContent) };
    });
    for (const block of shown) assert.ok(text.includes(block));
    await lens(page).locator('[data-layer=keyphrase]').click();
    assert.equal(await marks.count(), 0);
    const demand = lens(page).locator('.text mark.demand').first();
    await demand.click();
    assert.match(await lens(page).locator('.card').innerText(), /Demand/);
    assert.ok((await lens(page).locator('.text mark.active').count()) > 0);
  }));

test('on paper there is the article and nothing else', () =>
  withPage({}, async (page) => {
    await painting(page);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.toolbar', '.side', '.editor']) assert.equal(await lens(page).locator(part).isVisible(), false, part);
    assert.equal(await lens(page).locator('.text').isVisible(), true);
    // As wide as paper, where text and views take turns; and while the text is edited.
    await page.setViewportSize({ width: 720, height: 1000 });
    for (const view of ['read', 'write']) {
      await page.emulateMedia({ media: 'screen' });
      await lens(page).locator(`.toolbar [data-view=${view}]`).click();
      if (view === 'read') await lens(page).locator('[data-tab=voices][role=tab]').click();
      await page.emulateMedia({ media: 'print' });
      assert.equal(await lens(page).locator('.text').isVisible(), true, view);
      assert.equal(await lens(page).locator('.editor').isVisible(), false, view);
    }
  }));

/** Counts the workers that were started and not ended. */
const countWorkers = () => {
  globalThis.workers = 0;
  const { Worker: Native } = globalThis;
  globalThis.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      globalThis.workers += 1;
    }

    terminate() {
      super.terminate();
      globalThis.workers -= 1;
    }
  };
};

test('a lens apart from any page reads, and leaves no worker behind', () =>
  withPage({ prepare: (page) => page.addInitScript(countWorkers) }, async (page) => {
    await paste(page, 'They must go, the mayor said.');
    const texts = await page.evaluate(async () => {
      const lens = document.querySelector('stance-lens');
      const area = lens.shadowRoot.querySelector('textarea');
      // What is written just before it goes is read after a pause.
      area.value = 'Everybody must wait.';
      area.dispatchEvent(new InputEvent('input'));
      const read = new Promise((resolve) => lens.addEventListener('analysis', resolve, { once: true }));
      lens.remove();
      await read;
      lens.lang = 'en';
      const another = document.createElement('stance-lens');
      return [lens.analysis, await another.analyze('You must go.'), await another.analyze('You must go.')].map((analysis) => analysis?.text);
    });
    assert.deepEqual(texts, ['Everybody must wait.', 'You must go.', 'You must go.']);
    await page.waitForFunction(() => globalThis.workers === 0);
    await page.evaluate(() => {
      const lens = document.body.appendChild(document.createElement('stance-lens'));
      return lens.analyze('It must work.').then(() => lens.remove());
    });
    assert.equal(await page.evaluate(() => globalThis.workers), 0);
  }));

test('a lens that read an article before it entered the page shows it', () =>
  withPage({}, async (page) => {
    await page.evaluate(async () => {
      document.querySelector('stance-lens').remove();
      const lens = document.createElement('stance-lens');
      await lens.analyze('Everybody must wait.');
      document.body.append(lens);
    });
    await page.locator('stance-lens .text', { hasText: 'Everybody must wait.' }).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('stance-lens').shadowRoot.adoptedStyleSheets.length), 2, 'with the looks of its views');
    assert.equal(await page.locator('stance-lens .toolbar [data-view=read]').getAttribute('aria-pressed'), 'true');
  }));

test('without its attribute the layers are those of before', () =>
  withPage({}, async (page) => {
    await sample(page);
    await page.locator('stance-lens .switch').first().waitFor();
    const shown = () => page.locator('stance-lens .switch[aria-pressed=true]').count();
    const before = await shown();
    await page.evaluate(() => document.querySelector('stance-lens').setAttribute('layers', 'hedge'));
    assert.equal(await shown(), 1);
    await page.evaluate(() => document.querySelector('stance-lens').removeAttribute('layers'));
    assert.equal(await shown(), before);
  }));

test('a layer that is not there is named in the console, and the others are shown', () =>
  withPage({ allow: /has no layer/u }, async (page) => {
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await page.evaluate(() => document.querySelector('stance-lens').setAttribute('layers', ' hedges demand '));
    await sample(page);
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.equal(await page.locator('stance-lens .switch[aria-pressed=true]').count(), 1);
    assert.equal(said.length, 1);
    assert.match(said[0], /no layer “hedges”: its layers are keyphrase, /u);
  }));

test('a card says which findings are in the same place', () =>
  withPage({}, async (page) => {
    await sample(page);
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    await lens(page).locator('.entry', { hasText: 'Attribution' }).nth(1).click();
    const also = lens(page).locator('.also button');
    await also.first().waitFor();
    const names = await also.allInnerTexts();
    assert.ok(names.length > 1);
    assert.equal(new Set(names).size, names.length, names.join());
  }));

test('findings are said to be guesses, and dates are in English like all that is said', () =>
  withPage({ locale: 'de-DE' }, async (page) => {
    await sample(page);
    await lens(page).locator('.overview', { hasText: 'each finding is a guess' }).waitFor();
    await lens(page).locator('.about', { hasText: 'March 12, 2025' }).waitFor();
    assert.match(await lens(page).locator('.bar-row:has(.voice)').first().getAttribute('title'), /^\d+ words? in quotation marks, \d+ in the article’s$/u);
    await lens(page).locator('[data-tab=article][role=tab]').click();
    await lens(page).locator('.facts', { hasText: 'English' }).waitFor();
  }));

test('where speakers are not looked for, that is what is said', () =>
  withPage({}, async (page) => {
    await paste(page, 'Die Bürgermeisterin Ada Park ist gegen den Plan, sagte sie. Die Fischer lehnen den Plan ab und wollen nicht gehen.');
    await page.locator('stance-lens [data-tab=voices][role=tab]').click();
    await page.locator('stance-lens .panel[data-current] .none', { hasText: 'in English only' }).first().waitFor();
  }));
