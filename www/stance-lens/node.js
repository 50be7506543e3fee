/** `import 'stance-lens'` in Node: the same analyser, its module read from the disk. */

import { readFile } from 'node:fs/promises';
import { createAnalyzer as create } from './client.js';

export { StanceLensError } from './client.js';

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/** @import { Compile } from './protocol.js' */

/** @type {Compile} */
function compile(url) {
  const module = compiled.get(url) ?? readFile(new URL(url)).then((bytes) => WebAssembly.compile(bytes));
  compiled.set(url, module);
  // What failed once may be there the next time.
  module.catch(() => compiled.delete(url));
  return module;
}

/** @type {typeof create} */
export const createAnalyzer = (options) => create({ compile, ...options });
