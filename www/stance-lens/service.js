/**
 * What the analysis does when it is asked, wherever it runs: in a worker, or in the page's own thread.
 */

import { PART, PROTOCOL, describe } from './protocol.js';

/**
 * @typedef {import('./protocol.js').ToWorker} ToWorker
 * @typedef {import('./protocol.js').FromWorker} FromWorker
 * @typedef {typeof import('./wasm/stance_lens.js')} Core
 */

/** The modules beside their glue; bundlers know these literals. */
const WASM = new URL('./wasm/stance_lens_bg.wasm', import.meta.url);
const HTML = new URL('./wasm/stance_lens_html_bg.wasm', import.meta.url);

/**
 * @param {Core} core
 * @param {() => Promise<Core>} loadHtml The same core with what reads HTML, which most readers never need.
 * @param {(message: FromWorker) => void} send
 * @returns {(message: ToWorker) => Promise<void>}
 */
export function service(core, loadHtml, send) {
  /** @type {(url: string) => Promise<WebAssembly.Module>} */
  let compiler = compile;
  let htmlUrl = HTML.href;
  /** @type {Promise<Core> | undefined} */
  let html;

  /** @param {import('./protocol.js').AnalyzeCall | import('./protocol.js').ExplainCall} call */
  async function read({ type, content, options }) {
    try {
      return core[type](content, options);
    } catch (error) {
      if (/** @type {{code?: string}} */ (error).code !== 'unsupported-format') throw error;
      html ??= loadHtml().then(async (full) => {
        full.initSync({ module: await compiler(htmlUrl) });
        return full;
      });
      html.catch(() => (html = undefined));
      return (await html)[type](content, options);
    }
  }

  return async (message) => {
    if (message.type === 'init') {
      compiler = message.compile ?? compile;
      if (message.wasmUrl) htmlUrl = new URL('stance_lens_html_bg.wasm', message.wasmUrl).href;
      return init(core, message, send);
    }
    try {
      if (message.type === 'analyze') answer(message, await read(message), send);
      else if (message.type === 'explain') send({ type: 'end', id: message.id, result: await read(message) });
      else if (message.type === 'rules') send({ type: 'end', id: message.id, result: core.rules() });
    } catch (error) {
      // After a trap the instance is in an unknown state: the client gets another.
      send({ type: 'error', id: message.id, error: describe(error), fatal: error instanceof WebAssembly.RuntimeError });
    }
  };
}

/**
 * @param {Core} core
 * @param {import('./protocol.js').Init} message
 * @param {(message: FromWorker) => void} send
 */
async function init(core, { protocol, module, wasmUrl = WASM.href, compile: compiler = compile }, send) {
  try {
    if (protocol !== PROTOCOL) {
      throw new Error(`The page speaks protocol ${protocol}, the worker ${PROTOCOL}: reload the page.`);
    }
    const compiled = module ?? (await compiler(wasmUrl));
    core.initSync({ module: compiled });
    // The page keeps the compiled module, so that a worker that takes this one's place starts at once.
    send({ type: 'ready', protocol: PROTOCOL, version: core.version(), module: compiled });
  } catch (error) {
    send({ type: 'failed', error: describe(error) });
  }
}

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The analysis could not be loaded: ${url} answered ${response.status}.`);
  // Streaming wants the right media type, which not every server sends.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {import('./protocol.js').AnalyzeCall} call
 * @param {any} analysis
 * @param {(message: FromWorker) => void} send
 */
function answer({ id, content }, analysis, send) {
  // The page has the text already when the core left it as it was; megabytes need not travel twice.
  if (analysis.text === content) analysis.text = '';
  const lists = listsOf(analysis);
  const total = lists.reduce((sum, { list }) => sum + list.length, 0);
  let done = 0;
  for (const { path, list } of lists) {
    let from = 0;
    for (; list.length - from > PART; from += PART) {
      done += PART;
      send({ type: 'part', id, path, items: list.slice(from, from + PART), done, total });
    }
    list.splice(0, from);
  }
  send({ type: 'end', id, result: analysis });
}

/**
 * Every list that may be long, and the way to it.
 *
 * @param {any} analysis
 * @returns {{path: string[], list: unknown[]}[]}
 */
function listsOf(analysis) {
  const lists = [{ path: ['article', 'blocks'], list: analysis.article.blocks }];
  for (const [field, list] of Object.entries(analysis)) {
    if (!Array.isArray(list)) continue;
    lists.push({ path: [field], list });
    if (list.length > PART) continue;
    list.forEach(({ mentions }, i) => mentions && lists.push({ path: [field, String(i), 'mentions'], list: mentions }));
  }
  return lists;
}
