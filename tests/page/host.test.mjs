/** A page that embeds the element: its article is read in place, and the page stays what it was. */

import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { FORCED_CSS, PAINT_CSS } from '../../www/stance-lens/paint.js';
import { painted, withPage } from './lens.mjs';
import { open, siteWith } from './sites.mjs';

const article = '<h1>The harbour</h1>\n<p>The council\n must act <b>now</b>, the mayor said. “We will never agree,” Anna Holm told reporters.</p><script type="text/plain">You must not be read.</script><p>But the plan may fail.</p>';

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self' 'nonce-host'; require-trusted-types-for 'script'; trusted-types stance-lens";

/** As in browsers that do not know them. */
const withoutHighlights = () => {
  Object.defineProperty(CSS, 'highlights', { value: undefined });
  delete globalThis.Highlight;
};

const embed = (options, use) =>
  withPage({
    path: '/host.html',
    allow: options.allow,
    ...options.context,
    prepare: async (page) => {
      if (options.bare) await page.addInitScript(withoutHighlights);
      await options.prepare?.(page);
      await page.route('**/host.html', (route) => route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': STRICT },
        body: `<!doctype html><html lang="en"><title>Host</title><style nonce="host">${options.styles ?? ''}</style><script type="module" src="/stance-lens/define.js"></script><body>${options.body ?? `<article id="story">${article}</article><stance-lens for="story" open></stance-lens>`}</body></html>`,
      }));
    },
  }, use);

const ready = (page) => page.locator('stance-lens .lens[data-ready]').first().waitFor();
const shape = (page) => page.evaluate(() => document.getElementById('story').outerHTML);

test('the article of a page is read in place, without a change to the page', () =>
  embed({}, async (page) => {
    const before = await shape(page);
    await ready(page);
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.ok((await painted(page, 'demand')).includes('must'));
    assert.equal(await shape(page), before);
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.ok(!(await page.evaluate(() => document.querySelector('stance-lens').analysis.text)).includes('not be read'));
    await page.locator('stance-lens [data-layer=demand]').click();
    assert.deepEqual(await painted(page, 'demand'), []);
  }));

test('a card opens over the page, and Escape closes it', () =>
  embed({}, async (page) => {
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    const point = await page.evaluate(() => {
      const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get('stance-lens-demand');
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(startContainer, endOffset);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, bottom: top + height };
    });
    await page.mouse.click(point.x, point.y);
    const card = page.locator('stance-lens .card');
    await card.waitFor();
    const box = await card.boundingBox();
    assert.ok(Math.abs(box.y - point.bottom) < 40, `the card is beside its words (${box.y}, ${point.bottom})`);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  }));

/** Where the words that are looked at are, and the card. */
const places = (page) => page.evaluate(() => {
  const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get('stance-lens-active');
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(startContainer, endOffset);
  const words = range.getBoundingClientRect();
  const card = document.querySelector('stance-lens').shadowRoot.querySelector('.card').getBoundingClientRect();
  return { words: words.top, card: card.top, foot: card.bottom, apart: Math.min(Math.abs(card.top - words.bottom), Math.abs(words.top - card.bottom)), height: innerHeight };
});

const FAR = `<p>${'Nothing is said here about it. '.repeat(330)}But the council must act now, the mayor said. ${'Nothing is said here about it. '.repeat(60)}</p>`;
for (const [what, styles] of [['in the window', ''], ['in a box of its own', '#story { block-size: 300px; overflow: auto }']]) {
  test(`a finding far down a long paragraph is scrolled to, ${what}, and its card is beside it and stays there`, () =>
    embed({ styles, body: `<stance-lens for="story" open></stance-lens><article id="story">${FAR}</article>` }, async (page) => {
      await ready(page);
      const lens = page.locator('stance-lens');
      await lens.locator('.profile .bar-row', { hasText: 'Demand' }).click();
      const row = lens.locator('.result .entry', { hasText: 'must' });
      await row.focus();
      await page.keyboard.press('Enter');
      await lens.locator('.card').waitFor();
      const seen = await places(page);
      assert.ok(seen.words > 0 && seen.words < seen.height && seen.card >= 0 && seen.foot <= seen.height && seen.apart < 12, JSON.stringify(seen));
      // The card comes last in the page, so that the focus goes into it, and back where it came from.
      assert.equal(await lens.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.getAttribute('aria-label')), 'Close');
      await page.mouse.move(seen.words, seen.words);
      await page.mouse.wheel(0, 60);
      await page.waitForFunction((top) => scrollY !== top, await page.evaluate(() => scrollY - 1));
      await page.waitForTimeout(300);
      const after = await places(page);
      assert.ok(after.apart < 12, JSON.stringify(after));
      await page.keyboard.press('Escape');
      assert.equal(await row.evaluate((element) => element.getRootNode().activeElement === element), true);
    }));
}

