// Prints the size of every file of the package that is loaded: raw, gzip -9, Brotli 11. Fails where the element
// and the client, as shipped, or the core are larger than they may be.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of the element and the client, gzipped. */
const MOST = 25_000;
/** Bytes of the core, gzipped: what it weighs and a little room. */
const MOST_OF_CORE = 384_000;
/** What a page loads for `<stance-lens>`; the worker and exports come when they are needed. */
const ELEMENT = ['define.js', 'element.js', 'client.js'];

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|wasm|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const rows = files.sort().map((file) => {
  const raw = readFileSync(file);
  return [relative(folder, file), raw.length, gzipSync(raw, { level: 9 }).length, brotliCompressSync(raw).length];
});
const sum = (title, ...names) => {
  const some = rows.filter(([name]) => names.includes(name));
  return [title, ...[1, 2, 3].map((column) => some.reduce((total, row) => total + row[column], 0))];
};
const element = sum('the element and its client', ...ELEMENT);
const totals = [
  element,
  sum('and the worker', ...ELEMENT, 'worker.js'),
  sum('and the WebAssembly', ...ELEMENT, 'worker.js', 'wasm/stance_lens_bg.wasm'),
];

const width = Math.max(...[...rows, ...totals].map(([name]) => name.length));
const line = ([name, ...numbers]) =>
  `${String(name).padEnd(width)}${numbers.map((number) => number.toLocaleString('en').padStart(12)).join('')}`;
console.log(line(['bytes', 'raw', 'gzip', 'brotli']));
for (const row of [...rows, ...totals]) console.log(line(row));
if (element[2] > MOST) {
  console.error(`The element and its client are ${element[2]} bytes gzipped; the limit is ${MOST}.`);
  process.exitCode = 1;
}
const core = rows.find(([name]) => name === 'wasm/stance_lens_bg.wasm')?.[2];
if (core > MOST_OF_CORE) {
  console.error(`The core is ${core} bytes gzipped; the limit is ${MOST_OF_CORE}.`);
  process.exitCode = 1;
}
// What the first page of the package says of both has to be these limits.
const page = readFileSync(join(folder, 'README.md'), 'utf8');
for (const limit of [MOST, MOST_OF_CORE].map((bytes) => `under ${bytes / 1000} KB`)) {
  if (!page.includes(limit)) {
    console.error(`The package's README does not say "${limit}".`);
    process.exitCode = 1;
  }
}
