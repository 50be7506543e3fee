/**
 * `<stance-lens>`: an article goes in, and is read with what was found in it. Here is what a page knows of it: its
 * attributes, methods and events, and its coming and going. What is seen of it is in `lens.js`.
 *
 * @import { Analysis, AnalyzeOptions } from './contract.js'
 */

import { Lens } from './lens.js';

/** Servers that render pages load this module too, and have no elements. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * @attr {string} for - Id of the element of the page to read in place; it may appear later, change or be replaced.
 * @attr {string} src - Address of an article to load and read.
 * @attr {string} sample - Address of an article to offer by a button.
 * @attr {string} layers - Names of the layers shown at first, divided by blanks.
 * @attr {boolean} address - Whether a reader may ask for the article at an address; the page's policy has to allow it.
 * @attr {string} lexicon - Address of a lexicon of your own.
 * @attr {string} lang - Language of the article (BCP 47), where it is known.
 * @attr {boolean} open - With `for`: whether the panel is open.
 * @attr {string} worker-url - Where `worker.js` is, if not beside the other modules.
 * @attr {string} wasm-url - Where `stance_lens_bg.wasm` is, if not beside the other modules.
 * @fires {CustomEvent<Analysis>} analysis - A new analysis is shown; `detail` is the analysis.
 * @fires {CustomEvent<Error>} failure - Something went wrong; its message is also shown in the element.
 * @csspart lens - All of it.
 * @csspart toolbar - The buttons at the top.
 * @csspart article - The text that is read.
 * @csspart side - The views beside the text.
 * @csspart legend - The layers and their switches.
 * @csspart editor - Where an article is pasted or written.
 * @csspart card - What explains a finding.
 * @cssprop [--lens-unit=16px] - Unit of all lengths and type sizes.
 * @cssprop --lens-serif - Font family of the article.
 * @cssprop --lens-sans - Font family of everything else.
 * @cssprop --lens-ink - Colour of text.
 * @cssprop --lens-faint - Colour of text of less weight.
 * @cssprop --lens-paper - Ground of the article.
 * @cssprop --lens-ground - Ground of the panel.
 * @cssprop --lens-raised - Ground of buttons and cards.
 * @cssprop --lens-line - Colour of lines.
 * @cssprop --lens-accent - Colour of what can be pressed, and of the finding that is shown.
 */
export class StanceLens extends Base {
  static observedAttributes = ['src', 'for', 'sample', 'layers', 'open', 'lexicon', 'lang'];

  #lens = new Lens(this, (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })));

  /**
   * An element to read in place; set it before the lens enters the page. It may have been set before this module was there.
   *
   * @type {HTMLElement | null}
   */
  target = /** @type {{target?: HTMLElement}} */ (this).target ?? null;

  /** The analysis that is shown. */
  get analysis() {
    return this.#lens.analysis;
  }

  connectedCallback() {
    this.#lens.connect(this.target);
  }

  disconnectedCallback() {
    this.#lens.disconnect();
  }

  adoptedCallback() {
    this.#lens.moved();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (name === 'layers') this.#lens.choose(value?.split(/\s+/u));
    else if (name === 'open') this.#lens.open(value !== null);
    else if (name === 'src' && this.shadowRoot && this.isConnected) this.#lens.load();
    else if (name === 'for' || name === 'sample') this.#lens.refresh();
    else if ((name === 'lexicon' || name === 'lang') && before !== value) void this.#lens.again();
  }

  /**
   * Reads an article; what is shown stays until the new analysis is there, and after an error.
   *
   * @param {string} content
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Analysis | null>} Null when it was stopped, or failed.
   */
  analyze(content, options = {}) {
    return this.#lens.own(() => this.#lens.reading.analyse({ content, options }), options);
  }

  /**
   * Reads the article at an address.
   *
   * @param {string} url
   */
  load(url) {
    return this.#lens.own(() => this.#lens.reading.load(url));
  }

  /**
   * Reads a file.
   *
   * @param {File} file
   */
  openFile(file) {
    return this.#lens.own(() => this.#lens.reading.open(file));
  }

  /** Stops the analysis under way; what was there before stays. */
  stop() {
    this.#lens.session.stop();
  }
}
