/**
 * How an article gets in: pasted, typed, opened, dropped, or by its address.
 *
 * @typedef {object} Input
 * @property {string} content
 * @property {'auto' | 'text' | 'html' | 'json' | 'markdown'} format
 * @property {string} [name] Of the file it came from.
 * @property {string} [url] Where it came from.
 * @property {string} [plain] The same as text, for when it cannot be read as what it seems to be.
 * @property {Known} [known] The article that it was edited from.
 */

/** @import { Known } from './session.js' */

import { transferred } from './clipboard.js';
import { button, h } from './dom.js';

/** Longest text that is put into the editor: a text area of megabytes makes any browser stand still. */
export const EDITABLE = 300_000;
/** How long after the last key the text is read, in milliseconds. */
const PAUSE = 350;
/** A paste of this length in place of all there is, is an article, to be read and not to be edited. */
const ARTICLE = 200;

/** What is markup or JSON, however short: nobody writes that here. */
const MARKED = /^\s*(?:<[a-z!]|\{\s*"|\[\s*\{)/iu;
/** An address and nothing else. */
const ADDRESS = /^\s*https?:\/\/\S+\s*$/iu;

export class Editor {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {Known | undefined} */ #known;
  /** What was found in the text, which is not painted while it is written. */
  found = h('p', { class: 'found faint', role: 'status' });
  /** Hidden until a text was given up. */
  back = h('button', { type: 'button', hidden: true }, 'Put the last text back');

  /**
   * @param {object} does
   * @param {(input: Input, article: boolean) => void} does.read `article` when it came in whole.
   * @param {(file: File) => void} does.open
   * @param {() => void} does.sample
   */
  constructor({ read, open, sample }) {
    this.area = h('textarea', {
      'aria-label': 'Article', placeholder: 'Paste an article here, or write.', spellcheck: 'false', autocomplete: 'off', dir: 'auto',
      oninput: () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => read({ content: this.area.value, format: 'text', known: this.#known }, false), PAUSE);
      },
      onbeforeinput: () => {
        if (this.#alone()) this.#known = undefined;
      },
      onpaste: (/** @type {ClipboardEvent} */ event) => {
        const input = transferred(event.clipboardData);
        if (!input) return;
        const { content, format, plain = content } = input;
        /** @type {HTMLInputElement | null} */
        const address = this.element.querySelector('[name=address]');
        // Whole articles are read as they were where they came from; pieces are put where the cursor is.
        const whole = plain.length >= ARTICLE || format === 'auto' && MARKED.test(content);
        if (address && ADDRESS.test(plain) && this.#alone()) {
          address.value = plain.trim();
          address.focus();
        } else if (plain.length > EDITABLE || whole && this.#alone()) {
          clearTimeout(this.#timer);
          read(input, true);
        } else return;
        event.preventDefault();
      },
    });
    this.picker = h('input', {
      type: 'file', hidden: true, accept: '.txt,.md,.markdown,.html,.htm,.json,text/plain,text/html,text/markdown,application/json', 'aria-label': 'Article file',
      onchange: () => {
        const file = this.picker.files?.[0];
        this.picker.value = '';
        if (file) open(file);
      },
    });
    /** Hidden where there is none. */
    this.sample = button('Try the sample article', sample, { class: 'primary', 'data-action': 'sample' });
    this.element = h('div', { class: 'editor', part: 'editor' },
      h('div', { class: 'hero' },
        h('h2', {}, 'What does this article want you to think?'),
        h('p', {}, 'Paste it here. You see what it is about, who says what, and where it supports, opposes, demands, hedges or stresses; each finding says why it is one.')),
      this.found,
      this.area,
      h('div', { class: 'start' },
        this.sample,
        button('Open a file…', () => this.picker.click(), { 'data-action': 'open' }),
        this.back,
        h('span', { class: 'faint' }, 'or drop one anywhere here: .txt, .md, .html, .json')),
      h('p', { class: 'privacy faint' }, 'Everything happens in this browser. The text is sent nowhere.'),
      this.picker);
  }

  /** Whether what comes in stands alone: nothing is there, or all of it is selected. */
  #alone() {
    const { value, selectionStart, selectionEnd } = this.area;
    return !(value.slice(0, selectionStart) + value.slice(selectionEnd)).trim();
  }

  /**
   * @param {string} text
   * @param {Known} [known] What is known of it besides its text.
   */
  set(text, known) {
    clearTimeout(this.#timer);
    this.#known = known;
    this.area.value = text.length <= EDITABLE ? text : '';
    this.area.setSelectionRange(0, 0);
  }
}

/** Whether something is written there, among which a drop finds its place. @param {EventTarget | null} target */
const written = (target) => target instanceof HTMLTextAreaElement && target.value.trim() !== '';

/**
 * Files dropped anywhere on `element`.
 *
 * @param {HTMLElement} element
 * @param {(file: File) => void} open
 * @param {(input: Input) => void} read
 */
export function acceptDrops(element, open, read) {
  const over = (/** @type {DragEvent} */ event) => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && (written(event.target) || !types.includes('text/plain'))) return;
    event.preventDefault();
    element.toggleAttribute('data-over', true);
  };
  element.addEventListener('dragenter', over);
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) element.removeAttribute('data-over');
  });
  element.addEventListener('drop', (event) => {
    element.removeAttribute('data-over');
    const file = event.dataTransfer?.files[0];
    const input = file ? null : transferred(event.dataTransfer);
    if (!file && (written(event.target) || !input)) return;
    event.preventDefault();
    if (file) open(file);
    else if (input) read(input);
  });
}