test('while the page changes its article, the focus stays on its row, and the card as long as its finding is there', () =>
  embed({}, async (page) => {
    await ready(page);
    const lens = page.locator('stance-lens');
    const change = (text) => page.evaluate((words) => new Promise((resolve) => {
      document.querySelector('stance-lens').addEventListener('analysis', () => setTimeout(resolve), { once: true });
      document.querySelector('#story p:last-of-type').textContent = words;
    }), text);
    await lens.locator('.profile .bar-row', { hasText: 'Demand' }).click();
    const row = lens.locator('.result .entry', { hasText: 'must' });
    await row.focus();
    await change('But the plan may fail, or it may not.');
    assert.equal(await row.evaluate((element) => element.getRootNode().activeElement === element), true);
    await page.keyboard.press('Enter');
    await change('Perhaps the plan fails.');
    assert.match(await lens.locator('.card .phrase').textContent(), /must/u);
    assert.equal(await lens.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest('.card') !== null), true);
    await page.evaluate(() => (document.querySelector('#story p').textContent = 'Nothing is said here.'));
    await lens.locator('.card').waitFor({ state: 'hidden' });
    assert.notEqual(await lens.evaluate(({ shadowRoot }) => shadowRoot.activeElement), null);
  }));

test('a box that hides what does not fit into it is not scrolled', () =>
  embed({ styles: '#story { block-size: 300px; overflow: hidden }', body: `<stance-lens for="story" open></stance-lens><article id="story">${FAR}</article>` }, async (page) => {
    await ready(page);
    const lens = page.locator('stance-lens');
    await lens.locator('[role=tab][data-tab=findings]').click();
    await lens.locator('.result .entry', { hasText: 'Demand' }).click();
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-active')?.size > 0);
    assert.equal(await page.evaluate(() => document.getElementById('story').scrollTop), 0);
  }));

const QUIET = '<p>Nothing is said here about it.</p>';
const SAID = '<p id="said">But the council must act now, the mayor said.</p>';
/** Presses the row of a finding far down the page; the focus is in its card then. */
const press = async (page) => {
  await ready(page);
  const lens = page.locator('stance-lens');
  await lens.locator('[role=tab][data-tab=findings]').click();
  await lens.locator('.result .entry', { hasText: 'Demand' }).click();
  await lens.locator('.card').waitFor();
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 300, `the page was scrolled (${top})`);
  return { card: lens.locator('.card'), top };
};
const quiet = { body: `<stance-lens for="story" open></stance-lens><article id="story"><p>The plan may fail.</p>${QUIET.repeat(60)}${SAID}${QUIET.repeat(60)}</article><input id="own">` };

for (const [what, paragraphs] of [['are gone', 0], ['are far away now', 200]]) {
  test(`when the page changes and the words of a card ${what}, it closes without scrolling, and the focus goes back into the lens`, () =>
    embed(quiet, async (page) => {
      const { card, top } = await press(page);
      await page.evaluate((count) => {
        const said = document.getElementById('said');
        for (let i = 0; i < count; i++) said.before(said.previousElementSibling.cloneNode(true));
        if (!count) said.remove();
      }, paragraphs);
      await card.waitFor({ state: 'hidden' });
      assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 50);
      assert.ok(await page.locator('stance-lens').evaluate(({ shadowRoot }) => shadowRoot.activeElement !== null));
    }));
}

test('a card that is closed from elsewhere in the page leaves the reader there', () =>
  embed(quiet, async (page) => {
    const { card, top } = await press(page);
    await page.locator('#said + p').click();
    await card.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => scrollY), top);
    await page.evaluate(() => scrollTo(0, 0));
    await press(page);
    await page.locator('#own').focus();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'own');
  }));

test('where the views cannot be loaded, the article is read all the same, and a sentence says so', () =>
  withPage({ path: '/', allow: /Failed to load resource/u, prepare: (page) => page.context().route('**/intake.js', (route) => route.fulfill({ status: 404, body: '' })) }, async (page) => {
    const text = await page.evaluate(() => customElements.whenDefined('stance-lens').then(() => document.querySelector('stance-lens').analyze('They must go.')).then((analysis) => analysis?.text));
    assert.equal(text, 'They must go.');
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    await page.locator('stance-lens .error', { hasText: 'intake.js' }).waitFor();
    await page.context().unroute('**/intake.js');
    await page.locator('stance-lens [role=tab][data-tab=voices]').click();
    await page.locator('stance-lens .panel[data-current] .voice').first().waitFor();
    assert.equal(await page.locator('stance-lens .error').isVisible(), false, 'once they are there it is mended');
    assert.equal(await page.locator('stance-lens [name=address]').count(), 1);
  }));

