/**
 * The analyser as a page uses it: one worker behind a promise, calls in order, one at a time.
 *
 * Cancelling ends the worker and starts another from the module that was compiled already; a trap in the core
 * rejects the call that caused it, and the next call works on a fresh instance.
 */

import { localPort } from './local.js';
import { PROTOCOL, StanceLensError, revive } from './protocol.js';
import { trusted } from './trust.js';

// Whoever throws or tests for one takes it from here: in the package each file would else have a class of its own.
export { StanceLensError };

/**
 * @import { Analysis, AnalyzeOptions, ListedArticle, Explanation, Rules, Span } from './contract.js'
 * @import { Call, Compile, FromWorker } from './protocol.js'
 * @import { Port } from './local.js'
 *
 * @typedef {string | {text: string} | {html: string} | {json: string | object}} Source
 *   A string is text, unless `format` says otherwise; with `format: 'auto'` its form is found out. A document in JSON is a
 *   string, or what it was parsed to.
 *
 * @typedef {{phase: 'loading' | 'analysing' | 'receiving', done?: number, total?: number}} Progress
 *
 * @typedef {AnalyzeOptions & {signal?: AbortSignal, onProgress?: (progress: Progress) => void}} CallOptions
 *
 * @typedef {object} Analyzer
 * @property {(source: Source, options?: CallOptions) => Promise<Analysis>} analyze
 * @property {(source: Source, options?: CallOptions) => Promise<Explanation[]>} explain
 *   Why the keyphrases of `analyze` rank where they do, in the same order.
 * @property {(lexicon?: string) => Promise<Rules>} rules Why each rule fires, and who published the reason; with the JSON of
 *   a lexicon of your own, its entries too.
 * @property {(json: string, options?: {signal?: AbortSignal}) => Promise<ListedArticle[]>} articles
 *   The articles of a JSON document that is a list, each to be analysed as JSON.
 * @property {(text: string, options?: {signal?: AbortSignal, most?: number}) => Promise<Span[]>} damage
 *   Spots of a text that look damaged: signs that could not be decoded, lost dashes, misread encodings.
 * @property {() => Promise<string>} version Version of the core, once it is there.
 * @property {() => void} dispose Ends the worker, which gives its memory back; calls that wait are rejected.
 */

/**
 * @typedef {object} AnalyzerOptions
 * @property {string | URL} [workerUrl] Where `worker.js` is served from another place.
 * @property {string | URL} [wasmUrl] Where the WebAssembly is. Without a worker, all analysers of a thread share the core
 *   that was loaded first.
 * @property {WebAssembly.Module | Promise<WebAssembly.Module>} [module] Where it is compiled already.
 * @property {boolean} [worker] False to stay in this thread.
 * @property {Compile} [compile] How modules are had where they cannot be fetched, in this thread.
 */

/**
 * @param {AnalyzerOptions} [options]
 * @returns {Analyzer}
 */
