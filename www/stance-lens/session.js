/**
 * One reading after another: the latest one counts, an earlier one still under way is cut short. What form an input has is
 * settled before, in `reading.js`, and what is seen of an analysis comes after.
 *
 * @typedef {import('./contract.js').Analysis} Analysis
 * @typedef {import('./contract.js').AnalyzeOptions} AnalyzeOptions
 * @typedef {import('./contract.js').Explanation} Explanation
 * @typedef {import('./contract.js').Rules} Rules
 *
 * @typedef {object} Source
 * @property {string} content
 * @property {AnalyzeOptions} options
 * @property {boolean} [loose] What cannot be read as what it seems to be is read as text.
 * @property {string} [plain] That text, where it is another than the content.
 * @property {string} [hint] Language of the page it stands on, for a text too short to tell.
 * @property {Known} [known] The article that it was edited from, where more is known of that than its text says.
 *
 * @typedef {Pick<Analysis, 'text' | 'article'>} Known
 */

import { createAnalyzer } from './client.js';
import { number } from './dom.js';

/** @import { ListedArticle, Span } from './contract.js' */
/** @import { Input } from './input.js' */

/** Work shorter than this shows no progress, in milliseconds. */
const PATIENCE = 200;

export class Session {
  /** @type {Source | null} */ source = null;
  /** @type {'phrases' | 'words'} */ mode = 'phrases';
  /** @type {Error | null} What is wrong with the lexicon, without which the latest article was read. */ fault = null;
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

  get busy() {
    return this.#work !== null;
  }

  /**
   * @param {Source} source
   * @returns {Promise<Analysis | null>} Null when it was stopped.
   */
  read(source) {
    return this.#working(`Reading ${size(source.content.length)}`, async (signal) => {
      this.fault = null;
      const kept = keptOf(source);
      const { keyphrases = this.mode, ...given } = source.options;
      let options = { ...(await this.#settings()), ...given, ...(kept.title && { title: kept.title }), keyphrases };
      signal.throwIfAborted();
      const analyzer = this.#ready();
      const analyze = () => analyzer.analyze(source.content, {
        ...options,
        signal,
        onProgress: ({ phase, done, total }) => {
          if (phase === 'receiving' && total) this.#messages.say('Laying it out', (done ?? 0) / total);
        },
      });
      let analysis = await analyze().catch((error) => {
        if (!options.lexicon || signal.aborted) throw error;
        this.fault = error;
        options = { ...options, lexicon: undefined };
        return analyze();
      });
      const hint = /^[a-z]{2,3}(?=-|$)/iu.exec(source.hint ?? '')?.[0].toLowerCase();
      if (analysis.language === 'und' && hint) {
        options = { ...options, language: hint };
        analysis = await analyze();
      }
      if (options.lexicon !== this.#lexicon) {
        this.#lexicon = options.lexicon;
        this.#learned = null;
        this.rules = {};
      }
      Object.assign(analysis.article, kept);
      // From here on the reader's switch says it.
      this.source = { ...source, options: given };
      this.mode = keyphrases;
      this.#explained = null;
      this.#explain = async () => this.#ready().explain(source.content, options);
      return analysis;
    });
  }

  /**
   * The article at an address, not yet read.
   *
   * @param {string} address
   * @param {number} most Largest answer, in bytes.
   * @param {boolean} [given] By the page, and not by a reader.
   * @returns {Promise<Input | null>} Null when it was stopped.
   */
  async fetch(address, most, given) {
    const { fetchArticle, readAddress } = await import('./intake.js');
    const url = readAddress(address, document.baseURI, given);
    const doing = `Asking ${url.host}`;
    return this.#working(doing, (signal) =>
      fetchArticle(url, { most, signal, given, onProgress: (done, total) => this.#messages.say(doing, total ? Math.min(1, done / total) : undefined) }));
  }

  /**
   * The articles in a list; none where it is no list, or when it was stopped.
   *
   * @param {string} json
   * @returns {Promise<ListedArticle[]>}
   */
  async articles(json) {
    // What is wrong with it is said when it is read.
    return (await this.#working('Looking for articles', (signal) => this.#ready().articles(json, { signal })).catch(() => null)) ?? [];
  }

  /**
   * Spots of a text that look damaged.
   *
   * @param {string} text
   * @returns {Promise<Span[]>}
   */
  damage(text) {
    return this.#ready().damage(text).catch(() => []);
  }

  /**
   * One thing at a time, which a reader can stop.
   *
   * @template T
   * @param {string} doing
   * @param {(signal: AbortSignal) => Promise<T>} work
   * @returns {Promise<T | null>} Null when it was stopped.
   */
  async #working(doing, work) {
    this.stop();
    const own = (this.#work = new AbortController());
    const patience = setTimeout(() => (this.#messages.busy = true), PATIENCE);
    this.#messages.say(doing);
    try {
      return await work(own.signal);
    } catch (error) {
      if (own.signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(patience);
      if (this.#work === own) {
        this.#work = null;
        this.#messages.busy = false;
        // Apart from a page nobody else would end the worker; what goes on at once, as the choice among articles does, has it still.
        setTimeout(() => this.#work || this.#element.isConnected || this.dispose());
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
    return { ...(lang && { language: lang }), ...(lexicon && { lexicon: await lexiconAt(lexicon).catch((error) => void (this.fault = error)) }) };
  }

  /** @param {string} name */
  #attribute(name) {
    return this.#element.getAttribute(name) ?? undefined;
  }
}

/** @param {string} url */
async function lexiconAt(url) {
  const failed = (/** @type {string} */ why) => new Error(`The lexicon ${url} could not be loaded: ${why}.`);
  const response = await fetch(url).catch(({ message }) => {
    throw failed(message);
  });
  if (!response.ok) throw failed(`the server answered ${response.status}`);
  return response.text();
}

/**
 * What stays true of an article while its text is edited: all but what stood in the text and is gone.
 *
 * @param {Source} source
 * @returns {{title?: string, byline?: string, published?: string}}
 */
function keptOf({ content, known }) {
  const facts = Object.entries(known?.article ?? {});
  return Object.fromEntries(facts.filter(([, fact]) => typeof fact === 'string' && (content.includes(fact) || !known?.text.includes(fact))));
}

/** @param {number} length */
const size = (length) => (length < 100_000 ? `${number(length)} characters` : `${(length / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} million characters`);
