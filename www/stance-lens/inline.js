/**
 * `import 'stance-lens/inline'`: the same analyser with its WebAssembly in modules of JavaScript, for places that
 * can fetch no `.wasm`. It works in the calling thread unless it is told where a worker is.
 */

import { createAnalyzer as create } from './client.js';

export { StanceLensError } from './client.js';

/** @import { Compile } from './protocol.js' */

/** @type {Compile} */
async function compile(url) {
  const { default: packed } = await (/_html_bg\.wasm$/u.test(url) ? import('./wasm/stance_lens_html_bg.inline.js') : import('./wasm/stance_lens_bg.inline.js'));
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

/** @type {typeof create} */
export const createAnalyzer = (options) => create({ compile, worker: false, ...options });
