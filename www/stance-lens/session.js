/**
 * One reading after another: the latest one counts, an earlier one still under way is cut short.
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').AnalyzeOptions} AnalyzeOptions
 * @typedef {import('./contract.js').Explanation} Explanation
 * @typedef {import('./contract.js').Rules} Rules
 *
 * @typedef {{content: string, options: AnalyzeOptions, loose?: boolean}} Source
 *   `loose`: what cannot be read as what it seems to be is read as text.
 */

import { createAnalyzer } from './client.js';
import { number } from './dom.js';

/** Work shorter than this shows no progress, in milliseconds. */
const PATIENCE = 200;

export class Session {
  /** @type {Source | null} */ source = null;
  /** @type {'phrases' | 'words'} */ mode = 'phrases';
  /** @type {Rules} Why each rule fires; empty until they are learned. */ rules = {};
  /** @type {Promise<Rules> | null} */ #learned = null;
  /** @type {string | undefined} The reader's own lexicon, whose entries are rules too. */ #lexicon;
  /** @type {ReturnType<typeof createAnalyzer> | null} */ #analyzer = null;
  /** @type {AbortController | null} */ #work = null;
  /** @type {Promise<Explanation[]> | null} */ #explained = null;
  /** @type {() => Promise<Explanation[]>} */ #explain = async () => [];
  #messages;
  #element;

  /**
   * @param {HTMLElement} element Whose attributes say where things are.
   * @param {import('./shell.js').Messages} messages
   */
  constructor(element, messages) {
    this.#element = element;
    this.#messages = messages;
  }

  /**
   * @param {Source} source
   * @returns {Promise<Analysis | null>} Null when it was stopped.
   */
  async read(source) {
    this.stop();
    const work = (this.#work = new AbortController());
    const patience = setTimeout(() => (this.#messages.busy = true), PATIENCE);
    this.#messages.say(`Reading ${size(source.content.length)}`);
    try {
      const options = { ...(await this.#settings()), ...source.options, keyphrases: this.mode };
      work.signal.throwIfAborted();
      if (options.lexicon !== this.#lexicon) {
        this.#lexicon = options.lexicon;
        this.#learned = null;
        this.rules = {};
      }
      const analyzer = this.#ready();
      const analysis = await analyzer.analyze(source.content, {
        ...options,
        signal: work.signal,
        onProgress: ({ phase, done, total }) => {
          if (phase === 'receiving' && total) this.#messages.say('Laying it out', (done ?? 0) / total);
        },
      });
      this.source = source;
      this.#explained = null;
      this.#explain = async () => this.#ready().explain(source.content, options);
      return analysis;
    } catch (error) {
      if (work.signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(patience);
      if (this.#work === work) {
        this.#work = null;
        this.#messages.busy = false;
      }
    }
  }

  /**
   * Why the keyphrases of the latest analysis rank where they do; nothing where that cannot be had.
   *
   * @returns {Promise<Explanation[]>}
   */
  explain() {
    return (this.#explained ??= this.#explain().catch(() => []));
  }

  /**
   * Why rules fire, asked for by the first card: thousands of rules keep the worker busy for a while. Without them,
   * cards say what the kind of finding means.
   */
  learn() {
    this.#learned ??= this.#ready().rules(this.#lexicon).then((rules) => (this.rules = rules), () => {
      this.#learned = null;
      return this.rules;
    });
    return this.#learned;
  }

  /** Starts what reads, so that the first article need not wait for it. */
  warm() {
    this.#ready().version().catch(() => {
      // The first reading will say what is wrong.
    });
  }

  stop() {
    this.#work?.abort(new DOMException('Stopped.', 'AbortError'));
  }

  /** Gives the memory back; the next reading starts anew. */
  dispose() {
    this.stop();
    this.#analyzer?.dispose();
    this.#analyzer = null;
  }

  #ready() {
    return (this.#analyzer ??= createAnalyzer({ workerUrl: this.#attribute('worker-url'), wasmUrl: this.#attribute('wasm-url') }));
  }

  /** @returns {Promise<AnalyzeOptions>} */
  async #settings() {
    const { lang } = this.#element;
    const lexicon = this.#attribute('lexicon');
    return { ...(lang && { language: lang }), ...(lexicon && { lexicon: await fetched(lexicon).then((answer) => answer.text()) }) };
  }

  /** @param {string} name */
  #attribute(name) {
    return this.#element.getAttribute(name) ?? undefined;
  }
}

/**
 * @param {string} url
 * @returns {Promise<Response>}
 */
export async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded: the server answered ${response.status}.`);
  return response;
}

/** @param {number} length */
const size = (length) => (length < 100_000 ? `${number(length)} characters` : `${(length / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} million characters`);