test('while the views are on their way, what was found is shown in the text', () =>
  embed({ prepare: (page) => page.context().route('**/intake.js', () => {}) }, async (page) => {
    await ready(page);
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
  }));

test('the text of a page is taken in a time that grows with it, and not with its square', () =>
  embed({}, async (page) => {
    const time = await page.evaluate(async () => {
      const { textOf } = await import('/stance-lens/host.js');
      const long = document.createElement('article');
      for (let i = 0; i < 16_000; i++) {
        const paragraph = document.createElement('p');
        paragraph.textContent = 'Nothing is said here about the harbour, nor about the plan.';
        long.append(paragraph);
      }
      document.body.append(long);
      const start = performance.now();
      const { text } = textOf(long);
      return text.length > 900_000 ? performance.now() - start : NaN;
    });
    assert.ok(time < 1500, `${Math.round(time)} ms`);
  }));

for (const [what, styles, hide] of [
  ['a class of an ancestor', 'body.short #more { display: none }', (page) => page.evaluate(() => document.body.classList.add('short'))],
  ['a narrow window', '@media (max-width: 600px) { #more { display: none } }', (page) => page.setViewportSize({ width: 500, height: 800 })],
  ['another sheet', '', (page) => page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('#more { display: none }');
    document.adoptedStyleSheets.push(sheet);
  })],
]) {
  test(`text that ${what} hides is followed`, () =>
    embed({ styles, body: '<article id="story"><p>You must go.</p><p id="more">They should stay.</p></article><stance-lens for="story"></stance-lens>' }, async (page) => {
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.includes('should stay'));
      await hide(page);
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.trim() === 'You must go.');
    }));
}

test('text that is hidden or shown later is followed', () =>
  embed({ body: '<article id="story"><p>You must go.</p><p id="more" hidden>They should stay.</p></article><stance-lens for="story"></stance-lens>' }, async (page) => {
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 1);
    await page.evaluate(() => (document.getElementById('more').hidden = false));
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 2);
    await page.evaluate(() => (document.querySelector('#story p').style.display = 'none'));
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 1);
    assert.deepEqual(await painted(page, 'demand'), ['should']);
  }));

test('what is folded up is read once it is opened, and its summary before', () =>
  embed({ body: '<article id="story"><p>You must go.</p><details><summary>They should stay.</summary>Nobody must come. <p>We must wait.</p></details></article><stance-lens for="story"></stance-lens>' }, async (page) => {
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.deepEqual(await painted(page, 'demand'), ['must', 'should']);
    await page.evaluate(() => (document.querySelector('details').open = true));
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 4);
  }));

test('what the page only gives another look is not painted again, and new nodes are', () =>
  embed({ body: '<article id="story"><p>You must go.</p><p>They should stay.</p></article><stance-lens for="story"></stance-lens>' }, async (page) => {
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 2);
    const after = (change) => page.evaluate(async (what) => {
      const ranges = () => [...CSS.highlights.get('stance-lens-demand')];
      const before = ranges();
      const story = document.getElementById('story');
      if (what === 'class') story.className = 'seen';
      else story.replaceChildren(...[...story.children].map((child) => child.cloneNode(true)));
      await new Promise((resolve) => setTimeout(resolve, 800));
      return [ranges().length, ranges().every((range) => before.includes(range)), ranges().every(({ startContainer }) => startContainer.isConnected)];
    }, change);
    assert.deepEqual(await after('class'), [2, true, true]);
    assert.deepEqual(await after('nodes'), [2, false, true]);
  }));

for (const around of ['display: flex', 'float: left', 'display: inline-block']) {
  test(`the element has a width where nothing gives it one: ${around}`, () =>
    embed({ body: `<article id="story">${article}</article><div style="${around}"><stance-lens for="story"></stance-lens></div>`, styles: `div { ${around} }`, allow: /inline style/u }, async (page) => {
      await page.locator('stance-lens .opener').waitFor();
      assert.ok((await page.locator('stance-lens').evaluate(({ offsetWidth }) => offsetWidth)) > 250);
      await page.evaluate(() => (globalThis.violations = []));
    }));
}

