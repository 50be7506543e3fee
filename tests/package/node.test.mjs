/** Node, edge runtimes and places without files: what the documentation shows there, as it is shown. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
  'summary.js': shown('docs/output.md', 'js'),
  'readme.js': shown('README.md', 'js'),
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

test('a report', () => assert.match(run('exports.js'), /^# Analysis\n[^]*\n## Stance profile\n[^]*\| Demand \| 1 \|/mu));

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
