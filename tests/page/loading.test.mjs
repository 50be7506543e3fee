/** How articles get in: from the clipboard, from files of any encoding, from lists, from addresses; and what is set apart. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { fetchArticle, readAddress } from '../../www/stance-lens/address.js';
import { fragmentOf } from '../../www/stance-lens/clipboard.js';
import { decode, formatOfFile } from '../../www/stance-lens/decode.js';
import { address, analysed, painted, paste, withPage } from './lens.mjs';
import { open, siteWith } from './sites.mjs';

const lens = (page) => page.locator('stance-lens');
const analysisOf = (page) => page.evaluate(() => document.querySelector('stance-lens').analysis);
const kinds = ({ text, article }) => article.blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const PARAGRAPH = 'The council of Nordbad decided on Tuesday that the old harbour should be closed, and Mayor Ada Park said that it must happen before the winter.';
const SECOND = 'Fishermen oppose the plan, which they call a gift to the hotels, and have announced that they will not leave.';
const PAGE = `<!doctype html><html lang="en"><head><title>Harbour plan splits the town</title><meta name="author" content="Lena Brandt"><meta property="article:published_time" content="2024-07-04T10:00:00Z"></head>
<body><nav>Home</nav><article><h1>Harbour plan splits the town</h1><p>Share this</p><p>${PARAGRAPH}</p><h2>What comes next</h2><p>${SECOND}</p><p>© 2024 Nordbad Courier. All rights reserved.</p></article></body></html>`;

/** Hands data to the editor as a paste does. */
const pasteData = (page, data) =>
  page.evaluate((given) => {
    const area = document.querySelector('stance-lens').shadowRoot.querySelector('textarea');
    area.focus();
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) transfer.setData(type, value);
    return area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);

const openFile = (page, name, buffer, mimeType = 'text/plain') =>
  lens(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) });

const ask = async (page, url) => {
  await lens(page).locator('[name=address]').fill(url);
  await lens(page).locator('[name=address]').press('Enter');
};

test('what was copied from a page is read block by block, and nothing of it runs', () =>
  withPage({}, async (page) => {
    const html = `<html><body><!--StartFragment--><h2>What comes next</h2><p onclick="alert(1)">${PARAGRAPH}</p><ul><li>One measure</li></ul><blockquote>${SECOND}</blockquote>
      <img src=x onerror="document.title='ran'"><script>document.title='ran'</script><a href="javascript:document.title='ran'">More of this</a><!--EndFragment--></body></html>`;
    const inserted = await pasteData(page, { 'text/plain': `What comes next\n${PARAGRAPH}\n${SECOND}`, 'text/html': html });
    assert.equal(inserted, false, 'the editor takes it whole');
    await analysed(page);
    const blocks = kinds(await analysisOf(page));
    assert.ok(blocks.some((block) => /^(heading|title): What comes next$/.test(block)), blocks.join('\n'));
    assert.ok(blocks.includes('list-item: One measure') && blocks.includes(`quote: ${SECOND}`), blocks.join('\n'));
    assert.notEqual(await page.title(), 'ran');
    assert.equal(await lens(page).locator('script, img, a[href^=javascript]:not(.address a), [onclick], [onerror]').count(), 0);
  }));

/** Lets a file fall on the lens. */
const drop = (page, name, content) =>
  page.evaluate(([name, content]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], name));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
    document.querySelector('stance-lens').shadowRoot.querySelector('.lens').dispatchEvent(event);
  }, [name, content]);