test('attributes and properties count whenever they are set, and a language that was refused is corrected', () =>
  embed({ body: `<article id="story">${article}</article><stance-lens for="story" lang="english"></stance-lens><stance-lens id="late"></stance-lens>` }, async (page) => {
    await page.locator('stance-lens .error', { hasText: 'english' }).first().waitFor();
    await page.evaluate(() => (document.querySelector('stance-lens').lang = 'en'));
    await ready(page);
    await page.locator('stance-lens .error').first().waitFor({ state: 'hidden' });
    const late = page.locator('#late');
    await late.evaluate((element) => element.setAttribute('sample', '/samples/harbour.txt'));
    await late.locator('[data-action=sample]').waitFor();
    assert.ok(await late.evaluate(async (element) => (await element.analyze('They must go.')).text === 'They must go.'));
    await late.evaluate((element) => element.setAttribute('for', 'story'));
    await page.waitForFunction(() => document.getElementById('late').analysis?.text.includes('council'));
    await late.locator('.opener').waitFor();
    assert.equal(await late.locator('textarea').count(), 0);
    const before = await page.evaluate(() => {
      const element = document.createElement('x-late');
      element.target = document.getElementById('story');
      document.body.append(element);
      return customElements.get('stance-lens').name;
    });
    assert.ok(before);
    await page.evaluate(() => {
      // As where the page is there before the module.
      customElements.define('x-late', class extends customElements.get('stance-lens') {});
    });
    await page.waitForFunction(() => document.querySelector('x-late').analysis?.text.includes('council'));
  }));

test('an article that came while the language was refused is the one that is read once that is mended', () =>
  embed({}, async (page) => {
    await ready(page);
    const refused = (change) => page.evaluate((source) => new Promise((resolve) => {
      document.querySelector('stance-lens').addEventListener('failure', resolve, { once: true });
      if (source) document.getElementById('story').textContent = source;
      else document.querySelector('stance-lens').lang = 'english';
    }).then(() => {}), change);
    await refused('');
    await refused('Everybody should wait, the minister said on Friday. But the plan may fail.');
    await page.evaluate(() => (document.querySelector('stance-lens').lang = 'en'));
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.startsWith('Everybody') && CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.deepEqual(await painted(page, 'demand'), ['should']);
  }));

test('settings that change while an article is read or fetched count for that article, and put no other in its place', () => {
  // A lexicon that is late makes every reading wait.
  let late = Promise.resolve();
  const prepare = (page) => page.route(/(own|next)\.(json|txt)$/u, async (route) => {
    await late;
    await route.fulfill({ body: route.request().url().endsWith('json') ? '{}' : 'Nobody should stay here.' });
  });
  return embed({ prepare, body: `<article id="story">${article}</article><stance-lens for="story" lexicon="/own.json"></stance-lens><stance-lens id="own" lexicon="/own.json"></stance-lens>` }, async (page) => {
    await ready(page);
    const during = async (name, id, begin, language, start) => {
      let go = () => {};
      late = new Promise((resolve) => (go = resolve));
      await Promise.all([page.waitForRequest((request) => request.url().endsWith(name)), page.evaluate(begin)]);
      await page.locator(id).evaluate((element, lang) => {
        element.lang = lang;
      }, language);
      go();
      await page.waitForFunction(([lens, text]) => document.querySelector(lens).analysis?.text.startsWith(text), [id, start]);
      await page.waitForTimeout(300);
      const { text, found } = await page.locator(id).evaluate(({ analysis }) => ({ text: analysis.text, found: analysis.language }));
      assert.deepEqual([text.startsWith(start), found.slice(0, 2)], [true, language.slice(0, 2)], text);
    };
    await during('own.json', '#own', () => void document.getElementById('own').analyze('They must go.'), 'de', 'They');
    assert.equal(await page.locator('#own .lens').getAttribute('data-view'), 'read');
    await during('own.json', '#own', () => void document.getElementById('own').analyze('Everybody must wait.'), 'en', 'Everybody');
    await during('next.txt', '#own', () => void document.getElementById('own').load('/next.txt'), 'en-GB', 'Nobody');
    await during('own.json', '[for]', () => void (document.getElementById('story').textContent = 'Everybody should wait, the minister said on Friday.'), 'en', 'Everybody');
    assert.ok((await painted(page, 'demand')).includes('should'));
  });
});

