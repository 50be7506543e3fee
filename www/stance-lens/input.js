/**
 * How an article gets in: pasted, typed, opened or dropped.
 *
 * @typedef {{content: string, format: 'auto' | 'text' | 'html' | 'json' | 'markdown', name?: string}} Input
 *   `name` of the file it came from.
 */

import { button, h } from './dom.js';
import { StanceLensError } from './protocol.js';

/** Longest text that is put into the editor: a text area of megabytes makes any browser stand still. */
export const EDITABLE = 300_000;
/** How long after the last key the text is read, in milliseconds. */
const PAUSE = 350;
/** A paste of this length into an empty editor is an article, to be read and not to be edited. */
const ARTICLE = 200;

/** @type {Record<string, Input['format']>} */
const FORMATS = { html: 'html', htm: 'html', xhtml: 'html', json: 'json', md: 'markdown', markdown: 'markdown' };

/**
 * @param {File} file
 * @param {number} most Largest file, in bytes.
 * @returns {Promise<Input>}
 */
export async function readFile(file, most) {
  if (file.size > most) {
    throw new StanceLensError('too-large', `${file.name} has ${Math.ceil(file.size / 2 ** 20)} MB; the limit is ${Math.floor(most / 2 ** 20)} MB.`);
  }
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return { content: decode(new Uint8Array(await file.arrayBuffer()), file.name), format: FORMATS[extension] ?? 'auto', name: file.name };
}

/**
 * UTF-8, else UTF-16 where its mark says so, else the old encoding of the Western web.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new StanceLensError('unsupported-format', `${name} is not a text: open a .txt, .md, .html or .json file, or paste the article.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export class Editor {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {object} does
   * @param {(input: Input, article: boolean) => void} does.read `article` when it came in whole.
   * @param {(file: File) => void} does.open
   * @param {(() => void) | null} does.sample
   */
  constructor({ read, open, sample }) {
    this.area = h('textarea', {
      'aria-label': 'Article', placeholder: 'Paste an article here, or write.', spellcheck: 'false', autocomplete: 'off', dir: 'auto',
      oninput: (/** @type {InputEvent} */ event) => {
        clearTimeout(this.#timer);
        const content = this.area.value;
        const pasted = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop';
        if (pasted && content.length >= ARTICLE && this.#wasEmpty) return read({ content, format: 'auto' }, true);
        this.#timer = setTimeout(() => read({ content, format: 'text' }, false), PAUSE);
      },
      onbeforeinput: () => (this.#wasEmpty = this.area.value.trim() === ''),
      onpaste: (/** @type {ClipboardEvent} */ event) => {
        const content = event.clipboardData?.getData('text/plain') ?? '';
        if (content.length <= EDITABLE) return;
        event.preventDefault();
        read({ content, format: 'auto' }, true);
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
    this.element = h('div', { class: 'editor', part: 'editor' },
      h('div', { class: 'hero' },
        h('h2', {}, 'What does this article want you to think?'),
        h('p', {}, 'Paste it here. You see what it is about, who says what, and where it supports, opposes, demands, hedges or stresses; each finding says why it is one.')),
      this.area,
      h('div', { class: 'start' },
        sample && button('Try the sample article', sample, { class: 'primary', 'data-action': 'sample' }),
        button('Open a file…', () => this.picker.click(), { 'data-action': 'open' }),
        h('span', { class: 'faint' }, 'or drop one anywhere here: .txt, .md, .html, .json')),
      h('p', { class: 'privacy faint' }, 'Everything happens in this browser. The text is sent nowhere.'),
      this.picker);
  }

  #wasEmpty = true;

  /** @param {string} text */
  set(text) {
    clearTimeout(this.#timer);
    this.area.value = text.length <= EDITABLE ? text : '';
    this.area.setSelectionRange(0, 0);
  }
}

/**
 * Files dropped anywhere on `element`.
 *
 * @param {HTMLElement} element
 * @param {(file: File) => void} open
 * @param {(text: string) => void} read
 */
export function acceptDrops(element, open, read) {
  const over = (/** @type {DragEvent} */ event) => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && (event.target instanceof HTMLTextAreaElement || !types.includes('text/plain'))) return;
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
    const text = event.dataTransfer?.getData('text/plain');
    if (!file && (event.target instanceof HTMLTextAreaElement || !text)) return;
    event.preventDefault();
    if (file) open(file);
    else if (text) read(text);
  });
}