test('the findings of a dropped file are walked by keyboard at once, and searched anew', () =>
  withPage({}, async (page) => {
    const opens = (text) => page.waitForFunction((start) => document.querySelector('stance-lens').analysis?.text.startsWith(start), text);
    await drop(page, 'first.txt', `${PARAGRAPH}\n\n${SECOND}`);
    await opens('The council');
    await page.waitForFunction(() => document.querySelector('stance-lens').shadowRoot.activeElement?.classList.contains('page'));
    await page.keyboard.press('j');
    await lens(page).locator('.card-head', { hasText: '1 of ' }).waitFor();
    await lens(page).locator('[data-tab=findings][role=tab]').click();
    await lens(page).getByLabel('Search the findings').fill('zzz');
    await lens(page).locator('.result', { hasText: 'Nothing matches' }).waitFor();
    await drop(page, 'second.txt', SECOND);
    await opens('Fishermen');
    await lens(page).locator('.result .entry').first().waitFor();
    assert.equal(await lens(page).getByLabel('Search the findings').inputValue(), '');
  }));

test('Markdown is read without its marks', () =>
  withPage({}, async (page) => {
    const marked = PARAGRAPH.replace('Ada Park', '[Ada Park](https://example.org)').replace('must', '*must*');
    await openFile(page, 'plan.md', `# Harbour plan\n\n${marked}\n`);
    await analysed(page);
    const { text, article, stances } = await analysisOf(page);
    assert.equal(text, `Harbour plan\n\n${PARAGRAPH}`);
    assert.equal(article.title, 'Harbour plan');
    assert.ok(stances.some(({ start, end }) => text.slice(start, end) === 'must'));
  }));

test('a short text stays in the editor, which says what was found and how to see it', () =>
  withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    const said = lens(page).locator('.editor .found[role=status]');
    assert.equal(await said.isVisible(), false);
    await lens(page).locator('textarea').click();
    await page.keyboard.type('Residents must save water, Mayor Ada Park said.');
    await lens(page).locator('.editor .found[role=status]', { hasText: /^\d+ findings\. Press Read/ }).waitFor();
    assert.ok(await said.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight), 'it is on the screen');
    await lens(page).locator('.toolbar [data-view=read]').click();
    assert.equal(await said.isVisible(), false);
  }));

for (const [what, content, text, error] of [
  ['HTML source', '<h1>Water</h1><p>Residents must save water.</p>', 'Water\n\nResidents must save water.', null],
  ['JSON', '{"title": "Water", "content": "Residents must save water."}', 'Water\n\nResidents must save water.', null],
  ['JSON that is cut off', '{"title": "Water", "content": "Resid', '{"title": "Water", "content": "Resid', /not well-formed JSON/],
  ['JSON without an article', '{"status": "open"}', '{"status": "open"}', /holds no article/],
]) {
  test(`however short, ${what} is read as a file of it is, or with a word on why not`, () =>
    withPage({}, async (page) => {
      assert.equal(await pasteData(page, { 'text/plain': content }), false);
      await analysed(page);
      assert.equal((await analysisOf(page)).text, text);
      if (error) assert.match(await lens(page).locator('.error').innerText(), error);
      else assert.equal(await lens(page).locator('.error').isVisible(), false);
    }));
}

test('an address that is pasted alone goes to the field for addresses, and is not asked for yet', () =>
  withPage({}, async (page) => {
    const field = lens(page).locator('[name=address]');
    await field.waitFor();
    assert.equal(await pasteData(page, { 'text/plain': 'https://news.example/harbour-plan\n' }), false);
    assert.equal(await field.inputValue(), 'https://news.example/harbour-plan');
    assert.equal(await field.evaluate((element) => element.getRootNode().activeElement === element), true);
    await lens(page).locator('textarea').fill('See ');
    assert.equal(await pasteData(page, { 'text/plain': 'https://news.example/harbour-plan' }), true, 'within a text it is a part of that');
  }));

test('a press on Edit goes to the text, also where it is edited already', () =>
  withPage({}, async (page) => {
    await paste(page, 'Residents must save water, Mayor Ada Park said.');
    for (const time of ['first', 'second']) {
      await lens(page).locator('.toolbar [data-view=write]').click();
      assert.equal(await lens(page).locator('textarea').evaluate((area) => area.getRootNode().activeElement === area), true, time);
    }
  }));