test('what is handed over is read as it was asked, or refused in a sentence', () =>
  embed({ body: `<article id="story">${article}</article><stance-lens for="story"></stance-lens><stance-lens id="own"></stance-lens>` }, async (page) => {
    await ready(page);
    const seen = await page.evaluate(async () => {
      const [there, own] = document.querySelectorAll('stance-lens');
      const said = [];
      for (const element of [there, own]) element.addEventListener('failure', ({ detail }) => said.push(detail.message));
      const text = 'The harbour plan of the council fails. The harbour plan of the council fails again.';
      const words = await own.analyze(text, { keyphrases: 'words' });
      own.shadowRoot.querySelector('[data-tab=overview]').click();
      const file = await own.openFile(new File(['They must go.'], 'a.txt'));
      return { said, other: await there.analyze(text), units: await own.analyze(text, { offsets: 'utf-32' }), words: words.keyphrases.every((phrase) => !phrase.text.includes(' ')), mode: own.shadowRoot.querySelector('[data-mode=words]')?.ariaPressed, file: file?.text };
    });
    assert.deepEqual({ ...seen, said: seen.said.length }, { said: 2, other: null, units: null, words: true, mode: 'true', file: 'They must go.' });
    assert.match(seen.said.join(' '), /in place.+UTF-16/u);
  }));

test('the page gives our highlights a look of its own, and a finding that is looked at can be read on a dark page', () =>
  embed({ styles: 'body { background: #111; color: #eee } ::highlight(stance-lens-demand) { background-color: rgb(1, 2, 3) }' }, async (page) => {
    await ready(page);
    const looks = (name) => page.locator('#story p').first().evaluate((element, highlight) => {
      const { color, backgroundColor } = getComputedStyle(element, `::highlight(stance-lens-${highlight})`);
      return { color, backgroundColor };
    }, name);
    assert.equal((await looks('demand')).backgroundColor, 'rgb(1, 2, 3)');
    assert.equal((await looks('active')).color, 'rgb(0, 0, 0)');
  }));

test('the page may change its article, replace it, and take the lens away', () =>
  embed({}, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      document.querySelector('#story p').textContent = 'The crews should leave the harbour, the mayor said.';
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.includes('should leave'));
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.ok((await painted(page, 'demand')).includes('should'));
    await page.evaluate(() => {
      const next = document.createElement('article');
      next.id = 'story';
      next.textContent = 'Everybody must wait, the minister said on Friday.';
      document.getElementById('story').replaceWith(next);
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.startsWith('Everybody') && CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.deepEqual(await painted(page, 'demand'), ['must']);
    await page.evaluate(() => {
      CSS.highlights.set('of-the-page', new Highlight());
      document.querySelector('stance-lens').remove();
    });
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ['of-the-page']);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  }));

for (const [what, body, sentence] of [
  ['an id that no element has', '<article id="story">They must go.</article><stance-lens for="storry" open></stance-lens>', 'There is no article with the id “storry” on this page.'],
  ['an article without text', '<article id="story"><img alt=""> </article><stance-lens for="story" open></stance-lens>', 'There is no text in the article of this page.'],
]) {
  test(`${what}: one sentence says so, nothing else is offered, and what comes later is read`, () =>
    embed({ body }, async (page) => {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await page.locator('stance-lens .missing', { hasText: sentence }).waitFor();
        assert.equal(await page.locator('stance-lens :is(button, textarea, select):visible').count(), 1, 'only the panel can be closed');
      }
      await page.evaluate(() => {
        document.getElementById('story').textContent = 'Everybody must wait, the minister said on Friday.';
        document.querySelector('stance-lens').setAttribute('for', 'story');
      });
      await ready(page);
      assert.equal(await page.locator('stance-lens .missing').isVisible(), false);
    }));
}

test('what moves all the time on a page keeps no article from being read', () =>
  embed({ body: '<p id="clock"></p><stance-lens for="story" open></stance-lens>' }, async (page) => {
    await page.locator('stance-lens .missing', { hasText: 'no article with the id' }).waitFor();
    await page.evaluate(() => {
      setInterval(() => (document.getElementById('clock').textContent = performance.now()), 100);
      document.body.append(Object.assign(document.createElement('article'), { id: 'story', textContent: 'They must go, the mayor said.' }));
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis);
    await page.evaluate(() => {
      document.getElementById('story').append(document.getElementById('clock'), ' Everybody should wait.');
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis.text.includes('should wait'));
  }));

for (const bare of [false, true]) {
  test(`a lens that no longer reads in place has a pane of its own, and may read in place again, ${bare ? 'without' : 'with'} highlights`, () =>
    embed({ bare }, async (page) => {
      await ready(page);
      const lens = page.locator('stance-lens');
      await page.evaluate(() => document.querySelector('stance-lens').removeAttribute('for'));
      await lens.locator('textarea').waitFor();
      assert.deepEqual(bare ? [] : await painted(page, 'demand'), []);
      assert.equal(await page.evaluate(() => document.querySelector('stance-lens').analyze('Everybody must wait.').then(({ text }) => text)), 'Everybody must wait.');
      await lens.locator('.text', { hasText: 'Everybody must wait.' }).waitFor();
      await lens.locator('.page').focus();
      await page.keyboard.press('j');
      assert.equal(await lens.locator('.card:visible').count(), 1);
      await page.evaluate(() => document.querySelector('stance-lens').setAttribute('for', 'story'));
      await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.includes('harbour'));
    }));
}

test('on a page that is written from top to bottom the lens is not', () =>
  embed({ styles: 'body { writing-mode: vertical-rl }' }, async (page) => {
    await ready(page);
    assert.equal(await page.locator('stance-lens .lens').evaluate((element) => getComputedStyle(element).writingMode), 'horizontal-tb');
  }));

test('an element that gets its id later is read, and so is the one that gets it next', () =>
  embed({ body: '<article>They must go, the mayor said.</article><p>Everybody should wait.</p><stance-lens for="story" open></stance-lens>' }, async (page) => {
    await page.locator('stance-lens .missing', { hasText: 'no article with the id' }).waitFor();
    await page.evaluate(() => (document.querySelector('article').id = 'story'));
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.startsWith('They'));
    await page.evaluate(() => {
      document.querySelector('article').id = '';
      document.querySelector('p').id = 'story';
    });
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.startsWith('Everybody'));
  }));

