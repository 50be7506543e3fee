// Fills pkg/ with the npm package: modules bundled and minified, declarations, the manifest of the element.
// Usage: node pack.mjs VERSION
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = join(root, 'www/stance-lens');
const to = join(root, 'pkg');
const [version] = process.argv.slice(2);

/** What can be imported, or is loaded late or by another name; everything else goes into these. */
const ENTRIES = ['index', 'client', 'node', 'inline', 'element', 'define', 'bookmarklet', 'exports', 'intake', 'service', 'worker'];

/** Bundles that stand alone, so that they start without another request. */
const ALONE = ['worker.js'];

/** Entries stay modules of their own, under their own names: the client looks for the worker beside itself. */
const entriesApart = {
  name: 'entries apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined;
      const name = basename(path, '.js');
      const entry = ENTRIES.includes(name) && dirname(path) === '.' && !ALONE.includes(basename(importer));
      // Large or made elsewhere; loaded where they lie.
      const apart = kind === 'dynamic-import' && path.startsWith('./wasm/');
      return entry || apart ? { path, external: true } : undefined;
    });
  },
};

/** Styles without the white space and comments that people read them by, which minifiers leave in template strings. */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\/(?:styles|intake)\.js$/ }, ({ path }) => {
      const squeeze = (_, head, css) => head + css.replace(/\/\*[^]*?\*\//gu, '').replace(/\s*\n\s*/gu, '\n').replace(/(?<=[{};,])\s+|\s+(?=[{}])|(?<=[\w-]:)\s+/gu, '').replaceAll(';}', '}');
      return { contents: readFileSync(path, 'utf8').replace(/^((?:export )?const CSS\w* = `)([^]*?)(?=^`;)/mu, squeeze), loader: 'js' };
    });
  },
};

/** Puts what the glue imports into it: one file, wherever it is loaded from. */
async function glue() {
  const folder = join(from, 'wasm');
  const imported = join(folder, 'snippets');
  if (!existsSync(imported)) return;
  const file = join(folder, 'stance_lens.js');
  await build({ entryPoints: [file], outfile: file, allowOverwrite: true, bundle: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning' });
  rmSync(imported, { recursive: true });
}

async function modules() {
  const minify = { format: 'esm', target: 'es2022', minify: true, sourcemap: 'linked', legalComments: 'none', charset: 'utf8', logLevel: 'warning', external: ['node:*'] };
  await build({ ...minify, entryPoints: ENTRIES.map((name) => join(from, `${name}.js`)), outdir: to, bundle: true, plugins: [entriesApart, styles] });
  const glued = readdirSync(join(from, 'wasm')).filter((name) => name.endsWith('.js'));
  await build({ ...minify, sourcemap: false, external: undefined, entryPoints: glued.map((name) => join(from, 'wasm', name)), outdir: join(to, 'wasm') });
}

function wasm() {
  for (const name of readdirSync(join(from, 'wasm'))) {
    const file = join(from, 'wasm', name);
    if (/(?<!_bg\.wasm)\.d\.ts$|\.wasm$/u.test(name)) copyFileSync(file, join(to, 'wasm', name));
    if (!name.endsWith('.wasm')) continue;
    const packed = gzipSync(readFileSync(file), { level: 9 }).toString('base64');
    writeFileSync(join(to, 'wasm', name.replace('.wasm', '.inline.js')), `export default '${packed}';\n`);
  }
}

/** What `document.querySelector('stance-lens')` gives, which declarations made from JavaScript cannot say. */
const TAG_NAMES = `declare global {
  interface HTMLElementTagNameMap {
    'stance-lens': import('./element.js').StanceLens;
  }
}
`;

/** Which events listeners are given, which declarations made from JavaScript cannot say either. */
const EVENTS = `
export interface StanceLensEventMap extends HTMLElementEventMap {
    analysis: CustomEvent<Analysis>;
    failure: CustomEvent<Error>;
}
export interface StanceLens {
${['add', 'remove'].map((what) => `    ${what}EventListener<K extends keyof StanceLensEventMap>(type: K, listener: (this: StanceLens, event: StanceLensEventMap[K]) => unknown, options?: boolean | ${what === 'add' ? 'Add' : ''}EventListenerOptions): void;
    ${what}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | ${what === 'add' ? 'Add' : ''}EventListenerOptions): void;
`).join('')}}
`;

/** What is added to the declarations of a module. */
const MORE = { 'define.d.ts': TAG_NAMES, 'element.d.ts': EVENTS };

/** The declarations of what can be imported, and of what those name. */
function declarations(exported) {
  const made = mkdtempSync(join(root, 'target', 'types-'));
  try {
    run('typescript/bin/tsc', ['--project', 'www/tsconfig.package.json', '--outDir', made]);
    copyFileSync(join(from, 'contract.d.ts'), join(made, 'contract.d.ts'));
    const wanted = exported.map((name) => name.replace('./', ''));
    for (const name of wanted) {
      // The comments that carry the JSDoc types have done their work.
      const source = readFileSync(join(made, name), 'utf8').replace(/\/\*\*(?:(?!\*\/)[^])*@(?:typedef|import)(?:(?!\*\/)[^])*\*\/\n/gu, '');
      writeFileSync(join(to, name), `${source}${MORE[name] ?? ''}`);
      for (const [, other] of source.matchAll(/['"]\.\/([\w-]+)\.js['"]/gu)) if (!wanted.includes(`${other}.d.ts`)) wanted.push(`${other}.d.ts`);
    }
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** What editors and catalogues read of the element, from its JSDoc. */
function elements() {
  run('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--globs', 'www/stance-lens/element.js', 'www/stance-lens/define.js', '--outdir', 'pkg', '--quiet']);
  const file = join(to, 'custom-elements.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8').replaceAll('www/stance-lens/', ''));
  for (const { declarations } of manifest.modules) {
    for (const element of declarations) {
      element.members = element.members?.filter(({ name }) => !name.startsWith('#'));
      if (element.customElement) element.superclass = { name: 'HTMLElement' };
    }
  }
  writeFileSync(file, `${JSON.stringify(manifest, null, 1)}\n`);
}

/** @param {string} tool @param {string[]} given */
function run(tool, given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...given], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} failed:\n${stdout}${stderr}`);
}

/**
 * What people read, where links lead only to what is in the package: the rest are for those who build it. The first page
 * is one of its own, for those who install.
 */
function pages() {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  mkdirSync(join(to, 'docs'));
  for (const [page, source] of [['README.md', 'xtask/src/package.readme.md'], ...docs.map((name) => [name, name])]) {
    const packed = (link) => /^[a-z]+:|^#/u.test(link) || docs.includes(join(dirname(page), link.split('#')[0])) || existsSync(join(to, dirname(page), link));
    const text = readFileSync(join(root, source), 'utf8');
    writeFileSync(join(to, page), text.replace(/\[([^\]]*)\]\(([^)\s]+)\)/gu, (whole, words, link) => (packed(link) ? whole : words)));
  }
}

rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, 'wasm'), { recursive: true });
mkdirSync(join(root, 'target'), { recursive: true });
const manifest = JSON.parse(readFileSync(join(root, 'xtask/src/package.template.json'), 'utf8').replace('VERSION', version));
writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
const types = Object.values(manifest.exports).map((target) => target.types).filter((file) => file && !file.startsWith('./wasm/'));
await glue();
await modules();
wasm();
declarations(types);
elements();
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'lexicon/NOTICE']) copyFileSync(join(root, name), join(to, basename(name)));
pages();