test('a plain paste of a word stays where the cursor is', () =>
  withPage({}, async (page) => {
    assert.equal(await pasteData(page, { 'text/plain': 'harbour', 'text/html': '<p>harbour</p>' }), true);
  }));

for (const [form, content] of [
  ['HTML source', PAGE],
  ['JSON', JSON.stringify({ title: 'Harbour plan splits the town', content: { rendered: `<p>${PARAGRAPH}</p><p>${SECOND}</p>` } })],
]) {
  test(`pasted over all of another article, ${form} is read as in an empty editor; beside other words it is put where the cursor is`, () =>
    withPage({}, async (page) => {
      await openFile(page, 'first.txt', `${SECOND} `.repeat(3));
      await analysed(page);
      await lens(page).locator('.toolbar [data-view=write]').click();
      assert.equal(await pasteData(page, { 'text/plain': content }), true, 'nothing is selected');
      await page.keyboard.press('ControlOrMeta+a');
      assert.equal(await pasteData(page, { 'text/plain': content }), false);
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis.article.title === 'Harbour plan splits the town');
      const { text } = await analysisOf(page);
      assert.ok(text.includes(PARAGRAPH) && !/[<{]/.test(text), text);
    }));
}

test('files in other encodings are decoded as the native core decodes them', () =>
  withPage({}, async (page) => {
    const files = {
      'utf16.txt': [Buffer.from([0xff, 0xfe]), Buffer.from('Das Café “Möwe” schließt.', 'utf16le')],
      'western.txt': [Buffer.from('Das Caf\xe9 \x93M\xf6we\x94 schlie\xdft.', 'latin1')],
      'cyrillic.html': [Buffer.from('<meta charset="windows-1251"><p>', 'latin1'), Buffer.from([0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xee, 0xfe, 0xf2, 0x2e]), Buffer.from('</p>')],
      'marked.md': [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('# Café\n\nDas Café “Möwe” schließt.')],
    };
    const texts = {};
    for (const [name, parts] of Object.entries(files)) {
      await page.evaluate(() => {
        globalThis.next = new Promise((resolve) => document.querySelector('stance-lens').addEventListener('analysis', ({ detail }) => resolve(detail.text), { once: true }));
      });
      await openFile(page, name, Buffer.concat(parts));
      texts[name] = await page.evaluate(() => globalThis.next);
    }
    assert.equal(texts['utf16.txt'], 'Das Café “Möwe” schließt.');
    assert.equal(texts['western.txt'], 'Das Café “Möwe” schließt.');
    assert.ok(texts['cyrillic.html'].includes('Порт закроют.'));
    assert.ok(texts['marked.md'].includes('Das Café “Möwe” schließt.'));
  }));

test('a list of posts is there to choose from', () =>
  withPage({}, async (page) => {
    const post = (title, body) => ({ title: { rendered: title }, date: '2024-07-04T10:00:00', content: { rendered: `<p>${body}</p>` } });
    await openFile(page, 'posts.json', JSON.stringify([post('Ships &#8217; ways', SECOND), post('Harbour &amp; town', PARAGRAPH)]));
    const entries = lens(page).locator('[data-listed]');
    await entries.first().waitFor();
    assert.deepEqual(await entries.allTextContents(), ['Ships ’ ways2024-07-04', 'Harbour & town2024-07-04']);
    await entries.nth(1).click();
    await analysed(page);
    const analysis = await analysisOf(page);
    assert.equal(analysis.article.title, 'Harbour & town');
    assert.ok(analysis.text.includes(PARAGRAPH));
  }));

const TEXT = `Harbour plan splits the town\n\nBy Lena Brandt\n\nPhoto: Sven Holm/Reuters\n\n${PARAGRAPH}\n\n${SECOND} Towns?harbours and caf\ufffds suffer alike.\n\nShare this\n\n© 2024 Nordbad Courier. All rights reserved.`;

