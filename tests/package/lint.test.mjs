/** What others check in a package, and that nothing of what it offers changes unnoticed. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { ROOT } from './installed.mjs';

const PKG = join(ROOT, 'pkg');
const manifest = JSON.parse(readFileSync(join(PKG, 'package.json'), 'utf8'));

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: PKG, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test('are the types wrong? They are not', () => {
  const tool = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const { status, stdout } = spawnSync(process.execPath, [tool, '--pack', PKG, '--profile', 'esm-only', '--no-color', '--format', 'ascii'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('licences and the notice of the data are inside', () => {
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE', 'README.md']) assert.ok(existsSync(join(PKG, name)), name);
});

test('links of its pages lead to what is inside', () => {
  const pages = ['README.md', ...readdirSync(join(PKG, 'docs')).map((name) => `docs/${name}`)];
  for (const page of pages) {
    for (const [, link] of readFileSync(join(PKG, page), 'utf8').matchAll(/\]\(([^)\s:#]+)(?:#[^)]*)?\)/gu)) {
      assert.ok(existsSync(join(PKG, dirname(page), link)), `${page}: ${link}`);
    }
  }
});

test('its first page is for those who install it', () => {
  const page = readFileSync(join(PKG, 'README.md'), 'utf8');
  assert.ok(page.includes(`npm install ${manifest.name}\n`));
  assert.doesNotMatch(page, /cargo|`(?:src|tests|xtask|www)\//u);
});

test('every module with a side effect is named, and no other', () => {
  const modules = Object.values(manifest.exports).map((target) => target.default).filter((file) => file?.endsWith('.js'));
  // What a bundler may leave out where nothing of it is used: an import of it alone must do nothing.
  const effects = modules.filter((file) => /customElements\.define\(|(?<![.\w])addEventListener\("message"|import"\.\/define\.js"/u.test(readFileSync(join(PKG, file), 'utf8')));
  assert.deepEqual(effects.sort(), [...manifest.sideEffects].sort());
});

test('what the documentation shows of events and errors has types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    const shown = /^document\.querySelector\('stance-lens'\)[^]*?^\}\);/mu.exec(readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8'))?.[0] ?? '';
    const file = join(folder, 'page.ts');
    writeFileSync(file, `import '${PKG}/define.js';
import { StanceLensError } from '${PKG}/client.js';
${shown.replace(`('stance-lens')`, `('stance-lens')!`)}
const lens = document.querySelector('stance-lens')!;
lens.addEventListener('failure', ({ detail }) => detail instanceof StanceLensError && detail.code === 'disposed');
lens.addEventListener('click', ({ clientX }) => clientX);
const text: Promise<string | undefined> = lens.openFile(new File([], 'a')).then((analysis) => analysis?.text);
export { text };
`);
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--ignoreConfig', '--types', '', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2024,dom,dom.iterable', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the worker is named by the one literal that bundlers know', () => {
  const source = readFileSync(join(PKG, 'client.js'), 'utf8');
  assert.equal(source.split('new Worker(new URL("./worker.js",import.meta.url),{type:"module"})').length, 2);
});

test('the names and signatures are the agreed ones', () => {
  const parts = Object.entries(manifest.exports).filter(([, { types }]) => types).map(([entry, { types }]) => {
    const source = readFileSync(join(PKG, types), 'utf8').replace(/\/\*\*[^]*?\*\/|export interface InitOutput \{[^]*?^\}/gmu, '').replace(/[ \t]+$/gmu, '').replace(/\n{2,}/gu, '\n').trim();
    return `## ${join(manifest.name, entry)}\n\n\`\`\`ts\n${source}\n\`\`\`\n`;
  });
  const report = `# What the package offers\n\nMade by \`tests/package/lint.test.mjs\`; \`UPDATE_API=1\` writes it anew.\n\n${parts.join('\n')}`;
  const file = join(ROOT, 'tests/package/api.md');
  if (process.env.UPDATE_API) writeFileSync(file, report);
  assert.equal(report, readFileSync(file, 'utf8'), 'the package offers something else: if that is meant, write the report anew with UPDATE_API=1, and the change log');
});

test('the manifest of the element and the documentation name the same things', () => {
  const { modules } = JSON.parse(readFileSync(join(PKG, 'custom-elements.json'), 'utf8'));
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'stance-lens');
  const [embedding, styling] = ['embedding', 'styling'].map((name) => readFileSync(join(ROOT, `docs/${name}.md`), 'utf8'));
  const names = (list) => list.map(({ name }) => name);
  for (const name of [...names(element.attributes), ...names(element.events), ...names(element.members).filter((name) => !/Callback$|^observed/u.test(name))]) {
    assert.match(embedding, new RegExp(`\`(?:event )?${name}[(\`]|event \`${name}\``, 'u'), `embedding.md names ${name}`);
  }
  for (const name of [...names(element.cssParts), ...names(element.cssProperties)]) assert.ok(styling.includes(`\`${name}\``), `styling.md names ${name}`);
});