for (const width of [1280, 360]) {
  test(`without highlights the article is shown in our own pane, and followed, at ${width} pixels`, () =>
    embed({ bare: true, context: { viewport: { width, height: 740 } } }, async (page) => {
      const lens = page.locator('stance-lens');
      const before = await shape(page);
      await lens.locator('.text mark.demand', { hasText: 'must' }).first().waitFor();
      assert.equal(await lens.locator('.text mark.demand').first().evaluate((mark) => getComputedStyle(mark).paddingInlineStart), '0px', 'words stand as far apart as without marks');
      assert.ok((await lens.locator('.text').innerText()).includes('The council must act now'));
      assert.equal(await shape(page), before);
      assert.equal(await page.evaluate(() => scrollY), 0);
      for (const none of ['.editor', '[data-view=write]:is(button)', '.missing']) assert.ok(await lens.locator(none).isHidden(), none);
      await lens.locator('.text mark.demand').first().click();
      assert.match(await lens.locator('.card').innerText(), /Demand/);
      await lens.locator('.opener').click();
      assert.ok(await lens.locator('.text').isHidden());
      await lens.locator('.opener').click();
      await page.evaluate(() => {
        document.querySelector('#story').textContent = 'Everybody should wait, the minister said on Friday.';
      });
      await lens.locator('.text mark.demand', { hasText: 'should' }).waitFor();
      await page.evaluate(() => document.querySelector('stance-lens').setAttribute('for', 'storry'));
      await lens.locator('.missing', { hasText: '“storry”' }).waitFor();
      assert.equal(await page.locator('stance-lens :is(button, textarea, select):visible').count(), 1, 'only the panel can be closed');
      assert.ok(await lens.locator('.text').isHidden());
    }));
}