for (const [form, name, content] of [
  ['text', 'article.txt', TEXT],
  ['HTML', 'article.html', PAGE],
  ['JSON', 'article.json', JSON.stringify({ title: 'Harbour plan splits the town', content: { rendered: `<p>Share this</p><p>${PARAGRAPH}</p><p>${SECOND}</p><p>© 2024 Nordbad Courier. All rights reserved.</p>` } })],
]) {
  test(`a block that was set apart is taken back with one click, and set apart again: ${form}`, () =>
    withPage({}, async (page) => {
      await openFile(page, name, content);
      await analysed(page);
      const first = await analysisOf(page);
      const block = first.article.blocks.findLast(({ kind }) => kind === 'chrome');
      assert.ok(block, kinds(first).join('\n'));
      const kind = async () => (await analysisOf(page)).article.blocks.find(({ start }) => start === block.start).kind;
      await lens(page).locator('[role=tab][data-tab=article]').click();
      const row = lens(page).locator(`.panel [data-take="${block.start}"]`);
      await row.click();
      await page.waitForFunction((start) => document.querySelector('stance-lens').analysis.article.blocks.some((one) => one.start === start && one.kind === 'paragraph'), block.start);
      const second = await analysisOf(page);
      assert.equal(second.text, first.text);
      assert.deepEqual({ ...second.article, blocks: 0 }, { ...first.article, blocks: 0 });
      assert.equal(await row.textContent(), 'Set apart again');
      await row.click();
      await page.waitForFunction((start) => document.querySelector('stance-lens').analysis.article.blocks.some((one) => one.start === start && one.kind === 'chrome'), block.start);
      assert.equal(await kind(), 'chrome');
    }));
}

for (const [form, name, content] of [
  ['HTML', 'article.html', PAGE],
  ['JSON', 'article.json', JSON.stringify({ title: 'Harbour plan splits the town', author: 'Lena Brandt', date: '2024-07-04T10:00:00Z', content_text: `${PARAGRAPH}\n\n${SECOND}` })],
]) {
  test(`while the text is edited, what is known of the article stays, unless that is edited away: ${form}`, () =>
    withPage({}, async (page) => {
      await openFile(page, name, content);
      await analysed(page);
      const facts = async () => {
        const { title, byline, published } = (await analysisOf(page)).article;
        return { title, byline, published };
      };
      const known = await facts();
      assert.deepEqual([known.title, known.byline, known.published?.slice(0, 10)], ['Harbour plan splits the town', 'Lena Brandt', '2024-07-04']);
      const area = lens(page).locator('textarea');
      const read = (start) => page.waitForFunction((expected) => document.querySelector('stance-lens').analysis.text.startsWith(expected), start);
      await lens(page).locator('.toolbar [data-view=write]').click();
      await page.keyboard.type(' ');
      await read(' Harbour');
      assert.deepEqual(await facts(), known);
      await lens(page).locator('.toolbar [data-view=read]').click();
      await lens(page).locator('[data-mode=words]').click();
      await lens(page).locator('[data-mode=words][aria-pressed=true]').waitFor();
      await lens(page).locator('.toolbar [data-view=write]').click();
      await page.keyboard.type('New ');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Delete');
      await page.keyboard.type('h');
      await read('New harbour plan');
      assert.deepEqual(await facts(), { ...known, title: 'New harbour plan splits the town' });
      await area.press('ControlOrMeta+a');
      await page.keyboard.type('The bridge must stay open.');
      await read('The bridge');
      assert.deepEqual(await facts(), { title: null, byline: null, published: null });
    }));
}

