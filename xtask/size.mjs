// Prints the size of every file that a page loads: raw, gzip -9, Brotli 11.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|wasm|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const rows = files.sort().map((file) => {
  const raw = readFileSync(file);
  return [relative(folder, file), raw.length, gzipSync(raw, { level: 9 }).length, brotliCompressSync(raw).length];
});
const sum = (name, some) => [name, ...[1, 2, 3].map((column) => some.reduce((total, row) => total + row[column], 0))];
const isWasm = ([name]) => name.endsWith('.wasm');
const total = [sum('all JavaScript', rows.filter((row) => !isWasm(row))), sum('everything', rows)];

const width = Math.max(...rows.map(([name]) => name.length), 16);
const line = ([name, ...numbers]) =>
  `${String(name).padEnd(width)}${numbers.map((number) => number.toLocaleString('en').padStart(12)).join('')}`;
console.log(line(['bytes', 'raw', 'gzip', 'brotli']));
for (const row of [...rows, ...total]) console.log(line(row));