export function createAnalyzer(options) {
  let { workerUrl, wasmUrl, module, compile, worker: wanted = typeof Worker === 'function', ...others } = options ?? {};
  /** @type {Port | null} */
  let worker = null;
  let ready = false;
  let disposed = false;
  let version = '';
  let lastId = 0;
  /** What there was against a worker, which this thread then takes the place of. */
  let against = '';
  /** @type {Call | null} */
  let running = null;
  /** @type {Call[]} */
  let waiting = [];

  function start() {
    ready = false;
    const started = startedPort();
    const address = wasmUrl && new URL(wasmUrl, globalThis.location?.href).href;
    worker = started;
    started.addEventListener('message', ({ data }) => {
      if (worker === started) receive(data);
    });
    started.addEventListener('error', (event) => {
      if (worker !== started) return;
      if (ready) return fail(new Error(event.message || 'The analysis broke off.'));
      // A worker that could not be loaded says nothing more than that.
      stay(event.message);
      start();
    });
    const init = (/** @type {WebAssembly.Module | undefined} */ compiled) =>
      started.postMessage({ type: 'init', protocol: PROTOCOL, module: compiled, wasmUrl: address, others: Object.keys(others), ...(!wanted && { compile }) });
    // At once where there is nothing to wait for: the worker has much to load.
    if (module && 'then' in module) module.then(init, (error) => worker === started && fail(error));
    else init(module);
  }

  /** @returns {Port} A worker, or this thread where none can be had. */
  function startedPort() {
    if (wanted) {
      try {
        return spawn(workerUrl);
      } catch (error) {
        stay(String(error));
      }
    }
    return localPort();
  }

  /** @param {string} why */
  function stay(why) {
    stop();
    wanted = false;
    against = `The analysis could not be started: ${workerUrl ?? 'worker.js'} is no worker here (${why || 'not loaded'}): it has to be there, and a content policy needs worker-src for it. And in the page's own thread: `;
  }

  function stop() {
    worker?.terminate();
    worker = null;
    ready = false;
  }

  /** @param {Error} error */
  function fail(error) {
    const calls = running ? [running, ...waiting] : waiting;
    running = null;
    waiting = [];
    stop();
    for (const call of calls) call.reject(error);
  }

  /** @param {FromWorker} message */
  function receive(message) {
    if (message.type === 'failed') return fail(against ? new Error(against + message.error.message) : revive(message.error));
    if (message.type === 'ready') {
      if (message.protocol !== PROTOCOL) {
        return fail(new Error(`The worker speaks protocol ${message.protocol}, the page ${PROTOCOL}.`));
      }
      ({ version, module } = message);
      ready = true;
      return next();
    }
    if (!running || message.id !== lastId) return;
    const call = running;
    if (message.type === 'part') {
      call.parts.push(message);
      return attempt(call, () => call.onProgress?.({ phase: 'receiving', done: message.done, total: message.total }));
    }
    running = null;
    if (message.type === 'error') {
      if (message.fatal) stop();
      call.reject(revive(message.error));
    } else {
      call.resolve(assemble(call, message.result));
    }
    next();
  }

  function next() {
    if (running || !waiting.length) return;
    if (!worker) {
      try {
        start();
      } catch (error) {
        fail(/** @type {Error} */ (error));
      }
    }
    const [call] = waiting;
    if (!call) return;
    if (!ready) return attempt(call, () => call.onProgress?.({ phase: 'loading' }));
    running = call;
    waiting.shift();
    attempt(call, () => {
      call.onProgress?.({ phase: 'analysing' });
      // That may have ended it.
      if (call === running) worker?.postMessage(/** @type {any} */ ({ ...call.message, id: ++lastId }));
    });
  }

  /**
   * What a caller's own function throws, or a message that cannot be sent, ends that call and no other.
   *
   * @param {Call} call
   * @param {() => void} step
   */
  function attempt(call, step) {
    try {
      step();
    } catch (error) {
      drop(call, error);
    }
  }

  /**
   * Ends a call before it is answered; those that wait go on.
   *
   * @param {Call} call
   * @param {unknown} why
   */
  function drop(call, why) {
    if (call === running) {
      running = null;
      stop();
    }
    waiting = waiting.filter((other) => other !== call);
    call.reject(why);
    next();
  }

  /**
   * @param {Call['message']['type']} type
   * @param {unknown} [source]
   * @param {CallOptions} [given]
   * @returns {Promise<any>}
   */
  async function call(type, source, given) {
    if (disposed) throw new StanceLensError('disposed', 'This analyser was disposed of.');
    const { signal, onProgress, ...options } = given ?? {};
    if (typeof (given ?? {}) !== 'object' || (signal && !signal.throwIfAborted) || (onProgress && !onProgress.call)) {
      throw new StanceLensError('unknown-option', 'Options are an object, signal an AbortSignal, onProgress a function.');
    }
    signal?.throwIfAborted();
    let leave = () => {};
    try {
      return await new Promise((resolve, reject) => {
        /** @type {Call} */
        const entry = { message: { type, ...read(source), options }, resolve, reject, onProgress, parts: [] };
        leave = () => drop(entry, signal?.reason);
        signal?.addEventListener('abort', leave);
        waiting.push(entry);
        next();
      });
    } finally {
      // One signal may serve many calls.
      signal?.removeEventListener('abort', leave);
    }
  }

  return {
    analyze: (source, options) => call('analyze', source, options),
    explain: (source, options) => call('explain', source, options),
    rules: (lexicon) => call('rules', lexicon),
    articles: (json, options) => call('articles', json, options),
    damage: (text, options) => call('damage', text, options),
    version: async () => version || call('version'),
    dispose() {
      disposed = true;
      fail(new StanceLensError('disposed', 'This analyser was disposed of.'));
    },
  };
}

/**
 * The string that is read, and what it is of; whoever reads says what is wrong with it.
 *
 * @param {any} source
 */
function read(source) {
  if (source == null || typeof source === 'string') return { content: source };
  const [kind, more] = ['text', 'html', 'json'].filter((name) => source[name] != null);
  let content = !more && source[kind];
  try {
    if (kind === 'json' && typeof content !== 'string') content = JSON.stringify(content);
  } catch {
    // What goes round in circles is no JSON.
  }
  return { kind, content: typeof content === 'string' && content };
}

/**
 * Puts parts before the rest of their lists, and the text back that was not worth sending.
 *
 * @param {Call} call
 * @param {any} result
 */
function assemble({ message, parts }, result) {
  if (message.type !== 'analyze') return result;
  /** @type {Map<string, unknown[][]>} */
  const lists = new Map();
  for (const { path, items } of parts) {
    const key = path.join(' ');
    lists.set(key, [...(lists.get(key) ?? []), items]);
  }
  for (const [key, before] of lists) {
    const path = key.split(' ');
    const last = /** @type {string} */ (path.pop());
    const owner = path.reduce((part, name) => part[name], result);
    owner[last] = [].concat(.../** @type {never[][]} */ (before), owner[last]);
  }
  result.text ||= message.content;
  return result;
}

/**
 * The worker beside this very file; undefined where a bundler has moved this code, and finds the worker by the
 * literal in `spawn`.
 */
const beside = /^(?!file:)(.*\/)client\.js(?:[?#].*)?$/u.exec(import.meta.url)?.[1];

/**
 * @param {string | URL | undefined} workerUrl
 * @returns {Port}
 */
function spawn(workerUrl) {
  const url = workerUrl ? String(workerUrl) : beside && `${beside}worker.js`;
  // Browsers start no worker from another origin.
  if (url && new URL(url, location.href).origin !== location.origin) return localPort();
  return url ? new Worker(trusted(url), { type: 'module' }) : bundled();
}

/**
 * Bundlers put the address of their worker into the literal, where Trusted Types would refuse it: so for this one
 * call it goes through our policy.
 */
function bundled() {
  const { Worker: Native } = globalThis;
  globalThis.Worker = /** @type {any} */ (function (/** @type {URL} */ url, /** @type {WorkerOptions} */ options) {
    return new Native(trusted(url), options);
  });
  try {
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  } finally {
    globalThis.Worker = Native;
  }
}