test('what was given up by New is put back with one click', () =>
  withPage({}, async (page) => {
    const back = lens(page).getByRole('button', { name: 'Put the last text back' });
    assert.equal(await back.isVisible(), false);
    await lens(page).locator('textarea').click();
    await page.keyboard.type('The council must act.');
    await analysed(page);
    await lens(page).locator('.toolbar').getByText('New').click();
    assert.equal(await lens(page).locator('textarea').inputValue(), '');
    await back.click();
    await analysed(page);
    assert.equal((await analysisOf(page)).text, 'The council must act.');
    await lens(page).locator('.toolbar [data-view=write]').click();
    assert.equal(await lens(page).locator('textarea').inputValue(), 'The council must act.');
  }));

test('byline and date stand above the text, damage is pointed out, and a caption is taken back where it stands', () =>
  withPage({}, async (page) => {
    await openFile(page, 'article.txt', TEXT);
    await analysed(page);
    assert.match(await lens(page).locator('.about').textContent(), /^By Lena Brandt.*2 spots look damaged$/);
    assert.deepEqual(await painted(page, 'damage'), ['?', '\ufffd']);
    await lens(page).locator('[data-action=damage]').click();
    assert.equal(await lens(page).locator('[data-damage]').count(), 2);
    await lens(page).locator('[data-damage]').first().click();
    const names = (buttons) => buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    for (const taking of [lens(page).locator('.take'), lens(page).locator('.panel [data-take]')]) {
      const said = await names(taking);
      assert.ok(said.includes('Put back: Photo: Sven Holm/Reuters') && new Set(said).size === said.length, said.join('\n'));
    }
    await lens(page).locator('.caption .take').click();
    await page.waitForFunction(() => !document.querySelector('stance-lens').analysis.article.blocks.some(({ kind }) => kind === 'caption'));
    await openFile(page, 'article.html', PAGE);
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.article.published);
    assert.match(await lens(page).locator('.about').textContent(), /^By Lena Brandt · .*2024/);
  }));

/** @type {Awaited<ReturnType<typeof siteWith>>} */
let site;
before(async () => {
  site = await siteWith({
    '/article': open(PAGE, 'text/html; charset=utf-8'),
    '/western': open(Buffer.from(`<html><body><p>Das Caf\xe9. ${PARAGRAPH}</p></body></html>`, 'latin1'), 'text/html; charset=iso-8859-1'),
    '/posts': open(JSON.stringify([{ title: 'One', content_text: PARAGRAPH }, { title: 'Two', content_text: SECOND }]), 'application/json'),
    '/closed': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
    '/picture': open('x', 'image/png'),
    '/silent': () => {},
    '/endless': (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
      const more = () => response.writable && response.write('x'.repeat(65_536)) && setImmediate(more);
      response.on('drain', more);
      more();
    },
  });
});
after(() => site.close());

const asking = (use) => withPage({ sites: [site.address], ignoreHTTPSErrors: true, allow: /CORS|Failed to load resource/ }, use);

test('the article at an address is fetched, and read in its encoding', () =>
  asking(async (page) => {
    await ask(page, `${site.address.replace('https://', '')}/article`.replace('localhost', 'localhost'));
    await lens(page).locator('.error').waitFor();
    assert.match(await lens(page).locator('.error').textContent(), /not the address of a page/);
    await ask(page, `${site.address}/article`);
    await analysed(page);
    const { article } = await analysisOf(page);
    assert.deepEqual([article.title, article.byline], ['Harbour plan splits the town', 'Lena Brandt']);
    assert.equal(await lens(page).locator('.error').isVisible(), false);
    await lens(page).locator('.toolbar [data-view=write]').click();
    await ask(page, `${site.address}/western`);
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.includes('Das Café.'));
    await lens(page).locator('.toolbar [data-view=write]').click();
    await ask(page, `${site.address}/posts`);
    await lens(page).locator('[data-listed]').nth(1).click();
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.includes('Fishermen oppose'));
  }));