test('a browser that does not know highlights leaves out their rules alone', () => {
  // An unknown pseudo-element makes a whole rule invalid, and what else the rule is for.
  for (const [, selectors] of `${PAINT_CSS}${FORCED_CSS}`.matchAll(/([^{}]*)\{/gu)) {
    if (selectors.includes('::highlight')) assert.doesNotMatch(selectors, /\.\w/u);
  }
});

test('without its article the panel is empty', () =>
  embed({}, async (page) => {
    await ready(page);
    const panel = page.locator('stance-lens .side');
    await panel.waitFor();
    await page.evaluate(() => document.querySelector('stance-lens').setAttribute('for', 'missing'));
    await panel.waitFor({ state: 'hidden' });
    assert.ok(await page.locator('stance-lens .menu').isHidden());
    await page.locator('stance-lens .missing', { hasText: '“missing”' }).waitFor();
    await page.evaluate(() => document.querySelector('stance-lens').setAttribute('for', 'story'));
    await panel.waitFor();
  }));

test('the menu of exports fits a narrow window', () =>
  embed({}, async (page) => {
    await ready(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.locator('stance-lens .menu summary').click();
    await page.locator('stance-lens .menu-items').waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  }));

for (const width of [1280, 360]) {
  test(`what is read can be exported while the panel is closed, at ${width} pixels`, () =>
    embed({ body: `<stance-lens for="story"></stance-lens><article id="story">${article}</article>`, context: { viewport: { width, height: 740 } } }, async (page) => {
      await ready(page);
      await page.locator('stance-lens .menu summary').click();
      // A press that does not reach its button fails.
      for (const item of await page.locator('stance-lens .menu-items button').all()) await item.click({ trial: true, timeout: 3000 });
    }));
}

test('every line stands under its own words, and no two are alike', () => {
  const lines = Array.from(PAINT_CSS.matchAll(/^.*\.paint\.(\w+) .*text-decoration: (\S+ \S+) ([\d.]+)px/gmu), ([, category, style, width]) => ({ category, style, width: Number(width) }));
  assert.equal(lines.length, 14);
  for (const { category, style, width } of lines) {
    // A line above would cross the line of text before it, or seem to be the one under its words.
    assert.ok(style.startsWith('underline ') || category === 'damage', category);
    for (const other of lines) {
      if (other.category === category || other.style !== style) continue;
      assert.ok(Math.max(width / other.width, other.width / width) >= 2, `${category} and ${other.category}`);
    }
  }
});

test('two lenses share a page, and one may go', () =>
  embed({ body: '<p id="a">You must go.</p><p id="b">You should stay here.</p><stance-lens for="a"></stance-lens><stance-lens for="b"></stance-lens>' }, async (page) => {
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 2);
    await page.locator('stance-lens').first().evaluate((element) => element.remove());
    assert.deepEqual(await painted(page, 'demand'), ['should']);
  }));

test('a lens that is out of the page reads nothing, and reads what it was told meanwhile once it is back', () => {
  const asked = [];
  const prepare = (page) => page.route(/\/(one|two)\.txt$/u, (route) => {
    const [, name] = /(\w+)\.txt$/u.exec(route.request().url());
    asked.push(name);
    return route.fulfill({ contentType: 'text/plain', body: `They must read ${name}.` });
  });
  return embed({ prepare, body: '<article id="story">You must go.</article><p id="other">Everybody should stay here.</p><stance-lens for="story"></stance-lens><stance-lens id="own" src="/one.txt"></stance-lens>' }, async (page) => {
    const reads = (which, text) => page.waitForFunction(([lens, words]) => document.querySelector(lens).analysis?.text.trim() === words, [which, text]);
    await reads('[for]', 'You must go.');
    await reads('#own', 'They must read one.');
    await page.evaluate(() => {
      globalThis.lenses = [...document.querySelectorAll('stance-lens')];
      globalThis.told = 0;
      for (const lens of globalThis.lenses) {
        lens.remove();
        lens.addEventListener('analysis', () => (globalThis.told += 1));
      }
      globalThis.lenses[0].setAttribute('for', 'other');
      globalThis.lenses[1].setAttribute('src', '/two.txt');
    });
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => [CSS.highlights.size, globalThis.told]), [0, 0]);
    await page.evaluate(() => document.body.append(...globalThis.lenses));
    await reads('[for]', 'Everybody should stay here.');
    await reads('#own', 'They must read two.');
    await page.evaluate(() => document.body.append(globalThis.lenses[1]));
    await page.waitForTimeout(300);
    assert.deepEqual(asked, ['one', 'two'], 'moved, it shows what it has');
  });
});

test('a lens that is taken away while it prepares a long text leaves no worker behind', () =>
  embed({ body: '<stance-lens></stance-lens>' }, async (page) => {
    await page.evaluate(async () => {
      await customElements.whenDefined('stance-lens');
      const element = document.querySelector('stance-lens');
      const plain = globalThis.setTimeout;
      // In the first breath of a long text.
      globalThis.setTimeout = (then, time, ...given) => {
        if (time === undefined) element.remove();
        return plain(then, time, ...given);
      };
      await element.analyze('They must go. '.repeat(25_000));
      if (element.isConnected) throw new Error('It took no breath.');
    });
    await page.waitForTimeout(500);
    assert.equal(page.workers().length, 0);
  }));

test('a lens that goes into a frame and back has its looks there, and reads there what it is for', () =>
  embed({ styles: 'iframe { width: 900px; height: 600px }', body: `<article id="story">${article}</article><stance-lens for="story" open></stance-lens><stance-lens class="own"></stance-lens><iframe srcdoc="<article id=story>Everybody should wait.</article>"></iframe>` }, async (page) => {
    await ready(page);
    await page.evaluate(() => document.querySelector('.own').analyze('They must go.'));
    const look = (where) => page.evaluate((host) => {
      const there = host === 'frame' ? document.querySelector('iframe').contentDocument : document;
      return [...there.querySelectorAll('stance-lens')].map(({ analysis, shadowRoot }) => [shadowRoot.adoptedStyleSheets.length, getComputedStyle(shadowRoot.host).display, shadowRoot.querySelectorAll('mark.demand').length, analysis?.text.trim()]);
    }, where);
    const move = (to) => page.evaluate((where) => {
      const [here, frame] = [document, document.querySelector('iframe').contentDocument];
      const [from, into] = where === 'frame' ? [here, frame] : [frame, here];
      into.body.append(...from.querySelectorAll('stance-lens'));
    }, to);
    await move('frame');
    // Marks are made where they are seen.
    const marked = (name) => page.waitForFunction((lens) => {
      const { shadowRoot } = document.querySelector('iframe').contentDocument.querySelector(lens);
      shadowRoot.querySelector('.text').scrollIntoView();
      return shadowRoot.querySelector('mark.demand');
    }, name);
    await marked('[for]');
    const [inPlace] = await look('frame');
    assert.deepEqual(inPlace, [2, 'block', 1, 'Everybody should wait.']);
    await marked('.own');
    const [, own] = await look('frame');
    assert.deepEqual(own, [2, 'block', 1, 'They must go.']);
    await move('page');
    await page.waitForFunction(() => document.querySelector('stance-lens').analysis?.text.includes('harbour'));
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size === 2);
    assert.deepEqual((await look('page')).map(([sheets, , marks]) => [sheets, marks]), [[2, 0], [2, 0]]);
  }));

