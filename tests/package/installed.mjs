/**
 * The package as people get it: packed, and installed from the tarball into a project of its own. And what the
 * documentation shows, so that it is what is tried.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const home = mkdtempSync(join(tmpdir(), 'stance-lens-package-'));
after(() => rmSync(home, { recursive: true, force: true }));

/** @type {string | undefined} */
let first;

/** @param {string} cwd @param {...string} given */
const npm = (cwd, ...given) => execFileSync('npm', [...given, '--loglevel=error', '--no-audit', '--no-fund'], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

/**
 * A new project that depends on the packed tarball.
 *
 * @param {string} name
 * @param {Record<string, string>} [files] by their paths
 * @returns {string} its folder
 */
export function project(name, files = {}) {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  if (first) cpSync(join(first, 'node_modules'), join(folder, 'node_modules'), { recursive: true });
  else {
    if (!existsSync(join(ROOT, 'pkg/package.json'))) throw new Error('There is no pkg/: run `cargo xtask build` first.');
    const [{ filename }] = JSON.parse(npm(join(ROOT, 'pkg'), 'pack', '--json', '--pack-destination', home));
    npm(folder, 'install', '--offline', '--ignore-scripts', join(home, filename));
    first = folder;
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/**
 * A piece of code in the documentation.
 *
 * @param {string} page such as `docs/node.md`
 * @param {string} language
 * @param {string} [holding] words that the piece has
 */
export function shown(page, language, holding = '') {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const pieces = [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gmu)].filter(([, tongue, code]) => tongue === language && code.includes(holding));
  if (pieces.length !== 1) throw new Error(`${page} has ${pieces.length} pieces of ${language || 'plain text'} with “${holding}”.`);
  return pieces[0][2];
}

/** The policy that `cargo xtask serve` sends, from the page that explains it. */
export const POLICY = shown('docs/content-security.md', '', "default-src 'none'").trim().replace(/\s+/gu, ' ');

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' };

/**
 * Serves folders under the policy; the first that has a file answers.
 *
 * @param {string[]} folders
 * @param {Record<string, string | Buffer>} [files] more of them, by their paths
 * @param {string} [policy]
 * @returns {Promise<string>} its address
 */
export async function serve(folders, files = {}, policy = POLICY) {
  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname).replace(/\/$/u, '/index.html');
    const file = folders.map((folder) => join(folder, path)).find(existsSync);
    const body = files[path] ?? (file && readFileSync(file));
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', 'content-security-policy': policy, 'access-control-allow-origin': '*' });
    response.end(body);
  };
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  after(() => void server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}