test('a site that forbids it, one without the page, and one with a picture: one sentence each, and the page as it was', () =>
  asking(async (page) => {
    await openFile(page, 'article.txt', TEXT);
    await analysed(page);
    await lens(page).locator('.toolbar [data-view=write]').click();
    for (const [path, sentence] of [['/closed', /does not let other sites read.*paste the article here.*bookmarklet/], ['/missing', /answered 404/], ['/picture', /no text but image\/png/]]) {
      await ask(page, site.address + path);
      await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector('stance-lens').shadowRoot.querySelector('.error').textContent), sentence.source);
      assert.equal((await analysisOf(page)).text, TEXT);
    }
  }));

test('an address that does not answer is given up by a press of Stop', () =>
  asking(async (page) => {
    await ask(page, `${site.address}/silent`);
    await lens(page).locator('[data-action=stop]').click();
    await lens(page).locator('.busy').waitFor({ state: 'hidden' });
    assert.equal(await lens(page).locator('.error').isVisible(), false);
    assert.equal(await analysisOf(page), null);
  }));

test('an answer has a limit of time and of size', async () => {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const fails = async (path, how) => fetchArticle(new URL(site.address + path), how).then(() => 'read', ({ code, message }) => `${code}: ${message}`);
  assert.match(await fails('/silent', { most: 1000, patience: 200 }), /^no-article: localhost:\d+ took longer than 0.2 seconds/);
  assert.match(await fails('/endless', { most: 2 ** 20 }), /^too-large: .*larger than 1 MB/);
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
});

test('a whole visit asks for the page\'s own files and for the addresses a reader gave, and nothing else', () =>
  asking(async (page) => {
    const asked = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.reload();
    await lens(page).locator('[data-action=sample]').click();
    await analysed(page);
    await lens(page).locator('.toolbar').getByText('New').click();
    await pasteData(page, { 'text/plain': PARAGRAPH + SECOND, 'text/html': `<p>${PARAGRAPH}</p><p>${SECOND}</p><img src="${site.address}/pixel.png"><link rel=stylesheet href="${site.address}/x.css">` });
    await analysed(page);
    await openFile(page, 'page.html', PAGE.replace('<nav>', `<img src="${site.address}/pixel.png"><script src="${site.address}/x.js"></script><iframe src="${site.address}/frame"></iframe><nav>`));
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.article.byline);
    await lens(page).locator('.toolbar [data-view=write]').click();
    await ask(page, `${site.address}/article`);
    await lens(page).locator('.lens[data-view=read]').waitFor();
    await lens(page).locator('.toolbar [data-view=write]').click();
    await ask(page, `${site.address}/closed`);
    await lens(page).locator('.error').waitFor();
    await lens(page).locator('.toolbar [data-view=read]').click();
    await lens(page).locator('[role=tab][data-tab=article]').click();
    await lens(page).locator('.panel [data-take]').first().click();
    await lens(page).locator('.menu summary').click();
    await lens(page).locator('[data-export=markdown]').click();
    await page.waitForTimeout(500);
    const elsewhere = [...new Set(asked.filter((url) => !url.startsWith(address())))].filter((url) => !/^(blob|data):/.test(url));
    assert.deepEqual(elsewhere, [`${site.address}/article`, `${site.address}/closed`]);
    const own = [...new Set(asked.filter((url) => url.startsWith(address())).map((url) => new URL(url).pathname))];
    const www = new URL('../../www/', import.meta.url);
    for (const path of own) readFileSync(new URL(`.${path === '/' ? '/index.html' : path}`, www));
  }));