test('styles of the page do not reach inside', () =>
  embed({ styles: '* { all: unset !important; font-size: 3px !important; display: inline !important } button { position: fixed; inset: 0 }' }, async (page) => {
    await ready(page);
    const tab = page.locator('stance-lens [role=tab]').nth(1);
    assert.ok((await tab.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))) > 10);
    assert.notEqual(await tab.evaluate((element) => getComputedStyle(element).position), 'fixed');
  }));

test('the bookmark that the page offers works on pages of other sites, and says so where it cannot', async () => {
  const other = await siteWith({ '/story': open(`<!doctype html><title>Story</title><link rel="icon" href="data:,"><nav><p>Home</p></nav><main>${article}</main>`, 'text/html') });
  after(() => other.close());
  await withPage({
    sites: [other.address],
    ignoreHTTPSErrors: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    allow: /Failed to load resource/u,
  }, async (page) => {
    const link = page.locator('stance-lens .address a');
    const bookmark = await link.getAttribute('href');
    for (const button of [link, page.locator('stance-lens .address p button')]) {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await button.press('Enter');
      await page.locator('stance-lens .address [role=status]:has-text("Copied")').waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), bookmark);
    }
    await page.goto(`${other.address}/story`);
    const press = () => page.evaluate(bookmark.replace('javascript:', ''));
    // The modules come from another origin, whose server allows that; its worker may not, so this thread does the work.
    await press();
    await page.waitForFunction(() => CSS.highlights.get('stance-lens-demand')?.size > 0);
    assert.ok((await painted(page, 'demand')).includes('must'));
    assert.ok(!(await page.evaluate(() => document.querySelector('stance-lens').analysis.text)).includes('Home'));
    await press();
    assert.deepEqual(await page.evaluate(() => [document.querySelector('stance-lens'), CSS.highlights.size]), [null, 0]);

    await page.route('**/bookmarklet.js', (route) => route.abort());
    await page.reload();
    const said = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss();
      return dialog.message();
    });
    await press();
    assert.match(await said, /^StanceLens could not be loaded here: copy the article and paste it at http:.+\.$/u);
  });
});

test('a lexicon may change, and an article is read without one that is missing or wrong', () =>
  embed({ allow: /status of 404/u }, async (page) => {
    const lexicons = { '/none.json': null, '/wrong.json': '{"entries": [{"tag": "shout"}]}', '/own.json': '{"silence": ["demand.aux.must"]}' };
    await page.route(/\/(none|wrong|own)\.json$/u, (route) => {
      const body = lexicons[new URL(route.request().url()).pathname];
      return route.fulfill(body === null ? { status: 404, body: '' } : { body });
    });
    await ready(page);
    const read = (name) => page.evaluate((address) => {
      const lens = document.querySelector('stance-lens');
      lens.setAttribute('lexicon', address);
      return new Promise((resolve) => {
        lens.addEventListener('analysis', () => setTimeout(() => resolve([lens.analysis.stances.map(({ rule }) => rule), lens.shadowRoot.querySelector('.error:not([hidden])')?.textContent ?? ''])), { once: true });
      });
    }, name);
    const [silenced, none] = await read('/own.json');
    assert.ok(!silenced.includes('demand.aux.must'));
    assert.equal(none, '');
    for (const [name, message] of [['/none.json', /The lexicon \S+none\.json could not be loaded.+read without the lexicon\./u], ['/wrong.json', /Line 1 of the lexicon.+read without the lexicon\./u]]) {
      const [rules, said] = await read(name);
      assert.ok(rules.includes('demand.aux.must'), name);
      assert.match(said, message);
    }
  }));
