/**
 * From what comes in to an analysis: the form of an input is settled, one article of a list is chosen, and blocks that
 * were set apart are taken back. What comes out is shown by `lens.js`; what fails leaves all as it was. It neither asks the
 * core, which is for `session.js`, nor lays anything out.
 *
 * @import { Analysis, ListedArticle } from './contract.js'
 * @import { Input } from './input.js'
 * @import { Session, Source } from './session.js'
 * @import { State } from './views.js'
 *
 * @typedef {object} Shows What a reading asks of those who show it.
 * @property {() => Promise<typeof import('./intake.js')>} intake What is loaded late.
 * @property {(analysis: Analysis, article: boolean) => Promise<void>} present `article`: to be read at once.
 * @property {(listed: ListedArticle[], then: (chosen: ListedArticle) => void) => Promise<void>} choose
 * @property {() => void} empty
 * @property {(error: unknown) => null} fail
 */

/** Largest document, in bytes; the core's own limit. */
const LIMIT = 32 * 2 ** 20;
/** What goes wrong where a text only looks like a page or like JSON. */
const UNREAD = ['unsupported-format', 'malformed-json', 'no-article'];
/** What may be JSON. */
const JSON_LIKE = /^\s*[[{]/u;

export class Reading {
  /** @type {State['taken']} Blocks that the reader took back into the article. */ taken = new Map();
  /** @type {Parameters<Reading['analyse']> | null} What is being read now. */ #coming = null;
  #session;
  #shows;

  /**
   * @param {Session} session
   * @param {Shows} shows
   */
  constructor(session, shows) {
    this.#session = session;
    this.#shows = shows;
  }

  /** @param {string} url As the page gives it. */
  load(url) {
    return this.fetch(URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url, true);
  }

  /**
   * @param {string} address As a reader writes it.
   * @param {boolean} [given] By the page.
   */
  async fetch(address, given) {
    try {
      const input = await this.#session.fetch(address, LIMIT, given);
      return input && (await this.take(input, true));
    } catch (error) {
      return this.#shows.fail(error);
    }
  }

  /** @param {File} file */
  async open(file) {
    try {
      const { readFile } = await this.#shows.intake();
      return await this.take(await readFile(file, LIMIT), true);
    } catch (error) {
      return this.#shows.fail(error);
    }
  }

  /**
   * @param {Input} input
   * @param {boolean} article It came in whole: read it at once.
   * @returns {Promise<Analysis | null>}
   */
  async take({ content, format, name, url, plain, known }, article) {
    if (!content.trim()) {
      this.#shows.empty();
      return null;
    }
    /** @type {Source} */
    const source = { content, options: { format, ...(url && { url }) }, loose: !name && !url, plain, known };
    const listed = ['json', 'auto'].includes(format) && JSON_LIKE.test(content) ? await this.#session.articles(content) : [];
    if (listed.length < 2) return this.analyse(source, article);
    await this.#shows.choose(listed, (chosen) => void this.analyse({ ...source, content: chosen.content, options: { ...source.options, format: 'json' } }));
    return null;
  }

  /**
   * Takes a block that was set apart back into the article, or sets it apart again, and reads the article anew
   * with the other blocks as they are.
   *
   * @param {Analysis} analysis
   * @param {number} start
   * @returns {Promise<Analysis | null>}
   */
  async takeBack(analysis, start) {
    const { takeBack } = await this.#shows.intake();
    const back = takeBack(analysis, this.taken, start);
    return back && this.analyse(back.source, true, back.taken);
  }

  /**
   * Reads the same article anew, as the settings are now; or the one on its way, which is the latest. While that is still
   * fetched, it will be read so anyway.
   *
   * @param {boolean} article
   */
  async again(article) {
    const { source, busy } = this.#session;
    if (this.#coming) await this.analyse(...this.#coming);
    else if (source && !busy) await this.analyse(source, article, this.taken);
  }

  /**
   * @param {Source} source
   * @param {boolean} [article]
   * @param {State['taken']} [taken]
   * @returns {Promise<Analysis | null>} Null when it was stopped, or failed.
   */
  async analyse(source, article = true, taken = new Map()) {
    /** @type {Parameters<Reading['analyse']>} */
    const own = (this.#coming = [source, article, taken]);
    try {
      // The views beside the text come meanwhile; where they do not, it is read without them.
      this.#shows.intake().catch(() => {});
      const analysis = await this.#session.read(source);
      if (analysis) {
        this.taken = taken;
        await this.#shows.present(analysis, article);
        const { fault } = this.#session;
        if (fault) this.#shows.fail(Object.assign(fault, { message: `${fault.message} The article was read without the lexicon.` }));
      }
      return analysis;
    } catch (error) {
      const { code } = /** @type {{code?: string}} */ (error);
      if (source.loose && code && UNREAD.includes(code)) {
        const analysis = await this.analyse({ content: source.plain ?? source.content, options: { ...source.options, format: 'text' } }, article);
        // Read as it stands, but what was meant to be JSON not without a word.
        if (JSON_LIKE.test(source.content)) this.#shows.fail(error);
        return analysis;
      }
      // What was refused for a setting is read once that is mended.
      if (code === 'unknown-option' && !source.options.language) this.#session.source = source;
      return this.#shows.fail(error);
    } finally {
      if (this.#coming === own) this.#coming = null;
    }
  }
}
