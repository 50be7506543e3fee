/** `import 'stance-lens'` in Node: the same analyser, its module read from the disk. */

import { readFile } from 'node:fs/promises';
import { createAnalyzer as create } from './client.js';

export { StanceLensError } from './client.js';

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** @type {typeof create} */
export function createAnalyzer(options = {}) {
  compiled ??= readFile(new URL('./wasm/stance_lens_bg.wasm', import.meta.url)).then((bytes) => WebAssembly.compile(bytes));
  return create({ module: compiled, ...options });
}