for (const [what, name, content, sentence] of [
  ['30 MB of nested tags', 'deep.html', () => `<html><body>${'<div><b>'.repeat(30 * 2 ** 20 / 8)}`, /nests its elements more than 512 deep|more markup than can be read/],
  ['a JSON bomb', 'bomb.json', () => '{"a":['.repeat(5_000_000), /nests more than 100 levels deep/],
  ['a flat JSON bomb', 'flat.json', () => `[${'[],'.repeat(9_000_000)}1]`, /more than 1000000 values/],
  ['a file that is not text', 'picture.txt', () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n'), Buffer.alloc(1000)]), /is not a text/],
  ['an empty file', 'empty.txt', () => '\n', /^empty\.txt is empty/],
  ['a file above the limit', 'large.txt', () => Buffer.alloc(33 * 2 ** 20, 'x'), /the limit is 32 MB/],
]) {
  test(`${what}: one sentence within two seconds, and the page as it was`, () =>
    withPage({}, async (page) => {
      await openFile(page, 'article.txt', TEXT);
      await analysed(page);
      // Made in the page, so that the time is that of the page alone.
      const body = content();
      await page.evaluate(([bytes, called]) => {
        globalThis.file = new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], called);
      }, [Buffer.from(body).toString('base64'), name]);
      const { message, time } = await page.evaluate(async () => {
        const element = document.querySelector('stance-lens');
        const start = performance.now();
        const failed = new Promise((resolve) => element.addEventListener('failure', ({ detail }) => resolve(detail.message), { once: true }));
        await element.openFile(globalThis.file);
        return { message: await failed, time: performance.now() - start };
      });
      assert.match(message, sentence);
      assert.ok(time < 2000, `${Math.round(time)} ms`);
      assert.equal((await analysisOf(page)).text, TEXT);
      assert.equal(await lens(page).locator('.error').isVisible(), true);
    }));
}

test('bytes are decoded by mark, as UTF-8, by what is declared, else as windows-1252, all as the native core decodes them', () => {
  // One table for both: tests/encodings.rs reads it too. A byte stands there as the sign of its number.
  const bytes = (signs) => Uint8Array.from(Buffer.from(signs, 'latin1'));
  for (const [signs, text] of JSON.parse(readFileSync(new URL('fixtures/encodings.json', import.meta.url), 'utf8'))) assert.equal(decode(bytes(signs), 'x'), text);
  assert.equal(decode(bytes('\xcf'), 'x', 'windows-1251'), 'П');
  for (const signs of ['\x89PNG\r\n\x1a\n\0\0', '%PDF-1.7\n%', '{\\rtf1 The town.}']) assert.throws(() => decode(bytes(signs), 'x'), /is not a text/);
});

test('the name of a file says its form as it does natively', () => {
  // One table for both: tests/loading.rs reads it too.
  for (const [name, format] of JSON.parse(readFileSync(new URL('fixtures/formats.json', import.meta.url), 'utf8'))) assert.equal(formatOfFile(name), format, name);
});

test('addresses are those of pages, and asked for by https', () => {
  const read = (written) => readAddress(written, 'http://127.0.0.1:8080/').href;
  assert.equal(read(' example.org/a?b '), 'https://example.org/a?b');
  assert.equal(read('http://example.org/a'), 'https://example.org/a');
  assert.equal(read('http://127.0.0.1:8080/samples/x.txt'), 'http://127.0.0.1:8080/samples/x.txt');
  assert.equal(readAddress('http://example.org/a', 'http://127.0.0.1:8080/', true).href, 'http://example.org/a', 'a page of http may mean http');
  assert.equal(readAddress('http://example.org/a', 'https://example.com/', true).href, 'https://example.org/a');
  for (const wrong of ['', 'harbour', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://example.org']) assert.throws(() => read(wrong), /is not the address of a page/, wrong);
});

test('a clipboard\'s HTML is cut to what was selected', () => {
  assert.equal(fragmentOf('<html>\r\n<body>\r\n<!--StartFragment--><p>x</p><!--EndFragment-->\r\n</body>\r\n</html>'), '<p>x</p>');
  assert.equal(fragmentOf('<meta charset=\'utf-8\'><p>x</p>'), '<p>x</p>');
  assert.equal(fragmentOf('<!doctype html><html><head><style>p{}</style></head><body class=a><p>x</p></body></html>'), '<p>x</p>');
});
