// Reads every page of the extraction data with the module for HTML, in Node, and prints what it takes.
// Usage: node pages.mjs FOLDER-OF-THE-DATA
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const WASM = new URL('../www/stance-lens/wasm/', import.meta.url);
/** The best of so many rounds counts, since a machine that does other work only ever makes them longer. */
const ROUNDS = 3;

/** The pages of the data, file by file; none where it is missing. */
export function* pagesIn(folder) {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz')).sort()) {
    for (const line of gunzipSync(readFileSync(join(folder, file))).toString().trim().split('\n')) {
      const { id, html, url } = JSON.parse(line);
      yield { id: `${file} ${id}`, html, url };
    }
  }
}

/** The module, started from the files that pages load. */
export async function reader() {
  const module = await import(new URL('stance_lens_html.js', WASM));
  module.initSync({ module: new WebAssembly.Module(readFileSync(new URL('stance_lens_html_bg.wasm', WASM))) });
  return module;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { extract } = await reader();
  const pages = [...pagesIn(process.argv[2])];
  const best = pages.map(() => Infinity);
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { html, url }] of pages.entries()) {
      const start = performance.now();
      try {
        extract(html, 'html', url);
      } catch {
        failed += 1;
      }
      best[at] = Math.min(best[at], performance.now() - start);
    }
  }
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const sorted = best.toSorted((a, b) => a - b);
  const show = (name, value) => console.log(`${name.padEnd(50)} ${value.toFixed(1)}`);
  show('pages read', pages.length);
  show('pages failed', failed / ROUNDS);
  show('pages mean kB', mean(pages.map(({ html }) => Buffer.byteLength(html))) / 1000);
  show('pages wasm mean ms', mean(best));
  show('pages wasm slowest ms', sorted.at(-1) ?? 0);
}
