/**
 * What the analysis does when it is asked, wherever it runs: in a worker, or in the page's own thread.
 */

import { PART, PROTOCOL, StanceLensError, UNLIMITED, describe } from './protocol.js';
import { __wbg_reset_state, analyze, articles, damage, explain, initSync, rules, version } from './wasm/stance_lens.js';

/**
 * @import { AnalyzeCall, ArticlesCall, DamageCall, ExplainCall, FromWorker, Init, RulesCall, ToWorker } from './protocol.js'
 * @typedef {typeof import('./wasm/stance_lens_html.js')} Pages
 */

const core = { analyze, explain };

/** Spots of damage that are told of where nothing is said. */
const MOST = 1000;

/** Where the modules are, or their names in bundles without an address. Bundlers know these literals. */
const wasm = () => (import.meta.url ? new URL('./wasm/stance_lens_bg.wasm', import.meta.url).href : 'stance_lens_bg.wasm');
const wasmOfHtml = () => (import.meta.url ? new URL('./wasm/stance_lens_html_bg.wasm', import.meta.url).href : 'stance_lens_html_bg.wasm');

/** @type {WebAssembly.Module | undefined} */
let loaded;

/** A fresh instance; the memory of the one before is given back. */
export function reset() {
  if (loaded) __wbg_reset_state();
}

/**
 * @param {(message: FromWorker) => void} send
 * @returns {(message: ToWorker) => Promise<void>}
 */
export function service(send) {
  /** @type {(url: string) => Promise<WebAssembly.Module>} */
  let compiler = compile;
  /** @type {string | undefined} */
  let htmlUrl;
  /** @type {Promise<Pages> | undefined} What reads HTML, which most readers never need. */
  let pages;

  /** @param {AnalyzeCall | ExplainCall} call */
  async function read({ type, content, kind, options: given }) {
    const options = kind ? { ...given, format: given.format ?? kind } : given;
    if (typeof content !== 'string') throw new StanceLensError('unsupported-format', 'A source is a string, or an object with one of text (a string), html (a string) and json.');
    // Markdown is text too.
    if (kind && options.format !== kind && !(kind === 'text' && options.format === 'markdown')) throw new StanceLensError('unsupported-format', `A source of ${kind} has no format ${options.format}.`);
    try {
      return core[type](content, options);
    } catch (error) {
      if (/** @type {{code?: string}} */ (error).code !== 'unsupported-format') throw error;
      // The core has read nothing yet: the other module finds the article in the page, the core goes on from there.
      const { format, url, title, maxBytes, ...rest } = options;
      const article = await extract(content, format ?? 'text', url, title, maxBytes);
      return core[type](article, { ...rest, format: 'json', maxBytes: UNLIMITED });
    }
  }

  /** @param {Parameters<Pages['extract']>} page */
  async function extract(...page) {
    pages ??= import('./wasm/stance_lens_html.js').then(async (module) => {
      module.initSync({ module: await compiler(htmlUrl ?? wasmOfHtml()) });
      return module;
    });
    pages.catch(() => (pages = undefined));
    const module = await pages;
    try {
      return module.extract(...page);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) module.__wbg_reset_state();
      throw error;
    }
  }

  return async (message) => {
    if (message.type === 'init') {
      compiler = message.compile ?? compile;
      if (message.wasmUrl) htmlUrl = new URL('stance_lens_html_bg.wasm', message.wasmUrl).href;
      return init(message, send);
    }
    try {
      if (message.type === 'analyze') answer(message, await read(message), send);
      else if (message.type === 'explain') send({ type: 'end', id: message.id, result: await read(message) });
      else if (message.type === 'rules') send({ type: 'end', id: message.id, result: rules(message.content == null ? undefined : text(message)) });
      else if (message.type === 'version') send({ type: 'end', id: message.id, result: version() });
      else if (message.type === 'articles') send({ type: 'end', id: message.id, result: articles(text(message)) });
      else if (message.type === 'damage') send({ type: 'end', id: message.id, result: damage(text(message), most(message)) });
    } catch (error) {
      const fatal = error instanceof WebAssembly.RuntimeError;
      // After a trap the instance is in an unknown state.
      if (fatal) reset();
      send({ type: 'error', id: message.id, error: describe(error), fatal });
    }
  };
}

/**
 * What a call is given besides options; the core believes that it is a string.
 *
 * @param {ArticlesCall | DamageCall | RulesCall} call
 */
function text({ type, content, kind, options }) {
  if (typeof content !== 'string' || kind) {
    throw type === 'rules' ? new StanceLensError('unknown-option', 'The lexicon of `rules` is JSON, as a string.')
      : new StanceLensError('unsupported-format', `\`${type}\` takes a string${type === 'articles' ? ' of JSON' : ''}.`);
  }
  const known = type === 'damage' ? ['signal', 'most'] : ['signal'];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown) throw new StanceLensError('unknown-option', `\`${unknown}\` is not an option of \`${type}\`; the options are ${known.join(', ')}.`);
  return content;
}

/** @param {DamageCall} call */
function most({ options }) {
  const wanted = options.most ?? MOST;
  // A number of the core ends there.
  if (Number.isInteger(wanted) && wanted > 0) return Math.min(wanted, UNLIMITED);
  throw new StanceLensError('unknown-option', 'The option `most` is a positive whole number.');
}

/**
 * @param {Init} message
 * @param {(message: FromWorker) => void} send
 */
async function init({ protocol, module, wasmUrl, others = [], compile: compiler = compile }, send) {
  try {
    if (others.length) throw new StanceLensError('unknown-option', `\`${others[0]}\` is not an option; the options are workerUrl, wasmUrl, module, worker, compile.`);
    if (protocol !== PROTOCOL) {
      throw new Error(`The page speaks protocol ${protocol}, the worker ${PROTOCOL}: reload the page.`);
    }
    loaded ??= module ?? (await compiler(wasmUrl ?? wasm()));
    initSync({ module: loaded });
    // The page keeps the compiled module, so that a worker that takes this one's place starts at once.
    send({ type: 'ready', protocol: PROTOCOL, version: version(), module: loaded });
  } catch (error) {
    send({ type: 'failed', error: describe(error) });
  }
}

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(url) {
  const response = await fetch(url).catch(({ message }) => {
    throw new Error(`The analysis could not be loaded: ${url} cannot be had, for which a content policy needs connect-src (${message}).`);
  });
  if (!response.ok) throw new Error(`The analysis could not be loaded: ${url} answered ${response.status}.`);
  try {
    // Streaming wants the right media type, which not every server sends.
    return await (response.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    // Browsers ask for 'unsafe-eval', which allows far more than is needed.
    if (!/content security policy|\bcsp\b/iu.test(String(error))) throw error;
    throw new Error("The analysis could not be started: the policy of the page and of its worker needs 'wasm-unsafe-eval' in script-src, and not 'unsafe-eval'.");
  }
}

/**
 * @param {AnalyzeCall} call
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
