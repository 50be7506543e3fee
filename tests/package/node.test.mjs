/** Node, edge runtimes and places without files: what the documentation shows there, as it is shown. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { build } from 'esbuild';
import { project, shown } from './installed.mjs';

const article = `<!doctype html><title>Bridge</title><article><h1>Bridge</h1>${'<p>The old bridge must close at once, the mayor said on Monday, because its pillars are weak.</p>'.repeat(8)}</article>`;
const page = 'docs/node.md';
const folder = project('node', {
  'article.html': article,
  'article.js': shown(page, 'js', 'readFile'),
  'exports.js': shown(page, 'js', 'stance-lens/exports'),
  'inline.js': shown(page, 'js', 'stance-lens/inline'),
  'edge.js': shown(page, 'js', 'export default'),
  'summary.js': shown('docs/output.md', 'js', 'summarize('),
  'readme.js': shown('README.md', 'js'),
  'first.js': shown('pkg/README.md', 'js', 'createAnalyzer'),
  'table.js': shown('docs/output.md', 'js', 'csv('),
  'error.js': "import { createAnalyzer } from 'stance-lens';\nawait createAnalyzer().analyze({ text: 'x', html: 'x' });",
  'errors.js': `import { StanceLensError } from 'stance-lens';
    import { createAnalyzer, StanceLensError as Inline } from 'stance-lens/inline';
    import { StanceLensError as Client } from 'stance-lens/client';
    import { readAddress } from './node_modules/stance-lens/intake.js';
    const caught = await createAnalyzer().analyze({ text: 'x', html: 'x' }).catch((error) => error);
    try {
      readAddress('nowhere', 'https://example.org');
    } catch (error) {
      console.log(Client === StanceLensError, Inline === StanceLensError, caught instanceof StanceLensError, error instanceof StanceLensError, error.name);
    }`,
  'lexicon.json': shown('docs/custom-lexicons.md', 'json'),
  'lexicon.js': `import { readFile } from 'node:fs/promises';
    import { createAnalyzer } from 'stance-lens';
    const analyzer = createAnalyzer();
    const lexicon = JSON.parse(await readFile('lexicon.json', 'utf8'));
    const text = 'But residents booed the plan.';
    const shown = [];
    const real = analyzer.analyze;
    analyzer.analyze = async (...given) => { shown.push(await real(...given)); return shown[0]; };
    ${shown('docs/custom-lexicons.md', 'js')}
    console.log(shown[0].stances.map(({ rule }) => rule).join());`,
});
const run = (file) => execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });

test('an article on the disk', () => assert.match(run('article.js'), /^demand must close|^demand must/mu));

test('the first lines of the README', () => assert.match(run('readme.js'), /^\w+: “[^”]+”, held by .+ \(.+\)$/mu));

test('the first lines of the page of the package', () => assert.equal(run('first.js'), 'oppose oppose\ndemand must\n'));

test('a report', () => assert.match(run('exports.js'), /^# Analysis\n[^]*\n## Stance profile\n[^]*\| Demand \| 1 \|/mu));

test('one table of what `batch` writes', () => {
  const text = 'You must go.';
  const analysis = { text, language: 'en', article: { blocks: [] }, sentences: [[0, 12]], keyphrases: [], speakers: [], attributions: [], stances: [{ start: 4, end: 8, tag: 'demand', holder: null, target: null, polarity: 0, strength: 2, rule: 'demand.aux.must' }] };
  const lines = [{ id: 'a', error: { code: 'too-large', message: 'Too large.' } }, { id: 'b', ...analysis }, { id: 3, ...analysis }];
  const { stdout, stderr } = spawnSync(process.execPath, ['table.js'], { cwd: folder, encoding: 'utf8', input: lines.map((line) => JSON.stringify(line)).join('\n') });
  assert.equal(stderr, 'a: Too large.\n');
  assert.match(stdout, /^layer,.*,language\r\ndemand,4,8,must,The author,.*,b,,,en\r\ndemand,4,8,.*,3,,,en\r\n$/u);
});

test('an error that nobody caught has its name', () => {
  const { stderr } = spawnSync(process.execPath, ['error.js'], { cwd: folder, encoding: 'utf8' });
  assert.match(stderr, /^StanceLensError: A source is .+\.$/mu);
});

test('errors are of one class, whichever file they come from', () => assert.equal(run('errors.js'), 'true true true true StanceLensError\n'));

test('a summary', () => assert.match(run('summary.js'), /^6 3 \[ 'mayor: go' \]$/mu));

test('without a file', () => assert.equal(run('inline.js').trim(), 'demand'));

test('a lexicon of one\'s own', () => assert.match(run('lexicon.js'), /^oppose\.verb\.boo$/mu));

test('an edge runtime hands in the module', async () => {
  // As those runtimes bundle: one file without an address, WebAssembly as modules.
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [join(folder, 'edge.js')], bundle: true, write: false, format: 'iife', globalName: 'edge', platform: 'neutral', logLevel: 'error', logOverride: { 'empty-import-meta': 'silent' },
    plugins: [{
      name: 'modules of WebAssembly',
      setup({ onLoad }) {
        onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: `export default globalThis.handedIn[${JSON.stringify(basename(path))}]` }));
      },
    }],
  });
  // No file, no network, no worker, no compiler.
  const { Module, Instance, RuntimeError, Memory, Table } = WebAssembly;
  const names = ['stance_lens_bg.wasm', 'stance_lens_html_bg.wasm'];
  const handedIn = Object.fromEntries(names.map((name) => [name, new Module(readFileSync(join(folder, 'node_modules/stance-lens/wasm', name)))]));
  const scope = vm.createContext({ handedIn, WebAssembly: { Module, Instance, RuntimeError, Memory, Table }, TextEncoder, TextDecoder, URL, Response, console });
  vm.runInContext(`${text};globalThis.worker = edge.default`, scope);
  const answer = await scope.worker.fetch(new Request('http://edge.test', { method: 'POST', body: article }));
  assert.match(JSON.stringify(await answer.json()), /old bridge/u);
});
