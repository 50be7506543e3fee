/** What is taken away: every export says the same as the analysis, and no text in it can become markup. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { dateOf } from '../../www/stance-lens/dom.js';
import { annotations, citation, csv, fileName, html, markdown } from '../../www/stance-lens/exports.js';
import { GUESSED, findingsOf, voicesOf } from '../../www/stance-lens/findings.js';
import { sample, withPage } from './lens.mjs';

const text = '🌊 Title <b>\n\n=SUM(1) must act, "now", Ann said.';
const at = (words) => [text.indexOf(words), text.indexOf(words) + words.length];
const analysis = {
  schema: 1, language: 'en', text,
  article: { title: '🌊 Title <b>', byline: 'Eve & co', published: '2025-03-12', blocks: [{ kind: 'title', start: 0, end: 12 }, { kind: 'paragraph', start: 14, end: text.length }] },
  sentences: [[0, 12], [14, text.length]],
  keyphrases: [{ text: '=SUM(1)', score: 1, mentions: [at('=SUM(1)')] }],
  speakers: [{ id: 0, name: 'Ann', mentions: [at('Ann')] }],
  attributions: [{ source: at('Ann'), cue: at('said'), content: [at('=SUM(1) must act, "now"')], kind: 'mixed', speaker: 0 }],
  stances: [{ start: at('must')[0], end: at('must')[1], tag: 'demand', holder: 0, target: at('act'), polarity: 0, strength: 2, rule: 'demand.modal.must' }],
};
const found = { analysis, findings: await findingsOf(analysis), rules: { 'demand.modal.must': { id: 'demand.modal.must', tag: 'demand', reason: 'A modal of obligation.', source: 'Searle 1976' } } };

test('CSV quotes its cells and leaves no formula', () => {
  const rows = csv(found).trim().split('\r\n');
  assert.equal(rows.length, 4);
  assert.ok(rows.some((row) => row.includes(`,'=SUM(1),`)), rows.join('\n'));
  assert.ok(rows.some((row) => row.includes(`"'=SUM(1) must act, ""now"""`)), rows.join('\n'));
  assert.ok(rows.some((row) => row.startsWith('demand,') && row.endsWith(',demand.modal.must,A modal of obligation.,,🌊 Title <b>,2025-03-12,en')));
});

test('tables of several articles go below one another', () => {
  const untitled = { ...found, analysis: { ...analysis, article: { ...analysis.article, title: null } } };
  const [head, ...rows] = (csv(untitled, { id: 'https://example.org/1' }) + csv(untitled, { id: 2, header: false }) + csv({ ...found, findings: [] }, { header: false })).trim().split('\r\n');
  assert.match(head, /^layer,.+,why,id,title,/);
  assert.deepEqual(rows.map((row) => /,(https:[^,]+|2),,2025-03-12,en$/.exec(row)?.[1]), [...Array(3).fill('https://example.org/1'), ...Array(3).fill('2')]);
});

test('Web Annotations count code points and quote with context', () => {
  const { items } = JSON.parse(annotations(found));
  const points = [...text];
  for (const { target } of items) {
    const [position, quote] = target.selector;
    assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
    assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
  }
});

test('Web Annotations of several articles are told apart', () => {
  const [none, address, file] = [undefined, 'https://example.org/1', 'port ellery'].map((id) => JSON.parse(annotations(found, { id })));
  assert.deepEqual([none.items[0].target.source, address.items[0].target.source, file.items[0].target.source], ['urn:stance-lens:article', 'https://example.org/1', 'urn:stance-lens:article:port%20ellery']);
  assert.equal(new Set([none, address, file].flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])).size, 3 * (found.findings.length + 1));
});

test('a report says where nothing was found, and where nothing was looked for', () => {
  const bare = { ...found, findings: [], analysis: { ...analysis, keyphrases: [] } };
  assert.match(markdown(bare), /No keyphrase was found\.[^]*No speaker and no position was found\./u);
  const german = markdown({ ...bare, analysis: { ...bare.analysis, language: 'de' } });
  assert.ok(/in English only/u.test(german) && !/\| 0 \|/u.test(german), german);
});

test('the report names the voices and escapes what is not its own', () => {
  const report = markdown(found);
  assert.ok(report.includes(`\n${GUESSED}\n`), report);
  assert.match(report, /### Ann/);
  assert.match(report, /- demands: \*\*must\*\* act/);
  assert.ok(!report.includes('<b>'));
});

test('a report tells what is quoted from what is reported', () => {
  const as = (kind) => markdown({ ...found, findings: found.findings.map((finding) => Object.assign(Object.create(finding), { item: { ...finding.item, ...(finding.layer === 'attribution' && { kind }) } })) });
  assert.match(as('quote'), /^- said: “=SUM.+”$/mu);
  assert.match(as('report'), /^- said: =SUM.+[^”]$/mu);
});

test('who says “By” is not said to be by “By”, and a month is no day', () => {
  assert.match(markdown({ ...found, analysis: { ...analysis, article: { ...analysis.article, byline: 'By Eve' } } }), /^By Eve, 2025/mu);
  assert.ok(!/\b1\b/u.test(dateOf('2024-07')) && /2024/u.test(dateOf('2024-07')));
});

test('accents stay in the names of files', () => {
  for (const [title, name] of [['Café für Ärzte', 'café-für-ärzte'], ['नमस्ते दुनिया', 'नमस्ते-दुनिया']]) assert.equal(fileName({ ...analysis, article: { ...analysis.article, title } }), name);
});

test('words reported within reported words are the inner speaker\'s alone, and counted as the core counts them', () => {
  const said = 'Ann said that Bo “would not go, don\'t ask” on state-run radio.';
  const span = (words) => [said.indexOf(words), said.indexOf(words) + words.length];
  const nested = {
    ...analysis, text: said, speakers: [{ id: 0, name: 'Ann', mentions: [] }, { id: 1, name: 'Bo', mentions: [] }], keyphrases: [], stances: [],
    attributions: [
      { source: span('Ann'), cue: span('said'), content: [span('Bo “would not go, don\'t ask” on state-run radio')], kind: 'report', speaker: 0 },
      { source: span('Bo'), cue: null, content: [span('“would not go, don\'t ask”')], kind: 'quote', speaker: 1 },
    ],
  };
  return findingsOf(nested).then((findings) => {
    const [first, second] = voicesOf(nested, findings);
    assert.deepEqual([first.name, first.quoted, first.reported], ['Bo', 6, 0]);
    assert.deepEqual([second.name, second.quoted, second.reported], ['Ann', 0, 5]);
  });
});

test('a citation carries words, voice and origin', () => {
  const demand = found.findings.find(({ layer }) => layer === 'demand');
  assert.equal(citation(analysis, demand), '“=SUM(1) must act, "now", Ann said.” (demand “must” about “act”, Ann) — Eve & co, “🌊 Title <b>”, 2025-03-12');
});

test('the exported page shows the same text, needs no script and lets nothing in', () =>
  withPage({
    path: '/exported.html',
    prepare: (page) => page.route('**/exported.html', (route) => route.fulfill({ contentType: 'text/html', body: html(found) })),
  }, async (page) => {
    assert.equal(await page.locator('article p').textContent(), text.slice(14));
    assert.equal(await page.locator('article b, script').count(), 0);
    assert.equal(await page.locator('body > .note').textContent(), `By Eve & co, 2025-03-12. ${GUESSED}`);
    const mark = page.locator('mark.demand').first();
    const line = () => mark.evaluate((element) => getComputedStyle(element).textDecorationLine);
    assert.equal(await line(), 'underline');
    await page.locator('#show-demand').uncheck();
    assert.equal(await line(), 'none');
  }));

test('the menu saves files; the JSON is the analysis', () =>
  withPage({}, async (page) => {
    await sample(page);
    for (const kind of ['json', 'csv', 'markdown', 'annotations', 'html']) {
      await page.locator('stance-lens .menu summary').click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`stance-lens [data-export=${kind}]`).click()]);
      assert.match(download.suggestedFilename(), /^port-ellery-.*\.(json|csv|md|jsonld|html)$/);
      if (kind === 'csv') assert.match(await readFile(await download.path(), 'utf8'), /^\ufefflayer,[^]*,port-ellery-[\w-]+,Port Ellery/);
      if (kind === 'annotations') assert.match(await readFile(await download.path(), 'utf8'), /"source": "http:[^"#]+samples\/[^"#]+"/);
      if (kind !== 'json') continue;
      const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
      assert.deepEqual(saved, await page.evaluate(() => document.querySelector('stance-lens').analysis));
    }
  }));
